import { describe, expect, it } from '@jest/globals';

import { withBench, type Bench } from '../dist/run-bundle.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition } from '../dist/seed.js';
import { checkAgainstModels } from './models.js';
import { tapWire, type Exchange } from './wire.js';

/** Ships through a tapped wire and returns what went over it. */
async function ship(
  bench: Bench,
  inputs: Readonly<Record<string, string>>,
  outcome: string
): Promise<readonly Exchange[]> {
  const wire = await tapWire(bench.cloud.endpoint);
  try {
    const run = await bench.ship(inputs, { env: { AWS_ENDPOINT_URL: wire.endpoint } });
    expect(run.outputs['outcome']).toBe(outcome);
    return wire.exchanges;
  } finally {
    await wire.close();
  }
}

describe("botocore's service models", () => {
  it(
    'take every request and every answer of a rolling deployment',
    () =>
      withBench(async bench => {
        await seed(bench, 'ECS');
        const exchanges = await ship(bench, { ...ROLLING, tags: '{sha},latest' }, 'succeeded');
        const operations = exchanges.map(({ operation }) => operation);
        expect(operations).toEqual(
          expect.arrayContaining(['RegisterTaskDefinition', 'UpdateService', 'DescribeServiceDeployments'])
        );
        expect(checkAgainstModels(exchanges)).toEqual([]);
      }),
    60_000
  );

  it(
    'take every request and every answer of a rolling deployment that fails',
    () =>
      withBench(async bench => {
        await seed(bench, 'ECS');
        await bench.write('taskdefinition.json', taskDefinition({}, 'crash'));
        const exchanges = await ship(bench, ROLLING, 'rolled-back');
        expect(exchanges.map(({ operation }) => operation)).toEqual(
          expect.arrayContaining(['DescribeTasks', 'GetLogEvents'])
        );
        expect(checkAgainstModels(exchanges)).toEqual([]);
      }),
    60_000
  );

  it.each([
    ['succeeds', undefined, 'succeeded'],
    ['fails', 'crash', 'rolled-back']
  ] as const)(
    'take every request and every answer of a CodeDeploy deployment that %s',
    (_, behaviour, outcome) =>
      withBench(async bench => {
        await seed(bench, 'CODE_DEPLOY');
        await bench.write('taskdefinition.json', taskDefinition({}, behaviour));
        const exchanges = await ship(bench, BLUE_GREEN, outcome);
        expect(exchanges.map(({ operation }) => operation)).toContain('CreateDeployment');
        expect(checkAgainstModels(exchanges)).toEqual([]);
      }),
    60_000
  );

  it('say no to what is wrong', () => {
    const target = 'AmazonEC2ContainerServiceV20141113';
    const found = checkAgainstModels([
      {
        target,
        operation: 'UpdateService',
        input: { desiredCont: 2 },
        status: 200,
        output: { service: { propagateTags: 'ALL' } }
      },
      {
        target,
        operation: 'DescribeServices',
        input: { services: [1] },
        status: 400,
        output: { __type: 'NoSuchException' }
      }
    ]);
    expect(found).toHaveLength(5);
    for (const words of ['desiredCont', 'Missing required', 'NoSuchException', 'ALL', 'services[0]']) {
      expect(found.join('\n')).toContain(words);
    }
  });
});
