export const id = 81;
export const ids = [81];
export const modules = {

/***/ 81:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adviseOnAll: () => (/* binding */ adviseOnAll)
});

;// CONCATENATED MODULE: ./lib/advice/model.js
/** How long a rollout takes by the model, in seconds, without what AWS needs to schedule and we to see it. */
function durationOf(model) {
    const rise = model.start + model.pull + settleOf(model);
    const fall = model.drain + model.stop + model.release;
    const waits = Object.values(model.waits).reduce((sum, wait) => sum + wait, 0);
    return waits + (model.batches === undefined ? rise + fall : rollingSeconds(model.batches, rise, fall));
}
/** From RUNNING to healthy: the last of all that looks at the task. */
function settleOf({ settle, ready, targets, containers }) {
    if (settle !== undefined)
        return settle;
    return Math.max(ready, ...targets.map(check => targetSeconds(check, ready)), ...containers.map(interval => firstLook(ready, interval) * interval));
}
/**
 * When a target group calls a new target healthy. A new one needs one success, whatever the threshold; one that has failed
 * `unhealthyThreshold` times before has become unhealthy, and needs `healthyThreshold` successes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html
 */
function targetSeconds({ interval, healthyThreshold, unhealthyThreshold }, ready) {
    const first = firstLook(ready, interval);
    return interval * (first <= unhealthyThreshold ? first : first + healthyThreshold - 1);
}
function firstLook(ready, interval) {
    return Math.max(1, Math.ceil(ready / interval));
}
/**
 * A rolling update: new tasks as far as `most` leaves room, old ones away as far as `least` allows. Tasks that drain count for neither.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function rollingSeconds({ desired, most, least }, rise, fall) {
    const healthyAt = [];
    let [now, old, end] = [0, desired, 0];
    for (;;) {
        const healthy = healthyAt.filter(time => time <= now).length;
        const started = Math.min(desired - healthyAt.length, Math.max(0, most - old - healthyAt.length));
        const dispensable = Math.max(0, healthy + old - least);
        const inTheWay = desired - healthyAt.length - started;
        const stopped = Math.min(old, dispensable, Math.max(0, healthy + old - desired, inTheWay));
        for (let count = 0; count < started; count += 1)
            healthyAt.push(now + rise);
        old -= stopped;
        if (stopped > 0)
            end = Math.max(end, now + fall);
        if (started + stopped > 0)
            continue;
        const next = healthyAt.find(time => time > now);
        if (next === undefined)
            return Math.max(end, ...healthyAt);
        now = next;
    }
}

// EXTERNAL MODULE: ./lib/rollout/result.js
var result = __webpack_require__(4300);
;// CONCATENATED MODULE: ./lib/advice/read-model.js


/** More tasks are not replayed. */
const MOST_TASKS = 1_000;
/** How long an application is taken to need, where its first health check hides it: 10 s, or half an interval that is shorter. */
const USUAL_READY = 10;
/** What is measured may differ from what the settings explain by so much: scheduling, and the seconds between two looks. */
const TOLERANCE = { share: 0.25, seconds: 20 };
/** Reads what a rollout's time followed from; undefined where what was seen does not fit together. Pure. */
function readModel(facts) {
    const { timeline, newTasks, oldTasks } = facts;
    const [first, last] = [timeline[0], timeline.at(-1)];
    if (first === undefined || last === undefined)
        return undefined;
    const measured = (last.endedAt - first.startedAt) / 1_000;
    const batches = readBatches(facts);
    const start = median(newTasks.flatMap(startSeconds));
    const pull = median(newTasks.flatMap(pullSeconds));
    const settle = median(batches === undefined ? settleByPhase(facts) : settleByTasks(facts));
    if (start === undefined || pull === undefined || settle === undefined || batches === 'unknown')
        return undefined;
    const base = {
        batches,
        start,
        pull,
        ...explainSettle(facts, settle),
        ...readFall(facts, oldTasks),
        waits: readWaits(facts)
    };
    const rest = Math.abs(measured - durationOf(base));
    // Where tasks run in batches, the model must be able to tell how long this run took before it may tell what another would.
    if (batches !== undefined && rest > Math.max(TOLERANCE.seconds, measured * TOLERANCE.share))
        return undefined;
    return { model: base, measured };
}
/** undefined: the deployment is none in batches. */
function readBatches({ service, desiredCount: desired, codedeploy }) {
    const { strategy = 'ROLLING', maximumPercent = 200, minimumHealthyPercent = 100 } = service.deploymentConfiguration ?? {};
    if (codedeploy !== undefined || ['BLUE_GREEN', 'LINEAR', 'CANARY'].includes(strategy))
        return undefined;
    const isPlain = strategy === 'ROLLING' && !hasEarlySuccess(service.deploymentConfiguration);
    if (!isPlain || service.schedulingStrategy === 'DAEMON' || desired < 1 || desired > MOST_TASKS)
        return 'unknown';
    // What scales meanwhile is another deployment than the settings describe.
    if (desired !== service.runningCount)
        return 'unknown';
    return {
        desired,
        most: Math.max(1, Math.floor((desired * maximumPercent) / 100)),
        least: Math.ceil((desired * minimumHealthyPercent) / 100)
    };
}
/** Newer than this release's SDK may know. */
function hasEarlySuccess(configuration) {
    const criteria = configuration
        ?.earlySuccessCriteria;
    return criteria?.enable === true;
}
function startSeconds({ createdAt, pullStartedAt, pullStoppedAt, startedAt }) {
    if (createdAt === undefined || startedAt === undefined)
        return [];
    const pull = pullStartedAt === undefined || pullStoppedAt === undefined ? 0 : +pullStoppedAt - +pullStartedAt;
    return [(+startedAt - +createdAt - pull) / 1_000];
}
function pullSeconds({ pullStartedAt, pullStoppedAt }) {
    return pullStartedAt === undefined || pullStoppedAt === undefined ? [0] : [(+pullStoppedAt - +pullStartedAt) / 1_000];
}
/** The traffic moves as soon as all new tasks are healthy; the phase that follows tells when. */
function settleByPhase({ timeline, newTasks, codedeploy }) {
    const before = codedeploy === undefined ? BEFORE_HEALTHY : BEFORE_HEALTHY_CODEDEPLOY;
    const healthyAt = timeline.findLast(({ phase }) => before.has(phase))?.endedAt;
    const started = newTasks.flatMap(({ startedAt }) => startedAt?.getTime() ?? []);
    return healthyAt === undefined || started.length === 0 ? [] : [(healthyAt - Math.max(...started)) / 1_000];
}
const BEFORE_HEALTHY = new Set(['start', 'replace', 'pre_scale_up', 'scale_up']);
const BEFORE_HEALTHY_CODEDEPLOY = new Set(['start', 'replace', 'BeforeInstall', 'Install']);
/** In a rolling update a healthy task lets an old one go, or lets a new one come: the next such moment after its start. */
function settleByTasks({ newTasks, oldTasks, timeline }) {
    const moments = [
        ...oldTasks.flatMap(({ stoppingAt }) => stoppingAt?.getTime() ?? []),
        ...newTasks.flatMap(({ createdAt }) => createdAt?.getTime() ?? [])
    ].sort((one, other) => one - other);
    const end = timeline.at(-1)?.endedAt;
    const found = newTasks.flatMap(({ startedAt }) => {
        const at = startedAt === undefined ? undefined : moments.find(moment => moment > startedAt.getTime());
        return at === undefined || startedAt === undefined ? [] : [(at - startedAt.getTime()) / 1_000];
    });
    if (found.length > 0 || end === undefined)
        return found;
    // Nothing went or came afterwards: the last tasks became healthy right before the end.
    const started = newTasks.flatMap(({ startedAt }) => startedAt?.getTime() ?? []);
    return started.length === 0 ? [] : [(end - Math.max(...started)) / 1_000];
}
/** When the application was ready, by when it was seen to be: the assumption that explains the measured time best, if one does. */
function explainSettle({ targetGroups, taskDefinition }, measured) {
    const targets = targetGroups.slice(0, 1);
    const containers = (taskDefinition.containerDefinitions ?? []).flatMap(({ healthCheck, essential }) => healthCheck === undefined || essential === false ? [] : [healthCheck.interval ?? 30]);
    const checks = { settle: undefined, targets, containers };
    const guesses = [
        ...targets.flatMap(({ interval, healthyThreshold }) => {
            const looks = Math.max(1, Math.round(measured / interval));
            return [looks, looks - healthyThreshold + 1].filter(first => first >= 1).map(first => guess(first, interval));
        }),
        ...containers.map(interval => guess(Math.max(1, Math.round(measured / interval)), interval))
    ];
    const [best] = guesses
        .map(ready => ({ ready, error: Math.abs(settleOf({ ...NOTHING, ...checks, ready }) - measured) }))
        .sort((one, other) => one.error - other.error);
    const isExplained = best !== undefined && best.error <= Math.max(8, measured * 0.2);
    return isExplained
        ? { ...checks, ready: best.ready }
        : { settle: measured, ready: measured, targets: [], containers: [] };
}
const NOTHING = { start: 0, pull: 0, drain: 0, stop: 0, release: 0, waits: {} };
/** Ready some time before its first success, and after the failure before that. */
function guess(first, interval) {
    return (first - 1) * interval + Math.min(USUAL_READY, interval / 2);
}
/** What old tasks took to go. That they waited for the deregistration delay is a fact only where they took as long. */
function readFall({ targetGroups }, oldTasks) {
    const fall = median(oldTasks.flatMap(task => seconds(task.stoppingAt, task.executionStoppedAt))) ?? 0;
    const release = median(oldTasks.flatMap(task => seconds(task.executionStoppedAt, task.stoppedAt))) ?? 0;
    const delay = Math.max(0, ...targetGroups.map(({ deregistrationDelay = 0 }) => deregistrationDelay));
    const drain = delay <= fall ? delay : 0;
    return { drain, stop: fall - drain, release };
}
function seconds(from, to) {
    return from === undefined || to === undefined ? [] : [(+to - +from) / 1_000];
}
/** The waits that the settings ask for, as far as the rollout was seen to wait as long. */
function readWaits({ service, codedeploy, timeline }) {
    const seen = (...phases) => timeline.reduce((sum, { phase, startedAt, endedAt }) => sum + (phases.includes(phase) ? (endedAt - startedAt) / 1_000 : 0), 0);
    const found = (name, minutes, ...phases) => minutes > 0 && seen(...phases) >= minutes * 60 * 0.9 ? { [name]: minutes * 60 } : {};
    if (codedeploy !== undefined) {
        const blue = codedeploy.group.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
        const isTerminated = blue?.action !== 'KEEP_ALIVE';
        return {
            ...found('termination', isTerminated ? (0,result/* minutesOf */.d)(blue?.terminationWaitTimeInMinutes) : 0, 'drain'),
            ...found('shift', shiftMinutes(codedeploy.configName) ?? 0, 'shift')
        };
    }
    const { strategy, bakeTimeInMinutes, canaryConfiguration, linearConfiguration } = service.deploymentConfiguration ?? {};
    const steps = Math.ceil(100 / Math.max(1, linearConfiguration?.stepPercent ?? 10)) - 1;
    return {
        ...found('bake', strategy === undefined || strategy === 'ROLLING' ? 0 : (0,result/* minutesOf */.d)(bakeTimeInMinutes), 'bake'),
        ...(strategy === 'CANARY' ? found('canary', canaryConfiguration?.canaryBakeTimeInMinutes ?? 10, 'shift') : {}),
        ...(strategy === 'LINEAR'
            ? found('linear', steps * (linearConfiguration?.stepBakeTimeInMinutes ?? 6), 'shift')
            : {})
    };
}
/** The minutes between the steps of one of CodeDeploy's own configurations: its name says them; undefined for any other. */
function shiftMinutes(name) {
    const known = /^CodeDeployDefault\.ECS(Linear|Canary)(\d+)Percent(?:Every)?(\d+)Minutes$/.exec(name ?? '');
    if (known === null)
        return undefined;
    const [percent, minutes] = [Number(known[2]), Number(known[3])];
    return known[1] === 'Canary' ? minutes : (Math.ceil(100 / percent) - 1) * minutes;
}
function median(values) {
    const sorted = values.toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)];
}

