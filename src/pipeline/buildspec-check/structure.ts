import { nearestName } from '../../text/suggest.js';
import type { Path } from '../../text/path.js';
import { isRecord, keysOf, own } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import type { Report } from './finding.js';
import { PHASES, type Buildspec } from '../buildspec-reader/reader.js';

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

const ON_FAILURE = /^(?:ABORT|CONTINUE|RETRY(?:-.+)?)$/;

/** What can be said of a buildspec without looking at what its commands do. */
export function checkStructure(buildspec: Buildspec, report: Report): void {
  checkVersion(buildspec, report);
  checkKeys(buildspec, report);
  checkPhases(buildspec, report);
  checkCommandItems(buildspec, report);
  for (const { code, place, what, next } of buildspec.oddities) report('error', code, place, what, next);
  for (const artifacts of [buildspec.artifacts, ...buildspec.secondaryArtifacts]) {
    if (artifacts?.filesAreText !== true) continue;
    const [file] = artifacts.files;
    const what = `artifacts.files is a text, and AWS documents a list: a second file would not fit in.`;
    report(
      'warning',
      'files-not-a-list',
      file?.place ?? artifacts.place,
      what,
      `Write - ${file?.value ?? ''} below it.`
    );
  }
}

function checkVersion({ version, document }: Buildspec, report: Report): void {
  if (version === undefined) {
    const what = 'The version is missing; CodeBuild refuses a buildspec without one.';
    report('error', 'no-version', document.place([]), what, 'Write version: 0.2 at the top.');
  } else if (version.value === '0.1') {
    const what = 'Version 0.1 runs every command in a shell of its own: cd and variables are lost after each.';
    report('warning', 'old-version', version.place, what, 'Write version: 0.2, and environment_variables as env.');
  } else if (version.value !== '0.2') {
    report(
      'error',
      'unknown-version',
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
      report('warning', 'unknown-key', document.place([...path, key]), what, next);
    }
  };
  const { value } = document;
  if (!isRecord(value)) return;
  const old = version?.value === '0.1' ? ['environment_variables'] : [];
  if (old.length === 0 && Object.hasOwn(value, 'environment_variables')) {
    const what = 'environment_variables belongs to version 0.1.';
    const next = 'Write env, with variables (was plaintext) and parameter-store below it.';
    report('error', 'old-key', document.place(['environment_variables']), what, next);
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
    report('error', 'no-phases', document.place(['phases']), 'The phases are missing.', 'Write phases with commands.');
    return;
  }
  for (const name of keysOf(written).filter(key => !PHASES.some(phase => phase === key))) {
    const near = nearestName(name, PHASES);
    const what = `There is no phase ${quote(name)}; CodeBuild refuses the buildspec.`;
    const next = near === undefined ? `There are ${listNames(PHASES)}.` : `Did you mean ${near}?`;
    report('error', 'unknown-phase', document.place(['phases', name]), what, next);
  }
  for (const { onFailure, runtimes } of phases) {
    if (onFailure !== undefined && !ON_FAILURE.test(onFailure.value)) {
      const near = nearestName(onFailure.value, ['ABORT', 'CONTINUE', 'RETRY']);
      const what = `on-failure is ${quote(onFailure.value)}, expected ABORT, CONTINUE, RETRY, RETRY-<count> or RETRY-<pattern>.`;
      report('error', 'on-failure', onFailure.place, what, near === undefined ? '' : `Write ${near}.`);
    }
    const docker = runtimes.find(({ name }) => name === 'docker');
    if (docker !== undefined) {
      const what = `Today's build images have no runtime "docker": the build stops with "Unknown runtime named 'docker'".`;
      const next = 'Leave it out: Docker is in the image, and needs the privileged mode of the project.';
      report('error', 'docker-runtime', docker.place, what, next);
    }
  }
}

function checkCommandItems({ phases }: Buildspec, report: Report): void {
  for (const { commands, finallyCommands } of phases) {
    for (const { place, text, wasMap, block, trouble } of [...commands, ...finallyCommands]) {
      if (wasMap) {
        const what = `YAML reads the command as a map, because of the colon and the blank in it: ${quote(text)}. CodeBuild stops with "Expected Commands[…] to be of string type".`;
        report(
          'error',
          'colon-in-command',
          place,
          what,
          `Write the whole command in quotes: '${text.split('\n')[0] ?? ''}'.`
        );
      } else if (trouble !== undefined) {
        const what = `A shell cannot read the command: ${trouble}.`;
        report('warning', 'shell-syntax', place, what, 'Try it with bash -n.');
      } else if (!block && /\\ +-/.test(text)) {
        const what =
          'The backslash joins no lines here: YAML has joined them already, so it makes the blank after it a part of the next argument.';
        report(
          'warning',
          'backslash-joined',
          place,
          what,
          'Leave the backslashes out, or write the command as a block (- |).'
        );
      }
    }
  }
}
