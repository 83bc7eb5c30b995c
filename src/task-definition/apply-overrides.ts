import type { FilesConfig, NameValue } from '../config/config.js';
import { RuleList, RuleProblemsError, type RuleProblem } from '../errors.js';
import { MISSING_FIELD } from '../text/shape-rules.js';
import { TOO_LARGE } from '../text/source-tree.js';
import { entriesOf, isRecord, makeRecord, own, writeJson, type JsonRecord } from '../text/record.js';
import { listNames, quote } from '../text/format.js';
import { listContainers, listRecords, type Container, type TaskDefinitionFile } from './types.js';
import { checkContainerExists, findUnfilled, AMBIGUOUS_CONTAINER } from './image-assignment.js';

export const OVERRIDE_RULES = new RuleList();
const NAME_CLASH = OVERRIDE_RULES.add(
  'name-clash',
  'error',
  'An added name is both an environment variable and a secret.',
  'ECS answers: “The secret name must be unique and not shared with any new or existing environment variables set on the container”'
);

/** What the settings change in a task definition. All but the images and the roles is for one container. */
export interface TaskDefinitionChanges extends ContainerChanges {
  readonly images: readonly ContainerImage[];
}

export type ContainerChanges = Pick<
  FilesConfig,
  | 'containerName'
  | 'environmentVariables'
  | 'secrets'
  | 'dockerLabels'
  | 'logConfigurationLogDriver'
  | 'logConfigurationOptions'
  | 'command'
  | 'taskRoleArn'
  | 'executionRoleArn'
>;

/** The image of a container. The URI is not needed for checking. */
export interface ContainerImage {
  readonly container: string;
  readonly uri: string;
}

/** ECS's limit for a task definition, in bytes of JSON. */
const MAX_BYTES = 65_536;

/**
 * Checks the changes against the task definition before anything is built: whether their container is there or can be told,
 * names that would be both variable and secret, a log driver that ECS does not know, options without a driver, the size.
 * Give the containers that images are for, where they are known: a single one is what the other changes are for.
 */
export function checkChanges(
  file: TaskDefinitionFile,
  changes: ContainerChanges & { readonly images: readonly Pick<ContainerImage, 'container'>[] }
): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  for (const { container } of changes.images) {
    const problem = checkContainerExists(file, container, { path: 'images' });
    if (problem !== undefined) problems.push(problem);
  }
  const target = findTarget(file, changes);
  if (isProblem(target)) return [...problems, target];
  if (target !== undefined)
    problems.push(...checkNameClashes(target, changes), ...checkLogConfiguration(target, changes));
  const size = problems.length === 0 ? checkSize(applyChanges(file, { ...changes, images: [] }, target)) : undefined;
  if (size !== undefined) problems.push({ ...size, place: file.place([]) });
  return problems;
}

/**
 * The text of `taskdefinition.json`: the task definition with the changes made, as JSON, two spaces, LF, one final newline, keys
 * in source order. What is changed keeps its place, what is new comes last.
 *
 * @throws ProblemsError what `checkChanges` finds, and every image that is missing or still a placeholder
 */
export function renderTaskDefinition(file: TaskDefinitionFile, changes: TaskDefinitionChanges): string {
  const problems = [
    ...checkChanges(file, changes),
    ...findUnfilled(file, new Set(changes.images.map(({ container }) => container)))
  ];
  const target = findTarget(file, changes);
  const definition = isProblem(target) ? file.definition : applyChanges(file, changes, target);
  const size = problems.length === 0 ? checkSize(definition) : undefined;
  if (size !== undefined) problems.push({ ...size, place: file.place([]) });
  if (problems.length > 0) throw new RuleProblemsError(problems);
  return writeJson(definition);
}

/**
 * The task definition as it will be registered, but for the images, of which only the containers are known yet.
 *
 * @throws ProblemsError what `renderTaskDefinition` finds
 */
export function shippedDefinition(
  file: TaskDefinitionFile,
  files: Omit<TaskDefinitionChanges, 'images'>,
  assignments: readonly { readonly containers: readonly string[] }[]
): JsonRecord {
  const images = assignments.flatMap(({ containers }) => containers.map(container => ({ container, uri: 'image' })));
  return JSON.parse(renderTaskDefinition(file, { ...files, images })) as JsonRecord;
}

