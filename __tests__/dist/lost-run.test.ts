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

describe('slipway follow after a run that SIGKILL ended', () => {
  it.concurrent.each(CASES)('ends as an undisturbed run does: %s', async (_name, stage, behaviour, begins) => {
    const inputs = {
      ...(stage.strategy === 'codedeploy' ? BLUE_GREEN : { ...ROLLING, appspec: '' }),
      repository: '',
      image: 'public.ecr.aws/docker/library/httpd:2.4.65',
      'on-cancel': 'leave'
    };
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
