export const id = 306;
export const ids = [306];
export const modules = {

/***/ 4920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mp: () => (/* binding */ closeDockerHome),
/* harmony export */   zH: () => (/* binding */ takeBack),
/* harmony export */   zX: () => (/* binding */ BUILDER_NOTE)
/* harmony export */ });
/* harmony import */ var _docker_home_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1689);
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4632);


const BUILDER_NOTE = 'docker-builder';
/**
 * Takes back what a run made for Docker: removes the builder, logs out, removes the folder. For the run's own end and for the post
 * step after a crash; take builders first, then logins, then folders. Rejects with nothing: what cannot be taken back is answered.
 *
 * @returns what went wrong, in Docker's words; undefined where all is gone
 */
async function takeBack(leftover, ports) {
    try {
        switch (leftover.kind) {
            case 'directory':
                await ports.files.remove(leftover.path);
                return undefined;
            case 'docker-builder':
                return await removeBuilder(leftover.directory, leftover.name, ports);
            case 'docker-login':
                return await runAll(leftover.directory, leftover.registries.map(host => ['logout', host]), ports);
        }
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
/** Takes back all that publishing noted, in order; a failure is a warning, since the image is out by then. */
async function closeDockerHome(home, made, ports) {
    const { directory } = home;
    const settle = async (note, leftover) => {
        const problem = await takeBack(leftover, ports);
        // What is left stays in the ledger: the post step tries once more.
        if (problem === undefined)
            ports.ledger.settle(note);
        else
            ports.reporter.warn(`Cleaning up after Docker (${leftover.kind}): ${problem}`);
    };
    if (made.builder !== undefined)
        await settle(BUILDER_NOTE, { kind: 'docker-builder', directory, name: made.builder });
    if (made.registries.length > 0)
        await settle(_login_js__WEBPACK_IMPORTED_MODULE_1__/* .LOGIN_NOTE */ .XM, { kind: 'docker-login', directory, registries: made.registries });
    await settle(_docker_home_js__WEBPACK_IMPORTED_MODULE_0__/* .HOME_NOTE */ .dP, { kind: 'directory', path: directory });
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
    const env = (0,_docker_home_js__WEBPACK_IMPORTED_MODULE_0__/* .homeEnvironment */ .PC)(directory, (0,_docker_home_js__WEBPACK_IMPORTED_MODULE_0__/* .userDirectory */ .dy)(ports.environment), ports.environment);
    const problems = [];
    for (const args of commands) {
        const result = await ports.processes.run('docker', args, { env });
        if (result.exitCode !== 0)
            problems.push(`docker ${args.join(' ')}: ${result.stderr.trim()}`);
    }
    return problems.length === 0 ? undefined : problems.join('; ');
}


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   _F: () => (/* binding */ isTagTaken),
/* harmony export */   g0: () => (/* binding */ explainDockerFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** What Docker says, and what to do about it. The first that matches counts: the more telling ones stand first. */
const KNOWN = [
    {
        pattern: /cannot connect to the docker daemon|is the docker daemon running|error during connect/i,
        code: 'docker-daemon',
        fault: 'user',
        next: 'Start Docker; in CodeBuild, set the privileged mode of the project.'
    },
    {
        pattern: /permission denied while trying to connect/i,
        code: 'docker-permission',
        fault: 'user',
        next: "Let this user talk to Docker's socket, for example by the group docker."
    },
    {
        pattern: /no space left on device/i,
        code: 'docker-disk-full',
        fault: 'user',
        next: 'Free space on the machine that builds, for example with "docker system prune", or make the image smaller.'
    },
    {
        pattern: /is immutable|imagetagalreadyexists/i,
        code: 'tag-immutable',
        fault: 'user',
        next: 'The tag names another image for good: ship under a new tag, or set reuse-image: true to ship the one that is there.'
    },
    {
        pattern: /unexpected status from PUT request to \S*\/manifests\/\S+ 400 Bad Request/i,
        code: 'manifest-refused',
        fault: 'user',
        next: 'ECR answers so where an immutable tag is taken, and to a cache without image-manifest=true,oci-mediatypes=true in cache-to.'
    },
    {
        pattern: /name unknown|repository with name .* does not exist/i,
        code: 'repository-missing',
        fault: 'user',
        next: 'Create the repository in ECR, or set create-repository: true.'
    },
    {
        pattern: /not authorized to perform: ecr/i,
        code: 'docker-denied',
        fault: 'user',
        next: 'Allow the action that is named in the policy of the role that this run uses.'
    },
    {
        pattern: /toomanyrequests|pull rate limit/i,
        code: 'pull-rate-limit',
        fault: 'user',
        next: 'Log into Docker Hub before this step, or take the base image from ECR Public (public.ecr.aws/docker/library/…).'
    },
    {
        pattern: /no basic auth credentials|unauthorized|authorization token has expired|403 forbidden|access denied|denied:/i,
        code: 'docker-denied',
        fault: 'user',
        next: 'Check that the role may use this repository; for a base image in another account, name the account in registries.'
    },
    {
        pattern: /exec format error|no match for platform|does not match the (?:detected host|specified) platform/i,
        code: 'docker-platform',
        fault: 'user',
        next: 'Build for a platform that the base image has and this machine can run (platforms), with QEMU set up where they differ.'
    },
    {
        pattern: /failed to read dockerfile|cannot locate specified dockerfile|dockerfile parse error|unknown instruction|target stage .* could not be found|failed to reach build target/i,
        code: 'dockerfile',
        fault: 'user',
        next: 'Check the Dockerfile, and the settings dockerfile and target.'
    },
    {
        pattern: /copy failed|add failed|failed to (?:compute cache key|calculate checksum)/i,
        code: 'build-context',
        fault: 'user',
        next: 'Check that the file is in the build context and not left out by .dockerignore.'
    },
    {
        pattern: /i\/o timeout|tls handshake timeout|connection reset|connection refused|unexpected eof|: eof\b|temporary failure|no such host|50[0234] |service unavailable|context deadline exceeded/i,
        code: 'docker-network',
        fault: 'aws',
        next: 'This is usually passing: run it again.'
    }
];
/** Turns a failed Docker command into our error: what Docker said last, and what to do. `secrets` never show in it. */
function explainDockerFailure(doing, result, secrets = []) {
    const said = lastWords(result);
    const known = KNOWN.find(({ pattern }) => pattern.test(said));
    const shown = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), said);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
        code: known?.code ?? 'docker-failed',
        fault: known?.fault ?? 'user',
        what: `${doing} failed (exit code ${result.exitCode}): ${shown === '' ? 'Docker said nothing about it.' : shown.replace(/([^.!?])$/, '$1.')}`,
        next: known?.next
    });
}
/**
 * The tag is taken by another image and cannot be moved: somebody else was faster. BuildKit hides what the registry said behind the
 * status, so a refused manifest counts where it is that of this very tag, and the registry has to be asked.
 */
function isTagTaken(error, repository, tag) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ))
        return false;
    if (error.code === 'manifest-refused')
        return error.what.includes(`/${repository}/manifests/${tag}: `);
    return error.code === 'tag-immutable';
}
/** It may well work the next time. */
function isPassing(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ && error.code === 'docker-network';
}
/**
 * The lines that say why: the last one that speaks of an error, else the last three. BuildKit ends with a drawing of the Dockerfile and
 * one line of error, the old builder with that line alone, `docker push` with what the registry answered.
 */
function lastWords(result) {
    const lines = meaningful(result.stderr);
    const words = lines.length > 0 ? lines : meaningful(result.stdout);
    const error = words.findLast(line => /^(?:error|denied|unauthorized|failed|name unknown|tag invalid)\b/i.test(line));
    return error ?? words.slice(-3).join(' ');
}
function meaningful(text) {
    return text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' &&
        !/^(?:-+|\d+ \|.*|WARNING.*|DEPRECATED.*|Install the buildx component.*|See '.*|Run '.*|View build details.*|https:\/\/docs\.docker\.com\S*)$/.test(line));
}


/***/ }),

/***/ 1689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ openDockerHome),
/* harmony export */   PC: () => (/* binding */ homeEnvironment),
/* harmony export */   dP: () => (/* binding */ HOME_NOTE),
/* harmony export */   dy: () => (/* binding */ userDirectory)
/* harmony export */ });
/* unused harmony export privateSettings */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

const HOME_NOTE = 'docker-home';
/**
 * Makes a private folder (0700) that Docker takes for its configuration. What the user has set stays usable: settings, proxies and
 * credential helpers come along in `config.json`, contexts by a link, plugins by their path, the selected builder as a copy, since
 * buildx writes beside it. Nothing is written into the user's own folder.
 *
 * @param hosts the registries that this run logs into: their logins land in this folder and nowhere else
 * @param builder the builder that the build options name
 */
async function openDockerHome(hosts, builder, ports) {
    const { files, ledger, environment } = ports;
    const directory = await files.makeTemporaryDirectory('slipway-docker-');
    ledger.note(HOME_NOTE, { kind: 'directory', path: directory });
    const user = userDirectory(environment);
    const settings = user === undefined ? {} : await readSettings((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'config.json'), ports);
    await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'config.json'), `${JSON.stringify(privateSettings(settings, user, hosts), null, 2)}\n`, 0o600);
    if (user !== undefined && (await files.isDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'contexts')))) {
        await files.link((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'contexts'), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'contexts'));
    }
    await copyBuilders(user, directory, builder, ports);
    return { directory, environment: homeEnvironment(directory, user, environment) };
}
/**
 * The user's settings with our registries' logins kept in the file. Docker asks `credHelpers` first, and there an empty name means the
 * file itself; for every other registry `credsStore`, `credHelpers` and `auths` say what they said before.
 */
function privateSettings(settings, user, hosts) {
    // A logout goes over all three spellings, and must not reach the user's own store by any of them.
    const ours = hosts.flatMap(host => [host, `https://${host}`, `http://${host}`]);
    const own = new Set(ours);
    const others = (map) => Object.fromEntries(Object.entries(isRecord(map) ? map : {}).filter(([host]) => !own.has(host)));
    const plugins = Array.isArray(settings['cliPluginsExtraDirs']) ? settings['cliPluginsExtraDirs'] : [];
    return {
        ...settings,
        auths: others(settings['auths']),
        credHelpers: { ...others(settings['credHelpers']), ...Object.fromEntries(ours.map(host => [host, ''])) },
        ...(user === undefined ? {} : { cliPluginsExtraDirs: [...plugins, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'cli-plugins')] })
    };
}
/** What Docker and buildx are started with to use the folder; the post step needs it too. */
function homeEnvironment(directory, user, environment) {
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
    const configured = ports.environment['BUILDX_CONFIG'];
    const source = configured !== undefined && configured !== '' ? configured : user === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(user, 'buildx');
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

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ logIn),
/* harmony export */   Wf: () => (/* binding */ openAuthorization),
/* harmony export */   XM: () => (/* binding */ LOGIN_NOTE),
/* harmony export */   yQ: () => (/* binding */ retryPassing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _docker_args_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9059);
/* harmony import */ var _docker_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5690);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8424);




const LOGIN_NOTE = 'docker-login';
const ATTEMPTS = 4;
/**
 * Takes an authorization apart and hides its secrets from every log at once: the password, and the token, which is also what Docker
 * writes into its file.
 *
 * @param host the registry to log into; the authorization's own endpoint where not given
 */
