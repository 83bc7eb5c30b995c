#!/usr/bin/env node
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

/***/ 6698:
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
/** Links into AWS's console, in the partition of the region. */
/** Where one watches an ECS service's deployments. `cluster` and `service` are names or ARNs. */
function ecsServiceConsoleUrl(region, cluster, service) {
    const path = `clusters/${encodeURIComponent(lastPart(cluster))}/services/${encodeURIComponent(lastPart(service))}/deployments`;
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
    const [family = '', revision = ''] = lastPart(arn).split(':');
    return `https://${consoleHost(region)}/ecs/v2/task-definitions/${encodeURIComponent(family)}/${revision}/containers?region=${region}`;
}
// The hosts of the partitions that have a public console: aws, aws-cn, aws-us-gov, and the European sovereign cloud.
function consoleHost(region) {
    if (region.startsWith('cn-'))
        return `${region}.console.amazonaws.cn`;
    if (region.startsWith('us-gov-'))
        return `${region}.console.amazonaws-us-gov.com`;
    if (region.startsWith('eusc-'))
        return `${region}.console.amazonaws-eusc.eu`;
    return `${region}.console.aws.amazon.com`;
}
function lastPart(nameOrArn) {
    return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 3416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ Cancelled)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** Ends a run that was cut short; the message says by what. */
class Cancelled extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ {
    constructor(by) {
        super({ code: 'cancelled', fault: 'user', what: `Cancelled by ${by}.` });
        this.name = 'Cancelled';
    }
}


/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _cancelled_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3416);
/* harmony import */ var _commands_arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9034);
/* harmony import */ var _commands_table_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2518);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(452);
/* harmony import */ var _host_console_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4459);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(657);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3259);
/* harmony import */ var _report_tell_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1419);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(4581);










// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
const { env, stdout, stderr } = process;
const colour = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
// A CI may give its jobs a terminal, and keep every line that was ever written to it.
const isWatched = stdout.isTTY && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
const write = (text) => void stdout.write(text);
const writeError = (text) => void stderr.write(text);
// With --json standard output is for a program: what people are to read goes beside it.
const isForProgram = process.argv.some(word => word === '--json' || word === '--json=true');
const reporter = (0,_host_console_js__WEBPACK_IMPORTED_MODULE_5__/* .consoleReporter */ .P)({
    write: isForProgram ? writeError : write,
    writeError,
    colour,
    verbose: (env['SLIPWAY_DEBUG'] ?? '') !== '',
    columns: isWatched && !isForProgram ? () => stdout.columns : undefined
});
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => cancel.abort(new _cancelled_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .c(signal)));
const context = {
    files: (0,_host_files_js__WEBPACK_IMPORTED_MODULE_6__/* .systemFiles */ .H)(),
    environment: env,
    directory: process.cwd(),
    program: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? ''),
    reporter,
    signal: cancel.signal,
    write,
    writeError,
    paint: (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text),
    machine: thisMachine
};
/** As other programs spell them. */
const OTHER_NAMES = {
    '--version': 'version',
    '-v': 'version',
    '--help': 'help',
    '-h': 'help'
};
process.exitCode = await run(process.argv.slice(2));
async function run([word = 'help', ...rest]) {
    try {
        // Its arguments are Docker's: nothing in them is ours to read.
        if (word === 'stand-in-docker') {
            const { runStandInDocker } = await __nccwpck_require__.e(/* import() */ 286).then(__nccwpck_require__.bind(__nccwpck_require__, 286));
            return await runStandInDocker(rest, process.stdin, env);
        }
        return await runCommand(findCommand(OTHER_NAMES[word] ?? word), rest);
    }
    catch (error) {
        (0,_report_tell_js__WEBPACK_IMPORTED_MODULE_8__/* .tellError */ .S)(error, reporter);
        if (error instanceof _cancelled_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .c)
            return _outcome_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT_CODES */ .ai.cancelled;
        return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ && error.fault === 'user' ? _outcome_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT_WRONG_USE */ .tN : 1;
    }
}
function findCommand(name) {
    const names = _commands_table_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMANDS */ .L.map(command => command.name);
    const found = _commands_table_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMANDS */ .L.find(command => command.name === name);
    if (found !== undefined)
        return found;
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .nearestName */ .q)(name, names);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ({
        code: 'unknown-command',
        fault: 'user',
        what: `There is no command "${name}".`,
        next: `${near === undefined ? '' : `Did you mean ${near}? `}There are ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}; slipway help tells more.`
    });
}
async function runCommand(command, rest) {
    // What stands behind -- is another program's, where a command runs one.
    const end = command.name === 'cloud' && rest.includes('--') ? rest.indexOf('--') : rest.length;
    const own = rest.slice(0, end);
    if (own.includes('--help') || own.includes('-h')) {
        const { renderHelp } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(314)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4314));
        write(renderHelp(command.name, _commands_table_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMANDS */ .L));
        return 0;
    }
    return command.run(readCommandLine(own, command, await command.flags()), context, rest.slice(end + 1));
}
function readCommandLine(argv, { most }, flags) {
    const read = (0,_commands_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .readArguments */ .l)(argv, flags);
    const extra = read.positionals.slice(most).map(word => ({
        code: 'unexpected-argument',
        place: {},
        what: `The argument "${word}" is not expected here.`,
        next: 'Settings are flags: --name=value.'
    }));
    return { ...read, problems: [...read.problems, ...extra] };
}
async function thisMachine() {
    const { systemClock } = await __nccwpck_require__.e(/* import() */ 144).then(__nccwpck_require__.bind(__nccwpck_require__, 9144));
    const { githubDeployments } = await __nccwpck_require__.e(/* import() */ 886).then(__nccwpck_require__.bind(__nccwpck_require__, 1886));
    const { systemProcesses } = await __nccwpck_require__.e(/* import() */ 390).then(__nccwpck_require__.bind(__nccwpck_require__, 9390));
    return {
        files: context.files,
        processes: systemProcesses(),
        clock: systemClock(env['SLIPWAY_CLOCK']),
        reporter,
        environment: env,
        idToken: refuseIdToken,
        board: token => githubDeployments(token, env),
        signal: cancel.signal
    };
}
/** Only GitHub gives OIDC tokens; elsewhere a role is assumed by the SDK's own means (a profile, web identity token file, instance). */
function refuseIdToken() {
    return Promise.reject(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SlipwayError */ .GQ({
        code: 'no-id-token',
        fault: 'user',
        what: "role-to-assume needs GitHub's OIDC token, which there is only in a GitHub workflow.",
        next: 'Leave role-to-assume out here and use a profile (AWS_PROFILE) or credentials of that role.'
    }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4581);


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
    const problems = [];
    const refuse = (code, what, next) => void problems.push({ code, place: {}, what, next });
    for (const token of tokens) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind !== 'option')
            continue;
        const flag = byName.get(token.name);
        if (flag === undefined) {
            const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(token.name, [...byName.keys()]);
            refuse('unknown-flag', `There is no flag ${token.rawName}.`, near === undefined ? 'See --help.' : `Did you mean --${near}?`);
            continue;
        }
        const value = token.value ?? (flag.kind === 'switch' ? 'true' : undefined);
        const earlier = values.get(flag.name);
        if (value === undefined)
            refuse('flag-without-value', `The flag --${flag.name} needs a value.`, `Write --${flag.name}=VALUE.`);
        else if (earlier === undefined)
            values.set(flag.name, [value]);
        else if (flag.kind === 'many')
            earlier.push(value);
        else
            refuse('flag-twice', `The flag --${flag.name} is given twice.`, 'Give it once.');
    }
    return { flags: Object.fromEntries([...values].map(([name, all]) => [name, all.join('\n')])), positionals, problems };
}


/***/ }),

/***/ 2518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

