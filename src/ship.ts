import { dirname } from 'node:path';

import type { Config } from './config/config.js';
import { publishImages } from './image/publish.js';
import type { PublishedImage } from './image/published.js';
import { passScanGate } from './image/scan-gate.js';
import { writeArtifacts, type Artifacts } from './job/delivery.js';
import { checkAws, checkFirst, makeReady, type Plan } from './job/preparation.js';
import {
  describeKept,
  describeUntouched,
  registerAll,
  rollOutServices,
  runTaskBefore,
  type Revision
} from './job/release.js';
import { findUnchanged } from './job/unchanged.js';
import type { World } from './job/world.js';
import { worstOf, type Outcome } from './outcome.js';
import type { ReachedService } from './report/outputs.js';
import type { RolloutResult } from './rollout/result.js';

/** What a run came to. As a service, it is the first of them. */
export interface Shipped extends ReachedService {
  readonly outcome: Outcome;
  readonly images: readonly PublishedImage[];
  /** All of them, where there are several. */
  readonly services: readonly ReachedService[];
}

/** Told as soon as something is there to stay, so that a failure later on does not hide it. */
export interface Progress {
  published(images: readonly PublishedImage[]): void;
  wrote(artifacts: ReachedService['artifacts']): void;
  registered(taskDefinitionArn: string): void;
  ranTask(taskArns: readonly string[]): void;
}

/**
 * The whole job: check everything, build and push, write the files, register, run the task before the rollout, roll out, follow.
 *
 * Nothing is changed before everything that can be known has been checked: first the files (all problems at once), then what is at AWS.
 *
 * @throws ProblemsError what is wrong with settings and files; SlipwayError for all else; the signal's reason when it fires before the
 * rollout. A task or a rollout that ends badly is a result, not an error.
 */
export async function ship(config: Config, world: World, progress: Progress): Promise<Shipped> {
  const sources = await checkFirst(config, world);
  const checked = await checkAws(config, sources, world);
  world.signal.throwIfAborted();

  const published = await publishImages(checked.images, config.registries, world);
  progress.published(published);
  world.signal.throwIfAborted();
  const images = await passScanGate(published, config.scanGate, world);
  progress.published(images);

  const plan = await makeReady(config, sources, checked, world);
  const artifacts = await writeArtifacts(plan, images, world);
  progress.wrote(describeArtifacts(artifacts));

  const unchanged = await findUnchanged(config, plan, images, artifacts, world);
  const revisions = await registerAll(config, plan, artifacts, unchanged, world);
  const [first] = revisions;
  const reach = (outcome: Outcome, rollouts: readonly RolloutResult[] = []): Shipped => ({
    ...describeServices(plan, artifacts, revisions, rollouts),
    images,
    outcome
  });
  if (first === undefined) return reach('pushed');
  const kept = unchanged.flatMap(revision => revision ?? []);
  if (kept.length === plan.services.length) return reach('unchanged', kept.map(describeKept));
  progress.registered(first.arn);

  const task = await runTaskBefore(config, plan, first, world);
  if (task !== undefined) {
    progress.ranTask(task.taskArns);
    const mayGoOn = task.verdict === 'succeeded' || task.verdict === 'started';
    if (!mayGoOn) return { ...reach(task.verdict, [describeUntouched(task, plan, first)]), services: [] };
  }

  const rollouts = await rollOutServices(config, plan, revisions, artifacts, unchanged, world);
  return rollouts.length === 0 ? reach('registered') : reach(worstOf(rollouts.map(({ verdict }) => verdict)), rollouts);
}

/** With several services, the folder that holds theirs. */
function describeArtifacts(artifacts: readonly Artifacts[]): ReachedService['artifacts'] {
  const paths = artifacts[0]?.paths;
  if (paths === undefined || artifacts.length === 1) return paths;
  return { ...paths, directory: dirname(paths.directory) };
}

function describeServices(
  plan: Plan,
  artifacts: readonly Artifacts[],
  revisions: readonly Revision[],
  rollouts: readonly RolloutResult[]
): ReachedService & Pick<Shipped, 'services'> {
  const services = plan.services.map(({ target }, index) => ({
    artifacts: artifacts[index]?.paths,
    target,
    taskDefinitionArn: revisions[index]?.arn,
    rollout: rollouts[index]
  }));
  const [first = { artifacts: undefined, target: undefined, taskDefinitionArn: undefined, rollout: undefined }] =
    services;
  return { ...first, artifacts: describeArtifacts(artifacts), services: services.length > 1 ? services : [] };
}
