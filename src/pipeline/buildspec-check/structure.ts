import { RuleList } from '../../errors.js';
import { nearestName } from '../../text/suggest.js';
import type { Path } from '../../text/path.js';
import { isRecord, keysOf, own } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import type { Report } from './finding.js';
import { BUILDSPEC_REFERENCE, PHASES, type BuildCommand, type Buildspec } from '../buildspec-reader/reader.js';
import { readShell, ShellSyntaxError } from '../buildspec-reader/shell.js';
import { listCommands } from '../buildspec-reader/visit.js';

export const BUILDSPEC_RULES = new RuleList();
const NO_VERSION = BUILDSPEC_RULES.add('no-version', 'error', 'The version is missing.', BUILDSPEC_REFERENCE);
const UNKNOWN_VERSION = BUILDSPEC_RULES.add(
  'unknown-version',
  'error',
  'The version is neither 0.1 nor 0.2.',
  BUILDSPEC_REFERENCE
);
const OLD_VERSION = BUILDSPEC_RULES.add(
  'old-version',
  'warning',
  'The version is 0.1, in which each command has its own shell.',
  BUILDSPEC_REFERENCE
);
const OLD_KEY = BUILDSPEC_RULES.add(
  'old-key',
  'error',
  'Version 0.2 does not know environment_variables.',
  BUILDSPEC_REFERENCE
);
const UNKNOWN_KEY = BUILDSPEC_RULES.add(
  'unknown-key',
  'warning',
  'CodeBuild does not read the key.',
  BUILDSPEC_REFERENCE
);
const NO_PHASES = BUILDSPEC_RULES.add('no-phases', 'error', 'There are no phases.', BUILDSPEC_REFERENCE);
const UNKNOWN_PHASE = BUILDSPEC_RULES.add(
  'unknown-phase',
  'error',
  'A phase is not install, pre_build, build or post_build.',
  BUILDSPEC_REFERENCE
);
const ON_FAILURE = BUILDSPEC_RULES.add(
  'on-failure',
  'error',
  'on-failure is not ABORT, CONTINUE or RETRY.',
  BUILDSPEC_REFERENCE
);
const DOCKER_RUNTIME = BUILDSPEC_RULES.add(
  'docker-runtime',
  'error',
  'Docker is not a runtime version of a build image.',
  "CodeBuild answers: “Unknown runtime named 'docker'”"
);
const COLON_IN_COMMAND = BUILDSPEC_RULES.add(
  'colon-in-command',
  'error',
  'A command is not a string: a colon and a space make it a map.',
  'CodeBuild answers: “Expected Commands[N] to be of string type: found subkeys instead”'
);
const SHELL_SYNTAX = BUILDSPEC_RULES.add('shell-syntax', 'warning', 'A shell cannot parse the command.', 'bash -n');
const BACKSLASH_JOINED = BUILDSPEC_RULES.add(
  'backslash-joined',
  'warning',
  'A command of several lines is not a block: YAML joins plain lines before the shell sees the backslash.',
  'https://yaml.org/spec/1.2.2/#733-plain-style'
);
const SWALLOWED_BY_COMMENT = BUILDSPEC_RULES.add(
  'swallowed-by-comment',
  'error',
  'YAML joins the lines of a command, so that a comment in it takes the lines after it too: they never run.',
  'https://yaml.org/spec/1.2.2/#813-folded-style'
);
const FILES_NOT_A_LIST = BUILDSPEC_RULES.add(
  'files-not-a-list',
  'warning',
  'artifacts.files is not a list.',
  BUILDSPEC_REFERENCE
);

/** The keys of each part, as https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html has them. */
const KEYS = {
  buildspec: ['version', 'run-as', 'env', 'proxy', 'batch', 'phases', 'reports', 'artifacts', 'cache'],
  env: ['shell', 'variables', 'parameter-store', 'secrets-manager', 'exported-variables', 'git-credential-helper'],
  phase: ['run-as', 'on-failure', 'runtime-versions', 'commands', 'finally'],
  report: ['files', 'base-directory', 'discard-paths', 'file-format'],
  artifacts: [
    'files',
    'name',
    'base-directory',
    'discard-paths',
    'exclude-paths',
    'enable-symlinks',
    's3-prefix',
    'secondary-artifacts',
    // Deprecated, and harmless.
    'type'
  ],
  cache: ['key', 'fallback-keys', 'action', 'paths', 'type']
} as const;

