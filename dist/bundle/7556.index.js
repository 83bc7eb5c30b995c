export const id = 7556;
export const ids = [7556];
export const modules = {

/***/ 7556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watchStatus: () => (/* binding */ watchStatus)
});

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/host/console.js
var console = __webpack_require__(4459);
// EXTERNAL MODULE: ./lib/outcome.js
var outcome = __webpack_require__(3259);
;// CONCATENATED MODULE: ./lib/report/watch-json.js
/** A line of `slipway status --watch --json`: the state of a service that has changed. Times are ISO 8601 in UTC. Members that are not known are absent. Pure. */
function watchJson(state, region) {
    const { cluster, service, target, deployment, versions, events, warnings, over } = state;
    return {
        region,
        cluster: target?.clusterName ?? cluster,
        service: target?.serviceName ?? service,
        deployment: deployment === undefined
            ? undefined
            : {
                deployment: deployment.name,
                taskDefinitionArn: deployment.taskDefinitionArn === '' ? undefined : deployment.taskDefinitionArn,
                outcome: deployment.ending?.verdict,
                phase: deployment.phases.find(({ state: now }) => now === 'now')?.phase,
                waitsFor: deployment.waitsFor,
                reason: deployment.ending?.reason ?? deployment.failing,
                startedAt: dateOf(deployment.begunAt),
                endedAt: dateOf(deployment.endedAt),
                phases: deployment.phases.map(({ phase, state: now, startedAt, endedAt }) => ({
                    phase,
                    state: now,
                    startedAt: dateOf(startedAt),
                    endedAt: dateOf(endedAt)
                }))
            },
        versions: versions.map(({ role, taskDefinitionArn, desired, running, pending, failed, traffic }) => ({
            role,
            taskDefinitionArn: taskDefinitionArn === '' ? undefined : taskDefinitionArn,
            desiredCount: desired,
            runningCount: running,
            pendingCount: pending,
            failedTasks: failed,
            trafficPercent: traffic
        })),
        newestEvent: events[0]?.message,
        warnings,
        over
    };
}
function dateOf(at) {
    return at === undefined ? undefined : new Date(at);
}

// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
// EXTERNAL MODULE: ./lib/report/diagnosis.js
var report_diagnosis = __webpack_require__(2175);
// EXTERNAL MODULE: ./lib/report/outcome-style.js
var outcome_style = __webpack_require__(2790);
;// CONCATENATED MODULE: ./lib/report/watch-lines.js




/**
 * What a thing that happened adds to the lines of `slipway status --watch` where no terminal is drawn on. What a deployment does meanwhile is
 * in the lines of its follow log. Pure.
 *
 * @param before the state before it
 * @param after the state after it
 */
function describeWatchInput(input, before, after) {
    const name = `${after.target?.clusterName ?? after.cluster}/${after.target?.serviceName ?? after.service}`;
    switch (input.kind) {
        case 'found':
            return [`${name}: no deployment is in progress.${describeLast(after)}`];
        case 'rest': {
            const text = describeRest(after);
            return text === describeRest(before) ? [] : [`${name} ${text}`];
        }
        case 'began': {
            const { name: deployment = 'a deployment', taskDefinitionArn = '' } = after.deployment ?? {};
            const of = taskDefinitionArn === '' ? '' : ` of ${(0,arn/* resourceName */.Iy)(taskDefinitionArn)}`;
            return [`${name}: ${deployment}${of} is in progress.`];
        }
        case 'ended': {
            const { ending, diagnosis } = input;
            const findings = diagnosis === undefined ? [] : (0,report_diagnosis/* listFindings */.F$)(diagnosis);
            return [
                `${(0,outcome_style/* styleOf */.V)(ending.verdict).word} ${name}: ${ending.reason}`,
                ...findings.flatMap(({ title, lines }) => [`  ${title}:`, ...lines.map(line => `    ${line}`)])
            ];
        }
        case 'deleted':
            return after.over === undefined ? [] : [after.over];
        case 'refused':
            return [`${name}: ${input.message}`];
        case 'look':
        case 'warning':
            return [];
    }
}
function describeLast({ deployment }) {
    if (deployment?.ending === undefined)
        return '';
    const { name = '', taskDefinitionArn, ending, endedAt } = deployment;
    const of = taskDefinitionArn === '' ? '' : ` of ${(0,arn/* resourceName */.Iy)(taskDefinitionArn)}`;
    const at = endedAt === undefined ? '' : ` at ${(0,time/* formatMoment */.K9)(new Date(endedAt))}`;
    return ` The last one, ${name}${of}, ended${at} (${ending.verdict}): ${ending.reason}`;
}
function describeRest({ versions }) {
    return versions
        .map(({ role, taskDefinitionArn, running, desired, pending }) => {
        const tasks = `${running} of ${desired} running${pending > 0 ? `, ${pending} pending` : ''}`;
        return `${role === 'current' ? 'runs' : 'old:'} ${(0,arn/* resourceName */.Iy)(taskDefinitionArn)}: ${tasks}`;
    })
        .join('; ');
}

