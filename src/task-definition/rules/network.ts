import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import {
  error,
  inContainer,
  recordsOf,
  says,
  textOf,
  warning,
  type RuleFinding,
  CONTAINER,
  GUIDE,
  REFERENCE,
  REGISTER,
  ecsAnswers
} from './finding.js';
import type { RuleContext } from './context.js';

export const NETWORK_RULES = new RuleList();
const FARGATE_NETWORK_MODE = NETWORK_RULES.add(
  'fargate-network-mode',
  'error',
  'On Fargate, the network mode is not awsvpc.',
  ecsAnswers('Fargate only supports network mode ‘awsvpc’.')
);
const EXTERNAL_NETWORK_MODE = NETWORK_RULES.add(
  'external-network-mode',
  'warning',
  'The network mode is awsvpc, which external instances do not support.',
  `${GUIDE}/ecs-anywhere.html (considerations)`
);
const FAULT_INJECTION = NETWORK_RULES.add(
  'fault-injection',
  'warning',
  'Fault injection is enabled with a network mode other than awsvpc and host.',
  `${GUIDE}/fault-injection.html`
);
const AWSVPC_UNSUPPORTED = NETWORK_RULES.add(
  'awsvpc-unsupported',
  'error',
  'The network mode is awsvpc, which does not support links, hostname, dnsServers, dnsSearchDomains, extraHosts or disableNetworking.',
  ecsAnswers(
    'Links are not supported when networkMode=awsvpc; hostname is not supported on container when networkMode=awsvpc; …'
  )
);
const PORTS_WITHOUT_NETWORK = NETWORK_RULES.add(
  'ports-without-network',
  'error',
  'Ports are mapped with the network mode none.',
  `${REGISTER} (networkMode): “you cannot specify port mappings in your container definitions”`
);
const LINKS_NETWORK_MODE = NETWORK_RULES.add(
  'links-network-mode',
  'warning',
  'Links are used in a network mode other than bridge.',
  `${CONTAINER} (links)`
);

export const PROXY_RULES = new RuleList();
const PROXY = PROXY_RULES.add(
  'proxy',
  'error',
  'An App Mesh proxy lacks the network mode awsvpc, names a container that does not exist, or has no ports.',
  ecsAnswers(
    'APPMESH proxy configuration is only supported in networkMode=awsvpc; Proxy container [x] does not exist; Ingress port not found'
  )
);
const PROXY_IGNORED_USER = PROXY_RULES.add(
  'proxy-ignored-user',
  'warning',
  'An App Mesh proxy does not say whose traffic it ignores.',
  `${REFERENCE}/API_ProxyConfiguration.html (properties)`
);
const SYSTEM_CONTROL = PROXY_RULES.add(
  'system-control',
  'warning',
  'A kernel parameter is set in a namespace that is shared with the host.',
  `${REFERENCE}/API_SystemControl.html`
);

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
export function checkNetwork(context: RuleContext): readonly RuleFinding[] {
  return [...checkMode(context), ...checkMembers(context), ...checkControls(context)];
}

function checkMode({ definition, networkMode, isFargate, launchTypes }: RuleContext): readonly RuleFinding[] {
  if (isFargate && networkMode !== 'awsvpc') {
    const got = networkMode === undefined ? 'no networkMode, which means bridge' : `networkMode ${quote(networkMode)}`;
    return [
      error(
        FARGATE_NETWORK_MODE,
        ['networkMode'],
        `Fargate has the network mode awsvpc only; the file has ${got}.`,
        'Set "networkMode": "awsvpc".'
      )
    ];
  }
  if (launchTypes.includes('EXTERNAL') && networkMode === 'awsvpc') {
    const what = 'External instances have no network mode awsvpc.';
    return [warning(EXTERNAL_NETWORK_MODE, ['networkMode'], what, 'Set it to bridge, host or none.')];
  }
  if (own(definition, 'enableFaultInjection') === true && networkMode !== 'awsvpc' && networkMode !== 'host') {
    const what = `Faults are injected with the network modes awsvpc and host; the file has ${networkMode ?? 'none, which means bridge'}.`;
    return [warning(FAULT_INJECTION, ['enableFaultInjection'], what, 'Change networkMode, or remove it.')];
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
            AWSVPC_UNSUPPORTED,
            inContainer(container, member),
            `The container ${name} has ${member}, which the network mode awsvpc does not have.`,
            next
          )
        );
    if (networkMode === 'none' && says(record, 'portMappings'))
      return [
        error(
          PORTS_WITHOUT_NETWORK,
          inContainer(container, 'portMappings'),
          `The container ${name} maps ports, but networkMode is none.`,
          'Remove portMappings, or choose another networkMode.'
        )
      ];
    if (networkMode !== undefined && networkMode !== 'bridge' && says(record, 'links'))
      return [
        warning(
          LINKS_NETWORK_MODE,
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
            SYSTEM_CONTROL,
            path,
            `${quote(namespace)} cannot be set with the network mode host.`,
            'Set it on the instance.'
          )
        ];
      if (!ofNetwork && ipcMode === 'host')
        return [
          warning(
            SYSTEM_CONTROL,
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
  const findings: RuleFinding[] = [];
  if (networkMode !== 'awsvpc') {
    const what = `A proxy needs the network mode awsvpc, got ${networkMode ?? 'none, which means bridge'}.`;
    findings.push(
      error(PROXY, ['proxyConfiguration'], what, 'Set "networkMode": "awsvpc", or remove proxyConfiguration.')
    );
  }
  const name = textOf(proxy, 'containerName') ?? '';
  if (!containers.some(container => container.name === name)) {
    const what = `The proxy is to be the container ${quote(name)}, which the task definition does not have.`;
    findings.push(error(PROXY, ['proxyConfiguration', 'containerName'], what, 'Name one of its containers.'));
  }
  const given = recordsOf(proxy, 'properties').map(property => textOf(property, 'name'));
  for (const property of PROXY_PROPERTIES) {
    if (given.includes(property)) continue;
    findings.push(
      error(
        PROXY,
        ['proxyConfiguration', 'properties'],
        `The proxy has no ${property}.`,
        `Add { "name": "${property}", "value": "…" }.`
      )
    );
  }
  if (!given.includes('IgnoredUID') && !given.includes('IgnoredGID')) {
    const what = 'The proxy has neither IgnoredUID nor IgnoredGID, so it would proxy itself.';
    findings.push(
      warning(PROXY_IGNORED_USER, ['proxyConfiguration', 'properties'], what, 'Add the user of the proxy container.')
    );
  }
  return findings;
}
