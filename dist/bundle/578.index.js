export const id = 578;
export const ids = [578];
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


/***/ })

};
