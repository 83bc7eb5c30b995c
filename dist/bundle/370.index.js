export const id = 370;
export const ids = [370];
export const modules = {

/***/ 4576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ buildArchitecture),
/* harmony export */   Mi: () => (/* binding */ listSecretVariables),
/* harmony export */   St: () => (/* binding */ listEmulatedPlatforms),
/* harmony export */   af: () => (/* binding */ findBadVariables),
/* harmony export */   bE: () => (/* binding */ listWatchedPaths),
/* harmony export */   rn: () => (/* binding */ listBuiltImages)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3964);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8424);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3808);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8006);






function listBuiltImages({ config }) {
    return config.images.filter(image => image.kind === 'built');
}
/**
 * The environment variables that hold secrets of the builds, each once.
 *
 * @throws ProblemsError for a name that a shell would take for something else
 */
function listSecretVariables(project) {
    const problems = findBadVariables(project);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(problems);
    return listNamedVariables(project);
}
/** What is wrong with their names. */
function findBadVariables(project) {
    return listNamedVariables(project)
        .filter(name => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        .map(name => ({
        code: 'not-for-codebuild',
        place: { path: 'build-secrets' },
        what: `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)} is not a valid name of a shell variable.`,
        next: 'Use letters, digits and _.'
    }));
}
function listNamedVariables(project) {
    const secrets = listBuiltImages(project).flatMap(({ build }) => build.buildSecrets);
    const variables = secrets.map(secret => {
        const source = (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_5__/* .readField */ .dR)(secret, 'type') === 'env' ? (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_5__/* .readField */ .dR)(secret, 'src', 'source') : undefined;
        return (0,_image_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_5__/* .readField */ .dR)(secret, 'env') ?? source;
    });
    return [...new Set(variables.filter(name => name !== undefined))];
}
/** The processor that the images are built on: ARM where all of them are for it, so that nothing has to be emulated. */
function buildArchitecture(project) {
    const runtime = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(project.taskDefinition?.value.definition ?? {}, 'runtimePlatform');
    const ofTasks = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(runtime) && (0,_text_record_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(runtime, 'cpuArchitecture') === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
    const platforms = listBuiltImages(project).flatMap(({ build }) => build.platforms.length === 0 ? [ofTasks] : build.platforms);
    const isArm = platforms.length > 0 && platforms.every(platform => platform.startsWith('linux/arm64'));
    return isArm ? 'arm64' : 'x86_64';
}
/** Platforms that need emulation on the processor that `buildArchitecture` names. */
function listEmulatedPlatforms(project) {
    const native = buildArchitecture(project) === 'arm64' ? 'linux/arm64' : 'linux/amd64';
    const platforms = listBuiltImages(project).flatMap(({ build }) => build.platforms);
    return [...new Set(platforms.filter(platform => platform !== native && !platform.startsWith(`${native}/`)))];
}
/**
 * The files that decide what is shipped, as patterns from the repository's root, where they are not the whole repository: in a repository of
 * many projects a push to another one ships nothing. undefined where a build reads the root or something outside of the repository.
 */
function listWatchedPaths(project) {
    const builds = listBuiltImages(project).map(({ build }) => build);
    const folders = builds.map(({ context }) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(context).replace(/\/$/, ''));
    const isNarrow = builds.every(({ context, buildOptions }, index) => !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRemote */ .Vx)(context) &&
        folders[index] !== '.' &&
        !/^(?:\.\.|\/)/.test(folders[index] ?? '') &&
        !buildOptions.some(option => option.startsWith('--build-context')));
    if (builds.length === 0 || !isNarrow)
        return undefined;
    const files = [
        ...builds.map(({ dockerfile }) => dockerfile),
        ...[project, ...project.others].flatMap(({ taskDefinition, appspec }) => [taskDefinition?.path, appspec?.path]),
        project.settingsFile
    ].flatMap(path => (path === undefined || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRemote */ .Vx)(path) ? [] : [node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)]));
    const outside = files.filter(path => !folders.some(folder => path.startsWith(`${folder}/`)));
    return [...new Set([...folders.map(folder => `${folder}/**`), ...outside])];
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readPipelineOptions)
/* harmony export */ });
/* harmony import */ var _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6101);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _pipeline_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9584);





