export const id = 6284;
export const ids = [6284];
export const modules = {

/***/ 2225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wz: () => (/* binding */ appspecTarget),
  $3: () => (/* reexport */ checkAppspec),
  gJ: () => (/* binding */ fillTaskDefinition),
  Xj: () => (/* binding */ makeAppspec),
  VL: () => (/* reexport */ readAppspec),
  zY: () => (/* binding */ renderAppspec)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/document.js + 2 modules
var text_document = __webpack_require__(1270);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/task-definition/rules/placeholders.js
var placeholders = __webpack_require__(9039);
// EXTERNAL MODULE: ./lib/text/shape-rules.js
var shape_rules = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/text/source-tree.js
var source_tree = __webpack_require__(3879);
// EXTERNAL MODULE: ./lib/text/templates.js
var templates = __webpack_require__(2160);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/appspec/members.js








const RESOURCES = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html';
const APPSPEC_MEMBER_RULES = new errors/* RuleList */.VZ();
const APPSPEC_VALUE = APPSPEC_MEMBER_RULES.add('appspec-value', 'error', 'A value is not of the type or in the range that CodeDeploy accepts.', RESOURCES);
const APPSPEC_NUMBER = APPSPEC_MEMBER_RULES.add('appspec-number', 'warning', 'A number is in quotes. Slipway writes it without them.', RESOURCES);
/** Takes the parts of an AppSpec as what they should be, whatever the case of their keys, and keeps what is wrong with them. */
class AppspecMembers {
    problems = [];
    warnings = [];
    document;
    constructor(document) {
        this.document = document;
    }
    /** An object's members under the spelling of `known`, nulls left out; unknown keys are problems. */
    readMembers({ value, path }, known) {
        const members = new Map();
        if (!(0,record/* isRecord */.u4)(value)) {
            this.refuse(APPSPEC_VALUE, path, `An object with ${(0,format/* listNames */.Zv)(known)} was expected, got ${(0,format/* showValue */.vp)(value)}.`, '');
            return members;
        }
        for (const [key, member] of (0,record/* entriesOf */.Mc)(value)) {
            const name = known.find(candidate => candidate.toLowerCase() === key.toLowerCase());
            const at = [...path, key];
            if (name === undefined)
                this.refuseKey(key, known, at);
            else if (members.has(name))
                this.refuse(source_tree/* DUPLICATE_KEY */.s_, at, `${(0,format/* quote */.hD)(name)} is written twice, in different cases.`, 'Keep one of the two.');
            else if (member !== null && member !== undefined)
                members.set(name, { value: member, path: at });
        }
        return members;
    }
    refuseKey(key, known, path) {
        const nearest = (0,suggest/* nearestName */.q)(key, known);
        const next = nearest === undefined ? `Known here: ${(0,format/* listNames */.Zv)(known)}.` : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`;
        this.refuse(shape_rules/* UNKNOWN_FIELD */.qJ, path, `The AppSpec for ECS knows no ${(0,format/* quote */.hD)(key)} here.`, next);
    }
    readItems(list) {
        if (list === undefined)
            return [];
        const { value, path } = list;
        if (!Array.isArray(value)) {
            this.refuse(APPSPEC_VALUE, path, `A list was expected, got ${(0,format/* showValue */.vp)(value)}.`, 'Start each entry with "- ".');
            return [];
        }
        return value
            .map((item, index) => ({ value: item, path: [...path, index] }))
            .filter(item => item.value !== null);
    }
    readTexts(list) {
        return list === undefined ? undefined : this.readItems(list).flatMap(item => this.readText(item) ?? []);
    }
    readText(member) {
        if (member === undefined)
            return undefined;
        if (typeof member.value === 'string') {
            this.checkPlaceholder(member.value, member.path);
            return member.value;
        }
        const written = this.document.source(member.path);
        this.refuse(APPSPEC_VALUE, member.path, `A string was expected, got ${(0,format/* showValue */.vp)(member.value)}.`, written === undefined ? '' : `Write ${(0,format/* quote */.hD)(written)}, in quotes.`);
    }
    /** Only `<TASK_DEFINITION>` is filled in. A container by another name is none; of the rest CodeDeploy says it itself. */
    checkPlaceholder(text, path) {
        const placeholder = (0,templates/* findPlaceholder */.$e)(text);
        if (placeholder === undefined || /\$LATEST$/.test(text))
            return;
        const what = `This is left: ${(0,templates/* describePlaceholder */.Fm)(placeholder)}. Nothing fills it in.`;
        if (String(path.at(-1)).toLowerCase() === 'containername')
            this.refuse(placeholders/* PLACEHOLDER_LEFT */.CH, path, what, (0,templates/* advisePlaceholder */._j)(placeholder));
        else
            this.warn(placeholders/* PLACEHOLDER_LEFT */.CH, path, what, (0,templates/* advisePlaceholder */._j)(placeholder));
    }
    readNumber(member, least, max, wanted) {
        if (member === undefined)
            return undefined;
        const { value, path } = member;
        const text = typeof value === 'string' && /^\d{1,6}$/.test(value);
        const number = text ? Number(value) : value;
        if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > max) {
            this.refuse(APPSPEC_VALUE, path, `${wanted} was expected, got ${(0,format/* showValue */.vp)(value)}.`, '');
            return undefined;
        }
        if (text) {
            const what = `CodeDeploy wants a number here, got the string ${(0,format/* showValue */.vp)(value)}.`;
            this.warn(APPSPEC_NUMBER, path, what, `It is written as ${number}.`);
        }
        return number;
    }
    placeOf(member) {
        return member === undefined ? undefined : this.document.place(member.path);
    }
    remark(member, remark) {
        if (member === undefined || remark === undefined)
            return;
        const { severity, code, what, next } = remark;
        const list = severity === 'warning' ? this.warnings : this.problems;
        list.push({ code, place: this.document.place(member.path), what, next });
    }
    warn(rule, path, what, next) {
        this.warnings.push({ code: rule.name, place: this.document.place(path), what, next });
    }
    refuse(rule, path, what, next) {
        this.problems.push({ code: rule.name, place: this.document.place(path), what, next });
    }
}

;// CONCATENATED MODULE: ./lib/appspec/structure-rules.js



const APPSPEC_STRUCTURE_RULES = new errors/* RuleList */.VZ();
const APPSPEC_TASK_DEFINITION = APPSPEC_STRUCTURE_RULES.add('appspec-task-definition', 'warning', "TaskDefinition is neither <TASK_DEFINITION> nor a revision's ARN. A run inserts the ARN that it registered.", 'CodeDeploy answers: “Invalid revision number. Number: latest”');
const APPSPEC_PLATFORM_VERSION = APPSPEC_STRUCTURE_RULES.add('appspec-platform-version', 'warning', 'PlatformVersion is neither LATEST nor a version, or the task is not for Fargate.', 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html');
const APPSPEC_NETWORK = APPSPEC_STRUCTURE_RULES.add('appspec-network', 'either', 'Subnets, SecurityGroups and AssignPublicIp are incomplete or not ids. More than 16 subnets or 5 security groups are an error.', 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html');
const APPSPEC_CAPACITY = APPSPEC_STRUCTURE_RULES.add('appspec-capacity', 'either', 'More than one capacity provider has a Base. If all weights are 0, a warning.', 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html');
const APPSPEC_HOOK = APPSPEC_STRUCTURE_RULES.add('appspec-hook', 'warning', 'A hook does not name a Lambda function by name or ARN, or an event is listed twice.', 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html');
/** Text that another tool fills in before CodeDeploy sees it. */
const OPEN = /[<>{}$]/;
const LAMBDA = /^(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(?::(?:\$LATEST|[A-Za-z0-9_-]{1,128}))?$/;
/** CreateDeployment answers "Invalid revision number. Number: latest" and the like where it is no ARN with a revision. */
function describeTaskDefinition(value) {
    if (value === undefined || (typeof value === 'string' && (value === '' || OPEN.test(value))))
        return undefined;
    if (typeof value === 'string' && /^arn:.*:task-definition\/[^:]+:\d+$/.test(value))
        return undefined;
    const what = `TaskDefinition is ${(0,format/* showValue */.vp)(value)}; CodeDeploy takes only the ARN of a revision ("Invalid revision number").`;
    return warn(APPSPEC_TASK_DEFINITION, what, 'Write <TASK_DEFINITION>: Slipway and CodePipeline put the ARN there.');
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
function describePlatformVersion(version) {
    if (version === undefined || /^(?:LATEST|\d+\.\d+\.\d+)$/.test(version) || OPEN.test(version))
        return undefined;
    const what = `PlatformVersion is ${(0,format/* quote */.hD)(version)}, expected LATEST or a version such as 1.4.0.`;
    return warn(APPSPEC_PLATFORM_VERSION, what, 'Leave it out for LATEST.');
}
/** AwsVpcConfiguration in the API reference of ECS: at most 16 subnets and 5 security groups. */
function describeNetwork(network) {
    const lists = [
        { key: 'Subnets', values: network.subnets, max: 16, prefix: 'subnet-' },
        { key: 'SecurityGroups', values: network.securityGroups, max: 5, prefix: 'sg-' }
    ];
    return lists.flatMap(({ key, values = [], max, prefix }) => {
        const strange = values.filter(value => !value.startsWith(prefix) && !OPEN.test(value));
        return [
            ...(values.length > max
                ? [{ key, ...refuse(APPSPEC_NETWORK, `${key} has ${values.length} entries; ECS takes at most ${max}.`, '') }]
                : []),
            ...(strange.length > 0
                ? [{ key, ...warn(APPSPEC_NETWORK, `${(0,format/* listNames */.Zv)(strange.map(format/* quote */.hD))}: an id starts with ${prefix}.`, '') }]
                : [])
        ];
    });
}
/** CapacityProviderStrategyItem in the API reference of ECS: one base only, and tasks go nowhere where all weights are 0. */
function describeStrategy(strategy) {
    const based = strategy.filter(({ base = 0 }) => base > 0).map(({ capacityProvider }) => capacityProvider);
    const isWeightless = strategy.length > 0 && strategy.every(({ weight }) => weight === 0);
    return [
        ...(based.length > 1
            ? [refuse(APPSPEC_CAPACITY, `Only one capacity provider may have a Base, and ${(0,format/* listNames */.Zv)(based)} have one.`, '')]
            : []),
        ...(isWeightless
            ? [warn(APPSPEC_CAPACITY, 'All weights are 0, so no task beyond the Base can be placed.', 'Give one a Weight.')]
            : [])
    ];
}
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html: a Lambda function's name or ARN. */
function describeHook(event, lambda) {
    if (lambda === '')
        return warn(APPSPEC_HOOK, `The hook ${event} names no Lambda function, so it is left out.`, '');
    if (LAMBDA.test(lambda) || OPEN.test(lambda))
        return undefined;
    const what = `The hook ${event} is ${(0,format/* quote */.hD)(lambda)}, expected the name or the ARN of a Lambda function.`;
    return warn(APPSPEC_HOOK, what, '');
}
function describeHooks(hooks) {
    const events = hooks.map(({ event }) => event);
    const twice = events.filter((event, index) => events.indexOf(event) !== index);
    if (twice.length === 0)
        return undefined;
    return warn(APPSPEC_HOOK, `${(0,format/* listNames */.Zv)([...new Set(twice)])} is there twice; which one counts is not documented.`, '');
}
function warn(rule, what, next) {
    return { severity: 'warning', code: rule.name, what, next };
}
function refuse(rule, what, next) {
    return { severity: 'error', code: rule.name, what, next };
}
/** Files that are something else altogether: one sentence says what. */
function detectOtherFormat(value) {
    if (!(0,record/* isRecord */.u4)(value))
        return { what: `An AppSpec is an object with "version" and "Resources", got ${(0,format/* nameKind */.uo)(value)}.`, next: '' };
    if (hasKey(value, 'revision') || hasKey(value, 'appSpecContent')) {
        const next = 'Move what is under "content" into its own file.';
        return { what: 'This is the input of CreateDeployment, not an AppSpec.', next };
    }
    if (hasKey(value, 'files') || hasKey(value, 'os')) {
        return {
            what: 'This is an AppSpec for servers (EC2 or on-premises), not for Amazon ECS.',
            next: 'Write one with a TargetService under "Resources".'
        };
    }
    return undefined;
}
function hasKey(value, name) {
    return (0,record/* entriesOf */.Mc)(value).some(([key]) => key.toLowerCase() === name.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/appspec/parse.js





const APPSPEC_PARSE_RULES = new errors/* RuleList */.VZ();
const APPSPEC_NOT_ECS = APPSPEC_PARSE_RULES.add('appspec-not-ecs', 'error', 'The file is an AppSpec for servers or Lambda, or the input of CreateDeployment, not an AppSpec for Amazon ECS.', RESOURCES);
const APPSPEC_VERSION = APPSPEC_PARSE_RULES.add('appspec-version', 'warning', 'The version is not 0.0. Slipway writes 0.0.', 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html');
const APPSPEC_RESOURCES = APPSPEC_PARSE_RULES.add('appspec-resources', 'error', 'Resources is not a list with exactly one TargetService.', RESOURCES);
const APPSPEC_TYPE = APPSPEC_PARSE_RULES.add('appspec-type', 'error', 'The type is not AWS::ECS::Service.', RESOURCES);
const APPSPEC_MISSING_FIELD = APPSPEC_PARSE_RULES.add('appspec-missing-field', 'error', 'LoadBalancerInfo with ContainerName and ContainerPort is missing, or a capacity provider has no name.', RESOURCES);
const EVENTS = ['BeforeInstall', 'AfterInstall', 'AfterAllowTestTraffic', 'BeforeAllowTraffic', 'AfterAllowTraffic'];
const SERVICE_TYPE = 'AWS::ECS::Service';
const PROPERTIES = [
    'TaskDefinition',
    'LoadBalancerInfo',
    'PlatformVersion',
    'NetworkConfiguration',
    'CapacityProviderStrategy'
];
/**
 * Reads an AppSpec for Amazon ECS (CodeDeploy user guide, "AppSpec file structure"), JSON or YAML. Keys match whatever their
 * case. `version` may say anything, it is written as 0.0; a port in quotes is taken as the number. `Resources` must be a list, as
 * CodeDeploy and the AWS CLI want it.
 *
 * @throws ProblemsError with line and column for everything that is not so
 */
function readAppspec(document) {
    const reader = new AppspecReader(document);
    const appspec = reader.read();
    if (appspec === undefined || reader.problems.length > 0)
        throw new errors/* RuleProblemsError */.lj(reader.problems);
    return appspec;
}
class AppspecReader extends AppspecMembers {
    read() {
        const misfit = detectOtherFormat(this.document.value);
        if (misfit !== undefined) {
            this.refuse(APPSPEC_NOT_ECS, [], misfit.what, misfit.next);
            return undefined;
        }
        const root = this.readMembers({ value: this.document.value, path: [] }, ['version', 'Resources', 'Hooks']);
        this.checkVersion(root.get('version'));
        const properties = this.readProperties(this.readTargetService(root.get('Resources')));
        const hooks = this.readHooks(root.get('Hooks'));
        if (properties === undefined)
            return undefined;
        const members = this.readMembers(properties, PROPERTIES);
        this.checkTaskDefinition(members.get('TaskDefinition'));
        const balancer = this.readLoadBalancer(members.get('LoadBalancerInfo'), properties.path);
        const network = this.readNetwork(members.get('NetworkConfiguration'));
        const capacityProviderStrategy = this.readStrategy(members.get('CapacityProviderStrategy'));
        const platformVersion = this.readText(members.get('PlatformVersion'));
        this.remark(members.get('PlatformVersion'), describePlatformVersion(platformVersion));
        if (balancer === undefined)
            return undefined;
        const { file } = this.document;
        const places = {
            ...balancer.places,
            network: this.placeOf(members.get('NetworkConfiguration')),
            platformVersion: this.placeOf(members.get('PlatformVersion'))
        };
        const { warnings } = this;
        return { file, ...balancer, places, platformVersion, network, capacityProviderStrategy, hooks, warnings };
    }
    checkVersion(version) {
        if (version !== undefined && (version.value === 0 || version.value === '0.0' || version.value === '0'))
            return;
        const what = version === undefined
            ? 'The AppSpec has no version.'
            : `CodeDeploy knows only version 0.0, got ${(0,format/* showValue */.vp)(version.value)}.`;
        this.warn(APPSPEC_VERSION, version?.path ?? [], what, 'It is written as 0.0.');
    }
    /** What stands there is replaced by the revision that was registered; by itself CodeDeploy would take it. */
    checkTaskDefinition(taskDefinition) {
        this.remark(taskDefinition, describeTaskDefinition(taskDefinition?.value));
    }
    /** The one entry of `Resources`: its key must be TargetService. */
    readTargetService(resources) {
        if (resources === undefined) {
            this.refuse(APPSPEC_RESOURCES, [], 'The AppSpec has no "Resources".', 'Give it a list with one TargetService.');
            return undefined;
        }
        const { value, path } = resources;
        const entries = Array.isArray(value) ? value : [];
        const target = { value: entries[0], path: [...path, 0] };
        if (!Array.isArray(value)) {
            this.refuse(APPSPEC_RESOURCES, path, `"Resources" is a list, got ${(0,format/* nameKind */.uo)(value)}.`, 'Write "- TargetService:" below it.');
        }
        else if (entries.length !== 1) {
            this.refuse(APPSPEC_RESOURCES, path, `"Resources" must hold exactly one TargetService, got ${entries.length} entries.`, '');
        }
        else if ((0,record/* isRecord */.u4)(target.value) && (hasKey(target.value, 'Type') || hasKey(target.value, 'Properties'))) {
            const what = '"Type" and "Properties" stand beside the TargetService instead of inside it.';
            this.refuse(APPSPEC_RESOURCES, target.path, what, 'Indent them by two more spaces.');
        }
        else {
            const service = this.readMembers(target, ['TargetService']).get('TargetService');
            if (service !== undefined)
                return service;
            // What else is wrong with the entry was told already.
            if (this.problems.length === 0)
                this.refuse(APPSPEC_RESOURCES, target.path, 'The "TargetService" is missing or empty.', '');
        }
        return undefined;
    }
    readProperties(service) {
        if (service === undefined)
            return undefined;
        const members = this.readMembers(service, ['Type', 'Properties']);
        const type = members.get('Type');
        if (type?.value !== SERVICE_TYPE) {
            const got = type === undefined ? 'nothing' : (0,format/* showValue */.vp)(type.value);
            this.refuse(APPSPEC_TYPE, type?.path ?? service.path, `"Type" must be "${SERVICE_TYPE}", got ${got}.`, '');
        }
        const properties = members.get('Properties');
        if (properties === undefined)
            this.refuse(APPSPEC_MISSING_FIELD, service.path, 'The TargetService has no "Properties".', '');
        return properties;
    }
    readLoadBalancer(info, parent) {
        if (info === undefined) {
            this.refuse(APPSPEC_MISSING_FIELD, parent, '"LoadBalancerInfo" is missing.', 'Give it a ContainerName and a ContainerPort.');
            return undefined;
        }
        const members = this.readMembers(info, ['ContainerName', 'ContainerPort']);
        const name = members.get('ContainerName');
        const port = members.get('ContainerPort');
        const containerName = this.readText(name);
        if (name === undefined)
            this.refuse(APPSPEC_MISSING_FIELD, info.path, '"ContainerName" is missing.', '');
        else if (containerName?.trim() === '')
            this.refuse(APPSPEC_MISSING_FIELD, name.path, '"ContainerName" is empty.', 'Name the container that gets the traffic.');
        if (port === undefined)
            this.refuse(APPSPEC_MISSING_FIELD, info.path, '"ContainerPort" is missing.', '');
        const containerPort = this.readNumber(port, 1, 65_535, 'A port, a whole number from 1 to 65535,');
        if (name === undefined || port === undefined || containerName === undefined || containerPort === undefined)
            return undefined;
        return {
            containerName,
            containerPort,
            places: { containerName: this.document.place(name.path), containerPort: this.document.place(port.path) }
        };
    }
    readNetwork(network) {
        if (network === undefined)
            return undefined;
        const configuration = this.readMembers(network, ['AwsvpcConfiguration']).get('AwsvpcConfiguration');
        if (configuration === undefined)
            return undefined;
        const members = this.readMembers(configuration, ['Subnets', 'SecurityGroups', 'AssignPublicIp']);
        const missing = ['Subnets', 'SecurityGroups', 'AssignPublicIp'].filter(name => !members.has(name));
        if (missing.length > 0) {
            this.warn(APPSPEC_NETWORK, configuration.path, `CodeDeploy wants Subnets, SecurityGroups and AssignPublicIp together; ${(0,format/* listNames */.Zv)(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`, '');
        }
        const assign = members.get('AssignPublicIp');
        if (assign !== undefined && assign.value !== 'ENABLED' && assign.value !== 'DISABLED') {
            this.refuse(APPSPEC_VALUE, assign.path, `"AssignPublicIp" is ENABLED or DISABLED, got ${(0,format/* showValue */.vp)(assign.value)}.`, '');
        }
        const read = {
            subnets: this.readTexts(members.get('Subnets')),
            securityGroups: this.readTexts(members.get('SecurityGroups')),
            assignPublicIp: typeof assign?.value === 'string' ? assign.value : undefined
        };
        for (const remark of describeNetwork(read))
            this.remark(members.get(remark.key) ?? configuration, remark);
        return read;
    }
    readStrategy(strategy) {
        const read = this.readItems(strategy).flatMap(item => {
            const members = this.readMembers(item, ['Base', 'CapacityProvider', 'Weight']);
            const capacityProvider = this.readText(members.get('CapacityProvider'));
            if (capacityProvider === undefined)
                this.refuse(APPSPEC_MISSING_FIELD, item.path, '"CapacityProvider" is missing.', '');
            const base = this.readNumber(members.get('Base'), 0, 100_000, 'A whole number from 0 to 100000');
            const weight = this.readNumber(members.get('Weight'), 0, 1000, 'A whole number from 0 to 1000');
            return capacityProvider === undefined ? [] : [{ capacityProvider, base, weight }];
        });
        for (const remark of describeStrategy(read))
            this.remark(strategy, remark);
        return read;
    }
    readHooks(hooks) {
        const read = this.readItems(hooks).flatMap(item => [...this.readMembers(item, EVENTS)].flatMap(([event, member]) => {
            const lambda = this.readText(member);
            if (lambda === undefined)
                return [];
            this.remark(member, describeHook(event, lambda));
            return lambda === '' ? [] : [{ event, lambda }];
        }));
        this.remark(hooks, describeHooks(read));
        return read;
    }
}

// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/task-definition/image-assignment.js
var image_assignment = __webpack_require__(6376);
;// CONCATENATED MODULE: ./lib/appspec/check-appspec.js






const APPSPEC_FIT_RULES = new errors/* RuleList */.VZ();
const APPSPEC_NETWORK_MODE = APPSPEC_FIT_RULES.add('appspec-network-mode', 'error', "A network configuration is given, but the task definition's network mode is not awsvpc.", 'ECS answers: “Network Configuration is not valid for the given networkMode of this task definition.”');
const UNKNOWN_PORT = APPSPEC_FIT_RULES.add('unknown-port', 'error', 'The container does not map the port in the task definition.', 'CodeDeploy answers: “The container X did not have a container port 443 defined.”');
/** What CodeDeploy would find out only while it deploys: the AppSpec must fit the task definition. */
function checkAppspec(appspec, file) {
    return [...checkTarget(appspec, file), ...checkNetworkMode(appspec, file), ...checkPlatformVersion(appspec, file)];
}
/** "The container X does not exist in the task definition", "The container X did not have a container port 443 defined". */
function checkTarget(appspec, file) {
    const missing = (0,image_assignment/* checkContainerExists */.uF)(file, appspec.containerName, appspec.places.containerName);
    if (missing !== undefined)
        return [{ ...missing, severity: 'error' }];
    const container = (0,types/* listContainers */.ts)(file.definition).find(({ name }) => name === appspec.containerName);
    const ports = container === undefined ? [] : (0,types/* listPorts */.jW)(container);
    if (ports.some(({ from, to }) => from <= appspec.containerPort && appspec.containerPort <= to))
        return [];
    const there = ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
    const what = `The container ${(0,format/* quote */.hD)(appspec.containerName)} of ${file.document.file} has no port ${appspec.containerPort}; it has ${(0,format/* listNames */.Zv)(there)}.`;
    const next = 'Correct the port here, or map it in portMappings there.';
    return [{ severity: 'error', code: UNKNOWN_PORT.name, place: appspec.places.containerPort, what, next }];
}
/** "Network Configuration is not valid for the given networkMode of this task definition." */
function checkNetworkMode({ network, places }, file) {
    const mode = (0,record/* own */.ZV)(file.definition, 'networkMode');
    if (network === undefined || places.network === undefined || mode === 'awsvpc')
        return [];
    const said = typeof mode === 'string' ? mode : 'not set, which is bridge';
    const what = `The network mode of ${file.document.file} is ${said}, and ECS takes a NetworkConfiguration with awsvpc only.`;
    const next = 'Leave NetworkConfiguration out here, or set networkMode to awsvpc there.';
    return [{ severity: 'error', code: APPSPEC_NETWORK_MODE.name, place: places.network, what, next }];
}
/** "The platform version must be null when specifying an EC2 launch type." The launch type is the service's, so this is in doubt. */
function checkPlatformVersion({ platformVersion, places }, file) {
    const required = (0,record/* own */.ZV)(file.definition, 'requiresCompatibilities');
    if (platformVersion === undefined || places.platformVersion === undefined || !Array.isArray(required))
        return [];
    if (required.length === 0 || required.includes('FARGATE'))
        return [];
    const what = `A platform version is Fargate's, and ${file.document.file} is for ${(0,format/* listNames */.Zv)(required.map(String))}.`;
    const next = 'Leave PlatformVersion out.';
    return [{ severity: 'warning', code: APPSPEC_PLATFORM_VERSION.name, place: places.platformVersion, what, next }];
}

;// CONCATENATED MODULE: ./lib/appspec/appspec.js






/** CodePipeline's CodeDeployToECS action puts the registered ARN in its place, and so does Slipway. */
const TASK_DEFINITION_PLACEHOLDER = '<TASK_DEFINITION>';
/** The container and port that CodeDeploy sends the traffic to. */
function appspecTarget(appspec) {
    return { containerName: appspec.containerName, containerPort: appspec.containerPort };
}
/**
 * The text of `appspec.yml`: YAML in CodeDeploy's own spelling, with `TaskDefinition: <TASK_DEFINITION>` whatever the source had.
 * The version line is written here, because a YAML writer makes 0 of 0.0.
 */
function renderAppspec(appspec) {
    const body = (0,js_yaml/* dump */.Bh)(toContent(appspec, TASK_DEFINITION_PLACEHOLDER), { lineWidth: -1, noRefs: true });
    return `version: 0.0\n${body}`;
}
/**
 * What to send to CodeDeploy as `AppSpecContent.content` (its sha256 is that of these bytes in UTF-8): the AppSpec with the ARN in
 * place of the task definition. As JSON, like the AWS CLI: every reader takes JSON the same way.
 *
 * @param appspecText an AppSpec, normally the `appspec.yml` that was written
 * @param taskDefinitionArn the full ARN with revision
 */
function fillTaskDefinition(appspecText, taskDefinitionArn) {
    const appspec = readAppspec((0,text_document/* readDocument */.u0)('appspec.yml', new TextEncoder().encode(appspecText)));
    return `{"version":0.0,${JSON.stringify(toContent(appspec, taskDefinitionArn)).slice(1)}`;
}
/**
 * An AppSpec for a service that has none: its own load balancer, network, platform version and capacity providers
 * (DescribeServices), or those of the task set that gets its traffic. Throws ProblemsError where no load balancer names a container and port.
 */
function makeAppspec(service) {
    const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
    const ofService = service.capacityProviderStrategy ?? [];
    const strategy = ofService.length > 0 ? ofService : (primary?.capacityProviderStrategy ?? []);
    const balancer = service.loadBalancers?.find(({ containerName, containerPort }) => containerName !== undefined && containerPort !== undefined);
    if (balancer?.containerName === undefined || balancer.containerPort === undefined) {
        const what = `The service${service.serviceName === undefined ? '' : ` ${service.serviceName}`} has no load balancer with a container and port, so no AppSpec can be made from it.`;
        throw new errors/* ProblemsError */.FQ([
            { code: 'no-load-balancer', place: { path: 'appspec' }, what, next: 'Write an appspec.yml.' }
        ]);
    }
    const place = { path: 'the AppSpec made from the service' };
    return {
        file: undefined,
        containerName: balancer.containerName,
        containerPort: balancer.containerPort,
        platformVersion: service.platformVersion,
        network: networkOf(service),
        capacityProviderStrategy: strategy.flatMap(({ capacityProvider, base, weight }) => capacityProvider === undefined ? [] : [{ capacityProvider, base, weight }]),
        hooks: [],
        warnings: [],
        places: { containerName: place, containerPort: place, network: undefined, platformVersion: undefined }
    };
}
/** CodeDeploy takes subnets, security groups and AssignPublicIp together or not at all; without them it takes the service's own. */
function networkOf({ networkConfiguration }) {
    const { subnets = [], securityGroups = [], assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
    if (subnets.length === 0 || securityGroups.length === 0 || assignPublicIp === undefined)
        return undefined;
    return { subnets, securityGroups, assignPublicIp };
}
/** All but the version, in the order of CodeDeploy's own examples. */
function toContent(appspec, taskDefinition) {
    const { network, capacityProviderStrategy: strategy, hooks } = appspec;
    const awsvpc = network && {
        ...(network.subnets && { Subnets: network.subnets }),
        ...(network.securityGroups && { SecurityGroups: network.securityGroups }),
        ...(network.assignPublicIp !== undefined && { AssignPublicIp: network.assignPublicIp })
    };
    const properties = {
        TaskDefinition: taskDefinition,
        LoadBalancerInfo: { ContainerName: appspec.containerName, ContainerPort: appspec.containerPort },
        ...(appspec.platformVersion !== undefined && { PlatformVersion: appspec.platformVersion }),
        ...(awsvpc && { NetworkConfiguration: { AwsvpcConfiguration: awsvpc } }),
        ...(strategy.length > 0 && {
            CapacityProviderStrategy: strategy.map(({ base, capacityProvider, weight }) => ({
                ...(base !== undefined && { Base: base }),
                CapacityProvider: capacityProvider,
                ...(weight !== undefined && { Weight: weight })
            }))
        })
    };
    return {
        Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
        ...(hooks.length > 0 && { Hooks: hooks.map(({ event, lambda }) => ({ [event]: lambda })) })
    };
}


/***/ }),

/***/ 1581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cu: () => (/* binding */ DEFAULT_CONFIG_FILE),
  qL: () => (/* binding */ decodeAll),
  oC: () => (/* binding */ decodeSettings)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/shape-rules.js
var shape_rules = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/config/setting-rules.js
var setting_rules = __webpack_require__(4112);
// EXTERNAL MODULE: ./lib/config/table/files.js
var table_files = __webpack_require__(1330);
// EXTERNAL MODULE: ./lib/config/table/gate.js
var gate = __webpack_require__(4730);
// EXTERNAL MODULE: ./lib/config/table/image.js
var table_image = __webpack_require__(5904);
// EXTERNAL MODULE: ./lib/config/table/report.js
var table_report = __webpack_require__(6947);
// EXTERNAL MODULE: ./lib/config/table/rollout.js
var rollout = __webpack_require__(6864);
// EXTERNAL MODULE: ./lib/config/table/where.js
var table_where = __webpack_require__(9646);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/config/table/build.js
var table_build = __webpack_require__(8745);
// EXTERNAL MODULE: ./lib/config/sources/sources.js + 1 modules
var sources = __webpack_require__(7141);
// EXTERNAL MODULE: ./lib/config/sources/resolved-settings.js
var resolved_settings = __webpack_require__(2373);
// EXTERNAL MODULE: ./lib/config/table/formats.js
var formats = __webpack_require__(1597);
// EXTERNAL MODULE: ./lib/text/tokens.js
var tokens = __webpack_require__(3709);
;// CONCATENATED MODULE: ./lib/config/decode/tags.js




/** Any commit's SHA has this length. */
const ANY_SHA = '0'.repeat(40);
const TAG_SUBJECT = 'the tag';
/** Puts into tags what their tokens stand for. A tag that comes twice is kept once. */
function expandTags(tags, facts, place, report) {
    const { keepTokens = false } = facts.commit;
    const expanded = tags.map(tag => expandText(tag, TAG_SUBJECT, facts, place, report));
    // What is missing was told; what the tag would be is not known.
    if (expanded.includes(undefined))
        return [];
    for (const [index, tag = ''] of expanded.entries()) {
        if (formats/* TAG_PATTERN */.A0.test(tag))
            continue;
        const written = tags[index] ?? '';
        const from = (0,tokens/* listTokens */.dh)(written).some(({ kind }) => kind !== 'commit') ? ` (${(0,format/* quote */.hD)(written)})` : '';
        const what = `the tag is ${(0,format/* quote */.hD)(tag)}${from}; a tag has up to 128 letters, digits or any of _.- (the first no . or -).`;
        report({ code: setting_rules/* MALFORMED */.G7.name, place, what, next: '' });
    }
    return [...new Set(keepTokens ? tags : expanded.filter(tag => tag !== undefined))];
}
/** The same for the values of build arguments and labels. */
function expandPairs(pairs, facts, place, report) {
    const expanded = pairs.map(({ name, value }) => {
        const text = expandText(value, `the value of ${name}`, facts, place, report);
        return { name, value: text ?? value };
    });
    return facts.commit.keepTokens === true ? pairs : expanded;
}
/** undefined: something is missing, and was told. */
function expandText(text, subject, facts, place, report) {
    const missing = [];
    const expanded = (0,tokens/* replaceTokens */.BG)(text, token => {
        const value = expandToken(token, facts, subject === TAG_SUBJECT);
        if (typeof value === 'string')
            return value;
        missing.push(value);
        return '';
    });
    for (const trouble of missing)
        report({ ...trouble, place, what: `${subject} ${trouble.what}` });
    return missing.length === 0 ? expanded : undefined;
}
function expandToken(token, { commit, now, env }, inTag) {
    const { keepTokens = false } = commit;
    switch (token.kind) {
        case 'commit': {
            const sha = keepTokens ? ANY_SHA : commit.sha;
            if (sha !== undefined)
                return sha.slice(0, token.length);
            return {
                code: setting_rules/* NO_COMMIT */.U2.name,
                what: `needs the commit, which is unknown: ${commit.trouble ?? 'this is not a Git checkout'}, and GITHUB_SHA is not set.`,
                next: inTag
                    ? 'Set tags, for example tags: v1.2.3 (as a flag: --tags v1.2.3).'
                    : 'Run this in a Git checkout, or set GITHUB_SHA.'
            };
        }
        case 'date': {
            if (token.zone === undefined || (0,tokens/* isTimeZone */.kQ)(token.zone))
                return (0,tokens/* formatDate */.Yq)(token, now);
            const what = `names the time zone ${(0,format/* quote */.hD)(token.zone)}, which is not one of the tz database.`;
            return { code: setting_rules/* MALFORMED */.G7.name, what, next: 'Write one such as Asia/Seoul, or leave it out for UTC.' };
        }
        case 'variable': {
            const value = keepTokens ? 'x' : (0,tokens/* readVariable */.nt)(token, env);
            if (value !== undefined)
                return value;
            const { name, part } = token;
            const which = part === undefined ? name : `part ${part.number} of ${name} between ${(0,format/* quote */.hD)(part.separator)}`;
            return {
                code: setting_rules/* NO_VARIABLE */.Zz.name,
                what: `needs ${which} from the environment, which is not set, empty, or more than one line.`,
                next: `Set ${name} in the environment of this run.`
            };
        }
    }
}

;// CONCATENATED MODULE: ./lib/config/decode/images.js








/**
 * The images to ship: the entries of `images`, else the one that the settings at the top say, else none. An entry takes
 * what it does not say from the top.
 *
 * @param facts for the tokens in tags, build arguments and labels
 */
function decodeImages(settings, facts, report) {
    const entries = settings.get('images');
    if (entries === undefined) {
        const image = decodeImage(settings, facts, report);
        return image === undefined ? [] : [image];
    }
    const single = entries.length === 1;
    const images = entries.flatMap((entry) => {
        const layer = (0,sources/* readMap */.l8)(entry, 'images', resolved_settings/* PRECEDENCE */.LZ.entry, [], report);
        const own = settings.under(layer);
        const container = layer.get('container-name');
        if (!single && container === undefined) {
            const what = 'expected a container: with several images each names its own.';
            report({ code: setting_rules/* MISSING_SETTING */.wz.name, place: entry.place([]), what, next: 'Add container: <name>.' });
        }
        const image = decodeImage(own, facts, report);
        if (image === undefined && !layer.has('image') && !layer.has('repository')) {
            const what = 'there is neither an image nor a repository.';
            const next = 'Add image (one that exists) or repository (to build and push).';
            report({ code: setting_rules/* MISSING_SETTING */.wz.name, place: entry.place([]), what, next });
        }
        return image === undefined ? [] : [{ image, place: entry.place([]) }];
    });
    reportDuplicates(images, report);
    return images.map(({ image }) => image);
}
/** One image from the settings in force for it: `image` exists and is not built, `repository` is built; the stronger one counts. */
function decodeImage(settings, facts, report) {
    const image = settings.explicit('image');
    const repository = settings.explicit('repository');
    const container = settings.get('container-name');
    if (image !== undefined && repository !== undefined && image.strength === repository.strength) {
        report({
            code: setting_rules/* CONFLICT */.p9.name,
            place: image.place,
            what: 'image (one that exists) and repository (to build and push) contradict each other.',
            next: 'Keep one of the two.'
        });
        return undefined;
    }
    const isExisting = (image?.strength ?? 0) > (repository?.strength ?? 0);
    const { image: existing, repository: name, ...target } = settings.getAll('images', table_image/* IMAGE_SETTINGS */.C);
    if (existing !== undefined && isExisting)
        return { kind: 'existing', container, image: existing };
    if (name === undefined || isExisting)
        return undefined;
    const { tags, ...publish } = settings.getAll('images', table_image/* PUBLISH_SETTINGS */.G);
    const { buildArgs, labels, ...build } = settings.getAll('images', table_build/* BUILD_SETTINGS */.n);
    return {
        kind: 'built',
        container,
        ...(0,ecr_host/* parseRepositoryAddress */.A5)(name),
        ...target,
        ...publish,
        build: {
            ...build,
            buildArgs: expandPairs(buildArgs, facts, settings.place('build-args'), report),
            labels: expandPairs(labels, facts, settings.place('labels'), report)
        },
        tags: areTagsBroken(settings) ? [] : expandTags(tags, facts, settings.place('tags'), report)
    };
}
/** The problem was told; a second one about the commit would lead astray. */
function areTagsBroken(settings) {
    const explicit = settings.explicit('tags');
    return explicit !== undefined && explicit.value === undefined;
}
/** Two entries for one container, or two different builds under one name: the second would silently win. */
function reportDuplicates(images, report) {
    const containers = new Set();
    const builds = new Map();
    for (const { image, place } of images) {
        if (image.container !== undefined) {
            if (containers.has(image.container)) {
                const what = `the container ${(0,format/* quote */.hD)(image.container)} has two images.`;
                report({ code: setting_rules/* CONFLICT */.p9.name, place, what, next: 'Keep one of the two.' });
            }
            containers.add(image.container);
        }
        if (image.kind === 'existing')
            continue;
        const build = JSON.stringify(image.build);
        for (const tag of image.tags) {
            const name = `${image.registry === undefined ? '' : `${image.registry.host}/`}${image.repository}:${tag}`;
            if (builds.has(name) && builds.get(name) !== build) {
                const what = `two different builds are to be pushed as ${name}.`;
                report({ code: setting_rules/* CONFLICT */.p9.name, place, what, next: 'Give them different repositories or tags.' });
            }
            builds.set(name, build);
        }
    }
}

// EXTERNAL MODULE: ./lib/config/sources/source-value.js
var source_value = __webpack_require__(6698);
;// CONCATENATED MODULE: ./lib/config/sources/pipeline-map.js






/** The key of `slipway.yml` under which the pipeline is described. No run reads it: `slipway generate pipeline` does. */
const PIPELINE_KEY = 'pipeline';
/** What it may say. As a flag of `slipway generate`, each has the same name. */
const PIPELINE_SETTINGS = {
    deploy: "Who deploys in the pipeline: `aws` (CodePipeline's own action) or `slipway` (a CodeBuild project that runs `slipway deploy`).",
    slipway: "The version that `deploy: slipway` runs, with its hash: `1.2.3#sha512-…` (npm's integrity), or an archive's `https://…#sha256:…`."
};
/** Reads the map `pipeline` at the top of a settings file; what the values mean is the generator's to say. */
function readPipelineMap(file, report) {
    const value = (0,text_record/* isRecord */.u4)(file.value) ? file.value[PIPELINE_KEY] : undefined;
    if (value === undefined || value === null)
        return {};
    const part = (0,source_value/* partOf */.BU)(file, PIPELINE_KEY, value);
    if (!(0,text_record/* isRecord */.u4)(value)) {
        const what = `expected settings of the pipeline (name: value), got ${(0,format/* showValue */.vp)(value)}.`;
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: part.place([]), what, next: '' });
        return {};
    }
    const names = Object.keys(PIPELINE_SETTINGS);
    return Object.fromEntries((0,text_record/* entriesOf */.Mc)(value).flatMap(([name, text]) => {
        const { place } = (0,source_value/* partOf */.BU)(part, name, text);
        if (!names.includes(name)) {
            const near = (0,suggest/* nearestName */.q)(name, names);
            const next = near === undefined ? `There are ${(0,format/* listNames */.Zv)(names)}.` : `Did you mean ${near}?`;
            report({ code: setting_rules/* UNKNOWN_SETTING */.IC.name, place: place([]), what: `Unknown setting ${(0,format/* quote */.hD)(name)}.`, next });
            return [];
        }
        if (typeof text === 'string')
            return text === '' ? [] : [[name, text]];
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: place([]), what: `expected a string, got ${(0,format/* showValue */.vp)(text)}.`, next: '' });
        return [];
    }));
}

