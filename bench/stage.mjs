// What the benchmarks ask of the built-in AWS by themselves.
export const region = 'eu-west-1';

/** An application and a deployment group for a service of the cluster `shop`, all of one name: all traffic at once, no wait. */
export async function setUpCodeDeploy(endpoint, name) {
  await call(endpoint, 'codedeploy', 'CreateApplication', { applicationName: name, computePlatform: 'ECS' });
  await call(endpoint, 'codedeploy', 'CreateDeploymentGroup', {
    applicationName: name,
    deploymentGroupName: name,
    serviceRoleArn: 'arn:aws:iam::123456789012:role/CodeDeployRoleForECS',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
    },
    ecsServices: [{ clusterName: 'shop', serviceName: name }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: `${name}-blue` }, { name: `${name}-green` }],
          prodTrafficRoute: {
            listenerArns: [
              `arn:aws:elasticloadbalancing:${region}:123456789012:listener/app/${name}/0123456789abcdef/0123456789abcdef`
            ]
          }
        }
      ]
    }
  });
}

/** One request to ECS (`ecs`) or CodeDeploy (`codedeploy`); gives the answer. */
export async function call(endpoint, service, operation, input) {
  const target = service === 'ecs' ? 'AmazonEC2ContainerServiceV20141113' : 'CodeDeploy_20141006';
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${target}.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=BENCH/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`
    },
    body: JSON.stringify(input)
  });
  const output = await response.json();
  if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(output)}`);
  return output;
}

/** The ARN of one of the two target groups of a service. */
export function targetGroup(name, colour) {
  return `arn:aws:elasticloadbalancing:${region}:123456789012:targetgroup/${name}-${colour}/0123456789abcdef`;
}
