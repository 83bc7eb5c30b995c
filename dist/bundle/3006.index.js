export const id = 3006;
export const ids = [3006];
export const modules = {

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

/***/ 3006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  generate: () => (/* binding */ generate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/sources/environments.js
var environments = __webpack_require__(4609);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/steps/project.js
var steps_project = __webpack_require__(1429);
// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
// EXTERNAL MODULE: ./lib/image/image-plan.js
var image_plan = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/pipeline/build-facts.js
var build_facts = __webpack_require__(4576);
// EXTERNAL MODULE: ./lib/pipeline/build-reads.js
var build_reads = __webpack_require__(9890);
// EXTERNAL MODULE: ./lib/image/build/registry-cache.js
var registry_cache = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/text/shell.js
var shell = __webpack_require__(3213);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
// EXTERNAL MODULE: ./lib/pipeline/iam/secrets.js
var iam_secrets = __webpack_require__(8545);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/images.js



/** The images of the settings in their order; a build that comes twice has the same variables both times. */
function nameImages(assignments) {
    const builds = new Map();
    return assignments.map(({ image, containers }, index) => {
        const number = assignments.length === 1 ? '' : String(index + 1);
        if (image.kind === 'existing')
            return nameExisting(image, containers, number);
        const key = JSON.stringify([(0,image_plan/* addressOf */.ci)(image), image.tags, image.build]);
        const build = builds.get(key) ?? nameBuild(image, containers, number);
        builds.set(key, build);
        // Another container may name the same image in another way.
        return { ...build, containers, uri: uriOf(image, build.variables) };
    });
}
/** Each build once. */
function listBuilds(images) {
    const builds = images.filter(image => image.kind === 'built');
    return [...new Map(builds.map(build => [build.variables.image, build])).values()];
}
function nameBuild(image, containers, number) {
    const variables = {
        tag: `TAG${number}`,
        repositoryUri: `REPOSITORY_URI${number}`,
        image: `IMAGE${number}`,
        digest: `DIGEST${number}`,
        mutability: `MUTABILITY${number}`,
        /** What the names end in; empty for a single image. */
        number
    };
    return {
        kind: 'built',
        image,
        containers,
        variables,
        uri: uriOf(image, variables),
        digestUri: byDigest(variables),
        reusable: image.reuseImage !== false
    };
}
function uriOf(image, variables) {
    return image.reference === 'digest' ? byDigest(variables) : `$${variables.image}`;
}
function byDigest({ repositoryUri, digest }) {
    return `$${repositoryUri}@$${digest}`;
}
function nameExisting(image, containers, number) {
    const variable = `IMAGE_BY_DIGEST${number}`;
    const reference = (0,image_reference/* parseReference */.F2)(image.image);
    const host = (0,ecr_host/* parseEcrHost */.wl)(reference?.registry ?? '');
    const named = { kind: 'existing', image, containers, uri: image.image, variable };
    if (reference === undefined)
        return { ...named, digestUri: image.image, ecr: undefined };
    const { registry, repository, tag, digest } = reference;
    const known = digest === undefined ? image.image : (0,image_reference/* formatReference */.FH)({ registry, repository, tag: undefined, digest });
    if (host === undefined)
        return { ...named, digestUri: known, ecr: undefined };
    const id = digest === undefined ? `imageTag=${tag ?? 'latest'}` : `imageDigest=${digest}`;
    const name = (0,image_reference/* formatReference */.FH)({ registry, repository, tag: undefined, digest: undefined });
    return { ...named, digestUri: `$${variable}`, ecr: { ...host, repository, id, name } };
}

// EXTERNAL MODULE: ./lib/text/tokens.js
var text_tokens = __webpack_require__(3709);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/tokens.js



const COMMIT = 'CODEBUILD_RESOLVED_SOURCE_VERSION';
/** Seconds since the epoch. */
const TIME = 'NOW';
/** What tokens are made from: that it is there, and that the tags come out as tags. */
function checkTokens(images) {
    const builds = listBuilds(images).map(({ image }) => image);
    const tags = [...new Set(builds.flatMap(image => image.tags))];
    const values = builds.flatMap(({ build }) => [...build.buildArgs, ...build.labels].map(({ value }) => value));
    const tokens = [...tags, ...values].flatMap(text_tokens/* listTokens */.dh);
    const inTags = tags.flatMap(text_tokens/* listTokens */.dh);
    const variables = tokens.filter(token => token.kind === 'variable');
    const distinct = new Map(variables.map(token => [writeToken(token), token]));
    const zones = new Set(tokens.flatMap(token => (token.kind === 'date' ? (token.zone ?? []) : [])));
    const open = tags.filter(tag => (0,text_tokens/* listTokens */.dh)(tag).some(({ kind }) => kind === 'variable'));
    return [
        ...(tokens.some(isCommit) ? [checkCommit(inTags.some(isCommit) ? 'tag' : 'image')] : []),
        ...(tokens.some(({ kind }) => kind === 'date') ? [TAKE_TIME] : []),
        ...[...zones].map(checkZone),
        ...[...distinct.values()].map(checkVariable),
        ...open.map(checkTag)
    ];
}
function isCommit({ kind }) {
    return kind === 'commit';
}
function checkCommit(what) {
    const script = `[[ "$${COMMIT}" =~ ^[0-9a-f]{40}$ ]] || {
  echo "The ${what} is made from the commit, and CodeBuild names none: ${COMMIT} is '$${COMMIT}'."
  false
}`;
    return { comment: [`The ${what} is made from the commit that CodePipeline has checked out.`], script };
}
const TAKE_TIME = {
    comment: ['The time of this build, taken once: every tag and argument that holds it is made from the same.'],
    script: `${TIME}="$(date +%s)"`
};
/** `date` takes a zone that it does not know for UTC. */
function checkZone(zone) {
    const script = `[[ -e /usr/share/zoneinfo/${zone} ]] || {
  echo "The time zone ${zone} is not in this build image: install tzdata, or write the date in UTC."
  false
}`;
    return { comment: [], script };
}
function checkVariable(token) {
    const { name, part } = token;
    const value = part === undefined ? `"\${${name}-}"` : `"${writeToken(token, `\${${name}-}`)}"`;
    const which = part === undefined ? name : `part ${part.number} of ${name} between '${part.separator}'`;
    const script = `[[ "\${${name}-}" != *$'\\n'* && -n ${value} ]] || {
  echo "The image is made from ${which}, which is not set in this build, empty, or more than one line."
  false
}`;
    return { comment: [`${name} is in a tag, a build argument or a label: a variable of this build.`], script };
}
function checkTag(tag) {
    const word = writeTag(tag);
    const inQuotes = word.slice(1, -1);
    const script = `LC_ALL=C grep -q -x -E '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}' <<< ${word} || {
  echo "The tag is '${inQuotes}': a tag has up to 128 letters, digits or any of _.- (the first no . or -)."
  false
}`;
    return { comment: [], script };
}
/** A tag as a word of bash, with what they stand for in place of its tokens. */
function writeTag(tag) {
    if ((0,text_tokens/* listTokens */.dh)(tag).length === 0)
        return tag;
    const written = (0,text_tokens/* replaceTokens */.BG)(tag, token => writeToken(token));
    return `"${written}"`.replace(/^"\$\{(\w+)\}"$/, '"$$$1"');
}
/** Stands before and after a token among Docker's arguments; no argument can hold it. */
const MARK = '\0';
/** Marks the tokens in the values of a setting that takes them, for `writeMarked`. */
function markTokens(pairs) {
    return pairs.map(({ name, value }) => ({
        name,
        value: (0,text_tokens/* replaceTokens */.BG)(value, token => MARK + writeToken(token) + MARK)
    }));
}
/** An argument as a word of bash: what is marked is put in by bash, all else is taken as it is. */
function writeMarked(argument) {
    if (!argument.includes(MARK))
        return (0,shell/* quoteWord */.X)(argument) ?? '';
    return argument
        .split(MARK)
        .map((part, index) => {
        if (index % 2 === 1)
            return `"${part}"`;
        return part === '' ? '' : ((0,shell/* quoteWord */.X)(part) ?? '');
    })
        .join('');
}
/**
 * What a token stands for, as bash puts it in between double quotes.
 *
 * @param variable how the variable is read, where it may not be set
 */
function writeToken(token, variable) {
    switch (token.kind) {
        case 'commit':
            return token.length === undefined ? `\${${COMMIT}}` : `\${${COMMIT}:0:${token.length}}`;
        case 'date': {
            const format = (0,shell/* quoteWord */.X)(`+${token.format}`) ?? '';
            const date = token.zone === undefined ? 'date -u' : `TZ=${token.zone} date`;
            return `$(${date} -d "@$${TIME}" ${format})`;
        }
        case 'variable': {
            const { name, part } = token;
            if (part === undefined)
                return `\${${name}}`;
            // Without a separator in it, all of it is the first part, and there is no second.
            const only = part.number === 1 ? '' : '-s ';
            return `$(cut ${only}-d${part.separator} -f${part.number} <<< "${variable ?? `$${name}`}")`;
        }
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec/ecr.js







/** Every kind of manifest; one that is not asked for may come back converted, with another digest. */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json'
];
/** The names of what is built: ECR says where its repositories are. */
function nameInEcr(builds) {
    return builds.flatMap(({ image, variables }, index) => {
        const lookup = describeRepository(image, 'repositories[0].repositoryUri');
        const create = `aws ecr create-repository ${nameRepository(image)} --image-scanning-configuration scanOnPush=true --query repository.repositoryUri --output text`;
        const assign = `${variables.repositoryUri}="$(${lookup})"`;
        return [
            {
                comment: index > 0
                    ? []
                    : [
                        image.registry === undefined
                            ? 'The name of what is built. ECR says where its repository is: no account and no region is written here.'
                            : 'The name of what is built, in the registry of the account and region that the settings name.'
                    ],
                script: `${variables.tag}=${writeTag(image.tags[0] ?? '')}`
            },
            {
                comment: [],
                script: image.createRepository ? `${assign} ||\n  ${variables.repositoryUri}="$(${create})"` : assign
            },
            ...keepWrittenHost(image, variables.repositoryUri),
            { comment: [], script: `${variables.image}="$${variables.repositoryUri}:$${variables.tag}"` }
        ];
    });
}
/** ECR's answer names one host of a registry, by IPv4 alone; a dual-stack or FIPS host that the settings name is kept. */
function keepWrittenHost({ registry, repository }, variable) {
    if (registry === undefined)
        return [];
    const answered = `${registry.account}.dkr.ecr.${registry.region}.`;
    if (registry.host.startsWith(answered))
        return [];
    const script = `if [[ $${variable} == ${answered}* ]]; then ${variable}=${registry.host}/${repository}; fi`;
    return [{ comment: ['The registry has several hosts, and the settings name this one.'], script }];
}
/** The registries that are pushed to, those of further accounts, those that the builds read, ECR Public. */
function logIn(builds, project, toDockerHub) {
    if (builds.length === 0)
        return [];
    const { registries } = project.config;
    const login = 'aws ecr get-login-password | docker login --username AWS --password-stdin';
    const pushed = new Map(builds.map(build => [build.image.registry?.host ?? '', build]));
    const accounts = registries.filter(registry => /^\d+$/.test(registry));
    const hosts = [
        ...registries.map(host => ({ host, why: 'a login is good in one region.' })),
        ...(0,build_reads/* listReadHosts */.KE)(project).map(host => ({ host, why: 'base images or caches are there.' }))
    ];
    return [
        ...(toDockerHub ? [logIntoDockerHub()] : []),
        ...[...pushed.values()].map(({ image: { registry }, variables }) => {
            const inRegion = registry === undefined
                ? login
                : `aws ecr get-login-password --region ${registry.region} | docker login --username AWS --password-stdin`;
            return {
                comment: ['Docker logs in; the password goes through standard input and is written nowhere.'],
                script: `set -o pipefail\n${inRegion} "\${${variables.repositoryUri}%%/*}"`
            };
        }),
        ...accounts.map(account => ({
            comment: [`The registry of the account ${account}; where it is, ECR says.`],
            script: `set -o pipefail
REGISTRY="$(aws ecr get-authorization-token --registry-ids ${account} --query 'authorizationData[0].proxyEndpoint' --output text)" &&
  ${login} "\${REGISTRY#*://}"`
        })),
        ...hosts.flatMap(({ host, why }) => {
            const region = (0,ecr_host/* parseEcrHost */.wl)(host)?.region;
            if (region === undefined)
                return [];
            const script = `set -o pipefail
aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}${isOfCachesAlone(host, project)
                ? ` ||
  echo "Not logged into ${host}: the build goes on without the cache there."`
                : ''}`;
            return [{ comment: [`The registry ${host}: ${why}`], script }];
        }),
        ...(registries.includes('public')
            ? [
                {
                    comment: ['ECR Public, which has its logins in us-east-1 alone.'],
                    script: `set -o pipefail\n${PUBLIC_LOGIN}`
                }
            ]
            : []),
        ...((0,build_reads/* readsEcrPublic */.PF)(project)
            ? [
                {
                    comment: [
                        'Base images come from ECR Public: whoever is logged in may pull more, and without a login it works too.'
                    ],
                    script: `set -o pipefail
${PUBLIC_LOGIN} ||
  echo "Not logged into ECR Public; its images are pulled without a login."`
                }
            ]
            : [])
    ];
}
/** Only caches are there, which are no reason to fail. */
function isOfCachesAlone(host, project) {
    const { pulled, caches } = (0,build_reads/* listBuildReads */.gx)(project);
    const isRead = [...pulled, ...caches].some(place => place.host === host) || project.config.registries.includes(host);
    return !isRead && (0,build_facts/* listCachePlaces */.hU)(project).some(({ registry }) => registry?.host === host);
}
/** Before anything is pulled: emulators and BuildKit come from there too. */
function logIntoDockerHub() {
    const { username, token } = iam_secrets/* DOCKER_HUB */.Xb;
    const script = `[[ -n "\${${username.variable}-}" && -n "\${${token.variable}-}" ]] || {
  echo "The login for Docker Hub needs ${username.variable} and ${token.variable}, which this CodeBuild project does not set."
  false
} &&
  printf '%s' "$${token.variable}" | docker login --username "$${username.variable}" --password-stdin`;
    return {
        comment: ['Docker Hub, whose limits are higher for whoever is logged in; both variables come from a secret.'],
        script
    };
}
const PUBLIC_LOGIN = 'aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws';
/** Images that exist have to be there. Where this build may not look, they are taken as they are named. */
function describeExistingImages(images) {
    return images.flatMap((image, index) => (image.kind === 'existing' ? describeExistingImage(image, index === 0) : []));
}
/** The first image is named by its digest in a file. */
function describeExistingImage({ image, ecr, variable }, isFirst) {
    if (ecr === undefined)
        return [];
    const look = `FOUND="$(aws ecr describe-images --region ${ecr.region} --registry-id ${ecr.account} --repository-name ${ecr.repository} --image-ids ${ecr.id} --query 'imageDetails[0].imageDigest' --output text 2>&1)"`;
    const printFailure = '  echo "$FOUND"\n  [[ $FOUND == *AccessDenied* ]]\nfi';
    const script = isFirst
        ? `if ${look}; then\n  ${variable}="${ecr.name}@$FOUND"\nelse\n  ${variable}=${image.image}\n${printFailure}`
        : `if ! ${look}; then\n${printFailure}`;
    return [{ comment: ['An image that is used as it is: it must be there, as far as this build may look.'], script }];
}
/** What ECR has under the tags: whether the image is there already, and whether a tag is taken for good. */
function findReusableImages(builds) {
    return builds.map(findReusableImage);
}
function findReusableImage({ image, variables, reusable }) {
    const { reuseImage } = image;
    const repository = (0,image_plan/* addressOf */.ci)(image);
    const { tag, digest, mutability } = variables;
    const further = image.tags.slice(1);
    const look = `look_for_image${variables.number}`;
    const asksRule = reuseImage !== true || further.length > 0;
    const rule = describeRepository(image, 'repositories[0].[imageTagMutability,imageTagMutabilityExclusionFilters[].filter][]');
    const body = [
        ...(asksRule ? [`${mutability}="$(${rule})" || return`] : []),
        ...(reusable
            ? whenImmutable(reuseImage === true, tag, [`${digest}="$(find_image "$${tag}")" || return`])
            : whenImmutable(false, tag, [
                `found="$(find_image "$${tag}")" || return`,
                'if [ -n "$found" ]; then',
                `  echo "${repository}:$${tag} is in the repository already, and the tag is immutable: ship under a new one."`,
                '  return 1',
                'fi'
            ])),
        ...(further.length === 0 ? [] : refuseTaken(repository, digest))
    ];
    const script = [
        findImageFunction(image),
        ...(asksRule ? [immutableFunction(mutability)] : []),
        [
            `${look}() {`,
            ...(body.some(line => line.includes('found=')) ? ['  local found'] : []),
            `  ${digest}=`,
            ...indent(body),
            '}'
        ].join('\n'),
        [look, ...further.map(writeTag)].join(' ')
    ].join('\n');
    return { comment: explainLook(image.reuseImage, repository), script };
}
function explainLook(reuse, repository) {
    if (reuse === false)
        return [`Is a tag immutable and taken? Then ${repository} could be built, but not pushed.`];
    const which = reuse === true ? 'An image that has the tag already' : 'An image that has an immutable tag already';
    return [`${which} is what this build would make: it is used, and ${repository} is not built again.`];
}
function whenImmutable(always, tag, lines) {
    return always ? lines : [`if is_immutable "$${tag}"; then`, ...indent(lines), 'fi'];
}
/** Of the further tags, which are the arguments. */
function refuseTaken(repository, digest) {
    return [
        'local tag',
        'for tag in "$@"; do',
        '  is_immutable "$tag" || continue',
        '  found="$(find_image "$tag")" || return',
        `  if [ -n "$found" ] && [ "$found" != "$${digest}" ]; then`,
        `    echo "${repository}:$tag names another image already, and the tag is immutable: leave it out, or choose another."`,
        '    return 1',
        '  fi',
        'done'
    ];
}
/** Prints the digest of the image that has the tag, and nothing where there is none; fails where ECR cannot be asked. */
function findImageFunction(image) {
    const repository = (0,image_plan/* addressOf */.ci)(image);
    return `find_image() {
  local found
  if ! found="$(${describeImage(image, '$1', 'imageDetails[0].[imageDigest,imageStatus]')} 2>&1)"; then
    if [[ $found == *ImageNotFoundException* ]]; then return 0; fi
    echo "$found" >&2
    return 1
  elif [[ $found == *ARCHIVED* ]]; then
    echo "${repository}:$1 is in ECR's archive, from where it cannot be pulled: restore it, or ship under a new tag." >&2
    return 1
  fi
  echo "\${found%%[[:space:]]*}"
}`;
}
/** The rule of the repository and its filters: for the tags that a filter matches, the opposite holds. */
function immutableFunction(mutability) {
    return `is_immutable() {
  local rule filter
  read -r -a rule <<< "$${mutability}"
  for filter in "\${rule[@]:1}"; do
    # shellcheck disable=SC2053 # A filter is a pattern.
    if [[ $1 == $filter ]]; then
      [ "\${rule[0]}" = MUTABLE_WITH_EXCLUSION ]
      return
    fi
  done
  [[ \${rule[0]} == IMMUTABLE* ]]
}`;
}
/** The digest comes from ECR: what the tag names now. Where Docker has the image too, that must be the one which was pushed. */
function readDigest({ image, variables }, pushedByDocker) {
    const { tag, digest } = variables;
    const read = `${digest}="$(${describeImage(image, `$${tag}`, 'imageDetails[0].imageDigest')})"`;
    if (!pushedByDocker)
        return read;
    return `${read} &&
  if ! docker image inspect --format '{{.RepoDigests}}' "$${variables.image}" | grep -q -F "@$${digest}"; then
    echo "$${variables.image} names $${digest}, which was not pushed here: another build has pushed the same tag meanwhile."
    false
  fi`;
}
/** Further tags come from ECR itself: one manifest, so every tag names the very image that was pushed or found. */
function addTags({ image, variables }) {
    const further = image.tags.slice(1);
    if (further.length === 0)
        return [];
    const { digest } = variables;
    const add = `tag_image${variables.number}`;
    const manifest = (field) => `aws ecr batch-get-image ${nameRepository(image)} --image-ids imageDigest="$${digest}" --accepted-media-types ${MANIFEST_TYPES.join(' ')} --query 'images[0].${field}' --output text`;
    const script = `${add}() {
  local manifest type tag
  manifest="$(${manifest('imageManifest')})" || return
  type="$(${manifest('imageManifestMediaType')})" || return
  for tag in "$@"; do
    if [ "$(${describeImage(image, '$tag', 'imageDetails[0].imageDigest')} 2> /dev/null)" != "$${digest}" ]; then
      aws ecr put-image ${nameRepository(image)} --image-tag "$tag" --image-digest "$${digest}" --image-manifest "$manifest" --image-manifest-media-type "$type" --query image.imageId --output text || return
    fi
  done
}
${[add, ...further.map(writeTag)].join(' ')}`;
    return [{ comment: ['The other tags name the very same image, so ECR gives them to it.'], script }];
}
function describeRepository(image, query) {
    return `aws ecr describe-repositories --repository-names ${image.repository}${nameRegistry(image)} --query '${query}' --output text`;
}
/** The repository as the AWS CLI takes it; its registry where the settings name that. */
function nameRepository(image) {
    return `--repository-name ${image.repository}${nameRegistry(image)}`;
}
function nameRegistry({ registry }) {
    return registry === undefined ? '' : ` --registry-id ${registry.account} --region ${registry.region}`;
}
function describeImage(image, tag, query) {
    return `aws ecr describe-images ${nameRepository(image)} --image-ids imageTag="${tag}" --query '${query}' --output text`;
}
function indent(lines) {
    return lines.map(line => `  ${line}`);
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec/cache.js




/** The build's cache is in a registry. */
function isCached({ image }) {
    return image.build.cache === 'registry';
}
/**
 * The branch, and the caches that its builds read and write: those that a run of the Action on the same branch does.
 *
 * @param defaultBranch whose cache is read where the branch has none yet
 */
function findCaches(builds, defaultBranch) {
    const cached = builds.filter(isCached);
    return cached.length === 0 ? [] : [findBranch(defaultBranch), ...cached.map(findCache)];
}
/**
 * As a run finds it. What a commit, an object in S3 or a tag is called is no branch; a pull request has a cache of its own, so that nothing that is
 * not merged yet gets into that of a branch.
 */
function findBranch(defaultBranch) {
    const script = `DEFAULT_BRANCH=${(0,shell/* quoteWord */.X)(defaultBranch) ?? ''}
BRANCH="\${BRANCH_NAME:-\${CODEBUILD_WEBHOOK_HEAD_REF:-\${CODEBUILD_SOURCE_VERSION:-}}}"
BASE_BRANCH=
if [[ -z "\${BRANCH_NAME:-}" && "\${CODEBUILD_WEBHOOK_TRIGGER:-}" == pr/* ]]; then
  BRANCH="pull/\${CODEBUILD_WEBHOOK_TRIGGER#pr/}"
  BASE_BRANCH="\${CODEBUILD_WEBHOOK_BASE_REF:-}"
  BASE_BRANCH="\${BASE_BRANCH#refs/heads/}"
fi
BRANCH="\${BRANCH#refs/heads/}"
BRANCH="\${BRANCH%%^*}"
if [[ -z "$BRANCH" || "$BRANCH" =~ ^([0-9a-f]{40}$|arn:|pr/|refs/) ]]; then BRANCH="$DEFAULT_BRANCH"; fi`;
    return {
        comment: [
            "The branch, whose cache the build uses: CodePipeline's variable BRANCH_NAME, or what CodeBuild was started for.",
            `Where neither names one, it is ${defaultBranch}.`
        ],
        script
    };
}
/** The cache has a tag that moves with every build; where it must not, the cache is read alone. */
function findCache(build) {
    const { image } = build;
    const { from, base, otherwise, to, look } = nameVariables(build);
    const place = (0,registry_cache/* placeOfCache */.lc)(image);
    const query = 'repositories[0].[repositoryUri,imageTagMutability,imageTagMutabilityExclusionFilters[].filter][]';
    const script = `${cacheTagFunction(image)}
${immutableFunction('mutability')}
${look}() {
  local answer uri mutability tag base_tag default_tag
  ${to}=
  ${from}=
  ${base}=
  ${otherwise}=
  if ! answer="$(${describeRepository(place, query)} 2>&1)"; then
    echo "$answer"
    echo "${image.repository} is built without its cache: nobody here knows where ${(0,image_plan/* addressOf */.ci)(place)} is."
    return
  fi
  read -r uri mutability <<< "$answer"
  tag="$(cache_tag "$BRANCH")"
  default_tag="$(cache_tag "$DEFAULT_BRANCH")"
  base_tag="$(cache_tag "\${BASE_BRANCH:-$DEFAULT_BRANCH}")"
  ${from}="type=registry,ref=$uri:$tag"
  if [ "$base_tag" != "$default_tag" ]; then ${base}="type=registry,ref=$uri:$base_tag"; fi
  if [ "$tag" != "$default_tag" ]; then ${otherwise}="type=registry,ref=$uri:$default_tag"; fi
  # An older AWS CLI shows no filters: then BuildKit finds out.
  if [ "$mutability" != IMMUTABLE_WITH_EXCLUSION ] && is_immutable "$tag"; then
    echo "The cache $tag of ${image.repository} is read and not written: tags of ${(0,image_plan/* addressOf */.ci)(place)} are immutable. Exclude ${registry_cache/* CACHE_TAG_PREFIX */.$y}* from that, or set cache-repository."
  else
    ${to}="type=registry,ref=$uri:$tag,${registry_cache/* WRITTEN_AS */.Xv}"
  fi
}
${look}`;
    return {
        comment: [
            `The cache of ${image.repository}: that of the branch, and to read from also those of a pull request's base and of the default branch.`
        ],
        script
    };
}
/** `cacheTag` in bash; what comes before the branch is known here. */
function cacheTagFunction(image) {
    return `cache_tag() {
  local name
  name="$(printf '%s' "$1" | LC_ALL=C tr -c 'A-Za-z0-9_.-' '-' | head -c ${registry_cache/* LONGEST_BRANCH */.EQ})"
  if [ "$name" != "$1" ]; then name="$name-$(printf '%s' "$1" | sha256sum | head -c 8)"; fi
  echo "${(0,registry_cache/* cacheTagStart */.Ln)(image)}$name"
}`;
}
function nameVariables({ variables: { number } }) {
    return {
        to: `CACHE_TO${number}`,
        from: `CACHE_FROM${number}`,
        base: `CACHE_FROM_BASE${number}`,
        otherwise: `CACHE_FROM_DEFAULT${number}`,
        look: `look_for_cache${number}`
    };
}
/** The arguments of `docker buildx build` for the cache, as bash puts them in: none for what is empty. */
function cacheArguments(build, isWrittenAlone) {
    const { from, base, otherwise, to } = nameVariables(build);
    const read = isWrittenAlone ? [] : [from, base, otherwise].map(name => `\${${name}:+--cache-from "$${name}"}`);
    return [...read, `\${${to}:+--cache-to "$${to}"}`];
}

// EXTERNAL MODULE: ./lib/image/docker/docker-args.js
var docker_args = __webpack_require__(3964);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/docker.js





/** The builder that is made where the engine's own cannot do what is asked for. */
const BUILDER = 'slipway';
/** Stands for the image's name among Docker's arguments; no argument can hold it. */
const REFERENCE = '\0';
const LINE = 110;
function chooseWay({ image: { build } }) {
    if (build.platforms.length > 1 || (0,docker_args/* exportedCaches */.Dv)(build).length > 0)
        return 'builder';
    return (0,docker_args/* settingsWithoutPlainArgument */.NH)(build, true).length === 0 ? 'docker' : 'buildx';
}
/** The builder, where one is needed, and emulators for the processors that the build machine has not. */
function makeBuilder(builds, emulators) {
    const emulation = emulators === undefined
        ? []
        : [
            {
                comment: ['Emulators, so that Docker can build for other processors than that of this machine.'],
                script: emulators
            }
        ];
    const create = writeWords(['docker', ...(0,docker_args/* createBuilderArgs */.R2)(BUILDER, false)], '').join(' ');
    if (builds.some(build => chooseWay(build) === 'builder')) {
        const comment = 'Several platforms, or a cache to be written, need a builder in a container of its own.';
        return [...emulation, { comment: [comment], script: isTried(builds) ? `${create}\nBUILDER=${BUILDER}` : create }];
    }
    return isTried(builds) ? [...emulation, tryBuilder(create)] : emulation;
}
/** Some build uses the builder for its cache, and can do without. */
function isTried(builds) {
    return builds.some(build => isCached(build) && chooseWay(build) !== 'builder');
}
function tryBuilder(create) {
    const script = `if ${create}; then
  BUILDER=${BUILDER}
else
  BUILDER=
  echo "There is no builder in a container of its own here: this build is without its cache."
fi`;
    return { comment: ['The cache needs a builder in a container of its own, which is pulled from Docker Hub.'], script };
}
/** Every build that leaves its image with the engine comes before the first push: a failed build leaves the registry as it was. */
function buildAndPush(builds) {
    return [
        ...builds.filter(isLeftWithEngine).map(makeBuildStep),
        ...builds.flatMap(build => (isLeftWithEngine(build) ? pushFromEngine(build) : pushFromBuilder(build)))
    ];
}
function isLeftWithEngine(build) {
    return chooseWay(build) !== 'builder' && !isCached(build);
}
function makeBuildStep(build) {
    const { image, reusable, variables } = build;
    const command = writeCommand(build, chooseWay(build));
    return {
        comment: [`The image ${image.repository}, built as the settings say.`],
        script: reusable ? unlessFound(variables, command) : command
    };
}
function pushFromEngine(build) {
    const { image, reusable, variables } = build;
    const push = `docker push "$${variables.image}"`;
    const digest = readDigest(build, true);
    const when = (script) => (reusable ? whenBuilt(variables, script) : script);
    return [
        {
            comment: [`Push ${image.repository}. The digest is what ECR has under the tag then, and it must be ours.`],
            script: when(push)
        },
        { comment: [], script: when(digest) }
    ];
}
function pushFromBuilder(build) {
    const { image, reusable, variables } = build;
    const command = isCached(build) ? buildWithCache(build) : writeCommand(build, 'builder');
    const digest = readDigest(build, false);
    return [
        {
            comment: [`The image ${image.repository}, built as the settings say; the builder pushes it.`],
            script: reusable ? unlessFound(variables, command) : command
        },
        { comment: [], script: digest }
    ];
}
/**
 * A cache that cannot be read or written fails no build: BuildKit goes on by itself, but for a layer that the cache promises and does not have.
 * Then the image is built again without what is there, and the cache is written anew. What fails in the Dockerfile fails without it too.
 */
function buildWithCache(build) {
    const { image, number } = build.variables;
    const way = chooseWay(build);
    const name = `build_image${number}`;
    const cached = `${name}() {
${docker_indent(writeCommand(build, 'builder', '"$@"'))}
}`;
    const attempt = `if ! (set -o pipefail && ${name} ${cacheArguments(build, false).join(' ')} 2>&1 | tee "$log"); then
  ! grep -q '${registry_cache/* STEP_FAILED */.XT}' "$log" &&
    echo "$${image} is built again without its cache." &&
    ${name} ${cacheArguments(build, true).join(' ')}
fi`;
    const log = 'log="$(mktemp)"';
    if (way === 'builder')
        return `${cached}\n${log}\n${attempt}`;
    return `${cached}
${log}
if [ -z "$BUILDER" ]; then
${docker_indent(writeCommand(build, way))} &&
    docker push "$${image}"
el${attempt}`;
}
function unlessFound({ digest, image }, command) {
    return `if [ -n "$${digest}" ]; then
  echo "$${image} is in the repository already ($${digest}): it is used, and not built again."
else
${docker_indent(command)}
fi`;
}
function whenBuilt({ digest }, script) {
    return `if [ -z "$${digest}" ]; then\n${docker_indent(script)}\nfi`;
}
/** One line where it is short, else one a setting. */
function writeCommand(build, way, more) {
    const { build: plain } = build.image;
    const settings = { ...plain, buildArgs: markTokens(plain.buildArgs), labels: markTokens(plain.labels) };
    const target = {
        reference: REFERENCE,
        builder: way === 'builder' ? BUILDER : undefined,
        to: way === 'builder' ? 'registry' : 'engine',
        metadataFile: undefined
    };
    const args = way === 'docker' ? (0,docker_args/* plainBuildArgs */.O_)(settings, REFERENCE) : (0,docker_args/* buildxArgs */.w$)(settings, target);
    const words = writeWords(args, build.variables.image);
    const verbs = way === 'docker' ? 1 : 2;
    if (more !== undefined) {
        const place = args.indexOf(REFERENCE) - 1;
        words.splice(place, 0, more);
        args.splice(place, 0, '-');
    }
    const line = ['docker', ...words].join(' ');
    if (line.length <= LINE)
        return line;
    const parts = [['docker', ...words.slice(0, verbs)].join(' ')];
    for (const [index, word] of words.slice(verbs).entries()) {
        const isOption = args[verbs + index]?.startsWith('-') === true;
        const isValue = !isOption && args[verbs + index - 1]?.startsWith('-') === true && index < words.length - verbs - 1;
        if (isValue)
            parts.push(`${parts.pop() ?? ''} ${word}`);
        else
            parts.push(word);
    }
    return parts.join(' \\\n  ');
}
/** What cannot be quoted was refused before. */
function writeWords(args, image) {
    return args.map(word => (word === REFERENCE ? `"$${image}"` : writeMarked(word)));
}
function docker_indent(script) {
    return script
        .split('\n')
        .map(line => `  ${line}`)
        .join('\n');
}

// EXTERNAL MODULE: ./lib/appspec/appspec.js + 4 modules
var appspec_appspec = __webpack_require__(2225);
// EXTERNAL MODULE: ./lib/artifacts/artifact-paths.js
var artifact_paths = __webpack_require__(3960);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/task-definition/index.js + 3 modules
var task_definition = __webpack_require__(6635);
// EXTERNAL MODULE: ./lib/pipeline/target.js
var pipeline_target = __webpack_require__(1417);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/files.js






/** The four files, as far as there is something to write into them. */
function makeFiles(project, images, options) {
    const parts = [
        makeImageDefinitions(project, images),
        makeImageDetail(project, images),
        makeAppspecPart(project, options),
        makeTaskDefinitionPart(project, images, options)
    ].filter(part => part !== undefined);
    const directory = quotePath(project.config.files.artifactsDirectory);
    const makeDirectory = { comment: ['The files for the deploy stage.'], script: `mkdir -p ${directory}` };
    return {
        checks: parts.flatMap(({ checks }) => checks),
        steps: [...(parts.length === 0 ? [] : [makeDirectory]), ...parts.flatMap(({ steps }) => steps)],
        names: parts.flatMap(({ names }) => names),
        templates: parts.flatMap(({ templates }) => templates)
    };
}
function makeImageDefinitions(project, images) {
    const entries = images.flatMap(({ containers, uri }) => containers.map(container => ({ container, uri })));
    if (entries.length === 0)
        return undefined;
    const entry = String.raw `  {\n    "name": "%s",\n    "imageUri": "%s"\n  }`;
    const path = artifactPath(project, 'imageDefinitions');
    const [first] = entries;
    const script = entries.length === 1 && first !== undefined
        ? `printf '[\\n${entry}\\n]\\n' ${first.container} "${first.uri}" > ${path}`
        : [
            '{',
            String.raw `  printf '[\n'`,
            ...entries.map(({ container, uri }, index) => `  printf '${entry}${index === entries.length - 1 ? '' : ','}\\n' ${container} "${uri}"`),
            String.raw `  printf ']\n'`,
            `} > ${path}`
        ].join('\n');
    const comment = project.engine === 'ECS'
        ? 'The image of each container, for the deploy action "Amazon ECS".'
        : 'The image of each container; the deploy action "Amazon ECS (Blue/Green)" goes by the other files.';
    return written('imageDefinitions', { comment: [comment], script });
}
function makeImageDetail(project, images) {
    const [first] = images;
    if (first === undefined)
        return undefined;
    return written('imageDetail', {
        comment: ['The image by its digest, for the deploy action "Amazon ECS (Blue/Green)".'],
        script: String.raw `printf '{\n  "ImageURI": "%s"\n}\n' "${first.digestUri}" > ${artifactPath(project, 'imageDetail')}`
    });
}
function makeAppspecPart({ appspec, ...project }, options) {
    if (appspec === undefined)
        return undefined;
    const text = (0,appspec_appspec/* renderAppspec */.zY)(appspec.value);
    const template = { text: text === appspec.text ? undefined : text, placeholders: [] };
    const file = { source: appspec, name: `${project.prefix}appspec.template.yml`, artifact: 'appspec' };
    return fromTemplate(project, file, template, options, 'The AppSpec for CodeDeploy.');
}
function makeTaskDefinitionPart({ taskDefinition, ...project }, images, options) {
    if (taskDefinition === undefined)
        return undefined;
    const template = chooseTemplate(taskDefinition, project.config.files, images);
    const file = {
        source: taskDefinition,
        name: `${project.prefix}taskdefinition.template.json`,
        artifact: 'taskDefinition'
    };
    const placed = template.placeholders.length === 0 ? '' : ', with the images in the place of what stands for them';
    return fromTemplate(project, file, template, options, `The task definition${placed}.`);
}
/**
 * The project's own file, where Slipway would write it just so; then what is edited in it is shipped without a new buildspec. Else a text of our
 * own, with placeholders that stand nowhere else in it.
 */
function chooseTemplate({ text, value }, files, images) {
    const own = findPlaceholders(value, images);
    const rendered = own === undefined ? undefined : render(value, files, own);
    if (own !== undefined && rendered === text && standAlone(rendered, own)) {
        return { text: undefined, placeholders: listPlaceholders(own) };
    }
    for (let name = 'IMAGE';; name = `SLIPWAY_${name}`) {
        const ours = images.map((image, index) => image.kind === 'existing' ? literal(image) : makePlaceholder(`<${name}${index + 1}_NAME>`, image));
        const made = render(value, files, ours);
        if (standAlone(made, ours))
            return { text: made, placeholders: listPlaceholders(ours) };
    }
}
/** For each image what stands for it in the file; undefined where that is not one placeholder of its own. */
function findPlaceholders(file, images) {
    const imageOf = new Map((0,types/* listContainers */.ts)(file.definition).map(({ name, image }) => [name, image]));
    const found = images.map((image) => {
        const [first, ...others] = new Set(image.containers.map(name => imageOf.get(name)));
        if (first === undefined || others.length > 0)
            return undefined;
        if (/^<\w+>$/.test(first))
            return makePlaceholder(first, image);
        return image.kind === 'existing' && first === image.uri ? literal(image) : undefined;
    });
    const all = found.filter(placeholder => placeholder !== undefined);
    const isEachOwn = new Set(all.map(({ text }) => text)).size === images.length;
    return all.length === images.length && isEachOwn ? all : undefined;
}
function literal(image) {
    return makePlaceholder(image.uri, image);
}
function makePlaceholder(text, { uri, containers }) {
    return { text, uri, containers };
}
function render(file, files, placeholders) {
    const shipped = placeholders.flatMap(({ text, containers }) => containers.map(container => ({ container, uri: text })));
    return (0,task_definition/* renderTaskDefinition */.P9)(file, { ...files, images: shipped });
}
/** Each placeholder stands where the image goes and nowhere else. */
function standAlone(text, placeholders) {
    return placeholders.every(({ text: placeholder, uri, containers }) => placeholder === uri || text.split(placeholder).length - 1 === containers.length);
}
function listPlaceholders(placeholders) {
    return placeholders.filter(({ text, uri }) => text !== uri);
}
function fromTemplate(project, { source, name, artifact }, { text, placeholders }, options, comment) {
    const path = text === undefined ? source.path : (0,pipeline_target/* inDirectory */.zX)(options, name);
    const target = artifactPath(project, artifact);
    const edits = placeholders.map(placeholder => `-e "s|${placeholder.text}|${placeholder.uri}|g"`);
    const script = edits.length === 0
        ? `cp ${quotePath(path)} ${target}`
        : `sed ${edits.length === 1 ? (edits[0] ?? '').replace('-e ', '') : edits.join(' ')} ${quotePath(path)} > ${target}`;
    const checks = text === undefined
        ? placeholders.map(placeholder => checkPlaceholder(source.path, placeholder))
        : [checkSource(source, path, options.command)];
    return {
        checks,
        steps: [{ comment: [comment], script }],
        names: [artifact_paths/* ARTIFACT_NAMES */.k[artifact]],
        templates: text === undefined ? [] : [{ path, text }]
    };
}
function checkPlaceholder(path, { text }) {
    const script = `grep -q '${text}' ${quotePath(path)} || {
  echo ${quote(`${path} has no ${text} any more, so the image could not be put in its place.`)}
  false
}`;
    return { comment: [`Edit ${quote(path)} as you like: only ${text} must stay where the image goes.`], script };
}
/** What was generated from a file is old when the file is another one. A Windows checkout may have other line ends. */
function checkSource({ path, text, sha256 }, template, command) {
    const sum = text.includes('\r') ? `tr -d '\\r' < ${quotePath(path)} | sha256sum` : `sha256sum < ${quotePath(path)}`;
    const script = `[ "$(${sum})" = '${sha256}  -' ] || {
  echo ${quote(`${path} has changed since ${template} was made from it. Generate it again: ${command}`)}
  false
}`;
    return {
        comment: [`${quote(template)} was made from ${quote(path)}, and holds what the settings change in it.`],
        script
    };
}
function written(artifact, step) {
    return { checks: [], steps: [step], names: [artifact_paths/* ARTIFACT_NAMES */.k[artifact]], templates: [] };
}
function artifactPath({ config }, artifact) {
    const { artifactsDirectory } = config.files;
    const folder = artifactsDirectory.replace(/\/+$/, '');
    return quotePath(folder === '.' || folder === '' ? artifact_paths/* ARTIFACT_NAMES */.k[artifact] : `${folder}/${artifact_paths/* ARTIFACT_NAMES */.k[artifact]}`);
}
/** A path that no program takes for an option. What cannot be quoted was refused before. */
function quotePath(path) {
    return quote(path.startsWith('-') ? `./${path}` : path);
}
function quote(text) {
    return (0,shell/* quoteWord */.X)(text) ?? '';
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec/kept.js
var kept = __webpack_require__(6252);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/problems.js






/** What the settings ask for and a build in CodeBuild cannot do. */
function findUncarried(project, { directory }) {
    const { config } = project;
    return [
        ...(0,pipeline_target/* findSeveralServices */.gW)(project),
        ...checkTaskDefinition(project),
        ...checkAppspecGiven(project),
        ...checkPaths(project, directory),
        ...(0,build_facts/* findBadVariables */.af)(project),
        ...config.images.flatMap((image, index) => {
            const path = (setting) => (config.images.length === 1 ? setting : `images[${index}].${setting}`);
            return image.kind === 'built' ? checkBuild(image, path) : checkReference(image.image, path('image'));
        })
    ];
}
function checkTaskDefinition({ config }) {
    const source = config.files.taskDefinition;
    if (source === undefined || source.kind === 'file')
        return [];
    const said = source.kind === 'service' ? 'service' : source.reference;
    return [
        problem('task-definition', `task-definition is ${said}: a build in CodeBuild has only the files of the repository.`, 'Keep the task definition in the repository and name its path; aws ecs describe-task-definition --query taskDefinition prints one.')
    ];
}
function checkAppspecGiven({ engine, appspec }) {
    if (engine === 'ECS' || appspec !== undefined)
        return [];
    const what = 'The deployment goes through CodeDeploy, and there is no AppSpec: the one that Slipway makes from the service as it runs cannot be made in CodeBuild.';
    return [problem('appspec', what, 'Write an appspec.yml, or name one with appspec.')];
}
/** A build has the repository and nothing beside it. */
function checkPaths(project, directory) {
    const { config, taskDefinition, appspec } = project;
    const { artifactsDirectory } = config.files;
    const outside = [
        ['task-definition', taskDefinition?.path],
        ['appspec', appspec?.path],
        ['artifacts-directory', artifactsDirectory],
        ['output', directory],
        ['environment', `${project.prefix}buildspec.yml`]
    ].flatMap(([setting = '', path]) => (path === undefined ? [] : checkPath(setting, path)));
    const isPattern = /[*?[\]{}]/.test(artifactsDirectory);
    const pattern = problem('artifacts-directory', `artifacts-directory is ${artifactsDirectory}, and CodeBuild would take that for a pattern.`, 'Name a folder without any of *?[]{}.');
    return isPattern ? [...outside, pattern] : outside;
}
function checkPath(setting, path) {
    const normal = external_node_path_.posix.normalize(path);
    if (external_node_path_.posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
        const what = `${setting} is ${path}, which is outside of the repository: a build in CodeBuild has nothing else.`;
        return [problem(setting, what, 'Name a path from the root of the repository, in which this command is run.')];
    }
    // A name with a line break in it would end the comment that it stands in.
    return (0,shell/* quoteWord */.X)(path)?.startsWith('$') === false ? [] : [unsafe(setting)];
}
function checkBuild({ build }, path) {
    const problems = [
        ...checkCaches(build, path),
        ...((0,image_reference/* isRemote */.Vx)(build.context) ? [] : checkPath(path('context'), build.context)),
        ...(build.dockerfile === undefined || (0,image_reference/* isRemote */.Vx)(build.dockerfile)
            ? []
            : checkPath(path('dockerfile'), build.dockerfile))
    ];
    const builder = (0,docker_args/* builderInOptions */.$6)(build.buildOptions);
    if (builder !== undefined && builder !== 'default') {
        const what = `build-options names the builder ${builder}, which there is not in CodeBuild.`;
        const next = 'Leave it out: where a builder is needed, the buildspec makes one.';
        problems.push(problem(path('build-options'), what, next));
    }
    const isUnsafe = (0,docker_args/* plainBuildArgs */.O_)({ ...build, cacheFrom: [] }, 'image')
        .concat(build.cacheFrom, build.cacheTo)
        .some(word => (0,shell/* quoteWord */.X)(word) === undefined);
    return isUnsafe ? [...problems, unsafe(path('build-args'))] : problems;
}
function checkCaches(build, path) {
    const caches = [
        ['cache-from', build.cacheFrom],
        ['cache-to', build.cacheTo]
    ];
    return caches.flatMap(([setting, values]) => values
        .filter(cache => (0,docker_args/* cacheType */.NW)(cache) === 'gha')
        .map(cache => problem(path(setting), `${setting} is ${cache}: GitHub's cache is there in GitHub Actions only.`, 'Use type=registry,ref=… , which both have, or leave it out for this environment.')));
}
function checkReference(image, path) {
    if ((0,image_reference/* parseReference */.F2)(image) !== undefined)
        return [];
    const next = 'Expected host/repository:tag or host/repository@sha256:…, with the repository in lower case.';
    return [problem(path, `"${image}" is not a valid image reference.`, next)];
}
function unsafe(path) {
    const what = `${path} or a setting beside it contains a character that cannot be passed on: a NUL, half a character, or in a path a control character.`;
    return problem(path, what, 'Leave it out.');
}
function problem(path, what, next) {
    return { code: 'not-for-codebuild', place: { path }, what, next };
}

// EXTERNAL MODULE: ./lib/image/scan/scan-findings.js
var scan_findings = __webpack_require__(6789);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/scan-gate.js




/** So many looks, with so many seconds between them: ten minutes, as long as a run of the Action waits. */
const MAX_POLLS = 120;
const SECONDS = 5;
/** DescribeImageScanFindings gives no more at once. */
const PAGE = 1000;
/** So many findings of an image are named. */
const NAMED = 5;
/**
 * Waits for ECR's scan of every image and fails where one found something of the gate's severity or worse; nothing where no gate is set. What
 * passes is what passes in a run of the Action: what cannot be known does not, and images outside of ECR are told and not held up.
 */
function passScanGate(images, gate) {
    if (gate === undefined || images.length === 0)
        return [];
    const built = listBuilds(images).map(({ image, variables }) => look(`"$${variables.image}"`, `imageDigest="$${variables.digest}"`, nameRepository(image)));
    const existing = images.flatMap(image => (image.kind === 'existing' ? describeExisting(image) : []));
    const looks = [...new Set([...built, ...existing])];
    const grades = (0,scan_findings/* stoppingAt */.GQ)(gate);
    const worst = grades.length === 1 ? gate : `${grades.slice(0, -1).join(', ')} or ${gate}`;
    const calls = looks.length === 1 ? looks : ['PASSED=yes', ...looks.map(one => `${one} || PASSED=no`), '[ $PASSED = yes ]'];
    return [
        {
            comment: [
                `scan-gate: ${gate}. ECR's scan of every image is waited for, and nothing that is ${worst} may be in it.`,
                'What the scan does not tell does not pass.'
            ],
            script: [passScanFunction(gate, grades), passScansFunction(), ...calls].join('\n')
        }
    ];
}
function look(name, id, where) {
    return `pass_scans ${name} ${id} ${where}`;
}
function describeExisting({ image, ecr }) {
    const name = (0,shell/* quoteWord */.X)(image.image) ?? '';
    if (ecr === undefined)
        return `echo ${name} is not in a private registry of ECR: scan-gate does not look at it.`;
    const where = `--repository-name ${ecr.repository} --registry-id ${ecr.account} --region ${ecr.region}`;
    return look(name, ecr.id, where);
}
/** Counts come from ECR, where it does not tell them from the findings; Amazon Inspector says COMPLETE or ACTIVE before it has either. */
function passScanFunction(gate, grades) {
    const findings = 'imageScanFindings.[findings,enhancedFindings][]';
    const counts = 'imageScanFindings.findingSeverityCounts';
    const results = `${counts},imageScanFindings.imageScanCompletedAt,${findings}|[0]`;
    const query = `[imageScanStatus.status,type(not_null(${results})),to_string(not_null(${counts},${findings}.severity)),imageScanStatus.description]`;
    const sorted = grades.map(grade => `[?severity=='${grade}']`).join(',');
    const worst = `${findings}|[${sorted}][].[severity,name||title]|[:${NAMED}]`;
    return `pass_scan() {
  local image="$1" scan status results found description asked
  local stops='"(${grades.join('|')})"(:[1-9]|,|])'
  shift
  for _ in {1..${MAX_POLLS}}; do
    if scan="$(aws ecr describe-image-scan-findings "$@" --no-paginate --max-results ${PAGE} --query "${query}" --output text 2>&1)"; then
      read -r status results found description <<< "$scan"
      case "$status $results" in
        "COMPLETE null" | "ACTIVE null") ;;
        COMPLETE* | ACTIVE*)
          echo "$image: ECR's scan found $found."
          [[ $found =~ $stops ]] || return 0
          echo "scan-gate is ${gate}. The worst of them:"
          aws ecr describe-image-scan-findings "$@" --no-paginate --max-results ${PAGE} --query "${worst}" --output text
          return 1
          ;;
        ${scan_findings/* STATUSES_WITHOUT_RESULTS */.nv.map(status => `${status}*`).join(' | ')})
          echo "$image cannot pass scan-gate: ECR says $status ($description)."
          return 1
          ;;
      esac
    elif [[ $scan != *ScanNotFoundException* ]]; then
      echo "$scan"
      return 1
    elif [ -z "$asked" ]; then
      # Scan on push is off, or has not begun. Where Amazon Inspector scans, it begins by itself.
      asked=yes
      if ! scan="$(aws ecr start-image-scan "$@" 2>&1)" && [[ $scan != *LimitExceededException* && $scan != *ValidationException* ]]; then
        echo "$scan"
        return 1
      fi
    fi
    sleep ${SECONDS}
  done
  echo "$image cannot pass scan-gate: after ${(MAX_POLLS * SECONDS) / 60} minutes ECR has no results of its scan."
  return 1
}`;
}
/** A scan is of an image for one platform. An index of several has none of its own, and may list records of their origin (os: unknown) and artifacts. */
function passScansFunction() {
    return `pass_scans() {
  local image="$1" id="$2" answer digests item passed=yes
  shift 2
  answer="$(aws ecr batch-get-image "$@" --image-ids "$id" --accepted-media-types ${MANIFEST_TYPES.join(' ')} --query 'images[0].[imageId.imageDigest,imageManifest]' --output text)" || return
  digests="\${answer%%[[:space:]]*}"
  answer="\${answer//[[:space:]]/}"
  if [[ $answer == *'"manifests":['* ]]; then
    digests=
    answer="\${answer#*\\"manifests\\":[}"
    while read -r item; do
      if [[ $item == *'"artifactType":'* && $item != *'"platform":'* ]]; then continue; fi
      if [[ $item != *'"os":"unknown"'* && $item =~ \\"digest\\":\\"(sha256:[0-9a-f]{64})\\" ]]; then digests+=" \${BASH_REMATCH[1]}"; fi
    done <<< "\${answer//\\},\\{/$'\\n'}"
  fi
  for item in $digests; do
    pass_scan "$image" "$@" --image-id "imageDigest=$item" || passed=no
  done
  [ -n "$digests" ] && [ $passed = yes ]
}`;
}

// EXTERNAL MODULE: ./lib/text/one-line.js
var one_line = __webpack_require__(6810);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/yaml.js

/** The text of a buildspec: YAML that every reader of 1.1 and 1.2 takes the same way, and that people can edit. */
function writeBuildspec({ header, variables, phases, artifacts, kept }) {
    const lines = [
        ...header.map(comment),
        'version: 0.2',
        '',
        'env:',
        '  shell: bash',
        ...(variables.length + kept.variables.length === 0 ? [] : ['  variables:']),
        ...variables.flatMap(({ name, value, comment: why }) => [
            `    ${comment(why)}`,
            `    ${name}: ${quoteScalar(value)}`
        ]),
        ...kept.variables,
        ...kept.env,
        '',
        'phases:',
        ...kept.phases.flatMap(phase => [phase, '']),
        ...phases.flatMap(phase => writePhase(phase, kept.inPhases[phase.name])),
        'artifacts:',
        `  base-directory: ${writeScalar(artifacts.directory)}`,
        '  files:',
        ...artifacts.files.map(file => `    - ${file}`),
        ...kept.files,
        ...kept.artifacts
    ];
    return [`${lines.join('\n')}\n`, ...kept.sections.map(section => `${section}\n`)].join('\n');
}
/** The steps apart from one another by an empty line wherever a comment begins. What is kept of a phase needs a command beside it. */
function writePhase({ name, abort, steps: given }, kept) {
    if (given.length + kept.length === 0)
        return [];
    const steps = given.length > 0 ? given : [{ comment: ['Nothing is done here.'], script: ':' }];
    const commands = steps.flatMap((step, index) => [
        ...(index > 0 && step.comment.length > 0 ? [''] : []),
        ...step.comment.map(line => `      ${comment(line)}`),
        ...yaml_writeCommand(step.script)
    ]);
    return [`  ${name}:`, ...(abort ? ['    on-failure: ABORT'] : []), '    commands:', ...commands, ...kept, ''];
}
/** One line where YAML leaves it alone, else a literal block, in which nothing has to be escaped but what ends a line for some readers. */
function yaml_writeCommand(script) {
    if (!script.split('\n').every(one_line/* isOneLine */.P))
        return [`      - ${quoteScalar(script)}`];
    if (isPlain(script))
        return [`      - ${script}`];
    return ['      - |', ...script.split('\n').map(line => (line === '' ? '' : `        ${line}`))];
}
/** A text that is a plain scalar of YAML, whatever the reader, and a string. */
function isPlain(text) {
    return (/^[A-Za-z_/.][^\n]*[^\s:]$/.test(text) &&
        (0,one_line/* isOneLine */.P)(text) &&
        !/:\s|\s#/.test(text) &&
        !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) &&
        !/^[\d.]+$/.test(text));
}
function writeScalar(text) {
    return /^[A-Za-z_/][A-Za-z0-9_./-]*$/.test(text) && isPlain(text) ? text : quoteScalar(text);
}
/** JSON's strings are YAML's, but for characters that JSON takes as they are. */
function quoteScalar(text) {
    return Array.from(JSON.stringify(text), character => (0,one_line/* isOneLine */.P)(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
function comment(line) {
    return line === '' ? '#' : `# ${(0,one_line/* toOneLine */.G)(line)}`;
}

// EXTERNAL MODULE: ./lib/pipeline/flags.js + 2 modules
var pipeline_flags = __webpack_require__(3076);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec/buildspec.js

















/** The path of the buildspec from the repository's root. */
function buildspecPath(project, options) {
    return (0,pipeline_target/* inDirectory */.zX)(options, `${project.prefix}buildspec.yml`);
}
/**
 * The buildspec, and the templates that it needs beside it. What it builds, pushes and writes is what a run of the Action with the same
 * settings does: same arguments of Docker, same tags, the same bytes in the four files. It needs bash, Docker and the AWS CLI v2 (CodeBuild's
 * standard images have them) and leaves account and region to its environment.
 *
 * Every command stands by itself: between two of them only variables and the folder are sure to be kept.
 * https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
 *
 * @throws ProblemsError with everything that a build in CodeBuild cannot do
 */
function renderBuildspec(project, options) {
    const problems = findUncarried(project, options);
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    const { config } = project;
    const images = nameImages(project.assignments);
    const builds = listBuilds(images);
    const command = `slipway generate buildspec${options.flags}`;
    const files = makeFiles(project, images, { ...options, command });
    const text = writeBuildspec({
        header: describe(project, builds, command),
        variables: builds.length === 0 ? [] : VARIABLES,
        phases: [
            {
                name: 'pre_build',
                abort: true,
                steps: [
                    ...checkTokens(images),
                    ...checkSecrets(project),
                    ...files.checks,
                    ...(builds.length === 0 ? [] : VERSIONS),
                    ...(0,build_facts/* explainCache */.G7)(project).map(sentence => ({ comment: [], script: `echo '${sentence}'` })),
                    ...nameInEcr(builds),
                    ...logIn(builds, project, options.parts?.includes('docker-hub') === true),
                    ...describeExistingImages(images),
                    ...findReusableImages(builds),
                    ...findCaches(builds, options.branch ?? pipeline_flags/* DEFAULT_BRANCH */.n),
                    ...makeBuilder(builds, (0,build_facts/* installEmulators */.eW)(project))
                ]
            },
            {
                name: 'build',
                abort: true,
                steps: [...buildAndPush(builds), ...builds.flatMap(addTags), ...passScanGate(images, config.scanGate)]
            },
            { name: 'post_build', abort: false, steps: [GUARD, ...files.steps] }
        ],
        artifacts: { directory: config.files.artifactsDirectory, files: files.names },
        kept: (0,kept/* splitBuildspec */._x)(options.present ?? '').kept
    });
    const path = buildspecPath(project, options);
    return [{ path, text, listOwnLines }, ...files.templates.map(template => ({ ...template, checksumIn: path }))];
}
function listOwnLines(text) {
    return (0,kept/* splitBuildspec */._x)(text).ownLines;
}
const VARIABLES = [
    { name: 'DOCKER_BUILDKIT', value: '1', comment: 'Builds run in BuildKit, in older versions of Docker too.' },
    {
        name: 'BUILDX_NO_DEFAULT_ATTESTATIONS',
        value: '1',
        comment: 'One image, one manifest: a record of its origin would make another digest of it.'
    }
];
const VERSIONS = [
    { comment: ['What this build runs with.'], script: 'aws --version' },
    { comment: [], script: 'docker --version' }
];
const GUARD = {
    comment: ['CodeBuild comes here after a failed build too: then there is nothing to deploy, and no file says so.'],
    script: '[ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]'
};
function describe(project, builds, command) {
    const { config, environment, settingsFile, engine } = project;
    const repositories = [...new Set(builds.map(({ image }) => (0,image_plan/* addressOf */.ci)(image)))];
    const does = repositories.length === 0 ? 'Writes' : `Builds and pushes ${(0,format/* listNames */.Zv)(repositories)}, and writes`;
    const from = settingsFile ?? 'the settings';
    const which = environment === undefined ? '' : ` (environment ${environment})`;
    const isElsewhere = builds.some(({ image }) => image.registry !== undefined);
    const secrets = [
        ...new Set(config.images.flatMap(image => (image.kind === 'built' ? image.build.buildSecrets : [])))
    ];
    return [
        `${does} the files for CodePipeline's deploy action "${engine === 'ECS' ? 'Amazon ECS' : 'Amazon ECS (Blue/Green)'}".`,
        `Made by Slipway from ${from}${which}: edit that and make this again,`,
        `    ${command}`,
        'or edit this by hand: variables, secrets, phases, reports and other parts that are added stay when it is made again.',
        `CodeBuild: a standard image (bash, Docker, AWS CLI v2) in privileged mode. Account and region are those of the project${isElsewhere ? ', but for the registries that are named' : ''}.`,
        ...(secrets.length === 0
            ? []
            : ['The secrets of the build come from variables of the project or files of the repository.']),
        ...(builds.length === 0 ? [] : [...(0,build_facts/* explainCache */.G7)(project), ...(0,build_reads/* explainUnknownReads */.BZ)(project)])
    ];
}
/** An empty secret would make an image that fails later, and elsewhere. */
function checkSecrets(project) {
    return (0,build_facts/* listSecretVariables */.Mi)(project).map(name => ({
        comment: [
            'A secret of the build, from a variable of the CodeBuild project (type SECRETS_MANAGER or PARAMETER_STORE).'
        ],
        script: `[[ -v ${name} ]] || {
  echo "The build takes a secret from the variable ${name}, which is not set in this CodeBuild project."
  false
}`
    }));
}

// EXTERNAL MODULE: ./lib/pipeline/pipeline-flags.js
var pipeline_pipeline_flags = __webpack_require__(9584);
// EXTERNAL MODULE: ./lib/text/arn.js
var text_arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/aws/iam-actions.js
var iam_actions = __webpack_require__(7034);
// EXTERNAL MODULE: ./lib/config/decode/gates.js
var gates = __webpack_require__(5361);
;// CONCATENATED MODULE: ./lib/pipeline/iam/images.js






const PUBLIC = 'public';
/**
 * What building, pushing and looking at the images needs: the same for the Action and for CodeBuild.
 *
 * @param logsIntoPublic the job logs into ECR Public without being told to
 */
function allowImages(project, names, logsIntoPublic) {
    const { config } = project;
    const reads = (0,build_reads/* listBuildReads */.gx)(project);
    const built = config.images.filter(image => image.kind === 'built');
    const repositories = listArns(built, names);
    const creates = listArns(built.filter(image => image.createRepository), names);
    const places = listArns((0,build_facts/* listCachePlaces */.hU)(project), names);
    const caches = [...new Set([...namesOf(reads.caches, names), ...places])];
    const anything = built.length === 0 ? [] : ['*'];
    const others = config.registries
        .filter(registry => registry !== PUBLIC)
        .map(registry => ({ ...names, ...((0,ecr_host/* parseEcrHost */.wl)(registry) ?? { account: registry }) }));
    return [
        { sid: 'LogInToEcr', actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'GetAuthorizationToken'), resources: anything },
        {
            sid: 'LogInToEcrPublic',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr-public', 'GetAuthorizationToken'),
            resources: logsIntoPublic || config.registries.includes(PUBLIC) ? anything : []
        },
        {
            sid: 'PushImages',
            actions: [
                ...(0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeRepositories', 'DescribeImages', 'BatchGetImage', 'PutImage'),
                ...iam_actions/* DOCKER_PUSH */.C1
            ],
            resources: repositories
        },
        {
            // ECR's managed signing signs as whoever pushes; by which profiles, the registry says.
            sid: 'SignPushedImages',
            actions: iam_actions/* SIGN_PUSHED */.gt,
            resources: listSigningProfiles(built, names)
        },
        {
            sid: 'CreateRepositories',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'CreateRepository'),
            resources: creates
        },
        {
            sid: 'PullBaseImages',
            actions: iam_actions/* DOCKER_PULL */.h8,
            resources: without(namesOf(reads.pulled, names), [...repositories, ...caches])
        },
        {
            // Which of its repositories a build reads is not known here, so all of a registry that the settings name.
            sid: 'PullBaseImagesOfOtherAccounts',
            actions: iam_actions/* DOCKER_PULL */.h8,
            resources: reads.unknown.length === 0 ? [] : others.map(other => (0,text_arn/* arnOf */.RY)(other, 'ecr', 'repository/*'))
        },
        { sid: 'KeepBuildCaches', actions: iam_actions/* DOCKER_PUSH */.C1, resources: without(caches, repositories) },
        {
            // Where it is, and whether its tags are immutable.
            sid: 'LookAtBuildCaches',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeRepositories'),
            resources: without(places, repositories)
        },
        ...allowS3Caches(reads, names),
        { sid: 'LookAtImages', actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeImages'), resources: listExisting(config.images, names) },
        ...(config.scanGate === undefined ? [] : allowScans([...repositories, ...listExisting(config.images, names)]))
    ];
}
/** BuildKit looks whether an object is there before it reads or writes it; without s3:ListBucket the answer would be a refusal. */
function allowS3Caches({ s3 }, names) {
    const keysOf = (caches) => caches.flatMap(({ bucket, keys }) => keys.map(key => (0,text_arn/* arnOf */.RY)(names, 's3', `${bucket}/${key}`)));
    const written = keysOf(s3.to);
    return [
        { sid: 'ReadBuildCaches', actions: ['s3:GetObject'], resources: without(keysOf(s3.from), written) },
        { sid: 'WriteBuildCaches', actions: ['s3:GetObject', 's3:PutObject'], resources: written },
        {
            sid: 'LookIntoBuildCaches',
            actions: ['s3:ListBucket'],
            resources: [...s3.from, ...s3.to].map(({ bucket }) => (0,text_arn/* arnOf */.RY)(names, 's3', bucket))
        }
    ];
}
function namesOf(repositories, names) {
    return repositories.map(place => (0,text_arn/* arnOf */.RY)(placeOf(place, names), 'ecr', `repository/${place.repository}`));
}
function without(arns, others) {
    return arns.filter(arn => !others.includes(arn));
}
/** What a run of Slipway asks beside, which a buildspec does not: what the registry makes, fetches and signs by itself. */
function allowRegistrySettings(project, names) {
    const { config } = project;
    const built = config.images.filter(image => image.kind === 'built');
    const repositories = listArns(built, names);
    return [
        {
            // How large they are.
            sid: 'MeasureBuildCaches',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeImages'),
            resources: without(listArns((0,build_facts/* listCachePlaces */.hU)(project), names), repositories)
        },
        {
            sid: 'LookAtSignatures',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeImageSigningStatus'),
            resources: repositories
        },
        {
            // None of these can be limited to a repository.
            sid: 'LookAtRegistry',
            actions: [
                ...(config.images.length === 0 ? [] : (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeRepositoryCreationTemplates')),
                ...(config.images.length === built.length
                    ? []
                    : (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribePullThroughCacheRules', 'DescribeRegistry'))
            ],
            resources: ['*']
        }
    ];
}
/** What waiting for the scans of images needs: ECR's own, and what Amazon Inspector found. */
function allowScans(repositories) {
    const actions = (0,iam_actions/* actionsOf */.Ro)('ecr', 'BatchGetImage', 'DescribeImageScanFindings', 'StartImageScan');
    const ofEcr = actions.filter(action => action.startsWith('ecr:'));
    const isInEcr = repositories.length > 0;
    return [
        { sid: 'WaitForScans', actions: ofEcr, resources: repositories },
        {
            sid: 'ReadFindingsOfInspector',
            actions: actions.filter(action => !ofEcr.includes(action)),
            resources: isInEcr ? ['*'] : []
        }
    ];
}
/** The repositories of the own registry that images are pushed to and caches kept in, each once. */
function listOwnRepositories(project) {
    const places = [...(0,build_facts/* listBuiltImages */.rn)(project), ...(0,build_facts/* listCachePlaces */.hU)(project)];
    return [...new Set(places.flatMap(({ registry, repository }) => (registry === undefined ? repository : [])))];
}
/** All profiles of the registries that are pushed to: signer:SignPayload is for images and the like alone. */
function listSigningProfiles(images, names) {
    const places = images.map(({ registry }) => (registry === undefined ? names : placeOf(registry, names)));
    return [...new Set(places.map(place => (0,text_arn/* arnOf */.RY)(place, 'signer', '/signing-profiles/*')))];
}
function listArns(images, names) {
    const arns = images.map(({ registry, repository }) => (0,text_arn/* arnOf */.RY)(registry === undefined ? names : placeOf(registry, names), 'ecr', `repository/${repository}`));
    return [...new Set(arns)];
}
/** The repositories of all images and of the caches of their builds, as far as they are in ECR. */
function listBuiltAndExisting(project, names) {
    const places = [...(0,build_facts/* listBuiltImages */.rn)(project), ...(0,build_facts/* listCachePlaces */.hU)(project)];
    return [...listArns(places, names), ...listExisting(project.config.images, names)];
}
/** Where the images that are used as they are lie, as far as that is ECR. */
function listExisting(images, names) {
    return images.flatMap(image => {
        const reference = image.kind === 'existing' ? (0,image_reference/* parseReference */.F2)(image.image) : undefined;
        const host = (0,ecr_host/* parseEcrHost */.wl)(reference?.registry ?? '');
        if (reference === undefined || host === undefined)
            return [];
        return [(0,text_arn/* arnOf */.RY)(placeOf(host, names), 'ecr', `repository/${reference.repository}`)];
    });
}
/** A literal partition is that of the registry's own region; a pseudo parameter stays one. */
function placeOf({ account, region }, names) {
    return { partition: names.partition.includes('$') ? names.partition : (0,text_arn/* partitionOf */.iQ)(region), region, account };
}

;// CONCATENATED MODULE: ./lib/pipeline/iam/gates.js


/** Whether a deployment that waits is answered: by a gate, or by the later run of two. */
function answersPauses(config) {
    return ((0,gates/* hasGate */.o)(config.gate) && config.gate.gateAt !== 'live') || config.rollout.waitFor === 'paused';
}
/** What a gate looks up: where the listener is that leads to the new version. None of these can be limited to a resource. */
function allowGate({ config }) {
    if (!(0,gates/* hasGate */.o)(config.gate))
        return [];
    const looks = ['DescribeTargetGroups', 'DescribeListeners', 'DescribeRules', 'DescribeLoadBalancers'];
    return [{ sid: 'FindNewVersion', actions: (0,iam_actions/* actionsOf */.Ro)('elastic-load-balancing-v2', ...looks), resources: ['*'] }];
}

;// CONCATENATED MODULE: ./lib/pipeline/iam/policy.js

/** A role's ARN; ECS takes its short name too, which is that of a role without a path in the same account. */
function roleArnOf(names, role) {
    return (0,text_arn/* isArn */.EH)(role) ? role : (0,text_arn/* arnOf */.RY)(names, 'iam', `role/${role}`);
}
/** How a service is named as a principal. China's CodeDeploy is a principal of its region. */
function principalOf(service, region) {
    if ((0,text_arn/* partitionOf */.iQ)(region) !== 'aws-cn')
        return `${service}.amazonaws.com`;
    return service === 'codedeploy' ? `codedeploy.${region}.amazonaws.com.cn` : `${service}.amazonaws.com`;
}
/** The statement's name where the roles are those that the tasks run with. */
const PASS_TASK_ROLES = 'PassTheRolesOfTheTask';
/** iam:PassRole for these roles, to these services alone; none without roles. */
function passRoles(sid, roles, services) {
    const conditions = { StringEquals: { 'iam:PassedToService': services } };
    return [{ sid, actions: ['iam:PassRole'], resources: roles, conditions }];
}
/** The policy document of these statements; those without actions or resources are left out. */
function toPolicy(statements) {
    return {
        Version: '2012-10-17',
        Statement: statements
            .filter(({ actions, resources }) => actions.length > 0 && resources.length > 0)
            .map(({ sid, actions, resources, conditions }) => ({
            Sid: sid,
            Effect: 'Allow',
            Action: [...new Set(actions)],
            Resource: unwrap([...new Set(resources)]),
            ...(conditions === undefined ? {} : { Condition: conditions })
        }))
    };
}
/** What several may do together: the same actions under the same conditions on the resources of all; each name once. */
function mergeStatements(all) {
    const merged = new Map();
    for (const statement of all) {
        const { sid, actions, conditions, resources } = statement;
        if (actions.length === 0 || resources.length === 0)
            continue;
        const key = JSON.stringify([sid, actions, conditions]);
        merged.set(key, { ...statement, resources: [...(merged.get(key)?.resources ?? []), ...resources] });
    }
    const names = new Map();
    return [...merged.values()].map(statement => {
        const count = (names.get(statement.sid) ?? 0) + 1;
        names.set(statement.sid, count);
        return count === 1 ? statement : { ...statement, sid: `${statement.sid}${count}` };
    });
}
/** A trust policy for an AWS service, for calls on behalf of this account alone (the "confused deputy"). */
function trustService(service, names, region) {
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Effect: 'Allow',
                Principal: { Service: principalOf(service, region) },
                Action: 'sts:AssumeRole',
                Condition: { StringEquals: { 'aws:SourceAccount': names.account } }
            }
        ]
    };
}
/** IAM takes a single value without a list; one line is easier to read. */
function unwrap(values) {
    return values.length === 1 ? (values[0] ?? '') : values;
}

;// CONCATENATED MODULE: ./lib/pipeline/iam/deploy.js










/**
 * What the role that runs Slipway must be allowed for exactly these settings: the calls that they can lead to, in a good run, a failed one
 * and a cancelled one, each on the resources that it is made for.
 */
function allowDeployment(project, names) {
    const target = (0,pipeline_target/* deploymentTarget */.nq)(project);
    return [
        ...allowImages(project, names, false),
        ...allowRegistrySettings(project, names),
        ...allowTaskDefinition(project, names),
        ...allowCluster(project, target, names),
        ...allowTask(project, names),
        ...(target === undefined ? [] : [...allowService(project, target, names), ...allowGate(project)])
    ];
}
/** The roles that the tasks run with; undefined where they are not in a file that can be read here. */
function rolesOfTask(project, names) {
    const definition = definitionOf(project);
    if (definition === undefined)
        return undefined;
    const roles = ['taskRoleArn', 'executionRoleArn']
        .map(member => (0,text_record/* own */.ZV)(definition, member))
        .filter(role => typeof role === 'string');
    return [...new Set(roles.map(role => roleArnOf(names, role)))];
}
/** `family:*` as the resource of a task definition; any family where it is not known. */
function familyOf({ config, taskDefinition }) {
    const source = config.files.taskDefinition;
    if (source?.kind === 'registered')
        return (0,text_arn/* parseTaskDefinitionName */.Te)(source.reference).family;
    return taskDefinition?.value.family ?? '*';
}
function allowTaskDefinition(project, names) {
    const { config, taskDefinition } = project;
    const source = config.files.taskDefinition;
    if (source === undefined)
        return [];
    const isRegistered = source.kind === 'file' || config.images.length > 0 || changesIt(config.files);
    const revisions = isRegistered ? [(0,text_arn/* arnOf */.RY)(names, 'ecs', `task-definition/${familyOf(project)}:*`)] : [];
    const hasTags = taskDefinition === undefined || (0,text_record/* own */.ZV)(taskDefinition.value.definition, 'tags') !== undefined;
    const unknown = ['${TASK_ROLE_NAME}', '${EXECUTION_ROLE_NAME}'].map(role => roleArnOf(names, role));
    return [
        { sid: 'ReadTaskDefinitions', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'DescribeTaskDefinition'), resources: ['*'] },
        { sid: 'RegisterTaskDefinition', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'RegisterTaskDefinition'), resources: revisions },
        ...(hasTags ? tagOnRegistering(revisions) : []),
        ...(isRegistered
            ? passRoles(PASS_TASK_ROLES, rolesOfTask(project, names) ?? unknown, ['ecs-tasks.amazonaws.com'])
            : [])
    ];
}
/** Tags are an action of their own, here allowed while registering a task definition alone. */
function tagOnRegistering(revisions) {
    return tagOnCreating('TagTaskDefinition', 'RegisterTaskDefinition', revisions);
}
function tagOnCreating(sid, call, resources) {
    return [{ sid, actions: ['ecs:TagResource'], resources, conditions: { StringEquals: { 'ecs:CreateAction': call } } }];
}
function changesIt(files) {
    return (0,task_definition/* namedSettings */.Zz)(files).length > 0 || files.taskRoleArn !== undefined || files.executionRoleArn !== undefined;
}
/** What is asked of the cluster, for the service as for a task that runs before it is deployed. */
function allowCluster(project, target, names) {
    const { config } = project;
    if (target === undefined && config.runTask === undefined)
        return [];
    const cluster = (0,text_arn/* arnOf */.RY)((0,pipeline_target/* placeOfCluster */.Rw)(project, names), 'ecs', `cluster/${(0,pipeline_target/* clusterName */.SL)(config)}`);
    const follows = config.runTask !== undefined || (target !== undefined && config.rollout.waitFor !== 'nothing');
    const compares = target !== undefined && config.rollout.skipUnchanged;
    return [
        { sid: 'LookAtCluster', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'DescribeClusters'), resources: [cluster] },
        {
            // These are not limited by a resource, or by one that the call does not name, but by the cluster.
            sid: 'LookAtServicesAndTasksOfTheCluster',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecs', ...(target === undefined ? [] : ['ListServices']), ...(follows || compares ? ['ListTasks', 'DescribeTasks'] : [])),
            resources: ['*'],
            conditions: { ArnEquals: { 'ecs:cluster': cluster } }
        },
        {
            sid: 'ReadLogsOfTasks',
            actions: (0,iam_actions/* actionsOf */.Ro)('cloudwatch-logs', 'GetLogEvents'),
            resources: follows ? listLogStreams(project, names) : []
        }
    ];
}
/** A task before the rollout: of this family, in this cluster. */
function allowTask(project, names) {
    const { runTask, rollout } = project.config;
    if (runTask === undefined)
        return [];
    const cluster = (0,pipeline_target/* clusterName */.SL)(project.config);
    const place = (0,pipeline_target/* placeOfCluster */.Rw)(project, names);
    const tasks = [(0,text_arn/* arnOf */.RY)(place, 'ecs', `task/${cluster}/*`)];
    const stops = rollout.onFailure !== 'leave' || rollout.onCancel !== 'leave';
    return [
        {
            sid: 'RunTask',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'RunTask'),
            resources: [(0,text_arn/* arnOf */.RY)(names, 'ecs', `task-definition/${familyOf(project)}:*`)],
            conditions: { ArnEquals: { 'ecs:cluster': (0,text_arn/* arnOf */.RY)(place, 'ecs', `cluster/${cluster}`) } }
        },
        { sid: 'StopTask', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'StopTask'), resources: stops ? tasks : [] },
        ...(runTask.tags.length === 0 && (rollout.propagateTags ?? 'NONE') === 'NONE'
            ? []
            : tagOnCreating('TagTask', 'RunTask', tasks)),
        ...passRoles('PassTheRolesOfTheTask', rolesOf(runTask.taskOverrides), ['ecs-tasks.amazonaws.com']),
        ...(runTask.volume === undefined
            ? []
            : passRoles('PassTheRoleOfTheVolume', [runTask.volume.managedEBSVolume.roleArn], ['ecs.amazonaws.com']))
    ];
}
function allowService(project, target, names) {
    const path = `${target.cluster}/${target.service}`;
    const service = (0,text_arn/* arnOf */.RY)((0,pipeline_target/* placeOfCluster */.Rw)(project, names), 'ecs', `service/${path}`);
    return [
        {
            sid: 'DeployService',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'DescribeServices', ...(updatesService(project) ? ['UpdateService'] : [])),
            resources: [service]
        },
        ...(project.engine === 'ECS'
            ? followServiceDeployments(project, names, service, path)
            : allowCodeDeploy(project, target, names)),
        ...allowAdvice(project)
    ];
}
/** What advice on a rollout that was followed to its end looks up. None of these can be limited to a resource. */
function allowAdvice({ config }) {
    if (config.rollout.waitFor !== 'stable')
        return [];
    const looks = ['DescribeTargetGroups', 'DescribeTargetGroupAttributes'];
    return [{ sid: 'ReadTargetGroups', actions: (0,iam_actions/* actionsOf */.Ro)('elastic-load-balancing-v2', ...looks), resources: ['*'] }];
}
/** ECS's own deployments are made by UpdateService; CodeDeploy's services get by it what is not the task definition. */
function updatesService({ engine, config }) {
    const { desiredCount, propagateTags, enableEcsManagedTags } = config.rollout;
    const given = [desiredCount, propagateTags, enableEcsManagedTags].some(setting => setting !== undefined);
    return engine === 'ECS' || given;
}
function followServiceDeployments(project, names, service, path) {
    const { config } = project;
    const { waitFor, onFailure, onCancel } = config.rollout;
    // What does not pass is taken back, whatever on-failure says.
    const undoes = (0,gates/* hasGate */.o)(config.gate) || onCancel !== 'leave' || (waitFor !== 'nothing' && onFailure !== 'leave');
    if (waitFor === 'nothing' && !undoes)
        return [];
    const looks = ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'];
    return [
        {
            sid: 'FollowDeployment',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecs', ...looks, ...(undoes ? ['StopServiceDeployment'] : []), ...(answersPauses(config) ? ['ContinueServiceDeployment'] : [])),
            resources: [
                service,
                ...['service-deployment', 'service-revision'].map(kind => (0,text_arn/* arnOf */.RY)((0,pipeline_target/* placeOfCluster */.Rw)(project, names), 'ecs', `${kind}/${path}/*`))
            ]
        }
    ];
}
function allowCodeDeploy({ config }, target, names) {
    const { waitFor, onFailure, onCancel, onConflict, codedeployDeploymentConfig } = config.rollout;
    const { application, deploymentGroup } = target;
    const [create = '', ...besides] = (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'CreateDeployment');
    const replaces = onConflict === 'replace';
    const undoes = replaces || (0,gates/* hasGate */.o)(config.gate) || onCancel !== 'leave' || (waitFor !== 'nothing' && onFailure !== 'leave');
    return [
        {
            sid: 'DeployWithCodeDeploy',
            actions: [
                create,
                ...(0,iam_actions/* actionsOf */.Ro)('codedeploy', 'GetDeployment', 'GetDeploymentGroup', 'ListDeployments'),
                // Several are looked at together.
                ...(config.rollouts.length > 1 && waitFor !== 'nothing' ? (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'BatchGetDeployments') : [])
            ],
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `deploymentgroup:${application}/${deploymentGroup}`)]
        },
        {
            sid: 'RegisterAppSpec',
            actions: [
                ...besides.filter(action => action.endsWith('ApplicationRevision')),
                ...(0,iam_actions/* actionsOf */.Ro)('codedeploy', 'ListDeploymentGroups')
            ],
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `application:${application}`)]
        },
        {
            sid: 'ReadDeploymentConfig',
            actions: (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'GetDeploymentConfig'),
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `deploymentconfig:${codedeployDeploymentConfig ?? '*'}`)]
        },
        {
            // None of these can be limited to a resource.
            sid: 'FollowCodeDeploy',
            actions: (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'ListApplications', ...(waitFor === 'nothing' ? [] : ['ListDeploymentTargets', 'BatchGetDeploymentTargets']), ...(undoes ? ['StopDeployment'] : []), ...(replaces || answersPauses(config) ? ['ContinueDeployment'] : [])),
            resources: ['*']
        }
    ];
}
/** The log streams of the containers that log by awslogs, in the region that each names. */
function listLogStreams(project, names) {
    const definition = definitionOf(project);
    if (definition === undefined)
        return [(0,text_arn/* arnOf */.RY)(names, 'logs', 'log-group:*:log-stream:*')];
    return (0,types/* listContainers */.ts)(definition).flatMap(({ record }) => {
        const log = (0,text_record/* own */.ZV)(record, 'logConfiguration');
        const options = (0,text_record/* isRecord */.u4)(log) ? (0,text_record/* own */.ZV)(log, 'options') : undefined;
        const group = (0,text_record/* isRecord */.u4)(options) ? (0,text_record/* own */.ZV)(options, 'awslogs-group') : undefined;
        const region = (0,text_record/* isRecord */.u4)(options) ? (0,text_record/* own */.ZV)(options, 'awslogs-region') : undefined;
        if (typeof group !== 'string')
            return [];
        // A pseudo parameter of a template stays one: a stack and its logs are in one partition.
        const partition = (of) => (names.partition.includes('$') ? names.partition : (0,text_arn/* partitionOf */.iQ)(of));
        const place = typeof region === 'string' ? { ...names, region, partition: partition(region) } : names;
        return [(0,text_arn/* arnOf */.RY)(place, 'logs', `log-group:${group}:log-stream:*`)];
    });
}
/** The task definition as it will be registered, but for the images. undefined: it is in no file. Throws ProblemsError. */
function definitionOf({ config, taskDefinition, assignments }) {
    return taskDefinition === undefined ? undefined : (0,task_definition/* shippedDefinition */.rX)(taskDefinition.value, config.files, assignments);
}
/** Roles that a task is given in the place of those of its definition. */
function rolesOf({ taskRoleArn, executionRoleArn }) {
    return [...new Set([taskRoleArn, executionRoleArn].flatMap(arn => arn ?? []))];
}