// EXTERNAL MODULE: ./lib/config/sources/source-locations.js
var source_locations = __webpack_require__(9672);
// EXTERNAL MODULE: ./lib/config/decode/gates.js
var gates = __webpack_require__(5361);
// EXTERNAL MODULE: ./lib/config/table/settings-table.js
var settings_table = __webpack_require__(9537);
;// CONCATENATED MODULE: ./lib/config/decode/cross-checks.js






const NEEDS = {
    'task-definition': { what: 'without a task definition', next: 'Add task-definition.' },
    service: { what: 'without a service', next: 'Add service.' },
    services: { what: 'without services', next: 'Add services, or leave it out.' },
    'run-task': { what: 'without run-task', next: 'Add run-task: true, or leave it out.' },
    gate: { what: 'without a gate', next: 'Add gate-command or gate-urls, or leave it out.' },
    deployment: { what: 'without deployment', next: 'Add deployment, or leave it out.' },
    cache: { what: 'without cache: registry', next: 'Add cache: registry, or leave it out.' },
    build: { what: 'because nothing is built', next: 'Add repository (to build and push), or leave it out.' }
};
/** Tells settings that make no sense together. Nothing is known here of files and of AWS. */
function checkTogether(settings, config, report) {
    const hasServices = hasEntries(settings, 'services');
    const hasTaskDefinition = settings.explicit('task-definition') !== undefined ||
        config.rollouts.some(({ files }) => files.taskDefinition !== undefined);
    const hasService = settings.explicit('service') !== undefined || hasServices;
    const wantsImages = hasImages(settings);
    const follows = config.deployments.length > 0;
    if (!hasTaskDefinition && !wantsImages && !follows) {
        report({
            code: setting_rules/* MISSING_SETTING */.wz.name,
            place: {},
            what: 'Nothing to do: there is neither a task-definition nor a repository or image.',
            next: `Add task-definition (to register and deploy) or repository (to build and push)${overlayHint(settings)}.`
        });
    }
    if (config.files.taskDefinition?.kind === 'service' && !hasService) {
        const what = 'task-definition: service means the one that the service runs now, and no service is given.';
        report({ code: setting_rules/* MISSING_SETTING */.wz.name, place: settings.place('task-definition'), what, next: NEEDS.service.next });
    }
    const met = {
        'task-definition': hasTaskDefinition,
        // A deployment says itself which service it is of.
        service: hasService || follows,
        services: hasServices,
        'run-task': settings.explicit('run-task')?.value !== false && settings.explicit('run-task') !== undefined,
        gate: config.rollouts.some(({ gate }) => (0,gates/* hasGate */.o)(gate)),
        deployment: follows,
        cache: config.images.some(image => image.kind === 'built' && image.build.cache === 'registry'),
        // With `image` and `repository` in conflict there is no image; that was told.
        build: config.images.length === 0 ? wantsImages : config.images.some(image => image.kind === 'built')
    };
    reportUnmetNeeds(settings, met, report);
    (0,gates/* checkGates */.P)(settings, config, report);
    const doubled = new Set(config.rollouts.flatMap(({ files }) => findDoubled(files)));
    for (const name of doubled) {
        const what = `${(0,format/* quote */.hD)(name)} is both an environment variable and a secret.`;
        const place = (0,source_locations/* locateSetting */.tY)('secrets', settings) ?? settings.place('secrets');
        report({ code: setting_rules/* CONFLICT */.p9.name, place, what, next: 'Keep one of the two.' });
    }
}
/** Names that are given a value and a secret. */
function findDoubled({ environmentVariables, secrets }) {
    const names = new Set(secrets.map(({ name }) => name));
    return environmentVariables.flatMap(({ name }) => (names.has(name) ? [name] : []));
}
/** Whether a list has entries, well said or not. An empty one takes back what the top says. */
function hasEntries(settings, name) {
    const explicit = settings.explicit(name);
    return explicit !== undefined && !(Array.isArray(explicit.value) && explicit.value.length === 0);
}
/** Whether an image is asked for, well said or not. */
function hasImages(settings) {
    if (settings.explicit('images') !== undefined)
        return hasEntries(settings, 'images');
    return settings.explicit('image') !== undefined || settings.explicit('repository') !== undefined;
}
function overlayHint(settings) {
    return settings.explicit('environment') === undefined
        ? ', or choose an environment of slipway.yml that has them'
        : '';
}
/** Only inputs and flags are held to it: a file serves several jobs, and not every one uses all of it. */
function reportUnmetNeeds(settings, met, report) {
    for (const option of settings_table/* SETTINGS */.yy) {
        const explicit = settings.explicit(option.name);
        if (option.needs === undefined || met[option.needs] || explicit?.strength !== resolved_settings/* PRECEDENCE */.LZ.given)
            continue;
        if (explicit.value === undefined || explicit.value === (0,resolved_settings/* defaultOf */.HA)(option.name))
            continue;
        const { what, next } = NEEDS[option.needs];
        report({ code: setting_rules/* NO_EFFECT */.kE.name, place: explicit.place, what: `${option.name} has no effect ${what}.`, next });
    }
}

// EXTERNAL MODULE: ./lib/text/document.js + 2 modules
var text_document = __webpack_require__(1270);
// EXTERNAL MODULE: ./lib/text/tag-keys.js
var tag_keys = __webpack_require__(8812);
;// CONCATENATED MODULE: ./lib/config/table/api-shapes.js






const STRING = { kind: 'string' };
/** Of a tag that is to be set. */
const TAG_KEY = { kind: 'tag-key' };
const INTEGER = { kind: 'integer' };
const BOOLEAN = { kind: 'boolean' };
function listOf(member) {
    return { kind: 'list', member };
}
function oneOf(...values) {
    return { kind: 'enum', values };
}
function structureOf(name, members, required = []) {
    return { kind: 'structure', name, members, required };
}
/**
 * Reads a value that goes to AWS as it is. An unknown or mistyped member is told with its path and the nearest name: the SDK would drop
 * it without a word. `null` is absent.
 *
 * @returns the value; undefined after a problem was told
 */
function readShape(data, shape, report) {
    // Each value was compared with its part of the shape, from which the type is made.
    return checkShape(data, shape, report);
}
function checkShape(data, shape, report) {
    const { value } = data;
    switch (shape.kind) {
        case 'string':
            return typeof value === 'string' ? value : refuse(data, 'a string', report);
        case 'tag-key':
            return typeof value === 'string' && !(0,tag_keys/* isReservedTagKey */.i)(value)
                ? value
                : refuse(data, "a key that does not start with aws:, as only AWS's own do", report);
        case 'integer':
            return Number.isSafeInteger(value) ? value : refuse(data, 'a whole number', report);
        case 'boolean':
            return typeof value === 'boolean' ? value : refuse(data, 'true or false', report);
        case 'enum':
            return typeof value === 'string' && shape.values.includes(value)
                ? value
                : refuse(data, (0,format/* listNames */.Zv)(shape.values, 'or'), report);
        case 'list':
            return Array.isArray(value) ? readItems(data, value, shape.member, report) : refuse(data, 'a list', report);
        case 'structure':
            return (0,text_record/* isRecord */.u4)(value) ? readMembers(data, shape, report) : refuse(data, `an object (${shape.name})`, report);
    }
}
function refuse(data, expected, report) {
    const what = `expected ${expected}, got ${(0,format/* showValue */.vp)(data.value)}.`;
    report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: data.place([]), what, next: '' });
    return undefined;
}
function readItems(data, items, member, report) {
    const read = items.map((item, index) => checkShape((0,source_value/* partOf */.BU)(data, index, item), member, report));
    return read.includes(undefined) ? undefined : read;
}
function readMembers(data, shape, report) {
    const record = (0,text_record/* isRecord */.u4)(data.value) ? data.value : {};
    const names = Object.keys(shape.members);
    const present = (0,text_record/* entriesOf */.Mc)(record).filter(([, value]) => value !== null);
    const read = present.map(([name, value]) => {
        const part = (0,source_value/* partOf */.BU)(data, name, value);
        const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        if (member !== undefined)
            return [name, checkShape(part, member, report)];
        const near = (0,suggest/* nearestName */.q)(name, names);
        const what = `${shape.name} has no member ${(0,format/* quote */.hD)(name)}; it has ${(0,format/* listNames */.Zv)(names)}.`;
        report({
            code: shape_rules/* UNKNOWN_FIELD */.qJ.name,
            place: part.place([]),
            what,
            next: near === undefined ? '' : `Did you mean ${near}?`
        });
        return [name, undefined];
    });
    const missing = shape.required.filter(name => !present.some(([there]) => there === name));
    for (const name of missing) {
        const what = `${shape.name} needs ${name}.`;
        report({ code: shape_rules/* MISSING_FIELD */.Ws.name, place: data.place([]), what, next: `Add ${name}.` });
    }
    return missing.length > 0 || read.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(read);
}

;// CONCATENATED MODULE: ./lib/config/table/run-task-shapes.js

const PAIR = structureOf('KeyValuePair', { name: STRING, value: STRING });
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html */
const TAG = structureOf('Tag', { key: TAG_KEY, value: STRING }, ['key']);
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html */
const CONTAINER_OVERRIDE = structureOf('ContainerOverride', {
    name: STRING,
    command: listOf(STRING),
    environment: listOf(PAIR),
    environmentFiles: listOf(structureOf('EnvironmentFile', { value: STRING, type: oneOf('s3') }, ['value', 'type'])),
    cpu: INTEGER,
    memory: INTEGER,
    memoryReservation: INTEGER,
    resourceRequirements: listOf(structureOf('ResourceRequirement', { value: STRING, type: oneOf('GPU', 'InferenceAccelerator', 'NeuronDevice') }, ['type']))
}, ['name']);
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const CAPACITY_PROVIDER = structureOf('CapacityProviderStrategyItem', { capacityProvider: STRING, weight: INTEGER, base: INTEGER }, ['capacityProvider']);
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html; containers have a setting of their own. */
const TASK_OVERRIDES = structureOf('TaskOverride', {
    cpu: STRING,
    memory: STRING,
    taskRoleArn: STRING,
    executionRoleArn: STRING,
    ephemeralStorage: structureOf('EphemeralStorage', { sizeInGiB: INTEGER }, ['sizeInGiB'])
});
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html */
const PLACEMENT_CONSTRAINT = structureOf('PlacementConstraint', { type: oneOf('distinctInstance', 'memberOf'), expression: STRING }, ['type']);
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html */
const PLACEMENT_STRATEGY = structureOf('PlacementStrategy', { type: oneOf('random', 'spread', 'binpack'), field: STRING }, ['type']);
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html */
const VOLUME = structureOf('TaskManagedEBSVolumeConfiguration', {
    encrypted: BOOLEAN,
    kmsKeyId: STRING,
    volumeType: STRING,
    sizeInGiB: INTEGER,
    snapshotId: STRING,
    volumeInitializationRate: INTEGER,
    iops: INTEGER,
    throughput: INTEGER,
    tagSpecifications: listOf(structureOf('EBSTagSpecification', {
        resourceType: oneOf('volume'),
        tags: listOf(TAG),
        propagateTags: oneOf('TASK_DEFINITION', 'SERVICE', 'NONE')
    }, ['resourceType'])),
    roleArn: STRING,
    terminationPolicy: structureOf('TaskManagedEBSVolumeTerminationPolicy', { deleteOnTermination: BOOLEAN }, [
        'deleteOnTermination'
    ]),
    filesystemType: oneOf('ext3', 'ext4', 'xfs', 'ntfs')
}, ['roleArn']);

// EXTERNAL MODULE: ./lib/config/table/run-task.js
var run_task = __webpack_require__(9744);
;// CONCATENATED MODULE: ./lib/config/decode/run-task.js







/**
 * The task before the rollout; undefined where none is asked for. What is said for it is checked in any case: a mistake shall not wait
 * for the day on which `run-task` is set.
 */
function decodeRunTask(settings, report) {
    const { runTask, containerOverrides, overrides, capacityProviderStrategy, placementConstraints, placementStrategy, tags, volumeName, volume, ...asTheyAre } = settings.getAll('run', run_task/* RUN_TASK_SETTINGS */.S);
    const providers = readAll(capacityProviderStrategy, CAPACITY_PROVIDER, report);
    const checked = {
        containerOverrides: readAll(containerOverrides, CONTAINER_OVERRIDE, report),
        taskOverrides: readText('run-task-overrides', overrides, TASK_OVERRIDES, settings, report) ?? {},
        // An empty list takes none from the service.
        placementConstraints: placementConstraints && readAll(placementConstraints, PLACEMENT_CONSTRAINT, report),
        placementStrategy: placementStrategy && readAll(placementStrategy, PLACEMENT_STRATEGY, report),
        capacityProviderStrategy: providers.length === 0 ? undefined : providers,
        tags: readAll(tags, TAG, report),
        volume: decodeVolume(volumeName, volume, settings, report)
    };
    reportTwoLaunches(settings, report);
    return runTask ? { ...asTheyAre, ...checked } : undefined;
}
function readAll(entries, shape, report) {
    return (entries ?? []).flatMap(entry => {
        const value = readShape(entry, shape, report);
        return value === undefined ? [] : [value];
    });
}
/** RunTask takes one of the two: "Specifying both a launch type and capacity provider strategy is not supported." */
function reportTwoLaunches(settings, report) {
    const type = settings.explicit('run-task-launch-type');
    const strategy = settings.explicit('run-task-capacity-provider-strategy');
    if (type === undefined || strategy === undefined)
        return;
    report({
        code: setting_rules/* CONFLICT */.p9.name,
        place: type.place,
        what: 'run-task-launch-type and run-task-capacity-provider-strategy contradict each other: ECS takes one of the two.',
        next: 'Keep one of the two.'
    });
}
function decodeVolume(name, text, settings, report) {
    if (name === undefined && text === undefined)
        return undefined;
    if (name === undefined || text === undefined) {
        const [explicit, missing] = name === undefined
            ? ['run-task-managed-ebs-volume', 'run-task-managed-ebs-volume-name']
            : ['run-task-managed-ebs-volume-name', 'run-task-managed-ebs-volume'];
        const what = `${explicit} has no effect without ${missing}.`;
        report({ code: setting_rules/* NO_EFFECT */.kE.name, place: settings.place(explicit), what, next: `Add ${missing}.` });
        return undefined;
    }
    const volume = readText('run-task-managed-ebs-volume', text, VOLUME, settings, report);
    return volume === undefined ? undefined : { name, managedEBSVolume: volume };
}
/** A setting that is one of AWS's shapes, written as JSON in a text. */
function readText(name, text, shape, settings, report) {
    if (text === undefined)
        return undefined;
    const place = settings.place(name);
    try {
        const data = (0,source_value/* dataOf */.qu)((0,text_document/* readDocument */.u0)(name, new TextEncoder().encode(text)));
        const below = { ...data, place: path => ({ ...place, path: data.place(path).path ?? place.path }) };
        return readShape(below, shape, report);
    }
    catch (error) {
        if (!(error instanceof errors/* RuleProblemsError */.lj))
            throw error;
        for (const problem of error.problems)
            report({ ...problem, place });
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/config/decode/services.js





/**
 * What is rolled out: the entries of `services`, else what the settings at the top say. An entry takes what it does not say from the top.
 *
 * A `service` that is said more strongly than `services` chooses: its entry where there is one, so that `--service=web` rolls out one of
 * those in the file; else it stands for itself.
 *
 * @param decode reads one service from the settings in force for it
 */
function decodeServices(settings, decode, report) {
    const entries = settings.get('services') ?? [];
    const chosen = settings.explicit('service');
    const strength = settings.explicit('services')?.strength ?? 0;
    if (entries.length > 0 && chosen?.strength === strength) {
        report({
            code: setting_rules/* CONFLICT */.p9.name,
            place: chosen.place,
            what: 'service (one) and services (several) contradict each other.',
            next: 'Keep one of the two.'
        });
    }
    const services = entries.map(entry => decodeEntry(entry, settings, decode, report));
    if (chosen !== undefined && chosen.strength > strength) {
        return [services.find(({ rollout }) => rollout.service === chosen.value) ?? decode(settings)];
    }
    services_reportDuplicates(services, entries, report);
    const [first, ...rest] = giveFolders(services);
    return first === undefined ? [decode(settings)] : [first, ...rest];
}
function decodeEntry(entry, settings, decode, report) {
    const layer = (0,sources/* readMap */.l8)(entry, 'services', resolved_settings/* PRECEDENCE */.LZ.entry, [], report);
    if (!layer.has('service')) {
        const what = 'expected a service: each entry names its own.';
        report({ code: setting_rules/* MISSING_SETTING */.wz.name, place: entry.place([]), what, next: 'Add service: <name>.' });
    }
    const own = settings.under(layer);
    if (own.explicit('task-definition') === undefined) {
        const what = 'there is no task-definition, neither in this entry nor for all services.';
        report({ code: setting_rules/* MISSING_SETTING */.wz.name, place: entry.place([]), what, next: 'Add task-definition.' });
    }
    return decode(own);
}
/** Two deployments of one service: the later would take the place of the earlier. */
function services_reportDuplicates(services, entries, report) {
    const seen = new Set();
    for (const [index, { rollout }] of services.entries()) {
        if (rollout.service === undefined)
            continue;
        const name = `${(0,arn/* resourceName */.Iy)(rollout.cluster)}/${(0,arn/* resourceName */.Iy)(rollout.service)}`;
        if (seen.has(name)) {
            const what = `the service ${(0,format/* quote */.hD)(name)} is listed twice.`;
            report({ code: setting_rules/* CONFLICT */.p9.name, place: entries[index]?.place([]) ?? {}, what, next: 'Keep one of the two.' });
        }
        seen.add(name);
    }
}
/** Each service's files in a folder of its name; two of one name, in different clusters, have the cluster's before it. */
function giveFolders(services) {
    if (services.length < 2)
        return services;
    const names = services.map(({ rollout }) => (0,arn/* resourceName */.Iy)(rollout.service ?? ''));
    return services.map((service, index) => {
        const name = names[index] ?? '';
        const unique = names.filter(other => other === name).length === 1;
        const folder = unique ? name : `${(0,arn/* resourceName */.Iy)(service.rollout.cluster)}-${name}`;
        return {
            ...service,
            files: { ...service.files, artifactsDirectory: `${service.files.artifactsDirectory}/${folder}` }
        };
    });
}

;// CONCATENATED MODULE: ./lib/config/decode/task-definition-source.js



const FAMILY = /^[A-Za-z0-9_-]{1,255}(?::[1-9][0-9]*)?$/;
/**
 * Tells by its form alone what `task-definition` names: `service` is the one that the service runs; what starts with
 * `arn:` is an ARN; what has a `.`, a `/` or a `\` in it is a path, as a family has none of them
 * (RegisterTaskDefinition: letters, digits, - and _); the rest is `family` or `family:revision`. A file without a
 * suffix is named `./file`.
 */
function readTaskDefinitionSource(text, place, report) {
    if (text === 'service')
        return { kind: 'service' };
    if ((0,arn/* isArn */.EH)(text)) {
        if (isTaskDefinitionArn(text))
            return { kind: 'registered', reference: text };
        const what = `expected a task definition's ARN such as arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7, got ${(0,format/* quote */.hD)(text)}.`;
        report({ code: setting_rules/* MALFORMED */.G7.name, place, what, next: '' });
        return undefined;
    }
    if (/[./\\]/.test(text))
        return { kind: 'file', path: text };
    const family = text.replace(/:[^:]*$/, '');
    if (FAMILY.test(text))
        return { kind: 'registered', reference: text };
    report({
        code: setting_rules/* MALFORMED */.G7.name,
        place,
        what: `expected a path, family, family:revision (a number), an ARN, or service, got ${(0,format/* quote */.hD)(text)}.`,
        next: FAMILY.test(family) && text !== family ? `For the newest revision write ${family}.` : ''
    });
    return undefined;
}
function isTaskDefinitionArn(text) {
    const { service, region = '', resource = '' } = (0,arn/* parseArn */.Lw)(text) ?? {};
    return (service === 'ecs' &&
        /^[a-z0-9-]+$/.test(region) &&
        (0,arn/* accountOf */.XP)(text) !== undefined &&
        /^task-definition\/[A-Za-z0-9_-]{1,255}(?::[0-9]+)?$/.test(resource));
}

;// CONCATENATED MODULE: ./lib/config/decode/decode.js






















/** The settings' file where `config` names no other. */
const DEFAULT_CONFIG_FILE = 'slipway.yml';
/**
 * Decodes what was asked into one complete Config. Order of strength: flag or input, `environments.<name>` of the file,
 * the top of the file, AWS's and GitHub's own variables, the default. A stronger value takes the place of a weaker one
 * whole: lists and maps are not merged.
 *
 * @throws ProblemsError with all that is wrong, each with its place and what would be right
 */
function decodeSettings(sources) {
    const { config, problems } = decodeAll(sources);
    if (problems.length > 0)
        throw new errors/* RuleProblemsError */.lj(problems);
    return { config };
}
/** The same without throwing, for those who have more to find wrong: the files that are named right can still be read. */
function decodeAll(sources) {
    const problems = [];
    const reported = new Set();
    const report = problem => {
        // What stands at the top is read for each of `services`.
        const text = (0,errors/* formatProblem */.Vw)(problem);
        if (!reported.has(text))
            problems.push(problem);
        reported.add(text);
    };
    const layers = readLayers(sources, report);
    const settings = (0,resolved_settings/* mergeLayers */.J)([...layers, ...(IMPLIED[sources.purpose ?? 'rollout'] ?? [])]);
    const config = decodeConfig(settings, sources, report);
    // What a misspelt name was to say is not known, so nothing can be said to be missing.
    const isReadable = !problems.some(({ code }) => code.startsWith('unknown-'));
    if (isReadable && sources.purpose !== 'service')
        checkTogether(settings, config, report);
    return { config, problems, locate: path => (0,source_locations/* locateSetting */.tY)(path, settings) };
}
/** Weaker than all that is said: what a service that is only looked at is about, or what a folder of written files has. */
const IMPLIED = {
    service: [impliedTaskDefinition('service')],
    artifacts: [impliedTaskDefinition('taskdefinition.json')]
};
function impliedTaskDefinition(value) {
    return new Map([['task-definition', { value, place: {}, strength: resolved_settings/* PRECEDENCE */.LZ.variable }]]);
}
function readLayers({ given, givenFrom, file, env }, report) {
    const givenLayer = (0,sources/* readGiven */.Q8)(given, givenFrom, report);
    const variables = (0,sources/* readVariables */.Ch)(env, report);
    if (file === undefined) {
        reportUnknownEnvironment((0,resolved_settings/* mergeLayers */.J)([givenLayer]), undefined, new Map(), report);
        return [givenLayer, variables];
    }
    const data = (0,source_value/* dataOf */.qu)(file);
    const top = (0,sources/* readMap */.l8)(data, 'file', resolved_settings/* PRECEDENCE */.LZ.file, ['environments', '$schema', PIPELINE_KEY], report);
    const overlays = readOverlays(data, report);
    const chosen = (0,resolved_settings/* mergeLayers */.J)([givenLayer, top]).get('environment');
    const overlay = chosen === undefined ? undefined : overlays.get(chosen);
    if (overlay === undefined)
        reportUnknownEnvironment((0,resolved_settings/* mergeLayers */.J)([givenLayer, top]), file.file, overlays, report);
    return [givenLayer, overlay ?? new Map(), top, variables];
}
/** All overlays are read, so that a mistake in `prod` is told before the day of its release. */
function readOverlays(data, report) {
    const value = (0,text_record/* isRecord */.u4)(data.value) ? data.value['environments'] : undefined;
    if (value === undefined || value === null)
        return new Map();
    const part = (0,source_value/* partOf */.BU)(data, 'environments', value);
    if (!(0,text_record/* isRecord */.u4)(value)) {
        const what = `expected environments with their settings (name: { setting: value }), got ${(0,format/* showValue */.vp)(value)}.`;
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: part.place([]), what, next: '' });
        return new Map();
    }
    return new Map((0,text_record/* entriesOf */.Mc)(value).map(([name, settings]) => [
        name,
        (0,sources/* readMap */.l8)((0,source_value/* partOf */.BU)(part, name, settings), 'environments', resolved_settings/* PRECEDENCE */.LZ.environment, [], report)
    ]));
}
function reportUnknownEnvironment(settings, file, overlays, report) {
    const wanted = settings.get('environment');
    if (wanted === undefined)
        return;
    const names = [...overlays.keys()];
    report({
        code: setting_rules/* UNKNOWN_ENVIRONMENT */.z_.name,
        place: settings.place('environment'),
        what: `There is no environment ${(0,format/* quote */.hD)(wanted)}: ${describeEnvironments(file, names)}.`,
        next: adviseEnvironment(wanted, file, names)
    });
}
function describeEnvironments(file, names) {
    if (file === undefined)
        return `there is no ${DEFAULT_CONFIG_FILE} that could have it`;
    return names.length === 0 ? `${file} has no environments` : `${file} has ${(0,format/* listNames */.Zv)(names)}`;
}
function adviseEnvironment(wanted, file, names) {
    const near = (0,suggest/* nearestName */.q)(wanted, names);
    if (near !== undefined)
        return `Did you mean ${near}?`;
    if (names.length > 0)
        return '';
    return `Leave it out, or say under environments of ${file ?? DEFAULT_CONFIG_FILE} what is different there.`;
}
function decodeConfig(settings, sources, report) {
    const { region, roleToAssume, roleSessionName, roleDurationSeconds, ...where } = settings.getAll('run', table_where/* WHERE_SETTINGS */.i);
    const { artifactsDirectory, ...files } = settings.getAll('run', table_files/* FILES_SETTINGS */._);
    const decode = (own) => ({
        files: decodeFiles(own, artifactsDirectory, report),
        rollout: own.getAll('services', rollout/* ROLLOUT_SETTINGS */.c),
        gate: own.getAll('services', gate/* GATE_SETTINGS */.C)
    });
    const rollouts = decodeServices(settings, decode, report);
    if (settings.explicit('region') === undefined && sources.purpose !== 'check')
        reportMissingRegion(report);
    return {
        ...where,
        ...settings.getAll('run', table_image/* IMAGE_SETTINGS */.C),
        ...settings.getAll('run', table_image/* PUBLISH_SETTINGS */.G),
        ...files,
        ...settings.getAll('run', rollout/* ROLLOUT_SETTINGS */.c),
        ...settings.getAll('run', gate/* GATE_SETTINGS */.C),
        region: region ?? '',
        role: isOfCodeBuild(sources)
            ? undefined
            : decodeRole(roleToAssume, roleSessionName, roleDurationSeconds, sources.env),
        deploysArtifacts: sources.purpose === 'artifacts',
        pipeline: sources.file === undefined ? {} : readPipelineMap((0,source_value/* dataOf */.qu)(sources.file), report),
        images: isBuilding(sources) && settings.get('deployment').length === 0
            ? decodeImages(settings, factsOf(sources), report)
            : [],
        ...rollouts[0],
        rollouts,
        runTask: decodeRunTask(settings, report),
        report: decodeReport(settings)
    };
}
function factsOf({ source, now = 0, env }) {
    return { commit: source, now, env };
}
function isBuilding({ purpose }) {
    return purpose !== 'service' && purpose !== 'artifacts';
}
/** A deploy project of CodeBuild has a role of its own, and role-to-assume is assumed with a token that only GitHub's jobs have. */
function isOfCodeBuild({ purpose, env }) {
    return purpose === 'artifacts' && (env['CODEBUILD_BUILD_ARN'] ?? '') !== '';
}
function reportMissingRegion(report) {
    report({
        code: setting_rules/* MISSING_SETTING */.wz.name,
        place: {},
        what: 'The region is missing.',
        next: `Set region as an input or flag, in ${DEFAULT_CONFIG_FILE}, or in the environment as AWS_REGION.`
    });
}
function decodeReport(settings) {
    const { githubToken, githubEnvironment, environmentUrl, ...report } = settings.getAll('run', table_report/* REPORT_SETTINGS */.$);
    const environment = githubEnvironment ?? settings.get('environment');
    return { ...report, github: { token: githubToken, environment, environmentUrl } };
}
function decodeRole(arn, sessionName, durationSeconds, env) {
    if (arn === undefined)
        return undefined;
    const run = env['GITHUB_RUN_ID'] ?? '';
    const usual = /^[0-9]{1,40}$/.test(run) ? `Slipway-${run}` : 'Slipway';
    return { arn, sessionName: sessionName ?? usual, durationSeconds };
}
function decodeFiles(settings, artifactsDirectory, report) {
    const { taskDefinition: source, ...files } = settings.getAll('services', table_files/* FILES_SETTINGS */._);
    const taskDefinition = source === undefined ? undefined : readTaskDefinitionSource(source, settings.place('task-definition'), report);
    return { ...files, taskDefinition, artifactsDirectory };
}


/***/ }),

/***/ 5361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ checkGates),
/* harmony export */   o: () => (/* binding */ hasGate)
/* harmony export */ });
/* harmony import */ var _setting_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4112);

/** Whether there is something to test the new version with. */
function hasGate({ gateCommand, gateUrls }) {
    return gateCommand !== undefined || gateUrls.length > 0;
}
/** Tells settings of gates that contradict others. */
function checkGates(settings, config, report) {
    const { rollouts } = config;
    if (config.deployments.length > 0 && config.dryRun) {
        const what = 'dry-run and deployment contradict each other: to follow a deployment changes nothing that could be planned.';
        report({ code: _setting_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFLICT */ .p9.name, place: settings.place('deployment'), what, next: 'Keep one of the two.' });
    }
    const place = settings.place('wait-for');
    for (const { rollout, gate } of rollouts) {
        const { waitFor } = rollout;
        if (!hasGate(gate))
            continue;
        if (waitFor === 'nothing' || waitFor === 'started') {
            const what = `wait-for: ${waitFor} ends before the gate (gate-command, gate-urls) can answer.`;
            report({ code: _setting_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFLICT */ .p9.name, place, what, next: 'Use wait-for: live or stable.' });
        }
        if (waitFor === 'paused' && gate.gateAt === 'live') {
            const what = 'wait-for: paused ends before gate-at: live, when the new version has all traffic.';
            report({ code: _setting_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFLICT */ .p9.name, place, what, next: 'Run the gate in the job that continues the deployment.' });
        }
    }
}


