import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Container } from '../types.js';
import {
  error,
  inContainer,
  numberOf,
  recordsOf,
  says,
  textOf,
  textsOf,
  type RuleFinding,
  ecsAnswers
} from './finding.js';
import type { RuleContext } from './context.js';

export const FARGATE_RULES = new RuleList();
export const FARGATE_UNSUPPORTED = FARGATE_RULES.add(
  'fargate-unsupported',
  'error',
  'Fargate does not support this: privileged containers, GPUs, host paths, Docker volumes, devices, shared memory, swap, placement constraints, other modes of ipc and pid, or adding capabilities other than SYS_PTRACE.',
  ecsAnswers(
    "Fargate compatible task definitions do not support …; Fargate requires that the 'privileged' setting be 'false'; Tasks using the Fargate launch type do not support …"
  )
);

const LINUX_PARAMETERS = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'];

/** What EC2 has and Fargate has not, beyond sizes, network, log drivers and volumes. */
export function checkFargate({ definition, containers, isFargate }: RuleContext): readonly RuleFinding[] {
  if (!isFargate) return [];
  const findings: RuleFinding[] = [];
  if (says(definition, 'ipcMode')) findings.push(unsupported(['ipcMode'], 'ipcMode'));
  const pidMode = textOf(definition, 'pidMode');
  if (pidMode !== undefined && pidMode !== 'task')
    findings.push(
      error(
        FARGATE_UNSUPPORTED,
        ['pidMode'],
        `Fargate has pidMode task only, got ${pidMode}.`,
        'Set it to task, or remove it.'
      )
    );
  if (says(definition, 'placementConstraints'))
    findings.push(unsupported(['placementConstraints'], 'placement constraints'));
  return [...findings, ...containers.flatMap(checkContainer)];
}

function unsupported(
  path: RuleFinding['path'],
  name: string,
  next = 'Remove it, or run the task on EC2.'
): RuleFinding {
  return error(FARGATE_UNSUPPORTED, path, `Fargate has no ${name}.`, next);
}

function checkContainer(container: Container): readonly RuleFinding[] {
  const { record } = container;
  const findings: RuleFinding[] = [];
  if (own(record, 'privileged') === true)
    findings.push(unsupported(inContainer(container, 'privileged'), 'privileged containers'));
  if (says(record, 'dockerSecurityOptions'))
    findings.push(unsupported(inContainer(container, 'dockerSecurityOptions'), 'dockerSecurityOptions'));
  recordsOf(record, 'resourceRequirements').forEach((requirement, index) => {
    if (textOf(requirement, 'type') === 'GPU')
      findings.push(unsupported(inContainer(container, 'resourceRequirements', index), 'GPUs'));
  });
  const linux = own(record, 'linuxParameters');
  if (!isRecord(linux)) return findings;
  for (const member of LINUX_PARAMETERS) {
    if (says(linux, member) && numberOf(linux, member) !== 0)
      findings.push(unsupported(inContainer(container, 'linuxParameters', member), member));
  }
  const capabilities = own(linux, 'capabilities');
  const added = isRecord(capabilities) ? textsOf(capabilities, 'add') : [];
  added.forEach((capability, index) => {
    if (capability === 'SYS_PTRACE') return;
    const path = inContainer(container, 'linuxParameters', 'capabilities', 'add', index);
    findings.push(
      error(
        FARGATE_UNSUPPORTED,
        path,
        `On Fargate only SYS_PTRACE can be added, got ${quote(capability)}.`,
        'Remove it, or run the task on EC2.'
      )
    );
  });
  return findings;
}
