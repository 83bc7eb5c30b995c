import { createCodeDeployPort } from './aws/codedeploy.js';
import { connect, handOn, type Connection } from './aws/connection.js';
import type { IdTokenSource } from './aws/credentials.js';
import { connectEcr } from './aws/ecr.js';
import { createEcsPort } from './aws/ecs.js';
import { createListenersPort } from './aws/listeners.js';
import { createTargetGroupsPort } from './aws/target-groups.js';
import { createLogsPort } from './aws/logs.js';
import { createPreflightPorts } from './aws/preflight.js';
import {
  cancelableCalls,
  cancelableClock,
  cancelableProcesses,
  orAborted,
  type CancelDeadlines
} from './cancellation.js';
import type { Config } from './config/config.js';
import { decodeAll, type Decoded, type SettingsSources } from './config/decode/decode.js';
import { placeAt, placeProblems, type Locate } from './config/sources/source-locations.js';
import type { OutputName } from './config/outputs.js';
import type { Commit } from './config/decode/tags.js';
import { Cancelled, ProblemsError, SlipwayError, type Problem } from './errors.js';
import type { PlanContext } from './plan/run-preflight.js';
import { collect, readServices, readSettingsFile } from './steps/read-sources.js';
import { EXIT_CODES, EXIT_WRONG_USE } from './outcome.js';
import { planShip } from './plan/plan.js';
import type {
  Clock,
  GithubDeployments,
  Files,
  CleanupStore,
  Processes,
  Reporter,
  RouteResolver,
  Shell,
  WebClient
} from './ports.js';
import { startGithubDeployment } from './report/github-deployment.js';
import { wouldFail } from './report/plan.js';
import { listOutputs, type RunReport } from './report/outputs.js';
import { RunProgress } from './report/run-progress.js';
import { reasonOf, renderRun, logRun } from './report/run-summary.js';
import { logError, logFigures } from './report/log.js';
import { styleOf } from './report/outcome-style.js';
import type { RolloutPorts } from './rollout/ports.js';
import { deploy, ship } from './ship.js';
import { readArtifacts } from './steps/read-artifacts.js';
import { VERSION } from './version.js';

/** The machine that a run is on. */
export interface Host {
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  /** For gates. */
  readonly shell: Shell;
  readonly web: WebClient;
  readonly reporter: Reporter;
  readonly cleanupStore: CleanupStore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly idToken: IdTokenSource;
  /** The way to AWS, where the environment has something to say of it. */
  readonly resolveRoute?: RouteResolver | undefined;
  /** GitHub's deployments, where the run is one of GitHub's. */
  readonly githubDeployments?: (token: string) => GithubDeployments | undefined;
  /** Fires when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Until when it may do what is left to do then; undefined: without an end. */
  readonly deadlines?: CancelDeadlines | undefined;
}

/** What was asked for, not yet decoded. */
export interface RunRequest {
  readonly given: Readonly<Record<string, string>>;
  readonly givenFrom: 'input' | 'flag';
  /** What was wrong with the asking itself; told together with the rest. */
  readonly problems?: readonly Problem[];
  readonly purpose?: SettingsSources['purpose'];
}

/** What a run answers, whichever face it was called through. */
export interface RunOutcome {
  readonly exitCode: number;
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** Markdown; undefined where none is wanted, or nothing came so far that there is something to tell. */
  readonly summary: string | undefined;
  /** Why the run ended as it did: that of the rollout, or the error. */
  readonly reason: string | undefined;
}

/** Decodes what was asked, ships it and tells how it went. Never rejects: an error is told, and ends in an exit code. */
export async function runShip(request: RunRequest, host: Host): Promise<RunOutcome> {
  let settings: ReadSettings;
  try {
    const processes = cancelableProcesses(host.processes, host.signal);
    settings = await untilReport(readSettings(request, { ...host, processes }), host);
  } catch (error) {
    // Nothing was begun, so there is nothing to report.
    logError(error, host.reporter);
    const [exitCode, outputs] =
      error instanceof Cancelled ? [EXIT_CODES.cancelled, { outcome: 'cancelled' }] : [EXIT_WRONG_USE, {}];
    return { exitCode, outputs, summary: undefined, reason: error instanceof Error ? error.message : undefined };
  }
  return shipDecoded(settings, host);
}

