import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/words.js';
import type { Container } from '../definition-file.js';
import { error, inContainer, numberOf, recordsOf, says, textOf, textsOf, type Found } from './finding.js';
import type { Look } from './look.js';

const LINUX_PARAMETERS = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'];

/** What EC2 has and Fargate has not, beyond sizes, network, log drivers and volumes. */
export function checkFargate({ definition, containers, isFargate }: Look): readonly Found[] {
  if (!isFargate) return [];
  const found: Found[] = [];
  if (says(definition, 'ipcMode')) found.push(tell(['ipcMode'], 'ipcMode'));
  const pidMode = textOf(definition, 'pidMode');
  if (pidMode !== undefined && pidMode !== 'task')
    found.push(
      error(
        'fargate-unsupported',
        ['pidMode'],
        `Fargate has pidMode task only, got ${pidMode}.`,
        'Set it to task, or remove it.'
      )
    );
  if (says(definition, 'placementConstraints')) found.push(tell(['placementConstraints'], 'placement constraints'));
  return [...found, ...containers.flatMap(checkContainer)];
}

function tell(path: Found['path'], name: string, next = 'Remove it, or run the task on EC2.'): Found {
  return error('fargate-unsupported', path, `Fargate has no ${name}.`, next);
}

function checkContainer(container: Container): readonly Found[] {
  const { record } = container;
  const found: Found[] = [];
  if (own(record, 'privileged') === true)
    found.push(tell(inContainer(container, 'privileged'), 'privileged containers'));
  if (says(record, 'dockerSecurityOptions'))
    found.push(tell(inContainer(container, 'dockerSecurityOptions'), 'dockerSecurityOptions'));
  recordsOf(record, 'resourceRequirements').forEach((requirement, index) => {
    if (textOf(requirement, 'type') === 'GPU')
      found.push(tell(inContainer(container, 'resourceRequirements', index), 'GPUs'));
  });
  const linux = own(record, 'linuxParameters');
  if (!isRecord(linux)) return found;
  for (const member of LINUX_PARAMETERS) {
    if (says(linux, member) && numberOf(linux, member) !== 0)
      found.push(tell(inContainer(container, 'linuxParameters', member), member));
  }
  const capabilities = own(linux, 'capabilities');
  const added = isRecord(capabilities) ? textsOf(capabilities, 'add') : [];
  added.forEach((capability, index) => {
    if (capability === 'SYS_PTRACE') return;
    const path = inContainer(container, 'linuxParameters', 'capabilities', 'add', index);
    found.push(
      error(
        'fargate-unsupported',
        path,
        `On Fargate only SYS_PTRACE can be added, got ${quote(capability)}.`,
        'Remove it, or run the task on EC2.'
      )
    );
  });
  return found;
}
