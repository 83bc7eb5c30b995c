import type { Pause } from './pause.js';

import { nameDeployment } from '../../text/deployment-name.js';
import { formatMoment } from '../../text/time.js';

/** What a deployment waits for, and the command that ends the wait. Pure. */
export function describePause({ stage, expiresAt }: Pause, deployment: Parameters<typeof nameDeployment>[0]): string {
  const name = nameDeployment(deployment) ?? '';
  const until = expiresAt === undefined ? '' : ` until ${formatMoment(new Date(expiresAt))}`;
  return `It waits at ${stage}${until} for slipway continue ${name} (with --rollback it goes back).`;
}
