import { createHash } from 'node:crypto';
import { LOAD_BALANCER, openService, type Answer, type Stage } from './core-support.js';

export const NAMES = { applicationName: 'AppECS-shop-api', deploymentGroupName: 'DgpECS-shop-api' };
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/2';

/** CreateDeploymentGroup's input for the service `api` in `shop`; `more` is laid over it. */
export function makeGroup(more: object = {}): object {
  return {
    ...NAMES,
    serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
    },
    ecsServices: [{ clusterName: 'shop', serviceName: 'api' }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        { targetGroups: [{ name: 'blue' }, { name: 'green' }], prodTrafficRoute: { listenerArns: [LISTENER] } }
      ]
    },
    ...more
  };
}

/** A steady CODE_DEPLOY service with its application and deployment group. */
export async function openCodeDeploy(stage: Stage, group: object = {}): Promise<void> {
  await openService(stage, {
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [LOAD_BALANCER],
    deploymentConfiguration: {}
  });
  await stage.send('codedeploy', 'CreateApplication', {
    applicationName: NAMES.applicationName,
    computePlatform: 'ECS'
  });
  const answer = await stage.send('codedeploy', 'CreateDeploymentGroup', makeGroup(group));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

export interface Target {
  readonly taskDefinition?: string;
  readonly container?: string;
  readonly port?: number;
  readonly hooks?: object[];
}

/** The revision of a deployment of `api:1`, or of what is said. */
export function makeRevision(target: Target = {}): {
  readonly revisionType: string;
  readonly appSpecContent: { readonly content: string; readonly sha256: string };
} {
  const { taskDefinition = 'api:1', container = 'app', port = 8080, hooks } = target;
  const content = JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: `arn:aws:ecs:eu-west-1:123456789012:task-definition/${taskDefinition}`,
            LoadBalancerInfo: { ContainerName: container, ContainerPort: port }
          }
        }
      }
    ],
    Hooks: hooks
  });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } };
}

export function tryDeploy(stage: Stage, target: Target = {}, more: object = {}): Promise<Answer> {
  return stage.send('codedeploy', 'CreateDeployment', { ...NAMES, revision: makeRevision(target), ...more });
}

/** Starts a deployment; gives back its id. */
export async function deploy(stage: Stage, target: Target = {}, more: object = {}): Promise<string> {
  const answer = await tryDeploy(stage, target, more);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as unknown as { deploymentId: string }).deploymentId;
}

export interface Info {
  readonly status: string;
  readonly creator: string;
  readonly createTime: number;
  readonly completeTime?: number;
  readonly errorInformation?: { readonly code: string; readonly message: string };
  readonly rollbackInfo?: {
    readonly rollbackDeploymentId?: string;
    readonly rollbackTriggeringDeploymentId?: string;
  };
  readonly instanceTerminationWaitTimeStarted: boolean;
  readonly revision: { readonly appSpecContent: { readonly content: null; readonly sha256: string } };
}

export async function getDeployment(stage: Stage, deploymentId: string): Promise<Info> {
  const answer = await stage.send('codedeploy', 'GetDeployment', { deploymentId });
  return (answer.body as unknown as { deploymentInfo: Info }).deploymentInfo;
}

export interface TaskSet {
  readonly taskSetLabel: string;
  readonly status: string;
  readonly trafficWeight: number;
  readonly runningCount: number;
  readonly targetGroup: { readonly name: string };
}

/** The lifecycle events as `Name:Status`, and the task sets. */
export async function getTarget(
  stage: Stage,
  deploymentId: string
): Promise<{ readonly status: string; readonly events: readonly string[]; readonly sets: readonly TaskSet[] }> {
  const answer = await stage.send('codedeploy', 'GetDeploymentTarget', { deploymentId, targetId: 'shop:api' });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const { ecsTarget } = (
    answer.body as unknown as {
      deploymentTarget: {
        ecsTarget: {
          status: string;
          lifecycleEvents: { lifecycleEventName: string; status: string }[];
          taskSetsInfo: TaskSet[];
        };
      };
    }
  ).deploymentTarget;
  const events = ecsTarget.lifecycleEvents.map(event => `${event.lifecycleEventName}:${event.status}`);
  return { status: ecsTarget.status, events, sets: ecsTarget.taskSetsInfo };
}

const ENDED = ['Succeeded', 'Failed', 'Stopped'];

/** Lets time pass until a deployment has ended, or for so many seconds; gives back how many seconds that took. */
export async function waitUntil(
  stage: Stage,
  deploymentId: string,
  done: (info: Info) => boolean = info => ENDED.includes(info.status),
  seconds = 600
): Promise<number> {
  for (let second = 0; second < seconds; second++) {
    if (done(await getDeployment(stage, deploymentId))) return second;
    stage.pass(1);
  }
  throw new Error(
    `${deploymentId} is not there after ${seconds} s: ${JSON.stringify(await getDeployment(stage, deploymentId))}`
  );
}

export function weights(sets: readonly TaskSet[]): readonly string[] {
  return sets.map(set => `${set.taskSetLabel} ${set.trafficWeight}`);
}
