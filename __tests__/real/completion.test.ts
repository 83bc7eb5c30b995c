import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { renderCompletion } from '../../src/commands/completion.js';
import { COMMANDS } from '../../src/commands/catalog/catalog.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-completion-'));
const file = join(folder, 'completion.zsh');

/** What zsh makes of a line at the Tab key, in a terminal of its own (zsh/zpty): the key after it puts the line into a file. */
function type(line: string): string {
  const script = `
zmodload zsh/zpty
zpty terminal 'cd ${join(process.cwd(), 'examples', 'rolling')}; PS1=ready; TERM=dumb zsh -f -i'
zpty -w terminal 'source ${file}; keep() { print -r -- "$BUFFER|" > ${folder}/line; BUFFER=exit; zle accept-line }; zle -N keep; bindkey "^I" complete-word; bindkey "^K" keep'
zpty -w -n terminal '${line}'$'\\t\\C-k'
while zpty -r terminal; do :; done > ${folder}/screen
cat ${folder}/line
`;
  const run = spawnSync('zsh', ['-f', '-c', script], { encoding: 'utf8', timeout: 30_000 });
  expect([run.status, run.stderr]).toEqual([0, '']);
  return run.stdout.trimEnd();
}

describe('slipway completion zsh, in zsh itself', () => {
  beforeAll(async () => writeFileSync(file, renderCompletion('zsh', COMMANDS)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['slipway reh', 'slipway rehearse |'],
    ['slipway ship --wait-for-m', 'slipway ship --wait-for-minutes=|'],
    ['slipway ship --dry', 'slipway ship --dry-run |'],
    ['slipway ship --wait-for=li', 'slipway ship --wait-for=live |'],
    ['slipway ship --wait-for li', 'slipway ship --wait-for live |'],
    ['slipway ship --task-definition=tas', 'slipway ship --task-definition=taskdefinition.json |'],
    ['slipway generate pi', 'slipway generate pipeline |'],
    ['slipway check tas', 'slipway check taskdefinition.json |'],
    ['slipway help rol', 'slipway help rollback |'],
    ['slipway completion z', 'slipway completion zsh |'],
    ['slipway nothing-of-this-name --wait', 'slipway nothing-of-this-name --wait|']
  ])('%s', (line, completed) => {
    expect(type(line)).toBe(completed);
  });
});
