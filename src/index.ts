import { Cancelled } from './errors.js';
import { startDeadlines } from './host/cancel-deadlines.js';
import { systemClock } from './host/clock.js';
import { systemFiles } from './host/files.js';
import { githubDeployments } from './host/github-deployments.js';
import {
  failStep,
  actionsStateStore,
  githubReporter,
  isPostStep,
  readInputs,
  readPendingCleanups,
  requestIdToken,
  setOutputs,
  writeSummary
} from './host/github.js';
import { endProcessesWith } from './host/orphaned-processes.js';
import { systemProcesses } from './host/processes.js';
import { createRouteResolver } from './host/proxy.js';
import { systemShell } from './host/shell.js';
import { guardStream } from './host/streams.js';
import { systemWebClient } from './host/web.js';
import { runCleanups } from './cleanup.js';
import { EXIT_CODES } from './outcome.js';
import { logError } from './report/log.js';
import {
  connectGithubDeployments,
  connectWorld,
  forTakingBack,
  readConfig,
  runShip,
  type Host,
  type RunRequest
} from './run.js';

// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const { env } = process;
const cancel = new AbortController();
const files = systemFiles(env['RUNNER_TEMP']);
const reporter = githubReporter();
const host: Host = {
  files,
  processes: systemProcesses(),
  shell: systemShell(),
  web: systemWebClient(),
  clock: systemClock(env['SLIPWAY_CLOCK']),
  reporter,
  cleanupStore: actionsStateStore(),
  environment: env,
  idToken: requestIdToken,
  resolveRoute: createRouteResolver(env, files, secret => reporter.mask(secret)),
  githubDeployments: token => githubDeployments(token, env),
  signal: cancel.signal,
  deadlines: startDeadlines(cancel.signal)
};
const request: RunRequest = {
  given: readInputs(env),
  givenFrom: 'input'
};

// A runner that no longer listens does not end a rollout.
for (const stream of [process.stdout, process.stderr]) guardStream(stream, () => undefined);

// A promise that nobody awaited must not end green.
process.on('unhandledRejection', reason => {
  throw reason instanceof Error ? reason : new Error(String(reason));
});
process.on('uncaughtException', error => {
  failStep(error.stack ?? error.message);
  process.exit(1);
});

// GitHub sends SIGINT when a workflow is cancelled, SIGTERM 7.5 s later, and ends the process 2.5 s after that. Only the first one tells
// anything new.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort(new Cancelled(signal)));

if (isPostStep()) process.exit(await runPost());
else await runMain();

async function runMain(): Promise<void> {
  const { exitCode, outputs, summary } = await runShip(request, host);
  const isHandedOver = handOut(outputs);
  if (summary !== undefined) await writeSummary(summary);
  process.exit(isHandedOver ? exitCode : exitCode || EXIT_CODES.failed);
}

/** Steps that build on outputs must not go on without them. */
function handOut(outputs: Parameters<typeof setOutputs>[0]): boolean {
  try {
    setOutputs(outputs);
    return true;
  } catch (error) {
    logError(error, host.reporter);
    return false;
  }
}

/**
 * The post step runs whatever became of the main step, also after a crash or a cancellation. One that is cancelled itself goes on for the
 * few seconds that there are, and what it could not take back by then makes it red. Gives the exit code.
 */
async function runPost(): Promise<number> {
  const noted = findPendingCleanups();
  if (noted === undefined) return EXIT_CODES.failed;
  if (noted.length === 0) host.reporter.info('Nothing to clean up.');
  // The role is the main step's; where its settings cannot be read, the default chain has to do.
  const config = await readConfig(request, host).catch(() => undefined);
  const connected = config === undefined ? undefined : connectGithubDeployments(config, host);
  const endOrphans = (directory: string): Promise<void> => endProcessesWith('DOCKER_CONFIG', directory);
  const own = forTakingBack(host);
  const clean = await runCleanups(noted, { ...own, githubDeployments: connected, endOrphans }, region =>
    connectWorld({ region, role: config?.role }, own)
  );
  if (!clean) failStep('Something of this run is left behind: the warnings above say what.');
  return clean ? 0 : EXIT_CODES.failed;
}

/** What is to be taken back; undefined where that is not to be known, which is told. */
function findPendingCleanups(): ReturnType<typeof readPendingCleanups> | undefined {
  try {
    return readPendingCleanups();
  } catch (error) {
    logError(error, host.reporter);
    return undefined;
  }
}
