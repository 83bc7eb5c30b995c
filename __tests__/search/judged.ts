import type { SimulatedRun } from '../simulation/simulation.js';
import type { Case } from './cases.js';
import { looksAt, concerns, type Change, type History, type Made } from './history.js';

/** What must be true of every run, whatever others do. */
export type Invariant =
  | 'an outcome is told'
  | 'the verdict is what became of our deployment'
  | "nothing of another's is stopped"
  | "nothing of another's is replaced against on-conflict"
  | 'going back goes to what was proven'
  | 'nothing of ours runs on unsaid'
  | 'nothing is made twice'
  | 'what is healthy is not ended'
  | 'a cancellation is heard'
  | 'outputs name what is ours'
  | 'the phases tell where all the time went';

/** What is wrong with a run. */
export interface Problem {
  readonly invariant: Invariant;
  readonly run: string;
  readonly what: string;
}

/** A run, and what it is judged by. */
export interface Judged {
  readonly run: SimulatedRun;
  readonly test: Case;
  readonly history: History;
  readonly changes: readonly Change[];
  readonly tell: (invariant: Invariant, what: string) => void;
}

/**
 * Whether a run had to know of what somebody else did: it looked at the service since, or asked for so many other things that its last look
 * is no fresh one. Between a look and the change that follows it at once nobody can help it.
 */
export function hadToKnow({ run, history }: Judged, other: Made, change: Change): boolean {
  const since = history.requests.filter(
    ({ request, order }) =>
      request.run === run && order > other.order && order < change.order && concerns(request, change.service)
  );
  return since.length >= 2 || since.some(({ request }) => looksAt(request, change.service));
}

/** The first UpdateService of a run rolls out; what comes later goes back. */
export function isRolloutOf({ history, run }: Judged, change: Change): boolean {
  return (
    change.request.step === 'main' &&
    !history.madeBy(run).some(({ service, order }) => service === change.service && order < change.order)
  );
}

function isShipped(arn: string, changes: readonly Change[]): boolean {
  const registered = changes.flatMap(change => change.revisions);
  return registered.length > 0 ? registered.includes(arn) : true;
}

/** A deployment of what the run ships, and not one that goes back. */
export function isShippedBy(made: Made, changes: readonly Change[]): boolean {
  return made.engine === 'codedeploy' || isShipped(made.deployment.taskDefinition.arn, changes);
}
export function describe({ request }: Change): string {
  return `${request.action} (${request.step} ${request.number})`;
}

export function last(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/**
 * Whether a deployment of somebody else's carries what only ours can: a revision that this run registered, deployed by another in the moment
 * in which this run's own request for it was under way. No one who looks at AWS can tell: either that request got lost, or ECS made nothing
 * for it, since what it asks for was in place, and answers with a deployment that was not there a moment ago.
 */
export function looksLikeOurs(judged: Judged, made: Made): boolean {
  const { run, history, changes } = judged;
  if (made.engine !== 'ecs') return false;
  const { arn } = made.deployment.taskDefinition;
  const isRegisteredByUs = changes.some(change => change.revisions.includes(arn));
  const isOurRequest = ({ action, input }: SimulatedRun['requests'][number]): boolean =>
    action === 'ecs:UpdateService' && input['taskDefinition'] === arn;
  // Killed before AWS had it, too: its status is 0 then.
  const hasLost = run.requests.some(
    request =>
      isOurRequest(request) &&
      request.trouble !== 'throttled' &&
      (request.trouble !== undefined || request.status === 0)
  );
  const isAnswered = changes.some(
    change => isOurRequest(change.request) && change.inPlace === made && !hadToKnow(judged, made, change)
  );
  const hasOwn = history
    .madeBy(run)
    .some(own => own.engine === 'ecs' && own.service === made.service && own.deployment.taskDefinition.arn === arn);
  return isRegisteredByUs && !hasOwn && (hasLost || isAnswered);
}