function openAuthorization(authorization, ports, host = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .hostOf */ .w4)(authorization.endpoint)) {
    ports.reporter.mask(authorization.token);
    const text = Buffer.from(authorization.token, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const password = text.slice(colon + 1);
    if (colon < 1 || password === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ({
            code: 'incomplete-answer',
            fault: 'aws',
            what: `ECR's login for ${host} is not of the form user:password.`
        });
    }
    ports.reporter.mask(password);
    return { host, username: text.slice(0, colon), password };
}
/** Logs Docker into the registries, into the run's own folder; the password goes in by standard input. What passes is tried again. */
async function logIn(home, logins, ports) {
    ports.ledger.note(LOGIN_NOTE, {
        kind: 'docker-login',
        directory: home.directory,
        registries: logins.map(({ host }) => host)
    });
    for (const login of logins) {
        await retryPassing(ports, () => logInOnce(home, login, ports));
        ports.reporter.info(`Logged into ${login.host}.`);
    }
}
/** Runs it up to four times while Docker fails for a reason that passes, with 1, 2 and 4 seconds between, jittered. */
async function retryPassing(ports, work) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await work();
        }
        catch (error) {
            if (attempt >= ATTEMPTS || !(0,_docker_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(error))
                throw error;
            ports.reporter.info(`${error.what} Trying again.`);
            await ports.clock.sleep(1000 * 2 ** (attempt - 1) * (0.75 + ports.clock.random() / 2), ports.signal);
        }
    }
}
async function logInOnce(home, login, ports) {
    const { host, username, password } = login;
    const result = await ports.processes.run('docker', (0,_docker_args_js__WEBPACK_IMPORTED_MODULE_3__/* .loginArgs */ .be)(username, host), {
        input: password,
        env: home.environment,
        signal: ports.signal
    });
    if (result.exitCode !== 0)
        throw (0,_docker_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .explainDockerFailure */ .g0)(`Docker login to ${host}`, result, [password]);
}


/***/ }),

