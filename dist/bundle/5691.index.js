export const id = 5691;
export const ids = [5691,450,9144,1886,6500];
export const modules = {

/***/ 4755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ runCleanups)
/* harmony export */ });
/* harmony import */ var _image_docker_docker_cleanup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/* harmony import */ var _report_github_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3371);
/* harmony import */ var _rollout_rollback_stop_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7444);
/* harmony import */ var _rollout_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3810);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8988);





/** The order in which they are taken back after the deployments, which come first since they serve people: what needs Docker's folder before the folder. */
const CLEANUP_ORDER = [
    'task',
    'github-deployment',
    'docker-builder',
    'docker-login',
    'directory'
];
/**
 * Takes back what a run noted and did not settle, because it crashed or was killed: does with a deployment what `on-cancel` says, logs out,
 * removes builders and folders. Never rejects: what cannot be taken back is told, and the rest goes on.
 *
 * @param connect makes the AWS clients; called only where there is a deployment
 * @returns whether all is gone
 */
async function runCleanups(pendingCleanups, context, connect) {
    const attempt = async (pending) => {
        const problem = await takeBackOne(pending, context, connect);
        if (problem !== undefined)
            context.reporter.warn(`Cleaning up (${pending.kind}): ${problem}`);
        return problem === undefined;
    };
    // All services at once: a post step has little time, and one whose AWS does not answer must not keep the others waiting.
    const deployments = pendingCleanups.filter(({ kind }) => kind === 'deployment');
    const done = await Promise.all(deployments.map(attempt));
    const rest = pendingCleanups.filter(({ kind }) => kind !== 'deployment');
    for (const pending of rest.sort((a, b) => CLEANUP_ORDER.indexOf(a.kind) - CLEANUP_ORDER.indexOf(b.kind))) {
        done.push(await attempt(pending));
    }
    return done.every(Boolean);
}
async function takeBackOne(pending, context, connect) {
    if (pending.kind === 'deployment')
        return takeBackDeployment(pending, context, connect);
    if (pending.kind === 'github-deployment')
        return (0,_report_github_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .closeInterruptedGithubDeployment */ .Fp)(pending, context.githubDeployments, context.clock);
    if (pending.kind === 'task')
        return takeBackTask(pending, context, connect);
    await context.endOrphans?.(pending.kind === 'directory' ? pending.path : pending.directory);
    return (0,_image_docker_docker_cleanup_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUpDocker */ .d5)(pending, context);
}
async function takeBackTask(pending, context, connect) {
    try {
        const { ecs } = await connect(pending.region);
        const stopResult = await (0,_rollout_rollback_stop_task_js__WEBPACK_IMPORTED_MODULE_2__/* .stopInterruptedTask */ .o)(pending, ecs, context.clock);
        context.reporter.info(`The task${pending.arn === '' ? '' : ` ${pending.arn}`} before the rollout was still in progress. ${stopResult}`);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
async function takeBackDeployment(pending, context, connect) {
    const where = `${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(pending.cluster)}/${pending.service}`;
    try {
        const stopResult = await (0,_rollout_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_3__/* .stopInterruptedDeployment */ .yH)(pending, await connect(pending.region), context.clock);
        const name = `The deployment${pending.id === '' ? '' : ` ${pending.id}`} of ${where}`;
        if (!(0,_rollout_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(stopResult, pending.onCancel))
            return `${name} runs on. ${stopResult.reason}${manualCommand(pending)}`;
        const outcome = `${name} was still in progress. ${stopResult.reason}`;
        if ((0,_rollout_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_3__/* .isTooLate */ .h8)(stopResult) && pending.onCancel !== 'leave') {
            context.reporter.warn(`${outcome} on-cancel (${pending.onCancel}) came too late.`);
        }
        else
            context.reporter.info(outcome);
        return undefined;
    }
    catch (error) {
        return `${where}: ${error instanceof Error ? error.message : String(error)}${manualCommand(pending)}`;
    }
}
/** The command that does what could not be done; none where it is not known which deployment is meant. */
function manualCommand(pending) {
    const { engine, region, cluster, service, id, serviceDeploymentArn: arn, onCancel } = pending;
    if (id === '' || onCancel === 'leave')
        return '';
    const back = onCancel === 'rollback';
    if (engine === 'codedeploy') {
        const how = back ? '--auto-rollback-enabled' : '--no-auto-rollback-enabled';
        return ` By hand: aws deploy stop-deployment --region ${region} --deployment-id ${id} ${how}`;
    }
    if (arn !== undefined) {
        const how = back ? 'ROLLBACK' : 'ABORT';
        return ` By hand: aws ecs stop-service-deployment --region ${region} --service-deployment-arn ${arn} --stop-type ${how}`;
    }
    const where = `--region=${region} --cluster=${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(cluster)} --service=${service}`;
    return back
        ? ` By hand: slipway rollback ${where}`
        : ` By hand: aws ecs list-service-deployments ${where.replaceAll('=', ' ')} --status IN_PROGRESS names it, and aws ecs stop-service-deployment stops it.`;
}


/***/ }),

/***/ 450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startDeadlines: () => (/* binding */ startDeadlines)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/** In milliseconds after the cancellation, of the 7500 that GitHub gives before it sends SIGTERM. */
const AFTER = { answers: 2_000, undo: 4_500, report: 6_000 };
/** So many calls may wait side by side for one of the signals. Node takes more than ten for a leak, and writes a warning into the log. */
const MOST_WAITS = 1_000;
/** The deadlines of a run that this signal cancels, by the system's time: whoever ends the process goes by no other. */
function startDeadlines(signal) {
    const deadlines = {
        answers: new AbortController(),
        undo: new AbortController(),
        report: new AbortController()
    };
    const { answers, undo, report } = deadlines;
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(MOST_WAITS, signal, answers.signal, undo.signal, report.signal);
    const begin = () => {
        for (const name of ['answers', 'undo', 'report']) {
            setTimeout(() => deadlines[name].abort(outOfTime()), AFTER[name]);
        }
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    return { answers: answers.signal, undo: undo.signal, report: report.signal };
}
function outOfTime() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'out-of-time',
        fault: 'aws',
        what: 'There was no answer within the few seconds that a cancelled run has.'
    });
}


