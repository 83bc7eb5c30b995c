import type { GithubConfig } from '../config/config.js';
import type { Outcome } from '../outcome.js';
import type {
  GithubDeploymentStatus,
  Clock,
  GithubDeployments,
  CleanupStore,
  PendingCleanup,
  Reporter
} from '../ports.js';
import { styleOf } from './outcome-style.js';
import { retry } from '../retry.js';

/** A status of a deployment may say so many characters (REST API, "Create a deployment status"). */
const DESCRIPTION_LIMIT = 140;
const NOTE = 'github-deployment';

const STATES: Readonly<Record<Outcome, GithubDeploymentStatus['state']>> = {
  succeeded: 'success',
  unchanged: 'success',
  // It is not followed, so nobody knows.
  started: 'in_progress',
  // It waits for somebody.
  paused: 'in_progress',
  planned: 'inactive',
  registered: 'inactive',
  pushed: 'inactive',
  failed: 'failure',
  'rolled-back': 'failure',
  'timed-out': 'failure',
  superseded: 'inactive',
  cancelled: 'error'
};

/** How an outcome is told on GitHub: only what is green here is `success` there. Pure. */
export function describeStatus(
  outcome: Outcome,
  reason: string | undefined
): Omit<GithubDeploymentStatus, 'environmentUrl'> {
  const { word } = styleOf(outcome);
  const said = reason === undefined || reason.trim() === '' ? `${word}.` : `${word}: ${reason.trim()}`;
  return { state: STATES[outcome], description: cut(said.replaceAll(/\s+/g, ' ')) };
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= DESCRIPTION_LIMIT ? text : `${characters.slice(0, DESCRIPTION_LIMIT - 1).join('')}…`;
}

/** A run's deployment on GitHub. */
export interface GithubDeployment {
  /** The rollout is about to begin: makes the deployment, in progress. Returns at once; a second call does nothing. */
  begin(): void;
  /** Tells how it ended; nothing happens where it never began. Never rejects. */
  end(outcome: Outcome, reason: string | undefined): Promise<void>;
}

/**
 * Shows a run on GitHub's board. What goes wrong there is one warning and nothing more: the rollout is not GitHub's.
 *
 * @param githubDeployments undefined: nothing is shown (no token, or no run of GitHub's)
 */
export function startGithubDeployment(
  githubDeployments: GithubDeployments | undefined,
  config: GithubConfig,
  {
    reporter,
    cleanupStore,
    clock
  }: { readonly reporter: Reporter; readonly cleanupStore: CleanupStore; readonly clock: Clock }
): GithubDeployment {
  let opening: Promise<number | undefined> | undefined;
  // GitHub's own default, for those who have one environment and never named it.
  const { environment = 'production', environmentUrl } = config;
  const warn = (error: unknown): undefined => {
    reporter.warn(explain(error));
    return undefined;
  };

  const create = async (to: GithubDeployments): Promise<number> => {
    const mark = makeMark(clock);
    // Before the request: whoever is killed before the answer has a deployment there that nobody would close.
    const note = { kind: 'github-deployment', environment, mark } as const;
    cleanupStore.add(NOTE, note);
    const id = await to.create({ environment, description: 'Deployed by Slipway', mark }).catch((error: unknown) => {
      if (isRefusal(error)) cleanupStore.remove(NOTE);
      throw error;
    });
    cleanupStore.add(NOTE, { ...note, id });
    await to.setStatus(id, { state: 'in_progress', description: 'The rollout has begun.', environmentUrl });
    return id;
  };
  return {
    begin: () => {
      if (githubDeployments !== undefined) opening ??= create(githubDeployments).catch(warn);
    },
    end: async (outcome, reason) => {
      const id = await opening;
      if (githubDeployments === undefined || id === undefined) return;
      try {
        await githubDeployments.setStatus(id, { ...describeStatus(outcome, reason), environmentUrl });
        cleanupStore.remove(NOTE);
      } catch (error) {
        warn(error);
      }
    }
  };
}

/** What no other run has. */
function makeMark(clock: Clock): string {
  return [clock.now(), clock.random() * 36 ** 8].map(number => Math.trunc(number).toString(36)).join('-');
}

/** GitHub said no: nothing was made. Any other failure may have hidden an answer. */
function isRefusal(error: unknown): boolean {
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** GitHub's list may lag behind what it made: so often it is looked at, with so many milliseconds between. */
const MAX_ATTEMPTS = 3;
const BETWEEN_LOOKS = 1_000;

/**
 * For the post step: a run that was killed did not say how it ended. Where it was killed before GitHub answered, its deployment is the one
 * with the run's mark; no other is touched.
 *
 * @returns what went wrong; undefined where GitHub knows now, or there is no such deployment
 */
export async function closeInterruptedGithubDeployment(
  pending: InterruptedGithubDeployment,
  githubDeployments: GithubDeployments | undefined,
  clock: Clock
): Promise<string | undefined> {
  const { environment } = pending;
  if (githubDeployments === undefined) {
    return `GitHub still shows a deployment to ${environment} as in progress: there is no github-token here to close it with.`;
  }
  const description = 'The run was cut short before it could say how the rollout ended.';
  try {
    const id = pending.id ?? (await findEntry(pending, githubDeployments, clock));
    if (id === undefined) return undefined;
    await githubDeployments.setStatus(id, { state: 'error', description, environmentUrl: undefined });
    return undefined;
  } catch (error) {
    return explain(error);
  }
}

type InterruptedGithubDeployment = Extract<PendingCleanup, { readonly kind: 'github-deployment' }>;

async function findEntry(
  { environment, mark }: InterruptedGithubDeployment,
  githubDeployments: GithubDeployments,
  clock: Clock
): Promise<number | undefined> {
  return retry(
    { clock, attempts: MAX_ATTEMPTS, pauses: { first: BETWEEN_LOOKS }, isPending: id => id === undefined },
    () => githubDeployments.find({ environment, mark })
  );
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const status = (error as { readonly status?: unknown } | null)?.status;
  const what = `The deployment is not shown on GitHub: ${message.replace(/[.\s]*$/, '')}.`;
  return status === 401 || status === 403 || status === 404
    ? `${what} Give the job \`permissions: deployments: write\`, and github-token that job's token.`
    : what;
}
