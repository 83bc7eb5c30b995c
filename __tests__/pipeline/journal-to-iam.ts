import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { CALLS } from '../../src/aws/iam-actions.js';
import type { Wish } from './iam-evaluator.js';

/** What a request's role is in: names for the ARNs that its input leaves out. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly application: string;
  readonly deploymentGroup: string;
}

type Input = Readonly<Record<string, unknown>>;

/** CALLS by the names that services have in the journal. */
const TABLE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ...CALLS,
  logs: CALLS['cloudwatch-logs']
};

/**
 * What IAM would be asked about a request that AWS got: each action of the call, with the resource and the condition keys of the Service
 * Authorization Reference. Empty for what needs no permission: the registry's own requests, and taking on a role by a web identity.
 */
export function wishesOf(entry: RequestLogEntry, place: Place): readonly Wish[] {
  const { service, operation } = entry;
  if (service === 'registry' || service === 'sts') return [];
  const actions = TABLE[service]?.[operation];
  if (actions === undefined) throw new Error(`${service}:${operation} has no line in the table of calls.`);
  return actions.map(action => ({ action, ...scopeOf(action, entry.input as Input, place) }));
}

function scopeOf(action: string, input: Input, place: Place): Pick<Wish, 'resource' | 'context'> {
  const arn = (service: string, resource: string): string =>
    `arn:aws:${service}:${place.region}:${place.account}:${resource}`;
  const cluster = name(input['cluster']);
  const first = (member: string): string => name((input[member] as readonly unknown[] | undefined)?.[0]);
  const whole = (member: string): string => String((input[member] as readonly unknown[] | undefined)?.[0]);
  const inCluster = { context: { 'ecs:cluster': arn('ecs', `cluster/${cluster}`) } };
  switch (action) {
    case 'ecs:DescribeClusters':
      return { resource: arn('ecs', `cluster/${first('clusters')}`) };
    case 'ecs:DescribeServices':
      return { resource: arn('ecs', `service/${cluster}/${first('services')}`) };
    case 'ecs:UpdateService':
    case 'ecs:ListServiceDeployments':
      return { resource: arn('ecs', `service/${cluster}/${name(input['service'])}`) };
    case 'ecs:RegisterTaskDefinition':
      return { resource: arn('ecs', `task-definition/${String(input['family'])}:1`) };
    case 'ecs:DescribeServiceDeployments':
      return { resource: whole('serviceDeploymentArns') };
    case 'ecs:DescribeServiceRevisions':
      return { resource: whole('serviceRevisionArns') };
    case 'ecs:StopServiceDeployment':
      return { resource: String(input['serviceDeploymentArn']) };
    case 'ecs:DescribeTasks':
      return { resource: arn('ecs', `task/${cluster}/${first('tasks')}`), ...inCluster };
    case 'ecs:ListTasks':
    case 'ecs:ListServices':
      return { resource: '*', ...inCluster };
    case 'logs:GetLogEvents':
      return {
        resource: arn('logs', `log-group:${String(input['logGroupName'])}:log-stream:${String(input['logStreamName'])}`)
      };
    case 'ecr:DescribeRepositories':
      return { resource: arn('ecr', `repository/${whole('repositoryNames')}`) };
    default:
      return { resource: resourceByService(action, input, place, arn) };
  }
}

function resourceByService(
  action: string,
  input: Input,
  { application, deploymentGroup }: Place,
  arn: (service: string, resource: string) => string
): string {
  if (action.startsWith('ecr:') && typeof input['repositoryName'] === 'string') {
    return arn('ecr', `repository/${input['repositoryName']}`);
  }
  if (/^codedeploy:(CreateDeployment|GetDeployment|GetDeploymentGroup|ListDeployments)$/.test(action)) {
    return arn('codedeploy', `deploymentgroup:${application}/${deploymentGroup}`);
  }
  if (/^codedeploy:(\w+ApplicationRevision|ListDeploymentGroups)$/.test(action)) {
    return arn('codedeploy', `application:${application}`);
  }
  return action === 'codedeploy:GetDeploymentConfig' ? arn('codedeploy', 'deploymentconfig:Any') : '*';
}

function name(value: unknown): string {
  const text = String(value);
  return text.slice(text.lastIndexOf('/') + 1);
}
