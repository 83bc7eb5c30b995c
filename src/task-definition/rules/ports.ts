import { RuleList } from '../../errors.js';
import { own, type JsonRecord } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Container } from '../types.js';
import {
  error,
  findRepeats,
  inContainer,
  numberOf,
  recordsOf,
  textOf,
  warning,
  type RuleFinding,
  REFERENCE,
  ecsAnswers
} from './finding.js';
import type { RuleContext } from './context.js';

export const PORT_RULES = new RuleList();
const HOST_PORT = PORT_RULES.add(
  'host-port',
  'error',
  'With the network mode awsvpc or host, a host port differs from its container port.',
  ecsAnswers('When networkMode=awsvpc, the host ports and container ports in port mappings must match.')
);
const PORT_RANGE = PORT_RULES.add(
  'port-range',
  'error',
  'A port is outside 1 to 65535, a range ends before it starts, or a range is used outside the network modes bridge and awsvpc.',
  `${REFERENCE}/API_PortMapping.html (containerPort, containerPortRange)`
);
const PORT_MISSING = PORT_RULES.add(
  'port-missing',
  'warning',
  'A port mapping has neither containerPort nor containerPortRange.',
  `${REFERENCE}/API_PortMapping.html`
);
const PORT_AND_RANGE = PORT_RULES.add(
  'port-and-range',
  'error',
  'A port mapping has both a single port and a range.',
  ecsAnswers('cannot specify both single port and port range')
);
const HOST_PORT_TWICE = PORT_RULES.add(
  'host-port-twice',
  'warning',
  'With the network mode bridge, two containers use the same host port.',
  `${REFERENCE}/API_PortMapping.html (hostPort); Docker answers: “port is already allocated”`
);
const PORT_TWICE = PORT_RULES.add(
  'port-twice',
  'either',
  'A port is mapped twice. For two single ports, a warning.',
  'ECS answers of ranges: “container port is used multiple times in task”'
);
const PORT_PROTOCOLS = PORT_RULES.add(
  'port-protocols',
  'warning',
  'A container port is mapped for more than one protocol.',
  `${REFERENCE}/API_PortMapping.html: “You can't expose the same container port for multiple protocols”`
);
const PORT_NAME = PORT_RULES.add(
  'port-name',
  'error',
  "A port's name is used twice, is longer than 64 characters, or has characters other than lowercase letters, digits, _ and -.",
  ecsAnswers('port mapping name is already used')
);

const MAX_PORT = 65_535;
const MAX_RANGES = 100;
const NAME_FORMAT = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

interface Mapping {
  readonly container: Container;
  readonly index: number;
  readonly record: JsonRecord;
  readonly protocol: string;
  readonly range: { readonly first: number; readonly last: number } | undefined;
}

/** Port mappings: numbers, ranges, names, and what the network mode makes of host ports. */
export function checkPorts(context: RuleContext): readonly RuleFinding[] {
  const mappings = context.containers.flatMap(readMappings);
  return [
    ...mappings.flatMap(mapping => [
      ...checkNumbers(mapping),
      ...checkRange(mapping, context),
      ...checkHostPort(mapping, context)
    ]),
    ...checkNames(mappings),
    ...checkOverlaps(mappings, context),
    ...checkHostPorts(mappings, context),
    ...context.containers.flatMap(checkCount)
  ];
}

function readMappings(container: Container): readonly Mapping[] {
  return recordsOf(container.record, 'portMappings').map((record, index) => {
    return { container, index, record, protocol: textOf(record, 'protocol') ?? 'tcp', range: readRange(record) };
  });
}

function readRange(mapping: JsonRecord): Mapping['range'] {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(textOf(mapping, 'containerPortRange') ?? '') ?? [];
  if (first !== undefined && last !== undefined) return { first: Number(first), last: Number(last) };
  const port = numberOf(mapping, 'containerPort');
  return port === undefined ? undefined : { first: port, last: port };
}

function at({ container, index }: Mapping, ...rest: readonly string[]) {
  return inContainer(container, 'portMappings', index, ...rest);
}

function checkNumbers(mapping: Mapping): readonly RuleFinding[] {
  const { record } = mapping;
  const findings: RuleFinding[] = [];
  const port = numberOf(record, 'containerPort');
  if (port !== undefined && (port < 1 || port > MAX_PORT))
    findings.push(
      error(
        PORT_RANGE,
        at(mapping, 'containerPort'),
        `A port is from 1 to ${MAX_PORT}, got ${port}.`,
        'Write the port that the container listens on.'
      )
    );
  const host = numberOf(record, 'hostPort');
  if (host !== undefined && (host < 0 || host > MAX_PORT))
    findings.push(
      error(
        PORT_RANGE,
        at(mapping, 'hostPort'),
        `A host port is from 0 to ${MAX_PORT}, got ${host}.`,
        'Correct it, or leave it out.'
      )
    );
  if (port === undefined && own(record, 'containerPortRange') === undefined)
    findings.push(
      warning(
        PORT_MISSING,
        at(mapping),
        'The mapping has neither containerPort nor containerPortRange.',
        'Write the port that the container listens on.'
      )
    );
  return findings;
}

