import { randomInt } from 'node:crypto';
import { startDeployment, type OnEnd } from './engine.js';
import { CODEDEPLOY, type DeploymentRecord, type LifecycleEventRecord } from './state.js';

const EVENTS = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic'
];
const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** What a new deployment is made of; the rest is the same for all. */
type DeploymentRequest = Pick<
  DeploymentRecord,
  | 'region'
  | 'group'
  | 'config'
  | 'revision'
  | 'appSpec'
  | 'description'
  | 'kept'
  | 'creator'
  | 'autoRollback'
  | 'overrideAlarms'
  | 'rollback'
> &
  Partial<Pick<DeploymentRecord, 'service' | 'blue' | 'green'>>;

/** `d-` and nine capital letters and digits. */
function newDeploymentId(): string {
  return `d-${Array.from({ length: 9 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('')}`;
}

/** Creates a deployment and sets it going. */
export function createDeployment(request: DeploymentRequest): DeploymentRecord {
  const { region, group } = request;
  const now = region.timeline.now();
  const deployment: DeploymentRecord = {
    service: undefined,
    blue: undefined,
    green: undefined,
    ...request,
    id: newDeploymentId(),
    settings: group.settings,
    previousRevision: group.targetRevision,
    alarms: group.settings.alarmConfiguration,
    createTime: now,
    events: listEvents(request).map(makeEvent),
    status: 'Created',
    startTime: undefined,
    completeTime: undefined,
    lastUpdated: now,
    error: undefined,
    terminationWaitStarted: false,
    goOn: false
  };
  group.lastAttempted = deployment;
  region.part(CODEDEPLOY).deployments.set(deployment.id, deployment);
  startDeployment(deployment, rollBackWhereAsked);
  return deployment;
}

/** Events of the test traffic are there only where the group has a test listener; a rollback only moves the traffic. */
function listEvents({ creator, group }: DeploymentRequest): readonly string[] {
  if (creator === 'codeDeployRollback') return ['AllowTraffic'];
  const hasTest = (group.settings.loadBalancerInfo?.targetGroupPairInfoList ?? []).some(
    pair => (pair.testTrafficRoute?.listenerArns ?? []).length > 0
  );
  return hasTest ? EVENTS : EVENTS.filter(name => !name.includes('TestTraffic'));
}

function makeEvent(name: string): LifecycleEventRecord {
  return { name, status: 'Pending', startTime: undefined, endTime: undefined, diagnostics: undefined };
}

const CAUSES = {
  failure: 'DEPLOYMENT_FAILURE',
  alarm: 'DEPLOYMENT_STOP_ON_ALARM',
  request: 'DEPLOYMENT_STOP_ON_REQUEST'
} as const;

/** Starts the rollback of a deployment that has ended badly, where its auto rollback configuration covers the cause. */
export const rollBackWhereAsked: OnEnd = (deployment, cause) => {
  const { enabled, events } = deployment.autoRollback ?? {};
  if (enabled === true && (events ?? []).includes(CAUSES[cause])) rollBack(deployment);
};

/** Starts the rollback: a deployment of its own. One that fails is not rolled back again. */
export function rollBack(deployment: DeploymentRecord): void {
  if (deployment.creator === 'codeDeployRollback') return;
  const rollback = createDeployment({
    region: deployment.region,
    group: deployment.group,
    config: deployment.config,
    revision: deployment.previousRevision ?? deployment.revision,
    appSpec: deployment.appSpec,
    description: `Rollback of ${deployment.id}`,
    kept: deployment.kept,
    creator: 'codeDeployRollback',
    autoRollback: { enabled: false },
    overrideAlarms: undefined,
    service: deployment.service,
    blue: deployment.blue,
    green: deployment.green,
    rollback: {
      rollbackTriggeringDeploymentId: deployment.id,
      rollbackMessage: `This deployment was created automatically by CodeDeploy to roll back the deployment ${deployment.id}.`
    }
  });
  deployment.rollback = {
    rollbackDeploymentId: rollback.id,
    rollbackMessage: `The deployment ${rollback.id} was started to roll this deployment back.`
  };
}
