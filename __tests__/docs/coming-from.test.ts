import { describe, expect, it } from '@jest/globals';

import { findForeignName } from '../../src/config/sources/migration-hints.js';
import { findSetting } from '../../src/config/table/settings-table.js';
import { OUTPUTS } from '../../src/config/outputs.js';
import { checkBuildspec } from '../../src/pipeline/buildspec-check/check.js';
import { importBuildspec } from '../../src/pipeline/import/import.js';
import { readBuildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { readDocument } from '../../src/text/document.js';
import { namesIn, OFFICIAL_INPUTS, OFFICIAL_OUTPUTS } from './official-inputs.js';
import { pageOf } from './pages.js';
import { settingsPath } from './yaml-blocks.js';

const OFFICIAL = pageOf('docs/coming-from-the-official-actions.md');
const codesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe('docs/coming-from-the-official-actions.md', () => {
  const rowsOf = (action: string): readonly (readonly string[])[] =>
    OFFICIAL.rows.filter(({ heading, cells }) => heading === action && cells[0] !== 'Input').map(({ cells }) => cells);

  it.each(Object.entries(OFFICIAL_INPUTS))('has every input of %s, and no other', (action, inputs) => {
    const named = rowsOf(action).flatMap(([theirs]) => codesIn(theirs));
    expect([...named].sort()).toEqual([...namesIn(inputs)].sort());
  });

  it.each(
    Object.keys(OFFICIAL_INPUTS).flatMap(action =>
      rowsOf(action).map(([theirs = '', ours = '', how = '']) => [action, theirs, ours, how] as const)
    )
  )('%s: %s has a place here, or a word about it', (_action, theirs, ours, how) => {
    const settings = codesIn(ours).map(code => code.split(':')[0] ?? '');
    for (const name of settings) expect(findSetting(name)).toBeDefined();
    expect(settings.length > 0 || how !== '').toBe(true);
    // What it says and what an error would say go together: what is no name here has a sentence there.
    const [input = ''] = codesIn(theirs);
    if (settings.includes(input)) expect(findSetting(input)).toBeDefined();
    else if (findSetting(input) === undefined) expect(findForeignName(input)).toMatch(/\.$/);
  });

  it('has every output of theirs, and each is here or has a word about it', () => {
    const rows = rowsOf('Outputs').filter(([output]) => output !== 'Output');
    expect(rows.map(([output, action]) => [action, codesIn(output)[0]]).sort()).toEqual(
      Object.entries(OFFICIAL_OUTPUTS)
        .flatMap(([action, outputs]) => namesIn(outputs).map(output => [action, output]))
        .sort()
    );
    for (const [, , ours = '', how = ''] of rows) {
      const [name] = codesIn(ours);
      if (name === undefined) expect(how).not.toBe('');
      else expect(OUTPUTS.map(output => output.name)).toContain(name);
    }
  });
});

describe('docs/coming-from-a-buildspec.md', () => {
  const [buildspec, settings] = pageOf('docs/coming-from-a-buildspec.md').blocks.filter(
    ({ language }) => language === 'yaml'
  );
  const document = readDocument('buildspec.yml', new TextEncoder().encode(buildspec?.text));

  it('shows what import makes of the buildspec that it shows', () => {
    expect(settingsPath(settings?.text ?? '')).toBe('slipway.yml');
    const { text } = importBuildspec(readBuildspec(document), { region: 'ap-northeast-2' });
    const bare = (yaml: string): string => yaml.replaceAll(/^#.*\n/gm, '').trim();
    expect(bare(settings?.text ?? '')).toBe(bare(text));
  });

  it('names what check finds in it', () => {
    const codes = checkBuildspec(readBuildspec(document)).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['push-after-failed-build', 'no-pipefail', 'hard-coded-account']));
  });
});
