import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { connectToCloud, type Call } from '../../src/emulator/client.js';
import { seedServices, type ServiceFixture } from '../../src/emulator/seed/service.js';
import { DIST, REGION } from '../dist/sandbox.js';
import { appspec, stageOf, taskDefinition } from '../dist/seed.js';

const DEPLOYMENTS = 200;
const AT_ONCE = 10;
const SCALE = 20;
const FAULTS = { throttle: 0.2, serverError: 0.05, reset: 0.05, seed: 7 };
/** In MB: what a small runner has to spare for the one and the other. */
const MOST_OF_CLOUD = 300;
const MOST_OF_A_RUN = 250;

let folder: string;
let program: ChildProcess;
let environment: Readonly<Record<string, string>>;
let endpoint = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-load-'));
  program = spawn(process.execPath, [join(DIST, 'cli', 'index.js'), 'cloud', '--port=0', `--scale=${SCALE}`], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  if (program.stdout === null) throw new Error('slipway cloud has no output.');
  let clock = '';
  for await (const line of createInterface({ input: program.stdout })) {
    endpoint = /AWS_ENDPOINT_URL=(\S+)/.exec(line)?.[1] ?? endpoint;
    clock = /SLIPWAY_CLOCK=(\S+)/.exec(line)?.[1] ?? clock;
    if (line.startsWith('Ctrl-C')) break;
  }
  environment = {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    SLIPWAY_CLOCK: clock
  };
}, 60_000);

afterAll(async () => {
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** One of ten services; every second one is CodeDeploy's. */
function stageAt(index: number): ServiceFixture {
  const names = { service: `web-${index}`, desiredCount: 1, repositories: [] };
  const definition = { ...taskDefinition({ family: `shop-web-${index}` }), ...image('httpd:2.4') };
  return index % 2 === 0
    ? stageOf('ECS', { ...names, taskDefinition: definition })
    : stageOf('CODE_DEPLOY', {
        ...names,
        taskDefinition: definition,
        codedeploy: { application: 'shop', deploymentGroup: `shop-web-${index}` }
      });
}

function image(name: string, behaviour?: string): { containerDefinitions: readonly object[] } {
  const [container] = taskDefinition({}, behaviour)['containerDefinitions'] as readonly object[];
  return { containerDefinitions: [{ ...container, image: `public.ecr.aws/docker/library/${name}` }] };
}

interface Ended {
  readonly outcome: string;
  /** The most memory that the process had, in MB. */
  readonly memory: number;
  readonly said: string;
}

async function deploy(index: number, round: number, behaviour: string | undefined): Promise<Ended> {
  const workspace = join(folder, `${index}-${round}`);
  await mkdir(workspace);
  const family = `shop-web-${index}`;
  const definition = { ...taskDefinition({ family }), ...image(`httpd:2.4.${round}`, behaviour) };
  await writeFile(join(workspace, 'td.json'), JSON.stringify(definition));
  await writeFile(join(workspace, 'appspec.yml'), appspec());
  const flags = ['--cluster=shop', `--service=web-${index}`, '--task-definition=td.json'];
  const group = ['--codedeploy-application=shop', `--codedeploy-deployment-group=shop-web-${index}`];
  const args = ['ship', '--json', ...flags, ...(index % 2 === 0 ? [] : group)];
  const child = spawn(process.execPath, [join(DIST, 'cli', 'index.js'), ...args], { cwd: workspace, env: environment });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', chunk => (said[stream] += String(chunk)));
  let memory = 0;
  const look = setInterval(() => void peakOf(child.pid).then(peak => (memory = Math.max(memory, peak))), 500);
  await once(child, 'close');
  clearInterval(look);
  const { outcome = '?' } = JSON.parse(said.stdout === '' ? '{}' : said.stdout) as { readonly outcome?: string };
  return { outcome, memory, said: said.stderr };
}

/** VmHWM of /proc, in MB; 0 where the process is gone. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

async function runningOf(call: Call, index: number): Promise<string> {
  const { services } = await call('ecs', 'DescribeServices', { cluster: 'shop', services: [`web-${index}`] });
  const [service] = services as readonly {
    taskDefinition?: string;
    taskSets?: readonly { status: string; taskDefinition: string }[];
  }[];
  const primary = service?.taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
  const arn = primary ?? service?.taskDefinition ?? '';
  const { taskDefinition: found } = await call('ecs', 'DescribeTaskDefinition', { taskDefinition: arn });
  const [container] = (found as { containerDefinitions: readonly { image: string }[] }).containerDefinitions;
  return container?.image.split(':')[1] ?? '';
}

describe('a long run', () => {
  it('of 200 deployments, ten at a time, with faults on, has 200 right verdicts in bounded memory', async () => {
    const call = connectToCloud(endpoint, REGION);
    await seedServices(
      Array.from({ length: AT_ONCE }, (_, index) => stageAt(index)),
      call
    );
    await fetch(`${endpoint}/_slipway/faults`, { method: 'PUT', body: JSON.stringify(FAULTS) });
    const wrong: string[] = [];
    let memory = 0;
    // Every third version crashes at start, and the last one is good.
    const isBad = (round: number): boolean => round % 3 === 1;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        for (let round = 0; round < DEPLOYMENTS / AT_ONCE; round += 1) {
          const ended = await deploy(index, round, isBad(round) ? 'crash' : undefined);
          memory = Math.max(memory, ended.memory);
          const expected = isBad(round) ? 'rolled-back' : 'succeeded';
          if (ended.outcome !== expected) wrong.push(`web-${index}, ${round}: ${ended.outcome}\n${ended.said}`);
        }
      })
    );
    await fetch(`${endpoint}/_slipway/faults`, { method: 'PUT', body: '{}' });
    expect(wrong).toEqual([]);

    const last = DEPLOYMENTS / AT_ONCE - 1;
    for (let index = 0; index < AT_ONCE; index += 1) {
      const family = `shop-web-${index}`;
      const { taskDefinitionArns } = await call('ecs', 'ListTaskDefinitions', { familyPrefix: family });
      expect(taskDefinitionArns).toHaveLength(1 + DEPLOYMENTS / AT_ONCE);
      expect(await runningOf(call, index)).toBe(`2.4.${isBad(last) ? last - 1 : last}`);
    }
    expect(memory).toBeGreaterThan(0);
    expect(memory).toBeLessThan(MOST_OF_A_RUN);
    expect(await peakOf(program.pid)).toBeLessThan(MOST_OF_CLOUD);
  }, 600_000);
});
