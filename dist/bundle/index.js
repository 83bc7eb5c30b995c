import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 4317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 4020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ codedeployConsoleUrl),
/* harmony export */   dP: () => (/* binding */ taskDefinitionConsoleUrl),
/* harmony export */   ld: () => (/* binding */ logStreamConsoleUrl),
/* harmony export */   nk: () => (/* binding */ ecsServiceConsoleUrl)
/* harmony export */ });
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8988);
/** Links into AWS's console, in the partition of the region. */

/** Where one watches an ECS service's deployments. `cluster` and `service` are names or ARNs. */
function ecsServiceConsoleUrl(region, cluster, service) {
    const path = `clusters/${encodeURIComponent((0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(cluster))}/services/${encodeURIComponent((0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(service))}/deployments`;
    return `https://${consoleHost(region)}/ecs/v2/${path}?region=${region}`;
}
/** Where one watches a CodeDeploy deployment. */
function codedeployConsoleUrl(region, deploymentId) {
    return `https://${consoleHost(region)}/codesuite/codedeploy/deployments/${encodeURIComponent(deploymentId)}?region=${region}`;
}
/** The log lines of one stream. CloudWatch's console takes names in its own encoding: percent-encoded twice, with `$` for the percent sign. */
function logStreamConsoleUrl(region, group, stream) {
    const encode = (name) => encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
    return `https://${consoleHost(region)}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encode(group)}/log-events/${encode(stream)}`;
}
/** A task definition's revision, by its ARN. */
function taskDefinitionConsoleUrl(region, arn) {
    const { family, revision = '' } = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTaskDefinitionName */ .Te)(arn);
    return `https://${consoleHost(region)}/ecs/v2/task-definitions/${encodeURIComponent(family)}/${revision}/containers?region=${region}`;
}
/** The partitions that have a public console of their own, beside that of the partition aws. */
const CONSOLE_DOMAINS = {
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com',
    'aws-eusc': 'console.amazonaws-eusc.eu'
};
function consoleHost(region) {
    return `${region}.${CONSOLE_DOMAINS[(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region)] ?? 'console.aws.amazon.com'}`;
}


/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _commands_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9034);
/* harmony import */ var _commands_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7825);
/* harmony import */ var _commands_find_command_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7795);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(452);
/* harmony import */ var _host_console_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4459);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5593);
/* harmony import */ var _host_output_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4237);
/* harmony import */ var _host_screen_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4544);
/* harmony import */ var _host_streams_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(8203);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(3259);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(9820);












// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
const { env, stdout, stderr } = process;
const colour = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
// A CI may give its jobs a terminal, and keep every line that was ever written to it.
const isWatched = stdout.isTTY && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
/** What became of standard output. */
const output = { hasBegun: false, isIncomplete: false };
const isRunner = env['GITHUB_ACTIONS'] === 'true';
const out = (0,_host_output_js__WEBPACK_IMPORTED_MODULE_7__/* .openOutput */ .c)({
    write: text => {
        output.hasBegun = true;
        stdout.write(text);
    },
    isRunner,
    isTerminal: stdout.isTTY,
    isFile: isFile(stdout.fd),
    colour
});
const err = (0,_host_output_js__WEBPACK_IMPORTED_MODULE_7__/* .openOutput */ .c)({
    write: text => void stderr.write(text),
    isRunner,
    isTerminal: stderr.isTTY,
    isFile: isFile(stderr.fd),
    colour
});
(0,_host_streams_js__WEBPACK_IMPORTED_MODULE_9__/* .guardStream */ .I)(stdout, why => {
    output.isIncomplete = true;
    err.write(`error: Standard output cannot be written: ${why}.\n`);
    process.exitCode ||= _outcome_js__WEBPACK_IMPORTED_MODULE_10__/* .EXIT_CODES */ .ai.failed;
});
(0,_host_streams_js__WEBPACK_IMPORTED_MODULE_9__/* .guardStream */ .I)(stderr, () => undefined);
const lost = new AbortController();
stdout.once('error', () => lost.abort());
const errors = [];
// With --json standard output is for a program: what people are to read goes beside it.
const isForProgram = listOwnWords(process.argv.slice(2)).some(word => word === '--json' || word === '--json=true');
const reporter = (0,_host_console_js__WEBPACK_IMPORTED_MODULE_5__/* .consoleReporter */ .P)({
    write: isForProgram ? err.writeLine : out.writeLine,
    writeError: err.writeLine,
    colour,
    verbose: (env['SLIPWAY_DEBUG'] ?? '') !== '',
    columns: isWatched && !isForProgram ? () => stdout.columns : undefined,
    onError: (message, place) => void errors.push({ message, ...place })
});
const cancel = new AbortController();
/** A terminal's Ctrl-C reaches npx too, which hands it on: what comes so soon, in milliseconds, is the same one. */
const SAME_SIGNAL = 1_000;
let cancelledAt;
// SIGHUP: the terminal was closed, or the connection to it broke.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => end(signal));
const context = {
    files: (0,_host_files_js__WEBPACK_IMPORTED_MODULE_6__/* .systemFiles */ .Hy)(),
    environment: env,
    directory: (0,_host_files_js__WEBPACK_IMPORTED_MODULE_6__/* .workingDirectory */ .p7)() ?? '',
    program: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? ''),
    reporter,
    signal: cancel.signal,
    write: isForProgram ? out.writeJson : out.write,
    writeError: err.write,
    writeDocument: out.writeDocument,
    writeCommand: isForProgram ? err.writeCommand : out.writeCommand,
    paint: (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text),
    openScreen: isWatched && !isForProgram ? () => (0,_host_screen_js__WEBPACK_IMPORTED_MODULE_8__/* .openScreen */ .J)(stdout) : undefined,
    lost: lost.signal,
    commands: _commands_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .L,
    host: thisMachine
};
/** As other programs spell them. */
const OTHER_NAMES = {
    '--version': 'version',
    '-v': 'version',
    '--help': 'help',
    '-h': 'help'
};
const exitCode = await run(process.argv.slice(2));
if (isForProgram && !output.hasBegun && errors.length > 0)
    out.writeJson(`${JSON.stringify({ errors }, undefined, 2)}\n`);
process.exitCode = exitCode === 0 && output.isIncomplete ? _outcome_js__WEBPACK_IMPORTED_MODULE_10__/* .EXIT_CODES */ .ai.failed : exitCode;
// What was cut short may still hold the process: a connection, a program that gives credentials, a pause of the SDK's.
if (cancelledAt !== undefined)
    stdout.write('', () => process.exit());
/** The first one cancels, with all that has to be taken back; a second Ctrl-C is for who cannot wait for that. */
function end(signal) {
    if (cancelledAt === undefined) {
        cancelledAt = Date.now();
        cancel.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Cancelled */ .cJ(signal));
        return;
    }
    if (signal !== 'SIGINT' || Date.now() - cancelledAt < SAME_SIGNAL)
        return;
    err.write('error: Aborted; cleanup was skipped. slipway status shows the state of the service.\n');
    process.exit(_outcome_js__WEBPACK_IMPORTED_MODULE_10__/* .EXIT_CODES */ .ai.cancelled);
}
/** A stream that was closed, or is none of the system's, is no file. */
function isFile(descriptor) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor).isFile();
    }
    catch {
        return false;
    }
}
/** What is said to this program: what stands behind -- is another program's, and all of stand-in-docker's are Docker's. */
function listOwnWords(words) {
    if (words[0] === 'stand-in-docker')
        return [];
    const behind = words.indexOf('--');
    return behind < 0 ? words : words.slice(0, behind);
}
async function run([word = 'help', ...rest]) {
    try {
        // Its arguments are Docker's: nothing in them is ours to read.
        if (word === 'stand-in-docker') {
            const { runStandInDocker } = await __nccwpck_require__.e(/* import() */ 992).then(__nccwpck_require__.bind(__nccwpck_require__, 992));
            return await runStandInDocker(rest, process.stdin, env);
        }
        // Whatever a command reads or writes is found from there; the system's own words for it would be a stack trace.
        if (context.directory === '')
            throw (0,_host_files_js__WEBPACK_IMPORTED_MODULE_6__/* .missingDirectory */ .uH)();
        return await runCommand((0,_commands_find_command_js__WEBPACK_IMPORTED_MODULE_3__/* .findCommand */ .Z)(OTHER_NAMES[word] ?? word, _commands_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .L), rest);
    }
    catch (error) {
        (0,_report_log_js__WEBPACK_IMPORTED_MODULE_11__/* .logError */ .vV)(error, reporter);
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Cancelled */ .cJ)
            return _outcome_js__WEBPACK_IMPORTED_MODULE_10__/* .EXIT_CODES */ .ai.cancelled;
        return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ && error.fault === 'user' ? _outcome_js__WEBPACK_IMPORTED_MODULE_10__/* .EXIT_WRONG_USE */ .tN : 1;
    }
}
async function runCommand(command, rest) {
    // What stands behind -- is another program's, where a command runs one.
    const separator = command.runsProgram === true && rest.includes('--') ? rest.indexOf('--') : rest.length;
    const own = rest.slice(0, separator);
    if (own.includes('--help') || own.includes('-h')) {
        const { renderHelp } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(4381)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4381));
        out.write(renderHelp(command, _commands_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .L));
        return 0;
    }
    const { flagsOf } = await Promise.all(/* import() */[__nccwpck_require__.e(9537), __nccwpck_require__.e(3197)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3197));
    return command.run(readCommandLine(own, command, flagsOf(command)), context, rest.slice(separator + 1));
}
function readCommandLine(argv, { positionals: { max } }, flags) {
    const read = (0,_commands_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .readArguments */ .lR)(argv, flags);
    const extra = read.positionals.slice(max).map(word => ({
        code: 'unexpected-argument',
        place: {},
        what: `The argument "${word}" is not expected here.`,
        next: 'Settings are flags: --name=value.'
    }));
    return { ...read, problems: [...read.problems, ...extra] };
}
async function thisMachine() {
    const { startDeadlines } = await __nccwpck_require__.e(/* import() */ 450).then(__nccwpck_require__.bind(__nccwpck_require__, 450));
    const { systemClock } = await __nccwpck_require__.e(/* import() */ 9144).then(__nccwpck_require__.bind(__nccwpck_require__, 9144));
    const { githubDeployments } = await __nccwpck_require__.e(/* import() */ 1886).then(__nccwpck_require__.bind(__nccwpck_require__, 1886));
    const { systemProcesses } = await Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(9415)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9415));
    const { createRouteResolver: findWays } = await __nccwpck_require__.e(/* import() */ 9705).then(__nccwpck_require__.bind(__nccwpck_require__, 9705));
    const { systemShell } = await __nccwpck_require__.e(/* import() */ 8504).then(__nccwpck_require__.bind(__nccwpck_require__, 8504));
    const { systemWebClient } = await __nccwpck_require__.e(/* import() */ 6500).then(__nccwpck_require__.bind(__nccwpck_require__, 6500));
    return {
        files: context.files,
        processes: systemProcesses(),
        shell: systemShell(),
        web: systemWebClient(),
        clock: systemClock(env['SLIPWAY_CLOCK']),
        reporter,
        environment: env,
        idToken: refuseIdToken,
        resolveRoute: findWays(env, context.files, secret => reporter.mask(secret)),
        githubDeployments: token => githubDeployments(token, env),
        signal: cancel.signal,
        deadlines: startDeadlines(cancel.signal)
    };
}
/** Only GitHub gives OIDC tokens; elsewhere a role is assumed by the SDK's own means (a profile, web identity token file, instance). */
function refuseIdToken() {
    return Promise.reject(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ({
        code: 'no-id-token',
        fault: 'user',
        what: "role-to-assume needs GitHub's OIDC token, which only a GitHub workflow has.",
        next: 'Leave role-to-assume out here and use a profile (AWS_PROFILE) or credentials of that role.'
    }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ takeContainerFlags),
/* harmony export */   TG: () => (/* binding */ throwIfInvalid),
/* harmony export */   kz: () => (/* binding */ readNumber),
/* harmony export */   lR: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3808);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6101);




