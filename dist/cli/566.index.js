export const id = 566;
export const ids = [566];
export const modules = {

/***/ 2060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readNamedDocument),
/* harmony export */   w: () => (/* binding */ readNamedFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7002);


/** Reads a file that was named on the command line. Throws ProblemsError: not there, not readable, neither JSON nor YAML. */
async function readNamedDocument(file, files) {
    return (0,_text_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u)(file, await readNamedFile(file, files));
}
/** The bytes of such a file. Throws ProblemsError: not there, not readable. */
async function readNamedFile(file, files) {
    const refuse = (code, what) => {
        const problem = { code, place: { file }, what, next: 'Correct the path.' };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ([problem]);
    };
    const bytes = await files.read(file).catch((error) => {
        return refuse('unreadable-file', `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    });
    return bytes ?? refuse('missing-file', 'There is no such file.');
}


/***/ }),

/***/ 365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tellKind)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/* harmony import */ var _buildspec_reader_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4251);


/** Tells the files apart that lie beside a buildspec. */
function tellKind(document) {
    const { value } = document;
    if ((0,_buildspec_reader_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .isBuildspec */ .Ku)(document))
        return 'buildspec';
    if (Array.isArray(value)) {
        const [first] = value;
        return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(first) && 'imageUri' in first ? 'imagedefinitions.json' : 'unknown';
    }
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return 'unknown';
    const has = (...keys) => keys.some(key => Object.hasOwn(value, key));
    const { taskDefinition, Resources: resources } = value;
    if (has('containerDefinitions') || ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(taskDefinition) && 'containerDefinitions' in taskDefinition))
        return 'task definition';
    if (Array.isArray(resources) || (has('os', 'hooks', 'Hooks') && has('files', 'Resources', 'resources')))
        return 'AppSpec';
    if (has('AWSTemplateFormatVersion') || (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(resources))
        return 'CloudFormation template';
    if (has('jobs'))
        return 'GitHub workflow';
    if (has('ImageURI'))
        return 'imageDetail.json';
    if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value['services']))
        return 'Docker Compose file';
    return has('repository', 'task-definition', 'images') ? 'settings file of Slipway' : 'unknown';
}


/***/ }),

/***/ 3568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   NG: () => (/* binding */ readDocker),
/* harmony export */   p2: () => (/* binding */ imageKey)
/* harmony export */ });
/** Options of `docker build` that take no value. */
const SWITCHES = new Set([
    '--no-cache',
    '--pull',
    '--push',
    '--load',
    '--quiet',
    '--rm',
    '--force-rm',
    '--squash',
    '--compress',
    '--check',
    '--debug'
]);
const SHORT = {
    '-t': '--tag',
    '-f': '--file',
    '-q': '--quiet',
    '-m': '--memory',
    '-c': '--cpu-shares',
    '-o': '--output'
};
/** Takes the arguments of `docker` apart; undefined where it is not docker that is called. */
function readDocker(words) {
    const start = words.findIndex(word => !/^(?:sudo|time|command|env|nohup|exec)$|^[A-Za-z_]\w*=|^-E$/.test(word));
    const program = words[start] ?? '';
    if (!/^(?:.*\/)?(?:docker|podman|nerdctl)$/.test(program))
        return undefined;
    const args = skipGlobalOptions(words.slice(start + 1));
    const [first = '', second = ''] = args;
    const grouped = ['image', 'buildx', 'builder', 'container'].includes(first);
    const command = grouped ? second : first;
    const rest = args.slice(grouped ? 2 : 1);
    switch (command) {
        case 'build':
        case 'b':
            return readBuild(rest);
        case 'tag': {
            const [from = '', to = ''] = rest;
            return { kind: 'tag', from, to };
        }
        case 'push':
        case 'pull': {
            const image = rest.findLast(word => !word.startsWith('-')) ?? '';
            if (command === 'pull')
                return { kind: 'pull', image };
            return { kind: 'push', image, allTags: rest.includes('--all-tags') || rest.includes('-a') };
        }
        case 'login':
            return readLogin(rest);
        default:
            return { kind: 'other', command: grouped ? `${first} ${second}` : first };
    }
}
function readImage(text, unknowns) {
    const named = text.replace(/^https?:\/\//, '').replace(/@.*$/, '');
    const colon = named.lastIndexOf(':');
    const tagged = colon > named.lastIndexOf('/');
    const name = tagged ? named.slice(0, colon) : named;
    const tag = tagged ? named.slice(colon + 1) : 'latest';
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === 'localhost' || unknowns.only(first) !== undefined;
    if (slash < 0 || !isHost)
        return { registry: undefined, repository: name, tag, whole: unknowns.only(name) !== undefined };
    return { registry: first, repository: name.slice(slash + 1), tag, whole: false };
}
/** The same image has the same key, with or without `:latest`. */
function imageKey(text, unknowns) {
    const { registry, repository, tag } = readImage(text, unknowns);
    return `${registry ?? ''}/${repository}:${tag}`;
}
function skipGlobalOptions(args) {
    let at = 0;
    while (args[at]?.startsWith('-') === true) {
        const takesValue = /^(?:-H|-c|-l|--config|--context|--host|--log-level)$/.test(args[at] ?? '');
        at += takesValue ? 2 : 1;
    }
    return args.slice(at);
}
function readBuild(args) {
    const given = new Map();
    const contexts = [];
    const options = [];
    const known = ['--tag', '--file', '--target', '--build-arg', '--secret', '--ssh', '--platform', '--label'];
    known.push('--cache-from', '--cache-to', '--iidfile');
    for (let at = 0; at < args.length; at++) {
        const arg = args[at] ?? '';
        if (!arg.startsWith('-') || arg === '-') {
            contexts.push(arg);
            continue;
        }
        const { name, value: joined } = splitOption(arg);
        const value = joined ?? (SWITCHES.has(name) ? undefined : args[++at]);
        if (known.includes(name))
            given.set(name, [...(given.get(name) ?? []), value ?? '']);
        else
            options.push(value === undefined ? name : `${name}=${value}`);
    }
    const all = (name) => given.get(name) ?? [];
    const push = options.includes('--push') || options.includes('--push=true');
    return {
        kind: 'build',
        tags: all('--tag'),
        context: contexts.at(-1),
        file: all('--file').at(-1),
        target: all('--target').at(-1),
        buildArgs: all('--build-arg'),
        secrets: all('--secret'),
        ssh: all('--ssh'),
        platforms: all('--platform').flatMap(list => list.split(',')),
        labels: all('--label'),
        cacheFrom: all('--cache-from'),
        cacheTo: all('--cache-to'),
        push,
        imageIdFile: all('--iidfile').at(-1),
        options: options.filter(option => !/^--(?:push|load)(?:=true)?$/.test(option))
    };
}
/** `--tag=x`, `-t x`, `-tx`. */
function splitOption(arg) {
    if (arg.startsWith('--')) {
        const at = arg.indexOf('=');
        return at < 0 ? { name: arg, value: undefined } : { name: arg.slice(0, at), value: arg.slice(at + 1) };
    }
    const short = arg.slice(0, 2);
    const value = arg.length > 2 ? arg.slice(2).replace(/^=/, '') : undefined;
    return { name: SHORT[short] ?? short, value };
}
function readLogin(args) {
    let registry;
    let passwordAsArgument = false;
    for (let at = 0; at < args.length; at++) {
        const arg = args[at] ?? '';
        if (/^(?:-p|--password)(?:$|=)/.test(arg) || /^-p./.test(arg))
            passwordAsArgument = true;
        if (/^(?:-u|-p|-e|--username|--password|--email)$/.test(arg))
            at++;
        else if (!arg.startsWith('-'))
            registry = arg;
    }
    return { kind: 'login', registry, passwordAsArgument };
}


/***/ }),

/***/ 849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLongOption),
/* harmony export */   j: () => (/* binding */ printOutput)
/* harmony export */ });
/**
 * What a command prints, as far as buildspecs make values of it: `echo`, `printf`, `cut`, `head -c`, `awk`'s fields, `tr`, `dirname`, `basename`,
 * the account from STS, the repository's URI from ECR, the commit from Git, dates. undefined: nothing is known of it.
 */
function printOutput({ words, input, source }, unknowns) {
    const [program = '', ...args] = words;
    switch (program) {
        case 'echo':
            return echo(args);
        case 'printf':
            return args.length === 0 ? undefined : formatText(args[0] === '--' ? args.slice(1) : args);
        case 'cat':
            return args.length === 0 || args[0] === '-' ? input : undefined;
        case 'tee':
            return input;
        case 'cut':
            return input === undefined ? undefined : eachLine(input, line => cut(line, args, unknowns));
        case 'head':
            return input === undefined ? undefined : takeFirst(input, readCount(args), unknowns);
        case 'awk':
        case 'gawk':
            return input === undefined ? undefined : eachLine(input, line => awk(line, args, unknowns));
        case 'tr':
            return input === undefined ? undefined : translate(input, args);
        case 'dirname':
            return isCertain(args[0], unknowns) ? (args[0] ?? '').replace(/\/[^/]*$/, '') : undefined;
        case 'basename':
            return isCertain(args[0], unknowns) ? (args[0] ?? '').replace(/^.*\//, '') : undefined;
        case 'date':
            return unknowns.put({ kind: 'computed', source, by: 'date' });
        case 'git':
            return askGit(args, unknowns);
        case 'aws':
            return askAws(args, unknowns);
        case 'docker':
            return args.includes('inspect') && args.some(arg => arg.includes('RepoDigests'))
                ? unknowns.put({ kind: 'digest', image: args.at(-1) ?? '' })
                : undefined;
        default:
            return undefined;
    }
}
function echo(args) {
    const options = args.findIndex(arg => !/^-[neE]+$/.test(arg));
    const flags = args.slice(0, options < 0 ? args.length : options).join('');
    const text = args.slice(options < 0 ? args.length : options).join(' ');
    return (flags.includes('e') ? unescape(text) : text) + (flags.includes('n') ? '' : '\n');
}
/** `printf`: the format is used again until all arguments are. */
function formatText([format = '', ...args]) {
    const rest = [...args];
    let text = '';
    do {
        const before = rest.length;
        text += unescape(format).replace(/%(?:%|-?\d*(?:\.\d+)?([sbdiuqc]))/g, (whole, kind) => kind === undefined ? (whole === '%%' ? '%' : whole) : (rest.shift() ?? (/[diu]/.test(kind) ? '0' : '')));
        if (rest.length === before)
            break;
    } while (rest.length > 0);
    return text;
}
function unescape(text) {
    const named = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"' };
    return text.replace(/\\([ntr\\"])/g, (_, letter) => named[letter] ?? letter);
}
function eachLine(input, read) {
    const lines = input.replace(/\n$/, '').split('\n').map(read);
    return lines.includes(undefined) ? undefined : `${lines.join('\n')}\n`;
}
function cut(line, args, unknowns) {
    const characters = readOption(args, 'c') ?? readOption(args, 'b');
    if (characters !== undefined) {
        const end = /^(?:1)?-(\d+)$/.exec(characters)?.[1];
        return end === undefined ? undefined : takeFirst(line, Number(end), unknowns);
    }
    const field = readOption(args, 'f');
    if (field === undefined || !/^\d+$/.test(field))
        return undefined;
    return takeField(line, readOption(args, 'd') ?? '\t', Number(field), unknowns);
}
/** `-F: '{print $5}'`. */
function awk(line, args, unknowns) {
    const field = /^\s*\{\s*print\s+\$(\d+)\s*;?\s*\}\s*$/.exec(args.find(arg => arg.includes('{')) ?? '')?.[1];
    const separator = readOption(args, 'F');
    return field === undefined || separator === undefined
        ? undefined
        : takeField(line, separator, Number(field), unknowns);
}
function takeField(line, separator, field, unknowns) {
    const only = unknowns.only(line);
    // arn:aws:codebuild:REGION:ACCOUNT:build/…
    if (only?.kind === 'computed' && only.source === '$CODEBUILD_BUILD_ARN' && separator === ':') {
        if (field === 4)
            return unknowns.put({ kind: 'region' });
        if (field === 5)
            return unknowns.put({ kind: 'account' });
    }
    if (!isCertain(line, unknowns))
        return undefined;
    const parts = line.split(separator);
    return parts.length === 1 ? line : (parts[field - 1] ?? '');
}
/** The first characters. Of the commit these are its short form; of another unknown part nothing can be said. */
function takeFirst(text, count, unknowns) {
    if (count === undefined)
        return undefined;
    const only = unknowns.only(text.replace(/\n$/, ''));
    if (only?.kind === 'commit') {
        const length = Math.min(count, only.length ?? 40);
        return unknowns.put({ kind: 'commit', length: length >= 40 ? undefined : length });
    }
    return unknowns.listIn(text).length === 0 ? text.slice(0, count) : undefined;
}
function readCount(args) {
    const count = readOption(args, 'c') ?? args.find(arg => arg.startsWith('--bytes='))?.slice('--bytes='.length);
    return count !== undefined && /^\d+$/.test(count) ? Number(count) : undefined;
}
function translate(input, [from, to]) {
    if (from === '-d' && to !== undefined && /^(?:\\n|"|'| )+$/.test(to)) {
        const removed = unescape(to);
        return Array.from(input)
            .filter(character => !removed.includes(character))
            .join('');
    }
    if (from === undefined || to === undefined || from.length !== 1 || to.length !== 1)
        return undefined;
    return input.replaceAll(from, to);
}
function askGit(args, unknowns) {
    const [command] = args;
    const atHead = args.slice(1).every(arg => arg.startsWith('-') || arg === 'HEAD' || /^\d+$/.test(arg));
    if (!atHead)
        return undefined;
    if (command === 'rev-parse') {
        const short = args.find(arg => arg.startsWith('--short'));
        if (short !== undefined)
            return unknowns.put({ kind: 'commit', length: Number(short.split('=')[1] ?? 7) });
        return args.includes('HEAD') && args.length === 2 ? unknowns.put({ kind: 'commit', length: undefined }) : undefined;
    }
    if (command !== 'log' && command !== 'show')
        return undefined;
    const format = /^--(?:pretty|format)=(?:format:)?%([hH])$/.exec(args.find(arg => arg.includes('=')) ?? '')?.[1];
    if (format === undefined)
        return undefined;
    return unknowns.put({ kind: 'commit', length: format === 'h' ? 7 : undefined });
}
function askAws(args, unknowns) {
    const query = readLongOption(args, '--query') ?? '';
    const line = args.join(' ');
    if (line.includes('sts get-caller-identity') && /^["']?Account["']?$/.test(query))
        return unknowns.put({ kind: 'account' });
    if (line.includes('configure get') && args.at(-1) === 'region')
        return unknowns.put({ kind: 'region' });
    if (line.includes('ecr describe-repositories') && /repositoryUri/.test(query)) {
        const name = readLongOption(args, '--repository-names') ?? readLongOption(args, '--repository-name');
        if (name === undefined)
            return undefined;
        const [account, region] = [unknowns.put({ kind: 'account' }), unknowns.put({ kind: 'region' })];
        return `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
    }
    return undefined;
}
/** The value of a one-letter option: `-d: ` or `-d :`. */
function readOption(args, letter) {
    const index = args.findIndex(arg => arg.startsWith(`-${letter}`));
    const found = args[index];
    if (found === undefined)
        return undefined;
    return found.length > 2 ? found.slice(2) : args[index + 1];
}
/** The value of `--name value` or `--name=value`. */
function readLongOption(args, name) {
    const joined = args.find(arg => arg.startsWith(`${name}=`));
    if (joined !== undefined)
        return joined.slice(name.length + 1);
    const index = args.indexOf(name);
    return index < 0 ? undefined : args[index + 1];
}
/** Whether separators in it can be counted: a variable from outside may hold some of its own. */
function isCertain(text, unknowns) {
    return (text !== undefined && unknowns.listIn(text).every(({ kind }) => ['commit', 'account', 'region'].includes(kind)));
}


/***/ }),

