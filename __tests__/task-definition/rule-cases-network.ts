import { ec2, error, fargate, warning, type Fields, type RuleCase } from './rule-definitions.js';

const ports = (...mappings: readonly Fields[]) => ({ portMappings: mappings });
const awsvpc = (container: Fields) => ec2({ networkMode: 'awsvpc' }, container);
const bridge = (...mappings: readonly Fields[]) => ec2({}, ports(...mappings));
const managed = (changes: Fields, container: Fields = {}) =>
  ec2({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'awsvpc', ...changes }, container);
const ranges = (count: number) =>
  ports(
    ...Array.from({ length: count }, (_, index) => ({ containerPortRange: `${index * 10 + 1}-${index * 10 + 5}` }))
  );
const mapping = (index: number, member = '') =>
  `containerDefinitions[0].portMappings[${index}]${member === '' ? '' : `.${member}`}`;

/** Rules of ports, and of what the network mode allows. */
export const NETWORK_CASES: readonly RuleCase[] = [
  error(
    'awsvpc-unsupported',
    ec2({ networkMode: 'awsvpc' }, { links: ['db'] }, { name: 'db' }),
    'containerDefinitions[0].links',
    'has links, which the network mode awsvpc does not have',
    ec2({}, { links: ['db:database'] }, { name: 'db' })
  ),
  error(
    'awsvpc-unsupported',
    fargate({}, { hostname: 'web' }),
    'containerDefinitions[0].hostname',
    'has hostname',
    ec2({}, { hostname: 'web' })
  ),
  error(
    'awsvpc-unsupported',
    fargate({}, { dnsServers: ['10.0.0.2'] }),
    'containerDefinitions[0].dnsServers',
    'has dnsServers',
    fargate({}, { dnsServers: [] })
  ),
  error(
    'awsvpc-unsupported',
    fargate({}, { dnsSearchDomains: ['a.b'] }),
    'containerDefinitions[0].dnsSearchDomains',
    'has dnsSearchDomains',
    fargate({}, { dnsSearchDomains: [] })
  ),
  error(
    'awsvpc-unsupported',
    awsvpc({ extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }),
    'containerDefinitions[0].extraHosts',
    'has extraHosts',
    awsvpc({ extraHosts: [] })
  ),
  error(
    'awsvpc-unsupported',
    awsvpc({ disableNetworking: true }),
    'containerDefinitions[0].disableNetworking',
    'has disableNetworking',
    awsvpc({ disableNetworking: false })
  ),
  error(
    'ports-without-network',
    ec2({ networkMode: 'none' }, ports({ containerPort: 80 })),
    'containerDefinitions[0].portMappings',
    'networkMode is none',
    ec2({ networkMode: 'none' }, ports())
  ),
  warning(
    'links-network-mode',
    ec2({ networkMode: 'host' }, { links: ['db'] }, { name: 'db' }),
    'containerDefinitions[0].links',
    'bridge only; the file has host',
    ec2({ networkMode: 'bridge' }, { links: ['db'] }, { name: 'db' })
  ),
  error(
    'host-port',
    awsvpc(ports({ containerPort: 80, hostPort: 8080 })),
    mapping(0, 'hostPort'),
    'got hostPort 8080 for containerPort 80',
    awsvpc(ports({ containerPort: 80, hostPort: 80 }))
  ),
  error(
    'host-port',
    awsvpc(ports({ containerPort: 80, hostPort: 0 })),
    mapping(0, 'hostPort'),
    'Leave hostPort out',
    bridge({ containerPort: 80, hostPort: 0 })
  ),
  error(
    'host-port',
    ec2({ networkMode: 'host' }, ports({ containerPort: 80, hostPort: 81 })),
    mapping(0, 'hostPort'),
    'network mode host',
    ec2({ networkMode: 'host' }, ports({ containerPort: 80, hostPort: 80 }))
  ),
  error(
    'port-range',
    bridge({ containerPort: 70000 }),
    mapping(0, 'containerPort'),
    'from 1 to 65535, got 70000',
    bridge({ containerPort: 65535 })
  ),
  error(
    'port-range',
    bridge({ containerPort: 80, hostPort: -1 }),
    mapping(0, 'hostPort'),
    'from 0 to 65535, got -1',
    bridge({ containerPort: 80, hostPort: 65535 })
  ),
  error(
    'port-range',
    bridge({ containerPortRange: '80' }),
    mapping(0, 'containerPortRange'),
    'written as "8000-8010", got "80"',
    bridge({ containerPortRange: '80-81' })
  ),
  error(
    'port-range',
    bridge({ containerPortRange: '90-80' }),
    mapping(0, 'containerPortRange'),
    'the first is less than the last',
    bridge({ containerPortRange: '80-90' })
  ),
  error(
    'port-range',
    ec2({ networkMode: 'host' }, ports({ containerPortRange: '80-90' })),
    mapping(0, 'containerPortRange'),
    'bridge or awsvpc, got host',
    awsvpc(ports({ containerPortRange: '80-90' }))
  ),
  error(
    'port-range',
    ec2({}, ranges(101)),
    'containerDefinitions[0].portMappings',
    '101 ranges of ports',
    ec2({}, ranges(100))
  ),
  warning(
    'port-missing',
    bridge({ protocol: 'tcp' }),
    mapping(0),
    'neither containerPort nor containerPortRange',
    bridge({ containerPort: 80 })
  ),
  error(
    'port-and-range',
    bridge({ containerPortRange: '80-90', hostPort: 8080 }),
    mapping(0, 'containerPortRange'),
    'beside a single port',
    bridge({ containerPortRange: '80-90' }, { containerPort: 91, hostPort: 8080 })
  ),
  error(
    'port-twice',
    bridge({ containerPortRange: '80-90' }, { containerPortRange: '90-99' }),
    mapping(1),
    'The port 90 is mapped twice',
    bridge({ containerPortRange: '80-90' }, { containerPortRange: '91-99' })
  ),
  error(
    'port-twice',
    bridge({ containerPortRange: '80-90' }, { containerPort: 85 }),
    mapping(1),
    'The port 85 is mapped twice',
    bridge({ containerPortRange: '80-90' }, { containerPort: 443 })
  ),
  warning(
    'port-twice',
    ec2({ networkMode: 'awsvpc' }, ports({ containerPort: 80 }), { name: 'b', ...ports({ containerPort: 80 }) }),
    'containerDefinitions[1].portMappings[0]',
    'here and in the container "web"',
    ec2({}, ports({ containerPort: 80 }), { name: 'b', ...ports({ containerPort: 80 }) })
  ),
  warning(
    'host-port-twice',
    ec2({}, ports({ containerPort: 80, hostPort: 80 }), { name: 'b', ...ports({ containerPort: 8080, hostPort: 80 }) }),
    'containerDefinitions[1].portMappings[0].hostPort',
    'The port 80/tcp of the host is mapped twice',
    ec2({}, ports({ containerPort: 80, hostPort: 0 }), { name: 'b', ...ports({ containerPort: 8080, hostPort: 0 }) })
  ),
  warning(
    'fault-injection',
    ec2({ enableFaultInjection: true }),
    'enableFaultInjection',
    'awsvpc and host; the file has none, which means bridge',
    ec2({ enableFaultInjection: true, networkMode: 'host' })
  ),
  warning(
    'managed-instances',
    ec2({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'bridge' }),
    'networkMode',
    'awsvpc and host, and one must be set; got "bridge"',
    ec2({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'host' }, { privileged: true })
  ),
  warning(
    'managed-instances',
    managed({ volumes: [{ name: 'd', host: { sourcePath: '/d' } }] }),
    'volumes[0].host.sourcePath',
    'sourcePath is not valid for Managed Instances',
    managed({ volumes: [{ name: 'd', host: {} }] })
  ),
  warning(
    'managed-instances',
    managed({}, { dockerLabels: { team: 'shop' } }),
    'containerDefinitions[0].dockerLabels',
    'dockerLabels is not valid for Managed Instances',
    managed({}, { dockerLabels: {} })
  ),
  warning(
    'managed-instances',
    managed({}, { linuxParameters: { tmpfs: [{ containerPath: '/t', size: 1 }] } }),
    'containerDefinitions[0].linuxParameters.tmpfs',
    'tmpfs is not valid for Managed Instances',
    managed({}, { linuxParameters: { initProcessEnabled: true } })
  ),
  warning(
    'port-protocols',
    bridge({ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }),
    mapping(1),
    'for tcp and for udp',
    bridge({ containerPort: 53 }, { containerPort: 54, protocol: 'udp' })
  ),
  error(
    'port-name',
    bridge({ containerPort: 80, name: 'Web UI' }),
    mapping(0, 'name'),
    'Write "web-ui".',
    bridge({ containerPort: 80, name: 'web_ui-1' })
  ),
  error(
    'port-name',
    bridge({ containerPort: 80, name: 'a' }, { containerPort: 81, name: 'a' }),
    mapping(1, 'name'),
    'Two port mappings are called "a"',
    bridge({ containerPort: 80, name: 'a' }, { containerPort: 81, name: 'b' })
  ),
  warning(
    'system-control',
    ec2({ networkMode: 'host' }, { systemControls: [{ namespace: 'net.core.somaxconn', value: '1' }] }),
    'containerDefinitions[0].systemControls[0]',
    'network mode host',
    fargate({}, { systemControls: [{ namespace: 'net.core.somaxconn', value: '1' }] })
  ),
  warning(
    'system-control',
    ec2({ ipcMode: 'host' }, { systemControls: [{ namespace: 'kernel.sem', value: '1' }] }),
    'containerDefinitions[0].systemControls[0]',
    'ipcMode host',
    ec2({ ipcMode: 'task' }, { systemControls: [{ namespace: 'kernel.sem', value: '1' }] })
  )
];