// EXTERNAL MODULE: ./lib/text/arn.js
var text_arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
;// CONCATENATED MODULE: ./lib/advice/rules.js



/** The interval that the ECS Developer Guide names for services that start fast; also the least that is allowed. */
const FAST_INTERVAL = 5;
const FAST_THRESHOLD = 2;
/** The most failures in a row that a target group, and a container's health check, can ask for. */
const MOST_FAILURES = 10;
const SHORT_DELAY = 30;
const SHORT_STOP = 5;
/** What waits for a look that nothing takes is left a minute, for a person. */
const SHORT_WAIT = 60;
/** From here on AWS itself advises to load images lazily. */
const LARGE_IMAGE = 250e6;
/** A shorter interval with as many more failures that the verdict "unhealthy" takes as long as before: what is slow for a moment is not stopped for it. */
function shorten(interval, failures) {
    const patience = interval * failures;
    const shorter = Math.max(FAST_INTERVAL, Math.ceil(patience / MOST_FAILURES));
    return { interval: shorter, failures: Math.ceil(patience / shorter) };
}
/** A task waits for the look after it is ready: one that is not much sooner may fall behind the look of today. */
function isMuchShorter(interval, before) {
    return interval * 3 <= before;
}
/** The health check itself hides when the application was ready: what is promised holds for one that is ready by then. */
function explainReady({ ready }) {
    return `That counts on an application that answers ${Math.round(ready)} s after its start.`;
}
const targetCheck = {
    setting: 'HealthCheckIntervalSeconds, HealthyThresholdCount',
    stretch: 'healthy, once for each batch',
    fact: 'the new tasks were healthy after as many intervals as the target group looks in',
    price: 'more requests for the health check; the unhealthy threshold is raised with it, so that a slow moment ends no task sooner',
    propose: ({ targetGroups }, model) => {
        const [group] = targetGroups;
        if (group === undefined || model.targets.length === 0)
            return undefined;
        const { interval, failures } = shorten(group.interval, group.unhealthyThreshold);
        const healthyThreshold = Math.min(group.healthyThreshold, FAST_THRESHOLD);
        if (!isMuchShorter(interval, group.interval))
            return undefined;
        const timeout = Math.min(group.timeout, interval - 1);
        const words = `--health-check-interval-seconds ${interval} --health-check-timeout-seconds ${timeout} --healthy-threshold-count ${healthyThreshold} --unhealthy-threshold-count ${failures}`;
        const names = targetGroups.map(({ arn }) => (0,text_arn/* targetGroupName */.IT)(arn)).join(' and ');
        return {
            model: { ...model, targets: [{ interval, healthyThreshold, unhealthyThreshold: failures }] },
            sentence: `look at the targets of ${names} every ${interval} s instead of ${group.interval} s, with ${healthyThreshold} instead of ${group.healthyThreshold} successes after a failure. ` +
                `An unhealthy target is still noticed after ${interval * failures} s; the price is more requests for the health check. ${explainReady(model)}`,
            commands: targetGroups.map(({ arn }) => `aws elbv2 modify-target-group --target-group-arn ${arn} ${words}`)
        };
    }
};
const containerCheck = {
    setting: 'healthCheck.interval',
    stretch: 'healthy, once for each batch',
    fact: 'the new tasks were healthy after as many intervals of their own health check',
    price: 'the command runs more often; `retries` is raised with it, so that a slow moment ends no task sooner',
    propose: ({ taskDefinition }, model) => {
        if (model.containers.length === 0)
            return undefined;
        const changes = (taskDefinition.containerDefinitions ?? []).flatMap(({ name = '', healthCheck, essential }) => {
            if (healthCheck === undefined || essential === false)
                return [];
            const { interval = 30, retries = 3 } = healthCheck;
            return [{ name, before: interval, retries, ...shorten(interval, retries) }];
        });
        const changed = changes.filter(({ before, interval }) => isMuchShorter(interval, before));
        if (changed.length === 0)
            return undefined;
        const words = changed.map(({ name, before, retries, interval, failures }) => `of the container ${name} set healthCheck.interval to ${interval} instead of ${before} and healthCheck.retries to ${failures} instead of ${retries}`);
        return {
            model: {
                ...model,
                containers: changes.map(({ interval, before }) => (isMuchShorter(interval, before) ? interval : before))
            },
            sentence: `in the task definition, ${words.join(', ')}: Docker looks for the first time one interval after the start. The price is that the command runs more often. ${explainReady(model)}`
        };
    }
};
const deregistration = {
    setting: 'deregistration_delay.timeout_seconds',
    stretch: 'drain, where nothing else goes on meanwhile',
    fact: 'the old tasks took at least as long to go as the deregistration delay says',
    price: 'requests and connections that last longer than the new delay are cut',
    propose: ({ targetGroups }, model) => {
        const slow = targetGroups.filter(({ deregistrationDelay = 0 }) => deregistrationDelay > SHORT_DELAY);
        const [first] = slow;
        if (first === undefined || model.drain <= SHORT_DELAY)
            return undefined;
        return {
            model: { ...model, drain: SHORT_DELAY },
            sentence: `let targets of ${slow.map(({ arn }) => (0,text_arn/* targetGroupName */.IT)(arn)).join(' and ')} deregister within ${SHORT_DELAY} s instead of ${model.drain} s. ` +
                `The price: a request, download or WebSocket that lasts longer than ${SHORT_DELAY} s is cut, so choose the longest of yours.`,
            commands: slow.map(({ arn }) => `aws elbv2 modify-target-group-attributes --target-group-arn ${arn} --attributes Key=deregistration_delay.timeout_seconds,Value=${SHORT_DELAY}`)
        };
    }
};
const batches = {
    setting: 'maximumPercent',
    stretch: 'replace: one batch instead of several',
    fact: 'the service runs on Fargate, which has room for a second set of tasks, and this rollout took several batches',
    price: 'twice as many tasks for a while: their cost, the quota of vCPUs, connections to the database',
    propose: ({ service }, model) => {
        if (model.batches === undefined || !isFargate(service))
            return undefined;
        const { maximumPercent = 200 } = service.deploymentConfiguration ?? {};
        const { desired, most } = model.batches;
        if (most >= 2 * desired)
            return undefined;
        return {
            model: { ...model, batches: { ...model.batches, most: 2 * desired } },
            sentence: `set maximumPercent of the service's deploymentConfiguration to 200 instead of ${maximumPercent}, so that all ${desired} new tasks start at once. ` +
                `The price: ${2 * desired} tasks run for a while, with their cost and their connections to databases.`
        };
    }
};
function isFargate({ launchType, capacityProviderStrategy = [] }) {
    if (launchType === 'FARGATE')
        return true;
    const providers = capacityProviderStrategy.map(({ capacityProvider = '' }) => capacityProvider);
    return providers.length > 0 && providers.every(name => name.startsWith('FARGATE'));
}
const stopTimeout = {
    setting: 'stopTimeout',
    stretch: 'drain: from SIGTERM to SIGKILL',
    fact: 'a container of the old tasks ended with exit code 137 after as long as its stopTimeout',
    price: 'what the container still does after SIGTERM ends sooner; better, let it end by itself on SIGTERM',
    propose: ({ oldTasks, taskDefinition }, model) => {
        const killed = new Set(oldTasks.flatMap(({ containers = [] }) => containers.flatMap(({ name, exitCode }) => (exitCode === 137 && name !== undefined ? name : []))));
        const found = (taskDefinition.containerDefinitions ?? []).filter(({ name }) => killed.has(name ?? ''));
        const longest = Math.max(0, ...found.map(each => each.stopTimeout ?? 30));
        if (found.length === 0 || longest <= SHORT_STOP || model.stop < longest)
            return undefined;
        const names = found.map(({ name }) => name).join(' and ');
        return {
            model: { ...model, stop: SHORT_STOP },
            sentence: `${names} ignored SIGTERM and was killed after ${longest} s (exit code 137). Let it end on SIGTERM, or in the task definition set stopTimeout of ${names} to ${SHORT_STOP} instead of ${longest}; ` +
                'it counts from the deployment after the next. The price: work that it does after SIGTERM is cut sooner.'
        };
    }
};
/** A wait of the deployment that an alarm or a hook would use to turn back. */
function wait(row, name, describe) {
    return {
        ...row,
        fact: 'the rollout waited that long, and no alarm, hook or gate looks at the new version meanwhile',
        price: 'the time in which a person can still go back at once',
        propose: (facts, model) => {
            const seconds = model.waits[name];
            if (seconds === undefined || isWatched(facts))
                return undefined;
            const change = describe(facts, seconds);
            if (change === undefined || change.seconds >= seconds)
                return undefined;
            return {
                model: { ...model, waits: { ...model.waits, [name]: change.seconds } },
                sentence: `${change.words}: no alarm and no hook looks at the new version in these ${(0,time/* formatDuration */.a3)(seconds * 1_000)}. ` +
                    'The price: that much less time for a person to go back at once. If somebody does look, keep it, and add an alarm.'
            };
        }
    };
}
function isWatched({ service, codedeploy }) {
    if (codedeploy !== undefined) {
        const { alarmConfiguration: alarms } = codedeploy.group;
        return codedeploy.hasHooks || (alarms?.enabled !== false && (alarms?.alarms ?? []).length > 0);
    }
    const { alarms, lifecycleHooks = [] } = service.deploymentConfiguration ?? {};
    return (alarms?.enable === true && (alarms.alarmNames ?? []).length > 0) || lifecycleHooks.length > 0;
}
const MINUTE = 60;
const bake = wait({ setting: 'bakeTimeInMinutes', stretch: 'bake' }, 'bake', (_facts, seconds) => ({
    words: `set bakeTimeInMinutes of the service's deploymentConfiguration to 1 instead of ${seconds / MINUTE}`,
    seconds: SHORT_WAIT
}));
const canary = wait({ setting: 'canaryConfiguration.canaryBakeTimeInMinutes', stretch: 'shift' }, 'canary', (_facts, seconds) => ({
    words: `set canaryConfiguration.canaryBakeTimeInMinutes of the service's deploymentConfiguration to 1 instead of ${seconds / MINUTE}`,
    seconds: SHORT_WAIT
}));
const linear = wait({ setting: 'linearConfiguration.stepBakeTimeInMinutes', stretch: 'shift' }, 'linear', ({ service }, seconds) => {
    const { stepBakeTimeInMinutes: step = 6 } = service.deploymentConfiguration?.linearConfiguration ?? {};
    return {
        words: `set linearConfiguration.stepBakeTimeInMinutes of the service's deploymentConfiguration to 1 instead of ${step}`,
        seconds: seconds / step
    };
});
const termination = wait({ setting: 'terminationWaitTimeInMinutes', stretch: 'drain (CodeDeploy)' }, 'termination', ({ codedeploy }, seconds) => ({
    words: `set terminationWaitTimeInMinutes of the deployment group ${codedeploy?.group.deploymentGroupName ?? ''} (terminateBlueInstancesOnDeploymentSuccess) to 1 instead of ${seconds / MINUTE}`,
    seconds: SHORT_WAIT
}));
const shift = wait({ setting: 'deploymentConfigName', stretch: 'shift (CodeDeploy)' }, 'shift', ({ codedeploy }) => {
    const name = codedeploy?.configName ?? '';
    const faster = name
        .replace(/Every\d+Minutes$/, 'Every1Minutes')
        .replace(/(Canary\d+Percent)\d+Minutes$/, '$15Minutes');
    const minutes = shiftMinutes(faster);
    if (minutes === undefined)
        return undefined;
    return {
        words: `deploy with ${faster} instead of ${(0,text_arn/* resourceName */.Iy)(name)} (deploymentConfigName)`,
        seconds: minutes * MINUTE
    };
});
const imageSize = {
    setting: 'image size',
    stretch: 'pull, once for each batch',
    fact: 'the image has more than 250 MB, and Fargate, which keeps none, pulled it for as long as was measured',
    price: 'work on the Dockerfile: a smaller base image, a stage that leaves the build tools behind',
    propose: ({ imageBytes = 0, service }, model) => {
        if (imageBytes <= LARGE_IMAGE || !isFargate(service))
            return undefined;
        const share = LARGE_IMAGE / imageBytes;
        return {
            model: { ...model, pull: model.pull * share },
            sentence: `make the image ${LARGE_IMAGE / 1e6} MB instead of ${Math.round(imageBytes / 1e6)} MB: its pull took ${(0,time/* formatDuration */.a3)(model.pull * 1_000)} a task. Fargate pulls every layer anew; a smaller base image and a stage that leaves the build tools behind help most.`
        };
    }
};
/** All that advice is given on. */
const ADVICE_RULES = [
    targetCheck,
    containerCheck,
    deregistration,
    batches,
    stopTimeout,
    bake,
    canary,
    linear,
    termination,
    shift,
    imageSize
];

