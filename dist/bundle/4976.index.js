export const id = 4976;
export const ids = [4976];
export const modules = {

/***/ 4976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ listServices),
  $: () => (/* binding */ readServiceSettings),
  rollbackCommand: () => (/* binding */ rollbackCommand),
  showStatus: () => (/* binding */ showStatus)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/host/console.js
var console = __webpack_require__(4459);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/image/check/check-images.js + 4 modules
var check_images = __webpack_require__(9111);
;// CONCATENATED MODULE: ./lib/image/check/missing-images.js



/**
 * Which of these images cannot be pulled from ECR any more: a lifecycle policy or somebody has removed them, or they are in its archive
 * (DescribeImages). One that a pull-through cache rule covers is fetched again. Those of other registries, and those that may not be looked at,
 * are not told.
 */
async function findMissingImages(images, ports) {
    const missing = await Promise.all([...new Set(images)].map(async (image) => ((await isMissing(image, ports)) ? [image] : [])));
    return missing.flat();
}
async function isMissing(image, ports) {
    const reference = (0,image_reference/* parseReference */.F2)(image);
    if (reference === undefined)
        return false;
    try {
        const location = await (0,check_images/* locateExisting */.a)(reference, ports);
        if (location === undefined)
            return false;
        const there = await ports.ecr.describeImage(location);
        if (there !== undefined)
            return there.archived;
        return (await ports.ecr.findPullThroughRule(location)) === undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* SlipwayError */.GQ))
            throw error;
        ports.reporter.info(`Whether ${image} is still in its registry is not known: ${error.what}`);
        return false;
    }
}

// EXTERNAL MODULE: ./lib/outcome.js
var outcome = __webpack_require__(3259);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
;// CONCATENATED MODULE: ./lib/report/service-status-json.js
const MAX_EVENTS = 10;
/**
 * `slipway status --json` of one service: AWS's own names and values, as far as the text shows them; times are ISO 8601 in UTC. Members that
 * AWS did not say are absent. Pure.
 */
function serviceStatusJson(status, region) {
    const { target } = status;
    const { service } = target;
    return {
        region,
        cluster: target.clusterName,
        service: target.serviceName,
        serviceArn: target.serviceArn,
        controller: target.controller,
        ...(target.controller === 'ECS'
            ? { strategy: target.strategy }
            : { application: target.application, deploymentGroup: target.deploymentGroup }),
        status: service.status,
        taskDefinitionArn: target.runningTaskDefinitionArn,
        desiredCount: service.desiredCount,
        runningCount: service.runningCount,
        pendingCount: service.pendingCount,
        images: status.images,
        lastDeployment: status.last === undefined ? undefined : describeLast(status.last),
        deployments: (service.deployments ?? []).map(each => ({
            id: each.id,
            status: each.status,
            rolloutState: each.rolloutState,
            rolloutStateReason: each.rolloutStateReason,
            taskDefinitionArn: each.taskDefinition,
            desiredCount: each.desiredCount,
            runningCount: each.runningCount,
            pendingCount: each.pendingCount,
            failedTasks: each.failedTasks,
            createdAt: each.createdAt,
            updatedAt: each.updatedAt
        })),
        taskSets: (service.taskSets ?? []).map(each => ({
            id: each.id,
            status: each.status,
            stabilityStatus: each.stabilityStatus,
            taskDefinitionArn: each.taskDefinition,
            scale: each.scale?.value,
            runningCount: each.runningCount,
            pendingCount: each.pendingCount,
            createdAt: each.createdAt
        })),
        serviceDeployments: status.serviceDeployments.map(each => ({
            serviceDeploymentArn: each.serviceDeploymentArn,
            status: each.status,
            statusReason: each.statusReason,
            createdAt: each.createdAt,
            finishedAt: each.finishedAt
        })),
        codedeployDeployments: status.codedeploy.map(each => ({
            deploymentId: each.deploymentId,
            status: each.status,
            creator: each.creator,
            errorCode: each.errorInformation?.code,
            errorMessage: each.errorInformation?.message,
            createTime: each.createTime,
            completeTime: each.completeTime
        })),
        tasks: status.tasks.map(describeTask),
        stoppedTasks: status.stopped.map(describeTask),
        events: [...(service.events ?? [])]
            .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
            .slice(0, MAX_EVENTS)
            .map(({ id, createdAt, message }) => ({ id, createdAt, message })),
        notReadable: status.gaps
    };
}
function describeTask(task) {
    return {
        taskArn: task.taskArn,
        taskDefinitionArn: task.taskDefinitionArn,
        lastStatus: task.lastStatus,
        desiredStatus: task.desiredStatus,
        healthStatus: task.healthStatus,
        createdAt: task.createdAt,
        startedAt: task.startedAt,
        stoppedAt: task.stoppedAt,
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        containers: (task.containers ?? []).map(({ name, lastStatus, exitCode, reason, healthStatus }) => ({
            name,
            lastStatus,
            exitCode,
            reason,
            healthStatus
        }))
    };
}
/** Phases are in the words of a run's timeline. */
function describeLast(last) {
    return {
        deployment: last.name,
        taskDefinitionArn: last.taskDefinitionArn === '' ? undefined : last.taskDefinitionArn,
        outcome: last.ending?.verdict,
        phase: last.ending === undefined ? last.phase : undefined,
        reason: last.ending?.reason ?? last.failing,
        startedAt: dateOf(last.startedAt),
        endedAt: dateOf(last.endedAt),
        phases: last.timeline.map(describeEntry),
        taskPhases: last.tasks.map(describeEntry),
        phasesWithoutTimes: last.untold
    };
}
function describeEntry({ phase, startedAt, endedAt }) {
    return { phase, startedAt: dateOf(startedAt), endedAt: dateOf(endedAt), seconds: (endedAt - startedAt) / 1000 };
}
function dateOf(at) {
    return at === undefined ? undefined : new Date(at);
}

