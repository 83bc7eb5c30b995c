import { AwsFault } from '../server/protocol.js';

/** A structure of a query's form: its leaves are texts as they were sent. */
export interface FormStructure {
  readonly [member: string]: FormValue | undefined;
}
export type FormValue = string | FormStructure | readonly FormValue[];

/** Reads a member of a form with all that is below it; undefined where there is nothing. Throws ValidationError for a map. */
export function readFormValue(form: URLSearchParams, name: string): FormValue | undefined {
  const leaf = form.get(name);
  if (leaf !== null) return leaf;
  const below = new Map<string, URLSearchParams>();
  for (const [path, value] of form) {
    if (!path.startsWith(`${name}.`)) continue;
    const rest = path.slice(name.length + 1);
    const step = /^(?:member\.)?\d+(?=\.|$)|^[^.]+/.exec(rest)?.[0] ?? rest;
    // The reader below finds the step itself at the start of its form.
    const part = below.get(step) ?? new URLSearchParams();
    part.append(rest, value);
    below.set(step, part);
  }
  if (below.size === 0) return undefined;
  if (below.has('entry')) throw new AwsFault('ValidationError', `The built-in AWS does not take ${name}: leave it out`);
  const values = [...below].flatMap(([step, part]) => {
    const value = readFormValue(part, step);
    return value === undefined ? [] : [{ step, value }];
  });
  const isList = values.every(({ step }) => /^(?:member\.)?\d+$/.test(step));
  if (!isList) return Object.fromEntries(values.map(({ step, value }) => [step, value]));
  const indexOf = (step: string): number => Number(step.replace('member.', ''));
  return values.sort((one, other) => indexOf(one.step) - indexOf(other.step)).map(({ value }) => value);
}

/** The structures of a list in a form, in the order of their numbers. */
export function readFormStructures(form: URLSearchParams, name: string): readonly FormStructure[] {
  return listOf(readFormValue(form, name)).filter(isFormStructure);
}

/** The structure that a member is; empty where it is none. */
export function partOf(value: FormStructure, name: string): FormStructure {
  const part = value[name];
  return isFormStructure(part) ? part : {};
}

/** The list that a member is; empty where it is none. */
export function listOf(value: FormValue | undefined): readonly FormValue[] {
  return Array.isArray(value) ? (value as readonly FormValue[]) : [];
}

export function textOf(value: FormValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isFormStructure(value: FormValue | undefined): value is FormStructure {
  return typeof value === 'object' && !Array.isArray(value);
}