/***/ 4646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ firstTag),
/* harmony export */   d: () => (/* binding */ describePlan)
/* harmony export */ });
/** The first of at least one tag: the one that files and outputs name. */
function firstTag(image) {
    const [tag] = image.tags;
    if (tag === undefined)
        throw new RangeError(`The image ${image.repository} has no tag.`);
    return tag;
}
/** A sentence for people, for a dry run too. */
function describePlan(plan) {
    switch (plan.kind) {
        case 'existing':
            return `${plan.image.image} is used as it is.`;
        case 'reuse': {
            const more = plan.tagsToAdd.length === 0 ? '' : `, and gets the tags ${plan.tagsToAdd.join(', ')}`;
            return `${plan.repository.name}:${firstTag(plan.image)} is in the repository already (${plan.digest}): it is used and not built again${more}.`;
        }
        case 'build': {
            const { repository, tags, build } = plan.image;
            const created = plan.repository === undefined ? ` The repository ${repository} is created first.` : '';
            return `${repository} is built from ${build.context} and pushed with the tags ${tags.join(', ')}.${created}`;
        }
    }
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B6: () => (/* reexport */ checkImages),
  wi: () => (/* binding */ describePublished),
  ix: () => (/* reexport */ passScanGate),
  YU: () => (/* binding */ publishImages)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/image/docker-args.js
var docker_args = __webpack_require__(9059);
// EXTERNAL MODULE: ./lib/image/docker-failure.js
var docker_failure = __webpack_require__(5690);
;// CONCATENATED MODULE: ./lib/image/docker-tools.js


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
        return problem('docker-missing', 'An image is to be built, but there is no docker command on this machine.', next);
    }
    if (version.exitCode !== 0) {
        const { code, what, next } = (0,docker_failure/* explainDockerFailure */.g0)('An image is to be built, but "docker version"', version);
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
    const settings = (0,docker_args/* settingsWithoutPlainArgument */.NH)(build, tools.buildkit);
    if (settings.length === 0)
        return undefined;
    return {
        code: 'docker-buildx',
        place: { path },
        what: `${settings.join(' and ')} cannot be had from this machine's Docker, which has no buildx in use.`,
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

// EXTERNAL MODULE: ./lib/image/login.js
var login = __webpack_require__(4632);
// EXTERNAL MODULE: ./lib/image/plan.js
var image_plan = __webpack_require__(4646);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/image/build.js








/** ECR is asked so often, a second apart, for what was just pushed. */
const LOOKS = 5;
const DIGEST = /\bdigest:\s*(sha256:[0-9a-f]{64})/;
/**
 * Builds every image and pushes each under its first tag. All builds that leave their image with the engine come before the first
 * push, so that a failed build leaves the registry as it was; a builder that pushes by itself does both in one go.
 *
 * @returns what is in ECR, in the order of the jobs
 */
async function buildAndPush(jobs, workshop, ports) {
    const builders = [];
    for (const job of jobs) {
        const builder = job.tools.buildx
            ? await workshop.builders.choose(job.image.build, (0,image_reference/* hostOf */.w4)(job.repository.uri))
            : undefined;
        builders.push(builder);
        if (builder?.to !== 'registry')
            await loadIntoEngine(job, builder, workshop.home, ports);
    }
    const pushed = [];
    for (const [index, job] of jobs.entries()) {
        const builder = builders[index];
        const push = builder?.to === 'registry'
            ? () => buildToRegistry(job, builder, (0,external_node_path_.join)(workshop.home.directory, `metadata-${index}.json`), workshop.home, ports)
            : () => pushFromEngine(job, workshop.home, ports);
        pushed.push(await pushOrReuse(job, push, ports));
    }
    return pushed;
}
async function loadIntoEngine(job, builder, home, ports) {
    const { build } = job.image;
    const reference = referenceOf(job);
    const args = builder === undefined
        ? (0,docker_args/* plainBuildArgs */.O_)(build, reference)
        : (0,docker_args/* buildxArgs */.w$)(build, { reference, builder: builder.name, to: 'engine', metadataFile: undefined });
    const env = builder === undefined ? { ...home.environment, ...plainBuildEnvironment(job.tools) } : home.environment;
    const title = `Build image ${job.repository.name}:${(0,image_plan/* firstTag */.X)(job.image)}`;
    const result = await ports.reporter.group(title, () => runDocker(args, env, ports));
    if (result.exitCode !== 0)
        throw (0,docker_failure/* explainDockerFailure */.g0)(`Building ${reference}`, result);
}
async function pushFromEngine(job, home, ports) {
    const reference = referenceOf(job);
    const title = `Push image ${job.repository.name}:${(0,image_plan/* firstTag */.X)(job.image)}`;
    const result = await ports.reporter.group(title, () => (0,login/* retryPassing */.yQ)(ports, async () => {
        const attempt = await runDocker(['push', reference], home.environment, ports);
        if (attempt.exitCode !== 0)
            throw (0,docker_failure/* explainDockerFailure */.g0)(`Pushing ${reference}`, attempt);
        return attempt;
    }));
    return DIGEST.exec(result.stdout)?.[1];
}
async function buildToRegistry(job, builder, metadataFile, home, ports) {
    const reference = referenceOf(job);
    const args = (0,docker_args/* buildxArgs */.w$)(job.image.build, { reference, builder: builder.name, to: 'registry', metadataFile });
    const title = `Build and push image ${job.repository.name}:${(0,image_plan/* firstTag */.X)(job.image)}`;
    const result = await ports.reporter.group(title, () => runDocker(args, home.environment, ports));
    if (result.exitCode !== 0)
        throw (0,docker_failure/* explainDockerFailure */.g0)(`Building and pushing ${reference}`, result);
    return readDigest(await ports.files.read(metadataFile));
}
/** An immutable tag that somebody else pushed while we built is what a reuse would have found, had we come later. */
async function pushOrReuse(job, push, ports) {
    const { repository } = job;
    let digest;
    try {
        digest = await push();
    }
    catch (error) {
        const taken = (0,docker_failure/* isTagTaken */._F)(error, repository.name, (0,image_plan/* firstTag */.X)(job.image));
        const there = taken && job.image.reuseImage !== false ? await lookFor(job, ports) : undefined;
        if (there === undefined)
            throw error;
        ports.reporter.info(`Another run has pushed ${repository.name}:${(0,image_plan/* firstTag */.X)(job.image)} meanwhile: its image ${there} is used.`);
        return { repository, digest: there, built: false };
    }
    return { repository, digest: await build_confirm(job, digest, ports), built: true };
}
/** The registry has the last word on what the tag names. */
async function build_confirm(job, pushed, ports) {
    let found = await lookFor(job, ports);
    for (let look = 1; look < LOOKS && found === undefined; look += 1) {
        await ports.clock.sleep(1000, ports.signal);
        found = await lookFor(job, ports);
    }
    const name = referenceOf(job);
    if (found === undefined) {
        const what = `Docker says that it pushed ${name}, but ECR knows no such image.`;
        throw new errors/* SlipwayError */.GQ({
            code: 'image-missing',
            fault: 'aws',
            what,
            next: 'Check that the push went to the region and account of this run.'
        });
    }
    if (pushed !== undefined && pushed !== found) {
        const what = `Pushed ${name} as ${pushed}, but the tag names ${found} now: another run has pushed the same tag at the same time.`;
        throw new errors/* SlipwayError */.GQ({
            code: 'tag-moved',
            fault: 'user',
            what,
            next: "Give every build a tag of its own, as the commit's SHA, or run one at a time."
        });
    }
    return found;
}
async function lookFor(job, ports) {
    const { name, registryId } = job.repository;
    const image = await ports.ecr.describeImage({ registryId, repository: name, tag: (0,image_plan/* firstTag */.X)(job.image) });
    return image?.digest;
}
async function runDocker(args, env, ports) {
    return ports.processes.run('docker', args, { env, signal: ports.signal, onLine: line => ports.reporter.info(line) });
}
function referenceOf(job) {
    return `${job.repository.uri}:${(0,image_plan/* firstTag */.X)(job.image)}`;
}
/** buildx's metadata file: `containerimage.digest` is what was pushed, of an index where there are several platforms. */
function readDigest(bytes) {
    if (bytes === undefined)
        return undefined;
    const digest = /"containerimage\.digest":\s*"(sha256:[0-9a-f]{64})"/.exec(new TextDecoder().decode(bytes));
    return digest?.[1];
}

// EXTERNAL MODULE: ./lib/image/docker-cleanup.js
var docker_cleanup = __webpack_require__(4920);
// EXTERNAL MODULE: ./lib/image/docker-home.js
var docker_home = __webpack_require__(1689);
;// CONCATENATED MODULE: ./lib/image/builder.js





/** The caches that the engine's own builder can export, and only with the containerd image store. */
const ENGINE_CACHES = new Set(['registry', 'local', 'gha']);
/** Finds or makes the builder for each image; at most one is made in a run. */
class Builders {
    #home;
    #ports;
    #own;
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
            throw new errors/* SlipwayError */.GQ({
                code: 'docker-builder',
                fault: 'user',
                what: `The builder ${named} (driver docker) of build-options cannot do what is asked for: ${demands.join(' and ')}.`,
                next: 'Name a builder with the driver docker-container, or leave --builder out: one is made then and removed afterwards.'
            });
        }
        this.#own ??= await this.#create(host, demands);
        return { name: this.#own, to: 'registry' };
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
        const { clock, ledger, reporter } = this.#ports;
        const unique = [clock.now(), clock.random() * 36 ** 6].map(number => Math.trunc(number).toString(36));
        const name = `slipway-${unique.join('-')}`;
        const title = `Create the builder ${name} (${demands.join(' and ')} cannot be had from the selected one)`;
        return reporter.group(title, async () => {
            ledger.note(docker_cleanup/* BUILDER_NOTE */.zX, { kind: 'docker-builder', directory: this.#home.directory, name });
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

// EXTERNAL MODULE: ./lib/image/check-build.js
var check_build = __webpack_require__(1492);
;// CONCATENATED MODULE: ./lib/image/check.js





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
    return plans.map(plan => plan.kind === 'build' ? { ...plan, tools: tools ?? { buildx: false, buildkit: false } } : plan);
}
/** Looks for Docker only where something is to be built. */
async function equip(images, plans, failures, problems, ports) {
    const builds = plans.filter(plan => plan.kind === 'build');
    if (builds.length === 0 || failures.length > 0)
        return undefined;
    const tools = await findDocker(ports);
    if ('code' in tools) {
        problems.push(tools);
        return undefined;
    }
    for (const { image } of builds) {
        const missing = findMissingTool(image.build, tools, images.length === 1 ? '' : `images[${images.indexOf(image)}]`);
        if (missing !== undefined)
            problems.push(missing);
    }
    return tools;
}
async function checkBuilt(image, path, ports) {
    const problems = checkNames(image, path);
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    const repository = await ports.ecr.describeRepository(image.repository);
    if (repository === undefined) {
        if (!image.createRepository) {
            problems.push({
                code: 'repository-missing',
                place: { path: path('repository') },
                what: `There is no ECR repository ${image.repository} in this account and region.`,
                next: 'Create it, set create-repository: true, or check the name, the region and the role.'
            });
        }
        problems.push(...(await (0,check_build/* checkBuildInputs */.ay)(image.build, path, ports)));
        if (problems.length > 0)
            throw new errors/* ProblemsError */.FQ(problems);
        return { kind: 'build', image, repository: undefined };
    }
    const tag = (0,image_plan/* firstTag */.X)(image);
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
            what: `${image.repository}:${tag} is in the repository already, the tag is immutable, and reuse-image: false asks for a new build.`,
            next: 'Ship under a new tag, or leave reuse-image out to use the image that is there.'
        });
    }
    problems.push(...findTakenTags(image, repository, undefined, path, found));
    problems.push(...(await (0,check_build/* checkBuildInputs */.ay)(image.build, path, ports)));
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    return { kind: 'build', image, repository };
}
/** What is under the tags, asked for all at once: the first where it decides, the others where they are immutable or all are wanted. */
async function lookUpTags(image, repository, wanted, ports) {
    const tags = [...new Set(image.tags)].filter(tag => tag === (0,image_plan/* firstTag */.X)(image) ? wanted.first : wanted.all || (0,image_reference/* isTagImmutable */.j1)(repository, tag));
    return new Map(await Promise.all(tags.map(async (tag) => [tag, await ports.ecr.describeImage(locate(repository, tag))])));
}
function planReuse(image, repository, there, path, found) {
    if (there.archived) {
        const what = `${image.repository}:${(0,image_plan/* firstTag */.X)(image)} is in ECR's archive, from where it cannot be pulled.`;
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
        const what = `"${image.image}" is no image reference.`;
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
    if (there === undefined || there.archived) {
        const what = there === undefined
            ? `There is no image ${image.image} in ECR.`
            : `${image.image} is in ECR's archive, from where it cannot be pulled.`;
        const next = there === undefined ? 'Check repository, tag, account and region.' : 'Restore it in ECR, or name another image.';
        throw new errors/* ProblemsError */.FQ([{ code: 'image-missing', place: { path: path('image') }, what, next }]);
    }
    return { ...plan, digest: reference.digest ?? there.digest };
}
/** Where in ECR a reference is; undefined for other registries, ECR Public too, which tells of its own images only to their owner. */
async function locateExisting(reference, ports) {
    const { registry, repository, tag, digest } = reference;
    if (registry === undefined)
        return undefined;
    const host = (0,image_reference/* parseEcrHost */.wl)(registry);
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
    return { registryId: repository.registryId, repository: repository.name, tag };
}
function checkNames(image, path) {
    const problems = [];
    // A whole address of ECR would pass as a name: its host has the same letters.
    if (!(0,image_reference/* isRepositoryName */.en)(image.repository) || (0,image_reference/* parseEcrHost */.wl)((0,image_reference/* hostOf */.w4)(image.repository)) !== undefined) {
        const bare = (0,image_reference/* parseReference */.F2)(image.repository)?.repository;
        problems.push({
            code: 'repository-name',
            place: { path: path('repository') },
            what: `"${image.repository}" is no name of an ECR repository: lower-case letters, digits and . _ - / , without host and tag.`,
            next: bare === undefined || bare === image.repository ? '' : `Write ${bare}.`
        });
    }
    for (const tag of image.tags.filter(tag => !(0,image_reference/* isTag */.dz)(tag))) {
        const what = `"${tag}" is no image tag: at most 128 letters, digits and . _ - , the first no . or -.`;
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
        const name = `${image.repository}:${(0,image_plan/* firstTag */.X)(image)}`;
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
    const told = new Map(failures.map(({ code, what, next }) => [what, { code, place: {}, what, next: next ?? '' }]));
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ([...problems, ...told.values()]);
}

;// CONCATENATED MODULE: ./lib/image/scan.js
/** The severities that a gate can be set at, the worst first (ECR's FindingSeverity, without UNDEFINED, which is no grade). */
const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];
const TURN_OFF = 'Ship an image that ECR can scan, or leave scan-gate out.';
/** Statuses (ECR's ScanStatus) after which no results come. */
const NEVER = {
    FAILED: { why: 'the scan failed', next: 'Have it scanned again in ECR, ship another image, or leave scan-gate out.' },
    UNSUPPORTED_IMAGE: { why: 'ECR cannot scan an image of this kind', next: TURN_OFF },
    SCAN_ELIGIBILITY_EXPIRED: {
        why: 'the image was pushed too long ago for Amazon Inspector to scan it',
        next: 'Build it anew, or lengthen the duration of rescans in Amazon Inspector.'
    },
    FINDINGS_UNAVAILABLE: { why: 'ECR has a scan and cannot give its findings', next: 'Run it again later.' },
    LIMIT_EXCEEDED: { why: "the registry's quota of scans is used up", next: 'Run it again later.' },
    IMAGE_ARCHIVED: { why: "the image is in ECR's archive, where nothing is scanned", next: 'Restore it in ECR.' }
};
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
    const known = SEVERITIES;
    const names = [...known, ...Object.keys(counts).filter(name => !known.includes(name))];
    const shown = names.filter(name => (counts[name] ?? 0) > 0).map(name => `${counts[name] ?? 0} ${name}`);
    return shown.length === 0 ? 'nothing' : shown.join(', ');
}
/** So many of the findings that stop the gate, the worst first, each once. */
function listWorst(findings, gate, most) {
    const stopping = stoppingAt(gate);
    const told = stopping.flatMap(severity => findings.filter(finding => finding.severity === severity)).map(describe);
    return [...new Set(told)].slice(0, most);
}
function describe({ name, severity, packages, fixedIn }) {
    const where = packages.length === 0 ? '' : ` in ${packages.slice(0, 3).join(', ')}`;
    return `${severity} ${name}${where}${fixedIn === undefined ? '' : `, fixed in ${fixedIn}`}`;
}
function stoppingAt(gate) {
    return SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
}

;// CONCATENATED MODULE: ./lib/image/scan-gate.js




/** A basic scan takes a minute, Amazon Inspector's first one several. */
const MOST_MINUTES = 10;
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
        const scans = new Map();
        const scanOf = (image) => {
            const scan = scans.get(image.uri) ?? scanImage(image, gate, ports);
            scans.set(image.uri, scan);
            return scan;
        };
        const settled = await Promise.allSettled(images.map(scanOf));
        const failed = settled.find(result => result.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
        const results = settled.map(result => (result.status === 'fulfilled' ? result.value : undefined));
        const stops = [...new Set(results.flatMap(result => result?.stops ?? []))];
        if (stops.length > 0)
            throw shut(stops, gate);
        return images.map((image, index) => ({ ...image, findings: results[index]?.findings }));
    });
}
function shut(stops, gate) {
    return new errors/* SlipwayError */.GQ({
        code: 'scan-findings',
        fault: 'user',
        what: `${stops.join('\n')}.`,
        next: `Nothing was registered or deployed. Update what is named, or set scan-gate to more than ${gate} if this may run.`
    });
}
async function scanImage(image, gate, ports) {
    const location = await scan_gate_locate(image, ports);
    if (location === undefined) {
        ports.reporter.warn(`${image.uri} is not in a private registry of ECR: scan-gate does not look at it.`);
        return undefined;
    }
    // A scan is of an image for one platform; an index of several has none of its own.
    const digests = await ports.ecr.listPlatformImages(location);
    const scans = await Promise.all(digests.map(digest => waitForScan({ ...location, tag: undefined, digest }, image, ports)));
    const counts = addCounts(scans.map(countFindings));
    const platforms = digests.length > 1 ? ` in its ${digests.length} platforms` : '';
    const findings = `${describeCounts(counts)}${platforms}`;
    const found = `${image.uri}: ECR's scan found ${findings}`;
    ports.reporter.info(`${found}.`);
    const stopping = countStopping(counts, gate);
    if (stopping === 0)
        return { findings, stops: [] };
    const all = scans.flatMap(scan => scan.findings);
    const worst = listWorst(all, gate, NAMED);
    const more = stopping > worst.length ? [`… and ${stopping - worst.length} more`] : [];
    return { findings, stops: [`${found}, and scan-gate is ${gate}:`, ...worst, ...more] };
}
async function scan_gate_locate(image, ports) {
    const { repository, digest } = image;
    if (image.inEcr)
        return { repository, digest };
    const reference = (0,image_reference/* parseReference */.F2)(image.digestUri);
    return reference === undefined ? undefined : locateExisting(reference, ports);
}
async function waitForScan(location, image, ports) {
    const { clock, ecr, signal } = ports;
    const deadline = clock.now() + MOST_MINUTES * 60_000;
    let asked = false;
    let last;
    for (let pause = FIRST_PAUSE;; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
        signal?.throwIfAborted();
        last = await ecr.describeScan(location);
        if (last === undefined && !asked) {
            asked = true;
            await askForScan(location, image, ports);
        }
        const state = last === undefined ? undefined : readScanState(last);
        if (last !== undefined && state?.kind === 'done')
            return last;
        if (state?.kind === 'none') {
            const what = `${image.uri} cannot pass scan-gate: ${state.why}.`;
            throw new errors/* SlipwayError */.GQ({ code: 'scan-failed', fault: 'user', what, next: state.next });
        }
        if (clock.now() + pause > deadline)
            throw tooLate(image, last);
        await clock.sleep(pause, signal);
    }
}
function tooLate({ uri }, last) {
    const stands = last === undefined ? 'ECR knows of no scan' : `ECR says ${last.status} and has no results`;
    return new errors/* SlipwayError */.GQ({
        code: 'scan-failed',
        fault: 'aws',
        what: `${uri} cannot pass scan-gate: after ${MOST_MINUTES} minutes ${stands}.`,
        next: "Look at the scan in ECR: the registry's scanning filters must cover the repository."
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
            throw new errors/* SlipwayError */.GQ({ code: 'scan-failed', fault: 'user', what, next: 'Leave scan-gate out for it.' });
        }
        case 'by-itself':
            return;
    }
}

;// CONCATENATED MODULE: ./lib/image/publish.js











/**
 * Carries the plans out: creates the repositories that are missing, logs in, builds, pushes and tags. Where all images are there
 * already, Docker is not touched and no login is asked for. What Docker needs is kept in a private folder and gone when this returns.
 *
 * @param plans as `checkImages` made them
 * @param registries further accounts to log into for base images: 12-digit ids, or `public` for ECR Public
 * @returns the images in the order of the plans
 * @throws SlipwayError when AWS or Docker fails; the reason of `ports.signal` when it fires
 */
async function publishImages(plans, registries, ports) {
    const built = await buildMissing(plans, registries, ports);
    const published = [];
    for (const plan of plans)
        published.push(await finish(plan, built, ports));
    return published;
}
async function finish(plan, built, ports) {
    switch (plan.kind) {
        case 'existing':
            return describePublished(plan);
        case 'reuse': {
            const { repository, digest, tagsToAdd } = plan;
            ports.reporter.info(`${repository.name}:${(0,image_plan/* firstTag */.X)(plan.image)} is in the repository already (${digest}): not built again.`);
            await addTags(repository, digest, tagsToAdd, ports);
            return describePublished(plan);
        }
        case 'build': {
            const image = built.get(nameOf(plan));
            if (image === undefined)
                throw new errors/* SlipwayError */.GQ({ code: 'not-built', fault: 'slipway', what: `${nameOf(plan)} was not built.` });
            return describeBuilt(plan.image, image);
        }
    }
}
/** Builds what has to be built, each name once. */
async function buildMissing(plans, registries, ports) {
    const builds = new Map(plans.filter(plan => plan.kind === 'build').map(plan => [nameOf(plan), plan]));
    if (builds.size === 0)
        return new Map();
    const equipped = [];
    for (const plan of builds.values())
        equipped.push({ ...plan, repository: await ensureRepository(plan, ports) });
    const logins = await authorize(equipped, registries, ports);
    return withDocker(equipped, logins, ports);
}
async function withDocker(plans, logins, ports) {
    const hosts = logins.map(({ host }) => host);
    const named = plans.map(plan => (0,docker_args/* builderInOptions */.$6)(plan.image.build.buildOptions)).find(name => name !== undefined);
    const home = await (0,docker_home/* openDockerHome */.Cl)(hosts, named, ports);
    const builders = new Builders(home, ports);
    try {
        await (0,login/* logIn */.E8)(home, logins, ports);
        const pushed = await buildAndPush(plans, { home, builders }, ports);
        for (const [index, plan] of plans.entries()) {
            const image = pushed[index];
            if (image !== undefined)
                await addTags(plan.repository, image.digest, plan.image.tags.slice(1), ports);
        }
        return new Map(plans.flatMap((plan, index) => (pushed[index] === undefined ? [] : [[nameOf(plan), pushed[index]]])));
    }
    finally {
        await (0,docker_cleanup/* closeDockerHome */.Mp)(home, { builder: builders.own, registries: hosts }, ports);
    }
}
async function ensureRepository(plan, ports) {
    if (plan.repository !== undefined)
        return plan.repository;
    const repository = await ports.ecr.createRepository(plan.image.repository);
    ports.reporter.info(`Created the ECR repository ${repository.uri}.`);
    return repository;
}
/** The own account's login goes to the host that its repositories name; other accounts' to the host that ECR names for them. */
async function authorize(plans, registries, ports) {
    const logins = new Map();
    const add = (login) => {
        if (!logins.has(login.host))
            logins.set(login.host, login);
    };
    const [own] = await ports.ecr.getAuthorization([]);
    if (own === undefined)
        throw new errors/* SlipwayError */.GQ({
            code: 'incomplete-answer',
            fault: 'aws',
            what: 'ECR gave no login for the own registry.'
        });
    for (const { repository } of plans)
        add((0,login/* openAuthorization */.Wf)(own, ports, (0,image_reference/* hostOf */.w4)(repository.uri)));
    const accounts = registries.filter(registry => registry !== 'public');
    if (accounts.length > 0) {
        for (const authorization of await ports.ecr.getAuthorization(accounts))
            add((0,login/* openAuthorization */.Wf)(authorization, ports));
    }
    if (registries.includes('public'))
        add((0,login/* openAuthorization */.Wf)(await ports.ecr.getPublicAuthorization(), ports));
    return [...logins.values()];
}
/** Further tags come from ECR itself: one manifest, so every tag names the very image that was pushed or found. */
async function addTags(repository, digest, tags, ports) {
    for (const tag of new Set(tags)) {
        await ports.ecr.addTag(repository, digest, tag);
        ports.reporter.info(`Tagged ${repository.name}@${digest} as ${tag}.`);
    }
}
function describeBuilt(image, { repository, digest, built }) {
    const tag = (0,image_plan/* firstTag */.X)(image);
    const digestUri = `${repository.uri}@${digest}`;
    return {
        container: image.container,
        registry: (0,image_reference/* hostOf */.w4)(repository.uri),
        repository: repository.name,
        tag,
        digest,
        uri: image.reference === 'digest' ? digestUri : `${repository.uri}:${tag}`,
        digestUri,
        built,
        inEcr: true
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
        container: image.container,
        registry,
        repository,
        tag,
        digest,
        uri: image.image,
        digestUri: digest === undefined ? image.image : (0,image_reference/* formatReference */.FH)({ registry, repository, tag: undefined, digest }),
        built: false
    };
}
function nameOf(plan) {
    return `${plan.image.repository}:${(0,image_plan/* firstTag */.X)(plan.image)}`;
}


/***/ }),