/***/ }),

/***/ 9144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemClock: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/**
 * The system's clock; or, with `SLIPWAY_CLOCK=<scale>@<anchor>` (both numbers, the anchor in milliseconds since the epoch), one that
 * runs `scale` times as fast from the anchor on. The built-in AWS keeps the same time, so that a rehearsal of minutes takes seconds.
 */
function systemClock(setting) {
    const { scale, anchor } = readScale(setting);
    return {
        now: () => anchor + (Date.now() - anchor) * scale,
        sleep: async (milliseconds, signal) => {
            try {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds / scale, undefined, signal === undefined ? {} : { signal });
            }
            catch (error) {
                if (signal?.aborted === true)
                    throw signal.reason;
                throw error;
            }
        },
        random: () => Math.random()
    };
}
function readScale(setting) {
    const match = /^(\d+(?:\.\d+)?)@(\d+)$/.exec(setting ?? '');
    return match === null ? { scale: 1, anchor: 0 } : { scale: Number(match[1]), anchor: Number(match[2]) };
}


/***/ }),

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


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   SN: () => (/* binding */ actionsStateStore),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   TO: () => (/* binding */ githubReporter),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   lG: () => (/* binding */ readPendingCleanups),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   pq: () => (/* binding */ isPostStep),
/* harmony export */   vy: () => (/* binding */ failStep)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7132);