const ON_FAILURE_FORMAT = /^(?:ABORT|CONTINUE|RETRY(?:-.+)?)$/;

/** What can be said of a buildspec without looking at what its commands do. */
export function checkStructure(buildspec: Buildspec, report: Report): void {
  checkVersion(buildspec, report);
  checkKeys(buildspec, report);
  checkPhases(buildspec, report);
  checkCommandItems(buildspec, report);
  for (const { rule, place, what, next } of buildspec.oddities) report('error', rule, place, what, next);
  for (const artifacts of [buildspec.artifacts, ...buildspec.secondaryArtifacts]) {
    if (artifacts?.filesAreText !== true) continue;
    const [file] = artifacts.files;
    const what = `artifacts.files is a text, and AWS documents a list: a second file would not fit in.`;
    report('warning', FILES_NOT_A_LIST, file?.place ?? artifacts.place, what, `Write - ${file?.value ?? ''} below it.`);
  }
}

function checkVersion({ version, document }: Buildspec, report: Report): void {
  if (version === undefined) {
    const what = 'The version is missing; CodeBuild refuses a buildspec without one.';
    report('error', NO_VERSION, document.place([]), what, 'Write version: 0.2 at the top.');
  } else if (version.value === '0.1') {
    const what = 'Version 0.1 runs every command in a shell of its own: cd and variables are lost after each.';
    report('warning', OLD_VERSION, version.place, what, 'Write version: 0.2, and environment_variables as env.');
  } else if (version.value !== '0.2') {
    report(
      'error',
      UNKNOWN_VERSION,
      version.place,
      `There is no version ${quote(version.value)}.`,
      'Write version: 0.2.'
    );
  }
}

function checkKeys(buildspec: Buildspec, report: Report): void {
  const { document, version } = buildspec;
  const check = (path: Path, value: unknown, known: readonly string[]): void => {
    if (!isRecord(value)) return;
    for (const key of keysOf(value).filter(name => !known.includes(name))) {
      const near = nearestName(key, known);
      const where = path.length === 0 ? 'A buildspec' : path.join('.');
      const what = `${where} has no key ${quote(key)}; CodeBuild does not read it.`;
      const next = near === undefined ? `There are ${listNames(known)}.` : `Did you mean ${near}?`;
      report('warning', UNKNOWN_KEY, document.place([...path, key]), what, next);
    }
  };
  const { value } = document;
  if (!isRecord(value)) return;
  const old = version?.value === '0.1' ? ['environment_variables'] : [];
  if (old.length === 0 && Object.hasOwn(value, 'environment_variables')) {
    const what = 'environment_variables belongs to version 0.1.';
    const next = 'Write env, with variables (was plaintext) and parameter-store below it.';
    report('error', OLD_KEY, document.place(['environment_variables']), what, next);
  }
  check([], value, [...KEYS.buildspec, 'environment_variables']);
  check(['env'], own(value, 'env'), KEYS.env);
  check(['cache'], own(value, 'cache'), KEYS.cache);
  check(['artifacts'], own(value, 'artifacts'), KEYS.artifacts);
  const phases = own(value, 'phases');
  for (const phase of buildspec.phases) {
    check(['phases', phase.name], isRecord(phases) ? phases[phase.name] : undefined, KEYS.phase);
  }
  const reports = own(value, 'reports');
  for (const { value: name } of buildspec.reports) {
    check(['reports', name], isRecord(reports) ? reports[name] : undefined, KEYS.report);
  }
}

