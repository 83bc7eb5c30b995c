import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { decode, complaintsOf } from '../config/decode-helpers.js';
import { ENVIRONMENT } from '../simulation/machine.js';
import { CLUSTER } from '../search/stages.js';
import { Simulation } from '../simulation/simulation.js';
import { simulate, type GatedCase, type GatedRun } from './simulate.js';
import { addRule, type GatedListeners, type GatedStage } from './stages.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-gate-check-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMAND = { 'gate-command': './smoke.sh' };
const HEALTH = { 'gate-urls': '/health' };
const CHANGES = /:(Register|Update|Create|Stop|Continue|Run|Put)/;

async function check(
  stage: GatedStage,
  inputs: Readonly<Record<string, string>>,
  more: Partial<GatedCase> = {}
): Promise<GatedRun> {
  return simulate({ stage, inputs, ...more }, folder);
}

/** It is refused, and nothing was changed. */
function expectRefused({ run, log }: GatedRun, ...texts: readonly (string | RegExp)[]): void {
  expect({ exitCode: run.answer?.exitCode, log }).toMatchObject({ exitCode: 2 });
  expect(run.requests.filter(({ action }) => CHANGES.test(action))).toEqual([]);
  for (const text of texts) expect(log).toMatch(text);
}

/** The JSON of a command that the message gives. */
function configurationIn(log: string): unknown {
  return JSON.parse(/configuration '([^']+)'/.exec(log)?.[1] ?? '{}') as unknown;
}

