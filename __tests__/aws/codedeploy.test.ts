import { describe, expect, it } from '@jest/globals';

import { createCodeDeployPort } from '../../src/aws/codedeploy.js';
import { createLogsPort } from '../../src/aws/logs.js';
import { withLoopback } from './loopback.js';

describe('CreateDeployment', () => {
  const input = {
    applicationName: 'shop',
    deploymentGroupName: 'web',
    revision: { revisionType: 'AppSpecContent' as const, appSpecContent: { content: 'version: 0.0\n', sha256: 'abc' } }
  };

  it('sends what it is given, and nothing else', () =>
    withLoopback(
      () => ({ body: { deploymentId: 'd-1' } }),
      async ({ received, connection }) => {
        expect(await createCodeDeployPort(connection).createDeployment(input)).toBe('d-1');
        expect(JSON.parse(received[0]?.body ?? '')).toEqual(input);
      }
    ));

  it('is not repeated by the SDK when the connection breaks', () =>
    withLoopback(
      () => 'reset',
      async ({ received, connection }) => {
        await expect(createCodeDeployPort(connection).createDeployment(input)).rejects.toThrow(/socket hang up/);
        expect(received).toHaveLength(1);
      }
    ));
});

describe('what only looks', () => {
  it('lists deployments by status and since, leaving out what was not asked', () =>
    withLoopback(
      () => ({ body: { deployments: ['d-1'] } }),
      async ({ received, connection }) => {
        const port = createCodeDeployPort(connection);
        const query = { application: 'shop', deploymentGroup: 'web', statuses: ['Ready'] as const };
        await port.listDeployments(query);
        await port.listDeployments({ ...query, createdAfter: new Date(1_700_000_000_000) });
        const base = { applicationName: 'shop', deploymentGroupName: 'web', includeOnlyStatuses: ['Ready'] };
        expect(received.map(request => JSON.parse(request.body) as unknown)).toEqual([
          base,
          { ...base, createTimeRange: { start: 1_700_000_000 } }
        ]);
      }
    ));

  it.each([
    [{ type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 10, canaryInterval: 15 } }, 15],
    [{ type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage: 30, linearInterval: 2 } }, 8],
    [{ type: 'AllAtOnce' }, 0],
    [undefined, 0]
  ])('reads how long a traffic shift takes: %j', (trafficRoutingConfig, minutes) =>
    withLoopback(
      () => ({ body: { deploymentConfigInfo: { trafficRoutingConfig } } }),
      async ({ connection }) => {
        expect(await createCodeDeployPort(connection).getShiftMinutes('mine')).toBe(minutes);
      }
    )
  );
});

describe('the log', () => {
  it('is read from its end, in the region where it is', () =>
    withLoopback(
      () => ({ body: { events: [{ message: 'one' }, { message: 'two' }] } }),
      async ({ received, connection }) => {
        const query = { region: 'us-east-1', group: '/ecs/web', stream: 'ecs/app/1', limit: 20 };
        expect(await createLogsPort(connection).readTail(query)).toEqual(['one', 'two']);
        expect(JSON.parse(received[0]?.body ?? '')).toEqual({
          logGroupName: '/ecs/web',
          logStreamName: 'ecs/app/1',
          limit: 20,
          startFromHead: false
        });
        expect(received[0]?.headers.authorization).toContain('/us-east-1/logs/');
      }
    ));
});
