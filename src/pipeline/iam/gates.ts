import { actionsOf } from '../../aws/iam-actions.js';
import type { Config } from '../../config/config.js';
import { hasGate } from '../../config/decode/gates.js';
import type { PipelineProject } from '../project.js';
import type { Statement } from './policy.js';

/** Whether a deployment that waits is answered: by a gate, or by the later run of two. */
export function answersPauses(config: Pick<Config, 'gate' | 'rollout'>): boolean {
  return (hasGate(config.gate) && config.gate.gateAt !== 'live') || config.rollout.waitFor === 'paused';
}

/** What a gate looks up: where the listener is that leads to the new version. None of these can be limited to a resource. */
export function allowGate({ config }: PipelineProject): readonly Statement[] {
  if (!hasGate(config.gate)) return [];
  const looks = ['DescribeTargetGroups', 'DescribeListeners', 'DescribeRules', 'DescribeLoadBalancers'] as const;
  return [{ sid: 'FindNewVersion', actions: actionsOf('elastic-load-balancing-v2', ...looks), resources: ['*'] }];
}