/***/ }),

/***/ 8631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ splitWords)
/* harmony export */ });
/**
 * Splits a command line into words as a POSIX shell does: white space separates, '…' keeps everything, "…" keeps all
 * but a backslash before " \ $ or `, a bare backslash keeps the next character. Nothing is expanded.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 *
 * @returns the words, or what is wrong with the line
 */
function splitWords(line) {
    const words = [];
    let word;
    let rest = line;
    while (rest !== '') {
        const piece = takePiece(rest);
        if (piece === undefined)
            return rest.startsWith('\\') ? 'a backslash with nothing after it' : 'a quote without its end';
        rest = rest.slice(piece.length);
        if (piece.text !== undefined)
            word = (word ?? '') + piece.text;
        else if (word !== undefined) {
            words.push(word);
            word = undefined;
        }
    }
    return word === undefined ? words : [...words, word];
}
/** What stands at the start: so many characters that mean this text, or white space (no text). */
function takePiece(rest) {
    const space = /^\s+/.exec(rest);
    if (space !== null)
        return { length: space[0].length, text: undefined };
    const plain = /^[^\s'"\\]+/.exec(rest) ?? /^\\(?<kept>[^])/.exec(rest) ?? /^'(?<kept>[^']*)'/.exec(rest);
    if (plain !== null)
        return { length: plain[0].length, text: plain.groups?.['kept'] ?? plain[0] };
    const double = /^"(?<kept>(?:[^"\\]|\\[^])*)"/.exec(rest);
    if (double === null)
        return undefined;
    return { length: double[0].length, text: (double.groups?.['kept'] ?? '').replace(/\\(["\\$`])/g, '$1') };
}


/***/ }),

/***/ 1718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J2: () => (/* binding */ decodeBoolean),
  wz: () => (/* binding */ decodeValue),
  pC: () => (/* binding */ describeRange)
});

// EXTERNAL MODULE: ./lib/text/shape-rules.js
var shape_rules = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/config/setting-rules.js
var setting_rules = __webpack_require__(4112);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/document.js + 2 modules
var text_document = __webpack_require__(1270);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/config/sources/source-value.js
var source_value = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/config/decode/shell-words.js
var shell_words = __webpack_require__(8631);
;// CONCATENATED MODULE: ./lib/config/decode/strings.js



/** The problem of a value in a document that is no text where one is expected. */
function describeNotAString(value, source, place, sensitive) {
    const scalar = typeof value === 'number' || typeof value === 'boolean';
    const written = source ?? String(value);
    return {
        code: shape_rules/* WRONG_TYPE */.V$.name,
        place,
        what: `expected a string, got ${scalar && !sensitive ? `the ${typeof value} ${written}` : (0,format/* nameKind */.uo)(value)}.`,
        next: scalar ? `Put it in quotes${sensitive ? '' : `: ${(0,format/* quote */.hD)(written)}`}.` : ''
    };
}
/** Whether a text has the form; tells the problem where it has not. */
function matchesFormat(form, text, place, sensitive, report) {
    if (new RegExp(form.pattern, 'u').test(text))
        return true;
    report({
        code: setting_rules/* MALFORMED */.G7.name,
        place,
        what: `expected ${form.description}${sensitive ? '' : `, got ${(0,format/* quote */.hD)(text)}`}.`,
        next: sensitive ? '' : (form.advise?.(text) ?? '')
    });
    return false;
}

;// CONCATENATED MODULE: ./lib/config/decode/lists.js










/** What an empty value comes from as a rule. */
const UNSET = 'The variable that it comes from may not be set.';
/** Texts: a list in a document; a text (anywhere) is split at line ends, and at commas where the setting has short values. */
function decodeList(option, raw, report) {
    const separator = option.separator === 'comma' ? /[,\n]/ : /\n/;
    const items = readItems(raw, separator, 'a list of texts', option.sensitive === true, report);
    if (items === undefined)
        return undefined;
    const { form } = option;
    const good = items.filter(({ text, place }) => form === undefined || matchesFormat(form, text, place, option.sensitive === true, report));
    if (good.length < items.length)
        return undefined;
    if (option.atLeastOne === true && good.length === 0) {
        report({
            code: setting_rules/* MALFORMED */.G7.name,
            place: (0,source_value/* placeOf */.$t)(raw),
            what: 'expected at least one, got none.',
            next: raw.form === 'text' ? UNSET : ''
        });
        return undefined;
    }
    return good.map(({ text }) => text);
}
function readItems(raw, separator, expected, sensitive, report) {
    if (raw.form === 'text')
        return splitText(raw.text, separator, raw.place);
    const { value } = raw.data;
    if (typeof value === 'string')
        return splitText(value, separator, raw.data.place([]));
    if (!Array.isArray(value)) {
        report(describeKind(value, expected, raw.data));
        return undefined;
    }
    const items = value.map((item, index) => {
        const part = (0,source_value/* partOf */.BU)(raw.data, index, item);
        if (typeof item === 'string')
            return { text: item.trim(), place: part.place([]) };
        report(describeNotAString(item, part.source([]), part.place([]), sensitive));
        return undefined;
    });
    const good = items.filter(item => item !== undefined);
    return good.length === items.length ? good.filter(({ text }) => text !== '') : undefined;
}
function splitText(text, separator, place) {
    return text
        .split(separator)
        .map((part, index) => ({ text: part.trim(), place, line: index + 1 }))
        .filter(item => item.text !== '');
}
function describeKind(value, expected, data) {
    const scalar = typeof value === 'number' || typeof value === 'boolean';
    const got = scalar ? `the ${typeof value} ${data.source([]) ?? String(value)}` : (0,format/* nameKind */.uo)(value);
    return { code: shape_rules/* WRONG_TYPE */.V$.name, place: data.place([]), what: `expected ${expected}, got ${got}.`, next: '' };
}
/** A command: a list of words as they are, or a text: a JSON list of texts, else split as a shell splits it. */
function decodeWords(raw, report) {
    if (raw.form === 'data' && Array.isArray(raw.data.value))
        return readWords(raw.data, raw.data.value, report);
    const text = raw.form === 'text' ? raw.text : raw.data.value;
    if (typeof text !== 'string') {
        if (raw.form === 'data')
            report(describeKind(text, 'a list of words or one line', raw.data));
        return undefined;
    }
    if (looksListed(text)) {
        const listed = readJsonWords(text);
        if (listed !== undefined)
            return listed;
        const what = `expected a JSON list of texts, or one line as in a shell, got ${(0,format/* quote */.hD)(text.trim())}.`;
        report({ code: setting_rules/* MALFORMED */.G7.name, place: (0,source_value/* placeOf */.$t)(raw), what, next: 'Write it as ["node", "server.js"].' });
        return undefined;
    }
    const words = (0,shell_words/* splitWords */.y)(text);
    if (typeof words !== 'string')
        return words;
    report({ code: setting_rules/* MALFORMED */.G7.name, place: (0,source_value/* placeOf */.$t)(raw), what: `${words} in ${(0,format/* quote */.hD)(text.trim())}.`, next: 'Close it.' });
    return undefined;
}
function readWords(data, list, report) {
    const words = list.map((word, index) => {
        if (typeof word === 'string')
            return word;
        report(describeNotAString(word, data.source([index]), data.place([index]), false));
        return undefined;
    });
    const good = words.filter(word => word !== undefined);
    return good.length === words.length ? good : undefined;
}
/** A list as a Dockerfile's exec form has it, and not the shell's `[`, which is a command of its own: a blank follows that one. */
function looksListed(text) {
    return /^\s*\[(?!\s+[^\s"\]])/.test(text);
}
/** `["node", "server.js"]`; undefined where it is no list of texts. */
function readJsonWords(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every(word => typeof word === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Names and values: lines `NAME=value` (split at the first `=`, quotes stay as they are), in a document also a map or
 * a list of such lines. A bare number or boolean in a map counts as it is written: `VERSION: 1.10` is `1.10`.
 */
function decodePairs(option, raw, report) {
    const read = raw.form === 'data' && (0,record/* isRecord */.u4)(raw.data.value) ? readMap(raw.data, report) : readLines(option, raw, report);
    if (read === undefined)
        return undefined;
    const pairs = checkPairs(option, read, report);
    return pairs.length === read.length ? pairs : undefined;
}
function readMap(data, report) {
    const entries = (0,record/* isRecord */.u4)(data.value) ? (0,record/* entriesOf */.Mc)(data.value) : [];
    const pairs = entries.map(([name, value]) => {
        const part = (0,source_value/* partOf */.BU)(data, name, value);
        const place = part.place([]);
        if (typeof value === 'string')
            return { name, value, place };
        if (typeof value === 'number' || typeof value === 'boolean') {
            return { name, value: part.source([]) ?? String(value), place };
        }
        const next = value === null ? 'For an empty value write "".' : '';
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place, what: `expected a string, got ${(0,format/* nameKind */.uo)(value)}.`, next });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function readLines(option, raw, report) {
    const items = readItems(raw, /\n/, 'a map, or lines NAME=value', option.sensitive === true, report);
    if (items === undefined)
        return undefined;
    const pairs = items.map(({ text, place, line }) => {
        const at = text.indexOf('=');
        if (at > 0)
            return { name: text.slice(0, at).trim(), value: text.slice(at + 1), place };
        const which = line === undefined ? '' : `line ${line}: `;
        const got = option.sensitive === true ? `a line without ${at === 0 ? 'a name' : '='}` : (0,format/* quote */.hD)(text);
        report({ code: setting_rules/* MALFORMED */.G7.name, place, what: `${which}expected NAME=value, got ${got}.`, next: adviseLine(text) });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function adviseLine(text) {
    if (/^[A-Za-z_]\w*:\s/.test(text))
        return 'Write = in place of the colon.';
    return '';
}
function checkPairs(option, pairs, report) {
    const names = new Set();
    return pairs
        .filter(({ name, value, place }) => {
        const twice = names.has(name);
        names.add(name);
        const empty = option.valueRequired === true && value.trim() === '';
        if (twice)
            report({ code: setting_rules/* CONFLICT */.p9.name, place, what: `${(0,format/* quote */.hD)(name)} is given twice.`, next: 'Keep one of the two.' });
        else if (empty) {
            report({ code: setting_rules/* MALFORMED */.G7.name, place, what: `expected a value for ${(0,format/* quote */.hD)(name)}, got none.`, next: UNSET });
        }
        return !twice && !empty;
    })
        .map(({ name, value }) => ({ name, value }));
}
/** The entries of a list of maps. As a text it is YAML (or JSON); its places then name the way into it. */
function decodeObjects(option, raw, report) {
    const data = raw.form === 'data' ? raw.data : readYamlText(option.name, raw.text, raw.place, report);
    if (data === undefined)
        return undefined;
    if (!Array.isArray(data.value)) {
        const got = (0,format/* showValue */.vp)(data.value);
        const next = (0,record/* isRecord */.u4)(data.value) ? 'Write "- " before each entry.' : '';
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: data.place([]), what: `expected a list of entries, got ${got}.`, next });
        return undefined;
    }
    const parts = data.value.map((value, index) => (0,source_value/* partOf */.BU)(data, index, value));
    const good = parts.filter(part => {
        if ((0,record/* isRecord */.u4)(part.value))
            return true;
        report(describeKind(part.value, 'an entry with settings (name: value)', part));
        return false;
    });
    return good.length === parts.length ? good : undefined;
}
function readYamlText(name, text, place, report) {
    try {
        const document = (0,text_document/* readDocument */.u0)(name, new TextEncoder().encode(text));
        return {
            value: document.value,
            place: path => (path.length === 0 ? place : { path: (0,text_path/* formatPath */.j)([name, ...path]) }),
            source: path => document.source(path)
        };
    }
    catch (error) {
        if (!(error instanceof errors/* RuleProblemsError */.lj))
            throw error;
        for (const problem of error.problems) {
            const { line, column } = problem.place;
            const position = line === undefined ? '' : `line ${line}, column ${column ?? 1} of the text: `;
            report({ ...problem, place, what: position + problem.what });
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/config/decode/values.js







/** One decoder for each kind of setting. */
const DECODERS = {
    string: decodeString,
    boolean: (_row, raw, report) => decodeBoolean(raw, report),
    integer: decodeInteger,
    enum: decodeEnum,
    list: decodeList,
    words: (_row, raw, report) => decodeWords(raw, report),
    pairs: decodePairs,
    objects: decodeObjects
};
/**
 * Decodes what was said for a setting by the setting's kind.
 *
 * Texts (inputs, flags, variables) spell everything; documents have real booleans, numbers, lists and maps, and a
 * quoted number or boolean is told as a mistake, as is a bare number where a text is meant: `1.10` would become `1.1`.
 *
 * @param raw something that is set (`isSet`)
 * @returns the value, of an enum one of its `values`; undefined after a problem was told
 */
function decodeValue(row, raw, report) {
    return DECODERS[row.kind](row, raw, report);
}
function decodeString(option, raw, report) {
    const text = readText(raw, option.sensitive === true, report);
    if (text === undefined)
        return undefined;
    return option.form === undefined || matchesFormat(option.form, text, (0,source_value/* placeOf */.$t)(raw), option.sensitive === true, report)
        ? text
        : undefined;
}
/** A scalar that is meant as a text, trimmed. */
function readText(raw, sensitive, report) {
    if (raw.form === 'text')
        return raw.text.trim();
    const { value } = raw.data;
    if (typeof value === 'string')
        return value.trim();
    report(describeNotAString(value, raw.data.source([]), raw.data.place([]), sensitive));
    return undefined;
}
function decodeBoolean(raw, report) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (raw.form === 'text' ? got === 'true' || got === 'false' : typeof got === 'boolean')
        return got === true || got === 'true';
    const quoted = got === 'true' || got === 'false';
    report({
        code: shape_rules/* WRONG_TYPE */.V$.name,
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected true or false, got ${quoted ? `the string ${(0,format/* quote */.hD)(got)}` : (0,format/* showValue */.vp)(got)}.`,
        next: quoted ? 'Write it without quotes.' : adviseBoolean(got)
    });
    return undefined;
}
/** What other programs, and YAML 1.1, take for one. */
function adviseBoolean(got) {
    const text = String(got).toLowerCase();
    if (['yes', 'y', 'on', '1', 'true'].includes(text))
        return 'Write true.';
    return ['no', 'n', 'off', '0', 'false'].includes(text) ? 'Write false.' : '';
}
function decodeInteger(option, raw, report) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    const number = raw.form === 'text' && /^[0-9]+$/.test(raw.text.trim()) ? Number(got) : got;
    const { min, max = Number.MAX_SAFE_INTEGER } = option;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= min && number <= max)
        return number;
    const quoted = raw.form === 'data' && typeof got === 'string' && /^[0-9]+$/.test(got);
    report({
        code: typeof number === 'number' ? setting_rules/* OUT_OF_RANGE */.TS.name : shape_rules/* WRONG_TYPE */.V$.name,
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected ${describeRange(option)}, got ${quoted ? 'the string ' : ''}${(0,format/* showValue */.vp)(got)}.`,
        next: quoted ? 'Write it without quotes.' : ''
    });
    return undefined;
}
/** `a whole number of seconds from 900 to 43200`. */
function describeRange({ min, max, unit }) {
    return `a whole number of ${unit}${max === undefined ? `, ${min} or more` : ` from ${min} to ${max}`}`;
}
function decodeEnum(option, raw, report) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (typeof got === 'string' && option.values.includes(got))
        return got;
    const near = typeof got === 'string' ? (0,suggest/* nearestName */.q)(got, option.values) : undefined;
    report({
        code: setting_rules/* NOT_ALLOWED */.fX.name,
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected ${(0,format/* listNames */.Zv)(option.values, 'or')}, got ${(0,format/* showValue */.vp)(got)}.`,
        next: near === undefined ? '' : `Did you mean ${near}?`
    });
    return undefined;
}


/***/ }),

/***/ 4112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ MALFORMED),
/* harmony export */   IC: () => (/* binding */ UNKNOWN_SETTING),
/* harmony export */   TS: () => (/* binding */ OUT_OF_RANGE),
/* harmony export */   U2: () => (/* binding */ NO_COMMIT),
/* harmony export */   Zz: () => (/* binding */ NO_VARIABLE),
/* harmony export */   cc: () => (/* binding */ MISPLACED_SETTING),
/* harmony export */   fX: () => (/* binding */ NOT_ALLOWED),
/* harmony export */   kE: () => (/* binding */ NO_EFFECT),
/* harmony export */   p9: () => (/* binding */ CONFLICT),
/* harmony export */   wz: () => (/* binding */ MISSING_SETTING),
/* harmony export */   z_: () => (/* binding */ UNKNOWN_ENVIRONMENT)
/* harmony export */ });
/* unused harmony export SETTING_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const SCHEMA = 'schema/slipway.schema.json, from the table of settings';
/** What is said of flags, inputs and slipway.yml: most of it by the decoders of several kinds of settings. */
const SETTING_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const UNKNOWN_SETTING = SETTING_RULES.add('unknown-setting', 'error', 'Unknown setting name.', SCHEMA);
const UNKNOWN_ENVIRONMENT = SETTING_RULES.add('unknown-environment', 'error', 'The chosen environment is not in slipway.yml.', SCHEMA);
const MISPLACED_SETTING = SETTING_RULES.add('misplaced-setting', 'error', 'A setting is not allowed here: at the top, in an environment, or in a list entry.', SCHEMA);
const MALFORMED = SETTING_RULES.add('malformed', 'error', 'A string does not have the format that AWS, Docker or GitHub requires.', `${SCHEMA}; the page is named at the form`);
const OUT_OF_RANGE = SETTING_RULES.add('out-of-range', 'error', 'A number is out of range.', SCHEMA);
const NOT_ALLOWED = SETTING_RULES.add('not-allowed', 'error', 'A value is not one of the allowed values.', SCHEMA);
const MISSING_SETTING = SETTING_RULES.add('missing-setting', 'error', 'A required setting is missing: something to ship, or the container of one of several images.', SCHEMA);
const CONFLICT = SETTING_RULES.add('conflict', 'error', 'Two settings contradict each other, or something is given twice.', SCHEMA);
const NO_EFFECT = SETTING_RULES.add('no-effect', 'error', 'A flag or input has no effect.', SCHEMA);
const NO_COMMIT = SETTING_RULES.add('no-commit', 'error', 'A tag, build argument or label refers to the commit, but neither the build nor the checkout provides one.', SCHEMA);
const NO_VARIABLE = SETTING_RULES.add('no-variable', 'error', 'A tag, build argument or label refers to an environment variable that is not set or is empty.', SCHEMA);


/***/ }),

/***/ 2373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ defaultOf),
/* harmony export */   J: () => (/* binding */ mergeLayers),
/* harmony export */   L3: () => (/* binding */ NOTHING_SET),
/* harmony export */   LZ: () => (/* binding */ PRECEDENCE)
/* harmony export */ });
/* harmony import */ var _table_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2021);
/* harmony import */ var _table_settings_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9537);


/** How strong the source of a value is; the larger one wins. */
const PRECEDENCE = { variable: 1, file: 2, environment: 3, given: 4, entry: 5 };
const DEFAULTS = new Map(_table_settings_table_js__WEBPACK_IMPORTED_MODULE_1__/* .SETTINGS */ .yy.map(row => [row.name, row.default]));
/** The value that a setting has when nobody says it; undefined where the table has none. */
function defaultOf(name) {
    return DEFAULTS.get(name);
}
/** @param layers the strongest first */
function mergeLayers(layers) {
    const explicit = (name) => layers.find(layer => layer.has(name))?.get(name);
    const get = (name) => explicit(name)?.value ?? defaultOf(name);
    return {
        explicit,
        // What a layer holds under a name was decoded by the row of that name, from which the types come.
        get: (name) => get(name),
        getAll: (level, rows) => Object.fromEntries(Object.entries(rows).flatMap(([key, row]) => ((0,_table_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .isAt */ .ii)(level, row) ? [[key, get(row.name)]] : []))),
        place: name => explicit(name)?.place ?? { path: name },
        under: layer => mergeLayers([layer, ...layers])
    };
}
/** Every setting at its default. */
const NOTHING_SET = mergeLayers([]);


/***/ }),

/***/ 9672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ placeAt),
/* harmony export */   kv: () => (/* binding */ placeProblems),
/* harmony export */   tY: () => (/* binding */ locateSetting)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7141);
/* harmony import */ var _table_settings_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9537);
/* harmony import */ var _resolved_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2373);




/**
 * Where the value of a setting comes from, for what is found wrong after it was decoded: line and column of the settings' file, or the
 * name of the input, flag or variable as it was written. An entry of `images` or `services` that does not say it takes it from the top.
 *
 * @param path as findings name it: `container-name`, `images[0].build-args`
 */
function locateSetting(path, settings) {
    const [, list, index, name = path] = /^(images|services)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? [];
    const option = (0,_table_settings_table_js__WEBPACK_IMPORTED_MODULE_2__/* .findSetting */ .SP)(name)?.option;
    if (list === 'images' || list === 'services') {
        const entry = settings.get(list)?.[Number(index)];
        const explicit = option === undefined || entry === undefined ? undefined : sourcedInEntry(entry, list, option);
        return (explicit ?? sourcedAtTop(option, settings))?.place ?? entry?.place([]);
    }
    if (option === undefined)
        return undefined;
    return (sourcedInOnlyEntry(option, settings) ?? sourcedAtTop(option, settings))?.place;
}
function sourcedAtTop(option, settings) {
    return option === undefined ? undefined : settings.explicit(option.name);
}
/** What the only entry of a list says; of several, what one of them says alone, and the top does not. */
function sourcedInOnlyEntry(option, settings) {
    const lists = ['images', 'services'].filter(list => option.scopes.some(scope => scope === list));
    const entries = lists.flatMap(list => (settings.get(list) ?? []).map(entry => sourcedInEntry(entry, list, option)));
    const [only, ...others] = entries.filter(explicit => explicit !== undefined);
    const isTheirs = entries.length === 1 || settings.explicit(option.name) === undefined;
    return others.length === 0 && isTheirs ? only : undefined;
}
function sourcedInEntry(entry, list, option) {
    // What is wrong with the entry was told when it was decoded.
    return (0,_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .readMap */ .l8)(entry, list, _resolved_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .PRECEDENCE */ .LZ.entry, [], () => undefined).get(option.name);
}
/** A place that names a setting alone, with where that is said. */
function placeAt(place, locate) {
    const { file, path } = place;
    return file === undefined && path !== undefined ? (locate(path) ?? place) : place;
}
/** An error about several things with each of them at the line that says the setting; any other error as it is. */
function placeProblems(error, locate) {
    if (locate === undefined || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ))
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ(error.problems.map(problem => ({ ...problem, place: placeAt(problem.place, locate) })));
}


/***/ }),

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   vM: () => (/* binding */ isSet)
/* harmony export */ });
function dataOf(document) {
    return {
        value: document.value,
        place: path => document.place(path),
        source: path => document.source(path)
    };
}
/** The part of a part under a key or index; `value` is what is there. */
function partOf(data, key, value) {
    return { value, place: path => data.place([key, ...path]), source: path => data.source([key, ...path]) };
}
/** An empty string is not set, and null means absent. */
function isSet(raw) {
    if (raw.form === 'text')
        return raw.text.trim() !== '';
    const { value } = raw.data;
    return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}
function placeOf(raw) {
    return raw.form === 'text' ? raw.place : raw.data.place([]);
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q8: () => (/* binding */ readGiven),
  l8: () => (/* binding */ readMap),
  Ch: () => (/* binding */ readVariables)
});

// EXTERNAL MODULE: ./lib/text/shape-rules.js
var shape_rules = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/config/setting-rules.js
var setting_rules = __webpack_require__(4112);
;// CONCATENATED MODULE: ./lib/config/sources/migration-hints.js
const NOT_NEEDED = 'Leave it out';
const CREDENTIALS_BEFORE = `${NOT_NEEDED}, and run aws-actions/configure-aws-credentials with it before this step, without role-to-assume here.`;
const PUSHED = `${NOT_NEEDED}: what is built is pushed.`;
const RETRIES = `${NOT_NEEDED}: Slipway tries again by itself when AWS throttles.`;
const STAYS = `${NOT_NEEDED}: the credentials stay in this step.`;
const OWN_LOGIN = `${NOT_NEEDED}: Slipway logs into ECR by itself, with the credentials of this step; registries names further accounts.`;
const EXPRESS = `${NOT_NEEDED}: it makes an Express Mode service; Slipway deploys to a service that exists, as its task definition says.`;
const variable = (name) => `Set the environment variable ${name} of the step (env:) instead.`;
const key = (name) => `Set the environment variable ${name} of the step (env:) instead, or role-to-assume, which needs no keys.`;
const buildOption = (option) => `Write ${option} into build-options.`;
/** As amazon-ecs-render-task-definition has it, a file counts before an ARN, and an ARN before a family. */
function nameRevision(siblings) {
    const source = siblings.get('task-definition');
    if (source !== undefined)
        return `${NOT_NEEDED}: task-definition is ${source}, and only one of the two can count. To ship from a registered revision, write that there.`;
    const arn = siblings.get('task-definition-arn');
    const family = siblings.get('task-definition-family');
    const revision = siblings.get('task-definition-revision');
    if (arn !== undefined)
        return `Write task-definition: ${arn}.`;
    if (family === undefined)
        return 'Give family:revision as task-definition.';
    return `Write task-definition: ${revision === undefined ? family : `${family}:${revision}`}.`;
}
/** By action; docs/coming-from-the-official-actions.md says the same at more length. What has the same name here is left out. */
const ACTIONS = {
    'configure-aws-credentials': {
        'aws-region': { here: 'region' },
        'aws-access-key-id': key('AWS_ACCESS_KEY_ID'),
        'aws-secret-access-key': key('AWS_SECRET_ACCESS_KEY'),
        'aws-session-token': key('AWS_SESSION_TOKEN'),
        'aws-profile': variable('AWS_PROFILE'),
        'overwrite-aws-profile': `${NOT_NEEDED}: Slipway writes no profile.`,
        'web-identity-token-file': variable('AWS_WEB_IDENTITY_TOKEN_FILE, and AWS_ROLE_ARN,'),
        'role-chaining': CREDENTIALS_BEFORE,
        'role-external-id': CREDENTIALS_BEFORE,
        'role-skip-session-tagging': `${NOT_NEEDED}: Slipway sends no session tags.`,
        'transitive-tag-keys': CREDENTIALS_BEFORE,
        'custom-tags': CREDENTIALS_BEFORE,
        'inline-session-policy': CREDENTIALS_BEFORE,
        'managed-session-policies': CREDENTIALS_BEFORE,
        audience: `${NOT_NEEDED}: Slipway asks for the audience of the region's STS.`,
        'http-proxy': variable('HTTPS_PROXY (and HTTP_PROXY)'),
        'no-proxy': variable('NO_PROXY'),
        'sts-endpoint': variable('AWS_ENDPOINT_URL_STS'),
        'mask-aws-account-id': `${NOT_NEEDED}: repository, image-tag, image-digest and deployment hold no account id, so that they reach other jobs.`,
        'output-credentials': STAYS,
        'output-env-credentials': STAYS,
        'unset-current-credentials': `${NOT_NEEDED}: with role-to-assume, only the OIDC token is used.`,
        'use-existing-credentials': `${NOT_NEEDED}, and role-to-assume too: without it the credentials of the step are used.`,
        'force-skip-oidc': `${NOT_NEEDED}, and role-to-assume too: without it the credentials of the step are used.`,
        'disable-retry': RETRIES,
        'retry-max-attempts': RETRIES,
        'special-characters-workaround': NOT_NEEDED + '.',
        'allowed-account-ids': `${NOT_NEEDED}: the ARN in role-to-assume says which account it is.`,
        'action-timeout-s': "Set timeout-minutes of the workflow's step instead."
    },
    'amazon-ecr-login': {
        'registry-type': 'For ECR Public write public into registries.',
        'mask-password': `${NOT_NEEDED}: passwords are always masked.`,
        'skip-logout': `${NOT_NEEDED}: Slipway logs in for itself alone and always logs out.`
    },
    'docker/login-action': {
        registry: OWN_LOGIN,
        username: OWN_LOGIN,
        password: OWN_LOGIN,
        ecr: OWN_LOGIN,
        'registry-auth': OWN_LOGIN,
        logout: `${NOT_NEEDED}: Slipway logs in for itself alone and always logs out.`
    },
    'docker/build-push-action': {
        file: { here: 'dockerfile' },
        'secret-files': { here: 'build-secrets', how: 'id=name,src=path' },
        'secret-envs': { here: 'build-secrets', how: 'id=name,env=VARIABLE' },
        push: PUSHED,
        load: PUSHED,
        outputs: PUSHED,
        builder: buildOption('--builder=NAME'),
        'no-cache': buildOption('--no-cache'),
        'no-cache-filters': buildOption('--no-cache-filter=STAGE'),
        pull: buildOption('--pull'),
        network: buildOption('--network=NETWORK'),
        'add-hosts': buildOption('--add-host=NAME:ADDRESS'),
        allow: buildOption('--allow=ENTITLEMENT'),
        annotations: buildOption('--annotation=KEY=VALUE'),
        attests: buildOption('--attest=type=sbom'),
        provenance: buildOption('--provenance=mode=max'),
        sbom: buildOption('--sbom=true'),
        'build-contexts': buildOption('--build-context=NAME=PATH'),
        'cgroup-parent': buildOption('--cgroup-parent=PARENT'),
        'shm-size': buildOption('--shm-size=SIZE'),
        ulimit: buildOption('--ulimit=NAME=VALUE'),
        call: 'Run docker build --check in a step of its own.'
    },
    'amazon-ecs-render-task-definition': {
        'task-definition-arn': nameRevision,
        'task-definition-family': nameRevision,
        'task-definition-revision': nameRevision,
        'env-files': 'Write environmentFiles into the task definition.'
    },
    'amazon-ecs-deploy-task-definition': {
        'keep-null-value-keys': `${NOT_NEEDED}: Slipway sends what the task definition says, empty values too.`,
        'wait-max-delay-seconds': `${NOT_NEEDED}: Slipway looks every few seconds.`,
        'max-retries': RETRIES,
        'service-managed-ebs-volume': `${NOT_NEEDED}: Slipway leaves the volumes of the service as they are; change them with \`aws ecs update-service --volume-configurations\`.`,
        'service-managed-ebs-volume-name': `${NOT_NEEDED}: Slipway leaves the volumes of the service as they are.`
    },
    'amazon-ecs-deploy-express-service': {
        'service-name': { here: 'service' },
        'infrastructure-role-arn': EXPRESS,
        'container-port': EXPRESS,
        'health-check-path': EXPRESS,
        'log-group': EXPRESS,
        'log-stream-prefix': EXPRESS,
        'repository-credentials': EXPRESS,
        'min-task-count': EXPRESS,
        'max-task-count': EXPRESS,
        'auto-scaling-metric': EXPRESS,
        'auto-scaling-target-value': EXPRESS,
        'mutate-tags-on-update': EXPRESS
    }
};
const HINTS = new Map(Object.values(ACTIONS).flatMap(hints => Object.entries(hints)));
/**
 * What to do instead of a setting that only another action has; undefined where none that we know has it.
 *
 * @param siblings what is said beside it: what has its place here may be said already
 */
function findForeignName(name, siblings = new Map()) {
    const hint = HINTS.get(name.toLowerCase());
    if (hint === undefined || typeof hint === 'string')
        return hint;
    if (typeof hint === 'function')
        return hint(siblings);
    if (siblings.has(hint.here))
        return `${NOT_NEEDED}: ${hint.here} is given, which is its name here.`;
    return `Its name here is ${hint.here}${hint.how === undefined ? '' : `: ${hint.how}`}.`;
}

// EXTERNAL MODULE: ./lib/config/table/settings-table.js
var settings_table = __webpack_require__(9537);
// EXTERNAL MODULE: ./lib/config/sources/source-value.js
var source_value = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/config/sources/resolved-settings.js
var resolved_settings = __webpack_require__(2373);
// EXTERNAL MODULE: ./lib/config/decode/values.js + 2 modules
var decode_values = __webpack_require__(1718);
;// CONCATENATED MODULE: ./lib/config/sources/sources.js










/** Reads what was given as inputs (GitHub does not tell upper from lower case in their names) or as flags. */
function readGiven(given, from, report) {
    const siblings = listSiblings(Object.entries(given));
    const rawSettings = Object.entries(given).flatMap(([written, text]) => {
        const place = { path: from === 'flag' ? `--${written}` : written };
        const raw = { form: 'text', text, place };
        if (!(0,source_value/* isSet */.vM)(raw))
            return [];
        const found = findName(from === 'input' ? restoreCase(written) : written, 'given', place, report, { siblings });
        return found === undefined ? [] : [{ written, found, raw }];
    });
    return decodeRawSettings(rawSettings, resolved_settings/* PRECEDENCE */.LZ.given, report);
}
/** What one source says, by its name in small letters. */
function listSiblings(entries) {
    return new Map(entries.flatMap(([name, value]) => {
        const text = typeof value === 'string' ? value.trim() : undefined;
        return text === undefined || text === '' ? [] : [[name.toLowerCase(), text]];
    }));
}
function restoreCase(written) {
    const lower = written.toLowerCase();
    return (0,settings_table/* namesIn */.wX)('given').find(name => name.toLowerCase() === lower) ?? lower;
}
/**
 * Reads the settings of one map in a document: the top of `slipway.yml`, an overlay, an entry of `images`.
 * @param others keys that are no settings and are read elsewhere
 */
function readMap(data, scope, strength, others, report) {
    if (data.value === null || data.value === undefined)
        return new Map();
    if (!(0,record/* isRecord */.u4)(data.value)) {
        const what = `expected settings (name: value), got ${(0,format/* showValue */.vp)(data.value)}.`;
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: data.place([]), what, next: '' });
        return new Map();
    }
    const siblings = listSiblings((0,record/* entriesOf */.Mc)(data.value));
    const rawSettings = (0,record/* entriesOf */.Mc)(data.value).flatMap(([written, value]) => {
        if (others.includes(written))
            return [];
        const part = (0,source_value/* partOf */.BU)(data, written, value);
        const found = findName(written, scope, part.place([]), report, { siblings, others });
        const raw = { form: 'data', data: part };
        return found === undefined || !(0,source_value/* isSet */.vM)(raw) ? [] : [{ written, found, raw }];
    });
    return decodeRawSettings(rawSettings, strength, report);
}
/** Reads AWS's and GitHub's own variables, as far as the table names them. */
function readVariables(env, report) {
    const rawSettings = settings_table/* SETTINGS */.yy.flatMap((option) => {
        for (const variable of option.env ?? []) {
            const raw = { form: 'text', text: env[variable] ?? '', place: { path: variable } };
            const found = (0,settings_table/* findSetting */.SP)(option.name);
            if (found !== undefined && (0,source_value/* isSet */.vM)(raw))
                return [{ written: variable, found, raw }];
        }
        return [];
    });
    return decodeRawSettings(rawSettings, resolved_settings/* PRECEDENCE */.LZ.variable, report);
}
const SAID_IN = {
    given: 'as an input or a flag',
    file: 'at the top of the file',
    environments: 'for one environment',
    images: 'for one image',
    services: 'for one service'
};
function findName(written, scope, place, report, { siblings, others = [] }) {
    const found = (0,settings_table/* findSetting */.SP)(written);
    if (found !== undefined && (0,settings_table/* isAllowed */.Jr)(found, scope))
        return found;
    if (found !== undefined) {
        const { only } = found.alias ?? {};
        const next = only === undefined
            ? `It is allowed ${found.option.scopes.includes('file') ? 'at the top of the file, or as' : 'as'} an input or a flag.`
            : `Its name here is ${found.option.name}.`;
        report({ code: setting_rules/* MISPLACED_SETTING */.cc.name, place, what: `${(0,format/* quote */.hD)(written)} is not allowed ${SAID_IN[scope]}.`, next });
        return undefined;
    }
    const near = (0,suggest/* nearestName */.q)(written, [...(0,settings_table/* namesIn */.wX)(scope), ...others]);
    const next = findForeignName(written, siblings) ?? (near === undefined ? '' : `Did you mean ${near}?`);
    report({ code: setting_rules/* UNKNOWN_SETTING */.IC.name, place, what: `Unknown setting ${(0,format/* quote */.hD)(written)}.`, next });
    return undefined;
}
/** Decodes them; a setting that one source says under two names must mean the same both times. */
function decodeRawSettings(rawSettings, strength, report) {
    const layer = new Map();
    const writtenAs = new Map();
    for (const { written, found, raw } of rawSettings) {
        const { name } = found.option;
        const value = decodeRawSetting(found, raw, report);
        const first = writtenAs.get(name);
        if (first === undefined) {
            writtenAs.set(name, written);
            layer.set(name, { value, place: (0,source_value/* placeOf */.$t)(raw), strength });
        }
        else if (JSON.stringify(layer.get(name)?.value) !== JSON.stringify(value)) {
            const what = `${(0,format/* quote */.hD)(written)} and ${(0,format/* quote */.hD)(first)} are the same setting, and they contradict each other.`;
            report({ code: setting_rules/* CONFLICT */.p9.name, place: (0,source_value/* placeOf */.$t)(raw), what, next: `Keep ${name}.` });
        }
    }
    return layer;
}
function decodeRawSetting({ option, alias }, raw, report) {
    if (alias?.values === undefined)
        return (0,decode_values/* decodeValue */.wz)(option, raw, report);
    return decodeBooleanAlias(option.name, alias.values, raw, report);
}
function decodeBooleanAlias(name, values, raw, report) {
    const value = (0,decode_values/* decodeBoolean */.J2)(raw, problem => report({ ...problem, next: problem.next === '' ? `For more choices use ${name}.` : problem.next }));
    return value === undefined ? undefined : values[value ? 'true' : 'false'];
}


/***/ }),

/***/ 2419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   dz: () => (/* binding */ sharePending),
/* harmony export */   gj: () => (/* binding */ memoizePort),
/* harmony export */   kO: () => (/* binding */ overridePort)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/**
 * Makes a function that is asked once for each question and gives all who ask the same answer, a rejection too. For what only looks.
 *
 * @param keyOf what makes two questions the same; by default their JSON, in any order of members
 */
function memoize(ask, keyOf = toKey) {
    const answers = new Map();
    return (...question) => {
        const key = keyOf(...question);
        const known = answers.get(key) ?? { answer: ask(...question) };
        answers.set(key, known);
        return known.answer;
    };
}
/** Makes a function that those who ask while the same is asked share; whoever asks later asks anew. */
function sharePending(ask) {
    const pending = new Map();
    return (...question) => {
        const key = toKey(...question);
        const answer = pending.get(key) ?? ask(...question);
        pending.set(key, answer);
        const forget = () => void pending.delete(key);
        answer.then(forget, forget);
        return answer;
    };
}
/** A port with these methods in place of its own, or beside them; whatever else it can do stays as it is. */
function overridePort(port, methods) {
    return Object.assign(Object.create(port), methods);
}
/** A port whose methods of these names ask once for the same question, as `memoize` says. */
function memoizePort(port, names) {
    const methods = names.map(name => {
        const method = port[name];
        return [name, memoize((...question) => method.apply(port, [...question]))];
    });
    return overridePort(port, Object.fromEntries(methods));
}
function toKey(...question) {
    return JSON.stringify(question, (_name, value) => (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value);
}


/***/ }),

/***/ 9488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   JQ: () => (/* binding */ readServices),
/* harmony export */   ur: () => (/* binding */ readSettingsFile)
/* harmony export */ });
/* harmony import */ var _appspec_appspec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2225);
/* harmony import */ var _task_definition_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6635);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2419);
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1270);