const FORMS = {
    // git check-ref-format, without the characters that mean something in a filter of CodePipeline or GitHub.
    branch: { pattern: /^(?![-/.])[^\s~^:?*[\]\\{}!+@'"]+(?<![/.])$/, description: "a branch's name such as main" },
    'github-repository': {
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/,
        description: 'owner/name such as shop/web'
    },
    'github-ids': { pattern: /^\d+\/\d+$/, description: 'two numbers such as 123456/7890123' },
    'oidc-issuer': {
        pattern: /^https:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:\/[A-Za-z0-9._~-]+)*$/,
        description: 'the issuer of the tokens such as https://ghes.example/_services/token'
    },
    account: { pattern: /^\d{12}$/, description: "an account's id (12 digits)" },
    uses: {
        pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_./-]+)?@[A-Za-z0-9_./-]+$/,
        description: 'owner/slipway@ref such as example/slipway@v1'
    }
};
/**
 * The options out of the flags of `PIPELINE_FLAGS` and of the settings; other flags are left alone, an empty value is not given.
 *
 * @throws ProblemsError with everything that is malformed
 */
function readPipelineOptions(given, general) {
    const problems = [];
    const read = (name) => {
        const value = given[name] ?? '';
        if (value === '')
            return undefined;
        const { pattern, description: says } = FORMS[name];
        if (pattern.test(value))
            return value;
        const what = `--${name} is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}, expected ${says}.`;
        problems.push({ code: 'malformed', place: {}, what, next: '' });
        return undefined;
    };
    const options = {
        ...general,
        githubRepository: read('github-repository'),
        githubIds: read('github-ids'),
        oidcIssuer: read('oidc-issuer'),
        branch: read('branch') ?? 'main',
        account: read('account'),
        uses: read('uses') ?? 'example/slipway@v1',
        parts: readParts(given['with'] ?? '', problems),
        settings: readSettings(given)
    };
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(problems);
    return options;
}
/** `config` and `environment` say where the settings are, and are known from the project. */
function readSettings(given) {
    const names = _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy.flatMap(option => [option.name, ...(0,_config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasesOf */ .QI)(option).map(({ name }) => name)]);
    return Object.fromEntries(names.flatMap(name => {
        const value = given[name] ?? '';
        return value === '' || name === 'config' || name === 'environment' ? [] : [[name, value]];
    }));
}
function readParts(text, problems) {
    const asked = text.split(/[\n,]/).map(part => part.trim());
    for (const part of asked) {
        if (part === '' || _pipeline_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .PIPELINE_PARTS */ .ku.some(known => known === part))
            continue;
        const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(part, _pipeline_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .PIPELINE_PARTS */ .ku);
        const next = near === undefined ? '' : `Did you mean ${near}?`;
        const what = `--with is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(part)}; there are ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .listNames */ .Zv)(_pipeline_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .PIPELINE_PARTS */ .ku)}.`;
        problems.push({ code: 'malformed', place: {}, what, next });
    }
    return _pipeline_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .PIPELINE_PARTS */ .ku.filter(part => asked.includes(part));
}


/***/ }),

/***/ 1417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   gW: () => (/* binding */ findSeveralServices),
/* harmony export */   nq: () => (/* binding */ deploymentTarget),
/* harmony export */   zX: () => (/* binding */ inDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8988);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);



const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const CODEDEPLOY_NAME = /^[\w.+=,@-]{1,100}$/;
/**
 * Cluster and service, and CodeDeploy's names for them: those of the settings, else those that the ECS console gives (`AppECS-…`,
 * `DgpECS-…`, each part cut to 46 characters). undefined: nothing is deployed.
 *
 * @throws ProblemsError for names that AWS would not take
 */