/** The Actions runner: commands on standard output, and the files that `GITHUB_OUTPUT`, `GITHUB_STATE` and `GITHUB_STEP_SUMMARY` name. */
function githubReporter() {
    let depth = 0;
    return {
        group: async (title, body) => {
            // The runner folds one level only: an inner group's title is a line of the outer one.
            if (depth > 0)
                _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCommands */ .g9(title));
            else
                _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(title);
            depth += 1;
            try {
                return await body();
            }
            finally {
                depth -= 1;
                if (depth === 0)
                    _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
            }
        },
        info: line => _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCommands */ .g9(line)),
        warn: (message, place) => _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(message, annotationOf(place)),
        error: (message, place) => _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3(message, annotationOf(place)),
        debug: line => _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz(line),
        mask: secret => {
            if (secret !== '')
                _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq(secret);
        }
    };
}
function annotationOf(place) {
    return { file: place?.file, line: place?.line, col: place?.column };
}
const PENDING_CLEANUPS = 'leftovers';
const POST = 'post';
/** A cleanupStore in the runner's state file: what is noted reaches the post step even if this process is killed the moment after. */
function actionsStateStore() {
    const entries = new Map();
    const save = () => _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(PENDING_CLEANUPS, Object.fromEntries(entries));
    return {
        add: (name, pending) => {
            entries.set(name, pending);
            handOver('Cannot save cleanup state for the post step', 'GITHUB_STATE', save);
        },
        remove: name => {
            if (!entries.delete(name))
                return;
            try {
                save();
            }
            catch {
                // It is gone or meant to stay, and the post step looks before it takes anything back: no run fails of this.
            }
        }
    };
}
/** What the main step noted and did not settle; read in the post step. Throws SlipwayError where the runner hands over something else. */
function readPendingCleanups() {
    const state = _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(PENDING_CLEANUPS);
    if (state === '')
        return [];
    try {
        return Object.values(JSON.parse(state));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
            code: 'runner-file',
            fault: 'user',
            what: `What the main step left to be taken back cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
            next: "Check with slipway status whether its deployment is still in progress, and check the runner's disk.",
            cause: error
        });
    }
}
/** True in the post step: `post.ts` says so, as nothing does that the main step would have to leave behind. */
function isPostStep() {
    return _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(POST) !== '';
}
/** The settings of `with:` by name in lower case. The runner upper-cases names and turns spaces into underscores (`INPUT_TASK-DEFINITION`). */
function readInputs(env) {
    const inputs = {};
    for (const [variable, value] of Object.entries(env)) {
        if (variable.startsWith('INPUT_') && value !== undefined)
            inputs[variable.slice('INPUT_'.length).toLowerCase()] = value.trim();
    }
    return inputs;
}
/** Hands the outputs to the steps that follow. Throws SlipwayError where the runner's file cannot be written. */
function setOutputs(outputs) {
    handOver('The outputs cannot be handed to the steps that follow', 'GITHUB_OUTPUT', () => {
        for (const [name, value] of Object.entries(outputs))
            _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value);
    });
}
function handOver(failure, variable, write) {
    try {
        write();
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
            code: 'runner-file',
            fault: 'user',
            what: `${failure}: ${error instanceof Error ? error.message : String(error)}.`,
            next: `Look at the file that ${variable} names, and at the disk of the runner.`,
            cause: error
        });
    }
}
/** GitHub's OIDC token for an audience. Rejects with a SlipwayError where the job may not have one, or GitHub does not give it. */
async function requestIdToken(audience) {
    try {
        const { getIDToken } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(7264)]).then(__webpack_require__.bind(__webpack_require__, 7264));
        return await getIDToken(audience);
    }
    catch (error) {
        const said = error instanceof Error
            ? error.message
                .replace(/^Error message:/, '')
                .replace(/\s+/g, ' ')
                .trim()
            : '';
        const mayNotAsk = process.env['ACT'] === 'true'
            ? {
                what: "role-to-assume needs GitHub's OIDC token, and act has none, whatever the job's permissions are.",
                next: 'Run act in the built-in AWS, which gives one (slipway cloud . -- act push), or leave role-to-assume out under act and hand it credentials (act --secret).'
            }
            : {
                what: "role-to-assume needs GitHub's OIDC token, and this job may not ask for one.",
                next: 'Add "permissions: id-token: write" to the job; the pull request of a fork never has it.'
            };
        const refusal = said.includes('env variable')
            ? { fault: 'user', ...mayNotAsk }
            : {
                fault: 'aws',
                what: `role-to-assume needs GitHub's OIDC token, and GitHub gave none: ${said.replace(/[.\s]+$/, '')}.`,
                next: 'This is usually temporary: run it again.'
            };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({ code: 'no-id-token', ...refusal, cause: error });
    }
}
/** Adds Markdown to the job summary; nothing happens where the runner has none. Where it cannot be written that is a warning: the run went as it went. */
async function writeSummary(markdown) {
    if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '')
        return;
    try {
        await _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .appendSummary */ .fe(markdown);
    }
    catch (error) {
        _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(`The job summary cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** Says why the step is red. The process goes on, so that what follows can still clean up; its exit code is the entry's. */
function failStep(message) {
    _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3(message);
}


/***/ }),

/***/ 2751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ endProcessesWith)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2165);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9144);



/** An orphan may start another program just before it ends. */
const MAX_ATTEMPTS = 50;
const PAUSE = 20;
/**
 * Ends (SIGKILL) all processes of this user whose environment has this variable with this value, and waits until they are gone. A step
 * that was killed leaves its child processes to themselves, and what they write would come after the cleaning up.
 *
 * By Linux's `/proc`; where there is none, nothing happens.
 */
async function endProcessesWith(variable, value) {
    const clock = (0,_clock_js__WEBPACK_IMPORTED_MODULE_2__.systemClock)(undefined);
    await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({ clock, attempts: MAX_ATTEMPTS, pauses: { first: PAUSE }, isPending: count => count > 0 }, async () => {
        const found = await findProcessesWith(`${variable}=${value}`);
        found.forEach(end);
        return found.length;
    });
}
async function findProcessesWith(entry) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc').catch(() => []);
    const ids = names.filter(name => /^\d+$/.test(name)).map(Number);
    const others = ids.filter(id => id !== process.pid);
    // Other users' environments cannot be read, and are none of ours; of a process that has ended it is empty.
    const environments = await Promise.all(others.map(id => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${id}/environ`, 'utf8').catch(() => '')));
    return others.filter((_id, index) => environments[index]?.split('\0').includes(entry) === true);
}
function end(id) {
    try {
        process.kill(id, 'SIGKILL');
    }
    catch {
        // It has ended by itself in the meantime.
    }
}