/**
 * The task definition with the changes made, all but the images: as it will be registered. What fits no container is left out. What is
 * new has the place of what it stands in.
 */
export function changeDefinition(
  file: TaskDefinitionFile,
  changes: ContainerChanges & { readonly images: readonly Pick<ContainerImage, 'container'>[] }
): TaskDefinitionFile {
  const target = findTarget(file, changes);
  const container = isProblem(target) ? undefined : target;
  return { ...file, definition: applyChanges(file, { ...changes, images: [] }, container) };
}

/** The container that the changes are for; undefined where there are none. */
function findTarget(
  file: TaskDefinitionFile,
  changes: ContainerChanges & { readonly images: readonly Pick<ContainerImage, 'container'>[] }
): Container | RuleProblem | undefined {
  const containers = listContainers(file.definition);
  const name = changes.containerName;
  if (name !== undefined) {
    const problem = checkContainerExists(file, name, { path: 'container-name' });
    return problem ?? containers.find(container => container.name === name);
  }
  const settings = namedSettings(changes);
  if (settings.length === 0) return undefined;
  const shipped = new Set(changes.images.map(({ container }) => container));
  const candidates = containers.length === 1 ? containers : containers.filter(container => shipped.has(container.name));
  if (candidates.length === 1) return candidates[0];
  const what = `It is not clear which container ${listNames(settings)} ${settings.length === 1 ? 'is' : 'are'} for; ${file.document.file} has ${listNames(file.containerNames)}.`;
  return { code: AMBIGUOUS_CONTAINER.name, place: { path: 'container-name' }, what, next: 'Set container-name.' };
}

function isProblem(target: Container | RuleProblem | undefined): target is RuleProblem {
  return target !== undefined && 'code' in target;
}

/** The settings that are given and change a container, by their names. */
export function namedSettings(changes: ContainerChanges): readonly string[] {
  const given: readonly (readonly [string, boolean])[] = [
    ['environment-variables', changes.environmentVariables.length > 0],
    ['secrets', changes.secrets.length > 0],
    ['docker-labels', changes.dockerLabels.length > 0],
    ['log-configuration-log-driver', changes.logConfigurationLogDriver !== undefined],
    ['log-configuration-options', changes.logConfigurationOptions.length > 0],
    ['command', changes.command !== undefined]
  ];
  return given.filter(([, used]) => used).map(([name]) => name);
}

/** ECS refuses a container in which a name is both a variable and a secret. */
function checkNameClashes(container: Container, changes: ContainerChanges): readonly RuleProblem[] {
  const variables = namesIn(container.record, 'environment');
  const secrets = namesIn(container.record, 'secrets');
  const newVariables = new Set(changes.environmentVariables.map(({ name }) => name));
  const clash = (setting: string, name: string, where: string): RuleProblem => ({
    code: NAME_CLASH.name,
    place: { path: setting },
    what: `${quote(name)} is ${where}; ECS accepts a name only once in a container.`,
    next: 'Remove one of the two.'
  });
  const inSecrets = `among the secrets of the container ${quote(container.name)}`;
  const inVariables = `in the environment of the container ${quote(container.name)}`;
  return [
    ...[...newVariables].filter(name => secrets.has(name)).map(name => clash('environment-variables', name, inSecrets)),
    ...changes.secrets.flatMap(({ name }) => {
      if (newVariables.has(name)) return [clash('secrets', name, 'also in environment-variables')];
      return variables.has(name) ? [clash('secrets', name, inVariables)] : [];
    })
  ];
}

function namesIn(container: JsonRecord, member: string): ReadonlySet<unknown> {
  return new Set(listRecords(own(container, member)).map(entry => own(entry, 'name')));
}

