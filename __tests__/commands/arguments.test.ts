import { describe, expect, it } from '@jest/globals';

import { readArguments, type Flag } from '../../src/commands/arguments.js';
import { formatProblem } from '../../src/errors.js';
import { flagsOf } from '../../src/commands/flags.js';

const FLAGS: readonly Flag[] = [
  { name: 'cluster', kind: 'one' },
  { name: 'tags', kind: 'many' },
  { name: 'summary', kind: 'switch' }
];

describe('the command line', () => {
  it.each([
    [['--cluster', 'prod'], { cluster: 'prod' }],
    [['--cluster=a=b'], { cluster: 'a=b' }],
    [['--cluster='], { cluster: '' }],
    [['--tags=a', '--tags', 'b'], { tags: 'a\nb' }],
    [['--summary'], { summary: 'true' }],
    [['--summary=false'], { summary: 'false' }],
    [['--summary', 'place'], { summary: 'true' }]
  ])('reads %j', (argv, flags) => {
    expect(readArguments(argv, FLAGS).flags).toEqual(flags);
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
});