;// CONCATENATED MODULE: ./lib/advice/find-advice.js



const MOST = 3;
/** Less than so many seconds, or than such a share of the rollout, is not worth a change. */
const LEAST = { seconds: 15, share: 0.05 };
/**
 * What would have made this rollout shorter, at most three pieces, those with the most seconds first. Pure.
 *
 * Each piece is replayed on a model of the rollout with the pieces before it followed already: what goes on beside something slower saves
 * nothing, and no two pieces promise the same seconds. Where the model cannot explain how long the run took, there is no advice.
 */
function findAdvice(facts) {
    const read = readModel(facts);
    if (read === undefined)
        return [];
    const { measured } = read;
    const least = Math.max(LEAST.seconds, measured * LEAST.share);
    const found = [];
    let { model } = read;
    for (const rules = new Set(ADVICE_RULES); found.length < MOST;) {
        const [best] = [...rules]
            .flatMap(rule => {
            const proposal = rule.propose(facts, model);
            if (proposal === undefined)
                return [];
            return [{ rule, ...proposal, seconds: durationOf(model) - durationOf(proposal.model) }];
        })
            .sort((one, other) => other.seconds - one.seconds);
        if (best === undefined || best.seconds < least)
            break;
        const { rule, sentence, commands, seconds } = best;
        found.push({ setting: rule.setting, sentence, commands, seconds: Math.round(seconds) });
        rules.delete(best.rule);
        model = best.model;
    }
    return found.sort((one, other) => other.seconds - one.seconds);
}