function deploymentTarget({ config, engine }) {
    const { rollout } = config;
    if (rollout.service === undefined)
        return undefined;
    const cluster = clusterName(config);
    const service = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(rollout.service);
    const suffix = `${cluster.slice(0, 46)}-${service.slice(0, 46)}`;
    const target = {
        cluster,
        service,
        application: rollout.codedeployApplication ?? `AppECS-${suffix}`,
        deploymentGroup: rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`
    };
    const problems = findBadNames(target, engine);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ(problems);
    return target;
}
/** Names stand in ARNs and in other files' text here, where a `*` or a line break would mean something else. */
function findBadNames(target, engine) {
    const names = [
        ['cluster', target.cluster, ECS_NAME, 'ECS takes (up to 255 letters, digits, - and _)'],
        ['service', target.service, ECS_NAME, 'ECS takes (up to 255 letters, digits, - and _)'],
        [
            'codedeploy-application',
            target.application,
            CODEDEPLOY_NAME,
            'CodeDeploy takes (up to 100 letters, digits or any of _.+=,@-)'
        ],
        [
            'codedeploy-deployment-group',
            target.deploymentGroup,
            CODEDEPLOY_NAME,
            'CodeDeploy takes (up to 100 letters, digits or any of _.+=,@-)'
        ]
    ];
    return names
        .slice(0, engine === 'ECS' ? 2 : names.length)
        .filter(([, name, form]) => !form.test(name))
        .map(([setting, name, , says]) => ({
        code: 'malformed',
        place: { path: setting },
        what: `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is not a name that ${says}.`,
        next: ''
    }));
}
/** Several services: their files would lie in folders of their own, and each has a deploy action and a pipeline. */
function findSeveralServices({ config }) {
    if (config.rollouts.length < 2)
        return [];
    const names = config.rollouts.flatMap(({ rollout }) => rollout.service ?? []);
    const what = `There are several services (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(names)}), and a deploy action of CodePipeline deploys one.`;
    // Choosing a service leaves the images of the others without a container.
    const next = new Set(config.images.map(({ container }) => container)).size > 1
        ? 'Give each a settings file of its own, with its images: --config=api/slipway.yml, with --output for a folder of its own.'
        : `Choose one: --service=${names[0] ?? ''}, with --output for a folder of its own.`;
    return [{ code: 'not-for-codebuild', place: { path: 'services' }, what, next }];
}
/** The cluster's name, also where only a task is run in it. */
function clusterName({ rollout }) {
    return (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(rollout.cluster);
}
/** The path of a generated file from the repository's root. */
function inDirectory({ directory }, path) {
    return directory === '' ? path : `${directory.replace(/\/+$/, '')}/${path}`;
}


/***/ }),

/***/ 5141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ renderWorkflow),
/* harmony export */   tv: () => (/* binding */ workflowName),
/* harmony export */   v1: () => (/* binding */ WORKFLOWS)
/* harmony export */ });
/* unused harmony export CHECKOUT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3243);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _text_one_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6810);
/* harmony import */ var _build_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4576);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1417);






/** The newest release of actions/checkout that this repository itself works with, by its commit. */
const CHECKOUT = { sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' };
/** GitHub looks for workflows in this folder, and not below it. */
const WORKFLOWS = '.github/workflows';
/** Building and pushing may take so long, beside what the deployment takes. */
const BUILD_MINUTES = 30;
/** What a deployment group waits by itself is not known here; this much of it is allowed for. */
const GROUP_MINUTES = 60;
/** GitHub ends a job after six hours. */
const MAX_MINUTES = 360;
/**
 * A GitHub workflow that ships by this Action on every push to the branch: OIDC, the least permissions, one deployment at a time.
 *
 * Where `uses` names a tag, zizmor's rule against references that are not pinned is switched off for that line, with the command beside it
 * that pins it: whoever has not chosen a commit yet gets a file that passes and says what is left to do. With a commit's SHA the rule stays on.
 *
 * @throws ProblemsError where GitHub would take a text for an expression
 */
function renderWorkflow(project, options) {
    check(project, options);
    const path = options.workflow ?? `${WORKFLOWS}/${workflowName(project)}`;
    const name = ['Deploy', nameApplication(project), project.environment].filter(part => part !== undefined).join(' ');
    const text = [
        makeHeader(project, options),
        `name: ${scalar(name)}\n`,
        makeTrigger(project, options, path),
        '# Nothing that a job does not ask for.\npermissions: {}\n',
        makeConcurrency(project),
        `jobs:\n${indent(makeJob(project, options, name), 2)}\n`
    ].join('\n');
    return [{ path, text }];
}
/** `deploy.yml`; with an environment `dev.deploy.yml`, with settings elsewhere than at the top `deploy-services-api.yml`. */
function workflowName(project) {
    const application = nameApplication(project);
    return `${project.prefix}deploy${application === undefined ? '' : `-${application}`}.yml`;
}
/** An application of several in a repository is known by where its settings are: services/api/slipway.yml, deploy/web.yml. */
function nameApplication({ settingsFile }) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(settingsFile ?? '').replace(/\.[^./]+$/, '');
    const name = path
        .replace(/(?:^|\/)slipway$/, '')
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '');
    return name === '' ? undefined : name;
}
/** What a workflow cannot say as it is meant, by the settings that have it: GitHub takes `${{` for an expression wherever it stands. */
function check(project, { settings }) {
    const { environment, settingsFile, config } = project;
    const given = Object.entries({ environment, config: settingsFile, ...settings });
    const watched = ((0,_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .listWatchedPaths */ .bE)(project) ?? []).map(path => ['a path that is shipped', path]);
    const texts = [...given, ...watched, ['region', config.region]];
    const problems = texts.flatMap(([name, text = '']) => {
        const refuse = (what, next) => [
            { code: 'malformed', place: name in settings || name === 'environment' ? { path: name } : {}, what, next }
        ];
        if (text.includes('${{'))
            return refuse(`${name} holds "\${{", which GitHub takes for the beginning of an expression.`, name in settings ? 'Write it into slipway.yml.' : 'Choose another name.');
        // An input may have several lines, as in a block of YAML.
        return name in settings || (0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .isOneLine */ .P)(text) ? [] : refuse(`${name} is more than one line.`, 'Choose another name.');
    });
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ(problems);
}
function makeHeader({ settingsFile, environment, config }, { flags, branch }) {
    const to = environment === undefined ? '' : ` to ${(0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .toOneLine */ .G)(environment)}`;
    const role = config.role === undefined
        ? `# The role is the variable AWS_ROLE_TO_ASSUME of the ${environment === undefined ? 'repository' : 'environment'}; slipway generate iam writes its policies.\n`
        : '';
    return (`# Builds and deploys${to} on every push to ${branch}. Made from ${(0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .toOneLine */ .G)(settingsFile ?? 'flags')}; make it again with:\n` +
        `#   slipway generate workflow${flags}\n${role}`);
}
function makeTrigger(project, { branch }, path) {
    const watched = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .listWatchedPaths */ .bE)(project);
    const paths = watched === undefined ? [] : [...watched, path];
    const filter = paths.length === 0
        ? ''
        : `    # What is shipped is made of these; a push that touches none of them ships nothing.\n    paths:\n${paths.map(pattern => `      - ${scalar(pattern)}\n`).join('')}`;
    return `on:\n  push:\n    branches: [${scalar(branch)}]\n${filter}  workflow_dispatch:\n`;
}
function makeConcurrency(project) {
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentTarget */ .nq)(project);
    const what = target === undefined ? (nameApplication(project) ?? 'images') : `${target.cluster}-${target.service}`;
    const group = [project.environment, what].filter(part => part !== undefined).join('-');
    return `# One deployment at a time: the next one waits and cuts none short; of those that wait, the newest stays.
concurrency:
  group: ${scalar(`deploy-${group}`)}
  cancel-in-progress: false
`;
}
function makeJob(project, options, name) {
    const { environment, config } = project;
    const { waitForMinutes } = config.rollout;
    const group = [project, ...project.others].some(({ engine }) => engine === 'CodeDeployToECS') ? GROUP_MINUTES : 0;
    // What goes wrong at the very end still has to be undone, and that is followed as long.
    const minutes = Math.min(MAX_MINUTES, BUILD_MINUTES + 2 * waitForMinutes + group);
    const runner = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .buildArchitecture */ .Mh)(project) === 'arm64' ? 'ubuntu-24.04-arm' : 'ubuntu-latest';
    const secrets = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .listSecretVariables */ .Mi)(project);
    const lines = [
        `name: ${scalar(name)}`,
        `runs-on: ${runner}`,
        `timeout-minutes: ${minutes}`,
        ...(environment === undefined
            ? []
            : [
                '# Its protection rules, variables and secrets are in force, and its name is in the token that the role trusts.',
                `environment: ${scalar(environment)}`
            ]),
        'permissions:',
        '  contents: read # to check out',
        "  id-token: write # to assume the role with GitHub's OIDC token",
        'env:',
        `  AWS_REGION: ${scalar(config.region)}`,
        'steps:',
        ...indent(listSteps(project, options, secrets), 2).split('\n')
    ];
    return `deploy:\n${indent(lines.join('\n'), 2)}`;
}
function listSteps(project, { uses, settings }, secrets) {
    const emulated = (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .listEmulatedPlatforms */ .St)(project).map(platform => platform.split('/')[1] ?? platform);
    const [action = '', at = ''] = uses.split('@');
    const isPinned = /^[0-9a-f]{40}$/.test(at);
    const repository = action.split('/').slice(0, 2).join('/');
    const inputs = listInputs(project, settings);
    return [
        `- uses: actions/checkout@${CHECKOUT.sha} # ${CHECKOUT.version}`,
        '  with:',
        '    persist-credentials: false',
        ...(emulated.length === 0
            ? []
            : [
                '- name: Let Docker build for other processors',
                `  run: docker run --rm --privileged tonistiigi/binfmt --install ${[...new Set(emulated)].join(',')}`
            ]),
        ...(isPinned
            ? []
            : [
                `# A tag can be moved. To pin it, put a commit in its place, and take zizmor's exception out:`,
                `#   gh api repos/${repository}/commits/${at} --jq .sha`
            ]),
        '- name: Ship',
        '  id: ship',
        `  uses: ${uses}${isPinned ? '' : ' # zizmor: ignore[unpinned-uses]'}`,
        ...(inputs.length === 0 ? [] : ['  with:', ...inputs.map(input => `    ${input}`)]),
        ...(secrets.length === 0 ? [] : ['  env:', ...secrets.map(name => `    ${name}: \${{ secrets.${name} }}`)])
    ].join('\n');
}
/** What the settings file does not say by itself. */
function listInputs({ environment, settingsFile, config }, settings) {
    const named = Object.entries({
        ...(settingsFile === undefined || settingsFile === 'slipway.yml' ? {} : { config: settingsFile }),
        ...(environment === undefined ? {} : { environment }),
        ...settings
    });
    return [
        ...named.flatMap(([name, value]) => (0,js_yaml__WEBPACK_IMPORTED_MODULE_1__/* .dump */ .Bh)({ [name]: value }, { lineWidth: -1 })
            .trimEnd()
            .split('\n')),
        ...(config.role === undefined ? ['role-to-assume: ${{ vars.AWS_ROLE_TO_ASSUME }}'] : [])
    ];
}
/** A text as YAML, in quotes where it needs them. */
function scalar(text) {
    return (0,js_yaml__WEBPACK_IMPORTED_MODULE_1__/* .dump */ .Bh)(text, { lineWidth: -1 }).trimEnd();
}
function indent(text, spaces) {
    return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}


