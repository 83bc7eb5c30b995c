import type { CloudModule, JsonService } from '../server/service.js';

/**
 * Application Auto Scaling, as far as deployers ask it before they set a count: nothing here scales by itself.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html
 */
const autoscaling: JsonService = {
  name: 'application-autoscaling',
  targetPrefix: 'AnyScaleFrontendService',
  operations: {
    DescribeScalableTargets: () => ({ ScalableTargets: [] }),
    DescribeScalingPolicies: () => ({ ScalingPolicies: [] })
  }
};

export const autoscalingModule: CloudModule = { json: [autoscaling] };
