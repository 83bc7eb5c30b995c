import { isStructure } from '../server/decode.js';

/** A structure of a request as it was sent, its leaves typed by the service model. */
export type Document = Readonly<Record<string, unknown>>;

/** The structure that a member is; empty where it is none. */
export function partOf(value: Document, name: string): Document {
  const part = value[name];
  return isStructure(part) ? part : {};
}

/** The list that a member is; empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
