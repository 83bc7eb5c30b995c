import { createHash } from 'node:crypto';

import type { DeploymentInfo } from '../aws/shapes.js';
import { ACTIVE_STATUSES, ALL_STATUSES, type CodeDeployPort } from './ports.js';

interface OwnDeploymentQuery {
  readonly application: string;
  readonly deploymentGroup: string;
  /** Of the AppSpec that was sent. */
  readonly sha256: string;
  /** Look at ended ones too, back to this moment; else only at active ones. */
  readonly since?: Date | undefined;
}

/** The sha256 that CreateDeployment wants: hex, of exactly the bytes that are sent. */
export function hashAppSpec(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/**
 * Finds the deployment that a lost CreateDeployment made: the AppSpec names a revision that only this run registered, so its
 * sha256 tells ours from every other. GetDeployment leaves the content out, but not the sha256.
 */
export async function findOwnDeployment(
  query: OwnDeploymentQuery,
  codedeploy: CodeDeployPort
): Promise<string | undefined> {
  const { application, deploymentGroup, sha256, since } = query;
  const statuses = since === undefined ? ACTIVE_STATUSES : ALL_STATUSES;
  const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses, createdAfter: since });
  const infos = await Promise.all(ids.slice(0, 5).map(id => codedeploy.getDeployment(id)));
  return infos.find(info => isSame(info, sha256))?.deploymentId;
}

function isSame(info: DeploymentInfo, sha256: string): boolean {
  // A rollback brings an older AppSpec and is nobody's request.
  return info.creator !== 'codeDeployRollback' && info.revision?.appSpecContent?.sha256 === sha256;
}
