// Writes docs/outcomes.md: runs the bundle on the built-in AWS for every row of __tests__/dist/outcome-rows.ts.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
mkdirSync(join(root, 'docs'), { recursive: true });
run([
  '--experimental-vm-modules',
  '--no-warnings',
  require.resolve('jest/bin/jest'),
  '__tests__/dist/outcomes.test.ts'
]);
run([require.resolve('prettier/bin/prettier.cjs'), '--write', 'docs/outcomes.md']);

/** @param {readonly string[]} args */
function run(args) {
  const env = { ...process.env, SLIPWAY_WRITE_OUTCOMES: 'true' };
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