async function shipDecoded({ config, locate }: ReadSettings, host: Host): Promise<RunOutcome> {
  const entry = startGithubDeployment(connectGithubDeployments(config, host), config.report.github, host);
  const progress = new RunProgress(config.region, host.clock);
  try {
    const context = connectWorld(config, { ...host, reporter: withSourceLocations(host.reporter, locate) });
    if (config.dryRun) {
      const plan = await untilReport(planShip(config, context), host);
      progress.add({ outcome: 'planned', plan });
      await logRun(progress.report, host.reporter);
      return answer(progress.report, config, wouldFail(plan) ? EXIT_WRONG_USE : EXIT_CODES.planned);
    }
    const isRollout = config.rollout.service !== undefined || config.deployments.length > 0;
    const shown = isRollout ? entry : undefined;
    // Whatever might not hear the cancellation, as a file system that hangs: outputs and summary are handed out in time.
    const job = config.deploysArtifacts ? deploy : ship;
    await untilReport(job(config, context, progress, shown), host);
    const { report } = progress;
    await logRun(report, host.reporter);
    await entry.end(report.outcome, reasonOf(report));
    return answer(report, config, EXIT_CODES[report.outcome]);
  } catch (thrown) {
    const { report } = progress;
    const error = placeProblems(thrown, locate);
    logFigures(report, host.reporter);
    logError(error, host.reporter);
    await entry.end(error instanceof Cancelled ? 'cancelled' : 'failed', error instanceof Error ? error.message : '');
    if (error instanceof Cancelled) return answer({ ...report, outcome: 'cancelled' }, config, EXIT_CODES.cancelled);
    const isUsers = error instanceof SlipwayError && error.fault === 'user';
    return answer(report, config, isUsers ? EXIT_WRONG_USE : EXIT_CODES.failed, error);
  }
}

/** Waits for what a run does; where a cancelled one has no more time for it, rejects as a cancellation does. */
async function untilReport<T>(work: Promise<T>, { signal, deadlines }: Host): Promise<T> {
  const report = deadlines?.report;
  try {
    return await orAborted(work, report);
  } catch (error) {
    throw report?.aborted === true && error === report.reason ? signal.reason : error;
  }
}

/** Warnings and errors about a setting stand at the line that says it. */
function withSourceLocations(reporter: Reporter, locate: Locate): Reporter {
  return {
    ...reporter,
    warn: (message, place) => reporter.warn(message, place === undefined ? undefined : placeAt(place, locate)),
    error: (message, place) => reporter.error(message, place === undefined ? undefined : placeAt(place, locate))
  };
}

/** GitHub's deployments, where a token is given and this is a run of GitHub's. The token is hidden in every log from here on. */
export function connectGithubDeployments(
  { report }: Pick<Config, 'report'>,
  { githubDeployments, reporter, deadlines }: Pick<Host, 'githubDeployments' | 'reporter' | 'deadlines'>
): GithubDeployments | undefined {
  const { token } = report.github;
  if (token === undefined) return undefined;
  reporter.mask(token);
  const connected = githubDeployments?.(token);
  return connected === undefined || deadlines === undefined ? connected : cancelableCalls(connected, deadlines.report);
}

/** The settings, and where each is said. */
export type ReadSettings = Pick<Decoded, 'config' | 'locate'>;

/** The settings alone, for those who find nothing wrong with them later. Throws as `readSettings` does. */
export async function readConfig(...asked: Parameters<typeof readSettings>): Promise<Config> {
  return (await readSettings(...asked)).config;
}