/***/ 9306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ET: () => (/* binding */ checkAws),
  gw: () => (/* binding */ checkFiles),
  l9: () => (/* binding */ checkFirst),
  wE: () => (/* binding */ makeReady)
});

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/publish.js + 6 modules
var publish = __webpack_require__(9293);
// EXTERNAL MODULE: ./lib/image/plan.js
var image_plan = __webpack_require__(4646);
// EXTERNAL MODULE: ./lib/offline.js + 1 modules
var offline = __webpack_require__(5711);
// EXTERNAL MODULE: ./lib/rollout/conflict.js
var conflict = __webpack_require__(2923);
// EXTERNAL MODULE: ./lib/rollout/shared-looks.js + 2 modules
var shared_looks = __webpack_require__(9575);
// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var target = __webpack_require__(2247);
// EXTERNAL MODULE: ./lib/text/nearest.js
var text_nearest = __webpack_require__(4581);
// EXTERNAL MODULE: ./lib/text/words.js
var words = __webpack_require__(8810);
;// CONCATENATED MODULE: ./lib/rollout/task-plan.js


/**
 * Plans the task before the rollout: what is not said for it, it has from the service: subnets, security groups and public address,
 * capacity providers or launch type, platform version. Pure.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
function planTask(question) {
    const { config, cluster } = question;
    const network = planNetwork(question);
    return {
        cluster,
        launch: {
            ...planLaunch(question),
            ...(network === undefined ? {} : { networkConfiguration: network }),
            ...(config.containerOverrides.length === 0
                ? {}
                : { overrides: { containerOverrides: [...config.containerOverrides] } }),
            ...(config.tags.length === 0 ? {} : { tags: [...config.tags] }),
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
        const nearest = (0,text_nearest/* nearestName */.q)(name, names);
        return [
            {
                code: 'unknown-container',
                place: { path: 'run-task-container-overrides' },
                what: `There is no container ${(0,words/* quote */.hD)(name)} in ${file}; it has ${(0,words/* listNames */.Zv)(names)}.`,
                next: nearest === undefined ? '' : `Did you mean ${(0,words/* quote */.hD)(nearest)}?`
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
            what: `The task is to run on ${wanted}, but ${file} is for ${(0,words/* listNames */.Zv)(required)} only.`,
            next: `Add ${wanted} to requiresCompatibilities, or correct run-task-launch-type.`
        }
    ];
}
function checkVolume({ config, definition, file }) {
    const configurable = (definition.volumes ?? []).flatMap(({ name, configuredAtLaunch }) => configuredAtLaunch === true && name !== undefined ? [name] : []);
    const wanted = config.volume?.name;
    const place = { path: 'run-task-managed-ebs-volume-name' };
    if (wanted !== undefined && !configurable.includes(wanted)) {
        const what = `There is no volume ${(0,words/* quote */.hD)(wanted)} with configuredAtLaunch in ${file}; it has ${(0,words/* listNames */.Zv)(configurable)}.`;
        return [{ code: 'unknown-volume', place, what, next: 'Correct the name, or add the volume there.' }];
    }
    if (wanted !== undefined || configurable.length === 0)
        return [];
    const what = `The volume ${(0,words/* listNames */.Zv)(configurable)} of ${file} is configured at launch, and nothing is said for the task before the rollout.`;
    const next = 'Set run-task-managed-ebs-volume-name and run-task-managed-ebs-volume.';
    return [{ code: 'missing-setting', place, what, next }];
}

// EXTERNAL MODULE: ./lib/service-plan.js + 2 modules
var service_plan = __webpack_require__(1648);
;// CONCATENATED MODULE: ./lib/preparation.js











/**
 * Checks what the files of the first service say by themselves, without asking AWS. Throws ProblemsError with all that is wrong.
 *
 * @returns for each image the containers that it is for; empty without a task definition
 */
function checkFiles(config, sources) {
    const { findings, containers } = (0,service_plan/* checkServiceFiles */.D)(config, sources);
    (0,offline/* refuse */.TR)(findings.filter(offline/* isError */.bJ));
    return containers;
}
/** Reads and checks all that can be known without asking AWS, and tells what is doubtful. Throws ProblemsError with all that is wrong. */
async function checkFirst(config, { files, reporter }) {
    const { sources, findings } = await (0,offline/* checkOffline */.ws)(config, files);
    for (const finding of findings)
        if (!(0,offline/* isError */.bJ)(finding))
            warn(finding, reporter);
    (0,offline/* refuse */.TR)(findings.filter(offline/* isError */.bJ));
    return sources;
}
/**
 * Checks what is at AWS, reading only: repositories, images, clusters, services, controllers, deployment groups, active deployments.
 * All that is found wrong is thrown at once.
 *
 * @param options `withDocker: false`: nothing will be built here
 */
async function checkAws(config, sources, world, { withDocker = true } = {}) {
    return world.reporter.group('Check', async () => {
        const [targets, images] = await together([
            findTargets(config, world),
            (0,publish/* checkImages */.B6)(config.images, world, withDocker)
        ]);
        tellTwice(targets);
        return planRun(config, sources, { targets, images }, world);
    });
}
/**
 * Makes the way free where `on-conflict` says so, and looks again at what may have changed by that: what runs, and with `task-definition:
 * service` what is to be deployed. Throws as checkAws does, and as makeWay does.
 */
