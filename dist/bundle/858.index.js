export const id = 858;
export const ids = [858];
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
// EXTERNAL MODULE: ./lib/text/document.js + 3 modules
var text_document = __webpack_require__(850);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/appspec/members.js



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
            this.refuse('appspec-value', path, `An object with ${(0,format/* listNames */.Zv)(known)} was expected, got ${(0,format/* showValue */.vp)(value)}.`, '');
            return members;
        }
        for (const [key, member] of (0,record/* entriesOf */.Mc)(value)) {
            const name = known.find(candidate => candidate.toLowerCase() === key.toLowerCase());
            const at = [...path, key];
            if (name === undefined)
                this.refuseKey(key, known, at);
            else if (members.has(name))
                this.refuse('duplicate-key', at, `${(0,format/* quote */.hD)(name)} is written twice, in different cases.`, 'Keep one of the two.');
            else if (member !== null && member !== undefined)
                members.set(name, { value: member, path: at });
        }
        return members;
    }
    refuseKey(key, known, path) {
        const nearest = (0,suggest/* nearestName */.q)(key, known);
        const next = nearest === undefined ? `Known here: ${(0,format/* listNames */.Zv)(known)}.` : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`;
        this.refuse('unknown-field', path, `The AppSpec for ECS knows no ${(0,format/* quote */.hD)(key)} here.`, next);
    }
    readItems(list) {
        if (list === undefined)
            return [];
        const { value, path } = list;
        if (!Array.isArray(value)) {
            this.refuse('appspec-value', path, `A list was expected, got ${(0,format/* showValue */.vp)(value)}.`, 'Start each entry with "- ".');
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
        if (member === undefined || typeof member.value === 'string')
            return member?.value;
        const written = this.document.source(member.path);
        this.refuse('appspec-value', member.path, `A string was expected, got ${(0,format/* showValue */.vp)(member.value)}.`, written === undefined ? '' : `Write ${(0,format/* quote */.hD)(written)}, in quotes.`);
    }
    readNumber(member, least, most, wanted) {
        if (member === undefined)
            return undefined;
        const { value, path } = member;
        const text = typeof value === 'string' && /^\d{1,6}$/.test(value);
        const number = text ? Number(value) : value;
        if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) {
            this.refuse('appspec-value', path, `${wanted} was expected, got ${(0,format/* showValue */.vp)(value)}.`, '');
            return undefined;
        }
        if (text) {
            const what = `CodeDeploy wants a number here, got the string ${(0,format/* showValue */.vp)(value)}.`;
            this.warn('appspec-number', path, what, `It is written as ${number}.`);
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
        if (severity === 'warning')
            this.warn(code, member.path, what, next);
        else
            this.refuse(code, member.path, what, next);
    }
    warn(code, path, what, next) {
        this.warnings.push({ code, place: this.document.place(path), what, next });
    }
    refuse(code, path, what, next) {
        this.problems.push({ code, place: this.document.place(path), what, next });
    }
}

;// CONCATENATED MODULE: ./lib/appspec/structure-rules.js


/** Text that another tool fills in before CodeDeploy sees it. */
const OPEN = /[<>{}$]/;
const LAMBDA = /^(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(?::(?:\$LATEST|[A-Za-z0-9_-]{1,128}))?$/;
/** CreateDeployment answers "Invalid revision number. Number: latest" and the like where it is no ARN with a revision. */
function describeTaskDefinition(value) {
    if (value === undefined || (typeof value === 'string' && (value === '' || OPEN.test(value))))
        return undefined;
    if (typeof value === 'string' && value.startsWith('arn:') && !/:latest$/i.test(value))
        return undefined;
    const what = `TaskDefinition is ${(0,format/* showValue */.vp)(value)}; CodeDeploy takes only the ARN of a revision ("Invalid revision number").`;
    return warn('appspec-task-definition', what, 'Write <TASK_DEFINITION>: Slipway and CodePipeline put the ARN there.');
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
function describePlatformVersion(version) {
    if (version === undefined || /^(?:LATEST|\d+\.\d+\.\d+)$/.test(version) || OPEN.test(version))
        return undefined;
    const what = `PlatformVersion is ${(0,format/* quote */.hD)(version)}, expected LATEST or a version such as 1.4.0.`;
    return warn('appspec-platform-version', what, 'Leave it out for LATEST.');
}
/** AwsVpcConfiguration in the API reference of ECS: at most 16 subnets and 5 security groups. */
function describeNetwork(network) {
    const lists = [
        { key: 'Subnets', values: network.subnets, most: 16, prefix: 'subnet-' },
        { key: 'SecurityGroups', values: network.securityGroups, most: 5, prefix: 'sg-' }
    ];
    return lists.flatMap(({ key, values = [], most, prefix }) => {
        const strange = values.filter(value => !value.startsWith(prefix) && !OPEN.test(value));
        return [
            ...(values.length > most
                ? [{ key, ...refuse('appspec-network', `${key} has ${values.length} entries; ECS takes at most ${most}.`, '') }]
                : []),
            ...(strange.length > 0
                ? [{ key, ...warn('appspec-network', `${(0,format/* listNames */.Zv)(strange.map(format/* quote */.hD))}: an id starts with ${prefix}.`, '') }]
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
            ? [
                refuse('appspec-capacity', `Only one capacity provider may have a Base, and ${(0,format/* listNames */.Zv)(based)} have one.`, '')
            ]
            : []),
        ...(isWeightless
            ? [warn('appspec-capacity', 'All weights are 0, so no task beyond the Base can be placed.', 'Give one a Weight.')]
            : [])
    ];
}
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html: a Lambda function's name or ARN. */
function describeHook(event, lambda) {
    if (lambda === '')
        return warn('appspec-hook', `The hook ${event} names no Lambda function, so it is left out.`, '');
    if (LAMBDA.test(lambda) || OPEN.test(lambda))
        return undefined;
    const what = `The hook ${event} is ${(0,format/* quote */.hD)(lambda)}, expected the name or the ARN of a Lambda function.`;
    return warn('appspec-hook', what, '');
}
function describeHooks(hooks) {
    const events = hooks.map(({ event }) => event);
    const twice = events.filter((event, index) => events.indexOf(event) !== index);
    if (twice.length === 0)
        return undefined;
    return warn('appspec-hook', `${(0,format/* listNames */.Zv)([...new Set(twice)])} is there twice; which one counts is not documented.`, '');
}
function warn(code, what, next) {
    return { severity: 'warning', code, what, next };
}
function refuse(code, what, next) {
    return { severity: 'error', code, what, next };
}
/** Files that are something else altogether: one sentence says what. */
function detectOtherFormat(value) {
    if (!(0,record/* isRecord */.u4)(value))
        return { what: `An AppSpec is an object with "version" and "Resources", got ${(0,format/* nameKind */.uo)(value)}.`, next: '' };
    if (hasKey(value, 'revision') || hasKey(value, 'appSpecContent')) {
        const next = 'Put what stands under "content" into a file of its own.';
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
        throw new errors/* ProblemsError */.FQ(reader.problems);
    return appspec;
}
class AppspecReader extends AppspecMembers {
    read() {
        const misfit = detectOtherFormat(this.document.value);
        if (misfit !== undefined) {
            this.refuse('appspec-not-ecs', [], misfit.what, misfit.next);
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
        this.warn('appspec-version', version?.path ?? [], what, 'It is written as 0.0.');
    }
    /** What stands there is replaced by the revision that was registered; by itself CodeDeploy would take it. */
    checkTaskDefinition(taskDefinition) {
        this.remark(taskDefinition, describeTaskDefinition(taskDefinition?.value));
    }
    /** The one entry of `Resources`: its key must be TargetService. */
    readTargetService(resources) {
        if (resources === undefined) {
            this.refuse('appspec-resources', [], 'The AppSpec has no "Resources".', 'Give it a list with one TargetService.');
            return undefined;
        }
        const { value, path } = resources;
        const entries = Array.isArray(value) ? value : [];
        const target = { value: entries[0], path: [...path, 0] };
        if (!Array.isArray(value)) {
            this.refuse('appspec-resources', path, `"Resources" is a list, got ${(0,format/* nameKind */.uo)(value)}.`, 'Write "- TargetService:" below it.');
        }
        else if (entries.length !== 1) {
            this.refuse('appspec-resources', path, `"Resources" must hold exactly one TargetService, got ${entries.length} entries.`, '');
        }
        else if ((0,record/* isRecord */.u4)(target.value) && (hasKey(target.value, 'Type') || hasKey(target.value, 'Properties'))) {
            const what = '"Type" and "Properties" stand beside the TargetService instead of inside it.';
            this.refuse('appspec-resources', target.path, what, 'Indent them by two more spaces.');
        }
        else {
            const service = this.readMembers(target, ['TargetService']).get('TargetService');
            if (service !== undefined)
                return service;
            // What else is wrong with the entry was told already.
            if (this.problems.length === 0)
                this.refuse('appspec-resources', target.path, 'The "TargetService" is missing or empty.', '');
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
            this.refuse('appspec-type', type?.path ?? service.path, `"Type" must be "${SERVICE_TYPE}", got ${got}.`, '');
        }
        const properties = members.get('Properties');
        if (properties === undefined)
            this.refuse('appspec-missing-field', service.path, 'The TargetService has no "Properties".', '');
        return properties;
    }
    readLoadBalancer(info, parent) {
        if (info === undefined) {
            this.refuse('appspec-missing-field', parent, '"LoadBalancerInfo" is missing.', 'Give it a ContainerName and a ContainerPort.');
            return undefined;
        }
        const members = this.readMembers(info, ['ContainerName', 'ContainerPort']);
        const name = members.get('ContainerName');
        const port = members.get('ContainerPort');
        const containerName = this.readText(name);
        if (name === undefined || containerName === '')
            this.refuse('appspec-missing-field', name?.path ?? info.path, '"ContainerName" is missing.', '');
        if (port === undefined)
            this.refuse('appspec-missing-field', info.path, '"ContainerPort" is missing.', '');
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
            this.warn('appspec-network', configuration.path, `CodeDeploy wants Subnets, SecurityGroups and AssignPublicIp together; ${(0,format/* listNames */.Zv)(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`, '');
        }
        const assign = members.get('AssignPublicIp');
        if (assign !== undefined && assign.value !== 'ENABLED' && assign.value !== 'DISABLED') {
            this.refuse('appspec-value', assign.path, `"AssignPublicIp" is ENABLED or DISABLED, got ${(0,format/* showValue */.vp)(assign.value)}.`, '');
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
                this.refuse('appspec-missing-field', item.path, '"CapacityProvider" is missing.', '');
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
    return [{ severity: 'error', code: 'unknown-port', place: appspec.places.containerPort, what, next }];
}
/** "Network Configuration is not valid for the given networkMode of this task definition." */
function checkNetworkMode({ network, places }, file) {
    const mode = (0,record/* own */.ZV)(file.definition, 'networkMode');
    if (network === undefined || places.network === undefined || mode === 'awsvpc')
        return [];
    const said = typeof mode === 'string' ? mode : 'not set, which is bridge';
    const what = `The network mode of ${file.document.file} is ${said}, and ECS takes a NetworkConfiguration with awsvpc only.`;
    const next = 'Leave NetworkConfiguration out here, or set networkMode to awsvpc there.';
    return [{ severity: 'error', code: 'appspec-network-mode', place: places.network, what, next }];
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
    return [{ severity: 'warning', code: 'appspec-platform-version', place: places.platformVersion, what, next }];
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
    const appspec = readAppspec((0,text_document/* readDocument */.u)('appspec.yml', new TextEncoder().encode(appspecText)));
    return `{"version":0.0,${JSON.stringify(toContent(appspec, taskDefinitionArn)).slice(1)}`;
}
/**
 * An AppSpec for a service that has none: its own load balancer, network, platform version and capacity providers
 * (DescribeServices). Throws ProblemsError where no load balancer names a container and port.
 */
function makeAppspec(service) {
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
        capacityProviderStrategy: (service.capacityProviderStrategy ?? []).flatMap(({ capacityProvider, base, weight }) => capacityProvider === undefined ? [] : [{ capacityProvider, base, weight }]),
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

/***/ 3960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ARTIFACT_NAMES)
/* harmony export */ });
/** The names of the files that a run writes into `artifacts-directory`. CodePipeline fixes `imageDetail.json`; the others are its defaults or ours. */
const ARTIFACT_NAMES = {
    imageDefinitions: 'imagedefinitions.json',
    imageDetail: 'imageDetail.json',
    taskDefinition: 'taskdefinition.json',
    appspec: 'appspec.yml'
};


/***/ }),

/***/ 5932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _3: () => (/* binding */ ROLE_NOT_ASSUMED),
  ZH: () => (/* binding */ awsErrorName),
  Ni: () => (/* binding */ explainAwsError),
  w7: () => (/* binding */ isAccessDenied),
  B_: () => (/* binding */ isCredentialsError),
  E2: () => (/* binding */ isThrottling),
  dg: () => (/* binding */ isTransient),
  Pd: () => (/* binding */ isUnavailable),
  mw: () => (/* binding */ required)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/aws/local-errors.js
/** Of Node's TLS: whoever signed the certificate is not trusted here. */
const UNTRUSTED = new Set([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
]);
const NOT_AWS = 'What answers there is not AWS: look at the proxy, at AWS_ENDPOINT_URL, and whether this network wants a sign-in.';
/**
 * What to tell where it is this machine, or the network around it, that does not fit: names, certificates, the clock, answers that nobody
 * at AWS wrote.
 *
 * @param code the error's name or the system's code
 * @param status HTTP's, where there was an answer
 * @returns a better sentence where the error's own says nothing, and what to do; undefined where the fault is elsewhere
 */
function explainLocalError(error, code, status) {
    const message = error instanceof Error ? error.message : '';
    if (UNTRUSTED.has(code)) {
        return {
            next: "The certificate's issuer is not trusted on this machine: set AWS_CA_BUNDLE to a PEM file with the certificates of your proxy or endpoint."
        };
    }
    if (/^ERR_(TLS|SSL)_/.test(code))
        return { next: NOT_AWS };
    if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code) || isClockSkew(code, message))
        return { next: "Look at this machine's clock first." };
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return {
            next: 'DNS lookup failed: check the region name, the network, and HTTPS_PROXY.'
        };
    }
    const isForeign = error instanceof SyntaxError || code === 'Unknown';
    if (!isForeign || (status ?? 0) >= 500)
        return undefined;
    const why = error instanceof SyntaxError ? ` (${message.split('\n')[0] ?? ''})` : '';
    return { sentence: `the answer, HTTP ${status ?? '?'}, is not from AWS${why}`, next: NOT_AWS };
}
/** AWS refuses what was signed at another time than its own, by more than five or fifteen minutes, and says both times. */
function isClockSkew(code, message) {
    return code === 'RequestTimeTooSkewed' || /Signature (expired|not yet current)/.test(message);
}

;// CONCATENATED MODULE: ./lib/aws/errors.js


/** The error's name in the service model, as `ClusterNotFoundException`; undefined for what is no AWS or system error. */
function awsErrorName(error) {
    if (!(error instanceof Error))
        return undefined;
    const code = error.code;
    return error.name === 'Error' && typeof code === 'string' ? code : error.name;
}
const THROTTLING = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestThrottled',
    'RequestThrottledException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'BandwidthLimitExceeded',
    'SlowDown'
]);
const NETWORK = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'TimeoutError',
    'RequestTimeout',
    'RequestTimeoutException',
    'NetworkingError'
]);
const SERVER = new Set([
    'InternalServerError',
    'InternalFailure',
    'InternalError',
    'ServerException',
    'ServiceUnavailable',
    'ServiceUnavailableException'
]);
/** The code of the error that role-to-assume could not be assumed. */
const ROLE_NOT_ASSUMED = 'role-not-assumed';
const CREDENTIALS = new Set([
    ROLE_NOT_ASSUMED,
    'no-id-token',
    'ExpiredToken',
    'ExpiredTokenException',
    'RequestExpired',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'CredentialsProviderError',
    'TokenRefreshRequired',
    'OptInRequired'
]);
const ACCESS = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'UnauthorizedException',
    'NotAuthorized',
    'UnauthorizedOperation'
]);
/** AWS asked to come back more slowly. */
function isThrottling(error) {
    return THROTTLING.has(awsErrorName(error) ?? '') || httpStatus(error) === 429;
}
/** It may well work the next time: throttling, a 5xx, a connection that broke or timed out. Never the user's doing. */
function isTransient(error) {
    const name = awsErrorName(error) ?? '';
    return isThrottling(error) || NETWORK.has(name) || SERVER.has(name) || (httpStatus(error) ?? 0) >= 500;
}
/** These credentials are good, but not for this action. */
function isAccessDenied(error) {
    return ACCESS.has(awsErrorName(error) ?? '');
}
/** Another operation may still do: these credentials are not good for this one, or the endpoint does not know it. */
function isUnavailable(error) {
    const name = awsErrorName(error) ?? '';
    return isAccessDenied(error) || /^(UnknownOperation|UnsupportedOperation|NotImplemented|InvalidAction)/.test(name);
}
/** The credentials are missing, expired or wrong: no other call will fare better. */
function isCredentialsError(error) {
    return CREDENTIALS.has(error instanceof errors/* SlipwayError */.GQ ? error.code : (awsErrorName(error) ?? ''));
}
/**
 * Turns whatever an AWS client threw into our error: `<doing>: <what AWS said>` and what to do next.
 *
 * @param doing what was being done and to what, as `Describing the service api in the cluster prod`
 */
function explainAwsError(error, doing) {
    if (error instanceof errors/* SlipwayError */.GQ)
        return error;
    if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) {
        const what = `${doing}: ${error.message}.`;
        const next = 'This is a bug in Slipway: please report it with this log.';
        return new errors/* SlipwayError */.GQ({ code: 'bug', fault: 'slipway', what, next, cause: error });
    }
    const code = awsErrorName(error) ?? 'unknown';
    const message = error instanceof Error && error.message !== '' ? error.message : code;
    const machine = explainLocalError(error, code, httpStatus(error));
    const sentence = machine?.sentence ?? message.replace(/[.\s]+$/, '');
    const isTold = sentence.includes(code) || code === 'Error' || machine?.sentence !== undefined;
    const what = `${doing}: ${isTold ? sentence : `${sentence} (${code})`}.`;
    const details = (fault, next) => new errors/* SlipwayError */.GQ({ code, fault, what, next, cause: error });
    if (machine !== undefined)
        return details(isTransient(error) ? 'aws' : 'user', machine.next);
    if (isCredentialsError(error))
        return details('user', adviseCredentials(code));
    if (isAccessDenied(error))
        return details('user', adviseAccess(message));
    if (isTransient(error))
        return details('aws', 'This is usually temporary: run it again.');
    return details('aws', undefined);
}
function adviseCredentials(code) {
    if (code === 'CredentialsProviderError') {
        return 'Set role-to-assume (with "permissions: id-token: write" in the workflow), or give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.';
    }
    if (/Expired|Refresh/.test(code))
        return 'The credentials have expired: get new ones, or set role-to-assume, which renews them by itself.';
    return 'Check the access key, its secret and its session token, and that they belong together.';
}
function adviseAccess(message) {
    if (message.includes('sts:AssumeRoleWithWebIdentity')) {
        return "Look at the trust policy of role-to-assume: it must name GitHub's provider, its audience, and the subject of this workflow, letter case included; a job with an environment has repo:OWNER/NAME:environment:NAME. slipway generate iam writes it.";
    }
    const action = /perform: ([A-Za-z0-9-]+:[A-Za-z0-9*]+)/.exec(message)?.[1];
    return action === undefined
        ? "Allow the action in the role's policy."
        : `Allow ${action} in the policy of the role that this run uses.`;
}
function httpStatus(error) {
    const metadata = error?.$metadata;
    return metadata?.httpStatusCode;
}
/** A member that the operation's answer has to have. Throws SlipwayError where it is missing: what answers is not AWS, or is broken. */
function required(value, operation, member) {
    if (value !== undefined)
        return value;
    throw new errors/* SlipwayError */.GQ({
        code: 'incomplete-answer',
        fault: 'aws',
        what: `${operation} answered without ${member}.`,
        next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
    });
}


/***/ }),

/***/ 1746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cu: () => (/* binding */ DEFAULT_CONFIG_FILE),
  qL: () => (/* binding */ decodeAll),
  oC: () => (/* binding */ decodeSettings)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/config/sources/sources.js + 1 modules
var sources = __webpack_require__(7141);
// EXTERNAL MODULE: ./lib/config/sources/resolved-settings.js
var resolved_settings = __webpack_require__(2373);
// EXTERNAL MODULE: ./lib/config/decode/tags.js
var tags = __webpack_require__(5908);
;// CONCATENATED MODULE: ./lib/config/decode/images.js




/**
 * The images to ship: the entries of `images`, else the one that the settings at the top say, else none. An entry takes
 * what it does not say from the top.
 *
 * @param commit for tags
 */
function decodeImages(settings, commit, tell) {
    const entries = settings.get('images');
    if (entries === undefined) {
        const image = decodeImage(settings, commit, tell);
        return image === undefined ? [] : [image];
    }
    const single = entries.length === 1;
    const images = entries.flatMap((entry) => {
        const layer = (0,sources/* readMap */.l8)(entry, 'images', resolved_settings/* PRECEDENCE */.LZ.entry, [], tell);
        const own = settings.under(layer);
        const container = layer.get('container-name');
        if (!single && container === undefined) {
            const what = 'expected a container: with several images each names its own.';
            tell({ code: 'missing-setting', place: entry.place([]), what, next: 'Add container: <name>.' });
        }
        const image = decodeImage(own, commit, tell);
        if (image === undefined && !layer.has('image') && !layer.has('repository')) {
            const what = 'there is neither an image nor a repository.';
            const next = 'Add image (one that exists) or repository (to build and push).';
            tell({ code: 'missing-setting', place: entry.place([]), what, next });
        }
        return image === undefined ? [] : [{ image, place: entry.place([]) }];
    });
    tellTwice(images, tell);
    return images.map(({ image }) => image);
}
/** One image from the settings in force for it: `image` exists and is not built, `repository` is built; the stronger one counts. */
function decodeImage(settings, commit, tell) {
    const image = settings.said('image');
    const repository = settings.said('repository');
    const container = settings.get('container-name');
    if (image !== undefined && repository !== undefined && image.strength === repository.strength) {
        tell({
            code: 'conflict',
            place: image.place,
            what: 'image (one that exists) and repository (to build and push) contradict each other.',
            next: 'Keep one of the two.'
        });
        return undefined;
    }
    const existing = settings.get('image');
    if (existing !== undefined && (image?.strength ?? 0) > (repository?.strength ?? 0)) {
        return { kind: 'existing', container, image: existing };
    }
    const name = settings.get('repository');
    return name === undefined || (image?.strength ?? 0) > (repository?.strength ?? 0)
        ? undefined
        : decodeBuiltImage(name, container, settings, commit, tell);
}
function decodeBuiltImage(repository, container, settings, commit, tell) {
    return {
        kind: 'built',
        container,
        repository,
        createRepository: settings.get('create-repository'),
        build: {
            context: settings.get('context'),
            dockerfile: settings.get('dockerfile'),
            target: settings.get('target'),
            buildArgs: settings.get('build-args') ?? [],
            buildSecrets: settings.get('build-secrets') ?? [],
            ssh: settings.get('ssh') ?? [],
            platforms: settings.get('platforms') ?? [],
            labels: settings.get('labels') ?? [],
            cacheFrom: settings.get('cache-from') ?? [],
            cacheTo: settings.get('cache-to') ?? [],
            buildOptions: settings.get('build-options') ?? []
        },
        tags: areTagsBroken(settings) ? [] : (0,tags/* expandTags */.C)(settings.get('tags'), commit, settings.place('tags'), tell),
        reuseImage: settings.get('reuse-image'),
        reference: settings.get('image-reference')
    };
}
/** The problem was told; a second one about the commit would lead astray. */
function areTagsBroken(settings) {
    const said = settings.said('tags');
    return said !== undefined && said.value === undefined;
}
/** Two entries for one container, or two different builds under one name: the second would silently win. */
function tellTwice(images, tell) {
    const containers = new Set();
    const builds = new Map();
    for (const { image, place } of images) {
        if (image.container !== undefined) {
            if (containers.has(image.container)) {
                const what = `the container ${(0,format/* quote */.hD)(image.container)} has two images.`;
                tell({ code: 'conflict', place, what, next: 'Keep one of the two.' });
            }
            containers.add(image.container);
        }
        if (image.kind === 'existing')
            continue;
        const build = JSON.stringify(image.build);
        for (const tag of image.tags) {
            const name = `${image.repository}:${tag}`;
            if (builds.has(name) && builds.get(name) !== build) {
                const what = `two different builds are to be pushed as ${name}.`;
                tell({ code: 'conflict', place, what, next: 'Give them different repositories or tags.' });
            }
            builds.set(name, build);
        }
    }
}

// EXTERNAL MODULE: ./lib/config/sources/source-locations.js
var source_locations = __webpack_require__(9672);
// EXTERNAL MODULE: ./lib/config/sources/source-value.js
var source_value = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/config/table/settings-table.js + 6 modules
var settings_table = __webpack_require__(6102);
;// CONCATENATED MODULE: ./lib/config/decode/cross-checks.js




const NEEDS = {
    'task-definition': { what: 'without a task definition', next: 'Add task-definition.' },
    service: { what: 'without a service', next: 'Add service.' },
    services: { what: 'without services', next: 'Add services, or leave it out.' },
    'run-task': { what: 'without run-task', next: 'Add run-task: true, or leave it out.' },
    build: { what: 'as nothing is built', next: 'Add repository (to build and push), or leave it out.' }
};
/** Tells settings that make no sense together. Nothing is known here of files and of AWS. */
function checkTogether(settings, config, tell) {
    const saidServices = hasEntries(settings, 'services');
    const saidTaskDefinition = settings.said('task-definition') !== undefined ||
        config.rollouts.some(({ files }) => files.taskDefinition !== undefined);
    const saidService = settings.said('service') !== undefined || saidServices;
    const saidImages = hasImages(settings);
    if (!saidTaskDefinition && !saidImages) {
        tell({
            code: 'missing-setting',
            place: {},
            what: 'Nothing to do: there is neither a task-definition nor a repository or image.',
            next: `Add task-definition (to register and deploy) or repository (to build and push)${overlayHint(settings)}.`
        });
    }
    if (config.files.taskDefinition?.kind === 'service' && !saidService) {
        const what = 'task-definition: service means the one that the service runs now, and no service is given.';
        tell({ code: 'missing-setting', place: settings.place('task-definition'), what, next: NEEDS.service.next });
    }
    const met = {
        'task-definition': saidTaskDefinition,
        service: saidService,
        services: saidServices,
        'run-task': settings.said('run-task')?.value !== false && settings.said('run-task') !== undefined,
        // With `image` and `repository` in conflict there is no image; that was told.
        build: config.images.length === 0 ? saidImages : config.images.some(image => image.kind === 'built')
    };
    tellUnmetNeeds(settings, met, tell);
    const doubled = new Set(config.rollouts.flatMap(({ files }) => findDoubled(files)));
    for (const name of doubled) {
        const what = `${(0,format/* quote */.hD)(name)} is both an environment variable and a secret.`;
        const place = (0,source_locations/* locateSetting */.tY)('secrets', settings) ?? settings.place('secrets');
        tell({ code: 'conflict', place, what, next: 'Keep one of the two.' });
    }
}
/** Names that are given a value and a secret. */
function findDoubled({ environmentVariables, secrets }) {
    const names = new Set(secrets.map(({ name }) => name));
    return environmentVariables.flatMap(({ name }) => (names.has(name) ? [name] : []));
}
/** Whether a list has entries, well said or not. An empty one takes back what the top says. */
function hasEntries(settings, name) {
    const said = settings.said(name);
    return said !== undefined && !(Array.isArray(said.value) && said.value.length === 0);
}
/** Whether an image is asked for, well said or not. */
function hasImages(settings) {
    if (settings.said('images') !== undefined)
        return hasEntries(settings, 'images');
    return settings.said('image') !== undefined || settings.said('repository') !== undefined;
}
function overlayHint(settings) {
    return settings.said('environment') === undefined ? ', or choose an environment of slipway.yml that has them' : '';
}
/** Only inputs and flags are held to it: a file serves several jobs, and not every one uses all of it. */
function tellUnmetNeeds(settings, met, tell) {
    for (const option of settings_table/* SETTINGS */.yy) {
        const said = settings.said(option.name);
        if (option.needs === undefined || met[option.needs] || said?.strength !== resolved_settings/* PRECEDENCE */.LZ.given)
            continue;
        if (said.value === undefined || said.value === (0,resolved_settings/* defaultOf */.HA)(option.name))
            continue;
        const { what, next } = NEEDS[option.needs];
        tell({ code: 'no-effect', place: said.place, what: `${option.name} has no effect ${what}.`, next });
    }
}

// EXTERNAL MODULE: ./lib/text/document.js + 3 modules
var text_document = __webpack_require__(850);
;// CONCATENATED MODULE: ./lib/config/table/api-shapes.js




const STRING = { kind: 'string' };
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
function readShape(data, shape, tell) {
    const { value } = data;
    switch (shape.kind) {
        case 'string':
            return typeof value === 'string' ? value : refuse(data, 'a string', tell);
        case 'integer':
            return Number.isSafeInteger(value) ? value : refuse(data, 'a whole number', tell);
        case 'boolean':
            return typeof value === 'boolean' ? value : refuse(data, 'true or false', tell);
        case 'enum':
            return typeof value === 'string' && shape.values.includes(value)
                ? value
                : refuse(data, (0,format/* listNames */.Zv)(shape.values, 'or'), tell);
        case 'list':
            return Array.isArray(value) ? readItems(data, value, shape.member, tell) : refuse(data, 'a list', tell);
        case 'structure':
            return (0,text_record/* isRecord */.u4)(value) ? readMembers(data, shape, tell) : refuse(data, `an object (${shape.name})`, tell);
    }
}
function refuse(data, expected, tell) {
    const what = `expected ${expected}, got ${(0,format/* showValue */.vp)(data.value)}.`;
    tell({ code: 'wrong-type', place: data.place([]), what, next: '' });
    return undefined;
}
function readItems(data, items, member, tell) {
    const read = items.map((item, index) => readShape((0,source_value/* partOf */.BU)(data, index, item), member, tell));
    return read.includes(undefined) ? undefined : read;
}
function readMembers(data, shape, tell) {
    const record = (0,text_record/* isRecord */.u4)(data.value) ? data.value : {};
    const names = Object.keys(shape.members);
    const present = (0,text_record/* entriesOf */.Mc)(record).filter(([, value]) => value !== null);
    const read = present.map(([name, value]) => {
        const part = (0,source_value/* partOf */.BU)(data, name, value);
        const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        if (member !== undefined)
            return [name, readShape(part, member, tell)];
        const near = (0,suggest/* nearestName */.q)(name, names);
        const what = `${shape.name} has no member ${(0,format/* quote */.hD)(name)}; it has ${(0,format/* listNames */.Zv)(names)}.`;
        tell({
            code: 'unknown-field',
            place: part.place([]),
            what,
            next: near === undefined ? '' : `Did you mean ${near}?`
        });
        return [name, undefined];
    });
    const missing = shape.required.filter(name => !present.some(([there]) => there === name));
    for (const name of missing) {
        const what = `${shape.name} needs ${name}.`;
        tell({ code: 'missing-field', place: data.place([]), what, next: `Add ${name}.` });
    }
    return missing.length > 0 || read.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(read);
}

;// CONCATENATED MODULE: ./lib/config/decode/run-task.js




const PAIR = structureOf('KeyValuePair', { name: STRING, value: STRING });
const TAG = structureOf('Tag', { key: STRING, value: STRING }, ['key']);
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
/**
 * The task before the rollout; undefined where none is asked for. What is said for it is checked in any case: a mistake shall not wait
 * for the day on which `run-task` is set.
 */
function decodeRunTask(settings, tell) {
    const containerOverrides = readAll(settings.get('run-task-container-overrides'), CONTAINER_OVERRIDE, tell);
    const strategy = settings.get('run-task-capacity-provider-strategy');
    const providers = readAll(strategy, CAPACITY_PROVIDER, tell);
    const tags = readAll(settings.get('run-task-tags'), TAG, tell);
    const volume = decodeVolume(settings, tell);
    tellTwoLaunches(settings, tell);
    if (!settings.get('run-task'))
        return undefined;
    return {
        containerOverrides: containerOverrides,
        capacityProviderStrategy: providers.length === 0 ? undefined : providers,
        launchType: settings.get('run-task-launch-type'),
        subnets: settings.get('run-task-subnets'),
        securityGroups: settings.get('run-task-security-groups'),
        assignPublicIp: settings.get('run-task-assign-public-IP'),
        startedBy: settings.get('run-task-started-by'),
        tags: tags,
        volume,
        waitForStopped: settings.get('wait-for-task-stopped') ?? true
    };
}
function readAll(entries, shape, tell) {
    return (entries ?? []).flatMap(entry => {
        const value = readShape(entry, shape, tell);
        return value === undefined ? [] : [value];
    });
}
/** RunTask takes one of the two: "Specifying both a launch type and capacity provider strategy is not supported." */
function tellTwoLaunches(settings, tell) {
    const type = settings.said('run-task-launch-type');
    const strategy = settings.said('run-task-capacity-provider-strategy');
    if (type === undefined || strategy === undefined)
        return;
    tell({
        code: 'conflict',
        place: type.place,
        what: 'run-task-launch-type and run-task-capacity-provider-strategy contradict each other: ECS takes one of the two.',
        next: 'Keep one of the two.'
    });
}
function decodeVolume(settings, tell) {
    const name = settings.get('run-task-managed-ebs-volume-name');
    const text = settings.get('run-task-managed-ebs-volume');
    if (name === undefined && text === undefined)
        return undefined;
    if (name === undefined || text === undefined) {
        const [said, missing] = name === undefined
            ? ['run-task-managed-ebs-volume', 'run-task-managed-ebs-volume-name']
            : ['run-task-managed-ebs-volume-name', 'run-task-managed-ebs-volume'];
        const what = `${said} has no effect without ${missing}.`;
        tell({ code: 'no-effect', place: settings.place(said), what, next: `Add ${missing}.` });
        return undefined;
    }
    const volume = readVolume(text, settings, tell);
    return volume === undefined ? undefined : { name, managedEBSVolume: volume };
}
function readVolume(text, settings, tell) {
    const name = 'run-task-managed-ebs-volume';
    const place = settings.place(name);
    try {
        const data = (0,source_value/* dataOf */.qu)((0,text_document/* readDocument */.u)(name, new TextEncoder().encode(text)));
        const below = { ...data, place: path => ({ ...place, path: data.place(path).path ?? place.path }) };
        return readShape(below, VOLUME, tell);
    }
    catch (error) {
        if (!(error instanceof errors/* ProblemsError */.FQ))
            throw error;
        for (const problem of error.problems)
            tell({ ...problem, place });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/config/decode/services.js



/**
 * What is rolled out: the entries of `services`, else what the settings at the top say. An entry takes what it does not say from the top.
 *
 * A `service` that is said more strongly than `services` chooses: its entry where there is one, so that `--service=web` rolls out one of
 * those in the file; else it stands for itself.
 *
 * @param decode reads one service from the settings in force for it
 */
function decodeServices(settings, decode, tell) {
    const entries = settings.get('services') ?? [];
    const chosen = settings.said('service');
    const strength = settings.said('services')?.strength ?? 0;
    if (entries.length > 0 && chosen?.strength === strength) {
        tell({
            code: 'conflict',
            place: chosen.place,
            what: 'service (one) and services (several) contradict each other.',
            next: 'Keep one of the two.'
        });
    }
    const services = entries.map(entry => decodeEntry(entry, settings, decode, tell));
    if (chosen !== undefined && chosen.strength > strength) {
        return [services.find(({ rollout }) => rollout.service === chosen.value) ?? decode(settings)];
    }
    services_tellTwice(services, entries, tell);
    const [first, ...rest] = giveFolders(services);
    return first === undefined ? [decode(settings)] : [first, ...rest];
}
function decodeEntry(entry, settings, decode, tell) {
    const layer = (0,sources/* readMap */.l8)(entry, 'services', resolved_settings/* PRECEDENCE */.LZ.entry, [], tell);
    if (!layer.has('service')) {
        const what = 'expected a service: each entry names its own.';
        tell({ code: 'missing-setting', place: entry.place([]), what, next: 'Add service: <name>.' });
    }
    const own = settings.under(layer);
    if (own.said('task-definition') === undefined) {
        const what = 'there is no task-definition, neither here nor for all services.';
        tell({ code: 'missing-setting', place: entry.place([]), what, next: 'Add task-definition.' });
    }
    return decode(own);
}
/** Two deployments of one service: the later would take the place of the earlier. */
function services_tellTwice(services, entries, tell) {
    const seen = new Set();
    for (const [index, { rollout }] of services.entries()) {
        if (rollout.service === undefined)
            continue;
        const name = `${lastSegment(rollout.cluster)}/${lastSegment(rollout.service)}`;
        if (seen.has(name)) {
            const what = `the service ${(0,format/* quote */.hD)(name)} is listed twice.`;
            tell({ code: 'conflict', place: entries[index]?.place([]) ?? {}, what, next: 'Keep one of the two.' });
        }
        seen.add(name);
    }
}
/** Each service's files in a folder of its name; two of one name, in different clusters, have the cluster's before it. */
function giveFolders(services) {
    if (services.length < 2)
        return services;
    const names = services.map(({ rollout }) => lastSegment(rollout.service ?? ''));
    return services.map((service, index) => {
        const name = names[index] ?? '';
        const unique = names.filter(other => other === name).length === 1;
        const folder = unique ? name : `${lastSegment(service.rollout.cluster)}-${name}`;
        return {
            ...service,
            files: { ...service.files, artifactsDirectory: `${service.files.artifactsDirectory}/${folder}` }
        };
    });
}
function lastSegment(nameOrArn) {
    return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/config/decode/task-definition-source.js

const ARN = /^arn:aws[a-z-]*:ecs:[a-z0-9-]+:[0-9]{12}:task-definition\/[A-Za-z0-9_-]{1,255}(?::[0-9]+)?$/;
const FAMILY = /^[A-Za-z0-9_-]{1,255}(?::[1-9][0-9]*)?$/;
/**
 * Tells by its form alone what `task-definition` names: `service` is the one that the service runs; what starts with
 * `arn:` is an ARN; what has a `.`, a `/` or a `\` in it is a path, as a family has none of them
 * (RegisterTaskDefinition: letters, digits, - and _); the rest is `family` or `family:revision`. A file without a
 * suffix is named `./file`.
 */
function readTaskDefinitionSource(text, place, tell) {
    if (text === 'service')
        return { kind: 'service' };
    if (text.startsWith('arn:')) {
        if (ARN.test(text))
            return { kind: 'registered', reference: text };
        const what = `expected a task definition's ARN such as arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7, got ${(0,format/* quote */.hD)(text)}.`;
        tell({ code: 'malformed', place, what, next: '' });
        return undefined;
    }
    if (/[./\\]/.test(text))
        return { kind: 'file', path: text };
    const family = text.replace(/:[^:]*$/, '');
    if (FAMILY.test(text))
        return { kind: 'registered', reference: text };
    tell({
        code: 'malformed',
        place,
        what: `expected a path, family, family:revision (a number), an ARN, or service, got ${(0,format/* quote */.hD)(text)}.`,
        next: FAMILY.test(family) && text !== family ? `For the newest revision write ${family}.` : ''
    });
    return undefined;
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
        throw new errors/* ProblemsError */.FQ(problems);
    return { config };
}
/** The same without throwing, for those who have more to find wrong: the files that are named right can still be read. */
function decodeAll(sources) {
    const problems = [];
    const told = new Set();
    const tell = problem => {
        // What stands at the top is read for each of `services`.
        const text = (0,errors/* formatProblem */.Vw)(problem);
        if (!told.has(text))
            problems.push(problem);
        told.add(text);
    };
    const layers = readLayers(sources, tell);
    const settings = (0,resolved_settings/* mergeLayers */.J)(sources.purpose === 'service' ? [...layers, AS_IT_RUNS] : layers);
    const config = decodeConfig(settings, sources, tell);
    // What a misspelt name was to say is not known, so nothing can be said to be missing.
    const isReadable = !problems.some(({ code }) => code.startsWith('unknown-'));
    if (isReadable && sources.purpose !== 'service')
        checkTogether(settings, config, tell);
    return { config, problems, locate: path => (0,source_locations/* locateSetting */.tY)(path, settings) };
}
/** Weaker than all that is said: what a service that is only looked at is about. */
const AS_IT_RUNS = new Map([
    ['task-definition', { value: 'service', place: {}, strength: resolved_settings/* PRECEDENCE */.LZ.variable }]
]);
function readLayers({ given, givenFrom, file, env }, tell) {
    const givenLayer = (0,sources/* readGiven */.Q8)(given, givenFrom, tell);
    const variables = (0,sources/* readVariables */.Ch)(env, tell);
    if (file === undefined) {
        tellUnknownEnvironment((0,resolved_settings/* mergeLayers */.J)([givenLayer]), undefined, new Map(), tell);
        return [givenLayer, variables];
    }
    const data = (0,source_value/* dataOf */.qu)(file);
    const top = (0,sources/* readMap */.l8)(data, 'file', resolved_settings/* PRECEDENCE */.LZ.file, ['environments', '$schema'], tell);
    const overlays = readOverlays(data, tell);
    const chosen = (0,resolved_settings/* mergeLayers */.J)([givenLayer, top]).get('environment');
    const overlay = chosen === undefined ? undefined : overlays.get(chosen);
    if (overlay === undefined)
        tellUnknownEnvironment((0,resolved_settings/* mergeLayers */.J)([givenLayer, top]), file.file, overlays, tell);
    return [givenLayer, overlay ?? new Map(), top, variables];
}
/** All overlays are read, so that a mistake in `prod` is told before the day of its release. */
function readOverlays(data, tell) {
    const value = (0,text_record/* isRecord */.u4)(data.value) ? data.value['environments'] : undefined;
    if (value === undefined || value === null)
        return new Map();
    const part = (0,source_value/* partOf */.BU)(data, 'environments', value);
    if (!(0,text_record/* isRecord */.u4)(value)) {
        const what = `expected environments with their settings (name: { setting: value }), got ${(0,format/* showValue */.vp)(value)}.`;
        tell({ code: 'wrong-type', place: part.place([]), what, next: '' });
        return new Map();
    }
    return new Map((0,text_record/* entriesOf */.Mc)(value).map(([name, settings]) => [
        name,
        (0,sources/* readMap */.l8)((0,source_value/* partOf */.BU)(part, name, settings), 'environments', resolved_settings/* PRECEDENCE */.LZ.environment, [], tell)
    ]));
}
function tellUnknownEnvironment(settings, file, overlays, tell) {
    const wanted = settings.get('environment');
    if (wanted === undefined)
        return;
    const names = [...overlays.keys()];
    tell({
        code: 'unknown-environment',
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
function decodeConfig(settings, sources, tell) {
    const decode = (own) => ({ files: decodeFiles(own, tell), rollout: decodeRollout(own) });
    const rollouts = decodeServices(settings, decode, tell);
    return {
        region: decodeRegion(settings, sources.purpose, tell),
        role: decodeRole(settings, sources.env),
        environment: settings.get('environment'),
        images: sources.purpose === 'service' ? [] : decodeImages(settings, sources.source, tell),
        registries: settings.get('registries') ?? [],
        scanGate: settings.get('scan-gate'),
        ...rollouts[0],
        rollouts,
        maxParallel: settings.get('max-parallel'),
        runTask: decodeRunTask(settings, tell),
        report: { summary: settings.get('summary'), github: decodeGithub(settings) },
        dryRun: settings.get('dry-run')
    };
}
function decodeRegion(settings, purpose, tell) {
    if (settings.said('region') === undefined && purpose !== 'check') {
        tell({
            code: 'missing-setting',
            place: {},
            what: 'The region is missing.',
            next: `Set region as an input or flag, in ${DEFAULT_CONFIG_FILE}, or in the environment as AWS_REGION.`
        });
    }
    return settings.get('region') ?? '';
}
function decodeGithub(settings) {
    return {
        token: settings.get('github-token'),
        // GitHub's own default, for those who have one environment and never named it.
        environment: settings.get('github-environment') ?? settings.get('environment') ?? 'production',
        environmentUrl: settings.get('environment-url')
    };
}
function decodeRole(settings, env) {
    const arn = settings.get('role-to-assume');
    if (arn === undefined)
        return undefined;
    const run = env['GITHUB_RUN_ID'] ?? '';
    const sessionName = settings.get('role-session-name') ?? (/^[0-9]{1,40}$/.test(run) ? `Slipway-${run}` : 'Slipway');
    return { arn, sessionName, durationSeconds: settings.get('role-duration-seconds') };
}
function decodeFiles(settings, tell) {
    const source = settings.get('task-definition');
    return {
        taskDefinition: source === undefined ? undefined : readTaskDefinitionSource(source, settings.place('task-definition'), tell),
        appspec: settings.get('appspec'),
        containerName: settings.get('container-name'),
        environmentVariables: settings.get('environment-variables') ?? [],
        secrets: settings.get('secrets') ?? [],
        dockerLabels: settings.get('docker-labels') ?? [],
        logConfigurationLogDriver: settings.get('log-configuration-log-driver'),
        logConfigurationOptions: settings.get('log-configuration-options') ?? [],
        command: settings.get('command'),
        taskRoleArn: settings.get('task-role-arn'),
        executionRoleArn: settings.get('execution-role-arn'),
        unknownFields: settings.get('unknown-fields'),
        artifactsDirectory: settings.get('artifacts-directory')
    };
}
function decodeRollout(settings) {
    return {
        cluster: settings.get('cluster'),
        service: settings.get('service'),
        desiredCount: settings.get('desired-count'),
        forceNewDeployment: settings.get('force-new-deployment'),
        propagateTags: settings.get('propagate-tags'),
        enableEcsManagedTags: settings.get('enable-ecs-managed-tags'),
        codedeployApplication: settings.get('codedeploy-application'),
        codedeployDeploymentGroup: settings.get('codedeploy-deployment-group'),
        codedeployDeploymentConfig: settings.get('codedeploy-deployment-config'),
        codedeployDeploymentDescription: settings.get('codedeploy-deployment-description'),
        waitFor: settings.get('wait-for'),
        waitForMinutes: settings.get('wait-for-minutes'),
        onFailure: settings.get('on-failure'),
        onCancel: settings.get('on-cancel'),
        onConflict: settings.get('on-conflict'),
        failAfter: settings.get('fail-after'),
        skipUnchanged: settings.get('skip-unchanged')
    };
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

/***/ 5908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ expandTags),
/* harmony export */   r: () => (/* binding */ writeCommit)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3808);
/* harmony import */ var _table_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1597);


/** Any commit's SHA has this length. */
const ANY_SHA = '0'.repeat(40);
/**
 * Puts the commit into tags: `{sha}` is its full SHA, `{short-sha}` the first 7 characters, `{sha:12}` the first 12. A tag
 * that comes twice is kept once.
 */
function expandTags(tags, commit, place, tell) {
    const sha = commit.keepTokens === true ? ANY_SHA : commit.sha;
    if (sha === undefined && tags.some(tag => tag.includes('{'))) {
        tell({
            code: 'no-commit',
            place,
            what: `the tag needs the commit, and none is known: ${commit.trouble ?? 'this is no Git checkout'}, and GITHUB_SHA is not set.`,
            next: 'Say the tag: tags: v1.2.3 (as a flag --tags v1.2.3).'
        });
        return [];
    }
    const expanded = tags.map(tag => writeCommit(tag, length => (sha ?? '').slice(0, length)));
    for (const tag of expanded) {
        if (_table_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_PATTERN */ .A0.test(tag))
            continue;
        const what = `the tag is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(tag)}; a tag has up to 128 letters, digits or any of _.- (the first no . or -).`;
        tell({ code: 'malformed', place, what, next: '' });
    }
    return [...new Set(commit.keepTokens === true ? tags : expanded)];
}
/**
 * Puts something in place of the tokens of the commit.
 *
 * @param write what stands for so many of its first characters; undefined: for all of them
 */
function writeCommit(tag, write) {
    return tag.replace(/\{(?:sha|short-sha|sha:(\d+))\}/g, (token, length) => {
        if (length !== undefined)
            return write(Number(length));
        return write(token === '{sha}' ? undefined : 7);
    });
}


/***/ }),

/***/ 1718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ decodeValue),
  p: () => (/* binding */ describeRange)
});

// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/document.js + 3 modules
var text_document = __webpack_require__(850);
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
        code: 'wrong-type',
        place,
        what: `expected a string, got ${scalar && !sensitive ? `the ${typeof value} ${written}` : (0,format/* nameKind */.uo)(value)}.`,
        next: scalar ? `Put it in quotes${sensitive ? '' : `: ${(0,format/* quote */.hD)(written)}`}.` : ''
    };
}
/** Whether a text has the form; tells the problem where it has not. */
function matchesFormat(form, text, place, sensitive, tell) {
    if (new RegExp(form.pattern, 'u').test(text))
        return true;
    tell({
        code: 'malformed',
        place,
        what: `expected ${form.says}${sensitive ? '' : `, got ${(0,format/* quote */.hD)(text)}`}.`,
        next: sensitive ? '' : (form.advise?.(text) ?? '')
    });
    return false;
}

;// CONCATENATED MODULE: ./lib/config/decode/lists.js








/** What an empty value comes from as a rule. */
const UNSET = 'The variable that it comes from may not be set.';
/** Texts: a list in a document; a text (anywhere) is split at line ends, and at commas where the setting has short values. */
function decodeList(option, raw, tell) {
    const separator = option.separator === 'comma' ? /[,\n]/ : /\n/;
    const items = readItems(raw, separator, 'a list of texts', option.sensitive === true, tell);
    if (items === undefined)
        return undefined;
    const { form } = option;
    const good = items.filter(({ text, place }) => form === undefined || matchesFormat(form, text, place, option.sensitive === true, tell));
    if (good.length < items.length)
        return undefined;
    if (option.atLeastOne === true && good.length === 0) {
        tell({
            code: 'malformed',
            place: (0,source_value/* placeOf */.$t)(raw),
            what: 'expected at least one, got none.',
            next: raw.form === 'text' ? UNSET : ''
        });
        return undefined;
    }
    return good.map(({ text }) => text);
}
function readItems(raw, separator, expected, sensitive, tell) {
    if (raw.form === 'text')
        return splitText(raw.text, separator, raw.place);
    const { value } = raw.data;
    if (typeof value === 'string')
        return splitText(value, separator, raw.data.place([]));
    if (!Array.isArray(value)) {
        tell(describeKind(value, expected, raw.data));
        return undefined;
    }
    const items = value.map((item, index) => {
        const part = (0,source_value/* partOf */.BU)(raw.data, index, item);
        if (typeof item === 'string')
            return { text: item.trim(), place: part.place([]) };
        tell(describeNotAString(item, part.source([]), part.place([]), sensitive));
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
    return { code: 'wrong-type', place: data.place([]), what: `expected ${expected}, got ${got}.`, next: '' };
}
/** A command: a list of words as they are, or a text: a JSON list of texts, else split as a shell splits it. */
function decodeWords(raw, tell) {
    if (raw.form === 'data' && Array.isArray(raw.data.value))
        return readWords(raw.data, raw.data.value, tell);
    const text = raw.form === 'text' ? raw.text : raw.data.value;
    if (typeof text !== 'string') {
        if (raw.form === 'data')
            tell(describeKind(text, 'a list of words or one line', raw.data));
        return undefined;
    }
    if (looksListed(text)) {
        const listed = readJsonWords(text);
        if (listed !== undefined)
            return listed;
        const what = `expected a JSON list of texts, or one line as in a shell, got ${(0,format/* quote */.hD)(text.trim())}.`;
        tell({ code: 'malformed', place: (0,source_value/* placeOf */.$t)(raw), what, next: 'Write it as ["node", "server.js"].' });
        return undefined;
    }
    const words = (0,shell_words/* splitWords */.y)(text);
    if (typeof words !== 'string')
        return words;
    tell({ code: 'malformed', place: (0,source_value/* placeOf */.$t)(raw), what: `${words} in ${(0,format/* quote */.hD)(text.trim())}.`, next: 'Close it.' });
    return undefined;
}
function readWords(data, list, tell) {
    const words = list.map((word, index) => {
        if (typeof word === 'string')
            return word;
        tell(describeNotAString(word, data.source([index]), data.place([index]), false));
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
function decodePairs(option, raw, tell) {
    const read = raw.form === 'data' && (0,record/* isRecord */.u4)(raw.data.value) ? readMap(raw.data, tell) : readLines(option, raw, tell);
    if (read === undefined)
        return undefined;
    const pairs = checkPairs(option, read, tell);
    return pairs.length === read.length ? pairs : undefined;
}
function readMap(data, tell) {
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
        tell({ code: 'wrong-type', place, what: `expected a string, got ${(0,format/* nameKind */.uo)(value)}.`, next });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function readLines(option, raw, tell) {
    const items = readItems(raw, /\n/, 'a map, or lines NAME=value', option.sensitive === true, tell);
    if (items === undefined)
        return undefined;
    const pairs = items.map(({ text, place, line }) => {
        const at = text.indexOf('=');
        if (at > 0)
            return { name: text.slice(0, at).trim(), value: text.slice(at + 1), place };
        const which = line === undefined ? '' : `line ${line}: `;
        const got = option.sensitive === true ? `a line without ${at === 0 ? 'a name' : '='}` : (0,format/* quote */.hD)(text);
        tell({ code: 'malformed', place, what: `${which}expected NAME=value, got ${got}.`, next: adviseLine(text) });
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
function checkPairs(option, pairs, tell) {
    const names = new Set();
    return pairs
        .filter(({ name, value, place }) => {
        const twice = names.has(name);
        names.add(name);
        const empty = option.valueRequired === true && value.trim() === '';
        if (twice)
            tell({ code: 'conflict', place, what: `${(0,format/* quote */.hD)(name)} is given twice.`, next: 'Keep one of the two.' });
        else if (empty) {
            tell({ code: 'malformed', place, what: `expected a value for ${(0,format/* quote */.hD)(name)}, got none.`, next: UNSET });
        }
        return !twice && !empty;
    })
        .map(({ name, value }) => ({ name, value }));
}
/** The entries of a list of maps. As a text it is YAML (or JSON); its places then name the way into it. */
function decodeObjects(option, raw, tell) {
    const data = raw.form === 'data' ? raw.data : readYamlText(option.name, raw.text, raw.place, tell);
    if (data === undefined)
        return undefined;
    if (!Array.isArray(data.value)) {
        const got = (0,format/* showValue */.vp)(data.value);
        const next = (0,record/* isRecord */.u4)(data.value) ? 'Write "- " before each entry.' : '';
        tell({ code: 'wrong-type', place: data.place([]), what: `expected a list of entries, got ${got}.`, next });
        return undefined;
    }
    const parts = data.value.map((value, index) => (0,source_value/* partOf */.BU)(data, index, value));
    const good = parts.filter(part => {
        if ((0,record/* isRecord */.u4)(part.value))
            return true;
        tell(describeKind(part.value, 'an entry with settings (name: value)', part));
        return false;
    });
    return good.length === parts.length ? good : undefined;
}
function readYamlText(name, text, place, tell) {
    try {
        const document = (0,text_document/* readDocument */.u)(name, new TextEncoder().encode(text));
        return {
            value: document.value,
            place: path => (path.length === 0 ? place : { path: (0,text_path/* formatPath */.j)([name, ...path]) }),
            source: path => document.source(path)
        };
    }
    catch (error) {
        if (!(error instanceof errors/* ProblemsError */.FQ))
            throw error;
        for (const problem of error.problems) {
            const { line, column } = problem.place;
            const position = line === undefined ? '' : `line ${line}, column ${column ?? 1} of the text: `;
            tell({ ...problem, place, what: position + problem.what });
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/config/decode/values.js





/**
 * Decodes what was said for a setting by the setting's kind.
 *
 * Texts (inputs, flags, variables) spell everything; documents have real booleans, numbers, lists and maps, and a
 * quoted number or boolean is told as a mistake, as is a bare number where a text is meant: `1.10` would become `1.1`.
 *
 * @param raw something that is set (`isSet`)
 * @returns the value as `ValueOf` types it; undefined after a problem was told
 */
function decodeValue(option, raw, tell) {
    switch (option.kind) {
        case 'string':
            return decodeString(option, raw, tell);
        case 'boolean':
            return decodeBoolean(raw, tell);
        case 'integer':
            return decodeInteger(option, raw, tell);
        case 'enum':
            return decodeEnum(option, raw, tell);
        case 'list':
            return decodeList(option, raw, tell);
        case 'words':
            return decodeWords(raw, tell);
        case 'pairs':
            return decodePairs(option, raw, tell);
        case 'objects':
            return decodeObjects(option, raw, tell);
    }
}
function decodeString(option, raw, tell) {
    const text = readText(raw, option.sensitive === true, tell);
    if (text === undefined)
        return undefined;
    return option.form === undefined || matchesFormat(option.form, text, (0,source_value/* placeOf */.$t)(raw), option.sensitive === true, tell)
        ? text
        : undefined;
}
/** A scalar that is meant as a text, trimmed. */
function readText(raw, sensitive, tell) {
    if (raw.form === 'text')
        return raw.text.trim();
    const { value } = raw.data;
    if (typeof value === 'string')
        return value.trim();
    tell(describeNotAString(value, raw.data.source([]), raw.data.place([]), sensitive));
    return undefined;
}
function decodeBoolean(raw, tell) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (raw.form === 'text' ? got === 'true' || got === 'false' : typeof got === 'boolean')
        return got === true || got === 'true';
    const quoted = got === 'true' || got === 'false';
    tell({
        code: 'wrong-type',
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
function decodeInteger(option, raw, tell) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    const number = raw.form === 'text' && /^[0-9]+$/.test(raw.text.trim()) ? Number(got) : got;
    const { min, max = Number.MAX_SAFE_INTEGER } = option;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= min && number <= max)
        return number;
    const quoted = raw.form === 'data' && typeof got === 'string' && /^[0-9]+$/.test(got);
    tell({
        code: typeof number === 'number' ? 'out-of-range' : 'wrong-type',
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
function decodeEnum(option, raw, tell) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (typeof got === 'string' && option.values.includes(got))
        return got;
    const near = typeof got === 'string' ? (0,suggest/* nearestName */.q)(got, option.values) : undefined;
    tell({
        code: 'not-allowed',
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected ${(0,format/* listNames */.Zv)(option.values, 'or')}, got ${(0,format/* showValue */.vp)(got)}.`,
        next: near === undefined ? '' : `Did you mean ${near}?`
    });
    return undefined;
}


/***/ }),

/***/ 2373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ defaultOf),
/* harmony export */   J: () => (/* binding */ mergeLayers),
/* harmony export */   LZ: () => (/* binding */ PRECEDENCE)
/* harmony export */ });
/* harmony import */ var _table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6102);
/* harmony import */ var _decode_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1718);


/** How strong the source of a value is; the larger one wins. */
const PRECEDENCE = { variable: 1, file: 2, environment: 3, given: 4, entry: 5 };
const DEFAULTS = new Map(_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy.flatMap(option => {
    if (option.default === undefined)
        return [];
    const raw = { form: 'text', text: option.default, place: {} };
    return [[option.name, (0,_decode_values_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeValue */ .w)(option, raw, () => undefined)]];
}));
/** The value that a setting has when nobody says it; undefined where the table has none. */
function defaultOf(name) {
    return DEFAULTS.get(name);
}
/** @param layers the strongest first */
function mergeLayers(layers) {
    const said = (name) => layers.find(layer => layer.has(name))?.get(name);
    return {
        said,
        get: (name) => (said(name)?.value ?? DEFAULTS.get(name)),
        place: name => said(name)?.place ?? { path: name },
        under: layer => mergeLayers([layer, ...layers])
    };
}


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
/* harmony import */ var _table_settings_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6102);
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
        const said = option === undefined || entry === undefined ? undefined : saidInEntry(entry, list, option);
        return (said ?? saidAtTop(option, settings))?.place ?? entry?.place([]);
    }
    if (option === undefined)
        return undefined;
    return (saidInOnlyEntry(option, settings) ?? saidAtTop(option, settings))?.place;
}
function saidAtTop(option, settings) {
    return option === undefined ? undefined : settings.said(option.name);
}
/** What the only entry of a list says; of several, what one of them says alone, and the top does not. */
function saidInOnlyEntry(option, settings) {
    const lists = ['images', 'services'].filter(list => option.scopes.some(scope => scope === list));
    const entries = lists.flatMap(list => (settings.get(list) ?? []).map(entry => saidInEntry(entry, list, option)));
    const [only, ...others] = entries.filter(said => said !== undefined);
    const isTheirs = entries.length === 1 || settings.said(option.name) === undefined;
    return others.length === 0 && isTheirs ? only : undefined;
}
function saidInEntry(entry, list, option) {
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

// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
;// CONCATENATED MODULE: ./lib/config/sources/migration-hints.js
/**
 * Inputs of the actions that people come from, which have another name here or are not needed: what to do about each.
 * amazon-ecs-deploy-task-definition, amazon-ecs-render-task-definition, amazon-ecr-login, configure-aws-credentials,
 * docker/build-push-action.
 */
const FOREIGN_NAMES = new Map([
    ['aws-region', 'Its name here is region.'],
    ['task-definition-arn', 'Give the ARN as task-definition.'],
    ['task-definition-family', 'Give the family as task-definition.'],
    ['task-definition-revision', 'Give family:revision as task-definition.'],
    ['env-files', 'Write environmentFiles into the task definition.'],
    ['keep-null-value-keys', 'Leave it out: Slipway sends what the task definition says, empty values too.'],
    ['wait-max-delay-seconds', 'Leave it out: Slipway looks every few seconds.'],
    ['max-retries', 'Leave it out: Slipway tries again by itself when AWS throttles.'],
    [
        'service-managed-ebs-volume',
        'Leave it out: Slipway leaves the volumes of the service as they are; change them with `aws ecs update-service --volume-configurations`.'
    ],
    ['service-managed-ebs-volume-name', 'Leave it out: Slipway leaves the volumes of the service as they are.'],
    ['registry-type', 'For ECR Public write public into registries.'],
    ['mask-password', 'Leave it out: passwords are always masked.'],
    ['skip-logout', 'Leave it out: Slipway logs in for itself alone and always logs out.'],
    ['file', 'Its name here is dockerfile.'],
    ['no-cache', 'Write --no-cache into build-options.'],
    ['pull', 'Write --pull into build-options.'],
    ['push', 'Leave it out: what is built is pushed.'],
    ['load', 'Leave it out: what is built is pushed.'],
    ['secret-files', 'Its name here is build-secrets: id=name,src=path.'],
    ['secret-envs', 'Its name here is build-secrets: id=name,env=VARIABLE.']
]);
/** What to do instead of a setting that only another action has; undefined where none that we know has it. */
function findForeignName(name) {
    return FOREIGN_NAMES.get(name.toLowerCase());
}

// EXTERNAL MODULE: ./lib/config/table/settings-table.js + 6 modules
var settings_table = __webpack_require__(6102);
// EXTERNAL MODULE: ./lib/config/sources/source-value.js
var source_value = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/config/sources/resolved-settings.js
var resolved_settings = __webpack_require__(2373);
// EXTERNAL MODULE: ./lib/config/decode/values.js + 2 modules
var decode_values = __webpack_require__(1718);
;// CONCATENATED MODULE: ./lib/config/sources/sources.js








/** Reads what was given as inputs (GitHub does not tell upper from lower case in their names) or as flags. */
function readGiven(given, from, tell) {
    const sayings = Object.entries(given).flatMap(([written, text]) => {
        const place = { path: from === 'flag' ? `--${written}` : written };
        const raw = { form: 'text', text, place };
        if (!(0,source_value/* isSet */.vM)(raw))
            return [];
        const found = findName(from === 'input' ? restoreCase(written) : written, 'given', place, tell);
        return found === undefined ? [] : [{ written, found, raw }];
    });
    return decodeSayings(sayings, resolved_settings/* PRECEDENCE */.LZ.given, tell);
}
function restoreCase(written) {
    const lower = written.toLowerCase();
    return (0,settings_table/* namesIn */.wX)('given').find(name => name.toLowerCase() === lower) ?? lower;
}
/**
 * Reads the settings of one map in a document: the top of `slipway.yml`, an overlay, an entry of `images`.
 * @param others keys that are no settings and are read elsewhere
 */
function readMap(data, saidIn, strength, others, tell) {
    if (data.value === null || data.value === undefined)
        return new Map();
    if (!(0,record/* isRecord */.u4)(data.value)) {
        const what = `expected settings (name: value), got ${(0,format/* showValue */.vp)(data.value)}.`;
        tell({ code: 'wrong-type', place: data.place([]), what, next: '' });
        return new Map();
    }
    const sayings = (0,record/* entriesOf */.Mc)(data.value).flatMap(([written, value]) => {
        if (others.includes(written))
            return [];
        const part = (0,source_value/* partOf */.BU)(data, written, value);
        const found = findName(written, saidIn, part.place([]), tell, others);
        const raw = { form: 'data', data: part };
        return found === undefined || !(0,source_value/* isSet */.vM)(raw) ? [] : [{ written, found, raw }];
    });
    return decodeSayings(sayings, strength, tell);
}
/** Reads AWS's and GitHub's own variables, as far as the table names them. */
function readVariables(env, tell) {
    const sayings = settings_table/* SETTINGS */.yy.flatMap((option) => {
        for (const variable of option.env ?? []) {
            const raw = { form: 'text', text: env[variable] ?? '', place: { path: variable } };
            const found = (0,settings_table/* findSetting */.SP)(option.name);
            if (found !== undefined && (0,source_value/* isSet */.vM)(raw))
                return [{ written: variable, found, raw }];
        }
        return [];
    });
    return decodeSayings(sayings, resolved_settings/* PRECEDENCE */.LZ.variable, tell);
}
const SAID_IN = {
    given: 'as an input or a flag',
    file: 'at the top of the file',
    environments: 'for one environment',
    images: 'for one image',
    services: 'for one service'
};
function findName(written, saidIn, place, tell, others = []) {
    const found = (0,settings_table/* findSetting */.SP)(written);
    if (found !== undefined && (0,settings_table/* isAllowed */.Jr)(found, saidIn))
        return found;
    if (found !== undefined) {
        const { only } = found.alias ?? {};
        const next = only === undefined
            ? `It is allowed ${found.option.scopes.includes('file') ? 'at the top of the file, or as' : 'as'} an input or a flag.`
            : `Its name here is ${found.option.name}.`;
        tell({ code: 'misplaced-setting', place, what: `${(0,format/* quote */.hD)(written)} is not allowed ${SAID_IN[saidIn]}.`, next });
        return undefined;
    }
    const near = (0,suggest/* nearestName */.q)(written, [...(0,settings_table/* namesIn */.wX)(saidIn), ...others]);
    const next = findForeignName(written) ?? (near === undefined ? '' : `Did you mean ${near}?`);
    tell({ code: 'unknown-setting', place, what: `Unknown setting ${(0,format/* quote */.hD)(written)}.`, next });
    return undefined;
}
/** Decodes them; a setting that one source says under two names must mean the same both times. */
function decodeSayings(sayings, strength, tell) {
    const layer = new Map();
    const writtenAs = new Map();
    for (const { written, found, raw } of sayings) {
        const { name } = found.option;
        const value = decodeSaying(found, raw, tell);
        const first = writtenAs.get(name);
        if (first === undefined) {
            writtenAs.set(name, written);
            layer.set(name, { value, place: (0,source_value/* placeOf */.$t)(raw), strength });
        }
        else if (JSON.stringify(layer.get(name)?.value) !== JSON.stringify(value)) {
            const what = `${(0,format/* quote */.hD)(written)} and ${(0,format/* quote */.hD)(first)} are the same setting, and they contradict each other.`;
            tell({ code: 'conflict', place: (0,source_value/* placeOf */.$t)(raw), what, next: `Keep ${name}.` });
        }
    }
    return layer;
}
function decodeSaying({ option, alias }, raw, tell) {
    if (alias?.values === undefined)
        return (0,decode_values/* decodeValue */.w)(option, raw, tell);
    return decodeBooleanAlias(option.name, alias, alias.values, raw, tell);
}
function decodeBooleanAlias(name, alias, values, raw, tell) {
    const boolean = { name: alias.name, group: 'rollout', kind: 'boolean', help: '', scopes: [] };
    const value = (0,decode_values/* decodeValue */.w)(boolean, raw, problem => tell({ ...problem, next: problem.next === '' ? `For more choices use ${name}.` : problem.next }));
    return value === undefined ? undefined : values[value === true ? 'true' : 'false'];
}


/***/ }),

/***/ 9062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ findStage),
/* harmony export */   n_: () => (/* binding */ readDockerfile),
/* harmony export */   zf: () => (/* binding */ listBases)
/* harmony export */ });
/* harmony import */ var _text_encoding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(806);

/**
 * Reads a Dockerfile line by line (https://docs.docker.com/reference/dockerfile/): directives, comments, continued lines, here-documents.
 * Nothing is refused here: what cannot be understood is left out, and Docker says what is wrong with it.
 */
function readDockerfile(file, bytes) {
    const lines = (0,_text_encoding_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(bytes).text.split(/\r?\n/);
    const { syntax, escape } = readDirectives(lines);
    const stages = [];
    const args = new Set();
    const secrets = [];
    for (const { line, keyword, rest } of readInstructions(lines, escape)) {
        const words = rest.split(/\s+/).filter(word => word !== '');
        if (keyword === 'FROM')
            stages.push(readStage(words, line));
        if (keyword === 'ARG')
            for (const word of words)
                args.add(word.split('=')[0] ?? '');
        if (keyword === 'EXPOSE')
            stages.at(-1)?.ports.push(...words.map(text => ({ line, text })));
        if (keyword === 'RUN')
            secrets.push(...readSecrets(words, line));
    }
    return {
        file,
        isForeign: syntax !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile\b/.test(syntax),
        stages,
        args,
        secrets
    };
}
/** `# escape=` and `# syntax=` count only before anything else. */
function readDirectives(lines) {
    const directives = new Map();
    for (const line of lines) {
        const [, name, value] = /^\s*#\s*([a-zA-Z]+)\s*=\s*(\S+)\s*$/.exec(line.slice(0, 1000)) ?? [];
        if (name === undefined || value === undefined)
            break;
        directives.set(name.toLowerCase(), value);
    }
    return { syntax: directives.get('syntax'), escape: directives.get('escape') === '`' ? '`' : '\\' };
}
function readInstructions(lines, escape) {
    const found = [];
    let index = 0;
    while (index < lines.length) {
        const start = index;
        const parts = [];
        let goesOn = true;
        while (goesOn && index < lines.length) {
            const text = lines[index] ?? '';
            index += 1;
            const trimmed = text.trimEnd();
            // Comments and empty lines inside of a continued one are left out, and it goes on after them.
            if (/^\s*(?:#|$)/.test(trimmed)) {
                goesOn = parts.length > 0;
                continue;
            }
            goesOn = trimmed.endsWith(escape);
            parts.push(goesOn ? trimmed.slice(0, -1) : trimmed);
        }
        const text = parts.join(' ').trim();
        const [, keyword = '', rest = ''] = /^([a-zA-Z]+)\s([^]*)$/.exec(text) ?? [];
        if (keyword === '')
            continue;
        const upper = keyword.toUpperCase();
        found.push({ line: start + countSkipped(lines, start) + 1, keyword: upper, rest });
        if (['RUN', 'COPY', 'ADD'].includes(upper))
            index = skipHereDocuments(rest, lines, index);
    }
    return found;
}
/** Comments and empty lines before the instruction. */
function countSkipped(lines, start) {
    let skipped = 0;
    while (/^\s*(?:#|$)/.test((lines[start + skipped] ?? 'x').trimEnd()))
        skipped += 1;
    return skipped;
}
function skipHereDocuments(text, lines, from) {
    let index = from;
    for (const [, dash, , word = ''] of text.matchAll(/<<(-?)(["']?)([A-Za-z_][A-Za-z0-9_]*)\2/g)) {
        const ends = (line) => (dash === '-' ? line.replace(/^\t+/, '') : line) === word;
        while (index < lines.length && !ends(lines[index] ?? ''))
            index += 1;
        index += 1;
    }
    return index;
}
function readStage(words, line) {
    const flags = words.filter(word => word.startsWith('--'));
    const [base = '', as, name] = words.filter(word => !word.startsWith('--'));
    const platform = flags.find(flag => flag.startsWith('--platform='))?.slice('--platform='.length);
    return { line, name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined, base, platform, ports: [] };
}
function readSecrets(words, line) {
    return words.flatMap(word => {
        if (!word.startsWith('--mount='))
            return [];
        const fields = new Map(word
            .slice('--mount='.length)
            .split(',')
            .map(field => [field.split('=')[0] ?? '', field.split('=')[1] ?? '']));
        if (fields.get('type') !== 'secret')
            return [];
        const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination') ?? '';
        const id = fields.get('id') ?? target.slice(target.lastIndexOf('/') + 1);
        const required = fields.has('required') && fields.get('required') !== 'false';
        return id === '' ? [] : [{ line, id, required }];
    });
}
/** The stage that is built: the target's, else the last; undefined where there is none of that name or number. */
function findStage({ stages }, target) {
    if (target === undefined)
        return stages.at(-1);
    return (stages.find(({ name }) => name === target.toLowerCase()) ??
        (/^\d+$/.test(target) ? stages[Number(target)] : undefined));
}
/** The stage and those that it is from, itself first. */
function listBases({ stages }, stage) {
    const chain = [stage];
    for (;;) {
        const last = chain.at(-1) ?? stage;
        const earlier = stages.slice(0, stages.indexOf(last));
        const base = earlier.find(({ name }) => name !== undefined && name === last.base.toLowerCase());
        if (base === undefined)
            return chain;
        chain.push(base);
    }
}


/***/ }),

/***/ 8074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ checkContext),
/* harmony export */   S9: () => (/* binding */ dockerfileOf),
/* harmony export */   ay: () => (/* binding */ checkBuildInputs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _docker_docker_args_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3964);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);



/** What a build reads from this machine and is not there: context, Dockerfile, the sources of its secrets, the SSH agent. */
async function checkBuildInputs(build, path, ports) {
    const problems = [];
    problems.push(...(await checkContext(build, path, ports)));
    for (const secret of build.buildSecrets)
        problems.push(...(await checkSecret(secret, path('build-secrets'), ports)));
    problems.push(...build.ssh.flatMap(agent => checkAgent(agent, path('ssh'), ports)));
    return problems;
}
/** An id without a path means the agent of this machine; BuildKit says "invalid empty ssh agent socket" where there is none. */
function checkAgent(agent, path, { environment }) {
    if (agent.includes('=') || (environment['SSH_AUTH_SOCK'] ?? '') !== '')
        return [];
    const what = `The SSH agent ${agent} is to be handed on, and none runs here: SSH_AUTH_SOCK is not set.`;
    const next = `Start one and add the key before this step, or name the key: ${agent}=<file>.`;
    return [{ code: 'build-ssh', place: { path }, what, next }];
}
/** Whether the context and the Dockerfile of a build are there, where they are of this machine. */
async function checkContext(build, path, ports) {
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemote */ .Vx)(build.context))
        return [];
    if (!(await ports.files.isDirectory(build.context))) {
        const what = `There is no folder ${build.context} to build from.`;
        return [
            {
                code: 'missing-context',
                place: { path: path('context') },
                what,
                next: 'Check the path; it is taken from the working directory.'
            }
        ];
    }
    const dockerfile = dockerfileOf(build);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemote */ .Vx)(dockerfile) || (await ports.files.isFile(dockerfile)))
        return [];
    const next = 'Check the path; it is taken from the working directory, not from the context.';
    return [
        { code: 'missing-dockerfile', place: { path: path('dockerfile') }, what: `There is no file ${dockerfile}.`, next }
    ];
}
/** The Dockerfile's path, or its address. */
function dockerfileOf({ context, dockerfile }) {
    return dockerfile ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, 'Dockerfile');
}
async function checkSecret(secret, path, ports) {
    const id = (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_2__/* .readField */ .dR)(secret, 'id');
    const source = (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_2__/* .readField */ .dR)(secret, 'src', 'source');
    const variable = (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_2__/* .readField */ .dR)(secret, 'env') ?? ((0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_2__/* .readField */ .dR)(secret, 'type') === 'env' ? source : undefined);
    const problem = (what, next) => [{ code: 'build-secret', place: { path }, what, next }];
    if (id === undefined) {
        // The setting is not repeated here: who wrote it wrongly may have put the secret itself into it.
        return problem('An entry has no id.', 'Write id=npm,env=NPM_TOKEN or id=npmrc,src=.npmrc.');
    }
    if (variable !== undefined) {
        const isSet = ports.environment[variable] !== undefined;
        return isSet
            ? []
            : problem(`The secret ${id} is to come from the variable ${variable}, which is not set.`, `Set ${variable} in the environment.`);
    }
    if (source === undefined || (await ports.files.isFile(source)))
        return [];
    return problem(`The secret ${id} is to come from the file ${source}, which is not there.`, source.startsWith('~') ? 'Write the whole path: nothing expands ~ here.' : 'Check the path.');
}


/***/ }),

/***/ 7748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ checkBuildArgs),
/* harmony export */   v: () => (/* binding */ checkDockerfile)
/* harmony export */ });
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6101);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3808);
/* harmony import */ var _docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3964);
/* harmony import */ var _build_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9062);




/** Arguments that every Dockerfile has (https://docs.docker.com/build/building/variables/). */
const PREDEFINED = /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)\w+)$/i;
/** As Docker's own check SecretsUsedInArgOrEnv has them (https://docs.docker.com/reference/build-checks/). */
const SECRET_WORD = /(?:^|_)(?:apikey|api_key|auth|credentials?|password|pword|passwd|secret|token|(?:private|access|secret)_key)(?:$|_)/i;
/** What is wrong with the settings of a build, whatever its Dockerfile says. */
function checkBuildArgs(build, path) {
    return build.buildArgs
        .filter(({ name, value }) => SECRET_WORD.test(name) && value !== '')
        .map(({ name }) => {
        const what = `The build argument ${name} looks like a secret, and build arguments can be read from the image.`;
        const next = `Pass it with build-secrets: id=${name.toLowerCase()},env=${name}, and read it with RUN --mount=type=secret.`;
        return warn('secret-build-arg', { path: path('build-args') }, what, next);
    });
}
/** Holds the settings of a build to its Dockerfile, and the Dockerfile to the containers that the image is for. */
function checkDockerfile(dockerfile, build, path, containers) {
    const { file, isForeign, stages } = dockerfile;
    if (isForeign)
        return [];
    if (stages.length === 0) {
        const what = 'The Dockerfile has no FROM, so there is nothing to build.';
        return [
            { severity: 'error', code: 'no-from', place: { file, line: 1, column: 1 }, what, next: 'Start it with FROM.' }
        ];
    }
    // A build option may say another target, and further arguments and secrets.
    const hasOptions = build.buildOptions.length > 0;
    const stage = (0,_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .findStage */ .U9)(dockerfile, hasOptions ? undefined : build.target);
    if (stage === undefined)
        return [refuseTarget(dockerfile, build.target ?? '', path)];
    return [
        ...checkUnusedArgs(dockerfile, build, path),
        ...(hasOptions ? [] : checkSecrets(dockerfile, build, path)),
        ...(hasOptions ? [] : checkPlatform(dockerfile, stage, build, containers)),
        ...(hasOptions ? [] : containers.flatMap(container => checkPorts(dockerfile, stage, container)))
    ];
}
/** "target stage "x" could not be found" */
function refuseTarget({ file, stages }, target, path) {
    const names = stages.flatMap(({ name }) => name ?? []);
    const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(target, names);
    const what = `There is no stage ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(target)} in ${file}; it has ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .listNames */ .Zv)(names)}.`;
    const next = near === undefined ? '' : `Did you mean ${near}?`;
    return { severity: 'error', code: 'unknown-target', place: { path: path('target') }, what, next };
}
/** "One or more build-args were not consumed" */
function checkUnusedArgs({ file, args }, { buildArgs }, path) {
    return buildArgs
        .filter(({ name }) => !args.has(name) && !PREDEFINED.test(name))
        .map(({ name }) => {
        const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(name, args);
        const next = near === undefined ? `Write ARG ${name} there, or leave it out.` : `Did you mean ${near}?`;
        return warn('unused-build-arg', { path: path('build-args') }, `${file} has no ARG ${name}, so the argument does nothing.`, next);
    });
}
function checkSecrets({ file, secrets }, { buildSecrets }, path) {
    const given = new Set(buildSecrets.flatMap(secret => (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__/* .readField */ .dR)(secret, 'id') ?? []));
    const mounted = new Set(secrets.map(({ id }) => id));
    const unused = [...given].filter(id => !mounted.has(id));
    const missing = secrets.filter(({ id, required }) => required && !given.has(id));
    return [
        ...unused.map(id => {
            const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(id, mounted);
            const next = near === undefined
                ? `Read it with RUN --mount=type=secret,id=${id}, or leave it out.`
                : `Did you mean ${near}?`;
            return warn('unused-build-secret', { path: path('build-secrets') }, `No RUN of ${file} mounts the secret ${id}.`, next);
        }),
        ...missing.map(({ id, line }) => {
            const what = `The build needs the secret ${id}, and build-secrets has none of this id.`;
            const next = `Add id=${id},env=<VARIABLE> or id=${id},src=<file> to build-secrets.`;
            return { severity: 'error', code: 'missing-build-secret', place: at(file, line), what, next };
        })
    ];
}
/** A platform that FROM pins is what the image is for, whatever is asked for; variables leave that open. */
function checkPlatform(dockerfile, stage, { platforms }, containers) {
    const pinned = (0,_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .listBases */ .zf)(dockerfile, stage).find(({ platform }) => platform !== undefined);
    if (pinned?.platform === undefined || pinned.platform.includes('$'))
        return [];
    const { platform, line } = pinned;
    const code = 'from-platform';
    const place = at(dockerfile.file, line);
    const next = 'Leave --platform out of FROM, and say it in platforms.';
    if (platforms.some(wanted => !isSame(wanted, platform))) {
        return [
            warn(code, place, `FROM is pinned to ${platform}, and the image is to be built for ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .listNames */ .Zv)(platforms)}.`, next)
        ];
    }
    const architecture = platform.split('/')[1];
    return containers
        .filter(container => container.architecture !== undefined && architecture !== container.architecture)
        .map(({ name, file, architecture: wanted = '' }) => warn(code, place, `FROM is pinned to ${platform}, and the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} of ${file} runs on ${wanted}.`, next));
}
function isSame(one, other) {
    return one.split('/').slice(0, 2).join('/') === other.split('/').slice(0, 2).join('/');
}
/** ECS does not read EXPOSE; it says which port the program was meant to have. What holds a variable says nothing. */
function checkPorts(dockerfile, stage, container) {
    const exposed = (0,_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .listBases */ .zf)(dockerfile, stage).flatMap(({ ports }) => ports);
    const [first] = exposed;
    const ranges = exposed.map(({ text }) => readRange(text));
    if (first === undefined || container.ports.length === 0 || ranges.includes(undefined))
        return [];
    const meet = ranges.some(range => container.ports.some(({ from, to }) => range !== undefined && range.from <= to && from <= range.to));
    if (meet)
        return [];
    const mapped = container.ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
    const what = `The image exposes ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .listNames */ .Zv)(exposed.map(({ text }) => text))}, and the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(container.name)} of ${container.file} maps ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .listNames */ .Zv)(mapped)}.`;
    const next = 'Correct containerPort there to the port that the program listens on, or EXPOSE here.';
    return [warn('exposed-port', at(dockerfile.file, first.line), what, next)];
}
function readRange(text) {
    const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? [];
    return from === undefined ? undefined : { from: Number(from), to: Number(to ?? from) };
}
function at(file, line) {
    return { file, line, column: 1 };
}
function warn(code, place, what, next) {
    return { severity: 'warning', code, place, what, next };
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ builderInOptions),
/* harmony export */   Dv: () => (/* binding */ exportedCaches),
/* harmony export */   NH: () => (/* binding */ settingsWithoutPlainArgument),
/* harmony export */   NW: () => (/* binding */ cacheType),
/* harmony export */   O_: () => (/* binding */ plainBuildArgs),
/* harmony export */   R2: () => (/* binding */ createBuilderArgs),
/* harmony export */   be: () => (/* binding */ loginArgs),
/* harmony export */   dR: () => (/* binding */ readField),
/* harmony export */   w$: () => (/* binding */ buildxArgs)
/* harmony export */ });
/** The arguments of `docker` for a build with buildx, in a fixed order. The build options come last, so that they have the last word. */
function buildxArgs(build, target) {
    return [
        'buildx',
        'build',
        ...option('--builder', target.builder),
        ...option('--file', build.dockerfile),
        ...option('--target', build.target),
        ...option('--platform', build.platforms.length === 0 ? undefined : build.platforms.join(',')),
        ...build.buildArgs.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        ...build.buildSecrets.flatMap(secret => ['--secret', secret]),
        ...build.ssh.flatMap(agent => ['--ssh', agent]),
        ...build.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
        ...build.cacheFrom.flatMap(cache => ['--cache-from', cache]),
        ...build.cacheTo.flatMap(cache => ['--cache-to', cache]),
        ...option('--metadata-file', target.metadataFile),
        '--tag',
        target.reference,
        target.to === 'registry' ? '--push' : '--load',
        ...build.buildOptions,
        build.context
    ];
}
/**
 * The arguments of `docker` for a build without buildx. Settings that it has no argument for (see `settingsWithoutPlainArgument`) are
 * not in it; a cache in a registry is named as plain Docker names it, by its reference.
 */
function plainBuildArgs(build, reference) {
    return [
        'build',
        ...option('--file', build.dockerfile),
        ...option('--target', build.target),
        ...option('--platform', build.platforms[0]),
        ...build.buildArgs.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        ...build.buildSecrets.flatMap(secret => ['--secret', secret]),
        ...build.ssh.flatMap(agent => ['--ssh', agent]),
        ...build.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
        ...build.cacheFrom.flatMap(cache => option('--cache-from', registryCache(cache))),
        '--tag',
        reference,
        ...build.buildOptions,
        build.context
    ];
}
/**
 * The settings in use that `docker build` without buildx cannot serve.
 *
 * @param buildkit the build runs in BuildKit (an engine's own, as in Docker 18.09 to 22) and not in the old builder
 */
function settingsWithoutPlainArgument(build, buildkit) {
    return [
        ...(build.platforms.length > 1 ? ['several platforms'] : []),
        ...(build.cacheTo.length > 0 ? ['cache-to'] : []),
        ...(build.cacheFrom.some(cache => registryCache(cache) === undefined) ? ['cache-from with this type'] : []),
        ...(build.buildSecrets.length > 0 && !buildkit ? ['build-secrets'] : []),
        ...(build.ssh.length > 0 && !buildkit ? ['ssh'] : [])
    ];
}
/** The type of a cache as Docker's `--cache-from` and `--cache-to` take them; a bare reference means a registry. */
function cacheType(cache) {
    return cache.includes('=') ? (readField(cache, 'type') ?? 'registry') : 'registry';
}
/** Caches that leave with the image itself need no builder that can export them. */
function exportedCaches(build) {
    return build.cacheTo.filter(cache => cacheType(cache) !== 'inline');
}
/** The builder that the build options name, which then is the user's choice. */
function builderInOptions(options) {
    const index = options.lastIndexOf('--builder');
    if (index >= 0)
        return options[index + 1];
    return options.findLast(word => word.startsWith('--builder='))?.slice('--builder='.length);
}
function loginArgs(username, host) {
    return ['login', '--username', username, '--password-stdin', host];
}
/**
 * A builder in a container of its own. Its network is its own too, so that a registry on this machine's loopback is out of its reach
 * unless it shares the machine's.
 */
function createBuilderArgs(name, onHostNetwork) {
    return [
        'buildx',
        'create',
        '--name',
        name,
        '--driver',
        'docker-container',
        ...(onHostNetwork ? ['--driver-opt', 'network=host'] : []),
        '--bootstrap'
    ];
}
/** The value of a field of Docker's comma-separated settings, as in `id=npm,env=NPM_TOKEN`. */
function readField(setting, ...names) {
    for (const part of setting.split(',')) {
        const [name = '', ...value] = part.replace(/^"|"$/g, '').split('=');
        if (value.length > 0 && names.includes(name.trim()))
            return value.join('=');
    }
    return undefined;
}
function registryCache(cache) {
    if (!cache.includes('='))
        return cache;
    return cacheType(cache) === 'registry' ? readField(cache, 'ref') : undefined;
}
function option(name, value) {
    return value === undefined ? [] : [name, value];
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   j1: () => (/* binding */ isTagImmutable),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   wl: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5964);

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?';
const HOST = new RegExp(`^(?:\\[[0-9a-fA-F:]+\\]|${LABEL}(?:\\.${LABEL})*)(?::\\d+)?$`);
const WHOLE_ECR_HOST = new RegExp(`^${_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .ECR_HOST */ .u}$`);
/**
 * Takes a reference apart by the grammar of the distribution project: `[host[:port]/]path[:tag][@sha256:…]`. The first component is a
 * host where it holds a dot or a port or is `localhost`. undefined: it is no reference.
 */
function parseReference(text) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const tagged = colon > named.lastIndexOf('/');
    const tag = tagged ? named.slice(colon + 1) : undefined;
    const { host, path } = splitHost(tagged ? named.slice(0, colon) : named);
    if (!REPOSITORY.test(path) || path.length > 255)
        return undefined;
    if (host !== undefined && !HOST.test(host))
        return undefined;
    if (tag !== undefined && !TAG.test(tag))
        return undefined;
    if (digest !== undefined && !DIGEST.test(digest))
        return undefined;
    return { registry: host, repository: path, tag, digest };
}
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    const host = registry === undefined ? '' : `${registry}/`;
    return `${host}${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** The host of a `repositoryUri`, a `proxyEndpoint` or any other URL, with its port where it has one. */
function hostOf(address) {
    return address.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');
}
/** Account and region of a private ECR registry's host, in every partition, dual-stack and FIPS hosts too; undefined for any other host. */
function parseEcrHost(host) {
    const [, account, region] = WHOLE_ECR_HOST.exec(host) ?? [];
    return account === undefined || region === undefined ? undefined : { account, region };
}
/** What Docker takes for a context (or a Dockerfile) that is not on this machine: a Git repository or an archive behind a URL. */
function isRemote(context) {
    return /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/.test(context);
}
/** The host is this machine's own, as seen from this machine. */
function isLoopback(host) {
    return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/.test(host);
}
/** ECR's own rule: 2 to 256 characters, lower case, no host. */
function isRepositoryName(text) {
    return REPOSITORY.test(text) && text.length >= 2 && text.length <= 256;
}
function isTag(text) {
    return TAG.test(text);
}
/**
 * Once pushed, this tag can never name another image (ECR's `imageTagMutability`). With `IMMUTABLE_WITH_EXCLUSION` the tags that match
 * a filter are mutable, with `MUTABLE_WITH_EXCLUSION` they are the immutable ones; in a filter `*` stands for any number of characters.
 */
function isTagImmutable(repository, tag) {
    const excluded = repository.exclusions.some(filter => matchesWildcard(filter, tag));
    switch (repository.mutability) {
        case 'IMMUTABLE':
            return true;
        case 'IMMUTABLE_WITH_EXCLUSION':
            return !excluded;
        case 'MUTABLE_WITH_EXCLUSION':
            return excluded;
        default:
            return false;
    }
}
function matchesWildcard(filter, tag) {
    const pattern = filter.split('*').map(part => part.replace(/[.\\+?^$()[\]{}|-]/g, '\\$&'));
    return new RegExp(`^${pattern.join('.*')}$`).test(tag);
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === 'localhost';
    return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name };
}


/***/ }),

/***/ 9913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ws: () => (/* binding */ checkOffline),
  s2: () => (/* binding */ elementAt),
  bJ: () => (/* binding */ isError),
  T: () => (/* binding */ logUnused),
  f5: () => (/* binding */ settingsOf),
  MI: () => (/* binding */ throwIfAny),
  OH: () => (/* binding */ uniqueProblems)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/image/check/build-inputs.js
var build_inputs = __webpack_require__(8074);
// EXTERNAL MODULE: ./lib/image/check/dockerfile-rules.js
var dockerfile_rules = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/image/build/dockerfile.js
var build_dockerfile = __webpack_require__(9062);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
;// CONCATENATED MODULE: ./lib/steps/check-image-files.js







/** Checks what is to be built: its settings, whether context and Dockerfile are there, and what the Dockerfile says. */
async function checkImageFiles({ images }, uses, files) {
    const checked = await Promise.all(images.map(async (image, index) => {
        if (image.kind !== 'built')
            return { dockerfiles: [], findings: [] };
        const path = (setting) => (images.length === 1 ? setting : `images[${index}].${setting}`);
        const containers = uses.flatMap(use => listFacts(use, use.containers[index] ?? []));
        return checkBuiltImage(image, path, containers, files);
    }));
    return {
        dockerfiles: [...new Set(checked.flatMap(({ dockerfiles }) => dockerfiles))],
        findings: checked.flatMap(({ findings }) => findings)
    };
}
async function checkBuiltImage({ build, reuseImage }, path, containers, files) {
    // An image that is in the repository already needs nothing of this.
    const severity = reuseImage === true ? 'warning' : 'error';
    const findings = [
        ...(0,dockerfile_rules/* checkBuildArgs */.c)(build, path),
        ...(0,errors/* toFindings */.Sz)(await (0,build_inputs/* checkContext */.M_)(build, path, { files }), severity)
    ];
    const dockerfile = (0,build_inputs/* dockerfileOf */.S9)(build);
    if ((0,reference/* isRemote */.Vx)(build.context) || (0,reference/* isRemote */.Vx)(dockerfile))
        return { dockerfiles: [], findings };
    // What cannot be read will be Docker's to tell.
    const bytes = await files.read(dockerfile).catch(() => undefined);
    if (bytes === undefined)
        return { dockerfiles: [], findings };
    const found = (0,dockerfile_rules/* checkDockerfile */.v)((0,build_dockerfile/* readDockerfile */.n_)(dockerfile, bytes), build, path, containers);
    return { dockerfiles: [dockerfile], findings: [...findings, ...found] };
}
function listFacts({ taskDefinition }, names) {
    if (taskDefinition === undefined)
        return [];
    const { definition, document } = taskDefinition;
    return (0,types/* listContainers */.ts)(definition)
        .filter(({ name }) => names.includes(name))
        .map(container => ({
        name: container.name,
        file: document.file,
        ports: (0,types/* listPorts */.jW)(container),
        architecture: architectureOf(taskDefinition)
    }));
}
/** Without `cpuArchitecture` Fargate runs on X86_64; elsewhere it is the instances'. */
function architectureOf({ definition }) {
    const platform = (0,record/* own */.ZV)(definition, 'runtimePlatform');
    const required = (0,record/* own */.ZV)(definition, 'requiresCompatibilities');
    const isFargate = Array.isArray(required) && required.includes('FARGATE');
    const said = (0,record/* isRecord */.u4)(platform) ? (0,record/* own */.ZV)(platform, 'cpuArchitecture') : undefined;
    if (said === 'ARM64')
        return 'arm64';
    return said === 'X86_64' || (said === undefined && isFargate) ? 'amd64' : undefined;
}

// EXTERNAL MODULE: ./lib/steps/service-plan.js + 2 modules
var service_plan = __webpack_require__(7234);
// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
;// CONCATENATED MODULE: ./lib/steps/check-files.js





/** Reads and checks the files that the settings name: what a run does first, and what `slipway check` tells. */
async function checkOffline(config, files) {
    const sources = await (0,read_sources/* readAllSources */.E_)(config.rollouts, files);
    const checked = config.rollouts.map((_service, index) => (0,service_plan/* checkServiceFiles */.D)(settingsOf(config, index), elementAt(sources, index)));
    const findings = checked.flatMap(service => service.findings);
    const complete = sources.every(({ taskDefinition }) => taskDefinition !== undefined);
    if (complete && !findings.some(isError)) {
        findings.push(...(0,errors/* toFindings */.Sz)(logUnused(config, checked), 'error'));
    }
    const uses = checked.map(({ containers }, index) => ({ containers, taskDefinition: sources[index]?.taskDefinition }));
    const images = await checkImageFiles(config, uses, files);
    findings.push(...images.findings);
    return { sources, dockerfiles: images.dockerfiles, findings: uniqueProblems(findings) };
}
function isError({ severity }) {
    return severity === 'error';
}
/** Throws what is wrong, if anything is. */
function throwIfAny(problems) {
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(uniqueProblems(problems));
}
/** What several services or environments share is told once. */
function uniqueProblems(problems) {
    return [...new Map(problems.map(problem => [(0,errors/* formatProblem */.Vw)(problem), problem])).values()];
}
/** An image whose container no service has would be built for nothing. A single service has told that itself. */
function logUnused({ images, rollouts }, services) {
    if (rollouts.length === 1)
        return [];
    return images.flatMap(({ container }, index) => {
        if (services.some(({ containers }) => (containers[index] ?? []).length > 0))
            return [];
        const what = `No service has a container ${container === undefined ? 'for the image' : (0,format/* quote */.hD)(container)}.`;
        const next = `Correct images, or the task definitions of ${(0,format/* listNames */.Zv)(rollouts.map(({ rollout }) => rollout.service ?? ''))}.`;
        return [{ code: 'unknown-container', place: { path: 'images' }, what, next }];
    });
}
function settingsOf({ images, rollouts }, index) {
    return { ...elementAt(rollouts, index), images, rollouts };
}
function elementAt(items, index) {
    const item = items[index];
    if (item !== undefined)
        return item;
    throw new errors/* SlipwayError */.GQ({
        code: 'bug',
        fault: 'slipway',
        what: `There is no service ${index + 1} of ${items.length}.`
    });
}


/***/ }),

/***/ 9488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ readAllSources),
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   ur: () => (/* binding */ readSettingsFile)
/* harmony export */ });
/* harmony import */ var _appspec_appspec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2225);
/* harmony import */ var _task_definition_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(850);




/** The AppSpec's usual names, in the order in which they are looked for. */
const APPSPEC_NAMES = ['appspec.yml', 'appspec.yaml', 'appspec.json'];
/**
 * Reads the files of all that is rolled out; what several share is read once. An AppSpec that nobody named counts where there is one
 * service: which of several it would be for cannot be told.
 */
async function readAllSources(rollouts, files) {
    const read = new Map();
    const findAppspec = rollouts.length === 1;
    return Promise.all(rollouts.map(({ files: { taskDefinition, appspec, unknownFields } }) => {
        const key = JSON.stringify([taskDefinition, appspec, unknownFields]);
        const sources = read.get(key) ?? readSources({ taskDefinition, appspec, unknownFields }, files, findAppspec);
        read.set(key, sources);
        return sources;
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
        ? await collect(problems, async () => (0,_task_definition_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readTaskDefinition */ .Lx)(await readFile(source.path, 'task-definition', files), {
            unknownFields: config.unknownFields
        }))
        : undefined;
    const appspecPath = config.appspec ?? (findAppspec ? await findFirst(APPSPEC_NAMES, files) : undefined);
    const appspec = appspecPath === undefined
        ? undefined
        : await collect(problems, async () => (0,_appspec_appspec_js__WEBPACK_IMPORTED_MODULE_0__/* .readAppspec */ .VL)(await readFile(appspecPath, 'appspec', files)));
    return { taskDefinition, appspec, problems };
}
/** Reads a settings file. Without a name it is `slipway.yml`, where it exists. Throws ProblemsError. */
async function readSettingsFile(name, files) {
    if (name === undefined || name === '')
        return (await files.isFile('slipway.yml')) ? readFile('slipway.yml', 'config', files) : undefined;
    return readFile(name, 'config', files);
}
/** Runs `read`; problems that it throws are added to the list and leave undefined. */
async function collect(problems, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}
async function readFile(path, setting, files) {
    const bytes = await files.read(path).catch((error) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ([
            {
                code: 'unreadable-file',
                place: { path: setting },
                what: `The file ${path} cannot be read: ${why}.`,
                next: 'Name a file that this run may read.'
            }
        ]);
    });
    if (bytes !== undefined)
        return (0,_text_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocument */ .u)(path, bytes);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ([
        {
            code: 'missing-file',
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

/***/ 7234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ checkServiceFiles),
  $: () => (/* binding */ planService)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/appspec/appspec.js + 4 modules
var appspec_appspec = __webpack_require__(2225);
// EXTERNAL MODULE: ./lib/artifacts/artifact-paths.js
var artifact_paths = __webpack_require__(3960);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/task-definition/index.js + 3 modules
var task_definition = __webpack_require__(8313);
// EXTERNAL MODULE: ./lib/aws/errors.js + 1 modules
var errors = __webpack_require__(5932);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/rollout/compatibility.js

/**
 * Compares a task definition with the service that is to run it, before anything is registered: what ECS and CodeDeploy
 * would only say after the change, some of it (the AppSpec's container and port) in the middle of a deployment.
 */
function checkTarget(target, taskDefinition, appspec, rollout) {
    return [
        ...checkTraffic(target, taskDefinition, appspec),
        ...checkNetwork(target, taskDefinition, appspec),
        ...checkLaunch(target, taskDefinition),
        ...checkSettings(target, rollout)
    ];
}
function checkTraffic(target, taskDefinition, appspec) {
    // With CodeDeploy the AppSpec says where the traffic goes, not the service.
    if (target.controller === 'CODE_DEPLOY') {
        if (appspec?.containerName === undefined)
            return [];
        const where = `The AppSpec's LoadBalancerInfo`;
        return checkEndpoint(appspec.containerName, appspec.containerPort, where, taskDefinition, appspec.file);
    }
    const ofBalancers = (target.service.loadBalancers ?? []).map(entry => ({
        container: entry.containerName,
        port: entry.containerPort,
        where: `The load balancer of the service ${target.serviceName}`
    }));
    const ofRegistries = (target.service.serviceRegistries ?? []).map(entry => ({
        container: entry.containerName,
        port: entry.containerPort,
        where: `The service registry of the service ${target.serviceName}`
    }));
    return [...ofBalancers, ...ofRegistries].flatMap(({ container, port, where }) => container === undefined ? [] : checkEndpoint(container, port, where, taskDefinition, undefined));
}
function checkEndpoint(containerName, port, where, taskDefinition, file) {
    const names = taskDefinition.containers.map(container => container.name);
    const container = taskDefinition.containers.find(candidate => candidate.name === containerName);
    const place = { file: file ?? taskDefinition.file };
    if (container === undefined) {
        const nearest = (0,suggest/* nearestName */.q)(containerName, names);
        return [
            {
                code: 'unknown-container',
                place,
                what: `${where} sends traffic to the container ${containerName}, which the task definition does not have (it has ${names.join(', ')}).`,
                next: nearest === undefined ? 'Make the two agree.' : `Did you mean ${nearest}?`
            }
        ];
    }
    if (port === undefined || hasPort(container, port))
        return [];
    const ports = [...container.ports.map(String), ...(container.portRanges ?? [])];
    return [
        {
            code: 'unknown-port',
            place,
            what: `${where} sends traffic to port ${port} of the container ${containerName}, which maps ${ports.length === 0 ? 'no port' : ports.join(', ')}.`,
            next: `Add containerPort ${port} to its portMappings, or make the two agree.`
        }
    ];
}
function hasPort(container, port) {
    const inRange = (range) => {
        const [first = Number.NaN, last = Number.NaN] = range.split('-').map(Number);
        return first <= port && port <= last;
    };
    return container.ports.includes(port) || (container.portRanges ?? []).some(inRange);
}
function checkNetwork(target, taskDefinition, appspec) {
    const mode = taskDefinition.networkMode;
    const place = { file: taskDefinition.file, path: 'networkMode' };
    const ofTaskSets = target.service.taskSets?.some(set => set.networkConfiguration?.awsvpcConfiguration !== undefined);
    const ofService = target.service.networkConfiguration?.awsvpcConfiguration !== undefined || ofTaskSets === true;
    const hasNetwork = ofService || appspec?.hasNetworkConfiguration === true;
    if (mode === 'awsvpc' && !hasNetwork) {
        return [
            {
                code: 'network-mode',
                place,
                what: `The task definition has the network mode awsvpc, but the service ${target.serviceName} has no subnets (networkConfiguration).`,
                next: 'Give the service a network configuration, or use the network mode that it was made for.'
            }
        ];
    }
    if (mode !== 'awsvpc' && ofService && target.controller === 'ECS') {
        return [
            {
                code: 'network-mode',
                place,
                what: `The service ${target.serviceName} has subnets (networkConfiguration), but the task definition has the network mode ${mode ?? 'bridge (the default)'}.`,
                next: 'Set networkMode to awsvpc.'
            }
        ];
    }
    return [];
}
function checkLaunch(target, taskDefinition) {
    const required = taskDefinition.requiresCompatibilities ?? [];
    const launchType = readLaunchType(target);
    if (launchType === undefined || required.length === 0 || required.includes(launchType))
        return [];
    return [
        {
            code: 'launch-type',
            place: { file: taskDefinition.file, path: 'requiresCompatibilities' },
            what: `The service ${target.serviceName} runs on ${launchType}, but the task definition is for ${required.join(', ')} only.`,
            next: `Add ${launchType} to requiresCompatibilities.`
        }
    ];
}
/** What the service runs on, `FARGATE` or `EC2` …; undefined where its capacity providers leave that open. */
function readLaunchType({ service }) {
    const providers = service.capacityProviderStrategy ?? [];
    // Any other capacity provider may be one of EC2 or of managed instances: nothing to compare with.
    if (providers.length > 0) {
        const fargate = providers.every(item => /^FARGATE(_SPOT)?$/.test(item.capacityProvider ?? ''));
        return fargate ? 'FARGATE' : undefined;
    }
    return service.launchType ?? service.taskSets?.[0]?.launchType;
}
function checkSettings(target, rollout) {
    return target.controller === 'CODE_DEPLOY' ? checkForCodeDeploy(target, rollout) : checkConflict(target, rollout);
}
function checkForCodeDeploy(target, rollout) {
    if (!rollout.forceNewDeployment)
        return [];
    return [
        {
            code: 'not-for-codedeploy',
            place: { path: 'force-new-deployment' },
            what: `force-new-deployment is for services with the controller ECS; ${target.serviceName} has CODE_DEPLOY, where every run is a new deployment.`,
            next: 'Leave it out.'
        }
    ];
}
/** ECS replaces a deployment that is in progress, unless that is not wanted. CodeDeploy refuses by itself (see group.ts). */
function checkConflict({ primary, serviceName }, rollout) {
    if (rollout.onConflict !== 'fail' || primary?.rolloutState !== 'IN_PROGRESS')
        return [];
    return [
        {
            code: 'deployment-active',
            place: { path: 'on-conflict' },
            what: `The deployment ${primary.id ?? ''} of ${serviceName} is in progress, and on-conflict is fail.`,
            next: 'on-conflict: wait waits until it has ended; without on-conflict ECS replaces it.'
        }
    ];
}

// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/task-definition/check-rules.js + 23 modules
var check_rules = __webpack_require__(1982);
;// CONCATENATED MODULE: ./lib/steps/check-task-definition.js





/** Checks a task definition by the rules of ECS as it will be registered: with what the settings change in it. */
function checkOutgoing(file, shipment) {
    const { files, containers } = shipment;
    const images = containers.flat().map(container => ({ container }));
    // Names that clash are told by themselves, at the settings.
    const clashes = (0,task_definition/* checkChanges */.ek)(file, { ...files, images }).length > 0;
    const changes = clashes ? { ...files, environmentVariables: [], secrets: [] } : files;
    return (0,check_rules/* checkDefinition */.Q)((0,task_definition/* changeDefinition */.Ko)(file, { ...changes, images }), factsOf(shipment));
}
/** The same for what is registered already: ECS took it, so only what the settings bring in counts. */
function checkRegistered(file, shipment) {
    const before = new Set((0,check_rules/* checkDefinition */.Q)(file, factsOf(shipment)).map(lib_errors/* formatProblem */.Vw));
    return checkOutgoing(file, shipment).filter(finding => !before.has((0,lib_errors/* formatProblem */.Vw)(finding)));
}
function factsOf({ images, containers, target }) {
    const launchType = target === undefined ? undefined : readLaunchType(target);
    return {
        images: new Map(images.flatMap((image, index) => (containers[index] ?? []).map(name => [name, describeImage(image)]))),
        launchTypes: launchType === undefined ? undefined : [launchType]
    };
}
function describeImage(image) {
    if (image.kind === 'built')
        return { isInEcr: true, platforms: image.build.platforms };
    const registry = (0,reference/* parseReference */.F2)(image.image)?.registry;
    return { isInEcr: registry !== undefined && (0,reference/* parseEcrHost */.wl)(registry) !== undefined, platforms: [] };
}

// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
;// CONCATENATED MODULE: ./lib/steps/service-plan.js












/** Checks what the files say by themselves, without asking AWS; what the readers found is among it. */
function checkServiceFiles(whose, sources) {
    const { taskDefinition, appspec } = sources;
    const problems = [...sources.problems];
    const containers = taskDefinition === undefined ? [] : assignAndCheck(whose, taskDefinition, problems);
    problems.push(...checkOverwriting(whose.files, sources));
    const fit = taskDefinition === undefined || appspec === undefined ? [] : (0,appspec_appspec/* checkAppspec */.$3)(appspec, taskDefinition);
    const rules = taskDefinition === undefined ? [] : checkOutgoing(taskDefinition, { ...whose, containers });
    const warnings = [...(taskDefinition?.warnings ?? []), ...(appspec?.warnings ?? [])];
    return {
        findings: [...(0,lib_errors/* toFindings */.Sz)(problems, 'error'), ...rules, ...fit, ...(0,lib_errors/* toFindings */.Sz)(warnings, 'warning')],
        containers
    };
}
/** The files that are written have names that people give to their own: one of theirs must not be written over. */
function checkOverwriting(files, sources) {
    const written = new Set(Object.values(artifact_paths/* ARTIFACT_NAMES */.k).map(name => (0,external_node_path_.resolve)(files.artifactsDirectory, name)));
    return [sources.taskDefinition?.document.file, sources.appspec?.places.containerName.file].flatMap(path => path === undefined || !written.has((0,external_node_path_.resolve)(path))
        ? []
        : [
            {
                code: 'would-overwrite',
                place: { file: path },
                what: `artifacts-directory is ${files.artifactsDirectory}, so this file would be overwritten by the generated file.`,
                next: 'Set artifacts-directory to another folder.'
            }
        ]);
}
/** Plans one service from its files and its target, and checks the one against the other. Throws ProblemsError with all that is wrong; SlipwayError. */
async function planService(whose, sources, target, context) {
    const { files, rollout } = whose;
    const { taskDefinition: read, arn } = sources.taskDefinition === undefined
        ? await readRegistered(files, target, context)
        : { taskDefinition: sources.taskDefinition, arn: undefined };
    const problems = [];
    const containers = read === undefined ? [] : assignAndCheck(whose, read, problems);
    const shipment = { ...whose, containers, target };
    const check = sources.taskDefinition === undefined ? checkRegistered : checkOutgoing;
    const rules = read === undefined ? [] : check(read, shipment);
    problems.push(...rules.filter(({ severity }) => severity === 'error'));
    const warnings = rules.filter(({ severity }) => severity === 'warning');
    const taskDefinition = read === undefined ? undefined : { ...read, warnings: [...read.warnings, ...warnings] };
    const appspec = await chooseAppspec(sources, target, problems);
    if (taskDefinition !== undefined && target !== undefined) {
        problems.push(...checkTarget(target, service_plan_factsOf(taskDefinition), factsOfAppspec(appspec), rollout));
    }
    if (problems.length > 0)
        throw new lib_errors/* ProblemsError */.FQ(problems);
    const asRegistered = containers.flat().length === 0 && hasNoChanges(files) ? arn : undefined;
    return { config: { files, rollout }, containers, taskDefinition, asRegistered, appspec, target };
}
async function chooseAppspec(sources, target, problems) {
    if (sources.appspec !== undefined)
        return sources.appspec;
    if (target?.controller !== 'CODE_DEPLOY')
        return undefined;
    return (0,read_sources/* collect */.Fo)(problems, () => (0,appspec_appspec/* makeAppspec */.Xj)(target.service));
}
function assignAndCheck(whose, taskDefinition, problems) {
    try {
        const containers = assignOwn(whose, taskDefinition);
        const images = containers.flat().map(container => ({ container }));
        problems.push(...(0,task_definition/* checkChanges */.ek)(taskDefinition, { ...whose.files, images }));
        return containers;
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ProblemsError */.FQ))
            throw error;
        problems.push(...error.problems);
        return [];
    }
}
/** With several services an image is for those that have its container; the others go without it. */
function assignOwn({ files, images, rollouts }, taskDefinition) {
    if (rollouts.length === 1)
        return (0,task_definition/* assignImages */.gE)(taskDefinition, images.map(toAssignable), files.containerName);
    const assignable = images.flatMap((image, index) => {
        const container = findContainer(image, files, images.length === 1, taskDefinition);
        return container === 'none' ? [] : [{ index, image: { ...toAssignable(image), container } }];
    });
    const assigned = (0,task_definition/* assignImages */.gE)(taskDefinition, assignable.map(({ image }) => image), files.containerName);
    return images.map((_image, index) => assigned[assignable.findIndex(entry => entry.index === index)] ?? []);
}
/** The container that an image names, the service's own `container-name` for a single image; undefined: to be found; `none` where it has neither. */
function findContainer({ container }, { containerName }, single, { containerNames }) {
    if (container === undefined || containerNames.includes(container))
        return container;
    return single && containerName !== undefined && containerNames.includes(containerName) ? containerName : 'none';
}
function toAssignable(image) {
    const { container } = image;
    return { container, repository: image.kind === 'built' ? image.repository : (0,reference/* parseReference */.F2)(image.image)?.repository };
}
async function readRegistered(files, target, context) {
    const source = files.taskDefinition;
    if (source === undefined || source.kind === 'file')
        return { taskDefinition: undefined, arn: undefined };
    const reference = source.kind === 'registered' ? source.reference : target?.runningTaskDefinitionArn;
    if (reference === undefined) {
        throw new lib_errors/* SlipwayError */.GQ({
            code: 'nothing-running',
            fault: 'user',
            what: `task-definition is "service", but ${target === undefined ? 'no service is given' : `the service ${target.serviceName} runs nothing yet`}.`,
            next: 'Name a file, a family or an ARN.'
        });
    }
    try {
        const { taskDefinition, written } = await context.ecs.describeTaskDefinition(reference);
        const arn = taskDefinition.taskDefinitionArn;
        return { taskDefinition: (0,task_definition/* readRegisteredTaskDefinition */.Lf)(written.taskDefinition, written.tags, reference), arn };
    }
    catch (error) {
        throw (0,errors/* explainAwsError */.Ni)(error, `Reading the task definition ${reference}`);
    }
}
function hasNoChanges(files) {
    return (files.environmentVariables.length +
        files.secrets.length +
        files.dockerLabels.length +
        files.logConfigurationOptions.length ===
        0 &&
        [files.logConfigurationLogDriver, files.command, files.taskRoleArn, files.executionRoleArn].every(value => value === undefined));
}
function service_plan_factsOf(file) {
    const { definition } = file;
    const networkMode = (0,text_record/* own */.ZV)(definition, 'networkMode');
    const required = (0,text_record/* own */.ZV)(definition, 'requiresCompatibilities');
    return {
        file: file.document.file,
        networkMode: typeof networkMode === 'string' ? networkMode : undefined,
        requiresCompatibilities: Array.isArray(required) ? required.map(String) : [],
        containers: (0,types/* listContainers */.ts)(definition).map(({ name, record }) => {
            const mappings = (0,types/* listRecords */.VI)((0,text_record/* own */.ZV)(record, 'portMappings'));
            return {
                name,
                ports: mappings.map(mapping => (0,text_record/* own */.ZV)(mapping, 'containerPort')).filter(port => typeof port === 'number'),
                portRanges: mappings
                    .map(mapping => (0,text_record/* own */.ZV)(mapping, 'containerPortRange'))
                    .filter(range => typeof range === 'string')
            };
        })
    };
}
function factsOfAppspec(appspec) {
    return appspec === undefined ? undefined : { ...(0,appspec_appspec/* appspecTarget */.Wz)(appspec), file: appspec.places.containerName.file };
}