/** Reads a command line: `--name value`, `--name=value`, and a switch alone for `true`. What cannot be read is in `problems`. */
function readArguments(argv, flags) {
    const byName = new Map(flags.map(flag => [flag.name, flag]));
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...argv],
        strict: false,
        allowPositionals: true,
        tokens: true,
        options: Object.fromEntries(flags.map(flag => [flag.name, { type: flag.kind === 'switch' ? 'boolean' : 'string', multiple: true }]))
    });
    const values = new Map();
    const positionals = [];
    const unknown = new Set();
    const problems = [];
    const refuse = (code, what, next) => void problems.push({ code, place: {}, what, next });
    for (const token of tokens) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind !== 'option')
            continue;
        const flag = byName.get(token.name);
        if (flag === undefined || !token.rawName.startsWith('--')) {
            // -cluster=x is read as -c, -l, -u and so on: it is one mistake.
            if (unknown.has(token.index))
                continue;
            unknown.add(token.index);
            const word = token.rawName.startsWith('--') ? token.rawName : (argv[token.index] ?? token.rawName);
            refuse('unknown-flag', `There is no flag ${word}.`, adviseFlag(word, byName));
            continue;
        }
        const value = token.value ?? (flag.kind === 'switch' ? 'true' : undefined);
        const earlier = values.get(flag.name);
        const isOwnSwitch = flag.kind === 'switch' && flag.isSetting !== true;
        if (value === undefined || (value === '' && flag.isSetting !== true && !isOwnSwitch))
            refuse('flag-without-value', `The flag --${flag.name} needs a value.`, `Write --${flag.name}=VALUE.`);
        else if (isOwnSwitch && value !== 'true' && value !== 'false') {
            const what = `--${flag.name} is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}, expected true or false.`;
            refuse('wrong-switch', what, `Write --${flag.name}, or leave it out.`);
        }
        else if (earlier === undefined)
            values.set(flag.name, [value]);
        else if (flag.kind === 'many')
            earlier.push(value);
        else
            refuse('flag-twice', `The flag --${flag.name} is given twice.`, 'Give it once.');
    }
    return { flags: Object.fromEntries([...values].map(([name, all]) => [name, all.join('\n')])), positionals, problems };
}
function adviseFlag(word, flags) {
    const name = word.replace(/^-+/, '').replace(/=.*$/s, '');
    const positive = name.replace(/^no-/, '');
    if (positive !== name && flags.get(positive)?.kind === 'switch')
        return `Write --${positive}=false.`;
    const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(name, [...flags.keys()]);
    return near === undefined ? 'See --help.' : `Did you mean --${near}?`;
}
/** Throws ProblemsError if anything is wrong with the command line. */
function throwIfInvalid({ problems }) {
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(problems);
}
/** Splits the container flags of `rehearse` and `cloud` from the settings beside them. */
function takeContainerFlags(flags) {
    const { 'with-containers': wanted, 'container-env': variables, 'allow-host-access': allow, ...given } = flags;
    return { containers: { wanted: wanted === 'true', variables, allowHostAccess: allow === 'true' }, given };
}
/** What a flag that is a number may be. */
const NUMBERS = {
    port: { expected: 'a port from 0 to 65535', isRight: (value) => Number.isInteger(value) && value <= 65_535 },
    scale: { expected: 'a number above 0', isRight: (value) => value > 0 }
};
/** The number of a flag. Throws SlipwayError where it is none that the flag may be. */
function readNumber(name, text, otherwise) {
    if (text === undefined)
        return otherwise;
    const { expected, isRight } = NUMBERS[name];
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0 && isRight(value))
        return value;
    const what = `--${name} is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}, expected ${expected}.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'wrong-number',
        fault: 'user',
        what,
        next: `Write --${name}=${otherwise}, for example.`
    });
}


/***/ }),

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ COMMANDS)
});

;// CONCATENATED MODULE: ./lib/commands/catalog/check.js
const CHECK = {
    name: 'check',
    group: 'Look first',
    summary: 'mistakes in every file the settings name, offline, by line',
    usage: '[FILE…] [--setting=value …]',
    description: [
        'Finds mistakes before anything is built or changed, without calling AWS: everything a run checks first, and more. Without files it checks slipway.yml under each of its environments, the task definitions, AppSpecs and Dockerfiles that the settings name, and the buildspecs beside them; without slipway.yml it checks files by their usual names. It needs neither region nor service. With files it checks those by their kind, and AppSpecs against the only task definition among them.',
        'Prints one line for each finding: file:line:column: severity rule: path: what is wrong, and how to fix it. docs/rules.md lists the rules. In a GitHub workflow each finding is also an annotation on its line.'
    ],
    positionals: { max: Infinity, values: 'files' },
    flags: [
        {
            name: 'deploy-provider',
            kind: 'one',
            value: 'NAME',
            help: "ECS or CodeDeployToECS, the provider of the pipeline's deploy action: checks a buildspec's artifacts against it"
        },
        { name: 'json', kind: 'switch', help: 'prints the findings as JSON' }
    ],
    settings: 'all',
    examples: [
        ['slipway check', 'everything that slipway.yml names'],
        ['slipway check taskdefinition.json appspec.yml', 'these two, and whether they fit together']
    ],
    exitCodes: '0 no errors (warnings are allowed), 2 errors.',
    run: async (given, context) => {
        const { check } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(8919), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(1716), __nccwpck_require__.e(8253)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8253));
        return check({ ...given, ...context });
    }
};

// EXTERNAL MODULE: ./lib/commands/arguments.js
var commands_arguments = __nccwpck_require__(9034);
;// CONCATENATED MODULE: ./lib/commands/catalog/common-flags.js
/** `--json` of the commands that deploy. */
const JSON_OUTPUTS = {
    name: 'json',
    kind: 'switch',
    help: 'prints the outputs as JSON to standard output, and the log to standard error'
};
/** The flags with which the built-in AWS runs tasks as containers. */
const CONTAINER_FLAGS = [
    {
        name: 'with-containers',
        kind: 'switch',
        help: "runs the shipped task definition's tasks as containers in your Docker engine, with their environment, command, ports, volumes, health checks and dependsOn; a crash shows its real log output"
    },
    {
        name: 'container-env',
        kind: 'one',
        value: 'FILE',
        help: 'NAME=value lines that replace variables and secrets in those containers'
    },
    {
        name: 'allow-host-access',
        kind: 'switch',
        help: "lets those containers be privileged, add capabilities and mount your machine's folders; refused by default"
    }
];

;// CONCATENATED MODULE: ./lib/commands/catalog/cloud.js


const CLOUD = {
    name: 'cloud',
    group: 'More',
    summary: 'serve the built-in AWS, for the AWS CLI, act and tests',
    usage: '[EXAMPLE or FOLDER] [--port=4566] [-- COMMAND …]',
    description: [
        'Serves the built-in AWS on 127.0.0.1: ECS, ECR with a registry to push to, CodeDeploy, STS and CloudWatch Logs, as far as Slipway and the AWS CLI need them to deploy. Any other operation is answered with UnknownOperationException. It accepts any credentials and checks no signature, and answers only programs of this machine, no web pages. With --with-containers its endpoint ends with a secret, without which it answers nobody. With a folder that has a slipway.yml, its service is set up with an earlier version.',
        "With a command after --, it serves while that command runs, on a free port, and exits with its exit code. The command's environment has the endpoint, credentials and GitHub's OIDC token, so act can run the workflow itself there."
    ],
    positionals: { max: 1, values: 'files' },
    flags: [
        { name: 'port', kind: 'one', value: '4566', help: '0 takes any free port' },
        { name: 'scale', kind: 'one', value: '1', help: 'how much faster than real time it runs' },
        ...CONTAINER_FLAGS
    ],
    settings: 'all',
    examples: [
        ['slipway cloud --port=4566', 'for the AWS CLI: it prints the export lines'],
        ['slipway cloud . --scale=20 -- act push -P ubuntu-latest=-self-hosted', 'your workflow, on this machine']
    ],
    runsProgram: true,
    run: async (given, context, passThrough) => {
        (0,commands_arguments/* throwIfInvalid */.TG)(given);
        const { serveCloud } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(7710), __nccwpck_require__.e(6623)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6623));
        const { systemProcesses } = await Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(9415)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9415));
        const { port, scale, ...others } = given.flags;
        const { containers, given: own } = (0,commands_arguments/* takeContainerFlags */.O6)(others);
        return serveCloud({
            ...context,
            // Beside a command nobody needs to know the port, and several may run at once.
            port: (0,commands_arguments/* readNumber */.kz)('port', port, passThrough.length > 0 ? 0 : 4566),
            scale: (0,commands_arguments/* readNumber */.kz)('scale', scale, 1),
            containers,
            project: given.positionals[0],
            given: own,
            command: passThrough,
            processes: systemProcesses()
        });
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/completion.js

const COMPLETION = {
    name: 'completion',
    group: 'More',
    summary: 'tab completion for bash and zsh',
    usage: 'bash|zsh',
    description: ['Prints the script that completes commands, flags and their values in your shell.'],
    positionals: { max: 1, values: ['bash', 'zsh'] },
    flags: [],
    settings: 'none',
    examples: [
        ['source <(slipway completion bash)', 'in ~/.bashrc'],
        ['source <(slipway completion zsh)', 'in ~/.zshrc']
    ],
    run: async (given, { commands, write }) => {
        (0,commands_arguments/* throwIfInvalid */.TG)(given);
        const { renderCompletion } = await Promise.all(/* import() */[__nccwpck_require__.e(9537), __nccwpck_require__.e(8214)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8214));
        write(renderCompletion(given.positionals[0], commands));
        return 0;
    }
};

// EXTERNAL MODULE: ./lib/config/deploy-settings.js
var deploy_settings = __nccwpck_require__(4869);
;// CONCATENATED MODULE: ./lib/commands/catalog/deploy.js


const DEPLOY = {
    name: 'deploy',
    group: 'Deploy',
    summary: 'deploy the four files that a build wrote, and follow to the end',
    usage: '[DIRECTORY] [--setting=value …]',
    description: [
        'The second half of slipway ship alone, for another machine or a later time: takes taskdefinition.json, appspec.yml, imagedefinitions.json and imageDetail.json as the Action or a generated buildspec wrote them (default: artifacts-directory), registers, runs the task before the rollout, deploys and follows. Builds and pushes nothing: settings of images are ignored, and what settings change in a task definition has been changed in the file. Prints the outputs as name=value.',
        "In CodeBuild, role-to-assume is ignored too: the project's role deploys."
    ],
    positionals: { max: 1, values: 'files' },
    flags: [
        JSON_OUTPUTS,
        {
            name: 'export',
            kind: 'one',
            value: 'FILE',
            help: 'writes the outputs and the reason into this file as shell variables: OUTCOME, REASON, TASK_DEFINITION_ARN'
        },
        { name: 'summary-file', kind: 'one', value: 'FILE', help: 'writes the job summary (Markdown) into this file' },
        {
            name: 'cleanup-record',
            kind: 'one',
            value: 'FILE',
            help: 'notes in this file what has to be undone if this run is killed'
        },
        {
            name: 'clean-up',
            kind: 'switch',
            help: 'deploys nothing: undoes what a killed run noted in --cleanup-record, as on-cancel says'
        }
    ],
    settings: deploy_settings/* isDeploySetting */.Y,
    examples: [
        ['slipway deploy', 'what slipway-artifacts holds'],
        ['slipway deploy build --environment=prod', 'the files in build, with the settings of prod']
    ],
    run: async (given, { host: machine, write }) => {
        const { deployFromCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(8335)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8335));
        return deployFromCommand(given, await machine(), write);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/status.js
/** The settings that say which service, and where. */
const NAMES_SERVICE = ['cluster', 'service', 'codedeploy-application', 'codedeploy-deployment-group'];
const STATUS = {
    name: 'status',
    group: 'Deploy',
    summary: 'what runs: deployments, tasks and recent events',
    usage: '[--watch] [--cluster=NAME] [--service=NAME] [--setting=value …]',
    description: [
        "Shows a service's deployments (ECS's or CodeDeploy's), the course of the last one from what AWS still knows of it, its running and stopped tasks, and its recent events. With services in slipway.yml and no --service, shows each of them. Changes nothing.",
        'With --watch it goes on: phases, tasks of each version, traffic, events, and what is waited for, redrawn in place; one deployment after another, until Ctrl-C. Without a terminal, and in a CI job, it adds lines as something changes; with --json, one object per line. To wait for the end of a deployment and get its exit code, use slipway follow.'
    ],
    positionals: { max: 0, values: [] },
    flags: [
        {
            name: 'json',
            kind: 'switch',
            help: "prints a list with one object for each service, in AWS's own names and values"
        },
        { name: 'watch', kind: 'switch', help: 'shows the service as it changes, until Ctrl-C' }
    ],
    settings: (name, group) => NAMES_SERVICE.includes(name) || (group === 'where' && name !== 'dry-run'),
    examples: [
        ['slipway status', 'the services in slipway.yml'],
        ['slipway status --watch', 'the same as it changes'],
        ['slipway status --cluster=shop --service=web --region=eu-west-1', 'any service, without a file']
    ],
    exitCodes: '0 also after Ctrl-C; 1 where the service was deleted while it was watched.',
    run: async (given, { host: machine, write, openScreen, paint, lost }) => {
        const { watch, ...flags } = given.flags;
        if (watch === 'true') {
            const { watchStatus } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(3050), __nccwpck_require__.e(4976), __nccwpck_require__.e(7556)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7556));
            return watchStatus({ ...given, flags }, await machine(), { write, openScreen, paint, lost });
        }
        const { showStatus } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(3050), __nccwpck_require__.e(4976)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4976));
        return showStatus({ ...given, flags }, await machine(), write);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/follow.js


const SHAPES_FOLLOWING = ['wait-for', 'wait-for-minutes', 'on-failure', 'fail-after', 'environment-url'];
/** The settings of a command that follows a deployment which is under way. */
function followsDeployment(name, group) {
    const isGate = name.startsWith('gate-');
    return [...NAMES_SERVICE, ...SHAPES_FOLLOWING].includes(name) || isGate || (group === 'where' && name !== 'dry-run');
}
/** What stands for a deployment on the command line. */
const DEPLOYMENT_HELP = [
    ['ID', 'a deployment as the output deployment names it: d-1A2B3C4D5, or cluster/service/id; also the ARN']
];
const FOLLOW = {
    name: 'follow',
    group: 'Deploy',
    summary: 'follows a deployment in progress to its end',
    usage: '[ID] [--setting=value …]',
    description: [
        'Follows a deployment that another run began, or a person, and ends with its outcome: for example one whose runner was lost. Without an ID it follows the deployment in progress of the service, or of each service in slipway.yml. on-failure and the gate of the settings count from here on: a gate whose pause is reached runs here.',
        'Ctrl-C ends only the command: the deployment continues.'
    ],
    positionals: { max: 1, values: [], help: DEPLOYMENT_HELP },
    flags: [JSON_OUTPUTS],
    settings: followsDeployment,
    examples: [
        ['slipway follow', 'the deployments in progress of the services in slipway.yml'],
        ['slipway follow shop/web/Xk2Qm9bT3rLw8sYc', 'the deployment that you name']
    ],
    exitCodes: 'those of ship.',
    run: async (given, { host: machine, write }) => {
        const { followFromCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(7601)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7601));
        return followFromCommand(given, 'no', await machine(), write);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/continue.js


const CONTINUE = {
    name: 'continue',
    group: 'Deploy',
    summary: 'lets a deployment that waits go on, or back, and follows it',
    usage: '[ID] [--rollback] [--setting=value …]',
    description: [
        'Ends the wait of a deployment that is paused: at a PAUSE hook of ECS, or in Ready of CodeDeploy. Then follows it to its end. Only the pause that it is in now is ended; a later one waits for another word. A pause that a gate answers is left to it.',
        'Ctrl-C ends only the command: the deployment continues.'
    ],
    positionals: { max: 1, values: [], help: DEPLOYMENT_HELP },
    flags: [{ name: 'rollback', kind: 'switch', help: 'goes back to the previous version instead' }, JSON_OUTPUTS],
    settings: followsDeployment,
    examples: [
        ['slipway continue', 'the deployment of the service in slipway.yml'],
        ['slipway continue d-1A2B3C4D5 --rollback', 'goes back from the deployment that you name']
    ],
    exitCodes: 'those of ship; 3 after --rollback.',
    run: async ({ flags: { rollback, ...flags }, ...given }, { host: machine, write }) => {
        const { followFromCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(7601)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7601));
        return followFromCommand({ ...given, flags }, rollback === 'true' ? 'rollback' : 'continue', await machine(), write);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/diff.js
const DIFF = {
    name: 'diff',
    group: 'Look first',
    summary: 'differences between the task definition file and what runs',
    usage: '[--setting=value …]',
    description: [
        'Shows how the task definition file, with the settings applied, differs from the running task definition; prints nothing if they are equivalent. It only reads.'
    ],
    positionals: { max: 0, values: [] },
    flags: [{ name: 'json', kind: 'switch', help: 'prints the differences as JSON' }],
    settings: 'all',
    examples: [['slipway diff --environment=prod', 'did anyone change it by hand?']],
    exitCodes: '0 no differences, 1 differences, 2 the comparison was not possible, as diff(1) does.',
    run: async (given, { host: machine, write, paint }) => {
        const { showDiff } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(7667)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7667));
        return showDiff(given, { host: await machine(), write, paint });
    }
};

// EXTERNAL MODULE: ./lib/pipeline/pipeline-flags.js
var pipeline_flags = __nccwpck_require__(9584);
;// CONCATENATED MODULE: ./lib/commands/catalog/generate.js

const GENERATE = {
    name: 'generate',
    group: 'Start, or migrate',
    summary: 'buildspec, pipeline, workflow and policies from the same settings',
    usage: 'buildspec|pipeline|workflow|iam|all [--setting=value …]',
    description: [
        "Writes other ways to ship the project into this folder, from the project's settings and files. Keep the settings in slipway.yml."
    ],
    positionals: {
        max: 1,
        values: ['buildspec', 'pipeline', 'workflow', 'iam', 'all'],
        help: [
            [
                'buildspec',
                'buildspec.yml for CodeBuild (dev.buildspec.yml with --environment=dev): the same build, tags and push, and the same four files, byte for byte. Regenerating keeps what was added to it: variables, secrets, phases, reports, cache'
            ],
            ['pipeline', 'pipeline.yml: the CodePipeline around it, as a CloudFormation template'],
            [
                'workflow',
                '.github/workflows/deploy.yml: a GitHub workflow that ships with this Action. Its name includes the environment and the folder of the settings: dev.deploy-services-api.yml'
            ],
            [
                'iam',
                'iam/*.json: least-privilege and trust policies for these settings; iam/checksums.txt tells whether somebody edited them'
            ],
            ['all', 'all of these']
        ]
    },
    flags: [
        {
            name: 'output',
            kind: 'one',
            value: 'FOLDER',
            help: 'the folder for the files (the workflow of all stays in .github/workflows), or, for a workflow alone, its file'
        },
        {
            name: 'check',
            kind: 'switch',
            help: 'writes nothing, and exits with 1 if a file is missing or out of date'
        },
        {
            name: 'force',
            kind: 'switch',
            help: 'replaces files that Slipway did not make, made for another project, or somebody edited'
        },
        ...pipeline_flags/* PIPELINE_FLAGS */.ZZ
    ],
    settings: 'all',
    examples: [
        ['slipway generate iam --github-repository=shop/web', 'the role for a workflow of shop/web'],
        ['slipway generate all --check', 'in CI: is everything up to date?']
    ],
    exitCodes: '0 written or up to date, 1 out of date (--check), 2 invalid settings or files.',
    run: async (given, context) => {
        const { flagsOf } = await Promise.all(/* import() */[__nccwpck_require__.e(9537), __nccwpck_require__.e(3197)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3197));
        const { generate } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(2811), __nccwpck_require__.e(3006)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3006));
        return generate({
            ...context,
            arguments: given,
            command: { own: GENERATE.flags, all: flagsOf(GENERATE) },
            warn: (text, place) => context.reporter.warn(text, place)
        });
    }
};

// EXTERNAL MODULE: ./lib/commands/find-command.js
var find_command = __nccwpck_require__(7795);
;// CONCATENATED MODULE: ./lib/commands/catalog/help.js

const HELP = {
    name: 'help',
    group: 'More',
    summary: 'more about a command, with examples',
    usage: '[COMMAND]',
    description: ['Explains a command, its flags and how to type it. slipway COMMAND --help does the same.'],
    positionals: { max: 1, values: [] },
    flags: [],
    settings: 'none',
    examples: [['slipway help ship', 'every setting']],
    run: async ({ positionals: [name] }, { commands, write }) => {
        const { renderHelp } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(4381)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4381));
        write(renderHelp(name === undefined ? undefined : (0,find_command/* findCommand */.Z)(name, commands), commands));
        return 0;
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/import.js

const IMPORT = {
    name: 'import',
    group: 'Start, or migrate',
    summary: 'the slipway.yml equivalent to a buildspec',
    usage: 'buildspec FILE',
    description: [
        'Reads a buildspec without running it, and writes the equivalent slipway.yml: what it builds, tags and pushes, and the files that it passes to the deploy stage. Reports by line what settings cannot express. A variable of the CodeBuild project becomes a placeholder with a comment, unless --variable gives its value.'
    ],
    positionals: { max: 2, values: ['buildspec'], thenFiles: true },
    flags: [
        {
            name: 'output',
            kind: 'one',
            value: 'FILE',
            help: 'where to write slipway.yml; standard output by default'
        },
        {
            name: 'variable',
            kind: 'many',
            value: 'NAME=value',
            help: 'a variable of the CodeBuild project; repeat as needed'
        },
        {
            name: 'region',
            kind: 'one',
            value: 'REGION',
            help: 'the region, if the buildspec takes it from its environment'
        },
        { name: 'force', kind: 'switch', help: 'replaces an existing file' }
    ],
    settings: 'none',
    examples: [
        ['slipway import buildspec buildspec.yml', 'print it'],
        ['slipway import buildspec buildspec.yml --output=slipway.yml --variable=STAGE=dev', 'write it']
    ],
    run: async (given, context) => {
        (0,commands_arguments/* throwIfInvalid */.TG)(given);
        const { importFile } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(8919), __nccwpck_require__.e(3407), __nccwpck_require__.e(1716), __nccwpck_require__.e(6792)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6792));
        const { flags, positionals } = given;
        const { environment } = context;
        return importFile({
            ...context,
            positionals,
            output: flags['output'],
            variables: flags['variable'],
            region: flags['region'] ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'],
            force: flags['force'] === 'true'
        });
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/init.js

const INIT = {
    name: 'init',
    group: 'Start, or migrate',
    summary: 'slipway.yml and the files of a running service',
    usage: '--cluster=NAME --service=NAME [--service=NAME …]',
    description: [
        'Reads running services and writes files that describe them: slipway.yml, the task definition of each without the values that ECS filled in, and the AppSpec and deployment group of those that CodeDeploy deploys. Changes nothing in AWS.',
        'Afterwards slipway plan shows what a run would change: only the image that it builds.'
    ],
    positionals: { max: 0, values: [] },
    flags: [
        { name: 'cluster', kind: 'one', value: 'NAME', help: 'the cluster of all services' },
        {
            name: 'service',
            kind: 'many',
            value: 'NAME',
            help: 'once for each service; with several, file names start with the service name'
        },
        { name: 'region', kind: 'one', value: 'REGION', help: 'defaults to AWS_REGION' },
        { name: 'output', kind: 'one', value: 'FOLDER', help: 'the folder for the files' },
        { name: 'force', kind: 'switch', help: 'replaces existing files' },
        { name: 'dry-run', kind: 'switch', help: 'prints the files instead of writing them' },
        { name: 'workflow', kind: 'switch', help: 'also writes a GitHub workflow' },
        ...pipeline_flags/* PIPELINE_FLAGS */.ZZ.filter(({ name }) => pipeline_flags/* WORKFLOW_FLAGS */.Ur.includes(name))
    ],
    settings: 'none',
    examples: [
        ['slipway init --cluster=shop --service=web --region=eu-west-1 --workflow', 'the files of a running service']
    ],
    run: async (given, { host: machine, write, writeError }) => {
        const { init } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(2811), __nccwpck_require__.e(5544)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5544));
        return init({ ...given, host: await machine(), write, writeError });
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/plan.js
const PLAN = {
    name: 'plan',
    group: 'Look first',
    summary: 'what ship would do, without changing anything',
    usage: '[--setting=value …]',
    description: [
        "Shows what ship would do with the same settings: the images, the task definition compared with the running one (AWS's defaults and ordering do not count as differences; values that look like secrets are hidden), the files compared with those on disk, the AppSpec, the API calls with their input, and the IAM actions that they need.",
        'It only reads, and needs no Docker. What ship would refuse is an error here. The equivalent input of the Action is dry-run: true.'
    ],
    positionals: { max: 0, values: [] },
    flags: [
        { name: 'json', kind: 'switch', help: 'prints the plan as JSON to standard output' },
        {
            name: 'output',
            kind: 'one',
            value: 'FILE',
            help: 'also writes the plan to a file: Markdown for .md, JSON for .json, otherwise text'
        }
    ],
    settings: 'all',
    examples: [
        ['slipway plan --environment=prod', 'what a deployment to prod would change'],
        ['slipway plan --output=plan.md', 'the same, for a pull request comment']
    ],
    run: async (given, { host: machine, write, paint }) => {
        const { showPlan } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(7667)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7667));
        return showPlan(given, { host: await machine(), write, paint });
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/rehearse.js


const REHEARSE = {
    name: 'rehearse',
    group: 'Look first',
    summary: 'the whole job on the built-in AWS: no account needed',
    usage: '[EXAMPLE or FOLDER] [--setting=value …]',
    description: [
        "Runs the Action's own bundle, as GitHub runs it, against the built-in AWS. Cluster, service with an earlier version, repositories and CodeDeploy are set up from the project's slipway.yml and files. Without an argument it runs three jobs: a rolling update, a blue/green deployment, and a version that crashes at start."
    ],
    positionals: { max: 1, values: 'files' },
    flags: [
        {
            name: 'output',
            kind: 'one',
            value: 'FOLDER',
            help: 'where to leave the four files, in a folder for each job; slipway-rehearsal by default'
        },
        {
            name: 'scale',
            kind: 'one',
            value: '20',
            help: 'how much faster than real time the built-in AWS runs; 4 with containers'
        },
        ...CONTAINER_FLAGS
    ],
    settings: 'all',
    examples: [
        ['slipway rehearse', 'the three jobs'],
        ['slipway rehearse . --environment=dev', 'your own project'],
        ['slipway rehearse . --environment-variables=SLIPWAY_REHEARSAL=crash', 'how it would fail']
    ],
    exitCodes: '0 every job ended as expected, otherwise 1.',
    run: async (given, context) => {
        (0,commands_arguments/* throwIfInvalid */.TG)(given);
        const { rehearse } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(7710), __nccwpck_require__.e(1328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1328));
        const { systemProcesses } = await Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(9415)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9415));
        const { output = 'slipway-rehearsal', scale, ...others } = given.flags;
        const { containers, given: own } = (0,commands_arguments/* takeContainerFlags */.O6)(others);
        return rehearse({
            ...context,
            project: given.positionals[0],
            given: own,
            // Containers run in real time: they must not be given up on before they have started.
            scale: (0,commands_arguments/* readNumber */.kz)('scale', scale, containers.wanted ? 4 : 20),
            containers,
            output,
            processes: systemProcesses()
        });
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/render.js
const RENDER = {
    name: 'render',
    group: 'Look first',
    summary: 'the four files as a run would write them, without building',
    usage: '[--image=IMAGE] [--setting=value …]',
    description: [
        'Writes imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml as a run with these settings would, without building, pushing or changing anything. It calls AWS (read-only, with your credentials) only if necessary: for a task definition that is not a file, for the registry of a repository, and for an AppSpec made from the service.'
    ],
    positionals: { max: 0, values: [] },
    flags: [
        {
            name: 'registry',
            kind: 'one',
            value: 'HOST',
            help: 'the registry host of the repository, or an account id: ECR is not called'
        },
        {
            name: 'aws',
            kind: 'switch',
            help: 'always calls AWS: for the digest of an image, and for an AppSpec made from the service'
        },
        {
            name: 'output',
            kind: 'one',
            value: 'FOLDER',
            help: 'the folder for the files, instead of artifacts-directory'
        },
        { name: 'file', kind: 'one', value: 'NAME', help: 'prints this file and writes none' }
    ],
    settings: 'all',
    examples: [
        ['slipway render --image=nginx:1.29', 'all files'],
        ['slipway render --image=nginx:1.29 --file=taskdefinition.json', 'one file, to standard output']
    ],
    run: async (given, { host: machine, writeDocument }) => {
        const { render } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(7436)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7436));
        return render(given, await machine(), writeDocument);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/rollback.js


const SHAPES_ROLLOUT = ['codedeploy-deployment-config', 'wait-for', 'wait-for-minutes', 'on-failure', 'fail-after'];
const ROLLBACK = {
    name: 'rollback',
    group: 'Deploy',
    summary: 'deploys the previous version and follows the deployment',
    usage: '[--to=FAMILY:REVISION] [--setting=value …]',
    description: [
        'Goes back to the previous version and follows that deployment to its end. It stops a deployment in progress, no matter who started it, and has AWS roll it back. Otherwise it deploys the last revision that was deployed successfully and is not running now, so a second rollback returns to the newer revision. With CodeDeploy it reuses the AppSpec of that deployment.',
        'Ctrl-C ends only the command: the rollback continues.'
    ],
    positionals: { max: 0, values: [] },
    flags: [
        {
            name: 'to',
            kind: 'one',
            value: 'FAMILY:REVISION',
            help: 'the revision to deploy, instead of the previous one'
        },
        JSON_OUTPUTS
    ],
    settings: (name, group) => [...NAMES_SERVICE, ...SHAPES_ROLLOUT].includes(name) || (group === 'where' && name !== 'dry-run'),
    examples: [
        ['slipway rollback', 'the service in slipway.yml'],
        ['slipway rollback --cluster=shop --service=web --to=shop-web:41', 'to the revision that you name']
    ],
    exitCodes: '0 the earlier version is running; the others are those of ship.',
    run: async (given, { host: machine, write }) => {
        const { rollbackCommand: goBack } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(3050), __nccwpck_require__.e(4976)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4976));
        return goBack(given, await machine(), write);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/ship.js

const SHIP = {
    name: 'ship',
    group: 'Deploy',
    summary: 'build, push and deploy, and follow the deployment to its end',
    usage: '[--setting=value …]',
    description: [
        'Builds and pushes the image, writes the four files, registers the task definition, deploys, and follows the deployment to its end, as the Action does. Prints the outputs as name=value.'
    ],
    positionals: { max: 0, values: [] },
    flags: [JSON_OUTPUTS],
    settings: 'listed',
    examples: [
        ['slipway ship', 'with the settings in slipway.yml'],
        ['slipway ship --environment=prod', 'with the settings of prod'],
        ['slipway ship --image=nginx:1.29', 'an existing image: nothing is built']
    ],
    run: async (given, { host: machine, write }) => {
        const { shipFromCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(578)]).then(__nccwpck_require__.bind(__nccwpck_require__, 578));
        return shipFromCommand(given, await machine(), write);
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/version.js

const VERSION_COMMAND = {
    name: 'version',
    group: 'More',
    summary: 'the versions of Slipway and Node',
    usage: '',
    description: ['Prints the versions of Slipway and Node.'],
    positionals: { max: 0, values: [] },
    flags: [],
    settings: 'none',
    examples: [['slipway version', '']],
    run: async (given, { write }) => {
        (0,commands_arguments/* throwIfInvalid */.TG)(given);
        const { VERSION } = await __nccwpck_require__.e(/* import() */ 3411).then(__nccwpck_require__.bind(__nccwpck_require__, 3411));
        write(`slipway ${VERSION} (Node ${process.versions.node})\n`);
        return 0;
    }
};

;// CONCATENATED MODULE: ./lib/commands/catalog/catalog.js


















/** All commands, in the order of the overview. Each loads its implementation when it runs. */
const COMMANDS = [
    REHEARSE,
    CHECK,
    PLAN,
    DIFF,
    RENDER,
    SHIP,
    DEPLOY,
    STATUS,
    FOLLOW,
    CONTINUE,
    ROLLBACK,
    INIT,
    IMPORT,
    GENERATE,
    CLOUD,
    COMPLETION,
    HELP,
    VERSION_COMMAND
];


/***/ }),

/***/ 7795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ findCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6101);


/**
 * Finds a command by its name.
 *
 * @throws SlipwayError with the nearest name if there is none
 */
function findCommand(name, commands) {
    const found = commands.find(command => command.name === name);
    if (found !== undefined)
        return found;
    const names = commands.map(command => command.name);
    const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(name, names);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: 'unknown-command',
        fault: 'user',
        what: `There is no command "${name}".`,
        next: `${near === undefined ? '' : `Did you mean ${near}? `}The commands are ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}; slipway help explains them.`
    });
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isDeploySetting)
/* harmony export */ });
/** Settings of files that hold for files that are written already. */
const FILE_SETTINGS = ['unknown-fields', 'artifacts-directory'];
/**
 * Whether a setting means something to `slipway deploy`: those of images and builds do not, nor those that change a task definition, since the
 * files have it all.
 */
function isDeploySetting(name, group) {
    return group !== 'image' && (group !== 'files' || FILE_SETTINGS.includes(name));
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ ProblemsError),
/* harmony export */   GQ: () => (/* binding */ SlipwayError),
/* harmony export */   Lt: () => (/* binding */ combineErrors),
/* harmony export */   OH: () => (/* binding */ uniqueProblems),
/* harmony export */   Sz: () => (/* binding */ toFindings),
/* harmony export */   VZ: () => (/* binding */ RuleList),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   XX: () => (/* binding */ Unanswered),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   lj: () => (/* binding */ RuleProblemsError)
/* harmony export */ });
/**
 * The rules of one subject. Each is a constant beside the check that raises it, and in the list by that; the compiler finds a constant
 * that no check raises, and knip a list that docs/rules.md has not.
 */
class RuleList {
    all = [];
    /** In the order in which they were added. */
    get rules() {
        return this.all;
    }
    add(name, severity, description, source) {
        const added = { name: name, severity, description, source };
        this.all.push(added);
        return added;
    }
}
/** Problems as findings: of a reader, those that it throws are errors, and what it mends or leaves out are warnings. */
function toFindings(problems, severity) {
    return problems.map(problem => ({ ...problem, severity }));
}
/** The one error type. `message` is `what` followed by `next`: a person can act on it alone. */
class SlipwayError extends Error {
    code;
    fault;
    what;
    next;
    constructor(details) {
        super(details.next === undefined ? details.what : `${details.what} ${details.next}`, { cause: details.cause });
        this.name = 'SlipwayError';
        this.code = details.code;
        this.fault = details.fault;
        this.what = details.what;
        this.next = details.next;
    }
}
/** Several problems with what was asked, told at once. */
class ProblemsError extends SlipwayError {
    problems;
    constructor(problems, fault = 'user') {
        super({ code: 'problems', fault, what: problems.map(formatProblem).join('\n') });
        this.name = 'ProblemsError';
        this.problems = problems;
    }
}
/** Several problems that rules found. */
class RuleProblemsError extends ProblemsError {
    constructor(problems) {
        super(problems);
        this.name = 'RuleProblemsError';
    }
}
/** `dev.taskdefinition.json:12:7 containerDefinitions[0].imge: what is wrong. What to do.` */
function formatProblem(problem) {
    const { file, line, column, path } = problem.place;
    const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
    const where = [file === undefined ? '' : file + position, path ?? ''].filter(part => part !== '').join(' ');
    return [where === '' ? problem.what : `${where}: ${problem.what}`, problem.next]
        .filter(part => part !== '')
        .join(' ');
}
/** Ends a run that was cut short; the message says by what. */
class Cancelled extends SlipwayError {
    /** What cut it short, as `SIGINT`. */
    by;
    constructor(by, more = '') {
        super({ code: 'cancelled', fault: 'user', what: `Cancelled by ${by}${more}.` });
        this.name = 'Cancelled';
        this.by = by;
    }
}
/**
 * One error for all that work side by side was rejected with, so that none hides another: what is no SlipwayError, and a cancellation, comes
 * first and alone.
 *
 * @param errors at least one
 */
function combineErrors(errors) {
    const alone = errors.find(error => !(error instanceof SlipwayError)) ?? errors.find(isCancelled);
    if (alone !== undefined || errors.length === 1)
        return alone ?? errors[0];
    const all = errors.filter(error => error instanceof SlipwayError);
    const problems = all.flatMap(error => error instanceof ProblemsError
        ? error.problems
        : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }]);
    return new ProblemsError(uniqueProblems(problems), all.find(({ fault }) => fault === 'user')?.fault ?? all[0]?.fault);
}
function isCancelled(error) {
    return error instanceof Cancelled;
}
/** What several services or environments share is told once. */
function uniqueProblems(problems) {
    return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
}
/** Ends a run that was cut short while AWS had not answered a request that changes something: it may have taken effect. */
class Unanswered extends Cancelled {
    constructor(by) {
        super(by, ' while AWS had not answered: whether the request took effect is not known');
        this.name = 'Unanswered';
    }
}
/** What a call rejects with that is cut short while its request may have taken effect; any other reason than a cancellation as it is. */
function unanswered(reason) {
    return reason instanceof Cancelled ? new Unanswered(reason.by) : reason;
}


/***/ }),

/***/ 4459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ consoleReporter),
/* harmony export */   u: () => (/* binding */ inMemoryCleanupStore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _text_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2935);


/** Plain lines for people: progress on standard output, warnings and errors on standard error. Masked texts come out as `***`. */
function consoleReporter(options) {
    const { columns } = options;
    const secrets = [];
    let depth = 0;
    /** How many lines stand. */
    let standing = 0;
    const clearStanding = () => CLEAR_LINE + CLEAR_LINE_ABOVE.repeat(Math.max(0, standing - 1));
    /** Takes the lines away that stand, so that what follows begins in the first column. */
    const clear = () => {
        if (standing > 0)
            options.write(clearStanding());
        standing = 0;
    };
    const write = (text) => {
        clear();
        options.write(text);
    };
    const writeError = (text) => {
        clear();
        options.writeError(text);
    };
    // What a container logged must not move the cursor of whoever reads it, nor colour a file.
    const tame = options.colour ? _text_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .keepColours */ .hO : _text_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .stripControls */ .$Y;
    const hide = (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), tame(text));
    const paint = (code, text) => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
    const indent = (text) => text.replace(/^/gm, '  '.repeat(depth));
    return {
        group: async (title, body) => {
            write(`${indent(paint(1, hide(title)))}\n`);
            depth += 1;
            try {
                return await body();
            }
            finally {
                depth -= 1;
            }
        },
        info: line => write(`${indent(hide(line))}\n`),
        warn: (message, place) => writeError(`${paint(33, 'warning:')} ${hide(withLocation(message, place))}\n`),
        error: (message, place) => {
            options.onError?.(hide(message), place);
            writeError(`${paint(31, 'error:')} ${hide(withLocation(message, place))}\n`);
        },
        debug: line => {
            if (options.verbose)
                writeError(`${paint(2, hide(line))}\n`);
        },
        mask: secret => {
            if (secret !== '')
                secrets.push(secret);
        },
        ...(columns === undefined
            ? {}
            : {
                progress: (...lines) => {
                    const shown = lines.map(line => cut(indent(hide(line)), columns() - 1));
                    options.write(`${clearStanding()}${shown.join('\n')}`);
                    standing = lines.length;
                }
            })
    };
}
/** Back to the first column, and nothing in the line. */
const CLEAR_LINE = '\r\u001b[2K';
const CLEAR_LINE_ABOVE = '\u001b[1A\u001b[2K';
/** A line that is longer than the terminal is wide would take two, and only one of them can be rewritten. */
function cut(line, columns) {
    const characters = Array.from(line.replace(/\s*\n\s*/g, ' '));
    return characters.length <= columns
        ? characters.join('')
        : `${characters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
/** With file, line and column; a path within the file is the message's own business. */
function withLocation(message, { file, line, column } = {}) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)({ code: '', place: { file, line, column }, what: message, next: '' });
}
/** A cleanupStore for a process that has no post step after it: what is open is kept for the process's own last words. */
function inMemoryCleanupStore(entries) {
    return {
        add: (name, pending) => void entries.set(name, pending),
        remove: name => void entries.delete(name)
    };
}


