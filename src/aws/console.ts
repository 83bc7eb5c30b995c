/** Links into AWS's console, in the partition of the region. */

import { parseTaskDefinitionName, partitionOf, resourceName } from '../text/arn.js';

/** Where one watches an ECS service's deployments. `cluster` and `service` are names or ARNs. */
export function ecsServiceConsoleUrl(region: string, cluster: string, service: string): string {
  const path = `clusters/${encodeURIComponent(resourceName(cluster))}/services/${encodeURIComponent(resourceName(service))}/deployments`;
  return `https://${consoleHost(region)}/ecs/v2/${path}?region=${region}`;
}

/** Where one watches a CodeDeploy deployment. */
export function codedeployConsoleUrl(region: string, deploymentId: string): string {
  return `https://${consoleHost(region)}/codesuite/codedeploy/deployments/${encodeURIComponent(deploymentId)}?region=${region}`;
}

/** The log lines of one stream. CloudWatch's console takes names in its own encoding: percent-encoded twice, with `$` for the percent sign. */
export function logStreamConsoleUrl(region: string, group: string, stream: string): string {
  const encode = (name: string): string => encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
  return `https://${consoleHost(region)}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encode(group)}/log-events/${encode(stream)}`;
}

/** A task definition's revision, by its ARN. */
export function taskDefinitionConsoleUrl(region: string, arn: string): string {
  const { family, revision = '' } = parseTaskDefinitionName(arn);
  return `https://${consoleHost(region)}/ecs/v2/task-definitions/${encodeURIComponent(family)}/${revision}/containers?region=${region}`;
}

/** The partitions that have a public console of their own, beside that of the partition aws. */
const CONSOLE_DOMAINS: Readonly<Record<string, string>> = {
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu'
};

function consoleHost(region: string): string {
  return `${region}.${CONSOLE_DOMAINS[partitionOf(region)] ?? 'console.aws.amazon.com'}`;
}