/** The AppSpec's usual names, in the order in which they are looked for. */
const APPSPEC_NAMES = ['appspec.yml', 'appspec.yaml', 'appspec.json'];
/**
 * Reads the files of all that is rolled out; what several share is read once. An AppSpec that nobody named counts where there is one
 * service: which of several it would be for cannot be told.
 *
 * @param findAppspec whether an AppSpec that is not named is looked for by its usual names
 */
async function readServices(rollouts, files, findAppspec = rollouts.length === 1) {
    const readOnce = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .Bj)((config) => readSources(config, files, findAppspec));
    return Promise.all(rollouts.map(async (config) => {
        const { taskDefinition, appspec, unknownFields } = config.files;
        return { config, sources: await readOnce({ taskDefinition, appspec, unknownFields }) };
    }));
}
/**
 * Reads the task definition and the AppSpec as far as they are files; collects the problems of both.
 *
 * @param findAppspec whether an AppSpec that is not named is looked for by its usual names
 */
async function readSources(config, files, findAppspec = true) {
    const problems = [];
    const source = config.taskDefinition;
    const taskDefinition = source?.kind === 'file'
        ? await collect(_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RuleProblemsError */ .lj, problems, async () => (0,_task_definition_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readTaskDefinition */ .Lx)(await readFile(source.path, 'task-definition', files), {
            unknownFields: config.unknownFields
        }))
        : undefined;
    const appspecPath = config.appspec ?? (findAppspec ? await findFirst(APPSPEC_NAMES, files) : undefined);
    const appspec = appspecPath === undefined
        ? undefined
        : await collect(_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RuleProblemsError */ .lj, problems, async () => (0,_appspec_appspec_js__WEBPACK_IMPORTED_MODULE_0__/* .readAppspec */ .VL)(await readFile(appspecPath, 'appspec', files)));
    return { taskDefinition, appspec, problems };
}
/** Reads a settings file. Without a name it is `slipway.yml`, where it exists. Throws ProblemsError. */
async function readSettingsFile(name, files) {
    if (name === undefined || name === '')
        return (await files.isFile('slipway.yml')) ? readFile('slipway.yml', 'config', files) : undefined;
    return readFile(name, 'config', files);
}
/** Runs `read`; the problems of an error of this kind are added to the list and leave undefined. */
async function collect(kind, problems, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof kind))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}
async function readFile(path, setting, files) {
    const bytes = await files.read(path).catch((error) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RuleProblemsError */ .lj([
            {
                code: _text_document_js__WEBPACK_IMPORTED_MODULE_4__/* .UNREADABLE_FILE */ .zH.name,
                place: { path: setting },
                what: `The file ${path} cannot be read: ${why}.`,
                next: 'Name a file that this run may read.'
            }
        ]);
    });
    if (bytes !== undefined)
        return (0,_text_document_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocument */ .u0)(path, bytes);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RuleProblemsError */ .lj([
        {
            code: _text_document_js__WEBPACK_IMPORTED_MODULE_4__/* .MISSING_FILE */ .Ai.name,
            place: { path: setting },
            what: `There is no file ${path}.`,
            next: 'Check the path, which is taken from the working directory, or check out the repository first.'
        }
    ]);
}
async function findFirst(names, files) {
    for (const name of names) {
        if (await files.isFile(name))
            return name;
    }
    return undefined;
}


/***/ }),

/***/ 6373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ checkDefinition)
});

// UNUSED EXPORTS: DEFINITION_RULES

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/text/templates.js
var templates = __webpack_require__(2160);
// EXTERNAL MODULE: ./lib/task-definition/rules/finding.js
var finding = __webpack_require__(908);
;// CONCATENATED MODULE: ./lib/task-definition/rules/containers.js





