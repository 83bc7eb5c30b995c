import { isFilled, outside, partsOf, wordOf, type Fields, type Refusal } from './refusal.js';

/** API_PortMapping: “container port range … up to 100 port ranges”. */
const MOST_RANGES = 100;
const NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

/** From and to of a mapping; NaN where it is none. */
function rangeOf(mapping: Fields): readonly [number, number] {
  const [, from = '', to = ''] = /^(\d+)-(\d+)$/.exec(wordOf(mapping['containerPortRange'])) ?? [];
  const single = Number(mapping['containerPort']);
  return isFilled(mapping['containerPortRange']) ? [Number.parseInt(from), Number.parseInt(to)] : [single, single];
}

function overlaps(one: Fields, other: Fields): boolean {
  if (wordOf(one['protocol'] ?? 'tcp') !== wordOf(other['protocol'] ?? 'tcp')) return false;
  const [[from, to], [otherFrom, otherTo]] = [rangeOf(one), rangeOf(other)];
  return from <= otherTo && otherFrom <= to;
}

/** What ECS answers about the port mappings of a container (API_PortMapping, and sentences that users report). */
export const PORT_REFUSALS: readonly Refusal[] = [
  (container, task) =>
    task['networkMode'] === 'none' && isFilled(container['portMappings'])
      ? 'Port mappings are not supported when networkMode=none'
      : undefined,
  (container, task) =>
    task['networkMode'] === 'host' &&
    partsOf(container, 'portMappings').some(
      ({ hostPort, containerPort }) => hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort
    )
      ? 'When networkMode=host, the host ports and container ports in port mappings must match.'
      : undefined,
  container => {
    const both = partsOf(container, 'portMappings').some(
      mapping =>
        isFilled(mapping['containerPortRange']) &&
        (mapping['containerPort'] !== undefined || mapping['hostPort'] !== undefined)
    );
    return both ? 'cannot specify both single port and port range' : undefined;
  },
  container =>
    partsOf(container, 'portMappings').some(
      ({ containerPort, hostPort }) => outside(containerPort, 0, 65_535) || outside(hostPort, 0, 65_535)
    )
      ? `Invalid port mapping of container '${wordOf(container['name'])}': a port is from 0 to 65535.`
      : undefined,
  (container, task) => {
    const ranges = partsOf(container, 'portMappings').filter(mapping => isFilled(mapping['containerPortRange']));
    const wrong = ranges.find(mapping => {
      const [from, to] = rangeOf(mapping);
      return !(from >= 1 && to <= 65_535 && from <= to);
    });
    if (wrong !== undefined) return `Invalid containerPortRange '${wordOf(wrong['containerPortRange'])}'.`;
    if (ranges.length > MOST_RANGES) return `A container has at most ${MOST_RANGES} port ranges.`;
    return ranges.length > 0 && task['networkMode'] === 'host'
      ? 'containerPortRange is not supported when networkMode=host'
      : undefined;
  },
  container => {
    const mappings = partsOf(container, 'portMappings');
    const twice = mappings.some((one, index) =>
      mappings
        .slice(index + 1)
        .some(
          other =>
            (isFilled(one['containerPortRange']) || isFilled(other['containerPortRange'])) && overlaps(one, other)
        )
    );
    return twice ? 'container port is used multiple times in task' : undefined;
  },
  (container, task) => {
    const names = partsOf(task, 'containerDefinitions')
      .flatMap(each => partsOf(each, 'portMappings'))
      .map(({ name }) => name)
      .filter(name => name !== undefined && name !== '');
    const own = partsOf(container, 'portMappings').flatMap(({ name }) => wordOf(name) || []);
    const wrong = own.find(name => !NAME.test(name));
    if (wrong !== undefined) return `Port mapping name '${wrong}' contains invalid characters.`;
    return own.some(name => names.filter(other => other === name).length > 1)
      ? 'port mapping name is already used'
      : undefined;
  }
];
