import { renderSettingsHelp } from '../config/help.js';
import { PIPELINE_FLAGS } from '../pipeline/flags.js';
import { wrap } from '../text/words.js';
import { VERSION } from '../version.js';
import type { Command } from './command.js';
import { MANUAL, type ManualPage } from './manual.js';

/** What fits on every terminal, and into half of a wide one. */
const WIDTH = 80;

const CHAPTERS: readonly (readonly [title: string, commands: readonly string[]])[] = [
  ['Look first', ['rehearse', 'check', 'plan', 'diff', 'render']],
  ['Deploy', ['ship', 'status', 'rollback']],
  ['Begin, or come from elsewhere', ['init', 'import', 'generate']],
  ['More', ['cloud', 'completion', 'help', 'version']]
];

function renderOverview(commands: readonly Command[]): string {
  const chapters = CHAPTERS.map(([title, names]) =>
    [
      title,
      ...names.map(name => `  ${name.padEnd(12)}${commands.find(command => command.name === name)?.says ?? ''}`)
    ].join('\n')
  );
  return `slipway ${VERSION}: ships a container to Amazon ECS, and tells you the
truth about how that went.

${chapters.join('\n\n')}

Begin with     slipway rehearse
All settings   slipway help ship

Settings come from flags, from slipway.yml in this folder, and from AWS's own
environment variables, in this order.
Exit codes: 0 done, 1 failed, 2 wrong use, 3 rolled back, 4 timed out,
5 superseded, 6 cancelled.
`;
}

function renderPage(name: string, page: ManualPage): string {
  const flags = [
    ...(page.flags ?? []),
    ...(name === 'generate' ? PIPELINE_FLAGS.map(flag => [`--${flag.name}`, flag.help] as const) : [])
  ];
  return [
    `slipway ${name} ${page.usage}`.trim(),
    ...page.says.map(paragraph => wrap(paragraph, WIDTH).join('\n')),
    renderExamples(page.examples),
    flags.length === 0 ? '' : flags.map(renderFlag).join('\n'),
    page.exitCodes === undefined ? '' : wrap(`Exit codes: ${page.exitCodes}`, WIDTH).join('\n'),
    page.settings === 'as of ship' ? 'Settings are flags too: slipway help ship lists them.' : '',
    page.settings === 'all' ? renderSettingsHelp(WIDTH).trimEnd() : ''
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Side by side where they fit; else what it is for stands above, as a comment. */
function renderExamples(examples: ManualPage['examples']): string {
  const column = Math.max(...examples.map(([line]) => line.length)) + 3;
  return examples
    .map(([line, purpose]) => {
      if (purpose === '') return `  ${line}`;
      const beside = `  ${line.padEnd(column)}# ${purpose}`;
      return examples.every(([, other]) => 2 + column + 2 + other.length <= WIDTH)
        ? beside
        : `  # ${purpose}\n  ${line}`;
    })
    .join('\n');
}

function renderFlag([flag, help]: readonly [string, string]): string {
  return [`  ${flag}`, ...wrap(help, WIDTH, '      ')].join('\n');
}

/** What `slipway help` prints; an unknown or absent command gets the overview. */
export function renderHelp(command: string | undefined, commands: readonly Command[]): string {
  const page = command === undefined ? undefined : MANUAL[command];
  return command === undefined || page === undefined ? renderOverview(commands) : renderPage(command, page);
}
