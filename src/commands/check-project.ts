import { decodeAll, type SettingsSources } from '../config/decode/decode.js';
import { listEnvironments } from '../config/sources/environments.js';
import { placeAt } from '../config/sources/source-locations.js';
import { type Finding, type RuleProblem, RuleProblemsError, toFindings, uniqueProblems } from '../errors.js';
import { checkOffline } from '../steps/check-files.js';
import { collect, readServices, readSettingsFile, type ReadService } from '../steps/read-sources.js';
import type { DeployProvider } from '../pipeline/buildspec-check/artifacts.js';
import type { Files } from '../ports.js';
import type { CheckedFile } from '../report/findings.js';
import type { TextDocument } from '../text/document.js';
import { checkNamedFiles } from './check-named.js';

export interface ProjectCheck {
  /** Settings as flags. */
  readonly given: Readonly<Record<string, string>>;
  readonly deployProvider: DeployProvider | undefined;
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Files that are looked at where no settings name any, or beside them. */
const BUILDSPEC = 'buildspec.yml';
const USUAL = ['taskdefinition.json', 'task-definition.json', 'taskdef.json'];
const USUAL_APPSPECS = ['appspec.yml', 'appspec.yaml', 'appspec.json'];
const SETTINGS_KIND = 'settings';
const DOCKERFILE_KIND = 'Dockerfile';

interface Found {
  readonly findings: readonly Finding[];
  readonly read: readonly { readonly file: string; readonly kind: string }[];
}

/**
 * Checks the project in the working directory: the settings under each environment, or under the one that is given, the files that they
 * name, and the buildspecs beside them. Without settings, the files by their usual names.
 */
export async function checkProject(project: ProjectCheck): Promise<readonly CheckedFile[]> {
  const { given, files } = project;
  const problems: RuleProblem[] = [];
  const settings = await collect(RuleProblemsError, problems, () => readSettingsFile(given['config'], files));
  if (problems.length > 0) return groupByFile({ findings: toFindings(problems, 'error'), read: [] });
  if (settings === undefined && Object.keys(given).length === 0) {
    const usual = await findUsual(files);
    if (usual.length > 0) return checkNamedFiles(usual, { ...project, unknownFields: 'error' }, files);
  }
  const chosen = given['environment'] ?? '';
  const environments = chosen === '' ? listEnvironments(settings) : [chosen];
  const found: Found[] = [];
  for (const environment of environments) found.push(await checkEnvironment(environment, settings, project));
  const all = await checkBuildspecs(environments, project);
  const read = settings === undefined ? [] : [{ file: settings.file, kind: SETTINGS_KIND }];
  return [
    ...groupByFile({
      findings: uniqueProblems(found.flatMap(({ findings }) => findings)),
      read: [...read, ...found.flatMap(one => one.read)]
    }),
    ...all
  ];
}

async function checkEnvironment(
  environment: string | undefined,
  settings: TextDocument | undefined,
  { given, files, environment: env }: ProjectCheck
): Promise<Found> {
  const asked: SettingsSources = {
    given: environment === undefined ? given : { ...given, environment },
    givenFrom: 'flag',
    file: settings,
    env,
    purpose: 'check',
    source: { sha: undefined, keepTokens: true }
  };
  const { config, problems, locate } = decodeAll(asked);
  const place = (finding: Finding): Finding => ({ ...finding, place: placeAt(finding.place, locate) });
  if (problems.length > 0) {
    const services = await readServices(config.rollouts, files);
    const found = services.flatMap(({ sources }) => toFindings(sources.problems, 'error'));
    return { findings: [...toFindings(problems, 'error'), ...found].map(place), read: listRead(services) };
  }
  const { services, dockerfiles, findings } = await checkOffline(config, files);
  const read = [...listRead(services), ...dockerfiles.map(file => ({ file, kind: DOCKERFILE_KIND }))];
  return { findings: findings.map(place), read };
}

function listRead(services: readonly ReadService[]): Found['read'] {
  return services.flatMap(({ sources: { taskDefinition, appspec } }) => [
    ...(taskDefinition === undefined ? [] : [{ file: taskDefinition.document.file, kind: 'task definition' }]),
    ...(appspec?.file === undefined ? [] : [{ file: appspec.file, kind: 'AppSpec' }])
  ]);
}

/** `buildspec.yml`, and an environment's own before which its name stands, as `slipway generate` writes them. */
async function checkBuildspecs(
  environments: readonly (string | undefined)[],
  { deployProvider, files }: ProjectCheck
): Promise<readonly CheckedFile[]> {
  const names = [BUILDSPEC, ...environments.flatMap(name => (name === undefined ? [] : [`${name}.${BUILDSPEC}`]))];
  return checkNamedFiles(await filter(names, files), { deployProvider, unknownFields: 'error' }, files);
}

async function findUsual(files: Files): Promise<readonly string[]> {
  return filter([...USUAL, ...USUAL_APPSPECS, BUILDSPEC], files);
}

async function filter(names: readonly string[], files: Files): Promise<readonly string[]> {
  const there = await Promise.all(names.map(name => files.isFile(name)));
  return names.filter((_name, index) => there[index]);
}

/** What is found in a file stands with it, in the order in which the files were read; what is in no file comes first. */
function groupByFile({ findings, read }: Found): readonly CheckedFile[] {
  const kinds = new Map(read.map(({ file, kind }) => [file, kind]));
  const files = [...new Set([...kinds.keys(), ...findings.flatMap(({ place }) => place.file ?? [])])];
  const nowhere = findings.filter(({ place }) => place.file === undefined);
  return [
    ...(nowhere.length === 0 ? [] : [{ file: undefined, kind: SETTINGS_KIND, findings: nowhere }]),
    ...files.map(file => ({
      file,
      kind: kinds.get(file) ?? 'unknown',
      findings: sortFindings(findings.filter(({ place }) => place.file === file))
    }))
  ];
}

function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const position = ({ place }: Finding): number => (place.line ?? 0) * 10_000 + (place.column ?? 0);
  return findings.toSorted((one, other) => position(one) - position(other));
}
