import { checkAppspec, readAppspec, type Appspec } from '../appspec/appspec.js';
import type { ContainerChanges } from '../task-definition/apply-overrides.js';
import { checkDefinition } from '../task-definition/check-rules.js';
import {
  checkChanges,
  readTaskDefinition,
  type TaskDefinitionFile,
  type UnknownFields
} from '../task-definition/index.js';
import type { BuildConfig } from '../config/config.js';
import { decodeAll } from '../config/decode/decode.js';
import { NOTHING_SET } from '../config/sources/resolved-settings.js';
import { BUILD_SETTINGS } from '../config/table/build.js';
import { FILES_SETTINGS } from '../config/table/files.js';
import { listEnvironments } from '../config/sources/environments.js';
import { type Finding, RuleList, type RuleProblem, RuleProblemsError, toFindings, uniqueProblems } from '../errors.js';
import { checkDockerfile } from '../image/check/dockerfile-rules.js';
import { readDockerfile } from '../image/build/dockerfile.js';
import type { DeployProvider } from '../pipeline/buildspec-check/artifacts.js';
import { detectKind, type FileKind } from '../pipeline/buildspec-check/kind.js';
import { checkBaseImages } from '../pipeline/buildspec-check/base-images.js';
import { checkBuildspec } from '../pipeline/buildspec-check/check.js';
import { readBuildspec } from '../pipeline/buildspec-reader/reader.js';
import type { Files } from '../ports.js';
import type { CheckedFile } from '../report/findings.js';
import type { TextDocument } from '../text/document.js';
import { readDocumentArgument, readFileArgument } from './read-file.js';

export const KIND_RULES = new RuleList();
const UNKNOWN_FILE = KIND_RULES.add(
  'unknown-file',
  'error',
  'A file to check is not of a kind that Slipway checks.',
  'slipway check'
);

export interface NamedOptions {
  readonly deployProvider: DeployProvider | undefined;
  readonly unknownFields: UnknownFields;
}

/** A file that was read as what it is. */
interface Named {
  readonly file: string;
  readonly kind: FileKind | 'Dockerfile';
  readonly findings: readonly Finding[];
  readonly taskDefinition?: TaskDefinitionFile;
  readonly appspec?: Appspec;
}

/** Checks the named files, each by its kind; AppSpecs also against the task definition, where exactly one is named with them. */
export async function checkNamedFiles(
  paths: readonly string[],
  options: NamedOptions,
  files: Files
): Promise<readonly CheckedFile[]> {
  const named = await Promise.all(paths.map(async path => checkNamed(path, options, files)));
  const [taskDefinition, ...others] = named.flatMap(file => file.taskDefinition ?? []);
  return named.map(({ file, kind, findings, appspec }) => {
    if (appspec === undefined || taskDefinition === undefined || others.length > 0) return { file, kind, findings };
    return { file, kind, findings: [...findings, ...checkAppspec(appspec, taskDefinition)] };
  });
}

async function checkNamed(file: string, options: NamedOptions, files: Files): Promise<Named> {
  try {
    if (isDockerfile(file)) return { file, kind: 'Dockerfile', findings: await checkNamedDockerfile(file, files) };
    const document = await readDocumentArgument(file, files);
    const checked = checkDocument(document, options);
    if (checked.kind !== 'buildspec') return { file, ...checked };
    // CodeBuild begins at the root of the source, where a check is run too.
    const bases = await checkBaseImages(readBuildspec(document), async path =>
      (await files.isFile(path)) ? files.read(path) : undefined
    );
    return { file, ...checked, findings: [...checked.findings, ...bases] };
  } catch (error) {
    if (!(error instanceof RuleProblemsError)) throw error;
    return { file, kind: kindByName(file), findings: toFindings(error.problems, 'error') };
  }
}

