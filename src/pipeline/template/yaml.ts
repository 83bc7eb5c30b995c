import { defineScalarTag, defineSequenceTag, dump, DUMP_SCHEMA } from 'js-yaml';

import { toOneLine } from '../../text/one-line.js';

/** One of CloudFormation's functions in its short form, `!Ref Branch`. */
class Intrinsic {
  readonly name: string;
  readonly value: string | readonly unknown[];

  constructor(name: string, value: string | readonly unknown[]) {
    this.name = name;
    this.value = value;
  }
}

/** A part of a template: what YAML can hold, and CloudFormation's functions in it. */
export type Part = string | number | boolean | Intrinsic | readonly Part[] | { readonly [key: string]: Part | null };
export type Section = Readonly<Record<string, Part | null>>;

export const ref = (name: string): Part => new Intrinsic('Ref', name);
export const getAtt = (resource: string, attribute: string): Part =>
  new Intrinsic('GetAtt', `${resource}.${attribute}`);
export const sub = (text: string): Part => new Intrinsic('Sub', text);
export const subWith = (text: string, values: Section): Part => new Intrinsic('Sub', [text, values]);
export const when = (condition: string, then: Part, otherwise: Part): Part =>
  new Intrinsic('If', [condition, then, otherwise]);
export const equals = (one: Part, other: Part): Part => new Intrinsic('Equals', [one, other]);
export const not = (condition: Part): Part => new Intrinsic('Not', [condition]);
export const select = (index: number, list: Part): Part => new Intrinsic('Select', [index, list]);
export const split = (separator: string, text: Part): Part => new Intrinsic('Split', [separator, text]);
export const NO_VALUE = ref('AWS::NoValue');

/** A comment as a member of a mapping, for the members that follow it; not for the first member of a list's entry. */
export function comment(...lines: readonly string[]): Readonly<Record<string, null>> {
  return Object.fromEntries(lines.map(line => [`# ${toOneLine(line)}`, null]));
}

const SCHEMA = DUMP_SCHEMA.withTags(
  ['Ref', 'GetAtt', 'Sub'].map(name =>
    defineScalarTag<Intrinsic>(`!${name}`, {
      resolve: source => new Intrinsic(name, source),
      identify: value => value instanceof Intrinsic && value.name === name && typeof value.value === 'string',
      represent: (value: Intrinsic) => String(value.value)
    })
  ),
  ['Sub', 'If', 'Equals', 'Not', 'Select', 'Split'].map(name =>
    defineSequenceTag<unknown[]>(`!${name}`, {
      create: () => [],
      addItem: (list, item) => void list.push(item),
      identify: value => value instanceof Intrinsic && value.name === name && typeof value.value !== 'string',
      represent: (value: Intrinsic) => (typeof value.value === 'string' ? [] : value.value)
    })
  )
);

/** The text of a section: its entries with an empty line between them, where there is more than a line to each. */
export function dumpSection(name: string, entries: Section): string {
  const texts = Object.entries(entries).map(([key, value]) => indent(dumpPart({ [key]: value })));
  const isShort = texts.every(text => text.split('\n').length <= 2);
  return `${name}:\n${texts.join(isShort ? '' : '\n')}`;
}

/** YAML in which the members made by `comment` are comments. */
export function dumpPart(value: Part): string {
  const text = dump(value, { lineWidth: -1, noRefs: true, schema: SCHEMA });
  return text.replace(/^( *)(['"]?)(# .*)\2: null$/gm, (_, space: string, quote: string, written: string) => {
    const plain = quote === "'" ? written.replaceAll("''", "'") : written;
    return `${space}${plain}`;
  });
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
