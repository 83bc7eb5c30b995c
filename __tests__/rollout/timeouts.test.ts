import { describe, expect, it } from '@jest/globals';

import type { Service } from '../../src/aws/types.js';
import { ecsTimeout } from '../../src/rollout/timeouts.js';
import { TARGET } from './fake-ecs.js';
import { config } from './fakes.js';

type Configuration = NonNullable<Service['deploymentConfiguration']>;

describe('how long an ECS deployment may take: 30 minutes of wait-for-minutes, and what the service waits on purpose', () => {
  it.each<readonly [string, Configuration, number]>([
    ['nothing', {}, 30],
    ['its bake time', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 15 }, 45],
    [
      'every step of a linear shift',
      { strategy: 'LINEAR', linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 6 } },
      54
    ],
    ['the canary', { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 } }, 40],
    [
      'a hook that pauses it, at each of its stages',
      {
        lifecycleHooks: [
          {
            targetType: 'PAUSE',
            lifecycleStages: ['PRE_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT'],
            timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' }
          }
        ]
      },
      150
    ],
    [
      'a day for a hook that says no time',
      { lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] }] },
      1_470
    ],
    ['not for a function', { lifecycleHooks: [{ targetType: 'AWS_LAMBDA', lifecycleStages: ['POST_SCALE_UP'] }] }, 30]
  ])('%s', (_name, deploymentConfiguration, minutes) => {
    const target = { ...TARGET, service: { ...TARGET.service, deploymentConfiguration } };
    expect(ecsTimeout(target, config()) / 60_000).toBe(minutes);
  });
});
