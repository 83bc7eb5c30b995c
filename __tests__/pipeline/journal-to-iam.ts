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
  logs: CALLS['cloudwatch-logs'],
  elasticloadbalancing: CALLS['elastic-load-balancing-v2']
};

/**
 * What IAM would be asked about a request that AWS got: each action of the call, with the resource and the condition keys of the Service
 * Authorization Reference. The registry asks IAM as well for what Docker wants of a repository. Empty for what needs
 * no permission: a ping of the registry, and taking on a role by a web identity.
 */
export function wishesOf(entry: RequestLogEntry, place: Place): readonly Wish[] {
  const { service, operation } = entry;
  if (service === 'sts') return [];
  if (service === 'registry')
    return registryWishes(operation, entry.region === '' ? place.region : entry.region, place);
  const actions = TABLE[service]?.[operation];
  if (actions === undefined) throw new Error(`${service}:${operation} has no line in the table of calls.`);
  return actions.map(action => ({ action, ...scopeOf(action, entry.input as Input, place) }));
}

/** What ECR wants for the requests of the distribution API (ECR user guide, "Private repository policies", "Amazon ECR API permissions for Docker"). */
function registryWishes(operation: string, region: string, { account }: Place): readonly Wish[] {
  const [, method = '', repository, rest = ''] =
    /^(\w+) \/v2\/(.+?)\/((?:manifests|blobs|tags)\/.*)$/.exec(operation) ?? [];
  if (repository === undefined) return [];
  const resource = `arn:aws:ecr:${region}:${account}:repository/${repository}`;
  return [{ action: `ecr:${registryAction(method, rest)}`, resource }];
}

function registryAction(method: string, path: string): string {
  if (path.startsWith('manifests/')) return method === 'PUT' ? 'PutImage' : 'BatchGetImage';
  if (path.startsWith('blobs/uploads')) {
    if (method === 'POST') return 'InitiateLayerUpload';
    return method === 'PUT' ? 'CompleteLayerUpload' : 'UploadLayerPart';
  }
  return method === 'HEAD' ? 'BatchCheckLayerAvailability' : 'GetDownloadUrlForLayer';
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
    case 'ecs:ContinueServiceDeployment':
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
