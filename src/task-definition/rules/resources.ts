import { RuleList } from '../../errors.js';
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
  type RuleFinding,
  REFERENCE,
  ecsAnswers
} from './finding.js';
import type { RuleContext } from './context.js';

export const RESOURCE_RULES = new RuleList();
const ULIMIT = RESOURCE_RULES.add(
  'ulimit',
  'error',
  'A soft limit is higher than its hard limit.',
  ecsAnswers('Soft limit exceeds hard limit for ulimit x')
);
const ULIMIT_TWICE = RESOURCE_RULES.add(
  'ulimit-twice',
  'warning',
  'A limit is given twice.',
  `${REFERENCE}/API_Ulimit.html`
);
const SWAPPINESS = RESOURCE_RULES.add(
  'swappiness',
  'error',
  'swappiness is outside 0 to 100.',
  `${REFERENCE}/API_LinuxParameters.html (swappiness)`
);
const GPU_COUNT = RESOURCE_RULES.add(
  'gpu-count',
  'warning',
  'A GPU requirement does not say how many GPUs.',
  `${REFERENCE}/API_ResourceRequirement.html (value)`
);
const INFERENCE_ACCELERATOR = RESOURCE_RULES.add(
  'inference-accelerator',
  'either',
  'Inference accelerators no longer exist. For a requirement of one, a warning.',
  "ECS answers: “Unsupported field 'inferenceAccelerators'”"
);

/** Limits of the kernel, swap, GPUs and accelerators. */
export function checkResources({ definition, containers }: RuleContext): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  if (says(definition, 'inferenceAccelerators'))
    findings.push(
      error(
        INFERENCE_ACCELERATOR,
        ['inferenceAccelerators'],
        'Amazon Elastic Inference has been discontinued, and ECS does not accept inferenceAccelerators.',
        'Remove it.'
      )
    );
  return [
    ...findings,
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
    return [error(ULIMIT, inContainer(container, 'ulimits', index), what, `Set softLimit to ${hard} or less.`)];
  });
  const repeats = findRepeats(names).map(index =>
    warning(
      ULIMIT_TWICE,
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
  return [error(SWAPPINESS, path, `swappiness is from 0 to 100, got ${swappiness}.`, 'Set it within these bounds.')];
}

function checkRequirements(container: RuleContext['containers'][number]): readonly RuleFinding[] {
  return recordsOf(container.record, 'resourceRequirements').flatMap((requirement, index) => {
    const path = inContainer(container, 'resourceRequirements', index);
    const type = textOf(requirement, 'type');
    const value = textOf(requirement, 'value');
    if (type === 'InferenceAccelerator')
      return [
        warning(
          INFERENCE_ACCELERATOR,
          path,
          'Amazon Elastic Inference has been discontinued.',
          'Remove the requirement.'
        )
      ];
    if (type !== 'GPU' || value === undefined || /^[1-9]\d*$/.test(value)) return [];
    return [
      warning(GPU_COUNT, path, `The value of a GPU requirement is how many, got ${quote(value)}.`, 'Write "1" or more.')
    ];
  });
}