describe('the check before the build', () => {
  it('refuses gate-at: test for a rolling update, and says how to change the service', async () => {
    const gated = await check({ strategy: 'rolling' }, { ...COMMAND, 'gate-at': 'test' });
    expectRefused(
      gated,
      'shop/web is rolled out by ROLLING, which has no such moment',
      'Use gate-at: live, or make it blue/green',
      'Strategy: BLUE_GREEN'
    );
    expect(configurationIn(gated.log)).toMatchObject({ strategy: 'BLUE_GREEN' });
  });

  it.each<GatedStage['strategy']>(['blue-green', 'linear', 'canary'])(
    'refuses %s without a pause, with the command and the lines that add it; after that it goes',
    async strategy => {
      const lambda = {
        targetType: 'AWS_LAMBDA',
        hookTargetArn: 'arn:aws:lambda:eu-west-1:123456789012:function:check',
        roleArn: 'arn:aws:iam::123456789012:role/hooks',
        lifecycleStages: ['PRE_SCALE_UP']
      };
      const gated = await check({ strategy, hooks: [lambda] }, COMMAND);
      expectRefused(
        gated,
        /has no PAUSE hook at POST_TEST_TRAFFIC_SHIFT, PRE_PRODUCTION_TRAFFIC_SHIFT, POST_SCALE_UP/,
        'aws ecs update-service --region eu-west-1 --cluster shop --service web --deployment-configuration',
        '- TargetType: PAUSE',
        'LifecycleStages: [POST_TEST_TRAFFIC_SHIFT]'
      );
      const deploymentConfiguration = configurationIn(gated.log) as { readonly lifecycleHooks: readonly object[] };
      // What was there is said again: UpdateService takes the whole.
      expect(deploymentConfiguration.lifecycleHooks).toHaveLength(2);
      const mended = await check({ strategy }, COMMAND, {
        prepare: async ({ call }: Simulation) => {
          await call('ecs', 'UpdateService', { cluster: CLUSTER, service: 'web', deploymentConfiguration });
        }
      });
      expect({ outcome: mended.run.answer?.outputs.outcome, log: mended.log }).toMatchObject({ outcome: 'succeeded' });
      expect(mended.gates).toHaveLength(1);
    }
  );

  it('refuses a deployment group that does not wait; after the command that it gives it goes', async () => {
    const gated = await check({ strategy: 'codedeploy' }, COMMAND);
    expectRefused(gated, 'aws deploy update-deployment-group --region eu-west-1', 'ActionOnTimeout: STOP_DEPLOYMENT');
    const blueGreenDeploymentConfiguration = configurationIn(gated.log);
    const mended = await check({ strategy: 'codedeploy' }, COMMAND, {
      prepare: async ({ call }: Simulation) => {
        await call('codedeploy', 'UpdateDeploymentGroup', {
          applicationName: 'shop',
          currentDeploymentGroupName: 'shop-web',
          blueGreenDeploymentConfiguration
        });
      }
    });
    expect({ outcome: mended.run.answer?.outputs.outcome, log: mended.log }).toMatchObject({ outcome: 'succeeded' });
  });

  it('refuses a pause that continues by itself, also for a gate that has not passed', async () => {
    const hook = {
      targetType: 'PAUSE',
      lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
      timeoutConfiguration: { timeoutInMinutes: 5, action: 'CONTINUE' }
    };
    expectRefused(await check({ strategy: 'blue-green', hooks: [hook] }, COMMAND), 'continues by itself after 5 min');
  });

  it('refuses two pauses at one stage', async () => {
    const hook = { targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] };
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT', hooks: [hook] };
    expectRefused(await check(stage, COMMAND), 'has two PAUSE hooks at POST_TEST_TRAFFIC_SHIFT');
  });

  it('refuses a path where nothing leads to the new version, and warns a command', async () => {
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_SCALE_UP' };
    expectRefused(await check(stage, HEALTH), 'At POST_SCALE_UP the test listener still leads to the old version');
    const gated = await check(stage, COMMAND);
    expect(gated.log).toContain('GATE_URL is empty: At POST_SCALE_UP');
    expect(gated.gates[0]?.env['GATE_URL']).toBe('');
    expect(gated.gates[0]?.env['GATE_TASK_IPS']?.split(' ')).toHaveLength(2);
  });

  describe('of listener rules that come before that of the new version', () => {
    const blueGreen: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' };
    const codedeploy: GatedStage = { strategy: 'codedeploy', pause: 'Ready' };
    const rolling: GatedStage = { strategy: 'rolling' };
    const LIVE = { 'gate-at': 'live' };
    const catching = (listener: keyof GatedListeners, path: string, group: string): Partial<GatedCase> => ({
      prepare: ({ call }, listeners) => addRule(call, listeners[listener], path, group)
    });

    it.each<[string, GatedStage, Readonly<Record<string, string>>, Partial<GatedCase>, RegExp]>([
      [
        'test',
        blueGreen,
        HEALTH,
        catching('test', '/health', 'web-blue'),
        /gate-urls: GET http:.*:9001\/health does not/
      ],
      ['test', blueGreen, COMMAND, catching('test', '*', 'web-blue'), /gate-command: GET http:.*:9001 does not/],
      [
        'production',
        blueGreen,
        { ...HEALTH, ...LIVE },
        catching('production', '/he*', 'web-blue'),
        /\/health does not/
      ],
      [
        'production',
        codedeploy,
        { ...HEALTH, ...LIVE },
        catching('production', '/health', 'other'),
        /\/health does not/
      ],
      [
        'production',
        rolling,
        { ...HEALTH, ...LIVE },
        catching('production', '/health', 'web-green'),
        /\/health does not/
      ]
    ])('refuses what one of the %s listener takes: %j %j', async (_listener, stage, inputs, more, message) => {
      const gated = await check(stage, inputs, {
        prepare: async (simulation, listeners) => {
          await simulation.call.ask('elasticloadbalancing', 'CreateTargetGroup', {
            Name: 'other',
            Protocol: 'HTTP',
            Port: '8080',
            TargetType: 'ip',
            VpcId: 'vpc-0123456789abcdef0'
          });
          await more.prepare?.(simulation, listeners);
        }
      });
      expectRefused(gated, message, /the rule of priority 5 of the listener \(arn:.*:listener-rule\/app\/web\//);
      expect(gated.gates).toEqual([]);
    });

    it.each<[string, GatedStage, Readonly<Record<string, string>>, Partial<GatedCase>]>([
      ['takes another path', blueGreen, HEALTH, catching('test', '/metrics', 'web-blue')],
      ['is of the production listener', blueGreen, HEALTH, catching('production', '/health', 'web-blue')],
      ['CodeDeploy moves with the traffic', codedeploy, HEALTH, catching('test', '/health', 'web-green')],
      [
        'forwards to the target group of a rolling update',
        rolling,
        HEALTH,
        catching('production', '/health', 'web-blue')
      ]
    ])('takes no offence at one that %s', async (_name, stage, inputs, more) => {
      const gated = await check(stage, inputs, more);
      expect({ outcome: gated.run.answer?.outputs.outcome, log: gated.log }).toMatchObject({ outcome: 'succeeded' });
      expect(gated.run.machine.reporter.warnings).toEqual([]);
    });
  });

  it('refuses what may not see or answer the pause', async () => {
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' };
    const gated = await check(stage, COMMAND, {
      prepare: ({ cloud }) => cloud.setFaults({ deny: ['ecs:ListServiceDeployments'] })
    });
    expectRefused(gated, 'ecs:ListServiceDeployments is not permitted', 'ecs:ContinueServiceDeployment');
  });

  it('refuses wait-for: paused where nothing waits, and where only the gate does', async () => {
    expectRefused(await check({ strategy: 'rolling' }, { 'wait-for': 'paused' }), 'never waits for anybody.');
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' };
    expectRefused(await check(stage, { ...COMMAND, 'wait-for': 'paused' }), "never waits for anybody but the gate's.");
  });

  it.each<[GatedStage, string]>([
    [{ strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' }, 'ecs:ContinueServiceDeployment'],
    [{ strategy: 'codedeploy', pause: 'Ready' }, 'codedeploy:ContinueDeployment']
  ])('tells in a plan when which gate would run, and what would end the pause: %j', async (stage, call) => {
    const { run, gates, log } = await check(stage, { ...COMMAND, 'dry-run': 'true' });
    expect({ outcome: run.answer?.outputs.outcome, log }).toMatchObject({ outcome: 'planned' });
    expect(log).toMatch(
      new RegExp(
        `Gate at ${stage.pause ?? ''}, at most 10 min: ./smoke.sh. The new version is reached at http://web-.*:9001`
      )
    );
    expect(log).toMatch(new RegExp(`${call} .*"after":"the gate has passed"`));
    expect(gates).toEqual([]);
  });

  it('warns where AWS ends the pause before the gate may take all of its time', async () => {
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT', pauseMinutes: 5 };
    expect((await check(stage, COMMAND)).log).toContain('after 5 min, before gate-timeout-minutes (10)');
  });
});

describe('a gate among other hooks', () => {
  const pauseBeforeShift = { targetType: 'PAUSE', lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] };

  it("leaves a person's pause at another stage to the person: wait-for: paused ends there", async () => {
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT', hooks: [pauseBeforeShift] };
    const gated = await check(stage, { ...COMMAND, 'wait-for': 'paused' });
    expect({ outcome: gated.run.answer?.outputs.outcome, log: gated.log }).toMatchObject({ outcome: 'paused' });
    expect(gated.gates).toHaveLength(1);
    expect(gated.run.requests.filter(({ action }) => action === 'ecs:ContinueServiceDeployment')).toHaveLength(1);
    expect(gated.log).toContain('It waits at PRE_PRODUCTION_TRAFFIC_SHIFT until');
  });

  it('follows a Lambda hook, and answers its own pause alone', async () => {
    const lambda = {
      targetType: 'AWS_LAMBDA',
      hookTargetArn: 'arn:aws:lambda:eu-west-1:123456789012:function:check',
      roleArn: 'arn:aws:iam::123456789012:role/hooks',
      lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT', 'POST_PRODUCTION_TRAFFIC_SHIFT']
    };
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT', hooks: [lambda] };
    const gated = await check(stage, COMMAND);
    expect({ outcome: gated.run.answer?.outputs.outcome, log: gated.log }).toMatchObject({ outcome: 'succeeded' });
    expect(gated.run.requests.filter(({ action }) => action === 'ecs:ContinueServiceDeployment')).toHaveLength(1);
  });

  it('tells the gate where it is and what it tests', async () => {
    const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' };
    const { gates, run } = await check(stage, COMMAND);
    expect(gates[0]?.env).toEqual({
      GATE_URL: expect.stringMatching(/^http:\/\/web-[0-9a-f]+\.eu-west-1\.elb\.amazonaws\.com:9001$/),
      GATE_HEADERS: '{}',
      GATE_DEPLOYMENT: run.answer?.outputs.deployment,
      GATE_TASK_DEFINITION: run.answer?.outputs['task-definition-arn'],
      GATE_TASK_IPS: expect.stringMatching(/^[\d.]+ [\d.]+$/)
    });
  });

  it.each([
    ['a request whose answer is lost', 'answer-lost'],
    ['a request that is throttled', 'throttled'],
    ['a connection that breaks', 'reset']
  ] as const)('continues every step once for every gate that passed, after %s', async (_name, trouble) => {
    let met = 0;
    const stage: GatedStage = { strategy: 'linear', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' };
    const gated = await check(stage, COMMAND, {
      trouble: ({ action }) => {
        if (action !== 'ecs:ContinueServiceDeployment' || met > 0) return undefined;
        met += 1;
        return trouble;
      }
    });
    expect({ outcome: gated.run.answer?.outputs.outcome, log: gated.log }).toMatchObject({ outcome: 'succeeded' });
    expect(gated.gates.map(({ passed, traffic }) => ({ passed, traffic }))).toEqual([
      { passed: true, traffic: 0 },
      { passed: true, traffic: 50 }
    ]);
    expect(met).toBe(1);
  });
});

describe('gate-urls', () => {
  const stage: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' };

  it.each<[string, readonly (number | Error)[], string, number]>([
    ['passes with 2xx three times in a row', [200, 204, 200], 'succeeded', 3],
    ['waits for what may pass', [503, new Error('ECONNREFUSED'), 200, 500, 200, 200, 200], 'succeeded', 7],
    ['fails where an answer will not change', [404, 404, 404], 'rolled-back', 3],
    ['does not take a redirect for an answer', [301, 301, 301], 'rolled-back', 3],
    ['counts what stands in a row alone', [404, 200, 404, 200, 200, 200], 'succeeded', 6]
  ])('%s', async (_name, answers, outcome, tries) => {
    let asked = 0;
    const gated = await check(stage, HEALTH, {
      answer: ({ url, address }, count) => {
        expect(url).toMatch(/^http:\/\/web-.*:9001\/health$/);
        expect(address).toMatch(/^web-/);
        asked = count;
        return answers[count - 1] ?? 599;
      }
    });
    expect({ outcome: gated.run.answer?.outputs.outcome, log: gated.log }).toMatchObject({ outcome });
    expect(asked).toBe(tries);
    expect(gated.log).toMatch(
      new RegExp(`The gate (passed|failed) at POST_TEST_TRAFFIC_SHIFT \\(\\d+ s, ${tries} tries\\)`)
    );
  });

  it('fails where nothing answers within gate-timeout-minutes', async () => {
    const gated = await check(stage, { ...HEALTH, 'gate-timeout-minutes': '2' }, { answer: () => 503 });
    expect(gated.run.answer?.outputs.outcome).toBe('rolled-back');
    expect(gated.log).toMatch(
      /\/health had not passed within 2 minutes \(gate-timeout-minutes\); at last it answered 503\./
    );
  });
});

describe('the settings of gates', () => {
  const base = { region: 'eu-west-1', service: 'web', 'task-definition': 'a.json' };

  it('are for each service, and inherited', () => {
    const services = '- { service: web, gate-command: a }\n- { service: api }';
    const { rollouts } = decode({
      given: { region: 'eu-west-1', 'task-definition': 'a.json', services, 'gate-urls': '/x\nhttps://y/z' }
    });
    expect(rollouts.map(({ gate }) => [gate.gateCommand, gate.gateUrls])).toEqual([
      ['a', ['/x', 'https://y/z']],
      [undefined, ['/x', 'https://y/z']]
    ]);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ 'gate-urls': 'health' }, /gate-urls: expected an address .* A path begins with \/: \/health\./],
    [{ 'gate-at': 'live' }, /gate-at has no effect without a gate/],
    [{ 'gate-command': 'a', 'wait-for': 'started' }, /wait-for: started ends before the gate/],
    [{ 'gate-command': 'a', 'wait-for': 'paused', 'gate-at': 'live' }, /wait-for: paused ends before gate-at: live/],
    [{ continue: 'continue' }, /continue has no effect without deployment/],
    [{ deployment: 'ecs-svc/123' }, /deployment: expected CodeDeploy's deployment id .* list-service-deployments/],
    [{ deployment: 'd-1A2B3C4D5', 'dry-run': 'true' }, /dry-run and deployment contradict each other/]
  ])('%j', (given, message) => {
    expect(complaintsOf({ given: { ...base, ...given } }).join('\n')).toMatch(message);
  });

  it('need no task definition and no image where a deployment is named', () => {
    expect(complaintsOf({ given: { region: 'eu-west-1', deployment: 'shop/web/abc' } })).toEqual([]);
  });
});
