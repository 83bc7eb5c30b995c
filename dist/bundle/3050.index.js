export const id = 3050;
export const ids = [3050];
export const modules = {

/***/ 669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fb: () => (/* binding */ LAST_DAYS),
  JA: () => (/* binding */ findLastDeployment),
  ll: () => (/* binding */ newestFirst),
  Os: () => (/* binding */ readLastCodeDeployDeployment),
  X$: () => (/* binding */ readLastEcsDeployment)
});

// EXTERNAL MODULE: ./lib/text/deployment-name.js
var deployment_name = __webpack_require__(3406);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/status.js
var codedeploy_status = __webpack_require__(788);
// EXTERNAL MODULE: ./lib/rollout/ecs/status.js + 1 modules
var ecs_status = __webpack_require__(1533);
// EXTERNAL MODULE: ./lib/rollout/monitor/own-tasks.js
var own_tasks = __webpack_require__(5767);
// EXTERNAL MODULE: ./lib/rollout/monitor/task-spans.js
var task_spans = __webpack_require__(4139);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var rollout_ports = __webpack_require__(5257);
// EXTERNAL MODULE: ./lib/rollout/take-up/find-deployment.js
var find_deployment = __webpack_require__(6640);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/rollout/history/marks.js
/**
 * The stretches between the marks, in the order in which the deployment came to them. A phase whose begin or end is not known is left out,
 * and named. One that took no time is none. Pure.
 *
 * @param endedAt when the last one ended; undefined where AWS does not tell
 */
function readMarks(marks, endedAt) {
    const timeline = [];
    const untold = [];
    for (const [index, { phase, at: startedAt }] of marks.entries()) {
        const next = marks[index + 1];
        const until = next === undefined ? endedAt : next.at;
        if (startedAt === undefined || until === undefined)
            untold.push(phase);
        else if (until > startedAt)
            timeline.push({ phase, startedAt, endedAt: until });
    }
    return { timeline, untold };
}

;// CONCATENATED MODULE: ./lib/rollout/history/codedeploy.js


/**
 * The phases of a CodeDeploy deployment and of its rollback, from the times that CodeDeploy keeps (DeploymentInfo createTime and completeTime,
 * LifecycleEvent startTime and endTime), in the words of a run's timeline. Pure.
 *
 * @param now milliseconds since the epoch: the end of what is still under way
 */
function readCodeDeployHistory({ info, target, rollback }, now) {
    const marks = [{ phase: 'start', at: info.createTime?.getTime() }];
    const enter = (phase, at) => {
        if (marks.at(-1)?.phase !== phase)
            marks.push({ phase, at });
    };
    let last;
    for (const event of target?.lifecycleEvents ?? []) {
        const { lifecycleEventName: name = '', startTime } = event;
        // Also where the wait was not ended by a word, so that the event was skipped.
        const hasWaited = event.status !== 'Pending' && last?.status === 'Succeeded' && waitsForReady(info);
        if (name === 'BeforeAllowTraffic' && hasWaited)
            enter('ready', last?.endTime?.getTime());
        if (event.status === 'Pending' || event.status === 'Skipped')
            continue;
        enter((0,codedeploy_status/* phaseOfEvent */.hZ)(name), startTime?.getTime());
        last = event;
    }
    if (info.status === 'Ready' && info.instanceTerminationWaitTimeStarted !== true)
        enter('ready', last?.endTime?.getTime());
    // When CodeDeploy began to bake is nowhere to be read.
    if (info.status === 'Baking')
        enter('bake', undefined);
    if (hasMoved(info, target))
        enter('drain', last?.endTime?.getTime());
    if (rollback !== undefined)
        enter('rollback', info.completeTime?.getTime());
    const final = rollback ?? info;
    return readMarks(marks, hasEnded(final) ? final.completeTime?.getTime() : now);
}
/** Whether it waits in `Ready` before it shifts the traffic (deploymentReadyOption). */
function waitsForReady({ blueGreenDeploymentConfiguration: configuration }) {
    return configuration?.deploymentReadyOption?.actionOnTimeout === 'STOP_DEPLOYMENT';
}
function hasMoved(info, target) {
    const isBehind = info.status === 'Succeeded' || info.instanceTerminationWaitTimeStarted === true;
    return isBehind && (0,codedeploy_status/* hasPassed */.Pc)(target, 'AfterAllowTraffic');
}
function hasEnded({ status }) {
    return status === 'Succeeded' || status === 'Failed' || status === 'Stopped';
}

