import type { ConnectionMachine } from '../../src/aws/connection.js';
import { systemClock } from '../../src/host/clock.js';

/** A machine that has no OIDC token. */
export const MACHINE: ConnectionMachine = {
  idToken: () => Promise.reject(new Error('no token')),
  clock: systemClock(undefined)
};
