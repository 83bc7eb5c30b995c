import type { RuleProblem, SourceLocation } from '../../errors.js';
import type { TextDocument } from '../../text/document.js';
import type { Path } from '../../text/path.js';

/** A part of a document: its value, and where it and what is in it stands. Paths start at the part. */
export interface Data {
  readonly value: unknown;
  readonly place: (path: Path) => SourceLocation;
  /** A scalar as it is written, without quotes. */
  readonly source: (path: Path) => string | undefined;
}

/** What was said for a setting, not yet decoded: the text of an input, flag or variable, or a part of a document. */
export type SourceValue =
  | { readonly form: 'text'; readonly text: string; readonly place: SourceLocation }
  | { readonly form: 'data'; readonly data: Data };

/** Takes a problem down; decoding goes on, so that all are told at once. */
export type ReportProblem = (problem: RuleProblem) => void;

export function dataOf(document: TextDocument): Data {
  return {
    value: document.value,
    place: path => document.place(path),
    source: path => document.source(path)
  };
}

/** The part of a part under a key or index; `value` is what is there. */
export function partOf(data: Data, key: string | number, value: unknown): Data {
  return { value, place: path => data.place([key, ...path]), source: path => data.source([key, ...path]) };
}

/** An empty string is not set, and null means absent. */
export function isSet(raw: SourceValue): boolean {
  if (raw.form === 'text') return raw.text.trim() !== '';
  const { value } = raw.data;
  return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}

export function placeOf(raw: SourceValue): SourceLocation {
  return raw.form === 'text' ? raw.place : raw.data.place([]);
}
