import { describe, expect, it } from '@jest/globals';

import { runCleanups } from '../src/cleanup.js';
import type { PendingCleanup } from '../src/ports.js';
import { awsError, fakeClock, fakePorts, fakeReporter, NEW, OLD } from './rollout/fakes.js';

const left = (service: string): PendingCleanup => ({
  kind: 'deployment',
  engine: 'codedeploy',
  region: 'eu-west-1',
  cluster: 'shop',
  service,
  id: `d-${service}`,
  taskDefinitionArn: NEW,
  previousTaskDefinitionArn: OLD,
  isOwnRevision: true,
  deploymentsBefore: [],
  askedAt: 0,
  onCancel: 'rollback',
  application: 'shop',
  deploymentGroup: service
});

const context = (reporter = fakeReporter()) => ({
  reporter,
  clock: fakeClock(),
  environment: {},
  processes: { run: async () => Promise.reject(new Error('not part of this test')) },
  files: {} as never
});

describe('what a run left behind', () => {
  it('is taken back of all services at once: one that AWS does not answer for keeps no other waiting', async () => {
    const asked: string[] = [];
    let answer = (): void => undefined;
    const both = new Promise<void>(resolve => (answer = resolve));
    const ports = fakePorts({
      codedeploy: {
        getDeployment: async id => {
          asked.push(id);
          if (asked.length === 2) answer();
          await both;
          return { deploymentId: id, status: 'InProgress' };
        },
        stopDeployment: async () => undefined
      }
    });
    expect(await runCleanups([left('web'), left('worker')], context(), () => ports)).toBe(true);
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
    expect(await runCleanups([left('web'), left('worker')], context(reporter), () => ports)).toBe(false);
    expect(reporter.warnings.join()).toContain('There is no d-web');
    expect(reporter.warnings.join()).toContain(
      'The deployment d-worker of shop/worker was still in progress. The deployment had ended (Succeeded). on-cancel (rollback) came too late.'
    );
  });

  const ARN = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/abc';
  const ecs = (changes: object): PendingCleanup => ({
    ...(left('web') as Extract<PendingCleanup, { kind: 'deployment' }>),
    engine: 'ecs',
    id: 'ecs-svc/2',
    serviceDeploymentArn: ARN,
    ...changes
  });
  const denied = () => Promise.reject(awsError('AccessDeniedException', 'not authorized to perform this'));
  const ports = fakePorts({
    ecs: {
      describeServices: async () => ({
        services: [{ deployments: [{ id: 'ecs-svc/2', status: 'PRIMARY', taskDefinition: NEW }] }],
        failures: []
      }),
      describeServiceDeployments: async () => [{ serviceDeploymentArn: ARN, status: 'IN_PROGRESS' }],
      stopServiceDeployment: denied,
      updateService: denied
    },
    codedeploy: {
      getDeployment: async id => ({ deploymentId: id, status: 'InProgress' }),
      stopDeployment: denied
    }
  });
  it.each<[string, PendingCleanup, readonly string[]]>([
    [
      'an ECS deployment that may not be stopped',
      ecs({ onCancel: 'stop' }),
      [
        'ecs-svc/2 of shop/web',
        'ecs:StopServiceDeployment',
        `stop-service-deployment --region eu-west-1 --service-deployment-arn ${ARN} --stop-type ABORT`
      ]
    ],
    [
      'an ECS deployment that may neither be rolled back nor replaced',
      ecs({}),
      ['shop/web', 'not authorized', `--service-deployment-arn ${ARN} --stop-type ROLLBACK`]
    ],
    [
      'a first ECS deployment that may not be stopped and has nothing to go back to',
      ecs({ previousTaskDefinitionArn: undefined }),
      ['ecs-svc/2 of shop/web', 'ecs:StopServiceDeployment', 'no earlier task definition']
    ],
    [
      'a CodeDeploy deployment that may not be stopped',
      left('web'),
      [
        'd-web of shop/web',
        'codedeploy:StopDeployment',
        'aws deploy stop-deployment --region eu-west-1 --deployment-id d-web --auto-rollback-enabled'
      ]
    ],
    [
      'a CodeDeploy deployment that may not be stopped, without a rollback',
      { ...left('web'), onCancel: 'stop' } as PendingCleanup,
      ['d-web of shop/web', 'codedeploy:StopDeployment', '--deployment-id d-web --no-auto-rollback-enabled']
    ]
  ])('is red, with one warning that names deployment, permission and command: %s', async (_name, pending, parts) => {
    const reporter = fakeReporter();
    expect(await runCleanups([pending], context(reporter), () => ports)).toBe(false);
    expect(reporter.warnings).toHaveLength(1);
    for (const part of parts) expect(reporter.warnings[0]).toContain(part);
  });

  it('is green where on-cancel leaves it alone', async () => {
    const reporter = fakeReporter();
    expect(await runCleanups([ecs({ onCancel: 'leave' })], context(reporter), () => ports)).toBe(true);
    expect(reporter.warnings).toEqual([]);
  });
});
