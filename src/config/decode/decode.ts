import { formatProblem, RuleProblemsError, type RuleProblem } from '../../errors.js';
import { WRONG_TYPE } from '../../text/shape-rules.js';
import { nearestName } from '../../text/suggest.js';
import { entriesOf, isRecord } from '../../text/record.js';
import type { TextDocument } from '../../text/document.js';
import { listNames, quote, showValue } from '../../text/format.js';
import type { Config, FilesConfig, RoleConfig, ServiceConfig } from '../config.js';
import { MISSING_SETTING, UNKNOWN_ENVIRONMENT } from '../setting-rules.js';
import { FILES_SETTINGS } from '../table/files.js';
import { GATE_SETTINGS } from '../table/gate.js';
import { IMAGE_SETTINGS, PUBLISH_SETTINGS } from '../table/image.js';
import { REPORT_SETTINGS } from '../table/report.js';
import { ROLLOUT_SETTINGS } from '../table/rollout.js';
import { WHERE_SETTINGS } from '../table/where.js';
import { decodeImages } from './images.js';
import { PIPELINE_KEY, readPipelineMap } from '../sources/pipeline-map.js';
import { readGiven, readMap, readVariables } from '../sources/sources.js';
import { locateSetting, type Locate } from '../sources/source-locations.js';
import { dataOf, partOf, type Data, type ReportProblem } from '../sources/source-value.js';
import { checkTogether } from './cross-checks.js';
import { decodeRunTask } from './run-task.js';
import { decodeServices } from './services.js';
import { mergeLayers, PRECEDENCE, type Layer, type Settings } from '../sources/resolved-settings.js';
import type { Commit, TokenFacts } from './tags.js';
import { readTaskDefinitionSource } from './task-definition-source.js';

/** The settings' file where `config` names no other. */
export const DEFAULT_CONFIG_FILE = 'slipway.yml';

export interface SettingsSources {
  /** Flags or inputs by name, as they were written; an empty string is not set. */
  readonly given: Readonly<Record<string, string>>;
  readonly givenFrom: 'input' | 'flag';
  /** `slipway.yml`, where there is one. */
  readonly file: TextDocument | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * What the settings are for: a rollout, which is the default; the rollout of files that are written already: then nothing is built;
   * services that are there already: then no file is needed either; a check of files without AWS: then no region is.
   */
  readonly purpose?: 'rollout' | 'artifacts' | 'service' | 'check' | undefined;
  readonly source: Commit;
  /** The time of the run, milliseconds since the epoch; undefined where tokens are kept. */
  readonly now?: number | undefined;
}

/** What could be decoded, and what is wrong. */
export interface Decoded {
  /** Complete where there are no problems; else what could not be decoded is at its default, or is missing or empty as its type allows. */
  readonly config: Config;
  readonly problems: readonly RuleProblem[];
  /** Where a setting is said, for what is found wrong with it later. */
  readonly locate: Locate;
}

/**
 * Decodes what was asked into one complete Config. Order of strength: flag or input, `environments.<name>` of the file,
 * the top of the file, AWS's and GitHub's own variables, the default. A stronger value takes the place of a weaker one
 * whole: lists and maps are not merged.
 *
 * @throws ProblemsError with all that is wrong, each with its place and what would be right
 */
export function decodeSettings(sources: SettingsSources): { readonly config: Config } {
  const { config, problems } = decodeAll(sources);
  if (problems.length > 0) throw new RuleProblemsError(problems);
  return { config };
}

/** The same without throwing, for those who have more to find wrong: the files that are named right can still be read. */
export function decodeAll(sources: SettingsSources): Decoded {
  const problems: RuleProblem[] = [];
  const reported = new Set<string>();
  const report: ReportProblem = problem => {
    // What stands at the top is read for each of `services`.
    const text = formatProblem(problem);
    if (!reported.has(text)) problems.push(problem);
    reported.add(text);
  };
  const layers = readLayers(sources, report);
  const settings = mergeLayers([...layers, ...(IMPLIED[sources.purpose ?? 'rollout'] ?? [])]);
  const config = decodeConfig(settings, sources, report);
  // What a misspelt name was to say is not known, so nothing can be said to be missing.
  const isReadable = !problems.some(({ code }) => code.startsWith('unknown-'));
  if (isReadable && sources.purpose !== 'service') checkTogether(settings, config, report);
  return { config, problems, locate: path => locateSetting(path, settings) };
}

/** Weaker than all that is said: what a service that is only looked at is about, or what a folder of written files has. */
const IMPLIED: Readonly<Partial<Record<NonNullable<SettingsSources['purpose']>, readonly Layer[]>>> = {
  service: [impliedTaskDefinition('service')],
  artifacts: [impliedTaskDefinition('taskdefinition.json')]
};

function impliedTaskDefinition(value: string): Layer {
  return new Map([['task-definition', { value, place: {}, strength: PRECEDENCE.variable }]]);
}

function readLayers({ given, givenFrom, file, env }: SettingsSources, report: ReportProblem): readonly Layer[] {
  const givenLayer = readGiven(given, givenFrom, report);
  const variables = readVariables(env, report);
  if (file === undefined) {
    reportUnknownEnvironment(mergeLayers([givenLayer]), undefined, new Map(), report);
    return [givenLayer, variables];
  }
  const data = dataOf(file);
  const top = readMap(data, 'file', PRECEDENCE.file, ['environments', '$schema', PIPELINE_KEY], report);
  const overlays = readOverlays(data, report);
  const chosen = mergeLayers([givenLayer, top]).get('environment');
  const overlay = chosen === undefined ? undefined : overlays.get(chosen);
  if (overlay === undefined) reportUnknownEnvironment(mergeLayers([givenLayer, top]), file.file, overlays, report);
  return [givenLayer, overlay ?? new Map(), top, variables];
}

