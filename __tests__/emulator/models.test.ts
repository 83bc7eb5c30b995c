import { describe, expect, it } from '@jest/globals';
import { openCloud } from '../../src/emulator/cloud.js';
import { MODULES } from '../../src/emulator/modules.js';
import { MODELS } from '../../src/emulator/models/shapes.js';
import { itByBotocore, runBotocore } from './shapes-support.js';
import { sendWire, type Wire } from './wire-support.js';

/** The operations that the built-in AWS claims, by service. */
const CLAIMED = new Map(
  MODULES.flatMap(({ json = [], query = [] }) => [
    ...json.map(({ name, operations }) => [name, Object.keys(operations)] as const),
    ...query.map(({ name, operations }) => [name, Object.keys(operations)] as const)
  ])
);
/** The services that botocore calls otherwise. */
const IN_BOTOCORE: Readonly<Record<string, string>> = { elasticloadbalancing: 'elbv2' };

/** A line of model-mutations.py. */
interface Mutation {
  readonly service: string;
  readonly operation: string;
  readonly kind: string;
  /** `tags.key`: without the numbers of items. */
  readonly path: string;
  readonly sound: Wire;
  readonly broken: Wire;
}

describe('the models of the requests', () => {
  it('are of the claimed operations, of all and of no others', () => {
    // `node scripts/emulator-models.mjs` adds what is missing.
    const modelled = Object.fromEntries(
      Object.entries(MODELS).map(([service, { inputs }]) => [service, Object.keys(inputs).sort()])
    );
    expect(modelled).toEqual(
      Object.fromEntries([...CLAIMED].map(([service, operations]) => [service, [...operations].sort()]))
    );
  });

  it('name no shape that is not there', () => {
    const scalars = ['string', 'integer', 'double', 'boolean', 'timestamp', 'blob'];
    for (const [service, { inputs, shapes }] of Object.entries(MODELS)) {
      const named = [
        ...Object.values(inputs).filter(name => name !== ''),
        ...Object.values(shapes).flatMap(({ members = '', item = 'string', key = 'string', value = 'string' }) => [
          ...members.split(' ').map(member => member.split(':')[1] ?? 'string'),
          item,
          key,
          value
        ])
      ];
      const missing = named.filter(name => shapes[name] === undefined && !scalars.includes(name));
      expect([service, missing]).toEqual([service, []]);
    }
  });

  itByBotocore('refuse what breaks the input models of botocore in one place, and not what does not', async () => {
    const asked = Object.fromEntries([...CLAIMED].map(([name, operations]) => [IN_BOTOCORE[name] ?? name, operations]));
    const mutations = JSON.parse(runBotocore('model-mutations.py', JSON.stringify(asked))) as readonly Mutation[];
    const { answer } = await openCloud();
    const taken: string[] = [];
    const wrong: string[] = [];
    for (const { service, operation, kind, path, sound, broken } of mutations) {
      const name = `${service} ${operation} ${kind} ${path}`;
      const expected = sendWire(answer, service, sound);
      const got = sendWire(answer, service, broken);
      // The sound one may be refused too, as what it names is not there: in other words.
      if (got.status !== 400 || got.text === expected.text) {
        taken.push(`${name}: ${got.text}`);
        continue;
      }
      const member = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
      if (!got.text.toLowerCase().includes(member)) wrong.push(`${name} is refused otherwise: ${got.text}`);
      if (/failed to satisfy constraint: '?(?:Member|Map|must)/.test(expected.text))
        wrong.push(`${name}, sound: ${expected.text}`);
    }
    expect(mutations.length).toBeGreaterThan(1300);
    expect(taken).toEqual([]);
    expect(wrong).toEqual([]);
  });
});