// EXTERNAL MODULE: ./lib/rollout/ecs/counts.js
var counts = __webpack_require__(803);
// EXTERNAL MODULE: ./lib/rollout/ecs/lifecycle-phases.js
var lifecycle_phases = __webpack_require__(2628);
// EXTERNAL MODULE: ./lib/rollout/result.js
var result = __webpack_require__(4300);
;// CONCATENATED MODULE: ./lib/rollout/history/ecs.js





/** ECS keeps a stopped task for at least so many milliseconds (API_DescribeTasks). */
const STOPPED_TASKS_KEPT = 3_600_000;
/** ECS keeps so many service events (API_Service, events). */
const MAX_EVENTS = 100;
/** Old tasks that ECS stops together are told to stop within so many milliseconds. */
const TOGETHER = 60_000;
/**
 * The phases of an ECS deployment, from the times that ECS keeps of it, of its tasks and in its events, in the words of a run's timeline. Pure.
 *
 * Of a deployment that shifts traffic ECS keeps no time of its lifecycle stages: when it began, when the old tasks were told to stop, when it
 * ended and how long it baked (bakeTimeInMinutes) are known.
 */
function readEcsHistory(past) {
    const { ref, service, deployment, now } = past;
    const { createdAt, finishedAt, stoppedAt, rollback } = deployment;
    const endedAt = ecs_hasEnded(deployment) ? (finishedAt ?? stoppedAt)?.getTime() : now;
    const shifts = (0,counts/* shiftsTraffic */.ZI)(service, deployment);
    // What went back without a word of its stage may have come further than to start.
    const isOpen = shifts && rollback !== undefined && deployment.lifecycleStage === undefined;
    const start = { phase: 'start', at: isOpen ? undefined : (createdAt?.getTime() ?? ref.createdAt) };
    const went = shifts ? readStages(past, endedAt ?? now) : readReplacement(past, endedAt ?? now);
    const back = rollback === undefined ? [] : [{ phase: 'rollback', at: rollback.startedAt?.getTime() }];
    return readMarks([start, ...went, ...back], endedAt);
}
/** The service's own tasks of this deployment, as far as they came before its end. */
function listOwnTasks({ ref, service, tasks }, endedAt) {
    // Of a deployment that the service does not list any more, the id is not certain.
    const startedBy = findListed(service, ref)?.id;
    const owner = { taskDefinitionArn: ref.taskDefinitionArn, startedBy, since: ref.createdAt };
    return tasks.filter(task => (0,own_tasks/* isOwnTask */.K)(task, owner) && (task.createdAt?.getTime() ?? 0) <= endedAt);
}
function findListed({ deployments }, { deploymentId }) {
    return deployments?.find(({ id }) => id === deploymentId);
}
/** Of a rolling update: when the first new task ran, and when all did and the old ones were told to stop. */
function readReplacement(past, endedAt) {
    const { ref, service, deployment } = past;
    const listed = findListed(service, ref);
    const { old } = (0,counts/* count */.U9)(service, deployment, listed, ref);
    const wanted = listed?.desiredCount ?? service.desiredCount ?? 0;
    const started = timesOf(listOwnTasks(past, endedAt), task => task.startedAt).filter(at => at <= endedAt);
    const hasSucceeded = deployment.status === 'SUCCESSFUL';
    const areAllKnown = started.length >= wanted || isRecent(past);
    if (wanted === 0)
        return [];
    if (started.length === 0)
        return hasSucceeded ? unknown('replace', 'drain') : [];
    if (!areAllKnown && hasSucceeded)
        return unknown('replace', 'drain');
    const replace = { phase: 'replace', at: Math.min(...started) };
    const isReplaced = hasSucceeded || (deployment.rollback === undefined && started.length >= wanted && old === 0);
    if (!isReplaced)
        return [replace];
    if (started.length < wanted)
        return [replace, ...unknown('drain')];
    const gone = findOldStops(past, endedAt);
    if (gone === undefined)
        return [replace, ...unknown('drain')];
    const replacedAt = Math.max(...started, ...gone);
    // An early success leaves old tasks for later.
    return replacedAt >= endedAt ? [replace] : [replace, { phase: 'drain', at: replacedAt }];
}
/** Of a deployment that shifts traffic: the phases as far as it came, and when the last ones began. */
function readStages(past, endedAt) {
    const { deployment } = past;
    const reached = (0,lifecycle_phases/* phaseOfStage */.z)(deployment.lifecycleStage ?? (deployment.status === 'SUCCESSFUL' ? 'CLEAN_UP' : ''));
    const phases = ['start', 'test', 'shift', 'bake', 'drain'];
    const last = phases.indexOf(reached);
    // A stage that is newer than this release: where it stands among the others is not known.
    if (last === -1)
        return reached === '' ? [] : unknown(reached);
    const stops = reached === 'drain' ? (findOldStops(past, endedAt) ?? []).filter(at => at <= endedAt) : [];
    const latest = Math.max(...stops);
    const drainAt = stops.length === 0 ? undefined : Math.min(...stops.filter(at => latest - at <= TOGETHER));
    const bake = (0,result/* minutesOf */.d)(deployment.deploymentConfiguration?.bakeTimeInMinutes) * 60_000;
    const bakeAt = drainAt === undefined || bake === 0 ? undefined : drainAt - bake;
    const times = { bake: bakeAt, drain: drainAt };
    return phases.slice(1, last + 1).map(phase => ({ phase, at: times[phase] }));
}
/**
 * When tasks of other versions were told to stop since the deployment began, in milliseconds since the epoch; Infinity for one that runs on.
 * undefined where ECS may have forgotten some.
 */