;// CONCATENATED MODULE: ./lib/pipeline/iam/deploy-action.js




/** What CodePipeline's own deploy action calls, as the role that it works with: the pipeline's, or that of another account. */
function allowDeployAction(project, target, names) {
    return project.engine === 'ECS'
        ? allowEcsAction(project, target, names)
        : allowCodeDeployAction(project, target, names);
}
function revisionsOf(project, names) {
    return [(0,text_arn/* arnOf */.RY)(names, 'ecs', `task-definition/${familyOf(project)}:*`)];
}
/** CodePipeline user guide, "Service role permissions: Amazon ECS standard action". */
function allowEcsAction(project, { cluster, service }, names) {
    return [
        { sid: 'ReadTaskDefinitions', actions: ['ecs:DescribeTaskDefinition'], resources: ['*'] },
        { sid: 'RegisterTaskDefinition', actions: ['ecs:RegisterTaskDefinition'], resources: revisionsOf(project, names) },
        ...tagOnRegistering(revisionsOf(project, names)),
        {
            sid: 'DeployService',
            actions: ['ecs:DescribeServices', 'ecs:UpdateService'],
            resources: [(0,text_arn/* arnOf */.RY)((0,pipeline_target/* placeOfCluster */.Rw)(project, names), 'ecs', `service/${cluster}/${service}`)]
        },
        ...passRoles(PASS_TASK_ROLES, rolesOfTask(project, names) ?? [], ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'])
    ];
}
/** CodePipeline user guide, "Service role permissions: CodeDeployToECS action". */
function allowCodeDeployAction(project, target, names) {
    const { application, deploymentGroup } = target;
    return [
        { sid: 'RegisterTaskDefinition', actions: ['ecs:RegisterTaskDefinition'], resources: revisionsOf(project, names) },
        ...tagOnRegistering(revisionsOf(project, names)),
        {
            sid: 'DeployWithCodeDeploy',
            actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment'],
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `deploymentgroup:${application}/${deploymentGroup}`)]
        },
        {
            sid: 'RegisterAppSpec',
            actions: ['GetApplication', 'GetApplicationRevision', 'RegisterApplicationRevision'].map(call => `codedeploy:${call}`),
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `application:${application}`)]
        },
        {
            sid: 'ReadDeploymentConfig',
            actions: ['codedeploy:GetDeploymentConfig'],
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', 'deploymentconfig:*')]
        },
        ...passRoles(PASS_TASK_ROLES, rolesOfTask(project, names) ?? [], ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'])
    ];
}

