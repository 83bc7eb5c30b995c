import type { ErrorRule, RuleName, Severity, WarningRule } from '../../errors.js';
import type { Path } from '../../text/path.js';
import { own, type JsonRecord } from '../../text/record.js';
import { listRecords, type Container } from '../types.js';

export const REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
export const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
export const CONTAINER = `${REFERENCE}/API_ContainerDefinition.html`;
export const REGISTER = `${REFERENCE}/API_RegisterTaskDefinition.html`;

/** The source of a rule that rests on ECS's own answer to RegisterTaskDefinition. */
export function ecsAnswers(answer: string): string {
  return `ECS answers: “${answer}”`;
}

/** What a rule found, at a path of the task definition; `checkDefinition` puts the place in the file to it. */
export interface RuleFinding {
  readonly severity: Severity;
  readonly code: RuleName;
  readonly path: Path;
  readonly what: string;
  readonly next: string;
}

/** AWS refuses it: when it is registered, or else whenever a task of it is to start. */
export function error(rule: ErrorRule, path: Path, what: string, next: string): RuleFinding {
  return { severity: 'error', code: rule.name, path, what, next };
}

/** AWS's documents speak against it, and leave open what happens. */
export function warning(rule: WarningRule, path: Path, what: string, next: string): RuleFinding {
  return { severity: 'warning', code: rule.name, path, what, next };
}

/** The path of a container, or of something in it. */
export function inContainer(container: Container, ...rest: Path): Path {
  return ['containerDefinitions', container.index, ...rest];
}

export function textOf(record: JsonRecord, key: string): string | undefined {
  const value = own(record, key);
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(record: JsonRecord, key: string): number | undefined {
  const value = own(record, key);
  return typeof value === 'number' ? value : undefined;
}

export function recordsOf(record: JsonRecord, key: string): readonly JsonRecord[] {
  return listRecords(own(record, key));
}

export function textsOf(record: JsonRecord, key: string): readonly string[] {
  const value = own(record, key);
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** Whether something is said there: an empty list, an empty object and `false` say nothing. */
export function says(record: JsonRecord, key: string): boolean {
  const value = own(record, key);
  if (value === undefined || value === null || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Indexes of the entries whose key was there before. */
export function findRepeats(keys: readonly (string | undefined)[]): readonly number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (key === undefined) return [];
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}

/** A round of names, each pointing at the next, as `a`, `b`, `a`; undefined where there is none. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    const start = trail.indexOf(name);
    if (start >= 0) return [...trail.slice(start), name];
    if (done.has(name)) return undefined;
    for (const next of edges.get(name) ?? []) {
      const cycle = visit(next, [...trail, name]);
      if (cycle !== undefined) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of edges.keys()) {
    const cycle = visit(name, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
