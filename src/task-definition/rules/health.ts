import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Container } from '../types.js';
import { error, inContainer, numberOf, textsOf, warning, type RuleFinding, REFERENCE } from './finding.js';
import type { RuleContext } from './context.js';

export const HEALTH_RULES = new RuleList();
const HEALTH_CHECK_RANGE = HEALTH_RULES.add(
  'health-check-range',
  'error',
  'A health check value is out of range: interval 5 to 300, timeout 2 to 60, retries 1 to 10, startPeriod 0 to 300.',
  `${REFERENCE}/API_HealthCheck.html`
);
const HEALTH_CHECK_COMMAND = HEALTH_RULES.add(
  'health-check-command',
  'either',
  'The health check command does not start with CMD or CMD-SHELL, or gives CMD a line for the shell. An empty one is an error.',
  `${REFERENCE}/API_HealthCheck.html (command)`
);

const HEALTH_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  interval: [5, 300],
  timeout: [2, 60],
  retries: [1, 10],
  startPeriod: [0, 300]
};

/** Health checks of containers. */
export function checkHealth({ containers }: RuleContext): readonly RuleFinding[] {
  return containers.flatMap(container => {
    const check = own(container.record, 'healthCheck');
    if (!isRecord(check)) return [];
    const ranges = Object.entries(HEALTH_RANGES).flatMap(([member, [least, max]]) => {
      const value = numberOf(check, member);
      if (value === undefined || (value >= least && value <= max)) return [];
      const what = `${member} of a health check is from ${least} to ${max}, got ${value}.`;
      return [
        error(
          HEALTH_CHECK_RANGE,
          inContainer(container, 'healthCheck', member),
          what,
          'Set it within these bounds, or leave it out.'
        )
      ];
    });
    return [...ranges, ...checkHealthCommand(container, textsOf(check, 'command'))];
  });
}

function checkHealthCommand(container: Container, command: readonly string[]): readonly RuleFinding[] {
  const path = inContainer(container, 'healthCheck', 'command');
  const [first] = command;
  if (first === undefined)
    return [
      error(
        HEALTH_CHECK_COMMAND,
        path,
        'The health check has no command.',
        'Write ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], or remove healthCheck.'
      )
    ];
  if (first === 'CMD' || first === 'CMD-SHELL') {
    if (first === 'CMD-SHELL' && command.length > 2)
      return [
        warning(
          HEALTH_CHECK_COMMAND,
          path,
          `CMD-SHELL takes one text, got ${command.length - 1}: Docker runs the first and drops the others.`,
          'Join them, or use CMD.'
        )
      ];
    if (command.length === 1)
      return [warning(HEALTH_CHECK_COMMAND, path, `There is nothing after ${first}.`, 'Add what is to be run.')];
    const [, program = ''] = command;
    if (first === 'CMD' && needsShell(program)) {
      const what = `With CMD, Docker runs a program called ${quote(program)}, which there is not: only CMD-SHELL takes a whole line.`;
      return [warning(HEALTH_CHECK_COMMAND, path, what, adviseForm(command.slice(1)))];
    }
    return [];
  }
  if (first === 'NONE') return [];
  const next = adviseForm(command);
  return [
    warning(
      HEALTH_CHECK_COMMAND,
      path,
      `The command of a health check starts with CMD or CMD-SHELL, got ${quote(first)}.`,
      next
    )
  ];
}

/** A line for a shell: CMD takes each word by itself, and knows neither pipes nor variables. */
function needsShell(program: string): boolean {
  return /\s/.test(program.trim()) || /[|&;<>$`]/.test(program);
}

/** How a command without CMD or CMD-SHELL is written: a line of words for the shell, words by themselves for CMD. */
function adviseForm(command: readonly string[]): string {
  const line = command.join(' ');
  if (command.some(word => needsShell(word)) || command.length === 1)
    return `Write [${quote('CMD-SHELL')}, ${quote(line)}].`;
  return `Write [${[`CMD`, ...command].map(quote).join(', ')}], or [${quote('CMD-SHELL')}, ${quote(line)}].`;
}
