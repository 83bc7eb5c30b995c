import { createCodeDeployPort } from './aws/codedeploy.js';
import { connect, type Connection } from './aws/connection.js';
import type { IdTokenSource } from './aws/credentials.js';
import { connectEcr } from './aws/ecr.js';
import { createEcsPort } from './aws/ecs.js';
import { createLogsPort } from './aws/logs.js';
import { createPreflightPorts } from './aws/preflight.js';
import { Cancelled } from './cancelled.js';
import type { Config } from './config/config.js';
import { decodeAll, type Decoded, type SettingsSources } from './config/decode.js';
import { placeAt, placeProblems, type Locate } from './config/locate.js';
import type { OutputName } from './config/outputs.js';
import type { Commit } from './config/tags.js';
import { ProblemsError, SlipwayError, type Problem } from './errors.js';
import type { PreflightWorld } from './forecast/preflight.js';
import { collect, readAllSources, readSettingsFile } from './job/sources.js';
import { EXIT_CODES, EXIT_WRONG_USE } from './outcome.js';
import { planShip } from './plan.js';
import type { Clock, DeploymentBoard, Files, Ledger, Processes, Reporter, Ways } from './ports.js';
import { openEntry, type BoardEntry } from './report/board.js';
import { isDoomed } from './report/forecast.js';
import { listOutputs, type Reached } from './report/outputs.js';
import { reasonOf, renderRun, tellRun } from './report/services.js';
import { tellError } from './report/tell.js';
import { lookOf } from './report/verdict.js';
import { ship } from './ship.js';
import { VERSION } from './version.js';