const CONTAINER_FLAGS = [
    { name: 'with-containers', kind: 'switch' },
    { name: 'container-env', kind: 'one' }
];
const REHEARSE_FLAGS = [
    { name: 'output', kind: 'one' },
    { name: 'scale', kind: 'one' },
    ...CONTAINER_FLAGS
];
const CLOUD_FLAGS = [
    { name: 'port', kind: 'one' },
    { name: 'scale', kind: 'one' },
    ...CONTAINER_FLAGS
];
const NO_FLAGS = () => Promise.resolve([]);
/** All commands, in the order of the overview. Each loads what it needs when it runs, and no more. */
const COMMANDS = [
    {
        name: 'ship',
        usage: '[--setting=value …]',
        says: ['build, push, deploy and follow the deployment to its end'],
        most: 0,
        takes: [],
        flags: async () => [...(await settings()), { name: 'json', kind: 'switch' }],
        run: async (given, { machine, write }) => {
            const { shipFromCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(496)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3496));
            return shipFromCommand(given, await machine(), write);
        }
    },
    {
        name: 'plan',
        usage: '[--setting=value …]',
        says: ['what ship would do; nothing is changed'],
        most: 0,
        takes: [],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(667)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7667))).planFlags(),
        run: async (given, { machine, write, paint }) => {
            const { showPlan } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(667)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7667));
            return showPlan(given, { machine: await machine(), write, paint });
        }
    },
    {
        name: 'diff',
        usage: '[--setting=value …]',
        says: ["what differs between the task definition's file and what runs"],
        most: 0,
        takes: [],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(667)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7667))).diffFlags(),
        run: async (given, { machine, write, paint }) => {
            const { showDiff } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(667)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7667));
            return showDiff(given, { machine: await machine(), write, paint });
        }
    },
    {
        name: 'status',
        usage: '[--service=NAME]',
        says: ['what runs: deployments, tasks, last events'],
        most: 0,
        takes: [],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(145)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5145))).statusFlags(),
        run: async (given, { machine, write }) => {
            const { showStatus } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(145)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5145));
            return showStatus(given, await machine(), write);
        }
    },
    {
        name: 'rollback',
        usage: '[--service=NAME]',
        says: ['back to the version that was live before, followed to its end'],
        most: 0,
        takes: [],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(145)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5145))).rollbackFlags(),
        run: async (given, { machine, write }) => {
            const { goBack } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(145)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5145));
            return goBack(given, await machine(), write);
        }
    },
    {
        name: 'rehearse',
        usage: '[example or folder]',
        says: ['the same job against an AWS that is built in; without a name, three jobs', 'that show what Slipway does'],
        most: 1,
        takes: 'files',
        flags: async () => [...REHEARSE_FLAGS, ...(await settings())],
        run: async (given, context) => {
            refuse(given);
            const { rehearse } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(629), __nccwpck_require__.e(282)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5282));
            const { systemProcesses } = await __nccwpck_require__.e(/* import() */ 390).then(__nccwpck_require__.bind(__nccwpck_require__, 9390));
            const { output = 'slipway-rehearsal', scale, ...others } = given.flags;
            const { containers, given: own } = takeContainers(others);
            return rehearse({
                ...context,
                project: given.positionals[0],
                given: own,
                // Containers live in the world's time: they are not to be given up before they have come up.
                scale: readNumber('scale', scale, containers.wanted ? 4 : 20),
                containers,
                output,
                processes: systemProcesses()
            });
        }
    },
    {
        name: 'cloud',
        usage: '[folder] [-- COMMAND …]',
        says: ['serve the built-in AWS, for the AWS CLI, act and tests'],
        most: 1,
        takes: 'files',
        flags: async () => [...CLOUD_FLAGS, ...(await settings())],
        run: async (given, context, behind) => {
            refuse(given);
            const { serveCloud } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(629), __nccwpck_require__.e(623)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6623));
            const { systemProcesses } = await __nccwpck_require__.e(/* import() */ 390).then(__nccwpck_require__.bind(__nccwpck_require__, 9390));
            const { port, scale, ...others } = given.flags;
            const { containers, given: own } = takeContainers(others);
            return serveCloud({
                ...context,
                // Beside a command nobody needs to know the port, and several may run at once.
                port: readNumber('port', port, behind.length > 0 ? 0 : 4566),
                scale: readNumber('scale', scale, 1),
                containers,
                project: given.positionals[0],
                given: own,
                command: behind,
                processes: systemProcesses()
            });
        }
    },
    {
        name: 'generate',
        usage: 'WHAT',
        says: ['the side of CodePipeline and more from the same settings: buildspec,', 'pipeline, workflow, iam, or all'],
        most: 1,
        takes: ['buildspec', 'pipeline', 'workflow', 'iam', 'all'],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(656)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6656))).generateFlags(),
        run: async (given, context) => {
            const { generate } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(656)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6656));
            return generate({ ...context, arguments: given, warn: (text, place) => context.reporter.warn(text, place) });
        }
    },
    {
        name: 'check',
        usage: '[FILE…]',
        says: ['mistakes in all files of the settings, offline, by line'],
        most: Infinity,
        takes: 'files',
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(782), __nccwpck_require__.e(809)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5809))).checkFlags(),
        run: async (given, context) => {
            const { check } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(782), __nccwpck_require__.e(809)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5809));
            return check({ ...given, ...context });
        }
    },
    {
        name: 'init',
        usage: '--cluster=C --service=S',
        says: ['the files and the slipway.yml of a service that runs'],
        most: 0,
        takes: [],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(100)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4100))).INIT_FLAGS,
        run: async (given, { machine, write, writeError }) => {
            const { init } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(100)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4100));
            return init({ ...given, machine: await machine(), write, writeError });
        }
    },
    {
        name: 'render',
        usage: '[--image=IMAGE]',
        says: ['the four files as a run would write them, without building'],
        most: 0,
        takes: [],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973))).renderFlags(),
        run: async (given, { machine, write }) => {
            const { render } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(294), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(853), __nccwpck_require__.e(306), __nccwpck_require__.e(591), __nccwpck_require__.e(890), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973));
            return render(given, await machine(), write);
        }
    },
    {
        name: 'import',
        usage: 'buildspec FILE',
        says: ['the slipway.yml that a buildspec amounts to'],
        most: 2,
        takes: ['buildspec'],
        flags: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(2), __nccwpck_require__.e(782), __nccwpck_require__.e(960)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8960))).IMPORT_FLAGS,
        run: async (given, context) => {
            refuse(given);
            const { importFile } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(2), __nccwpck_require__.e(782), __nccwpck_require__.e(960)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8960));
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
    },
    {
        name: 'completion',
        usage: 'bash|zsh',
        says: ['what makes the shell complete commands, flags and values'],
        most: 1,
        takes: ['bash', 'zsh'],
        flags: NO_FLAGS,
        run: async (given, { write }) => {
            refuse(given);
            const { renderCompletion } = await Promise.all(/* import() */[__nccwpck_require__.e(422), __nccwpck_require__.e(214)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8214));
            write(await renderCompletion(given.positionals[0], COMMANDS));
            return 0;
        }
    },
    {
        name: 'help',
        usage: '[command]',
        says: ['more about a command'],
        most: 1,
        takes: [],
        flags: NO_FLAGS,
        run: async ({ positionals: [name] }, { write }) => {
            const { renderHelp } = await Promise.all(/* import() */[__nccwpck_require__.e(849), __nccwpck_require__.e(422), __nccwpck_require__.e(2), __nccwpck_require__.e(314)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4314));
            write(renderHelp(name, COMMANDS));
            return 0;
        }
    },
    {
        name: 'version',
        usage: '',
        says: ['its version, and that of Node'],
        most: 0,
        takes: [],
        flags: NO_FLAGS,
        run: async (given, { write }) => {
            refuse(given);
            const { VERSION } = await __nccwpck_require__.e(/* import() */ 411).then(__nccwpck_require__.bind(__nccwpck_require__, 3411));
            write(`slipway ${VERSION} (Node ${process.versions.node})\n`);
            return 0;
        }
    }
];
async function settings() {
    return (await Promise.all(/* import() */[__nccwpck_require__.e(422), __nccwpck_require__.e(812)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6812))).settingFlags();
}
/** What is asked about containers, and the settings beside it. */
function takeContainers(flags) {
    const { 'with-containers': wanted, 'container-env': variables, ...given } = flags;
    return { containers: { wanted: wanted === 'true', variables }, given };
}
function refuse({ problems }) {
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ(problems);
}
function readNumber(name, text, otherwise) {
    if (text === undefined)
        return otherwise;
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({ code: 'not-a-number', fault: 'user', what: `--${name} is "${text}", expected a number.` });
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ ProblemsError),
/* harmony export */   GQ: () => (/* binding */ SlipwayError),
/* harmony export */   Sz: () => (/* binding */ toFindings),
/* harmony export */   Vw: () => (/* binding */ formatProblem)
/* harmony export */ });
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
    constructor(problems) {
        super({ code: 'problems', fault: 'user', what: problems.map(formatProblem).join('\n') });
        this.name = 'ProblemsError';
        this.problems = problems;
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


/***/ }),