function findOldStops(past, endedAt) {
    const { ref, deployment, tasks, service } = past;
    if ((deployment.sourceServiceRevisions ?? []).length === 0)
        return [];
    const since = deployment.createdAt?.getTime() ?? ref.createdAt;
    const within = (at) => at >= since && at <= endedAt;
    if (isRecent(past)) {
        const ownTasks = new Set(listOwnTasks(past, endedAt));
        const others = tasks.filter(task => !ownTasks.has(task) && (task.createdAt?.getTime() ?? 0) <= endedAt);
        const stops = others.map(task => (task.stoppingAt ?? task.stoppedAt)?.getTime() ?? Infinity);
        return stops.filter(at => at >= since);
    }
    const events = service.events ?? [];
    const oldest = Math.min(...timesOf(events, event => event.createdAt));
    if (events.length >= MAX_EVENTS && oldest > since)
        return undefined;
    const stops = timesOf(events.filter(hasStopped), event => event.createdAt).filter(within);
    return stops.length === 0 ? undefined : stops;
}
function hasStopped({ message = '' }) {
    return /has stopped \d+ running tasks/.test(message);
}
/** Since it began ECS has forgotten none of its stopped tasks. */
function isRecent({ deployment, ref, now }) {
    return now - (deployment.createdAt?.getTime() ?? ref.createdAt) < STOPPED_TASKS_KEPT;
}
function ecs_hasEnded({ status }) {
    return /^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/.test(status ?? '');
}
function unknown(...phases) {
    return phases.map(phase => ({ phase, at: undefined }));
}
function timesOf(items, read) {
    return items.flatMap(item => read(item)?.getTime() ?? []);
}

;// CONCATENATED MODULE: ./lib/rollout/history/last-deployment.js