// EXTERNAL MODULE: ./lib/text/table.js
var table = __webpack_require__(1267);
// EXTERNAL MODULE: ./lib/text/terminal.js
var terminal = __webpack_require__(2935);
;// CONCATENATED MODULE: ./lib/text/width.js
/**
 * How many columns of a terminal a text takes. Rests on Unicode Standard Annex 11 (East Asian Width: Wide and Fullwidth take two, and
 * Ambiguous one, as outside of East Asian encodings) and on the emoji presentation of Unicode Technical Standard 51. A sequence that is one letter
 * for its reader (combining marks, joined emoji, flags) is as wide as its widest part.
 */
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** East Asian Wide and Fullwidth, as ranges of code points; emoji are found by their own property. */
const WIDE = [
    [0x1100, 0x115f],
    [0x2329, 0x232a],
    [0x2e80, 0x303e],
    [0x3041, 0x4dbf],
    [0x4e00, 0xa4cf],
    [0xa960, 0xa97c],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe10, 0xfe19],
    [0xfe30, 0xfe6b],
    [0xff01, 0xff60],
    [0xffe0, 0xffe6],
    [0x16fe0, 0x18cff],
    [0x1aff0, 0x1b2ff],
    [0x1f200, 0x1f265],
    [0x20000, 0x3fffd]
];
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
/** Each letter takes one column. */
const PLAIN = /^[ -~]*$/;
/** Takes no column: marks on the letter before it, joiners, and what formats. */
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Turns the order of what follows, so that it would run over its column. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** The columns that a text without control characters takes. Pure. */
function displayWidth(text) {
    if (PLAIN.test(text))
        return text.length;
    let width = 0;
    for (const { segment } of letters.segment(text))
        width += widthOf(segment);
    return width;
}
/** The text in so many columns at most: what is longer ends in `…`. Pure. */
function fitWidth(text, columns) {
    if (displayWidth(text) <= columns)
        return text;
    let fitting = '';
    let width = 0;
    for (const { segment } of letters.segment(text)) {
        width += widthOf(segment);
        if (width > columns - 1)
            break;
        fitting += segment;
    }
    return columns < 1 ? '' : `${fitting}…`;
}
/** A text without what would turn the direction of writing. Pure. */
function stripDirections(text) {
    return text.replace(DIRECTIONS, '');
}
function widthOf(letter) {
    if (EMOJI.test(letter))
        return 2;
    return Math.max(0, ...Array.from(letter, widthOfCodePoint));
}
function widthOfCodePoint(character) {
    if (NOTHING.test(character))
        return 0;
    const code = character.codePointAt(0) ?? 0;
    return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

;// CONCATENATED MODULE: ./lib/report/watch-screen.js







const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const BAR = 20;
const MAX_EVENTS = 8;
const MAX_FINDINGS = 12;
const MAX_STOPPED = 3;
/** AWS answers every 5 s, and after throttling every 20 s. Milliseconds. */
const SILENCE = 30_000;
const FOOTER = 'Ctrl-C ends the view';
/** Of a failure these are shown anyway: as the reason, and with the other events. */
const SHOWN_ELSEWHERE = new Set(['What AWS says', 'Service events']);
/**
 * The live view: a block for each service, and a last line. As many lines as there are rows at most, none wider than the columns, so that
 * nothing scrolls or wraps. What does not fit is left out from the least important on. Pure.
 */
function renderWatchScreen(states, options) {
    const { columns, rows, now, paint, isLast = false } = options;
    const hasFooter = rows > 2 && !isLast;
    const room = Math.max(1, rows - (hasFooter ? 1 : 0));
    const shown = states.length <= room ? states : states.slice(0, Math.max(0, room - 1));
    const blocks = shareRoom(shown.map(state => describeService(state, now)), states.length > shown.length ? room - 1 : room);
    const lines = [
        ...blocks.flatMap((block, index) => {
            const isApart = index > 0 && blocks.some(({ length }) => length > 1);
            return isApart ? [{ text: '', rank: 0 }, ...block] : block;
        }),
        ...(states.length > shown.length
            ? [{ text: `and ${states.length - shown.length} services more`, colour: DIM, rank: 0 }]
            : []),
        ...(hasFooter ? [{ text: `${(0,time/* formatMoment */.K9)(new Date(now))}  ${describeFooter(states)}`, colour: DIM, rank: 0 }] : [])
    ];
    // The last column stays free: some terminals wrap when it is written.
    return lines.map(({ text, colour }) => {
        const fitting = fitWidth(tame(text), Math.max(1, columns - 1));
        return colour === undefined || fitting === '' ? fitting : paint(colour, fitting);
    });
}
function describeFooter(states) {
    const isUnderWay = states.some(({ deployment }) => deployment !== undefined && deployment.ending === undefined);
    return isUnderWay ? `${FOOTER}; the deployment continues.` : `${FOOTER}.`;
}
/** Each block gets what it needs, where all have room; else the least important lines of the longest ones go, down to one line each. */
function shareRoom(blocks, room) {
    let cut = [...blocks];
    for (;;) {
        const apart = cut.some(({ length }) => length > 1) ? cut.length - 1 : 0;
        const used = cut.reduce((sum, { length }) => sum + length, apart);
        const longest = Math.max(0, ...cut.map(({ length }) => length));
        if (used <= room || longest <= 1)
            return cut;
        const at = cut.findIndex(({ length }) => length === longest);
        cut = cut.map((block, index) => (index === at ? dropOne(block) : block));
    }
}
/** Without the last of its least important lines. */
function dropOne(block) {
    const least = Math.max(...block.map(({ rank }) => rank));
    const at = block.findLastIndex(({ rank }) => rank === least);
    return block.filter((_line, index) => index !== at);
}
function describeService(state, now) {
    const { deployment, events, warnings, lookedAt, over } = state;
    const silent = lookedAt !== undefined && over === undefined && now - lookedAt > SILENCE;
    return [
        headline(state, now),
        ...(over === undefined ? [] : [{ text: `  ${over}`, colour: RED, rank: 1 }]),
        ...(silent
            ? [{ text: `  AWS last answered ${(0,time/* formatAgo */.n4)(lookedAt, now)}; still trying.`, colour: YELLOW, rank: 1 }]
            : []),
        ...(deployment === undefined ? [] : describeDeployment(deployment, now)),
        ...(0,table/* alignColumns */.R)(state.versions.map(describeVersion)).map(text => ({ text: `  ${text}`, rank: 3 })),
        ...(deployment === undefined ? [] : describeTrouble(deployment)),
        ...warnings.map(text => ({ text: `  ${text}`, colour: YELLOW, rank: 6 })),
        ...[...events]
            .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
            .slice(0, MAX_EVENTS)
            .map(({ createdAt, message = '' }, index) => ({
            text: `  ${createdAt === undefined ? '' : `${(0,time/* formatTimeOfDay */.qY)(createdAt.getTime())}  `}${message.replace(/^\(service [^)]*\) /, '')}`,
            colour: DIM,
            rank: 10 + index
        }))
    ];
}
function headline({ cluster, service, target, deployment, over }, now) {
    const name = `${target?.clusterName ?? cluster}/${target?.serviceName ?? service}`;
    if (target === undefined)
        return { text: over === undefined ? `${name}: looking …` : name, colour: BOLD, rank: 0 };
    const engine = target.controller === 'ECS' ? `ECS, ${target.strategy}` : 'CodeDeploy';
    const head = `${name} (${engine})`;
    if (deployment === undefined)
        return { text: `${head}: no deployment is in progress`, colour: BOLD, rank: 0 };
    const { begunAt, endedAt, ending, failing, phases } = deployment;
    if (ending !== undefined) {
        const { word, green } = (0,outcome_style/* styleOf */.V)(ending.verdict);
        const took = begunAt === undefined || endedAt === undefined ? '' : ` after ${(0,time/* formatDuration */.a3)(endedAt - begunAt)}`;
        const ago = endedAt === undefined ? '' : `, ${(0,time/* formatAgo */.n4)(endedAt, now)}`;
        return { text: `${head}: ${word}${took}${ago}`, colour: green ? GREEN : RED, rank: 0 };
    }
    const phase = phases.find(({ state }) => state === 'now')?.phase ?? 'in progress';
    const elapsed = begunAt === undefined ? '' : `, ${(0,time/* formatDuration */.a3)(now - begunAt)}`;
    return { text: `${head}: ${phase}${elapsed}`, colour: failing === undefined ? YELLOW : RED, rank: 0 };
}
function describeDeployment(deployment, now) {
    const { name, taskDefinitionArn, phases, waitsFor, failing, ending } = deployment;
    const what = [name ?? '', taskDefinitionArn === '' ? '' : `of ${(0,arn/* resourceName */.Iy)(taskDefinitionArn)}`]
        .filter(part => part !== '')
        .join(' ');
    const reason = ending === undefined ? failing : ending.reason;
    const isGood = ending !== undefined && (0,outcome_style/* styleOf */.V)(ending.verdict).green;
    return [
        ...(what === '' ? [] : [{ text: `  deployment ${what}`, rank: 5 }]),
        ...(phases.length === 0
            ? []
            : [{ text: `  ${phases.map(phase => describePhase(phase, now)).join(' > ')}`, rank: 2 }]),
        ...(reason === undefined ? [] : [{ text: `  ${reason}`, ...(isGood ? {} : { colour: RED }), rank: 2 }]),
        ...(waitsFor === undefined ? [] : [{ text: `  waits for ${waitsFor}`, rank: 4 }])
    ];
}
/** `start 22 s`; the one that it is in between brackets, those to come by their name alone. */
function describePhase({ phase, state, startedAt, endedAt }, now) {
    if (state === 'next')
        return phase;
    const length = startedAt === undefined ? '' : ` ${(0,time/* formatDuration */.a3)(Math.max(0, (endedAt ?? now) - startedAt))}`;
    return state === 'now' ? `[${phase}${length}]` : `${phase}${length}`;
}
/** The bar shows how many of the tasks that it is to have run. */
function describeVersion({ role, taskDefinitionArn, desired, running, pending, failed, traffic }) {
    const full = desired === 0 ? Math.min(1, running) : Math.min(1, running / desired);
    const length = Math.round(full * BAR);
    return [
        role,
        (0,arn/* resourceName */.Iy)(taskDefinitionArn),
        `[${'='.repeat(length)}${' '.repeat(BAR - length)}]`,
        `${running} of ${desired} running`,
        pending > 0 ? `${pending} pending` : '',
        failed > 0 ? `${failed} failed` : '',
        traffic === undefined ? '' : `traffic ${traffic} %`
    ];
}
/** Why tasks died while it goes on; after an end, all that was found out. */
function describeTrouble({ ending, diagnosis, stoppedTasks }) {
    if (ending !== undefined && diagnosis !== undefined) {
        return (0,report_diagnosis/* listFindings */.F$)(diagnosis)
            .filter(({ title }) => !SHOWN_ELSEWHERE.has(title))
            .flatMap(({ title, lines }) => [`${title}:`, ...lines.map(line => `  ${line}`)])
            .slice(0, MAX_FINDINGS)
            .map(text => ({ text: `  ${text}`, rank: 7 }));
    }
    const counts = new Map();
    for (const { container, exitCode, reason } of stoppedTasks) {
        const who = [container ?? 'task', exitCode === undefined ? '' : `exit code ${exitCode}`].filter(part => part !== '');
        const text = `${who.join(', ')}: ${reason}`;
        counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts]
        .slice(0, MAX_STOPPED)
        .map(([text, count]) => ({ text: `  stopped ${count} x ${text}`, colour: RED, rank: 5 }));
}
/** What others wrote, on one line and without what a terminal would obey. */
function tame(text) {
    return stripDirections((0,terminal/* stripControls */.$Y)(text))
        .replace(/[\s\u2028\u2029]+$/g, '')
        .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ');
}

// EXTERNAL MODULE: ./lib/rollout/batching/codedeploy.js
var codedeploy = __webpack_require__(6738);
// EXTERNAL MODULE: ./lib/rollout/batching/ecs.js + 1 modules
var ecs = __webpack_require__(8975);
// EXTERNAL MODULE: ./lib/rollout/monitor/poll.js
var poll = __webpack_require__(2447);
// EXTERNAL MODULE: ./lib/text/deployment-name.js
var deployment_name = __webpack_require__(3406);
// EXTERNAL MODULE: ./lib/rollout/gate/describe-pause.js
var describe_pause = __webpack_require__(715);
// EXTERNAL MODULE: ./lib/rollout/result.js
var result = __webpack_require__(4300);
;// CONCATENATED MODULE: ./lib/rollout/watch/phases.js



/** The phases of a deployment that goes well, in their order. */
function listPhases(target) {
    if (target.controller === 'CODE_DEPLOY') {
        const ready = target.group.blueGreenDeploymentConfiguration?.deploymentReadyOption?.actionOnTimeout;
        return ['start', 'test', ...(ready === 'STOP_DEPLOYMENT' ? ['ready'] : []), 'shift', 'drain'];
    }
    return target.strategy === 'ROLLING' ? ['start', 'replace', 'drain'] : ['start', 'test', 'shift', 'bake', 'drain'];
}
/**
 * What a deployment waits for, in a few words. Pure.
 *
 * @param deployment by which a pause is answered
 */
function describeWait({ view, ...look }, versions, deployment) {
    if (view.pause !== undefined)
        return (0,describe_pause/* describePause */.E)(view.pause, deployment).replace(/^It waits at /, '');
    if (view.failing !== undefined)
        return 'the rollback, which brings the old version back';
    const [first] = versions;
    const missing = first?.role === 'new' ? first.desired - first.running : 0;
    const old = versions.reduce((sum, { role, running }) => sum + (role === 'old' ? running : 0), 0);
    switch (view.phase) {
        case 'start':
        case 'replace':
            if (missing > 0)
                return `${missing} of ${first?.desired ?? 0} new tasks to run`;
            return old > 0 ? `the new tasks to be healthy, and ${old} old ones to stop` : 'the new tasks to be healthy';
        case 'test':
            return 'the test traffic, and what is hooked to it';
        case 'shift':
            return 'the production traffic to move';
        case 'bake': {
            const minutes = look.engine === 'ecs'
                ? (0,result/* minutesOf */.d)(look.snapshot.serviceDeployment?.deploymentConfiguration?.bakeTimeInMinutes)
                : 0;
            return minutes === 0 ? 'the bake time' : `the bake time of ${(0,time/* formatDuration */.a3)(minutes * 60_000)}`;
        }
        case 'drain':
            return old > 0 ? `${old} old ${old === 1 ? 'task' : 'tasks'} to stop` : "the deployment's end";
        default:
            return "the deployment's next step";
    }
}

// EXTERNAL MODULE: ./lib/rollout/ecs/counts.js
var counts = __webpack_require__(803);
;// CONCATENATED MODULE: ./lib/rollout/watch/versions.js

/** The versions of a deployment, the new one first. Pure. */
function readVersions(look) {
    if (look.engine === 'ecs') {
        const { service, serviceDeployment } = look.snapshot;
        return service === undefined ? [] : readDeployments(service, serviceDeployment, look.ref.deploymentId);
    }
    const { info, target, service } = look.snapshot;
    const sets = target?.taskSetsInfo ?? [];
    if (service?.taskSets === undefined)
        return sets.map(readTaskSetInfo);
    const id = info.deploymentId;
    const versions = service.taskSets.map((set) => ({
        role: set.externalId === id ? 'new' : 'old',
        taskDefinitionArn: set.taskDefinition ?? '',
        desired: set.computedDesiredCount ?? 0,
        running: set.runningCount ?? 0,
        pending: set.pendingCount ?? 0,
        failed: 0,
        traffic: sets.find(({ identifer }) => identifer === set.id)?.trafficWeight
    }));
    return newFirst(versions);
}
/** The versions of a service between deployments: what was before may still be ending. Pure. */
function readResting({ deployments, taskSets }) {
    const all = [
        ...(deployments ?? []).map(each => ({ ...each, desired: each.desiredCount, failed: each.failedTasks })),
        ...(taskSets ?? []).map(each => ({ ...each, desired: each.computedDesiredCount, failed: 0 }))
    ];
    return all.map(({ status, taskDefinition, desired, runningCount, pendingCount, failed }) => ({
        role: status === 'PRIMARY' ? 'current' : 'old',
        taskDefinitionArn: taskDefinition ?? '',
        desired: desired ?? 0,
        running: runningCount ?? 0,
        pending: pendingCount ?? 0,
        failed: failed ?? 0,
        traffic: undefined
    }));
}
function readDeployments(service, deployment, own) {
    const shifts = (0,counts/* shiftsTraffic */.ZI)(service, deployment);
    const traffic = shifts ? deployment?.targetServiceRevision?.requestedProductionTrafficWeight : undefined;
    const versions = (service.deployments ?? []).map((each) => ({
        role: each.id === own ? 'new' : 'old',
        taskDefinitionArn: each.taskDefinition ?? '',
        desired: each.desiredCount ?? 0,
        running: each.runningCount ?? 0,
        pending: each.pendingCount ?? 0,
        failed: each.failedTasks ?? 0,
        traffic: each.id === own ? traffic : undefined
    }));
    const [first, second, ...rest] = newFirst(versions);
    if (first === undefined || second === undefined)
        return versions;
    // What one new version has not, the one before it has.
    const others = traffic === undefined || first.role !== 'new' ? undefined : 100 - traffic;
    return [first, { ...second, traffic: others }, ...rest];
}
function readTaskSetInfo(set) {
    return {
        role: set.taskSetLabel === 'Green' ? 'new' : 'old',
        taskDefinitionArn: '',
        desired: set.desiredCount ?? 0,
        running: set.runningCount ?? 0,
        pending: set.pendingCount ?? 0,
        failed: 0,
        traffic: set.trafficWeight
    };
}
function newFirst(versions) {
    return [...versions].sort((one, other) => Number(other.role === 'new') - Number(one.role === 'new'));
}

;// CONCATENATED MODULE: ./lib/rollout/watch/state.js



/** What is shown before anything is known. */
function openWatchState(cluster, service) {
    return {
        cluster,
        service,
        target: undefined,
        deployment: undefined,
        versions: [],
        events: [],
        warnings: [],
        lookedAt: undefined,
        over: undefined
    };
}
/** The state after one thing more. Pure. @param now milliseconds since the epoch */
function updateWatchState(state, input, now) {
    switch (input.kind) {
        case 'found': {
            const deployment = input.last === undefined ? undefined : ofLast(input.last);
            return { ...state, target: input.target, deployment };
        }
        case 'rest': {
            const { target, service } = input;
            const { events = [] } = service;
            return { ...state, target, versions: readResting(service), events, lookedAt: now };
        }
        case 'began':
            return { ...state, target: input.target, deployment: begin(input.target, input.deployment) };
        case 'look':
            return takeLook(state, input.look, now);
        case 'ended': {
            const { ending, diagnosis } = input;
            const { deployment } = state;
            const ended = deployment === undefined ? undefined : end(deployment, ending, diagnosis, now);
            return { ...state, deployment: ended };
        }
        case 'deleted':
            return { ...state, versions: [], over: `The service ${state.cluster}/${state.service} was deleted.` };
        case 'warning':
            return { ...state, warnings: [...new Set([...state.warnings, input.message])] };
        case 'refused':
            return { ...state, over: input.message };
    }
}
function ofLast(last) {
    return {
        name: last.name,
        taskDefinitionArn: last.taskDefinitionArn,
        begunAt: last.startedAt,
        line: '',
        phases: last.timeline.map(({ phase, startedAt, endedAt }) => ({ phase, state: 'done', startedAt, endedAt })),
        waitsFor: undefined,
        failing: last.failing,
        stoppedTasks: [],
        ending: last.ending,
        endedAt: last.endedAt,
        diagnosis: undefined
    };
}
function begin(target, deployment) {
    return {
        name: nameOf(deployment),
        taskDefinitionArn: deployment.taskDefinitionArn,
        begunAt: deployment.begunAt,
        line: '',
        phases: listPhases(target).map(phase => ({ phase, state: 'next', startedAt: undefined, endedAt: undefined })),
        waitsFor: undefined,
        failing: undefined,
        stoppedTasks: [],
        ending: undefined,
        endedAt: undefined,
        diagnosis: undefined
    };
}
function nameOf(deployment) {
    if (deployment.engine === 'codedeploy')
        return deployment.id;
    return (0,deployment_name/* nameDeployment */.N)({ serviceDeploymentArn: deployment.serviceDeploymentArn });
}
function takeLook(state, look, now) {
    const { deployment } = state;
    if (deployment === undefined)
        return state;
    const { view, stoppedTasks } = look;
    const versions = readVersions(look);
    const name = look.engine === 'codedeploy'
        ? look.snapshot.info.deploymentId
        : (0,deployment_name/* nameDeployment */.N)({ serviceDeploymentArn: look.snapshot.serviceDeployment?.serviceDeploymentArn });
    const wait = { codedeployDeploymentId: name ?? deployment.name };
    const isFirst = deployment.line === '';
    return {
        ...state,
        versions: versions.length === 0 ? state.versions : versions,
        events: look.snapshot.service?.events ?? state.events,
        lookedAt: now,
        deployment: {
            ...deployment,
            name: name ?? deployment.name,
            line: view.line,
            phases: enterPhase(deployment.phases, view.phase, isFirst ? deployment.begunAt : undefined, now),
            waitsFor: view.ending === undefined ? describeWait(look, versions, wait) : undefined,
            failing: view.failing,
            stoppedTasks: [...stoppedTasks]
        }
    };
}
/** @param begunAt of the whole deployment, where this is the first look: only its first phase is known to have begun then */
function enterPhase(phases, phase, begunAt, now) {
    const at = phases.findIndex(each => each.phase === phase);
    if (phases[at]?.state === 'now')
        return phases;
    const leave = (each) => each.state === 'now' ? { ...each, state: 'done', endedAt: now } : { ...each, state: 'done' };
    if (at === -1) {
        // A rollback, or a phase of AWS's that is newer than this release: what was still to come may not come.
        const isRollback = phase === 'rollback';
        const behind = phases.filter(({ state }) => state !== 'next').map(leave);
        const ahead = isRollback ? [] : phases.filter(({ state }) => state === 'next');
        const isKnown = begunAt === undefined;
        return [...behind, { phase, state: 'now', startedAt: isKnown ? now : undefined, endedAt: undefined }, ...ahead];
    }
    // The first phase began with the deployment; another one in which it is found began at a time that nobody saw.
    const firstSeen = at === 0 ? begunAt : undefined;
    const startedAt = begunAt === undefined ? now : firstSeen;
    return phases.map((each, index) => {
        if (index < at)
            return each.state === 'done' ? each : leave(each);
        if (index > at)
            return { ...each, state: 'next' };
        return { ...each, state: 'now', startedAt: each.startedAt ?? startedAt, endedAt: undefined };
    });
}
function end(deployment, ending, diagnosis, now) {
    const phases = deployment.phases
        .filter(({ state, startedAt }) => state !== 'next' || startedAt !== undefined)
        .map((each) => {
        return each.state === 'now' ? { ...each, state: 'done', endedAt: now } : { ...each, state: 'done' };
    });
    return { ...deployment, phases, waitsFor: undefined, ending, diagnosis, endedAt: now };
}

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/ecs/identity.js
var identity = __webpack_require__(8965);
// EXTERNAL MODULE: ./lib/rollout/ecs/status.js + 1 modules
var ecs_status = __webpack_require__(1533);
// EXTERNAL MODULE: ./lib/rollout/history/last-deployment.js + 3 modules
var last_deployment = __webpack_require__(669);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var ports = __webpack_require__(5257);
// EXTERNAL MODULE: ./lib/rollout/take-up/find-deployment.js
var find_deployment = __webpack_require__(6640);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var rollout_target = __webpack_require__(2202);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/monitor.js + 1 modules
var monitor = __webpack_require__(1181);
// EXTERNAL MODULE: ./lib/rollout/ecs/monitor.js + 1 modules
var ecs_monitor = __webpack_require__(5620);
;// CONCATENATED MODULE: ./lib/rollout/watch/follow-to-end.js


/** Follows a deployment to its end, as a run does that judges and changes nothing: AWS's own word ends it. */
async function followToEnd(target, deployment, { config, context, onLook }) {
    const { clock, reporter, signal, concurrentRollouts } = context;
    const run = {
        taskDefinitionArn: deployment.taskDefinitionArn,
        config,
        ports: context,
        clock,
        reporter,
        // It is somebody else's: there is nothing to take back.
        cleanupStore: { add: () => undefined, remove: () => undefined },
        signal,
        concurrentRollouts
    };
    const monitor = createMonitor(target, deployment, run);
    const watched = await monitor.follow({ deadline: Infinity, wanted: 'stable', failFast: false, signal, onLook });
    if (watched.kind !== 'ended')
        return 'cancelled';
    const { end } = watched;
    if (end.kind !== 'ending')
        throw new Error(`A deployment was watched no further than ${end.kind}.`);
    const { ending } = end;
    return { ending, diagnosis: ending.verdict === 'succeeded' ? undefined : await monitor.diagnosis(ending) };
}
function createMonitor(target, deployment, run) {
    if (target.controller === 'CODE_DEPLOY' && deployment.engine === 'codedeploy')
        return (0,monitor/* createCodeDeployMonitor */.J)(target, run, deployment.id);
    if (target.controller === 'ECS' && deployment.engine === 'ecs') {
        const { ref, serviceDeploymentArn } = deployment;
        const monitor = (0,ecs_monitor/* createEcsMonitor */.a)(target, run, ref, [], serviceDeploymentArn);
        return {
            follow: options => monitor.follow(ref, options),
            diagnosis: ending => monitor.diagnosis(ending)
        };
    }
    throw new Error(`The deployment is not of ${target.serviceName}.`);
}

;// CONCATENATED MODULE: ./lib/rollout/watch/watch-service.js










/** On every so many looks at rest, CodeDeploy is asked for a deployment that has no task set yet. */
const SELDOM = 3;
/** Between what told of a deployment and the first look at it, in milliseconds. */
const FIRST_PAUSE = 2_000;
/** So often ECS may show a rollout before it lists its service deployment; then its PRIMARY deployment is followed. */
const PATIENT_LOOKS = 4;
/**
 * Watches a service until the signal fires or the service is deleted: each deployment to its end, whoever began it, and what is between.
 * Changes nothing. What may pass (throttling, a lost network) does not end it.
 *
 * @throws SlipwayError where the service is not there, or what AWS refuses
 */
async function watchService(config, context, onEvent) {
    let target = await (0,rollout_target/* findTarget */.F)({ ...config, onConflict: 'wait' }, context);
    let isFirst = true;
    let ended;
    for (;;) {
        const waiting = createWaiting(target, { config, context, onEvent, ended, isFirst });
        const watched = await (0,poll/* poll */.wt)({
            clock: context.clock,
            signal: context.signal,
            deadline: Infinity,
            doing: `Watching ${target.clusterName}/${target.serviceName}`,
            look: waiting,
            judge: found => found,
            onSilence: (_error, times) => {
                if (times === poll/* SILENT_LOOKS */.DU)
                    context.reporter.warn(poll/* AWS_SILENT */.w);
            }
        });
        if (watched.kind !== 'ended')
            return;
        if (watched.end === 'deleted') {
            onEvent({ kind: 'deleted' });
            return;
        }
        isFirst = false;
        ({ target } = watched.end);
        const { deployment } = watched.end;
        onEvent({ kind: 'began', target, deployment });
        // It was looked at in this moment.
        if (!(await pause(context)))
            return;
        const end = await followToEnd(target, deployment, {
            config,
            context,
            onLook: look => onEvent({ kind: 'look', look })
        });
        if (end === 'cancelled')
            return;
        onEvent({ kind: 'ended', ...end });
        ended = keyOf(deployment);
    }
}
/** Resolves with false where the signal fires meanwhile. */
async function pause({ clock, signal }) {
    try {
        await clock.sleep(FIRST_PAUSE, signal);
        return true;
    }
    catch (error) {
        if (signal.aborted)
            return false;
        throw error;
    }
}
/** Makes the look at a service without a deployment: what begins, or that it was deleted; undefined: nothing new. */
function createWaiting(found, { config, context, onEvent, ended, isFirst }) {
    let target = found;
    let polls = 0;
    let busy = 0;
    let isTold = !isFirst;
    /** The service deployment that the service names and that has ended: the next one is listed some seconds after it began. */
    let settled;
    const search = async () => {
        const current = target.controller === 'ECS' ? target.service.currentServiceDeployment : undefined;
        const isKnown = current !== undefined && current === settled;
        const underWay = isKnown ? undefined : await tryUnderWay(target, { config, context });
        if (underWay === undefined)
            settled = current;
        if (underWay === 'unavailable' || (underWay === undefined && busy >= PATIENT_LOOKS))
            return byPrimary(target);
        return underWay;
    };
    return async () => {
        const { service, ...more } = await refresh(target, { config, context });
        if (service === undefined || (0,ecs_status/* isDeleted */.oy)(service))
            return 'deleted';
        target = more.target;
        const isSeen = target.controller === 'ECS' ? isRollingOut(service) : (service.taskSets ?? []).length > 1;
        const mayHaveBegun = isSeen || (target.controller === 'CODE_DEPLOY' && polls % SELDOM === 0);
        polls += 1;
        busy = mayHaveBegun ? busy + 1 : 0;
        const underWay = mayHaveBegun ? await search() : undefined;
        if (underWay !== undefined && keyOf(underWay.deployment) !== ended)
            return underWay;
        if (!isTold) {
            onEvent({ kind: 'found', target, last: await tryLast(target, context) });
            isTold = true;
        }
        onEvent({ kind: 'rest', target, service });
        return undefined;
    };
}
/** The service as it is now. Where another controller deploys it since, all of it is looked up again. */
async function refresh(target, { config, context }) {
    const [service] = (await context.ecs.describeServices(target.clusterArn, [target.serviceName])).services;
    if (service === undefined || (0,ecs_status/* isDeleted */.oy)(service))
        return { target, service };
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller !== target.controller) {
        const found = await orRaw(() => (0,rollout_target/* findTarget */.F)({ ...config, onConflict: 'wait' }, context));
        return { target: found, service };
    }
    const primary = (0,identity/* findPrimary */.WM)(service) ?? service.taskSets?.find(({ status }) => status === 'PRIMARY');
    const runningTaskDefinitionArn = primary?.taskDefinition ?? service.taskDefinition;
    if (target.controller === 'CODE_DEPLOY')
        return { target: { ...target, service, runningTaskDefinitionArn }, service };
    const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
    return {
        target: { ...target, service, runningTaskDefinitionArn, strategy, primary: (0,identity/* findPrimary */.WM)(service) },
        service
    };
}
async function tryUnderWay(target, { config, context }) {
    if (target.controller === 'CODE_DEPLOY')
        return findActive(target, context);
    const { ecs, codedeploy, logs, clock, region } = context;
    const search = { config, region, ports: { ecs, codedeploy, logs }, clock };
    const current = target.service.currentServiceDeployment;
    try {
        const found = await orRaw(() => current === undefined ? (0,find_deployment/* findUnderWayOf */.oI)(target, search) : (0,find_deployment/* takeUpEcs */.W0)(target, current, search));
        return found === undefined || found.hasEnded ? undefined : { target: found.target, deployment: found.takenUp };
    }
    catch (error) {
        if ((0,errors/* isUnavailable */.Pd)(causeOf(error)))
            return 'unavailable';
        throw error;
    }
}
async function findActive(target, { codedeploy }) {
    const { application, deploymentGroup } = target;
    const [id] = await codedeploy.listDeployments({ application, deploymentGroup, statuses: ports/* ACTIVE_STATUSES */.a });
    if (id === undefined)
        return undefined;
    const info = await codedeploy.getDeployment(id);
    const taskDefinitionArn = await (0,find_deployment/* findRevision */.pV)(info, target, codedeploy);
    const begunAt = (info.startTime ?? info.createTime)?.getTime() ?? 0;
    return { target, deployment: { engine: 'codedeploy', id, taskDefinitionArn, begunAt } };
}
/** What may pass is left to the poller, which goes on. */
async function orRaw(look) {
    try {
        return await look();
    }
    catch (error) {
        const cause = causeOf(error);
        throw (0,errors/* isTransient */.dg)(cause) ? cause : error;
    }
}
function causeOf(error) {
    return error instanceof lib_errors/* SlipwayError */.GQ && !(error instanceof lib_errors/* Cancelled */.cJ) ? (error.cause ?? error) : error;
}
/** For the eyes only: that it may not be read hides nothing of what comes. */
async function tryLast(target, context) {
    try {
        return await (0,last_deployment/* findLastDeployment */.JA)(target, context);
    }
    catch (error) {
        if (error instanceof lib_errors/* Cancelled */.cJ)
            throw error;
        return undefined;
    }
}
function isRollingOut({ deployments = [] }) {
    return deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
}
/** By DescribeServices alone, where ECS lists no service deployment. */
function byPrimary(target) {
    const primary = (0,identity/* findPrimary */.WM)(target.service);
    if (target.controller !== 'ECS' || primary?.id === undefined || primary.rolloutState !== 'IN_PROGRESS')
        return undefined;
    const others = (target.service.deployments ?? []).filter(({ id }) => id !== primary.id);
    const begunAt = primary.createdAt?.getTime() ?? 0;
    const taskDefinitionArn = primary.taskDefinition ?? '';
    const ref = {
        deploymentId: primary.id,
        taskDefinitionArn,
        previousTaskDefinitionArn: undefined,
        createdAt: begunAt,
        before: { deploymentIds: others.flatMap(({ id }) => id ?? []), serviceRevisionArns: [] }
    };
    return { target, deployment: { engine: 'ecs', ref, serviceDeploymentArn: undefined, taskDefinitionArn, begunAt } };
}
function keyOf(deployment) {
    return deployment.engine === 'codedeploy' ? deployment.id : deployment.ref.deploymentId;
}