/***/ }),

/***/ 1982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ checkDefinition)
});

// UNUSED EXPORTS: RULES

// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
;// CONCATENATED MODULE: ./lib/task-definition/rules/finding.js


/** AWS refuses it: when it is registered, or else whenever a task of it is to start. */
function error(code, path, what, next) {
    return { severity: 'error', code, path, what, next };
}
/** AWS's documents speak against it, and leave open what happens. */
function warning(code, path, what, next) {
    return { severity: 'warning', code, path, what, next };
}
/** The path of a container, or of something in it. */
function inContainer(container, ...rest) {
    return ['containerDefinitions', container.index, ...rest];
}
function textOf(record, key) {
    const value = (0,text_record/* own */.ZV)(record, key);
    return typeof value === 'string' ? value : undefined;
}
function numberOf(record, key) {
    const value = (0,text_record/* own */.ZV)(record, key);
    return typeof value === 'number' ? value : undefined;
}
function recordsOf(record, key) {
    return (0,types/* listRecords */.VI)((0,text_record/* own */.ZV)(record, key));
}
function textsOf(record, key) {
    const value = (0,text_record/* own */.ZV)(record, key);
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
/** Whether something is said there: an empty list, an empty object and `false` say nothing. */
function says(record, key) {
    const value = (0,text_record/* own */.ZV)(record, key);
    if (value === undefined || value === null || value === false)
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}
/** What a template leaves for somebody to fill in: `<ACCOUNT>`, `${ACCOUNT}`, `{{ account }}`, `$ACCOUNT`; undefined where there is none. */
function findPlaceholder(text) {
    return /<[^<>]*>|\$\{[^}]*\}|\{\{[^}]*\}\}|\$[A-Za-z_]\w*/.exec(text)?.[0];
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

;// CONCATENATED MODULE: ./lib/task-definition/rules/containers.js