async function makeReady(config, sources, plan, world) {
    const { clock, reporter, signal } = world;
    const waited = await together(plan.services.map(async ({ config: { rollout }, target }) => target === undefined ? false : (0,conflict/* makeWay */.C)(target, { config: rollout, ports: world, clock, reporter, signal })));
    if (!waited.includes(true))
        return plan;
    return reporter.group('Check again', async () => {
        const targets = await findTargets(config, world);
        return planRun(config, sources, { targets, images: plan.images }, world);
    });
}
/** Several are asked for together. */
async function findTargets(config, world) {
    const looks = (0,shared_looks/* shareLooks */.S)(world.ecs, world.clock, world.signal);
    const ports = config.rollouts.length === 1 ? world : { ...world, ecs: looks.ecs };
    for (const { rollout } of config.rollouts)
        if (rollout.service !== undefined)
            looks.enter();
    return together(config.rollouts.map(async ({ rollout }) => (rollout.service === undefined ? undefined : (0,target/* findTarget */.FB)(rollout, ports))));
}
async function planRun(config, sources, found, world) {
    const services = await together(found.targets.map((target, index) => (0,service_plan/* planService */.$)((0,offline/* whoseIs */.zI)(config, index), (0,offline.at)(sources, index), target, world)));
    (0,offline/* refuse */.TR)((0,offline/* tellUnused */.yw)(config, services));
    const task = await planTaskBefore(config, services[0], world);
    tell({ images: found.images, services, task }, sources, world.reporter);
    return { images: found.images, services, task };
}
/** The task runs in the first service's revision, and where that service runs. */
async function planTaskBefore({ runTask, rollout }, service, world) {
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
        hasDefaultCapacity: target === undefined && (await hasDefaultCapacity(cluster, world))
    };
    (0,offline/* refuse */.TR)(checkTask(question));
    return planTask(question);
}
async function hasDefaultCapacity(cluster, { ecs }) {
    try {
        return ((await ecs.describeCluster(cluster))?.defaultCapacityProviderStrategy ?? []).length > 0;
    }
    catch (error) {
        if ((0,errors/* isAccessDenied */.w7)(error))
            return false;
        throw (0,errors/* explainAwsError */.Ni)(error, `Describing the cluster ${cluster}`);
    }
}
/** A name and an ARN may mean the same service. */
function tellTwice(targets) {
    const arns = targets.flatMap(target => target?.serviceArn ?? []);
    const twice = arns.filter((arn, index) => arns.indexOf(arn) !== index);
    (0,offline/* refuse */.TR)(twice.map(arn => ({
        code: 'conflict',
        place: { path: 'services' },
        what: `The service ${arn} is there twice.`,
        next: 'Keep one of the two.'
    })));
}
function tell({ images, services, task }, sources, reporter) {
    for (const plan of images)
        reporter.info((0,image_plan/* describePlan */.d)(plan));
    for (const { target } of services)
        if (target !== undefined)
            reporter.info(describeTarget(target));
    if (task !== undefined) {
        reporter.info(`Before the rollout a task runs in ${task.cluster}, judged by ${(0,words/* listNames */.Zv)(task.judged)}.`);
    }
    const warnings = services.flatMap(({ target }) => target?.warnings ?? []);
    for (const warning of new Set(warnings))
        reporter.warn(warning);
    // What files that were read here have to say was told with the first checks.
    const fromAws = services.flatMap(({ taskDefinition, appspec }, index) => [
        ...(sources[index]?.taskDefinition === undefined ? (taskDefinition?.warnings ?? []) : []),
        ...(sources[index]?.appspec === undefined ? (appspec?.warnings ?? []) : [])
    ]);
    for (const warning of (0,offline/* leaveOutRepeats */.Sc)(fromAws))
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
async function together(work) {
    const settled = await Promise.allSettled(work);
    const errors = settled.filter(result => result.status === 'rejected').map(result => result.reason);
    if (errors.length === 0) {
        return settled.map(result => result.value);
    }
    const other = errors.find(error => !(error instanceof lib_errors/* SlipwayError */.GQ));
    if (other !== undefined || errors.length === 1)
        throw other ?? errors[0];
    const problems = errors.flatMap(error => error instanceof lib_errors/* ProblemsError */.FQ
        ? error.problems
        : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }]);
    throw new lib_errors/* ProblemsError */.FQ((0,offline/* leaveOutRepeats */.Sc)(problems));
}


/***/ }),

/***/ 4111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readCodeDeploy),
/* harmony export */   Z: () => (/* binding */ isTrafficMoved)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4300);

/**
 * Reads one snapshot of our CodeDeploy deployment. Pure.
 *
 * Statuses and lifecycle events are open lists: one that is unknown is shown and waited for.
 *
 * @param askedForRollback whether this run stopped the deployment with a rollback, so that one is due whatever the group says
 */
function readCodeDeploy(snapshot, askedForRollback) {
    const { info, target, rollback } = snapshot;
    const judgement = judge(snapshot, askedForRollback);
    const rung = readRung(info, target);
    return {
        phase: judgement.failing === undefined ? readPhase(info, target) : 'rollback',
        line: rollback === undefined ? describe(info, target) : describeRollback(rollback),
        notes: [...(target?.lifecycleEvents ?? []).flatMap(describeEvent), ...readWaits(info)],
        rung: judgement.failing === undefined ? rung : 'nothing',
        failing: judgement.failing,
        ending: judgement.ending,
        rollbackDue: judgement.rollbackDue,
        pulse: readPulse(target)
    };
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
function readRung(info, target) {
    if (info.status === 'Succeeded')
        return 'stable';
    if (info.instanceTerminationWaitTimeStarted === true)
        return 'live';
    const green = findTaskSet(target, 'Green');
    if (isTrafficMoved(target) && (green?.trafficWeight ?? 100) >= 100)
        return 'live';
    const wanted = green?.desiredCount ?? 0;
    const running = green?.runningCount ?? 0;
    return hasEnded(target, 'Install') || (wanted > 0 && running >= wanted) ? 'started' : 'nothing';
}
/** Whether the lifecycle events that move the production traffic are behind. */
function isTrafficMoved(target) {
    return hasEnded(target, 'AllowTraffic') && hasEnded(target, 'AfterAllowTraffic');
}
function hasEnded(target, name) {
    const event = target?.lifecycleEvents?.find(candidate => candidate.lifecycleEventName === name);
    return event?.status === 'Succeeded' || event?.status === 'Skipped';
}
/** CodeDeploy counts no failures. */
function readPulse(target) {
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
function readPhase(info, target) {
    if (info.instanceTerminationWaitTimeStarted === true || info.status === 'Succeeded')
        return 'drain';
    if (info.status === 'Baking')
        return 'bake';
    if (info.status === 'Ready')
        return 'ready';
    const event = currentEvent(target)?.lifecycleEventName;
    return event === undefined ? 'start' : (PHASES[event] ?? event);
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
    if (info.status === 'Ready' && info.instanceTerminationWaitTimeStarted !== true) {
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
/* harmony export */   C: () => (/* binding */ makeWay)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _codedeploy_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4111);
/* harmony import */ var _ecs_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4648);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9242);
/* harmony import */ var _narrate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(922);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5257);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4670);








/** Where a deployment ended badly, its rollback is listed a moment later; where none has come by then, there is none. */
const ROLLBACK_GRACE = 30_000;
/**
 * Makes the way free for our deployment, as `on-conflict` says. `wait` waits for the end of the deployment that is under way, and of its
 * rollback. `replace` ends CodeDeploy's active deployment, which ECS does by itself: it is stopped with a rollback, so that the next one
 * starts from a listener that is in order; one that only waits to end its old tasks is told to end them now; a rollback is waited for.
 * Without `on-conflict` nothing is looked at.
 *
 * @returns whether something was in the way: then what runs may be another version now
 * @throws SlipwayError where it is still there when the time is over, or AWS refuses; the signal's reason when it fires
 */
async function makeWay(target, wayfarer) {
    const { onConflict } = wayfarer.config;
    if (onConflict !== 'wait' && onConflict !== 'replace')
        return false;
    if (target.controller === 'CODE_DEPLOY')
        return makeWayInGroup(target, onConflict, wayfarer);
    return onConflict === 'wait' ? waitForEcs(target, wayfarer) : false;
}
async function makeWayInGroup(target, policy, wayfarer) {
    const { codedeploy } = wayfarer.ports;
    const { application, deploymentGroup } = target;
    const ended = new Set();
    let last;
    let overSince;
    const look = async () => {
        const active = await codedeploy.listDeployments({ application, deploymentGroup, statuses: _ports_js__WEBPACK_IMPORTED_MODULE_5__/* .ACTIVE_STATUSES */ .a });
        const id = active[0] ?? last;
        if (id === undefined)
            return { name: undefined, state: '' };
        last = id;
        let info = await codedeploy.getDeployment(id);
        if (policy === 'replace' && active.length > 0 && !ended.has(id) && info.creator !== 'codeDeployRollback') {
            const how = info.instanceTerminationWaitTimeStarted === true ? 'finish' : 'stop';
            await endDeployment(id, how, codedeploy);
            ended.add(id);
            wayfarer.reporter.info(how === 'finish'
                ? `All traffic is on ${id} already: CodeDeploy is asked to end its old tasks now (on-conflict: replace).`
                : `Asked CodeDeploy to stop ${id} and roll it back (on-conflict: replace).`);
            info = await codedeploy.getDeployment(id);
        }
        const rollbackId = info.rollbackInfo?.rollbackDeploymentId;
        const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
        const view = (0,_codedeploy_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readCodeDeploy */ .T)({ info, target: undefined, rollback }, ended.has(id));
        const name = `The deployment ${id} in ${deploymentGroup}`;
        if (active.length > 0)
            return { name, state: info.status ?? 'active' };
        overSince ??= wayfarer.clock.now();
        const isOver = view.ending !== undefined || wayfarer.clock.now() - overSince >= ROLLBACK_GRACE;
        return { name: isOver ? undefined : name, state: view.line };
    };
    const limit = await (0,_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .findCodeDeployLimit */ .B)(target, wayfarer.config, codedeploy);
    return waitUntilFree(look, limit, `Waiting for the deployments in ${deploymentGroup}`, wayfarer);
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
async function waitForEcs(target, wayfarer) {
    const { ecs } = wayfarer.ports;
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
        if (service?.deploymentConfiguration?.deploymentCircuitBreaker?.rollback !== true)
            return { name: undefined, state: '' };
        const since = primary.updatedAt?.getTime() ?? 0;
        const isOver = wayfarer.clock.now() - since >= ROLLBACK_GRACE;
        return isOver ? { name: undefined, state: '' } : describePrimary(primary, target);
    };
    const limit = (0,_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .limitOfEcs */ .W)(target, wayfarer.config);
    return waitUntilFree(look, limit, `Waiting for the deployment of ${target.serviceName}`, wayfarer);
}
function describePrimary(primary, { serviceName }) {
    const { id = '', taskDefinition = '', rolloutState = '', runningCount = 0, desiredCount = 0 } = primary;
    return {
        name: `The deployment ${id} of ${(0,_ecs_state_js__WEBPACK_IMPORTED_MODULE_3__/* .shortName */ .E)(taskDefinition)} to ${serviceName}`,
        state: `${rolloutState}, ${runningCount} of ${desiredCount} running`
    };
}
async function waitUntilFree(look, limit, doing, { clock, reporter, signal }) {
    const startedAt = clock.now();
    let told = '';
    let obstacle;
    const watched = await (0,_watch_js__WEBPACK_IMPORTED_MODULE_4__/* .watch */ .w)({
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
            if (line !== told)
                reporter.info(`[${(0,_narrate_js__WEBPACK_IMPORTED_MODULE_7__/* .formatElapsed */ .C)(clock.now() - startedAt)}] ${line}`);
            told = line;
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
            next: 'Raise wait-for-minutes, or find out what it waits for.'
        });
    }
    if (last === undefined)
        return false;
    reporter.info(`[${(0,_narrate_js__WEBPACK_IMPORTED_MODULE_7__/* .formatElapsed */ .C)(clock.now() - startedAt)}] The way is free.`);
    return true;
}