/***/ 4459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ consoleReporter),
/* harmony export */   g: () => (/* binding */ memoryLedger)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** Plain lines for people: progress on standard output, warnings and errors on standard error. Masked texts come out as `***`. */
function consoleReporter(options) {
    const { columns } = options;
    const secrets = [];
    let depth = 0;
    let isStanding = false;
    /** Takes the line away that stands, so that what follows begins in the first column. */
    const clear = () => {
        if (isStanding)
            options.write(CLEAR_LINE);
        isStanding = false;
    };
    const write = (text) => {
        clear();
        options.write(text);
    };
    const writeError = (text) => {
        clear();
        options.writeError(text);
    };
    const hide = (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
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
        warn: (message, place) => writeError(`${paint(33, 'warning:')} ${hide(told(message, place))}\n`),
        error: (message, place) => writeError(`${paint(31, 'error:')} ${hide(told(message, place))}\n`),
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
                progress: (line) => {
                    options.write(`${CLEAR_LINE}${cut(indent(hide(line)), columns() - 1)}`);
                    isStanding = true;
                }
            })
    };
}
/** Back to the first column, and nothing in the line. */
const CLEAR_LINE = '\r\u001b[2K';
/** A line that is longer than the terminal is wide would take two, and only one of them can be rewritten. */
function cut(line, columns) {
    const characters = Array.from(line.replace(/\s*\n\s*/g, ' '));
    return characters.length <= columns
        ? characters.join('')
        : `${characters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
/** With file, line and column; a path within the file is the message's own business. */
function told(message, { file, line, column } = {}) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)({ code: '', place: { file, line, column }, what: message, next: '' });
}
/** A ledger for a process that has no post step after it: what is open is kept for the process's own last words. */
function memoryLedger(entries) {
    return {
        note: (name, leftover) => void entries.set(name, leftover),
        settle: name => void entries.delete(name)
    };
}


/***/ }),

/***/ 657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ systemFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);




/** The file system. Relative paths are taken from `directory` (default: the working directory); temporary folders go below `temporary`. */
function systemFiles(temporary = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), directory = '.') {
    const at = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(directory, path);
    return {
        read: path => orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(at(path))),
        write: async (relative, text, mode) => {
            const path = at(relative);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
            // A reader, or a crash, sees the old file or the new one, never half of it.
            const draft = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`;
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(draft, text, mode === undefined ? {} : { mode });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, path);
            }
            catch (error) {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { force: true });
                throw error;
            }
        },
        isFile: async (path) => (await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(at(path))))?.isFile() ?? false,
        isDirectory: async (path) => (await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(at(path))))?.isDirectory() ?? false,
        makeTemporaryDirectory: async (prefix) => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(temporary, { recursive: true });
            return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, prefix));
        },
        remove: path => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(at(path), { recursive: true, force: true }),
        link: (target, path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)(target, at(path))
    };
}
async function orUndefined(work) {
    try {
        return await work;
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw error;
    }
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

/***/ 2175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ listFindings),
/* harmony export */   f: () => (/* binding */ describeDeaths)
/* harmony export */ });
/** Why it failed, for people: AWS's own word, the dead tasks, events, alarms, CodeDeploy's event, and what the containers logged. Pure. */
function listFindings(diagnosis) {
    const { stopReason, lastState, deaths, events, circuitBreaker, alarms, codedeploy, logs, gaps } = diagnosis;
    const findings = [
        { title: 'What AWS says', lines: stopReason === undefined ? [] : [stopReason] },
        { title: 'How far it came', lines: lastState === undefined ? [] : [lastState] },
        { title: 'CodeDeploy', lines: codedeploy === undefined ? [] : describeCodeDeploy(codedeploy) },
        { title: 'Stopped tasks', lines: deaths.map(describeDeaths) },
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
            lines: events.map(({ at, message }) => (at === undefined ? message : `${formatTime(at)}  ${message}`))
        },
        ...logs.map(({ container, stream, lines }) => ({
            title: `Last lines of ${container} (${stream})`,
            lines,
            proof: true
        })),
        { title: 'Not found out', lines: gaps }
    ];
    return findings.filter(({ lines }) => lines.length > 0);
}
/** `3 × app: Essential container in task exited (exit code 1)` */
function describeDeaths({ count, container, exitCode, reason }) {
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
function formatTime(at) {
    return new Date(at).toISOString().slice(11, 19);
}


/***/ }),

