import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ENVIRONMENT } from '../simulation/machine.js';
import { SERVICES, TO_GAIN } from './services.js';
import { isKept, measureGain } from './measure.js';
import { drawSettings } from './random-settings.js';
import { deployWith, type Settings } from './stage.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-advice-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = Object.keys(SERVICES);

function settingsOf(name: string): Settings {
  const settings = SERVICES[name];
  if (settings === undefined) throw new Error(name);
  return settings;
}

describe('advice that is followed by its own words', () => {
  it.each(names.slice(0, TO_GAIN))('%s: saves what it promised, to 15 %%', async name => {
    const gain = await measureGain(settingsOf(name), folder);
    expect(gain).toBeDefined();
    expect(gain === undefined ? undefined : { ...gain, isKept: isKept(gain) }).toMatchObject({ isKept: true });
  });

  it.each(names.slice(TO_GAIN))('%s: gets none', async name => {
    expect((await deployWith(settingsOf(name), folder)).advice).toEqual([]);
  });

  it('makes nothing slower, and mostly keeps its word, with settings by chance', async () => {
    const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
    const gains = [];
    for (const seed of seeds) {
      // Settings that let a service never deploy are refused before anything begins.
      const gain = await measureGain(drawSettings(seed), folder).catch(() => undefined);
      if (gain !== undefined) gains.push(gain);
    }
    expect(gains.filter(({ saved }) => saved <= 0)).toEqual([]);
    expect(gains.length).toBeGreaterThan(15);
    expect(gains.filter(isKept).length / gains.length).toBeGreaterThan(0.8);
  });
});
