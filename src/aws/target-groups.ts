import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetGroupsPort } from '../advice/ports.js';
import { isAccessDenied } from './errors.js';
import type { Connection } from './connection.js';
import { unlessMissing } from './load-balancers.js';

type Sdk = typeof import('@aws-sdk/client-elastic-load-balancing-v2');

/** Elastic Load Balancing by the SDK, for how long its target groups take. Loaded at the first call. */
export function createTargetGroupsPort({ clientConfig }: Connection): TargetGroupsPort {
  let loading: Promise<{ sdk: Sdk; client: ElasticLoadBalancingV2Client }> | undefined;
  const load = async () => {
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2');
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig) };
  };
  return {
    describeTimes: async arnOrName => {
      const { sdk, client } = await (loading ??= load());
      const by = arnOrName.startsWith('arn:') ? { TargetGroupArns: [arnOrName] } : { Names: [arnOrName] };
      const answer = await unlessMissing('TargetGroupNotFound', () =>
        client.send(new sdk.DescribeTargetGroupsCommand(by))
      );
      const group = answer?.TargetGroups?.[0];
      const arn = group?.TargetGroupArn;
      if (group === undefined || arn === undefined) return undefined;
      const readDelay = async (): Promise<number | undefined> => {
        const { Attributes = [] } = await client.send(
          new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn })
        );
        const delay = Attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
        return delay === undefined ? undefined : Number(delay);
      };
      return {
        arn,
        interval: group.HealthCheckIntervalSeconds ?? 30,
        timeout: group.HealthCheckTimeoutSeconds ?? 5,
        healthyThreshold: group.HealthyThresholdCount ?? 5,
        unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
        deregistrationDelay: await readDelay().catch((error: unknown) => {
          if (isAccessDenied(error)) return undefined;
          throw error;
        })
      };
    }
  };
}
