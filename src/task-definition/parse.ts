import { RuleList, RuleProblemsError, type RuleProblem, type SourceLocation } from '../errors.js';
import type { TextDocument } from '../text/document.js';
import { formatPath, type Path } from '../text/path.js';
import { entriesOf, isRecord, makeRecord, own, type JsonRecord } from '../text/record.js';
import { nameKind, quote } from '../text/format.js';
import { MISSING_FIELD, UNKNOWN_FIELD } from '../text/shape-rules.js';
import { describePlaceholder, findPlaceholder, missingEnd } from '../text/templates.js';
import { checkDefinition } from './check-rules.js';
import { listContainers, type Container, type TaskDefinitionFile, type UnknownFields } from './types.js';
import { leaveOutTags } from './tags.js';
import { MODEL, cleanDefinition, type Origin } from './validate-structure.js';

const REGISTER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html';

export const DEFINITION_PARSE_RULES = new RuleList();
const NOT_A_TASK_DEFINITION = DEFINITION_PARSE_RULES.add(
  'not-a-task-definition',
  'error',
  'The file is not a task definition, or it is one of another tool.',
  MODEL
);
const NO_CONTAINER = DEFINITION_PARSE_RULES.add(
  'no-container',
  'error',
  'The task definition has no container.',
  MODEL
);
const INVALID_NAME = DEFINITION_PARSE_RULES.add(
  'invalid-name',
  'error',
  'The name of a family or container is longer than 255 characters or has characters other than letters, digits, - and _.',
  `${REGISTER} (family)`
);
const DUPLICATE_NAME = DEFINITION_PARSE_RULES.add(
  'duplicate-name',
  'error',
  'Two containers have the same name.',
  'ECS answers: “Container names must be unique within a task definition”'
);
const TAGS_TWICE = DEFINITION_PARSE_RULES.add(
  'tags-twice',
  'error',
  'Tags are both inside and beside the task definition.',
  MODEL
);

/**
 * Reads a task definition as people keep it: RegisterTaskDefinition's input, or a describe output, bare or wrapped as
 * `{"taskDefinition": …, "tags": …}`. Only what RegisterTaskDefinition itself refuses is left out (see `cleanDefinition`).
 *
 * @param options `unknownFields`: `send` keeps fields and enum values that the service model does not know; `isDescribed`: it is no file, but
 * AWS's own answer
 * @throws ProblemsError with every problem: unknown and mistyped fields, missing ones, names that ECS does not take
 */
export function readTaskDefinition(
  document: TextDocument,
  options: { readonly unknownFields: UnknownFields; readonly isDescribed?: boolean }
): TaskDefinitionFile {
  const { value } = document;
  const misfit = findMisfit(value);
  if (!isRecord(value) || misfit !== undefined) {
    const { what, next } = misfit ?? { what: `A task definition is an object, got ${nameKind(value)}.`, next: '' };
    throw new RuleProblemsError([{ code: NOT_A_TASK_DEFINITION.name, place: document.place([]), what, next }]);
  }
  const unwrapped = unwrap(value, document);
  const origin: Origin = {
    place: path => document.place(unwrapped.toDocument(path)),
    source: path => document.source(unwrapped.toDocument(path))
  };
  const cleaned = cleanDefinition(unwrapped.definition, origin, options.unknownFields);
  const { problems } = cleaned;
  const isDescribed = options.isDescribed === true || unwrapped.definition !== value;
  const { definition, warnings } = leaveOutTags(cleaned.definition, origin.place(['tags']), isDescribed);
  const known = new Set(problems.map(problem => problem.place.path));
  const names = checkNames(definition, path => origin.place(path)).filter(problem => !known.has(problem.place.path));
  const file = {
    document,
    definition,
    family: String(own(definition, 'family')),
    containerNames: listContainers(definition).map(container => container.name),
    warnings: [...cleaned.warnings, ...warnings],
    unknownFields: options.unknownFields,
    place: (path: Path) => origin.place(path)
  };
  const all = [...unwrapped.problems, ...problems, ...names];
  if (all.length > 0) throw new RuleProblemsError([...all, ...checkRest(file, all, isDescribed)]);
  return file;
}

