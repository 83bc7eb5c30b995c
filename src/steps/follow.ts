import type { Config, ServiceConfig } from '../config/config.js';
import type { RunContext } from '../context.js';
import { SlipwayError } from '../errors.js';
import type { RolloutResult } from '../rollout/result.js';
import { rollOutAll } from '../rollout/rollouts.js';
import type { RolloutInput } from '../rollout/rollout.js';
import { findDeployment, findUnderWay, type FoundDeployment } from '../rollout/take-up/find-deployment.js';
import type { RolloutTarget } from '../rollout/target.js';
import { describePlannedGate, gateOf } from './prepare-gates.js';
import { resourceName } from '../text/arn.js';

/** A deployment that was followed, and what became of it. */
export interface FollowedService {
  readonly target: RolloutTarget;
  readonly rollout: RolloutResult;
}

type Followed = Pick<Config, 'deployments' | 'continue' | 'rollouts' | 'region' | 'maxParallel' | 'report'>;

/**
 * Follows deployments that are under way: those that the settings name, else the one of each service of the settings. Nothing is built or
 * registered.
 *
 * @returns them in the order in which they are named
 * @throws SlipwayError where one is not there, or none is under way; for a single one what AWS refuses
 */
export async function followDeployments(
  config: Followed,
  context: RunContext,
  onFound: () => void = () => undefined
): Promise<readonly FollowedService[]> {
  const found = await findAll(config, context);
  onFound();
  const inputs = await Promise.all(found.map(each => describeFollowing(each, config, context)));
  const results = await rollOutAll(inputs, config.maxParallel);
  return inputs.flatMap(({ target }) => {
    const rollout = results.get(target);
    return rollout === undefined ? [] : [{ target, rollout }];
  });
}

interface Found extends FoundDeployment {
  /** The settings of its service. */
  readonly config: ServiceConfig;
}

async function findAll({ deployments, rollouts, region }: Followed, context: RunContext): Promise<readonly Found[]> {
  const searchOf = ({ rollout }: ServiceConfig) => ({ config: rollout, region, ports: context, clock: context.clock });
  const [top] = rollouts;
  if (top === undefined) return [];
  if (deployments.length > 0) {
    return Promise.all(
      deployments.map(async reference => {
        const found = await findDeployment(reference, searchOf(top));
        return { ...found, config: settingsOf(found.target, rollouts) ?? top };
      })
    );
  }
  const named = rollouts.filter(({ rollout }) => rollout.service !== undefined);
  const found = await Promise.all(
    named.map(async config => {
      const underWay = await findUnderWay(searchOf(config));
      return underWay === undefined ? [] : [{ ...underWay, config }];
    })
  );
  if (found.flat().length > 0) return found.flat();
  throw new SlipwayError({
    code: 'no-deployment',
    fault: 'user',
    what:
      named.length === 0
        ? 'Neither a deployment nor a service is named.'
        : `No deployment is in progress: ${named.map(({ rollout }) => `${resourceName(rollout.cluster)}/${resourceName(rollout.service)}`).join(', ')}.`,
    next:
      named.length === 0 ? 'Name the deployment, or --cluster and --service.' : 'slipway status shows the last ones.'
  });
}

/** What the settings say of a service, by its name. */
function settingsOf(
  { clusterName, serviceName }: RolloutTarget,
  rollouts: Config['rollouts']
): ServiceConfig | undefined {
  return rollouts.find(
    ({ rollout }) => resourceName(rollout.service) === serviceName && resourceName(rollout.cluster) === clusterName
  );
}

async function describeFollowing(
  { target, takenUp, config }: Found,
  settings: Followed,
  context: RunContext
): Promise<RolloutInput> {
  const { clock, reporter, cleanupStore, signal, undoing } = context;
  const { gate, warnings } = await gateOf({ config, target }, settings, context);
  if (gate !== undefined) reporter.info(describePlannedGate(gate));
  for (const warning of warnings) reporter.warn(warning);
  return {
    target,
    takenUp: { deployment: takenUp, word: settings.continue },
    taskDefinitionArn: takenUp.taskDefinitionArn,
    config: config.rollout,
    gate,
    ports: context,
    clock,
    reporter,
    cleanupStore,
    signal,
    undoing
  };
}
