import { setTimeout as wait } from 'node:timers/promises';

import type { Clock } from '../ports.js';

/**
 * The system's clock; or, with `SLIPWAY_CLOCK=<scale>@<anchor>` (both numbers, the anchor in milliseconds since the epoch), one that
 * runs `scale` times as fast from the anchor on. The built-in AWS keeps the same time, so that a rehearsal of minutes takes seconds.
 */
export function systemClock(setting: string | undefined): Clock {
  const { scale, anchor } = readScale(setting);
  return {
    now: () => anchor + (Date.now() - anchor) * scale,
    sleep: async (milliseconds, signal) => {
      try {
        await wait(milliseconds / scale, undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        throw error;
      }
    },
    random: () => Math.random()
  };
}

function readScale(setting: string | undefined): { scale: number; anchor: number } {
  const match = /^(\d+(?:\.\d+)?)@(\d+)$/.exec(setting ?? '');
  return match === null ? { scale: 1, anchor: 0 } : { scale: Number(match[1]), anchor: Number(match[2]) };
}
