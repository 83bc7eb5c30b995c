import { SlipwayError } from '../errors.js';
import { settleAll, valuesOf } from '../parallel.js';
import type { Reporter } from '../ports.js';
import type { RolloutResult } from './result.js';
import { rollOut, type RolloutInput } from './rollout.js';
import type { RolloutTarget } from './target.js';
import { batchCodeDeployReads } from './batching/codedeploy.js';
import { batchEcsReads } from './batching/ecs.js';

/**
 * Rolls out to several services at the same time, at most `maxParallel` of them (undefined: all), behind one look for all. Each has a
 * verdict of its own: one that fails holds up no other, and what AWS refuses for one is the verdict `failed` of that one. A single one is
 * rolled out as by `rollOut`.
 *
 * @param inputs each with a target of its own
 * @returns the result of each target, in the order of the inputs
 * @throws for a single one what `rollOut` throws; for several only what is a bug in Slipway, after all have ended
 */
export async function rollOutAll(
  inputs: readonly RolloutInput[],
  maxParallel: number | undefined
): Promise<ReadonlyMap<RolloutTarget, RolloutResult>> {
  const [first] = inputs;
  if (first === undefined) return new Map();
  if (inputs.length === 1) return new Map([[first.target, await rollOut(first)]]);
  const { ports, clock, signal } = first;
  const reads = batchEcsReads(ports.ecs, clock, signal);
  const deployments = batchCodeDeployReads(ports.codedeploy, clock, signal);
  const shared = { ecs: reads.ecs, codedeploy: deployments.codedeploy, logs: ports.logs };
  const undoing = shareUndoing(inputs, first);
  const { concurrentRollouts } = deployments;
  const run = async ({ input, label }: LabeledInput): Promise<RolloutResult> => {
    const leave = [reads.enter(), ...(input.target.controller === 'CODE_DEPLOY' ? [deployments.enter()] : [])];
    const reporter = labelReporter(input.reporter, label);
    try {
      return await rollOut({ ...input, ports: shared, reporter, concurrentRollouts, undoing });
    } catch (error) {
      if (!(error instanceof SlipwayError)) throw error;
      return explainRefused(input, error);
    } finally {
      for (const end of leave) end();
    }
  };
  const results = await settleAll(labelInputs(inputs), maxParallel ?? inputs.length, async labeled => {
    return [labeled.input.target, await run(labeled)] as const;
  });
  return new Map(valuesOf(results));
}

/** All services are cancelled at once: what they look at before they stop their deployments is looked at together too. */
function shareUndoing(inputs: readonly RolloutInput[], { undoing }: RolloutInput): RolloutInput['undoing'] {
  if (undoing === undefined) return undefined;
  const { ports, clock } = undoing;
  // Who takes back has no time to wait for others.
  const hurry = AbortSignal.abort();
  const reads = batchEcsReads(ports.ecs, clock, hurry);
  const deployments = batchCodeDeployReads(ports.codedeploy, clock, hurry);
  for (const { target } of inputs) (target.controller === 'ECS' ? reads : deployments).enter();
  return { clock, ports: { ...ports, ecs: reads.ecs, codedeploy: deployments.codedeploy } };
}

function explainRefused({ target, taskDefinitionArn }: RolloutInput, error: SlipwayError): RolloutResult {
  const previousTaskDefinitionArn = target.runningTaskDefinitionArn;
  return { verdict: 'failed', reason: error.message, taskDefinitionArn, previousTaskDefinitionArn, timeline: [] };
}

interface LabeledInput {
  readonly input: RolloutInput;
  /** The service's name, padded to one length for all; with the cluster's where there are several clusters. */
  readonly label: string;
}

function labelInputs(inputs: readonly RolloutInput[]): readonly LabeledInput[] {
  const clusters = new Set(inputs.map(({ target }) => target.clusterArn));
  const nameOf = ({ clusterName, serviceName }: RolloutInput['target']): string =>
    clusters.size > 1 ? `${clusterName}/${serviceName}` : serviceName;
  const width = Math.max(...inputs.map(({ target }) => nameOf(target).length));
  return inputs.map(input => ({ input, label: nameOf(input.target).padEnd(width) }));
}

/** Says on each line whom it is about. Groups of several at once would run into one another, so their titles are lines; so would a line that stands. */
function labelReporter(reporter: Reporter, label: string): Reporter {
  return {
    ...reporter,
    progress: undefined,
    group: (title, body) => {
      reporter.info(`${label} ${title}`);
      return body();
    },
    info: line => reporter.info(`${label} ${line}`),
    warn: (message, place) => reporter.warn(`${label.trimEnd()}: ${message}`, place),
    error: (message, place) => reporter.error(`${label.trimEnd()}: ${message}`, place),
    debug: line => reporter.debug(`${label} ${line}`)
  };
}