const MOST_CONTAINERS = 10;
const MOST_IMAGE_LENGTH = 255;
const MOST_EXIT_CODES = 50;
/** What holds of containers one by one, and that one of them is essential. */
function checkContainers(look) {
    const { containers } = look;
    const found = [];
    if (containers.length > MOST_CONTAINERS) {
        const what = `The task definition has ${containers.length} containers; ECS takes at most ${MOST_CONTAINERS}.`;
        found.push(error('too-many-containers', ['containerDefinitions'], what, 'Split it into several task definitions.'));
    }
    if (containers.length > 0 && containers.every(({ record }) => (0,text_record/* own */.ZV)(record, 'essential') === false)) {
        const what = 'No container is essential, and ECS needs one: the task lives as long as it does.';
        found.push(error('no-essential-container', ['containerDefinitions'], what, 'Set "essential": true for the container that the task is for.'));
    }
    return [
        ...found,
        ...containers.flatMap(container => [
            ...checkImage(look, container),
            ...checkRestart(container),
            ...checkTimeouts(look, container),
            ...checkCredentialSpecs(container)
        ])
    ];
}
/** The image that the file names, where none is shipped for the container. */
function checkImage({ facts }, container) {
    const { image, name } = container;
    if (facts.images?.has(name) === true || image === '' || findPlaceholder(image) !== undefined || /[<>{}$]/.test(image))
        return [];
    const path = inContainer(container, 'image');
    const strange = /[^A-Za-z0-9_\-:./#@]/.exec(image)?.[0];
    if (strange !== undefined) {
        const what = `The image ${(0,format/* quote */.hD)(image)} holds ${(0,format/* quote */.hD)(strange)}; ECS takes letters, digits and _ - : . / # @.`;
        return [error('image-name', path, what, 'Write it as registry/repository:tag.')];
    }
    const [named = '', digest] = image.split('@');
    if (named.length > MOST_IMAGE_LENGTH)
        return [
            error('image-name', path, `The image's name has ${named.length} characters; ECS takes at most ${MOST_IMAGE_LENGTH}.`, 'Shorten it.')
        ];
    if (digest !== undefined && !/^sha256:[0-9a-fA-F]{64}$/.test(digest))
        return [
            error('image-name', path, `${(0,format/* quote */.hD)(digest)} is not a valid digest: expected sha256: and 64 hexadecimal digits.`, 'Copy it from the registry.')
        ];
    return [];
}
function checkRestart(container) {
    const policy = (0,text_record/* own */.ZV)(container.record, 'restartPolicy');
    if (!(0,text_record/* isRecord */.u4)(policy))
        return [];
    const found = [];
    const period = numberOf(policy, 'restartAttemptPeriod');
    if (period !== undefined && (period < 60 || period > 1800)) {
        const what = `restartAttemptPeriod is from 60 to 1800 seconds, got ${period}.`;
        found.push(error('restart-policy', inContainer(container, 'restartPolicy', 'restartAttemptPeriod'), what, 'Leave it out for 300.'));
    }
    const codes = (0,text_record/* own */.ZV)(policy, 'ignoredExitCodes');
    if (Array.isArray(codes) && codes.length > MOST_EXIT_CODES) {
        const what = `ignoredExitCodes has ${codes.length} codes; ECS takes at most ${MOST_EXIT_CODES}.`;
        found.push(error('restart-policy', inContainer(container, 'restartPolicy', 'ignoredExitCodes'), what, 'Keep those that matter.'));
    }
    return found;
}
function checkTimeouts({ isFargate }, container) {
    if (!isFargate)
        return [];
    return ['startTimeout', 'stopTimeout'].flatMap(member => {
        const seconds = numberOf(container.record, member);
        if (seconds === undefined || (seconds >= 2 && seconds <= 120))
            return [];
        const what = `On Fargate ${member} is from 2 to 120 seconds, got ${seconds}.`;
        return [error('timeout-range', inContainer(container, member), what, 'Set it within these bounds.')];
    });
}
function checkCredentialSpecs(container) {
    const specs = textsOf(container.record, 'credentialSpecs');
    const path = inContainer(container, 'credentialSpecs');
    if (specs.length > 1)
        return [error('credential-spec', path, `credentialSpecs has ${specs.length} entries; ECS takes one.`, 'Keep one.')];
    const odd = specs.find(spec => !/^credentialspec(?:domainless)?:/.test(spec));
    if (odd === undefined)
        return [];
    return [
        warning('credential-spec', path, `${(0,format/* quote */.hD)(odd)} starts with neither credentialspec: nor credentialspecdomainless:.`, 'Write one of the two before the ARN.')
    ];
}

// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/task-definition/rules/dependencies.js




/** Containers that name other containers: dependsOn, links, volumesFrom. */
function checkDependencies(look) {
    return [...checkDependsOn(look), ...checkLinks(look), ...checkVolumesFrom(look)];
}
function checkDependsOn(look) {
    const found = look.containers.flatMap(container => recordsOf(container.record, 'dependsOn').flatMap((dependency, index) => checkDependency(look, container, dependency, index)));
    const edges = new Map(look.containers.map(({ name, record }) => [
        name,
        recordsOf(record, 'dependsOn').flatMap(entry => textOf(entry, 'containerName') ?? [])
    ]));
    return [...found, ...tellCycle('depends-on-cycle', look, edges, 'dependsOn', 'wait for each other')];
}
function checkDependency(look, container, dependency, index) {
    const name = textOf(dependency, 'containerName') ?? '';
    const path = inContainer(container, 'dependsOn', index);
    const target = look.containers.find(candidate => candidate.name === name);
    if (target === undefined)
        return [tellUnknown('depends-on-unknown', look, [...path, 'containerName'], container, name, 'waits for')];
    const condition = textOf(dependency, 'condition');
    if ((condition === 'SUCCESS' || condition === 'COMPLETE') && (0,text_record/* own */.ZV)(target.record, 'essential') !== false) {
        const what = `${(0,format/* quote */.hD)(container.name)} waits for the end of ${(0,format/* quote */.hD)(name)}, which is essential: its end is the end of the task.`;
        return [
            error('depends-on-essential', path, what, `Set "essential": false for ${(0,format/* quote */.hD)(name)}, or wait for START or HEALTHY.`)
        ];
    }
    if (condition === 'HEALTHY' && !(0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(target.record, 'healthCheck'))) {
        const what = `${(0,format/* quote */.hD)(container.name)} waits until ${(0,format/* quote */.hD)(name)} is HEALTHY, which has no healthCheck in the task definition.`;
        return [
            error('depends-on-health', path, what, `Give ${(0,format/* quote */.hD)(name)} a healthCheck (one in its image does not count), or wait for START.`)
        ];
    }
    return [];
}
/** `name` or `name:alias`. */
function checkLinks(look) {
    const linksOf = ({ record }) => textsOf(record, 'links').map(link => link.split(':')[0] ?? '');
    const found = look.containers.flatMap(container => linksOf(container).flatMap((name, index) => look.containers.some(candidate => candidate.name === name)
        ? []
        : [tellUnknown('links-unknown', look, inContainer(container, 'links', index), container, name, 'links to')]));
    const edges = new Map(look.containers.map(container => [container.name, linksOf(container)]));
    return [...found, ...tellCycle('links-cycle', look, edges, 'links', 'link to each other')];
}
function checkVolumesFrom(look) {
    return look.containers.flatMap(container => recordsOf(container.record, 'volumesFrom').flatMap((source, index) => {
        const name = textOf(source, 'sourceContainer');
        if (name === undefined || look.containers.some(candidate => candidate.name === name))
            return [];
        const path = inContainer(container, 'volumesFrom', index, 'sourceContainer');
        return [tellUnknown('volumes-from-unknown', look, path, container, name, 'takes its volumes from')];
    }));
}
function tellUnknown(code, look, path, container, name, does) {
    const names = look.containers.map(candidate => candidate.name).filter(candidate => candidate !== container.name);
    const nearest = (0,suggest/* nearestName */.q)(name, names);
    const what = `${(0,format/* quote */.hD)(container.name)} ${does} the container ${(0,format/* quote */.hD)(name)}, which is not there; beside it there is ${(0,format/* listNames */.Zv)(names)}.`;
    return error(code, path, what, nearest === undefined ? 'Correct the name, or remove it.' : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`);
}
function tellCycle(code, look, edges, member, does) {
    const cycle = findCycle(edges);
    const first = look.containers.find(({ name }) => name === cycle?.[0]);
    if (cycle === undefined || first === undefined)
        return [];
    const what = cycle.length === 2
        ? `The container ${(0,format/* quote */.hD)(first.name)} is in its own ${member}.`
        : `The containers ${does} in a circle: ${cycle.join(' -> ')}.`;
    return [error(code, inContainer(first, member), what, 'Take one of them out.')];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/fargate.js



const LINUX_PARAMETERS = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'];
/** What EC2 has and Fargate has not, beyond sizes, network, log drivers and volumes. */
function checkFargate({ definition, containers, isFargate }) {
    if (!isFargate)
        return [];
    const found = [];
    if (says(definition, 'ipcMode'))
        found.push(tell(['ipcMode'], 'ipcMode'));
    const pidMode = textOf(definition, 'pidMode');
    if (pidMode !== undefined && pidMode !== 'task')
        found.push(error('fargate-unsupported', ['pidMode'], `Fargate has pidMode task only, got ${pidMode}.`, 'Set it to task, or remove it.'));
    if (says(definition, 'placementConstraints'))
        found.push(tell(['placementConstraints'], 'placement constraints'));
    return [...found, ...containers.flatMap(checkContainer)];
}
function tell(path, name, next = 'Remove it, or run the task on EC2.') {
    return error('fargate-unsupported', path, `Fargate has no ${name}.`, next);
}
function checkContainer(container) {
    const { record } = container;
    const found = [];
    if ((0,text_record/* own */.ZV)(record, 'privileged') === true)
        found.push(tell(inContainer(container, 'privileged'), 'privileged containers'));
    if (says(record, 'dockerSecurityOptions'))
        found.push(tell(inContainer(container, 'dockerSecurityOptions'), 'dockerSecurityOptions'));
    recordsOf(record, 'resourceRequirements').forEach((requirement, index) => {
        if (textOf(requirement, 'type') === 'GPU')
            found.push(tell(inContainer(container, 'resourceRequirements', index), 'GPUs'));
    });
    const linux = (0,text_record/* own */.ZV)(record, 'linuxParameters');
    if (!(0,text_record/* isRecord */.u4)(linux))
        return found;
    for (const member of LINUX_PARAMETERS) {
        if (says(linux, member) && numberOf(linux, member) !== 0)
            found.push(tell(inContainer(container, 'linuxParameters', member), member));
    }
    const capabilities = (0,text_record/* own */.ZV)(linux, 'capabilities');
    const added = (0,text_record/* isRecord */.u4)(capabilities) ? textsOf(capabilities, 'add') : [];
    added.forEach((capability, index) => {
        if (capability === 'SYS_PTRACE')
            return;
        const path = inContainer(container, 'linuxParameters', 'capabilities', 'add', index);
        found.push(error('fargate-unsupported', path, `On Fargate only SYS_PTRACE can be added, got ${(0,format/* quote */.hD)(capability)}.`, 'Remove it, or run the task on EC2.'));
    });
    return found;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/health.js



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
        const ranges = Object.entries(HEALTH_RANGES).flatMap(([member, [least, most]]) => {
            const value = numberOf(check, member);
            if (value === undefined || (value >= least && value <= most))
                return [];
            const what = `${member} of a health check is from ${least} to ${most}, got ${value}.`;
            return [
                error('health-check-range', inContainer(container, 'healthCheck', member), what, 'Set it within these bounds, or leave it out.')
            ];
        });
        return [...ranges, ...checkHealthCommand(container, textsOf(check, 'command'))];
    });
}
function checkHealthCommand(container, command) {
    const path = inContainer(container, 'healthCheck', 'command');
    const [first] = command;
    if (first === undefined)
        return [
            error('health-check-command', path, 'The health check has no command.', 'Write ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], or remove healthCheck.')
        ];
    if (first === 'CMD' || first === 'CMD-SHELL') {
        if (first === 'CMD-SHELL' && command.length > 2)
            return [
                warning('health-check-command', path, `CMD-SHELL takes one text, got ${command.length - 1}: Docker runs the first and drops the others.`, 'Join them, or use CMD.')
            ];
        return command.length > 1
            ? []
            : [warning('health-check-command', path, `There is nothing after ${first}.`, 'Add what is to be run.')];
    }
    if (first === 'NONE')
        return [];
    const next = `Write [${(0,format/* quote */.hD)('CMD')}, ${(0,format/* quote */.hD)(first)}${command.length > 1 ? ', …' : ''}], or CMD-SHELL with one text.`;
    return [
        warning('health-check-command', path, `The command of a health check starts with CMD or CMD-SHELL, got ${(0,format/* quote */.hD)(first)}.`, next)
    ];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/limits.js



const MOST_TAGS = 50;
const MOST_CONSTRAINTS = 10;
const MOST_KEY = 128;
const MOST_VALUE = 256;
/** Tags, and how many placement constraints there may be. */
function checkLimits({ definition }) {
    const tags = recordsOf(definition, 'tags');
    const found = [];
    if (tags.length > MOST_TAGS)
        found.push(error('tags', ['tags'], `The task definition has ${tags.length} tags; AWS takes at most ${MOST_TAGS}.`, 'Remove some.'));
    const keys = tags.map(tag => textOf(tag, 'key'));
    for (const index of findRepeats(keys))
        found.push(error('tags', ['tags', index, 'key'], `The tag ${(0,format/* quote */.hD)(keys[index] ?? '')} is listed twice.`, 'Remove one of the two.'));
    tags.forEach((tag, index) => {
        const complaint = complain(keys[index] ?? '', textOf(tag, 'value') ?? '');
        if (complaint !== undefined)
            found.push(error('tags', ['tags', index], complaint, 'Correct or remove it.'));
    });
    const constraints = (0,text_record/* own */.ZV)(definition, 'placementConstraints');
    if (Array.isArray(constraints) && constraints.length > MOST_CONSTRAINTS) {
        const what = `There are ${constraints.length} placement constraints; ECS takes at most ${MOST_CONSTRAINTS}.`;
        found.push(error('placement-constraints', ['placementConstraints'], what, 'Join some with "and" in one expression.'));
    }
    return found;
}
function complain(key, value) {
    if (key === '')
        return 'The tag has no key.';
    if (key.length > MOST_KEY)
        return `The key of a tag has at most ${MOST_KEY} characters, got ${key.length}.`;
    if (value.length > MOST_VALUE)
        return `The value of the tag ${(0,format/* quote */.hD)(key)} has at most ${MOST_VALUE} characters, got ${value.length}.`;
    if (/^aws:/i.test(key))
        return `Tags that start with "aws:" are AWS's own, got ${(0,format/* quote */.hD)(key)}.`;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/logging.js



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
function checkLogging(look) {
    return look.containers.flatMap(container => {
        const logging = (0,text_record/* own */.ZV)(container.record, 'logConfiguration');
        const router = (0,text_record/* own */.ZV)(container.record, 'firelensConfiguration');
        return [
            ...((0,text_record/* isRecord */.u4)(logging) ? checkDriver(look, container, logging) : []),
            ...((0,text_record/* isRecord */.u4)(router) ? [...checkRouter(look, container), ...checkRouterFile(look, container, router)] : [])
        ];
    });
}
function checkDriver(look, container, logging) {
    const driver = textOf(logging, 'logDriver') ?? '';
    if (look.isFargate && !FARGATE_DRIVERS.includes(driver)) {
        const what = `Fargate has the log drivers ${(0,format/* listNames */.Zv)(FARGATE_DRIVERS)}, got ${driver}.`;
        return [
            error('fargate-log-driver', inContainer(container, 'logConfiguration', 'logDriver'), what, 'Use one of them.')
        ];
    }
    switch (driver) {
        case 'awslogs':
            return checkAwslogs(look, container, logging);
        case 'splunk':
            return tellMissing(container, logging, driver, ['splunk-url', 'splunk-token']);
        case 'awsfirelens':
            return checkFirelens(look, container);
        default:
            return [];
    }
}
function optionsOf(logging) {
    const options = (0,text_record/* own */.ZV)(logging, 'options');
    return (0,text_record/* isRecord */.u4)(options) ? options : {};
}
function tellMissing(container, logging, driver, needed) {
    const options = optionsOf(logging);
    const secret = recordsOf(logging, 'secretOptions').map(option => textOf(option, 'name'));
    const missing = needed.filter(name => (textOf(options, name) ?? '') === '' && !secret.includes(name));
    if (missing.length === 0)
        return [];
    const what = `The log driver ${driver} of the container ${(0,format/* quote */.hD)(container.name)} has no ${(0,format/* listNames */.Zv)(missing)}.`;
    return [
        error('log-options', inContainer(container, 'logConfiguration', 'options'), what, `Add ${missing.length === 1 ? 'it' : 'them'} to options.`)
    ];
}
function checkAwslogs(look, container, logging) {
    const options = optionsOf(logging);
    const at = (...rest) => inContainer(container, 'logConfiguration', 'options', ...rest);
    const needed = ['awslogs-group', 'awslogs-region', ...(look.isFargate ? ['awslogs-stream-prefix'] : [])];
    const found = [...tellMissing(container, logging, 'awslogs', needed)];
    const refused = Object.keys(options).filter(name => !AWSLOGS_OPTIONS.includes(name));
    for (const name of refused) {
        const what = `The log driver awslogs of ECS is not documented to have an option ${(0,format/* quote */.hD)(name)}.`;
        const next = `It has ${(0,format/* listNames */.Zv)(AWSLOGS_OPTIONS)}.`;
        found.push(name === 'awslogs-endpoint'
            ? error('log-options', at(name), 'ECS takes no option "awslogs-endpoint".', 'Remove it.')
            : warning('log-option-unknown', at(name), what, next));
    }
    const region = textOf(options, 'awslogs-region') ?? '';
    if (region !== '' && !/[<>{}$]/.test(region) && !/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(region))
        found.push(warning('log-region', at('awslogs-region'), `${(0,format/* quote */.hD)(region)} does not look like a region.`, 'Write it as "eu-central-1".'));
    const mode = textOf(options, 'mode');
    if (mode !== undefined && mode !== 'blocking' && mode !== 'non-blocking')
        found.push(warning('log-option-value', at('mode'), `mode is blocking or non-blocking, got ${(0,format/* quote */.hD)(mode)}.`, 'Write one of the two.'));
    if ((0,text_record/* own */.ZV)(options, 'awslogs-datetime-format') !== undefined && (0,text_record/* own */.ZV)(options, 'awslogs-multiline-pattern') !== undefined)
        found.push(warning('log-option-value', at('awslogs-multiline-pattern'), 'awslogs-datetime-format and awslogs-multiline-pattern cannot both be set.', 'Keep one of the two.'));
    return found;
}
function checkFirelens({ containers }, container) {
    if (containers.some(({ record }) => (0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(record, 'firelensConfiguration'))))
        return [];
    const what = `The container ${(0,format/* quote */.hD)(container.name)} logs to awsfirelens, and no container has a firelensConfiguration.`;
    const path = inContainer(container, 'logConfiguration', 'logDriver');
    return [
        error('firelens-router', path, what, 'Add a log router: a container with "firelensConfiguration": { "type": "fluentbit" }.')
    ];
}
/** Somebody logs to it, and its user is one whose files the agent can make: a number. */
function checkRouter({ containers }, container) {
    const found = [];
    const drivers = containers.map(({ record }) => (0,text_record/* own */.ZV)(record, 'logConfiguration')).filter(text_record/* isRecord */.u4);
    if (!drivers.some(logging => textOf(logging, 'logDriver') === 'awsfirelens')) {
        const what = `The container ${(0,format/* quote */.hD)(container.name)} has a firelensConfiguration, and no container logs to awsfirelens.`;
        const next = 'Set "logDriver": "awsfirelens" for the containers whose logs it routes, or remove firelensConfiguration.';
        found.push(error('firelens-unused', inContainer(container, 'firelensConfiguration'), what, next));
    }
    const user = textOf(container.record, 'user') ?? '';
    if (user !== '' && !/^\d/.test(user)) {
        const what = `The user of a log router is given by its number, got ${(0,format/* quote */.hD)(user)}.`;
        found.push(error('firelens-user', inContainer(container, 'user'), what, 'Write "0", or leave it out.'));
    }
    return found;
}
function checkRouterFile(look, container, router) {
    const options = optionsOf(router);
    if (textOf(options, 'config-file-type') !== 's3')
        return [];
    const value = textOf(options, 'config-file-value') ?? '';
    const at = (member) => inContainer(container, 'firelensConfiguration', 'options', member);
    if (!value.startsWith('arn:'))
        return [
            error('firelens-file', at('config-file-value'), `A configuration file in S3 is given by its ARN, got ${(0,format/* quote */.hD)(value)}.`, 'Write "arn:aws:s3:::bucket/name.conf".')
        ];
    if (!look.isFargate)
        return [];
    return [
        warning('firelens-file', at('config-file-type'), 'On Fargate AWS documents configuration files inside the image only.', 'Use config-file-type file.')
    ];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/context.js



function makeRuleContext({ definition }, facts) {
    const required = textsOf(definition, 'requiresCompatibilities');
    const launchTypes = required.length > 0 ? required : (facts.launchTypes ?? []);
    const platform = (0,text_record/* own */.ZV)(definition, 'runtimePlatform');
    const runtime = (0,text_record/* isRecord */.u4)(platform) ? platform : {};
    return {
        definition,
        containers: (0,types/* listContainers */.ts)(definition),
        networkMode: textOf(definition, 'networkMode'),
        launchTypes,
        isFargate: launchTypes.includes('FARGATE'),
        isWindows: (textOf(runtime, 'operatingSystemFamily') ?? '').startsWith('WINDOWS'),
        cpuArchitecture: textOf(runtime, 'cpuArchitecture'),
        facts
    };
}
/** Whether the container's image comes from a private registry of ECR; false where that is not known. */
function isFromEcr({ facts }, { name, image }) {
    const shipped = facts.images?.get(name);
    return shipped === undefined ? /^\d{12}\.dkr[.-]ecr(?:-fips)?\./.test(image) : shipped.isInEcr;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/managed-instances.js



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
        ...(networkMode === 'awsvpc' || networkMode === 'host' ? [] : [tellMode(networkMode)]),
        ...managed_instances_tell(definition, OF_TASK, []),
        ...containers.flatMap(container => {
            const linux = (0,text_record/* own */.ZV)(container.record, 'linuxParameters');
            return [
                ...managed_instances_tell(container.record, OF_CONTAINER, inContainer(container)),
                ...((0,text_record/* isRecord */.u4)(linux) ? managed_instances_tell(linux, OF_LINUX, inContainer(container, 'linuxParameters')) : [])
            ];
        }),
        ...recordsOf(definition, 'volumes').flatMap((volume, index) => {
            const host = (0,text_record/* own */.ZV)(volume, 'host');
            return [
                ...managed_instances_tell(volume, OF_VOLUME, ['volumes', index]),
                ...((0,text_record/* isRecord */.u4)(host) ? managed_instances_tell(host, ['sourcePath'], ['volumes', index, 'host']) : [])
            ];
        })
    ];
}
function tellMode(networkMode) {
    const got = networkMode === undefined ? 'none' : (0,format/* quote */.hD)(networkMode);
    const what = `Managed Instances have the network modes awsvpc and host, and one must be set; got ${got}.`;
    return warning('managed-instances', ['networkMode'], what, 'Set "networkMode": "awsvpc".');
}
function managed_instances_tell(record, members, path) {
    return members
        .filter(member => says(record, member))
        .map(member => warning('managed-instances', [...path, member], `AWS documents that ${member} is not valid for Managed Instances.`, 'Remove it, or run the task on other capacity.'));
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/sizes.js



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
const MOST_CPU_WINDOWS = 4096;
const EC2_CPU = { least: 128, most: 196_608 };
/** `cpu` and `memory` of the task: how they are written, and the sizes that Fargate has. */
function checkSizes(look) {
    return [
        ...checkWriting(look, 'cpu'),
        ...checkWriting(look, 'memory'),
        ...checkFargateSize(look),
        ...checkBounds(look)
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
    const text = textOf(definition, member);
    if (text === undefined)
        return undefined;
    return member === 'cpu' ? readCpu(text) : readMemory(text);
}
function checkWriting(look, member) {
    const text = textOf(look.definition, member);
    if (text === undefined || findPlaceholder(text) !== undefined || sizeOf(look, member) !== undefined)
        return [];
    const examples = member === 'cpu' ? 'CPU units ("1024") or vCPUs ("1 vCPU")' : 'MiB ("1024") or GB ("1 GB")';
    const what = `${(0,format/* quote */.hD)(text)} is no ${member} of a task: ECS takes ${examples}.`;
    const next = 'Write it so.';
    // Units that are near to those that AWS documents may be taken.
    return /^\d*\.?\d+\s*(?:vCPUs|MB|MiB|GiB|G|M)$/i.test(text.trim())
        ? [warning('task-size-form', [member], what, next)]
        : [error('task-size-form', [member], what, next)];
}
function checkFargateSize(look) {
    if (!look.isFargate)
        return [];
    const missing = ['cpu', 'memory'].filter(member => textOf(look.definition, member) === undefined);
    if (missing.length > 0)
        return missing.map(member => error('fargate-size-missing', [member], `On Fargate the task itself needs ${member}; there is none beside "family".`, `Add "${member}": "${member === 'cpu' ? '256' : '512'}", or more, at the top of the task definition.`));
    const cpu = sizeOf(look, 'cpu');
    const memory = sizeOf(look, 'memory');
    if (cpu === undefined || memory === undefined)
        return [];
    const sizes = FARGATE_SIZES.get(cpu);
    if (sizes === undefined) {
        const what = `Fargate has no task with ${cpu} CPU units; it has ${(0,format/* listNames */.Zv)([...FARGATE_SIZES.keys()].map(String), 'and')}.`;
        return [error('fargate-size', ['cpu'], what, `Set cpu to ${(0,format/* quote */.hD)(String(nextCpu(cpu)))}.`)];
    }
    if (!takes(sizes, memory)) {
        const what = `With cpu ${cpu} Fargate takes ${describe(sizes)} MiB of memory, got ${memory}.`;
        return [error('fargate-size', ['memory'], what, adviseMemory(cpu, sizes, memory))];
    }
    return [...doubtLargest(cpu), ...checkWindows(look, cpu)];
}
function doubtLargest(cpu) {
    if (cpu !== DISPUTED_CPU)
        return [];
    const what = 'AWS documents 32 vCPU on Fargate in one place only, and has refused it in some regions.';
    return [warning('fargate-size-disputed', ['cpu'], what, 'Try it in your region, or use 16 vCPU ("16384").')];
}
function checkWindows({ isWindows }, cpu) {
    if (!isWindows)
        return [];
    if (cpu < LEAST_CPU_WINDOWS) {
        const what = `Windows on Fargate needs at least ${LEAST_CPU_WINDOWS} CPU units, got ${cpu}.`;
        return [error('fargate-size', ['cpu'], what, 'Set cpu to "1024" and memory to "2048" or more.')];
    }
    if (cpu <= MOST_CPU_WINDOWS)
        return [];
    const what = `AWS documents ${cpu} CPU units on Fargate for Linux only; the task is for Windows.`;
    return [warning('fargate-size-disputed', ['cpu'], what, 'Set cpu to "4096" or less.')];
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
function checkBounds(look) {
    const cpu = sizeOf(look, 'cpu');
    const found = [];
    if (!look.isFargate && !look.isWindows && cpu !== undefined && (cpu < EC2_CPU.least || cpu > EC2_CPU.most)) {
        const what = `cpu of a task is from ${EC2_CPU.least} to ${EC2_CPU.most} CPU units, got ${cpu}.`;
        found.push(error('task-cpu-range', ['cpu'], what, 'Set it within these bounds, or leave it out on EC2.'));
    }
    return [...found, ...checkStorage(look)];
}
function checkStorage({ definition, launchTypes }) {
    const storage = (0,text_record/* own */.ZV)(definition, 'ephemeralStorage');
    if (!(0,text_record/* isRecord */.u4)(storage))
        return [];
    const path = ['ephemeralStorage', 'sizeInGiB'];
    const size = numberOf(storage, 'sizeInGiB');
    const found = [];
    if (size !== undefined && (size < 21 || size > 200)) {
        const what = `Ephemeral storage is from 21 to 200 GiB, got ${size}.`;
        found.push(error('ephemeral-storage', path, what, 'Leave ephemeralStorage out for the 20 GiB that every task has.'));
    }
    if (launchTypes.length > 0 && launchTypes.every(type => type === 'EC2' || type === 'EXTERNAL')) {
        const what = `Ephemeral storage is for Fargate; this task is for ${(0,format/* listNames */.Zv)(launchTypes)}.`;
        found.push(error('ephemeral-storage', ['ephemeralStorage'], what, 'Remove ephemeralStorage.'));
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/memory.js



/** Docker reserves that much for a container whatever it is given. */
const LEAST_MEMORY = 6;
/** CPU and memory of the containers, by themselves and against the task's. */
function checkMemory(look) {
    return [...look.containers.flatMap(container => memory_checkContainer(look, container)), ...checkSums(look)];
}
function memory_checkContainer(look, container) {
    const { record } = container;
    const name = (0,format/* quote */.hD)(container.name);
    const memory = numberOf(record, 'memory');
    const reservation = numberOf(record, 'memoryReservation');
    const task = sizeOf(look, 'memory');
    const found = [];
    if (textOf(look.definition, 'memory') === undefined && !look.isFargate && (memory ?? 0) + (reservation ?? 0) === 0) {
        const what = `The container ${name} has neither memory nor memoryReservation, and the task has no memory either.`;
        found.push(error('memory-missing', inContainer(container), what, 'Give the container memory or memoryReservation, in MiB.'));
    }
    if ((memory !== undefined && memory < 0) || (reservation !== undefined && reservation < 0)) {
        found.push(error('memory-missing', inContainer(container), `The memory of the container ${name} is negative.`, 'Give it in MiB.'));
    }
    if (memory !== undefined && memory > 0 && memory < LEAST_MEMORY) {
        const what = `The container ${name} has ${memory} MiB of memory; Docker needs ${LEAST_MEMORY} for a container.`;
        found.push(warning('memory-least', inContainer(container, 'memory'), what, 'memory is in MiB: give it more.'));
    }
    if (memory !== undefined && memory > 0 && reservation !== undefined && memory < reservation) {
        const what = `The container ${name} reserves ${reservation} MiB and may use only ${memory}.`;
        found.push(error('memory-reservation', inContainer(container, 'memoryReservation'), what, 'Make memory larger than memoryReservation.'));
    }
    if (task !== undefined && memory !== undefined && memory > task && !look.isWindows) {
        const what = `The container ${name} has ${memory} MiB of memory, the whole task ${task}.`;
        found.push(error('memory-over-task', inContainer(container, 'memory'), what, `Set it to ${task} or less, or give the task more.`));
    }
    return found;
}
/** The task's size is ignored for Windows on EC2. */
function checkSums(look) {
    if (look.isWindows)
        return [];
    const found = [];
    const sum = (valueOf) => look.containers.reduce((total, { record }) => total + valueOf(record), 0);
    const cpu = sum(record => numberOf(record, 'cpu') ?? 0);
    const taskCpu = sizeOf(look, 'cpu');
    if (taskCpu !== undefined && cpu > taskCpu) {
        const what = `The containers have ${cpu} CPU units in all, the task has ${taskCpu}.`;
        const next = 'Lower cpu of the containers, or raise that of the task.';
        found.push(look.isFargate ? error('cpu-over-task', ['cpu'], what, next) : warning('cpu-over-task', ['cpu'], what, next));
    }
    const memory = sum(record => numberOf(record, 'memoryReservation') ?? numberOf(record, 'memory') ?? 0);
    const taskMemory = sizeOf(look, 'memory');
    if (taskMemory !== undefined && memory > taskMemory) {
        const what = `The containers reserve ${memory} MiB of memory in all, the task has ${taskMemory}.`;
        found.push(warning('memory-sum-over-task', ['memory'], what, 'Lower memory or memoryReservation of the containers, or raise that of the task.'));
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/network.js



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
function checkNetwork(look) {
    return [...checkMode(look), ...checkMembers(look), ...checkControls(look)];
}
function checkMode({ definition, networkMode, isFargate, launchTypes }) {
    if (isFargate && networkMode !== 'awsvpc') {
        const got = networkMode === undefined ? 'no networkMode, which means bridge' : `networkMode ${(0,format/* quote */.hD)(networkMode)}`;
        return [
            error('fargate-network-mode', ['networkMode'], `Fargate has the network mode awsvpc only; the file has ${got}.`, 'Set "networkMode": "awsvpc".')
        ];
    }
    if (launchTypes.includes('EXTERNAL') && networkMode === 'awsvpc') {
        const what = 'External instances have no network mode awsvpc.';
        return [warning('external-network-mode', ['networkMode'], what, 'Set it to bridge, host or none.')];
    }
    if ((0,text_record/* own */.ZV)(definition, 'enableFaultInjection') === true && networkMode !== 'awsvpc' && networkMode !== 'host') {
        const what = `Faults are injected with the network modes awsvpc and host; the file has ${networkMode ?? 'none, which means bridge'}.`;
        return [warning('fault-injection', ['enableFaultInjection'], what, 'Change networkMode, or remove it.')];
    }
    return [];
}
function checkMembers({ networkMode, containers }) {
    return containers.flatMap(container => {
        const { record } = container;
        const name = (0,format/* quote */.hD)(container.name);
        if (networkMode === 'awsvpc')
            return Object.entries(NOT_WITH_AWSVPC)
                .filter(([member]) => says(record, member))
                .map(([member, next]) => error('awsvpc-unsupported', inContainer(container, member), `The container ${name} has ${member}, which the network mode awsvpc does not have.`, next));
        if (networkMode === 'none' && says(record, 'portMappings'))
            return [
                error('ports-without-network', inContainer(container, 'portMappings'), `The container ${name} maps ports, but networkMode is none.`, 'Remove portMappings, or choose another networkMode.')
            ];
        if (networkMode !== undefined && networkMode !== 'bridge' && says(record, 'links'))
            return [
                warning('links-network-mode', inContainer(container, 'links'), `Links work in the network mode bridge only; the file has ${networkMode}.`, 'Remove links.')
            ];
        return [];
    });
}
/** Kernel parameters of a namespace that the task shares with its host. */
function checkControls({ definition, networkMode, containers }) {
    const ipcMode = textOf(definition, 'ipcMode');
    return containers.flatMap(container => recordsOf(container.record, 'systemControls').flatMap((control, index) => {
        const namespace = textOf(control, 'namespace') ?? '';
        const path = inContainer(container, 'systemControls', index);
        const ofNetwork = namespace.startsWith('net.');
        if (ofNetwork && networkMode === 'host')
            return [
                warning('system-control', path, `${(0,format/* quote */.hD)(namespace)} cannot be set with the network mode host.`, 'Set it on the instance.')
            ];
        if (!ofNetwork && ipcMode === 'host')
            return [
                warning('system-control', path, `${(0,format/* quote */.hD)(namespace)} cannot be set with ipcMode host.`, 'Set it on the instance.')
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
    const found = [];
    if (networkMode !== 'awsvpc') {
        const what = `A proxy needs the network mode awsvpc, got ${networkMode ?? 'none, which means bridge'}.`;
        found.push(error('proxy', ['proxyConfiguration'], what, 'Set "networkMode": "awsvpc", or remove proxyConfiguration.'));
    }
    const name = textOf(proxy, 'containerName') ?? '';
    if (!containers.some(container => container.name === name)) {
        const what = `The proxy is to be the container ${(0,format/* quote */.hD)(name)}, which the task definition does not have.`;
        found.push(error('proxy', ['proxyConfiguration', 'containerName'], what, 'Name one of its containers.'));
    }
    const given = recordsOf(proxy, 'properties').map(property => textOf(property, 'name'));
    for (const property of PROXY_PROPERTIES) {
        if (given.includes(property))
            continue;
        found.push(error('proxy', ['proxyConfiguration', 'properties'], `The proxy has no ${property}.`, `Add { "name": "${property}", "value": "…" }.`));
    }
    if (!given.includes('IgnoredUID') && !given.includes('IgnoredGID')) {
        const what = 'The proxy has neither IgnoredUID nor IgnoredGID, so it would proxy itself.';
        found.push(warning('proxy-ignored-user', ['proxyConfiguration', 'properties'], what, 'Add the user of the proxy container.'));
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/secrets.js



const MOST_ENVIRONMENT_FILES = 10;
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
    const logging = (0,text_record/* own */.ZV)(container.record, 'logConfiguration');
    const ofLogs = (0,text_record/* isRecord */.u4)(logging) ? recordsOf(logging, 'secretOptions') : [];
    return [
        ...recordsOf(container.record, 'secrets').map((secret, index) => ({
            secret,
            path: inContainer(container, 'secrets', index)
        })),
        ...ofLogs.map((secret, index) => ({
            secret,
            path: inContainer(container, 'logConfiguration', 'secretOptions', index)
        }))
    ];
}
/** A name is a variable or a secret, and a secret once. */
function checkNames(container) {
    const { record } = container;
    const secrets = recordsOf(record, 'secrets').map(secret => textOf(secret, 'name'));
    const variables = new Set(recordsOf(record, 'environment').map(variable => textOf(variable, 'name')));
    const repeats = new Set(findRepeats(secrets));
    return secrets.flatMap((name, index) => {
        if (name === undefined || !(variables.has(name) || repeats.has(index)))
            return [];
        const where = variables.has(name) ? 'both in environment and in secrets' : 'twice in secrets';
        const what = `${(0,format/* quote */.hD)(name)} is ${where} of the container ${(0,format/* quote */.hD)(container.name)}; ECS takes a name once.`;
        return [error('secret-name', inContainer(container, 'secrets', index, 'name'), what, 'Remove one of the two.')];
    });
}
function checkEnvironmentNames(container) {
    const names = recordsOf(container.record, 'environment').map(variable => textOf(variable, 'name'));
    const repeats = findRepeats(names).map(index => warning('environment-name', inContainer(container, 'environment', index, 'name'), `${(0,format/* quote */.hD)(names[index] ?? '')} is twice in the environment of the container ${(0,format/* quote */.hD)(container.name)}; which of them counts is not documented.`, 'Remove one of the two.'));
    const malformed = names.flatMap((name, index) => {
        if (name !== undefined && name !== '' && !name.includes('='))
            return [];
        const what = name === undefined || name === ''
            ? 'The variable has no name.'
            : `The name of a variable cannot hold "=", got ${(0,format/* quote */.hD)(name)}.`;
        return [warning('environment-name', inContainer(container, 'environment', index), what, 'Correct or remove it.')];
    });
    return [...repeats, ...malformed];
}
/** ECS takes such an entry, and the revision that it answers with is without it. */
function checkEnvironmentValues(container) {
    return recordsOf(container.record, 'environment').flatMap((variable, index) => {
        const name = textOf(variable, 'name');
        if (name === undefined || name === '' || ((0,text_record/* own */.ZV)(variable, 'value') ?? null) !== null)
            return [];
        const what = `The variable ${(0,format/* quote */.hD)(name)} has no value: ECS leaves it out, and the container does not get it.`;
        const path = inContainer(container, 'environment', index);
        return [warning('environment-value', path, what, 'Write "value": "" if it is to be empty, or remove it.')];
    });
}
function checkFiles(container) {
    const files = recordsOf(container.record, 'environmentFiles');
    const found = [];
    if (files.length > MOST_ENVIRONMENT_FILES) {
        const what = `The container ${(0,format/* quote */.hD)(container.name)} has ${files.length} environment files; ECS takes at most ${MOST_ENVIRONMENT_FILES}.`;
        found.push(error('environment-files', inContainer(container, 'environmentFiles'), what, 'Join some of them.'));
    }
    const malformed = files.flatMap((file, index) => {
        const value = textOf(file, 'value') ?? '';
        if (/^arn:aws[\w-]*:s3:::.+\.env$/.test(value))
            return [];
        const what = `An environment file is the ARN of an object in S3 whose name ends in .env, got ${(0,format/* quote */.hD)(value)}.`;
        const path = inContainer(container, 'environmentFiles', index, 'value');
        return [warning('environment-file-form', path, what, 'Write "arn:aws:s3:::bucket/name.env".')];
    });
    return [...found, ...malformed];
}
const SECRET_FORM = 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME[:json-key:version-stage:version-id]';
const PARAMETER_FORM = 'the name of a parameter or arn:aws:ssm:REGION:ACCOUNT:parameter/NAME';
/** `valueFrom`: a parameter's name or ARN, or a secret's ARN, behind which all three of key, stage and version are given or none. */
function checkValueFrom(secret, path) {
    const value = textOf(secret, 'valueFrom');
    const at = [...path, 'valueFrom'];
    if (value === undefined || findPlaceholder(value) !== undefined)
        return [];
    const tell = (what, next) => [error('secret-value-from', at, what, next)];
    if (value === '')
        return tell('valueFrom is empty.', `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
    const arn = /^arn:aws[\w-]*:([^:]*):([^:]*):([^:]*):(.*)$/s.exec(value);
    if (arn === null) {
        if (value.startsWith('arn:'))
            return tell(`${(0,format/* quote */.hD)(value)} is no ARN.`, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
        return checkParameterName(value, at);
    }
    const [, service = '', region = '', account = '', resource = ''] = arn;
    if (region === '' || !/^\d{12}$/.test(account))
        return tell(`The ARN ${(0,format/* quote */.hD)(value)} needs a region and an account of twelve digits.`, 'Copy it from the AWS console.');
    if (service === 'ssm')
        return resource.startsWith('parameter/')
            ? []
            : tell(`The ARN of a parameter ends in :parameter/NAME, got ${(0,format/* quote */.hD)(value)}.`, `Write ${PARAMETER_FORM}.`);
    if (service === 'secretsmanager')
        return checkSecretArn(value, resource, at);
    return tell(`Secrets come from SSM or Secrets Manager; the ARN ${(0,format/* quote */.hD)(value)} is of ${service}.`, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
}
function checkSecretArn(value, resource, path) {
    const [kind, name = '', ...behind] = resource.split(':');
    const tell = (what, next) => [error('secret-value-from', path, what, next)];
    if (kind !== 'secret' || name === '')
        return tell(`The ARN of a secret ends in :secret:NAME, got ${(0,format/* quote */.hD)(value)}.`, `Write ${SECRET_FORM}.`);
    if (behind.length === 0)
        return [];
    const [key = '', stage = '', version = ''] = behind;
    if (behind.length !== 3) {
        const what = `Behind the secret's name come :json-key:version-stage:version-id, empty or not, but all three colons; got ${(0,format/* quote */.hD)(`:${behind.join(':')}`)}.`;
        return tell(what, `End the ARN in ${(0,format/* quote */.hD)(`:${key}:${stage}:${behind.length > 3 ? '' : version}`)}.`);
    }
    if (stage !== '' && version !== '')
        return tell('A secret has a version stage or a version id, not both.', 'Leave one of the two empty, with its colon.');
    return [];
}
/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html: letters, digits and . - _ /; `:` starts a version or label. */
function checkParameterName(value, path) {
    if (/^[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/.test(value))
        return [];
    const what = `${(0,format/* quote */.hD)(value)} is not a valid SSM parameter name: it may contain letters, digits and . - _ /.`;
    return [warning('parameter-name', path, what, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`)];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/placeholders.js




/**
 * What a template left open, where AWS takes no such characters. Images, family and containers' names are looked at where images are
 * assigned and names are read; commands and the environment may hold anything.
 */
function checkPlaceholders(look) {
    const { definition, containers } = look;
    const certain = [
        ...['taskRoleArn', 'executionRoleArn', 'cpu', 'memory'].map(member => [[member], textOf(definition, member)]),
        ...containers.flatMap(container => listSecrets(container).map(({ secret, path }) => [[...path, 'valueFrom'], textOf(secret, 'valueFrom')]))
    ];
    const doubtful = [
        ...containers.flatMap(container => {
            const logging = (0,text_record/* own */.ZV)(container.record, 'logConfiguration');
            const options = (0,text_record/* isRecord */.u4)(logging) ? (0,text_record/* own */.ZV)(logging, 'options') : undefined;
            if (!(0,text_record/* isRecord */.u4)(options))
                return [];
            return ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'].map(name => [inContainer(container, 'logConfiguration', 'options', name), textOf(options, name)]);
        }),
        ...recordsOf(definition, 'volumes').flatMap((volume, index) => {
            const efs = (0,text_record/* own */.ZV)(volume, 'efsVolumeConfiguration');
            return (0,text_record/* isRecord */.u4)(efs)
                ? [[['volumes', index, 'efsVolumeConfiguration', 'fileSystemId'], textOf(efs, 'fileSystemId')]]
                : [];
        })
    ];
    return [
        ...certain.flatMap(([path, text]) => placeholders_tell(error, path, text)),
        ...doubtful.flatMap(([path, text]) => placeholders_tell(warning, path, text))
    ];
}
function placeholders_tell(as, path, text) {
    const placeholder = text === undefined ? undefined : findPlaceholder(text);
    if (placeholder === undefined)
        return [];
    const what = `The placeholder ${(0,format/* quote */.hD)(placeholder)} is left in ${(0,format/* quote */.hD)(text ?? '')}: nothing fills it in.`;
    return [as('placeholder-left', path, what, 'Write the value, or fill it in before Slipway runs.')];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/platform.js



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
function checkPlatform(look) {
    return [...platform_checkWindows(look), ...checkArchitecture(look)];
}
function platform_checkWindows(look) {
    const { definition, containers, isWindows, isFargate, cpuArchitecture } = look;
    if (!isWindows)
        return [];
    const found = [];
    if (cpuArchitecture === 'ARM64')
        found.push(warning('windows', ['runtimePlatform', 'cpuArchitecture'], 'AWS has ARM64 for Linux only; the task is for Windows.', 'Set it to X86_64.'));
    const runtime = (0,text_record/* own */.ZV)(definition, 'runtimePlatform');
    const family = (0,text_record/* isRecord */.u4)(runtime) ? (textOf(runtime, 'operatingSystemFamily') ?? '') : '';
    if (isFargate && !FARGATE_WINDOWS.test(family))
        found.push(warning('windows', ['runtimePlatform', 'operatingSystemFamily'], `AWS does not document ${family} for Fargate.`, 'Use Windows Server 2019 or later, CORE or FULL.'));
    for (const member of ['pidMode', 'ipcMode'])
        if (says(definition, member))
            found.push(warning('windows', [member], `${member} is not supported for Windows containers.`, 'Remove it.'));
    for (const container of containers) {
        for (const member of NOT_ON_WINDOWS.filter(name => says(container.record, name))) {
            const what = `${member} is not supported for Windows containers; ${(0,format/* quote */.hD)(container.name)} has it.`;
            found.push(warning('windows', inContainer(container, member), what, 'Remove it.'));
        }
    }
    return found;
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
            error('platform', ['runtimePlatform', 'cpuArchitecture'], what, `Set platforms to ${wanted}, or cpuArchitecture to ${machine === 'amd64' ? 'ARM64' : 'X86_64'}.`)
        ];
    });
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/ports.js



const MOST_PORT = 65_535;
const MOST_RANGES = 100;
const PORT_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
/** Port mappings: numbers, ranges, names, and what the network mode makes of host ports. */
function checkPorts(look) {
    const mappings = look.containers.flatMap(readMappings);
    return [
        ...mappings.flatMap(mapping => [
            ...checkNumbers(mapping),
            ...checkRange(mapping, look),
            ...checkHostPort(mapping, look)
        ]),
        ...ports_checkNames(mappings),
        ...checkOverlaps(mappings, look),
        ...checkHostPorts(mappings, look),
        ...look.containers.flatMap(checkCount)
    ];
}
function readMappings(container) {
    return recordsOf(container.record, 'portMappings').map((record, index) => {
        return { container, index, record, protocol: textOf(record, 'protocol') ?? 'tcp', range: readRange(record) };
    });
}
function readRange(mapping) {
    const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(textOf(mapping, 'containerPortRange') ?? '') ?? [];
    if (first !== undefined && last !== undefined)
        return { first: Number(first), last: Number(last) };
    const port = numberOf(mapping, 'containerPort');
    return port === undefined ? undefined : { first: port, last: port };
}
function at({ container, index }, ...rest) {
    return inContainer(container, 'portMappings', index, ...rest);
}
function checkNumbers(mapping) {
    const { record } = mapping;
    const found = [];
    const port = numberOf(record, 'containerPort');
    if (port !== undefined && (port < 1 || port > MOST_PORT))
        found.push(error('port-range', at(mapping, 'containerPort'), `A port is from 1 to ${MOST_PORT}, got ${port}.`, 'Write the port that the container listens on.'));
    const host = numberOf(record, 'hostPort');
    if (host !== undefined && (host < 0 || host > MOST_PORT))
        found.push(error('port-range', at(mapping, 'hostPort'), `A host port is from 0 to ${MOST_PORT}, got ${host}.`, 'Correct it, or leave it out.'));
    if (port === undefined && (0,text_record/* own */.ZV)(record, 'containerPortRange') === undefined)
        found.push(warning('port-missing', at(mapping), 'The mapping has neither containerPort nor containerPortRange.', 'Write the port that the container listens on.'));
    return found;
}
function checkRange(mapping, { networkMode }) {
    const text = textOf(mapping.record, 'containerPortRange');
    if (text === undefined)
        return [];
    const path = at(mapping, 'containerPortRange');
    const { range, record } = mapping;
    if (range === undefined || !/^\d{1,5}-\d{1,5}$/.test(text))
        return [
            error('port-range', path, `A range of ports is written as "8000-8010", got ${(0,format/* quote */.hD)(text)}.`, 'Write it so.')
        ];
    const found = [];
    if (range.first < 1 || range.last > MOST_PORT || range.first >= range.last)
        found.push(error('port-range', path, `In a range of ports the first is less than the last, both from 1 to ${MOST_PORT}; got ${(0,format/* quote */.hD)(text)}.`, 'Correct it, or write a containerPort.'));
    if ((0,text_record/* own */.ZV)(record, 'containerPort') !== undefined || (0,text_record/* own */.ZV)(record, 'hostPort') !== undefined)
        found.push(error('port-and-range', path, 'The mapping has a containerPortRange beside a single port.', 'Make two mappings of it; a range has no hostPort.'));
    if (networkMode === 'host' || networkMode === 'none')
        found.push(error('port-range', path, `A range of ports needs the network mode bridge or awsvpc, got ${networkMode}.`, 'Map single ports.'));
    return found;
}
function checkHostPort(mapping, { networkMode }) {
    const host = numberOf(mapping.record, 'hostPort');
    const port = numberOf(mapping.record, 'containerPort');
    if ((networkMode !== 'awsvpc' && networkMode !== 'host') || host === undefined || port === undefined || host === port)
        return [];
    const what = `With the network mode ${networkMode} a host port is the container port: got hostPort ${host} for containerPort ${port}.`;
    return [error('host-port', at(mapping, 'hostPort'), what, 'Leave hostPort out.')];
}
function ports_checkNames(mappings) {
    const names = mappings.map(({ record }) => textOf(record, 'name'));
    const repeats = findRepeats(names).flatMap(index => {
        const mapping = mappings[index];
        return mapping === undefined
            ? []
            : [
                error('port-name', at(mapping, 'name'), `Two port mappings are called ${(0,format/* quote */.hD)(names[index] ?? '')}.`, 'Rename one of them.')
            ];
    });
    const malformed = mappings.flatMap((mapping, index) => {
        const name = names[index];
        if (name === undefined || PORT_NAME.test(name))
            return [];
        const what = `${(0,format/* quote */.hD)(name)} cannot be the name of a port: it takes up to 64 small letters, digits, _ and -, and does not start with -.`;
        return [
            error('port-name', at(mapping, 'name'), what, `Write ${(0,format/* quote */.hD)(name
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
            return [error('port-twice', at(mapping), what, next)];
        if (mapping.protocol === other.protocol)
            return [warning('port-twice', at(mapping), what, next)];
        const doubt = `The port ${range.first} is mapped for ${other.protocol} and for ${mapping.protocol}, which AWS's reference rules out.`;
        return [
            warning('port-protocols', at(mapping), doubt, 'Keep it where ECS takes it, as of a DNS server; else map it for one of the two.')
        ];
    });
}
/** In a bridge the containers of a task compete for the ports of the host. */
function checkHostPorts(mappings, { networkMode }) {
    if (networkMode !== undefined && networkMode !== 'bridge')
        return [];
    const wanted = mappings.map(({ record, protocol }) => {
        const port = numberOf(record, 'hostPort') ?? 0;
        return port === 0 ? undefined : `${port}/${protocol}`;
    });
    return findRepeats(wanted).flatMap(index => {
        const mapping = mappings[index];
        if (mapping === undefined)
            return [];
        const what = `The port ${wanted[index] ?? ''} of the host is mapped twice: the second container cannot start.`;
        return [warning('host-port-twice', at(mapping, 'hostPort'), what, 'Choose another, or leave hostPort out.')];
    });
}
function checkCount(container) {
    const ranges = recordsOf(container.record, 'portMappings').filter(record => (0,text_record/* own */.ZV)(record, 'containerPortRange') !== undefined);
    if (ranges.length <= MOST_RANGES)
        return [];
    const what = `The container ${(0,format/* quote */.hD)(container.name)} has ${ranges.length} ranges of ports; ECS takes at most ${MOST_RANGES}.`;
    return [error('port-range', inContainer(container, 'portMappings'), what, 'Join ranges.')];
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/resources.js



/** Limits of the kernel, swap, GPUs and accelerators. */
function checkResources({ definition, containers }) {
    const found = [];
    if (says(definition, 'inferenceAccelerators'))
        found.push(error('inference-accelerator', ['inferenceAccelerators'], 'Amazon Elastic Inference is no more, and ECS takes no inferenceAccelerators.', 'Remove it.'));
    return [
        ...found,
        ...containers.flatMap(container => [
            ...checkUlimits(container),
            ...checkSwap(container),
            ...checkRequirements(container)
        ])
    ];
}
/** -1 is without limit. */
function checkUlimits(container) {
    const limits = recordsOf(container.record, 'ulimits');
    const names = limits.map(limit => textOf(limit, 'name'));
    const over = limits.flatMap((limit, index) => {
        const soft = numberOf(limit, 'softLimit');
        const hard = numberOf(limit, 'hardLimit');
        if (soft === undefined || hard === undefined || hard < 0 || soft <= hard)
            return [];
        const what = `The soft limit of ${names[index] ?? ''} is ${soft}, above the hard limit ${hard}.`;
        return [error('ulimit', inContainer(container, 'ulimits', index), what, `Set softLimit to ${hard} or less.`)];
    });
    const repeats = findRepeats(names).map(index => warning('ulimit-twice', inContainer(container, 'ulimits', index), `The limit ${names[index] ?? ''} is listed twice.`, 'Remove one of the two.'));
    return [...over, ...repeats];
}
function checkSwap(container) {
    const linux = (0,text_record/* own */.ZV)(container.record, 'linuxParameters');
    const swappiness = (0,text_record/* isRecord */.u4)(linux) ? numberOf(linux, 'swappiness') : undefined;
    if (swappiness === undefined || (swappiness >= 0 && swappiness <= 100))
        return [];
    const path = inContainer(container, 'linuxParameters', 'swappiness');
    return [error('swappiness', path, `swappiness is from 0 to 100, got ${swappiness}.`, 'Set it within these bounds.')];
}
function checkRequirements(container) {
    return recordsOf(container.record, 'resourceRequirements').flatMap((requirement, index) => {
        const path = inContainer(container, 'resourceRequirements', index);
        const type = textOf(requirement, 'type');
        const value = textOf(requirement, 'value');
        if (type === 'InferenceAccelerator')
            return [
                warning('inference-accelerator', path, 'Amazon Elastic Inference is no more.', 'Remove the requirement.')
            ];
        if (type !== 'GPU' || value === undefined || /^[1-9]\d*$/.test(value))
            return [];
        return [
            warning('gpu-count', path, `The value of a GPU requirement is how many, got ${(0,format/* quote */.hD)(value)}.`, 'Write "1" or more.')
        ];
    });
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/roles.js





const ROLE_ARN = /^arn:aws(?:-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const ROLE_NAME = /^[\w+=,.@/-]{1,64}$/;
/** The two roles: how they are written, and where the execution role is needed. */
function checkRoles(look) {
    return [...['taskRoleArn', 'executionRoleArn'].flatMap(member => checkForm(look, member)), ...checkNeed(look)];
}
/** An ARN, or a role's name: ECS takes both. */
function checkForm({ definition }, member) {
    const role = textOf(definition, member);
    if (role === undefined || findPlaceholder(role) !== undefined)
        return [];
    if (role.startsWith('arn:') ? ROLE_ARN.test(role) : ROLE_NAME.test(role))
        return [];
    const account = /^arn:aws[\w-]*:iam::([^:]*):/.exec(role)?.[1];
    const what = account !== undefined && !/^\d{12}$/.test(account)
        ? `${(0,format/* quote */.hD)(role)} is not a valid role: an account id has twelve digits, got ${(0,format/* quote */.hD)(account)}.`
        : `${(0,format/* quote */.hD)(role)} is not a valid role.`;
    return [error('role-form', [member], what, 'Write "arn:aws:iam::123456789012:role/NAME".')];
}
function checkNeed(look) {
    if (textOf(look.definition, 'executionRoleArn') !== undefined)
        return [];
    const found = look.containers.flatMap(container => findNeed(look, container));
    // One role serves all: the first need says enough, and an error says more than a doubt.
    return [found.find(({ severity }) => severity === 'error') ?? found[0]].flatMap(need => need ?? []);
}
function findNeed(look, container) {
    const { record } = container;
    const name = (0,format/* quote */.hD)(container.name);
    const logging = (0,text_record/* own */.ZV)(record, 'logConfiguration');
    const driver = (0,text_record/* isRecord */.u4)(logging) ? textOf(logging, 'logDriver') : undefined;
    const next = 'Set executionRoleArn to a role that ecs-tasks.amazonaws.com may assume (usually ecsTaskExecutionRole).';
    const need = (why) => `There is no executionRoleArn, which ${why} needs.`;
    const found = [];
    const [secret] = listSecrets(container);
    if (says(record, 'secrets') && secret !== undefined)
        found.push(error('execution-role', inContainer(container, 'secrets'), need(`the container ${name} with its secrets`), next));
    else if (secret !== undefined)
        found.push(warning('execution-role', secret.path, need(`the log driver of ${name} with its secrets`), next));
    if (look.isFargate && isFromEcr(look, container))
        found.push(error('execution-role', inContainer(container, 'image'), need(`Fargate for the image of ${name} in ECR`), next));
    if (look.isFargate && driver === 'awslogs')
        found.push(error('execution-role', inContainer(container, 'logConfiguration'), need(`Fargate for the log driver awslogs of ${name}`), next));
    for (const member of ['repositoryCredentials', 'environmentFiles'])
        if (says(record, member))
            found.push(warning('execution-role', inContainer(container, member), need(`the container ${name} with its ${member}`), next));
    return found;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/volumes.js




const KINDS = [
    'host',
    'dockerVolumeConfiguration',
    'efsVolumeConfiguration',
    's3filesVolumeConfiguration',
    'fsxWindowsFileServerVolumeConfiguration',
    'configuredAtLaunch'
];
/** Volumes, and the mount points that name them. */
function checkVolumes(look) {
    const volumes = recordsOf(look.definition, 'volumes');
    return [
        ...checkMounts(look, volumes),
        ...volumes_checkNames(volumes),
        ...checkLaunchVolumes(look, volumes),
        ...volumes.flatMap((volume, index) => [...checkKinds(look, volume, index), ...checkEfs(volume, index)])
    ];
}
function checkMounts({ containers }, volumes) {
    const names = volumes.flatMap(volume => textOf(volume, 'name') ?? []);
    return containers.flatMap(container => {
        const mounts = recordsOf(container.record, 'mountPoints');
        const unknown = mounts.flatMap((mount, index) => {
            const name = textOf(mount, 'sourceVolume');
            if (name === undefined || names.includes(name))
                return [];
            const nearest = (0,suggest/* nearestName */.q)(name, names);
            const what = `The container ${(0,format/* quote */.hD)(container.name)} mounts the volume ${(0,format/* quote */.hD)(name)}; the task definition has ${(0,format/* listNames */.Zv)(names)}.`;
            const next = nearest === undefined ? `Add { "name": ${(0,format/* quote */.hD)(name)} } to volumes.` : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`;
            return [error('volume-unknown', inContainer(container, 'mountPoints', index, 'sourceVolume'), what, next)];
        });
        const paths = mounts.map(mount => textOf(mount, 'containerPath'));
        const repeats = findRepeats(paths).map(index => warning('mount-path', inContainer(container, 'mountPoints', index), `Two volumes are mounted at ${(0,format/* quote */.hD)(paths[index] ?? '')} in ${(0,format/* quote */.hD)(container.name)}.`, 'Give each a path of its own.'));
        const incomplete = mounts.flatMap((mount, index) => textOf(mount, 'containerPath') !== undefined && textOf(mount, 'sourceVolume') !== undefined
            ? []
            : [
                warning('mount-path', inContainer(container, 'mountPoints', index), 'A mount point needs sourceVolume and containerPath.', 'Give both.')
            ]);
        return [...unknown, ...repeats, ...incomplete];
    });
}
function volumes_checkNames(volumes) {
    const names = volumes.map(volume => textOf(volume, 'name'));
    const repeats = findRepeats(names).map(index => {
        const what = `Two volumes are called ${(0,format/* quote */.hD)(names[index] ?? '')}.`;
        return warning('volume-name', ['volumes', index, 'name'], what, 'Rename one of them.');
    });
    const malformed = names.flatMap((name, index) => {
        if (name !== undefined && /^[A-Za-z0-9_-]{1,255}$/.test(name))
            return [];
        const what = `A volume's name has 1 to 255 letters, digits, hyphens and underscores, got ${name === undefined ? 'none' : (0,format/* quote */.hD)(name)}.`;
        return [
            warning('volume-name', ['volumes', index, ...(name === undefined ? [] : ['name'])], what, 'Correct it, and the mount points that name it.')
        ];
    });
    return [...repeats, ...malformed];
}
/** Volumes that the service gives (Amazon EBS): one, and in use. */
function checkLaunchVolumes({ containers }, volumes) {
    const mounted = new Set(containers.flatMap(({ record }) => recordsOf(record, 'mountPoints').map(mount => textOf(mount, 'sourceVolume'))));
    const atLaunch = volumes
        .map((volume, index) => ({ volume, index }))
        .filter(({ volume }) => (0,text_record/* own */.ZV)(volume, 'configuredAtLaunch') === true);
    return atLaunch.flatMap(({ volume, index }, order) => {
        const name = textOf(volume, 'name');
        const found = [];
        if (order > 0)
            found.push(error('volume-at-launch', ['volumes', index], 'One volume may be configured at launch; this is another.', 'Keep one of them.'));
        if (!mounted.has(name))
            found.push(error('volume-at-launch', ['volumes', index], `No container mounts the volume ${(0,format/* quote */.hD)(name ?? '')}, which is configured at launch.`, 'Add a mount point, or remove the volume.'));
        return found;
    });
}
function checkKinds({ definition, isFargate }, volume, index) {
    const found = [];
    const kinds = KINDS.filter(kind => (0,text_record/* own */.ZV)(volume, kind) !== undefined && (0,text_record/* own */.ZV)(volume, kind) !== false);
    if (kinds.length > 1) {
        const what = `A volume is of one kind; this has ${(0,format/* listNames */.Zv)(kinds)}.`;
        found.push(warning('volume-kind', ['volumes', index], what, 'Keep one of them.'));
    }
    const host = (0,text_record/* own */.ZV)(volume, 'host');
    if (isFargate && (0,text_record/* isRecord */.u4)(host) && says(host, 'sourcePath'))
        found.push(error('fargate-unsupported', ['volumes', index, 'host', 'sourcePath'], 'Fargate has no host whose folders could be mounted (sourcePath).', 'Write "host": {} for a volume of the task, or use EFS.'));
    if (isFargate && (0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(volume, 'dockerVolumeConfiguration')))
        found.push(error('fargate-unsupported', ['volumes', index, 'dockerVolumeConfiguration'], 'Fargate has no Docker volumes.', 'Use "host": {} for a volume of the task, or EFS.'));
    if (isFargate && (0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(volume, 'fsxWindowsFileServerVolumeConfiguration')))
        found.push(warning('volume-kind', ['volumes', index], 'AWS documents FSx for Windows File Server for EC2 instances only.', 'Use EFS, or EC2.'));
    if ((0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(volume, 's3filesVolumeConfiguration')) && textOf(definition, 'taskRoleArn') === undefined)
        found.push(warning('volume-task-role', ['volumes', index], 'A volume of S3 Files needs a taskRoleArn.', 'Add a role that may use the file system.'));
    return found;
}
function checkEfs(volume, index) {
    const efs = (0,text_record/* own */.ZV)(volume, 'efsVolumeConfiguration');
    if (!(0,text_record/* isRecord */.u4)(efs))
        return [];
    const path = ['volumes', index, 'efsVolumeConfiguration'];
    const auth = (0,text_record/* own */.ZV)(efs, 'authorizationConfig');
    const authorization = (0,text_record/* isRecord */.u4)(auth) ? auth : {};
    const accessPoint = textOf(authorization, 'accessPointId');
    const isEncrypted = textOf(efs, 'transitEncryption') === 'ENABLED';
    const needs = [
        ...(textOf(authorization, 'iam') === 'ENABLED' ? ['IAM authorisation'] : []),
        ...(accessPoint === undefined ? [] : ['an access point']),
        ...((0,text_record/* own */.ZV)(efs, 'transitEncryptionPort') === undefined ? [] : ['transitEncryptionPort'])
    ];
    const found = [];
    if (!isEncrypted && needs.length > 0)
        found.push(error('efs', path, `${(0,format/* listNames */.Zv)(needs)} of EFS needs transitEncryption.`, 'Set "transitEncryption": "ENABLED".'));
    const root = textOf(efs, 'rootDirectory');
    if (accessPoint !== undefined && root !== undefined && root !== '/' && root !== '')
        found.push(error('efs', [...path, 'rootDirectory'], `With an access point of EFS the root directory is the access point's own, got ${(0,format/* quote */.hD)(root)}.`, 'Leave rootDirectory out.'));
    return found;
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/table-row.js
const REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const CONTAINER = `${REFERENCE}/API_ContainerDefinition.html`;
const REGISTER = `${REFERENCE}/API_RegisterTaskDefinition.html`;
/** ECS's own answer to RegisterTaskDefinition. */
function refuses(says, answer) {
    return { severity: 'error', says, source: `ECS answers: “${answer}”` };
}
function documented(severity, says, source) {
    return { severity, says, source };
}

;// CONCATENATED MODULE: ./lib/task-definition/rules/table-data.js

/** Secrets, roles, logs, volumes, platform and limits. */
const DATA_ROWS = {
    // Environment and secrets
    'secret-name': refuses('A name is in secrets twice, or in secrets and in environment.', "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'X'."),
    'secret-value-from': documented('error', "valueFrom is neither an SSM parameter nor a secret's ARN, or the ARN has some but not all three suffixes (key, stage, version).", `${GUIDE}/secrets-envvar-secrets-manager.html; the agent stops the task: “unexpected ARN format with parameters when trying to retrieve ASM secret”`),
    'parameter-name': documented('warning', "A parameter's name has characters other than letters, digits and . - _ /.", 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html (Name)'),
    'environment-name': documented('warning', `A variable's name contains "=" or is used twice.`, `${REFERENCE}/API_KeyValuePair.html`),
    'environment-value': documented('warning', 'A variable has no value; an empty one is allowed.', 'ECS takes a variable without value and leaves it out of the revision: https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/224'),
    'environment-files': refuses('A container has more than 10 environment files.', 'The maximum number of environment files was exceeded. Specify ten or less and try again'),
    'environment-file-form': documented('warning', 'An environment file is not the ARN of an S3 object that ends in .env.', `${REFERENCE}/API_EnvironmentFile.html`),
    // Roles
    'role-form': refuses('A role is neither an ARN nor a name.', 'Role is not valid'),
    'execution-role': {
        severity: 'either',
        says: 'executionRoleArn is missing, but secrets, or on Fargate ECR images or the log driver awslogs, need it. For other needs, a warning.',
        source: "ECS answers: “When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.”; “Fargate requires task definition to have execution role ARN to support ECR images.”; “… log driver awslogs.”"
    },
    // Logs
    'fargate-log-driver': refuses('Fargate does not support the log driver; it has awslogs, splunk and awsfirelens.', 'x is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]'),
    'log-options': refuses('awslogs lacks a group, a region or, on Fargate, a stream prefix, or has an endpoint; or splunk lacks a URL or a token.', 'Log driver awslogs requires options: awslogs-group; Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.; Log driver awslogs disallows options: awslogs-endpoint'),
    'log-option-unknown': documented('warning', 'AWS does not document this option of awslogs.', `${REFERENCE}/API_LogConfiguration.html (options)`),
    'log-option-value': documented('warning', 'mode is neither blocking nor non-blocking, or both multiline options are set.', `${REFERENCE}/API_LogConfiguration.html (options)`),
    'log-region': documented('warning', 'awslogs-region is not a region.', `${REFERENCE}/API_LogConfiguration.html (options)`),
    'firelens-router': refuses('A container logs to awsfirelens, but no container is a log router.', 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'),
    'firelens-unused': refuses('A container is a log router, but no container logs to awsfirelens.', 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'),
    'firelens-user': refuses('The user of a log router is not a number.', "If 'user' field is specified on firelens container, then 'UID' has to be '0'."),
    'firelens-file': {
        severity: 'either',
        says: 'The S3 file of a log router is not an ARN. On Fargate, where AWS documents files in the image only, a warning.',
        source: `ECS answers: “Invalid arn syntax.”; ${REFERENCE}/API_FirelensConfiguration.html (options)`
    },
    // Volumes
    'volume-unknown': refuses('A mount point names a volume that is not in the task definition.', "Unknown volume 'x'"),
    'mount-path': documented('warning', 'A mount point has no volume or path, or two in a container have the same path.', `${REFERENCE}/API_MountPoint.html`),
    'volume-name': documented('warning', "A volume's name is used twice or has characters other than letters, digits, hyphens and underscores.", `${REFERENCE}/API_Volume.html (name)`),
    'volume-kind': documented('warning', 'A volume is of more than one kind, or of one that the launch type does not support.', `${REFERENCE}/API_Volume.html: “may only specify a name and one of …”`),
    'volume-at-launch': refuses('More than one volume is configured at launch, or no container mounts it.', 'Volumes [x] are not referenced by any of the containers'),
    'volume-task-role': documented('warning', 'A volume of S3 Files needs a task role, and there is none.', `${REFERENCE}/API_S3FilesVolumeConfiguration.html`),
    efs: refuses('IAM, an access point or a port of EFS is used without transit encryption; or an access point is combined with a root directory.', 'EFS IAM authorization requires TransitEncryption to be enabled; TransitEncryptionPort requires that TransitEncryption is enabled; When using an EFS access point, the root directory must either be set to "/" or be omitted'),
    // Platform
    windows: documented('warning', 'A setting is for Linux only, and the task is for Windows.', `${CONTAINER}: “This parameter is not supported for Windows containers”`),
    platform: documented('error', "The image is built for a different processor than the task's.", "The task stops: “CannotPullContainerError: … image Manifest does not contain descriptor matching platform 'linux/amd64'”"),
    'fargate-unsupported': refuses('Fargate does not support this: privileged containers, GPUs, host paths, Docker volumes, devices, shared memory, swap, placement constraints, other modes of ipc and pid, or adding capabilities other than SYS_PTRACE.', "Fargate compatible task definitions do not support …; Fargate requires that the 'privileged' setting be 'false'; Tasks using the Fargate launch type do not support …"),
    // Kernel, GPUs
    ulimit: refuses('A soft limit is higher than its hard limit.', 'Soft limit exceeds hard limit for ulimit x'),
    'ulimit-twice': documented('warning', 'A limit is given twice.', `${REFERENCE}/API_Ulimit.html`),
    swappiness: documented('error', 'swappiness is outside 0 to 100.', `${REFERENCE}/API_LinuxParameters.html (swappiness)`),
    'gpu-count': documented('warning', 'A GPU requirement does not say how many GPUs.', `${REFERENCE}/API_ResourceRequirement.html (value)`),
    'inference-accelerator': {
        severity: 'either',
        says: 'Inference accelerators no longer exist. For a requirement of one, a warning.',
        source: "ECS answers: “Unsupported field 'inferenceAccelerators'”"
    },
    // Limits
    tags: documented('error', 'There are more than 50 tags, a key is used twice, a key is longer than 128 or a value longer than 256 characters, or a key starts with aws:.', `${REFERENCE}/API_Tag.html`),
    'placement-constraints': documented('error', 'There are more than 10 placement constraints.', `${REGISTER} (placementConstraints)`),
    'placeholder-left': {
        severity: 'either',
        says: "A template's placeholder is left in an image, a role, a size or a secret. In log options and file systems, a warning.",
        source: "ECS answers: “Role is not valid”, “Invalid 'cpu' setting for task.”; names of images and parameters hold no < > { } $"
    }
};

;// CONCATENATED MODULE: ./lib/task-definition/rules/table-task.js

/** Sizes, network, and containers by themselves and among each other. */
const TASK_ROWS = {
    // Sizes of the task
    'task-size-form': {
        severity: 'either',
        says: "The task's cpu is not in CPU units or vCPUs, or its memory is not in MiB or GB.",
        source: "ECS answers: “Invalid 'cpu' setting for task.” Units that AWS does not document, as MB, are a warning."
    },
    'task-cpu-range': documented('error', "The task's cpu is outside 128 to 196608 CPU units.", `${REGISTER} (cpu)`),
    'fargate-size-missing': refuses('On Fargate, the task has no cpu or no memory.', "Fargate requires that 'cpu' be defined at the task level."),
    'fargate-size': refuses('Fargate does not support this pair of cpu and memory, or Windows has less than one vCPU.', 'No Fargate configuration exists for given values.'),
    'fargate-size-disputed': documented('warning', "32 vCPU, or more than 4 vCPU for Windows: AWS's pages disagree on whether these sizes exist.", `${GUIDE}/task-cpu-memory-error.html against ${REGISTER} (memory)`),
    'ephemeral-storage': refuses('Ephemeral storage is outside 21 to 200 GiB, or the task is not for Fargate.', 'EphemeralStorage size should be at least 21; Tasks using the EC2 launch type do not support EphemeralStorage'),
    // CPU and memory of containers
    'memory-missing': refuses('Neither the task nor the container has memory or memoryReservation.', "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified."),
    'memory-reservation': refuses('memoryReservation is greater than memory.', "Invalid setting for container 'x'. 'memory' must be greater than or equal to 'memoryReservation'"),
    'memory-over-task': refuses('A container has more memory than its task.', "The 'memory' setting for container 'x' is greater than for the task"),
    'memory-sum-over-task': documented('warning', 'The containers together reserve more memory than the task has.', `${CONTAINER} (memory): “must be lower than the task memory value”`),
    'memory-least': documented('warning', 'A container has less than the 6 MiB that Docker needs.', `${CONTAINER} (memory)`),
    'cpu-over-task': {
        severity: 'either',
        says: 'The containers together have more CPU units than the task. A warning outside Fargate.',
        source: "ECS answers: “The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value”"
    },
    // Network and ports
    'fargate-network-mode': refuses('On Fargate, the network mode is not awsvpc.', 'Fargate only supports network mode ‘awsvpc’.'),
    'external-network-mode': documented('warning', 'External instances do not support the network mode awsvpc.', `${GUIDE}/ecs-anywhere.html (considerations)`),
    'managed-instances': documented('warning', 'Managed Instances do not support this setting, or a network mode other than awsvpc and host.', `${GUIDE}/managed-instances-tasks-services.html, ${GUIDE}/managed-instance-networking.html`),
    'fault-injection': documented('warning', 'Fault injection needs the network mode awsvpc or host.', `${GUIDE}/fault-injection.html`),
    'awsvpc-unsupported': refuses('The network mode awsvpc does not support links, hostname, dnsServers, dnsSearchDomains, extraHosts or disableNetworking.', 'Links are not supported when networkMode=awsvpc; hostname is not supported on container when networkMode=awsvpc; …'),
    'ports-without-network': documented('error', 'Ports are mapped with the network mode none.', `${REGISTER} (networkMode): “you cannot specify port mappings in your container definitions”`),
    'links-network-mode': documented('warning', 'Links are used in a network mode other than bridge.', `${CONTAINER} (links)`),
    'host-port': refuses('With the network mode awsvpc or host, a host port differs from its container port.', 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.'),
    'port-range': documented('error', 'A port is outside 1 to 65535, a range ends before it starts, or a range is used outside the network modes bridge and awsvpc.', `${REFERENCE}/API_PortMapping.html (containerPort, containerPortRange)`),
    'port-missing': documented('warning', 'A port mapping has neither containerPort nor containerPortRange.', `${REFERENCE}/API_PortMapping.html`),
    'port-and-range': refuses('A port mapping has both a single port and a range.', 'cannot specify both single port and port range'),
    'host-port-twice': documented('warning', 'With the network mode bridge, two containers use the same host port.', `${REFERENCE}/API_PortMapping.html (hostPort); Docker answers: “port is already allocated”`),
    'port-twice': {
        severity: 'either',
        says: 'A port is mapped twice. For two single ports, a warning.',
        source: 'ECS answers of ranges: “container port is used multiple times in task”'
    },
    'port-protocols': documented('warning', 'A container port is mapped for more than one protocol.', `${REFERENCE}/API_PortMapping.html: “You can't expose the same container port for multiple protocols”`),
    'port-name': refuses("A port's name is used twice, is longer than 64 characters, or has characters other than lowercase letters, digits, _ and -.", 'port mapping name is already used'),
    proxy: refuses('An App Mesh proxy lacks the network mode awsvpc, names a container that does not exist, or has no ports.', 'APPMESH proxy configuration is only supported in networkMode=awsvpc; Proxy container [x] does not exist; Ingress port not found'),
    'proxy-ignored-user': documented('warning', 'An App Mesh proxy does not say whose traffic it ignores.', `${REFERENCE}/API_ProxyConfiguration.html (properties)`),
    'system-control': documented('warning', 'A kernel parameter cannot be set in a namespace that is shared with the host.', `${REFERENCE}/API_SystemControl.html`),
    // Containers
    'too-many-containers': refuses('The task definition has more than 10 containers.', 'Too many containers'),
    'no-essential-container': refuses('No container is essential.', "Task definition doesn't have any essential container"),
    'image-name': refuses('An image name is longer than 255 characters or has characters other than letters, digits and _ - : . / # @; or its digest is not sha256: and 64 hexadecimal digits.', 'Container.image contains invalid characters.'),
    'restart-policy': refuses('restartAttemptPeriod is outside 60 to 1800 seconds, or more than 50 exit codes are ignored.', "the 'restartAttemptPeriod' setting for container 'x' must be between 60 and 1800"),
    'timeout-range': documented('error', 'On Fargate, startTimeout or stopTimeout is outside 2 to 120 seconds.', `${CONTAINER} (startTimeout, stopTimeout)`),
    'credential-spec': documented('either', 'There is more than one credential spec, or it does not start with credentialspec: or credentialspecdomainless:.', `${CONTAINER} (credentialSpecs)`),
    'health-check-range': documented('error', 'A health check value is out of range: interval 5 to 300, timeout 2 to 60, retries 1 to 10, startPeriod 0 to 300.', `${REFERENCE}/API_HealthCheck.html`),
    'health-check-command': documented('either', 'The health check command does not start with CMD or CMD-SHELL. An empty one is an error.', `${REFERENCE}/API_HealthCheck.html (command)`),
    // Containers that name each other
    'depends-on-unknown': refuses('dependsOn names a container that does not exist.', "Cannot depend on container + 'x' because it does not exist"),
    'depends-on-essential': refuses('A container waits for the end (SUCCESS, COMPLETE) of an essential container.', 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'),
    'depends-on-health': refuses('A container waits for HEALTHY of a container without a healthCheck.', 'A dependency container with HEALTHY condition must have health check configured'),
    'depends-on-cycle': documented('error', 'Containers wait for each other in a cycle.', `${REFERENCE}/API_ContainerDependency.html: none of them could ever start`),
    'links-unknown': documented('error', 'links names a container that does not exist.', `${CONTAINER} (links)`),
    'links-cycle': documented('error', 'Containers link to each other in a cycle.', `${CONTAINER} (links): none could start first`),
    'volumes-from-unknown': refuses('volumesFrom names a container that does not exist.', "Invalid 'volumesFrom' setting. Unknown container: 'x'")
};

;// CONCATENATED MODULE: ./lib/task-definition/rules/table.js


const ROWS = { ...TASK_ROWS, ...DATA_ROWS };
/** Every rule of `checkDefinition`, by the code of its findings. */
const RULES = (/* unused pure expression or super */ null && (ROWS));

;// CONCATENATED MODULE: ./lib/task-definition/check-rules.js



















const SUBJECTS = [
    checkSizes,
    checkMemory,
    checkNetwork,
    checkProxy,
    checkPorts,
    checkContainers,
    checkDependencies,
    checkHealth,
    checkSecrets,
    checkRoles,
    checkLogging,
    checkVolumes,
    checkPlatform,
    checkFargate,
    checkManagedInstances,
    checkResources,
    checkLimits,
    checkPlaceholders
];
/**
 * Finds in a task definition what ECS refuses, beyond its structure (`readTaskDefinition`): an error where AWS refuses to register it or
 * to start any task of it, a warning where AWS's documents leave that in doubt. What each rule rests on stands in `RULES`.
 *
 * @param facts what the settings and the service say beside the file; what is left out is not guessed
 */
function checkDefinition(file, facts = {}) {
    const look = makeRuleContext(file, facts);
    return SUBJECTS.flatMap(check => check(look)).map(({ severity, code, path, what, next }) => ({
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
/* harmony export */   Pz: () => (/* binding */ findUnfilled),
/* harmony export */   gE: () => (/* binding */ assignImages),
/* harmony export */   uF: () => (/* binding */ checkContainerExists)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6101);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8648);




/**
 * Finds the containers that each image is for. In this order: the container that the settings name for the image; the
 * containers whose image is the placeholder `<IMAGE1_NAME>`, `<IMAGE2_NAME>` … with the image's number (without a number
 * for a single image); for a single image `containerName`; the only container; the one whose image names the same
 * repository; the one whose image is any other placeholder or empty. Containers that hold the same placeholder get the same image.
 *
 * @returns for each image the names of its containers, in the order of the file
 * @throws ProblemsError where an image fits no container or several, and for each placeholder or missing image that is left over
 */
function assignImages(file, images, containerName) {
    const containers = (0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .listContainers */ .ts)(file.definition);
    const named = images.map((image, index) => findNamed(image, index, images.length, containerName, containers));
    const taken = new Set(named.flatMap(container => container ?? []));
    const free = containers.filter(container => !taken.has(container));
    const found = images.map((image, index) => named[index] ?? findUnnamed(image, containers, free));
    const assigned = found.map(some => containers.filter(container => some.includes(container)).map(({ name }) => name));
    const problems = [
        ...images.flatMap((image, index) => assigned[index]?.length === 0 ? [explainUnassigned(file, image, index, images.length, containerName)] : []),
        ...findContested(file, assigned, containers)
    ];
    // An image without a container is the cause; what it leaves over is only the consequence.
    if (problems.length === 0)
        problems.push(...findUnfilled(file, new Set(assigned.flat())));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ(problems);
    return assigned;
}
/** A container that has to be in the task definition: a Problem with the nearest name and those that are there, where it is not. */
function checkContainerExists(file, name, place) {
    if (file.containerNames.includes(name))
        return undefined;
    const what = `There is no container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} in ${file.document.file}; it has ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(file.containerNames)}.`;
    const nearest = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(name, file.containerNames);
    return {
        code: 'unknown-container',
        place,
        what,
        next: nearest === undefined ? '' : `Did you mean ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(nearest)}?`
    };
}
/** Containers outside `filled` whose image is missing or still a placeholder: nothing could be pulled for them. */
function findUnfilled(file, filled) {
    return (0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .listContainers */ .ts)(file.definition)
        .filter(container => !filled.has(container.name) && isOpen(container.image))
        .map(({ index, name, image }) => {
        const place = file.place(['containerDefinitions', index, ...(image === '' ? [] : ['image'])]);
        const next = 'Name an image for this container, or write one into the file.';
        if (image === '')
            return {
                code: 'missing-image',
                place,
                what: `The container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} has no image, and none is shipped for it.`,
                next
            };
        return {
            code: 'placeholder-left',
            place,
            what: `The image of the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is still the placeholder ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(image)}.`,
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
    return { code: 'ambiguous-container', place: { path: setting }, what, next: `Set ${setting}.` };
}
function findContested(file, assigned, containers) {
    return containers
        .filter(({ name }) => assigned.filter(names => names.includes(name)).length > 1)
        .map(({ index, name }) => ({
        code: 'contested-container',
        place: file.place(['containerDefinitions', index]),
        what: `Two images are for the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}.`,
        next: 'Name a container of its own for each image.'
    }));
}
function sharesPlaceholder(one, other) {
    return one.image !== '' && isOpen(one.image) && one.image === other.image;
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

/***/ 8313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gE: () => (/* reexport */ image_assignment/* assignImages */.gE),
  Ko: () => (/* reexport */ changeDefinition),
  ek: () => (/* reexport */ checkChanges),
  Zz: () => (/* reexport */ namedSettings),
  Lf: () => (/* reexport */ readRegisteredTaskDefinition),
  Lx: () => (/* reexport */ readTaskDefinition),
  P9: () => (/* reexport */ renderTaskDefinition)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/task-definition/model.js
var model = __webpack_require__(7508);
;// CONCATENATED MODULE: ./lib/task-definition/validate-structure.js




/** At the top: what only describes a revision, and what tells editors where the schema is. */
const LEFT_OUT = new Set([...model/* READ_ONLY_MEMBERS */.QX, '$schema']);
/** A value that is to be left out: it is absent, or a problem was noted. */
const ABSENT = Symbol('absent');
/** String members, beside those that end in `Arn`, for which ECS takes no empty string; templates leave such. */
const NEVER_EMPTY = {
    [model/* INPUT_SHAPE */.lK]: ['cpu', 'memory'],
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
    const cleaned = walk.clean(source, { shape: model/* INPUT_SHAPE */.lK, owner: '', member: '', required: true }, []);
    return { definition: (0,text_record/* isRecord */.u4)(cleaned) ? cleaned : {}, problems: walk.problems, warnings: walk.warnings };
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
        const shape = model/* SHAPES */.HY[expected.shape];
        if (value === '' && takesNoEmptyString(expected, shape))
            return this.leaveOut(expected, path);
        if (shape === undefined)
            return this.cleanScalar(value, expected.shape, path);
        switch (shape.kind) {
            case 'structure':
                return (0,text_record/* isRecord */.u4)(value)
                    ? this.cleanStructure(value, shape, expected.shape, path)
                    : this.mistype(path, 'An object', value, '');
            case 'list':
                return Array.isArray(value)
                    ? this.cleanList(value, shape.member, expected, path)
                    : this.mistype(path, 'A list', value, adviseList(value, shape.member));
            case 'map':
                return (0,text_record/* isRecord */.u4)(value)
                    ? this.cleanMap(value, shape.value, expected, path)
                    : this.mistype(path, 'An object of names and values', value, '');
            case 'enum':
                return this.cleanEnum(value, shape.values, path);
        }
    }
    cleanStructure(value, shape, name, path) {
        const result = [];
        for (const [key, member] of (0,text_record/* entriesOf */.Mc)(value)) {
            if (member === null || member === undefined || (path.length === 0 && LEFT_OUT.has(key)))
                continue;
            const shapeName = (0,text_record/* own */.ZV)(shape.members, key);
            if (typeof shapeName !== 'string') {
                if (this.unknownFields === 'send')
                    result.push([key, member]);
                else
                    this.problem('unknown-field', [...path, key], `ECS knows no field ${(0,format/* quote */.hD)(key)} in ${nameShape(name)}.`, adviseField(key, shape, name));
                continue;
            }
            const expected = { shape: shapeName, owner: name, member: key, required: shape.required.includes(key) };
            const cleaned = this.clean(member, expected, [...path, key]);
            if (cleaned !== ABSENT)
                result.push([key, cleaned]);
        }
        for (const required of shape.required) {
            const given = (0,text_record/* own */.ZV)(value, required);
            if (given === null || given === undefined)
                this.problem('missing-field', path, `The field ${(0,format/* quote */.hD)(required)} is missing in ${nameShape(name)}.`, '');
        }
        return (0,text_record/* makeRecord */.Uo)(result);
    }
    cleanList(value, shape, list, path) {
        const expected = { shape, owner: list.shape, member: '', required: false };
        return value.map((item, index) => this.clean(item, expected, [...path, index])).filter(item => item !== ABSENT);
    }
    cleanMap(value, shape, map, path) {
        const expected = { shape, owner: map.shape, member: '', required: false };
        const entries = (0,text_record/* entriesOf */.Mc)(value).map(([key, item]) => [key, this.clean(item, expected, [...path, key])]);
        return (0,text_record/* makeRecord */.Uo)(entries.filter(([, item]) => item !== ABSENT));
    }
    cleanEnum(value, values, path) {
        if (typeof value !== 'string')
            return this.cleanScalar(value, 'string', path);
        if (values.includes(value) || this.unknownFields === 'send')
            return value;
        const nearest = (0,suggest/* nearestName */.q)(value, values);
        const next = nearest === undefined ? `It takes ${(0,format/* listNames */.Zv)(values, 'or')}.` : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`;
        return this.problem('unknown-value', path, `ECS knows no value ${(0,format/* quote */.hD)(value)} here.`, next);
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
        return `Write ${(0,format/* quote */.hD)(this.origin.source(path) ?? String(value))}, in quotes.`;
    }
    leaveOut(expected, path) {
        if (expected.required)
            return this.problem('empty-value', path, 'A value is required here, got an empty string.', '');
        const what = 'ECS takes no empty string here, so the field is left out.';
        this.warnings.push({
            code: 'empty-value',
            place: this.origin.place(path),
            what,
            next: 'Remove it, or give it a value.'
        });
        return ABSENT;
    }
    mistype(path, wanted, value, next) {
        const got = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
            ? `the ${typeof value} ${(0,format/* showValue */.vp)(value)}`
            : (0,format/* showValue */.vp)(value);
        return this.problem('wrong-type', path, `${wanted} was expected, got ${got}.`, next);
    }
    problem(code, path, what, next) {
        this.problems.push({ code, place: this.origin.place(path), what, next });
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
    return name === model/* INPUT_SHAPE */.lK ? 'a task definition' : name;
}
function adviseField(key, shape, name) {
    const send = 'If ECS knows it by now, set unknown-fields to send.';
    const nearest = (0,suggest/* nearestName */.q)(key, Object.keys(shape.members));
    if (nearest !== undefined)
        return `Did you mean ${(0,format/* quote */.hD)(nearest)}? ${send}`;
    const home = [model/* INPUT_SHAPE */.lK, 'ContainerDefinition'].find(other => other !== name && hasMember(other, key));
    return home === undefined ? send : `It is a field of ${nameShape(home)}. ${send}`;
}
function hasMember(shapeName, key) {
    const shape = model/* SHAPES */.HY[shapeName];
    return shape?.kind === 'structure' && Object.hasOwn(shape.members, key);
}
function adviseList(value, member) {
    if (typeof value === 'string')
        return value.trim().includes(' ') ? 'Write it as a list: ["…", "…"].' : `Write [${(0,format/* quote */.hD)(value)}].`;
    if (!(0,text_record/* isRecord */.u4)(value))
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

;// CONCATENATED MODULE: ./lib/task-definition/parse.js






/**
 * Reads a task definition as people keep it: RegisterTaskDefinition's input, or a describe output, bare or wrapped as
 * `{"taskDefinition": …, "tags": …}`. Only what RegisterTaskDefinition itself refuses is left out (see `cleanDefinition`).
 *
 * @param options `unknownFields`: `send` keeps fields and enum values that the service model does not know
 * @throws ProblemsError with every problem: unknown and mistyped fields, missing ones, names that ECS does not take
 */
function readTaskDefinition(document, options) {
    const { value } = document;
    const misfit = findMisfit(value);
    if (!(0,text_record/* isRecord */.u4)(value) || misfit !== undefined) {
        const { what, next } = misfit ?? { what: `A task definition is an object, got ${(0,format/* nameKind */.uo)(value)}.`, next: '' };
        throw new errors/* ProblemsError */.FQ([{ code: 'not-a-task-definition', place: document.place([]), what, next }]);
    }
    const unwrapped = unwrap(value, document);
    const origin = {
        place: path => document.place(unwrapped.toDocument(path)),
        source: path => document.source(unwrapped.toDocument(path))
    };
    const cleaned = cleanDefinition(unwrapped.definition, origin, options.unknownFields);
    const { problems, warnings } = cleaned;
    const definition = leaveOutEmptyTags(cleaned.definition);
    const known = new Set(problems.map(problem => problem.place.path));
    const names = checkNames(definition, path => origin.place(path)).filter(problem => !known.has(problem.place.path));
    const all = [...unwrapped.problems, ...problems, ...names];
    if (all.length > 0)
        throw new errors/* ProblemsError */.FQ(all);
    return {
        document,
        definition,
        family: String((0,text_record/* own */.ZV)(definition, 'family')),
        containerNames: (0,types/* listContainers */.ts)(definition).map(container => container.name),
        warnings,
        unknownFields: options.unknownFields,
        place: path => origin.place(path)
    };
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
    return readTaskDefinition({ file: label, format: 'json', value, place, source: () => undefined }, 
    // AWS said it, so AWS knows it.
    { unknownFields: 'send' });
}
/** RegisterTaskDefinition refuses an empty list ("Tags can not be empty."), and that is how a revision without tags is described. */
function leaveOutEmptyTags(definition) {
    const tags = (0,text_record/* own */.ZV)(definition, 'tags');
    if (!Array.isArray(tags) || tags.length > 0)
        return definition;
    return (0,text_record/* makeRecord */.Uo)((0,text_record/* entriesOf */.Mc)(definition).filter(([key]) => key !== 'tags'));
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
        problems.push({ code: 'unknown-field', place: document.place([key]), what, next: 'Remove it, or move it inside.' });
    }
    const outerTags = (0,text_record/* own */.ZV)(value, 'tags') ?? undefined;
    if (outerTags !== undefined && ((0,text_record/* own */.ZV)(inner, 'tags') ?? undefined) !== undefined) {
        const what = 'Tags are given twice: inside "taskDefinition" and beside it.';
        problems.push({ code: 'tags-twice', place: document.place(['tags']), what, next: 'Keep one of the two.' });
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
            code: 'invalid-name',
            place: place(['family']),
            what: `${(0,format/* quote */.hD)(family)} cannot be the name of a family.`,
            next: adviseName(family)
        });
    }
    const list = (0,text_record/* own */.ZV)(definition, 'containerDefinitions');
    if (Array.isArray(list) && list.length === 0) {
        problems.push({
            code: 'no-container',
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
        return { code: 'missing-field', place: at, what: 'The container has no "name".', next: 'Give it one.' };
    }
    if (!NAME.test(name))
        return {
            code: 'invalid-name',
            place: at,
            what: `${(0,format/* quote */.hD)(name)} cannot be the name of a container.`,
            next: adviseName(name)
        };
    if (seen.has(name))
        return {
            code: 'duplicate-name',
            place: at,
            what: `Two containers are called ${(0,format/* quote */.hD)(name)}.`,
            next: 'Rename one of them.'
        };
    return undefined;
}
function adviseName(name) {
    return /[<>{}$]/.test(name) ? `Fill in the placeholder first: ${NAME_RULE}` : NAME_RULE;
}

// EXTERNAL MODULE: ./lib/task-definition/image-assignment.js
var image_assignment = __webpack_require__(6376);
;// CONCATENATED MODULE: ./lib/task-definition/apply-overrides.js







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
        problems.push(...checkNameClashes(target, changes), ...checkLogConfiguration(file, target, changes));
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
        throw new errors/* ProblemsError */.FQ(problems);
    return (0,text_record/* writeJson */.GF)(definition);
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
    return { code: 'ambiguous-container', place: { path: 'container-name' }, what, next: 'Set container-name.' };
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
        code: 'name-clash',
        place: { path: setting },
        what: `${(0,format/* quote */.hD)(name)} is ${where}; ECS takes a name only once in a container.`,
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
function checkLogConfiguration(file, container, changes) {
    const driver = changes.logConfigurationLogDriver;
    const shape = model/* SHAPES */.HY['LogDriver'];
    const known = shape?.kind === 'enum' ? shape.values : [];
    if (driver !== undefined && file.unknownFields === 'error' && !known.includes(driver)) {
        const nearest = (0,suggest/* nearestName */.q)(driver, known);
        const next = nearest === undefined ? `It takes ${(0,format/* listNames */.Zv)(known, 'or')}.` : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`;
        const what = `ECS knows no log driver ${(0,format/* quote */.hD)(driver)}.`;
        return [{ code: 'unknown-value', place: { path: 'log-configuration-log-driver' }, what, next }];
    }
    if (driver === undefined &&
        changes.logConfigurationOptions.length > 0 &&
        !(0,text_record/* isRecord */.u4)((0,text_record/* own */.ZV)(container.record, 'logConfiguration'))) {
        const what = `The container ${(0,format/* quote */.hD)(container.name)} has no log configuration, so its driver must be given.`;
        return [
            {
                code: 'missing-field',
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
        code: 'too-large',
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


/***/ })

};