function checkLogConfiguration(container: Container, changes: ContainerChanges): readonly RuleProblem[] {
  if (
    changes.logConfigurationLogDriver === undefined &&
    changes.logConfigurationOptions.length > 0 &&
    !isRecord(own(container.record, 'logConfiguration'))
  ) {
    const what = `The container ${quote(container.name)} has no log configuration, so its driver must be given.`;
    return [
      {
        code: MISSING_FIELD.name,
        place: { path: 'log-configuration-options' },
        what,
        next: 'Set log-configuration-log-driver.'
      }
    ];
  }
  return [];
}

function checkSize(definition: JsonRecord): Omit<RuleProblem, 'place'> | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(definition), 'utf8');
  if (bytes <= MAX_BYTES) return undefined;
  return {
    code: TOO_LARGE.name,
    what: `The task definition has ${bytes} bytes; ECS takes at most ${MAX_BYTES}.`,
    next: 'Move long values into files or parameters.'
  };
}

function applyChanges(
  file: TaskDefinitionFile,
  changes: TaskDefinitionChanges,
  target: Container | undefined
): JsonRecord {
  const uris = new Map(changes.images.map(({ container, uri }) => [container, uri]));
  const containers = listContainers(file.definition).map(container => {
    const uri = uris.get(container.name);
    const withImage = uri === undefined ? container.record : setMember(container.record, 'image', uri);
    return target?.index === container.index ? changeContainer(withImage, changes) : withImage;
  });
  let definition = setMember(file.definition, 'containerDefinitions', containers);
  if (changes.taskRoleArn !== undefined) definition = setMember(definition, 'taskRoleArn', changes.taskRoleArn);
  if (changes.executionRoleArn !== undefined)
    definition = setMember(definition, 'executionRoleArn', changes.executionRoleArn);
  return definition;
}

function changeContainer(source: JsonRecord, changes: ContainerChanges): JsonRecord {
  let container = source;
  if (changes.command !== undefined) container = setMember(container, 'command', [...changes.command]);
  if (changes.environmentVariables.length > 0) {
    container = setMember(
      container,
      'environment',
      upsertList(own(container, 'environment'), changes.environmentVariables, 'value')
    );
  }
  if (changes.secrets.length > 0)
    container = setMember(container, 'secrets', upsertList(own(container, 'secrets'), changes.secrets, 'valueFrom'));
  if (changes.dockerLabels.length > 0)
    container = setMember(container, 'dockerLabels', upsertMap(own(container, 'dockerLabels'), changes.dockerLabels));
  return changeLogConfiguration(container, changes);
}

function changeLogConfiguration(container: JsonRecord, changes: ContainerChanges): JsonRecord {
  const { logConfigurationLogDriver: driver, logConfigurationOptions: options } = changes;
  if (driver === undefined && options.length === 0) return container;
  const present = own(container, 'logConfiguration');
  let logging = isRecord(present) ? present : makeRecord([]);
  if (driver !== undefined) logging = setMember(logging, 'logDriver', driver);
  if (options.length > 0) logging = setMember(logging, 'options', upsertMap(own(logging, 'options'), options));
  return setMember(container, 'logConfiguration', logging);
}

/** The record with a member set: in its place where it is there, else last. */
function setMember(record: JsonRecord, key: string, value: unknown): JsonRecord {
  const entries = entriesOf(record);
  if (!Object.hasOwn(record, key)) return makeRecord([...entries, [key, value]]);
  return makeRecord(entries.map(entry => (entry[0] === key ? ([key, value] as const) : entry)));
}

function upsertMap(present: unknown, values: readonly NameValue[]): JsonRecord {
  return values.reduce<JsonRecord>(
    (map, { name, value }) => setMember(map, name, value),
    isRecord(present) ? present : makeRecord([])
  );
}

function upsertList(
  present: unknown,
  values: readonly NameValue[],
  valueKey: 'value' | 'valueFrom'
): readonly JsonRecord[] {
  return values.reduce<readonly JsonRecord[]>((list, { name, value }) => {
    const has = list.some(entry => own(entry, 'name') === name);
    if (!has) return [...list, { name, [valueKey]: value }];
    return list.map(entry => (own(entry, 'name') === name ? setMember(entry, valueKey, value) : entry));
  }, listRecords(present));
}
