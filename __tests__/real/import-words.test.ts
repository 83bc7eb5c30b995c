import { spawnSync } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import { interpretBuildspec } from '../../src/pipeline/buildspec-reader/interpret.js';
import { read } from '../pipeline/check-cases.js';

/** Pieces of command lines; put together at random they make what nobody thought of. */
const PIECES = [
  ...[
    'a',
    'b c',
    '"',
    '"',
    "'",
    "'",
    '\\',
    '$A',
    '${A}',
    '${B:-d e}',
    '${C:=x}',
    '"$A"',
    '"${B:-d e}"',
    ' ',
    '  ',
    '\t'
  ],
  ...[
    '\\\n',
    '=',
    '#',
    '$(echo hi  there)',
    '"$(echo hi  there)"',
    '`echo q`',
    '|cat',
    ';show z',
    '&& show y',
    '{',
    '}'
  ],
  ...[
    '/',
    '.',
    ':',
    '-',
    '%s',
    '\\"',
    '\\$',
    '${A%c}',
    '${A#b}',
    '$(printf "%s-%s" $A k)',
    "$'x'",
    '<<<w',
    '>/dev/null'
  ]
];
const COUNT = 600;

function makeLines(): readonly string[] {
  let seed = 20240817;
  const pick = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  return Array.from({ length: COUNT }, () => {
    const pieces = Array.from({ length: 1 + pick(7) }, () => PIECES[pick(PIECES.length)] ?? '');
    return `show ${pieces.join('')}`;
  });
}

/** What reaches `show` in bash: each word is closed by US, each call by RS; undefined where bash does not take the line. */
function askBash(line: string): string | undefined {
  const script = `show() { local word; for word in "$@"; do printf "%s\\037" "$word"; done >&3; printf "\\036" >&3; }
A="b c"; unset B C
${line}`;
  const ended = spawnSync('/bin/bash', ['--norc', '-c', script], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' }
  });
  return ended.status === 0 && ended.stderr === '' ? String(ended.output[3]) : undefined;
}

function askReader(line: string): string {
  const { steps, unknowns } = interpretBuildspec(
    read(`version: 0.2
env: { variables: { A: "b c", B: "", C: "" } }
phases: { build: { commands: [ ${JSON.stringify(line)} ] } }
`)
  );
  return steps
    .filter(({ words }) => words[0] === 'show')
    .map(
      ({ words }) =>
        `${words
          .slice(1)
          .map(word => `${unknowns.show(word)}\u001f`)
          .join('')}\u001e`
    )
    .join('');
}

describe('the words that a command gets', () => {
  it(`are those of bash, in ${COUNT} lines made at random`, () => {
    // The shell's own number, variables of other names, and what runs beside show are not the same twice.
    const lines = makeLines().filter(line => !/\$\$|\$[a-z#'"]|\$A[a-z]|(?<!&)&(?!&)/.test(line));
    const answers = lines.map(line => ({ line, bash: askBash(line) })).filter(({ bash }) => bash !== undefined);
    expect(answers.length).toBeGreaterThan(COUNT / 3);
    expect(answers.map(({ line }) => ({ line, bash: askReader(line) }))).toEqual(answers);
  });
});
