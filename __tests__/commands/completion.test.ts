import { spawnSync } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import { renderCompletion } from '../../src/commands/completion.js';
import { COMMANDS } from '../../src/commands/catalog/catalog.js';

const script = renderCompletion('bash', COMMANDS);

/** What bash offers for a line; `|` stands where a word is broken, as bash breaks them. */
function complete(line: string): readonly string[] {
  const words = line.split('|');
  const list = words.map(word => `'${word}'`).join(' ');
  const run = spawnSync(
    'bash',
    [
      // Without it bash reads ~/.bashrc, as for somebody who comes over the network.
      '--norc',
      '-c',
      `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _slipway; printf '%s\\n' "\${COMPREPLY[@]}"`
    ],
    {
      encoding: 'utf8',
      cwd: new URL('../../examples/rolling', import.meta.url),
      // Of a locale that is not installed bash complains.
      env: { PATH: process.env['PATH'], LC_ALL: 'C' }
    }
  );
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter(word => word !== '');
}

describe('slipway completion', () => {
  it.each([
    ['slipway|re', ['rehearse', 'render']],
    ['slipway|ship|--wait-for-m', ['--wait-for-minutes=']],
    ['slipway|ship|--dry', ['--dry-run']],
    ['slipway|ship|--wait-for|=', ['nothing', 'started', 'paused', 'live', 'stable']],
    ['slipway|ship|--wait-for|=|st', ['started', 'stable']],
    ['slipway|ship|--wait-for|li', ['live']],
    ['slipway|ship|--wait-for=li', ['live']],
    ['slipway|ship|--task-definition|=|task', ['taskdefinition.json']],
    ['slipway|generate|', ['buildspec', 'pipeline', 'workflow', 'iam', 'all']],
    ['slipway|generate|--check|pi', ['pipeline']],
    ['slipway|check|slip', ['slipway.yml']],
    ['slipway|help|comp', ['completion']],
    ['slipway|completion|', ['bash', 'zsh']],
    ['slipway|nothing-of-this-name|--wait', []]
  ])('offers for %s what may stand there', (line, expected) => {
    expect(complete(line)).toEqual(expected);
  });

  it('knows every command', () => {
    expect(complete('slipway|')).toEqual(COMMANDS.map(({ name }) => name));
  });

  it('offers in zsh the same; __tests__/real/completion.test.ts types there', async () => {
    const zsh = renderCompletion('zsh', COMMANDS);
    expect(zsh).toContain('    --wait-for) list=(nothing started paused live stable) ;;\n');
    for (const { name } of COMMANDS) {
      const flags = new RegExp(`^    ${name}\\) flags="(.*?)"`, 'm').exec(script)?.[1] ?? '-';
      expect(zsh).toContain(`    ${name}) flags=(${flags}); list=(`);
    }
  });

  it.each([[undefined], ['fish']])('says which shells it is for, asked for %s', shell => {
    expect(() => renderCompletion(shell, COMMANDS)).toThrow(
      'Write slipway completion bash, or slipway completion zsh.'
    );
  });
});