/***/ }),

/***/ 4648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ shortName),
/* harmony export */   Y: () => (/* binding */ readEcs)
/* harmony export */ });
const GOING_ON = { failing: undefined, ending: undefined };
/**
 * Reads one snapshot of our ECS deployment. Pure.
 *
 * The verdict is the service deployment's status where it is known (DescribeServiceDeployments), else that of our deployment in
 * DescribeServices. Statuses and lifecycle stages are open lists: one that is unknown is shown and waited for.
 *
 * @param before the `failing` of the view before, so that a failure is remembered when ECS stops listing our deployment
 */
function readEcs(own, snapshot, before) {
    const { service, serviceDeployment } = snapshot;
    if (service === undefined || service.status === 'DRAINING' || service.status === 'INACTIVE')
        return readGone();
    const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
    const mine = service.deployments?.find(deployment => deployment.id === own.deploymentId);
    const counts = count(service, serviceDeployment, mine, own);
    const reading = { own, service, serviceDeployment, primary, mine, counts, before };
    const judgement = serviceDeployment === undefined ? judgeDeployments(reading) : judgeStatus(serviceDeployment, reading);
    const failing = judgement.failing ?? before;
    return {
        phase: readPhase(reading, failing),
        line: describe(reading),
        notes: readNotes(serviceDeployment),
        rung: judgement.ending?.verdict === 'succeeded' ? 'stable' : failing === undefined ? readRung(reading) : 'nothing',
        failing,
        ending: judgement.ending,
        pulse: readPulse(reading)
    };
}
function readGone() {
    const reason = 'The service was deleted while the deployment was under way.';
    return {
        phase: 'drain',
        line: reason,
        notes: [],
        rung: 'nothing',
        failing: reason,
        ending: { verdict: 'failed', reason },
        pulse: { running: 0, alive: 0, failures: 0 }
    };
}
/** By the service deployment: AWS's own word about exactly our deployment. */
function judgeStatus(deployment, reading) {
    const reason = explainFailure(deployment);
    switch (deployment.status) {
        case 'SUCCESSFUL':
            return { failing: undefined, ending: { verdict: 'succeeded', reason: 'ECS reports the deployment SUCCESSFUL.' } };
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
/** STOPPED: by hand, by the circuit breaker without rollback, or because a newer deployment took its place. */
function judgeStopped(deployment, { own, primary, before }) {
    const reason = explainFailure(deployment);
    if (before !== undefined)
        return { failing: before, ending: { verdict: 'failed', reason: before } };
    const tripped = deployment.deploymentCircuitBreaker?.status === 'TRIGGERED' || deployment.alarms?.status === 'TRIGGERED';
    if (!tripped && primary !== undefined && isNewer(primary, own)) {
        return { failing: undefined, ending: supersededBy(primary) };
    }
    return { failing: reason, ending: { verdict: 'failed', reason: `ECS stopped the deployment. ${reason}` } };
}
/** By DescribeServices alone: the deployment with our id, and what became PRIMARY in its place. */
function judgeDeployments(reading) {
    const { own, mine, primary, before } = reading;
    const failed = before ?? (mine?.rolloutState === 'FAILED' ? explainRollout(mine) : undefined);
    if (primary === undefined)
        return { failing: failed, ending: undefined };
    if (primary.id === own.deploymentId)
        return judgePrimary(reading, failed);
    const rollback = failed ?? (isRollback(primary) ? explainRollout(primary) : undefined);
    if (rollback !== undefined && primary.taskDefinition !== own.taskDefinitionArn) {
        if (isComplete(primary, reading)) {
            return { failing: rollback, ending: { verdict: 'rolled-back', reason: `Rolled back. ${rollback}` } };
        }
        if (primary.rolloutState === 'FAILED') {
            return { failing: rollback, ending: { verdict: 'failed', reason: `The rollback failed too. ${rollback}` } };
        }
        return { failing: rollback, ending: undefined };
    }
    // An answer from before our own UpdateService may still come in: only what is younger than ours took over.
    if (isNewer(primary, own))
        return { failing: undefined, ending: supersededBy(primary) };
    return { failing: failed, ending: undefined };
}
function judgePrimary(reading, failed) {
    const { primary, mine } = reading;
    if (primary === undefined)
        return GOING_ON;
    if (mine?.rolloutState === 'FAILED' && failed !== undefined) {
        // With a rollback, ECS makes the next deployment PRIMARY in a moment.
        const rollsBack = reading.service.deploymentConfiguration?.deploymentCircuitBreaker?.rollback === true;
        return { failing: failed, ending: rollsBack ? undefined : { verdict: 'failed', reason: failed } };
    }
    if (!isComplete(primary, reading))
        return { failing: failed, ending: undefined };
    return { failing: undefined, ending: { verdict: 'succeeded', reason: 'ECS reports the deployment COMPLETED.' } };
}
/** ECS leaves rolloutState out behind a Classic Load Balancer: there the counts must do. */
function isComplete(deployment, { service }) {
    if (deployment.rolloutState !== undefined)
        return deployment.rolloutState === 'COMPLETED';
    const alone = (service.deployments?.length ?? 0) === 1;
    return alone && deployment.runningCount === deployment.desiredCount && (deployment.pendingCount ?? 0) === 0;
}
function isNewer(deployment, own) {
    return deployment.id !== own.deploymentId && (deployment.createdAt?.getTime() ?? 0) > own.createdAt;
}
function isRollback(deployment) {
    return /roll(ing|ed)?[ -]?back/i.test(deployment.rolloutStateReason ?? '');
}
function supersededBy(primary) {
    return {
        verdict: 'superseded',
        reason: `Another deployment took over: ${primary.id ?? 'unknown'} of ${shortName(primary.taskDefinition ?? '')}.`
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
function count(service, deployment, mine, own) {
    const target = deployment?.targetServiceRevision;
    const others = (service.deployments ?? []).filter(candidate => candidate.id !== own.deploymentId);
    return {
        wanted: mine?.desiredCount ?? target?.requestedTaskCount ?? service.desiredCount ?? 0,
        running: mine?.runningCount ?? target?.runningTaskCount ?? 0,
        pending: mine?.pendingCount ?? target?.pendingTaskCount ?? 0,
        failed: mine?.failedTasks ?? 0,
        old: others.reduce((sum, candidate) => sum + (candidate.runningCount ?? 0), 0),
        traffic: shiftsTraffic(service, deployment) ? target?.requestedProductionTrafficWeight : undefined
    };
}
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
function readPhase({ serviceDeployment, counts }, failing) {
    if (failing !== undefined)
        return 'rollback';
    const stage = serviceDeployment?.lifecycleStage;
    if (stage !== undefined)
        return PHASES[stage] ?? stage.toLowerCase();
    if (counts.running === 0)
        return 'start';
    return counts.running < counts.wanted || counts.old > 0 ? 'replace' : 'drain';
}
function readRung({ service, serviceDeployment, mine, counts }) {
    if (mine === undefined && serviceDeployment === undefined)
        return 'nothing';
    const started = counts.running >= counts.wanted && (counts.wanted > 0 || service.desiredCount === 0);
    if (!started)
        return 'nothing';
    return isLive(service, serviceDeployment, counts) ? 'live' : 'started';
}
/**
 * All production traffic on the new version, and healthy.
 *
 * Where ECS shifts traffic it is the weight, once the stage that shifts it is behind. A rolling update stops an old task only for a
 * healthy new one, so with no old task left the new ones serve; with minimumHealthyPercent 0 that does not hold, and only the end counts.
 */
function isLive(service, deployment, { old, traffic }) {
    const stage = deployment?.lifecycleStage;
    if (shiftsTraffic(service, deployment)) {
        if (stage === 'BAKE_TIME' || stage === 'CLEAN_UP')
            return (traffic ?? 100) >= 100;
        return stage === 'POST_PRODUCTION_TRAFFIC_SHIFT' && traffic !== undefined && traffic >= 100;
    }
    const { minimumHealthyPercent } = deployment?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
    return old === 0 && (minimumHealthyPercent ?? 100) > 0;
}
/** A rolling update has a weight too, but it says nothing: the load balancer spreads over old and new tasks alike. */
function shiftsTraffic(service, deployment) {
    const configuration = deployment?.deploymentConfiguration ?? service.deploymentConfiguration;
    return (configuration?.strategy ?? 'ROLLING') !== 'ROLLING';
}
function describe({ serviceDeployment, mine, primary, counts }) {
    const stage = serviceDeployment?.lifecycleStage;
    const state = serviceDeployment?.status ?? mine?.rolloutState ?? primary?.rolloutState ?? 'waiting';
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
    const until = hook.expiresAt === undefined ? '' : ` until ${hook.expiresAt.toISOString()}`;
    const then = hook.timeoutAction === undefined ? '' : `, then ${hook.timeoutAction}`;
    switch (hook.status) {
        case 'AWAITING_ACTION':
            return [`${name} waits for ContinueServiceDeployment${until}${then}.`];
        case 'IN_PROGRESS':
            return [`${name} runs${until}${then}.`];
        case 'FAILED':
        case 'TIMED_OUT':
            return [`${name} is ${hook.status}${then}.`];
        default:
            return [];
    }
}
function readPulse({ serviceDeployment, counts }) {
    const failures = serviceDeployment?.deploymentCircuitBreaker?.failureCount ?? 0;
    const { running, pending } = counts;
    return { running, alive: running + pending, failures: Math.max(counts.failed, failures) };
}
/** `family:revision` of a task definition's ARN. */
function shortName(taskDefinitionArn) {
    return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 9242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ findCodeDeployLimit),
/* harmony export */   W: () => (/* binding */ limitOfEcs)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4300);

/** How long an ECS deployment may take, in milliseconds: wait-for-minutes, and what the service itself waits on purpose (bake time, the steps of a shift). */
function limitOfEcs({ service }, config) {
    const { bakeTimeInMinutes, linearConfiguration: linear, canaryConfiguration: canary } = service.deploymentConfiguration ?? {};
    const steps = linear?.stepPercent === undefined ? 0 : Math.ceil(100 / Math.max(linear.stepPercent, 1));
    const waits = [
        config.waitForMinutes,
        (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(bakeTimeInMinutes),
        steps * (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(linear?.stepBakeTimeInMinutes),
        (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .minutesOf */ .d)(canary?.canaryBakeTimeInMinutes)
    ];
    return waits.reduce((sum, minutes) => sum + minutes, 0) * 60_000;
}
/**
 * How long a CodeDeploy deployment may take, in milliseconds: wait-for-minutes, and what the deployment group waits on purpose. AWS leaves
 * out what was never set: that is none.
 */
async function findCodeDeployLimit({ group }, config, codedeploy) {
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

/***/ 922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ formatElapsed),
/* harmony export */   M: () => (/* binding */ createNarrator)
/* harmony export */ });
/**
 * Tells a rollout as it changes: a state only when it differs (where somebody watches, as a line that is rewritten at every look), a note and
 * a service event once.
 *
 * @param since when the rollout began by AWS's clock (milliseconds): older events belong to what was before
 */
function createNarrator(reporter, clock, since, told) {
    const startedAt = clock.now();
    const seen = new Set(told.flatMap(event => event.id ?? []));
    const said = new Set();
    const heard = [];
    let state;
    const stamp = (line) => `[${formatElapsed(clock.now() - startedAt)}] ${line}`;
    const say = (line) => reporter.info(stamp(line));
    const once = (line, tell) => {
        if (said.has(line))
            return;
        said.add(line);
        tell(line);
    };
    return {
        heard,
        say,
        warn: line => reporter.warn(line),
        warnOnce: line => once(line, text => reporter.warn(text)),
        see: view => {
            if (reporter.progress !== undefined)
                reporter.progress(stamp(view.line));
            else if (view.line !== state)
                say(view.line);
            state = view.line;
            for (const note of view.notes)
                once(note, say);
        },
        hear: events => {
            const fresh = events
                .filter(event => (event.createdAt?.getTime() ?? since) >= since && !seen.has(event.id ?? ''))
                .sort((one, other) => (one.createdAt?.getTime() ?? 0) - (other.createdAt?.getTime() ?? 0));
            for (const event of fresh) {
                seen.add(event.id ?? '');
                heard.push(event);
                say(`  ${event.message ?? ''}`);
            }
            return fresh;
        }
    };
}
/** `12 s`, `3 min 05 s`, right-aligned to the common length. */
function formatElapsed(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    const text = minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
    return text.padStart(11);
}


/***/ }),

/***/ 1722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ patiently)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);

