// Whether advice keeps what it promises: services with different settings are deployed to at the built-in AWS, in virtual time, the advice is
// followed by the words of the log, and they are deployed to again.
//   node bench/advice.mjs [seeds = 200]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { emitRooms } from '../scripts/rooms.mjs';
import { printRows } from './stage.mjs';

/** The stage of the tests, without Jest. */
const TESTS = [
  ...['stage', 'measure', 'services', 'random-settings'].map(name => `advice/${name}`),
  ...['machine', 'simulation', 'virtual-time', 'wire'].map(name => `simulation/${name}`),
  'search/stages',
  'rollout/fakes',
  'no-gates'
].map(name => `__tests__/${name}.ts`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printRows(await measureAdvice(Number(process.argv[2] ?? 200)));
}

/**
 * @typedef {[
 *   typeof import('../__tests__/advice/measure.js'),
 *   typeof import('../__tests__/advice/services.js'),
 *   typeof import('../__tests__/advice/random-settings.js'),
 *   typeof import('../__tests__/simulation/machine.js')
 * ]} Modules
 */

/**
 * @param {number} seeds how many services with settings by chance
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measureAdvice(seeds) {
  const out = await emitRooms(path => path.startsWith('src/'), TESTS);
  const folder = mkdtempSync(join(tmpdir(), 'slipway-advice-'));
  /** @param {string} path */
  const load = path => import(pathToFileURL(join(out, '__tests__', path)).href);
  try {
    /** @type {unknown} */
    const loaded = await Promise.all(
      ['advice/measure.js', 'advice/services.js', 'advice/random-settings.js', 'simulation/machine.js'].map(load)
    );
    const [{ measureGain, isKept }, { SERVICES }, { drawSettings }, { ENVIRONMENT }] = /** @type {Modules} */ (loaded);
    Object.assign(process.env, ENVIRONMENT);
    /** @type {import('./stage.mjs').Row[]} */
    const rows = [];
    for (const [name, settings] of Object.entries(SERVICES)) {
      const gain = await measureGain(settings, folder);
      rows.push([`advice, ${name}`, gain === undefined ? 'none' : describe(gain)]);
    }
    const counts = { kept: 0, missed: 0, none: 0, undeployable: 0 };
    for (let seed = 1; seed <= seeds; seed += 1) {
      try {
        const gain = await measureGain(drawSettings(seed), folder);
        if (gain === undefined) counts.none += 1;
        else counts[isKept(gain) ? 'kept' : 'missed'] += 1;
      } catch {
        counts.undeployable += 1;
      }
    }
    const { kept, missed, none, undeployable } = counts;
    const given = kept + missed;
    rows.push([
      `advice, ${seeds} services by chance`,
      `${kept} of ${given} within 15 %, ${none} without advice, ${undeployable} that such settings let never deploy`
    ]);
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
}

/** @param {import('../__tests__/advice/measure.js').Gain} gain */
function describe({ before, promised, saved }) {
  return `of ${before.toFixed(0)} s promised ${promised} s, saved ${saved.toFixed(0)} s`;
}
