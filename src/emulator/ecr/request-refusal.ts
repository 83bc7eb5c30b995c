import type { Violation } from '../models/violations.js';
import { AwsFault } from '../server/protocol.js';

/**
 * ECR tells of the first thing only, names the member without where it stands, and has words of its own for patterns, as in
 * https://github.com/pulumi/pulumi-aws/issues/2466 and https://github.com/trek10inc/ecr-cleaner/issues/8.
 */
export function refuseEcrRequest([first]: readonly Violation[]): AwsFault {
  const { path = '', constraint = '' } = first ?? {};
  const name = path.split('.').findLast(part => !/^(?:\d+|member)$/.test(part)) ?? path;
  const pattern = /^Member must satisfy regular expression pattern: (.*)$/s.exec(constraint)?.[1];
  const words = pattern === undefined ? constraint : `must satisfy regular expression '${pattern}'`;
  return new AwsFault(
    'InvalidParameterException',
    `Invalid parameter at '${name}' failed to satisfy constraint: '${words}'`
  );
}