;// CONCATENATED MODULE: ./lib/pipeline/iam/cross-account.js





/** What CodePipeline and CodeBuild do with the key that artifacts are encrypted with. */
const USE_ARTIFACT_KEY = [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo'
];
const DEPLOY_ACCOUNT = '${DEPLOY_ACCOUNT_ID}';
const STACK_NAME = '${PIPELINE_STACK}';
const BUCKET = '${ARTIFACT_BUCKET}';
const KEY = '${ARTIFACT_KEY_ID}';
/**
 * For a pipeline that deploys into another account: the role there (its policy and who may assume it), and the policy of the repositories in the
 * pipeline's account, from which the tasks there pull. By the names of their files. CodePipeline user guide, "Create a pipeline in CodePipeline
 * that uses resources from another AWS account".
 *
 * @param names where the pipeline is
 */
function makeCrossAccountPolicies(project, names) {
    const target = (0,pipeline_target/* deploymentTarget */.nq)(project);
    if (target === undefined)
        return [];
    const account = (0,pipeline_target/* accountOfCluster */.xK)(project) ?? DEPLOY_ACCOUNT;
    const bucket = (0,text_arn/* arnOf */.RY)(names, 's3', BUCKET);
    const statements = [
        ...allowDeployAction(project, target, { ...names, account }),
        { sid: 'ReadArtifacts', actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [`${bucket}/*`] },
        { sid: 'LocateArtifacts', actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [bucket] },
        {
            sid: 'DecryptArtifacts',
            actions: ['kms:Decrypt', 'kms:DescribeKey'],
            resources: [(0,text_arn/* arnOf */.RY)(names, 'kms', `key/${KEY}`)]
        }
    ];
    return [
        ['cross-account-policy', toPolicy(statements)],
        ['cross-account-trust', trustPipeline(names)],
        [
            'cross-account-repository-policy',
            {
                Version: '2012-10-17',
                Statement: [
                    {
                        Sid: 'PullFromOtherAccount',
                        Effect: 'Allow',
                        Principal: { AWS: (0,text_arn/* arnOf */.RY)({ ...names, account }, 'iam', 'root') },
                        Action: iam_actions/* DOCKER_PULL */.h8
                    }
                ]
            }
        ]
    ];
}
/** CloudFormation names the pipeline's role by the stack, its resource and something random; the role need not exist yet. */
function trustPipeline(names) {
    const role = (0,text_arn/* arnOf */.RY)(names, 'iam', `role/${STACK_NAME}-PipelineRole-*`);
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Effect: 'Allow',
                Principal: { AWS: (0,text_arn/* arnOf */.RY)(names, 'iam', 'root') },
                Action: 'sts:AssumeRole',
                Condition: { ArnLike: { 'aws:PrincipalArn': role } }
            }
        ]
    };
}