/***/ 1793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ isDoomed),
/* harmony export */   Lw: () => (/* binding */ NEW_REVISION),
/* harmony export */   ik: () => (/* binding */ hasChanges)
/* harmony export */ });
/** Stands for the ARN that RegisterTaskDefinition will answer. */
const NEW_REVISION = '(the revision registered before)';
/** Whether something was found that a deployment would fail of. */
function isDoomed({ preflight }) {
    return preflight?.state === 'ng';
}
/** Whether a service would run another task definition than it does. */
function hasChanges({ services }) {
    return services.some(({ definition }) => definition !== undefined && definition.changes.length > 0);
}


/***/ }),

/***/ 692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renderGantt)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(975);

/** What these bars stand for went wrong. */
const CRITICAL = new Set(['rollback']);
/** About the column in which GitHub shows a summary: wider, and the text is made too small to read. */
const WIDTH = 900;
const FONT_SIZE = 14;
/** A letter of a section's title, in pixels. */
const LETTER = 8;
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
    return [
        '```mermaid',
        '---',
        // JSON is YAML, and here on one line.
        `config: ${JSON.stringify(configure(drawn, allRed ? GREY : GREEN))}`,
        '---',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        '  todayMarker off',
        ...drawn.flatMap(({ title, bars, green }) => [
            `  section ${nameOf(title)}`,
            ...bars.map(bar => drawBar(bar, green || allRed ? '' : 'done, '))
        ]),
        '```'
    ].join('\n');
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
    const name = `${nameOf(phase)} (${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(endedAt - startedAt)})`;
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


