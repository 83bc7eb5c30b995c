import { join, resolve } from 'node:path';

import { appspecTarget, checkAppspec, makeAppspec, type Appspec } from '../appspec/appspec.js';
import { ARTIFACT_NAMES } from '../artifacts/artifact-paths.js';
import { listContainers, listRecords } from '../task-definition/types.js';
import {
  assignImages,
  checkChanges,
  type AssignableImage,
  type ImageAssignment,
  type TaskDefinitionFile
} from '../task-definition/index.js';
import type { Config, FilesConfig, ImageConfig, ServiceConfig } from '../config/config.js';
import {
  ProblemsError,
  RuleList,
  RuleProblemsError,
  toFindings,
  type Finding,
  type Problem,
  type RuleProblem
} from '../errors.js';
import { parseReference } from '../image/reference.js';
import { checkTarget, type AppSpecFacts, type TaskDefinitionFacts } from '../rollout/compatibility.js';
import { warnOfCapacity, warnOfSettings } from '../rollout/service-settings.js';
import type { Gate } from '../rollout/gate/gate.js';
import type { RolloutTarget } from '../rollout/target.js';
import { own } from '../text/record.js';
import { checkRegistered, checkOutgoing } from './check-task-definition.js';
import { readRegistered, describeInactive } from './read-registered.js';
import { collect, type ReadService, type Sources } from './read-sources.js';
import type { RunContext } from '../context.js';

/** A service whose files were checked by themselves. */
export interface CheckedService extends ReadService {
  /** The images of the run that are for its containers; with several services these may be some or none. Empty without a file. */
  readonly assignments: readonly ImageAssignment<ImageConfig>[];
  readonly findings: readonly Finding[];
}

/** A service that was looked for at AWS. */
export interface LocatedService extends ReadService {
  /** undefined: there is no service, only a task definition. */
  readonly target: RolloutTarget | undefined;
}

export const OUTPUT_FILE_RULES = new RuleList();
const WOULD_OVERWRITE = OUTPUT_FILE_RULES.add(
  'would-overwrite',
  'error',
  'An output file would overwrite a file that it is made from.',
  'artifacts-directory'
);

/** What is to be done for one service (or, without one, for a task definition), all of it checked. */
export interface PreparedService extends LocatedService {
  /** As in CheckedService, for a task definition that is registered too. */
  readonly assignments: readonly ImageAssignment<ImageConfig>[];
  readonly taskDefinition: TaskDefinitionFile | undefined;
  /** The ARN of a registered revision that is deployed as it is, since nothing changes in it. */
  readonly asRegistered: string | undefined;
  readonly appspec: Appspec | undefined;
  /** The test that its new version has to pass; undefined: none. */
  readonly gate?: Gate | undefined;
}

/** What the services of a run share. */
export type RunSettings = Pick<Config, 'images' | 'rollouts' | 'deploysArtifacts'>;

/** The containers that an image of the run is for in a service; empty: it has none there. */
export function containersOf(
  { assignments }: Pick<PreparedService, 'assignments'>,
  image: ImageConfig
): readonly string[] {
  return assignments.find(assignment => assignment.image === image)?.containers ?? [];
}

/** The containers for which an image of the run is named in a service's files: without a task definition, that of the settings. */
export function namedContainersOf(
  { assignments, taskDefinition }: Pick<PreparedService, 'assignments' | 'taskDefinition'>,
  image: ImageConfig
): readonly string[] {
  if (taskDefinition !== undefined) return containersOf({ assignments }, image);
  return image.container === undefined ? [] : [image.container];
}

/** Checks what the files say by themselves, without asking AWS; what the readers found is among it. */
export function checkServiceFiles(service: ReadService, run: RunSettings): CheckedService {
  const { config, sources } = service;
  const { taskDefinition, appspec } = sources;
  const assigned = taskDefinition === undefined ? NOTHING_ASSIGNED : assignAndCheck(service, run, taskDefinition);
  const { assignments } = assigned;
  const overwritten = run.deploysArtifacts ? [] : checkOverwriting(config.files, sources);
  const problems = [...sources.problems, ...assigned.problems, ...overwritten];
  const fit = taskDefinition === undefined || appspec === undefined ? [] : checkAppspec(appspec, taskDefinition);
  const rules = taskDefinition === undefined ? [] : checkOutgoing(taskDefinition, { files: config.files, assignments });
  const warnings = [...(taskDefinition?.warnings ?? []), ...(appspec?.warnings ?? [])];
  return {
    ...service,
    assignments,
    findings: [...toFindings(problems, 'error'), ...rules, ...fit, ...toFindings(warnings, 'warning')]
  };
}

