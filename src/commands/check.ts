import { relative, sep } from 'node:path';

import { NO_EFFECT, NOT_ALLOWED } from '../config/setting-rules.js';
import { ProblemsError, type Problem } from '../errors.js';
import { EXIT_WRONG_USE } from '../outcome.js';
import type { DeployProvider } from '../pipeline/buildspec-check/artifacts.js';
import type { Files } from '../ports.js';
import { renderAnnotation } from '../report/annotations.js';
import { renderFindings, renderFindingsJson, type CheckedFile } from '../report/findings.js';
import { listNames, quote } from '../text/format.js';
import type { Arguments } from './arguments.js';
import { checkNamedFiles } from './check-named.js';
import { checkProject } from './check-project.js';

export interface CheckRequest extends Arguments {
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working directory. */
  readonly directory: string;
  readonly write: (text: string) => void;
  readonly writeCommand: (text: string) => void;
}

const PROVIDERS: readonly DeployProvider[] = ['ECS', 'CodeDeployToECS'];

/**
 * `slipway check`: all files that the settings name, for each environment; `slipway check FILE…`: the named files by their kind. Tells what
 * is found as `file:line:column: severity rule: path: what and cure`, in a GitHub workflow as annotations too. Nothing is asked of AWS.
 *
 * @returns the exit code: 2 where there is an error, 0 with warnings alone
 * @throws ProblemsError for what is wrong with the command line
 */
export async function check(request: CheckRequest): Promise<number> {
  const { 'deploy-provider': provider, json, ...given } = request.flags;
  const problems = [...request.problems];
  const deployProvider = readProvider(provider, problems);
  if (request.positionals.length > 0) problems.push(...refuseSettings(given));
  if (problems.length > 0) throw new ProblemsError(problems);
  const unknownFields = given['unknown-fields'] === 'send' ? 'send' : 'error';
  const checked =
    request.positionals.length > 0
      ? await checkNamedFiles(request.positionals, { deployProvider, unknownFields }, request.files)
      : await checkProject({ ...request, given, deployProvider });
  request.write(json === 'true' ? renderFindingsJson(checked) : renderFindings(checked));
  annotate(checked, request);
  return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? EXIT_WRONG_USE : 0;
}

function annotate(checked: readonly CheckedFile[], { environment, directory, writeCommand }: CheckRequest): void {
  if (environment['GITHUB_ACTIONS'] !== 'true') return;
  const folder = relative(environment['GITHUB_WORKSPACE'] ?? directory, directory)
    .split(sep)
    .join('/');
  for (const { findings } of checked) for (const finding of findings) writeCommand(renderAnnotation(finding, folder));
}

/** A file is checked as it is: only how unknown fields are taken bears on it. */
function refuseSettings(given: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.keys(given)
    .filter(name => name !== 'unknown-fields')
    .map(name => ({
      code: NO_EFFECT.name,
      place: { path: `--${name}` },
      what: `--${name} has no effect where files are named.`,
      next: 'Leave it out, or name no files: then all files of the settings are checked.'
    }));
}

function readProvider(text: string | undefined, problems: Problem[]): DeployProvider | undefined {
  const provider = PROVIDERS.find(name => name.toLowerCase() === text?.toLowerCase());
  if (text !== undefined && provider === undefined) {
    const what = `--deploy-provider is ${quote(text)}, expected ${listNames(PROVIDERS, 'or')}.`;
    problems.push({ code: NOT_ALLOWED.name, place: {}, what, next: '' });
  }
  return provider;
}