const CONTAINER_RULES = new errors/* RuleList */.VZ();
const TOO_MANY_CONTAINERS = CONTAINER_RULES.add('too-many-containers', 'error', 'The task definition has more than 10 containers.', (0,finding/* ecsAnswers */.Vo)('Too many containers'));
const NO_ESSENTIAL_CONTAINER = CONTAINER_RULES.add('no-essential-container', 'error', 'No container is essential.', (0,finding/* ecsAnswers */.Vo)("Task definition doesn't have any essential container"));
const IMAGE_NAME = CONTAINER_RULES.add('image-name', 'error', 'An image name is longer than 255 characters or has characters other than letters, digits and _ - : . / # @; or its digest is not sha256: and 64 hexadecimal digits.', (0,finding/* ecsAnswers */.Vo)('Container.image contains invalid characters.'));
const RESTART_POLICY = CONTAINER_RULES.add('restart-policy', 'error', 'restartAttemptPeriod is outside 60 to 1800 seconds, or more than 50 exit codes are ignored.', (0,finding/* ecsAnswers */.Vo)("the 'restartAttemptPeriod' setting for container 'x' must be between 60 and 1800"));
const TIMEOUT_RANGE = CONTAINER_RULES.add('timeout-range', 'error', 'On Fargate, startTimeout or stopTimeout is outside 2 to 120 seconds.', `${finding/* CONTAINER */.MR} (startTimeout, stopTimeout)`);
const CREDENTIAL_SPEC = CONTAINER_RULES.add('credential-spec', 'either', 'There is more than one credential spec, or it does not start with credentialspec: or credentialspecdomainless:.', `${finding/* CONTAINER */.MR} (credentialSpecs)`);
const MAX_CONTAINERS = 10;
const MAX_IMAGE_LENGTH = 255;
const MAX_EXIT_CODES = 50;
/** What holds of containers one by one, and that one of them is essential. */
function checkContainers(context) {
    const { containers } = context;
    const findings = [];
    if (containers.length > MAX_CONTAINERS) {
        const what = `The task definition has ${containers.length} containers; ECS takes at most ${MAX_CONTAINERS}.`;
        findings.push((0,finding/* error */.z3)(TOO_MANY_CONTAINERS, ['containerDefinitions'], what, 'Split it into several task definitions.'));
    }
    if (containers.length > 0 && containers.every(({ record }) => (0,text_record/* own */.ZV)(record, 'essential') === false)) {
        const what = 'No container is essential, and ECS needs one: the task lives as long as it does.';
        findings.push((0,finding/* error */.z3)(NO_ESSENTIAL_CONTAINER, ['containerDefinitions'], what, 'Set "essential": true for the container that the task is for.'));
    }
    return [
        ...findings,
        ...containers.flatMap(container => [
            ...checkImage(context, container),
            ...checkRestart(container),
            ...checkTimeouts(context, container),
            ...checkCredentialSpecs(container)
        ])
    ];
}
/** The image that the file names, where none is shipped for the container. */
function checkImage({ facts }, container) {
    const { image, name } = container;
    if (facts.images?.has(name) === true || image === '' || (0,templates/* findPlaceholder */.$e)(image) !== undefined || /[<>{}$]/.test(image))
        return [];
    const path = (0,finding/* inContainer */.Bc)(container, 'image');
    const strange = /[^A-Za-z0-9_\-:./#@]/.exec(image)?.[0];
    if (strange !== undefined) {
        const what = `The image ${(0,format/* quote */.hD)(image)} holds ${(0,format/* quote */.hD)(strange)}; ECS takes letters, digits and _ - : . / # @.`;
        return [(0,finding/* error */.z3)(IMAGE_NAME, path, what, 'Write it as registry/repository:tag.')];
    }
    const [named = '', digest] = image.split('@');
    if (named.length > MAX_IMAGE_LENGTH)
        return [
            (0,finding/* error */.z3)(IMAGE_NAME, path, `The image's name has ${named.length} characters; ECS takes at most ${MAX_IMAGE_LENGTH}.`, 'Shorten it.')
        ];
    if (digest !== undefined && !/^sha256:[0-9a-fA-F]{64}$/.test(digest))
        return [
            (0,finding/* error */.z3)(IMAGE_NAME, path, `${(0,format/* quote */.hD)(digest)} is not a valid digest: expected sha256: and 64 hexadecimal digits.`, 'Copy it from the registry.')
        ];
    return [];
}
function checkRestart(container) {
    const policy = (0,text_record/* own */.ZV)(container.record, 'restartPolicy');
    if (!(0,text_record/* isRecord */.u4)(policy))
        return [];
    const findings = [];
    const period = (0,finding/* numberOf */.rl)(policy, 'restartAttemptPeriod');
    if (period !== undefined && (period < 60 || period > 1800)) {
        const what = `restartAttemptPeriod is from 60 to 1800 seconds, got ${period}.`;
        findings.push((0,finding/* error */.z3)(RESTART_POLICY, (0,finding/* inContainer */.Bc)(container, 'restartPolicy', 'restartAttemptPeriod'), what, 'Leave it out for 300.'));
    }
    const codes = (0,text_record/* own */.ZV)(policy, 'ignoredExitCodes');
    if (Array.isArray(codes) && codes.length > MAX_EXIT_CODES) {
        const what = `ignoredExitCodes has ${codes.length} codes; ECS takes at most ${MAX_EXIT_CODES}.`;
        findings.push((0,finding/* error */.z3)(RESTART_POLICY, (0,finding/* inContainer */.Bc)(container, 'restartPolicy', 'ignoredExitCodes'), what, 'Keep those that matter.'));
    }
    return findings;
}
function checkTimeouts({ isFargate }, container) {
    if (!isFargate)
        return [];
    return ['startTimeout', 'stopTimeout'].flatMap(member => {
        const seconds = (0,finding/* numberOf */.rl)(container.record, member);
        if (seconds === undefined || (seconds >= 2 && seconds <= 120))
            return [];
        const what = `On Fargate ${member} is from 2 to 120 seconds, got ${seconds}.`;
        return [(0,finding/* error */.z3)(TIMEOUT_RANGE, (0,finding/* inContainer */.Bc)(container, member), what, 'Set it within these bounds.')];
    });
}
function checkCredentialSpecs(container) {
    const specs = (0,finding/* textsOf */.CB)(container.record, 'credentialSpecs');
    const path = (0,finding/* inContainer */.Bc)(container, 'credentialSpecs');
    if (specs.length > 1)
        return [(0,finding/* error */.z3)(CREDENTIAL_SPEC, path, `credentialSpecs has ${specs.length} entries; ECS takes one.`, 'Keep one.')];
    const odd = specs.find(spec => !/^credentialspec(?:domainless)?:/.test(spec));
    if (odd === undefined)
        return [];
    return [
        (0,finding/* warning */.$e)(CREDENTIAL_SPEC, path, `${(0,format/* quote */.hD)(odd)} starts with neither credentialspec: nor credentialspecdomainless:.`, 'Write one of the two before the ARN.')
    ];
}

// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/task-definition/rules/dependencies.js





const DEPENDENCY_RULES = new errors/* RuleList */.VZ();
const DEPENDS_ON_UNKNOWN = DEPENDENCY_RULES.add('depends-on-unknown', 'error', 'dependsOn names a container that does not exist.', (0,finding/* ecsAnswers */.Vo)("Cannot depend on container + 'x' because it does not exist"));
const DEPENDS_ON_ESSENTIAL = DEPENDENCY_RULES.add('depends-on-essential', 'error', 'A container waits for the end (SUCCESS, COMPLETE) of an essential container.', (0,finding/* ecsAnswers */.Vo)('A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'));
const DEPENDS_ON_HEALTH = DEPENDENCY_RULES.add('depends-on-health', 'error', 'A container waits for HEALTHY of a container without a healthCheck.', (0,finding/* ecsAnswers */.Vo)('A dependency container with HEALTHY condition must have health check configured'));
const DEPENDS_ON_CYCLE = DEPENDENCY_RULES.add('depends-on-cycle', 'error', 'Containers wait for each other in a cycle.', `${finding/* REFERENCE */.gu}/API_ContainerDependency.html: none of them could ever start`);
const LINKS_UNKNOWN = DEPENDENCY_RULES.add('links-unknown', 'error', 'links names a container that does not exist.', `${finding/* CONTAINER */.MR} (links)`);
const LINKS_CYCLE = DEPENDENCY_RULES.add('links-cycle', 'error', 'Containers link to each other in a cycle.', `${finding/* CONTAINER */.MR} (links): none could start first`);
const VOLUMES_FROM_UNKNOWN = DEPENDENCY_RULES.add('volumes-from-unknown', 'error', 'volumesFrom names a container that does not exist.', (0,finding/* ecsAnswers */.Vo)("Invalid 'volumesFrom' setting. Unknown container: 'x'"));
/** Containers that name other containers: dependsOn, links, volumesFrom. */
function checkDependencies(context) {
    return [...checkDependsOn(context), ...checkLinks(context), ...checkVolumesFrom(context)];
}
function checkDependsOn(context) {
    const findings = context.containers.flatMap(container => (0,finding/* recordsOf */.M$)(container.record, 'dependsOn').flatMap((dependency, index) => checkDependency(context, container, dependency, index)));
    const edges = new Map(context.containers.map(({ name, record }) => [
        name,
        (0,finding/* recordsOf */.M$)(record, 'dependsOn').flatMap(entry => (0,finding/* textOf */.b6)(entry, 'containerName') ?? [])
    ]));
    return [...findings, ...reportCycle(DEPENDS_ON_CYCLE, context, edges, 'dependsOn', 'wait for each other')];
}
function checkDependency(context, container, dependency, index) {
    const name = (0,finding/* textOf */.b6)(dependency, 'containerName') ?? '';
    const path = (0,finding/* inContainer */.Bc)(container, 'dependsOn', index);
    const target = context.containers.find(candidate => candidate.name === name);
    if (target === undefined)
        return [findUnknown(DEPENDS_ON_UNKNOWN, context, [...path, 'containerName'], container, name, 'waits for')];
    const condition = (0,finding/* textOf */.b6)(dependency, 'condition');
    if ((condition === 'SUCCESS' || condition === 'COMPLETE') && (0,text_record/* own */.ZV)(target.record, 'essential') !== false) {
        const what = `${(0,format/* quote */.hD)(container.name)} waits for the end of ${(0,format/* quote */.hD)(name)}, which is essential: its end is the end of the task.`;
        return [
            (0,finding/* error */.z3)(DEPENDS_ON_ESSENTIAL, path, what, `Set "essential": false for ${(0,format/* quote */.hD)(name)}, or wait for START or HEALTHY.`)
        ];
    }
    if (condition === 'HEALTHY' && !(0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(target.record, 'healthCheck'))) {
        const what = `${(0,format/* quote */.hD)(container.name)} waits until ${(0,format/* quote */.hD)(name)} is HEALTHY, which has no healthCheck in the task definition.`;
        return [
            (0,finding/* error */.z3)(DEPENDS_ON_HEALTH, path, what, `Give ${(0,format/* quote */.hD)(name)} a healthCheck (one in its image does not count), or wait for START.`)
        ];
    }
    return [];
}
/** `name` or `name:alias`. */
function checkLinks(context) {
    const linksOf = ({ record }) => (0,finding/* textsOf */.CB)(record, 'links').map(link => link.split(':')[0] ?? '');
    const findings = context.containers.flatMap(container => linksOf(container).flatMap((name, index) => context.containers.some(candidate => candidate.name === name)
        ? []
        : [findUnknown(LINKS_UNKNOWN, context, (0,finding/* inContainer */.Bc)(container, 'links', index), container, name, 'links to')]));
    const edges = new Map(context.containers.map(container => [container.name, linksOf(container)]));
    return [...findings, ...reportCycle(LINKS_CYCLE, context, edges, 'links', 'link to each other')];
}
function checkVolumesFrom(context) {
    return context.containers.flatMap(container => (0,finding/* recordsOf */.M$)(container.record, 'volumesFrom').flatMap((source, index) => {
        const name = (0,finding/* textOf */.b6)(source, 'sourceContainer');
        if (name === undefined || context.containers.some(candidate => candidate.name === name))
            return [];
        const path = (0,finding/* inContainer */.Bc)(container, 'volumesFrom', index, 'sourceContainer');
        return [findUnknown(VOLUMES_FROM_UNKNOWN, context, path, container, name, 'takes its volumes from')];
    }));
}
function findUnknown(rule, context, path, container, name, does) {
    const names = context.containers.map(candidate => candidate.name).filter(candidate => candidate !== container.name);
    const nearest = (0,suggest/* nearestName */.q)(name, names);
    const what = `${(0,format/* quote */.hD)(container.name)} ${does} the container ${(0,format/* quote */.hD)(name)}, which is not there; beside it there is ${(0,format/* listNames */.Zv)(names)}.`;
    return (0,finding/* error */.z3)(rule, path, what, nearest === undefined ? 'Correct the name, or remove it.' : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`);
}
function reportCycle(rule, context, edges, member, does) {
    const cycle = (0,finding/* findCycle */.u8)(edges);
    const first = context.containers.find(({ name }) => name === cycle?.[0]);
    if (cycle === undefined || first === undefined)
        return [];
    const what = cycle.length === 2
        ? `The container ${(0,format/* quote */.hD)(first.name)} is in its own ${member}.`
        : `The containers ${does} in a circle: ${cycle.join(' -> ')}.`;
    return [(0,finding/* error */.z3)(rule, (0,finding/* inContainer */.Bc)(first, member), what, 'Take one of them out.')];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/fargate.js




const FARGATE_RULES = new errors/* RuleList */.VZ();
const FARGATE_UNSUPPORTED = FARGATE_RULES.add('fargate-unsupported', 'error', 'Fargate does not support this: privileged containers, GPUs, host paths, Docker volumes, devices, shared memory, swap, placement constraints, other modes of ipc and pid, or adding capabilities other than SYS_PTRACE.', (0,finding/* ecsAnswers */.Vo)("Fargate compatible task definitions do not support …; Fargate requires that the 'privileged' setting be 'false'; Tasks using the Fargate launch type do not support …"));
const LINUX_PARAMETERS = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'];
/** What EC2 has and Fargate has not, beyond sizes, network, log drivers and volumes. */
function checkFargate({ definition, containers, isFargate }) {
    if (!isFargate)
        return [];
    const findings = [];
    if ((0,finding/* says */.FA)(definition, 'ipcMode'))
        findings.push(unsupported(['ipcMode'], 'ipcMode'));
    const pidMode = (0,finding/* textOf */.b6)(definition, 'pidMode');
    if (pidMode !== undefined && pidMode !== 'task')
        findings.push((0,finding/* error */.z3)(FARGATE_UNSUPPORTED, ['pidMode'], `Fargate has pidMode task only, got ${pidMode}.`, 'Set it to task, or remove it.'));
    if ((0,finding/* says */.FA)(definition, 'placementConstraints'))
        findings.push(unsupported(['placementConstraints'], 'placement constraints'));
    return [...findings, ...containers.flatMap(checkContainer)];
}
function unsupported(path, name, next = 'Remove it, or run the task on EC2.') {
    return (0,finding/* error */.z3)(FARGATE_UNSUPPORTED, path, `Fargate has no ${name}.`, next);
}
function checkContainer(container) {
    const { record } = container;
    const findings = [];
    if ((0,text_record/* own */.ZV)(record, 'privileged') === true)
        findings.push(unsupported((0,finding/* inContainer */.Bc)(container, 'privileged'), 'privileged containers'));
    if ((0,finding/* says */.FA)(record, 'dockerSecurityOptions'))
        findings.push(unsupported((0,finding/* inContainer */.Bc)(container, 'dockerSecurityOptions'), 'dockerSecurityOptions'));
    (0,finding/* recordsOf */.M$)(record, 'resourceRequirements').forEach((requirement, index) => {
        if ((0,finding/* textOf */.b6)(requirement, 'type') === 'GPU')
            findings.push(unsupported((0,finding/* inContainer */.Bc)(container, 'resourceRequirements', index), 'GPUs'));
    });
    const linux = (0,text_record/* own */.ZV)(record, 'linuxParameters');
    if (!(0,text_record/* isRecord */.u4)(linux))
        return findings;
    for (const member of LINUX_PARAMETERS) {
        if ((0,finding/* says */.FA)(linux, member) && (0,finding/* numberOf */.rl)(linux, member) !== 0)
            findings.push(unsupported((0,finding/* inContainer */.Bc)(container, 'linuxParameters', member), member));
    }
    const capabilities = (0,text_record/* own */.ZV)(linux, 'capabilities');
    const added = (0,text_record/* isRecord */.u4)(capabilities) ? (0,finding/* textsOf */.CB)(capabilities, 'add') : [];
    added.forEach((capability, index) => {
        if (capability === 'SYS_PTRACE')
            return;
        const path = (0,finding/* inContainer */.Bc)(container, 'linuxParameters', 'capabilities', 'add', index);
        findings.push((0,finding/* error */.z3)(FARGATE_UNSUPPORTED, path, `On Fargate only SYS_PTRACE can be added, got ${(0,format/* quote */.hD)(capability)}.`, 'Remove it, or run the task on EC2.'));
    });
    return findings;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/health.js




const HEALTH_RULES = new errors/* RuleList */.VZ();
const HEALTH_CHECK_RANGE = HEALTH_RULES.add('health-check-range', 'error', 'A health check value is out of range: interval 5 to 300, timeout 2 to 60, retries 1 to 10, startPeriod 0 to 300.', `${finding/* REFERENCE */.gu}/API_HealthCheck.html`);
const HEALTH_CHECK_COMMAND = HEALTH_RULES.add('health-check-command', 'either', 'The health check command does not start with CMD or CMD-SHELL, or gives CMD a line for the shell. An empty one is an error.', `${finding/* REFERENCE */.gu}/API_HealthCheck.html (command)`);
const HEALTH_RANGES = {
    interval: [5, 300],
    timeout: [2, 60],
    retries: [1, 10],
    startPeriod: [0, 300]
};
/** Health checks of containers. */
function checkHealth({ containers }) {
    return containers.flatMap(container => {
        const check = (0,text_record/* own */.ZV)(container.record, 'healthCheck');
        if (!(0,text_record/* isRecord */.u4)(check))
            return [];
        const ranges = Object.entries(HEALTH_RANGES).flatMap(([member, [least, max]]) => {
            const value = (0,finding/* numberOf */.rl)(check, member);
            if (value === undefined || (value >= least && value <= max))
                return [];
            const what = `${member} of a health check is from ${least} to ${max}, got ${value}.`;
            return [
                (0,finding/* error */.z3)(HEALTH_CHECK_RANGE, (0,finding/* inContainer */.Bc)(container, 'healthCheck', member), what, 'Set it within these bounds, or leave it out.')
            ];
        });
        return [...ranges, ...checkHealthCommand(container, (0,finding/* textsOf */.CB)(check, 'command'))];
    });
}
function checkHealthCommand(container, command) {
    const path = (0,finding/* inContainer */.Bc)(container, 'healthCheck', 'command');
    const [first] = command;
    if (first === undefined)
        return [
            (0,finding/* error */.z3)(HEALTH_CHECK_COMMAND, path, 'The health check has no command.', 'Write ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], or remove healthCheck.')
        ];
    if (first === 'CMD' || first === 'CMD-SHELL') {
        if (first === 'CMD-SHELL' && command.length > 2)
            return [
                (0,finding/* warning */.$e)(HEALTH_CHECK_COMMAND, path, `CMD-SHELL takes one text, got ${command.length - 1}: Docker runs the first and drops the others.`, 'Join them, or use CMD.')
            ];
        if (command.length === 1)
            return [(0,finding/* warning */.$e)(HEALTH_CHECK_COMMAND, path, `There is nothing after ${first}.`, 'Add what is to be run.')];
        const [, program = ''] = command;
        if (first === 'CMD' && needsShell(program)) {
            const what = `With CMD, Docker runs a program called ${(0,format/* quote */.hD)(program)}, which there is not: only CMD-SHELL takes a whole line.`;
            return [(0,finding/* warning */.$e)(HEALTH_CHECK_COMMAND, path, what, adviseForm(command.slice(1)))];
        }
        return [];
    }
    if (first === 'NONE')
        return [];
    const next = adviseForm(command);
    return [
        (0,finding/* warning */.$e)(HEALTH_CHECK_COMMAND, path, `The command of a health check starts with CMD or CMD-SHELL, got ${(0,format/* quote */.hD)(first)}.`, next)
    ];
}
/** A line for a shell: CMD takes each word by itself, and knows neither pipes nor variables. */
function needsShell(program) {
    return /\s/.test(program.trim()) || /[|&;<>$`]/.test(program);
}
/** How a command without CMD or CMD-SHELL is written: a line of words for the shell, words by themselves for CMD. */
function adviseForm(command) {
    const line = command.join(' ');
    if (command.some(word => needsShell(word)) || command.length === 1)
        return `Write [${(0,format/* quote */.hD)('CMD-SHELL')}, ${(0,format/* quote */.hD)(line)}].`;
    return `Write [${[`CMD`, ...command].map(format/* quote */.hD).join(', ')}], or [${(0,format/* quote */.hD)('CMD-SHELL')}, ${(0,format/* quote */.hD)(line)}].`;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/limits.js




const LIMIT_RULES = new errors/* RuleList */.VZ();
const TAGS = LIMIT_RULES.add('tags', 'error', 'There are more than 50 tags, a key is used twice, or a key is longer than 128 or a value longer than 256 characters.', `${finding/* REFERENCE */.gu}/API_Tag.html`);
const PLACEMENT_CONSTRAINTS = LIMIT_RULES.add('placement-constraints', 'error', 'There are more than 10 placement constraints.', `${finding/* REGISTER */.eY} (placementConstraints)`);
const MAX_TAGS = 50;
const MAX_CONSTRAINTS = 10;
const MAX_KEY = 128;
const MAX_VALUE = 256;
/** Tags, and how many placement constraints there may be. */
function checkLimits({ definition }) {
    const tags = (0,finding/* recordsOf */.M$)(definition, 'tags');
    const findings = [];
    if (tags.length > MAX_TAGS)
        findings.push((0,finding/* error */.z3)(TAGS, ['tags'], `The task definition has ${tags.length} tags; AWS takes at most ${MAX_TAGS}.`, 'Remove some.'));
    const keys = tags.map(tag => (0,finding/* textOf */.b6)(tag, 'key'));
    for (const index of (0,finding/* findRepeats */.aj)(keys))
        findings.push((0,finding/* error */.z3)(TAGS, ['tags', index, 'key'], `The tag ${(0,format/* quote */.hD)(keys[index] ?? '')} is listed twice.`, 'Remove one of the two.'));
    tags.forEach((tag, index) => {
        const complaint = complain(keys[index] ?? '', (0,finding/* textOf */.b6)(tag, 'value') ?? '');
        if (complaint !== undefined)
            findings.push((0,finding/* error */.z3)(TAGS, ['tags', index], complaint, 'Correct or remove it.'));
    });
    const constraints = (0,text_record/* own */.ZV)(definition, 'placementConstraints');
    if (Array.isArray(constraints) && constraints.length > MAX_CONSTRAINTS) {
        const what = `There are ${constraints.length} placement constraints; ECS takes at most ${MAX_CONSTRAINTS}.`;
        findings.push((0,finding/* error */.z3)(PLACEMENT_CONSTRAINTS, ['placementConstraints'], what, 'Join some with "and" in one expression.'));
    }
    return findings;
}
function complain(key, value) {
    if (key === '')
        return 'The tag has no key.';
    if (key.length > MAX_KEY)
        return `The key of a tag has at most ${MAX_KEY} characters, got ${key.length}.`;
    if (value.length > MAX_VALUE)
        return `The value of the tag ${(0,format/* quote */.hD)(key)} has at most ${MAX_VALUE} characters, got ${value.length}.`;
    return undefined;
}

// EXTERNAL MODULE: ./lib/text/arn.js
var text_arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/task-definition/rules/logging.js





const LOGGING_RULES = new errors/* RuleList */.VZ();
const FARGATE_LOG_DRIVER = LOGGING_RULES.add('fargate-log-driver', 'error', 'Fargate does not support the log driver; it has awslogs, splunk and awsfirelens.', (0,finding/* ecsAnswers */.Vo)('x is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]'));
const LOG_OPTIONS = LOGGING_RULES.add('log-options', 'error', 'awslogs lacks a group, a region or, on Fargate, a stream prefix, or has an endpoint; or splunk lacks a URL or a token.', (0,finding/* ecsAnswers */.Vo)('Log driver awslogs requires options: awslogs-group; Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.; Log driver awslogs disallows options: awslogs-endpoint'));
const LOG_OPTION_UNKNOWN = LOGGING_RULES.add('log-option-unknown', 'warning', 'AWS does not document this option of awslogs.', `${finding/* REFERENCE */.gu}/API_LogConfiguration.html (options)`);
const LOG_OPTION_VALUE = LOGGING_RULES.add('log-option-value', 'warning', 'mode is neither blocking nor non-blocking, or both multiline options are set.', `${finding/* REFERENCE */.gu}/API_LogConfiguration.html (options)`);
const LOG_REGION = LOGGING_RULES.add('log-region', 'warning', 'awslogs-region is not a region.', `${finding/* REFERENCE */.gu}/API_LogConfiguration.html (options)`);
const FIRELENS_ROUTER = LOGGING_RULES.add('firelens-router', 'error', 'A container logs to awsfirelens, but no container is a log router.', (0,finding/* ecsAnswers */.Vo)('When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'));
const FIRELENS_UNUSED = LOGGING_RULES.add('firelens-unused', 'error', 'A container is a log router, but no container logs to awsfirelens.', (0,finding/* ecsAnswers */.Vo)('When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'));
const FIRELENS_USER = LOGGING_RULES.add('firelens-user', 'error', 'The user of a log router is not a number.', (0,finding/* ecsAnswers */.Vo)("If 'user' field is specified on firelens container, then 'UID' has to be '0'."));
const FIRELENS_FILE = LOGGING_RULES.add('firelens-file', 'either', 'The S3 file of a log router is not an ARN. On Fargate, where AWS documents files in the image only, a warning.', `ECS answers: “Invalid arn syntax.”; ${finding/* REFERENCE */.gu}/API_FirelensConfiguration.html (options)`);
const FARGATE_DRIVERS = ['awslogs', 'splunk', 'awsfirelens'];
/** Without awslogs-endpoint, which ECS is known to refuse although Docker has it. */
const AWSLOGS_OPTIONS = [
    'awslogs-create-group',
    'awslogs-datetime-format',
    'awslogs-group',
    'awslogs-multiline-pattern',
    'awslogs-region',
    'awslogs-stream-prefix',
    'max-buffer-size',
    'mode'
];
/** Log drivers and their options, and the FireLens router that awsfirelens needs. */
function checkLogging(context) {
    return context.containers.flatMap(container => {
        const logging = (0,text_record/* own */.ZV)(container.record, 'logConfiguration');
        const router = (0,text_record/* own */.ZV)(container.record, 'firelensConfiguration');
        return [
            ...((0,text_record/* isRecord */.u4)(logging) ? checkDriver(context, container, logging) : []),
            ...((0,text_record/* isRecord */.u4)(router) ? [...checkRouter(context, container), ...checkRouterFile(context, container, router)] : [])
        ];
    });
}
function checkDriver(context, container, logging) {
    const driver = (0,finding/* textOf */.b6)(logging, 'logDriver') ?? '';
    if (context.isFargate && !FARGATE_DRIVERS.includes(driver)) {
        const what = `Fargate has the log drivers ${(0,format/* listNames */.Zv)(FARGATE_DRIVERS)}, got ${driver}.`;
        return [
            (0,finding/* error */.z3)(FARGATE_LOG_DRIVER, (0,finding/* inContainer */.Bc)(container, 'logConfiguration', 'logDriver'), what, 'Use one of them.')
        ];
    }
    switch (driver) {
        case 'awslogs':
            return checkAwslogs(context, container, logging);
        case 'splunk':
            return findMissing(container, logging, driver, ['splunk-url', 'splunk-token']);
        case 'awsfirelens':
            return checkFirelens(context, container);
        default:
            return [];
    }
}
function optionsOf(logging) {
    const options = (0,text_record/* own */.ZV)(logging, 'options');
    return (0,text_record/* isRecord */.u4)(options) ? options : {};
}
function findMissing(container, logging, driver, needed) {
    const options = optionsOf(logging);
    const secret = (0,finding/* recordsOf */.M$)(logging, 'secretOptions').map(option => (0,finding/* textOf */.b6)(option, 'name'));
    const missing = needed.filter(name => ((0,finding/* textOf */.b6)(options, name) ?? '') === '' && !secret.includes(name));
    if (missing.length === 0)
        return [];
    const what = `The log driver ${driver} of the container ${(0,format/* quote */.hD)(container.name)} has no ${(0,format/* listNames */.Zv)(missing)}.`;
    return [
        (0,finding/* error */.z3)(LOG_OPTIONS, (0,finding/* inContainer */.Bc)(container, 'logConfiguration', 'options'), what, `Add ${missing.length === 1 ? 'it' : 'them'} to options.`)
    ];
}
function checkAwslogs(context, container, logging) {
    const options = optionsOf(logging);
    const at = (...rest) => (0,finding/* inContainer */.Bc)(container, 'logConfiguration', 'options', ...rest);
    const needed = ['awslogs-group', 'awslogs-region', ...(context.isFargate ? ['awslogs-stream-prefix'] : [])];
    const findings = [...findMissing(container, logging, 'awslogs', needed)];
    const refused = Object.keys(options).filter(name => !AWSLOGS_OPTIONS.includes(name));
    for (const name of refused) {
        const what = `The log driver awslogs of ECS is not documented to have an option ${(0,format/* quote */.hD)(name)}.`;
        const next = `It has ${(0,format/* listNames */.Zv)(AWSLOGS_OPTIONS)}.`;
        findings.push(name === 'awslogs-endpoint'
            ? (0,finding/* error */.z3)(LOG_OPTIONS, at(name), 'ECS does not support the option "awslogs-endpoint".', 'Remove it.')
            : (0,finding/* warning */.$e)(LOG_OPTION_UNKNOWN, at(name), what, next));
    }
    const region = (0,finding/* textOf */.b6)(options, 'awslogs-region') ?? '';
    if (region !== '' && !/[<>{}$]/.test(region) && !/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(region))
        findings.push((0,finding/* warning */.$e)(LOG_REGION, at('awslogs-region'), `${(0,format/* quote */.hD)(region)} does not look like a region.`, 'Write it as "eu-central-1".'));
    const mode = (0,finding/* textOf */.b6)(options, 'mode');
    if (mode !== undefined && mode !== 'blocking' && mode !== 'non-blocking')
        findings.push((0,finding/* warning */.$e)(LOG_OPTION_VALUE, at('mode'), `mode is blocking or non-blocking, got ${(0,format/* quote */.hD)(mode)}.`, 'Write one of the two.'));
    if ((0,text_record/* own */.ZV)(options, 'awslogs-datetime-format') !== undefined && (0,text_record/* own */.ZV)(options, 'awslogs-multiline-pattern') !== undefined)
        findings.push((0,finding/* warning */.$e)(LOG_OPTION_VALUE, at('awslogs-multiline-pattern'), 'awslogs-datetime-format and awslogs-multiline-pattern cannot both be set.', 'Keep one of the two.'));
    return findings;
}
function checkFirelens({ containers }, container) {
    if (containers.some(({ record }) => (0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(record, 'firelensConfiguration'))))
        return [];
    const what = `The container ${(0,format/* quote */.hD)(container.name)} logs to awsfirelens, and no container has a firelensConfiguration.`;
    const path = (0,finding/* inContainer */.Bc)(container, 'logConfiguration', 'logDriver');
    return [
        (0,finding/* error */.z3)(FIRELENS_ROUTER, path, what, 'Add a log router: a container with "firelensConfiguration": { "type": "fluentbit" }.')
    ];
}
/** Somebody logs to it, and its user is one whose files the agent can make: a number. */
function checkRouter({ containers }, container) {
    const findings = [];
    const drivers = containers.map(({ record }) => (0,text_record/* own */.ZV)(record, 'logConfiguration')).filter(text_record/* isRecord */.u4);
    if (!drivers.some(logging => (0,finding/* textOf */.b6)(logging, 'logDriver') === 'awsfirelens')) {
        const what = `The container ${(0,format/* quote */.hD)(container.name)} has a firelensConfiguration, and no container logs to awsfirelens.`;
        const next = 'Set "logDriver": "awsfirelens" for the containers whose logs it routes, or remove firelensConfiguration.';
        findings.push((0,finding/* error */.z3)(FIRELENS_UNUSED, (0,finding/* inContainer */.Bc)(container, 'firelensConfiguration'), what, next));
    }
    const user = (0,finding/* textOf */.b6)(container.record, 'user') ?? '';
    if (user !== '' && !/^\d/.test(user)) {
        const what = `The user of a log router is given by its number, got ${(0,format/* quote */.hD)(user)}.`;
        findings.push((0,finding/* error */.z3)(FIRELENS_USER, (0,finding/* inContainer */.Bc)(container, 'user'), what, 'Write "0", or leave it out.'));
    }
    return findings;
}
function checkRouterFile(context, container, router) {
    const options = optionsOf(router);
    if ((0,finding/* textOf */.b6)(options, 'config-file-type') !== 's3')
        return [];
    const value = (0,finding/* textOf */.b6)(options, 'config-file-value') ?? '';
    const at = (member) => (0,finding/* inContainer */.Bc)(container, 'firelensConfiguration', 'options', member);
    if (!(0,text_arn/* isArn */.EH)(value))
        return [
            (0,finding/* error */.z3)(FIRELENS_FILE, at('config-file-value'), `A configuration file in S3 is given by its ARN, got ${(0,format/* quote */.hD)(value)}.`, 'Write "arn:aws:s3:::bucket/name.conf".')
        ];
    if (!context.isFargate)
        return [];
    return [
        (0,finding/* warning */.$e)(FIRELENS_FILE, at('config-file-type'), 'On Fargate AWS documents configuration files inside the image only.', 'Use config-file-type file.')
    ];
}

// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
;// CONCATENATED MODULE: ./lib/task-definition/rules/context.js



function makeRuleContext({ definition }, facts) {
    const required = (0,finding/* textsOf */.CB)(definition, 'requiresCompatibilities');
    const launchTypes = required.length > 0 ? required : (facts.launchTypes ?? []);
    const platform = (0,text_record/* own */.ZV)(definition, 'runtimePlatform');
    const runtime = (0,text_record/* isRecord */.u4)(platform) ? platform : {};
    return {
        definition,
        containers: (0,types/* listContainers */.ts)(definition),
        networkMode: (0,finding/* textOf */.b6)(definition, 'networkMode'),
        launchTypes,
        isFargate: launchTypes.includes('FARGATE'),
        isWindows: ((0,finding/* textOf */.b6)(runtime, 'operatingSystemFamily') ?? '').startsWith('WINDOWS'),
        cpuArchitecture: (0,finding/* textOf */.b6)(runtime, 'cpuArchitecture'),
        facts
    };
}
/** Whether the container's image comes from a private registry of ECR; false where that is not known. */
function isFromEcr({ facts }, { name, image }) {
    const shipped = facts.images?.get(name);
    return shipped === undefined ? /^\d{12}\.dkr[.-]ecr(?:-fips)?\./.test(image) : shipped.isInEcr;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/managed-instances.js




const MANAGED_INSTANCES_RULES = new errors/* RuleList */.VZ();
const MANAGED_INSTANCES = MANAGED_INSTANCES_RULES.add('managed-instances', 'warning', 'Managed Instances do not support this setting, or a network mode other than awsvpc and host.', `${finding/* GUIDE */.xV}/managed-instances-tasks-services.html, ${finding/* GUIDE */.xV}/managed-instance-networking.html`);
// "Amazon ECS task definition differences for Amazon ECS Managed Instances": the parameters that are not valid there.
const OF_TASK = ['ephemeralStorage', 'ipcMode', 'proxyConfiguration'];
const OF_CONTAINER = [
    'disableNetworking',
    'dnsSearchDomains',
    'dnsServers',
    'dockerLabels',
    'dockerSecurityOptions',
    'extraHosts',
    'hostname',
    'links'
];
const OF_LINUX = ['maxSwap', 'sharedMemorySize', 'swappiness', 'tmpfs'];
const OF_VOLUME = ['dockerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'];
/** What instances that ECS manages have not. */
function checkManagedInstances({ definition, containers, networkMode, launchTypes }) {
    if (!launchTypes.includes('MANAGED_INSTANCES'))
        return [];
    return [
        ...(networkMode === 'awsvpc' || networkMode === 'host' ? [] : [wrongMode(networkMode)]),
        ...managed_instances_unsupported(definition, OF_TASK, []),
        ...containers.flatMap(container => {
            const linux = (0,text_record/* own */.ZV)(container.record, 'linuxParameters');
            return [
                ...managed_instances_unsupported(container.record, OF_CONTAINER, (0,finding/* inContainer */.Bc)(container)),
                ...((0,text_record/* isRecord */.u4)(linux) ? managed_instances_unsupported(linux, OF_LINUX, (0,finding/* inContainer */.Bc)(container, 'linuxParameters')) : [])
            ];
        }),
        ...(0,finding/* recordsOf */.M$)(definition, 'volumes').flatMap((volume, index) => {
            const host = (0,text_record/* own */.ZV)(volume, 'host');
            return [
                ...managed_instances_unsupported(volume, OF_VOLUME, ['volumes', index]),
                ...((0,text_record/* isRecord */.u4)(host) ? managed_instances_unsupported(host, ['sourcePath'], ['volumes', index, 'host']) : [])
            ];
        })
    ];
}
function wrongMode(networkMode) {
    const got = networkMode === undefined ? 'none' : (0,format/* quote */.hD)(networkMode);
    const what = `Managed Instances have the network modes awsvpc and host, and one must be set; got ${got}.`;
    return (0,finding/* warning */.$e)(MANAGED_INSTANCES, ['networkMode'], what, 'Set "networkMode": "awsvpc".');
}
function managed_instances_unsupported(record, members, path) {
    return members
        .filter(member => (0,finding/* says */.FA)(record, member))
        .map(member => (0,finding/* warning */.$e)(MANAGED_INSTANCES, [...path, member], `AWS documents that ${member} is not valid for Managed Instances.`, 'Remove it, or run the task on other capacity.'));
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/sizes.js





const SIZE_RULES = new errors/* RuleList */.VZ();
const TASK_SIZE_FORM = SIZE_RULES.add('task-size-form', 'either', "The task's cpu is not in CPU units or vCPUs, or its memory is not in MiB or GB.", "ECS answers: “Invalid 'cpu' setting for task.” Units that AWS does not document, as MB, are a warning.");
const TASK_CPU_RANGE = SIZE_RULES.add('task-cpu-range', 'error', "The task's cpu is outside 128 to 196608 CPU units.", `${finding/* REGISTER */.eY} (cpu)`);
const FARGATE_SIZE_MISSING = SIZE_RULES.add('fargate-size-missing', 'error', 'On Fargate, the task has no cpu or no memory.', (0,finding/* ecsAnswers */.Vo)("Fargate requires that 'cpu' be defined at the task level."));
const FARGATE_SIZE = SIZE_RULES.add('fargate-size', 'error', 'Fargate does not support this pair of cpu and memory, or Windows has less than one vCPU.', (0,finding/* ecsAnswers */.Vo)('No Fargate configuration exists for given values.'));
const FARGATE_SIZE_DISPUTED = SIZE_RULES.add('fargate-size-disputed', 'warning', "32 vCPU, or more than 4 vCPU for Windows: AWS's pages disagree on whether these sizes exist.", `${finding/* GUIDE */.xV}/task-cpu-memory-error.html against ${finding/* REGISTER */.eY} (memory)`);
const EPHEMERAL_STORAGE = SIZE_RULES.add('ephemeral-storage', 'error', 'Ephemeral storage is outside 21 to 200 GiB, or the task is not for Fargate.', (0,finding/* ecsAnswers */.Vo)('EphemeralStorage size should be at least 21; Tasks using the EC2 launch type do not support EphemeralStorage'));
/** Task memory in MiB by CPU units: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
const FARGATE_SIZES = new Map([
    [256, [512, 1024, 2048]],
    [512, { from: 1024, to: 4096, step: 1024 }],
    [1024, { from: 2048, to: 8192, step: 1024 }],
    [2048, { from: 4096, to: 16_384, step: 1024 }],
    [4096, { from: 8192, to: 30_720, step: 1024 }],
    [8192, { from: 16_384, to: 61_440, step: 4096 }],
    [16_384, { from: 32_768, to: 122_880, step: 8192 }],
    [32_768, [61_440, 122_880, 249_856]]
]);
/** The newest row: one page of AWS has it, the others and the service model's documentation do not. */
const DISPUTED_CPU = 32_768;
const LEAST_CPU_WINDOWS = 1024;
const MAX_CPU_WINDOWS = 4096;
const EC2_CPU = { least: 128, max: 196_608 };
/** `cpu` and `memory` of the task: how they are written, and the sizes that Fargate has. */
function checkSizes(context) {
    return [
        ...checkWriting(context, 'cpu'),
        ...checkWriting(context, 'memory'),
        ...checkFargateSize(context),
        ...checkBounds(context)
    ];
}
/** CPU units of `256`, `.25 vCPU`, `1vcpu`; undefined for anything else. */
function readCpu(text) {
    return readSize(text, /^(\d*\.?\d+)\s*vCPU$/i);
}
/** MiB of `512`, `0.5GB`, `1 GB`; undefined for anything else. */
function readMemory(text) {
    return readSize(text, /^(\d*\.?\d+)\s*GB$/i);
}
function readSize(text, unit) {
    const trimmed = text.trim();
    if (/^\d+$/.test(trimmed))
        return Number(trimmed);
    const amount = unit.exec(trimmed)?.[1];
    return amount === undefined ? undefined : Number(amount) * 1024;
}
function sizeOf({ definition }, member) {
    const text = (0,finding/* textOf */.b6)(definition, member);
    if (text === undefined)
        return undefined;
    return member === 'cpu' ? readCpu(text) : readMemory(text);
}
function checkWriting(context, member) {
    const text = (0,finding/* textOf */.b6)(context.definition, member);
    if (text === undefined || (0,templates/* findPlaceholder */.$e)(text) !== undefined || sizeOf(context, member) !== undefined)
        return [];
    const examples = member === 'cpu' ? 'CPU units ("1024") or vCPUs ("1 vCPU")' : 'MiB ("1024") or GB ("1 GB")';
    const what = `${(0,format/* quote */.hD)(text)} is no ${member} of a task: ECS takes ${examples}.`;
    const next = 'Write it so.';
    // Units that are near to those that AWS documents may be taken.
    return /^\d*\.?\d+\s*(?:vCPUs|MB|MiB|GiB|G|M)$/i.test(text.trim())
        ? [(0,finding/* warning */.$e)(TASK_SIZE_FORM, [member], what, next)]
        : [(0,finding/* error */.z3)(TASK_SIZE_FORM, [member], what, next)];
}
function checkFargateSize(context) {
    if (!context.isFargate)
        return [];
    const missing = ['cpu', 'memory'].filter(member => (0,finding/* textOf */.b6)(context.definition, member) === undefined);
    if (missing.length > 0)
        return missing.map(member => (0,finding/* error */.z3)(FARGATE_SIZE_MISSING, [member], `On Fargate the task itself needs ${member}; there is none beside "family".`, `Add "${member}": "${member === 'cpu' ? '256' : '512'}", or more, at the top of the task definition.`));
    const cpu = sizeOf(context, 'cpu');
    const memory = sizeOf(context, 'memory');
    if (cpu === undefined || memory === undefined)
        return [];
    const sizes = FARGATE_SIZES.get(cpu);
    if (sizes === undefined) {
        const what = `Fargate has no task with ${cpu} CPU units; it has ${(0,format/* listNames */.Zv)([...FARGATE_SIZES.keys()].map(String), 'and')}.`;
        return [(0,finding/* error */.z3)(FARGATE_SIZE, ['cpu'], what, `Set cpu to ${(0,format/* quote */.hD)(String(nextCpu(cpu)))}.`)];
    }
    if (!takes(sizes, memory)) {
        const what = `With cpu ${cpu} Fargate takes ${describe(sizes)} MiB of memory, got ${memory}.`;
        return [(0,finding/* error */.z3)(FARGATE_SIZE, ['memory'], what, adviseMemory(cpu, sizes, memory))];
    }
    return [...doubtLargest(cpu), ...checkWindows(context, cpu)];
}
function doubtLargest(cpu) {
    if (cpu !== DISPUTED_CPU)
        return [];
    const what = 'AWS documents 32 vCPU on Fargate in one place only, and has refused it in some regions.';
    return [(0,finding/* warning */.$e)(FARGATE_SIZE_DISPUTED, ['cpu'], what, 'Try it in your region, or use 16 vCPU ("16384").')];
}
function checkWindows({ isWindows }, cpu) {
    if (!isWindows)
        return [];
    if (cpu < LEAST_CPU_WINDOWS) {
        const what = `Windows on Fargate needs at least ${LEAST_CPU_WINDOWS} CPU units, got ${cpu}.`;
        return [(0,finding/* error */.z3)(FARGATE_SIZE, ['cpu'], what, 'Set cpu to "1024" and memory to "2048" or more.')];
    }
    if (cpu <= MAX_CPU_WINDOWS)
        return [];
    const what = `AWS documents ${cpu} CPU units on Fargate for Linux only; the task is for Windows.`;
    return [(0,finding/* warning */.$e)(FARGATE_SIZE_DISPUTED, ['cpu'], what, 'Set cpu to "4096" or less.')];
}
function takes(sizes, memory) {
    if (!isSteps(sizes))
        return sizes.includes(memory);
    return memory >= sizes.from && memory <= sizes.to && (memory - sizes.from) % sizes.step === 0;
}
function isSteps(sizes) {
    return 'step' in sizes;
}
function describe(sizes) {
    return isSteps(sizes) ? `${sizes.from} to ${sizes.to} in steps of ${sizes.step}` : (0,format/* listNames */.Zv)(sizes.map(String), 'or');
}
function nextCpu(cpu) {
    return [...FARGATE_SIZES.keys()].find(size => size >= cpu) ?? 16_384;
}
/** The next larger memory with this CPU, or the smallest CPU with this memory. */
function adviseMemory(cpu, sizes, memory) {
    const values = isSteps(sizes)
        ? Array.from({ length: (sizes.to - sizes.from) / sizes.step + 1 }, (_, index) => sizes.from + index * sizes.step)
        : sizes;
    const larger = values.find(value => value >= memory) ?? values.at(-1) ?? 0;
    const other = [...FARGATE_SIZES].find(([size, memories]) => size !== cpu && takes(memories, memory))?.[0];
    return `Set memory to "${larger}"${other === undefined ? '' : `, or cpu to "${other}"`}.`;
}
/** Bounds that hold wherever it runs. */
function checkBounds(context) {
    const cpu = sizeOf(context, 'cpu');
    const findings = [];
    if (!context.isFargate && !context.isWindows && cpu !== undefined && (cpu < EC2_CPU.least || cpu > EC2_CPU.max)) {
        const what = `cpu of a task is from ${EC2_CPU.least} to ${EC2_CPU.max} CPU units, got ${cpu}.`;
        findings.push((0,finding/* error */.z3)(TASK_CPU_RANGE, ['cpu'], what, 'Set it within these bounds, or leave it out on EC2.'));
    }
    return [...findings, ...checkStorage(context)];
}
function checkStorage({ definition, launchTypes }) {
    const storage = (0,text_record/* own */.ZV)(definition, 'ephemeralStorage');
    if (!(0,text_record/* isRecord */.u4)(storage))
        return [];
    const path = ['ephemeralStorage', 'sizeInGiB'];
    const size = (0,finding/* numberOf */.rl)(storage, 'sizeInGiB');
    const findings = [];
    if (size !== undefined && (size < 21 || size > 200)) {
        const what = `Ephemeral storage is from 21 to 200 GiB, got ${size}.`;
        findings.push((0,finding/* error */.z3)(EPHEMERAL_STORAGE, path, what, 'Leave ephemeralStorage out for the 20 GiB that every task has.'));
    }
    if (launchTypes.length > 0 && launchTypes.every(type => type === 'EC2' || type === 'EXTERNAL')) {
        const what = `Ephemeral storage is for Fargate; this task is for ${(0,format/* listNames */.Zv)(launchTypes)}.`;
        findings.push((0,finding/* error */.z3)(EPHEMERAL_STORAGE, ['ephemeralStorage'], what, 'Remove ephemeralStorage.'));
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/memory.js




const MEMORY_RULES = new errors/* RuleList */.VZ();
const MEMORY_MISSING = MEMORY_RULES.add('memory-missing', 'error', 'Neither the task nor the container has memory or memoryReservation.', (0,finding/* ecsAnswers */.Vo)("Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified."));
const MEMORY_RESERVATION = MEMORY_RULES.add('memory-reservation', 'error', 'memoryReservation is greater than memory.', (0,finding/* ecsAnswers */.Vo)("Invalid setting for container 'x'. 'memory' must be greater than or equal to 'memoryReservation'"));
const MEMORY_OVER_TASK = MEMORY_RULES.add('memory-over-task', 'error', 'A container has more memory than its task.', (0,finding/* ecsAnswers */.Vo)("The 'memory' setting for container 'x' is greater than for the task"));
const MEMORY_SUM_OVER_TASK = MEMORY_RULES.add('memory-sum-over-task', 'warning', 'The containers together reserve more memory than the task has.', `${finding/* CONTAINER */.MR} (memory): “must be lower than the task memory value”`);
const MEMORY_LEAST = MEMORY_RULES.add('memory-least', 'warning', 'A container has less than the 6 MiB that Docker needs.', `${finding/* CONTAINER */.MR} (memory)`);
const CPU_OVER_TASK = MEMORY_RULES.add('cpu-over-task', 'either', 'The containers together have more CPU units than the task. A warning outside Fargate.', "ECS answers: “The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value”");
/** Docker reserves that much for a container whatever it is given. */
const LEAST_MEMORY = 6;
/** CPU and memory of the containers, by themselves and against the task's. */
function checkMemory(context) {
    return [...context.containers.flatMap(container => memory_checkContainer(context, container)), ...checkSums(context)];
}
function memory_checkContainer(context, container) {
    const { record } = container;
    const name = (0,format/* quote */.hD)(container.name);
    const memory = (0,finding/* numberOf */.rl)(record, 'memory');
    const reservation = (0,finding/* numberOf */.rl)(record, 'memoryReservation');
    const task = sizeOf(context, 'memory');
    const findings = [];
    if ((0,finding/* textOf */.b6)(context.definition, 'memory') === undefined &&
        !context.isFargate &&
        (memory ?? 0) + (reservation ?? 0) === 0) {
        const what = `The container ${name} has neither memory nor memoryReservation, and the task has no memory either.`;
        findings.push((0,finding/* error */.z3)(MEMORY_MISSING, (0,finding/* inContainer */.Bc)(container), what, 'Give the container memory or memoryReservation, in MiB.'));
    }
    if ((memory !== undefined && memory < 0) || (reservation !== undefined && reservation < 0)) {
        findings.push((0,finding/* error */.z3)(MEMORY_MISSING, (0,finding/* inContainer */.Bc)(container), `The memory of the container ${name} is negative.`, 'Give it in MiB.'));
    }
    if (memory !== undefined && memory > 0 && memory < LEAST_MEMORY) {
        const what = `The container ${name} has ${memory} MiB of memory; Docker needs ${LEAST_MEMORY} for a container.`;
        findings.push((0,finding/* warning */.$e)(MEMORY_LEAST, (0,finding/* inContainer */.Bc)(container, 'memory'), what, 'memory is in MiB: give it more.'));
    }
    if (memory !== undefined && memory > 0 && reservation !== undefined && memory < reservation) {
        const what = `The container ${name} reserves ${reservation} MiB and may use only ${memory}.`;
        findings.push((0,finding/* error */.z3)(MEMORY_RESERVATION, (0,finding/* inContainer */.Bc)(container, 'memoryReservation'), what, 'Make memory larger than memoryReservation.'));
    }
    if (task !== undefined && memory !== undefined && memory > task && !context.isWindows) {
        const what = `The container ${name} has ${memory} MiB of memory, the whole task ${task}.`;
        findings.push((0,finding/* error */.z3)(MEMORY_OVER_TASK, (0,finding/* inContainer */.Bc)(container, 'memory'), what, `Set it to ${task} or less, or give the task more.`));
    }
    return findings;
}
/** The task's size is ignored for Windows on EC2. */
function checkSums(context) {
    if (context.isWindows)
        return [];
    const findings = [];
    const sum = (valueOf) => context.containers.reduce((total, { record }) => total + valueOf(record), 0);
    const cpu = sum(record => (0,finding/* numberOf */.rl)(record, 'cpu') ?? 0);
    const taskCpu = sizeOf(context, 'cpu');
    if (taskCpu !== undefined && cpu > taskCpu) {
        const what = `The containers have ${cpu} CPU units in all, the task has ${taskCpu}.`;
        const next = 'Lower cpu of the containers, or raise that of the task.';
        findings.push(context.isFargate ? (0,finding/* error */.z3)(CPU_OVER_TASK, ['cpu'], what, next) : (0,finding/* warning */.$e)(CPU_OVER_TASK, ['cpu'], what, next));
    }
    const memory = sum(record => (0,finding/* numberOf */.rl)(record, 'memoryReservation') ?? (0,finding/* numberOf */.rl)(record, 'memory') ?? 0);
    const taskMemory = sizeOf(context, 'memory');
    if (taskMemory !== undefined && memory > taskMemory) {
        const what = `The containers reserve ${memory} MiB of memory in all, the task has ${taskMemory}.`;
        findings.push((0,finding/* warning */.$e)(MEMORY_SUM_OVER_TASK, ['memory'], what, 'Lower memory or memoryReservation of the containers, or raise that of the task.'));
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/network.js




const NETWORK_RULES = new errors/* RuleList */.VZ();
const FARGATE_NETWORK_MODE = NETWORK_RULES.add('fargate-network-mode', 'error', 'On Fargate, the network mode is not awsvpc.', (0,finding/* ecsAnswers */.Vo)('Fargate only supports network mode ‘awsvpc’.'));
const EXTERNAL_NETWORK_MODE = NETWORK_RULES.add('external-network-mode', 'warning', 'The network mode is awsvpc, which external instances do not support.', `${finding/* GUIDE */.xV}/ecs-anywhere.html (considerations)`);
const FAULT_INJECTION = NETWORK_RULES.add('fault-injection', 'warning', 'Fault injection is enabled with a network mode other than awsvpc and host.', `${finding/* GUIDE */.xV}/fault-injection.html`);
const AWSVPC_UNSUPPORTED = NETWORK_RULES.add('awsvpc-unsupported', 'error', 'The network mode is awsvpc, which does not support links, hostname, dnsServers, dnsSearchDomains, extraHosts or disableNetworking.', (0,finding/* ecsAnswers */.Vo)('Links are not supported when networkMode=awsvpc; hostname is not supported on container when networkMode=awsvpc; …'));
const PORTS_WITHOUT_NETWORK = NETWORK_RULES.add('ports-without-network', 'error', 'Ports are mapped with the network mode none.', `${finding/* REGISTER */.eY} (networkMode): “you cannot specify port mappings in your container definitions”`);
const LINKS_NETWORK_MODE = NETWORK_RULES.add('links-network-mode', 'warning', 'Links are used in a network mode other than bridge.', `${finding/* CONTAINER */.MR} (links)`);
const PROXY_RULES = new errors/* RuleList */.VZ();
const PROXY = PROXY_RULES.add('proxy', 'error', 'An App Mesh proxy lacks the network mode awsvpc, names a container that does not exist, or has no ports.', (0,finding/* ecsAnswers */.Vo)('APPMESH proxy configuration is only supported in networkMode=awsvpc; Proxy container [x] does not exist; Ingress port not found'));
const PROXY_IGNORED_USER = PROXY_RULES.add('proxy-ignored-user', 'warning', 'An App Mesh proxy does not say whose traffic it ignores.', `${finding/* REFERENCE */.gu}/API_ProxyConfiguration.html (properties)`);
const SYSTEM_CONTROL = PROXY_RULES.add('system-control', 'warning', 'A kernel parameter is set in a namespace that is shared with the host.', `${finding/* REFERENCE */.gu}/API_SystemControl.html`);
/** What containers cannot have where all share the network of the task. */
const NOT_WITH_AWSVPC = {
    links: 'The containers of the task reach each other at localhost.',
    hostname: 'Remove it.',
    dnsServers: 'Set DNS servers for the VPC (DHCP options).',
    dnsSearchDomains: 'Set search domains for the VPC (DHCP options).',
    extraHosts: 'Use DNS, or write /etc/hosts when the container starts.',
    disableNetworking: 'Remove it.'
};
/** The network mode, and what goes with it. */
function checkNetwork(context) {
    return [...checkMode(context), ...checkMembers(context), ...checkControls(context)];
}
function checkMode({ definition, networkMode, isFargate, launchTypes }) {
    if (isFargate && networkMode !== 'awsvpc') {
        const got = networkMode === undefined ? 'no networkMode, which means bridge' : `networkMode ${(0,format/* quote */.hD)(networkMode)}`;
        return [
            (0,finding/* error */.z3)(FARGATE_NETWORK_MODE, ['networkMode'], `Fargate has the network mode awsvpc only; the file has ${got}.`, 'Set "networkMode": "awsvpc".')
        ];
    }
    if (launchTypes.includes('EXTERNAL') && networkMode === 'awsvpc') {
        const what = 'External instances have no network mode awsvpc.';
        return [(0,finding/* warning */.$e)(EXTERNAL_NETWORK_MODE, ['networkMode'], what, 'Set it to bridge, host or none.')];
    }
    if ((0,text_record/* own */.ZV)(definition, 'enableFaultInjection') === true && networkMode !== 'awsvpc' && networkMode !== 'host') {
        const what = `Faults are injected with the network modes awsvpc and host; the file has ${networkMode ?? 'none, which means bridge'}.`;
        return [(0,finding/* warning */.$e)(FAULT_INJECTION, ['enableFaultInjection'], what, 'Change networkMode, or remove it.')];
    }
    return [];
}
function checkMembers({ networkMode, containers }) {
    return containers.flatMap(container => {
        const { record } = container;
        const name = (0,format/* quote */.hD)(container.name);
        if (networkMode === 'awsvpc')
            return Object.entries(NOT_WITH_AWSVPC)
                .filter(([member]) => (0,finding/* says */.FA)(record, member))
                .map(([member, next]) => (0,finding/* error */.z3)(AWSVPC_UNSUPPORTED, (0,finding/* inContainer */.Bc)(container, member), `The container ${name} has ${member}, which the network mode awsvpc does not have.`, next));
        if (networkMode === 'none' && (0,finding/* says */.FA)(record, 'portMappings'))
            return [
                (0,finding/* error */.z3)(PORTS_WITHOUT_NETWORK, (0,finding/* inContainer */.Bc)(container, 'portMappings'), `The container ${name} maps ports, but networkMode is none.`, 'Remove portMappings, or choose another networkMode.')
            ];
        if (networkMode !== undefined && networkMode !== 'bridge' && (0,finding/* says */.FA)(record, 'links'))
            return [
                (0,finding/* warning */.$e)(LINKS_NETWORK_MODE, (0,finding/* inContainer */.Bc)(container, 'links'), `Links work in the network mode bridge only; the file has ${networkMode}.`, 'Remove links.')
            ];
        return [];
    });
}
/** Kernel parameters of a namespace that the task shares with its host. */
function checkControls({ definition, networkMode, containers }) {
    const ipcMode = (0,finding/* textOf */.b6)(definition, 'ipcMode');
    return containers.flatMap(container => (0,finding/* recordsOf */.M$)(container.record, 'systemControls').flatMap((control, index) => {
        const namespace = (0,finding/* textOf */.b6)(control, 'namespace') ?? '';
        const path = (0,finding/* inContainer */.Bc)(container, 'systemControls', index);
        const ofNetwork = namespace.startsWith('net.');
        if (ofNetwork && networkMode === 'host')
            return [
                (0,finding/* warning */.$e)(SYSTEM_CONTROL, path, `${(0,format/* quote */.hD)(namespace)} cannot be set with the network mode host.`, 'Set it on the instance.')
            ];
        if (!ofNetwork && ipcMode === 'host')
            return [
                (0,finding/* warning */.$e)(SYSTEM_CONTROL, path, `${(0,format/* quote */.hD)(namespace)} cannot be set with ipcMode host.`, 'Set it on the instance.')
            ];
        return [];
    }));
}
const PROXY_PROPERTIES = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'EgressIgnoredIPs'];
/** The App Mesh proxy. */
function checkProxy({ definition, networkMode, containers }) {
    const proxy = (0,text_record/* own */.ZV)(definition, 'proxyConfiguration');
    if (!(0,text_record/* isRecord */.u4)(proxy))
        return [];
    const findings = [];
    if (networkMode !== 'awsvpc') {
        const what = `A proxy needs the network mode awsvpc, got ${networkMode ?? 'none, which means bridge'}.`;
        findings.push((0,finding/* error */.z3)(PROXY, ['proxyConfiguration'], what, 'Set "networkMode": "awsvpc", or remove proxyConfiguration.'));
    }
    const name = (0,finding/* textOf */.b6)(proxy, 'containerName') ?? '';
    if (!containers.some(container => container.name === name)) {
        const what = `The proxy is to be the container ${(0,format/* quote */.hD)(name)}, which the task definition does not have.`;
        findings.push((0,finding/* error */.z3)(PROXY, ['proxyConfiguration', 'containerName'], what, 'Name one of its containers.'));
    }
    const given = (0,finding/* recordsOf */.M$)(proxy, 'properties').map(property => (0,finding/* textOf */.b6)(property, 'name'));
    for (const property of PROXY_PROPERTIES) {
        if (given.includes(property))
            continue;
        findings.push((0,finding/* error */.z3)(PROXY, ['proxyConfiguration', 'properties'], `The proxy has no ${property}.`, `Add { "name": "${property}", "value": "…" }.`));
    }
    if (!given.includes('IgnoredUID') && !given.includes('IgnoredGID')) {
        const what = 'The proxy has neither IgnoredUID nor IgnoredGID, so it would proxy itself.';
        findings.push((0,finding/* warning */.$e)(PROXY_IGNORED_USER, ['proxyConfiguration', 'properties'], what, 'Add the user of the proxy container.'));
    }
    return findings;
}

// EXTERNAL MODULE: ./lib/task-definition/rules/placeholders.js
var placeholders = __webpack_require__(9039);
;// CONCATENATED MODULE: ./lib/task-definition/rules/platform.js




const PLATFORM_RULES = new errors/* RuleList */.VZ();
const WINDOWS = PLATFORM_RULES.add('windows', 'warning', 'A setting is for Linux only, and the task is for Windows.', `${finding/* CONTAINER */.MR}: “This parameter is not supported for Windows containers”`);
const PLATFORM = PLATFORM_RULES.add('platform', 'error', "The image is built for a different processor than the task's.", "The task stops: “CannotPullContainerError: … image Manifest does not contain descriptor matching platform 'linux/amd64'”");
/** What AWS's reference says "is not supported for Windows containers" of. */
const NOT_ON_WINDOWS = [
    'links',
    'linuxParameters',
    'privileged',
    'user',
    'disableNetworking',
    'readonlyRootFilesystem',
    'dnsServers',
    'dnsSearchDomains',
    'extraHosts',
    'ulimits',
    'systemControls'
];
const FARGATE_WINDOWS = /^WINDOWS_SERVER_20(?:19|22|25)_(?:FULL|CORE)$/;
const ARCHITECTURES = { X86_64: 'amd64', ARM64: 'arm64' };
/** Operating system and processor, against what containers say and what images are built for. */
function checkPlatform(context) {
    return [...platform_checkWindows(context), ...checkArchitecture(context)];
}
function platform_checkWindows(context) {
    const { definition, containers, isWindows, isFargate, cpuArchitecture } = context;
    if (!isWindows)
        return [];
    const findings = [];
    if (cpuArchitecture === 'ARM64')
        findings.push((0,finding/* warning */.$e)(WINDOWS, ['runtimePlatform', 'cpuArchitecture'], 'AWS has ARM64 for Linux only; the task is for Windows.', 'Set it to X86_64.'));
    const runtime = (0,text_record/* own */.ZV)(definition, 'runtimePlatform');
    const family = (0,text_record/* isRecord */.u4)(runtime) ? ((0,finding/* textOf */.b6)(runtime, 'operatingSystemFamily') ?? '') : '';
    if (isFargate && !FARGATE_WINDOWS.test(family))
        findings.push((0,finding/* warning */.$e)(WINDOWS, ['runtimePlatform', 'operatingSystemFamily'], `AWS does not document ${family} for Fargate.`, 'Use Windows Server 2019 or later, CORE or FULL.'));
    for (const member of ['pidMode', 'ipcMode'])
        if ((0,finding/* says */.FA)(definition, member))
            findings.push((0,finding/* warning */.$e)(WINDOWS, [member], `${member} is not supported for Windows containers.`, 'Remove it.'));
    for (const container of containers) {
        for (const member of NOT_ON_WINDOWS.filter(name => (0,finding/* says */.FA)(container.record, name))) {
            const what = `${member} is not supported for Windows containers; ${(0,format/* quote */.hD)(container.name)} has it.`;
            findings.push((0,finding/* warning */.$e)(WINDOWS, (0,finding/* inContainer */.Bc)(container, member), what, 'Remove it.'));
        }
    }
    return findings;
}
/** Images that are built for a processor that the task does not have. Without cpuArchitecture Fargate runs on X86_64. */
function checkArchitecture({ containers, facts, isFargate, isWindows, cpuArchitecture }) {
    const architecture = cpuArchitecture ?? (isFargate ? 'X86_64' : undefined);
    const machine = architecture === undefined ? undefined : ARCHITECTURES[architecture];
    if (machine === undefined)
        return [];
    return containers.flatMap(container => {
        const platforms = facts.images?.get(container.name)?.platforms ?? [];
        if (platforms.length === 0 || platforms.some(platform => platform.split('/')[1] === machine))
            return [];
        const said = cpuArchitecture === undefined
            ? 'the task has no runtimePlatform, which means X86_64'
            : `the task is for ${cpuArchitecture}`;
        const what = `The image of ${(0,format/* quote */.hD)(container.name)} is built for ${(0,format/* listNames */.Zv)(platforms)}; ${said}.`;
        const wanted = `${isWindows ? 'windows' : 'linux'}/${machine}`;
        return [
            (0,finding/* error */.z3)(PLATFORM, ['runtimePlatform', 'cpuArchitecture'], what, `Set platforms to ${wanted}, or cpuArchitecture to ${machine === 'amd64' ? 'ARM64' : 'X86_64'}.`)
        ];
    });
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/ports.js




const PORT_RULES = new errors/* RuleList */.VZ();
const HOST_PORT = PORT_RULES.add('host-port', 'error', 'With the network mode awsvpc or host, a host port differs from its container port.', (0,finding/* ecsAnswers */.Vo)('When networkMode=awsvpc, the host ports and container ports in port mappings must match.'));
const PORT_RANGE = PORT_RULES.add('port-range', 'error', 'A port is outside 1 to 65535, a range ends before it starts, or a range is used outside the network modes bridge and awsvpc.', `${finding/* REFERENCE */.gu}/API_PortMapping.html (containerPort, containerPortRange)`);
const PORT_MISSING = PORT_RULES.add('port-missing', 'warning', 'A port mapping has neither containerPort nor containerPortRange.', `${finding/* REFERENCE */.gu}/API_PortMapping.html`);
const PORT_AND_RANGE = PORT_RULES.add('port-and-range', 'error', 'A port mapping has both a single port and a range.', (0,finding/* ecsAnswers */.Vo)('cannot specify both single port and port range'));
const HOST_PORT_TWICE = PORT_RULES.add('host-port-twice', 'warning', 'With the network mode bridge, two containers use the same host port.', `${finding/* REFERENCE */.gu}/API_PortMapping.html (hostPort); Docker answers: “port is already allocated”`);
const PORT_TWICE = PORT_RULES.add('port-twice', 'either', 'A port is mapped twice. For two single ports, a warning.', 'ECS answers of ranges: “container port is used multiple times in task”');
const PORT_PROTOCOLS = PORT_RULES.add('port-protocols', 'warning', 'A container port is mapped for more than one protocol.', `${finding/* REFERENCE */.gu}/API_PortMapping.html: “You can't expose the same container port for multiple protocols”`);
const PORT_NAME = PORT_RULES.add('port-name', 'error', "A port's name is used twice, is longer than 64 characters, or has characters other than lowercase letters, digits, _ and -.", (0,finding/* ecsAnswers */.Vo)('port mapping name is already used'));
const MAX_PORT = 65_535;
const MAX_RANGES = 100;
const NAME_FORMAT = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
/** Port mappings: numbers, ranges, names, and what the network mode makes of host ports. */
function checkPorts(context) {
    const mappings = context.containers.flatMap(readMappings);
    return [
        ...mappings.flatMap(mapping => [
            ...checkNumbers(mapping),
            ...checkRange(mapping, context),
            ...checkHostPort(mapping, context)
        ]),
        ...checkNames(mappings),
        ...checkOverlaps(mappings, context),
        ...checkHostPorts(mappings, context),
        ...context.containers.flatMap(checkCount)
    ];
}
function readMappings(container) {
    return (0,finding/* recordsOf */.M$)(container.record, 'portMappings').map((record, index) => {
        return { container, index, record, protocol: (0,finding/* textOf */.b6)(record, 'protocol') ?? 'tcp', range: readRange(record) };
    });
}
function readRange(mapping) {
    const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec((0,finding/* textOf */.b6)(mapping, 'containerPortRange') ?? '') ?? [];
    if (first !== undefined && last !== undefined)
        return { first: Number(first), last: Number(last) };
    const port = (0,finding/* numberOf */.rl)(mapping, 'containerPort');
    return port === undefined ? undefined : { first: port, last: port };
}
function at({ container, index }, ...rest) {
    return (0,finding/* inContainer */.Bc)(container, 'portMappings', index, ...rest);
}
function checkNumbers(mapping) {
    const { record } = mapping;
    const findings = [];
    const port = (0,finding/* numberOf */.rl)(record, 'containerPort');
    if (port !== undefined && (port < 1 || port > MAX_PORT))
        findings.push((0,finding/* error */.z3)(PORT_RANGE, at(mapping, 'containerPort'), `A port is from 1 to ${MAX_PORT}, got ${port}.`, 'Write the port that the container listens on.'));
    const host = (0,finding/* numberOf */.rl)(record, 'hostPort');
    if (host !== undefined && (host < 0 || host > MAX_PORT))
        findings.push((0,finding/* error */.z3)(PORT_RANGE, at(mapping, 'hostPort'), `A host port is from 0 to ${MAX_PORT}, got ${host}.`, 'Correct it, or leave it out.'));
    if (port === undefined && (0,text_record/* own */.ZV)(record, 'containerPortRange') === undefined)
        findings.push((0,finding/* warning */.$e)(PORT_MISSING, at(mapping), 'The mapping has neither containerPort nor containerPortRange.', 'Write the port that the container listens on.'));
    return findings;
}
function checkRange(mapping, { networkMode }) {
    const text = (0,finding/* textOf */.b6)(mapping.record, 'containerPortRange');
    if (text === undefined)
        return [];
    const path = at(mapping, 'containerPortRange');
    const { range, record } = mapping;
    if (range === undefined || !/^\d{1,5}-\d{1,5}$/.test(text))
        return [(0,finding/* error */.z3)(PORT_RANGE, path, `A range of ports is written as "8000-8010", got ${(0,format/* quote */.hD)(text)}.`, 'Write it so.')];
    const findings = [];
    if (range.first < 1 || range.last > MAX_PORT || range.first >= range.last)
        findings.push((0,finding/* error */.z3)(PORT_RANGE, path, `In a range of ports the first is less than the last, both from 1 to ${MAX_PORT}; got ${(0,format/* quote */.hD)(text)}.`, 'Correct it, or write a containerPort.'));
    if ((0,text_record/* own */.ZV)(record, 'containerPort') !== undefined || (0,text_record/* own */.ZV)(record, 'hostPort') !== undefined)
        findings.push((0,finding/* error */.z3)(PORT_AND_RANGE, path, 'The mapping has a containerPortRange beside a single port.', 'Make two mappings of it; a range has no hostPort.'));
    if (networkMode === 'host' || networkMode === 'none')
        findings.push((0,finding/* error */.z3)(PORT_RANGE, path, `A range of ports needs the network mode bridge or awsvpc, got ${networkMode}.`, 'Map single ports.'));
    return findings;
}
function checkHostPort(mapping, { networkMode }) {
    const host = (0,finding/* numberOf */.rl)(mapping.record, 'hostPort');
    const port = (0,finding/* numberOf */.rl)(mapping.record, 'containerPort');
    if ((networkMode !== 'awsvpc' && networkMode !== 'host') || host === undefined || port === undefined || host === port)
        return [];
    const what = `With the network mode ${networkMode} a host port is the container port: got hostPort ${host} for containerPort ${port}.`;
    return [(0,finding/* error */.z3)(HOST_PORT, at(mapping, 'hostPort'), what, 'Leave hostPort out.')];
}
function checkNames(mappings) {
    const names = mappings.map(({ record }) => (0,finding/* textOf */.b6)(record, 'name'));
    const repeats = (0,finding/* findRepeats */.aj)(names).flatMap(index => {
        const mapping = mappings[index];
        return mapping === undefined
            ? []
            : [
                (0,finding/* error */.z3)(PORT_NAME, at(mapping, 'name'), `Two port mappings are called ${(0,format/* quote */.hD)(names[index] ?? '')}.`, 'Rename one of them.')
            ];
    });
    const malformed = mappings.flatMap((mapping, index) => {
        const name = names[index];
        if (name === undefined || NAME_FORMAT.test(name))
            return [];
        const what = `${(0,format/* quote */.hD)(name)} cannot be the name of a port: it takes up to 64 small letters, digits, _ and -, and does not start with -.`;
        return [
            (0,finding/* error */.z3)(PORT_NAME, at(mapping, 'name'), what, `Write ${(0,format/* quote */.hD)(name
                .toLowerCase()
                .replace(/[^a-z0-9_-]/g, '-')
                .replace(/^-+/, '')
                .slice(0, 64))}.`)
        ];
    });
    return [...malformed, ...repeats];
}
/** One port twice: refused where a range is in it; two single ports are a doubt, since DNS servers have 53 for tcp and for udp. */
function checkOverlaps(mappings, { networkMode }) {
    return mappings.flatMap((mapping, index) => {
        const { range } = mapping;
        if (range === undefined)
            return [];
        const other = mappings.slice(0, index).find(candidate => {
            const shares = candidate.container.index === mapping.container.index || networkMode === 'awsvpc';
            return (shares &&
                candidate.range !== undefined &&
                candidate.range.first <= range.last &&
                range.first <= candidate.range.last);
        });
        if (other?.range === undefined)
            return [];
        const single = range.first === range.last && other.range.first === other.range.last;
        const where = other.container.index === mapping.container.index
            ? 'twice'
            : `here and in the container ${(0,format/* quote */.hD)(other.container.name)}`;
        const what = `The port ${Math.max(range.first, other.range.first)} is mapped ${where}.`;
        const next = 'Map it once.';
        if (!single)
            return [(0,finding/* error */.z3)(PORT_TWICE, at(mapping), what, next)];
        if (mapping.protocol === other.protocol)
            return [(0,finding/* warning */.$e)(PORT_TWICE, at(mapping), what, next)];
        const doubt = `The port ${range.first} is mapped for ${other.protocol} and for ${mapping.protocol}, which AWS's reference rules out.`;
        return [
            (0,finding/* warning */.$e)(PORT_PROTOCOLS, at(mapping), doubt, 'Keep it where ECS takes it, as of a DNS server; else map it for one of the two.')
        ];
    });
}
/** In a bridge the containers of a task compete for the ports of the host. */
function checkHostPorts(mappings, { networkMode }) {
    if (networkMode !== undefined && networkMode !== 'bridge')
        return [];
    const wanted = mappings.map(({ record, protocol }) => {
        const port = (0,finding/* numberOf */.rl)(record, 'hostPort') ?? 0;
        return port === 0 ? undefined : `${port}/${protocol}`;
    });
    return (0,finding/* findRepeats */.aj)(wanted).flatMap(index => {
        const mapping = mappings[index];
        if (mapping === undefined)
            return [];
        const what = `The port ${wanted[index] ?? ''} of the host is mapped twice: the second container cannot start.`;
        return [(0,finding/* warning */.$e)(HOST_PORT_TWICE, at(mapping, 'hostPort'), what, 'Choose another, or leave hostPort out.')];
    });
}
function checkCount(container) {
    const ranges = (0,finding/* recordsOf */.M$)(container.record, 'portMappings').filter(record => (0,text_record/* own */.ZV)(record, 'containerPortRange') !== undefined);
    if (ranges.length <= MAX_RANGES)
        return [];
    const what = `The container ${(0,format/* quote */.hD)(container.name)} has ${ranges.length} ranges of ports; ECS takes at most ${MAX_RANGES}.`;
    return [(0,finding/* error */.z3)(PORT_RANGE, (0,finding/* inContainer */.Bc)(container, 'portMappings'), what, 'Join ranges.')];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/resources.js




const RESOURCE_RULES = new errors/* RuleList */.VZ();
const ULIMIT = RESOURCE_RULES.add('ulimit', 'error', 'A soft limit is higher than its hard limit.', (0,finding/* ecsAnswers */.Vo)('Soft limit exceeds hard limit for ulimit x'));
const ULIMIT_TWICE = RESOURCE_RULES.add('ulimit-twice', 'warning', 'A limit is given twice.', `${finding/* REFERENCE */.gu}/API_Ulimit.html`);
const SWAPPINESS = RESOURCE_RULES.add('swappiness', 'error', 'swappiness is outside 0 to 100.', `${finding/* REFERENCE */.gu}/API_LinuxParameters.html (swappiness)`);
const GPU_COUNT = RESOURCE_RULES.add('gpu-count', 'warning', 'A GPU requirement does not say how many GPUs.', `${finding/* REFERENCE */.gu}/API_ResourceRequirement.html (value)`);
const INFERENCE_ACCELERATOR = RESOURCE_RULES.add('inference-accelerator', 'either', 'Inference accelerators no longer exist. For a requirement of one, a warning.', "ECS answers: “Unsupported field 'inferenceAccelerators'”");
/** Limits of the kernel, swap, GPUs and accelerators. */
function checkResources({ definition, containers }) {
    const findings = [];
    if ((0,finding/* says */.FA)(definition, 'inferenceAccelerators'))
        findings.push((0,finding/* error */.z3)(INFERENCE_ACCELERATOR, ['inferenceAccelerators'], 'Amazon Elastic Inference has been discontinued, and ECS does not accept inferenceAccelerators.', 'Remove it.'));
    return [
        ...findings,
        ...containers.flatMap(container => [
            ...checkUlimits(container),
            ...checkSwap(container),
            ...checkRequirements(container)
        ])
    ];
}
/** -1 is without limit. */
function checkUlimits(container) {
    const limits = (0,finding/* recordsOf */.M$)(container.record, 'ulimits');
    const names = limits.map(limit => (0,finding/* textOf */.b6)(limit, 'name'));
    const over = limits.flatMap((limit, index) => {
        const soft = (0,finding/* numberOf */.rl)(limit, 'softLimit');
        const hard = (0,finding/* numberOf */.rl)(limit, 'hardLimit');
        if (soft === undefined || hard === undefined || hard < 0 || soft <= hard)
            return [];
        const what = `The soft limit of ${names[index] ?? ''} is ${soft}, above the hard limit ${hard}.`;
        return [(0,finding/* error */.z3)(ULIMIT, (0,finding/* inContainer */.Bc)(container, 'ulimits', index), what, `Set softLimit to ${hard} or less.`)];
    });
    const repeats = (0,finding/* findRepeats */.aj)(names).map(index => (0,finding/* warning */.$e)(ULIMIT_TWICE, (0,finding/* inContainer */.Bc)(container, 'ulimits', index), `The limit ${names[index] ?? ''} is listed twice.`, 'Remove one of the two.'));
    return [...over, ...repeats];
}
function checkSwap(container) {
    const linux = (0,text_record/* own */.ZV)(container.record, 'linuxParameters');
    const swappiness = (0,text_record/* isRecord */.u4)(linux) ? (0,finding/* numberOf */.rl)(linux, 'swappiness') : undefined;
    if (swappiness === undefined || (swappiness >= 0 && swappiness <= 100))
        return [];
    const path = (0,finding/* inContainer */.Bc)(container, 'linuxParameters', 'swappiness');
    return [(0,finding/* error */.z3)(SWAPPINESS, path, `swappiness is from 0 to 100, got ${swappiness}.`, 'Set it within these bounds.')];
}
function checkRequirements(container) {
    return (0,finding/* recordsOf */.M$)(container.record, 'resourceRequirements').flatMap((requirement, index) => {
        const path = (0,finding/* inContainer */.Bc)(container, 'resourceRequirements', index);
        const type = (0,finding/* textOf */.b6)(requirement, 'type');
        const value = (0,finding/* textOf */.b6)(requirement, 'value');
        if (type === 'InferenceAccelerator')
            return [
                (0,finding/* warning */.$e)(INFERENCE_ACCELERATOR, path, 'Amazon Elastic Inference has been discontinued.', 'Remove the requirement.')
            ];
        if (type !== 'GPU' || value === undefined || /^[1-9]\d*$/.test(value))
            return [];
        return [
            (0,finding/* warning */.$e)(GPU_COUNT, path, `The value of a GPU requirement is how many, got ${(0,format/* quote */.hD)(value)}.`, 'Write "1" or more.')
        ];
    });
}

// EXTERNAL MODULE: ./lib/task-definition/rules/secrets.js
var secrets = __webpack_require__(7575);
;// CONCATENATED MODULE: ./lib/task-definition/rules/roles.js








const ROLE_RULES = new errors/* RuleList */.VZ();
const ROLE_FORM = ROLE_RULES.add('role-form', 'error', 'A role is neither an ARN nor a name.', (0,finding/* ecsAnswers */.Vo)('Role is not valid'));
const EXECUTION_ROLE = ROLE_RULES.add('execution-role', 'either', 'executionRoleArn is missing, but secrets, or on Fargate ECR images or the log driver awslogs, need it. For other needs, a warning.', "ECS answers: “When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.”; “Fargate requires task definition to have execution role ARN to support ECR images.”; “… log driver awslogs.”");
const ROLE_NAME = /^[\w+=,.@/-]{1,64}$/;
/** The two roles: how they are written, and where the execution role is needed. */
function checkRoles(context) {
    return [...['taskRoleArn', 'executionRoleArn'].flatMap(member => checkForm(context, member)), ...checkNeed(context)];
}
/** An ARN, or a role's name: ECS takes both. */
function checkForm({ definition }, member) {
    const role = (0,finding/* textOf */.b6)(definition, member);
    if (role === undefined || (0,templates/* findPlaceholder */.$e)(role) !== undefined)
        return [];
    const arn = (0,text_arn/* parseArn */.Lw)(role);
    const isOfIam = arn?.service === 'iam' && arn.region === '';
    const isRole = isOfIam && (0,text_arn/* accountOf */.XP)(role) !== undefined && /^role\/[\w+=,.@/-]+$/.test(arn.resource);
    if ((0,text_arn/* isArn */.EH)(role) ? isRole : ROLE_NAME.test(role))
        return [];
    const account = isOfIam ? arn.account : undefined;
    const what = account !== undefined && !/^\d{12}$/.test(account)
        ? `${(0,format/* quote */.hD)(role)} is not a valid role: an account id has twelve digits, got ${(0,format/* quote */.hD)(account)}.`
        : `${(0,format/* quote */.hD)(role)} is not a valid role.`;
    return [(0,finding/* error */.z3)(ROLE_FORM, [member], what, 'Write "arn:aws:iam::123456789012:role/NAME".')];
}
function checkNeed(context) {
    if ((0,finding/* textOf */.b6)(context.definition, 'executionRoleArn') !== undefined)
        return [];
    const findings = context.containers.flatMap(container => findNeed(context, container));
    // One role serves all: the first need says enough, and an error says more than a doubt.
    return [findings.find(({ severity }) => severity === 'error') ?? findings[0]].flatMap(need => need ?? []);
}
function findNeed(context, container) {
    const { record } = container;
    const name = (0,format/* quote */.hD)(container.name);
    const logging = (0,text_record/* own */.ZV)(record, 'logConfiguration');
    const driver = (0,text_record/* isRecord */.u4)(logging) ? (0,finding/* textOf */.b6)(logging, 'logDriver') : undefined;
    const next = 'Set executionRoleArn to a role that ecs-tasks.amazonaws.com may assume (usually ecsTaskExecutionRole).';
    const need = (why) => `There is no executionRoleArn, which ${why} needs.`;
    const findings = [];
    const [secret] = (0,secrets/* listSecrets */.AQ)(container);
    if ((0,finding/* says */.FA)(record, 'secrets') && secret !== undefined)
        findings.push((0,finding/* error */.z3)(EXECUTION_ROLE, (0,finding/* inContainer */.Bc)(container, 'secrets'), need(`the container ${name} with its secrets`), next));
    else if (secret !== undefined)
        findings.push((0,finding/* warning */.$e)(EXECUTION_ROLE, secret.path, need(`the log driver of ${name} with its secrets`), next));
    if (context.isFargate && isFromEcr(context, container))
        findings.push((0,finding/* error */.z3)(EXECUTION_ROLE, (0,finding/* inContainer */.Bc)(container, 'image'), need(`Fargate for the image of ${name} in ECR`), next));
    if (context.isFargate && driver === 'awslogs')
        findings.push((0,finding/* error */.z3)(EXECUTION_ROLE, (0,finding/* inContainer */.Bc)(container, 'logConfiguration'), need(`Fargate for the log driver awslogs of ${name}`), next));
    for (const member of ['repositoryCredentials', 'environmentFiles'])
        if ((0,finding/* says */.FA)(record, member))
            findings.push((0,finding/* warning */.$e)(EXECUTION_ROLE, (0,finding/* inContainer */.Bc)(container, member), need(`the container ${name} with its ${member}`), next));
    return findings;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/volumes.js






const VOLUME_RULES = new errors/* RuleList */.VZ();
const VOLUME_UNKNOWN = VOLUME_RULES.add('volume-unknown', 'error', 'A mount point names a volume that is not in the task definition.', (0,finding/* ecsAnswers */.Vo)("Unknown volume 'x'"));
const MOUNT_PATH = VOLUME_RULES.add('mount-path', 'warning', 'A mount point has no volume or path, or two in a container have the same path.', `${finding/* REFERENCE */.gu}/API_MountPoint.html`);
const VOLUME_NAME = VOLUME_RULES.add('volume-name', 'warning', "A volume's name is used twice or has characters other than letters, digits, hyphens and underscores.", `${finding/* REFERENCE */.gu}/API_Volume.html (name)`);
const VOLUME_KIND = VOLUME_RULES.add('volume-kind', 'warning', 'A volume is of more than one kind, or of one that the launch type does not support.', `${finding/* REFERENCE */.gu}/API_Volume.html: “may only specify a name and one of …”`);
const VOLUME_AT_LAUNCH = VOLUME_RULES.add('volume-at-launch', 'error', 'More than one volume is configured at launch, or no container mounts it.', (0,finding/* ecsAnswers */.Vo)('Volumes [x] are not referenced by any of the containers'));
const VOLUME_TASK_ROLE = VOLUME_RULES.add('volume-task-role', 'warning', 'A volume of S3 Files needs a task role, and none is set.', `${finding/* REFERENCE */.gu}/API_S3FilesVolumeConfiguration.html`);
const EFS = VOLUME_RULES.add('efs', 'error', 'IAM, an access point or a port of EFS is used without transit encryption; or an access point is combined with a root directory.', (0,finding/* ecsAnswers */.Vo)('EFS IAM authorization requires TransitEncryption to be enabled; TransitEncryptionPort requires that TransitEncryption is enabled; When using an EFS access point, the root directory must either be set to "/" or be omitted'));
const KINDS = [
    'host',
    'dockerVolumeConfiguration',
    'efsVolumeConfiguration',
    's3filesVolumeConfiguration',
    'fsxWindowsFileServerVolumeConfiguration',
    'configuredAtLaunch'
];
/** Volumes, and the mount points that name them. */
function checkVolumes(context) {
    const volumes = (0,finding/* recordsOf */.M$)(context.definition, 'volumes');
    return [
        ...checkMounts(context, volumes),
        ...volumes_checkNames(volumes),
        ...checkLaunchVolumes(context, volumes),
        ...volumes.flatMap((volume, index) => [...checkKinds(context, volume, index), ...checkEfs(volume, index)])
    ];
}
function checkMounts({ containers }, volumes) {
    const names = volumes.flatMap(volume => (0,finding/* textOf */.b6)(volume, 'name') ?? []);
    return containers.flatMap(container => {
        const mounts = (0,finding/* recordsOf */.M$)(container.record, 'mountPoints');
        const unknown = mounts.flatMap((mount, index) => {
            const name = (0,finding/* textOf */.b6)(mount, 'sourceVolume');
            if (name === undefined || names.includes(name))
                return [];
            const nearest = (0,suggest/* nearestName */.q)(name, names);
            const what = `The container ${(0,format/* quote */.hD)(container.name)} mounts the volume ${(0,format/* quote */.hD)(name)}; the task definition has ${(0,format/* listNames */.Zv)(names)}.`;
            const next = nearest === undefined ? `Add { "name": ${(0,format/* quote */.hD)(name)} } to volumes.` : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`;
            return [(0,finding/* error */.z3)(VOLUME_UNKNOWN, (0,finding/* inContainer */.Bc)(container, 'mountPoints', index, 'sourceVolume'), what, next)];
        });
        const paths = mounts.map(mount => (0,finding/* textOf */.b6)(mount, 'containerPath'));
        const repeats = (0,finding/* findRepeats */.aj)(paths).map(index => (0,finding/* warning */.$e)(MOUNT_PATH, (0,finding/* inContainer */.Bc)(container, 'mountPoints', index), `Two volumes are mounted at ${(0,format/* quote */.hD)(paths[index] ?? '')} in ${(0,format/* quote */.hD)(container.name)}.`, 'Give each a path of its own.'));
        const incomplete = mounts.flatMap((mount, index) => (0,finding/* textOf */.b6)(mount, 'containerPath') !== undefined && (0,finding/* textOf */.b6)(mount, 'sourceVolume') !== undefined
            ? []
            : [
                (0,finding/* warning */.$e)(MOUNT_PATH, (0,finding/* inContainer */.Bc)(container, 'mountPoints', index), 'A mount point needs sourceVolume and containerPath.', 'Give both.')
            ]);
        return [...unknown, ...repeats, ...incomplete];
    });
}
function volumes_checkNames(volumes) {
    const names = volumes.map(volume => (0,finding/* textOf */.b6)(volume, 'name'));
    const repeats = (0,finding/* findRepeats */.aj)(names).map(index => {
        const what = `Two volumes are called ${(0,format/* quote */.hD)(names[index] ?? '')}.`;
        return (0,finding/* warning */.$e)(VOLUME_NAME, ['volumes', index, 'name'], what, 'Rename one of them.');
    });
    const malformed = names.flatMap((name, index) => {
        if (name !== undefined && /^[A-Za-z0-9_-]{1,255}$/.test(name))
            return [];
        const what = `A volume's name has 1 to 255 letters, digits, hyphens and underscores, got ${name === undefined ? 'none' : (0,format/* quote */.hD)(name)}.`;
        return [
            (0,finding/* warning */.$e)(VOLUME_NAME, ['volumes', index, ...(name === undefined ? [] : ['name'])], what, 'Correct it, and the mount points that name it.')
        ];
    });
    return [...repeats, ...malformed];
}
/** Volumes that the service gives (Amazon EBS): one, and in use. */
function checkLaunchVolumes({ containers }, volumes) {
    const mounted = new Set(containers.flatMap(({ record }) => (0,finding/* recordsOf */.M$)(record, 'mountPoints').map(mount => (0,finding/* textOf */.b6)(mount, 'sourceVolume'))));
    const atLaunch = volumes
        .map((volume, index) => ({ volume, index }))
        .filter(({ volume }) => (0,text_record/* own */.ZV)(volume, 'configuredAtLaunch') === true);
    return atLaunch.flatMap(({ volume, index }, order) => {
        const name = (0,finding/* textOf */.b6)(volume, 'name');
        const findings = [];
        if (order > 0)
            findings.push((0,finding/* error */.z3)(VOLUME_AT_LAUNCH, ['volumes', index], 'One volume may be configured at launch; this is another.', 'Keep one of them.'));
        if (!mounted.has(name))
            findings.push((0,finding/* error */.z3)(VOLUME_AT_LAUNCH, ['volumes', index], `No container mounts the volume ${(0,format/* quote */.hD)(name ?? '')}, which is configured at launch.`, 'Add a mount point, or remove the volume.'));
        return findings;
    });
}
function checkKinds({ definition, isFargate }, volume, index) {
    const findings = [];
    const kinds = KINDS.filter(kind => (0,text_record/* own */.ZV)(volume, kind) !== undefined && (0,text_record/* own */.ZV)(volume, kind) !== false);
    if (kinds.length > 1) {
        const what = `A volume is of one kind; this has ${(0,format/* listNames */.Zv)(kinds)}.`;
        findings.push((0,finding/* warning */.$e)(VOLUME_KIND, ['volumes', index], what, 'Keep one of them.'));
    }
    const host = (0,text_record/* own */.ZV)(volume, 'host');
    if (isFargate && (0,text_record/* isRecord */.u4)(host) && (0,finding/* says */.FA)(host, 'sourcePath'))
        findings.push((0,finding/* error */.z3)(FARGATE_UNSUPPORTED, ['volumes', index, 'host', 'sourcePath'], 'Fargate has no host whose folders could be mounted (sourcePath).', 'Write "host": {} for a volume of the task, or use EFS.'));
    if (isFargate && (0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(volume, 'dockerVolumeConfiguration')))
        findings.push((0,finding/* error */.z3)(FARGATE_UNSUPPORTED, ['volumes', index, 'dockerVolumeConfiguration'], 'Fargate has no Docker volumes.', 'Use "host": {} for a volume of the task, or EFS.'));
    if (isFargate && (0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(volume, 'fsxWindowsFileServerVolumeConfiguration')))
        findings.push((0,finding/* warning */.$e)(VOLUME_KIND, ['volumes', index], 'AWS documents FSx for Windows File Server for EC2 instances only.', 'Use EFS, or EC2.'));
    if ((0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(volume, 's3filesVolumeConfiguration')) && (0,finding/* textOf */.b6)(definition, 'taskRoleArn') === undefined)
        findings.push((0,finding/* warning */.$e)(VOLUME_TASK_ROLE, ['volumes', index], 'A volume of S3 Files needs a taskRoleArn.', 'Add a role that may use the file system.'));
    return findings;
}
function checkEfs(volume, index) {
    const efs = (0,text_record/* own */.ZV)(volume, 'efsVolumeConfiguration');
    if (!(0,text_record/* isRecord */.u4)(efs))
        return [];
    const path = ['volumes', index, 'efsVolumeConfiguration'];
    const auth = (0,text_record/* own */.ZV)(efs, 'authorizationConfig');
    const authorization = (0,text_record/* isRecord */.u4)(auth) ? auth : {};
    const accessPoint = (0,finding/* textOf */.b6)(authorization, 'accessPointId');
    const isEncrypted = (0,finding/* textOf */.b6)(efs, 'transitEncryption') === 'ENABLED';
    const needs = [
        ...((0,finding/* textOf */.b6)(authorization, 'iam') === 'ENABLED' ? ['IAM authorisation'] : []),
        ...(accessPoint === undefined ? [] : ['an access point']),
        ...((0,text_record/* own */.ZV)(efs, 'transitEncryptionPort') === undefined ? [] : ['transitEncryptionPort'])
    ];
    const findings = [];
    if (!isEncrypted && needs.length > 0)
        findings.push((0,finding/* error */.z3)(EFS, path, `${(0,format/* listNames */.Zv)(needs)} of EFS needs transitEncryption.`, 'Set "transitEncryption": "ENABLED".'));
    const root = (0,finding/* textOf */.b6)(efs, 'rootDirectory');
    if (accessPoint !== undefined && root !== undefined && root !== '/' && root !== '')
        findings.push((0,finding/* error */.z3)(EFS, [...path, 'rootDirectory'], `With an access point of EFS the root directory is the access point's own, got ${(0,format/* quote */.hD)(root)}.`, 'Leave rootDirectory out.'));
    return findings;
}

;// CONCATENATED MODULE: ./lib/task-definition/check-rules.js


















/** Every rule of `checkDefinition`, in the order of docs/rules.md. */
const DEFINITION_RULES = [
    SIZE_RULES,
    MEMORY_RULES,
    NETWORK_RULES,
    MANAGED_INSTANCES_RULES,
    PORT_RULES,
    PROXY_RULES,
    CONTAINER_RULES,
    HEALTH_RULES,
    DEPENDENCY_RULES,
    secrets/* SECRET_RULES */.vt,
    ROLE_RULES,
    LOGGING_RULES,
    VOLUME_RULES,
    PLATFORM_RULES,
    FARGATE_RULES,
    RESOURCE_RULES,
    LIMIT_RULES,
    placeholders/* PLACEHOLDER_RULES */.A0
].flatMap(({ rules }) => rules);
const SUBJECTS = [
    checkSizes,
    checkMemory,
    checkNetwork,
    checkProxy,
    checkPorts,
    checkContainers,
    checkDependencies,
    checkHealth,
    secrets/* checkSecrets */.KK,
    checkRoles,
    checkLogging,
    checkVolumes,
    checkPlatform,
    checkFargate,
    checkManagedInstances,
    checkResources,
    checkLimits,
    placeholders/* checkPlaceholders */.nV
];
/**
 * Finds in a task definition what ECS refuses, beyond its structure (`readTaskDefinition`): an error where AWS refuses to register it or
 * to start any task of it, a warning where AWS's documents leave that in doubt. What each rule rests on stands in `DEFINITION_RULES`.
 *
 * @param facts what the settings and the service say beside the file; what is left out is not guessed
 */
function checkDefinition(file, facts = {}) {
    const context = makeRuleContext(file, facts);
    return SUBJECTS.flatMap(check => check(context)).map(({ severity, code, path, what, next }) => ({
        severity,
        code,
        place: file.place(path),
        what,
        next
    }));
}


/***/ }),

/***/ 6376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ UNKNOWN_CONTAINER),
/* harmony export */   Pz: () => (/* binding */ findUnfilled),
/* harmony export */   gE: () => (/* binding */ assignImages),
/* harmony export */   uF: () => (/* binding */ checkContainerExists),
/* harmony export */   z_: () => (/* binding */ AMBIGUOUS_CONTAINER)
/* harmony export */ });
/* unused harmony export IMAGE_ASSIGNMENT_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6101);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);
/* harmony import */ var _text_templates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2160);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8648);
/* harmony import */ var _rules_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9039);
/* harmony import */ var _validate_structure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4855);







const IMAGE_ASSIGNMENT_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const MISSING_IMAGE = IMAGE_ASSIGNMENT_RULES.add('missing-image', 'error', 'A container has no image, and none is shipped for it.', _validate_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .MODEL */ .A2);
const UNKNOWN_CONTAINER = IMAGE_ASSIGNMENT_RULES.add('unknown-container', 'error', 'A container that is named is not in the task definition.', 'CodeDeploy answers: “The container X does not exist in the task definition.”; CodePipeline: “The AWS ECS container X does not exist”');
const AMBIGUOUS_CONTAINER = IMAGE_ASSIGNMENT_RULES.add('ambiguous-container', 'error', 'It is not clear which container an image or a setting is for.', 'container-name');
const CONTESTED_CONTAINER = IMAGE_ASSIGNMENT_RULES.add('contested-container', 'error', 'Two images are for the same container.', 'images');
/**
 * Finds the containers that each image is for. In this order: the container that the settings name for the image; the
 * containers whose image is the placeholder `<IMAGE1_NAME>`, `<IMAGE2_NAME>` … with the image's number (without a number
 * for a single image); for a single image `containerName`; the only container; the one whose image names the same
 * repository; the one whose image is any other placeholder or empty. Containers that hold the same placeholder get the same image.
 *
 * @returns each image with its containers, in the order of the images; none of them is without a container
 * @throws ProblemsError where an image fits no container or several, and for each placeholder or missing image that is left over
 */
function assignImages(file, images, containerName) {
    const containers = (0,_types_js__WEBPACK_IMPORTED_MODULE_3__/* .listContainers */ .ts)(file.definition);
    const named = images.map((image, index) => ({
        image,
        found: findNamed(image, index, images.length, containerName, containers)
    }));
    const taken = new Set(named.flatMap(({ found }) => found ?? []));
    const free = containers.filter(container => !taken.has(container));
    const assigned = named.map(({ image, found = findUnnamed(image, containers, free) }) => ({
        image,
        containers: containers.filter(container => found.includes(container)).map(({ name }) => name)
    }));
    const problems = [
        ...assigned.flatMap(({ image, containers: own }, index) => own.length === 0 ? [explainUnassigned(file, image, index, images.length, containerName)] : []),
        ...findContested(file, assigned, containers)
    ];
    // An image without a container is the cause; what it leaves over is only the consequence.
    if (problems.length === 0)
        problems.push(...findUnfilled(file, new Set(assigned.flatMap(own => own.containers))));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleProblemsError */ .lj(problems);
    return assigned;
}
/** A container that has to be in the task definition: a RuleProblem with the nearest name and those that are there, where it is not. */
function checkContainerExists(file, name, place) {
    if (file.containerNames.includes(name))
        return undefined;
    const what = `There is no container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} in ${file.document.file}; it has ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(file.containerNames)}.`;
    const nearest = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearestName */ .q)(name, file.containerNames);
    return {
        code: UNKNOWN_CONTAINER.name,
        place,
        what,
        next: nearest === undefined ? '' : `Did you mean ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(nearest)}?`
    };
}
/** Containers outside `filled` whose image is missing or still a placeholder: nothing could be pulled for them. */
function findUnfilled(file, filled) {
    return (0,_types_js__WEBPACK_IMPORTED_MODULE_3__/* .listContainers */ .ts)(file.definition)
        .filter(container => !filled.has(container.name) && isOpen(container.image))
        .map(({ index, name, image }) => {
        const place = file.place(['containerDefinitions', index, ...(image === '' ? [] : ['image'])]);
        const next = 'Name an image for this container, or write one into the file.';
        if (image === '')
            return {
                code: MISSING_IMAGE.name,
                place,
                what: `The container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} has no image, and none is shipped for it.`,
                next
            };
        return {
            code: _rules_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .PLACEHOLDER_LEFT */ .CH.name,
            place,
            what: `The image of the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is still ${describeOpen(image)}.`,
            next
        };
    });
}
/** Undefined: nothing names a container for this image, so what is left over decides. Empty: what is named is not there. */
function findNamed(image, index, count, containerName, containers) {
    const byNumber = containers.filter(container => placeholderNumber(container.image, count) === index + 1);
    if (image.container === undefined && byNumber.length > 0)
        return byNumber;
    const name = image.container ?? (count === 1 ? containerName : undefined);
    if (name === undefined)
        return undefined;
    const container = containers.find(candidate => candidate.name === name);
    return containers.filter(candidate => candidate === container || (container !== undefined && sharesPlaceholder(candidate, container)));
}
function findUnnamed(image, containers, free) {
    if (containers.length === 1)
        return containers;
    const sameRepository = free.filter(container => !isOpen(container.image) && repositoryOf(container.image) === image.repository);
    const candidates = sameRepository.length > 0 ? sameRepository : free.filter(container => isOpen(container.image));
    const [first, ...others] = candidates;
    const alike = first !== undefined && others.every(other => other.image !== '' && other.image === first.image);
    return alike ? candidates : [];
}
function explainUnassigned(file, image, index, count, containerName) {
    // A single image that is no entry of images has its container from container-name.
    const isOwn = image.container !== undefined && image.container !== containerName;
    const setting = count === 1 && !isOwn ? 'container-name' : `images[${index}].container`;
    const name = image.container ?? (count === 1 ? containerName : undefined);
    const missing = name === undefined ? undefined : checkContainerExists(file, name, { path: setting });
    if (missing !== undefined)
        return missing;
    const which = image.repository === undefined ? `Image ${index + 1}` : `The image from ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(image.repository)}`;
    const what = `${which} could be for any container of ${file.document.file}: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(file.containerNames, 'or')}.`;
    return { code: AMBIGUOUS_CONTAINER.name, place: { path: setting }, what, next: `Set ${setting}.` };
}
function findContested(file, assigned, containers) {
    return containers
        .filter(({ name }) => assigned.filter(own => own.containers.includes(name)).length > 1)
        .map(({ index, name }) => ({
        code: CONTESTED_CONTAINER.name,
        place: file.place(['containerDefinitions', index]),
        what: `Two images are set for the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}.`,
        next: 'Name a different container for each image.'
    }));
}
function sharesPlaceholder(one, other) {
    return one.image !== '' && isOpen(one.image) && one.image === other.image;
}
function describeOpen(image) {
    const placeholder = (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .findPlaceholder */ .$e)(image);
    return placeholder === undefined || (placeholder !== image && (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .missingEnd */ .gz)(placeholder) === undefined)
        ? `the placeholder ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(image)}`
        : (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlaceholder */ .Fm)(placeholder);
}
/** Characters that no image reference holds mark a placeholder: `<IMAGE1_NAME>`, `{{ image }}`, `${IMAGE}`. */
function isOpen(image) {
    return image === '' || /[<>{}$]/.test(image);
}
/** CodePipeline's `<IMAGE1_NAME>` and the like; without a number it stands for the only image. */
function placeholderNumber(image, count) {
    const match = /^<IMAGE_?(\d*)(?:_[A-Z]+)*>$/i.exec(image);
    if (match === null)
        return undefined;
    if (match[1] === '' || match[1] === undefined)
        return count === 1 ? 1 : undefined;
    return Number(match[1]);
}
/** The repository in an image reference: without registry host, tag and digest. */
function repositoryOf(image) {
    const path = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
    const [host = '', ...rest] = path.split('/');
    return rest.length > 0 && (/[.:]/.test(host) || host === 'localhost') ? rest.join('/') : path;
}


/***/ }),

