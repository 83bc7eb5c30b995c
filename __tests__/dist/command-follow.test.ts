import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { setUpGated, type GatedStage } from '../gates/stages.js';
import { count, withSandbox, type Sandbox } from './sandbox.js';
import { slipway } from './run-command.js';
import { ROLLING, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];
const PAUSED: GatedStage = { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' };
const SHIP = { ...ROLLING, repository: '', image: 'public.ecr.aws/docker/library/httpd:2.4.65' };

async function open(sandbox: Sandbox, stage: GatedStage): Promise<void> {
  await setUpGated({ call: sandbox.call, pass: milliseconds => sandbox.pass(milliseconds / 1000) }, stage);
  await sandbox.write('taskdefinition.json', taskDefinition());
}

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a deployment that waits', () => {
  it.concurrent('is left alone by the post step, and continued by the command', () =>
    withSandbox(async sandbox => {
      await open(sandbox, PAUSED);
      const first = await sandbox.ship({ ...SHIP, 'wait-for': 'paused' }, { withPost: true });
      expect({ exitCode: first.exitCode, log: first.log }).toMatchObject({ exitCode: 0 });
      expect(first.outputs['outcome']).toBe('paused');
      expect(first.postExitCode).toBe(0);
      expect(first.postLog).toContain('Nothing to clean up.');
      const back = await slipway(sandbox, 'follow', ...WEB, '--wait-for=paused', '--json');
      expect({ exitCode: back.exitCode, stderr: back.stderr }).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(back.stdout)).toMatchObject({ outcome: 'paused', deployment: first.outputs['deployment'] });
      const second = await slipway(sandbox, 'continue', first.outputs['deployment'] ?? '');
      expect({ exitCode: second.exitCode, stdout: second.stdout }).toMatchObject({ exitCode: 0 });
      expect(second.stdout).toContain('Succeeded shop/web: ECS reports the deployment SUCCESSFUL.');
    })
  );

  it.concurrent('goes back by the command', () =>
    withSandbox(async sandbox => {
      await open(sandbox, PAUSED);
      expect((await sandbox.ship({ ...SHIP, 'wait-for': 'paused' })).outputs['outcome']).toBe('paused');
      const back = await slipway(sandbox, 'continue', ...WEB, '--rollback');
      expect({ exitCode: back.exitCode, stderr: back.stderr }).toMatchObject({ exitCode: 3 });
      expect(back.stdout).toContain('Asked ECS to roll back.');
      const none = await slipway(sandbox, 'continue', ...WEB);
      expect(none.exitCode).toBe(2);
      // That of the deployment is told, and its exit code is for who names it: the last one may be another's.
      expect(none.stderr).toMatch(
        /No deployment is in progress: shop\/web\. The last one, shop\/web\/\S+ of shop-web:\d+, ended at \S+ \S+ UTC \(rolled-back\): Rolled back\. .* To take the outcome of that one: slipway follow shop\/web\/\S+\.$/m
      );
      const named = await slipway(sandbox, 'follow', /slipway follow (\S+)\.$/m.exec(none.stderr)?.[1] ?? '');
      expect(named.exitCode).toBe(3);
    })
  );

  it.concurrent.each([
    ['d-1A2B3C4D5', /There is no deployment d-1A2B3C4D5: CodeDeploy has no such deployment in ap-northeast-2/],
    ['shop/web/abc', /There is no deployment shop\/web\/abc: web has no service deployment of that id/],
    ['web', /deployment: expected CodeDeploy's deployment id/],
    [
      'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/abc',
      /is in eu-west-1, and the region of the settings is ap-northeast-2/
    ]
  ])('is refused in one sentence where %s is none', (name, message) =>
    withSandbox(async sandbox => {
      await open(sandbox, { strategy: 'rolling' });
      const said = await slipway(sandbox, 'follow', name);
      expect(said.exitCode).toBe(2);
      expect(said.stderr).toMatch(message);
    })
  );
});

describe('a gate of the built Action', () => {
  it.concurrent('runs in the workspace by the shell, and leaves no child', () =>
    withSandbox(async sandbox => {
      await open(sandbox, PAUSED);
      const gate =
        'sleep 600 & echo $! > child; echo "$GATE_DEPLOYMENT" > seen; echo "::error::not a command"; ls taskdefinition.json';
      const shipped = await sandbox.ship({ ...SHIP, 'gate-command': gate });
      expect({ exitCode: shipped.exitCode, log: shipped.log }).toMatchObject({ exitCode: 0 });
      expect(shipped.outputs['outcome']).toBe('succeeded');
      expect((await sandbox.read('seen')).trim()).toBe(shipped.outputs['deployment']);
      expect(isAlive(Number(await sandbox.read('child')))).toBe(false);
      expect(count(shipped.requestLog, 'ContinueServiceDeployment')).toBe(1);
      // What the gate prints is text: GitHub's runner does not obey it.
      expect(shipped.errors).not.toContain('not a command');
      expect(shipped.summary).toContain('passed at POST_TEST_TRAFFIC_SHIFT');
    })
  );

  it.concurrent('goes back where it fails, with its last lines first', () =>
    withSandbox(async sandbox => {
      await open(sandbox, PAUSED);
      const shipped = await sandbox.ship({ ...SHIP, 'gate-command': 'echo the page is blank\nexit 4' });
      expect({ exitCode: shipped.exitCode, log: shipped.log }).toMatchObject({ exitCode: 3 });
      expect(shipped.errors).toMatch(
        /^Rolled back shop\/web: The gate failed at POST_TEST_TRAFFIC_SHIFT: echo the page is blank … ended with exit code 4\..*\nLast lines of the gate \(echo the page is blank …\):\nthe page is blank/
      );
      expect(shipped.summary).toContain('the page is blank');
    })
  );

  it.concurrent('is ended with all that it started where the run is cancelled, and the deployment goes back', () =>
    withSandbox(async sandbox => {
      await open(sandbox, PAUSED);
      const file = join(sandbox.workspace, 'child');
      const gate = `trap '' TERM; sleep 600 & echo $! > child; sleep 600`;
      const shipped = await sandbox.ship({ ...SHIP, 'gate-command': gate }, { cancelWhen: () => existsSync(file) });
      expect(shipped.outputs['outcome']).toBe('cancelled');
      expect({ exitCode: shipped.exitCode, log: shipped.log }).toMatchObject({ exitCode: 6 });
      expect(isAlive(Number(await sandbox.read('child')))).toBe(false);
      expect(count(shipped.requestLog, 'ContinueServiceDeployment')).toBe(0);
      expect(count(shipped.requestLog, 'StopServiceDeployment')).toBe(1);
    })
  );
});
