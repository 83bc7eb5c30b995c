import type { FoundCause } from './cause.js';
import type { Facts } from './facts.js';
import { findCause } from './find-cause.js';
import { parseText } from './parse-text.js';

/** What CodeDeploy says about a deployment that failed: DeploymentInfo.errorInformation and the lifecycle event that failed. */
export interface CodeDeployError {
  readonly errorCode: string | undefined;
  readonly message: string | undefined;
  readonly failedEvent: string | undefined;
}

const INNER =
  /^.*?\bunexpected error: (?<message>.*?)\s*\(Service: [^;]+; Status Code: (?<status>\d{3}); Error Code: (?<name>[\w.]+);.*$/s;

/** Why a CodeDeploy deployment failed. Where it passes on a refusal of ECS, that one is the cause. Pure. */
export function causeOfCodeDeploy({ errorCode, message = '', failedEvent }: CodeDeployError): FoundCause | undefined {
  const facts: Facts = {
    ...(errorCode === undefined ? {} : { code: errorCode }),
    ...(failedEvent === undefined ? {} : { event: failedEvent })
  };
  const inner = INNER.exec(message)?.groups;
  if (inner !== undefined || errorCode === 'ECS_UPDATE_ERROR') {
    const reason = inner === undefined ? message : `${inner['name'] ?? ''}: ${inner['message'] ?? ''}`;
    const found = findCause(parseText(reason), 'api', facts);
    if (found !== undefined) return found;
  }
  return findCause(parseText(message), 'codedeploy', facts);
}