const ATTEMPTS = 8;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 4_000;
/**
 * Repeats a call that only looks, or that may safely take effect twice, while what goes wrong may pass.
 *
 * The calls that a watch makes are hardly repeated by the SDK, whose back-off reaches 20 s for one call: the watch looks again
 * itself. Where such a call is made once, and something hangs on it, this is around it.
 *
 * @throws what the last attempt was rejected with
 */
async function patiently(clock, call) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call();
        }
        catch (error) {
            if (attempt >= ATTEMPTS || !(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error))
                throw error;
            const pause = Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE);
            await clock.sleep(pause * (0.5 + clock.random()));
        }
    }
}


/***/ }),

/***/ 5257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ACTIVE_STATUSES),
/* harmony export */   n: () => (/* binding */ ALL_STATUSES)
/* harmony export */ });
const ALL_STATUSES = [
    'Created',
    'Queued',
    'InProgress',
    'Baking',
    'Ready',
    'Succeeded',
    'Failed',
    'Stopped'
];
/** In these a deployment holds its group: CreateDeployment answers DeploymentLimitExceededException. */
const ACTIVE_STATUSES = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];


/***/ }),

/***/ 4300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ reaches),
/* harmony export */   d: () => (/* binding */ minutesOf)
/* harmony export */ });
const LADDER = ['nothing', 'started', 'live', 'stable'];
/** Whether a rung of the ladder is at least as high as the one that was asked for. */
function reaches(rung, wanted) {
    return LADDER.indexOf(rung) >= LADDER.indexOf(wanted);
}
/** Minutes as AWS's answers give them: what is missing or no number counts as none. */
function minutesOf(value) {
    return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}


/***/ }),

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ shareLooks)
});

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
;// CONCATENATED MODULE: ./lib/rollout/batch.js

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
            if (!(0,errors/* isTransient */.dg)(error))
                for (const key of keys)
                    refused.add(key);
            throw error;
        }
    };
    return async (keys) => {
        if (keys.length > batch.most || keys.some(key => refused.has(key)))
            return batch.send(keys);
        if (open !== undefined && open.keys.size + keys.length > batch.most)
            close();
        const mine = (open ??= begin());
        for (const key of keys)
            mine.keys.add(key);
        mine.callers += 1;
        if (mine.keys.size >= batch.most || mine.callers >= batch.wanted())
            close();
        try {
            return batch.pick(await mine.answer, keys);
        }
        catch (error) {
            if (mine.callers === 1 || (0,errors/* isTransient */.dg)(error) || (0,errors/* isCredentialsError */.B_)(error))
                throw error;
            return askAlone(keys);
        }
    };
}

;// CONCATENATED MODULE: ./lib/rollout/cluster-tasks.js
/** With fewer services it costs no more to ask for each, and a cluster may have many tasks. */
const FEWEST_SERVICES = 4;
/** DescribeTasks takes so many. */
const MOST_DESCRIBED = 100;
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
        for (let start = 0; start < fresh.length; start += MOST_DESCRIBED) {
            const described = await ecs.describeTasks(cluster, fresh.slice(start, start + MOST_DESCRIBED));
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

// EXTERNAL MODULE: ./lib/rollout/target.js + 1 modules
var target = __webpack_require__(2247);
;// CONCATENATED MODULE: ./lib/rollout/shared-looks.js



/** How many one request takes, by the service model. What is asked of each service or of all tasks has no such number. */
const MOST = { services: 10, serviceDeployments: 20, serviceRevisions: 20, tasks: 100, any: 1_000 };
/** So long a look waits for others to come along, in milliseconds: as far as the jitter spreads those who looked together before. */
const GATHERING = 1_000;
/** What only some of them ask, after a look: those that do come at once. */
const GATHERING_AFTER = 200;
/** A cancelled run has little time. */
const HURRY = 50;
/**
 * Lets those who follow deployments at the same time look together: one DescribeServices for ten services, and likewise
 * DescribeServiceDeployments, DescribeServiceRevisions, DescribeTasks and, for the whole cluster, ListTasks.
 */
function shareLooks(ecs, clock, signal) {
    let following = 0;
    const share = (gathering, batch) => createBatch({
        ...batch,
        clock,
        wanted: () => Math.min(batch.most, following),
        patience: () => (signal?.aborted === true ? HURRY : gathering)
    });
    const describeServices = eachOnce((cluster) => share(GATHERING, {
        most: MOST.services,
        send: services => ecs.describeServices(cluster, services),
        pick: pickServices
    }));
    const describeTasks = eachOnce((cluster) => share(GATHERING_AFTER, {
        most: MOST.tasks,
        send: tasks => ecs.describeTasks(cluster, tasks),
        pick: pickBy(({ taskArn }) => taskArn)
    }));
    const listTasks = {
        RUNNING: eachOnce((cluster) => shareLists(cluster, 'RUNNING')),
        STOPPED: eachOnce((cluster) => shareLists(cluster, 'STOPPED'))
    };
    function shareLists(cluster, status) {
        return share(GATHERING_AFTER, {
            most: MOST.any,
            send: listTasksTogether(ecs, cluster, status),
            pick: answer => answer
        });
    }
    const together = {
        describeServices: (cluster, services) => describeServices(cluster)(services),
        describeServiceDeployments: share(GATHERING, {
            most: MOST.serviceDeployments,
            send: arns => ecs.describeServiceDeployments(arns),
            pick: pickBy(({ serviceDeploymentArn }) => serviceDeploymentArn)
        }),
        describeServiceRevisions: share(GATHERING_AFTER, {
            most: MOST.serviceRevisions,
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
        describeCluster: shareWhileAsked(cluster => ecs.describeCluster(cluster))
    };
    return {
        // Whatever else a port can do stays as it is.
        ecs: Object.assign(Object.create(ecs), together),
        enter: () => {
            following += 1;
            return () => {
                following -= 1;
            };
        }
    };
}
/** Makes a thing for a name once. */
function eachOnce(make) {
    const made = new Map();
    return name => {
        const thing = made.get(name) ?? make(name);
        made.set(name, thing);
        return thing;
    };
}
/** Those who ask while the same is asked get the same answer. */
function shareWhileAsked(ask) {
    const asked = new Map();
    return name => {
        const answer = asked.get(name) ?? ask(name);
        asked.set(name, answer);
        const forget = () => void asked.delete(name);
        answer.then(forget, forget);
        return answer;
    };
}
function pickBy(read) {
    return (answer, asked) => answer.filter(item => asked.includes(read(item) ?? ''));
}
/** What of the answer is about these services, which are names or ARNs. */
function pickServices({ services, failures }, asked) {
    const isAsked = (arn, name) => asked.includes(arn) || asked.includes(name);
    return {
        services: services.filter(({ serviceArn = '', serviceName = (0,target/* lastSegment */.mp)(serviceArn) }) => isAsked(serviceArn, serviceName)),
        failures: failures.filter(({ arn = '' }) => isAsked(arn, (0,target/* lastSegment */.mp)(arn)))
    };
}


/***/ }),

/***/ 2247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yk: () => (/* binding */ explainController),
  Ln: () => (/* binding */ findService),
  FB: () => (/* binding */ findTarget),
  mp: () => (/* binding */ lastSegment)
});

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/nearest.js
var text_nearest = __webpack_require__(4581);
// EXTERNAL MODULE: ./lib/rollout/ports.js
var ports = __webpack_require__(5257);
;// CONCATENATED MODULE: ./lib/rollout/group.js




/**
 * Finds and checks the deployment group of a service: given, or by the names that the ECS console and `aws ecs deploy`
 * use, `AppECS-{cluster}-{service}` and `DgpECS-{cluster}-{service}`, each part cut to 46 characters.
 *
 * @throws SlipwayError where the application or group is missing, is for something else, or holds an active deployment that `on-conflict` does not deal with
 */
