import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { setUpGated, type GatedStage } from '../gates/stages.js';
import { slipway } from './run-command.js';
import { withSandbox, type Sandbox } from './sandbox.js';
import { appspec, BLUE_GREEN, ROLLING, switchBreakerOff, taskDefinition } from './seed.js';

const CASES: readonly (readonly [name: string, stage: GatedStage, behaviour: string | undefined, begins: string])[] = [
  ['a rolling update', { strategy: 'rolling' }, undefined, 'UpdateService'],
  ['a rolling update whose version crashes', { strategy: 'rolling' }, 'crash', 'UpdateService'],
  ['a blue/green deployment of ECS', { strategy: 'blue-green' }, undefined, 'UpdateService'],
  ['a deployment of CodeDeploy', { strategy: 'codedeploy' }, undefined, 'CreateDeployment']
];

async function open(sandbox: Sandbox, stage: GatedStage, behaviour: string | undefined): Promise<void> {
  await setUpGated({ call: sandbox.call, pass: milliseconds => sandbox.pass(milliseconds / 1000) }, stage);
  // Whether ECS or the run ends it first would be the machine's speed.
  if (behaviour !== undefined) await switchBreakerOff(sandbox);
  await sandbox.write('taskdefinition.json', taskDefinition({}, behaviour));
  await sandbox.write('appspec.yml', appspec());
}

async function nameOf({ call }: Sandbox, { strategy }: GatedStage): Promise<string> {
  if (strategy === 'codedeploy') {
    const group = { applicationName: 'shop', deploymentGroupName: 'shop-web' };
    return ((await call('codedeploy', 'ListDeployments', group))['deployments'] as readonly string[])[0] ?? '';
  }
  const { serviceDeployments } = await call('ecs', 'ListServiceDeployments', { cluster: 'shop', service: 'web' });
  const [newest] = serviceDeployments as readonly { readonly serviceDeploymentArn: string }[];
  return newest?.serviceDeploymentArn.split(':service-deployment/')[1] ?? '';
}

/** The first line of the reason; ids are of the deployment, and how many tasks have died is of the moment. */
const normalize = (text: string): string =>
  (/(?:Succeeded|Rolled back|Failed) shop\/web: .*/.exec(text)?.[0] ?? text)
    .replace(/d-[A-Z0-9]{9}/g, 'd-')
    .replace(/ecs-svc\/\d+/g, 'ecs-svc/')
    .replace(/\d+ tasks/g, 'tasks');

const inputsOf = ({ strategy }: GatedStage): Readonly<Record<string, string>> => ({
  ...(strategy === 'codedeploy' ? BLUE_GREEN : { ...ROLLING, appspec: '' }),
  repository: '',
  image: 'public.ecr.aws/docker/library/httpd:2.4.65',
  'on-cancel': 'leave'
});

describe('slipway follow after a run that SIGKILL ended', () => {
  it.concurrent.each(CASES)('ends as an undisturbed run does: %s', async (_name, stage, behaviour, begins) => {
    const inputs = inputsOf(stage);
    const whole = { exitCode: -1, said: '' };
    await withSandbox(async sandbox => {
      await open(sandbox, stage, behaviour);
      const shipped = await sandbox.ship(inputs);
      Object.assign(whole, { exitCode: shipped.exitCode, said: `${shipped.errors}\n${shipped.log}` });
    });
    await withSandbox(async sandbox => {
      await open(sandbox, stage, behaviour);
      const lost = await sandbox.ship(inputs, { killAfter: { operation: begins, signal: 'SIGKILL' } });
      expect(lost.signal).toBe('SIGKILL');
      // ECS lists a service deployment some seconds after it began.
      await sandbox.pass(10);
      // By its name: on a slow machine it has ended by now, and then it is no longer in progress.
      const followed = await slipway(sandbox, 'follow', await nameOf(sandbox, stage));
      const said = `${followed.stdout}\n${followed.stderr}`;
      expect({ exitCode: followed.exitCode, said }).toMatchObject({ exitCode: whole.exitCode });
      expect(normalize(said)).toBe(normalize(whole.said));
    });
  });
});

