import { checkDefinition, type DefinitionFacts, type ImageFacts } from '../task-definition/check-rules.js';
import {
  changeDefinition,
  checkChanges,
  type ImageAssignment,
  type TaskDefinitionFile
} from '../task-definition/index.js';
import type { FilesConfig, ImageConfig } from '../config/config.js';
import { formatProblem, type Finding } from '../errors.js';
import { parseReference } from '../image/reference.js';
import { parseEcrHost } from '../text/ecr-host.js';
import { readLaunchType } from '../rollout/compatibility.js';
import type { RolloutTarget } from '../rollout/target.js';

/** What becomes of a task definition in a run. */
export interface TaskDefinitionInput {
  readonly files: FilesConfig;
  /** The images that it gets, each with its containers. */
  readonly assignments: readonly ImageAssignment<ImageConfig>[];
  /** Where it will run; undefined where that is not known yet. */
  readonly target?: RolloutTarget | undefined;
}

/** Checks a task definition by the rules of ECS as it will be registered: with what the settings change in it. */
export function checkOutgoing(file: TaskDefinitionFile, shipment: TaskDefinitionInput): readonly Finding[] {
  const { files, assignments } = shipment;
  const images = assignments.flatMap(({ containers }) => containers.map(container => ({ container })));
  // Names that clash are told by themselves, at the settings.
  const clashes = checkChanges(file, { ...files, images }).length > 0;
  const changes = clashes ? { ...files, environmentVariables: [], secrets: [] } : files;
  return checkDefinition(changeDefinition(file, { ...changes, images }), factsOf(shipment));
}

/** The same for what is registered already: ECS took it, so only what the settings bring in counts. */
export function checkRegistered(file: TaskDefinitionFile, shipment: TaskDefinitionInput): readonly Finding[] {
  const before = new Set(checkDefinition(file, factsOf(shipment)).map(formatProblem));
  return checkOutgoing(file, shipment).filter(finding => !before.has(formatProblem(finding)));
}

function factsOf({ assignments, target }: TaskDefinitionInput): DefinitionFacts {
  const launchType = target === undefined ? undefined : readLaunchType(target);
  return {
    images: new Map(
      assignments.flatMap(({ image, containers }) => containers.map(name => [name, describeImage(image)] as const))
    ),
    launchTypes: launchType === undefined ? undefined : [launchType]
  };
}

function describeImage(image: ImageConfig): ImageFacts {
  if (image.kind === 'built') return { isInEcr: true, platforms: image.build.platforms };
  const registry = parseReference(image.image)?.registry;
  return { isInEcr: registry !== undefined && parseEcrHost(registry) !== undefined, platforms: [] };
}
