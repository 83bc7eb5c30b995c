import type { TargetGroupTimes } from './facts.js';

/** The calls of Elastic Load Balancing (API version 2015-12-01) that advice needs. Each rejects with the service's own error. */
export interface TargetGroupsPort {
  /** DescribeTargetGroups and, where it is permitted, DescribeTargetGroupAttributes; undefined where there is no such group. */
  describeTimes(arnOrName: string): Promise<TargetGroupTimes | undefined>;
}
