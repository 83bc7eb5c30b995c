import { expect, it } from '@jest/globals';

import { withSandbox } from './sandbox.js';
import { ROLLING, seed, taskDefinition, waitUntilSteady } from './seed.js';
import { BOTH_TARGET_GROUPS } from './outcome-rows.js';

// AWS's pages disagree on whether the circuit breaker acts with these strategies (docs/native-strategies.md).
it.concurrent.each([
  ['BLUE_GREEN', true],
  ['BLUE_GREEN', false],
  ['CANARY', true],
  ['CANARY', false]
])(
  '10. %s that crashes is rolled back, whether the circuit breaker acts on it or not: %s',
  (strategy, breakerInNativeStrategies) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('ecs', 'UpdateService', {
        cluster: 'shop',
        service: 'web',
        deploymentConfiguration: {
          strategy,
          bakeTimeInMinutes: 1,
          deploymentCircuitBreaker: { enable: true, rollback: true }
        },
        loadBalancers: [BOTH_TARGET_GROUPS]
      });
      await waitUntilSteady(sandbox);
      sandbox.cloud.setScenarios({ deployments: { breakerInNativeStrategies } });
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      const { exitCode, outputs, log } = await sandbox.ship(ROLLING);
      expect({ exitCode, outcome: outputs['outcome'], log }).toEqual({ exitCode: 3, outcome: 'rolled-back', log });
    })
);