/**
 * The same from DescribeTaskDefinition's answer, whose tags come beside the task definition. `label` stands for the file's
 * name in messages, as `family:revision`.
 */
export function readRegisteredTaskDefinition(
  taskDefinition: object,
  tags: readonly object[] | undefined,
  label: string
): TaskDefinitionFile {
  const place = (path: Path): SourceLocation => ({
    file: label,
    ...(path.length === 0 ? {} : { path: formatPath(path) })
  });
  const value = { ...taskDefinition, ...(tags === undefined ? {} : { tags }) };
  return readTaskDefinition(
    { file: label, format: 'json', value, place, source: () => undefined, joinedLines: () => undefined },
    // AWS said it, so AWS knows it.
    { unknownFields: 'send', isDescribed: true }
  );
}

/** What settings of a run may still change: what a rule says of it here may not hold then. */
const CHANGEABLE =
  /(?:^|\.)(?:taskRoleArn|executionRoleArn|image|command|environment|secrets|dockerLabels|logConfiguration)(?:[.[]|$)/;

/**
 * What the rules find where the structure is wrong, told in the same round: only what a part that is left out for its structure cannot be the
 * cause of, so nothing of the objects that have such a part, nor of those around them.
 */
function checkRest(
  file: TaskDefinitionFile,
  problems: readonly RuleProblem[],
  isDescribed: boolean
): readonly RuleProblem[] {
  if (isDescribed) return [];
  const broken = problems.map(({ place }) => place.path ?? '').filter(path => !/^(?:family|tags)\b/.test(path));
  const ofTask = broken.filter(path => !/^containerDefinitions\b/.test(path));
  // The network mode and the like decide on rules of every container.
  if (ofTask.some(path => !SIZES.test(path))) return [];
  return checkDefinition(file).filter(({ severity, code, place: { path = '' } }) => {
    const home = parentOf(path);
    const isNear = broken.some(other => isWithin(other, path) || isWithin(path, other) || parentOf(other) === home);
    const mayFollow = BETWEEN_CONTAINERS.test(code) || (ofTask.length > 0 && /memory|cpu|size/.test(code));
    return severity === 'error' && path !== '' && !CHANGEABLE.test(path) && !isNear && !mayFollow;
  });
}

const SIZES = /^(?:cpu|memory)$/;
/** Rules that look at another container than the one they name. */
const BETWEEN_CONTAINERS = /depend|link|volumes-from|proxy/;

/** `containerDefinitions[0]` of `containerDefinitions[0].cpu`. */
function parentOf(path: string): string {
  return path.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, '');
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

interface Unwrapped {
  readonly definition: JsonRecord;
  readonly problems: readonly RuleProblem[];
  /** The path in the document of a path in the definition. */
  toDocument(path: Path): Path;
}

function unwrap(value: JsonRecord, document: TextDocument): Unwrapped {
  const inner = own(value, 'taskDefinition');
  if (!isRecord(inner) || Object.hasOwn(value, 'containerDefinitions'))
    return { definition: value, problems: [], toDocument: path => path };
  const problems: RuleProblem[] = [];
  for (const key of Object.keys(value)) {
    if (key === 'taskDefinition' || key === 'tags' || key === '$schema') continue;
    const what = `Beside "taskDefinition" only "tags" is known, got ${quote(key)}.`;
    problems.push({
      code: UNKNOWN_FIELD.name,
      place: document.place([key]),
      what,
      next: 'Remove it, or move it inside.'
    });
  }
  const outerTags = own(value, 'tags') ?? undefined;
  if (outerTags !== undefined && (own(inner, 'tags') ?? undefined) !== undefined) {
    const what = 'Tags are given twice: inside "taskDefinition" and beside it.';
    problems.push({ code: TAGS_TWICE.name, place: document.place(['tags']), what, next: 'Keep one of the two.' });
  }
  const definition =
    outerTags === undefined
      ? inner
      : makeRecord([...entriesOf(inner).filter(([key]) => key !== 'tags'), ['tags', outerTags]]);
  const toDocument = (path: Path): Path =>
    outerTags !== undefined && path[0] === 'tags' ? path : ['taskDefinition', ...path];
  return { definition, problems, toDocument };
}

/** Files that are something else altogether: one sentence says what, instead of one for each field. */
function findMisfit(value: unknown): { what: string; next: string } | undefined {
  if (Array.isArray(value)) {
    if (value.some(item => isRecord(item) && Object.hasOwn(item, 'imageUri'))) {
      const next =
        'Give the task definition itself: CodePipeline puts these images into the one that the service runs.';
      return { what: 'This is an imagedefinitions.json, not a task definition.', next };
    }
    const next = 'Containers go into "containerDefinitions" of an object with a "family".';
    return { what: 'A task definition is an object, got a list.', next };
  }
  if (!isRecord(value)) return undefined;
  const has = (key: string): boolean => Object.hasOwn(value, key);
  if (has('AWSEBDockerrunVersion')) {
    return {
      what: 'This is a Dockerrun file of Elastic Beanstalk, not a task definition.',
      next: 'Give it a "family" and leave AWSEBDockerrunVersion out.'
    };
  }
  if (has('containerDefinitions')) return undefined;
  if (has('AWSTemplateFormatVersion') || has('Properties') || (has('Resources') && !has('family'))) {
    return {
      what: 'This is a CloudFormation template, not a task definition.',
      next: 'Give the task definition as JSON or YAML with "family" and "containerDefinitions".'
    };
  }
  if (has('ContainerDefinitions')) {
    const what =
      'The keys are written as CloudFormation writes them ("ContainerDefinitions"), not as RegisterTaskDefinition takes them.';
    return { what, next: 'Start them with a small letter: "family", "containerDefinitions", …' };
  }
  if (has('services')) return { what: 'This is a Compose file, not a task definition.', next: '' };
  return undefined;
}

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NAME_RULE = 'ECS takes 1 to 255 letters, digits, hyphens and underscores.';

/** At least one container; family and container names as ECS takes them; no container name twice. */
function checkNames(definition: JsonRecord, place: (path: Path) => SourceLocation): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const family = own(definition, 'family');
  if (typeof family === 'string' && !NAME.test(family)) {
    problems.push({
      code: INVALID_NAME.name,
      place: place(['family']),
      what: `${quote(family)} is not a valid family name.`,
      next: adviseName(family)
    });
  }
  const list = own(definition, 'containerDefinitions');
  if (Array.isArray(list) && list.length === 0) {
    problems.push({
      code: NO_CONTAINER.name,
      place: place(['containerDefinitions']),
      what: 'A task definition needs at least one container.',
      next: ''
    });
  }
  const seen = new Set<string>();
  for (const container of listContainers(definition)) {
    const problem = checkContainerName(container, seen, place);
    if (problem !== undefined) problems.push(problem);
    seen.add(container.name);
  }
  return problems;
}

function checkContainerName(
  { index, name, record }: Container,
  seen: ReadonlySet<string>,
  place: (path: Path) => SourceLocation
): RuleProblem | undefined {
  const at = place(['containerDefinitions', index, 'name']);
  if (own(record, 'name') === undefined) {
    return { code: MISSING_FIELD.name, place: at, what: 'The container has no "name".', next: 'Give it one.' };
  }
  if (!NAME.test(name))
    return {
      code: INVALID_NAME.name,
      place: at,
      what: `${quote(name)} is not a valid container name.`,
      next: adviseName(name)
    };
  if (seen.has(name))
    return {
      code: DUPLICATE_NAME.name,
      place: at,
      what: `Two containers are called ${quote(name)}.`,
      next: 'Rename one of them.'
    };
  return undefined;
}

function adviseName(name: string): string {
  if (!/[<>{}$]/.test(name)) return NAME_RULE;
  const placeholder = findPlaceholder(name);
  const isOpen = placeholder !== undefined && missingEnd(placeholder) !== undefined;
  return `Fill in ${isOpen ? describePlaceholder(placeholder) : 'the placeholder'} first: ${NAME_RULE}`;
}