/** Deployments of so many days are looked at. */
const LAST_DAYS = 90;
/**
 * Reads the last service deployment of a service (DescribeServiceDeployments, DescribeServiceRevisions).
 *
 * @param briefs the service's deployments, the newest first
 * @returns undefined where there is none
 */
async function readLastEcsDeployment({ service }, briefs, known, { ecs, clock }) {
    const arn = briefs[0]?.serviceDeploymentArn;
    if (arn === undefined)
        return undefined;
    const [deployment] = await (0,rollout_transient/* retryTransient */.j)(clock, () => ecs.describeServiceDeployments([arn]));
    if (deployment === undefined)
        return undefined;
    const ref = await (0,find_deployment/* readOwn */.jU)(deployment, service, ecs, clock);
    const { running, stopped } = known;
    const now = clock.now();
    const view = (0,ecs_status/* readEcsStatus */.od)(ref, { service, serviceDeployment: deployment }, undefined);
    const endedAt = view.ending === undefined ? undefined : endOf(deployment);
    const past = { ref, service, deployment, tasks: [...running, ...stopped], now };
    const tasks = listOwnTasks({ ref, service, tasks: running }, endedAt ?? now);
    return {
        ...describeLast(view, readEcsHistory(past), tasks),
        name: (0,deployment_name/* nameDeployment */.N)({ serviceDeploymentArn: arn }),
        taskDefinitionArn: ref.taskDefinitionArn,
        startedAt: deployment.createdAt?.getTime(),
        endedAt
    };
}
/**
 * Reads the last deployment of a CodeDeploy deployment group, with its rollback (BatchGetDeploymentTargets; GetDeployment for what is not
 * among `infos`).
 *
 * @param infos the group's deployments, the newest first
 * @returns undefined where there is none
 */
async function readLastCodeDeployDeployment(target, infos, known, ports) {
    const { codedeploy, clock } = ports;
    const describe = async (id) => {
        if (id === undefined)
            return undefined;
        const found = infos.find(({ deploymentId }) => deploymentId === id);
        return found ?? (await (0,rollout_transient/* retryTransient */.j)(clock, () => codedeploy.getDeployment(id)));
    };
    const [newest] = infos;
    const isRollback = newest?.creator === 'codeDeployRollback';
    const info = isRollback ? await describe(newest.rollbackInfo?.rollbackTriggeringDeploymentId) : newest;
    const id = info?.deploymentId;
    if (info === undefined || id === undefined)
        return undefined;
    const rollback = isRollback ? newest : await describe(info.rollbackInfo?.rollbackDeploymentId);
    const targets = await (info.status === 'Created' || info.status === 'Queued'
        ? []
        : (0,rollout_transient/* retryTransient */.j)(clock, () => codedeploy.batchGetDeploymentTargets(id, [`${target.clusterName}:${target.serviceName}`])));
    const ecsTarget = targets.find(each => each.ecsTarget !== undefined)?.ecsTarget;
    const taskDefinitionArn = await (0,find_deployment/* findRevision */.pV)(info, target, codedeploy);
    const { running } = known;
    const now = clock.now();
    const snapshot = { info, target: ecsTarget, rollback, service: target.service };
    const view = (0,codedeploy_status/* readCodeDeployStatus */.Z4)(snapshot, false);
    const endedAt = view.ending === undefined ? undefined : (rollback ?? info).completeTime?.getTime();
    const since = info.createTime?.getTime() ?? now;
    const owner = { taskDefinitionArn, startedBy: undefined, since };
    const tasks = running.filter(task => {
        return (0,own_tasks/* isOwnTask */.K)(task, owner) && (task.createdAt?.getTime() ?? 0) <= (endedAt ?? now);
    });
    return {
        ...describeLast(view, readCodeDeployHistory(snapshot, now), tasks),
        name: id,
        taskDefinitionArn,
        startedAt: info.createTime?.getTime(),
        endedAt
    };
}
/**
 * Finds the last deployment of a service, whoever began it, without a word of its tasks. Reads only.
 *
 * @returns undefined where there is none within 90 days
 */
