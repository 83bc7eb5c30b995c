import { describe, expect, it } from '@jest/globals';

import {
  checkPassRole,
  checkPassRoleOfCodeDeploy,
  findCaller,
  type DeployingRole
} from '../../src/preflight/pass-role.js';
import type { Judgement, PreflightPorts, Simulation } from '../../src/preflight/ports.js';
import { ACCOUNT, breaks, denies, portsOf, REGION, shortOf } from './fakes.js';

const arnOf = (role: string): string => `arn:aws:iam::${ACCOUNT}:role/${role}`;
const session = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run-1`;

describe('who this run is', () => {
  const user = `arn:aws:iam::${ACCOUNT}:user/ci/bot`;
  const getRole: PreflightPorts['getRole'] = async name => ({ arn: arnOf(`ci/${name}`), trustPolicy: '{}' });

  it.each<[string, string | undefined, Partial<PreflightPorts>, string, boolean]>([
    ['the role of the settings, without a question', arnOf('ci/ship'), {}, arnOf('ci/ship'), false],
    ['a user', undefined, { getCaller: async () => user }, user, false],
    [
      'a session, with the path of its role',
      undefined,
      { getCaller: async () => session, getRole },
      arnOf('ci/deploy'),
      false
    ],
    [
      'a session whose role may not be looked at',
      undefined,
      { getCaller: async () => session, getRole: denies },
      arnOf('deploy'),
      true
    ],
    [
      'a session in China',
      undefined,
      { getCaller: async () => session.replace('arn:aws:', 'arn:aws-cn:'), getRole: async () => undefined },
      arnOf('deploy').replace('arn:aws:', 'arn:aws-cn:'),
      true
    ]
  ])('%s', async (_name, assumed, ports, arn, pathIsGuessed) => {
    expect(await findCaller(assumed, portsOf(ports))).toEqual({ arn, pathIsGuessed });
  });

  it.each<[string, PreflightPorts['getCaller'], string]>([
    ['the root user', async () => `arn:aws:iam::${ACCOUNT}:root`, 'skip'],
    ['a federated user', async () => `arn:aws:sts::${ACCOUNT}:federated-user/anna`, 'skip'],
    ['not to be found out', breaks, 'warn not-checked']
  ])('%s: no one whom IAM simulates', async (_name, getCaller, expected) => {
    const caller = await findCaller(undefined, portsOf({ getCaller }));
    expect('details' in caller && shortOf(caller.details)).toBe(expected);
  });
});

const judged = (resource: string, decision: string, more: Partial<Judgement> = {}): Judgement => ({
  resource,
  decision,
  missingKeys: [],
  allowedByOrganization: undefined,
  allowedByBoundary: undefined,
  ...more
});
const DEPLOY: DeployingRole = { arn: arnOf('deploy'), pathIsGuessed: false };
const TASK = { family: 'web', region: REGION };

/** A simulator that answers by the action. */
function simulating(
  passing: (resource: string) => Judgement,
  registering: Judgement = judged('*', 'allowed'),
  asked: Simulation[] = []
): PreflightPorts {
  return portsOf({
    simulatePrincipalPolicy: async simulation => {
      asked.push(simulation);
      return simulation.action === 'iam:PassRole' ? simulation.resources.map(passing) : [registering];
    }
  });
}

describe('passing the roles of a task', () => {
  it.each<[string, (resource: string) => Judgement, Judgement, string, string]>([
    [
      'is allowed',
      arn => judged(arn, 'allowed'),
      judged('*', 'allowed'),
      'ok',
      'may pass exec and task to ecs-tasks.amazonaws.com'
    ],
    [
      'is not allowed',
      arn => judged(arn, 'implicitDeny'),
      judged('*', 'allowed'),
      'ng pass-role',
      'no statement of its policies allows it'
    ],
    [
      'is denied',
      arn => judged(arn, 'explicitDeny'),
      judged('*', 'allowed'),
      'ng pass-role',
      'a statement of its policies denies it'
    ],
    [
      'is allowed for one of two',
      arn => judged(arn, arn.endsWith('task') ? 'allowed' : 'implicitDeny'),
      judged('*', 'allowed'),
      'ng pass-role',
      'deploy may not pass exec to'
    ],
    [
      'is beyond the boundary',
      arn => judged(arn, 'implicitDeny', { allowedByBoundary: false }),
      judged('*', 'allowed'),
      'ng pass-role',
      'permissions boundary'
    ],
    [
      "is against the organization's policy",
      arn => judged(arn, 'explicitDeny', { allowedByOrganization: false, allowedByBoundary: true }),
      judged('*', 'allowed'),
      'ng pass-role',
      'a policy of the organization'
    ],
    [
      'hangs on a key that is not known',
      arn => judged(arn, 'implicitDeny', { missingKeys: ['aws:ResourceTag/team'] }),
      judged('*', 'allowed'),
      'warn pass-role',
      'did not know aws:ResourceTag/team'
    ],
    [
      'is not for one who only plans',
      arn => judged(arn, 'implicitDeny'),
      judged('*', 'implicitDeny'),
      'skip',
      'not the deploying role'
    ],
    [
      'is for one who may register under a condition',
      arn => judged(arn, 'implicitDeny'),
      judged('*', 'implicitDeny', { missingKeys: ['ecs:task-cpu'] }),
      'ng pass-role',
      'exec and task'
    ]
  ])('%s', async (_name, passing, registering, expected, detail) => {
    const node = await checkPassRole([arnOf('svc/exec'), 'task'], TASK, DEPLOY, simulating(passing, registering));
    expect(node).toBeDefined();
    if (node === undefined) return;
    expect(shortOf(node)).toBe(expected);
    expect(node.label).toBe('iam:PassRole of deploy');
    expect(node.detail).toContain(detail);
    if (expected.endsWith('pass-role')) expect(node.detail).toContain('is not authorized to perform: iam:PassRole');
  });

  it.each<[string, Partial<Judgement> & { readonly decision: string }, string]>([
    ['to allow what nothing allows', { decision: 'implicitDeny' }, `Allow iam:PassRole on ${arnOf('task')}, with`],
    ['to end a denial', { decision: 'explicitDeny' }, `Take ${arnOf('task')} out of the statement that denies`],
    [
      'to widen the boundary',
      { decision: 'implicitDeny', allowedByBoundary: false },
      'in its permissions boundary too'
    ],
    ['to ask', { decision: 'implicitDeny', allowedByOrganization: false }, 'who keep the policies of the organization']
  ])('advises %s', async (_name, { decision, ...more }, next) => {
    const node = await checkPassRole(
      ['task'],
      TASK,
      DEPLOY,
      simulating(arn => judged(arn, decision, more))
    );
    expect(node?.next).toContain(next);
  });

  it('asks for the roles of this account in one question, and with the service that they go to', async () => {
    const asked: Simulation[] = [];
    const roles = ['task', arnOf('exec'), arnOf('exec'), 'arn:aws:iam::999988887777:role/theirs'];
    await checkPassRole(
      roles,
      TASK,
      DEPLOY,
      simulating(arn => judged(arn, 'allowed'), undefined, asked)
    );
    expect(asked).toEqual([
      {
        principal: arnOf('deploy'),
        action: 'iam:PassRole',
        resources: [arnOf('exec'), arnOf('task')],
        context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }
      },
      {
        principal: arnOf('deploy'),
        action: 'ecs:RegisterTaskDefinition',
        resources: [`arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/web:*`],
        context: {}
      }
    ]);
  });

  it.each<[string, PreflightPorts['simulatePrincipalPolicy'], DeployingRole, string, string | undefined]>([
    ['may not be simulated', denies, DEPLOY, 'skip', 'Allow iam:SimulatePrincipalPolicy.'],
    ['fails', breaks, DEPLOY, 'warn not-checked', 'Correct what AWS names.'],
    ['is of a role that IAM does not know', async () => undefined, DEPLOY, 'skip', undefined],
    [
      'is of a role whose path is not known',
      async () => undefined,
      { arn: arnOf('deploy'), pathIsGuessed: true },
      'skip',
      'Allow iam:GetRole.'
    ],
    ['is of nobody', denies, { details: { state: 'skip', next: 'Ask.' } }, 'skip', 'Ask.']
  ])('%s', async (_name, simulatePrincipalPolicy, caller, expected, next) => {
    const node = await checkPassRole(['task'], TASK, caller, portsOf({ simulatePrincipalPolicy }));
    expect(node && shortOf(node)).toBe(expected);
    expect(node?.next).toBe(next);
  });

  it('is no question where the roles are of another account', async () => {
    const roles = ['arn:aws:iam::999988887777:role/theirs'];
    expect(await checkPassRole(roles, TASK, DEPLOY, portsOf({}))).toBeUndefined();
    expect(await checkPassRoleOfCodeDeploy(arnOf('CodeDeploy'), roles, portsOf({}))).toBeUndefined();
  });

  it('is a question for the role of CodeDeploy too, whoever plans', async () => {
    const limited = simulating(arn => judged(arn, arn.includes('ecsTaskExecutionRole') ? 'allowed' : 'implicitDeny'));
    const roles = ['ecsTaskExecutionRole', 'task'];
    const node = await checkPassRoleOfCodeDeploy(arnOf('CodeDeploy'), roles, limited);
    expect(node && shortOf(node)).toBe('ng pass-role');
    expect(node?.detail).toContain('CodeDeploy may not pass task to');
    expect(node?.next).toContain(`Allow iam:PassRole on ${arnOf('task')}`);
    const gone = portsOf({ simulatePrincipalPolicy: async () => undefined });
    expect(await checkPassRoleOfCodeDeploy(arnOf('CodeDeploy'), roles, gone)).toBeUndefined();
  });
});
