export const id = 102;
export const ids = [102];
export const modules = {

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
/* harmony export */   i9: () => (/* binding */ PLATFORM),
/* harmony export */   mf: () => (/* binding */ STARTED_BY),
/* harmony export */   xG: () => (/* binding */ ROLE_ARN),
/* harmony export */   yW: () => (/* binding */ BUILD_SECRET),
/* harmony export */   z0: () => (/* binding */ SESSION_NAME),
/* harmony export */   z7: () => (/* binding */ ROLE)
/* harmony export */ });
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5964);

/** https://docs.aws.amazon.com/general/latest/gr/rande.html: `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`, `us-isob-east-1`. */
const REGION = {
    pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$',
    says: "an AWS region's name such as eu-west-1",
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
    says: "a role's ARN such as arn:aws:iam::123456789012:role/deploy"
};
/** ECS takes the short name of a role or its ARN for `taskRoleArn` and `executionRoleArn`. */
const ROLE = {
    pattern: '^(arn:aws[a-z-]*:iam::[0-9]{12}:role/)?[\\w+=,.@/-]+$',
    says: "a role's ARN such as arn:aws:iam::123456789012:role/api, or its name"
};
/** STS, AssumeRoleWithWebIdentity, RoleSessionName. */
const SESSION_NAME = {
    pattern: '^[\\w+=,.@-]{2,64}$',
    says: '2 to 64 letters, digits or any of _+=,.@-'
};
const REGISTRY_HOST = /^(?:https?:\/\/)?(?:[^/]*\.dkr[.-]ecr[.-][^/]*|public\.ecr\.aws|[^/]*:[0-9]+)\//;
/** A part between slashes: one dot, one or two underscores, or any number of hyphens at a time, with letters and digits around them. */
const REPOSITORY_PART = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
/** ECR's RepositoryName (service model: 2 to 256 characters). A whole URI without a tag would pass for one, so hosts of registries are kept out. */
const REPOSITORY = {
    pattern: `^(?=.{2,256}$)(?![^/]*\\.dkr[.-]ecr[.-])(?!public\\.ecr\\.aws/)${REPOSITORY_PART}(?:/${REPOSITORY_PART})*$`,
    says: "an ECR repository's name such as shop/api (2 to 256 characters: lower case letters, digits, and . _ - / between them)",
    advise: text => {
        const name = text.replace(REGISTRY_HOST, '').replace(/[:@].*$/, '');
        if (REGISTRY_HOST.test(text)) {
            return `Give the name alone: ${name}. The registry's host comes from ECR (account and region of the credentials)${/[:@][^/]*$/.test(text) ? ', the tag goes into tags' : ''}.`;
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
    pattern: '^(?:[A-Za-z0-9_]|\\{sha\\}|\\{short-sha\\}|\\{sha:(?:[4-9]|[123][0-9]|40)\\})(?:[A-Za-z0-9_.-]|\\{sha\\}|\\{short-sha\\}|\\{sha:(?:[4-9]|[123][0-9]|40)\\}){0,127}$',
    says: 'a tag: up to 128 letters, digits or any of _.- (the first no . or -), with the tokens {sha}, {short-sha} and {sha:12} where wanted',
    advise: text => {
        if (text.includes(':'))
            return 'Give the tag alone, without the repository.';
        const tag = text.replace(/^refs\/(?:heads|tags)\//, '').replaceAll('/', '-');
        return text.includes('/') && TAG_PATTERN.test(tag) ? `A tag has no /: write ${tag}, for example.` : undefined;
    }
};
/** A reference that says which image: with a tag or a digest, as an untagged one would mean whatever is `latest` that day. */
const IMAGE = {
    pattern: '^[A-Za-z0-9][^\\s:@]*(?::[0-9]+/[^\\s:@]+)?(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$',
    says: 'an image with its tag or digest such as public.ecr.aws/nginx/nginx:1.29',
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
    pattern: `^(?:[0-9]{12}|public|${_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .ECR_HOST */ .u})$`,
    says: "an account's id (12 digits), the host of an ECR registry, or public for ECR Public",
    advise: text => {
        const host = text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
        if (host === 'public.ecr.aws')
            return 'Write public.';
        return host !== text && new RegExp(`^${_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .ECR_HOST */ .u}$`).test(host) ? `Write ${host}.` : undefined;
    }
};
/** https://docs.docker.com/build/building/multi-platform/ */
const PLATFORM = {
    pattern: '^[a-z0-9]+/[a-z0-9_]+(?:/[a-z0-9.]+)?$',
    says: 'a platform such as linux/amd64 or linux/arm64',
    advise: text => (/^(?:amd64|arm64)$/.test(text) ? `Write linux/${text}.` : undefined)
};
/** https://docs.docker.com/reference/cli/docker/buildx/build/#secret */
const BUILD_SECRET = {
    pattern: '^(?:[^,]+,)*id=[^,]+(?:,.+)?$',
    says: 'a secret as docker build --secret takes it, id=npm,env=NPM_TOKEN or id=npmrc,src=.npmrc (a value does not belong here)'
};
/** https://docs.github.com/en/rest/deployments/statuses, environment_url */
const WEB_ADDRESS = {
    pattern: '^https?://[^\\s]+$',
    says: 'an address that begins with https:// or http://'
};
/** One argument as the program gets it: no shell splits it. */
const BUILD_OPTION = {
    pattern: '^(?!-[-A-Za-z0-9]*\\s)[^]*$',
    says: 'one argument of docker build',
    advise: text => `One line is one argument: write ${text.trim().replace(/\s+/, '=')}, or put the value on a line of its own.`
};
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, startedBy */
const STARTED_BY = {
    pattern: '^[A-Za-z0-9_/-]{1,128}$',
    says: 'up to 128 letters, digits or any of -_/'
};


/***/ }),

/***/ 2021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ PER_IMAGE),
/* harmony export */   SG: () => (/* binding */ SHARED),
/* harmony export */   Wi: () => (/* binding */ PER_SERVICE),
/* harmony export */   fd: () => (/* binding */ GROUPS),
/* harmony export */   yJ: () => (/* binding */ FILE_ONLY)
/* harmony export */ });
/** The chapters in which settings are told to people, in this order. */
const GROUPS = {
    where: 'Where and who',
    image: 'Image',
    files: 'Files',
    rollout: 'Rollout',
    'run-task': 'A task before the rollout',
    report: 'Report'
};
const FILE_ONLY = ['file'];
const SHARED = ['file', 'environments'];
const PER_IMAGE = ['file', 'environments', 'images'];
const PER_SERVICE = ['file', 'environments', 'services'];


