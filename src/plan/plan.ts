import type { Config } from '../config/config.js';
import { makePlan } from './make-plan.js';
import { openPreflight, type PlanContext } from './run-preflight.js';
import { expectImage } from '../image/planned-image.js';
import { renderArtifacts } from '../steps/write-artifacts.js';
import { checkAws, prepareRun } from '../steps/prepare.js';
import { findUnchanged } from '../steps/detect-unchanged.js';
import type { Plan } from '../report/plan.js';
import { prefetchingEcs } from '../rollout/batching/prefetch.js';

/**
 * Checks all that a run would check and tells what it would do. Nothing is changed, neither at AWS nor here, and no Docker is needed.
 *
 * @param options `withPreflight: false`: what a deployment needs beside the files and the service is not looked at
 * @throws ProblemsError, SlipwayError as a run would before its first change
 */
export async function planShip(
  config: Config,
  context: PlanContext,
  { withPreflight = true }: { readonly withPreflight?: boolean } = {}
): Promise<Plan> {
  const read = await prepareRun(config, context);
  const tasks = config.rollouts.some(({ rollout }) => rollout.skipUnchanged);
  const remembering = { ...context, ecs: prefetchingEcs(context.ecs, { tasks }) };
  const preflight = withPreflight ? openPreflight(config, read, remembering) : undefined;
  const ahead = preflight?.context ?? remembering;
  for (const { files } of config.rollouts) {
    const source = files.taskDefinition;
    // Whoever needs it meets its error.
    if (source?.kind === 'registered') ahead.ecs.describeTaskDefinition(source.reference).catch(() => undefined);
  }
  const plan = await checkAws(config, read, ahead, { withDocker: false });
  context.signal.throwIfAborted();
  const images = plan.images.map(expectImage);
  const rendered = plan.services.map(service => ({ ...service, texts: renderArtifacts(service, images) }));
  const [tree, services] = await Promise.all([preflight?.finish(plan), findUnchanged(rendered, images, ahead)]);
  const made = await makePlan(config, { images, services, task: plan.task }, ahead);
  // What a cancellation kept from being looked at is not to be told as missing.
  context.signal.throwIfAborted();
  return tree === undefined ? made : { ...made, preflight: tree };
}