/***/ }),

/***/ 8916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   bo: () => (/* binding */ renderTable),
/* harmony export */   cR: () => (/* binding */ renderCode)
/* harmony export */ });
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
    const longest = Math.max(2, ...lines.flatMap(line => [...line.matchAll(/`+/g)].map(match => match[0].length)));
    const bar = '`'.repeat(longest + 1);
    return [`${bar}${language}`, ...lines, bar].join('\n');
}
function escapeText(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ consoleUrl),
/* harmony export */   P: () => (/* binding */ listOutputs)
/* harmony export */ });
/* harmony import */ var _aws_console_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4020);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1793);


/** The Action's outputs; those that were not reached are left out. With several images or services they name the first. */
function listOutputs(reached) {
    const { images, artifacts, rollout, taskDefinitionArn, runTaskArns = [] } = reached;
    const [image] = images;
    const previous = rollout?.previousTaskDefinitionArn ?? reached.target?.runningTaskDefinitionArn;
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
        'task-definition-changed': tellChanged(reached, previous),
        'service-deployment-arn': rollout?.serviceDeploymentArn,
        'codedeploy-deployment-id': rollout?.codedeployDeploymentId,
        'run-task-arn': runTaskArns.length === 0 ? undefined : JSON.stringify(runTaskArns),
        'console-url': consoleUrl(reached)
    };
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
/** Without a registration what it would have changed; nothing where nobody knows. */
function tellChanged({ forecast, taskDefinitionArn }, previous) {
    if (forecast !== undefined)
        return String((0,_forecast_js__WEBPACK_IMPORTED_MODULE_0__/* .hasChanges */ .ik)(forecast));
    return taskDefinitionArn === undefined ? undefined : String(taskDefinitionArn !== previous);
}
/** Where the deployment can be seen; undefined where there is none. */
function consoleUrl({ region, target, rollout }) {
    if (target === undefined)
        return undefined;
    if (rollout?.codedeployDeploymentId !== undefined)
        return (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_1__/* .codedeployConsoleUrl */ .B_)(region, rollout.codedeployDeploymentId);
    return (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_1__/* .ecsServiceConsoleUrl */ .nk)(region, target.clusterName, target.serviceName);
}


/***/ }),

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ renderSummary),
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   hR: () => (/* binding */ renderImages)
/* harmony export */ });
/* harmony import */ var _aws_console_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4020);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2175);
/* harmony import */ var _gantt_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(692);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8916);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8568);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(975);