/***/ }),

/***/ 9415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemProcesses: () => (/* binding */ systemProcesses)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1848);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _text_credential_variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6086);






/** In milliseconds after SIGTERM: a program that goes on is killed, and one whose output somebody else holds open is no longer waited for. */
const KILL_AFTER = 2_000;
const LEAVE_AFTER = 2_500;
/** The most characters of an output that a result has, and of a line that goes on and on. */
const MAX_KEPT = 4 * 1024 ** 2;
const MAX_OF_LINE = 64 * 1024;
/** Child processes by `@actions/exec`, silent: what is shown, and how, is the caller's choice. */
function systemProcesses() {
    return { run, processors: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)() };
}
async function run(command, args, options = {}) {
    options.signal?.throwIfAborted();
    const stdout = collectLines(line => options.onLine?.(line, 'stdout'));
    const stderr = collectLines(line => options.onLine?.(line, 'stderr'));
    const child = new Child(options.signal);
    const [tool, toolArgs] = child.wrap(command, args);
    let exitCode;
    try {
        const running = (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .exec */ .m)(tool, toolArgs, {
            silent: true,
            ignoreReturnCode: true,
            env: mergeEnvironment(options.env),
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            ...(options.input === undefined ? {} : { input: Buffer.from(options.input) }),
            listeners: {
                stdout: data => stdout.add(child.takeId(data)),
                stderr: data => stderr.add(data)
            }
        });
        exitCode = await (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_3__/* .orAborted */ .H6)(running, child.left);
    }
    catch (error) {
        if (child.left.aborted)
            throw options.signal?.reason;
        throw missingProgram(command, error);
    }
    finally {
        child.release();
    }
    const result = { exitCode, stdout: stdout.end(), stderr: stderr.end() };
    options.signal?.throwIfAborted();
    const failure = tool === command ? undefined : readExecFailure(command, result);
    if (failure !== undefined)
        throw failure;
    return result;
}
/**
 * What `sh` says where it could not become the program, in any language: `docker: 1: exec: docker: not found`. POSIX has it end with 127 where there is
 * no such program, and with 126 where it may not be started: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html (2.8.2).
 *
 * @returns undefined: it became the program, whose own exit code this is
 */
function readExecFailure(command, { exitCode, stderr }) {
    if (exitCode !== 126 && exitCode !== 127)
        return undefined;
    const [, shell, program, reason] = /^(.+?): (?:\S+ )?\d+: exec: (.+?): (.+)$/m.exec(stderr) ?? [];
    if (shell !== command || program !== command)
        return undefined;
    return missingProgram(command, exitCode === 127 ? undefined : new Error(reason));
}
/**
 * `@actions/exec` keeps the child to itself, so a cancelled run could not end a build that goes on. Where a signal is given, `sh` says
 * its process id first and then becomes the program (`exec`): same arguments, same id.
 */