function checkPhases(buildspec: Buildspec, report: Report): void {
  const { document, phases } = buildspec;
  const written = isRecord(document.value) ? own(document.value, 'phases') : undefined;
  if (!isRecord(written)) {
    report('error', NO_PHASES, document.place(['phases']), 'The phases are missing.', 'Write phases with commands.');
    return;
  }
  for (const name of keysOf(written).filter(key => !PHASES.some(phase => phase === key))) {
    const near = nearestName(name, PHASES);
    const what = `There is no phase ${quote(name)}; CodeBuild refuses the buildspec.`;
    const next = near === undefined ? `There are ${listNames(PHASES)}.` : `Did you mean ${near}?`;
    report('error', UNKNOWN_PHASE, document.place(['phases', name]), what, next);
  }
  for (const { onFailure, runtimes } of phases) {
    if (onFailure !== undefined && !ON_FAILURE_FORMAT.test(onFailure.value)) {
      const near = nearestName(onFailure.value, ['ABORT', 'CONTINUE', 'RETRY']);
      const what = `on-failure is ${quote(onFailure.value)}, expected ABORT, CONTINUE, RETRY, RETRY-<count> or RETRY-<pattern>.`;
      report('error', ON_FAILURE, onFailure.place, what, near === undefined ? '' : `Write ${near}.`);
    }
    const docker = runtimes.find(({ name }) => name === 'docker');
    if (docker !== undefined) {
      const what = `Today's build images have no runtime "docker": the build stops with "Unknown runtime named 'docker'".`;
      const next = 'Leave it out: Docker is in the image, and needs the privileged mode of the project.';
      report('error', DOCKER_RUNTIME, docker.place, what, next);
    }
  }
}

function checkCommandItems({ phases }: Buildspec, report: Report): void {
  for (const { commands, finallyCommands } of phases) {
    for (const command of [...commands, ...finallyCommands]) {
      const { place, text, wasMap, block, trouble } = command;
      const swallowed = findSwallowed(command);
      if (swallowed !== undefined) {
        const what = `YAML joins the lines of the command, and the comment takes what comes after it: ${quote(swallowed)} does not run.`;
        report(
          'error',
          SWALLOWED_BY_COMMENT,
          place,
          what,
          'Write the command as a block (- |), or take the comment out.'
        );
      }
      if (wasMap) {
        const what = `YAML reads the command as a map, because of the colon and the blank in it: ${quote(text)}. CodeBuild stops with "Expected Commands[…] to be of string type".`;
        report(
          'error',
          COLON_IN_COMMAND,
          place,
          what,
          `Write the whole command in quotes: '${text.split('\n')[0] ?? ''}'.`
        );
      } else if (trouble !== undefined) {
        const what = `A shell cannot read the command: ${trouble}.`;
        report('warning', SHELL_SYNTAX, place, what, 'Try it with bash -n.');
      } else if (!block && /\\ +-/.test(text)) {
        const what =
          'The backslash joins no lines here: YAML has joined them already, so it makes the blank after it a part of the next argument.';
        report(
          'warning',
          BACKSLASH_JOINED,
          place,
          what,
          'Leave the backslashes out, or write the command as a block (- |).'
        );
      }
    }
  }
}

/** The first line that a comment takes with it: without the comment the shell would see more words. */
function findSwallowed({ joinedLines, text }: BuildCommand): string | undefined {
  const lines = (joinedLines ?? []).filter(line => line !== '');
  const comment = /(?:^|\s)#.*$/;
  const at = lines.findIndex(line => comment.test(line));
  if (at < 0 || at === lines.length - 1) return undefined;
  const [seen, meant] = [countWords(text), countWords(lines.map(line => line.replace(comment, '')).join(' '))];
  return seen !== undefined && meant !== undefined && seen < meant
    ? lines.slice(at + 1).find(line => !line.startsWith('#'))
    : undefined;
}

function countWords(text: string): number | undefined {
  try {
    return listCommands(readShell(text)).reduce((sum, { words }) => sum + words.length, 0);
  } catch (error) {
    if (error instanceof ShellSyntaxError) return undefined;
    throw error;
  }
}