/** The files that are written have names that people give to their own: one of theirs must not be written over. */
function checkOverwriting(files: FilesConfig, sources: Sources): RuleProblem[] {
  const written = new Set(Object.values(ARTIFACT_NAMES).map(name => resolve(files.artifactsDirectory, name)));
  return [sources.taskDefinition?.document.file, sources.appspec?.places.containerName.file].flatMap(path =>
    path === undefined || !written.has(resolve(path))
      ? []
      : [
          {
            code: WOULD_OVERWRITE.name,
            place: { file: path },
            what: `artifacts-directory is ${files.artifactsDirectory}, so this file would be overwritten by the generated file.`,
            next: 'Set artifacts-directory to another folder.'
          }
        ]
  );
}

/** Prepares one service from its files and its target, and checks the one against the other. Throws ProblemsError with all that is wrong; SlipwayError. */
export async function prepareService(
  service: LocatedService,
  run: RunSettings,
  context: Pick<RunContext, 'ecs'>
): Promise<PreparedService> {
  const { config, sources, target } = service;
  const { files, rollout } = config;
  const { taskDefinition: read, revision } =
    sources.taskDefinition === undefined
      ? await readRegistered(files, target, context)
      : { taskDefinition: sources.taskDefinition, revision: undefined };
  const assigned = read === undefined ? NOTHING_ASSIGNED : assignAndCheck(service, run, read);
  const { assignments } = assigned;
  const problems: Problem[] = [...assigned.problems];
  const check = sources.taskDefinition === undefined ? checkRegistered : checkOutgoing;
  const rules = read === undefined ? [] : check(read, { files, assignments, target });
  problems.push(...rules.filter(({ severity }) => severity === 'error'));
  const warnings = rules.filter(({ severity }) => severity === 'warning');
  const taskDefinition = read === undefined ? undefined : { ...read, warnings: [...read.warnings, ...warnings] };
  const appspec = run.deploysArtifacts
    ? requireAppspec(service, problems)
    : await chooseAppspec(sources, target, problems);
  if (taskDefinition !== undefined && target !== undefined) {
    problems.push(...checkTarget(target, factsOf(taskDefinition), factsOfAppspec(appspec), rollout));
  }
  const asRegistered = assignments.length === 0 && hasNoChanges(files) ? revision : undefined;
  if (asRegistered !== undefined && asRegistered.status !== 'ACTIVE') problems.push(describeInactive(asRegistered));
  if (problems.length > 0) throw new ProblemsError(problems);
  // A revision that is deployed as it is loses nothing, whatever a new one would.
  const prepared =
    taskDefinition !== undefined && asRegistered !== undefined ? { ...taskDefinition, warnings } : taskDefinition;
  return {
    config,
    sources,
    target: target && withWarnings(target, config, appspec, run),
    assignments,
    taskDefinition: prepared,
    asRegistered: asRegistered?.arn,
    appspec
  };
}

/** What the service takes otherwise than the files and settings may mean it, beside what was found out about it. */
function withWarnings(
  target: RolloutTarget,
  { files, rollout }: ServiceConfig,
  appspec: Appspec | undefined,
  { deploysArtifacts }: RunSettings
): RolloutTarget {
  const namesAppspec = files.appspec !== undefined && !deploysArtifacts;
  const further = [...warnOfSettings(target, rollout, namesAppspec), ...warnOfCapacity(target, appspec)];
  return { ...target, warnings: [...target.warnings, ...further] };
}

async function chooseAppspec(
  sources: Sources,
  target: RolloutTarget | undefined,
  problems: Problem[]
): Promise<Appspec | undefined> {
  if (sources.appspec !== undefined) return sources.appspec;
  if (target?.controller !== 'CODE_DEPLOY') return undefined;
  return collect(ProblemsError, problems, () => makeAppspec(target.service));
}