/***/ 6635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gE: () => (/* reexport */ image_assignment/* assignImages */.gE),
  Ko: () => (/* reexport */ changeDefinition),
  ek: () => (/* reexport */ checkChanges),
  Zz: () => (/* reexport */ namedSettings),
  Lf: () => (/* reexport */ readRegisteredTaskDefinition),
  Lx: () => (/* reexport */ readTaskDefinition),
  P9: () => (/* reexport */ renderTaskDefinition),
  rX: () => (/* reexport */ shippedDefinition)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/text/shape-rules.js
var shape_rules = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/text/templates.js
var templates = __webpack_require__(2160);
// EXTERNAL MODULE: ./lib/task-definition/check-rules.js + 16 modules
var check_rules = __webpack_require__(6373);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/text/tag-keys.js
var tag_keys = __webpack_require__(8812);
// EXTERNAL MODULE: ./lib/task-definition/validate-structure.js
var validate_structure = __webpack_require__(4855);
;// CONCATENATED MODULE: ./lib/task-definition/tags.js





const TAG_RULES = new errors/* RuleList */.VZ();
const RESERVED_TAG = TAG_RULES.add('reserved-tag', 'warning', "A tag's key starts with aws:, which only AWS's own services may set. The tag is left out.", 'ECS answers: “aws: prefixed tag key names are not allowed for external use”');
/**
 * Leaves out of a task definition's `tags` what RegisterTaskDefinition refuses and a described revision may have: AWS's own tags ("aws:
 * prefixed tag key names are not allowed for external use") and a list without entries ("Tags can not be empty.").
 *
 * @param place where the tags stand
 * @param isDescribed AWS described it: that is how a revision without tags looks, so nothing is to be said of an empty list
 * @returns the definition, and what was left out of it
 */
