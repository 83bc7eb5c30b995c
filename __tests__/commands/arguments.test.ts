import { describe, expect, it } from '@jest/globals';

import { readArguments, readNumber, type Flag } from '../../src/commands/arguments.js';
import { formatProblem } from '../../src/errors.js';
import { flagsOf } from '../../src/commands/flags.js';

const FLAGS: readonly Flag[] = [
  { name: 'cluster', kind: 'one' },
  { name: 'tags', kind: 'many' },
  { name: 'summary', kind: 'switch' }
];
const SETTING_FLAGS = FLAGS.map(flag => ({ ...flag, isSetting: true as const }));

describe('the command line', () => {
  it.each([
    [['--cluster', 'prod'], { cluster: 'prod' }],
    [['--cluster=a=b'], { cluster: 'a=b' }],
    [['--tags=a', '--tags', 'b'], { tags: 'a\nb' }],
    [['--summary'], { summary: 'true' }],
    [['--summary=false'], { summary: 'false' }],
    [['--summary', 'place'], { summary: 'true' }]
  ])('reads %j', (argv, flags) => {
    expect(readArguments(argv, FLAGS).flags).toEqual(flags);
  });

  it.each([
    [['--cluster='], { cluster: '' }],
    [['--summary='], { summary: '' }],
    [['--summary=yes'], { summary: 'yes' }]
  ])('leaves %j of a setting to be checked with the settings', (argv, flags) => {
    expect(readArguments(argv, SETTING_FLAGS)).toMatchObject({ flags, problems: [] });
  });

  it('keeps what is no flag, and all after --', () => {
    expect(readArguments(['one', '--cluster=c', '--', '--two'], FLAGS).positionals).toEqual(['one', '--two']);
  });

  it.each([
    [['--clutser=x'], 'There is no flag --clutser. Did you mean --cluster?'],
    [['--zzzzzzz'], 'There is no flag --zzzzzzz. See --help.'],
    [['-x'], 'There is no flag -x. See --help.'],
    [['-cluster=x'], 'There is no flag -cluster=x. Did you mean --cluster?'],
    [['-tags', 'x'], 'There is no flag -tags. Did you mean --tags?'],
    [['--no-summary'], 'There is no flag --no-summary. Write --summary=false.'],
    [['--no-cluster'], 'There is no flag --no-cluster. Did you mean --cluster?'],
    [['--cluster'], 'The flag --cluster needs a value. Write --cluster=VALUE.'],
    [['--cluster='], 'The flag --cluster needs a value. Write --cluster=VALUE.'],
    [['--tags=a', '--tags='], 'The flag --tags needs a value. Write --tags=VALUE.'],
    [['--summary='], '--summary is "", expected true or false. Write --summary, or leave it out.'],
    [['--summary=yes'], '--summary is "yes", expected true or false. Write --summary, or leave it out.'],
    [['--summary=1'], '--summary is "1", expected true or false. Write --summary, or leave it out.'],
    [['--summary=True'], '--summary is "True", expected true or false. Write --summary, or leave it out.'],
    [['--cluster=a', '--cluster=b'], 'The flag --cluster is given twice. Give it once.']
  ])('refuses %j', (argv, message) => {
    expect(readArguments(argv, FLAGS).problems.map(formatProblem)).toEqual([message]);
  });

  it('tells all that is wrong at once', () => {
    expect(readArguments(['--clutser=x', '--tgas=y', '--tags=z'], FLAGS)).toMatchObject({
      flags: { tags: 'z' },
      problems: [{ next: 'Did you mean --cluster?' }, { next: 'Did you mean --tags?' }]
    });
  });

  it('has a flag for every setting and alias, each once', () => {
    const names = flagsOf({ flags: [], settings: 'all' }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['task-definition', 'appspec', 'codedeploy-appspec', 'wait-for-service-stability'])
    );
  });

  it.each([
    ['port', '0', 0],
    ['port', '65535', 65_535],
    ['scale', '0.5', 0.5],
    ['scale', undefined, 20]
  ] as const)('reads --%s=%s', (name, text, value) => {
    expect(readNumber(name, text, 20)).toBe(value);
  });

  it.each([
    ['port', '65536', '--port is "65536", expected a port from 0 to 65535. Write --port=20, for example.'],
    ['port', '1.5', '--port is "1.5", expected a port from 0 to 65535. Write --port=20, for example.'],
    ['port', '-1', '--port is "-1", expected a port from 0 to 65535. Write --port=20, for example.'],
    ['port', ' ', '--port is " ", expected a port from 0 to 65535. Write --port=20, for example.'],
    ['scale', '0', '--scale is "0", expected a number above 0. Write --scale=20, for example.'],
    ['scale', 'fast', '--scale is "fast", expected a number above 0. Write --scale=20, for example.'],
    ['scale', 'Infinity', '--scale is "Infinity", expected a number above 0. Write --scale=20, for example.']
  ] as const)('refuses --%s=%s', (name, text, message) => {
    expect(() => readNumber(name, text, 20)).toThrow(message);
  });
});