;// CONCATENATED MODULE: ./lib/pipeline/iam/registry-policies.js






/** What stands where a role's name is not known. */
const DEPLOY_ROLE = '${DEPLOY_ROLE_NAME}';
const CODEBUILD_ROLE = '${CODEBUILD_ROLE_NAME}';
const EXECUTION_ROLE = '${EXECUTION_ROLE_NAME}';
/**
 * What registries that the settings name must allow, where those are another account's: the policy of a repository, for `aws ecr
 * set-repository-policy`, and, where repositories are created, that of the registry, for `aws ecr put-registry-policy`. By the names of their
 * files; empty where no registry is named. ECR user guide, "Private repository policies", "Private registry permissions".
 */
function makeRegistryPolicies(project, names) {
    const images = (0,build_facts/* listBuiltImages */.rn)(project).flatMap(image => (image.registry === undefined ? [] : [image]));
    const caches = (0,build_facts/* listCachePlaces */.hU)(project).filter(({ registry }) => registry !== undefined);
    const pushing = [
        ['Github', project.config.role?.arn ?? roleArnOf(names, DEPLOY_ROLE)],
        ['CodeBuild', roleArnOf(names, CODEBUILD_ROLE)]
    ];
    const registries = listRegistries(images.filter(image => image.createRepository));
    return [
        ...(images.length === 0 && caches.length === 0
            ? []
            : [['repository-policy', makeRepositoryPolicy(project, names, pushing)]]),
        ...registries.map(registry => {
            const file = registries.length === 1 ? '' : `-${registry.account}-${registry.region}`;
            return [`registry-policy${file}`, makeRegistryPolicy(registry, images, pushing)];
        })
    ];
}
function makeRepositoryPolicy(project, names, pushing) {
    const scans = project.config.scanGate === undefined ? [] : ['DescribeImageScanFindings', 'StartImageScan'];
    const actions = [
        ...(0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeRepositories', 'DescribeImages', 'BatchGetImage', 'PutImage'),
        ...iam_actions/* DOCKER_PUSH */.C1,
        ...(0,iam_actions/* actionsOf */.Ro)('ecr', ...scans).filter(action => action.startsWith('ecr:'))
    ];
    return toResourcePolicy([
        ...pushing.map(([from, role]) => ({ sid: `PushFrom${from}`, roles: [role], actions })),
        // Tasks of another account pull as their execution role.
        { sid: 'PullForTasks', roles: listExecutionRoles(project, names), actions: iam_actions/* DOCKER_PULL */.h8 }
    ]);
}
function makeRegistryPolicy(registry, images, pushing) {
    const { account, region } = registry;
    const created = images.filter(image => image.createRepository && isSame(image.registry, registry));
    const resources = created.map(({ repository }) => (0,text_arn/* arnOf */.RY)({ partition: (0,text_arn/* partitionOf */.iQ)(region), region, account }, 'ecr', `repository/${repository}`));
    return toResourcePolicy(pushing.map(([from, role]) => ({
        sid: `CreateRepositoriesFrom${from}`,
        roles: [role],
        actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'CreateRepository'),
        resources
    })));
}
function listExecutionRoles(project, names) {
    const roles = [project, ...project.others].map(each => {
        const role = (0,text_record/* own */.ZV)(definitionOf(each) ?? {}, 'executionRoleArn');
        return roleArnOf(names, typeof role === 'string' ? role : EXECUTION_ROLE);
    });
    return [...new Set(roles)];
}
function listRegistries(images) {
    const registries = images.flatMap(({ registry }) => registry ?? []);
    return registries.filter((registry, index) => registries.findIndex(other => isSame(other, registry)) === index);
}
function isSame(one, other) {
    return one?.account === other.account && one.region === other.region;
}
/** A policy of a resource names who may; that of a repository names no resource. */
function toResourcePolicy(grants) {
    const single = (values) => values.length === 1 && values[0] !== undefined ? values[0] : values;
    return {
        Version: '2012-10-17',
        Statement: grants.map(({ sid, roles, actions, resources }) => ({
            Sid: sid,
            Effect: 'Allow',
            Principal: { AWS: single(roles) },
            Action: [...new Set(actions)],
            ...(resources === undefined ? {} : { Resource: single([...new Set(resources)]) })
        }))
    };
}

