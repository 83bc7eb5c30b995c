import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import { error, inContainer, says, textOf, warning, type RuleFinding, CONTAINER } from './finding.js';
import type { RuleContext } from './context.js';

export const PLATFORM_RULES = new RuleList();
const WINDOWS = PLATFORM_RULES.add(
  'windows',
  'warning',
  'A setting is for Linux only, and the task is for Windows.',
  `${CONTAINER}: “This parameter is not supported for Windows containers”`
);
const PLATFORM = PLATFORM_RULES.add(
  'platform',
  'error',
  "The image is built for a different processor than the task's.",
  "The task stops: “CannotPullContainerError: … image Manifest does not contain descriptor matching platform 'linux/amd64'”"
);

/** What AWS's reference says "is not supported for Windows containers" of. */
const NOT_ON_WINDOWS = [
  'links',
  'linuxParameters',
  'privileged',
  'user',
  'disableNetworking',
  'readonlyRootFilesystem',
  'dnsServers',
  'dnsSearchDomains',
  'extraHosts',
  'ulimits',
  'systemControls'
];
const FARGATE_WINDOWS = /^WINDOWS_SERVER_20(?:19|22|25)_(?:FULL|CORE)$/;
const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' };

/** Operating system and processor, against what containers say and what images are built for. */
export function checkPlatform(context: RuleContext): readonly RuleFinding[] {
  return [...checkWindows(context), ...checkArchitecture(context)];
}

function checkWindows(context: RuleContext): readonly RuleFinding[] {
  const { definition, containers, isWindows, isFargate, cpuArchitecture } = context;
  if (!isWindows) return [];
  const findings: RuleFinding[] = [];
  if (cpuArchitecture === 'ARM64')
    findings.push(
      warning(
        WINDOWS,
        ['runtimePlatform', 'cpuArchitecture'],
        'AWS has ARM64 for Linux only; the task is for Windows.',
        'Set it to X86_64.'
      )
    );
  const runtime = own(definition, 'runtimePlatform');
  const family = isRecord(runtime) ? (textOf(runtime, 'operatingSystemFamily') ?? '') : '';
  if (isFargate && !FARGATE_WINDOWS.test(family))
    findings.push(
      warning(
        WINDOWS,
        ['runtimePlatform', 'operatingSystemFamily'],
        `AWS does not document ${family} for Fargate.`,
        'Use Windows Server 2019 or later, CORE or FULL.'
      )
    );
  for (const member of ['pidMode', 'ipcMode'])
    if (says(definition, member))
      findings.push(warning(WINDOWS, [member], `${member} is not supported for Windows containers.`, 'Remove it.'));
  for (const container of containers) {
    for (const member of NOT_ON_WINDOWS.filter(name => says(container.record, name))) {
      const what = `${member} is not supported for Windows containers; ${quote(container.name)} has it.`;
      findings.push(warning(WINDOWS, inContainer(container, member), what, 'Remove it.'));
    }
  }
  return findings;
}

/** Images that are built for a processor that the task does not have. Without cpuArchitecture Fargate runs on X86_64. */
function checkArchitecture({
  containers,
  facts,
  isFargate,
  isWindows,
  cpuArchitecture
}: RuleContext): readonly RuleFinding[] {
  const architecture = cpuArchitecture ?? (isFargate ? 'X86_64' : undefined);
  const machine = architecture === undefined ? undefined : ARCHITECTURES[architecture];
  if (machine === undefined) return [];
  return containers.flatMap(container => {
    const platforms = facts.images?.get(container.name)?.platforms ?? [];
    if (platforms.length === 0 || platforms.some(platform => platform.split('/')[1] === machine)) return [];
    const said =
      cpuArchitecture === undefined
        ? 'the task has no runtimePlatform, which means X86_64'
        : `the task is for ${cpuArchitecture}`;
    const what = `The image of ${quote(container.name)} is built for ${listNames(platforms)}; ${said}.`;
    const wanted = `${isWindows ? 'windows' : 'linux'}/${machine}`;
    return [
      error(
        PLATFORM,
        ['runtimePlatform', 'cpuArchitecture'],
        what,
        `Set platforms to ${wanted}, or cpuArchitecture to ${machine === 'amd64' ? 'ARM64' : 'X86_64'}.`
      )
    ];
  });
}
