import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import { error, inContainer, recordsOf, says, textOf, warning, type RuleFinding } from './finding.js';
import type { RuleContext } from './context.js';

/** What containers cannot have where all share the network of the task. */
const NOT_WITH_AWSVPC: Readonly<Record<string, string>> = {
  links: 'The containers of the task reach each other at localhost.',
  hostname: 'Remove it.',
  dnsServers: 'Set DNS servers for the VPC (DHCP options).',
  dnsSearchDomains: 'Set search domains for the VPC (DHCP options).',
  extraHosts: 'Use DNS, or write /etc/hosts when the container starts.',
  disableNetworking: 'Remove it.'
};

/** The network mode, and what goes with it. */
export function checkNetwork(look: RuleContext): readonly RuleFinding[] {
  return [...checkMode(look), ...checkMembers(look), ...checkControls(look)];
}

function checkMode({ definition, networkMode, isFargate, launchTypes }: RuleContext): readonly RuleFinding[] {
  if (isFargate && networkMode !== 'awsvpc') {
    const got = networkMode === undefined ? 'no networkMode, which means bridge' : `networkMode ${quote(networkMode)}`;
    return [
      error(
        'fargate-network-mode',
        ['networkMode'],
        `Fargate has the network mode awsvpc only; the file has ${got}.`,
        'Set "networkMode": "awsvpc".'
      )
    ];
  }
  if (launchTypes.includes('EXTERNAL') && networkMode === 'awsvpc') {
    const what = 'External instances have no network mode awsvpc.';
    return [warning('external-network-mode', ['networkMode'], what, 'Set it to bridge, host or none.')];
  }
  if (own(definition, 'enableFaultInjection') === true && networkMode !== 'awsvpc' && networkMode !== 'host') {
    const what = `Faults are injected with the network modes awsvpc and host; the file has ${networkMode ?? 'none, which means bridge'}.`;
    return [warning('fault-injection', ['enableFaultInjection'], what, 'Change networkMode, or remove it.')];
  }
  return [];
}

function checkMembers({ networkMode, containers }: RuleContext): readonly RuleFinding[] {
  return containers.flatMap(container => {
    const { record } = container;
    const name = quote(container.name);
    if (networkMode === 'awsvpc')
      return Object.entries(NOT_WITH_AWSVPC)
        .filter(([member]) => says(record, member))
        .map(([member, next]) =>
          error(
            'awsvpc-unsupported',
            inContainer(container, member),
            `The container ${name} has ${member}, which the network mode awsvpc does not have.`,
            next
          )
        );
    if (networkMode === 'none' && says(record, 'portMappings'))
      return [
        error(
          'ports-without-network',
          inContainer(container, 'portMappings'),
          `The container ${name} maps ports, but networkMode is none.`,
          'Remove portMappings, or choose another networkMode.'
        )
      ];
    if (networkMode !== undefined && networkMode !== 'bridge' && says(record, 'links'))
      return [
        warning(
          'links-network-mode',
          inContainer(container, 'links'),
          `Links work in the network mode bridge only; the file has ${networkMode}.`,
          'Remove links.'
        )
      ];
    return [];
  });
}

/** Kernel parameters of a namespace that the task shares with its host. */
function checkControls({ definition, networkMode, containers }: RuleContext): readonly RuleFinding[] {
  const ipcMode = textOf(definition, 'ipcMode');
  return containers.flatMap(container =>
    recordsOf(container.record, 'systemControls').flatMap((control, index) => {
      const namespace = textOf(control, 'namespace') ?? '';
      const path = inContainer(container, 'systemControls', index);
      const ofNetwork = namespace.startsWith('net.');
      if (ofNetwork && networkMode === 'host')
        return [
          warning(
            'system-control',
            path,
            `${quote(namespace)} cannot be set with the network mode host.`,
            'Set it on the instance.'
          )
        ];
      if (!ofNetwork && ipcMode === 'host')
        return [
          warning(
            'system-control',
            path,
            `${quote(namespace)} cannot be set with ipcMode host.`,
            'Set it on the instance.'
          )
        ];
      return [];
    })
  );
}

const PROXY_PROPERTIES = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'EgressIgnoredIPs'];

/** The App Mesh proxy. */
export function checkProxy({ definition, networkMode, containers }: RuleContext): readonly RuleFinding[] {
  const proxy = own(definition, 'proxyConfiguration');
  if (!isRecord(proxy)) return [];
  const found: RuleFinding[] = [];
  if (networkMode !== 'awsvpc') {
    const what = `A proxy needs the network mode awsvpc, got ${networkMode ?? 'none, which means bridge'}.`;
    found.push(
      error('proxy', ['proxyConfiguration'], what, 'Set "networkMode": "awsvpc", or remove proxyConfiguration.')
    );
  }
  const name = textOf(proxy, 'containerName') ?? '';
  if (!containers.some(container => container.name === name)) {
    const what = `The proxy is to be the container ${quote(name)}, which the task definition does not have.`;
    found.push(error('proxy', ['proxyConfiguration', 'containerName'], what, 'Name one of its containers.'));
  }
  const given = recordsOf(proxy, 'properties').map(property => textOf(property, 'name'));
  for (const property of PROXY_PROPERTIES) {
    if (given.includes(property)) continue;
    found.push(
      error(
        'proxy',
        ['proxyConfiguration', 'properties'],
        `The proxy has no ${property}.`,
        `Add { "name": "${property}", "value": "…" }.`
      )
    );
  }
  if (!given.includes('IgnoredUID') && !given.includes('IgnoredGID')) {
    const what = 'The proxy has neither IgnoredUID nor IgnoredGID, so it would proxy itself.';
    found.push(
      warning('proxy-ignored-user', ['proxyConfiguration', 'properties'], what, 'Add the user of the proxy container.')
    );
  }
  return found;
}