async function findDeploymentGroup(rollout, target, codedeploy) {
    const suffix = `${target.clusterName.slice(0, 46)}-${target.serviceName.slice(0, 46)}`;
    const application = rollout.codedeployApplication ?? `AppECS-${suffix}`;
    const deploymentGroup = rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`;
    const [group, active] = await Promise.all([
        getGroup(application, deploymentGroup, rollout, codedeploy),
        listActive(application, deploymentGroup, codedeploy)
    ]);
    requireOwnService(group, deploymentGroup, target);
    const blocking = active.ids[0];
    if (blocking === undefined)
        return { application, deploymentGroup, group, warnings: active.warnings };
    const promise = CONFLICT_PROMISES[rollout.onConflict ?? 'fail'];
    if (promise === undefined)
        throw await explainConflict(blocking, deploymentGroup, codedeploy);
    return { application, deploymentGroup, group, warnings: [`The deployment ${blocking} is active; ${promise}`] };
}
async function getGroup(application, deploymentGroup, rollout, codedeploy) {
    try {
        return await codedeploy.getDeploymentGroup(application, deploymentGroup);
    }
    catch (error) {
        const name = (0,errors/* awsErrorName */.ZH)(error);
        if (name === 'ApplicationDoesNotExistException') {
            throw missing('application', application, rollout.codedeployApplication, await candidates(() => codedeploy.listApplications()));
        }
        if (name === 'DeploymentGroupDoesNotExistException') {
            const names = await candidates(() => codedeploy.listDeploymentGroups(application));
            throw missing('deployment group', deploymentGroup, rollout.codedeployDeploymentGroup, names);
        }
        throw (0,errors/* explainAwsError */.Ni)(error, `Reading the CodeDeploy deployment group ${deploymentGroup} of ${application}`);
    }
}
const CONFLICT_PROMISES = {
    fail: undefined,
    wait: 'ours waits for its end (on-conflict: wait).',
    replace: 'it is stopped before ours begins (on-conflict: replace).'
};
/** The active deployments of the group; a warning where it is not permitted to look. */
async function listActive(application, deploymentGroup, codedeploy) {
    try {
        const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses: ports/* ACTIVE_STATUSES */.a });
        return { ids, warnings: [] };
    }
    catch (error) {
        if ((0,errors/* isAccessDenied */.w7)(error)) {
            const warning = `Whether ${deploymentGroup} has an active deployment cannot be seen: allow codedeploy:ListDeployments.`;
            return { ids: [], warnings: [warning] };
        }
        // The group's own answer tells this one better.
        if (/DoesNotExist/.test((0,errors/* awsErrorName */.ZH)(error) ?? ''))
            return { ids: [], warnings: [] };
        throw (0,errors/* explainAwsError */.Ni)(error, `Listing the active deployments of ${deploymentGroup}`);
    }
}
/** Only for a hint: whatever goes wrong here, the sentence stands without it. */
function candidates(list) {
    return list().catch(() => []);
}
function missing(kind, name, given, names) {
    const setting = kind === 'application' ? 'codedeploy-application' : 'codedeploy-deployment-group';
    const nearest = (0,text_nearest/* nearestName */.q)(name, names) ?? (names.length === 1 ? names[0] : undefined);
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    return new lib_errors/* SlipwayError */.GQ({
        code: kind === 'application' ? 'application-not-found' : 'deployment-group-not-found',
        fault: 'user',
        what: `There is no CodeDeploy ${kind} ${name}${given === undefined ? ", which is the ECS console's name for this service" : ''}.`,
        next: `${given === undefined ? 'Set' : 'Correct'} ${setting}.${hint}`
    });
}
function requireOwnService(group, name, target) {
    const platform = group.computePlatform;
    if (platform !== undefined && platform !== 'ECS') {
        throw new lib_errors/* SlipwayError */.GQ({
            code: 'wrong-compute-platform',
            fault: 'user',
            what: `The CodeDeploy deployment group ${name} is for the compute platform ${platform}; a service needs one for ECS.`,
            next: 'Correct codedeploy-application and codedeploy-deployment-group.'
        });
    }
    const services = group.ecsServices ?? [];
    const own = services.some(entry => [target.serviceName, target.serviceArn].includes(entry.serviceName ?? '') &&
        [target.clusterName, target.clusterArn].includes(entry.clusterName ?? 'default'));
    if (own)
        return;
    const named = services.map(entry => `${entry.clusterName ?? 'default'}/${entry.serviceName ?? ''}`).join(', ');
    throw new lib_errors/* SlipwayError */.GQ({
        code: 'wrong-deployment-group',
        fault: 'user',
        what: `The CodeDeploy deployment group ${name} deploys ${named === '' ? 'no service' : named} and not ${target.clusterName}/${target.serviceName}.`,
        next: 'Correct codedeploy-deployment-group, cluster or service.'
    });
}
async function explainConflict(id, deploymentGroup, codedeploy) {
    const info = await codedeploy.getDeployment(id).catch(() => undefined);
    const since = info?.createTime === undefined ? '' : `, created ${info.createTime.toISOString()}`;
    const state = info?.status === undefined ? '' : ` (${info.status}${since})`;
    return new lib_errors/* SlipwayError */.GQ({
        code: 'deployment-active',
        fault: 'user',
        what: `The deployment ${id}${state} is active in ${deploymentGroup}, and CodeDeploy takes one at a time in a group.`,
        next: 'Wait until it has ended or stop it; on-conflict: wait waits for it, on-conflict: replace stops it.'
    });
}

// EXTERNAL MODULE: ./lib/rollout/patience.js
var patience = __webpack_require__(1722);
;// CONCATENATED MODULE: ./lib/rollout/target.js





/**
 * Looks at what is to be rolled out to, without changing anything: the cluster, the service, its controller and, for
 * CodeDeploy, the application, the deployment group and a deployment that may be in the way.
 *
 * Rests on DescribeClusters (left out where it is not permitted: DescribeServices tells a missing cluster too),
 * DescribeServices, GetDeploymentGroup and ListDeployments.
 *
 * @throws SlipwayError one sentence on what is missing or in the way
 */
async function findTarget(rollout, ports) {
    const { cluster, service: wanted } = rollout;
    if (wanted === undefined) {
        throw new lib_errors/* SlipwayError */.GQ({ code: 'no-service', fault: 'slipway', what: 'There is no service to look for.' });
    }
    const base = await findService(cluster, wanted, ports);
    const { service } = base;
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller === 'CODE_DEPLOY') {
        const found = await findDeploymentGroup(rollout, base, ports.codedeploy);
        return { ...base, ...found, controller, warnings: [...base.warnings, ...found.warnings] };
    }
    if (controller !== 'ECS')
        throw explainController(controller, base);
    const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
    const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
    return {
        ...base,
        controller,
        strategy,
        primary,
        warnings: [...base.warnings, ...warnOfDeployment(primary, rollout)]
    };
}
/** The service alone, whatever rolls it out. Throws where cluster or service are not there, or not ACTIVE. */
async function findService(cluster, wanted, ports) {
    const [described, answer] = await Promise.all([
        describeCluster(cluster, ports.ecs),
        describeService(cluster, wanted, ports)
    ]);
    requireActiveCluster(cluster, described);
    const service = answer.services[0];
    if (service === undefined)
        throw await explainMissingService(cluster, wanted, ports.ecs);
    requireActiveService(service, wanted, cluster);
    return describeTarget(service, cluster, wanted);
}
function describeTarget(service, cluster, wanted) {
    const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY') ??
        service.taskSets?.find(taskSet => taskSet.status === 'PRIMARY');
    const clusterArn = service.clusterArn ?? cluster;
    return {
        clusterName: lastSegment(clusterArn),
        clusterArn,
        serviceName: service.serviceName ?? lastSegment(wanted),
        serviceArn: service.serviceArn ?? wanted,
        service,
        runningTaskDefinitionArn: primary?.taskDefinition ?? service.taskDefinition,
        warnings: service.desiredCount === 0
            ? [
                `The service ${service.serviceName ?? wanted} has the desired count 0: a rollout starts no task and proves nothing.`
            ]
            : []
    };
}
async function describeCluster(cluster, ecs) {
    try {
        return (await ecs.describeCluster(cluster)) ?? 'missing';
    }
    catch (error) {
        // The official minimal policies do not hold ecs:DescribeClusters.
        if ((0,errors/* isAccessDenied */.w7)(error))
            return 'unknown';
        throw (0,errors/* explainAwsError */.Ni)(error, `Describing the cluster ${cluster}`);
    }
}
async function describeService(cluster, service, { ecs, clock }) {
    try {
        return await (0,patience/* patiently */.d)(clock, () => ecs.describeServices(cluster, [service]));
    }
    catch (error) {
        if ((0,errors/* awsErrorName */.ZH)(error) === 'ClusterNotFoundException')
            throw missingCluster(cluster);
        throw (0,errors/* explainAwsError */.Ni)(error, `Describing the service ${service} in the cluster ${cluster}`);
    }
}
function requireActiveCluster(name, cluster) {
    if (cluster === 'unknown')
        return;
    if (cluster === 'missing')
        throw missingCluster(name);
    if (cluster.status === undefined || cluster.status === 'ACTIVE')
        return;
    throw new lib_errors/* SlipwayError */.GQ({
        code: 'cluster-not-active',
        fault: 'user',
        what: `The cluster ${name} is ${cluster.status}; a rollout needs an ACTIVE one.`,
        next: 'Create the cluster again, or correct cluster.'
    });
}
function missingCluster(name) {
    return new lib_errors/* SlipwayError */.GQ({
        code: 'cluster-not-found',
        fault: 'user',
        what: `There is no cluster ${name} in this account and region.`,
        next: 'Correct cluster, region or the role.'
    });
}
function requireActiveService(service, wanted, cluster) {
    if (service.status === undefined || service.status === 'ACTIVE')
        return;
    throw new lib_errors/* SlipwayError */.GQ({
        code: 'service-not-active',
        fault: 'user',
        what: `The service ${wanted} in the cluster ${cluster} is ${service.status}; a rollout needs an ACTIVE one.`,
        next: 'Create the service again, or correct service.'
    });
}
async function explainMissingService(cluster, wanted, ecs) {
    const names = await ecs.listServices(cluster).then(arns => arns.map(lastSegment), () => []);
    const nearest = (0,text_nearest/* nearestName */.q)(lastSegment(wanted), names);
    return new lib_errors/* SlipwayError */.GQ({
        code: 'service-not-found',
        fault: 'user',
        what: `There is no service ${wanted} in the cluster ${cluster}.`,
        next: nearest === undefined ? 'Correct service or cluster.' : `Did you mean ${nearest}?`
    });
}
/** Of a controller that is neither ECS nor CODE_DEPLOY. */
function explainController(controller, target) {
    return new lib_errors/* SlipwayError */.GQ({
        code: 'unsupported-controller',
        fault: 'user',
        what: `The service ${target.serviceName} has the deployment controller ${controller}, whose task sets another system makes; ` +
            'Slipway rolls out services with the controllers ECS and CODE_DEPLOY.',
        next: 'Roll it out with that system, or change its controller with UpdateService.'
    });
}
function warnOfDeployment(primary, { onConflict }) {
    if (primary?.rolloutState !== 'IN_PROGRESS')
        return [];
    const then = onConflict === 'wait' ? 'ours waits for its end (on-conflict: wait)' : 'ECS replaces it by ours';
    return [
        `The deployment ${primary.id ?? ''} of ${lastSegment(primary.taskDefinition ?? 'another revision')} is still in progress; ${then}.`
    ];
}
/** The part of an ARN or path after its last slash; a plain name as it is. */
function lastSegment(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 4670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ watch)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5_000;
const CLOSING_PAUSE = 3_000;
const LONGEST_THROTTLED_PAUSE = 20_000;
/**
 * Looks at once, then every 2 s, growing to 5 s (3 s where the end is near), with a jitter of a tenth; after throttling the pause doubles, to at most 20 s.
 *
 * What may pass (throttling, 5xx, a broken connection) never ends it; anything else that `look` rejects with does at once,
 * as an error in words. SDK waiters are not used: they back off to 600 s and retry every error, expired credentials too.
 */
async function watch(input) {
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


/***/ })

};
