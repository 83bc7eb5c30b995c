import { createHash } from 'node:crypto';

import { raiseAlarm as raiseCodeDeployAlarm } from '../codedeploy/engine.js';
import { rollBackWhereAsked } from '../codedeploy/lifecycle.js';
import { CODEDEPLOY, ENDED, type DeploymentRecord } from '../codedeploy/state.js';
import { CallError, type Shape } from '../client.js';
import { shortName } from '../server/arn.js';
import { AwsFault } from '../server/protocol.js';
import { hasEnded, primaryOf, raiseAlarm } from '../ecs/deployments.js';
import { findService, findTaskDefinition, revisionsOf, type ServiceRecord } from '../ecs/state.js';
import { primaryTaskSet } from '../ecs/task-sets.js';
import type { MoveName, MoveScenario } from '../server/scenarios.js';
import type { Cloud, RegionState } from '../server/state.js';
import type { Perform } from './calls.js';

/** A move, and the service that it is made on; the other members are those of `moves` in the scenarios document. */
export interface Move extends Pick<MoveScenario, 'desiredCount' | 'deploymentConfiguration' | 'alarm' | 'behaviour'> {
  readonly move: MoveName;
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
}

/** What came of a move. */
export interface Moved {
  /** In words where AWS refused it, or there was nothing that it could be made on. */
  readonly refused: string | undefined;
}

interface Stage {
  readonly move: Move;
  readonly perform: Perform;
  readonly region: RegionState;
  readonly service: ServiceRecord;
}

/** There is nothing that the move could be made on. */
class NothingThere extends Error {}

/** Makes a move now. What AWS refuses is no error: another person would be refused as well. */
export function makeMove(cloud: Cloud, perform: Perform, move: Move): Moved {
  try {
    cloud.timeline.advance();
    const region = cloud.region(move.region);
    const service = findService(region, move.cluster, move.service);
    HOW[move.move]({ move, perform, region, service });
    return { refused: undefined };
  } catch (error) {
    // Cluster and service may be gone as well.
    const isRefusal = error instanceof CallError || error instanceof AwsFault || error instanceof NothingThere;
    if (!isRefusal) throw error;
    return { refused: error.message };
  }
}

const HOW: Readonly<Record<MoveName, (stage: Stage) => void>> = {
  deploy: stage => deploy(stage, registerAnother(stage)),
  'deploy-same-revision': stage => deploy(stage, newestRevision(stage)),
  'force-new-deployment': stage => update(stage, { forceNewDeployment: true }),
  'roll-back': stage => deploy(stage, revisionBefore(stage)),
  'stop-service-deployment': stage => stopServiceDeployment(stage, 'ROLLBACK'),
  'abort-service-deployment': stage => stopServiceDeployment(stage, 'ABORT'),
  'deregister-task-definition': stage =>
    void stage.perform('ecs', 'DeregisterTaskDefinition', { taskDefinition: newestRevision(stage) }),
  scale: stage => update(stage, { desiredCount: stage.move.desiredCount ?? 3 }),
  'delete-service': ({ move, perform }) =>
    void perform('ecs', 'DeleteService', { cluster: move.cluster, service: move.service, force: true }),
  'update-deployment-configuration': stage => {
    const off = { deploymentCircuitBreaker: { enable: false, rollback: false } };
    update(stage, { deploymentConfiguration: stage.move.deploymentConfiguration ?? off });
  },
  alarm: goToAlarm,
  'stop-deployment': stage => stopDeployment(stage, false),
  'stop-and-roll-back-deployment': stage => stopDeployment(stage, true),
  'continue-deployment': stage => continueDeployment(stage, 'READY_WAIT'),
  'end-termination-wait': stage => continueDeployment(stage, 'TERMINATION_WAIT'),
  'run-task': runTask,
  'stop-task': stopTask
};

/** Another version: the container's environment says who made it, so it is a revision of its own. */
function registerAnother({ move, perform, region, service }: Stage): string {
  const running = service.taskDefinition ?? primaryTaskSet(service)?.taskDefinition;
  if (running === undefined) throw new NothingThere('The service runs nothing.');
  const document = findTaskDefinition(region, running.arn).document;
  const containers = (document['containerDefinitions'] as readonly Shape[]).map(container => ({
    ...container,
    environment: [
      { name: 'RELEASE', value: String(revisionsOf(region, running.family).length + 1) },
      ...(move.behaviour === undefined ? [] : [{ name: 'SLIPWAY_REHEARSAL', value: move.behaviour }])
    ]
  }));
  const output = perform('ecs', 'RegisterTaskDefinition', { ...document, containerDefinitions: containers });
  return (output['taskDefinition'] as { readonly taskDefinitionArn: string }).taskDefinitionArn;
}

/** The newest revision of the service's family that is ACTIVE: ours, once we have registered it. */
function newestRevision({ region, service }: Stage): string {
  const family = service.taskDefinition?.family ?? primaryTaskSet(service)?.taskDefinition.family;
  if (family === undefined) throw new NothingThere('The service runs nothing.');
  return findTaskDefinition(region, family).arn;
}