function checkRange(mapping: Mapping, { networkMode }: RuleContext): readonly RuleFinding[] {
  const text = textOf(mapping.record, 'containerPortRange');
  if (text === undefined) return [];
  const path = at(mapping, 'containerPortRange');
  const { range, record } = mapping;
  if (range === undefined || !/^\d{1,5}-\d{1,5}$/.test(text))
    return [error(PORT_RANGE, path, `A range of ports is written as "8000-8010", got ${quote(text)}.`, 'Write it so.')];
  const findings: RuleFinding[] = [];
  if (range.first < 1 || range.last > MAX_PORT || range.first >= range.last)
    findings.push(
      error(
        PORT_RANGE,
        path,
        `In a range of ports the first is less than the last, both from 1 to ${MAX_PORT}; got ${quote(text)}.`,
        'Correct it, or write a containerPort.'
      )
    );
  if (own(record, 'containerPort') !== undefined || own(record, 'hostPort') !== undefined)
    findings.push(
      error(
        PORT_AND_RANGE,
        path,
        'The mapping has a containerPortRange beside a single port.',
        'Make two mappings of it; a range has no hostPort.'
      )
    );
  if (networkMode === 'host' || networkMode === 'none')
    findings.push(
      error(
        PORT_RANGE,
        path,
        `A range of ports needs the network mode bridge or awsvpc, got ${networkMode}.`,
        'Map single ports.'
      )
    );
  return findings;
}

function checkHostPort(mapping: Mapping, { networkMode }: RuleContext): readonly RuleFinding[] {
  const host = numberOf(mapping.record, 'hostPort');
  const port = numberOf(mapping.record, 'containerPort');
  if ((networkMode !== 'awsvpc' && networkMode !== 'host') || host === undefined || port === undefined || host === port)
    return [];
  const what = `With the network mode ${networkMode} a host port is the container port: got hostPort ${host} for containerPort ${port}.`;
  return [error(HOST_PORT, at(mapping, 'hostPort'), what, 'Leave hostPort out.')];
}

function checkNames(mappings: readonly Mapping[]): readonly RuleFinding[] {
  const names = mappings.map(({ record }) => textOf(record, 'name'));
  const repeats = findRepeats(names).flatMap(index => {
    const mapping = mappings[index];
    return mapping === undefined
      ? []
      : [
          error(
            PORT_NAME,
            at(mapping, 'name'),
            `Two port mappings are called ${quote(names[index] ?? '')}.`,
            'Rename one of them.'
          )
        ];
  });
  const malformed = mappings.flatMap((mapping, index) => {
    const name = names[index];
    if (name === undefined || NAME_FORMAT.test(name)) return [];
    const what = `${quote(name)} cannot be the name of a port: it takes up to 64 small letters, digits, _ and -, and does not start with -.`;
    return [
      error(
        PORT_NAME,
        at(mapping, 'name'),
        what,
        `Write ${quote(
          name
            .toLowerCase()
            .replace(/[^a-z0-9_-]/g, '-')
            .replace(/^-+/, '')
            .slice(0, 64)
        )}.`
      )
    ];
  });
  return [...malformed, ...repeats];
}

/** One port twice: refused where a range is in it; two single ports are a doubt, since DNS servers have 53 for tcp and for udp. */
function checkOverlaps(mappings: readonly Mapping[], { networkMode }: RuleContext): readonly RuleFinding[] {
  return mappings.flatMap((mapping, index) => {
    const { range } = mapping;
    if (range === undefined) return [];
    const other = mappings.slice(0, index).find(candidate => {
      const shares = candidate.container.index === mapping.container.index || networkMode === 'awsvpc';
      return (
        shares &&
        candidate.range !== undefined &&
        candidate.range.first <= range.last &&
        range.first <= candidate.range.last
      );
    });
    if (other?.range === undefined) return [];
    const single = range.first === range.last && other.range.first === other.range.last;
    const where =
      other.container.index === mapping.container.index
        ? 'twice'
        : `here and in the container ${quote(other.container.name)}`;
    const what = `The port ${Math.max(range.first, other.range.first)} is mapped ${where}.`;
    const next = 'Map it once.';
    if (!single) return [error(PORT_TWICE, at(mapping), what, next)];
    if (mapping.protocol === other.protocol) return [warning(PORT_TWICE, at(mapping), what, next)];
    const doubt = `The port ${range.first} is mapped for ${other.protocol} and for ${mapping.protocol}, which AWS's reference rules out.`;
    return [
      warning(
        PORT_PROTOCOLS,
        at(mapping),
        doubt,
        'Keep it where ECS takes it, as of a DNS server; else map it for one of the two.'
      )
    ];
  });
}

/** In a bridge the containers of a task compete for the ports of the host. */
function checkHostPorts(mappings: readonly Mapping[], { networkMode }: RuleContext): readonly RuleFinding[] {
  if (networkMode !== undefined && networkMode !== 'bridge') return [];
  const wanted = mappings.map(({ record, protocol }) => {
    const port = numberOf(record, 'hostPort') ?? 0;
    return port === 0 ? undefined : `${port}/${protocol}`;
  });
  return findRepeats(wanted).flatMap(index => {
    const mapping = mappings[index];
    if (mapping === undefined) return [];
    const what = `The port ${wanted[index] ?? ''} of the host is mapped twice: the second container cannot start.`;
    return [warning(HOST_PORT_TWICE, at(mapping, 'hostPort'), what, 'Choose another, or leave hostPort out.')];
  });
}

function checkCount(container: Container): readonly RuleFinding[] {
  const ranges = recordsOf(container.record, 'portMappings').filter(
    record => own(record, 'containerPortRange') !== undefined
  );
  if (ranges.length <= MAX_RANGES) return [];
  const what = `The container ${quote(container.name)} has ${ranges.length} ranges of ports; ECS takes at most ${MAX_RANGES}.`;
  return [error(PORT_RANGE, inContainer(container, 'portMappings'), what, 'Join ranges.')];
}