/** All overlays are read, so that a mistake in `prod` is told before the day of its release. */
function readOverlays(data: Data, report: ReportProblem): ReadonlyMap<string, Layer> {
  const value = isRecord(data.value) ? data.value['environments'] : undefined;
  if (value === undefined || value === null) return new Map();
  const part = partOf(data, 'environments', value);
  if (!isRecord(value)) {
    const what = `expected environments with their settings (name: { setting: value }), got ${showValue(value)}.`;
    report({ code: WRONG_TYPE.name, place: part.place([]), what, next: '' });
    return new Map();
  }
  return new Map(
    entriesOf(value).map(([name, settings]) => [
      name,
      readMap(partOf(part, name, settings), 'environments', PRECEDENCE.environment, [], report)
    ])
  );
}

function reportUnknownEnvironment(
  settings: Settings,
  file: string | undefined,
  overlays: ReadonlyMap<string, Layer>,
  report: ReportProblem
): void {
  const wanted = settings.get('environment');
  if (wanted === undefined) return;
  const names = [...overlays.keys()];
  report({
    code: UNKNOWN_ENVIRONMENT.name,
    place: settings.place('environment'),
    what: `There is no environment ${quote(wanted)}: ${describeEnvironments(file, names)}.`,
    next: adviseEnvironment(wanted, file, names)
  });
}

function describeEnvironments(file: string | undefined, names: readonly string[]): string {
  if (file === undefined) return `there is no ${DEFAULT_CONFIG_FILE} that could have it`;
  return names.length === 0 ? `${file} has no environments` : `${file} has ${listNames(names)}`;
}

function adviseEnvironment(wanted: string, file: string | undefined, names: readonly string[]): string {
  const near = nearestName(wanted, names);
  if (near !== undefined) return `Did you mean ${near}?`;
  if (names.length > 0) return '';
  return `Leave it out, or say under environments of ${file ?? DEFAULT_CONFIG_FILE} what is different there.`;
}

function decodeConfig(settings: Settings, sources: SettingsSources, report: ReportProblem): Config {
  const { region, roleToAssume, roleSessionName, roleDurationSeconds, ...where } = settings.getAll(
    'run',
    WHERE_SETTINGS
  );
  const { artifactsDirectory, ...files } = settings.getAll('run', FILES_SETTINGS);
  const decode = (own: Settings): ServiceConfig => ({
    files: decodeFiles(own, artifactsDirectory, report),
    rollout: own.getAll('services', ROLLOUT_SETTINGS),
    gate: own.getAll('services', GATE_SETTINGS)
  });
  const rollouts = decodeServices(settings, decode, report);
  if (settings.explicit('region') === undefined && sources.purpose !== 'check') reportMissingRegion(report);
  return {
    ...where,
    ...settings.getAll('run', IMAGE_SETTINGS),
    ...settings.getAll('run', PUBLISH_SETTINGS),
    ...files,
    ...settings.getAll('run', ROLLOUT_SETTINGS),
    ...settings.getAll('run', GATE_SETTINGS),
    region: region ?? '',
    role: isOfCodeBuild(sources)
      ? undefined
      : decodeRole(roleToAssume, roleSessionName, roleDurationSeconds, sources.env),
    deploysArtifacts: sources.purpose === 'artifacts',
    pipeline: sources.file === undefined ? {} : readPipelineMap(dataOf(sources.file), report),
    images:
      isBuilding(sources) && settings.get('deployment').length === 0
        ? decodeImages(settings, factsOf(sources), report)
        : [],
    ...rollouts[0],
    rollouts,
    runTask: decodeRunTask(settings, report),
    report: decodeReport(settings)
  };
}

function factsOf({ source, now = 0, env }: SettingsSources): TokenFacts {
  return { commit: source, now, env };
}

function isBuilding({ purpose }: SettingsSources): boolean {
  return purpose !== 'service' && purpose !== 'artifacts';
}

/** A deploy project of CodeBuild has a role of its own, and role-to-assume is assumed with a token that only GitHub's jobs have. */
function isOfCodeBuild({ purpose, env }: SettingsSources): boolean {
  return purpose === 'artifacts' && (env['CODEBUILD_BUILD_ARN'] ?? '') !== '';
}

function reportMissingRegion(report: ReportProblem): void {
  report({
    code: MISSING_SETTING.name,
    place: {},
    what: 'The region is missing.',
    next: `Set region as an input or flag, in ${DEFAULT_CONFIG_FILE}, or in the environment as AWS_REGION.`
  });
}

function decodeReport(settings: Settings): Config['report'] {
  const { githubToken, githubEnvironment, environmentUrl, ...report } = settings.getAll('run', REPORT_SETTINGS);
  const environment = githubEnvironment ?? settings.get('environment');
  return { ...report, github: { token: githubToken, environment, environmentUrl } };
}

function decodeRole(
  arn: string | undefined,
  sessionName: string | undefined,
  durationSeconds: number,
  env: SettingsSources['env']
): RoleConfig | undefined {
  if (arn === undefined) return undefined;
  const run = env['GITHUB_RUN_ID'] ?? '';
  const usual = /^[0-9]{1,40}$/.test(run) ? `Slipway-${run}` : 'Slipway';
  return { arn, sessionName: sessionName ?? usual, durationSeconds };
}

function decodeFiles(settings: Settings, artifactsDirectory: string, report: ReportProblem): FilesConfig {
  const { taskDefinition: source, ...files } = settings.getAll('services', FILES_SETTINGS);
  const taskDefinition =
    source === undefined ? undefined : readTaskDefinitionSource(source, settings.place('task-definition'), report);
  return { ...files, taskDefinition, artifactsDirectory };
}