/** What the service ran before the deployment that is in place. */
function revisionBefore({ region, service }: Stage): string {
  const running = service.taskDefinition ?? primaryTaskSet(service)?.taskDefinition;
  const before = revisionsOf(region, running?.family ?? '').findLast(
    each => each.status === 'ACTIVE' && each.revision < (running?.revision ?? 0)
  );
  if (before === undefined) throw new NothingThere('There is no earlier revision.');
  return before.arn;
}

function update({ move, perform }: Stage, input: Shape): void {
  perform('ecs', 'UpdateService', { cluster: move.cluster, service: move.service, ...input });
}

/** UpdateService, or CreateDeployment where CodeDeploy deploys the service. */
function deploy(stage: Stage, taskDefinition: string): void {
  if (stage.service.controller === 'ECS') {
    update(stage, { taskDefinition });
    return;
  }
  const { group } = lastDeploymentOrGroup(stage);
  const balancer = stage.service.launch.loadBalancers?.[0];
  const content = JSON.stringify({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: balancer?.containerName, ContainerPort: balancer?.containerPort }
          }
        }
      }
    ]
  });
  stage.perform('codedeploy', 'CreateDeployment', {
    applicationName: group.application.name,
    deploymentGroupName: group.name,
    revision: {
      revisionType: 'AppSpecContent',
      appSpecContent: { content, sha256: createHash('sha256').update(content).digest('hex') }
    }
  });
}

function stopServiceDeployment({ perform, service }: Stage, stopType: 'ROLLBACK' | 'ABORT'): void {
  const record = service.serviceDeployments.find(each => !hasEnded(each));
  if (record === undefined) throw new NothingThere('No service deployment is under way.');
  perform('ecs', 'StopServiceDeployment', { serviceDeploymentArn: record.arn, stopType });
}

function goToAlarm({ move, region, service }: Stage): void {
  const name = move.alarm ?? '';
  if (service.controller === 'ECS') {
    const primary = primaryOf(service);
    if (primary !== undefined) raiseAlarm(service, primary, name);
    return;
  }
  for (const deployment of deploymentsOf(region, service)) {
    if (!ENDED.includes(deployment.status)) raiseCodeDeployAlarm(deployment, name, rollBackWhereAsked);
  }
}

/** CodeDeploy's deployments of a service, the newest first. */
function deploymentsOf(region: RegionState, service: ServiceRecord): readonly DeploymentRecord[] {
  return [...region.part(CODEDEPLOY).deployments.values()]
    .filter(({ settings }) =>
      (settings.ecsServices ?? []).some(
        each => each.serviceName === service.name && each.clusterName === service.cluster.name
      )
    )
    .reverse();
}

function lastDeploymentOrGroup({ region, service }: Stage): Pick<DeploymentRecord, 'group'> {
  for (const application of region.part(CODEDEPLOY).applications.values()) {
    for (const group of application.groups.values()) {
      if (group.settings.ecsServices?.some(each => each.serviceName === service.name)) return { group };
    }
  }
  throw new NothingThere('No deployment group has the service.');
}

function activeDeployment({ region, service }: Stage): DeploymentRecord {
  const active = deploymentsOf(region, service).find(each => !ENDED.includes(each.status));
  if (active === undefined) throw new NothingThere('CodeDeploy has no deployment under way.');
  return active;
}

function stopDeployment(stage: Stage, autoRollbackEnabled: boolean): void {
  const { id } = activeDeployment(stage);
  stage.perform('codedeploy', 'StopDeployment', { deploymentId: id, autoRollbackEnabled });
}

function continueDeployment(stage: Stage, deploymentWaitType: 'READY_WAIT' | 'TERMINATION_WAIT'): void {
  const { id } = activeDeployment(stage);
  stage.perform('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType });
}

/** The newest task that no service owns, if there is one. */
function newestTask({ service }: Stage) {
  return [...service.cluster.tasks.values()].findLast(task => !task.group.startsWith('service:'));
}

/** The same task as the newest of RunTask: its revision, its overrides and the mark of who started it. */
function runTask(stage: Stage): void {
  const { move, perform, service } = stage;
  const before = newestTask(stage);
  perform('ecs', 'RunTask', {
    cluster: move.cluster,
    taskDefinition: before?.taskDefinition.arn ?? newestRevision(stage),
    launchType: 'FARGATE',
    networkConfiguration: service.launch.networkConfiguration,
    ...(before?.startedBy === undefined ? {} : { startedBy: before.startedBy })
  });
}

function stopTask(stage: Stage): void {
  const task = newestTask(stage);
  if (task === undefined || task.lastStatus === 'STOPPED') throw new NothingThere('No task runs by itself.');
  stage.perform('ecs', 'StopTask', { cluster: stage.move.cluster, task: shortName(task.arn), reason: 'Not needed' });
}
