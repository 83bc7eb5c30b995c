export const id = 8335;
export const ids = [8335,578];
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

/***/ 8335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployFromCommand: () => (/* binding */ deployFromCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/host/cleanup-file.js


/**
 * A cleanup store in a file, for a process that another one follows: what is noted is on the disk before anything is changed, and survives a
 * SIGKILL. Without entries there is no file.
 *
 * @param entries what is noted now, by name
 */
function fileCleanupStore(path, entries) {
    const save = () => {
        if (entries.size === 0) {
            (0,external_node_fs_.rmSync)(path, { force: true });
            return;
        }
        (0,external_node_fs_.writeFileSync)(`${path}.new`, JSON.stringify([...entries.values()]), { mode: 0o600 });
        (0,external_node_fs_.renameSync)(`${path}.new`, path);
    };
    return {
        add: (name, pending) => {
            entries.set(name, pending);
            try {
                save();
            }
            catch (error) {
                throw unusable(path, 'written', error);
            }
        },
        remove: name => {
            if (!entries.delete(name))
                return;
            try {
                save();
            }
            catch {
                // It is gone or meant to stay, and whoever reads the file looks before taking anything back.
            }
        }
    };
}
/** What an interrupted run noted in such a file; empty where there is none. Throws SlipwayError for one that cannot be read. */
function readCleanupFile(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw unusable(path, 'read', error);
    }
}
function unusable(path, verb, cause) {
    return new errors/* SlipwayError */.GQ({
        code: 'cleanup-record',
        fault: 'user',
        what: `The cleanup record ${path} cannot be ${verb}: ${cause instanceof Error ? cause.message : String(cause)}.`,
        next: verb === 'read'
            ? 'Check with slipway status whether the deployment of the interrupted run is still in progress.'
            : 'Name a file in a folder that this user may write: --cleanup-record=FILE.',
        cause
    });
}

// EXTERNAL MODULE: ./lib/host/console.js
var console = __webpack_require__(4459);
// EXTERNAL MODULE: ./lib/outcome.js
var lib_outcome = __webpack_require__(3259);
// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/text/one-line.js
var one_line = __webpack_require__(6810);
// EXTERNAL MODULE: ./lib/text/shell.js
var shell = __webpack_require__(3213);
// EXTERNAL MODULE: ./lib/commands/ship.js
var ship = __webpack_require__(578);
;// CONCATENATED MODULE: ./lib/commands/deploy.js









/** A variable of CodePipeline is shown on one line, and in a message that has to be read at a glance. */
const MAX_REASON = 1_000;
/**
 * `slipway deploy [DIRECTORY]`: deploys the four files of a folder as the Action deploys those that it wrote. Resolves with the exit code;
 * prints the outputs as `slipway ship` does.
 *
 * @throws SlipwayError where a file that a flag names cannot be read or written
 */
async function deployFromCommand({ flags, positionals, problems }, host, write) {
    const { json, export: variables, 'summary-file': summaryFile, 'cleanup-record': record, ...rest } = flags;
    const { 'clean-up': cleansUp, ...settings } = rest;
    const [directory] = positionals;
    const request = {
        given: directory === undefined ? settings : { ...settings, 'artifacts-directory': directory },
        givenFrom: 'flag',
        problems: [...problems, ...findConflict(directory, settings['artifacts-directory'])],
        purpose: 'artifacts'
    };
    if (cleansUp === 'true')
        return cleanUpRecord(record, request, host);
    const named = [variables, summaryFile].filter(path => path !== undefined);
    // What cannot be written is told before anything changes, and of a run that is killed nothing is left of an earlier one.
    for (const path of named)
        await host.files.write(path, '');
    const outcome = await (0,ship/* runAndCleanUp */.PD)(request, host, entries => record === undefined ? (0,console/* inMemoryCleanupStore */.u)(entries) : fileCleanupStore(record, entries));
    (0,ship/* writeOutputs */.Kn)(outcome, json === 'true', write);
    const texts = new Map([
        [variables, renderVariables(outcome)],
        [summaryFile, outcome.summary]
    ]);
    const isWritten = await writeAll(texts, host);
    return isWritten ? outcome.exitCode : outcome.exitCode || lib_outcome/* EXIT_CODES */.ai.failed;
}
/** Writes what there is for the files that are named. @returns whether all were written; the deployment went as it went */
async function writeAll(texts, { files, reporter }) {
    let isWritten = true;
    for (const [path, text] of texts) {
        if (path === undefined || text === undefined)
            continue;
        await files.write(path, text).catch((error) => {
            isWritten = false;
            (0,log/* logError */.vV)(error, reporter);
        });
    }
    return isWritten;
}
function findConflict(directory, given) {
    if (directory === undefined || given === undefined || directory === given)
        return [];
    const what = `The folder is ${(0,format/* quote */.hD)(directory)} as the argument, and ${(0,format/* quote */.hD)(given)} by --artifacts-directory.`;
    return [{ code: 'conflict', place: {}, what, next: 'Keep one of the two.' }];
}
/** What a post step does after the Action: takes back what a run left that was killed. */
async function cleanUpRecord(record, request, host) {
    if (record === undefined) {
        throw new errors/* SlipwayError */.GQ({
            code: 'missing-flag',
            fault: 'user',
            what: '--clean-up takes back what an interrupted run noted, and no record is named.',
            next: 'Add --cleanup-record=FILE, as for that run.'
        });
    }
    const noted = readCleanupFile(record);
    if (noted.length === 0) {
        host.reporter.info('Nothing to clean up.');
        return 0;
    }
    const entries = new Map(noted.map((pending, index) => [String(index), pending]));
    const cleanupStore = fileCleanupStore(record, entries);
    if (!(await (0,ship/* cleanUp */.nY)(noted, request, { ...host, cleanupStore }))) {
        host.reporter.error('Cleanup was incomplete; see the warnings above.');
        return lib_outcome/* EXIT_CODES */.ai.failed;
    }
    for (const name of [...entries.keys()])
        cleanupStore.remove(name);
    return 0;
}
/** The outputs and the reason as a shell reads them: `TASK_DEFINITION_ARN=arn:…`, one a line. */
function renderVariables({ outputs, reason }) {
    const named = { ...outputs, outcome: outputs.outcome ?? 'failed', reason: shorten((0,one_line/* toOneLine */.G)(reason ?? '')) };
    return Object.entries(named)
        .map(([name, value]) => `${name.toUpperCase().replaceAll('-', '_')}=${(0,shell/* quoteWord */.X)(value) ?? "''"}\n`)
        .join('');
}
function shorten(text) {
    return text.length <= MAX_REASON ? text : `${text.slice(0, MAX_REASON - 1).trimEnd()}…`;
}


