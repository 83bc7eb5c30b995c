// Checks made-up files, in two processes: node __tests__/real/fuzz/fuzz.mjs [CASES = 100000] [SEED = 1] [FOLDER …]. The folders hold the good files that
// they are made from; without any, those of the project are. Prints one line of JSON a process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { emitRooms, ROOT } from '../../../scripts/rooms.mjs';

const PROCESSES = 2;
const OWN = ['examples', '__tests__/check/mistakes', '__tests__/fixtures'].map(path => join(ROOT, path));
const [cases = '100000', seed = '1', ...others] = process.argv.slice(2);
const folders = others.length > 0 ? others : OWN;

const sources = await emitRooms(path => !/^src\/(?:rehearsal|host)\/|^src\/(?:cli|index)\.ts$/.test(path));
try {
  const codes = await Promise.all(Array.from({ length: PROCESSES }, (_item, index) => run(Number(seed) + index)));
  process.exitCode = Math.max(...codes);
} finally {
  await rm(sources, { recursive: true, force: true });
}

async function run(own) {
  const argv = [
    // A heap without a bound grows for as long as the machine has memory; what needs more than this ends the process.
    '--max-old-space-size=160',
    join(import.meta.dirname, 'run.mjs'),
    sources,
    String(own),
    String(Math.ceil(Number(cases) / PROCESSES)),
    ...folders
  ];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
