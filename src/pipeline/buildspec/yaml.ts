import type { KeptParts, PhaseName } from './kept.js';
import { isOneLine, toOneLine } from '../../text/one-line.js';

/** One entry of a phase's `commands`, with the comment that stands above it. */
export interface Step {
  /** Lines without `#`; empty: no comment. */
  readonly comment: readonly string[];
  /** Bash. CodeBuild looks at its exit status, and at nothing else in between. */
  readonly script: string;
}

interface Phase {
  readonly name: PhaseName;
  /** Ends the build at once when a command of the phase fails. */
  readonly abort: boolean;
  readonly steps: readonly Step[];
}

export interface BuildspecText {
  /** Lines without `#`. */
  readonly header: readonly string[];
  readonly variables: readonly { readonly name: string; readonly value: string; readonly comment: string }[];
  readonly phases: readonly Phase[];
  readonly artifacts: { readonly directory: string; readonly files: readonly string[] };
  /** What people added to an earlier version, kept as they wrote it. */
  readonly kept: KeptParts;
}

/** The text of a buildspec: YAML that every reader of 1.1 and 1.2 takes the same way, and that people can edit. */
export function writeBuildspec({ header, variables, phases, artifacts, kept }: BuildspecText): string {
  const lines = [
    ...header.map(comment),
    'version: 0.2',
    '',
    'env:',
    '  shell: bash',
    ...(variables.length + kept.variables.length === 0 ? [] : ['  variables:']),
    ...variables.flatMap(({ name, value, comment: why }) => [
      `    ${comment(why)}`,
      `    ${name}: ${quoteScalar(value)}`
    ]),
    ...kept.variables,
    ...kept.env,
    '',
    'phases:',
    ...kept.phases.flatMap(phase => [phase, '']),
    ...phases.flatMap(phase => writePhase(phase, kept.inPhases[phase.name])),
    'artifacts:',
    `  base-directory: ${writeScalar(artifacts.directory)}`,
    '  files:',
    ...artifacts.files.map(file => `    - ${file}`),
    ...kept.files,
    ...kept.artifacts
  ];
  return [`${lines.join('\n')}\n`, ...kept.sections.map(section => `${section}\n`)].join('\n');
}

/** The steps apart from one another by an empty line wherever a comment begins. What is kept of a phase needs a command beside it. */
function writePhase({ name, abort, steps: given }: Phase, kept: readonly string[]): string[] {
  if (given.length + kept.length === 0) return [];
  const steps = given.length > 0 ? given : [{ comment: ['Nothing is done here.'], script: ':' }];
  const commands = steps.flatMap((step, index) => [
    ...(index > 0 && step.comment.length > 0 ? [''] : []),
    ...step.comment.map(line => `      ${comment(line)}`),
    ...writeCommand(step.script)
  ]);
  return [`  ${name}:`, ...(abort ? ['    on-failure: ABORT'] : []), '    commands:', ...commands, ...kept, ''];
}

/** One line where YAML leaves it alone, else a literal block, in which nothing has to be escaped but what ends a line for some readers. */
function writeCommand(script: string): string[] {
  if (!script.split('\n').every(isOneLine)) return [`      - ${quoteScalar(script)}`];
  if (isPlain(script)) return [`      - ${script}`];
  return ['      - |', ...script.split('\n').map(line => (line === '' ? '' : `        ${line}`))];
}

/** A text that is a plain scalar of YAML, whatever the reader, and a string. */
function isPlain(text: string): boolean {
  return (
    /^[A-Za-z_/.][^\n]*[^\s:]$/.test(text) &&
    isOneLine(text) &&
    !/:\s|\s#/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) &&
    !/^[\d.]+$/.test(text)
  );
}

function writeScalar(text: string): string {
  return /^[A-Za-z_/][A-Za-z0-9_./-]*$/.test(text) && isPlain(text) ? text : quoteScalar(text);
}

/** JSON's strings are YAML's, but for characters that JSON takes as they are. */
function quoteScalar(text: string): string {
  return Array.from(JSON.stringify(text), character =>
    isOneLine(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  ).join('');
}

function comment(line: string): string {
  return line === '' ? '#' : `# ${toOneLine(line)}`;
}
