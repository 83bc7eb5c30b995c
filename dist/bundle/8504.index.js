export const id = 8504;
export const ids = [8504,9144];
export const modules = {

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

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Makes attempts, with waits between, until one is neither transient nor pending, or the last one was made.
 *
 * @returns what the last attempt resolved to, which may be pending still
 * @throws what the last attempt was rejected with, or what a wait was cancelled with
 */
async function retry(options, attempt) {
    const { clock, attempts = Infinity, deadline = Infinity } = options;
    const { first, factor = 1, longest = Infinity, jitter = 0 } = options.pauses;
    const isLast = (made, pause) => made >= attempts || clock.now() + pause > deadline;
    for (let made = 1, pause = first;; made += 1, pause = Math.min(pause * factor, longest)) {
        try {
            const value = await attempt();
            if (options.isPending?.(value) !== true || isLast(made, pause))
                return value;
            options.onPending?.(value);
        }
        catch (error) {
            if (isLast(made, pause) || options.isTransient?.(error) !== true)
                throw error;
            options.onFailure?.(error);
        }
        await wait(options, jitter === 0 ? pause : pause * (1 - jitter + 2 * jitter * clock.random()));
    }
}
async function wait({ clock, signal, isUnsure }, milliseconds) {
    try {
        await clock.sleep(milliseconds, signal);
    }
    catch (error) {
        throw isUnsure?.() === true ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .unanswered */ .bj)(error) : error;
    }
}


/***/ }),

/***/ 6086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rr: () => (/* binding */ isTokenOrInput),
/* harmony export */   tV: () => (/* binding */ listBuildCredentials),
/* harmony export */   uo: () => (/* binding */ isCredential)
/* harmony export */ });
/** Of GitHub: the inputs of the step, its tokens, and what an OIDC token is asked for with. */
const GITHUB = /^(?:INPUT_.*|(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN|ACTIONS_ID_TOKEN_REQUEST_(?:TOKEN|URL))$/i;
/**
 * Of AWS, as the SDKs read them (https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html), and what GitHub's cache is asked
 * with: Docker's caches take them from the environment.
 */
const CACHE = /^(?:AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|CONTAINER_AUTHORIZATION_TOKEN)|ACTIONS_RUNTIME_TOKEN)$/i;
/** Whether an environment variable holds a credential of the job: no program that Slipway starts inherits it. */
function isCredential(variable) {
    return GITHUB.test(variable) || CACHE.test(variable);
}
/** What a command of the user's does not inherit: the step's inputs and the job's tokens, and the file that hands on what the post step cleans up. */
function isTokenOrInput(variable) {
    return GITHUB.test(variable) || /^(?:ACTIONS_RUNTIME_TOKEN|GITHUB_STATE|STATE_.*)$/i.test(variable);
}
/** The credentials of the environment that a build may ask for: those of caches, and those that a setting of it names. */
function listBuildCredentials(environment, settings) {
    const named = new Set(settings.flatMap(setting => setting.split(/[^\w-]+/)));
    return Object.fromEntries(Object.entries(environment).filter(([name]) => CACHE.test(name) || (GITHUB.test(name) && named.has(name))));
}


/***/ })

};
