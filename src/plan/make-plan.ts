import { join } from 'node:path';

import { ARTIFACT_NAMES } from '../artifacts/artifact-paths.js';
import { diffDefinitions } from '../task-definition/diff.js';
import type { Config } from '../config/config.js';
import type { ExpectedImage } from '../image/planned-image.js';
import type { ArtifactName } from '../steps/write-artifacts.js';
import type { PreparedRun } from '../steps/prepare.js';
import { readRevision } from '../steps/revision.js';
import type { ServicePlan } from '../steps/service-plan.js';
import type { RunContext } from '../context.js';
import type { Plan, PlannedTaskDefinition, PlannedFile, PlannedService } from '../report/plan.js';
import type { RolloutTarget } from '../rollout/target.js';
import type { JsonRecord } from '../text/record.js';
import { listExpectedCalls, type ExpectedCall, type ServiceTexts } from './expected-calls.js';

/**
 * What the run of a plan would do: the images, the task definitions against what runs, the files against those that are there, and the
 * calls that would change something. Reads files and, at AWS, task definitions (DescribeTaskDefinition).
 */
export async function makePlan(
  config: Config,
  plan: PreparedRun,
  expected: ExpectedCall,
  context: Pick<RunContext, 'ecs' | 'files'>
): Promise<Plan> {
  const { images, texts, unchanged } = expected;
  const services = await Promise.all(
    plan.services.map(async (service, index) => ({
      ...(await forecastService(service, images, texts[index] ?? {}, context)),
      unchanged: unchanged[index] !== undefined
    }))
  );
  return { region: config.region, images, services, calls: listExpectedCalls(config, plan, expected) };
}

async function forecastService(
  plan: ServicePlan,
  images: readonly ExpectedImage[],
  texts: ServiceTexts,
  context: Pick<RunContext, 'ecs' | 'files'>
): Promise<Omit<PlannedService, 'unchanged'>> {
  const { target } = plan;
  const own = images.filter((_image, index) => (plan.containers[index] ?? []).length > 0);
  const [definition, files] = await Promise.all([
    texts.taskDefinition === undefined
      ? undefined
      : forecastDefinition(JSON.parse(texts.taskDefinition) as JsonRecord, target, own, context),
    planFiles(plan, texts, own, context)
  ]);
  return {
    service: target === undefined ? undefined : `${target.clusterName}/${target.serviceName}`,
    engine: target === undefined ? undefined : nameEngine(target),
    definition,
    files,
    appspec: texts.appspec
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
  plan: ServicePlan,
  texts: ServiceTexts,
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
      const path = join(plan.config.files.artifactsDirectory, ARTIFACT_NAMES[name]);
      const bytes = await files.read(path);
      if (bytes === undefined) return { path, state: 'new' };
      if (open[name]) return { path, state: 'after-build' };
      return { path, state: Buffer.from(bytes).toString('utf8') === texts[name] ? 'same' : 'different' };
    })
  );
}
