import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { listListeners } from '../../src/emulator/elb/traffic/sockets.js';
import { send } from '../emulator/balancer-support.js';
import { addRule, setUpGated, type GatedStage } from '../gates/stages.js';
import { changes, withSandbox, type Sandbox, type Shipped } from './sandbox.js';
import { appspec, BLUE_GREEN, ROLLING, taskDefinition } from './seed.js';

const STAGES: readonly GatedStage[] = [
  { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' },
  { strategy: 'linear', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' },
  { strategy: 'canary', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' },
  { strategy: 'codedeploy', pause: 'Ready' }
];
const FATES = [
  ['passes', 'true', 'succeeded'],
  ['fails', 'exit 3', 'rolled-back'],
  ['hangs until its timeout', 'sleep 600', 'rolled-back'],
  ['is killed', 'kill -9 $$', 'rolled-back'],
  ["outlasts the pause's own timeout", 'sleep 600', 'rolled-back'],
  ['is cancelled', 'touch started; sleep 600', 'cancelled'],
  ['is overtaken by another deployment', 'touch started; sleep 600', 'superseded']
] as const;
const TEST = 9001;
const NEW = 'shop-web:2';

function inputsOf({ strategy }: GatedStage): Readonly<Record<string, string>> {
  return {
    ...(strategy === 'codedeploy' ? BLUE_GREEN : { ...ROLLING, appspec: '' }),
    repository: '',
    image: 'public.ecr.aws/docker/library/httpd:2.4.65'
  };
}

/**
 * How long the pause and the gate may take, in minutes of AWS's time. It runs much faster than the machine: what is not to run out is a day, so
 * that no gate depends on the machine's speed.
 */
function limitsOf(fate: string): { readonly pause: number; readonly gate: number } {
  if (fate.startsWith('outlasts')) return { pause: 2, gate: 30 };
  return { pause: 1440, gate: fate.startsWith('hangs') ? 1 : 1200 };
}

/** Ships with a gate while a client asks the production listener again and again. */
async function shipUnderTraffic(sandbox: Sandbox, stage: GatedStage, fate: string, command: string): Promise<Shipped> {
  const limits = limitsOf(fate);
  await setUpGated(
    { call: sandbox.call, pass: milliseconds => sandbox.pass(milliseconds / 1000) },
    { ...stage, pauseMinutes: limits.pause }
  );
  await sandbox.write('taskdefinition.json', taskDefinition());
  await sandbox.write('appspec.yml', appspec());
  const { cloud, workspace } = sandbox;
  const production = listListeners(cloud).find(({ port }) => port !== TEST)?.url ?? '';
  const { hostname, port } = new URL(production);
  const end = new AbortController();
  const client = (async () => {
    while (!end.signal.aborted) {
      await send(hostname, port === '' ? 80 : Number(port));
      await sleep(10);
    }
  })();
  const inputs = {
    ...inputsOf(stage),
    'gate-urls': '/health',
    'gate-command': command,
    'gate-timeout-minutes': String(limits.gate),
    'wait-for-minutes': '1200'
  };
  const hasStarted = (): boolean => existsSync(join(workspace, 'started'));
  const other = fate.startsWith('is overtaken') ? overtake(sandbox, hasStarted, end.signal) : undefined;
  try {
    return await sandbox.ship(inputs, fate === 'is cancelled' ? { cancelWhen: hasStarted } : {});
  } finally {
    end.abort();
    await Promise.all([client, other]);
  }
}

/** Somebody else deploys as soon as the gate runs: the version that was there before. */
async function overtake({ call }: Sandbox, isDue: () => boolean, signal: AbortSignal): Promise<void> {
  while (!isDue()) {
    if (signal.aborted) return;
    await sleep(10);
  }
  await call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: 'shop-web:1' });
}

describe.each(STAGES)('production traffic of $strategy', stage => {
  // CodeDeploy begins no other deployment in a group in which one waits.
  const fates = FATES.filter(([fate]) => stage.strategy !== 'codedeploy' || !fate.startsWith('is overtaken'));

  it.concurrent.each(fates)(
    'never reaches a new version before its gate passed, where the gate %s',
    (fate, command, outcome) =>
      withSandbox(async sandbox => {
        const shipped = await shipUnderTraffic(sandbox, stage, fate, command);
        expect({ log: shipped.log, outcome: shipped.outputs['outcome'] }).toMatchObject({ outcome });
        const entries = sandbox.cloud.trafficLog.entries();
        const asked = entries.filter(({ listenerPort, path }) => listenerPort === TEST && path === '/health');
        const reached = entries.filter(
          ({ listenerPort, taskDefinition: version }) => listenerPort !== TEST && version === NEW
        );
        expect(entries.filter(({ listenerPort }) => listenerPort !== TEST).length).toBeGreaterThan(50);
        if (fate.startsWith('outlasts')) expect(shipped.log).toContain('did not wait for the gate');
        if (fate !== 'passes') {
          expect(reached).toEqual([]);
          return;
        }
        expect(asked.length).toBeGreaterThanOrEqual(3);
        expect(asked.filter(({ taskDefinition: version, status }) => version !== NEW || status !== 200)).toEqual([]);
        // The third answer passes the gate.
        const passedAt = asked[2]?.sequence ?? 0;
        expect(reached.length).toBeGreaterThan(0);
        expect(reached.filter(({ sequence }) => sequence < passedAt)).toEqual([]);
      })
  );
});

describe('a gate whose path another rule of the test listener takes', () => {
  it.concurrent.each(STAGES)('does not pass, and nothing is deployed: $strategy', stage =>
    withSandbox(async sandbox => {
      const { call, cloud } = sandbox;
      const pass = (milliseconds: number): Promise<void> => sandbox.pass(milliseconds / 1000);
      const { test } = await setUpGated({ call, pass }, stage);
      await sandbox.write('taskdefinition.json', taskDefinition());
      await sandbox.write('appspec.yml', appspec());
      const group = { Name: 'other', Protocol: 'HTTP', Port: '8080', TargetType: 'ip', VpcId: 'vpc-0123456789abcdef0' };
      await call.ask('elasticloadbalancing', 'CreateTargetGroup', group);
      await addRule(call, test, '/health', 'other');
      const { hostname } = new URL(listListeners(cloud).find(({ port }) => port === TEST)?.url ?? '');
      await send(hostname, TEST, { path: '/health' });
      expect(cloud.trafficLog.entries().at(-1)).toMatchObject({ targetGroup: 'other' });
      const shipped = await sandbox.ship({ ...inputsOf(stage), 'gate-urls': '/ready\n/health' });
      expect({ log: shipped.log, exitCode: shipped.exitCode }).toMatchObject({ exitCode: 2 });
      expect(shipped.errors).toMatch(
        /gate-urls: GET http:.*:9001\/health does not reach the new version: the rule of priority 5/
      );
      expect(shipped.errors).not.toContain('/ready does not');
      expect(changes(shipped.requestLog)).toEqual([]);
      expect(cloud.trafficLog.entries().filter(({ listenerPort }) => listenerPort === TEST)).toHaveLength(1);
    })
  );
});