// EXTERNAL MODULE: ./lib/aws/console.js
var aws_console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/report/outcome-style.js
var outcome_style = __webpack_require__(2790);
// EXTERNAL MODULE: ./lib/text/table.js
var table = __webpack_require__(1267);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/report/service-status.js





const service_status_MAX_EVENTS = 10;
/** `slipway status` of one service, for a terminal: a headline, then tables, each with its title; times are UTC. Pure. */
function renderServiceStatus(status, region) {
    const { target, images, lookedAt } = status;
    const { service } = target;
    const parts = [
        ['Images', images.map(({ container, image }) => [container, image])],
        ['Deployments', (service.deployments ?? []).map(each => describeDeployment(each, lookedAt))],
        ['Task sets', (service.taskSets ?? []).map(each => describeTaskSet(each, lookedAt))],
        ['Service deployments', status.serviceDeployments.map(each => describeServiceDeployment(each, lookedAt))],
        ['CodeDeploy', status.codedeploy.map(each => describeCodeDeploy(each, lookedAt))],
        ['Last deployment', status.last === undefined ? [] : service_status_describeLast(status.last)],
        ['Tasks', status.tasks.map(each => service_status_describeTask(each, lookedAt))],
        ['Stopped tasks', status.stopped.map(each => describeStopped(each))],
        ['Last events', listEvents(status)],
        ['Not accessible', status.gaps.map(gap => [gap])]
    ];
    return [
        headline(status),
        ...parts.flatMap(([title, rows]) => rows.length === 0 ? [] : ['', title, ...(0,table/* alignColumns */.R)(rows).map(line => `  ${line}`)]),
        '',
        (0,aws_console/* ecsServiceConsoleUrl */.nk)(region, target.clusterName, target.serviceName)
    ]
        .join('\n')
        .concat('\n');
}
function headline({ target }) {
    const { service, runningTaskDefinitionArn: running } = target;
    const engine = target.controller === 'ECS'
        ? `ECS, ${target.strategy}`
        : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
    const { status = 'ACTIVE', runningCount = 0, desiredCount = 0, pendingCount = 0 } = service;
    const pending = pendingCount > 0 ? `, ${pendingCount} pending` : '';
    const what = running === undefined ? 'nothing was deployed yet' : `it runs ${(0,arn/* resourceName */.Iy)(running)}`;
    return `${target.clusterName}/${target.serviceName} (${engine}) is ${status}: ${what}, ${runningCount} of ${desiredCount} tasks running${pending}.`;
}
function describeDeployment(deployment, now) {
    const { status = '', id = '', taskDefinition, rolloutState = '', rolloutStateReason = '' } = deployment;
    return [
        status,
        rolloutState,
        (0,arn/* resourceName */.Iy)(taskDefinition),
        countTasks(deployment.runningCount, deployment.desiredCount, deployment.pendingCount, deployment.failedTasks),
        ago(deployment.createdAt, now),
        id,
        rolloutState === 'COMPLETED' ? '' : rolloutStateReason
    ];
}
function describeTaskSet(set, now) {
    const { status = '', stabilityStatus = '', taskDefinition, scale, id = '' } = set;
    const share = scale?.value === undefined ? '' : `scale ${scale.value} %`;
    const tasks = countTasks(set.runningCount, set.computedDesiredCount, set.pendingCount, 0);
    return [status, stabilityStatus, (0,arn/* resourceName */.Iy)(taskDefinition), tasks, share, ago(set.createdAt, now), id];
}
function describeServiceDeployment(deployment, now) {
    const { status = '', createdAt, finishedAt, serviceDeploymentArn, statusReason = '' } = deployment;
    return [status, ago(createdAt, now), took(createdAt, finishedAt), (0,arn/* resourceName */.Iy)(serviceDeploymentArn), statusReason];
}
function describeCodeDeploy(info, now) {
    const { deploymentId = '', status = '', createTime, completeTime, creator, errorInformation } = info;
    return [
        status,
        ago(createTime, now),
        took(createTime, completeTime),
        deploymentId,
        creator === 'codeDeployRollback' ? `rollback of ${info.rollbackInfo?.rollbackTriggeringDeploymentId ?? '?'}` : '',
        errorInformation?.message ?? ''
    ];
}
/** Its end and reason, then its course: each phase with the time at which it began, and what its tasks went through meanwhile. */
function service_status_describeLast(last) {
    const { name = '', taskDefinitionArn, ending, failing, phase, startedAt, endedAt, timeline, tasks, untold } = last;
    const what = taskDefinitionArn === '' ? name : `${name} of ${(0,arn/* resourceName */.Iy)(taskDefinitionArn)}`;
    const state = ending === undefined ? `in progress (${phase})` : (0,outcome_style/* styleOf */.V)(ending.verdict).word;
    const length = startedAt === undefined || endedAt === undefined ? '' : ` after ${(0,time/* formatDuration */.a3)(endedAt - startedAt)}`;
    const reason = ending?.reason ?? failing;
    const stretches = (entries, indent) => {
        const rows = entries.map(entry => [
            `${indent}${entry.phase}`,
            (0,time/* formatTimeOfDay */.qY)(entry.startedAt),
            (0,time/* formatDuration */.a3)(entry.endedAt - entry.startedAt)
        ]);
        return (0,table/* alignColumns */.R)(rows).map(line => [line]);
    };
    return [
        [`${what}: ${state}${length}`],
        ...(reason === undefined ? [] : [[reason]]),
        ...stretches(timeline, ''),
        ...(tasks.length === 0 ? [] : [['its tasks, from the first to the last:'], ...stretches(tasks, '  ')]),
        ...(untold.length === 0 ? [] : [[`AWS does not keep the times of: ${untold.join(', ')}.`]])
    ];
}
function service_status_describeTask(task, now) {
    const { taskArn, lastStatus = '', desiredStatus = '', healthStatus = 'UNKNOWN', taskDefinitionArn } = task;
    const moves = lastStatus === desiredStatus ? '' : ` (to be ${desiredStatus})`;
    const health = healthStatus === 'UNKNOWN' ? '' : healthStatus;
    const since = task.startedAt ?? task.createdAt;
    return [`${lastStatus}${moves}`, health, (0,arn/* resourceName */.Iy)(taskDefinitionArn), ago(since, now), (0,arn/* resourceName */.Iy)(taskArn)];
}
function describeStopped(task) {
    const container = task.containers?.find(({ exitCode, reason }) => (exitCode ?? 0) !== 0 || reason !== undefined);
    const code = container?.exitCode === undefined ? '' : ` (exit code ${container.exitCode})`;
    const who = container === undefined ? '' : `${container.name ?? ''}: ${container.reason ?? 'ended'}${code}`;
    return [
        service_status_time(task.stoppedAt),
        (0,arn/* resourceName */.Iy)(task.taskDefinitionArn),
        (0,arn/* resourceName */.Iy)(task.taskArn),
        task.stoppedReason ?? '',
        who
    ];
}
/** Oldest first, as one reads. */
function listEvents({ target }) {
    return [...(target.service.events ?? [])]
        .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
        .slice(0, service_status_MAX_EVENTS)
        .reverse()
        .map(event => [service_status_time(event.createdAt), event.message ?? '']);
}
function countTasks(running = 0, desired = 0, pending = 0, failed = 0) {
    return [
        `${running} of ${desired} running`,
        pending > 0 ? `${pending} pending` : '',
        failed > 0 ? `${failed} failed` : ''
    ]
        .filter(part => part !== '')
        .join(', ');
}
/** `2026-03-01 10:00:05`, UTC. */
function service_status_time(date) {
    return date === undefined ? '' : (0,time/* formatDateTime */.r6)(date);
}
function ago(date, now) {
    return date === undefined ? '' : (0,time/* formatAgo */.n4)(date.getTime(), now);
}
function took(from, to) {
    return from === undefined || to === undefined ? '' : `took ${(0,time/* formatDuration */.a3)(to.getTime() - from.getTime())}`;
}

// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/report/run-progress.js
var run_progress = __webpack_require__(6303);
// EXTERNAL MODULE: ./lib/rollout/rollback/rollback.js
var rollback = __webpack_require__(1180);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/history/last-deployment.js + 3 modules
var last_deployment = __webpack_require__(669);
// EXTERNAL MODULE: ./lib/rollout/monitor/own-tasks.js
var own_tasks = __webpack_require__(5767);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var rollout_ports = __webpack_require__(5257);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var rollout_target = __webpack_require__(2202);
;// CONCATENATED MODULE: ./lib/rollout/service-status.js






const MAX_DEPLOYMENTS = 5;
const MAX_TASKS = 100;
const MAX_STOPPED = 10;
/**
 * Looks at a service, changing nothing: what runs, its deployments, its tasks, its events (in `target.service`).
 *
 * @throws SlipwayError where cluster, service or deployment group cannot be found; what else may not be read is a gap
 */
async function readServiceStatus(rollout, ports) {
    const { ecs, codedeploy, clock } = ports;
    // An active deployment is what one wants to see here, and nothing to refuse.
    const target = await (0,rollout_target/* findTarget */.F)({ ...rollout, onConflict: 'wait' }, ports);
    const gaps = [];
    const cluster = target.clusterArn;
    const service = target.serviceName;
    const createdAfter = new Date(clock.now() - last_deployment/* LAST_DAYS */.fb * 86_400_000);
    const attempt = async (what, look) => {
        try {
            return await (0,rollout_transient/* retryTransient */.j)(clock, look);
        }
        catch (error) {
            if (!(0,aws_errors/* isAccessDenied */.w7)(error))
                throw (0,aws_errors/* explainAwsError */.Ni)(error, `Reading ${what}`);
            gaps.push((0,aws_errors/* explainAwsError */.Ni)(error, `Reading ${what}`).message);
            return [];
        }
    };
    const readTasks = (desiredStatus) => attempt(`the ${desiredStatus} tasks`, async () => (0,own_tasks/* describeAllTasks */.n)(ecs, cluster, await ecs.listTasks({ cluster, service, desiredStatus })));
    const known = Promise.all([readTasks('RUNNING'), readTasks('STOPPED')]).then(([running, stopped]) => ({
        running,
        stopped
    }));
    const [images, serviceDeployments, deployments, { running, stopped }] = await Promise.all([
        attempt('the task definition', async () => {
            if (target.runningTaskDefinitionArn === undefined)
                return [];
            const { taskDefinition } = await ecs.describeTaskDefinition(target.runningTaskDefinitionArn);
            return (taskDefinition.containerDefinitions ?? []).map(({ name = '', image = '' }) => ({
                container: name,
                image
            }));
        }),
        target.controller === 'ECS'
            ? attempt('the service deployments', async () => (0,last_deployment/* newestFirst */.ll)(await ecs.listServiceDeployments({ cluster, service, createdAfter }), each => each.createdAt))
            : [],
        target.controller === 'CODE_DEPLOY'
            ? attempt('the deployments', async () => {
                const { application, deploymentGroup } = target;
                const statuses = rollout_ports/* ALL_STATUSES */.n;
                const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses, createdAfter });
                const infos = await Promise.all(ids.slice(0, MAX_DEPLOYMENTS).map(id => codedeploy.getDeployment(id)));
                return (0,last_deployment/* newestFirst */.ll)(infos, each => each.createTime);
            })
            : [],
        known
    ]);
    const [last] = await attempt('the last deployment', async () => [
        target.controller === 'ECS'
            ? await (0,last_deployment/* readLastEcsDeployment */.X$)(target, serviceDeployments, { running, stopped }, ports)
            : await (0,last_deployment/* readLastCodeDeployDeployment */.Os)(target, deployments, { running, stopped }, ports)
    ]);
    return {
        target,
        images,
        serviceDeployments: serviceDeployments.slice(0, MAX_DEPLOYMENTS),
        codedeploy: deployments,
        last,
        tasks: [...(0,last_deployment/* newestFirst */.ll)(running, each => each.createdAt)].reverse().slice(0, MAX_TASKS),
        stopped: (0,last_deployment/* newestFirst */.ll)(stopped, each => each.stoppedAt).slice(0, MAX_STOPPED),
        gaps,
        lookedAt: clock.now()
    };
}

