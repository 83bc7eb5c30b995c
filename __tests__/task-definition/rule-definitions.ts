import type { DefinitionFacts } from '../../src/task-definition/check-rules.js';
import type { Severity } from '../../src/errors.js';

export type Fields = Readonly<Record<string, unknown>>;

/** One rule, with a file that breaks it and one that does not. */
export interface RuleCase {
  readonly rule: string;
  readonly severity: Severity;
  readonly bad: Fields;
  /** Where it is found. */
  readonly at: string;
  /** What is got and expected, and what would be right. */
  readonly says: string;
  readonly good: Fields;
  readonly facts?: DefinitionFacts;
}

const LOGS = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-central-1', 'awslogs-stream-prefix': 'ecs' }
};

/** A task for Fargate that ECS takes. */
export function fargate(changes: Fields = {}, container: Fields = {}): Fields {
  return {
    family: 'shop-web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: [
      { name: 'web', image: 'nginx:1.29', portMappings: [{ containerPort: 80 }], logConfiguration: LOGS, ...container }
    ],
    ...changes
  };
}

/** A task for instances that ECS takes; `others` are containers beside the first. */
export function ec2(changes: Fields = {}, container: Fields = {}, ...others: readonly Fields[]): Fields {
  return {
    family: 'shop-web',
    containerDefinitions: [
      { name: 'web', image: 'nginx:1.29', memory: 256, ...container },
      ...others.map(other => ({ image: 'busybox:1.37', memory: 64, ...other }))
    ],
    ...changes
  };
}

export function logging(options: Fields, more: Fields = {}): Fields {
  return { logConfiguration: { logDriver: 'awslogs', options: { ...LOGS.options, ...options }, ...more } };
}

export function error(
  rule: string,
  bad: Fields,
  at: string,
  says: string,
  good: Fields,
  facts?: DefinitionFacts
): RuleCase {
  return { rule, severity: 'error', bad, at, says, good, ...(facts === undefined ? {} : { facts }) };
}

export function warning(...given: Parameters<typeof error>): RuleCase {
  return { ...error(...given), severity: 'warning' };
}
