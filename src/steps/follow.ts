import type { Config, RolloutConfig, ServiceConfig } from '../config/config.js';
import type { RunContext } from '../context.js';
import { Cancelled, SlipwayError } from '../errors.js';
import { findLastDeployment, type LastDeployment } from '../rollout/history/last-deployment.js';
import type { RolloutResult } from '../rollout/result.js';
import { rollOutAll } from '../rollout/rollouts.js';
import type { RolloutInput } from '../rollout/rollout.js';
import { findDeployment, findUnderWay, type FoundDeployment } from '../rollout/take-up/find-deployment.js';
import { findTarget, type RolloutTarget } from '../rollout/target.js';
import { describePlannedGate, gateOf } from './prepare-gates.js';
import { resourceName } from '../text/arn.js';
import { formatMoment } from '../text/time.js';

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
  throw await explainNone(named, context);
}

/** That none is under way is no outcome: the last one may be another's, so it is told and its name is asked for. */
async function explainNone(services: readonly ServiceConfig[], context: RunContext): Promise<SlipwayError> {
  const [first] = services;
  if (first === undefined) {
    return new SlipwayError({
      code: 'no-deployment',
      fault: 'user',
      what: 'Neither a deployment nor a service is named.',
      next: 'Name the deployment, or --cluster and --service.'
    });
  }
  const lasts = await Promise.all(services.map(({ rollout }) => findLast(rollout, context)));
  const names = services.map(({ rollout }) => `${resourceName(rollout.cluster)}/${resourceName(rollout.service)}`);
  const [name] = lasts.flatMap(last => (last?.ending === undefined ? [] : (last.name ?? [])));
  return new SlipwayError({
    code: 'no-deployment',
    fault: 'user',
    what: [`No deployment is in progress: ${names.join(', ')}.`, ...lasts.flatMap(describeEnded)].join(' '),
    next:
      name === undefined
        ? 'slipway status shows the last ones.'
        : `To take the outcome of that one: slipway follow ${name}.`
  });
}

/** undefined where it may not be read: then that none is in progress is all there is to tell. */
async function findLast(rollout: RolloutConfig, context: RunContext): Promise<LastDeployment | undefined> {
  try {
    return await findLastDeployment(await findTarget({ ...rollout, onConflict: 'wait' }, context), context);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return undefined;
  }
}

function describeEnded(last: LastDeployment | undefined): readonly string[] {
  if (last?.ending === undefined) return [];
  const { name = '', taskDefinitionArn, endedAt, ending } = last;
  const of = taskDefinitionArn === '' ? '' : ` of ${resourceName(taskDefinitionArn)}`;
  const at = endedAt === undefined ? '' : ` at ${formatMoment(new Date(endedAt))}`;
  return [`The last one, ${name}${of}, ended${at} (${ending.verdict}): ${ending.reason}`];
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
