import { fillTaskDefinition } from './artifacts/appspec.js';
import type { ArtifactPaths } from './artifacts/artifact-paths.js';
import type { Config } from './config/config.js';
import { writeArtifacts } from './delivery.js';
import { publishImages, type PublishedImage } from './image/publish.js';
import type { Outcome } from './outcome.js';
import { checkAws, checkFiles, makeReady, type Plan } from './preparation.js';
import { registerTaskDefinition } from './rollout/register.js';
import type { RolloutResult } from './rollout/result.js';
import { rollOut } from './rollout/rollout.js';
import type { RolloutTarget } from './rollout/target.js';
import { readSources } from './sources.js';
import type { World } from './world.js';

/** What a run came to. */
export interface Shipped {
  readonly outcome: Outcome;
  readonly images: readonly PublishedImage[];
  readonly artifacts: ArtifactPaths;
  readonly target: RolloutTarget | undefined;
  readonly taskDefinitionArn: string | undefined;
  readonly rollout: RolloutResult | undefined;
}

/** Told as soon as something is there to stay, so that a failure later on does not hide it. */
export interface Progress {
  published(images: readonly PublishedImage[]): void;
  wrote(artifacts: ArtifactPaths): void;
  registered(taskDefinitionArn: string): void;
}

/**
 * The whole job: check everything, build and push, write the files, register, roll out, follow.
 *
 * Nothing is changed before everything that can be known has been checked: first the files (all problems at once), then what is at AWS.
 *
 * @throws ProblemsError what is wrong with settings and files; SlipwayError for all else; the signal's reason when it fires before the
 * rollout. A rollout that ends badly is a result, not an error.
 */
export async function ship(config: Config, world: World, progress: Progress): Promise<Shipped> {
  const sources = await readSources(config.files, world.files);
  checkFiles(config, sources);
  const checked = await checkAws(config, sources, world);
  world.signal.throwIfAborted();

  const images = await publishImages(checked.images, config.registries, world);
  progress.published(images);
  world.signal.throwIfAborted();

  const plan = await makeReady(config, sources, checked, world);
  const { paths, taskDefinition, appspec } = await writeArtifacts(config.files, plan, images, world);
  progress.wrote(paths);
  const shipped = { images, artifacts: paths, target: plan.target, taskDefinitionArn: undefined, rollout: undefined };
  if (taskDefinition === undefined) return { ...shipped, outcome: 'pushed' };

  const taskDefinitionArn = await register(plan, taskDefinition, world);
  progress.registered(taskDefinitionArn);
  if (plan.target === undefined) return { ...shipped, taskDefinitionArn, outcome: 'registered' };

  const rollout = await rollOut({
    target: plan.target,
    taskDefinitionArn,
    appspec: appspec === undefined ? undefined : fillTaskDefinition(appspec, taskDefinitionArn),
    config: config.rollout,
    ports: world,
    clock: world.clock,
    reporter: world.reporter,
    ledger: world.ledger,
    signal: world.signal
  });
  return { ...shipped, taskDefinitionArn, rollout, outcome: rollout.verdict };
}

/** Registers the text of `taskdefinition.json`; a revision that is to be deployed as it stands is not registered again. */
async function register(plan: Plan, taskDefinition: string, world: World): Promise<string> {
  if (plan.asRegistered !== undefined) {
    world.reporter.info(`${plan.asRegistered} is deployed as it is registered.`);
    return plan.asRegistered;
  }
  const { arn } = await registerTaskDefinition(taskDefinition, world.ecs, world.clock);
  world.reporter.info(`Registered ${arn}.`);
  return arn;
}