/** Written files are whole: what they lack is not made here, where the service may have changed since. */
function requireAppspec({ config, sources, target }: LocatedService, problems: Problem[]): Appspec | undefined {
  if (sources.appspec === undefined && target?.controller === 'CODE_DEPLOY') {
    problems.push({
      code: 'artifact-missing',
      place: {},
      what: `There is no ${join(config.files.artifactsDirectory, ARTIFACT_NAMES.appspec)}, and CodeDeploy deploys the service ${target.serviceName}.`,
      next: 'Give the settings an appspec, so that the build writes it, and build again.'
    });
  }
  return sources.appspec;
}

interface Assigned {
  readonly assignments: PreparedService['assignments'];
  readonly problems: readonly RuleProblem[];
}

const NOTHING_ASSIGNED: Assigned = { assignments: [], problems: [] };

function assignAndCheck(
  { config: { files } }: ReadService,
  run: RunSettings,
  taskDefinition: TaskDefinitionFile
): Assigned {
  try {
    const assignments = assignOwn(files, run, taskDefinition);
    const images = assignments.flatMap(({ containers }) => containers.map(container => ({ container })));
    return { assignments, problems: checkChanges(taskDefinition, { ...files, images }) };
  } catch (error) {
    if (!(error instanceof RuleProblemsError)) throw error;
    return { assignments: [], problems: error.problems };
  }
}

/** With several services an image is for those that have its container; the others go without it. */
function assignOwn(
  files: FilesConfig,
  { images, rollouts }: RunSettings,
  taskDefinition: TaskDefinitionFile
): PreparedService['assignments'] {
  const assignable = images.flatMap(image => {
    if (rollouts.length === 1) return [toAssignable(image)];
    const container = findContainer(image, files, images.length === 1, taskDefinition);
    return container === 'none' ? [] : [{ ...toAssignable(image), container }];
  });
  const assigned = assignImages(taskDefinition, assignable, files.containerName);
  return assigned.map(({ image, containers }) => ({ image: image.config, containers }));
}

/** The container that an image names, the service's own `container-name` for a single image; undefined: to be found; `none` where it has neither. */
function findContainer(
  { container }: ImageConfig,
  { containerName }: FilesConfig,
  single: boolean,
  { containerNames }: TaskDefinitionFile
): string | undefined {
  if (container === undefined || containerNames.includes(container)) return container;
  return single && containerName !== undefined && containerNames.includes(containerName) ? containerName : 'none';
}

function toAssignable(config: ImageConfig): AssignableImage & { readonly config: ImageConfig } {
  const repository = config.kind === 'built' ? config.repository : parseReference(config.image)?.repository;
  return { config, container: config.container, repository };
}

function hasNoChanges(files: FilesConfig): boolean {
  return (
    files.environmentVariables.length +
      files.secrets.length +
      files.dockerLabels.length +
      files.logConfigurationOptions.length ===
      0 &&
    [files.logConfigurationLogDriver, files.command, files.taskRoleArn, files.executionRoleArn].every(
      value => value === undefined
    )
  );
}

function factsOf(file: TaskDefinitionFile): TaskDefinitionFacts {
  const { definition } = file;
  const networkMode = own(definition, 'networkMode');
  const required = own(definition, 'requiresCompatibilities');
  return {
    file: file.document.file,
    networkMode: typeof networkMode === 'string' ? networkMode : undefined,
    requiresCompatibilities: Array.isArray(required) ? required.map(String) : [],
    containers: listContainers(definition).map(({ name, record }) => {
      const mappings = listRecords(own(record, 'portMappings'));
      return {
        name,
        ports: mappings.map(mapping => own(mapping, 'containerPort')).filter(port => typeof port === 'number'),
        portRanges: mappings
          .map(mapping => own(mapping, 'containerPortRange'))
          .filter(range => typeof range === 'string')
      };
    })
  };
}

function factsOfAppspec(appspec: Appspec | undefined): AppSpecFacts | undefined {
  return appspec === undefined ? undefined : { ...appspecTarget(appspec), file: appspec.places.containerName.file };
}
