export const id = 1886;
export const ids = [1886];
export const modules = {

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubDeployments: () => (/* binding */ githubDeployments)
/* harmony export */ });
/** GitHub shall not hold a run up: a request that takes longer, in milliseconds, is given up. */
const REQUEST_TIMEOUT = 5_000;
/**
 * The deployments of the repository that this workflow run belongs to (REST API, "Deployments" and "Deployment statuses"); the client is
 * loaded at the first call. undefined where this is no workflow run of GitHub's: no repository or no commit is known there.
 *
 * @param token needs `deployments: write`
 */
function githubDeployments(token, env) {
    const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    const sha = env['GITHUB_SHA'] ?? '';
    if (env['GITHUB_ACTIONS'] !== 'true' || owner === '' || repo === '' || sha === '')
        return undefined;
    const where = { owner, repo };
    const logUrl = runUrl(env);
    let loading;
    const open = () => (loading ??= load(token));
    const limit = () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
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
            if ('id' in data)
                return data.id;
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
function readMark(payload) {
    try {
        const read = typeof payload === 'string' ? JSON.parse(payload) : payload;
        return read?.slipway;
    }
    catch {
        // Somebody else's text.
        return undefined;
    }
}
async function load(token) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    // What goes wrong is told by the caller, in a warning.
    return getOctokit(token, { log: { debug: ignore, info: ignore, warn: ignore, error: ignore } });
}
function ignore() {
    // Nothing is said.
}
function runUrl(env) {
    const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`;
}


/***/ })

};