/** The machine that a run is on. */
export interface Machine {
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly reporter: Reporter;
  readonly ledger: Ledger;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly idToken: IdTokenSource;
  /** The way to AWS, where the environment has something to say of it. */
  readonly ways?: Ways | undefined;
  /** GitHub's deployments, where the run is one of GitHub's. */
  readonly board?: (token: string) => DeploymentBoard | undefined;
  /** Fires when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** What was asked for, not yet decoded. */
export interface Request {
  readonly given: Readonly<Record<string, string>>;
  readonly givenFrom: 'input' | 'flag';
  /** What was wrong with the asking itself; told together with the rest. */
  readonly problems?: readonly Problem[];
  readonly purpose?: SettingsSources['purpose'];
}

/** What a run answers, whichever face it was called through. */
export interface Answer {
  readonly exitCode: number;
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** Markdown; undefined where none is wanted, or nothing came so far that there is something to tell. */
  readonly summary: string | undefined;
}

/** Decodes what was asked, ships it and tells how it went. Never rejects: an error is told, and ends in an exit code. */
export async function runShip(request: Request, machine: Machine): Promise<Answer> {
  let settings: ReadSettings | undefined;
  let reached: Reached | undefined;
  let entry: BoardEntry | undefined;
  try {
    settings = await readSettings(request, machine);
    const { config, locate } = settings;
    entry = openEntry(connectBoard(config, machine), config.report.github, machine);
    const shown = config.rollout.service === undefined ? undefined : entry;
    const start: Reached = {
      region: config.region,
      outcome: 'failed',
      images: [],
      artifacts: undefined,
      target: undefined,
      taskDefinitionArn: undefined,
      rollout: undefined
    };
    let soFar = (reached = start);
    const world = connectWorld(config, { ...machine, reporter: tellPlaces(machine.reporter, locate) });
    if (config.dryRun) {
      const forecast = await planShip(config, world);
      reached = { ...start, outcome: 'planned', forecast };
      await tellRun(reached, machine.reporter);
      return answer(reached, config, isDoomed(forecast) ? EXIT_WRONG_USE : EXIT_CODES.planned);
    }
    const shipped = await ship(config, world, {
      published: images => (reached = soFar = { ...soFar, images }),
      wrote: artifacts => (reached = soFar = { ...soFar, artifacts }),
      registered: taskDefinitionArn => {
        reached = soFar = { ...soFar, taskDefinitionArn };
        shown?.begin();
      },
      ranTask: runTaskArns => (reached = soFar = { ...soFar, runTaskArns })
    });
    reached = { ...soFar, ...shipped };
    await tellRun(reached, machine.reporter);
    await entry.end(reached.outcome, reasonOf(reached));
    return answer(reached, config, EXIT_CODES[reached.outcome]);
  } catch (thrown) {
    const config = settings?.config;
    const error = placeProblems(thrown, settings?.locate);
    tellError(error, machine.reporter);
    if (reached === undefined) return { exitCode: EXIT_WRONG_USE, outputs: {}, summary: undefined };
    await entry?.end(error instanceof Cancelled ? 'cancelled' : 'failed', error instanceof Error ? error.message : '');
    if (error instanceof Cancelled) return answer({ ...reached, outcome: 'cancelled' }, config, EXIT_CODES.cancelled);
    const isUsers = error instanceof SlipwayError && error.fault === 'user';
    return answer(reached, config, isUsers ? EXIT_WRONG_USE : EXIT_CODES.failed, error);
  }
}

/** Warnings and errors about a setting stand at the line that says it. */
function tellPlaces(reporter: Reporter, locate: Locate): Reporter {
  return {
    ...reporter,
    warn: (message, place) => reporter.warn(message, place === undefined ? undefined : placeAt(place, locate)),
    error: (message, place) => reporter.error(message, place === undefined ? undefined : placeAt(place, locate))
  };
}

/** GitHub's deployments, where a token is given and this is a run of GitHub's. The token is hidden in every log from here on. */
export function connectBoard(
  { report }: Pick<Config, 'report'>,
  { board, reporter }: Pick<Machine, 'board' | 'reporter'>
): DeploymentBoard | undefined {
  const { token } = report.github;
  if (token === undefined) return undefined;
  reporter.mask(token);
  return board?.(token);
}

/** The settings, and where each is said. */
export type ReadSettings = Pick<Decoded, 'config' | 'locate'>;

/** The settings alone, for those who find nothing wrong with them later. Throws as `readSettings` does. */
export async function readConfig(...asked: Parameters<typeof readSettings>): Promise<Config> {
  return (await readSettings(...asked)).config;
}

/** Reads and decodes the settings. Throws ProblemsError with all that is wrong, in the files that they name too. */
export async function readSettings(
  { given, givenFrom, problems = [], purpose }: Request,
  machine: Pick<Machine, 'files' | 'environment' | 'processes'>
): Promise<ReadSettings> {
  const all = [...problems];
  const file = await collect(all, () => readSettingsFile(given['config'], machine.files));
  // Where the settings file cannot be read, what it would have said cannot be missed.
  if (all.length > problems.length) throw new ProblemsError(all);
  const source = await findCommit(machine);
  const decoded = decodeAll({ given, givenFrom, file, env: machine.environment, source, purpose });
  all.push(...decoded.problems);
  if (all.length === 0) return decoded;
  if (purpose === 'service') throw new ProblemsError(all);
  const sources = await readAllSources(decoded.config.rollouts, machine.files);
  const found = new Set(sources.flatMap(each => each.problems));
  throw placeProblems(new ProblemsError([...all, ...found]), decoded.locate);
}

/** The AWS clients of a run, made from its region and role. */
export function connectWorld(config: Pick<Config, 'region' | 'role'>, machine: Machine): PreflightWorld {
  const connection: Connection = connect(
    config.region,
    config.role,
    VERSION,
    machine.idToken,
    machine.ways,
    machine.environment
  );
  return {
    ...machine,
    region: config.region,
    ecr: connectEcr(connection),
    ecs: createEcsPort(connection),
    codedeploy: createCodeDeployPort(connection),
    logs: createLogsPort(connection),
    preflight: createPreflightPorts(connection)
  };
}

/** The commit as CI systems name it (GitHub Actions, CodeBuild), else that of the checkout; or why there is none. */
async function findCommit({ environment, processes }: Pick<Machine, 'environment' | 'processes'>): Promise<Commit> {
  const isCommit = (text: string | undefined): boolean => /^[0-9a-f]{40}$/.test(text ?? '');
  const named = [environment['GITHUB_SHA'], environment['CODEBUILD_RESOLVED_SOURCE_VERSION']].find(isCommit);
  if (named !== undefined) return { sha: named };
  const head = await processes.run('git', ['rev-parse', 'HEAD']).catch(() => undefined);
  if (head === undefined) return { sha: undefined, trouble: 'git is not there' };
  const sha = head.stdout.trim();
  return isCommit(sha) ? { sha } : { sha: undefined, trouble: explainGit(head.stderr) };
}

/** What git says of a checkout that it does not read; undefined where it finds none. */
function explainGit(said: string): string | undefined {
  if (/ambiguous argument|unknown revision/.test(said)) return 'this checkout has no commit yet';
  // The container of a job is seldom the owner of what it checked out.
  const folder = /dubious ownership in repository at '([^']+)'/.exec(said)?.[1];
  return folder === undefined
    ? undefined
    : `this checkout is another user's, which git does not read (git config --global --add safe.directory ${folder})`;
}

function answer(reached: Reached, config: Config | undefined, exitCode: number, error?: unknown): Answer {
  const wanted = config?.report.summary === true;
  const failure = error instanceof Error ? error.message : undefined;
  return {
    exitCode,
    outputs: listOutputs(reached),
    summary: wanted ? renderRun(reached, lookOf(reached.outcome).green ? undefined : failure) : undefined
  };
}
