export const id = 6623;
export const ids = [6623];
export const modules = {

/***/ 6623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveCloud: () => (/* binding */ serveCloud)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _emulator_cloud_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4927);
/* harmony import */ var _emulator_elb_traffic_sockets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8859);
/* harmony import */ var _container_tasks_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6499);
/* harmony import */ var _rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2032);










/**
 * `slipway cloud`: serves the built-in AWS until it is told to end, or for as long as a command runs. Resolves with the exit code: the
 * command's, where there is one.
 *
 * @throws ProblemsError where the project's settings or files are wrong; SlipwayError where there is no such project or program
 */
async function serveCloud(settings) {
    const { scale, project, given, program, environment } = settings;
    const folder = project === undefined ? undefined : await (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .findProject */ .t1)(project, program);
    const backstage = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), 'slipway-cloud-'));
    // Who may use it may start programs on this machine then.
    const secret = settings.containers.wanted ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomBytes)(16).toString('hex') : undefined;
    const cloud = await (0,_emulator_cloud_js__WEBPACK_IMPORTED_MODULE_6__/* .startCloud */ .S)({ port: settings.port, scale, anchor: Date.now(), secret }).catch(async (cause) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(backstage, { recursive: true, force: true });
        throw explainPort(cause, settings.port);
    });
    try {
        await (0,_container_tasks_js__WEBPACK_IMPORTED_MODULE_8__/* .runRealContainers */ .o)(cloud, settings.containers, await (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .findEngine */ .GO)(settings.processes));
        if (folder !== undefined) {
            const stages = await (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .seedProject */ .Bm)({ folder, given, backstage, environment }, cloud);
            await (0,_container_tasks_js__WEBPACK_IMPORTED_MODULE_8__/* .checkContainers */ .h)(cloud, stages, settings.containers);
            settings.write((0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .describeSeed */ .jv)(stages));
            settings.write(describeListeners(cloud));
        }
        if (settings.command.length > 0)
            return await runWith(cloud, backstage, settings);
        settings.write(introduce(cloud));
        await waitFor(settings.signal);
        return 0;
    }
    finally {
        await cloud.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(backstage, { recursive: true, force: true });
    }
}
/** Why nothing can be served at a port; anything else as it is. */
function explainPort(cause, port) {
    const reason = PORT_REFUSALS[cause.code ?? ''];
    if (reason === undefined)
        return cause;
    const what = `The built-in AWS cannot listen on port ${port} of 127.0.0.1: ${reason}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .SlipwayError */ .GQ({
        code: 'no-port',
        fault: 'user',
        what,
        next: 'Name another one, or any free one with --port=0.',
        cause
    });
}
const PORT_REFUSALS = {
    EADDRINUSE: 'another program uses it',
    EACCES: 'this user may not use it'
};
/** A line for each listener of the project's load balancers. */
function describeListeners(cloud) {
    const lines = (0,_emulator_elb_traffic_sockets_js__WEBPACK_IMPORTED_MODULE_7__/* .listListeners */ .E8)(cloud).map(({ loadBalancer, port, url, reason }) => {
        const where = url === undefined ? 'does not answer' : `answers at ${url}`;
        return `The load balancer ${loadBalancer} (port ${port}) ${where}.${reason === undefined ? '' : ` ${reason}`}\n`;
    });
    return lines.join('');
}
function introduce({ endpoint, account, timeline: { scale, anchor } }) {
    return `The built-in AWS listens on ${endpoint} (account ${account}, any region, any credentials).

  export AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=rehearsal AWS_SECRET_ACCESS_KEY=rehearsal
  export ${Object.entries((0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .idTokenVariables */ .ed)(endpoint))
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')}   # for role-to-assume
${scale === 1 ? '' : `  export SLIPWAY_CLOCK=${scale}@${anchor}   # its time runs ${scale} times as fast\n`}
Ctrl-C ends it; what it holds is gone then.
`;
}
function waitFor(signal) {
    return new Promise(resolve => {
        if (signal.aborted)
            resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
    });
}
/** Runs the command with this terminal, and with an environment in which AWS is the built-in one. */
async function runWith(cloud, backstage, settings) {
    const { environment, processes, program } = settings;
    const [name = '', ...args] = settings.command;
    const engine = await (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .findEngine */ .GO)(processes);
    const standsIn = engine === undefined && (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .canStandIn */ .aq)();
    if (standsIn) {
        settings.write('There is no Docker engine here: `docker` stands in, builds nothing and pushes a stand-in image.\n');
    }
    else if (engine === undefined) {
        settings.write('There is no Docker engine here, and on Windows nothing can stand in for it: what builds will fail.\n');
    }
    const standIn = standsIn ? (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .standInVariables */ .fj)(await (0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .makeStandIn */ .wS)(backstage, program), environment) : {};
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(name, args, {
        stdio: 'inherit',
        env: { ...environment, ...standIn, ...(0,_rehearsal_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .cloudVariables */ .ze)(cloud, environment) }
    });
    // A terminal's Ctrl-C reaches the command by itself; a signal that was sent to this program alone does not.
    const end = () => void child.kill('SIGTERM');
    settings.signal.addEventListener('abort', end, { once: true });
    if (settings.signal.aborted)
        end();
    return new Promise((resolve, reject) => {
        child.once('error', cause => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .SlipwayError */ .GQ({
            code: 'no-program',
            fault: 'user',
            what: `${name} could not be started: ${cause.message}.`,
            next: 'Expected a program and its arguments after --. Check that the program is installed and on the PATH.',
            cause
        })));
        // As a shell says it of a command that a signal ended.
        child.once('exit', (exitCode, signal) => resolve(exitCode ?? 128 + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_3__.constants.signals[signal])));
    });
}


/***/ })

};
