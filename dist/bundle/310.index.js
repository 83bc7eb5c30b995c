export const id = 310;
export const ids = [310];
export const modules = {

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  locate: () => (/* binding */ locate)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/rollout/gate/address.js
var gate_address = __webpack_require__(885);
// EXTERNAL MODULE: ./lib/rollout/gate/wildcards.js
var wildcards = __webpack_require__(7586);
;// CONCATENATED MODULE: ./lib/rollout/gate/listener-rules.js

/**
 * Follows a request through the rules of a listener, which Elastic Load Balancing tries by priority, the lowest number first, until one has all
 * of its conditions met. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
function findRoute(request, { rule: own, rules, leading }) {
    const perhapsBy = [];
    for (const rule of [...rules].sort((one, other) => one.priority - other.priority)) {
        const met = meetsRule(rule, request);
        if (met === false)
            continue;
        // What is not known of it is told of the gate: where it has to come from.
        if (rule.arn === own.arn)
            break;
        const leads = leading.some(({ arn }) => arn === rule.arn);
        if (met === true)
            return { caughtBy: leads ? undefined : rule, perhapsBy };
        if (!leads)
            perhapsBy.push(rule);
    }
    return { caughtBy: undefined, perhapsBy };
}
/** Whether a rule takes a request: all of its conditions are met, each by one of its values. Pure. */
function meetsRule({ conditions }, request) {
    return every(conditions.map(condition => meetsCondition(condition, request)));
}
/** The conditions of a rule that tell nothing of a request, each as `10.0.0.0/8 (source-ip)`. Pure. */
function listUndecided({ conditions }, request) {
    return conditions
        .filter(condition => meetsCondition(condition, request) === undefined)
        .map(({ field, values, regexValues = [] }) => `${[...values, ...regexValues].join(', ')} (${field})`);
}
function meetsCondition(condition, { method, host, path, query, headers }) {
    const { field, values } = condition;
    switch (field) {
        case 'host-header':
            return meetsText(condition, host, false);
        case 'path-pattern':
            return meetsText(condition, path, true);
        case 'http-header': {
            const value = headers.get((condition.headerName ?? '').toLowerCase());
            return value === undefined ? false : meetsText(condition, value, false);
        }
        case 'http-request-method':
            return values.includes(method);
        case 'query-string': {
            const parameters = query.split('&').flatMap(readParameter);
            const pairs = condition.pairs ?? [];
            return pairs.some(pair => parameters.some(parameter => meetsPair(pair, parameter)));
        }
        case 'source-ip':
            return values.includes('0.0.0.0/0') ? true : undefined;
        default:
            return undefined;
    }
}
function meetsText({ values, regexValues = [] }, text, caseSensitive) {
    return some([
        ...values.map(value => (0,wildcards/* matches */.cK)(value, text, { caseSensitive })),
        ...regexValues.map(value => meetsRegex(value, text, caseSensitive))
    ]);
}
/** AWS does not say whether an expression without anchors has to take the whole text: it is known where that makes no difference. */
function meetsRegex(source, text, caseSensitive) {
    const flags = caseSensitive ? '' : 'i';
    try {
        if (!new RegExp(source, flags).test(text))
            return false;
        return new RegExp(`^(?:${source})$`, flags).test(text) ? true : undefined;
    }
    catch {
        return undefined;
    }
}
/** A parameter as it is sent, and decoded. */
function readParameter(text) {
    if (text === '')
        return [];
    const [key = '', value = ''] = text.split(/=(.*)/s);
    return [{ key, value }, ...[...new URLSearchParams(text)].map(([name, content]) => ({ key: name, value: content }))];
}
function meetsPair({ key, value }, parameter) {
    const fits = (pattern, text) => (0,wildcards/* matches */.cK)(pattern, text, { caseSensitive: false });
    return (key === undefined || fits(key, parameter.key)) && fits(value, parameter.value);
}
function every(all) {
    if (all.includes(false))
        return false;
    return all.includes(undefined) ? undefined : true;
}
function some(all) {
    if (all.includes(true))
        return true;
    return all.includes(undefined) ? undefined : false;
}

;// CONCATENATED MODULE: ./lib/rollout/gate/choose-address.js



/**
 * Chooses the address at which every request of a gate reaches the new version; where other rules of the listener take some of them away at
 * each address, the one that loses fewest, with what is lost. Pure.
 *
 * @param candidates the best first
 * @returns a sentence where no way has an address
 */
function chooseAddress(candidates, asked) {
    let best;
    let reason = '';
    for (const candidate of candidates) {
        const addresses = (0,gate_address/* findAddresses */.WX)({ ...candidate, environmentHost: asked.environmentHost });
        if (typeof addresses === 'string') {
            reason ||= addresses;
            continue;
        }
        for (const address of addresses) {
            const judged = judge(address, candidate, asked);
            if (best === undefined || costOf(judged) < costOf(best))
                best = judged;
            if (costOf(best) === 0)
                return best;
        }
    }
    return best ?? reason;
}
/** A request that is lost weighs more than any number of those that may be. */
function costOf({ problems, warnings }) {
    return problems.length * 1_000 + warnings.length;
}
function judge(address, candidate, { command, urls }) {
    const relative = [...new Set(urls)].filter(url => url.startsWith('/'));
    const judged = [
        ...relative.map(path => judgePath(path, 'gate-urls', address, candidate)),
        ...(command === undefined ? [] : judgeCommand(command, address, candidate))
    ];
    return {
        address,
        problems: judged.flatMap(({ problem }) => problem ?? []),
        warnings: [...new Set(judged.flatMap(({ warnings }) => warnings))]
    };
}
/** What a command asks for is not known, but for GATE_URL and for what its line writes behind it, such as `curl "$GATE_URL/health"`. */
function judgeCommand(command, address, candidate) {
    const paths = listWritten(command, address).map(path => judgePath(path, 'gate-command', address, candidate));
    // A rule may take GATE_URL itself, such as `/` alone, and leave what is behind it, which is what commands ask for.
    if (paths.length > 0)
        return paths;
    const base = judgeUrl(address.url, 'gate-command', address, candidate);
    const behind = (0,gate_address/* urlBehind */.cE)(address, '/gate');
    const deeper = 'url' in behind ? judgeUrl(behind.url, 'gate-command', address, candidate) : base;
    if (base.problem === undefined || deeper.problem !== undefined)
        return [base];
    return [{ warnings: [`${base.problem.what} Other paths behind GATE_URL do.`] }];
}
/** The paths that a command writes behind GATE_URL, without variables; a path cannot stand behind a query. */
function listWritten(command, { url }) {
    if (url.includes('?'))
        return [];
    const written = command.matchAll(/\$(?:GATE_URL\b|\{GATE_URL\})["']?(\/[^\s"'`;|&<>()]*)/g);
    const paths = [...written].map(([, path = '']) => path).filter(path => /^[\w./~%@+,:=?-]*$/.test(path));
    return [...new Set(paths)];
}
function judgePath(path, setting, address, candidate) {
    const behind = (0,gate_address/* urlBehind */.cE)(address, path);
    if ('problem' in behind) {
        const next = 'Correct the path, or the rule.';
        return { problem: { setting, what: behind.problem, next }, warnings: [] };
    }
    if (setting === 'gate-command' || address.method === 'GET')
        return judgeUrl(behind.url, setting, address, candidate);
    const what = `The rule of the listener takes no GET (http-request-method), with which ${path} is requested.`;
    return { problem: { setting, what, next: 'Use gate-command, or let the rule take GET.' }, warnings: [] };
}
function judgeUrl(url, setting, address, candidate) {
    const request = requestOf(url, address, setting);
    const { caughtBy, perhapsBy } = findRoute(request, candidate);
    const asked = `${address.method} ${(0,gate_address/* describeAddress */.KU)({ ...address, url })}`;
    const warnings = perhapsBy.map(rule => `Whether ${asked} reaches the new version cannot be told: ${describeRule(rule)} comes first, and takes requests of ${listUndecided(rule, request).join(' and ')}.`);
    if (caughtBy === undefined)
        return { warnings };
    const what = `${asked} does not reach the new version: ${describeRule(caughtBy)} takes it before ${describePriority(candidate.rule)}, which leads there.`;
    return { problem: { setting, what, next: adviseOn(caughtBy, candidate) }, warnings };
}
function describeRule(rule) {
    return `${describePriority(rule)} of the listener (${rule.arn})`;
}
function describePriority({ priority }) {
    return Number.isFinite(priority) ? `the rule of priority ${priority}` : 'the default rule';
}
/** What moves the way of the new version to the front, where a number is free. */
function adviseOn(caughtBy, { rule, rules }) {
    const other = 'Ask for a path that the rule does not take, or change its conditions';
    if (!Number.isFinite(rule.priority))
        return `${other}.`;
    const used = new Set(rules.map(({ priority }) => priority));
    let free = caughtBy.priority - 1;
    while (used.has(free))
        free -= 1;
    if (free < 1)
        return `${other}, or give the rule of the new version a lower priority number than it has.`;
    const region = (0,arn/* parseArn */.Lw)(rule.arn)?.region ?? '';
    return `${other}, or try the rule of the new version first: aws elbv2 set-rule-priorities --region ${region} --rule-priorities RuleArn=${rule.arn},Priority=${free}`;
}
/** A request as it is sent; what else a command sends is not known. */
function requestOf(url, address, setting) {
    const { hostname, pathname, search } = new URL(url);
    const headers = { ...(setting === 'gate-urls' ? gate_address/* REQUEST_HEADERS */.Vr : {}), ...address.headers };
    return {
        method: address.method,
        host: address.headers['Host'] ?? hostname,
        path: pathname,
        query: search.slice(1),
        headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    };
}

// EXTERNAL MODULE: ./lib/rollout/gate/stage.js + 1 modules
var gate_stage = __webpack_require__(3440);
;// CONCATENATED MODULE: ./lib/rollout/gate/locate.js




const NOWHERE = { address: undefined, problem: undefined, caught: [], warnings: [] };
function notReached(reason) {
    return { ...NOWHERE, reason };
}
function refuse(problem) {
    return { ...NOWHERE, reason: problem.what, problem };
}
/**
 * Finds out where the new version is reached while its gate runs. Reads only: DescribeListeners, DescribeRules, DescribeLoadBalancers, and
 * DescribeTargetGroups for a rolling service.
 *
 * @throws SlipwayError where AWS refuses, but for a missing permission, which is a problem of the result
 */
async function locate(input) {
    const { target } = input;
    return target.controller === 'ECS' ? locateEcs(target, input) : locateCodeDeploy(target, input);
}
async function locateEcs(target, input) {
    const { stage } = input;
    const name = `${target.clusterName}/${target.serviceName}`;
    if (stage === 'POST_SCALE_UP') {
        return notReached('At POST_SCALE_UP the test listener still leads to the old version (ECS moves it afterwards).');
    }
    const balancers = target.service.loadBalancers ?? [];
    if (stage !== 'live') {
        const rules = (0,gate_stage/* testListenerRulesOf */.r5)(target);
        if (rules[0] !== undefined)
            return locateRule(rules[0], rules, input);
        return notReached(`${name} has no test listener (testListenerRule), and its production listener, with weighted target groups, does not lead to the new version alone.`);
    }
    const rules = balancers.flatMap(({ advancedConfiguration: advanced }) => advanced?.productionListenerRule ?? []);
    if (rules[0] !== undefined)
        return locateRule(rules[0], rules, input);
    const group = balancers[0]?.targetGroupArn;
    return group === undefined ? notReached(`${name} has no load balancer with listeners.`) : locateGroup(group, input);
}
/** @param arn of the rule, or with a Network Load Balancer of the listener. @param leading all that lead to the new version */
async function locateRule(arn, leading, input) {
    const isRule = arn.includes(':listener-rule/');
    const listener = isRule ? arn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '') : arn;
    return locateListener(listener, input, rules => {
        const [own, others] = isRule
            ? [rules.filter(rule => rule.arn === arn), rules.filter(rule => rule.arn !== arn && leading.includes(rule.arn))]
            : [rules.filter(({ priority }) => priority === Infinity), []];
        return { candidates: own, leading: [...own, ...others] };
    });
}
async function locateCodeDeploy(target, input) {
    const [pair] = target.group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
    const [kind, member] = input.stage === 'live' ? ['production', 'prodTrafficRoute'] : ['test', 'testTrafficRoute'];
    const route = input.stage === 'live' ? pair?.prodTrafficRoute : pair?.testTrafficRoute;
    const [listener] = route?.listenerArns ?? [];
    if (listener === undefined) {
        return notReached(`The deployment group ${target.deploymentGroup} has no ${kind} listener (${member}), and no other leads to the new version alone.`);
    }
    const names = (pair?.targetGroups ?? []).flatMap(group => group.name ?? []);
    return locateListener(listener, input, rules => {
        // CodeDeploy changes the rules that forward to one of its target groups.
        const ofPair = rules.filter(({ forwards }) => forwards.some(({ targetGroupArn }) => names.some(name => targetGroupArn.includes(`:targetgroup/${name}/`))));
        const candidates = sortRules(ofPair.length > 0 ? ofPair : rules);
        return { candidates, leading: ofPair.length > 0 ? ofPair : candidates.slice(0, 1) };
    });
}
/** The default rule first, then as they are tried. */
function sortRules(rules) {
    const isDefault = ({ priority }) => priority === Infinity;
    const others = rules.filter(rule => !isDefault(rule)).sort((one, other) => one.priority - other.priority);
    return [...rules.filter(isDefault), ...others];
}
/** A Network Load Balancer has one rule without conditions. */
const ONLY_RULE = { arn: '', priority: Infinity, conditions: [], forwards: [] };
/** @param pick of the rules of the listener, those that are ways to the new version and all that lead there */
async function locateListener(arn, { target, stage, asked, listeners, clock }, pick) {
    const kind = stage === 'live' ? 'production' : 'test';
    const isNetwork = arn.includes(':listener/net/');
    try {
        const [listener, rules] = await Promise.all([
            (0,rollout_transient/* retryTransient */.j)(clock, () => listeners.getListener(arn)),
            isNetwork ? [ONLY_RULE] : (0,rollout_transient/* retryTransient */.j)(clock, () => listeners.listRules(arn))
        ]);
        const dnsName = listener === undefined
            ? undefined
            : await (0,rollout_transient/* retryTransient */.j)(clock, () => listeners.getDnsName(listener.loadBalancerArn));
        const { candidates, leading } = pick(rules ?? []);
        if (listener === undefined || rules === undefined || candidates.length === 0 || dnsName === undefined) {
            const what = `The ${kind} listener ${arn} of ${target.clusterName}/${target.serviceName}, or its rule, is not there.`;
            return refuse({ what, next: 'Correct the load balancer of the service.' });
        }
        const chosen = chooseAddress(candidates.map(rule => ({ listener, rule, dnsName, rules, leading })), asked);
        if (typeof chosen !== 'string')
            return foundAt(chosen);
        const what = `The gate cannot reach the new version by the ${kind} listener ${arn}: ${chosen}`;
        const next = chosen.includes('https')
            ? 'Set environment-url, or add a host-header condition to the rule.'
            : 'Change the listener or its rule.';
        return refuse({ what, next });
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error))
            throw (0,errors/* explainAwsError */.Ni)(error, `Reading the ${kind} listener ${arn}`);
        return notPermitted(`The ${kind} listener may not be described`, DESCRIBED);
    }
}
/** A rolling service has one target group, and names no listener: those that forward to it alone, with https first. */
async function locateGroup(arn, { asked, listeners, clock }) {
    const leads = ({ forwards }) => {
        const served = forwards.filter(({ weight }) => weight !== 0);
        return served.length > 0 && served.every(({ targetGroupArn }) => targetGroupArn === arn);
    };
    try {
        const found = await (0,rollout_transient/* retryTransient */.j)(clock, () => listeners.listListenersOf(arn));
        const candidates = await Promise.all(found.map(async ({ listener, rules }) => {
            const leading = rules.filter(leads);
            if (leading.length === 0)
                return [];
            const dnsName = await (0,rollout_transient/* retryTransient */.j)(clock, () => listeners.getDnsName(listener.loadBalancerArn));
            if (dnsName === undefined)
                return [];
            return sortRules(leading).map(rule => ({ listener, rule, dnsName, rules, leading }));
        }));
        const isSecure = ({ listener: { protocol } }) => protocol === 'HTTPS' || protocol === 'TLS';
        const sorted = [
            ...candidates.flat().filter(isSecure),
            ...candidates.flat().filter(candidate => !isSecure(candidate))
        ];
        const chosen = chooseAddress(sorted, asked);
        if (typeof chosen !== 'string')
            return foundAt(chosen);
        return notReached(`No listener forwards to ${arn} alone.${chosen === '' ? '' : ` ${chosen}`}`);
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error))
            throw (0,errors/* explainAwsError */.Ni)(error, `Reading the listeners of ${arn}`);
        return notPermitted('The listeners of the service may not be described', ['TargetGroups', ...DESCRIBED]);
    }
}
function foundAt({ address, problems, warnings }) {
    return { address, reason: undefined, problem: undefined, caught: problems, warnings };
}
const DESCRIBED = ['Listeners', 'Rules', 'LoadBalancers'];
function notPermitted(what, described) {
    const actions = described.map(each => `elasticloadbalancing:Describe${each}`);
    return refuse({
        what: `${what}, so where the gate reaches the new version is not known.`,
        next: `Allow ${actions.join(', ')} (slipway generate iam).`
    });
}


/***/ })

};
