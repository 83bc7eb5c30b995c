import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import {
  error,
  findRepeats,
  inContainer,
  numberOf,
  recordsOf,
  says,
  textOf,
  warning,
  type RuleFinding
} from './finding.js';
import type { RuleContext } from './context.js';

/** Limits of the kernel, swap, GPUs and accelerators. */
export function checkResources({ definition, containers }: RuleContext): readonly RuleFinding[] {
  const found: RuleFinding[] = [];
  if (says(definition, 'inferenceAccelerators'))
    found.push(
      error(
        'inference-accelerator',
        ['inferenceAccelerators'],
        'Amazon Elastic Inference is no more, and ECS takes no inferenceAccelerators.',
        'Remove it.'
      )
    );
  return [
    ...found,
    ...containers.flatMap(container => [
      ...checkUlimits(container),
      ...checkSwap(container),
      ...checkRequirements(container)
    ])
  ];
}

/** -1 is without limit. */
function checkUlimits(container: RuleContext['containers'][number]): readonly RuleFinding[] {
  const limits = recordsOf(container.record, 'ulimits');
  const names = limits.map(limit => textOf(limit, 'name'));
  const over = limits.flatMap((limit, index) => {
    const soft = numberOf(limit, 'softLimit');
    const hard = numberOf(limit, 'hardLimit');
    if (soft === undefined || hard === undefined || hard < 0 || soft <= hard) return [];
    const what = `The soft limit of ${names[index] ?? ''} is ${soft}, above the hard limit ${hard}.`;
    return [error('ulimit', inContainer(container, 'ulimits', index), what, `Set softLimit to ${hard} or less.`)];
  });
  const repeats = findRepeats(names).map(index =>
    warning(
      'ulimit-twice',
      inContainer(container, 'ulimits', index),
      `The limit ${names[index] ?? ''} is listed twice.`,
      'Remove one of the two.'
    )
  );
  return [...over, ...repeats];
}

function checkSwap(container: RuleContext['containers'][number]): readonly RuleFinding[] {
  const linux = own(container.record, 'linuxParameters');
  const swappiness = isRecord(linux) ? numberOf(linux, 'swappiness') : undefined;
  if (swappiness === undefined || (swappiness >= 0 && swappiness <= 100)) return [];
  const path = inContainer(container, 'linuxParameters', 'swappiness');
  return [error('swappiness', path, `swappiness is from 0 to 100, got ${swappiness}.`, 'Set it within these bounds.')];
}

function checkRequirements(container: RuleContext['containers'][number]): readonly RuleFinding[] {
  return recordsOf(container.record, 'resourceRequirements').flatMap((requirement, index) => {
    const path = inContainer(container, 'resourceRequirements', index);
    const type = textOf(requirement, 'type');
    const value = textOf(requirement, 'value');
    if (type === 'InferenceAccelerator')
      return [
        warning('inference-accelerator', path, 'Amazon Elastic Inference is no more.', 'Remove the requirement.')
      ];
    if (type !== 'GPU' || value === undefined || /^[1-9]\d*$/.test(value)) return [];
    return [
      warning(
        'gpu-count',
        path,
        `The value of a GPU requirement is how many, got ${quote(value)}.`,
        'Write "1" or more.'
      )
    ];
  });
}
