export const id = 992;
export const ids = [992];
export const modules = {

/***/ 992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStandInDocker: () => (/* binding */ runStandInDocker)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/emulator/docker/credentials.js


/** Where Docker keeps its configuration: `--config`, `DOCKER_CONFIG`, or `.docker` in the home folder. */
function findConfigFolder(env, flag) {
    return flag ?? env['DOCKER_CONFIG'] ?? (0,external_node_path_.join)(env['HOME'] ?? '.', '.docker');
}
/** Stores a login in `config.json` under the registry's host, as `docker login` does without a credential helper. */
async function storeLogin(folder, host, user, password) {
    const config = await readConfig(folder);
    const auth = Buffer.from(`${user}:${password}`).toString('base64');
    await writeConfig(folder, { ...config, auths: { ...config.auths, [host]: { auth } } });
}
/** Forgets a login; false where there was none. */
async function removeLogin(folder, host) {
    const config = await readConfig(folder);
    const { [host]: known, ...others } = config.auths ?? {};
    if (known === undefined)
        return false;
    await writeConfig(folder, { ...config, auths: others });
    return true;
}
/** The value of an HTTP Authorization header for a registry; undefined where nobody has logged in. */
async function findLogin(folder, host) {
    const auth = (await readConfig(folder)).auths?.[host]?.auth;
    return auth === undefined ? undefined : `Basic ${auth}`;
}
async function readConfig(folder) {
    try {
        return JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'config.json'), 'utf8'));
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return {};
        throw error;
    }
}
async function writeConfig(folder, config) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(config, undefined, '\t'), { mode: 0o600 });
}

;// CONCATENATED MODULE: ./lib/emulator/docker/flags.js
/** What Docker prints for wrong use, and the exit code that goes with it. */
class DockerError extends Error {
    exitCode;
    constructor(message, exitCode = 1) {
        super(message);
        this.name = 'DockerError';
        this.exitCode = exitCode;
    }
}
/**
 * Reads arguments as Docker does: flags before, between and after the others, `--name value`, `--name=value`, `-n value`, and `--` to end them.
 *
 * @param command for the message, as `docker build`
 * @throws DockerError with Docker's own sentence for an unknown flag (exit code 125)
 */
function readArguments(command, argv, table) {
    const given = new Map();
    const rest = [];
    const note = (name, value) => void given.set(name, [...(given.get(name) ?? []), value]);
    for (let index = 0; index < argv.length; index++) {
        const word = argv[index] ?? '';
        if (word === '--') {
            rest.push(...argv.slice(index + 1));
            break;
        }
        if (!word.startsWith('-') || word === '-') {
            rest.push(word);
            continue;
        }
        const [, written = '', inline] = /^(-[^-]|--[^=]+)=?([^]*)$/.exec(word) ?? [];
        const hasInline = word.length > written.length;
        const name = written.startsWith('--') ? written.slice(2) : (table.short[written.slice(1)] ?? written);
        if (table.switches.includes(name)) {
            note(name, hasInline && inline !== undefined ? inline : 'true');
        }
        else if (table.values.includes(name)) {
            const value = hasInline ? inline : argv[++index];
            if (value === undefined)
                throw new DockerError(`flag needs an argument: ${written}\nSee '${command} --help'.`, 125);
            note(name, value);
        }
        else {
            const shown = written.startsWith('--')
                ? `unknown flag: ${written}`
                : `unknown shorthand flag: '${written.slice(1)}' in ${word}`;
            throw new DockerError(`${shown}\nSee '${command} --help'.`, 125);
        }
    }
    return {
        all: name => given.get(name) ?? [],
        last: name => given.get(name)?.at(-1),
        isOn: name => (given.get(name)?.at(-1) ?? 'false') === 'true',
        rest
    };
}
/**
 * Fills in a Go template as Docker's `--format` takes it, as far as scripts use it: `{{.A.B}}`, `{{json .A}}`, `{{index .A 0}}`, `{{len .A}}`.
 *
 * @throws DockerError for anything else
 */