/***/ 4251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ isBuildspec),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   a4: () => (/* binding */ placeInCommand),
/* harmony export */   as: () => (/* binding */ readBuildspec)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8006);
/* harmony import */ var _text_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8810);
/* harmony import */ var _shell_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4916);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5611);





/** The phases of a build in the order in which CodeBuild runs them. */
const PHASES = ['install', 'pre_build', 'build', 'post_build'];
/** Whether a document is a buildspec, told by its content: phases, or a version of buildspecs with one of their keys. */
function isBuildspec({ value }) {
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return false;
    if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value['phases']))
        return true;
    const version = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'version');
    // An object may have a toString of its own.
    if (!isScalar(version))
        return false;
    return (/^0\.[12]$/.test(String(version)) && ['artifacts', 'env', 'batch', 'phases'].some(key => Object.hasOwn(value, key)));
}
/**
 * Reads a buildspec (https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html). What has not the documented shape is
 * noted in `oddities` and read as it was most likely meant, so that a checker sees the rest too.
 *
 * @throws ProblemsError where it is no buildspec at all
 */
function readBuildspec(document) {
    const reader = new BuildspecReader(document);
    return reader.read();
}
class BuildspecReader {
    document;
    oddities = [];
    constructor(document) {
        this.document = document;
    }
    read() {
        const { value } = this.document;
        if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) || !isBuildspec(this.document)) {
            const what = `This is not a buildspec: it has no phases, it is ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .nameKind */ .uo)(value)}${(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) ? ' without them' : ''}.`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ([{ code: 'no-buildspec', place: this.document.place([]), what, next: '' }]);
        }
        const version = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'version');
        const env = this.record((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'env'), ['env']);
        return {
            file: this.document.file,
            document: this.document,
            version: version === undefined || version === null ? undefined : this.placed(['version'], version),
            shell: this.text((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(env, 'shell'), ['env', 'shell']),
            // 0.1 has its variables elsewhere.
            variables: [
                ...this.pairs((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(env, 'variables'), ['env', 'variables']),
                ...this.readOldVariables(value, 'plaintext')
            ],
            parameterStore: [
                ...this.pairs((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(env, 'parameter-store'), ['env', 'parameter-store']),
                ...this.readOldVariables(value, 'parameter-store')
            ],
            secretsManager: this.pairs((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(env, 'secrets-manager'), ['env', 'secrets-manager']),
            exportedVariables: this.texts((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(env, 'exported-variables'), ['env', 'exported-variables']),
            phases: this.readPhases((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'phases')),
            artifacts: this.readArtifacts((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'artifacts'), ['artifacts'], undefined),
            secondaryArtifacts: this.readSecondary((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'artifacts')),
            cachePaths: this.texts((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(this.record((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'cache'), ['cache']), 'paths'), ['cache', 'paths']),
            reports: (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(this.record((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'reports'), ['reports'])).map(([name]) => this.placed(['reports', name], name)),
            oddities: this.oddities
        };
    }
    readOldVariables(root, key) {
        const path = ['environment_variables'];
        return this.pairs((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(this.record((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(root, 'environment_variables'), path), key), [...path, key]);
    }
    readPhases(value) {
        const phases = this.record(value, ['phases']);
        return PHASES.filter(name => Object.hasOwn(phases, name)).map(name => {
            const path = ['phases', name];
            const phase = this.record(phases[name], path);
            const onFailure = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(phase, 'on-failure');
            return {
                name,
                place: this.document.place(path),
                commands: this.readCommands((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(phase, 'commands'), name, 'commands'),
                finallyCommands: this.readCommands((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(phase, 'finally'), name, 'finally'),
                onFailure: onFailure === undefined || onFailure === null ? undefined : this.placed([...path, 'on-failure'], onFailure),
                runtimes: this.pairs((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(phase, 'runtime-versions'), [...path, 'runtime-versions'])
            };
        });
    }
    readCommands(value, phase, list) {
        const path = ['phases', phase, list];
        if (value === undefined || value === null)
            return [];
        if (typeof value === 'string') {
            this.note('commands-not-a-list', path, `${list} is a text, expected a list.`, 'Write "- " before the command.');
            return [this.makeCommand(value, path, phase, list, false)];
        }
        if (!Array.isArray(value)) {
            this.note('commands-not-a-list', path, `${list} is ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .nameKind */ .uo)(value)}, expected a list of commands.`, '');
            return [];
        }
        return value.flatMap((item, index) => {
            const at = [...path, index];
            if (item === null)
                return [];
            if (Array.isArray(item)) {
                this.note('command-not-a-text', at, 'The command is a list, expected a text.', 'Write it in quotes.');
                return [];
            }
            const wasMap = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(item);
            const text = wasMap ? joinMap(item) : typeof item === 'string' ? item : (this.document.source(at) ?? '');
            return [this.makeCommand(text, at, phase, list, wasMap)];
        });
    }
    makeCommand(text, path, phase, list, wasMap) {
        const place = this.document.place(path);
        const { shell, trouble } = attemptShell(text);
        // A block's text starts at the start of a line; what stands beside its dash never does.
        return { phase, list, text, place, wasMap, block: place.column === 1, shell, trouble };
    }
    readArtifacts(value, path, identifier) {
        if (value === undefined || value === null)
            return undefined;
        const artifacts = this.record(value, path);
        const files = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(artifacts, 'files');
        const discard = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(artifacts, 'discard-paths');
        return {
            identifier,
            place: this.document.place(path),
            files: this.texts(files, [...path, 'files']),
            filesAreText: typeof files === 'string',
            baseDirectory: this.text((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(artifacts, 'base-directory'), [...path, 'base-directory']),
            discardPaths: discard === true || discard === 'yes'
        };
    }
    readSecondary(value) {
        const path = ['artifacts', 'secondary-artifacts'];
        const secondary = this.record((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) ? (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'secondary-artifacts') : undefined, path);
        return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(secondary).flatMap(([name, part]) => this.readArtifacts(part, [...path, name], name) ?? []);
    }
    record(value, path) {
        if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
            return value;
        if (value !== undefined && value !== null)
            this.note('wrong-type', path, `Expected a map (name: value), got ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .nameKind */ .uo)(value)}.`, '');
        return {};
    }
    pairs(value, path) {
        return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(this.record(value, path)).map(([name, item]) => {
            const at = [...path, name];
            if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(item) || Array.isArray(item))
                this.note('wrong-type', at, `Expected a text, got ${(0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .nameKind */ .uo)(item)}.`, 'Write it in quotes.');
            return { name, value: this.text(item, at) ?? '', place: this.document.place(at) };
        });
    }
    texts(value, path) {
        if (value === undefined || value === null)
            return [];
        if (!Array.isArray(value))
            return [this.placed(path, value)];
        return value.map((item, index) => this.placed([...path, index], item));
    }
    placed(path, value) {
        return { value: this.text(value, path) ?? '', place: this.document.place(path) };
    }
    /** A scalar as it is written. */
    text(value, path) {
        if (typeof value === 'string')
            return value;
        return value === undefined || value === null ? undefined : (this.document.source(path) ?? '');
    }
    note(code, path, what, next) {
        this.oddities.push({ code, place: this.document.place(path), what, next });
    }
}
/** Where in the file an offset of a command's text stands. Exact in a block; else the start of the command. */
function placeInCommand(command, offset) {
    const { place, block, text } = command;
    if (!block || place.line === undefined)
        return place;
    const before = text.slice(0, offset);
    const breaks = before.split('\n').length - 1;
    return { ...place, line: place.line + breaks };
}
function attemptShell(text) {
    try {
        return { shell: (0,_shell_js__WEBPACK_IMPORTED_MODULE_3__/* .readShell */ .l)(text), trouble: undefined };
    }
    catch (error) {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_4__/* .ShellSyntaxError */ .MJ))
            throw error;
        return { shell: undefined, trouble: error.message };
    }
}
/** `- echo Tag: $TAG` is a map in YAML; what its writer meant is the text. */
function joinMap(map) {
    return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(map)
        .map(([key, value]) => (isScalar(value) ? `${key}: ${String(value)}` : `${key}:`))
        .join('\n');
}
function isScalar(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}


/***/ }),

/***/ 760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ runBuildspec)
});

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/output.js
var buildspec_reader_output = __webpack_require__(849);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-reader/values.js
const FIRST = 0xe000;
const LAST = 0xf8ff;
/** The unknown parts of the values of one buildspec, each with its character. Equal parts have the same character. */
class Unknowns {
    all = [];
    characters = new Map();
    defaults = new Map();
    /** The character of an unknown part. */
    put(unknown) {
        const key = JSON.stringify(unknown);
        const known = this.characters.get(key);
        if (known !== undefined)
            return known;
        // The last character stands for all that there is no other for.
        const isFull = FIRST + this.all.length >= LAST;
        if (!isFull)
            this.all.push(unknown);
        const character = String.fromCharCode(isFull ? LAST : FIRST + this.all.length - 1);
        this.characters.set(key, character);
        return character;
    }
    /** The unknown part that a character stands for. */
    get(character) {
        const code = character.charCodeAt(0);
        if (code < FIRST || code > LAST)
            return undefined;
        return this.all[code - FIRST] ?? { kind: 'computed', source: '$…', by: 'command' };
    }
    listIn(value) {
        return Array.from(value).flatMap(character => this.get(character) ?? []);
    }
    /** The only unknown part of a value that is nothing else. */
    only(value) {
        return value.length === 1 ? this.get(value) : undefined;
    }
    /** Remembers what a variable from outside is where it is not set: `${TAG:-latest}`. */
    noteDefault(name, value) {
        if (!this.defaults.has(name))
            this.defaults.set(name, value);
    }
    defaultOf(name) {
        return this.defaults.get(name);
    }
    /** Puts something in place of every unknown part. */
    fill(value, write) {
        return Array.from(value, character => {
            const unknown = this.get(character);
            return unknown === undefined ? character : write(unknown);
        }).join('');
    }
    /** A value as a person reads it: `$TAG`, `<commit:7>`. */
    show(value) {
        return this.fill(value, showUnknown);
    }
}
/** What a text of the file may not hold, as it has a meaning of its own in values. */
function withoutPrivateUse(text) {
    return text.replace(/[\uE000-\uF8FF]/g, '\uFFFD');
}
function showUnknown(unknown) {
    switch (unknown.kind) {
        case 'commit':
            return unknown.length === undefined ? '<commit>' : `<commit:${unknown.length}>`;
        case 'outside':
            return `\${${unknown.name}}`;
        case 'digest':
            return '<digest>';
        case 'computed':
            return /^[$`]/.test(unknown.source) ? unknown.source : `$(${unknown.source})`;
        default:
            return `<${unknown.kind}>`;
    }
}

// EXTERNAL MODULE: ./lib/pipeline/buildspec-reader/reader.js
var reader = __webpack_require__(4251);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-reader/run.js



/**
 * Goes through the commands as CodeBuild's shell would, without running anything: variables, `cd`, functions, branches (both sides),
 * pipelines.
 *
 * @param given variables that are known from elsewhere, as those of the CodeBuild project; they are stronger than `env`
 */
function runBuildspec(buildspec, given = {}) {
    return new Runner(buildspec, given).run();
}
/** Functions that call themselves must come to an end here too. */
const MAX_CALLS = 8;
/** A longer value is not followed: `A=$A$A` doubles. */
const MAX_VALUE = 50_000;
class Runner {
    buildspec;
    unknowns = new Unknowns();
    steps = [];
    functions = new Map();
    initial;
    variables;
    directory = '';
    conditions = 0;
    calls = 0;
    silent = 0;
    current;
    constructor(buildspec, given) {
        this.buildspec = buildspec;
        this.initial = new Map([
            ...buildspec.variables.map(({ name, value }) => [name, withoutPrivateUse(value)]),
            ...this.listStored('parameter-store'),
            ...this.listStored('secrets-manager'),
            ...Object.entries(given)
        ]);
        this.variables = new Map(this.initial);
    }
    run() {
        const separate = this.buildspec.version?.value === '0.1';
        for (const phase of this.buildspec.phases) {
            for (const command of [...phase.commands, ...phase.finallyCommands]) {
                if (separate) {
                    this.variables = new Map(this.initial);
                    this.directory = '';
                }
                this.current = command;
                if (command.shell !== undefined)
                    this.runList(command.shell);
            }
        }
        return { steps: this.steps, unknowns: this.unknowns };
    }
    listStored(from) {
        const pairs = from === 'parameter-store' ? this.buildspec.parameterStore : this.buildspec.secretsManager;
        return pairs.map(({ name }) => [name, this.unknowns.put({ kind: 'outside', name, from })]);
    }
    runList(list) {
        for (const { node } of list)
            this.runNode(node, undefined, false);
    }
    /** Runs a node and returns what it prints, where that is known. */
    runNode(node, input, piped) {
        switch (node.kind) {
            case 'simple':
                return this.runSimple(node, input, piped);
            case 'pipeline':
                return node.members.reduce((flowing, member, index) => this.runNode(member, flowing, index > 0), input);
            case 'chain':
                for (const [index, link] of node.links.entries()) {
                    if (link.operator === '||')
                        this.runBranches([() => this.runNode(link.node, undefined, false)]);
                    else if (index === 0)
                        this.runNode(link.node, input, piped);
                    else
                        this.runNode(link.node, undefined, false);
                }
                return undefined;
            case 'if':
                for (const { condition } of node.branches)
                    this.runList(condition);
                this.runBranches([
                    ...node.branches.map(branch => () => this.runList(branch.body)),
                    ...(node.otherwise === undefined ? [] : [() => this.runList(node.otherwise ?? [])])
                ], node.otherwise !== undefined);
                return undefined;
            case 'loop':
                this.runList(node.head);
                this.runBranches([() => this.runList(node.body)]);
                return undefined;
            case 'case':
                this.runBranches(node.bodies.map(body => () => this.runList(body)));
                return undefined;
            case 'group':
                return this.runGroup(node, piped);
            case 'function':
                this.functions.set(node.name, node.body);
                return undefined;
        }
    }
    /** Each branch starts from here. What they leave different is not known afterwards. */
    runBranches(branches, complete = false) {
        const start = this.variables;
        const { directory } = this;
        this.conditions++;
        const ends = branches.map(branch => {
            this.variables = new Map(start);
            this.directory = directory;
            branch();
            return this.variables;
        });
        this.conditions--;
        this.directory = directory;
        this.variables = new Map(start);
        const names = new Set(ends.flatMap(end => [...end.keys()]));
        for (const name of names) {
            const before = start.get(name) ?? this.lookUp(name);
            const values = new Set(ends.map(end => end.get(name) ?? before));
            if (!complete)
                values.add(before);
            const [first = ''] = values;
            if (values.size === 1)
                this.variables.set(name, first);
            else
                this.variables.set(name, this.mergeValues(name, before, [...values]));
        }
    }
    /** `if [ -z "$TAG" ]; then TAG=latest; fi`: the variable from outside with a default. */
    mergeValues(name, before, values) {
        const outside = values.find(value => this.unknowns.only(value)?.kind === 'outside');
        const other = values.find(value => value !== outside);
        if (outside !== undefined && values.length === 2 && outside === before) {
            if (other !== undefined && this.unknowns.listIn(other).length === 0)
                this.unknowns.noteDefault(name, other);
            return outside;
        }
        return this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'branches' });
    }
    runGroup(node, piped) {
        const before = { variables: this.variables, directory: this.directory };
        if (node.subshell)
            this.variables = new Map(this.variables);
        const outputs = node.body.map(statement => this.runNode(statement.node, undefined, false));
        if (node.subshell)
            Object.assign(this, before);
        const output = outputs.includes(undefined) ? undefined : outputs.join('');
        const writes = this.listWrites(node.redirects, []);
        if (writes.length > 0)
            this.tellStep(node, { words: ['{'], input: undefined, output, writes, piped });
        return output;
    }
    runSimple(node, input, piped) {
        for (const { name, value } of node.assignments)
            this.variables.set(name, this.expandWhole(value));
        const words = node.words.flatMap(word => this.expand(word));
        const [program] = words;
        if (program === undefined)
            return undefined;
        const heard = this.readInput(node.redirects) ?? input;
        const source = this.sourceOf(node);
        const output = program === 'pwd' ? `${this.workingDirectory()}\n` : (0,buildspec_reader_output/* printOutput */.j)({ words, input: heard, source }, this.unknowns);
        const writes = this.listWrites(node.redirects, words);
        this.tellStep(node, { words, input: heard, output, writes, piped });
        this.apply(words);
        return output;
    }
    tellStep(node, told) {
        const { current: command, directory } = this;
        if (command === undefined || this.silent > 0)
            return;
        const place = (0,reader/* placeInCommand */.a4)(command, node.offset);
        const conditional = this.conditions > 0;
        this.steps.push({ ...told, command, place, directory, conditional, source: this.sourceOf(node) });
    }
    sourceOf({ offset, end }) {
        return (this.current?.text ?? '').slice(offset, end);
    }
    readInput(redirects) {
        for (const { operator, target, body } of redirects) {
            if (body !== undefined)
                return this.expandWhole(body);
            if (operator === '<<<')
                return `${this.expandWhole(target)}\n`;
        }
        return undefined;
    }
    listWrites(redirects, words) {
        const sent = redirects
            .filter(({ operator, descriptor }) => /^>[>|]?$/.test(operator) && descriptor !== '2')
            .map(({ target }) => this.expandWhole(target));
        const teed = words[0] === 'tee' ? words.slice(1).filter(word => !word.startsWith('-')) : [];
        return [...sent, ...teed].map(path => resolvePath(this.directory, path, this.unknowns));
    }
    /** What a command changes for those after it. */
    apply(words) {
        const [program = '', ...args] = words;
        if (['export', 'declare', 'readonly', 'local', 'typeset'].includes(program)) {
            for (const arg of args) {
                const at = arg.indexOf('=');
                if (at > 0)
                    this.variables.set(arg.slice(0, at), arg.slice(at + 1));
            }
        }
        else if (program === 'unset')
            for (const arg of args)
                this.variables.set(arg, '');
        else if (program === 'cd' || program === 'pushd') {
            const target = args.find(arg => !arg.startsWith('-'));
            if (target !== undefined)
                this.directory = resolvePath(this.directory, target, this.unknowns);
        }
        else if (this.functions.has(program) && this.calls < MAX_CALLS)
            this.call(program, args);
    }
    call(name, args) {
        const body = this.functions.get(name);
        if (body === undefined)
            return;
        this.calls++;
        for (const [index, arg] of args.entries())
            this.variables.set(String(index + 1), arg);
        this.runNode(body, undefined, false);
        this.calls--;
    }
    /** A word as one text: an assignment's value, a file's name. Nothing is split. */
    expandWhole(word) {
        let text = '';
        for (const part of word.parts) {
            text += this.expandPart(part);
            if (text.length > MAX_VALUE)
                return this.unknowns.put({ kind: 'computed', source: '$…', by: 'command' });
        }
        return text;
    }
    /** A word as the shell makes arguments of it: what is expanded without quotes is split at blanks. */
    expand(word) {
        const fields = [];
        let open;
        for (const part of word.parts) {
            const text = this.expandPart(part);
            if (text.length + (open?.length ?? 0) > MAX_VALUE)
                return [this.unknowns.put({ kind: 'computed', source: '$…', by: 'command' })];
            if (part.kind === 'text' || part.quoted) {
                open = (open ?? '') + text;
                continue;
            }
            const [first = '', ...more] = text.split(/[ \t\n]+/);
            if (first !== '' || open !== undefined)
                open = (open ?? '') + first;
            for (const field of more) {
                if (open !== undefined)
                    fields.push(open);
                open = field === '' ? undefined : field;
            }
        }
        return open === undefined ? fields : [...fields, open];
    }
    expandPart(part) {
        switch (part.kind) {
            case 'text':
                return withoutPrivateUse(part.text);
            case 'variable':
                return this.expandVariable(part);
            case 'command':
                return (this.substitute(part.body) ?? this.unknowns.put({ kind: 'computed', source: part.source, by: 'command' }));
            case 'opaque':
                return this.unknowns.put({ kind: 'computed', source: part.source, by: 'command' });
        }
    }
    /** What `$(…)` becomes, where one command or pipeline is in it whose output is known. */
    substitute(body) {
        const [statement] = body;
        if (statement === undefined || body.length > 1)
            return undefined;
        const before = { variables: this.variables, directory: this.directory };
        this.variables = new Map(this.variables);
        this.silent++;
        const output = this.runNode(statement.node, undefined, false);
        this.silent--;
        Object.assign(this, before);
        return output?.replace(/\n+$/, '');
    }
    expandVariable({ name, operator, operand, source }) {
        const value = this.lookUp(name);
        if (operator === '')
            return value;
        if (/^:?[-=]$/.test(operator))
            return this.expandDefault(name, operator, value, operand);
        if (/^:?\+$/.test(operator))
            return operand === undefined || value === '' ? '' : this.expandWhole(operand);
        if (/^:?\?$/.test(operator))
            return value;
        const detail = operand === undefined ? '' : this.expandWhole(operand);
        return this.expandCut(operator, value, detail) ?? this.unknowns.put({ kind: 'computed', source, by: 'command' });
    }
    expandDefault(name, operator, value, operand) {
        const otherwise = operand === undefined ? '' : this.expandWhole(operand);
        const only = this.unknowns.only(value);
        let result = value;
        if (value === '')
            result = otherwise;
        else if (only?.kind === 'outside' && only.name === name) {
            // `${AWS_ACCOUNT_ID:-$(aws sts …)}` is the account either way.
            const meant = this.unknowns.only(otherwise);
            if (meant !== undefined && ['account', 'region', 'commit'].includes(meant.kind))
                result = otherwise;
            else if (this.unknowns.listIn(otherwise).length === 0)
                this.unknowns.noteDefault(name, otherwise);
        }
        if (operator.endsWith('='))
            this.variables.set(name, result);
        return result;
    }
    /** The first characters, or what stands before or after a separator. */
    expandCut(operator, value, detail) {
        const only = this.unknowns.only(value);
        const known = this.unknowns.listIn(value).length === 0;
        if (operator === ':') {
            const [, from = '', length] = /^\s*(\d+)(?:\s*:\s*(\d+))?$/.exec(detail) ?? [];
            if (only?.kind === 'commit' && from === '0' && length !== undefined)
                return this.unknowns.put({ kind: 'commit', length: Math.min(Number(length), only.length ?? 40) });
            return known && from !== ''
                ? value.slice(Number(from), length === undefined ? undefined : Number(from) + Number(length))
                : undefined;
        }
        if (!known && only?.kind !== 'commit')
            return undefined;
        if (operator === '%%' && detail === '/*')
            return value.replace(/\/[^]*$/, '');
        if (operator === '%' && detail === '/*')
            return value.replace(/\/[^/]*$/, '');
        if (operator === '##' && detail === '*/')
            return value.replace(/^[^]*\//, '');
        if (operator === '#' && !/[*?[]/.test(detail))
            return value.startsWith(detail) ? value.slice(detail.length) : value;
        if (operator === '%' && !/[*?[]/.test(detail))
            return value.endsWith(detail) ? value.slice(0, value.length - detail.length) : value;
        return undefined;
    }
    workingDirectory() {
        if (this.directory.startsWith('/'))
            return this.directory;
        return this.unknowns.put({ kind: 'source-directory' }) + (this.directory === '' ? '' : `/${this.directory}`);
    }
    lookUp(name) {
        const known = this.variables.get(name);
        if (known !== undefined)
            return known;
        if (name === 'AWS_REGION' || name === 'AWS_DEFAULT_REGION')
            return this.unknowns.put({ kind: 'region' });
        if (name === 'CODEBUILD_RESOLVED_SOURCE_VERSION')
            return this.unknowns.put({ kind: 'commit', length: undefined });
        if (name === 'CODEBUILD_SRC_DIR')
            return this.unknowns.put({ kind: 'source-directory' });
        if (name === 'PWD')
            return this.workingDirectory();
        if (name.startsWith('CODEBUILD_'))
            return this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'build' });
        if (/^[0-9@*#?$!-]$/.test(name))
            return this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'command' });
        return this.unknowns.put({ kind: 'outside', name, from: 'project' });
    }
}
/** A path as seen from the source's root. A path that is not below it stays as it is, with its slash. */
function resolvePath(directory, path, unknowns) {
    const fromSource = unknowns.get(path.charAt(0))?.kind === 'source-directory';
    const rest = fromSource ? path.slice(1) : path;
    if (!fromSource && (path.startsWith('/') || path.startsWith('~')))
        return path;
    const parts = [...(fromSource ? [] : directory.split('/')), ...rest.split('/')];
    const kept = directory.startsWith('/') && !fromSource ? [''] : [];
    for (const part of parts) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && kept.length > 0 && kept.at(-1) !== '..')
            kept.pop();
        else
            kept.push(part);
    }
    return kept.join('/');
}


/***/ }),

/***/ 4916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readShell)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5611);

/** Reads the text of a command as a POSIX shell or bash would take it apart. Nothing is expanded. Throws ShellSyntaxError. */
function readShell(text) {
    const parser = new ShellParser(text.replaceAll('\r\n', '\n'), 0, 0);
    const list = parser.readList([]);
    parser.expectEnd();
    return list;
}
const OPERATOR = /^(?:\d*|&)(?:<<<|<<-?|>>|>\||<>|<&|>&|<|>)/;
const ASSIGNMENT = /^([A-Za-z_]\w*)\+?=/;
class ShellParser {
    cursor;
    base;
    /** Compound commands that are open. */
    level = 0;
    hereDocuments = [];
    constructor(text, base, depth) {
        (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .checkNesting */ .n6)(depth, base);
        this.cursor = { text, at: 0, depth };
        this.base = base;
    }
    expectEnd() {
        if (this.cursor.at < this.cursor.text.length)
            this.fail(`${JSON.stringify(this.rest().slice(0, 10).trim())} is not expected here`);
    }
    /** Statements up to one of these words or characters, which is not taken. */
    readList(ends) {
        const statements = [];
        for (;;) {
            this.skipSeparators();
            if (this.isAtEnd(ends))
                return statements;
            const node = this.readChain();
            this.skipBlanks();
            const background = this.rest().startsWith('&') && !this.rest().startsWith('&&');
            if (background)
                this.cursor.at++;
            statements.push({ node, background });
        }
    }
    isAtEnd(ends) {
        const rest = this.rest();
        if (rest === '' || rest.startsWith(')') || rest.startsWith(';;'))
            return true;
        return ends.some(end => rest.startsWith(end) && /^(?:$|[\s;&|)])/.test(rest.slice(end.length)));
    }
    readChain() {
        const links = [{ operator: undefined, node: this.readPipeline() }];
        for (;;) {
            this.skipBlanks();
            const operator = /^(?:&&|\|\|)/.exec(this.rest())?.[0];
            if (operator === undefined)
                break;
            this.cursor.at += 2;
            this.skipNewlines();
            links.push({ operator, node: this.readPipeline() });
        }
        const [first] = links;
        return links.length === 1 && first !== undefined ? first.node : { kind: 'chain', links };
    }
    readPipeline() {
        this.skipBlanks();
        const negated = /^!\s/.test(this.rest());
        if (negated)
            this.cursor.at++;
        const members = [this.readCommand()];
        for (;;) {
            this.skipBlanks();
            const pipe = /^\|&?(?!\|)/.exec(this.rest())?.[0];
            if (pipe === undefined)
                break;
            this.cursor.at += pipe.length;
            this.skipNewlines();
            members.push(this.readCommand());
        }
        const [first] = members;
        return members.length === 1 && !negated && first !== undefined ? first : { kind: 'pipeline', members, negated };
    }
    readCommand() {
        this.level++;
        (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .checkNesting */ .n6)(this.cursor.depth + this.level, this.base + this.cursor.at);
        const node = this.readAnyCommand();
        this.level--;
        return node;
    }
    readAnyCommand() {
        this.skipBlanks();
        const rest = this.rest();
        const word = /^[A-Za-z]+(?=$|[\s;&|()])/.exec(rest)?.[0];
        if (word === 'if')
            return this.withRedirects(() => this.readIf());
        if (word === 'for' || word === 'select')
            return this.withRedirects(() => this.readFor());
        if (word === 'while' || word === 'until')
            return this.withRedirects(() => this.readWhile(word));
        if (word === 'case')
            return this.withRedirects(() => this.readCase());
        if (/^(?:then|else|elif|fi|do|done|esac)$/.test(word ?? ''))
            this.fail(`"${word ?? ''}" is not expected here`);
        if (/^\{(?=\s)/.test(rest))
            return this.withRedirects(() => this.readBraces());
        if (rest.startsWith('(('))
            return this.readArithmetic();
        if (rest.startsWith('('))
            return this.withRedirects(() => this.readSubshell());
        const named = /^(?:function\s+([\w.:-]+)\s*(?:\(\s*\))?|([\w.:-]+)\s*\(\s*\))\s*/.exec(rest);
        if (named !== null) {
            this.cursor.at += named[0].length;
            return { kind: 'function', name: named[1] ?? named[2] ?? '', body: this.readCommand() };
        }
        return this.readSimple();
    }
    readIf() {
        const branches = [];
        let otherwise;
        this.expect('if');
        for (;;) {
            const condition = this.readList(['then']);
            this.expect('then');
            branches.push({ condition, body: this.readList(['elif', 'else', 'fi']) });
            if (!this.take('elif'))
                break;
        }
        if (this.take('else'))
            otherwise = this.readList(['fi']);
        this.expect('fi');
        return { kind: 'if', branches, otherwise };
    }
    readFor() {
        const head = /^(?:for|select)\s+(?:\(\(|[A-Za-z_]\w*)/.exec(this.rest())?.[0];
        if (head === undefined)
            this.fail('"for" needs a name');
        this.cursor.at += head.length;
        if (head.endsWith('(('))
            this.cursor.at = this.findEnd(this.cursor.at - 2) + 1;
        // What it runs over does not matter here.
        while (!/^\s*[;\n]/.test(this.rest()) && this.rest().trim() !== '') {
            this.skipBlanks();
            if (this.nextWord() === undefined)
                break;
        }
        this.skipSeparators();
        return { kind: 'loop', head: [], body: this.readBody() };
    }
    readWhile(word) {
        this.expect(word);
        const head = this.readList(['do']);
        return { kind: 'loop', head, body: this.readBody() };
    }
    readBody() {
        this.expect('do');
        const body = this.readList(['done']);
        this.expect('done');
        return body;
    }
    readCase() {
        this.expect('case');
        this.skipBlanks();
        this.nextWord();
        this.skipSeparators();
        this.expect('in');
        const bodies = [];
        for (;;) {
            this.skipSeparators();
            if (this.take('esac'))
                return { kind: 'case', bodies };
            const pattern = /^\(?[^)]*\)/.exec(this.rest())?.[0];
            if (pattern === undefined)
                this.fail('a pattern is not closed');
            this.cursor.at += pattern.length;
            bodies.push(this.readList(['esac']));
            this.skipBlanks();
            this.cursor.at += /^;;?&?/.exec(this.rest())?.[0].length ?? 0;
        }
    }
    readBraces() {
        const offset = this.base + this.cursor.at;
        this.cursor.at++;
        const body = this.readList(['}']);
        this.expect('}');
        return { kind: 'group', body, subshell: false, redirects: [], offset, end: this.base + this.cursor.at };
    }
    readSubshell() {
        const offset = this.base + this.cursor.at;
        this.cursor.at++;
        const body = this.readList([]);
        if (!this.rest().startsWith(')'))
            this.fail('a parenthesis is not closed');
        this.cursor.at++;
        return { kind: 'group', body, subshell: true, redirects: [], offset, end: this.base + this.cursor.at };
    }
    readArithmetic() {
        const offset = this.cursor.at;
        this.cursor.at = this.findEnd(offset) + 1;
        const source = this.cursor.text.slice(offset, this.cursor.at);
        const parts = [{ kind: 'opaque', source, quoted: true }];
        return this.makeSimple([], [{ parts, source }], [], offset);
    }
    readSimple() {
        const offset = this.cursor.at;
        const assignments = [];
        const words = [];
        const redirects = [];
        for (;;) {
            this.skipBlanks();
            if (this.readRedirect(redirects))
                continue;
            if ((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(words[0]) === '[[' && (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(words.at(-1)) !== ']]') {
                const sign = /^(?:&&|\|\||[()<>])/.exec(this.rest())?.[0];
                if (sign !== undefined) {
                    this.cursor.at += sign.length;
                    words.push({ parts: [{ kind: 'text', text: sign, quoted: false }], source: sign });
                    continue;
                }
            }
            const assigned = words.length === 0 ? ASSIGNMENT.exec(this.rest()) : null;
            if (assigned !== null)
                assignments.push(this.readAssignment(assigned[1] ?? '', assigned[0].length));
            else {
                const word = this.nextWord();
                if (word === undefined)
                    break;
                words.push(word);
            }
        }
        if (this.cursor.at === offset)
            this.fail(`${JSON.stringify(this.rest().charAt(0))} is not expected here`);
        return this.makeSimple(assignments, words, redirects, offset);
    }
    makeSimple(assignments, words, redirects, offset) {
        const end = this.base + offset + this.cursor.text.slice(offset, this.cursor.at).trimEnd().length;
        return { kind: 'simple', assignments, words, redirects, offset: this.base + offset, end };
    }
    readAssignment(name, length) {
        this.cursor.at += length;
        if (this.rest().startsWith('(')) {
            const start = this.cursor.at;
            this.cursor.at = this.findEnd(start) + 1;
            const source = this.cursor.text.slice(start, this.cursor.at);
            return { name, value: { parts: [{ kind: 'opaque', source, quoted: true }], source } };
        }
        return { name, value: this.nextWord() ?? { parts: [], source: '' } };
    }
    readRedirect(redirects) {
        const written = OPERATOR.exec(this.rest())?.[0];
        if (written === undefined || /^[<>]\(/.test(this.rest()))
            return false;
        this.cursor.at += written.length;
        this.skipBlanks();
        const target = this.nextWord();
        if (target === undefined)
            this.fail(`${written} needs a file`);
        const descriptor = /^(?:\d*|&)/.exec(written)?.[0] ?? '';
        const redirect = { operator: written.slice(descriptor.length), descriptor, target, body: undefined };
        redirects.push(redirect);
        if (/^<<-?$/.test(redirect.operator)) {
            const quoted = /['"\\]/.test(target.source);
            const end = target.source.replace(/['"\\]/g, '');
            this.hereDocuments.push({ redirect, end, quoted, tabs: redirect.operator === '<<-' });
        }
        return true;
    }
    /** Here-documents start in the line after the one that asks for them. */
    readHereDocuments() {
        for (const { redirect, end, quoted, tabs } of this.hereDocuments.splice(0)) {
            const lines = [];
            for (;;) {
                const { text, at } = this.cursor;
                if (at >= text.length)
                    break;
                const next = text.indexOf('\n', at);
                const raw = text.slice(at, next < 0 ? text.length : next);
                const line = tabs ? raw.replace(/^\t+/, '') : raw;
                this.cursor.at = next < 0 ? text.length : next + 1;
                if (line === end)
                    break;
                lines.push(line);
            }
            const body = lines.map(line => `${line}\n`).join('');
            redirect.body = quoted
                ? { parts: [{ kind: 'text', text: body, quoted: true }], source: body }
                : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpandable */ .le)(body, (text, offset, depth) => this.readNested(text, offset, depth), this.cursor.depth);
        }
    }
    /** A compound command, in a group of its own where its output goes into a file. */
    withRedirects(read) {
        const start = this.cursor.at;
        const node = read();
        const redirects = [];
        do
            this.skipBlanks();
        while (this.readRedirect(redirects));
        if (redirects.length === 0)
            return node;
        const end = start + this.cursor.text.slice(start, this.cursor.at).trimEnd().length;
        const body = node.kind === 'group' ? node.body : [{ node, background: false }];
        const subshell = node.kind === 'group' && node.subshell;
        return { kind: 'group', body, subshell, redirects, offset: this.base + start, end: this.base + end };
    }
    nextWord() {
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(this.cursor, (text, offset, depth) => this.readNested(text, offset, depth));
    }
    readNested(text, offset, depth) {
        const parser = new ShellParser(text, this.base + offset, depth + 1);
        const list = parser.readList([]);
        parser.expectEnd();
        return list;
    }
    findEnd(open) {
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .findClosing */ .RC)(this.cursor.text, open);
    }
    take(word) {
        this.skipSeparators();
        if (!this.rest().startsWith(word))
            return false;
        this.cursor.at += word.length;
        return true;
    }
    expect(word) {
        if (!this.take(word))
            this.fail(`"${word}" is missing`);
    }
    skipSeparators() {
        for (;;) {
            this.skipNewlines();
            if (!this.rest().startsWith(';') || this.rest().startsWith(';;'))
                return;
            this.cursor.at++;
        }
    }
    skipNewlines() {
        for (;;) {
            this.skipBlanks();
            if (this.rest().charAt(0) !== '\n')
                return;
            this.cursor.at++;
            this.readHereDocuments();
        }
    }
    /** Blanks, joined lines and comments. */
    skipBlanks() {
        const blanks = /^(?:[ \t\r]|\\\n)*/.exec(this.rest())?.[0].length ?? 0;
        this.cursor.at += blanks;
        if (this.rest().startsWith('#'))
            this.cursor.at += /^#[^\n]*/.exec(this.rest())?.[0].length ?? 0;
    }
    rest() {
        return this.cursor.text.slice(this.cursor.at);
    }
    fail(what) {
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .ShellSyntaxError */ .MJ(what, this.base + this.cursor.at);
    }
}


/***/ }),

/***/ 5611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MJ: () => (/* binding */ ShellSyntaxError),
/* harmony export */   RC: () => (/* binding */ findClosing),
/* harmony export */   le: () => (/* binding */ readExpandable),
/* harmony export */   n6: () => (/* binding */ checkNesting),
/* harmony export */   pS: () => (/* binding */ readWord),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/** A text that no shell would take; `offset` is where that shows. */
class ShellSyntaxError extends Error {
    offset;
    constructor(what, offset) {
        super(what);
        this.offset = offset;
    }
}
/** Deeper than this nobody writes, and a reader must not run out of stack. */
const MAX_NESTING = 60;
function checkNesting(depth, offset) {
    if (depth > MAX_NESTING)
        throw new ShellSyntaxError(`it is nested more than ${MAX_NESTING} deep`, offset);
}
const METACHARACTER = /[\s;&|<>()]/;
const NAME = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/;
/** Reads one word; undefined where none starts. Quotes and escapes are taken off, what is expanded is kept as a part. */
function readWord(cursor, nested) {
    const start = cursor.at;
    const parts = [];
    while (cursor.at < cursor.text.length) {
        const rest = cursor.text.slice(cursor.at, cursor.at + 2);
        if (rest === '<(' || rest === '>(')
            parts.push(readParenthesised(cursor, 1));
        else if (METACHARACTER.test(rest.charAt(0)))
            break;
        else
            parts.push(...readPart(cursor, nested));
    }
    if (cursor.at === start)
        return undefined;
    return { parts: joinTexts(parts), source: cursor.text.slice(start, cursor.at) };
}
/** A text in which only `$`, backquotes and backslashes before them mean something: a here-document, the inside of double quotes. */
function readExpandable(text, nested, depth) {
    const cursor = { text, at: 0, depth };
    const parts = [];
    while (cursor.at < text.length)
        parts.push(...readExpandablePart(cursor, nested));
    return { parts: joinTexts(parts), source: text };
}
/** The word as it stands where nothing in it is expanded; undefined where something is. */
function plainText(word) {
    if (word === undefined)
        return undefined;
    const texts = word.parts.map(part => (part.kind === 'text' ? part.text : undefined));
    return texts.includes(undefined) ? undefined : texts.join('');
}
function readPart(cursor, nested) {
    const { text } = cursor;
    const character = text.charAt(cursor.at);
    switch (character) {
        case "'": {
            const end = text.indexOf("'", cursor.at + 1);
            if (end < 0)
                throw new ShellSyntaxError("a quote ' is not closed", cursor.at);
            const inner = text.slice(cursor.at + 1, end);
            cursor.at = end + 1;
            return [{ kind: 'text', text: inner, quoted: true }];
        }
        case '"':
            return readDoubleQuoted(cursor, nested);
        case '\\': {
            const next = text.charAt(cursor.at + 1);
            cursor.at += 2;
            if (next === '\n')
                return [];
            // Nothing is left to escape.
            return [{ kind: 'text', text: next === '' ? '\\' : next, quoted: true }];
        }
        case '$':
            if (text.charAt(cursor.at + 1) === "'" || text.charAt(cursor.at + 1) === '"') {
                cursor.at++;
                return readPart(cursor, nested);
            }
            return [readExpansion(cursor, false, nested)];
        case '`':
            return [readBackquoted(cursor, false, nested)];
        default: {
            const end = cursor.at + (/[\s;&|<>()'"\\$`]/.exec(text.slice(cursor.at))?.index ?? text.length - cursor.at);
            const plain = text.slice(cursor.at, end);
            cursor.at = end;
            return [{ kind: 'text', text: plain, quoted: false }];
        }
    }
}
function readDoubleQuoted(cursor, nested) {
    const start = cursor.at++;
    // Empty quotes are a word too.
    const parts = [{ kind: 'text', text: '', quoted: true }];
    while (cursor.text.charAt(cursor.at) !== '"') {
        if (cursor.at >= cursor.text.length)
            throw new ShellSyntaxError('a quote " is not closed', start);
        parts.push(...readExpandablePart(cursor, nested, '"'));
    }
    cursor.at++;
    return parts;
}
function readExpandablePart(cursor, nested, end = '') {
    const { text } = cursor;
    const character = text.charAt(cursor.at);
    if (character === '$')
        return [readExpansion(cursor, true, nested)];
    if (character === '`')
        return [readBackquoted(cursor, true, nested)];
    if (character === '\\') {
        const next = text.charAt(cursor.at + 1);
        cursor.at += 2;
        if (next === '\n')
            return [];
        const escapes = next === '$' || next === '`' || next === '\\' || next === end;
        return [{ kind: 'text', text: escapes ? next : `\\${next}`, quoted: true }];
    }
    const stop = cursor.at + 1 + (/[$`\\"]/.exec(text.slice(cursor.at + 1))?.index ?? text.length - cursor.at - 1);
    const plain = text.slice(cursor.at, stop);
    cursor.at = stop;
    return [{ kind: 'text', text: plain, quoted: true }];
}
/** What a `$` starts. A `$` that starts nothing is a text. */
function readExpansion(cursor, quoted, nested) {
    const { text } = cursor;
    const start = cursor.at;
    if (text.startsWith('$((', start))
        return { ...readParenthesised(cursor, 1), quoted };
    if (text.startsWith('$(', start)) {
        const end = findClosing(text, start + 1);
        cursor.at = end + 1;
        const source = text.slice(start, cursor.at);
        return { kind: 'command', body: nested(text.slice(start + 2, end), start + 2, cursor.depth), quoted, source };
    }
    if (text.startsWith('${', start))
        return readBraced(cursor, quoted, nested);
    const name = NAME.exec(text.slice(start + 1))?.[0];
    cursor.at = start + 1 + (name?.length ?? 0);
    if (name === undefined)
        return { kind: 'text', text: '$', quoted };
    return { kind: 'variable', name, operator: '', operand: undefined, quoted, source: `$${name}` };
}
function readBraced(cursor, quoted, nested) {
    const start = cursor.at;
    const end = findClosing(cursor.text, start + 1);
    const inner = cursor.text.slice(start + 2, end);
    cursor.at = end + 1;
    const source = cursor.text.slice(start, cursor.at);
    const name = NAME.exec(inner)?.[0];
    const rest = inner.slice(name?.length ?? 0);
    if (name === undefined || /^[#!]\w/.test(inner) || rest.startsWith('['))
        return { kind: 'opaque', source, quoted };
    const operator = /^(?::[-=+?]|[-=+?]|:|##?|%%?|\/\/?|\^\^?|,,?|@)/.exec(rest)?.[0] ?? '';
    if (operator === '' && rest !== '')
        return { kind: 'opaque', source, quoted };
    const operand = operator === '' ? undefined : readOperand(rest.slice(operator.length), nested, cursor.depth + 1);
    return { kind: 'variable', name, operator, operand, quoted, source };
}
/** The word of `${NAME:-word}`: blanks belong to it, quotes are taken off. */
function readOperand(text, nested, depth) {
    checkNesting(depth, 0);
    const cursor = { text, at: 0, depth };
    const parts = [];
    while (cursor.at < text.length) {
        if (METACHARACTER.test(text.charAt(cursor.at)))
            parts.push({ kind: 'text', text: text.charAt(cursor.at++), quoted: true });
        else
            parts.push(...readPart(cursor, nested));
    }
    return { parts: joinTexts(parts), source: text };
}
function readBackquoted(cursor, quoted, nested) {
    const start = cursor.at;
    const match = /^`((?:[^`\\]|\\[^])*)`/.exec(cursor.text.slice(start));
    if (match === null)
        throw new ShellSyntaxError('a backquote ` is not closed', start);
    cursor.at = start + match[0].length;
    const inner = (match[1] ?? '').replace(quoted ? /\\([$`\\"])/g : /\\([$`\\])/g, '$1');
    return { kind: 'command', body: nested(inner, start + 1, cursor.depth), quoted, source: match[0] };
}
function readParenthesised(cursor, skip) {
    const start = cursor.at;
    cursor.at = findClosing(cursor.text, start + skip) + 1;
    return { kind: 'opaque', source: cursor.text.slice(start, cursor.at), quoted: false };
}
/** The offset of the bracket that closes the one at `open`; what stands in quotes does not count. */
function findClosing(text, open) {
    const stack = [];
    for (let at = open; at < text.length; at++) {
        const character = text.charAt(at);
        const inside = stack.at(-1);
        if (character === '\\' && inside !== "'")
            at++;
        else if (inside === "'" || inside === '`') {
            if (character === inside)
                stack.pop();
        }
        else if (character === '"' && inside === '"')
            stack.pop();
        else if (character === '"' || character === '`' || (character === "'" && inside !== '"'))
            stack.push(character);
        else if (character === '(' && inside !== '"')
            stack.push(')');
        else if (character === '$' && /[({]/.test(text.charAt(at + 1)))
            stack.push(text.charAt(++at) === '(' ? ')' : '}');
        else if (at === open)
            stack.push(character === '{' ? '}' : ')');
        else if (character === inside)
            stack.pop();
        if (stack.length === 0)
            return at;
    }
    throw new ShellSyntaxError(`the bracket ${text.charAt(open)} is not closed`, open);
}
function joinTexts(parts) {
    const joined = [];
    for (const part of parts) {
        const last = joined.at(-1);
        if (part.kind === 'text' && last?.kind === 'text' && last.quoted === part.quoted)
            joined[joined.length - 1] = { ...last, text: last.text + part.text };
        else
            joined.push(part);
    }
    return joined;
}


/***/ })

};
