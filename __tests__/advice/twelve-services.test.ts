import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ENVIRONMENT } from '../simulation/machine.js';
import { SERVICES, TO_GAIN } from './services.js';
import { deployWith, follow } from './stage.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-advice-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = Object.keys(SERVICES);

describe('advice that is followed by its own words', () => {
  it.each(names.slice(0, TO_GAIN))('%s: saves what it promised, to 15 %%', async name => {
    const settings = SERVICES[name];
    if (settings === undefined) throw new Error(name);
    const before = await deployWith(settings, folder);
    expect(before.advice.length).toBeGreaterThan(0);
    const changed = before.advice.reduce((changing, { sentence }) => follow(changing, sentence), settings);
    expect(changed).not.toEqual(settings);
    const after = await deployWith(changed, folder);
    const promised = before.advice.reduce((sum, { seconds }) => sum + seconds, 0);
    const saved = before.seconds - after.seconds;
    if (process.env['ADVICE_SHOWN'] !== undefined)
      appendFileSync('/tmp/advice-shown.log', 
        `${name}: ${before.seconds.toFixed(0)} -> ${after.seconds.toFixed(0)}, promised ${promised}, saved ${saved.toFixed(0)}\n${before.advice.map(({ seconds, sentence }) => `   ${seconds} ${sentence}`).join('\n')}\n`
      );
    expect(Math.abs(saved / promised - 1)).toBeLessThanOrEqual(0.15);
  });

  it.each(names.slice(TO_GAIN))('%s: gets none', async name => {
    const settings = SERVICES[name];
    if (settings === undefined) throw new Error(name);
    const { advice } = await deployWith(settings, folder);
    expect(advice).toEqual([]);
  });
});
