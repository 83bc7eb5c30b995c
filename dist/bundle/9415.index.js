export const id = 9415;
export const ids = [9415];
export const modules = {

/***/ 1848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ cancelableClock),
/* harmony export */   EH: () => (/* binding */ cancelableCalls),
/* harmony export */   H6: () => (/* binding */ orAborted),
/* harmony export */   aW: () => (/* binding */ cancelableProcesses)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The promise's outcome, or the signal's reason as a rejection as soon as it fires. What comes after that is nobody's business. */
async function orAborted(promise, signal) {
    if (signal === undefined)
        return promise;
    promise.catch(() => undefined);
    let stop;
    const aborted = new Promise((_resolve, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([promise, aborted]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}
/**
 * A port whose calls hear a cancellation, whatever they wait for: credentials, a connection, an answer, the pause before a repetition.
 * None begins after the signal. What only looks rejects with the signal's reason at once. A change that is under way is waited for a
 * moment more, and rejects with Unanswered where no answer comes.
 *
 * @param port all of its methods return promises
 */
function cancelableCalls(port, signal, changes) {
    const names = new Set(changes?.names);
    const call = async (method, args, isChange) => {
        signal.throwIfAborted();
        const answer = Promise.resolve(method.apply(port, args));
        if (!isChange)
            return orAborted(answer, signal);
        const until = changes?.answers;
        return orAborted(answer, until).catch((error) => {
            throw until?.aborted === true && error === until.reason ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .unanswered */ .bj)(signal.reason) : error;
        });
    };
    return new Proxy(port, {
        get: (target, name) => {
            const value = Reflect.get(target, name);
            if (typeof value !== 'function')
                return value;
            const method = value;
            return (...args) => call(method, args, names.has(name));
        }
    });
}
/** A clock whose every sleep ends with the signal, besides what its caller gives it. */
function cancelableClock(clock, signal) {
    return {
        now: () => clock.now(),
        random: () => clock.random(),
        sleep: (milliseconds, own) => clock.sleep(milliseconds, own === undefined || own === signal ? signal : AbortSignal.any([own, signal]))
    };
}
/** Child processes that all end with the signal, besides what their caller gives them. */
function cancelableProcesses(processes, signal) {
    return {
        ...processes,
        run: (command, args, options) => {
            const own = options?.signal;
            const both = own === undefined || own === signal ? signal : AbortSignal.any([own, signal]);
            return processes.run(command, args, { ...options, signal: both });
        }
    };
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
