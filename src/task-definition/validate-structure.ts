import { RuleList, type ErrorRule, type RuleProblem, type SourceLocation } from '../errors.js';
import { MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE } from '../text/shape-rules.js';
import { nearestName } from '../text/suggest.js';
import type { Path } from '../text/path.js';
import { entriesOf, isRecord, makeRecord, own, type JsonRecord } from '../text/record.js';
import { listNames, quote, showValue } from '../text/format.js';
import type { UnknownFields } from './types.js';
import { INPUT_SHAPE, READ_ONLY_MEMBERS, SHAPES, type Shape } from './model.js';

export const MODEL = 'the service model of ECS, RegisterTaskDefinition';

export const DEFINITION_SHAPE_RULES = new RuleList();
const UNKNOWN_VALUE = DEFINITION_SHAPE_RULES.add('unknown-value', 'error', 'ECS does not know the value.', MODEL);
export const EMPTY_VALUE = DEFINITION_SHAPE_RULES.add(
  'empty-value',
  'either',
  'A value that ECS requires is empty; an optional empty value, or an empty list of tags, is left out, with a warning.',
  MODEL
);

interface StructureResult {
  readonly definition: JsonRecord;
  readonly problems: readonly RuleProblem[];
  readonly warnings: readonly RuleProblem[];
}

/** Where values come from: their place, and how a scalar is written there. */
export interface Origin {
  place(path: Path): SourceLocation;
  source(path: Path): string | undefined;
}

/** At the top: what only describes a revision, and what tells editors where the schema is. */
const LEFT_OUT = new Set([...READ_ONLY_MEMBERS, '$schema']);

/** A value that is to be left out: it is absent, or a problem was noted. */
const ABSENT = Symbol('absent');

/** String members, beside those that end in `Arn`, for which ECS takes no empty string; templates leave such. */
const NEVER_EMPTY: Readonly<Record<string, readonly string[]>> = {
  [INPUT_SHAPE]: ['cpu', 'memory'],
  PortMapping: ['name', 'containerPortRange'],
  EFSAuthorizationConfig: ['accessPointId']
};

/**
 * Walks a task definition along the service model (RegisterTaskDefinitionRequest): leaves out nulls, the read-only fields of a
 * describe output and empty strings where ECS takes none; keeps `[]`, `""`, `0` and `false`. Notes unknown fields, wrong
 * types, unknown enum values and missing required fields, each with its place.
 */
export function cleanDefinition(source: JsonRecord, origin: Origin, unknownFields: UnknownFields): StructureResult {
  const walk = new StructureWalk(origin, unknownFields);
  const cleaned = walk.clean(source, { shape: INPUT_SHAPE, owner: '', member: '', required: true }, []);
  return { definition: isRecord(cleaned) ? cleaned : {}, problems: walk.problems, warnings: walk.warnings };
}

/** What is expected at a place: a shape, and which member of which structure it is. */
interface Expected {
  readonly shape: string;
  readonly owner: string;
  readonly member: string;
  readonly required: boolean;
}

class StructureWalk {
  readonly problems: RuleProblem[] = [];
  readonly warnings: RuleProblem[] = [];
  private readonly origin: Origin;
  private readonly unknownFields: UnknownFields;

  constructor(origin: Origin, unknownFields: UnknownFields) {
    this.origin = origin;
    this.unknownFields = unknownFields;
  }

  clean(value: unknown, expected: Expected, path: Path): unknown {
    if (value === null || value === undefined) return ABSENT;
    const shape = SHAPES[expected.shape];
    if (value === '' && takesNoEmptyString(expected, shape)) return this.leaveOut(expected, path);
    if (shape === undefined) return this.cleanScalar(value, expected.shape, path);
    switch (shape.kind) {
      case 'structure':
        return isRecord(value)
          ? this.cleanStructure(value, shape, expected.shape, path)
          : this.mistype(path, 'An object', value, '');
      case 'list':
        return Array.isArray(value)
          ? this.cleanList(value, shape.member, expected, path)
          : this.mistype(path, 'A list', value, adviseList(value, shape.member));
      case 'map':
        return isRecord(value)
          ? this.cleanMap(value, shape.value, expected, path)
          : this.mistype(path, 'An object of names and values', value, '');
      case 'enum':
        return this.cleanEnum(value, shape.values, path);
    }
  }

  private cleanStructure(
    value: JsonRecord,
    shape: Extract<Shape, { kind: 'structure' }>,
    name: string,
    path: Path
  ): JsonRecord {
    const result: [string, unknown][] = [];
    for (const [key, member] of entriesOf(value)) {
      if (member === null || member === undefined || (path.length === 0 && LEFT_OUT.has(key))) continue;
      const shapeName = own(shape.members, key);
      if (typeof shapeName !== 'string') {
        if (this.unknownFields === 'send') result.push([key, member]);
        else
          this.problem(
            UNKNOWN_FIELD,
            [...path, key],
            `ECS knows no field ${quote(key)} in ${nameShape(name)}.`,
            adviseField(key, shape, name)
          );
        continue;
      }
      const expected = { shape: shapeName, owner: name, member: key, required: shape.required.includes(key) };
      const cleaned = this.clean(member, expected, [...path, key]);
      if (cleaned !== ABSENT) result.push([key, cleaned]);
    }
    for (const required of shape.required) {
      const given = own(value, required);
      if (given === null || given === undefined)
        this.problem(MISSING_FIELD, path, `The field ${quote(required)} is missing in ${nameShape(name)}.`, '');
    }
    return makeRecord(result);
  }