class Child {
    #signal;
    #given;
    #left = new AbortController();
    #timers = [];
    #head;
    #id;
    constructor(signal) {
        this.#given = signal;
        this.#signal = process.platform === 'win32' ? undefined : signal;
        signal?.addEventListener('abort', this.#end);
    }
    /** Fires when it was to end, and is no longer waited for. */
    get left() {
        return this.#left.signal;
    }
    wrap(command, args) {
        if (this.#signal === undefined)
            return [command, [...args]];
        this.#head = Buffer.alloc(0);
        return ['sh', ['-c', 'echo "$$"; exec "$0" "$@"', command, ...args]];
    }
    /** Takes the first line, the id, off the output; returns what is the program's own. */
    takeId(data) {
        if (this.#head === undefined)
            return data;
        this.#head = Buffer.concat([this.#head, data]);
        const end = this.#head.indexOf('\n');
        if (end < 0)
            return Buffer.alloc(0);
        this.#id = Number(this.#head.subarray(0, end).toString());
        const rest = this.#head.subarray(end + 1);
        this.#head = undefined;
        if (this.#signal?.aborted === true)
            this.#send('SIGTERM');
        return rest;
    }
    release() {
        this.#given?.removeEventListener('abort', this.#end);
        this.#timers.forEach(timer => clearTimeout(timer));
    }
    #end = () => {
        this.#send('SIGTERM');
        this.#timers.push(setTimeout(() => this.#send('SIGKILL'), KILL_AFTER), setTimeout(() => this.#left.abort(), LEAVE_AFTER));
    };
    #send(signal) {
        if (this.#id === undefined)
            return;
        try {
            process.kill(this.#id, signal);
        }
        catch {
            // It has ended by itself in the meantime.
        }
    }
}
function collectLines(onLine) {
    // A character may be cut in two between chunks.
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder('utf8');
    let all = '';
    let pending = '';
    const add = (text) => {
        all += text;
        // What matters of an output stands at its end.
        if (all.length > 2 * MAX_KEPT)
            all = all.slice(-MAX_KEPT);
        const lines = (pending + text).split(/\r?\n/);
        pending = lines.pop() ?? '';
        if (pending.length > MAX_OF_LINE)
            pending = `${pending.slice(0, MAX_OF_LINE)}…`;
        lines.forEach(onLine);
    };
    return {
        add: data => add(decoder.write(data)),
        end: () => {
            add(decoder.end());
            if (pending !== '')
                onLine(pending);
            return all.slice(-MAX_KEPT);
        }
    };
}
function mergeEnvironment(changes) {
    const inherited = Object.entries(process.env).filter(([name]) => !(0,_text_credential_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .isCredential */ .uo)(name));
    const merged = { ...Object.fromEntries(inherited), ...changes };
    return Object.fromEntries(Object.entries(merged).filter((entry) => entry[1] !== undefined));
}
function missingProgram(command, cause) {
    const message = cause instanceof Error ? cause.message : 'it is not there';
    if (cause !== undefined && !message.includes('Unable to locate executable')) {
        const what = `The program ${command} could not be started: ${message}.`;
        const next = `See that it works for the user that runs this: ${command} --version.`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ({ code: 'program-failed', fault: 'user', what, next, cause });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ({
        code: 'program-missing',
        fault: 'user',
        what: `The program ${command} is not on this machine's PATH.`,
        next: `Install ${command}, or run where it is installed.`,
        cause
    });
}


/***/ }),

/***/ 9705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRouteResolver: () => (/* binding */ createRouteResolver)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/host/proxy-env.js


/**
 * The proxy for a request, by the rules of the AWS CLI: `HTTPS_PROXY` or `HTTP_PROXY` by the request's scheme, and `NO_PROXY`; each in lower case too,
 * which goes first. A name of NO_PROXY stands for its subdomains too, with or without a dot before it. As in Go and in GitHub's runner, what
 * is on this machine is asked directly, and NO_PROXY may name a network (`10.0.0.0/8`).
 *
 * @returns undefined where the request goes directly
 * @throws SlipwayError where the variable's value is no proxy; its value, which may hold a password, is not in the message
 */
function findProxy(url, environment) {
    const { variable, value } = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', environment);
    if (value === '' || isBypassed(url, read('NO_PROXY', environment).value))
        return undefined;
    return { variable, ...parseProxy(variable, value) };
}
/** All passwords of proxies in the environment, as written and as sent: they are to be hidden in every log. */
function listProxyPasswords(environment) {
    return ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap(name => {
        const { value } = read(name, environment);
        const password = /^(?:[^:/]+:\/\/)?[^:@/]*:(.+)@[^@]*$/.exec(value)?.[1];
        return password === undefined ? [] : [password, decode(password)];
    });
}
/** True where a request might go through a proxy. */
function namesProxy(environment) {
    return ['HTTPS_PROXY', 'HTTP_PROXY'].some(name => read(name, environment).value !== '');
}
/** An empty variable in lower case switches one in upper case off, as in the AWS CLI. */
function read(name, environment) {
    const lower = environment[name.toLowerCase()];
    return lower === undefined
        ? { variable: name, value: environment[name]?.trim() ?? '' }
        : { variable: name.toLowerCase(), value: lower.trim() };
}
function parseProxy(variable, value) {
    const text = value.includes('://') ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') {
        throw new errors/* SlipwayError */.GQ({
            code: 'malformed-proxy',
            fault: 'user',
            what: `${variable} names no proxy that can be used${url === undefined ? '' : ` (${url.protocol.replace(':', '')})`}: expected a URL such as http://proxy.example:3128.`,
            next: 'Write special characters of the password as %XX.'
        });
    }
    const credentials = `${decode(url.username)}:${decode(url.password)}`;
    return {
        url: `${url.protocol}//${url.host}`,
        authorization: credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
    };
}
/** A percent sign that nobody encoded stands for itself. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function isBypassed(url, noProxy) {
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const defaultPort = url.protocol === 'https:' ? '443' : '80';
    const port = url.port === '' ? defaultPort : url.port;
    if (host === 'localhost' || contains('127.0.0.0/8', host) || contains('::1/128', host))
        return true;
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(entry => entry !== '')
        .some(entry => {
        if (entry === '*' || contains(entry, host))
            return true;
        const [, name = '', ofPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.replace(/^\[(.*)\]/, '$1')) ?? [];
        if (entry === host)
            return true;
        return name !== '' && (ofPort === undefined || ofPort === port) && (host === name || host.endsWith(`.${name}`));
    });
}
/** Whether a network in CIDR notation holds this address. */
function contains(network, host) {
    const [address = '', bits = ''] = network.split('/');
    const family = (0,external_node_net_.isIP)(address);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || (0,external_node_net_.isIP)(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
        return false;
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, Number(bits), kind);
    return list.check(host, kind);
}

// EXTERNAL MODULE: ./lib/memoize.js
var memoize = __webpack_require__(2419);
;// CONCATENATED MODULE: ./lib/host/proxy.js



/**
 * What the environment says of the way to AWS, as the AWS CLI takes it: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, and `AWS_CA_BUNDLE`, a PEM file of the
 * authorities that are trusted instead of Node's. Passwords of proxies are hidden in every log from here on.
 *
 * @returns undefined where nothing is said, so that nothing has to be loaded
 */
function createRouteResolver(environment, files, mask) {
    const bundle = environment['AWS_CA_BUNDLE'] ?? '';
    if (bundle === '' && !namesProxy(environment))
        return undefined;
    listProxyPasswords(environment).forEach(mask);
    const open = (0,memoize/* memoize */.Bj)(async () => {
        const [{ makeAgents }, ca] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3878), __webpack_require__.e(1093)]).then(__webpack_require__.bind(__webpack_require__, 1093)), readBundle(bundle, files)]);
        return makeAgents(ca);
    });
    return async (url) => {
        const proxy = findProxy(url, environment);
        const agents = await open();
        return { agent: agents(url, proxy), proxy };
    };
}
async function readBundle(path, files) {
    if (path === '')
        return undefined;
    const refuse = (why) => new errors/* SlipwayError */.GQ({
        code: 'no-ca-bundle',
        fault: 'user',
        what: `AWS_CA_BUNDLE names ${path}, and ${why}.`,
        next: 'Name a PEM file with the certificates of the authorities that you trust, or unset the variable.'
    });
    const bytes = await files.read(path).catch((error) => {
        throw refuse(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (bytes === undefined)
        throw refuse('there is no such file');
    const text = new TextDecoder().decode(bytes);
    if (!text.includes('-----BEGIN CERTIFICATE-----'))
        throw refuse('there is no certificate in it');
    return text;
}


/***/ }),

/***/ 8504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemShell: () => (/* binding */ systemShell)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(481);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _text_credential_variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6086);
/* harmony import */ var _orphaned_processes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2751);






