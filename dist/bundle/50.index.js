export const id = 50;
export const ids = [50];
export const modules = {

/***/ 8773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ readImageDefinitions),
/* harmony export */   Xe: () => (/* binding */ renderImageDetail),
/* harmony export */   _c: () => (/* binding */ renderImageDefinitions),
/* harmony export */   d9: () => (/* binding */ readImageDetail)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1270);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8006);
/* harmony import */ var _text_source_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3879);





/** CodePipeline's limit for the image definitions file of its ECS action. */
const MAX_BYTES = 100 * 1024;
/**
 * `imagedefinitions.json` for CodePipeline's ECS action (user guide, "Image definitions file reference"): a list of
 * `{"name", "imageUri"}`. Throws SlipwayError above 100 KB.
 */
function renderImageDefinitions(entries) {
    const text = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .writeJson */ .GF)(entries.map(({ name, imageUri }) => ({ name, imageUri })));
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes <= MAX_BYTES)
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: _text_source_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .TOO_LARGE */ .PH.name,
        fault: 'user',
        what: `imagedefinitions.json would have ${bytes} bytes; CodePipeline takes at most ${MAX_BYTES}.`,
        next: 'Ship fewer containers in one run.'
    });
}
/** `imageDetail.json` for CodePipeline's CodeDeployToECS action: `{"ImageURI"}`. */
function renderImageDetail(imageUri) {
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .writeJson */ .GF)({ ImageURI: imageUri });
}
/** Reads an `imagedefinitions.json`. Throws ProblemsError with all that is wrong in it. */
function readImageDefinitions(file, bytes) {
    const document = (0,_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(file, bytes);
    const { value } = document;
    if (!Array.isArray(value)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ([describe(document, [], 'a list of {"name": …, "imageUri": …}', value)]);
    }
    const problems = [];
    const names = new Set();
    const entries = value.map((entry, index) => {
        const read = (member) => {
            const text = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(entry) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(entry, member) : undefined;
            if (typeof text === 'string' && text !== '')
                return text;
            problems.push(describe(document, [index, member], 'a string', text));
            return '';
        };
        const name = read('name');
        if (names.has(name) && name !== '')
            problems.push(describe(document, [index, 'name'], 'each container once', name));
        names.add(name);
        return { name, imageUri: read('imageUri') };
    });
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ(problems);
    return entries;
}
/** The image of an `imageDetail.json`. Throws ProblemsError where it names none. */
function readImageDetail(file, bytes) {
    const document = (0,_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(file, bytes);
    const uri = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(document.value) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(document.value, 'ImageURI') : undefined;
    if (typeof uri === 'string' && uri !== '')
        return uri;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ([describe(document, ['ImageURI'], 'an image', uri)]);
}
function describe(document, path, expected, got) {
    const what = `expected ${expected}, got ${got === undefined ? 'nothing' : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .showValue */ .vp)(got)}.`;
    return { code: 'malformed', place: document.place(path), what, next: 'Deploy the files as the build wrote them.' };
}


/***/ }),

/***/ 7034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ DOCKER_PUSH),
/* harmony export */   Ro: () => (/* binding */ actionsOf),
/* harmony export */   gt: () => (/* binding */ SIGN_PUSHED),
/* harmony export */   h8: () => (/* binding */ DOCKER_PULL),
/* harmony export */   q$: () => (/* binding */ CALLS)
/* harmony export */ });
/**
 * Every call that `src/aws` makes, and the IAM actions that AWS wants for it (Service Authorization Reference; for CreateDeployment also
 * CodeDeploy's user guide, "CodeDeploy permissions reference"). A test holds it against the imports there.
 */
const CALLS = {
    ecs: {
        DescribeClusters: ['ecs:DescribeClusters'],
        ListClusters: ['ecs:ListClusters'],
        DescribeServices: ['ecs:DescribeServices'],
        ListServices: ['ecs:ListServices'],
        UpdateService: ['ecs:UpdateService'],
        DescribeTaskDefinition: ['ecs:DescribeTaskDefinition'],
        RegisterTaskDefinition: ['ecs:RegisterTaskDefinition'],
        ListServiceDeployments: ['ecs:ListServiceDeployments'],
        DescribeServiceDeployments: ['ecs:DescribeServiceDeployments'],
        DescribeServiceRevisions: ['ecs:DescribeServiceRevisions'],
        StopServiceDeployment: ['ecs:StopServiceDeployment'],
        ContinueServiceDeployment: ['ecs:ContinueServiceDeployment'],
        RunTask: ['ecs:RunTask'],
        StopTask: ['ecs:StopTask'],
        ListTasks: ['ecs:ListTasks'],
        DescribeTasks: ['ecs:DescribeTasks']
    },
    ecr: {
        GetAuthorizationToken: ['ecr:GetAuthorizationToken'],
        DescribeRegistry: ['ecr:DescribeRegistry'],
        DescribePullThroughCacheRules: ['ecr:DescribePullThroughCacheRules'],
        DescribeRepositoryCreationTemplates: ['ecr:DescribeRepositoryCreationTemplates'],
        GetSigningConfiguration: ['ecr:GetSigningConfiguration'],
        DescribeImageSigningStatus: ['ecr:DescribeImageSigningStatus'],
        DescribeRepositories: ['ecr:DescribeRepositories'],
        CreateRepository: ['ecr:CreateRepository'],
        DescribeImages: ['ecr:DescribeImages'],
        BatchGetImage: ['ecr:BatchGetImage'],
        PutImage: ['ecr:PutImage'],
        GetDownloadUrlForLayer: ['ecr:GetDownloadUrlForLayer'],
        // Where Amazon Inspector scans, ECR hands on what Inspector lets the caller see (ECR user guide, "IAM permissions required for enhanced scanning").
        DescribeImageScanFindings: ['ecr:DescribeImageScanFindings', 'inspector2:ListFindings', 'inspector2:ListCoverage'],
        StartImageScan: ['ecr:StartImageScan']
    },
    'ecr-public': {
        // The token is a bearer token of STS.
        GetAuthorizationToken: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken']
    },
    codedeploy: {
        GetDeploymentGroup: ['codedeploy:GetDeploymentGroup'],
        GetDeploymentConfig: ['codedeploy:GetDeploymentConfig'],
        ListApplications: ['codedeploy:ListApplications'],
        ListDeploymentGroups: ['codedeploy:ListDeploymentGroups'],
        ListDeployments: ['codedeploy:ListDeployments'],
        // The AppSpec in the request is registered as a revision of the application, and the group's configuration is looked up.
        CreateDeployment: [
            'codedeploy:CreateDeployment',
            'codedeploy:RegisterApplicationRevision',
            'codedeploy:GetApplicationRevision',
            'codedeploy:GetDeploymentConfig'
        ],
        GetDeployment: ['codedeploy:GetDeployment'],
        BatchGetDeployments: ['codedeploy:BatchGetDeployments'],
        GetApplicationRevision: ['codedeploy:GetApplicationRevision'],
        ListDeploymentTargets: ['codedeploy:ListDeploymentTargets'],
        BatchGetDeploymentTargets: ['codedeploy:BatchGetDeploymentTargets'],
        StopDeployment: ['codedeploy:StopDeployment'],
        ContinueDeployment: ['codedeploy:ContinueDeployment']
    },
    'cloudwatch-logs': {
        GetLogEvents: ['logs:GetLogEvents'],
        DescribeLogGroups: ['logs:DescribeLogGroups']
    },
    // What only a preflight looks at.
    iam: {
        GetRole: ['iam:GetRole'],
        SimulatePrincipalPolicy: ['iam:SimulatePrincipalPolicy']
    },
    sts: {
        // Nobody needs a permission for it, and no policy can deny it.
        GetCallerIdentity: []
    },
    'secrets-manager': {
        DescribeSecret: ['secretsmanager:DescribeSecret']
    },
    ssm: {
        DescribeParameters: ['ssm:DescribeParameters']
    },
    'elastic-load-balancing-v2': {
        DescribeTargetGroups: ['elasticloadbalancing:DescribeTargetGroups'],
        DescribeTargetGroupAttributes: ['elasticloadbalancing:DescribeTargetGroupAttributes'],
        DescribeListeners: ['elasticloadbalancing:DescribeListeners'],
        DescribeRules: ['elasticloadbalancing:DescribeRules'],
        DescribeLoadBalancers: ['elasticloadbalancing:DescribeLoadBalancers']
    },
    ec2: {
        DescribeSubnets: ['ec2:DescribeSubnets'],
        DescribeSecurityGroups: ['ec2:DescribeSecurityGroups']
    }
};
/** What Docker asks a repository for when it pulls, and what it asks for besides when it pushes (ECR user guide, "Private repository policies"). */
const DOCKER_PULL = [
    'ecr:BatchCheckLayerAvailability',
    'ecr:BatchGetImage',
    'ecr:GetDownloadUrlForLayer'
];
/** Managed signing signs as whoever pushes (ECR user guide, "Managed signing"). */
const SIGN_PUSHED = ['signer:SignPayload'];
const DOCKER_PUSH = [
    ...DOCKER_PULL,
    'ecr:InitiateLayerUpload',
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
    'ecr:PutImage'
];
/** The actions of these calls of one service that can be limited to the same kind of resource. */
function actionsOf(service, ...calls) {
    const table = CALLS[service];
    return calls.flatMap(call => table[call]);
}


/***/ }),

/***/ 1848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ cancelableClock),
/* harmony export */   EH: () => (/* binding */ cancelableCalls),
/* harmony export */   H6: () => (/* binding */ orAborted),
/* harmony export */   aW: () => (/* binding */ cancelableProcesses)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The promise's outcome, or the signal's reason as a rejection as soon as it fires. What comes after that is nobody's business. */
async function orAborted(promise, signal) {
    if (signal === undefined)
        return promise;
    promise.catch(() => undefined);
    let stop;
    const aborted = new Promise((_resolve, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([promise, aborted]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}
/**
 * A port whose calls hear a cancellation, whatever they wait for: credentials, a connection, an answer, the pause before a repetition.
 * None begins after the signal. What only looks rejects with the signal's reason at once. A change that is under way is waited for a
 * moment more, and rejects with Unanswered where no answer comes.
 *
 * @param port all of its methods return promises
 */
function cancelableCalls(port, signal, changes) {
    const names = new Set(changes?.names);
    const call = async (method, args, isChange) => {
        signal.throwIfAborted();
        const answer = Promise.resolve(method.apply(port, args));
        if (!isChange)
            return orAborted(answer, signal);
        const until = changes?.answers;
        return orAborted(answer, until).catch((error) => {
            throw until?.aborted === true && error === until.reason ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .unanswered */ .bj)(signal.reason) : error;
        });
    };
    return new Proxy(port, {
        get: (target, name) => {
            const value = Reflect.get(target, name);
            if (typeof value !== 'function')
                return value;
            const method = value;
            return (...args) => call(method, args, names.has(name));
        }
    });
}
/** A clock whose every sleep ends with the signal, besides what its caller gives it. */
function cancelableClock(clock, signal) {
    return {
        now: () => clock.now(),
        random: () => clock.random(),
        sleep: (milliseconds, own) => clock.sleep(milliseconds, own === undefined || own === signal ? signal : AbortSignal.any([own, signal]))
    };
}
/** Child processes that all end with the signal, besides what their caller gives them. */
function cancelableProcesses(processes, signal) {
    return {
        ...processes,
        run: (command, args, options) => {
            const own = options?.signal;
            const both = own === undefined || own === signal ? signal : AbortSignal.any([own, signal]);
            return processes.run(command, args, { ...options, signal: both });
        }
    };
}


/***/ }),

/***/ 7514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ causeOfEvent),
/* harmony export */   w: () => (/* binding */ causeOfPlacement)
/* harmony export */ });
/* harmony import */ var _find_cause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7471);
/* harmony import */ var _parse_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8854);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8470);



/** The start of an event says what ECS was doing; what follows is the reason. */
const FORMS = [
    ['launch', /\bfailed to launch (?:a )?tasks?(?: with)?\s*(?:\(error (?<reason>.*)\)|(?<rest>.*))/is],
    ['place', /\bunable to (?:place|start|launch) (?:a )?tasks?\b(?! during)(?<rest>.*)/is],
    ['place', /\bunable to reach steady state\. Reason: (?<reason>.*)/is]
];
/**
 * Why ECS says in a service event that something does not go; a cause that is `routine` where it tells of its usual work.
 *
 * @returns undefined where the event says nothing that is known. Pure.
 */
function causeOfEvent(message) {
    for (const [stage, form] of FORMS) {
        const found = form.exec(message)?.groups;
        const reason = found?.['reason'] ?? found?.['rest'];
        if (reason === undefined)
            continue;
        return causeOfPlacement(reason, stage);
    }
    return (0,_find_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOfText */ .Cp)(message, () => 'event');
}
/**
 * Why ECS could not place or launch a task, by its own reason: of a service event, or one of RunTask's failures, as `RESOURCE:MEMORY`. Pure.
 */
function causeOfPlacement(reason, stage = 'place') {
    const own = reason.replace(/^\s*because no container instance met all of its requirements\.?|\bReason:\s*/gi, '');
    const text = own.replace(/For more information, see.*$/s, '').trim();
    const inner = (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .findTaskStage */ .f)((0,_parse_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseText */ .r)(text));
    return (inner === 'task' ? undefined : (0,_find_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOfText */ .Cp)(text, () => inner)) ?? (0,_find_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOfText */ .Cp)(text, () => stage);
}


/***/ }),

/***/ 8470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ findDockerStage),
/* harmony export */   f: () => (/* binding */ findTaskStage)
/* harmony export */ });
/**
 * Of a task that does not start. The agent wraps an error into others: what is named inside (the logging driver, a volume) stands before the
 * wrapper (start, create), except for a pull, in which everything is about the image.
 */
const TASK_STAGES = [
    ['stop', /\bfailed [\w ]*health checks?\b/i],
    [
        'pull',
        /^(?:\w+: )?CannotPull\w*|\bCannotPull\w*Error|pull image manifest has been|ref pull has been|can't pull the image|failed to (?:resolve ref|pull image|unpack image)/i
    ],
    ['secrets', /\b(?:from|in) (?:asm|ssm)\b|secrets? resource/i],
    ['registry-login', /registry auth\b(?! failed)(?<!secrets or registry auth)|GetAuthorizationToken/i],
    ['env-file', /env(?:ironment)? files?\b/i],
    [
        'secrets',
        /secret data|\bsecrets? (?:from|in|value|manager)\b|fetch secret|secrets manager|ssm parameter|parameter store|\b(?:from|in) (?:asm|ssm)\b|invalid ssm parameters|GetSecretValue/i
    ],
    ['secrets-or-login', /secrets or registry auth/i],
    [
        'logging',
        /logger args|logging driver|cloudwatch log|log (?:stream|group|driver|router)|awslogs|firelens|fluent|splunk|\blogging\b/i
    ],
    [
        'volume',
        /\bEFS\b|\bFSx\b|\bEBS\b|mount\.(?:nfs|efs)|\bvolumes?\b|CannotMount|bind source path|mount config|while mounting|error mounting/i
    ],
    [
        'network',
        /\bENI\b|network interface|netplugin|network (?:namespace|bindings?|setup|mode)|\bCNI\b|task network|trunk|InsufficientFreeAddresses/i
    ],
    ['storage', /ephemeral ?storage/i],
    ['dependency', /TaskDependencyError|dependenc(?:y|ies)|depends on|DependentContainer/i],
    ['inspect', /CannotInspect\w*|CannotDescribe\w*|CannotStop\w*|CannotList\w*|CannotRemove\w*/i],
    ['transition', /could not transition|DockerTimeoutError|ContainerRuntimeTimeoutError/i],
    [
        'start',
        /CannotStart\w*|container (?:runtime )?(?:task|process|init)|runc|shim task|container_linux|HcsException|ContainerRuntimeError/i
    ],
    ['create', /CannotCreate\w*|create (?:new )?container/i],
    [
        'initialize',
        /ResourceInitializationError|Unable to create .* for the task|failed to (?:setup|set up|configure|initialize)/i
    ]
];
/** What ECS was doing for a task, by the agent's words about its failure; `task` where none says it. Pure. */
function findTaskStage({ words }) {
    return TASK_STAGES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'task';
}
/** What Docker was doing, by its error and the name of our command; BuildKit does many things in one. */
const DOCKER_STAGES = [
    ['build-step', /process (?:<name>|".*?") did not complete|returned a non-zero code|executor failed running/i],
    [
        'docker',
        /docker daemon|docker api|error during connect|docker\.sock|docker-credential|credential|buildx|docker driver|docker command|unknown (?:shorthand )?flag|builder <name>|no builder/i
    ],
    ['push', /failed to push|pushing|PUT request|tag invalid|is immutable|authorization token/i],
    [
        'context',
        /failed to compute cache key|calculate checksum|copy failed|add failed|build context|\bcontext\b.*not found|failed to walk|excluded by/i
    ],
    [
        'base-image',
        /source metadata|oauth token|anonymous token|pull access denied|pulling from|httpReadSeeker|failed to (?:resolve|pull|copy)|manifest (?:unknown|for)|pull rate limit|no match for platform|no matching manifest|registry-1|toomanyrequests|\bHEAD request|\bGET request/i
    ],
    ['docker-login', /login attempt|docker login|log(?:ging)? in/i]
];
/** What Docker was doing; `told` is the stage of the command that failed. Pure. */
function findDockerStage({ words }, command) {
    const found = DOCKER_STAGES.find(([, pattern]) => pattern.test(words))?.[0];
    // These two do one thing each, and only the engine itself can be in their way.
    const isPlain = command === 'push' || command === 'docker-login';
    return found === undefined || (isPlain && found !== 'docker') ? command : found;
}


/***/ }),

/***/ 2143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yv: () => (/* binding */ causeOfTask),
/* harmony export */   b9: () => (/* binding */ isExit),
/* harmony export */   uN: () => (/* binding */ causeOfLogs)
/* harmony export */ });
/* harmony import */ var _find_cause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7471);
/* harmony import */ var _parse_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8854);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8470);



/** Sentences that say that a task stopped, and nothing about why. */
const EMPTY = /^(?:task failed to start|essential container in task exited)\.?:?\s*/i;
/** Who stops a task for a reason of its own may have written anything as the reason. */
const TAKEN = {
    UserInitiated: 'UserInitiated',
    SpotInterruption: 'Spot',
    TerminationNotice: 'TerminationNotice',
    InfrastructureHealth: 'InfrastructureHealth'
};
/** Why a task stopped; undefined where ECS's words are not known and no exit code speaks. Pure. */
function causeOfTask({ stopCode, stoppedReason, container }) {
    const facts = {
        ...(container.name === undefined ? {} : { container: `the container ${container.name}` }),
        ...(container.exitCode === undefined ? {} : { code: String(container.exitCode) })
    };
    const find = (text, stage) => {
        const parsed = (0,_parse_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseText */ .r)(text);
        return (0,_find_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .findCause */ .lO)(parsed, stage ?? (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .findTaskStage */ .f)(parsed), facts);
    };
    const taken = TAKEN[stopCode ?? ''];
    if (taken !== undefined) {
        return (stopCode === 'UserInitiated' ? undefined : find(stoppedReason, 'stop')) ?? find(taken, 'stop');
    }
    const texts = [stoppedReason, container.reason].map(text => text.replace(EMPTY, '')).filter(text => text !== '');
    // A container's reason is about the one that failed; the task's own often only says that there was one.
    for (const text of texts) {
        const ended = find(text, 'exit');
        const found = (ended === undefined || isExit(ended) ? undefined : ended) ?? find(text) ?? find(text, 'stop');
        if (found !== undefined)
            return found;
    }
    const started = stopCode !== 'TaskFailedToStart' && stopCode !== 'ServiceSchedulerInitiated';
    if (started && facts.code !== undefined && (stopCode !== undefined || EMPTY.test(stoppedReason)))
        return find('', 'exit');
    if (stopCode === 'EssentialContainerExited')
        return find(stopCode, 'exit');
    return stopCode === 'ServiceSchedulerInitiated' ? find(stopCode, 'stop') : undefined;
}
/** Whether a container's exit code is all that tells of it. Pure. */
function isExit({ cause }) {
    return cause.signs.every(({ stage, words, reason }) => stage === 'exit' && words === undefined && reason === undefined);
}
const EXEC_FORMAT = /exec format error/i;
/** What a container that ended logged may be the cause, where ECS knows the exit code alone. Pure. */
function causeOfLogs(found, lines) {
    if (!isExit(found))
        return found;
    const line = lines.find(candidate => EXEC_FORMAT.test(candidate));
    return (line === undefined ? undefined : (0,_find_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .findCause */ .lO)((0,_parse_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseText */ .r)(line), 'exit', found.facts)) ?? found;
}


/***/ }),

/***/ 9111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ checkImages),
  a: () => (/* binding */ locateExisting)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
;// CONCATENATED MODULE: ./lib/image/build/branches.js

/** Where nothing says what the default branch is. */
const USUAL_DEFAULT = 'main';
/**
 * The branches of a run: by GitHub's variables and event, by CodeBuild's variables, else by Git. A tag, and what is on no branch, counts as the
 * default branch. A pull request has a cache of its own, so that nothing that is not merged yet gets into that of a branch.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
 */
async function findBranches(place) {
    const { environment } = place;
    if (isSet(environment['GITHUB_REF']))
        return branchesOfGithub(place);
    if (isSet(environment['CODEBUILD_BUILD_ID']))
        return branchesOfCodeBuild(environment);
    const [branch, remote] = await Promise.all([askGit(place, 'HEAD'), askGit(place, 'refs/remotes/origin/HEAD')]);
    return order(branch, [remote?.replace(/^origin\//, '') ?? USUAL_DEFAULT]);
}
function order(first, others) {
    const [branch = USUAL_DEFAULT, ...rest] = new Set([first, ...others].filter(isSet));
    return { own: branch, others: rest };
}
async function branchesOfGithub({ environment, files }) {
    const event = await readEvent(environment['GITHUB_EVENT_PATH'], files);
    const name = read(event, 'repository', 'default_branch');
    const standard = typeof name === 'string' && name !== '' ? name : USUAL_DEFAULT;
    const number = read(event, 'pull_request', 'number');
    const merged = /^refs\/pull\/(\d+)\//.exec(environment['GITHUB_REF'] ?? '')?.[1];
    const pull = merged ?? (typeof number === 'number' ? String(number) : undefined);
    if (pull !== undefined)
        return order(`pull/${pull}`, [environment['GITHUB_BASE_REF'], standard]);
    const branch = /^refs\/heads\/(.+)$/.exec(environment['GITHUB_REF'] ?? '')?.[1];
    return order(branch, [standard]);
}
async function readEvent(path, files) {
    if (!isSet(path))
        return undefined;
    try {
        return JSON.parse(new TextDecoder().decode(await files.read(path)));
    }
    catch {
        // Without it, the branch alone is known.
        return undefined;
    }
}
function read(value, ...[key, ...rest]) {
    const found = (0,record/* isRecord */.u4)(value) ? (0,record/* own */.ZV)(value, key) : undefined;
    const [next, ...others] = rest;
    return next === undefined ? found : read(found, next, ...others);
}
/** CodePipeline's variable where it is handed on as BRANCH_NAME; else what CodeBuild was started for, unless that is a commit, an object in S3, or a tag. */
function branchesOfCodeBuild(environment) {
    // A webhook for a pull request says its number, the branch that it comes from, and the one that it is to be merged into.
    const pull = /^pr\/(\d+)$/.exec(environment['CODEBUILD_WEBHOOK_TRIGGER'] ?? '')?.[1];
    if (pull !== undefined && !isSet(environment['BRANCH_NAME'])) {
        const base = environment['CODEBUILD_WEBHOOK_BASE_REF']?.replace(/^refs\/heads\//, '');
        return order(`pull/${pull}`, [base, USUAL_DEFAULT]);
    }
    const said = ['BRANCH_NAME', 'CODEBUILD_WEBHOOK_HEAD_REF', 'CODEBUILD_SOURCE_VERSION'].map(name => environment[name]);
    const branch = said
        .find(isSet)
        ?.replace(/^refs\/heads\//, '')
        .replace(/\^.*$/, '');
    const isNone = branch === undefined || /^(?:[0-9a-f]{40}$|arn:|pr\/|refs\/)/.test(branch);
    return order(isNone ? undefined : branch, [USUAL_DEFAULT]);
}
async function askGit({ processes }, ref) {
    const answer = await processes.run('git', ['symbolic-ref', '--quiet', '--short', ref]).catch(() => undefined);
    const name = answer?.exitCode === 0 ? answer.stdout.trim() : '';
    return isSet(name) ? name : undefined;
}
function isSet(text) {
    return text !== undefined && text !== '';
}

// EXTERNAL MODULE: ./lib/image/check/build-inputs.js
var build_inputs = __webpack_require__(8074);
// EXTERNAL MODULE: ./lib/image/build/registry-cache.js
var registry_cache = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/image/repository.js
var image_repository = __webpack_require__(4697);
;// CONCATENATED MODULE: ./lib/image/check/find-cache.js





/**
 * The cache that an image is built with; undefined: it is built without, since nothing else is asked for or it cannot be used, which is a warning.
 * Looks `cache-repository` up (DescribeRepositories).
 */
async function findCache(plan, branches, ports) {
    const { image, tools } = plan;
    const { cache } = image.build;
    if (cache === 'none')
        return undefined;
    const found = tools.buildx
        ? await (cache === 'github' ? findGithubCache(image, ports) : findRegistryCache(plan, branches, ports))
        : `cache: ${cache} needs buildx, which is not in use on this machine. Install the plugin (in GitHub Actions: docker/setup-buildx-action), without DOCKER_BUILDKIT=0.`;
    if (typeof found !== 'string')
        return found;
    ports.reporter.warn(`${(0,image_plan/* addressOf */.ci)(image)} is built without its cache: ${found}`);
    return undefined;
}
/** The runner hands an action what its cache is asked with, and no command of a `run:` step. A sentence where that is missing. */
async function findGithubCache(image, ports) {
    const { environment, reporter } = ports;
    const { ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: url = '', ACTIONS_CACHE_URL: olderUrl = '' } = environment;
    const address = (environment['ACTIONS_CACHE_SERVICE_V2'] === undefined && olderUrl) || url || olderUrl;
    if (token === '' || address === '') {
        return "GitHub's cache is there for an action alone (uses:), and ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set here. cache: registry works everywhere.";
    }
    reporter.mask(token);
    if (await isSilent(address, ports))
        return `GitHub's cache at ${address} takes no request within ten seconds.`;
    return { kind: 'github', scope: (0,registry_cache/* cacheScope */.ju)(image) };
}
/**
 * Whether a server does not answer at all: BuildKit waits without end for one that takes a connection and says nothing. Any answer will do, and a
 * server that cannot be reached is BuildKit's to tell, as is one behind a proxy.
 */
async function isSilent(url, { environment, web, signal }) {
    const isBehindProxy = Object.keys(environment).some(name => /^(?:https?|all)_proxy$/i.test(name));
    if (isBehindProxy || !URL.canParse(url))
        return false;
    try {
        await web.get({ url, headers: {}, address: undefined, signal: signal ?? new AbortController().signal });
        return false;
    }
    catch (error) {
        signal?.throwIfAborted();
        return error instanceof Error && error.name === 'TimeoutError';
    }
}
async function findRegistryCache(plan, branches, ports) {
    const { image, template } = plan;
    const isElsewhere = image.build.cacheRepository !== undefined;
    const repository = isElsewhere ? await lookUp(image, ports) : plan.repository;
    if (typeof repository === 'string')
        return repository;
    const tag = (0,registry_cache/* cacheTag */.z)(image, branches.own);
    const isWritten = !(0,image_reference/* isTagImmutable */.j1)(repository ?? template ?? { mutability: 'MUTABLE', exclusions: [] }, tag);
    if (!isWritten) {
        ports.reporter.warn(`The build cache of ${(0,image_plan/* addressOf */.ci)(image)} is read and not written: the tag ${tag} in ${(0,image_plan/* addressOf */.ci)((0,registry_cache/* placeOfCache */.lc)(image))} is immutable. Exclude cache-* from its immutability, or name another repository with cache-repository.`);
    }
    const others = branches.others.map(branch => (0,registry_cache/* cacheTag */.z)(image, branch)).filter(other => other !== tag);
    return { kind: 'registry', repository: isElsewhere ? repository : undefined, tag, others, isWritten };
}
/** A cache is no reason to fail: what keeps its repository from being found is told in a sentence. */
async function lookUp(image, { ecr }) {
    const place = (0,registry_cache/* placeOfCache */.lc)(image);
    try {
        const found = await ecr.describeRepository(place.repository, place.registry);
        if (found !== undefined)
            return (0,image_repository/* atWrittenHost */.l0)(found, place);
    }
    catch (error) {
        if (!(error instanceof errors/* SlipwayError */.GQ))
            throw error;
        return error.message;
    }
    return `there is no ECR repository ${(0,image_plan/* addressOf */.ci)(place)} (cache-repository). Create it, or check its name, account and region.`;
}

;// CONCATENATED MODULE: ./lib/image/check/replication.js
/** Most images are there within seconds; so many looks, so far apart, are two minutes. */
const MAX_ATTEMPTS = 24;
const PAUSE = 5000;
/**
 * Waits a short while for an image that is not in a registry yet, where replication brings images of its repository there.
 *
 * @param name the image, for people
 * @returns undefined where nothing is replicated there, or it did not come in time
 */
async function waitForReplica(name, location, { ecr, clock, reporter, signal }) {
    if (!(await ecr.isReplicatedTo(location)))
        return undefined;
    const minutes = (MAX_ATTEMPTS * PAUSE) / 60_000;
    reporter.info(`${name} is not there yet, and ECR replicates its repository: waiting up to ${minutes} minutes.`);
    for (let look = 1; look <= MAX_ATTEMPTS; look += 1) {
        await clock.sleep(PAUSE, signal);
        const there = await ecr.describeImage(location);
        if (there !== undefined)
            return there;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/image/docker/docker-version.js
var docker_version = __webpack_require__(5581);
;// CONCATENATED MODULE: ./lib/image/pull-through.js
/**
 * What is true of an image that a pull-through cache rule covers and nobody has pulled yet (ECR user guide, "Sync an upstream registry with an
 * Amazon ECR private registry", "Required IAM permissions").
 */
function explainPullThrough({ prefix, upstream }) {
    return `the first pull fetches it from ${upstream} by the pull-through cache rule ${prefix}, where it has not been looked for. The execution role of the task needs ecr:BatchImportUpstreamImage, and ecr:CreateRepository for a new repository.`;
}

// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
;// CONCATENATED MODULE: ./lib/image/check/check-images.js











const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation']);
/**
 * Decides for every image whether it is built, reused or used as it is. Reads only: files, ECR (DescribeRepositories, DescribeImages)
 * and, where something is to be built, Docker.
 *
 * @param withDocker false: nothing will be built here, so Docker is not looked for
 * @returns a plan an image, in the same order
 * @throws ProblemsError with everything that is in the way; the SlipwayError of an AWS call that failed, where that is all
 */
async function checkImages(images, ports, withDocker = true) {
    const problems = findClashes(images);
    const failures = [];
    const settled = await Promise.allSettled(images.map((image, index) => {
        const path = (setting) => (images.length === 1 ? setting : `images[${index}].${setting}`);
        return image.kind === 'existing' ? checkExisting(image, path, ports) : checkBuilt(image, path, ports);
    }));
    const plans = [];
    for (const result of settled) {
        if (result.status === 'fulfilled')
            plans.push(result.value);
        else if (result.reason instanceof errors/* ProblemsError */.FQ)
            problems.push(...result.reason.problems);
        else if (result.reason instanceof errors/* SlipwayError */.GQ)
            failures.push(result.reason);
        else
            throw result.reason;
    }
    const tools = withDocker ? await equip(images, plans, failures, problems, ports) : undefined;
    throwAll(problems, failures);
    const equipped = plans.map(plan => plan.kind === 'build' ? { ...plan, tools: tools ?? { buildx: false, buildkit: false } } : plan);
    return withDocker ? findCaches(equipped, ports) : equipped;
}
async function findCaches(plans, ports) {
    const isCached = plans.some(plan => plan.kind === 'build' && plan.image.build.cache !== 'none');
    if (!isCached)
        return [...plans];
    const branches = await findBranches(ports);
    return Promise.all(plans.map(async (plan) => (plan.kind === 'build' ? { ...plan, cache: await findCache(plan, branches, ports) } : plan)));
}
/** Looks for Docker only where something is to be built. */
async function equip(images, plans, failures, problems, ports) {
    const builds = plans.filter(plan => plan.kind === 'build');
    if (builds.length === 0 || failures.length > 0)
        return undefined;
    const tools = await (0,docker_version/* findDocker */.ce)(ports);
    if ('code' in tools) {
        problems.push(tools);
        return undefined;
    }
    for (const { image } of builds) {
        const missing = (0,docker_version/* findMissingTool */.UF)(image.build, tools, images.length === 1 ? '' : `images[${images.indexOf(image)}]`);
        if (missing !== undefined)
            problems.push(missing);
    }
    return tools;
}
async function checkBuilt(image, path, ports) {
    const problems = checkNames(image, path);
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    const repository = await (0,image_repository/* describeRepositoryOf */.d_)(image, ports.ecr);
    if (repository === undefined) {
        // Only the own registry tells its templates.
        const template = image.registry === undefined ? await ports.ecr.findCreationTemplate(image.repository) : undefined;
        if (!image.createRepository && template?.createsOnPush !== true) {
            problems.push({
                code: 'repository-missing',
                place: { path: path('repository') },
                what: `There is no ECR repository ${image.repository} in ${nameRegistry(image)}.`,
                next: 'Create it, set create-repository: true, or check the name, the region and the role.'
            });
        }
        problems.push(...(await (0,build_inputs/* checkBuildInputs */.ay)(image.build, path, ports)));
        if (problems.length > 0)
            throw new errors/* ProblemsError */.FQ(problems);
        return { kind: 'build', image, repository: undefined, template };
    }
    const tag = (0,image_plan/* firstTag */.XE)(image);
    const immutable = (0,image_reference/* isTagImmutable */.j1)(repository, tag);
    const reuse = image.reuseImage ?? immutable;
    const found = await lookUpTags(image, repository, { first: immutable || reuse, all: reuse }, ports);
    const there = found.get(tag);
    if (there !== undefined && reuse)
        return planReuse(image, repository, there, path, found);
    if (there !== undefined) {
        problems.push({
            code: 'tag-immutable',
            place: { path: path('tags') },
            what: `${image.repository}:${tag} already exists, the tag is immutable, and reuse-image: false requires a new build.`,
            next: 'Ship under a new tag, or leave reuse-image out to use the existing image.'
        });
    }
    problems.push(...findTakenTags(image, repository, undefined, path, found));
    problems.push(...(await (0,build_inputs/* checkBuildInputs */.ay)(image.build, path, ports)));
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    return { kind: 'build', image, repository };
}
/** What is under the tags, asked for all at once: the first where it decides, the others where they are immutable or all are wanted. */
async function lookUpTags(image, repository, wanted, ports) {
    const tags = [...new Set(image.tags)].filter(tag => tag === (0,image_plan/* firstTag */.XE)(image) ? wanted.first : wanted.all || (0,image_reference/* isTagImmutable */.j1)(repository, tag));
    return new Map(await Promise.all(tags.map(async (tag) => [tag, await ports.ecr.describeImage(locate(repository, tag))])));
}
function planReuse(image, repository, there, path, found) {
    if (there.archived) {
        const what = `${image.repository}:${(0,image_plan/* firstTag */.XE)(image)} is in ECR's archive, from where it cannot be pulled.`;
        throw new errors/* ProblemsError */.FQ([
            {
                code: 'image-archived',
                place: { path: path('tags') },
                what,
                next: 'Restore it in ECR, or ship under a new tag.'
            }
        ]);
    }
    const problems = findTakenTags(image, repository, there.digest, path, found);
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    const tagsToAdd = image.tags.slice(1).filter(tag => found.get(tag)?.digest !== there.digest);
    return { kind: 'reuse', image, repository, digest: there.digest, tagsToAdd };
}
/** Further tags that are immutable and name another image than the one to ship. */
function findTakenTags(image, repository, digest, path, found) {
    return image.tags
        .slice(1)
        .filter(tag => (0,image_reference/* isTagImmutable */.j1)(repository, tag) && (found.get(tag)?.digest ?? digest) !== digest)
        .map(tag => ({
        code: 'tag-immutable',
        place: { path: path('tags') },
        what: `${image.repository}:${tag} names another image already, and the tag is immutable.`,
        next: 'Leave the tag out, choose another, or name it first to ship the image that has it.'
    }));
}
async function checkExisting(image, path, ports) {
    const reference = (0,image_reference/* parseReference */.F2)(image.image);
    if (reference === undefined) {
        const what = `"${image.image}" is not a valid image reference.`;
        const next = 'Expected host/repository:tag or host/repository@sha256:…, with the repository in lower case.';
        throw new errors/* ProblemsError */.FQ([{ code: 'image-reference', place: { path: path('image') }, what, next }]);
    }
    const location = await locateExisting(reference, ports);
    const plan = { kind: 'existing', image, ...reference };
    if (location === undefined)
        return plan;
    let there;
    try {
        there = await ports.ecr.describeImage(location);
    }
    catch (error) {
        // Another account's or region's image may well be pullable by the task without being readable from here.
        const unreadable = error instanceof errors/* SlipwayError */.GQ && ((location.region ?? ports.region) !== ports.region || DENIED.has(error.code));
        if (!unreadable)
            throw error;
        ports.reporter.info(`${image.image} cannot be looked at from here, and is used as it is: ${error.what}`);
        return plan;
    }
    const rule = there === undefined ? await ports.ecr.findPullThroughRule(location) : undefined;
    if (rule !== undefined) {
        ports.reporter.warn(`${image.image} is not in ECR yet: ${explainPullThrough(rule)}`);
        return plan;
    }
    there ??= await waitForReplica(image.image, location, ports);
    if (there === undefined || there.archived) {
        const what = there === undefined
            ? `There is no image ${image.image} in ECR.`
            : `${image.image} is in ECR's archive, from where it cannot be pulled.`;
        const next = there === undefined
            ? 'Check repository, tag, account and region; what a pull-through cache fetches is taken where ecr:DescribePullThroughCacheRules is allowed.'
            : 'Restore it in ECR, or name another image.';
        throw new errors/* ProblemsError */.FQ([{ code: 'image-missing', place: { path: path('image') }, what, next }]);
    }
    if (image.expectedDigest !== undefined && there.digest !== image.expectedDigest) {
        const what = `${image.image} names ${there.digest} by now, and the files were written for ${image.expectedDigest}.`;
        const next = 'Build again, or use image-reference: digest, so that nobody can move what is deployed.';
        throw new errors/* ProblemsError */.FQ([{ code: 'image-moved', place: {}, what, next }]);
    }
    return { ...plan, digest: reference.digest ?? there.digest };
}
/** Where in ECR a reference is; undefined for other registries, ECR Public too, which tells of its own images only to their owner. */
async function locateExisting(reference, ports) {
    const { registry, repository, tag, digest } = reference;
    if (registry === undefined)
        return undefined;
    const host = (0,ecr_host/* parseEcrHost */.wl)(registry);
    if (host !== undefined)
        return { region: host.region, registryId: host.account, repository, tag, digest };
    // A registry with a port may be that of an AWS at a custom endpoint: then its own answer names the same address.
    if (!registry.includes(':'))
        return undefined;
    const known = await ports.ecr.describeRepository(repository);
    return known?.uri === `${registry}/${repository}`
        ? { registryId: known.registryId, repository, tag, digest }
        : undefined;
}
function locate(repository, tag) {
    return { region: repository.region, registryId: repository.registryId, repository: repository.name, tag };
}
function nameRegistry({ registry }) {
    return registry === undefined ? 'this account and region' : `the account ${registry.account} in ${registry.region}`;
}
function checkNames(image, path) {
    const problems = [];
    // A whole address of ECR would pass as a name: its host has the same letters.
    if (!(0,image_reference/* isRepositoryName */.en)(image.repository) || (0,ecr_host/* parseEcrHost */.wl)((0,image_reference/* hostOf */.w4)(image.repository)) !== undefined) {
        const bare = (0,image_reference/* parseReference */.F2)(image.repository)?.repository;
        problems.push({
            code: 'repository-name',
            place: { path: path('repository') },
            what: `"${image.repository}" is not a valid ECR repository name: expected lowercase letters, digits and . _ - / , without host and tag.`,
            next: bare === undefined || bare === image.repository ? '' : `Write ${bare}.`
        });
    }
    for (const tag of image.tags.filter(each => !(0,image_reference/* isTag */.dz)(each))) {
        const what = `"${tag}" is not a valid image tag: expected at most 128 letters, digits and . _ - , the first no . or -.`;
        problems.push({ code: 'image-tag', place: { path: path('tags') }, what, next: '' });
    }
    return problems;
}
/** Two images under one name: the same build is made once, different ones would overwrite each other. */
function findClashes(images) {
    const seen = new Map();
    return images.flatMap((image, index) => {
        if (image.kind === 'existing')
            return [];
        const name = `${(0,image_plan/* addressOf */.ci)(image)}:${(0,image_plan/* firstTag */.XE)(image)}`;
        const made = JSON.stringify([image.build, image.tags]);
        const other = seen.get(name);
        seen.set(name, made);
        if (other === undefined || other === made)
            return [];
        const what = `${name} is to be built twice, in different ways.`;
        return [
            {
                code: 'image-clash',
                place: { path: `images[${index}]` },
                what,
                next: 'Give each its own repository or first tag.'
            }
        ];
    });
}
function throwAll(problems, failures) {
    const [failure] = failures;
    if (problems.length === 0 && failure !== undefined)
        throw failure;
    // The same trouble (credentials, say) meets every image: it is told once.
    const distinct = new Map(failures.map(({ code, what, next }) => [what, { code, place: {}, what, next: next ?? '' }]));
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ([...problems, ...distinct.values()]);
}


/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ closeDockerConfigDir),
/* harmony export */   bW: () => (/* binding */ BUILDER_CLEANUP),
/* harmony export */   d5: () => (/* binding */ cleanUpDocker)
/* harmony export */ });
/* harmony import */ var _docker_config_dir_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6633);
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4632);


const BUILDER_CLEANUP = 'docker-builder';
/**
 * Takes back what a run made for Docker: removes the builder, logs out, removes the folder. For the run's own end and for the post
 * step after a crash; take builders first, then logins, then folders. Rejects with nothing: what cannot be taken back is answered.
 *
 * @returns what went wrong, in Docker's words; undefined where all is gone
 */
async function cleanUpDocker(pending, ports) {
    try {
        switch (pending.kind) {
            case 'directory':
                await ports.files.remove(pending.path);
                return undefined;
            case 'docker-builder':
                return await removeBuilder(pending.directory, pending.name, ports);
            case 'docker-login':
                return await runAll(pending.directory, pending.registries.map(host => ['logout', host]), ports);
        }
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
/** Takes back all that publishing noted, in order; a failure is a warning, since the image is out by then. */
async function closeDockerConfigDir(home, made, ports) {
    const { directory } = home;
    const settle = async (note, pending) => {
        const problem = await cleanUpDocker(pending, ports);
        // What is left stays in the cleanupStore: the post step tries once more.
        if (problem === undefined)
            ports.cleanupStore.remove(note);
        else
            ports.reporter.warn(`Cleaning up after Docker (${pending.kind}): ${problem}`);
    };
    if (made.builder !== undefined)
        await settle(BUILDER_CLEANUP, { kind: 'docker-builder', directory, name: made.builder });
    if (made.registries.length > 0)
        await settle(_login_js__WEBPACK_IMPORTED_MODULE_1__/* .LOGIN_CLEANUP */ .$D, { kind: 'docker-login', directory, registries: made.registries });
    await settle(_docker_config_dir_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_DIR_CLEANUP */ .mK, { kind: 'directory', path: directory });
}
/** buildx needs its own notes for it; where they are gone, what it made in the engine still has its name. */
async function removeBuilder(directory, name, ports) {
    const problem = await runAll(directory, [['buildx', 'rm', name]], ports);
    if (problem === undefined)
        return undefined;
    const container = `buildx_buildkit_${name}0`;
    const remains = [
        ['rm', '--force', container],
        ['volume', 'rm', '--force', `${container}_state`]
    ];
    return (await runAll(directory, remains, ports)) === undefined ? undefined : problem;
}
async function runAll(directory, commands, ports) {
    const env = (0,_docker_config_dir_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerConfigEnvironment */ .uE)(directory, (0,_docker_config_dir_js__WEBPACK_IMPORTED_MODULE_0__/* .userDirectory */ .dy)(ports.environment), ports.environment);
    const problems = [];
    for (const args of commands) {
        const result = await (ports.undoing ?? ports).processes.run('docker', args, { env });
        if (result.exitCode !== 0)
            problems.push(`docker ${args.join(' ')}: ${result.stderr.trim()}`);
    }
    return problems.length === 0 ? undefined : problems.join('; ');
}


/***/ }),

/***/ 6633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ openDockerConfigDir),
/* harmony export */   dy: () => (/* binding */ userDirectory),
/* harmony export */   mK: () => (/* binding */ CONFIG_DIR_CLEANUP),
/* harmony export */   uE: () => (/* binding */ dockerConfigEnvironment)
/* harmony export */ });
/* unused harmony export privateSettings */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

const CONFIG_DIR_CLEANUP = 'docker-home';
/**
 * Makes a private folder (0700) that Docker takes for its configuration. What the user has set stays usable: settings, proxies and
 * credential helpers come along in `config.json`, contexts by a link, plugins by their path, the selected builder as a copy, since
 * buildx writes beside it. Nothing is written into the user's own folder.
 *
 * @param hosts the registries that this run logs into: their logins land in this folder and nowhere else
 * @param builder the builder that the build options name
 */
async function openDockerConfigDir(hosts, builder, ports) {
    const { files, cleanupStore: cleanupStore, environment } = ports;
    const directory = await files.makeTemporaryDirectory('slipway-docker-');
    cleanupStore.add(CONFIG_DIR_CLEANUP, { kind: 'directory', path: directory });
    const user = userDirectory(environment);
    const settings = user === undefined ? {} : await readSettings((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'config.json'), ports);
    await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'config.json'), `${JSON.stringify(privateSettings(settings, user, hosts), null, 2)}\n`, 0o600);
    if (user !== undefined && (await files.isDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'contexts')))) {
        await files.link((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'contexts'), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'contexts'));
    }
    await copyBuilders(user, directory, builder, ports);
    return { directory, environment: dockerConfigEnvironment(directory, user, environment) };
}
/**
 * The user's settings with our registries' logins kept in the file. Docker asks `credHelpers` first, and there an empty name means the
 * file itself; for every other registry `credsStore`, `credHelpers` and `auths` say what they said before.
 */
function privateSettings(settings, user, hosts) {
    // A logout goes over all three spellings, and must not reach the user's own store by any of them.
    const keys = hosts.flatMap(host => [host, `https://${host}`, `http://${host}`]);
    const own = new Set(keys);
    const others = (map) => Object.fromEntries(Object.entries(isRecord(map) ? map : {}).filter(([host]) => !own.has(host)));
    const plugins = Array.isArray(settings['cliPluginsExtraDirs']) ? settings['cliPluginsExtraDirs'] : [];
    return {
        ...settings,
        auths: others(settings['auths']),
        credHelpers: { ...others(settings['credHelpers']), ...Object.fromEntries(keys.map(host => [host, ''])) },
        ...(user === undefined ? {} : { cliPluginsExtraDirs: [...plugins, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'cli-plugins')] })
    };
}
/** What Docker and buildx are started with to use the folder; the post step needs it too. */
function dockerConfigEnvironment(directory, user, environment) {
    const usesTls = [environment['DOCKER_TLS_VERIFY'], environment['DOCKER_TLS']].some(value => (value ?? '') !== '');
    const certificates = environment['DOCKER_CERT_PATH'] ?? (usesTls ? user : undefined);
    return {
        DOCKER_CONFIG: directory,
        BUILDX_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'buildx'),
        // The certificates for a remote engine are looked for in the configuration folder, which is another one now.
        ...(certificates === undefined ? {} : { DOCKER_CERT_PATH: certificates }),
        // One image, one manifest: with a provenance record buildx pushes an index, whose digest is not that of the image that runs.
        // Who asks for records in build-options still gets them.
        BUILDX_NO_DEFAULT_ATTESTATIONS: environment['BUILDX_NO_DEFAULT_ATTESTATIONS'] ?? '1'
    };
}
/** Docker's own rule: `DOCKER_CONFIG`, else `.docker` in the home folder. */
function userDirectory(environment) {
    const configured = environment['DOCKER_CONFIG'];
    if (configured !== undefined && configured !== '')
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(configured);
    const home = environment['HOME'] ?? environment['USERPROFILE'];
    return home === undefined || home === '' ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, '.docker');
}
async function readSettings(path, ports) {
    const bytes = await ports.files.read(path);
    if (bytes === undefined)
        return {};
    try {
        const settings = JSON.parse(new TextDecoder().decode(bytes));
        if (isRecord(settings))
            return settings;
    }
    catch {
        // Told below: Docker itself goes on without such a file too.
    }
    ports.reporter.warn(`${path} is not a JSON object, so Docker is used without your own settings.`);
    return {};
}
/** Brings the builder along that is selected (`docker buildx use`, docker/setup-buildx-action), and the one that is named. */
async function copyBuilders(user, directory, builder, ports) {
    const configured = ports.environment['BUILDX_CONFIG'] ?? '';
    const beside = user === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'buildx');
    const source = configured === '' ? beside : configured;
    if (source === undefined)
        return;
    const copy = async (name) => {
        const bytes = await ports.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(source, name));
        if (bytes === undefined)
            return undefined;
        const text = new TextDecoder().decode(bytes);
        await ports.files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'buildx', name), text, 0o600);
        return text;
    };
    const names = [nameOfSelected(await copy('current')), ports.environment['BUILDX_BUILDER'], builder];
    for (const name of new Set(names)) {
        if (name !== undefined && /^[\w][\w.-]*$/.test(name))
            await copy((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)('instances', name));
    }
}
function nameOfSelected(text) {
    try {
        const current = JSON.parse(text ?? '{}');
        return isRecord(current) && typeof current['Name'] === 'string' ? current['Name'] : undefined;
    }
    catch {
        return undefined;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 7394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g0: () => (/* binding */ explainDockerFailure),
  _F: () => (/* binding */ isTagTaken),
  LT: () => (/* binding */ isTransientDockerError)
});

// EXTERNAL MODULE: ./lib/causes/cause.js
var cause = __webpack_require__(3743);
// EXTERNAL MODULE: ./lib/causes/find-cause.js + 14 modules
var find_cause = __webpack_require__(7471);
// EXTERNAL MODULE: ./lib/causes/stage.js
var stage = __webpack_require__(8470);
;// CONCATENATED MODULE: ./lib/causes/docker-output.js


const ERROR_LINE = /^(?:#\d+ )?(?:\d+\.\d+ )?(?:error|denied|unauthorized|failed|name unknown|tag invalid|toomanyrequests|unknown:|unexpected)\b/i;
/** What hides behind the step's exit code: no program that a RUN starts says it by itself. */
const STEP_REASONS = /exec format error|no space left on device|cannot allocate memory/i;
/** A hint that goes on behind the line of the error. */
const HINT = /^(?:switch to|use |try |please |run |make sure|check |if |note)/i;
/** What a step says is read as far as this, in lines. */
const STEP_LINES = 200;
/**
 * Reads why a Docker command failed. BuildKit ends with a drawing of the Dockerfile and one line of error, the old builder with that line
 * alone, `docker push` with what the registry answered; the reason itself may stand in a line above it.
 *
 * @param output standard error, or standard output where that is silent
 * @param command the stage of the command that failed
 */
function causeOfDocker(output, command) {
    const lines = meaningful(output);
    const at = lines.findLastIndex(line => ERROR_LINE.test(line));
    const main = at < 0 ? lines.slice(-3) : [lines[at] ?? '', ...hintsBehind(lines.slice(at + 1))];
    const message = main.join(' ');
    const read = (text) => (0,find_cause/* causeOfText */.Cp)(text, parsed => (0,stage/* findDockerStage */.W)(parsed, command));
    const found = read(message);
    if (found === undefined || found.cause.id === 'build-step') {
        const above = lines.slice(-STEP_LINES);
        const reason = above.findLast(line => STEP_REASONS.test(line)) ?? (found === undefined ? findTelling(above, read) : undefined);
        if (reason !== undefined && !message.includes(reason))
            return { message: `${stripClock(reason)}. ${message}`, found: read(reason) ?? found };
    }
    return { message, found };
}
function hintsBehind(lines) {
    return lines.slice(0, 2).filter(line => HINT.test(line));
}
/** The last line above that has a cause of its own; the output of the user's own programs is none. */
function findTelling(lines, read) {
    return lines.findLast(line => !/^#\d+ |^\d+\.\d+ /.test(line) && read(line) !== undefined);
}
/** BuildKit puts a step's number and time before its output. */
function stripClock(line) {
    return line
        .replace(/^#\d+ /, '')
        .replace(/^\d+\.\d+ /, '')
        .replace(/[.\s]+$/, '');
}
function meaningful(text) {
    return text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' &&
        !/^(?:-+|\d+ \|.*|WARNING.*|DEPRECATED.*|Install the buildx component.*|See '.*|Run '.*|View build details.*|Learn more at .*|https:\/\/docs\.docker\.com\S*)$/.test(line));
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/image/docker/docker-failure.js




/** What a command of ours does, by the words that it is told with. */
const STAGES = [
    [/^docker login/i, 'docker-login'],
    [/^pushing/i, 'push'],
    [/^building/i, 'build']
];
/** Turns a failed Docker command into our error: what Docker said of the reason, and what to do. */
function explainDockerFailure(doing, result) {
    const output = result.stderr.trim() === '' ? result.stdout : result.stderr;
    const { message: said, found } = causeOfDocker(output, STAGES.find(([pattern]) => pattern.test(doing))?.[1] ?? 'docker');
    return new errors/* SlipwayError */.GQ({
        code: found?.cause.id ?? 'docker-failed',
        fault: found === undefined ? 'user' : (0,cause/* faultOf */.Kl)(found.cause),
        what: `${doing} failed (exit code ${result.exitCode}): ${said === '' ? 'Docker gave no reason.' : said.replace(/([^.!?])$/, '$1.')}`,
        next: found === undefined ? undefined : (0,cause/* fillFacts */.Z3)(found.cause.advice, found.facts)
    });
}
/**
 * The tag is taken by another image and cannot be moved: somebody else was faster. BuildKit hides what the registry said behind the
 * status, so a refused manifest counts where it is that of this very tag, and the registry has to be asked.
 */
function isTagTaken(error, repository, tag) {
    if (!(error instanceof errors/* SlipwayError */.GQ))
        return false;
    if (error.code === 'manifest-refused')
        return error.what.includes(`/${repository}/manifests/${tag}: `);
    return error.code === 'tag-immutable';
}
/** It may well work the next time. */
function isTransientDockerError(error) {
    return error instanceof errors/* SlipwayError */.GQ && (0,find_cause/* causeNamed */.TJ)(error.code)?.retry !== undefined;
}


/***/ }),

/***/ 5581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UF: () => (/* binding */ findMissingTool),
/* harmony export */   Wb: () => (/* binding */ plainBuildEnvironment),
/* harmony export */   ce: () => (/* binding */ findDocker)
/* harmony export */ });
/* harmony import */ var _docker_args_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3964);
/* harmony import */ var _docker_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7394);


/** The client that came after 22 has no BuildKit of its own: there it is buildx or the old builder. */
const FIRST_WITHOUT_BUILDKIT = 23;
/**
 * Looks for Docker, its engine and buildx; changes nothing. `DOCKER_BUILDKIT=0` means the old builder, as it does to Docker.
 *
 * @returns the tools, or the one problem that keeps this machine from building
 */
async function findDocker(ports) {
    let version;
    try {
        version = await ports.processes.run('docker', ['version', '--format', '{{json .}}']);
    }
    catch {
        const next = 'Install Docker, or name an image that exists with image.';
        return problem('docker-missing', 'An image must be built, but there is no docker command on this machine.', next);
    }
    if (version.exitCode !== 0) {
        const { code, what, next } = (0,_docker_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .explainDockerFailure */ .g0)('An image is to be built, but "docker version"', version);
        return problem(code, what, next ?? 'See that "docker version" works for the user that runs this.');
    }
    if (ports.environment['DOCKER_BUILDKIT'] === '0')
        return { buildx: false, buildkit: false };
    const buildx = await ports.processes.run('docker', ['buildx', 'version']);
    if (buildx.exitCode === 0)
        return { buildx: true, buildkit: true };
    const major = clientMajor(version.stdout);
    return { buildx: false, buildkit: major !== undefined && major < FIRST_WITHOUT_BUILDKIT };
}
/** What a build asks for and these tools cannot do, in one sentence; undefined where all is well. */
function findMissingTool(build, tools, path) {
    if (tools.buildx)
        return undefined;
    const settings = (0,_docker_args_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsWithoutPlainArgument */ .NH)(build, tools.buildkit);
    if (settings.length === 0)
        return undefined;
    return {
        code: 'docker-buildx',
        place: { path },
        what: `${settings.join(' and ')} cannot be used with this machine's Docker, because buildx is not in use.`,
        next: 'Install the buildx plugin (in GitHub Actions: docker/setup-buildx-action), without DOCKER_BUILDKIT=0.'
    };
}
/** Has Docker's own client build in BuildKit where it can; a client without it refuses the variable. */
function plainBuildEnvironment(tools) {
    return tools.buildkit ? { DOCKER_BUILDKIT: '1' } : {};
}
function clientMajor(text) {
    const version = /"Client":\{.*?"Version":"(\d+)\./s.exec(text)?.[1];
    return version === undefined ? undefined : Number(version);
}
function problem(code, what, next) {
    return { code, place: {}, what, next };
}


/***/ }),

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ LOGIN_CLEANUP),
/* harmony export */   E8: () => (/* binding */ logIn),
/* harmony export */   Ib: () => (/* binding */ decodeAuthorization),
/* harmony export */   nP: () => (/* binding */ retryTransientDocker)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2165);
/* harmony import */ var _docker_docker_args_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3964);
/* harmony import */ var _docker_docker_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7394);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8424);





const LOGIN_CLEANUP = 'docker-login';
/**
 * Takes an authorization apart and hides its secrets from every log at once: the password, and the token, which is also what Docker
 * writes into its file.
 *
 * @param host the registry to log into; the authorization's own endpoint where not given
 */
function decodeAuthorization(authorization, ports, host = (0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .hostOf */ .w4)(authorization.endpoint)) {
    ports.reporter.mask(authorization.token);
    const text = Buffer.from(authorization.token, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const password = text.slice(colon + 1);
    if (colon < 1 || password === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
            code: 'incomplete-answer',
            fault: 'aws',
            what: `ECR's login for ${host} is not of the form user:password.`,
            next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
        });
    }
    ports.reporter.mask(password);
    return { host, username: text.slice(0, colon), password, token: authorization.token };
}
/** Logs Docker into the registries, into the run's own folder; the password goes in by standard input. What passes is tried again. */
async function logIn(home, logins, ports) {
    ports.cleanupStore.add(LOGIN_CLEANUP, {
        kind: 'docker-login',
        directory: home.directory,
        registries: logins.map(({ host }) => host)
    });
    for (const login of logins) {
        try {
            await retryTransientDocker(ports, () => logInOnce(home, login, ports));
            ports.reporter.info(`Logged into ${login.host}.`);
        }
        catch (error) {
            if (login.isOfCache !== true || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ))
                throw error;
            ports.reporter.warn(`The build cache in ${login.host} is out of reach: ${error.what}`);
        }
    }
}
/** Runs it up to four times while Docker fails for a reason that passes, with 1, 2 and 4 seconds between, jittered. */
async function retryTransientDocker(ports, work) {
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        signal: ports.signal,
        attempts: 4,
        pauses: { first: 1_000, factor: 2, jitter: 0.25 },
        isTransient: _docker_docker_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransientDockerError */ .LT,
        onFailure: error => ports.reporter.info(`${error.what} Trying again.`)
    }, work);
}
async function logInOnce(home, login, ports) {
    const { host, username, password } = login;
    const result = await ports.processes.run('docker', (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_4__/* .loginArgs */ .be)(username, host), {
        input: password,
        env: home.environment,
        signal: ports.signal
    });
    if (result.exitCode !== 0)
        throw (0,_docker_docker_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainDockerFailure */ .g0)(`Docker login to ${host}`, result);
}


/***/ }),

/***/ 8779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ expectImage)
/* harmony export */ });
/* harmony import */ var _image_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1258);
/* harmony import */ var _published_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3991);


const UNKNOWN_HOST = '(host known once it is created)';
const UNKNOWN_DIGEST = '(digest known after the build)';
/** What an image will be called in the files. What only the build can tell is said in brackets in its place. */
function expectImage(plan) {
    if (plan.kind !== 'build') {
        const isReused = plan.kind === 'reuse';
        return {
            ...(0,_published_image_js__WEBPACK_IMPORTED_MODULE_1__/* .describePublished */ .w)(plan),
            action: isReused ? 'reuse' : 'use',
            certain: true,
            registryId: isReused ? plan.image.registry?.account : undefined,
            createsRepository: false,
            tags: isReused ? plan.image.tags : [],
            tagsToAdd: isReused ? plan.tagsToAdd : [],
            platforms: [],
            context: undefined
        };
    }
    const { image, repository } = plan;
    const uri = repository?.uri ?? `${image.registry?.host ?? UNKNOWN_HOST}/${image.repository}`;
    const digestUri = `${uri}@${UNKNOWN_DIGEST}`;
    return {
        config: image,
        container: image.container,
        registry: repository === undefined ? undefined : repository.uri.slice(0, repository.uri.indexOf('/')),
        repository: image.repository,
        tag: (0,_image_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .firstTag */ .XE)(image),
        digest: undefined,
        uri: image.reference === 'digest' ? digestUri : `${uri}:${(0,_image_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .firstTag */ .XE)(image)}`,
        digestUri,
        built: true,
        action: 'build',
        certain: repository !== undefined && image.reference === 'tag',
        registryId: image.registry?.account,
        createsRepository: repository === undefined && plan.template?.createsOnPush !== true,
        tags: image.tags,
        tagsToAdd: [],
        platforms: image.build.platforms,
        context: image.build.context
    };
}


/***/ }),

/***/ 3991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ describeBuilt),
/* harmony export */   w: () => (/* binding */ describePublished)
/* harmony export */ });
/* harmony import */ var _image_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1258);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);


/** An image that was built or found in ECR, as it will be named. */
function describeBuilt(image, { repository, digest, built, cache }) {
    const tag = (0,_image_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .firstTag */ .XE)(image);
    const digestUri = `${repository.uri}@${digest}`;
    return {
        config: image,
        container: image.container,
        registry: (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .hostOf */ .w4)(repository.uri),
        repository: repository.name,
        tag,
        digest,
        uri: image.reference === 'digest' ? digestUri : `${repository.uri}:${tag}`,
        digestUri,
        built,
        cache,
        location: { region: repository.region, registryId: repository.registryId, repository: repository.name, digest }
    };
}
/** An image that needs no build, as it will be named. */
function describePublished(plan) {
    if (plan.kind === 'existing')
        return describeExisting(plan);
    return describeBuilt(plan.image, { repository: plan.repository, digest: plan.digest, built: false });
}
function describeExisting(plan) {
    const { image, registry, repository, tag, digest } = plan;
    return {
        config: image,
        container: image.container,
        registry,
        repository,
        tag,
        digest,
        uri: image.image,
        digestUri: digest === undefined ? image.image : (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)({ registry, repository, tag: undefined, digest }),
        built: false
    };
}


/***/ }),

/***/ 4697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YD: () => (/* binding */ createRepositoryOf),
/* harmony export */   d_: () => (/* binding */ describeRepositoryOf),
/* harmony export */   l0: () => (/* binding */ atWrittenHost)
/* harmony export */ });
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5964);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);


/** The repository that an image is pushed to; undefined: there is none. */
async function describeRepositoryOf(image, ecr) {
    const repository = await ecr.describeRepository(image.repository, image.registry);
    return repository === undefined ? undefined : atWrittenHost(repository, image);
}
/** Creates the repository that an image is pushed to, as a template for its name says. */
async function createRepositoryOf(image, template, ecr) {
    return atWrittenHost(await ecr.createRepository(image.repository, image.registry, template), image);
}
/**
 * A registry has several hosts: by IPv4 alone, dual-stack, FIPS. ECR's answer names one; the one that the settings name counts, where both are
 * the same registry's. An AWS at a custom endpoint has hosts of its own, and its answer counts.
 */
function atWrittenHost(repository, { registry }) {
    const answered = (0,_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .wl)((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .hostOf */ .w4)(repository.uri));
    const isSame = answered?.account === registry?.account && answered?.region === registry?.region;
    return registry === undefined || !isSame ? repository : { ...repository, uri: `${registry.host}/${repository.name}` };
}


/***/ }),

/***/ 6789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ stoppingAt),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Th: () => (/* binding */ readScanState),
/* harmony export */   ac: () => (/* binding */ countStopping),
/* harmony export */   c5: () => (/* binding */ addCounts),
/* harmony export */   nv: () => (/* binding */ STATUSES_WITHOUT_RESULTS),
/* harmony export */   q4: () => (/* binding */ listWorst),
/* harmony export */   wv: () => (/* binding */ describeCounts)
/* harmony export */ });
/* harmony import */ var _text_scan_severity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5160);

const TURN_OFF = 'Ship an image that ECR can scan, or leave scan-gate out.';
/** Statuses (ECR's ScanStatus) after which no results come. */
const NEVER = {
    FAILED: { why: 'the scan failed', next: 'Have it scanned again in ECR, ship another image, or leave scan-gate out.' },
    UNSUPPORTED_IMAGE: { why: 'ECR cannot scan an image of this kind', next: TURN_OFF },
    SCAN_ELIGIBILITY_EXPIRED: {
        why: 'the image was pushed too long ago for Amazon Inspector to scan it',
        next: 'Rebuild the image, or extend the rescan duration in Amazon Inspector.'
    },
    FINDINGS_UNAVAILABLE: { why: 'ECR has a scan but cannot return its findings', next: 'Run it again later.' },
    LIMIT_EXCEEDED: { why: "the registry's scan quota is exhausted", next: 'Run it again later.' },
    IMAGE_ARCHIVED: {
        why: 'the image is archived in ECR, and archived images are not scanned',
        next: 'Restore it in ECR.'
    }
};
/** The same by name. */
const STATUSES_WITHOUT_RESULTS = Object.keys(NEVER);
/**
 * Reads how far a scan is. ECR calls the scan of Amazon Inspector COMPLETE or ACTIVE before its first results are there, so a result counts
 * when it comes with counts, findings or the time at which it ended.
 */
function readScanState({ status, description, counts, findings, completed }) {
    const never = NEVER[status];
    if (never !== undefined) {
        const said = description === undefined || description === '' ? '' : ` (${description.replace(/[.\s]+$/, '')})`;
        return { kind: 'none', why: `${never.why}: ${status}${said}`, next: never.next };
    }
    const hasResults = completed || counts !== undefined || findings.length > 0;
    return { kind: (status === 'COMPLETE' || status === 'ACTIVE') && hasResults ? 'done' : 'waiting' };
}
/** The counts as ECR tells them, else of the findings themselves. */
function countFindings({ counts, findings }) {
    if (counts !== undefined)
        return counts;
    return addCounts(findings.map(({ severity }) => ({ [severity]: 1 })));
}
function addCounts(all) {
    const sum = {};
    for (const [severity, count] of all.flatMap(counts => Object.entries(counts))) {
        sum[severity] = (sum[severity] ?? 0) + count;
    }
    return sum;
}
/** How many are of the gate's severity or worse. */
function countStopping(counts, gate) {
    return stoppingAt(gate).reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
}
/** `2 CRITICAL, 11 LOW`, the worst first; `nothing` where nothing was found. */
function describeCounts(counts) {
    const known = _text_scan_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .SCAN_SEVERITIES */ .E;
    const names = [...known, ...Object.keys(counts).filter(name => !known.includes(name))];
    const shown = names.filter(name => (counts[name] ?? 0) > 0).map(name => `${counts[name] ?? 0} ${name}`);
    return shown.length === 0 ? 'nothing' : shown.join(', ');
}
/** So many of the findings that stop the gate, the worst first, each once. */
function listWorst(findings, gate, max) {
    const stopping = stoppingAt(gate);
    const lines = stopping.flatMap(severity => findings.filter(finding => finding.severity === severity)).map(describe);
    return [...new Set(lines)].slice(0, max);
}
function describe({ name, severity, packages, fixedIn }) {
    const where = packages.length === 0 ? '' : ` in ${packages.slice(0, 3).join(', ')}`;
    return `${severity} ${name}${where}${fixedIn === undefined ? '' : `, fixed in ${fixedIn}`}`;
}
/** The gate's severity and those that are worse, the worst first. */
function stoppingAt(gate) {
    return _text_scan_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .SCAN_SEVERITIES */ .E.slice(0, _text_scan_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .SCAN_SEVERITIES */ .E.indexOf(gate) + 1);
}


/***/ }),

/***/ 932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll),
/* harmony export */   s: () => (/* binding */ valuesOf)
/* harmony export */ });
/**
 * Runs so many at a time, begun in the order of the items. One that rejects holds up no other.
 *
 * @returns how each ended, in the order of the items, after all have ended
 */
async function settleAll(items, max, run) {
    const queue = [];
    const results = Promise.allSettled(items.map((item, index) => new Promise((resolve, reject) => queue.push(() => run(item, index).then(resolve, reject)))));
    const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            await next();
    };
    await Promise.all(Array.from({ length: Math.min(max, items.length) }, work));
    return results;
}
/** The values of what ended well. Throws what the first one was rejected with. */
function valuesOf(results) {
    return results.map(result => {
        if (result.status === 'rejected')
            throw result.reason;
        return result.value;
    });
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ planShip)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/artifacts/artifact-paths.js
var artifact_paths = __webpack_require__(3960);
// EXTERNAL MODULE: ./lib/task-definition/diff.js
var diff = __webpack_require__(5138);
// EXTERNAL MODULE: ./lib/steps/prepare-gates.js + 1 modules
var prepare_gates = __webpack_require__(442);
// EXTERNAL MODULE: ./lib/steps/revision.js
var revision = __webpack_require__(9250);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
// EXTERNAL MODULE: ./lib/aws/iam-actions.js
var iam_actions = __webpack_require__(7034);
// EXTERNAL MODULE: ./lib/report/plan.js
var plan = __webpack_require__(1383);
// EXTERNAL MODULE: ./lib/rollout/requests.js
var requests = __webpack_require__(3031);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/redact.js
var redact = __webpack_require__(1814);
;// CONCATENATED MODULE: ./lib/plan/expected-calls.js





/**
 * The calls that a run would change something with, in its order, with what they would be sent: made by the same functions as the
 * requests themselves. What only a call before it can tell (a revision's ARN, a digest, a token) is said in brackets or left out. Pure.
 */
function listExpectedCalls({ scanGate }, { images, services, task }) {
    const registered = new Set();
    const changed = services.filter(({ unchanged }) => unchanged === undefined);
    const registrations = changed.flatMap(({ asRegistered, texts }) => {
        const text = texts.taskDefinition;
        if (text === undefined || asRegistered !== undefined || registered.has(text))
            return [];
        registered.add(text);
        return [registration(JSON.parse(text))];
    });
    const [first] = services;
    const revision = first?.unchanged?.arn ?? first?.asRegistered ?? plan/* NEW_REVISION */.Lw;
    return [
        ...images.filter(isFirstOfItsName).flatMap(publication),
        ...(scanGate === undefined
            ? []
            : images.filter(({ location, built }) => built || location !== undefined).map(scan)),
        ...registrations,
        ...(task === undefined || changed.length === 0 ? [] : [taskRun(task, revision)]),
        ...changed.flatMap(service => [...rollout(service), ...continuation(service)])
    ];
}
function call(service, operation, input, further = []) {
    const actions = [...new Set([...(0,iam_actions/* actionsOf */.Ro)(service, operation), ...further])];
    return { call: `${service}:${operation}`, input: (0,redact/* hideSecrets */.s0)(input), actions };
}
/** Several containers may have one image. */
function isFirstOfItsName({ uri }, index, images) {
    return images.findIndex(other => other.uri === uri) === index;
}
function publication(image) {
    const { action, tags, tagsToAdd, createsRepository, digest } = image;
    const where = whereOf(image);
    const putTag = (imageTag) => call('ecr', 'PutImage', { ...where, imageTag, imageDigest: digest ?? '(known after the build)' }, iam_actions/* CALLS */.q$.ecr.BatchGetImage);
    if (action !== 'build')
        return tagsToAdd.map(putTag);
    const login = (0,iam_actions/* actionsOf */.Ro)('ecr', 'GetAuthorizationToken');
    return [
        ...(createsRepository
            ? [call('ecr', 'CreateRepository', { ...where, imageScanningConfiguration: { scanOnPush: true } })]
            : []),
        { call: 'docker push', input: { image: image.uri }, actions: [...login, ...iam_actions/* DOCKER_PUSH */.C1] },
        ...[...new Set(tags.slice(1))].map(putTag)
    ];
}
/** A registry is named where it is not the run's own. */
function whereOf({ registryId, repository }) {
    return { ...(registryId === undefined ? {} : { registryId }), repositoryName: repository };
}
function scan(image) {
    const { tag, digest } = image;
    const imageId = digest === undefined ? { imageTag: tag } : { imageDigest: digest };
    return call('ecr', 'StartImageScan', { ...whereOf(image), imageId, unless: 'ECR scans it by itself' });
}
/** Its content is what the diff tells of; here it would show what the diff hides. */
function registration(definition) {
    const roles = ['taskRoleArn', 'executionRoleArn'].some(role => (0,text_record/* own */.ZV)(definition, role) !== undefined);
    return call('ecs', 'RegisterTaskDefinition', { family: (0,text_record/* own */.ZV)(definition, 'family') }, [
        ...(roles ? ['iam:PassRole'] : []),
        ...((0,text_record/* own */.ZV)(definition, 'tags') === undefined ? [] : ['ecs:TagResource'])
    ]);
}
function taskRun({ cluster, launch, startedBy }, taskDefinition) {
    const input = { ...launch, cluster, taskDefinition, ...(startedBy === undefined ? {} : { startedBy }) };
    return call('ecs', 'RunTask', input, [
        'iam:PassRole',
        ...((launch.tags ?? []).length === 0 && launch.propagateTags === undefined ? [] : ['ecs:TagResource'])
    ]);
}
/** What ends the pause that a gate answers. */
function continuation({ gate, target }) {
    if (gate?.at !== 'test')
        return [];
    const after = 'the gate has passed';
    return target?.controller === 'ECS'
        ? [call('ecs', 'ContinueServiceDeployment', { stage: gate.stage, action: 'CONTINUE', after })]
        : [call('codedeploy', 'ContinueDeployment', { deploymentWaitType: 'READY_WAIT', after })];
}
function rollout({ target, config, asRegistered, taskDefinition }) {
    if (target === undefined || taskDefinition === undefined)
        return [];
    const revision = asRegistered ?? plan/* NEW_REVISION */.Lw;
    if (target.controller === 'ECS')
        return [call('ecs', 'UpdateService', (0,requests/* updateServiceInput */.bL)(target, revision, config.rollout))];
    const settings = (0,requests/* describeSettings */.TR)(target, config.rollout);
    const appspec = `(the AppSpec, with ${asRegistered ?? 'the revision registered before'})`;
    return [
        ...(settings === undefined ? [] : [call('ecs', 'UpdateService', settings)]),
        call('codedeploy', 'CreateDeployment', (0,requests/* createDeploymentInput */.SB)(target, appspec, config.rollout, 'slipway-…'))
    ];
}

;// CONCATENATED MODULE: ./lib/plan/make-plan.js







/**
 * What a run would do: the images, the task definitions against what runs, the files against those that are there, and the
 * calls that would change something. Reads files and, at AWS, task definitions (DescribeTaskDefinition).
 */
async function makePlan(config, expected, context) {
    const { images } = expected;
    const services = await Promise.all(expected.services.map(service => planService(service, images, context)));
    return { region: config.region, images, services, calls: listExpectedCalls(config, expected) };
}
async function planService(service, images, context) {
    const { target, texts, unchanged } = service;
    const own = images.filter(image => (0,prepare_service/* containersOf */.Mz)(service, image.config).length > 0);
    const [definition, files] = await Promise.all([
        texts.taskDefinition === undefined
            ? undefined
            : forecastDefinition(JSON.parse(texts.taskDefinition), target, own, context),
        planFiles(service, own, context)
    ]);
    return {
        service: target === undefined ? undefined : `${target.clusterName}/${target.serviceName}`,
        engine: target === undefined ? undefined : nameEngine(target),
        definition,
        files,
        appspec: texts.appspec,
        unchanged: unchanged !== undefined,
        gate: service.gate === undefined ? undefined : (0,prepare_gates/* describePlannedGate */.N)(service.gate)
    };
}
function nameEngine(target) {
    return target.controller === 'ECS'
        ? `ECS, ${target.strategy}`
        : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
}
async function forecastDefinition(definition, target, images, { ecs }) {
    const family = String(definition['family']);
    const reference = target === undefined ? family : target.runningTaskDefinitionArn;
    const there = reference === undefined ? undefined : await (0,revision/* readRevision */.M)(reference, target === undefined, { ecs });
    const changes = (0,diff/* diffDefinitions */.e)(there?.definition, definition);
    const rebuilt = images.some(({ action, certain }) => action === 'build' && certain);
    return { family, comparedWith: there?.arn, changes, rebuilt };
}
async function planFiles({ config, texts }, images, { files }) {
    const isOpen = images.some(({ certain }) => !certain);
    const isBuilt = images.some(({ action }) => action === 'build');
    const open = {
        imageDefinitions: isOpen,
        imageDetail: isBuilt,
        taskDefinition: isOpen,
        appspec: false
    };
    const names = Object.keys(artifact_paths/* ARTIFACT_NAMES */.k).filter(name => texts[name] !== undefined);
    return Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(config.files.artifactsDirectory, artifact_paths/* ARTIFACT_NAMES */.k[name]);
        const bytes = await files.read(path);
        if (bytes === undefined)
            return { path, state: 'new' };
        if (open[name])
            return { path, state: 'after-build' };
        return { path, state: Buffer.from(bytes).toString('utf8') === texts[name] ? 'same' : 'different' };
    }));
}

// EXTERNAL MODULE: ./lib/task-definition/index.js + 3 modules
var task_definition = __webpack_require__(6635);
// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
;// CONCATENATED MODULE: ./lib/preflight/check-result.js
const ECS_GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const WORST_FIRST = ['ng', 'warn', 'ok', 'skip'];
function ok(detail) {
    return { state: 'ok', detail };
}
/** It was not looked at. */
function skip(detail, next) {
    return { state: 'skip', detail, next };
}
function warn(rule, detail, next) {
    return { state: 'warn', code: rule.name, detail, next };
}
function fail(rule, detail, next) {
    return { state: 'ng', code: rule.name, detail, next };
}
/** A node of what was found and what hangs on it. */
function makeNode(label, details, children = []) {
    return { label, ...details, children };
}
/** A node that only holds others; `skip` where it holds none that was looked at. */
function makeGroup(label, children) {
    return { label, state: worstOf(children.flatMap(listNodes).map(({ state }) => state)), children };
}
/** The worst first: `ng`, `warn`, `ok`, `skip`. Nothing skipped spoils what was looked at and found well. */
function worstOf(states) {
    return WORST_FIRST.find(state => states.includes(state)) ?? 'skip';
}
/** Every node of a tree, parents first. */
function listNodes(node) {
    return [node, ...node.children.flatMap(listNodes)];
}

;// CONCATENATED MODULE: ./lib/preflight/probe.js



const PROBE_RULES = new errors/* RuleList */.VZ();
const NOT_CHECKED = PROBE_RULES.add('not-checked', 'warning', 'AWS did not answer the check.', 'any other error of AWS');
/**
 * Makes a call of a check. What is not permitted is skipped, with the action to allow; any other error is a warning: the deployment may
 * well work. Never rejects.
 *
 * @param action the IAM action that the call needs, as `iam:GetRole`
 * @param doing what is being done and to what, as `Describing the secret db`
 */
async function tryCall(action, doing, call) {
    try {
        return { answer: await call() };
    }
    catch (error) {
        if ((0,aws_errors/* isAccessDenied */.w7)(error))
            return { details: skip(`not looked at: ${action} is not permitted`, `Allow ${action}.`) };
        const { what, next } = (0,aws_errors/* explainAwsError */.Ni)(error, doing);
        return { details: warn(NOT_CHECKED, what, next) };
    }
}
/** Makes a call and judges its answer. */
async function checkCall(action, doing, call, toFound) {
    const result = await tryCall(action, doing, call);
    return 'details' in result ? result.details : toFound(result.answer);
}

;// CONCATENATED MODULE: ./lib/preflight/capacity.js





const CAPACITY_RULES = new errors/* RuleList */.VZ();
const CLUSTER_NOT_FOUND = CAPACITY_RULES.add('cluster-not-found', 'error', 'The cluster does not exist.', 'DescribeClusters');
const CLUSTER_NOT_ACTIVE = CAPACITY_RULES.add('cluster-not-active', 'error', 'The cluster is not ACTIVE.', 'DescribeClusters');
const CAPACITY_PROVIDER_NOT_FOUND = CAPACITY_RULES.add('capacity-provider-not-found', 'error', 'The cluster does not have a capacity provider of the strategy.', `DescribeClusters; ${ECS_GUIDE}/cluster-capacity-providers.html`);
const NO_INSTANCES = CAPACITY_RULES.add('no-instances', 'warning', 'Tasks run on EC2, and no instance has joined the cluster.', 'DescribeClusters');
/** Looks whether the cluster is there and has the capacity providers. Rests on DescribeClusters. */
async function checkCluster(requirement, describeCluster) {
    const { cluster, capacityProviders } = requirement;
    const result = await tryCall('ecs:DescribeClusters', `Describing the cluster ${cluster}`, () => describeCluster(cluster));
    const label = `cluster ${(0,arn/* resourceName */.Iy)(cluster)}`;
    const children = [...new Set(capacityProviders)].map(provider => checkProvider(provider, cluster, result));
    if ('details' in result)
        return makeNode(label, result.details, children);
    const { answer } = result;
    if (answer === undefined) {
        const what = `There is no cluster ${cluster} in this account and region.`;
        return makeNode(label, fail(CLUSTER_NOT_FOUND, what, 'Correct cluster, region or the role.'));
    }
    if (answer.status !== undefined && answer.status !== 'ACTIVE') {
        const what = `The cluster ${cluster} is ${answer.status}; a rollout needs an ACTIVE one.`;
        return makeNode(label, fail(CLUSTER_NOT_ACTIVE, what, 'Create the cluster again, or correct cluster.'));
    }
    if (requirement.needsInstances && answer.registeredContainerInstancesCount === 0) {
        const what = `The tasks run on EC2, and no instance has joined the cluster ${cluster}.`;
        return makeNode(label, warn(NO_INSTANCES, what, 'Start instances with the ECS agent in it.'), children);
    }
    return makeNode(label, ok(answer.status), children);
}
function checkProvider(name, cluster, result) {
    const label = `capacity provider ${name}`;
    if ('details' in result)
        return makeNode(label, result.details);
    const there = result.answer?.capacityProviders ?? [];
    if (there.includes(name))
        return makeNode(label, ok());
    const what = `The cluster ${cluster} has no capacity provider ${name}; it has ${(0,format/* listNames */.Zv)(there)}.`;
    const next = 'Add it with aws ecs put-cluster-capacity-providers, or correct the strategy.';
    return makeNode(label, fail(CAPACITY_PROVIDER_NOT_FOUND, what, next));
}

// EXTERNAL MODULE: ./lib/text/platform.js
var text_platform = __webpack_require__(6320);
;// CONCATENATED MODULE: ./lib/preflight/platforms.js

/** Reads a manifest of the OCI image specification, or Docker's of schema 2. */
function readManifest(text) {
    const manifest = parse(text);
    const entries = (0,text_record/* own */.ZV)(manifest, 'manifests');
    if (Array.isArray(entries)) {
        const platforms = entries.filter(text_record/* isRecord */.u4).flatMap(entry => {
            const platform = (0,text_record/* own */.ZV)(entry, 'platform');
            return (0,text_record/* isRecord */.u4)(platform) ? readPlatform(platform) : [];
        });
        // An attestation stands in the list as unknown/unknown.
        return { kind: 'list', platforms: platforms.filter(({ os }) => os !== 'unknown') };
    }
    const config = (0,text_record/* own */.ZV)(manifest, 'config');
    const digest = (0,text_record/* isRecord */.u4)(config) ? (0,text_record/* own */.ZV)(config, 'digest') : undefined;
    return typeof digest === 'string' ? { kind: 'config', digest } : { kind: 'unknown' };
}
/** Reads the config of an image; empty where it says nothing. */
function readConfig(text) {
    return readPlatform(parse(text));
}
function readPlatform(record) {
    const os = (0,text_record/* own */.ZV)(record, 'os');
    const architecture = (0,text_record/* own */.ZV)(record, 'architecture');
    return typeof os === 'string' && typeof architecture === 'string' ? [{ os, architecture }] : [];
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return (0,text_record/* isRecord */.u4)(value) ? value : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/preflight/images.js






const PREFLIGHT_IMAGE_RULES = new errors/* RuleList */.VZ();
const IMAGE_NOT_FOUND = PREFLIGHT_IMAGE_RULES.add('image-not-found', 'error', 'An image that is named is not in ECR.', 'BatchGetImage');
const IMAGE_PULLED_THROUGH = PREFLIGHT_IMAGE_RULES.add('image-pulled-through', 'warning', 'An image is not in ECR yet, and a pull-through cache rule fetches it with the first pull.', 'BatchGetImage, DescribePullThroughCacheRules; https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html');
const IMAGE_ARCHITECTURE = PREFLIGHT_IMAGE_RULES.add('image-architecture', 'error', "An image is not built for the task definition's platform.", 'BatchGetImage; a task says: “image Manifest does not contain descriptor matching platform”');
/**
 * Looks whether an image is there and made for the platform that the task definition asks for. Rests on BatchGetImage and, where an image
 * has one platform alone, on its config (GetDownloadUrlForLayer).
 *
 * @param wanted undefined: the instances decide
 */
async function checkImage(image, wanted, ports) {
    return makeNode(`image ${image.name}`, await findOut(image, wanted, ports));
}
async function findOut(image, wanted, ports) {
    switch (image.kind) {
        case 'built':
            return judgeBuild(image.platforms, wanted);
        case 'running':
            return ok('as it runs now');
        case 'elsewhere':
            return skip('not looked at: its registry is not ECR');
        case 'there':
            return judgeImage(image.name, image.location, wanted, ports);
    }
}
function judgeBuild(platforms, wanted) {
    if (platforms.length === 0)
        return ok('is built for the platform of the machine that builds');
    const made = platforms.map(text_platform/* parsePlatform */.FL);
    return judgePlatforms(made, wanted, `is built for ${platforms.join(', ')}`);
}
async function judgeImage(name, location, wanted, ports) {
    const result = await tryCall('ecr:BatchGetImage', `Looking for the image ${name}`, () => ports.readManifest(location));
    if ('details' in result)
        return result.details;
    if (result.answer === undefined) {
        const ruled = await tryCall('ecr:DescribePullThroughCacheRules', `Looking for what fetches ${name}`, () => ports.findPullThroughRule(location));
        if ('answer' in ruled && ruled.answer !== undefined) {
            const { prefix, upstream } = ruled.answer;
            const what = `It is not in ECR yet: the first pull fetches it from ${upstream} by the pull-through cache rule ${prefix}, where it has not been looked for.`;
            const next = 'The execution role needs ecr:BatchImportUpstreamImage, and ecr:CreateRepository for a new repository.';
            return warn(IMAGE_PULLED_THROUGH, what, next);
        }
        return fail(IMAGE_NOT_FOUND, `There is no image ${name} in ECR.`, 'Check repository, tag, account and region.');
    }
    const said = readManifest(result.answer.text);
    if (said.kind === 'unknown')
        return ok('is there; its manifest names no platform');
    if (said.kind === 'list')
        return judgePlatforms(said.platforms, wanted, describe(said.platforms));
    const { digest } = said;
    const config = await tryCall('ecr:GetDownloadUrlForLayer', `Reading the config of ${name}`, () => ports.readImageConfig(location, digest));
    if ('details' in config)
        return { ...config.details, detail: explainUnknownPlatform(config.details) };
    const platforms = readConfig(config.answer);
    return judgePlatforms(platforms, wanted, describe(platforms));
}
function explainUnknownPlatform({ detail = '' }) {
    return `is there; its platform is not known: ${detail.replace(/^not looked at: /, '')}`;
}
function judgePlatforms(made, wanted, detail) {
    if (wanted === undefined || made.length === 0 || made.some(platform => (0,text_platform/* isSamePlatform */.SW)(platform, wanted)))
        return ok(detail);
    const what = `It is for ${(0,format/* listNames */.Zv)(made.map(text_platform/* formatPlatform */.Bq))}, but the task definition asks for ${(0,text_platform/* formatPlatform */.Bq)(wanted)}; the task would say "image Manifest does not contain descriptor matching platform".`;
    const [one] = made.filter(({ os }) => os === wanted.os);
    const other = one === undefined
        ? ''
        : `, or set runtimePlatform.cpuArchitecture to ${one.architecture === 'arm64' ? 'ARM64' : 'X86_64'}`;
    const next = `Build it with platforms: ${(0,text_platform/* formatPlatform */.Bq)(wanted)}${other}.`;
    return fail(IMAGE_ARCHITECTURE, what, next);
}
function describe(platforms) {
    return platforms.length === 0 ? 'is there' : platforms.map(text_platform/* formatPlatform */.Bq).join(', ');
}

;// CONCATENATED MODULE: ./lib/preflight/network.js




const NETWORK_RULES = new errors/* RuleList */.VZ();
const SUBNET_NOT_FOUND = NETWORK_RULES.add('subnet-not-found', 'error', 'A subnet does not exist.', 'DescribeSubnets');
const SUBNET_FULL = NETWORK_RULES.add('subnet-full', 'warning', 'A subnet has no free addresses.', 'DescribeSubnets');
const SECURITY_GROUP_NOT_FOUND = NETWORK_RULES.add('security-group-not-found', 'error', 'A security group does not exist.', 'DescribeSecurityGroups');
const SEVERAL_VPCS = NETWORK_RULES.add('several-vpcs', 'error', 'Subnets, security groups and target groups are in different VPCs.', `${ECS_GUIDE}/task-networking-awsvpc.html`);
/** Looks whether subnets and security groups are there and in one VPC. Rests on DescribeSubnets and DescribeSecurityGroups. */
async function checkNetwork({ subnets, securityGroups }, ports) {
    const [ofSubnets, ofGroups] = await Promise.all([
        subnets.length === 0
            ? undefined
            : tryCall('ec2:DescribeSubnets', `Describing ${(0,format/* listNames */.Zv)(subnets)}`, () => ports.describeSubnets([...subnets].sort())),
        securityGroups.length === 0
            ? undefined
            : tryCall('ec2:DescribeSecurityGroups', `Describing ${(0,format/* listNames */.Zv)(securityGroups)}`, () => ports.describeSecurityGroups([...securityGroups].sort()))
    ]);
    const vpcId = onlyVpc(ofSubnets);
    return {
        nodes: [
            ...(ofSubnets === undefined ? [] : [makeNode(`subnets ${subnets.join(', ')}`, judgeSubnets(subnets, ofSubnets))]),
            ...(ofGroups === undefined
                ? []
                : [makeNode(`security groups ${securityGroups.join(', ')}`, judgeGroups(securityGroups, ofGroups, vpcId))])
        ],
        vpcId
    };
}
function onlyVpc(result) {
    if (result === undefined || 'details' in result)
        return undefined;
    const vpcs = vpcsOf(result.answer);
    return vpcs.length === 1 ? vpcs[0] : undefined;
}
function judgeSubnets(wanted, result) {
    if ('details' in result)
        return result.details;
    const there = result.answer;
    const missing = wanted.filter(id => !there.some(subnet => subnet.id === id));
    if (missing.length > 0) {
        const what = `There is no subnet ${(0,format/* listNames */.Zv)(missing)} in this account and region.`;
        return fail(SUBNET_NOT_FOUND, what, 'Correct the subnets of the service, the AppSpec or run-task.');
    }
    const vpcs = vpcsOf(there);
    if (vpcs.length > 1) {
        return fail(SEVERAL_VPCS, `The subnets are in several VPCs: ${(0,format/* listNames */.Zv)(vpcs)}.`, 'Name subnets of one VPC.');
    }
    const full = there.filter(({ freeAddresses }) => freeAddresses === 0).map(({ id }) => id);
    if (full.length > 0) {
        const what = `${(0,format/* listNames */.Zv)(full)} has no free address, and every task needs one.`;
        return warn(SUBNET_FULL, what, 'Free addresses, or add a subnet.');
    }
    const zones = [...new Set(there.flatMap(({ zone }) => zone ?? []))].sort();
    return ok([...vpcs, ...zones].join(', '));
}
function judgeGroups(wanted, result, vpcId) {
    if ('details' in result)
        return result.details;
    const missing = wanted.filter(id => !result.answer.some(group => group.id === id));
    if (missing.length > 0) {
        const what = `There is no security group ${(0,format/* listNames */.Zv)(missing)} in this account and region.`;
        return fail(SECURITY_GROUP_NOT_FOUND, what, 'Correct the security groups of the service, the AppSpec or run-task.');
    }
    const vpcs = vpcsOf(result.answer);
    if (vpcs.length > 1 || (vpcId !== undefined && vpcs[0] !== vpcId)) {
        const subnets = vpcId === undefined ? '' : `, the subnets in ${vpcId}`;
        return fail(SEVERAL_VPCS, `The security groups are in ${(0,format/* listNames */.Zv)(vpcs)}${subnets}.`, 'Name security groups of the VPC of the subnets.');
    }
    return ok(vpcs.join(', '));
}
function vpcsOf(items) {
    return [...new Set(items.flatMap(({ vpcId }) => vpcId ?? []))].sort();
}

;// CONCATENATED MODULE: ./lib/preflight/pass-role.js





const PASS_ROLE_RULES = new errors/* RuleList */.VZ();
const PASS_ROLE = PASS_ROLE_RULES.add('pass-role', 'either', "The deploying role, or CodeDeploy's, may not pass the task definition's roles to ecs-tasks.amazonaws.com. A warning if a policy depends on a condition key that is unknown here; skipped for a role that only plans.", 'SimulatePrincipalPolicy; ECS answers: “is not authorized to perform: iam:PassRole on resource”; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html');
/** The service that the roles of a task are handed to. */
const PASSED_TO = 'ecs-tasks.amazonaws.com';
/**
 * Finds the user or the role behind the credentials. Rests on STS's GetCallerIdentity; a session's ARN has the role's name without its
 * path, and IAM's GetRole tells that (IAM user guide, "IAM identifiers").
 *
 * @param assumed the ARN of the role that is assumed by the settings, which needs no question
 */
async function findCaller(assumed, ports) {
    if (assumed !== undefined)
        return { arn: assumed, pathIsGuessed: false };
    const result = await tryCall('sts:GetCallerIdentity', 'Asking who this run is', () => ports.getCaller());
    if ('details' in result)
        return result;
    const { answer } = result;
    const caller = (0,arn/* parseArn */.Lw)(answer);
    if (caller?.service === 'iam' && caller.resource.startsWith('user/'))
        return { arn: answer, pathIsGuessed: false };
    const [, name] = /^assumed-role\/([^/]+)\//.exec(caller?.resource ?? '') ?? [];
    if (caller?.service !== 'sts' || name === undefined) {
        return { details: skip(`not looked at: IAM simulates users and roles, and this run is ${answer}`) };
    }
    const role = await ports.getRole(name).catch(() => undefined);
    if (role !== undefined)
        return { arn: role.arn, pathIsGuessed: false };
    return { arn: (0,arn/* arnOf */.RY)(caller, 'iam', `role/${name}`), pathIsGuessed: true };
}
/**
 * Looks whether this run may hand the roles of a task to ECS, which RegisterTaskDefinition wants. Rests on IAM's SimulatePrincipalPolicy:
 * the policies of user or role, its permissions boundary, and the organization's policies as far as they have no conditions. A denial there
 * is one at AWS too, since nothing else can allow iam:PassRole; but where a policy asks for a key that is not known here, it is in doubt.
 * Who may not register a task definition either only plans: it says nothing of the one who ships.
 *
 * @param roles as the task definition has them; those of another account are left out
 * @param family of the task definition, in this region
 */
async function checkPassRole(roles, { family, region }, caller, ports) {
    if ('details' in caller)
        return makeNode('iam:PassRole', caller.details);
    const { arn: principal } = caller;
    const label = `iam:PassRole of ${(0,arn/* resourceName */.Iy)(principal)}`;
    const scope = { ...scopeOf(principal), region };
    const resources = ownArns(roles, scope);
    if (resources.length === 0)
        return undefined;
    const revisions = (0,arn/* arnOf */.RY)(scope, 'ecs', `task-definition/${family}:*`);
    const [result, registering] = await Promise.all([
        simulatePassing(principal, resources, ports),
        ports
            .simulatePrincipalPolicy({
            principal,
            action: 'ecs:RegisterTaskDefinition',
            resources: [revisions],
            context: {}
        })
            .catch(() => undefined)
    ]);
    if ('details' in result)
        return makeNode(label, result.details);
    const judgements = result.answer;
    if (judgements === undefined) {
        const what = `not looked at: IAM knows no ${principal}`;
        return makeNode(label, caller.pathIsGuessed ? skip(`${what}, it may have a path`, 'Allow iam:GetRole.') : skip(what));
    }
    const denied = judgements.filter(isDenied);
    const onlyPlans = registering?.some(judgement => isDenied(judgement) && judgement.missingKeys.length === 0) === true;
    if (denied.length > 0 && onlyPlans) {
        const what = 'not checked: this role cannot call ecs:RegisterTaskDefinition, so it is not the deploying role';
        return makeNode(label, skip(what, 'To look at that one, plan with it.'));
    }
    return makeNode(label, judge((0,arn/* resourceName */.Iy)(principal), judgements, 'ECS would refuse the task definition with'));
}
/**
 * Looks whether CodeDeploy's role may hand the roles of a task to ECS when it makes the task set: the managed policy
 * AWSCodeDeployRoleForECSLimited may so for roles of certain names alone.
 *
 * @param principal the ARN of the deployment group's role
 */
async function checkPassRoleOfCodeDeploy(principal, roles, ports) {
    const resources = ownArns(roles, scopeOf(principal));
    if (resources.length === 0)
        return undefined;
    const label = `iam:PassRole of ${(0,arn/* resourceName */.Iy)(principal)}`;
    const result = await simulatePassing(principal, resources, ports);
    if ('details' in result)
        return makeNode(label, result.details);
    // That the role is not there is told where it is looked for.
    if (result.answer === undefined)
        return undefined;
    return makeNode(label, judge((0,arn/* resourceName */.Iy)(principal), result.answer, 'the deployment would fail with'));
}
function simulatePassing(principal, resources, ports) {
    const context = { 'iam:PassedToService': PASSED_TO };
    return tryCall('iam:SimulatePrincipalPolicy', `Simulating iam:PassRole for ${principal}`, () => ports.simulatePrincipalPolicy({ principal, action: 'iam:PassRole', resources, context }));
}
/** Where a user or role of IAM is; empty parts where its ARN cannot be read. */
function scopeOf(principal) {
    const { partition = '', account = '' } = (0,arn/* parseArn */.Lw)(principal) ?? {};
    return { partition, region: '', account };
}
/** The ARNs of these roles; ECS takes a short name too, which is that of a role without a path. A role of another account cannot be passed, and is told elsewhere. */
function ownArns(roles, scope) {
    const arns = roles.map(role => ((0,arn/* isArn */.EH)(role) ? role : (0,arn/* arnOf */.RY)(scope, 'iam', `role/${role}`)));
    return [...new Set(arns)].filter(arn => arn.includes(`:iam::${scope.account}:role/`)).sort();
}
function judge(name, judgements, then) {
    const denied = judgements.filter(isDenied);
    const [first] = denied;
    if (first === undefined) {
        return ok(`may pass ${(0,format/* listNames */.Zv)(judgements.map(({ resource }) => (0,arn/* resourceName */.Iy)(resource)))} to ${PASSED_TO}`);
    }
    const roles = (0,format/* listNames */.Zv)(denied.map(({ resource }) => (0,arn/* resourceName */.Iy)(resource)));
    const what = `${name} may not pass ${roles} to ${PASSED_TO}: ${reasonOf(first)}; ${then} "is not authorized to perform: iam:PassRole".`;
    const next = adviseOn(first, (0,format/* listNames */.Zv)(denied.map(({ resource }) => resource)));
    const keys = [...new Set(denied.flatMap(({ missingKeys }) => missingKeys))];
    if (keys.length === 0)
        return fail(PASS_ROLE, what, next);
    return warn(PASS_ROLE, `By IAM's simulation, which did not know ${(0,format/* listNames */.Zv)(keys)}, ${what}`, next);
}
function reasonOf({ decision, allowedByOrganization, allowedByBoundary }) {
    if (allowedByOrganization === false)
        return 'a policy of the organization does not allow it';
    if (allowedByBoundary === false)
        return 'its permissions boundary does not allow it';
    return decision === 'explicitDeny'
        ? 'a statement of its policies denies it'
        : 'no statement of its policies allows it';
}
function adviseOn({ decision, allowedByOrganization, allowedByBoundary }, resources) {
    if (allowedByOrganization === false)
        return `Ask those who keep the policies of the organization for iam:PassRole on ${resources}.`;
    if (allowedByBoundary === false)
        return `Allow iam:PassRole on ${resources} in its permissions boundary too.`;
    return decision === 'explicitDeny'
        ? `Take ${resources} out of the statement that denies iam:PassRole.`
        : `Allow iam:PassRole on ${resources}, with iam:PassedToService ${PASSED_TO}.`;
}
function isDenied({ decision }) {
    return decision === 'implicitDeny' || decision === 'explicitDeny';
}

// EXTERNAL MODULE: ./lib/memoize.js
var memoize = __webpack_require__(2419);
;// CONCATENATED MODULE: ./lib/preflight/trust-policy.js

const ASSUME = 'sts:AssumeRole';
/**
 * Whether a role's trust policy (JSON) lets one of these service principals assume it. IAM user guide, "AWS JSON policy elements":
 * members may be a value or a list of them, actions may hold `*` and `?`.
 *
 * @param account the 12 digits of the account that the service works for; undefined: `aws:SourceAccount` is not judged
 */
function readTrust(policy, principals, account) {
    const document = trust_policy_parse(policy);
    if (document === undefined)
        return { kind: 'unreadable' };
    const statements = listOf((0,text_record/* own */.ZV)(document, 'Statement')).filter(text_record/* isRecord */.u4).filter(isAboutAssuming);
    const own_ = statements.filter(statement => servicesOf(statement).some(service => isOneOf(service, principals)));
    const denies = own_.some(statement => (0,text_record/* own */.ZV)(statement, 'Effect') === 'Deny' && conditionsOf(statement).length === 0);
    if (denies)
        return { kind: 'denied' };
    const allows = own_.filter(statement => (0,text_record/* own */.ZV)(statement, 'Effect') === 'Allow');
    if (allows.length === 0) {
        const allowed = statements.filter(statement => (0,text_record/* own */.ZV)(statement, 'Effect') === 'Allow');
        return { kind: 'not-trusted', services: [...new Set(allowed.flatMap(servicesOf))] };
    }
    const judged = allows.map(statement => judgeConditions(statement, account));
    const good = judged.find(({ accounts }) => accounts.length === 0);
    if (good !== undefined)
        return { kind: 'trusted', conditions: good.open };
    return { kind: 'other-account', accounts: judged.flatMap(({ accounts }) => accounts) };
}
function trust_policy_parse(text) {
    try {
        const value = JSON.parse(text);
        return (0,text_record/* isRecord */.u4)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isAboutAssuming(statement) {
    const actions = listOf((0,text_record/* own */.ZV)(statement, 'Action'));
    const others = listOf((0,text_record/* own */.ZV)(statement, 'NotAction'));
    return actions.length > 0 ? actions.some(covers) : others.length > 0 && !others.some(covers);
}
function covers(pattern) {
    if (typeof pattern !== 'string')
        return false;
    const expression = pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${expression}$`, 'i').test(ASSUME);
}
/** The services that a statement is about; `*` for anybody. */
function servicesOf(statement) {
    const principal = (0,text_record/* own */.ZV)(statement, 'Principal');
    if (principal === '*')
        return ['*'];
    if (!(0,text_record/* isRecord */.u4)(principal))
        return [];
    return listOf((0,text_record/* own */.ZV)(principal, 'Service')).filter(service => typeof service === 'string');
}
function isOneOf(service, principals) {
    return service === '*' || principals.includes(service.toLowerCase());
}
function judgeConditions(statement, account) {
    const accounts = [];
    const open = [];
    for (const { operator, key, values } of conditionsOf(statement)) {
        const isAccount = key.toLowerCase() === 'aws:sourceaccount' && /^StringEquals(IfExists)?$/i.test(operator);
        if (!isAccount || account === undefined)
            open.push(key);
        else if (!values.includes(account))
            accounts.push(...values);
    }
    return { accounts, open };
}
function conditionsOf(statement) {
    const condition = (0,text_record/* own */.ZV)(statement, 'Condition');
    return Object.entries((0,text_record/* isRecord */.u4)(condition) ? condition : {}).flatMap(([operator, keys]) => Object.entries((0,text_record/* isRecord */.u4)(keys) ? keys : {}).map(([key, values]) => ({
        operator,
        key,
        values: listOf(values).map(String)
    })));
}
function listOf(value) {
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
}

;// CONCATENATED MODULE: ./lib/preflight/roles.js






const ROLE_RULES = new errors/* RuleList */.VZ();
const ROLE_ARN = ROLE_RULES.add('role-arn', 'error', 'A role is named by neither its ARN nor its name.', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html');
const ROLE_NOT_FOUND = ROLE_RULES.add('role-not-found', 'error', 'A role does not exist, or has a different path than its ARN.', 'GetRole; ECS answers: “Role is not valid”');
const ROLE_TRUST = ROLE_RULES.add('role-trust', 'error', 'The trust policy of a role does not let the service assume it: ecs-tasks.amazonaws.com for a task, CodeDeploy, or ECS.', `GetRole; ${ECS_GUIDE}/task_execution_IAM_role.html`);
/** Looks whether a role is there and may be assumed by the service that is to. Rests on IAM's GetRole. */
async function checkRole(requirement, account, ports) {
    return makeNode(`${requirement.purpose} ${(0,arn/* resourceName */.Iy)(requirement.role)}`, await roles_findOut(requirement, account, ports));
}
async function roles_findOut({ purpose, role, principals }, account, ports) {
    const owner = accountOfRole(role);
    if ((0,arn/* isArn */.EH)(role) && owner === undefined) {
        return fail(ROLE_ARN, `${(0,format/* quote */.hD)(role)} is not the ARN of a role`, 'Expected arn:aws:iam::<account>:role/<name>.');
    }
    if (owner !== undefined && account !== undefined && owner !== account) {
        return skip(`not looked at: it is in the account ${owner}`);
    }
    const name = (0,arn/* resourceName */.Iy)(role);
    return checkCall('iam:GetRole', `Looking for the role ${name}`, () => ports.getRole(name), there => there === undefined
        ? fail(ROLE_NOT_FOUND, `There is no role ${name} in this account; ECS would say "Role is not valid".`, `Create it, or correct the ${purpose}.`)
        : judgeRole(there, role, principals, account));
}
function judgeRole(there, wanted, principals, account) {
    if ((0,arn/* isArn */.EH)(wanted) && there.arn !== wanted) {
        const what = `The role of this name is ${there.arn}, not ${wanted}: its path or account differs.`;
        return fail(ROLE_NOT_FOUND, what, 'Correct the ARN.');
    }
    const [principal = ''] = principals;
    const trust = readTrust(there.trustPolicy, principals, account);
    switch (trust.kind) {
        case 'trusted':
            return ok(trust.conditions.length === 0
                ? `trusts ${principal}`
                : `trusts ${principal} under conditions (${trust.conditions.join(', ')})`);
        case 'denied':
            return fail(ROLE_TRUST, `Its trust policy denies ${principal}.`, `Allow ${principal} to assume it.`);
        case 'other-account': {
            const what = `Its trust policy lets ${principal} assume it for ${trust.accounts.join(', ')} only (aws:SourceAccount).`;
            return fail(ROLE_TRUST, what, `Add ${account ?? 'this account'} to the condition.`);
        }
        case 'not-trusted': {
            const those = trust.services.length === 0 ? 'no service' : `only ${trust.services.join(', ')}`;
            const what = `Its trust policy lets ${those} assume it, and not ${principal}.`;
            return fail(ROLE_TRUST, what, `Add ${principal} to the principals of its trust policy.`);
        }
        case 'unreadable':
            return warn(NOT_CHECKED, 'Its trust policy could not be read.', 'Check it in IAM.');
    }
}
/** The account in a role's ARN; undefined for a name, or what is not the ARN of a role. */
function accountOfRole(role) {
    const { service, resource = '' } = (0,arn/* parseArn */.Lw)(role) ?? {};
    return service === 'iam' && /^role\/./.test(resource) ? (0,arn/* accountOf */.XP)(role) : undefined;
}

;// CONCATENATED MODULE: ./lib/preflight/target-groups.js





const TARGET_GROUP_RULES = new errors/* RuleList */.VZ();
const TARGET_GROUP_NOT_FOUND = TARGET_GROUP_RULES.add('target-group-not-found', 'error', 'A target group does not exist.', 'DescribeTargetGroups');
const TARGET_TYPE = TARGET_GROUP_RULES.add('target-type', 'error', 'The target type of a target group does not fit: ip for tasks with their own address, otherwise instance.', `${ECS_GUIDE}/alb.html`);
const HEALTH_CHECK_PORT = TARGET_GROUP_RULES.add('health-check-port', 'warning', 'The health check uses a port that no container maps.', 'DescribeTargetGroups');
const TARGET_GROUP_WITHOUT_TRAFFIC = TARGET_GROUP_RULES.add('target-group-without-traffic', 'warning', 'No load balancer sends traffic to the target group.', 'DescribeTargetGroups');
const LISTENER_NOT_FOUND = TARGET_GROUP_RULES.add('listener-not-found', 'error', 'A listener or one of its rules does not exist.', 'DescribeListeners, DescribeRules');
/** Looks whether a target group is there, takes such targets, and gets traffic. Rests on DescribeTargetGroups. */
async function checkTargetGroup(requirement, ports) {
    const name = (0,arn/* targetGroupName */.IT)(requirement.value);
    const result = await tryCall('elasticloadbalancing:DescribeTargetGroups', `Describing the target group ${name}`, () => ports.describeTargetGroups(requirement.by, [requirement.value]));
    const details = 'details' in result ? result.details : judgeTargetGroup(requirement, result.answer[0], await requirement.vpcId);
    return makeNode(`target group ${name}`, details);
}
function judgeTargetGroup(requirement, group, vpcId) {
    const name = (0,arn/* targetGroupName */.IT)(requirement.value);
    if (group === undefined) {
        const what = `There is no target group ${name} in this account and region.`;
        return fail(TARGET_GROUP_NOT_FOUND, what, 'Create it, or correct the service or the deployment group.');
    }
    if (requirement.targetType !== undefined && group.targetType !== requirement.targetType) {
        const mode = requirement.targetType === 'ip' ? 'has the network mode awsvpc' : 'shares the address of its instance';
        const what = `The target group ${name} takes targets of the type ${group.targetType}, but the task ${mode} and is one of the type ${requirement.targetType}.`;
        return fail(TARGET_TYPE, what, `Make a target group with --target-type ${requirement.targetType}.`);
    }
    if (vpcId !== undefined && group.vpcId !== undefined && group.vpcId !== vpcId) {
        const what = `The target group ${name} is in ${group.vpcId}, the subnets of the tasks in ${vpcId}.`;
        return fail(SEVERAL_VPCS, what, 'Use a target group of the same VPC.');
    }
    const health = describeHealthCheck(group);
    const port = Number(group.healthCheck.port);
    if (requirement.targetType === 'ip' &&
        Number.isInteger(port) &&
        requirement.ports !== undefined &&
        !requirement.ports.includes(port)) {
        const what = `The health check of ${name} goes to port ${port}, which no container maps (${health}).`;
        return warn(HEALTH_CHECK_PORT, what, 'Map the port, or let the health check use traffic-port.');
    }
    if (requirement.needsTraffic && group.loadBalancerArns.length === 0) {
        const what = `No load balancer sends traffic to the target group ${name}.`;
        return warn(TARGET_GROUP_WITHOUT_TRAFFIC, what, 'Add a listener or a rule that forwards to it.');
    }
    return ok(`${group.targetType}, ${group.protocol ?? ''}:${group.port ?? ''}, health check ${health}`);
}
function describeHealthCheck({ healthCheck }) {
    const { protocol = '', port = '', path = '', intervalSeconds, healthyThreshold } = healthCheck;
    const where = [protocol, port === 'traffic-port' ? "the target's port" : `port ${port}`, path];
    const pace = intervalSeconds === undefined || healthyThreshold === undefined
        ? ''
        : `, healthy after ${intervalSeconds * healthyThreshold} s at the earliest`;
    return `${where.filter(part => part !== '').join(' ')}${pace}`;
}
/**
 * Reads what a place of traffic forwards to. A rule is one rule; of an Application Load Balancer's listener it is all its rules, of
 * another's its default action, which is all it has.
 */
async function readForwards(arn, ports) {
    if (arn.includes(':listener-rule/')) {
        return tryCall('elasticloadbalancing:DescribeRules', `Describing the rule ${arn}`, async () => {
            const rule = await ports.describeRule(arn);
            return rule === undefined ? undefined : [toForwarding(rule.forwards)];
        });
    }
    if (isApplication(arn)) {
        return tryCall('elasticloadbalancing:DescribeRules', `Describing the rules of ${arn}`, async () => (await ports.describeRulesOf(arn))?.map(({ forwards }) => toForwarding(forwards)));
    }
    return tryCall('elasticloadbalancing:DescribeListeners', `Describing the listener ${arn}`, async () => {
        const listener = await ports.describeListener(arn);
        return listener === undefined ? undefined : [toForwarding(listener.forwards)];
    });
}
function toForwarding(forwards) {
    // A single one gets everything, whatever its weight.
    return new Map(forwards.map(({ targetGroupArn, weight }) => [
        (0,arn/* targetGroupName */.IT)(targetGroupArn),
        forwards.length === 1 ? 100 : (weight ?? 1)
    ]));
}
/** An Application Load Balancer's, by its ARN (`listener/app/…`). */
function isApplication(listenerArn) {
    return /:listener(?:-rule)?\/app\//.test(listenerArn);
}
/** What was found where a listener could not be read. */
function missingListener(arn, what) {
    return fail(LISTENER_NOT_FOUND, `There is no ${what} ${arn}.`, 'Correct the service or the deployment group.');
}

;// CONCATENATED MODULE: ./lib/preflight/traffic.js






const TRAFFIC_RULES = new errors/* RuleList */.VZ();
const TARGET_GROUP_PAIR = TRAFFIC_RULES.add('target-group-pair', 'error', 'The deployment group lacks a second target group or a production listener.', 'GetDeploymentGroup');
const TARGET_GROUP_NOT_BEHIND_LISTENER = TRAFFIC_RULES.add('target-group-not-behind-listener', 'error', 'The serving target group is not behind the production listener; or, with ECS-native blue/green, one of the two is behind neither the production nor the test rule.', 'CodeDeploy answers: “Primary taskset target group must be behind listener”; ECS answers: “Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.”');
const TARGET_GROUP_WEIGHT = TRAFFIC_RULES.add('target-group-weight', 'either', 'The target group of the new tasks gets production traffic before the shift.', 'CodeDeploy answers: “Green taskset target group cannot have non-zero weight prior to traffic shifting”');
const GRADUAL_TRAFFIC = TRAFFIC_RULES.add('gradual-traffic', 'error', 'The load balancer cannot shift traffic step by step; only an Application Load Balancer can.', `GetDeploymentConfig; CodeDeploy answers: “Only ALB supports gradual traffic routing”`);
/**
 * The wiring of a service that ECS rolls out: its target groups and, where it is blue/green, linear or canary, that both are behind the
 * production or the test rule. ECS developer guide, "Resources required for blue/green deployments".
 */
async function checkServiceTraffic(service, fitting, ports) {
    const nodes = (service.loadBalancers ?? []).flatMap(({ targetGroupArn: arn, advancedConfiguration: advanced }) => {
        if (arn === undefined)
            return [];
        const other = advanced?.alternateTargetGroupArn;
        const groups = [arn, ...(other === undefined ? [] : [other])].map(value => checkTargetGroup({ ...fitting, by: 'arn', value, needsTraffic: value === arn && other === undefined }, ports));
        const production = advanced?.productionListenerRule;
        if (other === undefined || production === undefined)
            return groups;
        return [...groups, checkRules([arn, other], { production, test: advanced?.testListenerRule }, ports)];
    });
    return Promise.all(nodes);
}
async function checkRules(groups, rules, ports) {
    const label = `listener ${rules.test === undefined ? 'rule' : 'rules'} of ${(0,format/* listNames */.Zv)(groups.map(arn/* targetGroupName */.IT))}`;
    const places = [rules.production, ...(rules.test === undefined ? [] : [rules.test])];
    const looks = await Promise.all(places.map(arn => readForwards(arn, ports)));
    const forwardings = [];
    for (const [index, result] of looks.entries()) {
        if ('details' in result)
            return makeNode(label, result.details);
        const kind = index === 0 ? 'production listener rule' : 'test listener rule';
        if (result.answer === undefined)
            return makeNode(label, missingListener(places[index] ?? '', kind));
        forwardings.push(...result.answer);
    }
    const names = groups.map(arn/* targetGroupName */.IT);
    const missing = names.filter(name => !forwardings.some(forwarding => forwarding.has(name)));
    if (missing.length === 0)
        return makeNode(label, ok('both are behind them'));
    const what = `Neither the production nor the test listener rule forwards to ${(0,format/* listNames */.Zv)(missing)}; ECS wants both target groups there.`;
    return makeNode(label, fail(TARGET_GROUP_NOT_BEHIND_LISTENER, what, `Add ${(0,format/* listNames */.Zv)(missing)} to the rule, with the weight 0.`));
}
/**
 * The wiring of a service that CodeDeploy rolls out: both target groups, the one that serves now behind the production listener, the other
 * without traffic there, and all at once where the load balancer cannot shift traffic gradually.
 *
 * @param shiftMinutes GetDeploymentConfig: how long the configuration takes; 0: all at once
 */
async function checkCodeDeployTraffic(subject, fitting, ports) {
    const [pair] = subject.group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
    const names = (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []);
    const production = pair?.prodTrafficRoute?.listenerArns?.[0];
    if (names.length < 2 || production === undefined) {
        const what = `The deployment group has ${names.length} target groups and ${production === undefined ? 'no' : 'a'} production listener; blue/green needs two and one.`;
        const next = 'Correct loadBalancerInfo of the deployment group.';
        return [makeNode('production listener', fail(TARGET_GROUP_PAIR, what, next))];
    }
    const test = pair?.testTrafficRoute?.listenerArns?.[0];
    const serving = servingGroup(subject.service, names);
    return Promise.all([
        ...names.map(value => checkTargetGroup({ ...fitting, by: 'name', value, needsTraffic: value === serving }, ports)),
        checkProduction(production, names, serving, ports),
        ...(test === undefined ? [] : [checkTestListener(test, ports)]),
        ...checkGradual(subject.deploymentConfig, production, ports)
    ]);
}
/** The target group of the task set that serves; undefined: none of the pair. */
function servingGroup(service, names) {
    const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
    const groups = (primary?.loadBalancers ?? service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn === undefined ? [] : [(0,arn/* targetGroupName */.IT)(targetGroupArn)]);
    return names.find(name => groups.includes(name));
}
async function checkProduction(arn, names, serving, ports) {
    const result = await readForwards(arn, ports);
    if ('details' in result)
        return makeNode('production listener', result.details);
    if (result.answer === undefined)
        return makeNode('production listener', missingListener(arn, 'listener'));
    return makeNode('production listener', judgeProduction(result.answer, names, serving));
}
function judgeProduction(forwardings, names, serving) {
    const there = names.filter(name => forwardings.some(forwarding => forwarding.has(name)));
    const wanted = serving ?? there[0];
    if (wanted === undefined || !there.includes(wanted)) {
        const which = serving ?? (0,format/* listNames */.Zv)(names, 'or');
        const what = `The production listener does not forward to ${which}; CodeDeploy would say "Primary taskset target group must be behind listener".`;
        return fail(TARGET_GROUP_NOT_BEHIND_LISTENER, what, `Let a rule of the listener forward to ${serving ?? names[0] ?? ''}.`);
    }
    const other = names.find(name => name !== wanted) ?? '';
    const own = forwardings.filter(forwarding => forwarding.has(wanted));
    if (serving !== undefined && own.some(forwarding => (forwarding.get(other) ?? 0) > 0)) {
        const what = `The production listener sends a part of the traffic to ${other}, where the new tasks come; CodeDeploy would say "Green taskset target group cannot have non-zero weight prior to traffic shifting".`;
        return fail(TARGET_GROUP_WEIGHT, what, `Give ${wanted} all the weight of the rule.`);
    }
    const elsewhere = forwardings.some(forwarding => !forwarding.has(wanted) && (forwarding.get(other) ?? 0) > 0);
    if (serving !== undefined && elsewhere) {
        const what = `Another rule of the production listener forwards to ${other}, where the new tasks come: they would get traffic before the shift.`;
        return warn(TARGET_GROUP_WEIGHT, what, `Let only the test listener forward to ${other}.`);
    }
    return ok(`forwards to ${wanted}`);
}
async function checkTestListener(arn, ports) {
    const result = await readForwards(arn, ports);
    if ('details' in result)
        return makeNode('test listener', result.details);
    return makeNode('test listener', result.answer === undefined ? missingListener(arn, 'test listener') : ok());
}
/** Asked for only where the load balancer cannot shift step by step. */
function checkGradual(deploymentConfig, production, ports) {
    if (deploymentConfig === undefined || isApplication(production))
        return [];
    const details = checkCall('codedeploy:GetDeploymentConfig', `Reading the deployment configuration ${deploymentConfig}`, () => ports.getShiftMinutes(deploymentConfig), minutes => minutes === 0
        ? ok('all at once')
        : fail(GRADUAL_TRAFFIC, `${deploymentConfig} shifts the traffic step by step, which only an Application Load Balancer can; CodeDeploy would say "Only ALB supports gradual traffic routing".`, 'Use CodeDeployDefault.ECSAllAtOnce.'));
    return [details.then(judged => makeNode(`deployment configuration ${deploymentConfig}`, judged))];
}

;// CONCATENATED MODULE: ./lib/preflight/service.js







const SERVICE_RULES = new errors/* RuleList */.VZ();
const ROLLOUT_WARNING = SERVICE_RULES.add('rollout-warning', 'warning', 'The service wants no tasks, or another deployment of it is in progress.', 'DescribeServices');
/**
 * Looks at what a service hangs on: its network, its target groups and listeners, its deployment group, and the roles that move the traffic.
 * That service and group are there, and belong to each other, is known: without them there is no target.
 */
async function checkService(requirement, ports) {
    const { target } = requirement;
    const network = checkNetwork(requirement.network ?? networkOf(target.service), ports);
    const fitting = { ...requirement.fitting, vpcId: network.then(({ vpcId }) => vpcId) };
    const [{ nodes }, rollout] = await Promise.all([
        network,
        target.controller === 'CODE_DEPLOY'
            ? checkDeploymentGroup(target, requirement, fitting, ports)
            : checkNative(target, fitting, ports)
    ]);
    return makeNode(`service ${target.serviceName}`, ok(describeService(target)), [
        ...target.warnings.map(text => makeNode('rollout', warn(ROLLOUT_WARNING, text))),
        ...nodes,
        ...rollout
    ]);
}
async function checkDeploymentGroup({ group, service, application, deploymentGroup, serviceArn }, requirement, fitting, ports) {
    const deploymentConfig = requirement.deploymentConfig ?? group.deploymentConfigName;
    const role = group.serviceRoleArn;
    const children = await Promise.all([
        ...(role === undefined
            ? []
            : [
                checkRole(codedeployRole(role, requirement.region), (0,arn/* accountOf */.XP)(serviceArn), ports),
                checkPassRoleOfCodeDeploy(role, requirement.roles, ports).then(node => node ?? [])
            ]),
        checkCodeDeployTraffic({ group, service, deploymentConfig }, fitting, ports)
    ]);
    const details = ok(`of ${application}, serves this service${deploymentConfig === undefined ? '' : `, ${deploymentConfig}`}`);
    return [makeNode(`deployment group ${deploymentGroup}`, details, children.flat())];
}
/** China's CodeDeploy is a principal of its region, and any region's may be. */
function codedeployRole(role, region) {
    const plain = 'codedeploy.amazonaws.com';
    const regional = `codedeploy.${region}.amazonaws.com`;
    const principals = (0,arn/* partitionOf */.iQ)(region) === 'aws-cn' ? [`${regional}.cn`, plain] : [plain, regional];
    return { purpose: 'CodeDeploy role', role, principals };
}
async function checkNative({ service, serviceArn }, fitting, ports) {
    const roles = new Map([
        ...(service.loadBalancers ?? []).map(entry => [entry.advancedConfiguration?.roleArn, 'load balancer role']),
        ...(service.deploymentConfiguration?.lifecycleHooks ?? []).map(hook => [hook.roleArn, 'lifecycle hook role'])
    ]);
    const requirements = [...roles].flatMap(([role, purpose]) => role === undefined ? [] : [{ purpose, role, principals: ['ecs.amazonaws.com'] }]);
    const [traffic, ...ofRoles] = await Promise.all([
        checkServiceTraffic(service, fitting, ports),
        ...requirements.map(requirement => checkRole(requirement, (0,arn/* accountOf */.XP)(serviceArn), ports))
    ]);
    return [...traffic, ...ofRoles];
}
function networkOf({ networkConfiguration, taskSets }) {
    const primary = taskSets?.find(({ status }) => status === 'PRIMARY');
    const network = (networkConfiguration ?? primary?.networkConfiguration)?.awsvpcConfiguration;
    return { subnets: network?.subnets ?? [], securityGroups: network?.securityGroups ?? [] };
}
function describeService(target) {
    const { runningCount, desiredCount } = target.service;
    const engine = target.controller === 'ECS' ? `ECS, ${target.strategy}` : 'CODE_DEPLOY';
    return `${engine}, ${runningCount ?? 0} of ${desiredCount ?? 0} tasks run`;
}

;// CONCATENATED MODULE: ./lib/preflight/signing.js





const SIGNING_RULES = new errors/* RuleList */.VZ();
const SIGNING_PERMISSION = SIGNING_RULES.add('signing-permission', 'warning', 'ECR signs the images of the repository as whoever pushes them, and this run may not sign: they would go unsigned.', 'GetSigningConfiguration, SimulatePrincipalPolicy; https://docs.aws.amazon.com/AmazonECR/latest/userguide/managed-signing.html');
/**
 * Looks whether ECR's managed signing covers a repository that is pushed to, and whether who pushes may sign: it signs as whoever pushes, and an
 * image that it may not sign goes unsigned. Rests on GetSigningConfiguration and IAM's SimulatePrincipalPolicy (ECR user guide, "Managed
 * signing"). undefined: nothing is signed.
 */
async function checkSigning(repository, caller, ports) {
    const label = `signing of ${repository}`;
    const doing = 'Reading the signing configuration of ECR';
    const result = await tryCall('ecr:GetSigningConfiguration', doing, () => ports.listSigningProfiles(repository));
    if ('details' in result)
        return makeNode(label, result.details);
    const profiles = result.answer;
    if (profiles.length === 0)
        return undefined;
    const by = `ECR signs what is pushed by ${(0,format/* listNames */.Zv)(profiles.map(arn/* resourceName */.Iy))}`;
    if ('details' in caller)
        return makeNode(label, skip(`${by}; whether this run may sign is not known`));
    const principal = caller.arn;
    const simulated = await tryCall('iam:SimulatePrincipalPolicy', `Simulating signer:SignPayload for ${principal}`, () => ports.simulatePrincipalPolicy({ principal, action: 'signer:SignPayload', resources: profiles, context: {} }));
    if ('details' in simulated)
        return makeNode(label, simulated.details);
    const denied = (simulated.answer ?? []).filter(({ decision }) => decision !== 'allowed');
    if (denied.length === 0)
        return makeNode(label, ok(by));
    const what = `${by}, as whoever pushes, and ${(0,arn/* resourceName */.Iy)(principal)} may not sign by ${(0,format/* listNames */.Zv)(denied.map(({ resource }) => (0,arn/* resourceName */.Iy)(resource)))}: the image would go unsigned.`;
    const next = `Allow signer:SignPayload on ${(0,format/* listNames */.Zv)(denied.map(({ resource }) => resource))}.`;
    return makeNode(label, warn(SIGNING_PERMISSION, what, next));
}

// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
;// CONCATENATED MODULE: ./lib/preflight/log-groups.js



const LOG_GROUP_RULES = new errors/* RuleList */.VZ();
const LOG_GROUP_NOT_FOUND = LOG_GROUP_RULES.add('log-group-not-found', 'error', 'A log group does not exist; a task that cannot log does not start.', `DescribeLogGroups; ${ECS_GUIDE}/using_awslogs.html`);
const LOG_GROUP_CREATED = LOG_GROUP_RULES.add('log-group-created', 'warning', 'A log group does not exist yet; awslogs-create-group creates it only if the execution role has logs:CreateLogGroup.', `${ECS_GUIDE}/using_awslogs.html`);
/** Looks whether a log group is there: without it a task does not start. Rests on DescribeLogGroups. */
async function checkLogGroup({ group, region, isCreated }, ports) {
    const details = await checkCall('logs:DescribeLogGroups', `Looking for the log group ${group} in ${region}`, () => ports.hasLogGroup(region, group), isThere => {
        if (isThere)
            return ok();
        if (isCreated) {
            const what = `There is no log group ${group} in ${region} yet; the first task makes it (awslogs-create-group).`;
            return warn(LOG_GROUP_CREATED, what, 'The execution role needs logs:CreateLogGroup for it.');
        }
        const what = `There is no log group ${group} in ${region}, and a task that cannot log does not start.`;
        return fail(LOG_GROUP_NOT_FOUND, what, `Create it: aws logs create-log-group --log-group-name ${group}.`);
    });
    return makeNode(`log group ${group}`, details);
}

// EXTERNAL MODULE: ./lib/preflight/value-from.js
var value_from = __webpack_require__(8083);
;// CONCATENATED MODULE: ./lib/preflight/secrets.js




const SECRET_RULES = new errors/* RuleList */.VZ();
const SECRET_FORM = SECRET_RULES.add('secret-form', 'error', "valueFrom is neither a parameter nor a secret's ARN with all of its suffixes.", `${ECS_GUIDE}/secrets-envvar-secrets-manager.html`);
const SECRET_NOT_FOUND = SECRET_RULES.add('secret-not-found', 'error', 'A secret does not exist. Slipway describes it and never reads its value.', 'DescribeSecret');
const SECRET_DELETED = SECRET_RULES.add('secret-deleted', 'error', 'A secret is scheduled for deletion.', 'DescribeSecret');
const SECRET_VERSION = SECRET_RULES.add('secret-version', 'error', 'A secret does not have the named version, or has no value.', 'DescribeSecret');
const PARAMETER_NOT_FOUND = SECRET_RULES.add('parameter-not-found', 'error', 'A parameter does not exist. Slipway describes it and never reads its value.', 'DescribeParameters');
/**
 * Looks whether secrets and parameters are there. They are described, their values are never read; so a JSON key is not looked for, only
 * that it is named in the right form. Parameters of one region are asked for in one call.
 */
async function checkSecrets(requirements, own, ports) {
    const forms = requirements.map(({ valueFrom }) => (0,value_from/* readValueFrom */.i)(valueFrom));
    const isForeign = (account) => account !== undefined && own.account !== undefined && account !== own.account;
    const parameters = forms.flatMap(form => (form.kind === 'parameter' && !isForeign(form.account) ? [form] : []));
    const regions = [...new Set(parameters.map(({ region }) => region ?? own.region))];
    const asked = new Map(regions.map(region => {
        const names = parameters.filter(form => (form.region ?? own.region) === region).flatMap(form => form.names);
        const sorted = [...new Set(names)].sort();
        const call = () => ports.findParameters(region, sorted);
        return [region, tryCall('ssm:DescribeParameters', `Describing parameters of SSM (${region})`, call)];
    }));
    return Promise.all(requirements.map(async ({ name, valueFrom }, index) => {
        const form = forms[index] ?? (0,value_from/* readValueFrom */.i)(valueFrom);
        if (form.kind === 'wrong')
            return makeNode(`secret ${name}`, fail(SECRET_FORM, form.what, form.next));
        if (isForeign(form.account)) {
            return makeNode(`secret ${name}`, skip(`not looked at: ${valueFrom} is in the account ${form.account ?? ''}`));
        }
        if (form.kind === 'secret')
            return makeNode(`secret ${name}`, await checkSecret(form, ports));
        const result = await asked.get(form.region ?? own.region);
        if (result === undefined || 'details' in result)
            return makeNode(`secret ${name}`, result?.details ?? skip(''));
        return makeNode(`secret ${name}`, judgeParameter(form.names, result.answer, form.region ?? own.region));
    }));
}
async function checkSecret(form, ports) {
    const doing = `Describing the secret ${form.arn}`;
    const result = await tryCall('secretsmanager:DescribeSecret', doing, () => ports.describeSecret(form.region, form.arn));
    return 'details' in result ? result.details : judgeSecret(form, result.answer);
}
function judgeSecret({ arn, region, jsonKey, stage, version }, there) {
    if (there === undefined) {
        return fail(SECRET_NOT_FOUND, `There is no secret ${arn} in ${region}.`, 'Create it, or correct its ARN in valueFrom.');
    }
    if (there.deleted) {
        return fail(SECRET_DELETED, `The secret ${there.name} is to be deleted and gives out no value.`, 'Restore it, or name another.');
    }
    const wanted = stage ?? 'AWSCURRENT';
    if (version === undefined && !there.stages.includes(wanted)) {
        const what = `The secret ${there.name} has no version at the stage ${wanted}; there are ${there.stages.join(', ') || 'none'}.`;
        return fail(SECRET_VERSION, what, stage === undefined ? 'Give it a value.' : 'Correct the stage in valueFrom.');
    }
    if (version !== undefined && !there.versions.includes(version)) {
        return fail(SECRET_VERSION, `The secret ${there.name} has no version ${version}.`, 'Correct the version in valueFrom.');
    }
    return ok(jsonKey === undefined ? there.name : `${there.name}, key ${jsonKey} (its value is not read)`);
}
function judgeParameter(names, there, region) {
    const found = names.find(name => there.includes(name));
    if (found !== undefined)
        return ok(`parameter ${found}`);
    const [name = ''] = names;
    return fail(PARAMETER_NOT_FOUND, `There is no parameter ${name} in ${region}.`, 'Create it, or correct valueFrom.');
}

// EXTERNAL MODULE: ./lib/preflight/requirements.js
var requirements = __webpack_require__(4943);
;// CONCATENATED MODULE: ./lib/preflight/task.js









/** Looks at all that a task needs to start: its roles, images, secrets and log groups. */
async function checkTask(requirement, ports) {
    const { definition, region, account, caller } = requirement;
    const platform = (0,requirements/* requiredPlatform */.JT)(definition);
    const named = (0,text_record/* own */.ZV)(definition, 'family');
    const family = typeof named === 'string' ? named : '';
    const roles = (0,requirements/* listRoles */.OH)(definition);
    const nodes = await Promise.all([
        ...roles.map(role => checkRole(role, account, ports)),
        ...(caller === undefined || roles.length === 0
            ? []
            : [
                caller.then(known => checkPassRole(roles.map(({ role }) => role), { family, region }, known, ports))
            ]),
        ...(0,types/* listContainers */.ts)(definition).map(async ({ name, image, record }) => {
            const wanted = requirement.imageOf(name, image);
            const [ofImage, secrets] = await Promise.all([
                wanted === undefined ? Promise.resolve([]) : checkImage(wanted, platform, ports).then(node => [node]),
                checkSecrets((0,requirements/* listSecrets */.AQ)(record), { region, account }, ports)
            ]);
            return makeGroup(`container ${name}`, [...ofImage, ...secrets]);
        }),
        ...(0,requirements/* listLogGroups */.bn)(definition, region).map(group => checkLogGroup(group, ports))
    ]);
    return makeGroup(`task definition ${family}`, nodes.filter(node => node !== undefined));
}

;// CONCATENATED MODULE: ./lib/plan/run-preflight.js















const MEMOIZED = [
    'getRole',
    'simulatePrincipalPolicy',
    'getCaller',
    'describeSecret',
    'findParameters',
    'describeTargetGroups',
    'describeListener',
    'describeRulesOf',
    'describeRule',
    'describeSubnets',
    'describeSecurityGroups',
    'hasLogGroup',
    'findPullThroughRule',
    'listSigningProfiles',
    'readManifest',
    'readImageConfig'
];
/**
 * Begins a preflight: what the files alone say is looked at from here on, while the plan is made, so that plan and preflight together
 * take no more round trips than the longer of the two.
 *
 * @param context its ECS port asks once for the same question (`prefetchingEcs`)
 */
function openPreflight(config, services, context) {
    const remembering = { ...context, preflight: (0,memoize/* memoizePort */.gj)(context.preflight, MEMOIZED) };
    for (const look of prefetch(config, services, remembering))
        look.catch(() => undefined);
    return { context: remembering, finish: plan => preflight(plan, config, remembering) };
}
/**
 * Looks at everything that a deployment needs to be there, all at the same time, and changes nothing.
 *
 * What is not permitted is skipped with the name of its action; an error of AWS that says nothing about the deployment is a warning.
 */
async function preflight(plan, config, context) {
    const services = plan.services.map(async (service) => {
        const nodes = await checkPreparedService(service, plan, config, context);
        return plan.services.length === 1 ? nodes : [makeGroup(nameOf(service), nodes)];
    });
    const nodes = await Promise.all([
        ...services,
        checkTaskNetwork(config, context),
        ...plan.images.map(image => checkSigningOf(image, config, context))
    ]);
    return makeGroup('preflight', [...plan.images.flatMap(checkRepository), ...nodes.flat()]);
}
async function checkPreparedService(service, plan, config, context) {
    const { target, taskDefinition, asRegistered, appspec, config: own } = service;
    const { region } = config;
    const definition = taskDefinition === undefined
        ? undefined
        : (0,task_definition/* shippedDefinition */.rX)(taskDefinition, service.config.files, service.assignments);
    const account = target === undefined ? undefined : (0,arn/* accountOf */.XP)(target.serviceArn);
    const ports = (0,memoize/* overridePort */.kO)(context.preflight, {
        getShiftMinutes: (name) => context.codedeploy.getShiftMinutes(name)
    });
    const fitting = definition === undefined ? { targetType: undefined, ports: undefined } : (0,requirements/* targetGroupConstraints */.Ph)(definition);
    const network = target?.controller === 'CODE_DEPLOY' ? appspec?.network : undefined;
    return Promise.all([
        ...(target === undefined && config.runTask === undefined ? [] : [checkClusterOf(service, config, context)]),
        ...(target === undefined
            ? []
            : [
                checkService({
                    target,
                    region,
                    network: network && { subnets: network.subnets ?? [], securityGroups: network.securityGroups ?? [] },
                    deploymentConfig: own.rollout.codedeployDeploymentConfig,
                    fitting,
                    roles: (0,requirements/* listRoles */.OH)(definition ?? {}).map(({ role }) => role)
                }, ports)
            ]),
        ...(definition === undefined
            ? []
            : [
                checkTask({
                    definition,
                    region,
                    account,
                    imageOf: imagesOf(service, plan.images),
                    caller: asRegistered === undefined ? findCaller(config.role?.arn, context.preflight) : undefined
                }, context.preflight)
            ])
    ]);
}
function checkClusterOf({ target, appspec, config: { rollout } }, { runTask }, { ecs }) {
    const service = target?.service;
    const strategies = [
        appspec?.capacityProviderStrategy ?? [],
        service?.capacityProviderStrategy ?? [],
        runTask?.capacityProviderStrategy ?? []
    ];
    return checkCluster({
        cluster: rollout.cluster,
        capacityProviders: strategies.flat().flatMap(({ capacityProvider }) => capacityProvider ?? []),
        needsInstances: service?.launchType === 'EC2'
    }, cluster => ecs.describeCluster(cluster));
}
/** Where the task before the rollout runs, where that is said for it. */
async function checkTaskNetwork({ runTask }, { preflight: ports }) {
    const { subnets = [], securityGroups = [] } = runTask ?? {};
    if (subnets.length === 0 && securityGroups.length === 0)
        return [];
    const { nodes } = await checkNetwork({ subnets, securityGroups }, ports);
    return [makeGroup('task before the rollout', nodes)];
}
/** Only the own registry tells whether it signs. */
async function checkSigningOf(plan, { role }, { preflight: ports }) {
    if (plan.kind !== 'build' || plan.image.registry !== undefined)
        return [];
    const node = await checkSigning(plan.image.repository, await findCaller(role?.arn, ports), ports);
    return node === undefined ? [] : [node];
}
function checkRepository(plan) {
    if (plan.kind === 'existing')
        return [];
    const { image, repository } = plan;
    const label = `repository ${(0,image_plan/* addressOf */.ci)(image)}`;
    if (repository === undefined) {
        const template = plan.kind === 'build' ? plan.template : undefined;
        const how = template?.createsOnPush !== true
            ? 'create-repository'
            : `by the push, as the creation template ${template.prefix} says`;
        return [makeNode(label, ok(`is created (${how})`))];
    }
    const tag = (0,image_plan/* firstTag */.XE)(image);
    const kind = (0,image_reference/* isTagImmutable */.j1)(repository, tag) ? 'immutable' : 'mutable';
    const then = plan.kind === 'reuse' ? 'is there already and is used' : 'is pushed';
    return [makeNode(label, ok(`the tag ${tag} is ${kind} and ${then}`))];
}
/** The image of each container: what this run builds or uses, else what the task definition says. */
function imagesOf(service, plans) {
    const hosts = plans.flatMap(plan => {
        const uri = plan.kind === 'existing' ? undefined : plan.repository?.uri;
        return uri === undefined ? [] : [(0,image_reference/* hostOf */.w4)(uri)];
    });
    const isRunning = service.config.files.taskDefinition?.kind === 'service';
    return (container, image) => {
        const assigned = service.assignments.find(({ containers }) => containers.includes(container));
        const plan = plans.find(candidate => candidate.image === assigned?.image);
        if (plan === undefined)
            return isRunning ? { kind: 'running', name: image } : locate(image, hosts);
        if (plan.kind === 'existing')
            return locate(plan.image.image, hosts);
        const name = `${(0,image_plan/* addressOf */.ci)(plan.image)}:${(0,image_plan/* firstTag */.XE)(plan.image)}`;
        if (plan.kind === 'build')
            return { kind: 'built', name, platforms: plan.image.build.platforms };
        return { kind: 'there', name, location: (0,image_plan/* locateTag */.l_)(plan.image, (0,image_plan/* firstTag */.XE)(plan.image)) };
    };
}
/** Where an image is, if that is ECR; a host with a port may be that of an AWS at a custom endpoint, if ECR has named it. */
function locate(image, hosts) {
    const reference = (0,image_reference/* parseReference */.F2)(image);
    if (reference === undefined)
        return undefined;
    const { registry, repository, tag, digest } = reference;
    const host = (0,ecr_host/* parseEcrHost */.wl)(registry ?? '');
    if (host !== undefined) {
        const location = { region: host.region, registryId: host.account, repository, tag, digest };
        return { kind: 'there', name: image, location };
    }
    if (registry !== undefined && hosts.includes(registry)) {
        return { kind: 'there', name: image, location: { repository, tag, digest } };
    }
    return { kind: 'elsewhere', name: image };
}
/** The looks that need no answer of AWS before them. What is wrong with the files is told by the plan. */
function prefetch(config, services, context) {
    const ports = context.preflight;
    const registers = config.rollouts.some(({ files }) => files.taskDefinition !== undefined);
    const caller = registers ? findCaller(config.role?.arn, ports) : undefined;
    const ofServices = services.flatMap(service => {
        const { files, rollout } = service.config;
        const { taskDefinition } = service.sources;
        const looks = [];
        if (rollout.service !== undefined)
            looks.push(context.ecs.describeCluster(rollout.cluster));
        if (files.taskDefinition?.kind === 'registered') {
            looks.push(context.ecs.describeTaskDefinition(files.taskDefinition.reference));
        }
        if (taskDefinition === undefined)
            return looks;
        const definition = (0,task_definition/* shippedDefinition */.rX)(taskDefinition, service.config.files, service.assignments);
        const imageOf = imagesOf(service, []);
        const isShipped = (name) => service.assignments.some(({ containers }) => containers.includes(name));
        const ofFile = (name, image) => (isShipped(name) ? undefined : imageOf(name, image));
        const requirement = { definition, region: config.region, account: undefined, imageOf: ofFile, caller };
        return [...looks, checkTask(requirement, ports)];
    });
    const ofImages = config.images.flatMap(image => {
        const requirement = wishFor(image);
        return requirement === undefined ? [] : [checkImage(requirement, undefined, ports)];
    });
    return [...ofServices, ...ofImages, checkTaskNetwork(config, context)];
}
/** Where the image must be before the build is known; undefined for one that is built in any case. */
function wishFor(image) {
    if (image.kind === 'existing')
        return locate(image.image, []);
    if (image.reuseImage === false)
        return undefined;
    return { kind: 'there', name: (0,image_plan/* addressOf */.ci)(image), location: (0,image_plan/* locateTag */.l_)(image, (0,image_plan/* firstTag */.XE)(image)) };
}
function nameOf({ target, config }) {
    return target === undefined
        ? (config.rollout.service ?? 'task definition')
        : `${target.clusterName}/${target.serviceName}`;
}

// EXTERNAL MODULE: ./lib/image/planned-image.js
var planned_image = __webpack_require__(8779);
// EXTERNAL MODULE: ./lib/steps/write-artifacts.js
var write_artifacts = __webpack_require__(3474);
// EXTERNAL MODULE: ./lib/steps/prepare.js + 1 modules
var prepare = __webpack_require__(8910);
// EXTERNAL MODULE: ./lib/steps/detect-unchanged.js + 1 modules
var detect_unchanged = __webpack_require__(5665);
// EXTERNAL MODULE: ./lib/rollout/batching/prefetch.js
var batching_prefetch = __webpack_require__(4931);
;// CONCATENATED MODULE: ./lib/plan/plan.js







/**
 * Checks all that a run would check and tells what it would do. Nothing is changed, neither at AWS nor here, and no Docker is needed.
 *
 * @param options `withPreflight: false`: what a deployment needs beside the files and the service is not looked at
 * @throws ProblemsError, SlipwayError as a run would before its first change
 */
async function planShip(config, context, { withPreflight = true } = {}) {
    const read = await (0,prepare/* prepareRun */.Z0)(config, context);
    const tasks = config.rollouts.some(({ rollout }) => rollout.skipUnchanged);
    const remembering = { ...context, ecs: (0,batching_prefetch/* prefetchingEcs */.Z)(context.ecs, { tasks }) };
    const preflight = withPreflight ? openPreflight(config, read, remembering) : undefined;
    const ahead = preflight?.context ?? remembering;
    for (const { files } of config.rollouts) {
        const source = files.taskDefinition;
        // Whoever needs it meets its error.
        if (source?.kind === 'registered')
            ahead.ecs.describeTaskDefinition(source.reference).catch(() => undefined);
    }
    const plan = await (0,prepare/* checkAws */.ET)(config, read, ahead, { withDocker: false });
    context.signal.throwIfAborted();
    const images = plan.images.map(planned_image/* expectImage */.r);
    const rendered = plan.services.map(service => ({ ...service, texts: (0,write_artifacts/* renderArtifacts */.a)(service, images) }));
    const [tree, services] = await Promise.all([preflight?.finish(plan), (0,detect_unchanged/* findUnchanged */.p)(rendered, images, ahead)]);
    const made = await makePlan(config, { images, services, task: plan.task }, ahead);
    // What a cancellation kept from being looked at is not to be told as missing.
    context.signal.throwIfAborted();
    return tree === undefined ? made : { ...made, preflight: tree };
}


/***/ }),

/***/ 4943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ listSecrets),
/* harmony export */   JT: () => (/* binding */ requiredPlatform),
/* harmony export */   OH: () => (/* binding */ listRoles),
/* harmony export */   Ph: () => (/* binding */ targetGroupConstraints),
/* harmony export */   bn: () => (/* binding */ listLogGroups)
/* harmony export */ });
/* harmony import */ var _task_definition_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8648);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8988);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8006);
/* harmony import */ var _text_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6320);




/** The roles that the tasks run with. */
function listRoles(definition) {
    const members = [
        ['execution role', 'executionRoleArn'],
        ['task role', 'taskRoleArn']
    ];
    return members.flatMap(([purpose, member]) => {
        const role = textOf(definition, member);
        return role === undefined ? [] : [{ purpose, role, principals: ['ecs-tasks.amazonaws.com'] }];
    });
}
/** What a container is started with: its secrets, those of its log driver, and what its image is pulled with. */
function listSecrets(container) {
    const log = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(container, 'logConfiguration');
    const listed = [(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(container, 'secrets'), (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(log) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(log, 'secretOptions') : undefined].flatMap(_task_definition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .listRecords */ .VI);
    const credentials = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(container, 'repositoryCredentials');
    const parameter = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(credentials) ? textOf(credentials, 'credentialsParameter') : undefined;
    return [
        ...listed.flatMap(secret => {
            const valueFrom = textOf(secret, 'valueFrom');
            return valueFrom === undefined ? [] : [{ name: textOf(secret, 'name') ?? '', valueFrom }];
        }),
        // A name would be one of Secrets Manager, not of SSM: only an ARN says it.
        ...(parameter !== undefined && (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .isArn */ .EH)(parameter) ? [{ name: 'repositoryCredentials', valueFrom: parameter }] : [])
    ];
}
/** The log groups of the containers that log by awslogs, each once. */
function listLogGroups(definition, region) {
    const requirements = (0,_task_definition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .listContainers */ .ts)(definition).flatMap(({ record }) => {
        const log = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(record, 'logConfiguration');
        const options = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(log) && (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(log, 'logDriver') === 'awslogs' ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(log, 'options') : undefined;
        const group = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(options) ? textOf(options, 'awslogs-group') : undefined;
        if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(options) || group === undefined)
            return [];
        const isCreated = textOf(options, 'awslogs-create-group') === 'true';
        return [{ group, region: textOf(options, 'awslogs-region') ?? region, isCreated }];
    });
    return [
        ...new Map(requirements.map(requirement => [`${requirement.region} ${requirement.group}`, requirement])).values()
    ];
}
/** The platform that the task definition asks for. */
function requiredPlatform(definition) {
    const platform = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(definition, 'runtimePlatform');
    return (0,_text_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedPlatform */ .zT)((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(platform) ? platform : undefined, isForFargate(definition));
}
/** What target groups must fit: an address for each task with awsvpc, and the ports that are mapped. */
function targetGroupConstraints(definition) {
    const mode = textOf(definition, 'networkMode') ?? (isForFargate(definition) ? 'awsvpc' : 'bridge');
    const mappings = (0,_task_definition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .listContainers */ .ts)(definition).flatMap(({ record }) => (0,_task_definition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .listRecords */ .VI)((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(record, 'portMappings')));
    const ports = mappings.map(mapping => (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(mapping, 'containerPort')).filter(port => typeof port === 'number');
    const hasRanges = mappings.some(mapping => (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(mapping, 'containerPortRange') !== undefined);
    return { targetType: targetTypeOf(mode), ports: hasRanges ? undefined : ports };
}
function targetTypeOf(networkMode) {
    if (networkMode === 'none')
        return undefined;
    return networkMode === 'awsvpc' ? 'ip' : 'instance';
}
function isForFargate(definition) {
    const required = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(definition, 'requiresCompatibilities');
    return Array.isArray(required) && required.includes('FARGATE');
}
function textOf(record, key) {
    const value = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(record, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 8083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readValueFrom)
/* harmony export */ });
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8988);

const FORM = 'Expected arn:…:secret:name-AbCdEf, or with all colons arn:…:secret:name-AbCdEf:json-key:version-stage:version-id.';
/**
 * Reads a `valueFrom`: a secret's ARN with or without `:json-key:version-stage:version-id`, a parameter's ARN or name. ECS developer
 * guide, "Pass sensitive data to an Amazon ECS container" (Secrets Manager, Parameter Store).
 */
function readValueFrom(text) {
    if (!(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .isArn */ .EH)(text))
        return { kind: 'parameter', region: undefined, account: undefined, names: [text] };
    const { partition = '', service = '', region = '', account = '', resource = '' } = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArn */ .Lw)(text) ?? {};
    if (service === 'ssm')
        return readParameter(text, { region, account, resource });
    const [kind, name = '', ...suffix] = resource.split(':');
    if (service !== 'secretsmanager' || kind !== 'secret') {
        const what = `valueFrom is an ARN of ${service === '' ? 'no service' : service}; there are secrets of Secrets Manager and parameters of SSM.`;
        return { kind: 'wrong', what, next: FORM };
    }
    if (name === '')
        return { kind: 'wrong', what: 'The ARN names no secret.', next: FORM };
    if (suffix.length !== 0 && suffix.length !== 3) {
        const what = `After the secret's name there ${suffix.length === 1 ? 'is one part' : `are ${suffix.length} parts`}, and it must be three, which may be empty.`;
        const first = suffix.length < 3
            ? `Write ${name}${[...suffix, '', '', '']
                .slice(0, 3)
                .map(part => `:${part}`)
                .join('')}.`
            : FORM;
        return { kind: 'wrong', what, next: first };
    }
    const [jsonKey, stage, version] = suffix.map(part => (part === '' ? undefined : part));
    if (stage !== undefined && version !== undefined) {
        const what = `It names the version by its stage ${stage} and by its id ${version}.`;
        return { kind: 'wrong', what, next: 'Leave one of the two empty.' };
    }
    const arn = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .arnOf */ .RY)({ partition, region, account }, service, `secret:${name}`);
    return { kind: 'secret', region, account, arn, jsonKey, stage, version };
}
function readParameter(text, { region, account, resource }) {
    const name = resource.startsWith('parameter/') ? resource.slice('parameter/'.length) : '';
    if (name === '') {
        return { kind: 'wrong', what: `${text} names no parameter.`, next: 'Expected arn:…:parameter/name.' };
    }
    // A name with a slash in it begins with one; a name without may.
    return { kind: 'parameter', region, account, names: name.includes('/') ? [`/${name}`] : [name, `/${name}`] };
}


/***/ }),

/***/ 3371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ closeInterruptedGithubDeployment),
/* harmony export */   ZX: () => (/* binding */ startGithubDeployment)
/* harmony export */ });
/* unused harmony export describeStatus */
/* harmony import */ var _outcome_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2790);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2165);


/** A status of a deployment may say so many characters (REST API, "Create a deployment status"). */
const DESCRIPTION_LIMIT = 140;
const NOTE = 'github-deployment';
const STATES = {
    succeeded: 'success',
    unchanged: 'success',
    // It is not followed, so nobody knows.
    started: 'in_progress',
    // It waits for somebody.
    paused: 'in_progress',
    planned: 'inactive',
    registered: 'inactive',
    pushed: 'inactive',
    failed: 'failure',
    'rolled-back': 'failure',
    'timed-out': 'failure',
    superseded: 'inactive',
    cancelled: 'error'
};
/** How an outcome is told on GitHub: only what is green here is `success` there. Pure. */
function describeStatus(outcome, reason) {
    const { word } = (0,_outcome_style_js__WEBPACK_IMPORTED_MODULE_0__/* .styleOf */ .V)(outcome);
    const said = reason === undefined || reason.trim() === '' ? `${word}.` : `${word}: ${reason.trim()}`;
    return { state: STATES[outcome], description: cut(said.replaceAll(/\s+/g, ' ')) };
}
function cut(text) {
    const characters = Array.from(text);
    return characters.length <= DESCRIPTION_LIMIT ? text : `${characters.slice(0, DESCRIPTION_LIMIT - 1).join('')}…`;
}
/**
 * Shows a run on GitHub's board. What goes wrong there is one warning and nothing more: the rollout is not GitHub's.
 *
 * @param githubDeployments undefined: nothing is shown (no token, or no run of GitHub's)
 */
function startGithubDeployment(githubDeployments, config, { reporter, cleanupStore, clock }) {
    let opening;
    // GitHub's own default, for those who have one environment and never named it.
    const { environment = 'production', environmentUrl } = config;
    const warn = (error) => {
        reporter.warn(explain(error));
        return undefined;
    };
    const create = async (to) => {
        const mark = makeMark(clock);
        // Before the request: whoever is killed before the answer has a deployment there that nobody would close.
        const note = { kind: 'github-deployment', environment, mark };
        cleanupStore.add(NOTE, note);
        const id = await to.create({ environment, description: 'Deployed by Slipway', mark }).catch((error) => {
            if (isRefusal(error))
                cleanupStore.remove(NOTE);
            throw error;
        });
        cleanupStore.add(NOTE, { ...note, id });
        await to.setStatus(id, { state: 'in_progress', description: 'The rollout has begun.', environmentUrl });
        return id;
    };
    return {
        begin: () => {
            if (githubDeployments !== undefined)
                opening ??= create(githubDeployments).catch(warn);
        },
        end: async (outcome, reason) => {
            const id = await opening;
            if (githubDeployments === undefined || id === undefined)
                return;
            try {
                await githubDeployments.setStatus(id, { ...describeStatus(outcome, reason), environmentUrl });
                cleanupStore.remove(NOTE);
            }
            catch (error) {
                warn(error);
            }
        }
    };
}
/** What no other run has. */
function makeMark(clock) {
    return [clock.now(), clock.random() * 36 ** 8].map(number => Math.trunc(number).toString(36)).join('-');
}
/** GitHub said no: nothing was made. Any other failure may have hidden an answer. */
function isRefusal(error) {
    const { status } = (error ?? {});
    return typeof status === 'number' && status >= 400 && status < 500;
}
/** GitHub's list may lag behind what it made: so often it is looked at, with so many milliseconds between. */
const MAX_ATTEMPTS = 3;
const BETWEEN_LOOKS = 1_000;
/**
 * For the post step: a run that was killed did not say how it ended. Where it was killed before GitHub answered, its deployment is the one
 * with the run's mark; no other is touched.
 *
 * @returns what went wrong; undefined where GitHub knows now, or there is no such deployment
 */
async function closeInterruptedGithubDeployment(pending, githubDeployments, clock) {
    const { environment } = pending;
    if (githubDeployments === undefined) {
        return `GitHub still shows a deployment to ${environment} as in progress: there is no github-token here to close it with.`;
    }
    const description = 'The run was cut short before it could say how the rollout ended.';
    try {
        const id = pending.id ?? (await findEntry(pending, githubDeployments, clock));
        if (id === undefined)
            return undefined;
        await githubDeployments.setStatus(id, { state: 'error', description, environmentUrl: undefined });
        return undefined;
    }
    catch (error) {
        return explain(error);
    }
}
async function findEntry({ environment, mark }, githubDeployments, clock) {
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({ clock, attempts: MAX_ATTEMPTS, pauses: { first: BETWEEN_LOOKS }, isPending: id => id === undefined }, () => githubDeployments.find({ environment, mark }));
}
function explain(error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = error?.status;
    const what = `The deployment is not shown on GitHub: ${message.replace(/[.\s]*$/, '')}.`;
    return status === 401 || status === 403 || status === 404
        ? `${what} Give the job \`permissions: deployments: write\`, and github-token that job's token.`
        : what;
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uH: () => (/* binding */ logPlan),
  Px: () => (/* binding */ logPlanErrors),
  iY: () => (/* binding */ planJson),
  h$: () => (/* binding */ renderDifferences),
  EG: () => (/* binding */ renderPlan),
  ON: () => (/* binding */ renderPlanSummary)
});

;// CONCATENATED MODULE: ./lib/report/check-tree.js
const WORDS = { ok: 'OK', skip: 'SKIP', warn: 'WARN', ng: 'NG' };
/** The tree as text, a line a node below its own parent, and a line that counts. What is to be done stands below what is wrong. */
function renderTree(root) {
    return `${[...root.children.flatMap(node => renderNode(node, '')), countStates(root)].join('\n')}\n`;
}
/** `12 OK, 1 SKIP`: of the things that were looked at, not of the groups that hold them. */
function countStates(root) {
    const own = listFound(root);
    return ['ok', 'skip', 'warn', 'ng']
        .map(state => [state, own.filter(node => node.state === state).length])
        .filter(([state, count]) => count > 0 || state === 'ok')
        .map(([state, count]) => `${count} ${WORDS[state]}`)
        .join(', ');
}
function renderNode(node, indent) {
    const { label, state, detail, next, children, code } = node;
    const rule = code === undefined ? '' : ` [${code}]`;
    const said = detail === undefined || detail === '' ? '' : `: ${detail}`;
    const advice = next === undefined || next === '' || state === 'ok' ? [] : [`${indent}      ${next}`];
    return [
        `${indent}${WORDS[state].padEnd(4)}  ${label}${said}${rule}`,
        ...advice,
        ...children.flatMap(child => renderNode(child, `${indent}  `))
    ];
}
/** What a deployment would fail of, a sentence each with what it is about and what to do: `role ecsTask: it does not exist. Create it.` */
function listFailures(root) {
    return listFound(root)
        .filter(({ state }) => state === 'ng')
        .map(({ label, detail = 'a deployment would fail', next = '' }) => {
        const what = `${label}: ${detail}`.replace(/[.\s]+$/, '');
        return next === '' ? `${what}.` : `${what}. ${next}`;
    });
}
/** The nodes with a finding of their own. */
function listFound(node) {
    const isGroup = node.children.length > 0 && node.detail === undefined;
    return [...(isGroup ? [] : [node]), ...node.children.flatMap(listFound)];
}

// EXTERNAL MODULE: ./lib/report/plan.js
var report_plan = __webpack_require__(1383);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/image-tags.js
var image_tags = __webpack_require__(9738);
;// CONCATENATED MODULE: ./lib/report/plan-lines.js




/** A plan in lines: images, task definitions, files, AppSpecs, calls. Pure. */
function listPlan(plan) {
    const { images, services, calls, preflight } = plan;
    return [
        ...(preflight === undefined ? [] : [title('Preflight'), ...listText(renderTree(preflight))]),
        ...(images.length === 0 ? [] : [title(images.length === 1 ? 'Image' : 'Images'), ...listImages(plan)]),
        ...services.flatMap(service => [
            ...listDefinition(service),
            ...listFiles(service),
            ...(service.gate === undefined ? [] : [title(`Gate${forWhom(service)}`), plain(service.gate)]),
            ...(service.appspec === undefined ? [] : [title(`AppSpec${forWhom(service)}`), ...listText(service.appspec)])
        ]),
        title('Calls that would change something, in this order'),
        ...(calls.length === 0
            ? [plain('none')]
            : calls.map(({ call, input }, index) => plain(`${index + 1}. ${call} ${JSON.stringify(input)}`))),
        ...listActions(plan)
    ];
}
/** Only what differs between the files and what runs. Pure. */
function listDifferences({ services }) {
    return services.flatMap(service => service.definition === undefined || service.definition.changes.length === 0 ? [] : listDefinition(service));
}
/** The plan in one sentence. Pure. */
function summarise(plan) {
    const { images, calls } = plan;
    if ((0,report_plan/* wouldFail */.O1)(plan))
        return 'A deployment would fail: see what is NG in the preflight. Nothing was changed.';
    const built = images.filter(({ action }) => action === 'build').length;
    if (calls.length === 0)
        return 'No change: nothing would be registered or rolled out. Nothing was changed.';
    const unchanged = built > 0
        ? 'No change in the task definition; the image would be built.'
        : 'No change: the task definition says what runs already.';
    const what = (0,report_plan/* hasChanges */.ik)(plan) ? 'The task definition would change.' : unchanged;
    return `${what} ${calls.length} ${calls.length === 1 ? 'call' : 'calls'} would change something. Nothing was changed.`;
}
function listImages({ images }) {
    return images.map(image => {
        const { action, uri, digest, context = '.', platforms, tags, tagsToAdd, repository, createsRepository } = image;
        switch (action) {
            case 'use':
                return plain(`${uri} is used as it is${digest === undefined ? '' : ` (${digest})`}`);
            case 'reuse': {
                const more = tagsToAdd.length === 0 ? '' : `; it gets ${(0,image_tags/* nameTags */.f)(tagsToAdd)}`;
                return plain(`${uri} is in the repository already (${digest ?? ''}) and not built again${more}`);
            }
            case 'build': {
                const where = createsRepository ? `${repository}, which is created first,` : repository;
                const how = platforms.length === 0 ? '' : ` for ${platforms.join(', ')}`;
                return line('+', `built from ${context}${how} and pushed to ${where} with ${(0,image_tags/* nameTags */.f)(tags)}; its digest is known after the build`);
            }
        }
    });
}
function listDefinition({ definition, service, engine, unchanged }) {
    if (definition === undefined)
        return [];
    const { family, changes, rebuilt } = definition;
    const whose = service === undefined ? '' : ` of ${service} (${engine ?? ''})`;
    return [
        title(`Task definition ${family}${whose}, ${compared(definition, service)}`),
        ...(changes.length === 0 ? [plain('no change')] : changes.flatMap(listChange)),
        ...(rebuilt && changes.length === 0
            ? [plain('the image is built: what is under its reference is known after the build')]
            : []),
        ...(unchanged ? [plain('it runs already: nothing is registered or rolled out (skip-unchanged)')] : [])
    ];
}
function compared({ comparedWith }, service) {
    if (comparedWith === undefined)
        return service === undefined ? 'the first of its family' : 'where nothing runs yet';
    const revision = (0,arn/* resourceName */.Iy)(comparedWith);
    return service === undefined ? `against ${revision}, its newest revision` : `against ${revision}, which runs`;
}
/** One line, or three where a value takes the place of another. */
function listChange({ kind, path, from, to, hidden }) {
    const mark = { added: '+', removed: '-', changed: '~' };
    if (hidden === true)
        return [line(mark[kind], `${path}: ${kind}, not shown`)];
    if (kind === 'changed')
        return [line('~', path), line('-', `    ${show(from)}`), line('+', `    ${show(to)}`)];
    const value = kind === 'added' ? to : from;
    return [line(mark[kind], value === undefined ? path : `${path}: ${show(value)}`)];
}
function listFiles(service) {
    const marks = { new: '+', same: ' ', different: '~', 'after-build': ' ' };
    const states = {
        new: 'would be written',
        same: 'is there already, the same',
        different: 'is there and would be written over',
        'after-build': 'is there; the build decides on its content'
    };
    if (service.files.length === 0)
        return [];
    return [
        title(`Files${forWhom(service)}`),
        ...service.files.map(({ path, state }) => line(marks[state], `${path} ${states[state]}`))
    ];
}
function listActions({ calls }) {
    const actions = [...new Set(calls.flatMap(call => call.actions))].sort();
    return actions.length === 0 ? [] : [title('IAM actions that these calls need'), ...actions.map(plain)];
}
function forWhom({ service }) {
    return service === undefined ? '' : ` for ${service}`;
}
function listText(text) {
    return text.trimEnd().split('\n').map(plain);
}
function show(value) {
    return JSON.stringify(value);
}
function title(text) {
    return line('#', text);
}
function plain(text) {
    return line(' ', text);
}
function line(mark, text) {
    return { mark, text };
}

// EXTERNAL MODULE: ./lib/report/markup.js
var markup = __webpack_require__(8916);
;// CONCATENATED MODULE: ./lib/report/plan-text.js




const COLOURS = {
    '+': 32,
    '-': 31,
    '~': 33,
    '#': 1,
    ' ': undefined
};
const NO_PAINT = (_code, text) => text;
/** A plan as text, with a sentence at its end. Pure. */
function renderPlan(plan, paint = NO_PAINT) {
    return `${renderLines(listPlan(plan), paint)}\n${summarise(plan)}\n`;
}
/** A plan in the log. */
async function logPlan(plan, reporter) {
    await reporter.group('Plan', () => {
        for (const text of renderLines(listPlan(plan), NO_PAINT).trimEnd().split('\n'))
            reporter.info(text);
        return Promise.resolve();
    });
    reporter.info(`Planned: ${summarise(plan)}`);
    logPlanErrors(plan, reporter);
}
/** What a deployment would fail of, as errors: nothing else says why a plan ends with the exit code of one. */
function logPlanErrors(plan, reporter) {
    if (plan.preflight === undefined || !(0,report_plan/* wouldFail */.O1)(plan))
        return;
    for (const failure of listFailures(plan.preflight))
        reporter.error(`A deployment would fail: ${failure}`);
}
/** What differs, and nothing where nothing does. Pure. */
function renderDifferences(plan, paint = NO_PAINT) {
    return renderLines(listDifferences(plan), paint);
}
function renderLines(lines, paint) {
    return lines
        .map(({ mark, text }, index) => {
        const code = COLOURS[mark];
        const plain = mark === '#' ? `${index === 0 ? '' : '\n'}${text}` : `  ${mark} ${text}`.trimEnd();
        return `${code === undefined ? plain : paint(code, plain)}\n`;
    })
        .join('');
}
function iconOf(plan) {
    if ((0,report_plan/* wouldFail */.O1)(plan))
        return '❌';
    return (0,report_plan/* hasChanges */.ik)(plan) ? '📝' : '✅';
}
/** A plan for a job summary: Markdown, in which GitHub colours what is added and what goes. Pure. */
function renderPlanSummary(plan) {
    const parts = [`## ${iconOf(plan)} Planned: ${summarise(plan)}`];
    let open = [];
    const close = () => {
        if (open.length > 0)
            parts.push((0,markup/* fence */.EU)(open, 'diff'));
        open = [];
    };
    for (const { mark, text } of listPlan(plan)) {
        if (mark !== '#')
            open.push(`${mark === '~' ? '!' : mark} ${text}`.trimEnd());
        else {
            close();
            parts.push(`### ${(0,markup/* escapeMarkdown */.FV)(text)}`);
        }
    }
    close();
    return `${parts.join('\n\n')}\n`;
}
/** A plan as data: stable names, secrets left out. Pure. */
function planJson(plan) {
    const { region, images, services, calls, preflight } = plan;
    return {
        outcome: 'planned',
        region,
        changed: (0,report_plan/* hasChanges */.ik)(plan),
        images: images.map(({ container, action, repository, uri, digest, tags, tagsToAdd, platforms, createsRepository }) => ({
            container: container ?? null,
            action,
            repository,
            image: uri,
            digest: digest ?? null,
            tags,
            tagsToAdd,
            platforms,
            createsRepository
        })),
        services: services.map(({ service, engine, definition, files, appspec, unchanged, gate }) => ({
            service: service ?? null,
            engine: engine ?? null,
            taskDefinition: definition === undefined ? null : { ...definition, comparedWith: definition.comparedWith ?? null },
            files,
            appspec: appspec ?? null,
            unchanged,
            ...(gate === undefined ? {} : { gate })
        })),
        calls,
        preflight: preflight ?? null,
        actions: [...new Set(calls.flatMap(({ actions }) => actions))].sort()
    };
}


/***/ }),

/***/ 6303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ RunProgress)
/* harmony export */ });
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2720);

/** The report of a run while it goes on: each step adds what it has reached, and it is there however the run ends. */
class RunProgress {
    /** Where the time goes; each step enters its phase. */
    timeline;
    #report;
    constructor(region, clock) {
        this.timeline = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_0__/* .createJobTimeline */ .z)(clock);
        this.#report = {
            region,
            outcome: 'failed',
            images: [],
            artifacts: undefined,
            target: undefined,
            taskDefinitionArn: undefined,
            rollout: undefined
        };
    }
    /** What was reached so far; `failed` until an outcome is added. The phase that goes on ends now. */
    get report() {
        return { ...this.#report, phases: this.timeline.read() };
    }
    /** Adds what is there to stay, in the place of what was said of it before. */
    add(reached) {
        this.#report = { ...this.#report, ...reached };
    }
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   eJ: () => (/* binding */ renderRun),
/* harmony export */   o6: () => (/* binding */ logRun)
/* harmony export */ });
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(248);
/* harmony import */ var _plan_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6021);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8916);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5514);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9820);
/* harmony import */ var _outcome_style_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2790);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9645);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8988);
/* harmony import */ var _text_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1267);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1042);










/** Tells how a run ended: its one service, or each that went wrong, and then all in one table. */
async function logRun(reached, reporter) {
    const { services = [], plan } = reached;
    if (plan !== undefined)
        return (0,_plan_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logPlan */ .uH)(plan, reporter);
    if (services.length === 0)
        return (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logOutcome */ .fW)(reached, reporter);
    for (const view of listRed(reached))
        await (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logOutcome */ .fW)(view, reporter);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logFigures */ .Sh)(reached, reporter);
    for (const line of (0,_text_table_js__WEBPACK_IMPORTED_MODULE_7__/* .alignColumns */ .R)([HEAD, ...services.map(describeService)]))
        reporter.info(line);
    reporter.info(`${(0,_outcome_style_js__WEBPACK_IMPORTED_MODULE_5__/* .styleOf */ .V)(reached.outcome).word}: ${countGreen(reached)}.`);
}
/** The job summary of a run: its one service, or a table of all, and below it each that went wrong. Pure. */
function renderRun(reached, failure) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .limitSummary */ .g9)(renderWhole(reached, failure));
}
function renderWhole(reached, failure) {
    const { services = [], plan } = reached;
    if (plan !== undefined)
        return (0,_plan_text_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPlanSummary */ .ON)(plan);
    if (services.length === 0)
        return (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .Br)(reached, failure);
    const { green, word } = (0,_outcome_style_js__WEBPACK_IMPORTED_MODULE_5__/* .styleOf */ .V)(reached.outcome);
    const rows = services.map(service => {
        const [name = '', outcome, revision, time, reason = ''] = describeService(service);
        const mark = isGreen(service) ? '✅' : '❌';
        return [name, keep(`${mark} ${outcome ?? ''}`), codes(revision ?? ''), keep(time ?? ''), (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(reason)];
    });
    return [
        `## ${green ? '✅' : '❌'} ${word}: ${countGreen(reached)}`,
        (0,_text_table_js__WEBPACK_IMPORTED_MODULE_7__/* .renderMarkdownTable */ .I)(HEAD, rows),
        (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderImages */ .hR)(reached),
        (0,_timeline_js__WEBPACK_IMPORTED_MODULE_6__/* .renderTimeline */ .s)(reached),
        (0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .renderAdvice */ .x)(reached),
        ...listRed(reached).map(view => `#${(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .Br)(view).trimEnd()}`)
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** Why a run ended as it did, on one line: its one service's reason, or how many ended well and what went wrong first. Pure. */
function reasonOf(reached) {
    if ((reached.services ?? []).length === 0)
        return reached.rollout?.reason;
    const [red] = listRed(reached);
    const first = red === undefined ? '' : ` ${nameOf(red)}: ${red.rollout?.reason ?? 'not rolled out'}`;
    return `${countGreen(reached)}.${first}`;
}
const HEAD = ['Service', 'Outcome', 'Revision', 'Time', 'Reason'];
function describeService({ target, rollout, taskDefinitionArn }) {
    const [from, to] = [rollout?.timeline[0]?.startedAt, rollout?.timeline.at(-1)?.endedAt];
    return [
        nameOf({ target }),
        rollout === undefined ? '' : (0,_outcome_style_js__WEBPACK_IMPORTED_MODULE_5__/* .styleOf */ .V)(rollout.verdict).word,
        describeRevisions(rollout?.previousTaskDefinitionArn, taskDefinitionArn),
        from === undefined || to === undefined ? '' : (0,_text_time_js__WEBPACK_IMPORTED_MODULE_8__/* .formatDuration */ .a3)(to - from),
        rollout?.reason ?? ''
    ];
}
function nameOf({ target }) {
    return target === undefined ? '' : `${target.clusterName}/${target.serviceName}`;
}
/** `web:1 → web:2`; one of them where there is no other, or both are the same. */
function describeRevisions(before, after) {
    const names = [before, after].flatMap(arn => (arn === undefined ? [] : [(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_9__/* .resourceName */ .Iy)(arn)]));
    return [...new Set(names)].join(' → ');
}
/** Those that went wrong, each as if it had been the only one, without what all have in common. */
function listRed({ services = [], ...reached }) {
    return services
        .filter(service => !isGreen(service))
        .map(service => ({
        ...reached,
        ...service,
        images: [],
        phases: [],
        outcome: service.rollout?.verdict ?? reached.outcome
    }));
}
function isGreen({ rollout }) {
    return rollout !== undefined && (0,_outcome_style_js__WEBPACK_IMPORTED_MODULE_5__/* .styleOf */ .V)(rollout.verdict).green;
}
/** `2 of 3 services ended well` */
function countGreen({ services = [] }) {
    return `${services.filter(isGreen).length} of ${services.length} services ended well`;
}
/** Kept on one line in a cell that is narrow. */
function keep(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** Each revision as code, so that a line may break between them and not within. */
function codes(revisions) {
    return revisions === ''
        ? ''
        : revisions
            .split(' → ')
            .map(revision => `\`${revision}\``)
            .join(' → ');
}


/***/ }),

/***/ 5393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createBatch),
/* harmony export */   n: () => (/* binding */ batchWindow)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);

/** A cancelled run has little time, in milliseconds. */
const CANCELLED_WINDOW_MS = 50;
/** So many milliseconds, unless the run was cancelled. */
function batchWindow(milliseconds, signal) {
    return () => (signal?.aborted === true ? CANCELLED_WINDOW_MS : milliseconds);
}
/**
 * Makes the function by which callers ask together. Every answer is to a request that went out after it was asked for: nobody is told
 * what was before. A request goes out when it is full, when all who are wanted wait for it, or when its patience is over.
 *
 * What AWS refuses for several may be refused because of one of them, as a permission that is bound to some services: then each asks for
 * itself, and who is refused alone too asks alone from then on. What may pass is told to all.
 */
function createBatch(batch) {
    let open;
    const refused = new Set();
    const begin = () => {
        const keys = new Set();
        const leave = new AbortController();
        const send = async () => {
            // Whoever fills it ends the wait.
            await batch.clock.sleep(batch.patience(), leave.signal).catch(() => undefined);
            if (open?.keys === keys)
                open = undefined;
            return batch.send([...keys]);
        };
        return { keys, callers: 0, answer: send(), go: () => leave.abort() };
    };
    const close = () => {
        open?.go();
        open = undefined;
    };
    const askAlone = async (keys) => {
        try {
            return await batch.send(keys);
        }
        catch (error) {
            if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
                for (const key of keys)
                    refused.add(key);
            throw error;
        }
    };
    return async (keys) => {
        if (keys.length > batch.max || keys.some(key => refused.has(key)))
            return batch.send(keys);
        if (open !== undefined && open.keys.size + keys.length > batch.max)
            close();
        const joined = (open ??= begin());
        for (const key of keys)
            joined.keys.add(key);
        joined.callers += 1;
        if (joined.keys.size >= batch.max || joined.callers >= batch.wanted())
            close();
        try {
            return batch.pick(await joined.answer, keys);
        }
        catch (error) {
            if (joined.callers === 1 || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCredentialsError */ .B_)(error))
                throw error;
            return askAlone(keys);
        }
    };
}


/***/ }),

/***/ 6738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ batchCodeDeployReads)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _batcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5393);
/* harmony import */ var _ecs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8975);
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2419);




/** So many deployments one request takes (BatchGetDeployments). */
const MAX = 25;
/**
 * Lets those who follow CodeDeploy's deployments at the same time look together: one BatchGetDeployments for 25. Where that is not
 * permitted, or fails for another reason that will not pass, each is asked for by itself (GetDeployment).
 */
function batchCodeDeployReads(codedeploy, clock, signal) {
    let following = 0;
    let apart = false;
    const getEach = (ids) => Promise.all(ids.map(id => codedeploy.getDeployment(id)));
    const send = async (ids) => {
        if (apart || ids.length === 1)
            return getEach(ids);
        try {
            return await codedeploy.batchGetDeployments(ids);
        }
        catch (error) {
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCredentialsError */ .B_)(error))
                throw error;
            apart = true;
            return getEach(ids);
        }
    };
    const getDeployments = (0,_batcher_js__WEBPACK_IMPORTED_MODULE_1__/* .createBatch */ .X)({
        max: MAX,
        clock,
        wanted: () => Math.min(MAX, following),
        patience: (0,_batcher_js__WEBPACK_IMPORTED_MODULE_1__/* .batchWindow */ .n)(_ecs_js__WEBPACK_IMPORTED_MODULE_2__/* .BATCH_WINDOW_MS */ .B, signal),
        send,
        pick: (answer, asked) => answer.filter(({ deploymentId = '' }) => asked.includes(deploymentId))
    });
    const together = {
        // One that the answer leaves out has a reason of its own.
        getDeployment: async (id) => (await getDeployments([id]))[0] ?? codedeploy.getDeployment(id)
    };
    return {
        codedeploy: (0,_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .overridePort */ .kO)(codedeploy, together),
        concurrentRollouts: () => following,
        enter: () => {
            following += 1;
            return () => {
                following -= 1;
            };
        }
    };
}


/***/ }),

/***/ 8975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ BATCH_WINDOW_MS),
  z: () => (/* binding */ batchEcsReads)
});

// EXTERNAL MODULE: ./lib/rollout/batching/batcher.js
var batcher = __webpack_require__(5393);
;// CONCATENATED MODULE: ./lib/rollout/batching/tasks-by-service.js
/** With fewer services it costs no more to ask for each, and a cluster may have many tasks. */
const FEWEST_SERVICES = 4;
/** DescribeTasks takes so many. */
const MAX_DESCRIBED = 100;
/**
 * Makes the function that lists the tasks of several services in one cluster. ListTasks has no filter for several services: for a few it
 * is asked for each, for more once for the whole cluster (the same permission), and DescribeTasks tells whose a task is (its `group` is
 * `service:<name>`), once for each task. In a cluster with more tasks than are listed at once it goes on asking for each.
 *
 * @returns rejects with what ECS refuses; nothing is left out
 */
function listTasksTogether(ecs, cluster, desiredStatus) {
    const groups = new Map();
    let apart = false;
    const listEach = async (services) => new Map(await Promise.all(services.map(async (service) => [service, await ecs.listTasks({ cluster, service, desiredStatus })])));
    const learnGroups = async (tasks) => {
        const fresh = tasks.filter(task => !groups.has(task));
        for (let start = 0; start < fresh.length; start += MAX_DESCRIBED) {
            const described = await ecs.describeTasks(cluster, fresh.slice(start, start + MAX_DESCRIBED));
            for (const { taskArn = '', group = '' } of described)
                groups.set(taskArn, group);
        }
    };
    return async (services) => {
        if (apart || services.length < FEWEST_SERVICES)
            return listEach(services);
        const listed = await ecs.listClusterTasks(cluster, desiredStatus);
        if (listed === undefined) {
            apart = true;
            return listEach(services);
        }
        await learnGroups(listed);
        return new Map(services.map(service => [service, listed.filter(task => groups.get(task) === `service:${service}`)]));
    };
}

// EXTERNAL MODULE: ./lib/memoize.js
var memoize = __webpack_require__(2419);
// EXTERNAL MODULE: ./lib/text/arn.js
var text_arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/batching/ecs.js




/** How many one request takes, by the service model. What is asked of each service or of all tasks has no such number. */
const MAX = { services: 10, serviceDeployments: 20, serviceRevisions: 20, tasks: 100, any: 1_000 };
/** So long a look waits for others to come along, in milliseconds: as far as the jitter spreads those who looked together before. */
const BATCH_WINDOW_MS = 1_000;
/** What only some of them ask, after a look: those that do come at once. */
const GATHERING_AFTER = 200;
/**
 * Lets those who follow deployments at the same time look together: one DescribeServices for ten services, and likewise
 * DescribeServiceDeployments, DescribeServiceRevisions, DescribeTasks and, for the whole cluster, ListTasks.
 */
function batchEcsReads(ecs, clock, signal) {
    let following = 0;
    const share = (gathering, batch) => (0,batcher/* createBatch */.X)({
        ...batch,
        clock,
        wanted: () => Math.min(batch.max, following),
        patience: (0,batcher/* batchWindow */.n)(gathering, signal)
    });
    const describeServices = (0,memoize/* memoize */.Bj)((cluster) => share(BATCH_WINDOW_MS, {
        max: MAX.services,
        send: services => ecs.describeServices(cluster, services),
        pick: pickServices
    }));
    const describeTasks = (0,memoize/* memoize */.Bj)((cluster) => share(GATHERING_AFTER, {
        max: MAX.tasks,
        send: tasks => ecs.describeTasks(cluster, tasks),
        pick: pickBy(({ taskArn }) => taskArn)
    }));
    const listTasks = {
        RUNNING: (0,memoize/* memoize */.Bj)((cluster) => shareLists(cluster, 'RUNNING')),
        STOPPED: (0,memoize/* memoize */.Bj)((cluster) => shareLists(cluster, 'STOPPED'))
    };
    function shareLists(cluster, status) {
        return share(GATHERING_AFTER, {
            max: MAX.any,
            send: listTasksTogether(ecs, cluster, status),
            pick: answer => answer
        });
    }
    const together = {
        describeServices: (cluster, services) => describeServices(cluster)(services),
        describeServiceDeployments: share(BATCH_WINDOW_MS, {
            max: MAX.serviceDeployments,
            send: arns => ecs.describeServiceDeployments(arns),
            pick: pickBy(({ serviceDeploymentArn }) => serviceDeploymentArn)
        }),
        describeServiceRevisions: share(GATHERING_AFTER, {
            max: MAX.serviceRevisions,
            send: arns => ecs.describeServiceRevisions(arns),
            pick: pickBy(({ serviceRevisionArn }) => serviceRevisionArn)
        }),
        listTasks: async (query) => {
            const { cluster, service, startedBy, desiredStatus } = query;
            if (service === undefined || startedBy !== undefined)
                return ecs.listTasks(query);
            return (await listTasks[desiredStatus](cluster)([service])).get(service) ?? [];
        },
        describeTasks: (cluster, tasks) => describeTasks(cluster)(tasks),
        describeCluster: (0,memoize/* sharePending */.dz)((cluster) => ecs.describeCluster(cluster))
    };
    return {
        ecs: (0,memoize/* overridePort */.kO)(ecs, together),
        enter: () => {
            following += 1;
            return () => {
                following -= 1;
            };
        }
    };
}
function pickBy(read) {
    return (answer, asked) => answer.filter(item => asked.includes(read(item) ?? ''));
}
/** What of the answer is about these services, which are names or ARNs. */
function pickServices({ services, failures }, asked) {
    const isAsked = (arn, name) => asked.includes(arn) || asked.includes(name);
    return {
        services: services.filter(({ serviceArn = '', serviceName = (0,text_arn/* resourceName */.Iy)(serviceArn) }) => isAsked(serviceArn, serviceName)),
        failures: failures.filter(({ arn = '' }) => isAsked(arn, (0,text_arn/* resourceName */.Iy)(arn)))
    };
}


/***/ }),

/***/ 4931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runningTasks),
/* harmony export */   Z: () => (/* binding */ prefetchingEcs)
/* harmony export */ });
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2419);

/** The revision that a service runs: that of its PRIMARY deployment or task set; undefined where nothing was deployed yet. */
function findRunning({ deployments = [], taskSets = [], taskDefinition }) {
    const primary = [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY');
    return primary?.taskDefinition ?? taskDefinition;
}
/**
 * An ECS port for a plan: clusters, task definitions and lists of tasks are asked for once, and the task definition that a service runs
 * as soon as the service is described, without waiting for what else is looked at meanwhile.
 *
 * @param options `tasks`: which tasks a service runs is asked for as early
 */
function prefetchingEcs(ecs, { tasks }) {
    const remembering = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_0__/* .memoizePort */ .gj)(ecs, ['describeCluster', 'describeTaskDefinition', 'listTasks']);
    return (0,_memoize_js__WEBPACK_IMPORTED_MODULE_0__/* .overridePort */ .kO)(remembering, {
        describeServices: async (cluster, services) => {
            const answer = await ecs.describeServices(cluster, services);
            for (const service of answer.services) {
                const running = findRunning(service);
                // Whoever needs it meets its error.
                if (running !== undefined)
                    remembering.describeTaskDefinition(running).catch(() => undefined);
                if (tasks)
                    remembering.listTasks(runningTasks(service.clusterArn, service.serviceName)).catch(() => undefined);
            }
            return answer;
        }
    });
}
/** The question for the tasks that a service runs. */
function runningTasks(cluster = '', service = '') {
    return { cluster, service, desiredStatus: 'RUNNING' };
}


/***/ }),

/***/ 5359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qr: () => (/* binding */ describeDeploymentRef),
/* harmony export */   Vk: () => (/* binding */ clearDeployment),
/* harmony export */   dj: () => (/* binding */ recordDeployment),
/* harmony export */   xo: () => (/* binding */ withCancelPolicy)
/* harmony export */ });
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8988);

/** An ECS deployment that UpdateService's answer told to be ours. */
function describeDeploymentRef(ref) {
    return {
        id: ref.deploymentId,
        previousTaskDefinitionArn: ref.previousTaskDefinitionArn,
        serviceRevisionArn: ref.serviceRevisionArn,
        deploymentsBefore: ref.before?.deploymentIds ?? [],
        askedAt: ref.createdAt
    };
}
/** Notes our deployment for the post step, with all that it is recognized by. */
function recordDeployment(target, run, known) {
    const codedeploy = target.controller === 'CODE_DEPLOY'
        ? { application: target.application, deploymentGroup: target.deploymentGroup }
        : {};
    run.cleanupStore.add(nameOf(target), {
        kind: 'deployment',
        engine: target.controller === 'CODE_DEPLOY' ? 'codedeploy' : 'ecs',
        region: (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .regionOf */ .AP)(target.serviceArn),
        cluster: target.clusterArn,
        service: target.serviceName,
        taskDefinitionArn: run.taskDefinitionArn,
        isOwnRevision: run.isOwnRevision === true,
        onCancel: run.config.onCancel,
        ...codedeploy,
        ...known
    });
}
/** The run, where the post step is to do something else than `on-cancel` says. */
function withCancelPolicy(run, onCancel) {
    return { ...run, config: { ...run.config, onCancel } };
}
/** Our deployment has ended, or is meant to go on. */
function clearDeployment(target, run) {
    run.cleanupStore.remove(nameOf(target));
}
function nameOf(target) {
    return `deployment ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .regionOf */ .AP)(target.serviceArn)} ${target.clusterName}/${target.serviceName}`;
}


/***/ }),

/***/ 5385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ requireAppSpec),
/* harmony export */   c: () => (/* binding */ rollOutCodeDeploy)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1105);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9000);
/* harmony import */ var _conflict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2923);
/* harmony import */ var _fresh_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5255);
/* harmony import */ var _cleanup_record_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5359);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9692);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3031);
/* harmony import */ var _idempotent_call_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6091);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8988);











/** Our clock and CodeDeploy's may differ by as much when a lost deployment is looked for. */
const CLOCK_MARGIN = 60_000;
/** How often another deployment may get in between. */
const ATTEMPTS_AMONG_RIVALS = 5;
/**
 * Rolls a task definition out to a service that CodeDeploy deploys: CreateDeployment with the AppSpec as content, then the deployment
 * is followed to its end, and so is its rollback, which is a deployment of its own.
 *
 * @param appspec the AppSpec with the registered task definition's ARN in it, sent byte for byte
 * @param goBack what a gate that fails after the end of the deployment is answered with
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
async function rollOutCodeDeploy(checked, appspec, run, goBack) {
    const { taskDefinitionArn } = run;
    if (run.signal?.aborted === true) {
        const previousTaskDefinitionArn = checked.runningTaskDefinitionArn;
        const reason = 'Cancelled before CreateDeployment.';
        return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'cancelled', reason, timeline: [] };
    }
    await updateSettings(checked, run);
    const startedAt = run.clock.now();
    const { id, target, note } = await requestDeployment(checked, appspec, run);
    const base = { taskDefinitionArn, previousTaskDefinitionArn: target.runningTaskDefinitionArn };
    run.reporter.info(`CodeDeploy deployment ${id} of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_9__/* .resourceName */ .Iy)(run.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} (${target.application}, ${target.deploymentGroup})`);
    if (run.config.waitFor === 'nothing') {
        (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_10__/* .clearDeployment */ .Vk)(target, run);
        const reason = 'CodeDeploy took the request; it is not followed.';
        return { ...base, verdict: 'started', reason, codedeployDeploymentId: id, timeline: [] };
    }
    return { ...base, ...(await (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followCodeDeploy */ .O)({ target, run, id, note, startedAt }, goBack)) };
}
/** What UpdateService still takes for such a service; sent only where something was asked for. */
async function updateSettings(target, { config, ports, clock }) {
    const input = (0,_requests_js__WEBPACK_IMPORTED_MODULE_7__/* .describeSettings */ .TR)(target, config);
    if (input === undefined)
        return;
    try {
        // The same settings twice are the same settings.
        await (0,_idempotent_call_js__WEBPACK_IMPORTED_MODULE_8__/* .sendOnce */ .E)({ clock, send: () => ports.ecs.updateService(input), find: async () => undefined });
    }
    catch (error) {
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Updating the service ${target.serviceName}`);
    }
}
/** Makes our deployment, after a look at the service; a repetition looks again. Notes for the post step what it is recognized by first. */
async function requestDeployment(checked, content, run) {
    const { config, ports, clock } = run;
    const { application, deploymentGroup } = checked;
    const mark = (0,_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .makeMark */ .o)();
    const input = (0,_requests_js__WEBPACK_IMPORTED_MODULE_7__/* .createDeploymentInput */ .SB)(checked, { content, sha256: (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .hashAppSpec */ .nE)(content) }, config, mark);
    const askedAt = clock.now();
    const since = new Date(askedAt - CLOCK_MARGIN);
    let target = checked;
    const note = (id, noted = run) => (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_10__/* .recordDeployment */ .dj)(target, noted, {
        id,
        mark,
        askedAt,
        deploymentsBefore: [],
        previousTaskDefinitionArn: target.runningTaskDefinitionArn
    });
    const query = { application, deploymentGroup, mark, since };
    for (let attempt = 1;; attempt += 1) {
        const sent = { isLost: false, mayBeActive: false };
        try {
            const id = await (0,_idempotent_call_js__WEBPACK_IMPORTED_MODULE_8__/* .sendOnce */ .E)({
                clock,
                send: async () => {
                    target = await (0,_fresh_target_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshBeforeCreate */ .L)(target, run);
                    note('');
                    try {
                        return await ports.codedeploy.createDeployment(input);
                    }
                    catch (error) {
                        sent.isLost ||= (0,_idempotent_call_js__WEBPACK_IMPORTED_MODULE_8__/* .mayHaveTakenEffect */ .Y)(error) && !(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error);
                        if (!sent.isLost || !isTaken(error))
                            throw error;
                        // What is active may be what the lost request made.
                        const active = await (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .findActive */ .gv)(query, ports.codedeploy, clock);
                        if (active.kind === 'ours')
                            return active.id;
                        sent.mayBeActive = active.kind === 'unlisted';
                        throw error;
                    }
                },
                find: () => (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .findOwnDeployment */ .D9)(query, ports.codedeploy)
            });
            note(id);
            return { id, target, note: noted => note(id, noted) };
        }
        catch (error) {
            // Somebody else's deployment began after the look before ours.
            const mayMakeWay = isTaken(error) && !sent.mayBeActive && attempt < ATTEMPTS_AMONG_RIVALS;
            if (mayMakeWay && (await wayIsMade(target, run)))
                continue;
            // Where AWS did not answer to the last, or lists nothing that is active, the post step looks once more.
            if (!(0,_idempotent_call_js__WEBPACK_IMPORTED_MODULE_8__/* .mayHaveTakenEffect */ .Y)(error) && !sent.mayBeActive)
                (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_10__/* .clearDeployment */ .Vk)(target, run);
            throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Creating a deployment in ${deploymentGroup}`);
        }
    }
}
/** A group has one active deployment at a time. */
function isTaken(error) {
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) === 'DeploymentLimitExceededException';
}
/** Whether `on-conflict` got a rival out of the way; nothing of ours is under way then. */
async function wayIsMade(target, run) {
    try {
        await (0,_conflict_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveConflict */ .B)(target, run);
        return run.config.onConflict === 'wait' || run.config.onConflict === 'replace';
    }
    catch (error) {
        (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_10__/* .clearDeployment */ .Vk)(target, run);
        throw error;
    }
}
/** CodeDeploy needs an AppSpec; that there is none is a mistake of the caller, not of the user. */
function requireAppSpec(appspec) {
    if (appspec !== undefined)
        return appspec;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'no-appspec',
        fault: 'slipway',
        what: 'A service with the controller CODE_DEPLOY needs an AppSpec, and none was made.'
    });
}


/***/ }),

/***/ 1105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ followCodeDeploy)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/monitor.js + 1 modules
var monitor = __webpack_require__(1181);
// EXTERNAL MODULE: ./lib/rollout/ecs/pauses.js
var pauses = __webpack_require__(7472);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/status.js
var codedeploy_status = __webpack_require__(788);
;// CONCATENATED MODULE: ./lib/rollout/codedeploy/pauses.js




/** A CodeDeploy deployment, as a gate deals with it. */
function gateCodeDeploy(target, { ports, clock, taskDefinitionArn }, id, follower) {
    return {
        progress: follower.progress,
        follow: options => follower.follow(options),
        describe: async () => {
            const info = await ports.codedeploy.getDeployment(id).catch(() => undefined);
            // Its task set has an id of ECS's own, so the tasks are told by revision and age.
            const owner = { taskDefinitionArn, startedBy: undefined, since: info?.createTime?.getTime() ?? 0 };
            return { deployment: id, taskDefinitionArn, taskIps: await (0,pauses/* findTaskIps */.xL)(target, ports.ecs, owner) };
        },
        // A deployment waits once before the traffic, so that the same request twice ends no other pause.
        goOn: async () => {
            try {
                const info = await (0,rollout_transient/* retryTransient */.j)(clock, () => ports.codedeploy.getDeployment(id));
                if ((0,codedeploy_status/* readPause */.H5)(info) === undefined)
                    return;
                await (0,rollout_transient/* retryTransient */.j)(clock, () => ports.codedeploy.continueDeployment(id, 'READY_WAIT'));
            }
            catch (error) {
                // Somebody was faster, or an answer was lost: what it is now is followed.
                if (/NotInReadyState|AlreadyCompleted/.test((0,errors/* awsErrorName */.ZH)(error) ?? ''))
                    return;
                throw (0,errors/* explainAwsError */.Ni)(error, `Continuing the deployment ${id}`);
            }
        }
    };
}

// EXTERNAL MODULE: ./lib/rollout/cleanup-record.js
var cleanup_record = __webpack_require__(5359);
// EXTERNAL MODULE: ./lib/rollout/gate/combine.js
var combine = __webpack_require__(340);
// EXTERNAL MODULE: ./lib/rollout/gate/describe-pause.js
var describe_pause = __webpack_require__(715);
// EXTERNAL MODULE: ./lib/rollout/gate/follow-gated.js
var follow_gated = __webpack_require__(9684);
// EXTERNAL MODULE: ./lib/rollout/gate/run-gate.js
var run_gate = __webpack_require__(2590);
// EXTERNAL MODULE: ./lib/rollout/timeouts.js
var timeouts = __webpack_require__(3233);
// EXTERNAL MODULE: ./lib/rollout/monitor/task-spans.js
var task_spans = __webpack_require__(4139);
// EXTERNAL MODULE: ./lib/rollout/rollback/stop-deployment.js
var stop_deployment = __webpack_require__(3810);
;// CONCATENATED MODULE: ./lib/rollout/codedeploy/follow.js











/** For one look that AWS answers, in milliseconds; what has ended says so at the first. */
const LAST_LOOK = 300_000;
/**
 * Follows a CodeDeploy deployment as far as `wait-for` says, with its gate, and carries out `on-failure` and `on-cancel`.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
async function followCodeDeploy(following, goBack) {
    const { target, run, id, startedAt } = following;
    const limit = await (0,timeouts/* codeDeployTimeout */.S)(target, run.config, run.ports.codedeploy);
    const follower = (0,monitor/* createCodeDeployMonitor */.J)(target, run, id);
    const { watched, gates } = await (0,follow_gated/* followGated */.F)(gateCodeDeploy(target, run, id, follower), {
        run,
        wanted: run.config.waitFor,
        deadline: run.clock.now() + limit,
        isReleased: following.isReleased
    });
    const found = { codedeployDeploymentId: id, ...(gates.length === 0 ? {} : { gates }) };
    if (watched.kind === 'paused') {
        (0,cleanup_record/* clearDeployment */.Vk)(target, run);
        return {
            verdict: 'paused',
            reason: (0,describe_pause/* describePause */.E)(watched.pause, found),
            ...found,
            timeline: follower.timeline.read()
        };
    }
    const { ending, settled } = await conclude({ ...following, follower, limit, goBack }, watched);
    if (settled)
        (0,cleanup_record/* clearDeployment */.Vk)(target, run);
    const diagnosis = ending.verdict === 'succeeded' ? undefined : await follower.diagnosis(ending);
    const timeline = follower.timeline.read();
    const tasks = ending.verdict === 'succeeded' ? await (0,task_spans/* findTaskSpans */.ye)(target, run, { since: startedAt, timeline }) : [];
    return {
        ...ending,
        ...found,
        ...(diagnosis === undefined ? {} : { diagnosis }),
        timeline,
        ...(tasks.length === 0 ? {} : { tasks })
    };
}
async function conclude(job, watched) {
    const { config } = job.run;
    if (watched.kind === 'cancelled')
        return cancel(job);
    if (watched.kind === 'timed-out') {
        const reason = `The deployment had not come to an end within ${Math.round(job.limit / 60_000)} minutes (wait-for-minutes and the deployment group's own waits).`;
        return undo(job, { verdict: 'timed-out', reason }, config.onFailure);
    }
    if (watched.kind === 'gate-failed')
        return takeBack(job, watched);
    const { end } = watched;
    if (end.kind === 'fail-fast')
        return undo(job, { verdict: 'failed', reason: end.reason }, config.onFailure);
    if (end.kind !== 'ending')
        throw new Error(`A deployment was followed no further than ${end.kind}.`);
    return { ending: end.ending, settled: true };
}
/** After a gate that failed: the deployment is stopped with a rollback; what has ended is deployed back. */
async function takeBack(job, { gate, ended }) {
    const ending = { verdict: 'failed', reason: (0,run_gate/* explainGate */.V)(gate) };
    await job.follower.fail(ending.reason, 'gate');
    return ended === undefined ? undo(job, ending, 'rollback') : redeploy(job, ending);
}
async function redeploy({ target, follower, goBack }, ending) {
    follower.progress.line('The deployment has ended, so the last proven revision is deployed again.');
    follower.timeline.enter('rollback');
    return { ending: await (0,combine/* redeployProven */.B)(ending, async () => goBack?.(target.runningTaskDefinitionArn)), settled: true };
}
async function cancel({ run, id }) {
    const stopResult = await attemptUndo(id, run.config.onCancel, run);
    return {
        ending: { verdict: 'cancelled', reason: (0,stop_deployment/* explainCancelled */.H2)(stopResult, run.config.onCancel) },
        settled: (0,stop_deployment/* isComplete */.As)(stopResult, run.config.onCancel)
    };
}
async function undo(job, ending, policy) {
    const { run, id, follower } = job;
    await follower.fail(ending.reason);
    const stopResult = await attemptUndo(id, policy, run);
    follower.progress.line(stopResult.reason);
    // It succeeded in the very moment, and its gate did not pass.
    if (follower.isFailedByGate && (0,stop_deployment/* isTooLate */.h8)(stopResult))
        return redeploy(job, ending);
    if (stopResult.kind === 'left' || stopResult.kind === 'impossible') {
        const settled = (0,stop_deployment/* isComplete */.As)(stopResult, policy);
        // The post step tries what on-failure asks for.
        if (!settled)
            job.note((0,cleanup_record/* withCancelPolicy */.xo)(run, policy));
        return { ending: (0,stop_deployment/* explainNotUndone */.CR)(ending, stopResult, !settled), settled };
    }
    if (stopResult.kind === 'stopping' && policy === 'rollback')
        follower.expectRollback();
    const limit = stopResult.kind === 'nothing' ? LAST_LOOK : job.limit;
    const deadline = run.clock.now() + limit;
    const watched = await follower.follow({ deadline, wanted: 'stable', failFast: false, signal: run.signal });
    const result = watched.kind === 'ended' && watched.end.kind === 'ending' ? watched.end.ending : undefined;
    return { ending: follow_combine(ending, stopResult, result), settled: true };
}
function follow_combine(ending, stopResult, result) {
    if (result === undefined)
        return { ...ending, reason: `${ending.reason} ${stopResult.reason} It was not followed to its end.` };
    // It succeeded in the very moment when it was given up.
    if (stopResult.kind === 'nothing' && result.verdict !== 'failed')
        return result;
    if (stopResult.kind === 'stopping' && result.verdict === 'succeeded')
        return result;
    if (result.verdict !== 'rolled-back')
        return { ...ending, reason: `${ending.reason} ${stopResult.reason}` };
    const verdict = ending.verdict === 'timed-out' ? 'timed-out' : 'rolled-back';
    return { verdict, reason: `${ending.reason} ${stopResult.reason} The traffic is back on the previous tasks.` };
}
/** An undo that AWS refuses must not hide why the rollout failed in the first place. */
async function attemptUndo(id, policy, run) {
    const { ports, clock } = run.undoing ?? run;
    try {
        return await (0,stop_deployment/* stopCodeDeployDeployment */.i8)(id, policy, ports.codedeploy, clock);
    }
    catch (error) {
        return { kind: 'impossible', reason: (0,errors/* explainAwsError */.Ni)(error, `Undoing the deployment ${id}`).message };
    }
}


/***/ }),

/***/ 9000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ markDescription),
/* harmony export */   D9: () => (/* binding */ findOwnDeployment),
/* harmony export */   gv: () => (/* binding */ findActive),
/* harmony export */   nE: () => (/* binding */ hashAppSpec)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3071);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5257);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2165);
/**
 * What makes a CodeDeploy deployment ours (docs/among-others.md says it for users): the id in CreateDeployment's answer; where the answer
 * got lost, this run's mark in the deployment's `description`. Never its AppSpec: two runs that deploy one revision send the same bytes.
 */




/**
 * So many characters a description may have, by CodeDeploy's quotas (https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html);
 * more are refused with DescriptionTooLongException. The service model has no number, and AWS's own action cuts at 512.
 */
const DESCRIPTION_LIMIT = 256;
/** So often the list is asked for a deployment that may be too young for it. */
const LISTING_LOOKS = 6;
/** A group has one active deployment at a time: of a minute there are never more. */
const MAX_LISTED = 25;
/** The sha256 that CreateDeployment wants: hex, of exactly the bytes that are sent. */
function hashAppSpec(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content, 'utf8').digest('hex');
}
/**
 * The deployment's description: the user's words, if any, and the mark in brackets. At most 256 characters, counted as UTF-16 does; the
 * words are cut for it, the cut is marked, and a character of two code units is not torn apart.
 */
function markDescription(words, mark) {
    if (words === undefined)
        return `[${mark}]`;
    const room = DESCRIPTION_LIMIT - mark.length - 3;
    const kept = words.length <= room ? words : `${words.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
    return `${kept} [${mark}]`;
}
/** Finds the deployment that a lost CreateDeployment made, by its mark (ListDeployments, GetDeployment). @returns its id */
async function findOwnDeployment(query, codedeploy) {
    const { application, deploymentGroup, mark, since } = query;
    const statuses = since === undefined ? _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIVE_STATUSES */ .a : _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .ALL_STATUSES */ .n;
    const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses, createdAfter: since });
    const infos = await Promise.all(ids.slice(0, MAX_LISTED).map(id => codedeploy.getDeployment(id)));
    return infos.find(info => isMarked(info, mark))?.deploymentId;
}
/**
 * Looks whether it is the deployment of our own lost CreateDeployment that holds the group. The list lags behind CreateDeployment by some
 * seconds: while it names nothing that is active, it is asked again, once a second.
 */
async function findActive(query, codedeploy, clock) {
    const { application, deploymentGroup } = query;
    // What is active first: one that the list names meanwhile is still found by its mark.
    const look = async () => {
        const active = { application, deploymentGroup, statuses: _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIVE_STATUSES */ .a };
        const [listed] = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_1__/* .retryTransient */ .j)(clock, () => codedeploy.listDeployments(active));
        const id = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_1__/* .retryTransient */ .j)(clock, () => findOwnDeployment(query, codedeploy));
        if (id !== undefined)
            return { kind: 'ours', id };
        return listed === undefined ? { kind: 'unlisted' } : { kind: 'other' };
    };
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({
        clock,
        attempts: LISTING_LOOKS,
        pauses: { first: 1_000 },
        isPending: ({ kind }) => kind === 'unlisted',
        isUnsure: () => true
    }, look);
}
/** A rollback is nobody's request, whatever description it may have taken over. */
function isMarked({ creator, description }, mark) {
    return creator === 'user' && description?.includes(mark) === true;
}


/***/ }),

/***/ 1181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ createCodeDeployMonitor)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/monitor/automatic-rollback.js
var automatic_rollback = __webpack_require__(1780);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/status.js
var codedeploy_status = __webpack_require__(788);
;// CONCATENATED MODULE: ./lib/rollout/codedeploy/poller.js


const WAITING = { deployment: 1, target: 0, service: 0 };
const STARTING = { deployment: 3, target: 3, service: 1 };
const SHIFTING = { deployment: 2, target: 1, service: 6 };
const AWAITING = { deployment: 1, target: 3, service: 3 };
const CLOSING = { deployment: 1, target: 8, service: 8 };
/** Only the rollback tells anything new. */
const FINISHED = { deployment: 0, target: 0, service: 6 };
/** From so many on, deployment and service cost each of them next to nothing, and the targets are what counts. */
const MANY = 4;
/**
 * Looks at a CodeDeploy deployment with as few calls as tell what is new: a minute of waiting stays within 30, and with many deployments
 * within ten times as much.
 *
 * While the new tasks come up, the service tells of them; while the traffic moves, the target does; after that only the deployment. What
 * does not lead is asked now and then, and at once where what was asked is different. In concurrentRollouts the deployment and the service lead
 * throughout, and the targets are looked at in turn. The rollback is asked whenever there is one.
 */
function createCodeDeployPoller({ id, targetId, codedeploy, describeService, onTargetDenied, concurrentRollouts, isPauseAwaited = () => false }) {
    const owed = new Set();
    let targets = [targetId];
    let isListed = false;
    let isDenied = false;
    let info;
    let target;
    let service;
    let polls = 0;
    const describeTarget = async () => {
        try {
            const described = await codedeploy.batchGetDeploymentTargets(id, targets);
            return described.find(entry => entry.ecsTarget !== undefined)?.ecsTarget;
        }
        catch (error) {
            const name = (0,errors/* awsErrorName */.ZH)(error) ?? '';
            // Where the deployment has only just been created there is none yet.
            if (name === 'DeploymentNotStartedException')
                return undefined;
            if (!name.includes('DeploymentTarget') || isListed)
                throw error;
        }
        targets = await codedeploy.listDeploymentTargets(id);
        isListed = true;
        return targets.length === 0 ? undefined : describeTarget();
    };
    /** A role that may deploy and not read the target is no reason to turn back a deployment that goes well. */
    const describeTargetIfAllowed = async () => {
        if (isDenied)
            return undefined;
        try {
            return await describeTarget();
        }
        catch (error) {
            if (!(0,errors/* isAccessDenied */.w7)(error))
                throw error;
            isDenied = true;
            onTargetDenied();
            return undefined;
        }
    };
    const ask = {
        deployment: async () => {
            const before = deploymentFingerprint(info);
            info = await codedeploy.getDeployment(id);
            if (!isWaiting(info) && deploymentFingerprint(info) !== before)
                owed.add('target');
        },
        target: async () => {
            const before = target;
            target = await describeTargetIfAllowed();
            if (before !== undefined && targetFingerprint(target) !== targetFingerprint(before))
                owed.add('deployment');
        },
        service: async () => {
            const before = service;
            service = (await describeService()) ?? service;
            target = recount(target, service);
            if (before !== undefined && serviceFingerprint(service, id) !== serviceFingerprint(before, id))
                owed.add('target');
        }
    };
    /** What is owed is asked until it answers; what that in turn makes due, once more. */
    const askOwed = async () => {
        const asked = new Set();
        for (let due = [...owed]; due.length > 0; due = [...owed].filter(subject => !asked.has(subject))) {
            await Promise.all(due.map(async (subject) => {
                asked.add(subject);
                await ask[subject]();
                owed.delete(subject);
            }));
        }
        owed.clear();
    };
    const isClosing = () => info !== undefined &&
        (info.instanceTerminationWaitTimeStarted === true || hasEnded(info) || (0,codedeploy_status/* isTrafficMoved */.Z6)(target));
    const turns = (now) => {
        if (isWaiting(now))
            return WAITING;
        if (hasEnded(now) && now.rollbackInfo?.rollbackDeploymentId !== undefined)
            return FINISHED;
        if (isClosing())
            return CLOSING;
        const others = concurrentRollouts();
        if (isPauseAwaited() && others < MANY)
            return AWAITING;
        if (others < MANY)
            return isUp(target) ? SHIFTING : STARTING;
        return { deployment: 1, service: 1, target: others };
    };
    return {
        get isClosing() {
            return isClosing();
        },
        take: async () => {
            if (info === undefined) {
                info = await codedeploy.getDeployment(id);
                if (!isWaiting(info))
                    owed.add('target');
            }
            else {
                polls += 1;
                for (const [subject, every] of Object.entries(turns(info))) {
                    if (every > 0 && polls % every === 0)
                        owed.add(subject);
                }
            }
            await askOwed();
            const rollbackId = info.rollbackInfo?.rollbackDeploymentId;
            const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
            return { info, target, rollback, service };
        }
    };
}
/** Before it has begun there is no target. */
function isWaiting({ status }) {
    return status === 'Created' || status === 'Queued';
}
function hasEnded({ status }) {
    return status === 'Succeeded' || status === 'Failed' || status === 'Stopped';
}
/** All new tasks run: what comes next is the traffic. */
function isUp(target) {
    const green = target?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === 'Green');
    const running = green?.desiredCount !== undefined && (green.runningCount ?? 0) >= green.desiredCount;
    return running || (0,codedeploy_status/* hasPassed */.Pc)(target, 'Install');
}
function deploymentFingerprint(info) {
    return JSON.stringify([info?.status, info?.instanceTerminationWaitTimeStarted]);
}
/** What of a target may go with another status of the deployment. */
function targetFingerprint(target) {
    const failed = target?.lifecycleEvents?.find(({ status }) => status === 'Failed');
    return JSON.stringify([target?.status, failed?.lifecycleEventName, (0,codedeploy_status/* isTrafficMoved */.Z6)(target)]);
}
/** That tasks come and go is not worth a look at the target: the counts are taken over. Nor is what becomes of the old ones. */
function serviceFingerprint(service, id) {
    const own = service?.taskSets?.find(({ externalId }) => externalId === id);
    return JSON.stringify([own?.status, own?.stabilityStatus]);
}
/** The target with the counts of the service's task sets, which go by the same ids. */
function recount(target, service) {
    if (target?.taskSetsInfo === undefined)
        return target;
    const taskSetsInfo = target.taskSetsInfo.map((set) => {
        const counted = service?.taskSets?.find(({ id }) => id !== undefined && id === set.identifer);
        if (counted === undefined)
            return set;
        const { runningCount, pendingCount, computedDesiredCount: desiredCount } = counted;
        return { ...set, runningCount, pendingCount, desiredCount };
    });
    return { ...target, taskSetsInfo };
}

// EXTERNAL MODULE: ./lib/rollout/diagnosis/diagnose.js + 2 modules
var diagnose = __webpack_require__(3141);
// EXTERNAL MODULE: ./lib/rollout/ecs/monitor.js + 1 modules
var monitor = __webpack_require__(5620);
// EXTERNAL MODULE: ./lib/rollout/monitor/fail-after.js
var fail_after = __webpack_require__(2109);
// EXTERNAL MODULE: ./lib/rollout/monitor/stopped-tasks.js
var stopped_tasks = __webpack_require__(1842);
// EXTERNAL MODULE: ./lib/rollout/monitor/progress-log.js
var progress_log = __webpack_require__(950);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var rollout_ports = __webpack_require__(5257);
// EXTERNAL MODULE: ./lib/rollout/result.js
var result = __webpack_require__(4300);
// EXTERNAL MODULE: ./lib/timeline.js
var lib_timeline = __webpack_require__(2720);
// EXTERNAL MODULE: ./lib/rollout/monitor/poll.js
var poll = __webpack_require__(2447);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/codedeploy/monitor.js















function createCodeDeployMonitor(target, run, id) {
    const { ports, clock, reporter, config } = run;
    const timeline = (0,lib_timeline/* createTimeline */.M)(clock);
    const since = clock.now();
    const progress = (0,progress_log/* createProgressLog */.e)(reporter, clock, newestEvent(target) + 1, target.service.events ?? []);
    let tasks;
    let latest;
    let failing;
    let state;
    let askedForRollback = false;
    let isPauseAwaited = false;
    let isFailedByGate = false;
    const grace = (0,automatic_rollback/* createRollbackGrace */.R)(clock);
    let gathered;
    const describeService = async () => {
        try {
            return (await ports.ecs.describeServices(target.clusterArn, [target.serviceName])).services[0];
        }
        catch (error) {
            if ((0,errors/* isAccessDenied */.w7)(error))
                progress.warnOnce('Service events cannot be read: allow ecs:DescribeServices.');
            return undefined;
        }
    };
    const look = createCodeDeployPoller({
        id,
        targetId: `${target.clusterName}:${target.serviceName}`,
        codedeploy: ports.codedeploy,
        describeService,
        onTargetDenied: () => progress.warnOnce('The progress of the deployment cannot be read (allow codedeploy:BatchGetDeploymentTargets and codedeploy:ListDeploymentTargets); the verdict rests on GetDeployment alone.'),
        concurrentRollouts: run.concurrentRollouts ?? (() => 1),
        isPauseAwaited: () => isPauseAwaited
    });
    const openTasks = (info) => {
        if (tasks !== undefined)
            return tasks;
        const query = {
            ecs: ports.ecs,
            cluster: target.clusterArn,
            service: target.serviceName,
            taskDefinitionArn: run.taskDefinitionArn,
            startedBy: undefined,
            since: info?.createTime?.getTime() ?? since
        };
        tasks = {
            collector: (0,stopped_tasks/* createStoppedTaskCollector */.g)({ ...query, clock }),
            // CodeDeploy moves the traffic of a load balancer: there is no service without one.
            failAfter: (0,fail_after/* createFailAfter */.fX)({ ...query, isBalanced: true, taskDefinition: run.taskDefinition })
        };
        return tasks;
    };
    const gather = async (reason, lastState) => {
        gathered ??= await (0,diagnose/* diagnose */.h)({
            ports,
            region: (0,arn/* regionOf */.AP)(target.serviceArn),
            taskDefinitionArn: run.taskDefinitionArn,
            taskDefinition: run.taskDefinition,
            collector: openTasks(latest?.info).collector,
            events: progress.eventsSeen,
            stopReason: reason,
            lastState,
            codedeploy: latest === undefined ? undefined : { info: latest.info, target: latest.target }
        });
    };
    const take = async (snapshot, options) => {
        const view = (0,codedeploy_status/* readCodeDeployStatus */.Z4)(snapshot, askedForRollback);
        if (options.signal?.aborted === true)
            return { view, failFast: undefined };
        latest = snapshot;
        state = view.line;
        timeline.enter(options.phase ?? view.phase);
        progress.status(view);
        progress.events(snapshot.service?.events ?? []);
        const { collector, failAfter } = openTasks(snapshot.info);
        if (failing === undefined)
            await collector.look(view.taskCounts, progress.eventsSeen);
        if (failing === undefined && view.failing !== undefined) {
            failing = view.failing;
            progress.events((await describeService())?.events ?? []);
            progress.line(`Failed: ${view.failing}`);
            await gather(view.failing);
        }
        options.onLook?.({ engine: 'codedeploy', view, stoppedTasks: collector.stoppedTasks, snapshot });
        const isJudged = options.failFast && view.failing === undefined;
        const limit = (0,fail_after/* findLimit */.ZC)(config.failAfter);
        const failFast = isJudged ? await failAfter.judge(collector.stoppedTasks, limit, view.hasComeUp) : undefined;
        return { view, failFast };
    };
    const judge = ({ view, failFast }, options) => {
        if (view.ending !== undefined) {
            const isTested = options.stopsAtLive === true && view.ending.verdict === 'succeeded';
            return { kind: isTested ? 'live' : 'ending', ending: view.ending };
        }
        if (view.failing !== undefined && options.stopsAtFailure === true)
            return { kind: 'failing' };
        if (view.failing !== undefined)
            return judgeRollback(view, view.failing);
        if (failFast !== undefined)
            return { kind: 'fail-fast', reason: failFast };
        const stop = (0,monitor/* readStop */.P)(view, options);
        if (stop !== undefined)
            return stop;
        if (!(0,result/* hasReached */.N)(view.milestone, options.wanted))
            return undefined;
        const reason = `wait-for: ${options.wanted} is reached; the deployment ${id} goes on by itself.`;
        return { kind: 'ending', ending: { verdict: 'succeeded', reason } };
    };
    const judgeRollback = (view, reason) => {
        if (!view.rollbackDue || !grace.isOver())
            return undefined;
        return { kind: 'ending', ending: { verdict: 'failed', reason: `${reason} No rollback was started.` } };
    };
    return {
        progress,
        timeline,
        get isFailedByGate() {
            return isFailedByGate;
        },
        expectRollback: () => {
            askedForRollback = true;
        },
        follow: async (options) => {
            isPauseAwaited = options.isPauseAwaited === true;
            const watched = await (0,poll/* poll */.wt)({
                clock,
                signal: options.signal,
                deadline: options.deadline,
                doing: `Following the deployment ${id}`,
                look: async () => take(await look.take(), options),
                isClosing: () => isPauseAwaited || look.isClosing,
                judge: seen => judge(seen, options),
                onSilence: (_error, times) => {
                    if (times === poll/* SILENT_LOOKS */.DU)
                        progress.warnOnce(poll/* AWS_SILENT */.w);
                }
            });
            const info = latest?.info;
            if (!isStoppedByOthers(info, failing) || watched.kind !== 'ended')
                return watched;
            const other = await findSuccessor(target, info, run);
            if (other === undefined)
                return watched;
            const reason = `${id} was stopped, and another deployment (${other}) took over.`;
            return { kind: 'ended', end: { kind: 'ending', ending: { verdict: 'superseded', reason } } };
        },
        fail: async (reason, by = 'run') => {
            if (failing === undefined)
                progress.line(`Failed: ${reason}`);
            isFailedByGate ||= by === 'gate';
            failing ??= reason;
            await gather(reason, by === 'gate' ? undefined : state);
        },
        diagnosis: async (ending) => {
            if (ending.verdict === 'failed' || ending.verdict === 'rolled-back' || ending.verdict === 'timed-out') {
                await gather(ending.reason);
            }
            return gathered;
        }
    };
}
function newestEvent(target) {
    return Math.max(0, ...(target.service.events ?? []).map(event => event.createdAt?.getTime() ?? 0));
}
function isStoppedByOthers(info, failing) {
    return info?.status === 'Stopped' && failing?.startsWith('CodeDeploy stopped') === true;
}
/**
 * Somebody else's deployment that took the place of ours, whatever has become of it since: a group takes one at a time, so what began after
 * ours began after ours had ended. A rollback is none.
 */
async function findSuccessor(target, ours, { ports, clock }) {
    const { application, deploymentGroup } = target;
    try {
        const since = await ports.codedeploy.listDeployments({
            application,
            deploymentGroup,
            statuses: rollout_ports/* ALL_STATUSES */.n,
            createdAfter: ours.createTime
        });
        const others = since.filter(id => id !== ours.deploymentId && id !== ours.rollbackInfo?.rollbackDeploymentId);
        for (const id of others) {
            const { creator } = await (0,rollout_transient/* retryTransient */.j)(clock, () => ports.codedeploy.getDeployment(id));
            if (creator !== 'codeDeployRollback')
                return id;
        }
        return undefined;
    }
    catch {
        // Without the permission to look, a stop by hand is all that is known.
        return undefined;
    }
}


/***/ }),

/***/ 788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ readPause),
/* harmony export */   Pc: () => (/* binding */ hasPassed),
/* harmony export */   Z4: () => (/* binding */ readCodeDeployStatus),
/* harmony export */   Z6: () => (/* binding */ isTrafficMoved),
/* harmony export */   hZ: () => (/* binding */ phaseOfEvent)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4300);

/**
 * Reads one snapshot of our CodeDeploy deployment. Pure.
 *
 * Statuses and lifecycle events are open lists: one that is unknown is shown and waited for.
 *
 * @param askedForRollback whether this run stopped the deployment with a rollback, so that one is due whatever the group says
 */
function readCodeDeployStatus(snapshot, askedForRollback) {
    const { info, target, rollback } = snapshot;
    const judgement = judge(snapshot, askedForRollback);
    const milestone = readMilestone(info, target);
    return {
        phase: judgement.failing === undefined ? readPhase(info, target) : 'rollback',
        line: rollback === undefined ? describe(info, target) : describeRollback(rollback),
        notes: [...(target?.lifecycleEvents ?? []).flatMap(describeEvent), ...readWaits(info)],
        milestone: judgement.failing === undefined ? milestone : 'nothing',
        failing: judgement.failing,
        ending: judgement.ending,
        rollbackDue: judgement.rollbackDue,
        taskCounts: readTaskCounts(target),
        pause: readPause(info),
        hasComeUp: info.status === 'Succeeded' || hasPassed(target, 'Install')
    };
}
/** A deployment waits at most once before it shifts the traffic. */
function readPause(info) {
    if (info.status !== 'Ready' || info.instanceTerminationWaitTimeStarted === true)
        return undefined;
    return { id: info.deploymentId ?? '', hookId: undefined, stage: 'Ready', expiresAt: undefined };
}
function judge({ info, rollback }, asked) {
    if (info.status === 'Succeeded') {
        const reason = 'CodeDeploy reports the deployment Succeeded.';
        return { failing: undefined, ending: { verdict: 'succeeded', reason }, rollbackDue: false };
    }
    if (info.status !== 'Failed' && info.status !== 'Stopped') {
        return { failing: undefined, ending: undefined, rollbackDue: false };
    }
    const failing = explainFailure(info);
    if (rollback !== undefined)
        return { failing, ending: judgeRollback(rollback, failing), rollbackDue: false };
    const rollbackDue = info.rollbackInfo?.rollbackDeploymentId !== undefined || asked || rollsBackByItself(info);
    const ending = { verdict: 'failed', reason: failing };
    return { failing, ending: rollbackDue ? undefined : ending, rollbackDue };
}
function judgeRollback(rollback, failing) {
    const id = rollback.deploymentId ?? '';
    switch (rollback.status) {
        case 'Succeeded':
            return { verdict: 'rolled-back', reason: `${failing} Rolled back by ${id}.` };
        case 'Failed':
        case 'Stopped':
            return { verdict: 'failed', reason: `The rollback ${id} ${rollback.status.toLowerCase()} too. ${failing}` };
        default:
            return undefined;
    }
}
/** A stop by hand rolls back only where the stop itself asked for it, which GetDeployment does not tell: then the id does. */
function rollsBackByItself(info) {
    const { enabled, events } = info.autoRollbackConfiguration ?? {};
    if (enabled !== true || /disabled|not enabled/i.test(info.rollbackInfo?.rollbackMessage ?? ''))
        return false;
    const code = info.errorInformation?.code;
    if (code === 'ALARM_ACTIVE')
        return events?.includes('DEPLOYMENT_STOP_ON_ALARM') ?? false;
    if (info.status === 'Stopped')
        return events?.includes('DEPLOYMENT_STOP_ON_REQUEST') ?? false;
    return events?.includes('DEPLOYMENT_FAILURE') ?? false;
}
function explainFailure(info) {
    const { code, message } = info.errorInformation ?? {};
    const state = info.status === 'Stopped' ? 'stopped' : 'failed';
    const said = message === undefined || message.trim() === '' ? '' : `: ${message.trim().replace(/[.\s]*$/, '')}`;
    return `CodeDeploy ${state} the deployment${said}${code === undefined ? '' : ` (${code})`}.`;
}
function readMilestone(info, target) {
    if (info.status === 'Succeeded')
        return 'stable';
    if (info.instanceTerminationWaitTimeStarted === true)
        return 'live';
    const green = findTaskSet(target, 'Green');
    if (isTrafficMoved(target) && (green?.trafficWeight ?? 100) >= 100)
        return 'live';
    const wanted = green?.desiredCount ?? 0;
    const running = green?.runningCount ?? 0;
    return hasPassed(target, 'Install') || (wanted > 0 && running >= wanted) ? 'started' : 'nothing';
}
/** Whether the lifecycle events that move the production traffic are behind. */
function isTrafficMoved(target) {
    return hasPassed(target, 'AllowTraffic') && hasPassed(target, 'AfterAllowTraffic');
}
/** Whether a lifecycle event is behind. */
function hasPassed(target, name) {
    const event = target?.lifecycleEvents?.find(candidate => candidate.lifecycleEventName === name);
    return event?.status === 'Succeeded' || event?.status === 'Skipped';
}
/** CodeDeploy counts no failures. */
function readTaskCounts(target) {
    const green = findTaskSet(target, 'Green');
    const running = green?.runningCount ?? 0;
    return { running, alive: running + (green?.pendingCount ?? 0), failures: 0 };
}
function findTaskSet(target, label) {
    return target?.taskSetsInfo?.find(set => set.taskSetLabel === label);
}
const PHASES = {
    BeforeInstall: 'start',
    Install: 'start',
    AfterInstall: 'start',
    AllowTestTraffic: 'test',
    AfterAllowTestTraffic: 'test',
    BeforeAllowTraffic: 'shift',
    AllowTraffic: 'shift',
    AfterAllowTraffic: 'shift'
};
/** The phase that a lifecycle event is in; one that is unknown is a phase by its own name. */
function phaseOfEvent(name) {
    return PHASES[name] ?? name;
}
function readPhase(info, target) {
    if (info.instanceTerminationWaitTimeStarted === true || info.status === 'Succeeded')
        return 'drain';
    if (info.status === 'Baking')
        return 'bake';
    if (info.status === 'Ready')
        return 'ready';
    const event = currentEvent(target)?.lifecycleEventName;
    return event === undefined ? 'start' : phaseOfEvent(event);
}
function currentEvent(target) {
    const events = target?.lifecycleEvents ?? [];
    return (events.find(event => event.status === 'InProgress' || event.status === 'Failed') ??
        events.findLast(event => event.status === 'Succeeded'));
}
function describe(info, target) {
    const event = currentEvent(target)?.lifecycleEventName;
    const sets = (target?.taskSetsInfo ?? []).map(set => {
        const label = (set.taskSetLabel ?? set.identifer ?? 'task set').toLowerCase();
        const tasks = `${set.runningCount ?? 0} of ${set.desiredCount ?? 0} running`;
        return `${label} ${tasks}, traffic ${set.trafficWeight ?? 0} %`;
    });
    const head = `${info.status ?? 'waiting'}${event === undefined ? '' : ` ${event}`}`;
    return sets.length === 0 ? head : `${head}: ${sets.join('; ')}`;
}
function describeRollback(rollback) {
    return `rollback ${rollback.deploymentId ?? ''}: ${rollback.status ?? 'waiting'}`;
}
function describeEvent(event) {
    const name = event.lifecycleEventName ?? 'unknown event';
    if (event.status === undefined || event.status === 'Pending' || event.status === 'Skipped')
        return [];
    if (event.status === 'InProgress')
        return [`${name} began`];
    const { startTime, endTime } = event;
    const took = startTime === undefined || endTime === undefined
        ? ''
        : ` after ${Math.round((endTime.getTime() - startTime.getTime()) / 1000)} s`;
    const said = event.diagnostics?.message;
    return [`${name} ${event.status.toLowerCase()}${took}${said === undefined || said === '' ? '' : `: ${said}`}`];
}
function readWaits(info) {
    const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } = info.blueGreenDeploymentConfiguration ?? {};
    const id = info.deploymentId ?? '';
    if (readPause(info) !== undefined) {
        const action = ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? 'stopped' : 'continued';
        return [
            `Ready: waits up to ${(0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(ready?.waitTimeInMinutes)} min for ContinueDeployment, then it is ${action} ` +
                `(aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type READY_WAIT).`
        ];
    }
    const wait = (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(blue?.terminationWaitTimeInMinutes);
    if (info.instanceTerminationWaitTimeStarted !== true || info.status === 'Succeeded' || wait === 0)
        return [];
    return [
        `All traffic is on the new tasks; the old ones end after ${wait} min. wait-for: live ends here; to end it now: ` +
            `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type TERMINATION_WAIT.`
    ];
}


/***/ }),

/***/ 2923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveConflict)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1780);
/* harmony import */ var _codedeploy_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(788);
/* harmony import */ var _timeouts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3233);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5257);
/* harmony import */ var _monitor_poll_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2447);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8988);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1042);









/**
 * Makes the way free for our deployment, as `on-conflict` says. `wait` waits for the end of the deployment that is under way, and of its
 * rollback. `replace` ends CodeDeploy's active deployment, which ECS does by itself: it is stopped with a rollback, so that the next one
 * starts from a listener that is in order; one that only waits to end its old tasks is told to end them now; a rollback is waited for.
 * Without `on-conflict` nothing is looked at.
 *
 * @returns whether something was in the way: then what runs may be another version now
 * @throws SlipwayError where it is still there when the time is over, or AWS refuses; the signal's reason when it fires
 */
async function resolveConflict(target, context) {
    const { onConflict } = context.config;
    if (onConflict !== 'wait' && onConflict !== 'replace')
        return false;
    if (target.controller === 'CODE_DEPLOY')
        return resolveConflictInGroup(target, onConflict, context);
    return onConflict === 'wait' ? waitForEcs(target, context) : false;
}
async function resolveConflictInGroup(target, policy, context) {
    const { codedeploy } = context.ports;
    const { application, deploymentGroup } = target;
    const ended = new Set();
    let last;
    const grace = (0,_monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .createRollbackGrace */ .R)(context.clock);
    const look = async () => {
        const active = await codedeploy.listDeployments({ application, deploymentGroup, statuses: _ports_js__WEBPACK_IMPORTED_MODULE_6__/* .ACTIVE_STATUSES */ .a });
        const id = active[0] ?? last;
        if (id === undefined)
            return { name: undefined, state: '' };
        last = id;
        let info = await codedeploy.getDeployment(id);
        if (policy === 'replace' && active.length > 0 && !ended.has(id) && info.creator !== 'codeDeployRollback') {
            const how = info.instanceTerminationWaitTimeStarted === true ? 'finish' : 'stop';
            await endDeployment(id, how, codedeploy);
            ended.add(id);
            context.reporter.info(how === 'finish'
                ? `All traffic is on ${id} already: CodeDeploy is asked to end its old tasks now (on-conflict: replace).`
                : `Asked CodeDeploy to stop ${id} and roll it back (on-conflict: replace).`);
            info = await codedeploy.getDeployment(id);
        }
        const rollbackId = info.rollbackInfo?.rollbackDeploymentId;
        const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
        const view = (0,_codedeploy_status_js__WEBPACK_IMPORTED_MODULE_2__/* .readCodeDeployStatus */ .Z4)({ info, target: undefined, rollback }, ended.has(id));
        const name = `The deployment ${id} in ${deploymentGroup}`;
        if (active.length > 0)
            return { name, state: info.status ?? 'active' };
        const isOver = grace.isOver() || view.ending !== undefined;
        return { name: isOver ? undefined : name, state: view.line };
    };
    const limit = await (0,_timeouts_js__WEBPACK_IMPORTED_MODULE_3__/* .codeDeployTimeout */ .S)(target, context.config, codedeploy);
    return waitUntilFree(look, limit, `Waiting for the deployments in ${deploymentGroup}`, context);
}
/** Stops a deployment and rolls it back, or ends its wait; one that has ended meanwhile is none to end. */
async function endDeployment(id, how, codedeploy) {
    try {
        if (how === 'stop')
            await codedeploy.stopDeployment(id, true);
        else
            await codedeploy.continueDeployment(id, 'TERMINATION_WAIT');
    }
    catch (error) {
        if (!/^Deployment(AlreadyCompleted|IsNotInReadyState)Exception$/.test((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) ?? ''))
            throw error;
    }
}
async function waitForEcs(target, context) {
    const { ecs } = context.ports;
    const grace = (0,_monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .createRollbackGrace */ .R)(context.clock);
    const look = async () => {
        const [service] = (await ecs.describeServices(target.clusterArn, [target.serviceName])).services;
        const primary = service?.deployments?.find(deployment => deployment.status === 'PRIMARY');
        if (primary === undefined)
            return { name: undefined, state: '' };
        if (primary.rolloutState === 'IN_PROGRESS')
            return describePrimary(primary, target);
        if (primary.rolloutState !== 'FAILED')
            return { name: undefined, state: '' };
        // With a rollback, ECS makes another deployment PRIMARY in a moment.
        const isOver = !(0,_monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .ecsRollsBack */ .B)(service?.deploymentConfiguration) || grace.isOver(primary.updatedAt ?? new Date(0));
        return isOver ? { name: undefined, state: '' } : describePrimary(primary, target);
    };
    const limit = (0,_timeouts_js__WEBPACK_IMPORTED_MODULE_3__/* .ecsTimeout */ .F)(target, context.config);
    return waitUntilFree(look, limit, `Waiting for the deployment of ${target.serviceName}`, context);
}
function describePrimary(primary, { serviceName }) {
    const { id = '', taskDefinition = '', rolloutState = '', runningCount = 0, desiredCount = 0 } = primary;
    return {
        name: `The deployment ${id} of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_7__/* .resourceName */ .Iy)(taskDefinition)} to ${serviceName}`,
        state: `${rolloutState}, ${runningCount} of ${desiredCount} running`
    };
}
async function waitUntilFree(look, limit, doing, { clock, reporter, signal }) {
    const startedAt = clock.now();
    let lastLine = '';
    let obstacle;
    const watched = await (0,_monitor_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .poll */ .wt)({
        clock,
        signal,
        deadline: startedAt + limit,
        doing,
        look,
        judge: seen => {
            if (seen.name === undefined)
                return 'free';
            obstacle = seen;
            const line = `${seen.name} is in the way: ${seen.state}.`;
            if (line !== lastLine)
                reporter.info(`[${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_8__/* .formatElapsed */ .C7)(clock.now() - startedAt)}] ${line}`);
            lastLine = line;
            return undefined;
        }
    });
    if (watched.kind === 'cancelled')
        throw signal?.reason;
    const last = obstacle;
    if (watched.kind === 'timed-out') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
            code: 'deployment-active',
            fault: 'aws',
            what: `${last?.name ?? 'Another deployment'} was still in the way after ${Math.round(limit / 60_000)} minutes (wait-for-minutes and its own waits)${last === undefined ? '' : `: ${last.state}`}. Nothing was deployed.`,
            next: 'Raise wait-for-minutes, or find out what it is waiting for.'
        });
    }
    if (last === undefined)
        return false;
    reporter.info(`[${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_8__/* .formatElapsed */ .C7)(clock.now() - startedAt)}] The way is free.`);
    return true;
}


/***/ }),

/***/ 3141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/monitor/stop-reasons.js
var stop_reasons = __webpack_require__(6278);
// EXTERNAL MODULE: ./lib/causes/cause.js
var causes_cause = __webpack_require__(3743);
// EXTERNAL MODULE: ./lib/causes/find-cause.js + 14 modules
var find_cause = __webpack_require__(7471);
// EXTERNAL MODULE: ./lib/causes/parse-text.js + 1 modules
var parse_text = __webpack_require__(8854);
;// CONCATENATED MODULE: ./lib/causes/codedeploy-failure.js


const INNER = /^.*?\bunexpected error: (?<message>.*?)\s*\(Service: [^;]+; Status Code: (?<status>\d{3}); Error Code: (?<name>[\w.]+);.*$/s;
/** Why a CodeDeploy deployment failed. Where it passes on a refusal of ECS, that one is the cause. Pure. */
function causeOfCodeDeploy({ errorCode, message = '', failedEvent }) {
    const facts = {
        ...(errorCode === undefined ? {} : { code: errorCode }),
        ...(failedEvent === undefined ? {} : { event: failedEvent })
    };
    const inner = INNER.exec(message)?.groups;
    if (inner !== undefined || errorCode === 'ECS_UPDATE_ERROR') {
        const reason = inner === undefined ? message : `${inner['name'] ?? ''}: ${inner['message'] ?? ''}`;
        const found = (0,find_cause/* findCause */.lO)((0,parse_text/* parseText */.r)(reason), 'api', facts);
        if (found !== undefined)
            return found;
    }
    return (0,find_cause/* findCause */.lO)((0,parse_text/* parseText */.r)(message), 'codedeploy', facts);
}

// EXTERNAL MODULE: ./lib/causes/service-event.js
var service_event = __webpack_require__(7514);
// EXTERNAL MODULE: ./lib/causes/stopped-task.js
var stopped_task = __webpack_require__(2143);
;// CONCATENATED MODULE: ./lib/rollout/diagnosis/diagnosis.js




/**
 * The likely cause in one sentence, from everything that was found: what speaks against the new version first, what passes by itself last,
 * and the deployment as a whole where nothing else tells. Pure.
 */
function findCause(found) {
    const explain = [
        () => explainStoppedTasks(found, [true, 'unknown']),
        () => explainAlarm(found),
        () => explainCodeDeploy(found, false),
        () => explainEvent(found, [true]),
        () => explainStoppedTasks(found, [false]),
        () => explainEvent(found, ['unknown', false]),
        () => explainCodeDeploy(found, true),
        () => explainWhole(found)
    ];
    for (const each of explain) {
        const cause = each();
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function describe({ cause, facts }, more = '') {
    const { id, what, advice, source } = cause;
    return { id, sentence: `${(0,causes_cause/* fillFacts */.Z3)(what, facts)}${more}.`, advice: (0,causes_cause/* fillFacts */.Z3)(advice, facts), page: source };
}
function explainStoppedTasks(found, which) {
    for (const wanted of which) {
        const group = found.stoppedTasks.find(candidate => candidate.found?.cause.deterministic === wanted);
        if (group?.found === undefined)
            continue;
        const lines = found.logs.filter(({ container }) => container === group.container).flatMap(log => log.lines);
        return describe((0,stopped_task/* causeOfLogs */.uN)(group.found, lines), group.count === 1 ? '' : ` (${group.count} tasks)`);
    }
    return undefined;
}
function explainAlarm({ alarms: [alarm] }) {
    if (alarm === undefined)
        return undefined;
    return {
        id: 'alarm',
        sentence: `The CloudWatch alarm ${alarm} went off during the deployment.`,
        advice: 'Check its metric at that time; the new version may be slower or fail requests.'
    };
}
/** Codes that say that it did not go, and nothing about why: events tell more. */
const GENERAL_CODES = new Set([
    'codedeploy-unhealthy',
    'codedeploy-timeout',
    'codedeploy-internal',
    'codedeploy-throttled',
    'codedeploy-ecs-update'
]);
function explainCodeDeploy({ codedeploy }, isGeneral) {
    const { errorCode, failedEvent } = codedeploy ?? {};
    if (codedeploy === undefined || errorCode === undefined)
        return undefined;
    const start = `CodeDeploy gave up with ${errorCode}${failedEvent === undefined ? '' : ` at ${failedEvent}`}`;
    const found = causeOfCodeDeploy(codedeploy);
    if (found === undefined) {
        const advice = codedeploy.message ?? 'Read the deployment in the console.';
        return isGeneral ? { id: 'codedeploy', sentence: `${start}.`, advice } : undefined;
    }
    if (GENERAL_CODES.has(found.cause.id) !== isGeneral)
        return undefined;
    const description = describe(found);
    return { ...description, sentence: `${start}: ${description.sentence}` };
}
/** Events that say that it does not go, and nothing about why. */
const GENERAL_EVENTS = new Set([
    'rolling-back',
    'tasks-keep-failing',
    'not-steady',
    'alarm-detected'
]);
/** By the last event of those that tell most. */
function explainEvent({ events }, which) {
    const causes = events.flatMap(({ message }) => {
        const found = (0,service_event/* causeOfEvent */.n)(message);
        const isTelling = found !== undefined && found.cause.routine !== true && !GENERAL_EVENTS.has(found.cause.id);
        return isTelling ? [{ message, found }] : [];
    });
    for (const wanted of which) {
        const last = causes.findLast(({ found }) => found.cause.deterministic === wanted);
        if (last !== undefined)
            return describe(last.found, `: ${last.message.replace(/[.\s]+$/, '')}`);
    }
    return undefined;
}
function explainWhole({ circuitBreaker, lastState }) {
    if (circuitBreaker?.status === 'TRIGGERED') {
        return {
            id: 'circuit-breaker',
            sentence: 'Tasks of the new version kept failing until the deployment circuit breaker was triggered.',
            advice: 'Read the service events below.'
        };
    }
    if (lastState === undefined)
        return undefined;
    return {
        id: 'stuck',
        sentence: `The deployment stalled at: ${lastState}.`,
        advice: 'Tasks that stay pending wait for a large image, a container that others depend on, or network access; ' +
            'old tasks that stay wait for connections to drain; a hook may be waiting for approval.'
    };
}

// EXTERNAL MODULE: ./lib/rollout/diagnosis/log-stream.js
var log_stream = __webpack_require__(6442);
;// CONCATENATED MODULE: ./lib/rollout/diagnosis/diagnose.js




const LOG_LINES = 20;
/** One task of each way to die is enough to read; more would only repeat it. */
const LOGGED_GROUPS = 2;
/** A task that died of one of these had a container that ran and may have said why. */
const SPEAKING = new Set(['out-of-memory', 'exec-format', 'container-exited']);
/**
 * Gathers why a rollout failed: stopped tasks, service events, circuit breaker, alarms, CodeDeploy's error, log lines.
 * Never rejects: what cannot be read is a gap that names the missing permission.
 */
async function diagnose(evidence) {
    await evidence.collector.lookOnceMore();
    const gaps = [...evidence.collector.gaps];
    const stoppedTasks = (0,stop_reasons/* groupByCause */.wn)(evidence.collector.stoppedTasks.filter(stoppedTask => !(0,stop_reasons/* wasReplaced */.wo)(stoppedTask)));
    const speaking = stoppedTasks.filter(mayHaveSpoken).slice(0, LOGGED_GROUPS);
    const logs = await readLogs(speaking.flatMap(group => group.stoppedTasks[0] ?? []), evidence, gaps);
    const { serviceDeployment, codedeploy } = evidence;
    const breaker = serviceDeployment?.deploymentCircuitBreaker;
    const found = {
        stopReason: evidence.stopReason,
        lastState: evidence.lastState,
        stoppedTasks,
        events: evidence.events.map(event => ({ at: event.createdAt?.getTime(), message: event.message ?? '' })),
        circuitBreaker: breaker === undefined || breaker.status === 'DISABLED'
            ? undefined
            : { status: breaker.status, failureCount: breaker.failureCount, threshold: breaker.threshold },
        alarms: serviceDeployment?.alarms?.triggeredAlarmNames ?? [],
        codedeploy: codedeploy === undefined ? undefined : describeCodeDeploy(codedeploy.info, codedeploy.target),
        logs,
        gaps
    };
    return { ...found, cause: findCause(found) };
}
function mayHaveSpoken(group) {
    return (0,stop_reasons/* hasExited */.uR)(group) || (0,stop_reasons/* wasUnhealthy */.ki)(group) || SPEAKING.has(group.found?.cause.id ?? '');
}
function describeCodeDeploy(info, target) {
    const event = target?.lifecycleEvents?.find(candidate => candidate.status === 'Failed');
    const { errorCode, message, logTail } = event?.diagnostics ?? {};
    const diagnostics = [errorCode, message, logTail].filter(part => part !== undefined && part !== '').join(': ');
    return {
        deploymentId: info.deploymentId ?? '',
        errorCode: info.errorInformation?.code,
        message: info.errorInformation?.message,
        failedEvent: event?.lifecycleEventName,
        diagnostics: diagnostics === '' ? undefined : diagnostics,
        rollbackMessage: info.rollbackInfo?.rollbackMessage
    };
}
async function readLogs(stoppedTasks, evidence, gaps) {
    if (stoppedTasks.length === 0)
        return [];
    const definition = evidence.taskDefinition ?? (await describeDefinition(evidence, gaps));
    if (definition === undefined)
        return [];
    const tails = await Promise.all(stoppedTasks.map(stoppedTask => readLog(stoppedTask, definition, evidence, gaps)));
    return tails.flatMap(tail => tail ?? []);
}
async function describeDefinition(evidence, gaps) {
    try {
        return (await evidence.ports.ecs.describeTaskDefinition(evidence.taskDefinitionArn)).taskDefinition;
    }
    catch (error) {
        gaps.push(explainGap(error, 'The log settings of the task definition cannot be read', 'ecs:DescribeTaskDefinition'));
        return undefined;
    }
}
async function readLog(stoppedTask, definition, evidence, gaps) {
    const container = stoppedTask.container ?? definition.containerDefinitions?.[0]?.name;
    const defined = definition.containerDefinitions?.find(candidate => candidate.name === container);
    const settings = defined?.logConfiguration;
    if (container === undefined || defined === undefined || settings === undefined)
        return undefined;
    if (settings.logDriver !== 'awslogs') {
        gaps.push(`The log driver of ${container} is ${settings.logDriver ?? 'unknown'}: its lines are not in CloudWatch Logs.`);
        return undefined;
    }
    const found = (0,log_stream/* findLogStream */.a)(defined, stoppedTask, evidence.region);
    if (found === undefined)
        return undefined;
    const { group, stream } = found;
    try {
        const lines = await evidence.ports.logs.readTail({ ...found, limit: LOG_LINES });
        return { container, taskArn: stoppedTask.taskArn, ...found, lines };
    }
    catch (error) {
        if ((0,errors/* awsErrorName */.ZH)(error) === 'ResourceNotFoundException') {
            gaps.push(`${container} has logged nothing: ${group} has no stream ${stream}.`);
        }
        else {
            gaps.push(explainGap(error, `The log of ${container} cannot be read`, 'logs:GetLogEvents'));
        }
        return undefined;
    }
}
function explainGap(error, what, action) {
    return (0,errors/* isAccessDenied */.w7)(error) ? `${what}: allow ${action}.` : (0,errors/* explainAwsError */.Ni)(error, what).message;
}


/***/ }),

/***/ 6442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findLogStream)
/* harmony export */ });
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8988);

/**
 * The log stream of a container with the driver awslogs: `<prefix>/<container>/<task id>`, without a prefix the container's runtime id.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html. Pure.
 *
 * @param runtimeId known once the container was started
 * @param region the task's, where `awslogs-region` names no other
 * @returns undefined with another driver, without a group, or while the stream's name is not known
 */
function findLogStream({ name, logConfiguration }, task, region) {
    const options = logConfiguration?.options ?? {};
    const group = options['awslogs-group'];
    if (name === undefined || logConfiguration?.logDriver !== 'awslogs' || group === undefined)
        return undefined;
    const prefix = options['awslogs-stream-prefix'];
    const taskId = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(task.taskArn);
    const stream = prefix === undefined ? task.runtimeId : `${prefix}/${name}/${taskId}`;
    return stream === undefined ? undefined : { region: options['awslogs-region'] ?? region, group, stream };
}


/***/ }),

/***/ 803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ZI: () => (/* binding */ shiftsTraffic)
/* harmony export */ });
/** Counts the tasks of ours (the deployment of that id) and of the others. Pure. */
function count(service, serviceDeployment, deployment, ref) {
    const target = serviceDeployment?.targetServiceRevision;
    const others = (service.deployments ?? []).filter(candidate => candidate.id !== ref.deploymentId);
    return {
        wanted: deployment?.desiredCount ?? target?.requestedTaskCount ?? service.desiredCount ?? 0,
        running: deployment?.runningCount ?? target?.runningTaskCount ?? 0,
        pending: deployment?.pendingCount ?? target?.pendingTaskCount ?? 0,
        failed: deployment?.failedTasks ?? 0,
        old: others.reduce((sum, candidate) => sum + (candidate.runningCount ?? 0), 0),
        traffic: shiftsTraffic(service, serviceDeployment) ? target?.requestedProductionTrafficWeight : undefined
    };
}
/**
 * All production traffic on the new version, and healthy.
 *
 * Where ECS shifts traffic it is the weight, once the stage that shifts it is behind. A rolling update stops an old task only for a
 * healthy new one, so with no old task left the new ones serve; with minimumHealthyPercent 0 that does not hold, and only the end counts.
 */
function isLive(service, serviceDeployment, { old, traffic }) {
    const stage = serviceDeployment?.lifecycleStage;
    if (shiftsTraffic(service, serviceDeployment)) {
        if (stage === 'BAKE_TIME' || stage === 'CLEAN_UP')
            return (traffic ?? 100) >= 100;
        return stage === 'POST_PRODUCTION_TRAFFIC_SHIFT' && traffic !== undefined && traffic >= 100;
    }
    const { minimumHealthyPercent } = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
    return old === 0 && (minimumHealthyPercent ?? 100) > 0;
}
/** A rolling update has a weight too, but it says nothing: the load balancer spreads over old and new tasks alike. */
function shiftsTraffic(service, serviceDeployment) {
    const configuration = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration;
    return (configuration?.strategy ?? 'ROLLING') !== 'ROLLING';
}


/***/ }),

/***/ 1490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ rollOutEcs)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/rollout/ecs/identity.js
var identity = __webpack_require__(8965);
// EXTERNAL MODULE: ./lib/rollout/fresh-target.js
var fresh_target = __webpack_require__(5255);
// EXTERNAL MODULE: ./lib/rollout/cleanup-record.js
var cleanup_record = __webpack_require__(5359);
// EXTERNAL MODULE: ./lib/rollout/requests.js
var requests = __webpack_require__(3031);
// EXTERNAL MODULE: ./lib/rollout/idempotent-call.js
var idempotent_call = __webpack_require__(6091);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/ecs/request.js









/**
 * UpdateService with what was asked for and nothing else, after a look at the service; a repetition looks again, and applies `on-conflict`
 * again. Notes for the post step what the deployment is recognized by before it is sent.
 *
 * @throws SlipwayError where AWS refuses, or another deployment is in the way; Cancelled and Unanswered as sendOnce does
 */
async function requestDeployment(asked, run) {
    const { ports, clock, taskDefinitionArn, isOwnRevision = false } = run;
    const { clusterName, serviceName } = asked;
    let fresh = { target: asked, previousTaskDefinitionArn: undefined };
    let before = { deploymentIds: [], serviceRevisionArns: [] };
    const sent = { isLost: false };
    const askedAt = clock.now();
    /** The service where a request whose answer got lost took effect. */
    const recognize = (service) => {
        const lost = { taskDefinitionArn, isOwnRevision, deploymentsBefore: before.deploymentIds };
        const seen = (0,identity/* recognizeLost */.FQ)(service, lost);
        if (seen.kind === 'doubt')
            throw explainOwnDoubt(seen.deployment, asked);
        if (seen.kind === 'none' || service === undefined)
            return undefined;
        return { ...service, deployments: [{ ...seen.deployment, status: 'PRIMARY' }] };
    };
    /** A request that took effect, and that somebody or ECS took back since, is not sent again. */
    const refuseToRepeat = async () => {
        const lost = { taskDefinitionArn, askedAt, before };
        const ended = await (0,rollout_transient/* retryTransient */.j)(clock, () => (0,identity/* findEnded */.ku)(lost, { cluster: clusterName, service: serviceName }, ports.ecs));
        if (ended !== undefined)
            throw explainEnded(ended, taskDefinitionArn, asked);
    };
    const send = async () => {
        fresh = await (0,fresh_target/* refreshBeforeUpdate */._)(fresh.target, run);
        // What a lost request made since then may be ours: it was not there before.
        if (sent.isLost) {
            const made = recognize(fresh.target.service);
            if (made !== undefined)
                return made;
            await refuseToRepeat();
        }
        else
            before = (0,identity/* readBefore */._H)(fresh.target.service);
        (0,cleanup_record/* recordDeployment */.dj)(fresh.target, run, {
            id: '',
            askedAt,
            deploymentsBefore: before.deploymentIds,
            previousTaskDefinitionArn: fresh.previousTaskDefinitionArn
        });
        try {
            return await ports.ecs.updateService((0,requests/* updateServiceInput */.bL)(fresh.target, taskDefinitionArn, run.config));
        }
        catch (error) {
            sent.isLost ||= (0,idempotent_call/* mayHaveTakenEffect */.Y)(error) && !(0,errors/* isThrottling */.E2)(error);
            throw error;
        }
    };
    const find = async () => sent.isLost
        ? recognize((await ports.ecs.describeServices(asked.clusterArn, [serviceName])).services[0])
        : undefined;
    try {
        const answer = await (0,idempotent_call/* sendOnce */.E)({ clock, send, find });
        const primary = (0,identity/* findPrimary */.WM)(answer);
        if (primary?.id === undefined)
            throw explainIncomplete(serviceName);
        const { target, previousTaskDefinitionArn } = fresh;
        const ref = (0,identity/* readDeploymentRef */.Zx)(answer, before, { taskDefinitionArn, previousTaskDefinitionArn }, clock.now());
        return { kind: 'ours', target, ref, primary, isNew: !before.deploymentIds.includes(primary.id) };
    }
    catch (error) {
        // After a refusal there is none of ours: sendOnce looked. Where AWS did not answer to the last, the post step looks once more.
        if (!(0,idempotent_call/* mayHaveTakenEffect */.Y)(error))
            (0,cleanup_record/* clearDeployment */.Vk)(asked, run);
        if (error instanceof identity/* DeploymentInDoubt */.pY) {
            const { previousTaskDefinitionArn } = fresh;
            return { kind: 'doubt', reason: error.message, previousTaskDefinitionArn };
        }
        throw (0,errors/* explainAwsError */.Ni)(error, `Updating the service ${serviceName} in the cluster ${clusterName}`);
    }
}
function explainOwnDoubt(deployment, { clusterName, serviceName }) {
    const where = `--cluster=${clusterName} --service=${serviceName}`;
    return (0,identity/* explainDoubt */.cG)(deployment, `${clusterName}/${serviceName}`, {
        wanted: 'followed to its end',
        command: `Check it with slipway status ${where}; slipway rollback ${where} goes back from it.`
    });
}
function explainEnded({ status }, taskDefinitionArn, { clusterName, serviceName }) {
    const revision = (0,arn/* resourceName */.Iy)(taskDefinitionArn);
    return new identity/* DeploymentInDoubt */.pY({
        code: 'deployment-in-doubt',
        fault: 'aws',
        what: `ECS's answer to this run's UpdateService of ${clusterName}/${serviceName} to ${revision} was lost. Since then a deployment of ` +
            `${revision}, this run's or another's, has begun and is ${status ?? 'over'}. The request is not sent again.`,
        next: `Check it with slipway status --cluster=${clusterName} --service=${serviceName}; run this again to deploy ${revision}.`
    });
}
function explainIncomplete(service) {
    return new lib_errors/* SlipwayError */.GQ({
        code: 'incomplete-answer',
        fault: 'aws',
        what: `UpdateService answered without a PRIMARY deployment of the service ${service}.`
    });
}

// EXTERNAL MODULE: ./lib/rollout/ecs/follow.js
var follow = __webpack_require__(3430);
;// CONCATENATED MODULE: ./lib/rollout/ecs/deploy.js




/**
 * Rolls a task definition out to a service with ECS's own controller: UpdateService, then our deployment is followed to its end.
 *
 * @param goBack what a gate that fails after the end of the deployment is answered with
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
async function rollOutEcs(checked, asked, goBack) {
    const { taskDefinitionArn } = asked;
    if (asked.signal?.aborted === true) {
        const previousTaskDefinitionArn = checked.runningTaskDefinitionArn;
        const reason = 'Cancelled before UpdateService.';
        return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'cancelled', reason, timeline: [] };
    }
    const requested = await requestDeployment(checked, asked);
    if (requested.kind === 'doubt') {
        const { reason, previousTaskDefinitionArn } = requested;
        return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'failed', reason, timeline: [] };
    }
    const { target, ref, primary, isNew } = requested;
    const base = { taskDefinitionArn, previousTaskDefinitionArn: ref.previousTaskDefinitionArn };
    if (!isNew && primary.rolloutState === 'COMPLETED' && primary.runningCount === primary.desiredCount) {
        (0,cleanup_record/* clearDeployment */.Vk)(target, asked);
        const reason = `${(0,arn/* resourceName */.Iy)(taskDefinitionArn)} runs already; ECS started no deployment (force-new-deployment would).`;
        return { ...base, verdict: 'unchanged', reason, timeline: [] };
    }
    const run = isNew
        ? asked
        : { ...asked, gate: undefined, config: { ...asked.config, onFailure: 'leave', onCancel: 'leave' } };
    (0,cleanup_record/* recordDeployment */.dj)(target, run, (0,cleanup_record/* describeDeploymentRef */.Qr)(ref));
    run.reporter.info(`ECS deployment ${ref.deploymentId} of ${(0,arn/* resourceName */.Iy)(ref.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} (${target.strategy})`);
    if (!isNew) {
        run.reporter.info('It was under way before this run, which follows it and neither stops it nor rolls it back.');
    }
    if (run.config.waitFor === 'nothing') {
        (0,cleanup_record/* clearDeployment */.Vk)(target, run);
        return { ...base, verdict: 'started', reason: 'ECS took the request; it is not followed.', timeline: [] };
    }
    const following = { target, run, ref, loggedEvents: target.service.events ?? [] };
    return { ...base, ...(await (0,follow/* followEcs */.l)(following, goBack)) };
}


/***/ }),

/***/ 3430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ followEcs)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);
/* harmony import */ var _pauses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7472);
/* harmony import */ var _cleanup_record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5359);
/* harmony import */ var _gate_combine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(340);
/* harmony import */ var _gate_follow_gated_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9684);
/* harmony import */ var _gate_describe_pause_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(715);
/* harmony import */ var _gate_run_gate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2590);
/* harmony import */ var _timeouts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3233);
/* harmony import */ var _monitor_task_spans_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4139);
/* harmony import */ var _rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3810);











/** For one look that AWS answers, in milliseconds; what has ended says so at the first. */
const LAST_LOOK = 300_000;
/**
 * Follows an ECS deployment as far as `wait-for` says, with its gate, and carries out `on-failure` and `on-cancel`.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
async function followEcs(following, goBack) {
    const { target, run, ref } = following;
    const follower = (0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .createEcsMonitor */ .a)(target, run, ref, following.loggedEvents, following.serviceDeploymentArn);
    const { watched, gates } = await (0,_gate_follow_gated_js__WEBPACK_IMPORTED_MODULE_4__/* .followGated */ .F)((0,_pauses_js__WEBPACK_IMPORTED_MODULE_2__/* .gateEcs */ .Tk)(target, run, ref, follower), {
        run,
        wanted: run.config.waitFor,
        deadline: run.clock.now() + (0,_timeouts_js__WEBPACK_IMPORTED_MODULE_6__/* .ecsTimeout */ .F)(target, run.config),
        isReleased: following.isReleased
    });
    const { serviceDeploymentArn } = follower;
    const found = {
        ...(serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn }),
        ...(gates.length === 0 ? {} : { gates })
    };
    if (watched.kind === 'paused') {
        (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .clearDeployment */ .Vk)(target, run);
        const reason = (0,_gate_describe_pause_js__WEBPACK_IMPORTED_MODULE_10__/* .describePause */ .E)(watched.pause, { serviceDeploymentArn });
        return { verdict: 'paused', reason, ...found, timeline: follower.timeline.read() };
    }
    const { ending, settled } = await conclude({ target, run, ref, follower, goBack }, watched);
    if (settled)
        (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .clearDeployment */ .Vk)(target, run);
    const diagnosis = ending.verdict === 'succeeded' ? undefined : await follower.diagnosis(ending);
    const timeline = follower.timeline.read();
    const tasks = ending.verdict === 'succeeded' ? await (0,_monitor_task_spans_js__WEBPACK_IMPORTED_MODULE_7__/* .findTaskSpans */ .ye)(target, run, { since: ref.createdAt, timeline }) : [];
    return {
        ...ending,
        ...found,
        ...(diagnosis === undefined ? {} : { diagnosis }),
        timeline,
        ...(tasks.length === 0 ? {} : { tasks })
    };
}
async function conclude(job, watched) {
    const { config } = job.run;
    if (watched.kind === 'cancelled')
        return cancel(job);
    if (watched.kind === 'timed-out') {
        const reason = `The deployment had not come to an end within ${config.waitForMinutes} minutes (wait-for-minutes) and the service's own waits.`;
        // What ECS calls healthy is not ended by us.
        const policy = job.follower.isHealthy ? 'leave' : config.onFailure;
        return undo(job, { verdict: 'timed-out', reason }, policy);
    }
    if (watched.kind === 'gate-failed')
        return takeBack(job, watched);
    const { end } = watched;
    if (end.kind === 'fail-fast')
        return undo(job, { verdict: 'failed', reason: end.reason }, config.onFailure);
    if (end.kind !== 'ending')
        throw new Error(`A deployment was followed no further than ${end.kind}.`);
    if (end.ending.verdict === 'failed')
        return undo(job, end.ending, config.onFailure, { hasEnded: true });
    return { ending: end.ending, settled: true };
}
/** After a gate that failed: its pause is answered with a rollback, a live version is taken back; what has ended is deployed back. */
async function takeBack(job, { gate, pause, ended }) {
    const { target, run, follower } = job;
    const ending = { verdict: 'failed', reason: (0,_gate_run_gate_js__WEBPACK_IMPORTED_MODULE_5__/* .explainGate */ .V)(gate) };
    await follower.fail(ending.reason, 'gate');
    // Only a rolling update has no way back of its own, so there on-failure says what becomes of it.
    const policy = target.strategy === 'ROLLING' ? run.config.onFailure : 'rollback';
    if (ended !== undefined)
        return redeploy(job, ending, policy);
    const arn = follower.serviceDeploymentArn;
    const answer = async () => {
        if (pause === undefined || arn === undefined)
            return undefined;
        const { ports, clock } = run.undoing ?? run;
        const isAnswered = await (0,_pauses_js__WEBPACK_IMPORTED_MODULE_2__/* .answerPause */ .RR)({ arn, pause, action: 'ROLLBACK' }, ports.ecs, clock);
        return isAnswered ? { kind: 'stopping', reason: 'Asked ECS to roll back.' } : undefined;
    };
    return undo(job, ending, policy, { answer });
}
async function redeploy({ follower, goBack, ref }, ending, policy) {
    if (policy !== 'rollback' || goBack === undefined) {
        const reason = `${ending.reason} The deployment had succeeded; it is left (on-failure: ${policy}).`;
        return { ending: { ...ending, reason }, settled: true };
    }
    follower.progress.line('The deployment has ended, so the last proven revision is deployed again.');
    follower.timeline.enter('rollback');
    return { ending: await (0,_gate_combine_js__WEBPACK_IMPORTED_MODULE_3__/* .redeployProven */ .B)(ending, () => goBack(ref.previousTaskDefinitionArn)), settled: true };
}
async function cancel({ target, run, ref, follower }) {
    const left = describeLeft(target, ref, follower);
    const stopResult = await attemptUndo(left, run.config.onCancel, run);
    return {
        ending: { verdict: 'cancelled', reason: (0,_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__/* .explainCancelled */ .H2)(stopResult, run.config.onCancel) },
        settled: (0,_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__/* .isComplete */ .As)(stopResult, run.config.onCancel)
    };
}
/** Carries out `on-failure` and follows what it sets off to its end. */
async function undo(job, ending, policy, options = {}) {
    const { target, run, ref, follower } = job;
    const { progress } = follower;
    const { hasEnded = false, answer } = options;
    await follower.fail(ending.reason);
    const left = { ...describeLeft(target, ref, follower), isRollbackOverdue: hasEnded };
    const stopResult = (await answer?.().catch(() => undefined)) ?? (await attemptUndo(left, policy, run));
    // It succeeded in the very moment, and its gate did not pass.
    if (answer !== undefined && policy === 'rollback' && (0,_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__/* .isTooLate */ .h8)(stopResult))
        return redeploy(job, ending, policy);
    progress.line(stopResult.reason);
    if (stopResult.kind === 'left' || stopResult.kind === 'impossible') {
        const settled = (0,_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__/* .isComplete */ .As)(stopResult, policy);
        const { serviceDeploymentArn } = follower;
        // The post step tries what on-failure asks for.
        if (!settled)
            (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .recordDeployment */ .dj)(target, (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .withCancelPolicy */ .xo)(run, policy), { ...(0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_9__/* .describeDeploymentRef */ .Qr)(ref), serviceDeploymentArn });
        return { ending: (0,_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__/* .explainNotUndone */ .CR)(ending, stopResult, !settled), settled };
    }
    const result = await followUndo(job, stopResult);
    if (result === 'cancelled') {
        return {
            ending: { ...ending, reason: `${ending.reason} ${stopResult.reason} It was not followed: cancelled.` },
            settled: true
        };
    }
    return { ending: combine(ending, stopResult, result), settled: true };
}
/** An undo that AWS refuses must not hide why the rollout failed in the first place. */
async function attemptUndo(left, policy, run) {
    const { ports, clock } = run.undoing ?? run;
    try {
        return await (0,_rollback_stop_deployment_js__WEBPACK_IMPORTED_MODULE_8__/* .stopEcsDeployment */ .bD)(left, policy, ports.ecs, clock);
    }
    catch (error) {
        return {
            kind: 'impossible',
            reason: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Undoing the deployment ${left.ref.deploymentId}`).message
        };
    }
}
async function followUndo(job, stopResult) {
    const { run, ref, follower } = job;
    const { signal } = run;
    // What had ended by itself is looked at until one look goes through; a rollback gets as long as the rollout had.
    const limit = stopResult.kind === 'nothing' ? LAST_LOOK : (0,_timeouts_js__WEBPACK_IMPORTED_MODULE_6__/* .ecsTimeout */ .F)(job.target, run.config);
    const followed = stopResult.kind === 'redeployed' ? stopResult.ref : ref;
    const deadline = run.clock.now() + limit;
    const watched = await follower.follow(followed, { deadline, wanted: 'stable', failFast: false, signal });
    if (watched.kind === 'cancelled')
        return 'cancelled';
    return watched.kind === 'ended' && watched.end.kind === 'ending' ? watched.end.ending : undefined;
}
/** The verdict of a rollout that this run called off: what AWS made of it in the end. */
function combine(ending, stopResult, result) {
    if (result === undefined) {
        const open = stopResult.kind === 'nothing' ? stopResult.reason : `${stopResult.reason} It has not ended yet.`;
        return { ...ending, reason: `${ending.reason} ${open}` };
    }
    // It succeeded in the very moment when it was given up.
    if (stopResult.kind === 'nothing' && result.verdict !== 'failed')
        return result;
    if (stopResult.kind === 'stopping' && result.verdict === 'succeeded')
        return result;
    const wentBack = result.verdict === 'rolled-back' || (stopResult.kind === 'redeployed' && result.verdict === 'succeeded');
    if (!wentBack)
        return { ...ending, reason: `${ending.reason} ${stopResult.reason}` };
    const verdict = ending.verdict === 'timed-out' ? 'timed-out' : 'rolled-back';
    return {
        verdict,
        reason: `${ending.reason} ${stopResult.reason} The service is back on its previous task definition.`
    };
}
function describeLeft(target, ref, { serviceDeploymentArn }) {
    return { cluster: target.clusterArn, service: target.serviceName, ref, serviceDeploymentArn };
}


/***/ }),

/***/ 2305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createHealthWatch),
/* harmony export */   L: () => (/* binding */ readHealth)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(803);

/** ECS enters these stages with healthy tasks of the new version. One that is newer than this release tells nothing. */
const HEALTHY_STAGES = new Set([
    'POST_SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
    'POST_PRODUCTION_TRAFFIC_SHIFT',
    'BAKE_TIME',
    'CLEAN_UP'
]);
/** Reads the signs of health from DescribeServices and DescribeServiceDeployments. Pure. @param deployment our deployment in the service */
function readHealth(service, serviceDeployment, deployment, { old, running, wanted }) {
    const { minimumHealthyPercent = 100, deploymentCircuitBreaker: settings } = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
    const shifts = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .shiftsTraffic */ .ZI)(service, serviceDeployment);
    const breaker = serviceDeployment?.deploymentCircuitBreaker;
    const isSetBack = breaker?.status === 'MONITORING' && settings?.resetOnHealthyTask !== false;
    return {
        healthy: serviceDeployment?.status === 'SUCCESSFUL' ||
            deployment?.rolloutState === 'COMPLETED' ||
            (shifts && HEALTHY_STAGES.has(serviceDeployment?.lifecycleStage ?? '')),
        old,
        kept: shifts ? 0 : Math.ceil(((service.desiredCount ?? 0) * minimumHealthyPercent) / 100),
        running,
        wanted,
        failures: isSetBack ? breaker.failureCount : undefined
    };
}
/**
 * Keeps whether a task of the new version has been healthy, as ECS tells in one look after the other: by its own word; by old tasks that it
 * stops below what it keeps healthy, so that a new one has taken their place; by failures that a healthy task has set back.
 *
 * @returns takes one look in, with the service events since the deployment began, and says whether it has
 */
function createHealthWatch() {
    let max = 0;
    let failures = 0;
    let healthy = false;
    return (signs, events) => {
        const tells = (what) => events.some(({ message = '' }) => what.test(message));
        max = Math.max(max, signs.old);
        const isBelow = signs.running > 0 && max >= signs.kept && signs.old < signs.kept;
        // Old tasks may also have died: then ECS does not tell that it stopped one.
        const isReplaced = isBelow && tells(/has stopped \d+ running tasks/);
        const isSetBack = signs.failures !== undefined && signs.failures < failures;
        failures = signs.failures ?? failures;
        healthy ||= signs.healthy || isReplaced || isSetBack || tells(/has reached a steady state/);
        return healthy;
    };
}


/***/ }),

/***/ 8965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ recognizeLost),
/* harmony export */   Ij: () => (/* binding */ readServiceRevision),
/* harmony export */   S7: () => (/* binding */ findServiceDeployment),
/* harmony export */   TL: () => (/* binding */ isOwnServiceDeployment),
/* harmony export */   WM: () => (/* binding */ findPrimary),
/* harmony export */   Zx: () => (/* binding */ readDeploymentRef),
/* harmony export */   _H: () => (/* binding */ readBefore),
/* harmony export */   cG: () => (/* binding */ explainDoubt),
/* harmony export */   ku: () => (/* binding */ findEnded),
/* harmony export */   pY: () => (/* binding */ DeploymentInDoubt)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8988);



/** By how much this machine's clock may be ahead of ECS's, in milliseconds. */
const CLOCK_SKEW = 60_000;
/** Reads what is there before a change. */
function readBefore(service) {
    return {
        deploymentIds: (service.deployments ?? []).flatMap(({ id }) => id ?? []),
        serviceRevisionArns: (service.currentServiceRevisions ?? []).flatMap(({ arn }) => arn ?? [])
    };
}
function findPrimary(service) {
    return service?.deployments?.find(isPrimary);
}
/** The newest deployment is PRIMARY, but for a rollback. */
function isPrimary({ status }) {
    return status === 'PRIMARY';
}
/**
 * Reads our deployment from UpdateService's own answer, whose PRIMARY it is.
 *
 * @param revisions the task definition that was sent, and the last one that was deployed with success
 */
function readDeploymentRef(answer, before, revisions, now) {
    const primary = findPrimary(answer);
    const deploymentId = primary?.id ?? '';
    const others = readBefore(answer).deploymentIds.filter(id => id !== deploymentId);
    const serviceRevisionArn = readServiceRevision(answer, { deploymentId, before });
    return {
        ...revisions,
        deploymentId,
        createdAt: primary?.createdAt?.getTime() ?? now,
        before: { ...before, deploymentIds: [...new Set([...before.deploymentIds, ...others])] },
        ...(serviceRevisionArn === undefined ? {} : { serviceRevisionArn })
    };
}
/**
 * The service revision that our deployment brings, by one look at the service: the only revision that was not there before, where ours is
 * the only deployment that was not. undefined where the look does not tell.
 */
function readServiceRevision(service, { deploymentId, before }) {
    if (service === undefined || before === undefined || before.serviceRevisionArns.length === 0)
        return undefined;
    const now = readBefore(service);
    const [id, anotherId] = now.deploymentIds.filter(each => !before.deploymentIds.includes(each));
    const [arn, anotherArn] = now.serviceRevisionArns.filter(each => !before.serviceRevisionArns.includes(each));
    return id === deploymentId && anotherId === undefined && anotherArn === undefined ? arn : undefined;
}
/** Looks for the deployment of a lost UpdateService among those of the service. Pure. */
function recognizeLost(service, lost) {
    const candidates = (service?.deployments ?? [])
        .filter(({ id = '', taskDefinition }) => {
        return taskDefinition === lost.taskDefinitionArn && !lost.deploymentsBefore.includes(id);
    })
        .sort((one, other) => timeOf(one) - timeOf(other) || Number(isPrimary(one)) - Number(isPrimary(other)));
    const [earliest] = candidates;
    if (earliest === undefined)
        return { kind: 'none' };
    return { kind: lost.isOwnRevision ? 'ours' : 'doubt', deployment: earliest };
}
/** Nobody can tell whether a deployment is this run's: it is left alone. */
class DeploymentInDoubt extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ {
}
/**
 * @param wanted what would have been done if it were ours, as `followed`, `rolled back`
 * @param command does that by hand
 */
function explainDoubt(deployment, service, { wanted, command }) {
    const revision = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(deployment.taskDefinition ?? '');
    return new DeploymentInDoubt({
        code: 'deployment-in-doubt',
        fault: 'aws',
        what: `ECS's answer to this run's UpdateService of ${service} to ${revision} was lost, and the deployment ${deployment.id ?? ''} of ${revision} ` +
            `has begun since: it is this run's or another's, and ECS does not tell which. It is left alone; if it were this run's, it would be ${wanted}.`,
        next: command
    });
}
/**
 * What a lost UpdateService may have made that has ended since: ECS lists no deployment of it any more, only the service deployment.
 *
 * @param lost with the time of the first request, in milliseconds since the epoch
 * @returns a service deployment of the revision from after the request; undefined where there is none, and where it may not be read
 */
async function findEnded(lost, { cluster, service }, ecs) {
    try {
        const createdAfter = new Date(lost.askedAt - CLOCK_SKEW);
        const listed = await ecs.listServiceDeployments({ cluster, service, createdAfter });
        const since = listed.filter(({ targetServiceRevisionArn: arn }) => arn !== undefined && !lost.before.serviceRevisionArns.includes(arn));
        if (since.length === 0)
            return undefined;
        const revisions = await ecs.describeServiceRevisions(since.flatMap(brief => brief.targetServiceRevisionArn ?? []));
        const arns = revisions
            .filter(({ taskDefinition }) => taskDefinition === lost.taskDefinitionArn)
            .map(({ serviceRevisionArn }) => serviceRevisionArn);
        return since.find(({ targetServiceRevisionArn }) => arns.includes(targetServiceRevisionArn));
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnavailable */ .Pd)(error))
            return undefined;
        throw error;
    }
}
/**
 * Finds the service deployment that belongs to our deployment (ListServiceDeployments). The list lags behind UpdateService by some seconds.
 *
 * @returns its ARN; undefined while it is not listed, and where what ECS tells does not tie one to ours
 */
async function findServiceDeployment(query, ecs) {
    const { cluster, service, createdAt } = query;
    const listed = await ecs.listServiceDeployments({ cluster, service, createdAfter: new Date(createdAt - CLOCK_SKEW) });
    return (await pickOwn(listed, query, ecs))?.serviceDeploymentArn;
}
/** Whether a service deployment in full is the one that belongs to ours. The service names one as `currentServiceDeployment`, which spares the list. */
async function isOwnServiceDeployment(deployment, query, ecs) {
    const brief = { ...deployment, targetServiceRevisionArn: deployment.targetServiceRevision?.arn };
    return (await pickOwn([brief], query, ecs)) !== undefined;
}
/**
 * By the service revision that a look tied to ours; else by the number, where ECS gives deployment and service revision the same; else by
 * the time: one made in the very millisecond of ours, of our task definition, where no other was.
 */
async function pickOwn(listed, ref, ecs) {
    const { deploymentId, serviceRevisionArn, taskDefinitionArn, createdAt } = ref;
    if (serviceRevisionArn !== undefined) {
        return listed.find(({ targetServiceRevisionArn }) => targetServiceRevisionArn === serviceRevisionArn);
    }
    const number = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(deploymentId);
    const same = listed.find(({ targetServiceRevisionArn = '' }) => number !== '' && (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(targetServiceRevisionArn) === number);
    if (same !== undefined)
        return same;
    const [candidate, another] = listed.filter(brief => timeOf(brief) === createdAt);
    const arn = candidate?.targetServiceRevisionArn;
    if (candidate === undefined || another !== undefined || arn === undefined)
        return undefined;
    const [revision] = await ecs.describeServiceRevisions([arn]);
    return revision?.taskDefinition === taskDefinitionArn ? candidate : undefined;
}
function timeOf({ createdAt }) {
    return createdAt?.getTime() ?? 0;
}


/***/ }),

/***/ 2628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ phaseOfStage)
/* harmony export */ });
const PHASES = {
    RECONCILE_SERVICE: 'start',
    PRE_SCALE_UP: 'start',
    SCALE_UP: 'start',
    POST_SCALE_UP: 'start',
    TEST_TRAFFIC_SHIFT: 'test',
    POST_TEST_TRAFFIC_SHIFT: 'test',
    PRE_PRODUCTION_TRAFFIC_SHIFT: 'shift',
    PRODUCTION_TRAFFIC_SHIFT: 'shift',
    POST_PRODUCTION_TRAFFIC_SHIFT: 'shift',
    BAKE_TIME: 'bake',
    CLEAN_UP: 'drain'
};
/** The phase that a lifecycle stage of ECS is in; one that is unknown is a phase by its own name. */
function phaseOfStage(stage) {
    return PHASES[stage] ?? stage.toLowerCase();
}


/***/ }),

/***/ 5620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ createEcsMonitor),
  P: () => (/* binding */ readStop)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/ecs/identity.js
var identity = __webpack_require__(8965);
// EXTERNAL MODULE: ./lib/rollout/ecs/status.js + 1 modules
var ecs_status = __webpack_require__(1533);
;// CONCATENATED MODULE: ./lib/rollout/ecs/poller.js



/** So often the service may name an older service deployment than ours before the list is asked. */
const PATIENT_LOOKS = 4;
/** What tells little at the time is asked on every so many looks. */
const SELDOM = 3;
/**
 * Makes the function that looks at our deployment once, with as few calls as tell what is new: a minute of waiting stays within 30.
 *
 * While tasks come up and go, DescribeServices tells of it, and DescribeServiceDeployments is asked when the deployments are different, else
 * on every third look. When they stand, it is the other way round: stages, traffic and the end are the service deployment's to tell. Which
 * one is ours the service says itself (`currentServiceDeployment`), some seconds after UpdateService; where it says nothing of the kind, or
 * goes on naming another, ListServiceDeployments tells.
 *
 * Where the service deployment may not be read, or what answers does not know it, it goes on with DescribeServices alone.
 */
function createEcsPoller(look) {
    const { ecs, ref } = look;
    let query = { ...ref, cluster: look.cluster, service: look.service };
    let arn = look.serviceDeploymentArn;
    let other = look.serviceDeploymentBefore;
    let looksWithout = 0;
    let readable = true;
    const attempt = async (read) => {
        if (!readable)
            return undefined;
        try {
            return await read();
        }
        catch (error) {
            if (isOfDeleted(error))
                return undefined;
            if (!(0,errors/* isUnavailable */.Pd)(error))
                throw error;
            readable = false;
            look.warnOnce(`The service deployment cannot be read (${nameAction(error)}); the verdict rests on DescribeServices alone.`);
            return undefined;
        }
    };
    const describe = async (which) => (await ecs.describeServiceDeployments([which]))[0];
    const remember = (which) => {
        arn = which;
        look.onFound(which);
    };
    const findOwn = async (service) => {
        query = { ...query, serviceRevisionArn: query.serviceRevisionArn ?? (0,identity/* readServiceRevision */.Ij)(service, ref) };
        const current = service?.currentServiceDeployment;
        if (current !== undefined && current !== other) {
            const described = await describe(current);
            if (described !== undefined && (await (0,identity/* isOwnServiceDeployment */.TL)(described, query, ecs))) {
                remember(current);
                return described;
            }
            if (described !== undefined)
                other = current;
        }
        looksWithout += 1;
        if (current !== undefined && looksWithout < PATIENT_LOOKS)
            return undefined;
        const listed = await (0,identity/* findServiceDeployment */.S7)(query, ecs);
        if (listed === undefined)
            return undefined;
        remember(listed);
        return describe(listed);
    };
    let service;
    let deployment;
    let polls = 0;
    let behind = false;
    const askService = async () => {
        service = await describeService(look);
    };
    const askDeployment = async (which) => {
        deployment = await attempt(() => describe(which));
    };
    /** Whether a newer deployment stopped it is the service's to tell, at a moment after that. */
    const askWhatStopped = async () => {
        if (deployment?.status === 'STOPPED')
            await askService();
    };
    /** Whether ours had ended before its service was deleted is the deployment's to tell, at a moment after that. */
    const askWhatWasBefore = async (which) => {
        if (service !== undefined && !(0,ecs_status/* isDeleted */.oy)(service))
            return;
        deployment = (await attempt(() => describe(which))) ?? deployment;
    };
    return async () => {
        const which = arn;
        if (which === undefined) {
            await askService();
            deployment = await attempt(() => findOwn(service));
            await askWhatStopped();
            return { service, serviceDeployment: deployment };
        }
        const serviceLeads = !readable || (!look.isFailing() && (0,ecs_status/* isTurningOver */.M1)(ref, { service, serviceDeployment: deployment }));
        const before = serviceLeads ? serviceFingerprint(service) : deploymentFingerprint(deployment);
        polls += 1;
        behind ||= polls % SELDOM === 0;
        if (behind)
            await Promise.all([askService(), askDeployment(which)]);
        else if (serviceLeads) {
            await askService();
            // With all tasks there, the next thing to happen is the deployment's to tell.
            const stands = !look.isFailing() && !(0,ecs_status/* isTurningOver */.M1)(ref, { service, serviceDeployment: deployment });
            behind = stands || serviceFingerprint(service) !== before;
            if (behind)
                await askDeployment(which);
        }
        else {
            await askDeployment(which);
            behind = deploymentFingerprint(deployment) !== before;
            if (behind)
                await askService();
        }
        behind = false;
        await askWhatStopped();
        await askWhatWasBefore(which);
        return { service, serviceDeployment: deployment };
    };
}
/** What of a service makes its deployment worth a look. */
function serviceFingerprint(service) {
    const deployments = service?.deployments?.map(({ id, status, rolloutState }) => [id, status, rolloutState]);
    return JSON.stringify([service?.status, deployments]);
}
/** What of a service deployment makes its service worth a look. */
function deploymentFingerprint(deployment) {
    const { status, lifecycleStage, targetServiceRevision: target } = deployment ?? {};
    return JSON.stringify([status, lifecycleStage, target?.runningTaskCount]);
}
async function describeService({ ecs, cluster, service }) {
    return (await ecs.describeServices(cluster, [service])).services[0];
}
/** ECS lists no service deployments of a service that is deleted. */
function isOfDeleted(error) {
    return /^ServiceNot(Found|Active)Exception$/.test((0,errors/* awsErrorName */.ZH)(error) ?? '');
}
function nameAction(error) {
    const message = error instanceof Error ? error.message : '';
    const action = /perform: (ecs:[A-Za-z]+)/.exec(message)?.[1];
    if ((0,errors/* isAccessDenied */.w7)(error)) {
        return `allow ${action ?? 'ecs:ListServiceDeployments, ecs:DescribeServiceRevisions and ecs:DescribeServiceDeployments'}`;
    }
    return message;
}

// EXTERNAL MODULE: ./lib/rollout/diagnosis/diagnose.js + 2 modules
var diagnose = __webpack_require__(3141);
// EXTERNAL MODULE: ./lib/rollout/cleanup-record.js
var cleanup_record = __webpack_require__(5359);
// EXTERNAL MODULE: ./lib/rollout/monitor/automatic-rollback.js
var automatic_rollback = __webpack_require__(1780);
// EXTERNAL MODULE: ./lib/rollout/ecs/health.js
var health = __webpack_require__(2305);
// EXTERNAL MODULE: ./lib/rollout/monitor/fail-after.js
var fail_after = __webpack_require__(2109);
// EXTERNAL MODULE: ./lib/rollout/monitor/stopped-tasks.js
var stopped_tasks = __webpack_require__(1842);
// EXTERNAL MODULE: ./lib/rollout/monitor/progress-log.js
var progress_log = __webpack_require__(950);
// EXTERNAL MODULE: ./lib/rollout/result.js
var result = __webpack_require__(4300);
// EXTERNAL MODULE: ./lib/timeline.js
var lib_timeline = __webpack_require__(2720);
// EXTERNAL MODULE: ./lib/rollout/monitor/poll.js
var poll = __webpack_require__(2447);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/ecs/monitor.js













const NO_ROLLBACK_ANY_MORE = 'Circuit breaker and alarms no longer roll it back.';
/** What a success rests on that came early and has been completed since. */
function describeCompleted(ending) {
    return {
        ...ending,
        reason: `${ending.reason} It came early; since then the old tasks are gone, and all new ones run.`
    };
}
/** Where a look is as far as the following was to go, short of an end. */
function readStop({ pause, milestone }, options) {
    if (pause !== undefined && options.stopsAt?.(pause) === true)
        return { kind: 'paused', pause };
    if (options.stopsAtLive === true && (0,result/* hasReached */.N)(milestone, 'live'))
        return { kind: 'live', ending: undefined };
    return undefined;
}
function createEcsMonitor(target, run, ref, loggedEvents, knownServiceDeploymentArn) {
    const { ports, clock, reporter, config } = run;
    const progress = (0,progress_log/* createProgressLog */.e)(reporter, clock, ref.createdAt, loggedEvents);
    const timeline = (0,lib_timeline/* createTimeline */.M)(clock);
    const tasks = {
        ecs: ports.ecs,
        cluster: target.clusterArn,
        service: target.serviceName,
        taskDefinitionArn: ref.taskDefinitionArn,
        startedBy: ref.deploymentId,
        since: ref.createdAt
    };
    const collector = (0,stopped_tasks/* createStoppedTaskCollector */.g)({ ...tasks, clock });
    const isBalanced = (target.service.loadBalancers ?? []).length > 0;
    const failAfter = (0,fail_after/* createFailAfter */.fX)({ ...tasks, isBalanced, taskDefinition: run.taskDefinition });
    const hasComeUp = (0,health/* createHealthWatch */.G)();
    const grace = (0,automatic_rollback/* createRollbackGrace */.R)(clock);
    // A deployment that was under way already is the one that the service named then.
    const before = ref.deploymentId === target.primary?.id ? undefined : target.service.currentServiceDeployment;
    let serviceDeploymentArn = knownServiceDeploymentArn;
    let latest;
    let failing;
    let state;
    let gathered;
    let early;
    let isHealthy = false;
    const gather = async (reason, lastState) => {
        gathered ??= await (0,diagnose/* diagnose */.h)({
            ports,
            region: (0,arn/* regionOf */.AP)(target.serviceArn),
            taskDefinitionArn: ref.taskDefinitionArn,
            taskDefinition: run.taskDefinition,
            collector,
            events: progress.eventsSeen,
            stopReason: reason,
            lastState,
            serviceDeployment: latest?.serviceDeployment
        });
    };
    const take = async (followed, snapshot, options) => {
        const isOurs = followed.deploymentId === ref.deploymentId;
        const view = (0,ecs_status/* readEcsStatus */.od)(followed, snapshot, isOurs ? failing : undefined);
        // An answer that comes in after the run was cancelled is nobody's business any more.
        if (options.signal?.aborted === true)
            return { view, failFast: undefined };
        if (isOurs) {
            latest = snapshot;
            state = view.line;
            isHealthy = view.health.healthy && view.health.running >= view.health.wanted;
            if (view.early !== undefined && early === undefined)
                progress.line(`${view.early.reason} ${NO_ROLLBACK_ANY_MORE}`);
            early = view.early ?? early;
        }
        timeline.enter(isOurs ? (options.phase ?? view.phase) : 'rollback');
        progress.status(view);
        progress.events(snapshot.service?.events ?? []);
        if (isOurs && failing === undefined)
            await collector.look(view.taskCounts, progress.eventsSeen);
        if (isOurs && failing === undefined && view.failing !== undefined) {
            failing = view.failing;
            progress.line(`Failed: ${view.failing}`);
            if (view.rollbackDue)
                progress.line('The service is to be rolled back by ECS; waiting for that to begin.');
            else if (view.ending === undefined)
                progress.line('ECS rolls back; following it to its end.');
            await gather(view.failing);
        }
        options.onLook?.({ engine: 'ecs', view, stoppedTasks: collector.stoppedTasks, ref: followed, snapshot });
        const failFast = isOurs && options.failFast && view.failing === undefined ? await judgeTasks(view, snapshot) : undefined;
        return { view, failFast };
    };
    const judgeTasks = async (view, { service, serviceDeployment }) => {
        const configuration = serviceDeployment?.deploymentConfiguration ?? service?.deploymentConfiguration;
        const limit = (0,fail_after/* findLimit */.ZC)(config.failAfter, configuration, service?.desiredCount);
        return failAfter.judge(collector.stoppedTasks, limit, hasComeUp(view.health, progress.eventsSeen));
    };
    const judge = ({ view, failFast }, followed, options) => {
        if (view.ending !== undefined) {
            const isCompletedSince = early !== undefined && view.early === undefined && view.health.healthy && view.ending.verdict === 'succeeded';
            const ending = isCompletedSince ? describeCompleted(view.ending) : view.ending;
            return options.stopsAtLive === true && ending.verdict === 'succeeded'
                ? { kind: 'live', ending }
                : { kind: 'ending', ending };
        }
        if (view.failing !== undefined) {
            if (options.stopsAtFailure === true)
                return { kind: 'failing' };
            if (!view.rollbackDue || !grace.isOver())
                return undefined;
            return { kind: 'ending', ending: { verdict: 'failed', reason: `${view.failing} ECS began no rollback.` } };
        }
        if (failFast !== undefined)
            return { kind: 'fail-fast', reason: failFast };
        const stop = readStop(view, options);
        if (stop !== undefined)
            return stop;
        if (view.early !== undefined) {
            if (!(0,result/* hasReached */.N)('live', options.wanted))
                return undefined;
            return { kind: 'ending', ending: { verdict: 'succeeded', reason: view.early.reason } };
        }
        if (!(0,result/* hasReached */.N)(view.milestone, options.wanted))
            return undefined;
        const reason = `wait-for: ${options.wanted} is reached with ${(0,arn/* resourceName */.Iy)(followed.taskDefinitionArn)}; the deployment continues without this run.`;
        return { kind: 'ending', ending: { verdict: 'succeeded', reason } };
    };
    return {
        progress,
        timeline,
        get serviceDeploymentArn() {
            return serviceDeploymentArn;
        },
        get isHealthy() {
            return isHealthy;
        },
        follow: async (followed, options) => {
            const isOurs = followed.deploymentId === ref.deploymentId;
            const look = createEcsPoller({
                ecs: ports.ecs,
                cluster: target.clusterArn,
                service: target.serviceName,
                ref: followed,
                serviceDeploymentArn: isOurs ? serviceDeploymentArn : undefined,
                serviceDeploymentBefore: before,
                isFailing: () => isOurs && failing !== undefined,
                onFound: arn => {
                    if (!isOurs)
                        return;
                    serviceDeploymentArn = arn;
                    // Once cancelled, the cleanupStore may be settled already.
                    if (options.signal?.aborted !== true)
                        (0,cleanup_record/* recordDeployment */.dj)(target, run, { ...(0,cleanup_record/* describeDeploymentRef */.Qr)(followed), serviceDeploymentArn: arn });
                },
                warnOnce: line => progress.warnOnce(line)
            });
            const watched = await (0,poll/* poll */.wt)({
                clock,
                signal: options.signal,
                deadline: options.deadline,
                doing: `Following the deployment ${followed.deploymentId} of ${target.clusterName}/${target.serviceName}`,
                look: async () => take(followed, await look(), options),
                judge: seen => judge(seen, followed, options),
                isClosing: () => options.isPauseAwaited === true,
                onSilence: (_error, times) => {
                    if (times === poll/* SILENT_LOOKS */.DU)
                        progress.warnOnce(poll/* AWS_SILENT */.w);
                }
            });
            if (watched.kind !== 'timed-out' || !isOurs || early === undefined)
                return watched;
            progress.warn(`Time ran out (wait-for-minutes) before the service had only its new tasks: ${early.reason} ${NO_ROLLBACK_ANY_MORE}`);
            return { kind: 'ended', end: { kind: 'ending', ending: { verdict: 'succeeded', reason: early.reason } } };
        },
        fail: async (reason, by = 'run') => {
            if (failing === undefined)
                progress.line(`Failed: ${reason}`);
            failing ??= reason;
            await gather(reason, by === 'gate' ? undefined : state);
        },
        diagnosis: async (ending) => {
            if (ending.verdict === 'superseded' || (ending.verdict === 'cancelled' && collector.stoppedTasks.length === 0))
                return gathered;
            if (ending.verdict !== 'cancelled')
                await gather(ending.reason);
            return gathered;
        }
    };
}


/***/ }),

/***/ 7472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ answerPause),
/* harmony export */   Tk: () => (/* binding */ gateEcs),
/* harmony export */   xL: () => (/* binding */ findTaskIps)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_deployment_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3406);
/* harmony import */ var _monitor_own_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5767);
/* harmony import */ var _idempotent_call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6091);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1533);






/** An ECS deployment, as a gate deals with it. */
function gateEcs(target, run, ref, follower) {
    const { ports, clock } = run;
    return {
        progress: follower.progress,
        follow: options => follower.follow(ref, options),
        describe: async () => ({
            deployment: (0,_text_deployment_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nameDeployment */ .N)(follower) ?? '',
            taskDefinitionArn: ref.taskDefinitionArn,
            taskIps: await findTaskIps(target, ports.ecs, {
                taskDefinitionArn: ref.taskDefinitionArn,
                startedBy: ref.deploymentId === '' ? undefined : ref.deploymentId,
                since: ref.createdAt
            })
        }),
        goOn: async (pause) => {
            const { serviceDeploymentArn: arn } = follower;
            if (arn !== undefined)
                await answerPause({ arn, pause, action: 'CONTINUE' }, ports.ecs, clock);
        }
    };
}
/**
 * Answers one pause (ContinueServiceDeployment), after a look that it is still the one that waits: a hook that pauses before every step of a
 * shift has the same id each time, and the answer to one pause must not be taken for another's.
 *
 * @returns false where it does not wait any more
 * @throws SlipwayError where AWS refuses
 */
async function answerPause({ arn, pause, action }, ecs, clock) {
    const isWaiting = async () => {
        const [deployment] = await ecs.describeServiceDeployments([arn]);
        return (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .readPause */ .H5)(deployment)?.id === pause.id;
    };
    try {
        return await (0,_idempotent_call_js__WEBPACK_IMPORTED_MODULE_2__/* .sendOnce */ .E)({
            clock,
            send: async () => {
                if (!(await isWaiting()))
                    return false;
                await ecs.continueServiceDeployment(arn, pause.hookId ?? '', action);
                return true;
            },
            find: async () => ((await isWaiting()) ? undefined : true)
        });
    }
    catch (error) {
        const isOver = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ
            ? false
            : await isWaiting().then(waits => !waits, () => false);
        if (isOver)
            return false;
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Answering the hook at ${pause.stage} with ${action}`);
    }
}
/** The private addresses of the tasks of a deployment that run; none where they may not be read. */
async function findTaskIps({ clusterArn, serviceName }, ecs, owner) {
    try {
        const arns = await ecs.listTasks({ cluster: clusterArn, service: serviceName, desiredStatus: 'RUNNING' });
        const tasks = await (0,_monitor_own_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .describeAllTasks */ .n)(ecs, clusterArn, arns);
        return tasks.filter(task => task.lastStatus === 'RUNNING' && (0,_monitor_own_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnTask */ .K)(task, owner)).flatMap(addressesOf);
    }
    catch {
        return [];
    }
}
/** Of a task with a network interface of its own (awsvpc). */
function addressesOf({ containers = [] }) {
    const interfaces = containers.flatMap(({ networkInterfaces = [] }) => networkInterfaces);
    return [
        ...new Set(interfaces.flatMap(({ privateIpv4Address, ipv6Address }) => privateIpv4Address ?? ipv6Address ?? []))
    ];
}


/***/ }),

/***/ 1533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oy: () => (/* binding */ isDeleted),
  z1: () => (/* binding */ isRollback),
  M1: () => (/* binding */ isTurningOver),
  od: () => (/* binding */ readEcsStatus),
  H5: () => (/* binding */ readPause)
});

// EXTERNAL MODULE: ./lib/rollout/monitor/automatic-rollback.js
var automatic_rollback = __webpack_require__(1780);
;// CONCATENATED MODULE: ./lib/rollout/ecs/early-success.js
/**
 * What the early success criteria of a deployment that ECS reports successful have left for later. Pure.
 *
 * With `sourceServiceRevisionCleanup: DEFERRED` old tasks run on, and below `healthyPercent: 100` new ones are still to come. From the
 * success on, circuit breaker and alarms no longer take the deployment back:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html
 *
 * @param word ECS's own for the success
 * @returns undefined where nothing is left, or there are no such criteria
 */
function findEarly(word, standing) {
    const { service, serviceDeployment, primary, deployment, counts } = standing;
    const configuration = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration;
    const criteria = configuration?.earlySuccessCriteria;
    if (criteria?.enable !== true)
        return undefined;
    const percent = criteria.healthyPercent === undefined ? '' : `, at ${criteria.healthyPercent} %`;
    const early = `ECS reports the deployment ${word} early${percent}`;
    if (primary !== undefined && primary.id !== deployment?.id) {
        return { reason: `${early}; another deployment (${primary.id ?? 'unknown'}) is in place since.`, waits: false };
    }
    const missing = Math.max(0, counts.wanted - counts.running);
    const others = (service.deployments ?? []).filter(each => each.id !== deployment?.id && each.status !== 'INACTIVE');
    const parts = [
        counts.old > 0 ? `${counts.old} old ${counts.old === 1 ? 'task still runs' : 'tasks still run'}` : '',
        counts.old === 0 && others.length > 0 ? 'the last old tasks are stopping' : '',
        missing > 0 ? `${counts.running} of ${counts.wanted} new tasks run` : ''
    ].filter(part => part !== '');
    return parts.length === 0 ? undefined : { reason: `${early}: ${parts.join(', ')}.`, waits: true };
}

// EXTERNAL MODULE: ./lib/rollout/ecs/counts.js
var ecs_counts = __webpack_require__(803);
// EXTERNAL MODULE: ./lib/rollout/ecs/health.js
var health = __webpack_require__(2305);
// EXTERNAL MODULE: ./lib/rollout/ecs/lifecycle-phases.js
var lifecycle_phases = __webpack_require__(2628);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
;// CONCATENATED MODULE: ./lib/rollout/ecs/status.js







const GOING_ON = { failing: undefined, ending: undefined };
/**
 * Reads one snapshot of our ECS deployment. Pure.
 *
 * The verdict is the service deployment's status where it is known (DescribeServiceDeployments), else that of our deployment in
 * DescribeServices. Statuses and lifecycle stages are open lists: one that is unknown is shown and waited for.
 *
 * @param before the `failing` of the view before, so that a failure is remembered when ECS stops listing our deployment
 */
function readEcsStatus(ref, snapshot, before) {
    const { service = { status: 'INACTIVE' }, serviceDeployment } = snapshot;
    const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
    const deployment = service.deployments?.find(each => each.id === ref.deploymentId);
    const counts = (0,ecs_counts/* count */.U9)(service, serviceDeployment, deployment, ref);
    const reading = { ref, service, serviceDeployment, primary, deployment, counts, before };
    const judgement = serviceDeployment === undefined ? judgeDeployments(reading) : judgeStatus(serviceDeployment, reading);
    if (isDeleted(service))
        return readDeleted(judgement);
    const failing = judgement.failing ?? before;
    return {
        phase: readPhase(reading, failing),
        line: describe(reading),
        notes: readNotes(serviceDeployment),
        milestone: readMilestone(reading, judgement, failing),
        failing,
        ending: judgement.ending,
        taskCounts: readTaskCounts(reading),
        rollbackDue: judgement.rollbackDue ?? false,
        early: judgement.early,
        health: (0,health/* readHealth */.L)(service, serviceDeployment, deployment, counts),
        pause: readPause(serviceDeployment)
    };
}
/** The hook that waits for ContinueServiceDeployment. Each pause of a hook ends at a time of its own, so that is what it is known by. */
function readPause(deployment) {
    const { status, lifecycleStage = '', lifecycleHookDetails: hooks = [] } = deployment ?? {};
    if (status !== 'PENDING' && status !== 'IN_PROGRESS')
        return undefined;
    const hook = hooks.find(detail => detail.status === 'AWAITING_ACTION');
    if (hook?.hookId === undefined)
        return undefined;
    // The stages that a service deployment reports have none before a step, and no hook can pause within one.
    const stage = lifecycleStage === 'PRODUCTION_TRAFFIC_SHIFT' ? 'PRE_PRODUCTION_TRAFFIC_SHIFT' : lifecycleStage;
    const expiresAt = hook.expiresAt?.getTime();
    return { id: `${hook.hookId} ${expiresAt ?? stage}`, hookId: hook.hookId, stage, expiresAt };
}
/** Whether a service is being deleted, or was. */
function isDeleted({ status }) {
    return status === 'DRAINING' || status === 'INACTIVE';
}
/** To delete the service ends a deployment that is under way. One that had ended before keeps its end. */
function readDeleted(judgement) {
    const ending = endByDeletion(judgement);
    return {
        phase: 'drain',
        line: ending.reason,
        notes: [],
        milestone: ending.verdict === 'succeeded' ? 'stable' : 'nothing',
        failing: ending.verdict === 'failed' ? ending.reason : judgement.failing,
        ending,
        taskCounts: { running: 0, alive: 0, failures: 0 },
        rollbackDue: false,
        early: judgement.early,
        health: { healthy: false, old: 0, kept: 0, running: 0, wanted: 0, failures: undefined }
    };
}
function endByDeletion({ failing, ending }) {
    if (ending === undefined) {
        const reason = 'The service was deleted while the deployment was under way.';
        return { verdict: 'failed', reason: failing === undefined ? reason : `${failing} ${reason}` };
    }
    return { ...ending, reason: `${ending.reason} The service was deleted since.` };
}
/** By the service deployment: AWS's own word about exactly our deployment. */
function judgeStatus(deployment, reading) {
    const reason = explainFailure(deployment);
    switch (deployment.status) {
        case 'SUCCESSFUL':
            return judgeReplaced(deployment, reading) ?? judgeSuccess('SUCCESSFUL', reading);
        case 'ROLLBACK_REQUESTED':
        case 'ROLLBACK_IN_PROGRESS':
            return { failing: reason, ending: undefined };
        case 'ROLLBACK_SUCCESSFUL':
            return { failing: reason, ending: { verdict: 'rolled-back', reason: `Rolled back. ${reason}` } };
        case 'ROLLBACK_FAILED':
            return { failing: reason, ending: { verdict: 'failed', reason: `The rollback failed too. ${reason}` } };
        case 'STOPPED':
            return judgeStopped(deployment, reading);
        default:
            // PENDING, IN_PROGRESS, STOP_REQUESTED, and whatever ECS may say one day.
            return GOING_ON;
    }
}
/** @param word ECS's own for it */
function judgeSuccess(word, reading) {
    const early = findEarly(word, reading);
    // The tasks of a service that is deleted are not waited for.
    if (early?.waits === true && !isDeleted(reading.service))
        return { failing: undefined, ending: undefined, early };
    const reason = early?.reason ?? `ECS reports the deployment ${word}.`;
    const ending = { verdict: 'succeeded', reason };
    return { failing: undefined, ending, ...(early === undefined ? {} : { early }) };
}
/** A deployment that another one replaced before its end has not succeeded, whatever the service deployment says: then it is not ours. */
function judgeReplaced({ finishedAt }, { ref, primary }) {
    const replacedAt = primary !== undefined && isNewer(primary, ref) ? primary.createdAt : undefined;
    if (primary === undefined || replacedAt === undefined || finishedAt === undefined)
        return undefined;
    return replacedAt < finishedAt ? { failing: undefined, ending: supersededBy(primary) } : undefined;
}
/** STOPPED: by hand, by the circuit breaker without rollback, or because a newer deployment took its place. */
function judgeStopped(deployment, { ref, primary, before }) {
    const reason = explainFailure(deployment);
    if (before !== undefined)
        return { failing: before, ending: { verdict: 'failed', reason: before } };
    const tripped = deployment.deploymentCircuitBreaker?.status === 'TRIGGERED' || deployment.alarms?.status === 'TRIGGERED';
    if (!tripped && primary !== undefined && isNewer(primary, ref)) {
        return { failing: undefined, ending: supersededBy(primary) };
    }
    return { failing: reason, ending: { verdict: 'failed', reason: `ECS stopped the deployment. ${reason}` } };
}
/** By DescribeServices alone: the deployment with our id, and what became PRIMARY in its place. */
function judgeDeployments(reading) {
    const { ref, deployment, primary, before } = reading;
    const failed = before ?? (deployment?.rolloutState === 'FAILED' ? explainRollout(deployment) : undefined);
    if (primary === undefined)
        return { failing: failed, ending: undefined };
    if (primary.id === ref.deploymentId)
        return judgePrimary(reading, failed);
    // Also where its tasks had died: ECS itself does not call it failed, so what took its place is no rollback.
    if (deployment !== undefined &&
        deployment.rolloutState !== 'FAILED' &&
        !isRollback(primary) &&
        isNewer(primary, ref)) {
        return { failing: undefined, ending: supersededBy(primary) };
    }
    const rollback = failed ?? (isRollback(primary) ? explainRollout(primary) : undefined);
    if (rollback !== undefined && primary.taskDefinition !== ref.taskDefinitionArn && !isOrdinary(primary, ref)) {
        if (isComplete(primary, reading)) {
            return { failing: rollback, ending: { verdict: 'rolled-back', reason: `Rolled back. ${rollback}` } };
        }
        if (primary.rolloutState === 'FAILED') {
            return { failing: rollback, ending: { verdict: 'failed', reason: `The rollback failed too. ${rollback}` } };
        }
        return { failing: rollback, ending: undefined };
    }
    // An answer from before our own UpdateService may still come in: only what is younger than ours took over.
    if (isNewer(primary, ref))
        return { failing: undefined, ending: supersededBy(primary) };
    return { failing: failed, ending: undefined };
}
function judgePrimary(reading, failed) {
    const { primary, deployment } = reading;
    if (primary === undefined)
        return GOING_ON;
    if (deployment?.rolloutState === 'FAILED' && failed !== undefined) {
        // With a rollback, ECS makes the next deployment PRIMARY in a moment.
        if ((0,automatic_rollback/* ecsRollsBack */.B)(reading.service.deploymentConfiguration))
            return { failing: failed, ending: undefined, rollbackDue: true };
        return { failing: failed, ending: { verdict: 'failed', reason: failed } };
    }
    if (!isComplete(primary, reading))
        return { failing: failed, ending: undefined };
    return judgeSuccess('COMPLETED', reading);
}
/** ECS leaves rolloutState out behind a Classic Load Balancer: there the counts must do. */
function isComplete(deployment, { service }) {
    if (deployment.rolloutState !== undefined)
        return deployment.rolloutState === 'COMPLETED';
    const alone = (service.deployments?.length ?? 0) === 1;
    return (!isDeleted(service) &&
        alone &&
        deployment.runningCount === deployment.desiredCount &&
        (deployment.pendingCount ?? 0) === 0);
}
/** ECS's rollback makes a deployment PRIMARY again that was there before. Two that are made in one millisecond are told apart by that too. */
function isNewer({ id = '', createdAt }, { deploymentId, before, createdAt: ourTime }) {
    if (id === deploymentId || before?.deploymentIds.includes(id) === true)
        return false;
    const time = createdAt?.getTime() ?? 0;
    return before === undefined ? time > ourTime : time >= ourTime;
}
/** Whether ECS says of a deployment that it takes another one back. */
function isRollback(deployment) {
    return /roll(ing|ed)?[ -]?back/i.test(deployment.rolloutStateReason ?? '');
}
/** A younger deployment that somebody asked for: while a rollback is under way, ECS names it one. */
function isOrdinary(deployment, ref) {
    const { rolloutState, rolloutStateReason } = deployment;
    const isUnderWay = rolloutState === 'IN_PROGRESS' && rolloutStateReason !== undefined;
    return isUnderWay && isNewer(deployment, ref) && !isRollback(deployment);
}
function supersededBy(primary) {
    return {
        verdict: 'superseded',
        reason: `Another deployment took over: ${primary.id ?? 'unknown'} of ${(0,arn/* resourceName */.Iy)(primary.taskDefinition ?? '')}.`
    };
}
function explainFailure(deployment) {
    const { deploymentCircuitBreaker: breaker, alarms, rollback, statusReason } = deployment;
    const triggered = alarms?.triggeredAlarmNames ?? [];
    const parts = [
        triggered.length > 0 ? `Alarm ${triggered.join(', ')} went off.` : undefined,
        breaker?.status === 'TRIGGERED'
            ? `The deployment circuit breaker was triggered (${breaker.failureCount ?? '?'} of ${breaker.threshold ?? '?'} failures).`
            : undefined,
        sentence(rollback?.reason) ?? sentence(statusReason)
    ].filter(part => part !== undefined);
    return parts.length === 0 ? `ECS gives no reason (status ${deployment.status ?? 'unknown'}).` : parts.join(' ');
}
function explainRollout(deployment) {
    return sentence(deployment.rolloutStateReason) ?? 'ECS reports the rollout FAILED and gives no reason.';
}
function sentence(text) {
    const trimmed = text?.trim();
    if (trimmed === undefined || trimmed === '')
        return undefined;
    return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
/**
 * Whether new tasks are still to come up, or old ones to go without a shift of traffic: the service tells of that, event by event. So it
 * does of what an early success leaves for later.
 */
function isTurningOver(ref, { service, serviceDeployment }) {
    if (service === undefined)
        return true;
    const { status = 'PENDING' } = serviceDeployment ?? {};
    if (status !== 'PENDING' && status !== 'IN_PROGRESS' && status !== 'SUCCESSFUL')
        return false;
    const deployment = service.deployments?.find(each => each.id === ref.deploymentId);
    const { running, wanted, old } = (0,ecs_counts/* count */.U9)(service, serviceDeployment, deployment, ref);
    return running < wanted || (old > 0 && !(0,ecs_counts/* shiftsTraffic */.ZI)(service, serviceDeployment));
}
function readPhase({ serviceDeployment, counts }, failing) {
    if (failing !== undefined)
        return 'rollback';
    const stage = serviceDeployment?.lifecycleStage;
    if (stage !== undefined)
        return (0,lifecycle_phases/* phaseOfStage */.z)(stage);
    if (counts.running === 0)
        return 'start';
    return counts.running < counts.wanted || counts.old > 0 ? 'replace' : 'drain';
}
function readMilestone(reading, { ending, early }, failing) {
    const { service, serviceDeployment, deployment, counts } = reading;
    if (ending?.verdict === 'succeeded')
        return 'stable';
    if (early !== undefined)
        return 'live';
    if (failing !== undefined)
        return 'nothing';
    if (deployment === undefined && serviceDeployment === undefined)
        return 'nothing';
    const started = counts.running >= counts.wanted && (counts.wanted > 0 || service.desiredCount === 0);
    if (!started)
        return 'nothing';
    return (0,ecs_counts/* isLive */.DG)(service, serviceDeployment, counts) ? 'live' : 'started';
}
function describe({ serviceDeployment, deployment, primary, counts }) {
    const stage = serviceDeployment?.lifecycleStage;
    const state = serviceDeployment?.status ?? deployment?.rolloutState ?? primary?.rolloutState ?? 'waiting';
    const breaker = serviceDeployment?.deploymentCircuitBreaker;
    const failures = Math.max(breaker?.failureCount ?? 0, counts.failed);
    const threshold = breaker?.threshold === undefined ? '' : ` (the circuit breaker acts at ${breaker.threshold})`;
    return [
        `${state}${stage === undefined ? '' : ` ${stage}`}: new tasks ${counts.running} of ${counts.wanted} running`,
        counts.pending > 0 ? `${counts.pending} pending` : '',
        `old ${counts.old}`,
        counts.traffic === undefined ? '' : `production traffic ${counts.traffic} %`,
        failures > 0 ? `failed tasks ${failures}${threshold}` : ''
    ]
        .filter(part => part !== '')
        .join(', ');
}
function readNotes(deployment) {
    const hooks = (deployment?.lifecycleHookDetails ?? []).flatMap(hook => describeHook(hook, deployment));
    const alarms = deployment?.alarms?.triggeredAlarmNames ?? [];
    return [...hooks, ...alarms.map(name => `The alarm ${name} is triggered.`)];
}
function describeHook(hook, deployment) {
    const name = `The ${hook.targetType ?? ''} hook ${hook.hookId ?? ''} at ${deployment?.lifecycleStage ?? 'this stage'}`;
    const until = hook.expiresAt === undefined ? '' : ` until ${(0,time/* formatMoment */.K9)(hook.expiresAt)}`;
    const then = hook.timeoutAction === undefined ? '' : `, then ${hook.timeoutAction}`;
    switch (hook.status) {
        case 'AWAITING_ACTION':
            return [
                `${name} waits for ContinueServiceDeployment${until}${then} (aws ecs continue-service-deployment ` +
                    `--service-deployment-arn ${deployment?.serviceDeploymentArn ?? ''} --hook-id ${hook.hookId ?? ''} --action CONTINUE).`
            ];
        case 'IN_PROGRESS':
            return [`${name} runs${until}${then}.`];
        case 'FAILED':
        case 'TIMED_OUT':
            return [`${name} is ${hook.status}${then}.`];
        default:
            return [];
    }
}
function readTaskCounts({ serviceDeployment, counts }) {
    const failures = serviceDeployment?.deploymentCircuitBreaker?.failureCount ?? 0;
    const { running, pending } = counts;
    return { running, alive: running + pending, failures: Math.max(counts.failed, failures) };
}


/***/ }),

/***/ 5255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ refreshBeforeCreate),
/* harmony export */   _: () => (/* binding */ refreshBeforeUpdate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _conflict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2923);
/* harmony import */ var _ecs_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8965);
/* harmony import */ var _rollback_previous_revision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4715);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3071);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8988);






/**
 * Looks at the service in the moment before UpdateService, and before each repetition of it, and applies `on-conflict` to what is there
 * then: build, scan, task and the queue of `max-parallel` may have taken long, and others deploy meanwhile.
 *
 * Rests on DescribeServices; on ListServiceDeployments only where nothing that DescribeServices names was deployed with success.
 *
 * @throws SlipwayError where the service is gone, or another deployment is in the way; the signal's reason when it fires while waiting; what
 * AWS rejects a look with
 */
async function refreshBeforeUpdate(target, run) {
    const { config, ports, expectedPrimaryId } = run;
    let now = await refreshTarget(target, run);
    requireExpected(now, now.primary, expectedPrimaryId);
    while (config.onConflict === 'wait' && now.primary?.rolloutState !== 'COMPLETED') {
        const waited = await (0,_conflict_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveConflict */ .B)(now, run);
        now = await refreshTarget(now, run);
        if (!waited && now.primary?.rolloutState !== 'IN_PROGRESS')
            break;
    }
    refuseConflict(now, config);
    return { target: now, previousTaskDefinitionArn: await (0,_rollback_previous_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .findProven */ .Mm)(now, ports.ecs, run.clock) };
}
/** Describes the service once more. Throws SlipwayError where it is not there any more. */
async function refreshTarget(target, run) {
    const service = await describeAgain(target, run);
    const primary = (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .findPrimary */ .WM)(service);
    return {
        ...target,
        service,
        primary,
        strategy: service.deploymentConfiguration?.strategy ?? 'ROLLING',
        runningTaskDefinitionArn: primary?.taskDefinition ?? service.taskDefinition
    };
}
/**
 * Looks at the service in the moment before CreateDeployment, and before each repetition of it: what holds the traffic then is what was live
 * before. CodeDeploy itself refuses where another deployment is active. Throws as lookBeforeUpdate does.
 */
async function refreshBeforeCreate(target, run) {
    const service = await describeAgain(target, run);
    const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
    requireExpected(target, primary, run.expectedPrimaryId);
    const runningTaskDefinitionArn = primary?.taskDefinition ?? service.taskDefinition ?? target.runningTaskDefinitionArn;
    return { ...target, service, runningTaskDefinitionArn };
}
/** A look that goes wrong is repeated by itself: it is no attempt at the change, and nothing can have taken effect by it. */
async function describeAgain(target, { ports, clock }) {
    const { services } = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => ports.ecs.describeServices(target.clusterArn, [target.serviceName]));
    const [service] = services;
    if (service !== undefined && service.status !== 'DRAINING' && service.status !== 'INACTIVE')
        return service;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: 'service-not-active',
        fault: 'user',
        what: `The service ${target.serviceName} in the cluster ${target.clusterName} was deleted while this run was under way; it is not deployed to.`,
        next: 'Create the service again, and run this again.'
    });
}
/** Who goes back goes back from what was looked at. */
function requireExpected({ serviceName }, primary, expectedPrimaryId) {
    const { id = '', taskDefinition = 'nothing' } = primary ?? {};
    if (expectedPrimaryId === undefined || id === expectedPrimaryId)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: 'deployment-active',
        fault: 'user',
        what: `${id} of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .resourceName */ .Iy)(taskDefinition)} took the place of ${expectedPrimaryId} on ${serviceName} meanwhile; it is not replaced.`,
        next: 'Check it with slipway status, and run slipway rollback again if it is the one to go back from.'
    });
}
function refuseConflict({ primary, serviceName }, { onConflict }) {
    if (onConflict !== 'fail' || primary?.rolloutState !== 'IN_PROGRESS')
        return;
    const { id = '', taskDefinition = 'another revision' } = primary;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: 'deployment-active',
        fault: 'user',
        what: `The deployment ${id} of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .resourceName */ .Iy)(taskDefinition)} to ${serviceName} began while this run was under way, and on-conflict is fail. It is not replaced.`,
        next: 'on-conflict: wait waits until it has ended; without on-conflict ECS replaces it.'
    });
}


/***/ }),

/***/ 885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ describeAddress),
/* harmony export */   Vr: () => (/* binding */ REQUEST_HEADERS),
/* harmony export */   WX: () => (/* binding */ findAddresses),
/* harmony export */   cE: () => (/* binding */ urlBehind)
/* harmony export */ });
/* harmony import */ var _wildcards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7586);

/** What every request of `gate-urls` has, besides. */
const REQUEST_HEADERS = { 'User-Agent': 'slipway-gate', Accept: '*/*' };
const SCHEMES = {
    HTTP: 'http',
    HTTPS: 'https',
    TCP: 'http',
    TCP_UDP: 'http',
    TLS: 'https'
};
const DEFAULT_PORTS = { http: 80, https: 443 };
/**
 * The addresses at which a listener rule is reached, the best first: each meets all of its conditions, with a sample in the place of wildcards.
 * Pure. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 *
 * @returns a sentence where there is none
 */
function findAddresses({ listener, rule, dnsName, environmentHost }) {
    const scheme = SCHEMES[listener.protocol ?? ''];
    if (scheme === undefined)
        return `Its protocol is ${listener.protocol ?? 'unknown'}, expected HTTP, HTTPS, TCP or TLS.`;
    const unresolved = rule.conditions.find(({ regexValues = [] }) => regexValues.length > 0);
    if (unresolved !== undefined) {
        return `Its ${unresolved.field} condition is a regular expression, from which no address can be made; expected values.`;
    }
    const hosts = listHosts(valuesOf(rule, 'host-header'), environmentHost);
    if (scheme === 'https' && hosts.length === 0 && environmentHost === undefined) {
        return 'It speaks https, whose certificate needs a name, and neither the rule has a host-header condition nor is there an environment-url.';
    }
    const pathPatterns = valuesOf(rule, 'path-pattern');
    const methods = valuesOf(rule, 'http-request-method');
    const port = listener.port ?? DEFAULT_PORTS[scheme];
    const suffix = port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
    const shared = {
        dnsName,
        pathPatterns,
        method: methods.includes('GET') ? 'GET' : (methods[0] ?? 'GET'),
        sourceAddresses: valuesOf(rule, 'source-ip')
    };
    return combine([orNone(hosts), orNone(listPaths(pathPatterns))]).flatMap(([host, path = '']) => {
        const name = scheme === 'https' ? (host ?? environmentHost ?? dnsName) : dnsName;
        const own = scheme === 'http' && host !== undefined ? { Host: host } : {};
        return combine(listQueries(rule)).flatMap(pairs => combine(listHeaders(rule)).map(headers => ({
            ...shared,
            url: `${scheme}://${name}${suffix}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
            headers: { ...own, ...Object.fromEntries(headers) }
        })));
    });
}
/**
 * The URL of a path behind an address; a problem in one sentence where the rule does not take it. Pure.
 *
 * @param path begins with `/`; may have a query of its own
 */
function urlBehind({ url, pathPatterns }, path) {
    const base = new URL(url);
    const [own = '', query = ''] = path.split(/\?(.*)/s);
    const queries = [base.search.slice(1), query].filter(part => part !== '');
    const search = queries.length === 0 ? '' : `?${queries.join('&')}`;
    const behind = new URL(`${base.origin}${base.pathname.replace(/\/$/, '')}${own}${search}`);
    behind.hash = '';
    const { pathname } = behind;
    if (pathPatterns.length > 0 && !pathPatterns.some(pattern => (0,_wildcards_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(pattern, pathname, { caseSensitive: true }))) {
        return {
            problem: `The rule takes the path ${pathPatterns.join(' or ')}, and ${path} behind GATE_URL is ${pathname}.`
        };
    }
    return { url: behind.href };
}
/** `http://…/health (Host: shop.example.com)`: an address, and the headers that lead there. */
function describeAddress({ url, headers }) {
    const pairs = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return pairs.length === 0 ? url : `${url} (${pairs.join(', ')})`;
}
function listConditions({ conditions }, field) {
    return conditions.filter(condition => condition.field === field);
}
function valuesOf(rule, field) {
    return listConditions(rule, field).flatMap(({ values }) => values);
}
/** What stands in the place of a wildcard: the first word, or where another rule takes that, the other one. */
const WORDS = ['gate', 'x-gate'];
function samplesOf(pattern) {
    return [...new Set(WORDS.map(word => (0,_wildcards_js__WEBPACK_IMPORTED_MODULE_0__/* .sampleOf */ .uV)(pattern, word)))];
}
/** The host of `environment-url` where it fits; then names that are one; then samples. */
function listHosts(patterns, environmentHost) {
    const fits = environmentHost !== undefined &&
        patterns.some(pattern => (0,_wildcards_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(pattern, environmentHost, { caseSensitive: false }));
    const sorted = sortBy(patterns, _wildcards_js__WEBPACK_IMPORTED_MODULE_0__/* .isPattern */ .Pt);
    return [...new Set([...(fits ? [environmentHost] : []), ...sorted.flatMap(samplesOf)])];
}
/** Whatever comes behind `/api/*` is left for the path that is asked for. */
function listPaths(patterns) {
    const stems = patterns.map(pattern => pattern.replace(/\*+$/, ''));
    return sortBy(stems, _wildcards_js__WEBPACK_IMPORTED_MODULE_0__/* .isPattern */ .Pt)
        .flatMap(samplesOf)
        .map(sample => (sample.startsWith('/') ? sample : `/${sample}`));
}
/** Of each condition, what meets it: a header and its value. */
function listHeaders(rule) {
    return listConditions(rule, 'http-header').flatMap(({ headerName, values }) => headerName === undefined ? [] : [values.flatMap(samplesOf).map(value => [headerName, value])]);
}
/** Of each condition, what meets it: a parameter as it is sent. */
function listQueries(rule) {
    return listConditions(rule, 'query-string').map(({ pairs = [] }) => pairs.map(({ key = 'gate', value }) => [key, value].map(part => encodeURIComponent((0,_wildcards_js__WEBPACK_IMPORTED_MODULE_0__/* .sampleOf */ .uV)(part, WORDS[0]))).join('=')));
}
/** Those first of which it does not hold. */
function sortBy(texts, holds) {
    return [...texts.filter(text => !holds(text)), ...texts.filter(holds)];
}
function orNone(all) {
    return all.length === 0 ? [undefined] : all;
}
/** One of each list, in every combination, with the first of each to begin with; a rule has few values. */
function combine(lists) {
    return lists.reduce((before, list) => before.flatMap(chosen => list.map(each => [...chosen, each])), [[]]);
}


/***/ }),

/***/ 340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ redeployProven)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** Goes back from a deployment that had ended when its gate failed. What keeps it from going back must not hide that the gate failed. */
async function redeployProven(ending, goBack) {
    try {
        return combineRedeployed(ending, await goBack());
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ))
            throw error;
        return { verdict: 'failed', reason: `${ending.reason} It was not possible to go back: ${error.message}` };
    }
}
/** The verdict: what became of the way back. Pure. */
function combineRedeployed(ending, back) {
    if (back === undefined) {
        const reason = `${ending.reason} Another deployment is in place by now, so nothing was deployed back.`;
        return { verdict: 'superseded', reason };
    }
    const said = back.reason === undefined ? '' : ` ${back.reason}`;
    if (back.verdict === 'succeeded' || back.verdict === 'unchanged') {
        return { verdict: 'rolled-back', reason: `${ending.reason} The last proven revision was deployed again.${said}` };
    }
    return { verdict: 'failed', reason: `${ending.reason} Going back ended as ${back.verdict}.${said}` };
}


/***/ }),

/***/ 715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ describePause)
/* harmony export */ });
/* harmony import */ var _text_deployment_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3406);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1042);


/** What a deployment waits for, and the command that ends the wait. Pure. */
function describePause({ stage, expiresAt }, deployment) {
    const name = (0,_text_deployment_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nameDeployment */ .N)(deployment) ?? '';
    const until = expiresAt === undefined ? '' : ` until ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoment */ .K9)(new Date(expiresAt))}`;
    return `It waits at ${stage}${until} for slipway continue ${name} (with --rollback it goes back).`;
}


/***/ }),

/***/ 9684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ followGated)
/* harmony export */ });
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1662);
/* harmony import */ var _run_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2590);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1042);



/** No limit: what runs beside has one. */
const FOREVER = Number.MAX_SAFE_INTEGER;
/**
 * Follows a deployment as far as it is wanted, and runs its gate on the way: at every pause that is the gate's, and once where the new version
 * is live. While a gate runs, the deployment is followed beside it: what ends or fails meanwhile ends the gate too.
 *
 * A pause is ended for a gate that passed, and for no other.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last
 */
async function followGated(deployment, input) {
    const { run, wanted, isReleased = () => false } = input;
    const { gate, clock, signal } = run;
    const gates = [];
    const answered = new Set();
    const isGates = (pause) => gate !== undefined && (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .isPauseOf */ .m)(gate, pause);
    let awaitsLive = gate?.at === 'live';
    let { deadline } = input;
    for (;;) {
        const watched = await deployment.follow({
            deadline,
            wanted: awaitsLive ? 'stable' : wanted,
            failFast: true,
            signal,
            stopsAtLive: awaitsLive,
            isPauseAwaited: gate?.at === 'test' || wanted === 'paused',
            stopsAt: pause => !answered.has(pause.id) && (isGates(pause) || isReleased(pause) || wanted === 'paused')
        });
        if (watched.kind !== 'ended')
            return { watched, gates };
        const { end } = watched;
        if (end.kind !== 'paused' && end.kind !== 'live')
            return { watched, gates };
        const pause = end.kind === 'paused' ? end.pause : undefined;
        if (pause !== undefined && !isGates(pause)) {
            if (!isReleased(pause))
                return { watched: { kind: 'paused', pause }, gates };
            await deployment.goOn(pause);
            answered.add(pause.id);
            continue;
        }
        if (gate === undefined)
            return { watched, gates };
        const began = clock.now();
        const outcome = await runBeside(deployment, gate, run, end.kind === 'live' ? end.ending : undefined);
        deadline += clock.now() - began;
        awaitsLive = false;
        if (outcome.kind === 'cancelled')
            return { watched: outcome, gates };
        if (outcome.kind === 'deployment') {
            if (outcome.end === undefined)
                continue;
            return { watched: { kind: 'ended', end: outcome.end }, gates };
        }
        gates.push(outcome.gate);
        tellGate(outcome.gate, deployment.progress);
        if (!outcome.gate.passed) {
            return { watched: { kind: 'gate-failed', gate: outcome.gate, pause, ended: outcome.ended }, gates };
        }
        if (pause !== undefined) {
            await deployment.goOn(pause);
            answered.add(pause.id);
        }
        else if (outcome.ended !== undefined) {
            return { watched: { kind: 'ended', end: { kind: 'ending', ending: outcome.ended } }, gates };
        }
    }
}
/** Runs a gate and follows the deployment beside it. @param ended the deployment has come to its end already */
async function runBeside(deployment, gate, run, ended) {
    const { clock, reporter, signal } = run;
    const stopGate = new AbortController();
    const stopFollowing = new AbortController();
    const either = (own) => signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]);
    const subject = await deployment.describe();
    const running = (0,_run_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .runGate */ .R)({ gate, subject, clock, reporter, signal: either(stopGate) }).then(result => ({ result }), (error) => ({ error }));
    let success = ended;
    const follow = async () => {
        if (ended !== undefined)
            return undefined;
        const watched = await deployment.follow({
            deadline: FOREVER,
            wanted: 'stable',
            failFast: true,
            signal: either(stopFollowing),
            phase: 'gate',
            stopsAtFailure: true
        });
        if (watched.kind !== 'ended')
            return undefined;
        const { end } = watched;
        // A deployment that has succeeded is still to be tested.
        if (gate.at !== 'live' || end.kind !== 'ending' || end.ending.verdict !== 'succeeded')
            return end;
        success = end.ending;
        return undefined;
    };
    try {
        const following = follow();
        const gateEnd = running.then(() => 'gate');
        const first = await Promise.race([gateEnd, following.then(end => end ?? gateEnd)]);
        if (first === 'gate') {
            stopFollowing.abort();
            await following;
            const { result, error } = { result: undefined, error: undefined, ...(await running) };
            if (signal?.aborted === true)
                return { kind: 'cancelled' };
            if (result === undefined)
                throw error;
            return { kind: 'gate', gate: result, ended: success };
        }
        deployment.progress.line('The deployment did not wait for the gate, which is ended.');
        return { kind: 'deployment', end: first.kind === 'failing' ? undefined : first };
    }
    finally {
        // Whatever came first, the gate is over before anything else is done.
        stopGate.abort();
        await running;
    }
}
function tellGate({ passed, stage, startedAt, endedAt, tries, outcome, subject }, progress) {
    const took = `${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(endedAt - startedAt)}, ${tries} ${tries === 1 ? 'try' : 'tries'}`;
    progress.line(passed ? `The gate passed at ${stage} (${took}).` : `The gate failed at ${stage} (${took}): ${subject} ${outcome}.`);
}


/***/ }),

/***/ 1662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ describeGate),
/* harmony export */   m: () => (/* binding */ isPauseOf)
/* harmony export */ });
/** Whether a pause is the one that a gate answers. Every other one is somebody else's. */
function isPauseOf({ at, stage }, pause) {
    return at === 'test' && pause.stage === stage;
}
/** `./smoke.sh, http://…/health` on one line. */
function describeGate({ command, urls }) {
    const [first = '', ...rest] = (command ?? '').trim().split('\n');
    const told = rest.length === 0 ? first : `${first} …`;
    return [...(told === '' ? [] : [told]), ...urls].join(', ');
}


/***/ }),

/***/ 2590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runGate),
/* harmony export */   V: () => (/* binding */ explainGate)
/* harmony export */ });
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1848);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(885);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1662);




/** So many answers in a row decide. */
const IN_A_ROW = 3;
/** Milliseconds between two requests; after one that failed they grow to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5_000;
/** So many of the last lines are kept, and so much of each. */
const MAX_LINES = 20;
const MAX_CHARACTERS = 1_000;
/**
 * Runs a gate: its command, then its URLs one after the other; the first that fails ends it. A gate that is out of time, or whose command was
 * killed, has failed.
 *
 * @throws the signal's reason when it fires: nobody knows then whether it would have passed
 */
async function runGate(input) {
    const { gate, clock, reporter, signal } = input;
    const startedAt = clock.now();
    const limit = new AbortController();
    const over = new AbortController();
    const timing = clock
        .sleep(gate.timeoutMinutes * 60_000, AbortSignal.any([signal, over.signal]))
        .then(() => limit.abort(new GateTimeout()))
        .catch(() => undefined);
    const done = [];
    try {
        const part = await reporter.group(`Gate (${gate.stage}): ${(0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .describeGate */ .l)(gate)}`, () => runParts(input, AbortSignal.any([signal, limit.signal]), done));
        signal.throwIfAborted();
        const tries = [...done, part].reduce((sum, each) => sum + each.tries, 0);
        return { ...part, tries, stage: gate.stage, startedAt, endedAt: clock.now() };
    }
    finally {
        over.abort();
        await timing;
    }
}
/** Ends a gate whose time is over. */
class GateTimeout extends Error {
}
/** @param done gets each part that passed */
async function runParts(input, signal, done) {
    const { gate } = input;
    const parts = [
        ...(gate.command === undefined ? [] : [() => runCommand(gate.command ?? '', input, signal)]),
        ...gate.urls.map(url => () => requestUrl(url, input, signal))
    ];
    for (const run of parts) {
        const part = await run();
        if (!part.passed)
            return part;
        done.push(part);
    }
    const last = done.pop();
    return { passed: true, tries: last?.tries ?? 0, subject: (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .describeGate */ .l)(gate), outcome: 'passed', lines: [] };
}
async function runCommand(line, input, signal) {
    const { gate, reporter } = input;
    const lines = [];
    const onLine = (text) => {
        reporter.info(text);
        lines.push(text.slice(0, MAX_CHARACTERS));
        if (lines.length > MAX_LINES)
            lines.shift();
    };
    const subject = (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .describeGate */ .l)({ command: line, urls: [] });
    const part = (passed, outcome) => ({ passed, tries: 1, subject, outcome, lines });
    try {
        const result = await gate.ports.shell.run(line, { env: makeVariables(input), onLine, signal });
        if ('killedBy' in result)
            return part(false, `was killed by ${result.killedBy}`);
        return part(result.exitCode === 0, `exit code ${result.exitCode}`);
    }
    catch (error) {
        if (isCutShort(input))
            throw error;
        if (signal.aborted)
            return part(false, outOfTime(gate));
        return part(false, `could not be run: ${messageOf(error)}`);
    }
}
function isCutShort({ signal }) {
    return signal.aborted;
}
/** The variables of a gate's command. What leads nowhere is empty. */
function makeVariables({ gate, subject }) {
    return {
        GATE_URL: gate.address?.url ?? '',
        GATE_HEADERS: JSON.stringify(gate.address?.headers ?? {}),
        GATE_DEPLOYMENT: subject.deployment,
        GATE_TASK_DEFINITION: subject.taskDefinitionArn,
        GATE_TASK_IPS: subject.taskIps.join(' ')
    };
}
/** Whether another request may have another answer: the service is not reached yet, or is too busy. */
function mayChange(status) {
    return status >= 500 || status === 408 || status === 425 || status === 429;
}
async function requestUrl(asked, input, signal) {
    const { gate, clock, reporter } = input;
    const request = describeRequest(asked, gate);
    let tries = 0;
    let good = 0;
    let bad = 0;
    let pause = FIRST_PAUSE;
    let outcome = 'was not requested';
    let lines = [];
    const part = (passed, how) => ({ passed, tries, subject: request.url, outcome: how, lines });
    try {
        for (;;) {
            tries += 1;
            const answer = await request.get(signal);
            const isGood = answer.status >= 200 && answer.status < 300;
            const isFinal = !isGood && answer.status > 0 && !mayChange(answer.status);
            good = isGood ? good + 1 : 0;
            bad = isFinal ? bad + 1 : 0;
            const before = outcome;
            outcome = answer.outcome;
            lines = answer.lines;
            if (outcome !== before)
                reporter.info(`${request.url} ${outcome}`);
            if (good === IN_A_ROW)
                return part(true, outcome);
            if (bad === IN_A_ROW)
                return part(false, outcome);
            pause = isGood ? FIRST_PAUSE : Math.min(pause * 1.5, LONGEST_PAUSE);
            await (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .orAborted */ .H6)(clock.sleep(pause, signal), signal);
        }
    }
    catch (error) {
        if (isCutShort(input))
            throw error;
        if (!signal.aborted)
            throw error;
        return part(false, `${outOfTime(gate)}; at last it ${outcome}`);
    }
}
function describeRequest(asked, { address, ports }) {
    const isBehind = asked.startsWith('/') && address !== undefined;
    const behind = isBehind ? (0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .urlBehind */ .cE)(address, asked) : { url: asked };
    // The check has refused a path that is not taken.
    const url = 'url' in behind ? behind.url : asked;
    const get = async (signal) => {
        try {
            const { status, body } = await ports.web.get({
                url,
                headers: { ..._address_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_HEADERS */ .Vr, ...(isBehind ? address.headers : {}) },
                address: isBehind ? address.dnsName : undefined,
                signal
            });
            const lines = body.split(/\r?\n/).filter(line => line.trim() !== '');
            return {
                status,
                outcome: `answered ${status}`,
                lines: lines.slice(-MAX_LINES).map(line => line.slice(0, MAX_CHARACTERS))
            };
        }
        catch (error) {
            if (signal.aborted || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ)
                throw error;
            return { status: 0, outcome: `did not answer (${messageOf(error)})`, lines: [] };
        }
    };
    return { url, get };
}
function outOfTime({ timeoutMinutes }) {
    const minutes = timeoutMinutes === 1 ? '1 minute' : `${timeoutMinutes} minutes`;
    return `had not passed within ${minutes} (gate-timeout-minutes)`;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Why a gate failed, in one sentence. */
function explainGate({ subject, outcome, stage }) {
    const how = outcome.startsWith('exit code') ? `ended with ${outcome}` : outcome;
    return `The gate failed${stage === 'live' ? ' on the live version' : ` at ${stage}`}: ${subject} ${how}.`;
}


/***/ }),

/***/ 3440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TL: () => (/* binding */ checkPaused),
  A: () => (/* binding */ findMoment),
  r5: () => (/* binding */ testListenerRulesOf)
});

// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/gate/remedies.js

/** How long what is added here waits, in minutes. */
const WAIT_MINUTES = 60;
/** Adds a PAUSE hook at a stage, or replaces what pauses there. */
function addPauseHook(target, stage) {
    const { lifecycleHooks: hooks = [], ...rest } = target.service.deploymentConfiguration ?? {};
    const others = hooks.filter(({ targetType, lifecycleStages = [] }) => targetType !== 'PAUSE' || lifecycleStages.every(each => each !== stage));
    const configuration = { ...rest, lifecycleHooks: [...others, pauseHook(stage)] };
    return `${updateService(target, configuration)} In CloudFormation, under DeploymentConfiguration of the service:\n${hookLines(stage)}`;
}
/** Makes a rolling service blue/green; its load balancer needs a second target group and a test listener for that. */
function changeStrategy(target) {
    const stage = 'POST_TEST_TRAFFIC_SHIFT';
    // ECS takes it with ROLLING alone.
    const kept = Object.entries(target.service.deploymentConfiguration ?? {}).filter(([name]) => name !== 'earlySuccessCriteria');
    const native = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, lifecycleHooks: [pauseHook(stage)] };
    const configuration = { ...Object.fromEntries(kept), ...native };
    return (`make it blue/green, with advancedConfiguration (alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn) in its ` +
        `loadBalancers (docs/native-strategies.md): ${updateService(target, configuration)} In CloudFormation, under DeploymentConfiguration of ` +
        `the service:\n    Strategy: BLUE_GREEN\n    BakeTimeInMinutes: 5\n${hookLines(stage)}`);
}
function keepOnePause(stage) {
    return `Keep one PAUSE hook at ${stage} in lifecycleHooks of the service's deploymentConfiguration (aws ecs update-service).`;
}
/** Lets the deployments of a group wait for ContinueDeployment before the traffic moves. */
function addCodeDeployWait({ application, deploymentGroup, group, serviceArn }) {
    const configuration = {
        ...group.blueGreenDeploymentConfiguration,
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: WAIT_MINUTES }
    };
    const command = [
        'aws deploy update-deployment-group',
        `--region ${(0,arn/* regionOf */.AP)(serviceArn)}`,
        `--application-name ${application}`,
        `--current-deployment-group-name ${deploymentGroup}`,
        `--blue-green-deployment-configuration '${JSON.stringify(configuration)}'`
    ].join(' ');
    return (`${command} In CloudFormation, under BlueGreenDeploymentConfiguration of the deployment group:\n` +
        `    DeploymentReadyOption:\n      ActionOnTimeout: STOP_DEPLOYMENT\n      WaitTimeInMinutes: ${WAIT_MINUTES}`);
}
/** Shape DeploymentLifecycleHook. */
function pauseHook(stage) {
    const timeoutConfiguration = { timeoutInMinutes: WAIT_MINUTES, action: 'ROLLBACK' };
    return { targetType: 'PAUSE', lifecycleStages: [stage], timeoutConfiguration };
}
function updateService({ clusterName, serviceName, serviceArn }, configuration) {
    const where = `--region ${(0,arn/* regionOf */.AP)(serviceArn)} --cluster ${clusterName} --service ${serviceName}`;
    return `aws ecs update-service ${where} --deployment-configuration '${JSON.stringify(configuration)}'`;
}
function hookLines(stage) {
    return [
        'LifecycleHooks:',
        '  - TargetType: PAUSE',
        `    LifecycleStages: [${stage}]`,
        `    TimeoutConfiguration: { TimeoutInMinutes: ${WAIT_MINUTES}, Action: ROLLBACK }`
    ]
        .map(line => `    ${line}`)
        .join('\n');
}

// EXTERNAL MODULE: ./lib/rollout/result.js
var result = __webpack_require__(4300);
;// CONCATENATED MODULE: ./lib/rollout/gate/stage.js


/** The stages that a gate answers at, the one that is taken first. */
const GATE_STAGES = ['POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT', 'POST_SCALE_UP'];
/** A PAUSE hook without a timeout of its own waits for a day. */
const PAUSE_MINUTES = 1_440;
/** When the gate of a service runs. `test` where the settings do not say, but for a rolling update, which has no pause. Pure. */
function findMoment(target, gateAt) {
    const isRolling = target.controller === 'ECS' && target.strategy === 'ROLLING';
    if ((gateAt ?? (isRolling ? 'live' : 'test')) === 'live') {
        return { at: 'live', stage: 'live', pauseMinutes: undefined };
    }
    if (target.controller === 'CODE_DEPLOY')
        return findReady(target);
    const name = `${target.clusterName}/${target.serviceName}`;
    if (isRolling) {
        return {
            what: `gate-at: test tests the new version before it gets traffic, and ${name} is rolled out by ROLLING, which has no such moment.`,
            next: `Use gate-at: live, or ${changeStrategy(target)}`
        };
    }
    return findHook(target, name);
}
function findHook(target, name) {
    const pauses = listPauses(target);
    for (const stage of GATE_STAGES) {
        const [hook, another] = pauses.filter(({ lifecycleStages = [] }) => lifecycleStages.includes(stage));
        if (hook === undefined)
            continue;
        if (another !== undefined) {
            const what = `${name} has two PAUSE hooks at ${stage}, so that the gate's cannot be told from the other.`;
            return { what, next: keepOnePause(stage) };
        }
        const { timeoutInMinutes = PAUSE_MINUTES, action = 'ROLLBACK' } = hook.timeoutConfiguration ?? {};
        if (action === 'CONTINUE') {
            return {
                what: `The PAUSE hook of ${name} at ${stage} continues by itself after ${timeoutInMinutes} min, also where its gate has not passed.`,
                next: `Let it go back: ${addPauseHook(target, stage)}`
            };
        }
        return { at: 'test', stage, pauseMinutes: timeoutInMinutes };
    }
    return {
        what: `${name} (${target.strategy}) has no PAUSE hook at ${GATE_STAGES.join(', ')}, where its gate could run.`,
        next: `Add one: ${addPauseHook(target, testListenerRulesOf(target).length === 0 ? 'POST_SCALE_UP' : 'POST_TEST_TRAFFIC_SHIFT')}`
    };
}
function findReady(target) {
    const minutes = readyMinutes(target);
    if (minutes > 0)
        return { at: 'test', stage: 'Ready', pauseMinutes: minutes };
    return {
        what: `The deployment group ${target.deploymentGroup} moves the traffic without a wait (deploymentReadyOption), in which the gate could run.`,
        next: `Let it wait: ${addCodeDeployWait(target)}`
    };
}
/** What `wait-for: paused` waits for beside the gate; an obstacle where there is nothing. Pure. */
function checkPaused(target, waitFor, gateStage) {
    if (waitFor !== 'paused')
        return undefined;
    const name = `${target.clusterName}/${target.serviceName}`;
    const than = gateStage === undefined ? '' : " but the gate's";
    const what = `wait-for: paused, and a deployment of ${name} never waits for anybody${than}.`;
    if (target.controller === 'CODE_DEPLOY') {
        const waits = readyMinutes(target) > 0 && gateStage !== 'Ready';
        if (waits)
            return undefined;
        return {
            what,
            next: gateStage === 'Ready'
                ? 'Use another wait-for, or leave the gate out.'
                : `Let it wait: ${addCodeDeployWait(target)}`
        };
    }
    if (target.strategy === 'ROLLING')
        return { what, next: `Use another wait-for, or ${changeStrategy(target)}` };
    const others = listPauses(target)
        .flatMap(({ lifecycleStages = [] }) => lifecycleStages)
        .filter(stage => stage !== gateStage);
    if (others.length > 0)
        return undefined;
    const stage = gateStage === 'POST_TEST_TRAFFIC_SHIFT' ? 'PRE_PRODUCTION_TRAFFIC_SHIFT' : 'POST_TEST_TRAFFIC_SHIFT';
    return { what, next: `Add a pause: ${addPauseHook(target, stage)}` };
}
function listPauses({ service }) {
    const hooks = service.deploymentConfiguration?.lifecycleHooks ?? [];
    return hooks.filter(({ targetType }) => targetType === 'PAUSE');
}
/** How long a deployment of the group waits for ContinueDeployment; 0: not at all. */
function readyMinutes({ group }) {
    const { actionOnTimeout, waitTimeInMinutes } = group.blueGreenDeploymentConfiguration?.deploymentReadyOption ?? {};
    return actionOnTimeout === 'STOP_DEPLOYMENT' ? (0,result/* minutesOf */.d)(waitTimeInMinutes) : 0;
}
/** The listener rules that lead to the new version while it is tested: ARNs of rules, of listeners with a Network Load Balancer. */
function testListenerRulesOf({ service }) {
    return (service.loadBalancers ?? []).flatMap(({ advancedConfiguration: advanced }) => advanced?.testListenerRule ?? []);
}


/***/ }),

/***/ 7586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   uV: () => (/* binding */ sampleOf)
/* harmony export */ });
/**
 * The patterns of listener rules: `*` stands for any characters, `?` for one; a backslash before either means the character itself.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
function isPattern(text) {
    return /[*?]/.test(text);
}
/** A text that a pattern takes, with a word in the place of every `*`. */
function sampleOf(pattern, word) {
    return pattern.replace(/\\([*?\\])|\*+|\?/g, (found, literal) => literal ?? (found === '?' ? 'x' : word));
}
/** @param caseSensitive as paths are; hosts, headers and queries are not */
function matches(pattern, text, { caseSensitive }) {
    const source = pattern.replace(/\\([*?\\])|\*|\?|[^*?\\]+|\\/g, (found, literal) => {
        if (literal !== undefined)
            return `\\${literal}`;
        if (found === '*')
            return '.*';
        return found === '?' ? '.' : found.replace(/[.+^${}()|[\]\\/]/g, String.raw `\$&`);
    });
    return new RegExp(`^(?:${source})$`, caseSensitive ? 's' : 'is').test(text);
}


/***/ }),

/***/ 6091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sendOnce),
/* harmony export */   Y: () => (/* binding */ mayHaveTakenEffect)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2165);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3071);




/** Some two minutes of refusals: an account that is throttled hard lets every call through sooner than that. */
const ATTEMPTS = 12;
/** AWS's lists may lag behind its own change for a moment. */
const SETTLING = 2_000;
/**
 * Makes a call that must not take effect twice: UpdateService with a new deployment, CreateDeployment, RegisterTaskDefinition.
 *
 * A refusal (throttling) is sent again after a pause that doubles. When the connection broke or the service failed, nobody knows
 * whether the call went through, so it is looked for before it is sent again, and also when the repetition is refused, as
 * CreateDeployment is because of our own first one.
 *
 * @throws what the last attempt was rejected with; Cancelled where the run is cancelled and nothing took effect, Unanswered where it may have
 */
async function sendOnce({ clock, send, find }) {
    let unsure = false;
    const attempt = async () => {
        try {
            const found = unsure ? await (0,_transient_js__WEBPACK_IMPORTED_MODULE_3__/* .retryTransient */ .j)(clock, find) : undefined;
            return found ?? (await send());
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ)
                throw unsure ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)(error) : error;
            if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
                return await orFound(error, clock, unsure ? find : undefined);
            throw error;
        }
    };
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({
        clock,
        attempts: ATTEMPTS,
        pauses: { first: SETTLING, factor: 2, longest: 8 * SETTLING, jitter: 0.1 },
        isTransient: _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
        onFailure: error => {
            unsure ||= !(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error);
        },
        isUnsure: () => unsure
    }, attempt);
}
/** Whether a change may have taken effect although it was rejected with this: then it is for the post step to look once more. */
function mayHaveTakenEffect(error) {
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Unanswered */ .XX;
}
async function orFound(error, clock, find) {
    const found = find === undefined ? undefined : await (0,_transient_js__WEBPACK_IMPORTED_MODULE_3__/* .retryTransient */ .j)(clock, find).catch(() => undefined);
    if (found !== undefined)
        return found;
    throw error;
}


/***/ }),

/***/ 9692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ makeMark)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * A mark that no other run has: `slipway-` and sixteen hexadecimal digits. It goes where AWS keeps a text of the caller's (CodeDeploy's
 * `description`, RunTask's `startedBy`), so that what a lost answer made is found by it.
 */
function makeMark() {
    return `slipway-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`;
}


/***/ }),

/***/ 1780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ecsRollsBack),
/* harmony export */   R: () => (/* binding */ createRollbackGrace)
/* harmony export */ });
/** Where a deployment ended badly, its rollback is listed a moment later; where none has come by then, there is none. */
const ROLLBACK_GRACE = 30_000;
/** Our clock and AWS's may differ by as much. */
const CLOCK_MARGIN = 300_000;
/**
 * Whether ECS itself takes a failed deployment back: the circuit breaker or the alarms are on, with rollback. Where nothing earlier has
 * completed, ECS finds nothing to go back to, and the deployment stays FAILED all the same.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html
 */
function ecsRollsBack(configuration) {
    const { deploymentCircuitBreaker: breaker, alarms } = configuration ?? {};
    return ((breaker?.enable === true && breaker.rollback === true) || (alarms?.enable === true && alarms.rollback === true));
}
function createRollbackGrace(clock) {
    let since;
    return {
        isOver: failedAt => {
            const now = clock.now();
            since ??= now;
            const isOld = failedAt !== undefined && now - failedAt.getTime() >= ROLLBACK_GRACE + CLOCK_MARGIN;
            return isOld || now - since >= ROLLBACK_GRACE;
        }
    };
}


/***/ }),

/***/ 2109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZC: () => (/* binding */ findLimit),
/* harmony export */   fX: () => (/* binding */ createFailAfter)
/* harmony export */ });
/* unused harmony exports judgeStoppedTasks, findMeasure, hadRunWell */
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _stop_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6278);
/* harmony import */ var _own_tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5767);



/** Where neither `fail-after` nor a circuit breaker says how many. */
const USUAL_LIMIT = 3;
/** A task without any health check counts as healthy for ECS after so many milliseconds in RUNNING: API_DeploymentConfiguration, minimumHealthyPercent. */
const HEALTHY_AFTER = 40_000;
/**
 * How many tasks may die of the same cause while the new version has not come up: as `fail-after` says, else as the service's circuit
 * breaker does (COUNT; BOUNDED_PERCENT of the desired count, from 3 to 200, by default 50; UNBOUNDED_PERCENT), else 3. Pure.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html
 *
 * @param said `fail-after`; undefined: not said
 */
function findLimit(said, configuration, desiredCount = 0) {
    const breaker = configuration?.deploymentCircuitBreaker;
    if (said !== undefined || breaker?.enable !== true)
        return said ?? USUAL_LIMIT;
    const { type = 'BOUNDED_PERCENT', value = 50 } = breaker.thresholdConfiguration ?? {};
    if (type === 'COUNT')
        return Math.max(1, value);
    const share = Math.ceil((desiredCount * value) / 100);
    return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}
/** So many tasks died of the same cause, in what distinguishes it too, that trying on is pointless: one sentence; undefined where it is not so. Pure. */
function judgeStoppedTasks(stoppedTasks, limit) {
    const counts = new Map();
    for (const stoppedTask of stoppedTasks) {
        if (!(0,_stop_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksAgainst */ .xQ)(stoppedTask))
            continue;
        const key = (0,_stop_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .causeKey */ .rI)(stoppedTask);
        counts.set(key, [...(counts.get(key) ?? []), stoppedTask]);
    }
    const doomed = [...counts.values()].find(same => same.length >= limit);
    const latest = doomed?.at(-1);
    if (doomed === undefined || latest === undefined)
        return undefined;
    const code = latest.exitCode === undefined ? '' : `, exit code ${latest.exitCode}`;
    const who = latest.container === undefined ? '' : ` (container ${latest.container}${code})`;
    const many = doomed.length === 1
        ? '1 task of the new version died'
        : `${doomed.length} tasks of the new version died of the same cause`;
    return `${many}${who}: ${latest.reason.replace(/[.\s]*$/, '')}.`;
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, minimumHealthyPercent. Pure. */
function findMeasure(isBalanced, definition) {
    if (isBalanced)
        return 'load-balancer';
    const checked = (definition?.containerDefinitions ?? []).some(({ healthCheck, essential }) => healthCheck?.command !== undefined && essential !== false);
    return checked ? 'health-check' : 'time';
}
/** Whether a task that died had been healthy. Pure. */
function hadRunWell(stoppedTask, measure) {
    if (measure === 'time')
        return (stoppedTask.ranFor ?? 0) >= HEALTHY_AFTER;
    return measure === 'health-check' && stoppedTask.healthy && !(0,_stop_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .wasUnhealthy */ .ki)(stoppedTask);
}
function createFailAfter(query) {
    const { ecs, cluster, service, isBalanced } = query;
    let cameUp = false;
    let measure;
    const describeMeasure = async () => {
        if (isBalanced || query.taskDefinition !== undefined)
            return findMeasure(isBalanced, query.taskDefinition);
        const described = await orNothing(() => ecs.describeTaskDefinition(query.taskDefinitionArn));
        return findMeasure(false, described?.taskDefinition);
    };
    /** By AWS's own clock: what died last tells how late it is there. */
    const runsWell = async (stoppedTasks, by) => {
        if (by === 'load-balancer')
            return false;
        const now = Math.max(0, ...stoppedTasks.map(({ stoppedAt }) => stoppedAt ?? 0));
        const tasks = await orNothing(async () => (0,_own_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAllTasks */ .n)(ecs, cluster, await ecs.listTasks({ cluster, service, desiredStatus: 'RUNNING' })));
        return (tasks ?? []).some(task => (0,_own_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnTask */ .K)(task, query) && isHealthy(task, by, now));
    };
    return {
        judge: async (stoppedTasks, limit, hasComeUp) => {
            cameUp ||= hasComeUp;
            const reason = cameUp ? undefined : judgeStoppedTasks(stoppedTasks, limit);
            if (reason === undefined)
                return undefined;
            measure ??= await describeMeasure();
            const by = measure;
            cameUp = stoppedTasks.some(stoppedTask => hadRunWell(stoppedTask, by)) || (await runsWell(stoppedTasks, by));
            return cameUp ? undefined : reason;
        }
    };
}
function isHealthy({ lastStatus, healthStatus, startedAt }, measure, now) {
    if (lastStatus !== 'RUNNING')
        return false;
    if (measure === 'health-check')
        return healthStatus === 'HEALTHY';
    return startedAt !== undefined && now - startedAt.getTime() >= HEALTHY_AFTER;
}
/** What may not be read tells nothing. */
async function orNothing(read) {
    try {
        return await read();
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
            throw error;
        return undefined;
    }
}


/***/ }),

/***/ 5767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isOwnTask),
/* harmony export */   n: () => (/* binding */ describeAllTasks)
/* harmony export */ });
function isOwnTask(task, { startedBy, taskDefinitionArn, since }) {
    if (startedBy !== undefined && task.startedBy !== undefined && task.startedBy.startsWith('ecs-svc/')) {
        return task.startedBy === startedBy;
    }
    return task.taskDefinitionArn === taskDefinitionArn && (task.createdAt?.getTime() ?? since) >= since;
}
/** DescribeTasks takes so many. */
const MAX_DESCRIBED = 100;
/** DescribeTasks for any number of ARNs. */
async function describeAllTasks(ecs, cluster, arns) {
    const pages = Array.from({ length: Math.ceil(arns.length / MAX_DESCRIBED) }, (_, page) => ecs.describeTasks(cluster, arns.slice(page * MAX_DESCRIBED, (page + 1) * MAX_DESCRIBED)));
    return (await Promise.all(pages)).flat();
}


/***/ }),

/***/ 2447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ SILENT_LOOKS),
/* harmony export */   w: () => (/* binding */ AWS_SILENT),
/* harmony export */   wt: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);

/** After so many looks without an answer it is said. */
const SILENT_LOOKS = 5;
const AWS_SILENT = 'AWS does not answer (throttling, or the network); still trying.';
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5_000;
const CLOSING_PAUSE = 3_500;
const LONGEST_THROTTLED_PAUSE = 20_000;
/**
 * Looks at once, then every 2 s, growing to 5 s (3.5 s where the end is near), with a jitter of a tenth; after throttling the pause doubles, to at most 20 s.
 *
 * What may pass (throttling, 5xx, a broken connection) never ends it; anything else that `look` rejects with does at once,
 * as an error in words. SDK waiters are not used: they back off to 600 s and retry every error, expired credentials too.
 */
async function poll(input) {
    const { clock, signal, deadline } = input;
    let pause = FIRST_PAUSE;
    let throttledPause = 0;
    let silence = 0;
    for (;;) {
        if (isCancelled(signal))
            return { kind: 'cancelled' };
        let throttled = false;
        try {
            const seen = await orCancelled(input.look(), signal);
            if (seen === CANCELLED)
                return { kind: 'cancelled' };
            silence = 0;
            const end = input.judge(seen);
            if (end !== undefined)
                return { kind: 'ended', end };
        }
        catch (error) {
            if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
                throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, input.doing);
            silence += 1;
            throttled = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error);
            input.onSilence?.(error, silence);
        }
        const left = deadline - clock.now();
        if (left <= 0)
            return { kind: 'timed-out' };
        throttledPause = throttled ? Math.min(Math.max(throttledPause, pause) * 2, LONGEST_THROTTLED_PAUSE) : 0;
        const calm = input.isClosing?.() === true ? Math.min(pause, CLOSING_PAUSE) : pause;
        const jittered = (throttled ? throttledPause : calm) * (0.9 + 0.2 * clock.random());
        try {
            await clock.sleep(Math.min(jittered, left), signal);
        }
        catch (error) {
            if (isCancelled(signal))
                return { kind: 'cancelled' };
            throw error;
        }
        if (!throttled)
            pause = Math.min(pause * 1.25, LONGEST_PAUSE);
    }
}
function isCancelled(signal) {
    return signal?.aborted === true;
}
const CANCELLED = Symbol('cancelled');
/** The promise's value, or CANCELLED as soon as the signal fires: a request that hangs must not hold a cancelled run. */
async function orCancelled(promise, signal) {
    if (signal === undefined)
        return promise;
    let stop;
    const cancelled = new Promise(resolve => {
        stop = () => resolve(CANCELLED);
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([promise, cancelled]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
        promise.catch(() => undefined);
    }
}


/***/ }),

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ createProgressLog)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1042);

/**
 * Tells a rollout as it changes: a state only when it differs (where somebody watches, as a line that is rewritten at every look), a note and
 * a service event once.
 *
 * @param since when the rollout began by AWS's clock (milliseconds): older events belong to what was before
 */
function createProgressLog(reporter, clock, since, loggedEvents) {
    const startedAt = clock.now();
    const seen = new Set(loggedEvents.flatMap(event => event.id ?? []));
    const said = new Set();
    const eventsSeen = [];
    let state;
    const stamp = (line) => `[${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatElapsed */ .C7)(clock.now() - startedAt)}] ${line}`;
    const say = (line) => reporter.info(stamp(line));
    const once = (line, write) => {
        if (said.has(line))
            return;
        said.add(line);
        write(line);
    };
    return {
        eventsSeen,
        line: say,
        warn: line => reporter.warn(line),
        warnOnce: line => once(line, text => reporter.warn(text)),
        status: view => {
            if (reporter.progress !== undefined)
                reporter.progress(stamp(view.line));
            else if (view.line !== state)
                say(view.line);
            state = view.line;
            for (const note of view.notes)
                once(note, say);
        },
        events: events => {
            const fresh = events
                .filter(event => (event.createdAt?.getTime() ?? since) >= since && !seen.has(event.id ?? ''))
                .sort((one, other) => (one.createdAt?.getTime() ?? 0) - (other.createdAt?.getTime() ?? 0));
            for (const event of fresh) {
                seen.add(event.id ?? '');
                eventsSeen.push(event);
                say(`  ${event.message ?? ''}`);
            }
            return fresh;
        }
    };
}


/***/ }),

/***/ 6278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dZ: () => (/* binding */ classifyStop),
/* harmony export */   ki: () => (/* binding */ wasUnhealthy),
/* harmony export */   rI: () => (/* binding */ causeKey),
/* harmony export */   uR: () => (/* binding */ hasExited),
/* harmony export */   wn: () => (/* binding */ groupByCause),
/* harmony export */   wo: () => (/* binding */ wasReplaced),
/* harmony export */   xQ: () => (/* binding */ speaksAgainst)
/* harmony export */ });
/* unused harmony export isDeterministic */
/* harmony import */ var _causes_cause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3743);
/* harmony import */ var _causes_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2143);


/** The same will happen again, however often ECS tries. */
function isDeterministic({ found }) {
    return found?.cause.deterministic === true;
}
/** Whether a death says that the new version cannot come up: a worker whose work is done ends with exit code 0. */
function speaksAgainst(stoppedTask) {
    return isDeterministic(stoppedTask) && !(stoppedTask.clean && hasExited(stoppedTask));
}
/** It ended by itself, and its exit code is all that ECS tells. */
function hasExited({ found }) {
    return found !== undefined && (0,_causes_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .isExit */ .b9)(found);
}
/** ECS or somebody else stopped it, as happens to every task in the end. */
function wasReplaced({ found }) {
    return found?.cause.class === 'user/scale-in stop';
}
/** Whether a health check failed. */
function wasUnhealthy({ found }) {
    return found?.cause.class === 'health-check-container' || found?.cause.class === 'health-check-elb';
}
/**
 * Says why a stopped task ended, from DescribeTasks (stopCode, stoppedReason, containers[].reason and exitCode). Pure.
 *
 * @returns undefined while ECS has not said yet: the task is still stopping and its containers have no exit code
 */
function classifyStop(task) {
    const { containers = [], stoppedReason = '', stopCode } = task;
    const explained = containers.find(({ reason = '' }) => isTelling(reason));
    const hasEnded = stopCode === 'EssentialContainerExited' || /essential container/i.test(stoppedReason);
    const container = explained ?? (hasEnded ? findExited(containers) : undefined);
    const name = container?.name ?? namedContainer(stoppedReason, containers);
    const { reason: detail = '', exitCode } = container ?? {};
    const found = (0,_causes_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .causeOfTask */ .Yv)({ stopCode, stoppedReason, container: { name, reason: detail, exitCode } });
    if (found === undefined && task.lastStatus !== 'STOPPED')
        return undefined;
    if (hasEnded && container === undefined && task.lastStatus !== 'STOPPED')
        return undefined;
    return {
        taskArn: task.taskArn ?? '',
        found,
        container: name,
        exitCode,
        reason: detail !== '' && !stoppedReason.includes(detail)
            ? [stoppedReason, detail].filter(text => text !== '').join(': ')
            : stoppedReason,
        stopCode,
        stoppedAt: (task.stoppedAt ?? task.stoppingAt ?? task.executionStoppedAt)?.getTime(),
        ranFor: findRunTime(task),
        healthy: task.healthStatus === 'HEALTHY',
        clean: isClean(containers),
        runtimeId: container?.runtimeId
    };
}
function isTelling(reason) {
    const container = { name: undefined, reason, exitCode: undefined };
    return reason !== '' && (0,_causes_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .causeOfTask */ .Yv)({ stopCode: undefined, stoppedReason: '', container }) !== undefined;
}
function findRunTime({ startedAt, executionStoppedAt, stoppingAt, stoppedAt }) {
    if (startedAt === undefined)
        return undefined;
    const ends = [executionStoppedAt, stoppingAt, stoppedAt].flatMap(time => time?.getTime() ?? []);
    return ends.length === 0 ? undefined : Math.max(0, Math.min(...ends) - startedAt.getTime());
}
function isClean(containers) {
    const codes = containers.flatMap(({ exitCode }) => exitCode ?? []);
    return codes.includes(0) && codes.every(code => STOPPED_BY_ECS.has(code));
}
/** SIGKILL and SIGTERM, with which ECS stops the other containers of a task. */
const STOPPED_BY_ECS = new Set([0, 137, 143]);
/** The one that went first: the others get SIGTERM (143) or SIGKILL (137) from ECS when the task is stopped because of it. */
function findExited(containers) {
    const exited = containers.filter(container => container.exitCode !== undefined);
    return (exited.find(container => !STOPPED_BY_ECS.has(container.exitCode ?? 0)) ??
        exited.find(container => container.exitCode === 137) ??
        exited[0]);
}
function namedContainer(reason, containers) {
    if (containers.length === 1)
        return containers[0]?.name;
    return containers.find(container => container.name !== undefined && reason.includes(container.name))?.name;
}
/** Equal for deaths of the same cause: what distinguishes it, container and exit code are the same. What is not known is told apart by its words. */
function causeKey({ found, container, exitCode, reason }) {
    return JSON.stringify([found === undefined ? reason : (0,_causes_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(found), container, exitCode]);
}
/** Deaths of the same cause, container and exit code together; the commonest group first. Pure. */
function groupByCause(stoppedTasks) {
    const groups = new Map();
    for (const stoppedTask of stoppedTasks) {
        const key = causeKey(stoppedTask);
        groups.set(key, [...(groups.get(key) ?? []), stoppedTask]);
    }
    return [...groups.values()]
        .map(members => {
        const sorted = members.sort((one, other) => (other.stoppedAt ?? 0) - (one.stoppedAt ?? 0));
        const { found, container, exitCode, reason } = sorted[0];
        return { found, container, exitCode, reason, count: sorted.length, stoppedTasks: sorted };
    })
        .sort((one, other) => weigh(other) - weigh(one));
}
/** What speaks against the version comes before what merely happened around it. */
function weigh(group) {
    return (isDeterministic(group) ? 1_000_000 : 0) + group.count;
}


/***/ }),

/***/ 1842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createStoppedTaskCollector)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _stop_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6278);
/* harmony import */ var _own_tasks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5767);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3071);




/** What dies without a sign is found after so many milliseconds. */
const LONGEST_WITHOUT = 30_000;
/** Keeps account of the stopped tasks of one deployment (ListTasks with STOPPED, then DescribeTasks of those not yet known). */
function createStoppedTaskCollector(query) {
    const stoppedTasks = [];
    const gaps = [];
    const known = new Set();
    let last;
    let stopping = false;
    let examinedAt = query.clock.now();
    let closed = false;
    const examine = async () => {
        const { ecs, cluster, service, clock } = query;
        examinedAt = clock.now();
        const arns = await ecs.listTasks({ cluster, service, desiredStatus: 'STOPPED' });
        const fresh = arns.filter(arn => !known.has(arn));
        const tasks = await (0,_own_tasks_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAllTasks */ .n)(ecs, cluster, fresh);
        stopping = false;
        for (const task of tasks) {
            const isOurs = (0,_own_tasks_js__WEBPACK_IMPORTED_MODULE_3__/* .isOwnTask */ .K)(task, query);
            const stoppedTask = isOurs ? (0,_stop_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .classifyStop */ .dZ)(task) : undefined;
            if (stoppedTask !== undefined)
                stoppedTasks.push(stoppedTask);
            if (stoppedTask !== undefined || !isOurs)
                known.add(task.taskArn ?? '');
            else
                stopping = true;
        }
    };
    const attempt = async (isLast) => {
        if (closed)
            return;
        try {
            await (isLast ? (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(query.clock, examine) : examine());
        }
        catch (error) {
            // The next look may do better; whether the deployment goes well is not for this to say.
            stopping = true;
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) && !isLast)
                return;
            closed = true;
            const denied = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error) ? ' Allow ecs:ListTasks and ecs:DescribeTasks.' : '';
            gaps.push(`${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, 'Stopped tasks cannot be looked at').what}${denied}`);
        }
    };
    return {
        stoppedTasks,
        gaps,
        lookOnceMore: () => attempt(true),
        look: async (taskCounts, events) => {
            const eventCount = events.filter(event => !isUsual(event.message ?? '')).length;
            const before = last ?? { taskCounts: { running: 0, alive: 0, failures: 0 }, eventCount: 0 };
            last = { taskCounts, eventCount };
            const { running, alive, failures } = before.taskCounts;
            const fewer = taskCounts.running < running || taskCounts.alive < alive;
            const signs = fewer || taskCounts.failures > failures || eventCount > before.eventCount || stopping;
            if (signs || query.clock.now() - examinedAt >= LONGEST_WITHOUT)
                await attempt(false);
        }
    };
}
/** What the service tells of every rollout. That tasks were started is not among it: they may take the place of dead ones. */
function isUsual(message) {
    return /registered \d+ targets|has begun draining|has stopped \d+ running tasks|steady state|deployment completed/.test(message);
}


/***/ }),

/***/ 4139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ readTaskSpans),
/* harmony export */   uH: () => (/* binding */ findHealthyAt),
/* harmony export */   ye: () => (/* binding */ findTaskSpans)
/* harmony export */ });
/** In these phases of a deployment, new tasks are still to become healthy. */
const BEFORE_HEALTHY = new Set(['start', 'replace']);
/** Our clock and ECS's may differ by as much. */
const MARGIN = 5_000;
/**
 * When the tasks of the new version that run now were placed, pulled their images, started and became healthy (ListTasks, DescribeTasks).
 * For the eyes only: what goes wrong here leaves the list empty.
 */
async function findTaskSpans({ clusterArn, serviceName }, { ports: { ecs }, taskDefinitionArn }, { since, timeline }) {
    try {
        const arns = await ecs.listTasks({ cluster: clusterArn, service: serviceName, desiredStatus: 'RUNNING' });
        const tasks = arns.length === 0 ? [] : await ecs.describeTasks(clusterArn, arns.slice(0, 100));
        const ownTasks = tasks.filter(task => task.taskDefinitionArn === taskDefinitionArn && (task.createdAt?.getTime() ?? 0) >= since - MARGIN);
        return readTaskSpans(ownTasks, findHealthyAt(timeline));
    }
    catch {
        return [];
    }
}
/** When a deployment went on because its new tasks were healthy; undefined where its timeline does not tell. */
function findHealthyAt(timeline) {
    return timeline.findLast(entry => BEFORE_HEALTHY.has(entry.phase))?.endedAt;
}
/**
 * The stretches that tasks go through, each from the first task that entered it to the last that left it, so that with several tasks
 * they overlap: `place`, `pull`, `start`, `healthy`. Those of which ECS tells no time are left out. Pure.
 *
 * @param healthyAt when the deployment went on because its tasks were healthy: of a task itself ECS tells no such time
 */
function readTaskSpans(tasks, healthyAt) {
    const times = (read) => tasks.flatMap(task => read(task)?.getTime() ?? []);
    const created = times(task => task.createdAt);
    const pullStarted = times(task => task.pullStartedAt);
    const pullStopped = times(task => task.pullStoppedAt);
    const started = times(task => task.startedAt);
    const span = (phase, from, to) => {
        if (from.length === 0 || to.length === 0)
            return [];
        const startedAt = Math.min(...from);
        const endedAt = Math.max(...to);
        return endedAt > startedAt ? [{ phase, startedAt, endedAt }] : [];
    };
    return [
        ...span('place', created, pullStarted),
        ...span('pull', pullStarted, pullStopped),
        ...span('start', pullStopped, started),
        ...span('healthy', started, healthyAt === undefined ? [] : [healthyAt])
    ];
}


/***/ }),

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SB: () => (/* binding */ createDeploymentInput),
/* harmony export */   TR: () => (/* binding */ describeSettings),
/* harmony export */   bL: () => (/* binding */ updateServiceInput)
/* harmony export */ });
/* harmony import */ var _codedeploy_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9000);

/** What UpdateService gets to roll a revision out: what was asked for and nothing else. */
function updateServiceInput(target, taskDefinition, config) {
    return {
        cluster: target.clusterArn,
        service: target.serviceName,
        taskDefinition,
        ...(config.desiredCount === undefined ? {} : { desiredCount: config.desiredCount }),
        ...(config.forceNewDeployment ? { forceNewDeployment: true } : {}),
        ...describeTagging(config)
    };
}
/** What UpdateService still takes for a service that CodeDeploy rolls out; undefined where nothing of it was asked for. */
function describeSettings(target, config) {
    const settings = {
        ...(config.desiredCount === undefined ? {} : { desiredCount: config.desiredCount }),
        ...describeTagging(config)
    };
    if (Object.keys(settings).length === 0)
        return undefined;
    return { cluster: target.clusterArn, service: target.serviceName, ...settings };
}
/**
 * What CreateDeployment gets.
 *
 * @param appSpecContent the AppSpec's text and its sha256, or what stands for them
 * @param mark what the deployment is recognized by
 */
function createDeploymentInput({ application, deploymentGroup }, appSpecContent, config, mark) {
    const { codedeployDeploymentConfig, codedeployDeploymentDescription: description } = config;
    return {
        applicationName: application,
        deploymentGroupName: deploymentGroup,
        revision: { revisionType: 'AppSpecContent', appSpecContent },
        ...(codedeployDeploymentConfig === undefined ? {} : { deploymentConfigName: codedeployDeploymentConfig }),
        description: (0,_codedeploy_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .markDescription */ .A_)(description, mark)
    };
}
function describeTagging({ propagateTags, enableEcsManagedTags }) {
    return {
        ...(propagateTags === undefined ? {} : { propagateTags }),
        ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags })
    };
}


/***/ }),

/***/ 4300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ hasReached),
/* harmony export */   d: () => (/* binding */ minutesOf)
/* harmony export */ });
/** A pause is no rung of the ladder: what never waits for somebody is followed to its end. */
const MILESTONES = { nothing: 0, started: 1, live: 2, stable: 3, paused: 4 };
/** Whether a milestone is at least as far as the one that was asked for. */
function hasReached(milestone, wanted) {
    return MILESTONES[milestone] >= MILESTONES[wanted];
}
/** Minutes as AWS's answers give them: what is missing or no number counts as none. */
function minutesOf(value) {
    return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}


/***/ }),

/***/ 4715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ findProven),
/* harmony export */   hP: () => (/* binding */ findCompleted),
/* harmony export */   ve: () => (/* binding */ findPrevious)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3071);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3808);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8988);





/** As far back as ECS and CodeDeploy are asked. */
const LAST_DAYS = 180;
/** So many deployments may have brought the same revision over and over. */
const MAX_DEPLOYMENTS = 25;
const TASK_DEFINITIONS = new RegExp(_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .TASK_DEFINITION_ARN */ .sv, 'g');
/**
 * The revision that was live before the one that runs now: that of the last deployment which succeeded with another one that is still
 * ACTIVE, as one that was deregistered cannot be deployed. Rests on
 * ListServiceDeployments and DescribeServiceRevisions; with CodeDeploy on the deployments that Succeeded, the sha256 of their AppSpecs
 * (GetDeployment) and their text (GetApplicationRevision).
 *
 * @param to a revision to go to instead: `family:revision` or an ARN
 * @throws SlipwayError where none is known, none is ACTIVE any more, or its images are gone
 */
async function findPrevious(target, to, ports) {
    const named = to === undefined ? undefined : await requireActive(to, ports);
    const given = named?.arn;
    const candidates = createCandidates(ports.ecs);
    const previous = await choosePrevious(target, given, candidates, ports);
    const { images } = named ?? candidates.describe(previous.taskDefinitionArn);
    await requireImages(previous.taskDefinitionArn, images, to !== undefined, ports);
    return previous;
}
async function choosePrevious(target, given, candidates, ports) {
    if (target.controller === 'ECS') {
        const taskDefinitionArn = given ?? (await findPreviousEcs(target, candidates, ports));
        return { taskDefinitionArn, appspec: undefined, passedOver: candidates.passedOver };
    }
    const previous = await findPreviousCodeDeploy(target, given !== undefined, candidates, ports);
    // The AppSpec is that of another deployment where somebody chose the revision.
    return given === undefined
        ? { ...previous, passedOver: candidates.passedOver }
        : {
            taskDefinitionArn: given,
            appspec: previous.appspec.replaceAll(TASK_DEFINITIONS, () => given),
            passedOver: []
        };
}
/**
 * The revision of a service that was last deployed with success: the PRIMARY's where it is COMPLETED, else that of a COMPLETED deployment
 * which still has tasks (what ECS itself rolls back to), else that of the last service deployment which was SUCCESSFUL. A PRIMARY that is
 * under way, or failed, is none to go back to.
 *
 * @returns undefined where none is known, as after a first deployment that failed, and where it may not be read
 */
async function findProven({ service, clusterArn, serviceName }, ecs, clock) {
    const completed = findCompleted(service);
    if (completed !== undefined)
        return completed;
    try {
        return await findSuccessful({ clusterArn, serviceName }, () => true, { ecs, clock });
    }
    catch (error) {
        // Where that cannot be told, there is none; the deployment itself does not hang on it.
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
            throw error;
        return undefined;
    }
}
/**
 * ECS rolls back to the last deployment that completed (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html).
 * It is ACTIVE as long as it has tasks. Behind a Classic Load Balancer ECS tells no rolloutState.
 */
function findCompleted({ deployments = [] }) {
    const completed = (status) => deployments.find(each => each.status === status && (each.rolloutState ?? 'COMPLETED') === 'COMPLETED');
    return (completed('PRIMARY') ?? completed('ACTIVE'))?.taskDefinition;
}
async function findPreviousEcs(target, candidates, ports) {
    const found = await read('the service deployments', () => findSuccessful(target, async (arn) => arn !== target.runningTaskDefinitionArn && (await candidates.isDeployable(arn)), ports));
    if (found !== undefined)
        return found;
    throw nothingBefore(target, 'ECS lists no successful deployment of another one', candidates.passedOver);
}
/** The newest service deployment that was SUCCESSFUL with a task definition that is looked for (ListServiceDeployments, DescribeServiceRevisions). */
async function findSuccessful({ clusterArn, serviceName }, isWanted, { ecs, clock }) {
    const query = { cluster: clusterArn, service: serviceName, createdAfter: daysAgo(LAST_DAYS, clock) };
    const listed = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => ecs.listServiceDeployments(query));
    const revisions = listed
        .filter(brief => brief.status === 'SUCCESSFUL' && brief.targetServiceRevisionArn !== undefined)
        .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
        .map(brief => brief.targetServiceRevisionArn ?? '')
        .filter((arn, index, all) => all.indexOf(arn) === index);
    // DescribeServiceRevisions takes twenty at once.
    for (let start = 0; start < revisions.length; start += 20) {
        const arns = revisions.slice(start, start + 20);
        const described = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => ecs.describeServiceRevisions(arns));
        for (const arn of arns) {
            const found = described.find(revision => revision.serviceRevisionArn === arn)?.taskDefinition;
            if (found !== undefined && (await isWanted(found)))
                return found;
        }
    }
    return undefined;
}
async function findPreviousCodeDeploy(target, isGiven, candidates, { codedeploy, clock }) {
    const { application, deploymentGroup } = target;
    const createdAfter = daysAgo(LAST_DAYS, clock);
    const ids = await read('the deployments that succeeded', () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => codedeploy.listDeployments({ application, deploymentGroup, statuses: ['Succeeded'], createdAfter })));
    const seen = new Set();
    for (const id of ids.slice(0, MAX_DEPLOYMENTS)) {
        const info = await read(`the deployment ${id}`, () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => codedeploy.getDeployment(id)));
        const sha256 = info.revision?.appSpecContent?.sha256;
        if (sha256 === undefined || seen.has(sha256))
            continue;
        seen.add(sha256);
        const appspec = await read(`the AppSpec of ${id}`, () => (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => codedeploy.getAppSpec(application, sha256)));
        const [arn] = appspec?.match(TASK_DEFINITIONS) ?? [];
        if (appspec === undefined || arn === undefined)
            continue;
        if (!isGiven && (arn === target.runningTaskDefinitionArn || !(await candidates.isDeployable(arn))))
            continue;
        return { taskDefinitionArn: arn, appspec };
    }
    const why = `${deploymentGroup} has no deployment that succeeded with another one`;
    throw nothingBefore(target, why, candidates.passedOver);
}
function createCandidates(ecs) {
    const known = new Map();
    const passedOver = [];
    const isDeployable = async (arn) => {
        if (known.has(arn))
            return known.get(arn)?.status === ACTIVE;
        // One that was live need not be looked at where that is not permitted.
        const revision = await readRevision(arn, ecs).catch((error) => {
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error))
                return { arn, status: ACTIVE, images: [] };
            throw error;
        });
        known.set(arn, revision);
        if (revision?.status === ACTIVE)
            return true;
        passedOver.push(`${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(arn)} is ${revision?.status ?? 'deleted'}`);
        return false;
    };
    return { passedOver, isDeployable, describe: arn => known.get(arn) ?? { images: [] } };
}
const ACTIVE = 'ACTIVE';
/** undefined: there is no such revision. */
async function readRevision(reference, ecs) {
    try {
        const { taskDefinition } = await ecs.describeTaskDefinition(reference);
        const { status = ACTIVE, taskDefinitionArn: arn = reference, containerDefinitions = [] } = taskDefinition;
        return { arn, status, images: containerDefinitions.flatMap(({ image }) => image ?? []) };
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) === 'ClientException')
            return undefined;
        throw error;
    }
}
async function requireImages(taskDefinitionArn, images, isGiven, { findMissingImages }) {
    const missing = (await findMissingImages?.(images)) ?? [];
    if (missing.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'revision-without-images',
        fault: 'user',
        what: `The task definition ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(taskDefinitionArn)} cannot be pulled any more: ECR has no ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listNames */ .Zv)(missing)}. A lifecycle policy may have removed it, or it is archived.`,
        next: isGiven
            ? 'Choose a revision whose images are there with --to, or push the image again.'
            : 'Push the image again, or name a revision whose images are there with --to=family:revision.'
    });
}
/** A revision that somebody named. Throws SlipwayError where it is not ACTIVE, or not there. */
async function requireActive(reference, { ecs }) {
    const what = `The task definition ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(reference)}`;
    const next = 'Correct --to.';
    const found = await read((0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(reference), () => readRevision(reference, ecs));
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({ code: 'no-such-revision', fault: 'user', what: `${what} does not exist.`, next });
    if (found.status === ACTIVE)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'revision-not-active',
        fault: 'user',
        what: `${what} is ${found.status}: it was deregistered, so it cannot be deployed.`,
        next
    });
}
function nothingBefore(target, why, passedOver) {
    const running = (0,_text_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(target.runningTaskDefinitionArn ?? 'nothing');
    const service = `${target.clusterName}/${target.serviceName}`;
    if (passedOver.length > 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
            code: 'revision-not-active',
            fault: 'user',
            what: `No revision that was live on ${service} before ${running} can be deployed again: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listNames */ .Zv)(passedOver)}, as they were deregistered.`,
            next: 'Name another one with --to=family:revision.'
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'nothing-before',
        fault: 'user',
        what: `What was live on ${service} before ${running} is not known: ${why} in the last ${LAST_DAYS} days.`,
        next: 'Name the revision to go to with --to=family:revision.'
    });
}
async function read(what, look) {
    try {
        return await look();
    }
    catch (error) {
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Reading ${what}`);
    }
}
function daysAgo(days, clock) {
    return new Date(clock.now() - days * 86_400_000);
}


/***/ }),

/***/ 1180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rollBack)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _codedeploy_monitor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1181);
/* harmony import */ var _codedeploy_deploy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5385);
/* harmony import */ var _ecs_monitor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5620);
/* harmony import */ var _ecs_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8965);
/* harmony import */ var _ecs_deploy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1490);
/* harmony import */ var _cleanup_record_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5359);
/* harmony import */ var _timeouts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3233);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3071);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5257);
/* harmony import */ var _previous_revision_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4715);
/* harmony import */ var _stop_deployment_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3810);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8988);















/** In milliseconds. Hooks may hold each stage of a deployment for two weeks. */
const LONGEST_DEPLOYMENT = 90 * 86_400_000;
/**
 * Goes back to the version that was live before, and follows that to its end. A deployment that is under way is stopped with a rollback,
 * whoever started it: that is what going back means then. Else the previous revision that was live is deployed again.
 *
 * @param to a revision to go to, where it is not the previous one: then nothing is stopped
 * @returns `succeeded` where the earlier version is what runs now
 * @throws SlipwayError where nothing earlier is known, or AWS refuses; the signal's reason when it fires before a deployment is stopped
 */
async function rollBack(target, to, run) {
    if (to === undefined) {
        const stopped = await (target.controller === 'ECS' ? stopEcs(target, run) : stopCodeDeploy(target, run));
        if (stopped !== undefined)
            return stopped;
    }
    const { taskDefinitionArn, appspec, passedOver } = await (0,_previous_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .findPrevious */ .ve)(target, to, {
        ...run.ports,
        clock: run.clock,
        findMissingImages: run.findMissingImages
    });
    if (passedOver.length > 0)
        run.reporter.info(`${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .listNames */ .Zv)(passedOver)}, so an older revision is taken.`);
    run.reporter.info(`Going back from ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_12__/* .resourceName */ .Iy)(target.runningTaskDefinitionArn ?? 'nothing')} to ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_12__/* .resourceName */ .Iy)(taskDefinitionArn)}.`);
    return target.controller === 'ECS'
        ? (0,_ecs_deploy_js__WEBPACK_IMPORTED_MODULE_7__/* .rollOutEcs */ .b)(target, { ...run, ...describeReplaced(target, to, run), taskDefinitionArn })
        : (0,_codedeploy_deploy_js__WEBPACK_IMPORTED_MODULE_4__/* .rollOutCodeDeploy */ .c)(target, (0,_codedeploy_deploy_js__WEBPACK_IMPORTED_MODULE_4__/* .requireAppSpec */ .Y)(appspec), {
            ...run,
            taskDefinitionArn,
            expectedPrimaryId: to === undefined ? findPrimaryTaskSet(target) : undefined
        });
}
/** What was live before is before what was looked at: a deployment that took its place since then is not gone back from. */
function describeReplaced({ primary }, to, { config }) {
    if (to !== undefined)
        return { config: { ...config, onConflict: 'replace' } };
    return { config: { ...config, onConflict: 'fail' }, expectedPrimaryId: primary?.id };
}
function findPrimaryTaskSet({ service }) {
    return service.taskSets?.find(({ status }) => status === 'PRIMARY')?.id;
}
/** undefined where no deployment is under way. */
async function stopEcs(target, run) {
    const { primary, service } = target;
    if (primary?.rolloutState !== 'IN_PROGRESS')
        return undefined;
    const serviceDeploymentArn = await findUnderWay(target, run);
    // A first deployment has nothing to go back to: then this refuses, and nothing has been changed.
    const before = (0,_previous_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .findCompleted */ .hP)(service) ??
        (await (0,_previous_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .findPrevious */ .ve)(target, undefined, { ...run.ports, clock: run.clock })).taskDefinitionArn;
    const ref = {
        deploymentId: primary.id ?? '',
        taskDefinitionArn: primary.taskDefinition ?? '',
        previousTaskDefinitionArn: before,
        createdAt: primary.createdAt?.getTime() ?? run.clock.now(),
        before: {
            deploymentIds: (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .readBefore */ ._H)(service).deploymentIds.filter(id => id !== primary.id),
            serviceRevisionArns: []
        }
    };
    const ours = { ...run, taskDefinitionArn: ref.taskDefinitionArn };
    run.reporter.info(`The deployment ${ref.deploymentId} of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_12__/* .resourceName */ .Iy)(ref.taskDefinitionArn)} is under way.`);
    const left = { ref, cluster: target.clusterArn, service: target.serviceName, serviceDeploymentArn };
    run.signal?.throwIfAborted();
    const stopResult = await (0,_stop_deployment_js__WEBPACK_IMPORTED_MODULE_11__/* .stopEcsDeployment */ .bD)(left, 'rollback', run.ports.ecs, run.clock);
    requireUndone(stopResult);
    const follower = (0,_ecs_monitor_js__WEBPACK_IMPORTED_MODULE_5__/* .createEcsMonitor */ .a)(target, ours, ref, service.events ?? []);
    follower.progress.line(stopResult.reason);
    const watched = await follower.follow(stopResult.kind === 'redeployed' ? stopResult.ref : ref, {
        deadline: run.clock.now() + (0,_timeouts_js__WEBPACK_IMPORTED_MODULE_8__/* .ecsTimeout */ .F)(target, run.config),
        wanted: 'stable',
        failFast: false,
        signal: run.signal
    });
    (0,_cleanup_record_js__WEBPACK_IMPORTED_MODULE_13__/* .clearDeployment */ .Vk)(target, ours);
    return {
        ...judge(watched, stopResult),
        taskDefinitionArn: before,
        previousTaskDefinitionArn: ref.taskDefinitionArn,
        ...(follower.serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn: follower.serviceDeploymentArn }),
        timeline: follower.timeline.read()
    };
}
/**
 * The service deployment that is under way: a service has one at a time. undefined where none is listed, or it may not be read.
 *
 * @throws SlipwayError while ECS rolls back: the version that it goes back to is the one that is deployed, and to stop that would bring the other one again
 */
async function findUnderWay(target, { ports, clock }) {
    const query = {
        cluster: target.clusterArn,
        service: target.serviceName,
        createdAfter: new Date(clock.now() - LONGEST_DEPLOYMENT)
    };
    const listed = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_9__/* .retryTransient */ .j)(clock, () => ports.ecs.listServiceDeployments(query)).catch((error) => {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error))
            return [];
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Listing the service deployments of ${target.serviceName}`);
    });
    const rollback = listed.find(({ status }) => status === 'ROLLBACK_IN_PROGRESS');
    if (rollback !== undefined)
        throw rollingBackAlready('ECS', target, rollback.serviceDeploymentArn ?? '');
    return listed.find(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS')?.serviceDeploymentArn;
}
function rollingBackAlready(engine, target, id) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'rolling-back',
        fault: 'user',
        what: `${engine} is rolling ${target.serviceName} back already: ${id}.`,
        next: 'Check it with slipway status.'
    });
}
/** undefined where no deployment is active in the group. */
async function stopCodeDeploy(target, run) {
    const { codedeploy } = run.ports;
    const { application, deploymentGroup, service } = target;
    const query = { application, deploymentGroup, statuses: _ports_js__WEBPACK_IMPORTED_MODULE_14__/* .ACTIVE_STATUSES */ .a };
    const [id] = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_9__/* .retryTransient */ .j)(run.clock, () => codedeploy.listDeployments(query)).catch((error) => {
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Listing the active deployments of ${deploymentGroup}`);
    });
    if (id === undefined)
        return undefined;
    const { creator } = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_9__/* .retryTransient */ .j)(run.clock, () => codedeploy.getDeployment(id));
    if (creator === 'codeDeployRollback')
        throw rollingBackAlready('CodeDeploy', target, id);
    const running = service.taskSets?.find(set => set.status !== 'PRIMARY')?.taskDefinition;
    const taskDefinitionArn = running ?? target.runningTaskDefinitionArn ?? '';
    run.reporter.info(`The deployment ${id} is under way.`);
    run.signal?.throwIfAborted();
    const stopResult = await (0,_stop_deployment_js__WEBPACK_IMPORTED_MODULE_11__/* .stopCodeDeployDeployment */ .i8)(id, 'rollback', codedeploy, run.clock);
    requireUndone(stopResult);
    const follower = (0,_codedeploy_monitor_js__WEBPACK_IMPORTED_MODULE_3__/* .createCodeDeployMonitor */ .J)(target, { ...run, taskDefinitionArn }, id);
    follower.progress.line(stopResult.reason);
    follower.expectRollback();
    const limit = await (0,_timeouts_js__WEBPACK_IMPORTED_MODULE_8__/* .codeDeployTimeout */ .S)(target, run.config, codedeploy);
    const watched = await follower.follow({
        deadline: run.clock.now() + limit,
        wanted: 'stable',
        failFast: false,
        signal: run.signal
    });
    return {
        ...judge(watched, stopResult),
        taskDefinitionArn: target.runningTaskDefinitionArn ?? '',
        previousTaskDefinitionArn: taskDefinitionArn,
        codedeployDeploymentId: id,
        timeline: follower.timeline.read()
    };
}
function requireUndone(stopResult) {
    if (stopResult.kind === 'stopping' || stopResult.kind === 'redeployed')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'not-rolled-back',
        fault: 'aws',
        what: `The deployment could not be rolled back: ${stopResult.reason}`,
        next: stopResult.kind === 'nothing' ? 'Run slipway rollback again: it has ended.' : undefined
    });
}
function judge(watched, stopResult) {
    if (watched.kind === 'cancelled')
        return {
            verdict: 'cancelled',
            reason: `${stopResult.reason} It continues; this run no longer follows it.`
        };
    if (watched.kind === 'timed-out')
        return { verdict: 'timed-out', reason: `${stopResult.reason} It had not ended within wait-for-minutes.` };
    const { end } = watched;
    if (end.kind !== 'ending')
        return { verdict: 'failed', reason: end.kind === 'fail-fast' ? end.reason : stopResult.reason };
    const { ending } = end;
    if (ending.verdict === 'rolled-back')
        return { verdict: 'succeeded', reason: ending.reason };
    // The previous revision was deployed again.
    if (ending.verdict === 'succeeded' && stopResult.kind === 'redeployed')
        return ending;
    return ending.verdict === 'succeeded'
        ? { verdict: 'failed', reason: `${ending.reason} It was too late to roll it back: run slipway rollback again.` }
        : ending;
}


/***/ }),

/***/ 3810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   CR: () => (/* binding */ explainNotUndone),
/* harmony export */   H2: () => (/* binding */ explainCancelled),
/* harmony export */   bD: () => (/* binding */ stopEcsDeployment),
/* harmony export */   h8: () => (/* binding */ isTooLate),
/* harmony export */   i8: () => (/* binding */ stopCodeDeployDeployment),
/* harmony export */   yH: () => (/* binding */ stopInterruptedDeployment)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8965);
/* harmony import */ var _ecs_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1533);
/* harmony import */ var _monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1780);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5257);
/* harmony import */ var _codedeploy_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9000);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3071);
/* harmony import */ var _idempotent_call_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6091);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2165);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8988);










/** Whether nothing is left for the post step to do: what could not be done a moment ago may be possible then. */
function isComplete(stopResult, policy) {
    return stopResult.kind === 'left' ? policy === 'leave' : stopResult.kind !== 'impossible';
}
/** Whether the deployment had succeeded before it could be taken back. */
function isTooLate(stopResult) {
    return (stopResult.kind === 'nothing' &&
        /^The deployment had ended \((SUCCESSFUL|COMPLETED|Succeeded)\)/.test(stopResult.reason));
}
/** Why a rollout failed whose undo AWS did not take: what could not be done, and that the post step tries it once more. */
function explainNotUndone(ending, stopResult, isNoted) {
    const noted = isNoted ? ' The deployment is still running; the post step will handle it.' : '';
    return { ...ending, reason: `${ending.reason} ${stopResult.reason}${noted}` };
}
/** Why a rollout is `cancelled`: what became of its deployment, and what the post step still has to do. One to three sentences. */
function explainCancelled(stopResult, policy) {
    const late = isTooLate(stopResult) ? ' on-cancel came too late.' : '';
    const noted = isComplete(stopResult, policy) ? '' : ' It is noted for the post step.';
    return `Cancelled. ${stopResult.reason}${late}${noted}`;
}
/** So often a list is asked for a deployment that may be too young for it, once a second. */
const LISTING_LOOKS = 6;
const FINAL = /^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/;
const UNDER_WAY = /^(STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/;
/**
 * Stops our ECS deployment or rolls it back: StopServiceDeployment (ABORT or ROLLBACK); where that is not possible, and going back is
 * asked for, UpdateService to the task definition that ran before. A deployment that is not ours is never touched.
 *
 * @throws SlipwayError where AWS refuses for another reason than a missing permission
 */
async function stopEcsDeployment(left, policy, ecs, clock) {
    if (policy === 'leave')
        return { kind: 'left', reason: 'The deployment was left running (leave).' };
    const stopped = await stopServiceDeployment(left, policy, ecs, clock);
    if (stopped.kind !== 'refused')
        return stopped;
    if (policy === 'stop')
        return { kind: 'left', reason: `The deployment cannot be stopped: ${stopped.reason}` };
    try {
        if (!stopped.isStopped && (await ecsRollsItBack(left, ecs, clock))) {
            return { kind: 'stopping', reason: 'ECS is rolling it back.' };
        }
        return await redeployPrevious(left, stopped, ecs, clock);
    }
    catch (error) {
        if (error instanceof NotOwnedError)
            return { kind: 'nothing', reason: error.message };
        if (error instanceof _ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .DeploymentInDoubt */ .pY)
            return { kind: 'left', reason: error.message };
        const { previousTaskDefinitionArn: previous = 'the previous revision' } = left.ref;
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Going back to ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_7__/* .resourceName */ .Iy)(previous)}`);
    }
}
async function stopServiceDeployment(left, policy, ecs, clock) {
    try {
        const arn = left.serviceDeploymentArn ?? (await findListed(left, policy, ecs, clock));
        if (arn === undefined)
            return { kind: 'refused', reason: 'ECS does not list its service deployment.' };
        const [described] = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => ecs.describeServiceDeployments([arn]));
        const status = described?.status ?? 'unknown';
        if (UNDER_WAY.test(status))
            return { kind: 'stopping', reason: `ECS is already rolling back (${status}).` };
        // A deployment that failed without a rollback stands STOPPED on the new version: to go back is another deployment.
        if (status === 'STOPPED' && policy === 'rollback') {
            return { kind: 'refused', reason: 'It is STOPPED already.', isStopped: true };
        }
        if (FINAL.test(status))
            return { kind: 'nothing', reason: `The deployment had ended (${status}).` };
        await ecs.stopServiceDeployment(arn, policy === 'rollback' ? 'ROLLBACK' : 'ABORT');
        return { kind: 'stopping', reason: policy === 'rollback' ? 'Asked ECS to roll back.' : 'Asked ECS to stop.' };
    }
    catch (error) {
        if (error instanceof NotOwnedError)
            return { kind: 'nothing', reason: error.message };
        if (error instanceof _ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .DeploymentInDoubt */ .pY)
            return { kind: 'left', reason: error.message };
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error)) {
            return {
                kind: 'refused',
                reason: 'Allow ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:StopServiceDeployment.'
            };
        }
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
            throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, 'Stopping the deployment');
        return { kind: 'refused', reason: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, 'Stopping the deployment').what };
    }
}
/**
 * A young deployment is not listed at once. Going back has another way, where there is an earlier task definition; else there is none than to
 * wait a little.
 */
async function findListed(left, policy, ecs, clock) {
    const { cluster, service } = left;
    const { previousTaskDefinitionArn: previous, taskDefinitionArn } = left.ref;
    const hasOtherWay = policy === 'rollback' && previous !== undefined && previous !== taskDefinitionArn;
    const isPending = (arn) => arn === undefined && !hasOtherWay;
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L)({ clock, attempts: LISTING_LOOKS, pauses: { first: 1_000 }, isPending }, async () => {
        const { ref } = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => assertOwned(left, policy, ecs));
        return (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .findServiceDeployment */ .S7)({ ...ref, cluster, service }, ecs));
    });
}
/** The deployment is not there any more, or another took its place. */
class NotOwnedError extends Error {
    primary;
    constructor(message, primary) {
        super(message);
        this.primary = primary;
    }
}
/**
 * Looks whether ours is what is in place at this moment, and which it is where its answer was never seen. Throws NotOurs, DeploymentInDoubt,
 * and what AWS rejects the look with.
 */
async function assertOwned({ cluster, service: name, ref, lost }, policy, ecs) {
    const [service] = (await ecs.describeServices(cluster, [name])).services;
    const primary = (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .findPrimary */ .WM)(service);
    if (service === undefined || primary === undefined)
        throw new NotOwnedError(`The service ${name} is gone.`);
    const recognized = ref.deploymentId === '' && lost !== undefined ? (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .recognizeLost */ .FQ)(service, lost) : undefined;
    if (recognized?.kind === 'none')
        throw new NotOwnedError('The deployment was never made.');
    if (recognized?.kind === 'doubt')
        throw (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .explainDoubt */ .cG)(recognized.deployment, `${cluster}/${name}`, manualCommand(policy, cluster, name));
    const deploymentId = recognized?.deployment.id ?? ref.deploymentId;
    if (primary.id !== deploymentId) {
        throw new NotOwnedError(`Another deployment (${primary.id ?? 'unknown'}) is in place; it is not touched.`, primary);
    }
    const known = { ...ref, deploymentId, createdAt: primary.createdAt?.getTime() ?? ref.createdAt };
    const serviceRevisionArn = ref.serviceRevisionArn ?? (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .readServiceRevision */ .Ij)(service, known);
    return { ref: { ...known, serviceRevisionArn }, primary, service };
}
function manualCommand(policy, cluster, service) {
    const where = `--cluster=${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_7__/* .resourceName */ .Iy)(cluster)} --service=${service}`;
    return policy === 'rollback'
        ? { wanted: 'rolled back', command: `To do that: slipway rollback ${where}` }
        : {
            wanted: 'stopped',
            command: `To do that: aws ecs stop-service-deployment --stop-type ABORT --service-deployment-arn ARN, where ARN is what aws ecs list-service-deployments ${where} --status IN_PROGRESS names.`
        };
}
/**
 * Whether ECS takes back by itself what FAILED under a circuit breaker or alarms that roll back: to deploy the previous revision would be
 * against its own rollback. That begins a moment later, and never where ECS has nothing to go back to: it is waited for. Throws as
 * assertOwned does.
 */
async function ecsRollsItBack(left, ecs, clock) {
    if (left.isRollbackOverdue === true)
        return false;
    const grace = (0,_monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_8__/* .createRollbackGrace */ .R)(clock);
    let reads = 0;
    /** undefined: it may still begin. */
    const look = async () => {
        reads += 1;
        try {
            const { primary, service } = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => assertOwned(left, 'rollback', ecs));
            const isDue = primary.rolloutState === 'FAILED' && (0,_monitor_automatic_rollback_js__WEBPACK_IMPORTED_MODULE_8__/* .ecsRollsBack */ .B)(service.deploymentConfiguration);
            return !isDue || grace.isOver(primary.updatedAt) ? false : undefined;
        }
        catch (error) {
            const isBack = error instanceof NotOwnedError &&
                error.primary !== undefined &&
                (error.primary.taskDefinition === left.ref.previousTaskDefinitionArn || (0,_ecs_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isRollback */ .z1)(error.primary));
            if (reads > 1 && isBack)
                return true;
            throw error;
        }
    };
    const rollsBack = await (0,_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L)({ clock, pauses: { first: 2_000 }, isPending: seen => seen === undefined }, look);
    return rollsBack === true;
}
async function redeployPrevious(left, { reason: why, isStopped = false }, ecs, clock) {
    const { cluster, service, ref } = left;
    const { previousTaskDefinitionArn: previous } = ref;
    if (previous === undefined || previous === ref.taskDefinitionArn) {
        const reason = `${why} There is no earlier task definition to go back to.`;
        return { kind: isStopped ? 'nothing' : 'left', reason };
    }
    let before = { deploymentIds: [], serviceRevisionArns: [] };
    const answer = await (0,_idempotent_call_js__WEBPACK_IMPORTED_MODULE_5__/* .sendOnce */ .E)({
        clock,
        // Before each repetition too: somebody may have deployed while AWS refused.
        send: async () => {
            const seen = await assertOwned(left, 'rollback', ecs);
            if (seen.primary.rolloutState === 'COMPLETED')
                return undefined;
            before = (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .readBefore */ ._H)(seen.service);
            return ecs.updateService({ cluster, service, taskDefinition: previous });
        },
        // What goes back to that revision now does what was asked for, whoever began it.
        find: async () => {
            const [described] = (await ecs.describeServices(cluster, [service])).services;
            const primary = (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .findPrimary */ .WM)(described);
            const isBack = primary?.taskDefinition === previous && !before.deploymentIds.includes(primary.id ?? '');
            return isBack ? described : undefined;
        }
    });
    if (answer === undefined)
        return { kind: 'nothing', reason: 'The deployment had ended (COMPLETED).' };
    return {
        kind: 'redeployed',
        reason: `${why} Deploying ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_7__/* .resourceName */ .Iy)(previous)} again.`,
        ref: (0,_ecs_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .readDeploymentRef */ .Zx)(answer, before, { taskDefinitionArn: previous, previousTaskDefinitionArn: undefined }, clock.now())
    };
}
/** Stops our CodeDeploy deployment (StopDeployment), with a rollback where that is asked for. */
async function stopCodeDeployDeployment(id, policy, codedeploy, clock) {
    if (policy === 'leave')
        return { kind: 'left', reason: 'The deployment was left running (leave).' };
    try {
        const { status } = await (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => codedeploy.getDeployment(id));
        if (!_ports_js__WEBPACK_IMPORTED_MODULE_9__/* .ACTIVE_STATUSES */ .a.some(active => active === status)) {
            return { kind: 'nothing', reason: `The deployment had ended (${status ?? 'unknown'}).` };
        }
        await codedeploy.stopDeployment(id, policy === 'rollback');
        return {
            kind: 'stopping',
            reason: policy === 'rollback' ? 'Asked CodeDeploy to stop and roll back.' : 'Asked CodeDeploy to stop.'
        };
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorName */ .ZH)(error) === 'DeploymentAlreadyCompletedException') {
            return { kind: 'nothing', reason: 'The deployment had ended.' };
        }
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error))
            return { kind: 'left', reason: 'The deployment cannot be stopped: allow codedeploy:StopDeployment.' };
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Stopping the deployment ${id}`);
    }
}
/**
 * For the post step: does with a deployment that a run left under way what `on-cancel` says, without following it.
 *
 * @returns what became of it; `reason` is one sentence
 */
async function stopInterruptedDeployment(pending, ports, clock) {
    if (pending.engine === 'ecs')
        return stopEcsDeployment(readLeft(pending), pending.onCancel, ports.ecs, clock);
    const id = pending.id === '' ? await (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .retryTransient */ .j)(clock, () => findLost(pending, ports.codedeploy)) : pending.id;
    if (id === undefined)
        return { kind: 'nothing', reason: 'The deployment was never made.' };
    return stopCodeDeployDeployment(id, pending.onCancel, ports.codedeploy, clock);
}
function readLeft(pending) {
    const { cluster, service, serviceDeploymentArn, taskDefinitionArn, previousTaskDefinitionArn } = pending;
    const { id, askedAt, isOwnRevision, deploymentsBefore, serviceRevisionArn } = pending;
    return {
        cluster,
        service,
        serviceDeploymentArn,
        ref: {
            deploymentId: id,
            taskDefinitionArn,
            previousTaskDefinitionArn,
            serviceRevisionArn,
            createdAt: askedAt,
            before: { deploymentIds: deploymentsBefore, serviceRevisionArns: [] }
        },
        lost: { taskDefinitionArn, isOwnRevision, deploymentsBefore }
    };
}
async function findLost(pending, codedeploy) {
    const { application, deploymentGroup, mark } = pending;
    if (application === undefined || deploymentGroup === undefined || mark === undefined)
        return undefined;
    return (0,_codedeploy_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .findOwnDeployment */ .D9)({ application, deploymentGroup, mark }, codedeploy);
}


/***/ }),

/***/ 7444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ stopTask),
/* harmony export */   o: () => (/* binding */ stopInterruptedTask)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3071);
/* harmony import */ var _text_arn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8988);




/** Our clock and ECS's may differ by as much when a lost task is looked for. */
const CLOCK_MARGIN = 60_000;
/** Stops a task (StopTask); one that has ended stays as it is. Throws SlipwayError where ECS refuses. */
async function stopTask({ cluster, arn, why }, ecs, clock) {
    try {
        await (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => ecs.stopTask(cluster, arn, `Stopped by Slipway: ${why}`));
    }
    catch (error) {
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAwsError */ .Ni)(error, `Stopping the task ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(arn)}`);
    }
}
/**
 * For the post step: stops the task that a run left under way, unless `on-cancel` is `leave`.
 *
 * Where the answer to RunTask was never seen, it is the one with our mark in `startedBy`. Where `run-task-started-by` took the mark's place,
 * it is the one of a revision that this run alone registered; else it may be another's, and none is touched.
 *
 * @returns what became of it, one sentence
 * @throws SlipwayError where ECS refuses, or it may be another run's
 */
async function stopInterruptedTask(pending, ecs, clock) {
    if (pending.onCancel === 'leave')
        return 'It was left running (leave).';
    const { cluster, isMarked, isOwnRevision } = pending;
    const found = pending.arn === '' ? await (0,_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .retryTransient */ .j)(clock, () => findLost(pending, ecs)) : [pending.arn];
    const [arn, another] = found;
    if (arn === undefined)
        return 'The task was never started.';
    const isOurs = pending.arn !== '' || isMarked || (isOwnRevision && another === undefined);
    if (!isOurs)
        throw explainDoubt(pending, found);
    await stopTask({ cluster, arn, why: 'the run was cut short' }, ecs, clock);
    return 'Asked ECS to stop it.';
}
function explainDoubt({ cluster, startedBy, taskDefinitionArn }, arns) {
    const tasks = arns.map(_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
        code: 'task-in-doubt',
        fault: 'aws',
        what: `ECS's answer to this run's RunTask of ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(taskDefinitionArn)} was lost, and with ${startedBy} as startedBy there run: ${tasks.join(', ')}. ` +
            `Each is this run's or another's, and ECS does not tell which. None is touched; if it were this run's, it would be stopped.`,
        next: `To do that: aws ecs stop-task --cluster ${(0,_text_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(cluster)} --task ${tasks[0] ?? ''}`
    });
}
async function findLost({ cluster, taskDefinitionArn, startedBy, askedAt }, ecs) {
    const listed = await ecs.listTasks({ cluster, startedBy, desiredStatus: 'RUNNING' });
    const tasks = listed.length === 0 ? [] : await ecs.describeTasks(cluster, listed);
    return tasks
        .filter(task => task.taskDefinitionArn === taskDefinitionArn)
        .filter(task => (task.createdAt?.getTime() ?? askedAt) >= askedAt - CLOCK_MARGIN)
        .flatMap(task => task.taskArn ?? []);
}


/***/ }),

/***/ 2884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ rollOutAll)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/parallel.js
var parallel = __webpack_require__(932);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/deploy.js
var deploy = __webpack_require__(5385);
// EXTERNAL MODULE: ./lib/rollout/ecs/deploy.js + 1 modules
var ecs_deploy = __webpack_require__(1490);
// EXTERNAL MODULE: ./lib/rollout/rollback/rollback.js
var rollback = __webpack_require__(1180);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var rollout_target = __webpack_require__(2202);
// EXTERNAL MODULE: ./lib/rollout/codedeploy/follow.js + 1 modules
var follow = __webpack_require__(1105);
// EXTERNAL MODULE: ./lib/rollout/cleanup-record.js
var cleanup_record = __webpack_require__(5359);
// EXTERNAL MODULE: ./lib/rollout/ecs/pauses.js
var pauses = __webpack_require__(7472);
// EXTERNAL MODULE: ./lib/rollout/ecs/follow.js
var ecs_follow = __webpack_require__(3430);
// EXTERNAL MODULE: ./lib/rollout/rollback/stop-deployment.js
var stop_deployment = __webpack_require__(3810);
// EXTERNAL MODULE: ./lib/text/deployment-name.js
var deployment_name = __webpack_require__(3406);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/take-up/follow.js








/**
 * Follows a deployment that was under way before, as if this run had begun it: `wait-for`, `on-failure`, `on-cancel` and the gate count from
 * here on. With the word `continue` the pause that it was found in is ended, and no later one; with `rollback` it goes back.
 *
 * @throws SlipwayError where AWS refuses, and where it is to go back and has ended
 */
async function followTakenUp(target, takenUp, word, run, goBack) {
    const name = nameOf(takenUp);
    run.reporter.info(`The deployment ${name} of ${(0,arn/* resourceName */.Iy)(takenUp.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} is ${takenUp.status}; it is followed from here on.`);
    if (word === 'continue' && takenUp.waiting === undefined)
        run.reporter.info('It waits for nobody, so nothing is continued.');
    if (word === 'rollback')
        await askForRollback(target, takenUp, run);
    const { waiting } = takenUp;
    const isReleased = (pause) => word === 'continue' && pause.id === waiting?.id;
    const result = await follow_follow(target, takenUp, run, isReleased, goBack);
    const previousTaskDefinitionArn = takenUp.engine === 'ecs' ? takenUp.ref.previousTaskDefinitionArn : takenUp.previousTaskDefinitionArn;
    return {
        taskDefinitionArn: takenUp.taskDefinitionArn,
        previousTaskDefinitionArn,
        ...result,
        timeline: completeTimeline(result.timeline, takenUp)
    };
}
function nameOf(takenUp) {
    return takenUp.engine === 'codedeploy' ? takenUp.id : ((0,deployment_name/* nameDeployment */.N)(takenUp) ?? '');
}
async function follow_follow(target, takenUp, run, isReleased, goBack) {
    if (target.controller === 'ECS' && takenUp.engine === 'ecs') {
        const { ref, serviceDeploymentArn } = takenUp;
        (0,cleanup_record/* recordDeployment */.dj)(target, run, { ...(0,cleanup_record/* describeDeploymentRef */.Qr)(ref), serviceDeploymentArn });
        return (0,ecs_follow/* followEcs */.l)({ target, run, ref, loggedEvents: [], serviceDeploymentArn, isReleased }, goBack);
    }
    if (target.controller === 'CODE_DEPLOY' && takenUp.engine === 'codedeploy') {
        const { id, begunAt, previousTaskDefinitionArn } = takenUp;
        const note = (noted) => (0,cleanup_record/* recordDeployment */.dj)(target, noted, { id, askedAt: begunAt, deploymentsBefore: [], previousTaskDefinitionArn });
        note(run);
        return (0,follow/* followCodeDeploy */.O)({ target, run, id, note, startedAt: begunAt, isReleased }, goBack);
    }
    throw new Error(`The deployment ${nameOf(takenUp)} is not of ${target.serviceName}.`);
}
/** A pause is answered with a rollback; what does not wait is stopped with one. */
async function askForRollback(target, takenUp, run) {
    const { ports, clock, reporter } = run;
    const asked = await (async () => {
        if (takenUp.engine === 'codedeploy') {
            return (0,stop_deployment/* stopCodeDeployDeployment */.i8)(takenUp.id, 'rollback', ports.codedeploy, clock);
        }
        const { ref, serviceDeploymentArn: arn, waiting: pause } = takenUp;
        if (pause !== undefined && (await (0,pauses/* answerPause */.RR)({ arn, pause, action: 'ROLLBACK' }, ports.ecs, clock))) {
            return { kind: 'stopping', reason: 'Asked ECS to roll back.' };
        }
        const left = { ref, cluster: target.clusterArn, service: target.serviceName, serviceDeploymentArn: arn };
        return (0,stop_deployment/* stopEcsDeployment */.bD)(left, 'rollback', ports.ecs, clock);
    })();
    if (asked.kind === 'stopping') {
        reporter.info(asked.reason);
        return;
    }
    throw new errors/* SlipwayError */.GQ({
        code: 'not-rolled-back',
        fault: 'user',
        what: `The deployment ${nameOf(takenUp)} is not rolled back: ${asked.reason}`,
        next: `To go back from what it deployed: slipway rollback --cluster=${target.clusterName} --service=${target.serviceName}`
    });
}
/** What was before this run looked, in one stretch: AWS tells when a deployment began, and when it ended. */
function completeTimeline(seen, { begunAt, endedAt }) {
    if (endedAt !== undefined)
        return [{ phase: 'before', startedAt: begunAt, endedAt }];
    const [first] = seen;
    if (first === undefined || first.startedAt <= begunAt)
        return seen;
    return [{ phase: 'before', startedAt: begunAt, endedAt: first.startedAt }, ...seen];
}

;// CONCATENATED MODULE: ./lib/rollout/rollout.js






/**
 * Rolls a registered task definition out and follows the deployment as far as `wait-for` says.
 *
 * A deployment that fails, is rolled back, taken over, cancelled or runs out of time is a result and not an error. On a failure that
 * AWS does not end itself, and on a cancellation, `on-failure` and `on-cancel` are carried out before this returns. A change that was not
 * answered when the run was cancelled is left to the post step, in the cleanupStore.
 *
 * @throws SlipwayError where AWS refuses the request, or credentials or permissions end in the middle; the cleanupStore then still holds the deployment
 */
async function rollOut({ target, appspec, takenUp, ...run }) {
    try {
        const goBack = before => rollBackProven(target, before, run);
        if (takenUp !== undefined)
            return await followTakenUp(target, takenUp.deployment, takenUp.word, run, goBack);
        if (target.controller === 'ECS')
            return await (0,ecs_deploy/* rollOutEcs */.b)(target, run, goBack);
        return await (0,deploy/* rollOutCodeDeploy */.c)(target, (0,deploy/* requireAppSpec */.Y)(appspec), run, goBack);
    }
    catch (error) {
        if (!(error instanceof errors/* Cancelled */.cJ))
            throw error;
        return {
            verdict: 'cancelled',
            reason: error instanceof errors/* Unanswered */.XX ? `${error.what} It is noted for the post step.` : error.what,
            taskDefinitionArn: run.taskDefinitionArn,
            previousTaskDefinitionArn: target.runningTaskDefinitionArn,
            timeline: []
        };
    }
}
/**
 * Deploys the last proven revision after a deployment of this run that has ended, and follows that to its end. undefined where it is not what
 * runs any more: what took its place is somebody else's.
 *
 * @param before what ran before it
 */
async function rollBackProven(target, before, run) {
    const { ports, clock, taskDefinitionArn } = run;
    const config = {
        ...run.config,
        cluster: target.clusterArn,
        service: target.serviceName,
        waitFor: 'stable',
        onConflict: 'wait',
        forceNewDeployment: false,
        // What it goes back from must not come back.
        onFailure: 'leave',
        onCancel: 'leave',
        desiredCount: undefined
    };
    const fresh = await (0,rollout_target/* findTarget */.F)(config, { ...ports, clock });
    if (fresh.runningTaskDefinitionArn !== taskDefinitionArn)
        return undefined;
    const back = { ...run, config, gate: undefined, taskDefinition: undefined };
    try {
        return await (0,rollback/* rollBack */.F)(fresh, undefined, back);
    }
    catch (error) {
        // AWS knows of no earlier deployment: what ran before this one, it does.
        if (!(error instanceof errors/* SlipwayError */.GQ) || error.code !== 'nothing-before' || before === undefined)
            throw error;
        return (0,rollback/* rollBack */.F)(fresh, before, back);
    }
}

// EXTERNAL MODULE: ./lib/rollout/batching/codedeploy.js
var codedeploy = __webpack_require__(6738);
// EXTERNAL MODULE: ./lib/rollout/batching/ecs.js + 1 modules
var ecs = __webpack_require__(8975);
;// CONCATENATED MODULE: ./lib/rollout/rollouts.js





/**
 * Rolls out to several services at the same time, at most `maxParallel` of them (undefined: all), behind one look for all. Each has a
 * verdict of its own: one that fails holds up no other, and what AWS refuses for one is the verdict `failed` of that one. A single one is
 * rolled out as by `rollOut`.
 *
 * @param inputs each with a target of its own
 * @returns the result of each target, in the order of the inputs
 * @throws for a single one what `rollOut` throws; for several only what is a bug in Slipway, after all have ended
 */
async function rollOutAll(inputs, maxParallel) {
    const [first] = inputs;
    if (first === undefined)
        return new Map();
    if (inputs.length === 1)
        return new Map([[first.target, await rollOut(first)]]);
    const { ports, clock, signal } = first;
    const reads = (0,ecs/* batchEcsReads */.z)(ports.ecs, clock, signal);
    const deployments = (0,codedeploy/* batchCodeDeployReads */.U)(ports.codedeploy, clock, signal);
    const shared = { ecs: reads.ecs, codedeploy: deployments.codedeploy, logs: ports.logs };
    const undoing = shareUndoing(inputs, first);
    const { concurrentRollouts } = deployments;
    const run = async ({ input, label }) => {
        const leave = [reads.enter(), ...(input.target.controller === 'CODE_DEPLOY' ? [deployments.enter()] : [])];
        const reporter = labelReporter(input.reporter, label);
        try {
            return await rollOut({ ...input, ports: shared, reporter, concurrentRollouts, undoing });
        }
        catch (error) {
            if (!(error instanceof errors/* SlipwayError */.GQ))
                throw error;
            return explainRefused(input, error);
        }
        finally {
            for (const end of leave)
                end();
        }
    };
    const results = await (0,parallel/* settleAll */.j)(labelInputs(inputs), maxParallel ?? inputs.length, async (labeled) => {
        return [labeled.input.target, await run(labeled)];
    });
    return new Map((0,parallel/* valuesOf */.s)(results));
}
/** All services are cancelled at once: what they look at before they stop their deployments is looked at together too. */
function shareUndoing(inputs, { undoing }) {
    if (undoing === undefined)
        return undefined;
    const { ports, clock } = undoing;
    // Who takes back has no time to wait for others.
    const hurry = AbortSignal.abort();
    const reads = (0,ecs/* batchEcsReads */.z)(ports.ecs, clock, hurry);
    const deployments = (0,codedeploy/* batchCodeDeployReads */.U)(ports.codedeploy, clock, hurry);
    for (const { target } of inputs)
        (target.controller === 'ECS' ? reads : deployments).enter();
    return { clock, ports: { ...ports, ecs: reads.ecs, codedeploy: deployments.codedeploy } };
}
function explainRefused({ target, taskDefinitionArn }, error) {
    const previousTaskDefinitionArn = target.runningTaskDefinitionArn;
    return { verdict: 'failed', reason: error.message, taskDefinitionArn, previousTaskDefinitionArn, timeline: [] };
}
function labelInputs(inputs) {
    const clusters = new Set(inputs.map(({ target }) => target.clusterArn));
    const nameOf = ({ clusterName, serviceName }) => clusters.size > 1 ? `${clusterName}/${serviceName}` : serviceName;
    const width = Math.max(...inputs.map(({ target }) => nameOf(target).length));
    return inputs.map(input => ({ input, label: nameOf(input.target).padEnd(width) }));
}
/** Says on each line whom it is about. Groups of several at once would run into one another, so their titles are lines; so would a line that stands. */
function labelReporter(reporter, label) {
    return {
        ...reporter,
        progress: undefined,
        group: (title, body) => {
            reporter.info(`${label} ${title}`);
            return body();
        },
        info: line => reporter.info(`${label} ${line}`),
        warn: (message, place) => reporter.warn(`${label.trimEnd()}: ${message}`, place),
        error: (message, place) => reporter.error(`${label.trimEnd()}: ${message}`, place),
        debug: line => reporter.debug(`${label} ${line}`)
    };
}


/***/ }),

/***/ 3233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ecsTimeout),
/* harmony export */   S: () => (/* binding */ codeDeployTimeout)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4300);

/** How long an ECS deployment may take, in milliseconds: wait-for-minutes, and what the service itself waits on purpose (bake time, the steps of a shift, hooks that pause it). */
function ecsTimeout({ service }, config) {
    const { bakeTimeInMinutes, linearConfiguration: linear, canaryConfiguration: canary, lifecycleHooks = [] } = service.deploymentConfiguration ?? {};
    const steps = linear?.stepPercent === undefined ? 0 : Math.ceil(100 / Math.max(linear.stepPercent, 1));
    const waits = [
        config.waitForMinutes,
        (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(bakeTimeInMinutes),
        steps * (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(linear?.stepBakeTimeInMinutes),
        (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(canary?.canaryBakeTimeInMinutes),
        ...lifecycleHooks.filter(({ targetType }) => targetType === 'PAUSE').map(findPause)
    ];
    return waits.reduce((sum, minutes) => sum + minutes, 0) * 60_000;
}
/** A PAUSE hook without a timeout of its own waits for a day, at each of its stages. */
const PAUSE_MINUTES = 1_440;
function findPause({ timeoutConfiguration, lifecycleStages = [] }) {
    return (timeoutConfiguration?.timeoutInMinutes ?? PAUSE_MINUTES) * lifecycleStages.length;
}
/**
 * How long a CodeDeploy deployment may take, in milliseconds: wait-for-minutes, and what the deployment group waits on purpose. AWS leaves
 * out what was never set: that is none.
 */
async function codeDeployTimeout({ group }, config, codedeploy) {
    const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } = group.blueGreenDeploymentConfiguration ?? {};
    const shift = await findShiftMinutes(config.codedeployDeploymentConfig ?? group.deploymentConfigName, name => codedeploy.getShiftMinutes(name));
    const own = (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(ready?.waitTimeInMinutes) + (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(blue?.terminationWaitTimeInMinutes) + (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(shift);
    return (own + config.waitForMinutes) * 60_000;
}
/** AWS's own configurations say it in their names; others are asked for, and count as nothing where that is not permitted. */
async function findShiftMinutes(name, ask) {
    if (name === undefined || name.endsWith('AllAtOnce'))
        return 0;
    const known = /^CodeDeployDefault\.ECS(Linear|Canary)(\d+)Percent(?:Every)?(\d+)Minutes$/.exec(name);
    if (known === null)
        return ask(name).catch(() => 0);
    const [percent, minutes] = [Number(known[2]), Number(known[3])];
    return known[1] === 'Canary' ? minutes : Math.ceil(100 / percent) * minutes;
}


/***/ }),

/***/ 50:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kY: () => (/* binding */ connectGithubDeployments),
  ZF: () => (/* binding */ connectWorld),
  Nj: () => (/* binding */ forTakingBack),
  Xg: () => (/* binding */ readConfig),
  sb: () => (/* binding */ readSettings),
  yC: () => (/* binding */ runShip)
});

// EXTERNAL MODULE: ./lib/aws/codedeploy.js
var codedeploy = __webpack_require__(4255);
// EXTERNAL MODULE: ./lib/aws/connection.js + 5 modules
var aws_connection = __webpack_require__(434);
// EXTERNAL MODULE: ./lib/aws/ecr.js + 1 modules
var ecr = __webpack_require__(7739);
// EXTERNAL MODULE: ./lib/aws/ecs.js
var ecs = __webpack_require__(5148);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
;// CONCATENATED MODULE: ./lib/aws/load-balancers.js

/** Elastic Load Balancing (Application, Network) by the SDK. Loaded at the first call. */
function createLoadBalancersPort({ clientConfig }) {
    let loading;
    const load = async () => {
        const sdk = await __webpack_require__.e(/* import() */ 586).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
        return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig) };
    };
    const open = () => (loading ??= load());
    return {
        describeTargetGroups: async (by, values) => {
            const { sdk, client } = await open();
            // One that is missing makes the whole call fail, without saying which: each is asked for by itself, at the same time.
            const found = await Promise.all(values.map(value => unlessMissing('TargetGroupNotFound', async () => {
                const input = by === 'arn' ? { TargetGroupArns: [value] } : { Names: [value] };
                return (await client.send(new sdk.DescribeTargetGroupsCommand(input))).TargetGroups;
            })));
            return found.flatMap(groups => (groups ?? []).map(readTargetGroup));
        },
        describeListener: async (arn) => {
            const { sdk, client } = await open();
            const answer = await unlessMissing('ListenerNotFound', () => client.send(new sdk.DescribeListenersCommand({ ListenerArns: [arn] })));
            const listener = answer?.Listeners?.[0];
            return listener === undefined
                ? undefined
                : { arn, protocol: listener.Protocol, port: listener.Port, forwards: readForwards(listener.DefaultActions) };
        },
        describeRulesOf: async (listenerArn) => {
            const { sdk, client } = await open();
            return unlessMissing('ListenerNotFound', async () => {
                const rules = [];
                for await (const page of sdk.paginateDescribeRules({ client }, { ListenerArn: listenerArn })) {
                    rules.push(...(page.Rules ?? []).map(readRule));
                }
                return rules;
            });
        },
        describeRule: async (arn) => {
            const { sdk, client } = await open();
            const answer = await unlessMissing('RuleNotFound', () => client.send(new sdk.DescribeRulesCommand({ RuleArns: [arn] })));
            return (answer?.Rules ?? []).map(readRule)[0];
        }
    };
}
function readTargetGroup(group) {
    return {
        arn: group.TargetGroupArn ?? '',
        name: group.TargetGroupName ?? '',
        targetType: group.TargetType ?? 'instance',
        protocol: group.Protocol,
        port: group.Port,
        vpcId: group.VpcId,
        loadBalancerArns: group.LoadBalancerArns ?? [],
        healthCheck: {
            protocol: group.HealthCheckProtocol,
            port: group.HealthCheckPort,
            path: group.HealthCheckPath,
            intervalSeconds: group.HealthCheckIntervalSeconds,
            healthyThreshold: group.HealthyThresholdCount
        }
    };
}
function readRule(rule) {
    return { arn: rule.RuleArn ?? '', isDefault: rule.IsDefault === true, forwards: readForwards(rule.Actions) };
}
/** The target groups of a rule's forward action. */
function readForwards(actions = []) {
    return actions.flatMap(({ TargetGroupArn: only, ForwardConfig: config }) => {
        const groups = (config?.TargetGroups ?? []).flatMap(({ TargetGroupArn: arn, Weight: weight }) => arn === undefined ? [] : [{ targetGroupArn: arn, weight }]);
        return groups.length > 0 || only === undefined ? groups : [{ targetGroupArn: only, weight: undefined }];
    });
}
/** The query protocol's code has no suffix, the shape of the model has `Exception`. */
async function unlessMissing(name, call) {
    try {
        return await call();
    }
    catch (error) {
        if ((0,errors/* awsErrorName */.ZH)(error)?.replace(/Exception$/, '') === name)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/listeners.js

/** Elastic Load Balancing (Application, Network) by the SDK, for where a listener is reached. Loaded at the first call. */
function createListenersPort({ clientConfig }) {
    let loading;
    const load = async () => {
        const sdk = await __webpack_require__.e(/* import() */ 586).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
        return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig) };
    };
    const open = () => (loading ??= load());
    const listRules = async (listenerArn) => {
        const { sdk, client } = await open();
        return unlessMissing('ListenerNotFound', async () => {
            const rules = [];
            for await (const page of sdk.paginateDescribeRules({ client }, { ListenerArn: listenerArn })) {
                rules.push(...(page.Rules ?? []).map(listeners_readRule));
            }
            return rules;
        });
    };
    return {
        listRules,
        listListenersOf: async (targetGroupArn) => {
            const { sdk, client } = await open();
            const command = new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] });
            const described = await unlessMissing('TargetGroupNotFound', () => client.send(command));
            const found = [];
            for (const LoadBalancerArn of described?.TargetGroups?.[0]?.LoadBalancerArns ?? []) {
                for await (const page of sdk.paginateDescribeListeners({ client }, { LoadBalancerArn })) {
                    for (const listener of page.Listeners ?? []) {
                        const rules = (await listRules(listener.ListenerArn ?? '')) ?? [];
                        found.push({ listener: readListener(listener, LoadBalancerArn), rules });
                    }
                }
            }
            return found;
        },
        getListener: async (arn) => {
            const { sdk, client } = await open();
            const command = new sdk.DescribeListenersCommand({ ListenerArns: [arn] });
            const listener = (await unlessMissing('ListenerNotFound', () => client.send(command)))?.Listeners?.[0];
            return listener?.LoadBalancerArn === undefined ? undefined : readListener(listener, listener.LoadBalancerArn);
        },
        getDnsName: async (loadBalancerArn) => {
            const { sdk, client } = await open();
            const command = new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] });
            return (await unlessMissing('LoadBalancerNotFound', () => client.send(command)))?.LoadBalancers?.[0]?.DNSName;
        }
    };
}
function readListener({ Protocol: protocol, Port: port }, loadBalancerArn) {
    return { protocol, port, loadBalancerArn };
}
function listeners_readRule({ RuleArn: arn = '', IsDefault, Priority, Conditions = [], Actions }) {
    const priority = IsDefault === true || Priority === 'default' ? Infinity : Number(Priority);
    return { arn, priority, conditions: Conditions.map(readCondition), forwards: readForwards(Actions) };
}
/** The old form has its values beside the field, the new one in a member for each field. */
function readCondition(condition) {
    const { HostHeaderConfig: host, PathPatternConfig: path, HttpHeaderConfig: header } = condition;
    const config = host ?? path ?? header ?? condition.HttpRequestMethodConfig ?? condition.SourceIpConfig;
    const regexValues = [host, path, header].flatMap(each => each?.RegexValues ?? []);
    const pairs = condition.QueryStringConfig?.Values?.map(({ Key: key, Value: value = '' }) => ({ key, value }));
    return {
        field: condition.Field ?? '',
        values: config?.Values ?? condition.Values ?? [],
        ...(regexValues.length === 0 ? {} : { regexValues }),
        ...(header?.HttpHeaderName === undefined ? {} : { headerName: header.HttpHeaderName }),
        ...(pairs === undefined ? {} : { pairs })
    };
}

;// CONCATENATED MODULE: ./lib/aws/target-groups.js


/** Elastic Load Balancing by the SDK, for how long its target groups take. Loaded at the first call. */
function createTargetGroupsPort({ clientConfig }) {
    let loading;
    const load = async () => {
        const sdk = await __webpack_require__.e(/* import() */ 586).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
        return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig) };
    };
    return {
        describeTimes: async (arnOrName) => {
            const { sdk, client } = await (loading ??= load());
            const by = arnOrName.startsWith('arn:') ? { TargetGroupArns: [arnOrName] } : { Names: [arnOrName] };
            const answer = await unlessMissing('TargetGroupNotFound', () => client.send(new sdk.DescribeTargetGroupsCommand(by)));
            const group = answer?.TargetGroups?.[0];
            const arn = group?.TargetGroupArn;
            if (group === undefined || arn === undefined)
                return undefined;
            const readDelay = async () => {
                const { Attributes = [] } = await client.send(new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn }));
                const delay = Attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
                return delay === undefined ? undefined : Number(delay);
            };
            return {
                arn,
                interval: group.HealthCheckIntervalSeconds ?? 30,
                timeout: group.HealthCheckTimeoutSeconds ?? 5,
                healthyThreshold: group.HealthyThresholdCount ?? 5,
                unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
                deregistrationDelay: await readDelay().catch((error) => {
                    if ((0,errors/* isAccessDenied */.w7)(error))
                        return undefined;
                    throw error;
                })
            };
        }
    };
}

;// CONCATENATED MODULE: ./lib/aws/logs.js
/** CloudWatch Logs by the SDK. Loaded at the first call, which a failure or a task before the rollout makes; one client a region. */
function createLogsPort(connection) {
    let loading;
    const clients = new Map();
    const getEvents = async (region, input) => {
        const sdk = await (loading ??= __webpack_require__.e(/* import() */ 303).then(__webpack_require__.t.bind(__webpack_require__, 303, 19)));
        const client = clients.get(region) ?? new sdk.CloudWatchLogsClient({ ...connection.clientConfig, region });
        clients.set(region, client);
        return client.send(new sdk.GetLogEventsCommand(input));
    };
    return {
        readTail: async ({ region, group, stream, limit }) => {
            const input = { logGroupName: group, logStreamName: stream, limit, startFromHead: false };
            return linesOf(await getEvents(region, input));
        },
        readOn: async ({ region, group, stream, after }) => {
            const input = { logGroupName: group, logStreamName: stream, startFromHead: true };
            const answer = await getEvents(region, after === undefined ? input : { ...input, nextToken: after });
            return { lines: linesOf(answer), end: answer.nextForwardToken };
        }
    };
}
/** Which log groups there are. Loaded at the first call; one client a region. */
function createLogGroupsPort({ clientConfig }) {
    let loading;
    const clients = new Map();
    return {
        hasLogGroup: async (region, name) => {
            const sdk = await (loading ??= __webpack_require__.e(/* import() */ 303).then(__webpack_require__.t.bind(__webpack_require__, 303, 19)));
            const client = clients.get(region) ?? new sdk.CloudWatchLogsClient({ ...clientConfig, region });
            clients.set(region, client);
            // They come sorted: whatever else begins like it comes after it.
            const { logGroups } = await client.send(new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 1 }));
            return (logGroups ?? []).some(({ logGroupName }) => logGroupName === name);
        }
    };
}
function linesOf({ events = [] }) {
    return events.map(event => event.message ?? '');
}

;// CONCATENATED MODULE: ./lib/aws/caller-identity.js

/** AWS STS by the SDK, for who this run is. Loaded at the first call. */
function createCallerPort({ clientConfig }) {
    return {
        getCaller: async () => {
            const sdk = await __webpack_require__.e(/* import() */ 1695).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
            const { Arn } = await new sdk.STSClient(clientConfig).send(new sdk.GetCallerIdentityCommand({}));
            return (0,errors/* required */.mw)(Arn, 'GetCallerIdentity', 'Arn');
        }
    };
}

;// CONCATENATED MODULE: ./lib/aws/iam.js

/** AWS IAM by the SDK, for looks at roles and at what they may do. Loaded at the first call. */
function createRolesPort({ clientConfig }) {
    let loading;
    const load = async () => {
        const sdk = await __webpack_require__.e(/* import() */ 6764).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
        return { sdk, client: new sdk.IAMClient(clientConfig) };
    };
    return {
        getRole: name => iam_unlessMissing(async () => {
            const { sdk, client } = await (loading ??= load());
            const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }));
            if (role === undefined)
                return undefined;
            // RFC 3986, says the model of the member.
            const trustPolicy = decodeURIComponent(role.AssumeRolePolicyDocument ?? '');
            return { arn: role.Arn ?? name, trustPolicy };
        }),
        simulatePrincipalPolicy: ({ principal, action, resources, context }) => iam_unlessMissing(async () => {
            const { sdk, client } = await (loading ??= load());
            const answer = await client.send(new sdk.SimulatePrincipalPolicyCommand({
                PolicySourceArn: principal,
                ActionNames: [action],
                ResourceArns: [...resources],
                ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
                    ContextKeyName,
                    ContextKeyValues: [value],
                    ContextKeyType: 'string'
                }))
            }));
            return (answer.EvaluationResults ?? []).flatMap(toJudgements);
        })
    };
}
/** IAM answers once for each resource, or once for all with a part for each: the shapes EvaluationResult and ResourceSpecificResult. */
function toJudgements(whole) {
    const parts = whole.ResourceSpecificResults?.length
        ? whole.ResourceSpecificResults
        : [{}];
    return parts.map(part => ({
        resource: part.EvalResourceName ?? whole.EvalResourceName ?? '*',
        decision: part.EvalResourceDecision ?? whole.EvalDecision ?? '',
        missingKeys: part.MissingContextValues ?? whole.MissingContextValues ?? [],
        allowedByOrganization: whole.OrganizationsDecisionDetail?.AllowedByOrganizations,
        allowedByBoundary: (part.PermissionsBoundaryDecisionDetail ?? whole.PermissionsBoundaryDecisionDetail)
            ?.AllowedByPermissionsBoundary
    }));
}
async function iam_unlessMissing(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (/^NoSuchEntity/.test((0,errors/* awsErrorName */.ZH)(error) ?? ''))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/aws/ecr-registry.js
var ecr_registry = __webpack_require__(4563);
// EXTERNAL MODULE: ./lib/aws/manifests.js
var manifests = __webpack_require__(3715);
;// CONCATENATED MODULE: ./lib/aws/image-platforms.js




/** A config is some kB: what is larger is none. */
const MAX_BYTES = 4_000_000;
/** Amazon ECR by the SDK, for what an image is made for. One client a region. */
function createImagePlatformsPort({ clientConfig, region: own }) {
    const clients = new Map();
    const open = async (region = own) => {
        const sdk = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
        const client = clients.get(region) ?? new sdk.ECRClient({ ...clientConfig, region });
        clients.set(region, client);
        return { sdk, client };
    };
    return {
        findPullThroughRule: async (location) => {
            const { client } = await open(location.region);
            return (0,ecr_registry/* connectRegistrySettings */.D)(() => client).findPullThroughRule(location);
        },
        listSigningProfiles: async (repository) => {
            const { client } = await open();
            return (0,ecr_registry/* connectRegistrySettings */.D)(() => client).listSigningProfiles(repository);
        },
        readManifest: async (location) => {
            const { sdk, client } = await open(location.region);
            const { tag, digest } = location;
            const input = {
                ...whereOf(location),
                imageIds: [digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }],
                acceptedMediaTypes: manifests/* MANIFEST_TYPES */._
            };
            try {
                const image = (await client.send(new sdk.BatchGetImageCommand(input))).images?.[0];
                if (image?.imageManifest === undefined)
                    return undefined;
                return { mediaType: image.imageManifestMediaType ?? '', text: image.imageManifest };
            }
            catch (error) {
                if ((0,errors/* awsErrorName */.ZH)(error) === 'RepositoryNotFoundException')
                    return undefined;
                throw error;
            }
        },
        readImageConfig: async (location, digest) => {
            const { sdk, client } = await open(location.region);
            const input = { ...whereOf(location), layerDigest: digest };
            const { downloadUrl = '' } = await client.send(new sdk.GetDownloadUrlForLayerCommand(input));
            const response = await fetch(downloadUrl, { signal: AbortSignal.timeout(30_000) });
            const text = response.ok ? await readText(response) : undefined;
            if (text !== undefined)
                return text;
            // The address itself is a key to the layer: it is not told.
            throw new lib_errors/* SlipwayError */.GQ({
                code: 'image-config',
                fault: 'aws',
                what: `The config ${digest} of ${location.repository} could not be downloaded: the answer was ${response.status}${response.ok ? ` with more than ${MAX_BYTES} bytes` : ''}.`
            });
        }
    };
}
/** The body as text; undefined where it is too large, whatever its headers say. */
async function readText({ body }) {
    const chunks = [];
    let size = 0;
    for await (const chunk of (body ?? [])) {
        size += chunk.length;
        if (size > MAX_BYTES)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function whereOf({ registryId, repository }) {
    return { ...(registryId === undefined ? {} : { registryId }), repositoryName: repository };
}

;// CONCATENATED MODULE: ./lib/aws/ec2.js
const NAMESPACE = 'com.amazonaws.ec2';
const VERSION = '2016-11-15';
/**
 * Amazon EC2 for looks at subnets and security groups. `client-ec2` has 2 MB for its 700 operations, and these are two. Its protocol is in
 * the SDK's core, and its endpoints are by the same rules as those of load balancing but for the name of the host (compare the rule
 * sets of the two clients): so that client is taken for sending, with the protocol, the names and the shapes of EC2. Loaded at the first call.
 *
 * Asked by filter, not by id: a missing one is then absent from the answer and does not make the whole call fail.
 */
function createNetworkPort({ clientConfig }) {
    let loading;
    const open = () => (loading ??= load(clientConfig));
    return {
        describeSubnets: async (ids) => {
            const { describeSubnets } = await open();
            const { Subnets = [] } = await describeSubnets('subnet-id', ids);
            return Subnets.flatMap(({ SubnetId: id, VpcId, AvailabilityZone, AvailableIpAddressCount }) => id === undefined ? [] : [{ id, vpcId: VpcId, zone: AvailabilityZone, freeAddresses: AvailableIpAddressCount }]);
        },
        describeSecurityGroups: async (ids) => {
            const { describeSecurityGroups } = await open();
            const { SecurityGroups = [] } = await describeSecurityGroups('group-id', ids);
            return SecurityGroups.flatMap(({ GroupId: id, VpcId: vpcId }) => (id === undefined ? [] : [{ id, vpcId }]));
        }
    };
}
async function load(clientConfig) {
    const [{ ElasticLoadBalancingV2Client }, { AwsEc2QueryProtocol }, { makeBuilder }, { getEndpointPlugin }] = await Promise.all([
        __webpack_require__.e(/* import() */ 586).then(__webpack_require__.t.bind(__webpack_require__, 586, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7288, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2658, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2085, 19))
    ]);
    const plain = new ElasticLoadBalancingV2Client(clientConfig);
    const { endpointProvider } = plain.config;
    const settings = {
        ...clientConfig,
        serviceId: 'EC2',
        signingName: 'ec2',
        endpointProvider: (...question) => {
            const { url, ...rest } = endpointProvider(...question);
            return { ...rest, url: new URL(url.href.replace('//elasticloadbalancing', '//ec2')) };
        },
        protocol: AwsEc2QueryProtocol,
        protocolSettings: {
            defaultNamespace: NAMESPACE,
            errorTypeRegistries: [],
            xmlNamespace: `http://ec2.amazonaws.com/doc/${VERSION}/`,
            version: VERSION,
            serviceTarget: 'AmazonEC2'
        }
    };
    const client = new ElasticLoadBalancingV2Client(settings);
    const builtIn = (name) => ({ type: 'builtInParams', name });
    const command = makeBuilder({
        UseFIPS: builtIn('useFipsEndpoint'),
        Endpoint: builtIn('endpoint'),
        Region: builtIn('region'),
        UseDualStack: builtIn('useDualstackEndpoint')
    }, 'AmazonEC2', 'EC2Client', getEndpointPlugin);
    const operation = (name, result) => {
        const Command = command({}, () => [], name, [9, NAMESPACE, name, 0, REQUEST, result]);
        return (filter, values) => client.send(new Command({ Filters: [{ Name: filter, Values: [...values] }] }));
    };
    return {
        describeSubnets: operation('DescribeSubnets', resultOf('Subnets', 'subnetSet', SUBNET)),
        describeSecurityGroups: operation('DescribeSecurityGroups', resultOf('SecurityGroups', 'securityGroupInfo', SECURITY_GROUP))
    };
}
// The shapes of the service model, in the form in which the SDK's own clients have theirs; lists carry the name of their entries.
const STRING = 0;
const NUMBER = 1;
const named = (schema, xmlName) => [schema, { xmlName }];
const VALUES = [1, NAMESPACE, 'ValueStringList', 0, named(STRING, 'item')];
const FILTER = [3, NAMESPACE, 'Filter', 0, ['Name', 'Values'], [STRING, named(VALUES, 'Value')]];
const FILTERS = [1, NAMESPACE, 'FilterList', 0, named(FILTER, 'Filter')];
const REQUEST = [3, NAMESPACE, 'Request', 0, ['Filters'], [named(FILTERS, 'Filter')]];
const SUBNET = [
    3,
    NAMESPACE,
    'Subnet',
    0,
    ['SubnetId', 'VpcId', 'AvailabilityZone', 'AvailableIpAddressCount'],
    [
        named(STRING, 'subnetId'),
        named(STRING, 'vpcId'),
        named(STRING, 'availabilityZone'),
        named(NUMBER, 'availableIpAddressCount')
    ]
];
const SECURITY_GROUP = [
    3,
    NAMESPACE,
    'SecurityGroup',
    0,
    ['GroupId', 'VpcId'],
    [named(STRING, 'groupId'), named(STRING, 'vpcId')]
];
/** A result of one list. */
function resultOf(member, xmlName, entry) {
    const list = [1, NAMESPACE, `${member}List`, 0, named(entry, 'item')];
    return [3, NAMESPACE, 'Result', 0, [member], [named(list, xmlName)]];
}

;// CONCATENATED MODULE: ./lib/aws/parameters.js
/** A filter of DescribeParameters takes so many values (SSM API, ParameterStringFilter). */
const NAMES_A_CALL = 50;
/** AWS Systems Manager's Parameter Store by the SDK: parameters are described, their values are never read. Loaded at the first call. */
function createParametersPort({ clientConfig }) {
    let loading;
    const clients = new Map();
    return {
        findParameters: async (region, names) => {
            const sdk = await (loading ??= __webpack_require__.e(/* import() */ 4736).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19)));
            const client = clients.get(region) ?? new sdk.SSMClient({ ...clientConfig, region });
            clients.set(region, client);
            const parts = Array.from({ length: Math.ceil(names.length / NAMES_A_CALL) }, (_, index) => names.slice(index * NAMES_A_CALL, (index + 1) * NAMES_A_CALL));
            const found = await Promise.all(parts.map(async (values) => {
                const ParameterFilters = [{ Key: 'Name', Option: 'Equals', Values: [...values] }];
                const there = [];
                const input = { ParameterFilters, MaxResults: NAMES_A_CALL };
                // An answer may be empty and name a next page all the same.
                for await (const page of sdk.paginateDescribeParameters({ client }, input)) {
                    there.push(...(page.Parameters ?? []).flatMap(({ Name }) => Name ?? []));
                }
                return there;
            }));
            return found.flat();
        }
    };
}

;// CONCATENATED MODULE: ./lib/aws/secrets.js

/** AWS Secrets Manager by the SDK: secrets are described, their values are never read. Loaded at the first call; one client a region. */
function createSecretsPort({ clientConfig }) {
    let loading;
    const clients = new Map();
    return {
        describeSecret: async (region, id) => {
            const sdk = await (loading ??= __webpack_require__.e(/* import() */ 2994).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19)));
            const client = clients.get(region) ?? new sdk.SecretsManagerClient({ ...clientConfig, region });
            clients.set(region, client);
            try {
                const answer = await client.send(new sdk.DescribeSecretCommand({ SecretId: id }));
                const versions = answer.VersionIdsToStages ?? {};
                return {
                    name: answer.Name ?? id,
                    deleted: answer.DeletedDate !== undefined,
                    stages: Object.values(versions).flat(),
                    versions: Object.keys(versions)
                };
            }
            catch (error) {
                if ((0,errors/* awsErrorName */.ZH)(error) === 'ResourceNotFoundException')
                    return undefined;
                throw error;
            }
        }
    };
}

;// CONCATENATED MODULE: ./lib/aws/preflight.js








/** All that a preflight looks at. Nothing is loaded before the first call. */
function createPreflightPorts(connection) {
    return {
        ...createCallerPort(connection),
        ...createRolesPort(connection),
        ...createSecretsPort(connection),
        ...createParametersPort(connection),
        ...createLoadBalancersPort(connection),
        ...createNetworkPort(connection),
        ...createLogGroupsPort(connection),
        ...createImagePlatformsPort(connection)
    };
}

// EXTERNAL MODULE: ./lib/cancellation.js
var cancellation = __webpack_require__(1848);
// EXTERNAL MODULE: ./lib/config/decode/decode.js + 9 modules
var decode = __webpack_require__(1581);
// EXTERNAL MODULE: ./lib/config/sources/source-locations.js
var source_locations = __webpack_require__(9672);
// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
// EXTERNAL MODULE: ./lib/outcome.js
var outcome = __webpack_require__(3259);
// EXTERNAL MODULE: ./lib/plan/plan.js + 19 modules
var plan_plan = __webpack_require__(8273);
// EXTERNAL MODULE: ./lib/report/github-deployment.js
var github_deployment = __webpack_require__(3371);
// EXTERNAL MODULE: ./lib/report/plan.js
var report_plan = __webpack_require__(1383);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/run-progress.js
var run_progress = __webpack_require__(6303);
// EXTERNAL MODULE: ./lib/report/run-summary.js
var run_summary = __webpack_require__(2666);
// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(9820);
// EXTERNAL MODULE: ./lib/report/outcome-style.js
var outcome_style = __webpack_require__(2790);
// EXTERNAL MODULE: ./lib/ship.js + 22 modules
var ship = __webpack_require__(4815);
// EXTERNAL MODULE: ./lib/steps/read-artifacts.js
var read_artifacts = __webpack_require__(9137);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/run.js

























/** Decodes what was asked, ships it and tells how it went. Never rejects: an error is told, and ends in an exit code. */
async function runShip(request, host) {
    let settings;
    try {
        const processes = (0,cancellation/* cancelableProcesses */.aW)(host.processes, host.signal);
        settings = await untilReport(readSettings(request, { ...host, processes }), host);
    }
    catch (error) {
        // Nothing was begun, so there is nothing to report.
        (0,log/* logError */.vV)(error, host.reporter);
        const [exitCode, outputs] = error instanceof lib_errors/* Cancelled */.cJ ? [outcome/* EXIT_CODES */.ai.cancelled, { outcome: 'cancelled' }] : [outcome/* EXIT_WRONG_USE */.tN, {}];
        return { exitCode, outputs, summary: undefined, reason: error instanceof Error ? error.message : undefined };
    }
    return shipDecoded(settings, host);
}
async function shipDecoded({ config, locate }, host) {
    const entry = (0,github_deployment/* startGithubDeployment */.ZX)(connectGithubDeployments(config, host), config.report.github, host);
    const progress = new run_progress/* RunProgress */.t(config.region, host.clock);
    try {
        const context = connectWorld(config, { ...host, reporter: withSourceLocations(host.reporter, locate) });
        if (config.dryRun) {
            const plan = await untilReport((0,plan_plan/* planShip */.c)(config, context), host);
            progress.add({ outcome: 'planned', plan });
            await (0,run_summary/* logRun */.o6)(progress.report, host.reporter);
            return answer(progress.report, config, (0,report_plan/* wouldFail */.O1)(plan) ? outcome/* EXIT_WRONG_USE */.tN : outcome/* EXIT_CODES */.ai.planned);
        }
        const isRollout = config.rollout.service !== undefined || config.deployments.length > 0;
        const shown = isRollout ? entry : undefined;
        // Whatever might not hear the cancellation, as a file system that hangs: outputs and summary are handed out in time.
        const job = config.deploysArtifacts ? ship/* deploy */.gg : ship/* ship */.dx;
        await untilReport(job(config, context, progress, shown), host);
        const { report } = progress;
        await (0,run_summary/* logRun */.o6)(report, host.reporter);
        await entry.end(report.outcome, (0,run_summary/* reasonOf */.A3)(report));
        return answer(report, config, outcome/* EXIT_CODES */.ai[report.outcome]);
    }
    catch (thrown) {
        const { report } = progress;
        const error = (0,source_locations/* placeProblems */.kv)(thrown, locate);
        (0,log/* logFigures */.Sh)(report, host.reporter);
        (0,log/* logError */.vV)(error, host.reporter);
        await entry.end(error instanceof lib_errors/* Cancelled */.cJ ? 'cancelled' : 'failed', error instanceof Error ? error.message : '');
        if (error instanceof lib_errors/* Cancelled */.cJ)
            return answer({ ...report, outcome: 'cancelled' }, config, outcome/* EXIT_CODES */.ai.cancelled);
        const isUsers = error instanceof lib_errors/* SlipwayError */.GQ && error.fault === 'user';
        return answer(report, config, isUsers ? outcome/* EXIT_WRONG_USE */.tN : outcome/* EXIT_CODES */.ai.failed, error);
    }
}
/** Waits for what a run does; where a cancelled one has no more time for it, rejects as a cancellation does. */
async function untilReport(work, { signal, deadlines }) {
    const report = deadlines?.report;
    try {
        return await (0,cancellation/* orAborted */.H6)(work, report);
    }
    catch (error) {
        throw report?.aborted === true && error === report.reason ? signal.reason : error;
    }
}
/** Warnings and errors about a setting stand at the line that says it. */
function withSourceLocations(reporter, locate) {
    return {
        ...reporter,
        warn: (message, place) => reporter.warn(message, place === undefined ? undefined : (0,source_locations/* placeAt */.BW)(place, locate)),
        error: (message, place) => reporter.error(message, place === undefined ? undefined : (0,source_locations/* placeAt */.BW)(place, locate))
    };
}
/** GitHub's deployments, where a token is given and this is a run of GitHub's. The token is hidden in every log from here on. */
function connectGithubDeployments({ report }, { githubDeployments, reporter, deadlines }) {
    const { token } = report.github;
    if (token === undefined)
        return undefined;
    reporter.mask(token);
    const connected = githubDeployments?.(token);
    return connected === undefined || deadlines === undefined ? connected : (0,cancellation/* cancelableCalls */.EH)(connected, deadlines.report);
}
/** The settings alone, for those who find nothing wrong with them later. Throws as `readSettings` does. */
async function readConfig(...asked) {
    return (await readSettings(...asked)).config;
}
/** Reads and decodes the settings. Throws ProblemsError with all that is wrong, in the files that they name too. */
async function readSettings({ given, givenFrom, problems = [], purpose }, host) {
    const all = [...problems];
    const file = await (0,read_sources/* collect */.Fo)(lib_errors/* ProblemsError */.FQ, all, () => (0,read_sources/* readSettingsFile */.ur)(given['config'], host.files));
    // Where the settings file cannot be read, what it would have said cannot be missed.
    if (all.length > problems.length)
        throw new lib_errors/* ProblemsError */.FQ(all);
    const source = purpose === 'artifacts' ? { sha: undefined } : await findCommit(host);
    const now = host.clock.now();
    const decoded = (0,decode/* decodeAll */.qL)({ given, givenFrom, file, env: host.environment, source, now, purpose });
    all.push(...decoded.problems);
    if (all.length === 0) {
        return purpose === 'artifacts' ? { ...decoded, config: await (0,read_artifacts/* readArtifacts */.MN)(decoded.config, host.files) } : decoded;
    }
    if (purpose === 'service' || purpose === 'artifacts')
        throw new lib_errors/* ProblemsError */.FQ(all);
    const services = await (0,read_sources/* readServices */.JQ)(decoded.config.rollouts, host.files);
    const found = new Set(services.flatMap(({ sources }) => sources.problems));
    throw (0,source_locations/* placeProblems */.kv)(new lib_errors/* ProblemsError */.FQ([...all, ...found]), decoded.locate);
}
/** The AWS clients of a run, made from its region and role. */
function connectWorld(config, host) {
    const { signal, deadlines } = host;
    // Without deadlines, what takes back after a cancellation has all the time that it needs.
    const undo = deadlines?.undo ?? new AbortController().signal;
    const stops = { run: { refuse: signal, close: deadlines?.answers }, undo: { refuse: undo, close: undo } };
    const connection = (0,aws_connection/* connect */.N)(config.region, config.role, version.VERSION, host, stops);
    return {
        ...host,
        ...connectPorts(connection, signal, deadlines?.answers),
        region: config.region,
        clock: (0,cancellation/* cancelableClock */.DI)(host.clock, signal),
        processes: (0,cancellation/* cancelableProcesses */.aW)(host.processes, signal),
        ecr: (0,cancellation/* cancelableCalls */.EH)((0,ecr/* connectEcr */.R)(connection), signal),
        credentials: (0,aws_connection/* handOn */.x)(connection, config.role),
        preflight: (0,cancellation/* cancelableCalls */.EH)(createPreflightPorts(connection), signal),
        gates: { listeners: (0,cancellation/* cancelableCalls */.EH)(createListenersPort(connection), signal), shell: host.shell, web: host.web },
        targetGroups: (0,cancellation/* cancelableCalls */.EH)(createTargetGroupsPort(connection), signal),
        undoing: {
            ports: connectPorts(connection.undo, undo, undo),
            clock: (0,cancellation/* cancelableClock */.DI)(host.clock, undo),
            processes: (0,cancellation/* cancelableProcesses */.aW)(host.processes, undo)
        }
    };
}
/** The clients that a rollout works with. What changes something is waited for until `answers`, so that it is known what to take back. */
function connectPorts(connection, signal, answers) {
    return {
        ecs: (0,cancellation/* cancelableCalls */.EH)((0,ecs/* createEcsPort */.V)(connection), signal, {
            names: [
                'registerTaskDefinition',
                'updateService',
                'runTask',
                'stopServiceDeployment',
                'continueServiceDeployment',
                'stopTask'
            ],
            answers
        }),
        codedeploy: (0,cancellation/* cancelableCalls */.EH)((0,codedeploy/* createCodeDeployPort */.U)(connection), signal, {
            names: ['createDeployment', 'stopDeployment', 'continueDeployment'],
            answers
        }),
        logs: (0,cancellation/* cancelableCalls */.EH)(createLogsPort(connection), signal)
    };
}
/** The machine for what is taken back after a run, cancelled or not: a cancellation ends that only when its time is over. */
function forTakingBack(host) {
    const signal = host.deadlines?.report ?? new AbortController().signal;
    return {
        ...host,
        signal,
        deadlines: { answers: signal, undo: signal, report: signal },
        clock: (0,cancellation/* cancelableClock */.DI)(host.clock, signal),
        processes: (0,cancellation/* cancelableProcesses */.aW)(host.processes, signal)
    };
}
/** The commit as CI systems name it (GitHub Actions, CodeBuild), else that of the checkout; or why there is none. */
async function findCommit({ environment, processes }) {
    const isCommit = (text) => /^[0-9a-f]{40}$/.test(text ?? '');
    const named = [environment['GITHUB_SHA'], environment['CODEBUILD_RESOLVED_SOURCE_VERSION']].find(isCommit);
    if (named !== undefined)
        return { sha: named };
    const head = await processes.run('git', ['rev-parse', 'HEAD']).catch(() => undefined);
    if (head === undefined)
        return { sha: undefined, trouble: 'git is not there' };
    const sha = head.stdout.trim();
    return isCommit(sha) ? { sha } : { sha: undefined, trouble: explainGit(head.stderr) };
}
/** What git says of a checkout that it does not read; undefined where it finds none. */
function explainGit(said) {
    if (/ambiguous argument|unknown revision/.test(said))
        return 'this checkout has no commit yet';
    // The container of a job is seldom the owner of what it checked out.
    const folder = /dubious ownership in repository at '([^']+)'/.exec(said)?.[1];
    return folder === undefined
        ? undefined
        : `this checkout is another user's, which git does not read (git config --global --add safe.directory ${folder})`;
}
function answer(reached, { report }, exitCode, error) {
    const failure = error instanceof Error ? error.message : undefined;
    return {
        exitCode,
        outputs: (0,outputs/* listOutputs */.P)(reached),
        summary: report.summary ? (0,run_summary/* renderRun */.eJ)(reached, (0,outcome_style/* styleOf */.V)(reached.outcome).green ? undefined : failure) : undefined,
        reason: failure ?? (0,run_summary/* reasonOf */.A3)(reached)
    };
}


/***/ }),

/***/ 4815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gg: () => (/* binding */ deploy),
  e6: () => (/* binding */ follow),
  dx: () => (/* binding */ ship)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/credential-variables.js
var credential_variables = __webpack_require__(6086);
// EXTERNAL MODULE: ./lib/parallel.js
var parallel = __webpack_require__(932);
;// CONCATENATED MODULE: ./lib/image/build/build-credentials.js
/**
 * What Docker's build needs in its environment to ask AWS as this run does: a cache in S3, or a secret that a build takes from a variable. Empty
 * without `role-to-assume`, where Docker finds what the run finds. SDKs and Tools Reference Guide, "AWS access keys": these variables come before
 * a profile.
 */
async function credentialsForBuild({ credentials, environment, region, reporter }) {
    if (credentials === undefined)
        return {};
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
    reporter.mask(secretAccessKey);
    if (sessionToken !== undefined)
        reporter.mask(sessionToken);
    const isSet = (name) => (environment[name] ?? '') !== '';
    return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
        ...(isSet('AWS_REGION') ? {} : { AWS_REGION: region })
    };
}

// EXTERNAL MODULE: ./lib/image/build/registry-cache.js
var registry_cache = __webpack_require__(524);
;// CONCATENATED MODULE: ./lib/image/build/build-cache.js

/**
 * The ways to build with a cache, the best first: with it, without reading it, without it. Pure.
 *
 * @param own the image's repository
 */
function buildWays(build, cache, own) {
    if (cache === undefined)
        return [build];
    const { from, to } = cache.kind === 'registry' ? inRegistry(cache, own) : inGithub(cache);
    const written = { ...build, cacheTo: [...build.cacheTo, ...to] };
    return [{ ...written, cacheFrom: [...build.cacheFrom, ...from] }, ...(to.length === 0 ? [] : [written]), build];
}
function inRegistry(cache, own) {
    const { uri } = cache.repository ?? own;
    const at = (tag) => `type=registry,ref=${uri}:${tag}`;
    return {
        from: [cache.tag, ...cache.others].map(at),
        to: cache.isWritten ? [`${at(cache.tag)},${registry_cache/* WRITTEN_AS */.Xv}`] : []
    };
}
/** Where the server asks to come back later (429), BuildKit tries again for so long, not for its own ten minutes. */
const RETRIED = 'timeout=1m';
function inGithub({ scope }) {
    const at = `type=gha,scope=${scope},${RETRIED}`;
    return { from: [at], to: [`${at},mode=max,ignore-error=true`] };
}

// EXTERNAL MODULE: ./lib/image/login.js
var login = __webpack_require__(4632);
;// CONCATENATED MODULE: ./lib/image/build/cache-log.js
/** `#7 [linux/amd64 build 2/5] RUN …`: a step; what a base image is pulled by is none. */
const STEP = /^#(\d+) \[(?:[^\]]* )?\d+\/\d+\] (?!FROM )/;
/** Of a step whose layers are fetched from the cache at once, the log may tell just that. What a command prints has its time before it. */
const CACHED = /^#(\d+) (?:CACHED$|(?:extracting )?sha256:[0-9a-f]{64}\b)/;
const IMPORT = /^#(\d+) importing cache manifest from (\S+)/;
const EXPORT = /^#(\d+) exporting (?:cache to|to GitHub) /;
const FAILURE = /^#(\d+) ERROR: (.*)/;
const END = /^#(\d+) (?:DONE|CANCELED|ERROR)\b/;
/** Azure's storage, where GitHub's cache is, has a failure say which request it was, and in a line below how it was answered. */
const FAILED_REQUEST = /^(?:.*: )?(?:GET|PUT|HEAD) http\S+$/;
const ANSWER = /^RESPONSE (\d{3}.*)/;
/** There is none yet: the first build. */
const NOT_THERE = /: not found$/;
/** Reads the log of a build by BuildKit (`--progress=plain`), a line at a time: its steps, those that were cached, and what went wrong with caches. */
class CacheLog {
    #steps = new Set();
    #cached = new Set();
    /** By the number in the log: what the cache is doing there. */
    #doing = new Map();
    /** Those of them that have not ended. */
    #open = new Set();
    #troubles = [];
    read(line) {
        const [, step] = STEP.exec(line) ?? [];
        if (step !== undefined)
            this.#steps.add(step);
        const [, cached] = CACHED.exec(line) ?? [];
        if (cached !== undefined)
            this.#cached.add(cached);
        const [, importing, from = ''] = IMPORT.exec(line) ?? [];
        if (importing !== undefined)
            this.#begin(importing, `The build cache ${nameOf(from)} could not be read`);
        const [, exporting] = EXPORT.exec(line) ?? [];
        if (exporting !== undefined)
            this.#begin(exporting, 'The build cache could not be written');
        const [, ended] = END.exec(line) ?? [];
        if (ended !== undefined)
            this.#open.delete(ended);
        const [, failed = '', why = ''] = FAILURE.exec(line) ?? [];
        const doing = this.#doing.get(failed);
        const isFirst = doing?.endsWith('read') === true && NOT_THERE.test(why);
        if (doing !== undefined && !isFirst)
            this.#troubles.push({ doing, why });
        const [, answer] = ANSWER.exec(line) ?? [];
        const last = this.#troubles.at(-1);
        if (answer !== undefined && last !== undefined && FAILED_REQUEST.test(last.why))
            last.why += ` answered ${answer}`;
    }
    /** Whether a cache is being read or written now. */
    get isAtCache() {
        return this.#open.size > 0;
    }
    get use() {
        const hits = [...this.#cached].filter(step => this.#steps.has(step)).length;
        const troubles = this.#troubles.map(({ doing, why }) => `${doing}: ${why.replace(/\.$/, '')}.`);
        return { hits, steps: this.#steps.size, troubles, isTried: this.#doing.size > 0 };
    }
    #begin(number, doing) {
        this.#doing.set(number, doing);
        this.#open.add(number);
    }
}
/** GitHub's has a number that tells nobody anything. */
function nameOf(from) {
    return from.startsWith('gha:') ? 'in GitHub' : from;
}

;// CONCATENATED MODULE: ./lib/image/build/silent-cache.js
/** A build that was ended because it did nothing but wait for its cache. */
class SilentCache extends Error {
    constructor() {
        super(`The cache has not answered for ${LONGEST_SILENCE / 60_000} minutes.`);
        this.name = 'SilentCache';
    }
}
/** BuildKit itself gives a cache no time limit where it takes the connection and says nothing; its limit for what GitHub's cache defers is this one. */
const LONGEST_SILENCE = 10 * 60_000;
/**
 * Does work on a build, and ends it where its log says nothing for ten minutes while a cache is read or written.
 *
 * @throws SilentCache, besides what the work throws
 */
async function endSilence(log, { clock, signal }, work) {
    const end = new AbortController();
    let said = new AbortController();
    const read = (line) => {
        log.read(line);
        said.abort();
        if (!log.isAtCache)
            return;
        const next = (said = new AbortController());
        clock.sleep(LONGEST_SILENCE, next.signal).then(() => {
            if (!next.signal.aborted)
                end.abort(new SilentCache());
        }, () => undefined);
    };
    try {
        return await work({ read, signal: signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]) });
    }
    finally {
        said.abort();
    }
}

;// CONCATENATED MODULE: ./lib/image/build/cached-build.js




/** A build that Docker ended with an error, and all that it said. */
class FailedBuild extends Error {
    reason;
    output;
    constructor(reason, { stdout, stderr }) {
        super(reason.message);
        this.reason = reason;
        this.output = `${stdout}\n${stderr}`;
    }
}
/**
 * Buildx leaves GitHub's cache out without a word where it has no address for it: one before 0.21 knows that of the first version alone
 * (ACTIONS_CACHE_URL), which GitHub has switched off.
 */
const LEFT_OUT = "buildx left GitHub's cache out. One before 0.21 does not know the cache that GitHub has now: update it, and BuildKit to 0.20 or newer (docker/setup-buildx-action does both).";
/**
 * Builds in the first of the ways; where it fails and a cache may be why, in the next. BuildKit goes on by itself without a cache that is not
 * there, but not without a layer that a cache promised, nor without one that does not answer.
 *
 * @param name of the image, for what is said
 * @returns how far the cache was used; undefined where it was not, or there is none
 */
async function buildInWays(job, name, ports, run) {
    const { reporter } = ports;
    const last = job.ways.length - 1;
    for (let index = 0; index <= last; index += 1) {
        const build = job.ways[index];
        let log = new CacheLog();
        try {
            await (0,login/* retryTransientDocker */.nP)(ports, async () => {
                log = new CacheLog();
                const work = (watched) => run(build, watched);
                const running = index === last ? work({ read: line => log.read(line), signal: ports.signal }) : endSilence(log, ports, work);
                await running.catch((error) => {
                    throw error instanceof FailedBuild && (index === last || isOfDockerfile(error)) ? error.reason : error;
                });
            });
        }
        catch (error) {
            const isSilent = error instanceof SilentCache;
            if (!isSilent && !(error instanceof FailedBuild))
                throw error;
            // What does not answer to be read is not waited for again, to be written.
            if (isSilent)
                index = last - 1;
            const way = index + 1 === last ? 'without its cache' : 'without what its cache has';
            reporter.warn(`${name} is built again ${way}: ${isSilent ? error.message : error.reason.what}`);
            continue;
        }
        return job.cache === undefined || build === job.image.build ? undefined : tellOf(log, job.cache, name, reporter);
    }
    return undefined;
}
function tellOf({ use }, { kind }, name, reporter) {
    for (const trouble of use.troubles)
        reporter.warn(`${trouble} The build goes on without it.`);
    const isLeftOut = kind === 'github' && use.steps > 0 && !use.isTried;
    if (isLeftOut)
        reporter.warn(`${name} was built without its cache: ${LEFT_OUT}`);
    return isLeftOut ? undefined : use;
}
/** A cache is not to blame for a command of the Dockerfile that fails, nor for an image that is refused. */
function isOfDockerfile({ output }) {
    return (output.includes(registry_cache/* STEP_FAILED */.XT) || /failed to push|failed to read dockerfile|dockerfile parse error/i.test(output));
}

// EXTERNAL MODULE: ./lib/image/docker/docker-args.js
var docker_args = __webpack_require__(3964);
;// CONCATENATED MODULE: ./lib/image/build/describe-use.js

/**
 * What a build got out of its cache, told in the log too. Asks ECR how large a cache in a registry is (DescribeImages); what keeps it from
 * telling leaves that out.
 */
async function describeUse({ cache, repository }, use, { ecr, reporter }) {
    if (cache === undefined || use === undefined)
        return undefined;
    const { hits, steps } = use;
    if (steps > 0)
        reporter.info(`The build cache had ${hits} of ${steps} steps.`);
    const counted = { kind: cache.kind, hits, steps };
    if (cache.kind === 'github')
        return counted;
    const { region, registryId, name } = cache.repository ?? repository;
    try {
        const image = await ecr.describeImage({ region, registryId, repository: name, tag: cache.tag });
        return { ...counted, bytes: image?.bytes };
    }
    catch (error) {
        if (!(error instanceof lib_errors/* SlipwayError */.GQ))
            throw error;
        return counted;
    }
}

// EXTERNAL MODULE: ./lib/image/docker/docker-failure.js + 1 modules
var docker_failure = __webpack_require__(7394);
// EXTERNAL MODULE: ./lib/image/docker/docker-version.js
var docker_version = __webpack_require__(5581);
;// CONCATENATED MODULE: ./lib/image/build/image-stages.js
/**
 * What BuildKit says when it begins to push, with the plain progress that it shows where no person watches: `#12 pushing layers`. What it does
 * after that, as exporting a cache, counts as part of the push.
 */
const PUSHING = /^#\d+ pushing (layers|manifest)\b/;
/**
 * Notes when each image is built and pushed. The job builds as long as one image is still to be built, and pushes from then on. Of a single
 * image, its stretches are the job's.
 *
 * @param names as `shop/app:1.2`
 * @returns the stages of each image, in their order
 */
function followImages(names, timeline) {
    const stages = names.map(() => 'waiting');
    const tellJob = () => {
        if (stages.some(stage => stage === 'waiting' || stage === 'building'))
            timeline.enter('build');
        else if (stages.includes('pushing'))
            timeline.enter('push');
    };
    return names.map((name, index) => {
        const own = names.length > 1 ? timeline.addImage(name) : undefined;
        const enter = (stage) => {
            stages[index] = stage;
            if (stage === 'building')
                own?.enter('build');
            else if (stage === 'pushing')
                own?.enter('push');
            else
                own?.leave();
            tellJob();
        };
        return {
            build: () => enter('building'),
            rest: () => enter('resting'),
            push: () => enter('pushing'),
            read: line => {
                if (stages[index] === 'building' && PUSHING.test(line))
                    enter('pushing');
            }
        };
    });
}

;// CONCATENATED MODULE: ./lib/image/build/ordered-log.js
/**
 * Keeps the log of work that runs at the same time readable: one group for each piece, in their order. The group of the first that has not
 * ended is open and shows its lines as they come; what the others say waits for their turn. Where a person watches, a line for each that
 * waits or runs stands below.
 */
class OrderedLog {
    #parts = [];
    #turn = Promise.resolve();
    #reporter;
    #clock;
    constructor(reporter, clock) {
        this.#reporter = reporter;
        this.#clock = clock;
    }
    /**
     * Runs `body` at once; its group comes when those begun before it have ended.
     *
     * @param body gets the reporter of this piece alone
     * @returns what `body` resolves to, though what it said may not be shown yet
     */
    async run(title, body) {
        const part = {
            title,
            begunAt: this.#clock.now(),
            unsaid: [],
            isShown: false,
            last: '',
            end: undefined
        };
        this.#parts.push(part);
        const work = body(this.#reporterOf(part)).then(value => {
            this.#end(part, false);
            return value;
        }, (error) => {
            this.#end(part, true);
            throw error;
        });
        const ended = work.catch(() => undefined);
        this.#turn = this.#turn.then(() => this.#reporter.group(title, async () => {
            part.isShown = true;
            for (const say of part.unsaid.splice(0))
                say();
            await ended;
        }));
        return work;
    }
    /** Resolves when all that was said is shown. */
    finish() {
        return this.#turn;
    }
    #end(part, isFailed) {
        part.end = { at: this.#clock.now(), isFailed };
        this.#showStanding();
    }
    #reporterOf(part) {
        const reporter = this.#reporter;
        const say = (line, tell) => {
            part.last = line;
            if (part.isShown)
                tell();
            else
                part.unsaid.push(tell);
            this.#showStanding();
        };
        return {
            group: (title, body) => {
                say(title, () => reporter.info(title));
                return body();
            },
            info: line => say(line, () => reporter.info(line)),
            warn: (message, place) => say(message, () => reporter.warn(message, place)),
            error: (message, place) => say(message, () => reporter.error(message, place)),
            debug: line => say(line, () => reporter.debug(line)),
            mask: secret => reporter.mask(secret)
        };
    }
    #showStanding() {
        const waiting = this.#parts.filter(({ isShown }) => !isShown);
        if (waiting.length > 0)
            this.#reporter.progress?.(...waiting.map(part => this.#describe(part)));
    }
    #describe({ title, begunAt, last, end }) {
        const seconds = Math.round(((end?.at ?? this.#clock.now()) - begunAt) / 1000);
        if (end === undefined)
            return `${title} (${seconds} s): ${last}`;
        return `${title}: ${end.isFailed ? 'failed' : 'done'} after ${seconds} s`;
    }
}

// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/retry.js
var retry = __webpack_require__(2165);
// EXTERNAL MODULE: ./lib/text/registry-refusal.js
var registry_refusal = __webpack_require__(3253);
;// CONCATENATED MODULE: ./lib/image/build/build.js

















/** ECR is asked so often, a second apart, for what was just pushed. */
const MAX_ATTEMPTS = 5;
const DIGEST = /\bdigest:\s*(sha256:[0-9a-f]{64})/;
/**
 * Builds every image and pushes each under its first tag, so many at a time. All builds that leave their image with the engine come before
 * the first push, so that a failed build leaves the registry as it was; a builder that pushes by itself does both in one go. One that fails
 * ends no other.
 *
 * @returns the jobs in their order, each with what is in ECR now
 * @throws what failed, all of it
 */
async function buildAndPush(jobs, workshop, maxParallel, ports) {
    const prepared = [];
    const stages = followImages(jobs.map(build_nameOf), workshop.timeline);
    for (const [index, job] of jobs.entries()) {
        const equipped = await chooseBuilder(job, workshop.builders, ports);
        prepared.push({ ...job, ...equipped, stages: stages[index] });
    }
    const { home } = workshop;
    const inEngine = prepared.filter(({ builder }) => builder?.to !== 'registry');
    const uses = new Map();
    await forAll('Build image', inEngine, maxParallel, ports, async (job, logged) => {
        job.stages.build();
        uses.set(job, await loadIntoEngine(job, home, logged));
    });
    const title = inEngine.length === 0 ? 'Build and push image' : 'Push image';
    return forAll(title, prepared, maxParallel, ports, async (job, logged, index) => {
        const { builder } = job;
        const metadataFile = (0,external_node_path_.join)(home.directory, `metadata-${index}.json`);
        const push = builder?.to === 'registry'
            ? () => buildToRegistry(job, builder, metadataFile, home, logged)
            : async () => ({ digest: await pushFromEngine(job, home, logged), use: uses.get(job) });
        return { ...job, pushed: await pushOrReuse(job, push, logged) };
    });
}
/** A cache needs a builder that can write it; where there is none, and none can be made, the image is built without its cache. */
async function chooseBuilder(job, builders, { reporter }) {
    const { image, repository, tools, cache } = job;
    if (!tools.buildx)
        return { builder: undefined, ways: [image.build] };
    const host = (0,image_reference/* hostOf */.w4)(repository.uri);
    const ways = buildWays(image.build, cache, repository);
    const [best = image.build] = ways;
    try {
        return { builder: await builders.choose(best, host), ways };
    }
    catch (error) {
        if (cache === undefined || !(error instanceof lib_errors/* SlipwayError */.GQ))
            throw error;
        reporter.warn(`${build_nameOf(job)} is built without its cache: ${error.what}`);
        return { builder: await builders.choose(image.build, host), ways: [image.build] };
    }
}
/** Works on so many at a time, each with a group of the log. Throws what failed, after all have ended and all is shown. */
async function forAll(doing, jobs, maxParallel, ports, work) {
    const log = new OrderedLog(ports.reporter, ports.clock);
    const results = await (0,parallel/* settleAll */.j)(jobs, maxParallel, (job, index) => log.run(`${doing} ${build_nameOf(job)}`, reporter => work(job, { ...ports, reporter }, index).finally(() => job.stages.rest())));
    await log.finish();
    const errors = results.filter(result => result.status === 'rejected').map(({ reason }) => reason);
    if (errors.length > 0)
        throw (0,lib_errors/* combineErrors */.Lt)(errors);
    return (0,parallel/* valuesOf */.s)(results);
}
async function loadIntoEngine(job, home, ports) {
    const { builder } = job;
    const reference = referenceOf(job);
    const write = (build) => builder === undefined
        ? (0,docker_args/* plainBuildArgs */.O_)(build, reference)
        : (0,docker_args/* buildxArgs */.w$)(build, { reference, builder: builder.name, to: 'engine', metadataFile: undefined });
    const env = {
        ...home.environment,
        ...(builder === undefined ? (0,docker_version/* plainBuildEnvironment */.Wb)(job.tools) : {}),
        ...(await credentialsForBuild(ports))
    };
    return buildInWays(job, build_nameOf(job), ports, async (build, { read, signal }) => {
        const result = await runDocker(write(build), env, { ...ports, signal }, read);
        if (result.exitCode !== 0)
            throw new FailedBuild((0,docker_failure/* explainDockerFailure */.g0)(`Building ${reference}`, result), result);
    });
}
async function pushFromEngine(job, home, ports) {
    const reference = referenceOf(job);
    job.stages.push();
    const result = await (0,login/* retryTransientDocker */.nP)(ports, async () => {
        const attempt = await runDocker(['push', reference], home.environment, ports);
        if (attempt.exitCode !== 0)
            throw (0,registry_refusal/* adviseOnRegistry */.$)((0,docker_failure/* explainDockerFailure */.g0)(`Pushing ${reference}`, attempt));
        return attempt;
    });
    return DIGEST.exec(result.stdout)?.[1];
}
async function buildToRegistry(job, builder, metadataFile, home, ports) {
    const reference = referenceOf(job);
    const target = { reference, builder: builder.name, to: 'registry', metadataFile };
    const env = { ...home.environment, ...(await credentialsForBuild(ports)) };
    const use = await buildInWays(job, build_nameOf(job), ports, async (build, { read, signal }) => {
        job.stages.build();
        const result = await runDocker((0,docker_args/* buildxArgs */.w$)(build, target), env, { ...ports, signal }, line => {
            read(line);
            job.stages.read(line);
        });
        if (result.exitCode === 0)
            return;
        throw new FailedBuild((0,registry_refusal/* adviseOnRegistry */.$)((0,docker_failure/* explainDockerFailure */.g0)(`Building and pushing ${reference}`, result)), result);
    });
    return { digest: readDigest(await ports.files.read(metadataFile)), use };
}
/** An immutable tag that somebody else pushed while we built is what a reuse would have found, had we come later. */
async function pushOrReuse(job, push, ports) {
    const { repository } = job;
    let pushed;
    try {
        pushed = await push();
    }
    catch (error) {
        const taken = (0,docker_failure/* isTagTaken */._F)(error, repository.name, (0,image_plan/* firstTag */.XE)(job.image));
        const there = taken && job.image.reuseImage !== false ? await lookFor(job, ports) : undefined;
        if (there === undefined)
            throw error;
        ports.reporter.info(`Another run has pushed ${repository.name}:${(0,image_plan/* firstTag */.XE)(job.image)} meanwhile: its image ${there} is used.`);
        return { repository, digest: there, built: false };
    }
    const digest = await build_confirm(job, pushed.digest, ports);
    return { repository, digest, built: true, cache: await describeUse(job, pushed.use, ports) };
}
/** The registry has the last word on what the tag names. */
async function build_confirm(job, pushed, ports) {
    const { clock, signal } = ports;
    const found = await (0,retry/* retry */.L)({ clock, signal, attempts: MAX_ATTEMPTS, pauses: { first: 1_000 }, isPending: digest => digest === undefined }, () => lookFor(job, ports));
    const name = referenceOf(job);
    if (found === undefined) {
        const what = `Docker says that it pushed ${name}, but ECR knows no such image.`;
        throw new lib_errors/* SlipwayError */.GQ({
            code: 'image-missing',
            fault: 'aws',
            what,
            next: 'Check that the push went to the region and account of this run.'
        });
    }
    if (pushed !== undefined && pushed !== found) {
        const what = `Pushed ${name} as ${pushed}, but the tag names ${found} now: another run has pushed the same tag at the same time.`;
        throw new lib_errors/* SlipwayError */.GQ({
            code: 'tag-moved',
            fault: 'user',
            what,
            next: "Give every build its own tag, such as the commit's SHA, or run one build at a time."
        });
    }
    return found;
}
async function lookFor(job, ports) {
    const { name, registryId, region } = job.repository;
    const image = await ports.ecr.describeImage({ region, registryId, repository: name, tag: (0,image_plan/* firstTag */.XE)(job.image) });
    return image?.digest;
}
async function runDocker(args, env, { processes, reporter, signal }, read) {
    const onLine = (line) => {
        read?.(line);
        reporter.info(line);
    };
    return processes.run('docker', args, { env, signal, onLine });
}
function build_nameOf(job) {
    return `${job.repository.name}:${(0,image_plan/* firstTag */.XE)(job.image)}`;
}
function referenceOf(job) {
    return `${job.repository.uri}:${(0,image_plan/* firstTag */.XE)(job.image)}`;
}
/** buildx's metadata file: `containerimage.digest` is what was pushed, of an index where there are several platforms. */
function readDigest(bytes) {
    if (bytes === undefined)
        return undefined;
    const digest = /"containerimage\.digest":\s*"(sha256:[0-9a-f]{64})"/.exec(new TextDecoder().decode(bytes));
    return digest?.[1];
}

;// CONCATENATED MODULE: ./lib/image/docker/clear-output.js
/**
 * Processes from whose output the secrets are cleared, in lines and in results: what Docker says goes into errors, from there into outputs
 * and the job summary, where no log's mask reaches it.
 *
 * @param secrets also found as they are written in a URL
 */
function clearOutput(processes, secrets) {
    const hidden = [...new Set(secrets.flatMap(secret => [secret, encodeURIComponent(secret)]))].filter(secret => secret !== '');
    const clear = (text) => hidden.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    return {
        ...processes,
        run: async (command, args, options = {}) => {
            const { onLine } = options;
            const listener = onLine && ((line, stream) => onLine(clear(line), stream));
            const result = await processes.run(command, args, { ...options, onLine: listener });
            return { ...result, stdout: clear(result.stdout), stderr: clear(result.stderr) };
        }
    };
}

// EXTERNAL MODULE: ./lib/image/docker/docker-cleanup.js
var docker_cleanup = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/image/docker/docker-config-dir.js
var docker_config_dir = __webpack_require__(6633);
;// CONCATENATED MODULE: ./lib/image/build/builder.js





/** The caches that the engine's own builder can export, and only with the containerd image store. */
const ENGINE_CACHES = new Set(['registry', 'local', 'gha']);
/** Finds or makes the builder for each image; at most one is made in a run. */
class Builders {
    #home;
    #ports;
    #own;
    /** One that cannot be made is not tried again. */
    #making;
    constructor(home, ports) {
        this.#home = home;
        this.#ports = ports;
    }
    /** The builder that was made and has to be removed. */
    get own() {
        return this.#own;
    }
    /**
     * The selected builder where it can do what the settings ask for. The engine's own cannot build for several platforms or export a
     * cache unless it has the containerd image store: only then a builder in a container is made.
     *
     * @param host the registry that the image goes to
     */
    async choose(build, host) {
        const named = (0,docker_args/* builderInOptions */.$6)(build.buildOptions);
        const driver = await this.#readDriver(named);
        if (driver !== 'docker')
            return { name: undefined, to: 'registry' };
        const demands = demandsOf(build);
        if (demands.length === 0)
            return { name: undefined, to: 'engine' };
        if (await this.#engineCan(build))
            return { name: undefined, to: 'registry' };
        if (named !== undefined) {
            throw new lib_errors/* SlipwayError */.GQ({
                code: 'docker-builder',
                fault: 'user',
                what: `The builder ${named} (driver docker) of build-options does not support ${demands.join(' and ')}.`,
                next: 'Name a builder with the driver docker-container, or leave --builder out: Slipway then creates one and removes it afterwards.'
            });
        }
        this.#making ??= this.#create(host, demands);
        return { name: await this.#making, to: 'registry' };
    }
    async #readDriver(name) {
        const result = await this.#docker(['buildx', 'inspect', ...(name === undefined ? [] : [name])]);
        const driver = /^Driver:\s*(\S+)/m.exec(result.stdout)?.[1];
        if (result.exitCode !== 0 || driver === undefined)
            throw (0,docker_failure/* explainDockerFailure */.g0)('Looking at the selected buildx builder', result);
        return driver;
    }
    async #engineCan(build) {
        if ((0,docker_args/* exportedCaches */.Dv)(build).some(cache => !ENGINE_CACHES.has((0,docker_args/* cacheType */.NW)(cache))))
            return false;
        const result = await this.#docker(['info', '--format', '{{json .DriverStatus}}']);
        return result.stdout.includes('io.containerd.snapshotter');
    }
    async #create(host, demands) {
        const { clock, cleanupStore: cleanupStore, reporter } = this.#ports;
        const unique = [clock.now(), clock.random() * 36 ** 6].map(number => Math.trunc(number).toString(36));
        const name = `slipway-${unique.join('-')}`;
        const title = `Create the builder ${name} (${demands.join(' and ')} not supported by the selected one)`;
        return reporter.group(title, async () => {
            cleanupStore.add(docker_cleanup/* BUILDER_CLEANUP */.bW, { kind: 'docker-builder', directory: this.#home.directory, name });
            // Known from here on: a builder that did not come up is removed like one that did.
            this.#own = name;
            const result = await this.#docker((0,docker_args/* createBuilderArgs */.R2)(name, (0,image_reference/* isLoopback */.U9)(host)), line => reporter.info(line));
            if (result.exitCode !== 0)
                throw (0,docker_failure/* explainDockerFailure */.g0)(`Creating the buildx builder ${name}`, result);
            return name;
        });
    }
    #docker(args, onLine) {
        const { processes, signal } = this.#ports;
        return processes.run('docker', args, { env: this.#home.environment, signal, onLine });
    }
}
function demandsOf(build) {
    return [
        ...(build.platforms.length > 1 ? ['several platforms'] : []),
        ...((0,docker_args/* exportedCaches */.Dv)(build).length > 0 ? ['cache-to'] : [])
    ];
}

// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/timeline.js
var lib_timeline = __webpack_require__(2720);
// EXTERNAL MODULE: ./lib/image/published-image.js
var published_image = __webpack_require__(3991);
// EXTERNAL MODULE: ./lib/image/repository.js
var image_repository = __webpack_require__(4697);
;// CONCATENATED MODULE: ./lib/image/signing.js

/** Signing takes seconds; it is looked at so often, so far apart. */
const signing_MAX_ATTEMPTS = 10;
const PAUSE = 2000;
/**
 * Tells how ECR's managed signing of a pushed image ended (DescribeImageSigningStatus). It signs as whoever pushed, and an image that could not
 * be signed is in the repository all the same: that is a warning. Nothing is told where nothing signs, or where it may not be asked.
 *
 * @param name the image, for people
 */
async function logSignings(name, location, { ecr, clock, reporter, signal }) {
    let signings = [];
    for (let look = 1; look <= signing_MAX_ATTEMPTS; look += 1) {
        try {
            signings = await ecr.describeSignings(location);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* SlipwayError */.GQ) || signal?.aborted === true)
                throw error;
            reporter.debug(error.what);
            return;
        }
        if (!signings.some(({ status }) => status === 'IN_PROGRESS') || look === signing_MAX_ATTEMPTS)
            break;
        await clock.sleep(PAUSE, signal);
    }
    for (const { profile, status, reason } of signings) {
        if (status === 'COMPLETE')
            reporter.info(`ECR has signed ${name} by ${profile}.`);
        else if (status === 'IN_PROGRESS')
            reporter.info(`ECR is still signing ${name} by ${profile}.`);
        else {
            const why = reason === undefined ? '' : `: ${reason.replace(/[.\s]+$/, '')}`;
            reporter.warn(`ECR could not sign ${name} by ${profile}${why}. The image is unsigned. ECR signs as whoever pushes: allow signer:SignPayload on the profile in the policy of the role that this run uses, and push again under a new tag.`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/image/publish.js

















/**
 * Carries the plans out: creates the repositories that are missing, logs in, builds, pushes and tags. Where all images are there
 * already, Docker is not touched and no login is asked for. What Docker needs is kept in a private folder and gone when this returns.
 *
 * @param plans as `checkImages` made them
 * @param timeline gets `build` and `push`, where something is built; with several images those of each too
 * @returns the images in the order of the plans
 * @throws SlipwayError when AWS or Docker fails; the reason of `ports.signal` when it fires
 */
async function publishImages(plans, settings, ports, timeline = (0,lib_timeline/* createJobTimeline */.z)(ports.clock)) {
    const built = await buildMissing(plans, settings, ports, timeline);
    const published = [];
    for (const plan of plans)
        published.push(await finish(plan, built, ports));
    return published;
}
async function finish(plan, built, ports) {
    switch (plan.kind) {
        case 'existing':
            return (0,published_image/* describePublished */.w)(plan);
        case 'reuse': {
            const { repository, digest, tagsToAdd } = plan;
            ports.reporter.info(`${repository.name}:${(0,image_plan/* firstTag */.XE)(plan.image)} is in the repository already (${digest}): not built again.`);
            await addTags(repository, digest, tagsToAdd, ports);
            return (0,published_image/* describePublished */.w)(plan);
        }
        case 'build': {
            const image = built.get(publish_nameOf(plan));
            if (image === undefined)
                throw new lib_errors/* SlipwayError */.GQ({ code: 'not-built', fault: 'slipway', what: `${publish_nameOf(plan)} was not built.` });
            return (0,published_image/* describeBuilt */.S)(plan.image, image);
        }
    }
}
/** Builds what has to be built, each name once. */
async function buildMissing(plans, { registries, maxParallelBuilds }, ports, timeline) {
    const builds = new Map(plans.filter(plan => plan.kind === 'build').map(plan => [publish_nameOf(plan), plan]));
    if (builds.size === 0)
        return new Map();
    timeline.enter('build');
    const equipped = [];
    for (const plan of builds.values())
        equipped.push({ ...plan, repository: await ensureRepository(plan, ports) });
    const logins = await authorize(equipped, registries, ports);
    const maxParallel = maxParallelBuilds ?? ports.processes.processors ?? 1;
    return withDocker(equipped, logins, maxParallel, ports, timeline);
}
async function withDocker(plans, logins, maxParallel, given, timeline) {
    const secrets = logins.flatMap(({ password, token }) => [password, token]);
    const ports = { ...given, processes: clearOutput(given.processes, secrets) };
    const hosts = logins.map(({ host }) => host);
    const named = plans.map(plan => (0,docker_args/* builderInOptions */.$6)(plan.image.build.buildOptions)).find(name => name !== undefined);
    const settings = plans.flatMap(({ image: { build } }) => [...build.buildSecrets, ...build.buildOptions]);
    const opened = await (0,docker_config_dir/* openDockerConfigDir */.Gv)(hosts, named, ports);
    const home = {
        ...opened,
        environment: { ...(0,credential_variables/* listBuildCredentials */.tV)(ports.environment, settings), ...opened.environment }
    };
    const builders = new Builders(home, ports);
    try {
        await (0,login/* logIn */.E8)(home, logins, ports);
        const jobs = await buildAndPush(plans, { home, builders, timeline }, maxParallel, ports);
        for (const job of jobs) {
            const { repository, image, pushed } = job;
            await addTags(repository, pushed.digest, image.tags.slice(1), ports);
            if (!pushed.built)
                continue;
            const { region, registryId, name } = repository;
            await logSignings(publish_nameOf(job), { region, registryId, repository: name, digest: pushed.digest }, ports);
        }
        return new Map(jobs.map(job => [publish_nameOf(job), job.pushed]));
    }
    finally {
        await (0,docker_cleanup/* closeDockerConfigDir */.MF)(home, { builder: builders.own, registries: hosts }, ports);
    }
}
async function ensureRepository(plan, ports) {
    if (plan.repository !== undefined)
        return plan.repository;
    if (plan.template?.createsOnPush === true)
        return expectRepository(plan.image, plan.template, ports);
    const repository = await (0,image_repository/* createRepositoryOf */.YD)(plan.image, plan.template, ports.ecr);
    ports.reporter.info(`Created the ECR repository ${repository.uri}.`);
    return repository;
}
/** A repository that the push makes: where it will be is where its registry is. */
async function expectRepository(image, { prefix, registryId, mutability, exclusions }, ports) {
    const { endpoint } = await authorizeFor(image, ports);
    const uri = `${(0,image_reference/* hostOf */.w4)(endpoint)}/${image.repository}`;
    ports.reporter.info(`The push makes the ECR repository ${uri}, as the creation template ${prefix} says.`);
    return { name: image.repository, uri, registryId, region: undefined, mutability, exclusions };
}
/**
 * The login of a repository's registry goes to the host that the repository names, other accounts' to the host that ECR names for them, that of
 * a host to the host itself: a login is good in one region.
 */
async function authorize(plans, registries, ports) {
    const logins = new Map();
    const add = (login) => {
        if (!logins.has(login.host))
            logins.set(login.host, login);
    };
    for (const { repository, image } of plans) {
        const host = (0,image_reference/* hostOf */.w4)(repository.uri);
        if (!logins.has(host))
            add((0,login/* decodeAuthorization */.Ib)(await authorizeFor(image, ports), ports, host));
    }
    const accounts = new Set(registries.filter(registry => /^\d+$/.test(registry)));
    if (accounts.size > 0) {
        for (const authorization of await ports.ecr.getAuthorization([...accounts]))
            add((0,login/* decodeAuthorization */.Ib)(authorization, ports));
    }
    for (const host of new Set(registries)) {
        const { account, region } = (0,ecr_host/* parseEcrHost */.wl)(host) ?? {};
        if (account === undefined || logins.has(host))
            continue;
        for (const authorization of await ports.ecr.getAuthorization([account], region))
            add((0,login/* decodeAuthorization */.Ib)(authorization, ports, host));
    }
    if (registries.includes('public'))
        add((0,login/* decodeAuthorization */.Ib)(await ports.ecr.getPublicAuthorization(), ports));
    for (const { image, cache } of plans) {
        if (cache?.kind !== 'registry' || cache.repository === undefined)
            continue;
        const host = (0,image_reference/* hostOf */.w4)(cache.repository.uri);
        const login = logins.has(host) ? undefined : await authorizeCache(host, (0,registry_cache/* placeOfCache */.lc)(image), ports);
        if (login !== undefined)
            add(login);
    }
    return [...logins.values()];
}
/** A cache is no reason to fail. */
async function authorizeCache(host, place, ports) {
    try {
        return { ...(0,login/* decodeAuthorization */.Ib)(await authorizeFor(place, ports), ports, host), isOfCache: true };
    }
    catch (error) {
        if (!(error instanceof lib_errors/* SlipwayError */.GQ))
            throw error;
        ports.reporter.warn(`The build cache in ${host} is out of reach: ${error.message}`);
        return undefined;
    }
}
async function authorizeFor({ registry }, { ecr }) {
    const [authorization] = await (registry === undefined
        ? ecr.getAuthorization([])
        : ecr.getAuthorization([registry.account], registry.region));
    if (authorization !== undefined)
        return authorization;
    throw new lib_errors/* SlipwayError */.GQ({
        code: 'incomplete-answer',
        fault: 'aws',
        what: `ECR gave no login for ${registry === undefined ? 'the registry of this account' : `the registry ${registry.host}`}.`,
        next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
    });
}
/** Further tags come from ECR itself: one manifest, so every tag names the very image that was pushed or found. */
async function addTags(repository, digest, tags, ports) {
    for (const tag of new Set(tags)) {
        await ports.ecr.addTag(repository, digest, tag);
        ports.reporter.info(`Tagged ${repository.name}@${digest} as ${tag}.`);
    }
}
function publish_nameOf(plan) {
    return `${(0,image_plan/* addressOf */.ci)(plan.image)}:${(0,image_plan/* firstTag */.XE)(plan.image)}`;
}

// EXTERNAL MODULE: ./lib/image/check/check-images.js + 4 modules
var check_images = __webpack_require__(9111);
// EXTERNAL MODULE: ./lib/image/scan/scan-findings.js
var scan_findings = __webpack_require__(6789);
// EXTERNAL MODULE: ./lib/memoize.js
var memoize = __webpack_require__(2419);
;// CONCATENATED MODULE: ./lib/image/scan/scan-gate.js






/** A basic scan takes a minute, Amazon Inspector's first one several. */
const MAX_MINUTES = 10;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 10_000;
/** So many findings of an image are named. */
const NAMED = 5;
/**
 * Waits for ECR's scans of all images (DescribeImageScanFindings: basic scanning and Amazon Inspector's) and lets them pass where nothing of
 * the gate's severity or worse was found. What cannot be known does not pass: a scan that failed, or did not end in time. Images outside of
 * ECR are told and not held up.
 *
 * @param gate undefined: everything passes, nothing is asked
 * @returns the images, with what their scans found
 * @throws SlipwayError `scan-findings` with the counts and the worst of them; `scan-failed`; the signal's reason when it fires
 */
async function passScanGate(images, gate, ports) {
    if (gate === undefined)
        return images;
    return ports.reporter.group(`Wait for ECR's scan (scan-gate: ${gate})`, async () => {
        const scanOnce = (0,memoize/* memoize */.Bj)((image) => scanImage(image, gate, ports), ({ uri }) => uri);
        const settled = await Promise.allSettled(images.map(async (image) => ({ image, result: await scanOnce(image) })));
        const failed = settled.find(scan => scan.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
        const scanned = settled.flatMap(scan => (scan.status === 'fulfilled' ? scan.value : []));
        const stops = [...new Set(scanned.flatMap(({ result }) => result?.stops ?? []))];
        if (stops.length > 0)
            throw shut(stops, gate);
        return scanned.map(({ image, result }) => ({ ...image, findings: result?.findings }));
    });
}
function shut(stops, gate) {
    return new lib_errors/* SlipwayError */.GQ({
        code: 'scan-findings',
        fault: 'user',
        what: `${stops.join('\n')}.`,
        next: `Nothing was registered or deployed. Fix the listed packages, or raise scan-gate above ${gate} if this may run.`
    });
}
async function scanImage(image, gate, ports) {
    const location = await locate(image, ports);
    if (location === undefined) {
        ports.reporter.warn(`${image.uri} is not in a private registry of ECR: scan-gate does not look at it.`);
        return undefined;
    }
    // A scan is of an image for one platform; an index of several has none of its own.
    const digests = await ports.ecr.listPlatformImages(location);
    if (digests.length === 0) {
        const what = `${image.uri} cannot pass scan-gate: it is not in ECR.`;
        const next = 'An image of a pull-through cache is there once somebody has pulled it.';
        throw new lib_errors/* SlipwayError */.GQ({ code: 'scan-failed', fault: 'user', what, next });
    }
    const scans = await Promise.all(digests.map(digest => waitForScan({ ...location, tag: undefined, digest }, image, ports)));
    const counts = (0,scan_findings/* addCounts */.c5)(scans.map(scan_findings/* countFindings */.Gt));
    const platforms = digests.length > 1 ? ` in its ${digests.length} platforms` : '';
    const findings = `${(0,scan_findings/* describeCounts */.wv)(counts)}${platforms}`;
    const found = `${image.uri}: ECR's scan found ${findings}`;
    ports.reporter.info(`${found}.`);
    const stopping = (0,scan_findings/* countStopping */.ac)(counts, gate);
    if (stopping === 0)
        return { findings, stops: [] };
    const all = scans.flatMap(scan => scan.findings);
    const worst = (0,scan_findings/* listWorst */.q4)(all, gate, NAMED);
    const more = stopping > worst.length ? [`… and ${stopping - worst.length} more`] : [];
    return { findings, stops: [`${found}, and scan-gate is ${gate}:`, ...worst, ...more] };
}
async function locate(image, ports) {
    if (image.location !== undefined)
        return image.location;
    const reference = (0,image_reference/* parseReference */.F2)(image.digestUri);
    return reference === undefined ? undefined : (0,check_images/* locateExisting */.a)(reference, ports);
}
async function waitForScan(location, image, ports) {
    const { clock, ecr, signal } = ports;
    const deadline = clock.now() + MAX_MINUTES * 60_000;
    let asked = false;
    let last;
    const look = async () => {
        signal?.throwIfAborted();
        last = await ecr.describeScan(location);
        if (last === undefined && !asked) {
            asked = true;
            await askForScan(location, image, ports);
        }
        const state = last === undefined ? undefined : (0,scan_findings/* readScanState */.Th)(last);
        if (last !== undefined && state?.kind === 'done')
            return last;
        if (state?.kind === 'none') {
            const what = `${image.uri} cannot pass scan-gate: ${state.why}.`;
            throw new lib_errors/* SlipwayError */.GQ({ code: 'scan-failed', fault: 'user', what, next: state.next });
        }
        return undefined;
    };
    const pauses = { first: FIRST_PAUSE, factor: 1.5, longest: LONGEST_PAUSE };
    const scan = await (0,retry/* retry */.L)({ clock, signal, deadline, pauses, isPending: seen => seen === undefined }, look);
    if (scan === undefined)
        throw tooLate(image, last);
    return scan;
}
function tooLate({ uri }, last) {
    const stands = last === undefined ? 'ECR knows of no scan' : `ECR says ${last.status} and has no results`;
    return new lib_errors/* SlipwayError */.GQ({
        code: 'scan-failed',
        fault: 'aws',
        what: `${uri} cannot pass scan-gate: after ${MAX_MINUTES} minutes ${stands}.`,
        next: "Check the scan in ECR: the registry's scanning filters must cover the repository."
    });
}
/** Scan on push is off, or has not begun. Where Amazon Inspector scans, it begins by itself. */
async function askForScan(location, image, ports) {
    switch (await ports.ecr.startScan(location)) {
        case 'started':
            ports.reporter.info(`${image.uri} was not scanned when it was pushed: a scan has been asked for.`);
            return;
        case 'unsupported': {
            const what = `${image.uri} cannot pass scan-gate: ECR cannot scan an image of this kind.`;
            throw new lib_errors/* SlipwayError */.GQ({ code: 'scan-failed', fault: 'user', what, next: 'Leave scan-gate out for it.' });
        }
        case 'by-itself':
            return;
    }
}

// EXTERNAL MODULE: ./lib/steps/read-artifacts.js
var read_artifacts = __webpack_require__(9137);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/platform.js
var text_platform = __webpack_require__(6320);
;// CONCATENATED MODULE: ./lib/image/image-size.js


/**
 * Reads how large an image is, and what of it the version before does not have: one call to ECR (BatchGetImage), and one more where either is
 * an index of several platforms.
 *
 * @returns undefined where its manifest cannot be read; without what needs the version before where that cannot
 * @throws what the port throws
 */
async function measureImage({ location, before, platform }, ecr) {
    const wanted = [{ digest: location.digest }, ...(before === undefined ? [] : [before])];
    const isSame = before?.digest === location.digest;
    const found = await ecr.readManifests(location, isSame ? wanted.slice(0, 1) : wanted);
    const manifests = wanted.map(id => readManifest(found.find(manifest => isNamed(manifest, id))?.text));
    const chosen = manifests.map(manifest => manifest?.kind === 'index' ? choose(manifest.entries, platform) : undefined);
    const digests = [...new Set(chosen.flatMap(digest => digest ?? []))];
    const images = digests.length === 0
        ? []
        : await ecr.readManifests(location, digests.map(digest => ({ digest })));
    const [layers, layersBefore] = manifests.map((manifest, index) => {
        const entry = images.find(({ digest }) => digest === chosen[index]);
        const image = manifest?.kind === 'index' ? readManifest(entry?.text) : manifest;
        return image?.kind === 'image' ? image.layers : undefined;
    });
    return layers === undefined ? undefined : compareLayers(layers, layersBefore);
}
/** The sizes of an image beside those of the version before. A layer that a manifest names twice is stored, and counts, once. Pure. */
function compareLayers(layers, before) {
    const ownLayers = unique(layers);
    const size = { bytes: sum(ownLayers), layers: ownLayers.length };
    if (before === undefined)
        return size;
    const there = unique(before);
    const known = new Set(there.map(({ digest }) => digest));
    const changed = ownLayers.filter(({ digest }) => !known.has(digest));
    return { ...size, changed: changed.length, pushed: sum(changed), before: sum(there) };
}
function unique(layers) {
    return [...new Map(layers.map(layer => [layer.digest, layer])).values()];
}
function sum(layers) {
    return layers.reduce((total, { size }) => total + size, 0);
}
function isNamed(manifest, id) {
    return id.digest === undefined ? manifest.tag === id.tag : manifest.digest === id.digest;
}
/** The image of an index for a platform, else its first; attestations (`unknown`) are none. */
function choose(entries, platform) {
    const images = entries.filter(entry => entry.platform?.os !== 'unknown');
    const fitting = images.find(entry => entry.platform !== undefined && (0,text_platform/* isSamePlatform */.SW)(entry.platform, platform));
    return (fitting ?? images[0])?.digest;
}
/** Reads an image manifest or index of the OCI image specification, or Docker's of schema 2; undefined: it is none of them. Pure. */
function readManifest(text) {
    const manifest = parse(text);
    const [entries, layers] = [(0,record/* own */.ZV)(manifest, 'manifests'), (0,record/* own */.ZV)(manifest, 'layers')];
    if (Array.isArray(entries))
        return { kind: 'index', entries: entries.flatMap(readEntry) };
    if (!Array.isArray(layers))
        return undefined;
    const read = layers.flatMap(readLayer);
    return read.length === layers.length ? { kind: 'image', layers: read } : undefined;
}
function readEntry(entry) {
    const digest = (0,record/* isRecord */.u4)(entry) ? (0,record/* own */.ZV)(entry, 'digest') : undefined;
    if (!(0,record/* isRecord */.u4)(entry) || typeof digest !== 'string')
        return [];
    const platform = (0,record/* own */.ZV)(entry, 'platform');
    const [os, architecture] = (0,record/* isRecord */.u4)(platform) ? [(0,record/* own */.ZV)(platform, 'os'), (0,record/* own */.ZV)(platform, 'architecture')] : [];
    const isSaid = typeof os === 'string' && typeof architecture === 'string';
    return [{ digest, platform: isSaid ? { os, architecture } : undefined }];
}
function readLayer(layer) {
    const [digest, size] = (0,record/* isRecord */.u4)(layer) ? [(0,record/* own */.ZV)(layer, 'digest'), (0,record/* own */.ZV)(layer, 'size')] : [];
    return typeof digest === 'string' && typeof size === 'number' && size >= 0 ? [{ digest, size }] : [];
}
function parse(text) {
    try {
        const value = JSON.parse(text ?? '');
        return (0,record/* isRecord */.u4)(value) ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
// EXTERNAL MODULE: ./lib/steps/revision.js
var revision = __webpack_require__(9250);
;// CONCATENATED MODULE: ./lib/steps/measure-images.js








/** Without a task definition that says otherwise, and the default of Fargate. */
const DEFAULT_PLATFORM = { os: 'linux', architecture: 'amd64' };
/**
 * Reads how large the images are that were built or reused, beside what their container runs now, where that is of the same repository
 * (DescribeTaskDefinition, BatchGetImage). For the eyes only: what cannot be read is left out. Never rejects.
 *
 * @param services as they were before the rollout
 * @returns the images in their order
 */
async function measureImages(services, images, context) {
    const readOnce = (0,memoize/* memoize */.Bj)((arn) => (0,revision/* readRevision */.M)(arn, false, context), arn => arn);
    const measure = async (image) => {
        const { location, digest } = image;
        if (location === undefined || digest === undefined)
            return image;
        const service = services.find(each => (0,prepare_service/* containersOf */.Mz)(each, image.config).length > 0);
        try {
            const running = service?.target?.runningTaskDefinitionArn;
            const revision = running === undefined ? undefined : await readOnce(running).catch(() => undefined);
            const before = service && revision && findBefore(image, (0,prepare_service/* containersOf */.Mz)(service, image.config), revision.definition);
            const platform = platformOf(service?.taskDefinition?.definition);
            return {
                ...image,
                size: await measureImage({ location: { ...location, digest }, before, platform }, context.ecr)
            };
        }
        catch (error) {
            context.reporter.debug(`The size of ${image.uri} is not known: ${error instanceof Error ? error.message : ''}`);
            return image;
        }
    };
    return Promise.all(images.map(measure));
}
/** What a container of the image runs; undefined where it is of another repository, or by a tag that this run has moved. */
function findBefore(image, containers, running) {
    const named = (0,types/* listContainers */.ts)(running).find(({ name }) => containers.includes(name))?.image;
    const reference = named === undefined ? undefined : (0,image_reference/* parseReference */.F2)(named);
    if (reference?.registry !== image.registry || reference?.repository !== image.repository)
        return undefined;
    const { digest, tag = 'latest' } = reference;
    if (digest !== undefined)
        return { digest };
    return image.config.kind === 'built' && image.config.tags.includes(tag) ? undefined : { tag };
}
function platformOf(definition) {
    const runtime = definition === undefined ? undefined : (0,record/* own */.ZV)(definition, 'runtimePlatform');
    return (0,text_platform/* wantedPlatform */.zT)((0,record/* isRecord */.u4)(runtime) ? runtime : undefined, true) ?? DEFAULT_PLATFORM;
}

// EXTERNAL MODULE: ./lib/steps/write-artifacts.js
var write_artifacts = __webpack_require__(3474);
// EXTERNAL MODULE: ./lib/steps/prepare.js + 1 modules
var prepare = __webpack_require__(8910);
// EXTERNAL MODULE: ./lib/appspec/appspec.js + 4 modules
var appspec = __webpack_require__(2225);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/idempotent-call.js
var idempotent_call = __webpack_require__(6091);
;// CONCATENATED MODULE: ./lib/rollout/register.js



/** So many revisions may others register while an answer is lost. */
const MAX_REVISIONS = 10;
/** A revision that is older than this cannot be the one whose answer got lost a moment ago; clocks may differ by as much. */
const FRESH = 60_000;
/**
 * Registers a task definition with exactly this JSON text (RegisterTaskDefinition).
 *
 * Sent once: where the answer got lost, the family's newest revisions are compared with the text before it is sent again, so that a broken
 * connection leaves no second revision. One of another run that registered the same text at the same time is as good, and is taken.
 *
 * @param json the text of `taskdefinition.json`
 * @param sessionName of the role that this run assumed, where no other run has the same
 */
async function registerTaskDefinition(json, ecs, clock, sessionName) {
    const asked = JSON.parse(json);
    const family = typeof asked.family === 'string' ? asked.family : '';
    const sentAt = clock.now();
    let isOwn = true;
    try {
        const taskDefinition = await (0,idempotent_call/* sendOnce */.E)({
            clock,
            send: () => ecs.registerTaskDefinition(json),
            find: async () => {
                // The tags come back beside the task definition.
                const members = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'tags'));
                const found = await findSame(members, { family, since: sentAt - FRESH }, ecs);
                isOwn =
                    found === undefined ||
                        (sessionName !== undefined && found.registeredBy?.endsWith(`/${sessionName}`) === true);
                return found;
            }
        });
        const arn = taskDefinition.taskDefinitionArn;
        if (arn !== undefined)
            return { arn, taskDefinition, isOwn };
    }
    catch (error) {
        throw (0,errors/* explainAwsError */.Ni)(error, `Registering the task definition ${family}`);
    }
    throw new lib_errors/* SlipwayError */.GQ({
        code: 'incomplete-answer',
        fault: 'aws',
        what: `RegisterTaskDefinition answered without an ARN for ${family}.`
    });
}
/** The newest revision of a family that was registered since then with these members; others may have registered newer ones after it. */
async function findSame(members, { family, since }, ecs) {
    let reference = family;
    for (let count = 0; count < MAX_REVISIONS; count += 1) {
        const found = (await ecs.describeTaskDefinition(reference).catch(orNothing))?.taskDefinition;
        if (found === undefined || (found.registeredAt?.getTime() ?? 0) < since)
            return undefined;
        if (holds(found, members))
            return found;
        const { revision = 1 } = found;
        if (revision <= 1)
            return undefined;
        reference = `${family}:${revision - 1}`;
    }
    return undefined;
}
/**
 * The family may not be there yet, or the role may not look. A look that may go through the next time says neither: to send again then
 * could register twice.
 */
function orNothing(error) {
    if ((0,errors/* isTransient */.dg)(error))
        throw error;
}
/** Whether everything that was asked for is in what AWS tells; AWS adds its defaults. */
function holds(described, asked) {
    if (asked === null)
        return true;
    if (Array.isArray(asked)) {
        return (Array.isArray(described) &&
            described.length === asked.length &&
            asked.every((item, index) => holds(described[index], item)));
    }
    if (typeof asked === 'object') {
        if (typeof described !== 'object' || described === null)
            return Object.keys(asked).length === 0;
        return Object.entries(asked).every(([key, value]) => holds(described[key], value));
    }
    return described === asked;
}

// EXTERNAL MODULE: ./lib/rollout/diagnosis/diagnose.js + 2 modules
var diagnose = __webpack_require__(3141);
// EXTERNAL MODULE: ./lib/rollout/monitor/progress-log.js
var progress_log = __webpack_require__(950);
// EXTERNAL MODULE: ./lib/causes/cause.js
var cause = __webpack_require__(3743);
// EXTERNAL MODULE: ./lib/causes/service-event.js
var service_event = __webpack_require__(7514);
// EXTERNAL MODULE: ./lib/rollout/mark.js
var rollout_mark = __webpack_require__(9692);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/text/arn.js
var text_arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/run-task/start-task.js








/** What the cleanup record calls the task. */
const NOTE = 'task before the rollout';
/** In milliseconds: capacity comes within minutes, not within seconds. */
const PAUSES = { first: 5_000, factor: 2, longest: 30_000, jitter: 0.1 };
/**
 * Starts the task (RunTask). Where ECS has no place for it now, as what an autoscaling group or Fargate gives may come, it asks again, and says
 * so, until the deadline.
 *
 * @param deadline in milliseconds of the clock
 * @throws SlipwayError where AWS refuses the request for another reason
 */
async function startTask(run, deadline) {
    const { plan, clock, reporter, signal } = run;
    // What all attempts are found by; each has a token of its own, as what a token was answered is answered again.
    const mark = (0,rollout_mark/* makeMark */.o)();
    const startedBy = plan.startedBy ?? mark;
    const askedAt = clock.now();
    let attempts = 0;
    let awaited;
    const attempt = async () => {
        awaited = undefined;
        attempts += 1;
        const clientToken = attempts === 1 ? mark : (0,rollout_mark/* makeMark */.o)();
        const started = await sendRunTask(run, { startedBy, clientToken, askedAt });
        return typeof started === 'string' ? explainNoPlace(started) : started;
    };
    const reportWait = (noPlace) => {
        if (!isNoPlace(noPlace))
            return;
        awaited = noPlace;
        const minutes = run.config.waitForMinutes;
        const first = `That may pass: trying again for up to ${minutes} minutes (wait-for-minutes).`;
        reporter.info(`${noPlace.what} ${attempts === 1 ? first : 'Still trying.'}`);
    };
    try {
        const isPending = (answer) => isNoPlace(answer) && answer.passes;
        const options = { clock, signal, deadline, pauses: PAUSES, isPending, onPending: reportWait };
        const answer = await (0,retry/* retry */.L)(options, attempt);
        if (!isNoPlace(answer))
            return answer;
        const { what, advice, passes } = answer;
        return notStarted(run, [what, ...(passes ? [describeWait(run, attempts)] : []), advice].join(' ').trimEnd());
    }
    catch (error) {
        if (awaited === undefined)
            throw error;
        run.cleanupStore.remove(NOTE);
        return { verdict: 'cancelled', reason: `Cancelled while waiting for a place for the task. ${awaited.what}` };
    }
}
function isNoPlace(answer) {
    return 'passes' in answer;
}
/** @param said as ECS says it, without a full stop */
function explainNoPlace(said) {
    const found = (0,service_event/* causeOfPlacement */.w)(said);
    return {
        what: `ECS started no task: ${said}.`,
        advice: found === undefined ? '' : (0,cause/* fillFacts */.Z3)(found.cause.advice, found.facts),
        passes: found !== undefined && found.cause.deterministic !== true
    };
}
function describeWait({ config }, attempts) {
    const times = attempts === 1 ? 'once' : `${attempts} times`;
    return `It was asked ${times} within ${config.waitForMinutes} minutes (wait-for-minutes).`;
}
function notStarted({ cleanupStore }, reason) {
    cleanupStore.remove(NOTE);
    return { verdict: 'failed', reason };
}
/** The task that RunTask started, or why it started none, as ECS says it, without a full stop. */
async function sendRunTask(run, { startedBy, clientToken, askedAt }) {
    const { plan, ports, clock, taskDefinitionArn } = run;
    noteTask(run, '', startedBy, askedAt);
    const input = { ...plan.launch, cluster: plan.cluster, taskDefinition: taskDefinitionArn, startedBy, clientToken };
    const sent = { isLost: false };
    const noteLost = (error) => {
        sent.isLost ||= (0,idempotent_call/* mayHaveTakenEffect */.Y)(error) && !(0,errors/* isThrottling */.E2)(error);
        throw error;
    };
    try {
        // Sent again with the same token after a lost answer, it starts nothing twice.
        const { tasks, failures } = await (0,rollout_transient/* retryTransient */.j)(clock, () => ports.ecs.runTask(input).catch(noteLost));
        const [task] = tasks;
        if (task?.taskArn === undefined)
            return describeFailure(failures);
        noteTask(run, task.taskArn, startedBy, askedAt);
        return task;
    }
    catch (error) {
        if (!sent.isLost && error instanceof Error && /^No Container Instances were found/.test(error.message))
            return error.message.replace(/[.\s]+$/, '');
        // A refusal started nothing. Where an answer was lost before it, or anything else happened, the post step looks for the task.
        const failure = (0,errors/* explainAwsError */.Ni)(error, `Running a task of ${(0,text_arn/* resourceName */.Iy)(taskDefinitionArn)}`);
        if (failure.fault === 'user' && !sent.isLost && !(0,idempotent_call/* mayHaveTakenEffect */.Y)(error))
            run.cleanupStore.remove(NOTE);
        throw failure;
    }
}
function noteTask({ plan, region, taskDefinitionArn, isOwnRevision = false, config, cleanupStore }, arn, startedBy, askedAt) {
    const { cluster } = plan;
    const { onCancel } = config;
    const isMarked = plan.startedBy === undefined;
    const marks = { startedBy, isMarked, isOwnRevision, askedAt };
    cleanupStore.add(NOTE, { kind: 'task', region, cluster, arn, taskDefinitionArn, ...marks, onCancel });
}
function describeFailure([failure]) {
    const reason = [failure?.reason, failure?.detail].filter(text => text !== undefined && text !== '').join(': ');
    return reason === '' ? 'RunTask answered without a task and without a reason' : reason.replace(/[.\s]+$/, '');
}

// EXTERNAL MODULE: ./lib/rollout/diagnosis/log-stream.js
var log_stream = __webpack_require__(6442);
;// CONCATENATED MODULE: ./lib/rollout/run-task/task-logs.js


/** A page is at most 1 MB; whoever logs more than this between two looks is told in the next one. */
const MAX_PAGES = 10;
/** Reads on in the awslogs streams of all containers (GetLogEvents). A stream that is not there yet has no lines yet. */
function createTaskLogs({ logs, region, taskDefinition, log, warnOnce }) {
    const ends = new Map();
    let closed = false;
    const readStream = async (container, { region: home, group, stream }) => {
        let count = 0;
        for (let page = 0; page < MAX_PAGES; page += 1) {
            const after = ends.get(container);
            const { lines, end } = await logs.readOn({ region: home, group, stream, after });
            for (const line of lines)
                log(container, line);
            count += lines.length;
            ends.set(container, end);
            if (end === undefined || end === after)
                break;
        }
        return count;
    };
    const attempt = async (container, stream) => {
        try {
            return await readStream(container, stream);
        }
        catch (error) {
            if ((0,errors/* isTransient */.dg)(error) || (0,errors/* awsErrorName */.ZH)(error) === 'ResourceNotFoundException')
                return 0;
            closed = true;
            warnOnce((0,errors/* isAccessDenied */.w7)(error)
                ? "The task's log cannot be read: allow logs:GetLogEvents."
                : (0,errors/* explainAwsError */.Ni)(error, "Reading the task's log").message);
            return 0;
        }
    };
    return {
        read: async (task) => {
            const counts = (taskDefinition.containerDefinitions ?? []).map(definition => {
                const container = task.containers?.find(({ name }) => name === definition.name);
                const known = { taskArn: task.taskArn ?? '', runtimeId: container?.runtimeId };
                const stream = (0,log_stream/* findLogStream */.a)(definition, known, region);
                return stream === undefined || closed ? Promise.resolve(0) : attempt(definition.name ?? '', stream);
            });
            return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
        }
    };
}

// EXTERNAL MODULE: ./lib/rollout/monitor/stop-reasons.js
var stop_reasons = __webpack_require__(6278);
;// CONCATENATED MODULE: ./lib/rollout/run-task/task-status.js

/** A task's state in one line: `PENDING`, `RUNNING`, with what ECS says about its end. Pure. */
function describeTask(task) {
    const status = task.lastStatus ?? 'unknown';
    const reason = task.stoppedReason ?? '';
    return task.desiredStatus === 'STOPPED' && reason !== '' ? `${status} (${reason})` : status;
}
/**
 * Judges a task from DescribeTasks. It has to be STOPPED, whether or not anybody saw it RUNNING. It succeeded where it ended by itself
 * and every container that counts has exit code 0; one that never ran has none. Pure.
 *
 * @param judged the names of the containers that count
 * @returns undefined while it has not ended
 */
function judgeTask(task, judged) {
    if (task.lastStatus !== 'STOPPED')
        return undefined;
    const containers = task.containers ?? [];
    const failed = judged
        .map(name => containers.find(container => container.name === name) ?? { name })
        .find(container => container.exitCode !== 0);
    const endedByItself = task.stopCode === 'EssentialContainerExited';
    if (failed === undefined && endedByItself)
        return { succeeded: true, what: describeSuccess(judged), stoppedTask: undefined };
    return {
        succeeded: false,
        what: endedByItself && failed !== undefined ? describeFailed(failed, judged, containers) : describeStop(task),
        stoppedTask: findDeath(task, endedByItself ? failed : undefined)
    };
}
function describeSuccess(judged) {
    return `${judged.length === 1 ? `the container ${judged[0] ?? ''}` : 'every essential container'} exited with code 0`;
}
function describeFailed(failed, judged, containers) {
    const { name = '', exitCode, reason = '' } = failed;
    const detail = reason === '' ? '' : ` (${reason})`;
    if (exitCode === undefined)
        return `the container ${name} did not run to its end${detail}`;
    const text = `the container ${name} exited with code ${exitCode}${detail}`;
    const another = containers.find(container => container.exitCode === 0);
    // ECS ends the other containers when an essential one has finished; what they make of SIGTERM is theirs to say.
    if (judged.length < 2 || another === undefined)
        return text;
    return `${text}, as a container may that ECS ends because another (${another.name ?? ''}, code 0) has finished; container-name says which one counts`;
}
function describeStop({ stopCode, stoppedReason = '', containers = [] }) {
    const spoken = containers.find(({ reason }) => (reason ?? '') !== '' && !stoppedReason.includes(reason ?? ''));
    const reasons = [stoppedReason, spoken?.reason ?? ''].filter(text => text !== '').join(': ');
    const what = stopCode === 'TaskFailedToStart' ? 'it did not start' : 'it was stopped before its end';
    const detail = reasons === '' ? (stopCode ?? '') : reasons;
    return detail === '' ? what : `${what}: ${detail.replace(/[.\s]+$/, '')}`;
}
function findDeath(task, failed) {
    const stoppedTask = (0,stop_reasons/* classifyStop */.dZ)(task);
    const isOther = failed !== undefined && stoppedTask !== undefined && (0,stop_reasons/* hasExited */.uR)(stoppedTask);
    const death = isOther ? (0,stop_reasons/* classifyStop */.dZ)({ ...task, containers: [failed] }) : stoppedTask;
    // What a service's container must not do is what a task's own is there for.
    return death?.found?.cause.id === 'essential-exited-0' ? { ...death, found: undefined } : death;
}

// EXTERNAL MODULE: ./lib/rollout/rollback/stop-task.js
var stop_task = __webpack_require__(7444);
// EXTERNAL MODULE: ./lib/rollout/monitor/poll.js
var poll = __webpack_require__(2447);
;// CONCATENATED MODULE: ./lib/rollout/run-task/run-task.js









/** The lines of a container that has ended may reach CloudWatch Logs a moment after ECS calls the task STOPPED. */
const LOG_LAG = 2_000;
/**
 * Runs the task before the rollout (RunTask), tells what it logs and waits until it is STOPPED.
 *
 * Sent with a client token, so that a repetition after a lost answer starts nothing twice. A task that fails, takes longer than
 * `wait-for-minutes` or is cancelled is a result. In the last two cases it is stopped, unless `on-failure` or `on-cancel` is `leave`.
 *
 * @throws SlipwayError where AWS refuses the request, or credentials and permissions do not last
 */
async function runTask(run) {
    const { plan, clock, reporter, signal } = run;
    if (signal?.aborted === true) {
        return { verdict: 'cancelled', reason: 'Cancelled before RunTask.', taskArns: [] };
    }
    const deadline = clock.now() + run.config.waitForMinutes * 60_000;
    const started = await startTask(run, deadline);
    if ('verdict' in started)
        return { ...started, taskArns: [] };
    const arn = started.taskArn ?? '';
    const taskArns = [arn];
    reporter.info(`Task ${(0,text_arn/* resourceName */.Iy)(arn)} of ${(0,text_arn/* resourceName */.Iy)(run.taskDefinitionArn)} in ${(0,text_arn/* resourceName */.Iy)(plan.cluster)} (${arn})`);
    if (!plan.waitForStopped) {
        run.cleanupStore.remove(NOTE);
        return { verdict: 'started', reason: 'The task was started; its end is not waited for.', taskArns };
    }
    const progress = (0,progress_log/* createProgressLog */.e)(reporter, clock, clock.now(), []);
    const seen = await followTask(run, arn, deadline, progress);
    const result = await conclude(run, arn, seen, progress);
    if (result.settled)
        run.cleanupStore.remove(NOTE);
    return { ...result.result, taskArns };
}
async function followTask(run, arn, deadline, progress) {
    const { plan, ports, clock, signal } = run;
    const logs = createTaskLogs({
        logs: ports.logs,
        region: run.region,
        taskDefinition: run.taskDefinition,
        log: (container, text) => {
            for (const line of text.replace(/\s+$/, '').split(/\r?\n/))
                progress.line(`${container} | ${line}`);
        },
        warnOnce: line => progress.warnOnce(line)
    });
    let task;
    let state;
    const watched = await (0,poll/* poll */.wt)({
        clock,
        signal,
        deadline,
        doing: `Following the task ${(0,text_arn/* resourceName */.Iy)(arn)}`,
        look: async () => {
            const [seen] = await ports.ecs.describeTasks(plan.cluster, [arn]);
            // A young task may not be known yet to what answers.
            if (seen === undefined || signal?.aborted === true)
                return seen;
            task = seen;
            const hasEnded = seen.lastStatus === 'STOPPED';
            if (hasEnded)
                await logs.read(seen);
            const line = describeTask(seen);
            if (line !== state)
                progress.line(line);
            state = line;
            if (!hasEnded && mayHaveLogged(seen))
                await logs.read(seen);
            return seen;
        },
        judge: seen => (seen?.lastStatus === 'STOPPED' ? seen : undefined),
        onSilence: (_error, times) => {
            if (times === 5)
                progress.warnOnce('AWS does not answer (throttling, or the network); still trying.');
        }
    });
    return { ended: watched.kind === 'ended' ? 'stopped' : watched.kind, task, logs };
}
function mayHaveLogged({ lastStatus = '' }) {
    return !['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(lastStatus);
}
async function conclude(run, arn, { ended, task, logs }, progress) {
    const { plan, config } = run;
    const ending = task === undefined ? undefined : judgeTask(task, plan.judged);
    if (ended !== 'stopped' || task === undefined || ending === undefined) {
        const cancelled = ended === 'cancelled';
        const policy = cancelled ? config.onCancel : config.onFailure;
        const stopped = await attemptStop(run, arn, policy, cancelled ? 'cancelled' : 'taking too long');
        const why = cancelled
            ? 'Cancelled.'
            : `The task had not ended within ${config.waitForMinutes} minutes (wait-for-minutes).`;
        const result = { verdict: cancelled ? 'cancelled' : 'timed-out', reason: `${why} ${stopped.reason}` };
        return { result, settled: stopped.settled };
    }
    await readRest(run, task, logs);
    if (ending.succeeded) {
        progress.line(`The task succeeded: ${ending.what}.`);
        return { result: { verdict: 'succeeded', reason: `The task succeeded: ${ending.what}.` }, settled: true };
    }
    progress.line(`The task failed: ${ending.what}.`);
    const diagnosis = await gather(run, task, ending);
    return { result: { verdict: 'failed', reason: `The task failed: ${ending.what}.`, diagnosis }, settled: true };
}
/** The last lines are the ones that say why. */
async function readRest({ clock, signal }, task, logs) {
    for (let quiet = 0; quiet < 2; quiet += 1) {
        await logs.read(task);
        if (quiet === 0)
            await clock.sleep(LOG_LAG, signal).catch(() => undefined);
    }
}
async function gather(run, task, { what, stoppedTask: death }) {
    return (0,diagnose/* diagnose */.h)({
        ports: run.ports,
        region: run.region,
        taskDefinitionArn: task.taskDefinitionArn ?? run.taskDefinitionArn,
        taskDefinition: run.taskDefinition,
        collector: {
            stoppedTasks: death === undefined ? [] : [death],
            gaps: [],
            look: () => Promise.resolve(),
            lookOnceMore: () => Promise.resolve()
        },
        events: [],
        stopReason: task.stoppedReason ?? what,
        lastState: undefined
    });
}
async function attemptStop(run, arn, policy, why) {
    const { ports, clock } = run.undoing ?? run;
    if (policy === 'leave')
        return { reason: 'The task was left running (leave).', settled: true };
    try {
        await (0,stop_task/* stopTask */.S)({ cluster: run.plan.cluster, arn, why }, ports.ecs, clock);
        return { reason: 'Asked ECS to stop the task.', settled: true };
    }
    catch (error) {
        return { reason: error instanceof lib_errors/* SlipwayError */.GQ ? error.message : String(error), settled: false };
    }
}

// EXTERNAL MODULE: ./lib/rollout/rollouts.js + 2 modules
var rollouts = __webpack_require__(2884);
;// CONCATENATED MODULE: ./lib/steps/deploy.js





/**
 * Registers the text of each `taskdefinition.json`, the same text once; a revision that is to be deployed as it stands is not registered
 * again, nor is one that runs and stays.
 *
 * @returns the services, in their order
 */
async function registerAll(config, services, context) {
    const registered = new Map();
    const findRevision = async (service) => {
        const { texts, unchanged, asRegistered } = service;
        const text = texts.taskDefinition;
        if (text === undefined || unchanged !== undefined)
            return unchanged;
        const definition = JSON.parse(text);
        if (asRegistered !== undefined) {
            context.reporter.info(`${asRegistered} is deployed as it is registered.`);
            return { arn: asRegistered, isOwn: false, definition };
        }
        const own = registered.get(text) ?? (await register(text, config, context));
        registered.set(text, own);
        return { ...own, definition };
    };
    const done = [];
    for (const service of services)
        done.push({ ...service, revision: await findRevision(service) });
    return done;
}
async function register(text, { role }, { ecs, clock, reporter }) {
    // The default of role-session-name has GitHub's id of the run in it; what the user says there may be every run's.
    const sessionName = /^Slipway-\d+$/.test(role?.sessionName ?? '') ? role?.sessionName : undefined;
    const { arn, isOwn } = await registerTaskDefinition(text, ecs, clock, sessionName);
    reporter.info(`Registered ${arn}.`);
    return { arn, isOwn };
}
/** Runs the task before the rollout in the first service's revision; undefined where none is wanted. Throws as runTask does. */
async function runTaskBefore({ rollout }, task, { arn, definition, isOwn }, context) {
    if (task === undefined)
        return undefined;
    const { region, clock, reporter, cleanupStore: cleanupStore, signal, undoing } = context;
    const run = { plan: task, taskDefinitionArn: arn, isOwnRevision: isOwn, taskDefinition: definition, config: rollout };
    return reporter.group('Task before the rollout', () => runTask({ ...run, region, ports: context, clock, reporter, cleanupStore: cleanupStore, signal, undoing }));
}
/** What is to be told of a rollout that was not begun, since the task before it did not succeed. */
function notStartedResult(task, services, { arn }) {
    const target = services[0]?.target;
    const touched = services.length > 1 ? ' No service was touched.' : ' The service was not touched.';
    return {
        verdict: task.verdict,
        reason: `${task.reason}${target === undefined ? '' : touched}`,
        taskDefinitionArn: arn,
        previousTaskDefinitionArn: target?.runningTaskDefinitionArn,
        ...(task.diagnosis === undefined ? {} : { diagnosis: task.diagnosis }),
        timeline: []
    };
}
/**
 * Rolls out to all services but those that keep what they run. Throws as rollOutAll does.
 *
 * @returns the services, in their order
 */
async function rollOutServices({ maxParallel }, services, context) {
    const inputs = services.flatMap(service => describeRollout(service, context));
    const results = await (0,rollouts/* rollOutAll */.B)(inputs, maxParallel);
    return services.map(service => {
        const { target, unchanged } = service;
        if (unchanged !== undefined)
            return { ...service, rollout: unchangedResult(unchanged) };
        return { ...service, rollout: target === undefined ? undefined : results.get(target) };
    });
}
/** What is to be told of a service that runs already what was to be deployed. */
function unchangedResult({ arn }) {
    return {
        verdict: 'unchanged',
        reason: `${(0,text_arn/* resourceName */.Iy)(arn)} runs already, with the same images; nothing was registered or rolled out (skip-unchanged).`,
        taskDefinitionArn: arn,
        previousTaskDefinitionArn: arn,
        timeline: []
    };
}
function describeRollout({ config, target, texts, unchanged, revision, gate }, context) {
    if (target === undefined || revision === undefined || unchanged !== undefined)
        return [];
    const { arn, definition, isOwn } = revision;
    const { clock, reporter, cleanupStore: cleanupStore, signal, undoing } = context;
    return [
        {
            target,
            taskDefinitionArn: arn,
            isOwnRevision: isOwn,
            taskDefinition: definition,
            appspec: texts.appspec === undefined ? undefined : (0,appspec/* fillTaskDefinition */.gJ)(texts.appspec, arn),
            config: config.rollout,
            gate,
            ports: context,
            clock,
            reporter,
            cleanupStore: cleanupStore,
            signal,
            undoing
        }
    ];
}

// EXTERNAL MODULE: ./lib/steps/detect-unchanged.js + 1 modules
var detect_unchanged = __webpack_require__(5665);
// EXTERNAL MODULE: ./lib/outcome.js
var outcome = __webpack_require__(3259);
;// CONCATENATED MODULE: ./lib/ship.js










/**
 * The whole job: check everything, build and push, write the files, register, run the task before the rollout, roll out, follow.
 *
 * Nothing is changed before everything that can be known has been checked: first the files (all problems at once), then what is at AWS.
 * What is known of a service is one record, to which each step adds. Where the settings name deployments that are under way, they are
 * followed, and nothing else is done.
 *
 * @param progress gets what the run has reached as soon as it is there to stay, so that a failure later on does not hide it; the outcome last
 * @param githubDeployment begins when something is registered
 * @throws ProblemsError what is wrong with settings and files; SlipwayError for all else; the signal's reason when it fires before the
 * rollout. A task or a rollout that ends badly is an outcome, not an error.
 */
async function ship(config, context, progress, githubDeployment) {
    if (config.deployments.length > 0)
        return follow(config, context, progress, githubDeployment);
    const { timeline } = progress;
    timeline.enter('check');
    const read = await (0,prepare/* prepareRun */.Z0)(config, context);
    const checked = await (0,prepare/* checkAws */.ET)(config, read, context);
    context.signal.throwIfAborted();
    const published = await publishImages(checked.images, config, context, timeline);
    progress.add({ images: published });
    context.signal.throwIfAborted();
    if (config.scanGate !== undefined)
        timeline.enter('scan');
    const images = await passScanGate(published, config.scanGate, context);
    progress.add({ images });
    const plan = await makeWay(config, checked, context, progress);
    const written = await (0,write_artifacts/* writeArtifacts */.z)(plan.services, images, context);
    await deployArtifacts(config, { ...plan, services: written, images }, context, progress, githubDeployment);
}
/**
 * The second half of the job alone, for files that the first half wrote somewhere else: check everything, register, run the task before the
 * rollout, roll out, follow. Nothing is built, pushed or written. Parameters and errors are those of `ship`.
 */
async function deploy(config, context, progress, githubDeployment) {
    const { timeline } = progress;
    timeline.enter('check');
    const read = await (0,prepare/* prepareRun */.Z0)(config, context);
    const checked = await (0,prepare/* checkAws */.ET)(config, read, context, { withDocker: false });
    context.signal.throwIfAborted();
    const images = await publishImages(checked.images, config, context, timeline);
    progress.add({ images });
    const plan = await makeWay(config, checked, context, progress);
    const taken = await (0,read_artifacts/* takeArtifacts */.Ro)(plan.services, images, context);
    await deployArtifacts(config, { ...plan, services: taken, images }, context, progress, githubDeployment);
}
/**
 * Follows the deployments that are under way, those that the settings name or that of each service, and does nothing else. Parameters and
 * errors are those of `ship`.
 */
async function follow(config, context, progress, githubDeployment) {
    const { timeline } = progress;
    timeline.enter('check');
    // Few runs only follow, and the first call to AWS waits for what is read before it.
    const { followDeployments } = await Promise.all(/* import() */[__webpack_require__.e(3050), __webpack_require__.e(9642)]).then(__webpack_require__.bind(__webpack_require__, 9642));
    const followed = await followDeployments(config, context, () => {
        githubDeployment?.begin();
        timeline.enter('deploy');
    });
    timeline.leave();
    const reports = followed.map(({ target, rollout }) => {
        return { artifacts: undefined, target, taskDefinitionArn: rollout.taskDefinitionArn, rollout };
    });
    progress.add(describeReports((0,outcome/* worstOf */.hm)(followed.map(({ rollout }) => rollout.verdict)), reports));
}
/** The way is made free where `on-conflict` says so. */
async function makeWay(config, checked, context, { timeline }) {
    const policies = config.rollouts.map(({ rollout }) => rollout.onConflict);
    if (policies.some(policy => policy === 'wait' || policy === 'replace'))
        timeline.enter('on-conflict');
    return (0,prepare/* resolveConflicts */.qF)(config, checked, context);
}
/** What follows once the files are there: compare with what runs, register, run the task, roll out. */
async function deployArtifacts(config, { services: written, images, task }, context, progress, githubDeployment) {
    const { timeline } = progress;
    progress.add({ artifacts: describeArtifacts(written) });
    // Nothing waits for it before the end.
    const measuring = measureImages(written, images, context).then(measured => {
        progress.add({ images: measured });
        return measured;
    });
    if (written.some(service => service.config.rollout.skipUnchanged))
        timeline.enter('check');
    const compared = await (0,detect_unchanged/* findUnchanged */.p)(written, images, context);
    if (compared.some(isToRegister))
        timeline.enter('register');
    const services = await registerAll(config, compared, context);
    const revision = services.find(service => service.revision !== undefined)?.revision;
    if (revision === undefined) {
        await measuring;
        progress.add(describeEnd('pushed', services));
        return;
    }
    if (services.some(({ unchanged }) => unchanged === undefined)) {
        progress.add({ taskDefinitionArn: revision.arn });
        githubDeployment?.begin();
        if (task !== undefined)
            timeline.enter('run-task');
        const ran = await runTaskBefore(config, task, revision, context);
        if (ran !== undefined) {
            progress.add({ runTaskArns: ran.taskArns });
            if (ran.verdict !== 'succeeded' && ran.verdict !== 'started') {
                await measuring;
                const rollout = notStartedResult(ran, services, revision);
                progress.add({ ...describeEnd(ran.verdict, services), rollout, services: [] });
                return;
            }
        }
    }
    if (services.some(({ target, unchanged }) => target !== undefined && unchanged === undefined))
        timeline.enter('deploy');
    const rolledOut = await rollOutServices(config, services, context);
    timeline.leave();
    // Read in only now, so that no run waits for it before its first call.
    const { adviseOnAll } = await __webpack_require__.e(/* import() */ 81).then(__webpack_require__.bind(__webpack_require__, 81));
    const finished = await adviseOnAll(rolledOut, await measuring, config.maxParallel, context);
    const verdicts = finished.flatMap(({ rollout }) => rollout?.verdict ?? []);
    progress.add(describeEnd(verdicts.length === 0 ? 'registered' : (0,outcome/* worstOf */.hm)(verdicts), finished));
}
function isToRegister({ texts, unchanged }) {
    return texts.taskDefinition !== undefined && unchanged === undefined;
}
/** With several services, the folder that holds theirs. */
function describeArtifacts(services) {
    const [first] = services;
    if (first === undefined || services.length === 1)
        return first?.artifacts;
    return { ...first.artifacts, directory: (0,external_node_path_.dirname)(first.artifacts.directory) };
}
/** The end of a run: that of its first service, and all of them where there are several. */
function describeEnd(outcome, services) {
    const reports = services.map(({ artifacts, target, revision, rollout, advice = [] }) => {
        return { artifacts, target, taskDefinitionArn: revision?.arn, rollout, advice };
    });
    return describeReports(outcome, reports);
}
function describeReports(outcome, reports) {
    const [first] = reports;
    return {
        outcome,
        target: first?.target,
        taskDefinitionArn: first?.taskDefinitionArn,
        rollout: first?.rollout,
        ...(first?.advice === undefined ? {} : { advice: first.advice }),
        services: reports.length > 1 ? reports : []
    };
}


/***/ }),

/***/ 5665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ findUnchanged)
});

// EXTERNAL MODULE: ./lib/task-definition/diff.js
var diff = __webpack_require__(5138);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/rollout/batching/prefetch.js
var prefetch = __webpack_require__(4931);
// EXTERNAL MODULE: ./lib/rollout/monitor/own-tasks.js
var own_tasks = __webpack_require__(5767);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var ports = __webpack_require__(5257);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/rollout/steady-state.js






/**
 * Looks at a service, its tasks and its deployments. Reads only (DescribeServices, ListTasks, DescribeTasks, ListDeployments). Throws
 * SlipwayError.
 */
async function readServiceSnapshot(target, ports) {
    const { ecs, clock } = ports;
    try {
        const [described, tasks, active] = await Promise.all([
            (0,rollout_transient/* retryTransient */.j)(clock, () => ecs.describeServices(target.clusterArn, [target.serviceName])),
            (0,rollout_transient/* retryTransient */.j)(clock, () => describeTasks(target, ports)),
            listActive(target, ports)
        ]);
        return { service: described.services[0], tasks, active };
    }
    catch (error) {
        throw (0,errors/* explainAwsError */.Ni)(error, `Looking at what the service ${target.serviceName} runs`);
    }
}
async function describeTasks(target, { ecs }) {
    const { clusterArn: cluster, serviceName: service } = target;
    return (0,own_tasks/* describeAllTasks */.n)(ecs, cluster, await ecs.listTasks((0,prefetch/* runningTasks */.C)(cluster, service)));
}
async function listActive(target, { codedeploy }) {
    if (target.controller === 'ECS')
        return [];
    const { application, deploymentGroup } = target;
    try {
        return await codedeploy.listDeployments({ application, deploymentGroup, statuses: ports/* ACTIVE_STATUSES */.a });
    }
    catch (error) {
        if ((0,errors/* isAccessDenied */.w7)(error))
            return undefined;
        throw error;
    }
}
/**
 * Why a service must not be left as it is, in half a sentence: something is under way, it does not run what it wants, or something is
 * asked of it that it has not. undefined: it is steady. Pure.
 */
function whyNotSteady(target, snapshot, config) {
    const { service, tasks } = snapshot;
    if (service === undefined)
        return 'the service is gone';
    const running = target.runningTaskDefinitionArn;
    if (running === undefined)
        return 'nothing runs yet';
    const change = requestedChange(service, config);
    if (change !== undefined)
        return change;
    const unrest = target.controller === 'ECS' ? findEcsUnrest(service, running) : findTaskSetUnrest(snapshot, running);
    if (unrest !== undefined)
        return unrest;
    const { desiredCount = 0, runningCount = 0, pendingCount = 0 } = service;
    if (runningCount !== desiredCount || pendingCount > 0)
        return `${runningCount} of ${desiredCount} tasks run`;
    if (desiredCount === 0)
        return 'no task runs that could be compared';
    const others = tasks.filter(({ taskDefinitionArn, lastStatus }) => taskDefinitionArn !== running || lastStatus !== 'RUNNING');
    if (others.length > 0 || tasks.length < desiredCount)
        return `not all of its tasks run ${(0,arn/* resourceName */.Iy)(running)}`;
    return tasks.some(({ healthStatus }) => healthStatus === 'UNHEALTHY') ? 'a task is unhealthy' : undefined;
}
/** What is asked of the service beside the task definition. */
function requestedChange(service, config) {
    const { forceNewDeployment, desiredCount, propagateTags, enableEcsManagedTags } = config;
    if (forceNewDeployment)
        return 'force-new-deployment asks for it';
    if (desiredCount !== undefined && desiredCount !== service.desiredCount) {
        return `desired-count is ${desiredCount}, and the service wants ${service.desiredCount ?? 0}`;
    }
    if (propagateTags !== undefined && propagateTags !== (service.propagateTags ?? 'NONE')) {
        return `propagate-tags is ${propagateTags}, and the service has ${service.propagateTags ?? 'NONE'}`;
    }
    if (enableEcsManagedTags !== undefined && enableEcsManagedTags !== (service.enableECSManagedTags ?? false)) {
        return `enable-ecs-managed-tags is ${enableEcsManagedTags}, and the service has the opposite`;
    }
    return undefined;
}
function findEcsUnrest({ deployments = [], taskDefinition }, running) {
    const [primary, ...others] = deployments;
    if (others.length > 0 || primary === undefined)
        return 'a deployment is under way';
    if (primary.rolloutState !== 'COMPLETED')
        return `its deployment is ${primary.rolloutState ?? 'in an unknown state'}`;
    return primary.taskDefinition === running && taskDefinition === running
        ? undefined
        : 'it runs something else than it was seen to run';
}
function findTaskSetUnrest({ service, active }, running) {
    if (active === undefined)
        return 'whether a deployment is under way cannot be seen (codedeploy:ListDeployments)';
    const [taskSet, ...others] = service?.taskSets ?? [];
    if (active.length > 0 || others.length > 0 || taskSet === undefined)
        return 'a deployment is under way';
    const { stabilityStatus, runningCount = 0, computedDesiredCount = 0, taskDefinition } = taskSet;
    if (taskDefinition !== running)
        return 'it runs something else than it was seen to run';
    return stabilityStatus === 'STEADY_STATE' && runningCount === computedDesiredCount
        ? undefined
        : 'its task set is not steady';
}

// EXTERNAL MODULE: ./lib/steps/revision.js
var revision = __webpack_require__(9250);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
;// CONCATENATED MODULE: ./lib/steps/detect-unchanged.js







/**
 * Finds the services that run already what is to be deployed (skip-unchanged): their task definition says the same once AWS's defaults
 * and orders are left out, the images of this run have the digests of those that run, the revision is the newest of its family or says
 * the same as that, and the service is steady. Whatever is in doubt counts as changed. Says for each service why.
 *
 * @returns the services, in their order
 */
async function findUnchanged(services, images, context) {
    if (!services.some(({ config }) => config.rollout.skipUnchanged)) {
        return services.map(service => ({ ...service, unchanged: undefined }));
    }
    return context.reporter.group('Unchanged?', () => Promise.all(services.map(async (service) => ({ ...service, unchanged: await findKeptRevision(service, images, context) }))));
}
async function findKeptRevision(service, images, context) {
    const { target, config, texts } = service;
    const text = texts.taskDefinition;
    if (!config.rollout.skipUnchanged || target === undefined || text === undefined)
        return undefined;
    const own = listOwn(service, images);
    const { revision, why } = await compareWithRunning(service, target, text, own, context);
    const name = `${target.clusterName}/${target.serviceName}`;
    context.reporter.info(revision === undefined ? `${name} is deployed: ${why}.` : `${name} stays as it is: it runs ${revision.arn}.`);
    return revision;
}
/** Container and image of what this run ships. */
function listOwn(service, images) {
    return new Map(images.flatMap(image => (0,prepare_service/* containersOf */.Mz)(service, image.config).map(name => [name, image])));
}
async function compareWithRunning({ config }, target, text, own, context) {
    const running = target.runningTaskDefinitionArn;
    if (running === undefined)
        return { why: 'nothing runs yet' };
    const wanted = JSON.parse(text);
    const { family } = (0,arn/* parseTaskDefinitionName */.Te)(running);
    const [there, newest, look] = await Promise.all([
        (0,revision/* readRevision */.M)(running, false, context),
        (0,revision/* readRevision */.M)(family, true, context),
        readServiceSnapshot(target, context)
    ]);
    const unrest = whyNotSteady(target, look, config.rollout);
    if (unrest !== undefined)
        return { why: unrest };
    if (there === undefined)
        return { why: `${running} cannot be read` };
    const changes = (0,diff/* diffDefinitions */.e)(there.definition, wanted).filter(change => !isOtherTag(change, own));
    if (changes.length > 0)
        return { why: `the task definition differs (${changes.map(({ path }) => path).join(', ')})` };
    if (newest?.arn !== there.arn &&
        (newest === undefined || (0,diff/* diffDefinitions */.e)(newest.definition, there.definition).length > 0)) {
        return { why: `the newest revision of ${family} says something else than the one that runs` };
    }
    const images = new Map((0,types/* listContainers */.ts)(there.definition).map(({ name, image }) => [name, image]));
    for (const [name, image] of own) {
        const why = findOtherImage(name, image, images.get(name), look.tasks);
        if (why !== undefined)
            return { why };
    }
    return { revision: { arn: there.arn, isOwn: false, definition: JSON.parse(text) } };
}
/** Another tag, or a digest in place of one, in the same repository: the digests decide. */
function isOtherTag({ kind, path, from, to }, own) {
    const [, name] = /^containerDefinitions\[([^\]]+)\]\.image$/.exec(path) ?? [];
    if (kind !== 'changed' || name === undefined || !own.has(name))
        return false;
    const [before, after] = [from, to].map(uri => (typeof uri === 'string' ? (0,reference/* parseReference */.F2)(uri) : undefined));
    return before !== undefined && before.registry === after?.registry && before.repository === after?.repository;
}
/** Why the image that runs may be another one than that of this run. */
function findOtherImage(container, { uri, digest }, running, tasks) {
    const wanted = digest ?? (0,reference/* parseReference */.F2)(uri)?.digest;
    if (wanted === undefined)
        return `the digest of ${uri} is not known`;
    if (running !== undefined && (0,reference/* parseReference */.F2)(running)?.digest === wanted)
        return undefined;
    const digests = tasks.map(({ containers = [] }) => containers.find(({ name }) => name === container)?.imageDigest);
    const other = digests.find(found => found !== wanted);
    if (other !== undefined)
        return `the container ${container} runs ${other}, and the image is ${wanted}`;
    return digests.includes(undefined) ? `which image the container ${container} runs is not known` : undefined;
}


/***/ }),

/***/ 442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ describePlannedGate),
  R: () => (/* binding */ gateOf)
});

// EXTERNAL MODULE: ./lib/rollout/gate/address.js
var gate_address = __webpack_require__(885);
// EXTERNAL MODULE: ./lib/rollout/gate/gate.js
var gate_gate = __webpack_require__(1662);
// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/rollout/transient.js
var rollout_transient = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/rollout/gate/stage.js + 1 modules
var stage = __webpack_require__(3440);
;// CONCATENATED MODULE: ./lib/rollout/gate/prepare-gate.js




/**
 * Checks that a gate can run where it is to, and finds out where the new version is reached then; undefined where there is no gate. Reads only.
 *
 * @throws ProblemsError with what keeps it from running, each with what would change that; SlipwayError where AWS refuses a look
 */
async function prepareGate(input) {
    const { target, gate: config, waitFor, ports } = input;
    const { gateCommand: command, gateUrls: urls, gateTimeoutMinutes: timeoutMinutes } = config;
    const isWanted = command !== undefined || urls.length > 0;
    const moment = isWanted ? (0,stage/* findMoment */.A)(target, config.gateAt) : undefined;
    if (moment !== undefined && 'what' in moment)
        throw refuse('gate-at', moment);
    const obstacle = (0,stage/* checkPaused */.TL)(target, waitFor, moment?.stage);
    if (obstacle !== undefined)
        throw refuse('wait-for', obstacle);
    if (moment === undefined)
        return undefined;
    await checkReadable(input, moment.at);
    // Most runs have no gate, and the first call to AWS waits for what is read before it.
    const { locate } = await __webpack_require__.e(/* import() */ 310).then(__webpack_require__.bind(__webpack_require__, 310));
    const found = await locate({
        target,
        stage: moment.stage,
        asked: { command, urls, environmentHost: hostOf(input.environmentUrl) },
        listeners: ports.gates.listeners,
        clock: ports.clock
    });
    const { address, caught } = found;
    const problems = [
        ...urls.flatMap(url => checkUrl(url, found)),
        ...caught.map(({ setting, what, next }) => makeProblem(setting, { what, next }))
    ];
    if (found.problem !== undefined && command !== undefined)
        problems.push(makeProblem('gate-command', found.problem));
    if (problems.length > 0)
        throw new lib_errors/* ProblemsError */.FQ(problems);
    const gate = { command, urls, timeoutMinutes, at: moment.at, stage: moment.stage, address, ports: ports.gates };
    return { gate, warnings: listWarnings(gate, moment.pauseMinutes, found) };
}
function refuse(setting, obstacle) {
    return new lib_errors/* ProblemsError */.FQ([makeProblem(setting, obstacle)]);
}
function makeProblem(path, { what, next }) {
    return { code: 'gate-not-possible', place: { path }, what, next };
}
/** Whoever may not read the service deployment never sees that it waits. */
async function checkReadable({ target, ports: { ecs, clock } }, at) {
    if (target.controller !== 'ECS' || at !== 'test')
        return;
    const query = { cluster: target.clusterArn, service: target.serviceName, createdAfter: new Date(clock.now()) };
    try {
        await (0,rollout_transient/* retryTransient */.j)(clock, () => ecs.listServiceDeployments(query));
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error))
            throw (0,errors/* explainAwsError */.Ni)(error, `Listing the service deployments of ${target.serviceName}`);
        throw refuse('gate-at', {
            what: 'The gate could not see that the deployment waits for it: ecs:ListServiceDeployments is not permitted.',
            next: 'Allow ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:ContinueServiceDeployment (slipway generate iam).'
        });
    }
}
function hostOf(url) {
    return url === undefined ? undefined : new URL(url).hostname;
}
function checkUrl(url, { address, reason, problem }) {
    if (!url.startsWith('/'))
        return [];
    if (problem !== undefined)
        return [makeProblem('gate-urls', problem)];
    if (address === undefined) {
        const what = `Nothing leads to the new version for ${url}: ${reason ?? ''}`;
        const next = 'Use gate-command with GATE_TASK_IPS, give a whole URL, or add a test listener and a pause at POST_TEST_TRAFFIC_SHIFT.';
        return [makeProblem('gate-urls', { what, next })];
    }
    return [];
}
function listWarnings(gate, pauseMinutes, found) {
    const { reason, warnings } = found;
    const { timeoutMinutes, stage, address } = gate;
    const sources = address?.sourceAddresses ?? [];
    return [
        ...(pauseMinutes !== undefined && pauseMinutes <= timeoutMinutes
            ? [`AWS ends the pause at ${stage} after ${pauseMinutes} min, before gate-timeout-minutes (${timeoutMinutes}).`]
            : []),
        ...(gate.command === undefined || reason === undefined
            ? []
            : [`GATE_URL is empty: ${reason} GATE_TASK_IPS has the addresses of its tasks.`]),
        ...(sources.length === 0
            ? []
            : [`The rule of the listener takes requests from ${sources.join(', ')} alone: the gate must come from there.`]),
        ...warnings
    ];
}

;// CONCATENATED MODULE: ./lib/steps/prepare-gates.js



/**
 * The gate of a service, checked against the service, and what is worth a warning; without a gate, and without a service, nothing of both.
 * Throws as prepareGate does.
 */
async function gateOf({ config, target }, { report }, { ecs, clock, gates }) {
    if (target === undefined)
        return { gate: undefined, warnings: [] };
    const { environmentUrl } = report.github;
    const { gate, rollout } = config;
    const prepared = await prepareGate({
        target,
        gate,
        waitFor: rollout.waitFor,
        environmentUrl,
        ports: { ecs, clock, gates }
    });
    return prepared ?? { gate: undefined, warnings: [] };
}
/** At which stage a gate runs, and where it reaches the new version; on one line. */
function describePlannedGate(gate) {
    const { stage, at, address, timeoutMinutes } = gate;
    const when = at === 'live' ? 'when the new version is live' : `at ${stage}`;
    const where = address === undefined ? 'by the addresses of its tasks alone' : `at ${(0,gate_address/* describeAddress */.KU)(address)}`;
    return `Gate ${when}, at most ${timeoutMinutes} min: ${(0,gate_gate/* describeGate */.l)(gate)}. The new version is reached ${where}.`;
}


/***/ }),

/***/ 8910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ET: () => (/* binding */ checkAws),
  Z0: () => (/* binding */ prepareRun),
  qF: () => (/* binding */ resolveConflicts)
});

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/check/check-images.js + 4 modules
var check_images = __webpack_require__(9111);
// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/rollout/conflict.js
var conflict = __webpack_require__(2923);
// EXTERNAL MODULE: ./lib/rollout/batching/ecs.js + 1 modules
var ecs = __webpack_require__(8975);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var target = __webpack_require__(2202);
// EXTERNAL MODULE: ./lib/text/tag-keys.js
var tag_keys = __webpack_require__(8812);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
;// CONCATENATED MODULE: ./lib/rollout/run-task/task-request.js



/**
 * Plans the task before the rollout: what is not said for it, it has from the service: subnets, security groups and public address,
 * capacity providers or launch type, platform version, placement constraints and strategy, and how its tasks are tagged. Pure.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
function buildTaskRequest(question) {
    const { config, cluster } = question;
    const { containerOverrides, taskOverrides } = config;
    const overrides = {
        ...taskOverrides,
        ...(containerOverrides.length === 0 ? {} : { containerOverrides: [...containerOverrides] })
    };
    const network = planNetwork(question);
    return {
        cluster,
        launch: {
            ...planLaunch(question),
            ...(network === undefined ? {} : { networkConfiguration: network }),
            ...planPlacement(question),
            ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
            ...planTags(question),
            ...(config.volume === undefined ? {} : { volumeConfigurations: [config.volume] })
        },
        startedBy: config.startedBy,
        waitForStopped: config.waitForStopped,
        judged: listJudged(question)
    };
}
/**
 * What of it would be refused by RunTask, after the revision is registered and the image pushed: containers that are not there, a network
 * that does not fit, a launch type that the task definition is not for, a volume. Pure.
 */
function checkTask(question) {
    return [...checkOverrides(question), ...checkNetwork(question), ...checkLaunch(question), ...checkVolume(question)];
}
function planLaunch({ config, target, definition, hasDefaultCapacity }) {
    if (config.capacityProviderStrategy !== undefined) {
        return { capacityProviderStrategy: [...config.capacityProviderStrategy], ...platformOf(target, 'FARGATE', config) };
    }
    if (config.launchType !== undefined) {
        return { launchType: config.launchType, ...platformOf(target, config.launchType, config) };
    }
    if (target !== undefined)
        return launchOf(target.service);
    // RunTask's own default is EC2, where a task definition for Fargate alone cannot run.
    const required = definition.requiresCompatibilities ?? [];
    const onlyFargate = required.length === 1 && required[0] === 'FARGATE';
    return onlyFargate && hasDefaultCapacity !== true ? { launchType: 'FARGATE' } : {};
}
/**
 * Only container instances are chosen by constraints and strategies: Fargate refuses both. That each task of a service has an instance of its
 * own says nothing of a task that belongs to none.
 */
function planPlacement(question) {
    const { config, target } = question;
    const service = isOnFargate(planLaunch(question)) ? undefined : target?.service;
    const constraints = config.placementConstraints ?? service?.placementConstraints?.filter(({ type }) => type !== 'distinctInstance');
    const strategy = config.placementStrategy ?? service?.placementStrategy;
    return {
        ...(constraints === undefined || constraints.length === 0 ? {} : { placementConstraints: [...constraints] }),
        ...(strategy === undefined || strategy.length === 0 ? {} : { placementStrategy: [...strategy] })
    };
}
function isOnFargate({ launchType, capacityProviderStrategy = [] }) {
    if (capacityProviderStrategy.length === 0)
        return launchType === 'FARGATE';
    return capacityProviderStrategy.every(({ capacityProvider = '' }) => /^FARGATE(_SPOT)?$/.test(capacityProvider));
}
/**
 * The task's own tags, and those that the tasks of its service get. RunTask refuses to propagate those of a service, so they are sent as its
 * own; where both have a key, the task's counts.
 */
function planTags(question) {
    const { config, target } = question;
    const propagated = question.propagateTags ?? target?.service.propagateTags;
    const managed = question.enableEcsManagedTags ?? (target?.service.enableECSManagedTags === true ? true : undefined);
    const own = new Set(config.tags.map(({ key }) => key));
    const ofService = propagated === 'SERVICE' ? (target?.service.tags ?? []) : [];
    const inherited = ofService.filter(({ key = '' }) => !own.has(key) && !(0,tag_keys/* isReservedTagKey */.i)(key));
    const tags = [...inherited, ...config.tags];
    return {
        ...(tags.length === 0 ? {} : { tags }),
        ...(propagated === 'TASK_DEFINITION' ? { propagateTags: propagated } : {}),
        ...(managed === undefined ? {} : { enableECSManagedTags: managed })
    };
}
/** With CodeDeploy the task sets say it, not the service. */
function launchOf(service) {
    const { capacityProviderStrategy, launchType, platformVersion } = primaryOf(service) ?? service;
    const platform = platformVersion === undefined ? {} : { platformVersion };
    if (capacityProviderStrategy !== undefined && capacityProviderStrategy.length > 0) {
        return { capacityProviderStrategy, ...platform };
    }
    return launchType === undefined ? platform : { launchType, ...platform };
}
/** The service's platform version, where both run on Fargate. */
function platformOf(target, launchType, config) {
    if (target === undefined || launchType !== 'FARGATE')
        return {};
    const providers = config.capacityProviderStrategy ?? [];
    if (!providers.every(({ capacityProvider }) => /^FARGATE(_SPOT)?$/.test(capacityProvider)))
        return {};
    const { platformVersion } = launchOf(target.service);
    return platformVersion === undefined ? {} : { platformVersion };
}
function primaryOf(service) {
    return service.taskSets?.find(taskSet => taskSet.status === 'PRIMARY');
}
function planNetwork({ config, target, definition }) {
    if (definition.networkMode !== 'awsvpc')
        return undefined;
    const own = target === undefined ? undefined : networkOf(target.service);
    const subnets = config.subnets ?? own?.subnets;
    if (subnets === undefined)
        return undefined;
    const securityGroups = config.securityGroups ?? own?.securityGroups;
    const assignPublicIp = config.assignPublicIp ?? own?.assignPublicIp;
    return {
        awsvpcConfiguration: {
            subnets: [...subnets],
            ...(securityGroups === undefined ? {} : { securityGroups: [...securityGroups] }),
            ...(assignPublicIp === undefined ? {} : { assignPublicIp })
        }
    };
}
function networkOf(service) {
    return (primaryOf(service)?.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration;
}
/** Those that are given a command; else `container-name`; else all that are essential. */
function listJudged({ config, definition, containerName }) {
    const commanded = config.containerOverrides.filter(({ command }) => command !== undefined).map(({ name }) => name);
    if (commanded.length > 0)
        return commanded;
    if (containerName !== undefined)
        return [containerName];
    return (definition.containerDefinitions ?? []).flatMap(({ name, essential }) => name === undefined || essential === false ? [] : [name]);
}
function checkOverrides({ config, definition, file }) {
    const names = (definition.containerDefinitions ?? []).flatMap(({ name }) => name ?? []);
    return config.containerOverrides.flatMap(({ name }) => {
        if (names.includes(name))
            return [];
        const nearest = (0,suggest/* nearestName */.q)(name, names);
        return [
            {
                code: 'unknown-container',
                place: { path: 'run-task-container-overrides' },
                what: `There is no container ${(0,format/* quote */.hD)(name)} in ${file}; it has ${(0,format/* listNames */.Zv)(names)}.`,
                next: nearest === undefined ? '' : `Did you mean ${(0,format/* quote */.hD)(nearest)}?`
            }
        ];
    });
}
function checkNetwork(question) {
    const { config, definition, file } = question;
    const mode = definition.networkMode ?? 'bridge (the default)';
    const said = config.subnets !== undefined || config.securityGroups !== undefined || config.assignPublicIp !== undefined;
    if (mode !== 'awsvpc' && said) {
        return [
            {
                code: 'network-mode',
                place: { path: config.subnets === undefined ? 'run-task-security-groups' : 'run-task-subnets' },
                what: `Subnets, security groups and a public address are for the network mode awsvpc; ${file} has ${mode}.`,
                next: 'Leave them out, or set networkMode to awsvpc.'
            }
        ];
    }
    if (mode !== 'awsvpc' || planNetwork(question) !== undefined)
        return [];
    return [
        {
            code: 'missing-setting',
            place: { path: 'run-task-subnets' },
            what: `The task before the rollout needs subnets (${file} has the network mode awsvpc), and there is no service to take them from.`,
            next: 'Set run-task-subnets.'
        }
    ];
}
function checkLaunch({ config, definition, file }) {
    const required = definition.requiresCompatibilities ?? [];
    const wanted = config.launchType;
    if (wanted === undefined || required.length === 0 || required.includes(wanted))
        return [];
    return [
        {
            code: 'launch-type',
            place: { path: 'run-task-launch-type' },
            what: `The task is to run on ${wanted}, but ${file} is for ${(0,format/* listNames */.Zv)(required)} only.`,
            next: `Add ${wanted} to requiresCompatibilities, or correct run-task-launch-type.`
        }
    ];
}
function checkVolume({ config, definition, file }) {
    const configurable = (definition.volumes ?? []).flatMap(({ name, configuredAtLaunch }) => configuredAtLaunch === true && name !== undefined ? [name] : []);
    const wanted = config.volume?.name;
    const place = { path: 'run-task-managed-ebs-volume-name' };
    if (wanted !== undefined && !configurable.includes(wanted)) {
        const what = `There is no volume ${(0,format/* quote */.hD)(wanted)} with configuredAtLaunch in ${file}; it has ${(0,format/* listNames */.Zv)(configurable)}.`;
        return [{ code: 'unknown-volume', place, what, next: 'Correct the name, or add the volume there.' }];
    }
    if (wanted !== undefined || configurable.length === 0)
        return [];
    const what = `The volume ${(0,format/* listNames */.Zv)(configurable)} of ${file} is configured at launch, and nothing is said for the task before the rollout.`;
    const next = 'Set run-task-managed-ebs-volume-name and run-task-managed-ebs-volume.';
    return [{ code: 'missing-setting', place, what, next }];
}

// EXTERNAL MODULE: ./lib/steps/check-files.js + 1 modules
var check_files = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/steps/prepare-gates.js + 1 modules
var prepare_gates = __webpack_require__(442);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
// EXTERNAL MODULE: ./lib/steps/read-artifacts.js
var read_artifacts = __webpack_require__(9137);
;// CONCATENATED MODULE: ./lib/steps/prepare.js













/** Reads and checks all that can be known without asking AWS, and tells what is doubtful. Throws ProblemsError with all that is wrong. */
async function prepareRun(config, { files, reporter }) {
    const { services, findings } = await (0,check_files/* checkOffline */.ws)(config, files);
    if (config.deploysArtifacts)
        (0,check_files/* throwIfAny */.MI)((0,read_artifacts/* findDisagreements */.jq)(config, services));
    for (const finding of findings)
        if (!(0,check_files/* isError */.bJ)(finding))
            warn(finding, reporter);
    (0,check_files/* throwIfAny */.MI)(findings.filter(check_files/* isError */.bJ));
    return services;
}
/**
 * Checks what is at AWS, reading only: repositories, images, clusters, services, controllers, deployment groups, active deployments.
 * All that is found wrong is thrown at once.
 *
 * @param services as `prepareRun` read them
 * @param options `withDocker: false`: nothing will be built here
 */
async function checkAws(config, services, context, { withDocker = true } = {}) {
    return context.reporter.group('Check', async () => {
        const [located, images] = await allOrProblems([
            findTargets(services, context),
            (0,check_images/* checkImages */.B)(config.images, context, withDocker)
        ]);
        rejectDuplicates(located);
        return planRun(config, located, images, context);
    });
}
/**
 * Makes the way free where `on-conflict` says so, and looks again at what may have changed by that: what runs, and with `task-definition:
 * service` what is to be deployed. Throws as checkAws does, and as makeWay does.
 */
async function resolveConflicts(config, plan, context) {
    const { clock, reporter, signal } = context;
    const waited = await allOrProblems(plan.services.map(async ({ config: { rollout }, target }) => target === undefined
        ? false
        : (0,conflict/* resolveConflict */.B)(target, { config: rollout, ports: context, clock, reporter, signal })));
    if (!waited.includes(true))
        return plan;
    return reporter.group('Check again', async () => {
        const located = await findTargets(plan.services, context);
        return planRun(config, located, plan.images, context);
    });
}
/** Several are asked for together. */
async function findTargets(services, context) {
    const reads = (0,ecs/* batchEcsReads */.z)(context.ecs, context.clock, context.signal);
    const ports = services.length === 1 ? context : { ...context, ecs: reads.ecs };
    const hasService = ({ config }) => config.rollout.service !== undefined;
    for (const service of services)
        if (hasService(service))
            reads.enter();
    return allOrProblems(services.map(async (service) => ({
        config: service.config,
        sources: service.sources,
        target: hasService(service) ? await (0,target/* findTarget */.F)(service.config.rollout, ports) : undefined
    })));
}
async function planRun(config, located, images, context) {
    const [prepared, gates] = await allOrProblems([
        allOrProblems(located.map(service => (0,prepare_service/* prepareService */.tx)(service, config, context))),
        allOrProblems(located.map(service => (0,prepare_gates/* gateOf */.R)(service, config, context)))
    ]);
    const services = prepared.map((service, index) => addGate(service, gates[index]));
    (0,check_files/* throwIfAny */.MI)((0,check_files/* logUnused */.T)(config, services));
    const task = await planTaskBefore(config, services[0], context);
    logPlan({ images, services, task }, context.reporter);
    return { images, services, task };
}
function addGate(service, found) {
    const { target } = service;
    const { gate, warnings = [] } = found ?? {};
    return { ...service, gate, target: target && { ...target, warnings: [...target.warnings, ...warnings] } };
}
/** The task runs in the first service's revision, and where that service runs. */
async function planTaskBefore({ runTask, rollout }, service, context) {
    if (runTask === undefined || service?.taskDefinition === undefined)
        return undefined;
    const { taskDefinition, target, config } = service;
    const cluster = target?.clusterArn ?? rollout.cluster;
    const question = {
        config: runTask,
        cluster,
        target,
        definition: taskDefinition.definition,
        file: taskDefinition.document.file,
        containerName: config.files.containerName,
        hasDefaultCapacity: target === undefined && (await hasDefaultCapacity(cluster, context)),
        enableEcsManagedTags: config.rollout.enableEcsManagedTags,
        propagateTags: config.rollout.propagateTags
    };
    (0,check_files/* throwIfAny */.MI)(checkTask(question));
    return buildTaskRequest(question);
}
async function hasDefaultCapacity(cluster, { ecs }) {
    try {
        return ((await ecs.describeCluster(cluster))?.defaultCapacityProviderStrategy ?? []).length > 0;
    }
    catch (error) {
        if ((0,aws_errors/* isAccessDenied */.w7)(error))
            return false;
        throw (0,aws_errors/* explainAwsError */.Ni)(error, `Describing the cluster ${cluster}`);
    }
}
/** A name and an ARN may mean the same service. */
function rejectDuplicates(services) {
    const arns = services.flatMap(({ target }) => target?.serviceArn ?? []);
    const twice = arns.filter((arn, index) => arns.indexOf(arn) !== index);
    (0,check_files/* throwIfAny */.MI)(twice.map(arn => ({
        code: 'conflict',
        place: { path: 'services' },
        what: `The service ${arn} is listed twice.`,
        next: 'Keep one of the two.'
    })));
}
function logPlan({ images, services, task }, reporter) {
    for (const plan of images)
        reporter.info((0,image_plan/* describePlan */.df)(plan));
    for (const { target } of services)
        if (target !== undefined)
            reporter.info(describeTarget(target));
    for (const { gate } of services)
        if (gate !== undefined)
            reporter.info((0,prepare_gates/* describePlannedGate */.N)(gate));
    if (task !== undefined) {
        reporter.info(`Before the rollout a task runs in ${task.cluster}, judged by ${(0,format/* listNames */.Zv)(task.judged)}.`);
    }
    const warnings = services.flatMap(({ target }) => target?.warnings ?? []);
    for (const warning of new Set(warnings))
        reporter.warn(warning);
    // What files that were read here have to say was told with the first checks.
    const fromAws = services.flatMap(({ sources, taskDefinition, appspec }) => [
        ...(sources.taskDefinition === undefined ? (taskDefinition?.warnings ?? []) : []),
        ...(sources.appspec === undefined ? (appspec?.warnings ?? []) : [])
    ]);
    for (const warning of (0,lib_errors/* uniqueProblems */.OH)(fromAws))
        warn(warning, reporter);
}
function warn({ what, next, place }, reporter) {
    reporter.warn((0,lib_errors/* formatProblem */.Vw)({ code: '', place: { path: place.path }, what, next }), place);
}
function describeTarget(target) {
    const engine = target.controller === 'ECS'
        ? `ECS, ${target.strategy}`
        : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
    return `${target.clusterName}/${target.serviceName} (${engine}) runs ${target.runningTaskDefinitionArn ?? 'nothing yet'}.`;
}
/** Waits for all; where some fail, throws all that they say as one, so that a run tells everything that it can know. */
async function allOrProblems(work) {
    const settled = await Promise.allSettled(work);
    const errors = settled.filter(result => result.status === 'rejected').map(result => result.reason);
    if (errors.length === 0) {
        return settled.map(result => result.value);
    }
    // Credentials that are no good are so for every call: told once, they are not hidden by what each call was about to do.
    throw errors.find(aws_errors/* isCredentialsError */.B_) ?? (0,lib_errors/* combineErrors */.Lt)(errors);
}


/***/ }),

/***/ 9137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MN: () => (/* binding */ readArtifacts),
/* harmony export */   Ro: () => (/* binding */ takeArtifacts),
/* harmony export */   jq: () => (/* binding */ findDisagreements)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3960);
/* harmony import */ var _artifacts_image_definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8773);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8424);
/* harmony import */ var _task_definition_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8648);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3808);
/* harmony import */ var _text_templates_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2160);
/* harmony import */ var _read_sources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9488);
/* harmony import */ var _write_artifacts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3474);










/**
 * The config for deploying files that are written already: the task definition and the AppSpec are those of `artifacts-directory`, the images
 * those of its `imagedefinitions.json`. What the settings change in a task definition has been changed in it.
 *
 * @param config decoded for the purpose `artifacts`
 * @throws ProblemsError with all that is missing or cannot be read
 */
async function readArtifacts(config, files) {
    const problems = [];
    const found = await Promise.all(config.rollouts.map(service => (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .collect */ .Fo)(_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ, problems, () => readFolder(service, files))));
    const artifacts = found.filter(one => one !== undefined);
    const images = mergeImages(artifacts, problems);
    const [first, ...others] = artifacts.map(({ service }) => service);
    if (problems.length > 0 || first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ(problems);
    return { ...config, ...first, images, rollouts: [first, ...others], registries: [], scanGate: undefined };
}
/** What of the files contradicts each other: an image, or a container, that is another one in the task definition. */
function findDisagreements({ images, rollouts }, services) {
    const problems = [];
    const known = new Set();
    for (const { config, sources } of services) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(config.files.artifactsDirectory, _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ARTIFACT_NAMES */ .k.imageDefinitions);
        for (const { name, image } of (0,_task_definition_types_js__WEBPACK_IMPORTED_MODULE_5__/* .listContainers */ .ts)(sources.taskDefinition?.definition ?? {})) {
            known.add(name);
            const named = images.find(({ container }) => container === name);
            if (named?.kind !== 'existing' || named.image === image)
                continue;
            const placeholder = (0,_text_templates_js__WEBPACK_IMPORTED_MODULE_7__/* .findPlaceholder */ .$e)(image);
            problems.push({
                code: 'artifacts-disagree',
                place: { file: sources.taskDefinition?.document.file, path: `containerDefinitions[${name}].image` },
                what: placeholder === undefined
                    ? `it is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(image)}, and ${file} names ${named.image}.`
                    : `the placeholder ${placeholder} is left, where ${file} names ${named.image}.`,
                next: 'Deploy the four files of one build.'
            });
        }
    }
    if (services.some(({ sources }) => sources.taskDefinition === undefined))
        return [];
    const folder = rollouts[0]?.files.artifactsDirectory ?? '';
    const unknown = images.flatMap(({ container }) => container === undefined || known.has(container) ? [] : [container]);
    return [
        ...problems,
        ...unknown.map(name => ({
            code: 'artifacts-disagree',
            place: { file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ARTIFACT_NAMES */ .k.imageDefinitions) },
            what: `it names the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(name)}, and ${_artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ARTIFACT_NAMES */ .k.taskDefinition} has ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_6__/* .listNames */ .Zv)([...known])}.`,
            next: 'Deploy the four files of one build.'
        }))
    ];
}
/**
 * The services with the texts that their rollout goes by. A file that was written by Slipway comes out as it is; one that somebody wrote by
 * hand (with comments, in YAML) as it would have been written.
 */
async function takeArtifacts(services, images, { files, reporter }) {
    return reporter.group('Files', () => Promise.all(services.map(async (service) => {
        const artifacts = await findPaths(service.config.files.artifactsDirectory, files);
        for (const path of Object.values(artifacts).slice(1))
            if (path !== undefined)
                reporter.info(path);
        return { ...service, artifacts, texts: (0,_write_artifacts_js__WEBPACK_IMPORTED_MODULE_9__/* .renderArtifacts */ .a)(service, images) };
    })));
}
async function findPaths(directory, files) {
    const find = async (name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ARTIFACT_NAMES */ .k[name]);
        return (await files.isFile(path)) ? path : undefined;
    };
    return {
        directory,
        imageDefinitions: await find('imageDefinitions'),
        imageDetail: await find('imageDetail'),
        taskDefinition: await find('taskDefinition'),
        appspec: await find('appspec')
    };
}
async function readFolder(service, files) {
    const directory = service.files.artifactsDirectory;
    const paths = await findPaths(directory, files);
    if (paths.taskDefinition === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ([await describeMissing(directory, files)]);
    const problems = [];
    const entries = await readFrom(paths.imageDefinitions, _artifacts_image_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .readImageDefinitions */ .QD, problems, files);
    const detail = await readFrom(paths.imageDetail, _artifacts_image_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .readImageDetail */ .d9, problems, files);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ(problems);
    return {
        service: { ...service, files: { ...service.files, ...AS_WRITTEN, ...sourcesOf(paths) } },
        images: (entries ?? []).map((entry, index) => toImage(entry, index === 0 ? detail : undefined))
    };
}
/** What the settings would change in a task definition is in it. */
const AS_WRITTEN = {
    environmentVariables: [],
    secrets: [],
    dockerLabels: [],
    logConfigurationLogDriver: undefined,
    logConfigurationOptions: [],
    command: undefined,
    taskRoleArn: undefined,
    executionRoleArn: undefined
};
function sourcesOf({ taskDefinition, appspec }) {
    return {
        taskDefinition: taskDefinition === undefined ? undefined : { kind: 'file', path: taskDefinition },
        appspec
    };
}
/** `imageDetail.json` names the first image by the digest that it had when the files were written. */
function toImage({ name, imageUri }, detail) {
    const [named, detailed] = [imageUri, detail ?? ''].map(_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReference */ .F2);
    const isSame = named?.registry === detailed?.registry && named?.repository === detailed?.repository;
    return {
        kind: 'existing',
        container: name,
        image: imageUri,
        expectedDigest: isSame ? detailed?.digest : undefined
    };
}
async function describeMissing(directory, files) {
    const isThere = await files.isDirectory(directory);
    return {
        code: 'artifact-missing',
        place: {},
        what: isThere
            ? `The folder ${directory} has no ${_artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ARTIFACT_NAMES */ .k.taskDefinition}.`
            : `There is no folder ${directory} with the files to deploy.`,
        next: isThere
            ? "Hand over all files of the build: those of the Action's artifacts-directory, or the artifact of the generated buildspec."
            : 'Name it: slipway deploy DIRECTORY; the Action and the generated buildspec write it.'
    };
}
async function readFrom(path, read, problems, files) {
    if (path === undefined)
        return undefined;
    return (0,_read_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .collect */ .Fo)(_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsError */ .FQ, problems, async () => read(path, (await files.read(path)) ?? new Uint8Array()));
}
/** The services of a run share the image of a container, as the settings have it. */
function mergeImages(artifacts, problems) {
    const merged = new Map();
    for (const { service, images } of artifacts) {
        for (const image of images) {
            const { container = '' } = image;
            const other = merged.get(container) ?? image;
            merged.set(container, { ...other, expectedDigest: other.expectedDigest ?? image.expectedDigest });
            if (other.image === image.image)
                continue;
            problems.push({
                code: 'artifacts-disagree',
                place: { file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(service.files.artifactsDirectory, _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ARTIFACT_NAMES */ .k.imageDefinitions) },
                what: `the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(container)} gets ${image.image} here, and ${other.image} in another service of this run.`,
                next: 'Deploy them one by one, with --service.'
            });
        }
    }
    return [...merged.values()];
}


/***/ }),

/***/ 9250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRevision)
/* harmony export */ });
/* harmony import */ var _task_definition_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6635);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4506);


/** A registered revision as RegisterTaskDefinition would take it. @param mayMiss a family that has none yet is none */
async function readRevision(reference, mayMiss, { ecs }) {
    try {
        const { taskDefinition, written } = await ecs.describeTaskDefinition(reference);
        const { definition } = (0,_task_definition_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readRegisteredTaskDefinition */ .Lf)(written.taskDefinition, written.tags, reference);
        return { arn: taskDefinition.taskDefinitionArn ?? reference, definition };
    }
    catch (error) {
        if (mayMiss && (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsErrorName */ .ZH)(error) === 'ClientException')
            return undefined;
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explainAwsError */ .Ni)(error, `Reading the task definition ${reference}`);
    }
}


/***/ }),

/***/ 3474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ renderArtifacts),
/* harmony export */   z: () => (/* binding */ writeArtifacts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _appspec_appspec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2225);
/* harmony import */ var _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3960);
/* harmony import */ var _artifacts_image_definitions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8773);
/* harmony import */ var _task_definition_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6635);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _prepare_service_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7573);







/**
 * Writes each service's files into its folder and reads those back that the rollout goes by: what is deployed is what lies there.
 * Throws SlipwayError where a folder cannot be written.
 *
 * @returns the services, in their order
 */
async function writeArtifacts(services, images, context) {
    return context.reporter.group('Files', async () => {
        const written = [];
        for (const service of services)
            written.push(await writeOwn(service, images, context));
        return written;
    });
}
async function writeOwn(service, images, context) {
    const directory = service.config.files.artifactsDirectory;
    const texts = renderArtifacts(service, images);
    const put = async (file) => {
        const text = texts[file];
        if (text === undefined)
            return undefined;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, _artifacts_artifact_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .ARTIFACT_NAMES */ .k[file]);
        await write(path, text, context);
        return path;
    };
    const artifacts = {
        directory,
        imageDefinitions: await put('imageDefinitions'),
        imageDetail: await put('imageDetail'),
        taskDefinition: await put('taskDefinition'),
        appspec: await put('appspec')
    };
    for (const path of Object.values(artifacts).slice(1)) {
        if (path !== undefined)
            context.reporter.info(path);
    }
    return {
        ...service,
        artifacts,
        texts: {
            taskDefinition: await readBack(artifacts.taskDefinition, context),
            appspec: await readBack(artifacts.appspec, context)
        }
    };
}
/** The texts of a service's files, with the images in them that are for it. Throws ProblemsError as renderTaskDefinition does. */
function renderArtifacts(service, images) {
    const { config, taskDefinition, appspec } = service;
    const own = images
        .map(image => ({ image, containers: (0,_prepare_service_js__WEBPACK_IMPORTED_MODULE_6__/* .namedContainersOf */ .Ds)(service, image.config) }))
        .filter(({ containers }) => taskDefinition === undefined || containers.length > 0);
    const shipped = own.flatMap(({ image, containers }) => containers.map(container => ({ container, uri: image.uri })));
    const [first] = own;
    return {
        imageDefinitions: shipped.length === 0
            ? undefined
            : (0,_artifacts_image_definitions_js__WEBPACK_IMPORTED_MODULE_3__/* .renderImageDefinitions */ ._c)(shipped.map(({ container, uri }) => ({ name: container, imageUri: uri }))),
        imageDetail: first === undefined ? undefined : (0,_artifacts_image_definitions_js__WEBPACK_IMPORTED_MODULE_3__/* .renderImageDetail */ .Xe)(first.image.digestUri),
        taskDefinition: taskDefinition === undefined
            ? undefined
            : (0,_task_definition_index_js__WEBPACK_IMPORTED_MODULE_4__/* .renderTaskDefinition */ .P9)(taskDefinition, { ...config.files, images: shipped }),
        appspec: appspec === undefined ? undefined : (0,_appspec_appspec_js__WEBPACK_IMPORTED_MODULE_1__/* .renderAppspec */ .zY)(appspec)
    };
}
async function write(path, text, context) {
    try {
        await context.files.write(path, text);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .SlipwayError */ .GQ({
            code: 'cannot-write',
            fault: 'user',
            what: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .SlipwayError */ .GQ ? error.what : `${path} cannot be written: ${String(error)}.`,
            next: 'Set artifacts-directory to a folder that this user may write.',
            cause: error
        });
    }
}
async function readBack(path, context) {
    if (path === undefined)
        return undefined;
    const bytes = await context.files.read(path);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}


/***/ }),

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ diffDefinitions)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1814);
/* harmony import */ var _unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7577);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1850);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7508);





/** Entries of these lists are told member by member; those of others, which are small, as one. */
const TOLD_BY_MEMBER = new Set([`${_model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK}.containerDefinitions`, `${_model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK}.volumes`]);
/**
 * What differs between two task definitions once all is left out that makes no difference to ECS (see `normalise`). Containers, variables,
 * secrets, ports, mounts and the like are matched by their names. What looks like a secret (a variable's value, a log driver's token, a
 * word of a command) is not told, only that it differs; where a secret comes from (`valueFrom`) is told.
 *
 * @param from what runs; undefined: nothing
 * @returns in the order of the service model; empty where the two say the same
 */
function diffDefinitions(from, to) {
    const before = from === undefined ? undefined : (0,_normalize_js__WEBPACK_IMPORTED_MODULE_3__/* .normalise */ .j)(from);
    return compare({ from: before, to: (0,_normalize_js__WEBPACK_IMPORTED_MODULE_3__/* .normalise */ .j)(to) }, { shape: _model_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUT_SHAPE */ .lK, owner: '', member: '', path: '' });
}
function compare(pair, site) {
    const { from, to } = pair;
    if (isEqual(from, to))
        return [];
    const shape = _model_js__WEBPACK_IMPORTED_MODULE_4__/* .SHAPES */ .HY[site.shape];
    const unordered = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .unorderedList */ .z)(site.owner, site.member);
    if (unordered !== undefined && isListOrAbsent(from) && isListOrAbsent(to)) {
        return compareEntries(from ?? [], to ?? [], unordered, shape?.kind === 'list' ? shape.member : '', site);
    }
    if (isRecordOrAbsent(from) && isRecordOrAbsent(to)) {
        const members = shape?.kind === 'structure' ? shape.members : {};
        return listKeys(members, from ?? {}, to ?? {}).flatMap(key => compare({ from: (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(from ?? {}, key), to: (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(to ?? {}, key) }, {
            shape: Object.hasOwn(members, key) ? (members[key] ?? '') : '',
            owner: site.shape,
            member: key,
            path: join(site.path, key)
        }));
    }
    return [describeChange(pair, site.path, site.member)];
}
function compareEntries(from, to, list, shape, { owner, member, path }) {
    const before = nameEntries(from, list);
    const after = nameEntries(to, list);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
        const pair = { from: before.get(name), to: after.get(name) };
        if (isEqual(pair.from, pair.to))
            return [];
        const place = `${path}[${name}]`;
        if (list.keys.length === 0)
            return [describeChange({ from: undefined, to: undefined }, place, name, kindOf(pair))];
        if (list.value !== undefined)
            return [describeChange(readValues(pair, list.value), place, name, kindOf(pair), list.value)];
        const isWhole = (pair.from === undefined || pair.to === undefined) && !TOLD_BY_MEMBER.has(`${owner}.${member}`);
        if (isWhole)
            return [describeChange(pair, place, name)];
        const inside = compare(withoutKeys(pair, list), { shape, owner: '', member: '', path: place });
        return inside.length > 0 ? inside : [describeChange({ from: undefined, to: undefined }, place, name, kindOf(pair))];
    });
}
/** The entries by their names; of several with one name each further one has its number behind it. */
function nameEntries(entries, list) {
    const named = new Map();
    for (const entry of entries) {
        const name = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .nameEntry */ .a)(entry, list);
        let free = name;
        for (let number = 2; named.has(free); number += 1)
            free = `${name}#${number}`;
        named.set(free, entry);
    }
    return named;
}
/** An entry's value where it is no more than a name and a value; an empty one was left out. */
function readValues({ from, to }, member) {
    const read = (entry) => ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(entry) ? ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(entry, member) ?? '') : undefined);
    return { from: read(from), to: read(to) };
}
/** What names an entry stands in its path already. */
function withoutKeys({ from, to }, { keys }) {
    const strip = (entry) => (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(entry) ? Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key))) : entry;
    return { from: strip(from), to: strip(to) };
}
function kindOf({ from, to }) {
    if (from === undefined)
        return 'added';
    return to === undefined ? 'removed' : 'changed';
}
/** @param name what the values are called; @param member the member that holds them, where that is something else */
function describeChange(pair, path, name, kind = kindOf(pair), member = name) {
    const [from, to] = [(0,_text_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .hideSecrets */ .s0)(pair.from, name, member), (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .hideSecrets */ .s0)(pair.to, name, member)];
    // What is hidden must not look the same on both sides.
    if (from === _text_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SHOWN */ .a6 || to === _text_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SHOWN */ .a6 || (kind === 'changed' && isEqual(from, to)))
        return { kind, path, hidden: true };
    return {
        kind,
        path,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to })
    };
}
/** Those of the model in its order, then others as they come. */
function listKeys(members, from, to) {
    const there = new Set([...(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(from), ...(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(to)]);
    return [...Object.keys(members).filter(key => there.has(key)), ...[...there].filter(key => !(key in members))];
}
function join(path, key) {
    if (!/^[\w-]+$/.test(key))
        return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
}
function isListOrAbsent(value) {
    return value === undefined || Array.isArray(value);
}
function isRecordOrAbsent(value) {
    return value === undefined || (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value);
}
/** Both come with sorted keys. */
function isEqual(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}


/***/ }),

/***/ 6086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rr: () => (/* binding */ isTokenOrInput),
/* harmony export */   tV: () => (/* binding */ listBuildCredentials),
/* harmony export */   uo: () => (/* binding */ isCredential)
/* harmony export */ });
/** Of GitHub: the inputs of the step, its tokens, and what an OIDC token is asked for with. */
const GITHUB = /^(?:INPUT_.*|(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN|ACTIONS_ID_TOKEN_REQUEST_(?:TOKEN|URL))$/i;
/**
 * Of AWS, as the SDKs read them (https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html), and what GitHub's cache is asked
 * with: Docker's caches take them from the environment.
 */
const CACHE = /^(?:AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|CONTAINER_AUTHORIZATION_TOKEN)|ACTIONS_RUNTIME_TOKEN)$/i;
/** Whether an environment variable holds a credential of the job: no program that Slipway starts inherits it. */
function isCredential(variable) {
    return GITHUB.test(variable) || CACHE.test(variable);
}
/** What a command of the user's does not inherit: the step's inputs and the job's tokens, and the file that hands on what the post step cleans up. */
function isTokenOrInput(variable) {
    return GITHUB.test(variable) || /^(?:ACTIONS_RUNTIME_TOKEN|GITHUB_STATE|STATE_.*)$/i.test(variable);
}
/** The credentials of the environment that a build may ask for: those of caches, and those that a setting of it names. */
function listBuildCredentials(environment, settings) {
    const named = new Set(settings.flatMap(setting => setting.split(/[^\w-]+/)));
    return Object.fromEntries(Object.entries(environment).filter(([name]) => CACHE.test(name) || (GITHUB.test(name) && named.has(name))));
}


/***/ }),

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   SW: () => (/* binding */ isSamePlatform),
/* harmony export */   zT: () => (/* binding */ wantedPlatform)
/* harmony export */ });
const ARCHITECTURES = { X86_64: 'amd64', ARM64: 'arm64' };
/** The platform that a task definition asks for; undefined where it leaves that to the instances. Fargate's default is Linux on X86_64. */
function wantedPlatform(runtimePlatform, isFargate) {
    const { cpuArchitecture, operatingSystemFamily } = runtimePlatform ?? {};
    if (cpuArchitecture === undefined && !isFargate)
        return undefined;
    const family = typeof operatingSystemFamily === 'string' ? operatingSystemFamily : 'LINUX';
    const architecture = typeof cpuArchitecture === 'string' ? cpuArchitecture : 'X86_64';
    const os = family.startsWith('WINDOWS') ? 'windows' : 'linux';
    return { os, architecture: ARCHITECTURES[architecture] ?? architecture.toLowerCase() };
}
/** `linux/amd64` and `linux/arm64/v8` as Docker writes them. */
function parsePlatform(text) {
    const [os = '', architecture = ''] = text.toLowerCase().split('/');
    return { os, architecture };
}
function formatPlatform({ os, architecture }) {
    return `${os}/${architecture}`;
}
function isSamePlatform(one, other) {
    return one.os === other.os && one.architecture === other.architecture;
}


/***/ }),

/***/ 2720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ createTimeline),
/* harmony export */   z: () => (/* binding */ createJobTimeline)
/* harmony export */ });
/** Notes how long each phase takes. */
function createTimeline(clock) {
    const marks = [];
    const mark = (phase) => {
        if (marks.at(-1)?.phase !== phase)
            marks.push({ phase, startedAt: clock.now() });
    };
    return {
        enter: mark,
        leave: () => mark(undefined),
        read: () => {
            const now = clock.now();
            return marks.flatMap(({ phase, startedAt }, index) => phase === undefined ? [] : [{ phase, startedAt, endedAt: marks[index + 1]?.startedAt ?? now }]);
        }
    };
}
/** Notes how long each phase of a job takes, and each of its images. */
function createJobTimeline(clock) {
    const own = createTimeline(clock);
    const images = [];
    return {
        enter: phase => own.enter(phase),
        leave: () => own.leave(),
        addImage: name => {
            const timeline = createTimeline(clock);
            images.push({ name, timeline });
            return timeline;
        },
        read: () => {
            const entries = [
                ...own.read(),
                ...images.flatMap(({ name, timeline }) => timeline.read().map(entry => ({ ...entry, image: name })))
            ];
            return entries.sort((one, other) => one.startedAt - other.startedAt);
        }
    };
}


/***/ })

};