// EXTERNAL MODULE: ./lib/parallel.js
var parallel = __webpack_require__(932);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
;// CONCATENATED MODULE: ./lib/steps/advise.js



/** A shorter rollout is left alone: there is next to nothing to gain. In milliseconds. */
const SHORT = 45_000;
/** Our clock and ECS's may differ by as much. */
const MARGIN = 5_000;
/** DescribeTasks takes so many, and that many tell what the others would. */
const advise_MOST_TASKS = 100;
/**
 * Adds to each service what would have made its rollout shorter. Never rejects.
 *
 * @param images measured
 * @param maxParallel how many services to look at, at the same time; undefined: all
 */
async function adviseOnAll(services, images, maxParallel, context) {
    const results = await (0,parallel/* settleAll */.j)(services, maxParallel ?? services.length, async (service) => {
        const own = images.filter(({ config }) => (0,prepare_service/* containersOf */.Mz)(service, config).length > 0);
        const sizes = own.flatMap(({ size }) => size?.bytes ?? []);
        const imageBytes = sizes.length === 0 ? undefined : Math.max(...sizes);
        return { ...service, advice: await adviseOn(service, imageBytes, context) };
    });
    return (0,parallel/* valuesOf */.s)(results);
}
/**
 * What would have made a service's rollout shorter, from what AWS tells of it afterwards (ListTasks, DescribeTasks, DescribeTargetGroups,
 * DescribeTargetGroupAttributes). Nothing of it may fail a run: what cannot be read is no fact.
 *
 * @param imageBytes of its largest image, compressed
 */
