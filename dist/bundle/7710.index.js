export const id = 7710;
export const ids = [7710];
export const modules = {

/***/ 6499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ checkContainers),
  o: () => (/* binding */ runRealContainers)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/emulator/server/decode.js
var decode = __webpack_require__(7585);
;// CONCATENATED MODULE: ./lib/emulator/containers/definition.js

/** The parts of a task definition that its containers are run by (TaskDefinition and ContainerDefinition of the ECS service model). */
const keyValue = (0,decode/* structure */.QK)({ name: decode/* string */.Yj, value: decode/* string */.Yj });
const healthCheck = {
    command: (0,decode/* list */.p_)(decode/* string */.Yj),
    interval: decode/* integer */.nd,
    timeout: decode/* integer */.nd,
    retries: decode/* integer */.nd,
    startPeriod: decode/* integer */.nd
};
const dependency = { containerName: decode/* string */.Yj, condition: decode/* string */.Yj };
const container = {
    name: decode/* string */.Yj,
    image: decode/* string */.Yj,
    essential: decode/* boolean */.zM,
    cpu: decode/* integer */.nd,
    memory: decode/* integer */.nd,
    memoryReservation: decode/* integer */.nd,
    links: (0,decode/* list */.p_)(decode/* string */.Yj),
    portMappings: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ containerPort: decode/* integer */.nd, protocol: decode/* string */.Yj })),
    entryPoint: (0,decode/* list */.p_)(decode/* string */.Yj),
    command: (0,decode/* list */.p_)(decode/* string */.Yj),
    environment: (0,decode/* list */.p_)(keyValue),
    environmentFiles: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ value: decode/* string */.Yj })),
    secrets: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ name: decode/* string */.Yj, valueFrom: decode/* string */.Yj })),
    dependsOn: (0,decode/* list */.p_)((0,decode/* structure */.QK)(dependency)),
    mountPoints: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ sourceVolume: decode/* string */.Yj, containerPath: decode/* string */.Yj, readOnly: decode/* boolean */.zM })),
    volumesFrom: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ sourceContainer: decode/* string */.Yj, readOnly: decode/* boolean */.zM })),
    workingDirectory: decode/* string */.Yj,
    user: decode/* string */.Yj,
    hostname: decode/* string */.Yj,
    privileged: decode/* boolean */.zM,
    readonlyRootFilesystem: decode/* boolean */.zM,
    interactive: decode/* boolean */.zM,
    pseudoTerminal: decode/* boolean */.zM,
    extraHosts: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ hostname: decode/* string */.Yj, ipAddress: decode/* string */.Yj })),
    dnsServers: (0,decode/* list */.p_)(decode/* string */.Yj),
    dockerLabels: (0,decode/* map */.Tj)(decode/* string */.Yj),
    ulimits: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ name: decode/* string */.Yj, softLimit: decode/* integer */.nd, hardLimit: decode/* integer */.nd })),
    systemControls: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ namespace: decode/* string */.Yj, value: decode/* string */.Yj })),
    stopTimeout: decode/* integer */.nd,
    healthCheck: (0,decode/* structure */.QK)(healthCheck),
    linuxParameters: (0,decode/* structure */.QK)({
        capabilities: (0,decode/* structure */.QK)({ add: (0,decode/* list */.p_)(decode/* string */.Yj), drop: (0,decode/* list */.p_)(decode/* string */.Yj) }),
        initProcessEnabled: decode/* boolean */.zM,
        sharedMemorySize: decode/* integer */.nd,
        tmpfs: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ containerPath: decode/* string */.Yj, size: decode/* integer */.nd, mountOptions: (0,decode/* list */.p_)(decode/* string */.Yj) }))
    })
};
const task = {
    family: decode/* string */.Yj,
    networkMode: decode/* string */.Yj,
    memory: decode/* string */.Yj,
    containerDefinitions: (0,decode/* list */.p_)((0,decode/* structure */.QK)(container)),
    volumes: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ name: decode/* string */.Yj, host: (0,decode/* structure */.QK)({ sourcePath: decode/* string */.Yj }) })),
    runtimePlatform: (0,decode/* structure */.QK)({ cpuArchitecture: decode/* string */.Yj })
};
const readRunTask = (0,decode/* structure */.QK)(task);

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/emulator/client.js
var client = __webpack_require__(4684);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/emulator/containers/docker.js


/** What Docker refused: what it said about it, in one line. */
class DockerError extends Error {
}
/** Runs `docker` and resolves with what it printed, without white space around it. Rejects with DockerError. */
async function docker(args, options = {}) {
    const { exitCode, stdout, stderr } = await tryDocker(args, options);
    if (exitCode === 0)
        return stdout.trim();
    throw new DockerError(pickLine(stderr) ?? `docker ${args[0] ?? ''} ended with exit code ${exitCode}`);
}
/** The same, where another exit code than 0 is an answer too; -1 where it did not end in time or could not be started. */
function tryDocker(args, { input, env = {}, timeout } = {}) {
    return new Promise(resolve => {
        const child = (0,external_node_child_process_.spawn)('docker', args, { env: { ...process.env, ...env }, stdio: 'pipe', timeout });
        const said = { stdout: '', stderr: '' };
        for (const stream of ['stdout', 'stderr']) {
            child[stream].setEncoding('utf8').on('data', (text) => (said[stream] += text));
        }
        child.on('error', error => resolve({ exitCode: -1, stdout: '', stderr: error.message }));
        child.on('close', exitCode => resolve({ exitCode: exitCode ?? -1, ...said }));
        // A program that ends without reading its input is no failure of ours.
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}
/** Runs `docker` and hands on what it prints by line, both streams; resolves when it has ended and all lines are handed on. */
function followDocker(args, onLine) {
    return new Promise(resolve => {
        const child = (0,external_node_child_process_.spawn)('docker', args, { env: { ...process.env }, stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of [child.stdout, child.stderr])
            (0,external_node_readline_.createInterface)({ input: stream }).on('line', onLine);
        child.on('error', () => resolve());
        child.on('close', () => resolve());
    });
}
/** The engine's own word, where there is one; else the last line that is no advice. */
function pickLine(text) {
    const lines = text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !/^(Run|See) '?docker .* --help/.test(line));
    return lines.findLast(line => line.includes('Error response from daemon: ')) ?? lines.at(-1);
}

;// CONCATENATED MODULE: ./lib/emulator/containers/container-args.js
/** What a secret is in a rehearsal where the user gives no value: the real one is never read. */
const SECRET_STAND_IN = 'rehearsal';
/** In Docker's own environment these would change Docker. */
const DOCKERS_OWN = /^(PATH|HOME|TMPDIR|LD_.*|DOCKER_.*|BUILDX_.*|COMPOSE_.*|XDG_.*|SSH_.*|(?:HTTPS?|NO|ALL)_PROXY|(?:https?|no|all)_proxy)$/;
/** Turns a container definition into `docker create`, as ECS's agent does into Docker's API. Pure. */
function planCreate(task, container, overrides, around) {
    const args = ['create', '--name', around.name, '--label', around.label, '--network', around.network];
    // What the image says of its health is nothing to ECS.
    args.push('--no-healthcheck', '--pull', 'never');
    const add = (flag, value) => {
        if (value !== undefined && value !== '')
            args.push(flag, String(value));
    };
    const own = !around.network.startsWith('container:');
    for (const alias of own ? around.aliases : [])
        add('--network-alias', alias);
    add('--hostname', own ? container.hostname : undefined);
    for (const server of own ? (container.dnsServers ?? []) : [])
        add('--dns', server);
    for (const host of own ? (container.extraHosts ?? []) : [])
        add('--add-host', `${host.hostname ?? ''}:${host.ipAddress ?? ''}`);
    for (const { containerPort, protocol } of own && around.network !== 'none' ? (container.portMappings ?? []) : []) {
        add('--publish', containerPort === undefined ? undefined : `127.0.0.1::${containerPort}/${protocol ?? 'tcp'}`);
    }
    addLimits(task, container, add);
    addStorage(container, around, add);
    addLinux(container, own, add);
    if (container.linuxParameters?.initProcessEnabled === true)
        args.push('--init');
    add('--workdir', container.workingDirectory);
    add('--user', container.user);
    for (const [name, value] of Object.entries(container.dockerLabels ?? {}))
        add('--label', `${name}=${value}`);
    if (container.privileged === true)
        args.push('--privileged');
    if (container.readonlyRootFilesystem === true)
        args.push('--read-only');
    if (container.interactive === true)
        args.push('--interactive');
    if (container.pseudoTerminal === true)
        args.push('--tty');
    const env = {};
    for (const [name, value] of variablesOf(container, overrides, around)) {
        if (DOCKERS_OWN.test(name))
            args.push('--env', `${name}=${value}`);
        else {
            args.push('--env', name);
            env[name] = value;
        }
    }
    const [entry, ...entryWords] = container.entryPoint ?? [];
    add('--entrypoint', entry);
    const command = overrides?.command ?? container.command ?? [];
    return { args: [...args, container.image ?? '', ...entryWords, ...command], env };
}
function variablesOf(container, overrides, { region, given }) {
    const variables = new Map([
        ['AWS_REGION', region],
        ['AWS_DEFAULT_REGION', region]
    ]);
    for (const { name, value } of [...(container.environment ?? []), ...(overrides?.environment ?? [])]) {
        if (name !== undefined && name !== '')
            variables.set(name, value ?? '');
    }
    for (const { name } of container.secrets ?? [])
        if (name !== undefined)
            variables.set(name, SECRET_STAND_IN);
    for (const [name, value] of given)
        variables.set(name, value);
    return variables;
}
function addLimits(task, container, add) {
    const whole = /^\d+$/.test(task.memory ?? '') ? Number(task.memory) : undefined;
    const memory = container.memory ?? whole;
    add('--memory', memory === undefined ? undefined : `${memory}m`);
    // Docker takes no reservation above the limit.
    const reservation = container.memoryReservation;
    if (reservation !== undefined && (memory === undefined || reservation < memory))
        add('--memory-reservation', `${reservation}m`);
    if ((container.cpu ?? 0) >= 2)
        add('--cpu-shares', container.cpu);
    for (const { name, softLimit, hardLimit } of container.ulimits ?? []) {
        add('--ulimit', `${name ?? ''}=${softLimit ?? 0}:${hardLimit ?? softLimit ?? 0}`);
    }
}
function addStorage(container, { volumes, siblings }, add) {
    for (const { sourceVolume, containerPath, readOnly } of container.mountPoints ?? []) {
        const volume = volumes.get(sourceVolume ?? '');
        if (volume === undefined || containerPath === undefined)
            continue;
        add('--volume', `${volume}:${containerPath}${readOnly === true ? ':ro' : ''}`);
    }
    for (const { sourceContainer, readOnly } of container.volumesFrom ?? []) {
        const sibling = siblings.get(sourceContainer ?? '');
        if (sibling !== undefined)
            add('--volumes-from', `${sibling}${readOnly === true ? ':ro' : ''}`);
    }
    for (const { containerPath, size, mountOptions } of container.linuxParameters?.tmpfs ?? []) {
        const options = [size === undefined ? '' : `size=${size}m`, ...(mountOptions ?? [])].filter(option => option !== '');
        add('--tmpfs', [containerPath ?? '', ...(options.length === 0 ? [] : [options.join(',')])].join(':'));
    }
    const shared = container.linuxParameters?.sharedMemorySize;
    add('--shm-size', shared === undefined ? undefined : `${shared}m`);
}
function addLinux(container, ownNetwork, add) {
    const { capabilities } = container.linuxParameters ?? {};
    for (const capability of capabilities?.add ?? [])
        add('--cap-add', capability);
    for (const capability of capabilities?.drop ?? [])
        add('--cap-drop', capability);
    for (const { namespace, value } of container.systemControls ?? []) {
        // Those of the network belong to whoever has it.
        if (ownNetwork || namespace?.startsWith('net.') !== true)
            add('--sysctl', `${namespace ?? ''}=${value ?? ''}`);
    }
}

;// CONCATENATED MODULE: ./lib/emulator/containers/host-access.js
/** The capabilities that Docker gives to every container (https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities), and the one that Fargate takes. */
const HARMLESS = new Set([
    'AUDIT_WRITE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'MKNOD',
    'NET_BIND_SERVICE',
    'NET_RAW',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
    'SYS_PTRACE'
]);
/** What of a task definition reaches beyond its containers, into this machine; undefined where nothing does. Pure. */
function findHostAccess({ containerDefinitions = [], volumes = [] }) {
    for (const { name = '', privileged, linuxParameters, image = '' } of containerDefinitions) {
        if (privileged === true)
            return `the container ${name} is privileged`;
        const added = (linuxParameters?.capabilities?.add ?? []).find(capability => !HARMLESS.has(capability.toUpperCase().replace(/^CAP_/, '')));
        if (added !== undefined)
            return `the container ${name} wants the capability ${added}`;
        // On Docker's command line it would be a flag, and that may be any of these.
        if (image.startsWith('-'))
            return `the image of the container ${name} is named like a flag of Docker`;
    }
    const mounted = volumes.find(({ host }) => (host?.sourcePath ?? '') !== '');
    return mounted === undefined
        ? undefined
        : `its volume ${mounted.name ?? ''} is the folder ${mounted.host?.sourcePath ?? ''} of the machine`;
}

;// CONCATENATED MODULE: ./lib/emulator/containers/health.js

/** What a health check that does not say it gets from ECS, in seconds. */
const INTERVAL = 30;
const TIMEOUT = 5;
const RETRIES = 3;
/** So often it is tried until it first succeeds, in milliseconds: a rehearsal does not wait for the interval to see that all is well. */
const IMPATIENCE = 1_000;
/**
 * Looks until told to stop, and tells what has become of it: undefined with the first success, and what failed after `retries` failures in a
 * row that are an `interval` apart, none of them within `startPeriod`.
 */
async function watch(look, { interval, retries, startPeriod }, tell, signal) {
    let reported;
    let failures = 0;
    let counted = Date.now() + startPeriod;
    const isOver = () => signal.aborted;
    while (!isOver()) {
        const failure = await look();
        if (isOver())
            return;
        if (failure === undefined)
            failures = 0;
        else if (Date.now() >= counted) {
            failures += 1;
            counted = Date.now() + interval;
        }
        const isKnown = failure === undefined || failures >= retries;
        const isHealthy = failure === undefined;
        if (isKnown && isHealthy !== reported)
            tell(failure);
        if (isKnown)
            reported = isHealthy;
        await pause(reported === true ? interval : Math.min(interval, IMPATIENCE), signal);
    }
}
/** Runs a container's health check as the task definition has it (HealthCheck of the ECS service model), until told to stop. */
async function watchHealth(id, check, tell, signal) {
    const words = commandOf(check);
    if (words === undefined)
        return;
    const timeout = (check.timeout ?? TIMEOUT) * 1000;
    const look = async () => {
        const { exitCode } = await tryDocker(['exec', id, ...words], { timeout });
        return exitCode === 0 ? undefined : `exit code ${exitCode}`;
    };
    const rhythm = {
        interval: (check.interval ?? INTERVAL) * 1000,
        retries: check.retries ?? RETRIES,
        startPeriod: (check.startPeriod ?? 0) * 1000
    };
    await watch(look, rhythm, failure => tell(failure === undefined), signal);
}
/** The words for `docker exec`; undefined where there is no check. */
function commandOf({ command = [] }) {
    const [kind, ...words] = command;
    if (kind === undefined || kind === 'NONE')
        return undefined;
    if (kind === 'CMD')
        return words;
    return ['/bin/sh', '-c', (kind === 'CMD-SHELL' ? words : command).join(' ')];
}
/** Resolves after so many milliseconds of real time, or when the signal fires. */
function pause(milliseconds, signal) {
    return new Promise(resolve => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal.addEventListener('abort', end);
    });
}

;// CONCATENATED MODULE: ./lib/emulator/containers/order.js
/** Whether what a container depends on is there (ContainerDependency of the ECS service model). Pure. */
function readinessOf(container, stages) {
    const each = (container.dependsOn ?? []).map(({ containerName, condition }) => judge(condition ?? 'START', stages.get(containerName ?? '')));
    if (each.includes('never'))
        return 'never';
    return each.includes('waiting') ? 'waiting' : 'ready';
}
function judge(condition, other) {
    if (other === undefined)
        return 'never';
    const ended = other.exitCode !== undefined;
    switch (condition) {
        case 'COMPLETE':
            return ended ? 'ready' : 'waiting';
        case 'SUCCESS':
            if (!ended)
                return 'waiting';
            return other.exitCode === 0 ? 'ready' : 'never';
        case 'HEALTHY':
            if (other.healthy)
                return 'ready';
            return ended ? 'never' : 'waiting';
        default:
            return other.started ? 'ready' : 'waiting';
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/emulator/containers/probe.js



/** How long a look takes at most where nobody says it, in milliseconds. */
const PATIENCE = 2_000;
/** Docker's own proxy takes a connection for a container that does not listen, and drops it within this time, in milliseconds. */
const DROPPED_WITHIN = 300;
/** Elastic Load Balancing's own words (TargetHealth, "Target health reason codes"). */
const FAILED = 'Health checks failed';
const TIMED_OUT = 'Request timed out';
/**
 * Looks at a target once, as its load balancer does. Resolves with undefined where it is well, else with Elastic Load Balancing's reason.
 *
 * @param check undefined: whatever is answered is well
 */
function probe(host, port, check) {
    if (check === undefined)
        return findAnswer(host, port);
    const { protocol, path, codes, timeoutSeconds } = check;
    if (protocol !== 'HTTP' && protocol !== 'HTTPS')
        return findListener(host, port);
    return new Promise(resolve => {
        const ask = protocol === 'HTTPS' ? external_node_https_.request : external_node_http_.request;
        // The load balancer does not look at certificates.
        const request = ask({ host, port, path, agent: false, rejectUnauthorized: false, headers: HEADERS }, response => {
            const code = response.statusCode ?? 0;
            request.destroy();
            resolve(takes(codes, code) ? undefined : `${FAILED} with these codes: [${code}]`);
        });
        const clock = setTimeout(() => {
            request.destroy();
            resolve(TIMED_OUT);
        }, timeoutSeconds * 1000);
        request.on('close', () => clearTimeout(clock));
        request.on('error', () => resolve(FAILED));
        request.end();
    });
}
const HEADERS = { 'User-Agent': 'ELB-HealthChecker/2.0', Connection: 'close' };
/** Whether a matcher (`200`, `200,204`, `200-399`) takes a code. */
function takes(codes, code) {
    return codes.split(',').some(part => {
        const [from = '', to = from] = part.split('-');
        return code >= Number(from) && code <= Number(to);
    });
}
/** Asks over HTTP, and takes any answer and a kept connection. */
function findAnswer(host, port) {
    return new Promise(resolve => {
        const socket = (0,external_node_net_.connect)({ host, port });
        const end = (failure) => {
            socket.destroy();
            resolve(failure);
        };
        socket.setTimeout(PATIENCE, () => end(socket.connecting ? TIMED_OUT : undefined));
        socket.once('connect', () => socket.write('GET / HTTP/1.1\r\nHost: rehearsal\r\nConnection: close\r\n\r\n'));
        socket.once('data', () => end(undefined));
        socket.once('error', () => end(FAILED));
        socket.once('close', () => end(FAILED));
    });
}
/** Takes a connection that is not dropped at once. */
function findListener(host, port) {
    return new Promise(resolve => {
        const socket = (0,external_node_net_.connect)({ host, port });
        const end = (failure) => {
            socket.destroy();
            resolve(failure);
        };
        socket.setTimeout(PATIENCE, () => end(TIMED_OUT));
        socket.once('connect', () => setTimeout(() => end(undefined), DROPPED_WITHIN));
        socket.once('data', () => end(undefined));
        socket.once('error', () => end(FAILED));
        socket.once('close', () => end(FAILED));
    });
}

;// CONCATENATED MODULE: ./lib/emulator/containers/pause.js
/**
 * Programs of a dozen instructions, written here so that nothing has to be pulled for them: one that ends at once, to find out whether this
 * machine runs a processor's programs, and one that waits for ever.
 *
 * The one that waits is the container that holds a task's network, so that its containers find each other at 127.0.0.1, and its ports stay while they come and
 * go: what ECS's agent does with its own pause image (networkMode awsvpc).
 */
/** A processor's name as Docker gives it, its number in an ELF header, and the programs; the one that waits, when woken, waits again. */
const PROGRAMS = {
    amd64: {
        machine: 62,
        // mov eax, 34 (pause); syscall; jmp to the start
        wait: [0xb8, 0x22, 0, 0, 0, 0x0f, 0x05, 0xeb, 0xf7],
        // mov eax, 60 (exit); xor edi, edi; syscall
        end: [0xb8, 0x3c, 0, 0, 0, 0x31, 0xff, 0x0f, 0x05]
    },
    arm64: {
        machine: 183,
        // mov x0..x4, 0; mov x8, 73 (ppoll); svc 0; b to the start
        wait: toBytes(0xd2800000, 0xd2800001, 0xd2800002, 0xd2800003, 0xd2800004, 0xd2800928, 0xd4000001, 0x17fffff9),
        // mov x0, 0; mov x8, 93 (exit); svc 0
        end: toBytes(0xd2800000, 0xd2800ba8, 0xd4000001)
    }
};
function toBytes(...words) {
    return words.flatMap(word => [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24]);
}
const ADDRESS = 0x400000;
const pause_HEADERS = 64 + 56;
/**
 * A tar archive with the program that waits, or with the one that ends with 0 at once, as `/pause`, for `docker import`; undefined for a
 * processor that they are not written for.
 */
function makePauseArchive(architecture, task = 'wait') {
    const program = PROGRAMS[architecture];
    return program === undefined ? undefined : archive('pause', makeExecutable(program.machine, program[task]));
}
/** An ELF-64 executable of one segment (System V ABI, "Object Files"). */
function makeExecutable(machine, code) {
    const file = Buffer.alloc(pause_HEADERS + code.length);
    file.write('\u007fELF', 0, 'latin1');
    file.set([2, 1, 1], 4);
    file.writeUInt16LE(2, 16);
    file.writeUInt16LE(machine, 18);
    file.writeUInt32LE(1, 20);
    file.writeBigUInt64LE(BigInt(ADDRESS + pause_HEADERS), 24);
    file.writeBigUInt64LE(64n, 32);
    file.writeUInt16LE(64, 52);
    file.writeUInt16LE(56, 54);
    file.writeUInt16LE(1, 56);
    file.writeUInt32LE(1, 64);
    file.writeUInt32LE(5, 68);
    file.writeBigUInt64LE(BigInt(ADDRESS), 80);
    file.writeBigUInt64LE(BigInt(ADDRESS), 88);
    file.writeBigUInt64LE(BigInt(file.length), 96);
    file.writeBigUInt64LE(BigInt(file.length), 104);
    file.writeBigUInt64LE(0x1000n, 112);
    file.set(code, pause_HEADERS);
    return file;
}
/** A tar archive of one executable file (POSIX ustar). */
function archive(name, content) {
    const header = Buffer.alloc(512);
    const octal = (value, at, length) => void header.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
    header.write(name, 0, 'latin1');
    octal(0o755, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(content.length, 124, 12);
    octal(0, 136, 12);
    header.write('        0', 148, 'latin1');
    header.write('ustar\u000000', 257, 'latin1');
    octal(header.reduce((sum, byte) => sum + byte, 0), 148, 7);
    header[155] = 0x20;
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return Buffer.concat([header, content, padding, Buffer.alloc(1024)]);
}

;// CONCATENATED MODULE: ./lib/emulator/containers/processors.js


/** This machine cannot run an image, and that says nothing about the image. */
class ForeignImageError extends Error {
}
/** ECS's names of processors (CPUArchitecture of its service model), and Docker's. */
const PROCESSORS = { X86_64: 'amd64', ARM64: 'arm64' };
/** A try that takes longer than this has not failed for its processor. */
const processors_PATIENCE = 30_000;
/**
 * Finds out which processors' programs the Docker engine runs, by running one.
 *
 * @param own the engine's own processor, as `docker version` names it
 * @param label marks what is this rehearsal's at Docker
 * @returns for a processor (`amd64`, `arm64`) why its images cannot run here; undefined where they can, or where there is no program to try
 */
function makeProcessorCheck(own, label) {
    const known = new Map();
    return architecture => {
        const found = known.get(architecture) ?? findObstacle(architecture, own, label);
        known.set(architecture, found);
        return found;
    };
}
async function findObstacle(architecture, own, label) {
    if (architecture === own)
        return undefined;
    const archive = makePauseArchive(architecture, 'end');
    if (archive === undefined)
        return undefined;
    const name = `slipway-${architecture}:${label.slice(-12)}`;
    // It goes by the name of the engine's own processor, so that every engine starts it without asking.
    await docker(['import', '--change', 'ENTRYPOINT ["/pause"]', '-', name], { input: archive });
    const words = ['run', '--rm', '--label', label, '--network', 'none', '--pull', 'never', name];
    const { exitCode, stderr } = await tryDocker(words, { timeout: processors_PATIENCE });
    await tryDocker(['image', 'rm', name]);
    if (exitCode === 0 || !/exec format error/i.test(stderr))
        return undefined;
    return `this machine's Docker engine runs on ${own}, and nothing emulates ${architecture} there`;
}

;// CONCATENATED MODULE: ./lib/emulator/containers/live-task.js







/** How long a container has between SIGTERM and SIGKILL, in seconds, where it does not say (ECS_CONTAINER_STOP_TIMEOUT). */
const STOP_TIMEOUT = 30;
const SHORTEST_STOP = 2;
/** Between two looks at whether the endpoint's container has started, in milliseconds. */
const LOOK_EVERY = 100;
/** Of an endpoint of which nothing is known: Elastic Load Balancing's own defaults. */
const CHECK_INTERVAL = 30;
const CHECK_RETRIES = 2;
/** One task: its network, its containers in the order of `dependsOn`, their logs, health and ends. */
class ContainerTask {
    #order;
    #task;
    #engine;
    #events;
    #containers;
    #stages = new Map();
    #ids = new Map();
    /** Where Docker has published the ports of containers, by container and port; that stays as long as they run. */
    #addresses = new Map();
    #begun = new Set();
    #end = new AbortController();
    #network = 'none';
    #stopped = false;
    #refused = false;
    constructor(order, task, engine, events) {
        this.#order = order;
        this.#task = task;
        this.#engine = engine;
        this.#events = events;
        this.#containers = task.containerDefinitions ?? [];
        for (const { name = '' } of this.#containers) {
            this.#stages.set(name, { started: false, healthy: false, exitCode: undefined });
        }
        void this.#begin();
    }
    stop() {
        if (this.#stopped)
            return;
        this.#stopped = true;
        for (const container of this.#containers) {
            const id = this.#ids.get(container.name ?? '');
            if (id !== undefined)
                this.#stopContainer(container, id);
        }
    }
    /** Its time to end by itself is virtual: nobody waits half a minute of the world's for a program that does not listen. */
    #stopContainer({ stopTimeout = STOP_TIMEOUT }, id) {
        const seconds = Math.max(Math.ceil(stopTimeout / this.#engine.scale), SHORTEST_STOP);
        void tryDocker(['stop', '-t', String(seconds), id]);
    }
    /** No event comes after this. What is left at Docker the engine removes by its label. */
    abandon() {
        this.#stopped = true;
        this.#end.abort();
    }
    async #begin() {
        const access = this.#engine.allowHostAccess ? undefined : findHostAccess(this.#task);
        if (access !== undefined) {
            const reason = `CannotCreateContainerError: ${access}, which a rehearsal lets nobody do on this machine without --allow-host-access.`;
            // Whoever looks at the task looks a moment after it was made.
            await Promise.resolve();
            this.#refuse(this.#containers[0]?.name ?? '', reason);
            return;
        }
        const architecture = PROCESSORS[this.#task.runtimePlatform?.cpuArchitecture ?? ''];
        for (const image of new Set(this.#containers.map(container => container.image ?? ''))) {
            try {
                await this.#engine.ensureImage(image, this.#order.region, architecture);
            }
            catch (error) {
                const culprit = this.#containers.find(container => container.image === image)?.name ?? '';
                const kind = error instanceof ForeignImageError ? '' : 'CannotPullContainerError: ';
                this.#refuse(culprit, kind + reasonOf(error));
                return;
            }
        }
        if (this.#isOver())
            return;
        this.#events.pulled();
        try {
            for (const volume of new Set(this.#volumeNames())) {
                if (this.#folderOf(volume) !== undefined)
                    continue;
                await docker(['volume', 'create', '--label', this.#engine.label, `slipway-${this.#order.id}-${volume}`]);
            }
            await this.#openNetwork();
        }
        catch (error) {
            this.#refuse(this.#containers[0]?.name ?? '', `ResourceInitializationError: ${reasonOf(error)}`);
            return;
        }
        if (this.#order.endpoint !== undefined)
            void this.#watchEndpoint(this.#order.endpoint);
        this.#startReady();
    }
    async #openNetwork() {
        const mode = this.#task.networkMode ?? 'bridge';
        const { label, pauseImage } = this.#engine;
        if (mode === 'none')
            return;
        const network = `slipway-${this.#order.id}`;
        await docker(['network', 'create', '--label', label, network]);
        this.#network = network;
        if (mode === 'bridge' || pauseImage === undefined)
            return;
        const mapped = this.#containers.flatMap(({ portMappings = [] }) => portMappings.flatMap(({ containerPort, protocol = 'tcp' }) => containerPort === undefined ? [] : `${containerPort}/${protocol}`));
        // A load balancer may look at a port that the task definition does not name: with awsvpc all of them are open.
        const looked = this.#order.endpoint === undefined ? [] : [`${portOf(this.#order.endpoint)}/tcp`];
        const ports = [...new Set([...mapped, ...looked])].flatMap(port => ['--publish', `127.0.0.1::${port}`]);
        const hosts = this.#containers.flatMap(({ extraHosts = [] }) => extraHosts.flatMap(({ hostname, ipAddress }) => ['--add-host', `${hostname ?? ''}:${ipAddress ?? ''}`]));
        const name = `${network}-pause`;
        await docker([
            'run',
            '--detach',
            '--name',
            name,
            '--label',
            label,
            '--network',
            network,
            ...ports,
            ...hosts,
            pauseImage
        ]);
        this.#network = `container:${name}`;
    }
    #startReady() {
        if (this.#isOver())
            return;
        for (const container of this.#containers) {
            const { name = '' } = container;
            if (this.#begun.has(name))
                continue;
            const readiness = readinessOf(container, this.#stages);
            if (readiness === 'never') {
                this.#refuse(name, `Container ${name} cannot start: a container that it depends on did not come as far as its dependsOn says.`);
                return;
            }
            if (readiness === 'ready') {
                this.#begun.add(name);
                void this.#run(container);
            }
        }
    }
    async #run(container) {
        const { name = '' } = container;
        const { args, env } = planCreate(this.#task, container, this.#overridesOf(name), this.#surroundingsOf(container));
        let id;
        try {
            id = await docker(args, { env });
            if (this.#isOver())
                return;
            await docker(['start', id]);
        }
        catch (error) {
            this.#refuse(name, `CannotStartContainerError: Error response from daemon: ${reasonOf(error)}`);
            return;
        }
        this.#ids.set(name, id);
        const stage = this.#stages.get(name);
        if (stage === undefined)
            return;
        stage.started = true;
        this.#tell(() => this.#events.started(name, id.slice(0, 12)));
        // It was told to stop while it was starting.
        if (this.#stopped)
            this.#stopContainer(container, id);
        const own = new AbortController();
        const signal = AbortSignal.any([own.signal, this.#end.signal]);
        const logs = followDocker(['logs', '--follow', id], line => this.#tell(() => this.#events.logged(name, [line])));
        void watchHealth(id, container.healthCheck ?? {}, healthy => this.#noteHealth(name, healthy), signal);
        this.#startReady();
        const code = Number(await docker(['wait', id]).catch(() => '137'));
        own.abort();
        await logs;
        stage.exitCode = code;
        const killed = (await tryDocker(['inspect', '--format', '{{.State.OOMKilled}}', id])).stdout.trim() === 'true';
        const reason = killed ? 'OutOfMemoryError: Container killed due to memory usage' : undefined;
        this.#tell(() => this.#events.exited(name, code, reason));
        this.#startReady();
    }
    #noteHealth(name, healthy) {
        const stage = this.#stages.get(name);
        if (stage !== undefined)
            stage.healthy = healthy;
        this.#tell(() => this.#events.checked(name, healthy));
        if (healthy)
            this.#startReady();
    }
    /** Looks at the endpoint as its load balancer does until the task ends, from when its container has started. */
    async #watchEndpoint(endpoint) {
        const { container, check, graceSeconds } = endpoint;
        while (this.#stages.get(container)?.started !== true) {
            if (this.#isOver())
                return;
            await pause(LOOK_EVERY, this.#end.signal);
        }
        const look = async () => {
            const address = await this.findAddress(container, portOf(endpoint));
            return address === undefined ? 'Health checks failed' : probe(address.host, address.port, check);
        };
        const rhythm = {
            interval: (check?.intervalSeconds ?? CHECK_INTERVAL) * 1000,
            retries: check?.unhealthyThreshold ?? CHECK_RETRIES,
            startPeriod: graceSeconds * 1000
        };
        const tell = (failure) => {
            if (!this.#isOver())
                this.#events.answered(failure);
        };
        await watch(look, rhythm, tell, this.#end.signal);
    }
    async findAddress(container, port) {
        const key = `${container} ${port}`;
        const found = this.#addresses.get(key) ?? (await this.#lookUpAddress(port, container));
        if (found !== undefined)
            this.#addresses.set(key, found);
        return found;
    }
    async #lookUpAddress(port, container) {
        const holder = this.#network.startsWith('container:')
            ? this.#network.slice('container:'.length)
            : (this.#ids.get(container) ?? '');
        const { stdout } = await tryDocker(['port', holder, `${port}/tcp`]);
        const found = /^(.+):(\d+)$/m.exec(stdout);
        return found === null ? undefined : { host: found[1] ?? '', port: Number(found[2]) };
    }
    #surroundingsOf({ name = '' }) {
        // `links` of the others: `name` or `name:alias`.
        const links = this.#containers.flatMap(({ links: list = [] }) => list.map(link => link.split(':')));
        const aliases = links.flatMap(([linked, alias]) => (linked === name && alias !== undefined ? [alias] : []));
        return {
            name: `slipway-${this.#order.id}-${name}`,
            label: this.#engine.label,
            network: this.#network,
            aliases: [...new Set([name, ...aliases])],
            volumes: new Map(this.#volumeNames().map(volume => [volume, this.#folderOf(volume) ?? `slipway-${this.#order.id}-${volume}`])),
            siblings: new Map([...this.#stages.keys()].map(other => [other, `slipway-${this.#order.id}-${other}`])),
            region: this.#order.region,
            given: this.#engine.given
        };
    }
    #volumeNames() {
        return this.#containers.flatMap(({ mountPoints = [] }) => mountPoints.map(({ sourceVolume }) => sourceVolume ?? ''));
    }
    /** The folder of this machine that a volume is; undefined where Docker keeps it. */
    #folderOf(volume) {
        const path = this.#task.volumes?.find(({ name }) => name === volume)?.host?.sourcePath ?? '';
        return path === '' ? undefined : path;
    }
    #overridesOf(name) {
        return this.#order.overrides.find(each => each.name === name);
    }
    #refuse(container, reason) {
        if (this.#refused || this.#isOver())
            return;
        this.#refused = true;
        this.#events.refused(container, reason);
    }
    #isOver() {
        return this.#stopped || this.#end.signal.aborted;
    }
    #tell(tell) {
        if (!this.#end.signal.aborted)
            tell();
    }
}
/** Where a load balancer looks. */
function portOf({ port, check }) {
    return check?.port ?? port;
}
function reasonOf(error) {
    if (error instanceof DockerError)
        return error.message.replace(/^(docker: )?Error response from daemon: /, '');
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/emulator/containers/docker-engine.js










/**
 * Connects to the Docker engine that the `docker` on PATH speaks to, to run the tasks of a cloud there. All that it starts carries a label
 * and is gone after `close`.
 *
 * @param given values for variables and secrets of the containers, by name
 * @param allowHostAccess whether tasks may be privileged, and mount folders of this machine
 * @throws DockerError where no engine answers
 */
async function runContainersIn(cloud, given, allowHostAccess = false) {
    const registry = {
        host: new URL(cloud.endpoint).host,
        password: region => getPassword((0,client/* connectToCloud */.X$)(cloud.endpoint, region))
    };
    const architecture = await docker(['version', '--format', '{{.Server.Arch}}']);
    const label = `slipway.rehearsal=${(0,external_node_crypto_.randomUUID)()}`;
    const findObstacle = makeProcessorCheck(architecture, label);
    const pauseImage = await importPause(architecture, label);
    const home = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'slipway-engine-'));
    const images = new Map();
    const tasks = new Set();
    const engine = {
        label,
        pauseImage,
        given,
        allowHostAccess,
        scale: cloud.timeline.scale,
        ensureImage: (image, region, wanted = architecture) => {
            const key = `${image} ${wanted}`;
            // Only another processor than the engine's own has to be asked for.
            const platform = wanted === architecture ? [] : ['--platform', `linux/${wanted}`];
            const known = images.get(key) ??
                ensureImage(image, platform, region, registry, home).then(() => refuseForeign(image, findObstacle));
            images.set(key, known);
            return known;
        }
    };
    return {
        launch: (order, events) => {
            const task = new ContainerTask(order, readRunTask(order.taskDefinition, ''), engine, events);
            tasks.add(task);
            return task;
        },
        findObstacle,
        close: async () => {
            for (const task of tasks)
                task.abandon();
            await removeAll(label);
            if (pauseImage !== undefined)
                await tryDocker(['image', 'rm', pauseImage]);
            (0,external_node_fs_.rmSync)(home, { recursive: true, force: true });
        }
    };
}
async function importPause(architecture, label) {
    const archive = makePauseArchive(architecture);
    if (archive === undefined)
        return undefined;
    const name = `slipway-pause:${label.slice(-12)}`;
    await docker(['import', '--change', 'ENTRYPOINT ["/pause"]', '-', name], { input: archive });
    return name;
}
/** An image that the engine has is not pulled again: it was built here, or the user has brought it. */
async function ensureImage(image, platform, region, registry, home) {
    if ((await tryDocker(['image', 'inspect', image])).exitCode === 0)
        return;
    if (!image.startsWith(`${registry.host}/`)) {
        await docker(['pull', '--quiet', ...platform, image]);
        return;
    }
    const auth = Buffer.from(`AWS:${await registry.password(region)}`).toString('base64');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(home, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }), { mode: 0o600 });
    // With a configuration of its own Docker knows nothing of the user's contexts.
    const context = await tryDocker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
    const host = context.stdout.trim();
    await docker(['--config', home, 'pull', '--quiet', ...platform, image], {
        env: host === '' ? {} : { DOCKER_HOST: host }
    });
}
async function refuseForeign(image, findObstacle) {
    const architecture = await docker(['image', 'inspect', '--format', '{{.Architecture}}', image]);
    const obstacle = await findObstacle(architecture);
    if (obstacle === undefined)
        return;
    throw new ForeignImageError(`The image ${image} is for ${architecture}; ${obstacle}. This is of this machine and says nothing about the image: it may well run where it is deployed to.`);
}
/** What `aws ecr get-login-password` prints. */
async function getPassword(call) {
    const { authorizationData } = await call('ecr', 'GetAuthorizationToken', {});
    const [data] = authorizationData;
    return Buffer.from(data?.authorizationToken ?? '', 'base64')
        .toString('utf8')
        .replace(/^AWS:/, '');
}
async function removeAll(label) {
    const list = async (...args) => (await tryDocker([...args, '--quiet', '--filter', `label=${label}`])).stdout.split('\n').filter(id => id !== '');
    const containers = await list('ps', '--all');
    if (containers.length > 0)
        await tryDocker(['rm', '--force', '--volumes', ...containers]);
    const networks = await list('network', 'ls');
    if (networks.length > 0)
        await tryDocker(['network', 'rm', ...networks]);
    const volumes = await list('volume', 'ls');
    if (volumes.length > 0)
        await tryDocker(['volume', 'rm', '--force', ...volumes]);
}

// EXTERNAL MODULE: ./lib/host/files.js + 2 modules
var files = __webpack_require__(5593);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/commands/read-file.js
var read_file = __webpack_require__(1087);
;// CONCATENATED MODULE: ./lib/commands/container-tasks.js









/**
 * Has the tasks of a cloud run as containers, where that is wished. They are gone with the cloud.
 *
 * @param engine the version of the Docker engine; undefined where there is none
 * @throws SlipwayError without an engine; ProblemsError where the file is not there or a line of it is none
 */
async function runRealContainers(cloud, { wanted, variables, allowHostAccess = false }, engine) {
    if (!wanted) {
        const [flag] = [variables !== undefined && 'container-env', allowHostAccess && 'allow-host-access'].filter(Boolean);
        if (typeof flag === 'string')
            refuse(flag, {}, `--${flag} is for --with-containers.`, 'Give both.');
        return;
    }
    if (engine === undefined) {
        throw new errors/* SlipwayError */.GQ({
            code: 'no-engine',
            fault: 'user',
            what: '--with-containers needs a Docker engine, and none answers here.',
            next: 'Start one (docker version says whether it answers), or leave the flag out.'
        });
    }
    const given = variables === undefined ? new Map() : await readVariables(variables);
    cloud.containers = await runContainersIn(cloud, given, allowHostAccess);
}
/**
 * Asks, before anything is built, whether the containers of these services can run here at all, and may.
 *
 * @throws SlipwayError where a task definition names a processor whose programs this machine does not run, or reaches into this machine
 * and that is not allowed
 */
async function checkContainers({ containers }, stages, { allowHostAccess = false }) {
    for (const { service, taskDefinition } of stages) {
        if (containers !== undefined && !allowHostAccess)
            refuseHostAccess(service, taskDefinition);
        const platform = taskDefinition['runtimePlatform'];
        const named = (0,record/* isRecord */.u4)(platform) ? (0,record/* own */.ZV)(platform, 'cpuArchitecture') : undefined;
        const architecture = PROCESSORS[String(named)];
        const obstacle = architecture === undefined ? undefined : await containers?.findObstacle(architecture);
        if (architecture === undefined || obstacle === undefined)
            continue;
        throw new errors/* SlipwayError */.GQ({
            code: 'foreign-processor',
            fault: 'user',
            what: `The tasks of ${service} are for ${String(named)}; ${obstacle}. So --with-containers cannot run them; that says nothing about the image.`,
            next: `Install an emulation (docker run --privileged --rm tonistiigi/binfmt --install ${architecture}), rehearse on a machine of that kind, or leave the flag out.`
        });
    }
}
function refuseHostAccess(service, taskDefinition) {
    const access = findHostAccess(readRunTask(taskDefinition, ''));
    if (access === undefined)
        return;
    throw new errors/* SlipwayError */.GQ({
        code: 'host-access',
        fault: 'user',
        what: `The tasks of ${service} reach into this machine: ${access}.`,
        next: 'Add --allow-host-access where you trust what they run, or leave --with-containers out.'
    });
}
async function readVariables(file) {
    const text = new TextDecoder().decode(await (0,read_file/* readFileArgument */.k)(file, (0,files/* systemFiles */.Hy)()));
    const variables = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (/^\s*(#|$)/.test(line))
            continue;
        const [, name, value] = /^\s*([^=\s]+)=(.*)$/.exec(line) ?? [];
        if (name === undefined || value === undefined) {
            refuse('not-a-variable', { file, line: index + 1 }, `${(0,format/* quote */.hD)(line)} is no NAME=value.`, 'Write one a line.');
        }
        variables.set(name, value);
    }
    return variables;
}
function refuse(code, place, what, next) {
    throw new errors/* ProblemsError */.FQ([{ code, place, what, next }]);
}


/***/ }),

/***/ 1087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readFileArgument),
/* harmony export */   v: () => (/* binding */ readDocumentArgument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1270);


/** Reads a file that was named on the command line. Throws ProblemsError: not there, not readable, neither JSON nor YAML. */
async function readDocumentArgument(file, files) {
    return (0,_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(file, await readFileArgument(file, files));
}
/** The bytes of such a file. Throws ProblemsError: not there, not readable. */
async function readFileArgument(file, files) {
    const refuse = (rule, what, next = 'Correct the path.') => {
        const problem = { code: rule.name, place: { file }, what, next };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleProblemsError */ .lj([problem]);
    };
    if (await files.isDirectory(file))
        refuse(_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .UNREADABLE_FILE */ .zH, 'This is a directory, not a file.', 'Name a file in it.');
    const bytes = await files.read(file).catch((error) => {
        return refuse(_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .UNREADABLE_FILE */ .zH, `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    });
    return bytes ?? refuse(_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .MISSING_FILE */ .Ai, 'There is no such file.');
}


/***/ }),

/***/ 2032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aq: () => (/* binding */ canStandIn),
  ze: () => (/* binding */ cloudVariables),
  jv: () => (/* binding */ describeSeed),
  Li: () => (/* binding */ examplesOf),
  GO: () => (/* binding */ findEngine),
  t1: () => (/* binding */ findProject),
  ed: () => (/* binding */ idTokenVariables),
  bu: () => (/* binding */ leaveJob),
  wS: () => (/* binding */ makeStandIn),
  Bm: () => (/* binding */ seedProject),
  fj: () => (/* binding */ standInVariables)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/decode/decode.js + 9 modules
var decode = __webpack_require__(1581);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/host/files.js + 2 modules
var host_files = __webpack_require__(5593);
// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
// EXTERNAL MODULE: ./lib/emulator/client.js
var client = __webpack_require__(4684);
// EXTERNAL MODULE: ./lib/emulator/runner/id-token.js
var id_token = __webpack_require__(7901);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/emulator/server/decode.js
var server_decode = __webpack_require__(7585);
;// CONCATENATED MODULE: ./lib/emulator/seed/dependencies.js


/** Which role CodeDeploy works with on the stage. */
const CODEDEPLOY_ROLE = 'CodeDeployRoleForECS';
/** Which role ECS shifts traffic with there. */
const INFRASTRUCTURE_ROLE = 'ecsInfrastructureRoleForLoadBalancers';
/** What the managed policy AWSCodeDeployRoleForECS says of the tasks' roles. */
const PASSES_ROLES = {
    Version: '2012-10-17',
    Statement: [
        {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: '*',
            Condition: { StringLike: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } }
        }
    ]
};
/** What the account begins with. */
const VPC = 'vpc-0123456789abcdef0';
/** Of the listeners: any user may have these, and the test port is the one of AWS's own examples. */
const PRODUCTION_PORT = '8080';
const TEST_PORT = '9001';
const THERE_ALREADY = /^(EntityAlreadyExists|(Repository|Image|ImageTag)AlreadyExistsException|ResourceAlreadyExistsException|ResourceExistsException|ParameterAlreadyExists|InvalidGroup\.Duplicate)$/;
/** Makes what a service's files name and a deployment needs to be there: subnets, security groups, roles, secrets, parameters, log groups. */
async function seedDependencies(needs, call) {
    const { taskDefinition, network, codedeploy, isGated = false } = needs;
    for (const [index, subnet] of network.subnets.entries()) {
        await unlessThere(() => call.ask('ec2', 'CreateSubnet', {
            VpcId: VPC,
            CidrBlock: `172.31.${128 + index}.0/24`,
            ...withId('subnet', subnet)
        }));
    }
    for (const group of network.securityGroups) {
        const form = { VpcId: VPC, GroupName: group, GroupDescription: 'the tasks', ...withId('security-group', group) };
        await unlessThere(() => call.ask('ec2', 'CreateSecurityGroup', form));
    }
    for (const member of ['executionRoleArn', 'taskRoleArn']) {
        const role = taskDefinition[member];
        if (typeof role === 'string')
            await createRole(role, 'ecs-tasks.amazonaws.com', call);
    }
    if (codedeploy !== undefined) {
        await createRole(CODEDEPLOY_ROLE, 'codedeploy.amazonaws.com', call);
        await call.ask('iam', 'PutRolePolicy', {
            RoleName: CODEDEPLOY_ROLE,
            PolicyName: 'PassRole',
            PolicyDocument: JSON.stringify(PASSES_ROLES)
        });
    }
    else if (isGated)
        await createRole(INFRASTRUCTURE_ROLE, 'ecs.amazonaws.com', call);
    for (const container of listOf(taskDefinition['containerDefinitions'])) {
        for (const { valueFrom } of listOf(container['secrets'])) {
            if (typeof valueFrom === 'string')
                await createValue(valueFrom, call);
        }
        const log = container['logConfiguration'];
        const options = (0,server_decode/* isStructure */.ip)(log) ? log['options'] : undefined;
        const logGroupName = (0,server_decode/* isStructure */.ip)(options) ? options['awslogs-group'] : undefined;
        if (typeof logGroupName === 'string')
            await unlessThere(() => call('logs', 'CreateLogGroup', { logGroupName }));
    }
}
/** A load balancer with a listener that sends everything to the first of two target groups; with two such listeners for a gated service. */
async function seedLoadBalancer({ service, network, isGated = false }, port, call) {
    const group = async (colour) => {
        const form = {
            Name: `${service}-${colour}`,
            Protocol: 'HTTP',
            Port: String(port),
            VpcId: VPC,
            TargetType: 'ip',
            // Where the real one looks is in no file of the project.
            HealthCheckPath: '/',
            'Matcher.HttpCode': '200-499',
            // A rehearsal need not wait as long as AWS's defaults do (30 s, and 300 s for its connections).
            HealthCheckIntervalSeconds: '20'
        };
        const arn = dependencies_valueOf(await call.ask('elasticloadbalancing', 'CreateTargetGroup', form), 'TargetGroupArn');
        await call.ask('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
            TargetGroupArn: arn,
            'Attributes.member.1.Key': 'deregistration_delay.timeout_seconds',
            'Attributes.member.1.Value': '10'
        });
        return arn;
    };
    const [blue, green] = [await group('blue'), await group('green')];
    const subnets = Object.fromEntries(network.subnets.map((subnet, index) => [`Subnets.member.${index + 1}`, subnet]));
    const balancer = await call.ask('elasticloadbalancing', 'CreateLoadBalancer', { Name: service, ...subnets });
    const listen = async (listenerPort) => {
        const form = {
            LoadBalancerArn: dependencies_valueOf(balancer, 'LoadBalancerArn'),
            Protocol: 'HTTP',
            Port: listenerPort,
            'DefaultActions.member.1.Type': 'forward',
            'DefaultActions.member.1.TargetGroupArn': blue
        };
        return dependencies_valueOf(await call.ask('elasticloadbalancing', 'CreateListener', form), 'ListenerArn');
    };
    const listener = await listen(PRODUCTION_PORT);
    return { blue, green, listener, testListener: isGated ? await listen(TEST_PORT) : undefined };
}
/** What ECS needs of a load balancer for a native strategy: AdvancedConfiguration of its service model. */
async function describeBlueGreen({ green, listener, testListener }, account, call) {
    const findRule = async (ListenerArn) => dependencies_valueOf(await call.ask('elasticloadbalancing', 'DescribeRules', { ListenerArn }), 'RuleArn');
    return {
        alternateTargetGroupArn: green,
        productionListenerRule: await findRule(listener),
        testListenerRule: testListener === undefined ? undefined : await findRule(testListener),
        roleArn: `arn:aws:iam::${account}:role/${INFRASTRUCTURE_ROLE}`
    };
}
async function createRole(role, service, call) {
    const [, path = '/', name = role] = /^(?:arn:[^/]*:role(\/(?:.*\/)?))?([^/]+)$/.exec(role) ?? [];
    const trust = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
    await unlessThere(() => call.ask('iam', 'CreateRole', { RoleName: name, Path: path, AssumeRolePolicyDocument }));
}
/** A secret by its ARN, with the six characters that it has there, or a parameter. */
async function createValue(valueFrom, call) {
    const [, name, suffix] = /:secretsmanager:[^:]*:[^:]*:secret:([^:]+)-(\w{6})(?::|$)/.exec(valueFrom) ?? [];
    if (name !== undefined && suffix !== undefined) {
        const input = { Name: name, SecretString: '{}', Tags: [{ Key: '_custom_id_', Value: suffix }] };
        await unlessThere(() => call('secretsmanager', 'CreateSecret', input));
    }
    else if (!valueFrom.includes(':secretsmanager:')) {
        const Name = valueFrom.replace(/^arn:.*:parameter(?=\/)/, '');
        // A name that the Parameter Store does not take stays missing, as it would be in AWS.
        await unlessThere(() => call('ssm', 'PutParameter', { Name, Value: '-', Type: 'SecureString' }), 'ValidationException');
    }
}
function withId(kind, id) {
    return {
        'TagSpecification.1.ResourceType': kind,
        'TagSpecification.1.Tag.1.Key': '_custom_id_',
        'TagSpecification.1.Tag.1.Value': id
    };
}
/** Several services of a stage may share what they hang on. */
async function unlessThere(create, orElse) {
    try {
        await create();
    }
    catch (error) {
        if (!(error instanceof client/* CallError */.RA && (THERE_ALREADY.test(error.code) || error.code === orElse)))
            throw error;
    }
}
function dependencies_valueOf(answer, name) {
    const value = answer[name];
    if (value === undefined)
        throw new Error(`The answer has no ${name}.`);
    return value;
}
function listOf(value) {
    return Array.isArray(value) ? value.filter(server_decode/* isStructure */.ip) : [];
}

;// CONCATENATED MODULE: ./lib/emulator/seed/images.js

const INDEX = 'application/vnd.oci.image.index.v1+json';
/**
 * Makes the images that a project's files name in the private registry of the account and do not build: an index without manifests stands for
 * each, so that the task that names it can pull it. One that is named by its digest alone cannot be made, and stays missing.
 *
 * @param images references as in a task definition; those of other registries are left out
 */
async function seedImages(images, account, call) {
    for (const image of new Set(images)) {
        const [, owner, repositoryName, imageTag] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.[a-z.]+\/([^:@]+)(?::([\w.-]+))?$/.exec(image) ?? [];
        if (owner !== account || repositoryName === undefined)
            continue;
        await unlessThere(() => call('ecr', 'CreateRepository', { repositoryName }));
        const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] });
        await unlessThere(() => call('ecr', 'PutImage', { repositoryName, imageManifest, imageTag: imageTag ?? 'latest' }));
    }
}

;// CONCATENATED MODULE: ./lib/emulator/seed/service.js



/** How long a gated deployment of CodeDeploy waits for its test. */
const READY_WAIT_MINUTES = 60;
/** Sets the stage for one service: see setStages. */
function seedService(stage, call, pause) {
    return seedServices([stage], call, pause);
}
/**
 * Sets the stage by the same API that anyone else uses, so that what stands there is what AWS would have, and resolves when the earlier
 * version of each service runs. What several share (cluster, repositories, CodeDeploy's application) is there once. All are in the
 * region that `call` names. Rejects with CallError where AWS would refuse.
 *
 * @param pause for a built-in AWS whose time only moves when it is moved
 */
async function seedServices(stages, call, pause) {
    for (const clusterName of distinct(stages.map(({ cluster }) => cluster))) {
        await call('ecs', 'CreateCluster', { clusterName });
    }
    for (const repositoryName of distinct(stages.flatMap(({ repositories }) => repositories))) {
        await call('ecr', 'CreateRepository', { repositoryName, imageTagMutability: 'IMMUTABLE' });
    }
    for (const { images = [], account } of stages)
        await seedImages(images, account, call);
    for (const applicationName of distinct(stages.flatMap(({ codedeploy }) => codedeploy?.application ?? []))) {
        await call('codedeploy', 'CreateApplication', { applicationName, computePlatform: 'ECS' });
    }
    for (const stage of stages)
        await createService(stage, call);
    for (const stage of stages) {
        await waitUntilSteady(stage.cluster, stage.service, call, pause);
        if (hasNativeStrategy(stage))
            await addPause(stage, call);
    }
}
function distinct(names) {
    return [...new Set(names)];
}
async function createService(stage, call) {
    await seedDependencies(stage, call);
    const isBalanced = stage.target !== undefined || stage.codedeploy !== undefined;
    const traffic = isBalanced ? await seedLoadBalancer(stage, stage.target?.containerPort ?? 80, call) : undefined;
    const registered = await call('ecs', 'RegisterTaskDefinition', stage.taskDefinition);
    const { taskDefinitionArn } = registered['taskDefinition'];
    await call('ecs', 'CreateService', {
        cluster: stage.cluster,
        serviceName: stage.service,
        taskDefinition: taskDefinitionArn,
        desiredCount: stage.desiredCount,
        launchType: 'FARGATE',
        deploymentController: { type: stage.controller },
        networkConfiguration: {
            awsvpcConfiguration: { ...stage.network, assignPublicIp: 'DISABLED' }
        },
        loadBalancers: traffic === undefined ? [] : await describeLoadBalancers(stage, traffic, call),
        ...(stage.controller === 'ECS' ? { deploymentConfiguration: describeDeployments(stage) } : {})
    });
    if (stage.codedeploy !== undefined && traffic !== undefined)
        await createDeploymentGroup(stage, stage.codedeploy, traffic, call);
}
async function describeLoadBalancers(stage, traffic, call) {
    const { target, account } = stage;
    if (target === undefined)
        return [];
    const balancer = { targetGroupArn: traffic.blue, ...target };
    if (!hasNativeStrategy(stage))
        return [balancer];
    return [{ ...balancer, advancedConfiguration: await describeBlueGreen(traffic, account, call) }];
}
function describeDeployments(stage) {
    const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
    return hasNativeStrategy(stage) ? { ...breaker, strategy: 'BLUE_GREEN' } : breaker;
}
/** From the second deployment on: the first one waits for nobody. */
async function addPause(stage, call) {
    const { pauseStages: lifecycleStages = ['POST_TEST_TRAFFIC_SHIFT'] } = stage;
    const pause = { targetType: 'PAUSE', lifecycleStages };
    await call('ecs', 'UpdateService', {
        cluster: stage.cluster,
        service: stage.service,
        deploymentConfiguration: { ...describeDeployments(stage), bakeTimeInMinutes: 1, lifecycleHooks: [pause] }
    });
}
/** ECS itself waits for a test in its native strategies alone. */
function hasNativeStrategy({ controller, isGated = false, target }) {
    return controller === 'ECS' && isGated && target !== undefined;
}
/** Resolves when the service has the tasks that it wants and no deployment is under way. Rejects after half a minute of real time. */
async function waitUntilSteady(cluster, service, call, pause = milliseconds => (0,external_node_timers_promises_.setTimeout)(milliseconds)) {
    for (let attempt = 0; attempt < 1200; attempt += 1) {
        const { services } = await call('ecs', 'DescribeServices', { cluster, services: [service] });
        const [view] = services;
        const busy = (view?.deployments ?? []).some(({ rolloutState }) => (rolloutState ?? 'COMPLETED') !== 'COMPLETED');
        if (view !== undefined && view.runningCount === view.desiredCount && !busy)
            return;
        await pause(25);
    }
    throw new Error(`The service ${service} did not become steady within half a minute.`);
}
async function createDeploymentGroup(stage, names, traffic, call) {
    await call('codedeploy', 'CreateDeploymentGroup', {
        applicationName: names.application,
        deploymentGroupName: names.deploymentGroup,
        serviceRoleArn: `arn:aws:iam::${stage.account}:role/${CODEDEPLOY_ROLE}`,
        deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
        deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
        autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
        blueGreenDeploymentConfiguration: {
            terminateBlueInstancesOnDeploymentSuccess: {
                action: 'TERMINATE',
                terminationWaitTimeInMinutes: stage.terminationWaitMinutes
            },
            deploymentReadyOption: traffic.testListener === undefined
                ? { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
                : { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: READY_WAIT_MINUTES }
        },
        ecsServices: [{ clusterName: stage.cluster, serviceName: stage.service }],
        loadBalancerInfo: {
            targetGroupPairInfoList: [
                {
                    targetGroups: [traffic.blue, traffic.green].map(arn => ({ name: arn.split('/')[1] })),
                    prodTrafficRoute: { listenerArns: [traffic.listener] },
                    testTrafficRoute: traffic.testListener === undefined ? undefined : { listenerArns: [traffic.testListener] }
                }
            ]
        }
    });
}

// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/config/decode/gates.js
var gates = __webpack_require__(5361);
// EXTERNAL MODULE: ./lib/text/arn.js
var arn = __webpack_require__(8988);
// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
;// CONCATENATED MODULE: ./lib/commands/rehearsal-plan.js





/** What ran before: an image that needs no registry of ours. */
const EARLIER_IMAGE = 'public.ecr.aws/docker/library/busybox:stable';
const DEFAULT_SUBNETS = ['subnet-0a1b2c3d4e5f60718'];
const DEFAULT_SECURITY_GROUPS = ['sg-0a1b2c3d4e5f60718'];
/**
 * Plans the stage for a project from its own settings and files: for each of its services the cluster and the service with an earlier
 * version of its task definition, the repositories and, where it has an AppSpec, CodeDeploy's application and group. A service with a gate
 * has a load balancer, and pauses where the gate or a person is to answer. Pure.
 *
 * @param services as they were read from the config's `rollouts`
 * @throws ProblemsError what is wrong with the files; SlipwayError where there is no service to rehearse
 */
function planSeed(config, services, account) {
    const problems = [...new Set(services.flatMap(({ sources }) => sources.problems))];
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    return services.map(service => planStage(config, service, account));
}
function planStage(config, { config: { rollout, gate }, sources: { taskDefinition, appspec } }, account) {
    const { service, cluster } = rollout;
    if (taskDefinition === undefined || service === undefined) {
        const what = service === undefined ? 'service' : 'task-definition';
        const whose = service === undefined || config.rollouts.length === 1 ? '' : ` for ${service}`;
        throw new errors/* SlipwayError */.GQ({
            code: 'nothing-to-rehearse',
            fault: 'user',
            what: `A rehearsal needs a service and a task definition that is a file; ${what} is not set so${whose}.`,
            next: 'Set both in slipway.yml, or as flags.'
        });
    }
    const clusterName = (0,arn/* resourceName */.Iy)(cluster);
    const serviceName = (0,arn/* resourceName */.Iy)(service);
    const blueGreen = appspec !== undefined || rollout.codedeployApplication !== undefined;
    const isTested = (0,gates/* hasGate */.o)(gate) && gate.gateAt !== 'live';
    const isApproved = rollout.waitFor === 'paused';
    const isBalanced = blueGreen || (0,gates/* hasGate */.o)(gate) || isApproved;
    const names = `${clusterName.slice(0, 46)}-${serviceName.slice(0, 46)}`;
    return {
        region: config.region,
        account,
        cluster: clusterName,
        service: serviceName,
        controller: blueGreen ? 'CODE_DEPLOY' : 'ECS',
        desiredCount: rollout.desiredCount ?? 2,
        taskDefinition: makeEarlier(taskDefinition),
        target: appspec ?? (isBalanced ? findTarget(taskDefinition) : undefined),
        network: {
            subnets: appspec?.network?.subnets ?? DEFAULT_SUBNETS,
            securityGroups: appspec?.network?.securityGroups ?? DEFAULT_SECURITY_GROUPS
        },
        repositories: [
            ...new Set(config.images.flatMap(image => image.kind === 'built' && image.registry === undefined && !image.createRepository ? [image.repository] : []))
        ],
        images: listImages(config, taskDefinition),
        codedeploy: blueGreen
            ? {
                application: rollout.codedeployApplication ?? `AppECS-${names}`,
                deploymentGroup: rollout.codedeployDeploymentGroup ?? `DgpECS-${names}`
            }
            : undefined,
        isGated: isTested || isApproved,
        // The gate answers the first pause, and a person the second.
        pauseStages: isTested && isApproved
            ? ['POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT']
            : ['POST_TEST_TRAFFIC_SHIFT'],
        terminationWaitMinutes: 1
    };
}
/** The images that are shipped or run beside what is, and that the run does not push. */
function listImages(config, { definition }) {
    const pushed = config.images.flatMap(image => (image.kind === 'built' ? [`/${image.repository}`] : []));
    const shipped = config.images.flatMap(image => (image.kind === 'existing' ? [image.image] : []));
    const named = (0,types/* listContainers */.ts)(definition).map(({ record }) => (0,text_record/* own */.ZV)(record, 'image'));
    return [...shipped, ...named]
        .filter(image => typeof image === 'string')
        .filter(image => !pushed.some(repository => image.replace(/[:@][^/]*$/, '').endsWith(repository)));
}
/** The same task definition with images that exist. */
function makeEarlier({ definition }) {
    const containers = (0,types/* listContainers */.ts)(definition).map(({ record }) => (0,text_record/* makeRecord */.Uo)([...(0,text_record/* entriesOf */.Mc)(record).filter(([key]) => key !== 'image'), ['image', EARLIER_IMAGE]]));
    return (0,text_record/* makeRecord */.Uo)((0,text_record/* entriesOf */.Mc)(definition).map(([key, value]) => (key === 'containerDefinitions' ? [key, containers] : [key, value])));
}
/** The first port that a container maps. */
function findTarget({ definition }) {
    for (const { name, record } of (0,types/* listContainers */.ts)(definition)) {
        for (const mapping of (0,types/* listRecords */.VI)((0,text_record/* own */.ZV)(record, 'portMappings'))) {
            const port = (0,text_record/* own */.ZV)(mapping, 'containerPort');
            if (typeof port === 'number')
                return { containerName: name, containerPort: port };
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/commands/rehearsal-setup.js










/** Where the examples are, from the program's own file. */
function examplesOf(program) {
    return (0,external_node_path_.resolve)((0,external_node_path_.dirname)(program), '..', '..', 'examples');
}
/** The folder of a project: one with a `slipway.yml`, or an example's name. @throws SlipwayError where there is no such thing */
async function findProject(project, program) {
    const files = (0,host_files/* systemFiles */.Hy)();
    for (const folder of [(0,external_node_path_.resolve)(project), (0,external_node_path_.join)(examplesOf(program), project)]) {
        if (await files.isFile((0,external_node_path_.join)(folder, 'slipway.yml')))
            return folder;
    }
    throw new errors/* SlipwayError */.GQ({
        code: 'no-project',
        fault: 'user',
        what: `There is no slipway.yml in ${project}, and no example of that name.`,
        next: 'Name a folder with a slipway.yml, or one of the examples: rolling, blue-green, native-canary, gated, two-containers, several-services, monorepo.'
    });
}
/**
 * Sets the stage for a project from its own settings and files: see planStages. Resolves when the earlier version of each service runs.
 *
 * @throws ProblemsError where the project's settings or files are wrong
 */
async function seedProject({ folder, given, backstage, environment }, cloud) {
    const files = (0,host_files/* systemFiles */.Hy)(backstage, folder);
    const file = await (0,read_sources/* readSettingsFile */.ur)(given['config'], files);
    // Only its length counts here: what is shipped gets the commit's own.
    const source = { sha: '0'.repeat(40) };
    const { config } = (0,decode/* decodeSettings */.oC)({ given, givenFrom: 'flag', file, env: environment, source });
    const stages = planSeed(config, await (0,read_sources/* readServices */.JQ)(config.rollouts, files), cloud.account);
    await seedServices(stages, (0,client/* connectToCloud */.X$)(cloud.endpoint, config.region));
    await seedRegistries(config, cloud);
    return stages;
}
/** The registries of other accounts and regions that the settings name: with the repositories, and with policies that let this account in. */
async function seedRegistries({ images }, { endpoint, account }) {
    for (const image of images) {
        if (image.kind === 'existing' || image.registry === undefined)
            continue;
        const call = (0,client/* connectToCloud */.X$)(endpoint, image.registry.region, image.registry.account);
        const allow = { Effect: 'Allow', Principal: { AWS: account }, Action: 'ecr:*' };
        const policyText = JSON.stringify({ Version: '2012-10-17', Statement: [allow] });
        if (image.createRepository) {
            const ofRegistry = { ...allow, Resource: '*' };
            await call('ecr', 'PutRegistryPolicy', {
                policyText: JSON.stringify({ Version: '2012-10-17', Statement: [ofRegistry] })
            });
            continue;
        }
        const repository = { repositoryName: image.repository };
        const known = await call('ecr', 'DescribeRepositories', { repositoryNames: [image.repository] }).catch(() => undefined);
        if (known === undefined)
            await call('ecr', 'CreateRepository', { ...repository, imageTagMutability: 'IMMUTABLE' });
        await call('ecr', 'SetRepositoryPolicy', { ...repository, policyText });
    }
}
/** A line for each service. */
function describeSeed(stages) {
    const lines = stages.map(({ controller, cluster, service, region, desiredCount }) => {
        const engine = controller === 'ECS' ? 'rolled out by ECS' : 'rolled out by CodeDeploy';
        const tasks = desiredCount === 1 ? '1 task' : `${desiredCount} tasks`;
        return `Set up: the service ${cluster}/${service} in ${region} runs an earlier version in ${tasks}, ${engine}.\n`;
    });
    return lines.join('');
}
/** Variables by which the SDKs and the AWS CLI go to another endpoint than AWS_ENDPOINT_URL, or refuse it (SDKs and Tools Reference Guide, "Settings"). */
const OTHER_ENDPOINTS = /^AWS_(?:ENDPOINT_URL_\w+|IGNORE_CONFIGURED_ENDPOINT_URLS|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT|CA_BUNDLE)$/;
/** What GitHub's runner tells the step that it runs. */
const OF_A_JOB = /^(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE)_/i;
/** The environment without the job in which a rehearsal may run: its inputs are not the rehearsal's, and its outputs and summary are to stay its own. */
function leaveJob(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !OF_A_JOB.test(name)));
}
/**
 * What a program needs in its environment to talk to the built-in AWS and to no other, and to be in its time; undefined takes a variable away.
 *
 * @param environment what is set already
 */
function cloudVariables(cloud, environment) {
    const { scale, anchor } = cloud.timeline;
    const elsewhere = Object.keys(environment).filter(name => OTHER_ENDPOINTS.test(name));
    return {
        ...Object.fromEntries(elsewhere.map(name => [name, undefined])),
        AWS_ENDPOINT_URL: cloud.endpoint,
        AWS_ACCESS_KEY_ID: 'REHEARSAL',
        AWS_SECRET_ACCESS_KEY: 'rehearsal',
        AWS_SESSION_TOKEN: undefined,
        AWS_PROFILE: undefined,
        ...idTokenVariables(cloud.endpoint),
        SLIPWAY_CLOCK: `${scale}@${anchor}`
    };
}
/** What a job asks for GitHub's token with; the question mark is there because `&audience=…` is appended. */
function idTokenVariables(endpoint) {
    return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${endpoint}${id_token/* ID_TOKEN_PATH */.o}?`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'rehearsal'
    };
}
/** The version of the Docker engine; undefined where there is no Docker, or none that answers. */
async function findEngine(processes) {
    const result = await processes.run('docker', ['version', '--format', '{{.Server.Version}}']).catch(() => undefined);
    return result?.exitCode === 0 ? result.stdout.trim() : undefined;
}
/** Whether a script can stand in for `docker`: Windows starts no script where a program is named without its ending. */
function canStandIn(platform = process.platform) {
    return platform !== 'win32';
}
/**
 * A folder with a program named `docker`, which is this command's stand-in.
 *
 * @throws SlipwayError on Windows, where there can be none
 */
async function makeStandIn(backstage, program, platform) {
    if (!canStandIn(platform)) {
        throw new errors/* SlipwayError */.GQ({
            code: 'no-docker-on-windows',
            fault: 'user',
            what: 'No Docker engine answers, and on Windows nothing can stand in for it.',
            next: 'Start Docker Desktop with Linux containers, or run slipway in WSL.'
        });
    }
    const folder = (0,external_node_path_.join)(backstage, 'bin');
    await (0,promises_.mkdir)(folder);
    const script = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(program)} stand-in-docker "$@"\n`;
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'docker'), script);
    await (0,promises_.chmod)((0,external_node_path_.join)(folder, 'docker'), 0o755);
    return folder;
}
/** What puts the stand-in before any other Docker. */
function standInVariables(folder, environment) {
    return {
        PATH: `${folder}${external_node_path_.delimiter}${environment['PATH'] ?? ''}`,
        SLIPWAY_STAND_IN_STATE: (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), 'stand-in'),
        // A context of the user's could name an engine that is not there.
        DOCKER_CONFIG: (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), 'docker-config')
    };
}
function quote(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 4684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RA: () => (/* binding */ CallError),
/* harmony export */   X$: () => (/* binding */ connectToCloud)
/* harmony export */ });
/* unused harmony export connectInProcess */
/** A call of the built-in AWS that went wrong: AWS's error name and message. */
class CallError extends Error {
    code;
    constructor(operation, code, message) {
        super(`${operation}: ${message} (${code})`);
        this.name = 'CallError';
        this.code = code;
    }
}
/** The services of the built-in AWS that speak AWS JSON 1.1, and what stands before the operation in `X-Amz-Target`. */
const TARGETS = {
    ecs: 'AmazonEC2ContainerServiceV20141113',
    ecr: 'AmazonEC2ContainerRegistry_V20150921',
    codedeploy: 'CodeDeploy_20141006',
    logs: 'Logs_20140328',
    secretsmanager: 'secretsmanager',
    ssm: 'AmazonSSM'
};
/** Those that speak the query protocol, and the version of each. */
const VERSIONS = {
    iam: '2010-05-08',
    ec2: '2016-11-15',
    elasticloadbalancing: '2015-12-01',
    sts: '2011-06-15'
};
/**
 * A client of the built-in AWS for setting things up. It signs nothing (the built-in AWS does not check signatures), but names the region
 * where a signature would. Rejects with CallError.
 *
 * @param account 12 digits: whose account is meant; undefined: the cloud's own
 */
function connectToCloud(endpoint, region, account) {
    return makeClient({ region, account }, async (headers, body) => {
        const response = await fetch(endpoint, { method: 'POST', headers, body });
        return { ok: response.ok, status: response.statusText, text: await response.text() };
    });
}
/** The same for a built-in AWS in this process. */
function connectInProcess(answer, region) {
    return makeClient({ region, account: undefined }, (headers, body) => {
        const { status = 0, body: text = '' } = answer({ headers, body: Buffer.from(body) }) ?? {};
        return Promise.resolve({ ok: status === 200, status: String(status), text });
    });
}
function makeClient(scope, send) {
    const call = async (...[service, operation, input]) => {
        const headers = {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `${TARGETS[service]}.${operation}`,
            authorization: authorize(scope, service)
        };
        const { ok, status, text } = await send(headers, JSON.stringify(input));
        // Some operations answer with nothing at all.
        const output = (text === '' ? {} : JSON.parse(text));
        if (ok)
            return output;
        const type = typeof output['__type'] === 'string' ? output['__type'] : 'Unknown';
        const message = output['message'] ?? output['Message'];
        throw new CallError(operation, type.slice(type.indexOf('#') + 1), typeof message === 'string' ? message : status);
    };
    return Object.assign(call, { ask: makeQueries(scope, send) });
}
/** The same for the services that speak the query protocol. */
function makeQueries(scope, send) {
    return async (service, action, form) => {
        const body = new URLSearchParams({ Action: action, Version: VERSIONS[service], ...form });
        const headers = {
            'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
            authorization: authorize(scope, service)
        };
        const { ok, status, text } = await send(headers, body.toString());
        const leaves = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].reverse();
        const values = Object.fromEntries(leaves.map(([, name = '', leaf = '']) => [name, leaf]));
        if (ok)
            return values;
        throw new CallError(action, values['Code'] ?? 'Unknown', values['Message'] ?? status);
    };
}
function authorize({ region, account = 'STAGE' }, service) {
    return `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`;
}


/***/ }),

/***/ 4927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ startCloud)
});

// UNUSED EXPORTS: openCloud

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/emulator/server/decode.js
var decode = __webpack_require__(7585);
;// CONCATENATED MODULE: ./lib/emulator/server/faults.js

const members = {
    /** Share of requests (0 to 1) answered with ThrottlingException. */
    throttle: decode/* number */.ai,
    /** Share answered with the service's 500. */
    serverError: decode/* number */.ai,
    /** Share whose connection is cut before the operation takes effect. */
    reset: decode/* number */.ai,
    /** Share whose connection is cut after the operation took effect: the answer is lost, the change is not. */
    resetAfter: decode/* number */.ai,
    /** Every request is answered with ExpiredTokenException. */
    expired: decode/* boolean */.zM,
    /** IAM actions to deny, `*` as a wildcard: `ecs:ListServiceDeployments`, `ecs:List*`. */
    deny: (0,decode/* list */.p_)(decode/* string */.Yj),
    /** Only these operations (`ecs:UpdateService`, `ecs:*`) meet the rates above; absent: all. */
    only: (0,decode/* list */.p_)(decode/* string */.Yj),
    /** At most so many requests meet a fault by rate; absent: no end. */
    times: decode/* integer */.nd,
    /** For the sequence of chances; the same seed gives the same run. */
    seed: decode/* integer */.nd,
    /** Real milliseconds before every answer. */
    latencyMs: decode/* number */.ai
};
/** Reads a faults document; throws SerializationException where a member has the wrong type. */
const readFaultSettings = (0,decode/* structure */.QK)(members);
/** Decides by a seeded sequence which requests fail, and how. */
class Faults {
    #settings = {};
    #random = seededRandom(1);
    #drawn = 0;
    set(settings) {
        this.#settings = settings;
        this.#random = seededRandom(settings.seed ?? 1);
        this.#drawn = 0;
    }
    get settings() {
        return this.#settings;
    }
    /** The fault of this request, if any. `action` is `service:Operation`. Every call moves the sequence on by one. */
    draw(action) {
        const { only, times } = this.#settings;
        if (only !== undefined && !only.some(pattern => matchesPattern(pattern, action)))
            return undefined;
        if (times !== undefined && this.#drawn >= times)
            return undefined;
        let chance = this.#random();
        for (const kind of ['throttle', 'serverError', 'reset', 'resetAfter']) {
            const rate = this.#settings[kind] ?? 0;
            if (chance < rate) {
                this.#drawn += 1;
                return kind;
            }
            chance -= rate;
        }
        return undefined;
    }
    /** Whether IAM denies this action. */
    denies(action) {
        return (this.#settings.deny ?? []).some(pattern => matchesPattern(pattern, action));
    }
}
/** Whether a text matches a pattern in which `*` stands for anything; letter case does not count, as in IAM. */
function matchesPattern(pattern, text) {
    const expression = pattern
        .split('*')
        .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*');
    return new RegExp(`^${expression}$`, 'is').test(text);
}
/** Numbers in [0, 1) that the seed alone decides (mulberry32). */
function seededRandom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

;// CONCATENATED MODULE: ./lib/emulator/server/request-log.js
const MOST_ENTRIES = 5000;
const MOST_BYTES = 32 * 1024 * 1024;
const SECRET_MEMBERS = /^(webidentitytoken|samlassertion|secretaccesskey|sessiontoken|authorizationtoken|password|secretstring|secretbinary)$/i;
/** The newest requests, bounded in number and in bytes. */
class RequestLog {
    #entries = [];
    #sequence = 0;
    #bytes = 0;
    /** Notes a request; `bytes` is the size of its body, for the bound. */
    note(entry, bytes) {
        this.#sequence += 1;
        this.#entries.push({ entry: { sequence: this.#sequence, ...entry, input: withoutSecrets(entry.input) }, bytes });
        this.#bytes += bytes;
        while (this.#entries.length > MOST_ENTRIES || (this.#bytes > MOST_BYTES && this.#entries.length > 1)) {
            this.#bytes -= this.#entries.shift()?.bytes ?? 0;
        }
    }
    /** The entries after a sequence number (0: all that are kept), oldest first. */
    entries(after = 0) {
        return this.#entries.map(({ entry }) => entry).filter(entry => entry.sequence > after);
    }
    clear() {
        this.#entries.length = 0;
        this.#bytes = 0;
    }
}
function withoutSecrets(value) {
    if (Array.isArray(value))
        return value.map(withoutSecrets);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [
        name,
        SECRET_MEMBERS.test(name) ? '(left out)' : withoutSecrets(member)
    ]));
}

;// CONCATENATED MODULE: ./lib/emulator/autoscaling/module.js
/**
 * Application Auto Scaling, as far as deployers ask it before they set a count: nothing here scales by itself.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html
 */
const autoscaling = {
    name: 'application-autoscaling',
    targetPrefix: 'AnyScaleFrontendService',
    operations: {
        DescribeScalableTargets: () => ({ ScalableTargets: [] }),
        DescribeScalingPolicies: () => ({ ScalingPolicies: [] })
    }
};
const autoscalingModule = { json: [autoscaling] };

// EXTERNAL MODULE: ./lib/emulator/server/protocol.js
var server_protocol = __webpack_require__(4199);
;// CONCATENATED MODULE: ./lib/emulator/server/service.js
/** Joins a decoder and what is done with what it reads. */
function operation(input, run) {
    return (body, context) => run(input(body ?? {}, ''), context);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./lib/emulator/codedeploy/appspec.js



/** Hooks may stand on these lifecycle events of an ECS deployment. */
const HOOK_EVENTS = [
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic'
];
/**
 * Reads the revision of a deployment: an AppSpec in JSON or YAML with the SHA-256 of its bytes.
 *
 * @throws AwsFault RevisionRequiredException or InvalidRevisionException
 */
function readAppSpec(revision) {
    const given = revision?.appSpecContent ?? revision?.string;
    if (revision === undefined)
        throw new server_protocol/* AwsFault */.kU('RevisionRequiredException', 'Revision is required');
    if (!['AppSpecContent', 'String'].includes(revision.revisionType ?? '') || given?.content === undefined) {
        throw invalid(`For ECS deployment, the revision must be AppSpecContent with its content; got ${revision.revisionType ?? 'no revisionType'}. BundleType must be either YAML or JSON`);
    }
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(given.content).digest('hex');
    if (given.sha256 !== undefined && given.sha256.toLowerCase() !== sha256) {
        throw invalid(`The sha256 of the AppSpec content is ${sha256}, not ${given.sha256}`);
    }
    return { appSpec: appspec_decode(parse(given.content)), sha256 };
}
function parse(content) {
    try {
        return (0,js_yaml/* load */.Hh)(content);
    }
    catch (error) {
        throw invalid(`The AppSpec is neither JSON nor YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
    }
}
function appspec_decode(value) {
    const version = member(value, 'version');
    if (version !== 0 && version !== '0.0')
        throw invalid('The version of the AppSpec must be 0.0');
    const resources = member(value, 'Resources');
    if (!Array.isArray(resources) || resources.length !== 1)
        throw invalid('The AppSpec must have exactly one resource');
    const [resource] = Object.values((resources[0] ?? {}));
    if (member(resource, 'Type') !== 'AWS::ECS::Service') {
        throw invalid("The resource of the AppSpec must have the Type 'AWS::ECS::Service'");
    }
    const properties = member(resource, 'Properties');
    const balancer = member(properties, 'LoadBalancerInfo');
    const port = Number(member(balancer, 'ContainerPort'));
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
        throw invalid('LoadBalancerInfo of the AppSpec must have a ContainerPort');
    return {
        taskDefinition: appspec_text(properties, 'TaskDefinition'),
        containerName: appspec_text(balancer, 'ContainerName'),
        containerPort: port,
        platformVersion: member(properties, 'PlatformVersion'),
        network: decodeNetwork(member(properties, 'NetworkConfiguration')),
        capacityProviderStrategy: decodeStrategy(member(properties, 'CapacityProviderStrategy')),
        hooks: decodeHooks(member(value, 'Hooks'))
    };
}
function decodeNetwork(value) {
    const configuration = member(value, 'AwsvpcConfiguration');
    if (configuration === undefined || configuration === null)
        return undefined;
    const assignPublicIp = appspec_text(configuration, 'AssignPublicIp');
    if (assignPublicIp !== 'ENABLED' && assignPublicIp !== 'DISABLED') {
        throw invalid(`AssignPublicIp of the AppSpec must be ENABLED or DISABLED; got ${assignPublicIp}`);
    }
    return {
        subnets: texts(configuration, 'Subnets'),
        securityGroups: texts(configuration, 'SecurityGroups'),
        assignPublicIp
    };
}
function decodeStrategy(value) {
    if (value === undefined || value === null)
        return undefined;
    if (!Array.isArray(value))
        throw invalid('CapacityProviderStrategy of the AppSpec must be a list');
    const strategy = value.map((item) => ({
        capacityProvider: appspec_text(item, 'CapacityProvider'),
        base: Number(member(item, 'Base') ?? 0),
        weight: Number(member(item, 'Weight') ?? 0)
    }));
    const wrong = strategy.find(({ base, weight }) => !isWithin(base, 100_000) || !isWithin(weight, 1000));
    if (wrong !== undefined)
        throw invalid(`The Base or Weight of ${wrong.capacityProvider} is not valid`);
    if (strategy.filter(({ base }) => base > 0).length > 1) {
        throw invalid('Only one capacity provider of the AppSpec can have a Base');
    }
    return strategy;
}
function decodeHooks(value) {
    const hooks = new Map();
    if (value === undefined || value === null)
        return hooks;
    if (!Array.isArray(value))
        throw invalid('Hooks of the AppSpec must be a list');
    for (const [name, target] of value.flatMap((item) => Object.entries((item ?? {})))) {
        const event = HOOK_EVENTS.find(known => known.toLowerCase() === name.toLowerCase());
        if (event === undefined)
            throw invalid(`The AppSpec has a hook for the unknown lifecycle event ${name}`);
        if (typeof target === 'string' && target !== '')
            hooks.set(event, target);
    }
    return hooks;
}
/** A whole number from 0 on (CapacityProviderStrategyItem of ECS's service model). */
function isWithin(value, most) {
    return Number.isInteger(value) && value >= 0 && value <= most;
}
/** Keys count whatever their case. */
function member(value, name) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
function appspec_text(value, name) {
    const found = member(value, name);
    if (typeof found === 'string' && found !== '')
        return found;
    throw invalid(`The AppSpec must have a ${name}`);
}
function texts(value, name) {
    const found = member(value, name);
    if (Array.isArray(found) && found.every(item => typeof item === 'string'))
        return found;
    throw invalid(`${name} of the AppSpec must be a list of names`);
}
function invalid(message) {
    return new server_protocol/* AwsFault */.kU('InvalidRevisionException', message);
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/shapes.js

/** Decoders of the structures that several CodeDeploy operations share; shapes of the CodeDeploy service model. */
const content = (0,decode/* structure */.QK)({ content: decode/* string */.Yj, sha256: decode/* string */.Yj });
const readRevision = (0,decode/* structure */.QK)({
    revisionType: decode/* string */.Yj,
    s3Location: decode/* document */.Al,
    gitHubLocation: decode/* document */.Al,
    string: content,
    appSpecContent: content
});
const readAutoRollback = (0,decode/* structure */.QK)({ enabled: decode/* boolean */.zM, events: (0,decode/* list */.p_)(decode/* string */.Yj) });
const readAlarms = (0,decode/* structure */.QK)({
    enabled: decode/* boolean */.zM,
    ignorePollAlarmFailure: decode/* boolean */.zM,
    alarms: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ name: decode/* string */.Yj }))
});
const route = (0,decode/* structure */.QK)({ listenerArns: (0,decode/* list */.p_)(decode/* string */.Yj) });
const loadBalancerInfo = (0,decode/* structure */.QK)({
    elbInfoList: (0,decode/* list */.p_)(decode/* document */.Al),
    targetGroupInfoList: (0,decode/* list */.p_)(decode/* document */.Al),
    targetGroupPairInfoList: (0,decode/* list */.p_)((0,decode/* structure */.QK)({
        targetGroups: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ name: decode/* string */.Yj })),
        prodTrafficRoute: route,
        testTrafficRoute: route
    }))
});
const blueGreen = (0,decode/* structure */.QK)({
    terminateBlueInstancesOnDeploymentSuccess: (0,decode/* structure */.QK)({ action: decode/* string */.Yj, terminationWaitTimeInMinutes: decode/* integer */.nd }),
    deploymentReadyOption: (0,decode/* structure */.QK)({ actionOnTimeout: decode/* string */.Yj, waitTimeInMinutes: decode/* integer */.nd }),
    greenFleetProvisioningOption: decode/* document */.Al
});
/** What of CreateDeployment has no effect on ECS, and shows again in GetDeployment. */
const keptMembers = {
    ignoreApplicationStopFailures: decode/* boolean */.zM,
    updateOutdatedInstancesOnly: decode/* boolean */.zM,
    fileExistsBehavior: decode/* string */.Yj,
    deploymentMode: decode/* string */.Yj,
    ec2DeploymentOptions: decode/* document */.Al
};
/** What a deployment group is made of, without its names. */
const groupMembers = {
    deploymentConfigName: decode/* string */.Yj,
    serviceRoleArn: decode/* string */.Yj,
    triggerConfigurations: (0,decode/* list */.p_)(decode/* document */.Al),
    alarmConfiguration: readAlarms,
    autoRollbackConfiguration: readAutoRollback,
    outdatedInstancesStrategy: decode/* string */.Yj,
    deploymentStyle: (0,decode/* structure */.QK)({ deploymentType: decode/* string */.Yj, deploymentOption: decode/* string */.Yj }),
    blueGreenDeploymentConfiguration: blueGreen,
    loadBalancerInfo,
    ecsServices: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ serviceName: decode/* string */.Yj, clusterName: decode/* string */.Yj })),
    terminationHookEnabled: decode/* boolean */.zM,
    ec2TagFilters: (0,decode/* list */.p_)(decode/* document */.Al),
    ec2TagSet: decode/* document */.Al,
    onPremisesInstanceTagFilters: (0,decode/* list */.p_)(decode/* document */.Al),
    onPremisesTagSet: decode/* document */.Al,
    autoScalingGroups: (0,decode/* list */.p_)(decode/* string */.Yj),
    ec2DeploymentOptions: decode/* document */.Al
};

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/config-records.js

const DEFAULT_CONFIG = 'CodeDeployDefault.ECSAllAtOnce';
/** The configurations for ECS that CodeDeploy brings along. */
const PREDEFINED_CONFIGS = [
    predefine(DEFAULT_CONFIG, { type: 'AllAtOnce' }),
    predefine('CodeDeployDefault.ECSLinear10PercentEvery1Minutes', linear(10, 1)),
    predefine('CodeDeployDefault.ECSLinear10PercentEvery3Minutes', linear(10, 3)),
    predefine('CodeDeployDefault.ECSCanary10Percent5Minutes', canary(10, 5)),
    predefine('CodeDeployDefault.ECSCanary10Percent15Minutes', canary(10, 15))
];
/** The production weights of the new tasks, one after the other, with the virtual milliseconds that each stays. The last is 100 and stays. */
function planShift(routing) {
    switch (routing.type) {
        case 'AllAtOnce':
            return [{ weight: 100, hold: 0 }];
        case 'TimeBasedCanary': {
            const { canaryPercentage, canaryInterval } = routing.timeBasedCanary;
            return [
                { weight: canaryPercentage, hold: canaryInterval * 60_000 },
                { weight: 100, hold: 0 }
            ];
        }
        case 'TimeBasedLinear': {
            const { linearPercentage, linearInterval } = routing.timeBasedLinear;
            const steps = Math.ceil(100 / linearPercentage);
            return Array.from({ length: steps }, (_, index) => ({
                weight: Math.min(100, (index + 1) * linearPercentage),
                hold: index === steps - 1 ? 0 : linearInterval * 60_000
            }));
        }
    }
}
function predefine(name, routing) {
    return { id: (0,external_node_crypto_.randomUUID)(), name, createTime: undefined, routing };
}
function linear(linearPercentage, linearInterval) {
    return { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } };
}
function canary(canaryPercentage, canaryInterval) {
    return { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } };
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/state.js


const ENDED = ['Succeeded', 'Failed', 'Stopped'];
/** The key of CodeDeploy's part: `region.part(CODEDEPLOY)`. */
const CODEDEPLOY = {
    create: () => ({
        applications: new Map(),
        deployments: new Map(),
        configs: new Map(PREDEFINED_CONFIGS.map(config => [config.name, config]))
    })
};
const NAME = /^[a-zA-Z0-9._+=,@-]{1,100}$/;
/** @throws AwsFault `<What>NameRequiredException` or `Invalid<What>NameException` */
function checkName(what, name) {
    if (name === undefined || name === '') {
        throw new server_protocol/* AwsFault */.kU(`${what}NameRequiredException`, `The ${what} name is required`);
    }
    if (!NAME.test(name))
        throw new server_protocol/* AwsFault */.kU(`Invalid${what}NameException`, `The ${what} name '${name}' is not valid`);
    return name;
}
/** @throws AwsFault ApplicationDoesNotExistException */
function getApplication(region, name) {
    const checked = checkName('Application', name);
    const found = region.part(CODEDEPLOY).applications.get(checked);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('ApplicationDoesNotExistException', `No application found for name: ${checked}`);
}
/** @throws AwsFault DeploymentGroupDoesNotExistException */
function getGroup(application, name) {
    const checked = checkName('DeploymentGroup', name);
    const found = application.groups.get(checked);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${checked}`);
}
/** @throws AwsFault DeploymentConfigDoesNotExistException */
function getConfig(region, name) {
    const checked = checkName('DeploymentConfig', name);
    const found = region.part(CODEDEPLOY).configs.get(checked);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('DeploymentConfigDoesNotExistException', `No Deployment Configuration found for name: ${checked}`);
}
/** @throws AwsFault DeploymentIdRequiredException, InvalidDeploymentIdException or DeploymentDoesNotExistException */
function getDeployment(region, id) {
    if (id === undefined || id === '')
        throw new server_protocol/* AwsFault */.kU('DeploymentIdRequiredException', 'Deployment ID is required');
    if (!/^d-[A-Z0-9]{9}$/.test(id)) {
        throw new server_protocol/* AwsFault */.kU('InvalidDeploymentIdException', `The deployment ID ${id} is not valid`);
    }
    const found = region.part(CODEDEPLOY).deployments.get(id);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
}
/** The deployment of a group that has not ended, if there is one. */
function findActive(region, group) {
    return [...region.part(CODEDEPLOY).deployments.values()].find(each => each.group === group && !ENDED.includes(each.status));
}
/** Lists here are never cut into pages, so no token was ever given out. */
function refuseToken(nextToken) {
    if (nextToken !== undefined)
        throw new server_protocol/* AwsFault */.kU('InvalidNextTokenException', 'The next token is not valid');
}

;// CONCATENATED MODULE: ./lib/emulator/server/arn.js
/** The parts of an ARN that an operation is given; those that it lacks are empty. */
function splitArn(arn) {
    const [, partition = '', , region = '', account = '', ...resource] = arn.split(':');
    return { partition, region, account, resource: resource.join(':') };
}
/** The last part of an ARN or a plain name. */
function shortName(nameOrArn) {
    return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/tags.js





const readTags = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj }));
/** By the ARN of what carries them. */
const TAGS = { create: () => new Map() };
const applicationArn = (region, application) => region.arn('codedeploy', `application:${application}`);
const groupArn = (region, application, group) => region.arn('codedeploy', `deploymentgroup:${application}/${group}`);
/** Puts tags on an application or a deployment group. Throws InvalidTagsToAddException. */
function addTags(region, arn, tags) {
    if (tags.some(({ Key: key = '' }) => key === '' || key.startsWith('aws:'))) {
        throw new server_protocol/* AwsFault */.kU('InvalidTagsToAddException', 'A tag needs a key, which must not begin with aws:');
    }
    const known = region.part(TAGS).get(arn) ?? new Map();
    for (const { Key: key = '', Value: value = '' } of tags)
        known.set(key, value);
    region.part(TAGS).set(arn, known);
}
/** Forgets the tags of what is deleted, and of all that it held. */
function forgetTags(region, arn) {
    const groups = `${arn.replace(':application:', ':deploymentgroup:')}/`;
    const tags = region.part(TAGS);
    for (const each of [...tags.keys()])
        if (each === arn || each.startsWith(groups))
            tags.delete(each);
}
/** Throws where an ARN is none of an application or deployment group that is there. */
function check(region, arn = '') {
    const { resource } = splitArn(arn);
    const [kind, name = ''] = resource.split(':');
    if (!arn.startsWith('arn:') || !arn.includes(':codedeploy:')) {
        throw new server_protocol/* AwsFault */.kU('InvalidArnException', `The ARN ${arn} is not valid`);
    }
    if (kind !== 'application' && kind !== 'deploymentgroup') {
        throw new server_protocol/* AwsFault */.kU('ArnNotSupportedException', `The ARN ${arn} is not of an application or a deployment group`);
    }
    const [application, group] = name.split('/');
    const found = getApplication(region, application);
    if (kind === 'deploymentgroup')
        getGroup(found, group);
    return arn;
}
function need(values = []) {
    if (values.length === 0)
        throw new server_protocol/* AwsFault */.kU('TagRequiredException', 'Tags are required');
    return values;
}
const tagOperations = {
    ListTagsForResource: operation((0,decode/* structure */.QK)({ ResourceArn: decode/* string */.Yj, NextToken: decode/* string */.Yj }), (input, { region }) => {
        refuseToken(input.NextToken);
        const tags = region.part(TAGS).get(check(region, input.ResourceArn)) ?? new Map();
        return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
    }),
    TagResource: operation((0,decode/* structure */.QK)({ ResourceArn: decode/* string */.Yj, Tags: readTags }), (input, { region }) => {
        addTags(region, check(region, input.ResourceArn), need(input.Tags));
        return {};
    }),
    UntagResource: operation((0,decode/* structure */.QK)({ ResourceArn: decode/* string */.Yj, TagKeys: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
        const tags = region.part(TAGS).get(check(region, input.ResourceArn));
        for (const key of need(input.TagKeys))
            tags?.delete(key);
        return {};
    })
};

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/applications.js







const MOST_BATCH = 100;
const named = { applicationName: decode/* string */.Yj };
function describe(application) {
    return {
        applicationId: application.id,
        applicationName: application.name,
        createTime: (0,server_protocol/* toEpochSeconds */.mL)(application.createTime),
        linkedToGitHub: false,
        computePlatform: application.platform
    };
}
/** Notes a revision of an application; one with the same content is the same revision. */
function registerRevision(application, revision, sha256, now) {
    const known = application.revisions.get(sha256);
    if (known !== undefined)
        return known;
    const record = {
        revision: {
            ...revision,
            appSpecContent: { content: (revision.appSpecContent ?? revision.string)?.content, sha256 }
        },
        registerTime: now,
        description: undefined,
        firstUsedTime: undefined,
        lastUsedTime: undefined,
        deploymentGroups: new Set()
    };
    application.revisions.set(sha256, record);
    return record;
}
function refuseBusy(region, application) {
    for (const group of application.groups.values()) {
        const active = findActive(region, group);
        if (active === undefined)
            continue;
        throw new server_protocol/* AwsFault */.kU('InvalidApplicationNameException', `The application ${application.name} has the active deployment ${active.id}`);
    }
}
/** The operations on applications and their revisions. */
const applicationOperations = {
    CreateApplication: operation((0,decode/* structure */.QK)({ ...named, computePlatform: decode/* string */.Yj, tags: readTags }), (input, context) => {
        const name = checkName('Application', input.applicationName);
        const { applications } = context.region.part(CODEDEPLOY);
        const platform = input.computePlatform ?? 'Server';
        if (applications.has(name)) {
            throw new server_protocol/* AwsFault */.kU('ApplicationAlreadyExistsException', `Application already exists with the name: ${name}`);
        }
        addTags(context.region, applicationArn(context.region, name), input.tags ?? []);
        const id = (0,server_protocol/* newUuid */.YG)();
        applications.set(name, { id, name, platform, createTime: context.now, groups: new Map(), revisions: new Map() });
        return { applicationId: id };
    }),
    GetApplication: operation((0,decode/* structure */.QK)(named), (input, context) => ({
        application: describe(getApplication(context.region, input.applicationName))
    })),
    BatchGetApplications: operation((0,decode/* structure */.QK)({ applicationNames: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const names = input.applicationNames ?? [];
        if (names.length === 0)
            throw new server_protocol/* AwsFault */.kU('ApplicationNameRequiredException', 'The Application name is required');
        if (names.length > MOST_BATCH) {
            throw new server_protocol/* AwsFault */.kU('BatchLimitExceededException', `At most ${MOST_BATCH} applications can be asked for at once`);
        }
        return { applicationsInfo: names.map(name => describe(getApplication(context.region, name))) };
    }),
    ListApplications: operation((0,decode/* structure */.QK)({ nextToken: decode/* string */.Yj }), (input, context) => {
        refuseToken(input.nextToken);
        return { applications: [...context.region.part(CODEDEPLOY).applications.keys()].sort() };
    }),
    DeleteApplication: operation((0,decode/* structure */.QK)(named), (input, context) => {
        const name = checkName('Application', input.applicationName);
        const { applications } = context.region.part(CODEDEPLOY);
        const application = applications.get(name);
        if (application !== undefined)
            refuseBusy(context.region, application);
        applications.delete(name);
        forgetTags(context.region, applicationArn(context.region, name));
        return undefined;
    }),
    RegisterApplicationRevision: operation((0,decode/* structure */.QK)({ ...named, description: decode/* string */.Yj, revision: readRevision }), (input, context) => {
        const application = getApplication(context.region, input.applicationName);
        const { sha256 } = readAppSpec(input.revision);
        registerRevision(application, input.revision ?? {}, sha256, context.now).description = input.description;
        return undefined;
    }),
    GetApplicationRevision: operation((0,decode/* structure */.QK)({ ...named, revision: readRevision }), (input, context) => {
        const application = getApplication(context.region, input.applicationName);
        const found = findRevision(application, input.revision ?? {});
        if (found === undefined) {
            throw new server_protocol/* AwsFault */.kU('RevisionDoesNotExistException', 'No application revision found for the given revision');
        }
        return { applicationName: application.name, revision: found.revision, revisionInfo: describeRevision(found) };
    }),
    ListApplicationRevisions: operation((0,decode/* structure */.QK)({
        ...named,
        sortBy: decode/* string */.Yj,
        sortOrder: decode/* string */.Yj,
        s3Bucket: decode/* string */.Yj,
        s3KeyPrefix: decode/* string */.Yj,
        deployed: decode/* string */.Yj,
        nextToken: decode/* string */.Yj
    }), (input, context) => {
        refuseToken(input.nextToken);
        const application = getApplication(context.region, input.applicationName);
        if (input.s3KeyPrefix !== undefined && input.s3Bucket === undefined) {
            throw new server_protocol/* AwsFault */.kU('BucketNameFilterRequiredException', 'A bucket name is required, but was not provided.');
        }
        // Revisions in S3 are for other platforms than ECS.
        const all = input.s3Bucket === undefined ? [...application.revisions.values()] : [];
        const { deployed = 'ignore', sortBy, sortOrder } = input;
        const found = all.filter(({ firstUsedTime }) => deployed === 'ignore' || (deployed === 'include') === (firstUsedTime !== undefined));
        const timeOf = (record) => (sortBy === 'registerTime' || sortBy === 'firstUsedTime' || sortBy === 'lastUsedTime'
            ? record[sortBy]
            : undefined) ?? 0;
        found.sort((one, other) => timeOf(one) - timeOf(other));
        if (sortOrder === 'descending')
            found.reverse();
        return { revisions: found.map(({ revision }) => revision) };
    }),
    BatchGetApplicationRevisions: operation((0,decode/* structure */.QK)({ ...named, revisions: (0,decode/* list */.p_)(readRevision) }), (input, context) => {
        const application = getApplication(context.region, input.applicationName);
        const { revisions = [] } = input;
        if (revisions.length === 0)
            throw new server_protocol/* AwsFault */.kU('RevisionRequiredException', 'Revision is required');
        const found = revisions.map(revision => findRevision(application, revision));
        return {
            applicationName: application.name,
            errorMessage: found.includes(undefined) ? 'No application revision found for some of the revisions' : undefined,
            revisions: found.flatMap(record => record === undefined ? [] : { revisionLocation: record.revision, genericRevisionInfo: describeRevision(record) })
        };
    })
};
function findRevision(application, revision) {
    const given = revision.appSpecContent ?? revision.string;
    return application.revisions.get((given?.sha256 ?? '').toLowerCase());
}
function describeRevision(record) {
    const toSeconds = (time) => time === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(time);
    return {
        description: record.description,
        deploymentGroups: [...record.deploymentGroups],
        firstUsedTime: toSeconds(record.firstUsedTime),
        lastUsedTime: toSeconds(record.lastUsedTime),
        registerTime: (0,server_protocol/* toEpochSeconds */.mL)(record.registerTime)
    };
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/configs.js




const readRouting = (0,decode/* structure */.QK)({
    type: decode/* string */.Yj,
    timeBasedCanary: (0,decode/* structure */.QK)({ canaryPercentage: decode/* integer */.nd, canaryInterval: decode/* integer */.nd }),
    timeBasedLinear: (0,decode/* structure */.QK)({ linearPercentage: decode/* integer */.nd, linearInterval: decode/* integer */.nd })
});
/** CodeDeploy takes shares of 1 to 99 per cent, and steps of at least a minute. */
function isStep(percentage, interval) {
    return percentage !== undefined && percentage >= 1 && percentage <= 99 && interval !== undefined && interval >= 1;
}
function decodeRouting(input) {
    const { type = 'AllAtOnce', timeBasedCanary, timeBasedLinear } = input ?? {};
    if (type === 'AllAtOnce')
        return { type };
    const { canaryPercentage = 0, canaryInterval = 0 } = timeBasedCanary ?? {};
    if (type === 'TimeBasedCanary' && isStep(canaryPercentage, canaryInterval)) {
        return { type, timeBasedCanary: { canaryPercentage, canaryInterval } };
    }
    const { linearPercentage = 0, linearInterval = 0 } = timeBasedLinear ?? {};
    if (type === 'TimeBasedLinear' && isStep(linearPercentage, linearInterval)) {
        return { type, timeBasedLinear: { linearPercentage, linearInterval } };
    }
    throw new server_protocol/* AwsFault */.kU('InvalidTrafficRoutingConfigurationException', `The traffic routing configuration of type '${type}' needs a percentage of 1 to 99 and an interval of at least 1 minute`);
}
/** The operations on deployment configurations; only those for ECS are known. */
const configOperations = {
    CreateDeploymentConfig: operation((0,decode/* structure */.QK)({
        deploymentConfigName: decode/* string */.Yj,
        computePlatform: decode/* string */.Yj,
        trafficRoutingConfig: readRouting,
        minimumHealthyHosts: decode/* document */.Al,
        zonalConfig: decode/* document */.Al
    }), (input, context) => {
        const name = checkName('DeploymentConfig', input.deploymentConfigName);
        const { configs } = context.region.part(CODEDEPLOY);
        if (name.startsWith('CodeDeployDefault.')) {
            throw new server_protocol/* AwsFault */.kU('InvalidDeploymentConfigNameException', 'The prefix CodeDeployDefault. is reserved');
        }
        if (input.computePlatform !== 'ECS') {
            throw new server_protocol/* AwsFault */.kU('InvalidComputePlatformException', 'The built-in AWS takes the compute platform ECS only');
        }
        if (input.minimumHealthyHosts !== undefined) {
            throw new server_protocol/* AwsFault */.kU('InvalidMinimumHealthyHostValueException', 'The minimum healthy hosts can not be specified for the compute platform ECS');
        }
        if (input.zonalConfig !== undefined) {
            throw new server_protocol/* AwsFault */.kU('InvalidZonalDeploymentConfigurationException', 'The zonal configuration can not be specified for the compute platform ECS');
        }
        if (configs.has(name)) {
            throw new server_protocol/* AwsFault */.kU('DeploymentConfigAlreadyExistsException', `Deployment Configuration already exists: ${name}`);
        }
        const id = (0,server_protocol/* newUuid */.YG)();
        configs.set(name, { id, name, createTime: context.now, routing: decodeRouting(input.trafficRoutingConfig) });
        return { deploymentConfigId: id };
    }),
    GetDeploymentConfig: operation((0,decode/* structure */.QK)({ deploymentConfigName: decode/* string */.Yj }), (input, context) => {
        const { id, name, createTime, routing } = getConfig(context.region, input.deploymentConfigName);
        return {
            deploymentConfigInfo: {
                deploymentConfigId: id,
                deploymentConfigName: name,
                createTime: createTime === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(createTime),
                computePlatform: 'ECS',
                trafficRoutingConfig: routing
            }
        };
    }),
    ListDeploymentConfigs: operation((0,decode/* structure */.QK)({ nextToken: decode/* string */.Yj }), (input, context) => {
        refuseToken(input.nextToken);
        return { deploymentConfigsList: [...context.region.part(CODEDEPLOY).configs.keys()] };
    }),
    DeleteDeploymentConfig: operation((0,decode/* structure */.QK)({ deploymentConfigName: decode/* string */.Yj }), (input, context) => {
        const name = checkName('DeploymentConfig', input.deploymentConfigName);
        if (name.startsWith('CodeDeployDefault.')) {
            throw new server_protocol/* AwsFault */.kU('InvalidOperationException', 'A predefined deployment configuration cannot be deleted');
        }
        const { applications, configs } = context.region.part(CODEDEPLOY);
        const groups = [...applications.values()].flatMap(application => [...application.groups.values()]);
        if (groups.some(group => group.settings.deploymentConfigName === name)) {
            throw new server_protocol/* AwsFault */.kU('DeploymentConfigInUseException', `The deployment configuration ${name} is in use`);
        }
        configs.delete(name);
        return undefined;
    })
};

;// CONCATENATED MODULE: ./lib/emulator/server/scenarios.js



/** How a task behaves, by the container environment variable SLIPWAY_REHEARSAL or by a scenario. */
const BEHAVIOURS = [
    'good',
    'crash',
    'cannot-pull',
    'no-capacity',
    'unhealthy',
    'hang',
    'out-of-memory',
    'exit-later',
    'network-timeout',
    'answers-nothing',
    'answers-reset',
    'answers-on-and-off'
];
const task = {
    /** The family to match, `*` as a wildcard; absent: any. */
    family: decode/* string */.Yj,
    /** Matched against every container's image; absent: any. */
    image: decode/* string */.Yj,
    behaviour: decode/* string */.Yj,
    /** Lines that the container writes before it ends. */
    log: (0,decode/* list */.p_)(decode/* string */.Yj),
    /** Of the container that ends; also makes a `good` task of RunTask end with it. */
    exitCode: decode/* integer */.nd,
    /** Only the first so many tasks that match behave so; absent: all. */
    times: decode/* integer */.nd,
    /** Virtual seconds between RUNNING and the end: of a crash (default 3), of `exit-later` (default 60), of a RunTask task (default 8). */
    afterSeconds: decode/* number */.ai,
    /** Virtual seconds between RUNNING and the moment from which a `good` task answers its health checks (default: 5); when they see it, their own settings say. */
    readyAfterSeconds: decode/* number */.ai,
    /** Virtual seconds between RUNNING and the first sign of health of a `good` task, whatever its health checks (default: as they are set). */
    healthyAfterSeconds: decode/* number */.ai,
    /** Virtual seconds from SIGTERM to the end of the containers, when the task is stopped (default 3). */
    stopSeconds: decode/* number */.ai,
    /** In place of the stop code of a task that ends by itself, as `SpotInterruption`. */
    stopCode: decode/* string */.Yj,
    /** In place of the stopped reason of a task that ends by itself. */
    stoppedReason: decode/* string */.Yj
};
const alarm = {
    /** The service's name, `*` as a wildcard; absent: any. */
    service: decode/* string */.Yj,
    /** The alarm's name, as in the service's or deployment group's alarm configuration. */
    alarm: decode/* string */.Yj,
    /** Virtual seconds after the deployment's start at which it goes to ALARM (default 20). */
    afterSeconds: decode/* number */.ai
};
const hook = {
    service: decode/* string */.Yj,
    /** The lifecycle stage or event whose hook fails. */
    stage: decode/* string */.Yj
};
/** What the second actor may do; each is one or two calls of AWS's API, but `alarm`, which is CloudWatch's doing. */
const MOVES = [
    'deploy',
    'deploy-same-revision',
    'force-new-deployment',
    'roll-back',
    'stop-service-deployment',
    'abort-service-deployment',
    'deregister-task-definition',
    'scale',
    'delete-service',
    'update-deployment-configuration',
    'alarm',
    'stop-deployment',
    'stop-and-roll-back-deployment',
    'continue-deployment',
    'end-termination-wait',
    'run-task',
    'stop-task'
];
const move = {
    /** One of MOVES. */
    move: decode/* string */.Yj,
    /** Made right before this request, as IAM names its action: `ecs:UpdateService`, `*` for any. */
    before: decode/* string */.Yj,
    /** Likewise, right after it took effect. */
    after: decode/* string */.Yj,
    /** Before or after the how manieth request of that name, counted since the document was set; default 1. */
    occurrence: decode/* integer */.nd,
    /** Default: that of the request. */
    region: decode/* string */.Yj,
    cluster: decode/* string */.Yj,
    service: decode/* string */.Yj,
    /** For `scale`; default 3. */
    desiredCount: decode/* integer */.nd,
    /** For `update-deployment-configuration`; default: the circuit breaker off. */
    deploymentConfiguration: decode/* document */.Al,
    /** For `alarm`: its name. */
    alarm: decode/* string */.Yj,
    /** For `deploy`: what its tasks do; default `good`. */
    behaviour: decode/* string */.Yj,
    /** The ARN of who makes it; default: a user of the account. */
    principal: decode/* string */.Yj
};
const deployments = {
    /** Virtual seconds between the failure of a deployment and the rollback that ECS begins (default 0). */
    rollbackAfterSeconds: decode/* number */.ai,
    /** Virtual seconds between an early success and the removal of the old tasks that `DEFERRED` leaves for later (default 10). */
    cleanupAfterSeconds: decode/* number */.ai,
    /** Whether the circuit breaker acts on BLUE_GREEN, LINEAR and CANARY too (default true): AWS's pages disagree on it. */
    breakerInNativeStrategies: decode/* boolean */.zM
};
const NO_SCENARIOS = { tasks: [], alarms: [], hooks: [], deployments: {}, moves: [], document: {} };
const readLists = (0,decode/* structure */.QK)({
    tasks: (0,decode/* list */.p_)((0,decode/* structure */.QK)(task)),
    alarms: (0,decode/* list */.p_)((0,decode/* structure */.QK)(alarm)),
    hooks: (0,decode/* list */.p_)((0,decode/* structure */.QK)(hook)),
    deployments: (0,decode/* structure */.QK)(deployments),
    moves: (0,decode/* list */.p_)((0,decode/* structure */.QK)(move))
});
/** Reads a scenarios document; throws SerializationException for a wrong type, ValidationException for an unknown behaviour. */
function readScenarios(value) {
    if (!(0,decode/* isStructure */.ip)(value))
        throw new server_protocol/* AwsFault */.kU('SerializationException', 'Scenarios: got no structure, expected {tasks, alarms, hooks, deployments, moves}');
    const read = readLists(value, '');
    return {
        tasks: (read.tasks ?? []).map(each => ({ ...each, behaviour: readBehaviour(each.behaviour ?? 'good') })),
        alarms: read.alarms ?? [],
        hooks: read.hooks ?? [],
        deployments: read.deployments ?? {},
        moves: (read.moves ?? []).map(each => ({ ...each, move: readMove(each.move) })),
        document: value
    };
}
/** A behaviour by its name; throws ValidationException for another word. */
function readBehaviour(word) {
    const found = BEHAVIOURS.find(behaviour => behaviour === word);
    if (found !== undefined)
        return found;
    const [, status] = /^answers-([2-5]\d\d)$/.exec(word) ?? [];
    if (status !== undefined)
        return `answers-${Number(status)}`;
    throw new server_protocol/* AwsFault */.kU('ValidationException', `The behaviour '${word}' is not known. Known are: ${BEHAVIOURS.join(', ')} and answers-STATUS, as answers-500.`);
}
function readMove(word) {
    const found = MOVES.find(name => name === word);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('ValidationException', `The move '${word ?? ''}' is not known. Known are: ${MOVES.join(', ')}.`);
}
/** Whether a scenario's optional pattern covers a name. */
function covers(pattern, name) {
    return pattern === undefined || matchesPattern(pattern, name);
}

// EXTERNAL MODULE: ./lib/emulator/elb/state.js
var state = __webpack_require__(8532);
;// CONCATENATED MODULE: ./lib/emulator/elb/shifts.js

/**
 * Shifts traffic as CodeDeploy does: in each rule of the listener that forwards to one of these target groups, they get these weights.
 *
 * @param weights by the target group's name
 */
function shiftForwards(region, listenerArn, weights) {
    const { listeners, groups } = region.part(state/* BALANCING */.GU);
    const shifted = new Map([...groups.values()].flatMap(({ arn, name }) => {
        const weight = weights.get(name);
        return weight === undefined ? [] : [[arn, weight]];
    }));
    for (const rule of listeners.get(listenerArn)?.rules ?? [])
        shiftRule(rule, shifted);
}
/**
 * Shifts traffic as ECS does, which is told the rule, or for a Network Load Balancer the listener. A rule that Elastic Load Balancing does not
 * have here is not looked at.
 *
 * @param weights by the target group's ARN
 */
function shiftRuleTo(region, ruleOrListenerArn, weights) {
    const { listeners } = region.part(state/* BALANCING */.GU);
    const rules = [...listeners.values()].flatMap(listener => listener.rules);
    const rule = rules.find(({ arn }) => arn === ruleOrListenerArn) ?? listeners.get(ruleOrListenerArn)?.rules[0];
    if (rule !== undefined)
        shiftRule(rule, weights);
}
function shiftRule(rule, weights) {
    if (!rule.forwards.some(({ arn }) => weights.has(arn)))
        return;
    rule.forwards = [...weights].map(([arn, weight]) => ({ arn, weight }));
}
/** The names of the target groups that a listener sends traffic to; undefined where there is no such listener. */
function listTrafficOf(region, listenerArn) {
    const { listeners, groups } = region.part(state/* BALANCING */.GU);
    return listeners
        .get(listenerArn)
        ?.rules.flatMap(({ forwards }) => forwards)
        .filter(({ weight }) => weight !== 0)
        .flatMap(({ arn }) => groups.get(arn)?.name ?? []);
}
/** The ARN of a target group by its name; undefined where there is none. */
function findTargetGroupArn(region, name) {
    return [...region.part(state/* BALANCING */.GU).groups.values()].find(group => group.name === name)?.arn;
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/state.js


/** The enum TaskStopCode of the service model. */
const STOP_CODES = [
    'TaskFailedToStart',
    'EssentialContainerExited',
    'UserInitiated',
    'ServiceSchedulerInitiated',
    'SpotInterruption',
    'TerminationNotice',
    'InfrastructureHealth'
];
/** The key of ECS's part: `region.part(ECS)`. */
const ECS = {
    create: () => ({
        capacityProviders: new Map(),
        clusters: new Map(),
        families: new Map(),
        accountSettings: new Map(),
        runTokens: new Map()
    })
};
/** Finds a cluster by name or ARN (default: `default`); throws ClusterNotFoundException. */
function findCluster(region, nameOrArn) {
    const cluster = region.part(ECS).clusters.get(shortName(nameOrArn ?? 'default'));
    if (cluster?.status !== 'ACTIVE')
        throw new server_protocol/* AwsFault */.kU('ClusterNotFoundException', 'Cluster not found.');
    return cluster;
}
/** Finds a service by name or ARN in a cluster; undefined where there is none. */
function lookUpService(cluster, nameOrArn) {
    const service = cluster.services.get(shortName(nameOrArn));
    return nameOrArn.startsWith('arn:') && service?.arn !== nameOrArn && !isShortArnOf(service, nameOrArn)
        ? undefined
        : service;
}
/** The old ARN format: `service/<name>` without the cluster. */
function isShortArnOf(service, arn) {
    return service !== undefined && arn.endsWith(`:service/${service.name}`);
}
/** Finds a service that is ACTIVE; throws ServiceNotFoundException or ServiceNotActiveException. */
function findService(region, cluster, nameOrArn) {
    const service = lookUpService(findCluster(region, cluster), nameOrArn);
    if (service === undefined)
        throw new server_protocol/* AwsFault */.kU('ServiceNotFoundException', 'Service not found.');
    if (service.status !== 'ACTIVE')
        throw new server_protocol/* AwsFault */.kU('ServiceNotActiveException', 'Service was not ACTIVE.');
    return service;
}
/** All revisions of `family`, oldest first. */
function revisionsOf(region, family) {
    return region.part(ECS).families.get(family) ?? [];
}
/**
 * Finds a task definition by `family`, `family:revision` or ARN: without a revision the newest that is ACTIVE.
 * Throws ClientException with ECS's own sentence.
 */
function findTaskDefinition(region, reference) {
    const name = reference.startsWith('arn:') ? shortName(reference) : reference;
    const [family = '', revision, more] = name.split(':');
    if (more !== undefined || !/^[A-Za-z0-9_-]{1,255}$/.test(family)) {
        throw new server_protocol/* AwsFault */.kU('ClientException', `Invalid task definition: '${reference}'.`);
    }
    if (revision !== undefined && !/^[1-9]\d{0,9}$/.test(revision)) {
        throw new server_protocol/* AwsFault */.kU('ClientException', `Invalid revision number. Number: ${revision}`);
    }
    const revisions = revisionsOf(region, family);
    const found = revision === undefined
        ? revisions.findLast(each => each.status === 'ACTIVE')
        : revisions.find(each => each.revision === Number(revision));
    if (found === undefined)
        throw new server_protocol/* AwsFault */.kU('ClientException', 'Unable to describe task definition.');
    return found;
}
/** How many tasks the service is to have now. */
function desiredCountOf(service) {
    if (service.status !== 'ACTIVE')
        return 0;
    // A daemon runs once on every container instance; the stage has one.
    return service.schedulingStrategy === 'DAEMON' ? 1 : service.desiredCount;
}
/** Tasks of an owner that are meant to run. */
function activeTasks(service, owner) {
    return ownedTasks(service, owner).filter(task => task.desiredStatus === 'RUNNING');
}
/** Tasks of an owner that have not come to their end. */
function livingTasks(service, owner) {
    return ownedTasks(service, owner).filter(task => task.lastStatus !== 'STOPPED');
}
function ownedTasks(service, owner) {
    return [...service.cluster.tasks.values()].filter(task => task.owner === owner.id);
}
/** How many tasks of an owner run and how many are on their way there. */
function countTasks(service, owner) {
    const tasks = livingTasks(service, owner);
    return {
        running: tasks.filter(task => task.lastStatus === 'RUNNING').length,
        pending: tasks.filter(task => ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(task.lastStatus)).length,
        inService: tasks.filter(task => task.inService && task.desiredStatus === 'RUNNING').length
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/timings.js
/**
 * How long things take, in virtual milliseconds: the usual of the real service, on the short side where people only wait.
 * A good rollout of two tasks behind a load balancer comes to 60 to 90 s.
 */
/** A service deployment shows in ListServiceDeployments this long after UpdateService. */
const LIST_LAG = 3_000;
/** The scheduler acts this long after a change. */
const SCHEDULING = 2_000;
/** Between two looks of the scheduler when there is nothing else to wake it. */
const RETRY = 10_000;
/** PROVISIONING on Fargate: the network interface; on other launch types there is next to nothing to do. */
const PROVISIONING_FARGATE = 8_000;
const PROVISIONING_OTHER = 1_000;
const BEFORE_PULL = 2_000;
const PULL = 7_000;
const CONTAINER_START = 3_000;
/** From RUNNING to the first sign of health. */
const SETTLE_PLAIN = 5_000;
/** Behind a target group that is none of this AWS; else its settings and those of the health checks say it (task-times.ts). */
const SETTLE_TARGET = 20_000;
/** From RUNNING to the scheduler's verdict that the health checks fail. */
const UNHEALTHY_AFTER = 30_000;
/** From RUNNING to a crash or an out-of-memory kill. */
const CRASH_AFTER = 3_000;
/** Old tasks that an early success left for later are removed so long after it. */
const DEFERRED_CLEANUP = 10_000;
/** From RUNNING to the end of a task that runs well and ends all the same. */
const EXIT_LATER = 60_000;
/** How long ECS waits for a network interface that does not come. */
const NETWORK_TIMEOUT = 20_000;
/** How long a task of RunTask works before it ends by itself. */
const RUN_TASK = 8_000;
/** Likewise. */
const DRAINING = 10_000;
const STOPPING = 3_000;
const DEPROVISIONING = 4_000;
/** From the last change of a deployment's tasks to the steady state. */
const STEADY = 3_000;
/** Stopped tasks can be described for an hour. */
const STOPPED_TASK_LIFE = 3_600_000;
/** A stage of a native blue/green deployment that has nothing to do. */
const STAGE = 2_000;
const TRAFFIC_SHIFT = 4_000;
const LAMBDA_HOOK = 3_000;
/** An alarm of a scenario goes off this long after the deployment's start, where the scenario does not say. */
const ALARM_AFTER = 20_000;

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-sets.js





/** Adds a task set to a service with controller CODE_DEPLOY or EXTERNAL; its tasks start at once. Watch `stabilityStatus` and `failedTasks`. */
function createTaskSet(service, request) {
    const { region } = service;
    const now = region.timeline.now();
    const id = `ecs-svc/${(0,server_protocol/* newNumericId */.zp)()}`;
    const taskSet = {
        id,
        arn: region.arn('ecs', `task-set/${service.cluster.name}/${service.name}/${id}`),
        taskDefinition: request.taskDefinition,
        launch: {
            ...(0,decode/* withoutMembers */.YG)(service.launch, request.launchType === undefined ? '' : 'capacityProviderStrategy'),
            ...withoutUndefined({
                loadBalancers: request.loadBalancers,
                networkConfiguration: request.networkConfiguration,
                platformVersion: request.platformVersion,
                launchType: request.launchType,
                capacityProviderStrategy: request.capacityProviderStrategy
            })
        },
        usesAlternates: false,
        createdAt: now,
        updatedAt: now,
        wanted: 0,
        failedTasks: 0,
        launchAfter: 0,
        status: request.status ?? 'ACTIVE',
        startedBy: request.startedBy,
        externalId: request.externalId,
        scale: request.scale ?? 100,
        stabilityStatus: 'STABILIZING',
        stabilityStatusAt: now,
        tags: request.tags ?? []
    };
    service.taskSets = [taskSet, ...service.taskSets];
    service.steady = false;
    service.wake(SCHEDULING);
    return taskSet;
}
/** Makes a task set the PRIMARY one (the one before becomes ACTIVE); the service takes over its task definition, load balancers and network. */
function setPrimaryTaskSet(service, taskSet) {
    const now = service.region.timeline.now();
    for (const each of service.taskSets) {
        if (each.status === 'PRIMARY' && each !== taskSet) {
            each.status = 'ACTIVE';
            each.updatedAt = now;
        }
    }
    taskSet.status = 'PRIMARY';
    taskSet.updatedAt = now;
    service.taskDefinition = taskSet.taskDefinition;
    service.launch = taskSet.launch;
}
/** Drains a task set: its tasks stop, then it is gone. The PRIMARY one must not be deleted; throws InvalidParameterException. */
function deleteTaskSet(service, taskSet) {
    if (taskSet.status === 'PRIMARY') {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'The task set cannot be deleted because it is the primary task set of the service.');
    }
    taskSet.status = 'DRAINING';
    taskSet.updatedAt = service.region.timeline.now();
    service.steady = false;
    service.wake(0);
}
/** Finds a task set by id or ARN; throws TaskSetNotFoundException. */
function findTaskSet(service, idOrArn) {
    const found = service.taskSets.find(each => each.arn === idOrArn || shortName(each.id) === shortName(idOrArn));
    if (found === undefined)
        throw new server_protocol/* AwsFault */.kU('TaskSetNotFoundException', 'The specified task set could not be found.');
    return found;
}
/** The PRIMARY task set, if there is one. */
function primaryTaskSet(service) {
    return service.taskSets.find(each => each.status === 'PRIMARY');
}
/** Whether all tasks that a task set is to have are in service. */
function isSteady(service, taskSet) {
    return taskSet.stabilityStatus === 'STEADY_STATE' && countTasks(service, taskSet).inService === taskSet.wanted;
}
function withoutUndefined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/install.js






/**
 * Sets up the green task set of a deployment. Only now, as with the real service, it shows whether the task definition, the container and the
 * port of the AppSpec exist.
 *
 * @throws AwsFault with the sentence for `errorInformation`; named `ElbFault` where the load balancer is in the way
 */
function installGreen(deployment) {
    const { region, appSpec, settings } = deployment;
    const [named] = settings.ecsServices ?? [];
    const service = ask(() => findService(region, named?.clusterName, named?.serviceName ?? ''));
    const taskDefinition = ask(() => findTaskDefinition(region, appSpec.taskDefinition));
    ask(() => checkTarget(taskDefinition, appSpec));
    const blue = primaryTaskSet(service);
    const blueGroup = blue === undefined ? undefined : targetGroupOf(blue);
    const greenGroup = chooseTargetGroup(deployment, blueGroup);
    checkListener(deployment, blueGroup);
    checkRouting(deployment);
    // What a stopped deployment has left behind goes first.
    for (const each of service.taskSets.filter(set => set.status === 'ACTIVE'))
        deleteTaskSet(service, each);
    const record = createTaskSet(service, {
        taskDefinition,
        loadBalancers: [
            {
                targetGroupArn: makeTargetGroupArn(service, greenGroup),
                containerName: appSpec.containerName,
                containerPort: appSpec.containerPort
            }
        ],
        networkConfiguration: appSpec.network === undefined ? undefined : { awsvpcConfiguration: appSpec.network },
        platformVersion: appSpec.platformVersion,
        capacityProviderStrategy: appSpec.capacityProviderStrategy,
        launchType: appSpec.capacityProviderStrategy === undefined ? launchTypeInstead(service) : undefined,
        startedBy: 'CODE_DEPLOY',
        externalId: deployment.id,
        // The first task set of a service has nobody to take over from.
        status: blue === undefined ? 'PRIMARY' : 'ACTIVE'
    });
    deployment.service = service;
    deployment.green = { label: 'Green', record, targetGroup: greenGroup, weight: 0 };
    deployment.blue =
        blue === undefined ? undefined : { label: 'Blue', record: blue, targetGroup: blueGroup ?? '', weight: 100 };
}
/** CodeDeploy keeps no capacity providers that the AppSpec does not name: the new tasks then have the launch type alone. */
function launchTypeInstead({ launch }) {
    const provider = launch.capacityProviderStrategy?.[0]?.capacityProvider;
    if (provider === undefined)
        return undefined;
    return provider.startsWith('FARGATE') ? 'FARGATE' : 'EC2';
}
/** Says an error of ECS as CodeDeploy says it. */
function ask(run) {
    try {
        return run();
    }
    catch (error) {
        if (!(error instanceof server_protocol/* AwsFault */.kU))
            throw error;
        throw new server_protocol/* AwsFault */.kU('EcsFault', `The ECS service cannot be updated due to an unexpected error: ${error.message} (Service: AmazonECS; Status Code: ${error.status}; Error Code: ${error.name}; Request ID: ${(0,server_protocol/* newUuid */.YG)()}; Proxy: null). Check your ECS service status.`);
    }
}
function checkTarget(taskDefinition, appSpec) {
    const container = taskDefinition.containers.find(each => each.name === appSpec.containerName);
    if (container === undefined) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `The container ${appSpec.containerName} does not exist in the task definition.`);
    }
    const ports = (container.portMappings ?? []).map(mapping => mapping.containerPort);
    if (!ports.includes(appSpec.containerPort)) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `The container ${appSpec.containerName} did not have a container port ${appSpec.containerPort} defined.`);
    }
}
/** The target group of the pair that does not serve now. */
function chooseTargetGroup(deployment, blue) {
    const [pair] = deployment.settings.loadBalancerInfo?.targetGroupPairInfoList ?? [];
    const names = (pair?.targetGroups ?? []).map(group => group.name ?? '');
    if (blue !== undefined && !names.includes(blue)) {
        throw new server_protocol/* AwsFault */.kU('ElbFault', `The ELB could not be updated due to the following error: Primary taskset target group must be behind listener ${pair?.prodTrafficRoute?.listenerArns?.[0] ?? ''}`);
    }
    return names.find(name => name !== blue) ?? '';
}
/** The traffic must be where the service's PRIMARY task set is. A listener that Elastic Load Balancing does not have here is not looked at. */
function checkListener({ region, settings }, blue) {
    const [listener] = settings.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.prodTrafficRoute?.listenerArns ?? [];
    const groups = listener === undefined ? undefined : listTrafficOf(region, listener);
    if (groups === undefined || blue === undefined || groups.includes(blue))
        return;
    throw new server_protocol/* AwsFault */.kU('ElbFault', `The ELB could not be updated due to the following error: Primary taskset target group must be behind listener ${listener ?? ''}`);
}
function checkRouting({ settings, config }) {
    const routes = (settings.loadBalancerInfo?.targetGroupPairInfoList ?? []).map(pair => pair.prodTrafficRoute);
    const isNetwork = routes.some(route => route?.listenerArns?.some(arn => arn.includes(':listener/net/')));
    if (!isNetwork || config.routing.type === 'AllAtOnce')
        return;
    throw new server_protocol/* AwsFault */.kU('ElbFault', 'The ELB could not be updated due to the following error: Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead');
}
function targetGroupOf(taskSet) {
    const arn = taskSet.launch.loadBalancers?.[0]?.targetGroupArn;
    return /:targetgroup\/([^/]+)/.exec(arn ?? '')?.[1];
}
/** The target group's ARN at Elastic Load Balancing; where it has none here the service's own, else one with a made-up end that stays the same. */
function makeTargetGroupArn(service, name) {
    const arns = service.taskSets.flatMap(set => (set.launch.loadBalancers ?? []).map(each => each.targetGroupArn ?? ''));
    const known = arns.find(arn => shortName(arn.slice(0, arn.lastIndexOf('/'))) === name);
    const end = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 16);
    return (findTargetGroupArn(service.region, name) ??
        known ??
        service.region.arn('elasticloadbalancing', `targetgroup/${name}/${end}`));
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/engine.js








/** Virtual milliseconds. A good all-at-once deployment comes to about 90 seconds, termination wait not counted. */
const TIMES = { start: 3_000, event: 1_000, hook: 4_000, shift: 5_000, poll: 1_000, stop: 2_000, rollback: 5_000 };
const MINUTE = 60_000;
/** CodeDeploy gives the replacement task set an hour. */
const INSTALL_MINUTES = 60;
const ALARM_AFTER_SECONDS = 20;
/** `codedeploy` of the scenarios document: how long Install waits before it gives up, so that a rehearsal need not take an hour. */
const readScenario = (0,decode/* structure */.QK)({ codedeploy: (0,decode/* structure */.QK)({ installTimeoutMinutes: decode/* number */.ai, hookSeconds: decode/* integer */.nd }) });
/** A deployment ends for a reason that CodeDeploy has a code for. */
class DeploymentFailure extends Error {
    code;
    status;
    constructor(code, message, status = 'Failed') {
        super(message);
        this.code = code;
        this.status = status;
    }
}
/** Sets a deployment going. It moves by itself in virtual time from then on. */
function startDeployment(deployment, onEnd) {
    const isRollback = deployment.creator === 'codeDeployRollback';
    drive(deployment, isRollback ? rollBack(deployment) : deploy(deployment), onEnd);
    if (!isRollback)
        watchAlarms(deployment, onEnd);
}
/**
 * Stops a deployment a moment from now; nothing happens when it has ended by then.
 *
 * @param error what GetDeployment then tells
 */
function stopDeployment(deployment, error, end) {
    deployment.region.timeline.after(TIMES.stop, () => {
        if (ENDED.includes(deployment.status))
            return;
        finish(deployment, 'Stopped', error);
        end();
    });
}
/** Runs a deployment's steps until it is done, fails or is stopped from outside. */
function drive(deployment, steps, onEnd) {
    const { timeline } = deployment.region;
    const go = () => {
        if (ENDED.includes(deployment.status))
            return;
        try {
            const next = steps.next();
            if (next.done === true)
                finish(deployment, 'Succeeded', undefined);
            else
                timeline.after(next.value, go);
        }
        catch (error) {
            const { status, code, message } = asFailure(error);
            finish(deployment, status, { code, message });
            onEnd(deployment, 'failure');
        }
    };
    timeline.after(TIMES.start, () => {
        if (ENDED.includes(deployment.status))
            return;
        deployment.status = 'InProgress';
        deployment.startTime = timeline.now();
        go();
    });
}
/** What ECS or the load balancer refuses is how the deployment fails: its service may have been deleted meanwhile. */
function asFailure(error) {
    if (error instanceof DeploymentFailure)
        return error;
    if (!(error instanceof server_protocol/* AwsFault */.kU))
        throw error;
    return new DeploymentFailure(error.name === 'ElbFault' ? 'ELASTIC_LOAD_BALANCING_INVALID' : 'ECS_UPDATE_ERROR', error.message);
}
function* deploy(deployment) {
    yield* runEvent(deployment, 'BeforeInstall');
    yield* runEvent(deployment, 'Install', install);
    yield* runEvent(deployment, 'AfterInstall');
    yield* runEvent(deployment, 'AllowTestTraffic', allowTestTraffic);
    yield* runEvent(deployment, 'AfterAllowTestTraffic');
    yield* waitForReady(deployment);
    yield* runEvent(deployment, 'BeforeAllowTraffic');
    yield* runEvent(deployment, 'AllowTraffic', shiftTraffic);
    yield* runEvent(deployment, 'AfterAllowTraffic');
    yield* terminateBlue(deployment);
}
/** One lifecycle event: its own work, or the Lambda function that the AppSpec hangs on it, or nothing that takes a second. */
function* runEvent(deployment, name, work = runHook(name)) {
    const event = deployment.events.find(each => each.name === name);
    if (event === undefined)
        return;
    setEvent(deployment, event, 'InProgress');
    yield* work(deployment);
    setEvent(deployment, event, 'Succeeded');
}
function runHook(name) {
    return function* (deployment) {
        const target = deployment.appSpec.hooks.get(name);
        if (target === undefined) {
            yield TIMES.event;
            return;
        }
        const { scenarios } = deployment.region.cloud;
        const seconds = readScenario(scenarios.document, 'scenarios').codedeploy?.hookSeconds;
        yield seconds === undefined ? TIMES.hook : seconds * 1000;
        const fails = scenarios.hooks.some(hook => covers(hook.service, serviceName(deployment)) && covers(hook.stage, name));
        if (!fails)
            return;
        const event = deployment.events.find(each => each.name === name);
        const message = `The Lambda function ${target} reported Failed for the lifecycle event ${name}.`;
        if (event !== undefined)
            event.diagnostics = { errorCode: 'ScriptFailed', scriptName: target, message };
        throw new DeploymentFailure('HOOK_EXECUTION_FAILURE', `One of the lifecycle event validation functions failed. Lifecycle event: ${name}. Function: ${target}.`);
    };
}
/** Makes the green task set and waits until it is healthy. */
function* install(deployment) {
    yield TIMES.event;
    const { timeline, cloud } = deployment.region;
    installGreen(deployment);
    const minutes = readScenario(cloud.scenarios.document, 'scenarios').codedeploy?.installTimeoutMinutes ?? INSTALL_MINUTES;
    const until = timeline.now() + minutes * MINUTE;
    yield TIMES.poll;
    while (!isGreenHealthy(deployment)) {
        if (timeline.now() >= until) {
            throw new DeploymentFailure('TIMEOUT', `The deployment timed out while waiting for the replacement task set to become healthy. This time out period is ${minutes} minutes.`);
        }
        yield TIMES.poll;
    }
}
function isGreenHealthy({ service, green }) {
    return service !== undefined && green !== undefined && isSteady(service, green.record);
}
function* waitForReady(deployment) {
    const option = deployment.settings.blueGreenDeploymentConfiguration?.deploymentReadyOption;
    if (option?.actionOnTimeout !== 'STOP_DEPLOYMENT')
        return;
    const { timeline } = deployment.region;
    const until = timeline.now() + (option.waitTimeInMinutes ?? 0) * MINUTE;
    deployment.status = 'Ready';
    deployment.goOn = false;
    while (!mayGoOn(deployment)) {
        if (timeline.now() >= until) {
            throw new DeploymentFailure('TIMEOUT', `The deployment was stopped because traffic was not rerouted within ${option.waitTimeInMinutes ?? 0} minutes.`, 'Stopped');
        }
        yield TIMES.poll;
    }
    deployment.status = 'InProgress';
}
function mayGoOn(deployment) {
    return deployment.goOn;
}
function* allowTestTraffic(deployment) {
    yield TIMES.event;
    shiftTestTraffic(deployment, 100);
}
function* shiftTraffic(deployment) {
    const { service, green } = deployment;
    for (const { weight, hold } of planShift(deployment.config.routing)) {
        yield TIMES.shift;
        setWeights(deployment, weight);
        if (hold > 0)
            yield hold;
    }
    if (service !== undefined && green !== undefined)
        setPrimaryTaskSet(service, green.record);
}
function* terminateBlue(deployment) {
    const { service, blue } = deployment;
    const { timeline } = deployment.region;
    const termination = deployment.settings.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
    if (termination?.action === 'KEEP_ALIVE' || service === undefined || blue === undefined)
        return;
    const until = timeline.now() + (termination?.terminationWaitTimeInMinutes ?? 0) * MINUTE;
    deployment.terminationWaitStarted = true;
    deployment.goOn = false;
    while (timeline.now() < until && !mayGoOn(deployment))
        yield Math.min(TIMES.poll, until - timeline.now());
    deleteTaskSet(service, blue.record);
    while (service.taskSets.includes(blue.record))
        yield TIMES.poll;
}
/** Back to the task set that served before: its traffic first, then the replacement goes. */
function* rollBack(deployment) {
    yield* bringBack(deployment);
    const { service, blue, green } = deployment;
    yield* runEvent(deployment, 'AllowTraffic', function* () {
        yield TIMES.rollback;
        if (service === undefined || blue === undefined)
            return;
        setWeights(deployment, 0);
        shiftTestTraffic(deployment, 0);
        setPrimaryTaskSet(service, blue.record);
    });
    if (service === undefined || green === undefined || blue === undefined)
        return;
    if (service.taskSets.includes(green.record))
        deleteTaskSet(service, green.record);
    while (service.taskSets.includes(green.record))
        yield TIMES.poll;
}
/** A stop may come while the task set that served before is terminated: what it ran is then installed anew. */
function* bringBack(deployment) {
    const { service, blue } = deployment;
    if (service === undefined || blue?.record.status !== 'DRAINING')
        return;
    const { taskDefinition, launch } = blue.record;
    const record = createTaskSet(service, {
        ...launch,
        taskDefinition,
        externalId: deployment.id,
        startedBy: 'CODE_DEPLOY'
    });
    deployment.blue = { ...blue, record };
    while (!isSteady(service, record))
        yield TIMES.poll;
}
function watchAlarms(deployment, onEnd) {
    const { timeline, cloud } = deployment.region;
    for (const { alarm, service, afterSeconds = ALARM_AFTER_SECONDS } of cloud.scenarios.alarms) {
        const name = watchedAlarms(deployment).find(each => covers(alarm, each));
        if (name === undefined || !covers(service, serviceName(deployment)))
            continue;
        timeline.after(TIMES.start + afterSeconds * 1000, () => raiseAlarm(deployment, name, onEnd));
    }
}
/** An alarm goes to ALARM: a deployment that looks at it is stopped. */
function raiseAlarm(deployment, name, onEnd) {
    if (!watchedAlarms(deployment).includes(name))
        return;
    const message = `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: ${name}`;
    stopDeployment(deployment, { code: 'ALARM_ACTIVE', message }, () => onEnd(deployment, 'alarm'));
}
function watchedAlarms({ overrideAlarms, alarms }) {
    const configuration = overrideAlarms ?? alarms;
    const isOn = configuration?.enabled ?? (configuration?.alarms ?? []).length > 0;
    return isOn ? (configuration?.alarms ?? []).map(alarm => alarm.name ?? '') : [];
}
function setWeights(deployment, green) {
    if (deployment.green !== undefined)
        deployment.green.weight = green;
    if (deployment.blue !== undefined)
        deployment.blue.weight = 100 - green;
    deployment.lastUpdated = deployment.region.timeline.now();
    shiftListeners(deployment, 'prodTrafficRoute', green);
}
/** The whole test traffic is on one side: it has no steps. */
function shiftTestTraffic(deployment, green) {
    shiftListeners(deployment, 'testTrafficRoute', green);
}
function shiftListeners({ region, settings, green, blue }, route, greenWeight) {
    const weights = new Map();
    if (green !== undefined)
        weights.set(green.targetGroup, greenWeight);
    if (blue !== undefined)
        weights.set(blue.targetGroup, 100 - greenWeight);
    const [pair] = settings.loadBalancerInfo?.targetGroupPairInfoList ?? [];
    for (const listener of pair?.[route]?.listenerArns ?? [])
        shiftForwards(region, listener, weights);
}
function setEvent(deployment, event, status) {
    const now = deployment.region.timeline.now();
    event.status = status;
    if (status === 'InProgress')
        event.startTime = now;
    else
        event.endTime = now;
    deployment.lastUpdated = now;
}
function finish(deployment, status, error) {
    const now = deployment.region.timeline.now();
    deployment.status = status;
    deployment.error = error;
    deployment.completeTime = now;
    deployment.lastUpdated = now;
    for (const event of deployment.events) {
        if (event.status === 'InProgress')
            setEvent(deployment, event, 'Failed');
        else if (event.status === 'Pending')
            event.status = 'Skipped';
    }
    if (status !== 'Succeeded')
        return;
    deployment.group.targetRevision = deployment.revision;
    deployment.group.lastSuccessful = deployment;
}
function serviceName(deployment) {
    return deployment.settings.ecsServices?.[0]?.serviceName ?? '';
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/lifecycle.js



const EVENTS = [
    'BeforeInstall',
    'Install',
    'AfterInstall',
    'AllowTestTraffic',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AllowTraffic',
    'AfterAllowTraffic'
];
const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** `d-` and nine capital letters and digits. */
function newDeploymentId() {
    return `d-${Array.from({ length: 9 }, () => ID_LETTERS[(0,external_node_crypto_.randomInt)(ID_LETTERS.length)]).join('')}`;
}
/** Creates a deployment and sets it going. */
function createDeployment(request) {
    const { region, group } = request;
    const now = region.timeline.now();
    const deployment = {
        service: undefined,
        blue: undefined,
        green: undefined,
        ...request,
        id: newDeploymentId(),
        settings: group.settings,
        previousRevision: group.targetRevision,
        alarms: group.settings.alarmConfiguration,
        createTime: now,
        events: listEvents(request).map(makeEvent),
        status: 'Created',
        startTime: undefined,
        completeTime: undefined,
        lastUpdated: now,
        error: undefined,
        terminationWaitStarted: false,
        goOn: false
    };
    group.lastAttempted = deployment;
    region.part(CODEDEPLOY).deployments.set(deployment.id, deployment);
    startDeployment(deployment, rollBackWhereAsked);
    return deployment;
}
/** Events of the test traffic are there only where the group has a test listener; a rollback only moves the traffic. */
function listEvents({ creator, group }) {
    if (creator === 'codeDeployRollback')
        return ['AllowTraffic'];
    const hasTest = (group.settings.loadBalancerInfo?.targetGroupPairInfoList ?? []).some(pair => (pair.testTrafficRoute?.listenerArns ?? []).length > 0);
    return hasTest ? EVENTS : EVENTS.filter(name => !name.includes('TestTraffic'));
}
function makeEvent(name) {
    return { name, status: 'Pending', startTime: undefined, endTime: undefined, diagnostics: undefined };
}
const CAUSES = {
    failure: 'DEPLOYMENT_FAILURE',
    alarm: 'DEPLOYMENT_STOP_ON_ALARM',
    request: 'DEPLOYMENT_STOP_ON_REQUEST'
};
/** Starts the rollback of a deployment that has ended badly, where its auto rollback configuration covers the cause. */
const rollBackWhereAsked = (deployment, cause) => {
    const { enabled, events } = deployment.autoRollback ?? {};
    if (enabled === true && (events ?? []).includes(CAUSES[cause]))
        lifecycle_rollBack(deployment);
};
/** Starts the rollback: a deployment of its own. One that fails is not rolled back again. */
function lifecycle_rollBack(deployment) {
    if (deployment.creator === 'codeDeployRollback')
        return;
    const rollback = createDeployment({
        region: deployment.region,
        group: deployment.group,
        config: deployment.config,
        revision: deployment.previousRevision ?? deployment.revision,
        appSpec: deployment.appSpec,
        description: `Rollback of ${deployment.id}`,
        kept: deployment.kept,
        creator: 'codeDeployRollback',
        autoRollback: { enabled: false },
        overrideAlarms: undefined,
        service: deployment.service,
        blue: deployment.blue,
        green: deployment.green,
        rollback: {
            rollbackTriggeringDeploymentId: deployment.id,
            rollbackMessage: `This deployment was created automatically by CodeDeploy to roll back the deployment ${deployment.id}.`
        }
    });
    deployment.rollback = {
        rollbackDeploymentId: rollback.id,
        rollbackMessage: `The deployment ${rollback.id} was started to roll this deployment back.`
    };
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/deployments.js










const deployments_MOST_BATCH = 25;
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html: the characters of a deployment's description. */
const MOST_DESCRIPTION = 256;
/** The real service keeps the content to itself here; GetApplicationRevision has it. */
function withoutContent(revision) {
    if (revision === undefined)
        return undefined;
    const { sha256 } = revision.appSpecContent ?? revision.string ?? {};
    const key = revision.revisionType === 'String' ? 'string' : 'appSpecContent';
    return { revisionType: revision.revisionType, [key]: { content: null, sha256 } };
}
function toTime(milliseconds) {
    return milliseconds === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(milliseconds);
}
/** How many targets are in which state; an ECS deployment has one. */
function countTargets(deployment) {
    const is = (...statuses) => (statuses.includes(deployment.status) ? 1 : 0);
    return {
        Pending: is('Created'),
        InProgress: is('InProgress'),
        Succeeded: is('Succeeded'),
        Failed: is('Failed'),
        Skipped: is('Stopped'),
        Ready: is('Ready')
    };
}
function deployments_describe(deployment) {
    const { group, settings } = deployment;
    return {
        applicationName: group.application.name,
        deploymentGroupName: group.name,
        deploymentConfigName: deployment.config.name,
        deploymentId: deployment.id,
        previousRevision: withoutContent(deployment.previousRevision),
        revision: withoutContent(deployment.revision),
        status: deployment.status,
        errorInformation: deployment.error,
        createTime: toTime(deployment.createTime),
        startTime: toTime(deployment.startTime),
        completeTime: toTime(deployment.completeTime),
        deploymentOverview: deployment.status === 'Created' ? undefined : countTargets(deployment),
        description: deployment.description,
        creator: deployment.creator,
        ignoreApplicationStopFailures: false,
        updateOutdatedInstancesOnly: false,
        fileExistsBehavior: 'DISALLOW',
        ...deployment.kept,
        autoRollbackConfiguration: deployment.autoRollback,
        rollbackInfo: deployment.rollback,
        deploymentStyle: settings.deploymentStyle,
        instanceTerminationWaitTimeStarted: deployment.terminationWaitStarted,
        blueGreenDeploymentConfiguration: settings.blueGreenDeploymentConfiguration,
        loadBalancerInfo: settings.loadBalancerInfo,
        deploymentStatusMessages: [],
        computePlatform: group.application.platform,
        overrideAlarmConfiguration: deployment.overrideAlarms
    };
}
function refuseSecond(context, group) {
    const active = findActive(context.region, group);
    if (active === undefined)
        return;
    throw new server_protocol/* AwsFault */.kU('DeploymentLimitExceededException', `The Deployment Group '${group.name}' already has an active Deployment '${active.id}'`);
}
function refuseEnded(deployment) {
    if (!ENDED.includes(deployment.status))
        return;
    throw new server_protocol/* AwsFault */.kU('DeploymentAlreadyCompletedException', `The deployment ${deployment.id} has already completed with the status ${deployment.status}`);
}
const readCreate = (0,decode/* structure */.QK)({
    applicationName: decode/* string */.Yj,
    deploymentGroupName: decode/* string */.Yj,
    revision: readRevision,
    deploymentConfigName: decode/* string */.Yj,
    description: decode/* string */.Yj,
    autoRollbackConfiguration: readAutoRollback,
    overrideAlarmConfiguration: readAlarms,
    targetInstances: decode/* document */.Al,
    ...keptMembers
});
function create(input, context) {
    const { region, now } = context;
    const application = getApplication(region, input.applicationName);
    const group = getGroup(application, input.deploymentGroupName);
    if ((input.description ?? '').length > MOST_DESCRIPTION) {
        throw new server_protocol/* AwsFault */.kU('DescriptionTooLongException', `The description is longer than ${MOST_DESCRIPTION} characters`);
    }
    if (application.platform !== 'ECS') {
        throw new server_protocol/* AwsFault */.kU('UnsupportedActionForDeploymentTypeException', `The built-in AWS deploys to ECS only; the application ${application.name} is for ${application.platform}`);
    }
    // API_CreateDeployment: "The call is rejected for Amazon ECS".
    if (input.deploymentMode === 'RESTART') {
        throw new server_protocol/* AwsFault */.kU('InvalidInputException', 'The deployment mode RESTART is not supported for ECS deployments');
    }
    if (input.targetInstances !== undefined) {
        throw new server_protocol/* AwsFault */.kU('InvalidTargetInstancesException', 'Target instances are not supported for ECS deployments');
    }
    const { appSpec, sha256 } = readAppSpec(input.revision);
    const config = getConfig(region, input.deploymentConfigName ?? group.settings.deploymentConfigName ?? DEFAULT_CONFIG);
    refuseSecond(context, group);
    const record = registerRevision(application, input.revision ?? {}, sha256, now);
    record.firstUsedTime ??= now;
    record.lastUsedTime = now;
    record.deploymentGroups.add(group.name);
    return createDeployment({
        region,
        group,
        config,
        revision: record.revision,
        appSpec,
        description: input.description,
        kept: (0,decode/* pickMembers */.tD)(input, keptMembers),
        creator: 'user',
        autoRollback: input.autoRollbackConfiguration ?? group.settings.autoRollbackConfiguration,
        overrideAlarms: input.overrideAlarmConfiguration,
        rollback: undefined
    });
}
const readList = (0,decode/* structure */.QK)({
    applicationName: decode/* string */.Yj,
    deploymentGroupName: decode/* string */.Yj,
    externalId: decode/* string */.Yj,
    includeOnlyStatuses: (0,decode/* list */.p_)(decode/* string */.Yj),
    createTimeRange: (0,decode/* structure */.QK)({ start: decode/* timestamp */.vE, end: decode/* timestamp */.vE }),
    nextToken: decode/* string */.Yj
});
function listDeployments(input, context) {
    const { applicationName, deploymentGroupName, includeOnlyStatuses, createTimeRange } = input;
    if (applicationName === undefined && deploymentGroupName !== undefined) {
        throw new server_protocol/* AwsFault */.kU('ApplicationNameRequiredException', 'The Application name is required');
    }
    if (applicationName !== undefined && deploymentGroupName === undefined) {
        throw new server_protocol/* AwsFault */.kU('DeploymentGroupNameRequiredException', 'The DeploymentGroup name is required');
    }
    const { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY } = createTimeRange ?? {};
    if (start > end)
        throw new server_protocol/* AwsFault */.kU('InvalidTimeRangeException', 'The time range is not valid');
    const group = applicationName === undefined
        ? undefined
        : getGroup(getApplication(context.region, applicationName), deploymentGroupName);
    return ([...context.region.part(CODEDEPLOY).deployments.values()]
        // None is linked to an external resource, which is what CloudFormation's are.
        .filter(() => input.externalId === undefined)
        .filter(each => group === undefined || each.group === group)
        .filter(each => !includeOnlyStatuses?.length || includeOnlyStatuses.includes(each.status))
        .filter(each => each.createTime >= start && each.createTime <= end)
        .reverse());
}
/** The operations on deployments. */
const deploymentOperations = {
    CreateDeployment: operation(readCreate, (input, context) => ({ deploymentId: create(input, context).id })),
    GetDeployment: operation((0,decode/* structure */.QK)({ deploymentId: decode/* string */.Yj }), (input, context) => ({
        deploymentInfo: deployments_describe(getDeployment(context.region, input.deploymentId))
    })),
    BatchGetDeployments: operation((0,decode/* structure */.QK)({ deploymentIds: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const ids = input.deploymentIds ?? [];
        if (ids.length === 0)
            throw new server_protocol/* AwsFault */.kU('DeploymentIdRequiredException', 'Deployment ID is required');
        if (ids.length > deployments_MOST_BATCH) {
            throw new server_protocol/* AwsFault */.kU('BatchLimitExceededException', `At most ${deployments_MOST_BATCH} deployments can be asked for at once`);
        }
        const { deployments } = context.region.part(CODEDEPLOY);
        return { deploymentsInfo: ids.flatMap(id => deployments.get(id) ?? []).map(deployments_describe) };
    }),
    ListDeployments: operation(readList, (input, context) => {
        refuseToken(input.nextToken);
        return { deployments: listDeployments(input, context).map(each => each.id) };
    }),
    StopDeployment: operation((0,decode/* structure */.QK)({ deploymentId: decode/* string */.Yj, autoRollbackEnabled: decode/* boolean */.zM }), (input, context) => {
        const deployment = getDeployment(context.region, input.deploymentId);
        refuseEnded(deployment);
        const error = { code: 'MANUAL_STOP', message: `The deployment was stopped by ${context.principal}.` };
        stopDeployment(deployment, error, () => {
            if (input.autoRollbackEnabled === true)
                lifecycle_rollBack(deployment);
            else if (input.autoRollbackEnabled === undefined)
                rollBackWhereAsked(deployment, 'request');
        });
        return { status: 'Pending', statusMessage: 'No more tasks will be started. The deployment is being stopped.' };
    }),
    ContinueDeployment: operation((0,decode/* structure */.QK)({ deploymentId: decode/* string */.Yj, deploymentWaitType: decode/* string */.Yj }), (input, context) => {
        const deployment = getDeployment(context.region, input.deploymentId);
        const type = input.deploymentWaitType ?? 'READY_WAIT';
        refuseEnded(deployment);
        const isWaiting = type === 'READY_WAIT' ? deployment.status === 'Ready' : deployment.terminationWaitStarted;
        if (!isWaiting) {
            throw new server_protocol/* AwsFault */.kU('DeploymentIsNotInReadyStateException', `The deployment ${deployment.id} is not in a state in which it waits for ${type}`);
        }
        deployment.goOn = true;
        return undefined;
    })
};

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/groups.js








const groups_MOST_BATCH = 100;
/** Where the instances of the compute platform Server are found. */
const OF_SERVERS = [
    'ec2TagFilters',
    'ec2TagSet',
    'onPremisesInstanceTagFilters',
    'onPremisesTagSet',
    'autoScalingGroups'
];
const groups_named = { applicationName: decode/* string */.Yj, deploymentGroupName: decode/* string */.Yj };
/** `InvalidEC2TagException` and the like: the error shapes of CreateDeploymentGroup that fit an ECS group. */
function refuse(name, message) {
    throw new server_protocol/* AwsFault */.kU(name, message);
}
/**
 * Checks what CodeDeploy checks of a group for ECS before it takes it.
 *
 * @throws AwsFault with the error shape of CreateDeploymentGroup that fits
 */
function checkSettings(region, settings, own) {
    const { serviceRoleArn = '' } = settings;
    if (!/^arn:[a-z-]+:iam::\d{12}:role\/.+/.test(serviceRoleArn)) {
        refuse('InvalidRoleException', `The service role ARN ${serviceRoleArn} is not valid`);
    }
    getConfig(region, settings.deploymentConfigName);
    const foreign = OF_SERVERS.find(member => settings[member] !== undefined);
    if (foreign !== undefined)
        refuse('InvalidInputException', `For ECS deployment group, ${foreign} can not be specified`);
    const { deploymentType, deploymentOption } = settings.deploymentStyle ?? {};
    if (deploymentType !== 'BLUE_GREEN' || deploymentOption !== 'WITH_TRAFFIC_CONTROL') {
        refuse('InvalidDeploymentStyleException', 'For ECS deployment group, deployment type must be BLUE_GREEN and deployment option must be WITH_TRAFFIC_CONTROL');
    }
    checkBlueGreen(settings.blueGreenDeploymentConfiguration);
    checkLoadBalancer(settings.loadBalancerInfo);
    if ((settings.alarmConfiguration?.alarms ?? []).length > 10) {
        refuse('AlarmsLimitExceededException', 'At most 10 alarms can be configured');
    }
    checkService(region, settings.ecsServices, own);
}
function checkBlueGreen(configuration) {
    const name = 'InvalidBlueGreenDeploymentConfigurationException';
    const { terminateBlueInstancesOnDeploymentSuccess: termination, deploymentReadyOption: ready } = configuration ?? {};
    if (termination === undefined || ready === undefined) {
        refuse(name, 'For ECS deployment group, terminateBlueInstancesOnDeploymentSuccess and deploymentReadyOption must be specified in blueGreenDeploymentConfiguration');
    }
    const minutes = termination.terminationWaitTimeInMinutes ?? 0;
    if (minutes < 0 || minutes > 2880)
        refuse(name, 'terminationWaitTimeInMinutes must be between 0 and 2880');
    if (ready.actionOnTimeout === 'STOP_DEPLOYMENT' && (ready.waitTimeInMinutes ?? 0) <= 0) {
        refuse(name, 'waitTimeInMinutes must be greater than 0 when actionOnTimeout is STOP_DEPLOYMENT');
    }
}
/** The waits that are not given are none; clients rely on the numbers being there. */
function fillInWaits(settings) {
    const configuration = settings.blueGreenDeploymentConfiguration;
    const { terminateBlueInstancesOnDeploymentSuccess: termination, deploymentReadyOption: ready } = configuration ?? {};
    if (termination === undefined || ready === undefined)
        return settings;
    return {
        ...settings,
        blueGreenDeploymentConfiguration: {
            ...configuration,
            terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 0, ...termination },
            deploymentReadyOption: { waitTimeInMinutes: 0, ...ready }
        }
    };
}
function checkLoadBalancer(info) {
    const pairs = info?.targetGroupPairInfoList ?? [];
    const [pair] = pairs;
    if (pair === undefined || pairs.length > 1) {
        refuse('InvalidLoadBalancerInfoException', 'For ECS deployment group, loadBalancerInfo must have exactly one targetGroupPairInfoList entry');
    }
    const names = new Set((pair.targetGroups ?? []).map(group => group.name));
    if (names.size !== 2 || names.has(undefined)) {
        refuse('InvalidTargetGroupPairException', 'A target group pair must have exactly two different target groups');
    }
    if ((pair.prodTrafficRoute?.listenerArns ?? []).length !== 1) {
        refuse('InvalidTargetGroupPairException', 'The production traffic route must have exactly one listener');
    }
}
function checkService(region, services, own) {
    const [first, ...more] = services ?? [];
    if (first?.serviceName === undefined || first.clusterName === undefined || more.length > 0) {
        refuse('InvalidECSServiceException', 'For ECS deployment group, exactly one ECS service must be specified');
    }
    const { clusterName, serviceName } = first;
    const service = findInCluster(region, clusterName, serviceName);
    if (service?.status !== 'ACTIVE') {
        refuse('InvalidECSServiceException', `The ECS service ${serviceName} in the cluster ${clusterName} is not found or not active`);
    }
    if (service.controller !== 'CODE_DEPLOY') {
        refuse('InvalidECSServiceException', "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller.");
    }
    const groups = [...region.part(CODEDEPLOY).applications.values()].flatMap(each => [...each.groups.values()]);
    const taken = groups.find(group => group !== own &&
        group.settings.ecsServices?.some(each => each.serviceName === serviceName && each.clusterName === clusterName));
    if (taken !== undefined) {
        refuse('ECSServiceMappingLimitExceededException', `The ECS service ${serviceName} is already associated with the deployment group ${taken.name}`);
    }
}
function findInCluster(region, cluster, service) {
    try {
        return lookUpService(findCluster(region, cluster), service);
    }
    catch {
        return undefined;
    }
}
function describeLast(deployment) {
    if (deployment === undefined)
        return undefined;
    return {
        deploymentId: deployment.id,
        status: deployment.status,
        endTime: deployment.completeTime === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(deployment.completeTime),
        createTime: (0,server_protocol/* toEpochSeconds */.mL)(deployment.createTime)
    };
}
function groups_describe(group) {
    return {
        applicationName: group.application.name,
        deploymentGroupId: group.id,
        deploymentGroupName: group.name,
        ...group.settings,
        autoScalingGroups: group.settings.autoScalingGroups?.map(name => ({ name })),
        targetRevision: group.targetRevision,
        lastSuccessfulDeployment: describeLast(group.lastSuccessful),
        lastAttemptedDeployment: describeLast(group.lastAttempted),
        computePlatform: group.application.platform
    };
}
function refuseTaken(application, name) {
    if (!application.groups.has(name))
        return;
    throw new server_protocol/* AwsFault */.kU('DeploymentGroupAlreadyExistsException', `Deployment group name already exists in application: ${name}`);
}
/** The operations on deployment groups. */
const groupOperations = {
    CreateDeploymentGroup: operation((0,decode/* structure */.QK)({ ...groups_named, ...groupMembers, tags: readTags }), (input, context) => {
        const { applicationName, deploymentGroupName, tags, ...given } = input;
        const application = getApplication(context.region, applicationName);
        const name = checkName('DeploymentGroup', deploymentGroupName);
        refuseTaken(application, name);
        const isEcs = application.platform === 'ECS';
        const settings = {
            outdatedInstancesStrategy: 'UPDATE',
            triggerConfigurations: [],
            ...given,
            ...(isEcs ? { deploymentConfigName: given.deploymentConfigName ?? DEFAULT_CONFIG } : {})
        };
        if (isEcs)
            checkSettings(context.region, settings, undefined);
        addTags(context.region, groupArn(context.region, application.name, name), tags ?? []);
        const id = (0,server_protocol/* newUuid */.YG)();
        application.groups.set(name, {
            id,
            application,
            name,
            settings: fillInWaits(settings),
            targetRevision: undefined,
            lastSuccessful: undefined,
            lastAttempted: undefined
        });
        return { deploymentGroupId: id };
    }),
    GetDeploymentGroup: operation((0,decode/* structure */.QK)(groups_named), (input, context) => {
        const application = getApplication(context.region, input.applicationName);
        return { deploymentGroupInfo: groups_describe(getGroup(application, input.deploymentGroupName)) };
    }),
    BatchGetDeploymentGroups: operation((0,decode/* structure */.QK)({ applicationName: decode/* string */.Yj, deploymentGroupNames: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const application = getApplication(context.region, input.applicationName);
        const names = input.deploymentGroupNames ?? [];
        if (names.length === 0) {
            throw new server_protocol/* AwsFault */.kU('DeploymentGroupNameRequiredException', 'The DeploymentGroup name is required');
        }
        if (names.length > groups_MOST_BATCH) {
            throw new server_protocol/* AwsFault */.kU('BatchLimitExceededException', `At most ${groups_MOST_BATCH} groups can be asked for at once`);
        }
        return { deploymentGroupsInfo: names.map(name => groups_describe(getGroup(application, name))) };
    }),
    UpdateDeploymentGroup: operation((0,decode/* structure */.QK)({
        applicationName: decode/* string */.Yj,
        currentDeploymentGroupName: decode/* string */.Yj,
        newDeploymentGroupName: decode/* string */.Yj,
        ...groupMembers
    }), (input, context) => {
        const { applicationName, currentDeploymentGroupName, newDeploymentGroupName, ...given } = input;
        const application = getApplication(context.region, applicationName);
        const group = getGroup(application, currentDeploymentGroupName);
        const settings = { ...group.settings, ...given };
        if (application.platform === 'ECS')
            checkSettings(context.region, settings, group);
        if (newDeploymentGroupName !== undefined && newDeploymentGroupName !== group.name) {
            refuseTaken(application, checkName('DeploymentGroup', newDeploymentGroupName));
            application.groups.delete(group.name);
            group.name = newDeploymentGroupName;
            application.groups.set(group.name, group);
        }
        group.settings = fillInWaits(settings);
        return { hooksNotCleanedUp: [] };
    }),
    ListDeploymentGroups: operation((0,decode/* structure */.QK)({ applicationName: decode/* string */.Yj, nextToken: decode/* string */.Yj }), (input, context) => {
        refuseToken(input.nextToken);
        const application = getApplication(context.region, input.applicationName);
        return { applicationName: application.name, deploymentGroups: [...application.groups.keys()].sort() };
    }),
    DeleteDeploymentGroup: operation((0,decode/* structure */.QK)(groups_named), (input, context) => {
        const applicationName = checkName('Application', input.applicationName);
        const name = checkName('DeploymentGroup', input.deploymentGroupName);
        // API_DeleteDeploymentGroup has no error for what is not there.
        const groups = context.region.part(CODEDEPLOY).applications.get(applicationName)?.groups;
        const group = groups?.get(name);
        const active = group === undefined ? undefined : findActive(context.region, group);
        if (active !== undefined) {
            refuse('InvalidDeploymentGroupNameException', `The deployment group ${name} has the active deployment ${active.id}`);
        }
        groups?.delete(name);
        forgetTags(context.region, groupArn(context.region, applicationName, name));
        return { hooksNotCleanedUp: [] };
    })
};

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/targets.js






const targets_MOST_BATCH = 25;
/** `cluster:service`, the one target of an ECS deployment. */
function targetIdOf(deployment) {
    const [service] = deployment.settings.ecsServices ?? [];
    return `${shortName(service?.clusterName ?? '')}:${shortName(service?.serviceName ?? '')}`;
}
function getStarted(region, id) {
    const deployment = getDeployment(region, id);
    if (deployment.status !== 'Created')
        return deployment;
    throw new server_protocol/* AwsFault */.kU('DeploymentNotStartedException', `The deployment ${deployment.id} has not started`);
}
function checkTargetId(deployment, id) {
    if (id === undefined || id === '')
        throw new server_protocol/* AwsFault */.kU('DeploymentTargetIdRequiredException', 'Target ID is required');
    if (!id.includes(':'))
        throw new server_protocol/* AwsFault */.kU('InvalidDeploymentTargetIdException', `The target ID ${id} is not valid`);
    if (id === targetIdOf(deployment))
        return;
    throw new server_protocol/* AwsFault */.kU('DeploymentTargetDoesNotExistException', `The deployment target ${id} does not exist in the deployment ${deployment.id}`);
}
function describeEvent(event) {
    return {
        lifecycleEventName: event.name,
        diagnostics: event.diagnostics === undefined ? undefined : { ...event.diagnostics, logTail: '' },
        startTime: event.startTime === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(event.startTime),
        endTime: event.endTime === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(event.endTime),
        status: event.status
    };
}
function describeTaskSet(deployment, share) {
    const { record } = share;
    const counts = deployment.service === undefined ? undefined : countTasks(deployment.service, record);
    return {
        // The service model spells it so.
        identifer: record.id,
        desiredCount: record.wanted,
        pendingCount: counts?.pending ?? 0,
        runningCount: counts?.running ?? 0,
        status: record.status,
        trafficWeight: share.weight,
        targetGroup: { name: share.targetGroup },
        taskSetLabel: share.label
    };
}
function readStatus(deployment) {
    if (deployment.status === 'Stopped')
        return 'Skipped';
    return deployment.status === 'Created' ? 'Pending' : deployment.status;
}
function targets_describe(deployment) {
    const id = targetIdOf(deployment);
    return {
        deploymentTargetType: 'ECSTarget',
        ecsTarget: {
            deploymentId: deployment.id,
            targetId: id,
            targetArn: deployment.region.arn('ecs', `service/${id.replace(':', '/')}`),
            lastUpdatedAt: (0,server_protocol/* toEpochSeconds */.mL)(deployment.lastUpdated),
            lifecycleEvents: deployment.events.map(describeEvent),
            status: readStatus(deployment),
            taskSetsInfo: [deployment.blue, deployment.green].flatMap(share => share === undefined ? [] : [describeTaskSet(deployment, share)])
        }
    };
}
/** The operations on deployment targets. */
const targetOperations = {
    ListDeploymentTargets: operation((0,decode/* structure */.QK)({ deploymentId: decode/* string */.Yj, nextToken: decode/* string */.Yj, targetFilters: decode/* document */.Al }), (input, context) => {
        refuseToken(input.nextToken);
        const deployment = getStarted(context.region, input.deploymentId);
        const wanted = (0,decode/* list */.p_)(decode/* string */.Yj)(input.targetFilters?.['TargetStatus'] ?? [], 'targetFilters.TargetStatus');
        const shows = wanted.length === 0 || wanted.includes(readStatus(deployment));
        return { targetIds: shows ? [targetIdOf(deployment)] : [] };
    }),
    GetDeploymentTarget: operation((0,decode/* structure */.QK)({ deploymentId: decode/* string */.Yj, targetId: decode/* string */.Yj }), (input, context) => {
        const deployment = getStarted(context.region, input.deploymentId);
        checkTargetId(deployment, input.targetId);
        return { deploymentTarget: targets_describe(deployment) };
    }),
    BatchGetDeploymentTargets: operation((0,decode/* structure */.QK)({ deploymentId: decode/* string */.Yj, targetIds: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const deployment = getStarted(context.region, input.deploymentId);
        const ids = input.targetIds ?? [];
        if (ids.length === 0)
            throw new server_protocol/* AwsFault */.kU('DeploymentTargetIdRequiredException', 'At least one target ID is required');
        if (ids.length > targets_MOST_BATCH) {
            throw new server_protocol/* AwsFault */.kU('DeploymentTargetListSizeExceededException', `At most ${targets_MOST_BATCH} targets can be asked for at once`);
        }
        for (const id of ids)
            checkTargetId(deployment, id);
        return { deploymentTargets: ids.map(() => targets_describe(deployment)) };
    })
};

;// CONCATENATED MODULE: ./lib/emulator/models/violations.js


/**
 * Holds a request to a shape of the service model. Members that the model does not know pass, as AWS ignores them, and null is as absent.
 *
 * @throws AwsFault SerializationException where a value has another type than the model says
 */
function findViolations(shapes, input, shape) {
    const found = [];
    check(input, shape, '');
    return found;
    function check(value, name, path) {
        const of = shapes(name);
        switch (of.kind) {
            case 'structure':
                if (!(0,decode/* isStructure */.ip)(value))
                    throw wrongType(value, 'a structure', path);
                for (const member of of.members) {
                    const inner = value[member.name];
                    const at = path === '' ? member.name : `${path}.${member.name}`;
                    if (inner !== undefined && inner !== null)
                        check(inner, member.shape, at);
                    else if (member.required)
                        add(undefined, of, at, NULL);
                }
                return;
            case 'list':
                if (!Array.isArray(value))
                    throw wrongType(value, 'a list', path);
                add(value, of, path, limit(value.length, of, 'size', 'length'));
                checkItems(value, of.item, path);
                return;
            case 'map':
                if (!(0,decode/* isStructure */.ip)(value))
                    throw wrongType(value, 'a map', path);
                checkMap(value, of, path);
                return;
            default:
                add(value, of, path, checkScalar(value, of, path));
        }
    }
    /** What is wrong with a scalar in a list is told of the list. */
    function checkItems(values, item, path) {
        const of = shapes(item);
        const broken = [];
        values.forEach((value, index) => {
            if (value === null)
                return;
            const at = `${path}.${index + 1}.member`;
            if (isScalar(of))
                broken.push(...checkScalar(value, of, at));
            else
                check(value, item, at);
        });
        if (isScalar(of))
            addTogether(values, of, path, broken, 'Member');
    }
    function checkMap(value, of, path) {
        const entries = Object.entries(value).filter(([, each]) => each !== null);
        add(value, of, path, limit(entries.length, of, 'size', 'length'));
        const keys = shapes(of.key);
        const values = shapes(of.value);
        if (isScalar(keys)) {
            const broken = entries.flatMap(([key]) => checkScalar(key, keys, path));
            addTogether(value, keys, path, broken, 'Map keys');
        }
        if (isScalar(values)) {
            const broken = entries.flatMap(([key, each]) => checkScalar(each, values, `${path}.${key}`));
            addTogether(value, values, path, broken, 'Map value');
        }
        else {
            for (const [key, each] of entries)
                check(each, of.value, `${path}.${key}.member`);
        }
    }
    /** One violation for all scalars of a list or a map: AWS then tells every constraint that they are held to. */
    function addTogether(value, of, path, broken, who) {
        const [first] = broken;
        if (first === undefined)
            return;
        const constraint = `${who} must satisfy constraint: [${constraintsOf(of).join(', ')}]`;
        add(value, of, path, [{ kind: first.kind, constraint }]);
    }
    function add(value, of, path, broken) {
        for (const each of broken)
            found.push({ path, value, sensitive: of.sensitive === true, ...each });
    }
}
const NONE = [];
const NULL = [{ kind: 'required', constraint: 'Member must not be null' }];
function isScalar(shape) {
    return shape.kind !== 'structure' && shape.kind !== 'list' && shape.kind !== 'map';
}
/** What a scalar breaks. @throws AwsFault SerializationException */
function checkScalar(value, of, path) {
    const { kind, values, pattern } = of;
    if (!isOfKind(value, kind))
        throw wrongType(value, NOUNS[kind] ?? kind, path);
    if (typeof value === 'number')
        return limit(value, of, 'range', 'value');
    if (typeof value !== 'string')
        return NONE;
    if (values !== undefined && !values.includes(value))
        return [{ kind: 'enum', constraint: enumWords(values) }];
    const length = kind === 'blob' ? Buffer.from(value, 'base64').length : lengthOf(value, of.max);
    const outside = limit(length, of, 'length', 'length');
    // A text that is too long is not worth a look at all of it.
    if (outside.length > 0 || pattern === undefined || pattern.whole.test(value))
        return outside;
    return [{ kind: 'pattern', constraint: patternWords(pattern.text) }];
}
/** Characters, not UTF-16 units, where that makes a difference. */
function lengthOf(text, max = Infinity) {
    return text.length > max ? Array.from(text).length : text.length;
}
function limit(measure, { min, max }, kind, what) {
    if (min !== undefined && measure < min)
        return [{ kind, constraint: leastWords(what, min) }];
    if (max !== undefined && measure > max)
        return [{ kind, constraint: mostWords(what, max) }];
    return NONE;
}
/** All that a scalar is held to, in the order of AWS's words. */
function constraintsOf({ kind, values, min, max, pattern }) {
    const what = kind === 'integer' || kind === 'double' ? 'value' : 'length';
    return [
        ...(values === undefined ? [] : [enumWords(values)]),
        ...(max === undefined ? [] : [mostWords(what, max)]),
        ...(min === undefined ? [] : [leastWords(what, min)]),
        ...(pattern === undefined ? [] : [patternWords(pattern.text)])
    ];
}
function enumWords(values) {
    return `Member must satisfy enum value set: [${values.join(', ')}]`;
}
function leastWords(what, min) {
    return `Member must have ${what} greater than or equal to ${min}`;
}
function mostWords(what, max) {
    return `Member must have ${what} less than or equal to ${max}`;
}
function patternWords(pattern) {
    return `Member must satisfy regular expression pattern: ${pattern}`;
}
const NOUNS = {
    string: 'a String',
    integer: 'an Integer',
    double: 'a Double',
    boolean: 'a Boolean',
    timestamp: 'a Timestamp',
    blob: 'a Blob'
};
function isOfKind(value, kind) {
    switch (kind) {
        case 'string':
        case 'blob':
            return typeof value === 'string';
        case 'integer':
            return Number.isInteger(value);
        case 'double':
        case 'timestamp':
            return typeof value === 'number';
        case 'boolean':
            return typeof value === 'boolean';
    }
}
function wrongType(value, expected, path) {
    const where = path === '' ? '' : ` (at ${path})`;
    return new server_protocol/* AwsFault */.kU('SerializationException', `${nameKind(value)}_VALUE can not be converted to ${expected}${where}`);
}
/** What a JSON value is, as AWS's parser calls it: `LIST`, `STRUCTURE`, `TRUE`, `NULL`, `STRING`, `NUMBER`. */
function nameKind(value) {
    if (value === null)
        return 'NULL';
    if (Array.isArray(value))
        return 'LIST';
    if (typeof value === 'object')
        return 'STRUCTURE';
    return typeof value === 'boolean' ? String(value).toUpperCase() : (typeof value).toUpperCase();
}
/** The longest part of a value that an error repeats, in characters. */
const MOST_VALUE = 1000;
/** `Value 'x' at 'roleName' failed to satisfy constraint: Member must …`, as AWS's common layer says it. */
function describeViolation({ path, value, sensitive, constraint }) {
    return `Value${describeValue(value, sensitive)} at '${lowerFirst(path)}' failed to satisfy constraint: ${constraint}`;
}
function describeValue(value, sensitive) {
    if (value === undefined)
        return ' null';
    return sensitive ? '' : ` '${showValue(value)}'`;
}
/** `1 validation error detected: …; …` for all of them. */
function describeViolations(violations) {
    const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected`;
    return `${count}: ${violations.map(describeViolation).join('; ')}`;
}
/** As Java prints it: `[a, b]`, `{key=value}`. */
function showValue(value) {
    const text = printValue(value);
    return text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE)}…` : text;
}
function printValue(value) {
    if (Array.isArray(value))
        return `[${value.map(printValue).join(', ')}]`;
    if ((0,decode/* isStructure */.ip)(value)) {
        const fields = Object.entries(value).map(([name, of]) => `${name}=${printValue(of)}`);
        return `{${fields.join(', ')}}`;
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/** AWS's servers name members as Java's fields are named: `roleName` for RoleName. */
function lowerFirst(path) {
    return path.replace(/(^|\.)[A-Z]/g, start => start.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/request-refusal.js


/**
 * What CodeDeploy's exceptions call a member of a request: `ApplicationName` makes ApplicationNameRequiredException and
 * InvalidApplicationNameException. By the error lists of https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Operations.html.
 */
const SUBJECTS = {
    applicationName: 'ApplicationName',
    applicationNames: 'ApplicationName',
    newApplicationName: 'ApplicationName',
    deploymentGroupName: 'DeploymentGroupName',
    deploymentGroupNames: 'DeploymentGroupName',
    currentDeploymentGroupName: 'DeploymentGroupName',
    newDeploymentGroupName: 'DeploymentGroupName',
    deploymentConfigName: 'DeploymentConfigName',
    deploymentId: 'DeploymentId',
    deploymentIds: 'DeploymentId',
    targetId: 'DeploymentTargetId',
    targetIds: 'DeploymentTargetId',
    targetFilters: 'TargetFilterName',
    revision: 'Revision',
    serviceRoleArn: 'Role',
    ResourceArn: 'ResourceArn',
    Tags: 'Tag',
    TagKeys: 'Tag',
    computePlatform: 'ComputePlatform',
    minimumHealthyHosts: 'MinimumHealthyHostValue',
    trafficRoutingConfig: 'TrafficRoutingConfiguration',
    zonalConfig: 'ZonalDeploymentConfiguration',
    ec2TagFilters: 'EC2Tag',
    onPremisesInstanceTagFilters: 'Tag',
    ec2TagSet: 'EC2TagCombination',
    onPremisesTagSet: 'OnPremisesTagCombination',
    triggerConfigurations: 'TriggerConfig',
    autoRollbackConfiguration: 'AutoRollbackConfig',
    deploymentStyle: 'DeploymentStyle',
    blueGreenDeploymentConfiguration: 'BlueGreenDeploymentConfiguration',
    ec2DeploymentOptions: 'AutoScalingGroupProcessToSuspend',
    targetInstances: 'TargetInstances',
    fileExistsBehavior: 'FileExistsBehavior',
    includeOnlyStatuses: 'DeploymentStatus',
    deploymentWaitType: 'DeploymentWaitType'
};
/** The operations whose lists have InvalidInputException for all that has no exception of its own. */
const WITH_ANY = ['CreateDeployment', 'CreateDeploymentGroup', 'ListDeployments', 'UpdateDeploymentGroup'];
/** What has no exception at all in the operation's list: the one that all services have. */
function refuseCodeDeployRequest([first], operation) {
    const anyInput = WITH_ANY.includes(operation) ? 'InvalidInputException' : 'ValidationException';
    if (first === undefined)
        return new server_protocol/* AwsFault */.kU(anyInput, 'The input is not valid.');
    const subject = SUBJECTS[first.path.split('.')[0] ?? ''];
    const words = describeViolation(first);
    if (subject === undefined)
        return new server_protocol/* AwsFault */.kU(anyInput, words);
    // ApplicationNames are one name at least: an empty list of them is as none.
    if (first.kind === 'required')
        return new server_protocol/* AwsFault */.kU(`${subject}RequiredException`, words);
    return new server_protocol/* AwsFault */.kU(subject === 'ResourceArn' ? 'InvalidArnException' : `Invalid${subject}Exception`, words);
}

;// CONCATENATED MODULE: ./lib/emulator/codedeploy/module.js







const codedeploy = {
    name: 'codedeploy',
    targetPrefix: 'CodeDeploy_20141006',
    operations: {
        ...applicationOperations,
        ...groupOperations,
        ...configOperations,
        ...deploymentOperations,
        ...targetOperations,
        ...tagOperations
    },
    refuse: refuseCodeDeployRequest,
    resource: (_operation, input, context) => {
        const { applicationName, deploymentGroupName } = (input ?? {});
        if (typeof applicationName !== 'string')
            return '*';
        return typeof deploymentGroupName === 'string'
            ? context.region.arn('codedeploy', `deploymentgroup:${applicationName}/${deploymentGroupName}`)
            : context.region.arn('codedeploy', `application:${applicationName}`);
    }
};
/** CodeDeploy for ECS: blue/green deployments that move in virtual time over the task sets of ECS. */
const codedeployModule = { json: [codedeploy] };

;// CONCATENATED MODULE: ./lib/emulator/server/unsupported.js

/**
 * Refuses members that AWS knows and that would have no effect here. One that is off asks for nothing.
 *
 * @param code the service's own error for what it does not take
 * @throws AwsFault for the first that is there
 */
function refuseUnsupported(code, members) {
    const asked = Object.keys(members).find(name => members[name] !== undefined && members[name] !== false);
    if (asked !== undefined)
        throw new server_protocol/* AwsFault */.kU(code, `The built-in AWS does not take ${asked}: leave it out`);
}

;// CONCATENATED MODULE: ./lib/emulator/ec2/tags.js



/** The member `TagSpecification` of what makes a resource. */
const TAG_SPECIFICATIONS = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ ResourceType: decode/* string */.Yj, Tag: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj })) }));
/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html, "Tag restrictions", and API_Tag. */
const MOST_TAGS = 50;
const LONGEST_KEY = 127;
const LONGEST_VALUE = 256;
/** A tag of this name chooses the id that AWS draws by lot, so that a file that names one can be rehearsed. */
const ID_TAG = '_custom_id_';
/**
 * The tags that a resource is made with. The errors are named in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html.
 *
 * @param kind the only resource type that the operation makes: `subnet`
 * @throws AwsFault for what EC2 does not take as a tag
 */
function tags_readTags(specifications = [], kind) {
    if (specifications.length > 1)
        throw tags_invalid('The same resource type may not be specified more than once');
    const tags = specifications.flatMap(({ ResourceType: type, Tag: given = [] }) => {
        if (type === undefined)
            throw tags_invalid('Tag specification resource type must have a value');
        if (type !== kind)
            throw tags_invalid(`'${type}' is not a valid taggable resource type for this operation.`);
        if (given.length === 0)
            throw tags_invalid('Tag specification must have at least one tag');
        return given.map(({ Key = '', Value = '' }) => ({ Key, Value }));
    });
    tags.forEach(({ Key }, index) => {
        if (tags.findIndex(other => other.Key === Key) < index)
            throw tags_invalid(`Duplicate tag key '${Key}' specified.`);
    });
    for (const { Key, Value } of tags) {
        if (Key === '')
            throw tags_invalid('Tag key cannot be empty.');
        if (/^aws:/i.test(Key))
            throw tags_invalid("Tag keys starting with 'aws:' are reserved for internal use");
        if (Key.length > LONGEST_KEY)
            throw tags_invalid(`Tag key exceeds the maximum length of ${LONGEST_KEY} characters`);
        if (Value.length > LONGEST_VALUE) {
            throw tags_invalid(`Tag value exceeds the maximum length of ${LONGEST_VALUE} characters`);
        }
    }
    if (tags.length > MOST_TAGS) {
        throw new server_protocol/* AwsFault */.kU('TagLimitExceeded', `The maximum number of tags of a resource is ${MOST_TAGS}`);
    }
    return tags;
}
function tags_invalid(message) {
    return new server_protocol/* AwsFault */.kU('InvalidParameterValue', message);
}
/** A new id: `subnet-0…`, or the one that the tag `_custom_id_` chooses. */
function newId(kind, tags) {
    return tags.find(({ Key }) => Key === ID_TAG)?.Value ?? `${kind}-0${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
}
/** The member `tagSet` of an answer. */
function describeTags(tags) {
    return tags.map(({ Key, Value }) => ({ key: Key, value: Value }));
}

;// CONCATENATED MODULE: ./lib/emulator/ec2/zones.js

/** No region has more of them. */
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];
/**
 * The Availability Zone that a request names by its name or its id; the first of the region where it names none.
 *
 * @throws AwsFault where there is no such zone in the region, or where the two do not agree
 */
function findZone(region, name, id) {
    const zones = LETTERS.map(letter => region + letter);
    const named = name === undefined ? undefined : known('availabilityZone', name, zones);
    const numbered = id === undefined
        ? undefined
        : known('availabilityZoneId', id, zones.map(zone => zoneIdOf(zone)));
    if (named !== undefined && numbered !== undefined && zoneIdOf(named) !== numbered) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterCombination', `The zone ${named} has the ID ${zoneIdOf(named)}, not ${numbered}`);
    }
    return named ?? zones.find(zone => zoneIdOf(zone) === numbered) ?? `${region}a`;
}
function known(member, value, zones) {
    if (zones.includes(value))
        return value;
    throw new server_protocol/* AwsFault */.kU('InvalidParameterValue', `Value (${value}) for parameter ${member} is invalid. Subnets can currently only be created in the following availability zones: ${zones.join(', ')}.`);
}
/** The parts of a region's name as an id of its zones has them. */
const SHORT = {
    gov: 'g',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw'
};
/** `use1-az2` of us-east-1b: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html */
function zoneIdOf(zone) {
    const [first = '', ...parts] = zone.slice(0, -1).split('-');
    const region = parts.map(part => SHORT[part] ?? part.slice(0, /^\d/.test(part) ? undefined : 1)).join('');
    return `${first}${region}-az${LETTERS.indexOf(zone.slice(-1)) + 1}`;
}

;// CONCATENATED MODULE: ./lib/emulator/ec2/describe.js


/** What networks and subnets are as soon as they are there. */
const AVAILABLE = 'available';
/** Filters for what nothing has here: they are AWS's, and nothing passes them. */
const NOTHING = [];
function withNothing(...names) {
    return Object.fromEntries(names.map(name => [name, NOTHING]));
}
function describeVpc({ id, cidr, isDefault, tenancy, tags }, region) {
    return {
        vpcId: id,
        ownerId: region.account,
        state: AVAILABLE,
        cidrBlock: cidr,
        instanceTenancy: tenancy,
        isDefault,
        tagSet: describeTags(tags)
    };
}
const NO_VPC = withNothing('ipv6-cidr-block-association.association-id', 'ipv6-cidr-block-association.ipv6-cidr-block', 'ipv6-cidr-block-association.ipv6-pool', 'ipv6-cidr-block-association.state');
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
function filterVpc({ id, cidr, isDefault }, region) {
    return {
        ...NO_VPC,
        'vpc-id': id,
        cidr,
        'cidr-block': cidr,
        'cidr-block-association.cidr-block': cidr,
        'cidr-block-association.state': 'associated',
        'owner-id': region.account,
        'is-default': String(isDefault),
        isDefault: String(isDefault),
        state: AVAILABLE
    };
}
function describeSubnet({ id, vpcId, zone, cidr, isDefault, tags }, region) {
    return {
        subnetId: id,
        subnetArn: region.arn('ec2', `subnet/${id}`),
        state: AVAILABLE,
        vpcId,
        ownerId: region.account,
        cidrBlock: cidr,
        availableIpAddressCount: 251,
        availabilityZone: zone,
        availabilityZoneId: zoneIdOf(zone),
        defaultForAz: isDefault,
        mapPublicIpOnLaunch: isDefault,
        tagSet: describeTags(tags)
    };
}
const NO_SUBNET = withNothing('customer-owned-ipv4-pool', 'enable-lni-at-device-index', 'ipv6-cidr-block-association.association-id', 'ipv6-cidr-block-association.ipv6-cidr-block', 'ipv6-cidr-block-association.state', 'outpost-arn');
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html: some have two names. */
function filterSubnet(subnet, region) {
    const shown = describeSubnet(subnet, region);
    const isDefault = String(subnet.isDefault);
    return {
        ...NO_SUBNET,
        'subnet-id': subnet.id,
        'subnet-arn': shown.subnetArn,
        'vpc-id': subnet.vpcId,
        'availability-zone': subnet.zone,
        availabilityZone: subnet.zone,
        'availability-zone-id': shown.availabilityZoneId,
        availabilityZoneId: shown.availabilityZoneId,
        'available-ip-address-count': String(shown.availableIpAddressCount),
        'cidr-block': subnet.cidr,
        cidr: subnet.cidr,
        cidrBlock: subnet.cidr,
        'default-for-az': isDefault,
        defaultForAz: isDefault,
        'enable-dns64': 'false',
        'ipv6-native': 'false',
        'map-customer-owned-ip-on-launch': 'false',
        'map-public-ip-on-launch': String(shown.mapPublicIpOnLaunch),
        'owner-id': region.account,
        state: AVAILABLE
    };
}
function describeGroup({ id, vpcId, name, description, tags }, region) {
    return {
        ownerId: region.account,
        groupId: id,
        securityGroupArn: region.arn('ec2', `security-group/${id}`),
        groupName: name,
        groupDescription: description,
        vpcId,
        ipPermissions: [],
        ipPermissionsEgress: [],
        tagSet: describeTags(tags)
    };
}
/** Groups have no rules here. */
const NO_GROUP = withNothing(...['ip-permission', 'egress.ip-permission'].flatMap(rules => [
    'cidr',
    'from-port',
    'group-id',
    'group-name',
    'ipv6-cidr',
    'prefix-list-id',
    'protocol',
    'to-port',
    'user-id'
].map(name => `${rules}.${name}`)));
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
function filterGroup({ id, vpcId, name, description }, region) {
    return {
        ...NO_GROUP,
        'group-id': id,
        'vpc-id': vpcId,
        'group-name': name,
        description,
        'owner-id': region.account
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ec2/network.js

/** The default VPC that every region of an account begins with: a subnet a zone and the group `default`. */
const NETWORK = {
    create: region => {
        const tags = [];
        const vpc = { id: 'vpc-0123456789abcdef0', cidr: '172.31.0.0/16', isDefault: true, tenancy: 'default', tags };
        const subnets = ['a', 'b', 'c'].map((letter, index) => ({
            id: `subnet-0123456789abcdef${index}`,
            vpcId: vpc.id,
            zone: region.name + letter,
            cidr: `172.31.${16 * index}.0/20`,
            isDefault: true,
            tags
        }));
        const group = {
            id: 'sg-0123456789abcdef0',
            vpcId: vpc.id,
            name: 'default',
            description: 'default VPC security group',
            tags
        };
        return {
            vpcs: new Map([[vpc.id, vpc]]),
            subnets: new Map(subnets.map(subnet => [subnet.id, subnet])),
            groups: new Map([[group.id, group]])
        };
    }
};
/** Where a subnet is; undefined where there is no such. */
function findSubnet(region, id) {
    return region.part(NETWORK).subnets.get(id);
}
/** @throws AwsFault InvalidVpcID.NotFound */
function findVpc(region, id) {
    const vpc = region.part(NETWORK).vpcs.get(id);
    if (vpc === undefined)
        throw new server_protocol/* AwsFault */.kU('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`);
    return vpc;
}

;// CONCATENATED MODULE: ./lib/emulator/ec2/request-refusal.js

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
function refuseEc2Request([first]) {
    const { path = '', value, kind, constraint = '' } = first ?? {};
    if (kind === 'required')
        return new server_protocol/* AwsFault */.kU('MissingParameter', `The request must contain the parameter ${path}`);
    return new server_protocol/* AwsFault */.kU('InvalidParameterValue', `Value ( ${String(value)} ) for parameter ${path} is invalid. ${constraint}`);
}

;// CONCATENATED MODULE: ./lib/emulator/server/paging.js

/** Cuts a page of at most `most` items out of a list; throws InvalidParameterException for a token that is none. */
function cutPage(items, wanted, nextToken, most = 100) {
    const start = nextToken === undefined || nextToken === '' ? 0 : readToken(nextToken);
    const size = wanted === undefined || wanted < 1 ? most : Math.min(wanted, most);
    const end = start + size;
    return {
        items: items.slice(start, end),
        nextToken: end < items.length ? Buffer.from(`page:${end}`).toString('base64url') : undefined
    };
}
function readToken(token) {
    const found = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
    if (found === undefined)
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'Invalid token');
    return Number(found);
}
/** The page that a query asks for; `marker` is absent on the last. Throws ValidationError for a marker that is none of this list. */
function cutMarkedPage(items, { size, marker, usual, of }) {
    const start = marker === undefined ? 0 : readMarker(marker, of);
    if (start === undefined)
        throw new server_protocol/* AwsFault */.kU('ValidationError', `Invalid marker: ${marker ?? ''}`);
    const end = start + (size ?? usual);
    return { items: items.slice(start, end), marker: end < items.length ? makeMarker(of, end) : undefined };
}
/** Says where the next page of a list begins, in letters that a URL takes. */
function makeMarker(of, start) {
    return Buffer.from(`${of}:${start}`).toString('base64url');
}
/** Where a page begins; undefined where the marker is none that was made for such a list. */
function readMarker(marker, of) {
    const [, kind, start] = /^(\w+):([1-9]\d*)$/.exec(Buffer.from(marker, 'base64url').toString('utf8')) ?? [];
    return kind === of ? Number(start) : undefined;
}

// EXTERNAL MODULE: ./lib/emulator/server/wildcards.js
var wildcards = __webpack_require__(5548);
;// CONCATENATED MODULE: ./lib/emulator/ec2/selection.js




/** What all Describe operations take beside ids. */
const SELECTION = {
    Filter: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Name: decode/* string */.Yj, Value: (0,decode/* list */.p_)(decode/* string */.Yj) })),
    MaxResults: decode/* integer */.nd,
    NextToken: decode/* string */.Yj,
    DryRun: decode/* boolean */.zM
};
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, FilterLimitExceeded */
const MOST_VALUES = 200;
/**
 * What a Describe operation of EC2 asks for: those of the ids, that pass all its filters, cut by `MaxResults` and `NextToken`
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination). `tag:<key>` and `tag-key` are filters of all.
 *
 * @throws AwsFault where an id is not there, a filter unknown, a token none of this list, or where ids are asked for in pages
 */
function findPage({ Filter: filters = [], MaxResults, NextToken }, ids = [], all, { member, code, kind }, filterable) {
    const missing = ids.find(id => !all.some(item => item.id === id));
    if (missing !== undefined)
        throw new server_protocol/* AwsFault */.kU(code, `The ${kind} '${missing}' does not exist`);
    if (ids.length > 0 && MaxResults !== undefined) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterCombination', `The parameter ${member} cannot be used with the parameter MaxResults`);
    }
    const tests = readFilters(filters);
    // Also where nothing is left to pass it, an unknown filter is refused.
    const known = all.map(item => ({ item, passes: tests.map(test => test(filterable(item), item.tags)) }));
    const found = known
        .filter(({ item, passes }) => (ids.length === 0 || ids.includes(item.id)) && passes.every(Boolean))
        .map(({ item }) => item);
    const kindOfList = member.toLowerCase();
    const start = NextToken === undefined ? 0 : readMarker(NextToken, kindOfList);
    if (start === undefined || start > found.length) {
        throw new server_protocol/* AwsFault */.kU('InvalidPaginationToken', 'The specified pagination token is not valid or is expired.');
    }
    const end = start + (MaxResults ?? found.length);
    return { items: found.slice(start, end), nextToken: end < found.length ? makeMarker(kindOfList, end) : undefined };
}
/** Of the values of a filter one is to fit, with `*` and `?` (nothing or one character): "Filter using the CLI" of EC2's user guide. */
function readFilters(filters) {
    return filters.map(({ Name: name = 'null', Value: values = [] }, index) => {
        if (values.length === 0) {
            throw new server_protocol/* AwsFault */.kU('MissingParameter', `The request must contain the parameter Filter.${index + 1}.Value`);
        }
        if (values.length > MOST_VALUES) {
            throw new server_protocol/* AwsFault */.kU('FilterLimitExceeded', `The maximum number of filter values specified on a single call is ${MOST_VALUES}`);
        }
        const patterns = values.map(value => (0,wildcards/* compileWildcards */.f)(value, '', '[^]?'));
        return (members, tags) => {
            const found = valuesOf(name, members, tags);
            if (found === undefined)
                throw new server_protocol/* AwsFault */.kU('InvalidParameterValue', `The filter '${name}' is invalid`);
            return [found].flat().some(value => patterns.some(pattern => pattern.test(value)));
        };
    });
}
/** undefined where there is no such filter */
function valuesOf(name, members, tags) {
    if (name === 'tag-key')
        return tags.map(({ Key }) => Key);
    if (!name.startsWith('tag:'))
        return members[name];
    return tags.flatMap(({ Key, Value }) => (`tag:${Key}` === name ? [Value] : []));
}

;// CONCATENATED MODULE: ./lib/emulator/ec2/module.js










/**
 * An operation in two parts: `plan` checks the request and gives what is left to be done. With `DryRun` that is not done.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html
 */
function planned(input, plan) {
    return operation(input, ({ DryRun, ...rest }, context) => {
        const run = plan(rest, context);
        if (DryRun === true) {
            throw new server_protocol/* AwsFault */.kU('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
        }
        return run();
    });
}
/** EC2's error for a request that it cannot fulfil. */
const UNSUPPORTED = 'UnsupportedOperation';
const IPAM = { Ipv4IpamPoolId: decode/* string */.Yj, Ipv4NetmaskLength: decode/* integer */.nd, Ipv6IpamPoolId: decode/* string */.Yj, Ipv6NetmaskLength: decode/* integer */.nd };
const VPC = (0,decode/* structure */.QK)({
    ...IPAM,
    CidrBlock: decode/* string */.Yj,
    Ipv6Pool: decode/* string */.Yj,
    Ipv6CidrBlock: decode/* string */.Yj,
    Ipv6CidrBlockNetworkBorderGroup: decode/* string */.Yj,
    VpcEncryptionControl: decode/* document */.Al,
    TagSpecification: TAG_SPECIFICATIONS,
    DryRun: decode/* boolean */.zM,
    InstanceTenancy: decode/* string */.Yj,
    AmazonProvidedIpv6CidrBlock: decode/* boolean */.zM
});
const createVpc = planned(VPC, (input, { region }) => {
    const { CidrBlock, TagSpecification, InstanceTenancy: tenancy = 'default', ...others } = input;
    refuseUnsupported(UNSUPPORTED, others);
    const cidr = module_need(CidrBlock, 'CidrBlock');
    const tags = tags_readTags(TagSpecification, 'vpc');
    return () => {
        const vpc = { id: newId('vpc', tags), cidr, isDefault: false, tenancy, tags };
        region.part(NETWORK).vpcs.set(vpc.id, vpc);
        return { vpc: describeVpc(vpc, region) };
    };
});
const SUBNET = (0,decode/* structure */.QK)({
    ...IPAM,
    TagSpecification: TAG_SPECIFICATIONS,
    AvailabilityZone: decode/* string */.Yj,
    AvailabilityZoneId: decode/* string */.Yj,
    CidrBlock: decode/* string */.Yj,
    Ipv6CidrBlock: decode/* string */.Yj,
    OutpostArn: decode/* string */.Yj,
    VpcId: decode/* string */.Yj,
    Ipv6Native: decode/* boolean */.zM,
    DryRun: decode/* boolean */.zM
});
const createSubnet = planned(SUBNET, (input, { region }) => {
    const { TagSpecification, AvailabilityZone, AvailabilityZoneId, CidrBlock, VpcId, ...others } = input;
    refuseUnsupported(UNSUPPORTED, others);
    const vpcId = findVpc(region, VpcId ?? '').id;
    const cidr = module_need(CidrBlock, 'CidrBlock');
    const zone = findZone(region.name, AvailabilityZone, AvailabilityZoneId);
    const tags = tags_readTags(TagSpecification, 'subnet');
    return () => {
        const subnet = { id: newId('subnet', tags), vpcId, zone, cidr, isDefault: false, tags };
        region.part(NETWORK).subnets.set(subnet.id, subnet);
        return { subnet: describeSubnet(subnet, region) };
    };
});
const GROUP = (0,decode/* structure */.QK)({
    GroupName: decode/* string */.Yj,
    GroupDescription: decode/* string */.Yj,
    VpcId: decode/* string */.Yj,
    TagSpecification: TAG_SPECIFICATIONS,
    DryRun: decode/* boolean */.zM
});
const createSecurityGroup = planned(GROUP, (input, { region }) => {
    const { groups, vpcs } = region.part(NETWORK);
    const own = [...vpcs.values()].find(({ isDefault }) => isDefault)?.id ?? '';
    const vpcId = findVpc(region, input.VpcId ?? own).id;
    const name = module_need(input.GroupName, 'GroupName');
    const description = module_need(input.GroupDescription, 'GroupDescription');
    if ([...groups.values()].some(group => group.name === name && group.vpcId === vpcId)) {
        throw new server_protocol/* AwsFault */.kU('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
    }
    const tags = tags_readTags(input.TagSpecification, 'security-group');
    return () => {
        const id = newId('sg', tags);
        groups.set(id, { id, vpcId, name, description, tags });
        return {
            return: true,
            groupId: id,
            tagSet: tags.length === 0 ? undefined : describeTags(tags),
            securityGroupArn: region.arn('ec2', `security-group/${id}`)
        };
    };
});
const describeVpcs = planned((0,decode/* structure */.QK)({ ...SELECTION, VpcId: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const naming = { member: 'VpcId', code: 'InvalidVpcID.NotFound', kind: 'vpc ID' };
    const all = [...region.part(NETWORK).vpcs.values()];
    const { items, nextToken } = findPage(input, input.VpcId, all, naming, vpc => filterVpc(vpc, region));
    return () => ({ vpcSet: items.map(vpc => describeVpc(vpc, region)), nextToken });
});
const describeSubnets = planned((0,decode/* structure */.QK)({ ...SELECTION, SubnetId: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const naming = { member: 'SubnetId', code: 'InvalidSubnetID.NotFound', kind: 'subnet ID' };
    const all = [...region.part(NETWORK).subnets.values()];
    const { items, nextToken } = findPage(input, input.SubnetId, all, naming, subnet => filterSubnet(subnet, region));
    return () => ({ subnetSet: items.map(subnet => describeSubnet(subnet, region)), nextToken });
});
const GROUPS = (0,decode/* structure */.QK)({ ...SELECTION, GroupId: (0,decode/* list */.p_)(decode/* string */.Yj), GroupName: (0,decode/* list */.p_)(decode/* string */.Yj) });
const describeSecurityGroups = planned(GROUPS, (input, { region }) => {
    const naming = { member: 'GroupId', code: 'InvalidGroup.NotFound', kind: 'security group' };
    const all = namedGroups(input.GroupName, region);
    const { items, nextToken } = findPage(input, input.GroupId, all, naming, group => filterGroup(group, region));
    return () => ({ securityGroupInfo: items.map(group => describeGroup(group, region)), nextToken });
});
/** The groups of these names, in the default network alone; all where there are none. */
function namedGroups(names = [], region) {
    const { groups, vpcs } = region.part(NETWORK);
    if (names.length === 0)
        return [...groups.values()];
    const own = [...groups.values()].filter(({ vpcId }) => vpcs.get(vpcId)?.isDefault === true);
    const missing = names.find(name => !own.some(group => group.name === name));
    if (missing === undefined)
        return own.filter(({ name }) => names.includes(name));
    throw new server_protocol/* AwsFault */.kU('InvalidGroup.NotFound', `The security group '${missing}' does not exist in default VPC`);
}
/** A member that the service model does not require, or that may be empty there. */
function module_need(value, name) {
    if (value !== undefined && value !== '')
        return value;
    throw new server_protocol/* AwsFault */.kU('MissingParameter', `The request must contain the parameter ${name}`);
}
const ec2 = {
    name: 'ec2',
    // Those of botocore 1.44.8: a client may be told to use an older one (`api_versions` of the AWS CLI's configuration).
    versions: [
        '2016-11-15',
        '2016-09-15',
        '2016-04-01',
        '2015-10-01',
        '2015-04-15',
        '2015-03-01',
        '2014-10-01',
        '2014-09-01'
    ],
    dialect: 'ec2',
    refuse: refuseEc2Request,
    operations: {
        CreateVpc: createVpc,
        CreateSubnet: createSubnet,
        CreateSecurityGroup: createSecurityGroup,
        DescribeVpcs: describeVpcs,
        DescribeSubnets: describeSubnets,
        DescribeSecurityGroups: describeSecurityGroups
    }
};
/** Amazon EC2's networks, as far as tasks run in them. */
const ec2Module = { query: [ec2] };

;// CONCATENATED MODULE: ./lib/emulator/iam/policies.js



/**
 * A policy's text, as it was given.
 *
 * @param code the operation's own error for a text that is none
 * @throws AwsFault of that code where it is no JSON with a statement
 */
function readPolicy(text, code = 'MalformedPolicyDocument') {
    try {
        const policy = JSON.parse(text);
        if (policy?.Statement !== undefined)
            return text;
    }
    catch {
        // As a policy without a statement.
    }
    throw new server_protocol/* AwsFault */.kU(code, 'This policy contains invalid Json');
}
/** As readPolicy, of who may assume a role. It is on the role itself: no statement names a resource. */
function readTrustPolicy(text) {
    const hasResource = statementsOf(readPolicy(text)).some(each => 'Resource' in each || 'NotResource' in each);
    if (hasResource)
        throw new server_protocol/* AwsFault */.kU('MalformedPolicyDocument', 'Has prohibited field Resource');
    return text;
}
/**
 * Whether a role's trust policy lets a request pass that assumes the role with these values, as far as its conditions look at them; who asks is
 * not looked at.
 *
 * @param context condition keys in lower case
 */
function trusts(policy, action, context) {
    const given = new Map([...context].flatMap(([key, value]) => (value === undefined ? [] : [[key, [value]]])));
    const statements = statementsOf(policy).filter(({ Effect, Action }) => Effect === 'Allow' && isNamed(Action, undefined, action));
    return (statements.length === 0 ||
        statements.some(({ Condition }) => holds(Condition, given, new Set(), key => context.has(key))));
}
function statementsOf(policy) {
    return listOf(JSON.parse(policy).Statement).filter(decode/* isStructure */.ip);
}
/**
 * What these policies (JSON) say to a wish, by IAM's rules: a denial beats what allows, and what nothing allows is denied. IAM user guide,
 * "Policy evaluation logic". Conditions: StringEquals, StringLike, ArnEquals, ArnLike, with or without IfExists; any other does not hold.
 */
function evaluatePolicies(policies, wish) {
    const statements = policies.flatMap(statementsOf);
    const missing = new Set();
    const fitting = statements.filter(statement => isNamed(statement['Action'], statement['NotAction'], wish.action) &&
        isNamed(statement['Resource'], statement['NotResource'], wish.resource));
    const holding = fitting.filter(({ Condition }) => holds(Condition, wish.context, missing));
    const effects = new Set(holding.map(({ Effect }) => Effect));
    const undenied = effects.has('Allow') ? 'allowed' : 'implicitDeny';
    return { decision: effects.has('Deny') ? 'explicitDeny' : undenied, missingKeys: [...missing] };
}
function isNamed(patterns, exceptions, text) {
    const fits = (pattern) => typeof pattern === 'string' && matchesPattern(pattern, text);
    return patterns === undefined
        ? exceptions !== undefined && !listOf(exceptions).some(fits)
        : listOf(patterns).some(fits);
}
function holds(condition, context, missing, counts = () => true) {
    const all = Object.entries((0,decode/* isStructure */.ip)(condition) ? condition : {}).flatMap(([operator, keys]) => Object.entries((0,decode/* isStructure */.ip)(keys) ? keys : {}).map(([key, wanted]) => ({ operator, key, wanted: listOf(wanted) })));
    const results = all
        .filter(({ key }) => counts(key.toLowerCase()))
        .map(({ operator, key, wanted }) => {
        const values = context.get(key.toLowerCase());
        if (values === undefined) {
            missing.add(key);
            return operator.endsWith('IfExists');
        }
        const [, kind] = /^(?:String|Arn)(Equals|Like)(?:IfExists)?$/.exec(operator) ?? [];
        if (kind === undefined)
            return false;
        return wanted.some(pattern => typeof pattern === 'string' &&
            values.some(value => (kind === 'Like' ? matchesPattern(pattern, value) : pattern === value)));
    });
    return results.every(Boolean);
}
function listOf(value) {
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
}

;// CONCATENATED MODULE: ./lib/emulator/iam/roles.js


const ROLES = { create: () => new Map() };
/** The roles by their names. IAM knows no regions: all of them see the same. */
function rolesOf(cloud) {
    return cloud.region('global').part(ROLES);
}
/** @throws AwsFault NoSuchEntity */
function findRole(cloud, name = '') {
    const role = rolesOf(cloud).get(name);
    if (role === undefined) {
        throw new server_protocol/* AwsFault */.kU('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
    }
    return role;
}
/** The role of an ARN; undefined where there is none. */
function findRoleByArn(cloud, arn) {
    return [...rolesOf(cloud).values()].find(role => role.arn === arn);
}
/** As ListRoles shows it. */
function describeRole(role) {
    const id = (0,external_node_crypto_.createHash)('sha256').update(role.arn).digest('hex').slice(0, 16).toUpperCase();
    return {
        Path: role.path,
        RoleName: role.name,
        RoleId: `AROA${id}`,
        Arn: role.arn,
        CreateDate: new Date(role.createdAt).toISOString().replace(/\.\d+Z$/, 'Z'),
        // As RFC 3986 has it, says the model.
        AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
        Description: role.description,
        MaxSessionDuration: role.maxSessionDuration,
        MaxSigninSessionDuration: role.maxSigninSessionDuration
    };
}
/** With what ListRoles leaves out. */
function describeWhole(role) {
    const boundary = role.permissionsBoundary;
    return {
        ...describeRole(role),
        ...(role.tags.length === 0 ? {} : { Tags: role.tags }),
        ...(boundary === undefined
            ? {}
            : {
                PermissionsBoundary: {
                    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
                    PermissionsBoundaryArn: boundary
                }
            })
    };
}

;// CONCATENATED MODULE: ./lib/emulator/sts/module.js








/** The ARN behind an access key: the session that STS made, else the one user of the account. */
function identityOf(cloud, accessKeyId) {
    return cloud.sessions.get(accessKeyId ?? '') ?? `arn:aws:iam::${accountOf(cloud, accessKeyId)}:user/rehearsal`;
}
/** The account behind an access key: a key of 12 digits is that of the account which it names; any other, the cloud's own. */
function accountOf(cloud, accessKeyId) {
    return /^\d{12}$/.test(accessKeyId ?? '') ? (accessKeyId ?? '') : cloud.account;
}
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:.*\/)?([\w+=,.@-]{1,64})$/;
/** The stage lives longer than its sessions; the oldest are forgotten. */
const MOST_SESSIONS = 1000;
const getCallerIdentity = operation((0,decode/* structure */.QK)({}), (_input, { principal, region }) => {
    // The user is in the partition of the region that is asked; a session's ARN has its role's.
    const arn = principal.replace(/^arn:aws(?=:iam:)/, `arn:${region.partition}`);
    const userId = arn.includes(':assumed-role/') ? `AROAREHEARSAL:${shortName(arn)}` : 'AIDAREHEARSAL';
    return { Arn: arn, UserId: userId, Account: region.account };
});
const SESSION = {
    RoleArn: decode/* string */.Yj,
    RoleSessionName: decode/* string */.Yj,
    PolicyArns: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ arn: decode/* string */.Yj })),
    Policy: decode/* string */.Yj,
    DurationSeconds: decode/* integer */.nd,
    MinimumSessionTokenSize: decode/* integer */.nd
};
const ROLE_INPUT = (0,decode/* structure */.QK)({
    ...SESSION,
    Tags: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj })),
    TransitiveTagKeys: (0,decode/* list */.p_)(decode/* string */.Yj),
    ExternalId: decode/* string */.Yj,
    SerialNumber: decode/* string */.Yj,
    TokenCode: decode/* string */.Yj,
    SourceIdentity: decode/* string */.Yj,
    ProvidedContexts: (0,decode/* list */.p_)(decode/* document */.Al)
});
const WEB_IDENTITY_INPUT = (0,decode/* structure */.QK)({ ...SESSION, WebIdentityToken: decode/* string */.Yj, ProviderId: decode/* string */.Yj });
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const assumeRole = operation(ROLE_INPUT, (input, context) => {
    const { RoleArn: role = '', RoleSessionName: session, ExternalId, SourceIdentity, Tags = [], TransitiveTagKeys = [] } = input;
    refuseUnsupported('ValidationError', { ProvidedContexts: input.ProvidedContexts });
    checkMfa(input.SerialNumber, input.TokenCode);
    const keys = Tags.map(({ Key = '' }) => Key.toLowerCase());
    if (new Set(keys).size < keys.length) {
        throw new server_protocol/* AwsFault */.kU('ValidationError', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.');
    }
    if (TransitiveTagKeys.some(key => !keys.includes(key.toLowerCase()))) {
        const message = 'The specified transitive tag keys must be included in the requested tags.';
        throw new server_protocol/* AwsFault */.kU('ValidationError', message);
    }
    const known = findRoleByArn(context.cloud, role);
    const conditions = new Map([
        ['sts:externalid', ExternalId],
        ['sts:sourceidentity', SourceIdentity],
        ['sts:rolesessionname', session]
    ]);
    if (known !== undefined && !trusts(known.trustPolicy, 'sts:AssumeRole', conditions)) {
        const message = `User: ${context.principal} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
        throw new server_protocol/* AwsFault */.kU('AccessDenied', message, 403);
    }
    const sent = [...Tags.flatMap(({ Key = '', Value = '' }) => [Key, Value]), ...TransitiveTagKeys];
    return { ...openSession(input, sent, context), SourceIdentity };
});
/** No user has a device here. */
function checkMfa(serial, code) {
    if (serial === undefined && code === undefined)
        return;
    const message = serial === undefined || code === undefined
        ? 'must provide both MFA serial number and one time pass code.'
        : 'unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user.';
    throw new server_protocol/* AwsFault */.kU('AccessDenied', `MultiFactorAuthentication failed, ${message}`, 403);
}
/**
 * A session of a role, known by its access key. No call is refused by its policies.
 *
 * @param sent what the request attaches to the session beside policies
 */
function openSession(input, sent, context) {
    const { RoleArn: role = '', RoleSessionName: session = '', DurationSeconds: seconds = 3600, Policy: policy } = input;
    const [, name] = ROLE_ARN.exec(role) ?? [];
    if (name === undefined)
        throw new server_protocol/* AwsFault */.kU('ValidationError', `${role} is invalid`);
    if (policy !== undefined)
        readPolicy(policy);
    const packed = packSession([...sent, policy ?? '', ...(input.PolicyArns ?? []).map(({ arn = '' }) => arn)]);
    const { partition, account } = splitArn(role);
    const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`;
    const accessKeyId = `ASIA${(0,external_node_crypto_.randomBytes)(10).toString('hex').toUpperCase().slice(0, 16)}`;
    const { sessions } = context.cloud;
    sessions.set(accessKeyId, arn);
    const oldest = sessions.keys().next();
    if (sessions.size > MOST_SESSIONS && oldest.done !== true)
        sessions.delete(oldest.value);
    return {
        Credentials: {
            AccessKeyId: accessKeyId,
            SecretAccessKey: (0,external_node_crypto_.randomBytes)(30).toString('base64'),
            SessionToken: (0,external_node_crypto_.randomBytes)(Math.max(96, input.MinimumSessionTokenSize ?? 0)).toString('base64'),
            Expiration: new Date(context.now + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
        },
        AssumedRoleUser: { AssumedRoleId: `AROAREHEARSAL:${session}`, Arn: arn },
        PackedPolicySize: packed
    };
}
/** The limit of AWS for policies and tags as text, in characters. AWS packs them in a way that it does not tell. */
const MOST_PACKED = 2048;
/** How much of the space for policies and tags they take, in percent; undefined where there are none. Throws PackedPolicyTooLarge. */
function packSession(parts) {
    const length = parts.join('').length;
    if (length === 0)
        return undefined;
    const percent = Math.ceil((100 * length) / MOST_PACKED);
    if (percent <= 100)
        return percent;
    throw new server_protocol/* AwsFault */.kU('PackedPolicyTooLarge', `Packed size of session policies and tags consumes ${percent}% of allotted space.`);
}
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html; the token's claims are read, not its signature. */
const assumeRoleWithWebIdentity = operation(WEB_IDENTITY_INPUT, (input, context) => {
    // Of OAuth 2.0 access tokens, which are not here.
    refuseUnsupported('ValidationError', { ProviderId: input.ProviderId });
    const claims = readClaims(input.WebIdentityToken ?? '');
    return {
        ...openSession(input, [], context),
        SubjectFromWebIdentityToken: claims['sub'],
        Audience: claims['aud'],
        Provider: `arn:aws:iam::${context.cloud.account}:oidc-provider/token.actions.githubusercontent.com`
    };
});
function readClaims(token) {
    const part = token.split('.')[1];
    try {
        if (part === undefined)
            throw new Error('no payload');
        return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    }
    catch {
        throw new server_protocol/* AwsFault */.kU('InvalidIdentityToken', 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
    }
}
const sts = {
    name: 'sts',
    versions: ['2011-06-15'],
    operations: {
        GetCallerIdentity: getCallerIdentity,
        AssumeRole: assumeRole,
        AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity
    },
    unsigned: ['AssumeRoleWithWebIdentity']
};
const stsModule = { query: [sts] };

;// CONCATENATED MODULE: ./lib/emulator/registry/errors.js
/** The error codes of the OCI distribution specification 1.1, with the HTTP status that Amazon ECR sends with each. */
const STATUS = {
    BLOB_UNKNOWN: 404,
    BLOB_UPLOAD_INVALID: 400,
    BLOB_UPLOAD_UNKNOWN: 404,
    DENIED: 403,
    DIGEST_INVALID: 400,
    MANIFEST_BLOB_UNKNOWN: 404,
    MANIFEST_INVALID: 400,
    MANIFEST_UNKNOWN: 404,
    NAME_INVALID: 400,
    NAME_UNKNOWN: 404,
    RANGE_INVALID: 416,
    SIZE_INVALID: 400,
    TAG_INVALID: 400,
    UNAUTHORIZED: 401,
    UNSUPPORTED: 405
};
/** An answer of the registry that is an error. Docker prints the code in lower case, then the message: `tag invalid: The image tag …`. */
class RegistryError extends Error {
    code;
    status;
    constructor(code, message) {
        super(message);
        this.name = 'RegistryError';
        this.code = code;
        this.status = STATUS[code];
    }
}
/** The body of an error answer, as the distribution specification lays it down. */
function formatErrorBody(error) {
    return JSON.stringify({ errors: [{ code: error.code, message: error.message }] });
}
/** ECR's sentence for a repository that is not there; its API and its registry use the same one. */
function describeMissingRepository(name, registryId) {
    return `The repository with name '${name}' does not exist in the registry with id '${registryId}'`;
}

;// CONCATENATED MODULE: ./lib/emulator/registry/repository.js

/** The values of ECR's `imageTagMutability`. */
const TAG_MUTABILITIES = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'];
const repository_NAME = /^(?:[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
function makeRepository(region, name) {
    return {
        region,
        name,
        mutability: 'MUTABLE',
        exclusionFilters: [],
        blobs: new Map(),
        manifests: new Map(),
        tags: new Map()
    };
}
/** Whether a name fits ECR's rule for repositories (2 to 256 characters). */
function isRepositoryName(name) {
    return name.length >= 2 && name.length <= 256 && repository_NAME.test(name);
}
function isTag(text) {
    return TAG.test(text);
}
/** Whether a tag, once set, may not be moved to another image. */
function isTagImmutable(repository, tag) {
    const { mutability } = repository;
    if (mutability === 'MUTABLE' || mutability === 'IMMUTABLE')
        return mutability === 'IMMUTABLE';
    const excluded = repository.exclusionFilters.some(filter => matchesWildcard(filter, tag));
    return mutability === 'IMMUTABLE_WITH_EXCLUSION' ? !excluded : excluded;
}
/** The digests that a manifest names and that the repository does not hold. */
function findMissing(repository, manifest) {
    return {
        blobs: manifest.blobs.filter(digest => !repository.blobs.has(digest)),
        manifests: manifest.children.filter(digest => !repository.manifests.has(digest))
    };
}
/**
 * Takes a manifest into a repository, under a tag where one is given.
 *
 * @param now virtual milliseconds since the epoch
 * @throws RegistryError MANIFEST_BLOB_UNKNOWN when something that the manifest names was not pushed; TAG_INVALID when the tag is immutable
 *   and on another image. Nothing is changed then.
 */
function storeManifest(repository, manifest, tag, registryId, now) {
    const missing = findMissing(repository, manifest);
    if (missing.blobs.length + missing.manifests.length > 0) {
        throw new RegistryError('MANIFEST_BLOB_UNKNOWN', describeMissing(repository, missing, registryId));
    }
    const taken = tag === undefined ? undefined : repository.tags.get(tag);
    if (tag !== undefined && taken !== undefined && taken !== manifest.digest && isTagImmutable(repository, tag)) {
        throw new RegistryError('TAG_INVALID', describeImmutableTag(repository.name, tag));
    }
    const known = repository.manifests.has(manifest.digest);
    if (!known) {
        const size = manifest.size === 0 ? sizeOf(repository, manifest.blobs) : manifest.size;
        repository.manifests.set(manifest.digest, { ...manifest, size, pushedAt: now, lastPulledAt: undefined });
    }
    if (tag !== undefined)
        repository.tags.set(tag, manifest.digest);
    if (!known)
        return 'created';
    return tag !== undefined && taken !== manifest.digest ? 'tagged' : 'unchanged';
}
/** Bytes of blobs together, for a manifest that names no sizes. */
function sizeOf(repository, blobs) {
    return blobs.reduce((sum, digest) => sum + (repository.blobs.get(digest) ?? 0), 0);
}
/** Finds an image by digest or by tag. */
function findManifest(repository, reference) {
    return repository.manifests.get(repository.tags.get(reference) ?? reference);
}
/** The tags of an image, oldest first. */
function tagsOf(repository, digest) {
    return [...repository.tags].filter(([, target]) => target === digest).map(([tag]) => tag);
}
/** ECR's sentence for an immutable tag that is taken; its API and its registry use the same one. */
function describeImmutableTag(repositoryName, tag) {
    return `The image tag '${tag}' already exists in the '${repositoryName}' repository and cannot be overwritten because the tag is immutable.`;
}
/** ECR's sentence for layers or images that a manifest needs. */
function describeMissing(repository, missing, registryId) {
    const what = missing.blobs.length > 0 ? 'Layers' : 'Images';
    const digests = (missing.blobs.length > 0 ? missing.blobs : missing.manifests).join(', ');
    return `${what} with digests '[${digests}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${registryId}' do not exist`;
}
function matchesWildcard(filter, tag) {
    const pattern = filter
        .split('*')
        .map(part => part.replace(/[.]/g, '\\.'))
        .join('.*');
    return new RegExp(`^${pattern}$`).test(tag);
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/state.js



/** ECR's part of a region's state: repositories by name. */
const ECR = { create: () => new Map() };
/** ECR's other part of a region's state. */
const REGISTRY = {
    create: () => ({
        policy: undefined,
        pullThroughRules: new Map(),
        templates: new Map(),
        signing: undefined,
        replication: [],
        scanning: { scanType: 'BASIC', rules: [] },
        replicatesSince: 0,
        replicatedFrom: new Set()
    })
};
/**
 * The repository that an operation names.
 *
 * @param registryId the account; undefined: one's own
 * @throws AwsFault InvalidParameterException for a name that cannot be one, RepositoryNotFoundException where there is none
 */
function getRepository(region, name, registryId) {
    const checked = state_checkName(name);
    const found = registryId === undefined || registryId === region.account ? region.part(ECR).get(checked) : undefined;
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('RepositoryNotFoundException', describeMissingRepository(checked, registryId ?? region.account));
}
/** The repository of an ARN, as the tagging operations name it. */
function getRepositoryByArn(region, arn) {
    const name = /^arn:[a-z-]+:ecr:[a-z0-9-]+:\d{12}:repository\/(.+)$/.exec(arn ?? '')?.[1];
    if (name === undefined)
        throw invalidParameter(`Invalid parameter at 'resourceArn': '${arn ?? ''}' is not an ARN of a repository`);
    return getRepository(region, name, undefined);
}
/** @throws AwsFault InvalidParameterException */
function state_checkName(name) {
    if (name !== undefined && isRepositoryName(name))
        return name;
    throw invalidParameter(`Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*''`);
}
/** The image that an id names; undefined where there is none, or where its tag and digest are of two images. */
function findImage(repository, id) {
    const { manifests, tags } = repository.images;
    const tagged = id.imageTag === undefined ? undefined : tags.get(id.imageTag);
    if (id.imageTag !== undefined && tagged === undefined)
        return undefined;
    if (id.imageDigest !== undefined && tagged !== undefined && id.imageDigest !== tagged)
        return undefined;
    return manifests.get(id.imageDigest ?? tagged ?? '');
}
/** @throws AwsFault ImageNotFoundException */
function getImage(region, repository, id) {
    const found = findImage(repository, id);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('ImageNotFoundException', `The image with imageId ${describeImageId(id)} does not exist within the repository with name '${repository.images.name}' in the registry with id '${region.account}'`);
}
function describeImageId(id) {
    return `{imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'}`;
}
function invalidParameter(message) {
    return new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
/**
 * Cuts one page out of a list.
 *
 * @param limit `maxResults`, 1 to 1000; undefined: 100
 * @throws AwsFault InvalidParameterException
 */
function state_cutPage(items, nextToken, limit) {
    const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64').toString());
    if (!Number.isInteger(start) || start < 0)
        throw invalidParameter(`Invalid parameter at 'nextToken'`);
    const end = start + (limit ?? 100);
    return {
        page: items.slice(start, end),
        nextToken: end < items.length ? Buffer.from(String(end)).toString('base64') : undefined
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/access.js




/**
 * Whether a caller may do something in a registry. In its own account the identity's policies decide, which are not kept here. In another
 * account's the policy of the repository, or that of the registry, must allow it too (IAM user guide, "Cross-account policy evaluation logic").
 *
 * @param action as `ecr:DescribeImages`
 * @param name the repository; undefined: the call names none
 * @returns AWS's sentence of refusal; undefined: it is allowed
 */
function findRefusal(registry, caller, action, name) {
    if (caller.account === registry.account)
        return undefined;
    const repository = name === undefined ? undefined : registry.part(ECR).get(name);
    const resource = name === undefined ? '*' : registry.arn('ecr', `repository/${name}`);
    const policies = [repository?.policy, registry.part(REGISTRY).policy].filter(policy => policy !== undefined);
    const named = policies.map(policy => JSON.stringify({ Statement: listStatementsFor(policy, caller, resource) }));
    const { decision } = evaluatePolicies(named, { action, resource, context: new Map() });
    if (decision === 'allowed')
        return undefined;
    const why = decision === 'explicitDeny'
        ? 'with an explicit deny in a resource-based policy'
        : `because no resource-based policy allows the ${action} action`;
    return `User: ${caller.principal} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
/** The statements of a policy that name the caller. A repository's policy names no resource: it is about that repository. */
function listStatementsFor(policy, caller, resource) {
    const { Statement } = JSON.parse(policy);
    return (Array.isArray(Statement) ? Statement : [Statement])
        .filter(decode/* isStructure */.ip)
        .filter(({ Principal }) => namesCaller(Principal, caller))
        .map(statement => ({ Resource: resource, ...statement }));
}
function namesCaller(principal, { account, principal: arn }) {
    if (principal === '*')
        return true;
    const named = (0,decode/* isStructure */.ip)(principal) ? principal['AWS'] : undefined;
    // A session is meant where its role is; the role's path is in its own ARN alone.
    const [, partition, role] = /^arn:([a-z-]+):sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn) ?? [];
    return (Array.isArray(named) ? named : [named]).some((each) => {
        if (typeof each !== 'string')
            return false;
        if (each === '*' || each === account || each === arn)
            return true;
        if (/^arn:[a-z-]+:iam::\d{12}:root$/.test(each))
            return each.split(':')[4] === account;
        if (role === undefined)
            return false;
        const start = `arn:${partition ?? 'aws'}:iam::${account}:role/`;
        return matchesPattern(`${start}*`, each) && each.split('/').pop() === role;
    });
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/account-settings.js



/** Values by https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutAccountSetting.html; the first holds where none is set. */
const VALUES = new Map([
    ['BASIC_SCAN_TYPE_VERSION', ['AWS_NATIVE']],
    ['REGISTRY_POLICY_SCOPE', ['V2']],
    ['BLOB_MOUNTING', ['DISABLED', 'ENABLED']]
]);
const SETTINGS = { create: () => new Map() };
/** Whether a push may take a blob over from another repository. ECR does so only where the account has asked for it. */
function mountsBlobs(region) {
    return region.part(SETTINGS).get('BLOB_MOUNTING') === 'ENABLED';
}
function account_settings_valuesOf(name) {
    const values = VALUES.get(name);
    if (values !== undefined)
        return values;
    throw invalidParameter(`Invalid parameter at 'name' failed to satisfy constraint: 'Member must satisfy enum value set: [${[...VALUES.keys()].join(', ')}]'`);
}
const accountSettingOperations = {
    PutAccountSetting: operation((0,decode/* structure */.QK)({ name: decode/* string */.Yj, value: decode/* string */.Yj }), ({ name = '', value = '' }, { region }) => {
        const values = account_settings_valuesOf(name);
        if (!values.includes(value)) {
            throw invalidParameter(`Invalid parameter at 'value' failed to satisfy constraint: 'Member must satisfy enum value set: [${values.join(', ')}]'`);
        }
        region.part(SETTINGS).set(name, value);
        return { name, value };
    }),
    GetAccountSetting: operation((0,decode/* structure */.QK)({ name: decode/* string */.Yj }), ({ name = '' }, { region }) => {
        const [fallback] = account_settings_valuesOf(name);
        return { name, value: region.part(SETTINGS).get(name) ?? fallback };
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecr/make-repository.js


/**
 * A repository with what is said of it, and ECR's defaults for the rest.
 *
 * @param now virtual milliseconds since the epoch
 * @throws AwsFault InvalidParameterException
 */
function makeEcrRepository(registry, name, now, settings) {
    const { encryptionType = 'AES256', kmsKey } = settings.encryptionConfiguration ?? {};
    const repository = {
        images: makeRepository(registry.name, name),
        arn: registry.arn('ecr', `repository/${name}`),
        createdAt: now,
        encryption: kmsKey === undefined ? { encryptionType } : { encryptionType, kmsKey },
        scanOnPush: settings.imageScanningConfiguration?.scanOnPush ?? false,
        policy: undefined,
        lifecyclePolicy: undefined,
        preview: undefined,
        tags: new Map(),
        scans: new Map()
    };
    setMutability(repository.images, settings.imageTagMutability ?? 'MUTABLE', settings.imageTagMutabilityExclusionFilters ?? []);
    setTags(repository, settings.tags ?? []);
    return repository;
}
/** @throws AwsFault InvalidParameterException */
function setMutability(images, value, exclusions) {
    // The service model lets no other pass.
    const mutability = TAG_MUTABILITIES.find(known => known === value) ?? 'MUTABLE';
    const excludes = mutability.endsWith('_WITH_EXCLUSION');
    if (excludes !== exclusions.length > 0) {
        throw invalidParameter(excludes
            ? `Invalid parameter at 'imageTagMutabilityExclusionFilters': ${mutability} needs 1 to 5 filters`
            : `Invalid parameter at 'imageTagMutabilityExclusionFilters': filters go only with IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION`);
    }
    images.mutability = mutability;
    images.exclusionFilters = exclusions.map(({ filter }) => filter ?? '');
}
function setTags(repository, tags) {
    for (const { Key, Value } of tags)
        repository.tags.set(Key ?? '', Value ?? '');
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/creation-templates.js





/** The template for every repository that no other template is for. */
const ROOT = 'ROOT';
const readTemplate = (0,decode/* structure */.QK)({
    prefix: decode/* string */.Yj,
    description: decode/* string */.Yj,
    encryptionConfiguration: (0,decode/* structure */.QK)({ encryptionType: decode/* string */.Yj, kmsKey: decode/* string */.Yj }),
    resourceTags: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj })),
    imageTagMutability: decode/* string */.Yj,
    imageTagMutabilityExclusionFilters: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ filterType: decode/* string */.Yj, filter: decode/* string */.Yj })),
    repositoryPolicy: decode/* string */.Yj,
    lifecyclePolicy: decode/* string */.Yj,
    appliedFor: (0,decode/* list */.p_)(decode/* string */.Yj),
    customRoleArn: decode/* string */.Yj
});
/** The template for a repository: that of the longest prefix, else the one for all others. */
function findTemplate(registry, name) {
    const { templates } = registry.part(REGISTRY);
    const [longest] = [...templates.values()]
        .filter(({ prefix }) => name.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
        .sort((one, other) => other.prefix.length - one.prefix.length);
    return longest ?? templates.get(ROOT);
}
/** Makes a repository as its template for CREATE_ON_PUSH says; undefined where there is none. */
function createOnPush(registry, name, now) {
    const template = findTemplate(registry, name);
    if (template === undefined || !template.appliedFor.includes('CREATE_ON_PUSH'))
        return undefined;
    const made = makeEcrRepository(registry, name, now, {
        imageTagMutability: template.imageTagMutability,
        imageTagMutabilityExclusionFilters: template.imageTagMutabilityExclusionFilters,
        encryptionConfiguration: template.encryptionConfiguration,
        tags: template.resourceTags,
        imageScanningConfiguration: undefined
    });
    made.policy = template.repositoryPolicy;
    made.lifecyclePolicy = template.lifecyclePolicy;
    registry.part(ECR).set(name, made);
    return made;
}
/** The operations on repository creation templates. */
const templateOperations = {
    CreateRepositoryCreationTemplate: operation(readTemplate, (input, { region, now }) => {
        const { prefix = '', appliedFor = [] } = input;
        const { templates } = region.part(REGISTRY);
        if (appliedFor.length === 0) {
            throw invalidParameter("Invalid parameter at 'appliedFor' failed to satisfy constraint: 'Member must have length greater than or equal to 1'");
        }
        if (templates.has(prefix)) {
            throw new server_protocol/* AwsFault */.kU('TemplateAlreadyExistsException', `The repository creation template with prefix '${prefix}' already exists in the registry with id '${region.account}'`);
        }
        const at = (0,server_protocol/* toEpochSeconds */.mL)(now);
        const template = { imageTagMutability: 'MUTABLE', ...input, prefix, appliedFor, createdAt: at, updatedAt: at };
        templates.set(prefix, template);
        return { registryId: region.account, repositoryCreationTemplate: template };
    }),
    DescribeRepositoryCreationTemplates: operation((0,decode/* structure */.QK)({ prefixes: (0,decode/* list */.p_)(decode/* string */.Yj), nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, { region }) => {
        const { templates } = region.part(REGISTRY);
        // API_DescribeRepositoryCreationTemplates has no error for a prefix without a template.
        const wanted = (input.prefixes ?? []).flatMap(prefix => templates.get(prefix) ?? []);
        const { page, nextToken } = state_cutPage((input.prefixes ?? []).length === 0 ? [...templates.values()] : wanted, input.nextToken, input.maxResults);
        return { registryId: region.account, repositoryCreationTemplates: page, nextToken };
    }),
    DeleteRepositoryCreationTemplate: operation((0,decode/* structure */.QK)({ prefix: decode/* string */.Yj }), (input, { region }) => {
        const { templates } = region.part(REGISTRY);
        const template = templates.get(input.prefix ?? '');
        if (template === undefined) {
            throw new server_protocol/* AwsFault */.kU('TemplateNotFoundException', `The repository creation template with prefix '${input.prefix ?? ''}' does not exist in the registry with id '${region.account}'`);
        }
        templates.delete(template.prefix);
        return { registryId: region.account, repositoryCreationTemplate: template };
    })
};

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/emulator/registry/manifest.js


const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
/** ECR and the common registries take manifests of up to 4 MiB. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
/** Docker's schema 1, with and without signatures: what Docker 1.9 and older push. */
const SCHEMA_1_TYPES = [
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json'
];
const IMAGE_TYPES = [DOCKER_MANIFEST, OCI_MANIFEST];
const LIST_TYPES = [DOCKER_LIST, OCI_INDEX];
const DIGEST = /^sha256:[a-f0-9]{64}$/;
/** Layers that stay where they are (old Windows base images); nobody pushes them. */
const FOREIGN_LAYER = /^application\/vnd\.(docker\.image\.rootfs\.foreign|oci\.image\.layer\.nondistributable)/;
/** `sha256:` and the hexadecimal digest of some bytes. */
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
function isDigest(text) {
    return DIGEST.test(text);
}
/**
 * Reads an image manifest or a list of manifests: Docker's schemas 1 and 2 and OCI's image specification 1.1.
 *
 * @param bytes kept as they are; the digest is over them
 * @param contentType what the client says it is; undefined or general JSON leaves it to the manifest's own `mediaType`
 * @throws RegistryError MANIFEST_INVALID when it is none of these
 */
function readManifest(bytes, contentType) {
    const value = manifest_parse(bytes);
    const said = contentType?.split(';')[0]?.trim();
    const own = typeof value['mediaType'] === 'string' ? value['mediaType'] : undefined;
    const mediaType = said === undefined || said === 'application/json' || said === '' ? own : said;
    if (value['schemaVersion'] === 1)
        return readSchema1(bytes, value, mediaType);
    if (mediaType === undefined)
        throw manifest_invalid('Manifest has no media type');
    if (own !== undefined && own !== mediaType) {
        throw manifest_invalid(`Manifest's mediaType '${own}' does not match the Content-Type '${mediaType}'`);
    }
    if (value['schemaVersion'] !== 2)
        throw manifest_invalid('Manifest schemaVersion must be 2');
    const common = {
        digest: digestOf(bytes),
        mediaType,
        bytes,
        subject: readSubject(value['subject']),
        annotations: value['annotations']
    };
    const ownType = typeof value['artifactType'] === 'string' ? value['artifactType'] : undefined;
    if (LIST_TYPES.includes(mediaType)) {
        const children = readDescriptors(value['manifests'], 'manifests');
        return { ...common, blobs: [], children: children.map(child => child.digest), size: 0, artifactType: ownType };
    }
    if (!IMAGE_TYPES.includes(mediaType))
        throw manifest_invalid(`Manifest media type '${mediaType}' is not supported`);
    const [config] = readDescriptors([value['config']], 'config');
    const layers = readDescriptors(value['layers'], 'layers');
    const needed = [...(config === undefined ? [] : [config]), ...layers];
    return {
        ...common,
        blobs: needed.filter(item => !FOREIGN_LAYER.test(item.mediaType)).map(item => item.digest),
        children: [],
        size: needed.reduce((sum, item) => sum + item.size, 0),
        artifactType: ownType ?? config?.mediaType
    };
}
/**
 * Docker's schema 1: layers without sizes, and signatures that the digest leaves out.
 * https://distribution.github.io/distribution/spec/deprecated-schema-v1/
 */
function readSchema1(bytes, value, said) {
    const isSigned = Array.isArray(value['signatures']);
    const mediaType = said ?? SCHEMA_1_TYPES[isSigned ? 0 : 1] ?? '';
    if (!SCHEMA_1_TYPES.includes(mediaType))
        throw manifest_invalid(`Manifest of schema 1 has the media type '${mediaType}'`);
    const layers = value['fsLayers'];
    if (!Array.isArray(layers))
        throw manifest_invalid("Manifest field 'fsLayers' must be a list");
    const blobs = layers.map((layer) => {
        const { blobSum } = (layer ?? {});
        if (typeof blobSum !== 'string' || !isDigest(blobSum)) {
            throw manifest_invalid("Manifest field 'fsLayers' needs a sha256 blobSum");
        }
        return blobSum;
    });
    return {
        digest: digestOf(isSigned ? withoutSignatures(bytes, value['signatures']) : bytes),
        mediaType,
        bytes,
        blobs: [...new Set(blobs)],
        children: [],
        size: 0,
        subject: undefined,
        artifactType: undefined,
        annotations: undefined
    };
}
/** What was signed: the document up to `formatLength`, and `formatTail` behind it, as each signature's header says. */
function withoutSignatures(bytes, signatures) {
    const [first] = signatures;
    const { protected: header } = (first ?? {});
    try {
        const text = Buffer.from(String(header), 'base64url').toString('utf8');
        const { formatLength, formatTail } = JSON.parse(text);
        if (typeof formatLength === 'number' && typeof formatTail === 'string') {
            return Buffer.concat([bytes.subarray(0, formatLength), Buffer.from(formatTail, 'base64url')]);
        }
    }
    catch {
        // Told below.
    }
    throw manifest_invalid('Manifest has signatures without formatLength and formatTail');
}
function isList(manifest) {
    return LIST_TYPES.includes(manifest.mediaType);
}
function manifest_parse(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch (error) {
        throw manifest_invalid(`Manifest is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    throw manifest_invalid('Manifest must be a JSON object');
}
function readDescriptors(value, field) {
    if (!Array.isArray(value))
        throw manifest_invalid(`Manifest field '${field}' must be a list`);
    return value.map((item) => {
        const { digest, size, mediaType } = (item ?? {});
        if (typeof digest !== 'string' || !isDigest(digest) || typeof size !== 'number') {
            throw manifest_invalid(`Manifest field '${field}' needs a sha256 digest and a size`);
        }
        return { digest, size, mediaType: typeof mediaType === 'string' ? mediaType : '' };
    });
}
function readSubject(value) {
    if (value === undefined || value === null)
        return undefined;
    return readDescriptors([value], 'subject')[0]?.digest;
}
function manifest_invalid(message) {
    return new RegistryError('MANIFEST_INVALID', message);
}

;// CONCATENATED MODULE: ./lib/emulator/registry/blobs.js









/** Uploads that are given up are never cancelled: of more than these the oldest goes. */
const MOST_UPLOADS = 200;
/** The most bytes of one blob. ECR takes layers of 52,000 MiB (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html), more than a disk may have room for. */
const blobs_MOST_BYTES = 10 * 1024 ** 3;
/**
 * The blobs of all repositories, content-addressed in one folder: `blobs/<hex>` and `uploads/<uuid>`. Bytes are streamed and never held
 * whole in memory. Which repository may see which blob is the repository's own business.
 */
class BlobStore {
    #directory;
    #mostBytes;
    #uploads = new Map();
    /** Digest to the repositories that have the blob: without one its file goes. */
    #holders = new Map();
    #ready;
    /**
     * @param directory made when first needed
     * @param mostBytes the most that a blob may have
     */
    constructor(directory, mostBytes = blobs_MOST_BYTES) {
        this.#directory = directory;
        this.#mostBytes = mostBytes;
    }
    /** Starts an upload into a repository; the id is for the calls below. */
    async start(repository) {
        this.#ready ??= Promise.all(['blobs', 'uploads'].map(name => (0,promises_.mkdir)((0,external_node_path_.join)(this.#directory, name), { recursive: true })));
        await this.#ready;
        const id = (0,external_node_crypto_.randomUUID)();
        const path = (0,external_node_path_.join)(this.#directory, 'uploads', id);
        const [oldest] = this.#uploads.keys();
        if (this.#uploads.size >= MOST_UPLOADS && oldest !== undefined)
            await this.#drop(oldest);
        this.#uploads.set(id, { repository, path, hash: (0,external_node_crypto_.createHash)('sha256'), size: 0, writing: Promise.resolve() });
        return id;
    }
    /** How many bytes of an upload have arrived. */
    sizeOf(repository, id) {
        return this.#find(repository, id).size;
    }
    /**
     * Appends what a request brings. When the request breaks off, the upload is as it was before.
     *
     * @param from where the client says its bytes begin; undefined: at the end of what has arrived
     * @returns the size afterwards
     * @throws RegistryError RANGE_INVALID when the bytes do not begin where the upload ends; SIZE_INVALID when they are too many
     */
    async append(repository, id, body, from) {
        const upload = this.#find(repository, id);
        // A request that was cut off may still be on its way out when the client tries again.
        const turn = upload.writing.then(() => write(upload, body, from, this.#mostBytes));
        upload.writing = turn.catch(() => undefined);
        return turn;
    }
    /**
     * Ends an upload: what has arrived becomes a blob.
     *
     * @returns its size in bytes
     * @throws RegistryError DIGEST_INVALID when the bytes do not have that digest; the upload is gone then
     */
    async finish(repository, id, digest) {
        const upload = this.#find(repository, id);
        if (!isDigest(digest))
            throw new RegistryError('DIGEST_INVALID', `Digest '${digest}' is not a sha256 digest`);
        this.#uploads.delete(id);
        const got = `sha256:${upload.hash.digest('hex')}`;
        if (got !== digest) {
            await (0,promises_.rm)(upload.path, { force: true });
            throw new RegistryError('DIGEST_INVALID', `The bytes have the digest '${got}', not '${digest}'`);
        }
        this.share(repository, digest);
        await (0,promises_.rename)(upload.path, this.#path(digest));
        return upload.size;
    }
    /** Says that a repository has a blob, by an upload or by a mount. */
    share(repository, digest) {
        this.#holders.set(digest, (this.#holders.get(digest) ?? new Set()).add(repository));
    }
    /** Lets go of all that a repository has, when it is deleted: the files of blobs that no other one has, and its uploads. */
    async forget(repository) {
        const freed = [];
        for (const [digest, holders] of this.#holders) {
            if (!holders.delete(repository) || holders.size > 0)
                continue;
            this.#holders.delete(digest);
            freed.push(digest);
        }
        for (const digest of freed)
            await (0,promises_.rm)(this.#path(digest), { force: true });
        for (const [id, upload] of [...this.#uploads])
            if (upload.repository === repository)
                await this.#drop(id);
    }
    /** Gives an upload up. */
    async cancel(repository, id) {
        this.#find(repository, id);
        await this.#drop(id);
    }
    /** The bytes of a blob, or a part of them; both ends count. */
    read(digest, start, end) {
        return (0,external_node_fs_.createReadStream)(this.#path(digest), {
            ...(start === undefined ? {} : { start }),
            ...(end === undefined ? {} : { end })
        });
    }
    async #drop(id) {
        const path = this.#uploads.get(id)?.path;
        this.#uploads.delete(id);
        if (path !== undefined)
            await (0,promises_.rm)(path, { force: true });
    }
    #find(repository, id) {
        const upload = this.#uploads.get(id);
        if (upload === undefined || upload.repository !== repository) {
            throw new RegistryError('BLOB_UPLOAD_UNKNOWN', `The upload with id '${id}' does not exist`);
        }
        return upload;
    }
    #path(digest) {
        return (0,external_node_path_.join)(this.#directory, 'blobs', digest.replace('sha256:', ''));
    }
}
async function write(upload, body, from, most) {
    if (from !== undefined && from !== upload.size) {
        throw new RegistryError('RANGE_INVALID', `The upload has ${upload.size} bytes; the chunk starts at ${from}`);
    }
    const hash = upload.hash.copy();
    let size = upload.size;
    const count = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            size += chunk.length;
            if (size > most)
                done(new RegistryError('SIZE_INVALID', `A blob has at most ${most} bytes here`));
            else
                done(null, chunk);
        }
    });
    const file = (0,external_node_fs_.createWriteStream)(upload.path, { flags: 'a' });
    const closed = (0,external_node_events_.once)(file, 'close');
    try {
        await (0,external_node_stream_promises_.pipeline)(body, count, file);
    }
    catch (error) {
        await closed.catch(() => undefined);
        await (0,promises_.truncate)(upload.path, upload.size).catch(() => undefined);
        throw error;
    }
    upload.hash = hash;
    upload.size = size;
    return size;
}

;// CONCATENATED MODULE: ./lib/emulator/registry/credentials.js

/** The only user name that ECR's registry takes. */
const USER_NAME = 'AWS';
/** How long a password is good for, in virtual milliseconds: 12 hours, as in ECR. */
const PASSWORD_LIFETIME = 12 * 60 * 60 * 1000;
/** Makes the secret that signs the passwords of one cloud. */
function makeSigningKey() {
    return (0,external_node_crypto_.randomBytes)(32);
}
/**
 * Makes a password for `docker login --username AWS`.
 *
 * All regions of the own account share one host and port here, while ECR has a host a region; so the region travels inside the password, and
 * who asked for it, for the policies of repositories. It is base64 of a JSON object, as ECR's own are, and signed, so that nothing needs to be
 * remembered.
 *
 * @param key from `makeSigningKey`
 * @param now virtual milliseconds since the epoch
 */
function issuePassword(key, holder, now) {
    const expiresAt = now + PASSWORD_LIFETIME;
    const payload = (0,external_node_crypto_.randomBytes)(48).toString('base64');
    const datakey = sign(key, payload, holder, expiresAt);
    const { region, account, principal } = holder;
    const text = JSON.stringify({
        payload,
        datakey,
        version: '2',
        type: 'DATA_KEY',
        region,
        account,
        principal,
        expiration: expiresAt
    });
    return { password: Buffer.from(text).toString('base64'), expiresAt };
}
/** Says whose password it is, or why it is not good. */
function checkPassword(key, password, now) {
    const content = readPassword(password);
    if (content === undefined)
        return { kind: 'wrong' };
    const expected = Buffer.from(sign(key, content.payload, content, content.expiration));
    const got = Buffer.from(content.datakey);
    if (expected.length !== got.length || !(0,external_node_crypto_.timingSafeEqual)(expected, got))
        return { kind: 'wrong' };
    return now >= content.expiration ? { kind: 'expired' } : { kind: 'good', holder: content };
}
/** The user and the password of an HTTP `Authorization: Basic` header; undefined for anything else. */
function readBasicAuthorization(header) {
    const match = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '');
    if (match?.[1] === undefined)
        return undefined;
    const text = Buffer.from(match[1], 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
function readPassword(password) {
    try {
        const value = JSON.parse(Buffer.from(password, 'base64').toString('utf8'));
        const { payload, datakey, region, account, principal, expiration } = value ?? {};
        if (typeof payload !== 'string' || typeof datakey !== 'string')
            return undefined;
        if (typeof region !== 'string' || typeof expiration !== 'number')
            return undefined;
        if (typeof account !== 'string' || typeof principal !== 'string')
            return undefined;
        return { payload, datakey, region, account, principal, expiration };
    }
    catch {
        return undefined;
    }
}
function sign(key, payload, { region, account, principal }, expiration) {
    return (0,external_node_crypto_.createHmac)('sha256', key)
        .update([payload, region, account, principal, expiration].join('\n'))
        .digest('base64');
}

;// CONCATENATED MODULE: ./lib/emulator/registry/exchange.js
/** Ends a response with a status, headers and a body. */
function answer(response, status, headers, body = '') {
    response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
    response.end(body);
}

;// CONCATENATED MODULE: ./lib/emulator/registry/manifest-requests.js




/** Reads the body of PUT …/manifests/<reference>. */
async function readManifestRequest(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > MANIFEST_LIMIT) {
            throw new RegistryError('MANIFEST_INVALID', `The manifest is larger than ${MANIFEST_LIMIT} bytes`);
        }
        chunks.push(chunk);
    }
    return readManifest(Buffer.concat(chunks), request.headers['content-type']);
}
/** PUT of a manifest, by tag or by its digest. */
function takeManifest(exchange, reference, manifest) {
    const { host, repository, response } = exchange;
    const byDigest = reference.includes(':');
    if (byDigest && reference !== manifest.digest) {
        throw new RegistryError('DIGEST_INVALID', `The manifest has the digest '${manifest.digest}', not '${reference}'`);
    }
    if (!byDigest && !isTag(reference))
        throw new RegistryError('TAG_INVALID', `Invalid image tag '${reference}'`);
    storeManifest(repository, manifest, byDigest ? undefined : reference, host.account, host.now());
    answer(response, 201, {
        Location: `/v2/${repository.name}/manifests/${manifest.digest}`,
        'Docker-Content-Digest': manifest.digest,
        ...(manifest.subject === undefined ? {} : { 'OCI-Subject': manifest.subject })
    });
}
/** GET and HEAD of a manifest. A GET counts as a pull. */
function serveManifest(exchange, reference) {
    const { host, repository, method, response } = exchange;
    const manifest = findManifest(repository, reference);
    if (manifest === undefined)
        throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found');
    if (method === 'GET')
        manifest.lastPulledAt = host.now();
    const headers = {
        'Content-Type': manifest.mediaType,
        'Content-Length': manifest.bytes.length,
        'Docker-Content-Digest': manifest.digest
    };
    answer(response, 200, headers, method === 'HEAD' ? '' : manifest.bytes);
}
/** GET …/tags/list with `n` and `last`; in the order of the tags' bytes. */
function serveTags(exchange) {
    const { repository, query, response } = exchange;
    const { items: tags, link } = cutNames([...repository.tags.keys()], query, `/v2/${repository.name}/tags/list`);
    answer(response, 200, { ...JSON_BODY, ...link }, JSON.stringify({ name: repository.name, tags }));
}
const JSON_BODY = { 'Content-Type': 'application/json' };
/** ECR's lists are its API's, and these end at so many. */
const MOST_NAMES = 1000;
/** The page of a list of names that `n` and `last` ask for, and the header that leads to the next. Throws RegistryError. */
function cutNames(names, query, path) {
    const last = query.get('last') ?? '';
    const limit = Number(query.get('n') ?? MOST_NAMES);
    if (!Number.isInteger(limit) || limit < 0)
        throw new RegistryError('UNSUPPORTED', 'n must be a whole number');
    if (limit > MOST_NAMES) {
        throw new RegistryError('UNSUPPORTED', `Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less than or equal to ${MOST_NAMES}'`);
    }
    const rest = names.toSorted().filter(name => name > last);
    const items = rest.slice(0, limit);
    const next = `<${path}?n=${limit}&last=${encodeURIComponent(items.at(-1) ?? '')}>; rel="next"`;
    return { items, link: items.length > 0 && items.length < rest.length ? { Link: next } : {} };
}
/** GET /v2/_catalog with `n` and `last`: the names of the repositories. */
function serveCatalog(names, query, response) {
    const { items, link } = cutNames(names, query, '/v2/_catalog');
    answer(response, 200, { ...JSON_BODY, ...link }, JSON.stringify({ repositories: items }));
}
/**
 * DELETE of a manifest: by digest the image with all its tags, by tag that tag, and with its last tag the image, as BatchDeleteImage does it.
 * An image that a list names stays.
 */
function deleteManifest(exchange, reference) {
    const { repository, response } = exchange;
    const manifest = findManifest(repository, reference);
    if (manifest === undefined)
        throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found');
    const { digest } = manifest;
    const tags = tagsOf(repository, digest);
    const isWhole = reference === digest || tags.length === 1;
    const parents = [...repository.manifests.values()].filter(each => each.children.includes(digest));
    if (isWhole && parents.length > 0) {
        const names = parents.map(each => each.digest).join(', ');
        throw new RegistryError('DENIED', `Requested image referenced by manifest list: [${names}]`);
    }
    for (const tag of isWhole ? tags : [reference])
        repository.tags.delete(tag);
    if (isWhole)
        repository.manifests.delete(digest);
    answer(response, 202, {});
}
/** GET …/referrers/<digest>: the manifests whose subject it is, as an image index. */
function serveReferrers(exchange, digest) {
    const { repository, query, response } = exchange;
    if (!isDigest(digest))
        throw new RegistryError('DIGEST_INVALID', `Digest '${digest}' is not a sha256 digest`);
    const wanted = query.get('artifactType');
    const manifests = [...repository.manifests.values()]
        .filter(manifest => manifest.subject === digest && (wanted === null || manifest.artifactType === wanted))
        .map(({ mediaType, digest: own, bytes, artifactType, annotations }) => ({
        mediaType,
        digest: own,
        size: bytes.length,
        artifactType,
        annotations
    }));
    const headers = { 'Content-Type': OCI_INDEX, ...(wanted === null ? {} : { 'OCI-Filters-Applied': 'artifactType' }) };
    answer(response, 200, headers, JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}

;// CONCATENATED MODULE: ./lib/emulator/registry/route.js
/** Reads a path below `/v2/` as the OCI distribution specification 1.1 lays it out; undefined where it names nothing. */
function readRoute(path) {
    if (path === '/v2' || path === '/v2/')
        return { kind: 'ping' };
    if (path === '/v2/_catalog')
        return { kind: 'catalog' };
    const match = /^\/v2\/(.+?)\/(blobs\/uploads\/?|blobs\/uploads\/([^/]+)|(blobs|manifests|referrers)\/([^/]+)|tags\/list)$/.exec(path);
    const [, name, rest, upload, kind, reference] = match ?? [];
    if (name === undefined || rest === undefined)
        return undefined;
    if (rest === 'tags/list')
        return { kind: 'tags', name };
    if (/^blobs\/uploads\/?$/.test(rest))
        return { kind: 'uploads', name };
    if (upload !== undefined)
        return { kind: 'upload', name, id: upload };
    if (reference === undefined)
        return undefined;
    if (kind === 'blobs')
        return { kind: 'blob', name, digest: reference };
    if (kind === 'referrers')
        return { kind: 'referrers', name, digest: reference };
    return { kind: 'manifest', name, reference };
}

;// CONCATENATED MODULE: ./lib/emulator/registry/upload-requests.js



/** POST …/blobs/uploads/: mounts a blob of another repository, takes a whole blob, or begins an upload. */
async function startUpload(exchange) {
    const { host, repository, query, request } = exchange;
    const [mount, from, digest] = [query.get('mount'), query.get('from'), query.get('digest')];
    if (mount !== null && from !== null) {
        const size = host.mountsBlobs(repository.region)
            ? findPublishedBlob(host.findRepository(repository.region, from), mount)
            : undefined;
        if (size !== undefined) {
            host.blobs.share(repository, mount);
            repository.blobs.set(mount, size);
            answerCreated(exchange, mount);
            return;
        }
    }
    const id = await host.blobs.start(repository);
    if (digest === null) {
        answerUpload(exchange, id, 202);
        return;
    }
    await host.blobs.append(repository, id, request);
    repository.blobs.set(digest, await host.blobs.finish(repository, id, digest));
    answerCreated(exchange, digest);
}
/** The size of a blob that another repository may take over: ECR gives those alone that an image there names. */
function findPublishedBlob(repository, digest) {
    const isNamed = [...(repository?.manifests.values() ?? [])].some(({ blobs }) => blobs.includes(digest));
    return isNamed ? repository?.blobs.get(digest) : undefined;
}
/** The requests to an upload that is under way: PATCH adds, PUT ends, GET asks how far it is, DELETE gives it up. */
async function serveUpload(exchange, id) {
    const { host, repository, method, query, request, response } = exchange;
    switch (method) {
        case 'PATCH':
            await host.blobs.append(repository, id, request, readChunkStart(request.headers['content-range']));
            {
                answerUpload(exchange, id, 202);
                return;
            }
        case 'PUT': {
            const digest = query.get('digest');
            if (digest === null)
                throw new RegistryError('DIGEST_INVALID', 'The query has no digest');
            await host.blobs.append(repository, id, request, readChunkStart(request.headers['content-range']));
            repository.blobs.set(digest, await host.blobs.finish(repository, id, digest));
            answerCreated(exchange, digest);
            return;
        }
        case 'GET':
        case 'HEAD': {
            answerUpload(exchange, id, 204);
            return;
        }
        case 'DELETE':
            await host.blobs.cancel(repository, id);
            {
                answer(response, 204, {});
                return;
            }
        default:
            throw new RegistryError('UNSUPPORTED', `${method} is not supported on an upload`);
    }
}
/** GET and HEAD of a blob, whole or by one `Range: bytes=…`. */
async function serveBlob(exchange, digest) {
    const { host, repository, method, request, response } = exchange;
    const size = repository.blobs.get(digest);
    if (size === undefined)
        throw new RegistryError('BLOB_UNKNOWN', `The blob '${digest}' does not exist in the repository`);
    const range = readRange(request.headers.range, size);
    const [start, end] = range ?? [0, size - 1];
    response.writeHead(range === undefined ? 200 : 206, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': end - start + 1,
        'Accept-Ranges': 'bytes',
        'Docker-Content-Digest': digest,
        ETag: `"${digest}"`,
        ...(range === undefined ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` })
    });
    if (method === 'HEAD' || size === 0) {
        response.end();
        return;
    }
    // A reader that goes away in the middle is its own business.
    await (0,external_node_stream_promises_.pipeline)(host.blobs.read(digest, start, end), response).catch(() => response.destroy());
}
function answerUpload(exchange, id, status) {
    const { host, repository, response } = exchange;
    const size = host.blobs.sizeOf(repository, id);
    answer(response, status, {
        Location: `/v2/${repository.name}/blobs/uploads/${id}`,
        Range: `0-${Math.max(0, size - 1)}`,
        'Docker-Upload-UUID': id
    });
}
function answerCreated(exchange, digest) {
    const location = `/v2/${exchange.repository.name}/blobs/${digest}`;
    answer(exchange.response, 201, { Location: location, 'Docker-Content-Digest': digest });
}
function readChunkStart(header) {
    if (header === undefined)
        return undefined;
    const start = /^(?:bytes )?(\d+)-\d+/.exec(header)?.[1];
    if (start === undefined)
        throw new RegistryError('RANGE_INVALID', `Content-Range '${header}' is not '<start>-<end>'`);
    return Number(start);
}
function readRange(header, size) {
    const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (first === undefined || last === undefined || (first === '' && last === ''))
        return undefined;
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
    if (start > end)
        throw new RegistryError('RANGE_INVALID', `The blob has ${size} bytes; asked for '${header ?? ''}'`);
    return [start, end];
}

;// CONCATENATED MODULE: ./lib/emulator/registry/registry.js







/**
 * Serves the paths below `/v2/`: the OCI distribution specification 1.1 with ECR's manners (user `AWS`, repositories must exist, immutable
 * tags, ECR's error sentences). Repositories are those of the region that the password was issued for. Images can be deleted; blobs go with
 * them, so DELETE of a blob is answered with UNSUPPORTED.
 */
async function serveRegistry(host, request, response) {
    const url = new URL(request.url ?? '/', host.endpoint);
    response.setHeader('Docker-Distribution-Api-Version', 'registry/2.0');
    try {
        const holder = authenticate(host, request, url);
        const route = readRoute(decodePath(url.pathname));
        if (route === undefined)
            throw new RegistryError('NAME_UNKNOWN', `Nothing is served at ${url.pathname}`);
        if (route.kind === 'ping') {
            answer(response, 200, { 'Content-Type': 'application/json' }, '{}');
            return;
        }
        if (route.kind === 'catalog') {
            if (request.method !== 'GET')
                throw new RegistryError('UNSUPPORTED', `${request.method ?? ''} is not supported here`);
            serveCatalog(host.listRepositories(holder.region), url.searchParams, response);
            return;
        }
        const repository = openRepository(host, holder, route, request.method ?? 'GET');
        await dispatch(route, {
            host,
            repository,
            method: request.method ?? 'GET',
            query: url.searchParams,
            request,
            response
        });
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        registry_refuse(host, request, response, error);
    }
}
function decodePath(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        throw new RegistryError('NAME_INVALID', `The path '${path}' is not percent-encoded UTF-8`);
    }
}
async function dispatch(route, exchange) {
    const { method } = exchange;
    const isRead = method === 'GET' || method === 'HEAD';
    switch (route.kind) {
        case 'uploads':
            if (method === 'POST')
                return startUpload(exchange);
            break;
        case 'upload':
            return serveUpload(exchange, route.id);
        case 'blob':
            if (isRead)
                return serveBlob(exchange, route.digest);
            break;
        case 'manifest':
            if (isRead) {
                serveManifest(exchange, route.reference);
                return;
            }
            if (method === 'PUT') {
                takeManifest(exchange, route.reference, await readManifestRequest(exchange.request));
                return;
            }
            if (method === 'DELETE') {
                deleteManifest(exchange, route.reference);
                return;
            }
            break;
        case 'tags':
            if (isRead) {
                serveTags(exchange);
                return;
            }
            break;
        case 'referrers':
            if (isRead) {
                serveReferrers(exchange, route.digest);
                return;
            }
    }
    throw new RegistryError('UNSUPPORTED', `${method} is not supported here`);
}
/** Whose password it is. */
function authenticate(host, request, url) {
    // GetDownloadUrlForLayer gives an address that is its own key.
    const key = url.searchParams.get('X-Amz-Signature');
    const login = key === null ? readBasicAuthorization(request.headers.authorization) : { user: USER_NAME, password: key };
    if (login === undefined)
        throw new RegistryError('UNAUTHORIZED', 'Not Authorized');
    const check = checkPassword(host.signingKey, login.password, host.now());
    if (login.user !== USER_NAME || check.kind === 'wrong') {
        throw new RegistryError('UNAUTHORIZED', 'Your Authorization Token is invalid.');
    }
    if (check.kind === 'expired') {
        throw new RegistryError('DENIED', 'Your authorization token has expired. Reauthenticate and try again.');
    }
    // A login is good in one region.
    if (host.region !== undefined && host.region !== check.holder.region) {
        throw new RegistryError('UNAUTHORIZED', 'Your Authorization Token is invalid.');
    }
    return check.holder;
}
function openRepository(host, holder, route, method) {
    const { name } = route;
    if (!isRepositoryName(name))
        throw new RegistryError('NAME_INVALID', `Invalid repository name '${name}'`);
    const isRead = method === 'GET' || method === 'HEAD';
    const repository = host.findRepository(holder.region, name) ?? (isRead ? undefined : host.createOnPush(holder.region, name));
    if (repository === undefined) {
        throw new RegistryError('NAME_UNKNOWN', describeMissingRepository(name, host.account));
    }
    const refusal = host.findRefusal(holder, actionOf(route, method), name);
    if (refusal !== undefined)
        throw new RegistryError('DENIED', refusal);
    return repository;
}
/** The IAM action behind a request (ECR user guide, "IAM permissions for pushing an image" and "Private repository policies"). */
function actionOf(route, method) {
    switch (route.kind) {
        case 'uploads':
            return 'ecr:InitiateLayerUpload';
        case 'upload':
            return method === 'PUT' ? 'ecr:CompleteLayerUpload' : 'ecr:UploadLayerPart';
        case 'blob':
            return method === 'HEAD' ? 'ecr:BatchCheckLayerAvailability' : 'ecr:GetDownloadUrlForLayer';
        case 'manifest':
            if (method === 'PUT')
                return 'ecr:PutImage';
            return method === 'DELETE' ? 'ecr:BatchDeleteImage' : 'ecr:BatchGetImage';
        case 'tags':
            return 'ecr:ListImages';
        case 'referrers':
            return 'ecr:BatchGetImage';
    }
}
function registry_refuse(host, request, response, error) {
    if (response.headersSent) {
        response.destroy(error);
        return;
    }
    const body = formatErrorBody(error);
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    if (error.status === 401)
        headers['WWW-Authenticate'] = `Basic realm="${host.endpoint}/",service="ecr.amazonaws.com"`;
    // A client that is still sending would take the next answer on this connection for its own.
    if (!request.readableEnded)
        request.resume();
    if (request.method === 'HEAD')
        headers['Content-Length'] = Buffer.byteLength(body);
    answer(response, error.status, headers, request.method === 'HEAD' ? '' : body);
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/registry-names.js
/**
 * The region of the cloud's own account that a host of ECR's private registries names: `<account>.dkr.ecr.<region>.amazonaws.com`, its forms
 * with FIPS and for China, and the dual-stack `<account>.dkr-ecr.<region>.on.aws`. Undefined for any other host.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 */
function regionOfHost(cloud, host) {
    const [, account, region] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.(?:aws|amazonwebservices\.com\.cn))$/.exec(host ?? '') ?? [];
    return account === cloud.account ? region : undefined;
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/host.js











const registries = new WeakMap();
function registriesOf(cloud) {
    const known = registries.get(cloud);
    if (known !== undefined)
        return known;
    const own = makeHost(cloud, cloud.account, undefined, () => cloud.origin, {
        blobs: new BlobStore((0,external_node_path_.join)(cloud.dataDirectory, 'registry')),
        signingKey: makeSigningKey()
    });
    const made = { own, others: new Map(), open: new Map() };
    registries.set(cloud, made);
    return made;
}
function makeHost(cloud, account, region, endpoint, { blobs, signingKey }) {
    const stateOf = (name) => cloud.region(name, account);
    return {
        get endpoint() {
            return endpoint();
        },
        account,
        region,
        blobs,
        signingKey,
        now: () => cloud.timeline.now(),
        findRepository: (where, name) => stateOf(where).part(ECR).get(name)?.images,
        createOnPush: (where, name) => createOnPush(stateOf(where), name, cloud.timeline.now())?.images,
        findRefusal: (holder, action, name) => findRefusal(stateOf(holder.region), holder, action, name),
        listRepositories: where => [...stateOf(where).part(ECR).keys()],
        mountsBlobs: where => mountsBlobs(stateOf(where))
    };
}
/** The registry of a region's account. One of another account that was not opened is named by the cloud's own address. */
function hostOf({ cloud, account, name }) {
    const { own, open } = registriesOf(cloud);
    return open.get(`${account}/${name}`) ?? own;
}
/** Opens the port of another account's registry, once; nothing for the cloud's own. */
async function openRegistry({ cloud, account, name }) {
    const { own, others, open } = registriesOf(cloud);
    if (account === cloud.account || cloud.port === 0)
        return;
    const key = `${account}/${name}`;
    const opened = others.get(key) ?? listen(cloud, account, name, own);
    others.set(key, opened);
    open.set(key, (await opened).host);
}
async function listen(cloud, account, region, own) {
    const { hostname } = new URL(cloud.origin);
    const host = makeHost(cloud, account, region, () => `http://${hostname}:${port}`, own);
    const server = (0,external_node_http_.createServer)((request, response) => {
        serve(cloud, host, request, response).catch((error) => response.destroy(error));
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, hostname.replace(/^\[|\]$/g, ''), resolve);
    });
    const { port } = server.address();
    return { host, server };
}
/** Serves the paths below `/v2/`, and notes what Docker asked for in the journal beside the API calls; bytes are left out. */
async function serve(cloud, host, request, response) {
    response.once('close', () => {
        cloud.requestLog.note({
            time: new Date(cloud.timeline.now()).toISOString(),
            service: 'registry',
            operation: `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`,
            region: host.region ?? '',
            input: {},
            status: response.headersSent ? response.statusCode : 0,
            userAgent: request.headers['user-agent']
        }, 0);
    });
    cloud.timeline.advance();
    await serveRegistry(host, request, response);
}
async function closeRegistries(cloud) {
    const { others } = registriesOf(cloud);
    for (const opened of others.values()) {
        const { server } = await opened;
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
    }
    others.clear();
}
/** Takes `host:port/name:tag@digest` apart; undefined where it names no registry. */
function readImageName(image) {
    const match = /^([^/]+)\/([^:@]+)(?::([^@/]+))?(?:@(.+))?$/.exec(image);
    const [, host, repository, tag, digest] = match ?? [];
    return host === undefined || repository === undefined ? undefined : { host, repository, tag, digest };
}
/**
 * What ECS asks when a task pulls: whether an image is in the built-in registry, and its digest. An image of another host is none of ours
 * (undefined). All regions of the own account share one host here, so the repository is the one of the task's own region; the host that
 * ECR has for the account names a region.
 */
function makeImageSource(cloud) {
    const find = (region, image) => {
        const name = readImageName(image);
        const registry = name === undefined ? undefined : findRegistry(cloud, region, name.host);
        if (name === undefined || registry === undefined)
            return undefined;
        const repository = registry.part(ECR).get(name.repository)?.images;
        if (repository === undefined)
            return { digest: undefined };
        return { digest: findManifest(repository, name.digest ?? name.tag ?? 'latest')?.digest };
    };
    return {
        exists: (region, image) => {
            const found = find(region, image);
            return found === undefined ? undefined : found.digest !== undefined;
        },
        digest: (region, image) => find(region, image)?.digest
    };
}
function findRegistry(cloud, region, host) {
    if (host === new URL(cloud.origin).host || host === `localhost:${cloud.port}`)
        return cloud.region(region);
    const other = [...registriesOf(cloud).open.values()].find(({ endpoint }) => new URL(endpoint).host === host);
    if (other?.region !== undefined)
        return cloud.region(other.region, other.account);
    const named = regionOfHost(cloud, host);
    return named === undefined ? undefined : cloud.region(named);
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/tokens.js





function encode(password) {
    return Buffer.from(`${USER_NAME}:${password}`).toString('base64');
}
/** Whose a password is that this request gets. */
function holderOf({ region, caller, principal }) {
    return { region: region.name, account: caller, principal };
}
/** GetAuthorizationToken of ECR: good for 12 virtual hours and for every registry in the region that was asked. */
const getAuthorizationToken = operation((0,decode/* structure */.QK)({ registryIds: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
    const ids = input.registryIds ?? [];
    const { cloud, region, now } = context;
    const { password, expiresAt } = issuePassword(hostOf(region).signingKey, holderOf(context), now);
    return {
        authorizationData: (ids.length === 0 ? [region.account] : ids).map(account => ({
            authorizationToken: encode(password),
            expiresAt: (0,server_protocol/* toEpochSeconds */.mL)(expiresAt),
            proxyEndpoint: hostOf(cloud.region(region.name, account)).endpoint
        }))
    };
});
/** GetAuthorizationToken of ECR Public: one object, without an endpoint. */
const getPublicAuthorizationToken = operation((0,decode/* structure */.QK)({}), (_input, context) => {
    const { password, expiresAt } = issuePassword(hostOf(context.region).signingKey, holderOf(context), context.now);
    return { authorizationData: { authorizationToken: encode(password), expiresAt: (0,server_protocol/* toEpochSeconds */.mL)(expiresAt) } };
});

;// CONCATENATED MODULE: ./lib/emulator/ecr/scan-scenarios.js


const finding = (0,decode/* structure */.QK)({ name: decode/* string */.Yj, severity: decode/* string */.Yj, package: decode/* string */.Yj, version: decode/* string */.Yj, fixedIn: decode/* string */.Yj });
/**
 * The scans' part of the scenarios document. `findings`: severity to count; `vulnerabilities`: findings one by one; `scanner`: who scans.
 * What is absent finds nothing, by basic scanning.
 */
const scan_scenarios_readScenario = (0,decode/* structure */.QK)({
    findings: (0,decode/* map */.Tj)(decode/* integer */.nd),
    vulnerabilities: (0,decode/* list */.p_)(finding),
    scanner: (0,decode/* structure */.QK)({ enhanced: decode/* boolean */.zM, status: decode/* string */.Yj })
});
function read(context) {
    return scan_scenarios_readScenario(context.cloud.scenarios.document, 'scenarios');
}
/** As the scenarios say it, else as the registry is set. */
function readScanner(context) {
    const { scanner } = read(context);
    const isEnhanced = context.region.part(REGISTRY).scanning.scanType === 'ENHANCED';
    return { enhanced: scanner?.enhanced ?? isEnhanced, status: scanner?.status };
}
/** What scans find from now on, in the shape of the scanner. */
function readFindings(context) {
    const { findings = {}, vulnerabilities = [] } = read(context);
    const counted = Object.entries(findings).flatMap(([severity, count]) => Array.from({ length: count }, (_, index) => ({
        name: `CVE-0000-${String(index + 1).padStart(4, '0')}`,
        severity,
        package: undefined,
        version: undefined,
        fixedIn: undefined
    })));
    const all = [...vulnerabilities, ...counted];
    const counts = {};
    for (const { severity = 'UNDEFINED' } of all)
        counts[severity] = (counts[severity] ?? 0) + 1;
    return { counts, findings: all.map(readScanner(context).enhanced ? describeEnhanced : describeBasic) };
}
const DESCRIPTION = 'A finding of the rehearsal; no image is scanned.';
function describeBasic({ name, severity, package: packageName, version }) {
    return {
        name,
        description: DESCRIPTION,
        severity,
        attributes: [
            ...(version === undefined ? [] : [{ key: 'package_version', value: version }]),
            ...(packageName === undefined ? [] : [{ key: 'package_name', value: packageName }])
        ]
    };
}
function describeEnhanced({ name = '', severity, package: packageName, version, fixedIn }) {
    return {
        title: packageName === undefined ? name : `${name} - ${packageName}`,
        description: DESCRIPTION,
        severity,
        status: 'ACTIVE',
        type: 'PACKAGE_VULNERABILITY',
        packageVulnerabilityDetails: {
            vulnerabilityId: name,
            vulnerablePackages: packageName === undefined ? [] : [{ name: packageName, version, fixedInVersion: fixedIn ?? 'NotAvailable' }]
        }
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/scanning-settings.js




const rules = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ scanFrequency: decode/* string */.Yj, repositoryFilters: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ filter: decode/* string */.Yj, filterType: decode/* string */.Yj })) }));
/** The registry's rule for scanning a repository: undefined where none is for it. */
function findRule({ rules: all }, name) {
    return all.find(({ repositoryFilters = [] }) => repositoryFilters.some(({ filter = '' }) => matchesPattern(filter.includes('*') ? filter : `*${filter}*`, name)));
}
/** Whether a push to a repository has its image scanned: by its own setting, or by the registry's rule for it. */
function isScannedOnPush(repository, { region }) {
    const rule = findRule(region.part(REGISTRY).scanning, repository.images.name);
    return repository.scanOnPush || rule?.scanFrequency === 'SCAN_ON_PUSH';
}
/** How a registry scans: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html. */
const scanningSettingsOperations = {
    PutRegistryScanningConfiguration: operation((0,decode/* structure */.QK)({ scanType: decode/* string */.Yj, rules }), (input, { region }) => {
        const scanning = { scanType: input.scanType ?? 'BASIC', rules: input.rules ?? [] };
        region.part(REGISTRY).scanning = scanning;
        return { registryScanningConfiguration: scanning };
    }),
    GetRegistryScanningConfiguration: operation((0,decode/* structure */.QK)({}), (_input, { region }) => ({
        registryId: region.account,
        scanningConfiguration: region.part(REGISTRY).scanning
    })),
    BatchGetRepositoryScanningConfiguration: operation((0,decode/* structure */.QK)({ repositoryNames: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const { region } = context;
        const names = input.repositoryNames ?? [];
        const found = names.flatMap(name => region.part(ECR).get(name) ?? []);
        return {
            scanningConfigurations: found.map(repository => {
                const rule = findRule(region.part(REGISTRY).scanning, repository.images.name);
                const scanOnPush = isScannedOnPush(repository, context);
                return {
                    repositoryArn: repository.arn,
                    repositoryName: repository.images.name,
                    scanOnPush,
                    scanFrequency: rule?.scanFrequency ?? (scanOnPush ? 'SCAN_ON_PUSH' : 'MANUAL'),
                    appliedScanFilters: rule?.repositoryFilters ?? []
                };
            }),
            failures: names
                .filter(name => !region.part(ECR).has(name))
                .map(repositoryName => ({
                repositoryName,
                failureCode: 'REPOSITORY_NOT_FOUND',
                failureReason: `Repository with name '${repositoryName}' does not exist`
            }))
        };
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecr/scans.js







/** How long a scan takes, in virtual milliseconds. */
const SCAN_TIME = 20_000;
/** Amazon Inspector has an image in its list after so long, calls it ACTIVE after so long, and has results only at the end. */
const INSPECTOR_LISTS = 3_000;
const INSPECTOR_ACTIVE = 10_000;
const DAY = 24 * 60 * 60 * 1000;
/** When the scan of an image began: when it was asked for, or with the push where the repository or the registry says so or Inspector scans. */
function scanStart(repository, digest, scanner, context) {
    const image = repository.images.manifests.get(digest);
    if (image === undefined || !isScannable(image))
        return undefined;
    if (scanner.enhanced)
        return image.pushedAt + INSPECTOR_LISTS;
    return repository.scans.get(digest) ?? (isScannedOnPush(repository, context) ? image.pushedAt : undefined);
}
/** An image for one platform, by what its config is; a list and an artifact are none. */
function isScannable(image) {
    return !isList(image) && (image.artifactType ?? '').match(/^$|image/) !== null;
}
function describeStatus(start, now, scanner) {
    if (now >= start + SCAN_TIME && scanner.status !== undefined)
        return { status: scanner.status, description: `The scan ended as ${scanner.status} in this rehearsal.` };
    if (scanner.enhanced) {
        return now < start + INSPECTOR_ACTIVE
            ? { status: 'PENDING', description: 'Pending start of the image scan.' }
            : { status: 'ACTIVE', description: 'Continuous scan is selected for image.' };
    }
    return now < start + SCAN_TIME
        ? { status: 'IN_PROGRESS', description: 'The scan was started.' }
        : { status: 'COMPLETE', description: 'The scan was completed successfully.' };
}
function describeResults(start, counts) {
    return {
        imageScanCompletedAt: (0,server_protocol/* toEpochSeconds */.mL)(start + SCAN_TIME),
        vulnerabilitySourceUpdatedAt: (0,server_protocol/* toEpochSeconds */.mL)(start - DAY),
        findingSeverityCounts: counts
    };
}
/** `imageScanStatus` and `imageScanFindingsSummary` of DescribeImages; empty for an image that nobody scanned, and for Inspector's scans. */
function describeScan(repository, digest, context) {
    const scanner = readScanner(context);
    const start = scanStart(repository, digest, scanner, context);
    if (start === undefined || scanner.enhanced)
        return {};
    const isDone = context.now >= start + SCAN_TIME && scanner.status === undefined;
    return {
        imageScanStatus: describeStatus(start, context.now, scanner),
        imageScanFindingsSummary: isDone ? describeResults(start, readFindings(context).counts) : undefined
    };
}
const scanned = (0,decode/* structure */.QK)({
    registryId: decode/* string */.Yj,
    repositoryName: decode/* string */.Yj,
    imageId: (0,decode/* structure */.QK)({ imageDigest: decode/* string */.Yj, imageTag: decode/* string */.Yj }),
    nextToken: decode/* string */.Yj,
    maxResults: decode/* integer */.nd
});
/** Scanning, basic or Amazon Inspector's, as far as a gate on severities needs it. */
const scanOperations = {
    StartImageScan: operation(scanned, (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const image = getImage(context.region, repository, input.imageId ?? {});
        const scanner = readScanner(context);
        if (scanner.enhanced)
            throw new server_protocol/* AwsFault */.kU('ValidationException', 'This feature is disabled');
        if (!isScannable(image)) {
            throw new server_protocol/* AwsFault */.kU('UnsupportedImageTypeException', 'The image is of a type that cannot be scanned.');
        }
        const before = scanStart(repository, image.digest, scanner, context);
        if (before !== undefined && context.now < before + DAY) {
            throw new server_protocol/* AwsFault */.kU('LimitExceededException', 'The scan quota per image has been exceeded. Wait and try again.');
        }
        repository.scans.set(image.digest, context.now);
        return {
            registryId: context.region.account,
            repositoryName: repository.images.name,
            imageId: { ...input.imageId, imageDigest: image.digest },
            imageScanStatus: { status: 'IN_PROGRESS' }
        };
    }),
    DescribeImageScanFindings: operation(scanned, (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const image = getImage(context.region, repository, input.imageId ?? {});
        const scanner = readScanner(context);
        const start = scanStart(repository, image.digest, scanner, context);
        if (start === undefined || context.now < start) {
            throw new server_protocol/* AwsFault */.kU('ScanNotFoundException', `Image scan does not exist for the image with '${describeImageId({ ...input.imageId, imageDigest: image.digest })}' in the repository with name '${repository.images.name}' in the registry with id '${context.region.account}'`);
        }
        const isDone = context.now >= start + SCAN_TIME && scanner.status === undefined;
        const { counts, findings } = readFindings(context);
        const { page, nextToken } = state_cutPage(isDone ? findings : [], input.nextToken, input.maxResults);
        return {
            registryId: context.region.account,
            repositoryName: repository.images.name,
            imageId: { ...input.imageId, imageDigest: image.digest },
            imageScanStatus: describeStatus(start, context.now, scanner),
            imageScanFindings: {
                ...(isDone ? describeResults(start, counts) : {}),
                ...(scanner.enhanced ? { enhancedFindings: page } : { findings: page })
            },
            nextToken
        };
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecr/images.js











const imageId = (0,decode/* structure */.QK)({ imageDigest: decode/* string */.Yj, imageTag: decode/* string */.Yj });
const images_named = { registryId: decode/* string */.Yj, repositoryName: decode/* string */.Yj };
const filter = (0,decode/* structure */.QK)({ tagStatus: decode/* string */.Yj, imageStatus: decode/* string */.Yj });
/** Whether an image passes `filter`; nothing here is ever archived. */
function passes(repository, image, wanted) {
    const tagged = tagsOf(repository.images, image.digest).length > 0;
    if (wanted?.tagStatus === 'TAGGED' && !tagged)
        return false;
    if (wanted?.tagStatus === 'UNTAGGED' && tagged)
        return false;
    return wanted?.imageStatus === undefined || ['ACTIVE', 'ANY'].includes(wanted.imageStatus);
}
function describeImage(repository, image, context) {
    const tags = tagsOf(repository.images, image.digest);
    return {
        registryId: context.region.account,
        repositoryName: repository.images.name,
        imageDigest: image.digest,
        imageTags: tags.length > 0 ? tags : undefined,
        imageSizeInBytes: images_sizeOf(repository, image),
        imagePushedAt: (0,server_protocol/* toEpochSeconds */.mL)(image.pushedAt),
        ...describeScan(repository, image.digest, context),
        imageManifestMediaType: image.mediaType,
        artifactMediaType: image.artifactType,
        lastRecordedPullTime: image.lastPulledAt === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(image.lastPulledAt),
        subjectManifestDigest: image.subject,
        imageStatus: 'ACTIVE'
    };
}
/** Of a list: the size of its largest image, as ECR's documentation of `imageSizeInBytes` says. */
function images_sizeOf(repository, image) {
    const children = image.children.map(digest => repository.images.manifests.get(digest)?.size ?? 0);
    return Math.max(image.size, ...children);
}
function describeManifest(repository, image, tag, account) {
    return {
        registryId: account,
        repositoryName: repository.images.name,
        imageId: { imageDigest: image.digest, ...(tag === undefined ? {} : { imageTag: tag }) },
        imageManifest: image.bytes.toString('utf8'),
        imageManifestMediaType: image.mediaType
    };
}
/** Why an image id names no image, as the batch operations report it; undefined where it names one. */
function findFailure(repository, id) {
    const fail = (failureCode, failureReason) => ({ imageId: id, failureCode, failureReason });
    if (id.imageDigest === undefined && id.imageTag === undefined) {
        return fail('MissingDigestAndTag', 'Invalid request parameters: both tag and digest cannot be null');
    }
    if (id.imageDigest !== undefined && !isDigest(id.imageDigest)) {
        return fail('InvalidImageDigest', "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'");
    }
    const tagged = id.imageTag === undefined ? undefined : repository.images.tags.get(id.imageTag);
    if (id.imageDigest !== undefined && tagged !== undefined && tagged !== id.imageDigest) {
        return fail('ImageTagDoesNotMatchDigest', 'Requested tag does not belong to the requested digest');
    }
    return findImage(repository, id) === undefined ? fail('ImageNotFound', 'Requested image not found') : undefined;
}
function deleteImage(repository, id) {
    const { tags, manifests } = repository.images;
    const digest = findImage(repository, id)?.digest ?? '';
    const all = tagsOf(repository.images, digest);
    const gone = id.imageTag === undefined || id.imageDigest !== undefined ? all : [id.imageTag];
    for (const tag of gone)
        tags.delete(tag);
    if (gone.length === all.length)
        manifests.delete(digest);
    return gone.length === 0 ? [{ imageDigest: digest }] : gone.map(tag => ({ imageDigest: digest, imageTag: tag }));
}
function findParents(repository, id) {
    const digest = findImage(repository, id)?.digest ?? '';
    const isWhole = id.imageDigest !== undefined || tagsOf(repository.images, digest).length === 1;
    if (!isWhole)
        return [];
    return [...repository.images.manifests.values()]
        .filter(each => each.children.includes(digest))
        .map(each => each.digest);
}
/** The operations on images. */
const imageOperations = {
    DescribeImages: operation((0,decode/* structure */.QK)({ ...images_named, imageIds: (0,decode/* list */.p_)(imageId), nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd, filter }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        if (input.imageIds !== undefined && input.imageIds.length > 0) {
            if (input.nextToken !== undefined || input.maxResults !== undefined) {
                throw invalidParameter("Invalid parameter: 'nextToken' and 'maxResults' cannot be used together with 'imageIds'");
            }
            const found = new Set(input.imageIds.map(id => getImage(context.region, repository, id)));
            return { imageDetails: [...found].map(image => describeImage(repository, image, context)) };
        }
        const all = [...repository.images.manifests.values()].filter(image => passes(repository, image, input.filter));
        const { page, nextToken } = state_cutPage(all, input.nextToken, input.maxResults);
        return { imageDetails: page.map(image => describeImage(repository, image, context)), nextToken };
    }),
    ListImageReferrers: operation((0,decode/* structure */.QK)({
        ...images_named,
        subjectId: (0,decode/* structure */.QK)({ imageDigest: decode/* string */.Yj }),
        filter: (0,decode/* structure */.QK)({ artifactTypes: (0,decode/* list */.p_)(decode/* string */.Yj), artifactStatus: decode/* string */.Yj }),
        nextToken: decode/* string */.Yj,
        maxResults: decode/* integer */.nd
    }), (input, context) => {
        const { images } = getRepository(context.region, input.repositoryName, input.registryId);
        const { artifactTypes = [], artifactStatus = 'ACTIVE' } = input.filter ?? {};
        // Nothing is ever archived here.
        const isAsked = artifactStatus === 'ACTIVE' || artifactStatus === 'ANY';
        const found = [...images.manifests.values()]
            .filter(({ subject }) => isAsked && subject === input.subjectId?.imageDigest)
            .filter(({ artifactType = '' }) => artifactTypes.length === 0 || artifactTypes.includes(artifactType));
        const { page, nextToken } = state_cutPage(found, input.nextToken, input.maxResults);
        return {
            referrers: page.map(({ digest, mediaType, artifactType, bytes, annotations }) => ({
                digest,
                mediaType,
                artifactType,
                size: bytes.length,
                annotations,
                artifactStatus: 'ACTIVE'
            })),
            nextToken
        };
    }),
    ListImages: operation((0,decode/* structure */.QK)({ ...images_named, nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd, filter }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const ids = [...repository.images.manifests.values()]
            .filter(image => passes(repository, image, input.filter))
            .flatMap((image) => {
            const tags = tagsOf(repository.images, image.digest);
            if (tags.length === 0)
                return [{ imageDigest: image.digest }];
            return tags.map(imageTag => ({ imageDigest: image.digest, imageTag }));
        });
        const { page, nextToken } = state_cutPage(ids, input.nextToken, input.maxResults);
        return { imageIds: page, nextToken };
    }),
    BatchGetImage: operation((0,decode/* structure */.QK)({ ...images_named, imageIds: (0,decode/* list */.p_)(imageId), acceptedMediaTypes: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const ids = input.imageIds ?? [];
        const failures = ids.map(id => findFailure(repository, id)).filter(failure => failure !== undefined);
        const images = ids.flatMap(id => {
            const image = findFailure(repository, id) === undefined ? findImage(repository, id) : undefined;
            return image === undefined ? [] : [describeManifest(repository, image, id.imageTag, context.region.account)];
        });
        return { images, failures };
    }),
    BatchCheckLayerAvailability: operation((0,decode/* structure */.QK)({ ...images_named, layerDigests: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const { images } = getRepository(context.region, input.repositoryName, input.registryId);
        const digests = input.layerDigests ?? [];
        const failures = digests
            .filter(digest => !isDigest(digest))
            .map(layerDigest => ({
            layerDigest,
            failureCode: 'InvalidLayerDigest',
            failureReason: 'Invalid request parameters: layer digest is not valid'
        }));
        const layers = digests.filter(isDigest).map(layerDigest => {
            const layerSize = images.blobs.get(layerDigest);
            return layerSize === undefined
                ? { layerDigest, layerAvailability: 'UNAVAILABLE' }
                : {
                    layerDigest,
                    layerAvailability: 'AVAILABLE',
                    layerSize,
                    mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip'
                };
        });
        return { layers, failures };
    }),
    GetDownloadUrlForLayer: operation((0,decode/* structure */.QK)({ ...images_named, layerDigest: decode/* string */.Yj }), (input, context) => {
        const { images } = getRepository(context.region, input.repositoryName, input.registryId);
        const layerDigest = input.layerDigest ?? '';
        if (images.blobs.get(layerDigest) === undefined) {
            throw new server_protocol/* AwsFault */.kU('LayersNotFoundException', `The layers with digests '[${layerDigest}]' required for pulling from the repository with name '${images.name}' in the registry with id '${context.region.account}' could not be found`);
        }
        const { region, now } = context;
        const host = hostOf(region);
        const { password } = issuePassword(host.signingKey, holderOf(context), now);
        // As S3's: whoever has the address gets the layer.
        const query = new URLSearchParams({ 'X-Amz-Signature': password });
        return { downloadUrl: `${host.endpoint}/v2/${images.name}/blobs/${layerDigest}?${query.toString()}`, layerDigest };
    }),
    PutImage: operation((0,decode/* structure */.QK)({
        ...images_named,
        imageManifest: decode/* string */.Yj,
        imageManifestMediaType: decode/* string */.Yj,
        imageTag: decode/* string */.Yj,
        imageDigest: decode/* string */.Yj
    }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const manifest = parseManifest(input.imageManifest ?? '', input.imageManifestMediaType);
        if (input.imageTag !== undefined && !isTag(input.imageTag)) {
            throw invalidParameter(`Invalid parameter at 'imageTag': '${input.imageTag}' is not a tag`);
        }
        if (input.imageDigest !== undefined && input.imageDigest !== manifest.digest) {
            throw new server_protocol/* AwsFault */.kU('ImageDigestDoesNotMatchException', `The specified image digest '${input.imageDigest}' does not match the digest '${manifest.digest}' of the image manifest`);
        }
        putImage(repository, manifest, input.imageTag, context);
        return { image: describeManifest(repository, manifest, input.imageTag, context.region.account) };
    }),
    BatchDeleteImage: operation((0,decode/* structure */.QK)({ ...images_named, imageIds: (0,decode/* list */.p_)(imageId) }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const failures = [];
        const imageIds = (input.imageIds ?? []).flatMap(id => {
            const failure = findFailure(repository, id);
            const parents = failure === undefined ? findParents(repository, id) : [];
            if (failure === undefined && parents.length === 0)
                return deleteImage(repository, id);
            failures.push(failure ?? {
                imageId: id,
                failureCode: 'ImageReferencedByManifestList',
                failureReason: `Requested image referenced by manifest list: [${parents.join(', ')}]`
            });
            return [];
        });
        return { imageIds, failures };
    })
};
function parseManifest(text, mediaType) {
    try {
        return readManifest(Buffer.from(text), mediaType);
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        throw invalidParameter(`Invalid parameter at 'ImageManifest' failed to satisfy constraint: '${error.message}'`);
    }
}
function putImage(repository, manifest, tag, context) {
    const { images } = repository;
    const { account } = context.region;
    const missing = findMissing(images, manifest);
    if (missing.blobs.length > 0) {
        throw new server_protocol/* AwsFault */.kU('LayersNotFoundException', describeMissing(images, missing, account));
    }
    if (missing.manifests.length > 0) {
        throw new server_protocol/* AwsFault */.kU('ReferencedImagesNotFoundException', describeMissing(images, missing, account));
    }
    const taken = tag === undefined ? undefined : images.tags.get(tag);
    if (images.manifests.has(manifest.digest) && (tag === undefined || taken === manifest.digest)) {
        throw new server_protocol/* AwsFault */.kU('ImageAlreadyExistsException', `Image with digest '${manifest.digest}' and tag '${tag ?? 'null'}' already exists in the repository with name '${images.name}' in registry with id '${account}'`);
    }
    try {
        storeManifest(images, manifest, tag, account, context.now);
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        throw new server_protocol/* AwsFault */.kU('ImageTagAlreadyExistsException', describeImmutableTag(images.name, tag ?? ''));
    }
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/lifecycle-rules.js



const lifecycle_rules_DAY = 24 * 60 * 60 * 1000;
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
const readRules = (0,decode/* structure */.QK)({
    rules: (0,decode/* list */.p_)((0,decode/* structure */.QK)({
        rulePriority: decode/* integer */.nd,
        description: decode/* string */.Yj,
        selection: (0,decode/* structure */.QK)({
            tagStatus: decode/* string */.Yj,
            tagPrefixList: (0,decode/* list */.p_)(decode/* string */.Yj),
            tagPatternList: (0,decode/* list */.p_)(decode/* string */.Yj),
            countType: decode/* string */.Yj,
            countUnit: decode/* string */.Yj,
            countNumber: decode/* integer */.nd
        }),
        action: (0,decode/* structure */.QK)({ type: decode/* string */.Yj })
    }))
});
/** The rules of a policy. Throws InvalidParameterException for a text that is none. */
function readLifecycleRules(text) {
    try {
        return readRules(JSON.parse(text), '').rules ?? [];
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw invalidParameter(`Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${reason}'`);
    }
}
/**
 * What a policy expires. An image belongs to the rule of the least priority that selects it, whether that expires it or not.
 *
 * @param now virtual milliseconds since the epoch
 */
function findExpiring(rules, images, now) {
    let left = images.toSorted((one, other) => other.image.pushedAt - one.image.pushedAt);
    const found = [];
    for (const { rulePriority: priority = 1, selection = {} } of rules.toSorted((one, other) => (one.rulePriority ?? 1) - (other.rulePriority ?? 1))) {
        const selected = left.filter(({ tags }) => selects(selection, tags));
        left = left.filter(each => !selected.includes(each));
        const { countType, countNumber = 1 } = selection;
        const expiring = countType === 'imageCountMoreThan'
            ? selected.slice(countNumber)
            : selected.filter(({ image }) => image.pushedAt + countNumber * lifecycle_rules_DAY < now);
        found.push(...expiring.map(each => ({ ...each, priority })));
    }
    return found;
}
function selects({ tagStatus, tagPrefixList = [], tagPatternList = [] }, tags) {
    if (tagStatus === 'any')
        return true;
    if (tagStatus === 'untagged' || tags.length === 0)
        return tagStatus === 'untagged' && tags.length === 0;
    // A tag for each of the prefixes, or of the patterns.
    return (tagPrefixList.every(prefix => tags.some(tag => tag.startsWith(prefix))) &&
        tagPatternList.every(pattern => tags.some(tag => matchesPattern(pattern, tag))));
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/lifecycle.js






/** How long a preview takes, and how long it is there, in virtual milliseconds. */
const PREVIEW_TIME = 5000;
const PREVIEW_LASTS = 24 * 60 * 60 * 1000;
const lifecycle_named = { registryId: decode/* string */.Yj, repositoryName: decode/* string */.Yj };
/** The lifecycle policy of a repository, and what it would do: nothing expires by itself here. */
const lifecycleOperations = {
    PutLifecyclePolicy: operation((0,decode/* structure */.QK)({ ...lifecycle_named, lifecyclePolicyText: decode/* string */.Yj }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const text = input.lifecyclePolicyText ?? '';
        readLifecycleRules(text);
        repository.lifecyclePolicy = text;
        return describePolicy(repository, context);
    }),
    GetLifecyclePolicy: operation((0,decode/* structure */.QK)(lifecycle_named), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        return describePolicy(repository, context);
    }),
    DeleteLifecyclePolicy: operation((0,decode/* structure */.QK)(lifecycle_named), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const answer = describePolicy(repository, context);
        repository.lifecyclePolicy = undefined;
        return answer;
    }),
    StartLifecyclePolicyPreview: operation((0,decode/* structure */.QK)({ ...lifecycle_named, lifecyclePolicyText: decode/* string */.Yj }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        if (repository.preview !== undefined && context.now < repository.preview.startedAt + PREVIEW_TIME) {
            throw new server_protocol/* AwsFault */.kU('LifecyclePolicyPreviewInProgressException', `A lifecycle policy preview for the repository with name '${repository.images.name}' is in progress. Please wait for it to complete.`);
        }
        const text = input.lifecyclePolicyText ?? describePolicy(repository, context).lifecyclePolicyText;
        readLifecycleRules(text);
        repository.preview = { text, startedAt: context.now };
        return { ...nameOf(repository, context), lifecyclePolicyText: text, status: 'IN_PROGRESS' };
    }),
    GetLifecyclePolicyPreview: operation((0,decode/* structure */.QK)({
        ...lifecycle_named,
        imageIds: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ imageDigest: decode/* string */.Yj, imageTag: decode/* string */.Yj })),
        filter: (0,decode/* structure */.QK)({ tagStatus: decode/* string */.Yj }),
        nextToken: decode/* string */.Yj,
        maxResults: decode/* integer */.nd
    }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const { preview, images } = repository;
        if (preview === undefined || context.now > preview.startedAt + PREVIEW_LASTS) {
            throw new server_protocol/* AwsFault */.kU('LifecyclePolicyPreviewNotFoundException', `There is no dry run for the repository with name '${images.name}' in the registry with id '${context.region.account}'`);
        }
        const answer = { ...nameOf(repository, context), lifecyclePolicyText: preview.text };
        if (context.now < preview.startedAt + PREVIEW_TIME)
            return { ...answer, status: 'IN_PROGRESS' };
        const all = [...images.manifests.values()].map(image => ({ image, tags: tagsOf(images, image.digest) }));
        const expiring = findExpiring(readLifecycleRules(preview.text), all, context.now);
        const wanted = input.imageIds?.map(id => findImage(repository, id)?.digest);
        const { tagStatus = 'ANY' } = input.filter ?? {};
        const chosen = expiring
            .filter(({ image }) => wanted === undefined || wanted.includes(image.digest))
            .filter(({ tags }) => tagStatus === 'ANY' || (tagStatus === 'TAGGED') === tags.length > 0);
        const { page, nextToken } = state_cutPage(chosen, input.nextToken, input.maxResults);
        return {
            ...answer,
            status: 'COMPLETE',
            nextToken,
            previewResults: page.map(({ image, tags, priority }) => ({
                imageTags: tags,
                imageDigest: image.digest,
                imagePushedAt: (0,server_protocol/* toEpochSeconds */.mL)(image.pushedAt),
                action: { type: 'EXPIRE' },
                appliedRulePriority: priority
            })),
            summary: { expiringImageTotalCount: expiring.length }
        };
    })
};
function nameOf({ images }, { region }) {
    return { registryId: region.account, repositoryName: images.name };
}
function describePolicy(repository, context) {
    if (repository.lifecyclePolicy === undefined) {
        throw new server_protocol/* AwsFault */.kU('LifecyclePolicyNotFoundException', `Lifecycle policy does not exist for the repository with name '${repository.images.name}' in the registry with id '${context.region.account}'`);
    }
    return { ...nameOf(repository, context), lifecyclePolicyText: repository.lifecyclePolicy };
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/policies.js




const policies_named = { registryId: decode/* string */.Yj, repositoryName: decode/* string */.Yj };
function policies_readPolicy(text) {
    try {
        const value = JSON.parse(text ?? '');
        if (typeof value === 'object' && value !== null && 'Statement' in value)
            return text ?? '';
    }
    catch {
        // Told below.
    }
    throw invalidParameter("Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'");
}
function describeRepositoryPolicy({ images, policy }, { region }) {
    if (policy === undefined) {
        throw new server_protocol/* AwsFault */.kU('RepositoryPolicyNotFoundException', `Repository policy does not exist for the repository with name '${images.name}' in the registry with id '${region.account}'`);
    }
    return { registryId: region.account, repositoryName: images.name, policyText: policy };
}
function describeRegistryPolicy({ region }) {
    const { policy } = region.part(REGISTRY);
    if (policy === undefined) {
        throw new server_protocol/* AwsFault */.kU('RegistryPolicyNotFoundException', `Registry policy does not exist in the registry with id '${region.account}'`);
    }
    return { registryId: region.account, policyText: policy };
}
/** The policies of repositories and of the registry: who of other accounts may do what. */
const policyOperations = {
    SetRepositoryPolicy: operation((0,decode/* structure */.QK)({ ...policies_named, policyText: decode/* string */.Yj, force: decode/* boolean */.zM }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        repository.policy = policies_readPolicy(input.policyText);
        return describeRepositoryPolicy(repository, context);
    }),
    GetRepositoryPolicy: operation((0,decode/* structure */.QK)(policies_named), (input, context) => describeRepositoryPolicy(getRepository(context.region, input.repositoryName, input.registryId), context)),
    DeleteRepositoryPolicy: operation((0,decode/* structure */.QK)(policies_named), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const answer = describeRepositoryPolicy(repository, context);
        repository.policy = undefined;
        return answer;
    }),
    PutRegistryPolicy: operation((0,decode/* structure */.QK)({ policyText: decode/* string */.Yj }), (input, context) => {
        context.region.part(REGISTRY).policy = policies_readPolicy(input.policyText);
        return describeRegistryPolicy(context);
    }),
    GetRegistryPolicy: operation((0,decode/* structure */.QK)({}), (_input, context) => describeRegistryPolicy(context)),
    DeleteRegistryPolicy: operation((0,decode/* structure */.QK)({}), (_input, context) => {
        const answer = describeRegistryPolicy(context);
        context.region.part(REGISTRY).policy = undefined;
        return answer;
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecr/replication.js



/** How long an image takes to another registry, in virtual milliseconds. */
const REPLICATION_TIME = 15_000;
/**
 * Brings what has arrived into a registry that others replicate to: every image that was pushed long enough ago, with its tags, in a repository
 * that is made where it is missing (ECR user guide, "Private image replication").
 */
function receiveReplicas(registry, now) {
    for (const source of registry.part(REGISTRY).replicatedFrom) {
        const rules = source
            .part(REGISTRY)
            .replication.filter(({ destinations = [] }) => destinations.some(({ region, registryId }) => region === registry.name && registryId === registry.account));
        for (const { images } of source.part(ECR).values()) {
            const isCovered = rules.some(rule => replication_covers(rule, images.name));
            if (isCovered)
                copyImages(images, registry, source.part(REGISTRY).replicatesSince, now);
        }
    }
}
/** Whether a rule is for a repository: one without filters is for all. */
function replication_covers({ repositoryFilters = [] }, name) {
    return repositoryFilters.length === 0 || repositoryFilters.some(({ filter = '' }) => name.startsWith(filter));
}
function copyImages(from, registry, since, now) {
    const arrived = [...from.manifests.values()].filter(({ pushedAt }) => pushedAt >= since && pushedAt + REPLICATION_TIME <= now);
    if (arrived.length === 0)
        return;
    const repository = registry.part(ECR).get(from.name) ?? makeEcrRepository(registry, from.name, now, {});
    registry.part(ECR).set(from.name, repository);
    const { images } = repository;
    for (const manifest of arrived) {
        if (images.manifests.has(manifest.digest))
            continue;
        for (const digest of manifest.blobs) {
            const size = from.blobs.get(digest);
            if (size === undefined)
                continue;
            hostOf(registry).blobs.share(images, digest);
            images.blobs.set(digest, size);
        }
        images.manifests.set(manifest.digest, { ...manifest, pushedAt: now });
    }
    for (const [tag, digest] of from.tags)
        if (images.manifests.has(digest))
            images.tags.set(tag, digest);
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/registry-settings.js






/** How long signing an image takes, in virtual milliseconds. */
const SIGNING_TIME = 4000;
const filters = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ filter: decode/* string */.Yj, filterType: decode/* string */.Yj }));
const imageOf = {
    registryId: decode/* string */.Yj,
    repositoryName: decode/* string */.Yj,
    imageId: (0,decode/* structure */.QK)({ imageDigest: decode/* string */.Yj, imageTag: decode/* string */.Yj })
};
/** Pull-through cache rules, managed signing and replication: what is set for a registry as a whole. */
const settingsOperations = {
    CreatePullThroughCacheRule: operation((0,decode/* structure */.QK)({
        ecrRepositoryPrefix: decode/* string */.Yj,
        upstreamRegistryUrl: decode/* string */.Yj,
        upstreamRegistry: decode/* string */.Yj,
        upstreamRepositoryPrefix: decode/* string */.Yj,
        credentialArn: decode/* string */.Yj,
        customRoleArn: decode/* string */.Yj
    }), (input, { region, now }) => {
        const { pullThroughRules } = region.part(REGISTRY);
        const { ecrRepositoryPrefix: prefix = '' } = input;
        if (pullThroughRules.has(prefix)) {
            throw new server_protocol/* AwsFault */.kU('PullThroughCacheRuleAlreadyExistsException', `A rule with the prefix '${prefix}' already exists in the registry with id '${region.account}'`);
        }
        const rule = { ...input, registryId: region.account, createdAt: (0,server_protocol/* toEpochSeconds */.mL)(now) };
        pullThroughRules.set(prefix, { ...rule, updatedAt: rule.createdAt });
        return rule;
    }),
    DescribePullThroughCacheRules: operation((0,decode/* structure */.QK)({ registryId: decode/* string */.Yj, ecrRepositoryPrefixes: (0,decode/* list */.p_)(decode/* string */.Yj), nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, { region }) => {
        const { pullThroughRules } = region.part(REGISTRY);
        const wanted = (input.ecrRepositoryPrefixes ?? []).map(prefix => {
            const found = pullThroughRules.get(prefix);
            if (found !== undefined)
                return found;
            throw missingRule(region, prefix);
        });
        const all = wanted.length === 0 ? [...pullThroughRules.values()] : wanted;
        const { page, nextToken } = state_cutPage(all, input.nextToken, input.maxResults);
        return { pullThroughCacheRules: page, nextToken };
    }),
    DeletePullThroughCacheRule: operation((0,decode/* structure */.QK)({ registryId: decode/* string */.Yj, ecrRepositoryPrefix: decode/* string */.Yj }), (input, { region }) => {
        const { ecrRepositoryPrefix: prefix = '' } = input;
        const { pullThroughRules } = region.part(REGISTRY);
        const rule = pullThroughRules.get(prefix);
        if (rule === undefined)
            throw missingRule(region, prefix);
        pullThroughRules.delete(prefix);
        return (0,decode/* withoutMembers */.YG)(rule, 'upstreamRegistry', 'updatedAt');
    }),
    PutSigningConfiguration: operation((0,decode/* structure */.QK)({
        signingConfiguration: (0,decode/* structure */.QK)({
            rules: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ signingProfileArn: decode/* string */.Yj, repositoryFilters: filters }))
        })
    }), (input, { region }) => {
        const rules = input.signingConfiguration?.rules ?? [];
        region.part(REGISTRY).signing = rules;
        return { signingConfiguration: { rules } };
    }),
    GetSigningConfiguration: operation((0,decode/* structure */.QK)({}), (_input, { region }) => describeSigning(region)),
    DeleteSigningConfiguration: operation((0,decode/* structure */.QK)({}), (_input, { region }) => {
        const answer = describeSigning(region);
        region.part(REGISTRY).signing = undefined;
        return answer;
    }),
    DescribeImageSigningStatus: operation((0,decode/* structure */.QK)(imageOf), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const image = getImage(context.region, repository, input.imageId ?? {});
        return {
            registryId: context.region.account,
            repositoryName: repository.images.name,
            imageId: { ...input.imageId, imageDigest: image.digest },
            signingStatuses: describeSignings(repository, image.pushedAt, context)
        };
    }),
    PutReplicationConfiguration: operation((0,decode/* structure */.QK)({
        replicationConfiguration: (0,decode/* structure */.QK)({
            rules: (0,decode/* list */.p_)((0,decode/* structure */.QK)({
                destinations: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ region: decode/* string */.Yj, registryId: decode/* string */.Yj })),
                repositoryFilters: filters,
                deleteReplication: decode/* document */.Al
            }))
        })
    }), (input, { region, cloud, now }) => {
        const rules = input.replicationConfiguration?.rules ?? [];
        region.part(REGISTRY).replication = rules;
        region.part(REGISTRY).replicatesSince = now;
        for (const { region: name, registryId } of rules.flatMap(({ destinations = [] }) => destinations)) {
            if (name !== undefined)
                cloud.region(name, registryId).part(REGISTRY).replicatedFrom.add(region);
        }
        return { replicationConfiguration: { rules } };
    }),
    DescribeImageReplicationStatus: operation((0,decode/* structure */.QK)(imageOf), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const image = getImage(context.region, repository, input.imageId ?? {});
        const { replication, replicatesSince } = context.region.part(REGISTRY);
        const destinations = replication
            .filter(rule => image.pushedAt >= replicatesSince && replication_covers(rule, repository.images.name))
            .flatMap(rule => rule.destinations ?? []);
        return {
            repositoryName: repository.images.name,
            imageId: { ...input.imageId, imageDigest: image.digest },
            replicationStatuses: destinations.map(destination => ({
                ...destination,
                status: context.now < image.pushedAt + REPLICATION_TIME ? 'IN_PROGRESS' : 'COMPLETE'
            }))
        };
    }),
    DescribeRegistry: operation((0,decode/* structure */.QK)({}), (_input, { region }) => ({
        registryId: region.account,
        replicationConfiguration: { rules: region.part(REGISTRY).replication }
    }))
};
function describeSigning(region) {
    const { signing } = region.part(REGISTRY);
    if (signing !== undefined)
        return { registryId: region.account, signingConfiguration: { rules: signing } };
    throw new server_protocol/* AwsFault */.kU('SigningConfigurationNotFoundException', `Signing configuration does not exist in the registry with id '${region.account}'`);
}
function missingRule(region, prefix) {
    return new server_protocol/* AwsFault */.kU('PullThroughCacheRuleNotFoundException', `The pull through cache rule with prefix '${prefix}' does not exist in the registry with id '${region.account}'`);
}
/** A rule without filters is for every repository. Who pushes is who signs: whoever asks here stands for that. */
function describeSignings(repository, pushedAt, context) {
    const { signing = [] } = context.region.part(REGISTRY);
    return signing
        .filter(({ repositoryFilters = [] }) => repositoryFilters.length === 0 ||
        repositoryFilters.some(({ filter = '' }) => matchesPattern(filter, repository.images.name)))
        .map(({ signingProfileArn }) => {
        if (context.now < pushedAt + SIGNING_TIME)
            return { signingProfileArn, status: 'IN_PROGRESS' };
        if (!context.cloud.faults.denies('signer:SignPayload'))
            return { signingProfileArn, status: 'COMPLETE' };
        return {
            signingProfileArn,
            status: 'FAILED',
            failureCode: 'AccessDeniedException',
            failureReason: `User: ${context.principal} is not authorized to perform: signer:SignPayload on resource: ${signingProfileArn ?? '*'}`
        };
    });
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/repositories.js






const repositories_readTags = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj }));
const repositories_filters = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ filterType: decode/* string */.Yj, filter: decode/* string */.Yj }));
const scanning = (0,decode/* structure */.QK)({ scanOnPush: decode/* boolean */.zM });
const repositories_named = { registryId: decode/* string */.Yj, repositoryName: decode/* string */.Yj };
/** `host:port/name`, as `docker push` takes it. */
function repositoryUri(context, name) {
    return `${new URL(hostOf(context.region).endpoint).host}/${name}`;
}
function repositories_describe(repository, context) {
    const { images } = repository;
    return {
        repositoryArn: repository.arn,
        registryId: context.region.account,
        repositoryName: images.name,
        repositoryUri: repositoryUri(context, images.name),
        createdAt: (0,server_protocol/* toEpochSeconds */.mL)(repository.createdAt),
        ...describeMutability(images),
        imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
        encryptionConfiguration: repository.encryption
    };
}
function describeMutability(images) {
    const { mutability, exclusionFilters } = images;
    return {
        imageTagMutability: mutability,
        ...(exclusionFilters.length === 0
            ? {}
            : {
                imageTagMutabilityExclusionFilters: exclusionFilters.map(filter => ({ filterType: 'WILDCARD', filter }))
            })
    };
}
/** The operations on repositories: create, describe, delete, their settings and their tags. */
const repositoryOperations = {
    CreateRepository: operation((0,decode/* structure */.QK)({
        ...repositories_named,
        tags: repositories_readTags,
        imageTagMutability: decode/* string */.Yj,
        imageTagMutabilityExclusionFilters: repositories_filters,
        imageScanningConfiguration: scanning,
        encryptionConfiguration: (0,decode/* structure */.QK)({ encryptionType: decode/* string */.Yj, kmsKey: decode/* string */.Yj })
    }), (input, context) => {
        const name = state_checkName(input.repositoryName);
        const repositories = context.region.part(ECR);
        if (repositories.has(name)) {
            throw new server_protocol/* AwsFault */.kU('RepositoryAlreadyExistsException', `The repository with name '${name}' already exists in the registry with id '${context.region.account}'`);
        }
        const repository = makeEcrRepository(context.region, name, context.now, input);
        repositories.set(name, repository);
        return { repository: repositories_describe(repository, context) };
    }),
    DescribeRepositories: operation((0,decode/* structure */.QK)({ registryId: decode/* string */.Yj, repositoryNames: (0,decode/* list */.p_)(decode/* string */.Yj), nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, context) => {
        const { repositoryNames, registryId } = input;
        if (repositoryNames !== undefined && repositoryNames.length > 0) {
            const found = repositoryNames.map(name => getRepository(context.region, name, registryId));
            return { repositories: found.map(repository => repositories_describe(repository, context)) };
        }
        const all = [...context.region.part(ECR).values()];
        const { page, nextToken } = state_cutPage(all, input.nextToken, input.maxResults);
        return { repositories: page.map(repository => repositories_describe(repository, context)), nextToken };
    }),
    DeleteRepository: operation((0,decode/* structure */.QK)({ ...repositories_named, force: decode/* boolean */.zM }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        const { name, manifests } = repository.images;
        if (manifests.size > 0 && input.force !== true) {
            throw new server_protocol/* AwsFault */.kU('RepositoryNotEmptyException', `The repository with name '${name}' in registry with id '${context.region.account}' cannot be deleted because it still contains images`);
        }
        context.region.part(ECR).delete(name);
        void hostOf(context.region).blobs.forget(repository.images);
        return { repository: repositories_describe(repository, context) };
    }),
    PutImageTagMutability: operation((0,decode/* structure */.QK)({ ...repositories_named, imageTagMutability: decode/* string */.Yj, imageTagMutabilityExclusionFilters: repositories_filters }), (input, context) => {
        const { images } = getRepository(context.region, input.repositoryName, input.registryId);
        setMutability(images, input.imageTagMutability ?? '', input.imageTagMutabilityExclusionFilters ?? []);
        return { registryId: context.region.account, repositoryName: images.name, ...describeMutability(images) };
    }),
    PutImageScanningConfiguration: operation((0,decode/* structure */.QK)({ ...repositories_named, imageScanningConfiguration: scanning }), (input, context) => {
        const repository = getRepository(context.region, input.repositoryName, input.registryId);
        repository.scanOnPush = input.imageScanningConfiguration?.scanOnPush ?? false;
        return {
            registryId: context.region.account,
            repositoryName: repository.images.name,
            imageScanningConfiguration: { scanOnPush: repository.scanOnPush }
        };
    }),
    ListTagsForResource: operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj }), (input, context) => {
        const repository = getRepositoryByArn(context.region, input.resourceArn);
        return { tags: [...repository.tags].map(([Key, Value]) => ({ Key, Value })) };
    }),
    TagResource: operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj, tags: repositories_readTags }), (input, context) => {
        setTags(getRepositoryByArn(context.region, input.resourceArn), input.tags ?? []);
        return {};
    }),
    UntagResource: operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj, tagKeys: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => {
        const repository = getRepositoryByArn(context.region, input.resourceArn);
        for (const key of input.tagKeys ?? [])
            repository.tags.delete(key);
        return {};
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecr/request-limits.js


/**
 * ECR holds these members to patterns that its service model does not have, as its errors say: https://github.com/pulumi/pulumi-aws/issues/2466
 * for digests, https://github.com/datawire/forge/issues/99 for tags.
 */
const PATTERNS = {
    imageDigest: '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+',
    imageTag: '[a-zA-Z0-9-_.]+'
};
/** Holds the tags and digests of a request, in `imageId` and `imageIds` too, to ECR's patterns. @throws AwsFault InvalidParameterException */
function checkEcrLimits(_operation, input) {
    if (!(0,decode/* isStructure */.ip)(input))
        return;
    const ids = Array.isArray(input['imageIds']) ? input['imageIds'] : [];
    for (const id of [input, input['imageId'], ...ids]) {
        for (const [member, pattern] of Object.entries(PATTERNS)) {
            const value = (0,decode/* isStructure */.ip)(id) ? id[member] : undefined;
            if (typeof value !== 'string' || new RegExp(`^${pattern}$`).test(value))
                continue;
            throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `Invalid parameter at '${member}' failed to satisfy constraint: 'must satisfy regular expression '${pattern}''`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/request-refusal.js

/**
 * ECR tells of the first thing only, names the member without where it stands, and has words of its own for patterns, as in
 * https://github.com/pulumi/pulumi-aws/issues/2466 and https://github.com/trek10inc/ecr-cleaner/issues/8.
 */
function refuseEcrRequest([first]) {
    const { path = '', constraint = '' } = first ?? {};
    const name = path.split('.').findLast(part => !/^(?:\d+|member)$/.test(part)) ?? path;
    const pattern = /^Member must satisfy regular expression pattern: (.*)$/s.exec(constraint)?.[1];
    const words = pattern === undefined ? constraint : `must satisfy regular expression '${pattern}'`;
    return new server_protocol/* AwsFault */.kU('InvalidParameterException', `Invalid parameter at '${name}' failed to satisfy constraint: '${words}'`);
}

;// CONCATENATED MODULE: ./lib/emulator/ecr/module.js



















const TARGET = 'AmazonEC2ContainerRegistry_V20150921';
const ACCOUNT = /^\d{12}$/;
const ecr = {
    name: 'ecr',
    targetPrefix: TARGET,
    serverError: 'ServerException',
    operations: {
        GetAuthorizationToken: getAuthorizationToken,
        ...Object.fromEntries(Object.entries({
            ...repositoryOperations,
            ...imageOperations,
            ...scanOperations,
            ...lifecycleOperations,
            ...policyOperations,
            ...templateOperations,
            ...settingsOperations,
            ...scanningSettingsOperations,
            ...accountSettingOperations
        }).map(([name, run]) => [name, inRegistry(name, run)]))
    },
    refuse: refuseEcrRequest,
    checkLimits: checkEcrLimits,
    resource: (_operation, input, context) => {
        const name = input?.repositoryName;
        return typeof name === 'string' ? context.region.arn('ecr', `repository/${name}`) : '*';
    }
};
/** Runs an operation in the registry that its input names by `registryId`, as far as that one's policies allow it. */
function inRegistry(name, run) {
    return (input, context) => {
        const registryId = (0,decode/* isStructure */.ip)(input) ? input['registryId'] : undefined;
        const account = typeof registryId === 'string' && ACCOUNT.test(registryId) ? registryId : context.caller;
        const registry = context.cloud.region(context.region.name, account);
        receiveReplicas(registry, context.now);
        for (const repository of listRepositoryNames(input)) {
            // What is not there is said to be so before anybody's rights are looked at, but for what makes it.
            const isKnown = repository === undefined || registry.part(ECR).has(repository);
            if (isKnown || name === 'CreateRepository')
                module_refuse(name, repository, { ...context, region: registry });
        }
        return run(input, { ...context, region: registry });
    };
}
function module_refuse(name, repository, { region, caller, principal }) {
    const refusal = findRefusal(region, { account: caller, principal }, `ecr:${name}`, repository);
    if (refusal !== undefined)
        throw new server_protocol/* AwsFault */.kU('AccessDeniedException', refusal);
}
/** The repositories that an input names; one that is undefined where it names none. */
function listRepositoryNames(input) {
    const { repositoryName, repositoryNames } = (0,decode/* isStructure */.ip)(input) ? input : {};
    const names = Array.isArray(repositoryNames) && repositoryNames.length > 0 ? repositoryNames : [repositoryName];
    return names.map(each => (typeof each === 'string' ? each : undefined));
}
const ecrPublic = {
    name: 'ecr-public',
    targetPrefix: 'SpencerFrontendService',
    serverError: 'ServerException',
    operations: { GetAuthorizationToken: getPublicAuthorizationToken }
};
/** ECR, ECR Public's login, and the registry under `/v2/` that Docker pushes to. */
const ecrModule = {
    json: [ecr, ecrPublic],
    routes: [
        {
            prefix: '/v2/',
            hasOwnLogin: true,
            handle: (request, response, cloud) => serve(cloud, hostOf(cloud.region('us-east-1')), request, response)
        }
    ],
    prepare: openNamedRegistries,
    install: cloud => {
        cloud.images = makeImageSource(cloud);
    },
    uninstall: closeRegistries
};
/** The registries of other accounts that a request of ECR's names, or is made in. */
async function openNamedRegistries({ headers, body }, cloud) {
    if (headers['x-amz-target']?.startsWith(`${TARGET}.`) !== true)
        return;
    const signature = (0,server_protocol/* readSignature */.Bc)(headers['authorization']);
    const accounts = [accountOf(cloud, signature?.accessKeyId), ...listAccounts(body)];
    for (const account of new Set(accounts)) {
        await openRegistry(cloud.region(signature?.region ?? 'us-east-1', account));
    }
}
function listAccounts(body) {
    let input;
    try {
        input = JSON.parse(body.toString('utf8'));
    }
    catch {
        // The answer tells it.
    }
    const { registryId, registryIds } = (0,decode/* isStructure */.ip)(input) ? input : {};
    return [registryId, ...(Array.isArray(registryIds) ? registryIds : [])].filter((each) => typeof each === 'string' && ACCOUNT.test(each));
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/account-settings.js





const SWITCH = { values: ['enabled', 'disabled'], fallback: 'disabled' };
const SINCE_LONG_ARNS = { values: ['enabled', 'disabled'], fallback: 'enabled' };
/** The enum SettingName of the service model; values by https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutAccountSetting.html */
const account_settings_SETTINGS = new Map([
    ['serviceLongArnFormat', SINCE_LONG_ARNS],
    ['taskLongArnFormat', SINCE_LONG_ARNS],
    ['containerInstanceLongArnFormat', SINCE_LONG_ARNS],
    ['awsvpcTrunking', SWITCH],
    ['containerInsights', { values: ['enabled', 'enhanced', 'disabled'], fallback: 'disabled' }],
    ['fargateFIPSMode', SWITCH],
    ['tagResourceAuthorization', { values: ['on', 'off'], fallback: 'off' }],
    ['fargateTaskRetirementWaitPeriod', { values: ['0', '7', '14'], fallback: '7' }],
    // Amazon GuardDuty sets it; it can be read alone.
    ['guardDutyActivate', { values: [], fallback: 'off' }],
    ['defaultLogDriverMode', { values: ['blocking', 'non-blocking'], fallback: 'non-blocking' }],
    ['fargateEventWindows', SWITCH]
]);
function account_settings_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
function account_settings_describe(name, value, principalArn) {
    return { name, value, principalArn, type: name === 'guardDutyActivate' ? 'aws_managed' : 'user' };
}
/** The service model lets no other name pass. */
function settingOf(name) {
    return account_settings_SETTINGS.get(name) ?? SWITCH;
}
const listSettings = operation((0,decode/* structure */.QK)({
    name: decode/* string */.Yj,
    value: decode/* string */.Yj,
    principalArn: decode/* string */.Yj,
    effectiveSettings: decode/* boolean */.zM,
    nextToken: decode/* string */.Yj,
    maxResults: decode/* integer */.nd
}), (input, { region, principal }) => {
    if (input.value !== undefined && input.name === undefined)
        account_settings_refuse('You must specify a name if you specify a value.');
    const stored = region.part(ECS).accountSettings;
    const names = input.effectiveSettings === true ? [...account_settings_SETTINGS.keys()] : [...stored.keys()];
    const settings = names
        .filter(name => input.name === undefined || input.name === name)
        .map(name => ({ name, value: stored.get(name) ?? settingOf(name).fallback }))
        .filter(({ value }) => input.value === undefined || input.value === value);
    const page = cutPage(settings, input.maxResults, input.nextToken);
    return {
        settings: page.items.map(({ name, value }) => account_settings_describe(name, value, input.principalArn ?? principal)),
        nextToken: page.nextToken
    };
});
/** All principals of the account share one value here. */
function put(name, value, principal, { region }) {
    const { values } = settingOf(name);
    if (values.length === 0)
        account_settings_refuse(`The setting ${name} is read-only.`);
    if (!values.includes(value)) {
        account_settings_refuse(`The value ${value} is invalid for the setting ${name}. Specify one of ${values.join(', ')}.`);
    }
    region.part(ECS).accountSettings.set(name, value);
    return { setting: account_settings_describe(name, value, principal) };
}
const remove = operation((0,decode/* structure */.QK)({ name: decode/* string */.Yj, principalArn: decode/* string */.Yj }), (input, context) => {
    const { name = '' } = input;
    const { fallback } = settingOf(name);
    context.region.part(ECS).accountSettings.delete(name);
    return { setting: account_settings_describe(name, fallback, input.principalArn ?? context.principal) };
});
const account_settings_accountSettingOperations = {
    ListAccountSettings: listSettings,
    PutAccountSetting: operation((0,decode/* structure */.QK)({ name: decode/* string */.Yj, value: decode/* string */.Yj, principalArn: decode/* string */.Yj }), (input, context) => put(input.name ?? '', input.value ?? '', input.principalArn ?? context.principal, context)),
    PutAccountSettingDefault: operation((0,decode/* structure */.QK)({ name: decode/* string */.Yj, value: decode/* string */.Yj }), (input, context) => put(input.name ?? '', input.value ?? '', context.principal, context)),
    DeleteAccountSetting: remove
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/shapes.js

/** Decoders of the structures that several ECS operations share; shapes of the ECS service model. */
const tag = { key: decode/* string */.Yj, value: decode/* string */.Yj };
const shapes_readTags = (0,decode/* list */.p_)((0,decode/* structure */.QK)(tag));
const awsvpcConfiguration = { subnets: (0,decode/* list */.p_)(decode/* string */.Yj), securityGroups: (0,decode/* list */.p_)(decode/* string */.Yj), assignPublicIp: decode/* string */.Yj };
const networkConfiguration = { awsvpcConfiguration: (0,decode/* structure */.QK)(awsvpcConfiguration) };
const readNetworkConfiguration = (0,decode/* structure */.QK)(networkConfiguration);
const capacityProviderStrategyItem = { capacityProvider: decode/* string */.Yj, weight: decode/* integer */.nd, base: decode/* integer */.nd };
const readCapacityProviderStrategy = (0,decode/* list */.p_)((0,decode/* structure */.QK)(capacityProviderStrategyItem));
const loadBalancer = {
    targetGroupArn: decode/* string */.Yj,
    loadBalancerName: decode/* string */.Yj,
    containerName: decode/* string */.Yj,
    containerPort: decode/* integer */.nd,
    advancedConfiguration: (0,decode/* structure */.QK)({
        alternateTargetGroupArn: decode/* string */.Yj,
        productionListenerRule: decode/* string */.Yj,
        testListenerRule: decode/* string */.Yj,
        roleArn: decode/* string */.Yj
    })
};
const readLoadBalancers = (0,decode/* list */.p_)((0,decode/* structure */.QK)(loadBalancer));
const lifecycleHook = {
    targetType: decode/* string */.Yj,
    hookTargetArn: decode/* string */.Yj,
    roleArn: decode/* string */.Yj,
    lifecycleStages: (0,decode/* list */.p_)(decode/* string */.Yj),
    hookDetails: decode/* document */.Al,
    timeoutConfiguration: (0,decode/* structure */.QK)({ timeoutInMinutes: decode/* integer */.nd, action: decode/* string */.Yj })
};
const deploymentConfiguration = {
    deploymentCircuitBreaker: (0,decode/* openStructure */.cs)({
        enable: decode/* boolean */.zM,
        rollback: decode/* boolean */.zM,
        resetOnHealthyTask: decode/* boolean */.zM,
        thresholdConfiguration: (0,decode/* structure */.QK)({ type: decode/* string */.Yj, value: decode/* integer */.nd })
    }),
    maximumPercent: decode/* integer */.nd,
    minimumHealthyPercent: decode/* integer */.nd,
    alarms: (0,decode/* structure */.QK)({ alarmNames: (0,decode/* list */.p_)(decode/* string */.Yj), rollback: decode/* boolean */.zM, enable: decode/* boolean */.zM }),
    strategy: decode/* string */.Yj,
    bakeTimeInMinutes: decode/* integer */.nd,
    lifecycleHooks: (0,decode/* list */.p_)((0,decode/* structure */.QK)(lifecycleHook)),
    linearConfiguration: (0,decode/* structure */.QK)({ stepPercent: decode/* number */.ai, stepBakeTimeInMinutes: decode/* integer */.nd }),
    canaryConfiguration: (0,decode/* structure */.QK)({ canaryPercent: decode/* number */.ai, canaryBakeTimeInMinutes: decode/* integer */.nd }),
    earlySuccessCriteria: (0,decode/* openStructure */.cs)({
        enable: decode/* boolean */.zM,
        healthyPercent: decode/* integer */.nd,
        sourceServiceRevisionCleanup: decode/* string */.Yj
    })
};
const readDeploymentConfiguration = (0,decode/* openStructure */.cs)(deploymentConfiguration);
/** What a deployment or a task set launches its tasks with, beside the task definition. */
const launchSettings = {
    capacityProviderStrategy: readCapacityProviderStrategy,
    launchType: decode/* string */.Yj,
    platformVersion: decode/* string */.Yj,
    networkConfiguration: readNetworkConfiguration,
    loadBalancers: readLoadBalancers,
    serviceRegistries: (0,decode/* list */.p_)(decode/* document */.Al)
};
/** Settings of a service that the stage keeps and shows as they came. */
const keptServiceSettings = {
    availabilityZoneRebalancing: decode/* string */.Yj,
    enableECSManagedTags: decode/* boolean */.zM,
    enableExecuteCommand: decode/* boolean */.zM,
    healthCheckGracePeriodSeconds: decode/* integer */.nd,
    placementConstraints: (0,decode/* list */.p_)(decode/* document */.Al),
    placementStrategy: (0,decode/* list */.p_)(decode/* document */.Al),
    propagateTags: decode/* string */.Yj
};
/** Settings that only a service revision shows. */
const hiddenSettings = { gatewayConnectors: (0,decode/* list */.p_)(decode/* document */.Al), monitoring: decode/* document */.Al };
/** Settings that make a new service revision and show in it, and but for the hidden ones in its deployment. */
const revisionSettings = {
    ...hiddenSettings,
    serviceConnectConfiguration: decode/* document */.Al,
    volumeConfigurations: (0,decode/* list */.p_)(decode/* document */.Al),
    vpcLatticeConfigurations: (0,decode/* list */.p_)(decode/* document */.Al)
};
const keyValue = (0,decode/* structure */.QK)({ name: decode/* string */.Yj, value: decode/* string */.Yj });
const containerOverride = {
    name: decode/* string */.Yj,
    command: (0,decode/* list */.p_)(decode/* string */.Yj),
    environment: (0,decode/* list */.p_)(keyValue),
    environmentFiles: (0,decode/* list */.p_)(decode/* document */.Al),
    cpu: decode/* integer */.nd,
    memory: decode/* integer */.nd,
    memoryReservation: decode/* integer */.nd,
    resourceRequirements: (0,decode/* list */.p_)(decode/* document */.Al)
};
const taskOverride = {
    containerOverrides: (0,decode/* list */.p_)((0,decode/* structure */.QK)(containerOverride)),
    cpu: decode/* string */.Yj,
    memory: decode/* string */.Yj,
    executionRoleArn: decode/* string */.Yj,
    taskRoleArn: decode/* string */.Yj,
    inferenceAcceleratorOverrides: (0,decode/* list */.p_)(decode/* document */.Al),
    ephemeralStorage: decode/* document */.Al
};
const readTaskOverride = (0,decode/* structure */.QK)(taskOverride);
/** A container definition, as far as the stage looks into it; the rest is kept as it came. */
const containerDefinition = {
    name: decode/* string */.Yj,
    image: decode/* string */.Yj,
    cpu: decode/* integer */.nd,
    memory: decode/* integer */.nd,
    memoryReservation: decode/* integer */.nd,
    links: (0,decode/* list */.p_)(decode/* string */.Yj),
    portMappings: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ containerPort: decode/* integer */.nd, hostPort: decode/* integer */.nd, protocol: decode/* string */.Yj, name: decode/* string */.Yj, containerPortRange: decode/* string */.Yj })),
    essential: decode/* boolean */.zM,
    command: (0,decode/* list */.p_)(decode/* string */.Yj),
    environment: (0,decode/* list */.p_)(keyValue),
    secrets: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ name: decode/* string */.Yj, valueFrom: decode/* string */.Yj })),
    dependsOn: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ containerName: decode/* string */.Yj, condition: decode/* string */.Yj })),
    privileged: decode/* boolean */.zM,
    logConfiguration: (0,decode/* structure */.QK)({ logDriver: decode/* string */.Yj, options: (0,decode/* map */.Tj)(decode/* string */.Yj), secretOptions: (0,decode/* list */.p_)(decode/* document */.Al) }),
    /** Seconds from SIGTERM to SIGKILL. */
    stopTimeout: decode/* integer */.nd,
    healthCheck: (0,decode/* structure */.QK)({
        command: (0,decode/* list */.p_)(decode/* string */.Yj),
        interval: decode/* integer */.nd,
        timeout: decode/* integer */.nd,
        retries: decode/* integer */.nd,
        startPeriod: decode/* integer */.nd
    })
};
const readContainerDefinitions = (0,decode/* list */.p_)((0,decode/* structure */.QK)(containerDefinition));

;// CONCATENATED MODULE: ./lib/emulator/ecs/tags.js






/** AWS's own services alone set such keys. Throws InvalidParameterException, for whatever is to get these tags. */
function refuseReservedTags(tags) {
    if (tags?.some(({ key = '' }) => /^aws:/i.test(key)) !== true)
        return;
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'aws: prefixed tag key names are not allowed for external use.');
}
function findResource(region, kind, first, second) {
    const cluster = region.part(ECS).clusters.get(first);
    switch (kind) {
        case 'cluster':
            return cluster;
        case 'capacity-provider':
            return region.part(ECS).capacityProviders.get(first);
        case 'service':
            return cluster?.services.get(second);
        case 'task':
            return cluster?.tasks.get(second);
        case 'task-definition':
            return findTaskDefinition(region, first);
        default:
            return undefined;
    }
}
/** Finds what an ARN names: cluster, capacity provider, service, task or task definition. */
function findTagged(region, arn) {
    const found = lookUp(region, arn);
    if (found === undefined)
        throw new server_protocol/* AwsFault */.kU('ResourceNotFoundException', `The specified resource was not found: ${arn ?? ''}`);
    return found;
}
function lookUp(region, arn) {
    const [kind = '', first = '', second = ''] = splitArn(arn ?? '').resource.split('/');
    return findResource(region, kind, first, second);
}
/** The service model gives this operation no ResourceNotFoundException. */
const listTags = operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj }), (input, { region }) => {
    const found = lookUp(region, input.resourceArn);
    if (found !== undefined)
        return { tags: found.tags };
    const [kind = '', cluster = ''] = splitArn(input.resourceArn ?? '').resource.split('/');
    if (['service', 'task'].includes(kind))
        findCluster(region, cluster);
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `The specified ${kind || 'resource'} could not be found. Specify a valid ${kind || 'resource'} and try again.`);
});
const tags_tag = operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj, tags: shapes_readTags }), (input, { region }) => {
    const resource = findTagged(region, input.resourceArn);
    const given = input.tags ?? [];
    refuseReservedTags(given);
    resource.tags = [...resource.tags.filter(each => !given.some(one => one.key === each.key)), ...given];
    return {};
});
const untag = operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj, tagKeys: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const resource = findTagged(region, input.resourceArn);
    resource.tags = resource.tags.filter(each => input.tagKeys?.includes(each.key ?? '') !== true);
    return {};
});
const tags_tagOperations = {
    ListTagsForResource: listTags,
    TagResource: tags_tag,
    UntagResource: untag
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/capacity-providers.js








/** Every account has these. */
const BUILT_IN = ['FARGATE', 'FARGATE_SPOT'];
/** API_CreateCapacityProvider, name */
const capacity_providers_NAME = /^(?!aws|ecs|fargate)[\w-]{1,255}$/i;
function capacity_providers_refuse(message, code = 'InvalidParameterException') {
    throw new server_protocol/* AwsFault */.kU(code, message);
}
/**
 * Holds a cluster's providers to those that there are, and its default strategy to its providers. The words are those of ECS.
 *
 * @param cluster its name
 * @param names names or ARNs of the providers
 * @throws AwsFault InvalidParameterException
 */
function checkProviders(region, cluster, names, strategy = []) {
    const { capacityProviders } = region.part(ECS);
    const isThere = (name) => {
        const provider = capacityProviders.get(name);
        return BUILT_IN.includes(name) || (provider !== undefined && [undefined, cluster].includes(provider.cluster));
    };
    const missing = names.find(name => !isThere(shortName(name)));
    if (missing !== undefined) {
        capacity_providers_refuse(`The specified capacity provider '${missing}' was not found. Specify a valid name or ARN and try again.`);
    }
    const own = new Set(names.map(shortName));
    if (strategy.some(({ capacityProvider = '' }) => !own.has(shortName(capacityProvider)))) {
        capacity_providers_refuse('The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.');
    }
}
const capacity_providers_create = operation((0,decode/* structure */.QK)({
    name: decode/* string */.Yj,
    cluster: decode/* string */.Yj,
    autoScalingGroupProvider: decode/* document */.Al,
    managedInstancesProvider: decode/* document */.Al,
    tags: shapes_readTags
}), (input, { region }) => {
    const { name = '', cluster, autoScalingGroupProvider, managedInstancesProvider, tags = [] } = input;
    if (!capacity_providers_NAME.test(name)) {
        capacity_providers_refuse(`The capacity provider name ${name} is invalid. Up to 255 letters, numbers, hyphens and underscores are allowed, and it cannot begin with aws, ecs or fargate.`);
    }
    if ((autoScalingGroupProvider === undefined) === (managedInstancesProvider === undefined)) {
        capacity_providers_refuse('Specify exactly one of autoScalingGroupProvider and managedInstancesProvider.');
    }
    if (managedInstancesProvider !== undefined && cluster === undefined) {
        capacity_providers_refuse('A cluster is required for a capacity provider of ECS Managed Instances.');
    }
    refuseReservedTags(tags);
    const { capacityProviders } = region.part(ECS);
    if (capacityProviders.has(name))
        capacity_providers_refuse('The specified capacity provider already exists.', 'ClientException');
    const provider = {
        name,
        cluster: cluster === undefined ? undefined : findCluster(region, cluster).name,
        autoScalingGroupProvider,
        managedInstancesProvider,
        tags
    };
    capacityProviders.set(name, provider);
    return { capacityProvider: describeProvider(provider, region, ['TAGS']) };
});
/** What is not given stays as it is. */
const update = operation((0,decode/* structure */.QK)({
    name: decode/* string */.Yj,
    cluster: decode/* string */.Yj,
    autoScalingGroupProvider: decode/* document */.Al,
    managedInstancesProvider: decode/* document */.Al
}), (input, { region }) => {
    const provider = findProvider(region, input.name, input.cluster);
    for (const kind of ['autoScalingGroupProvider', 'managedInstancesProvider']) {
        const changes = input[kind];
        if (changes === undefined)
            continue;
        if (provider[kind] === undefined)
            capacity_providers_refuse(`The capacity provider ${provider.name} has no ${kind}.`);
        provider[kind] = { ...provider[kind], ...changes };
    }
    return { capacityProvider: { ...describeProvider(provider, region, []), updateStatus: 'UPDATE_COMPLETE' } };
});
const capacity_providers_remove = operation((0,decode/* structure */.QK)({ capacityProvider: decode/* string */.Yj, cluster: decode/* string */.Yj }), (input, { region }) => {
    const provider = findProvider(region, input.capacityProvider, input.cluster);
    const { capacityProviders, clusters } = region.part(ECS);
    const isUsed = [...clusters.values()].some(({ status, capacityProviders: own }) => status === 'ACTIVE' && own.map(shortName).includes(provider.name));
    if (isUsed)
        capacity_providers_refuse('The specified capacity provider is in use and cannot be removed.', 'ClientException');
    capacityProviders.delete(provider.name);
    const described = describeProvider(provider, region, []);
    return { capacityProvider: { ...described, status: 'INACTIVE', updateStatus: 'DELETE_COMPLETE' } };
});
function findProvider(region, reference = '', cluster) {
    const name = shortName(reference);
    if (BUILT_IN.includes(name)) {
        capacity_providers_refuse(`The capacity provider ${name} is reserved, and cannot be changed or deleted.`, 'ClientException');
    }
    const provider = region.part(ECS).capacityProviders.get(name);
    if (provider === undefined || (cluster !== undefined && findCluster(region, cluster).name !== provider.cluster)) {
        return capacity_providers_refuse(`The specified capacity provider '${reference}' was not found. Specify a valid name or ARN and try again.`);
    }
    return provider;
}
const capacity_providers_describe = operation((0,decode/* structure */.QK)({
    capacityProviders: (0,decode/* list */.p_)(decode/* string */.Yj),
    cluster: decode/* string */.Yj,
    include: (0,decode/* list */.p_)(decode/* string */.Yj),
    maxResults: decode/* integer */.nd,
    nextToken: decode/* string */.Yj
}), (input, { region }) => {
    const wanted = input.capacityProviders?.map(shortName);
    const cluster = input.cluster === undefined ? undefined : findCluster(region, input.cluster);
    const found = listProviders(region, cluster).filter(({ name }) => wanted === undefined || wanted.includes(name));
    const names = new Set(found.map(({ name }) => name));
    const page = cutPage(found, input.maxResults, input.nextToken, 10);
    return {
        capacityProviders: page.items.map(provider => describeProvider(provider, region, input.include ?? [])),
        failures: (wanted ?? [])
            .filter(name => !names.has(name))
            .map(name => ({ arn: arnOf(name, region), reason: 'MISSING' })),
        nextToken: page.nextToken
    };
});
/** All of the region, or those that can be used in a cluster alone besides those of all. */
function listProviders(region, cluster) {
    const none = { cluster: undefined, autoScalingGroupProvider: undefined, managedInstancesProvider: undefined };
    const builtIn = BUILT_IN.map(name => ({ name, ...none, tags: [] }));
    const own = [...region.part(ECS).capacityProviders.values()];
    return [
        ...builtIn,
        ...own.filter(provider => cluster === undefined || [undefined, cluster.name].includes(provider.cluster))
    ];
}
function describeProvider(provider, region, include) {
    const { name, cluster, autoScalingGroupProvider, managedInstancesProvider, tags } = provider;
    return {
        capacityProviderArn: arnOf(name, region),
        name,
        cluster: cluster === undefined ? undefined : region.arn('ecs', `cluster/${cluster}`),
        status: 'ACTIVE',
        autoScalingGroupProvider,
        managedInstancesProvider,
        tags: include.includes('TAGS') ? tags : []
    };
}
function arnOf(name, region) {
    return region.arn('ecs', `capacity-provider/${name}`);
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html and the others. No instances come of them. */
const capacityProviderOperations = {
    CreateCapacityProvider: capacity_providers_create,
    DescribeCapacityProviders: capacity_providers_describe,
    UpdateCapacityProvider: update,
    DeleteCapacityProvider: capacity_providers_remove
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/clusters.js









/** What of a cluster is shown only where it is asked for. */
const EVERYTHING = ['TAGS', 'SETTINGS', 'CONFIGURATIONS'];
const CLUSTER_NAME = /^[A-Za-z0-9_-]{1,255}$/;
function renderCluster(cluster, include) {
    const tasks = [...cluster.tasks.values()];
    const isActive = cluster.status === 'ACTIVE';
    return {
        clusterArn: cluster.arn,
        clusterName: cluster.name,
        status: cluster.status,
        registeredContainerInstancesCount: 0,
        runningTasksCount: tasks.filter(each => each.lastStatus === 'RUNNING').length,
        pendingTasksCount: tasks.filter(each => ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(each.lastStatus)).length,
        activeServicesCount: isActive
            ? [...cluster.services.values()].filter(each => each.status !== 'INACTIVE').length
            : 0,
        statistics: [],
        tags: include.includes('TAGS') ? cluster.tags : [],
        settings: include.includes('SETTINGS') ? cluster.settings : [],
        configuration: include.includes('CONFIGURATIONS') ? cluster.configuration : undefined,
        capacityProviders: cluster.capacityProviders,
        defaultCapacityProviderStrategy: cluster.defaultCapacityProviderStrategy ?? [],
        serviceConnectDefaults: cluster.serviceConnectDefaults
    };
}
const clusters_create = operation((0,decode/* structure */.QK)({
    clusterName: decode/* string */.Yj,
    tags: shapes_readTags,
    settings: (0,decode/* list */.p_)(decode/* document */.Al),
    configuration: decode/* document */.Al,
    capacityProviders: (0,decode/* list */.p_)(decode/* string */.Yj),
    defaultCapacityProviderStrategy: readCapacityProviderStrategy,
    serviceConnectDefaults: decode/* document */.Al
}), (input, { region }) => {
    const name = input.clusterName ?? 'default';
    if (!CLUSTER_NAME.test(name)) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'Identifier is invalid. Cluster names take letters, digits, hyphens and underscores.');
    }
    refuseReservedTags(input.tags);
    checkProviders(region, name, input.capacityProviders ?? [], input.defaultCapacityProviderStrategy);
    const { clusters } = region.part(ECS);
    const known = clusters.get(name);
    const cluster = known?.status === 'ACTIVE'
        ? known
        : {
            name,
            arn: region.arn('ecs', `cluster/${name}`),
            status: 'ACTIVE',
            settings: input.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
            configuration: input.configuration,
            serviceConnectDefaults: input.serviceConnectDefaults,
            capacityProviders: input.capacityProviders ?? [],
            defaultCapacityProviderStrategy: input.defaultCapacityProviderStrategy,
            tags: input.tags ?? [],
            services: new Map(),
            tasks: new Map()
        };
    clusters.set(name, cluster);
    return { cluster: renderCluster(cluster, EVERYTHING) };
});
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateCluster.html: what is not given stays as it is. */
const clusters_update = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, settings: (0,decode/* list */.p_)(decode/* document */.Al), configuration: decode/* document */.Al, serviceConnectDefaults: decode/* document */.Al }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    cluster.settings = input.settings ?? cluster.settings;
    cluster.configuration = input.configuration ?? cluster.configuration;
    cluster.serviceConnectDefaults = input.serviceConnectDefaults ?? cluster.serviceConnectDefaults;
    return { cluster: renderCluster(cluster, EVERYTHING) };
});
const updateSettings = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, settings: (0,decode/* list */.p_)(decode/* document */.Al) }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    cluster.settings = input.settings ?? cluster.settings;
    return { cluster: renderCluster(cluster, EVERYTHING) };
});
const clusters_describe = operation((0,decode/* structure */.QK)({ clusters: (0,decode/* list */.p_)(decode/* string */.Yj), include: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const found = [];
    const failures = [];
    for (const reference of input.clusters ?? ['default']) {
        const cluster = region.part(ECS).clusters.get(shortName(reference));
        if (cluster !== undefined)
            found.push(renderCluster(cluster, input.include ?? []));
        else
            failures.push({ arn: clusterArn(region, reference), reason: 'MISSING' });
    }
    return { clusters: found, failures };
});
function clusterArn(region, reference) {
    return reference.startsWith('arn:') ? reference : region.arn('ecs', `cluster/${reference}`);
}
const listClusters = operation((0,decode/* structure */.QK)({ nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, { region }) => {
    const arns = [...region.part(ECS).clusters.values()].filter(each => each.status === 'ACTIVE').map(each => each.arn);
    const page = cutPage(arns, input.maxResults, input.nextToken);
    return { clusterArns: page.items, nextToken: page.nextToken };
});
const clusters_remove = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    if ([...cluster.services.values()].some(each => each.status === 'ACTIVE')) {
        throw new server_protocol/* AwsFault */.kU('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.');
    }
    if ([...cluster.tasks.values()].some(each => each.lastStatus !== 'STOPPED')) {
        throw new server_protocol/* AwsFault */.kU('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
    }
    cluster.status = 'INACTIVE';
    return { cluster: renderCluster(cluster, []) };
});
const putCapacityProviders = operation((0,decode/* structure */.QK)({
    cluster: decode/* string */.Yj,
    capacityProviders: (0,decode/* list */.p_)(decode/* string */.Yj),
    defaultCapacityProviderStrategy: readCapacityProviderStrategy
}), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const { capacityProviders: names = [] } = input;
    checkProviders(region, cluster.name, names, input.defaultCapacityProviderStrategy);
    const kept = new Set(names.map(shortName));
    if (listUsed(cluster).some(name => !kept.has(name) && cluster.capacityProviders.map(shortName).includes(name))) {
        throw new server_protocol/* AwsFault */.kU('ResourceInUseException', 'The specified capacity provider is in use and cannot be removed.');
    }
    cluster.capacityProviders = names;
    cluster.defaultCapacityProviderStrategy = input.defaultCapacityProviderStrategy ?? [];
    return { cluster: renderCluster(cluster, []) };
});
/** The capacity providers of the services and tasks of a cluster, by name. */
function listUsed({ services, tasks }) {
    const ofServices = [...services.values()]
        .filter(({ status }) => status === 'ACTIVE')
        .flatMap(({ launch }) => launch.capacityProviderStrategy ?? [])
        .map(({ capacityProvider = '' }) => capacityProvider);
    const ofTasks = [...tasks.values()].flatMap(({ lastStatus, capacityProvider }) => lastStatus === 'STOPPED' || capacityProvider === undefined ? [] : [capacityProvider]);
    return [...ofServices, ...ofTasks].map(shortName);
}
// There are no container instances here: whatever they are filtered by, none is left.
const listContainerInstances = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, filter: decode/* string */.Yj, status: decode/* string */.Yj, maxResults: decode/* integer */.nd, nextToken: decode/* string */.Yj }), (input, { region }) => {
    findCluster(region, input.cluster);
    return { containerInstanceArns: [] };
});
const listAttributes = operation((0,decode/* structure */.QK)({
    cluster: decode/* string */.Yj,
    targetType: decode/* string */.Yj,
    attributeName: decode/* string */.Yj,
    attributeValue: decode/* string */.Yj,
    maxResults: decode/* integer */.nd,
    nextToken: decode/* string */.Yj
}), (input, { region }) => {
    findCluster(region, input.cluster);
    return { attributes: [] };
});
const describeContainerInstances = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, containerInstances: (0,decode/* list */.p_)(decode/* string */.Yj), include: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const wanted = input.containerInstances ?? [];
    if (wanted.length === 0) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'Container instance cannot be empty.');
    }
    return {
        containerInstances: [],
        failures: wanted.map(reference => ({
            arn: reference.startsWith('arn:')
                ? reference
                : region.arn('ecs', `container-instance/${cluster.name}/${reference}`),
            reason: 'MISSING'
        }))
    };
});
const clusterOperations = {
    CreateCluster: clusters_create,
    DescribeClusters: clusters_describe,
    ListClusters: listClusters,
    UpdateCluster: clusters_update,
    UpdateClusterSettings: updateSettings,
    DeleteCluster: clusters_remove,
    PutClusterCapacityProviders: putCapacityProviders,
    ListContainerInstances: listContainerInstances,
    ListAttributes: listAttributes,
    DescribeContainerInstances: describeContainerInstances
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/namespaces.js





/** The namespace that a service connects to others in: its own, else its cluster's default; undefined where it does not use Service Connect. */
function namespaceOf({ settings, cluster }) {
    const { enabled, namespace } = settings.serviceConnectConfiguration ?? {};
    if (enabled !== true)
        return undefined;
    const name = namespace ?? cluster.serviceConnectDefaults?.['namespace'];
    return typeof name === 'string' ? shortName(name) : undefined;
}
const namespaceOperations = {
    ListServicesByNamespace: operation((0,decode/* structure */.QK)({ namespace: decode/* string */.Yj, nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, { region }) => {
        const wanted = shortName(input.namespace ?? '');
        const arns = [...region.part(ECS).clusters.values()]
            .flatMap(({ services }) => [...services.values()])
            .filter(service => service.status !== 'INACTIVE' && namespaceOf(service) === wanted)
            .map(({ arn }) => arn);
        const { items, nextToken } = cutPage(arns, input.maxResults ?? 10, input.nextToken);
        return { serviceArns: items, nextToken };
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/events.js

/** ECS keeps the newest 100. */
const MOST_EVENTS = 100;
/** Adds a service event; `message` goes on from "(service <name>) ". */
function addEvent(service, message) {
    const event = {
        id: (0,server_protocol/* newUuid */.YG)(),
        createdAt: service.region.timeline.now(),
        message: `(service ${service.name}) ${message}`
    };
    service.events = [event, ...service.events].slice(0, MOST_EVENTS);
}
/** `(task a) (task b)` */
function listTasks(tasks) {
    return tasks.map(task => `(task ${task.id})`).join(' ');
}
const TROUBLESHOOTING = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';
function addStartedEvent(service, tasks) {
    if (tasks.length > 0)
        addEvent(service, `has started ${tasks.length} tasks: ${listTasks(tasks)}.`);
}
/** The sentences about tasks that are taken out of service: draining, deregistered, stopped. */
function addStoppedEvents(service, tasks) {
    if (tasks.length === 0)
        return;
    const registered = tasks.filter(task => task.targets.length > 0 && task.startedAt !== undefined);
    if (registered.length > 0) {
        addEvent(service, `has begun draining connections on ${registered.length} tasks.`);
        for (const [targetGroup, members] of byTargetGroup(registered)) {
            addEvent(service, `deregistered ${members.length} targets in (target-group ${targetGroup})`);
        }
    }
    addEvent(service, `has stopped ${tasks.length} running tasks: ${listTasks(tasks)}.`);
}
function addRegisteredEvent(service, task) {
    for (const { targetGroup } of task.targets) {
        addEvent(service, `registered 1 targets in (target-group ${targetGroup})`);
    }
}
function addUnhealthyEvent(service, task, why) {
    const targetGroup = task.targets[0]?.targetGroup;
    const port = task.taskDefinition.containers.flatMap(each => each.portMappings ?? [])[0]?.containerPort;
    addEvent(service, targetGroup === undefined
        ? `(task ${task.id}) failed container health checks.`
        : `(port ${port ?? 80}) is unhealthy in (target-group ${targetGroup}) due to (reason ${why}).`);
}
function addNoCapacityEvent(service, isFargate) {
    addEvent(service, isFargate
        ? 'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone. ' +
            TROUBLESHOOTING
        : 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. ' +
            TROUBLESHOOTING);
}
function addUnableToStartEvent(service) {
    addEvent(service, `is unable to consistently start tasks successfully. ${TROUBLESHOOTING}`);
}
function byTargetGroup(tasks) {
    const groups = new Map();
    for (const task of tasks) {
        for (const { targetGroup: group } of task.targets)
            groups.set(group, [...(groups.get(group) ?? []), task]);
    }
    return groups;
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/target-groups.js
/** The target group of a load balancer that a deployment's tasks are in; the alternate one where there is one and it is their turn. */
function target_groups_targetGroupOf(balancer, usesAlternates) {
    const alternate = usesAlternates ? balancer.advancedConfiguration?.alternateTargetGroupArn : undefined;
    return alternate ?? balancer.targetGroupArn;
}
/** Where the load balancers of a service reach its tasks. */
function targetsOf(loadBalancers, usesAlternates) {
    return (loadBalancers ?? []).flatMap(each => {
        const targetGroup = target_groups_targetGroupOf(each, usesAlternates);
        return targetGroup === undefined ? [] : [{ targetGroup, container: each.containerName, port: each.containerPort }];
    });
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/traffic.js



/**
 * Brings the weights of a deployment's revisions into the listener rules of the service, as ECS does with BLUE_GREEN, LINEAR and CANARY.
 * Whatever the service deployment says is what the traffic does from this moment on.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
 */
function traffic_shiftTraffic(service, record) {
    if ((record.configuration.strategy ?? 'ROLLING') === 'ROLLING')
        return;
    const shares = [...record.sources, ...(record.target === undefined ? [] : [record.target])];
    for (const balancer of service.launch.loadBalancers ?? []) {
        const { productionListenerRule, testListenerRule } = balancer.advancedConfiguration ?? {};
        const shift = (rule, weight) => {
            const weights = divide(balancer, shares, weight);
            // Nobody has traffic before the first deployment of a service has come that far.
            if (rule !== undefined && weights !== undefined)
                shiftRuleTo(service.region, rule, weights);
        };
        shift(productionListenerRule, share => share.productionWeight);
        shift(testListenerRule, share => share.testWeight);
    }
}
/** Weights as a rule takes them, whole numbers up to 999: per cent, or tenths of one where there are any. undefined where all are 0. */
function divide(balancer, shares, weightOf) {
    const weights = new Map();
    for (const usesAlternates of [false, true]) {
        const group = target_groups_targetGroupOf(balancer, usesAlternates);
        if (group === undefined)
            continue;
        const sum = shares
            .filter(({ revision }) => revision.usesAlternates === usesAlternates)
            .reduce((total, share) => total + weightOf(share), 0);
        weights.set(group, (weights.get(group) ?? 0) + sum);
    }
    const values = [...weights.values()];
    if (values.every(weight => weight === 0))
        return undefined;
    const factor = values.every(Number.isInteger) ? 1 : 10;
    return new Map([...weights].map(([group, weight]) => [group, Math.min(999, Math.round(weight * factor))]));
}
/** The tasks of ECS as the targets of load balancers. */
const ECS_TARGETS = {
    listTargets: (region, targetGroupArn) => [...region.part(ECS).clusters.values()]
        .flatMap(({ tasks }) => [...tasks.values()])
        .filter(task => task.inService && task.desiredStatus === 'RUNNING')
        .flatMap(task => {
        const registration = task.targets.find(({ targetGroup }) => targetGroup === targetGroupArn);
        return registration === undefined ? [] : [describeTarget(task, registration)];
    })
};
function describeTarget(task, { container, port }) {
    const { live, taskDefinition } = task;
    return {
        task: task.arn,
        taskDefinition: `${taskDefinition.family}:${taskDefinition.revision}`,
        behaviour: task.behaviour,
        findAddress: live === undefined || container === undefined || port === undefined
            ? undefined
            : () => live.findAddress(container, port)
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/deployments.js







const MOST_SERVICE_DEPLOYMENTS = 100;
/** Statuses from which a service deployment does not move on. */
const deployments_ENDED = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']);
function hasEnded(serviceDeployment) {
    return deployments_ENDED.has(serviceDeployment.status);
}
/** The deployment that the service is meant to run; undefined only for services without controller ECS. */
function primaryOf(service) {
    return service.deployments.find(each => each.status === 'PRIMARY');
}
/** `ROLLING` where the service does not say. */
function strategyOf(service) {
    return service.deploymentConfiguration.strategy ?? 'ROLLING';
}
/**
 * Whether the circuit breaker acts on this service. AWS's pages disagree on it for BLUE_GREEN, LINEAR and CANARY, so that the scenarios decide:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html has it for rolling updates alone,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html for blue/green too.
 */
function hasBreaker(service) {
    if (service.deploymentConfiguration.deploymentCircuitBreaker?.enable !== true)
        return false;
    const { breakerInNativeStrategies = true } = service.region.cloud.scenarios.deployments;
    return strategyOf(service) === 'ROLLING' || breakerInNativeStrategies;
}
/**
 * How many failures in a row trip the circuit breaker: by default half the desired count, at least 3, at most 200; else as
 * `thresholdConfiguration` says. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html
 */
function breakerThreshold(configuration, desiredCount) {
    const { type = 'BOUNDED_PERCENT', value = 50 } = configuration.deploymentCircuitBreaker?.thresholdConfiguration ?? {};
    if (type === 'COUNT')
        return Math.max(1, value);
    const failures = Math.ceil((desiredCount * value) / 100);
    return type === 'UNBOUNDED_PERCENT' ? Math.max(1, failures) : Math.min(200, Math.max(3, failures));
}
/**
 * Starts a deployment of what the service now says (task definition, launch settings): a new revision, a new service
 * deployment, a new PRIMARY. Whatever is still under way is superseded.
 */
function deployments_startDeployment(service) {
    const { taskDefinition, region } = service;
    if (taskDefinition === undefined)
        return undefined;
    const now = region.timeline.now();
    const usesAlternates = chooseAlternates(service);
    const revision = createRevision(service, taskDefinition, usesAlternates);
    const id = `ecs-svc/${(0,server_protocol/* newNumericId */.zp)()}`;
    supersede(service);
    const serviceDeployment = createServiceDeployment(service, revision, id);
    traffic_shiftTraffic(service, serviceDeployment);
    const deployment = {
        id,
        taskDefinition,
        launch: service.launch,
        usesAlternates,
        createdAt: now,
        updatedAt: now,
        wanted: 0,
        failedTasks: 0,
        launchAfter: 0,
        status: 'PRIMARY',
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: `ECS deployment ${id} in progress.`,
        revision,
        serviceDeployment
    };
    for (const each of service.deployments)
        each.status = 'ACTIVE';
    service.deployments = [deployment, ...service.deployments];
    service.revisions = [revision, ...service.revisions].slice(0, MOST_SERVICE_DEPLOYMENTS);
    service.serviceDeployments = [serviceDeployment, ...service.serviceDeployments].slice(0, MOST_SERVICE_DEPLOYMENTS);
    service.steady = false;
    deployments_watchAlarms(service, deployment);
    return deployment;
}
/** Takes over what a task set runs as the last completed deployment, when a service changes its controller to ECS. */
function adoptTaskSet(service, taskSet) {
    const revision = createRevision(service, taskSet.taskDefinition, false);
    const serviceDeployment = createServiceDeployment(service, revision, taskSet.id);
    serviceDeployment.status = 'SUCCESSFUL';
    const deployment = {
        id: taskSet.id,
        taskDefinition: taskSet.taskDefinition,
        launch: taskSet.launch,
        usesAlternates: false,
        createdAt: taskSet.createdAt,
        updatedAt: taskSet.updatedAt,
        wanted: taskSet.wanted,
        failedTasks: 0,
        launchAfter: 0,
        status: 'ACTIVE',
        rolloutState: 'COMPLETED',
        rolloutStateReason: `ECS deployment ${taskSet.id} completed.`,
        revision,
        serviceDeployment
    };
    service.deployments = [deployment];
    service.lastCompleted = deployment;
}
/** Green takes the target groups that blue has not; a rolling update stays where the traffic is. */
function chooseAlternates(service) {
    const blue = service.lastCompleted;
    if (blue === undefined)
        return false;
    return strategyOf(service) === 'ROLLING' ? blue.usesAlternates : !blue.usesAlternates;
}
function createRevision(service, taskDefinition, usesAlternates) {
    const { region } = service;
    return {
        arn: region.arn('ecs', `service-revision/${service.cluster.name}/${service.name}/${(0,server_protocol/* newNumericId */.zp)()}`),
        taskDefinition,
        launch: service.launch,
        usesAlternates,
        settings: service.settings,
        createdAt: region.timeline.now()
    };
}
function createServiceDeployment(service, revision, owner) {
    const { region } = service;
    const now = region.timeline.now();
    const id = (0,external_node_crypto_.randomBytes)(16).toString('base64url').slice(0, 21);
    const isNative = strategyOf(service) !== 'ROLLING';
    const record = {
        id,
        arn: region.arn('ecs', `service-deployment/${service.cluster.name}/${service.name}/${id}`),
        createdAt: now,
        startedAt: undefined,
        finishedAt: undefined,
        stoppedAt: undefined,
        updatedAt: now,
        status: 'PENDING',
        statusReason: undefined,
        lifecycleStage: undefined,
        hooks: [],
        configuration: service.deploymentConfiguration,
        sources: service.deployments
            .filter(each => isNative || each.wanted > 0 || each === service.lastCompleted)
            .map(each => share(each, each === service.lastCompleted || !isNative ? 100 : 0)),
        target: { revision, owner, testWeight: isNative ? 0 : 100, productionWeight: isNative ? 0 : 100 },
        rollback: undefined,
        circuitBreaker: {
            status: hasBreaker(service) ? 'MONITORING' : 'DISABLED',
            failureCount: 0,
            threshold: breakerThreshold(service.deploymentConfiguration, service.desiredCount)
        },
        triggeredAlarms: []
    };
    region.timeline.after(SCHEDULING, () => {
        if (record.status !== 'PENDING')
            return;
        record.startedAt = region.timeline.now();
        setStatus(service, record, 'IN_PROGRESS', undefined);
        service.wake(0);
    });
    return record;
}
function share(deployment, weight) {
    return { revision: deployment.revision, owner: deployment.id, testWeight: weight, productionWeight: weight };
}
/** Moves a service deployment to a status; an end notes when. */
function setStatus(service, record, status, reason) {
    record.status = status;
    record.statusReason = reason ?? record.statusReason;
    record.updatedAt = service.region.timeline.now();
    if (hasEnded(record)) {
        record.finishedAt = record.updatedAt;
        if (status !== 'SUCCESSFUL')
            record.stoppedAt = record.updatedAt;
        if (record.circuitBreaker.status === 'MONITORING')
            record.circuitBreaker.status = 'MONITORING_COMPLETE';
    }
}
function supersede(service) {
    for (const each of service.serviceDeployments) {
        if (!hasEnded(each)) {
            setStatus(service, each, 'STOPPED', 'Service deployment was stopped because a newer service deployment was started.');
        }
    }
}
/** The PRIMARY deployment has what was asked for: it is COMPLETED, and the others go with the last of their tasks. */
function completeDeployment(service, deployment) {
    deployment.rolloutState = 'COMPLETED';
    deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
    deployment.updatedAt = service.region.timeline.now();
    service.lastCompleted = deployment;
    dropEmptyDeployments(service);
    for (const each of service.serviceDeployments) {
        if (each.status === 'ROLLBACK_IN_PROGRESS')
            setStatus(service, each, 'ROLLBACK_SUCCESSFUL', undefined);
    }
    const own = deployment.serviceDeployment;
    if (!hasEnded(own))
        setStatus(service, own, 'SUCCESSFUL', undefined);
    addEvent(service, `(deployment ${deployment.id}) deployment completed.`);
}
/** Once the PRIMARY deployment is COMPLETED, those before it are shown as long as a task of theirs lives. */
function dropEmptyDeployments(service) {
    const primary = primaryOf(service);
    if (primary?.rolloutState !== 'COMPLETED')
        return;
    service.deployments = service.deployments.filter(each => each === primary || livingTasks(service, each).length > 0);
}
const BREAKER_WORDS = {
    event: 'tasks failed to start.',
    judge: 'ECS deployment circuit breaker',
    status: 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
};
/**
 * A deployment has failed: back to the last completed one where `rollback` says so and there is one, else it stays as it
 * is and launches nothing more.
 */
function failDeployment(service, deployment, words, rollback) {
    deployment.rolloutState = 'FAILED';
    deployment.rolloutStateReason = `${words.judge}: ${words.event}`;
    deployment.updatedAt = service.region.timeline.now();
    addEvent(service, `(deployment ${deployment.id}) deployment failed: ${words.event}`);
    const record = service.serviceDeployments.find(each => !hasEnded(each));
    const target = service.lastCompleted;
    if (rollback && target !== undefined && target !== deployment) {
        const { rollbackAfterSeconds = 0 } = service.region.cloud.scenarios.deployments;
        if (rollbackAfterSeconds === 0)
            deployments_rollBack(service, deployment, target, words);
        else
            rollBackLater(service, deployment, target, words, rollbackAfterSeconds * 1000);
        return;
    }
    if (record === undefined)
        return;
    const isRollback = record.status === 'ROLLBACK_IN_PROGRESS';
    setStatus(service, record, isRollback ? 'ROLLBACK_FAILED' : 'STOPPED', words.status.replace('rolled back', isRollback ? 'failed to roll back' : 'stopped'));
}
/** FAILED for a while before the rollback begins, unless something else takes the deployment's place. */
function rollBackLater(service, from, to, words, delay) {
    setStatus(service, from.serviceDeployment, 'ROLLBACK_REQUESTED', words.status);
    service.region.timeline.after(delay, () => {
        if (service.status === 'ACTIVE' && primaryOf(service) === from && from.rolloutState === 'FAILED')
            deployments_rollBack(service, from, to, words);
    });
}
/** Makes an older deployment the PRIMARY again. */
function deployments_rollBack(service, from, to, words) {
    const now = service.region.timeline.now();
    const record = from.serviceDeployment;
    addEvent(service, `rolling back to deployment ${to.id}.`);
    from.status = 'ACTIVE';
    to.status = 'PRIMARY';
    to.rolloutState = 'IN_PROGRESS';
    to.rolloutStateReason = `${words.judge}: rolling back to deploymentId ${to.id}.`;
    to.failedTasks = 0;
    to.launchAfter = 0;
    to.updatedAt = now;
    service.deployments = [to, ...service.deployments.filter(each => each !== to)];
    service.taskDefinition = to.taskDefinition;
    service.launch = to.launch;
    service.settings = to.revision.settings;
    service.steady = false;
    record.rollback = { reason: words.status, startedAt: now, revisionArn: to.revision.arn };
    if (record.target !== undefined) {
        record.target.productionWeight = 0;
        record.target.testWeight = 0;
    }
    for (const source of record.sources) {
        const weight = source.owner === to.id ? 100 : 0;
        source.productionWeight = weight;
        source.testWeight = weight;
    }
    traffic_shiftTraffic(service, record);
    setStatus(service, record, 'ROLLBACK_IN_PROGRESS', words.status);
    service.wake(0);
}
/** Sets off the alarms that a scenario has for this deployment. */
function deployments_watchAlarms(service, deployment) {
    const { alarms } = service.deploymentConfiguration;
    if (alarms?.enable !== true)
        return;
    const { region } = service;
    for (const scenario of region.cloud.scenarios.alarms) {
        const { alarm } = scenario;
        if (alarm === undefined || !covers(scenario.service, service.name) || alarms.alarmNames?.includes(alarm) !== true)
            continue;
        const delay = scenario.afterSeconds === undefined ? ALARM_AFTER : scenario.afterSeconds * 1000;
        region.timeline.after(delay, () => deployments_raiseAlarm(service, deployment, alarm));
    }
}
/** An alarm of the service goes to ALARM: what is under way has failed, if it looks at that alarm. */
function deployments_raiseAlarm(service, deployment, alarm) {
    const { alarms } = service.deploymentConfiguration;
    const record = deployment.serviceDeployment;
    const isWatched = alarms?.enable === true && alarms.alarmNames?.includes(alarm) === true;
    if (!isWatched || record.status !== 'IN_PROGRESS')
        return;
    record.triggeredAlarms.push(alarm);
    const words = {
        event: 'alarm detected.',
        judge: 'ECS deployment alarms',
        status: `Service deployment rolled back because CloudWatch alarm(s) went to the ALARM state: ${alarm}.`
    };
    failDeployment(service, deployment, words, alarms.rollback === true);
    service.wake(0);
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/early-success.js



const early_success_MINUTE = 60_000;
/**
 * The early success criteria of a rolling update: with `healthyPercent` of the tasks healthy, and the bake time over, the deployment is
 * complete. `BLOCKING` has the old tasks removed before that, `DEFERRED` after it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html
 */
function criteriaOf({ serviceDeployment }) {
    const { strategy = 'ROLLING', earlySuccessCriteria } = serviceDeployment.configuration;
    return strategy === 'ROLLING' && earlySuccessCriteria?.enable === true ? earlySuccessCriteria : undefined;
}
function isHealthyEnough(service, primary) {
    const { healthyPercent = 100 } = criteriaOf(primary) ?? {};
    const least = Math.ceil((desiredCountOf(service) * healthyPercent) / 100);
    return countTasks(service, primary).inService >= least;
}
/** Whether the old tasks are to go, as far as minimumHealthyPercent lets them, without a new one for each. */
function areOldTasksDone(service) {
    const primary = primaryOf(service);
    const criteria = primary === undefined ? undefined : criteriaOf(primary);
    if (primary === undefined || criteria === undefined)
        return false;
    if (criteria.sourceServiceRevisionCleanup !== 'DEFERRED')
        return isHealthyEnough(service, primary);
    const { finishedAt } = primary.serviceDeployment;
    return finishedAt !== undefined && service.region.timeline.now() >= finishedAt + cleanupDelay(service);
}
function cleanupDelay({ region }) {
    const { cleanupAfterSeconds } = region.cloud.scenarios.deployments;
    return cleanupAfterSeconds === undefined ? DEFERRED_CLEANUP : cleanupAfterSeconds * 1000;
}
function isMet(service, primary) {
    const criteria = criteriaOf(primary);
    if (criteria === undefined || service.status !== 'ACTIVE' || primaryOf(service) !== primary)
        return false;
    if (primary.rolloutState !== 'IN_PROGRESS' || primary.serviceDeployment.status !== 'IN_PROGRESS')
        return false;
    const areGone = service.deployments.every(each => each === primary || livingTasks(service, each).length === 0);
    const isClean = criteria.sourceServiceRevisionCleanup === 'DEFERRED' || areGone;
    return isClean && isHealthyEnough(service, primary);
}
const baking = new WeakSet();
/** Completes the PRIMARY deployment where its criteria are met, and still are when the bake time is over. */
function seeWhetherEarly(service) {
    const primary = primaryOf(service);
    if (primary === undefined || baking.has(primary) || !isMet(service, primary))
        return;
    baking.add(primary);
    const bakeTime = (primary.serviceDeployment.configuration.bakeTimeInMinutes ?? 0) * early_success_MINUTE;
    service.region.timeline.after(Math.max(STAGE, bakeTime), () => {
        baking.delete(primary);
        if (!isMet(service, primary))
            return;
        completeDeployment(service, primary);
        service.wake(0);
        service.wake(cleanupDelay(service));
    });
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/rolling.js



/**
 * Divides the tasks between the deployments of a rolling update: new ones as far as maximumPercent leaves room, old ones
 * away as far as minimumHealthyPercent allows.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
function planRolling(service) {
    judgeByBreaker(service);
    const primary = primaryOf(service);
    if (primary === undefined)
        return;
    const others = service.deployments.filter(each => each !== primary);
    if (service.status !== 'ACTIVE') {
        for (const each of service.deployments)
            each.wanted = 0;
        return;
    }
    if (primary.rolloutState === 'FAILED') {
        for (const each of service.deployments)
            each.wanted = Math.min(each.wanted, activeTasks(service, each).length);
        return;
    }
    const desired = desiredCountOf(service);
    const { maximumPercent = 200, minimumHealthyPercent = 100 } = service.deploymentConfiguration;
    const most = Math.max(Math.floor((desired * maximumPercent) / 100), desired > 0 ? 1 : 0);
    const least = Math.ceil((desired * minimumHealthyPercent) / 100);
    const activeNew = activeTasks(service, primary).length;
    const activeOld = others.reduce((sum, each) => sum + activeTasks(service, each).length, 0);
    const healthyNew = countTasks(service, primary).inService;
    const healthyOld = others.reduce((sum, each) => sum + countTasks(service, each).inService, 0);
    primary.wanted = Math.min(desired, activeNew + Math.max(0, most - activeOld - activeNew));
    const replaced = Math.max(0, healthyNew + activeOld - desired);
    const inTheWay = Math.max(0, desired - primary.wanted);
    const dispensable = Math.max(0, healthyNew + healthyOld - least) + (activeOld - healthyOld);
    const due = areOldTasksDone(service) ? activeOld : Math.max(replaced, inTheWay);
    let toStop = Math.min(activeOld, dispensable, due);
    for (const each of others) {
        const active = activeTasks(service, each).length;
        const stopped = Math.min(active, toStop);
        each.wanted = active - stopped;
        toStop -= stopped;
    }
}
/** Lets the circuit breaker, where there is one, end a deployment whose tasks keep failing. */
function judgeByBreaker(service) {
    const primary = primaryOf(service);
    if (primary?.rolloutState !== 'IN_PROGRESS')
        return;
    if (!hasBreaker(service))
        return;
    const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
    const threshold = breakerThreshold(service.deploymentConfiguration, desiredCountOf(service));
    noteFailures(primary, threshold);
    if (primary.failedTasks < threshold)
        return;
    const { circuitBreaker } = primary.serviceDeployment;
    if (circuitBreaker.status === 'MONITORING')
        circuitBreaker.status = 'TRIGGERED';
    failDeployment(service, primary, BREAKER_WORDS, breaker?.rollback === true);
}
function noteFailures(deployment, threshold) {
    const { circuitBreaker } = deployment.serviceDeployment;
    circuitBreaker.failureCount = deployment.failedTasks;
    circuitBreaker.threshold = threshold;
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/native-strategies.js







/** The lifecycle stages of BLUE_GREEN, LINEAR and CANARY, in their order. */
const STAGES = [
    'RECONCILE_SERVICE',
    'PRE_SCALE_UP',
    'SCALE_UP',
    'POST_SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
    'POST_PRODUCTION_TRAFFIC_SHIFT',
    'BAKE_TIME',
    'CLEAN_UP'
];
const native_strategies_MINUTE = 60_000;
const BEFORE_SCALE_UP = new Set([undefined, 'RECONCILE_SERVICE', 'PRE_SCALE_UP']);
/** Whether the service's deployment goes through lifecycle stages at this moment. */
function isInStages(service) {
    const primary = primaryOf(service);
    return (primary?.rolloutState === 'IN_PROGRESS' &&
        (primary.serviceDeployment.configuration.strategy ?? 'ROLLING') !== 'ROLLING' &&
        ['PENDING', 'IN_PROGRESS'].includes(primary.serviceDeployment.status));
}
/** Divides the tasks between blue and green, and goes on to the next stage where this one waits for tasks. */
function planStages(service) {
    judgeByBreaker(service);
    const green = primaryOf(service);
    if (green === undefined || !isInStages(service))
        return;
    const record = green.serviceDeployment;
    if (record.status === 'IN_PROGRESS' && record.lifecycleStage === undefined)
        enter(service, green, 'RECONCILE_SERVICE');
    const desired = desiredCountOf(service);
    const stage = record.lifecycleStage;
    green.wanted = BEFORE_SCALE_UP.has(stage) ? 0 : desired;
    for (const each of service.deployments) {
        if (each === green)
            continue;
        each.wanted = each === service.lastCompleted && stage !== 'CLEAN_UP' ? desired : 0;
    }
}
/** Called after the tasks were looked at: SCALE_UP ends when green is healthy, CLEAN_UP when blue is gone. */
function advanceStages(service) {
    const green = primaryOf(service);
    if (green === undefined || !isInStages(service))
        return;
    const stage = green.serviceDeployment.lifecycleStage;
    if (stage === 'SCALE_UP' && countTasks(service, green).inService >= desiredCountOf(service)) {
        enter(service, green, 'POST_SCALE_UP');
    }
    else if (stage === 'CLEAN_UP' &&
        service.deployments.every(each => each === green || livingTasks(service, each).length === 0)) {
        completeDeployment(service, green);
        service.wake(0);
    }
}
function enter(service, green, stage) {
    const record = green.serviceDeployment;
    record.lifecycleStage = stage;
    record.updatedAt = service.region.timeline.now();
    const go = () => work(service, green, stage);
    runHooks(service, green, stage, hooksAt(record, stage), go);
}
function hooksAt(record, stage) {
    return (record.configuration.lifecycleHooks ?? []).filter(each => each.lifecycleStages?.includes(stage));
}
/** Runs `run` later, unless the deployment has left the stage or its way by then. */
function later(service, green, stage, delay, run) {
    service.region.timeline.after(delay, () => {
        if (green.serviceDeployment.lifecycleStage === stage && primaryOf(service) === green && isInStages(service))
            run();
    });
}
function next(service, green, stage) {
    const following = STAGES[STAGES.indexOf(stage) + 1];
    if (following !== undefined)
        enter(service, green, following);
    service.wake(0);
}
function work(service, green, stage) {
    const record = green.serviceDeployment;
    const goOn = (delay) => later(service, green, stage, delay, () => next(service, green, stage));
    switch (stage) {
        case 'SCALE_UP':
        case 'CLEAN_UP':
            service.wake(0);
            return;
        case 'TEST_TRAFFIC_SHIFT':
            if (record.target !== undefined)
                record.target.testWeight = 100;
            for (const source of record.sources)
                source.testWeight = 0;
            traffic_shiftTraffic(service, record);
            goOn(TRAFFIC_SHIFT);
            return;
        case 'PRODUCTION_TRAFFIC_SHIFT':
            takeSteps(service, green, trafficSteps(record));
            return;
        case 'BAKE_TIME':
            goOn(Math.max(STAGE, (record.configuration.bakeTimeInMinutes ?? 0) * native_strategies_MINUTE));
            return;
        default:
            goOn(STAGE);
    }
}
function trafficSteps(record) {
    const { strategy, linearConfiguration, canaryConfiguration } = record.configuration;
    const last = { weight: 100, wait: TRAFFIC_SHIFT };
    if (record.sources.length === 0)
        return [last];
    if (strategy === 'CANARY') {
        const weight = canaryConfiguration?.canaryPercent ?? 5;
        return [{ weight, wait: (canaryConfiguration?.canaryBakeTimeInMinutes ?? 10) * native_strategies_MINUTE }, last];
    }
    if (strategy === 'LINEAR') {
        const step = linearConfiguration?.stepPercent ?? 10;
        const wait = (linearConfiguration?.stepBakeTimeInMinutes ?? 6) * native_strategies_MINUTE;
        const count = Math.ceil(100 / step) - 1;
        return [...Array.from({ length: count }, (_, index) => ({ weight: step * (index + 1), wait })), last];
    }
    return [last];
}
function takeSteps(service, green, steps) {
    const [step, ...rest] = steps;
    if (step === undefined) {
        next(service, green, 'PRODUCTION_TRAFFIC_SHIFT');
        return;
    }
    const record = green.serviceDeployment;
    const hooks = hooksAt(record, 'PRE_PRODUCTION_TRAFFIC_SHIFT');
    if (hooks.length === 0) {
        takeStep(service, green, step, rest);
        return;
    }
    record.lifecycleStage = 'PRE_PRODUCTION_TRAFFIC_SHIFT';
    runHooks(service, green, 'PRE_PRODUCTION_TRAFFIC_SHIFT', hooks, () => {
        record.lifecycleStage = 'PRODUCTION_TRAFFIC_SHIFT';
        takeStep(service, green, step, rest);
    });
}
function takeStep(service, green, step, rest) {
    const record = green.serviceDeployment;
    if (record.target !== undefined)
        record.target.productionWeight = step.weight;
    for (const source of record.sources) {
        source.productionWeight = source.owner === service.lastCompleted?.id ? 100 - step.weight : 0;
    }
    traffic_shiftTraffic(service, record);
    record.updatedAt = service.region.timeline.now();
    later(service, green, 'PRODUCTION_TRAFFIC_SHIFT', step.wait, () => takeSteps(service, green, rest));
}
function runHooks(service, green, stage, hooks, done) {
    const [hook, ...rest] = hooks;
    if (hook === undefined) {
        done();
        return;
    }
    const record = green.serviceDeployment;
    const { timeline } = service.region;
    const isPause = hook.targetType === 'PAUSE';
    const minutes = hook.timeoutConfiguration?.timeoutInMinutes ?? 1440;
    const entry = {
        hookId: (0,server_protocol/* newUuid */.YG)(),
        targetType: hook.targetType ?? 'AWS_LAMBDA',
        targetArn: hook.hookTargetArn,
        stage,
        status: isPause ? 'AWAITING_ACTION' : 'IN_PROGRESS',
        expiresAt: isPause ? timeline.now() + minutes * native_strategies_MINUTE : undefined,
        timeoutAction: isPause ? (hook.timeoutConfiguration?.action ?? 'ROLLBACK') : undefined
    };
    record.hooks = [...record.hooks, entry];
    const goOn = () => runHooks(service, green, stage, rest, done);
    const refuse = () => failByHook(service, green, stage, hook.hookTargetArn);
    if (isPause) {
        waiting.set(entry, { goOn, refuse });
        later(service, green, stage, minutes * native_strategies_MINUTE, () => {
            if (entry.status !== 'AWAITING_ACTION')
                return;
            entry.status = 'TIMED_OUT';
            (entry.timeoutAction === 'CONTINUE' ? goOn : refuse)();
        });
        return;
    }
    later(service, green, stage, LAMBDA_HOOK, () => {
        const fails = service.region.cloud.scenarios.hooks.some(each => covers(each.service, service.name) && covers(each.stage, stage));
        entry.status = fails ? 'FAILED' : 'SUCCEEDED';
        (fails ? refuse : goOn)();
    });
}
/** What happens when someone answers a PAUSE hook. */
const waiting = new WeakMap();
/** Answers a PAUSE hook; false where it does not wait (any more). */
function answerHook(service, hook, action) {
    const answers = waiting.get(hook);
    if (answers === undefined || hook.status !== 'AWAITING_ACTION')
        return false;
    hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
    (action === 'CONTINUE' ? answers.goOn : answers.refuse)();
    service.wake(0);
    return true;
}
function failByHook(service, green, stage, target) {
    const answer = target === undefined ? '' : ` Lifecycle hook target ${target} returned FAILED status.`;
    const status = `Service deployment rolled back because ${stage} lifecycle hook(s) failed.${answer}`;
    failDeployment(service, green, { event: status, judge: 'ECS deployment lifecycle hook', status }, true);
    service.wake(0);
}

// EXTERNAL MODULE: ./lib/emulator/elb/documents.js
var documents = __webpack_require__(5387);
// EXTERNAL MODULE: ./lib/emulator/elb/rules.js
var elb_rules = __webpack_require__(7334);
;// CONCATENATED MODULE: ./lib/emulator/elb/describe.js




function describeBalancer({ arn, name, input, createdAt, dnsName }, region) {
    const subnets = subnetsOf(input).map(({ id, mapping }) => ({ id, mapping, ...findSubnet(region, id) }));
    return {
        LoadBalancerArn: arn,
        DNSName: dnsName,
        LoadBalancerName: name,
        CreatedTime: new Date(createdAt).toISOString(),
        VpcId: subnets[0]?.vpcId,
        Scheme: input.Scheme ?? 'internet-facing',
        State: { Code: 'active' },
        Type: input.Type ?? 'application',
        AvailabilityZones: subnets.map(({ id, zone, mapping }) => ({
            ZoneName: zone,
            SubnetId: id,
            LoadBalancerAddresses: mapping === undefined ? undefined : [mapping]
        })),
        SecurityGroups: input.SecurityGroups ?? [],
        IpAddressType: input.IpAddressType ?? 'ipv4',
        CustomerOwnedIpv4Pool: input.CustomerOwnedIpv4Pool,
        EnablePrefixForIpv6SourceNat: input.EnablePrefixForIpv6SourceNat,
        IpamPools: input.IpamPools
    };
}
/** `Subnets`, or `SubnetMappings` with the address that each is to have. */
function subnetsOf({ Subnets = [], SubnetMappings = [] }) {
    const mappings = SubnetMappings.map(({ SubnetId: id, ...mapping }) => ({
        id: (0,documents/* textOf */.b6)(id) ?? '',
        mapping: Object.keys(mapping).length === 0 ? undefined : mapping
    }));
    return [...Subnets.map(id => ({ id, mapping: undefined })), ...mappings];
}
function describe_describeGroup({ arn, name, input }, region) {
    const protocol = input.Protocol ?? 'HTTP';
    const isHttp = protocol.startsWith('HTTP');
    const looks = input.HealthCheckProtocol ?? (isHttp ? 'HTTP' : 'TCP');
    const asks = looks.startsWith('HTTP');
    const listeners = [...region.part(state/* BALANCING */.GU).listeners.values()];
    const using = listeners.filter(({ rules }) => rules.some(rule => rule.forwards.some(target => target.arn === arn)));
    return {
        TargetGroupArn: arn,
        TargetGroupName: name,
        Protocol: protocol,
        Port: input.Port ?? 80,
        VpcId: input.VpcId,
        HealthCheckProtocol: looks,
        HealthCheckPort: input.HealthCheckPort ?? 'traffic-port',
        HealthCheckEnabled: input.HealthCheckEnabled ?? true,
        HealthCheckIntervalSeconds: input.HealthCheckIntervalSeconds ?? 30,
        HealthCheckTimeoutSeconds: input.HealthCheckTimeoutSeconds ?? 5,
        HealthyThresholdCount: input.HealthyThresholdCount ?? 5,
        UnhealthyThresholdCount: input.UnhealthyThresholdCount ?? 2,
        HealthCheckPath: asks ? (input.HealthCheckPath ?? '/') : undefined,
        Matcher: asks ? describeMatcher(input, isHttp) : undefined,
        LoadBalancerArns: [...new Set(using.map(({ balancerArn }) => balancerArn))],
        TargetType: input.TargetType ?? 'instance',
        ProtocolVersion: isHttp ? (input.ProtocolVersion ?? 'HTTP1') : undefined,
        IpAddressType: input.IpAddressType ?? 'ipv4',
        TargetControlPort: input.TargetControlPort
    };
}
/** Codes of gRPC for targets that speak it, else those of HTTP. */
function describeMatcher({ ProtocolVersion, Matcher }, isHttp) {
    if (ProtocolVersion === 'GRPC')
        return { GrpcCode: Matcher?.GrpcCode ?? '12' };
    return { HttpCode: Matcher?.HttpCode ?? (isHttp ? '200' : '200-399') };
}
function describeListener({ arn, balancerArn, protocol, port, input, rules }) {
    const isSecure = protocol === 'HTTPS' || protocol === 'TLS';
    return {
        ListenerArn: arn,
        LoadBalancerArn: balancerArn,
        Port: port,
        Protocol: protocol,
        Certificates: input.Certificates,
        SslPolicy: input.SslPolicy ?? (isSecure ? 'ELBSecurityPolicy-2016-08' : undefined),
        DefaultActions: rules.slice(0, 1).flatMap(elb_rules/* describeActions */.xd),
        AlpnPolicy: input.AlpnPolicy,
        MutualAuthentication: input.MutualAuthentication ?? (protocol === 'HTTPS' ? { Mode: 'off' } : undefined)
    };
}
/** How a target group looks at its targets; undefined where there is no such group, or where it asks as only gRPC can. */
function targetCheckOf(region, arn) {
    const group = region.part(state/* BALANCING */.GU).groups.get(arn);
    if (group === undefined || group.input.ProtocolVersion === 'GRPC')
        return undefined;
    const settings = describe_describeGroup(group, region);
    return {
        protocol: settings.HealthCheckProtocol,
        port: /^\d+$/.test(settings.HealthCheckPort) ? Number(settings.HealthCheckPort) : undefined,
        path: settings.HealthCheckPath ?? '/',
        codes: settings.Matcher?.HttpCode ?? '200-399',
        intervalSeconds: settings.HealthCheckIntervalSeconds,
        timeoutSeconds: settings.HealthCheckTimeoutSeconds,
        unhealthyThreshold: settings.UnhealthyThresholdCount
    };
}

;// CONCATENATED MODULE: ./lib/emulator/elb/inputs.js

const inputs_TAGS = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj }));
const PAGE = { PageSize: decode/* integer */.nd, Marker: decode/* string */.Yj };
/** Actions, conditions and transforms are shown again as they were sent. */
const DOCUMENTS = (0,decode/* list */.p_)(decode/* document */.Al);
const HEALTH_CHECK = {
    HealthCheckProtocol: decode/* string */.Yj,
    HealthCheckPort: decode/* string */.Yj,
    HealthCheckEnabled: decode/* boolean */.zM,
    HealthCheckPath: decode/* string */.Yj,
    HealthCheckIntervalSeconds: decode/* integer */.nd,
    HealthCheckTimeoutSeconds: decode/* integer */.nd,
    HealthyThresholdCount: decode/* integer */.nd,
    UnhealthyThresholdCount: decode/* integer */.nd,
    Matcher: (0,decode/* structure */.QK)({ HttpCode: decode/* string */.Yj, GrpcCode: decode/* string */.Yj })
};
/** CreateLoadBalancerInput and the others of the service model. */
const BALANCER = (0,decode/* structure */.QK)({
    Name: decode/* string */.Yj,
    Subnets: (0,decode/* list */.p_)(decode/* string */.Yj),
    SubnetMappings: (0,decode/* list */.p_)(decode/* document */.Al),
    SecurityGroups: (0,decode/* list */.p_)(decode/* string */.Yj),
    Scheme: decode/* string */.Yj,
    Tags: inputs_TAGS,
    Type: decode/* string */.Yj,
    IpAddressType: decode/* string */.Yj,
    CustomerOwnedIpv4Pool: decode/* string */.Yj,
    EnablePrefixForIpv6SourceNat: decode/* string */.Yj,
    IpamPools: decode/* document */.Al
});
const inputs_GROUP = (0,decode/* structure */.QK)({
    ...HEALTH_CHECK,
    Name: decode/* string */.Yj,
    Protocol: decode/* string */.Yj,
    ProtocolVersion: decode/* string */.Yj,
    Port: decode/* integer */.nd,
    VpcId: decode/* string */.Yj,
    TargetType: decode/* string */.Yj,
    Tags: inputs_TAGS,
    IpAddressType: decode/* string */.Yj,
    TargetControlPort: decode/* integer */.nd
});
const GROUP_CHANGES = (0,decode/* structure */.QK)({ ...HEALTH_CHECK, TargetGroupArn: decode/* string */.Yj });
const LISTENER = (0,decode/* structure */.QK)({
    LoadBalancerArn: decode/* string */.Yj,
    Protocol: decode/* string */.Yj,
    Port: decode/* integer */.nd,
    SslPolicy: decode/* string */.Yj,
    Certificates: DOCUMENTS,
    DefaultActions: DOCUMENTS,
    AlpnPolicy: (0,decode/* list */.p_)(decode/* string */.Yj),
    Tags: inputs_TAGS,
    MutualAuthentication: decode/* document */.Al
});
const RULE = (0,decode/* structure */.QK)({
    ListenerArn: decode/* string */.Yj,
    Conditions: DOCUMENTS,
    Priority: decode/* integer */.nd,
    Actions: DOCUMENTS,
    Tags: inputs_TAGS,
    Transforms: DOCUMENTS
});
const BALANCERS_PAGE = (0,decode/* structure */.QK)({ ...PAGE, LoadBalancerArns: (0,decode/* list */.p_)(decode/* string */.Yj), Names: (0,decode/* list */.p_)(decode/* string */.Yj) });
const GROUPS_PAGE = (0,decode/* structure */.QK)({
    ...PAGE,
    LoadBalancerArn: decode/* string */.Yj,
    TargetGroupArns: (0,decode/* list */.p_)(decode/* string */.Yj),
    Names: (0,decode/* list */.p_)(decode/* string */.Yj)
});
const LISTENERS_PAGE = (0,decode/* structure */.QK)({ ...PAGE, LoadBalancerArn: decode/* string */.Yj, ListenerArns: (0,decode/* list */.p_)(decode/* string */.Yj) });
const RULES_PAGE = (0,decode/* structure */.QK)({ ...PAGE, ListenerArn: decode/* string */.Yj, RuleArns: (0,decode/* list */.p_)(decode/* string */.Yj) });
const TAGGED = (0,decode/* structure */.QK)({ ResourceArns: (0,decode/* list */.p_)(decode/* string */.Yj) });
const GROUP_NAME = (0,decode/* structure */.QK)({ TargetGroupArn: decode/* string */.Yj });
const GROUP_ATTRIBUTES = (0,decode/* structure */.QK)({ TargetGroupArn: decode/* string */.Yj, Attributes: inputs_TAGS });

;// CONCATENATED MODULE: ./lib/emulator/elb/target-group-settings.js





/** What a target group has as long as nobody says otherwise: API_TargetGroupAttribute of Elastic Load Balancing's API reference. */
const DEFAULTS = {
    'deregistration_delay.timeout_seconds': '300',
    'stickiness.enabled': 'false',
    'load_balancing.algorithm.type': 'round_robin',
    'slow_start.duration_seconds': '0'
};
const DELAY = 'deregistration_delay.timeout_seconds';
const LONGEST_DELAY = 3_600;
/** All attributes that the same page names; of these only the delay has an effect here. */
const ATTRIBUTES = new Set([
    ...Object.keys(DEFAULTS),
    'deregistration_delay.connection_termination.enabled',
    'lambda.multi_value_headers.enabled',
    'load_balancing.algorithm.anomaly_mitigation',
    'load_balancing.cross_zone.enabled',
    'preserve_client_ip.enabled',
    'proxy_protocol_v2.enabled',
    'stickiness.app_cookie.cookie_name',
    'stickiness.app_cookie.duration_seconds',
    'stickiness.lb_cookie.duration_seconds',
    'stickiness.type',
    'target_failover.on_deregistration',
    'target_failover.on_unhealthy',
    'target_group_health.dns_failover.minimum_healthy_targets.count',
    'target_group_health.dns_failover.minimum_healthy_targets.percentage',
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count',
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage',
    'target_health_state.unhealthy.connection_termination.enabled',
    'target_health_state.unhealthy.draining_interval_seconds'
]);
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroup.html */
const modifyTargetGroup = operation(GROUP_CHANGES, ({ TargetGroupArn: arn = '', ...changes }, { region }) => {
    const group = find(region, arn);
    const input = { ...group.input, ...changes };
    const { HealthCheckIntervalSeconds: interval, HealthCheckTimeoutSeconds: timeout } = describe_describeGroup({ ...group, input }, region);
    if (timeout >= interval) {
        throw new server_protocol/* AwsFault */.kU('ValidationError', `Health check interval must be greater than the timeout: ${interval} s`);
    }
    group.input = input;
    return { TargetGroups: [describe_describeGroup(group, region)] };
});
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroupAttributes.html */
const modifyTargetGroupAttributes = operation(GROUP_ATTRIBUTES, (input, { region }) => {
    const group = find(region, input.TargetGroupArn ?? '');
    const attributes = (input.Attributes ?? []).map(({ Key = '', Value = '' }) => [Key, Value]);
    for (const [key, value] of attributes)
        checkAttribute(key, value);
    for (const [key, value] of attributes)
        group.attributes.set(key, value);
    return { Attributes: target_group_settings_listAttributes(group) };
});
function checkAttribute(key, value) {
    if (!ATTRIBUTES.has(key))
        throw new server_protocol/* AwsFault */.kU('ValidationError', `Target group attribute key '${key}' is not recognized`);
    if (key === DELAY && !(/^\d{1,4}$/.test(value) && Number(value) <= LONGEST_DELAY)) {
        throw new server_protocol/* AwsFault */.kU('ValidationError', `'${value}' must be a number of seconds from 0 to ${LONGEST_DELAY} for ${key}`);
    }
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroupAttributes.html */
const describeTargetGroupAttributes = operation(GROUP_NAME, ({ TargetGroupArn: arn = '' }, { region }) => ({
    Attributes: target_group_settings_listAttributes(find(region, arn))
}));
function target_group_settings_listAttributes({ attributes }) {
    return Object.entries({ ...DEFAULTS, ...Object.fromEntries(attributes) }).map(([Key, Value]) => ({ Key, Value }));
}
function find(region, arn) {
    const group = region.part(state/* BALANCING */.GU).groups.get(arn);
    if (group === undefined)
        throw new server_protocol/* AwsFault */.kU('TargetGroupNotFound', 'One or more target groups not found');
    return group;
}
/** How long a target group takes over its targets, in seconds; undefined where there is no such group. */
function targetTimesOf(region, arn) {
    const group = region.part(state/* BALANCING */.GU).groups.get(arn);
    if (group === undefined)
        return undefined;
    const described = describe_describeGroup(group, region);
    const delay = group.attributes.get(DELAY);
    return {
        interval: described.HealthCheckIntervalSeconds,
        healthyThreshold: described.HealthyThresholdCount,
        unhealthyThreshold: described.UnhealthyThresholdCount,
        deregistrationDelay: Number(delay ?? DEFAULTS[DELAY])
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-times.js


const SECOND = 1_000;
/** What a container's health check has where it does not say it: HealthCheck of the ECS service model. */
const CHECK_INTERVAL = 30;
/** ECS_CONTAINER_STOP_TIMEOUT, and Fargate's own. */
const STOP_TIMEOUT = 30;
/** When a task that comes up as it should is in service, by all that looks at it: its target groups and its own health checks. */
function settlingOf({ region, plan: { scenario } }, task) {
    if (scenario?.healthyAfterSeconds !== undefined)
        return { after: scenario.healthyAfterSeconds * SECOND, failsIn: undefined };
    const ready = scenario?.readyAfterSeconds === undefined ? SETTLE_PLAIN : scenario.readyAfterSeconds * SECOND;
    const own = ownChecks(task, ready);
    const grace = graceOf(task) * SECOND;
    const looks = task.targets.map(({ targetGroup }) => ({ targetGroup, ...look(region, targetGroup, ready) }));
    const lost = looks.find(({ unhealthyAt }) => unhealthyAt !== undefined);
    // What is unhealthy when the grace period is over is stopped; what has recovered by then, stays.
    const failsAt = lost?.unhealthyAt === undefined ? Infinity : Math.max(lost.unhealthyAt, grace);
    const after = Math.max(ready, own, ...looks.map(each => each.healthyAt));
    return lost !== undefined && failsAt < lost.healthyAt
        ? { after: failsAt, failsIn: lost.targetGroup }
        : { after, failsIn: undefined };
}
/**
 * A target is looked at once an interval. One that is new is healthy with its first success, whatever the threshold; one that has failed
 * `UnhealthyThresholdCount` times in a row is unhealthy, and needs `HealthyThresholdCount` successes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html
 */
function look(region, targetGroup, ready) {
    const times = targetTimesOf(region, targetGroup);
    if (times === undefined)
        return { healthyAt: SETTLE_TARGET, unhealthyAt: undefined };
    const interval = times.interval * SECOND;
    const first = Math.max(1, Math.ceil(ready / interval));
    if (first <= times.unhealthyThreshold)
        return { healthyAt: first * interval, unhealthyAt: undefined };
    return {
        healthyAt: (first + times.healthyThreshold - 1) * interval,
        unhealthyAt: times.unhealthyThreshold * interval
    };
}
/**
 * Docker looks for the first time one interval after the start; `startPeriod` only keeps failures from counting. `retries` failures after it
 * would end a task that is not ready by then, which is none that comes up as it should.
 * https://docs.docker.com/reference/dockerfile/#healthcheck
 */
function ownChecks(task, ready) {
    const intervals = task.taskDefinition.containers.flatMap(({ healthCheck }) => healthCheck === undefined ? [] : [(healthCheck.interval ?? CHECK_INTERVAL) * SECOND]);
    return Math.max(0, ...intervals.map(interval => Math.max(1, Math.ceil(ready / interval)) * interval));
}
/** `healthCheckGracePeriodSeconds` of the task's service. */
function graceOf(task) {
    const [, name = ''] = task.group.split('service:');
    const grace = task.cluster.services.get(name)?.kept['healthCheckGracePeriodSeconds'];
    return typeof grace === 'number' ? grace : 0;
}
/** How long a task that is stopped drains, in virtual milliseconds: ECS waits for the deregistration delay of its target groups. */
function drainOf(region, task) {
    const delays = task.targets.map(({ targetGroup }) => targetTimesOf(region, targetGroup)?.deregistrationDelay);
    return Math.max(0, ...delays.map(delay => (delay === undefined ? DRAINING : delay * SECOND)));
}
/**
 * How long a task's containers take from SIGTERM to their end, in virtual milliseconds, and whether SIGKILL ended them: what has not ended
 * after `stopTimeout` is killed.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
function stopOf({ taskDefinition, plan: { scenario } }) {
    const asked = scenario?.stopSeconds === undefined ? STOPPING : scenario.stopSeconds * SECOND;
    const limit = Math.max(...taskDefinition.containers.map(each => each.stopTimeout ?? STOP_TIMEOUT)) * SECOND;
    return { time: Math.min(asked, limit), isKilled: asked > limit };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-end.js



/** The host went, not the task: that is no failure of its deployment. */
const TAKEN_AWAY = new Set(['SpotInterruption', 'TerminationNotice', 'InfrastructureHealth']);
/** Ends a task that has failed to start, or lost a container that matters: what is left of its containers is stopped. */
function endByItself(request, task, usualCode, reason) {
    const { scenario } = request.plan;
    const code = STOP_CODES.find(each => each === scenario?.stopCode) ?? usualCode;
    markStopping(request.region, task, code, scenario?.stoppedReason ?? reason);
    task.lastStatus = 'STOPPING';
    whenContainersEnded(task, () => {
        endContainers(task);
        task.executionStoppedAt = request.region.timeline.now();
        task.lastStatus = 'DEPROVISIONING';
        const failed = !TAKEN_AWAY.has(code) &&
            (code === 'TaskFailedToStart' ||
                request.owner !== undefined ||
                task.containers.some(each => (each.exitCode ?? 0) !== 0));
        request.region.timeline.after(DEPROVISIONING, () => task_end_finish(request, task, failed));
    });
}
/** Containers that really run are stopped, and take their time for it. */
function whenContainersEnded(task, then) {
    task.live?.stop();
    if (task.live !== undefined && task.containers.some(each => each.lastStatus === 'RUNNING')) {
        task.afterContainers = then;
    }
    else
        then();
}
/** Stops a task: out of its target groups, SIGTERM, network interface back. Nothing happens to one that is on its way out already. */
function stopTask(request, task, code, reason, failed) {
    if (task.desiredStatus === 'STOPPED')
        return;
    const { region } = request;
    const wasRunning = task.lastStatus === 'RUNNING';
    const drain = wasRunning ? drainOf(region, task) : 0;
    markStopping(region, task, code, reason);
    task.lastStatus = wasRunning ? 'DEACTIVATING' : 'DEPROVISIONING';
    const down = (delay, run) => {
        region.timeline.after(delay, () => {
            run();
            task.version += 1;
            request.watcher?.changed(task);
        });
    };
    const deprovision = () => {
        task.executionStoppedAt = region.timeline.now();
        endContainers(task);
        task.lastStatus = 'DEPROVISIONING';
        region.timeline.after(DEPROVISIONING, () => task_end_finish(request, task, failed));
    };
    if (!wasRunning)
        whenContainersEnded(task, deprovision);
    else {
        down(drain, () => {
            task.lastStatus = 'STOPPING';
            whenContainersEnded(task, () => down(task.stop.time, deprovision));
        });
    }
}
function markStopping(region, task, code, reason) {
    task.desiredStatus = 'STOPPED';
    task.stopCode = code;
    task.stoppedReason = reason;
    task.stoppingAt = region.timeline.now();
    task.inService = false;
    task.version += 1;
}
function endContainers(task) {
    for (const container of task.containers) {
        // Ended by SIGTERM, or by SIGKILL. A container that never ran has no exit code.
        if (container.lastStatus === 'RUNNING')
            container.exitCode ??= task.stop.isKilled ? 137 : 143;
        container.lastStatus = 'STOPPED';
    }
}
function task_end_finish(request, task, failed) {
    const { timeline } = request.region;
    task.lastStatus = 'STOPPED';
    task.stoppedAt = timeline.now();
    task.version += 1;
    timeline.after(STOPPED_TASK_LIFE, () => task.cluster.tasks.delete(task.id));
    request.watcher?.stopped(task, failed);
    request.watcher?.changed(task);
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-health.js

/** The container of a name, else the first. */
function containerOf(task, name) {
    return task.containers.find(each => each.name === name) ?? task.containers[0];
}
function hasHealthCheck(task) {
    return task.taskDefinition.containers.some(each => each.healthCheck !== undefined);
}
/** From here on the task serves. */
function settle(task) {
    task.inService = true;
    for (const container of task.containers) {
        const definition = task.taskDefinition.containers.find(each => each.name === container.name);
        if (definition?.healthCheck !== undefined)
            container.healthStatus = 'HEALTHY';
    }
}
/**
 * Ends a task whose health checks fail: those of its load balancer where a target group is given, else a container's own.
 *
 * @param why the load balancer's reason
 */
function failHealthChecks(request, task, targetGroup, why = 'Health checks failed with these codes: [503]') {
    request.watcher?.unhealthy(task, why);
    const reason = targetGroup === undefined
        ? 'Task failed container health checks'
        : `Task failed ELB health checks in (target-group ${targetGroup})`;
    stopTask(request, task, 'ServiceSchedulerInitiated', reason, true);
}

;// CONCATENATED MODULE: ./lib/emulator/logs/state.js
/** The key of CloudWatch Logs' part of a region: `region.part(LOGS)`. */
const LOGS = { create: () => ({ groups: new Map(), sequence: 0, weights: new Map() }) };
const state_MOST_EVENTS = 2000;
const MOST_STREAMS = 1000;
/** Of all streams of a region together; an event counts for its message and this much more. */
const state_MOST_BYTES = 32 * 1024 * 1024;
const BYTES_AROUND = 128;
/** Makes a log group, or gives the one that is there. */
function ensureLogGroup(region, name) {
    const { groups } = region.part(LOGS);
    const group = groups.get(name) ?? {
        name,
        arn: region.arn('logs', `log-group:${name}`),
        createdAt: region.timeline.now(),
        retentionInDays: undefined,
        tags: new Map(),
        kmsKeyId: undefined,
        logGroupClass: 'STANDARD',
        deletionProtectionEnabled: false,
        streams: new Map()
    };
    groups.set(name, group);
    return group;
}
/** Makes a stream, or gives the one that is there. The oldest stream goes when a group has too many. */
function ensureLogStream(region, group, name) {
    const stream = group.streams.get(name) ?? {
        name,
        arn: `${group.arn}:log-stream:${name}`,
        createdAt: region.timeline.now(),
        events: []
    };
    group.streams.set(name, stream);
    const oldest = group.streams.keys().next();
    if (group.streams.size > MOST_STREAMS && oldest.done !== true)
        removeLogStream(region, group, oldest.value);
    return stream;
}
/** Adds events to a stream, in the order of their time. */
function addLogEvents(region, stream, events) {
    const state = region.part(LOGS);
    const ingestionTime = region.timeline.now();
    const added = events.map(event => ({ ...event, ingestionTime, sequence: (state.sequence += 1) }));
    stream.events = [...stream.events, ...added]
        .sort((a, b) => a.timestamp - b.timestamp || a.sequence - b.sequence)
        .slice(-state_MOST_EVENTS);
    let weight = stream.events.reduce((sum, event) => sum + weigh(event), 0);
    while (weight > state_MOST_BYTES) {
        const [first] = stream.events.splice(0, 1);
        weight -= first === undefined ? weight : weigh(first);
    }
    state.weights.set(stream, weight);
    let bytes = [...state.weights.values()].reduce((sum, each) => sum + each, 0);
    for (const [oldest, its] of state.weights) {
        if (bytes <= state_MOST_BYTES)
            break;
        if (oldest === stream)
            continue;
        oldest.events = [];
        state.weights.delete(oldest);
        bytes -= its;
    }
}
function weigh({ message }) {
    return message.length + BYTES_AROUND;
}
function removeLogStream(region, group, name) {
    const stream = group.streams.get(name);
    group.streams.delete(name);
    if (stream !== undefined)
        region.part(LOGS).weights.delete(stream);
}
/**
 * Writes lines at virtual now, a millisecond apart; empty ones are dropped, as CloudWatch Logs takes none. The group and the stream are made where they are missing: the stage
 * does not ask for a log group first, as ECS does where `awslogs-create-group` is not set.
 */
function writeLogLines(region, group, stream, lines) {
    const now = region.timeline.now();
    const target = ensureLogStream(region, ensureLogGroup(region, group), stream);
    addLogEvents(region, target, lines.filter(line => line !== '').map((message, index) => ({ timestamp: Math.round(now) + index, message })));
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-logs.js

/** Writes lines as a container of a task does: into its awslogs stream `<prefix>/<container>/<task id>`; other drivers keep nothing here. */
function writeContainerLines(region, task, containerName, lines) {
    const container = task.taskDefinition.containers.find(each => each.name === containerName);
    const options = container?.logConfiguration?.options ?? {};
    const group = options['awslogs-group'];
    if (container?.logConfiguration?.logDriver !== 'awslogs' || group === undefined)
        return;
    const prefix = options['awslogs-stream-prefix'];
    const runtimeId = task.containers.find(each => each.name === containerName)?.runtimeId ?? task.id;
    const stream = prefix === undefined ? runtimeId : `${prefix}/${containerName}/${task.id}`;
    const home = region.cloud.region(options['awslogs-region'] ?? region.name);
    // Docker's awslogs driver sends no event for an empty line: CloudWatch Logs takes none.
    writeLogLines(home, group, stream, lines.filter(line => line !== ''));
}
/** What a container says when it starts well. */
function startLines(container) {
    const port = container.portMappings?.[0]?.containerPort;
    return [
        `starting ${container.name ?? 'container'} (pid 1)`,
        port === undefined ? 'ready' : `listening on 0.0.0.0:${port}`
    ];
}
/** The last words of a container that crashes at start: what it missed, and a stack trace. */
function crashLines(container) {
    const missing = container.secrets?.[0]?.name ?? 'DATABASE_URL';
    return [
        `starting ${container.name ?? 'container'} (pid 1)`,
        '/app/config.js:14',
        '    throw new Error(`${name} is not set`);',
        '    ^',
        `Error: ${missing} is not set`,
        '    at requireVariable (/app/config.js:14:11)',
        '    at loadConfig (/app/config.js:27:18)',
        '    at main (/app/server.js:8:18)',
        '    at Object.<anonymous> (/app/server.js:42:1)',
        'Node.js v24.4.1'
    ];
}
/** The last words of a container that needs more memory than it has. */
function outOfMemoryLines(container) {
    return [
        `starting ${container.name ?? 'container'} (pid 1)`,
        'loading the product index into memory',
        'heap used 61 MiB, 233 MiB, 489 MiB',
        'Killed'
    ];
}
/** What a container says whose health check fails. */
function unhealthyLines(container) {
    const port = container.portMappings?.[0]?.containerPort ?? 80;
    return [
        `starting ${container.name ?? 'container'} (pid 1)`,
        `listening on 0.0.0.0:${port}`,
        'GET /health 503 (ELB-HealthChecker/2.0) database: connection refused',
        'GET /health 503 (ELB-HealthChecker/2.0) database: connection refused'
    ];
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-containers.js





/**
 * A task whose containers really run, from PENDING on: what Docker tells becomes the task's status, as ECS's agent makes it. Its containers
 * live in real time, and the built-in AWS hears of them at the virtual time of that moment.
 */
function runContainers(request, task) {
    const { region } = request;
    const { timeline, cloud } = region;
    const definitions = task.taskDefinition.containers;
    const isEssential = (name) => definitions.find(each => each.name === name)?.essential !== false;
    const checked = definitions.filter(each => each.healthCheck !== undefined && each.essential !== false);
    let answers = false;
    const happened = (run) => {
        timeline.after(0, () => {
            if (task.lastStatus === 'STOPPED')
                return;
            run();
            task.version += 1;
            request.watcher?.changed(task);
        });
        timeline.advance();
    };
    const isUp = () => task.desiredStatus === 'RUNNING';
    const settleWhenWell = () => {
        if (!isUp() || task.inService || task.lastStatus !== 'RUNNING')
            return;
        if (task.targets.length > 0 && !answers)
            return;
        if (checked.some(each => containerOf(task, each.name ?? '')?.healthStatus !== 'HEALTHY'))
            return;
        const wait = task.targets.length + checked.length === 0 ? SETTLE_PLAIN : 0;
        timeline.after(wait, () => {
            if (!isUp() || task.inService)
                return;
            settle(task);
            task.version += 1;
            request.watcher?.healthy(task);
            request.watcher?.changed(task);
        });
    };
    const events = {
        pulled: () => happened(() => {
            if (!isUp())
                return;
            task.pullStoppedAt = timeline.now();
            for (const container of task.containers) {
                container.imageDigest = cloud.images.digest(region.name, container.image);
            }
            task.lastStatus = 'ACTIVATING';
        }),
        refused: (name, reason) => happened(() => {
            const container = containerOf(task, name);
            if (container !== undefined)
                container.reason = reason;
            if (isUp())
                endByItself(request, task, 'TaskFailedToStart', reason);
        }),
        started: (name, runtimeId) => happened(() => {
            const container = containerOf(task, name);
            if (container !== undefined) {
                container.lastStatus = 'RUNNING';
                container.runtimeId = runtimeId;
            }
            if (!isUp() || task.lastStatus !== 'ACTIVATING')
                return;
            if (task.containers.some(each => each.lastStatus === 'PENDING'))
                return;
            task.lastStatus = 'RUNNING';
            task.startedAt = timeline.now();
            settleWhenWell();
        }),
        logged: (name, lines) => happened(() => {
            writeContainerLines(region, task, name, lines);
        }),
        checked: (name, healthy) => happened(() => {
            const container = containerOf(task, name);
            if (container !== undefined)
                container.healthStatus = healthy ? 'HEALTHY' : 'UNHEALTHY';
            if (healthy)
                settleWhenWell();
            else if (isUp() && isEssential(name) && request.owner !== undefined)
                failHealthChecks(request, task, undefined);
        }),
        answered: failure => happened(() => {
            answers = failure === undefined;
            if (answers)
                settleWhenWell();
            else if (isUp())
                failHealthChecks(request, task, task.targets[0]?.targetGroup, failure);
        }),
        exited: (name, exitCode, reason) => happened(() => {
            const container = containerOf(task, name);
            if (container !== undefined) {
                container.lastStatus = 'STOPPED';
                container.exitCode = exitCode;
                container.reason = reason;
            }
            const none = task.containers.every(each => each.lastStatus !== 'RUNNING');
            const { afterContainers } = task;
            if (none && afterContainers !== undefined) {
                task.afterContainers = undefined;
                afterContainers();
            }
            else if (isUp() && isEssential(name)) {
                endByItself(request, task, 'EssentialContainerExited', 'Essential container in task exited');
            }
        })
    };
    task.pullStartedAt = timeline.now();
    task.live = cloud.containers?.launch({
        id: task.id,
        region: region.name,
        taskDefinition: task.taskDefinition.document,
        overrides: task.overrides.containerOverrides ?? [],
        endpoint: findEndpoint(request, task)
    }, events);
}
/** Where the load balancer of a service's task looks, and how. */
function findEndpoint({ group, cluster, region }, task) {
    const { targetGroup, container, port } = task.targets[0] ?? {};
    if (targetGroup === undefined || container === undefined || port === undefined)
        return undefined;
    const service = cluster.services.get(group.replace(/^service:/, ''));
    const grace = service?.kept['healthCheckGracePeriodSeconds'];
    return {
        container,
        port,
        check: targetCheckOf(region, targetGroup),
        graceSeconds: typeof grace === 'number' ? grace : 0
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/tasks.js








/** Starts a task in PROVISIONING; its way from there is on the timeline. */
function launchTask(request) {
    const { region, cluster, taskDefinition, launch } = request;
    const id = (0,server_protocol/* newHexId */.Vd)();
    const arn = region.arn('ecs', `task/${cluster.name}/${id}`);
    const provider = launch.capacityProviderStrategy?.[0]?.capacityProvider;
    const isFargate = (provider ?? launch.launchType ?? 'EC2').startsWith('FARGATE');
    const task = {
        id,
        arn,
        cluster,
        taskDefinition,
        group: request.group,
        startedBy: request.startedBy,
        owner: request.owner,
        launchType: isFargate ? 'FARGATE' : (launch.launchType ?? 'EC2'),
        capacityProvider: provider,
        platformVersion: isFargate ? resolvePlatformVersion(launch.platformVersion) : undefined,
        network: launch.networkConfiguration,
        targets: request.owner === undefined ? [] : targetsOf(launch.loadBalancers, request.usesAlternates),
        overrides: request.overrides,
        behaviour: request.plan.behaviour,
        containers: taskDefinition.containers.map(container => ({
            name: container.name ?? '',
            arn: region.arn('ecs', `container/${cluster.name}/${id}/${(0,server_protocol/* newUuid */.YG)()}`),
            image: container.image ?? '',
            imageDigest: undefined,
            runtimeId: undefined,
            lastStatus: 'PENDING',
            exitCode: undefined,
            reason: undefined,
            healthStatus: 'UNKNOWN'
        })),
        createdAt: region.timeline.now(),
        attachmentId: (0,server_protocol/* newUuid */.YG)(),
        address: `10.0.${1 + (Number.parseInt(id.slice(0, 2), 16) % 3)}.${1 + (Number.parseInt(id.slice(2, 4), 16) % 250)}`,
        enableExecuteCommand: request.enableExecuteCommand,
        tags: request.tags,
        lastStatus: 'PROVISIONING',
        desiredStatus: 'RUNNING',
        version: 1,
        inService: false,
        stop: stopOf(request),
        live: undefined,
        afterContainers: undefined,
        stopCode: undefined,
        stoppedReason: undefined,
        pullStartedAt: undefined,
        pullStoppedAt: undefined,
        startedAt: undefined,
        executionStoppedAt: undefined,
        stoppingAt: undefined,
        stoppedAt: undefined
    };
    cluster.tasks.set(id, task);
    start(request, task, isFargate);
    return task;
}
/** `LATEST` and nothing become the version that LATEST stands for. */
function resolvePlatformVersion(version) {
    return version === undefined || version === '' || version === 'LATEST' ? '1.4.0' : version;
}
/** One step of a task's way up; it is left out where the task has been stopped in between. */
function step(request, task, delay, act) {
    request.region.timeline.after(delay, () => {
        if (task.desiredStatus !== 'RUNNING')
            return;
        act();
        task.version += 1;
        request.watcher?.changed(task);
    });
}
function start(request, task, isFargate) {
    const { timeline } = request.region;
    if (task.behaviour === 'network-timeout') {
        step(request, task, NETWORK_TIMEOUT, () => endByItself(request, task, 'TaskFailedToStart', 'Timeout waiting for network interface provisioning to complete.'));
        return;
    }
    const toPending = isFargate ? PROVISIONING_FARGATE : PROVISIONING_OTHER;
    step(request, task, toPending, () => {
        task.lastStatus = 'PENDING';
        if (task.behaviour === 'hang')
            return;
        if (request.plan.live) {
            runContainers(request, task);
            return;
        }
        step(request, task, BEFORE_PULL, () => {
            task.pullStartedAt = timeline.now();
            step(request, task, PULL, () => finishPull(request, task));
        });
    });
}
function finishPull(request, task) {
    const { region, plan } = request;
    const culprit = containerOf(task, plan.culprit);
    if (task.behaviour === 'cannot-pull' && culprit !== undefined) {
        const registry = region.cloud.images.exists(region.name, culprit.image) === undefined ? 'pull' : 'pull image';
        const reason = `CannotPullContainerError: ${registry} manifest has been retried 1 time(s): ` +
            `failed to resolve ref ${culprit.image}: ${culprit.image}: not found`;
        culprit.reason = reason;
        endByItself(request, task, 'TaskFailedToStart', reason);
        return;
    }
    task.pullStoppedAt = region.timeline.now();
    for (const container of task.containers) {
        container.imageDigest = region.cloud.images.digest(region.name, container.image) ?? digestIn(container.image);
    }
    task.lastStatus = 'ACTIVATING';
    step(request, task, CONTAINER_START, () => run(request, task));
}
function run(request, task) {
    const { region, plan } = request;
    const { scenario } = plan;
    task.lastStatus = 'RUNNING';
    task.startedAt = region.timeline.now();
    for (const container of task.containers) {
        container.lastStatus = 'RUNNING';
        container.runtimeId = `${task.id}-${container.arn.slice(-10).replace(/\D/g, '0')}`;
        if (container.name !== plan.culprit)
            sayStart(region, task, container.name);
    }
    const definition = task.taskDefinition.containers.find(each => each.name === plan.culprit) ?? {};
    const say = (lines) => writeContainerLines(region, task, plan.culprit, scenario?.log ?? lines);
    const crashAfter = scenario?.afterSeconds === undefined ? CRASH_AFTER : scenario.afterSeconds * 1000;
    switch (task.behaviour) {
        case 'crash':
            step(request, task, crashAfter, () => {
                say(crashLines(definition));
                exit(request, task, scenario?.exitCode ?? 1, undefined);
            });
            return;
        case 'out-of-memory':
            step(request, task, crashAfter, () => {
                say(outOfMemoryLines(definition));
                exit(request, task, 137, 'OutOfMemoryError: Container killed due to memory usage');
            });
            return;
        case 'unhealthy':
            say(unhealthyLines(definition));
            step(request, task, UNHEALTHY_AFTER, () => {
                const culprit = containerOf(task, plan.culprit);
                const targetGroup = task.targets[0]?.targetGroup;
                if (culprit !== undefined && (targetGroup === undefined || hasHealthCheck(task)))
                    culprit.healthStatus = 'UNHEALTHY';
                failHealthChecks(request, task, targetGroup);
            });
            return;
        default:
            say(startLines(definition));
            settleInTime(request, task);
            if (request.owner === undefined || task.behaviour === 'exit-later') {
                const usual = task.behaviour === 'exit-later' ? EXIT_LATER : RUN_TASK;
                const ends = scenario?.afterSeconds === undefined ? usual : scenario.afterSeconds * 1000;
                step(request, task, ends, () => exit(request, task, scenario?.exitCode ?? 0, undefined));
            }
    }
}
function sayStart(region, task, name) {
    const definition = task.taskDefinition.containers.find(each => each.name === name);
    if (definition !== undefined)
        writeContainerLines(region, task, name, startLines(definition));
}
function settleInTime(request, task) {
    const { after, failsIn } = settlingOf(request, task);
    step(request, task, after, () => {
        if (failsIn !== undefined) {
            failHealthChecks(request, task, failsIn, 'Request timed out');
            return;
        }
        settle(task);
        request.watcher?.healthy(task);
    });
}
/** The container that matters has ended by itself, and the task with it. */
function exit(request, task, code, reason) {
    const culprit = containerOf(task, request.plan.culprit);
    if (culprit !== undefined) {
        culprit.exitCode = code;
        culprit.reason = reason;
    }
    endByItself(request, task, 'EssentialContainerExited', 'Essential container in task exited');
}
function digestIn(image) {
    return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/service-views.js








function time(milliseconds) {
    return milliseconds === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(milliseconds);
}
function isFargate(launch) {
    return (launch.capacityProviderStrategy?.[0]?.capacityProvider ?? launch.launchType ?? 'EC2').startsWith('FARGATE');
}
function renderLaunch(launch) {
    return {
        launchType: launch.capacityProviderStrategy === undefined ? (launch.launchType ?? 'EC2') : undefined,
        capacityProviderStrategy: launch.capacityProviderStrategy,
        platformVersion: isFargate(launch) ? resolvePlatformVersion(launch.platformVersion) : undefined,
        platformFamily: isFargate(launch) ? 'Linux' : undefined,
        networkConfiguration: launch.networkConfiguration
    };
}
/** A service shows the platform version that was asked for; what LATEST stood for shows in its deployments. */
function renderServiceLaunch(launch) {
    if (!isFargate(launch))
        return renderLaunch(launch);
    const asked = launch.platformVersion;
    return { ...renderLaunch(launch), platformVersion: asked === undefined || asked === '' ? 'LATEST' : asked };
}
/** What a load balancer brings: the role that registers the targets, by default the one that ECS makes itself, and no grace period. */
function renderBalanced({ launch, region, role }) {
    if ((launch.loadBalancers ?? []).length === 0)
        return {};
    const arn = (path) => `arn:${region.partition}:iam::${region.account}:role/${path}`;
    const own = 'aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
    return { roleArn: role?.startsWith('arn:') === true ? role : arn(role ?? own), healthCheckGracePeriodSeconds: 0 };
}
/** A deployment as `services[].deployments[]` shows it. */
function renderDeployment(service, deployment) {
    const counts = countTasks(service, deployment);
    return {
        id: deployment.id,
        status: deployment.status,
        taskDefinition: deployment.taskDefinition.arn,
        desiredCount: deployment.status === 'PRIMARY' ? service.desiredCount : deployment.wanted,
        pendingCount: counts.pending,
        runningCount: counts.running,
        failedTasks: deployment.failedTasks,
        createdAt: time(deployment.createdAt),
        updatedAt: time(deployment.updatedAt),
        ...renderLaunch(deployment.launch),
        rolloutState: deployment.rolloutState,
        rolloutStateReason: deployment.rolloutStateReason,
        ...(0,decode/* withoutMembers */.YG)(deployment.revision.settings, ...Object.keys(hiddenSettings))
    };
}
/** A task set as `services[].taskSets[]` and the task set operations show it. */
function renderTaskSet(service, taskSet) {
    const counts = countTasks(service, taskSet);
    return {
        id: taskSet.id,
        taskSetArn: taskSet.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster.arn,
        startedBy: taskSet.startedBy,
        externalId: taskSet.externalId,
        status: taskSet.status,
        taskDefinition: taskSet.taskDefinition.arn,
        computedDesiredCount: taskSet.wanted,
        pendingCount: counts.pending,
        runningCount: counts.running,
        createdAt: time(taskSet.createdAt),
        updatedAt: time(taskSet.updatedAt),
        ...renderLaunch(taskSet.launch),
        loadBalancers: taskSet.launch.loadBalancers ?? [],
        serviceRegistries: taskSet.launch.serviceRegistries ?? [],
        scale: { value: taskSet.scale, unit: 'PERCENT' },
        stabilityStatus: taskSet.stabilityStatus,
        stabilityStatusAt: time(taskSet.stabilityStatusAt),
        tags: taskSet.tags
    };
}
/** Whether ListServiceDeployments shows a service deployment yet. */
function isListed(service, record) {
    return record.createdAt + LIST_LAG <= service.region.timeline.now();
}
/** A service as DescribeServices shows it; shape `Service` of the service model. */
function renderService(service, withTags) {
    const owners = service.controller === 'ECS' ? service.deployments : service.taskSets;
    const counts = owners.map(each => countTasks(service, each));
    const listed = service.serviceDeployments.filter(each => isListed(service, each));
    const current = listed.find(each => !hasEnded(each)) ?? listed[0];
    return {
        serviceArn: service.arn,
        serviceName: service.name,
        clusterArn: service.cluster.arn,
        status: service.status,
        desiredCount: service.schedulingStrategy === 'DAEMON' ? desiredCountOf(service) : service.desiredCount,
        runningCount: counts.reduce((sum, each) => sum + each.running, 0),
        pendingCount: counts.reduce((sum, each) => sum + each.pending, 0),
        taskDefinition: service.taskDefinition?.arn,
        ...(service.controller === 'EXTERNAL' ? {} : renderServiceLaunch(service.launch)),
        loadBalancers: service.launch.loadBalancers ?? [],
        serviceRegistries: service.launch.serviceRegistries ?? [],
        deploymentConfiguration: service.deploymentConfiguration,
        deploymentController: { type: service.controller },
        ...(service.controller === 'ECS'
            ? {
                deployments: service.deployments.map(each => renderDeployment(service, each)),
                currentServiceDeployment: current?.arn,
                currentServiceRevisions: service.deployments.map(each => renderCurrentRevision(service, each))
            }
            : { deployments: [], taskSets: service.taskSets.map(each => renderTaskSet(service, each)) }),
        events: service.events.map(event => ({ ...event, createdAt: time(event.createdAt) })),
        createdAt: time(service.createdAt),
        createdBy: service.createdBy,
        schedulingStrategy: service.schedulingStrategy,
        placementConstraints: [],
        placementStrategy: [],
        enableECSManagedTags: false,
        propagateTags: 'NONE',
        enableExecuteCommand: false,
        availabilityZoneRebalancing: 'DISABLED',
        ...renderBalanced(service),
        ...service.kept,
        tags: withTags ? service.tags : undefined
    };
}
function renderCurrentRevision(service, deployment) {
    const counts = countTasks(service, deployment);
    return {
        arn: deployment.revision.arn,
        requestedTaskCount: deployment === primaryOf(service) ? service.desiredCount : deployment.wanted,
        runningTaskCount: counts.running,
        pendingTaskCount: counts.pending
    };
}
/** One line of ListServiceDeployments; shape `ServiceDeploymentBrief`. */
function renderServiceDeploymentBrief(service, record) {
    return {
        serviceDeploymentArn: record.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster.arn,
        createdAt: time(record.createdAt),
        startedAt: time(record.startedAt),
        finishedAt: time(record.finishedAt),
        targetServiceRevisionArn: record.target?.revision.arn,
        status: record.status,
        statusReason: record.statusReason
    };
}
/** A service deployment in full; shape `ServiceDeployment`. */
function renderServiceDeployment(service, record) {
    const { alarms } = record.configuration;
    const untriggered = hasEnded(record) ? 'MONITORING_COMPLETE' : 'MONITORING';
    const alarmStatus = record.triggeredAlarms.length > 0 ? 'TRIGGERED' : untriggered;
    return {
        ...(0,decode/* withoutMembers */.YG)(renderServiceDeploymentBrief(service, record), 'targetServiceRevisionArn'),
        stoppedAt: time(record.stoppedAt),
        updatedAt: time(record.updatedAt),
        sourceServiceRevisions: record.sources.map(each => renderShare(service, each)),
        targetServiceRevision: record.target === undefined ? undefined : renderShare(service, record.target),
        lifecycleStage: reportStage(record.lifecycleStage),
        lifecycleHookDetails: record.hooks.length === 0
            ? undefined
            : record.hooks.map(hook => ({
                hookId: hook.hookId,
                targetType: hook.targetType,
                targetArn: hook.targetArn,
                status: hook.status,
                expiresAt: time(hook.expiresAt),
                timeoutAction: hook.timeoutAction
            })),
        deploymentConfiguration: record.configuration,
        rollback: record.rollback === undefined
            ? undefined
            : {
                reason: record.rollback.reason,
                startedAt: time(record.rollback.startedAt),
                serviceRevisionArn: record.rollback.revisionArn
            },
        deploymentCircuitBreaker: record.circuitBreaker,
        alarms: alarms?.enable === true
            ? { status: alarmStatus, alarmNames: alarms.alarmNames ?? [], triggeredAlarmNames: record.triggeredAlarms }
            : { status: 'DISABLED', alarmNames: [] }
    };
}
/** A stage at which hooks may wait, and that a service deployment does not report (ServiceDeploymentLifecycleStage has it not). */
function reportStage(stage) {
    return stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage;
}
function renderShare(service, share) {
    const owner = service.deployments.find(each => each.id === share.owner);
    const counts = owner === undefined ? { running: 0, pending: 0 } : countTasks(service, owner);
    return {
        arn: share.revision.arn,
        requestedTaskCount: owner?.wanted ?? 0,
        runningTaskCount: counts.running,
        pendingTaskCount: counts.pending,
        requestedTestTrafficWeight: share.testWeight,
        requestedProductionTrafficWeight: share.productionWeight
    };
}
/** Which target groups a revision's tasks are in, and the rules that lead there; shape `ResolvedConfiguration`. */
function renderResolved({ launch, usesAlternates }) {
    const { loadBalancers = [] } = launch;
    if (loadBalancers.length === 0)
        return undefined;
    return {
        loadBalancers: loadBalancers.map(each => ({
            targetGroupArn: target_groups_targetGroupOf(each, usesAlternates),
            productionListenerRule: each.advancedConfiguration?.productionListenerRule
        }))
    };
}
/** A service revision; shape `ServiceRevision`. */
function renderRevision(service, revision) {
    const { region } = service;
    return {
        serviceRevisionArn: revision.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster.arn,
        taskDefinition: revision.taskDefinition.arn,
        ...renderLaunch(revision.launch),
        loadBalancers: revision.launch.loadBalancers ?? [],
        serviceRegistries: revision.launch.serviceRegistries ?? [],
        containerImages: revision.taskDefinition.containers.map(each => ({
            containerName: each.name,
            image: each.image,
            imageDigest: region.cloud.images.digest(region.name, each.image ?? '') ??
                /@(sha256:[0-9a-f]{64})$/.exec(each.image ?? '')?.[1]
        })),
        guardDutyEnabled: false,
        resolvedConfiguration: renderResolved(revision),
        ...revision.settings,
        createdAt: time(revision.createdAt)
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/service-deployments.js









const STOP_WORDS = {
    event: 'stopped by user.',
    judge: 'ECS deployment',
    status: 'Service deployment rolled back because a user requested it.'
};
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServiceDeployments.html; newest first. */
const service_deployments_listDeployments = operation((0,decode/* structure */.QK)({
    service: decode/* string */.Yj,
    cluster: decode/* string */.Yj,
    status: (0,decode/* list */.p_)(decode/* string */.Yj),
    createdAt: (0,decode/* structure */.QK)({ before: decode/* timestamp */.vE, after: decode/* timestamp */.vE }),
    nextToken: decode/* string */.Yj,
    maxResults: decode/* integer */.nd
}), (input, { region }) => {
    const service = lookUpService(findCluster(region, input.cluster), input.service ?? '');
    if (service === undefined)
        throw new server_protocol/* AwsFault */.kU('ServiceNotFoundException', 'Service not found.');
    if (service.controller !== 'ECS') {
        throw new server_protocol/* AwsFault */.kU('UnsupportedFeatureException', 'Service deployments are only supported for services with the ECS deployment controller.');
    }
    const { before = Number.POSITIVE_INFINITY, after = Number.NEGATIVE_INFINITY } = input.createdAt ?? {};
    const found = service.serviceDeployments
        .filter(each => isListed(service, each))
        .filter(each => input.status === undefined || input.status.length === 0 || input.status.includes(each.status))
        .filter(each => each.createdAt > after && each.createdAt < before);
    const page = cutPage(found, input.maxResults, input.nextToken);
    return {
        serviceDeployments: page.items.map(each => renderServiceDeploymentBrief(service, each)),
        nextToken: page.nextToken
    };
});
/** `arn:…:service-deployment/<cluster>/<service>/<id>` and `…:service-revision/…` name cluster and service. */
function findIn(region, arn, recordsOf) {
    const [, cluster = '', name = ''] = arn.split('/');
    const service = region.part(ECS).clusters.get(cluster)?.services.get(name);
    const record = service === undefined ? undefined : recordsOf(service).find(each => each.arn === arn);
    return service === undefined || record === undefined ? undefined : { service, record };
}
function describeAll(region, arns, recordsOf, render) {
    if (arns.length === 0)
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'At least one ARN must be given.');
    const found = [];
    const failures = [];
    for (const arn of arns) {
        const hit = findIn(region, arn, recordsOf);
        if (hit === undefined)
            failures.push({ arn, reason: 'MISSING' });
        else
            found.push(render(hit.service, hit.record));
    }
    return { found, failures };
}
const service_deployments_describe = operation((0,decode/* structure */.QK)({ serviceDeploymentArns: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const arns = input.serviceDeploymentArns ?? [];
    const { found, failures } = describeAll(region, arns, each => each.serviceDeployments, renderServiceDeployment);
    return { serviceDeployments: found, failures };
});
const describeRevisions = operation((0,decode/* structure */.QK)({ serviceRevisionArns: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const arns = input.serviceRevisionArns ?? [];
    const { found, failures } = describeAll(region, arns, each => each.revisions, renderRevision);
    return { serviceRevisions: found, failures };
});
function findDeployment(region, arn) {
    const hit = findIn(region, arn ?? '', each => each.serviceDeployments);
    if (hit === undefined)
        throw new server_protocol/* AwsFault */.kU('ServiceDeploymentNotFoundException', 'The service deployment was not found.');
    return hit;
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html; ROLLBACK where the type is not given. */
const stop = operation((0,decode/* structure */.QK)({ serviceDeploymentArn: decode/* string */.Yj, stopType: decode/* string */.Yj }), (input, { region }) => {
    const { service, record } = findDeployment(region, input.serviceDeploymentArn);
    if (hasEnded(record) || ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(record.status)) {
        throw new server_protocol/* AwsFault */.kU('ConflictException', `The service deployment cannot be stopped because its status is ${record.status}.`);
    }
    const isAbort = input.stopType === 'ABORT';
    setStatus(service, record, isAbort ? 'STOP_REQUESTED' : 'ROLLBACK_REQUESTED', undefined);
    region.timeline.after(SCHEDULING, () => {
        const deployment = service.deployments.find(each => each.serviceDeployment === record);
        if (deployment === undefined || hasEnded(record))
            return;
        const words = isAbort
            ? { ...STOP_WORDS, status: 'Service deployment stopped because a user requested it.' }
            : STOP_WORDS;
        failDeployment(service, deployment, words, !isAbort);
        service.wake(0);
    });
    return { serviceDeploymentArn: record.arn };
});
const goOn = operation((0,decode/* structure */.QK)({ serviceDeploymentArn: decode/* string */.Yj, hookId: decode/* string */.Yj, action: decode/* string */.Yj }), (input, { region }) => {
    const { service, record } = findDeployment(region, input.serviceDeploymentArn);
    const action = input.action === 'ROLLBACK' ? 'ROLLBACK' : 'CONTINUE';
    const hook = record.hooks.find(each => each.hookId === input.hookId);
    if (hook === undefined || !answerHook(service, hook, action)) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'The lifecycle hook is not awaiting an action.');
    }
    return { serviceDeploymentArn: record.arn };
});
const serviceDeploymentOperations = {
    ListServiceDeployments: service_deployments_listDeployments,
    DescribeServiceDeployments: service_deployments_describe,
    DescribeServiceRevisions: describeRevisions,
    StopServiceDeployment: stop,
    ContinueServiceDeployment: goOn
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/launch-rules.js


const MOST_SUBNETS = 16;
const MOST_SECURITY_GROUPS = 5;
/** Of Fargate; Linux and Windows have numbers of their own. */
const PLATFORM_VERSION = /^(LATEST|1\.[0-4]\.0)?$/;
function launch_rules_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
/**
 * Where and how tasks are started, held to their task definition: what CreateService, UpdateService and RunTask refuse alike. Throws
 * InvalidParameterException or PlatformUnknownException.
 */
function checkLaunch(cluster, { document }, launch) {
    const { launchType, capacityProviderStrategy, platformVersion = '' } = launch;
    const network = launch.networkConfiguration?.awsvpcConfiguration;
    if (capacityProviderStrategy !== undefined && launchType !== undefined) {
        launch_rules_refuse('Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.');
    }
    for (const { capacityProvider = '' } of capacityProviderStrategy ?? [])
        checkProvider(cluster, capacityProvider);
    if (document['networkMode'] === 'awsvpc' && network === undefined) {
        launch_rules_refuse("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    }
    if (document['networkMode'] !== 'awsvpc' && network !== undefined) {
        launch_rules_refuse('Network Configuration is not valid for the given networkMode of this task definition.');
    }
    if (network !== undefined) {
        const { subnets = [], securityGroups = [] } = network;
        if (subnets.length === 0)
            launch_rules_refuse('subnets can not be empty.');
        if (subnets.length > MOST_SUBNETS)
            launch_rules_refuse(`subnets can have at most ${MOST_SUBNETS} items.`);
        if (securityGroups.length > MOST_SECURITY_GROUPS) {
            launch_rules_refuse(`securityGroups can have at most ${MOST_SECURITY_GROUPS} items.`);
        }
    }
    const required = document['requiresCompatibilities'];
    if (launchType === 'FARGATE' && !(Array.isArray(required) && required.includes('FARGATE'))) {
        launch_rules_refuse('Task definition does not support launch_type FARGATE.');
    }
    if (!PLATFORM_VERSION.test(platformVersion)) {
        throw new server_protocol/* AwsFault */.kU('PlatformUnknownException', 'The specified platform does not exist.');
    }
}
/** Every account has Fargate's two; others are known by the clusters that they were given to. */
function checkProvider(cluster, reference) {
    const name = shortName(reference);
    if (name === 'FARGATE' || name === 'FARGATE_SPOT' || cluster.capacityProviders.map(shortName).includes(name))
        return;
    launch_rules_refuse(`The specified capacity provider '${reference}' was not found. Specify a valid name or ARN and try again.`);
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/behaviour.js

/** The container environment variable that makes a task misbehave. */
const BEHAVIOUR_VARIABLE = 'SLIPWAY_REHEARSAL';
/** How many tasks a scenario has already taken; forgotten together with the scenario. */
const taken = new WeakMap();
/** Decides how the next task of a task definition behaves. Every call counts for the scenarios' `times`. */
function planTask(region, definition, overrides) {
    const essential = definition.containers.find(each => each.essential !== false);
    const culprit = essential?.name ?? '';
    const scenario = region.cloud.scenarios.tasks.find(each => matches(each, definition));
    if (scenario !== undefined) {
        taken.set(scenario, (taken.get(scenario) ?? 0) + 1);
        return { behaviour: scenario.behaviour, scenario, culprit, live: false };
    }
    for (const container of definition.containers) {
        const override = (overrides.containerOverrides ?? []).find(each => each.name === container.name);
        const variables = [...(container.environment ?? []), ...(override?.environment ?? [])];
        const word = variables.findLast(each => each.name === BEHAVIOUR_VARIABLE)?.value;
        if (word !== undefined && word !== '' && word !== 'good') {
            return { behaviour: readBehaviour(word), scenario: undefined, culprit: container.name ?? culprit, live: false };
        }
    }
    const missing = definition.containers.find(each => region.cloud.images.exists(region.name, each.image ?? '') === false);
    if (missing !== undefined) {
        return { behaviour: 'cannot-pull', scenario: undefined, culprit: missing.name ?? culprit, live: false };
    }
    const live = region.cloud.containers !== undefined &&
        definition.containers.some(each => region.cloud.images.exists(region.name, each.image ?? '') === true);
    return { behaviour: 'good', scenario: undefined, culprit, live };
}
function matches(scenario, definition) {
    return (covers(scenario.family, definition.family) &&
        (scenario.image === undefined || definition.containers.some(each => covers(scenario.image, each.image ?? ''))) &&
        (scenario.times === undefined || (taken.get(scenario) ?? 0) < scenario.times));
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/scheduler.js










/** From so many failures in a row on, the scheduler waits before it tries again. */
const FAILURES_BEFORE_THROTTLE = 3;
/** All that has tasks in a service: deployments or task sets. */
function ownersOf(service) {
    return service.controller === 'ECS' ? service.deployments : service.taskSets;
}
/** Has `reconcile` run after a delay; several wishes for the same moment are one. */
function scheduleReconcile(service, delay) {
    const { timeline } = service.region;
    const time = timeline.now() + delay;
    const times = scheduler_planned.get(service) ?? new Set();
    scheduler_planned.set(service, times);
    if (times.has(time))
        return;
    times.add(time);
    timeline.at(time, () => {
        times.delete(time);
        reconcile(service);
    });
}
const scheduler_planned = new WeakMap();
/** Brings a service one step nearer to what is wanted of it: decides who shall have how many tasks, starts and stops them, and sees whether all is done. */
function reconcile(service) {
    if (service.status === 'INACTIVE')
        return;
    if (service.controller === 'ECS') {
        if (isInStages(service))
            planStages(service);
        // A failed deployment may have been rolled back in the line before.
        if (!isInStages(service))
            planRolling(service);
    }
    else
        planTaskSets(service);
    for (const owner of ownersOf(service))
        settleOwner(service, owner);
    if (service.controller === 'ECS') {
        advanceStages(service);
        seeWhetherEarly(service);
        dropEmptyDeployments(service);
    }
    else
        noteStability(service);
    seeWhetherSteady(service);
}
function planTaskSets(service) {
    const desired = desiredCountOf(service);
    for (const taskSet of service.taskSets) {
        taskSet.wanted = taskSet.status === 'DRAINING' ? 0 : Math.ceil((desired * taskSet.scale) / 100);
    }
}
function noteStability(service) {
    service.taskSets = service.taskSets.filter(each => each.status !== 'DRAINING' || livingTasks(service, each).length > 0);
    for (const taskSet of service.taskSets) {
        const { inService } = countTasks(service, taskSet);
        const status = inService === taskSet.wanted && livingTasks(service, taskSet).length === taskSet.wanted
            ? 'STEADY_STATE'
            : 'STABILIZING';
        if (status === taskSet.stabilityStatus)
            continue;
        taskSet.stabilityStatus = status;
        taskSet.stabilityStatusAt = service.region.timeline.now();
        taskSet.updatedAt = taskSet.stabilityStatusAt;
    }
}
function settleOwner(service, owner) {
    const active = activeTasks(service, owner);
    if (active.length > owner.wanted)
        stopSurplus(service, owner, active);
    else if (active.length < owner.wanted)
        launchMissing(service, owner, owner.wanted - active.length);
}
function stopSurplus(service, owner, active) {
    const surplus = active
        .toSorted((a, b) => Number(a.inService) - Number(b.inService) || a.createdAt - b.createdAt)
        .slice(0, active.length - owner.wanted);
    const request = { region: service.region, watcher: watcherOf(service, owner) };
    addStoppedEvents(service, surplus);
    for (const task of surplus) {
        stopTask(request, task, 'ServiceSchedulerInitiated', `Scaling activity initiated by (deployment ${owner.id})`, false);
    }
    owner.updatedAt = service.region.timeline.now();
    service.steady = false;
    // What stops leaves room at once: maximumPercent counts tasks that are RUNNING or PENDING.
    service.wake(SCHEDULING);
}
function launchMissing(service, owner, count) {
    const { region } = service;
    const now = region.timeline.now();
    if (now < owner.launchAfter) {
        service.wake(owner.launchAfter - now);
        return;
    }
    service.steady = false;
    const started = [];
    for (let index = 0; index < count; index++) {
        const plan = planTask(region, owner.taskDefinition, {});
        if (plan.behaviour === 'no-capacity') {
            addNoCapacityEvent(service, (owner.launch.launchType ?? 'FARGATE') === 'FARGATE');
            noteFailure(service, owner);
            owner.launchAfter = now + RETRY;
            break;
        }
        started.push(launchTask({
            region,
            cluster: service.cluster,
            taskDefinition: owner.taskDefinition,
            plan,
            group: `service:${service.name}`,
            startedBy: owner.id,
            owner: owner.id,
            launch: owner.launch,
            usesAlternates: owner.usesAlternates,
            overrides: {},
            tags: tagsOfTasks(service, owner),
            enableExecuteCommand: service.kept['enableExecuteCommand'] === true,
            watcher: watcherOf(service, owner)
        }));
    }
    owner.updatedAt = now;
    addStartedEvent(service, started);
    if (now < owner.launchAfter)
        service.wake(owner.launchAfter - now);
}
function tagsOfTasks(service, owner) {
    const managed = service.kept['enableECSManagedTags'] === true
        ? [
            { key: 'aws:ecs:clusterName', value: service.cluster.name },
            { key: 'aws:ecs:serviceName', value: service.name }
        ]
        : [];
    if (service.kept['propagateTags'] === 'SERVICE')
        return [...managed, ...service.tags];
    if (service.kept['propagateTags'] === 'TASK_DEFINITION')
        return [...managed, ...owner.taskDefinition.tags];
    return managed;
}
function watcherOf(service, owner) {
    return {
        changed: task => {
            // RUNNING is the moment at which a task is registered with its target groups.
            if (task.startedAt === service.region.timeline.now() && task.lastStatus === 'RUNNING')
                addRegisteredEvent(service, task);
            service.wake(0);
        },
        stopped: (_task, failed) => {
            if (failed)
                noteFailure(service, owner);
        },
        healthy: () => {
            if (service.deploymentConfiguration.deploymentCircuitBreaker?.resetOnHealthyTask !== false)
                owner.failedTasks = 0;
        },
        unhealthy: (task, why) => addUnhealthyEvent(service, task, why)
    };
}
function noteFailure(service, owner) {
    owner.failedTasks += 1;
    owner.updatedAt = service.region.timeline.now();
    service.steady = false;
    service.wake(0);
    if (owner.failedTasks < FAILURES_BEFORE_THROTTLE)
        return;
    owner.launchAfter = service.region.timeline.now() + RETRY;
    if (owner.failedTasks % FAILURES_BEFORE_THROTTLE === 0)
        addUnableToStartEvent(service);
}
/** Whether every task that is wanted is in service and no other lives. */
function isAtRest(service) {
    const desired = desiredCountOf(service);
    const owners = ownersOf(service);
    const inService = owners.reduce((sum, each) => sum + countTasks(service, each).inService, 0);
    if (service.controller !== 'ECS') {
        return service.taskSets.every(each => each.stabilityStatus === 'STEADY_STATE') && service.taskSets.length > 0;
    }
    const primary = primaryOf(service);
    return (primary !== undefined &&
        primary.rolloutState !== 'FAILED' &&
        !isInStages(service) &&
        // What somebody has asked to stop does not complete before it is stopped.
        !['PENDING', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED'].includes(primary.serviceDeployment.status) &&
        inService === desired &&
        owners.every(each => livingTasks(service, each).length === (each === primary ? desired : 0)));
}
function seeWhetherSteady(service) {
    if (service.status === 'DRAINING') {
        if (ownersOf(service).every(each => livingTasks(service, each).length === 0))
            becomeInactive(service);
        return;
    }
    if (service.steady || settling.has(service) || !isAtRest(service))
        return;
    settling.add(service);
    const primary = primaryOf(service);
    service.region.timeline.after(STEADY, () => {
        settling.delete(service);
        if (service.status !== 'ACTIVE' || !isAtRest(service) || primaryOf(service) !== primary) {
            service.wake(0);
            return;
        }
        if (primary?.rolloutState === 'IN_PROGRESS')
            completeDeployment(service, primary);
        service.steady = true;
        addEvent(service, 'has reached a steady state.');
    });
}
const settling = new WeakSet();
function becomeInactive(service) {
    service.status = 'INACTIVE';
    service.deployments = [];
    service.taskSets = [];
    const { services } = service.cluster;
    service.region.timeline.after(STOPPED_TASK_LIFE, () => {
        if (services.get(service.name) === service)
            services.delete(service.name);
    });
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/service-rules.js

/** Stages that a PAUSE hook cannot hold up: the traffic moves there. */
const NO_PAUSE = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];
/** The members of UpdateService that a service with controller CODE_DEPLOY takes, by the API reference. */
const CODE_DEPLOY_MEMBERS = new Set([
    'cluster',
    'service',
    'desiredCount',
    'deploymentConfiguration',
    'healthCheckGracePeriodSeconds',
    'placementConstraints',
    'placementStrategy',
    'enableECSManagedTags',
    'propagateTags',
    'enableExecuteCommand',
    'deploymentController'
]);
function service_rules_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
/** What a service with the scheduling strategy DAEMON does not take, in ECS's words. Throws InvalidParameterException. */
function checkDaemon(scheduling, input, launch, placementStrategy) {
    if (scheduling !== 'DAEMON')
        return;
    const unsupported = 'The daemon scheduling strategy does not support';
    if (input.desiredCount !== undefined)
        service_rules_refuse(`${unsupported} a desired count for services. Remove the desired count value and try again`);
    if (launch.launchType === 'FARGATE')
        service_rules_refuse(`${unsupported} the FARGATE launch type. Change the launch type and try again`);
    if ((input.deploymentConfiguration?.maximumPercent ?? 100) > 100)
        service_rules_refuse(`${unsupported} values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again`);
    if (Array.isArray(placementStrategy) && placementStrategy.length > 0)
        service_rules_refuse(`${unsupported} placement strategies. Remove the placement strategy and try again`);
}
/** The container and port of every load balancer must be in the task definition; throws InvalidParameterException. */
function checkLoadBalancers(definition, loadBalancers) {
    for (const { containerName = '', containerPort } of loadBalancers ?? []) {
        const container = definition.containers.find(each => each.name === containerName);
        if (container === undefined)
            service_rules_refuse(`The container ${containerName} does not exist in the task definition.`);
        const ports = (container.portMappings ?? []).map(each => each.containerPort);
        if (!ports.includes(containerPort)) {
            service_rules_refuse(`The container ${containerName} did not have a container port ${containerPort ?? ''} defined.`);
        }
    }
}
/** Throws InvalidParameterException for a deployment configuration that ECS refuses. */
function checkDeploymentConfiguration(configuration, controller, loadBalancers) {
    const { strategy = 'ROLLING', maximumPercent = 200, minimumHealthyPercent = 100 } = configuration;
    if (maximumPercent <= minimumHealthyPercent && maximumPercent <= 100 && minimumHealthyPercent >= 100) {
        service_rules_refuse('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.');
    }
    checkThreshold(configuration);
    checkEarlySuccess(configuration);
    if (controller !== 'ECS') {
        if (strategy !== 'ROLLING')
            service_rules_refuse(`The deployment strategy ${strategy} needs the ECS deployment controller.`);
        if (configuration.deploymentCircuitBreaker?.enable === true) {
            service_rules_refuse('Deployment circuit breaker feature can only be enabled with the ECS deployment controller.');
        }
        return;
    }
    for (const hook of configuration.lifecycleHooks ?? []) {
        const stage = hook.targetType === 'PAUSE' ? hook.lifecycleStages?.find(each => NO_PAUSE.includes(each)) : undefined;
        if (stage !== undefined)
            service_rules_refuse(`A PAUSE lifecycle hook is not supported at lifecycle stage ${stage}.`);
    }
    if (strategy === 'ROLLING')
        return;
    for (const balancer of loadBalancers ?? []) {
        const more = balancer.advancedConfiguration;
        if (more?.alternateTargetGroupArn === undefined || more.productionListenerRule === undefined) {
            service_rules_refuse('Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.');
        }
    }
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html */
function checkThreshold({ deploymentCircuitBreaker }) {
    const { value = 1 } = deploymentCircuitBreaker?.thresholdConfiguration ?? {};
    if (value < 1)
        service_rules_refuse(`The threshold value ${value} is not a positive number.`);
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function checkEarlySuccess(configuration) {
    const { strategy = 'ROLLING', minimumHealthyPercent = 100, earlySuccessCriteria: criteria } = configuration;
    if (criteria === undefined)
        return;
    const { enable, healthyPercent, sourceServiceRevisionCleanup: cleanup } = criteria;
    if (enable !== true)
        return;
    if (strategy !== 'ROLLING')
        service_rules_refuse('Early success criteria are only supported with the ROLLING deployment strategy.');
    if (healthyPercent === undefined || cleanup === undefined)
        service_rules_refuse('Early success criteria that are enabled need healthyPercent and sourceServiceRevisionCleanup.');
    if (healthyPercent < minimumHealthyPercent)
        service_rules_refuse(`The healthyPercent ${healthyPercent} is below the minimumHealthyPercent ${minimumHealthyPercent}.`);
}
/** Throws where a service with another controller than ECS does not take what UpdateService was given. */
function checkUpdateOfController(service, input) {
    if (service.controller === 'ECS' || isMigration(input))
        return;
    const given = Object.keys(input).filter(name => input[name] !== undefined);
    const surplus = given.find(name => !CODE_DEPLOY_MEMBERS.has(name));
    if (surplus === undefined)
        return;
    if (service.controller === 'EXTERNAL') {
        service_rules_refuse(`Cannot update ${surplus} on services with an EXTERNAL deployment controller. Use task sets instead.`);
    }
    const what = {
        taskDefinition: 'task definition',
        networkConfiguration: 'network configuration',
        platformVersion: 'platform version',
        loadBalancers: 'load balancers'
    };
    service_rules_refuse(surplus === 'forceNewDeployment'
        ? 'Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
        : `Unable to update ${what[surplus] ?? surplus} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`);
}
function isMigration(input) {
    const controller = input['deploymentController'];
    return controller?.type === 'ECS';
}
/** Whether an update changes something that only new tasks can show: then ECS starts a new deployment. */
function needsNewDeployment(service, input, taskDefinition, launch) {
    if (input['forceNewDeployment'] === true || taskDefinition !== service.taskDefinition)
        return true;
    const before = {
        ...service.launch,
        ...service.settings,
        ...service.kept
    };
    const after = {
        ...launch,
        ...Object.fromEntries([
            'serviceConnectConfiguration',
            'volumeConfigurations',
            'vpcLatticeConfigurations',
            'enableExecuteCommand',
            'enableECSManagedTags',
            'propagateTags'
        ].map(name => [name, input[name]]))
    };
    return Object.entries(after).some(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name]));
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/services.js















const SERVICE_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NO_ROLE = 'You cannot specify an IAM role for services that require a service linked role.';
const CONTROLLERS = ['ECS', 'CODE_DEPLOY', 'EXTERNAL'];
const readController = (0,decode/* structure */.QK)({ type: decode/* string */.Yj });
const settings = {
    cluster: decode/* string */.Yj,
    taskDefinition: decode/* string */.Yj,
    desiredCount: decode/* integer */.nd,
    deploymentConfiguration: readDeploymentConfiguration,
    deploymentController: readController,
    ...launchSettings,
    ...keptServiceSettings,
    ...revisionSettings
};
const services_readCreate = (0,decode/* structure */.QK)({
    ...settings,
    serviceName: decode/* string */.Yj,
    schedulingStrategy: decode/* string */.Yj,
    clientToken: decode/* string */.Yj,
    role: decode/* string */.Yj,
    tags: shapes_readTags
});
const readUpdate = (0,decode/* structure */.QK)({ ...settings, service: decode/* string */.Yj, forceNewDeployment: decode/* boolean */.zM });
function services_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
function launchOf(input) {
    return (0,decode/* pickMembers */.tD)(input, launchSettings);
}
function revisionSettingsOf(input) {
    return (0,decode/* pickMembers */.tD)(input, revisionSettings);
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
const services_create = operation(services_readCreate, (input, { region, now, principal }) => {
    const cluster = findCluster(region, input.cluster);
    const name = input.serviceName ?? '';
    if (!SERVICE_NAME.test(name))
        services_refuse('Service name is not valid: it takes up to 255 letters, digits, hyphens and underscores.');
    const known = cluster.services.get(name);
    if (known?.status === 'ACTIVE' && input.clientToken !== undefined && input.clientToken === known.clientToken) {
        return { service: renderService(known, true) };
    }
    if (known !== undefined && known.status !== 'INACTIVE') {
        services_refuse(known.status === 'ACTIVE'
            ? 'Creation of service was not idempotent.'
            : 'Unable to Start a service that is still Draining.');
    }
    const controller = CONTROLLERS.find(each => each === input.deploymentController?.type) ?? 'ECS';
    if (controller === 'EXTERNAL' && input.taskDefinition !== undefined) {
        services_refuse('TaskDefinition must be blank.');
    }
    if (controller !== 'EXTERNAL' && input.taskDefinition === undefined)
        services_refuse('TaskDefinition cannot be empty.');
    const scheduling = input.schedulingStrategy ?? 'REPLICA';
    if (scheduling === 'DAEMON' && controller === 'CODE_DEPLOY') {
        services_refuse('The DAEMON scheduling strategy is not supported with the CODE_DEPLOY deployment controller.');
    }
    if (scheduling === 'REPLICA' && input.desiredCount === undefined)
        services_refuse('desiredCount cannot be null');
    const taskDefinition = input.taskDefinition === undefined ? undefined : findActiveDefinition(region, input.taskDefinition);
    const launch = launchInCluster(cluster, launchOf(input));
    if (taskDefinition !== undefined) {
        checkLaunch(cluster, taskDefinition, launch);
        checkLoadBalancers(taskDefinition, launch.loadBalancers);
    }
    refuseReservedTags(input.tags);
    const kept = (0,decode/* pickMembers */.tD)(input, keptServiceSettings);
    services_checkService(input, kept, launch);
    checkDaemon(scheduling, input, launch, kept['placementStrategy']);
    if (input.role !== undefined) {
        if (launch.networkConfiguration !== undefined)
            services_refuse(NO_ROLE);
        if ((launch.loadBalancers ?? []).length === 0) {
            services_refuse('A role is only valid for services configured to use load balancers.');
        }
    }
    const service = {
        name,
        arn: region.arn('ecs', `service/${cluster.name}/${name}`),
        region,
        cluster,
        createdAt: now,
        createdBy: principal,
        clientToken: input.clientToken,
        role: input.role,
        schedulingStrategy: scheduling,
        status: 'ACTIVE',
        controller,
        desiredCount: input.desiredCount ?? 0,
        taskDefinition,
        launch,
        settings: revisionSettingsOf(input),
        deploymentConfiguration: fillConfiguration(scheduling === 'DAEMON' ? DAEMON_CONFIGURATION : {}, input.deploymentConfiguration ?? {}),
        kept,
        tags: input.tags ?? [],
        events: [],
        deployments: [],
        lastCompleted: undefined,
        serviceDeployments: [],
        revisions: [],
        taskSets: [],
        steady: false,
        wake: delay => scheduleReconcile(service, delay)
    };
    checkDeploymentConfiguration(service.deploymentConfiguration, controller, launch.loadBalancers);
    cluster.services.set(name, service);
    if (controller === 'ECS')
        deployments_startDeployment(service);
    else if (controller === 'CODE_DEPLOY' && taskDefinition !== undefined) {
        createTaskSet(service, { taskDefinition, status: 'PRIMARY' });
    }
    service.wake(SCHEDULING);
    return { service: renderService(service, true) };
});
/** Without a launch type and a strategy, the cluster's own strategy holds. */
function launchInCluster(cluster, launch) {
    const strategy = cluster.defaultCapacityProviderStrategy ?? [];
    const isOpen = launch.launchType === undefined && launch.capacityProviderStrategy === undefined;
    return isOpen && strategy.length > 0 ? { ...launch, capacityProviderStrategy: strategy } : launch;
}
function findActiveDefinition(region, reference) {
    const found = findTaskDefinition(region, reference);
    if (found.status !== 'ACTIVE')
        throw new server_protocol/* AwsFault */.kU('ClientException', 'TaskDefinition is inactive');
    return found;
}
/** What a service may be, whichever way it came to be so. Throws InvalidParameterException. */
function services_checkService(input, kept, launch) {
    if ((input.desiredCount ?? 0) < 0)
        services_refuse('desiredCount must not be negative.');
    const balancers = launch.loadBalancers ?? [];
    if (typeof kept['healthCheckGracePeriodSeconds'] === 'number' && balancers.length === 0) {
        services_refuse('Health check grace period is only valid for services configured to use load balancers');
    }
    if (launch.launchType !== 'FARGATE')
        return;
    for (const [name, what] of [
        ['placementStrategy', 'strategies'],
        ['placementConstraints', 'constraints']
    ]) {
        const given = kept[name];
        if (Array.isArray(given) && given.length > 0) {
            services_refuse(`Placement ${what} are not supported with FARGATE launch type.`);
        }
    }
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html: of a daemon, an old task goes before a new one comes. */
const DAEMON_CONFIGURATION = { maximumPercent: 100, minimumHealthyPercent: 0 };
function fillConfiguration(base, given) {
    return {
        maximumPercent: 200,
        minimumHealthyPercent: 100,
        strategy: 'ROLLING',
        deploymentCircuitBreaker: { enable: false, rollback: false },
        ...base,
        ...given
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
const services_update = operation(readUpdate, (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    checkUpdateOfController(service, input);
    const taskDefinition = input.taskDefinition === undefined ? service.taskDefinition : findActiveDefinition(region, input.taskDefinition);
    const given = launchOf(input);
    // A strategy takes the launch type's place and the other way round.
    const replaced = given.capacityProviderStrategy === undefined ? '' : 'launchType';
    const launch = { ...(0,decode/* withoutMembers */.YG)(service.launch, replaced), ...given };
    const configuration = fillConfiguration(service.deploymentConfiguration, input.deploymentConfiguration ?? {});
    if (taskDefinition !== undefined) {
        checkLaunch(service.cluster, taskDefinition, launch);
        checkLoadBalancers(taskDefinition, launch.loadBalancers);
    }
    const kept = { ...service.kept, ...(0,decode/* pickMembers */.tD)(input, keptServiceSettings) };
    services_checkService(input, kept, launch);
    checkDaemon(service.schedulingStrategy, input, launch, kept['placementStrategy']);
    checkDeploymentConfiguration(configuration, service.controller, launch.loadBalancers);
    const isNew = needsNewDeployment(service, input, taskDefinition, given);
    service.launch = launch;
    service.settings = { ...service.settings, ...revisionSettingsOf(input) };
    service.taskDefinition = taskDefinition;
    service.deploymentConfiguration = configuration;
    service.kept = kept;
    if (input.desiredCount !== undefined && input.desiredCount !== service.desiredCount) {
        service.desiredCount = input.desiredCount;
        service.steady = false;
    }
    if (service.controller === 'ECS' && isNew)
        deployments_startDeployment(service);
    else if (service.controller !== 'ECS' && input.deploymentController?.type === 'ECS')
        migrateToEcs(service);
    service.wake(SCHEDULING);
    return { service: renderService(service, true) };
});
/** UpdateService takes a service from CODE_DEPLOY or EXTERNAL to ECS: what the PRIMARY task set runs becomes the deployment to replace. */
function migrateToEcs(service) {
    const primary = primaryTaskSet(service);
    if (service.taskSets.length > 1)
        services_refuse('The deployment controller cannot be updated while the service has several task sets.');
    service.controller = 'ECS';
    service.taskSets = [];
    if (primary !== undefined)
        adoptTaskSet(service, primary);
    deployments_startDeployment(service);
}
const services_describe = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, services: (0,decode/* list */.p_)(decode/* string */.Yj), include: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const references = input.services ?? [];
    if (references.length === 0)
        services_refuse('Services cannot be empty.');
    const services = [];
    const failures = [];
    for (const reference of references) {
        const service = lookUpService(cluster, reference);
        if (service !== undefined)
            services.push(renderService(service, input.include?.includes('TAGS') === true));
        else {
            // Without the cluster, as in the old format of ARNs.
            const arn = reference.startsWith('arn:') ? reference : region.arn('ecs', `service/${reference}`);
            failures.push({ arn, reason: 'MISSING' });
        }
    }
    return { services, failures };
});
const listServices = operation((0,decode/* structure */.QK)({
    cluster: decode/* string */.Yj,
    launchType: decode/* string */.Yj,
    schedulingStrategy: decode/* string */.Yj,
    resourceManagementType: decode/* string */.Yj,
    nextToken: decode/* string */.Yj,
    maxResults: decode/* integer */.nd
}), (input, { region }) => {
    const arns = [...findCluster(region, input.cluster).services.values()]
        .filter(each => each.status !== 'INACTIVE' && input.resourceManagementType !== 'ECS')
        .filter(each => input.launchType === undefined || each.launch.launchType === input.launchType)
        .filter(each => input.schedulingStrategy === undefined || each.schedulingStrategy === input.schedulingStrategy)
        .map(each => each.arn);
    const page = cutPage(arns, input.maxResults ?? 10, input.nextToken);
    return { serviceArns: page.items, nextToken: page.nextToken };
});
const services_remove = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, service: decode/* string */.Yj, force: decode/* boolean */.zM }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const service = lookUpService(cluster, input.service ?? '');
    if (service === undefined)
        throw new server_protocol/* AwsFault */.kU('ServiceNotFoundException', 'Service not found.');
    if (service.status !== 'ACTIVE')
        throw new server_protocol/* AwsFault */.kU('ServiceNotActiveException', 'Service was not ACTIVE.');
    if (input.force !== true && service.desiredCount > 0 && service.schedulingStrategy !== 'DAEMON') {
        services_refuse('The service cannot be stopped while it is scaled above 0.');
    }
    if (input.force !== true && service.taskSets.some(each => each.status !== 'PRIMARY')) {
        services_refuse('The service cannot be stopped while it has active task sets.');
    }
    service.status = 'DRAINING';
    service.desiredCount = 0;
    const primary = primaryOf(service);
    if (primary !== undefined)
        primary.wanted = 0;
    service.wake(0);
    return { service: renderService(service, true) };
});
/** `arn:…:service/<cluster>/<name>` for IAM's denial. */
function serviceArnFor(region, cluster, service) {
    if (typeof service !== 'string')
        return '*';
    if (service.startsWith('arn:'))
        return service;
    return region.arn('ecs', `service/${typeof cluster === 'string' ? shortName(cluster) : 'default'}/${service}`);
}
const serviceOperations = {
    CreateService: services_create,
    UpdateService: services_update,
    DescribeServices: services_describe,
    ListServices: listServices,
    DeleteService: services_remove
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/refusal.js

const isAwsvpc = (task) => task['networkMode'] === 'awsvpc';
const refusal_isFargate = (task) => refusal_listOf(task, 'requiresCompatibilities').includes('FARGATE');
function refusal_listOf(fields, name) {
    const value = fields[name];
    return Array.isArray(value) ? value : [];
}
function partsOf(fields, name) {
    return refusal_listOf(fields, name).filter(decode/* isStructure */.ip);
}
function partOf(fields, name) {
    const value = fields[name];
    return (0,decode/* isStructure */.ip)(value) ? value : {};
}
function wordOf(value) {
    return typeof value === 'string' ? value : '';
}
function isFilled(value) {
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
}
function outside(value, least, most) {
    return typeof value === 'number' && (value < least || value > most);
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/port-refusals.js

/** API_PortMapping: “container port range … up to 100 port ranges”. */
const MOST_RANGES = 100;
const port_refusals_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
/** From and to of a mapping; NaN where it is none. */
function rangeOf(mapping) {
    const [, from = '', to = ''] = /^(\d+)-(\d+)$/.exec(wordOf(mapping['containerPortRange'])) ?? [];
    const single = Number(mapping['containerPort']);
    return isFilled(mapping['containerPortRange']) ? [Number.parseInt(from), Number.parseInt(to)] : [single, single];
}
function overlaps(one, other) {
    if (wordOf(one['protocol'] ?? 'tcp') !== wordOf(other['protocol'] ?? 'tcp'))
        return false;
    const [[from, to], [otherFrom, otherTo]] = [rangeOf(one), rangeOf(other)];
    return from <= otherTo && otherFrom <= to;
}
/** What ECS answers about the port mappings of a container (API_PortMapping, and sentences that users report). */
const PORT_REFUSALS = [
    (container, task) => task['networkMode'] === 'none' && isFilled(container['portMappings'])
        ? 'Port mappings are not supported when networkMode=none'
        : undefined,
    (container, task) => task['networkMode'] === 'host' &&
        partsOf(container, 'portMappings').some(({ hostPort, containerPort }) => hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort)
        ? 'When networkMode=host, the host ports and container ports in port mappings must match.'
        : undefined,
    container => {
        const both = partsOf(container, 'portMappings').some(mapping => isFilled(mapping['containerPortRange']) &&
            (mapping['containerPort'] !== undefined || mapping['hostPort'] !== undefined));
        return both ? 'cannot specify both single port and port range' : undefined;
    },
    container => partsOf(container, 'portMappings').some(({ containerPort, hostPort }) => outside(containerPort, 0, 65_535) || outside(hostPort, 0, 65_535))
        ? `Invalid port mapping of container '${wordOf(container['name'])}': a port is from 0 to 65535.`
        : undefined,
    (container, task) => {
        const ranges = partsOf(container, 'portMappings').filter(mapping => isFilled(mapping['containerPortRange']));
        const wrong = ranges.find(mapping => {
            const [from, to] = rangeOf(mapping);
            return !(from >= 1 && to <= 65_535 && from <= to);
        });
        if (wrong !== undefined)
            return `Invalid containerPortRange '${wordOf(wrong['containerPortRange'])}'.`;
        if (ranges.length > MOST_RANGES)
            return `A container has at most ${MOST_RANGES} port ranges.`;
        return ranges.length > 0 && task['networkMode'] === 'host'
            ? 'containerPortRange is not supported when networkMode=host'
            : undefined;
    },
    container => {
        const mappings = partsOf(container, 'portMappings');
        const twice = mappings.some((one, index) => mappings
            .slice(index + 1)
            .some(other => (isFilled(one['containerPortRange']) || isFilled(other['containerPortRange'])) && overlaps(one, other)));
        return twice ? 'container port is used multiple times in task' : undefined;
    },
    (container, task) => {
        const names = partsOf(task, 'containerDefinitions')
            .flatMap(each => partsOf(each, 'portMappings'))
            .map(({ name }) => name)
            .filter(name => name !== undefined && name !== '');
        const own = partsOf(container, 'portMappings').flatMap(({ name }) => wordOf(name) || []);
        const wrong = own.find(name => !port_refusals_NAME.test(name));
        if (wrong !== undefined)
            return `Port mapping name '${wrong}' contains invalid characters.`;
        return own.some(name => names.filter(other => other === name).length > 1)
            ? 'port mapping name is already used'
            : undefined;
    }
];

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-definition-rules.js

const task_definition_rules_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const task_definition_rules_MOST_BYTES = 65_536;
const MOST_CONTAINERS = 10;
const ECR_IMAGE = /^\d{12}\.dkr[.-]ecr[.-]|^\d+\.dkr\.ecr\./;
/** Task memory in MiB that Fargate takes for a task's CPU units: from, to, step; or single values. */
const FARGATE_MEMORY = {
    256: [512, 1024, 2048],
    512: range(1024, 4096, 1024),
    1024: range(2048, 8192, 1024),
    2048: range(4096, 16_384, 1024),
    4096: range(8192, 30_720, 1024),
    8192: range(16_384, 61_440, 4096),
    16384: range(32_768, 122_880, 8192),
    32768: [61_440, 122_880, 249_856]
};
function range(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
function task_definition_rules_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('ClientException', message);
}
/** `256` and `.25 vCPU` alike, in CPU units; NaN where it is neither. */
function readCpu(text) {
    const vcpu = /^\s*(\d*\.?\d+)\s*vCPU\s*$/i.exec(text)?.[1];
    if (vcpu !== undefined)
        return Number(vcpu) * 1024;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
/** `512` and `0.5 GB` alike, in MiB; NaN where it is neither. */
function readMemory(text) {
    const gigabytes = /^\s*(\d*\.?\d+)\s*GB\s*$/i.exec(text)?.[1];
    if (gigabytes !== undefined)
        return Number(gigabytes) * 1024;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
/**
 * The rules by which ECS refuses a task definition, with its own sentences (as users report them), in the order in which it
 * looks. Throws ClientException for the first that is broken.
 */
function checkTaskDefinition(input) {
    const containers = input.containerDefinitions ?? [];
    const { family = '' } = input;
    if (family === '')
        task_definition_rules_refuse('Family should not be null or empty.');
    if (input.tags?.length === 0)
        task_definition_rules_refuse('Tags can not be empty.');
    if (!task_definition_rules_NAME.test(family))
        task_definition_rules_refuse(`Family contains invalid characters: '${family}'.`);
    if (containers.length === 0)
        task_definition_rules_refuse('Container list cannot be empty.');
    if (containers.length > MOST_CONTAINERS) {
        task_definition_rules_refuse(`Too many containers: ${containers.length}. A task definition can have at most ${MOST_CONTAINERS} containers.`);
    }
    checkNames(containers);
    for (const container of containers)
        checkContainer(container, input);
    checkDependencies(containers);
    if (containers.every(each => each.essential === false))
        task_definition_rules_refuse("Task definition doesn't have any essential container");
    for (const role of [input.taskRoleArn, input.executionRoleArn]) {
        if (role === '')
            task_definition_rules_refuse('Role is not valid');
    }
    checkSizes(input, containers);
    if (input.requiresCompatibilities?.includes('FARGATE') === true)
        checkFargate(input, containers);
    const length = Buffer.byteLength(JSON.stringify(input));
    if (length > task_definition_rules_MOST_BYTES)
        task_definition_rules_refuse(`Actual length: '${length}'. Max allowed length is '${task_definition_rules_MOST_BYTES}' bytes.`);
}
function checkNames(containers) {
    const names = new Set();
    for (const { name, image } of containers) {
        if (name === undefined || name === '')
            task_definition_rules_refuse('Container.name should not be null or empty.');
        if (!task_definition_rules_NAME.test(name))
            task_definition_rules_refuse(`Container.name contains invalid characters: '${name}'.`);
        if (image === undefined || image === '')
            task_definition_rules_refuse('Container.image should not be null or empty.');
        if (names.has(name))
            task_definition_rules_refuse('Container names must be unique within a task definition');
        names.add(name);
    }
}
function checkContainer(container, input) {
    const variables = new Set((container.environment ?? []).map(each => each.name));
    const secrets = new Set();
    for (const { name } of container.secrets ?? []) {
        if (variables.has(name) || secrets.has(name)) {
            task_definition_rules_refuse(`The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name ?? ''}'.`);
        }
        secrets.add(name);
    }
    if (secrets.size > 0 && input.executionRoleArn === undefined) {
        task_definition_rules_refuse("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
    }
    const log = container.logConfiguration;
    if (log?.logDriver === 'awslogs') {
        for (const option of ['awslogs-group', 'awslogs-region']) {
            if ((log.options?.[option] ?? '') === '')
                task_definition_rules_refuse(`Log driver awslogs requires options: ${option}`);
        }
    }
    if (input.networkMode === 'awsvpc') {
        if ((container.links ?? []).length > 0)
            task_definition_rules_refuse('Links are not supported when networkMode=awsvpc');
        for (const port of container.portMappings ?? []) {
            if (port.hostPort !== undefined && port.hostPort !== port.containerPort) {
                task_definition_rules_refuse('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
            }
        }
    }
}
function checkDependencies(containers) {
    for (const container of containers) {
        for (const { containerName, condition } of container.dependsOn ?? []) {
            const target = containers.find(each => each.name === containerName);
            if (target === undefined) {
                task_definition_rules_refuse(`Cannot depend on container + '${containerName ?? ''}' because it does not exist`);
            }
            if ((condition === 'SUCCESS' || condition === 'COMPLETE') && target.essential !== false) {
                task_definition_rules_refuse('A dependency container with SUCCESS or COMPLETE condition cannot be an essential container');
            }
            if (condition === 'HEALTHY' && target.healthCheck === undefined) {
                task_definition_rules_refuse('A dependency container with HEALTHY condition must have health check configured');
            }
        }
    }
}
function checkSizes(input, containers) {
    if (input.cpu !== undefined && Number.isNaN(readCpu(input.cpu)))
        task_definition_rules_refuse("Invalid 'cpu' setting for task.");
    if (input.memory !== undefined && Number.isNaN(readMemory(input.memory)))
        task_definition_rules_refuse("Invalid 'memory' setting for task.");
    const whole = input.memory === undefined ? undefined : readMemory(input.memory);
    for (const container of containers) {
        const name = container.name ?? '';
        if (whole === undefined && container.memory === undefined && container.memoryReservation === undefined) {
            task_definition_rules_refuse(`Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`);
        }
        if (whole !== undefined && (container.memory ?? 0) > whole) {
            task_definition_rules_refuse(`The 'memory' setting for container '${name}' is greater than for the task.`);
        }
        if ((container.memoryReservation ?? 0) > (container.memory ?? Number.POSITIVE_INFINITY)) {
            task_definition_rules_refuse(`Invalid setting for container '${name}'. The 'memory' setting must be at least as large as 'memoryReservation'.`);
        }
    }
}
function checkFargate(input, containers) {
    if (input.networkMode !== 'awsvpc')
        task_definition_rules_refuse('Fargate only supports network mode ‘awsvpc’.');
    if (input.cpu === undefined)
        task_definition_rules_refuse("Fargate requires that 'cpu' be defined at the task level.");
    if (input.memory === undefined)
        task_definition_rules_refuse("Fargate requires that 'memory' be defined at the task level.");
    const memory = FARGATE_MEMORY[String(readCpu(input.cpu))];
    if (memory?.includes(readMemory(input.memory)) !== true) {
        task_definition_rules_refuse('No Fargate configuration exists for given values.');
    }
    for (const container of containers) {
        if (container.privileged === true)
            task_definition_rules_refuse("Fargate requires that the 'privileged' setting be 'false'.");
        if (input.executionRoleArn !== undefined)
            continue;
        if (ECR_IMAGE.test(container.image ?? '')) {
            task_definition_rules_refuse('Fargate requires task definition to have execution role ARN to support ECR images.');
        }
        if (container.logConfiguration?.logDriver === 'awslogs') {
            task_definition_rules_refuse('Fargate requires task definition to have execution role ARN to support log driver awslogs.');
        }
    }
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-definition-limits.js



const MOST_CONSTRAINTS = 10;
const MOST_ENVIRONMENT_FILES = 10;
const MOST_EXIT_CODES = 50;
const ROLE = /^(arn:aws[a-z-]*:iam::\d{12}:role\/.+|[\w+=,.@-]{1,64})$/;
const IMAGE = /^[\w./:#-]{1,255}(@sha256:[0-9a-f]{64})?$/;
const PROXY_PORTS = {
    ProxyIngressPort: 'Ingress port not found',
    ProxyEgressPort: 'Egress port not found'
};
/** The names of a task's containers. */
function namesOf(task) {
    return partsOf(task, 'containerDefinitions').map(({ name }) => name);
}
/** Whether one of some names leads back to itself. */
function hasCircle(names, next) {
    const left = new Set(names);
    for (let before = -1; before !== left.size;) {
        before = left.size;
        for (const name of left)
            if (!next(name).some(other => left.has(other)))
                left.delete(name);
    }
    return left.size > 0;
}
function containerNamed(task, name) {
    return partsOf(task, 'containerDefinitions').find(each => each['name'] === name) ?? {};
}
/** `name` of `name:alias`. */
function linksOf(container) {
    return refusal_listOf(container, 'links').map(link => wordOf(link).split(':')[0] ?? '');
}
/** Limits of the task itself: of API_RegisterTaskDefinition, and sentences that users report. */
const TASK_LIMITS = [
    task => !refusal_isFargate(task) && typeof task['cpu'] === 'string' && outside(readCpu(task['cpu']), 128, 196_608)
        ? "Invalid 'cpu' setting for task."
        : undefined,
    task => refusal_isFargate(task) &&
        wordOf(partOf(task, 'runtimePlatform')['operatingSystemFamily']).startsWith('WINDOWS') &&
        readCpu(wordOf(task['cpu'])) < 1024
        ? 'No Fargate configuration exists for given values.'
        : undefined,
    task => refusal_listOf(task, 'requiresCompatibilities').includes('EC2') && !refusal_isFargate(task) && isFilled(task['ephemeralStorage'])
        ? 'Tasks using the EC2 launch type do not support EphemeralStorage'
        : undefined,
    task => [task['taskRoleArn'], task['executionRoleArn']].some(role => role !== undefined && !ROLE.test(wordOf(role)))
        ? 'Role is not valid'
        : undefined,
    task => refusal_listOf(task, 'placementConstraints').length > MOST_CONSTRAINTS
        ? `A task definition has at most ${MOST_CONSTRAINTS} placement constraints.`
        : undefined,
    task => {
        const keys = partsOf(task, 'tags').map(({ key }) => wordOf(key));
        if (keys.includes(''))
            return 'A tag key has 1 to 128 characters.';
        return new Set(keys).size < keys.length ? 'Duplicate tag keys found.' : undefined;
    },
    task => {
        const sum = partsOf(task, 'containerDefinitions').reduce((all, { cpu }) => all + (Number(cpu) || 0), 0);
        return refusal_isFargate(task) && sum > readCpu(wordOf(task['cpu']))
            ? "The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value"
            : undefined;
    },
    task => {
        const proxy = partOf(task, 'proxyConfiguration');
        if (!isFilled(proxy['containerName']))
            return undefined;
        if (task['networkMode'] !== 'awsvpc')
            return 'APPMESH proxy configuration is only supported in networkMode=awsvpc';
        if (!namesOf(task).includes(proxy['containerName']))
            return `Proxy container [${wordOf(proxy['containerName'])}] does not exist`;
        const given = partsOf(proxy, 'properties').map(({ name }) => wordOf(name));
        return Object.entries(PROXY_PORTS).find(([name]) => !given.includes(name))?.[1];
    },
    task => {
        const dependencies = (name) => partsOf(containerNamed(task, name), 'dependsOn').map(({ containerName }) => containerName);
        return hasCircle(namesOf(task), dependencies) ? 'Cycle detected in container dependencies' : undefined;
    },
    task => hasCircle(namesOf(task), name => linksOf(containerNamed(task, name)))
        ? 'Circular container links are not allowed'
        : undefined,
    task => {
        const late = partsOf(task, 'volumes').filter(volume => volume['configuredAtLaunch'] === true);
        if (late.length > 1)
            return 'At most one volume can be configured at launch.';
        const mounted = partsOf(task, 'containerDefinitions').flatMap(each => partsOf(each, 'mountPoints'));
        const idle = late.find(({ name }) => !mounted.some(({ sourceVolume }) => sourceVolume === name));
        return idle === undefined
            ? undefined
            : `Volumes [${wordOf(idle['name'])}] are not referenced by any of the containers`;
    }
];
/** Ranges of a container's health check (API_HealthCheck). */
const CHECK_RANGES = [
    ['interval', 5, 300],
    ['timeout', 2, 60],
    ['retries', 1, 10],
    ['startPeriod', 0, 300]
];
/** Limits of a container. */
const CONTAINER_LIMITS = [
    ({ image }) => (IMAGE.test(wordOf(image)) ? undefined : 'Container.image contains invalid characters.'),
    ({ name, memory, memoryReservation }, task) => task['memory'] === undefined && memory === 0 && memoryReservation === undefined
        ? `Invalid setting for container '${wordOf(name)}'. At least one of 'memory' or 'memoryReservation' must be specified.`
        : undefined,
    ({ name, healthCheck }) => {
        if (!(0,decode/* isStructure */.ip)(healthCheck))
            return undefined;
        if (!isFilled(healthCheck['command']))
            return `Container '${wordOf(name)}': the health check command must not be empty.`;
        const broken = CHECK_RANGES.find(([member, least, most]) => outside(healthCheck[member], least, most));
        return broken === undefined
            ? undefined
            : `Container '${wordOf(name)}': the health check ${broken[0]} must be between ${broken[1]} and ${broken[2]}.`;
    },
    (container, task) => {
        const unknown = linksOf(container).find(name => !namesOf(task).includes(name));
        return unknown === undefined ? undefined : `Invalid 'links' setting. Unknown container: '${unknown}'`;
    },
    (container, task) => {
        const unknown = partsOf(container, 'volumesFrom').find(({ sourceContainer }) => !namesOf(task).includes(sourceContainer));
        return unknown === undefined
            ? undefined
            : `Invalid 'volumesFrom' setting. Unknown container: '${wordOf(unknown['sourceContainer'])}'`;
    },
    ({ name, stopTimeout }, task) => refusal_isFargate(task) && outside(stopTimeout, 0, 120)
        ? `Container '${wordOf(name)}': stopTimeout must be at most 120 on Fargate.`
        : undefined,
    ({ name, startTimeout }) => outside(startTimeout, 2, Infinity) ? `Container '${wordOf(name)}': startTimeout must be at least 2.` : undefined,
    container => refusal_listOf(partOf(container, 'restartPolicy'), 'ignoredExitCodes').length > MOST_EXIT_CODES
        ? `At most ${MOST_EXIT_CODES} exit codes can be ignored.`
        : undefined,
    container => refusal_listOf(container, 'credentialSpecs').length > 1 ? 'At most one credential spec can be specified.' : undefined,
    container => refusal_listOf(container, 'environmentFiles').length > MOST_ENVIRONMENT_FILES
        ? 'The maximum number of environment files was exceeded. Specify ten or less and try again'
        : undefined,
    container => outside(partOf(container, 'linuxParameters')['swappiness'], 0, 100)
        ? "The 'swappiness' setting must be between 0 and 100"
        : undefined,
    (container, task) => {
        if (!refusal_isFargate(task))
            return undefined;
        if (isFilled(container['dockerSecurityOptions']))
            return 'Fargate compatible task definitions do not support dockerSecurityOptions';
        return partsOf(container, 'resourceRequirements').some(({ type }) => type === 'GPU')
            ? 'Fargate compatible task definitions do not support GPU'
            : undefined;
    },
    container => {
        const logging = partOf(container, 'logConfiguration');
        const { logDriver, options } = logging;
        const given = (0,decode/* isStructure */.ip)(options) ? options : {};
        const secret = partsOf(logging, 'secretOptions').map(({ name }) => name);
        if (logDriver === 'awslogs' && given['awslogs-endpoint'] !== undefined)
            return 'Log driver awslogs disallows options: awslogs-endpoint';
        const lacking = ['splunk-token', 'splunk-url'].find(option => given[option] === undefined && !secret.includes(option));
        return logDriver === 'splunk' && lacking !== undefined
            ? `Log driver splunk requires options: ${lacking}`
            : undefined;
    },
    (container, task) => isFilled(container['firelensConfiguration']) &&
        !partsOf(task, 'containerDefinitions').some(each => partOf(each, 'logConfiguration')['logDriver'] === 'awsfirelens')
        ? 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
        : undefined,
    ({ firelensConfiguration, user }) => isFilled(firelensConfiguration) && isFilled(user) && !/^\d+(:\d+)?$/.test(wordOf(user))
        ? "If 'user' field is specified on firelens container, then 'UID' has to be '0'."
        : undefined,
    container => {
        const options = partOf(partOf(container, 'firelensConfiguration'), 'options');
        return options['config-file-type'] === 's3' && !wordOf(options['config-file-value']).startsWith('arn:')
            ? 'Invalid arn syntax.'
            : undefined;
    }
];
/** Limits of a volume of EFS (API_EFSVolumeConfiguration). */
const VOLUME_LIMITS = [
    volume => {
        const efs = partOf(volume, 'efsVolumeConfiguration');
        const { accessPointId, iam } = partOf(efs, 'authorizationConfig');
        const isEncrypted = efs['transitEncryption'] === 'ENABLED';
        if (iam === 'ENABLED' && !isEncrypted)
            return 'EFS IAM authorization requires TransitEncryption to be enabled';
        if (efs['transitEncryptionPort'] !== undefined && !isEncrypted)
            return 'TransitEncryptionPort requires that TransitEncryption is enabled';
        return isFilled(accessPointId) && !['', '/'].includes(wordOf(efs['rootDirectory']))
            ? 'When using an EFS access point, the root directory must either be set to "/" or be omitted'
            : undefined;
    }
];

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-definition-refusals.js





function onAwsvpc(member, name) {
    return (container, task) => isAwsvpc(task) && isFilled(container[member])
        ? `${name} not supported on container when networkMode=awsvpc`
        : undefined;
}
const TASK = [
    task => (isFilled(task['inferenceAccelerators']) ? "Unsupported field 'inferenceAccelerators'" : undefined),
    task => {
        const size = partOf(task, 'ephemeralStorage')['sizeInGiB'];
        if (!outside(size, 21, 200))
            return undefined;
        return `EphemeralStorage size should be at ${Number(size) < 21 ? 'least 21' : 'most 200'}`;
    },
    task => refusal_isFargate(task) && isFilled(task['placementConstraints'])
        ? 'Fargate compatible task definitions do not support constraints'
        : undefined,
    task => refusal_isFargate(task) && isFilled(task['ipcMode'])
        ? 'Tasks using the Fargate launch type do not support ipcMode.'
        : undefined,
    task => refusal_isFargate(task) && task['pidMode'] === 'host'
        ? "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'."
        : undefined
];
const CONTAINER = [
    onAwsvpc('hostname', 'hostname is'),
    onAwsvpc('dnsServers', 'DNS servers are'),
    onAwsvpc('dnsSearchDomains', 'DNS search domains are'),
    onAwsvpc('extraHosts', 'Extra hosts are'),
    onAwsvpc('disableNetworking', 'Disable Networking is'),
    (container, task) => {
        const unknown = partsOf(container, 'mountPoints').find(({ sourceVolume }) => !partsOf(task, 'volumes').some(({ name }) => name === sourceVolume));
        return unknown === undefined ? undefined : `Unknown volume '${String(unknown['sourceVolume'])}'.`;
    },
    ({ name, restartPolicy }) => (0,decode/* isStructure */.ip)(restartPolicy) && outside(restartPolicy['restartAttemptPeriod'], 60, 1800)
        ? `the 'restartAttemptPeriod' setting for container '${String(name)}' must be between 60 and 1800`
        : undefined,
    container => {
        const over = partsOf(container, 'ulimits').find(({ softLimit, hardLimit }) => {
            const hard = Number(hardLimit);
            return hard >= 0 && Number(softLimit) > hard;
        });
        return over === undefined ? undefined : `Soft limit exceeds hard limit for ulimit ${String(over['name'])}`;
    },
    (container, task) => {
        const driver = partOf(container, 'logConfiguration')['logDriver'];
        if (driver === 'awsfirelens' &&
            !partsOf(task, 'containerDefinitions').some(each => isFilled(each['firelensConfiguration'])))
            return 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.';
        if (driver === undefined || !refusal_isFargate(task) || ['awslogs', 'splunk', 'awsfirelens'].includes(wordOf(driver)))
            return undefined;
        return `${wordOf(driver)} is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]`;
    },
    (container, task) => {
        const logging = partOf(container, 'logConfiguration');
        return refusal_isFargate(task) &&
            logging['logDriver'] === 'awslogs' &&
            !isFilled(partOf(logging, 'options')['awslogs-stream-prefix'])
            ? 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.'
            : undefined;
    },
    (container, task) => {
        if (!refusal_isFargate(task))
            return undefined;
        const linux = partOf(container, 'linuxParameters');
        const member = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'].find(name => isFilled(linux[name]));
        if (member !== undefined)
            return `Fargate compatible task definitions do not support ${member}`;
        const added = refusal_listOf(partOf(linux, 'capabilities'), 'add').find(capability => capability !== 'SYS_PTRACE');
        return added === undefined ? undefined : `${wordOf(added)} is not allowed on Fargate.`;
    }
];
const VOLUME = [
    (volume, task) => refusal_isFargate(task) && isFilled(partOf(volume, 'host')['sourcePath'])
        ? 'Fargate compatible task definitions do not support sourcePath'
        : undefined,
    (volume, task) => refusal_isFargate(task) && isFilled(volume['dockerVolumeConfiguration'])
        ? 'Fargate compatible task definitions do not support dockerVolumeConfiguration'
        : undefined
];
/** Further sentences with which ECS refuses a task definition, as users report them. Throws ClientException for the first. */
function task_definition_refusals_refuseUnsupported(task) {
    const parts = [
        [[task], [...TASK, ...TASK_LIMITS]],
        [partsOf(task, 'containerDefinitions'), [...CONTAINER, ...CONTAINER_LIMITS, ...PORT_REFUSALS]],
        [partsOf(task, 'volumes'), [...VOLUME, ...VOLUME_LIMITS]]
    ];
    for (const [candidates, refusals] of parts) {
        for (const part of candidates) {
            for (const refusal of refusals) {
                const message = refusal(part, task);
                if (message !== undefined)
                    throw new server_protocol/* AwsFault */.kU('ClientException', message);
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-definitions.js










/** Of one DeleteTaskDefinitions. */
const MOST_DELETED = 10;
const task_definitions_readRules = (0,decode/* structure */.QK)({
    family: decode/* string */.Yj,
    containerDefinitions: readContainerDefinitions,
    cpu: decode/* string */.Yj,
    memory: decode/* string */.Yj,
    networkMode: decode/* string */.Yj,
    requiresCompatibilities: (0,decode/* list */.p_)(decode/* string */.Yj),
    executionRoleArn: decode/* string */.Yj,
    taskRoleArn: decode/* string */.Yj,
    tags: shapes_readTags
});
/** A revision as AWS shows it. */
function renderTaskDefinition(record) {
    return {
        taskDefinitionArn: record.arn,
        ...record.document,
        revision: record.revision,
        status: record.status,
        registeredAt: (0,server_protocol/* toEpochSeconds */.mL)(record.registeredAt),
        registeredBy: record.registeredBy,
        deregisteredAt: record.deregisteredAt === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(record.deregisteredAt),
        deleteRequestedAt: record.deleteRequestedAt === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(record.deleteRequestedAt)
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const register = operation(decode/* document */.Al, (input, { region, now, principal }) => {
    const rules = task_definitions_readRules(input, '');
    checkTaskDefinition(rules);
    refuseReservedTags(rules.tags);
    task_definition_refusals_refuseUnsupported(input);
    const family = rules.family ?? '';
    const { families } = region.part(ECS);
    const revisions = families.get(family) ?? [];
    families.set(family, revisions);
    const revision = revisions.length + 1;
    const filled = fillDefaults(input);
    const record = {
        arn: region.arn('ecs', `task-definition/${family}:${revision}`),
        family,
        revision,
        status: 'ACTIVE',
        document: filled,
        containers: readContainerDefinitions(filled['containerDefinitions'], 'containerDefinitions'),
        registeredAt: now,
        registeredBy: principal,
        deregisteredAt: undefined,
        deleteRequestedAt: undefined,
        tags: rules.tags ?? []
    };
    revisions.push(record);
    return { taskDefinition: renderTaskDefinition(record), tags: record.tags.length === 0 ? undefined : record.tags };
});
/** What ECS fills in on registration, so that a describe shows it although nobody wrote it. */
function fillDefaults(input) {
    const { cpu, memory, ...rest } = (0,decode/* withoutMembers */.YG)(withoutNulls(input), 'tags');
    const networkMode = typeof rest['networkMode'] === 'string' ? rest['networkMode'] : undefined;
    const required = Array.isArray(rest['requiresCompatibilities']) ? rest['requiresCompatibilities'] : [];
    const containers = Array.isArray(rest['containerDefinitions']) ? rest['containerDefinitions'] : [];
    const volumes = Array.isArray(rest['volumes']) ? rest['volumes'] : [];
    return {
        ...rest,
        containerDefinitions: containers.filter(decode/* isStructure */.ip).map(each => fillContainer(each, networkMode)),
        volumes: volumes.filter(decode/* isStructure */.ip).map(fillVolume),
        placementConstraints: rest['placementConstraints'] ?? [],
        compatibilities: required.includes('FARGATE') || networkMode === 'awsvpc' ? ['EC2', 'FARGATE'] : ['EXTERNAL', 'EC2'],
        requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
        ...(typeof cpu === 'string' ? { cpu: String(readCpu(cpu)) } : {}),
        ...(typeof memory === 'string' ? { memory: String(readMemory(memory)) } : {})
    };
}
/** A volume that nothing more is said of is one of the host; EFS is mounted at its root. */
function fillVolume(volume) {
    const efs = volume['efsVolumeConfiguration'];
    if ((0,decode/* isStructure */.ip)(efs))
        return { ...volume, efsVolumeConfiguration: { rootDirectory: '/', ...efs } };
    const isPlain = Object.keys(volume).every(member => member === 'name');
    return isPlain ? { ...volume, host: {} } : volume;
}
function fillContainer(container, networkMode) {
    const ports = Array.isArray(container['portMappings']) ? container['portMappings'].filter(decode/* isStructure */.ip) : [];
    const check = container['healthCheck'];
    return {
        ...container,
        cpu: container['cpu'] ?? 0,
        portMappings: ports.map(port => fillPort(port, networkMode)),
        essential: container['essential'] ?? true,
        environment: container['environment'] ?? [],
        mountPoints: container['mountPoints'] ?? [],
        volumesFrom: container['volumesFrom'] ?? [],
        systemControls: container['systemControls'] ?? [],
        ...((0,decode/* isStructure */.ip)(check) ? { healthCheck: { interval: 30, timeout: 5, retries: 3, ...check } } : {})
    };
}
/** A range of ports is bound as the host likes. */
function fillPort(port, networkMode) {
    const protocol = port['protocol'] ?? 'tcp';
    if (port['containerPort'] === undefined)
        return { ...port, protocol };
    const otherwise = networkMode === 'awsvpc' || networkMode === 'host' ? port['containerPort'] : 0;
    return { ...port, hostPort: port['hostPort'] ?? otherwise, protocol };
}
function withoutNulls(value) {
    return Object.fromEntries(Object.entries(value)
        .filter(([, member]) => member !== null && member !== undefined)
        .map(([name, member]) => [name, cleanNulls(member)]));
}
function cleanNulls(value) {
    if (Array.isArray(value))
        return value.map(cleanNulls);
    return (0,decode/* isStructure */.ip)(value) ? withoutNulls(value) : value;
}
const task_definitions_describe = operation((0,decode/* structure */.QK)({ taskDefinition: decode/* string */.Yj, include: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const record = findTaskDefinition(region, input.taskDefinition ?? '');
    return {
        taskDefinition: renderTaskDefinition(record),
        tags: input.include?.includes('TAGS') === true ? record.tags : []
    };
});
const listDefinitions = operation((0,decode/* structure */.QK)({ familyPrefix: decode/* string */.Yj, status: decode/* string */.Yj, sort: decode/* string */.Yj, nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, { region }) => {
    const status = input.status ?? 'ACTIVE';
    const names = [...region.part(ECS).families.keys()].sort();
    const arns = names
        .filter(name => input.familyPrefix === undefined || name === input.familyPrefix)
        .flatMap(name => region.part(ECS).families.get(name) ?? [])
        .filter(each => each.status === status)
        .map(each => each.arn);
    const page = cutPage(input.sort === 'DESC' ? arns.reverse() : arns, input.maxResults, input.nextToken);
    return { taskDefinitionArns: page.items, nextToken: page.nextToken };
});
const listFamilies = operation((0,decode/* structure */.QK)({ familyPrefix: decode/* string */.Yj, status: decode/* string */.Yj, nextToken: decode/* string */.Yj, maxResults: decode/* integer */.nd }), (input, { region }) => {
    const status = input.status ?? 'ACTIVE';
    const names = [...region.part(ECS).families]
        .filter(([name]) => name.startsWith(input.familyPrefix ?? ''))
        .filter(([, revisions]) => {
        const isActive = revisions.some(each => each.status === 'ACTIVE');
        return status === 'ALL' || isActive === (status === 'ACTIVE');
    })
        .map(([name]) => name)
        .sort();
    const page = cutPage(names, input.maxResults, input.nextToken);
    return { families: page.items, nextToken: page.nextToken };
});
const deregister = operation((0,decode/* structure */.QK)({ taskDefinition: decode/* string */.Yj }), (input, { region, now }) => {
    const { taskDefinition: reference = '' } = input;
    if (!/:\d+$/.test(reference))
        throw new server_protocol/* AwsFault */.kU('ClientException', 'Invalid revision number. Number: null');
    const record = findTaskDefinition(region, reference);
    record.status = 'INACTIVE';
    record.deregisteredAt ??= now;
    return { taskDefinition: renderTaskDefinition(record) };
});
/** One by `family:revision` or ARN; undefined where there is none, or where the revision is not said. */
function task_definitions_findRevision(region, reference) {
    const [family = '', revision] = shortName(reference).split(':');
    return revisionsOf(region, family).find(each => String(each.revision) === revision);
}
const deleteDefinitions = operation((0,decode/* structure */.QK)({ taskDefinitions: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region, now }) => {
    const deleted = [];
    const failures = [];
    const references = input.taskDefinitions ?? [];
    if (references.length > MOST_DELETED) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `taskDefinitions can have at most ${MOST_DELETED} items.`);
    }
    for (const reference of references) {
        const record = task_definitions_findRevision(region, reference);
        if (record === undefined) {
            const arn = reference.startsWith('arn:') ? reference : region.arn('ecs', `task-definition/${reference}`);
            failures.push({
                arn,
                reason: 'The specified task definition does not exist. Specify a valid account, family, revision and try again.'
            });
            continue;
        }
        if (record.status === 'ACTIVE') {
            const detail = 'The specified task definition is still in ACTIVE status. Please deregister the target and try again.';
            failures.push({ arn: record.arn, reason: detail });
            continue;
        }
        record.status = 'DELETE_IN_PROGRESS';
        record.deleteRequestedAt ??= now;
        deleted.push(renderTaskDefinition(record));
    }
    return { taskDefinitions: deleted, failures };
});
const taskDefinitionOperations = {
    RegisterTaskDefinition: register,
    DescribeTaskDefinition: task_definitions_describe,
    ListTaskDefinitions: listDefinitions,
    ListTaskDefinitionFamilies: listFamilies,
    DeregisterTaskDefinition: deregister,
    DeleteTaskDefinitions: deleteDefinitions
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-views.js


function task_views_time(milliseconds) {
    return milliseconds === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(milliseconds);
}
/** A task as DescribeTasks shows it; shape `Task` of the service model. */
function renderTask(task, withTags) {
    const awsvpc = task.network?.awsvpcConfiguration;
    const definition = task.taskDefinition.document;
    const started = task.lastStatus !== 'PROVISIONING' && task.lastStatus !== 'PENDING';
    return {
        taskArn: task.arn,
        clusterArn: task.cluster.arn,
        taskDefinitionArn: task.taskDefinition.arn,
        group: task.group,
        startedBy: task.startedBy,
        lastStatus: task.lastStatus,
        desiredStatus: task.desiredStatus,
        version: task.version,
        launchType: task.capacityProvider === undefined ? task.launchType : undefined,
        capacityProviderName: task.capacityProvider,
        platformVersion: task.platformVersion,
        platformFamily: task.platformVersion === undefined ? undefined : 'Linux',
        cpu: definition['cpu'],
        memory: definition['memory'],
        connectivity: started ? 'CONNECTED' : undefined,
        connectivityAt: started ? task_views_time(task.pullStartedAt) : undefined,
        availabilityZone: `${splitArn(task.arn).region}a`,
        createdAt: task_views_time(task.createdAt),
        pullStartedAt: task_views_time(task.pullStartedAt),
        pullStoppedAt: task_views_time(task.pullStoppedAt),
        startedAt: task_views_time(task.startedAt),
        stoppingAt: task_views_time(task.stoppingAt),
        executionStoppedAt: task_views_time(task.executionStoppedAt),
        stoppedAt: task_views_time(task.stoppedAt),
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        healthStatus: healthOf(task),
        enableExecuteCommand: task.enableExecuteCommand,
        attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
        attachments: awsvpc === undefined ? [] : [renderInterface(task, awsvpc.subnets?.[0])],
        containers: task.containers.map(each => renderContainer(task, each)),
        inferenceAccelerators: [],
        overrides: { containerOverrides: [], inferenceAcceleratorOverrides: [], ...task.overrides },
        tags: withTags ? task.tags : [],
        ephemeralStorage: task.platformVersion === undefined ? undefined : (definition['ephemeralStorage'] ?? { sizeInGiB: 20 })
    };
}
function healthOf(task) {
    const statuses = task.containers.map(each => each.healthStatus);
    if (statuses.includes('UNHEALTHY'))
        return 'UNHEALTHY';
    return statuses.includes('HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}
function readAttachmentStatus(lastStatus) {
    if (lastStatus === 'PROVISIONING')
        return 'PRECREATED';
    return lastStatus === 'STOPPED' ? 'DELETED' : 'ATTACHED';
}
function renderInterface(task, subnet) {
    const status = readAttachmentStatus(task.lastStatus);
    return {
        id: task.attachmentId,
        type: 'ElasticNetworkInterface',
        status,
        details: [
            { name: 'subnetId', value: subnet ?? '' },
            ...(status === 'PRECREATED'
                ? []
                : [
                    { name: 'networkInterfaceId', value: `eni-${task.id.slice(0, 17)}` },
                    { name: 'macAddress', value: `0a:${task.id.slice(0, 10).replace(/(..)(?=.)/g, '$1:')}` },
                    { name: 'privateIPv4Address', value: task.address }
                ])
        ]
    };
}
function renderContainer(task, container) {
    const definition = task.taskDefinition.containers.find(each => each.name === container.name);
    const isPlaced = task.network?.awsvpcConfiguration !== undefined && task.lastStatus !== 'PROVISIONING';
    return {
        containerArn: container.arn,
        taskArn: task.arn,
        name: container.name,
        image: container.image,
        imageDigest: container.imageDigest,
        runtimeId: container.runtimeId,
        lastStatus: container.lastStatus,
        exitCode: container.exitCode,
        reason: container.reason,
        healthStatus: container.healthStatus,
        networkBindings: [],
        networkInterfaces: isPlaced ? [{ attachmentId: task.attachmentId, privateIpv4Address: task.address }] : [],
        cpu: String(definition?.cpu ?? 0),
        memory: definition?.memory === undefined ? undefined : String(definition.memory),
        memoryReservation: definition?.memoryReservation === undefined ? undefined : String(definition.memoryReservation)
    };
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-operations.js













const MOST_TASKS_PER_RUN = 10;
const MOST_TOKENS = 1000;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const task_operations_run = operation((0,decode/* structure */.QK)({
    cluster: decode/* string */.Yj,
    taskDefinition: decode/* string */.Yj,
    count: decode/* integer */.nd,
    group: decode/* string */.Yj,
    startedBy: decode/* string */.Yj,
    overrides: readTaskOverride,
    tags: shapes_readTags,
    propagateTags: decode/* string */.Yj,
    enableECSManagedTags: decode/* boolean */.zM,
    enableExecuteCommand: decode/* boolean */.zM,
    clientToken: decode/* string */.Yj,
    referenceId: decode/* string */.Yj,
    placementConstraints: (0,decode/* list */.p_)(decode/* document */.Al),
    placementStrategy: (0,decode/* list */.p_)(decode/* document */.Al),
    volumeConfigurations: (0,decode/* list */.p_)(decode/* document */.Al),
    ...launchSettings
}), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const taskDefinition = findTaskDefinition(region, input.taskDefinition ?? '');
    if (taskDefinition.status !== 'ACTIVE')
        throw new server_protocol/* AwsFault */.kU('ClientException', 'TaskDefinition is inactive');
    const count = input.count ?? 1;
    if (count < 1 || count > MOST_TASKS_PER_RUN) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `Count ${count} is not between 1 and ${MOST_TASKS_PER_RUN}.`);
    }
    checkLaunch(cluster, taskDefinition, input);
    refuseReservedTags(input.tags);
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (propagateTags)
    if (input.propagateTags === 'SERVICE')
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'The SERVICE option of propagateTags is not valid when running a task.');
    if (input.launchType === 'FARGATE' &&
        [...(input.placementConstraints ?? []), ...(input.placementStrategy ?? [])].length > 0)
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `Placement ${(input.placementConstraints ?? []).length === 0 ? 'strategies' : 'constraints'} are not supported with FARGATE launch type.`);
    for (const override of input.overrides?.containerOverrides ?? []) {
        if (!taskDefinition.containers.some(each => each.name === override.name)) {
            throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `Override for container named ${override.name ?? ''} is not a container in the TaskDefinition.`);
        }
    }
    const { runTokens } = region.part(ECS);
    const before = input.clientToken === undefined ? undefined : runTokens.get(input.clientToken);
    if (before !== undefined)
        return { tasks: before.map(task => renderTask(task, true)), failures: [] };
    const tasks = [];
    const failures = [];
    for (let index = 0; index < count; index++) {
        const plan = planTask(region, taskDefinition, input.overrides ?? {});
        if (plan.behaviour === 'no-capacity') {
            const isFargate = input.launchType === 'FARGATE' || input.capacityProviderStrategy !== undefined;
            failures.push({
                arn: cluster.arn,
                reason: isFargate
                    ? 'Capacity is unavailable at this time. Please try again later or in a different availability zone'
                    : 'RESOURCE:ENI'
            });
            continue;
        }
        tasks.push(launchTask({
            region,
            cluster,
            taskDefinition,
            plan,
            group: input.group ?? `family:${taskDefinition.family}`,
            startedBy: input.startedBy,
            owner: undefined,
            launch: input,
            usesAlternates: false,
            overrides: input.overrides ?? {},
            tags: [...(input.tags ?? []), ...(input.propagateTags === 'TASK_DEFINITION' ? taskDefinition.tags : [])],
            enableExecuteCommand: input.enableExecuteCommand ?? false,
            watcher: undefined
        }));
    }
    if (input.clientToken !== undefined)
        rememberToken(runTokens, input.clientToken, tasks);
    return { tasks: tasks.map(task => renderTask(task, true)), failures };
});
function rememberToken(tokens, token, tasks) {
    tokens.set(token, tasks);
    const oldest = tokens.keys().next();
    if (tokens.size > MOST_TOKENS && oldest.done !== true)
        tokens.delete(oldest.value);
}
function findTask(cluster, reference) {
    const task = cluster.tasks.get(shortName(reference));
    return reference.startsWith('arn:') && task?.arn !== reference ? undefined : task;
}
const task_operations_stop = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, task: decode/* string */.Yj, reason: decode/* string */.Yj }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const task = findTask(cluster, input.task ?? '');
    if (task === undefined)
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'The referenced task was not found.');
    const service = task.group.startsWith('service:')
        ? cluster.services.get(task.group.slice('service:'.length))
        : undefined;
    const watcher = {
        changed: () => service?.wake(0),
        stopped: () => undefined,
        healthy: () => undefined,
        unhealthy: () => undefined
    };
    stopTask({ region, watcher }, task, 'UserInitiated', input.reason ?? 'Task stopped by user', false);
    service?.wake(0);
    return { task: renderTask(task, true) };
});
const task_operations_describe = operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, tasks: (0,decode/* list */.p_)(decode/* string */.Yj), include: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const references = input.tasks ?? [];
    if (references.length === 0)
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'Tasks cannot be empty.');
    const tasks = [];
    const failures = [];
    for (const reference of references) {
        const task = findTask(cluster, reference);
        if (task !== undefined)
            tasks.push(renderTask(task, input.include?.includes('TAGS') === true));
        else {
            const arn = reference.startsWith('arn:') ? reference : region.arn('ecs', `task/${cluster.name}/${reference}`);
            failures.push({ arn, reason: 'MISSING' });
        }
    }
    return { tasks, failures };
});
/** Without `desiredStatus`, tasks that are meant to run: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html */
const task_operations_listTasks = operation((0,decode/* structure */.QK)({
    cluster: decode/* string */.Yj,
    family: decode/* string */.Yj,
    serviceName: decode/* string */.Yj,
    startedBy: decode/* string */.Yj,
    desiredStatus: decode/* string */.Yj,
    launchType: decode/* string */.Yj,
    containerInstance: decode/* string */.Yj,
    daemonName: decode/* string */.Yj,
    nextToken: decode/* string */.Yj,
    maxResults: decode/* integer */.nd
}), (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    if (input.startedBy !== undefined && (input.serviceName !== undefined || input.family !== undefined)) {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'startedBy cannot be combined with other filters.');
    }
    const desired = input.desiredStatus ?? 'RUNNING';
    if (input.serviceName !== undefined && lookUpService(cluster, input.serviceName) === undefined) {
        throw new server_protocol/* AwsFault */.kU('ServiceNotFoundException', 'Service not found.');
    }
    const group = input.serviceName === undefined ? undefined : `service:${shortName(input.serviceName)}`;
    // There are no container instances here, and no daemons.
    const isElsewhere = input.containerInstance !== undefined || input.daemonName !== undefined;
    const arns = (isElsewhere ? [] : [...cluster.tasks.values()])
        .filter(task => task.desiredStatus === desired &&
        (group === undefined || task.group === group) &&
        (input.family === undefined || task.taskDefinition.family === input.family) &&
        (input.startedBy === undefined || task.startedBy === input.startedBy) &&
        (input.launchType === undefined || task.launchType === input.launchType))
        .map(task => task.arn);
    const page = cutPage(arns, input.maxResults, input.nextToken);
    return { taskArns: page.items, nextToken: page.nextToken };
});
const taskOperations = {
    RunTask: task_operations_run,
    StopTask: task_operations_stop,
    DescribeTasks: task_operations_describe,
    ListTasks: task_operations_listTasks
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-protection.js





const task_protection_MINUTE = 60_000;
/** Two hours, and two days at most: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateTaskProtection.html */
const MINUTES = { usual: 120, most: 2880 };
/** Until when a task is protected, in virtual milliseconds. It is shown, and has no effect: nothing here scales in by itself. */
const protections = new WeakMap();
function task_protection_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
/** Does something with each task that is asked for; only those of services can be protected. */
function forEachTask({ cluster, tasks }, { region }, run, now) {
    const { tasks: known } = findCluster(region, cluster);
    const wanted = tasks ?? [...known.values()].filter(({ owner }) => owner !== undefined).map(({ arn }) => arn);
    const protectedTasks = [];
    const failures = [];
    for (const reference of wanted) {
        const task = known.get(shortName(reference));
        if (task === undefined)
            failures.push({ arn: reference, reason: 'MISSING' });
        else if (task.owner === undefined)
            failures.push({ arn: task.arn, reason: 'TASK_NOT_VALID' });
        else {
            run(task);
            protectedTasks.push(task_protection_describe(task, now));
        }
    }
    return { protectedTasks, failures };
}
function task_protection_describe(task, now) {
    const until = protections.get(task) ?? 0;
    return until > now
        ? { taskArn: task.arn, protectionEnabled: true, expirationDate: (0,server_protocol/* toEpochSeconds */.mL)(until) }
        : { taskArn: task.arn, protectionEnabled: false };
}
const taskProtectionOperations = {
    GetTaskProtection: operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, tasks: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, context) => forEachTask(input, context, () => undefined, context.now)),
    UpdateTaskProtection: operation((0,decode/* structure */.QK)({ cluster: decode/* string */.Yj, tasks: (0,decode/* list */.p_)(decode/* string */.Yj), protectionEnabled: decode/* boolean */.zM, expiresInMinutes: decode/* integer */.nd }), (input, context) => {
        const { protectionEnabled, expiresInMinutes: minutes = MINUTES.usual } = input;
        if (input.tasks?.length === 0)
            task_protection_refuse('Tasks cannot be empty.');
        if (minutes < 1 || minutes > MINUTES.most) {
            task_protection_refuse(`expiresInMinutes must be between 1 and ${MINUTES.most}, inclusive.`);
        }
        const until = protectionEnabled === true ? context.now + minutes * task_protection_MINUTE : 0;
        return forEachTask(input, context, task => protections.set(task, until), context.now);
    })
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/task-set-operations.js







const readScale = (0,decode/* structure */.QK)({ value: decode/* number */.ai, unit: decode/* string */.Yj });
function needExternal(service) {
    if (service.controller !== 'EXTERNAL') {
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', 'Task sets can only be managed by callers on services with an EXTERNAL deployment controller.');
    }
}
const task_set_operations_create = operation((0,decode/* structure */.QK)({
    service: decode/* string */.Yj,
    cluster: decode/* string */.Yj,
    externalId: decode/* string */.Yj,
    taskDefinition: decode/* string */.Yj,
    scale: readScale,
    clientToken: decode/* string */.Yj,
    tags: shapes_readTags,
    ...launchSettings
}), (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskDefinition = findTaskDefinition(region, input.taskDefinition ?? '');
    const taskSet = createTaskSet(service, { ...input, taskDefinition, scale: input.scale?.value ?? 0 });
    return { taskSet: renderTaskSet(service, taskSet) };
});
const task_set_operations_update = operation((0,decode/* structure */.QK)({ service: decode/* string */.Yj, cluster: decode/* string */.Yj, taskSet: decode/* string */.Yj, scale: readScale }), (input, { region, now }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskSet = findTaskSet(service, input.taskSet ?? '');
    taskSet.scale = input.scale?.value ?? taskSet.scale;
    taskSet.updatedAt = now;
    service.wake(0);
    return { taskSet: renderTaskSet(service, taskSet) };
});
const setPrimary = operation((0,decode/* structure */.QK)({ service: decode/* string */.Yj, cluster: decode/* string */.Yj, primaryTaskSet: decode/* string */.Yj }), (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskSet = findTaskSet(service, input.primaryTaskSet ?? '');
    setPrimaryTaskSet(service, taskSet);
    return { taskSet: renderTaskSet(service, taskSet) };
});
const task_set_operations_remove = operation((0,decode/* structure */.QK)({ service: decode/* string */.Yj, cluster: decode/* string */.Yj, taskSet: decode/* string */.Yj, force: decode/* boolean */.zM }), (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskSet = findTaskSet(service, input.taskSet ?? '');
    deleteTaskSet(service, taskSet);
    return { taskSet: renderTaskSet(service, taskSet) };
});
const task_set_operations_describe = operation((0,decode/* structure */.QK)({ service: decode/* string */.Yj, cluster: decode/* string */.Yj, taskSets: (0,decode/* list */.p_)(decode/* string */.Yj), include: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    const wanted = input.taskSets;
    const found = service.taskSets.filter(each => wanted?.some(one => one === each.arn || one === each.id) ?? true);
    const failures = (wanted ?? []).filter(one => !found.some(each => each.arn === one || each.id === one));
    return {
        taskSets: found.map(each => renderTaskSet(service, each)),
        failures: failures.map(arn => ({ arn, reason: 'MISSING' }))
    };
});
const taskSetOperations = {
    CreateTaskSet: task_set_operations_create,
    UpdateTaskSet: task_set_operations_update,
    UpdateServicePrimaryTaskSet: setPrimary,
    DeleteTaskSet: task_set_operations_remove,
    DescribeTaskSets: task_set_operations_describe
};

;// CONCATENATED MODULE: ./lib/emulator/ecs/request-limits.js


/**
 * The most entries of lists, which the API reference says and the service model does not. `name` is what ECS calls the list in its error:
 * "service names can have at most 10 items.", "taskIds can have at most 100 items."; where no user has shown the error, the member's own name.
 */
const LISTS = {
    DescribeCapacityProviders: { member: 'capacityProviders', most: 100 },
    DescribeClusters: { member: 'clusters', most: 100 },
    DescribeContainerInstances: { member: 'containerInstances', most: 100 },
    DescribeServiceDeployments: { member: 'serviceDeploymentArns', most: 20 },
    DescribeServiceRevisions: { member: 'serviceRevisionArns', most: 20 },
    DescribeServices: { member: 'services', most: 10, name: 'service names' },
    DescribeTasks: { member: 'tasks', most: 100, name: 'taskIds' },
    GetTaskProtection: { member: 'tasks', most: 100, name: 'taskIds' },
    UpdateTaskProtection: { member: 'tasks', most: 10, name: 'taskIds' }
};
/** "This value can be between 1 and 100.", say the pages of the operations, but for these. */
const PAGES = { DescribeCapacityProviders: 10, ListAccountSettings: 10 };
const MOST_PER_PAGE = 100;
/** Holds a request to the limits of ECS's API reference. @throws AwsFault InvalidParameterException */
function checkEcsLimits(operation, input) {
    if (!(0,decode/* isStructure */.ip)(input))
        return;
    const limit = LISTS[operation];
    const entries = limit === undefined ? undefined : input[limit.member];
    if (limit !== undefined && Array.isArray(entries) && entries.length > limit.most) {
        throw refusal(`${limit.name ?? limit.member} can have at most ${limit.most} items.`);
    }
    const size = input['maxResults'];
    const most = PAGES[operation] ?? MOST_PER_PAGE;
    if (typeof size === 'number' && (size < 1 || size > most)) {
        throw refusal(`maxResults ${size} is not between 1 and ${most}.`);
    }
}
function refusal(message) {
    return new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/request-refusal.js


/** What ECS says itself where a member is missing, in the errors that users of other tools show. */
const MISSING = {
    'DescribeServices services': ['InvalidParameterException', 'Services cannot be empty.'],
    'DescribeTasks tasks': ['InvalidParameterException', 'Tasks cannot be empty.'],
    'RunTask taskDefinition': ['ClientException', 'TaskDefinition cannot be empty.']
};
/** The operations on task definitions answer with ClientException, the others with InvalidParameterException. */
function refuseEcsRequest(violations, operation) {
    const [first] = violations;
    const known = first?.kind === 'required' ? MISSING[`${operation} ${first.path}`] : undefined;
    if (known !== undefined)
        return new server_protocol/* AwsFault */.kU(...known);
    const name = /TaskDefinition/.test(operation) ? 'ClientException' : 'InvalidParameterException';
    return new server_protocol/* AwsFault */.kU(name, describeViolations(violations));
}

;// CONCATENATED MODULE: ./lib/emulator/ecs/module.js
















/** The ARN that IAM names when it denies an operation. */
function resourceOf(operation, input, { region }) {
    if (!(0,decode/* isStructure */.ip)(input))
        return '*';
    if (operation === 'RegisterTaskDefinition')
        return region.arn('ecs', `task-definition/${String(input['family'])}:*`);
    if (operation === 'RunTask') {
        const reference = String(input['taskDefinition']);
        return reference.startsWith('arn:') ? reference : region.arn('ecs', `task-definition/${reference}`);
    }
    if (Array.isArray(input['services']))
        return serviceArnFor(region, input['cluster'], input['services'][0]);
    if (input['service'] !== undefined)
        return serviceArnFor(region, input['cluster'], input['service']);
    if (typeof input['serviceDeploymentArn'] === 'string')
        return input['serviceDeploymentArn'];
    if (Array.isArray(input['serviceDeploymentArns']))
        return String(input['serviceDeploymentArns'][0]);
    if (typeof input['cluster'] === 'string')
        return region.arn('ecs', `cluster/${shortName(input['cluster'])}`);
    return '*';
}
/** Amazon ECS: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html, the part that shipping needs. */
const ecs = {
    name: 'ecs',
    targetPrefix: 'AmazonEC2ContainerServiceV20141113',
    serverError: 'ServerException',
    operations: {
        ...clusterOperations,
        ...capacityProviderOperations,
        ...taskDefinitionOperations,
        ...serviceOperations,
        ...namespaceOperations,
        ...taskOperations,
        ...serviceDeploymentOperations,
        ...taskSetOperations,
        ...tags_tagOperations,
        ...account_settings_accountSettingOperations,
        ...taskProtectionOperations
    },
    refuse: refuseEcsRequest,
    checkLimits: checkEcsLimits,
    resource: resourceOf
};
const ecsModule = {
    json: [ecs],
    install: cloud => {
        cloud.targets = ECS_TARGETS;
    }
};

;// CONCATENATED MODULE: ./lib/emulator/iam/pages.js

/** The page of a list as IAM's operations give it: they say also whether there is more. `of` is what the list holds. */
function cutTruncatedPage(list, of, size, after) {
    const { items, marker } = cutMarkedPage(list, { size, marker: after, usual: 100, of });
    return { items, IsTruncated: marker !== undefined, Marker: marker };
}

;// CONCATENATED MODULE: ./lib/emulator/iam/simulation.js







const SIMULATION = (0,decode/* structure */.QK)({
    PolicySourceArn: decode/* string */.Yj,
    PolicyInputList: (0,decode/* list */.p_)(decode/* string */.Yj),
    PermissionsBoundaryPolicyInputList: (0,decode/* list */.p_)(decode/* string */.Yj),
    PolicyExclusionList: (0,decode/* list */.p_)(decode/* document */.Al),
    ActionNames: (0,decode/* list */.p_)(decode/* string */.Yj),
    ResourceArns: (0,decode/* list */.p_)(decode/* string */.Yj),
    ResourcePolicy: decode/* string */.Yj,
    ResourceOwner: decode/* string */.Yj,
    CallerArn: decode/* string */.Yj,
    ContextEntries: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ ContextKeyName: decode/* string */.Yj, ContextKeyValues: (0,decode/* list */.p_)(decode/* string */.Yj), ContextKeyType: decode/* string */.Yj })),
    ResourceHandlingOption: decode/* string */.Yj,
    MaxItems: decode/* integer */.nd,
    Marker: decode/* string */.Yj
});
/**
 * Each action on each resource, by the inline policies of a role and those of the request; the stage's own user may do everything. What the
 * faults deny is denied to all. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
const simulatePrincipalPolicy = operation(SIMULATION, (input, { cloud }) => {
    const { PolicySourceArn: source = '', PolicyInputList: given = [], PermissionsBoundaryPolicyInputList: boundary = [], ActionNames: actions = [], ResourceArns: resources = [], ContextEntries: entries = [], MaxItems, Marker, ...others } = input;
    refuseUnsupported('InvalidInput', others);
    const policies = [...policiesOf(source, cloud), ...given.map(readGiven)];
    if (boundary.length > 1) {
        throw new server_protocol/* AwsFault */.kU('InvalidInput', 'Only one permissions boundary can be passed in PermissionsBoundaryPolicyInputList.');
    }
    const limits = boundary.map(readGiven);
    const context = readContext(entries);
    const results = actions.flatMap(action => (resources.length === 0 ? ['*'] : resources).map(resource => {
        const { decision, missingKeys, isWithin } = cloud.faults.denies(action)
            ? { decision: 'explicitDeny', missingKeys: [], isWithin: undefined }
            : judge(policies, limits, { action, resource, context });
        return {
            EvalActionName: action,
            EvalResourceName: resource,
            EvalDecision: decision,
            MatchedStatements: [],
            MissingContextValues: missingKeys,
            PermissionsBoundaryDecisionDetail: isWithin === undefined ? undefined : { AllowedByPermissionsBoundary: isWithin }
        };
    }));
    const { items, ...rest } = cutTruncatedPage(results, 'results', MaxItems, Marker);
    return { EvaluationResults: items, ...rest };
});
/** The service model gives a simulation no MalformedPolicyDocument. */
function readGiven(text) {
    return readPolicy(text, 'InvalidInput');
}
/** What policies say, within a boundary where there is one: both have to allow. */
function judge(policies, boundary, wish) {
    const own = evaluatePolicies(policies, wish);
    if (boundary.length === 0)
        return { ...own, isWithin: undefined };
    const limit = evaluatePolicies(boundary, wish);
    const isWithin = limit.decision === 'allowed';
    const decision = limit.decision === 'explicitDeny' || (own.decision === 'allowed' && !isWithin) ? limit.decision : own.decision;
    return { decision, missingKeys: [...new Set([...own.missingKeys, ...limit.missingKeys])], isWithin };
}
function readContext(entries) {
    return new Map(entries.map(({ ContextKeyName: name = '', ContextKeyValues: values = [], ContextKeyType: type = 'string' }) => {
        if (!type.startsWith('string')) {
            throw new server_protocol/* AwsFault */.kU('InvalidInput', `The built-in AWS compares texts alone: ${name} has the type ${type}`);
        }
        return [name.toLowerCase(), values];
    }));
}
const simulation_EVERYTHING = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
function policiesOf(source, cloud) {
    const [, kind, path] = /^arn:[^:]+:iam::\d{12}:(user|role)\/(.+)$/.exec(source) ?? [];
    if (kind === undefined || path === undefined)
        throw new server_protocol/* AwsFault */.kU('InvalidInput', `Invalid Entity Arn: ${source}`);
    if (kind === 'user' && path === 'rehearsal')
        return [simulation_EVERYTHING];
    const role = kind === 'role' ? findRoleByArn(cloud, source) : undefined;
    if (role === undefined)
        throw new server_protocol/* AwsFault */.kU('NoSuchEntity', `The ${kind} with name ${path} cannot be found.`, 404);
    return [...role.policies.values()];
}

;// CONCATENATED MODULE: ./lib/emulator/iam/module.js







const module_NAME = { RoleName: decode/* string */.Yj };
const module_ROLE = (0,decode/* structure */.QK)({
    ...module_NAME,
    Path: decode/* string */.Yj,
    AssumeRolePolicyDocument: decode/* string */.Yj,
    Description: decode/* string */.Yj,
    MaxSessionDuration: decode/* integer */.nd,
    MaxSigninSessionDuration: decode/* integer */.nd,
    PermissionsBoundary: decode/* string */.Yj,
    Tags: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj }))
});
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const createRole = operation(module_ROLE, (input, { cloud, region, now }) => {
    const { RoleName: name = '', Path: path = '/', Tags = [] } = input;
    const roles = rolesOf(cloud);
    const same = [...roles.keys()].find(other => other.toLowerCase() === name.toLowerCase());
    if (same !== undefined)
        throw new server_protocol/* AwsFault */.kU('EntityAlreadyExists', `Role with name ${name} already exists.`, 409);
    const tags = Tags.map(({ Key = '', Value = '' }) => ({ Key, Value }));
    if (new Set(tags.map(({ Key }) => Key.toLowerCase())).size < tags.length) {
        const message = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.';
        throw new server_protocol/* AwsFault */.kU('InvalidInput', message);
    }
    const role = {
        name,
        path,
        arn: `arn:${region.partition}:iam::${cloud.account}:role${path}${name}`,
        description: input.Description,
        createdAt: now,
        maxSessionDuration: input.MaxSessionDuration ?? 3600,
        maxSigninSessionDuration: input.MaxSigninSessionDuration,
        tags,
        permissionsBoundary: input.PermissionsBoundary,
        trustPolicy: readTrustPolicy(input.AssumeRolePolicyDocument ?? ''),
        policies: new Map()
    };
    roles.set(name, role);
    return { Role: describeWhole(role) };
});
const getRole = operation((0,decode/* structure */.QK)(module_NAME), ({ RoleName: name }, { cloud }) => ({
    Role: { ...describeWhole(findRole(cloud, name)), RoleLastUsed: {} }
}));
const updateAssumeRolePolicy = operation((0,decode/* structure */.QK)({ ...module_NAME, PolicyDocument: decode/* string */.Yj }), (input, { cloud }) => {
    findRole(cloud, input.RoleName).trustPolicy = readTrustPolicy(input.PolicyDocument ?? '');
});
const putRolePolicy = operation((0,decode/* structure */.QK)({ ...module_NAME, PolicyName: decode/* string */.Yj, PolicyDocument: decode/* string */.Yj }), (input, { cloud }) => {
    findRole(cloud, input.RoleName).policies.set(input.PolicyName ?? '', readPolicy(input.PolicyDocument ?? ''));
});
const deleteRole = operation((0,decode/* structure */.QK)(module_NAME), ({ RoleName: name }, { cloud }) => {
    rolesOf(cloud).delete(findRole(cloud, name).name);
});
const listRoles = operation((0,decode/* structure */.QK)({ PathPrefix: decode/* string */.Yj, Marker: decode/* string */.Yj, MaxItems: decode/* integer */.nd }), (input, { cloud }) => {
    const { PathPrefix: prefix = '/', MaxItems, Marker } = input;
    const roles = [...rolesOf(cloud).values()].filter(({ path }) => path.startsWith(prefix));
    const { items, ...rest } = cutTruncatedPage(roles, 'roles', MaxItems, Marker);
    return { Roles: items.map(describeRole), ...rest };
});
const iam = {
    name: 'iam',
    versions: ['2010-05-08'],
    operations: {
        CreateRole: createRole,
        GetRole: getRole,
        ListRoles: listRoles,
        PutRolePolicy: putRolePolicy,
        SimulatePrincipalPolicy: simulatePrincipalPolicy,
        UpdateAssumeRolePolicy: updateAssumeRolePolicy,
        DeleteRole: deleteRole
    },
    resource: (_operation, input) => {
        const { PolicySourceArn: source, RoleName: name = '' } = ((0,decode/* isStructure */.ip)(input) ? input : {});
        return source ?? `role ${name}`;
    }
};
/** The roles of IAM: who may assume them, and what they may do where that is asked for; no call is refused by it. */
const iamModule = { query: [iam] };

// EXTERNAL MODULE: ./lib/emulator/runner/id-token.js
var id_token = __webpack_require__(7901);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/emulator/elb/names.js

/**
 * The rule of both API pages for a name, which the service model does not have.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 *
 * @throws AwsFault ValidationError
 */
function names_checkName(name, kind) {
    if (name.length > 32)
        throw new server_protocol/* AwsFault */.kU('ValidationError', `The ${kind} name '${name}' cannot be longer than '32' characters`);
    if (/^[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*$/.test(name) && !(kind === 'load balancer' && name.startsWith('internal-')))
        return name;
    const rule = 'must contain only alphanumeric characters or hyphens, and must not begin or end with a hyphen';
    const more = kind === 'load balancer' ? ", or begin with 'internal-'" : '';
    throw new server_protocol/* AwsFault */.kU('ValidationError', `The ${kind} name '${name}' is not valid: it ${rule}${more}`);
}

// EXTERNAL MODULE: ./lib/emulator/elb/traffic/sockets.js + 8 modules
var sockets = __webpack_require__(8859);
;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/routes.js

/** What is told of the load balancers' listeners and their traffic, under the endpoint. */
const trafficRoutes = [
    {
        prefix: '/_slipway/listeners/',
        handle: ({ method }, response, cloud) => {
            if (method === 'GET')
                send(response, 200, (0,sockets/* listListeners */.E8)(cloud));
            else
                routes_refuse(response, 'GET');
        }
    },
    {
        prefix: '/_slipway/traffic/',
        handle: ({ method, url = '/' }, response, cloud) => {
            const after = Number(new URL(url, cloud.origin).searchParams.get('after') ?? 0);
            if (method === 'GET')
                send(response, 200, cloud.trafficLog.entries(after));
            else if (method === 'DELETE') {
                cloud.trafficLog.clear();
                send(response, 200, {});
            }
            else
                routes_refuse(response, 'GET and DELETE');
        }
    }
];
function routes_refuse(response, served) {
    send(response, 405, { message: `Served are: ${served}.` });
}
function send(response, status, value) {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
}

;// CONCATENATED MODULE: ./lib/emulator/elb/module.js













const module_SHORT = { application: 'app', network: 'net' };
const createLoadBalancer = operation(BALANCER, (input, { region, now }) => {
    const name = names_checkName(input.Name ?? '', 'load balancer');
    const kind = module_SHORT[input.Type ?? 'application'] ?? 'app';
    const arn = region.arn('elasticloadbalancing', `loadbalancer/${kind}/${name}/${(0,elb_rules/* idOf */.TH)(name)}`);
    const missing = subnetsOf(input).find(({ id }) => findSubnet(region, id) === undefined)?.id;
    if (missing !== undefined)
        throw new server_protocol/* AwsFault */.kU('SubnetNotFound', `The subnet ID '${missing}' does not exist`);
    const { balancers } = region.part(state/* BALANCING */.GU);
    const known = [...balancers.values()].find(one => one.name === name);
    // A request that says what the one before said succeeds again.
    if (known !== undefined && !(0,external_node_util_.isDeepStrictEqual)(input, known.input)) {
        const message = `A load balancer with the same name '${name}' exists, but with different settings`;
        throw new server_protocol/* AwsFault */.kU('DuplicateLoadBalancerName', message);
    }
    const balancer = known ?? { arn, name, input, createdAt: now, dnsName: (0,sockets/* makeDnsName */.jx)(region, name) };
    balancers.set(balancer.arn, balancer);
    keepTags(region, balancer.arn, input.Tags);
    return { LoadBalancers: [describeBalancer(balancer, region)] };
});
const createTargetGroup = operation(inputs_GROUP, (input, { region }) => {
    const name = names_checkName(input.Name ?? '', 'target group');
    const { groups } = region.part(state/* BALANCING */.GU);
    const known = [...groups.values()].find(group => group.name === name);
    if (known !== undefined && !(0,external_node_util_.isDeepStrictEqual)(input, known.input)) {
        throw new server_protocol/* AwsFault */.kU('DuplicateTargetGroupName', `A target group with the same name '${name}' exists, but with different settings`);
    }
    if (known !== undefined)
        return { TargetGroups: [describe_describeGroup(known, region)] };
    const arn = region.arn('elasticloadbalancing', `targetgroup/${name}/${(0,elb_rules/* idOf */.TH)('group', name)}`);
    const group = { arn, name, input, attributes: new Map() };
    groups.set(arn, group);
    keepTags(region, arn, input.Tags);
    return { TargetGroups: [describe_describeGroup(group, region)] };
});
const createListener = operation(LISTENER, (input, { region }) => {
    const { LoadBalancerArn: balancerArn = '', Port: port = 80, Protocol: protocol = 'HTTP' } = input;
    const { balancers, listeners } = region.part(state/* BALANCING */.GU);
    if (!balancers.has(balancerArn)) {
        throw new server_protocol/* AwsFault */.kU('LoadBalancerNotFound', `Load balancer '${balancerArn}' not found`);
    }
    const arn = `${balancerArn.replace(':loadbalancer/', ':listener/')}/${(0,elb_rules/* idOf */.TH)(balancerArn, String(port))}`;
    const known = listeners.get(arn);
    if (known !== undefined && (0,external_node_util_.isDeepStrictEqual)(input, known.input))
        return { Listeners: [describeListener(known)] };
    if (known !== undefined)
        throw new server_protocol/* AwsFault */.kU('DuplicateListener', 'A listener already exists on this port for this load balancer');
    const first = (0,elb_rules/* makeRule */.Be)(arn, 'default', input.DefaultActions ?? []);
    checkTargets(first, region);
    const listener = { arn, balancerArn, protocol, port, input, rules: [first] };
    listeners.set(arn, listener);
    (0,sockets/* openListener */.tE)(region, listener);
    keepTags(region, arn, input.Tags);
    return { Listeners: [describeListener(listener)] };
});
const createRule = operation(RULE, (input, { region }) => {
    const listener = (0,state/* findListener */.A0)(region, input.ListenerArn ?? '');
    const priority = String(input.Priority);
    if (listener.rules.some(rule => rule.priority === priority)) {
        throw new server_protocol/* AwsFault */.kU('PriorityInUse', `Priority '${priority}' is currently in use`);
    }
    const rule = (0,elb_rules/* makeRule */.Be)(listener.arn, priority, input.Actions ?? [], {
        conditions: input.Conditions ?? [],
        transforms: input.Transforms ?? []
    });
    checkTargets(rule, region);
    listener.rules.push(rule);
    keepTags(region, rule.arn, input.Tags);
    return { Rules: [(0,elb_rules/* describeRule */.IO)(rule)] };
});
function checkTargets({ forwards }, region) {
    const missing = forwards.find(({ arn }) => !region.part(state/* BALANCING */.GU).groups.has(arn));
    if (missing !== undefined)
        throw new server_protocol/* AwsFault */.kU('TargetGroupNotFound', `Target groups '${missing.arn}' not found`);
}
/** The page of a list that a Describe operation asks for. */
function cut(list, of, { PageSize: size, Marker: marker }) {
    return cutMarkedPage(list, { size, marker, usual: 400, of });
}
const describeLoadBalancers = operation(BALANCERS_PAGE, (input, { region }) => {
    const all = [...region.part(state/* BALANCING */.GU).balancers.values()];
    const wanted = module_select(all, input.LoadBalancerArns, input.Names, 'LoadBalancerNotFound', 'Load balancers');
    const { items, marker } = cut(wanted, 'balancers', input);
    return { LoadBalancers: items.map(one => describeBalancer(one, region)), NextMarker: marker };
});
const describeTargetGroups = operation(GROUPS_PAGE, (input, { region }) => {
    const all = [...region.part(state/* BALANCING */.GU).groups.values()];
    const found = module_select(all, input.TargetGroupArns, input.Names, 'TargetGroupNotFound', 'One or more target groups');
    const balancer = input.LoadBalancerArn;
    const described = found.map(group => describe_describeGroup(group, region));
    const wanted = described.filter(group => balancer === undefined || group.LoadBalancerArns.includes(balancer));
    const { items, marker } = cut(wanted, 'groups', input);
    return { TargetGroups: items, NextMarker: marker };
});
const describeListeners = operation(LISTENERS_PAGE, (input, { region }) => {
    const { ListenerArns: arns = [], LoadBalancerArn: balancer } = input;
    const found = arns.length > 0
        ? arns.map(arn => (0,state/* findListener */.A0)(region, arn))
        : [...region.part(state/* BALANCING */.GU).listeners.values()].filter(one => one.balancerArn === balancer);
    const { items, marker } = cut(found, 'listeners', input);
    return { Listeners: items.map(describeListener), NextMarker: marker };
});
const describeRules = operation(RULES_PAGE, (input, { region }) => {
    const { RuleArns: arns = [], ListenerArn: listener } = input;
    if (listener !== undefined) {
        const { items, marker } = cut((0,state/* sortRules */.YR)((0,state/* findListener */.A0)(region, listener)), 'rules', input);
        return { Rules: items.map(elb_rules/* describeRule */.IO), NextMarker: marker };
    }
    const all = [...region.part(state/* BALANCING */.GU).listeners.values()].flatMap(({ rules }) => rules);
    return {
        Rules: arns.map(arn => {
            const rule = all.find(one => one.arn === arn);
            if (rule === undefined)
                throw new server_protocol/* AwsFault */.kU('RuleNotFound', 'One or more rules not found');
            return (0,elb_rules/* describeRule */.IO)(rule);
        })
    };
});
function module_select(all, arns = [], names = [], code, what) {
    const found = [
        ...arns.map(arn => all.find(one => one.arn === arn)),
        ...names.map(name => all.find(one => one.name === name))
    ];
    if (arns.length + names.length === 0)
        return all;
    if (found.includes(undefined))
        throw new server_protocol/* AwsFault */.kU(code, `${what} not found`);
    return found.filter(one => one !== undefined);
}
function keepTags(region, arn, tags) {
    region.part(state/* BALANCING */.GU).tags.set(arn, new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])));
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html */
const module_describeTags = operation(TAGGED, ({ ResourceArns: arns = [] }, { region }) => {
    const { tags } = region.part(state/* BALANCING */.GU);
    return {
        TagDescriptions: arns.map(arn => {
            const found = tags.get(arn);
            if (found === undefined)
                throw new server_protocol/* AwsFault */.kU(...missingOf(arn));
            return { ResourceArn: arn, Tags: [...found].map(([Key, Value]) => ({ Key, Value })) };
        })
    };
});
function missingOf(arn) {
    if (arn.includes(':targetgroup/'))
        return ['TargetGroupNotFound', 'One or more target groups not found'];
    if (arn.includes(':listener-rule/'))
        return ['RuleNotFound', 'One or more rules not found'];
    if (arn.includes(':listener/'))
        return ['ListenerNotFound', 'One or more listeners not found'];
    return ['LoadBalancerNotFound', `Load balancer '${arn}' not found`];
}
const loadBalancing = {
    name: 'elasticloadbalancing',
    versions: ['2015-12-01'],
    operations: {
        CreateLoadBalancer: createLoadBalancer,
        CreateTargetGroup: createTargetGroup,
        CreateListener: createListener,
        CreateRule: createRule,
        DescribeLoadBalancers: describeLoadBalancers,
        DescribeTargetGroups: describeTargetGroups,
        DescribeTargetGroupAttributes: describeTargetGroupAttributes,
        ModifyTargetGroup: modifyTargetGroup,
        ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
        DescribeListeners: describeListeners,
        DescribeRules: describeRules,
        DescribeTags: module_describeTags
    }
};
/** Elastic Load Balancing: how listeners and target groups are wired, and listeners that answer. ECS and CodeDeploy move the weights (shifts.ts). */
const loadBalancingModule = {
    query: [loadBalancing],
    routes: trafficRoutes,
    settle: sockets/* settleListeners */.rc,
    uninstall: sockets/* closeListeners */.E3
};

;// CONCATENATED MODULE: ./lib/emulator/models/form.js

/**
 * What a form says, typed by a shape of the service model: `Tags.member.1.Key` becomes the first of `Tags`. Names that the model does not know
 * are left out.
 *
 * @param broken the error code for a text that does not fit the type
 * @throws AwsFault that error
 */
function readForm(shapes, form, shape, broken) {
    const root = { parts: new Map() };
    for (const [name, text] of form)
        place(root, name.split('.'), text);
    return read(root, shape, '');
    function read(node, name, path) {
        const of = shapes(name);
        switch (of.kind) {
            case 'structure':
                return Object.fromEntries(of.members.flatMap(member => {
                    const part = node.parts.get(member.name);
                    return part === undefined ? [] : [[member.name, read(part, member.shape, join(path, member.name))]];
                }));
            case 'list':
                return readItems(node, of).map((item, index) => read(item, of.item, `${path}.${index + 1}`));
            case 'map':
                return Object.fromEntries(numbered(node.parts.get('entry') ?? node).map(entry => [
                    entry.parts.get('key')?.text ?? '',
                    read(entry.parts.get('value') ?? EMPTY, of.value, path)
                ]));
            default:
                return readScalar(node.text ?? '', of, path);
        }
    }
    function readScalar(text, { kind }, path) {
        const value = convert(text, kind);
        if (value !== undefined)
            return value;
        throw new server_protocol/* AwsFault */.kU(broken, `Invalid value '${text}' for ${path}: it is not of the type ${kind}`);
    }
}
const EMPTY = { parts: new Map() };
function place(root, names, text) {
    let node = root;
    for (const name of names) {
        const next = node.parts.get(name) ?? { parts: new Map() };
        node.parts.set(name, next);
        node = next;
    }
    node.text = text;
}
/** A client may leave `member` out, and EC2's clients always do. */
function readItems(node, { flat }) {
    return numbered(flat ? node : (node.parts.get('member') ?? node));
}
/** The parts whose names are numbers, in the order of these. */
function numbered({ parts }) {
    return [...parts]
        .filter(([name]) => /^\d+$/.test(name))
        .sort(([one], [other]) => Number(one) - Number(other))
        .map(([, part]) => part);
}
function convert(text, kind) {
    switch (kind) {
        case 'integer':
            return /^-?\d{1,19}$/.test(text) ? Number(text) : undefined;
        case 'double':
            return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
        case 'boolean':
            return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
        case 'timestamp': {
            const time = Date.parse(text);
            return Number.isNaN(time) ? undefined : time / 1000;
        }
        default:
            return text;
    }
}
function join(path, name) {
    return path === '' ? name : `${path}.${name}`;
}

;// CONCATENATED MODULE: ./lib/emulator/models/model.js
/** Reads the shapes of a service, each when it is first asked for. A name that is not in the table is that of a scalar kind. */
function openShapes({ shapes }) {
    const read = new Map();
    return name => {
        const known = read.get(name);
        if (known !== undefined)
            return known;
        const shape = readShape(shapes[name] ?? { kind: name });
        read.set(name, shape);
        return shape;
    };
}
function readShape(text) {
    const { members, item, flat = false, key, value, kind = 'string', values, min, max, pattern, sensitive } = text;
    if (members !== undefined)
        return { kind: 'structure', members: readMembers(members), sensitive };
    if (item !== undefined)
        return { kind: 'list', item, flat, min, max, sensitive };
    if (key !== undefined && value !== undefined)
        return { kind: 'map', key, value, min, max, sensitive };
    return {
        kind,
        values: values?.split(' '),
        min,
        max,
        pattern: pattern === undefined ? undefined : { text: pattern, whole: readPattern(pattern) },
        sensitive
    };
}
function readMembers(members) {
    return members
        .split(' ')
        .filter(word => word !== '')
        .map(word => {
        const [name = '', shape = 'string'] = word.split(':');
        return { name: name.replace('!', ''), shape, required: name.endsWith('!') };
    });
}
/** Some patterns escape what JavaScript's Unicode mode does not let be escaped; those with `\p` need it. */
function readPattern(pattern) {
    const whole = `^(?:${pattern})$`;
    try {
        return new RegExp(whole, 'u');
    }
    catch {
        return new RegExp(whole);
    }
}

;// CONCATENATED MODULE: ./lib/emulator/models/shapes.js
/** By service: the input shape of every claimed operation, and every shape below it that is not a plain scalar. */
const MODELS = {
    'application-autoscaling': {
        inputs: { DescribeScalableTargets: 'DescribeScalableTargetsRequest', DescribeScalingPolicies: 'DescribeScalingPoliciesRequest' },
        shapes: {
            DescribeScalableTargetsRequest: { members: 'ServiceNamespace!:ServiceNamespace ResourceIds:ResourceIdsMaxLen1600 ScalableDimension:ScalableDimension MaxResults:integer NextToken:XmlString' },
            ServiceNamespace: { values: 'ecs elasticmapreduce ec2 appstream dynamodb rds sagemaker custom-resource comprehend lambda cassandra kafka elasticache neptune workspaces' },
            ResourceIdsMaxLen1600: { item: 'ResourceIdMaxLen1600', max: 50 },
            ResourceIdMaxLen1600: { min: 1, max: 1600, pattern: '[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*' },
            ScalableDimension: { values: 'ecs:service:DesiredCount ec2:spot-fleet-request:TargetCapacity elasticmapreduce:instancegroup:InstanceCount appstream:fleet:DesiredCapacity dynamodb:table:ReadCapacityUnits dynamodb:table:WriteCapacityUnits dynamodb:index:ReadCapacityUnits dynamodb:index:WriteCapacityUnits rds:cluster:ReadReplicaCount sagemaker:variant:DesiredInstanceCount custom-resource:ResourceType:Property comprehend:document-classifier-endpoint:DesiredInferenceUnits comprehend:entity-recognizer-endpoint:DesiredInferenceUnits lambda:function:ProvisionedConcurrency cassandra:table:ReadCapacityUnits cassandra:table:WriteCapacityUnits kafka:broker-storage:VolumeSize elasticache:cache-cluster:Nodes elasticache:replication-group:NodeGroups elasticache:replication-group:Replicas neptune:cluster:ReadReplicaCount sagemaker:variant:DesiredProvisionedConcurrency sagemaker:inference-component:DesiredCopyCount workspaces:workspacespool:DesiredUserSessions' },
            XmlString: { pattern: '[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*' },
            DescribeScalingPoliciesRequest: { members: 'PolicyNames:ResourceIdsMaxLen1600 ServiceNamespace!:ServiceNamespace ResourceId:ResourceIdMaxLen1600 ScalableDimension:ScalableDimension MaxResults:integer NextToken:XmlString' }
        }
    },
    codedeploy: {
        inputs: { BatchGetApplicationRevisions: 'BatchGetApplicationRevisionsInput', BatchGetApplications: 'BatchGetApplicationsInput', BatchGetDeploymentGroups: 'BatchGetDeploymentGroupsInput', BatchGetDeploymentTargets: 'BatchGetDeploymentTargetsInput', BatchGetDeployments: 'BatchGetDeploymentsInput', ContinueDeployment: 'ContinueDeploymentInput', CreateApplication: 'CreateApplicationInput', CreateDeployment: 'CreateDeploymentInput', CreateDeploymentConfig: 'CreateDeploymentConfigInput', CreateDeploymentGroup: 'CreateDeploymentGroupInput', DeleteApplication: 'DeleteApplicationInput', DeleteDeploymentConfig: 'DeleteDeploymentConfigInput', DeleteDeploymentGroup: 'DeleteDeploymentGroupInput', GetApplication: 'GetApplicationInput', GetApplicationRevision: 'GetApplicationRevisionInput', GetDeployment: 'GetDeploymentInput', GetDeploymentConfig: 'GetDeploymentConfigInput', GetDeploymentGroup: 'GetDeploymentGroupInput', GetDeploymentTarget: 'GetDeploymentTargetInput', ListApplicationRevisions: 'ListApplicationRevisionsInput', ListApplications: 'ListApplicationsInput', ListDeploymentConfigs: 'ListDeploymentConfigsInput', ListDeploymentGroups: 'ListDeploymentGroupsInput', ListDeploymentTargets: 'ListDeploymentTargetsInput', ListDeployments: 'ListDeploymentsInput', ListTagsForResource: 'ListTagsForResourceInput', RegisterApplicationRevision: 'RegisterApplicationRevisionInput', StopDeployment: 'StopDeploymentInput', TagResource: 'TagResourceInput', UntagResource: 'UntagResourceInput', UpdateDeploymentGroup: 'UpdateDeploymentGroupInput' },
        shapes: {
            BatchGetApplicationRevisionsInput: { members: 'applicationName!:ApplicationName revisions!:RevisionLocationList' },
            ApplicationName: { min: 1, max: 100, pattern: '[A-Za-z0-9+=,.@_-]*' },
            RevisionLocationList: { item: 'RevisionLocation' },
            RevisionLocation: { members: 'revisionType:RevisionLocationType s3Location:S3Location gitHubLocation:GitHubLocation string:RawString appSpecContent:AppSpecContent' },
            RevisionLocationType: { values: 'S3 GitHub String AppSpecContent' },
            S3Location: { members: 'bucket key bundleType:BundleType version eTag' },
            BundleType: { values: 'tar tgz zip YAML JSON' },
            GitHubLocation: { members: 'repository commitId' },
            RawString: { members: 'content sha256' },
            AppSpecContent: { members: 'content sha256' },
            BatchGetApplicationsInput: { members: 'applicationNames!:ApplicationsList' },
            ApplicationsList: { item: 'ApplicationName' },
            BatchGetDeploymentGroupsInput: { members: 'applicationName!:ApplicationName deploymentGroupNames!:DeploymentGroupsList' },
            DeploymentGroupsList: { item: 'DeploymentGroupName' },
            DeploymentGroupName: { min: 1, max: 100, pattern: '[A-Za-z0-9+=,.@_-]*' },
            BatchGetDeploymentTargetsInput: { members: 'deploymentId! targetIds!:TargetIdList' },
            TargetIdList: { item: 'string' },
            BatchGetDeploymentsInput: { members: 'deploymentIds!:DeploymentsList' },
            DeploymentsList: { item: 'string' },
            ContinueDeploymentInput: { members: 'deploymentId deploymentWaitType:DeploymentWaitType' },
            DeploymentWaitType: { values: 'READY_WAIT TERMINATION_WAIT' },
            CreateApplicationInput: { members: 'applicationName!:ApplicationName computePlatform:ComputePlatform tags:TagList' },
            ComputePlatform: { values: 'Server Lambda ECS' },
            TagList: { item: 'Tag' },
            Tag: { members: 'Key Value' },
            CreateDeploymentInput: { members: 'applicationName!:ApplicationName deploymentGroupName:DeploymentGroupName revision:RevisionLocation deploymentConfigName:DeploymentConfigName description ignoreApplicationStopFailures:boolean targetInstances:TargetInstances autoRollbackConfiguration:AutoRollbackConfiguration updateOutdatedInstancesOnly:boolean fileExistsBehavior:FileExistsBehavior deploymentMode:DeploymentMode overrideAlarmConfiguration:AlarmConfiguration ec2DeploymentOptions:EC2DeploymentOptions' },
            DeploymentConfigName: { min: 1, max: 100, pattern: '[A-Za-z0-9+=,.@_-]*' },
            TargetInstances: { members: 'tagFilters:EC2TagFilterList autoScalingGroups:AutoScalingGroupNameList ec2TagSet:EC2TagSet' },
            EC2TagFilterList: { item: 'EC2TagFilter' },
            EC2TagFilter: { members: 'Key Value Type:EC2TagFilterType' },
            EC2TagFilterType: { values: 'KEY_ONLY VALUE_ONLY KEY_AND_VALUE' },
            AutoScalingGroupNameList: { item: 'string' },
            EC2TagSet: { members: 'ec2TagSetList:EC2TagSetList' },
            EC2TagSetList: { item: 'EC2TagFilterList' },
            AutoRollbackConfiguration: { members: 'enabled:boolean events:AutoRollbackEventsList' },
            AutoRollbackEventsList: { item: 'AutoRollbackEvent' },
            AutoRollbackEvent: { values: 'DEPLOYMENT_FAILURE DEPLOYMENT_STOP_ON_ALARM DEPLOYMENT_STOP_ON_REQUEST' },
            FileExistsBehavior: { values: 'DISALLOW OVERWRITE RETAIN' },
            DeploymentMode: { values: 'STANDARD RESTART' },
            AlarmConfiguration: { members: 'enabled:boolean ignorePollAlarmFailure:boolean alarms:AlarmList' },
            AlarmList: { item: 'Alarm' },
            Alarm: { members: 'name' },
            EC2DeploymentOptions: { members: 'autoScalingGroupProcessesToSuspend:AutoScalingGroupProcessesToSuspendList' },
            AutoScalingGroupProcessesToSuspendList: { item: 'AutoScalingGroupProcess', min: 0, max: 4 },
            AutoScalingGroupProcess: { values: 'Terminate AZRebalance InstanceRefresh ScheduledActions', min: 1, max: 255 },
            CreateDeploymentConfigInput: { members: 'deploymentConfigName!:DeploymentConfigName minimumHealthyHosts:MinimumHealthyHosts trafficRoutingConfig:TrafficRoutingConfig computePlatform:ComputePlatform zonalConfig:ZonalConfig' },
            MinimumHealthyHosts: { members: 'type:MinimumHealthyHostsType value:integer' },
            MinimumHealthyHostsType: { values: 'HOST_COUNT FLEET_PERCENT' },
            TrafficRoutingConfig: { members: 'type:TrafficRoutingType timeBasedCanary:TimeBasedCanary timeBasedLinear:TimeBasedLinear' },
            TrafficRoutingType: { values: 'TimeBasedCanary TimeBasedLinear AllAtOnce' },
            TimeBasedCanary: { members: 'canaryPercentage:integer canaryInterval:integer' },
            TimeBasedLinear: { members: 'linearPercentage:integer linearInterval:integer' },
            ZonalConfig: { members: 'firstZoneMonitorDurationInSeconds:integer monitorDurationInSeconds:integer minimumHealthyHostsPerZone:MinimumHealthyHostsPerZone' },
            MinimumHealthyHostsPerZone: { members: 'type:MinimumHealthyHostsPerZoneType value:integer' },
            MinimumHealthyHostsPerZoneType: { values: 'HOST_COUNT FLEET_PERCENT' },
            CreateDeploymentGroupInput: { members: 'applicationName!:ApplicationName deploymentGroupName!:DeploymentGroupName deploymentConfigName:DeploymentConfigName ec2TagFilters:EC2TagFilterList onPremisesInstanceTagFilters:TagFilterList autoScalingGroups:AutoScalingGroupNameList serviceRoleArn! triggerConfigurations:TriggerConfigList alarmConfiguration:AlarmConfiguration autoRollbackConfiguration:AutoRollbackConfiguration outdatedInstancesStrategy:OutdatedInstancesStrategy deploymentStyle:DeploymentStyle blueGreenDeploymentConfiguration:BlueGreenDeploymentConfiguration loadBalancerInfo:LoadBalancerInfo ec2TagSet:EC2TagSet ecsServices:ECSServiceList onPremisesTagSet:OnPremisesTagSet tags:TagList ec2DeploymentOptions:EC2DeploymentOptions terminationHookEnabled:boolean' },
            TagFilterList: { item: 'TagFilter' },
            TagFilter: { members: 'Key Value Type:TagFilterType' },
            TagFilterType: { values: 'KEY_ONLY VALUE_ONLY KEY_AND_VALUE' },
            TriggerConfigList: { item: 'TriggerConfig' },
            TriggerConfig: { members: 'triggerName triggerTargetArn triggerEvents:TriggerEventTypeList' },
            TriggerEventTypeList: { item: 'TriggerEventType' },
            TriggerEventType: { values: 'DeploymentStart DeploymentSuccess DeploymentFailure DeploymentStop DeploymentRollback DeploymentReady InstanceStart InstanceSuccess InstanceFailure InstanceReady' },
            OutdatedInstancesStrategy: { values: 'UPDATE IGNORE' },
            DeploymentStyle: { members: 'deploymentType:DeploymentType deploymentOption:DeploymentOption' },
            DeploymentType: { values: 'IN_PLACE BLUE_GREEN' },
            DeploymentOption: { values: 'WITH_TRAFFIC_CONTROL WITHOUT_TRAFFIC_CONTROL' },
            BlueGreenDeploymentConfiguration: { members: 'terminateBlueInstancesOnDeploymentSuccess:BlueInstanceTerminationOption deploymentReadyOption:DeploymentReadyOption greenFleetProvisioningOption:GreenFleetProvisioningOption' },
            BlueInstanceTerminationOption: { members: 'action:InstanceAction terminationWaitTimeInMinutes:integer' },
            InstanceAction: { values: 'TERMINATE KEEP_ALIVE' },
            DeploymentReadyOption: { members: 'actionOnTimeout:DeploymentReadyAction waitTimeInMinutes:integer' },
            DeploymentReadyAction: { values: 'CONTINUE_DEPLOYMENT STOP_DEPLOYMENT' },
            GreenFleetProvisioningOption: { members: 'action:GreenFleetProvisioningAction' },
            GreenFleetProvisioningAction: { values: 'DISCOVER_EXISTING COPY_AUTO_SCALING_GROUP' },
            LoadBalancerInfo: { members: 'elbInfoList:ELBInfoList targetGroupInfoList:TargetGroupInfoList targetGroupPairInfoList:TargetGroupPairInfoList' },
            ELBInfoList: { item: 'ELBInfo' },
            ELBInfo: { members: 'name' },
            TargetGroupInfoList: { item: 'TargetGroupInfo' },
            TargetGroupInfo: { members: 'name' },
            TargetGroupPairInfoList: { item: 'TargetGroupPairInfo' },
            TargetGroupPairInfo: { members: 'targetGroups:TargetGroupInfoList prodTrafficRoute:TrafficRoute testTrafficRoute:TrafficRoute' },
            TrafficRoute: { members: 'listenerArns:ListenerArnList' },
            ListenerArnList: { item: 'string' },
            ECSServiceList: { item: 'ECSService' },
            ECSService: { members: 'serviceName clusterName' },
            OnPremisesTagSet: { members: 'onPremisesTagSetList:OnPremisesTagSetList' },
            OnPremisesTagSetList: { item: 'TagFilterList' },
            DeleteApplicationInput: { members: 'applicationName!:ApplicationName' },
            DeleteDeploymentConfigInput: { members: 'deploymentConfigName!:DeploymentConfigName' },
            DeleteDeploymentGroupInput: { members: 'applicationName!:ApplicationName deploymentGroupName!:DeploymentGroupName' },
            GetApplicationInput: { members: 'applicationName!:ApplicationName' },
            GetApplicationRevisionInput: { members: 'applicationName!:ApplicationName revision!:RevisionLocation' },
            GetDeploymentInput: { members: 'deploymentId!' },
            GetDeploymentConfigInput: { members: 'deploymentConfigName!:DeploymentConfigName' },
            GetDeploymentGroupInput: { members: 'applicationName!:ApplicationName deploymentGroupName!:DeploymentGroupName' },
            GetDeploymentTargetInput: { members: 'deploymentId! targetId!' },
            ListApplicationRevisionsInput: { members: 'applicationName!:ApplicationName sortBy:ApplicationRevisionSortBy sortOrder:SortOrder s3Bucket s3KeyPrefix deployed:ListStateFilterAction nextToken' },
            ApplicationRevisionSortBy: { values: 'registerTime firstUsedTime lastUsedTime' },
            SortOrder: { values: 'ascending descending' },
            ListStateFilterAction: { values: 'include exclude ignore' },
            ListApplicationsInput: { members: 'nextToken' },
            ListDeploymentConfigsInput: { members: 'nextToken' },
            ListDeploymentGroupsInput: { members: 'applicationName!:ApplicationName nextToken' },
            ListDeploymentTargetsInput: { members: 'deploymentId! nextToken targetFilters:TargetFilters' },
            TargetFilters: { key: 'TargetFilterName', value: 'FilterValueList' },
            TargetFilterName: { values: 'TargetStatus ServerInstanceLabel' },
            FilterValueList: { item: 'string' },
            ListDeploymentsInput: { members: 'applicationName:ApplicationName deploymentGroupName:DeploymentGroupName externalId includeOnlyStatuses:DeploymentStatusList createTimeRange:TimeRange nextToken' },
            DeploymentStatusList: { item: 'DeploymentStatus' },
            DeploymentStatus: { values: 'Created Queued InProgress Baking Succeeded Failed Stopped Ready' },
            TimeRange: { members: 'start:timestamp end:timestamp' },
            ListTagsForResourceInput: { members: 'ResourceArn!:Arn NextToken' },
            Arn: { min: 1, max: 1011 },
            RegisterApplicationRevisionInput: { members: 'applicationName!:ApplicationName description revision!:RevisionLocation' },
            StopDeploymentInput: { members: 'deploymentId! autoRollbackEnabled:boolean' },
            TagResourceInput: { members: 'ResourceArn!:Arn Tags!:TagList' },
            UntagResourceInput: { members: 'ResourceArn!:Arn TagKeys!:TagKeyList' },
            TagKeyList: { item: 'string' },
            UpdateDeploymentGroupInput: { members: 'applicationName!:ApplicationName currentDeploymentGroupName!:DeploymentGroupName newDeploymentGroupName:DeploymentGroupName deploymentConfigName:DeploymentConfigName ec2TagFilters:EC2TagFilterList onPremisesInstanceTagFilters:TagFilterList autoScalingGroups:AutoScalingGroupNameList serviceRoleArn triggerConfigurations:TriggerConfigList alarmConfiguration:AlarmConfiguration autoRollbackConfiguration:AutoRollbackConfiguration outdatedInstancesStrategy:OutdatedInstancesStrategy deploymentStyle:DeploymentStyle blueGreenDeploymentConfiguration:BlueGreenDeploymentConfiguration loadBalancerInfo:LoadBalancerInfo ec2TagSet:EC2TagSet ecsServices:ECSServiceList onPremisesTagSet:OnPremisesTagSet ec2DeploymentOptions:EC2DeploymentOptions terminationHookEnabled:boolean' }
        }
    },
    ec2: {
        inputs: { CreateSecurityGroup: 'CreateSecurityGroupRequest', CreateSubnet: 'CreateSubnetRequest', CreateVpc: 'CreateVpcRequest', DescribeSecurityGroups: 'DescribeSecurityGroupsRequest', DescribeSubnets: 'DescribeSubnetsRequest', DescribeVpcs: 'DescribeVpcsRequest' },
        shapes: {
            CreateSecurityGroupRequest: { members: 'GroupDescription! GroupName! VpcId TagSpecification:TagSpecificationList DryRun:boolean' },
            TagSpecificationList: { item: 'TagSpecification', flat: true },
            TagSpecification: { members: 'ResourceType:ResourceType Tag:TagList' },
            ResourceType: { values: 'capacity-reservation client-vpn-endpoint customer-gateway carrier-gateway coip-pool declarative-policies-report dedicated-host dhcp-options egress-only-internet-gateway elastic-ip elastic-gpu export-image-task export-instance-task fca-policy fleet fpga-image host-reservation image image-usage-report import-image-task import-snapshot-task instance instance-event-window internet-gateway ipam ipam-pool ipam-scope ipv4pool-ec2 ipv6pool-ec2 key-pair launch-template local-gateway local-gateway-route-table local-gateway-virtual-interface local-gateway-virtual-interface-group local-gateway-route-table-vpc-association local-gateway-route-table-virtual-interface-group-association natgateway network-acl network-interface network-insights-analysis network-insights-path network-insights-access-scope network-insights-access-scope-analysis outpost-lag placement-group prefix-list replace-root-volume-task reserved-instances route-table security-group security-group-rule service-link-virtual-interface snapshot spot-fleet-request spot-instances-request subnet subnet-cidr-reservation traffic-mirror-filter traffic-mirror-session traffic-mirror-target transit-gateway transit-gateway-attachment transit-gateway-connect-peer transit-gateway-multicast-domain transit-gateway-policy-table transit-gateway-metering-policy transit-gateway-route-table transit-gateway-route-table-announcement volume vpc vpc-endpoint vpc-endpoint-connection vpc-endpoint-service vpc-endpoint-service-permission vpc-peering-connection vpn-connection vpn-gateway vpc-flow-log capacity-reservation-fleet traffic-mirror-filter-rule vpc-endpoint-connection-device-type verified-access-instance verified-access-group verified-access-endpoint verified-access-policy verified-access-trust-provider vpn-connection-device-type vpc-block-public-access-exclusion vpc-encryption-control route-server route-server-endpoint route-server-peer ipam-resource-discovery ipam-resource-discovery-association instance-connect-endpoint verified-access-endpoint-target ipam-external-resource-verification-token capacity-block mac-modification-task ipam-prefix-list-resolver ipam-policy ipam-prefix-list-resolver-target ipam-internet-registry-association secondary-interface secondary-network secondary-subnet capacity-manager-data-export vpn-concentrator ipam-pool-allocation capacity-reservation-cancellation-quote application-status-check capacity-reservation-modification-quote metric-category' },
            TagList: { item: 'Tag', flat: true },
            Tag: { members: 'Key Value' },
            CreateSubnetRequest: { members: 'TagSpecification:TagSpecificationList AvailabilityZone AvailabilityZoneId CidrBlock Ipv6CidrBlock OutpostArn VpcId! Ipv6Native:boolean Ipv4IpamPoolId Ipv4NetmaskLength:integer Ipv6IpamPoolId Ipv6NetmaskLength:integer DryRun:boolean' },
            CreateVpcRequest: { members: 'CidrBlock Ipv6Pool Ipv6CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength:integer Ipv6IpamPoolId Ipv6NetmaskLength:integer Ipv6CidrBlockNetworkBorderGroup VpcEncryptionControl:VpcEncryptionControlConfiguration TagSpecification:TagSpecificationList DryRun:boolean InstanceTenancy:Tenancy AmazonProvidedIpv6CidrBlock:boolean' },
            VpcEncryptionControlConfiguration: { members: 'Mode!:VpcEncryptionControlMode InternetGatewayExclusion:VpcEncryptionControlExclusionStateInput EgressOnlyInternetGatewayExclusion:VpcEncryptionControlExclusionStateInput NatGatewayExclusion:VpcEncryptionControlExclusionStateInput VirtualPrivateGatewayExclusion:VpcEncryptionControlExclusionStateInput VpcPeeringExclusion:VpcEncryptionControlExclusionStateInput LambdaExclusion:VpcEncryptionControlExclusionStateInput VpcLatticeExclusion:VpcEncryptionControlExclusionStateInput ElasticFileSystemExclusion:VpcEncryptionControlExclusionStateInput GlobalAcceleratorExclusion:VpcEncryptionControlExclusionStateInput ApiGatewayV2Exclusion:VpcEncryptionControlExclusionStateInput' },
            VpcEncryptionControlMode: { values: 'monitor enforce' },
            VpcEncryptionControlExclusionStateInput: { values: 'enable disable' },
            Tenancy: { values: 'default dedicated host' },
            DescribeSecurityGroupsRequest: { members: 'GroupId:GroupIdStringList GroupName:GroupNameStringList NextToken MaxResults:DescribeSecurityGroupsMaxResults DryRun:boolean Filter:FilterList' },
            GroupIdStringList: { item: 'string', flat: true },
            GroupNameStringList: { item: 'string', flat: true },
            DescribeSecurityGroupsMaxResults: { kind: 'integer', min: 5, max: 1000 },
            FilterList: { item: 'Filter', flat: true },
            Filter: { members: 'Name Value:ValueStringList' },
            ValueStringList: { item: 'string', flat: true },
            DescribeSubnetsRequest: { members: 'Filter:FilterList SubnetId:SubnetIdStringList NextToken MaxResults:DescribeSubnetsMaxResults DryRun:boolean' },
            SubnetIdStringList: { item: 'string', flat: true },
            DescribeSubnetsMaxResults: { kind: 'integer', min: 5, max: 1000 },
            DescribeVpcsRequest: { members: 'Filter:FilterList VpcId:VpcIdStringList NextToken MaxResults:DescribeVpcsMaxResults DryRun:boolean' },
            VpcIdStringList: { item: 'string', flat: true },
            DescribeVpcsMaxResults: { kind: 'integer', min: 5, max: 1000 }
        }
    },
    ecr: {
        inputs: { BatchCheckLayerAvailability: 'BatchCheckLayerAvailabilityRequest', BatchDeleteImage: 'BatchDeleteImageRequest', BatchGetImage: 'BatchGetImageRequest', BatchGetRepositoryScanningConfiguration: 'BatchGetRepositoryScanningConfigurationRequest', CreatePullThroughCacheRule: 'CreatePullThroughCacheRuleRequest', CreateRepository: 'CreateRepositoryRequest', CreateRepositoryCreationTemplate: 'CreateRepositoryCreationTemplateRequest', DeleteLifecyclePolicy: 'DeleteLifecyclePolicyRequest', DeletePullThroughCacheRule: 'DeletePullThroughCacheRuleRequest', DeleteRegistryPolicy: 'DeleteRegistryPolicyRequest', DeleteRepository: 'DeleteRepositoryRequest', DeleteRepositoryCreationTemplate: 'DeleteRepositoryCreationTemplateRequest', DeleteRepositoryPolicy: 'DeleteRepositoryPolicyRequest', DeleteSigningConfiguration: 'DeleteSigningConfigurationRequest', DescribeImageReplicationStatus: 'DescribeImageReplicationStatusRequest', DescribeImageScanFindings: 'DescribeImageScanFindingsRequest', DescribeImageSigningStatus: 'DescribeImageSigningStatusRequest', DescribeImages: 'DescribeImagesRequest', DescribePullThroughCacheRules: 'DescribePullThroughCacheRulesRequest', DescribeRegistry: 'DescribeRegistryRequest', DescribeRepositories: 'DescribeRepositoriesRequest', DescribeRepositoryCreationTemplates: 'DescribeRepositoryCreationTemplatesRequest', GetAccountSetting: 'GetAccountSettingRequest', GetAuthorizationToken: 'GetAuthorizationTokenRequest', GetDownloadUrlForLayer: 'GetDownloadUrlForLayerRequest', GetLifecyclePolicy: 'GetLifecyclePolicyRequest', GetLifecyclePolicyPreview: 'GetLifecyclePolicyPreviewRequest', GetRegistryPolicy: 'GetRegistryPolicyRequest', GetRegistryScanningConfiguration: 'GetRegistryScanningConfigurationRequest', GetRepositoryPolicy: 'GetRepositoryPolicyRequest', GetSigningConfiguration: 'GetSigningConfigurationRequest', ListImageReferrers: 'ListImageReferrersRequest', ListImages: 'ListImagesRequest', ListTagsForResource: 'ListTagsForResourceRequest', PutAccountSetting: 'PutAccountSettingRequest', PutImage: 'PutImageRequest', PutImageScanningConfiguration: 'PutImageScanningConfigurationRequest', PutImageTagMutability: 'PutImageTagMutabilityRequest', PutLifecyclePolicy: 'PutLifecyclePolicyRequest', PutRegistryPolicy: 'PutRegistryPolicyRequest', PutRegistryScanningConfiguration: 'PutRegistryScanningConfigurationRequest', PutReplicationConfiguration: 'PutReplicationConfigurationRequest', PutSigningConfiguration: 'PutSigningConfigurationRequest', SetRepositoryPolicy: 'SetRepositoryPolicyRequest', StartImageScan: 'StartImageScanRequest', StartLifecyclePolicyPreview: 'StartLifecyclePolicyPreviewRequest', TagResource: 'TagResourceRequest', UntagResource: 'UntagResourceRequest' },
        shapes: {
            BatchCheckLayerAvailabilityRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName layerDigests!:BatchedOperationLayerDigestList' },
            RegistryId: { pattern: '[0-9]{12}' },
            RepositoryName: { min: 2, max: 256, pattern: '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*' },
            BatchedOperationLayerDigestList: { item: 'BatchedOperationLayerDigest', min: 1, max: 100 },
            BatchedOperationLayerDigest: { min: 0, max: 1000 },
            BatchDeleteImageRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageIds!:ImageIdentifierList' },
            ImageIdentifierList: { item: 'ImageIdentifier', min: 1, max: 100 },
            ImageIdentifier: { members: 'imageDigest imageTag:ImageTag' },
            ImageTag: { min: 1, max: 300 },
            BatchGetImageRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageIds!:ImageIdentifierList acceptedMediaTypes:MediaTypeList' },
            MediaTypeList: { item: 'string', min: 1, max: 100 },
            BatchGetRepositoryScanningConfigurationRequest: { members: 'repositoryNames!:ScanningConfigurationRepositoryNameList' },
            ScanningConfigurationRepositoryNameList: { item: 'RepositoryName', min: 1, max: 25 },
            CreatePullThroughCacheRuleRequest: { members: 'ecrRepositoryPrefix!:PullThroughCacheRuleRepositoryPrefix upstreamRegistryUrl! registryId:RegistryId upstreamRegistry:UpstreamRegistry credentialArn:CredentialArn customRoleArn:CustomRoleArn upstreamRepositoryPrefix:PullThroughCacheRuleRepositoryPrefix' },
            PullThroughCacheRuleRepositoryPrefix: { min: 2, max: 30, pattern: '^([a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*\\/?|ROOT)$' },
            UpstreamRegistry: { values: 'ecr ecr-public quay k8s docker-hub github-container-registry azure-container-registry gitlab-container-registry chainguard' },
            CredentialArn: { min: 50, max: 612, pattern: '^arn:aws(-\\w+)*:secretsmanager:[a-zA-Z0-9-:]+:secret:ecr\\-pullthroughcache\\/[a-zA-Z0-9\\/_+=.@-]+$' },
            CustomRoleArn: { max: 2048 },
            CreateRepositoryRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName tags:TagList imageTagMutability:ImageTagMutability imageTagMutabilityExclusionFilters:ImageTagMutabilityExclusionFilters imageScanningConfiguration:ImageScanningConfiguration encryptionConfiguration:EncryptionConfiguration' },
            TagList: { item: 'Tag' },
            Tag: { members: 'Key! Value!' },
            ImageTagMutability: { values: 'MUTABLE IMMUTABLE IMMUTABLE_WITH_EXCLUSION MUTABLE_WITH_EXCLUSION' },
            ImageTagMutabilityExclusionFilters: { item: 'ImageTagMutabilityExclusionFilter', min: 1, max: 5 },
            ImageTagMutabilityExclusionFilter: { members: 'filterType!:ImageTagMutabilityExclusionFilterType filter!:ImageTagMutabilityExclusionFilterValue' },
            ImageTagMutabilityExclusionFilterType: { values: 'WILDCARD' },
            ImageTagMutabilityExclusionFilterValue: { min: 1, max: 128, pattern: '^[0-9a-zA-Z._*-]{1,128}$' },
            ImageScanningConfiguration: { members: 'scanOnPush:boolean' },
            EncryptionConfiguration: { members: 'encryptionType!:EncryptionType kmsKey:KmsKey' },
            EncryptionType: { values: 'AES256 KMS KMS_DSSE' },
            KmsKey: { min: 1, max: 2048 },
            CreateRepositoryCreationTemplateRequest: { members: 'prefix!:Prefix description:RepositoryTemplateDescription encryptionConfiguration:EncryptionConfigurationForRepositoryCreationTemplate resourceTags:TagList imageTagMutability:ImageTagMutability imageTagMutabilityExclusionFilters:ImageTagMutabilityExclusionFilters repositoryPolicy:RepositoryPolicyText lifecyclePolicy:LifecyclePolicyTextForRepositoryCreationTemplate appliedFor!:RCTAppliedForList customRoleArn:CustomRoleArn' },
            Prefix: { min: 1, max: 256, pattern: '^([a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*\\/?|ROOT)$' },
            RepositoryTemplateDescription: { max: 256 },
            EncryptionConfigurationForRepositoryCreationTemplate: { members: 'encryptionType!:EncryptionType kmsKey:KmsKeyForRepositoryCreationTemplate' },
            KmsKeyForRepositoryCreationTemplate: { min: 0, max: 2048, pattern: '^$|arn:aws[a-z0-9-]*:kms:[a-z0-9-]+:[0-9]{12}:key\\/[a-z0-9-]+' },
            RepositoryPolicyText: { min: 0, max: 10240 },
            LifecyclePolicyTextForRepositoryCreationTemplate: { min: 0, max: 30720 },
            RCTAppliedForList: { item: 'RCTAppliedFor' },
            RCTAppliedFor: { values: 'REPLICATION PULL_THROUGH_CACHE CREATE_ON_PUSH' },
            DeleteLifecyclePolicyRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName' },
            DeletePullThroughCacheRuleRequest: { members: 'ecrRepositoryPrefix!:PullThroughCacheRuleRepositoryPrefix registryId:RegistryId' },
            DeleteRegistryPolicyRequest: { members: '' },
            DeleteRepositoryRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName force:boolean' },
            DeleteRepositoryCreationTemplateRequest: { members: 'prefix!:Prefix' },
            DeleteRepositoryPolicyRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName' },
            DeleteSigningConfigurationRequest: { members: '' },
            DescribeImageReplicationStatusRequest: { members: 'repositoryName!:RepositoryName imageId!:ImageIdentifier registryId:RegistryId' },
            DescribeImageScanFindingsRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageId!:ImageIdentifier nextToken maxResults:MaxResults' },
            MaxResults: { kind: 'integer', min: 1, max: 1000 },
            DescribeImageSigningStatusRequest: { members: 'repositoryName!:RepositoryName imageId!:ImageIdentifier registryId:RegistryId' },
            DescribeImagesRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageIds:ImageIdentifierList nextToken maxResults:MaxResults filter:DescribeImagesFilter' },
            DescribeImagesFilter: { members: 'tagStatus:TagStatus imageStatus:ImageStatusFilter' },
            TagStatus: { values: 'TAGGED UNTAGGED ANY' },
            ImageStatusFilter: { values: 'ACTIVE ARCHIVED ACTIVATING ANY' },
            DescribePullThroughCacheRulesRequest: { members: 'registryId:RegistryId ecrRepositoryPrefixes:PullThroughCacheRuleRepositoryPrefixList nextToken maxResults:MaxResults' },
            PullThroughCacheRuleRepositoryPrefixList: { item: 'PullThroughCacheRuleRepositoryPrefix', min: 1, max: 100 },
            DescribeRegistryRequest: { members: '' },
            DescribeRepositoriesRequest: { members: 'registryId:RegistryId repositoryNames:RepositoryNameList nextToken maxResults:MaxResults' },
            RepositoryNameList: { item: 'RepositoryName', min: 1, max: 100 },
            DescribeRepositoryCreationTemplatesRequest: { members: 'prefixes:PrefixList nextToken maxResults:MaxResults' },
            PrefixList: { item: 'Prefix' },
            GetAccountSettingRequest: { members: 'name!:AccountSettingName' },
            AccountSettingName: { min: 1, max: 64 },
            GetAuthorizationTokenRequest: { members: 'registryIds:GetAuthorizationTokenRegistryIdList' },
            GetAuthorizationTokenRegistryIdList: { item: 'RegistryId', min: 1, max: 10 },
            GetDownloadUrlForLayerRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName layerDigest!:LayerDigest' },
            LayerDigest: { pattern: '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+' },
            GetLifecyclePolicyRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName' },
            GetLifecyclePolicyPreviewRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageIds:ImageIdentifierList nextToken maxResults:LifecyclePreviewMaxResults filter:LifecyclePolicyPreviewFilter' },
            LifecyclePreviewMaxResults: { kind: 'integer', min: 1, max: 100 },
            LifecyclePolicyPreviewFilter: { members: 'tagStatus:TagStatus' },
            GetRegistryPolicyRequest: { members: '' },
            GetRegistryScanningConfigurationRequest: { members: '' },
            GetRepositoryPolicyRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName' },
            GetSigningConfigurationRequest: { members: '' },
            ListImageReferrersRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName subjectId!:SubjectIdentifier filter:ListImageReferrersFilter nextToken maxResults:FiftyMaxResults' },
            SubjectIdentifier: { members: 'imageDigest!' },
            ListImageReferrersFilter: { members: 'artifactTypes:ArtifactTypeList artifactStatus:ArtifactStatusFilter' },
            ArtifactTypeList: { item: 'ArtifactType', min: 0, max: 5 },
            ArtifactType: { min: 1, max: 255 },
            ArtifactStatusFilter: { values: 'ACTIVE ARCHIVED ACTIVATING ANY' },
            FiftyMaxResults: { kind: 'integer', min: 1, max: 50 },
            ListImagesRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName nextToken maxResults:MaxResults filter:ListImagesFilter' },
            ListImagesFilter: { members: 'tagStatus:TagStatus imageStatus:ImageStatusFilter' },
            ListTagsForResourceRequest: { members: 'resourceArn!' },
            PutAccountSettingRequest: { members: 'name!:AccountSettingName value!' },
            PutImageRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageManifest!:ImageManifest imageManifestMediaType imageTag:ImageTag imageDigest' },
            ImageManifest: { min: 1, max: 4194304 },
            PutImageScanningConfigurationRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageScanningConfiguration!:ImageScanningConfiguration' },
            PutImageTagMutabilityRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageTagMutability!:ImageTagMutability imageTagMutabilityExclusionFilters:ImageTagMutabilityExclusionFilters' },
            PutLifecyclePolicyRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName lifecyclePolicyText!:LifecyclePolicyText' },
            LifecyclePolicyText: { min: 100, max: 30720 },
            PutRegistryPolicyRequest: { members: 'policyText!:RegistryPolicyText' },
            RegistryPolicyText: { min: 0, max: 10240 },
            PutRegistryScanningConfigurationRequest: { members: 'scanType:ScanType rules:RegistryScanningRuleList' },
            ScanType: { values: 'BASIC ENHANCED' },
            RegistryScanningRuleList: { item: 'RegistryScanningRule', min: 0, max: 2 },
            RegistryScanningRule: { members: 'scanFrequency!:ScanFrequency repositoryFilters!:ScanningRepositoryFilterList' },
            ScanFrequency: { values: 'SCAN_ON_PUSH CONTINUOUS_SCAN MANUAL' },
            ScanningRepositoryFilterList: { item: 'ScanningRepositoryFilter', min: 0, max: 100 },
            ScanningRepositoryFilter: { members: 'filter!:ScanningRepositoryFilterValue filterType!:ScanningRepositoryFilterType' },
            ScanningRepositoryFilterValue: { min: 1, max: 255, pattern: '^[a-z0-9*](?:[._\\-/a-z0-9*]?[a-z0-9*]+)*$' },
            ScanningRepositoryFilterType: { values: 'WILDCARD' },
            PutReplicationConfigurationRequest: { members: 'replicationConfiguration!:ReplicationConfiguration' },
            ReplicationConfiguration: { members: 'rules!:ReplicationRuleList' },
            ReplicationRuleList: { item: 'ReplicationRule', min: 0, max: 25 },
            ReplicationRule: { members: 'destinations!:ReplicationDestinationList repositoryFilters:RepositoryFilterList deleteReplication:DeleteReplication' },
            ReplicationDestinationList: { item: 'ReplicationDestination', min: 0, max: 100 },
            ReplicationDestination: { members: 'region!:Region registryId!:RegistryId' },
            Region: { min: 2, max: 25, pattern: '[0-9a-z-]{2,25}' },
            RepositoryFilterList: { item: 'RepositoryFilter', min: 1, max: 100 },
            RepositoryFilter: { members: 'filter!:RepositoryFilterValue filterType!:RepositoryFilterType' },
            RepositoryFilterValue: { min: 2, max: 256, pattern: '^(?:[a-z0-9]+(?:[._-][a-z0-9]*)*/)*[a-z0-9]*(?:[._-][a-z0-9]*)*$' },
            RepositoryFilterType: { values: 'PREFIX_MATCH' },
            DeleteReplication: { members: 'enabled!:boolean' },
            PutSigningConfigurationRequest: { members: 'signingConfiguration!:SigningConfiguration' },
            SigningConfiguration: { members: 'rules!:SigningRuleList' },
            SigningRuleList: { item: 'SigningRule', min: 0, max: 10 },
            SigningRule: { members: 'signingProfileArn!:SigningProfileArn repositoryFilters:SigningRepositoryFilterList' },
            SigningProfileArn: { max: 200, pattern: '^arn:aws(-[a-z]+)*:signer:[a-z0-9-]+:[0-9]{12}:\\/signing-profiles\\/[a-zA-Z0-9_]{2,}$' },
            SigningRepositoryFilterList: { item: 'SigningRepositoryFilter', min: 1, max: 100 },
            SigningRepositoryFilter: { members: 'filter!:SigningRepositoryFilterValue filterType!:SigningRepositoryFilterType' },
            SigningRepositoryFilterValue: { min: 1, max: 256, pattern: '^(?:[a-z0-9*]+(?:[._-][a-z0-9*]+)*/)*[a-z0-9*]+(?:[._-][a-z0-9*]+)*$' },
            SigningRepositoryFilterType: { values: 'WILDCARD_MATCH' },
            SetRepositoryPolicyRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName policyText!:RepositoryPolicyText force:boolean' },
            StartImageScanRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName imageId!:ImageIdentifier' },
            StartLifecyclePolicyPreviewRequest: { members: 'registryId:RegistryId repositoryName!:RepositoryName lifecyclePolicyText:LifecyclePolicyText' },
            TagResourceRequest: { members: 'resourceArn! tags!:TagList' },
            UntagResourceRequest: { members: 'resourceArn! tagKeys!:TagKeyList' },
            TagKeyList: { item: 'string' }
        }
    },
    'ecr-public': {
        inputs: { GetAuthorizationToken: 'GetAuthorizationTokenRequest' },
        shapes: {
            GetAuthorizationTokenRequest: { members: '' }
        }
    },
    ecs: {
        inputs: { ContinueServiceDeployment: 'ContinueServiceDeploymentRequest', CreateCapacityProvider: 'CreateCapacityProviderRequest', CreateCluster: 'CreateClusterRequest', CreateService: 'CreateServiceRequest', CreateTaskSet: 'CreateTaskSetRequest', DeleteAccountSetting: 'DeleteAccountSettingRequest', DeleteCapacityProvider: 'DeleteCapacityProviderRequest', DeleteCluster: 'DeleteClusterRequest', DeleteService: 'DeleteServiceRequest', DeleteTaskDefinitions: 'DeleteTaskDefinitionsRequest', DeleteTaskSet: 'DeleteTaskSetRequest', DeregisterTaskDefinition: 'DeregisterTaskDefinitionRequest', DescribeCapacityProviders: 'DescribeCapacityProvidersRequest', DescribeClusters: 'DescribeClustersRequest', DescribeContainerInstances: 'DescribeContainerInstancesRequest', DescribeServiceDeployments: 'DescribeServiceDeploymentsRequest', DescribeServiceRevisions: 'DescribeServiceRevisionsRequest', DescribeServices: 'DescribeServicesRequest', DescribeTaskDefinition: 'DescribeTaskDefinitionRequest', DescribeTaskSets: 'DescribeTaskSetsRequest', DescribeTasks: 'DescribeTasksRequest', GetTaskProtection: 'GetTaskProtectionRequest', ListAccountSettings: 'ListAccountSettingsRequest', ListAttributes: 'ListAttributesRequest', ListClusters: 'ListClustersRequest', ListContainerInstances: 'ListContainerInstancesRequest', ListServiceDeployments: 'ListServiceDeploymentsRequest', ListServices: 'ListServicesRequest', ListServicesByNamespace: 'ListServicesByNamespaceRequest', ListTagsForResource: 'ListTagsForResourceRequest', ListTaskDefinitionFamilies: 'ListTaskDefinitionFamiliesRequest', ListTaskDefinitions: 'ListTaskDefinitionsRequest', ListTasks: 'ListTasksRequest', PutAccountSetting: 'PutAccountSettingRequest', PutAccountSettingDefault: 'PutAccountSettingDefaultRequest', PutClusterCapacityProviders: 'PutClusterCapacityProvidersRequest', RegisterTaskDefinition: 'RegisterTaskDefinitionRequest', RunTask: 'RunTaskRequest', StopServiceDeployment: 'StopServiceDeploymentRequest', StopTask: 'StopTaskRequest', TagResource: 'TagResourceRequest', UntagResource: 'UntagResourceRequest', UpdateCapacityProvider: 'UpdateCapacityProviderRequest', UpdateCluster: 'UpdateClusterRequest', UpdateClusterSettings: 'UpdateClusterSettingsRequest', UpdateService: 'UpdateServiceRequest', UpdateServicePrimaryTaskSet: 'UpdateServicePrimaryTaskSetRequest', UpdateTaskProtection: 'UpdateTaskProtectionRequest', UpdateTaskSet: 'UpdateTaskSetRequest' },
        shapes: {
            ContinueServiceDeploymentRequest: { members: 'serviceDeploymentArn! hookId! action:DeploymentLifecycleHookAction' },
            DeploymentLifecycleHookAction: { values: 'ROLLBACK CONTINUE' },
            CreateCapacityProviderRequest: { members: 'name! cluster autoScalingGroupProvider:AutoScalingGroupProvider managedInstancesProvider:CreateManagedInstancesProviderConfiguration tags:Tags' },
            AutoScalingGroupProvider: { members: 'autoScalingGroupArn! managedScaling:ManagedScaling managedTerminationProtection:ManagedTerminationProtection managedDraining:ManagedDraining' },
            ManagedScaling: { members: 'status:ManagedScalingStatus targetCapacity:ManagedScalingTargetCapacity minimumScalingStepSize:ManagedScalingStepSize maximumScalingStepSize:ManagedScalingStepSize instanceWarmupPeriod:ManagedScalingInstanceWarmupPeriod' },
            ManagedScalingStatus: { values: 'ENABLED DISABLED' },
            ManagedScalingTargetCapacity: { kind: 'integer', min: 1, max: 100 },
            ManagedScalingStepSize: { kind: 'integer', min: 1, max: 10000 },
            ManagedScalingInstanceWarmupPeriod: { kind: 'integer', min: 0, max: 10000 },
            ManagedTerminationProtection: { values: 'ENABLED DISABLED' },
            ManagedDraining: { values: 'ENABLED DISABLED' },
            CreateManagedInstancesProviderConfiguration: { members: 'infrastructureRoleArn! instanceLaunchTemplate!:InstanceLaunchTemplate propagateTags:PropagateMITags infrastructureOptimization:InfrastructureOptimization autoRepairConfiguration:AutoRepairConfiguration' },
            InstanceLaunchTemplate: { members: 'ec2InstanceProfileArn! networkConfiguration!:ManagedInstancesNetworkConfiguration storageConfiguration:ManagedInstancesStorageConfiguration localStorageConfiguration:ManagedInstancesLocalStorageConfiguration monitoring:ManagedInstancesMonitoringOptions capacityOptionType:CapacityOptionType instanceMetadataTagsPropagation:boolean instanceRequirements:InstanceRequirementsRequest fipsEnabled:boolean capacityReservations:CapacityReservationRequest nitroEnclavesEnabled:boolean' },
            ManagedInstancesNetworkConfiguration: { members: 'subnets:StringList securityGroups:StringList' },
            StringList: { item: 'string' },
            ManagedInstancesStorageConfiguration: { members: 'storageSizeGiB:TaskVolumeStorageGiB' },
            TaskVolumeStorageGiB: { kind: 'integer', min: 1 },
            ManagedInstancesLocalStorageConfiguration: { members: 'useLocalStorage:boolean' },
            ManagedInstancesMonitoringOptions: { values: 'BASIC DETAILED' },
            CapacityOptionType: { values: 'ON_DEMAND SPOT RESERVED' },
            InstanceRequirementsRequest: { members: 'vCpuCount!:VCpuCountRangeRequest memoryMiB!:MemoryMiBRequest cpuManufacturers:CpuManufacturerSet memoryGiBPerVCpu:MemoryGiBPerVCpuRequest excludedInstanceTypes:ExcludedInstanceTypeSet instanceGenerations:InstanceGenerationSet spotMaxPricePercentageOverLowestPrice:integer onDemandMaxPricePercentageOverLowestPrice:integer bareMetal:BareMetal burstablePerformance:BurstablePerformance requireHibernateSupport:boolean networkInterfaceCount:NetworkInterfaceCountRequest localStorage:LocalStorage localStorageTypes:LocalStorageTypeSet totalLocalStorageGB:TotalLocalStorageGBRequest baselineEbsBandwidthMbps:BaselineEbsBandwidthMbpsRequest acceleratorTypes:AcceleratorTypeSet acceleratorCount:AcceleratorCountRequest acceleratorManufacturers:AcceleratorManufacturerSet acceleratorNames:AcceleratorNameSet acceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiBRequest networkBandwidthGbps:NetworkBandwidthGbpsRequest allowedInstanceTypes:AllowedInstanceTypeSet maxSpotPriceAsPercentageOfOptimalOnDemandPrice:integer' },
            VCpuCountRangeRequest: { members: 'min!:integer max:integer' },
            MemoryMiBRequest: { members: 'min!:integer max:integer' },
            CpuManufacturerSet: { item: 'CpuManufacturer' },
            CpuManufacturer: { values: 'intel amd amazon-web-services' },
            MemoryGiBPerVCpuRequest: { members: 'min:double max:double' },
            ExcludedInstanceTypeSet: { item: 'ExcludedInstanceType', min: 0, max: 400 },
            ExcludedInstanceType: { min: 1, max: 30, pattern: '[a-zA-Z0-9\\.\\*\\-]+' },
            InstanceGenerationSet: { item: 'InstanceGeneration' },
            InstanceGeneration: { values: 'current previous' },
            BareMetal: { values: 'included required excluded' },
            BurstablePerformance: { values: 'included required excluded' },
            NetworkInterfaceCountRequest: { members: 'min:integer max:integer' },
            LocalStorage: { values: 'included required excluded' },
            LocalStorageTypeSet: { item: 'LocalStorageType' },
            LocalStorageType: { values: 'hdd ssd' },
            TotalLocalStorageGBRequest: { members: 'min:double max:double' },
            BaselineEbsBandwidthMbpsRequest: { members: 'min:integer max:integer' },
            AcceleratorTypeSet: { item: 'AcceleratorType' },
            AcceleratorType: { values: 'gpu fpga inference' },
            AcceleratorCountRequest: { members: 'min:integer max:integer' },
            AcceleratorManufacturerSet: { item: 'AcceleratorManufacturer' },
            AcceleratorManufacturer: { values: 'amazon-web-services amd nvidia xilinx habana' },
            AcceleratorNameSet: { item: 'AcceleratorName' },
            AcceleratorName: { values: 'a100 inferentia k520 k80 m60 radeon-pro-v520 t4 vu9p v100 a10g h100 t4g l40s l4' },
            AcceleratorTotalMemoryMiBRequest: { members: 'min:integer max:integer' },
            NetworkBandwidthGbpsRequest: { members: 'min:double max:double' },
            AllowedInstanceTypeSet: { item: 'AllowedInstanceType', min: 0, max: 400 },
            AllowedInstanceType: { min: 1, max: 30, pattern: '[a-zA-Z0-9\\.\\*\\-]+' },
            CapacityReservationRequest: { members: 'reservationGroupArn reservationPreference:CapacityReservationPreference' },
            CapacityReservationPreference: { values: 'RESERVATIONS_ONLY RESERVATIONS_FIRST RESERVATIONS_EXCLUDED' },
            PropagateMITags: { values: 'CAPACITY_PROVIDER NONE' },
            InfrastructureOptimization: { members: 'scaleInAfter:integer' },
            AutoRepairConfiguration: { members: 'actionsStatus:AutoRepairActionsStatus' },
            AutoRepairActionsStatus: { values: 'ENABLED DISABLED' },
            Tags: { item: 'Tag', min: 0, max: 50 },
            Tag: { members: 'key:TagKey value:TagValue' },
            TagKey: { min: 1, max: 128, pattern: '([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)' },
            TagValue: { min: 0, max: 256, pattern: '([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)' },
            CreateClusterRequest: { members: 'clusterName tags:Tags settings:ClusterSettings configuration:ClusterConfiguration capacityProviders:StringList defaultCapacityProviderStrategy:CapacityProviderStrategy serviceConnectDefaults:ClusterServiceConnectDefaultsRequest' },
            ClusterSettings: { item: 'ClusterSetting' },
            ClusterSetting: { members: 'name:ClusterSettingName value' },
            ClusterSettingName: { values: 'containerInsights' },
            ClusterConfiguration: { members: 'executeCommandConfiguration:ExecuteCommandConfiguration managedStorageConfiguration:ManagedStorageConfiguration' },
            ExecuteCommandConfiguration: { members: 'kmsKeyId logging:ExecuteCommandLogging logConfiguration:ExecuteCommandLogConfiguration' },
            ExecuteCommandLogging: { values: 'NONE DEFAULT OVERRIDE' },
            ExecuteCommandLogConfiguration: { members: 'cloudWatchLogGroupName cloudWatchEncryptionEnabled:boolean s3BucketName s3EncryptionEnabled:boolean s3KeyPrefix' },
            ManagedStorageConfiguration: { members: 'kmsKeyId fargateEphemeralStorageKmsKeyId' },
            CapacityProviderStrategy: { item: 'CapacityProviderStrategyItem' },
            CapacityProviderStrategyItem: { members: 'capacityProvider! weight:CapacityProviderStrategyItemWeight base:CapacityProviderStrategyItemBase' },
            CapacityProviderStrategyItemWeight: { kind: 'integer', min: 0, max: 1000 },
            CapacityProviderStrategyItemBase: { kind: 'integer', min: 0, max: 100000 },
            ClusterServiceConnectDefaultsRequest: { members: 'namespace!' },
            CreateServiceRequest: { members: 'cluster serviceName! taskDefinition availabilityZoneRebalancing:AvailabilityZoneRebalancing loadBalancers:LoadBalancers serviceRegistries:ServiceRegistries desiredCount:integer clientToken launchType:LaunchType capacityProviderStrategy:CapacityProviderStrategy platformVersion role deploymentConfiguration:DeploymentConfiguration placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies networkConfiguration:NetworkConfiguration healthCheckGracePeriodSeconds:integer schedulingStrategy:SchedulingStrategy deploymentController:DeploymentController tags:Tags enableECSManagedTags:boolean propagateTags:PropagateTags enableExecuteCommand:boolean serviceConnectConfiguration:ServiceConnectConfiguration volumeConfigurations:ServiceVolumeConfigurations vpcLatticeConfigurations:VpcLatticeConfigurations gatewayConnectors:GatewayConnectorList monitoring:MonitoringConfiguration' },
            AvailabilityZoneRebalancing: { values: 'ENABLED DISABLED' },
            LoadBalancers: { item: 'LoadBalancer' },
            LoadBalancer: { members: 'targetGroupArn loadBalancerName containerName containerPort:integer advancedConfiguration:AdvancedConfiguration' },
            AdvancedConfiguration: { members: 'alternateTargetGroupArn productionListenerRule testListenerRule roleArn' },
            ServiceRegistries: { item: 'ServiceRegistry' },
            ServiceRegistry: { members: 'registryArn port:integer containerName containerPort:integer' },
            LaunchType: { values: 'EC2 FARGATE EXTERNAL MANAGED_INSTANCES' },
            DeploymentConfiguration: { members: 'deploymentCircuitBreaker:DeploymentCircuitBreaker maximumPercent:integer minimumHealthyPercent:integer alarms:DeploymentAlarms strategy:DeploymentStrategy bakeTimeInMinutes:integer lifecycleHooks:DeploymentLifecycleHookList linearConfiguration:LinearConfiguration canaryConfiguration:CanaryConfiguration earlySuccessCriteria:DeploymentEarlySuccessCriteria' },
            DeploymentCircuitBreaker: { members: 'enable!:boolean rollback!:boolean resetOnHealthyTask:boolean thresholdConfiguration:ThresholdConfiguration' },
            ThresholdConfiguration: { members: 'type!:ThresholdType value!:integer' },
            ThresholdType: { values: 'COUNT BOUNDED_PERCENT UNBOUNDED_PERCENT' },
            DeploymentAlarms: { members: 'alarmNames!:StringList rollback!:boolean enable!:boolean' },
            DeploymentStrategy: { values: 'ROLLING BLUE_GREEN LINEAR CANARY' },
            DeploymentLifecycleHookList: { item: 'DeploymentLifecycleHook' },
            DeploymentLifecycleHook: { members: 'targetType:DeploymentLifecycleHookTargetType hookTargetArn roleArn lifecycleStages:DeploymentLifecycleHookStageList hookDetails:HookDetails timeoutConfiguration:DeploymentLifecycleHookTimeoutConfiguration' },
            DeploymentLifecycleHookTargetType: { values: 'AWS_LAMBDA PAUSE' },
            DeploymentLifecycleHookStageList: { item: 'DeploymentLifecycleHookStage' },
            DeploymentLifecycleHookStage: { values: 'RECONCILE_SERVICE PRE_SCALE_UP POST_SCALE_UP TEST_TRAFFIC_SHIFT POST_TEST_TRAFFIC_SHIFT PRE_PRODUCTION_TRAFFIC_SHIFT PRODUCTION_TRAFFIC_SHIFT POST_PRODUCTION_TRAFFIC_SHIFT' },
            HookDetails: { members: '' },
            DeploymentLifecycleHookTimeoutConfiguration: { members: 'timeoutInMinutes:DeploymentLifecycleHookDuration action:DeploymentLifecycleHookAction' },
            DeploymentLifecycleHookDuration: { kind: 'integer', min: 1, max: 20160 },
            LinearConfiguration: { members: 'stepPercent:double stepBakeTimeInMinutes:integer' },
            CanaryConfiguration: { members: 'canaryPercent:double canaryBakeTimeInMinutes:integer' },
            DeploymentEarlySuccessCriteria: { members: 'enable!:boolean healthyPercent:HealthyPercentInteger sourceServiceRevisionCleanup:ServiceRevisionCleanup' },
            HealthyPercentInteger: { kind: 'integer', min: 0, max: 100 },
            ServiceRevisionCleanup: { values: 'BLOCKING DEFERRED' },
            PlacementConstraints: { item: 'PlacementConstraint' },
            PlacementConstraint: { members: 'type:PlacementConstraintType expression' },
            PlacementConstraintType: { values: 'distinctInstance memberOf' },
            PlacementStrategies: { item: 'PlacementStrategy' },
            PlacementStrategy: { members: 'type:PlacementStrategyType field' },
            PlacementStrategyType: { values: 'random spread binpack' },
            NetworkConfiguration: { members: 'awsvpcConfiguration:AwsVpcConfiguration' },
            AwsVpcConfiguration: { members: 'subnets!:StringList securityGroups:StringList assignPublicIp:AssignPublicIp' },
            AssignPublicIp: { values: 'ENABLED DISABLED' },
            SchedulingStrategy: { values: 'REPLICA DAEMON' },
            DeploymentController: { members: 'type!:DeploymentControllerType' },
            DeploymentControllerType: { values: 'ECS CODE_DEPLOY EXTERNAL' },
            PropagateTags: { values: 'TASK_DEFINITION SERVICE NONE' },
            ServiceConnectConfiguration: { members: 'enabled!:boolean namespace services:ServiceConnectServiceList logConfiguration:LogConfiguration accessLogConfiguration:ServiceConnectAccessLogConfiguration containerConfigurations:ServiceConnectContainerConfigurations' },
            ServiceConnectServiceList: { item: 'ServiceConnectService' },
            ServiceConnectService: { members: 'portName! discoveryName clientAliases:ServiceConnectClientAliasList ingressPortOverride:PortNumber timeout:TimeoutConfiguration tls:ServiceConnectTlsConfiguration' },
            ServiceConnectClientAliasList: { item: 'ServiceConnectClientAlias' },
            ServiceConnectClientAlias: { members: 'port!:PortNumber dnsName testTrafficRules:ServiceConnectTestTrafficRules' },
            PortNumber: { kind: 'integer', min: 0, max: 65535 },
            ServiceConnectTestTrafficRules: { members: 'header!:ServiceConnectTestTrafficHeaderRules' },
            ServiceConnectTestTrafficHeaderRules: { members: 'name! value:ServiceConnectTestTrafficHeaderMatchRules' },
            ServiceConnectTestTrafficHeaderMatchRules: { members: 'exact!' },
            TimeoutConfiguration: { members: 'idleTimeoutSeconds:Duration perRequestTimeoutSeconds:Duration' },
            Duration: { kind: 'integer', min: 0, max: 2147483647 },
            ServiceConnectTlsConfiguration: { members: 'issuerCertificateAuthority!:ServiceConnectTlsCertificateAuthority kmsKey roleArn' },
            ServiceConnectTlsCertificateAuthority: { members: 'awsPcaAuthorityArn' },
            LogConfiguration: { members: 'logDriver!:LogDriver options:LogConfigurationOptionsMap secretOptions:SecretList' },
            LogDriver: { values: 'json-file syslog journald gelf fluentd awslogs splunk awsfirelens' },
            LogConfigurationOptionsMap: { key: 'string', value: 'string' },
            SecretList: { item: 'Secret' },
            Secret: { members: 'name! valueFrom!' },
            ServiceConnectAccessLogConfiguration: { members: 'format!:ServiceConnectAccessLoggingFormat includeQueryParameters:ServiceConnectIncludeQueryParameters' },
            ServiceConnectAccessLoggingFormat: { values: 'TEXT JSON' },
            ServiceConnectIncludeQueryParameters: { values: 'DISABLED ENABLED' },
            ServiceConnectContainerConfigurations: { item: 'ServiceConnectContainerConfiguration', min: 0, max: 10 },
            ServiceConnectContainerConfiguration: { members: 'logLevel:ServiceConnectContainerLogLevel' },
            ServiceConnectContainerLogLevel: { values: 'debug info' },
            ServiceVolumeConfigurations: { item: 'ServiceVolumeConfiguration' },
            ServiceVolumeConfiguration: { members: 'name! managedEBSVolume:ServiceManagedEBSVolumeConfiguration' },
            ServiceManagedEBSVolumeConfiguration: { members: 'encrypted:boolean kmsKeyId volumeType sizeInGiB:integer snapshotId volumeInitializationRate:integer iops:integer throughput:integer tagSpecifications:EBSTagSpecifications roleArn! filesystemType:TaskFilesystemType' },
            EBSTagSpecifications: { item: 'EBSTagSpecification' },
            EBSTagSpecification: { members: 'resourceType!:EBSResourceType tags:Tags propagateTags:PropagateTags' },
            EBSResourceType: { values: 'volume' },
            TaskFilesystemType: { values: 'ext3 ext4 xfs ntfs' },
            VpcLatticeConfigurations: { item: 'VpcLatticeConfiguration' },
            VpcLatticeConfiguration: { members: 'roleArn! targetGroupArn! portName! advancedConfiguration:VpcLatticeAdvancedConfiguration' },
            VpcLatticeAdvancedConfiguration: { members: 'alternateTargetGroupArn productionListenerRule testListenerRule' },
            GatewayConnectorList: { item: 'GatewayConnector', min: 0, max: 1 },
            GatewayConnector: { members: 'portName! healthCheck:GatewayConnectorHealthCheck filters:GatewayConnectorFilters deregistrationDelay:GatewayConnectorDeregistrationDelay' },
            GatewayConnectorHealthCheck: { members: 'healthCheckProtocol:GatewayConnectorHealthCheckProtocol healthCheckPort:integer healthCheckPath healthCheckTimeoutSeconds:integer healthCheckIntervalSeconds:integer healthyThresholdCount:integer unhealthyThresholdCount:integer matcher:GatewayConnectorHealthCheckMatcher' },
            GatewayConnectorHealthCheckProtocol: { values: 'HTTP HTTPS' },
            GatewayConnectorHealthCheckMatcher: { members: 'httpCode grpcCode' },
            GatewayConnectorFilters: { members: 'accessTypes:AccessTypeList' },
            AccessTypeList: { item: 'AccessType', min: 0, max: 2 },
            AccessType: { values: 'PUBLIC PRIVATE' },
            GatewayConnectorDeregistrationDelay: { members: 'timeoutSeconds:GatewayConnectorDeregistrationDelayTimeoutSecondsInteger' },
            GatewayConnectorDeregistrationDelayTimeoutSecondsInteger: { kind: 'integer', min: 0, max: 3600 },
            MonitoringConfiguration: { members: 'metricConfigurations:MetricConfigurationList' },
            MetricConfigurationList: { item: 'MetricConfiguration', min: 0, max: 5 },
            MetricConfiguration: { members: 'metricNames!:MetricNamesList resolutionSeconds!:MetricResolutionSeconds' },
            MetricNamesList: { item: 'MetricName', min: 1, max: 5 },
            MetricName: { min: 1, max: 255 },
            MetricResolutionSeconds: { kind: 'integer', min: 20, max: 60 },
            CreateTaskSetRequest: { members: 'service! cluster! externalId taskDefinition! networkConfiguration:NetworkConfiguration loadBalancers:LoadBalancers serviceRegistries:ServiceRegistries launchType:LaunchType capacityProviderStrategy:CapacityProviderStrategy platformVersion scale:Scale clientToken tags:Tags' },
            Scale: { members: 'value:double unit:ScaleUnit' },
            ScaleUnit: { values: 'PERCENT' },
            DeleteAccountSettingRequest: { members: 'name!:SettingName principalArn' },
            SettingName: { values: 'serviceLongArnFormat taskLongArnFormat containerInstanceLongArnFormat awsvpcTrunking containerInsights fargateFIPSMode tagResourceAuthorization fargateTaskRetirementWaitPeriod guardDutyActivate defaultLogDriverMode fargateEventWindows' },
            DeleteCapacityProviderRequest: { members: 'capacityProvider! cluster' },
            DeleteClusterRequest: { members: 'cluster!' },
            DeleteServiceRequest: { members: 'cluster service! force:boolean' },
            DeleteTaskDefinitionsRequest: { members: 'taskDefinitions!:StringList' },
            DeleteTaskSetRequest: { members: 'cluster! service! taskSet! force:boolean' },
            DeregisterTaskDefinitionRequest: { members: 'taskDefinition!' },
            DescribeCapacityProvidersRequest: { members: 'capacityProviders:StringList cluster include:CapacityProviderFieldList maxResults:integer nextToken' },
            CapacityProviderFieldList: { item: 'CapacityProviderField' },
            CapacityProviderField: { values: 'TAGS' },
            DescribeClustersRequest: { members: 'clusters:StringList include:ClusterFieldList' },
            ClusterFieldList: { item: 'ClusterField' },
            ClusterField: { values: 'ATTACHMENTS CONFIGURATIONS SETTINGS STATISTICS TAGS' },
            DescribeContainerInstancesRequest: { members: 'cluster containerInstances!:StringList include:ContainerInstanceFieldList' },
            ContainerInstanceFieldList: { item: 'ContainerInstanceField' },
            ContainerInstanceField: { values: 'TAGS CONTAINER_INSTANCE_HEALTH' },
            DescribeServiceDeploymentsRequest: { members: 'serviceDeploymentArns!:StringList' },
            DescribeServiceRevisionsRequest: { members: 'serviceRevisionArns!:StringList' },
            DescribeServicesRequest: { members: 'cluster services!:StringList include:ServiceFieldList' },
            ServiceFieldList: { item: 'ServiceField' },
            ServiceField: { values: 'TAGS' },
            DescribeTaskDefinitionRequest: { members: 'taskDefinition! include:TaskDefinitionFieldList' },
            TaskDefinitionFieldList: { item: 'TaskDefinitionField' },
            TaskDefinitionField: { values: 'TAGS' },
            DescribeTaskSetsRequest: { members: 'cluster! service! taskSets:StringList include:TaskSetFieldList' },
            TaskSetFieldList: { item: 'TaskSetField' },
            TaskSetField: { values: 'TAGS' },
            DescribeTasksRequest: { members: 'cluster tasks!:StringList include:TaskFieldList' },
            TaskFieldList: { item: 'TaskField' },
            TaskField: { values: 'TAGS' },
            GetTaskProtectionRequest: { members: 'cluster! tasks:StringList' },
            ListAccountSettingsRequest: { members: 'name:SettingName value principalArn effectiveSettings:boolean nextToken maxResults:integer' },
            ListAttributesRequest: { members: 'cluster targetType!:TargetType attributeName attributeValue nextToken maxResults:integer' },
            TargetType: { values: 'container-instance' },
            ListClustersRequest: { members: 'nextToken maxResults:integer' },
            ListContainerInstancesRequest: { members: 'cluster filter nextToken maxResults:integer status:ContainerInstanceStatus' },
            ContainerInstanceStatus: { values: 'ACTIVE DRAINING REGISTERING DEREGISTERING REGISTRATION_FAILED' },
            ListServiceDeploymentsRequest: { members: 'service! cluster status:ServiceDeploymentStatusList createdAt:CreatedAt nextToken maxResults:integer' },
            ServiceDeploymentStatusList: { item: 'ServiceDeploymentStatus' },
            ServiceDeploymentStatus: { values: 'PENDING SUCCESSFUL STOPPED STOP_REQUESTED IN_PROGRESS ROLLBACK_REQUESTED ROLLBACK_IN_PROGRESS ROLLBACK_SUCCESSFUL ROLLBACK_FAILED' },
            CreatedAt: { members: 'before:timestamp after:timestamp' },
            ListServicesRequest: { members: 'cluster nextToken maxResults:integer launchType:LaunchType schedulingStrategy:SchedulingStrategy resourceManagementType:ResourceManagementType' },
            ResourceManagementType: { values: 'CUSTOMER ECS' },
            ListServicesByNamespaceRequest: { members: 'namespace! nextToken maxResults:integer' },
            ListTagsForResourceRequest: { members: 'resourceArn!' },
            ListTaskDefinitionFamiliesRequest: { members: 'familyPrefix status:TaskDefinitionFamilyStatus nextToken maxResults:integer' },
            TaskDefinitionFamilyStatus: { values: 'ACTIVE INACTIVE ALL' },
            ListTaskDefinitionsRequest: { members: 'familyPrefix status:TaskDefinitionStatus sort:SortOrder nextToken maxResults:integer' },
            TaskDefinitionStatus: { values: 'ACTIVE INACTIVE DELETE_IN_PROGRESS' },
            SortOrder: { values: 'ASC DESC' },
            ListTasksRequest: { members: 'cluster containerInstance family nextToken maxResults:integer startedBy serviceName desiredStatus:DesiredStatus launchType:LaunchType daemonName' },
            DesiredStatus: { values: 'RUNNING PENDING STOPPED' },
            PutAccountSettingRequest: { members: 'name!:SettingName value! principalArn' },
            PutAccountSettingDefaultRequest: { members: 'name!:SettingName value!' },
            PutClusterCapacityProvidersRequest: { members: 'cluster! capacityProviders!:StringList defaultCapacityProviderStrategy!:CapacityProviderStrategy' },
            RegisterTaskDefinitionRequest: { members: 'family! taskRoleArn executionRoleArn networkMode:NetworkMode containerDefinitions!:ContainerDefinitions volumes:VolumeList placementConstraints:TaskDefinitionPlacementConstraints requiresCompatibilities:CompatibilityList cpu memory tags:Tags pidMode:PidMode ipcMode:IpcMode proxyConfiguration:ProxyConfiguration inferenceAccelerators:InferenceAccelerators ephemeralStorage:EphemeralStorage runtimePlatform:RuntimePlatform enableFaultInjection:boolean trustedExecutionConfiguration:TrustedExecutionConfiguration' },
            NetworkMode: { values: 'bridge host awsvpc none' },
            ContainerDefinitions: { item: 'ContainerDefinition' },
            ContainerDefinition: { members: 'name image repositoryCredentials:RepositoryCredentials cpu:integer memory:integer memoryReservation:integer links:StringList portMappings:PortMappingList essential:boolean restartPolicy:ContainerRestartPolicy entryPoint:StringList command:StringList environment:EnvironmentVariables environmentFiles:EnvironmentFiles mountPoints:MountPointList volumesFrom:VolumeFromList linuxParameters:LinuxParameters secrets:SecretList dependsOn:ContainerDependencies startTimeout:integer stopTimeout:integer versionConsistency:VersionConsistency hostname user workingDirectory disableNetworking:boolean privileged:boolean readonlyRootFilesystem:boolean dnsServers:StringList dnsSearchDomains:StringList extraHosts:HostEntryList dockerSecurityOptions:StringList interactive:boolean pseudoTerminal:boolean dockerLabels:DockerLabelsMap ulimits:UlimitList logConfiguration:LogConfiguration healthCheck:HealthCheck systemControls:SystemControls resourceRequirements:ResourceRequirements firelensConfiguration:FirelensConfiguration credentialSpecs:StringList' },
            RepositoryCredentials: { members: 'credentialsParameter!', sensitive: true },
            PortMappingList: { item: 'PortMapping' },
            PortMapping: { members: 'containerPort:integer hostPort:integer protocol:TransportProtocol name appProtocol:ApplicationProtocol containerPortRange' },
            TransportProtocol: { values: 'tcp udp' },
            ApplicationProtocol: { values: 'http http2 grpc' },
            ContainerRestartPolicy: { members: 'enabled!:boolean ignoredExitCodes:IntegerList restartAttemptPeriod:integer' },
            IntegerList: { item: 'integer' },
            EnvironmentVariables: { item: 'KeyValuePair', sensitive: true },
            KeyValuePair: { members: 'name value' },
            EnvironmentFiles: { item: 'EnvironmentFile' },
            EnvironmentFile: { members: 'value! type!:EnvironmentFileType' },
            EnvironmentFileType: { values: 's3' },
            MountPointList: { item: 'MountPoint' },
            MountPoint: { members: 'sourceVolume containerPath readOnly:boolean' },
            VolumeFromList: { item: 'VolumeFrom' },
            VolumeFrom: { members: 'sourceContainer readOnly:boolean' },
            LinuxParameters: { members: 'capabilities:KernelCapabilities devices:DevicesList initProcessEnabled:boolean sharedMemorySize:integer tmpfs:TmpfsList maxSwap:integer swappiness:integer' },
            KernelCapabilities: { members: 'add:StringList drop:StringList' },
            DevicesList: { item: 'Device' },
            Device: { members: 'hostPath! containerPath permissions:DeviceCgroupPermissions' },
            DeviceCgroupPermissions: { item: 'DeviceCgroupPermission' },
            DeviceCgroupPermission: { values: 'read write mknod' },
            TmpfsList: { item: 'Tmpfs' },
            Tmpfs: { members: 'containerPath! size!:integer mountOptions:StringList' },
            ContainerDependencies: { item: 'ContainerDependency' },
            ContainerDependency: { members: 'containerName! condition!:ContainerCondition' },
            ContainerCondition: { values: 'START COMPLETE SUCCESS HEALTHY' },
            VersionConsistency: { values: 'enabled disabled' },
            HostEntryList: { item: 'HostEntry' },
            HostEntry: { members: 'hostname! ipAddress!' },
            DockerLabelsMap: { key: 'string', value: 'string' },
            UlimitList: { item: 'Ulimit' },
            Ulimit: { members: 'name!:UlimitName softLimit!:integer hardLimit!:integer' },
            UlimitName: { values: 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack' },
            HealthCheck: { members: 'command!:StringList interval:integer timeout:integer retries:integer startPeriod:integer' },
            SystemControls: { item: 'SystemControl' },
            SystemControl: { members: 'namespace value' },
            ResourceRequirements: { item: 'ResourceRequirement' },
            ResourceRequirement: { members: 'value type!:ResourceType sharingStrategy:SharingStrategy' },
            ResourceType: { values: 'GPU InferenceAccelerator NeuronDevice' },
            SharingStrategy: { members: 'nvidiaMps:NvidiaMpsAllocation' },
            NvidiaMpsAllocation: { members: 'memory!:NvidiaMpsAllocationMemoryInteger maxComputePercent:NvidiaMpsAllocationMaxComputePercentInteger' },
            NvidiaMpsAllocationMemoryInteger: { kind: 'integer', min: 1 },
            NvidiaMpsAllocationMaxComputePercentInteger: { kind: 'integer', min: 1, max: 100 },
            FirelensConfiguration: { members: 'type!:FirelensConfigurationType options:FirelensConfigurationOptionsMap' },
            FirelensConfigurationType: { values: 'fluentd fluentbit' },
            FirelensConfigurationOptionsMap: { key: 'string', value: 'string' },
            VolumeList: { item: 'Volume' },
            Volume: { members: 'name host:HostVolumeProperties dockerVolumeConfiguration:DockerVolumeConfiguration efsVolumeConfiguration:EFSVolumeConfiguration s3filesVolumeConfiguration:S3FilesVolumeConfiguration fsxWindowsFileServerVolumeConfiguration:FSxWindowsFileServerVolumeConfiguration configuredAtLaunch:boolean' },
            HostVolumeProperties: { members: 'sourcePath' },
            DockerVolumeConfiguration: { members: 'scope:Scope autoprovision:boolean driver driverOpts:StringMap labels:StringMap' },
            Scope: { values: 'task shared' },
            StringMap: { key: 'string', value: 'string' },
            EFSVolumeConfiguration: { members: 'fileSystemId! rootDirectory transitEncryption:EFSTransitEncryption transitEncryptionPort:integer authorizationConfig:EFSAuthorizationConfig' },
            EFSTransitEncryption: { values: 'ENABLED DISABLED' },
            EFSAuthorizationConfig: { members: 'accessPointId iam:EFSAuthorizationConfigIAM' },
            EFSAuthorizationConfigIAM: { values: 'ENABLED DISABLED' },
            S3FilesVolumeConfiguration: { members: 'fileSystemArn! rootDirectory transitEncryptionPort:integer accessPointArn' },
            FSxWindowsFileServerVolumeConfiguration: { members: 'fileSystemId! rootDirectory! authorizationConfig!:FSxWindowsFileServerAuthorizationConfig' },
            FSxWindowsFileServerAuthorizationConfig: { members: 'credentialsParameter! domain!' },
            TaskDefinitionPlacementConstraints: { item: 'TaskDefinitionPlacementConstraint' },
            TaskDefinitionPlacementConstraint: { members: 'type:TaskDefinitionPlacementConstraintType expression' },
            TaskDefinitionPlacementConstraintType: { values: 'memberOf' },
            CompatibilityList: { item: 'Compatibility' },
            Compatibility: { values: 'EC2 FARGATE EXTERNAL MANAGED_INSTANCES' },
            PidMode: { values: 'host task' },
            IpcMode: { values: 'host task none' },
            ProxyConfiguration: { members: 'type:ProxyConfigurationType containerName! properties:ProxyConfigurationProperties' },
            ProxyConfigurationType: { values: 'APPMESH' },
            ProxyConfigurationProperties: { item: 'KeyValuePair' },
            InferenceAccelerators: { item: 'InferenceAccelerator' },
            InferenceAccelerator: { members: 'deviceName! deviceType!' },
            EphemeralStorage: { members: 'sizeInGiB!:integer' },
            RuntimePlatform: { members: 'cpuArchitecture:CPUArchitecture operatingSystemFamily:OSFamily' },
            CPUArchitecture: { values: 'X86_64 ARM64' },
            OSFamily: { values: 'WINDOWS_SERVER_2019_FULL WINDOWS_SERVER_2019_CORE WINDOWS_SERVER_2016_FULL WINDOWS_SERVER_2004_CORE WINDOWS_SERVER_2022_CORE WINDOWS_SERVER_2022_FULL WINDOWS_SERVER_2025_CORE WINDOWS_SERVER_2025_FULL WINDOWS_SERVER_20H2_CORE LINUX' },
            TrustedExecutionConfiguration: { members: 'isolationMode!:IsolationMode attestationPolicy' },
            IsolationMode: { values: 'SHARED ISOLATED_SANDBOX CONFIDENTIAL_SANDBOX' },
            RunTaskRequest: { members: 'capacityProviderStrategy:CapacityProviderStrategy cluster count:integer enableECSManagedTags:boolean enableExecuteCommand:boolean group launchType:LaunchType networkConfiguration:NetworkConfiguration overrides:TaskOverride placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies platformVersion propagateTags:PropagateTags referenceId startedBy tags:Tags taskDefinition! clientToken volumeConfigurations:TaskVolumeConfigurations' },
            TaskOverride: { members: 'containerOverrides:ContainerOverrides cpu inferenceAcceleratorOverrides:InferenceAcceleratorOverrides executionRoleArn memory taskRoleArn ephemeralStorage:EphemeralStorage' },
            ContainerOverrides: { item: 'ContainerOverride' },
            ContainerOverride: { members: 'name command:StringList environment:EnvironmentVariables environmentFiles:EnvironmentFiles cpu:integer memory:integer memoryReservation:integer resourceRequirements:ResourceRequirements' },
            InferenceAcceleratorOverrides: { item: 'InferenceAcceleratorOverride' },
            InferenceAcceleratorOverride: { members: 'deviceName deviceType' },
            TaskVolumeConfigurations: { item: 'TaskVolumeConfiguration' },
            TaskVolumeConfiguration: { members: 'name! managedEBSVolume:TaskManagedEBSVolumeConfiguration' },
            TaskManagedEBSVolumeConfiguration: { members: 'encrypted:boolean kmsKeyId volumeType sizeInGiB:integer snapshotId volumeInitializationRate:integer iops:integer throughput:integer tagSpecifications:EBSTagSpecifications roleArn! terminationPolicy:TaskManagedEBSVolumeTerminationPolicy filesystemType:TaskFilesystemType' },
            TaskManagedEBSVolumeTerminationPolicy: { members: 'deleteOnTermination!:boolean' },
            StopServiceDeploymentRequest: { members: 'serviceDeploymentArn! stopType:StopServiceDeploymentStopType' },
            StopServiceDeploymentStopType: { values: 'ABORT ROLLBACK' },
            StopTaskRequest: { members: 'cluster task! reason' },
            TagResourceRequest: { members: 'resourceArn! tags!:Tags' },
            UntagResourceRequest: { members: 'resourceArn! tagKeys!:TagKeys' },
            TagKeys: { item: 'TagKey' },
            UpdateCapacityProviderRequest: { members: 'name! cluster autoScalingGroupProvider:AutoScalingGroupProviderUpdate managedInstancesProvider:UpdateManagedInstancesProviderConfiguration' },
            AutoScalingGroupProviderUpdate: { members: 'managedScaling:ManagedScaling managedTerminationProtection:ManagedTerminationProtection managedDraining:ManagedDraining' },
            UpdateManagedInstancesProviderConfiguration: { members: 'infrastructureRoleArn! instanceLaunchTemplate!:InstanceLaunchTemplateUpdate propagateTags:PropagateMITags infrastructureOptimization:InfrastructureOptimization autoRepairConfiguration:AutoRepairConfiguration' },
            InstanceLaunchTemplateUpdate: { members: 'ec2InstanceProfileArn networkConfiguration:ManagedInstancesNetworkConfiguration storageConfiguration:ManagedInstancesStorageConfiguration instanceMetadataTagsPropagation:boolean localStorageConfiguration:ManagedInstancesLocalStorageConfiguration monitoring:ManagedInstancesMonitoringOptions instanceRequirements:InstanceRequirementsRequest capacityReservations:CapacityReservationRequest' },
            UpdateClusterRequest: { members: 'cluster! settings:ClusterSettings configuration:ClusterConfiguration serviceConnectDefaults:ClusterServiceConnectDefaultsRequest' },
            UpdateClusterSettingsRequest: { members: 'cluster! settings!:ClusterSettings' },
            UpdateServiceRequest: { members: 'cluster service! desiredCount:integer taskDefinition capacityProviderStrategy:CapacityProviderStrategy deploymentConfiguration:DeploymentConfiguration availabilityZoneRebalancing:AvailabilityZoneRebalancing networkConfiguration:NetworkConfiguration placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies platformVersion forceNewDeployment:boolean healthCheckGracePeriodSeconds:integer deploymentController:DeploymentController enableExecuteCommand:boolean enableECSManagedTags:boolean loadBalancers:LoadBalancers propagateTags:PropagateTags serviceRegistries:ServiceRegistries serviceConnectConfiguration:ServiceConnectConfiguration volumeConfigurations:ServiceVolumeConfigurations vpcLatticeConfigurations:VpcLatticeConfigurations gatewayConnectors:GatewayConnectorList monitoring:MonitoringConfiguration' },
            UpdateServicePrimaryTaskSetRequest: { members: 'cluster! service! primaryTaskSet!' },
            UpdateTaskProtectionRequest: { members: 'cluster! tasks!:StringList protectionEnabled!:boolean expiresInMinutes:integer' },
            UpdateTaskSetRequest: { members: 'cluster! service! taskSet! scale!:Scale' }
        }
    },
    elasticloadbalancing: {
        inputs: { CreateListener: 'CreateListenerInput', CreateLoadBalancer: 'CreateLoadBalancerInput', CreateRule: 'CreateRuleInput', CreateTargetGroup: 'CreateTargetGroupInput', DescribeListeners: 'DescribeListenersInput', DescribeLoadBalancers: 'DescribeLoadBalancersInput', DescribeRules: 'DescribeRulesInput', DescribeTags: 'DescribeTagsInput', DescribeTargetGroupAttributes: 'DescribeTargetGroupAttributesInput', DescribeTargetGroups: 'DescribeTargetGroupsInput', ModifyTargetGroup: 'ModifyTargetGroupInput', ModifyTargetGroupAttributes: 'ModifyTargetGroupAttributesInput' },
        shapes: {
            CreateListenerInput: { members: 'LoadBalancerArn! Protocol:ProtocolEnum Port:Port SslPolicy Certificates:CertificateList DefaultActions!:Actions AlpnPolicy:AlpnPolicyName Tags:TagList MutualAuthentication:MutualAuthenticationAttributes' },
            ProtocolEnum: { values: 'HTTP HTTPS TCP TLS UDP TCP_UDP GENEVE QUIC TCP_QUIC' },
            Port: { kind: 'integer', min: 1, max: 65535 },
            CertificateList: { item: 'Certificate' },
            Certificate: { members: 'CertificateArn IsDefault:boolean' },
            Actions: { item: 'Action' },
            Action: { members: 'Type!:ActionTypeEnum TargetGroupArn AuthenticateOidcConfig:AuthenticateOidcActionConfig AuthenticateCognitoConfig:AuthenticateCognitoActionConfig Order:ActionOrder RedirectConfig:RedirectActionConfig FixedResponseConfig:FixedResponseActionConfig ForwardConfig:ForwardActionConfig JwtValidationConfig:JwtValidationActionConfig' },
            ActionTypeEnum: { values: 'forward authenticate-oidc authenticate-cognito redirect fixed-response jwt-validation' },
            AuthenticateOidcActionConfig: { members: 'Issuer! AuthorizationEndpoint! TokenEndpoint! UserInfoEndpoint! ClientId! ClientSecret SessionCookieName Scope SessionTimeout:integer AuthenticationRequestExtraParams:AuthenticateOidcActionAuthenticationRequestExtraParams OnUnauthenticatedRequest:AuthenticateOidcActionConditionalBehaviorEnum UseExistingClientSecret:boolean' },
            AuthenticateOidcActionAuthenticationRequestExtraParams: { key: 'string', value: 'string' },
            AuthenticateOidcActionConditionalBehaviorEnum: { values: 'deny allow authenticate' },
            AuthenticateCognitoActionConfig: { members: 'UserPoolArn! UserPoolClientId! UserPoolDomain! SessionCookieName Scope SessionTimeout:integer AuthenticationRequestExtraParams:AuthenticateCognitoActionAuthenticationRequestExtraParams OnUnauthenticatedRequest:AuthenticateCognitoActionConditionalBehaviorEnum' },
            AuthenticateCognitoActionAuthenticationRequestExtraParams: { key: 'string', value: 'string' },
            AuthenticateCognitoActionConditionalBehaviorEnum: { values: 'deny allow authenticate' },
            ActionOrder: { kind: 'integer', min: 1, max: 50000 },
            RedirectActionConfig: { members: 'Protocol:RedirectActionProtocol Port Host:RedirectActionHost Path:RedirectActionPath Query:RedirectActionQuery StatusCode!:RedirectActionStatusCodeEnum' },
            RedirectActionProtocol: { pattern: '^(HTTPS?|#\\{protocol\\})$' },
            RedirectActionHost: { min: 1, max: 128 },
            RedirectActionPath: { min: 1, max: 128 },
            RedirectActionQuery: { min: 0, max: 128 },
            RedirectActionStatusCodeEnum: { values: 'HTTP_301 HTTP_302' },
            FixedResponseActionConfig: { members: 'MessageBody:FixedResponseActionMessage StatusCode!:FixedResponseActionStatusCode ContentType:FixedResponseActionContentType' },
            FixedResponseActionMessage: { min: 0, max: 1024 },
            FixedResponseActionStatusCode: { pattern: '^(2|4|5)\\d\\d$' },
            FixedResponseActionContentType: { min: 0, max: 32 },
            ForwardActionConfig: { members: 'TargetGroups:TargetGroupList TargetGroupStickinessConfig:TargetGroupStickinessConfig' },
            TargetGroupList: { item: 'TargetGroupTuple' },
            TargetGroupTuple: { members: 'TargetGroupArn Weight:integer' },
            TargetGroupStickinessConfig: { members: 'Enabled:boolean DurationSeconds:integer' },
            JwtValidationActionConfig: { members: 'JwksEndpoint! Issuer! AdditionalClaims:JwtValidationActionAdditionalClaims' },
            JwtValidationActionAdditionalClaims: { item: 'JwtValidationActionAdditionalClaim' },
            JwtValidationActionAdditionalClaim: { members: 'Format!:JwtValidationActionAdditionalClaimFormatEnum Name! Values!:JwtValidationActionAdditionalClaimValues' },
            JwtValidationActionAdditionalClaimFormatEnum: { values: 'single-string string-array space-separated-values' },
            JwtValidationActionAdditionalClaimValues: { item: 'string' },
            AlpnPolicyName: { item: 'string' },
            TagList: { item: 'Tag', min: 1 },
            Tag: { members: 'Key!:TagKey Value:TagValue' },
            TagKey: { min: 1, max: 128, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$' },
            TagValue: { min: 0, max: 256, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$' },
            MutualAuthenticationAttributes: { members: 'Mode TrustStoreArn IgnoreClientCertificateExpiry:boolean TrustStoreAssociationStatus:TrustStoreAssociationStatusEnum AdvertiseTrustStoreCaNames:AdvertiseTrustStoreCaNamesEnum ClientCertificateIdentityFilters:ClientCertificateIdentityFilters' },
            TrustStoreAssociationStatusEnum: { values: 'active removed' },
            AdvertiseTrustStoreCaNamesEnum: { values: 'on off' },
            ClientCertificateIdentityFilters: { item: 'ClientCertificateIdentityFilter', max: 100 },
            ClientCertificateIdentityFilter: { members: 'Field!:ClientCertificateIdentityFilterField Action!:ClientCertificateIdentityFilterAction MatchType!:ClientCertificateIdentityFilterMatchType Value!:ClientCertificateIdentityFilterValue' },
            ClientCertificateIdentityFilterField: { values: 'subject-cn subject-ou san-dns san-uri' },
            ClientCertificateIdentityFilterAction: { values: 'accept' },
            ClientCertificateIdentityFilterMatchType: { values: 'exact prefix' },
            ClientCertificateIdentityFilterValue: { min: 1, max: 256 },
            CreateLoadBalancerInput: { members: 'Name! Subnets:Subnets SubnetMappings:SubnetMappings SecurityGroups:SecurityGroups Scheme:LoadBalancerSchemeEnum Tags:TagList Type:LoadBalancerTypeEnum IpAddressType:IpAddressType CustomerOwnedIpv4Pool:CustomerOwnedIpv4Pool EnablePrefixForIpv6SourceNat:EnablePrefixForIpv6SourceNatEnum IpamPools:IpamPools' },
            Subnets: { item: 'string' },
            SubnetMappings: { item: 'SubnetMapping' },
            SubnetMapping: { members: 'SubnetId AllocationId PrivateIPv4Address IPv6Address SourceNatIpv6Prefix' },
            SecurityGroups: { item: 'string' },
            LoadBalancerSchemeEnum: { values: 'internet-facing internal' },
            LoadBalancerTypeEnum: { values: 'application network gateway' },
            IpAddressType: { values: 'ipv4 dualstack dualstack-without-public-ipv4' },
            CustomerOwnedIpv4Pool: { max: 256, pattern: '^(ipv4pool-coip-)[a-zA-Z0-9]+$' },
            EnablePrefixForIpv6SourceNatEnum: { values: 'on off' },
            IpamPools: { members: 'Ipv4IpamPoolId:IpamPoolId' },
            IpamPoolId: { max: 1000, pattern: '^(ipam-pool-)[a-zA-Z0-9]+$' },
            CreateRuleInput: { members: 'ListenerArn! Conditions!:RuleConditionList Priority!:RulePriority Actions!:Actions Tags:TagList Transforms:RuleTransformList' },
            RuleConditionList: { item: 'RuleCondition' },
            RuleCondition: { members: 'Field:ConditionFieldName Values:ListOfString HostHeaderConfig:HostHeaderConditionConfig PathPatternConfig:PathPatternConditionConfig HttpHeaderConfig:HttpHeaderConditionConfig QueryStringConfig:QueryStringConditionConfig HttpRequestMethodConfig:HttpRequestMethodConditionConfig SourceIpConfig:SourceIpConditionConfig RegexValues:ListOfString' },
            ConditionFieldName: { max: 64 },
            ListOfString: { item: 'string' },
            HostHeaderConditionConfig: { members: 'Values:ListOfString RegexValues:ListOfString' },
            PathPatternConditionConfig: { members: 'Values:ListOfString RegexValues:ListOfString' },
            HttpHeaderConditionConfig: { members: 'HttpHeaderName Values:ListOfString RegexValues:ListOfString' },
            QueryStringConditionConfig: { members: 'Values:QueryStringKeyValuePairList' },
            QueryStringKeyValuePairList: { item: 'QueryStringKeyValuePair' },
            QueryStringKeyValuePair: { members: 'Key Value' },
            HttpRequestMethodConditionConfig: { members: 'Values:ListOfString' },
            SourceIpConditionConfig: { members: 'Values:ListOfString IpAddressType:SourceIpAddressTypeEnum' },
            SourceIpAddressTypeEnum: { values: 'ipv4 ipv6' },
            RulePriority: { kind: 'integer', min: 1, max: 50000 },
            RuleTransformList: { item: 'RuleTransform' },
            RuleTransform: { members: 'Type!:TransformTypeEnum HostHeaderRewriteConfig:HostHeaderRewriteConfig UrlRewriteConfig:UrlRewriteConfig' },
            TransformTypeEnum: { values: 'host-header-rewrite url-rewrite' },
            HostHeaderRewriteConfig: { members: 'Rewrites:RewriteConfigList' },
            RewriteConfigList: { item: 'RewriteConfig' },
            RewriteConfig: { members: 'Regex! Replace!' },
            UrlRewriteConfig: { members: 'Rewrites:RewriteConfigList' },
            CreateTargetGroupInput: { members: 'Name! Protocol:ProtocolEnum ProtocolVersion Port:Port VpcId HealthCheckProtocol:ProtocolEnum HealthCheckPort HealthCheckEnabled:boolean HealthCheckPath:Path HealthCheckIntervalSeconds:HealthCheckIntervalSeconds HealthCheckTimeoutSeconds:HealthCheckTimeoutSeconds HealthyThresholdCount:HealthCheckThresholdCount UnhealthyThresholdCount:HealthCheckThresholdCount Matcher:Matcher TargetType:TargetTypeEnum Tags:TagList IpAddressType:TargetGroupIpAddressTypeEnum TargetControlPort:TargetControlPort' },
            Path: { min: 1, max: 1024 },
            HealthCheckIntervalSeconds: { kind: 'integer', min: 5, max: 300 },
            HealthCheckTimeoutSeconds: { kind: 'integer', min: 2, max: 120 },
            HealthCheckThresholdCount: { kind: 'integer', min: 2, max: 10 },
            Matcher: { members: 'HttpCode GrpcCode' },
            TargetTypeEnum: { values: 'instance ip lambda alb' },
            TargetGroupIpAddressTypeEnum: { values: 'ipv4 ipv6' },
            TargetControlPort: { kind: 'integer', min: 1, max: 65535 },
            DescribeListenersInput: { members: 'LoadBalancerArn ListenerArns:ListenerArns Marker PageSize:PageSize' },
            ListenerArns: { item: 'string' },
            PageSize: { kind: 'integer', min: 1, max: 400 },
            DescribeLoadBalancersInput: { members: 'LoadBalancerArns:LoadBalancerArns Names:LoadBalancerNames Marker PageSize:PageSize' },
            LoadBalancerArns: { item: 'string' },
            LoadBalancerNames: { item: 'string' },
            DescribeRulesInput: { members: 'ListenerArn RuleArns:RuleArns Marker PageSize:PageSize' },
            RuleArns: { item: 'string' },
            DescribeTagsInput: { members: 'ResourceArns!:ResourceArns' },
            ResourceArns: { item: 'string' },
            DescribeTargetGroupAttributesInput: { members: 'TargetGroupArn!' },
            DescribeTargetGroupsInput: { members: 'LoadBalancerArn TargetGroupArns:TargetGroupArns Names:TargetGroupNames Marker PageSize:PageSize' },
            TargetGroupArns: { item: 'string' },
            TargetGroupNames: { item: 'string' },
            ModifyTargetGroupInput: { members: 'TargetGroupArn! HealthCheckProtocol:ProtocolEnum HealthCheckPort HealthCheckPath:Path HealthCheckEnabled:boolean HealthCheckIntervalSeconds:HealthCheckIntervalSeconds HealthCheckTimeoutSeconds:HealthCheckTimeoutSeconds HealthyThresholdCount:HealthCheckThresholdCount UnhealthyThresholdCount:HealthCheckThresholdCount Matcher:Matcher' },
            ModifyTargetGroupAttributesInput: { members: 'TargetGroupArn! Attributes!:TargetGroupAttributes' },
            TargetGroupAttributes: { item: 'TargetGroupAttribute' },
            TargetGroupAttribute: { members: 'Key:TargetGroupAttributeKey Value' },
            TargetGroupAttributeKey: { max: 256, pattern: '^[a-zA-Z0-9._]+$' }
        }
    },
    iam: {
        inputs: { CreateRole: 'CreateRoleRequest', DeleteRole: 'DeleteRoleRequest', GetRole: 'GetRoleRequest', ListRoles: 'ListRolesRequest', PutRolePolicy: 'PutRolePolicyRequest', SimulatePrincipalPolicy: 'SimulatePrincipalPolicyRequest', UpdateAssumeRolePolicy: 'UpdateAssumeRolePolicyRequest' },
        shapes: {
            CreateRoleRequest: { members: 'Path:pathType RoleName!:roleNameType AssumeRolePolicyDocument!:policyDocumentType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType MaxSigninSessionDuration:maxSigninSessionDurationType PermissionsBoundary:arnType Tags:tagListType' },
            pathType: { min: 1, max: 512, pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)' },
            roleNameType: { min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
            policyDocumentType: { min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
            roleDescriptionType: { max: 1000, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*' },
            roleMaxSessionDurationType: { kind: 'integer', min: 3600, max: 43200 },
            maxSigninSessionDurationType: { kind: 'integer', min: 3600, max: 7776000 },
            arnType: { min: 20, max: 2048 },
            tagListType: { item: 'Tag', max: 50 },
            Tag: { members: 'Key!:tagKeyType Value!:tagValueType' },
            tagKeyType: { min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
            tagValueType: { min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' },
            DeleteRoleRequest: { members: 'RoleName!:roleNameType' },
            GetRoleRequest: { members: 'RoleName!:roleNameType' },
            ListRolesRequest: { members: 'PathPrefix:pathPrefixType Marker:markerType MaxItems:maxItemsType' },
            pathPrefixType: { min: 1, max: 512, pattern: '\\u002F[\\u0021-\\u007F]*' },
            markerType: { min: 1, max: 320, pattern: '[\\u0020-\\u00FF]+' },
            maxItemsType: { kind: 'integer', min: 1, max: 1000 },
            PutRolePolicyRequest: { members: 'RoleName!:roleNameType PolicyName!:policyNameType PolicyDocument!:policyDocumentType' },
            policyNameType: { min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
            SimulatePrincipalPolicyRequest: { members: 'PolicySourceArn!:arnType PolicyInputList:SimulationPolicyListType PermissionsBoundaryPolicyInputList:SimulationPolicyListType PolicyExclusionList:PolicyExclusionsListType ActionNames!:ActionNameListType ResourceArns:ResourceNameListType ResourcePolicy:policyDocumentType ResourceOwner:ResourceNameType CallerArn:ResourceNameType ContextEntries:ContextEntryListType ResourceHandlingOption:ResourceHandlingOptionType MaxItems:maxItemsType Marker:markerType' },
            SimulationPolicyListType: { item: 'policyDocumentType' },
            PolicyExclusionsListType: { item: 'PolicyIdentifier', max: 256 },
            PolicyIdentifier: { members: 'PolicyType:PolicyIdentifierPolicyType PolicyArn:arnType InlinePolicyIdentifier:InlinePolicyIdentifierType' },
            PolicyIdentifierPolicyType: { values: 'inline aws-managed user-managed permission-boundary scp rcp' },
            InlinePolicyIdentifierType: { members: 'PolicyName!:policyNameType AttachmentType!:AttachmentType AttachmentName!:AttachmentName' },
            AttachmentType: { values: 'user group role' },
            AttachmentName: { min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
            ActionNameListType: { item: 'ActionNameType' },
            ActionNameType: { min: 3, max: 128 },
            ResourceNameListType: { item: 'ResourceNameType' },
            ResourceNameType: { min: 1, max: 2048 },
            ContextEntryListType: { item: 'ContextEntry' },
            ContextEntry: { members: 'ContextKeyName:ContextKeyNameType ContextKeyValues:ContextKeyValueListType ContextKeyType:ContextKeyTypeEnum' },
            ContextKeyNameType: { min: 5, max: 256 },
            ContextKeyValueListType: { item: 'string' },
            ContextKeyTypeEnum: { values: 'string stringList numeric numericList boolean booleanList ip ipList binary binaryList date dateList' },
            ResourceHandlingOptionType: { min: 1, max: 64 },
            UpdateAssumeRolePolicyRequest: { members: 'RoleName!:roleNameType PolicyDocument!:policyDocumentType' }
        }
    },
    logs: {
        inputs: { CreateLogGroup: 'CreateLogGroupRequest', CreateLogStream: 'CreateLogStreamRequest', DeleteLogGroup: 'DeleteLogGroupRequest', DeleteLogStream: 'DeleteLogStreamRequest', DeleteRetentionPolicy: 'DeleteRetentionPolicyRequest', DescribeLogGroups: 'DescribeLogGroupsRequest', DescribeLogStreams: 'DescribeLogStreamsRequest', FilterLogEvents: 'FilterLogEventsRequest', GetLogEvents: 'GetLogEventsRequest', ListTagsForResource: 'ListTagsForResourceRequest', PutLogEvents: 'PutLogEventsRequest', PutRetentionPolicy: 'PutRetentionPolicyRequest', TagResource: 'TagResourceRequest', UntagResource: 'UntagResourceRequest' },
        shapes: {
            CreateLogGroupRequest: { members: 'logGroupName!:LogGroupName kmsKeyId:KmsKeyId tags:Tags logGroupClass:LogGroupClass deletionProtectionEnabled:boolean' },
            LogGroupName: { min: 1, max: 512, pattern: '[\\.\\-_/#A-Za-z0-9]+' },
            KmsKeyId: { max: 256 },
            Tags: { key: 'TagKey', value: 'TagValue', min: 1, max: 50 },
            TagKey: { min: 1, max: 128, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$' },
            TagValue: { max: 256, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$' },
            LogGroupClass: { values: 'STANDARD INFREQUENT_ACCESS DELIVERY ESSENTIALS' },
            CreateLogStreamRequest: { members: 'logGroupName!:LogGroupName logStreamName!:LogStreamName' },
            LogStreamName: { min: 1, max: 512, pattern: '[^:*]*' },
            DeleteLogGroupRequest: { members: 'logGroupName!:LogGroupName' },
            DeleteLogStreamRequest: { members: 'logGroupName!:LogGroupName logStreamName!:LogStreamName' },
            DeleteRetentionPolicyRequest: { members: 'logGroupName!:LogGroupName' },
            DescribeLogGroupsRequest: { members: 'accountIdentifiers:AccountIds logGroupNamePrefix:LogGroupName logGroupNamePattern:LogGroupNamePattern nextToken:NextToken limit:DescribeLimit includeLinkedAccounts:boolean logGroupClass:LogGroupClass logGroupIdentifiers:DescribeLogGroupsLogGroupIdentifiers' },
            AccountIds: { item: 'AccountId', min: 0, max: 20 },
            AccountId: { min: 12, max: 12, pattern: '^\\d{12}$' },
            LogGroupNamePattern: { min: 0, max: 512, pattern: '[\\.\\-_/#A-Za-z0-9]*' },
            NextToken: { min: 1 },
            DescribeLimit: { kind: 'integer', min: 1, max: 50 },
            DescribeLogGroupsLogGroupIdentifiers: { item: 'LogGroupIdentifier', min: 1, max: 50 },
            LogGroupIdentifier: { min: 1, max: 2048, pattern: '[\\w#+=/:,.@-]*' },
            DescribeLogStreamsRequest: { members: 'logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNamePrefix:LogStreamName orderBy:OrderBy descending:boolean nextToken:NextToken limit:DescribeLimit' },
            OrderBy: { values: 'LogStreamName LastEventTime' },
            FilterLogEventsRequest: { members: 'logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNames:InputLogStreamNames logStreamNamePrefix:LogStreamName startTime:Timestamp endTime:Timestamp filterPattern:FilterPattern nextToken:NextToken limit:EventsLimit startFromHead:boolean interleaved:boolean unmask:boolean' },
            InputLogStreamNames: { item: 'LogStreamName', min: 1, max: 100 },
            Timestamp: { kind: 'integer', min: 0 },
            FilterPattern: { min: 0, max: 1024 },
            EventsLimit: { kind: 'integer', min: 1, max: 10000 },
            GetLogEventsRequest: { members: 'logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamName!:LogStreamName startTime:Timestamp endTime:Timestamp nextToken:NextToken limit:EventsLimit startFromHead:boolean unmask:boolean' },
            ListTagsForResourceRequest: { members: 'resourceArn!:AmazonResourceName' },
            AmazonResourceName: { min: 1, max: 1011, pattern: '[\\w+=/:,.@-]*' },
            PutLogEventsRequest: { members: 'logGroupName!:LogGroupName logStreamName!:LogStreamName logEvents!:InputLogEvents sequenceToken:SequenceToken entity:Entity' },
            InputLogEvents: { item: 'InputLogEvent', min: 1, max: 10000 },
            InputLogEvent: { members: 'timestamp!:Timestamp message!:EventMessage' },
            EventMessage: { min: 1 },
            SequenceToken: { min: 1 },
            Entity: { members: 'keyAttributes:EntityKeyAttributes attributes:EntityAttributes' },
            EntityKeyAttributes: { key: 'EntityKeyAttributesKey', value: 'EntityKeyAttributesValue', min: 2, max: 4 },
            EntityKeyAttributesKey: { min: 1, max: 32 },
            EntityKeyAttributesValue: { min: 1, max: 512 },
            EntityAttributes: { key: 'EntityAttributesKey', value: 'EntityAttributesValue', min: 0, max: 10 },
            EntityAttributesKey: { min: 1, max: 256 },
            EntityAttributesValue: { min: 1, max: 512 },
            PutRetentionPolicyRequest: { members: 'logGroupName!:LogGroupName retentionInDays!:integer' },
            TagResourceRequest: { members: 'resourceArn!:AmazonResourceName tags!:Tags' },
            UntagResourceRequest: { members: 'resourceArn!:AmazonResourceName tagKeys!:TagKeyList' },
            TagKeyList: { item: 'TagKey', min: 0, max: 50 }
        }
    },
    secretsmanager: {
        inputs: { CreateSecret: 'CreateSecretRequest', DeleteSecret: 'DeleteSecretRequest', DescribeSecret: 'DescribeSecretRequest', ListSecrets: 'ListSecretsRequest', RestoreSecret: 'RestoreSecretRequest' },
        shapes: {
            CreateSecretRequest: { members: 'Name!:NameType ClientRequestToken:ClientRequestTokenType Description:DescriptionType KmsKeyId:KmsKeyIdType SecretBinary:SecretBinaryType SecretString:SecretStringType Tags:TagListType AddReplicaRegions:AddReplicaRegionListType ForceOverwriteReplicaSecret:boolean Type:MedeaTypeType CrossAccountPrimaryARN:SecretARNType' },
            NameType: { min: 1, max: 512 },
            ClientRequestTokenType: { min: 32, max: 64 },
            DescriptionType: { max: 2048 },
            KmsKeyIdType: { min: 0, max: 2048 },
            SecretBinaryType: { kind: 'blob', min: 1, max: 65536, sensitive: true },
            SecretStringType: { min: 1, max: 65536, sensitive: true },
            TagListType: { item: 'Tag' },
            Tag: { members: 'Key:TagKeyType Value:TagValueType' },
            TagKeyType: { min: 1, max: 128 },
            TagValueType: { min: 0, max: 256 },
            AddReplicaRegionListType: { item: 'ReplicaRegionType', min: 1 },
            ReplicaRegionType: { members: 'Region:RegionType KmsKeyId:KmsKeyIdType' },
            RegionType: { min: 1, max: 128, pattern: '^([a-z]+-)+\\d+$' },
            MedeaTypeType: { min: 0, max: 256 },
            SecretARNType: { min: 20, max: 2048 },
            DeleteSecretRequest: { members: 'SecretId!:SecretIdType RecoveryWindowInDays:integer ForceDeleteWithoutRecovery:boolean' },
            SecretIdType: { min: 1, max: 2048 },
            DescribeSecretRequest: { members: 'SecretId!:SecretIdType' },
            ListSecretsRequest: { members: 'IncludePlannedDeletion:boolean MaxResults:MaxResultsType NextToken:NextTokenType Filters:FiltersListType SortOrder:SortOrderType SortBy:SortByType' },
            MaxResultsType: { kind: 'integer', min: 1, max: 100 },
            NextTokenType: { min: 1, max: 4096 },
            FiltersListType: { item: 'Filter', max: 10 },
            Filter: { members: 'Key:FilterNameStringType Values:FilterValuesStringList' },
            FilterNameStringType: { values: 'description name tag-key tag-value primary-region owning-service all' },
            FilterValuesStringList: { item: 'FilterValueStringType', min: 1, max: 10 },
            FilterValueStringType: { max: 512, pattern: '^\\!?[a-zA-Z0-9 :_@\\/\\+\\=\\.\\-\\!]*$' },
            SortOrderType: { values: 'asc desc' },
            SortByType: { values: 'created-date last-accessed-date last-changed-date name' },
            RestoreSecretRequest: { members: 'SecretId!:SecretIdType' }
        }
    },
    ssm: {
        inputs: { DeleteParameter: 'DeleteParameterRequest', DescribeParameters: 'DescribeParametersRequest', PutParameter: 'PutParameterRequest' },
        shapes: {
            DeleteParameterRequest: { members: 'Name!:PSParameterName' },
            PSParameterName: { min: 1, max: 2048 },
            DescribeParametersRequest: { members: 'Filters:ParametersFilterList ParameterFilters:ParameterStringFilterList MaxResults:MaxResults NextToken Shared:boolean' },
            ParametersFilterList: { item: 'ParametersFilter' },
            ParametersFilter: { members: 'Key!:ParametersFilterKey Values!:ParametersFilterValueList' },
            ParametersFilterKey: { values: 'Name Type KeyId' },
            ParametersFilterValueList: { item: 'ParametersFilterValue', min: 1, max: 50 },
            ParametersFilterValue: { min: 1, max: 1024 },
            ParameterStringFilterList: { item: 'ParameterStringFilter' },
            ParameterStringFilter: { members: 'Key!:ParameterStringFilterKey Option:ParameterStringQueryOption Values:ParameterStringFilterValueList' },
            ParameterStringFilterKey: { min: 1, max: 132, pattern: '^(tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType)$' },
            ParameterStringQueryOption: { min: 1, max: 10 },
            ParameterStringFilterValueList: { item: 'ParameterStringFilterValue', min: 1, max: 50 },
            ParameterStringFilterValue: { min: 1, max: 1024 },
            MaxResults: { kind: 'integer', min: 1, max: 50 },
            PutParameterRequest: { members: 'Name!:PSParameterName Description:ParameterDescription Value!:PSParameterValue Type:ParameterType KeyId:ParameterKeyId Overwrite:boolean AllowedPattern:AllowedPattern Tags:TagList Tier:ParameterTier Policies:ParameterPolicies DataType:ParameterDataType' },
            ParameterDescription: { min: 0, max: 1024 },
            PSParameterValue: { sensitive: true },
            ParameterType: { values: 'String StringList SecureString' },
            ParameterKeyId: { min: 1, max: 256, pattern: '^([a-zA-Z0-9:/_-]+)$' },
            AllowedPattern: { min: 0, max: 1024 },
            TagList: { item: 'Tag', max: 1000 },
            Tag: { members: 'Key!:TagKey Value!:TagValue' },
            TagKey: { min: 1, max: 128, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$' },
            TagValue: { min: 0, max: 256, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$' },
            ParameterTier: { values: 'Standard Advanced Intelligent-Tiering' },
            ParameterPolicies: { min: 1, max: 4096 },
            ParameterDataType: { min: 0, max: 128 }
        }
    },
    sts: {
        inputs: { AssumeRole: 'AssumeRoleRequest', AssumeRoleWithWebIdentity: 'AssumeRoleWithWebIdentityRequest', GetCallerIdentity: 'GetCallerIdentityRequest' },
        shapes: {
            AssumeRoleRequest: { members: 'RoleArn!:arnType RoleSessionName!:roleSessionNameType PolicyArns:policyDescriptorListType Policy:unrestrictedSessionPolicyDocumentType DurationSeconds:roleDurationSecondsType Tags:tagListType TransitiveTagKeys:tagKeyListType ExternalId:externalIdType SerialNumber:serialNumberType TokenCode:tokenCodeType SourceIdentity:sourceIdentityType ProvidedContexts:ProvidedContextsListType MinimumSessionTokenSize:minimumSessionTokenSizeType' },
            arnType: { min: 20, max: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+' },
            roleSessionNameType: { min: 2, max: 64, pattern: '[\\w+=,.@-]*' },
            policyDescriptorListType: { item: 'PolicyDescriptorType' },
            PolicyDescriptorType: { members: 'arn:arnType' },
            unrestrictedSessionPolicyDocumentType: { min: 1, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
            roleDurationSecondsType: { kind: 'integer', min: 900, max: 43200 },
            tagListType: { item: 'Tag', max: 50 },
            Tag: { members: 'Key!:tagKeyType Value!:tagValueType' },
            tagKeyType: { min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
            tagValueType: { min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' },
            tagKeyListType: { item: 'tagKeyType', max: 50 },
            externalIdType: { min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' },
            serialNumberType: { min: 9, max: 256, pattern: '[\\w+=/:,.@-]*' },
            tokenCodeType: { min: 6, max: 6, pattern: '[\\d]*' },
            sourceIdentityType: { min: 2, max: 256, pattern: '[\\w+=,.@-]*' },
            ProvidedContextsListType: { item: 'ProvidedContext', min: 1, max: 5 },
            ProvidedContext: { members: 'ProviderArn:arnType ContextAssertion:contextAssertionType' },
            contextAssertionType: { min: 4, max: 3072 },
            minimumSessionTokenSizeType: { kind: 'integer', min: 0, max: 4096 },
            AssumeRoleWithWebIdentityRequest: { members: 'RoleArn!:arnType RoleSessionName!:roleSessionNameType WebIdentityToken!:clientTokenType ProviderId:urlType PolicyArns:policyDescriptorListType Policy:sessionPolicyDocumentType DurationSeconds:roleDurationSecondsType MinimumSessionTokenSize:minimumSessionTokenSizeType' },
            clientTokenType: { min: 4, max: 20000, sensitive: true },
            urlType: { min: 4, max: 2048 },
            sessionPolicyDocumentType: { min: 1, max: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
            GetCallerIdentityRequest: { members: '' }
        }
    }
};

;// CONCATENATED MODULE: ./lib/emulator/server/request-check.js





const SHAPES = new Map();
function shapesOf(service) {
    const known = SHAPES.get(service);
    const model = MODELS[service];
    if (known !== undefined || model === undefined)
        return known;
    const shapes = openShapes(model);
    SHAPES.set(service, shapes);
    return shapes;
}
/** The input shape of an operation; '' where it takes nothing, or where the services of a test are in no model. */
function inputOf(service, operation) {
    return MODELS[service]?.inputs[operation] ?? '';
}
/**
 * Holds a JSON request to AWS's service model, before its operation sees it.
 *
 * @throws AwsFault SerializationException for a wrong type, else what the service answers; ValidationException where it says nothing of that
 */
function checkJsonRequest(service, operation, input) {
    const refuse = service.refuse ?? (violations => request_check_invalid('ValidationException', violations));
    checkInput(service.name, operation, input, refuse);
    service.checkLimits?.(operation, input);
}
/**
 * The input of a request of the query protocol, typed by the service model; empty where the operation takes nothing.
 *
 * @throws AwsFault MalformedInput for a wrong type (EC2: InvalidParameterValue)
 */
function readQueryInput(service, operation, form) {
    const shapes = shapesOf(service.name);
    const shape = inputOf(service.name, operation);
    if (shapes === undefined || shape === '')
        return {};
    return readForm(shapes, form, shape, service.dialect === 'ec2' ? 'InvalidParameterValue' : 'MalformedInput');
}
/**
 * Holds that input to AWS's service model, as checkJsonRequest does.
 *
 * @throws AwsFault what the service answers; ValidationError where it says nothing of that
 */
function checkQueryInput(service, operation, input) {
    checkInput(service.name, operation, input, service.refuse ?? (violations => request_check_invalid('ValidationError', violations)));
}
function checkInput(service, operation, input, refuse) {
    const shapes = shapesOf(service);
    const shape = inputOf(service, operation);
    if (shapes === undefined || shape === '')
        return;
    const violations = findViolations(shapes, input, shape);
    if (violations.length > 0)
        throw refuse(violations, operation);
}
/** An error of this name in the words of AWS's common layer, for all that is wrong. */
function request_check_invalid(name, violations) {
    return new server_protocol/* AwsFault */.kU(name, describeViolations(violations));
}

;// CONCATENATED MODULE: ./lib/emulator/logs/filter.js
/**
 * Reads the plain form of a filter pattern: words and "phrases" that must all be in the message, `-word` that must not,
 * `?word` of which one must be. Letter case counts. JSON and regular expression patterns are not read.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
function readFilterPattern(pattern) {
    const terms = [...pattern.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)].map(([, sign = '', phrase, word]) => ({
        sign,
        text: phrase ?? word ?? ''
    }));
    const required = terms.filter(each => each.sign === '');
    const forbidden = terms.filter(each => each.sign === '-');
    const anyOf = terms.filter(each => each.sign === '?');
    return message => required.every(each => message.includes(each.text)) &&
        !forbidden.some(each => message.includes(each.text)) &&
        (anyOf.length === 0 || required.length > 0 || anyOf.some(each => message.includes(each.text)));
}

;// CONCATENATED MODULE: ./lib/emulator/logs/groups.js






/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTIONS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
];
/** How an operation names a log group: one of both. */
const groupNames = { logGroupName: decode/* string */.Yj, logGroupIdentifier: decode/* string */.Yj };
/** @throws AwsFault InvalidParameterException, in the words of CloudWatch Logs */
function groups_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
/** @throws AwsFault InvalidParameterException for a member that breaks a constraint which the service model does not have */
function violate(value, member, constraint) {
    groups_refuse(`1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`);
}
/** `logGroupName`, or the name in `logGroupIdentifier`'s ARN. */
function groupName(input) {
    const { logGroupName, logGroupIdentifier: identifier } = input;
    if (logGroupName !== undefined && identifier !== undefined) {
        groups_refuse('LogGroup name and LogGroup ARN are mutually exclusive parameters.');
    }
    const name = logGroupName ??
        (identifier?.startsWith('arn:') === true ? splitArn(identifier).resource.split(':')[1] : identifier);
    if (name === undefined || name === '')
        violate('null', 'logGroupName', 'Member must not be null');
    return name;
}
/** The log group that an operation names. Throws InvalidParameterException or ResourceNotFoundException. */
function findGroup(region, input) {
    const group = region.part(LOGS).groups.get(groupName(input));
    if (group === undefined)
        throw new server_protocol/* AwsFault */.kU('ResourceNotFoundException', 'The specified log group does not exist.');
    return group;
}
const groups_create = operation((0,decode/* structure */.QK)({
    logGroupName: decode/* string */.Yj,
    kmsKeyId: decode/* string */.Yj,
    tags: (0,decode/* map */.Tj)(decode/* string */.Yj),
    logGroupClass: decode/* string */.Yj,
    deletionProtectionEnabled: decode/* boolean */.zM
}), (input, { region }) => {
    const name = groupName(input);
    if (name.toLowerCase().startsWith('aws/'))
        groups_refuse('Log groups starting with AWS/ are reserved for AWS.');
    if (region.part(LOGS).groups.has(name)) {
        throw new server_protocol/* AwsFault */.kU('ResourceAlreadyExistsException', 'The specified log group already exists');
    }
    const group = ensureLogGroup(region, name);
    group.tags = new Map(Object.entries(input.tags ?? {}));
    group.kmsKeyId = input.kmsKeyId;
    group.logGroupClass = input.logGroupClass ?? 'STANDARD';
    group.deletionProtectionEnabled = input.deletionProtectionEnabled ?? false;
    return undefined;
});
const groups_remove = operation((0,decode/* structure */.QK)({ logGroupName: decode/* string */.Yj }), (input, { region }) => {
    const group = findGroup(region, input);
    if (group.deletionProtectionEnabled) {
        throw new server_protocol/* AwsFault */.kU('ValidationException', 'The log group cannot be deleted while its deletion protection is on.');
    }
    for (const name of [...group.streams.keys()])
        removeLogStream(region, group, name);
    region.part(LOGS).groups.delete(group.name);
    return undefined;
});
const putRetentionPolicy = operation((0,decode/* structure */.QK)({ logGroupName: decode/* string */.Yj, retentionInDays: decode/* integer */.nd }), (input, { region }) => {
    const { retentionInDays: days = 0 } = input;
    if (!RETENTIONS.includes(days)) {
        violate(`'${days}'`, 'retentionInDays', `Member must satisfy enum value set: [${RETENTIONS.join(', ')}]`);
    }
    findGroup(region, input).retentionInDays = days;
    return undefined;
});
const deleteRetentionPolicy = operation((0,decode/* structure */.QK)({ logGroupName: decode/* string */.Yj }), (input, { region }) => {
    findGroup(region, input).retentionInDays = undefined;
    return undefined;
});
function render(group) {
    return {
        logGroupName: group.name,
        creationTime: Math.round(group.createdAt),
        retentionInDays: group.retentionInDays,
        metricFilterCount: 0,
        arn: `${group.arn}:*`,
        logGroupArn: group.arn,
        storedBytes: 0,
        kmsKeyId: group.kmsKeyId,
        logGroupClass: group.logGroupClass,
        deletionProtectionEnabled: group.deletionProtectionEnabled
    };
}
const readDescribe = (0,decode/* structure */.QK)({
    accountIdentifiers: (0,decode/* list */.p_)(decode/* string */.Yj),
    includeLinkedAccounts: decode/* boolean */.zM,
    logGroupNamePrefix: decode/* string */.Yj,
    logGroupNamePattern: decode/* string */.Yj,
    logGroupClass: decode/* string */.Yj,
    logGroupIdentifiers: (0,decode/* list */.p_)(decode/* string */.Yj),
    limit: decode/* integer */.nd,
    nextToken: decode/* string */.Yj
});
const logs_groups_describe = operation(readDescribe, (input, { region }) => {
    const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers: identifiers } = input;
    if (prefix !== undefined && pattern !== undefined) {
        groups_refuse('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
    }
    if (identifiers !== undefined && [prefix, pattern, input.logGroupClass].some(each => each !== undefined)) {
        groups_refuse('LogGroup identifiers can only be combined with includeLinkedAccounts.');
    }
    const names = identifiers?.map(logGroupIdentifier => groupName({ logGroupIdentifier }));
    // There are no linked accounts here: where others are asked for, their groups are none.
    const accounts = input.includeLinkedAccounts === true ? input.accountIdentifiers : undefined;
    const found = [...region.part(LOGS).groups.values()]
        .filter(() => accounts?.includes(region.account) ?? true)
        .filter(({ name }) => name.startsWith(prefix ?? '') && name.includes(pattern ?? ''))
        .filter(({ name }) => names?.includes(name) ?? true)
        .filter(each => input.logGroupClass === undefined || each.logGroupClass === input.logGroupClass)
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(render);
    const page = cutPage(found, input.limit, input.nextToken, 50);
    const logGroups = pattern === undefined
        ? page.items
        : page.items.map(({ logGroupName, creationTime, arn }) => ({ logGroupName, creationTime, arn }));
    return { logGroups, nextToken: page.nextToken };
});
/** A log group by its ARN, with or without `:*`. */
function findByArn(region, arn) {
    const [kind, name] = splitArn(arn ?? '').resource.split(':');
    const group = kind === 'log-group' ? region.part(LOGS).groups.get(name ?? '') : undefined;
    if (group === undefined)
        throw new server_protocol/* AwsFault */.kU('ResourceNotFoundException', 'The specified resource does not exist.');
    return group;
}
const groups_groupOperations = {
    CreateLogGroup: groups_create,
    DeleteLogGroup: groups_remove,
    PutRetentionPolicy: putRetentionPolicy,
    DeleteRetentionPolicy: deleteRetentionPolicy,
    DescribeLogGroups: logs_groups_describe,
    ListTagsForResource: operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj }), (input, { region }) => ({
        tags: Object.fromEntries(findByArn(region, input.resourceArn).tags)
    })),
    TagResource: operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj, tags: (0,decode/* map */.Tj)(decode/* string */.Yj) }), (input, { region }) => {
        const { tags } = findByArn(region, input.resourceArn);
        for (const [key, value] of Object.entries(input.tags ?? {}))
            tags.set(key, value);
        return undefined;
    }),
    UntagResource: operation((0,decode/* structure */.QK)({ resourceArn: decode/* string */.Yj, tagKeys: (0,decode/* list */.p_)(decode/* string */.Yj) }), (input, { region }) => {
        const { tags } = findByArn(region, input.resourceArn);
        for (const key of input.tagKeys ?? [])
            tags.delete(key);
        return undefined;
    })
};

;// CONCATENATED MODULE: ./lib/emulator/logs/streams.js






/** The stream that an operation names. Throws ResourceNotFoundException. */
function findStream(group, name) {
    const stream = group.streams.get(name ?? '');
    if (stream === undefined)
        throw new server_protocol/* AwsFault */.kU('ResourceNotFoundException', 'The specified log stream does not exist.');
    return stream;
}
const createLogStream = operation((0,decode/* structure */.QK)({ logGroupName: decode/* string */.Yj, logStreamName: decode/* string */.Yj }), (input, { region }) => {
    const group = findGroup(region, input);
    const name = input.logStreamName ?? '';
    if (group.streams.has(name)) {
        throw new server_protocol/* AwsFault */.kU('ResourceAlreadyExistsException', 'The specified log stream already exists');
    }
    ensureLogStream(region, group, name);
    return undefined;
});
const deleteLogStream = operation((0,decode/* structure */.QK)({ logGroupName: decode/* string */.Yj, logStreamName: decode/* string */.Yj }), (input, { region }) => {
    const group = findGroup(region, input);
    removeLogStream(region, group, findStream(group, input.logStreamName).name);
    return undefined;
});
const describeLogStreams = operation((0,decode/* structure */.QK)({
    ...groupNames,
    logStreamNamePrefix: decode/* string */.Yj,
    orderBy: decode/* string */.Yj,
    descending: decode/* boolean */.zM,
    limit: decode/* integer */.nd,
    nextToken: decode/* string */.Yj
}), (input, { region }) => {
    if (input.orderBy === 'LastEventTime' && input.logStreamNamePrefix !== undefined) {
        groups_refuse('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const streams = [...findGroup(region, input).streams.values()]
        .filter(each => each.name.startsWith(input.logStreamNamePrefix ?? ''))
        .sort(input.orderBy === 'LastEventTime' ? byLastEventTime : byName);
    const ordered = input.descending === true ? streams.reverse() : streams;
    const page = cutPage(ordered, input.limit, input.nextToken, 50);
    return {
        logStreams: page.items.map(each => ({
            logStreamName: each.name,
            creationTime: Math.round(each.createdAt),
            firstEventTimestamp: each.events[0]?.timestamp,
            lastEventTimestamp: each.events.at(-1)?.timestamp,
            lastIngestionTime: each.events.at(-1) === undefined ? undefined : Math.round(each.events.at(-1)?.ingestionTime ?? 0),
            uploadSequenceToken: String(each.events.at(-1)?.sequence ?? 0),
            arn: each.arn,
            storedBytes: 0
        })),
        nextToken: page.nextToken
    };
});
function byLastEventTime(a, b) {
    return lastEventTime(a) - lastEventTime(b);
}
function byName(a, b) {
    return a.name < b.name ? -1 : 1;
}
function lastEventTime(stream) {
    return stream.events.at(-1)?.timestamp ?? 0;
}
const streamOperations = {
    CreateLogStream: createLogStream,
    DeleteLogStream: deleteLogStream,
    DescribeLogStreams: describeLogStreams
};

;// CONCATENATED MODULE: ./lib/emulator/logs/events.js







/** The most events in one answer. */
const events_MOST_EVENTS = 10_000;
const events_MOST_BYTES = 1_048_576;
/** What an event counts beside its message. */
const events_BYTES_AROUND = 26;
const HOUR = 3_600_000;
const events_DAY = 24 * HOUR;
const BAD_TOKEN = 'The specified nextToken is invalid.';
/** What https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html says of a batch. */
function checkBatch(events) {
    const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + events_BYTES_AROUND, 0);
    if (bytes > events_MOST_BYTES)
        groups_refuse(`Upload too large: ${bytes} bytes exceeds limit of ${events_MOST_BYTES}`);
    if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0))) {
        groups_refuse('Log events in a single PutLogEvents request must be in chronological order.');
    }
}
/** The part of a batch that is stored, and where the parts begin and end that are not. */
function sortOut(events, now, retentionInDays) {
    const expiry = retentionInDays === undefined ? undefined : now - retentionInDays * events_DAY;
    const tooOld = events.findLastIndex(({ timestamp }) => timestamp < now - 14 * events_DAY) + 1;
    const expired = expiry === undefined ? 0 : events.findLastIndex(({ timestamp }) => timestamp < expiry) + 1;
    const tooNew = events.findIndex(({ timestamp }) => timestamp > now + 2 * HOUR);
    const taken = events.slice(Math.max(tooOld, expired), tooNew < 0 ? events.length : tooNew);
    const rejected = {
        ...(tooNew < 0 ? {} : { tooNewLogEventStartIndex: tooNew }),
        ...(tooOld === 0 ? {} : { tooOldLogEventEndIndex: tooOld }),
        ...(expired === 0 ? {} : { expiredLogEventEndIndex: expired })
    };
    return { taken, rejected: Object.keys(rejected).length === 0 ? undefined : rejected };
}
const putLogEvents = operation((0,decode/* structure */.QK)({
    logGroupName: decode/* string */.Yj,
    logStreamName: decode/* string */.Yj,
    logEvents: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ timestamp: decode/* number */.ai, message: decode/* string */.Yj })),
    // Both are taken and never refused by CloudWatch Logs.
    sequenceToken: decode/* string */.Yj,
    entity: decode/* document */.Al
}), (input, { region, now }) => {
    const group = findGroup(region, input);
    const stream = findStream(group, input.logStreamName);
    const events = (input.logEvents ?? []).map(({ timestamp = 0, message = '' }) => ({ timestamp, message }));
    checkBatch(events);
    const { taken, rejected } = sortOut(events, now, group.retentionInDays);
    if ((taken.at(-1)?.timestamp ?? 0) - (taken[0]?.timestamp ?? 0) > events_DAY) {
        groups_refuse('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
    }
    addLogEvents(region, stream, taken);
    return { nextSequenceToken: String(region.part(LOGS).sequence), rejectedLogEventsInfo: rejected };
});
function events_isWithin(event, start, end) {
    return event.timestamp >= (start ?? 0) && event.timestamp < (end ?? Number.POSITIVE_INFINITY);
}
/** Tokens name a sequence number: `f/<n>` goes on after it, `b/<n>` before it; the same token again means the end. */
const getLogEvents = operation((0,decode/* structure */.QK)({
    ...groupNames,
    logStreamName: decode/* string */.Yj,
    startTime: decode/* number */.ai,
    endTime: decode/* number */.ai,
    nextToken: decode/* string */.Yj,
    limit: decode/* integer */.nd,
    startFromHead: decode/* boolean */.zM,
    // Nothing is masked here.
    unmask: decode/* boolean */.zM
}), (input, { region }) => {
    const stream = findStream(findGroup(region, input), input.logStreamName);
    const { limit = events_MOST_EVENTS } = input;
    if (input.nextToken !== undefined && !/^[fb]\/\d+$/.test(input.nextToken))
        groups_refuse(BAD_TOKEN);
    const [direction, position] = (input.nextToken ?? '').split('/');
    const all = stream.events.filter(each => events_isWithin(each, input.startTime, input.endTime));
    const isForward = direction === 'f' || (direction !== 'b' && input.startFromHead === true);
    const wanted = all.filter(({ sequence }) => {
        if (direction === 'f')
            return sequence > Number(position);
        return direction !== 'b' || sequence < Number(position);
    });
    const events = isForward ? wanted.slice(0, limit) : wanted.slice(-limit);
    const first = events[0]?.sequence ?? Number(position ?? 0);
    const last = events.at(-1)?.sequence ?? Number(position ?? 0);
    return {
        events: events.map(each => ({
            timestamp: each.timestamp,
            message: each.message,
            ingestionTime: Math.round(each.ingestionTime)
        })),
        nextForwardToken: `f/${last}`,
        nextBackwardToken: `b/${first}`
    };
});
const filterLogEvents = operation((0,decode/* structure */.QK)({
    ...groupNames,
    logStreamNames: (0,decode/* list */.p_)(decode/* string */.Yj),
    logStreamNamePrefix: decode/* string */.Yj,
    startTime: decode/* number */.ai,
    endTime: decode/* number */.ai,
    filterPattern: decode/* string */.Yj,
    nextToken: decode/* string */.Yj,
    limit: decode/* integer */.nd,
    // Always the case, as in CloudWatch Logs since 2019.
    interleaved: decode/* boolean */.zM,
    startFromHead: decode/* boolean */.zM,
    unmask: decode/* boolean */.zM
}), (input, { region }) => {
    if (input.logStreamNames !== undefined && input.logStreamNamePrefix !== undefined) {
        groups_refuse('The logStreamNames and logStreamNamePrefix parameters are mutually exclusive.');
    }
    const matches = readFilterPattern(input.filterPattern ?? '');
    const found = [...findGroup(region, input).streams.values()]
        .filter(each => input.logStreamNames?.includes(each.name) ?? true)
        .filter(each => each.name.startsWith(input.logStreamNamePrefix ?? ''))
        .flatMap(stream => stream.events.map(event => ({ stream, event })))
        .filter(({ event }) => events_isWithin(event, input.startTime, input.endTime) && matches(event.message))
        .sort((a, b) => a.event.timestamp - b.event.timestamp || a.event.sequence - b.event.sequence)
        .map(({ stream, event }) => ({
        logStreamName: stream.name,
        timestamp: event.timestamp,
        message: event.message,
        ingestionTime: Math.round(event.ingestionTime),
        eventId: String(event.sequence).padStart(56, '0')
    }));
    // A token is of the direction that it was given in; here both requests of a client say it.
    if (input.startFromHead === false)
        found.reverse();
    const page = cutPage(found, input.limit, input.nextToken, events_MOST_EVENTS);
    return { events: page.items, searchedLogStreams: [], nextToken: page.nextToken };
});
const eventOperations = {
    PutLogEvents: putLogEvents,
    GetLogEvents: getLogEvents,
    FilterLogEvents: filterLogEvents
};

;// CONCATENATED MODULE: ./lib/emulator/logs/module.js




/** Amazon CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html, the part that reading a task's log needs. */
const logs = {
    name: 'logs',
    targetPrefix: 'Logs_20140328',
    serverError: 'ServiceUnavailableException',
    operations: { ...groups_groupOperations, ...streamOperations, ...eventOperations },
    refuse: violations => request_check_invalid('InvalidParameterException', violations),
    resource: (_operation, input, { region }) => {
        const name = input?.logGroupName;
        return typeof name === 'string' ? region.arn('logs', `log-group:${name}:log-stream:`) : '*';
    }
};
const logsModule = { json: [logs] };

;// CONCATENATED MODULE: ./lib/emulator/secrets-manager/filters.js


const filters_readFilters = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Values: (0,decode/* list */.p_)(decode/* string */.Yj) }));
/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_search-secret.html: each looks at the beginnings, but for `all`. */
const MATCHES = new Map([
    ['name', { textsOf: ({ name }) => [name] }],
    ['description', { textsOf: ({ description = '' }) => [description], ignoresCase: true }],
    ['tag-key', { textsOf: ({ tags }) => tags.map(({ Key = '' }) => Key) }],
    ['tag-value', { textsOf: ({ tags }) => tags.map(({ Value = '' }) => Value) }],
    // No secret here is a replica, or another service's own.
    ['primary-region', { textsOf: () => [] }],
    ['owning-service', { textsOf: () => [] }]
]);
/**
 * Whether a secret passes all filters; of the values of one, any will do, and `!` before a value turns it round.
 *
 * @throws AwsFault InvalidParameterException for a filter that is none
 */
function makeFilter(filters) {
    const tests = filters.map(({ Key: key = '', Values: values = [] }) => {
        if (values.length === 0)
            throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `Invalid filter values for key: ${key}`);
        const test = key === 'all' ? matchesAll : makeTest(key);
        return (secret) => values.some(value => (value.startsWith('!') ? !test(secret, value.slice(1)) : test(secret, value)));
    });
    return secret => tests.every(test => test(secret));
}
function makeTest(key) {
    const match = MATCHES.get(key);
    if (match === undefined)
        throw new server_protocol/* AwsFault */.kU('InvalidParameterException', `Invalid filter key: ${key}`);
    return (secret, value) => match
        .textsOf(secret)
        .some(text => match.ignoresCase === true ? text.toLowerCase().startsWith(value.toLowerCase()) : text.startsWith(value));
}
/** Each word anywhere in any of the texts. */
function matchesAll(secret, value) {
    const texts = [...MATCHES.values()].flatMap(({ textsOf }) => textsOf(secret)).map(text => text.toLowerCase());
    const words = value
        .toLowerCase()
        .split(/[\s/_+=.@-]+/)
        .filter(word => word !== '');
    return words.every(word => texts.some(text => text.includes(word)));
}

;// CONCATENATED MODULE: ./lib/emulator/secrets-manager/state.js

const SECRETS = { create: () => new Map() };
/** Finds a secret by its name, its ARN, or its ARN less the six characters at the end. Throws ResourceNotFoundException. */
function findSecret(region, id) {
    const secrets = region.part(SECRETS);
    const found = secrets.get(id ?? '') ??
        [...secrets.values()].find(({ arn }) => arn === id || arn.slice(0, arn.lastIndexOf('-')) === id);
    if (found !== undefined)
        return found;
    throw new server_protocol/* AwsFault */.kU('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

;// CONCATENATED MODULE: ./lib/emulator/secrets-manager/module.js







/** A tag of the name chooses the six characters that AWS draws by lot, so that a file that names an ARN can be rehearsed. */
const SUFFIX_TAG = '_custom_id_';
const module_DAY = 24 * 60 * 60 * 1000;
const byCreation = ({ createdAt }) => createdAt;
const SORT_KEYS = new Map([
    ['created-date', byCreation],
    ['last-changed-date', byCreation],
    // No secret here was ever read.
    ['last-accessed-date', () => 0],
    ['name', ({ name }) => name]
]);
function secrets_manager_module_refuse(message) {
    throw new server_protocol/* AwsFault */.kU('InvalidParameterException', message);
}
const tags = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj }));
const module_readCreate = (0,decode/* structure */.QK)({
    Name: decode/* string */.Yj,
    Description: decode/* string */.Yj,
    SecretString: decode/* string */.Yj,
    SecretBinary: decode/* string */.Yj,
    ClientRequestToken: decode/* string */.Yj,
    KmsKeyId: decode/* string */.Yj,
    Tags: tags,
    Type: decode/* string */.Yj,
    AddReplicaRegions: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Region: decode/* string */.Yj, KmsKeyId: decode/* string */.Yj })),
    ForceOverwriteReplicaSecret: decode/* boolean */.zM,
    CrossAccountPrimaryARN: decode/* string */.Yj
});
function checkCreate(input) {
    if (input.SecretString !== undefined && input.SecretBinary !== undefined) {
        secrets_manager_module_refuse("You can't specify both a binary secret value and a string secret value in the same secret.");
    }
    if ((input.AddReplicaRegions ?? []).length > 0 || input.ForceOverwriteReplicaSecret === true) {
        secrets_manager_module_refuse('The built-in AWS does not replicate secrets. Leave AddReplicaRegions and ForceOverwriteReplicaSecret out.');
    }
    if (input.CrossAccountPrimaryARN !== undefined) {
        secrets_manager_module_refuse('The built-in AWS does not replicate secrets. Leave CrossAccountPrimaryARN out.');
    }
}
// The value is thrown away: nothing here reads one.
const createSecret = operation(module_readCreate, (input, { region, now }) => {
    const name = input.Name ?? '';
    if (!/^[\w/+=.@-]{1,512}$/.test(name)) {
        throw new server_protocol/* AwsFault */.kU('ValidationException', 'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!');
    }
    checkCreate(input);
    const secrets = region.part(SECRETS);
    const value = input.SecretString ?? input.SecretBinary;
    const version = input.ClientRequestToken ?? (0,server_protocol/* newUuid */.YG)();
    const valueDigest = value === undefined ? undefined : (0,external_node_crypto_.createHash)('sha256').update(value).digest('hex');
    const known = secrets.get(name);
    if (known?.deletedAt !== undefined) {
        throw new server_protocol/* AwsFault */.kU('InvalidRequestException', "You can't create this secret because a secret with this name is already scheduled for deletion.");
    }
    // The same request once more changes nothing.
    if (known?.versions.has(version) === true && known.valueDigest === valueDigest)
        return renderCreated(known);
    if (known !== undefined) {
        throw new server_protocol/* AwsFault */.kU('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
    }
    const chosen = input.Tags?.find(({ Key }) => Key === SUFFIX_TAG)?.Value;
    const suffix = chosen ?? (0,external_node_crypto_.randomBytes)(6).toString('base64url').replace(/[-_]/g, 'x').slice(0, 6);
    const secret = {
        name,
        arn: region.arn('secretsmanager', `secret:${name}-${suffix}`),
        description: input.Description,
        kmsKeyId: input.KmsKeyId,
        type: input.Type,
        tags: (input.Tags ?? []).filter(({ Key }) => Key !== SUFFIX_TAG),
        createdAt: now,
        versions: new Map(value === undefined ? [] : [[version, ['AWSCURRENT']]]),
        valueDigest,
        deletedAt: undefined
    };
    secrets.set(name, secret);
    return renderCreated(secret);
});
function renderCreated({ arn, name, versions }) {
    const [version] = versions.keys();
    return { ARN: arn, Name: name, ...(version === undefined ? {} : { VersionId: version }) };
}
const describeSecret = operation((0,decode/* structure */.QK)({ SecretId: decode/* string */.Yj }), (input, { region }) => {
    const secret = findSecret(region, input.SecretId);
    return { ...module_describe(secret), VersionIdsToStages: Object.fromEntries(secret.versions) };
});
const deleteSecret = operation((0,decode/* structure */.QK)({ SecretId: decode/* string */.Yj, RecoveryWindowInDays: decode/* integer */.nd, ForceDeleteWithoutRecovery: decode/* boolean */.zM }), (input, { region, now }) => {
    const { RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: force } = input;
    if (force === true && days !== undefined) {
        secrets_manager_module_refuse("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    if (days !== undefined && (days < 7 || days > 30)) {
        secrets_manager_module_refuse('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
    }
    const secret = findSecret(region, input.SecretId);
    const secrets = region.part(SECRETS);
    if (force === true) {
        secrets.delete(secret.name);
        return { ARN: secret.arn, Name: secret.name, DeletionDate: (0,server_protocol/* toEpochSeconds */.mL)(now) };
    }
    if (secret.deletedAt !== undefined) {
        throw new server_protocol/* AwsFault */.kU('InvalidRequestException', "You tried to perform the operation on a secret that's currently marked deleted.");
    }
    const window = (days ?? 30) * module_DAY;
    secret.deletedAt = now;
    region.timeline.after(window, () => {
        if (secret.deletedAt === now && secrets.get(secret.name) === secret)
            secrets.delete(secret.name);
    });
    return { ARN: secret.arn, Name: secret.name, DeletionDate: (0,server_protocol/* toEpochSeconds */.mL)(now + window) };
});
const restoreSecret = operation((0,decode/* structure */.QK)({ SecretId: decode/* string */.Yj }), (input, { region }) => {
    const secret = findSecret(region, input.SecretId);
    secret.deletedAt = undefined;
    return { ARN: secret.arn, Name: secret.name };
});
const listSecrets = operation((0,decode/* structure */.QK)({
    IncludePlannedDeletion: decode/* boolean */.zM,
    MaxResults: decode/* integer */.nd,
    NextToken: decode/* string */.Yj,
    Filters: filters_readFilters,
    SortOrder: decode/* string */.Yj,
    SortBy: decode/* string */.Yj
}), (input, { region }) => {
    const keyOf = SORT_KEYS.get(input.SortBy ?? '') ?? byCreation;
    const direction = input.SortOrder === 'desc' ? -1 : 1;
    const found = [...region.part(SECRETS).values()]
        .filter(({ deletedAt }) => deletedAt === undefined || input.IncludePlannedDeletion === true)
        .filter(makeFilter(input.Filters ?? []))
        .sort((one, other) => compare(keyOf(one), keyOf(other)) * direction);
    const page = cutPage(found, input.MaxResults, input.NextToken);
    return { SecretList: page.items.map(renderEntry), NextToken: page.nextToken };
});
function compare(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}
function renderEntry(secret) {
    const stages = Object.fromEntries(secret.versions);
    return { ...module_describe(secret), SecretVersionsToStages: stages };
}
function module_describe(secret) {
    return {
        ARN: secret.arn,
        Name: secret.name,
        Type: secret.type,
        Description: secret.description,
        KmsKeyId: secret.kmsKeyId,
        Tags: secret.tags.length === 0 ? undefined : secret.tags,
        CreatedDate: (0,server_protocol/* toEpochSeconds */.mL)(secret.createdAt),
        LastChangedDate: (0,server_protocol/* toEpochSeconds */.mL)(secret.createdAt),
        DeletedDate: secret.deletedAt === undefined ? undefined : (0,server_protocol/* toEpochSeconds */.mL)(secret.deletedAt)
    };
}
const secretsManager = {
    name: 'secretsmanager',
    targetPrefix: 'secretsmanager',
    serverError: 'InternalServiceError',
    operations: {
        CreateSecret: createSecret,
        DescribeSecret: describeSecret,
        ListSecrets: listSecrets,
        DeleteSecret: deleteSecret,
        RestoreSecret: restoreSecret
    },
    resource: (_operation, input) => {
        const id = input?.SecretId;
        return typeof id === 'string' ? id : '*';
    }
};
/** AWS Secrets Manager without values: secrets are there or not. Reading one is not served. */
const secretsManagerModule = { json: [secretsManager] };

;// CONCATENATED MODULE: ./lib/emulator/ssm/filters.js


const readParameterFilters = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Option: decode/* string */.Yj, Values: (0,decode/* list */.p_)(decode/* string */.Yj) }));
const readOldFilters = (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Values: (0,decode/* list */.p_)(decode/* string */.Yj) }));
/** The options of each key, the one that holds without any first. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
const OPTIONS = new Map([
    ['Name', ['Equals', 'BeginsWith', 'Contains']],
    ['Path', ['OneLevel', 'Recursive']],
    ['Type', ['Equals', 'BeginsWith']],
    ['KeyId', ['Equals', 'BeginsWith']],
    ['Tier', ['Equals']],
    ['DataType', ['Equals']]
]);
/** Whether a parameter passes all filters. Throws InvalidFilterKey, InvalidFilterOption or InvalidFilterValue. */
function filters_makeFilter(filters) {
    const tests = filters.map(filters_makeTest);
    return parameter => tests.every(test => test(parameter));
}
function filters_makeTest({ Key: key = '', Option: given, Values: values = [] }) {
    const options = key.startsWith('tag:') ? ['Equals', 'BeginsWith'] : OPTIONS.get(key);
    if (options === undefined) {
        const keys = [...OPTIONS.keys(), 'tag:.+'].join(', ');
        throw new server_protocol/* AwsFault */.kU('InvalidFilterKey', `The filter key ${key} is not valid for DescribeParameters. Valid: [${keys}]`);
    }
    const option = given ?? options[0] ?? '';
    if (!options.includes(option)) {
        throw new server_protocol/* AwsFault */.kU('InvalidFilterOption', `The filter option ${option} is not valid for ${key}. Valid: [${options.join(', ')}]`);
    }
    // A tag may be asked for by its key alone.
    if (values.length === 0 && !key.startsWith('tag:')) {
        throw new server_protocol/* AwsFault */.kU('InvalidFilterValue', `The filter ${key} takes 1 to 50 values.`);
    }
    return parameter => {
        const text = textOf(parameter, key);
        return text !== undefined && (values.length === 0 || values.some(value => filters_matches(text, option, value)));
    };
}
function textOf(parameter, key) {
    if (key.startsWith('tag:'))
        return parameter.tags.get(key.slice('tag:'.length));
    switch (key) {
        case 'Type':
            return parameter.type;
        case 'KeyId':
            return parameter.keyId;
        case 'Tier':
            return parameter.tier;
        case 'DataType':
            return parameter.dataType;
        default:
            return parameter.name;
    }
}
function filters_matches(text, option, value) {
    const below = `${value.replace(/\/$/, '')}/`;
    switch (option) {
        case 'BeginsWith':
            return text.startsWith(value);
        case 'Contains':
            return text.includes(value);
        case 'Recursive':
            return text.startsWith(below);
        case 'OneLevel':
            return text.startsWith(below) && !text.slice(below.length).includes('/');
        default:
            return text === value;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/ssm/rules.js


const MOST_LEVELS = 15;
const STANDARD_BYTES = 4096;
const ADVANCED_BYTES = 8192;
const DATA_TYPES = ['text', 'aws:ec2:image', 'aws:ssm:integration'];
const POLICY_TYPES = ['Expiration', 'ExpirationNotification', 'NoChangeNotification'];
function rules_refuse(message, name = 'ValidationException') {
    throw new server_protocol/* AwsFault */.kU(name, message);
}
/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, `Name` */
function rules_checkName(name) {
    if (!/^[\w./-]{1,2048}$/.test(name))
        rules_refuse(`Parameter name: can't be ${name}`);
    // What is below /aws/ is AWS's own; on the stage somebody has to put it there.
    if (/^(\/?ssm|\/?aws(?!\/)|aws\/)/i.test(name)) {
        rules_refuse('Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_');
    }
    if (name.includes('/') && !name.startsWith('/'))
        rules_refuse('Parameter name must be a fully qualified name.');
    if (name.split('/').length - 1 > MOST_LEVELS) {
        rules_refuse(`A hierarchy can have a maximum of ${MOST_LEVELS} levels.`, 'HierarchyLevelLimitExceededException');
    }
}
/** The service model takes any text. */
function checkDataType(value) {
    if (value === undefined || DATA_TYPES.includes(value))
        return;
    rules_refuse(`1 validation error detected: Value '${value}' at 'dataType' failed to satisfy constraint: Member must satisfy enum value set: [${DATA_TYPES.join(', ')}]`);
}
/** Throws what PutParameter answers to members that do not go together, or with the parameter that is there. */
function checkPut(input, before) {
    const { Value: value = '', Type: type = before?.type } = input;
    if (value === '') {
        rules_refuse("1 validation error detected: Value null at 'value' failed to satisfy constraint: Member must not be null");
    }
    checkDataType(input.DataType);
    if (type === undefined)
        rules_refuse('A parameter type is required when you create a parameter.');
    if (before !== undefined && type !== before.type) {
        rules_refuse("Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.", 'HierarchyTypeMismatchException');
    }
    if (input.Overwrite === true && (input.Tags ?? []).length > 0) {
        rules_refuse("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
    }
    if (input.KeyId !== undefined && type !== 'SecureString') {
        rules_refuse('KeyId is only valid for parameters of type SecureString.');
    }
    checkPattern(value, input.AllowedPattern);
}
function checkPattern(value, pattern) {
    if (pattern === undefined || pattern === '')
        return;
    let expression;
    try {
        expression = new RegExp(`^(?:${pattern})$`);
    }
    catch {
        rules_refuse(`The parameter pattern ${pattern} is not valid.`, 'InvalidAllowedPatternException');
    }
    if (!expression.test(value)) {
        rules_refuse(`Parameter value, cannot be validated against allowedPattern: ${pattern}`, 'ParameterPatternMismatchException');
    }
}
/** The tier that a parameter comes to have. Throws ValidationException where its value or its policies do not fit in. */
function chooseTier(input, before) {
    const bytes = Buffer.byteLength(input.Value ?? '');
    const needsAdvanced = bytes > STANDARD_BYTES || input.Policies !== undefined;
    const asked = input.Tier ?? before?.tier ?? 'Standard';
    const stays = before?.tier === 'Advanced' || needsAdvanced ? 'Advanced' : 'Standard';
    const tier = asked === 'Intelligent-Tiering' ? stays : asked;
    if (tier === 'Standard' && before?.tier === 'Advanced') {
        rules_refuse("This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.");
    }
    const most = tier === 'Standard' ? STANDARD_BYTES : ADVANCED_BYTES;
    if (bytes > most) {
        const more = tier === 'Standard'
            ? ' To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html'
            : '';
        rules_refuse(`${tier} tier parameters support a maximum parameter value of ${most} characters.${more}`);
    }
    if (tier === 'Standard' && input.Policies !== undefined) {
        rules_refuse('Parameter policies are only supported for parameters of the advanced tier.');
    }
    return tier;
}
/** The policies of a JSON list, each with its type. Throws InvalidPolicyTypeException. */
function readPolicies(text) {
    if (text === undefined)
        return [];
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        // Told below.
    }
    const policies = Array.isArray(value) ? value : [undefined];
    return policies.map(policy => {
        const type = (0,decode/* isStructure */.ip)(policy) ? policy['Type'] : undefined;
        if (typeof type !== 'string' || !POLICY_TYPES.includes(type)) {
            rules_refuse(`Policies must be a JSON list of policies of the types ${POLICY_TYPES.join(', ')}.`, 'InvalidPolicyTypeException');
        }
        return { text: JSON.stringify(policy), type };
    });
}

;// CONCATENATED MODULE: ./lib/emulator/ssm/state.js
const PARAMETERS = { create: () => new Map() };

;// CONCATENATED MODULE: ./lib/emulator/ssm/module.js







const DEFAULT_KEY = 'alias/aws/ssm';
// The value is thrown away: nothing here reads one.
const putParameter = operation((0,decode/* structure */.QK)({
    Name: decode/* string */.Yj,
    Description: decode/* string */.Yj,
    Value: decode/* string */.Yj,
    Type: decode/* string */.Yj,
    KeyId: decode/* string */.Yj,
    Overwrite: decode/* boolean */.zM,
    AllowedPattern: decode/* string */.Yj,
    Tags: (0,decode/* list */.p_)((0,decode/* structure */.QK)({ Key: decode/* string */.Yj, Value: decode/* string */.Yj })),
    Tier: decode/* string */.Yj,
    Policies: decode/* string */.Yj,
    DataType: decode/* string */.Yj
}), (input, { region, now, principal }) => {
    const name = input.Name ?? '';
    rules_checkName(name);
    const parameters = region.part(PARAMETERS);
    const before = parameters.get(name);
    if (before !== undefined && input.Overwrite !== true) {
        throw new server_protocol/* AwsFault */.kU('ParameterAlreadyExists', 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.');
    }
    checkPut(input, before);
    const type = input.Type ?? before?.type ?? 'String';
    const tier = chooseTier(input, before);
    const version = (before?.version ?? 0) + 1;
    parameters.set(name, {
        name,
        arn: region.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
        type,
        tier,
        dataType: input.DataType ?? before?.dataType ?? 'text',
        keyId: type === 'SecureString' ? (input.KeyId ?? before?.keyId ?? DEFAULT_KEY) : undefined,
        description: input.Description ?? before?.description,
        allowedPattern: input.AllowedPattern ?? before?.allowedPattern,
        policies: input.Policies === undefined ? (before?.policies ?? []) : readPolicies(input.Policies),
        tags: before?.tags ?? new Map((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        changedAt: now,
        changedBy: principal,
        version
    });
    return { Version: version, Tier: tier };
});
const deleteParameter = operation((0,decode/* structure */.QK)({ Name: decode/* string */.Yj }), (input, { region }) => {
    if (!region.part(PARAMETERS).delete(input.Name ?? ''))
        throw new server_protocol/* AwsFault */.kU('ParameterNotFound', '');
    return {};
});
const describeParameters = operation((0,decode/* structure */.QK)({
    Filters: readOldFilters,
    ParameterFilters: readParameterFilters,
    MaxResults: decode/* integer */.nd,
    NextToken: decode/* string */.Yj,
    Shared: decode/* boolean */.zM
}), (input, { region }) => {
    if (input.Filters !== undefined && input.ParameterFilters !== undefined) {
        throw new server_protocol/* AwsFault */.kU('ValidationException', 'You can use either Filters or ParameterFilters in a single request.');
    }
    const old = (input.Filters ?? []).map(filter => ({ ...filter, Option: 'BeginsWith' }));
    const passes = filters_makeFilter(input.ParameterFilters ?? old);
    // Nobody shares any.
    const all = input.Shared === true ? [] : [...region.part(PARAMETERS).values()];
    const page = cutPage(all.filter(passes), input.MaxResults, input.NextToken, 50);
    return { Parameters: page.items.map(module_render), NextToken: page.nextToken };
});
function module_render(parameter) {
    return {
        Name: parameter.name,
        ARN: parameter.arn,
        Type: parameter.type,
        KeyId: parameter.keyId,
        LastModifiedDate: (0,server_protocol/* toEpochSeconds */.mL)(parameter.changedAt),
        LastModifiedUser: parameter.changedBy,
        Description: parameter.description,
        AllowedPattern: parameter.allowedPattern,
        Version: parameter.version,
        Tier: parameter.tier,
        Policies: parameter.policies.map(({ text, type }) => ({
            PolicyText: text,
            PolicyType: type,
            PolicyStatus: 'Pending'
        })),
        DataType: parameter.dataType
    };
}
const ssm = {
    name: 'ssm',
    targetPrefix: 'AmazonSSM',
    serverError: 'InternalServerError',
    operations: { PutParameter: putParameter, DescribeParameters: describeParameters, DeleteParameter: deleteParameter }
};
/** The Parameter Store of AWS Systems Manager without values. Reading one is not served. */
const ssmModule = { json: [ssm] };

;// CONCATENATED MODULE: ./lib/emulator/modules.js












/** All that the built-in AWS consists of. A new service is one more line here. */
const MODULES = [
    stsModule,
    ecsModule,
    logsModule,
    ecrModule,
    codedeployModule,
    autoscalingModule,
    iamModule,
    secretsManagerModule,
    ssmModule,
    ec2Module,
    loadBalancingModule,
    id_token/* idTokenModule */.R
];

;// CONCATENATED MODULE: ./lib/emulator/server/query.js

const STS = { name: 'sts', version: '2011-06-15' };
/** What EC2 calls the errors that all services have. */
const NAMES_OF_EC2 = {
    AccessDenied: 'UnauthorizedOperation',
    MissingAuthenticationToken: 'AuthFailure',
    Throttling: 'RequestLimitExceeded',
    ExpiredToken: 'RequestExpired',
    InternalFailure: 'InternalError'
};
/** The service that a request is for: the one that it was signed for, else one that has such an operation. */
function findQueryService(services, operation, signature) {
    return (services.find(({ name }) => name === signature?.service) ??
        services.find(({ operations }) => Object.hasOwn(operations, operation)));
}
/**
 * The error for an operation that a service has not, or not in this API version; '' where the request names none. EC2's words are those of
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html and what it answers to requests meant for other services.
 */
function refuseQuery(service, operation, version) {
    if (operation === '') {
        return new server_protocol/* AwsFault */.kU('MissingAction', 'The request is missing an action or a required parameter.');
    }
    if (service?.dialect !== 'ec2') {
        const asked = version === '' ? 'NO_VERSION_SPECIFIED' : version;
        return new server_protocol/* AwsFault */.kU('InvalidAction', `Could not find operation ${operation} for version ${asked}`);
    }
    if (version === '') {
        return new server_protocol/* AwsFault */.kU('MissingParameter', 'The request must contain the parameter Version');
    }
    return service.versions.includes(version)
        ? new server_protocol/* AwsFault */.kU('InvalidAction', `The action ${operation} is not valid for this web service.`)
        : new server_protocol/* AwsFault */.kU('NoSuchVersion', `The requested version (${version}) of service AmazonEC2 does not exist`);
}
/** The answer to an operation as XML. AWS query protocol, and "EC2 query protocol" of the Smithy specification. */
function renderQueryAnswer(service, operation, result, requestId) {
    const { name, version } = service;
    if (service.dialect === 'ec2') {
        const body = (0,server_protocol/* renderXml */.ST)({ requestId }) + (0,server_protocol/* renderXml */.ST)(result, 'item');
        return `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/${version}/">${body}</${operation}Response>`;
    }
    const space = SPACES[name] ?? `https://${name}.amazonaws.com/doc/${version}/`;
    // An operation that answers with nothing has no element for it either.
    const body = result === undefined ? '' : `<${operation}Result>${(0,server_protocol/* renderXml */.ST)(result)}</${operation}Result>`;
    return (`<${operation}Response xmlns="${space}">${body}` +
        `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`);
}
const SPACES = {
    elasticloadbalancing: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/'
};
/** An error as XML; without a service, where none was found for the request, as STS would. */
function renderQueryError(service, fault, requestId) {
    const { name, version, dialect } = service === undefined ? STS : { ...service, version: service.versions[0] ?? '' };
    if (dialect === 'ec2') {
        const code = NAMES_OF_EC2[fault.name] ?? fault.name;
        const inner = (0,server_protocol/* renderXml */.ST)({ Errors: { Error: { Code: code, Message: fault.message } }, RequestID: requestId });
        return `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${inner}</Response>`;
    }
    const type = fault.status >= 500 ? 'Receiver' : 'Sender';
    const inner = (0,server_protocol/* renderXml */.ST)({ Error: { Type: type, Code: fault.name, Message: fault.message }, RequestId: requestId });
    const space = SPACES[name] ?? `https://${name}.amazonaws.com/doc/${version}/`;
    return `<ErrorResponse xmlns="${space}">${inner}</ErrorResponse>`;
}

;// CONCATENATED MODULE: ./lib/emulator/server/requests.js




const JSON_TYPE = 'application/x-amz-json-1.1';
/**
 * Makes the function that answers the requests of all services: JSON 1.1 by `X-Amz-Target`, the query protocol by a form body with
 * `Action`. Whatever is due in virtual time happens before a request is answered; what `script` has for this place, right before or after it.
 */
function createAnswerer(cloud, modules, script) {
    const json = new Map(modules.flatMap(each => each.json ?? []).map(service => [service.targetPrefix, service]));
    const query = modules.flatMap(each => each.query ?? []);
    return request => {
        const signature = (0,server_protocol/* readSignature */.Bc)(request.headers['authorization']);
        const action = nameAction(request, signature, json, query);
        const region = signature?.region ?? 'us-east-1';
        script.before(action, region);
        const answer = answerRequest(cloud, json, query, request);
        script.after(action, region);
        return answer;
    };
}
/** `ecs:UpdateService`, as IAM names it. */
function nameAction({ headers, body }, signature, json, query) {
    const target = headers['x-amz-target'];
    if (target !== undefined) {
        const dot = target.lastIndexOf('.');
        return `${json.get(target.slice(0, dot))?.name ?? target.slice(0, dot)}:${target.slice(dot + 1)}`;
    }
    const operation = new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
    return `${findQueryService(query, operation, signature)?.name ?? 'unknown'}:${operation}`;
}
function answerRequest(cloud, json, query, request) {
    const { headers, body } = request;
    const requestId = (0,server_protocol/* newUuid */.YG)();
    const target = headers['x-amz-target'];
    const protocol = target === undefined ? 'query' : 'json';
    const note = { service: '', operation: '', region: '', input: undefined };
    const signature = (0,server_protocol/* readSignature */.Bc)(headers['authorization']);
    const principal = identityOf(cloud, signature?.accessKeyId);
    let answer;
    try {
        cloud.timeline.advance();
        note.region = signature?.region ?? requests_regionOfHost(headers['host']) ?? 'us-east-1';
        const caller = accountOf(cloud, signature?.accessKeyId);
        const region = cloud.region(note.region, caller);
        const context = {
            cloud,
            region,
            now: cloud.timeline.now(),
            requestId,
            principal,
            caller
        };
        answer =
            target === undefined
                ? answerQuery(query, body, signature, context, note)
                : answerJson(json, target, body, signature, context, note);
    }
    catch (error) {
        if (!(error instanceof server_protocol/* AwsFault */.kU))
            note.message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        else {
            note.error = error.name;
            note.message = error.message;
        }
        const service = query.find(({ name }) => name === note.service);
        answer = renderError(error, protocol, requestId, service);
    }
    noteRequest(cloud, request, note, answer?.status ?? 0, principal);
    return answer === undefined ? undefined : { ...answer, requestId };
}
function answerJson(services, target, body, signature, context, note) {
    const dot = target.lastIndexOf('.');
    const service = services.get(target.slice(0, dot));
    note.operation = target.slice(dot + 1);
    note.service = service?.name ?? target.slice(0, dot);
    // Read before any fault, so that the journal shows what was asked also where it was refused.
    const input = parseJson(body);
    note.input = input;
    checkSignature(context.cloud, signature, NAMES_IN_JSON);
    const run = service === undefined
        ? undefined
        : Object.entries(service.operations).find(([name]) => name === note.operation)?.[1];
    if (service === undefined || run === undefined)
        throw new server_protocol/* AwsFault */.kU('UnknownOperationException', 'The requested operation is not supported.');
    return withFaults(context, note, { ...NAMES_IN_JSON, broken: service.serverError ?? 'InternalFailure' }, () => {
        const action = `${service.name}:${note.operation}`;
        if (context.cloud.faults.denies(action))
            throw denied(context, action, service.resource?.(note.operation, input, context) ?? '*');
        checkJsonRequest(service, note.operation, input ?? {});
        const output = run(input, context);
        return { status: 200, type: JSON_TYPE, body: output === undefined ? '' : JSON.stringify(output) };
    });
}
function answerQuery(services, body, signature, context, note) {
    const form = new URLSearchParams(body.toString('utf8'));
    note.operation = form.get('Action') ?? '';
    const version = form.get('Version') ?? '';
    const service = findQueryService(services, note.operation, signature);
    note.service = service?.name ?? 'unknown';
    note.input = Object.fromEntries(form);
    const run = Object.entries(service?.operations ?? {}).find(([name]) => name === note.operation)?.[1];
    if (service === undefined || run === undefined || !service.versions.includes(version)) {
        throw refuseQuery(service, note.operation, version);
    }
    if (service.unsigned?.includes(note.operation) !== true) {
        checkSignature(context.cloud, signature, NAMES_IN_QUERIES);
    }
    return withFaults(context, note, { ...NAMES_IN_QUERIES, broken: 'InternalFailure' }, () => {
        const name = `${service.name}:${note.operation}`;
        const input = readQueryInput(service, note.operation, form);
        if (context.cloud.faults.denies(name)) {
            throw denied(context, name, service.resource?.(note.operation, input) ?? '*', 403);
        }
        checkQueryInput(service, note.operation, input);
        const xml = renderQueryAnswer({ ...service, version }, note.operation, run(input, context), context.requestId);
        return { status: 200, type: 'text/xml', body: xml };
    });
}
const NAMES_IN_JSON = {
    throttled: 'ThrottlingException',
    expired: 'ExpiredTokenException',
    unsigned: 'MissingAuthenticationTokenException',
    status: 400
};
const NAMES_IN_QUERIES = {
    throttled: 'Throttling',
    expired: 'ExpiredToken',
    unsigned: 'MissingAuthenticationToken',
    status: 403
};
/** Undefined: the connection is to be cut. */
function withFaults(context, note, names, run) {
    const drawn = context.cloud.faults.draw(`${note.service}:${note.operation}`);
    if (drawn !== undefined)
        note.fault = drawn;
    switch (drawn) {
        case 'throttle':
            throw new server_protocol/* AwsFault */.kU(names.throttled, 'Rate exceeded');
        case 'serverError':
            throw new server_protocol/* AwsFault */.kU(names.broken, 'Service Unavailable. Please try again later.', 500);
        case 'reset':
            return undefined;
        case 'resetAfter':
            run();
            return undefined;
        default:
            return run();
    }
}
function checkSignature(cloud, signature, names) {
    if (signature === undefined)
        throw new server_protocol/* AwsFault */.kU(names.unsigned, 'Missing Authentication Token', names.status);
    if (cloud.faults.settings.expired === true) {
        throw new server_protocol/* AwsFault */.kU(names.expired, 'The security token included in the request is expired', names.status);
    }
}
function denied(context, action, resource, status = 400) {
    const message = `User: ${context.principal} is not authorized to perform: ${action} on resource: ${resource} ` +
        `because no identity-based policy allows the ${action} action`;
    return new server_protocol/* AwsFault */.kU(status === 403 ? 'AccessDenied' : 'AccessDeniedException', message, status);
}
/** A body of JSON; nothing is an empty structure. Throws SerializationException. */
function parseJson(body) {
    const text = body.toString('utf8');
    if (text.trim() === '')
        return {};
    try {
        return JSON.parse(text);
    }
    catch {
        throw new server_protocol/* AwsFault */.kU('SerializationException', 'Unexpected character in the request body: it is not JSON');
    }
}
/** The answer for whatever an operation threw; a query's service shapes its envelope. */
function renderError(error, protocol, requestId, service) {
    const fault = error instanceof server_protocol/* AwsFault */.kU
        ? error
        : new server_protocol/* AwsFault */.kU('InternalFailure', `The built-in AWS broke: ${String(error)}`, 500);
    if (protocol === 'json') {
        return { status: fault.status, type: JSON_TYPE, body: JSON.stringify((0,server_protocol/* renderFault */.L4)(fault)) };
    }
    return { status: fault.status, type: 'text/xml', body: renderQueryError(service, fault, requestId) };
}
function noteRequest(cloud, request, note, status, principal) {
    cloud.requestLog.note({
        time: new Date(cloud.timeline.now()).toISOString(),
        service: note.service,
        operation: note.operation,
        region: note.region,
        input: note.input,
        status,
        error: note.error,
        message: note.message,
        fault: note.fault,
        principal,
        userAgent: request.headers['user-agent']
    }, request.body.length);
}
/** The region in `ecs.eu-west-1.amazonaws.com` or `sts.cn-north-1.amazonaws.com.cn`. */
function requests_regionOfHost(host) {
    return /\.([a-z]{2,3}(?:-[a-z]+)+-\d)\./.exec(host ?? '')?.[1];
}

// EXTERNAL MODULE: ./lib/emulator/client.js
var client = __webpack_require__(4684);
;// CONCATENATED MODULE: ./lib/emulator/second-actor/calls.js


/**
 * The calls of another principal, made inside the built-in AWS: each takes effect at once, in one moment of virtual time, and stands in the
 * journal as that principal's. Faults, which are the network's and the account's towards the run under test, do not meet them.
 *
 * @param principal the ARN that the journal shows
 */
function performAs(cloud, modules, region, principal) {
    const services = new Map(modules.flatMap(each => each.json ?? []).map(service => [service.name, service]));
    return (name, operation, input) => {
        cloud.timeline.advance();
        const run = services.get(name)?.operations[operation];
        if (run === undefined)
            throw new Error(`The built-in AWS has no ${name}:${operation}.`);
        const note = (status, fault) => cloud.requestLog.note({
            time: new Date(cloud.timeline.now()).toISOString(),
            service: name,
            operation,
            region,
            input,
            status,
            error: fault?.name,
            message: fault?.message,
            principal
        }, 0);
        try {
            const context = {
                cloud,
                region: cloud.region(region),
                now: cloud.timeline.now(),
                requestId: (0,server_protocol/* newUuid */.YG)(),
                principal,
                caller: cloud.account
            };
            const output = run(input, context);
            note(200);
            return (output ?? {});
        }
        catch (error) {
            if (!(error instanceof server_protocol/* AwsFault */.kU))
                throw error;
            note(error.status, error);
            throw new client/* CallError */.RA(operation, error.name, error.message);
        }
    };
}

;// CONCATENATED MODULE: ./lib/emulator/second-actor/moves.js










/** There is nothing that the move could be made on. */
class NothingThere extends Error {
}
/** Makes a move now. What AWS refuses is no error: another person would be refused as well. */
function makeMove(cloud, perform, move) {
    try {
        cloud.timeline.advance();
        const region = cloud.region(move.region);
        const service = findService(region, move.cluster, move.service);
        HOW[move.move]({ move, perform, region, service });
        return { refused: undefined };
    }
    catch (error) {
        // Cluster and service may be gone as well.
        const isRefusal = error instanceof client/* CallError */.RA || error instanceof server_protocol/* AwsFault */.kU || error instanceof NothingThere;
        if (!isRefusal)
            throw error;
        return { refused: error.message };
    }
}
const HOW = {
    deploy: stage => moves_deploy(stage, registerAnother(stage)),
    'deploy-same-revision': stage => moves_deploy(stage, newestRevision(stage)),
    'force-new-deployment': stage => moves_update(stage, { forceNewDeployment: true }),
    'roll-back': stage => moves_deploy(stage, revisionBefore(stage)),
    'stop-service-deployment': stage => stopServiceDeployment(stage, 'ROLLBACK'),
    'abort-service-deployment': stage => stopServiceDeployment(stage, 'ABORT'),
    'deregister-task-definition': stage => void stage.perform('ecs', 'DeregisterTaskDefinition', { taskDefinition: newestRevision(stage) }),
    scale: stage => moves_update(stage, { desiredCount: stage.move.desiredCount ?? 3 }),
    'delete-service': ({ move, perform }) => void perform('ecs', 'DeleteService', { cluster: move.cluster, service: move.service, force: true }),
    'update-deployment-configuration': stage => {
        const off = { deploymentCircuitBreaker: { enable: false, rollback: false } };
        moves_update(stage, { deploymentConfiguration: stage.move.deploymentConfiguration ?? off });
    },
    alarm: goToAlarm,
    'stop-deployment': stage => moves_stopDeployment(stage, false),
    'stop-and-roll-back-deployment': stage => moves_stopDeployment(stage, true),
    'continue-deployment': stage => continueDeployment(stage, 'READY_WAIT'),
    'end-termination-wait': stage => continueDeployment(stage, 'TERMINATION_WAIT'),
    'run-task': runTask,
    'stop-task': moves_stopTask
};
/** Another version: the container's environment says who made it, so it is a revision of its own. */
function registerAnother({ move, perform, region, service }) {
    const running = service.taskDefinition ?? primaryTaskSet(service)?.taskDefinition;
    if (running === undefined)
        throw new NothingThere('The service runs nothing.');
    const document = findTaskDefinition(region, running.arn).document;
    const containers = document['containerDefinitions'].map(container => ({
        ...container,
        environment: [
            { name: 'RELEASE', value: String(revisionsOf(region, running.family).length + 1) },
            ...(move.behaviour === undefined ? [] : [{ name: 'SLIPWAY_REHEARSAL', value: move.behaviour }])
        ]
    }));
    const output = perform('ecs', 'RegisterTaskDefinition', { ...document, containerDefinitions: containers });
    return output['taskDefinition'].taskDefinitionArn;
}
/** The newest revision of the service's family that is ACTIVE: ours, once we have registered it. */
function newestRevision({ region, service }) {
    const family = service.taskDefinition?.family ?? primaryTaskSet(service)?.taskDefinition.family;
    if (family === undefined)
        throw new NothingThere('The service runs nothing.');
    return findTaskDefinition(region, family).arn;
}
/** What the service ran before the deployment that is in place. */
function revisionBefore({ region, service }) {
    const running = service.taskDefinition ?? primaryTaskSet(service)?.taskDefinition;
    const before = revisionsOf(region, running?.family ?? '').findLast(each => each.status === 'ACTIVE' && each.revision < (running?.revision ?? 0));
    if (before === undefined)
        throw new NothingThere('There is no earlier revision.');
    return before.arn;
}
function moves_update({ move, perform }, input) {
    perform('ecs', 'UpdateService', { cluster: move.cluster, service: move.service, ...input });
}
/** UpdateService, or CreateDeployment where CodeDeploy deploys the service. */
function moves_deploy(stage, taskDefinition) {
    if (stage.service.controller === 'ECS') {
        moves_update(stage, { taskDefinition });
        return;
    }
    const { group } = lastDeploymentOrGroup(stage);
    const balancer = stage.service.launch.loadBalancers?.[0];
    const content = JSON.stringify({
        version: 0,
        Resources: [
            {
                TargetService: {
                    Type: 'AWS::ECS::Service',
                    Properties: {
                        TaskDefinition: taskDefinition,
                        LoadBalancerInfo: { ContainerName: balancer?.containerName, ContainerPort: balancer?.containerPort }
                    }
                }
            }
        ]
    });
    stage.perform('codedeploy', 'CreateDeployment', {
        applicationName: group.application.name,
        deploymentGroupName: group.name,
        revision: {
            revisionType: 'AppSpecContent',
            appSpecContent: { content, sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex') }
        }
    });
}
function stopServiceDeployment({ perform, service }, stopType) {
    const record = service.serviceDeployments.find(each => !hasEnded(each));
    if (record === undefined)
        throw new NothingThere('No service deployment is under way.');
    perform('ecs', 'StopServiceDeployment', { serviceDeploymentArn: record.arn, stopType });
}
function goToAlarm({ move, region, service }) {
    const name = move.alarm ?? '';
    if (service.controller === 'ECS') {
        const primary = primaryOf(service);
        if (primary !== undefined)
            deployments_raiseAlarm(service, primary, name);
        return;
    }
    for (const deployment of deploymentsOf(region, service)) {
        if (!ENDED.includes(deployment.status))
            raiseAlarm(deployment, name, rollBackWhereAsked);
    }
}
/** CodeDeploy's deployments of a service, the newest first. */
function deploymentsOf(region, service) {
    return [...region.part(CODEDEPLOY).deployments.values()]
        .filter(({ settings }) => (settings.ecsServices ?? []).some(each => each.serviceName === service.name && each.clusterName === service.cluster.name))
        .reverse();
}
function lastDeploymentOrGroup({ region, service }) {
    for (const application of region.part(CODEDEPLOY).applications.values()) {
        for (const group of application.groups.values()) {
            if (group.settings.ecsServices?.some(each => each.serviceName === service.name))
                return { group };
        }
    }
    throw new NothingThere('No deployment group has the service.');
}
function activeDeployment({ region, service }) {
    const active = deploymentsOf(region, service).find(each => !ENDED.includes(each.status));
    if (active === undefined)
        throw new NothingThere('CodeDeploy has no deployment under way.');
    return active;
}
function moves_stopDeployment(stage, autoRollbackEnabled) {
    const { id } = activeDeployment(stage);
    stage.perform('codedeploy', 'StopDeployment', { deploymentId: id, autoRollbackEnabled });
}
function continueDeployment(stage, deploymentWaitType) {
    const { id } = activeDeployment(stage);
    stage.perform('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType });
}
/** The newest task that no service owns, if there is one. */
function newestTask({ service }) {
    return [...service.cluster.tasks.values()].findLast(task => !task.group.startsWith('service:'));
}
/** The same task as the newest of RunTask: its revision, its overrides and the mark of who started it. */
function runTask(stage) {
    const { move, perform, service } = stage;
    const before = newestTask(stage);
    perform('ecs', 'RunTask', {
        cluster: move.cluster,
        taskDefinition: before?.taskDefinition.arn ?? newestRevision(stage),
        launchType: 'FARGATE',
        networkConfiguration: service.launch.networkConfiguration,
        ...(before?.startedBy === undefined ? {} : { startedBy: before.startedBy })
    });
}
function moves_stopTask(stage) {
    const task = newestTask(stage);
    if (task === undefined || task.lastStatus === 'STOPPED')
        throw new NothingThere('No task runs by itself.');
    stage.perform('ecs', 'StopTask', { cluster: stage.move.cluster, task: shortName(task.arn), reason: 'Not needed' });
}

;// CONCATENATED MODULE: ./lib/emulator/second-actor/script.js



/** Who makes the moves where nobody else is named. */
function secondActor(account) {
    return `arn:aws:iam::${account}:user/second-actor`;
}
/**
 * The second actor: another run, a person or ECS itself, whose moves stand in the scenarios document as `moves` and are made between two
 * requests of the run under test. Its own calls are no requests, and do not count.
 */
function createScript(cloud, modules) {
    let moves = [];
    const counts = new Map();
    const make = (due, where) => {
        const { region = where, cluster = 'default', service = '', principal = secondActor(cloud.account) } = due;
        makeMove(cloud, performAs(cloud, modules, region, principal), { ...due, region, cluster, service });
    };
    const isDue = (each) => counts.get(each) === (each.occurrence ?? 1);
    return {
        before: (action, region) => {
            if (cloud.scenarios.moves !== moves)
                counts.clear();
            ({ moves } = cloud.scenarios);
            for (const each of moves) {
                const pattern = each.before ?? each.after;
                if (pattern === undefined || !matchesPattern(pattern, action))
                    continue;
                counts.set(each, (counts.get(each) ?? 0) + 1);
                if (each.before !== undefined && isDue(each))
                    make(each, region);
            }
        },
        after: (action, region) => {
            for (const each of moves) {
                if (each.before !== undefined || each.after === undefined)
                    continue;
                if (matchesPattern(each.after, action) && isDue(each))
                    make(each, region);
            }
        }
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/emulator/server/caller-check.js

/**
 * Whether a request was meant for this machine. A page in a browser can send requests here: to its own name, once it has that lead to
 * 127.0.0.1 (DNS rebinding; the name stands in `Host`), or to 127.0.0.1 itself (the page's name stands in `Origin`; of an image or a link only
 * `Sec-Fetch-Site` tells, https://www.w3.org/TR/fetch-metadata/).
 *
 * @param origin where to go instead, for the message
 * @returns undefined where the request is to be answered
 */
function checkCaller(headers, origin) {
    const { host, origin: page } = headers;
    if (host === undefined || !isLocalName(readHost(host))) {
        return `The built-in AWS answers on names of this machine only, and this request is for ${JSON.stringify(host ?? '')}. Send it to ${origin}.`;
    }
    const isForeign = page === undefined ? headers['sec-fetch-site'] === 'cross-site' : !isLocalName(readOrigin(page));
    if (!isForeign)
        return undefined;
    return `The built-in AWS answers no web page of another host, and this request is of ${page === undefined ? 'one' : JSON.stringify(page)}. Serve the page from localhost.`;
}
const LOOPBACK = new external_node_net_.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
/**
 * What AWS itself names these services, for who has such a name lead to this machine. Nobody else can serve a page under one of them: hosts of
 * AWS at which others can (`s3-website`, `elb`, `lambda-url`, `compute`) are not among them.
 */
const AWS_SERVICE = new RegExp('^(?:\\d{12}\\.dkr[.-]ecr|(?:api\\.)?ecr(?:-public)?|public\\.ecr|ecs|sts|iam|ec2|logs|codedeploy|ssm|secretsmanager|elasticloadbalancing' +
    '|application-autoscaling|autoscaling)(?:-fips)?(?:\\.[a-z]{2,3}(?:-[a-z]+)+-\\d)?\\.' +
    '(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|on\\.aws|api\\.aws|api\\.amazonwebservices\\.com\\.cn|aws)$');
/**
 * What is left of a request's target without the run's secret, which stands first in it where there is one: `/<secret>/_slipway/time`.
 *
 * @param prefix `/<secret>`; empty where there is none
 * @returns undefined where it is not there
 */
function takeSecret(target, prefix) {
    if (prefix === '')
        return target;
    if (!target.startsWith(prefix))
        return undefined;
    const rest = target.slice(prefix.length);
    if (rest === '' || rest.startsWith('?'))
        return `/${rest}`;
    return rest.startsWith('/') ? rest : undefined;
}
/** `localhost` and the names below it lead here by RFC 6761, 6.3; `host.docker.internal` does where Docker runs the client. */
function isLocalName(name) {
    if (name === undefined)
        return false;
    const family = (0,external_node_net_.isIP)(name);
    if (family !== 0)
        return LOOPBACK.check(name, family === 4 ? 'ipv4' : 'ipv6');
    return /^(?:.+\.)?localhost$/.test(name) || name === 'host.docker.internal' || AWS_SERVICE.test(name);
}
/** The name or address in a `Host` header (RFC 9110, 7.2), in lower case; undefined where it is none. */
function readHost(host) {
    const [, address, name] = /^(?:\[([\da-f:.]+)\]|([\w.-]+?)\.?)(?::\d{1,5})?$/i.exec(host) ?? [];
    return (address ?? name)?.toLowerCase();
}
/** The same of an `Origin`; the opaque one (`null`) has none. */
function readOrigin(origin) {
    return readHost(/^https?:\/\/(.+)$/i.exec(origin)?.[1] ?? '');
}

;// CONCATENATED MODULE: ./lib/emulator/server/server.js






const MOST_BODY_BYTES = 16 * 1024 * 1024;
/**
 * Makes the one request handler of the cloud: the modules' own routes by path, control under `/_slipway/`, all else by `answer`. What a web
 * page or somebody without the run's secret has sent is refused.
 * Whatever is due in virtual time happens before a request is answered.
 */
function createHandler(cloud, modules, answer) {
    const routes = modules.flatMap(each => each.routes ?? []);
    const serve = async (request, response) => {
        cloud.timeline.advance();
        const foreign = checkCaller(request.headers, cloud.origin);
        if (foreign !== undefined)
            throw new server_protocol/* AwsFault */.kU('AccessDeniedException', foreign, 403);
        const target = request.url ?? '/';
        if (!URL.canParse(target, cloud.origin))
            throw new server_protocol/* AwsFault */.kU('BadRequestException', 'The target is no path of a URL.');
        const find = (path) => routes.find(each => `${path}/`.startsWith(each.prefix));
        const open = find(pathOf(target));
        request.url = open?.hasOwnLogin === true ? target : takeSecret(target, cloud.endpoint.slice(cloud.origin.length));
        if (request.url === undefined)
            throw new server_protocol/* AwsFault */.kU('AccessDeniedException', NO_SECRET, 403);
        const path = pathOf(request.url);
        const route = find(path);
        if (route !== undefined) {
            await route.handle(request, response, cloud);
            return;
        }
        const body = await readBody(request);
        if (path.startsWith('/_slipway/')) {
            server_send(response, control(cloud, request, path, body));
            return;
        }
        const latency = cloud.faults.settings.latencyMs ?? 0;
        if (latency > 0)
            await (0,external_node_timers_promises_.setTimeout)(latency);
        const wire = { headers: readHeaders(request), body };
        for (const { prepare } of modules)
            await prepare?.(wire, cloud);
        const answered = answer(wire);
        for (const { settle } of modules)
            await settle?.(cloud);
        if (answered === undefined)
            server_cut(request.socket);
        else
            server_send(response, answered);
    };
    return (request, response) => {
        serve(request, response).catch((error) => {
            if (response.headersSent) {
                response.destroy();
                return;
            }
            // A client that is still sending would take the next answer on this connection for its own.
            if (!request.readableEnded)
                request.resume();
            server_send(response, renderError(error, 'json', (0,server_protocol/* newUuid */.YG)()));
        });
    };
}
const NO_SECRET = 'This built-in AWS may start containers, so it answers only to who knows its whole endpoint, which ends with the secret of the run: take AWS_ENDPOINT_URL as it was printed.';
function pathOf(target) {
    return target.split('?')[0] ?? '/';
}
function control(cloud, request, path, body) {
    const url = new URL(request.url ?? '/', 'http://control');
    const answer = (value) => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });
    switch (`${request.method ?? 'GET'} ${path}`) {
        case 'PUT /_slipway/faults':
            cloud.setFaults(readFaultSettings(parseJson(body), ''));
            return answer(cloud.faults.settings);
        case 'GET /_slipway/faults':
            return answer(cloud.faults.settings);
        case 'PUT /_slipway/scenarios':
            cloud.setScenarios(parseJson(body));
            return answer(cloud.scenarios.document);
        case 'GET /_slipway/scenarios':
            return answer(cloud.scenarios.document);
        case 'GET /_slipway/journal':
            return answer(cloud.requestLog.entries(Number(url.searchParams.get('after') ?? 0)));
        case 'DELETE /_slipway/journal':
            cloud.requestLog.clear();
            return answer({});
        case 'GET /_slipway/time': {
            const { scale, anchor } = cloud.timeline;
            return answer({ now: cloud.timeline.now(), scale, anchor, clock: `${scale}@${anchor}` });
        }
        default:
            return {
                status: 404,
                type: 'application/json',
                body: JSON.stringify({
                    message: `${request.method ?? ''} ${path} is not served. Served are: PUT and GET /_slipway/faults, PUT and GET /_slipway/scenarios, GET and DELETE /_slipway/journal, GET and DELETE /_slipway/traffic, GET /_slipway/listeners, GET /_slipway/time.`
                })
            };
    }
}
async function readBody(request) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        length += chunk.length;
        if (length > MOST_BODY_BYTES)
            throw new server_protocol/* AwsFault */.kU('RequestEntityTooLargeException', 'The request is too large.', 413);
        chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    if (request.headers['content-encoding'] !== 'gzip')
        return body;
    try {
        return (0,external_node_zlib_.gunzipSync)(body, { maxOutputLength: MOST_BODY_BYTES });
    }
    catch {
        throw new server_protocol/* AwsFault */.kU('SerializationException', 'The request body says it is gzip and is not');
    }
}
/** A TCP reset where the connection is plain; a TLS one can only be dropped. */
function server_cut(socket) {
    if ('encrypted' in socket)
        socket.destroy();
    else
        socket.resetAndDestroy();
}
function server_send(response, answer) {
    if (answer.requestId !== undefined)
        response.setHeader('x-amzn-RequestId', answer.requestId);
    response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) });
    response.end(answer.body);
}
function readHeaders(request) {
    return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}

;// CONCATENATED MODULE: ./lib/emulator/server/state.js
/** How the names of the regions outside of the partition `aws` begin (partitions.json of the AWS SDKs). */
const PARTITIONS = [
    ['cn-', 'aws-cn'],
    ['us-gov-', 'aws-us-gov'],
    ['us-iso-', 'aws-iso'],
    ['us-isob-', 'aws-iso-b'],
    ['eu-isoe-', 'aws-iso-e'],
    ['us-isof-', 'aws-iso-f'],
    ['eusc-', 'aws-eusc']
];
/** The state of one region, divided by service: each keeps a part of its own. */
class RegionState {
    name;
    cloud;
    /** 12 digits. */
    account;
    #parts = new Map();
    constructor(name, cloud, account) {
        this.name = name;
        this.cloud = cloud;
        this.account = account;
    }
    get timeline() {
        return this.cloud.timeline;
    }
    /** `aws`, or `aws-cn`, `aws-us-gov`, `aws-iso` and the like: see `PARTITIONS`. */
    get partition() {
        return PARTITIONS.find(([prefix]) => this.name.startsWith(prefix))?.[1] ?? 'aws';
    }
    /** `arn:<partition>:<service>:<region>:<account>:<resource>` */
    arn(service, resource) {
        return `arn:${this.partition}:${service}:${this.name}:${this.account}:${resource}`;
    }
    /** A service's part of this region's state, made at first use. */
    part(key) {
        if (!this.#parts.has(key))
            this.#parts.set(key, key.create(this));
        return this.#parts.get(key);
    }
}

;// CONCATENATED MODULE: ./lib/emulator/server/timeline.js
/** Virtual time: what the built-in AWS lives in. `virtual = anchor + (real - anchor) * scale`, in milliseconds since the epoch. */
/** A loop of events that never lets time pass would hang the process: far beyond what any rehearsal needs. */
const MOST_EVENTS_PER_ADVANCE = 2_000_000;
/**
 * The clock and the ordered event queue of the built-in AWS. There are no timers: `advance` runs whatever has come due,
 * each event at its own virtual time, so a slow reader sees the same history as a fast one.
 */
class Timeline {
    scale;
    anchor;
    #realNow;
    #heap = [];
    #order = 0;
    #latest;
    #running = false;
    constructor(options) {
        if (!(options.scale > 0))
            throw new Error(`The time scale is ${options.scale}; it must be a number above 0.`);
        this.scale = options.scale;
        this.anchor = options.anchor;
        this.#realNow = options.now ?? Date.now;
        this.#latest = Number.NEGATIVE_INFINITY;
    }
    /** Virtual now in milliseconds since the epoch: inside an event, the event's own time. It never runs backwards. */
    now() {
        if (this.#running)
            return this.#latest;
        const virtual = this.anchor + (this.#realNow() - this.anchor) * this.scale;
        return Math.max(virtual, this.#latest);
    }
    /** Runs `run` when virtual time reaches `time`; events of the same time run in the order in which they were asked for. */
    at(time, run) {
        const entry = { time: Math.max(time, this.now()), order: this.#order++, run, cancelled: false };
        push(this.#heap, entry);
        return { cancel: () => void (entry.cancelled = true) };
    }
    /** Runs `run` so many virtual milliseconds from now. */
    after(milliseconds, run) {
        return this.at(this.now() + milliseconds, run);
    }
    /** How many events wait. */
    get waiting() {
        return this.#heap.length;
    }
    /** Runs every event that is due, also those that the events themselves ask for, in the order of virtual time. */
    advance() {
        if (this.#running)
            return;
        const until = this.now();
        this.#running = true;
        try {
            for (let count = 0; count < MOST_EVENTS_PER_ADVANCE; count++) {
                const next = this.#heap[0];
                if (next === undefined || next.time > until)
                    break;
                pop(this.#heap);
                if (next.cancelled)
                    continue;
                this.#latest = next.time;
                next.run();
            }
        }
        finally {
            this.#latest = until;
            this.#running = false;
        }
    }
}
function isBefore(a, b) {
    return a.time < b.time || (a.time === b.time && a.order < b.order);
}
function push(heap, entry) {
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
        const parent = (index - 1) >> 1;
        const above = heap[parent];
        if (above === undefined || !isBefore(entry, above))
            break;
        heap[index] = above;
        index = parent;
    }
    heap[index] = entry;
}
function pop(heap) {
    const last = heap.pop();
    if (last === undefined || heap.length === 0)
        return;
    let index = 0;
    for (;;) {
        let child = 2 * index + 1;
        const left = heap[child];
        if (left === undefined)
            break;
        const right = heap[child + 1];
        let least = left;
        if (right !== undefined && isBefore(right, left)) {
            child += 1;
            least = right;
        }
        if (!isBefore(least, last))
            break;
        heap[index] = least;
        index = child;
    }
    heap[index] = last;
}

;// CONCATENATED MODULE: ./lib/emulator/server/traffic-log.js
const traffic_log_MOST_ENTRIES = 20_000;
/** The newest requests to the load balancers, bounded in number. They are noted when their target is chosen. */
class TrafficLog {
    #entries = [];
    #sequence = 0;
    note(request) {
        this.#sequence += 1;
        const entry = {
            sequence: this.#sequence,
            ...request,
            status: 0
        };
        this.#entries.push(entry);
        if (this.#entries.length > traffic_log_MOST_ENTRIES)
            this.#entries.shift();
        return status => void (entry.status = status);
    }
    /** The entries after a sequence number (0: all that are kept), oldest first. */
    entries(after = 0) {
        return this.#entries.filter(entry => entry.sequence > after);
    }
    clear() {
        this.#entries.length = 0;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/cloud.js















const cloud_LOOPBACK = '127.0.0.1';
/**
 * Starts the built-in AWS on one port and resolves when it answers. Rejects with the system's error where the port is taken.
 * Everything lives in memory but what modules keep in `dataDirectory`.
 */
async function startCloud(options = {}) {
    const network = { port: 0, close: () => Promise.resolve() };
    const { cloud, answer, modules } = makeCloud(options, network);
    const handler = createHandler(cloud, modules, answer);
    const server = options.tls === undefined ? (0,external_node_http_.createServer)(handler) : (0,external_node_https_.createServer)(options.tls, handler);
    // A client that keeps its connection must not meet a close in the middle of its next request.
    server.keepAliveTimeout = 65_000;
    await cloud_listen(server, options.port ?? 0, cloud_LOOPBACK);
    network.port = server.address().port;
    network.close = () => cloud_stop(server);
    for (const module of modules)
        await module.install?.(cloud);
    return cloud;
}
/**
 * The built-in AWS without a port, for those in the same process: `answer` takes the requests of its services. It has no registry to push
 * to, since Docker would need one.
 */
async function openCloud(options = {}) {
    const { cloud, answer, modules } = makeCloud(options, { port: 0, close: () => Promise.resolve() });
    for (const module of modules)
        await module.install?.(cloud);
    return { cloud, answer };
}
function makeCloud(options, network) {
    const now = options.now ?? Date.now;
    const modules = options.modules ?? MODULES;
    const timeline = new Timeline({ scale: options.scale ?? 1, anchor: options.anchor ?? now(), now });
    const regions = new Map();
    const faults = new Faults();
    const dataDirectory = options.dataDirectory ?? (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'slipway-cloud-'));
    (0,external_node_fs_.mkdirSync)(dataDirectory, { recursive: true });
    let scenarios = NO_SCENARIOS;
    const cloud = {
        get origin() {
            return `${options.tls === undefined ? 'http' : 'https'}://${cloud_LOOPBACK}:${network.port}`;
        },
        get endpoint() {
            return options.secret === undefined ? cloud.origin : `${cloud.origin}/${options.secret}`;
        },
        get port() {
            return network.port;
        },
        account: options.account ?? '123456789012',
        timeline,
        requestLog: new RequestLog(),
        trafficLog: new TrafficLog(),
        faults,
        dataDirectory,
        get scenarios() {
            return scenarios;
        },
        images: { exists: () => undefined, digest: () => undefined },
        targets: { listTargets: () => [] },
        containers: undefined,
        sessions: new Map(),
        region(name, account = cloud.account) {
            const key = `${account}/${name}`;
            const known = regions.get(key) ?? new RegionState(name, cloud, account);
            regions.set(key, known);
            return known;
        },
        setFaults: settings => faults.set(settings),
        setScenarios: document => {
            scenarios = readScenarios(document);
        },
        async close() {
            await cloud.containers?.close();
            await network.close();
            for (const module of modules)
                await module.uninstall?.(cloud);
            if (options.dataDirectory === undefined)
                (0,external_node_fs_.rmSync)(dataDirectory, { recursive: true, force: true });
        }
    };
    return { cloud, answer: createAnswerer(cloud, modules, createScript(cloud, modules)), modules };
}
function cloud_listen(server, port, host) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
            server.off('error', reject);
            resolve();
        });
    });
}
function cloud_stop(server) {
    return new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}


/***/ }),

/***/ 5387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf)
/* harmony export */ });
/* harmony import */ var _server_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7585);

/** The structure that a member is; empty where it is none. */
function partOf(value, name) {
    const part = value[name];
    return (0,_server_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isStructure */ .ip)(part) ? part : {};
}
/** The list that a member is; empty where it is none. */
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 7334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ makeRule),
/* harmony export */   IO: () => (/* binding */ describeRule),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   xd: () => (/* binding */ describeActions)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5387);


/** The 16 digits at the end of an ARN: of the names, so that a rehearsal is the same every time. */
function idOf(...names) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
}
function makeRule(listenerArn, priority, actions, { conditions = [], transforms = [] } = {}) {
    const arn = `${listenerArn.replace(':listener/', ':listener-rule/')}/${idOf(listenerArn, priority)}`;
    return { arn, priority, forwards: actions.flatMap(readTargets), actions, conditions, transforms };
}
function readTargets(action) {
    const groups = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)(action, 'ForwardConfig')['TargetGroups']).map(group => {
        const { TargetGroupArn: arn, Weight: weight } = group;
        return { arn: (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(arn) ?? '', weight: weight === undefined ? undefined : Number(weight) };
    });
    const only = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(action['TargetGroupArn']);
    return groups.length > 0 || only === undefined ? groups : [{ arn: only, weight: undefined }];
}
/** What AWS fills in where a redirect leaves something as it was. */
const REDIRECT = {
    Protocol: '#{protocol}',
    Host: '#{host}',
    Port: '#{port}',
    Path: '/#{path}',
    Query: '#{query}'
};
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html; Cognito has the same. */
const LOGIN = {
    SessionCookieName: 'AWSELBAuthSessionCookie',
    Scope: 'openid',
    SessionTimeout: 604_800,
    OnUnauthenticatedRequest: 'authenticate'
};
/** Members of an action and what AWS fills in. */
const FILLED = {
    RedirectConfig: REDIRECT,
    AuthenticateOidcConfig: LOGIN,
    AuthenticateCognitoConfig: LOGIN
};
/** A map of names to texts. */
const EXTRA_PARAMS = 'AuthenticationRequestExtraParams';
/** The actions of a rule as AWS shows them: as they were sent, the traffic as it is now, and no secret. */
function describeActions(rule) {
    return rule.actions.map(action => {
        const type = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(action['Type']) ?? 'forward';
        if (type === 'forward')
            return { ...action, Type: type, ...describeForward(rule, action) };
        const filled = Object.entries(FILLED).flatMap(([name, defaults]) => {
            if (action[name] === undefined)
                return [];
            const sent = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)(action, name);
            const params = sent[EXTRA_PARAMS] === undefined ? undefined : new Map(Object.entries((0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)(sent, EXTRA_PARAMS)));
            return [[name, { ...defaults, ...sent, [EXTRA_PARAMS]: params, ClientSecret: undefined }]];
        });
        return { ...action, ...Object.fromEntries(filled) };
    });
}
function describeForward({ forwards }, action) {
    return {
        TargetGroupArn: forwards.length === 1 ? forwards[0]?.arn : undefined,
        ForwardConfig: {
            TargetGroups: forwards.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight ?? 1 })),
            TargetGroupStickinessConfig: {
                Enabled: false,
                ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)((0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)(action, 'ForwardConfig'), 'TargetGroupStickinessConfig')
            }
        }
    };
}
/** The conditions that have values and nothing else: they show these twice, as they did before there were others. */
const PLAIN = {
    'path-pattern': 'PathPatternConfig',
    'host-header': 'HostHeaderConfig',
    'http-request-method': 'HttpRequestMethodConfig',
    'source-ip': 'SourceIpConfig'
};
function describeRule(rule) {
    return {
        RuleArn: rule.arn,
        Priority: rule.priority,
        Conditions: rule.conditions.map(describeCondition),
        Actions: describeActions(rule),
        IsDefault: rule.priority === 'default',
        Transforms: rule.transforms.length === 0 ? undefined : rule.transforms
    };
}
function describeCondition(condition) {
    const config = PLAIN[(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(condition['Field']) ?? ''];
    if (config === undefined)
        return condition;
    const given = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)(condition, config);
    const values = [...(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(condition['Values']), ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(given['Values'])];
    return { ...condition, Values: values, [config]: { ...given, Values: values } };
}


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ findListener),
/* harmony export */   GU: () => (/* binding */ BALANCING),
/* harmony export */   YR: () => (/* binding */ sortRules)
/* harmony export */ });
/* harmony import */ var _server_protocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4199);

/** The key of Elastic Load Balancing's part: `region.part(BALANCING)`. */
const BALANCING = {
    create: () => ({ balancers: new Map(), listeners: new Map(), groups: new Map(), tags: new Map() })
};
/** @throws AwsFault ListenerNotFound */
function findListener(region, arn) {
    const listener = region.part(BALANCING).listeners.get(arn);
    if (listener === undefined)
        throw new _server_protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .kU('ListenerNotFound', 'One or more listeners not found');
    return listener;
}
/** The rules of a listener in the order in which they are tried: by priority, the default rule last. */
function sortRules({ rules }) {
    return [...rules].sort((one, other) => orderOf(one) - orderOf(other));
}
function orderOf({ priority }) {
    return priority === 'default' ? Infinity : Number(priority);
}


/***/ }),

/***/ 8859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E3: () => (/* binding */ closeListeners),
  E8: () => (/* binding */ listListeners),
  jx: () => (/* binding */ makeDnsName),
  tE: () => (/* binding */ openListener),
  rc: () => (/* binding */ settleListeners)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./lib/emulator/elb/rules.js
var rules = __webpack_require__(7334);
// EXTERNAL MODULE: ./lib/emulator/elb/state.js
var state = __webpack_require__(8532);
// EXTERNAL MODULE: ./lib/emulator/elb/documents.js
var documents = __webpack_require__(5387);
;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/answers.js
/** The names that Application Load Balancers give the statuses which they make themselves. */
const TITLES = {
    301: 'Moved Permanently',
    302: 'Found',
    502: 'Bad Gateway',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Time-out'
};
/**
 * The page of an Application Load Balancer that has no answer of a target: 503 where there is none in service, 502 where it broke off, 504 where
 * it did not come in time.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
function errorPage(status) {
    const title = `${status} ${TITLES[status] ?? ''}`.trim();
    const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
    return { status, headers: { 'content-type': 'text/html' }, body };
}
/** Sends an answer of the load balancer's own. */
function sendPlain(response, { status, headers, body }) {
    if (response.headersSent) {
        response.destroy();
        return;
    }
    response.writeHead(status, { server: 'awselb/2.0', ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(body);
}

;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/weights.js
const credits = new WeakMap();
/**
 * Chooses the target group of the next request. Elastic Load Balancing draws by weight; here the order is fixed and as even as weights allow
 * (smooth weighted round robin), so that of a hundred requests exactly ten go where the weight is 10 of 100. New shares begin anew.
 *
 * @returns undefined where none has a weight
 */
function chooseShare(shares) {
    const total = shares.reduce((sum, { weight = 1 }) => sum + weight, 0);
    if (total <= 0)
        return undefined;
    const held = credits.get(shares) ?? shares.map(() => 0);
    credits.set(shares, held);
    let best = 0;
    shares.forEach(({ weight = 1 }, index) => {
        held[index] = (held[index] ?? 0) + weight;
        if ((held[index] ?? 0) > (held[best] ?? 0))
            best = index;
    });
    held[best] = (held[best] ?? 0) - total;
    return shares[best]?.arn;
}

;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/actions.js




/**
 * What the last action of a rule says, as https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html has it.
 * Every forward counts for the order of its weights.
 */
function decide(rule, request, place) {
    const answer = (value) => ({ kind: 'answer', answer: value });
    const actions = (0,rules/* describeActions */.xd)(rule);
    const login = actions.map(({ Type }) => (0,documents/* textOf */.b6)(Type) ?? '').find(type => /^authenticate-|^jwt-/.test(type));
    if (login !== undefined) {
        const body = `The built-in AWS does not serve the action ${login}: it cannot tell who asks. Take the action out of the rule, or test with a rule without it.\n`;
        return answer({ status: 501, headers: { 'content-type': 'text/plain; charset=utf-8' }, body });
    }
    const action = actions.at(-1) ?? {};
    switch ((0,documents/* textOf */.b6)(action['Type'])) {
        case 'fixed-response':
            return answer(fixedResponse((0,documents/* partOf */.BU)(action, 'FixedResponseConfig')));
        case 'redirect':
            return answer(redirect((0,documents/* partOf */.BU)(action, 'RedirectConfig'), request, place));
        default: {
            const targetGroupArn = chooseShare(rule.forwards);
            return targetGroupArn === undefined ? answer(errorPage(503)) : { kind: 'forward', targetGroupArn };
        }
    }
}
function fixedResponse(config) {
    return {
        status: Number((0,documents/* textOf */.b6)(config['StatusCode']) ?? 200),
        headers: { 'content-type': (0,documents/* textOf */.b6)(config['ContentType']) ?? 'text/plain; charset=utf-8' },
        body: (0,documents/* textOf */.b6)(config['MessageBody']) ?? ''
    };
}
function redirect(config, request, { scheme, port }) {
    const words = {
        protocol: scheme,
        host: request.host,
        port: String(port),
        path: request.path.replace(/^\//, ''),
        query: request.search
    };
    const fill = (member) => ((0,documents/* textOf */.b6)(config[member]) ?? '').replace(/#\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
    const query = fill('Query');
    const location = `${fill('Protocol').toLowerCase()}://${fill('Host')}:${fill('Port')}${fill('Path')}${query === '' ? '' : `?${query}`}`;
    const status = (0,documents/* textOf */.b6)(config['StatusCode']) === 'HTTP_301' ? 301 : 302;
    return { ...errorPage(status), headers: { 'content-type': 'text/html', location } };
}
/** A request's host and target as a rule's transforms rewrite them: RuleTransform of the service model. Pure. */
function transform({ transforms }, request, hostHeader) {
    let host = hostHeader;
    let target = `${request.path}${request.search === '' ? '' : `?${request.search}`}`;
    for (const each of transforms) {
        host = rewrite((0,documents/* partOf */.BU)(each, 'HostHeaderRewriteConfig'), host);
        target = rewrite((0,documents/* partOf */.BU)(each, 'UrlRewriteConfig'), target);
    }
    return { host, target };
}
function rewrite(config, text) {
    return (0,documents/* listOf */.c3)(config['Rewrites']).reduce((before, each) => {
        const { Regex, Replace } = each;
        try {
            return before.replace(new RegExp((0,documents/* textOf */.b6)(Regex) ?? ''), (0,documents/* textOf */.b6)(Replace) ?? '');
        }
        catch {
            return before;
        }
    }, text);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/emulator/server/wildcards.js
var wildcards = __webpack_require__(5548);
;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/conditions.js



/**
 * Whether a request meets a rule's condition: one of its values. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 *
 * @param condition RuleCondition of the service model, as it was sent
 */
function meetsCondition(condition, request) {
    switch ((0,documents/* textOf */.b6)(condition['Field'])) {
        case 'host-header':
            return meetsOne(condition, 'HostHeaderConfig', [request.host], 'i');
        case 'path-pattern':
            return meetsOne(condition, 'PathPatternConfig', [request.path], '');
        case 'http-header': {
            const name = (0,documents/* textOf */.b6)((0,documents/* partOf */.BU)(condition, 'HttpHeaderConfig')['HttpHeaderName']) ?? '';
            return meetsOne(condition, 'HttpHeaderConfig', request.headers.get(name.toLowerCase()) ?? [], 'i');
        }
        case 'http-request-method':
            return valuesOf(condition, 'HttpRequestMethodConfig', 'Values').includes(request.method);
        case 'query-string':
            return (0,documents/* listOf */.c3)((0,documents/* partOf */.BU)(condition, 'QueryStringConfig')['Values']).some(pair => meetsPair(pair, request));
        case 'source-ip':
            return valuesOf(condition, 'SourceIpConfig', 'Values').some(block => isInBlock(request.source, block));
        default:
            return false;
    }
}
function valuesOf(condition, config, member) {
    return [...(0,documents/* listOf */.c3)(condition[member]), ...(0,documents/* listOf */.c3)((0,documents/* partOf */.BU)(condition, config)[member])].flatMap(value => (0,documents/* textOf */.b6)(value) ?? []);
}
function meetsOne(condition, config, found, flags) {
    const patterns = valuesOf(condition, config, 'Values').map(value => (0,wildcards/* compileWildcards */.f)(value, flags));
    const expressions = valuesOf(condition, config, 'RegexValues').flatMap(value => compileRegex(value, flags) ?? []);
    return found.some(text => [...patterns, ...expressions].some(expression => expression.test(text)));
}
/** A pair without a key is met by any parameter of its value. A parameter counts as it was sent, and decoded. */
function meetsPair(pair, { query }) {
    const key = (0,documents/* textOf */.b6)(pair['Key']);
    const wantedKey = key === undefined ? undefined : (0,wildcards/* compileWildcards */.f)(key, 'i');
    const wantedValue = (0,wildcards/* compileWildcards */.f)((0,documents/* textOf */.b6)(pair['Value']) ?? '', 'i');
    return query.some(parameter => (wantedKey?.test(parameter.key) ?? true) && wantedValue.test(parameter.value));
}
/** undefined where it is no regular expression. */
function compileRegex(source, flags) {
    try {
        return new RegExp(source, flags);
    }
    catch {
        return undefined;
    }
}
function isInBlock(address, block) {
    const [network = '', bits] = block.split('/');
    const version = (0,external_node_net_.isIP)(network);
    if (version === 0 || (0,external_node_net_.isIP)(address) !== version)
        return false;
    const family = version === 6 ? 'ipv6' : 'ipv4';
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, Number(bits ?? (version === 6 ? 128 : 32)), family);
    return list.check(address, family);
}

;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/facts.js
/** Reads what the rules look at. A target in absolute form (RFC 9112, 3.2.2) names the host itself. */
function readFacts(request) {
    const target = request.url ?? '/';
    const [, authority, rest = target] = /^https?:\/\/([^/?]*)(.*)$/i.exec(target) ?? [];
    const [path = '', search = ''] = rest.split(/\?(.*)/s);
    return {
        method: request.method ?? 'GET',
        host: (authority ?? request.headers.host ?? '').replace(/:\d*$/, ''),
        path: path === '' ? '/' : path,
        search,
        query: search.split('&').flatMap(readParameter),
        headers: new Map(Object.entries(request.headersDistinct).map(([name, values]) => [name, values ?? []])),
        source: (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
    };
}
function readParameter(text) {
    if (text === '')
        return [];
    const [key = '', value = ''] = text.split(/=(.*)/s);
    const [decoded] = new URLSearchParams(text);
    const isSame = decoded?.[0] === key && decoded[1] === value;
    return [{ key, value }, ...(isSame || decoded === undefined ? [] : [{ key: decoded[0], value: decoded[1] }])];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/forward.js




/** The default of an Application Load Balancer's `idle_timeout.timeout_seconds`, in milliseconds. */
const IDLE_TIMEOUT = 60_000;
/** How long it waits for a connection to a target, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;
/** Headers that are for one connection alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
    'connection',
    'expect',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade'
]);
/**
 * Sends a request on to a container and its answer back, both as they come. The headers are those of
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html.
 */
function forward(request, response, forwarding, again = true) {
    const { address, agent, target } = forwarding;
    const fail = (status) => sendPlain(response, errorPage(status));
    const upstream = (0,external_node_http_.request)({
        ...address,
        agent,
        method: request.method,
        path: target,
        headers: headersFor(request, forwarding)
    });
    let isConnected = false;
    let hasTimedOut = false;
    const giveUp = () => {
        hasTimedOut = true;
        upstream.destroy();
        fail(504);
    };
    const clock = setTimeout(() => {
        if (!isConnected)
            giveUp();
    }, CONNECT_TIMEOUT);
    upstream.on('socket', socket => {
        const connected = () => {
            isConnected = true;
            clearTimeout(clock);
        };
        if (socket.connecting)
            socket.once('connect', connected);
        else
            connected();
    });
    upstream.setTimeout(IDLE_TIMEOUT, giveUp);
    upstream.on('response', answer => {
        response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', ownHeaders(answer.headersDistinct));
        (0,external_node_stream_.pipeline)(answer, response, () => undefined);
    });
    upstream.on('error', () => {
        clearTimeout(clock);
        if (hasTimedOut || response.destroyed)
            return;
        // A container may have closed a kept connection just as it was taken again.
        if (again && upstream.reusedSocket && !hasBody(request))
            forward(request, response, forwarding, false);
        else
            fail(502);
    });
    response.once('close', () => {
        clearTimeout(clock);
        if (!response.writableFinished)
            upstream.destroy();
    });
    if (hasBody(request))
        request.pipe(upstream);
    else
        upstream.end();
}
function hasBody({ headers }) {
    return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
/** Those that are not for the one connection alone. */
function ownHeaders(headers) {
    const named = (headers['connection'] ?? []).flatMap(value => value.toLowerCase().split(/\s*,\s*/));
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.includes(name)));
}
function headersFor(request, { host, scheme, port, source }) {
    const headers = ownHeaders(request.headersDistinct);
    const before = headers['x-forwarded-for'] ?? [];
    return {
        ...headers,
        host,
        'x-forwarded-for': [[...before, source].join(', ')],
        'x-forwarded-proto': [scheme],
        'x-forwarded-port': [String(port)],
        'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? [makeTraceId()],
        ...(request.headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' })
    };
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html */
function makeTraceId() {
    const seconds = Math.floor(Date.now() / 1000).toString(16);
    return `Root=1-${seconds}-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
}

;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/played.js


/** Answers for a task that is played, as its behaviour says: it names itself, in headers and as JSON. */
function playAnswer(response, { target, targetGroup, earlier, timeline }) {
    const { behaviour, task, taskDefinition } = target;
    const status = /^answers-(\d{3})$/.exec(behaviour)?.[1];
    switch (behaviour) {
        case 'answers-nothing':
            waitOut(response, timeline);
            return;
        case 'answers-reset':
            sendPlain(response, errorPage(502));
            return;
        default: {
            const isOff = behaviour === 'answers-on-and-off' && earlier % 2 === 1;
            const headers = {
                'content-type': 'application/json',
                'x-slipway-task-definition': taskDefinition,
                'x-slipway-target-group': targetGroup,
                'x-slipway-task': task
            };
            const body = Buffer.from(`${JSON.stringify({ taskDefinition, targetGroup, task })}\n`);
            response.writeHead(isOff ? 500 : Number(status ?? 200), { ...headers, 'content-length': body.length });
            response.end(body);
        }
    }
}
/** The load balancer waits for its idle timeout, in virtual time; a client may be gone before. */
function waitOut(response, timeline) {
    const due = timeline.after(IDLE_TIMEOUT, () => sendPlain(response, errorPage(504)));
    // Virtual time passes only where somebody looks at it.
    const alarm = setTimeout(() => timeline.advance(), IDLE_TIMEOUT / timeline.scale + 1);
    response.once('close', () => {
        due.cancel();
        clearTimeout(alarm);
    });
}

;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/serve.js







/** The status with which Application Load Balancers log a client that did not wait. */
const CLIENT_GONE = 460;
/** Answers a request to a listener: by the first rule all of whose conditions it meets, at the weights of this very moment. */
function serveRequest(served, request, response) {
    const { region, listener, scheme, counts } = served;
    const { cloud } = region;
    cloud.timeline.advance();
    const facts = readFacts(request);
    const rule = (0,state/* sortRules */.YR)(listener).find(({ conditions }) => conditions.every(each => meetsCondition(each, facts)));
    if (rule === undefined)
        return;
    const decision = decide(rule, facts, { scheme, port: listener.port });
    const targets = decision.kind === 'forward' ? cloud.targets.listTargets(region, decision.targetGroupArn) : [];
    const target = decision.kind === 'forward' ? takeTurn(targets, decision.targetGroupArn, counts) : undefined;
    const { balancers, groups } = region.part(state/* BALANCING */.GU);
    const targetGroup = decision.kind === 'forward' ? groups.get(decision.targetGroupArn)?.name : undefined;
    const finish = cloud.trafficLog.note({
        time: new Date(cloud.timeline.now()).toISOString(),
        region: region.name,
        loadBalancer: balancers.get(listener.balancerArn)?.name ?? '',
        listener: listener.arn,
        listenerPort: listener.port,
        rule: rule.arn,
        method: facts.method,
        host: request.headers.host ?? '',
        path: request.url ?? '/',
        targetGroup,
        task: target?.task,
        taskDefinition: target?.taskDefinition
    });
    response.once('close', () => finish(response.writableFinished ? response.statusCode : CLIENT_GONE));
    if (decision.kind === 'answer')
        sendPlain(response, decision.answer);
    else if (target === undefined)
        sendPlain(response, errorPage(503));
    else if (target.findAddress === undefined) {
        const earlier = count(counts, target.task);
        playAnswer(response, { target, targetGroup: targetGroup ?? '', earlier, timeline: cloud.timeline });
    }
    else {
        const { host, target: line } = transform(rule, facts, request.headers.host ?? '');
        target
            .findAddress()
            .then(address => {
            if (address === undefined)
                sendPlain(response, errorPage(502));
            else {
                const { agent } = served;
                const { port } = listener;
                forward(request, response, { address, agent, target: line, host, scheme, port, source: facts.source });
            }
        })
            .catch(() => sendPlain(response, errorPage(502)));
    }
}
/** The targets of a group take turns. */
function takeTurn(targets, group, counts) {
    return targets.length === 0 ? undefined : targets[count(counts, group) % targets.length];
}
/** How often this was counted before. */
function count(counts, key) {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before;
}

;// CONCATENATED MODULE: ./lib/emulator/elb/traffic/sockets.js





const LOOPBACK = '127.0.0.1';
/** Loopback addresses of load balancers begin here in their second part, so that 127.0.0.1 is not among them. */
const FIRST_PART = 64;
const MOST_ADDRESSES = 190;
const sockets = new WeakMap();
function socketsOf(cloud) {
    const known = sockets.get(cloud) ?? {
        agent: new external_node_http_.Agent({ keepAlive: true }),
        counts: new Map(),
        servers: [],
        addresses: [],
        opening: Promise.resolve(),
        balancers: 0
    };
    sockets.set(cloud, known);
    return known;
}
/**
 * The DNS name of a new load balancer: an address of this machine that no other has, so that its listeners can have the ports that they are
 * made with. Two built-in AWSes never share one, as the address holds the port of the endpoint. macOS has but one such address. Where nothing
 * listens (`openCloud`), it is a name as AWS gives it.
 */
function makeDnsName({ cloud, name: region }, balancer) {
    if (cloud.port === 0)
        return `${balancer}-${(0,rules/* idOf */.TH)(balancer).slice(0, 10)}.${region}.elb.amazonaws.com`;
    if (process.platform === 'darwin')
        return LOOPBACK;
    const open = socketsOf(cloud);
    const index = open.balancers++ % MOST_ADDRESSES;
    return `127.${FIRST_PART + index}.${cloud.port >> 8}.${cloud.port & 255}`;
}
/** Has a new listener listen; `settleListeners` waits for it. */
function openListener(region, listener) {
    const { cloud } = region;
    if (cloud.port === 0)
        return;
    const open = socketsOf(cloud);
    const balancer = region.part(state/* BALANCING */.GU).balancers.get(listener.balancerArn);
    const listening = {
        listener: listener.arn,
        loadBalancer: balancer?.name ?? '',
        region: region.name,
        protocol: listener.protocol,
        port: listener.port
    };
    if (listener.protocol !== 'HTTP') {
        const reason = `The built-in AWS serves listeners of the protocol HTTP, not ${listener.protocol}.`;
        open.addresses.push({ ...listening, url: undefined, reason });
        return;
    }
    const served = { region, listener, scheme: 'http', agent: open.agent, counts: open.counts };
    const server = (0,external_node_http_.createServer)((request, response) => serveRequest(served, request, response));
    server.keepAliveTimeout = IDLE_TIMEOUT;
    open.servers.push(server);
    const host = balancer?.dnsName ?? LOOPBACK;
    const opening = listen(server, host, listener.port).then(reason => {
        const { port } = server.address();
        open.addresses.push({ ...listening, url: `http://${host}:${port}`, reason });
    }, (error) => open.addresses.push({ ...listening, url: undefined, reason: `It cannot listen: ${String(error)}.` }));
    open.opening = Promise.all([open.opening, opening]);
}
/** Resolves when all listeners listen that were made so far. */
async function settleListeners(cloud) {
    await sockets.get(cloud)?.opening;
}
/** Where the listeners answer, in the order in which they were made. */
function listListeners(cloud) {
    return sockets.get(cloud)?.addresses ?? [];
}
async function closeListeners(cloud) {
    const open = sockets.get(cloud);
    sockets.delete(cloud);
    await open?.opening;
    open?.agent.destroy();
    for (const server of open?.servers ?? []) {
        server.close();
        server.closeAllConnections();
    }
}
/** Listens on a port, or where that cannot be had on any that is free: then resolves with the reason. */
async function listen(server, host, port) {
    try {
        await tryPort(server, host, port);
        return undefined;
    }
    catch (error) {
        await tryPort(server, host, 0);
        const code = error.code;
        return code === 'EACCES'
            ? `Port ${port} needs rights that this user does not have; ports from 1024 on do not.`
            : `Port ${port} cannot be had on ${host} (${code ?? String(error)}).`;
    }
}
function tryPort(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
            server.off('error', reject);
            resolve();
        });
    });
}


/***/ }),

/***/ 7901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ idTokenModule),
/* harmony export */   o: () => (/* binding */ ID_TOKEN_PATH)
/* harmony export */ });
/** Where a job asks for its OIDC token, as `ACTIONS_ID_TOKEN_REQUEST_URL` names it. */
const ID_TOKEN_PATH = '/_slipway/id-token';
const ISSUER = 'https://token.actions.githubusercontent.com';
/**
 * GitHub's part of assuming a role by OIDC: a token of the claims that GitHub puts into one. Nobody signed it, and the STS of this stage
 * checks no signature. https://docs.github.com/en/actions/reference/security/oidc
 */
function giveIdToken(request, response, cloud) {
    const url = new URL(request.url ?? '/', cloud.origin);
    if (request.headers.authorization?.startsWith('Bearer ') !== true) {
        answer(response, 401, {
            message: 'A token is asked for with `Authorization: Bearer` and ACTIONS_ID_TOKEN_REQUEST_TOKEN.'
        });
        return;
    }
    const now = Math.floor(cloud.timeline.now() / 1000);
    const claims = {
        iss: ISSUER,
        aud: url.searchParams.get('audience') ?? 'https://github.com/example',
        sub: 'repo:example/shop:ref:refs/heads/main',
        repository: 'example/shop',
        ref: 'refs/heads/main',
        iat: now,
        nbf: now,
        exp: now + 300
    };
    const value = [{ typ: 'JWT', alg: 'none' }, claims].map(encode).join('.');
    answer(response, 200, { value: `${value}.` });
}
function encode(part) {
    return Buffer.from(JSON.stringify(part)).toString('base64url');
}
function answer(response, status, body) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
const idTokenModule = { routes: [{ prefix: ID_TOKEN_PATH, handle: giveIdToken }] };


/***/ }),

/***/ 7585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ document),
/* harmony export */   QK: () => (/* binding */ structure),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   YG: () => (/* binding */ withoutMembers),
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   cs: () => (/* binding */ openStructure),
/* harmony export */   ip: () => (/* binding */ isStructure),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tD: () => (/* binding */ pickMembers),
/* harmony export */   vE: () => (/* binding */ timestamp),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4199);

function refuse(path, value, expected) {
    const what = path === '' ? 'The input' : path;
    throw new _protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .kU('SerializationException', `${what}: got ${describe(value)}, expected ${expected}`);
}
function describe(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a structure';
    return `${typeof value} ${JSON.stringify(value)}`;
}
/** A string. */
const string = (value, path) => typeof value === 'string' ? value : refuse(path, value, 'a string');
/** A whole number. */
const integer = (value, path) => typeof value === 'number' && Number.isInteger(value) ? value : refuse(path, value, 'an integer');
/** A number. */
const number = (value, path) => typeof value === 'number' ? value : refuse(path, value, 'a number');
const boolean = (value, path) => typeof value === 'boolean' ? value : refuse(path, value, 'a boolean');
/** A timestamp: epoch seconds on the wire, milliseconds here. */
const timestamp = (value, path) => typeof value === 'number' ? value * 1000 : refuse(path, value, 'a timestamp in epoch seconds');
/** Any structure, as it stands. */
const document = (value, path) => isStructure(value) ? value : refuse(path, value, 'a structure');
function list(item) {
    return (value, path) => Array.isArray(value)
        ? value.map((each, index) => item(each, `${path}[${index}]`))
        : refuse(path, value, 'a list');
}
function map(item) {
    return (value, path) => {
        if (!isStructure(value))
            return refuse(path, value, 'a map');
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, item(each, `${path}.${key}`)]));
    };
}
/** A structure with these members. Members that are not listed are passed over, as AWS's servers do. */
function structure(members) {
    return (value, path) => {
        if (!isStructure(value))
            return refuse(path, value, 'a structure');
        const read = {};
        for (const [name, decode] of Object.entries(members)) {
            const member = value[name];
            if (member !== undefined && member !== null)
                read[name] = decode(member, path === '' ? name : `${path}.${name}`);
        }
        return read;
    };
}
/** A structure with these members; what else is in it stays, so that a newer AWS's settings come back as they were sent. */
function openStructure(members) {
    const known = structure(members);
    return (value, path) => ({ ...document(value, path), ...known(value, path) });
}
/** A copy of the members of a structure that are set and that `shape` has. */
function pickMembers(value, shape) {
    return Object.fromEntries(Object.keys(shape).flatMap(name => (value[name] === undefined ? [] : [[name, value[name]]])));
}
/** A copy of a structure less some of its members. */
function withoutMembers(value, ...names) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
/** Whether a JSON value is an object that is neither null nor a list. */
function isStructure(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 4199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ readSignature),
/* harmony export */   L4: () => (/* binding */ renderFault),
/* harmony export */   ST: () => (/* binding */ renderXml),
/* harmony export */   Vd: () => (/* binding */ newHexId),
/* harmony export */   YG: () => (/* binding */ newUuid),
/* harmony export */   kU: () => (/* binding */ AwsFault),
/* harmony export */   mL: () => (/* binding */ toEpochSeconds),
/* harmony export */   zp: () => (/* binding */ newNumericId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * An error as a service sends it: `name` is the service model's error shape (or one of the common errors), `status` the
 * HTTP status, `members` what the error shape holds beside the message.
 */
class AwsFault extends Error {
    status;
    members;
    constructor(name, message, status = 400, members = {}) {
        super(message);
        this.name = name;
        this.status = status;
        this.members = members;
    }
}
/** The errors that the common layer sends, not a service's own model, carry this prefix on the wire. */
const COMMON_ERRORS = new Set(['SerializationException', 'UnknownOperationException', 'ExpiredTokenException']);
const COMMON_PREFIX = 'com.amazon.coral.service#';
/** The JSON 1.1 body of an error. */
function renderFault(fault) {
    const type = COMMON_ERRORS.has(fault.name) ? COMMON_PREFIX + fault.name : fault.name;
    return { __type: type, ...fault.members, message: fault.message };
}
/** Milliseconds since the epoch as AWS's JSON protocol writes a timestamp: epoch seconds with a fraction. */
function toEpochSeconds(milliseconds) {
    return Math.round(milliseconds) / 1000;
}
/** A UUID, as in request ids. */
function newUuid() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
}
/** 32 hexadecimal digits, as in ECS task ids. */
function newHexId() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
}
/** 19 digits, as in `ecs-svc/…`. */
function newNumericId() {
    const digits = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).readBigUInt64BE() % 9000000000000000000n;
    return (digits + 1000000000000000000n).toString();
}
/**
 * Reads the Authorization header (or a presigned query) of Signature Version 4. The signature itself is not checked: any
 * secret will do here. Undefined where the request carries none.
 */
function readSignature(authorization) {
    const scope = /^AWS4-[A-Z0-9-]+\s+.*Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/.exec(authorization ?? '');
    const [, accessKeyId, region, service] = scope ?? [];
    if (accessKeyId === undefined || region === undefined || service === undefined)
        return undefined;
    return { accessKeyId, region, service };
}
/** XML text of a plain value: objects become elements, lists `<member>`s or what else their entries are called, a Map `<entry>`s. */
function renderXml(value, entry = 'member') {
    if (value === undefined || value === null)
        return '';
    if (Array.isArray(value))
        return value.map(item => `<${entry}>${renderXml(item, entry)}</${entry}>`).join('');
    if (value instanceof Map) {
        const entries = [...value];
        return entries.map(([key, each]) => `<entry>${renderXml({ key, value: each }, entry)}</entry>`).join('');
    }
    if (typeof value === 'object') {
        return Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .map(([name, member]) => `<${name}>${renderXml(member, entry)}</${name}>`)
            .join('');
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const plain = text.replace(NO_XML, '\uFFFD');
    return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** What XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;


/***/ }),

/***/ 5548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ compileWildcards)
/* harmony export */ });
/**
 * A pattern in which `*` stands for any characters and `?` for one; behind a backslash each stands for itself.
 *
 * @param flags `i` where letter case does not count
 * @param one what `?` stands for, as a regular expression: EC2's may stand for nothing
 */
function compileWildcards(pattern, flags, one = '[^]') {
    const source = pattern.replace(/\\[*?\\]|[\s\S]/g, part => {
        if (part === '*')
            return '[^]*';
        if (part === '?')
            return one;
        return part.slice(-1).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    });
    return new RegExp(`^${source}$`, flags);
}


/***/ })

};
