import { RuleList } from '../../errors.js';
import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Path } from '../../text/path.js';
import { inContainer, recordsOf, says, warning, type RuleFinding, GUIDE } from './finding.js';
import type { RuleContext } from './context.js';

export const MANAGED_INSTANCES_RULES = new RuleList();
const MANAGED_INSTANCES = MANAGED_INSTANCES_RULES.add(
  'managed-instances',
  'warning',
  'Managed Instances do not support this setting, or a network mode other than awsvpc and host.',
  `${GUIDE}/managed-instances-tasks-services.html, ${GUIDE}/managed-instance-networking.html`
);

// "Amazon ECS task definition differences for Amazon ECS Managed Instances": the parameters that are not valid there.
const OF_TASK = ['ephemeralStorage', 'ipcMode', 'proxyConfiguration'];
const OF_CONTAINER = [
  'disableNetworking',
  'dnsSearchDomains',
  'dnsServers',
  'dockerLabels',
  'dockerSecurityOptions',
  'extraHosts',
  'hostname',
  'links'
];
const OF_LINUX = ['maxSwap', 'sharedMemorySize', 'swappiness', 'tmpfs'];
const OF_VOLUME = ['dockerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'];

/** What instances that ECS manages have not. */
export function checkManagedInstances({
  definition,
  containers,
  networkMode,
  launchTypes
}: RuleContext): readonly RuleFinding[] {
  if (!launchTypes.includes('MANAGED_INSTANCES')) return [];
  return [
    ...(networkMode === 'awsvpc' || networkMode === 'host' ? [] : [wrongMode(networkMode)]),
    ...unsupported(definition, OF_TASK, []),
    ...containers.flatMap(container => {
      const linux = own(container.record, 'linuxParameters');
      return [
        ...unsupported(container.record, OF_CONTAINER, inContainer(container)),
        ...(isRecord(linux) ? unsupported(linux, OF_LINUX, inContainer(container, 'linuxParameters')) : [])
      ];
    }),
    ...recordsOf(definition, 'volumes').flatMap((volume, index) => {
      const host = own(volume, 'host');
      return [
        ...unsupported(volume, OF_VOLUME, ['volumes', index]),
        ...(isRecord(host) ? unsupported(host, ['sourcePath'], ['volumes', index, 'host']) : [])
      ];
    })
  ];
}

function wrongMode(networkMode: string | undefined): RuleFinding {
  const got = networkMode === undefined ? 'none' : quote(networkMode);
  const what = `Managed Instances have the network modes awsvpc and host, and one must be set; got ${got}.`;
  return warning(MANAGED_INSTANCES, ['networkMode'], what, 'Set "networkMode": "awsvpc".');
}

function unsupported(record: JsonRecord, members: readonly string[], path: Path): readonly RuleFinding[] {
  return members
    .filter(member => says(record, member))
    .map(member =>
      warning(
        MANAGED_INSTANCES,
        [...path, member],
        `AWS documents that ${member} is not valid for Managed Instances.`,
        'Remove it, or run the task on other capacity.'
      )
    );
}
