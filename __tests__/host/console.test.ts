import { describe, expect, it } from '@jest/globals';

import { consoleReporter } from '../../src/host/console.js';

const CLEAR = '\r\u001b[2K';

/** What a terminal would get, both streams in one, as a person sees them. */
function watch(columns: number | undefined) {
  let seen = '';
  const write = (text: string): void => void (seen += text);
  const reporter = consoleReporter({
    write,
    writeError: write,
    colour: false,
    verbose: true,
    columns: columns === undefined ? undefined : () => columns
  });
  return { reporter, seen: () => seen };
}

describe('progress on a terminal', () => {
  it('is one line that is rewritten', () => {
    const { reporter, seen } = watch(80);
    reporter.progress?.('1 of 2');
    reporter.progress?.('2 of 2');
    expect(seen()).toBe(`${CLEAR}1 of 2${CLEAR}2 of 2`);
  });

  it.each(['info', 'warn', 'error', 'debug'] as const)('makes room for what %s says, and only once', say => {
    const { reporter, seen } = watch(80);
    reporter.progress?.('1 of 2');
    reporter[say]('first');
    reporter[say]('second');
    expect(seen().replace(/(warning|error): /g, '')).toBe(`${CLEAR}1 of 2${CLEAR}first\nsecond\n`);
  });

  it('may be several lines, all of which are taken away', () => {
    const { reporter, seen } = watch(80);
    reporter.progress?.('api', 'web');
    reporter.progress?.('web');
    reporter.info('done');
    expect(seen()).toBe(`${CLEAR}api\nweb${CLEAR}\u001b[1A\u001b[2Kweb${CLEAR}done\n`);
  });

  it('makes room for the title of a group, and stands indented in it', async () => {
    const { reporter, seen } = watch(80);
    reporter.progress?.('1 of 2');
    await reporter.group('Files', async () => reporter.progress?.('2 of 2'));
    expect(seen()).toBe(`${CLEAR}1 of 2${CLEAR}Files\n${CLEAR}  2 of 2`);
  });

  it('never takes a second line, hides secrets, and knows no line breaks', () => {
    const { reporter, seen } = watch(10);
    reporter.mask('hunter2');
    reporter.progress?.('a\nhunter2 b');
    reporter.progress?.('123456789');
    reporter.progress?.('1234567890');
    expect(seen().split(CLEAR).slice(1)).toEqual(['a *** b', '123456789', '12345678…']);
  });

  it('is not there where nobody watches', () => {
    expect(watch(undefined).reporter.progress).toBeUndefined();
  });
});