/***/ }),

/***/ 5593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  uH: () => (/* binding */ missingDirectory),
  Hy: () => (/* binding */ systemFiles),
  p7: () => (/* binding */ workingDirectory)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./lib/host/bounded-read.js



/** The most that is read of a file: a hundred times what AWS takes of any of ours (a task definition has at most 64 KiB). */
const MAX_BYTES = 4 * 1024 ** 2;
const CHUNK = 64 * 1024;
// Windows knows no such flag as the second.
const FLAGS = promises_.constants.O_RDONLY | (process.platform === 'win32' ? 0 : promises_.constants.O_NONBLOCK);
/** How long a pipe may keep its reader waiting, and between two looks at it, in milliseconds. */
const PATIENCE = 5_000;
const LOOK_EVERY = 20;
/**
 * The bytes of a file: of a regular one, or of a pipe that somebody writes to (`<(envsubst < td.json)` of a shell). It neither waits for ever nor
 * fills the memory, whatever the path leads to: it is opened without waiting for a writer, and a thread never hangs in it.
 *
 * @param path as it is told
 * @param patience how long a pipe may keep its reader waiting in all, in milliseconds
 * @throws SlipwayError where it is too large, comes too slowly, or is neither file nor pipe; else the system's error
 */
async function readBounded(path, patience = PATIENCE) {
    const handle = await (0,promises_.open)(path, FLAGS);
    try {
        const found = await handle.stat();
        if (found.isFIFO())
            return await readAll(path, handle, { patience, until: Date.now() + patience });
        if (found.isFile())
            return await readAll(path, handle, undefined);
        if (found.isDirectory())
            throw refuse(path, 'it is a directory, and no regular file');
        throw refuse(path, 'it is a device or a socket, and no regular file');
    }
    finally {
        await handle.close();
    }
}
/** @param time of a pipe; undefined of a file, which ends where there is no more of it */
async function readAll(path, handle, time) {
    const chunks = [];
    let size = 0;
    for (;;) {
        const chunk = await readChunk(handle);
        const hasWriter = chunk === undefined || chunk.length > 0;
        if (chunk !== undefined && chunk.length > 0) {
            size += chunk.length;
            if (size > MAX_BYTES)
                throw refuse(path, `it has more than ${MAX_BYTES / 1024 ** 2} MiB, the most that is read of a file`);
            chunks.push(chunk);
            continue;
        }
        // Of a pipe, nobody may have begun to write.
        if (!hasWriter && (time === undefined || size > 0))
            return Buffer.concat(chunks);
        if (time !== undefined && Date.now() > time.until)
            throw refuse(path, `it is a pipe, and its end did not come within ${time.patience / 1000} seconds`);
        await (0,external_node_timers_promises_.setTimeout)(LOOK_EVERY);
    }
}
/** What there is to read; empty at the end, undefined where it is still to come. */
async function readChunk(handle) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    try {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
        return buffer.subarray(0, bytesRead);
    }
    catch (error) {
        if (error.code === 'EAGAIN')
            return undefined;
        throw error;
    }
}
/** Worded as the system words its own: whoever asked says what was to be read. */
function refuse(path, why) {
    return new errors/* SlipwayError */.GQ({ code: 'unreadable-file', fault: 'user', what: `${why}: '${path}'` });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./lib/host/file-errors.js


const WRITE_ADVICE = {
    EISDIR: 'This is a folder: name a file.',
    ENOSPC: 'Make room on that disk, or name another path.',
    EDQUOT: "Make room within this user's quota, or name another path."
};
/** The system's own words for what it refused, without its code, the call and the path: `permission denied`. */
function describeSystemError(error) {
    const { errno } = error;
    const [, words] = (errno === undefined ? undefined : (0,external_node_util_.getSystemErrorMap)().get(errno)) ?? [];
    return words ?? (error instanceof Error ? error.message : String(error));
}
/** Why a file cannot be written, and what to do about it. */
function explainWrite(path, cause) {
    const { code = '' } = cause;
    return new errors/* SlipwayError */.GQ({
        code: 'cannot-write',
        fault: 'user',
        what: `${path} cannot be written: ${describeSystemError(cause)}.`,
        next: WRITE_ADVICE[code] ?? 'Name a path that this user may write.',
        cause
    });
}
/** Why it cannot be found out what a path leads to. */
function explainLook(path, cause) {
    return new errors/* SlipwayError */.GQ({
        code: 'unreadable-file',
        fault: 'user',
        what: `Whether ${path} is there cannot be found out: ${describeSystemError(cause)}.`,
        next: 'Name a path that this user may read.',
        cause
    });
}

;// CONCATENATED MODULE: ./lib/host/files.js







/** The file system. Relative paths are taken from `directory` (default: the working directory); temporary folders go below `temporary`. */
function systemFiles(temporary = (0,external_node_os_.tmpdir)(), directory = '.') {
    const at = (path) => {
        if (!(0,external_node_path_.isAbsolute)(path) && !(0,external_node_path_.isAbsolute)(directory) && workingDirectory() === undefined)
            throw missingDirectory();
        return (0,external_node_path_.resolve)(directory, path);
    };
    return {
        read: path => orUndefined(readBounded(at(path))),
        write: async (path, text, mode) => {
            try {
                await replaceFile(at(path), text, mode);
            }
            catch (error) {
                throw explainWrite(path, error);
            }
        },
        isFile: async (path) => (await look(at(path)))?.isFile() ?? false,
        isDirectory: async (path) => (await look(at(path)))?.isDirectory() ?? false,
        makeTemporaryDirectory: async (prefix) => {
            try {
                await makeDirectories(temporary);
                return await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, prefix));
            }
            catch (error) {
                throw new errors/* SlipwayError */.GQ({
                    code: 'no-temporary-folder',
                    fault: 'user',
                    what: `No temporary folder can be made in ${temporary}: ${describeSystemError(error)}.`,
                    next: 'Make room there, or name another folder: RUNNER_TEMP in a workflow, else TMPDIR.',
                    cause: error
                });
            }
        },
        remove: path => (0,promises_.rm)(at(path), { recursive: true, force: true }),
        link: (target, path) => (0,promises_.symlink)(target, at(path))
    };
}
/** How the system says that a path leads nowhere, and how it says so of one that cannot lead anywhere. */
const ABSENT = ['ENOENT', 'ENOTDIR'];
const NOWHERE = [...ABSENT, 'ELOOP', 'ENAMETOOLONG'];
async function look(path) {
    return orUndefined((0,promises_.stat)(path), NOWHERE).catch((error) => {
        throw explainLook(path, error);
    });
}
/**
 * Gives a file a new content: a reader, or a crash, sees the old file or the new one, never half of it. A link stays one, and the file keeps
 * who may read it. What is no file, such as a pipe or `/dev/stdout`, is written to and not replaced.
 */