/***/ }),

/***/ 578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ writeOutputs),
/* harmony export */   PD: () => (/* binding */ runAndCleanUp),
/* harmony export */   nY: () => (/* binding */ cleanUp),
/* harmony export */   shipFromCommand: () => (/* binding */ shipFromCommand)
/* harmony export */ });
/* harmony import */ var _host_console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4459);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4755);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50);



/** `slipway ship`: the whole job, as the Action does it. Resolves with the exit code; prints the outputs as `name=value`, or as JSON. */
async function shipFromCommand({ flags: { json, ...flags }, problems }, host, write) {
    const request = { given: flags, givenFrom: 'flag', problems };
    const outcome = await runAndCleanUp(request, host, _host_console_js__WEBPACK_IMPORTED_MODULE_0__/* .inMemoryCleanupStore */ .u);
    writeOutputs(outcome, json === 'true', write);
    return outcome.exitCode;
}
/** Runs, and takes back at the end what the run did not settle itself. @param makeStore makes the store that keeps its entries in the map */
async function runAndCleanUp(request, host, makeStore) {
    const left = new Map();
    const own = { ...host, cleanupStore: makeStore(left) };
    const outcome = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runShip */ .yC)(request, own);
    if (left.size > 0 && (await cleanUp([...left.values()], request, own))) {
        for (const name of [...left.keys()])
            own.cleanupStore.remove(name);
    }
    return outcome;
}
/** Takes back what a run left. @returns whether all is gone */
async function cleanUp(noted, request, host) {
    const config = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .Xg)(request, host).catch(() => undefined);
    const githubDeployments = config === undefined ? undefined : (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .connectGithubDeployments */ .kY)(config, host);
    const after = (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .forTakingBack */ .Nj)(host);
    return (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_1__/* .runCleanups */ .D)(noted, { ...after, githubDeployments }, region => (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .connectWorld */ .ZF)({ region, role: config?.role }, after));
}
/** Prints the outputs. Of a run that came nowhere there is nothing to say but what was wrong. */
function writeOutputs({ outputs }, json, write) {
    if (json && Object.keys(outputs).length === 0)
        return;
    if (json)
        write(`${JSON.stringify(outputs, undefined, 2)}\n`);
    else
        for (const [name, value] of Object.entries(outputs))
            write(`${name}=${value}\n`);
}


/***/ }),

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toOneLine),
/* harmony export */   P: () => (/* binding */ isOneLine)
/* harmony export */ });
/**
 * Characters that end a line for one or the other reader (YAML 1.1 takes U+0085, U+2028 and U+2029 for such), that control something, or that no
 * file may hold.
 */
const NOT_IN_A_LINE = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff\ufffe\uffff]/u;
/** Whether a text stays on one line, whoever reads it. */
function isOneLine(text) {
    return !NOT_IN_A_LINE.test(text);
}
/** A text on one line, as for a comment: what would end it is a blank. */
function toOneLine(text) {
    return text.replace(new RegExp(NOT_IN_A_LINE, 'gu'), ' ');
}


/***/ }),

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ quoteWord)
/* harmony export */ });
/** Characters that a POSIX shell takes as they are, wherever in a word they stand. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
/**
 * Characters that do not survive as they are: control characters, and those that one or the other reader of YAML takes for a line's
 * end, for a byte order mark, or for no character at all.
 */
const FRAGILE = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;
/**
 * A word as bash reads it back to the very same text, on one line: bare where nothing in it is special, in single quotes otherwise, and as
 * `$'…'` where characters in it have no other safe spelling (line breaks, control characters).
 *
 * @returns undefined for what no argument can hold: a NUL, or half a surrogate pair
 */
function quoteWord(text) {
    if (text.includes('\0') || /\p{Surrogate}/u.test(text))
        return undefined;
    if (PLAIN.test(text))
        return text;
    if (!FRAGILE.test(text))
        return `'${text.replaceAll("'", String.raw `'\''`)}'`;
    return `$'${Array.from(text, escapeCharacter).join('')}'`;
}
const ESCAPES = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`,
    '\\': String.raw `\\`,
    "'": String.raw `\'`
};
function escapeCharacter(character) {
    const known = ESCAPES[character];
    if (known !== undefined)
        return known;
    if (!FRAGILE.test(character))
        return character;
    // Bytes, not code points: what \u means depends on the locale.
    return Array.from(new TextEncoder().encode(character), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}


/***/ })

};