/** Reads and decodes the settings. Throws ProblemsError with all that is wrong, in the files that they name too. */
export async function readSettings(
  { given, givenFrom, problems = [], purpose }: RunRequest,
  host: Pick<Host, 'files' | 'environment' | 'processes' | 'clock'>
): Promise<ReadSettings> {
  const all = [...problems];
  const file = await collect(ProblemsError, all, () => readSettingsFile(given['config'], host.files));
  // Where the settings file cannot be read, what it would have said cannot be missed.
  if (all.length > problems.length) throw new ProblemsError(all);
  const source = purpose === 'artifacts' ? { sha: undefined } : await findCommit(host);
  const now = host.clock.now();
  const decoded = decodeAll({ given, givenFrom, file, env: host.environment, source, now, purpose });
  all.push(...decoded.problems);
  if (all.length === 0) {
    return purpose === 'artifacts' ? { ...decoded, config: await readArtifacts(decoded.config, host.files) } : decoded;
  }
  if (purpose === 'service' || purpose === 'artifacts') throw new ProblemsError(all);
  const services = await readServices(decoded.config.rollouts, host.files);
  const found = new Set(services.flatMap(({ sources }) => sources.problems));
  throw placeProblems(new ProblemsError([...all, ...found]), decoded.locate);
}

/** The AWS clients of a run, made from its region and role. */
export function connectWorld(config: Pick<Config, 'region' | 'role'>, host: Host): PlanContext {
  const { signal, deadlines } = host;
  // Without deadlines, what takes back after a cancellation has all the time that it needs.
  const undo = deadlines?.undo ?? new AbortController().signal;
  const stops = { run: { refuse: signal, close: deadlines?.answers }, undo: { refuse: undo, close: undo } };
  const connection = connect(config.region, config.role, VERSION, host, stops);
  return {
    ...host,
    ...connectPorts(connection, signal, deadlines?.answers),
    region: config.region,
    clock: cancelableClock(host.clock, signal),
    processes: cancelableProcesses(host.processes, signal),
    ecr: cancelableCalls(connectEcr(connection), signal),
    credentials: handOn(connection, config.role),
    preflight: cancelableCalls(createPreflightPorts(connection), signal),
    gates: { listeners: cancelableCalls(createListenersPort(connection), signal), shell: host.shell, web: host.web },
    targetGroups: cancelableCalls(createTargetGroupsPort(connection), signal),
    undoing: {
      ports: connectPorts(connection.undo, undo, undo),
      clock: cancelableClock(host.clock, undo),
      processes: cancelableProcesses(host.processes, undo)
    }
  };
}

/** The clients that a rollout works with. What changes something is waited for until `answers`, so that it is known what to take back. */
function connectPorts(connection: Connection, signal: AbortSignal, answers: AbortSignal | undefined): RolloutPorts {
  return {
    ecs: cancelableCalls(createEcsPort(connection), signal, {
      names: [
        'registerTaskDefinition',
        'updateService',
        'runTask',
        'stopServiceDeployment',
        'continueServiceDeployment',
        'stopTask'
      ],
      answers
    }),
    codedeploy: cancelableCalls(createCodeDeployPort(connection), signal, {
      names: ['createDeployment', 'stopDeployment', 'continueDeployment'],
      answers
    }),
    logs: cancelableCalls(createLogsPort(connection), signal)
  };
}

/** The machine for what is taken back after a run, cancelled or not: a cancellation ends that only when its time is over. */
export function forTakingBack(host: Host): Host {
  const signal = host.deadlines?.report ?? new AbortController().signal;
  return {
    ...host,
    signal,
    deadlines: { answers: signal, undo: signal, report: signal },
    clock: cancelableClock(host.clock, signal),
    processes: cancelableProcesses(host.processes, signal)
  };
}

/** The commit as CI systems name it (GitHub Actions, CodeBuild), else that of the checkout; or why there is none. */
async function findCommit({ environment, processes }: Pick<Host, 'environment' | 'processes'>): Promise<Commit> {
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

function answer(reached: RunReport, { report }: Config, exitCode: number, error?: unknown): RunOutcome {
  const failure = error instanceof Error ? error.message : undefined;
  return {
    exitCode,
    outputs: listOutputs(reached),
    summary: report.summary ? renderRun(reached, styleOf(reached.outcome).green ? undefined : failure) : undefined,
    reason: failure ?? reasonOf(reached)
  };
}
