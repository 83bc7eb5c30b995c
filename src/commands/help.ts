import { renderSettingsHelp } from '../config/docs/help.js';
import { wrap } from '../text/format.js';
import { VERSION } from '../version.js';
import { COMMAND_GROUPS, type Command, type CommandFlag } from './command.js';

/** What fits on every terminal, and into half of a wide one. */
const WIDTH = 80;

/** What `slipway help` prints: the page of a command, or the overview of all. */
export function renderHelp(command: Command | undefined, commands: readonly Command[]): string {
  return command === undefined ? renderOverview(commands) : renderPage(command);
}

function renderOverview(commands: readonly Command[]): string {
  const groups = COMMAND_GROUPS.map(group =>
    [
      group,
      ...commands
        .filter(command => command.group === group)
        .map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`)
    ].join('\n')
  );
  return `slipway ${VERSION}: builds, pushes and deploys containers to Amazon ECS, and
reports what actually happened.

${groups.join('\n\n')}

Start with     slipway rehearse
All settings   slipway help ship

Settings come from flags, then slipway.yml in this folder, then AWS's own
environment variables.
Exit codes: 0 success, 1 failed, 2 invalid use, 3 rolled back, 4 timed out,
5 superseded, 6 cancelled.
`;
}

function renderPage({ name, usage, description, positionals, flags, settings, examples, exitCodes }: Command): string {
  const words = (positionals.help ?? []).map(([word, help]) => renderEntry(word, help));
  return [
    `slipway ${name} ${usage}`.trim(),
    ...description.map(paragraph => wrap(paragraph, WIDTH).join('\n')),
    renderExamples(examples),
    [...words, ...flags.map(flag => renderEntry(writeFlag(flag), flag.help))].join('\n'),
    exitCodes === undefined ? '' : wrap(`Exit codes: ${exitCodes}`, WIDTH).join('\n'),
    settings === 'listed' || settings === 'none' ? '' : 'Settings are flags too: slipway help ship lists them.',
    settings === 'listed' ? renderSettingsHelp(WIDTH).trimEnd() : ''
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Side by side where they fit; else what it is for stands above, as a comment. */
function renderExamples(examples: Command['examples']): string {
  const column = Math.max(...examples.map(([line]) => line.length)) + 3;
  const fit = examples.every(([, purpose]) => 2 + column + 2 + purpose.length <= WIDTH);
  return examples
    .map(([line, purpose]) => {
      if (purpose === '') return `  ${line}`;
      return fit ? `  ${line.padEnd(column)}# ${purpose}` : `  # ${purpose}\n  ${line}`;
    })
    .join('\n');
}

function writeFlag({ name, value }: CommandFlag): string {
  return value === undefined ? `--${name}` : `--${name}=${value}`;
}

function renderEntry(word: string, help: string): string {
  return [`  ${word}`, ...wrap(help, WIDTH, '      ')].join('\n');
}