/** In milliseconds after SIGTERM: what goes on is killed. */
const KILL_AFTER = 1_000;
/** An output that somebody else holds open is no longer waited for so long after the command has ended. */
const LEAVE_AFTER = 1_000;
/** What a command has started has this variable, and is ended by it where it has left the command's process group. */
const MARK = 'SLIPWAY_GATE_RUN';
/**
 * The system's shell: bash, with `-e` as `run:` of a workflow has it, where there is one; else sh; on Windows the command prompt. The command
 * is the head of a process group, which is signalled as a whole. What has left the group is found by a variable (Linux).
 */
function systemShell() {
    return { run };
}
async function run(line, options) {
    options.signal.throwIfAborted();
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)();
    const env = { ...inheritedVariables(), ...options.env, [MARK]: mark };
    const child = await start(line, env);
    const end = () => signalGroup(child, 'SIGTERM');
    let killing;
    const cut = () => {
        end();
        killing = setTimeout(() => signalGroup(child, 'SIGKILL'), KILL_AFTER);
    };
    options.signal.addEventListener('abort', cut, { once: true });
    if (options.signal.aborted)
        cut();
    try {
        const outputs = [child.stdout, child.stderr].map(stream => readLines(stream, options.onLine));
        const result = await new Promise(resolve => {
            child.once('exit', (code, signal) => resolve(code === null ? { killedBy: signal ?? 'a signal' } : { exitCode: code }));
        });
        // What the command left behind in its group, and what has left that.
        signalGroup(child, 'SIGKILL');
        await (0,_orphaned_processes_js__WEBPACK_IMPORTED_MODULE_4__/* .endProcessesWith */ .X)(MARK, mark);
        await Promise.race([Promise.all(outputs), pause(LEAVE_AFTER)]);
        options.signal.throwIfAborted();
        return result;
    }
    finally {
        clearTimeout(killing);
        options.signal.removeEventListener('abort', cut);
        for (const stream of [child.stdout, child.stderr])
            stream?.destroy();
    }
}
const SHELLS = process.platform === 'win32'
    ? [['cmd.exe', '/d', '/s', '/c']]
    : [
        ['bash', '-e', '-c'],
        ['sh', '-e', '-c']
    ];