// EXTERNAL MODULE: ./lib/preflight/value-from.js
var value_from = __webpack_require__(8083);
// EXTERNAL MODULE: ./lib/preflight/requirements.js
var requirements = __webpack_require__(4943);
;// CONCATENATED MODULE: ./lib/pipeline/iam/plan-permissions.js








/**
 * What a role needs that plans and never ships: everything is looked at, nothing is changed, and no secret's value is read. What it may
 * not look at a plan skips.
 */
function allowPlan(project, names) {
    const target = (0,pipeline_target/* deploymentTarget */.nq)(project);
    const cluster = (0,text_arn/* arnOf */.RY)((0,pipeline_target/* placeOfCluster */.Rw)(project, names), 'ecs', `cluster/${(0,pipeline_target/* clusterName */.SL)(project.config)}`);
    return [
        {
            sid: 'SlipwayPlanImages',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeRepositories', 'DescribeImages', 'BatchGetImage', 
            // An image of one platform says in its config which one that is.
            'GetDownloadUrlForLayer'),
            resources: listBuiltAndExisting(project, names)
        },
        {
            // None of these can be limited to a repository.
            sid: 'SlipwayPlanRegistry',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribePullThroughCacheRules', 'DescribeRegistry', 'DescribeRepositoryCreationTemplates', 'GetSigningConfiguration'),
            resources: ['*']
        },
        { sid: 'SlipwayPlanTaskDefinitions', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'DescribeTaskDefinition'), resources: ['*'] },
        { sid: 'SlipwayPlanCluster', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'DescribeClusters'), resources: [cluster] },
        {
            sid: 'SlipwayPlanServices',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'ListServices'),
            resources: target === undefined ? [] : ['*'],
            conditions: { ArnEquals: { 'ecs:cluster': cluster } }
        },
        ...(target === undefined ? [] : plan_permissions_allowService(project, target, names)),
        ...plan_permissions_allowTask(project, names)
    ];
}
function plan_permissions_allowService(project, target, names) {
    const service = (0,text_arn/* arnOf */.RY)((0,pipeline_target/* placeOfCluster */.Rw)(project, names), 'ecs', `service/${target.cluster}/${target.service}`);
    return [
        { sid: 'SlipwayPlanService', actions: (0,iam_actions/* actionsOf */.Ro)('ecs', 'DescribeServices'), resources: [service] },
        ...(project.engine === 'ECS' ? [] : plan_permissions_allowCodeDeploy(target, names)),
        {
            // None of these can be limited to a resource.
            sid: 'SlipwayPlanTraffic',
            actions: [
                ...(0,iam_actions/* actionsOf */.Ro)('elastic-load-balancing-v2', 'DescribeTargetGroups', 'DescribeListeners', 'DescribeRules'),
                ...(0,iam_actions/* actionsOf */.Ro)('ec2', 'DescribeSubnets', 'DescribeSecurityGroups')
            ],
            resources: ['*']
        }
    ];
}
function plan_permissions_allowCodeDeploy({ application, deploymentGroup }, names) {
    return [
        {
            sid: 'SlipwayPlanDeploymentGroup',
            actions: (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'GetDeploymentGroup', 'GetDeployment', 'ListDeployments'),
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `deploymentgroup:${application}/${deploymentGroup}`)]
        },
        {
            sid: 'SlipwayPlanApplication',
            actions: (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'ListDeploymentGroups'),
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', `application:${application}`)]
        },
        {
            sid: 'SlipwayPlanDeploymentConfig',
            actions: (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'GetDeploymentConfig'),
            resources: [(0,text_arn/* arnOf */.RY)(names, 'codedeploy', 'deploymentconfig:*')]
        },
        { sid: 'SlipwayPlanApplications', actions: (0,iam_actions/* actionsOf */.Ro)('codedeploy', 'ListApplications'), resources: ['*'] }
    ];
}
/** What the tasks need to start: roles, secrets, parameters and log groups. */
function plan_permissions_allowTask(project, names) {
    const definition = definitionOf(project);
    const values = (0,types/* listContainers */.ts)(definition ?? {})
        .flatMap(({ record }) => (0,requirements/* listSecrets */.AQ)(record))
        .map(({ valueFrom }) => (0,value_from/* readValueFrom */.i)(valueFrom));
    const secrets = definition === undefined
        ? [(0,text_arn/* arnOf */.RY)(names, 'secretsmanager', 'secret:*')]
        : values.flatMap(value => (value.kind === 'secret' ? [value.arn] : []));
    const readsParameters = definition === undefined || values.some(({ kind }) => kind === 'parameter');
    const groups = definition === undefined
        ? [(0,text_arn/* arnOf */.RY)(names, 'logs', 'log-group:*')]
        : (0,requirements/* listLogGroups */.bn)(definition, project.config.region).map(({ region }) => (0,text_arn/* arnOf */.RY)(plan_permissions_placeOf(names, project, region), 'logs', 'log-group:*'));
    // Which role the deployment group works with is not known here.
    const roles = definition === undefined || project.engine !== 'ECS'
        ? [(0,text_arn/* arnOf */.RY)(names, 'iam', 'role/*')]
        : (rolesOfTask(project, names) ?? []);
    return [
        { sid: 'SlipwayPlanRoles', actions: (0,iam_actions/* actionsOf */.Ro)('iam', 'GetRole'), resources: roles },
        {
            // For who plans, and for CodeDeploy's role: neither is known here.
            sid: 'SlipwayPlanPassRole',
            actions: (0,iam_actions/* actionsOf */.Ro)('iam', 'SimulatePrincipalPolicy'),
            resources: roles.length === 0 ? [] : [(0,text_arn/* arnOf */.RY)(names, 'iam', 'role/*')]
        },
        { sid: 'SlipwayPlanSecrets', actions: (0,iam_actions/* actionsOf */.Ro)('secrets-manager', 'DescribeSecret'), resources: secrets },
        {
            sid: 'SlipwayPlanParameters',
            actions: (0,iam_actions/* actionsOf */.Ro)('ssm', 'DescribeParameters'),
            resources: readsParameters ? ['*'] : []
        },
        { sid: 'SlipwayPlanLogGroups', actions: (0,iam_actions/* actionsOf */.Ro)('cloudwatch-logs', 'DescribeLogGroups'), resources: groups }
    ];
}
/** Another region's name; that of the project stays as `names` has it. */
function plan_permissions_placeOf(names, { config }, region) {
    return region === config.region ? names : { ...names, region, partition: (0,text_arn/* partitionOf */.iQ)(region) };
}

// EXTERNAL MODULE: ./lib/pipeline/workflow-approval.js
var workflow_approval = __webpack_require__(5153);
;// CONCATENATED MODULE: ./lib/pipeline/iam/iam.js














/** What stands where a name is not known; `envsubst` or an editor puts it in. */
const ACCOUNT = '${ACCOUNT_ID}';
const iam_BUCKET = '${ARTIFACT_BUCKET}';
const PROJECT = '${CODEBUILD_PROJECT}';
const OWNER = '${GITHUB_OWNER}';
const REPOSITORY = '${GITHUB_REPOSITORY_NAME}';
const IDS = ['${GITHUB_OWNER_ID}', '${GITHUB_REPOSITORY_ID}'];
/** Who issues the tokens of github.com's jobs, where an enterprise has no issuer of its own. */
const ISSUER = 'https://token.actions.githubusercontent.com';
/**
 * The policies as JSON, ready for `aws iam create-role` and `put-role-policy`: for the role that the workflow assumes, and for the one that
 * CodeBuild works with where the pipeline's stack does not make it; each with its trust policy. A third one is for a role that plans only:
 * in a pull request, say, with the trust that its workflow needs. For repositories of other accounts, the policies that those must have.
 *
 * @throws ProblemsError what is wrong with the task definition and the settings for it
 */
function renderIam(project, options) {
    const problems = [...(0,pipeline_target/* checkAccounts */.JP)(project, options), ...(0,iam_secrets/* checkKeys */.L)(project, options)];
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    const { region } = project.config;
    const names = { partition: (0,text_arn/* partitionOf */.iQ)(region), region, account: options.account ?? ACCOUNT };
    const checksumIn = (0,pipeline_target/* inDirectory */.zX)(options, `iam/${project.prefix}checksums.txt`);
    const file = (name, content) => ({
        path: (0,pipeline_target/* inDirectory */.zX)(options, `iam/${project.prefix}${name}.json`),
        text: (0,text_record/* writeJson */.GF)(content),
        checksumIn
    });
    const allowAll = (allow) => mergeStatements([project, ...project.others].flatMap(service => allow(service, names)));
    const secrets = (0,iam_secrets/* listBuildSecrets */.Wg)(project, options);
    const places = {
        bucket: iam_BUCKET,
        reports: (0,kept/* keepsReports */.Ci)(options.present ?? '') ? `${PROJECT}-*` : undefined,
        logGroup: `/aws/codebuild/${PROJECT}`,
        secrets: [
            ...secrets.given.map(name => (0,text_arn/* arnOf */.RY)(names, 'secretsmanager', `secret:\${${name}_SECRET}`)),
            ...(secrets.givesDockerHub ? [(0,text_arn/* arnOf */.RY)(names, 'secretsmanager', `secret:\${DOCKER_HUB_SECRET}`)] : [])
        ]
    };
    return [
        file('deploy-policy', toPolicy(allowAll(allowDeployment))),
        file('deploy-trust', trustGithub(project, names, options)),
        file('plan-policy', toPolicy(allowAll(allowPlan))),
        file('codebuild-policy', toPolicy(allowBuild(project, names, options, places))),
        file('codebuild-trust', trustService('codebuild', names, region)),
        ...makeRegistryPolicies(project, names).map(([name, policy]) => file(name, policy)),
        ...(options.parts.includes('cross-account') ? makeCrossAccountPolicies(project, names) : []).map(([name, policy]) => file(name, policy))
    ];
}
/** What CodeBuild's role needs: its log, the pipeline's artifacts, and what the buildspec does with the images. */
function allowBuild(project, names, options, { bucket, logGroup, reports, secrets }) {
    const used = (0,iam_secrets/* listBuildSecrets */.Wg)(project, options);
    const group = (0,text_arn/* arnOf */.RY)(names, 'logs', `log-group:${logGroup}`);
    return [
        {
            sid: 'WriteLog',
            actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [group, `${group}:*`]
        },
        ...allowArtifacts(names, bucket, ['s3:GetBucketAcl', 's3:GetBucketLocation']),
        ...allowImages(project, names, (0,build_reads/* readsEcrPublic */.PF)(project)),
        {
            sid: 'WriteReports',
            actions: ['CreateReportGroup', 'CreateReport', 'UpdateReport', 'BatchPutTestCases', 'BatchPutCodeCoverages'].map(call => `codebuild:${call}`),
            resources: reports === undefined ? [] : [(0,text_arn/* arnOf */.RY)(names, 'codebuild', `report-group/${reports}`)]
        },
        { sid: 'ReadBuildSecrets', actions: ['secretsmanager:GetSecretValue'], resources: secrets },
        ...(0,iam_secrets/* allowSources */.wr)(used.named, names),
        ...(0,iam_secrets/* allowDecryption */.xx)((0,iam_secrets/* readsSecrets */.h7)(used) ? (options.kmsKeys ?? []) : [], names, project.config.region)
    ];
}
/** Reading and writing the artifacts of a pipeline, and what its bucket is asked for. */
function allowArtifacts(names, bucket, ofBucket) {
    const arn = (0,text_arn/* arnOf */.RY)(names, 's3', bucket);
    return [
        {
            sid: 'ReadAndWriteArtifacts',
            actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
            resources: [`${arn}/*`]
        },
        { sid: 'LookAtArtifactBucket', actions: ofBucket, resources: [arn] }
    ];
}
/**
 * Who may assume the role: a workflow of this repository, for this environment or, where there is none, from this branch and these tags. The
 * environment is named as GitHub knows it. The subject has two forms, of which a repository sends one: the newer one has GitHub's numbers in it (repositories made since July 2026, or moved to it),
 * so that nobody gets in who takes over a name that was given up. GitHub, "OpenID Connect reference"; the audience is that of the region's STS.
 */
function trustGithub(project, names, options) {
    const [owner = OWNER, repository = REPOSITORY] = options.githubRepository?.split('/') ?? [];
    const [ownerId = IDS[0], repositoryId = IDS[1]] = options.githubIds?.split('/') ?? [];
    const repositories = [`${owner}/${repository}`, `${owner}@${ownerId}/${repository}@${repositoryId}`];
    const contexts = listContexts(project, options);
    const subjects = contexts.flatMap(context => repositories.map(name => `repo:${name}:${context}`));
    // IAM names a provider by its URL without the scheme.
    const provider = (options.oidcIssuer ?? ISSUER).replace(/^https:\/\//, '');
    const audience = { [`${provider}:aud`]: names.partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com' };
    const subject = { [`${provider}:sub`]: subjects };
    const isPattern = contexts.some(context => context.startsWith('ref:refs/tags/') && context.includes('*'));
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Effect: 'Allow',
                Principal: { Federated: (0,text_arn/* arnOf */.RY)(names, 'iam', `oidc-provider/${provider}`) },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: isPattern
                    ? { StringEquals: audience, StringLike: subject }
                    : { StringEquals: { ...audience, ...subject } }
            }
        ]
    };
}
/** What a subject ends in: that of the job that ships, and that of a second one that continues after an approval. */
function listContexts(project, { branch, gitTags = [], tagsAlone }) {
    const { environment } = project.config.report.github;
    const second = (0,workflow_approval/* waitsForApproval */.XM)(project) ? [contextOf((0,workflow_approval/* approvalEnvironment */.HC)(project))] : [];
    if (environment !== undefined)
        return [contextOf(environment), ...second];
    const branches = tagsAlone === true ? [] : [`ref:refs/heads/${branch}`];
    return [...branches, ...gitTags.map(tag => `ref:refs/tags/${tag}`), ...second];
}
/** A colon of an environment's name is `%3A` in the subject (GitHub, "OpenID Connect reference"). */
function contextOf(environment) {
    return `environment:${environment.replaceAll(':', '%3A')}`;
}

// EXTERNAL MODULE: ./lib/config/deploy-settings.js
var deploy_settings = __webpack_require__(4869);
// EXTERNAL MODULE: ./lib/config/table/settings-table.js
var settings_table = __webpack_require__(9537);
;// CONCATENATED MODULE: ./lib/pipeline/template/deploy-buildspec.js



/** What the action hands to those after it, and shows: `#{Deploy.OUTCOME}`. */
const EXPORTED = [
    'OUTCOME',
    'REASON',
    'TASK_DEFINITION_ARN',
    'PREVIOUS_TASK_DEFINITION_ARN',
    'SERVICE_DEPLOYMENT_ARN',
    'CODEDEPLOY_DEPLOYMENT_ID',
    'CONSOLE_URL',
    'EXECUTION_TYPE'
];
/** Slipway runs on Node 20 and newer; CodeBuild's standard images of AL2023 have this one. */
const NODE_VERSION = 22;
/**
 * The buildspec of the deploy project: Slipway at its pinned version, `slipway deploy` on the artifact of the build, what a killed run left.
 * It stands in the template and not in the repository: what runs with the deploy role is changed by whoever changes the stack.
 *
 * CodeBuild user guide, "Build specification reference for CodeBuild" and "Environment variables in build environments".
 */
function renderDeployBuildspec(project, options, deployer, { stage, artifact }) {
    const slipway = 'node "$SLIPWAY_HOME/dist/cli/index.js"';
    const flags = listFlags(project, options);
    const deploy = [
        `${slipway} deploy "$CODEBUILD_SRC_DIR_${artifact}"`,
        ...flags,
        '--cleanup-record="$SLIPWAY_HOME/record"'
    ];
    return `version: 0.2

env:
  shell: bash
  exported-variables:
${EXPORTED.map(name => `    - ${name}\n`).join('')}
phases:
  install:
    runtime-versions:
      nodejs: ${NODE_VERSION}
    commands:
      - SLIPWAY_HOME="$(mktemp -d)" && export SLIPWAY_HOME

      # ${describeSource(deployer)} What has another hash is not run.
      - |
${deploy_buildspec_indent(fetchSlipway(deployer))}

  pre_build:
    commands:
      # A rollback of the stage deploys the files of an earlier execution: its kind is told, and the deployment is the same.
      - |
${deploy_buildspec_indent(findExecutionType(stage))}

  build:
    commands:
      # A build that is stopped may signal this shell alone: the deployment hears of it too, and does what on-cancel says.
      - |
${deploy_buildspec_indent(`${deploy.join(' \\\n  ')} --export="$SLIPWAY_HOME/variables" &
SLIPWAY_PID=$!
trap 'kill -s TERM "$SLIPWAY_PID" 2>/dev/null' HUP INT TERM
SLIPWAY_STATUS=0
wait "$SLIPWAY_PID" || SLIPWAY_STATUS=$?
while kill -0 "$SLIPWAY_PID" 2>/dev/null; do
  SLIPWAY_STATUS=0
  wait "$SLIPWAY_PID" || SLIPWAY_STATUS=$?
done
trap - HUP INT TERM
if [ -f "$SLIPWAY_HOME/variables" ]; then
  set -a
  . "$SLIPWAY_HOME/variables"
  set +a
fi
# 1 failed, 2 invalid use, 3 rolled back, 4 timed out, 5 superseded, 6 cancelled.
(exit "$SLIPWAY_STATUS")`)}
    finally:
      # Where the deployment was killed: what it noted is undone, as on-cancel says. Else there is nothing to do.
      - |
${deploy_buildspec_indent(`${deploy.join(' \\\n  ')} --clean-up`)}
`;
}
function describeSource({ archive }) {
    return archive.from === 'npm' ? `Slipway ${archive.version}, from npm.` : 'Slipway, from its archive.';
}
/** Elsewhere than in the source, whose .npmrc may name another registry. */
function fetchSlipway({ archive, hash }) {
    const download = archive.from === 'npm'
        ? `npm pack --silent ${deploy_buildspec_quote(`${archive.name}@${archive.version}`)} > archive &&
  mv "$(cat archive)" slipway.tgz`
        : `curl --fail --silent --show-error --location --proto =https --proto-redir =https --output slipway.tgz ${deploy_buildspec_quote(archive.url)}`;
    return `(
  cd "$SLIPWAY_HOME" &&
  ${download} &&
  echo '${hash.hex}  slipway.tgz' | ${hash.algorithm}sum --check --quiet - &&
  tar -xzf slipway.tgz --strip-components=1 &&
  node dist/cli/index.js version
)`;
}
/** Not to know it keeps nobody from deploying. */
function findExecutionType(stage) {
    return `EXECUTION_TYPE="$(aws codepipeline get-pipeline-state --name "\${CODEBUILD_INITIATOR#codepipeline/}" \\
  --query "stageStates[?stageName=='${stage}'].latestExecution.type | [0]" --output text)" || EXECUTION_TYPE=
export EXECUTION_TYPE
if [ "$EXECUTION_TYPE" = ROLLBACK ]; then
  echo 'This is a rollback of the stage: the files are those of an earlier execution of the pipeline.'
fi`;
}
/** The settings file is that of the source; what was said by flags is said again. */
function listFlags({ environment, settingsFile }, { settings }) {
    const named = Object.entries({
        ...(settingsFile === undefined || settingsFile === 'slipway.yml' ? {} : { config: settingsFile }),
        ...(environment === undefined ? {} : { environment }),
        ...settings
    });
    return named.flatMap(([name, value]) => {
        const option = (0,settings_table/* findSetting */.SP)(name)?.option;
        return option === undefined || !(0,deploy_settings/* isDeploySetting */.Y)(option.name, option.group) || name === 'artifacts-directory'
            ? []
            : [`--${name}=${deploy_buildspec_quote(value)}`];
    });
}
function deploy_buildspec_indent(script) {
    return script.replace(/^(?=.)/gm, '        ');
}
function deploy_buildspec_quote(text) {
    return (0,shell/* quoteWord */.X)(text) ?? "''";
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./lib/pipeline/template/yaml.js


/** One of CloudFormation's functions in its short form, `!Ref Branch`. */
class Intrinsic {
    name;
    value;
    constructor(name, value) {
        this.name = name;
        this.value = value;
    }
}
const ref = (name) => new Intrinsic('Ref', name);
const getAtt = (resource, attribute) => new Intrinsic('GetAtt', `${resource}.${attribute}`);
const sub = (text) => new Intrinsic('Sub', text);
const subWith = (text, values) => new Intrinsic('Sub', [text, values]);
const when = (condition, then, otherwise) => new Intrinsic('If', [condition, then, otherwise]);
const equals = (one, other) => new Intrinsic('Equals', [one, other]);
const not = (condition) => new Intrinsic('Not', [condition]);
const yaml_select = (index, list) => new Intrinsic('Select', [index, list]);
const split = (separator, text) => new Intrinsic('Split', [separator, text]);
const NO_VALUE = ref('AWS::NoValue');
/** A comment as a member of a mapping, for the members that follow it; not for the first member of a list's entry. */
function yaml_comment(...lines) {
    return Object.fromEntries(lines.map(line => [`# ${(0,one_line/* toOneLine */.G)(line)}`, null]));
}
const SCHEMA = js_yaml/* DUMP_SCHEMA */.Xe.withTags(['Ref', 'GetAtt', 'Sub'].map(name => (0,js_yaml/* defineScalarTag */.Gf)(`!${name}`, {
    resolve: source => new Intrinsic(name, source),
    identify: value => value instanceof Intrinsic && value.name === name && typeof value.value === 'string',
    represent: (value) => String(value.value)
})), ['Sub', 'If', 'Equals', 'Not', 'Select', 'Split'].map(name => (0,js_yaml/* defineSequenceTag */.NE)(`!${name}`, {
    create: () => [],
    addItem: (list, item) => void list.push(item),
    identify: value => value instanceof Intrinsic && value.name === name && typeof value.value !== 'string',
    represent: (value) => (typeof value.value === 'string' ? [] : value.value)
})));
/** The text of a section: its entries with an empty line between them, where there is more than a line to each. */
function dumpSection(name, entries) {
    const texts = Object.entries(entries).map(([key, value]) => yaml_indent(dumpPart({ [key]: value })));
    const isShort = texts.every(text => text.split('\n').length <= 2);
    return `${name}:\n${texts.join(isShort ? '' : '\n')}`;
}
/** YAML in which the members made by `comment` are comments. */
function dumpPart(value) {
    const text = (0,js_yaml/* dump */.Bh)(value, { lineWidth: -1, noRefs: true, schema: SCHEMA });
    return text.replace(/^( *)(['"]?)(# .*)\2: null$/gm, (_, space, quote, written) => {
        const plain = quote === "'" ? written.replaceAll("''", "'") : written;
        return `${space}${plain}`;
    });
}
function yaml_indent(text) {
    return text.replace(/^(?=.)/gm, '  ');
}

;// CONCATENATED MODULE: ./lib/pipeline/template/names.js


/** The stack's own account and region: nothing of them is written into the template. */
const STACK = {
    partition: '${AWS::Partition}',
    region: '${AWS::Region}',
    account: '${AWS::AccountId}'
};
/** The bucket of the artifacts: the one that is given, else the one that the stack makes. */
const names_BUCKET = '${ArtifactStore}';
const MAKES_BUCKET = 'MakesArtifactBucket';
const bucketName = () => when(MAKES_BUCKET, ref('MadeArtifactBucket'), ref('ArtifactBucket'));
/**
 * A policy with the stack's names in it; `resources` has those, by statement, that are more than a text, and `further` what can be said in a
 * template alone.
 */
function toStackPolicy(statements, resources = {}, further = []) {
    const policy = toPolicy(statements);
    const own = policy.Statement.map(statement => ({
        ...toStack(statement),
        ...(resources[statement.Sid] === undefined ? {} : { Resource: resources[statement.Sid] ?? '' })
    }));
    return { Version: policy.Version, Statement: [...own, ...further] };
}
/** The same value for a template: a text with a name of the stack in it becomes a function that puts the name in. */
function toStack(value) {
    if (Array.isArray(value))
        return value.map(toStack);
    if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toStack(member)]));
    }
    const text = String(value);
    if (text.includes(names_BUCKET))
        return subWith(text, { ArtifactStore: bucketName() });
    const [, resource, attribute] = /^\$\{([A-Za-z0-9:]+)(?:\.([A-Za-z]+))?\}$/.exec(text) ?? [];
    if (resource !== undefined)
        return attribute === undefined ? ref(resource) : getAtt(resource, attribute);
    return text.includes('${') ? sub(text) : text;
}