/** A gate that notes that it runs, and hangs with a child in the run whose number is in `hang-at`. */
const GATE = `echo run >> runs
if [ "$(grep -c run runs)" = "$(cat hang-at 2>&1)" ]; then
  sleep 3600 &
  echo "$$ $!" > started.new
  mv started.new started
  wait
fi
echo "expected 0, got $1"
exit "$1"
`;

/** Pauses that last for a day, and a run with no haste: what ends here does not depend on the machine's speed. */
const AT_EASE = { 'gate-timeout-minutes': '1200', 'wait-for-minutes': '1200' };
const GATED: readonly (readonly [name: string, stage: GatedStage, exitCode: number, runs: number, hangsAt: number])[] =
  [0, 3].flatMap(exitCode => [
    ['BLUE_GREEN', { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' }, exitCode, 1, 1] as const,
    ['CANARY', { strategy: 'canary', pause: 'POST_TEST_TRAFFIC_SHIFT' }, exitCode, 1, 1] as const,
    ['CodeDeploy', { strategy: 'codedeploy', pause: 'Ready' }, exitCode, 1, 1] as const
  ]);
const STEPS: typeof GATED = [
  ['CANARY before its first step', { strategy: 'canary', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' }, 0, 2, 1],
  ['CANARY before its second step', { strategy: 'canary', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' }, 0, 2, 2]
];

describe('slipway follow after SIGKILL ended a run while its gate ran, and the gate with its child', () => {
  it.concurrent.each([...GATED, ...STEPS])(
    'runs the gate again, and ends as an undisturbed run does: %s, %j, exit code %s',
    async (_name, stage, exitCode, runs, hangsAt) => {
      const gate = { 'gate-command': `sh gate.sh ${exitCode}`, ...AT_EASE };
      const openGated = async (sandbox: Sandbox): Promise<void> => {
        await open(sandbox, { ...stage, pauseMinutes: 1440 }, undefined);
        await sandbox.write('gate.sh', GATE);
      };
      const countRuns = async (sandbox: Sandbox): Promise<number> =>
        (await sandbox.read('runs')).match(/run/g)?.length ?? 0;
      const whole = { exitCode: -1, said: '' };
      await withSandbox(async sandbox => {
        await openGated(sandbox);
        const shipped = await sandbox.ship({ ...inputsOf(stage), ...gate });
        Object.assign(whole, { exitCode: shipped.exitCode, said: `${shipped.errors}\n${shipped.log}` });
        expect(await countRuns(sandbox)).toBe(runs);
      });
      expect(whole.exitCode).toBe(exitCode);
      await withSandbox(async sandbox => {
        await openGated(sandbox);
        await sandbox.write('hang-at', String(hangsAt));
        const started = join(sandbox.workspace, 'started');
        const lost = await sandbox.ship(
          { ...inputsOf(stage), ...gate },
          {
            killAt: { isDue: () => existsSync(started), milliseconds: 0, signal: 'SIGKILL' },
            onMainEnd: async () => {
              const processes = readFileSync(started, 'utf8').trim().split(' ').map(Number);
              expect(processes).toHaveLength(2);
              for (const id of processes) process.kill(id, 'SIGKILL');
            }
          }
        );
        expect({ signal: lost.signal, log: lost.log }).toMatchObject({ signal: 'SIGKILL' });
        const flags = Object.entries(gate).map(([name, value]) => `--${name}=${value}`);
        const followed = await slipway(sandbox, 'follow', await nameOf(sandbox, stage), ...flags);
        const said = `${followed.stdout}\n${followed.stderr}`;
        expect({ exitCode: followed.exitCode, said }).toMatchObject({ exitCode: whole.exitCode });
        expect(normalize(said)).toBe(normalize(whole.said));
        expect(normalize(said)).toMatch(/^(Succeeded|Rolled back) shop\/web: /);
        // The one that was killed, and those that follow ran.
        expect(await countRuns(sandbox)).toBe(runs + 1);
      });
    }
  );
});
