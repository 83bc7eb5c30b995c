/** Links into AWS's console, in the partition of the region. */

/** Where one watches an ECS service's deployments. `cluster` and `service` are names or ARNs. */
export function ecsServiceConsoleUrl(region: string, cluster: string, service: string): string {
  const path = `clusters/${encodeURIComponent(lastPart(cluster))}/services/${encodeURIComponent(lastPart(service))}/deployments`;
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
  const [family = '', revision = ''] = lastPart(arn).split(':');
  return `https://${consoleHost(region)}/ecs/v2/task-definitions/${encodeURIComponent(family)}/${revision}/containers?region=${region}`;
}

// The hosts of the partitions that have a public console: aws, aws-cn, aws-us-gov, and the European sovereign cloud.
function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return `${region}.console.amazonaws.cn`;
  if (region.startsWith('us-gov-')) return `${region}.console.amazonaws-us-gov.com`;
  if (region.startsWith('eusc-')) return `${region}.console.amazonaws-eusc.eu`;
  return `${region}.console.aws.amazon.com`;
}

function lastPart(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