;// CONCATENATED MODULE: ./lib/pipeline/template/deploy.js









/** The stage that deploys, and the artifacts that its project reads. */
const DEPLOY_STAGE = 'Deploy';
const SOURCE_ARTIFACT = 'SourceOutput';
const BUILD_ARTIFACT = 'BuildOutput';
const LOG_GROUP = '/aws/codebuild/${AWS::StackName}-deploy';
/** To start, to check, and to tell how it ended. */
const OTHER_MINUTES = 15;
/** What the service or its deployment group waits by itself is not known here; this much of it is allowed for. */
const OWN_WAITS_MINUTES = 60;
/** CodeBuild's limit for a build that nothing else is said of (8 hours): what may take longer is no wait of a build. */
const MAX_MINUTES = 480;
const DEPLOY_TIMEOUT = 'DeployTimeoutInMinutes';
/** How long the deployment may take. Slipway ends by itself: CodeBuild's limit is for what hangs, and must not come first. */
function makeDeployParameters({ config }) {
    const { waitForMinutes, onConflict } = config.rollout;
    // What goes wrong at the very end is undone, and that is followed as long; the task before it has as much time, and so has a wait for others.
    const waits = 2 + (config.runTask === undefined ? 0 : 1) + (onConflict === 'wait' ? 1 : 0);
    const gate = (0,gates/* hasGate */.o)(config.gate) ? config.gate.gateTimeoutMinutes : 0;
    return {
        [DEPLOY_TIMEOUT]: {
            Type: 'Number',
            Description: 'When CodeBuild ends a deployment that hangs; more than wait-for-minutes and what the service or its deployment group waits by itself (bake time, termination wait)',
            Default: Math.min(MAX_MINUTES, OTHER_MINUTES + OWN_WAITS_MINUTES + gate + waits * waitForMinutes),
            MinValue: 5,
            MaxValue: MAX_MINUTES
        }
    };
}
/** The CodeBuild project that deploys as the Action does, its log and its role. */
function makeDeploy(project, options, deployer) {
    return {
        DeployLog: {
            Type: 'AWS::Logs::LogGroup',
            DeletionPolicy: 'Delete',
            UpdateReplacePolicy: 'Delete',
            Properties: { LogGroupName: sub(LOG_GROUP), RetentionInDays: ref('LogRetentionInDays') }
        },
        DeployRole: {
            Type: 'AWS::IAM::Role',
            Properties: {
                AssumeRolePolicyDocument: toStack(trustService('codebuild', STACK, project.config.region)),
                Policies: [{ PolicyName: 'deploy', PolicyDocument: toStackPolicy(allowDeployProject(project)) }]
            }
        },
        DeployProject: {
            Type: 'AWS::CodeBuild::Project',
            Properties: {
                ServiceRole: getAtt('DeployRole', 'Arn'),
                Source: {
                    Type: 'CODEPIPELINE',
                    BuildSpec: renderDeployBuildspec(project, options, deployer, {
                        stage: DEPLOY_STAGE,
                        artifact: BUILD_ARTIFACT
                    })
                },
                Artifacts: { Type: 'CODEPIPELINE' },
                Environment: {
                    Type: 'LINUX_CONTAINER',
                    ComputeType: 'BUILD_GENERAL1_SMALL',
                    Image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0'
                },
                LogsConfig: { CloudWatchLogs: { Status: 'ENABLED', GroupName: ref('DeployLog') } },
                TimeoutInMinutes: ref(DEPLOY_TIMEOUT),
                QueuedTimeoutInMinutes: 480
            }
        }
    };
}
/** The action of the deploy stage. */
function deployBySlipway() {
    return {
        ActionTypeId: { Category: 'Build', Owner: 'AWS', Provider: 'CodeBuild', Version: '1' },
        ...yaml_comment('It runs slipway deploy, which registers taskdefinition.json, deploys, follows, says why, and does on-failure itself.', 'Its variables: #{Deploy.OUTCOME}, #{Deploy.REASON} and others. The stage has no OnFailure: a second rollback would be one too many.'),
        Namespace: DEPLOY_STAGE,
        Configuration: {
            ProjectName: ref('DeployProject'),
            ...yaml_comment('The settings are those of the source, the files those of the build.'),
            PrimarySource: SOURCE_ARTIFACT
        },
        InputArtifacts: [{ Name: SOURCE_ARTIFACT }, { Name: BUILD_ARTIFACT }]
    };
}
/** What the deployment calls, and what CodeBuild itself needs for it. Nothing is built, so the images are only looked at. */
function allowDeployProject(project) {
    const { config } = project;
    const group = (0,text_arn/* arnOf */.RY)(STACK, 'logs', `log-group:${LOG_GROUP}`);
    const bucket = (0,text_arn/* arnOf */.RY)(STACK, 's3', names_BUCKET);
    const images = config.images.filter(({ kind }) => kind === 'existing');
    const deployed = { ...project, config: { ...config, images, registries: [], scanGate: undefined } };
    return [
        { sid: 'WriteLog', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] },
        { sid: 'ReadArtifacts', actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [`${bucket}/*`] },
        { sid: 'LookAtArtifactBucket', actions: ['s3:GetBucketAcl', 's3:GetBucketLocation'], resources: [bucket] },
        {
            sid: 'LookAtExecution',
            actions: ['codepipeline:GetPipelineState'],
            resources: [(0,text_arn/* arnOf */.RY)(STACK, 'codepipeline', '${AWS::StackName}')]
        },
        ...allowDeployment(deployed, STACK)
            .filter(({ sid }) => sid !== 'LookAtImages')
            .map(statement => ({ ...statement, resources: statement.resources.map(escapeNames) })),
        {
            sid: 'LookAtImages',
            actions: (0,iam_actions/* actionsOf */.Ro)('ecr', 'DescribeImages'),
            resources: listBuiltAndExisting(project, STACK)
        }
    ];
}
/** What files and settings name may hold `${`, which in a template's Sub is a name of the stack: `${!` is the text itself. */
function escapeNames(resource) {
    return resource.replace(/\$\{(?!AWS::)/g, '${!');
}

;// CONCATENATED MODULE: ./lib/pipeline/template/check.js






/**
 * What CodePipeline's deploy actions cannot do, as far as it changes what runs in the end, and what they cannot do without.
 *
 * @throws ProblemsError with all of it
 */
function checkPipeline(project, options) {
    const several = (0,pipeline_target/* findSeveralServices */.gW)(project);
    if (several.length > 0)
        throw new errors/* ProblemsError */.FQ(several);
    const target = (0,pipeline_target/* deploymentTarget */.nq)(project);
    const isOurs = options.deployer.kind === 'slipway';
    const problems = [
        ...(0,pipeline_target/* checkAccounts */.JP)(project, options),
        ...(0,iam_secrets/* checkKeys */.L)(project, options),
        ...findMissing(project, target, isOurs),
        ...(isOurs ? [...findTooLong(project), ...findPaused(project)] : check_findUncarried(project, options))
    ];
    if (project.engine === 'ECS' && options.parts.includes('codedeploy')) {
        const what = '--with codedeploy is for a service that CodeDeploy deploys, and these settings deploy by ECS itself.';
        problems.push({ code: 'no-effect', place: {}, what, next: 'Leave it out, or give an appspec.' });
    }
    if (problems.length > 0 || target === undefined)
        throw new errors/* ProblemsError */.FQ(problems);
    return target;
}
/** Settings that only change how a deployment is followed: the pipeline waits for its end in its own way. */
function listFollowing({ config }) {
    const { waitFor, onCancel, onConflict, failAfter, codedeployDeploymentDescription } = config.rollout;
    const given = [
        ['wait-for', waitFor !== 'stable'],
        ['on-cancel', onCancel !== 'rollback'],
        ['on-conflict', onConflict !== undefined],
        ['fail-after', failAfter !== undefined],
        ['codedeploy-deployment-description', codedeployDeploymentDescription !== undefined]
    ];
    return given.filter(([, isSet]) => isSet).map(([name]) => name);
}
/** What a deployment by CodeBuild cannot do. */
function findTooLong({ settingsFile, config }) {
    const { waitForMinutes } = config.rollout;
    if (waitForMinutes < MAX_MINUTES)
        return [];
    const what = `wait-for-minutes is ${waitForMinutes}, and a build of CodeBuild ends after ${MAX_MINUTES} minutes.`;
    const place = { file: settingsFile, path: 'wait-for-minutes' };
    return [{ code: 'not-in-codepipeline', place, what, next: 'Wait less, or use --deploy=aws.' }];
}
/** The action would end where the deployment waits, and the pipeline has nothing that continues it. */
function findPaused({ settingsFile, config }) {
    if (config.rollout.waitFor !== 'paused')
        return [];
    const what = 'wait-for is paused, and nothing in the pipeline continues a deployment that waits.';
    const next = 'Use wait-for: stable with a gate (gate-command, gate-urls), or have a person approve before the deployment: --with=approval.';
    return [{ code: 'not-in-codepipeline', place: { file: settingsFile, path: 'wait-for' }, what, next }];
}
function gateSettings({ gate }) {
    return [
        ...(gate.gateCommand === undefined ? [] : ['gate-command']),
        ...(gate.gateUrls.length === 0 ? [] : ['gate-urls'])
    ];
}
/** What CodePipeline's own action will not do with these settings, for whoever has not chosen who deploys; undefined: nothing that counts. */
function adviseDeployer(project) {
    const following = listFollowing(project);
    const ignored = following.length === 0 ? '' : ` ${(0,format/* listNames */.Zv)(following)} will have no effect.`;
    const advice = '--deploy=slipway deploys as the Action does (docs/codepipeline.md).';
    if (project.engine === 'ECS') {
        return `CodePipeline's ECS action deploys images alone, says no reason and does not see a circuit breaker, a bake time or a canary.${ignored} ${advice}`;
    }
    return following.length === 0
        ? undefined
        : `CodePipeline's CodeDeployToECS action waits in its own way.${ignored} ${advice}`;
}
function findMissing(project, target, isOurs) {
    const { engine, taskDefinition, appspec, config } = project;
    const missing = (setting, what, next) => ({
        code: 'missing-setting',
        place: { file: project.settingsFile, path: setting },
        what,
        next
    });
    return [
        ...(target === undefined
            ? [missing('service', 'The deploy stage of a pipeline needs a service, and none is given.', 'Add service.')]
            : []),
        ...(taskDefinition === undefined
            ? [
                missing('task-definition', 'A pipeline works on the files of the repository, and the task definition is not one of them.', 'Name a file.')
            ]
            : []),
        ...(engine === 'ECS' && config.images.length === 0 && !isOurs
            ? [missing('repository', "CodePipeline's ECS action deploys images, and none is shipped.", 'Add repository.')]
            : []),
        ...(engine === 'CodeDeployToECS' && appspec === undefined
            ? [
                missing('appspec', isOurs
                    ? 'slipway deploy takes an AppSpec that the build has written, and it needs a file for that.'
                    : "CodePipeline's CodeDeployToECS action needs an AppSpec that is a file.", 'Write an appspec.yml.')
            ]
            : [])
    ];
}
/**
 * The ECS action registers a copy of the revision that runs, with other images; CodeDeployToECS registers the whole file, but changes
 * nothing else of the service either.
 */
function check_findUncarried(project, options) {
    const { engine, settingsFile, config } = project;
    const { rollout, files } = config;
    const refuse = (settings, why, next) => settings.length === 0
        ? []
        : [
            {
                code: 'not-in-codepipeline',
                place: { file: settingsFile, path: settings[0] },
                what: `CodePipeline's ${engine} action cannot carry ${(0,format/* listNames */.Zv)(settings)}: ${why}.`,
                next: `${next} Or let Slipway deploy: --deploy=slipway.`
            }
        ];
    const ofService = [
        ['desired-count', rollout.desiredCount !== undefined],
        ['force-new-deployment', rollout.forceNewDeployment],
        ['propagate-tags', rollout.propagateTags !== undefined],
        ['enable-ecs-managed-tags', rollout.enableEcsManagedTags !== undefined]
    ];
    const ofContainer = [
        ...(0,task_definition/* namedSettings */.Zz)(files),
        ...(files.taskRoleArn === undefined ? [] : ['task-role-arn']),
        ...(files.executionRoleArn === undefined ? [] : ['execution-role-arn'])
    ];
    const ownConfig = rollout.codedeployDeploymentConfig !== undefined && !options.parts.includes('codedeploy');
    return [
        ...refuse(ofService.filter(([, isSet]) => isSet).map(([name]) => name), 'it deploys and leaves the settings of the service alone', 'Set it on the service itself and leave it out here.'),
        ...refuse(gateSettings(config), 'it tests nothing before the new version gets its traffic', 'Leave it out here.'),
        ...refuse(config.runTask === undefined ? [] : ['run-task'], 'it runs no task before the deployment', 'Run it in a stage of its own (a CodeBuild action with aws ecs run-task), and leave it out here.'),
        ...(engine === 'ECS'
            ? refuse(ofContainer, 'it copies the revision that runs and changes the images alone', 'Write it into the task definition, register and deploy that once (slipway ship), and leave it out here.')
            : refuse(ownConfig ? ['codedeploy-deployment-config'] : [], "the deployment group's own configuration decides", 'Set it on the deployment group, or have the group made too: --with codedeploy.'))
    ];
}

;// CONCATENATED MODULE: ./lib/pipeline/template/cross-account.js



/** The parameter with the role of the other account, which the deploy action works with. */
const cross_account_DEPLOY_ROLE = 'DeployRoleArn';
/** AWS's own key for artifacts lets no other account in, so the stack makes one. */
const ARTIFACT_KEY = 'ArtifactKey';
const CROSS_ACCOUNT_PARAMETERS = {
    [cross_account_DEPLOY_ROLE]: {
        Type: 'String',
        Description: 'The role of the other account that deploys there; it has to exist before this stack',
        AllowedPattern: 'arn:aws[a-z-]*:iam::[0-9]{12}:role/.+'
    }
};
/** The key of the artifacts, which the role of the other account may decrypt with. */
function makeArtifactKey() {
    return {
        [ARTIFACT_KEY]: {
            Type: 'AWS::KMS::Key',
            DeletionPolicy: 'Retain',
            UpdateReplacePolicy: 'Retain',
            Properties: {
                Description: sub('Artifacts of the pipeline ${AWS::StackName}'),
                EnableKeyRotation: true,
                KeyPolicy: {
                    Version: '2012-10-17',
                    Statement: [
                        {
                            Sid: 'Administer',
                            Effect: 'Allow',
                            Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
                            Action: 'kms:*',
                            Resource: '*'
                        },
                        {
                            Sid: 'DecryptFromOtherAccount',
                            Effect: 'Allow',
                            Principal: { AWS: ref(cross_account_DEPLOY_ROLE) },
                            Action: ['kms:Decrypt', 'kms:DescribeKey'],
                            Resource: '*'
                        }
                    ]
                }
            }
        }
    };
}
/** For the policy of the bucket that the stack makes. */
function letOtherAccountRead(bucket) {
    return [
        {
            Sid: 'ReadFromOtherAccount',
            Effect: 'Allow',
            Principal: { AWS: ref(cross_account_DEPLOY_ROLE) },
            Action: ['s3:GetObject', 's3:GetObjectVersion'],
            Resource: subWith('${Bucket}/*', { Bucket: getAtt(bucket, 'Arn') })
        },
        {
            Sid: 'LocateFromOtherAccount',
            Effect: 'Allow',
            Principal: { AWS: ref(cross_account_DEPLOY_ROLE) },
            Action: ['s3:GetBucketLocation', 's3:ListBucket'],
            Resource: getAtt(bucket, 'Arn')
        }
    ];
}
/** For a repository of the stack: the tasks of the other account pull from it, as far as their own role allows it. */
function letOtherAccountPull() {
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Sid: 'PullFromOtherAccount',
                Effect: 'Allow',
                Principal: {
                    AWS: subWith('arn:${AWS::Partition}:iam::${Account}:root', {
                        Account: yaml_select(4, split(':', ref(cross_account_DEPLOY_ROLE)))
                    })
                },
                Action: iam_actions/* DOCKER_PULL */.h8
            }
        ]
    };
}
/** What the pipeline's role needs in the place of deploying by itself. */
function allowCrossAccount() {
    return [
        { sid: 'DeployInOtherAccount', actions: ['sts:AssumeRole'], resources: [`\${${cross_account_DEPLOY_ROLE}}`] },
        allowArtifactKey()
    ];
}
function allowArtifactKey() {
    return { sid: 'UseArtifactKey', actions: USE_ARTIFACT_KEY, resources: [`\${${ARTIFACT_KEY}.Arn}`] };
}

;// CONCATENATED MODULE: ./lib/pipeline/template/secrets.js


