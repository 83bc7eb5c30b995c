export const id = 5544;
export const ids = [5544];
export const modules = {

/***/ 5544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(212);
;// CONCATENATED MODULE: ./lib/aws/clusters.js

/** The ARNs of all clusters of the region (ListClusters). Rejects with the service's own error. */
function createClusterList(connection) {
    const client = new dist_cjs/* ECSClient */.Zgc(connection.clientConfig);
    return async () => {
        const arns = [];
        for await (const page of (0,dist_cjs/* paginateListClusters */.fm1)({ client, pageSize: 100 }, {}))
            arns.push(...(page.clusterArns ?? []));
        return arns;
    };
}

// EXTERNAL MODULE: ./lib/aws/codedeploy.js
var codedeploy = __webpack_require__(4255);
// EXTERNAL MODULE: ./lib/aws/connection.js + 5 modules
var aws_connection = __webpack_require__(434);
// EXTERNAL MODULE: ./lib/aws/ecr.js + 1 modules
var ecr = __webpack_require__(7739);
// EXTERNAL MODULE: ./lib/aws/ecs.js
var ecs = __webpack_require__(5148);
// EXTERNAL MODULE: ./lib/config/table/formats.js
var formats = __webpack_require__(1597);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/steps/project.js
var steps_project = __webpack_require__(1429);
// EXTERNAL MODULE: ./lib/commands/generated-files.js
var generated_files = __webpack_require__(3281);
// EXTERNAL MODULE: ./lib/pipeline/flags.js + 2 modules
var pipeline_flags = __webpack_require__(3076);
// EXTERNAL MODULE: ./lib/pipeline/pipeline-flags.js
var pipeline_pipeline_flags = __webpack_require__(9584);
// EXTERNAL MODULE: ./lib/pipeline/workflow.js
var workflow = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/appspec/appspec.js + 4 modules
var appspec_appspec = __webpack_require__(2225);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/task-definition/index.js + 3 modules
var task_definition = __webpack_require__(6635);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/image/build/registry-cache.js
var registry_cache = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/rollout/service.js
var service = __webpack_require__(8414);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var rollout_target = __webpack_require__(2202);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
;// CONCATENATED MODULE: ./lib/init/deployment-group.js

/** So many applications and groups are looked through; an account may have hundreds. */
const MAX = 100;
/**
 * The CodeDeploy deployment group that deploys a service: by the deployment that made its task sets (their `externalId`), else among the
 * groups of all applications (ListApplications, ListDeploymentGroups, GetDeploymentGroup).
 *
 * @returns undefined where none is found, or it may not be looked for
 */
async function findGroupOf(target, codedeploy) {
    const deployment = await unlessDenied(() => findByDeployment(target, codedeploy));
    return deployment ?? unlessDenied(() => findAmongAll(target, codedeploy));
}
async function findByDeployment({ service }, codedeploy) {
    const ids = (service.taskSets ?? []).flatMap(({ externalId }) => externalId ?? []).filter(id => id.startsWith('d-'));
    for (const id of ids) {
        const info = await codedeploy.getDeployment(id).catch(forgiveMissing);
        const { applicationName: application, deploymentGroupName: deploymentGroup } = info ?? {};
        if (application !== undefined && deploymentGroup !== undefined)
            return { application, deploymentGroup };
    }
    return undefined;
}
async function findAmongAll(target, codedeploy) {
    const applications = (await codedeploy.listApplications()).slice(0, MAX);
    const listed = await Promise.all(applications.map(async (application) => {
        const groups = await codedeploy.listDeploymentGroups(application);
        return groups.map(deploymentGroup => ({ application, deploymentGroup }));
    }));
    const found = await Promise.all(listed
        .flat()
        .slice(0, MAX)
        .map(async (name) => {
        const group = await codedeploy.getDeploymentGroup(name.application, name.deploymentGroup).catch(forgiveMissing);
        return group !== undefined && deploys(group, target) ? [name] : [];
    }));
    return found.flat()[0];
}
function deploys({ ecsServices = [] }, target) {
    return ecsServices.some(({ serviceName, clusterName = 'default' }) => [target.serviceName, target.serviceArn].includes(serviceName ?? '') &&
        [target.clusterName, target.clusterArn].includes(clusterName));
}
/** It was deleted meanwhile, or long ago. */
function forgiveMissing(error) {
    if (error instanceof Error && /DoesNotExist/.test(error.name))
        return undefined;
    throw error;
}
async function unlessDenied(find) {
    try {
        return await find();
    }
    catch (error) {
        if ((0,aws_errors/* isAccessDenied */.w7)(error))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/init/describe-service.js













/**
 * Looks at a service and at all that its files can be made from, without changing anything.
 *
 * @throws SlipwayError where cluster or service are not there (with the nearest name), another controller rolls it out, nothing was ever
 * deployed, or it may not be looked at
 */
async function describeLiveService(cluster, wanted, ports) {
    const target = await (0,service/* findService */.L)(cluster, wanted, ports).catch(async (error) => {
        throw error instanceof errors/* SlipwayError */.GQ && error.code === 'cluster-not-found'
            ? await adviseCluster(error, cluster, ports)
            : error;
    });
    const controller = target.service.deploymentController?.type ?? 'ECS';
    if (controller !== 'ECS' && controller !== 'CODE_DEPLOY')
        throw (0,rollout_target/* explainController */.y)(controller, target);
    const definition = await readRunning(target, ports);
    const images = await findOwnImages(target, definition, ports);
    const isCodeDeploy = controller === 'CODE_DEPLOY';
    const group = isCodeDeploy ? await findGroup(target, ports) : undefined;
    const made = isCodeDeploy ? tryAppspec(target) : undefined;
    const missing = isCodeDeploy && group === undefined
        ? [
            `No CodeDeploy deployment group of ${target.serviceName} was found: set codedeploy-application and codedeploy-deployment-group.`
        ]
        : [];
    const notes = [...target.warnings, ...describeInProgress(target), ...missing, ...(made?.notes ?? [])];
    return { target, controller, definition, images, group, appspec: made?.appspec, notes };
}
async function adviseCluster(error, cluster, ports) {
    const arns = await ports.listClusters().catch(() => []);
    const near = (0,suggest/* nearestName */.q)((0,arn/* resourceName */.Iy)(cluster), arns.map(arn/* resourceName */.Iy));
    if (near === undefined)
        return error;
    return new errors/* SlipwayError */.GQ({ code: error.code, fault: error.fault, what: error.what, next: `Did you mean ${near}?` });
}
async function readRunning(target, { ecs }) {
    const reference = target.runningTaskDefinitionArn;
    if (reference === undefined) {
        throw new errors/* SlipwayError */.GQ({
            code: 'nothing-running',
            fault: 'user',
            what: `The service ${target.serviceName} has no task definition: nothing was ever deployed to it.`,
            next: 'Deploy to it once, or write the files by hand.'
        });
    }
    const { written } = await ecs.describeTaskDefinition(reference).catch((error) => {
        throw (0,aws_errors/* explainAwsError */.Ni)(error, `Reading the task definition ${(0,arn/* resourceName */.Iy)(reference)}`);
    });
    return (0,task_definition/* readRegisteredTaskDefinition */.Lf)(written.taskDefinition, written.tags, (0,arn/* resourceName */.Iy)(reference));
}
/** An image by its address: of this account and region, or of an AWS at a custom endpoint that knows the address for its own. */
async function findOwnImages(target, { definition }, { ecr }) {
    const { region, account } = (0,arn/* parseArn */.Lw)(target.serviceArn) ?? {};
    const isOwn = async (registry, repository) => {
        const host = (0,ecr_host/* parseEcrHost */.wl)(registry);
        if (host !== undefined)
            return host.account === account && host.region === region;
        if (!registry.includes(':'))
            return false;
        return (await ecr.describeRepository(repository))?.uri === `${registry}/${repository}`;
    };
    const found = await Promise.all((0,types/* listContainers */.ts)(definition).map(async ({ name, image }) => {
        const { registry, repository } = (0,reference/* parseReference */.F2)(image) ?? {};
        if (registry === undefined || repository === undefined)
            return [];
        if (!(await isOwn(registry, repository)))
            return [];
        // Only a proposal depends on it.
        const described = await ecr.describeRepository(repository).catch(() => undefined);
        const isImmutable = described === undefined ? undefined : (0,reference/* isTagImmutable */.j1)(described, `${registry_cache/* CACHE_TAG_PREFIX */.$y}main`);
        return [{ container: name, repository, isImmutable }];
    }));
    return found.flat();
}
async function findGroup(target, { codedeploy }) {
    return findGroupOf(target, codedeploy).catch((error) => {
        throw (0,aws_errors/* explainAwsError */.Ni)(error, `Looking for the CodeDeploy deployment group of ${target.serviceName}`);
    });
}
/** What CodeDeploy keeps with its task sets stands in for what the service itself does not say. */
function tryAppspec({ service }) {
    const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
    const balancers = service.loadBalancers ?? [];
    try {
        const appspec = (0,appspec_appspec/* makeAppspec */.Xj)({
            ...service,
            loadBalancers: balancers.length > 0 ? balancers : primary?.loadBalancers,
            networkConfiguration: service.networkConfiguration ?? primary?.networkConfiguration
        });
        return { appspec, notes: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ProblemsError */.FQ))
            throw error;
        return { notes: error.problems.map(({ what, next }) => `${what} ${next}`) };
    }
}
function describeInProgress({ service, serviceName }) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    if (primary?.rolloutState !== 'IN_PROGRESS')
        return [];
    return [
        `A deployment of ${serviceName} is under way: the files say what it deploys (${(0,arn/* resourceName */.Iy)(primary.taskDefinition ?? '')}).`
    ];
}

// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/tag-keys.js
var tag_keys = __webpack_require__(8812);
// EXTERNAL MODULE: ./lib/task-definition/normalize.js
var normalize = __webpack_require__(1850);
;// CONCATENATED MODULE: ./lib/task-definition/strip-defaults.js




/** What ECS fills into a container when it registers it. */
const FILLED_IN = {
    cpu: 0,
    portMappings: [],
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: []
};
const HEALTH_CHECK = { interval: 30, timeout: 5, retries: 3 };
/**
 * A described task definition as somebody would have written it: without what ECS filled in on registration and without AWS's own tags,
 * which nobody may set. Keys keep their order. What is left out makes no difference to ECS: where it would, all stays as it is.
 */
function trimDefinition(definition) {
    const trimmed = (0,text_record/* makeRecord */.Uo)((0,text_record/* entriesOf */.Mc)(definition).flatMap(([key, value]) => {
        if (key === 'containerDefinitions') {
            return [[key, (0,types/* listRecords */.VI)(value).map(container => trimContainer(container, (0,text_record/* own */.ZV)(definition, 'networkMode')))]];
        }
        if ((key === 'volumes' || key === 'placementConstraints') && isEmpty(value))
            return [];
        if (key !== 'tags')
            return [[key, value]];
        const tags = (0,types/* listRecords */.VI)(value).filter(tag => !(0,tag_keys/* isReservedTagKey */.i)((0,text_record/* own */.ZV)(tag, 'key')));
        return tags.length === 0 ? [] : [[key, tags]];
    }));
    return JSON.stringify((0,normalize/* normalise */.j)(trimmed)) === JSON.stringify((0,normalize/* normalise */.j)(definition)) ? trimmed : definition;
}
function trimContainer(container, networkMode) {
    const kept = (0,text_record/* entriesOf */.Mc)(leaveOut(container, FILLED_IN));
    return (0,text_record/* makeRecord */.Uo)(kept.map(([key, value]) => {
        if (key === 'portMappings')
            return [key, (0,types/* listRecords */.VI)(value).map(mapping => trimPort(mapping, networkMode))];
        return [key, key === 'healthCheck' && (0,text_record/* isRecord */.u4)(value) ? leaveOut(value, HEALTH_CHECK) : value];
    }));
}
function trimPort(mapping, networkMode) {
    const isOwn = networkMode === 'awsvpc' || networkMode === 'host';
    return leaveOut(mapping, { hostPort: isOwn ? (0,text_record/* own */.ZV)(mapping, 'containerPort') : 0, protocol: 'tcp' });
}
function leaveOut(record, filledIn) {
    const isFilledIn = (key, value) => Object.hasOwn(filledIn, key) && JSON.stringify(value) === JSON.stringify(filledIn[key]);
    return (0,text_record/* makeRecord */.Uo)((0,text_record/* entriesOf */.Mc)(record).filter(([key, value]) => !isFilledIn(key, value)));
}
function isEmpty(value) {
    return Array.isArray(value) && value.length === 0;
}

// EXTERNAL MODULE: ./lib/text/redact.js
var redact = __webpack_require__(1814);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./lib/text/one-line.js
var one_line = __webpack_require__(6810);
;// CONCATENATED MODULE: ./lib/init/settings-file.js



/** The text of slipway.yml: YAML, with a line above what somebody still has to look at. */
function renderSettings({ region, cluster, images, services }) {
    const [first] = services;
    const names = services.map(({ service }) => service);
    const head = `# Made by \`slipway init\` from ${(0,one_line/* toOneLine */.G)(names.join(', '))} as it ran. All settings: \`slipway help ship\`.\n`;
    const top = write({ region });
    if (services.length > 1 || first === undefined) {
        return [head, top, listImages(images), write({ cluster }), 'services:\n', ...services.map(writeEntry)].join('');
    }
    const { service, 'container-name': container, ...rest } = first;
    const [image, ...others] = images;
    const build = image === undefined
        ? ''
        : BUILD + write({ repository: image.repository, 'container-name': container }) + proposeCache(images);
    return [head, top, others.length > 0 ? listImages(images) : build, write({ cluster, service, ...rest })].join('');
}
const BUILD = '# Built here and pushed; `context` and `dockerfile` say from what, where that is not this folder.\n';
/** Which cache fits whom: the generated workflow has its own proposal, and on one's own machine the engine keeps one. */
function proposeCache(images) {
    const immutable = [
        ...new Set(images.flatMap(({ repository, isImmutable }) => (isImmutable === true ? repository : [])))
    ];
    const registry = immutable.length === 0
        ? '`cache: registry` in CodeBuild and elsewhere'
        : `\`cache: registry\` with \`cache-repository\` elsewhere, since tags of ${(0,format/* listNames */.Zv)(immutable)} are immutable`;
    return `# To build faster on machines that begin empty: \`cache: github\` in GitHub Actions, ${registry}.\n`;
}
function listImages(images) {
    if (images.length === 0)
        return '';
    const note = '# Each is built and pushed: say its context, or take it out if it is not built here.\n';
    return `images:\n${indent(note)}${images.map(({ container, repository }) => writeEntry({ container, repository, context: '.' })).join('')}${proposeCache(images)}`;
}
function writeEntry(entry) {
    const text = (0,js_yaml/* dump */.Bh)([withoutAbsent(entry)], { lineWidth: -1, flowLevel: 1 });
    return indent(text.replace(/^- \{(.*)\}$/m, '- { $1 }'));
}
function write(settings) {
    const present = withoutAbsent(settings);
    return Object.keys(present).length === 0 ? '' : (0,js_yaml/* dump */.Bh)(present, { lineWidth: -1 });
}
function withoutAbsent(settings) {
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
function indent(text) {
    return text.replace(/^(?=.)/gm, '  ');
}

;// CONCATENATED MODULE: ./lib/init/project-files.js







/** The files that say what these services run: `slipway.yml`, and for each its task definition and, for CodeDeploy, its AppSpec. Pure. */
function makeProjectFiles(region, live) {
    const made = live.map(service => makeService(service, live.length > 1));
    const { images, notes } = gatherImages(live);
    const settings = renderSettings({
        region,
        cluster: clusterOf(live),
        images,
        services: made.map(({ service }) => service)
    });
    const names = live.map(({ target }) => `${target.clusterName}/${target.serviceName}`);
    return {
        files: [
            { path: 'slipway.yml', text: settings, about: `the settings of ${(0,format/* listNames */.Zv)(names)}` },
            ...made.flatMap(({ files }) => files)
        ],
        notes: [...live.flatMap(service => [...service.notes, ...describeSecrets(service)]), ...notes]
    };
}
function clusterOf([first]) {
    const name = first?.target.clusterName;
    return name === 'default' ? undefined : name;
}
/** With several services their files begin with their names. */
function makeService(live, several) {
    const { target, definition, images, appspec } = live;
    const prefix = several ? `${target.serviceName}.` : '';
    const taskDefinition = {
        path: `${prefix}taskdefinition.json`,
        text: (0,text_record/* writeJson */.GF)(trimDefinition(definition.definition)),
        about: `${definition.document.file}, as ${target.serviceName} runs it`
    };
    const appspecFile = appspec && {
        path: `${prefix}appspec.yml`,
        text: (0,appspec_appspec/* renderAppspec */.zY)(appspec),
        about: `made from the load balancer and network of ${target.serviceName}`
    };
    const [image, ...others] = images;
    const isOneOfSeveral = !several && others.length === 0 && definition.containerNames.length > 1;
    const group = live.group === undefined || isDefault(live.group, live) ? undefined : live.group;
    return {
        service: {
            service: target.serviceName,
            'container-name': isOneOfSeveral ? image?.container : undefined,
            'task-definition': taskDefinition.path,
            appspec: appspecFile?.path,
            'codedeploy-application': group?.application,
            'codedeploy-deployment-group': group?.deploymentGroup
        },
        files: appspecFile === undefined ? [taskDefinition] : [taskDefinition, appspecFile]
    };
}
/** The names of the ECS console, which Slipway takes where none are given (see rollout/group.ts). */
function isDefault({ application, deploymentGroup }, { target }) {
    const suffix = `${target.clusterName.slice(0, 46)}-${target.serviceName.slice(0, 46)}`;
    return application === `AppECS-${suffix}` && deploymentGroup === `DgpECS-${suffix}`;
}
/** Each container once; where two services mean different repositories by one name, it cannot be said which is to be built. */
function gatherImages(live) {
    const all = live.flatMap(({ images }) => images);
    const byContainer = groupByContainer(all);
    const immutable = new Set(all.flatMap(({ repository, isImmutable }) => (isImmutable === true ? repository : [])));
    const images = [];
    const notes = [];
    for (const [container, repositories] of byContainer) {
        const [repository] = repositories;
        if (repositories.length === 1 && repository !== undefined)
            images.push({ container, repository, isImmutable: immutable.has(repository) });
        else {
            notes.push(`The services have different images (${(0,format/* listNames */.Zv)(repositories)}) in containers called ${container}: they stay as they are in the task definitions, and nothing is built for them.`);
        }
    }
    return { images, notes };
}
function groupByContainer(images) {
    const groups = new Map();
    for (const { container, repository } of images) {
        groups.set(container, [...new Set([...(groups.get(container) ?? []), repository])]);
    }
    return groups;
}
/** Values in plain text that would go into the repository with the file. */
function describeSecrets({ definition, target }) {
    const names = (0,types/* listContainers */.ts)(definition.definition).flatMap(({ record }) => (0,types/* listRecords */.VI)((0,text_record/* own */.ZV)(record, 'environment')).flatMap(variable => {
        const [name, value] = [(0,text_record/* own */.ZV)(variable, 'name'), (0,text_record/* own */.ZV)(variable, 'value')];
        return typeof name === 'string' && typeof value === 'string' && (0,redact/* looksSecret */.n0)(name, value) ? [name] : [];
    }));
    if (names.length === 0)
        return [];
    return [
        `The task definition of ${target.serviceName} has what looks like secrets in plain text (${(0,format/* listNames */.Zv)([...new Set(names)])}): move them to "secrets" before you commit it.`
    ];
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/commands/init.js

















/**
 * `slipway init`: writes the files that say what services run, from the services themselves. Nothing at AWS is changed, and no file is
 * replaced without `--force`. Resolves with the exit code.
 */
async function init({ flags, problems, host: machine, write, writeError }) {
    const { region, cluster, services } = readRequest(flags, problems, machine.environment);
    const connection = (0,aws_connection/* connect */.N)(region, undefined, version.VERSION, machine);
    const ports = {
        ecs: (0,ecs/* createEcsPort */.V)(connection),
        codedeploy: (0,codedeploy/* createCodeDeployPort */.U)(connection),
        ecr: (0,ecr/* connectEcr */.R)(connection),
        listClusters: createClusterList(connection),
        clock: machine.clock
    };
    const live = [];
    for (const service of services)
        live.push(await describeLiveService(cluster, service, ports));
    const { files, notes } = makeProjectFiles(region, live);
    const all = flags['workflow'] === 'true' ? [...files, ...(await makeWorkflow(files, flags))] : files;
    const directory = flags['output'] ?? '.';
    const isDry = flags['dry-run'] === 'true';
    if (isDry)
        for (const { path, text } of all)
            write(`# ${(0,external_node_path_.join)(directory, path)}\n${text}\n`);
    else
        await put(all, directory, flags['force'] === 'true', machine.files);
    const print = isDry ? writeError : write;
    const width = Math.max(...all.map(({ path }) => (0,external_node_path_.join)(directory, path).length));
    const verb = isDry ? 'Would write' : 'Wrote';
    for (const { path, about } of all)
        print(`${verb} ${(0,external_node_path_.join)(directory, path).padEnd(width)}  ${about}\n`);
    for (const note of new Set(notes))
        print(`Note: ${note}\n`);
    print(adviseNext(directory, all));
    return 0;
}
function readRequest(flags, known, environment) {
    const problems = [...known];
    const refuse = (code, what, next) => void problems.push({ code, place: {}, what, next });
    const region = [flags['region'], environment['AWS_REGION'], environment['AWS_DEFAULT_REGION']].find(text => text !== undefined && text !== '');
    if (region === undefined)
        refuse('missing-setting', 'The region is missing.', 'Give --region, or set AWS_REGION.');
    else if (!new RegExp(formats/* REGION */.Zg.pattern).test(region))
        refuse('malformed', `The region is ${(0,format/* quote */.hD)(region)}, expected ${formats/* REGION */.Zg.description}.`, '');
    const services = [...new Set((flags['service'] ?? '').split('\n').filter(name => name !== ''))];
    if (services.length === 0)
        refuse('missing-setting', 'No service is named.', 'Give --service, as often as there are services.');
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    return { region: region ?? '', cluster: flags['cluster'] ?? 'default', services };
}
/** The workflow is made of the project as it will lie there. */
async function makeWorkflow(files, flags) {
    const texts = new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
    const project = await (0,steps_project/* readProject */.W)({ given: {}, problems: [], files: onlyThese(texts), environment: {} });
    const own = Object.fromEntries(pipeline_pipeline_flags/* WORKFLOW_FLAGS */.Ur.map(name => [name, flags[name]]));
    const written = pipeline_pipeline_flags/* WORKFLOW_FLAGS */.Ur.flatMap(name => (flags[name] ?? '').split('\n').flatMap(value => (value === '' ? [] : [` --${name}=${value}`])));
    const options = (0,pipeline_flags/* readPipelineOptions */.G)(own, { directory: '', flags: written.join('') });
    return (0,workflow/* renderWorkflow */.cn)(project, options)
        .map(file => (0,generated_files/* addChecksum */.tx)(file))
        .map(file => ({ ...file, about: 'ships on every push' }));
}
function onlyThese(texts) {
    const refuse = () => {
        throw new TypeError('These files are only read.');
    };
    return {
        read: async (path) => texts.get(path),
        isFile: async (path) => texts.has(path),
        isDirectory: async () => false,
        write: async () => refuse(),
        makeTemporaryDirectory: async () => refuse(),
        remove: async () => refuse(),
        link: async () => refuse()
    };
}
/** All or nothing: where a file of another content is there, none is written. */
async function put(made, directory, force, files) {
    const problems = [];
    for (const { path, text } of made) {
        const file = (0,external_node_path_.join)(directory, path);
        const present = await files.read(file);
        if (present === undefined || new TextDecoder().decode(present) === text || force)
            continue;
        const next = 'Write elsewhere with --output, or add --force to replace it; --dry-run shows what would be written.';
        problems.push({ code: 'file-exists', place: { file }, what: 'There is such a file already.', next });
    }
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    for (const { path, text } of made)
        await files.write((0,external_node_path_.join)(directory, path), text);
}
function adviseNext(directory, files) {
    const go = directory === '.' ? '' : `cd ${directory}; `;
    const hasWorkflow = files.some(({ path }) => path.startsWith('.github/'));
    return [
        `Next: ${go}look at slipway.yml, then run slipway plan: nothing but the image may differ.\n`,
        hasWorkflow
            ? 'The workflow assumes the role of the variable AWS_ROLE_TO_ASSUME: slipway generate iam writes its policies.\n'
            : 'slipway ship deploys; slipway generate workflow writes a workflow that does.\n'
    ].join('');
}


/***/ })

};