async function findLastDeployment(target, ports) {
    const { ecs, codedeploy, clock } = ports;
    const createdAfter = new Date(clock.now() - LAST_DAYS * 86_400_000);
    if (target.controller === 'ECS') {
        const { clusterArn: cluster, serviceName: service } = target;
        const briefs = await (0,rollout_transient/* retryTransient */.j)(clock, () => ecs.listServiceDeployments({ cluster, service, createdAfter }));
        return readLastEcsDeployment(target, newestFirst(briefs, each => each.createdAt), NO_TASKS, ports);
    }
    const { application, deploymentGroup } = target;
    const query = { application, deploymentGroup, statuses: rollout_ports/* ALL_STATUSES */.n, createdAfter };
    const [id] = await (0,rollout_transient/* retryTransient */.j)(clock, () => codedeploy.listDeployments(query));
    if (id === undefined)
        return undefined;
    return readLastCodeDeployDeployment(target, [await (0,rollout_transient/* retryTransient */.j)(clock, () => codedeploy.getDeployment(id))], NO_TASKS, ports);
}
const NO_TASKS = { running: [], stopped: [] };
/** A copy with the newest first. */
function newestFirst(items, read) {
    const timeOf = (item) => read(item)?.getTime() ?? 0;
    return [...items].sort((one, other) => timeOf(other) - timeOf(one));
}
function describeLast(view, history, tasks) {
    const { phase, ending, failing } = view;
    return { phase, ending, failing, ...history, tasks: (0,task_spans/* readTaskSpans */.Dl)(tasks, (0,task_spans/* findHealthyAt */.uH)(history.timeline)) };
}
function endOf({ finishedAt, stoppedAt }) {
    return (finishedAt ?? stoppedAt)?.getTime();
}


/***/ }),

/***/ 6640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ findDeployment),
/* harmony export */   W0: () => (/* binding */ takeUpEcs),
/* harmony export */   bi: () => (/* binding */ findUnderWay),
/* harmony export */   jU: () => (/* binding */ readOwn),
/* harmony export */   oI: () => (/* binding */ findUnderWayOf),
/* harmony export */   pV: () => (/* binding */ findRevision)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _codedeploy_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(788);
/* harmony import */ var _ecs_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1533);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5257);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2202);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3071);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8988);








