import { dirname } from 'node:path';

import type { Config } from './config/config.js';
import { publishImages } from './image/publish.js';
import type { PublishedImage } from './image/published-image.js';
import { passScanGate } from './image/scan/scan-gate.js';
import { writeArtifacts, type Artifacts } from './steps/write-artifacts.js';
import { checkAws, prepareRun, resolveConflicts, type PreparedRun } from './steps/prepare.js';
import {
  unchangedResult,
  notStartedResult,
  registerAll,
  rollOutServices,
  runTaskBefore,
  type Revision
} from './steps/deploy.js';
import { findUnchanged } from './steps/detect-unchanged.js';
import type { RunContext } from './context.js';
import { worstOf, type Outcome } from './outcome.js';
import type { ServiceReport } from './report/outputs.js';
import type { RolloutResult } from './rollout/result.js';

/** What a run came to. As a service, it is the first of them. */
export interface ShipResult extends ServiceReport {
  readonly outcome: Outcome;
  readonly images: readonly PublishedImage[];
  /** All of them, where there are several. */
  readonly services: readonly ServiceReport[];
}

/** Told as soon as something is there to stay, so that a failure later on does not hide it. */
export interface Progress {
  published(images: readonly PublishedImage[]): void;
  wrote(artifacts: ServiceReport['artifacts']): void;
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
export async function ship(config: Config, context: RunContext, progress: Progress): Promise<ShipResult> {
  const sources = await prepareRun(config, context);
  const checked = await checkAws(config, sources, context);
  context.signal.throwIfAborted();

  const published = await publishImages(checked.images, config.registries, context);
  progress.published(published);
  context.signal.throwIfAborted();
  const images = await passScanGate(published, config.scanGate, context);
  progress.published(images);

  const plan = await resolveConflicts(config, sources, checked, context);
  const artifacts = await writeArtifacts(plan, images, context);
  progress.wrote(describeArtifacts(artifacts));

  const unchanged = await findUnchanged(config, plan, images, artifacts, context);
  const revisions = await registerAll(config, plan, artifacts, unchanged, context);
  const [first] = revisions;
  const reach = (outcome: Outcome, rollouts: readonly RolloutResult[] = []): ShipResult => ({
    ...describeServices(plan, artifacts, revisions, rollouts),
    images,
    outcome
  });
  if (first === undefined) return reach('pushed');
  const kept = unchanged.flatMap(revision => revision ?? []);
  if (kept.length === plan.services.length) return reach('unchanged', kept.map(unchangedResult));
  progress.registered(first.arn);

  const task = await runTaskBefore(config, plan, first, context);
  if (task !== undefined) {
    progress.ranTask(task.taskArns);
    const mayGoOn = task.verdict === 'succeeded' || task.verdict === 'started';
    if (!mayGoOn) return { ...reach(task.verdict, [notStartedResult(task, plan, first)]), services: [] };
  }

  const rollouts = await rollOutServices(config, plan, revisions, artifacts, unchanged, context);
  return rollouts.length === 0 ? reach('registered') : reach(worstOf(rollouts.map(({ verdict }) => verdict)), rollouts);
}

/** With several services, the folder that holds theirs. */
function describeArtifacts(artifacts: readonly Artifacts[]): ServiceReport['artifacts'] {
  const paths = artifacts[0]?.paths;
  if (paths === undefined || artifacts.length === 1) return paths;
  return { ...paths, directory: dirname(paths.directory) };
}

function describeServices(
  plan: PreparedRun,
  artifacts: readonly Artifacts[],
  revisions: readonly Revision[],
  rollouts: readonly RolloutResult[]
): ServiceReport & Pick<ShipResult, 'services'> {
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