const SECRET_ARN = 'arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+';
/** `:json-key:version-stage:version-id`, each of which may be missing. */
const secrets_KEY = '(:[^:]*){0,3}';
const NAME = '[A-Za-z0-9/_+=.@-]+';
const DOCKER_HUB_SECRET = 'DockerHubSecretArn';
/** The parameters for the secrets of the builds: for each where it is, and what kind of place that is. */
function makeSecretParameters({ given, givesDockerHub }) {
    const parameters = given.flatMap((variable) => [
        [
            sourceOf(variable),
            {
                Type: 'String',
                Description: `What ${variable} is in the build: a secret's ARN or name, with :KEY behind it for a key of JSON, or a parameter's name`,
                AllowedPattern: `${SECRET_ARN}${secrets_KEY}|${NAME}${secrets_KEY}`
            }
        ],
        [
            kindOf(variable),
            {
                Type: 'String',
                Description: `Which of these ${variable} is: SecretArn and SecretName in Secrets Manager, Parameter in the SSM Parameter Store`,
                Default: 'SecretArn',
                AllowedValues: ['SecretArn', 'SecretName', 'Parameter']
            }
        ]
    ]);
    return {
        ...Object.fromEntries(parameters),
        ...(givesDockerHub
            ? {
                [DOCKER_HUB_SECRET]: {
                    Type: 'String',
                    Description: `The ARN of a secret in Secrets Manager with the keys ${iam_secrets/* DOCKER_HUB */.Xb.username.key} and ${iam_secrets/* DOCKER_HUB */.Xb.token.key} for Docker Hub`,
                    AllowedPattern: SECRET_ARN
                }
            }
            : {})
    };
}
function makeSecretConditions({ given }) {
    return Object.fromEntries(given.flatMap(variable => [
        [isParameter(variable), equals(ref(kindOf(variable)), 'Parameter')],
        [isName(variable), equals(ref(kindOf(variable)), 'SecretName')]
    ]));
}
/** The variables of the CodeBuild project; what is in them comes from where it is kept as the build begins. */
function makeSecretVariables({ given, givesDockerHub }) {
    return [
        ...given.map(variable => ({
            Name: variable,
            Type: when(isParameter(variable), 'PARAMETER_STORE', 'SECRETS_MANAGER'),
            Value: ref(sourceOf(variable))
        })),
        ...(givesDockerHub
            ? Object.values(iam_secrets/* DOCKER_HUB */.Xb).map(({ variable, key }) => ({
                Name: variable,
                Type: 'SECRETS_MANAGER',
                Value: sub(`\${${DOCKER_HUB_SECRET}}:${key}`)
            }))
            : [])
    ];
}
/** Statements of a policy that let the build read them. */
function allowSecretParameters({ given, givesDockerHub }) {
    return [
        ...given.map(variable => ({
            Sid: `Read${camel(variable)}`,
            Effect: 'Allow',
            Action: [when(isParameter(variable), 'ssm:GetParameters', 'secretsmanager:GetSecretValue')],
            Resource: when(isParameter(variable), 
            // The name begins with a slash or not; the ARN always has one.
            [parameterArn(variable, ''), parameterArn(variable, '/')], when(isName(variable), nameArn(variable), withoutKey(variable)))
        })),
        ...(givesDockerHub
            ? [
                {
                    Sid: 'ReadDockerHubLogin',
                    Effect: 'Allow',
                    Action: ['secretsmanager:GetSecretValue'],
                    Resource: ref(DOCKER_HUB_SECRET)
                }
            ]
            : [])
    ];
}
function parameterArn(variable, slash) {
    return sub(`arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter${slash}\${${sourceOf(variable)}}`);
}
/** AWS adds a hyphen and six characters to the name of a secret. */
function nameArn(variable) {
    return subWith('arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${Name}-??????', {
        Name: partOf(variable, 0)
    });
}
/** The ARN of a secret has seven parts; what is behind them is a key. */
function withoutKey(variable) {
    return subWith('arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${Name}', {
        Partition: partOf(variable, 1),
        Region: partOf(variable, 3),
        Account: partOf(variable, 4),
        Name: partOf(variable, 6)
    });
}
function partOf(variable, index) {
    return yaml_select(index, split(':', ref(sourceOf(variable))));
}
const sourceOf = (variable) => `${camel(variable)}SecretArn`;
const kindOf = (variable) => `${camel(variable)}Kind`;
const isParameter = (variable) => `${camel(variable)}IsParameter`;
const isName = (variable) => `${camel(variable)}IsName`;
function camel(variable) {
    const words = variable.toLowerCase().split(/[^a-z0-9]+/);
    return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

;// CONCATENATED MODULE: ./lib/pipeline/template/build.js










/** The project's resource in the template. */
const build_PROJECT = 'BuildProject';
const build_LOG_GROUP = '/aws/codebuild/${AWS::StackName}';
/** AWS's newest images of their kind: bash, Docker and the AWS CLI v2 are in them. */
const MACHINES = {
    x86_64: { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0' },
    arm64: { Type: 'ARM_CONTAINER', Image: 'aws/codebuild/amazonlinux-aarch64-standard:3.0' }
};
/** CodeBuild's project, its log and its role. */
function makeBuild(project, options) {
    const secrets = (0,iam_secrets/* listBuildSecrets */.Wg)(project, options);
    const isCrossAccount = options.parts.includes('cross-account');
    const statements = allowBuild(project, STACK, options, {
        bucket: names_BUCKET,
        logGroup: build_LOG_GROUP,
        // CloudFormation names the project by its resource and something random.
        reports: (0,kept/* keepsReports */.Ci)(options.present ?? '') ? `${build_PROJECT}-*` : undefined,
        secrets: []
    });
    return {
        BuildLog: {
            Type: 'AWS::Logs::LogGroup',
            DeletionPolicy: 'Delete',
            UpdateReplacePolicy: 'Delete',
            Properties: { LogGroupName: sub(build_LOG_GROUP), RetentionInDays: ref('LogRetentionInDays') }
        },
        BuildRole: {
            Type: 'AWS::IAM::Role',
            Properties: {
                AssumeRolePolicyDocument: toStack(trustService('codebuild', STACK, project.config.region)),
                Policies: [
                    {
                        PolicyName: 'build-and-push',
                        PolicyDocument: toStackPolicy([...statements, ...(isCrossAccount ? [allowArtifactKey()] : [])].map(statement => 
                        // The stack makes the log group.
                        statement.sid === 'WriteLog'
                            ? { ...statement, actions: statement.actions.filter(action => action !== 'logs:CreateLogGroup') }
                            : statement), {}, allowSecretParameters(secrets))
                    }
                ]
            }
        },
        [build_PROJECT]: makeProject(project, options, secrets)
    };
}
function makeProject(project, options, secrets) {
    const variables = makeSecretVariables(secrets);
    const { Type, Image } = MACHINES[(0,build_facts/* buildArchitecture */.Mh)(project)];
    return {
        Type: 'AWS::CodeBuild::Project',
        Properties: {
            ServiceRole: getAtt('BuildRole', 'Arn'),
            Source: { Type: 'CODEPIPELINE', BuildSpec: (0,pipeline_target/* inDirectory */.zX)(options, `${project.prefix}buildspec.yml`) },
            Artifacts: { Type: 'CODEPIPELINE' },
            ...(options.parts.includes('cross-account') ? { EncryptionKey: getAtt(ARTIFACT_KEY, 'Arn') } : {}),
            Environment: {
                Type,
                ComputeType: ref('BuildComputeType'),
                Image,
                ...yaml_comment('The Docker daemon in the build needs it.'),
                PrivilegedMode: true,
                ...(variables.length === 0 ? {} : { EnvironmentVariables: variables })
            },
            ...yaml_comment("Docker's layers, and the buildspec's own cache, stay on the build machine as long as that is there; a miss costs time alone."),
            Cache: { Type: 'LOCAL', Modes: ['LOCAL_DOCKER_LAYER_CACHE', 'LOCAL_CUSTOM_CACHE'] },
            LogsConfig: { CloudWatchLogs: { Status: 'ENABLED', GroupName: ref('BuildLog') } },
            TimeoutInMinutes: 60,
            QueuedTimeoutInMinutes: 60
        }
    };
}

;// CONCATENATED MODULE: ./lib/pipeline/template/codedeploy.js






const HAS_TEST_LISTENER = 'HasTestListener';
const CODEDEPLOY_PARAMETERS = {
    ProductionListenerArn: {
        Type: 'String',
        Description: "The load balancer's listener that the traffic comes in by",
        AllowedPattern: 'arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/.+'
    },
    TestListenerArn: {
        Type: 'String',
        Description: 'A listener that shows the new version before the traffic moves; empty for none',
        Default: '',
        AllowedPattern: '|arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/.+'
    },
    BlueTargetGroupName: { Type: 'String', Description: 'The target group that the service was made with' },
    GreenTargetGroupName: { Type: 'String', Description: 'The other target group, for the next version' },
    TerminationWaitTimeInMinutes: {
        Type: 'Number',
        Description: 'How long the old tasks stay after the traffic has moved, ready to go back to; the pipeline waits as long',
        Default: 0,
        MinValue: 0,
        MaxValue: 2880
    }
};
/** CodeDeploy's application, deployment group and role for the service. */
function makeCodeDeploy(project, target) {
    return {
        CodeDeployApplication: {
            Type: 'AWS::CodeDeploy::Application',
            Properties: { ApplicationName: target.application, ComputePlatform: 'ECS' }
        },
        CodeDeployRole: {
            Type: 'AWS::IAM::Role',
            Properties: {
                AssumeRolePolicyDocument: toStack(trustService('codedeploy', STACK, project.config.region)),
                Policies: [{ PolicyName: 'deploy', PolicyDocument: codedeploy_allowCodeDeploy(project, target) }]
            }
        },
        DeploymentGroup: makeGroup(project, target)
    };
}
function makeGroup({ config }, target) {
    const { onFailure, onCancel, codedeployDeploymentConfig } = config.rollout;
    const events = [
        ...(onFailure === 'rollback' ? ['DEPLOYMENT_FAILURE'] : []),
        ...(onCancel === 'rollback' ? ['DEPLOYMENT_STOP_ON_REQUEST'] : [])
    ];
    return {
        Type: 'AWS::CodeDeploy::DeploymentGroup',
        Properties: {
            ApplicationName: ref('CodeDeployApplication'),
            DeploymentGroupName: target.deploymentGroup,
            ServiceRoleArn: getAtt('CodeDeployRole', 'Arn'),
            DeploymentConfigName: codedeployDeploymentConfig ?? 'CodeDeployDefault.ECSAllAtOnce',
            DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
            ECSServices: [{ ClusterName: target.cluster, ServiceName: target.service }],
            AutoRollbackConfiguration: events.length === 0 ? { Enabled: false } : { Enabled: true, Events: events },
            BlueGreenDeploymentConfiguration: {
                DeploymentReadyOption: { ActionOnTimeout: 'CONTINUE_DEPLOYMENT', WaitTimeInMinutes: 0 },
                TerminateBlueInstancesOnDeploymentSuccess: {
                    Action: 'TERMINATE',
                    ...yaml_comment('CodeDeploy itself would take an hour, and every deployment would be an hour longer.'),
                    TerminationWaitTimeInMinutes: ref('TerminationWaitTimeInMinutes')
                }
            },
            LoadBalancerInfo: {
                TargetGroupPairInfoList: [
                    {
                        TargetGroups: [{ Name: ref('BlueTargetGroupName') }, { Name: ref('GreenTargetGroupName') }],
                        ProdTrafficRoute: { ListenerArns: [ref('ProductionListenerArn')] },
                        TestTrafficRoute: when(HAS_TEST_LISTENER, { ListenerArns: [ref('TestListenerArn')] }, NO_VALUE)
                    }
                ]
            }
        }
    };
}
/** What AWSCodeDeployRoleForECS allows on everything, on this service, its listeners, its hooks and its tasks' roles. */
function codedeploy_allowCodeDeploy(project, target) {
    const path = `${target.cluster}/${target.service}`;
    const place = (0,pipeline_target/* placeOfCluster */.Rw)(project, STACK);
    const hooks = project.appspec?.value.hooks ?? [];
    const statements = [
        {
            sid: 'ReplaceTasks',
            actions: ['ecs:DescribeServices', 'ecs:CreateTaskSet', 'ecs:UpdateServicePrimaryTaskSet', 'ecs:DeleteTaskSet'],
            resources: [(0,text_arn/* arnOf */.RY)(place, 'ecs', `service/${path}`), (0,text_arn/* arnOf */.RY)(place, 'ecs', `task-set/${path}/*`)]
        },
        {
            // None of these can be limited to a resource.
            sid: 'LookAtLoadBalancer',
            actions: ['DescribeTargetGroups', 'DescribeListeners', 'DescribeRules'].map(call => `elasticloadbalancing:${call}`),
            resources: ['*']
        },
        {
            sid: 'MoveTraffic',
            actions: ['elasticloadbalancing:ModifyListener', 'elasticloadbalancing:ModifyRule'],
            resources: ['${ProductionListenerArn}', '${TestListenerArn}']
        },
        {
            sid: 'CallHooks',
            actions: ['lambda:InvokeFunction'],
            resources: hooks.map(({ lambda }) => ((0,text_arn/* isArn */.EH)(lambda) ? lambda : (0,text_arn/* arnOf */.RY)(STACK, 'lambda', `function:${lambda}`)))
        },
        ...passRoles(PASS_TASK_ROLES, rolesOfTask(project, STACK) ?? [], ['ecs-tasks.amazonaws.com'])
    ];
    return toStackPolicy(statements, { MoveTraffic: LISTENERS });
}
/** The listeners and their rules: the traffic is moved in the rule that forwards it, which may be the default one. */
const LISTENERS = ['ProductionListenerArn', 'TestListenerArn'].flatMap(parameter => {
    const [before, after] = [0, 1].map(index => yaml_select(index, split(':listener/', ref(parameter))));
    const rules = subWith('${Before}:listener-rule/${After}/*', { Before: before ?? '', After: after ?? '' });
    const both = [ref(parameter), rules];
    return parameter === 'TestListenerArn' ? both.map(part => when(HAS_TEST_LISTENER, part, NO_VALUE)) : both;
});

;// CONCATENATED MODULE: ./lib/pipeline/template/repository.js





/** ECR takes so many exclusions. */
const MAX_EXCLUSIONS = 5;
/** Images that stay: enough to go back by a hundred deployments. */
const KEPT_IMAGES = 100;
const UNTAGGED_DAYS = 14;
/** A branch that nobody builds for so long has no need of its cache. */
const CACHE_DAYS = 30;
/** The ECR repositories, by their names in the template. Several images may share one. */
function makeRepositories(project, policy) {
    const images = (0,build_facts/* listBuiltImages */.rn)(project);
    const caches = (0,build_facts/* listCachePlaces */.hU)(project);
    const names = listOwnRepositories(project);
    return Object.fromEntries(names.map((name, index) => [
        repositoryResource(index, names.length),
        makeRepository(name, images.filter(({ registry, repository }) => registry === undefined && repository === name), caches.some(({ registry, repository }) => registry === undefined && repository === name), policy)
    ]));
}
/** Where the images go, for whoever needs to know. */
function makeRepositoryOutputs(project) {
    const names = listOwnRepositories(project);
    return Object.fromEntries(names.map((name, index) => {
        const resource = repositoryResource(index, names.length);
        return [
            `${resource}Uri`,
            { Description: `Where ${name} is pushed to`, Value: getAtt(resource, 'RepositoryUri') }
        ];
    }));
}
function repositoryResource(index, count) {
    return count === 1 ? 'Repository' : `Repository${index + 1}`;
}
function makeRepository(name, images, keepsCaches, policy) {
    return {
        Type: 'AWS::ECR::Repository',
        ...yaml_comment('It outlives the stack: what runs is pulled from it.'),
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
            RepositoryName: name,
            ImageScanningConfiguration: { ScanOnPush: true },
            ...makeMutability([...listMovingTags(name, images), ...(keepsCaches ? [`${registry_cache/* CACHE_TAG_PREFIX */.$y}*`] : [])]),
            ...(policy === undefined ? {} : { RepositoryPolicyText: policy }),
            LifecyclePolicy: {
                LifecyclePolicyText: writeLifecycle(keepsCaches ? [CACHES, ...RULES] : RULES)
            }
        }
    };
}
/** A tag that names the commit never changes its image; one without it has to, with every deployment. */
function makeMutability(moving) {
    if (moving.length === 0)
        return { ImageTagMutability: 'IMMUTABLE' };
    if (moving.length > MAX_EXCLUSIONS)
        return { ImageTagMutability: 'MUTABLE' };
    return {
        ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        ...yaml_comment('These move with every deployment; a tag that names a commit stays what it is.'),
        ImageTagMutabilityExclusionFilters: moving.map(tag => ({
            ImageTagMutabilityExclusionFilterType: 'WILDCARD',
            ImageTagMutabilityExclusionFilterValue: tag
        }))
    };
}
/** Tags without the commit, and those that a build's cache is pushed under. */
function listMovingTags(name, images) {
    const tags = images.flatMap(image => image.tags).filter(tag => !tag.includes('{'));
    const caches = images
        .flatMap(({ build }) => build.cacheTo)
        .map(cache => (cache.includes('=') ? ((0,docker_args/* readField */.dR)(cache, 'ref') ?? '') : cache))
        .flatMap(reference => {
        const [path = '', tag = 'latest'] = reference.split(/:(?=[^/:]*$)/);
        return path === name || path.endsWith(`/${name}`) ? [tag] : [];
    });
    return [...new Set([...tags, ...caches])];
}
const EXPIRE = { type: 'expire' };
const CACHES = {
    description: `Caches of builds go ${CACHE_DAYS} days after the last build that wrote them`,
    selection: {
        tagStatus: 'tagged',
        tagPrefixList: [registry_cache/* CACHE_TAG_PREFIX */.$y],
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: CACHE_DAYS
    },
    action: EXPIRE
};
const RULES = [
    {
        description: `Untagged images go after ${UNTAGGED_DAYS} days`,
        selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: UNTAGGED_DAYS },
        action: EXPIRE
    },
    {
        description: `The ${KEPT_IMAGES} newest images stay`,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: KEPT_IMAGES },
        action: EXPIRE
    }
];
/** JSON in a text, a rule a line. */
function writeLifecycle(rules) {
    const lines = rules.map((rule, index) => `  ${JSON.stringify({ rulePriority: index + 1, ...rule })}`);
    return `{"rules": [\n${lines.join(',\n')}\n]}\n`;
}

;// CONCATENATED MODULE: ./lib/pipeline/template/stages.js











const SOURCE = SOURCE_ARTIFACT;
const BUILT = BUILD_ARTIFACT;
/** A filter of a trigger takes so many patterns. */
const MAX_PATTERNS = 8;
/** The ECS action waits so many minutes at most. */
const MAX_DEPLOYMENT_MINUTES = 60;
/** The pipeline and its role. */
function makePipeline(project, target, options) {
    const isOurs = options.deployer.kind === 'slipway';
    const isCrossAccount = options.parts.includes('cross-account');
    const isCached = (0,build_facts/* listCachePlaces */.hU)(project).length > 0;
    const goesBack = !isOurs && project.engine === 'ECS' && project.config.rollout.onFailure === 'rollback';
    return {
        PipelineRole: {
            Type: 'AWS::IAM::Role',
            Properties: {
                AssumeRolePolicyDocument: toStack(trustService('codepipeline', STACK, project.config.region)),
                Policies: [
                    { PolicyName: 'run-the-pipeline', PolicyDocument: toStackPolicy(allowPipeline(project, target, options)) }
                ]
            }
        },
        Pipeline: {
            Type: 'AWS::CodePipeline::Pipeline',
            Properties: {
                Name: ref('AWS::StackName'),
                PipelineType: 'V2',
                ...yaml_comment('A newer commit takes the place of one that still waits for its stage.'),
                ExecutionMode: 'SUPERSEDED',
                RoleArn: getAtt('PipelineRole', 'Arn'),
                ArtifactStore: {
                    Type: 'S3',
                    Location: bucketName(),
                    ...(isCrossAccount ? { EncryptionKey: { Type: 'KMS', Id: getAtt(ARTIFACT_KEY, 'Arn') } } : {})
                },
                Triggers: [makeTrigger(project, options)],
                Stages: [
                    { Name: 'Source', Actions: [makeSourceAction(isCached)] },
                    { Name: 'Build', Actions: [makeBuildAction(isCached)] },
                    ...(options.parts.includes('approval') ? [{ Name: 'Approve', Actions: [makeApproval(target)] }] : []),
                    {
                        Name: DEPLOY_STAGE,
                        ...(goesBack
                            ? {
                                ...yaml_comment('on-failure: rollback: what was deployed before is deployed again.'),
                                OnFailure: { Result: 'ROLLBACK' }
                            }
                            : {}),
                        Actions: [
                            {
                                Name: 'Deploy',
                                ...makeDeployAction(project, target, options),
                                ...(isCrossAccount ? { RoleArn: ref(cross_account_DEPLOY_ROLE) } : {})
                            }
                        ]
                    }
                ]
            }
        }
    };
}
const action = (category, provider) => ({
    Category: category,
    Owner: 'AWS',
    Provider: provider,
    Version: '1'
});
/** The source's variables, where the build asks for the branch. */
const NAMESPACE = 'SourceVariables';
const makeSourceAction = (isCached) => ({
    Name: 'Source',
    ...(isCached ? { Namespace: NAMESPACE } : {}),
    ActionTypeId: action('Source', 'CodeStarSourceConnection'),
    Configuration: {
        ConnectionArn: ref('ConnectionArn'),
        FullRepositoryId: ref('RepositoryId'),
        BranchName: ref('Branch'),
        ...yaml_comment('CODEBUILD_CLONE_REF would bring the history too, and CodeBuild would need the connection.'),
        OutputArtifactFormat: 'CODE_ZIP',
        ...yaml_comment('The trigger starts the pipeline.'),
        DetectChanges: 'false'
    },
    OutputArtifacts: [{ Name: SOURCE }]
});
/** The buildspec finds the cache by the branch, which CodeBuild does not know of a pipeline. */
const makeBuildAction = (isCached) => ({
    Name: 'Build',
    ActionTypeId: action('Build', 'CodeBuild'),
    Configuration: {
        ProjectName: ref('BuildProject'),
        ...(isCached ? { EnvironmentVariables: JSON.stringify([BRANCH]) } : {})
    },
    InputArtifacts: [{ Name: SOURCE }],
    OutputArtifacts: [{ Name: BUILT }]
});
const BRANCH = { name: 'BRANCH_NAME', value: `#{${NAMESPACE}.BranchName}`, type: 'PLAINTEXT' };
function makeApproval({ cluster, service }) {
    return {
        Name: 'Approve',
        ActionTypeId: action('Approval', 'Manual'),
        Configuration: { CustomData: `Deploy what was built to the service ${service} in the cluster ${cluster}?` }
    };
}
/** In a repository of many projects only what the build reads starts it; without a filter CodePipeline takes every push. */
function makeTrigger(project, options) {
    const { gitTags = [], tagsAlone } = options;
    const watched = (0,build_facts/* listWatchedPaths */.bE)(project);
    const buildspec = ['buildspec.yml', '*.template.*'].map(name => (0,pipeline_target/* inDirectory */.zX)(options, `${project.prefix}${name}`));
    const paths = watched === undefined ? [] : [...watched, ...buildspec];
    const isFiltered = paths.length > 0 && paths.length <= MAX_PATTERNS;
    return {
        ProviderType: 'CodeStarSourceConnection',
        GitConfiguration: {
            SourceActionName: 'Source',
            Push: [
                ...(tagsAlone === true
                    ? []
                    : [
                        {
                            Branches: { Includes: [ref('Branch')] },
                            ...(paths.length > MAX_PATTERNS
                                ? yaml_comment(`Every push starts it: a filter takes ${MAX_PATTERNS} paths, and the build reads more.`)
                                : {}),
                            ...(isFiltered ? { FilePaths: { Includes: paths } } : {})
                        }
                    ]),
                // A filter is for branches or for tags; either starts the pipeline.
                ...(gitTags.length === 0 ? [] : [{ Tags: { Includes: gitTags } }])
            ]
        }
    };
}
function makeDeployAction(project, target, options) {
    if (options.deployer.kind === 'slipway')
        return deployBySlipway();
    const deploy = project.engine === 'ECS' ? deployByEcs(project, target) : deployByCodeDeploy(target, options);
    return { ...parallelOrder(project), ...deploy };
}
function parallelOrder(project) {
    const settings = listFollowing(project);
    return settings.length === 0
        ? {}
        : yaml_comment(`CodePipeline waits for the end in its own way: ${settings.join(', ')} of the settings have no part in it.`);
}
function deployByEcs(project, { cluster, service }) {
    const { waitForMinutes } = project.config.rollout;
    return {
        ActionTypeId: action('Deploy', 'ECS'),
        ...yaml_comment('It registers a copy of the revision that the service runs, with the images of imagedefinitions.json, and deploys that.', `What else changes in ${project.taskDefinition?.path ?? 'the task definition'} does not get there by it: register and deploy that once (slipway ship).`, 'It says no reason, and does not look at the circuit breaker: what ECS rolled back may end green, or only at DeploymentTimeout.', '--deploy=slipway deploys the whole file, with the outcome and the reason of the Action.'),
        Configuration: {
            ClusterName: cluster,
            ServiceName: service,
            FileName: artifact_paths/* ARTIFACT_NAMES */.k.imageDefinitions,
            DeploymentTimeout: String(Math.min(waitForMinutes, MAX_DEPLOYMENT_MINUTES))
        },
        InputArtifacts: [{ Name: BUILT }]
    };
}
/**
 * No `Image1ArtifactName` and `Image1ContainerName`: with them the action would put the image of imageDetail.json in the place of
 * `<IMAGE1_NAME>`, and the buildspec leaves no such placeholder: it has put in every image, the second one too and by tag where
 * `image-reference` says so. They are optional (CodePipeline user guide, "Amazon ECS and CodeDeploy blue-green deploy action reference").
 */
function deployByCodeDeploy(target, options) {
    const isMade = options.parts.includes('codedeploy');
    return {
        ActionTypeId: action('Deploy', 'CodeDeployToECS'),
        ...yaml_comment('It registers taskdefinition.json, puts its ARN into appspec.yml for <TASK_DEFINITION>, and has CodeDeploy deploy that.', 'It says no reason, and lets a version that cannot start fail by the timeouts of CodeDeploy: --deploy=slipway ends and explains it as the Action does.'),
        Configuration: {
            ApplicationName: isMade ? ref('CodeDeployApplication') : target.application,
            DeploymentGroupName: isMade ? ref('DeploymentGroup') : target.deploymentGroup,
            TaskDefinitionTemplateArtifact: BUILT,
            TaskDefinitionTemplatePath: artifact_paths/* ARTIFACT_NAMES */.k.taskDefinition,
            AppSpecTemplateArtifact: BUILT,
            AppSpecTemplatePath: artifact_paths/* ARTIFACT_NAMES */.k.appspec,
            ...yaml_comment('No Image1ArtifactName and Image1ContainerName: they would fill <IMAGE1_NAME> in, and the build has put in every image.')
        },
        InputArtifacts: [{ Name: BUILT }]
    };
}
/** What the pipeline does itself: fetch, keep artifacts, start the build, and what its deploy action calls. */
function allowPipeline(project, target, { deployer, parts }) {
    const projects = ['${BuildProject.Arn}', ...(deployer.kind === 'slipway' ? ['${DeployProject.Arn}'] : [])];
    const byAws = parts.includes('cross-account') ? allowCrossAccount() : allowDeployAction(project, target, STACK);
    return [
        {
            // A connection's ARN begins with either name; the repository is checked where AWS tells it.
            sid: 'FetchTheSource',
            actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'],
            resources: ['${ConnectionArn}'],
            conditions: {
                'ForAllValues:StringEquals': {
                    'codeconnections:FullRepositoryId': '${RepositoryId}',
                    'codestar-connections:FullRepositoryId': '${RepositoryId}'
                }
            }
        },
        ...allowArtifacts(STACK, names_BUCKET, ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning']),
        { sid: 'Build', actions: ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], resources: projects },
        ...(deployer.kind === 'slipway' ? [] : byAws)
    ];
}

;// CONCATENATED MODULE: ./lib/pipeline/template/template.js

















/**
 * The pipeline as a CloudFormation template: source by a connection, CodeBuild with the generated buildspec, CodePipeline's own deploy action
 * for the service, and the roles for them; the repositories, CodeDeploy and an approval where they are asked for.
 *
 * @throws ProblemsError what CodePipeline cannot carry, or cannot do without
 */