async function start(line, env) {
    for (const [shell, ...args] of SHELLS) {
        const isCommandPrompt = process.platform === 'win32';
        // The command prompt takes what stands between the outer quotes as it is.
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(shell, [...args, isCommandPrompt ? `"${line}"` : line], {
            windowsVerbatimArguments: isCommandPrompt,
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: !isCommandPrompt,
            windowsHide: true
        });
        const error = await new Promise(resolve => {
            child.once('spawn', () => resolve(undefined));
            child.once('error', resolve);
        });
        if (error === undefined)
            return child;
        if (error.code !== 'ENOENT')
            throw notStarted(error);
    }
    throw notStarted(new Error(`neither ${SHELLS.map(([shell]) => shell).join(' nor ')} is on the PATH`));
}
function notStarted(cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ({
        code: 'program-failed',
        fault: 'user',
        what: `The shell for gate-command could not be started: ${cause.message}.`,
        next: 'Run where there is one.',
        cause
    });
}
/** A group of its own (POSIX), a tree (Windows). */
function signalGroup({ pid }, signal) {
    if (pid === undefined)
        return;
    if (process.platform === 'win32') {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
        return;
    }
    try {
        process.kill(-pid, signal);
    }
    catch {
        // All of it has ended.
    }
}
function readLines(stream, onLine) {
    if (stream === null)
        return Promise.resolve();
    const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: stream, crlfDelay: Infinity });
    lines.on('line', onLine);
    return new Promise(resolve => lines.once('close', resolve));
}
function pause(milliseconds) {
    return new Promise(resolve => void setTimeout(resolve, milliseconds).unref());
}
function inheritedVariables() {
    return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => value === undefined || (0,_text_credential_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .isTokenOrInput */ .rr)(name) ? [] : [[name, value]]));
}


/***/ }),

/***/ 6500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemWebClient: () => (/* binding */ systemWebClient)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);


/** In milliseconds, for the whole answer. */
const TIMEOUT = 10_000;
/** So many bytes of an answer are read. */
const MAX_BODY = 64 * 1024;
const DEFAULT_PORTS = { 'http:': 80, 'https:': 443 };
/** Requests by Node's own client, each on a connection of its own, straight: a gate asks a load balancer, not the world. */
function systemWebClient() {
    return { get };
}
function get({ url, headers, address, signal }) {
    const target = new URL(url);
    const isSecure = target.protocol === 'https:';
    const options = {
        method: 'GET',
        host: address ?? target.hostname.replace(/^\[|\]$/g, ''),
        port: Number(target.port === '' ? DEFAULT_PORTS[target.protocol] : target.port),
        path: `${target.pathname}${target.search}`,
        headers: { Host: target.host, ...headers },
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
        ...(isSecure ? { servername: target.hostname } : {})
    };
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            const isLate = error.name === 'TimeoutError' || error.name === 'AbortError';
            if (signal.aborted)
                reject(signal.reason);
            else
                reject(isLate ? Object.assign(new Error('no answer within 10 s'), { name: 'TimeoutError' }) : error);
        };
        const request = (isSecure ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(options, answer => {
            readBody(answer).then(body => resolve({ status: answer.statusCode ?? 0, body }), fail);
        });
        request.on('error', fail);
        request.end();
    });
}
/** The beginning of it; the rest is not waited for. */
async function readBody(answer) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_BODY)
            break;
    }
    return Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8');
}


/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _host_cancel_deadlines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(450);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9144);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5593);
/* harmony import */ var _host_github_deployments_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1886);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4475);
/* harmony import */ var _host_orphaned_processes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2751);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9415);
/* harmony import */ var _host_proxy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9705);
/* harmony import */ var _host_shell_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8504);
/* harmony import */ var _host_streams_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8203);
/* harmony import */ var _host_web_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6500);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4755);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3259);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9820);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(50);
















// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
const { env } = process;
const cancel = new AbortController();
const files = (0,_host_files_js__WEBPACK_IMPORTED_MODULE_3__/* .systemFiles */ .Hy)(env['RUNNER_TEMP']);
const reporter = (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .githubReporter */ .TO)();
const host = {
    files,
    processes: (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_6__.systemProcesses)(),
    shell: (0,_host_shell_js__WEBPACK_IMPORTED_MODULE_8__.systemShell)(),
    web: (0,_host_web_js__WEBPACK_IMPORTED_MODULE_10__.systemWebClient)(),
    clock: (0,_host_clock_js__WEBPACK_IMPORTED_MODULE_2__.systemClock)(env['SLIPWAY_CLOCK']),
    reporter,
    cleanupStore: (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .actionsStateStore */ .SN)(),
    environment: env,
    idToken: _host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .requestIdToken */ .gj,
    resolveRoute: (0,_host_proxy_js__WEBPACK_IMPORTED_MODULE_7__.createRouteResolver)(env, files, secret => reporter.mask(secret)),
    githubDeployments: token => (0,_host_github_deployments_js__WEBPACK_IMPORTED_MODULE_15__.githubDeployments)(token, env),
    signal: cancel.signal,
    deadlines: (0,_host_cancel_deadlines_js__WEBPACK_IMPORTED_MODULE_1__.startDeadlines)(cancel.signal)
};
const request = {
    given: (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(env),
    givenFrom: 'input'
};
// A runner that no longer listens does not end a rollout.
for (const stream of [process.stdout, process.stderr])
    (0,_host_streams_js__WEBPACK_IMPORTED_MODULE_9__/* .guardStream */ .I)(stream, () => undefined);
// A promise that nobody awaited must not end green.
process.on('unhandledRejection', reason => {
    throw reason instanceof Error ? reason : new Error(String(reason));
});
process.on('uncaughtException', error => {
    (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .failStep */ .vy)(error.stack ?? error.message);
    process.exit(1);
});
// GitHub sends SIGINT when a workflow is cancelled, SIGTERM 7.5 s later, and ends the process 2.5 s after that. Only the first one tells
// anything new.
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => cancel.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ(signal)));
if ((0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .isPostStep */ .pq)())
    process.exit(await runPost());
else
    await runMain();
async function runMain() {
    const { exitCode, outputs, summary } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .runShip */ .yC)(request, host);
    const isHandedOver = handOut(outputs);
    if (summary !== undefined)
        await (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSummary */ .Sy)(summary);
    process.exit(isHandedOver ? exitCode : exitCode || _outcome_js__WEBPACK_IMPORTED_MODULE_12__/* .EXIT_CODES */ .ai.failed);
}
/** Steps that build on outputs must not go on without them. */
function handOut(outputs) {
    try {
        (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .setOutputs */ .n0)(outputs);
        return true;
    }
    catch (error) {
        (0,_report_log_js__WEBPACK_IMPORTED_MODULE_13__/* .logError */ .vV)(error, host.reporter);
        return false;
    }
}
/**
 * The post step runs whatever became of the main step, also after a crash or a cancellation. One that is cancelled itself goes on for the
 * few seconds that there are, and what it could not take back by then makes it red. Gives the exit code.
 */
async function runPost() {
    const noted = findPendingCleanups();
    if (noted === undefined)
        return _outcome_js__WEBPACK_IMPORTED_MODULE_12__/* .EXIT_CODES */ .ai.failed;
    if (noted.length === 0)
        host.reporter.info('Nothing to clean up.');
    // The role is the main step's; where its settings cannot be read, the default chain has to do.
    const config = await (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .readConfig */ .Xg)(request, host).catch(() => undefined);
    const connected = config === undefined ? undefined : (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .connectGithubDeployments */ .kY)(config, host);
    const endOrphans = (directory) => (0,_host_orphaned_processes_js__WEBPACK_IMPORTED_MODULE_5__/* .endProcessesWith */ .X)('DOCKER_CONFIG', directory);
    const own = (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .forTakingBack */ .Nj)(host);
    const clean = await (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_11__/* .runCleanups */ .D)(noted, { ...own, githubDeployments: connected, endOrphans }, region => (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .connectWorld */ .ZF)({ region, role: config?.role }, own));
    if (!clean)
        (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .failStep */ .vy)('Something of this run is left behind: the warnings above say what.');
    return clean ? 0 : _outcome_js__WEBPACK_IMPORTED_MODULE_12__/* .EXIT_CODES */ .ai.failed;
}
/** What is to be taken back; undefined where that is not to be known, which is told. */
function findPendingCleanups() {
    try {
        return (0,_host_github_js__WEBPACK_IMPORTED_MODULE_4__/* .readPendingCleanups */ .lG)();
    }
    catch (error) {
        (0,_report_log_js__WEBPACK_IMPORTED_MODULE_13__/* .logError */ .vV)(error, host.reporter);
        return undefined;
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