  private cleanList(value: readonly unknown[], shape: string, list: Expected, path: Path): unknown[] {
    const expected = { shape, owner: list.shape, member: '', required: false };
    return value.map((item, index) => this.clean(item, expected, [...path, index])).filter(item => item !== ABSENT);
  }

  private cleanMap(value: JsonRecord, shape: string, map: Expected, path: Path): JsonRecord {
    const expected = { shape, owner: map.shape, member: '', required: false };
    const entries = entriesOf(value).map(([key, item]) => [key, this.clean(item, expected, [...path, key])] as const);
    return makeRecord(entries.filter(([, item]) => item !== ABSENT));
  }

  private cleanEnum(value: unknown, values: readonly string[], path: Path): unknown {
    if (typeof value !== 'string') return this.cleanScalar(value, 'string', path);
    if (values.includes(value) || this.unknownFields === 'send') return value;
    const nearest = nearestName(value, values);
    const next = nearest === undefined ? `It takes ${listNames(values, 'or')}.` : `Did you mean ${quote(nearest)}?`;
    return this.problem(UNKNOWN_VALUE, path, `ECS knows no value ${quote(value)} here.`, next);
  }

  private cleanScalar(value: unknown, kind: string, path: Path): unknown {
    switch (kind) {
      case 'string':
        return typeof value === 'string'
          ? value
          : this.mistype(path, 'A string', value, this.adviseString(value, path));
      case 'boolean':
        return typeof value === 'boolean' ? value : this.mistype(path, 'true or false', value, adviseBoolean(value));
      case 'integer':
        if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31) return value;
        return this.mistype(path, 'A whole number', value, adviseNumber(value));
      default:
        return typeof value === 'number' ? value : this.mistype(path, 'A number', value, adviseNumber(value));
    }
  }

  private adviseString(value: unknown, path: Path): string {
    if (typeof value !== 'number' && typeof value !== 'boolean') return '';
    return `Write ${quote(this.origin.source(path) ?? String(value))}, in quotes.`;
  }

  private leaveOut(expected: Expected, path: Path): typeof ABSENT {
    if (expected.required) return this.problem(EMPTY_VALUE, path, 'A value is required here, got an empty string.', '');
    const what = 'ECS does not accept an empty string here, so the field is left out.';
    this.warnings.push({
      code: EMPTY_VALUE.name,
      place: this.origin.place(path),
      what,
      next: 'Remove it, or give it a value.'
    });
    return ABSENT;
  }

  private mistype(path: Path, wanted: string, value: unknown, next: string): typeof ABSENT {
    const got =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? `the ${typeof value} ${showValue(value)}`
        : showValue(value);
    return this.problem(WRONG_TYPE, path, `${wanted} was expected, got ${got}.`, next);
  }

  private problem(rule: ErrorRule, path: Path, what: string, next: string): typeof ABSENT {
    this.problems.push({ code: rule.name, place: this.origin.place(path), what, next });
    return ABSENT;
  }
}

function takesNoEmptyString(expected: Expected, shape: Shape | undefined): boolean {
  if (shape !== undefined) return shape.kind === 'enum';
  if (expected.shape !== 'string') return true;
  return expected.member.endsWith('Arn') || (NEVER_EMPTY[expected.owner]?.includes(expected.member) ?? false);
}

function nameShape(name: string): string {
  return name === INPUT_SHAPE ? 'a task definition' : name;
}

function adviseField(key: string, shape: Extract<Shape, { kind: 'structure' }>, name: string): string {
  const send = 'If ECS knows it by now, set unknown-fields to send.';
  const nearest = nearestName(key, Object.keys(shape.members));
  if (nearest !== undefined) return `Did you mean ${quote(nearest)}? ${send}`;
  const home = [INPUT_SHAPE, 'ContainerDefinition'].find(other => other !== name && hasMember(other, key));
  return home === undefined ? send : `It is a field of ${nameShape(home)}. ${send}`;
}

function hasMember(shapeName: string, key: string): boolean {
  const shape = SHAPES[shapeName];
  return shape?.kind === 'structure' && Object.hasOwn(shape.members, key);
}

function adviseList(value: unknown, member: string): string {
  if (typeof value === 'string')
    return value.trim().includes(' ') ? 'Write it as a list: ["…", "…"].' : `Write [${quote(value)}].`;
  if (!isRecord(value)) return '';
  return member === 'KeyValuePair' ? 'Write [{ "name": "…", "value": "…" }].' : 'Put it in square brackets.';
}

function adviseBoolean(value: unknown): string {
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  if (word === 'true' || word === 'yes' || word === 'on' || word === '1' || word === 1)
    return 'Write true, without quotes.';
  if (word === 'false' || word === 'no' || word === 'off' || word === '0' || word === 0)
    return 'Write false, without quotes.';
  return '';
}

function adviseNumber(value: unknown): string {
  return typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? `Write ${Number(value)}, without quotes.` : '';
}
