import { findAdvice } from '../advice/find-advice.js';
import type { Advice, TargetGroupTimes } from '../advice/facts.js';
import type { Task } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import type { RunContext } from '../context.js';
import type { RolloutResult } from '../rollout/result.js';
import type { RolloutTarget } from '../rollout/target.js';
import { settleAll, valuesOf } from '../parallel.js';
import type { ShippedImage } from '../image/published-image.js';
import { containersOf, type PreparedService } from './prepare-service.js';
import type { Revision } from './revision.js';

/** A shorter rollout is left alone: there is next to nothing to gain. In milliseconds. */
const SHORT = 45_000;
/** Our clock and ECS's may differ by as much. */
const MARGIN = 5_000;
/** DescribeTasks takes so many, and that many tell what the others would. */
const MOST_TASKS = 100;

/** A service whose rollout has ended. */
interface Advised extends Pick<PreparedService, 'assignments' | 'appspec'> {
  readonly config: { readonly rollout: RolloutConfig };
  readonly target: RolloutTarget | undefined;
  readonly revision: Revision | undefined;
  readonly rollout: RolloutResult | undefined;
}

/**
 * Adds to each service what would have made its rollout shorter. Never rejects.
 *
 * @param images measured
 * @param maxParallel how many services to look at, at the same time; undefined: all
 */
export async function adviseOnAll<S extends Advised>(
  services: readonly S[],
  images: readonly ShippedImage[],
  maxParallel: number | undefined,
  context: Pick<RunContext, 'ecs' | 'targetGroups' | 'signal'>
): Promise<readonly (S & { readonly advice: readonly Advice[] })[]> {
  const results = await settleAll(services, maxParallel ?? services.length, async service => {
    const own = images.filter(({ config }) => containersOf(service, config).length > 0);
    const sizes = own.flatMap(({ size }) => size?.bytes ?? []);
    const imageBytes = sizes.length === 0 ? undefined : Math.max(...sizes);
    return { ...service, advice: await adviseOn(service, imageBytes, context) };
  });
  return valuesOf(results);
}

/**
 * What would have made a service's rollout shorter, from what AWS tells of it afterwards (ListTasks, DescribeTasks, DescribeTargetGroups,
 * DescribeTargetGroupAttributes). Nothing of it may fail a run: what cannot be read is no fact.
 *
 * @param imageBytes of its largest image, compressed
 */
async function adviseOn(
  { config: { rollout: config }, appspec, target, revision, rollout }: Advised,
  imageBytes: number | undefined,
  context: Pick<RunContext, 'ecs' | 'targetGroups' | 'signal'>
): Promise<readonly Advice[]> {
  if (target === undefined || revision === undefined || rollout?.verdict !== 'succeeded') return [];
  const [since, until] = [rollout.timeline[0]?.startedAt ?? 0, rollout.timeline.at(-1)?.endedAt ?? 0];
  const isFollowed = config.waitFor === 'stable' && (rollout.gates ?? []).length === 0;
  if (!isFollowed || until - since < SHORT || context.signal.aborted) return [];
  try {
    const [running, stopped, targetGroups] = await Promise.all([
      listTasks(target, 'RUNNING', context),
      listTasks(target, 'STOPPED', context),
      describeTargetGroups(target, context)
    ]);
    return findAdvice({
      timeline: rollout.timeline,
      service: target.service,
      desiredCount: config.desiredCount ?? target.service.desiredCount ?? 0,
      taskDefinition: revision.definition,
      newTasks: running.filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since - MARGIN),
      oldTasks: stopped.filter(
        ({ createdAt, stoppingAt }) =>
          (createdAt?.getTime() ?? since) < since && (stoppingAt?.getTime() ?? 0) >= since - MARGIN
      ),
      targetGroups,
      codedeploy:
        target.controller === 'ECS'
          ? undefined
          : {
              group: target.group,
              configName: config.codedeployDeploymentConfig ?? target.group.deploymentConfigName,
              hasHooks: (appspec?.hooks ?? []).length > 0
            },
      imageBytes
    });
  } catch {
    return [];
  }
}

async function listTasks(
  { clusterArn: cluster, serviceName: service }: RolloutTarget,
  desiredStatus: 'RUNNING' | 'STOPPED',
  { ecs }: Pick<RunContext, 'ecs'>
): Promise<readonly Task[]> {
  const arns = await ecs.listTasks({ cluster, service, desiredStatus });
  return arns.length === 0 ? [] : ecs.describeTasks(cluster, arns.slice(0, MOST_TASKS));
}

async function describeTargetGroups(
  target: RolloutTarget,
  { targetGroups }: Pick<RunContext, 'targetGroups'>
): Promise<readonly TargetGroupTimes[]> {
  if (targetGroups === undefined) return [];
  const balancers = target.service.loadBalancers ?? [];
  const names =
    target.controller === 'ECS'
      ? balancers.flatMap(({ targetGroupArn, advancedConfiguration: more }) => [
          targetGroupArn,
          more?.alternateTargetGroupArn
        ])
      : (target.group.loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap(({ targetGroups: pair = [] }) =>
          pair.map(({ name }) => name)
        );
  const asked = [...new Set(names)].filter(name => name !== undefined);
  // Without the permission there are no facts of the load balancer; what tasks and settings tell is still there.
  const found = await Promise.all(asked.map(name => targetGroups.describeTimes(name).catch(() => undefined)));
  return found.filter(group => group !== undefined);
}
