import { randomBytes } from 'node:crypto';

/**
 * A mark that no other run has: `slipway-` and sixteen hexadecimal digits. It goes where AWS keeps a text of the caller's (CodeDeploy's
 * `description`, RunTask's `startedBy`), so that what a lost answer made is found by it.
 */
export function makeMark(): string {
  return `slipway-${randomBytes(8).toString('hex')}`;
}