/** The job summary: Markdown that GitHub renders; what went wrong comes first, and what is long is folded. Pure. */
function renderSummary(reached, failure) {
    const { outcome, rollout, target } = reached;
    const { green, word } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lookOf */ .L)(outcome);
    const where = target === undefined ? '' : `: ${target.clusterName}/${target.serviceName}`;
    const findings = listUntold(reached);
    return [
        `## ${green ? '✅' : '❌'} ${word}${where}`,
        renderReason(rollout?.reason, failure),
        renderCause(reached),
        ...findings.filter(({ proof }) => proof).map(renderFinding),
        (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTable */ .bo)([...listFacts(reached), ...findings.filter(isLine).map(nameFinding)]),
        renderTimeline(reached),
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
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(reason);
    return failure === undefined ? '' : (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)(failure.split('\n'));
}
function renderCause({ rollout }) {
    const cause = rollout?.diagnosis?.cause;
    return cause === undefined ? '' : `> **${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(cause.sentence)}**\n>\n> ${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(cause.advice)}`;
}
/** What was shipped, by reference and digest. Pure. */
function renderImages({ images }) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTable */ .bo)(listImages(images));
}
function listImages(images) {
    return [
        ...images.map((image) => ['Image', `${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCode */ .cR)(image.uri)}${image.built ? '' : ' (was there already)'}`]),
        ...images.flatMap((image) => [
            ...(image.digest === undefined ? [] : [['Digest', (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCode */ .cR)(image.digest)]]),
            ...(image.findings === undefined ? [] : [["ECR's scan", (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(image.findings)]])
        ])
    ];
}
function listFacts({ images, taskDefinitionArn, target, rollout }) {
    const previous = rollout?.previousTaskDefinitionArn ?? target?.runningTaskDefinitionArn;
    const facts = [
        ['Task definition', shortArn(taskDefinitionArn)],
        ['Before', shortArn(previous)],
        ['CodeDeploy deployment', rollout?.codedeployDeploymentId]
    ];
    return [
        ...listImages(images),
        ...facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCode */ .cR)(value)]]))
    ];
}
/** The picture, and the same in a line for where Mermaid is not drawn. */
function renderTimeline({ outcome, rollout, target }) {
    const entries = rollout?.timeline ?? [];
    if (entries.length === 0)
        return '';
    const where = target === undefined ? 'Deployment' : `${target.clusterName}/${target.serviceName}`;
    const { green } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lookOf */ .L)(outcome);
    const phases = entries
        .map(({ phase, startedAt, endedAt }) => `${phase} ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(endedAt - startedAt)}`)
        .join(' → ');
    const whole = (entries.at(-1)?.endedAt ?? 0) - (entries[0]?.startedAt ?? 0);
    const picture = (0,_gantt_js__WEBPACK_IMPORTED_MODULE_0__/* .renderGantt */ .Z)([
        { title: where, bars: entries, green },
        { title: 'Tasks', bars: rollout?.tasks ?? [], green }
    ]);
    return `${entries.length === 1 ? '' : `**${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(whole)}**: `}${phases}\n\n${picture}`;
}
function renderLinks(reached) {
    const { region, target, rollout, taskDefinitionArn } = reached;
    const deployment = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .consoleUrl */ .B)(reached);
    const service = target === undefined ? undefined : (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_4__/* .ecsServiceConsoleUrl */ .nk)(region, target.clusterName, target.serviceName);
    const links = [
        ['Deployment', deployment],
        ['Service', service === deployment ? undefined : service],
        [
            'Task definition',
            taskDefinitionArn === undefined ? undefined : (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_4__/* .taskDefinitionConsoleUrl */ .dP)(region, taskDefinitionArn)
        ],
        ...(rollout?.diagnosis?.logs ?? []).map(log => [`Log of ${log.container}`, (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_4__/* .logStreamConsoleUrl */ .ld)(log.region ?? region, log.group, log.stream)])
    ];
    const shown = links.flatMap(([name, url]) => (url === undefined ? [] : [`[${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(name)}](${url})`]));
    return shown.length === 0 ? '' : `In the AWS console: ${shown.join(' · ')}`;
}
/** What was found out, without what the summary says elsewhere: in its reason, or as the deployment's id. */
function listUntold({ rollout }) {
    if (rollout?.diagnosis === undefined)
        return [];
    const told = [rollout.reason, rollout.codedeployDeploymentId ?? ''].join('\n');
    return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .listFindings */ .F)(rollout.diagnosis).filter(({ lines }) => !lines.every(line => told.includes(line)));
}
/** One line is a row of the table; the proof is told at length. */
function isLine({ proof, lines }) {
    return !proof && lines.length === 1;
}
function nameFinding({ title, lines }) {
    return [title, (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(lines.join(' ')).replace(/\s*\n\s*/g, ' ')];
}
function renderFinding({ title, lines, proof }) {
    return `<details${proof ? ' open' : ''}><summary>${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(title)}</summary>\n\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)(lines)}\n\n</details>`;
}
/** How many of the last log lines go into the annotation; the log and the summary have them all. */
const ANNOTATED_LINES = 10;
/** The annotation: the verdict and its reason, the likely cause and what to do, who died how, and the last lines that it logged. */
function describeFailure({ outcome, target, rollout }) {
    const { word } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lookOf */ .L)(outcome);
    const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
    const diagnosis = rollout?.diagnosis;
    const [death] = diagnosis?.deaths ?? [];
    const [log] = diagnosis?.logs ?? [];
    // The reason may start with the verdict's own word.
    const reason = rollout?.reason?.replace(new RegExp(`^${word}[.:]? `), '') ?? '';
    return [
        `${word}${where}: ${reason}`,
        diagnosis?.cause === undefined ? '' : `${diagnosis.cause.sentence} ${diagnosis.cause.advice}`,
        death === undefined ? '' : `Stopped tasks: ${(0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .describeDeaths */ .f)(death)}.`,
        log === undefined ? '' : `Last lines of ${log.container}:\n${log.lines.slice(-ANNOTATED_LINES).join('\n')}`
    ]
        .filter(part => part !== '')
        .join('\n');
}
function shortArn(arn) {
    return arn?.slice(arn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 1419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ tellOutcome),
/* harmony export */   S: () => (/* binding */ tellError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2175);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8568);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3394);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(975);






