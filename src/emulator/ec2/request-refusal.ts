import type { Violation } from '../models/violations.js';
import { AwsFault } from '../server/protocol.js';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export function refuseEc2Request([first]: readonly Violation[]): AwsFault {
  const { path = '', value, kind, constraint = '' } = first ?? {};
  if (kind === 'required') return new AwsFault('MissingParameter', `The request must contain the parameter ${path}`);
  return new AwsFault(
    'InvalidParameterValue',
    `Value ( ${String(value)} ) for parameter ${path} is invalid. ${constraint}`
  );
}
