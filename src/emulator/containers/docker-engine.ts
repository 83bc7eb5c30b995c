import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { connectToCloud, type Call } from '../client.js';
import type { Cloud } from '../server/state.js';
import { readRunTask } from './definition.js';
import { docker, tryDocker } from './docker.js';
import type { ContainerEngine, TaskEvents, TaskOrder } from './engine.js';
import { ContainerTask, type Engine } from './live-task.js';
import { makePauseArchive } from './pause.js';
import { ForeignImageError, makeProcessorCheck } from './processors.js';

interface Registry {
  /** Its host with the port. */
  readonly host: string;
  password(region: string): Promise<string>;
}

/**
 * Connects to the Docker engine that the `docker` on PATH speaks to, to run the tasks of a cloud there. All that it starts carries a label
 * and is gone after `close`.
 *
 * @param given values for variables and secrets of the containers, by name
 * @param allowHostAccess whether tasks may be privileged, and mount folders of this machine
 * @throws DockerError where no engine answers
 */
export async function runContainersIn(
  cloud: Pick<Cloud, 'endpoint' | 'timeline'>,
  given: ReadonlyMap<string, string>,
  allowHostAccess = false
): Promise<ContainerEngine> {
  const registry: Registry = {
    host: new URL(cloud.endpoint).host,
    password: region => getPassword(connectToCloud(cloud.endpoint, region))
  };
  const architecture = await docker(['version', '--format', '{{.Server.Arch}}']);
  const label = `slipway.rehearsal=${randomUUID()}`;
  const findObstacle = makeProcessorCheck(architecture, label);
  const pauseImage = await importPause(architecture, label);
  const home = mkdtempSync(join(tmpdir(), 'slipway-engine-'));
  const images = new Map<string, Promise<void>>();
  const tasks = new Set<ContainerTask>();
  const engine: Engine = {
    label,
    pauseImage,
    given,
    allowHostAccess,
    scale: cloud.timeline.scale,
    ensureImage: (image, region, wanted = architecture) => {
      const key = `${image} ${wanted}`;
      // Only another processor than the engine's own has to be asked for.
      const platform = wanted === architecture ? [] : ['--platform', `linux/${wanted}`];
      const known =
        images.get(key) ??
        ensureImage(image, platform, region, registry, home).then(() => refuseForeign(image, findObstacle));
      images.set(key, known);
      return known;
    }
  };
  return {
    launch: (order: TaskOrder, events: TaskEvents) => {
      const task = new ContainerTask(order, readRunTask(order.taskDefinition, ''), engine, events);
      tasks.add(task);
      return task;
    },
    findObstacle,
    close: async () => {
      for (const task of tasks) task.abandon();
      await removeAll(label);
      if (pauseImage !== undefined) await tryDocker(['image', 'rm', pauseImage]);
      rmSync(home, { recursive: true, force: true });
    }
  };
}

async function importPause(architecture: string, label: string): Promise<string | undefined> {
  const archive = makePauseArchive(architecture);
  if (archive === undefined) return undefined;
  const name = `slipway-pause:${label.slice(-12)}`;
  await docker(['import', '--change', 'ENTRYPOINT ["/pause"]', '-', name], { input: archive });
  return name;
}

/** An image that the engine has is not pulled again: it was built here, or the user has brought it. */
async function ensureImage(
  image: string,
  platform: readonly string[],
  region: string,
  registry: Registry,
  home: string
): Promise<void> {
  if ((await tryDocker(['image', 'inspect', image])).exitCode === 0) return;
  if (!image.startsWith(`${registry.host}/`)) {
    await docker(['pull', '--quiet', ...platform, image]);
    return;
  }
  const auth = Buffer.from(`AWS:${await registry.password(region)}`).toString('base64');
  writeFileSync(join(home, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }), { mode: 0o600 });
  // With a configuration of its own Docker knows nothing of the user's contexts.
  const context = await tryDocker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  const host = context.stdout.trim();
  await docker(['--config', home, 'pull', '--quiet', ...platform, image], {
    env: host === '' ? {} : { DOCKER_HOST: host }
  });
}

async function refuseForeign(image: string, findObstacle: ContainerEngine['findObstacle']): Promise<void> {
  const architecture = await docker(['image', 'inspect', '--format', '{{.Architecture}}', image]);
  const obstacle = await findObstacle(architecture);
  if (obstacle === undefined) return;
  throw new ForeignImageError(
    `The image ${image} is for ${architecture}; ${obstacle}. This is of this machine and says nothing about the image: it may well run where it is deployed to.`
  );
}

/** What `aws ecr get-login-password` prints. */
async function getPassword(call: Call): Promise<string> {
  const { authorizationData } = await call('ecr', 'GetAuthorizationToken', {});
  const [data] = authorizationData as readonly { readonly authorizationToken: string }[];
  return Buffer.from(data?.authorizationToken ?? '', 'base64')
    .toString('utf8')
    .replace(/^AWS:/, '');
}

async function removeAll(label: string): Promise<void> {
  const list = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await tryDocker([...args, '--quiet', '--filter', `label=${label}`])).stdout.split('\n').filter(id => id !== '');
  const containers = await list('ps', '--all');
  if (containers.length > 0) await tryDocker(['rm', '--force', '--volumes', ...containers]);
  const networks = await list('network', 'ls');
  if (networks.length > 0) await tryDocker(['network', 'rm', ...networks]);
  const volumes = await list('volume', 'ls');
  if (volumes.length > 0) await tryDocker(['volume', 'rm', '--force', ...volumes]);
}
