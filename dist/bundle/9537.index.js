export const id = 9537;
export const ids = [9537];
export const modules = {

/***/ 8745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ BUILD_SETTINGS)
/* harmony export */ });
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2021);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1597);


/** What an image is built from, and how. */
const BUILD_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .defineSettings */ .hD)({
    context: {
        name: 'context',
        group: 'image',
        kind: 'string',
        help: 'The build context: a folder, or a Git or HTTP URL.',
        default: '.',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    dockerfile: {
        name: 'dockerfile',
        group: 'image',
        kind: 'string',
        help: 'The path of the Dockerfile, relative to the working directory.',
        defaultText: '`Dockerfile` in the context',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    target: {
        name: 'target',
        group: 'image',
        kind: 'string',
        help: 'The Dockerfile stage to build.',
        defaultText: 'the last stage',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    buildArgs: {
        name: 'build-args',
        group: 'image',
        kind: 'pairs',
        help: 'Build arguments. Anyone can read them from the image; use `build-secrets` for secrets. Values may contain the tokens of `tags`.',
        default: [],
        example: 'VERSION=1.29',
        sensitive: true,
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    buildSecrets: {
        name: 'build-secrets',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "Build secrets in the format of Docker's `--secret`. The value stays in an environment variable or a file.",
        default: [],
        example: 'id=npm,env=NPM_TOKEN',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .BUILD_SECRET */ .yW,
        sensitive: true,
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    ssh: {
        name: 'ssh',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "SSH agents or keys for the build, in the format of Docker's `--ssh`.",
        default: [],
        example: 'default',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    platforms: {
        name: 'platforms',
        group: 'image',
        kind: 'list',
        separator: 'comma',
        help: 'The platforms to build for.',
        default: [],
        defaultText: "the machine's platform",
        example: 'linux/arm64',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORM */ .i9,
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    labels: {
        name: 'labels',
        group: 'image',
        kind: 'pairs',
        help: 'Labels for the image. Values may contain the tokens of `tags`.',
        default: [],
        example: 'org.opencontainers.image.vendor=Shop',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    cacheFrom: {
        name: 'cache-from',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "Sources of the build cache, in the format of Docker's `--cache-from`.",
        default: [],
        example: 'type=gha',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    cacheTo: {
        name: 'cache-to',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "Destinations of the build cache, in the format of Docker's `--cache-to`.",
        default: [],
        example: 'type=gha,mode=max',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    cache: {
        name: 'cache',
        group: 'image',
        kind: 'enum',
        values: ['none', 'registry', 'github'],
        help: "Where the steps of the build are kept for the next one: in the image's ECR repository (`registry`), or in GitHub's cache (`github`). A build never fails because of it.",
        default: 'none',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    cacheRepository: {
        name: 'cache-repository',
        group: 'image',
        kind: 'string',
        help: 'The ECR repository that `cache: registry` uses, by name or whole address, such as one with tags that may move.',
        defaultText: "the image's own repository",
        example: 'shop/cache',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .REPOSITORY */ .Bw,
        needs: 'cache',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    buildOptions: {
        name: 'build-options',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: 'Additional arguments for `docker build`, one per line, passed on unchanged.',
        default: [],
        example: '--network=host',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .BUILD_OPTION */ .Rs,
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    }
});


/***/ }),

/***/ 1330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ FILES_SETTINGS)
/* harmony export */ });
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2021);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1597);


/** The files that come in, what is changed in them, and where they go. */
const FILES_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .defineSettings */ .hD)({
    taskDefinition: {
        name: 'task-definition',
        group: 'files',
        kind: 'string',
        help: 'The task definition: a path (contains `.` or `/`), `family`, `family:revision`, an ARN, or `service` for the one that the service runs now.',
        example: 'taskdefinition.json',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    appspec: {
        name: 'appspec',
        group: 'files',
        kind: 'string',
        aliases: [{ name: 'codedeploy-appspec' }],
        help: 'The AppSpec for CodeDeploy.',
        defaultText: "`appspec.yml`, `.yaml` or `.json` if it exists, otherwise made from the service's load balancer and network",
        example: 'appspec.yml',
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    containerName: {
        name: 'container-name',
        group: 'files',
        kind: 'string',
        aliases: [{ name: 'container', only: 'images' }],
        help: 'The container that gets the image and the changes below.',
        defaultText: 'the only container',
        example: 'app',
        form: {
            pattern: '^[A-Za-z0-9_-]{1,255}$',
            description: "a container's name (letters, digits, - and _)",
            // amazon-ecs-render-task-definition takes a list of names here.
            advise: text => (text.includes(',') ? 'For several containers write images, an entry for each.' : undefined)
        },
        scopes: ['file', 'environments', 'images', 'services']
    },
    images: {
        name: 'images',
        group: 'files',
        kind: 'objects',
        entries: 'images',
        help: 'Several containers. Each entry names its `container` and either an `image` or what to build, and inherits other settings of the same names.',
        example: '- { container: app, repository: shop/app, context: app }',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    environmentVariables: {
        name: 'environment-variables',
        group: 'files',
        kind: 'pairs',
        help: "Environment variables of the container. They are added to the task definition's and replace those of the same name.",
        default: [],
        example: 'LOG_LEVEL=info',
        sensitive: true,
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    secrets: {
        name: 'secrets',
        group: 'files',
        kind: 'pairs',
        valueRequired: true,
        help: 'Secrets of the container. The value is the ARN of a Secrets Manager secret, or the ARN or name of an SSM parameter.',
        default: [],
        example: 'DB_PASSWORD=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
        sensitive: true,
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    dockerLabels: {
        name: 'docker-labels',
        group: 'files',
        kind: 'pairs',
        help: 'Docker labels of the container.',
        default: [],
        example: 'team=payments',
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    logConfigurationLogDriver: {
        name: 'log-configuration-log-driver',
        group: 'files',
        kind: 'enum',
        values: ['awsfirelens', 'awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'splunk', 'syslog'],
        help: 'The log driver of the container.',
        defaultText: 'as in the task definition',
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    logConfigurationOptions: {
        name: 'log-configuration-options',
        group: 'files',
        kind: 'pairs',
        help: 'Options of the log driver.',
        default: [],
        example: 'awslogs-group=/ecs/api',
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    command: {
        name: 'command',
        group: 'files',
        kind: 'words',
        help: "The container's command: a list of words, or one line that is split as a shell splits it.",
        defaultText: 'as in the task definition',
        example: 'node server.js',
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    taskRoleArn: {
        name: 'task-role-arn',
        group: 'files',
        kind: 'string',
        help: 'The IAM role of the containers.',
        defaultText: 'as in the task definition',
        example: 'arn:aws:iam::123456789012:role/api',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE */ .z7,
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    executionRoleArn: {
        name: 'execution-role-arn',
        group: 'files',
        kind: 'string',
        help: 'The IAM role that ECS uses to pull the image, read secrets and write logs.',
        defaultText: 'as in the task definition',
        example: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE */ .z7,
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    unknownFields: {
        name: 'unknown-fields',
        group: 'files',
        kind: 'enum',
        values: ['error', 'send'],
        help: 'What to do with task definition fields that this release does not know: report an error, or send them as written.',
        default: 'error',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    artifactsDirectory: {
        name: 'artifacts-directory',
        group: 'files',
        kind: 'string',
        help: 'The folder for `imagedefinitions.json`, `imageDetail.json`, `taskdefinition.json` and `appspec.yml`.',
        default: 'slipway-artifacts',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 1597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ TAG_PATTERN),
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   Mo: () => (/* binding */ REGISTRY),
/* harmony export */   Rs: () => (/* binding */ BUILD_OPTION),
/* harmony export */   W1: () => (/* binding */ IMAGE),
/* harmony export */   Zg: () => (/* binding */ REGION),
/* harmony export */   _d: () => (/* binding */ WEB_ADDRESS),
/* harmony export */   aW: () => (/* binding */ GATE_URL),
/* harmony export */   i9: () => (/* binding */ PLATFORM),
/* harmony export */   mf: () => (/* binding */ STARTED_BY),
/* harmony export */   uH: () => (/* binding */ DEPLOYMENT),
/* harmony export */   xG: () => (/* binding */ ROLE_ARN),
/* harmony export */   yW: () => (/* binding */ BUILD_SECRET),
/* harmony export */   z0: () => (/* binding */ SESSION_NAME),
/* harmony export */   z7: () => (/* binding */ ROLE)
/* harmony export */ });
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5964);
/* harmony import */ var _text_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3709);


/** https://docs.aws.amazon.com/general/latest/gr/rande.html: `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`, `us-isob-east-1`. */
const REGION = {
    pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$',
    description: "an AWS region's name such as eu-west-1",
    advise: text => {
        if (/^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$/.test(text))
            return `This is an availability zone; its region is ${text.slice(0, -1)}.`;
        const likely = text
            .toLowerCase()
            .replaceAll(/[\s_-]+/g, '-')
            .replace(/([a-z])([0-9]+)$/, '$1-$2');
        return new RegExp(REGION.pattern).test(likely) ? `Did you mean ${likely}?` : undefined;
    }
};
/** IAM's RoleArn; the service model of STS asks for 20 to 2048 characters. */
const ROLE_ARN = {
    pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+$',
    description: "a role's ARN such as arn:aws:iam::123456789012:role/deploy"
};
/** ECS takes the short name of a role or its ARN for `taskRoleArn` and `executionRoleArn`. */
const ROLE = {
    pattern: '^(arn:aws[a-z-]*:iam::[0-9]{12}:role/)?[\\w+=,.@/-]+$',
    description: "a role's ARN such as arn:aws:iam::123456789012:role/api, or its name"
};
/** STS, AssumeRoleWithWebIdentity, RoleSessionName. */
const SESSION_NAME = {
    pattern: '^[\\w+=,.@-]{2,64}$',
    description: '2 to 64 letters, digits or any of _+=,.@-'
};
const REGISTRY_HOST = /^(?:https?:\/\/)?(?:[^/]*\.dkr[.-]ecr[.-][^/]*|public\.ecr\.aws|[^/]*:[0-9]+)\//;
/** A part between slashes: one dot, one or two underscores, or any number of hyphens at a time, with letters and digits around them. */
const REPOSITORY_PART = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
/**
 * ECR's RepositoryName (service model: 2 to 256 characters), after the host of a private registry where that is another account's or region's.
 * Any other host would pass for a part of the name, so it is kept out.
 */
const REPOSITORY = {
    pattern: `^(?:${_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .ECR_HOST */ .u0}/)?(?=.{2,256}$)(?![^/]*\\.dkr[.-]ecr[.-])(?!public\\.ecr\\.aws/)${REPOSITORY_PART}(?:/${REPOSITORY_PART})*$`,
    description: "an ECR repository's name such as shop/api (2 to 256 characters: lower case letters, digits, and . _ - / between them), or its whole address such as 210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
    advise: text => {
        const address = text.replace(/^https?:\/\//, '');
        const name = address.replace(REGISTRY_HOST, '').replace(/[:@].*$/, '');
        if (REGISTRY_HOST.test(address)) {
            const tag = /[:@][^/]*$/.test(address) ? ', the tag goes into tags' : '';
            const host = address.slice(0, address.indexOf('/'));
            if ((0,_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .wl)(host) !== undefined)
                return `Write ${host}/${name.toLowerCase()}${tag}.`;
            return `Give the name alone: ${name}. The registry's host comes from ECR (account and region of the credentials)${tag}.`;
        }
        if (/[:@]/.test(text))
            return `Give the name alone: ${name}. The tag goes into tags.`;
        return /[A-Z]/.test(text) ? `ECR takes lower case only: ${text.toLowerCase()}.` : undefined;
    }
};
/** https://docs.docker.com/reference/cli/docker/image/tag/: a tag has up to 128 characters and does not start with . or -. */
const TAG_PATTERN = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** A tag before its tokens are put in. */
const TAG = {
    pattern: `^(?:[A-Za-z0-9_]|${_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .TOKEN_PATTERN */ .LG})(?:[A-Za-z0-9_.-]|${_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .TOKEN_PATTERN */ .LG}){0,127}$`,
    description: 'a tag: up to 128 letters, digits or any of _.- (the first no . or -), with tokens such as {sha}, {sha:12}, {date:%Y%m%d} and {env:NAME} where wanted',
    advise: text => {
        if (/[{}]/.test(text))
            return 'The tokens are {sha}, {short-sha}, {sha:12}, {date:%Y%m%d%H%M%S}, {date:%Y%m%d@Asia/Seoul}, {env:NAME} and {env:NAME/:/2}.';
        if (text.includes(':'))
            return 'Give the tag alone, without the repository.';
        const tag = text.replace(/^refs\/(?:heads|tags)\//, '').replaceAll('/', '-');
        return text.includes('/') && TAG_PATTERN.test(tag) ? `A tag has no /: write ${tag}, for example.` : undefined;
    }
};
/** A reference that says which image: with a tag or a digest, as an untagged one would mean whatever is `latest` that day. */
const IMAGE = {
    pattern: '^[A-Za-z0-9][^\\s:@]*(?::[0-9]+/[^\\s:@]+)?(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$',
    description: 'an image with its tag or digest such as public.ecr.aws/nginx/nginx:1.29',
    advise: text => {
        const isUntagged = /^[A-Za-z0-9][^\s:@]*(?::[0-9]+\/[^\s:@]+)?$/.test(text);
        if (isUntagged)
            return `Add the tag or the digest: ${text}:<tag>.`;
        if (!/:$|@$/.test(text))
            return undefined;
        return 'What follows the name is empty: the variable that it comes from may not be set.';
    }
};
const REGISTRY = {
    pattern: `^(?:[0-9]{12}|public|${_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .ECR_HOST */ .u0})$`,
    description: "an account's id (12 digits), the host of an ECR registry, or public for ECR Public",
    advise: text => {
        const host = text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
        if (host === 'public.ecr.aws')
            return 'Write public.';
        return host !== text && new RegExp(`^${_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .ECR_HOST */ .u0}$`).test(host) ? `Write ${host}.` : undefined;
    }
};
/** https://docs.docker.com/build/building/multi-platform/ */
const PLATFORM = {
    pattern: '^[a-z0-9]+/[a-z0-9_]+(?:/[a-z0-9.]+)?$',
    description: 'a platform such as linux/amd64 or linux/arm64',
    advise: text => (/^(?:amd64|arm64)$/.test(text) ? `Write linux/${text}.` : undefined)
};
/** https://docs.docker.com/reference/cli/docker/buildx/build/#secret */
const BUILD_SECRET = {
    pattern: '^(?:[^,]+,)*id=[^,]+(?:,.+)?$',
    description: 'a secret as docker build --secret takes it, id=npm,env=NPM_TOKEN or id=npmrc,src=.npmrc (a value does not belong here)'
};
/** https://docs.github.com/en/rest/deployments/statuses, environment_url */
const WEB_ADDRESS = {
    pattern: '^https?://[^\\s]+$',
    description: 'an address that begins with https:// or http://'
};
/** One argument as the program gets it: no shell splits it. */
const BUILD_OPTION = {
    pattern: '^(?!-[-A-Za-z0-9]*\\s)[^]*$',
    description: 'one argument of docker build',
    advise: text => `One line is one argument: write ${text.trim().replace(/\s+/, '=')}, or put the value on a line of its own.`
};
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, startedBy */
const STARTED_BY = {
    pattern: '^[A-Za-z0-9_/-]{1,128}$',
    description: 'up to 128 letters, digits or any of -_/'
};
/** What a gate asks for: an address of its own, or a path behind the address of the new version. */
const GATE_URL = {
    pattern: '^(?:https?://[^\\s/?#]\\S*|/\\S*)$',
    description: 'an address that begins with https:// or http://, or a path that begins with /',
    advise: text => (/^[\w-]+(?:\/\S*)?$/.test(text) ? `A path begins with /: /${text}.` : undefined)
};
/**
 * CodeDeploy's DeploymentId; the ARN of an ECS service deployment
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html), or what stands in it behind `service-deployment/`.
 */
const DEPLOYMENT = {
    pattern: '^(?:d-[A-Z0-9]{9}|(?:arn:aws[a-z-]*:ecs:[a-z0-9-]+:[0-9]{12}:service-deployment/)?[\\w-]{1,255}/[\\w-]{1,255}/[\\w-]{1,255})$',
    description: "CodeDeploy's deployment id such as d-1A2B3C4D5, or an ECS service deployment as cluster/service/id or by its ARN",
    advise: text => text.startsWith('ecs-svc/')
        ? 'This is the id of a deployment in DescribeServices; aws ecs list-service-deployments names the service deployment.'
        : undefined
};


/***/ }),

/***/ 4730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ GATE_SETTINGS)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2021);


/** The check of the new version before it gets the production traffic, and deployments that are under way already. */
const GATE_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .defineSettings */ .hD)({
    gateCommand: {
        name: 'gate-command',
        group: 'gate',
        kind: 'string',
        help: 'A command line that tests the new version, run by the shell in the workspace as `run:` of a workflow is. Exit code 0 passes. `GATE_URL`, `GATE_HEADERS`, `GATE_DEPLOYMENT`, `GATE_TASK_DEFINITION` and `GATE_TASK_IPS` say where the new version is.',
        defaultText: 'no gate',
        example: './smoke-test.sh',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .PER_SERVICE */ .Wi
    },
    gateUrls: {
        name: 'gate-urls',
        group: 'gate',
        kind: 'list',
        separator: 'line',
        help: 'URLs that test the new version, one a line. Each must answer 2xx three times in a row. A path such as `/health` is requested behind `GATE_URL`, with `GATE_HEADERS`.',
        default: [],
        defaultText: 'no gate',
        example: '/health',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE_URL */ .aW,
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .PER_SERVICE */ .Wi
    },
    gateAt: {
        name: 'gate-at',
        group: 'gate',
        kind: 'enum',
        values: ['test', 'live'],
        help: 'When the gate runs: before the new version gets production traffic (`test`), while the deployment waits for its answer, or as soon as it has all of it (`live`).',
        defaultText: '`test`; `live` for a rolling update, which has no pause',
        needs: 'gate',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .PER_SERVICE */ .Wi
    },
    gateTimeoutMinutes: {
        name: 'gate-timeout-minutes',
        group: 'gate',
        kind: 'integer',
        min: 1,
        unit: 'minutes',
        help: 'How long one run of the gate may take. A gate that runs out of time has failed.',
        default: 10,
        needs: 'gate',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .PER_SERVICE */ .Wi
    },
    deployments: {
        name: 'deployment',
        group: 'gate',
        kind: 'list',
        separator: 'line',
        help: 'A deployment in progress to follow, as the output `deployment` names it, or the ARN of a service deployment; several are one a line. Nothing is built, registered or deployed.',
        default: [],
        example: 'shop/web/Xk2Qm9bT3rLw8sYc',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .DEPLOYMENT */ .uH,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    continue: {
        name: 'continue',
        group: 'gate',
        kind: 'enum',
        values: ['no', 'continue', 'rollback'],
        help: 'What to do with a `deployment` that waits: leave it to others (`no`), let it go on (`continue`), or go back (`rollback`).',
        default: 'no',
        needs: 'deployment',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 5904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ IMAGE_SETTINGS),
/* harmony export */   G: () => (/* binding */ PUBLISH_SETTINGS)
/* harmony export */ });
/* harmony import */ var _text_scan_severity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5160);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2021);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1597);



/** Where a built image is pushed, or which image is used as it is. */
const IMAGE_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .defineSettings */ .hD)({
    repository: {
        name: 'repository',
        group: 'image',
        kind: 'string',
        help: 'The name of the ECR repository, or its whole address if it is in another account or region (`210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/api`). If set, an image is built and pushed there.',
        example: 'shop/api',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .REPOSITORY */ .Bw,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    createRepository: {
        name: 'create-repository',
        group: 'image',
        kind: 'boolean',
        help: 'Create the repository if it does not exist.',
        default: false,
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    registries: {
        name: 'registries',
        group: 'image',
        kind: 'list',
        separator: 'comma',
        help: 'Additional registries to log into, such as for base images: account ids, hosts of ECR registries in other regions, and `public` for ECR Public.',
        default: [],
        example: '123456789012, public',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .REGISTRY */ .Mo,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    image: {
        name: 'image',
        group: 'image',
        kind: 'string',
        help: 'An existing image, with tag or digest. Nothing is built.',
        example: 'public.ecr.aws/nginx/nginx:1.29',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE */ .W1,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    }
});
/** What a built image is called, and what it has to pass. */
const PUBLISH_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .defineSettings */ .hD)({
    tags: {
        name: 'tags',
        group: 'image',
        kind: 'list',
        separator: 'comma',
        help: 'The tags to push. The files use the first one. `{sha}`, `{short-sha}` (7 characters) and `{sha:12}` (that many characters) stand for the commit, `{date:%Y%m%d%H%M%S}` for the time of the run in UTC (`{date:%Y%m%d@Asia/Seoul}` in that time zone; `%Y %y %m %d %H %M %S %j %s %F %T`), `{env:NAME}` for an environment variable of the run and `{env:NAME/:/2}` for its second part between colons.',
        default: ['{sha}'],
        defaultText: "the commit's full SHA",
        example: 'v1-{short-sha}',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk,
        atLeastOne: true,
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    reuseImage: {
        name: 'reuse-image',
        group: 'image',
        kind: 'boolean',
        help: 'Do not rebuild an image that is already in the repository under the first tag.',
        defaultText: 'true if the tag is immutable',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    reference: {
        name: 'image-reference',
        group: 'image',
        kind: 'enum',
        values: ['tag', 'digest'],
        help: 'Whether the files refer to the built image by tag or by digest.',
        default: 'tag',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_IMAGE */ .EE
    },
    scanGate: {
        name: 'scan-gate',
        group: 'image',
        kind: 'enum',
        values: _text_scan_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .SCAN_SEVERITIES */ .E,
        help: "Wait for ECR's image scan, and fail before anything is registered if it finds this severity or worse.",
        defaultText: 'no gate',
        example: 'HIGH',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    maxParallelBuilds: {
        name: 'max-parallel-builds',
        group: 'image',
        kind: 'integer',
        min: 1,
        unit: 'images',
        help: 'How many of `images` to build at the same time, and to push.',
        defaultText: 'the number of processors',
        needs: 'build',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 6947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ REPORT_SETTINGS)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2021);


/** Who is told, and how. */
const REPORT_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .defineSettings */ .hD)({
    githubToken: {
        name: 'github-token',
        group: 'report',
        kind: 'string',
        help: 'A token with `deployments: write` that shows the deployment on GitHub, such as `github.token`.',
        defaultText: 'the deployment is not shown',
        sensitive: true,
        scopes: []
    },
    githubEnvironment: {
        name: 'github-environment',
        group: 'report',
        kind: 'string',
        help: 'The name of the environment on GitHub.',
        defaultText: '`environment`, otherwise `production`',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    environmentUrl: {
        name: 'environment-url',
        group: 'report',
        kind: 'string',
        help: 'The URL of the deployed service.',
        example: 'https://shop.example.com',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .WEB_ADDRESS */ ._d,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    summary: {
        name: 'summary',
        group: 'report',
        kind: 'boolean',
        help: 'Write the job summary.',
        default: true,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 6864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ROLLOUT_SETTINGS)
/* harmony export */ });
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2021);

/** What may be done with a deployment that shall not go on. */
const UNDO_POLICIES = ['rollback', 'stop', 'leave'];
/** Which service is deployed, how it is followed, and what happens when it goes wrong. */
const ROLLOUT_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .defineSettings */ .hD)({
    cluster: {
        name: 'cluster',
        group: 'rollout',
        kind: 'string',
        help: 'The name or ARN of the ECS cluster.',
        default: 'default',
        example: 'shop',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    service: {
        name: 'service',
        group: 'rollout',
        kind: 'string',
        help: 'The name or ARN of the ECS service.',
        defaultText: 'none: the job ends after it registers the task definition',
        example: 'api',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    services: {
        name: 'services',
        group: 'rollout',
        kind: 'objects',
        entries: 'services',
        help: 'Several services. Each entry names its `service` and inherits other settings of the same names.',
        example: '- { service: worker, task-definition: worker.json }',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    desiredCount: {
        name: 'desired-count',
        group: 'rollout',
        kind: 'integer',
        min: 0,
        unit: 'tasks',
        help: 'The number of tasks that the service should run.',
        defaultText: 'unchanged',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    forceNewDeployment: {
        name: 'force-new-deployment',
        group: 'rollout',
        kind: 'boolean',
        help: 'Deploy even if nothing changed.',
        default: false,
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    propagateTags: {
        name: 'propagate-tags',
        group: 'rollout',
        kind: 'enum',
        values: ['TASK_DEFINITION', 'SERVICE', 'NONE'],
        help: 'Where the tasks get their tags from.',
        defaultText: 'unchanged',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    enableEcsManagedTags: {
        name: 'enable-ecs-managed-tags',
        group: 'rollout',
        kind: 'boolean',
        help: 'Whether tasks get ECS-managed tags (cluster and service).',
        defaultText: 'unchanged',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    codedeployApplication: {
        name: 'codedeploy-application',
        group: 'rollout',
        kind: 'string',
        help: 'The CodeDeploy application, if the service uses CodeDeploy.',
        defaultText: '`AppECS-<cluster>-<service>`',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    codedeployDeploymentGroup: {
        name: 'codedeploy-deployment-group',
        group: 'rollout',
        kind: 'string',
        help: 'The CodeDeploy deployment group.',
        defaultText: '`DgpECS-<cluster>-<service>`',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    codedeployDeploymentConfig: {
        name: 'codedeploy-deployment-config',
        group: 'rollout',
        kind: 'string',
        help: 'How CodeDeploy shifts the traffic.',
        defaultText: "the deployment group's",
        example: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    codedeployDeploymentDescription: {
        name: 'codedeploy-deployment-description',
        group: 'rollout',
        kind: 'string',
        help: "The description of the CodeDeploy deployment. Slipway appends this run's mark; together they are cut at 256 characters.",
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    waitFor: {
        name: 'wait-for',
        group: 'rollout',
        kind: 'enum',
        values: ['nothing', 'started', 'paused', 'live', 'stable'],
        aliases: [{ name: 'wait-for-service-stability', values: { true: 'stable', false: 'nothing' } }],
        help: 'How far to follow the deployment: AWS accepted the request (`nothing`); tasks of the new version run (`started`); it waits for somebody to continue it (`paused`); they serve all production traffic (`live`); it finished and the old tasks are gone (`stable`).',
        default: 'stable',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    waitForMinutes: {
        name: 'wait-for-minutes',
        group: 'rollout',
        kind: 'integer',
        min: 1,
        unit: 'minutes',
        help: "How long to follow the deployment, in addition to the deployment group's own wait times.",
        default: 30,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    onFailure: {
        name: 'on-failure',
        group: 'rollout',
        kind: 'enum',
        values: UNDO_POLICIES,
        help: 'What to do with a deployment that failed or took too long.',
        default: 'rollback',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    onCancel: {
        name: 'on-cancel',
        group: 'rollout',
        kind: 'enum',
        values: UNDO_POLICIES,
        help: 'What to do with the deployment if the job is cancelled.',
        default: 'rollback',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    onConflict: {
        name: 'on-conflict',
        group: 'rollout',
        kind: 'enum',
        values: ['fail', 'wait', 'replace'],
        help: 'What to do if another deployment of the service is in progress: `fail` before anything changes, `wait` for it to end, or `replace` it (a CodeDeploy deployment is stopped and rolled back first).',
        defaultText: 'what AWS does: ECS replaces it, CodeDeploy refuses',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    failAfter: {
        name: 'fail-after',
        group: 'rollout',
        kind: 'integer',
        min: 1,
        unit: 'tasks',
        help: 'How many tasks of the new version may stop for the same cause before the deployment fails. Stopped tasks count only until the new version has come up, which is when ECS first reports one of its tasks as healthy. Exit code 0, scale-in, Spot interruptions, missing capacity and failures of AWS itself never count.',
        defaultText: "the threshold of the service's circuit breaker, otherwise 3",
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    skipUnchanged: {
        name: 'skip-unchanged',
        group: 'rollout',
        kind: 'boolean',
        help: 'Do not register and deploy what already runs: the same task definition with the same images by digest, steady, and the newest of its family. `outcome` is then `unchanged`.',
        default: false,
        needs: 'service',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .PER_SERVICE */ .Wi
    },
    maxParallel: {
        name: 'max-parallel',
        group: 'rollout',
        kind: 'integer',
        min: 1,
        unit: 'services',
        help: 'How many of `services` to deploy at the same time.',
        defaultText: 'all',
        needs: 'services',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 9744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ RUN_TASK_SETTINGS)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2021);


/** A task that runs to its end before the rollout (a migration); named as in amazon-ecs-deploy-task-definition. */
const RUN_TASK_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .defineSettings */ .hD)({
    runTask: {
        name: 'run-task',
        group: 'run-task',
        kind: 'boolean',
        help: 'Run a task of the new revision before the rollout, such as a migration. With `services`, it belongs to the first one.',
        default: false,
        needs: 'task-definition',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    containerOverrides: {
        name: 'run-task-container-overrides',
        group: 'run-task',
        kind: 'objects',
        help: 'Container overrides of the task, in the format of the RunTask API.',
        example: '[{"name": "app", "command": ["migrate"]}]',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    overrides: {
        name: 'run-task-overrides',
        group: 'run-task',
        kind: 'string',
        help: 'Overrides of the whole task, such as its cpu, memory, roles and ephemeral storage, in the format of the RunTask API (JSON).',
        example: '{"cpu": "1024", "memory": "4096"}',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    placementConstraints: {
        name: 'run-task-placement-constraints',
        group: 'run-task',
        kind: 'objects',
        help: 'The placement constraints of the task, in the format of the RunTask API. An empty list takes none from the service.',
        defaultText: "the service's, without `distinctInstance`",
        example: '[{"type": "memberOf", "expression": "attribute:ecs.instance-type =~ t3.*"}]',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    placementStrategy: {
        name: 'run-task-placement-strategy',
        group: 'run-task',
        kind: 'objects',
        help: 'The placement strategy of the task, in the format of the RunTask API. An empty list takes none from the service.',
        defaultText: "the service's",
        example: '[{"type": "binpack", "field": "memory"}]',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    securityGroups: {
        name: 'run-task-security-groups',
        group: 'run-task',
        kind: 'list',
        separator: 'comma',
        help: 'The security groups of the task.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    subnets: {
        name: 'run-task-subnets',
        group: 'run-task',
        kind: 'list',
        separator: 'comma',
        help: 'The subnets of the task.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    assignPublicIp: {
        name: 'run-task-assign-public-IP',
        group: 'run-task',
        kind: 'enum',
        values: ['ENABLED', 'DISABLED'],
        help: 'Whether the task gets a public IP address.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    capacityProviderStrategy: {
        name: 'run-task-capacity-provider-strategy',
        group: 'run-task',
        kind: 'objects',
        help: 'The capacity provider strategy of the task, in the format of the RunTask API.',
        defaultText: "the service's",
        example: '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    launchType: {
        name: 'run-task-launch-type',
        group: 'run-task',
        kind: 'enum',
        values: ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'],
        help: 'The launch type of the task.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    startedBy: {
        name: 'run-task-started-by',
        group: 'run-task',
        kind: 'string',
        help: 'The `startedBy` value of the task.',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .STARTED_BY */ .mf,
        defaultText: 'an id of this run, `slipway-…`',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    tags: {
        name: 'run-task-tags',
        group: 'run-task',
        kind: 'objects',
        help: 'The tags of the task, in the format of the RunTask API.',
        example: '[{"key": "team", "value": "payments"}]',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    volumeName: {
        name: 'run-task-managed-ebs-volume-name',
        group: 'run-task',
        kind: 'string',
        help: 'The name of the EBS volume in the task definition.',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    volume: {
        name: 'run-task-managed-ebs-volume',
        group: 'run-task',
        kind: 'string',
        help: 'The EBS volume of the task, in the format of the RunTask API (JSON).',
        example: '{"sizeInGiB": 20, "roleArn": "arn:aws:iam::123456789012:role/ecsInfrastructureRole"}',
        needs: 'run-task',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    },
    waitForStopped: {
        name: 'wait-for-task-stopped',
        group: 'run-task',
        kind: 'boolean',
        help: 'Wait until the task has stopped before the rollout. The service is not changed unless the task succeeded.',
        default: true,
        defaultText: 'true with `run-task`',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_1__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 2021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ PER_IMAGE),
/* harmony export */   SG: () => (/* binding */ SHARED),
/* harmony export */   Wi: () => (/* binding */ PER_SERVICE),
/* harmony export */   fd: () => (/* binding */ GROUPS),
/* harmony export */   hD: () => (/* binding */ defineSettings),
/* harmony export */   ii: () => (/* binding */ isAt),
/* harmony export */   yJ: () => (/* binding */ FILE_ONLY)
/* harmony export */ });
/** The chapters in which settings are told to people, in this order. */
const GROUPS = {
    where: 'Where and who',
    image: 'Image',
    files: 'Files',
    rollout: 'Rollout',
    gate: 'Gates, and deployments in progress',
    'run-task': 'A task before the rollout',
    report: 'Report'
};
const FILE_ONLY = ['file'];
const SHARED = ['file', 'environments'];
const PER_IMAGE = ['file', 'environments', 'images'];
const PER_SERVICE = ['file', 'environments', 'services'];
/** A table of settings, from which TypeScript takes the type of each value. */
function defineSettings(rows) {
    return rows;
}
/** Whether a row's value is one of `ValuesAt` this level. */
function isAt(level, row) {
    if (row.kind === 'objects' && row.entries !== undefined)
        return false;
    const own = row.scopes.filter(scope => scope === 'images' || scope === 'services');
    return own.length === 0 ? level === 'run' : own.some(scope => scope === level);
}


/***/ }),

/***/ 9537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ isAllowed),
/* harmony export */   QI: () => (/* binding */ aliasesOf),
/* harmony export */   SP: () => (/* binding */ findSetting),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   yy: () => (/* binding */ SETTINGS)
/* harmony export */ });
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8745);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1330);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4730);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5904);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6947);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6864);
/* harmony import */ var _run_task_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9744);
/* harmony import */ var _where_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9646);








const TABLE = [
    ...Object.values(_where_js__WEBPACK_IMPORTED_MODULE_7__/* .WHERE_SETTINGS */ .i),
    ...Object.values(_image_js__WEBPACK_IMPORTED_MODULE_3__/* .IMAGE_SETTINGS */ .C),
    ...Object.values(_build_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILD_SETTINGS */ .n),
    ...Object.values(_image_js__WEBPACK_IMPORTED_MODULE_3__/* .PUBLISH_SETTINGS */ .G),
    ...Object.values(_files_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES_SETTINGS */ ._),
    ...Object.values(_rollout_js__WEBPACK_IMPORTED_MODULE_5__/* .ROLLOUT_SETTINGS */ .c),
    ...Object.values(_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .GATE_SETTINGS */ .C),
    ...Object.values(_run_task_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_TASK_SETTINGS */ .S),
    ...Object.values(_report_js__WEBPACK_IMPORTED_MODULE_4__/* .REPORT_SETTINGS */ .$)
];
/**
 * The one table of settings. Action inputs, keys of `slipway.yml`, flags of the command, `action.yml`, the JSON schema,
 * `docs/settings.md` and `--help` all come from it.
 */
const SETTINGS = TABLE;
const BY_NAME = new Map();
for (const option of SETTINGS) {
    BY_NAME.set(option.name, { option, alias: undefined });
    for (const alias of aliasesOf(option))
        BY_NAME.set(alias.name, { option, alias });
}
/** The setting of a name or alias, whether or not it may be said at a given place. */
function findSetting(name) {
    return BY_NAME.get(name);
}
/** Whether a setting may be called by this name at this place. */
function isAllowed({ option, alias }, scope) {
    if (alias?.only !== undefined && alias.only !== scope)
        return false;
    return scope === 'given' || option.scopes.includes(scope);
}
/** All names and aliases that are taken there, in the table's order. */
function namesIn(scope) {
    return [...BY_NAME].filter(([, found]) => isAllowed(found, scope)).map(([name]) => name);
}
/** The other names of a setting; none where the table names none. */
function aliasesOf(option) {
    return option.aliases ?? [];
}


/***/ }),

/***/ 9646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ WHERE_SETTINGS)
/* harmony export */ });
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2021);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1597);


/** Where the deployment goes and who does it. */
const WHERE_SETTINGS = (0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .defineSettings */ .hD)({
    region: {
        name: 'region',
        group: 'where',
        kind: 'string',
        help: 'The AWS region of the repository, the cluster and all other resources.',
        example: 'eu-west-1',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .REGION */ .Zg,
        env: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    roleToAssume: {
        name: 'role-to-assume',
        group: 'where',
        kind: 'string',
        help: "The IAM role to assume with GitHub's OIDC token. The job needs `permissions: id-token: write`.",
        defaultText: "the AWS SDK's default credential chain",
        example: 'arn:aws:iam::123456789012:role/deploy',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    roleSessionName: {
        name: 'role-session-name',
        group: 'where',
        kind: 'string',
        help: 'The session name of the assumed role, as CloudTrail shows it.',
        defaultText: '`Slipway` and the workflow run id',
        form: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .SESSION_NAME */ .z0,
        env: ['AWS_ROLE_SESSION_NAME'],
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    roleDurationSeconds: {
        name: 'role-duration-seconds',
        group: 'where',
        kind: 'integer',
        help: "How long the assumed role's session is valid. The role must allow it.",
        default: 3600,
        min: 900,
        max: 43200,
        unit: 'seconds',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    },
    configFile: {
        name: 'config',
        group: 'where',
        kind: 'string',
        help: 'The settings file.',
        defaultText: '`slipway.yml` if it exists',
        scopes: []
    },
    environment: {
        name: 'environment',
        group: 'where',
        kind: 'string',
        help: 'The entry of `environments` in the settings file to apply.',
        defaultText: 'none',
        example: 'prod',
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_ONLY */ .yJ
    },
    dryRun: {
        name: 'dry-run',
        group: 'where',
        kind: 'boolean',
        help: 'Show what would be done: images, task definition changes, API calls. Nothing is changed or written; `outcome` is `planned`.',
        default: false,
        scopes: _setting_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED */ .SG
    }
});


/***/ }),

/***/ 5964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ parseRepositoryAddress),
/* harmony export */   u0: () => (/* binding */ ECR_HOST),
/* harmony export */   wl: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/**
 * The host of a private ECR registry, in every partition, dual-stack and FIPS hosts too: a regular expression with the account as its first
 * group and the region as its second, without anchors.
 */
const ECR_HOST = '([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-zA-Z0-9][a-zA-Z0-9_-]*)\\.(?:amazonaws\\.(?:com(?:\\.cn)?|eu)|on\\.(?:aws|amazonwebservices\\.com\\.cn)|sc2s\\.sgov\\.gov|c2s\\.ic\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)';
const WHOLE_ECR_HOST = new RegExp(`^${ECR_HOST}$`);
/** Account and region of a private ECR registry's host, in every partition, dual-stack and FIPS hosts too; undefined for any other host. */
function parseEcrHost(host) {
    const [, account, region] = WHOLE_ECR_HOST.exec(host) ?? [];
    return account === undefined || region === undefined ? undefined : { account, region };
}
/** A repository's name, or its whole address: the host of its ECR registry before it. */
function parseRepositoryAddress(text) {
    const host = text.slice(0, Math.max(0, text.indexOf('/')));
    const place = parseEcrHost(host);
    return place === undefined
        ? { repository: text, registry: undefined }
        : { repository: text.slice(host.length + 1), registry: { host, ...place } };
}


/***/ }),

/***/ 5160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SCAN_SEVERITIES)
/* harmony export */ });
/** The severities that scan-gate can be set at, the worst first (ECR's FindingSeverity, without UNDEFINED, which is no grade). */
const SCAN_SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];


/***/ }),

/***/ 3709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ replaceTokens),
/* harmony export */   LG: () => (/* binding */ TOKEN_PATTERN),
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   dh: () => (/* binding */ listTokens),
/* harmony export */   kQ: () => (/* binding */ isTimeZone),
/* harmony export */   nt: () => (/* binding */ readVariable),
/* harmony export */   tK: () => (/* binding */ writeToken)
/* harmony export */ });
const CONVERSION = '%[YymdHMSjsFT]';
const DATE_TEXT = '[A-Za-z0-9 _.:/+-]*';
const ZONE = '[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*';
const SHA_LENGTH = '[4-9]|[123][0-9]|40';
const DATE_FORMAT = `(?:${DATE_TEXT}${CONVERSION})+${DATE_TEXT}`;
const NAME = '[A-Za-z_][A-Za-z0-9_]*';
const SEPARATOR = '[-_.:/@+]';
/** Every token, as the pattern of a form has it: without groups that capture. */
const TOKEN_PATTERN = `\\{(?:sha|short-sha|sha:(?:${SHA_LENGTH})|date:${DATE_FORMAT}(?:@${ZONE})?|env:${NAME}(?:/${SEPARATOR}/[1-9][0-9]?)?)\\}`;
// `${env:NAME}` and `{{sha}}` belong to other languages: those of log formats, of shells and of templates.
const TOKEN = new RegExp(`(?<![$\\{])${TOKEN_PATTERN}(?!\\})`, 'g');
const PARTS = new RegExp(`^\\{(?:(?<short>short-)?sha(?::(?<length>\\d+))?|date:(?<format>${DATE_FORMAT})(?:@(?<zone>${ZONE}))?|env:(?<name>${NAME})(?:/(?<separator>${SEPARATOR})/(?<number>\\d+))?)\\}$`);
/** The tokens of a text, in their order. What only looks like one is text. */
function listTokens(text) {
    return [...text.matchAll(TOKEN)].map(([token]) => readToken(token));
}
/**
 * A text with something in place of its tokens.
 *
 * @param writeText what becomes of the text between them; absent: it stays
 */
function replaceTokens(text, write, writeText = between => between) {
    let written = '';
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
        if (match.index > end)
            written += writeText(text.slice(end, match.index));
        written += write(readToken(match[0]));
        end = match.index + match[0].length;
    }
    return end < text.length || text === '' ? written + writeText(text.slice(end)) : written;
}
function readToken(text) {
    const { short, length, format, zone, name, separator, number } = PARTS.exec(text)?.groups ?? {};
    if (format !== undefined)
        return { kind: 'date', format, zone };
    if (name !== undefined) {
        const part = separator === undefined ? undefined : { separator, number: Number(number) };
        return { kind: 'variable', name, part };
    }
    if (short !== undefined)
        return { kind: 'commit', length: 7 };
    return { kind: 'commit', length: length === undefined ? undefined : Number(length) };
}
/** The token as it is written; undefined where there is none that says it. */
function writeToken(token) {
    const text = spellToken(token);
    const [only] = listTokens(text);
    return only !== undefined && spellToken(only) === text ? text : undefined;
}
function spellToken(token) {
    switch (token.kind) {
        case 'commit':
            if (token.length === undefined)
                return '{sha}';
            return token.length === 7 ? '{short-sha}' : `{sha:${token.length}}`;
        case 'date':
            return `{date:${token.format}${token.zone === undefined ? '' : `@${token.zone}`}}`;
        case 'variable':
            return `{env:${token.name}${token.part === undefined ? '' : `/${token.part.separator}/${token.part.number}`}}`;
    }
}
/** Whether the tz database, as Node has it, knows the zone. */
function isTimeZone(zone) {
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}
/**
 * A time as `date +FORMAT` prints it, for the conversions that a token may have.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/date.html
 *
 * @param now milliseconds since the epoch
 */
function formatDate({ format, zone = 'UTC' }, now) {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit'
    }).formatToParts(now);
    const of = (name) => parts.find(({ type }) => type === name)?.value ?? '';
    const [year, month, day] = [of('year'), of('month'), of('day')];
    const [hour, minute, second] = [of('hour'), of('minute'), of('second')];
    const dayOfYear = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 0)) / 86_400_000;
    const values = {
        Y: year,
        y: year.slice(-2),
        m: month,
        d: day,
        H: hour,
        M: minute,
        S: second,
        j: String(dayOfYear).padStart(3, '0'),
        s: String(Math.floor(now / 1000)),
        F: `${year}-${month}-${day}`,
        T: `${hour}:${minute}:${second}`
    };
    return format.replace(/%([A-Za-z])/g, (_, conversion) => values[conversion] ?? '');
}
/**
 * What a variable of the environment gives a token: its value, or the part of it that is meant.
 *
 * @returns undefined where it is not set, empty, or not one line
 */
function readVariable({ name, part }, env) {
    const value = env[name] ?? '';
    if (value.includes('\n'))
        return undefined;
    const meant = part === undefined ? value : (value.split(part.separator)[part.number - 1] ?? '');
    return meant === '' ? undefined : meant;
}


/***/ })

};