/***/ }),

/***/ 6102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yy: () => (/* binding */ SETTINGS),
  QI: () => (/* binding */ aliasesOf),
  SP: () => (/* binding */ findSetting),
  Jr: () => (/* binding */ isAllowed),
  wX: () => (/* binding */ namesIn)
});

// EXTERNAL MODULE: ./lib/config/table/setting.js
var setting = __webpack_require__(2021);
// EXTERNAL MODULE: ./lib/config/table/formats.js
var formats = __webpack_require__(1597);
;// CONCATENATED MODULE: ./lib/config/table/files.js


/** The files that come in, what is changed in them, and where they go. */
const FILES_OPTIONS = [
    {
        name: 'task-definition',
        group: 'files',
        kind: 'string',
        help: 'The task definition: a path (contains `.` or `/`), `family`, `family:revision`, an ARN, or `service` for the one that the service runs now.',
        example: 'taskdefinition.json',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'appspec',
        group: 'files',
        kind: 'string',
        aliases: [{ name: 'codedeploy-appspec' }],
        help: 'The AppSpec for CodeDeploy.',
        defaultText: "`appspec.yml`, `.yaml` or `.json` if it exists, otherwise made from the service's load balancer and network",
        example: 'appspec.yml',
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'container-name',
        group: 'files',
        kind: 'string',
        aliases: [{ name: 'container', only: 'images' }],
        help: 'The container that gets the image and the changes below.',
        defaultText: 'the only container',
        example: 'app',
        form: {
            pattern: '^[A-Za-z0-9_-]{1,255}$',
            says: "a container's name (letters, digits, - and _)",
            // amazon-ecs-render-task-definition takes a list of names here.
            advise: text => (text.includes(',') ? 'For several containers write images, an entry for each.' : undefined)
        },
        scopes: ['file', 'environments', 'images', 'services']
    },
    {
        name: 'images',
        group: 'files',
        kind: 'objects',
        entries: 'images',
        help: 'Several containers. Each entry names its `container` and either an `image` or what to build, and inherits other settings of the same names.',
        example: '- { container: app, repository: shop/app, context: app }',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'environment-variables',
        group: 'files',
        kind: 'pairs',
        help: "Environment variables of the container. They are added to the task definition's and replace those of the same name.",
        example: 'LOG_LEVEL=info',
        sensitive: true,
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'secrets',
        group: 'files',
        kind: 'pairs',
        valueRequired: true,
        help: 'Secrets of the container. The value is the ARN of a Secrets Manager secret, or the ARN or name of an SSM parameter.',
        example: 'DB_PASSWORD=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
        sensitive: true,
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'docker-labels',
        group: 'files',
        kind: 'pairs',
        help: 'Docker labels of the container.',
        example: 'team=payments',
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'log-configuration-log-driver',
        group: 'files',
        kind: 'enum',
        values: ['awsfirelens', 'awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'splunk', 'syslog'],
        help: 'The log driver of the container.',
        defaultText: 'as in the task definition',
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'log-configuration-options',
        group: 'files',
        kind: 'pairs',
        help: 'Options of the log driver.',
        example: 'awslogs-group=/ecs/api',
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'command',
        group: 'files',
        kind: 'words',
        help: "The container's command: a list of words, or one line that is split as a shell splits it.",
        defaultText: 'as in the task definition',
        example: 'node server.js',
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'task-role-arn',
        group: 'files',
        kind: 'string',
        help: 'The IAM role of the containers.',
        defaultText: 'as in the task definition',
        example: 'arn:aws:iam::123456789012:role/api',
        form: formats/* ROLE */.z7,
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'execution-role-arn',
        group: 'files',
        kind: 'string',
        help: 'The IAM role that ECS uses to pull the image, read secrets and write logs.',
        defaultText: 'as in the task definition',
        example: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
        form: formats/* ROLE */.z7,
        needs: 'task-definition',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'unknown-fields',
        group: 'files',
        kind: 'enum',
        values: ['error', 'send'],
        help: 'What to do with task definition fields that this release does not know: report an error, or send them as written.',
        default: 'error',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'artifacts-directory',
        group: 'files',
        kind: 'string',
        help: 'The folder for `imagedefinitions.json`, `imageDetail.json`, `taskdefinition.json` and `appspec.yml`.',
        default: 'slipway-artifacts',
        scopes: setting/* SHARED */.SG
    }
];

;// CONCATENATED MODULE: ./lib/config/table/image.js


/** What is built and where it is pushed, or which image is used as it is. */
const IMAGE_OPTIONS = [
    {
        name: 'repository',
        group: 'image',
        kind: 'string',
        help: 'The name of the ECR repository. If set, an image is built and pushed there.',
        example: 'shop/api',
        form: formats/* REPOSITORY */.Bw,
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'create-repository',
        group: 'image',
        kind: 'boolean',
        help: 'Create the repository if it does not exist.',
        default: 'false',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'registries',
        group: 'image',
        kind: 'list',
        separator: 'comma',
        help: 'Additional registries to log into, such as for base images: account ids, hosts of ECR registries in other regions, and `public` for ECR Public.',
        example: '123456789012, public',
        form: formats/* REGISTRY */.Mo,
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'image',
        group: 'image',
        kind: 'string',
        help: 'An existing image, with tag or digest. Nothing is built.',
        example: 'public.ecr.aws/nginx/nginx:1.29',
        form: formats/* IMAGE */.W1,
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'context',
        group: 'image',
        kind: 'string',
        help: 'The build context: a folder, or a Git or HTTP URL.',
        default: '.',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'dockerfile',
        group: 'image',
        kind: 'string',
        help: 'The path of the Dockerfile, relative to the working directory.',
        defaultText: '`Dockerfile` in the context',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'target',
        group: 'image',
        kind: 'string',
        help: 'The Dockerfile stage to build.',
        defaultText: 'the last stage',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'build-args',
        group: 'image',
        kind: 'pairs',
        help: 'Build arguments. Anyone can read them from the image; use `build-secrets` for secrets.',
        example: 'VERSION=1.29',
        sensitive: true,
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'build-secrets',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "Build secrets in the format of Docker's `--secret`. The value stays in an environment variable or a file.",
        example: 'id=npm,env=NPM_TOKEN',
        form: formats/* BUILD_SECRET */.yW,
        sensitive: true,
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'ssh',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "SSH agents or keys for the build, in the format of Docker's `--ssh`.",
        example: 'default',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'platforms',
        group: 'image',
        kind: 'list',
        separator: 'comma',
        help: 'The platforms to build for.',
        defaultText: "the machine's platform",
        example: 'linux/arm64',
        form: formats/* PLATFORM */.i9,
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'labels',
        group: 'image',
        kind: 'pairs',
        help: 'Labels for the image.',
        example: 'org.opencontainers.image.vendor=Shop',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'cache-from',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "Sources of the build cache, in the format of Docker's `--cache-from`.",
        example: 'type=gha',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'cache-to',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: "Destinations of the build cache, in the format of Docker's `--cache-to`.",
        example: 'type=gha,mode=max',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'build-options',
        group: 'image',
        kind: 'list',
        separator: 'line',
        help: 'Additional arguments for `docker build`, one per line, passed on unchanged.',
        example: '--network=host',
        form: formats/* BUILD_OPTION */.Rs,
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'tags',
        group: 'image',
        kind: 'list',
        separator: 'comma',
        help: 'The tags to push. The files use the first one. `{sha}`, `{short-sha}` (7 characters) and `{sha:12}` (that many characters) stand for the commit.',
        default: '{sha}',
        defaultText: "the commit's full SHA",
        example: 'v1-{short-sha}',
        form: formats/* TAG */.Dk,
        atLeastOne: true,
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'reuse-image',
        group: 'image',
        kind: 'boolean',
        help: 'Do not rebuild an image that is already in the repository under the first tag.',
        defaultText: 'true if the tag is immutable',
        needs: 'build',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'image-reference',
        group: 'image',
        kind: 'enum',
        values: ['tag', 'digest'],
        help: 'Whether the files refer to the built image by tag or by digest.',
        default: 'tag',
        scopes: setting/* PER_IMAGE */.EE
    },
    {
        name: 'scan-gate',
        group: 'image',
        kind: 'enum',
        values: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'],
        help: "Wait for ECR's image scan, and fail before anything is registered if it finds this severity or worse.",
        defaultText: 'no gate',
        example: 'HIGH',
        scopes: setting/* SHARED */.SG
    }
];

;// CONCATENATED MODULE: ./lib/config/table/report.js


/** Who is told, and how. */
const REPORT_OPTIONS = [
    {
        name: 'github-token',
        group: 'report',
        kind: 'string',
        help: 'A token with `deployments: write` that shows the deployment on GitHub, such as `github.token`.',
        defaultText: 'the deployment is not shown',
        sensitive: true,
        scopes: []
    },
    {
        name: 'github-environment',
        group: 'report',
        kind: 'string',
        help: 'The name of the environment on GitHub.',
        defaultText: '`environment`, otherwise `production`',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'environment-url',
        group: 'report',
        kind: 'string',
        help: 'The URL of the deployed service.',
        example: 'https://shop.example.com',
        form: formats/* WEB_ADDRESS */._d,
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'summary',
        group: 'report',
        kind: 'boolean',
        help: 'Write the job summary.',
        default: 'true',
        scopes: setting/* SHARED */.SG
    }
];

;// CONCATENATED MODULE: ./lib/config/table/rollout.js

/** Which service is deployed, how it is followed, and what happens when it goes wrong. */
const ROLLOUT_OPTIONS = [
    {
        name: 'cluster',
        group: 'rollout',
        kind: 'string',
        help: 'The name or ARN of the ECS cluster.',
        default: 'default',
        example: 'shop',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'service',
        group: 'rollout',
        kind: 'string',
        help: 'The name or ARN of the ECS service.',
        defaultText: 'none: the job ends after it registers the task definition',
        example: 'api',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'services',
        group: 'rollout',
        kind: 'objects',
        entries: 'services',
        help: 'Several services. Each entry names its `service` and inherits other settings of the same names.',
        example: '- { service: worker, task-definition: worker.json }',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'desired-count',
        group: 'rollout',
        kind: 'integer',
        min: 0,
        unit: 'tasks',
        help: 'The number of tasks that the service should run.',
        defaultText: 'unchanged',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'force-new-deployment',
        group: 'rollout',
        kind: 'boolean',
        help: 'Deploy even if nothing changed.',
        default: 'false',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'propagate-tags',
        group: 'rollout',
        kind: 'enum',
        values: ['TASK_DEFINITION', 'SERVICE', 'NONE'],
        help: 'Where the tasks get their tags from.',
        defaultText: 'unchanged',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'enable-ecs-managed-tags',
        group: 'rollout',
        kind: 'boolean',
        help: 'Whether tasks get ECS-managed tags (cluster and service).',
        defaultText: 'unchanged',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'codedeploy-application',
        group: 'rollout',
        kind: 'string',
        help: 'The CodeDeploy application, if the service uses CodeDeploy.',
        defaultText: '`AppECS-<cluster>-<service>`',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'codedeploy-deployment-group',
        group: 'rollout',
        kind: 'string',
        help: 'The CodeDeploy deployment group.',
        defaultText: '`DgpECS-<cluster>-<service>`',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'codedeploy-deployment-config',
        group: 'rollout',
        kind: 'string',
        help: 'How CodeDeploy shifts the traffic.',
        defaultText: "the deployment group's",
        example: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'codedeploy-deployment-description',
        group: 'rollout',
        kind: 'string',
        help: "The description of the CodeDeploy deployment. Slipway appends this run's mark; together they are cut at 256 characters.",
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'wait-for',
        group: 'rollout',
        kind: 'enum',
        values: ['nothing', 'started', 'live', 'stable'],
        aliases: [{ name: 'wait-for-service-stability', values: { true: 'stable', false: 'nothing' } }],
        help: 'How far to follow the deployment: AWS accepted the request (`nothing`); tasks of the new version run (`started`); they serve all production traffic (`live`); it finished and the old tasks are gone (`stable`).',
        default: 'stable',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'wait-for-minutes',
        group: 'rollout',
        kind: 'integer',
        min: 1,
        unit: 'minutes',
        help: "How long to follow the deployment, in addition to the deployment group's own wait times.",
        default: '30',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'on-failure',
        group: 'rollout',
        kind: 'enum',
        values: ['rollback', 'stop', 'leave'],
        help: 'What to do with a deployment that failed or took too long.',
        default: 'rollback',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'on-cancel',
        group: 'rollout',
        kind: 'enum',
        values: ['rollback', 'stop', 'leave'],
        help: 'What to do with the deployment if the job is cancelled.',
        default: 'rollback',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'on-conflict',
        group: 'rollout',
        kind: 'enum',
        values: ['fail', 'wait', 'replace'],
        help: 'What to do if another deployment of the service is in progress: `fail` before anything changes, `wait` for it to end, or `replace` it (a CodeDeploy deployment is stopped and rolled back first).',
        defaultText: 'what AWS does: ECS replaces it, CodeDeploy refuses',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'fail-after',
        group: 'rollout',
        kind: 'integer',
        min: 1,
        unit: 'tasks',
        help: 'How many tasks of the new version may stop for the same cause before the deployment fails. Stopped tasks count only until the new version has come up, which is when ECS first reports one of its tasks as healthy. Exit code 0, scale-in, Spot interruptions, missing capacity and failures of AWS itself never count.',
        defaultText: "the threshold of the service's circuit breaker, otherwise 3",
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'skip-unchanged',
        group: 'rollout',
        kind: 'boolean',
        help: 'Do not register and deploy what already runs: the same task definition with the same images by digest, steady, and the newest of its family. `outcome` is then `unchanged`.',
        default: 'false',
        needs: 'service',
        scopes: setting/* PER_SERVICE */.Wi
    },
    {
        name: 'max-parallel',
        group: 'rollout',
        kind: 'integer',
        min: 1,
        unit: 'services',
        help: 'How many of `services` to deploy at the same time.',
        defaultText: 'all',
        needs: 'services',
        scopes: setting/* SHARED */.SG
    }
];

;// CONCATENATED MODULE: ./lib/config/table/run-task.js


/** A task that runs to its end before the rollout (a migration); named as in amazon-ecs-deploy-task-definition. */
const RUN_TASK_OPTIONS = [
    {
        name: 'run-task',
        group: 'run-task',
        kind: 'boolean',
        help: 'Run a task of the new revision before the rollout, such as a migration. With `services`, it belongs to the first one.',
        default: 'false',
        needs: 'task-definition',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-container-overrides',
        group: 'run-task',
        kind: 'objects',
        help: 'Container overrides of the task, in the format of the RunTask API.',
        example: '[{"name": "app", "command": ["migrate"]}]',
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-security-groups',
        group: 'run-task',
        kind: 'list',
        separator: 'comma',
        help: 'The security groups of the task.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-subnets',
        group: 'run-task',
        kind: 'list',
        separator: 'comma',
        help: 'The subnets of the task.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-assign-public-IP',
        group: 'run-task',
        kind: 'enum',
        values: ['ENABLED', 'DISABLED'],
        help: 'Whether the task gets a public IP address.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-capacity-provider-strategy',
        group: 'run-task',
        kind: 'objects',
        help: 'The capacity provider strategy of the task, in the format of the RunTask API.',
        defaultText: "the service's",
        example: '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]',
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-launch-type',
        group: 'run-task',
        kind: 'enum',
        values: ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'],
        help: 'The launch type of the task.',
        defaultText: "the service's",
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-started-by',
        group: 'run-task',
        kind: 'string',
        help: 'The `startedBy` value of the task.',
        form: formats/* STARTED_BY */.mf,
        defaultText: 'an id of this run, `slipway-…`',
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-tags',
        group: 'run-task',
        kind: 'objects',
        help: 'The tags of the task, in the format of the RunTask API.',
        example: '[{"key": "team", "value": "payments"}]',
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-managed-ebs-volume-name',
        group: 'run-task',
        kind: 'string',
        help: 'The name of the EBS volume in the task definition.',
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'run-task-managed-ebs-volume',
        group: 'run-task',
        kind: 'string',
        help: 'The EBS volume of the task, in the format of the RunTask API (JSON).',
        example: '{"sizeInGiB": 20, "roleArn": "arn:aws:iam::123456789012:role/ecsInfrastructureRole"}',
        needs: 'run-task',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'wait-for-task-stopped',
        group: 'run-task',
        kind: 'boolean',
        help: 'Wait until the task has stopped before the rollout. The service is not changed unless the task succeeded.',
        defaultText: 'true with `run-task`',
        scopes: setting/* SHARED */.SG
    }
];

;// CONCATENATED MODULE: ./lib/config/table/where.js


/** Where the deployment goes and who does it. */
const WHERE_OPTIONS = [
    {
        name: 'region',
        group: 'where',
        kind: 'string',
        help: 'The AWS region of the repository, the cluster and all other resources.',
        example: 'eu-west-1',
        form: formats/* REGION */.Zg,
        env: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'role-to-assume',
        group: 'where',
        kind: 'string',
        help: "The IAM role to assume with GitHub's OIDC token. The job needs `permissions: id-token: write`.",
        defaultText: "the AWS SDK's default credential chain",
        example: 'arn:aws:iam::123456789012:role/deploy',
        form: formats/* ROLE_ARN */.xG,
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'role-session-name',
        group: 'where',
        kind: 'string',
        help: 'The session name of the assumed role, as CloudTrail shows it.',
        defaultText: '`Slipway` and the workflow run id',
        form: formats/* SESSION_NAME */.z0,
        env: ['AWS_ROLE_SESSION_NAME'],
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'role-duration-seconds',
        group: 'where',
        kind: 'integer',
        help: "How long the assumed role's session is valid. The role must allow it.",
        default: '3600',
        min: 900,
        max: 43200,
        unit: 'seconds',
        scopes: setting/* SHARED */.SG
    },
    {
        name: 'config',
        group: 'where',
        kind: 'string',
        help: 'The settings file.',
        defaultText: '`slipway.yml` if it exists',
        scopes: []
    },
    {
        name: 'environment',
        group: 'where',
        kind: 'string',
        help: 'The entry of `environments` in the settings file to apply.',
        defaultText: 'none',
        example: 'prod',
        scopes: setting/* FILE_ONLY */.yJ
    },
    {
        name: 'dry-run',
        group: 'where',
        kind: 'boolean',
        help: 'Show what would be done: images, task definition changes, API calls. Nothing is changed or written; `outcome` is `planned`.',
        default: 'false',
        scopes: setting/* SHARED */.SG
    }
];

;// CONCATENATED MODULE: ./lib/config/table/settings-table.js






const TABLE = [
    ...WHERE_OPTIONS,
    ...IMAGE_OPTIONS,
    ...FILES_OPTIONS,
    ...ROLLOUT_OPTIONS,
    ...RUN_TASK_OPTIONS,
    ...REPORT_OPTIONS
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
function isAllowed({ option, alias }, saidIn) {
    if (alias?.only !== undefined && alias.only !== saidIn)
        return false;
    return saidIn === 'given' || option.scopes.includes(saidIn);
}
/** All names and aliases that are taken there, in the table's order. */
function namesIn(saidIn) {
    return [...BY_NAME].filter(([, found]) => isAllowed(found, saidIn)).map(([name]) => name);
}
/** The other names of a setting; none where the table names none. */
function aliasesOf(option) {
    return option.aliases ?? [];
}


/***/ }),

/***/ 5964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ECR_HOST)
/* harmony export */ });
/**
 * The host of a private ECR registry, in every partition, dual-stack and FIPS hosts too: a regular expression with the account as its first
 * group and the region as its second, without anchors.
 */
const ECR_HOST = '([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-zA-Z0-9][a-zA-Z0-9_-]*)\\.(?:amazonaws\\.(?:com(?:\\.cn)?|eu)|on\\.(?:aws|amazonwebservices\\.com\\.cn)|sc2s\\.sgov\\.gov|c2s\\.ic\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)';


/***/ })

};
