import { posix, relative, resolve, sep } from 'node:path';

import { listEnvironments } from '../config/sources/environments.js';
import { type Problem, ProblemsError, SlipwayError, uniqueProblems } from '../errors.js';
import { readProject } from '../steps/project.js';
import { collect, readSettingsFile } from '../steps/read-sources.js';
import { buildspecPath, renderBuildspec } from '../pipeline/buildspec/buildspec.js';
import { explainCache, listCachePlaces } from '../pipeline/build-facts.js';
import { explainUnknownReads } from '../pipeline/build-reads.js';
import { DEFAULT_BRANCH, readPipelineOptions, type PipelineOptions } from '../pipeline/flags.js';
import { PIPELINE_FLAGS } from '../pipeline/pipeline-flags.js';
import { renderIam } from '../pipeline/iam/iam.js';
import type { GeneratedFile, GenerateOptions, PipelineProject } from '../pipeline/project.js';
import { adviseDeployer } from '../pipeline/template/check.js';
import { renderPipelineTemplate } from '../pipeline/template/template.js';
import { renderWorkflow, workflowName, WORKFLOWS } from '../pipeline/workflow.js';
import type { Files } from '../ports.js';
import { nearestName } from '../text/suggest.js';
import type { TextDocument } from '../text/document.js';
import { quoteWord } from '../text/shell.js';
import { listNames, quote } from '../text/format.js';
import type { Arguments, Flag } from './arguments.js';
import { compareFiles, putFiles, withChecksumFile } from './generated-files.js';

const TARGETS = ['buildspec', 'pipeline', 'workflow', 'iam'] as const;
type Target = (typeof TARGETS)[number];

export interface GenerateSettings {
  readonly arguments: Arguments;
  /** The flags of the command itself, and all with the settings. */
  readonly command: { readonly own: readonly Flag[]; readonly all: readonly Flag[] };
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly write: (text: string) => void;
  readonly warn: (text: string, place: Problem['place']) => void;
}

/**
 * `slipway generate buildspec|pipeline|workflow|iam|all`: writes the files, or with `--check` compares them with those that are there.
 * Nothing is written where any of them cannot be made, or would take the place of a file that is not an earlier version of it.
 *
 * @returns the exit code: 1 where `--check` finds a difference
 * @throws ProblemsError with all that is wrong with the settings, their files and the flags, or that stands in a file's place
 */
export async function generate(settings: GenerateSettings): Promise<number> {
  const { flags, positionals, problems } = settings.arguments;
  const targets = readTargets(positionals);
  const { files } = settings;
  const ours = new Set(settings.command.own.map(({ name }) => name));
  const given = Object.fromEntries(Object.entries(flags).filter(([name]) => !ours.has(name)));
  const project = await readProject({ given, problems, files, environment: settings.environment });
  if (project.environment === undefined && project.taskDefinition === undefined) {
    checkEnvironment(await readSettingsFile(flags['config'], files));
  }
  const warnings = [project, ...project.others].flatMap(({ taskDefinition, appspec }) => [
    ...(taskDefinition?.value.warnings ?? []),
    ...(appspec?.value.warnings ?? [])
  ]);
  for (const { what, next, place } of uniqueProblems(warnings)) {
    settings.warn([what, next].filter(part => part !== '').join(' '), place);
  }
  if (targets.some(target => target !== 'workflow')) {
    for (const text of explainUnknownReads(project)) settings.warn(text, {});
  }
  if (targets.includes('buildspec')) for (const text of explainCache(project)) settings.warn(text, {});
  const output = readOutput(targets, project, flags['output'], settings.warn);
  const writeFlags = flagWriter(settings.command.all);
  const made = await make(targets, project, { ...output, flags, writeFlags }, files);
  const target = { files, flags: settings.command.all, write: settings.write };
  const isChosen = (flags['deploy'] ?? project.config.pipeline.deploy) !== undefined;
  const advice = isChosen || !targets.includes('pipeline') ? undefined : adviseDeployer(project);
  const advise = (): void => {
    if (advice !== undefined) settings.write(`${advice}\n`);
  };
  if (flags['check'] !== 'true') {
    await putFiles(made, flags['force'] === 'true', target);
    advise();
    return 0;
  }
  const drift = await compareFiles(made, target);
  advise();
  if (drift > 0) settings.write(`Make them again: slipway generate ${positionals[0] ?? ''}${writeFlags(flags)}\n`);
  return drift === 0 ? 0 : 1;
}

/** Without its environments a settings file may say half of what is shipped, and what is made of that would look whole. */
function checkEnvironment(document: TextDocument | undefined): void {
  const [first, ...others] = listEnvironments(document);
  if (first === undefined) return;
  const what = `There are environments (${listNames([first, ...others.map(name => name ?? '')])}), and without one of them there is no task definition.`;
  const next = `Choose one: --environment=${first}.`;
  throw new ProblemsError([
    { code: 'missing-setting', place: { file: document?.file, path: 'environment' }, what, next }
  ]);
}