function renderPipelineTemplate(project, options) {
    const target = checkPipeline(project, options);
    const path = (0,pipeline_target/* inDirectory */.zX)(options, `${project.prefix}pipeline.yml`);
    const makesCodeDeploy = options.parts.includes('codedeploy');
    const isCrossAccount = options.parts.includes('cross-account');
    const { deployer } = options;
    const makesRepositories = options.parts.includes('repository');
    const secrets = (0,iam_secrets/* listBuildSecrets */.Wg)(project, options);
    const parameters = {
        ...makeParameters(options),
        ...makeSecretParameters(secrets),
        ...(makesCodeDeploy ? CODEDEPLOY_PARAMETERS : {}),
        ...(isCrossAccount ? CROSS_ACCOUNT_PARAMETERS : {}),
        ...(deployer.kind === 'slipway' ? makeDeployParameters(project) : {})
    };
    const sections = [
        dumpPart({
            AWSTemplateFormatVersion: '2010-09-09',
            Description: `Builds and deploys the ECS service ${target.service} in the cluster ${target.cluster}`
        }),
        dumpSection('Parameters', parameters),
        dumpSection('Conditions', {
            [MAKES_BUCKET]: equals(ref('ArtifactBucket'), ''),
            ...makeSecretConditions(secrets),
            ...(makesCodeDeploy ? { [HAS_TEST_LISTENER]: not(equals(ref('TestListenerArn'), '')) } : {})
        }),
        dumpSection('Resources', {
            ...makeBucket(isCrossAccount),
            ...(isCrossAccount ? makeArtifactKey() : {}),
            ...(makesRepositories ? makeRepositories(project, isCrossAccount ? letOtherAccountPull() : undefined) : {}),
            ...makeBuild(project, options),
            ...(makesCodeDeploy ? makeCodeDeploy(project, target) : {}),
            ...(deployer.kind === 'slipway' ? makeDeploy(project, options, deployer) : {}),
            ...makePipeline(project, target, options)
        }),
        dumpSection('Outputs', {
            PipelineName: { Value: ref('Pipeline') },
            BuildRoleArn: { Description: 'For whoever lets builds pull base images', Value: getAtt('BuildRole', 'Arn') },
            ...(isCrossAccount
                ? {
                    ArtifactBucketName: { Description: 'For the policy of the role in the other account', Value: bucketName() },
                    ArtifactKeyId: { Description: 'For the same policy', Value: ref(ARTIFACT_KEY) }
                }
                : {}),
            ...(makesRepositories ? makeRepositoryOutputs(project) : {})
        })
    ];
    const header = makeHeader(project, options, target, path, Object.entries(parameters));
    const text = `${header}\n${sections.join('\n')}`;
    refuseReferences(text);
    return [{ path, text }];
}
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html: nothing quotes them, and the template has none of its own. */
function refuseReferences(text) {
    const [, reference] = /(\{\{resolve:[^}]*\}*)/.exec(text) ?? [];
    if (reference === undefined)
        return;
    const what = `${(0,format/* quote */.hD)(reference)} appears in a setting, and CloudFormation would replace it with a value.`;
    throw new errors/* ProblemsError */.FQ([{ code: 'malformed', place: {}, what, next: 'Choose another name.' }]);
}
function makeHeader(project, options, target, path, parameters) {
    const { config, settingsFile } = project;
    const unknown = (0,build_reads/* explainUnknownReads */.BZ)(project);
    const needed = parameters.filter(([, parameter]) => !hasDefault(parameter)).map(([name]) => `${name}=...`);
    const stack = `${target.cluster}-${target.service}`
        .replace(/[^A-Za-z0-9-]+/g, '-')
        .replace(/^[^A-Za-z]+/, '')
        .slice(0, 64);
    const lines = [
        `The pipeline for ${target.cluster}/${target.service}. Made from ${settingsFile ?? 'the settings'}; after a change there make it again:`,
        `  slipway generate pipeline${options.flags}`,
        '',
        'To set it up (the connection to GitHub is made once, in the console of CodePipeline, Settings, Connections):',
        `  aws cloudformation deploy --region ${config.region} --stack-name ${stack} --template-file ${path} \\`,
        `    --capabilities CAPABILITY_IAM --parameter-overrides ${needed.join(' ')}`,
        ...(unknown.length === 0 ? [] : ['', ...unknown])
    ];
    return lines.map(toComment).join('');
}
/** A line of a comment; a file's name may hold what would end it. */
function toComment(line) {
    return line === '' ? '#\n' : `# ${(0,one_line/* toOneLine */.G)(line)}\n`;
}
function hasDefault(parameter) {
    return (0,text_record/* isRecord */.u4)(parameter) && (0,text_record/* own */.ZV)(parameter, 'Default') !== undefined;
}
function makeParameters({ githubRepository, branch, tagsAlone }) {
    return {
        ConnectionArn: {
            Type: 'String',
            Description: 'The connection to GitHub (CodeConnections)',
            AllowedPattern: 'arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:[0-9]{12}:connection/.+'
        },
        RepositoryId: {
            Type: 'String',
            Description: 'The repository, owner/name',
            ...(githubRepository === undefined ? {} : { Default: githubRepository }),
            AllowedPattern: '[^/]+/.+'
        },
        Branch: {
            Type: 'String',
            Description: tagsAlone === true
                ? 'What a start by hand ships; pushes of tags start it by themselves'
                : 'A push to it is shipped',
            Default: branch
        },
        ArtifactBucket: {
            Type: 'String',
            Description: "A bucket for the pipeline's artifacts, in this region; empty to have one made",
            Default: ''
        },
        BuildComputeType: {
            Type: 'String',
            Description: 'The size of the build machine',
            Default: 'BUILD_GENERAL1_SMALL',
            AllowedValues: ['SMALL', 'MEDIUM', 'LARGE', 'XLARGE', '2XLARGE'].map(size => `BUILD_GENERAL1_${size}`)
        },
        LogRetentionInDays: {
            Type: 'Number',
            Description: 'How long the logs of the builds are kept',
            Default: 30,
            AllowedValues: [
                1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
            ]
        }
    };
}
/** Artifacts are the way from one stage to the next; a month is enough to see what went through. */
function makeBucket(isCrossAccount) {
    return {
        MadeArtifactBucket: {
            Type: 'AWS::S3::Bucket',
            Condition: MAKES_BUCKET,
            ...yaml_comment('CloudFormation deletes no bucket that holds something.'),
            DeletionPolicy: 'Retain',
            UpdateReplacePolicy: 'Retain',
            Properties: {
                BucketEncryption: {
                    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }]
                },
                PublicAccessBlockConfiguration: {
                    BlockPublicAcls: true,
                    BlockPublicPolicy: true,
                    IgnorePublicAcls: true,
                    RestrictPublicBuckets: true
                },
                OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
                LifecycleConfiguration: {
                    Rules: [
                        {
                            Id: 'expire',
                            Status: 'Enabled',
                            ExpirationInDays: 30,
                            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }
                        }
                    ]
                }
            }
        },
        ArtifactBucketPolicy: {
            Type: 'AWS::S3::BucketPolicy',
            Condition: MAKES_BUCKET,
            Properties: {
                Bucket: ref('MadeArtifactBucket'),
                PolicyDocument: {
                    Version: '2012-10-17',
                    Statement: [
                        {
                            Sid: 'EncryptedConnectionsOnly',
                            Effect: 'Deny',
                            Principal: '*',
                            Action: 's3:*',
                            Resource: [
                                getAtt('MadeArtifactBucket', 'Arn'),
                                subWith('${Bucket}/*', { Bucket: getAtt('MadeArtifactBucket', 'Arn') })
                            ],
                            Condition: { Bool: { 'aws:SecureTransport': 'false' } }
                        },
                        ...(isCrossAccount ? letOtherAccountRead('MadeArtifactBucket') : [])
                    ]
                }
            }
        }
    };
}

// EXTERNAL MODULE: ./lib/pipeline/workflow.js
var pipeline_workflow = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/commands/generated-files.js
var generated_files = __webpack_require__(3281);
;// CONCATENATED MODULE: ./lib/commands/generate.js


















const TARGETS = ['buildspec', 'pipeline', 'workflow', 'iam'];
/**
 * `slipway generate buildspec|pipeline|workflow|iam|all`: writes the files, or with `--check` compares them with those that are there.
 * Nothing is written where any of them cannot be made, or would take the place of a file that is not an earlier version of it.
 *
 * @returns the exit code: 1 where `--check` finds a difference
 * @throws ProblemsError with all that is wrong with the settings, their files and the flags, or that stands in a file's place
 */
async function generate(settings) {
    const { flags, positionals, problems } = settings.arguments;
    const targets = readTargets(positionals);
    const { files } = settings;
    const ours = new Set(settings.command.own.map(({ name }) => name));
    const given = Object.fromEntries(Object.entries(flags).filter(([name]) => !ours.has(name)));
    const project = await (0,steps_project/* readProject */.W)({ given, problems, files, environment: settings.environment });
    if (project.environment === undefined && project.taskDefinition === undefined) {
        checkEnvironment(await (0,read_sources/* readSettingsFile */.ur)(flags['config'], files));
    }
    const warnings = [project, ...project.others].flatMap(({ taskDefinition, appspec }) => [
        ...(taskDefinition?.value.warnings ?? []),
        ...(appspec?.value.warnings ?? [])
    ]);
    for (const { what, next, place } of (0,errors/* uniqueProblems */.OH)(warnings)) {
        settings.warn([what, next].filter(part => part !== '').join(' '), place);
    }
    if (targets.some(target => target !== 'workflow')) {
        for (const text of (0,build_reads/* explainUnknownReads */.BZ)(project))
            settings.warn(text, {});
    }
    if (targets.includes('buildspec'))
        for (const text of (0,build_facts/* explainCache */.G7)(project))
            settings.warn(text, {});
    const output = readOutput(targets, project, flags['output'], settings.warn);
    const writeFlags = flagWriter(settings.command.all);
    const made = await make(targets, project, { ...output, flags, writeFlags }, files);
    const target = { files, flags: settings.command.all, write: settings.write };
    const isChosen = (flags['deploy'] ?? project.config.pipeline.deploy) !== undefined;
    const advice = isChosen || !targets.includes('pipeline') ? undefined : adviseDeployer(project);
    const advise = () => {
        if (advice !== undefined)
            settings.write(`${advice}\n`);
    };
    if (flags['check'] !== 'true') {
        await (0,generated_files/* putFiles */.po)(made, flags['force'] === 'true', target);
        advise();
        return 0;
    }
    const drift = await (0,generated_files/* compareFiles */.hZ)(made, target);
    advise();
    if (drift > 0)
        settings.write(`Make them again: slipway generate ${positionals[0] ?? ''}${writeFlags(flags)}\n`);
    return drift === 0 ? 0 : 1;
}
/** Without its environments a settings file may say half of what is shipped, and what is made of that would look whole. */
function checkEnvironment(document) {
    const [first, ...others] = (0,environments/* listEnvironments */.D)(document);
    if (first === undefined)
        return;
    const what = `There are environments (${(0,format/* listNames */.Zv)([first, ...others.map(name => name ?? '')])}), and without one of them there is no task definition.`;
    const next = `Choose one: --environment=${first}.`;
    throw new errors/* ProblemsError */.FQ([
        { code: 'missing-setting', place: { file: document?.file, path: 'environment' }, what, next }
    ]);
}
function readTargets(positionals) {
    const [name, extra] = positionals;
    const known = [...TARGETS, 'all'];
    const target = TARGETS.find(one => one === name);
    if (extra === undefined && (target !== undefined || name === 'all'))
        return target === undefined ? TARGETS : [target];
    const near = name === undefined ? undefined : (0,suggest/* nearestName */.q)(name, known);
    throw new errors/* SlipwayError */.GQ({
        code: 'unknown-target',
        fault: 'user',
        what: extra !== undefined && known.includes(name ?? '')
            ? `The argument ${(0,format/* quote */.hD)(extra)} is not expected here.`
            : `${name === undefined ? 'Nothing is named' : `${(0,format/* quote */.hD)(name)} cannot be generated`}: there are ${(0,format/* listNames */.Zv)(known)}.`,
        next: near === undefined || near === name ? 'Write slipway generate buildspec.' : `Did you mean ${near}?`
    });
}
function readOutput(targets, project, output, warn) {
    const path = (0,external_node_path_.relative)('.', (0,external_node_path_.resolve)(output ?? '.'))
        .split(external_node_path_.sep)
        .join(external_node_path_.posix.sep);
    const isFile = /\.ya?ml$/.test(path);
    const isWorkflow = targets.length === 1 && targets[0] === 'workflow';
    if (isFile && !isWorkflow) {
        const what = `--output is ${(0,format/* quote */.hD)(output ?? '')}, and these files go into a folder.`;
        throw new errors/* ProblemsError */.FQ([{ code: 'malformed', place: {}, what, next: 'Name a folder.' }]);
    }
    if (!isWorkflow || output === undefined)
        return { directory: isWorkflow ? '' : path, workflow: undefined };
    const workflow = isFile ? path : external_node_path_.posix.join(path, (0,pipeline_workflow/* workflowName */.tv)(project));
    if (external_node_path_.posix.dirname(workflow) !== pipeline_workflow/* WORKFLOWS */.v1) {
        warn(`GitHub runs the workflows of ${pipeline_workflow/* WORKFLOWS */.v1} alone, and this one goes to ${external_node_path_.posix.dirname(workflow)}.`, {});
    }
    return { directory: '', workflow };
}
async function make(targets, project, { directory, workflow, flags, writeFlags }, files) {
    const problems = [];
    const present = await files.read(buildspecPath(project, { directory }));
    const general = {
        directory,
        flags: writeFlags(flags),
        present: present === undefined ? undefined : new TextDecoder().decode(present)
    };
    const options = await (0,read_sources/* collect */.Fo)(errors/* ProblemsError */.FQ, problems, () => (0,pipeline_flags/* readPipelineOptions */.G)({ ...project.config.pipeline, ...flags }, general));
    const made = [];
    for (const target of targets) {
        if (options === undefined)
            break;
        const one = { ...options, workflow };
        made.push(...((await (0,read_sources/* collect */.Fo)(errors/* ProblemsError */.FQ, problems, () => makeOne(target, project, one, { flags, writeFlags }))) ?? []));
    }
    if (problems.length === 0)
        return made;
    // What keeps the project from being carried over is told by each of them.
    throw new errors/* ProblemsError */.FQ([...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]);
}
function makeOne(target, project, options, { flags, writeFlags }) {
    switch (target) {
        case 'buildspec': {
            const of = new Set(pipeline_pipeline_flags/* PIPELINE_FLAGS */.ZZ.map(({ name }) => name));
            const own = Object.fromEntries(Object.entries(flags).filter(([name]) => !of.has(name)));
            // Of what the pipeline may hold, the buildspec has this.
            const parts = {
                ...(options.parts.includes('docker-hub') ? { with: 'docker-hub' } : {}),
                ...((0,build_facts/* listCachePlaces */.hU)(project).length > 0 && options.branch !== pipeline_flags/* DEFAULT_BRANCH */.n ? { branch: options.branch } : {})
            };
            return renderBuildspec(project, { ...options, flags: writeFlags({ ...own, ...parts }) });
        }
        case 'pipeline':
            return renderPipelineTemplate(project, options);
        case 'workflow': {
            // Where the other files go says nothing of it.
            const own = Object.fromEntries(Object.entries(flags).filter(([name]) => name !== 'output'));
            return (0,pipeline_workflow/* renderWorkflow */.cn)(project, options.workflow === undefined ? { ...options, flags: writeFlags(own) } : options);
        }
        case 'iam':
            return (0,generated_files/* withChecksumFile */.AL)(renderIam(project, options), `slipway generate iam${options.flags}`);
    }
}
/** Writes flags as a shell takes them, for whoever makes the files again: in their own order, without `--check` and `--force`. */
function flagWriter(all) {
    const known = [...new Map(all.map(flag => [flag.name, flag])).values()];
    return flags => known
        .flatMap(({ name, kind }) => {
        const text = flags[name];
        if (text === undefined || name === 'check' || name === 'force')
            return [];
        const values = kind === 'many' ? text.split('\n') : [text];
        return values.map(value => writeFlag(name, value, kind === 'switch'));
    })
        .join('');
}
function writeFlag(name, value, isSwitch) {
    if (isSwitch && value === 'true')
        return ` --${name}`;
    // A value that begins like a flag, or is empty, has to hang on its name.
    const joint = /^(?:-|$)/.test(value) || isSwitch ? '=' : ' ';
    return ` --${name}${joint}${(0,shell/* quoteWord */.X)(value) ?? ''}`;
}


/***/ }),

/***/ 4609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ listEnvironments)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/**
 * The runs that a settings file is for: one for each of its `environments`, undefined for one without. Where there are environments, the
 * top alone counts only if it names a task definition itself; else it is what they have in common.
 */
function listEnvironments(document) {
    const { value } = document ?? { value: undefined };
    const overlays = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'environments') : undefined;
    const names = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(overlays) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keysOf */ .YD)(overlays) : [];
    if (names.length === 0)
        return [undefined];
    const isWhole = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.hasOwn(value, 'task-definition') && !Object.hasOwn(value, 'environment');
    return isWhole ? [undefined, ...names] : names;
}


/***/ }),

/***/ 524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ CACHE_TAG_PREFIX),
/* harmony export */   EQ: () => (/* binding */ LONGEST_BRANCH),
/* harmony export */   Ln: () => (/* binding */ cacheTagStart),
/* harmony export */   XT: () => (/* binding */ STEP_FAILED),
/* harmony export */   Xv: () => (/* binding */ WRITTEN_AS),
/* harmony export */   ju: () => (/* binding */ cacheScope),
/* harmony export */   lc: () => (/* binding */ placeOfCache),
/* harmony export */   z: () => (/* binding */ cacheTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _text_ecr_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5964);


/** What all tags of caches begin with. */
const CACHE_TAG_PREFIX = 'cache-';
/** What BuildKit says where a command of the Dockerfile failed: then its cache is not to blame. */
const STEP_FAILED = 'did not complete successfully';
/** How a cache is written to a registry: all steps, in the form that ECR takes, and never failing the build. */
const WRITTEN_AS = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';
/** In characters, so that a tag stays below 128. */
const LONGEST_BRANCH = 60;
const LONGEST_NAME = 32;
/** The repository of an image's cache: its own, or `cache-repository`. Pure. */
function placeOfCache(image) {
    const { cacheRepository } = image.build;
    return cacheRepository === undefined ? image : (0,_text_ecr_host_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepositoryAddress */ .A5)(cacheRepository);
}
/**
 * The tag of an image's cache for a branch, as `cache-main`. Pure. Images that share a repository have different ones: with `cache-repository` the
 * image's own repository is in it, and a hash where context, Dockerfile, target or platforms are not the usual ones.
 */
function cacheTag(image, branch) {
    return `${cacheTagStart(image)}${shortenName(branch, LONGEST_BRANCH)}`;
}
/**
 * What comes before the branch in the tag of an image's cache. For the branch itself a script does as `shortenName`: bytes other than
 * `A-Za-z0-9_.-` become `-`, 60 are kept, and where that changed the name, `-` and the first 8 digits of its SHA-256 follow. Pure.
 */
function cacheTagStart(image) {
    const name = image.build.cacheRepository === undefined ? '' : `${shortenName(image.repository, LONGEST_NAME)}-`;
    return `${CACHE_TAG_PREFIX}${name}${hashOfBuild(image)}`;
}
/** The scope of an image's cache in GitHub's, which keeps branches apart by itself. Pure. */
function cacheScope(image) {
    return `slipway-${hashOfBuild(image)}${shortenName(image.repository, LONGEST_BRANCH)}`;
}
/** '' for the usual build; it ends with `-`. */
function hashOfBuild({ registry, build }) {
    const { context, dockerfile, target, platforms } = build;
    const isUsual = registry === undefined &&
        context === '.' &&
        dockerfile === undefined &&
        target === undefined &&
        platforms.length === 0;
    if (isUsual)
        return '';
    const said = [registry?.host, context, dockerfile, target, [...platforms].sort()].map(part => part ?? null);
    return `${sha256(JSON.stringify(said))}-`;
}
function shortenName(name, longest) {
    const bytes = Array.from(Buffer.from(name), byte => String.fromCharCode(byte));
    const plain = bytes.map(byte => (/[A-Za-z0-9_.-]/.test(byte) ? byte : '-')).slice(0, longest);
    const short = plain.join('');
    return short === name ? name : `${short}-${sha256(name)}`;
}
/** The first 8 digits. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
}


/***/ }),

/***/ 1258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XE: () => (/* binding */ firstTag),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   df: () => (/* binding */ describePlan),
/* harmony export */   l_: () => (/* binding */ locateTag)
/* harmony export */ });
/* harmony import */ var _build_registry_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(524);
/* harmony import */ var _text_image_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9738);


/** The repository as the settings name it: its name alone, or its whole address where it is in a registry that they name. */
function addressOf({ registry, repository }) {
    return registry === undefined ? repository : `${registry.host}/${repository}`;
}
/** Where an image with a tag is, or would be. */
function locateTag({ registry, repository }, tag) {
    return { region: registry?.region, registryId: registry?.account, repository, tag };
}
/** The first of at least one tag: the one that files and outputs name. */
function firstTag(image) {
    const [tag] = image.tags;
    if (tag === undefined)
        throw new RangeError(`The image ${image.repository} has no tag.`);
    return tag;
}
function describeCreation({ image, template }) {
    return template?.createsOnPush !== true
        ? ` The repository ${addressOf(image)} is created first.`
        : ` The push makes the repository ${image.repository} by the creation template ${template.prefix}.`;
}
function describeCache({ image, cache }) {
    if (cache === undefined)
        return '';
    return cache.kind === 'github'
        ? ` Its build cache is in GitHub's, scope ${cache.scope}.`
        : ` Its build cache is ${addressOf((0,_build_registry_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOfCache */ .lc)(image))}:${cache.tag}.`;
}
/** A sentence for people, for a dry run too. */
function describePlan(plan) {
    switch (plan.kind) {
        case 'existing':
            return `${plan.image.image} is used as it is.`;
        case 'reuse': {
            const more = plan.tagsToAdd.length === 0 ? '' : `, and gets ${(0,_text_image_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .nameTags */ .f)(plan.tagsToAdd)}`;
            return `${plan.repository.name}:${firstTag(plan.image)} is in the repository already (${plan.digest}): it is used and not built again${more}.`;
        }
        case 'build': {
            const { tags, build } = plan.image;
            const created = plan.repository === undefined ? describeCreation(plan) : '';
            return `${addressOf(plan.image)} is built from ${build.context} and pushed with ${(0,_text_image_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .nameTags */ .f)(tags)}.${created}${describeCache(plan)}`;
        }
    }
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

/***/ 9738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ nameTags)
/* harmony export */ });
/** `the tag v1`, `the tags v1, latest`. */
function nameTags(tags) {
    return `the tag${tags.length === 1 ? '' : 's'} ${tags.join(', ')}`;
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

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ quoteWord)
/* harmony export */ });
/** Characters that a POSIX shell takes as they are, wherever in a word they stand. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
/**
 * Characters that do not survive as they are: control characters, and those that one or the other reader of YAML takes for a line's
 * end, for a byte order mark, or for no character at all.
 */
const FRAGILE = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;
/**
 * A word as bash reads it back to the very same text, on one line: bare where nothing in it is special, in single quotes otherwise, and as
 * `$'…'` where characters in it have no other safe spelling (line breaks, control characters).
 *
 * @returns undefined for what no argument can hold: a NUL, or half a surrogate pair
 */
function quoteWord(text) {
    if (text.includes('\0') || /\p{Surrogate}/u.test(text))
        return undefined;
    if (PLAIN.test(text))
        return text;
    if (!FRAGILE.test(text))
        return `'${text.replaceAll("'", String.raw `'\''`)}'`;
    return `$'${Array.from(text, escapeCharacter).join('')}'`;
}
const ESCAPES = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`,
    '\\': String.raw `\\`,
    "'": String.raw `\'`
};
function escapeCharacter(character) {
    const known = ESCAPES[character];
    if (known !== undefined)
        return known;
    if (!FRAGILE.test(character))
        return character;
    // Bytes, not code points: what \u means depends on the locale.
    return Array.from(new TextEncoder().encode(character), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}


/***/ })

};
