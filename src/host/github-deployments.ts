import type { GithubDeployments } from '../ports.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub shall not hold a run up: a request that takes longer, in milliseconds, is given up. */
const REQUEST_TIMEOUT = 5_000;

/**
 * The deployments of the repository that this workflow run belongs to (REST API, "Deployments" and "Deployment statuses"); the client is
 * loaded at the first call. undefined where this is no workflow run of GitHub's: no repository or no commit is known there.
 *
 * @param token needs `deployments: write`
 */
export function githubDeployments(token: string, env: Environment): GithubDeployments | undefined {
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const sha = env['GITHUB_SHA'] ?? '';
  if (env['GITHUB_ACTIONS'] !== 'true' || owner === '' || repo === '' || sha === '') return undefined;
  const where = { owner, repo };
  const logUrl = runUrl(env);
  let loading: ReturnType<typeof load> | undefined;
  const open = (): ReturnType<typeof load> => (loading ??= load(token));
  const limit = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
  return {
    create: async ({ environment, description, mark }) => {
      const octokit = await open();
      const { data } = await octokit.rest.repos.createDeployment({
        ...where,
        ref: sha,
        environment,
        description,
        payload: { slipway: mark },
        // The commit is deployed as it is: nothing is merged into it, and its other checks are not waited for.
        auto_merge: false,
        required_contexts: [],
        request: limit()
      });
      if ('id' in data) return data.id;
      throw new Error(data.message ?? 'GitHub answered without an id.');
    },
    find: async ({ environment, mark }) => {
      const octokit = await open();
      // The newest first: what this run made a moment ago is on the first page.
      const { data } = await octokit.rest.repos.listDeployments({
        ...where,
        sha,
        environment,
        per_page: 100,
        request: limit()
      });
      return data.find(({ payload }) => readMark(payload) === mark)?.id;
    },
    setStatus: async (id, { state, description, environmentUrl }) => {
      const octokit = await open();
      await octokit.rest.repos.createDeploymentStatus({
        ...where,
        deployment_id: id,
        state,
        description,
        log_url: logUrl,
        ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
        request: limit()
      });
    }
  };
}

/** A payload comes back as it was given, as JSON or as its text ("List deployments"). */
function readMark(payload: unknown): unknown {
  try {
    const read: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
    return (read as { readonly slipway?: unknown } | null)?.slipway;
  } catch {
    // Somebody else's text.
    return undefined;
  }
}

async function load(token: string) {
  const { getOctokit } = await import('@actions/github');
  // What goes wrong is told by the caller, in a warning.
  return getOctokit(token, { log: { debug: ignore, info: ignore, warn: ignore, error: ignore } });
}

function ignore(): void {
  // Nothing is said.
}

function runUrl(env: Environment): string {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`;
}
