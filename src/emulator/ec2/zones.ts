import { AwsFault } from '../server/protocol.js';

/** No region has more of them. */
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];

/**
 * The Availability Zone that a request names by its name or its id; the first of the region where it names none.
 *
 * @throws AwsFault where there is no such zone in the region, or where the two do not agree
 */
export function findZone(region: string, name: string | undefined, id: string | undefined): string {
  const zones = LETTERS.map(letter => region + letter);
  const named = name === undefined ? undefined : known('availabilityZone', name, zones);
  const numbered =
    id === undefined
      ? undefined
      : known(
          'availabilityZoneId',
          id,
          zones.map(zone => zoneIdOf(zone))
        );
  if (named !== undefined && numbered !== undefined && zoneIdOf(named) !== numbered) {
    throw new AwsFault(
      'InvalidParameterCombination',
      `The zone ${named} has the ID ${zoneIdOf(named)}, not ${numbered}`
    );
  }
  return named ?? zones.find(zone => zoneIdOf(zone) === numbered) ?? `${region}a`;
}

function known(member: string, value: string, zones: readonly string[]): string {
  if (zones.includes(value)) return value;
  throw new AwsFault(
    'InvalidParameterValue',
    `Value (${value}) for parameter ${member} is invalid. Subnets can currently only be created in the following availability zones: ${zones.join(', ')}.`
  );
}

/** The parts of a region's name as an id of its zones has them. */
const SHORT: Readonly<Record<string, string>> = {
  gov: 'g',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw'
};

/** `use1-az2` of us-east-1b: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html */
export function zoneIdOf(zone: string): string {
  const [first = '', ...parts] = zone.slice(0, -1).split('-');
  const region = parts.map(part => SHORT[part] ?? part.slice(0, /^\d/.test(part) ? undefined : 1)).join('');
  return `${first}${region}-az${LETTERS.indexOf(zone.slice(-1)) + 1}`;
}