async function adviseOn({ config: { rollout: config }, appspec, target, revision, rollout }, imageBytes, context) {
    if (target === undefined || revision === undefined || rollout?.verdict !== 'succeeded')
        return [];
    const [since, until] = [rollout.timeline[0]?.startedAt ?? 0, rollout.timeline.at(-1)?.endedAt ?? 0];
    const isFollowed = config.waitFor === 'stable' && (rollout.gates ?? []).length === 0;
    if (!isFollowed || until - since < SHORT || context.signal.aborted)
        return [];
    try {
        const [running, stopped, targetGroups] = await Promise.all([
            listTasks(target, 'RUNNING', context),
            listTasks(target, 'STOPPED', context),
            describeTargetGroups(target, context)
        ]);
        return findAdvice({
            timeline: rollout.timeline,
            service: target.service,
            desiredCount: config.desiredCount ?? target.service.desiredCount ?? 0,
            taskDefinition: revision.definition,
            newTasks: running.filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since - MARGIN),
            oldTasks: stopped.filter(({ createdAt, stoppingAt }) => (createdAt?.getTime() ?? since) < since && (stoppingAt?.getTime() ?? 0) >= since - MARGIN),
            targetGroups,
            codedeploy: target.controller === 'ECS'
                ? undefined
                : {
                    group: target.group,
                    configName: config.codedeployDeploymentConfig ?? target.group.deploymentConfigName,
                    hasHooks: (appspec?.hooks ?? []).length > 0
                },
            imageBytes
        });
    }
    catch {
        return [];
    }
}
async function listTasks({ clusterArn: cluster, serviceName: service }, desiredStatus, { ecs }) {
    const arns = await ecs.listTasks({ cluster, service, desiredStatus });
    return arns.length === 0 ? [] : ecs.describeTasks(cluster, arns.slice(0, advise_MOST_TASKS));
}
async function describeTargetGroups(target, { targetGroups }) {
    if (targetGroups === undefined)
        return [];
    const balancers = target.service.loadBalancers ?? [];
    const names = target.controller === 'ECS'
        ? balancers.flatMap(({ targetGroupArn, advancedConfiguration: more }) => [
            targetGroupArn,
            more?.alternateTargetGroupArn
        ])
        : (target.group.loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap(({ targetGroups: pair = [] }) => pair.map(({ name }) => name));
    const asked = [...new Set(names)].filter(name => name !== undefined);
    // Without the permission there are no facts of the load balancer; what tasks and settings tell is still there.
    const found = await Promise.all(asked.map(name => targetGroups.describeTimes(name).catch(() => undefined)));
    return found.filter(group => group !== undefined);
}


/***/ })

};
