import { describe, expect, it } from '@jest/globals';

import { renderHelp } from '../../src/commands/help.js';
import { COMMANDS } from '../../src/commands/catalog/catalog.js';
import { findCommand } from '../../src/commands/find-command.js';
import { flagsOf } from '../../src/commands/flags.js';
import { aliasesOf, SETTINGS } from '../../src/config/table/settings-table.js';
import { EXIT_CODES } from '../../src/outcome.js';
import { complaintsAboutCall } from '../docs/command-lines.js';

const settings = new Set(SETTINGS.flatMap(option => [option.name, ...aliasesOf(option).map(({ name }) => name)]));

describe('slipway help', () => {
  it('has a line for each command, and all exit codes', () => {
    const overview = renderHelp(undefined, COMMANDS);
    const told = [...overview.matchAll(/^ {2}([a-z]+) +(.*)$/gm)].map(([, name, says]) => [name, says]);
    expect(new Map(told as [string, string][])).toEqual(new Map(COMMANDS.map(({ name, summary }) => [name, summary])));
    for (const [outcome, code] of Object.entries(EXIT_CODES))
      if (code > 0) expect(overview.replaceAll(/\s+/g, ' ')).toContain(`${code} ${outcome.replace('-', ' ')}`);
    expect(Math.max(...overview.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  });

  it.each(COMMANDS.map(({ name }) => name))('%s: has a page with an example that can be typed', async name => {
    const page = findCommand(name, COMMANDS);
    expect(page.examples.length).toBeGreaterThan(0);
    for (const [line] of page.examples) {
      const call = line.replace(/^source <\((.*)\)$/, '$1');
      expect([line, await complaintsAboutCall(call)]).toEqual([line, []]);
      expect(call).toMatch(new RegExp(`^slipway ${name}\\b`));
    }
    const text = renderHelp(findCommand(name, COMMANDS), COMMANDS);
    expect(text.split('\n').filter(line => line.length > 80 && !/^ {2}(slipway|--)/.test(line))).toEqual([]);
    for (const [line, purpose] of page.examples) {
      expect(text).toContain(line);
      expect(text).toContain(purpose);
    }
  });

  it.each(COMMANDS.map(({ name }) => name))(
    '%s: tells each flag that is no setting, and none that is not there',
    name => {
      const own = flagsOf(findCommand(name, COMMANDS)).map(flag => flag.name);
      const text = renderHelp(findCommand(name, COMMANDS), COMMANDS);
      const told = [...text.matchAll(/^ {2}--([A-Za-z0-9-]+)/gm)].map(([, flag = '']) => flag);
      const expected = own.filter(flag => findCommand(name, COMMANDS).settings === 'none' || !settings.has(flag));
      expect(told).toEqual(expect.arrayContaining(expected));
      expect(told.filter(flag => !own.includes(flag))).toEqual([]);
    }
  );

  it('does not tell of all when it is asked for one that is not there', () => {
    expect(() => findCommand('shp', COMMANDS)).toThrow('Did you mean ship?');
  });
});
