import { shortName } from '../server/arn.js';
import { document, list, string, structure } from '../server/decode.js';
import { countTasks } from '../ecs/state.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import {
  getDeployment,
  refuseToken,
  type DeploymentRecord,
  type LifecycleEventRecord,
  type TaskSetShare
} from './state.js';

const MOST_BATCH = 25;

/** `cluster:service`, the one target of an ECS deployment. */
function targetIdOf(deployment: DeploymentRecord): string {
  const [service] = deployment.settings.ecsServices ?? [];
  return `${shortName(service?.clusterName ?? '')}:${shortName(service?.serviceName ?? '')}`;
}

function getStarted(region: RegionState, id: string | undefined): DeploymentRecord {
  const deployment = getDeployment(region, id);
  if (deployment.status !== 'Created') return deployment;
  throw new AwsFault('DeploymentNotStartedException', `The deployment ${deployment.id} has not started`);
}

function checkTargetId(deployment: DeploymentRecord, id: string | undefined): void {
  if (id === undefined || id === '') throw new AwsFault('DeploymentTargetIdRequiredException', 'Target ID is required');
  if (!id.includes(':')) throw new AwsFault('InvalidDeploymentTargetIdException', `The target ID ${id} is not valid`);
  if (id === targetIdOf(deployment)) return;
  throw new AwsFault(
    'DeploymentTargetDoesNotExistException',
    `The deployment target ${id} does not exist in the deployment ${deployment.id}`
  );
}

function describeEvent(event: LifecycleEventRecord): object {
  return {
    lifecycleEventName: event.name,
    diagnostics: event.diagnostics === undefined ? undefined : { ...event.diagnostics, logTail: '' },
    startTime: event.startTime === undefined ? undefined : toEpochSeconds(event.startTime),
    endTime: event.endTime === undefined ? undefined : toEpochSeconds(event.endTime),
    status: event.status
  };
}

function describeTaskSet(deployment: DeploymentRecord, share: TaskSetShare): object {
  const { record } = share;
  const counts = deployment.service === undefined ? undefined : countTasks(deployment.service, record);
  return {
    // The service model spells it so.
    identifer: record.id,
    desiredCount: record.wanted,
    pendingCount: counts?.pending ?? 0,
    runningCount: counts?.running ?? 0,
    status: record.status,
    trafficWeight: share.weight,
    targetGroup: { name: share.targetGroup },
    taskSetLabel: share.label
  };
}

function readStatus(deployment: DeploymentRecord): string {
  if (deployment.status === 'Stopped') return 'Skipped';
  return deployment.status === 'Created' ? 'Pending' : deployment.status;
}

function describe(deployment: DeploymentRecord): object {
  const id = targetIdOf(deployment);
  return {
    deploymentTargetType: 'ECSTarget',
    ecsTarget: {
      deploymentId: deployment.id,
      targetId: id,
      targetArn: deployment.region.arn('ecs', `service/${id.replace(':', '/')}`),
      lastUpdatedAt: toEpochSeconds(deployment.lastUpdated),
      lifecycleEvents: deployment.events.map(describeEvent),
      status: readStatus(deployment),
      taskSetsInfo: [deployment.blue, deployment.green].flatMap(share =>
        share === undefined ? [] : [describeTaskSet(deployment, share)]
      )
    }
  };
}

/** The operations on deployment targets. */
export const targetOperations: Readonly<Record<string, Operation>> = {
  ListDeploymentTargets: operation(
    structure({ deploymentId: string, nextToken: string, targetFilters: document }),
    (input, context) => {
      refuseToken(input.nextToken);
      const deployment = getStarted(context.region, input.deploymentId);
      const wanted = list(string)(input.targetFilters?.['TargetStatus'] ?? [], 'targetFilters.TargetStatus');
      const shows = wanted.length === 0 || wanted.includes(readStatus(deployment));
      return { targetIds: shows ? [targetIdOf(deployment)] : [] };
    }
  ),

  GetDeploymentTarget: operation(structure({ deploymentId: string, targetId: string }), (input, context) => {
    const deployment = getStarted(context.region, input.deploymentId);
    checkTargetId(deployment, input.targetId);
    return { deploymentTarget: describe(deployment) };
  }),

  BatchGetDeploymentTargets: operation(
    structure({ deploymentId: string, targetIds: list(string) }),
    (input, context) => {
      const deployment = getStarted(context.region, input.deploymentId);
      const ids = input.targetIds ?? [];
      if (ids.length === 0)
        throw new AwsFault('DeploymentTargetIdRequiredException', 'At least one target ID is required');
      if (ids.length > MOST_BATCH) {
        throw new AwsFault(
          'DeploymentTargetListSizeExceededException',
          `At most ${MOST_BATCH} targets can be asked for at once`
        );
      }
      for (const id of ids) checkTargetId(deployment, id);
      return { deploymentTargets: ids.map(() => describe(deployment)) };
    }
  )
};
