import { describeViolations, type Violation } from '../models/violations.js';
import { AwsFault } from '../server/protocol.js';

/** What ECS says itself where a member is missing, in the errors that users of other tools show. */
const MISSING: Readonly<Record<string, readonly [name: string, message: string]>> = {
  'DescribeServices services': ['InvalidParameterException', 'Services cannot be empty.'],
  'DescribeTasks tasks': ['InvalidParameterException', 'Tasks cannot be empty.'],
  'RunTask taskDefinition': ['ClientException', 'TaskDefinition cannot be empty.']
};

/** The operations on task definitions answer with ClientException, the others with InvalidParameterException. */
export function refuseEcsRequest(violations: readonly Violation[], operation: string): AwsFault {
  const [first] = violations;
  const known = first?.kind === 'required' ? MISSING[`${operation} ${first.path}`] : undefined;
  if (known !== undefined) return new AwsFault(...known);
  const name = /TaskDefinition/.test(operation) ? 'ClientException' : 'InvalidParameterException';
  return new AwsFault(name, describeViolations(violations));
}