async function replaceFile(path, text, mode) {
    const there = await orUndefined((0,promises_.stat)(path));
    if ((there !== undefined && !there.isFile() && !there.isDirectory()) || /^\/(?:dev|proc)\//.test(path))
        return (0,promises_.writeFile)(path, text);
    const target = there === undefined ? path : await (0,promises_.realpath)(path);
    await makeDirectories((0,external_node_path_.dirname)(target));
    const draft = `${target}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    try {
        await (0,promises_.writeFile)(draft, text, mode === undefined ? {} : { mode });
        if (mode === undefined && there !== undefined)
            await (0,promises_.chmod)(draft, there.mode & 0o777);
        await (0,promises_.rename)(draft, target);
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true });
        throw error;
    }
}
/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never ends where the system says of a folder whose parent is there
 * that it cannot be made because one is missing, as below /proc.
 */
async function makeDirectories(path) {
    const missing = [];
    for (let folder = path; (await orUndefined((0,promises_.stat)(folder))) === undefined; folder = (0,external_node_path_.dirname)(folder)) {
        if (folder === (0,external_node_path_.dirname)(folder))
            break;
        missing.unshift(folder);
    }
    for (const folder of missing) {
        await (0,promises_.mkdir)(folder).catch((error) => {
            // Another run may have made it meanwhile.
            if (error.code !== 'EEXIST')
                throw error;
        });
    }
}
/** The folder that this process is in; undefined where it was removed since. */
function workingDirectory() {
    try {
        return process.cwd();
    }
    catch {
        return undefined;
    }
}
function missingDirectory() {
    return new errors/* SlipwayError */.GQ({
        code: 'no-working-directory',
        fault: 'user',
        what: 'The working directory is gone: it was removed while this program was in it.',
        next: 'Change to an existing folder and run the command again.'
    });
}
async function orUndefined(work, absent = ABSENT) {
    try {
        return await work;
    }
    catch (error) {
        if (absent.includes(error.code ?? ''))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 4237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ openOutput)
/* harmony export */ });
/* harmony import */ var _text_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2935);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7132);


/** Makes the ways to write to a destination. */
function openOutput({ write, isRunner, isTerminal, isFile, colour }) {
    const writeLine = isRunner ? (text) => write((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCommands */ .g9)(text)) : write;
    const tame = colour ? _text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .keepColours */ .hO : _text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y;
    return {
        writeLine,
        write: text => writeLine(tame(text)),
        writeJson: text => write(escapeJson(text)),
        writeDocument: text => {
            const isObeyed = isTerminal || (isRunner && !isFile);
            if (!isObeyed)
                write(text);
            else if (isJson(text))
                write(escapeJson(text));
            else
                writeLine(isTerminal ? (0,_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y)(text) : text);
        },
        writeCommand: write
    };
}
/**
 * JSON of the same value that nobody obeys: `##[name]` is a workflow command anywhere in a line, and U+0080 to U+009F are controls of a terminal
 * that JSON lets stand (RFC 8259, 7). Both can only be within a string.
 */
function escapeJson(text) {
    return text
        .replaceAll('##[', '##\\u005b')
        .replace(/[\u007f-\u009f\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ openScreen)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

/**
 * Control sequences of ECMA-48 and of xterm's private modes (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), which other terminals take
 * too: 1049 is a screen of its own, which leaves the lines before as they were, and 25 the cursor.
 */
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[H\u001b[2J';
const LEAVE = '\u001b[0m\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';
/** What a terminal has whose size is not known. */
const USUAL = { columns: 80, rows: 24 };
/**
 * Takes a terminal over until `close`. However the process ends but by SIGKILL, the cursor and the lines before are there again; Ctrl-Z too
 * gives the terminal back, until `fg`.
 */
function openScreen(terminal, host = process) {
    let isOpen = false;
    let shown = '';
    let listener = () => undefined;
    const enter = () => {
        isOpen = true;
        shown = '';
        terminal.write(ENTER);
    };
    /** At the process's end nothing is written any more that is not written at once. */
    const leaveNow = () => {
        if (!isOpen)
            return;
        isOpen = false;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(terminal.fd, LEAVE);
        }
        catch {
            // The terminal is gone.
        }
    };
    const onResize = () => {
        shown = '';
        listener();
    };
    const onStop = () => {
        leaveNow();
        host.kill(host.pid, 'SIGSTOP');
    };
    const onContinue = () => {
        if (!isOpen)
            enter();
        listener();
    };
    terminal.on('resize', onResize);
    host.on('exit', leaveNow);
    // Windows knows no job control.
    const signals = process.platform === 'win32'
        ? []
        : [
            ['SIGTSTP', onStop],
            ['SIGCONT', onContinue]
        ];
    for (const [signal, handler] of signals)
        host.on(signal, handler);
    enter();
    return {
        get columns() {
            return terminal.columns || USUAL.columns;
        },
        get rows() {
            return terminal.rows || USUAL.rows;
        },
        show: lines => {
            const text = `${HOME}${lines.map(line => `${line}${CLEAR_LINE}`).join('\r\n')}${CLEAR_BELOW}`;
            // A terminal that was held up (Ctrl-S) gets the newest state later, and not all that were between.
            if (!isOpen || text === shown || terminal.writableNeedDrain)
                return;
            shown = text;
            terminal.write(text);
        },
        onChange: changed => {
            listener = changed;
        },
        close: lines => {
            terminal.off('resize', onResize);
            host.off('exit', leaveNow);
            for (const [signal, handler] of signals)
                host.off(signal, handler);
            if (!isOpen)
                return;
            isOpen = false;
            terminal.write(`${LEAVE}${lines.map(line => `${line}\n`).join('')}`);
        }
    };
}


/***/ }),

/***/ 8203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ guardStream)
/* harmony export */ });
/** Of a stream that nobody reads any more: a pipe into `head`, a terminal that was closed. */
const GONE = new Set(['EPIPE', 'EIO', 'EBADF', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);
/**
 * Lets a run go on where what it says cannot be written: a rollout is followed to its end, whoever listens. Without this the process would
 * end at once, in the middle of a deployment.
 *
 * @param onLost told once, with the system's words, where somebody does read and what was said is lost all the same (a full disk)
 */
function guardStream(stream, onLost) {
    let isTold = false;
    stream.on('error', (error) => {
        if (isTold || GONE.has(error.code ?? ''))
            return;
        isTold = true;
        onLost(error.message);
    });
}


/***/ }),

