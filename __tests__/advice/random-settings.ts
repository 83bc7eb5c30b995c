import { seededRandom } from '../../src/emulator/server/faults.js';
import type { Settings } from './stage.js';

/** Settings by chance, in the ranges that AWS takes; the same for the same seed. */
export function drawSettings(seed: number): Settings {
  const random = seededRandom(seed * 7_919 + 13);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const oneOf = <T>(values: readonly T[]): T => values[between(0, values.length - 1)] as T;
  const strategy = oneOf(['ROLLING', 'ROLLING', 'ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY', 'CODE_DEPLOY'] as const);
  const isRolling = strategy === 'ROLLING';
  const target =
    isRolling && random() < 0.3
      ? undefined
      : {
          interval: between(6, 60),
          healthy: between(2, 10),
          unhealthy: between(2, 10),
          delay: oneOf([0, between(1, 60), between(60, 600), 300])
        };
  const inPlace = random() < 0.3;
  return {
    strategy,
    desired: between(1, 9),
    ...(isRolling
      ? {
          maximumPercent: inPlace ? 100 : between(101, 250),
          minimumHealthyPercent: inPlace ? between(0, 80) : oneOf([100, between(0, 100)])
        }
      : {}),
    ...(target === undefined ? {} : { target, grace: oneOf([0, between(0, 300)]) }),
    ...(random() < 0.3
      ? { check: { interval: between(5, 120), retries: between(1, 10), startPeriod: between(0, 120) } }
      : {}),
    ...(random() < 0.3 ? { stopTimeout: between(2, 120) } : {}),
    ready: between(1, 40),
    stop: oneOf([1, between(1, 30), 600]),
    bakeMinutes: oneOf([0, between(1, 30)]),
    stepMinutes: oneOf([0, between(1, 12)]),
    stepPercent: between(5, 50),
    terminationMinutes: oneOf([0, between(1, 60)]),
    configName: `CodeDeployDefault.ECS${oneOf(['AllAtOnce', 'Canary10Percent5Minutes', 'Canary10Percent15Minutes', 'Linear10PercentEvery1Minutes', 'Linear10PercentEvery3Minutes'])}`,
    alarm: random() < 0.25
  };
}