/***/ }),

/***/ 1429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readProject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _config_decode_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3290);
/* harmony import */ var _config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _check_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9913);
/* harmony import */ var _prepare_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7573);
/* harmony import */ var _read_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9488);







/**
 * Reads the project in the working directory as the generators see it: the same settings and files that a run would take, and checked like
 * for a run as far as that goes without AWS.
 *
 * @throws ProblemsError with all that is wrong
 */
async function readProject({ given, problems, files, environment }) {
    const all = [...problems];
    const file = await (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .collect */ .Fo)(_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ, all, () => (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .readSettingsFile */ .ur)(given['config'], files));
    if (all.length > problems.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ(all);
    const source = { sha: undefined, keepTokens: true };
    const { config, problems: found, locate } = (0,_config_decode_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeAll */ .qL)({ given, givenFrom: 'flag', file, env: environment, source });
    all.push(...found);
    const read = await (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .readServices */ .JQ)(config.rollouts, files);
    all.push(...read.flatMap(({ sources }) => sources.problems));
    if (all.length > 0)
        throw (0,_config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_2__/* .placeProblems */ .kv)(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ((0,_check_files_js__WEBPACK_IMPORTED_MODULE_4__/* .uniqueProblems */ .OH)(all)), locate);
    const checked = read.map(service => (0,_prepare_service_js__WEBPACK_IMPORTED_MODULE_5__/* .checkServiceFiles */ .Dp)(service, config));
    const errors = checked.flatMap(({ findings }) => findings.filter(_check_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isError */ .bJ));
    if (errors.length > 0)
        throw (0,_config_sources_source_locations_js__WEBPACK_IMPORTED_MODULE_2__/* .placeProblems */ .kv)(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ((0,_check_files_js__WEBPACK_IMPORTED_MODULE_4__/* .uniqueProblems */ .OH)(errors)), locate);
    const settingsFile = file === undefined ? undefined : (given['config'] ?? _config_decode_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_CONFIG_FILE */ .Cu);
    const [first, ...others] = checked;
    if (first === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ({ code: 'bug', fault: 'slipway', what: 'The settings were decoded to nothing to deploy.' });
    }
    const [project, ...further] = await Promise.all([
        makeProject(config, first, settingsFile, files),
        // The task before the rollout is run once.
        ...others.map(service => makeProject({ ...config, runTask: undefined }, service, settingsFile, files))
    ]);
    return { ...project, others: further };
}
async function makeProject(run, service, settingsFile, files) {
    const config = { ...run, ...service.config };
    const { assignments, sources } = service;
    const { taskDefinition, appspec } = sources;
    const isCodeDeploy = appspec !== undefined || config.rollout.codedeployApplication !== undefined;
    return {
        config,
        environment: config.environment,
        settingsFile,
        prefix: config.environment === undefined ? '' : `${config.environment}.`,
        engine: isCodeDeploy ? 'CodeDeployToECS' : 'ECS',
        taskDefinition: await withText(taskDefinition, taskDefinition?.document.file, files),
        appspec: await withText(appspec, appspec?.file, files),
        assignments: config.images.map(image => ({
            image,
            containers: (0,_prepare_service_js__WEBPACK_IMPORTED_MODULE_5__/* .namedContainersOf */ .Ds)({ assignments, taskDefinition }, image)
        })),
        others: []
    };
}
async function withText(value, path, files) {
    if (value === undefined || path === undefined)
        return undefined;
    const bytes = (await files.read(path)) ?? new Uint8Array();
    return {
        path,
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'),
        value
    };
}


/***/ }),

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toOneLine),
/* harmony export */   P: () => (/* binding */ isOneLine)
/* harmony export */ });
/**
 * Characters that end a line for one or the other reader (YAML 1.1 takes U+0085, U+2028 and U+2029 for such), that control something, or that no
 * file may hold.
 */
const NOT_IN_A_LINE = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff\ufffe\uffff]/u;
/** Whether a text stays on one line, whoever reads it. */
function isOneLine(text) {
    return !NOT_IN_A_LINE.test(text);
}
/** A text on one line, as for a comment: what would end it is a blank. */
function toOneLine(text) {
    return text.replace(new RegExp(NOT_IN_A_LINE, 'gu'), ' ');
}


/***/ })

};
