import type { PartKey } from '../server/state.js';

/** A parameter without its value. */
export interface ParameterRecord {
  readonly name: string;
  readonly arn: string;
  readonly type: string;
  readonly tier: string;
  readonly dataType: string;
  /** Of a SecureString. */
  readonly keyId: string | undefined;
  readonly description: string | undefined;
  readonly allowedPattern: string | undefined;
  /** Each as its JSON text, and its type. */
  readonly policies: readonly { readonly text: string; readonly type: string }[];
  readonly tags: ReadonlyMap<string, string>;
  readonly changedAt: number;
  readonly changedBy: string;
  readonly version: number;
}

export const PARAMETERS: PartKey<Map<string, ParameterRecord>> = { create: () => new Map() };