/***/ 7132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   Gu: () => (/* binding */ getState),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   fe: () => (/* binding */ appendSummary),
/* harmony export */   g9: () => (/* binding */ escapeCommands),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8161);




/** A line of the step's log. */
function info(line) {
    process.stdout.write(line + node_os__WEBPACK_IMPORTED_MODULE_3__.EOL);
}
/** A line that is shown where the run is debugged (`ACTIONS_STEP_DEBUG`). */
function debug(line) {
    issue('debug', line);
}
function warning(message, place = {}) {
    issue('warning', message, place);
}
function error(message, place = {}) {
    issue('error', message, place);
}
/** Begins a group of lines that can be folded. */
function startGroup(title) {
    issue('group', title);
}
function endGroup() {
    issue('endgroup');
}
/** From here on the runner shows `***` in the place of the value. */
function setSecret(value) {
    issue('add-mask', value);
}
/** Hands an output to the steps that follow. Throws where the file that `GITHUB_OUTPUT` names cannot be written. */
function setOutput(name, value) {
    handOver('OUTPUT', 'set-output', name, value);
}
/** Hands a value, as JSON, to this action's post step. Throws where the file that `GITHUB_STATE` names cannot be written. */
function saveState(name, value) {
    handOver('STATE', 'save-state', name, JSON.stringify(value));
}
/** What the main step saved under this name; empty where it saved nothing. */
function getState(name) {
    return process.env[`STATE_${name}`] ?? '';
}
/** Adds Markdown, and the end of a line, to the file that `GITHUB_STEP_SUMMARY` names. Rejects where it cannot be written. */
async function appendSummary(markdown) {
    const path = process.env['GITHUB_STEP_SUMMARY'] ?? '';
    // The runner made the file: one that is missing would be made anew in vain.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.R_OK | node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.appendFile)(path, markdown + node_os__WEBPACK_IMPORTED_MODULE_3__.EOL);
}
/** A runner that names no file is an old one, or another program: it gets the command of that name. */
function handOver(file, command, name, value) {
    const path = process.env[`GITHUB_${file}`] ?? '';
    if (path === '') {
        // What was printed before may not have ended its line.
        process.stdout.write(node_os__WEBPACK_IMPORTED_MODULE_3__.EOL);
        issue(command, value, { name });
        return;
    }
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        throw new Error(`there is no file ${path}`);
    // Nobody can write a value that ends its own entry and begins another: the mark is not to be guessed.
    const mark = `ghadelimiter_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(path, `${name}<<${mark}${node_os__WEBPACK_IMPORTED_MODULE_3__.EOL}${value}${node_os__WEBPACK_IMPORTED_MODULE_3__.EOL}${mark}${node_os__WEBPACK_IMPORTED_MODULE_3__.EOL}`);
}
/**
 * Text that the runner shows and does not obey: what a container logged or Docker printed may look like a workflow command. The runner takes
 * `::name::` at the start of a line, behind blanks of any kind too, and `##[name]` anywhere in it (ActionCommand.cs of actions/runner); a space
 * without width in between is not seen. Lines end in every way in which any program takes them to end.
 */
function escapeCommands(text) {
    return text
        .replace(/(^|[\r\n\v\f\u0085\u2028\u2029])((?:[^\S\r\n]|[\u0085\u200b\ufeff])*):(?=:)/g, `$1$2:${ZERO_WIDTH_SPACE}`)
        .replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`);
}
const ZERO_WIDTH_SPACE = '\u200b';
function issue(name, data = '', properties = {}) {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    const written = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
    process.stdout.write(`::${name}${written === '' ? '' : ` ${written}`}::${escapeData(data)}${node_os__WEBPACK_IMPORTED_MODULE_3__.EOL}`);
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 3259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   tN: () => (/* binding */ EXIT_WRONG_USE)
/* harmony export */ });
/* unused harmony export VERDICTS */
/** What became of *our* deployment. Only `succeeded` and `unchanged` are green. */
const VERDICTS = (/* unused pure expression or super */ null && ([
    'succeeded',
    'rolled-back',
    'failed',
    'superseded',
    'timed-out',
    'cancelled',
    'unchanged'
]));
/** The command's exit codes. 2 is wrong use: settings, files, permissions. */
const EXIT_CODES = {
    succeeded: 0,
    unchanged: 0,
    started: 0,
    paused: 0,
    planned: 0,
    registered: 0,
    pushed: 0,
    failed: 1,
    'rolled-back': 3,
    'timed-out': 4,
    superseded: 5,
    cancelled: 6
};
const EXIT_WRONG_USE = 2;
/** From the one that needs looking at most to the best. */
const WORST_FIRST = [
    'failed',
    'timed-out',
    'rolled-back',
    'superseded',
    'cancelled',
    'started',
    'paused',
    'succeeded',
    'unchanged',
    'planned',
    'registered',
    'pushed'
];
/** The outcome of a run with several services: that of the one that went worst. Without any, `unchanged`. */
function worstOf(outcomes) {
    return WORST_FIRST.find(outcome => outcomes.includes(outcome)) ?? 'unchanged';
}


/***/ }),

/***/ 9584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ur: () => (/* binding */ WORKFLOW_FLAGS),
/* harmony export */   ZZ: () => (/* binding */ PIPELINE_FLAGS),
/* harmony export */   ku: () => (/* binding */ PIPELINE_PARTS)
/* harmony export */ });
/** What the generated files may hold beside the pipeline. */
const PIPELINE_PARTS = ['repository', 'codedeploy', 'approval', 'docker-hub', 'cross-account'];
/** The flags that `readPipelineOptions` takes. They stand apart from it so that the command line loads no settings. */
const PIPELINE_FLAGS = [
    {
        name: 'with',
        kind: 'many',
        value: 'PART',
        help: 'adds to the pipeline: repository (the ECR repositories), codedeploy (application, deployment group and role), approval (manual, before the deployment), docker-hub (a login for Docker Hub, from a secret with the keys username and accessToken; in the buildspec and the workflow too), cross-account (the cluster is in another account: a key for the artifacts, and iam/cross-account-*.json for the role there)'
    },
    {
        name: 'deploy',
        kind: 'one',
        value: 'WHO',
        help: "who deploys in the pipeline: aws (CodePipeline's own action, the default) or slipway (a CodeBuild project that runs slipway deploy: as the Action, with the reason)"
    },
    {
        name: 'slipway',
        kind: 'one',
        value: 'VERSION#HASH',
        help: "the version that --deploy=slipway runs: 1.2.3#sha512-… (npm's integrity), or an archive's https://…#sha256:…"
    },
    {
        name: 'branch',
        kind: 'one',
        value: 'NAME',
        help: 'the branch whose pushes are shipped (default: main)'
    },
    {
        name: 'git-tag',
        kind: 'many',
        value: 'TAG',
        help: 'a tag, or a pattern with *, whose push is shipped; with --branch both ship, without it tags alone'
    },
    { name: 'github-repository', kind: 'one', value: 'OWNER/NAME', help: 'the repository on GitHub' },
    {
        name: 'github-ids',
        kind: 'one',
        value: 'OWNER_ID/ID',
        help: "GitHub's ids of owner and repository, 123/456, for the OIDC subject of newer repositories (gh api repos/OWNER/NAME --jq '\"\\(.owner.id)/\\(.id)\"')"
    },
    {
        name: 'oidc-issuer',
        kind: 'one',
        value: 'URL',
        help: "the issuer of the jobs' tokens where it is not github.com's: https://HOST/_services/token (GitHub Enterprise Server), https://token.actions.SUBDOMAIN.ghe.com, or https://token.actions.githubusercontent.com/ENTERPRISE"
    },
    {
        name: 'account',
        kind: 'one',
        value: 'ACCOUNT_ID',
        help: 'the AWS account id in the policies (default: the placeholder ${ACCOUNT_ID})'
    },
    {
        name: 'kms-key',
        kind: 'many',
        value: 'ARN',
        help: "a KMS key that secrets of the build are encrypted with, where it is not AWS's own"
    },
    {
        name: 'uses',
        kind: 'one',
        value: 'OWNER/REPOSITORY@REF',
        help: 'how the workflow refers to Slipway (default: example/slipway@v1)'
    }
];
/** Those of them that a workflow needs. */
const WORKFLOW_FLAGS = ['branch', 'git-tag', 'uses'];


/***/ }),

/***/ 248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ describeAdvice),
/* harmony export */   x: () => (/* binding */ renderAdvice)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1042);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8916);


const MOST = 3;
/** Lines of text, those of at most three pieces: what to change, and indented below it the commands that do it. Pure. */
function describeAdvice(reached) {
    return tell(reached).flatMap(({ line, commands }) => [line, ...commands.map(command => `  ${command}`)]);
}
/** The same as a list in Markdown, the commands to be copied; '' where there is none. Pure. */
function renderAdvice(reached) {
    return tell(reached)
        .map(({ line, commands }) => {
        const item = `- ${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line)}`;
        if (commands.length === 0)
            return item;
        const block = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(commands, 'sh').split('\n');
        return `${item}\n\n${block.map(each => `  ${each}`).join('\n')}`;
    })
        .join('\n');
}
function tell(reached) {
    return listAdvice(reached)
        .sort((one, other) => other.seconds - one.seconds)
        .slice(0, MOST)
        .map(({ service, sentence, seconds, commands = [] }) => ({
        line: `${service === undefined ? 'Saves' : `${service}: saves`} about ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(seconds * 1_000)}: ${sentence}`,
        commands
    }));
}
function listAdvice({ advice = [], services = [] }) {
    if (services.length === 0)
        return [...advice];
    return services.flatMap(({ target, advice: own = [] }) => {
        const service = target === undefined ? '' : `${target.clusterName}/${target.serviceName}`;
        return own.map(piece => ({ ...piece, service }));
    });
}


/***/ }),

/***/ 2175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ describeStoppedTasks),
/* harmony export */   F$: () => (/* binding */ listFindings),
/* harmony export */   iZ: () => (/* binding */ findErrorLine)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1042);
/* harmony import */ var _text_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2935);


/** Why it failed, for people: AWS's own word, the dead tasks, events, alarms, CodeDeploy's event, and what the containers logged. Pure. */
function listFindings(diagnosis) {
    const { stopReason, lastState, stoppedTasks, events, circuitBreaker, alarms, codedeploy, logs, gaps } = diagnosis;
    const findings = [
        { title: 'What AWS says', lines: stopReason === undefined ? [] : [stopReason] },
        { title: 'Last known state', lines: lastState === undefined ? [] : [lastState] },
        { title: 'CodeDeploy', lines: codedeploy === undefined ? [] : describeCodeDeploy(codedeploy) },
        { title: 'Stopped tasks', lines: stoppedTasks.map(describeStoppedTasks) },
        {
            title: 'Circuit breaker',
            lines: circuitBreaker?.status === undefined
                ? []
                : [
                    `${circuitBreaker.status}: ${circuitBreaker.failureCount ?? 0} failed of ${circuitBreaker.threshold ?? '?'} allowed`
                ]
        },
        { title: 'Alarms', lines: alarms },
        {
            title: 'Service events',
            lines: events.map(({ at, message }) => (at === undefined ? message : `${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTimeOfDay */ .qY)(at)}  ${message}`))
        },
        ...logs.map(({ container, stream, lines }) => ({
            title: `Last lines of ${container} (${stream})`,
            lines,
            proof: true
        })),
        { title: 'Could not determine', lines: gaps }
    ];
    return findings
        .filter(({ lines }) => lines.length > 0)
        .map(finding => ({ ...finding, lines: finding.lines.map(line => (0,_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(line, LONGEST_LINE)) }));
}
/** CloudWatch takes log events of a megabyte; who wants all of one finds it behind the link to the log. */
const LONGEST_LINE = 2_000;
/** How errors are logged by themselves: `TypeError: …`, `com.shop.ConfigException: …`, `panic: …`, `FATAL  …`. */
const ERROR = /^(?:(?:Uncaught |Unhandled |Exception in thread "[^"]*" )?(?:[\w$]+[./])*[\w$]*(?:Error|Exception)(?: \[\w+\])?|error|panic|fatal(?: error)?|FATAL|ERROR)\b:? +\S/;
/** What Java and those who follow it say last about it, and is the first cause. */
const ROOT_CAUSE = /^Caused by: \S/;
/** The line with which a container most likely said why it died, and who that was; undefined where none looks like it. Pure. */
function findErrorLine(logs) {
    for (const { container, lines } of logs) {
        const plain = lines.flatMap(line => (0,_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y)(line).split('\n')).map(line => line.trim());
        const line = plain.findLast(candidate => ROOT_CAUSE.test(candidate)) ?? plain.findLast(candidate => ERROR.test(candidate));
        if (line !== undefined)
            return { container, line: (0,_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(line, 300) };
    }
    return undefined;
}
/** `3 × app: Essential container in task exited (exit code 1)` */
function describeStoppedTasks({ count, container, exitCode, reason }) {
    const who = container === undefined ? '' : `${container}: `;
    return `${count} × ${who}${reason}${exitCode === undefined ? '' : ` (exit code ${exitCode})`}`;
}
function describeCodeDeploy(failure) {
    const { deploymentId, errorCode, message, failedEvent, diagnostics, rollbackMessage } = failure;
    const what = [errorCode, message].filter(part => part !== undefined).join(': ');
    return [
        what === '' ? deploymentId : `${deploymentId}: ${what}`,
        ...(failedEvent === undefined ? [] : [`failed at ${failedEvent}`]),
        ...[diagnostics, rollbackMessage].filter(line => line !== undefined)
    ];
}


/***/ }),

/***/ 3050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeGateRun),
/* harmony export */   o: () => (/* binding */ listGateFindings)
/* harmony export */ });
/* harmony import */ var _text_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2935);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1042);


/** What the gate said that failed, for people to read before anything else; none where it said nothing. Pure. */
function listGateFindings(rollout) {
    const failed = rollout?.gates?.find(({ passed }) => !passed);
    if (failed === undefined || failed.lines.length === 0)
        return [];
    return [{ title: `Last lines of the gate (${failed.subject})`, lines: failed.lines.map(_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y), proof: true }];
}
/** `passed at POST_TEST_TRAFFIC_SHIFT in 12 s (1 try): ./smoke.sh` */
function describeGateRun({ passed, stage, startedAt, endedAt, tries, subject, outcome }) {
    const took = `in ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(endedAt - startedAt)} (${tries} ${tries === 1 ? 'try' : 'tries'})`;
    return `${passed ? 'passed' : 'failed'} at ${stage} ${took}: ${subject}${passed ? '' : ` ${outcome}`}`;
}


/***/ }),

/***/ 5381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeSize)
/* harmony export */ });
/* harmony import */ var _text_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8544);

/** `24.1 MB in 7 layers (2 changed, 1.30 MB pushed); 23.9 MB before`; undefined where it is not known. Pure. */
function describeSize({ size, built }) {
    if (size === undefined)
        return undefined;
    const { bytes, layers, changed, pushed, before } = size;
    const own = `${(0,_text_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z)(bytes)} in ${layers} ${layers === 1 ? 'layer' : 'layers'}`;
    if (changed === undefined)
        return own;
    // Of an image that was there already, nothing was pushed.
    const sent = changed === 0 || pushed === undefined ? '' : `, ${(0,_text_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z)(pushed)}${built ? ' pushed' : ''}`;
    const difference = ` (${changed === 0 ? 'none' : changed} changed${sent})`;
    return `${own}${difference}${before === undefined ? '' : `; ${(0,_text_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z)(before)} before`}`;
}


/***/ }),

/***/ 9820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sh: () => (/* binding */ logFigures),
/* harmony export */   fW: () => (/* binding */ logOutcome),
/* harmony export */   vV: () => (/* binding */ logError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(248);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2175);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3050);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8568);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5514);
/* harmony import */ var _outcome_style_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2790);
/* harmony import */ var _image_size_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5381);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9645);










/** Tells how the run ended, and after a failure why: one error, then everything that was found out. */
async function logOutcome(reached, reporter) {
    const { outcome, rollout, target } = reached;
    const { green, word } = (0,_outcome_style_js__WEBPACK_IMPORTED_MODULE_6__/* .styleOf */ .V)(outcome);
    const diagnosis = rollout?.diagnosis;
    const failure = green ? '' : (0,_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .describeFailure */ .Ic)(reached);
    const findings = [...(0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .listGateFindings */ .o)(rollout), ...(diagnosis === undefined ? [] : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__/* .listFindings */ .F$)(diagnosis))];
    if (findings.length > 0 && !green) {
        await reporter.group('Why it failed', async () => {
            for (const { title, lines, proof } of findings) {
                // The error follows, and nothing needs to be read twice.
                const isTold = lines.every(line => failure.includes(line));
                if (isTold && proof !== true)
                    continue;
                reporter.info(isTold ? `${title}: see the error at the end.` : `${title}:`);
                if (!isTold)
                    for (const line of lines)
                        reporter.info(`  ${line}`);
            }
            if (diagnosis?.cause?.page !== undefined)
                reporter.info(`More about the likely cause: ${diagnosis.cause.page}`);
        });
    }
    logFigures(reached, reporter);
    const url = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .consoleUrl */ .B)(reached);
    if (url !== undefined)
        reporter.info(url);
    if (!green)
        reporter.error(failure);
    else {
        const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
        reporter.info(`${word}${where}${rollout?.reason === undefined ? '.' : `: ${rollout.reason}`}`);
    }
}
/** Tells how large the images are, where the time went, and what would have saved some. */
function logFigures(reached, reporter) {
    for (const image of reached.images) {
        const size = (0,_image_size_js__WEBPACK_IMPORTED_MODULE_8__/* .describeSize */ .j)(image);
        if (size !== undefined)
            reporter.info(`${image.uri}: ${size}`);
    }
    for (const line of [...(0,_timeline_js__WEBPACK_IMPORTED_MODULE_7__/* .describeTimeline */ .R)(reached), ...(0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAdvice */ .g)(reached)])
        reporter.info(line);
}
/** Tells an error, each problem by itself with its place, so that annotations land where the mistake is. */
function logError(error, reporter) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ) {
        for (const { place, what, next } of error.problems) {
            const text = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)({ code: '', place: { path: place.path }, what, next });
            reporter.error(text, place.file === undefined ? undefined : place);
        }
        return;
    }
    reporter.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ) && error instanceof Error && error.stack !== undefined)
        reporter.debug(error.stack);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ && error.cause instanceof Error)
        reporter.debug(error.cause.stack ?? error.cause.message);
}


/***/ }),

/***/ 8916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   bo: () => (/* binding */ renderTable),
/* harmony export */   cR: () => (/* binding */ renderCode),
/* harmony export */   g9: () => (/* binding */ limitSummary)
/* harmony export */ });
/* harmony import */ var _text_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2935);

/** Rows without a head, in HTML: GitHub draws the empty head that a Markdown table must have. */
function renderTable(rows) {
    if (rows.length === 0)
        return '';
    return `<table>\n${rows.map(([name, value]) => `<tr><td>${escapeText(name)}</td><td>${value}</td></tr>\n`).join('')}</table>`;
}
/** Text as code, in HTML. */
function renderCode(text) {
    return `<code>${escapeText(text)}</code>`;
}
/** A fence that is longer than any in the text, so that what a container logged cannot break out of it; with the language that GitHub colours it by. */
function fence(lines, language = '') {
    const text = (0,_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y)(lines.join('\n'));
    const longest = [...text.matchAll(/`+/g)].reduce((max, [run]) => Math.max(max, run.length), 2);
    const bar = '`'.repeat(longest + 1);
    return `${bar}${language}\n${text}\n${bar}`;
}
/** Text in HTML. */
function escapeText(text) {
    return (0,_text_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y)(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/**
 * Text in a paragraph or a cell of Markdown, on one line. Underscores within words are no markup for GitHub (https://github.github.com/gfm/#left-flanking-delimiter-run)
 * and stay, so that AWS's own names can be searched for.
 */
function escapeMarkdown(text) {
    return escapeText(text)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
        .replace(/^(\s*\d*)([#+.)-])/, '$1\\$2');
}
/** GitHub refuses a summary of more than 1 MiB, all of it: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits */
const MAX_BYTES = 1_000_000;
/** A summary that GitHub takes: cut at a line where it is too long, what was open closed, and said so. Pure. */
function limitSummary(markdown, max = MAX_BYTES) {
    if (Buffer.byteLength(markdown) <= max)
        return markdown;
    const lines = [];
    let size = 0;
    let bar;
    let folds = 0;
    for (const line of markdown.split('\n')) {
        size += Buffer.byteLength(line) + 1;
        if (size > max)
            break;
        lines.push(line);
        const fenced = /^`{3,}/.exec(line)?.[0];
        if (bar === undefined) {
            bar = fenced;
            if (line.startsWith('<details'))
                folds += 1;
            if (line.startsWith('</details>'))
                folds -= 1;
        }
        else if (line === bar)
            bar = undefined;
    }
    const ends = [...(bar === undefined ? [] : [bar]), ...Array(folds).fill('\n</details>')];
    return `${[...lines, ...ends].join('\n')}\n\n_Cut here: GitHub limits the summary to 1 MiB. The log of the step has everything._\n`;
}


/***/ }),

/***/ 2790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ styleOf)
/* harmony export */ });
const STYLES = {
    succeeded: { green: true, word: 'Succeeded' },
    unchanged: { green: true, word: 'Unchanged' },
    started: { green: true, word: 'Started' },
    paused: { green: true, word: 'Paused' },
    planned: { green: true, word: 'Planned' },
    registered: { green: true, word: 'Registered' },
    pushed: { green: true, word: 'Pushed' },
    failed: { green: false, word: 'Failed' },
    'rolled-back': { green: false, word: 'Rolled back' },
    'timed-out': { green: false, word: 'Timed out' },
    superseded: { green: false, word: 'Superseded' },
    cancelled: { green: false, word: 'Cancelled' }
};
function styleOf(outcome) {
    return STYLES[outcome];
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ consoleUrl),
/* harmony export */   P: () => (/* binding */ listOutputs)
/* harmony export */ });
/* harmony import */ var _aws_console_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4020);
/* harmony import */ var _text_deployment_name_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3406);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5976);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1383);




/** The Action's outputs; those that were not reached are left out. With several images or services they name the first. */
function listOutputs(reached) {
    const { images, artifacts, rollout, taskDefinitionArn, runTaskArns = [] } = reached;
    const [image] = images;
    // A rollout knows what was last deployed with success; before it there is what runs.
    const before = rollout ?? { previousTaskDefinitionArn: reached.target?.runningTaskDefinitionArn };
    const previous = before.previousTaskDefinitionArn;
    const outputs = {
        outcome: reached.outcome,
        registry: image?.registry,
        repository: image?.repository,
        image: image?.uri,
        'image-tag': image?.tag,
        'image-digest': image?.digest,
        'artifacts-directory': artifacts?.directory,
        imagedefinitions: artifacts?.imageDefinitions,
        'image-detail': artifacts?.imageDetail,
        appspec: artifacts?.appspec,
        'task-definition': artifacts?.taskDefinition,
        'task-definition-arn': taskDefinitionArn,
        'previous-task-definition-arn': previous,
        'task-definition-changed': formatChanged(reached, previous),
        'service-deployment-arn': rollout?.serviceDeploymentArn,
        'codedeploy-deployment-id': rollout?.codedeployDeploymentId,
        deployment: listDeployments(reached),
        'run-task-arn': runTaskArns.length === 0 ? undefined : JSON.stringify(runTaskArns),
        phases: (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPhases */ .q)(reached),
        'console-url': consoleUrl(reached)
    };
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
/** Of several services each that has one, in their order. */
function listDeployments({ rollout, services = [] }) {
    const rollouts = services.length > 0 ? services.map(service => service.rollout) : [rollout];
    const names = rollouts.flatMap(each => (each === undefined ? [] : ((0,_text_deployment_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nameDeployment */ .N)(each) ?? [])));
    return names.length === 0 ? undefined : names.join('\n');
}
/** Without a registration what it would have changed; nothing where nobody knows. */
function formatChanged({ plan, taskDefinitionArn }, previous) {
    if (plan !== undefined)
        return String((0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .hasChanges */ .ik)(plan));
    return taskDefinitionArn === undefined ? undefined : String(taskDefinitionArn !== previous);
}
/** Where the deployment can be seen; undefined where there is none. */
function consoleUrl({ region, target, rollout }) {
    if (target === undefined)
        return undefined;
    if (rollout?.codedeployDeploymentId !== undefined)
        return (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_0__/* .codedeployConsoleUrl */ .B_)(region, rollout.codedeployDeploymentId);
    return (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_0__/* .ecsServiceConsoleUrl */ .nk)(region, target.clusterName, target.serviceName);
}


/***/ }),

/***/ 5976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sortPhases),
/* harmony export */   q: () => (/* binding */ formatPhases)
/* harmony export */ });
/**
 * Sorts the stretches of a run by whose they are. With one service, the phases of its deployment take the place of the job's `deploy`, the
 * first of them from the request on; with several, `deploy` is what all took together. Pure.
 */
function sortPhases({ phases, target, rollout, services = [] }) {
    const own = phases.filter(({ image }) => image === undefined);
    const images = [...new Set(phases.flatMap(({ image }) => image ?? []))].map(name => ({
        name,
        entries: phases.filter(({ image }) => image === name)
    }));
    if (services.length > 0) {
        return { job: own, images, deployments: services.flatMap(describeDeployment), sequence: own };
    }
    const [deployment] = describeDeployment({ target, rollout });
    const deploy = own.find(({ phase }) => phase === 'deploy');
    // What was before this run looked is AWS's account, and ends where that of the job begins.
    const begin = own[0]?.startedAt ?? Infinity;
    const before = (deployment?.entries ?? [])
        .filter(({ phase }) => phase === BEFORE)
        .map(entry => ({ ...entry, endedAt: Math.min(entry.endedAt, begin) }))
        .filter(({ startedAt, endedAt }) => endedAt > startedAt);
    const [first, ...others] = (deployment?.entries ?? []).filter(({ phase }) => phase !== BEFORE);
    if (deployment === undefined || first === undefined) {
        const deployments = deployment === undefined ? [] : [{ ...deployment, entries: before }];
        return { job: own, images, deployments, sequence: [...before, ...own] };
    }
    const job = own.filter(entry => entry !== deploy);
    const startedAt = Math.min(first.startedAt, deploy?.startedAt ?? first.startedAt);
    const entries = [{ ...first, startedAt }, ...others];
    return {
        job,
        images,
        deployments: [{ ...deployment, entries: [...before, ...entries] }],
        sequence: [...before, ...job, ...entries]
    };
}
const BEFORE = 'before';
function describeDeployment({ target, rollout }) {
    if (rollout === undefined)
        return [];
    const service = target === undefined ? undefined : `${target.clusterName}/${target.serviceName}`;
    return [{ service, verdict: rollout.verdict, entries: rollout.timeline, tasks: rollout.tasks ?? [] }];
}
/** The output `phases`: JSON on one line, in the order of the begin; undefined where nothing was begun. Times by UTC, seconds to the millisecond. */
function formatPhases(run) {
    const { images, deployments, sequence } = sortPhases(run);
    const isSeveral = (run.services ?? []).length > 0;
    const all = [
        ...sequence.map(entry => ({ entry, of: {} })),
        ...images.flatMap(({ name, entries }) => entries.map(entry => ({ entry, of: { image: name } }))),
        ...deployments.flatMap(({ service, entries, tasks }) => {
            const of = isSeveral ? { service } : {};
            return [
                ...(isSeveral ? entries : []).map(entry => ({ entry, of })),
                ...tasks.map(entry => ({ entry, of: { ...of, tasks: true } }))
            ];
        })
    ];
    if (all.length === 0)
        return undefined;
    all.sort((one, other) => one.entry.startedAt - other.entry.startedAt);
    return JSON.stringify(all.map(({ entry: { phase, startedAt, endedAt }, of }) => ({
        phase,
        'started-at': new Date(startedAt).toISOString(),
        seconds: Math.round(endedAt - startedAt) / 1000,
        ...of
    })));
}


/***/ }),

/***/ 1383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ NEW_REVISION),
/* harmony export */   O1: () => (/* binding */ wouldFail),
/* harmony export */   ik: () => (/* binding */ hasChanges)
/* harmony export */ });
/** Stands for the ARN that RegisterTaskDefinition will answer. */
const NEW_REVISION = '(the revision registered before)';
/** Whether something was found that a deployment would fail of. */
function wouldFail({ preflight }) {
    return preflight?.state === 'ng';
}
/** Whether a service would run another task definition than it does. */
function hasChanges({ services }) {
    return services.some(({ definition }) => definition !== undefined && definition.changes.length > 0);
}


/***/ }),

/***/ 5514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ic: () => (/* binding */ describeFailure),
  hR: () => (/* binding */ renderImages),
  Br: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./lib/aws/console.js
var console = __nccwpck_require__(4020);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __nccwpck_require__(8988);
// EXTERNAL MODULE: ./lib/text/terminal.js
var terminal = __nccwpck_require__(2935);
// EXTERNAL MODULE: ./lib/report/advice.js
var advice = __nccwpck_require__(248);
// EXTERNAL MODULE: ./lib/report/diagnosis.js
var report_diagnosis = __nccwpck_require__(2175);
// EXTERNAL MODULE: ./lib/report/gates.js
var gates = __nccwpck_require__(3050);
// EXTERNAL MODULE: ./lib/report/markup.js
var markup = __nccwpck_require__(8916);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __nccwpck_require__(8568);
// EXTERNAL MODULE: ./lib/report/outcome-style.js
var outcome_style = __nccwpck_require__(2790);
// EXTERNAL MODULE: ./lib/text/bytes.js
var text_bytes = __nccwpck_require__(8544);
;// CONCATENATED MODULE: ./lib/report/build-cache.js

const PLACES = { registry: 'ECR', github: 'GitHub' };
/** `12 of 14 steps from ECR, 118 MB`; undefined where the image was built without a cache. Pure. */
function describeCacheUse({ cache }) {
    if (cache === undefined)
        return undefined;
    const { kind, hits, steps, bytes } = cache;
    const used = steps === 0 ? PLACES[kind] : `${hits} of ${steps} steps from ${PLACES[kind]}`;
    return bytes === undefined ? used : `${used}, ${(0,text_bytes/* formatBytes */.z)(bytes)}`;
}

// EXTERNAL MODULE: ./lib/report/image-size.js
var image_size = __nccwpck_require__(5381);
// EXTERNAL MODULE: ./lib/report/timeline.js + 1 modules
var timeline = __nccwpck_require__(9645);
;// CONCATENATED MODULE: ./lib/report/summary.js












/** The job summary: Markdown that GitHub renders; what went wrong comes first, and what is long is folded. Pure. */
function renderSummary(reached, failure) {
    const { outcome, rollout, target } = reached;
    const { green, word } = (0,outcome_style/* styleOf */.V)(outcome);
    const where = target === undefined ? '' : (0,markup/* escapeMarkdown */.FV)(`: ${target.clusterName}/${target.serviceName}`);
    const findings = [...(0,gates/* listGateFindings */.o)(rollout), ...listUntold(reached)];
    return [
        `## ${green ? '✅' : '❌'} ${word}${where}`,
        renderCause(reached),
        renderReason(rollout?.reason, failure),
        ...findings.filter(({ proof }) => proof).map(renderFinding),
        (0,markup/* renderTable */.bo)([...listFacts(reached), ...findings.filter(isLine).map(nameFinding)]),
        (0,timeline/* renderTimeline */.s)(reached),
        (0,advice/* renderAdvice */.x)(reached),
        ...findings.filter(finding => !finding.proof && !isLine(finding)).map(renderFinding),
        renderLinks(reached)
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** What the verdict rests on; before there was one, the error as it was told. */
function renderReason(reason, failure) {
    if (reason !== undefined)
        return (0,markup/* escapeMarkdown */.FV)(reason);
    return failure === undefined ? '' : (0,markup/* fence */.EU)(failure.split('\n'));
}
/** What the container said about itself, the likely cause, and what to do. */
function renderCause({ rollout }) {
    const { cause, logs = [] } = rollout?.diagnosis ?? {};
    const errorLine = (0,report_diagnosis/* findErrorLine */.iZ)(logs);
    const said = errorLine === undefined
        ? []
        : [`${(0,markup/* escapeMarkdown */.FV)(errorLine.container)} logged: <code>${(0,markup/* escapeMarkdown */.FV)(errorLine.line)}</code>`];
    const what = cause === undefined ? said : [`**${(0,markup/* escapeMarkdown */.FV)(cause.sentence)}**`, ...said];
    const page = cause?.page === undefined ? '' : ` ([more about it](${cause.page}))`;
    return [what.join('<br>\n'), cause === undefined ? '' : `${(0,markup/* escapeMarkdown */.FV)(cause.advice)}${page}`]
        .filter(part => part !== '')
        .join('\n\n');
}
/** What was shipped, by reference and digest. Pure. */
function renderImages({ images }) {
    return (0,markup/* renderTable */.bo)(listImages(images));
}
function listImages(images) {
    return [
        ...images.map((image) => ['Image', `${(0,markup/* renderCode */.cR)(image.uri)}${image.built ? '' : ' (was there already)'}`]),
        ...images.flatMap((image) => [
            ...(image.digest === undefined ? [] : [['Digest', (0,markup/* renderCode */.cR)(image.digest)]]),
            ...rowOf('Size', (0,image_size/* describeSize */.j)(image)),
            ...rowOf('Build cache', describeCacheUse(image)),
            ...rowOf("ECR's scan", image.findings)
        ])
    ];
}
function rowOf(name, text) {
    return text === undefined ? [] : [[name, (0,markup/* escapeText */.X1)(text)]];
}
function listFacts({ images, taskDefinitionArn, target, rollout }) {
    const previous = (rollout ?? { previousTaskDefinitionArn: target?.runningTaskDefinitionArn })
        .previousTaskDefinitionArn;
    const facts = [
        ['Task definition', taskDefinitionArn === undefined ? undefined : (0,arn/* resourceName */.Iy)(taskDefinitionArn)],
        ['Before', previous === undefined ? undefined : (0,arn/* resourceName */.Iy)(previous)],
        ['CodeDeploy deployment', rollout?.codedeployDeploymentId]
    ];
    return [
        ...listImages(images),
        ...facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, (0,markup/* renderCode */.cR)(value)]])),
        ...(rollout?.gates ?? []).map((gate) => ['Gate', (0,markup/* escapeText */.X1)((0,gates/* describeGateRun */.G)(gate))])
    ];
}
function renderLinks(reached) {
    const { region, target, rollout, taskDefinitionArn } = reached;
    const deployment = (0,outputs/* consoleUrl */.B)(reached);
    const service = target === undefined ? undefined : (0,console/* ecsServiceConsoleUrl */.nk)(region, target.clusterName, target.serviceName);
    const links = [
        ['Deployment', deployment],
        ['Service', service === deployment ? undefined : service],
        [
            'Task definition',
            taskDefinitionArn === undefined ? undefined : (0,console/* taskDefinitionConsoleUrl */.dP)(region, taskDefinitionArn)
        ],
        ...(rollout?.diagnosis?.logs ?? []).map(log => [`Log of ${log.container}`, (0,console/* logStreamConsoleUrl */.ld)(log.region ?? region, log.group, log.stream)])
    ];
    const shown = links.flatMap(([name, url]) => (url === undefined ? [] : [`[${(0,markup/* escapeMarkdown */.FV)(name)}](${url})`]));
    return shown.length === 0 ? '' : `In the AWS console: ${shown.join(' · ')}`;
}
/** What was found out, without what the summary says elsewhere: in its reason, or as the deployment's id. */
function listUntold({ rollout }) {
    if (rollout?.diagnosis === undefined)
        return [];
    const { diagnosis, reason = '' } = rollout;
    const dead = diagnosis.stoppedTasks.filter(stoppedTask => isShown(stoppedTask, reason)).map(report_diagnosis/* describeStoppedTasks */.D1);
    const shown = [reason, rollout.codedeployDeploymentId ?? '', ...dead].join('\n');
    return (0,report_diagnosis/* listFindings */.F$)(diagnosis).filter(({ lines }) => !lines.every(line => shown.includes(line)));
}
/** One line is a row of the table; the proof is told at length. */
function isLine({ proof, lines }) {
    return !proof && lines.length === 1;
}
function nameFinding({ title, lines }) {
    return [title, (0,markup/* escapeText */.X1)(lines.join(' ')).replace(/\s*\n\s*/g, ' ')];
}
function renderFinding({ title, lines, proof }) {
    return `<details${proof ? ' open' : ''}><summary>${(0,markup/* escapeText */.X1)(title)}</summary>\n\n${(0,markup/* fence */.EU)(lines)}\n\n</details>`;
}
/** How many of the last log lines go into the annotation, and how much of each: GitHub cuts it after 4,096 characters. The log and the summary have more. */
const ANNOTATED_LINES = 10;
const ANNOTATED_CHARACTERS = 250;
/** The annotation: the verdict and its reason, what the container said about itself, the likely cause and what to do, who died how, and its last lines. */
function describeFailure({ outcome, target, rollout }) {
    const { word } = (0,outcome_style/* styleOf */.V)(outcome);
    const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
    const diagnosis = rollout?.diagnosis;
    const [stoppedTask] = diagnosis?.stoppedTasks ?? [];
    const [log] = diagnosis?.logs ?? [];
    // The reason may start with the verdict's own word.
    const reason = rollout?.reason?.replace(new RegExp(`^${word}[.:]? `), '') ?? '';
    const errorLine = (0,report_diagnosis/* findErrorLine */.iZ)(diagnosis?.logs ?? []);
    const annotate = (lines) => lines
        .slice(-ANNOTATED_LINES)
        .map(line => (0,terminal/* shorten */.ml)((0,terminal/* stripControls */.$Y)(line), ANNOTATED_CHARACTERS))
        .join('\n');
    return [
        `${word}${where}: ${reason}`,
        ...(0,gates/* listGateFindings */.o)(rollout).map(({ title, lines }) => `${title}:\n${annotate(lines)}`),
        errorLine === undefined ? '' : `${errorLine.container} logged: ${errorLine.line}`,
        diagnosis?.cause === undefined ? '' : `${diagnosis.cause.sentence} ${diagnosis.cause.advice}`,
        stoppedTask === undefined || isShown(stoppedTask, reason)
            ? ''
            : `Stopped tasks: ${(0,report_diagnosis/* describeStoppedTasks */.D1)(stoppedTask)}.`,
        log === undefined ? '' : `Last lines of ${log.container}:\n${annotate(log.lines)}`
    ]
        .filter(part => part !== '')
        .join('\n');
}
function isShown({ container, exitCode, reason }, shown) {
    return [container ?? '', exitCode === undefined ? '' : `exit code ${exitCode}`, reason].every(part => shown.includes(part));
}


/***/ }),

/***/ 9645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ describeTimeline),
  s: () => (/* binding */ renderTimeline)
});

