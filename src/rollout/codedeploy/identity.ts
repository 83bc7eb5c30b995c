/**
 * What makes a CodeDeploy deployment ours (docs/among-others.md says it for users): the id in CreateDeployment's answer; where the answer
 * got lost, this run's mark in the deployment's `description`. Never its AppSpec: two runs that deploy one revision send the same bytes.
 */
import { createHash } from 'node:crypto';

import type { DeploymentInfo } from '../../aws/types.js';
import type { Clock } from '../../ports.js';
import { retryTransient } from '../transient.js';
import { ACTIVE_STATUSES, ALL_STATUSES, type CodeDeployPort } from '../ports.js';
import { retry } from '../../retry.js';

interface OwnDeploymentQuery {
  readonly application: string;
  readonly deploymentGroup: string;
  /** As `makeMark` made it for this run and this service. */
  readonly mark: string;
  /** Look at ended ones too, back to this moment; else only at active ones. */
  readonly since?: Date | undefined;
}

/**
 * So many characters a description may have, by CodeDeploy's quotas (https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html);
 * more are refused with DescriptionTooLongException. The service model has no number, and AWS's own action cuts at 512.
 */
const DESCRIPTION_LIMIT = 256;
/** So often the list is asked for a deployment that may be too young for it. */
const LISTING_LOOKS = 6;
/** A group has one active deployment at a time: of a minute there are never more. */
const MAX_LISTED = 25;

/** The sha256 that CreateDeployment wants: hex, of exactly the bytes that are sent. */
export function hashAppSpec(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/**
 * The deployment's description: the user's words, if any, and the mark in brackets. At most 256 characters, counted as UTF-16 does; the
 * words are cut for it, the cut is marked, and a character of two code units is not torn apart.
 */
export function markDescription(words: string | undefined, mark: string): string {
  if (words === undefined) return `[${mark}]`;
  const room = DESCRIPTION_LIMIT - mark.length - 3;
  const kept = words.length <= room ? words : `${words.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
  return `${kept} [${mark}]`;
}

/** Finds the deployment that a lost CreateDeployment made, by its mark (ListDeployments, GetDeployment). @returns its id */
export async function findOwnDeployment(
  query: OwnDeploymentQuery,
  codedeploy: CodeDeployPort
): Promise<string | undefined> {
  const { application, deploymentGroup, mark, since } = query;
  const statuses = since === undefined ? ACTIVE_STATUSES : ALL_STATUSES;
  const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses, createdAfter: since });
  const infos = await Promise.all(ids.slice(0, MAX_LISTED).map(id => codedeploy.getDeployment(id)));
  return infos.find(info => isMarked(info, mark))?.deploymentId;
}

/** What holds a group that refuses another deployment. */
type ActiveDeployment =
  | { readonly kind: 'ours'; readonly id: string }
  | { readonly kind: 'other' }
  /** Nothing that is active is listed. */
  | { readonly kind: 'unlisted' };

/**
 * Looks whether it is the deployment of our own lost CreateDeployment that holds the group. The list lags behind CreateDeployment by some
 * seconds: while it names nothing that is active, it is asked again, once a second.
 */
export async function findActive(
  query: OwnDeploymentQuery,
  codedeploy: CodeDeployPort,
  clock: Clock
): Promise<ActiveDeployment> {
  const { application, deploymentGroup } = query;
  // What is active first: one that the list names meanwhile is still found by its mark.
  const look = async (): Promise<ActiveDeployment> => {
    const active = { application, deploymentGroup, statuses: ACTIVE_STATUSES };
    const [listed] = await retryTransient(clock, () => codedeploy.listDeployments(active));
    const id = await retryTransient(clock, () => findOwnDeployment(query, codedeploy));
    if (id !== undefined) return { kind: 'ours', id };
    return listed === undefined ? { kind: 'unlisted' } : { kind: 'other' };
  };
  return retry(
    {
      clock,
      attempts: LISTING_LOOKS,
      pauses: { first: 1_000 },
      isPending: ({ kind }) => kind === 'unlisted',
      isUnsure: () => true
    },
    look
  );
}

/** A rollback is nobody's request, whatever description it may have taken over. */
function isMarked({ creator, description }: DeploymentInfo, mark: string): boolean {
  return creator === 'user' && description?.includes(mark) === true;
}