function renderFormat(format, value) {
    if (format === 'json')
        return JSON.stringify(value);
    return format.replace(/\{\{-?\s*([^}]*?)\s*-?\}\}/g, (_whole, expression) => {
        const [, name, path = '', index] = /^(?:(json|index|len)\s+)?(\.[\w.]*)(?:\s+"?([\w.-]+)"?)?$/.exec(expression) ?? [];
        if (path === '')
            throw new DockerError(`template parsing error: the stand-in docker does not know '{{${expression}}}'`, 64);
        const found = path
            .split('.')
            .filter(part => part !== '')
            .reduce((inner, part) => readMember(inner, part), value);
        switch (name) {
            case 'json':
                return JSON.stringify(found ?? null);
            case 'len':
                return String(Array.isArray(found) ? found.length : Object.keys(found ?? {}).length);
            case 'index':
                return show(readMember(found, index ?? ''));
            default:
                return show(found);
        }
    });
}
function readMember(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function show(value) {
    if (value === undefined || value === null)
        return '<no value>';
    return typeof value === 'string' ? value : JSON.stringify(value);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/emulator/docker/image.js




const MANIFEST_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIG_TYPE = 'application/vnd.docker.container.image.v1+json';
const LAYER_TYPE = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
/** The whole of larger files need not be read to see that a build has changed. */
const MOST_BYTES_OF_A_FILE = 1024 * 1024;
const ARCHITECTURES = { x64: 'amd64', ia32: '386' };
/**
 * Makes a valid Docker image with nothing to run in it: one layer that holds the Dockerfile and a note. The same input gives the same bytes,
 * and so the same digest; another context, argument or label gives another one.
 */
function makeImage(content) {
    const note = `No image was built. This one stands in for it.\ncontext ${content.contextHash}\n`;
    const tar = makeTar([
        { name: 'Dockerfile', bytes: content.dockerfile },
        { name: 'stand-in.txt', bytes: Buffer.from(note) }
    ]);
    const layer = (0,external_node_zlib_.gzipSync)(tar, { level: 0 });
    // The operating system that zlib was built on; 255 is "unknown", and the same everywhere.
    layer[9] = 255;
    const [os = 'linux', architecture, variant] = (content.platform ?? '').split('/').filter(part => part !== '');
    const config = Buffer.from(JSON.stringify({
        architecture: architecture ?? ARCHITECTURES[process.arch] ?? process.arch,
        ...(variant === undefined ? {} : { variant }),
        os,
        created: '1970-01-01T00:00:00Z',
        config: { Labels: { 'slipway.stand-in': 'true', ...content.labels } },
        rootfs: { type: 'layers', diff_ids: [digest(tar)] },
        history: [
            {
                created: '1970-01-01T00:00:00Z',
                created_by: ['stand-in docker', content.target ?? '', ...content.buildArgs.map(hideValue)].join(' ').trim()
            }
        ]
    }));
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: MANIFEST_TYPE,
        config: { mediaType: CONFIG_TYPE, size: config.length, digest: digest(config) },
        layers: [{ mediaType: LAYER_TYPE, size: layer.length, digest: digest(layer) }]
    }, undefined, 3));
    return { id: digest(config), config, layer, manifest };
}
/** A hash over the names, sizes and contents of what is in a build context; `.git` left out. */
async function hashContext(folder) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const walk = async (inner) => {
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, inner), { withFileTypes: true });
        for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
            if (entry.isDirectory() && entry.name !== '.git')
                await walk(path);
            if (!entry.isFile())
                continue;
            const { size } = await (0,promises_.stat)((0,external_node_path_.join)(folder, path));
            hash.update(`${path}\0${size}\0`);
            if (size <= MOST_BYTES_OF_A_FILE)
                hash.update(await (0,promises_.readFile)((0,external_node_path_.join)(folder, path)));
        }
    };
    await walk('');
    return hash.digest('hex');
}
function digest(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** A build argument may be a secret; that it changed still shows. */
function hideValue(argument) {
    return `${argument.split('=')[0] ?? ''}=${(0,external_node_crypto_.createHash)('sha256').update(argument).digest('hex').slice(0, 12)}`;
}
/** A tar archive in the ustar format, with fixed owner and time. */
function makeTar(files) {
    const blocks = files.flatMap(({ name, bytes }) => {
        const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
        return [makeTarHeader(name, bytes.length), bytes, padding];
    });
    return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
function makeTarHeader(name, size) {
    const header = Buffer.alloc(512);
    const octal = (value, width) => `${value.toString(8).padStart(width - 1, '0')}\0`;
    header.write(name, 0);
    header.write(octal(0o644, 8), 100);
    header.write(octal(0, 8), 108);
    header.write(octal(0, 8), 116);
    header.write(octal(size, 12), 124);
    header.write(octal(0, 12), 136);
    header.write('        ', 148);
    header.write('0', 156);
    header.write('ustar\0', 257);
    header.write('00', 263);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return header;
}

;// CONCATENATED MODULE: ./lib/emulator/docker/registry-client.js


const MANIFEST_TYPES = [
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json'
].join(', ');
/** Docker speaks plain HTTP to registries on the machine's own addresses, HTTPS to all others. */
function registryUrl(host) {
    return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host) ? `http://${host}` : `https://${host}`;
}
/** A registry, as a client that may have logged in sees it. Errors come as Docker words them. */
class RegistryClient {
    #url;
    #authorization;
    /** @param authorization the value of the HTTP header, undefined for none */
    constructor(host, authorization) {
        this.#url = registryUrl(host);
        this.#authorization = authorization;
    }
    /** Tries the login. @throws DockerError */
    async ping() {
        const response = await this.#send('GET', '/v2/');
        if (response.ok)
            return;
        const status = `${response.status} ${response.statusText}`;
        throw new DockerError(`Error response from daemon: login attempt to ${this.#url}/v2/ failed with status: ${status}`);
    }
    async hasBlob(repository, blob) {
        return (await this.#send('HEAD', `/v2/${repository}/blobs/${blob}`)).ok;
    }
    /** Uploads a blob as Docker does: an upload is begun, the bytes follow, the digest ends it. */
    async pushBlob(repository, bytes) {
        const begun = await this.#send('POST', `/v2/${repository}/blobs/uploads/`);
        if (begun.status !== 202)
            throw await explain(begun);
        const sent = await this.#send('PATCH', begun.headers.get('location') ?? '', bytes, 'application/octet-stream');
        if (sent.status !== 202)
            throw await explain(sent);
        const end = new URL(sent.headers.get('location') ?? '', this.#url);
        end.searchParams.set('digest', digest(bytes));
        const ended = await this.#send('PUT', end.href);
        if (ended.status !== 201)
            throw await explain(ended);
    }
    /** Puts the manifest under the tag; gives back the registry's digest of it. */
    async pushManifest(reference, image, type) {
        const path = `/v2/${reference.repository}/manifests/${reference.tag ?? 'latest'}`;
        const response = await this.#send('PUT', path, image.manifest, type);
        if (response.status !== 201)
            throw await explain(response);
        return response.headers.get('docker-content-digest') ?? digest(image.manifest);
    }
    /** A manifest's bytes. @throws DockerError when there is none */
    async readManifest(reference) {
        return this.#read(`/v2/${reference.repository}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`);
    }
    async readBlob(repository, blob) {
        return this.#read(`/v2/${repository}/blobs/${blob}`);
    }
    async #read(path) {
        const response = await this.#send('GET', path);
        if (!response.ok)
            throw await explain(response);
        return Buffer.from(await response.arrayBuffer());
    }
    async #send(method, path, body, type) {
        const url = new URL(path, this.#url);
        const headers = {
            Accept: MANIFEST_TYPES,
            ...(this.#authorization === undefined ? {} : { Authorization: this.#authorization }),
            ...(type === undefined ? {} : { 'Content-Type': type })
        };
        try {
            return await fetch(url, { method, headers, ...(body === undefined ? {} : { body: new Uint8Array(body) }) });
        }
        catch (error) {
            const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
            throw new DockerError(`Error response from daemon: ${method} "${url.href}": ${cause}`);
        }
    }
}
/** `tag invalid: The image tag …`: the code in lower case with spaces, then the message, as Docker prints it. */
async function explain(response) {
    if (response.status === 401)
        return new DockerError('no basic auth credentials');
    const text = await response.text();
    try {
        const { errors } = JSON.parse(text);
        const lines = errors.map(({ code, message }) => `${code.toLowerCase().replaceAll('_', ' ')}: ${message}`);
        return new DockerError(lines.join('\n'));
    }
    catch {
        return new DockerError(`received unexpected HTTP status: ${response.status} ${response.statusText}`);
    }
}

;// CONCATENATED MODULE: ./lib/emulator/docker/store.js




/** Takes `host:port/name:tag` apart. A first part without dot, colon or `localhost` is no host: then it is Docker Hub's. */
function readReference(text) {
    const [, name = text, tag, sha] = /^(.+?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(text) ?? [];
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const hasHost = first.includes('.') || first.includes(':') || first === 'localhost';
    return {
        host: hasHost ? first : 'docker.io',
        repository: hasHost ? name.slice(slash + 1) : name,
        tag: tag ?? (sha === undefined ? 'latest' : undefined),
        digest: sha
    };
}
/** `host/name`, as Docker prints it. */
function formatName(reference) {
    return reference.host === 'docker.io' ? reference.repository : `${reference.host}/${reference.repository}`;
}
/**
 * The images of the stand-in, kept in a folder between calls: `images/<id>/{config,layer,manifest}` and one file a name in `names`, so that
 * calls which run side by side do not get into each other's way.
 */
class ImageStore {
    #folder;
    constructor(folder) {
        this.#folder = folder;
    }
    async save(image) {
        const folder = this.#imageFolder(image.id);
        await (0,promises_.mkdir)(folder, { recursive: true });
        for (const part of ['config', 'layer', 'manifest'])
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, part), image[part]);
    }
    /** Gives an image a name; another image loses it. */
    async name(name, id) {
        const folder = (0,external_node_path_.join)(this.#folder, 'names');
        await (0,promises_.mkdir)(folder, { recursive: true });
        const temporary = (0,external_node_path_.join)(this.#folder, `name-${(0,external_node_crypto_.randomUUID)()}`);
        await (0,promises_.writeFile)(temporary, id);
        await (0,promises_.rename)(temporary, (0,external_node_path_.join)(folder, encodeURIComponent(name)));
    }
    async forget(name) {
        await (0,promises_.rm)((0,external_node_path_.join)(this.#folder, 'names', encodeURIComponent(name)), { force: true });
    }
    /** The names of an image: `host/name:tag`, and `host/name@sha256:…` where it was pushed. */
    async namesOf(id) {
        const names = await this.names();
        return names.filter(([, target]) => target === id).map(([name]) => name);
    }
    /** All names, with the ids behind them. */
    async names() {
        const folder = (0,external_node_path_.join)(this.#folder, 'names');
        const files = await (0,promises_.readdir)(folder).catch(() => []);
        return Promise.all(files.sort().map(async (file) => [decodeURIComponent(file), await (0,promises_.readFile)((0,external_node_path_.join)(folder, file), 'utf8')]));
    }
    /** Finds an image by name, id or the beginning of an id; undefined where there is none. */
    async find(text) {
        const reference = readReference(text);
        const name = `${formatName(reference)}${reference.digest === undefined ? `:${reference.tag ?? 'latest'}` : `@${reference.digest}`}`;
        const named = await (0,promises_.readFile)((0,external_node_path_.join)(this.#folder, 'names', encodeURIComponent(name)), 'utf8').catch(() => undefined);
        if (named !== undefined)
            return this.#read(named);
        const start = text.replace(/^sha256:/, '');
        if (!/^[0-9a-f]{4,64}$/.test(start))
            return undefined;
        const folders = await (0,promises_.readdir)((0,external_node_path_.join)(this.#folder, 'images')).catch(() => []);
        const found = folders.find(folder => folder.startsWith(start));
        return found === undefined ? undefined : this.#read(`sha256:${found}`);
    }
    async #read(id) {
        const read = (part) => (0,promises_.readFile)((0,external_node_path_.join)(this.#imageFolder(id), part));
        const [config, layer, manifest] = await Promise.all([read('config'), read('layer'), read('manifest')]);
        return { id: digest(config), config, layer, manifest };
    }
    #imageFolder(id) {
        return (0,external_node_path_.join)(this.#folder, 'images', id.replace('sha256:', ''));
    }
}

;// CONCATENATED MODULE: ./lib/emulator/docker/session.js




/** Said with every build, so that nobody takes the image for a real one. */
const NOTICE = 'stand-in docker: no image is built';
/** @throws DockerError when SLIPWAY_STAND_IN_STATE is not set */
function openSession(stdin, env, configFlag, output, directory) {
    const folder = env['SLIPWAY_STAND_IN_STATE'];
    if (folder === undefined || folder === '') {
        throw new DockerError('stand-in docker: SLIPWAY_STAND_IN_STATE is not set. Set it to a folder that lasts between calls.');
    }
    const configFolder = findConfigFolder(env, configFlag);
    return {
        store: new ImageStore(folder),
        output,
        stdin,
        configFolder,
        directory,
        connect: async (host) => new RegistryClient(host, await findLogin(configFolder, host))
    };
}
/** Everything on standard input, as text. */
async function readInput(session) {
    const chunks = [];
    for await (const chunk of session.stdin)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/emulator/docker/build.js






const FLAGS = {
    values: [
        'add-host',
        'build-arg',
        'cache-from',
        'cache-to',
        'cgroup-parent',
        'cpu-period',
        'cpu-quota',
        'cpu-shares',
        'cpuset-cpus',
        'cpuset-mems',
        'file',
        'iidfile',
        'isolation',
        'label',
        'memory',
        'memory-swap',
        'network',
        'output',
        'platform',
        'progress',
        'secret',
        'security-opt',
        'shm-size',
        'ssh',
        'tag',
        'target',
        'ulimit'
    ],
    switches: ['compress', 'disable-content-trust', 'force-rm', 'no-cache', 'pull', 'quiet', 'rm', 'squash'],
    short: { f: 'file', t: 'tag', q: 'quiet', m: 'memory', c: 'cpu-shares', o: 'output' }
};
const INSTRUCTIONS = new Set('ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '));
/** `docker build`: looks at the Dockerfile, runs none of it, and keeps an image that stands in for the real one. */
async function build(session, argv) {
    const args = readArguments('docker build', argv, FLAGS);
    const [context, ...more] = args.rest;
    if (context === undefined || more.length > 0) {
        throw new DockerError(`"docker build" requires exactly 1 argument.\nSee 'docker build --help'.`);
    }
    const isUrl = /^(https?:\/\/|git@|git:\/\/|github\.com\/)/.test(context);
    if (!isUrl && context !== '-')
        await checkContext(context, session.directory);
    const dockerfile = await readDockerfile(session, args, context, isUrl);
    const text = dockerfile.toString('utf8');
    if (!isUrl)
        checkDockerfile(text, args.last('target'));
    const image = makeImage({
        dockerfile,
        contextHash: isUrl || context === '-' ? context : await hashContext((0,external_node_path_.resolve)(session.directory, context)),
        labels: Object.fromEntries(args.all('label').map(splitPair)),
        buildArgs: args.all('build-arg'),
        target: args.last('target'),
        platform: args.last('platform')
    });
    await session.store.save(image);
    const steps = text.split('\n').filter(line => /^\s*[A-Za-z]+\s/.test(line)).length;
    const { out, error } = session.output;
    error(`${NOTICE}: the ${steps} instructions of the Dockerfile are not run, the image holds the Dockerfile only\n`);
    const names = args.all('tag').map(readReference);
    for (const name of names)
        await session.store.name(`${formatName(name)}:${name.tag ?? 'latest'}`, image.id);
    const idFile = args.last('iidfile');
    if (idFile !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(session.directory, idFile), image.id);
    if (args.isOn('quiet')) {
        out(`${image.id}\n`);
        return;
    }
    out(`Successfully built ${image.id.slice(7, 19)}\n`);
    for (const name of names)
        out(`Successfully tagged ${formatName(name)}:${name.tag ?? 'latest'}\n`);
}
async function checkContext(context, directory) {
    const path = (0,external_node_path_.resolve)(directory, context);
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        throw new DockerError(`unable to prepare context: path "${context}" not found`);
    if (!found.isDirectory()) {
        throw new DockerError(`unable to prepare context: context must be a directory: ${path}`);
    }
}
async function readDockerfile(session, args, context, isUrl) {
    const file = args.last('file');
    if (file === '-' || (file === undefined && context === '-'))
        return Buffer.from(await readInput(session));
    // The stand-in fetches nothing: of a context elsewhere only its address is known.
    if (isUrl)
        return Buffer.from(`# ${context}\n`);
    const path = (0,external_node_path_.resolve)(session.directory, file ?? (0,external_node_path_.join)(context, 'Dockerfile'));
    try {
        return await (0,promises_.readFile)(path);
    }
    catch {
        throw new DockerError(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${path}: no such file or directory`);
    }
}
/** The first things that Docker's own parser refuses. */
function checkDockerfile(text, target) {
    const fail = (message) => {
        throw new DockerError(`Error response from daemon: ${message}`);
    };
    const stages = [];
    let continues = false;
    let heredoc;
    let count = 0;
    for (const [index, line] of text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .entries()) {
        if (heredoc !== undefined) {
            if (line.trim() === heredoc)
                heredoc = undefined;
            continue;
        }
        if (/^\s*(#|$)/.test(line))
            continue;
        const word = /^\s*(\S+)/.exec(line)?.[1]?.toUpperCase() ?? '';
        if (!continues) {
            if (!INSTRUCTIONS.has(word))
                fail(`dockerfile parse error line ${index + 1}: unknown instruction: ${word}`);
            if (count === 0 && word !== 'FROM' && word !== 'ARG')
                fail('no build stage in current context');
            if (word !== 'ARG')
                count++;
            const name = /^\s*FROM\s+(?:--\S+\s+)*\S+\s+AS\s+(\S+)/i.exec(line)?.[1];
            if (word === 'FROM')
                stages.push((name ?? String(stages.length)).toLowerCase());
        }
        heredoc = /^\s*(?:RUN|COPY|ADD)\b.*<<-?["']?(\w+)["']?/i.exec(line)?.[1];
        continues = /\\\s*$/.test(line);
    }
    if (stages.length === 0)
        fail('the Dockerfile (Dockerfile) cannot be empty');
    const wanted = target?.toLowerCase();
    if (wanted === undefined || wanted === '' || stages.includes(wanted))
        return;
    if (/^\d+$/.test(wanted) && Number(wanted) < stages.length)
        return;
    fail(`failed to reach build target ${target ?? ''} in Dockerfile`);
}
function splitPair(text) {
    const at = text.indexOf('=');
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

;// CONCATENATED MODULE: ./lib/emulator/docker/images.js




/** `docker push`: uploads what the registry has not got yet, then the manifest under its tag. */
async function push(session, argv) {
    const flags = {
        values: [],
        switches: ['quiet', 'all-tags', 'disable-content-trust'],
        short: { q: 'quiet', a: 'all-tags' }
    };
    const args = readArguments('docker push', argv, flags);
    const [name] = args.rest;
    if (name === undefined || args.rest.length > 1) {
        throw new DockerError(`"docker push" requires exactly 1 argument.\nSee 'docker push --help'.`);
    }
    const { out } = session.output;
    const reference = readReference(name);
    const base = formatName(reference);
    if (!args.isOn('quiet'))
        out(`The push refers to repository [${base}]\n`);
    const tags = args.isOn('all-tags') ? await findTags(session, base) : [reference.tag ?? 'latest'];
    for (const each of tags) {
        const image = await session.store.find(`${base}:${each}`);
        if (image === undefined)
            throw new DockerError(`An image does not exist locally with the tag: ${base}`);
        const pushed = await pushImage(session, { ...reference, tag: each }, image, args.isOn('quiet'));
        await session.store.name(`${base}@${pushed}`, image.id);
        out(args.isOn('quiet') ? `${base}:${each}\n` : `${each}: digest: ${pushed} size: ${image.manifest.length}\n`);
    }
}
async function findTags(session, base) {
    const tags = (await session.store.names()).flatMap(([name]) => name.startsWith(`${base}:`) ? [name.slice(base.length + 1)] : []);
    if (tags.length === 0)
        throw new DockerError(`An image does not exist locally with the tag: ${base}`);
    return tags;
}
async function pushImage(session, reference, image, quiet) {
    const client = await session.connect(reference.host);
    const layer = digest(image.layer).slice(7, 19);
    const say = (text) => (quiet ? undefined : session.output.out(`${layer}: ${text}\n`));
    say('Preparing');
    const isThere = await client.hasBlob(reference.repository, digest(image.layer));
    if (!isThere)
        await client.pushBlob(reference.repository, image.layer);
    say(isThere ? 'Layer already exists' : 'Pushed');
    if (!(await client.hasBlob(reference.repository, digest(image.config)))) {
        await client.pushBlob(reference.repository, image.config);
    }
    return client.pushManifest(reference, image, MANIFEST_TYPE);
}
/** `docker pull`: brings an image that a stand-in pushed back; a real one is only looked at. */
async function pull(session, argv) {
    const flags = {
        values: ['platform'],
        switches: ['quiet', 'all-tags', 'disable-content-trust'],
        short: { q: 'quiet', a: 'all-tags' }
    };
    const args = readArguments('docker pull', argv, flags);
    const [name] = args.rest;
    if (name === undefined)
        throw new DockerError(`"docker pull" requires exactly 1 argument.\nSee 'docker pull --help'.`);
    const reference = readReference(name);
    const client = await session.connect(reference.host);
    const manifest = await client.readManifest(reference);
    const { config, layers } = JSON.parse(manifest.toString('utf8'));
    const [layer] = layers ?? [];
    if (config === undefined || layer === undefined || layers?.length !== 1) {
        throw new DockerError('stand-in docker: only images that it pushed itself can be pulled; this one is a real image');
    }
    const image = {
        id: config.digest,
        manifest,
        config: await client.readBlob(reference.repository, config.digest),
        layer: await client.readBlob(reference.repository, layer.digest)
    };
    const base = formatName(reference);
    await session.store.save(image);
    if (reference.tag !== undefined)
        await session.store.name(`${base}:${reference.tag}`, image.id);
    await session.store.name(`${base}@${digest(manifest)}`, image.id);
    session.output.out(`Digest: ${digest(manifest)}\nStatus: Downloaded newer image for ${name}\n${name}\n`);
}
/** `docker tag` */
async function tag(session, argv) {
    const [source, target] = argv;
    if (source === undefined || target === undefined || argv.length > 2) {
        throw new DockerError(`"docker tag" requires exactly 2 arguments.\nSee 'docker tag --help'.`);
    }
    const image = await session.store.find(source);
    if (image === undefined)
        throw new DockerError(`Error response from daemon: No such image: ${source}`);
    const name = readReference(target);
    await session.store.name(`${formatName(name)}:${name.tag ?? 'latest'}`, image.id);
}
/** `docker image inspect` */
async function inspect(session, argv) {
    const flags = { values: ['format', 'type', 'platform'], switches: ['size'], short: { f: 'format', s: 'size' } };
    const args = readArguments('docker image inspect', argv, flags);
    const format = args.last('format');
    const found = [];
    const missing = [];
    for (const name of args.rest) {
        const image = await session.store.find(name);
        if (image === undefined)
            missing.push(name);
        else
            found.push(await describe(session, image));
    }
    const { out } = session.output;
    if (format === undefined)
        out(`${JSON.stringify(found, undefined, 4)}\n`);
    else
        for (const image of found)
            out(`${renderFormat(format, image)}\n`);
    if (missing.length > 0) {
        throw new DockerError(missing.map(name => `Error response from daemon: No such image: ${name}`).join('\n'));
    }
}
async function describe(session, image) {
    const names = await session.store.namesOf(image.id);
    const config = JSON.parse(image.config.toString('utf8'));
    return {
        Id: image.id,
        RepoTags: names.filter(name => !name.includes('@')),
        RepoDigests: names.filter(name => name.includes('@')),
        Comment: NOTICE,
        Created: config['created'],
        Config: config['config'],
        Architecture: config['architecture'],
        Variant: config['variant'] ?? '',
        Os: config['os'],
        Size: image.layer.length,
        RootFS: { Type: 'layers', Layers: config['rootfs'].diff_ids }
    };
}
/** `docker images` and `docker image ls` */
async function list(session, argv) {
    const flags = {
        values: ['filter', 'format'],
        switches: ['all', 'quiet', 'no-trunc', 'digests'],
        short: { a: 'all', q: 'quiet', f: 'filter' }
    };
    const args = readArguments('docker images', argv, flags);
    const [wanted] = args.rest;
    const names = (await session.store.names()).filter(([name]) => !name.includes('@'));
    const shown = names.filter(([name]) => wanted === undefined || name === wanted || name.startsWith(`${wanted}:`));
    if (args.isOn('quiet')) {
        session.output.out([...new Set(shown.map(([, id]) => `${id.slice(7, 19)}\n`))].join(''));
        return;
    }
    session.output.out('REPOSITORY:TAG   IMAGE ID\n');
    for (const [name, id] of shown)
        session.output.out(`${name}   ${id.slice(7, 19)}\n`);
}
/** `docker rmi` and `docker image rm` */
async function remove(session, argv) {
    const flags = { values: [], switches: ['force', 'no-prune'], short: { f: 'force' } };
    for (const name of readArguments('docker rmi', argv, flags).rest) {
        const image = await session.store.find(name);
        if (image === undefined)
            throw new DockerError(`Error response from daemon: No such image: ${name}`);
        const reference = readReference(name);
        const full = `${formatName(reference)}${reference.digest === undefined ? `:${reference.tag ?? 'latest'}` : `@${reference.digest}`}`;
        const isId = /^(sha256:)?[0-9a-f]{4,64}$/.test(name);
        for (const each of isId ? await session.store.namesOf(image.id) : [full]) {
            await session.store.forget(each);
            session.output.out(`Untagged: ${each}\n`);
        }
    }
}
/** `docker manifest inspect` */
async function inspectManifest(session, argv) {
    const flags = { values: [], switches: ['insecure', 'verbose'], short: { v: 'verbose' } };
    const [name] = readArguments('docker manifest inspect', argv, flags).rest;
    if (name === undefined)
        throw new DockerError('"docker manifest inspect" requires at least 1 argument.');
    const reference = readReference(name);
    const client = await session.connect(reference.host);
    try {
        session.output.out(`${(await client.readManifest(reference)).toString('utf8')}\n`);
    }
    catch (error) {
        if (!(error instanceof DockerError) || !error.message.startsWith('manifest unknown'))
            throw error;
        throw new DockerError(`no such manifest: ${name}`);
    }
}

;// CONCATENATED MODULE: ./lib/emulator/docker/docker.js






/** What it says it is: an engine of the time before buildx came along, so that `docker build` is used. */
const VERSION = '20.10.24+stand-in';
const CONTAINER_COMMANDS = ['run', 'exec', 'start', 'create', 'compose', 'container'];
/** Commands of two words, by their one-word form. */
const COMMANDS = {
    build: build,
    'image build': build,
    'builder build': build,
    push: push,
    'image push': push,
    pull: pull,
    'image pull': pull,
    tag: tag,
    'image tag': tag,
    inspect: inspect,
    'image inspect': inspect,
    images: list,
    'image ls': list,
    'image list': list,
    rmi: remove,
    'image rm': remove,
    'image remove': remove,
    'manifest inspect': inspectManifest,
    login,
    logout,
    version: showVersion,
    info: showInfo,
    'system info': showInfo,
    'context show': async (session) => session.output.out('default\n')
};
/**
 * A program that answers to `docker` where there is none, for rehearsals: logs in and pushes for real over HTTP, but builds nothing. A build
 * reads the Dockerfile and keeps an image that holds nothing else; it says so each time.
 *
 * Between calls its images are in the folder that SLIPWAY_STAND_IN_STATE names; logins are where Docker's own are.
 *
 * @param argv what follows `docker`
 * @param directory what relative paths are taken from; default: the working directory
 * @returns the exit code: Docker's 1 for a failure, 125 for a wrong flag
 */
async function runStandInDocker(argv, stdin, env, output = {
    out: text => void process.stdout.write(text),
    error: text => void process.stderr.write(text)
}, directory = '.') {
    try {
        const { config, words } = readGlobalFlags(argv);
        const [first = '', second = ''] = words;
        if (first === '--version' || first === '-v') {
            output.out(`Docker version ${VERSION}, build 0000000 (${NOTICE})\n`);
            return 0;
        }
        const two = COMMANDS[`${first} ${second}`];
        const run = two ?? COMMANDS[first];
        if (run === undefined)
            throw refuse(first);
        await run(openSession(stdin, env, config, output, directory), words.slice(two === undefined ? 1 : 2));
        return 0;
    }
    catch (error) {
        if (!(error instanceof DockerError))
            throw error;
        output.error(`${error.message}\n`);
        return error.exitCode;
    }
}
function readGlobalFlags(argv) {
    let config;
    let index = 0;
    for (; index < argv.length; index++) {
        const [, name, inline] = /^(--config|--context|--host|--log-level|-c|-H|-l)(?:=([^]*))?$/.exec(argv[index] ?? '') ?? [];
        if (name === undefined)
            break;
        const value = inline ?? argv[++index];
        if (name === '--config')
            config = value;
    }
    return { config, words: argv.slice(index) };
}
function refuse(command) {
    if (CONTAINER_COMMANDS.includes(command)) {
        return new DockerError(`${NOTICE}, and nothing can be run: 'docker ${command}' needs a Docker engine`, 125);
    }
    return new DockerError(`docker: '${command}' is not a docker command.\nSee 'docker --help'`);
}
async function login(session, argv) {
    const flags = {
        values: ['username', 'password'],
        switches: ['password-stdin'],
        short: { u: 'username', p: 'password' }
    };
    const args = readArguments('docker login', argv, flags);
    const user = args.last('username');
    if (args.isOn('password-stdin') && user === undefined)
        throw new DockerError('Must provide --username with --password-stdin');
    const password = args.isOn('password-stdin')
        ? (await readInput(session)).replace(/\r?\n$/, '')
        : args.last('password');
    if (user === undefined || password === undefined || password === '') {
        throw new DockerError('Error: Cannot perform an interactive login from a non TTY device');
    }
    const host = hostOf(args.rest[0]);
    await new RegistryClient(host, `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`).ping();
    await storeLogin(session.configFolder, host, user, password);
    session.output.out('Login Succeeded\n');
}
async function logout(session, argv) {
    const host = hostOf(argv[0]);
    const isGone = await removeLogin(session.configFolder, host);
    session.output.out(isGone ? `Removing login credentials for ${host}\n` : `Not logged in to ${host}\n`);
}
/** The name under which Docker keeps a login: the host without scheme and path. */
function hostOf(server) {
    return (server ?? 'docker.io').replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
async function showVersion(session, argv) {
    const args = readArguments('docker version', argv, { values: ['format'], switches: [], short: { f: 'format' } });
    const side = { Version: VERSION, ApiVersion: '1.41', Os: 'linux', Arch: 'amd64', Experimental: false };
    const value = { Client: side, Server: { ...side, Platform: { Name: NOTICE } } };
    const format = args.last('format');
    session.output.out(format === undefined ? `${NOTICE}\nVersion: ${VERSION}\n` : `${renderFormat(format, value)}\n`);
}
async function showInfo(session, argv) {
    const args = readArguments('docker info', argv, { values: ['format'], switches: [], short: { f: 'format' } });
    const value = {
        ID: 'stand-in',
        Name: 'stand-in',
        ServerVersion: VERSION,
        OperatingSystem: NOTICE,
        OSType: 'linux',
        Architecture: 'x86_64',
        Driver: 'none',
        ClientInfo: { Plugins: [] },
        RegistryConfig: { InsecureRegistryCIDRs: ['127.0.0.0/8'] }
    };
    const format = args.last('format');
    session.output.out(format === undefined
        ? `Server:\n Server Version: ${VERSION}\n Operating System: ${NOTICE}\n`
        : `${renderFormat(format, value)}\n`);
}


/***/ })

};