// EXTERNAL MODULE: ./lib/text/table.js
var table = __nccwpck_require__(1267);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __nccwpck_require__(1042);
;// CONCATENATED MODULE: ./lib/report/gantt.js

/** What these bars stand for went wrong. */
const CRITICAL = new Set(['rollback']);
/** About the column in which GitHub shows a summary: wider, and the text is made too small to read. */
const WIDTH = 900;
const FONT_SIZE = 14;
/** A letter of a section's title, in pixels. */
const LETTER = 8;
/** Mermaid draws no text that is longer (`maxTextSize`: 50,000 characters, which a diagram cannot raise): rows at the end are left out. */
const MAX_LENGTH = 45_000;
const GREEN = { taskBkgColor: '#1f883d', taskBorderColor: '#1a7f37' };
const GREY = { taskBkgColor: '#6e7781', taskBorderColor: '#57606a' };
/** Colours that can be told apart on a white page and on a black one. What Mermaid writes beside a bar keeps the page's own colour. */
const COLOURS = {
    taskTextColor: '#ffffff',
    critBkgColor: '#cf222e',
    critBorderColor: '#a40e26',
    sectionBkgColor: '#8b949e',
    sectionBkgColor2: '#8b949e'
};
/**
 * A timeline as a Mermaid gantt chart, in the fence that GitHub renders; '' where there is nothing to draw. Pure.
 *
 * Times are milliseconds since the epoch (`dateFormat x`), durations are in `ms`; the axis shows the reader's own clock. In Mermaid's grammar a
 * task's name ends at the first colon, and `#`, `;` and `%%` begin something else, so names keep letters, digits and a few marks.
 */