/** By its name: `Dockerfile`, `Dockerfile.dev`, `web.Dockerfile`. */
function isDockerfile(path: string): boolean {
  return /(?:^|[\\/.])Dockerfile(?:\.[^\\/]*)?$/i.test(path);
}

/** By itself: what the settings say of the build is not known. */
async function checkNamedDockerfile(file: string, files: Files): Promise<readonly Finding[]> {
  const build = { ...NO_BUILD, dockerfile: file };
  return checkDockerfile(readDockerfile(file, await readFileArgument(file, files)), build, setting => setting, []);
}

const NO_BUILD: BuildConfig = {
  ...NOTHING_SET.getAll('images', BUILD_SETTINGS),
  // What a build is given beside the file may be anything.
  buildOptions: ['--quiet']
};

const NO_CHANGES: ContainerChanges = NOTHING_SET.getAll('services', FILES_SETTINGS);

function checkDocument(document: TextDocument, { deployProvider, unknownFields }: NamedOptions): Omit<Named, 'file'> {
  const detected = detectKind(document);
  const kind = detected === 'unknown' ? kindByName(document.file) : detected;
  switch (kind) {
    case 'buildspec':
      return { kind, findings: checkBuildspec(readBuildspec(document), { deployProvider }) };
    case 'task definition': {
      const { problems, value } = take(() => readTaskDefinition(document, { unknownFields }));
      if (value === undefined) return { kind, findings: toFindings(problems, 'error') };
      const limits = toFindings(checkChanges(value, { ...NO_CHANGES, images: [] }), 'error');
      const findings = [...limits, ...checkDefinition(value), ...toFindings(value.warnings, 'warning')];
      return { kind, findings, taskDefinition: value };
    }
    case 'AppSpec': {
      const { problems, value } = take(() => readAppspec(document));
      if (value === undefined) return { kind, findings: toFindings(problems, 'error') };
      return { kind, findings: toFindings(value.warnings, 'warning'), appspec: value };
    }
    case 'settings file of Slipway':
      return { kind, findings: checkSettingsFile(document) };
    default:
      return { kind, findings: [refuseKind(kind, document)] };
  }
}

/** The settings alone, under each environment; the files that they name are checked by `slipway check` without arguments. */
function checkSettingsFile(document: TextDocument): readonly Finding[] {
  const problems = listEnvironments(document).flatMap(environment => {
    const given: Record<string, string> = environment === undefined ? {} : { environment };
    const source = { sha: undefined, keepTokens: true };
    return decodeAll({ given, givenFrom: 'flag', file: document, env: {}, purpose: 'check', source }).problems;
  });
  return toFindings(uniqueProblems(problems), 'error');
}

function take<T>(read: () => T): { readonly value?: T; readonly problems: readonly RuleProblem[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (!(error instanceof RuleProblemsError)) throw error;
    return { problems: error.problems };
  }
}

/** What a file is meant to be, by its name, where its content does not say it. */
function kindByName(path: string): FileKind {
  const name = path.replace(/^.*[\\/]/, '').toLowerCase();
  if (name.includes('appspec')) return 'AppSpec';
  if (name.includes('buildspec')) return 'buildspec';
  if (/task-?_?def/.test(name)) return 'task definition';
  return name.startsWith('slipway.') ? 'settings file of Slipway' : 'unknown';
}

function refuseKind(kind: FileKind, document: TextDocument): Finding {
  const what =
    kind === 'unknown'
      ? 'This is no file that can be checked here: no task definition, AppSpec, buildspec or settings of Slipway.'
      : `This is ${withArticle(kind)}, which is not checked here.`;
  const next = 'slipway check reads task definitions, AppSpecs, buildspecs, Dockerfiles and slipway.yml.';
  return { severity: 'error', code: UNKNOWN_FILE.name, place: document.place([]), what, next };
}

function withArticle(kind: FileKind): string {
  if (/\.json$/.test(kind)) return kind;
  return `${/^[AEIOU]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}