function leaveOutTags(definition, place, isDescribed) {
    const tags = (0,text_record/* own */.ZV)(definition, 'tags');
    if (!Array.isArray(tags))
        return { definition, warnings: [] };
    const reserved = tags.flatMap((tag) => ((0,text_record/* isRecord */.u4)(tag) ? [(0,text_record/* own */.ZV)(tag, 'key')] : [])).filter(tag_keys/* isReservedTagKey */.i);
    const kept = tags.filter((tag) => !(0,text_record/* isRecord */.u4)(tag) || !(0,tag_keys/* isReservedTagKey */.i)((0,text_record/* own */.ZV)(tag, 'key')));
    const others = (0,text_record/* entriesOf */.Mc)(definition).filter(([key]) => key !== 'tags');
    if (reserved.length > 0) {
        const [what, are] = reserved.length === 1 ? ['The tag', 'is'] : ['The tags', 'are'];
        const warning = {
            code: RESERVED_TAG.name,
            place,
            what: `${what} ${(0,format/* listNames */.Zv)(reserved.map(key => (0,format/* quote */.hD)(String(key))))} ${are} left out: only AWS itself sets tags whose key starts with aws:.`,
            next: isDescribed ? '' : 'Remove them from the file.'
        };
        const entries = (0,text_record/* entriesOf */.Mc)(definition).map(([key, value]) => [key, key === 'tags' ? kept : value]);
        return { definition: (0,text_record/* makeRecord */.Uo)(kept.length === 0 ? others : entries), warnings: [warning] };
    }
    if (tags.length > 0)
        return { definition, warnings: [] };
    const what = 'ECS does not accept an empty list of tags ("Tags can not be empty."), so it is left out.';
    const warning = { code: validate_structure/* EMPTY_VALUE */._6.name, place, what, next: 'Remove it.' };
    return { definition: (0,text_record/* makeRecord */.Uo)(others), warnings: isDescribed ? [] : [warning] };
}

;// CONCATENATED MODULE: ./lib/task-definition/parse.js










const REGISTER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html';
const DEFINITION_PARSE_RULES = new errors/* RuleList */.VZ();
const NOT_A_TASK_DEFINITION = DEFINITION_PARSE_RULES.add('not-a-task-definition', 'error', 'The file is not a task definition, or it is one of another tool.', validate_structure/* MODEL */.A2);
const NO_CONTAINER = DEFINITION_PARSE_RULES.add('no-container', 'error', 'The task definition has no container.', validate_structure/* MODEL */.A2);
const INVALID_NAME = DEFINITION_PARSE_RULES.add('invalid-name', 'error', 'The name of a family or container is longer than 255 characters or has characters other than letters, digits, - and _.', `${REGISTER} (family)`);
const DUPLICATE_NAME = DEFINITION_PARSE_RULES.add('duplicate-name', 'error', 'Two containers have the same name.', 'ECS answers: “Container names must be unique within a task definition”');
const TAGS_TWICE = DEFINITION_PARSE_RULES.add('tags-twice', 'error', 'Tags are both inside and beside the task definition.', validate_structure/* MODEL */.A2);
/**
 * Reads a task definition as people keep it: RegisterTaskDefinition's input, or a describe output, bare or wrapped as
 * `{"taskDefinition": …, "tags": …}`. Only what RegisterTaskDefinition itself refuses is left out (see `cleanDefinition`).
 *
 * @param options `unknownFields`: `send` keeps fields and enum values that the service model does not know; `isDescribed`: it is no file, but
 * AWS's own answer
 * @throws ProblemsError with every problem: unknown and mistyped fields, missing ones, names that ECS does not take
 */
function readTaskDefinition(document, options) {
    const { value } = document;
    const misfit = findMisfit(value);
    if (!(0,text_record/* isRecord */.u4)(value) || misfit !== undefined) {
        const { what, next } = misfit ?? { what: `A task definition is an object, got ${(0,format/* nameKind */.uo)(value)}.`, next: '' };
        throw new errors/* RuleProblemsError */.lj([{ code: NOT_A_TASK_DEFINITION.name, place: document.place([]), what, next }]);
    }
    const unwrapped = unwrap(value, document);
    const origin = {
        place: path => document.place(unwrapped.toDocument(path)),
        source: path => document.source(unwrapped.toDocument(path))
    };
    const cleaned = (0,validate_structure/* cleanDefinition */.fG)(unwrapped.definition, origin, options.unknownFields);
    const { problems } = cleaned;
    const isDescribed = options.isDescribed === true || unwrapped.definition !== value;
    const { definition, warnings } = leaveOutTags(cleaned.definition, origin.place(['tags']), isDescribed);
    const known = new Set(problems.map(problem => problem.place.path));
    const names = checkNames(definition, path => origin.place(path)).filter(problem => !known.has(problem.place.path));
    const file = {
        document,
        definition,
        family: String((0,text_record/* own */.ZV)(definition, 'family')),
        containerNames: (0,types/* listContainers */.ts)(definition).map(container => container.name),
        warnings: [...cleaned.warnings, ...warnings],
        unknownFields: options.unknownFields,
        place: (path) => origin.place(path)
    };
    const all = [...unwrapped.problems, ...problems, ...names];
    if (all.length > 0)
        throw new errors/* RuleProblemsError */.lj([...all, ...checkRest(file, all, isDescribed)]);
    return file;
}
/**
 * The same from DescribeTaskDefinition's answer, whose tags come beside the task definition. `label` stands for the file's
 * name in messages, as `family:revision`.
 */
function readRegisteredTaskDefinition(taskDefinition, tags, label) {
    const place = (path) => ({
        file: label,
        ...(path.length === 0 ? {} : { path: (0,text_path/* formatPath */.j)(path) })
    });
    const value = { ...taskDefinition, ...(tags === undefined ? {} : { tags }) };
    return readTaskDefinition({ file: label, format: 'json', value, place, source: () => undefined, joinedLines: () => undefined }, 
    // AWS said it, so AWS knows it.
    { unknownFields: 'send', isDescribed: true });
}
/** What settings of a run may still change: what a rule says of it here may not hold then. */
const CHANGEABLE = /(?:^|\.)(?:taskRoleArn|executionRoleArn|image|command|environment|secrets|dockerLabels|logConfiguration)(?:[.[]|$)/;
/**
 * What the rules find where the structure is wrong, told in the same round: only what a part that is left out for its structure cannot be the
 * cause of, so nothing of the objects that have such a part, nor of those around them.
 */
function checkRest(file, problems, isDescribed) {
    if (isDescribed)
        return [];
    const broken = problems.map(({ place }) => place.path ?? '').filter(path => !/^(?:family|tags)\b/.test(path));
    const ofTask = broken.filter(path => !/^containerDefinitions\b/.test(path));
    // The network mode and the like decide on rules of every container.
    if (ofTask.some(path => !SIZES.test(path)))
        return [];
    return (0,check_rules/* checkDefinition */.Q)(file).filter(({ severity, code, place: { path = '' } }) => {
        const home = parentOf(path);
        const isNear = broken.some(other => isWithin(other, path) || isWithin(path, other) || parentOf(other) === home);
        const mayFollow = BETWEEN_CONTAINERS.test(code) || (ofTask.length > 0 && /memory|cpu|size/.test(code));
        return severity === 'error' && path !== '' && !CHANGEABLE.test(path) && !isNear && !mayFollow;
    });
}
const SIZES = /^(?:cpu|memory)$/;
/** Rules that look at another container than the one they name. */
const BETWEEN_CONTAINERS = /depend|link|volumes-from|proxy/;
/** `containerDefinitions[0]` of `containerDefinitions[0].cpu`. */
function parentOf(path) {
    return path.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, '');
}
function isWithin(path, outer) {
    return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}
function unwrap(value, document) {
    const inner = (0,text_record/* own */.ZV)(value, 'taskDefinition');
    if (!(0,text_record/* isRecord */.u4)(inner) || Object.hasOwn(value, 'containerDefinitions'))
        return { definition: value, problems: [], toDocument: path => path };
    const problems = [];
    for (const key of Object.keys(value)) {
        if (key === 'taskDefinition' || key === 'tags' || key === '$schema')
            continue;
        const what = `Beside "taskDefinition" only "tags" is known, got ${(0,format/* quote */.hD)(key)}.`;
        problems.push({
            code: shape_rules/* UNKNOWN_FIELD */.qJ.name,
            place: document.place([key]),
            what,
            next: 'Remove it, or move it inside.'
        });
    }
    const outerTags = (0,text_record/* own */.ZV)(value, 'tags') ?? undefined;
    if (outerTags !== undefined && ((0,text_record/* own */.ZV)(inner, 'tags') ?? undefined) !== undefined) {
        const what = 'Tags are given twice: inside "taskDefinition" and beside it.';
        problems.push({ code: TAGS_TWICE.name, place: document.place(['tags']), what, next: 'Keep one of the two.' });
    }
    const definition = outerTags === undefined
        ? inner
        : (0,text_record/* makeRecord */.Uo)([...(0,text_record/* entriesOf */.Mc)(inner).filter(([key]) => key !== 'tags'), ['tags', outerTags]]);
    const toDocument = (path) => outerTags !== undefined && path[0] === 'tags' ? path : ['taskDefinition', ...path];
    return { definition, problems, toDocument };
}
/** Files that are something else altogether: one sentence says what, instead of one for each field. */
function findMisfit(value) {
    if (Array.isArray(value)) {
        if (value.some(item => (0,text_record/* isRecord */.u4)(item) && Object.hasOwn(item, 'imageUri'))) {
            const next = 'Give the task definition itself: CodePipeline puts these images into the one that the service runs.';
            return { what: 'This is an imagedefinitions.json, not a task definition.', next };
        }
        const next = 'Containers go into "containerDefinitions" of an object with a "family".';
        return { what: 'A task definition is an object, got a list.', next };
    }
    if (!(0,text_record/* isRecord */.u4)(value))
        return undefined;
    const has = (key) => Object.hasOwn(value, key);
    if (has('AWSEBDockerrunVersion')) {
        return {
            what: 'This is a Dockerrun file of Elastic Beanstalk, not a task definition.',
            next: 'Give it a "family" and leave AWSEBDockerrunVersion out.'
        };
    }
    if (has('containerDefinitions'))
        return undefined;
    if (has('AWSTemplateFormatVersion') || has('Properties') || (has('Resources') && !has('family'))) {
        return {
            what: 'This is a CloudFormation template, not a task definition.',
            next: 'Give the task definition as JSON or YAML with "family" and "containerDefinitions".'
        };
    }
    if (has('ContainerDefinitions')) {
        const what = 'The keys are written as CloudFormation writes them ("ContainerDefinitions"), not as RegisterTaskDefinition takes them.';
        return { what, next: 'Start them with a small letter: "family", "containerDefinitions", …' };
    }
    if (has('services'))
        return { what: 'This is a Compose file, not a task definition.', next: '' };
    return undefined;
}
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NAME_RULE = 'ECS takes 1 to 255 letters, digits, hyphens and underscores.';
/** At least one container; family and container names as ECS takes them; no container name twice. */
function checkNames(definition, place) {
    const problems = [];
    const family = (0,text_record/* own */.ZV)(definition, 'family');
    if (typeof family === 'string' && !NAME.test(family)) {
        problems.push({
            code: INVALID_NAME.name,
            place: place(['family']),
            what: `${(0,format/* quote */.hD)(family)} is not a valid family name.`,
            next: adviseName(family)
        });
    }
    const list = (0,text_record/* own */.ZV)(definition, 'containerDefinitions');
    if (Array.isArray(list) && list.length === 0) {
        problems.push({
            code: NO_CONTAINER.name,
            place: place(['containerDefinitions']),
            what: 'A task definition needs at least one container.',
            next: ''
        });
    }
    const seen = new Set();
    for (const container of (0,types/* listContainers */.ts)(definition)) {
        const problem = checkContainerName(container, seen, place);
        if (problem !== undefined)
            problems.push(problem);
        seen.add(container.name);
    }
    return problems;
}
function checkContainerName({ index, name, record }, seen, place) {
    const at = place(['containerDefinitions', index, 'name']);
    if ((0,text_record/* own */.ZV)(record, 'name') === undefined) {
        return { code: shape_rules/* MISSING_FIELD */.Ws.name, place: at, what: 'The container has no "name".', next: 'Give it one.' };
    }
    if (!NAME.test(name))
        return {
            code: INVALID_NAME.name,
            place: at,
            what: `${(0,format/* quote */.hD)(name)} is not a valid container name.`,
            next: adviseName(name)
        };
    if (seen.has(name))
        return {
            code: DUPLICATE_NAME.name,
            place: at,
            what: `Two containers are called ${(0,format/* quote */.hD)(name)}.`,
            next: 'Rename one of them.'
        };
    return undefined;
}
function adviseName(name) {
    if (!/[<>{}$]/.test(name))
        return NAME_RULE;
    const placeholder = (0,templates/* findPlaceholder */.$e)(name);
    const isOpen = placeholder !== undefined && (0,templates/* missingEnd */.gz)(placeholder) !== undefined;
    return `Fill in ${isOpen ? (0,templates/* describePlaceholder */.Fm)(placeholder) : 'the placeholder'} first: ${NAME_RULE}`;
}

// EXTERNAL MODULE: ./lib/task-definition/image-assignment.js
var image_assignment = __webpack_require__(6376);
// EXTERNAL MODULE: ./lib/text/source-tree.js
var source_tree = __webpack_require__(3879);
;// CONCATENATED MODULE: ./lib/task-definition/apply-overrides.js







const OVERRIDE_RULES = new errors/* RuleList */.VZ();
const NAME_CLASH = OVERRIDE_RULES.add('name-clash', 'error', 'An added name is both an environment variable and a secret.', 'ECS answers: “The secret name must be unique and not shared with any new or existing environment variables set on the container”');
/** ECS's limit for a task definition, in bytes of JSON. */
const MAX_BYTES = 65_536;
/**
 * Checks the changes against the task definition before anything is built: whether their container is there or can be told,
 * names that would be both variable and secret, a log driver that ECS does not know, options without a driver, the size.
 * Give the containers that images are for, where they are known: a single one is what the other changes are for.
 */
function checkChanges(file, changes) {
    const problems = [];
    for (const { container } of changes.images) {
        const problem = (0,image_assignment/* checkContainerExists */.uF)(file, container, { path: 'images' });
        if (problem !== undefined)
            problems.push(problem);
    }
    const target = findTarget(file, changes);
    if (isProblem(target))
        return [...problems, target];
    if (target !== undefined)
        problems.push(...checkNameClashes(target, changes), ...checkLogConfiguration(target, changes));
    const size = problems.length === 0 ? checkSize(applyChanges(file, { ...changes, images: [] }, target)) : undefined;
    if (size !== undefined)
        problems.push({ ...size, place: file.place([]) });
    return problems;
}
/**
 * The text of `taskdefinition.json`: the task definition with the changes made, as JSON, two spaces, LF, one final newline, keys
 * in source order. What is changed keeps its place, what is new comes last.
 *
 * @throws ProblemsError what `checkChanges` finds, and every image that is missing or still a placeholder
 */
function renderTaskDefinition(file, changes) {
    const problems = [
        ...checkChanges(file, changes),
        ...(0,image_assignment/* findUnfilled */.Pz)(file, new Set(changes.images.map(({ container }) => container)))
    ];
    const target = findTarget(file, changes);
    const definition = isProblem(target) ? file.definition : applyChanges(file, changes, target);
    const size = problems.length === 0 ? checkSize(definition) : undefined;
    if (size !== undefined)
        problems.push({ ...size, place: file.place([]) });
    if (problems.length > 0)
        throw new errors/* RuleProblemsError */.lj(problems);
    return (0,text_record/* writeJson */.GF)(definition);
}
/**
 * The task definition as it will be registered, but for the images, of which only the containers are known yet.
 *
 * @throws ProblemsError what `renderTaskDefinition` finds
 */
function shippedDefinition(file, files, assignments) {
    const images = assignments.flatMap(({ containers }) => containers.map(container => ({ container, uri: 'image' })));
    return JSON.parse(renderTaskDefinition(file, { ...files, images }));
}
/**
 * The task definition with the changes made, all but the images: as it will be registered. What fits no container is left out. What is
 * new has the place of what it stands in.
 */
function changeDefinition(file, changes) {
    const target = findTarget(file, changes);
    const container = isProblem(target) ? undefined : target;
    return { ...file, definition: applyChanges(file, { ...changes, images: [] }, container) };
}
/** The container that the changes are for; undefined where there are none. */
function findTarget(file, changes) {
    const containers = (0,types/* listContainers */.ts)(file.definition);
    const name = changes.containerName;
    if (name !== undefined) {
        const problem = (0,image_assignment/* checkContainerExists */.uF)(file, name, { path: 'container-name' });
        return problem ?? containers.find(container => container.name === name);
    }
    const settings = namedSettings(changes);
    if (settings.length === 0)
        return undefined;
    const shipped = new Set(changes.images.map(({ container }) => container));
    const candidates = containers.length === 1 ? containers : containers.filter(container => shipped.has(container.name));
    if (candidates.length === 1)
        return candidates[0];
    const what = `It is not clear which container ${(0,format/* listNames */.Zv)(settings)} ${settings.length === 1 ? 'is' : 'are'} for; ${file.document.file} has ${(0,format/* listNames */.Zv)(file.containerNames)}.`;
    return { code: image_assignment/* AMBIGUOUS_CONTAINER */.z_.name, place: { path: 'container-name' }, what, next: 'Set container-name.' };
}
function isProblem(target) {
    return target !== undefined && 'code' in target;
}
/** The settings that are given and change a container, by their names. */
function namedSettings(changes) {
    const given = [
        ['environment-variables', changes.environmentVariables.length > 0],
        ['secrets', changes.secrets.length > 0],
        ['docker-labels', changes.dockerLabels.length > 0],
        ['log-configuration-log-driver', changes.logConfigurationLogDriver !== undefined],
        ['log-configuration-options', changes.logConfigurationOptions.length > 0],
        ['command', changes.command !== undefined]
    ];
    return given.filter(([, used]) => used).map(([name]) => name);
}
/** ECS refuses a container in which a name is both a variable and a secret. */
function checkNameClashes(container, changes) {
    const variables = namesIn(container.record, 'environment');
    const secrets = namesIn(container.record, 'secrets');
    const newVariables = new Set(changes.environmentVariables.map(({ name }) => name));
    const clash = (setting, name, where) => ({
        code: NAME_CLASH.name,
        place: { path: setting },
        what: `${(0,format/* quote */.hD)(name)} is ${where}; ECS accepts a name only once in a container.`,
        next: 'Remove one of the two.'
    });
    const inSecrets = `among the secrets of the container ${(0,format/* quote */.hD)(container.name)}`;
    const inVariables = `in the environment of the container ${(0,format/* quote */.hD)(container.name)}`;
    return [
        ...[...newVariables].filter(name => secrets.has(name)).map(name => clash('environment-variables', name, inSecrets)),
        ...changes.secrets.flatMap(({ name }) => {
            if (newVariables.has(name))
                return [clash('secrets', name, 'also in environment-variables')];
            return variables.has(name) ? [clash('secrets', name, inVariables)] : [];
        })
    ];
}
function namesIn(container, member) {
    return new Set((0,types/* listRecords */.VI)((0,text_record/* own */.ZV)(container, member)).map(entry => (0,text_record/* own */.ZV)(entry, 'name')));
}
function checkLogConfiguration(container, changes) {
    if (changes.logConfigurationLogDriver === undefined &&
        changes.logConfigurationOptions.length > 0 &&
        !(0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(container.record, 'logConfiguration'))) {
        const what = `The container ${(0,format/* quote */.hD)(container.name)} has no log configuration, so its driver must be given.`;
        return [
            {
                code: shape_rules/* MISSING_FIELD */.Ws.name,
                place: { path: 'log-configuration-options' },
                what,
                next: 'Set log-configuration-log-driver.'
            }
        ];
    }
    return [];
}
function checkSize(definition) {
    const bytes = Buffer.byteLength(JSON.stringify(definition), 'utf8');
    if (bytes <= MAX_BYTES)
        return undefined;
    return {
        code: source_tree/* TOO_LARGE */.PH.name,
        what: `The task definition has ${bytes} bytes; ECS takes at most ${MAX_BYTES}.`,
        next: 'Move long values into files or parameters.'
    };
}
function applyChanges(file, changes, target) {
    const uris = new Map(changes.images.map(({ container, uri }) => [container, uri]));
    const containers = (0,types/* listContainers */.ts)(file.definition).map(container => {
        const uri = uris.get(container.name);
        const withImage = uri === undefined ? container.record : setMember(container.record, 'image', uri);
        return target?.index === container.index ? changeContainer(withImage, changes) : withImage;
    });
    let definition = setMember(file.definition, 'containerDefinitions', containers);
    if (changes.taskRoleArn !== undefined)
        definition = setMember(definition, 'taskRoleArn', changes.taskRoleArn);
    if (changes.executionRoleArn !== undefined)
        definition = setMember(definition, 'executionRoleArn', changes.executionRoleArn);
    return definition;
}
function changeContainer(source, changes) {
    let container = source;
    if (changes.command !== undefined)
        container = setMember(container, 'command', [...changes.command]);
    if (changes.environmentVariables.length > 0) {
        container = setMember(container, 'environment', upsertList((0,text_record/* own */.ZV)(container, 'environment'), changes.environmentVariables, 'value'));
    }
    if (changes.secrets.length > 0)
        container = setMember(container, 'secrets', upsertList((0,text_record/* own */.ZV)(container, 'secrets'), changes.secrets, 'valueFrom'));
    if (changes.dockerLabels.length > 0)
        container = setMember(container, 'dockerLabels', upsertMap((0,text_record/* own */.ZV)(container, 'dockerLabels'), changes.dockerLabels));
    return changeLogConfiguration(container, changes);
}
function changeLogConfiguration(container, changes) {
    const { logConfigurationLogDriver: driver, logConfigurationOptions: options } = changes;
    if (driver === undefined && options.length === 0)
        return container;
    const present = (0,text_record/* own */.ZV)(container, 'logConfiguration');
    let logging = (0,text_record/* isRecord */.u4)(present) ? present : (0,text_record/* makeRecord */.Uo)([]);
    if (driver !== undefined)
        logging = setMember(logging, 'logDriver', driver);
    if (options.length > 0)
        logging = setMember(logging, 'options', upsertMap((0,text_record/* own */.ZV)(logging, 'options'), options));
    return setMember(container, 'logConfiguration', logging);
}
/** The record with a member set: in its place where it is there, else last. */
function setMember(record, key, value) {
    const entries = (0,text_record/* entriesOf */.Mc)(record);
    if (!Object.hasOwn(record, key))
        return (0,text_record/* makeRecord */.Uo)([...entries, [key, value]]);
    return (0,text_record/* makeRecord */.Uo)(entries.map(entry => (entry[0] === key ? [key, value] : entry)));
}
function upsertMap(present, values) {
    return values.reduce((map, { name, value }) => setMember(map, name, value), (0,text_record/* isRecord */.u4)(present) ? present : (0,text_record/* makeRecord */.Uo)([]));
}
function upsertList(present, values, valueKey) {
    return values.reduce((list, { name, value }) => {
        const has = list.some(entry => (0,text_record/* own */.ZV)(entry, 'name') === name);
        if (!has)
            return [...list, { name, [valueKey]: value }];
        return list.map(entry => ((0,text_record/* own */.ZV)(entry, 'name') === name ? setMember(entry, valueKey, value) : entry));
    }, (0,types/* listRecords */.VI)(present));
}

;// CONCATENATED MODULE: ./lib/task-definition/index.js





/***/ }),

