import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';

/**
 * ECR holds these members to patterns that its service model does not have, as its errors say: https://github.com/pulumi/pulumi-aws/issues/2466
 * for digests, https://github.com/datawire/forge/issues/99 for tags.
 */
const PATTERNS: Readonly<Record<string, string>> = {
  imageDigest: '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+',
  imageTag: '[a-zA-Z0-9-_.]+'
};

/** Holds the tags and digests of a request, in `imageId` and `imageIds` too, to ECR's patterns. @throws AwsFault InvalidParameterException */
export function checkEcrLimits(_operation: string, input: unknown): void {
  if (!isStructure(input)) return;
  const ids = Array.isArray(input['imageIds']) ? (input['imageIds'] as readonly unknown[]) : [];
  for (const id of [input, input['imageId'], ...ids]) {
    for (const [member, pattern] of Object.entries(PATTERNS)) {
      const value = isStructure(id) ? id[member] : undefined;
      if (typeof value !== 'string' || new RegExp(`^${pattern}$`).test(value)) continue;
      throw new AwsFault(
        'InvalidParameterException',
        `Invalid parameter at '${member}' failed to satisfy constraint: 'must satisfy regular expression '${pattern}''`
      );
    }
  }
}
