import { AwsFault } from '../server/protocol.js';
import type { PartKey, RegionState } from '../server/state.js';

/** A secret without its value: of that there is a digest, by which the same request is known again. Times are virtual milliseconds. */
export interface SecretRecord {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly kmsKeyId: string | undefined;
  readonly type: string | undefined;
  readonly tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[];
  readonly createdAt: number;
  /** Version id to its stages. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  readonly valueDigest: string | undefined;
  /** When it was marked for deletion; it is there until its recovery window ends. */
  deletedAt: number | undefined;
}

export const SECRETS: PartKey<Map<string, SecretRecord>> = { create: () => new Map() };

/** Finds a secret by its name, its ARN, or its ARN less the six characters at the end. Throws ResourceNotFoundException. */
export function findSecret(region: RegionState, id: string | undefined): SecretRecord {
  const secrets = region.part(SECRETS);
  const found =
    secrets.get(id ?? '') ??
    [...secrets.values()].find(({ arn }) => arn === id || arn.slice(0, arn.lastIndexOf('-')) === id);
  if (found !== undefined) return found;
  throw new AwsFault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}