const UNDER_WAY = /^(PENDING|IN_PROGRESS|STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/;
/** In milliseconds. Hooks may hold each stage of a deployment for two weeks. */
const LONGEST_DEPLOYMENT = 90 * 86_400_000;
/**
 * Finds a deployment by its name: CodeDeploy's id, `cluster/service/id` or the ARN of an ECS service deployment. Reads only.
 *
 * @throws SlipwayError where there is none of that name, or AWS refuses
 */
async function findDeployment(reference, search) {
    if (reference.startsWith('d-'))
        return findCodeDeploy(reference, search);
    const [path = '', region = search.region] = [reference.split(':service-deployment/').at(-1), reference.split(':')[3]];
    if (region !== search.region) {
        const what = `The deployment ${reference} is in ${region}, and the region of the settings is ${search.region}.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({ code: 'wrong-region', fault: 'user', what, next: `Set region: ${region}.` });
    }
    const [cluster = '', service = '', id = ''] = path.split('/');
    const target = await findTargetOf(search, { cluster, service });
    if (target.controller !== 'ECS')
        throw notThere(reference, `${cluster}/${service} is deployed by CodeDeploy`);
    return takeUpEcs(target, target.serviceArn.replace(/:service\/.*$/, `:service-deployment/${cluster}/${service}/${id}`), search);
}
/** The deployment of the settings' service that is under way; undefined where none is. Throws as findDeployment does. */
async function findUnderWay(search) {
    return findUnderWayOf(await findTargetOf(search, {}), search);
}
/** The same of a service that was looked at in this moment. */
async function findUnderWayOf(target, search) {
    const { ports, clock } = search;
    if (target.controller === 'CODE_DEPLOY') {
        const { application, deploymentGroup } = target;
        const query = { application, deploymentGroup, statuses: _ports_js__WEBPACK_IMPORTED_MODULE_6__/* .ACTIVE_STATUSES */ .a };
        const [id] = await orExplained(`Listing the deployments of ${deploymentGroup}`, () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_5__/* .retryTransient */ .j)(clock, () => ports.codedeploy.listDeployments(query)));
        return id === undefined ? undefined : findCodeDeploy(id, search);
    }
    const query = {
        cluster: target.clusterArn,
        service: target.serviceName,
        createdAfter: new Date(clock.now() - LONGEST_DEPLOYMENT)
    };
    const listed = await orExplained(`Listing the service deployments of ${target.serviceName}`, () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_5__/* .retryTransient */ .j)(clock, () => ports.ecs.listServiceDeployments(query)));
    const [newest] = listed
        .filter(({ status = '' }) => UNDER_WAY.test(status))
        .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0));
    return newest?.serviceDeploymentArn === undefined
        ? undefined
        : takeUpEcs(target, newest.serviceDeploymentArn, search);
}
/** An active deployment is what is looked for, and nothing to refuse. */
async function findTargetOf({ config, ports, clock }, named) {
    return (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .findTarget */ .F)({ ...config, ...named, onConflict: 'wait' }, { ...ports, clock });
}
/** A service deployment by its ARN. Throws as findDeployment does. */
async function takeUpEcs(target, arn, { ports, clock }) {
    const name = arn.split(':service-deployment/')[1] ?? arn;
    const [deployment] = await orExplained(`Reading the deployment ${name}`, () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_5__/* .retryTransient */ .j)(clock, () => ports.ecs.describeServiceDeployments([arn])));
    if (deployment === undefined)
        throw notThere(name, `${target.serviceName} has no service deployment of that id`);
    const ref = await readOwn(deployment, target.service, ports.ecs, clock);
    const { status = 'unknown', createdAt, startedAt, finishedAt, stoppedAt } = deployment;
    const hasEnded = !UNDER_WAY.test(status);
    return {
        target,
        hasEnded,
        takenUp: {
            engine: 'ecs',
            ref,
            serviceDeploymentArn: arn,
            taskDefinitionArn: ref.taskDefinitionArn,
            status,
            begunAt: (startedAt ?? createdAt)?.getTime() ?? clock.now(),
            endedAt: hasEnded ? (finishedAt ?? stoppedAt)?.getTime() : undefined,
            waiting: (0,_ecs_status_js__WEBPACK_IMPORTED_MODULE_3__/* .readPause */ .H5)(deployment)
        }
    };
}
/** In milliseconds: so far apart ECS may make a deployment and its service deployment. */
const SAME_TIME = 60_000;
/** The deployment of a service deployment among those of the service: by its number, where ECS gives both the same, else by revision and age. */
async function readOwn(deployment, service, ecs, clock) {
    const revisionArn = deployment.targetServiceRevision?.arn ?? '';
    const sources = (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []);
    const arns = [...new Set([revisionArn, ...sources])].filter(arn => arn !== '').slice(0, 20);
    const revisions = await orExplained('Reading its service revisions', () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_5__/* .retryTransient */ .j)(clock, () => ecs.describeServiceRevisions(arns)));
    const revisionOf = (arn) => revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn)?.taskDefinition;
    const taskDefinitionArn = revisionOf(revisionArn) ?? '';
    const createdAt = deployment.createdAt?.getTime() ?? 0;
    const deploymentId = `ecs-svc/${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_7__/* .resourceName */ .Iy)(revisionArn)}`;
    const deployments = service.deployments ?? [];
    const distance = (each) => Math.abs((each.createdAt?.getTime() ?? 0) - createdAt);
    const [nearest] = deployments
        .filter(each => each.taskDefinition === taskDefinitionArn && distance(each) <= SAME_TIME)
        .sort((one, other) => distance(one) - distance(other));
    const listed = deployments.find(({ id }) => id === deploymentId) ?? nearest;
    const ourTime = listed?.createdAt?.getTime() ?? createdAt;
    const before = deployments.filter(each => each.id !== listed?.id && (each.createdAt?.getTime() ?? 0) <= ourTime);
    return {
        deploymentId: listed?.id ?? deploymentId,
        serviceRevisionArn: revisionArn,
        taskDefinitionArn,
        previousTaskDefinitionArn: sources.map(revisionOf).find(arn => arn !== undefined && arn !== taskDefinitionArn),
        createdAt: ourTime,
        before: { deploymentIds: before.flatMap(({ id }) => id ?? []), serviceRevisionArns: [] }
    };
}
async function findCodeDeploy(id, search) {
    const { ports, clock } = search;
    const info = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_5__/* .retryTransient */ .j)(clock, () => ports.codedeploy.getDeployment(id)).catch((error) => {
        if (/DeploymentDoesNotExist|InvalidDeploymentId/.test((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) ?? '')) {
            throw notThere(id, `CodeDeploy has no such deployment in ${search.region}`);
        }
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Reading the deployment ${id}`);
    });
    const { applicationName: application = '', deploymentGroupName: deploymentGroup = '' } = info;
    const group = await orExplained(`Reading the deployment group ${deploymentGroup} of ${application}`, () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_5__/* .retryTransient */ .j)(clock, () => ports.codedeploy.getDeploymentGroup(application, deploymentGroup)));
    const [{ clusterName: cluster = 'default', serviceName: service } = {}] = group.ecsServices ?? [];
    if (service === undefined)
        throw notThere(id, `the deployment group ${deploymentGroup} deploys no ECS service`);
    const names = { codedeployApplication: application, codedeployDeploymentGroup: deploymentGroup };
    const target = await findTargetOf(search, { cluster, service, ...names });
    if (target.controller !== 'CODE_DEPLOY')
        throw notThere(id, `${cluster}/${service} is not deployed by CodeDeploy`);
    const taskDefinitionArn = await findRevision(info, target, ports.codedeploy);
    const others = (target.service.taskSets ?? []).filter(({ externalId }) => externalId !== id);
    const hasEnded = !_ports_js__WEBPACK_IMPORTED_MODULE_6__/* .ACTIVE_STATUSES */ .a.some(status => status === info.status);
    return {
        target,
        hasEnded,
        takenUp: {
            engine: 'codedeploy',
            id,
            taskDefinitionArn,
            previousTaskDefinitionArn: others.find(({ taskDefinition }) => taskDefinition !== taskDefinitionArn)
                ?.taskDefinition,
            status: info.status ?? 'unknown',
            begunAt: (info.startTime ?? info.createTime)?.getTime() ?? clock.now(),
            endedAt: hasEnded ? info.completeTime?.getTime() : undefined,
            waiting: (0,_codedeploy_status_js__WEBPACK_IMPORTED_MODULE_2__/* .readPause */ .H5)(info)
        }
    };
}
/** What a CodeDeploy deployment brings: its task set says it while there is one, else its AppSpec; '' where neither is to be had. */
async function findRevision(info, { service, application }, codedeploy) {
    const own = service.taskSets?.find(({ externalId }) => externalId === info.deploymentId)?.taskDefinition;
    if (own !== undefined)
        return own;
    const sha256 = info.revision?.appSpecContent?.sha256;
    const text = sha256 === undefined ? undefined : await codedeploy.getAppSpec(application, sha256).catch(() => undefined);
    return /arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:task-definition\/[\w-]+:\d+/.exec(text ?? '')?.[0] ?? '';
}
function notThere(name, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'no-such-deployment',
        fault: 'user',
        what: `There is no deployment ${name}: ${why}.`,
        next: 'The output deployment of the run that began it has its name; slipway status lists the last ones.'
    });
}
async function orExplained(doing, look) {
    try {
        return await look();
    }
    catch (error) {
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, doing);
    }
}


/***/ })

};
