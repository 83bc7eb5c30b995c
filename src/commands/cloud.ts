import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

import { SlipwayError } from '../errors.js';
import type { Processes } from '../ports.js';
import { startCloud } from '../emulator/cloud.js';
import { listListeners } from '../emulator/elb/traffic/sockets.js';
import type { Cloud } from '../emulator/server/state.js';
import { checkContainers, runRealContainers, type ContainerOptions } from './container-tasks.js';
import {
  canStandIn,
  cloudVariables,
  describeSeed,
  findEngine,
  findProject,
  idTokenVariables,
  makeStandIn,
  seedProject,
  standInVariables
} from './rehearsal-setup.js';

export interface CloudSettings {
  readonly port: number;
  readonly scale: number;
  /** Whether tasks are run as containers. */
  readonly containers: ContainerOptions;
  /** A folder with a `slipway.yml`, or an example's name, whose service is to be there; undefined: an AWS with nothing in it. */
  readonly project: string | undefined;
  /** Further settings of the project, as flags. */
  readonly given: Readonly<Record<string, string>>;
  /** A program and its arguments, run with the built-in AWS for as long as it takes; empty: it serves until it is told to end. */
  readonly command: readonly string[];
  /** This program, by its file. */
  readonly program: string;
  readonly processes: Processes;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told that it must end; resolves the command. */
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
}

/**
 * `slipway cloud`: serves the built-in AWS until it is told to end, or for as long as a command runs. Resolves with the exit code: the
 * command's, where there is one.
 *
 * @throws ProblemsError where the project's settings or files are wrong; SlipwayError where there is no such project or program
 */
export async function serveCloud(settings: CloudSettings): Promise<number> {
  const { scale, project, given, program, environment } = settings;
  const folder = project === undefined ? undefined : await findProject(project, program);
  const backstage = await mkdtemp(join(tmpdir(), 'slipway-cloud-'));
  // Who may use it may start programs on this machine then.
  const secret = settings.containers.wanted ? randomBytes(16).toString('hex') : undefined;
  const cloud = await startCloud({ port: settings.port, scale, anchor: Date.now(), secret }).catch(
    async (cause: unknown) => {
      await rm(backstage, { recursive: true, force: true });
      throw explainPort(cause, settings.port);
    }
  );
  try {
    await runRealContainers(cloud, settings.containers, await findEngine(settings.processes));
    if (folder !== undefined) {
      const stages = await seedProject({ folder, given, backstage, environment }, cloud);
      await checkContainers(cloud, stages, settings.containers);
      settings.write(describeSeed(stages));
      settings.write(describeListeners(cloud));
    }
    if (settings.command.length > 0) return await runWith(cloud, backstage, settings);
    settings.write(introduce(cloud));
    await waitFor(settings.signal);
    return 0;
  } finally {
    await cloud.close();
    await rm(backstage, { recursive: true, force: true });
  }
}

/** Why nothing can be served at a port; anything else as it is. */
function explainPort(cause: unknown, port: number): unknown {
  const reason = PORT_REFUSALS[(cause as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) return cause;
  const what = `The built-in AWS cannot listen on port ${port} of 127.0.0.1: ${reason}.`;
  return new SlipwayError({
    code: 'no-port',
    fault: 'user',
    what,
    next: 'Name another one, or any free one with --port=0.',
    cause
  });
}

const PORT_REFUSALS: Readonly<Record<string, string | undefined>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not use it'
};

/** A line for each listener of the project's load balancers. */
function describeListeners(cloud: Cloud): string {
  const lines = listListeners(cloud).map(({ loadBalancer, port, url, reason }) => {
    const where = url === undefined ? 'does not answer' : `answers at ${url}`;
    return `The load balancer ${loadBalancer} (port ${port}) ${where}.${reason === undefined ? '' : ` ${reason}`}\n`;
  });
  return lines.join('');
}

function introduce({ endpoint, account, timeline: { scale, anchor } }: Cloud): string {
  return `The built-in AWS listens on ${endpoint} (account ${account}, any region, any credentials).

  export AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=rehearsal AWS_SECRET_ACCESS_KEY=rehearsal
  export ${Object.entries(idTokenVariables(endpoint))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}   # for role-to-assume
${scale === 1 ? '' : `  export SLIPWAY_CLOCK=${scale}@${anchor}   # its time runs ${scale} times as fast\n`}
Ctrl-C ends it; what it holds is gone then.
`;
}

function waitFor(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Runs the command with this terminal, and with an environment in which AWS is the built-in one. */
async function runWith(cloud: Cloud, backstage: string, settings: CloudSettings): Promise<number> {
  const { environment, processes, program } = settings;
  const [name = '', ...args] = settings.command;
  const engine = await findEngine(processes);
  const standsIn = engine === undefined && canStandIn();
  if (standsIn) {
    settings.write('There is no Docker engine here: `docker` stands in, builds nothing and pushes a stand-in image.\n');
  } else if (engine === undefined) {
    settings.write(
      'There is no Docker engine here, and on Windows nothing can stand in for it: what builds will fail.\n'
    );
  }
  const standIn = standsIn ? standInVariables(await makeStandIn(backstage, program), environment) : {};
  const child = spawn(name, args, {
    stdio: 'inherit',
    env: { ...environment, ...standIn, ...cloudVariables(cloud, environment) }
  });
  // A terminal's Ctrl-C reaches the command by itself; a signal that was sent to this program alone does not.
  const end = (): void => void child.kill('SIGTERM');
  settings.signal.addEventListener('abort', end, { once: true });
  if (settings.signal.aborted) end();
  return new Promise((resolve, reject) => {
    child.once('error', cause =>
      reject(
        new SlipwayError({
          code: 'no-program',
          fault: 'user',
          what: `${name} could not be started: ${cause.message}.`,
          next: 'Expected a program and its arguments after --. Check that the program is installed and on the PATH.',
          cause
        })
      )
    );
    // As a shell says it of a command that a signal ended.
    child.once('exit', (exitCode, signal) =>
      resolve(exitCode ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    );
  });
}