// EXTERNAL MODULE: ./lib/run.js + 11 modules
var lib_run = __webpack_require__(50);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
;// CONCATENATED MODULE: ./lib/commands/status-and-rollback.js















/** `slipway status`: what runs, its deployments, tasks and last events. With `--json` a list with each. Resolves with the exit code; changes nothing. */
async function showStatus({ flags: { json, ...flags }, problems }, host, write) {
    const config = await readServiceSettings({ flags, problems }, host);
    const world = (0,lib_run/* connectWorld */.ZF)(config, { ...host, cleanupStore: (0,console/* inMemoryCleanupStore */.u)(new Map()) });
    const all = [];
    for (const [index, rollout] of listServices(config).entries()) {
        const status = await readServiceStatus(rollout, world);
        if (json === 'true')
            all.push(serviceStatusJson(status, config.region));
        else
            write(`${index === 0 ? '' : '\n'}${renderServiceStatus(status, config.region)}`);
    }
    if (json === 'true')
        write(`${JSON.stringify(all, undefined, 2)}\n`);
    return 0;
}
/**
 * `slipway rollback`: goes back to the version that was live before, and follows that to its end. With `--json` its outputs are written, by
 * the names that they have in the Action. Resolves with the exit code.
 */
async function rollbackCommand({ flags: { to, json, ...flags }, problems }, host, write) {
    const config = await readServiceSettings({ flags, problems: [...problems, ...checkRevision(to)] }, host);
    const [rollout, ...others] = listServices(config);
    if (rollout === undefined || others.length > 0) {
        throw new errors/* SlipwayError */.GQ({
            code: 'several-services',
            fault: 'user',
            what: `Only one service is rolled back at a time, and the settings name ${others.length + 1}.`,
            next: 'Name it with --service.'
        });
    }
    const { clock, reporter, signal } = host;
    const world = (0,lib_run/* connectWorld */.ZF)(config, { ...host, cleanupStore: (0,console/* inMemoryCleanupStore */.u)(new Map()) });
    // Who cancels this lets go of it: undone it would bring back what is to be left. What is under way is dealt with there.
    const own = { ...rollout, onCancel: 'leave', onConflict: 'wait' };
    const progress = new run_progress/* RunProgress */.t(config.region, clock);
    progress.timeline.enter('check');
    const target = await (0,rollout_target/* findTarget */.F)({ ...own, onConflict: 'wait' }, world);
    const run = {
        config: own,
        ports: world,
        clock,
        reporter,
        cleanupStore: world.cleanupStore,
        signal,
        findMissingImages: (images) => findMissingImages(images, world)
    };
    progress.timeline.enter('deploy');
    const result = await (0,rollback/* rollBack */.F)(target, to, run);
    progress.timeline.leave();
    progress.add({ outcome: result.verdict, target, taskDefinitionArn: result.taskDefinitionArn, rollout: result });
    const reached = progress.report;
    await (0,log/* logOutcome */.fW)(reached, reporter);
    if (json === 'true')
        write(`${JSON.stringify((0,outputs/* listOutputs */.P)(reached), undefined, 2)}\n`);
    return outcome/* EXIT_CODES */.ai[result.verdict];
}
/** Without a revision AWS takes the newest one of a family, and nobody goes back to that. */
function checkRevision(to) {
    if (to === undefined)
        return [];
    const { family, revision = '' } = (0,arn/* parseTaskDefinitionName */.Te)(to);
    if (family !== '' && /^[1-9]\d*$/.test(revision))
        return [];
    const what = `--to: expected a revision as family:revision such as shop-web:41, or its ARN, got ${(0,format/* quote */.hD)(to)}.`;
    return [
        {
            code: 'wrong-revision',
            place: {},
            what,
            next: 'aws ecs list-task-definitions --family-prefix=FAMILY lists them.'
        }
    ];
}
/** The settings of a command that only names services. */
async function readServiceSettings({ flags, problems }, host) {
    return (0,lib_run/* readConfig */.Xg)({ given: flags, givenFrom: 'flag', problems, purpose: 'service' }, host);
}
/** The services of the settings. Throws where none is named. */
function listServices(config) {
    const services = config.rollouts.map(({ rollout }) => rollout).filter(({ service }) => service !== undefined);
    if (services.length > 0)
        return services;
    throw new errors/* SlipwayError */.GQ({
        code: 'no-service',
        fault: 'user',
        what: 'No service is named.',
        next: 'Give --service (and --cluster), or name it in slipway.yml.'
    });
}


/***/ })

};
