export const id = 578;
export const ids = [578];
export const modules = {

/***/ 578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   shipFromCommand: () => (/* binding */ shipFromCommand)
/* harmony export */ });
/* harmony import */ var _host_console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4459);
/* harmony import */ var _leftovers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4295);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1027);



/** `slipway ship`: the whole job, as the Action does it. Resolves with the exit code; prints the outputs as `name=value`, or as JSON. */
async function shipFromCommand({ flags: { json, ...flags }, problems }, machine, write) {
    const left = new Map();
    const own = { ...machine, ledger: (0,_host_console_js__WEBPACK_IMPORTED_MODULE_0__/* .memoryLedger */ .g)(left) };
    const request = { given: flags, givenFrom: 'flag', problems };
    const { exitCode, outputs } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runShip */ .yC)(request, own);
    if (left.size > 0) {
        const config = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .Xg)(request, own).catch(() => undefined);
        const board = config === undefined ? undefined : (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .connectBoard */ .NL)(config, own);
        const after = (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .forTakingBack */ .Nj)(own);
        await (0,_leftovers_js__WEBPACK_IMPORTED_MODULE_1__/* .takeBackLeftovers */ .X)([...left.values()], { ...after, board }, region => (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .connectWorld */ .ZF)({ region, role: config?.role }, after));
    }
    // Of a run that came nowhere there is nothing to say but what was wrong.
    if (json === 'true' && Object.keys(outputs).length === 0)
        return exitCode;
    if (json === 'true')
        write(`${JSON.stringify(outputs, undefined, 2)}\n`);
    else
        for (const [name, value] of Object.entries(outputs))
            write(`${name}=${value}\n`);
    return exitCode;
}


/***/ }),

/***/ 4295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ takeBackLeftovers)
/* harmony export */ });
/* harmony import */ var _image_docker_cleanup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4920);
/* harmony import */ var _report_board_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6374);
/* harmony import */ var _rollout_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8414);
/* harmony import */ var _rollout_undo_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4517);
/* harmony import */ var _rollout_undo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2731);





/** The order in which they are taken back after the deployments, which come first since they serve people: what needs Docker's folder before the folder. */
const ORDER = ['task', 'github-deployment', 'docker-builder', 'docker-login', 'directory'];
/**
 * Takes back what a run noted and did not settle, because it crashed or was killed: does with a deployment what `on-cancel` says, logs out,
 * removes builders and folders. Never rejects: what cannot be taken back is told, and the rest goes on.
 *
 * @param connect makes the AWS clients; called only where there is a deployment
 * @returns whether all is gone
 */
async function takeBackLeftovers(leftovers, world, connect) {
    const attempt = async (leftover) => {
        const problem = await takeBackOne(leftover, world, connect);
        if (problem !== undefined)
            world.reporter.warn(`Cleaning up (${leftover.kind}): ${problem}`);
        return problem === undefined;
    };
    // All services at once: a post step has little time, and one whose AWS does not answer must not keep the others waiting.
    const deployments = leftovers.filter(({ kind }) => kind === 'deployment');
    const done = await Promise.all(deployments.map(attempt));
    const rest = leftovers.filter(({ kind }) => kind !== 'deployment');
    for (const leftover of rest.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
        done.push(await attempt(leftover));
    }
    return done.every(Boolean);
}
async function takeBackOne(leftover, world, connect) {
    if (leftover.kind === 'deployment')
        return takeBackDeployment(leftover, world, connect);
    if (leftover.kind === 'github-deployment')
        return (0,_report_board_js__WEBPACK_IMPORTED_MODULE_1__/* .closeEntry */ .HH)(leftover, world.board, world.clock);
    if (leftover.kind === 'task')
        return takeBackTask(leftover, world, connect);
    await world.endOrphans?.(leftover.kind === 'directory' ? leftover.path : leftover.directory);
    return (0,_image_docker_cleanup_js__WEBPACK_IMPORTED_MODULE_0__/* .takeBack */ .zH)(leftover, world);
}
async function takeBackTask(leftover, world, connect) {
    try {
        const { ecs } = await connect(leftover.region);
        const undone = await (0,_rollout_undo_task_js__WEBPACK_IMPORTED_MODULE_3__/* .undoTask */ .I)(leftover, ecs, world.clock);
        world.reporter.info(`The task${leftover.arn === '' ? '' : ` ${leftover.arn}`} before the rollout was left under way. ${undone}`);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
async function takeBackDeployment(leftover, world, connect) {
    const where = `${(0,_rollout_service_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSegment */ .m)(leftover.cluster)}/${leftover.service}`;
    try {
        const undone = await (0,_rollout_undo_js__WEBPACK_IMPORTED_MODULE_4__/* .undoDeployment */ .kT)(leftover, await connect(leftover.region), world.clock);
        const name = `The deployment${leftover.id === '' ? '' : ` ${leftover.id}`} of ${where}`;
        if (!(0,_rollout_undo_js__WEBPACK_IMPORTED_MODULE_4__/* .isSettled */ .Is)(undone, leftover.onCancel))
            return `${name} runs on. ${undone.reason}${tellByHand(leftover)}`;
        const told = `${name} was left under way. ${undone.reason}`;
        if ((0,_rollout_undo_js__WEBPACK_IMPORTED_MODULE_4__/* .isTooLate */ .h8)(undone) && leftover.onCancel !== 'leave') {
            world.reporter.warn(`${told} on-cancel (${leftover.onCancel}) came too late.`);
        }
        else
            world.reporter.info(told);
        return undefined;
    }
    catch (error) {
        return `${where}: ${error instanceof Error ? error.message : String(error)}${tellByHand(leftover)}`;
    }
}
/** The command that does what could not be done; none where it is not known which deployment is meant. */
function tellByHand(leftover) {
    const { engine, region, cluster, service, id, serviceDeploymentArn: arn, onCancel } = leftover;
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
    const where = `--region=${region} --cluster=${(0,_rollout_service_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSegment */ .m)(cluster)} --service=${service}`;
    return back
        ? ` By hand: slipway rollback ${where}`
        : ` By hand: aws ecs list-service-deployments ${where.replaceAll('=', ' ')} --status IN_PROGRESS names it, and aws ecs stop-service-deployment stops it.`;
}


/***/ })

};
