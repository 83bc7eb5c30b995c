import type { WatchInput, WatchState } from '../rollout/watch/state.js';
import { resourceName } from '../text/arn.js';
import { formatMoment } from '../text/time.js';
import { listFindings } from './diagnosis.js';
import { styleOf } from './outcome-style.js';

/**
 * What a thing that happened adds to the lines of `slipway status --watch` where no terminal is drawn on. What a deployment does meanwhile is
 * in the lines of its follow log. Pure.
 *
 * @param before the state before it
 * @param after the state after it
 */
export function describeWatchInput(input: WatchInput, before: WatchState, after: WatchState): readonly string[] {
  const name = `${after.target?.clusterName ?? after.cluster}/${after.target?.serviceName ?? after.service}`;
  switch (input.kind) {
    case 'found':
      return [`${name}: no deployment is in progress.${describeLast(after)}`];
    case 'rest': {
      const text = describeRest(after);
      return text === describeRest(before) ? [] : [`${name} ${text}`];
    }
    case 'began': {
      const { name: deployment = 'a deployment', taskDefinitionArn = '' } = after.deployment ?? {};
      const of = taskDefinitionArn === '' ? '' : ` of ${resourceName(taskDefinitionArn)}`;
      return [`${name}: ${deployment}${of} is in progress.`];
    }
    case 'ended': {
      const { ending, diagnosis } = input;
      const findings = diagnosis === undefined ? [] : listFindings(diagnosis);
      return [
        `${styleOf(ending.verdict).word} ${name}: ${ending.reason}`,
        ...findings.flatMap(({ title, lines }) => [`  ${title}:`, ...lines.map(line => `    ${line}`)])
      ];
    }
    case 'deleted':
      return after.over === undefined ? [] : [after.over];
    case 'refused':
      return [`${name}: ${input.message}`];
    case 'look':
    case 'warning':
      return [];
  }
}

function describeLast({ deployment }: WatchState): string {
  if (deployment?.ending === undefined) return '';
  const { name = '', taskDefinitionArn, ending, endedAt } = deployment;
  const of = taskDefinitionArn === '' ? '' : ` of ${resourceName(taskDefinitionArn)}`;
  const at = endedAt === undefined ? '' : ` at ${formatMoment(new Date(endedAt))}`;
  return ` The last one, ${name}${of}, ended${at} (${ending.verdict}): ${ending.reason}`;
}

function describeRest({ versions }: WatchState): string {
  return versions
    .map(({ role, taskDefinitionArn, running, desired, pending }) => {
      const tasks = `${running} of ${desired} running${pending > 0 ? `, ${pending} pending` : ''}`;
      return `${role === 'current' ? 'runs' : 'old:'} ${resourceName(taskDefinitionArn)}: ${tasks}`;
    })
    .join('; ');
}