// EXTERNAL MODULE: ./lib/run.js + 11 modules
var run = __webpack_require__(50);
// EXTERNAL MODULE: ./lib/commands/status-and-rollback.js + 4 modules
var status_and_rollback = __webpack_require__(4976);
;// CONCATENATED MODULE: ./lib/commands/watch-status.js














/**
 * `slipway status --watch`: shows services as they change, until it is interrupted or all of them are deleted. Changes nothing. Resolves with
 * the exit code: 0 where it was interrupted, 1 where the services were deleted.
 *
 * @throws SlipwayError what AWS refuses, where nothing is left to watch
 */
async function watchStatus({ flags: { json, ...flags }, problems }, host, output) {
    const config = await (0,status_and_rollback/* readServiceSettings */.$)({ flags, problems }, host);
    const services = (0,status_and_rollback/* listServices */.T)(config);
    const signal = AbortSignal.any([host.signal, output.lost]);
    const view = openView(services, config.region, json === 'true', host, output);
    const done = new AbortController();
    try {
        const ticking = view.tick(AbortSignal.any([signal, done.signal]));
        const errors = await watchAll(services, { ...host, signal }, config, view);
        done.abort();
        await ticking;
        if (signal.aborted)
            return 0;
        if (errors.length > 0)
            throw (0,lib_errors/* combineErrors */.Lt)(errors);
        return outcome/* EXIT_CODES */.ai.failed;
    }
    catch (error) {
        if (error instanceof lib_errors/* Cancelled */.cJ && signal.aborted)
            return 0;
        throw error;
    }
    finally {
        done.abort();
        view.close();
    }
}
/** Watches each; one that AWS refuses holds up no other. Resolves with the errors, when all are over. */
async function watchAll(services, host, config, view) {
    const { signal } = host;
    // What the connection has to say belongs to all of them.
    const quiet = { ...host, reporter: view.reporterOf(0), cleanupStore: (0,console/* inMemoryCleanupStore */.u)(new Map()) };
    const world = (0,run/* connectWorld */.ZF)(config, quiet);
    const isOne = services.length === 1;
    const reads = (0,ecs/* batchEcsReads */.z)(world.ecs, world.clock, signal);
    const deployments = (0,codedeploy/* batchCodeDeployReads */.U)(world.codedeploy, world.clock, signal);
    const { clock, logs, region } = world;
    const ports = isOne ? world : { ecs: reads.ecs, codedeploy: deployments.codedeploy, logs };
    const { concurrentRollouts } = deployments;
    const contextOf = (index) => ({
        ecs: ports.ecs,
        codedeploy: ports.codedeploy,
        logs,
        clock,
        region,
        signal,
        reporter: view.reporterOf(index),
        ...(isOne ? {} : { concurrentRollouts })
    });
    const errors = [];
    await Promise.all(services.map(async (rollout, index) => {
        const leave = [reads.enter()];
        let isCounted = false;
        try {
            await watchService(rollout, contextOf(index), event => {
                if (!isCounted && 'target' in event && event.target.controller === 'CODE_DEPLOY') {
                    leave.push(deployments.enter());
                    isCounted = true;
                }
                view.take(index, event);
            });
        }
        catch (error) {
            if (signal.aborted)
                return;
            errors.push(error);
            const message = error instanceof Error ? error.message : String(error);
            if (!isOne)
                view.take(index, { kind: 'refused', message });
        }
        finally {
            for (const end of leave)
                end();
        }
    }));
    return errors;
}
function openView(services, region, isJson, host, output) {
    const { clock, reporter } = host;
    const states = services.map(({ cluster, service }) => openWatchState((0,arn/* resourceName */.Iy)(cluster), (0,arn/* resourceName */.Iy)(service ?? '')));
    const update = (index, input) => {
        const before = states[index] ?? openWatchState('', '');
        const after = updateWatchState(before, input, clock.now());
        states[index] = after;
        return { before, after };
    };
    const quietly = (index, take) => ({
        ...reporter,
        group: (_title, body) => body(),
        info: () => undefined,
        // Of silence the view tells itself, as long as it lasts.
        warn: message => (message === poll/* AWS_SILENT */.w ? undefined : take(index, { kind: 'warning', message })),
        error: message => take(index, { kind: 'warning', message }),
        progress: undefined
    });
    const wait = () => Promise.resolve();
    if (isJson) {
        const written = services.map(() => '');
        const take = (index, input) => {
            const line = JSON.stringify(watchJson(update(index, input).after, region));
            if (line !== written[index])
                output.write(`${line}\n`);
            written[index] = line;
        };
        return { take, reporterOf: index => quietly(index, take), tick: wait, close: () => undefined };
    }
    if (output.openScreen === undefined) {
        const width = Math.max(...services.map(({ service = '' }) => (0,arn/* resourceName */.Iy)(service).length));
        const labelOf = ({ service = '' }) => services.length > 1 ? `${(0,arn/* resourceName */.Iy)(service).padEnd(width)} ` : '';
        const take = (index, input) => {
            const { before, after } = update(index, input);
            for (const line of describeWatchInput(input, before, after))
                reporter.info(line);
        };
        const labeled = (label) => ({
            ...reporter,
            progress: undefined,
            info: line => reporter.info(`${label}${line}`),
            warn: line => reporter.warn(`${label}${line}`)
        });
        const reporters = services.map(service => labeled(labelOf(service)));
        return { take, reporterOf: index => reporters[index] ?? reporter, tick: wait, close: () => undefined };
    }
    const screen = output.openScreen();
    const render = (isLast) => {
        const { columns, rows } = screen;
        return renderWatchScreen(states, { columns, rows, now: clock.now(), paint: output.paint, isLast });
    };
    const draw = () => screen.show(render(false));
    screen.onChange(draw);
    const take = (index, input) => {
        update(index, input);
        draw();
    };
    return {
        take,
        reporterOf: index => quietly(index, take),
        tick: async (signal) => {
            while (!signal.aborted) {
                draw();
                await clock.sleep(1_000, signal).catch(() => undefined);
            }
        },
        // What was found out stands.
        close: () => screen.close(states.some(({ target }) => target !== undefined) ? render(true) : [])
    };
}


/***/ })

};
