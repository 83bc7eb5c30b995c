export const id = 496;
export const ids = [496];
export const modules = {

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shipFromCommand: () => (/* binding */ shipFromCommand)
});

// EXTERNAL MODULE: ./lib/host/console.js
var console = __webpack_require__(4459);
// EXTERNAL MODULE: ./lib/image/docker-cleanup.js
var docker_cleanup = __webpack_require__(4920);
// EXTERNAL MODULE: ./lib/report/board.js
var board = __webpack_require__(6374);
// EXTERNAL MODULE: ./lib/rollout/undo-task.js
var undo_task = __webpack_require__(4517);
// EXTERNAL MODULE: ./lib/rollout/undo.js
var undo = __webpack_require__(2731);
;// CONCATENATED MODULE: ./lib/leftovers.js




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
        return (0,board/* closeEntry */.HH)(leftover, world.board);
    if (leftover.kind === 'task')
        return takeBackTask(leftover, world, connect);
    await world.endOrphans?.(leftover.kind === 'directory' ? leftover.path : leftover.directory);
    return (0,docker_cleanup/* takeBack */.zH)(leftover, world);
}
async function takeBackTask(leftover, world, connect) {
    try {
        const { ecs } = await connect(leftover.region);
        const undone = await (0,undo_task/* undoTask */.I)(leftover, ecs, world.clock);
        world.reporter.info(`The task${leftover.arn === '' ? '' : ` ${leftover.arn}`} before the rollout was left under way. ${undone}`);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
async function takeBackDeployment(leftover, world, connect) {
    const where = `${leftover.cluster}/${leftover.service}`;
    try {
        const undone = await (0,undo/* undoDeployment */.kT)(leftover, await connect(leftover.region), world.clock);
        world.reporter.info(`The deployment${leftover.id === '' ? '' : ` ${leftover.id}`} of ${where} was left under way. ${undone.reason}`);
        return undefined;
    }
    catch (error) {
        return `${where}: ${error instanceof Error ? error.message : String(error)}`;
    }
}

// EXTERNAL MODULE: ./lib/run.js + 23 modules
var run = __webpack_require__(1027);
;// CONCATENATED MODULE: ./lib/commands/ship.js



/** `slipway ship`: the whole job, as the Action does it. Resolves with the exit code; prints the outputs as `name=value`, or as JSON. */
async function shipFromCommand({ flags: { json, ...flags }, problems }, machine, write) {
    const left = new Map();
    const own = { ...machine, ledger: (0,console/* memoryLedger */.g)(left) };
    const request = { given: flags, givenFrom: 'flag', problems };
    const { exitCode, outputs } = await (0,run/* runShip */.yC)(request, own);
    if (left.size > 0) {
        const config = await (0,run/* readConfig */.Xg)(request, own).catch(() => undefined);
        const board = config === undefined ? undefined : (0,run/* connectBoard */.NL)(config, own);
        await takeBackLeftovers([...left.values()], { ...own, board }, region => (0,run/* connectWorld */.ZF)({ region, role: config?.role }, own));
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


/***/ })

};