/***/ 7508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ SHAPES),
/* harmony export */   QX: () => (/* binding */ READ_ONLY_MEMBERS),
/* harmony export */   lK: () => (/* binding */ INPUT_SHAPE)
/* harmony export */ });
/* unused harmony export MODEL_SOURCE */
// Generated by scripts/service-model.mjs from AWS's service model of ECS (API version 2014-11-13, botocore 1.44.5). Do not edit.
const MODEL_SOURCE = 'botocore 1.44.5';
/** The shape of RegisterTaskDefinition's input. */
const INPUT_SHAPE = 'RegisterTaskDefinitionRequest';
/** What DescribeTaskDefinition answers and RegisterTaskDefinition does not take: TaskDefinition's members less the input's. */
const READ_ONLY_MEMBERS = ['taskDefinitionArn', 'revision', 'status', 'requiresAttributes', 'compatibilities', 'registeredAt', 'deregisteredAt', 'deleteRequestedAt', 'registeredBy'];
/** Every structure, list, map and enum below the input. Scalars are named by their kind: string, integer, double, boolean, timestamp. */
const SHAPES = {
    RegisterTaskDefinitionRequest: { kind: 'structure', required: ['family', 'containerDefinitions'], members: { family: 'string', taskRoleArn: 'string', executionRoleArn: 'string', networkMode: 'NetworkMode', containerDefinitions: 'ContainerDefinitions', volumes: 'VolumeList', placementConstraints: 'TaskDefinitionPlacementConstraints', requiresCompatibilities: 'CompatibilityList', cpu: 'string', memory: 'string', tags: 'Tags', pidMode: 'PidMode', ipcMode: 'IpcMode', proxyConfiguration: 'ProxyConfiguration', inferenceAccelerators: 'InferenceAccelerators', ephemeralStorage: 'EphemeralStorage', runtimePlatform: 'RuntimePlatform', enableFaultInjection: 'boolean', trustedExecutionConfiguration: 'TrustedExecutionConfiguration' } },
    NetworkMode: { kind: 'enum', values: ['bridge', 'host', 'awsvpc', 'none'] },
    ContainerDefinitions: { kind: 'list', member: 'ContainerDefinition' },
    ContainerDefinition: { kind: 'structure', required: [], members: { name: 'string', image: 'string', repositoryCredentials: 'RepositoryCredentials', cpu: 'integer', memory: 'integer', memoryReservation: 'integer', links: 'StringList', portMappings: 'PortMappingList', essential: 'boolean', restartPolicy: 'ContainerRestartPolicy', entryPoint: 'StringList', command: 'StringList', environment: 'EnvironmentVariables', environmentFiles: 'EnvironmentFiles', mountPoints: 'MountPointList', volumesFrom: 'VolumeFromList', linuxParameters: 'LinuxParameters', secrets: 'SecretList', dependsOn: 'ContainerDependencies', startTimeout: 'integer', stopTimeout: 'integer', versionConsistency: 'VersionConsistency', hostname: 'string', user: 'string', workingDirectory: 'string', disableNetworking: 'boolean', privileged: 'boolean', readonlyRootFilesystem: 'boolean', dnsServers: 'StringList', dnsSearchDomains: 'StringList', extraHosts: 'HostEntryList', dockerSecurityOptions: 'StringList', interactive: 'boolean', pseudoTerminal: 'boolean', dockerLabels: 'DockerLabelsMap', ulimits: 'UlimitList', logConfiguration: 'LogConfiguration', healthCheck: 'HealthCheck', systemControls: 'SystemControls', resourceRequirements: 'ResourceRequirements', firelensConfiguration: 'FirelensConfiguration', credentialSpecs: 'StringList' } },
    RepositoryCredentials: { kind: 'structure', required: ['credentialsParameter'], members: { credentialsParameter: 'string' } },
    StringList: { kind: 'list', member: 'string' },
    PortMappingList: { kind: 'list', member: 'PortMapping' },
    PortMapping: { kind: 'structure', required: [], members: { containerPort: 'integer', hostPort: 'integer', protocol: 'TransportProtocol', name: 'string', appProtocol: 'ApplicationProtocol', containerPortRange: 'string' } },
    TransportProtocol: { kind: 'enum', values: ['tcp', 'udp'] },
    ApplicationProtocol: { kind: 'enum', values: ['http', 'http2', 'grpc'] },
    ContainerRestartPolicy: { kind: 'structure', required: ['enabled'], members: { enabled: 'boolean', ignoredExitCodes: 'IntegerList', restartAttemptPeriod: 'integer' } },
    IntegerList: { kind: 'list', member: 'integer' },
    EnvironmentVariables: { kind: 'list', member: 'KeyValuePair' },
    KeyValuePair: { kind: 'structure', required: [], members: { name: 'string', value: 'string' } },
    EnvironmentFiles: { kind: 'list', member: 'EnvironmentFile' },
    EnvironmentFile: { kind: 'structure', required: ['value', 'type'], members: { value: 'string', type: 'EnvironmentFileType' } },
    EnvironmentFileType: { kind: 'enum', values: ['s3'] },
    MountPointList: { kind: 'list', member: 'MountPoint' },
    MountPoint: { kind: 'structure', required: [], members: { sourceVolume: 'string', containerPath: 'string', readOnly: 'boolean' } },
    VolumeFromList: { kind: 'list', member: 'VolumeFrom' },
    VolumeFrom: { kind: 'structure', required: [], members: { sourceContainer: 'string', readOnly: 'boolean' } },
    LinuxParameters: { kind: 'structure', required: [], members: { capabilities: 'KernelCapabilities', devices: 'DevicesList', initProcessEnabled: 'boolean', sharedMemorySize: 'integer', tmpfs: 'TmpfsList', maxSwap: 'integer', swappiness: 'integer' } },
    KernelCapabilities: { kind: 'structure', required: [], members: { add: 'StringList', drop: 'StringList' } },
    DevicesList: { kind: 'list', member: 'Device' },
    Device: { kind: 'structure', required: ['hostPath'], members: { hostPath: 'string', containerPath: 'string', permissions: 'DeviceCgroupPermissions' } },
    DeviceCgroupPermissions: { kind: 'list', member: 'DeviceCgroupPermission' },
    DeviceCgroupPermission: { kind: 'enum', values: ['read', 'write', 'mknod'] },
    TmpfsList: { kind: 'list', member: 'Tmpfs' },
    Tmpfs: { kind: 'structure', required: ['containerPath', 'size'], members: { containerPath: 'string', size: 'integer', mountOptions: 'StringList' } },
    SecretList: { kind: 'list', member: 'Secret' },
    Secret: { kind: 'structure', required: ['name', 'valueFrom'], members: { name: 'string', valueFrom: 'string' } },
    ContainerDependencies: { kind: 'list', member: 'ContainerDependency' },
    ContainerDependency: { kind: 'structure', required: ['containerName', 'condition'], members: { containerName: 'string', condition: 'ContainerCondition' } },
    ContainerCondition: { kind: 'enum', values: ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] },
    VersionConsistency: { kind: 'enum', values: ['enabled', 'disabled'] },
    HostEntryList: { kind: 'list', member: 'HostEntry' },
    HostEntry: { kind: 'structure', required: ['hostname', 'ipAddress'], members: { hostname: 'string', ipAddress: 'string' } },
    DockerLabelsMap: { kind: 'map', value: 'string' },
    UlimitList: { kind: 'list', member: 'Ulimit' },
    Ulimit: { kind: 'structure', required: ['name', 'softLimit', 'hardLimit'], members: { name: 'UlimitName', softLimit: 'integer', hardLimit: 'integer' } },
    UlimitName: { kind: 'enum', values: ['core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc', 'rss', 'rtprio', 'rttime', 'sigpending', 'stack'] },
    LogConfiguration: { kind: 'structure', required: ['logDriver'], members: { logDriver: 'LogDriver', options: 'LogConfigurationOptionsMap', secretOptions: 'SecretList' } },
    LogDriver: { kind: 'enum', values: ['json-file', 'syslog', 'journald', 'gelf', 'fluentd', 'awslogs', 'splunk', 'awsfirelens'] },
    LogConfigurationOptionsMap: { kind: 'map', value: 'string' },
    HealthCheck: { kind: 'structure', required: ['command'], members: { command: 'StringList', interval: 'integer', timeout: 'integer', retries: 'integer', startPeriod: 'integer' } },
    SystemControls: { kind: 'list', member: 'SystemControl' },
    SystemControl: { kind: 'structure', required: [], members: { namespace: 'string', value: 'string' } },
    ResourceRequirements: { kind: 'list', member: 'ResourceRequirement' },
    ResourceRequirement: { kind: 'structure', required: ['type'], members: { value: 'string', type: 'ResourceType', sharingStrategy: 'SharingStrategy' } },
    ResourceType: { kind: 'enum', values: ['GPU', 'InferenceAccelerator', 'NeuronDevice'] },
    SharingStrategy: { kind: 'structure', required: [], members: { nvidiaMps: 'NvidiaMpsAllocation' } },
    NvidiaMpsAllocation: { kind: 'structure', required: ['memory'], members: { memory: 'integer', maxComputePercent: 'integer' } },
    FirelensConfiguration: { kind: 'structure', required: ['type'], members: { type: 'FirelensConfigurationType', options: 'FirelensConfigurationOptionsMap' } },
    FirelensConfigurationType: { kind: 'enum', values: ['fluentd', 'fluentbit'] },
    FirelensConfigurationOptionsMap: { kind: 'map', value: 'string' },
    VolumeList: { kind: 'list', member: 'Volume' },
    Volume: { kind: 'structure', required: [], members: { name: 'string', host: 'HostVolumeProperties', dockerVolumeConfiguration: 'DockerVolumeConfiguration', efsVolumeConfiguration: 'EFSVolumeConfiguration', s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration', fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration', configuredAtLaunch: 'boolean' } },
    HostVolumeProperties: { kind: 'structure', required: [], members: { sourcePath: 'string' } },
    DockerVolumeConfiguration: { kind: 'structure', required: [], members: { scope: 'Scope', autoprovision: 'boolean', driver: 'string', driverOpts: 'StringMap', labels: 'StringMap' } },
    Scope: { kind: 'enum', values: ['task', 'shared'] },
    StringMap: { kind: 'map', value: 'string' },
    EFSVolumeConfiguration: { kind: 'structure', required: ['fileSystemId'], members: { fileSystemId: 'string', rootDirectory: 'string', transitEncryption: 'EFSTransitEncryption', transitEncryptionPort: 'integer', authorizationConfig: 'EFSAuthorizationConfig' } },
    EFSTransitEncryption: { kind: 'enum', values: ['ENABLED', 'DISABLED'] },
    EFSAuthorizationConfig: { kind: 'structure', required: [], members: { accessPointId: 'string', iam: 'EFSAuthorizationConfigIAM' } },
    EFSAuthorizationConfigIAM: { kind: 'enum', values: ['ENABLED', 'DISABLED'] },
    S3FilesVolumeConfiguration: { kind: 'structure', required: ['fileSystemArn'], members: { fileSystemArn: 'string', rootDirectory: 'string', transitEncryptionPort: 'integer', accessPointArn: 'string' } },
    FSxWindowsFileServerVolumeConfiguration: { kind: 'structure', required: ['fileSystemId', 'rootDirectory', 'authorizationConfig'], members: { fileSystemId: 'string', rootDirectory: 'string', authorizationConfig: 'FSxWindowsFileServerAuthorizationConfig' } },
    FSxWindowsFileServerAuthorizationConfig: { kind: 'structure', required: ['credentialsParameter', 'domain'], members: { credentialsParameter: 'string', domain: 'string' } },
    TaskDefinitionPlacementConstraints: { kind: 'list', member: 'TaskDefinitionPlacementConstraint' },
    TaskDefinitionPlacementConstraint: { kind: 'structure', required: [], members: { type: 'TaskDefinitionPlacementConstraintType', expression: 'string' } },
    TaskDefinitionPlacementConstraintType: { kind: 'enum', values: ['memberOf'] },
    CompatibilityList: { kind: 'list', member: 'Compatibility' },
    Compatibility: { kind: 'enum', values: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] },
    Tags: { kind: 'list', member: 'Tag' },
    Tag: { kind: 'structure', required: [], members: { key: 'string', value: 'string' } },
    PidMode: { kind: 'enum', values: ['host', 'task'] },
    IpcMode: { kind: 'enum', values: ['host', 'task', 'none'] },
    ProxyConfiguration: { kind: 'structure', required: ['containerName'], members: { type: 'ProxyConfigurationType', containerName: 'string', properties: 'ProxyConfigurationProperties' } },
    ProxyConfigurationType: { kind: 'enum', values: ['APPMESH'] },
    ProxyConfigurationProperties: { kind: 'list', member: 'KeyValuePair' },
    InferenceAccelerators: { kind: 'list', member: 'InferenceAccelerator' },
    InferenceAccelerator: { kind: 'structure', required: ['deviceName', 'deviceType'], members: { deviceName: 'string', deviceType: 'string' } },
    EphemeralStorage: { kind: 'structure', required: ['sizeInGiB'], members: { sizeInGiB: 'integer' } },
    RuntimePlatform: { kind: 'structure', required: [], members: { cpuArchitecture: 'CPUArchitecture', operatingSystemFamily: 'OSFamily' } },
    CPUArchitecture: { kind: 'enum', values: ['X86_64', 'ARM64'] },
    OSFamily: { kind: 'enum', values: ['WINDOWS_SERVER_2019_FULL', 'WINDOWS_SERVER_2019_CORE', 'WINDOWS_SERVER_2016_FULL', 'WINDOWS_SERVER_2004_CORE', 'WINDOWS_SERVER_2022_CORE', 'WINDOWS_SERVER_2022_FULL', 'WINDOWS_SERVER_2025_CORE', 'WINDOWS_SERVER_2025_FULL', 'WINDOWS_SERVER_20H2_CORE', 'LINUX'] },
    TrustedExecutionConfiguration: { kind: 'structure', required: ['isolationMode'], members: { isolationMode: 'IsolationMode', attestationPolicy: 'string' } },
    IsolationMode: { kind: 'enum', values: ['SHARED', 'ISOLATED_SANDBOX', 'CONFIDENTIAL_SANDBOX'] }
};


/***/ }),

/***/ 908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   Bc: () => (/* binding */ inContainer),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   FA: () => (/* binding */ says),
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   MR: () => (/* binding */ CONTAINER),
/* harmony export */   Vo: () => (/* binding */ ecsAnswers),
/* harmony export */   aj: () => (/* binding */ findRepeats),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eY: () => (/* binding */ REGISTER),
/* harmony export */   gu: () => (/* binding */ REFERENCE),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   u8: () => (/* binding */ findCycle),
/* harmony export */   xV: () => (/* binding */ GUIDE),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8648);


const REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const CONTAINER = `${REFERENCE}/API_ContainerDefinition.html`;
const REGISTER = `${REFERENCE}/API_RegisterTaskDefinition.html`;
/** The source of a rule that rests on ECS's own answer to RegisterTaskDefinition. */
function ecsAnswers(answer) {
    return `ECS answers: “${answer}”`;
}
/** AWS refuses it: when it is registered, or else whenever a task of it is to start. */
function error(rule, path, what, next) {
    return { severity: 'error', code: rule.name, path, what, next };
}
/** AWS's documents speak against it, and leave open what happens. */
function warning(rule, path, what, next) {
    return { severity: 'warning', code: rule.name, path, what, next };
}
/** The path of a container, or of something in it. */
function inContainer(container, ...rest) {
    return ['containerDefinitions', container.index, ...rest];
}
function textOf(record, key) {
    const value = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, key);
    return typeof value === 'string' ? value : undefined;
}
function numberOf(record, key) {
    const value = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, key);
    return typeof value === 'number' ? value : undefined;
}
function recordsOf(record, key) {
    return (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .listRecords */ .VI)((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, key));
}
function textsOf(record, key) {
    const value = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, key);
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
/** Whether something is said there: an empty list, an empty object and `false` say nothing. */
function says(record, key) {
    const value = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, key);
    if (value === undefined || value === null || value === false)
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}
/** Indexes of the entries whose key was there before. */
function findRepeats(keys) {
    const seen = new Set();
    return keys.flatMap((key, index) => {
        if (key === undefined)
            return [];
        if (seen.has(key))
            return [index];
        seen.add(key);
        return [];
    });
}
/** A round of names, each pointing at the next, as `a`, `b`, `a`; undefined where there is none. */
function findCycle(edges) {
    const done = new Set();
    const visit = (name, trail) => {
        const start = trail.indexOf(name);
        if (start >= 0)
            return [...trail.slice(start), name];
        if (done.has(name))
            return undefined;
        for (const next of edges.get(name) ?? []) {
            const cycle = visit(next, [...trail, name]);
            if (cycle !== undefined)
                return cycle;
        }
        done.add(name);
        return undefined;
    };
    for (const name of edges.keys()) {
        const cycle = visit(name, []);
        if (cycle !== undefined)
            return cycle;
    }
    return undefined;
}


/***/ }),

/***/ 9039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ PLACEHOLDER_RULES),
/* harmony export */   CH: () => (/* binding */ PLACEHOLDER_LEFT),
/* harmony export */   nV: () => (/* binding */ checkPlaceholders)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8006);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _text_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8020);
/* harmony import */ var _text_templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2160);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(908);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7575);







const PLACEHOLDER_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const PLACEHOLDER_LEFT = PLACEHOLDER_RULES.add('placeholder-left', 'either', "A template's placeholder is left in an image, a role, a size or a secret. In log options and file systems, a warning.", "ECS answers: “Role is not valid”, “Invalid 'cpu' setting for task.”; names of images and parameters hold no < > { } $");
/**
 * What a template left open, where AWS takes no such characters. Images, family and containers' names are looked at where images are
 * assigned and names are read; commands and the environment may hold anything.
 */
function checkPlaceholders(context) {
    const { definition, containers } = context;
    const certain = [
        ...['taskRoleArn', 'executionRoleArn', 'cpu', 'memory'].map(member => [[member], (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(definition, member)]),
        ...containers.flatMap(container => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .listSecrets */ .AQ)(container).map(({ secret, path }) => [[...path, 'valueFrom'], (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(secret, 'valueFrom')]))
    ];
    const doubtful = [
        ...containers.flatMap(container => {
            const logging = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(container.record, 'logConfiguration');
            const options = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(logging) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(logging, 'options') : undefined;
            if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(options))
                return [];
            return ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'].map(name => [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'logConfiguration', 'options', name), (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(options, name)]);
        }),
        ...(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(definition, 'volumes').flatMap((volume, index) => {
            const efs = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(volume, 'efsVolumeConfiguration');
            return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(efs)
                ? [[['volumes', index, 'efsVolumeConfiguration', 'fileSystemId'], (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(efs, 'fileSystemId')]]
                : [];
        })
    ];
    const told = new Set([...certain, ...doubtful].map(([path]) => (0,_text_path_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPath */ .j)(path)));
    const others = listTexts(definition, []).filter(([path]) => !told.has((0,_text_path_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPath */ .j)(path)) && !isName(path));
    return [
        ...certain.flatMap(([path, text]) => report(_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z3, path, text)),
        ...doubtful.flatMap(([path, text]) => report(_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e, path, text)),
        ...others.flatMap(([path, text]) => (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .isGithubExpression */ .ie)(findExpression(text) ?? '') ? report(_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e, path, text) : [])
    ];
}
/** GitHub's expressions are no text that somebody means, wherever they stand. */
function findExpression(text) {
    return /\$\{\{[^{}]*\}{0,2}/.exec(text)?.[0];
}
/** Images, family and containers' names: they are looked at elsewhere. */
function isName(path) {
    return path[0] === 'family' || (path[0] === 'containerDefinitions' && (path[2] === 'image' || path[2] === 'name'));
}
/** Every text in a value, with its path. */
function listTexts(value, path) {
    if (typeof value === 'string')
        return [[path, value]];
    if (Array.isArray(value))
        return value.flatMap((item, index) => listTexts(item, [...path, index]));
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(value).flatMap(([key, item]) => listTexts(item, [...path, key])) : [];
}
function report(as, path, text) {
    const placeholder = text === undefined ? undefined : (findExpression(text) ?? (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .findPlaceholder */ .$e)(text));
    if (text === undefined || placeholder === undefined)
        return [];
    const where = text === placeholder ? '' : ` in ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}`;
    const what = `${capitalize((0,_text_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .describePlaceholder */ .Fm)(placeholder))} is left${where}: nothing fills it in.`;
    return [as(PLACEHOLDER_LEFT, path, what, (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .advisePlaceholder */ ._j)(placeholder))];
}
function capitalize(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 7575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ listSecrets),
/* harmony export */   KK: () => (/* binding */ checkSecrets),
/* harmony export */   vt: () => (/* binding */ SECRET_RULES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8988);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8006);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _text_templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2160);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(908);






const SECRET_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const SECRET_NAME = SECRET_RULES.add('secret-name', 'error', 'A name is in secrets twice, or in secrets and in environment.', (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .ecsAnswers */ .Vo)("The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'X'."));
const SECRET_VALUE_FROM = SECRET_RULES.add('secret-value-from', 'error', "valueFrom is neither an SSM parameter nor a secret's ARN, or the ARN has some but not all three suffixes (key, stage, version).", `${_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .GUIDE */ .xV}/secrets-envvar-secrets-manager.html; the agent stops the task: “unexpected ARN format with parameters when trying to retrieve ASM secret”`);
const PARAMETER_NAME = SECRET_RULES.add('parameter-name', 'warning', "A parameter's name has characters other than letters, digits and . - _ /.", 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html (Name)');
const ENVIRONMENT_NAME = SECRET_RULES.add('environment-name', 'warning', `A variable's name contains "=" or is used twice.`, `${_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .REFERENCE */ .gu}/API_KeyValuePair.html`);
const ENVIRONMENT_VALUE = SECRET_RULES.add('environment-value', 'warning', 'A variable has no value; an empty one is allowed.', 'ECS takes a variable without value and leaves it out of the revision: https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/224');
const ENVIRONMENT_FILES = SECRET_RULES.add('environment-files', 'error', 'A container has more than 10 environment files.', (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .ecsAnswers */ .Vo)('The maximum number of environment files was exceeded. Specify ten or less and try again'));
const ENVIRONMENT_FILE_FORM = SECRET_RULES.add('environment-file-form', 'warning', 'An environment file is not the ARN of an S3 object that ends in .env.', `${_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .REFERENCE */ .gu}/API_EnvironmentFile.html`);
const MAX_ENVIRONMENT_FILES = 10;
/** Environment, environment files and secrets of containers, and the secrets of their log drivers. */
function checkSecrets({ containers }) {
    return containers.flatMap(container => [
        ...checkNames(container),
        ...checkEnvironmentNames(container),
        ...checkEnvironmentValues(container),
        ...checkFiles(container),
        ...listSecrets(container).flatMap(({ secret, path }) => checkValueFrom(secret, path))
    ]);
}
/** The secrets of a container and of its log driver, each with its path. */
function listSecrets(container) {
    const logging = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(container.record, 'logConfiguration');
    const ofLogs = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(logging) ? (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(logging, 'secretOptions') : [];
    return [
        ...(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(container.record, 'secrets').map((secret, index) => ({
            secret,
            path: (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'secrets', index)
        })),
        ...ofLogs.map((secret, index) => ({
            secret,
            path: (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'logConfiguration', 'secretOptions', index)
        }))
    ];
}
/** A name is a variable or a secret, and a secret once. */
function checkNames(container) {
    const { record } = container;
    const secrets = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(record, 'secrets').map(secret => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(secret, 'name'));
    const variables = new Set((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(record, 'environment').map(variable => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(variable, 'name')));
    const repeats = new Set((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .findRepeats */ .aj)(secrets));
    return secrets.flatMap((name, index) => {
        if (name === undefined || !(variables.has(name) || repeats.has(index)))
            return [];
        const where = variables.has(name) ? 'both in environment and in secrets' : 'twice in secrets';
        const what = `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} is ${where} of the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(container.name)}; ECS takes a name once.`;
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z3)(SECRET_NAME, (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'secrets', index, 'name'), what, 'Remove one of the two.')];
    });
}
function checkEnvironmentNames(container) {
    const names = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(container.record, 'environment').map(variable => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(variable, 'name'));
    const repeats = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .findRepeats */ .aj)(names).map(index => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(ENVIRONMENT_NAME, (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'environment', index, 'name'), `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(names[index] ?? '')} is twice in the environment of the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(container.name)}; which of them counts is not documented.`, 'Remove one of the two.'));
    const malformed = names.flatMap((name, index) => {
        if (name !== undefined && name !== '' && !name.includes('='))
            return [];
        const what = name === undefined || name === ''
            ? 'The variable has no name.'
            : `The name of a variable cannot hold "=", got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}.`;
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(ENVIRONMENT_NAME, (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'environment', index), what, 'Correct or remove it.')];
    });
    return [...repeats, ...malformed];
}
/** ECS takes such an entry, and the revision that it answers with is without it. */
function checkEnvironmentValues(container) {
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(container.record, 'environment').flatMap((variable, index) => {
        const name = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(variable, 'name');
        if (name === undefined || name === '' || ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(variable, 'value') ?? null) !== null)
            return [];
        const what = `The variable ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} has no value: ECS leaves it out, and the container does not get it.`;
        const path = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'environment', index);
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(ENVIRONMENT_VALUE, path, what, 'Write "value": "" if it is to be empty, or remove it.')];
    });
}
function checkFiles(container) {
    const files = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsOf */ .M$)(container.record, 'environmentFiles');
    const findings = [];
    if (files.length > MAX_ENVIRONMENT_FILES) {
        const what = `The container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(container.name)} has ${files.length} environment files; ECS takes at most ${MAX_ENVIRONMENT_FILES}.`;
        findings.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z3)(ENVIRONMENT_FILES, (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'environmentFiles'), what, 'Join some of them.'));
    }
    const malformed = files.flatMap((file, index) => {
        const value = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(file, 'value') ?? '';
        const { service, region, account, resource = '' } = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .parseArn */ .Lw)(value) ?? {};
        if (service === 's3' && region === '' && account === '' && /^.+\.env$/.test(resource))
            return [];
        const what = `An environment file is the ARN of an object in S3 whose name ends in .env, got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}.`;
        const path = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .inContainer */ .Bc)(container, 'environmentFiles', index, 'value');
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(ENVIRONMENT_FILE_FORM, path, what, 'Write "arn:aws:s3:::bucket/name.env".')];
    });
    return [...findings, ...malformed];
}
const SECRET_FORM = 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME[:json-key:version-stage:version-id]';
const PARAMETER_FORM = 'the name of a parameter or arn:aws:ssm:REGION:ACCOUNT:parameter/NAME';
/** `valueFrom`: a parameter's name or ARN, or a secret's ARN, behind which all three of key, stage and version are given or none. */
function checkValueFrom(secret, path) {
    const value = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(secret, 'valueFrom');
    const at = [...path, 'valueFrom'];
    if (value === undefined || (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .findPlaceholder */ .$e)(value) !== undefined)
        return [];
    const wrong = (what, next) => [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z3)(SECRET_VALUE_FROM, at, what, next)];
    if (value === '')
        return wrong('valueFrom is empty.', `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
    const arn = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .parseArn */ .Lw)(value);
    if (arn === undefined) {
        if ((0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .isArn */ .EH)(value))
            return wrong(`${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is not an ARN.`, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
        return checkParameterName(value, at);
    }
    const { service, region, account, resource } = arn;
    if (region === '' || !/^\d{12}$/.test(account))
        return wrong(`The ARN ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} needs a region and an account of twelve digits.`, 'Copy it from the AWS console.');
    if (service === 'ssm')
        return resource.startsWith('parameter/')
            ? []
            : wrong(`The ARN of a parameter ends in :parameter/NAME, got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}.`, `Write ${PARAMETER_FORM}.`);
    if (service === 'secretsmanager')
        return checkSecretArn(value, resource, at);
    return wrong(`Secrets come from SSM or Secrets Manager; the ARN ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is of ${service}.`, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
}
function checkSecretArn(value, resource, path) {
    const [kind, name = '', ...behind] = resource.split(':');
    const wrong = (what, next) => [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z3)(SECRET_VALUE_FROM, path, what, next)];
    if (kind !== 'secret' || name === '')
        return wrong(`The ARN of a secret ends in :secret:NAME, got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}.`, `Write ${SECRET_FORM}.`);
    if (behind.length === 0)
        return [];
    const [key = '', stage = '', version = ''] = behind;
    if (behind.length !== 3) {
        const what = `Behind the secret's name come :json-key:version-stage:version-id, empty or not, but all three colons; got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(`:${behind.join(':')}`)}.`;
        return wrong(what, `End the ARN in ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(`:${key}:${stage}:${behind.length > 3 ? '' : version}`)}.`);
    }
    if (stage !== '' && version !== '')
        return wrong('A secret has a version stage or a version id, not both.', 'Leave one of the two empty, with its colon.');
    return [];
}
/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html: letters, digits and . - _ /; `:` starts a version or label. */
function checkParameterName(value, path) {
    if (/^[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/.test(value))
        return [];
    const what = `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is not a valid SSM parameter name: it may contain letters, digits and . - _ /.`;
    return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(PARAMETER_NAME, path, what, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`)];
}


/***/ }),

/***/ 8648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VI: () => (/* binding */ listRecords),
/* harmony export */   jW: () => (/* binding */ listPorts),
/* harmony export */   ts: () => (/* binding */ listContainers)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/** The containers of a task definition in the order of the file. */
function listContainers(definition) {
    return listRecords((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(definition, 'containerDefinitions')).map((record, index) => ({
        index,
        name: text((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, 'name')),
        image: text((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, 'image')),
        record
    }));
}
/** The ports that a container maps, a single one as a range of one. */
function listPorts({ record }) {
    return listRecords((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(record, 'portMappings')).flatMap(mapping => {
        const port = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(mapping, 'containerPort');
        if (typeof port === 'number')
            return [{ from: port, to: port }];
        const range = /^(\d+)-(\d+)$/.exec(String((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(mapping, 'containerPortRange')));
        return range === null ? [] : [{ from: Number(range[1]), to: Number(range[2]) }];
    });
}
/** The objects in a list; anything else counts as an empty list. */
function listRecords(value) {
    return Array.isArray(value) ? value.filter(_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4) : [];
}
function text(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 4855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ MODEL),
/* harmony export */   _6: () => (/* binding */ EMPTY_VALUE),
/* harmony export */   fG: () => (/* binding */ cleanDefinition)
/* harmony export */ });
/* unused harmony export DEFINITION_SHAPE_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_shape_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2564);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6101);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8006);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3808);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7508);






const MODEL = 'the service model of ECS, RegisterTaskDefinition';
const DEFINITION_SHAPE_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const UNKNOWN_VALUE = DEFINITION_SHAPE_RULES.add('unknown-value', 'error', 'ECS does not know the value.', MODEL);
const EMPTY_VALUE = DEFINITION_SHAPE_RULES.add('empty-value', 'either', 'A value that ECS requires is empty; an optional empty value, or an empty list of tags, is left out, with a warning.', MODEL);
/** At the top: what only describes a revision, and what tells editors where the schema is. */
const LEFT_OUT = new Set([..._model_js__WEBPACK_IMPORTED_MODULE_4__/* .READ_ONLY_MEMBERS */ .QX, '$schema']);
/** A value that is to be left out: it is absent, or a problem was noted. */
const ABSENT = Symbol('absent');
/** String members, beside those that end in `Arn`, for which ECS takes no empty string; templates leave such. */
const NEVER_EMPTY = {
    [_model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK]: ['cpu', 'memory'],
    PortMapping: ['name', 'containerPortRange'],
    EFSAuthorizationConfig: ['accessPointId']
};
/**
 * Walks a task definition along the service model (RegisterTaskDefinitionRequest): leaves out nulls, the read-only fields of a
 * describe output and empty strings where ECS takes none; keeps `[]`, `""`, `0` and `false`. Notes unknown fields, wrong
 * types, unknown enum values and missing required fields, each with its place.
 */
function cleanDefinition(source, origin, unknownFields) {
    const walk = new StructureWalk(origin, unknownFields);
    const cleaned = walk.clean(source, { shape: _model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK, owner: '', member: '', required: true }, []);
    return { definition: (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(cleaned) ? cleaned : {}, problems: walk.problems, warnings: walk.warnings };
}
class StructureWalk {
    problems = [];
    warnings = [];
    origin;
    unknownFields;
    constructor(origin, unknownFields) {
        this.origin = origin;
        this.unknownFields = unknownFields;
    }
    clean(value, expected, path) {
        if (value === null || value === undefined)
            return ABSENT;
        const shape = _model_js__WEBPACK_IMPORTED_MODULE_4__/* .SHAPES */ .HY[expected.shape];
        if (value === '' && takesNoEmptyString(expected, shape))
            return this.leaveOut(expected, path);
        if (shape === undefined)
            return this.cleanScalar(value, expected.shape, path);
        switch (shape.kind) {
            case 'structure':
                return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value)
                    ? this.cleanStructure(value, shape, expected.shape, path)
                    : this.mistype(path, 'An object', value, '');
            case 'list':
                return Array.isArray(value)
                    ? this.cleanList(value, shape.member, expected, path)
                    : this.mistype(path, 'A list', value, adviseList(value, shape.member));
            case 'map':
                return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value)
                    ? this.cleanMap(value, shape.value, expected, path)
                    : this.mistype(path, 'An object of names and values', value, '');
            case 'enum':
                return this.cleanEnum(value, shape.values, path);
        }
    }
    cleanStructure(value, shape, name, path) {
        const result = [];
        for (const [key, member] of (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(value)) {
            if (member === null || member === undefined || (path.length === 0 && LEFT_OUT.has(key)))
                continue;
            const shapeName = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(shape.members, key);
            if (typeof shapeName !== 'string') {
                if (this.unknownFields === 'send')
                    result.push([key, member]);
                else
                    this.problem(_text_shape_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN_FIELD */ .qJ, [...path, key], `ECS knows no field ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(key)} in ${nameShape(name)}.`, adviseField(key, shape, name));
                continue;
            }
            const expected = { shape: shapeName, owner: name, member: key, required: shape.required.includes(key) };
            const cleaned = this.clean(member, expected, [...path, key]);
            if (cleaned !== ABSENT)
                result.push([key, cleaned]);
        }
        for (const required of shape.required) {
            const given = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, required);
            if (given === null || given === undefined)
                this.problem(_text_shape_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .MISSING_FIELD */ .Ws, path, `The field ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(required)} is missing in ${nameShape(name)}.`, '');
        }
        return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .makeRecord */ .Uo)(result);
    }
    cleanList(value, shape, list, path) {
        const expected = { shape, owner: list.shape, member: '', required: false };
        return value.map((item, index) => this.clean(item, expected, [...path, index])).filter(item => item !== ABSENT);
    }
    cleanMap(value, shape, map, path) {
        const expected = { shape, owner: map.shape, member: '', required: false };
        const entries = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(value).map(([key, item]) => [key, this.clean(item, expected, [...path, key])]);
        return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .makeRecord */ .Uo)(entries.filter(([, item]) => item !== ABSENT));
    }
    cleanEnum(value, values, path) {
        if (typeof value !== 'string')
            return this.cleanScalar(value, 'string', path);
        if (values.includes(value) || this.unknownFields === 'send')
            return value;
        const nearest = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearestName */ .q)(value, values);
        const next = nearest === undefined ? `It takes ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listNames */ .Zv)(values, 'or')}.` : `Did you mean ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(nearest)}?`;
        return this.problem(UNKNOWN_VALUE, path, `ECS knows no value ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(value)} here.`, next);
    }
    cleanScalar(value, kind, path) {
        switch (kind) {
            case 'string':
                return typeof value === 'string'
                    ? value
                    : this.mistype(path, 'A string', value, this.adviseString(value, path));
            case 'boolean':
                return typeof value === 'boolean' ? value : this.mistype(path, 'true or false', value, adviseBoolean(value));
            case 'integer':
                if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31)
                    return value;
                return this.mistype(path, 'A whole number', value, adviseNumber(value));
            default:
                return typeof value === 'number' ? value : this.mistype(path, 'A number', value, adviseNumber(value));
        }
    }
    adviseString(value, path) {
        if (typeof value !== 'number' && typeof value !== 'boolean')
            return '';
        return `Write ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(this.origin.source(path) ?? String(value))}, in quotes.`;
    }
    leaveOut(expected, path) {
        if (expected.required)
            return this.problem(EMPTY_VALUE, path, 'A value is required here, got an empty string.', '');
        const what = 'ECS does not accept an empty string here, so the field is left out.';
        this.warnings.push({
            code: EMPTY_VALUE.name,
            place: this.origin.place(path),
            what,
            next: 'Remove it, or give it a value.'
        });
        return ABSENT;
    }
    mistype(path, wanted, value, next) {
        const got = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
            ? `the ${typeof value} ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .showValue */ .vp)(value)}`
            : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .showValue */ .vp)(value);
        return this.problem(_text_shape_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .WRONG_TYPE */ .V$, path, `${wanted} was expected, got ${got}.`, next);
    }
    problem(rule, path, what, next) {
        this.problems.push({ code: rule.name, place: this.origin.place(path), what, next });
        return ABSENT;
    }
}
function takesNoEmptyString(expected, shape) {
    if (shape !== undefined)
        return shape.kind === 'enum';
    if (expected.shape !== 'string')
        return true;
    return expected.member.endsWith('Arn') || (NEVER_EMPTY[expected.owner]?.includes(expected.member) ?? false);
}
function nameShape(name) {
    return name === _model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK ? 'a task definition' : name;
}
function adviseField(key, shape, name) {
    const send = 'If ECS knows it by now, set unknown-fields to send.';
    const nearest = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearestName */ .q)(key, Object.keys(shape.members));
    if (nearest !== undefined)
        return `Did you mean ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(nearest)}? ${send}`;
    const home = [_model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK, 'ContainerDefinition'].find(other => other !== name && hasMember(other, key));
    return home === undefined ? send : `It is a field of ${nameShape(home)}. ${send}`;
}
function hasMember(shapeName, key) {
    const shape = _model_js__WEBPACK_IMPORTED_MODULE_4__/* .SHAPES */ .HY[shapeName];
    return shape?.kind === 'structure' && Object.hasOwn(shape.members, key);
}
function adviseList(value, member) {
    if (typeof value === 'string')
        return value.trim().includes(' ') ? 'Write it as a list: ["…", "…"].' : `Write [${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(value)}].`;
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return '';
    return member === 'KeyValuePair' ? 'Write [{ "name": "…", "value": "…" }].' : 'Put it in square brackets.';
}
function adviseBoolean(value) {
    const word = typeof value === 'string' ? value.toLowerCase() : value;
    if (word === 'true' || word === 'yes' || word === 'on' || word === '1' || word === 1)
        return 'Write true, without quotes.';
    if (word === 'false' || word === 'no' || word === 'off' || word === '0' || word === 0)
        return 'Write false, without quotes.';
    return '';
}
function adviseNumber(value) {
    return typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? `Write ${Number(value)}, without quotes.` : '';
}


/***/ }),

/***/ 8812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isReservedTagKey)
/* harmony export */ });
/**
 * Whether the key of a tag is one that only AWS's own services set, as CloudFormation does: `aws:` in any letter case. No API takes it: "aws:
 * prefixed tag key names are not allowed for external use".
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html
 */
function isReservedTagKey(key) {
    return typeof key === 'string' && /^aws:/i.test(key);
}


/***/ })

};