/** Tells how the run ended, and after a failure why: one error, then everything that was found out. */
async function tellOutcome(reached, reporter) {
    const { outcome, rollout, target } = reached;
    const { green, word } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .lookOf */ .L)(outcome);
    const diagnosis = rollout?.diagnosis;
    if (diagnosis !== undefined && !green) {
        await reporter.group('Why it failed', async () => {
            for (const { title, lines } of (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_3__/* .listFindings */ .F)(diagnosis)) {
                reporter.info(`${title}:`);
                for (const line of lines)
                    reporter.info(`  ${line}`);
            }
        });
    }
    if (rollout !== undefined && rollout.timeline.length > 0) {
        reporter.info(rollout.timeline
            .map(({ phase, startedAt, endedAt }) => `${phase} ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(endedAt - startedAt)}`)
            .join(', '));
    }
    const url = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .consoleUrl */ .B)(reached);
    if (url !== undefined)
        reporter.info(url);
    if (!green)
        reporter.error((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailure */ .Ic)(reached));
    else {
        const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
        reporter.info(`${word}${where}${rollout?.reason === undefined ? '.' : `: ${rollout.reason}`}`);
    }
}
/** Tells an error, each problem by itself with its place, so that annotations land where the mistake is. */
function tellError(error, reporter) {
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

/***/ 975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lookOf),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const LOOKS = {
    succeeded: { green: true, word: 'Succeeded' },
    unchanged: { green: true, word: 'Unchanged' },
    started: { green: true, word: 'Started' },
    planned: { green: true, word: 'Planned' },
    registered: { green: true, word: 'Registered' },
    pushed: { green: true, word: 'Pushed' },
    failed: { green: false, word: 'Failed' },
    'rolled-back': { green: false, word: 'Rolled back' },
    'timed-out': { green: false, word: 'Timed out' },
    superseded: { green: false, word: 'Superseded' },
    cancelled: { green: false, word: 'Cancelled' }
};
function lookOf(outcome) {
    return LOOKS[outcome];
}
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


/***/ }),

/***/ 4581:
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
/******/ 		792: 0
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
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