function renderGantt(sections) {
    const drawn = sections.filter(({ bars }) => bars.length > 0);
    if (drawn.length === 0)
        return '';
    // Plain bars where that is possible: on a dark page some versions of Mermaid cannot be read beside bars that are `done`.
    const allRed = drawn.every(({ green }) => !green);
    const rows = drawn.map(({ title, bars, green }) => [`  section ${nameOf(title)}`, ...bars.map(bar => drawBar(bar, green || allRed ? '' : 'done, '))].join('\n'));
    const fitting = takeWithin(rows, MAX_LENGTH);
    const picture = [
        '```mermaid',
        '---',
        // JSON is YAML, and here on one line.
        `config: ${JSON.stringify(configure(drawn, allRed ? GREY : GREEN))}`,
        '---',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        `  tickInterval ${chooseTick(drawn.flatMap(({ bars }) => bars))}`,
        '  todayMarker off',
        ...fitting,
        '```'
    ].join('\n');
    return fitting.length === rows.length
        ? picture
        : `${picture}\n\n_The picture has the first ${fitting.length} of ${rows.length} rows: Mermaid draws no more._`;
}
/** Mermaid's words for the distances of marks on the axis (https://mermaid.js.org/syntax/gantt.html), with their seconds. */
const TICKS = [
    ...[1, 5, 10, 15, 30].map(count => [count, `${count}second`]),
    ...[1, 2, 5, 10, 15, 30].map(count => [count * 60, `${count}minute`]),
    ...[1, 3, 6, 12].map(count => [count * 3_600, `${count}hour`])
];
/** So many times of day can be read side by side. */
const MOST_TICKS = 9;
/** By itself Mermaid sets the marks so close that their times run into one another. */
function chooseTick(bars) {
    const from = Math.min(...bars.map(({ startedAt }) => startedAt));
    const to = Math.max(...bars.map(({ endedAt }) => endedAt));
    const least = (to - from) / 1000 / MOST_TICKS;
    return TICKS.find(([seconds]) => seconds >= least)?.[1] ?? '1day';
}
/** As many texts from the beginning as are not longer together, and one at least. */
function takeWithin(texts, max) {
    let length = 0;
    const end = texts.findIndex((text, index) => {
        length += text.length + 1;
        return index > 0 && length > max;
    });
    return end < 0 ? texts : texts.slice(0, end);
}
/** Mermaid's own settings (https://mermaid.js.org/config/schema-docs/config-defs-gantt-diagram-config.html); titles stand left of the bars and are not wrapped. */
function configure(sections, colours) {
    const longest = Math.max(...sections.map(({ title }) => nameOf(title).length));
    const gantt = {
        useWidth: WIDTH,
        leftPadding: Math.min(WIDTH / 3, 24 + longest * LETTER),
        rightPadding: 24,
        fontSize: FONT_SIZE,
        sectionFontSize: FONT_SIZE,
        barHeight: 24,
        barGap: 6
    };
    return { gantt, themeVariables: { ...colours, ...COLOURS } };
}
function drawBar({ phase, startedAt, endedAt }, tag) {
    const start = Math.round(startedAt);
    // Mermaid draws nothing for a bar without length.
    const length = Math.max(1, Math.round(endedAt - startedAt));
    const name = `${nameOf(phase)} (${(0,time/* formatDuration */.a3)(endedAt - startedAt)})`;
    return `  ${name} :${CRITICAL.has(phase) ? 'crit, ' : tag}${start}, ${length}ms`;
}
/** Words that begin a statement of a gantt chart, in whatever case: a name must not start with one. */
const KEYWORDS = /^(gantt|title|section|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|excludes|includes|todaymarker|weekday|weekend|acctitle|accdescr|click|href|call)\b/i;
function nameOf(text) {
    const plain = text
        .replaceAll(/[^\p{L}\p{N} ._/()+-]+/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
    if (plain === '')
        return '-';
    return KEYWORDS.test(plain) ? `- ${plain}` : plain;
}

// EXTERNAL MODULE: ./lib/report/outcome-style.js
var outcome_style = __nccwpck_require__(2790);
// EXTERNAL MODULE: ./lib/report/phases.js
var phases = __nccwpck_require__(5976);
;// CONCATENATED MODULE: ./lib/report/timeline.js





/** The whole job in a line and as a picture: the job, its images, the deployments and, of a single one, the new tasks. Pure. */
function renderTimeline({ outcome, ...run }) {
    const { job, images, deployments, sequence } = (0,phases/* sortPhases */.R)(run);
    const { green } = (0,outcome_style/* styleOf */.V)(outcome);
    const isSeveral = deployments.length > 1;
    const picture = renderGantt([
        { title: 'Job', bars: job, green },
        ...images.map(({ name, entries }) => ({ title: name, bars: entries, green })),
        ...deployments.flatMap(({ service, verdict, entries, tasks }) => [
            { title: service ?? 'Deployment', bars: entries, green: isSeveral ? (0,outcome_style/* styleOf */.V)(verdict).green : green },
            { title: 'Tasks', bars: isSeveral ? [] : tasks, green }
        ])
    ]);
    return [describeSequence(sequence), picture].filter(part => part !== '').join('\n\n');
}
/** `**5 min 12 s**: check 2 s → build 1 min 40 s` */
function describeSequence(sequence) {
    const phases = sequence.map(entry => `${entry.phase} ${(0,time/* formatDuration */.a3)(lengthOf(entry))}`).join(' → ');
    return sequence.length < 2 ? phases : `**${(0,time/* formatDuration */.a3)(lengthOfAll(sequence))}**: ${phases}`;
}
/** The same for the log: a table with the share of each stretch in the whole. Nothing where there is but one. Pure. */
function describeTimeline(run) {
    const { images, deployments, sequence } = (0,phases/* sortPhases */.R)(run);
    if (sequence.length < 2)
        return [];
    const whole = lengthOfAll(sequence);
    const rows = sequence.flatMap(entry => [
        { name: entry.phase, entry, share: formatShare(lengthOf(entry) / whole) },
        ...images.flatMap(({ name, entries }) => entries
            .filter(part => isWithin(part, entry))
            .map(part => ({ name: `  ${part.phase} ${name}`, entry: part, share: '' })))
    ]);
    const tasks = deployments.length > 1 ? [] : deployments.flatMap(deployment => deployment.tasks);
    const all = [
        ...rows,
        ...tasks.map(entry => ({ name: `tasks: ${entry.phase}`, entry, share: '' })),
        { name: 'in all', entry: { startedAt: 0, endedAt: whole }, share: '' }
    ];
    const cells = all.map(({ name, entry, share }) => [name, formatSeconds(lengthOf(entry)), share]);
    const widths = [1, 2].map(column => Math.max(...cells.map(row => row[column]?.length ?? 0)));
    return [
        'Where the time went, in seconds:',
        ...(0,table/* alignColumns */.R)(cells.map(([name, ...numbers]) => [
            `  ${name}`,
            ...numbers.map((cell, index) => cell.padStart(widths[index] ?? 0))
        ]))
    ];
}
function isWithin({ startedAt }, entry) {
    return startedAt >= entry.startedAt && startedAt < entry.endedAt;
}
function lengthOf({ startedAt, endedAt }) {
    return endedAt - startedAt;
}
function lengthOfAll(sequence) {
    return (sequence.at(-1)?.endedAt ?? 0) - (sequence[0]?.startedAt ?? 0);
}
function formatSeconds(milliseconds) {
    return (milliseconds / 1000).toFixed(1);
}
function formatShare(share) {
    if (!Number.isFinite(share))
        return '';
    const percent = Math.round(share * 100);
    return percent === 0 && share > 0 ? '<1 %' : `${percent} %`;
}


/***/ }),