function readTargets(positionals: readonly string[]): readonly Target[] {
  const [name, extra] = positionals;
  const known = [...TARGETS, 'all'];
  const target = TARGETS.find(one => one === name);
  if (extra === undefined && (target !== undefined || name === 'all')) return target === undefined ? TARGETS : [target];
  const near = name === undefined ? undefined : nearestName(name, known);
  throw new SlipwayError({
    code: 'unknown-target',
    fault: 'user',
    what:
      extra !== undefined && known.includes(name ?? '')
        ? `The argument ${quote(extra)} is not expected here.`
        : `${name === undefined ? 'Nothing is named' : `${quote(name)} cannot be generated`}: there are ${listNames(known)}.`,
    next: near === undefined || near === name ? 'Write slipway generate buildspec.' : `Did you mean ${near}?`
  });
}

/** Where the files go: a folder from the repository's root, with `/`, empty for the root; and the workflow, which may be named as a file. */
interface Output {
  readonly directory: string;
  /** undefined: by its own name, where GitHub looks for workflows. */
  readonly workflow: string | undefined;
}

function readOutput(
  targets: readonly Target[],
  project: PipelineProject,
  output: string | undefined,
  warn: GenerateSettings['warn']
): Output {
  const path = relative('.', resolve(output ?? '.'))
    .split(sep)
    .join(posix.sep);
  const isFile = /\.ya?ml$/.test(path);
  const isWorkflow = targets.length === 1 && targets[0] === 'workflow';
  if (isFile && !isWorkflow) {
    const what = `--output is ${quote(output ?? '')}, and these files go into a folder.`;
    throw new ProblemsError([{ code: 'malformed', place: {}, what, next: 'Name a folder.' }]);
  }
  if (!isWorkflow || output === undefined) return { directory: isWorkflow ? '' : path, workflow: undefined };
  const workflow = isFile ? path : posix.join(path, workflowName(project));
  if (posix.dirname(workflow) !== WORKFLOWS) {
    warn(`GitHub runs the workflows of ${WORKFLOWS} alone, and this one goes to ${posix.dirname(workflow)}.`, {});
  }
  return { directory: '', workflow };
}

/** What was typed, and how it is typed again. */
interface CommandLine {
  readonly flags: Arguments['flags'];
  readonly writeFlags: (flags: Arguments['flags']) => string;
}

async function make(
  targets: readonly Target[],
  project: PipelineProject,
  { directory, workflow, flags, writeFlags }: Output & CommandLine,
  files: Files
): Promise<readonly GeneratedFile[]> {
  const problems: Problem[] = [];
  const present = await files.read(buildspecPath(project, { directory }));
  const general: GenerateOptions = {
    directory,
    flags: writeFlags(flags),
    present: present === undefined ? undefined : new TextDecoder().decode(present)
  };
  const options = await collect(ProblemsError, problems, () =>
    readPipelineOptions({ ...project.config.pipeline, ...flags }, general)
  );
  const made: GeneratedFile[] = [];
  for (const target of targets) {
    if (options === undefined) break;
    const one = { ...options, workflow };
    made.push(
      ...((await collect(ProblemsError, problems, () => makeOne(target, project, one, { flags, writeFlags }))) ?? [])
    );
  }
  if (problems.length === 0) return made;
  // What keeps the project from being carried over is told by each of them.
  throw new ProblemsError([...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]);
}

function makeOne(
  target: Target,
  project: PipelineProject,
  options: PipelineOptions & Pick<Output, 'workflow'>,
  { flags, writeFlags }: CommandLine
): readonly GeneratedFile[] {
  switch (target) {
    case 'buildspec': {
      const of = new Set<string>(PIPELINE_FLAGS.map(({ name }) => name));
      const own = Object.fromEntries(Object.entries(flags).filter(([name]) => !of.has(name)));
      // Of what the pipeline may hold, the buildspec has this.
      const parts = {
        ...(options.parts.includes('docker-hub') ? { with: 'docker-hub' } : {}),
        ...(listCachePlaces(project).length > 0 && options.branch !== DEFAULT_BRANCH ? { branch: options.branch } : {})
      };
      return renderBuildspec(project, { ...options, flags: writeFlags({ ...own, ...parts }) });
    }
    case 'pipeline':
      return renderPipelineTemplate(project, options);
    case 'workflow': {
      // Where the other files go says nothing of it.
      const own = Object.fromEntries(Object.entries(flags).filter(([name]) => name !== 'output'));
      return renderWorkflow(project, options.workflow === undefined ? { ...options, flags: writeFlags(own) } : options);
    }
    case 'iam':
      return withChecksumFile(renderIam(project, options), `slipway generate iam${options.flags}`);
  }
}

/** Writes flags as a shell takes them, for whoever makes the files again: in their own order, without `--check` and `--force`. */
function flagWriter(all: readonly Flag[]): CommandLine['writeFlags'] {
  const known = [...new Map(all.map(flag => [flag.name, flag])).values()];
  return flags =>
    known
      .flatMap(({ name, kind }) => {
        const text = flags[name];
        if (text === undefined || name === 'check' || name === 'force') return [];
        const values = kind === 'many' ? text.split('\n') : [text];
        return values.map(value => writeFlag(name, value, kind === 'switch'));
      })
      .join('');
}

function writeFlag(name: string, value: string, isSwitch: boolean): string {
  if (isSwitch && value === 'true') return ` --${name}`;
  // A value that begins like a flag, or is empty, has to hang on its name.
  const joint = /^(?:-|$)/.test(value) || isSwitch ? '=' : ' ';
  return ` --${name}${joint}${quoteWord(value) ?? ''}`;
}
