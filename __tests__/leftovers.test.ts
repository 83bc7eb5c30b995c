import { describe, expect, it } from '@jest/globals';

import { takeBackLeftovers } from '../src/leftovers.js';
import type { Leftover } from '../src/ports.js';
import { awsError, fakeClock, fakePorts, fakeReporter, NEW, OLD } from './rollout/fakes.js';

const left = (service: string): Leftover => ({
  kind: 'deployment',
  engine: 'codedeploy',
  region: 'eu-west-1',
  cluster: 'shop',
  service,
  id: `d-${service}`,
  taskDefinitionArn: NEW,
  previousTaskDefinitionArn: OLD,
  onCancel: 'rollback',
  application: 'shop',
  deploymentGroup: service
});

const world = (reporter = fakeReporter()) => ({
  reporter,
  clock: fakeClock(),
  environment: {},
  processes: { run: async () => Promise.reject(new Error('not part of this test')) },
  files: {} as never
});

describe('what a run left behind', () => {
  it('is taken back of all services at once: one that AWS does not answer for keeps no other waiting', async () => {
    const asked: string[] = [];
    const both = new Promise<void>(resolve => {
      const timer = setInterval(() => {
        if (asked.length < 2) return;
        clearInterval(timer);
        resolve();
      }, 1);
    });
    const ports = fakePorts({
      codedeploy: {
        getDeployment: async id => {
          asked.push(id);
          await both;
          return { deploymentId: id, status: 'InProgress' };
        },
        stopDeployment: async () => undefined
      }
    });
    expect(await takeBackLeftovers([left('web'), left('worker')], world(), () => ports)).toBe(true);
    expect(ports.of('stopDeployment')).toEqual([
      ['d-web', true],
      ['d-worker', true]
    ]);
  });

  it('is told where it cannot be taken back, and the rest goes on', async () => {
    const reporter = fakeReporter();
    const ports = fakePorts({
      codedeploy: {
        getDeployment: async id => {
          if (id === 'd-web') throw awsError('DeploymentDoesNotExistException', 'There is no d-web');
          return { deploymentId: id, status: 'Succeeded' };
        }
      }
    });
    expect(await takeBackLeftovers([left('web'), left('worker')], world(reporter), () => ports)).toBe(false);
    expect(reporter.warnings.join()).toContain('There is no d-web');
    expect(reporter.lines.join()).toContain('The deployment d-worker of shop/worker was left under way');
  });
});