/***/ 8988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ regionOf),
/* harmony export */   EH: () => (/* binding */ isArn),
/* harmony export */   Hh: () => (/* binding */ ARN_WITH_ACCOUNT),
/* harmony export */   IT: () => (/* binding */ targetGroupName),
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   Lw: () => (/* binding */ parseArn),
/* harmony export */   RY: () => (/* binding */ arnOf),
/* harmony export */   Te: () => (/* binding */ parseTaskDefinitionName),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   iQ: () => (/* binding */ partitionOf),
/* harmony export */   sv: () => (/* binding */ TASK_DEFINITION_ARN)
/* harmony export */ });
/**
 * ARNs and the names in them. Rests on "Amazon Resource Names (ARNs)" in the IAM user guide:
 * `arn:partition:service:region:account:resource`, where region and account may be empty and the resource may hold `:` and `/`.
 */
/** In a text, an ARN with an account, up to that account, which is the first group. */
const ARN_WITH_ACCOUNT = '\\barn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(\\d{12}):';
/** In a text such as an AppSpec, the ARN of a task definition's revision. */
const TASK_DEFINITION_ARN = 'arn:[\\w-]+:ecs:[\\w-]+:\\d{12}:task-definition/[\\w-]+:\\d+';
const ARN = /^arn:(aws[\w-]*):([^:]*):([^:]*):([^:]*):(.*)$/s;
/** The beginnings of the regions' names (botocore's partitions.json). */
const PARTITIONS = [
    ['cn-', 'aws-cn'],
    ['us-gov-', 'aws-us-gov'],
    ['us-iso-', 'aws-iso'],
    ['us-isob-', 'aws-iso-b'],
    ['eu-isoe-', 'aws-iso-e'],
    ['us-isof-', 'aws-iso-f'],
    ['eusc-', 'aws-eusc']
];
/** Whether a text is meant as an ARN, and is no name or path; it may be malformed. */
function isArn(text) {
    return text.startsWith('arn:');
}
/** The parts of an ARN; undefined for a text that is none. */
function parseArn(text) {
    const match = ARN.exec(text);
    if (match === null)
        return undefined;
    const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
    return { partition, service, region, account, resource };
}
/** An ARN in the account and region of `scope`; IAM and S3 have no region in theirs, S3 no account either. */
function arnOf(scope, service, resource) {
    const region = service === 'iam' || service === 's3' ? '' : scope.region;
    const account = service === 's3' ? '' : scope.account;
    return `arn:${scope.partition}:${service}:${region}:${account}:${resource}`;
}
/** The partition that a region is in. */
function partitionOf(region) {
    return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? 'aws';
}
/** The account that an ARN is in, twelve digits; undefined without one. */
function accountOf(arn) {
    const { account = '' } = parseArn(arn) ?? {};
    return /^\d{12}$/.test(account) ? account : undefined;
}
/** The region that an ARN is in; empty without one. */
function regionOf(arn) {
    return parseArn(arn)?.region ?? '';
}
/**
 * The name that an ARN ends in, behind its last slash, whatever stands before: a cluster, a service of the long or the short form
 * (`service/cluster/web`, `service/web`), a task's id, a role without its path, `family:revision` of a task definition. A name stays as it is;
 * of nothing it is empty.
 */
function resourceName(nameOrArn = '') {
    return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
/** Family and revision of a task definition's ARN or of `family:revision`; without a revision it is undefined, and AWS means the newest. */
function parseTaskDefinitionName(nameOrArn) {
    const [family = '', revision] = resourceName(nameOrArn).split(':');
    return { family, revision };
}
/** The name in `arn:…:targetgroup/<name>/<id>`; a name as it is. */
function targetGroupName(nameOrArn) {
    return /:targetgroup\/([^/]+)\//.exec(nameOrArn)?.[1] ?? nameOrArn;
}


/***/ }),

/***/ 8544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** A number of bytes with three digits that count, in powers of 1,000 as Docker has them: `812 bytes`, `24.1 MB`, `1.30 GB`. Pure. */
function formatBytes(bytes) {
    let value = Math.max(0, bytes);
    let unit = 0;
    // What would be rounded to 1,000 is 1 of the next unit.
    while (value >= 999.5 && unit < UNITS.length - 1) {
        value /= 1_000;
        unit += 1;
    }
    if (unit === 0)
        return Math.round(value) === 1 ? '1 byte' : `${Math.round(value)} bytes`;
    // As many digits before the point as are there, and the rest behind it.
    const decimals = [99.95, 9.995].filter(limit => value < limit).length;
    return `${value.toFixed(decimals)} ${UNITS[unit] ?? ''}`;
}


/***/ }),

/***/ 3406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ nameDeployment)
/* harmony export */ });
/** A deployment as the output `deployment` names it: without an account id, so that it crosses jobs. undefined where AWS has named none. */
function nameDeployment({ serviceDeploymentArn: arn, codedeployDeploymentId }) {
    return codedeployDeploymentId ?? arn?.split(':service-deployment/')[1];
}


/***/ }),

/***/ 3808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   uo: () => (/* binding */ nameKind),
/* harmony export */   vp: () => (/* binding */ showValue)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8006);

/** What kind of value it is, in a document's own words: `a string`, `a number`, `a list`, `an object`, `null` … */
function nameKind(value) {
    if (value === null)
        return 'null';
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return 'an object';
    return `a ${typeof value}`;
}
/** A value as a message shows it, on one line and cut to a readable length: `"80"`, `256`, `a list`. */
function showValue(value) {
    if (typeof value === 'string')
        return quote(value);
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return nameKind(value);
}
/** A text in quotes, on one line, cut at 80 characters. */
function quote(text) {
    const characters = Array.from(text);
    return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text);
}
/** `a, b and c`; the empty list is `none`. */
function listNames(names, conjunction = 'and') {
    if (names.length < 2)
        return names[0] ?? 'none';
    return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}
/** Words on lines no longer than `width` columns, each behind `indent`; a word that is longer stays whole. Pure. */
function wrap(text, width, indent = '') {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && indent.length + longer.length > width) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = longer;
    }
    return [...lines, indent + line];
}


/***/ }),

/***/ 8006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ writeJson),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Uo: () => (/* binding */ makeRecord),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
const KEY_ORDER = Symbol('key order');
/**
 * A plain object of these entries, in this order. `__proto__` and `constructor` become ordinary keys. JavaScript sorts
 * keys that look like indexes (`"10"`) before all others; for such objects the order is noted beside, see `keysOf`.
 */
function makeRecord(entries) {
    const record = Object.fromEntries(entries);
    const keys = entries.map(([key]) => key);
    if (keys.some(key => /^\d+$/.test(key)))
        Object.defineProperty(record, KEY_ORDER, { value: keys });
    return record;
}
/** The keys of an object in the order in which `makeRecord` got them; of any other object as JavaScript lists them. */
function keysOf(record) {
    const noted = record[KEY_ORDER];
    const keys = Object.keys(record);
    if (noted === undefined)
        return keys;
    const kept = noted.filter(key => Object.hasOwn(record, key));
    return [...new Set([...kept, ...keys])];
}
/** The entries of an object in the order of `keysOf`. */
function entriesOf(record) {
    return keysOf(record).map(key => [key, record[key]]);
}
/** True for an object that is neither null nor a list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An object's own value under a key; what it inherits (`constructor`, `toString`) does not count. */
function own(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
}
/** JSON, two spaces, LF, one final newline, keys in the order of `keysOf`. `undefined` members are left out. */
function writeJson(value) {
    return `${write(value, '')}\n`;
}
function write(value, indent) {
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        if (value.length === 0)
            return '[]';
        return `[\n${value.map(item => inner + write(item, inner)).join(',\n')}\n${indent}]`;
    }
    if (!isRecord(value))
        return JSON.stringify(value ?? null);
    const members = entriesOf(value).filter(([, member]) => member !== undefined);
    if (members.length === 0)
        return '{}';
    return `{\n${members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`).join(',\n')}\n${indent}}`;
}


/***/ }),

/***/ 6101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/**
 * The candidate that `word` was most likely meant to be, or undefined where none is near. Case and the separators
 * `-` and `_` do not count; beyond that about one mistake in three letters is forgiven (a letter too many, missing,
 * wrong, or two that changed places).
 */
function nearestName(word, candidates) {
    const wanted = fold(word);
    let nearest;
    let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(wanted, fold(candidate), least);
        if (distance < least && distance < Math.max(wanted.length, 1)) {
            nearest = candidate;
            least = distance;
        }
    }
    return nearest;
}
function fold(word) {
    return word.toLowerCase().replace(/[-_\s]/g, '');
}
/** Damerau-Levenshtein distance (optimal string alignment); `limit` or more is told as `limit`. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                cost = Math.min(cost, at(before, j - 2) + 1);
            row.push(cost);
        }
        before = above;
        above = row;
    }
    return Math.min(at(above, b.length), limit);
}
function at(row, index) {
    return row[index] ?? Infinity;
}


/***/ }),

/***/ 1267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ renderMarkdownTable),
/* harmony export */   R: () => (/* binding */ alignColumns)
/* harmony export */ });
/** Rows as lines: columns as wide as their widest cell, two spaces apart; a column that is empty in every row is left out. */
function alignColumns(rows) {
    const columns = Math.max(0, ...rows.map(row => row.length));
    const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(row => widths
        .flatMap((width, column) => (width === 0 ? [] : [(row[column] ?? '').padEnd(width)]))
        .join('  ')
        .trimEnd());
}
/** A table of Markdown. The cells are Markdown already, on one line, with `|` escaped. */
function renderMarkdownTable(head, rows) {
    return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}


/***/ }),

/***/ 2935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ stripControls),
/* harmony export */   hO: () => (/* binding */ keepColours),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/** An escape sequence of a terminal (ECMA-48): a string with its end (OSC, DCS …), a control sequence (CSI), or a short one. */
const SEQUENCE = [
    '\\u001b[\\]PX^_][^\\u0007\\u001b\\n]*(?:\\u0007|\\u001b\\\\|(?=\\n)|$)',
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '\\u001b.?'
].join('|');
/** What else moves the cursor or rings: all control characters but tab and line break. */
const CONTROL = '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]';
const COLOUR = new RegExp('^\\u001b\\[[0-9;:]*m$');
const RESET = '\u001b[0m';
/** A text of somebody else's without what a terminal would obey: colours, cursor movements, titles, a bell. Pure. */
function stripControls(text) {
    return text.replace(new RegExp(`${SEQUENCE}|${CONTROL}`, 'g'), '');
}
/** The same, but colours stay, and end with the line that they are in. Pure. */
function keepColours(text) {
    return text.split('\n').map(keepColoursOfLine).join('\n');
}
function keepColoursOfLine(line) {
    const parts = line.split(new RegExp(`(${SEQUENCE})`)).map(part => (COLOUR.test(part) ? part : stripControls(part)));
    const last = parts.findLast(part => COLOUR.test(part)) ?? RESET;
    return `${parts.join('')}${last === RESET ? '' : RESET}`;
}
/** The first so many characters of a line, and how many more there are. Pure. */
function shorten(line, max) {
    const rest = line.length - max;
    return rest <= 0 ? line : `${line.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')}… (${rest} more characters)`;
}


/***/ }),

/***/ 1042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ formatElapsed),
/* harmony export */   K9: () => (/* binding */ formatMoment),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   n4: () => (/* binding */ formatAgo),
/* harmony export */   qY: () => (/* binding */ formatTimeOfDay),
/* harmony export */   r6: () => (/* binding */ formatDateTime)
/* harmony export */ });
/** Milliseconds as people say them: `850 ms`, `42 s`, `3 min 5 s`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1_000)
        return `${Math.max(0, Math.round(milliseconds))} ms`;
    const seconds = Math.round(milliseconds / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
/** A moment by UTC, which the reader is told elsewhere: `2026-03-01 10:00:05`. */
function formatDateTime(moment) {
    return moment.toISOString().slice(0, 19).replace('T', ' ');
}
/** A moment as `2026-03-01 10:00:05 UTC`. */
function formatMoment(moment) {
    return `${formatDateTime(moment)} UTC`;
}
/** The time of day by UTC of milliseconds since the epoch: `10:00:05`. */
function formatTimeOfDay(at) {
    return new Date(at).toISOString().slice(11, 19);
}
/** `12 s`, `3 min 05 s`, right-aligned to the common length. */
function formatElapsed(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    const text = minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
    return text.padStart(11);
}
const HOUR = 3_600_000;
/** How long ago a moment was, in its largest unit: `42 s ago`, `3 h ago`, `12 days ago`. Both in milliseconds since the epoch. */
function formatAgo(at, now) {
    const past = Math.max(0, now - at);
    if (past >= 48 * HOUR)
        return `${Math.floor(past / (24 * HOUR))} days ago`;
    if (past >= HOUR)
        return `${Math.floor(past / HOUR)} h ago`;
    return past >= 60_000 ? `${Math.floor(past / 60_000)} min ago` : `${Math.floor(past / 1_000)} s ago`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ startAction),
/* harmony export */   S: () => (/* binding */ startCommand)
/* harmony export */ });
// What ncc bundles: both programs in one graph of modules, so that what they share is in dist once. Each runs as its module is loaded.
/** Runs the Action: the main step, or the post step. Ends the process. */
const startAction = () => Promise.all(/* import() */[__nccwpck_require__.e(2849), __nccwpck_require__.e(7294), __nccwpck_require__.e(1260), __nccwpck_require__.e(9537), __nccwpck_require__.e(3407), __nccwpck_require__.e(6284), __nccwpck_require__.e(9913), __nccwpck_require__.e(5463), __nccwpck_require__.e(50), __nccwpck_require__.e(5691)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5691));
/** Runs the command. Its core is in the bundle's first file, since a command that is typed is waited for. */
const startCommand = () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9069));

var __webpack_exports__startAction = __webpack_exports__.R;
var __webpack_exports__startCommand = __webpack_exports__.S;
export { __webpack_exports__startAction as startAction, __webpack_exports__startCommand as startCommand };
