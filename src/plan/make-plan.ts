import { join } from 'node:path';

import { ARTIFACT_NAMES } from '../artifacts/artifact-paths.js';
import { diffDefinitions } from '../task-definition/diff.js';
import type { Config } from '../config/config.js';
import type { ExpectedImage } from '../image/planned-image.js';
import type { ArtifactName } from '../steps/write-artifacts.js';
import { describePlannedGate } from '../steps/prepare-gates.js';
import { readRevision } from '../steps/revision.js';
import { containersOf } from '../steps/prepare-service.js';
import type { RunContext } from '../context.js';
import type { Plan, PlannedTaskDefinition, PlannedFile, PlannedService } from '../report/plan.js';
import type { RolloutTarget } from '../rollout/target.js';
import type { JsonRecord } from '../text/record.js';
import { listExpectedCalls, type ExpectedRun, type ExpectedService } from './expected-calls.js';

/**
 * What a run would do: the images, the task definitions against what runs, the files against those that are there, and the
 * calls that would change something. Reads files and, at AWS, task definitions (DescribeTaskDefinition).
 */
export async function makePlan(
  config: Config,
  expected: ExpectedRun,
  context: Pick<RunContext, 'ecs' | 'files'>
): Promise<Plan> {
  const { images } = expected;
  const services = await Promise.all(expected.services.map(service => planService(service, images, context)));
  return { region: config.region, images, services, calls: listExpectedCalls(config, expected) };
}

async function planService(
  service: ExpectedService,
  images: readonly ExpectedImage[],
  context: Pick<RunContext, 'ecs' | 'files'>
): Promise<PlannedService> {
  const { target, texts, unchanged } = service;
  const own = images.filter(image => containersOf(service, image.config).length > 0);
  const [definition, files] = await Promise.all([
    texts.taskDefinition === undefined
      ? undefined
      : forecastDefinition(JSON.parse(texts.taskDefinition) as JsonRecord, target, own, context),
    planFiles(service, own, context)
  ]);
  return {
    service: target === undefined ? undefined : `${target.clusterName}/${target.serviceName}`,
    engine: target === undefined ? undefined : nameEngine(target),
    definition,
    files,
    appspec: texts.appspec,
    unchanged: unchanged !== undefined,
    gate: service.gate === undefined ? undefined : describePlannedGate(service.gate)
  };
}

function nameEngine(target: RolloutTarget): string {
  return target.controller === 'ECS'
    ? `ECS, ${target.strategy}`
    : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
}

async function forecastDefinition(
  definition: JsonRecord,
  target: RolloutTarget | undefined,
  images: readonly ExpectedImage[],
  { ecs }: Pick<RunContext, 'ecs'>
): Promise<PlannedTaskDefinition> {
  const family = String(definition['family']);
  const reference = target === undefined ? family : target.runningTaskDefinitionArn;
  const there = reference === undefined ? undefined : await readRevision(reference, target === undefined, { ecs });
  const changes = diffDefinitions(there?.definition, definition);
  const rebuilt = images.some(({ action, certain }) => action === 'build' && certain);
  return { family, comparedWith: there?.arn, changes, rebuilt };
}

async function planFiles(
  { config, texts }: ExpectedService,
  images: readonly ExpectedImage[],
  { files }: Pick<RunContext, 'files'>
): Promise<readonly PlannedFile[]> {
  const isOpen = images.some(({ certain }) => !certain);
  const isBuilt = images.some(({ action }) => action === 'build');
  const open: Readonly<Record<ArtifactName, boolean>> = {
    imageDefinitions: isOpen,
    imageDetail: isBuilt,
    taskDefinition: isOpen,
    appspec: false
  };
  const names = (Object.keys(ARTIFACT_NAMES) as ArtifactName[]).filter(name => texts[name] !== undefined);
  return Promise.all(
    names.map(async name => {
      const path = join(config.files.artifactsDirectory, ARTIFACT_NAMES[name]);
      const bytes = await files.read(path);
      if (bytes === undefined) return { path, state: 'new' };
      if (open[name]) return { path, state: 'after-build' };
      return { path, state: Buffer.from(bytes).toString('utf8') === texts[name] ? 'same' : 'different' };
    })
  );
}
