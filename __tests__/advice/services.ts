import type { Settings } from './stage.js';

const FAST = { interval: 5, healthy: 2, unhealthy: 10, delay: 10 };
const DEFAULTS = { interval: 30, healthy: 5, unhealthy: 2, delay: 300 };

/** Twelve services; the last four have nothing to gain. */
export const SERVICES: Readonly<Record<string, Settings>> = {
  'rolling, all defaults': { strategy: 'ROLLING', desired: 2, target: DEFAULTS },
  'rolling, one task at a time': {
    strategy: 'ROLLING',
    desired: 6,
    maximumPercent: 120,
    minimumHealthyPercent: 100,
    target: { ...DEFAULTS, delay: 60 }
  },
  'rolling in place, halves': {
    strategy: 'ROLLING',
    desired: 4,
    maximumPercent: 100,
    minimumHealthyPercent: 50,
    target: { ...DEFAULTS, interval: 20, delay: 120 }
  },
  'rolling, a slow health check of its own': {
    strategy: 'ROLLING',
    desired: 3,
    check: { interval: 60, retries: 3, startPeriod: 60 }
  },
  'rolling, ignores SIGTERM': { strategy: 'ROLLING', desired: 2, stopTimeout: 90, stop: 500 },
  'blue/green, a long bake time': { strategy: 'BLUE_GREEN', desired: 2, target: DEFAULTS, bakeMinutes: 15 },
  'linear, ten steps': {
    strategy: 'LINEAR',
    desired: 2,
    target: FAST,
    stepPercent: 10,
    stepMinutes: 6,
    bakeMinutes: 5
  },
  'CodeDeploy, canary and a termination wait': {
    strategy: 'CODE_DEPLOY',
    desired: 2,
    target: DEFAULTS,
    configName: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
    terminationMinutes: 10
  },
  'rolling, fast already': { strategy: 'ROLLING', desired: 2, target: FAST },
  'rolling, no load balancer': { strategy: 'ROLLING', desired: 2 },
  'canary, watched by an alarm': {
    strategy: 'CANARY',
    desired: 2,
    target: FAST,
    stepMinutes: 10,
    bakeMinutes: 10,
    alarm: true
  },
  'CodeDeploy, watched by an alarm': {
    strategy: 'CODE_DEPLOY',
    desired: 2,
    target: FAST,
    terminationMinutes: 30,
    alarm: true
  }
};

/** How many of the services above have something to gain. */
export const TO_GAIN = 8;
