export const id = 1716;
export const ids = [1716];
export const modules = {

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

/***/ 365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ detectKind)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/* harmony import */ var _buildspec_reader_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4251);


/** Members of a ContainerDefinition that no other list of these files has. */
const CONTAINER_MEMBERS = ['image', 'essential', 'portMappings', 'memory', 'memoryReservation', 'logConfiguration'];
/** Tells the files apart that lie beside a buildspec. */
function detectKind(document) {
    const { value } = document;
    if ((0,_buildspec_reader_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .isBuildspec */ .Ku)(document))
        return 'buildspec';
    if (Array.isArray(value)) {
        const [first] = value;
        if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(first))
            return 'unknown';
        if ('imageUri' in first)
            return 'imagedefinitions.json';
        // Its reader says what is missing around them.
        return CONTAINER_MEMBERS.some(member => member in first) ? 'task definition' : 'unknown';
    }
    if (!(0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return 'unknown';
    const has = (...keys) => keys.some(key => Object.hasOwn(value, key));
    const { taskDefinition, Resources: resources } = value;
    if (has('containerDefinitions') || ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(taskDefinition) && 'containerDefinitions' in taskDefinition))
        return 'task definition';
    // Not as RegisterTaskDefinition takes them, which its reader says too.
    if (has('ContainerDefinitions') || value['Type'] === 'AWS::ECS::TaskDefinition')
        return 'task definition';
    if (has('family') &&
        has('networkMode', 'requiresCompatibilities', 'cpu', 'memory', 'executionRoleArn', 'taskRoleArn'))
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

/***/ 6308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ evaluateArithmetic)
/* harmony export */ });
/**
 * The value of a shell's arithmetic expression, `1 + A`, as bash computes it
 * (https://www.gnu.org/software/bash/manual/html_node/Shell-Arithmetic.html); undefined where a part is not known, or is not read here
 * (assignments, arrays, bases).
 *
 * @param text what stands between `((` and `))`
 * @param lookUp the value of a variable; undefined where it is not known
 */
function evaluateArithmetic(text, lookUp) {
    const tokens = text.match(/\d+|[A-Za-z_]\w*|\$\{?[A-Za-z_]\w*\}?|\$\?|&&|\|\||[=!<>]=|\S/g) ?? [];
    const reader = new ArithmeticReader(tokens, lookUp);
    try {
        return reader.read();
    }
    catch (error) {
        if (error instanceof NotKnown)
            return undefined;
        throw error;
    }
}
class NotKnown extends Error {
}
/** From the weakest to the strongest. */
const LEVELS = [
    { '||': (left, right) => Number(left !== 0 || right !== 0) },
    { '&&': (left, right) => Number(left !== 0 && right !== 0) },
    { '==': (left, right) => Number(left === right), '!=': (left, right) => Number(left !== right) },
    {
        '<': (left, right) => Number(left < right),
        '>': (left, right) => Number(left > right),
        '<=': (left, right) => Number(left <= right),
        '>=': (left, right) => Number(left >= right)
    },
    { '+': (left, right) => left + right, '-': (left, right) => left - right },
    {
        '*': (left, right) => left * right,
        '/': (left, right) => divide(left, right, Math.trunc(left / right)),
        '%': (left, right) => divide(left, right, left % right)
    }
];
function divide(_left, right, result) {
    if (right === 0)
        throw new NotKnown();
    return result;
}
class ArithmeticReader {
    tokens;
    lookUp;
    at = 0;
    constructor(tokens, lookUp) {
        this.tokens = tokens;
        this.lookUp = lookUp;
    }
    read() {
        // `(( ))` is 0.
        if (this.tokens.length === 0)
            return 0;
        const value = this.readChoice();
        if (this.at < this.tokens.length)
            throw new NotKnown();
        return value;
    }
    readChoice() {
        const condition = this.readLevel(0);
        if (this.tokens[this.at] !== '?')
            return condition;
        this.at++;
        const yes = this.readChoice();
        this.expect(':');
        const no = this.readChoice();
        return condition === 0 ? no : yes;
    }
    readLevel(level) {
        const operations = LEVELS[level];
        if (operations === undefined)
            return this.readUnary();
        let left = this.readLevel(level + 1);
        for (;;) {
            const operation = Object.hasOwn(operations, this.tokens[this.at] ?? '')
                ? operations[this.tokens[this.at] ?? '']
                : undefined;
            if (operation === undefined)
                return left;
            this.at++;
            left = operation(left, this.readLevel(level + 1));
        }
    }
    readUnary() {
        const token = this.tokens[this.at++];
        if (token === '!')
            return Number(this.readUnary() === 0);
        if (token === '-')
            return -this.readUnary();
        if (token === '+')
            return this.readUnary();
        if (token === '(') {
            const value = this.readChoice();
            this.expect(')');
            return value;
        }
        if (token === undefined)
            throw new NotKnown();
        if (/^\d+$/.test(token))
            return Number(token);
        if (!/^(?:\$\{?)?(?:[A-Za-z_]\w*|\?)\}?$/.test(token))
            throw new NotKnown();
        const value = this.lookUp(token.replace(/[${}]/g, ''));
        if (value === undefined || !/^\s*-?\d*\s*$/.test(value))
            throw new NotKnown();
        return Number(value);
    }
    expect(token) {
        if (this.tokens[this.at++] !== token)
            throw new NotKnown();
    }
}


/***/ }),

/***/ 3568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   DT: () => (/* binding */ stripPrefixes),
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
    const [program = '', ...given] = stripPrefixes(words);
    if (!/^(?:.*\/)?(?:docker|podman|nerdctl)$/.test(program))
        return undefined;
    const args = skipGlobalOptions(given);
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
/** Options of the programs that start another one, which take a value. */
const PREFIX_OPTIONS = {
    sudo: /^-[ugpCh]$/,
    env: /^-[uCS]$/,
    nice: /^-n$/,
    timeout: /^-[ks]$/,
    stdbuf: /^-[ioe]$/,
    xargs: /^-[InLPsdEa]$/
};
/** The command that `sudo`, `time`, `env A=b`, `timeout 60`, `xargs -n1` and the like start. */
function stripPrefixes(words) {
    let rest = words;
    for (;;) {
        const [first = ''] = rest;
        if (/^[A-Za-z_]\w*=/.test(first)) {
            rest = rest.slice(1);
            continue;
        }
        if (!/^(?:sudo|time|command|env|nohup|exec|nice|timeout|stdbuf|xargs|unbuffer)$/.test(first))
            return rest;
        let at = 1;
        while (rest[at]?.startsWith('-') === true || /^[A-Za-z_]\w*=/.test(rest[at] ?? ''))
            at += PREFIX_OPTIONS[first]?.test(rest[at] ?? '') === true ? 2 : 1;
        // How long it may take.
        if (first === 'timeout')
            at++;
        rest = rest.slice(at);
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
    // A word of which nothing is known may hold options, where another can be the context.
    const context = contexts.findLast(word => !/^[\uE000-\uF8FF]$/.test(word)) ?? contexts.at(-1);
    const all = (name) => given.get(name) ?? [];
    const push = options.some(option => /^--push(?:=true)?$/.test(option) || /^--output=(?:.*,)?(?:push=true|type=registry)\b/.test(option));
    return {
        kind: 'build',
        tags: all('--tag'),
        context,
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
        options: options.filter(option => !/^--(?:push|load)(?:=true)?$/.test(option)),
        others: contexts.filter(word => word !== context)
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

/***/ 4440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readElement),
/* harmony export */   c: () => (/* binding */ Expander)
/* harmony export */ });
/* harmony import */ var _arithmetic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6308);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2212);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4290);



/** A longer value is not followed: `A=$A$A` doubles. */
const MAX_VALUE = 50_000;
/** Puts in what the shell puts in: variables, `$(…)`, arithmetic, simple braces. */
class Expander {
    unknowns;
    scope;
    constructor(unknowns, scope) {
        this.unknowns = unknowns;
        this.scope = scope;
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
        const braces = expandBraces(word);
        if (braces !== undefined)
            return braces;
        const fields = [];
        let open;
        for (const part of word.parts) {
            const elements = this.listElements(part);
            if (elements !== undefined) {
                for (const [index, element] of elements.entries()) {
                    if (index > 0 && open !== undefined)
                        fields.push(open);
                    open = index > 0 ? element : (open ?? '') + element;
                }
                continue;
            }
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
    listElements(part) {
        if (part.kind === 'elements')
            return this.scope.lookUpElements(part.name);
        const isParameters = part.kind === 'variable' && part.name === '@' && part.operator === '';
        return isParameters ? this.scope.lookUpElements('@') : undefined;
    }
    expandPart(part) {
        switch (part.kind) {
            case 'text':
                return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPrivateUse */ .X)(part.text);
            case 'variable':
                return this.expandVariable(part);
            case 'elements':
                return this.scope.lookUpElements(part.name)?.join(' ') ?? this.compute(part.source);
            case 'command':
                return this.scope.substitute(part.body) ?? this.compute(part.source);
            case 'opaque':
                return this.expandArithmetic(part.source) ?? this.compute(part.source);
        }
    }
    compute(source) {
        return this.unknowns.put({ kind: 'computed', source, by: 'command' });
    }
    expandArithmetic(source) {
        const text = /^\$\(\(([^]*)\)\)$/.exec(source)?.[1];
        if (text === undefined)
            return undefined;
        return (0,_arithmetic_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateArithmetic */ .k)(text, name => this.scope.lookUp(name))?.toString();
    }
    expandVariable({ name, operator, operand, source }) {
        const value = this.scope.lookUp(name);
        if (operator === '')
            return value;
        if (/^:?[-=]$/.test(operator))
            return this.expandDefault(name, operator, value, operand);
        if (/^:?\+$/.test(operator))
            return operand === undefined || value === '' ? '' : this.expandWhole(operand);
        if (/^:?\?$/.test(operator)) {
            if (value === '')
                this.scope.refuse?.(name);
            return value;
        }
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
            this.scope.assign(name, result);
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
        // `${CODEBUILD_BUILD_ID#*:}`: the id is project:uuid.
        if (only?.kind === 'computed' &&
            only.source === '$CODEBUILD_BUILD_ID' &&
            /^##?$/.test(operator) &&
            detail === '*:') {
            const part = (0,_output_js__WEBPACK_IMPORTED_MODULE_1__/* .takePart */ .Xk)(only, ':', 2);
            return part === undefined ? undefined : this.unknowns.put(part);
        }
        if (!known && only?.kind !== 'commit')
            return undefined;
        if (operator === '^^' && detail === '')
            return value.toUpperCase();
        if (operator === ',,' && detail === '')
            return value.toLowerCase();
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
}
/** `NAME[1]`, `NAME[$I]`: an element of an array; undefined where the name is none, or which one is not known. */
function readElement(name, scope) {
    const [, array = '', expression] = /^(\w+)\[(.+)\]$/.exec(name) ?? [];
    const index = expression === undefined ? undefined : (0,_arithmetic_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateArithmetic */ .k)(expression, variable => scope.lookUp(variable));
    return index === undefined ? undefined : { array, index };
}
/** `{api,web}`, `{1..3}` in a word that holds nothing else to expand. */
function expandBraces({ parts, source }) {
    if (parts.some(part => part.kind !== 'text' || part.quoted))
        return undefined;
    const [, before = '', inner = '', after = ''] = /^([^{}"'\\$]*)\{([^{}"'\\$]*)\}([^{}"'\\$]*)$/.exec(source) ?? [];
    const [, from, to] = /^(\d{1,3})\.\.(\d{1,3})$/.exec(inner) ?? [];
    if (from !== undefined && to !== undefined) {
        const [first, last] = [Number(from), Number(to)];
        const step = first <= last ? 1 : -1;
        return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => `${before}${first + index * step}${after}`);
    }
    return inner.includes(',') ? inner.split(',').map(text => before + text + after) : undefined;
}


/***/ }),

/***/ 1171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lookUpGiven)
/* harmony export */ });
/** A variable that no command has set: one of CodeBuild's own, one of the shell's, or one of the project. */
function lookUpGiven(name, unknowns) {
    if (name === 'AWS_REGION' || name === 'AWS_DEFAULT_REGION')
        return unknowns.put({ kind: 'region' });
    if (name === 'CODEBUILD_RESOLVED_SOURCE_VERSION')
        return unknowns.put({ kind: 'commit', length: undefined });
    if (name === 'CODEBUILD_SRC_DIR')
        return unknowns.put({ kind: 'source-directory' });
    if (name.startsWith('CODEBUILD_')) {
        const token = { kind: 'variable', name, part: undefined };
        return unknowns.put({ kind: 'computed', source: `$${name}`, by: 'build', token });
    }
    // The shell's own, and elements of arrays.
    if (/^[0-9@*#?$!-]$|\[/.test(name))
        return unknowns.put({ kind: 'computed', source: `$${name}`, by: 'command' });
    return unknowns.put({ kind: 'outside', name, from: 'project' });
}


/***/ }),

/***/ 7263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ interpretBuildspec)
/* harmony export */ });
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4440);
/* harmony import */ var _given_variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1171);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2212);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6470);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4290);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4251);






/**
 * Goes through the commands as CodeBuild's shell would, without running anything: variables, `cd`, functions, branches (both sides),
 * pipelines.
 *
 * @param given variables that are known from elsewhere, as those of the CodeBuild project; they are stronger than `env`
 */
function interpretBuildspec(buildspec, given = {}) {
    return new Runner(buildspec, given).run();
}
/** Functions that call themselves must come to an end here too. */
const MAX_CALLS = 8;
/** More rounds of a loop, and more steps in all, are not gone through. */
const MAX_ROUNDS = 20;
const MAX_STEPS = 20_000;
class Runner {
    buildspec;
    unknowns = new _values_js__WEBPACK_IMPORTED_MODULE_3__/* .Unknowns */ .Y();
    steps = [];
    functions = new Map();
    initial;
    variables;
    arrays = new Map();
    directory;
    expander;
    conditions = 0;
    calls = 0;
    /** Those of the function that runs; undefined outside of any. */
    parameters;
    silent = 0;
    current;
    constructor(buildspec, given) {
        this.buildspec = buildspec;
        this.initial = new Map([
            ...buildspec.variables.map(({ name, value }) => [name, (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutPrivateUse */ .X)(value)]),
            ...this.listStored('parameter-store'),
            ...this.listStored('secrets-manager'),
            ...Object.entries(given)
        ]);
        this.variables = new Map(this.initial);
        this.directory = new _paths_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkingDirectory */ .v(this.unknowns);
        this.expander = new _expand_js__WEBPACK_IMPORTED_MODULE_0__/* .Expander */ .c(this.unknowns, this);
    }
    run() {
        const separate = this.buildspec.version?.value === '0.1';
        for (const phase of this.buildspec.phases) {
            for (const command of [...phase.commands, ...phase.finallyCommands]) {
                if (separate) {
                    this.variables = new Map(this.initial);
                    this.directory = new _paths_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkingDirectory */ .v(this.unknowns);
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
                return this.runPipeline(node, input);
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
                this.runLoop(node);
                return undefined;
            case 'case':
                this.runBranches(node.items.map(({ body }) => () => this.runList(body)));
                return undefined;
            case 'group':
                return this.runGroup(node, piped);
            case 'function':
                this.functions.set(node.name, node.body);
                return undefined;
        }
    }
    /** Each member of a pipeline has a shell of its own. */
    runPipeline({ members }, input) {
        return members.reduce((flowing, member, index) => this.apart(members.length > 1, () => this.runNode(member, flowing, index > 0)), input);
    }
    /** What is run in a subshell changes nothing for those after it. */
    apart(subshell, run) {
        if (!subshell)
            return run();
        const { variables, arrays, directory } = this;
        this.variables = new Map(variables);
        this.arrays = new Map(arrays);
        this.directory = directory.copy();
        const result = run();
        Object.assign(this, { variables, arrays, directory });
        return result;
    }
    /** A loop over words that are known runs once for each; of any other, one round stands for all, which may not come. */
    runLoop({ loop, variable, words, head, body }) {
        const values = (words ?? []).flatMap(word => this.expander.expand(word));
        const known = values.every(value => this.unknowns.listIn(value).length === 0 && !/[*?[]/.test(value));
        if (loop === 'for' && words !== undefined && known && values.length <= MAX_ROUNDS) {
            for (const value of values) {
                this.variables.set(variable, value);
                this.runList(body);
            }
            return;
        }
        this.runList(head);
        this.runBranches([
            () => {
                if (variable !== '')
                    this.variables.set(variable, this.unknowns.put({ kind: 'computed', source: `$${variable}`, by: 'loop' }));
                this.runList(body);
            }
        ]);
    }
    /** Each branch starts from here. What they leave different is not known afterwards. */
    runBranches(branches, complete = false) {
        const start = this.variables;
        const { directory, arrays } = this;
        this.conditions++;
        const ends = branches.map(branch => {
            this.variables = new Map(start);
            this.arrays = new Map(arrays);
            this.directory = directory.copy();
            branch();
            return { variables: this.variables, arrays: this.arrays, directory: this.directory };
        });
        this.arrays = new Map(arrays);
        for (const name of ends.flatMap(end => [...end.arrays.keys()]))
            if (ends.some(end => end.arrays.get(name) !== arrays.get(name)))
                this.arrays.delete(name);
        this.conditions--;
        this.directory = directory;
        const [first, ...others] = ends;
        const agreed = complete && first !== undefined ? first.directory : directory;
        if ((complete ? others : ends).every(end => end.directory.current === agreed.current))
            this.directory = agreed;
        else
            this.directory.lose();
        this.mergeVariables(start, ends.map(({ variables }) => variables), complete);
    }
    mergeVariables(start, ends, complete) {
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
        const outputs = this.apart(node.subshell, () => node.body.map(statement => this.runNode(statement.node, undefined, false)));
        const output = outputs.includes(undefined) ? undefined : outputs.join('');
        const writes = this.listWrites(node.redirects, []);
        if (writes.length > 0)
            this.recordStep(node, { words: ['{'], input: undefined, output, writes, piped });
        return output;
    }
    runSimple(node, input, piped) {
        const before = new Map(this.variables);
        for (const assignment of node.assignments)
            this.setVariable(assignment);
        const words = node.words.flatMap(word => this.expander.expand(word));
        const [program] = words;
        if (program === undefined)
            return undefined;
        const timeZone = this.variables.get('TZ');
        // `TZ=Asia/Seoul date`: the variable is this command's alone.
        for (const { name } of node.assignments) {
            const value = before.get(name);
            if (value === undefined)
                this.variables.delete(name);
            else
                this.variables.set(name, value);
        }
        const heard = this.readInput(node.redirects) ?? input;
        const source = this.sourceOf(node);
        const output = program === 'pwd'
            ? `${this.workingDirectory()}\n`
            : (0,_output_js__WEBPACK_IMPORTED_MODULE_1__/* .printOutput */ .jP)({ words, input: heard, source, timeZone }, this.unknowns);
        const writes = this.listWrites(node.redirects, words);
        this.recordStep(node, { words, input: heard, output, writes, piped });
        this.apply(words);
        return output;
    }
    setVariable({ name, value, append, elements }) {
        if (elements === undefined) {
            this.variables.set(name, (append ? this.lookUp(name) : '') + this.expander.expandWhole(value));
            return;
        }
        const before = append ? (this.arrays.get(name) ?? []) : [];
        const all = [...before, ...elements.flatMap(element => this.expander.expand(element))];
        this.arrays.set(name, all);
        this.variables.set(name, all[0] ?? '');
    }
    recordStep(node, parts) {
        const { current: command } = this;
        if (command === undefined || this.silent > 0 || this.steps.length >= MAX_STEPS)
            return;
        const directory = this.directory.current;
        const place = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInCommand */ .a4)(command, node.offset);
        const conditional = this.conditions > 0;
        this.steps.push({ ...parts, command, place, directory, conditional, source: this.sourceOf(node) });
    }
    sourceOf({ offset, end }) {
        return (this.current?.text ?? '').slice(offset, end);
    }
    readInput(redirects) {
        for (const { operator, target, body } of redirects) {
            if (body !== undefined)
                return this.expander.expandWhole(body);
            if (operator === '<<<')
                return `${this.expander.expandWhole(target)}\n`;
        }
        return undefined;
    }
    listWrites(redirects, words) {
        const sent = redirects
            .filter(({ operator, descriptor }) => /^>[>|]?$/.test(operator) && descriptor !== '2')
            .map(({ target }) => this.expander.expandWhole(target));
        const teed = words[0] === 'tee' ? words.slice(1).filter(word => !word.startsWith('-')) : [];
        return [...sent, ...teed].map(path => (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .resolvePath */ .o)(this.directory.current, path, this.unknowns));
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
        else if (['cd', 'pushd', 'popd'].includes(program))
            this.directory.change(words);
        else if (program === 'read') {
            for (const name of args.filter(arg => /^[A-Za-z_]\w*$/.test(arg)))
                this.variables.set(name, this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'command' }));
        }
        else if (this.functions.has(program) && this.calls < MAX_CALLS)
            this.call(program, args);
    }
    call(name, args) {
        const body = this.functions.get(name);
        if (body === undefined)
            return;
        this.calls++;
        const { parameters } = this;
        this.parameters = args;
        this.runNode(body, undefined, false);
        this.parameters = parameters;
        this.calls--;
    }
    assign(name, value) {
        this.variables.set(name, value);
    }
    lookUpElements(name) {
        return name === '@' ? this.parameters : this.arrays.get(name);
    }
    /** What `$(…)` becomes, where one command or pipeline is in it whose output is known. */
    substitute(body) {
        const [statement] = body;
        if (statement === undefined || body.length > 1)
            return undefined;
        this.silent++;
        const output = this.apart(true, () => this.runNode(statement.node, undefined, false));
        this.silent--;
        return output?.replace(/\n+$/, '');
    }
    workingDirectory(directory = this.directory.current) {
        if (/^[/~]/.test(directory) || this.unknowns.get(directory.charAt(0))?.kind === 'computed')
            return directory;
        return this.unknowns.put({ kind: 'source-directory' }) + (directory === '' ? '' : `/${directory}`);
    }
    lookUp(name) {
        const known = this.variables.get(name);
        if (known !== undefined)
            return known;
        const element = (0,_expand_js__WEBPACK_IMPORTED_MODULE_0__/* .readElement */ .R)(name, this);
        if (element !== undefined && this.arrays.has(element.array))
            return this.arrays.get(element.array)?.[element.index] ?? '';
        if (name === 'PWD')
            return this.workingDirectory();
        if (name === 'OLDPWD' && this.directory.before !== undefined)
            return this.workingDirectory(this.directory.before);
        if (/^[1-9]$/.test(name) && this.parameters !== undefined)
            return this.parameters[Number(name) - 1] ?? '';
        return (0,_given_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUpGiven */ .e)(name, this.unknowns);
    }
}


/***/ }),

/***/ 2212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jP: () => (/* binding */ printOutput),
  SL: () => (/* binding */ readLongOption),
  Xk: () => (/* binding */ takePart)
});

// EXTERNAL MODULE: ./lib/text/tokens.js
var tokens = __webpack_require__(3709);
;// CONCATENATED MODULE: ./lib/pipeline/buildspec-reader/jq.js
/**
 * What `jq` prints where its program only puts values together: `jq -n --arg uri "$URI" '[{name: "web", imageUri: $uri}]'`, or gives its input on
 * (`jq .`). undefined: nothing is known of it.
 *
 * @param args the words after `jq`
 */
function runJq(args, input, unknowns) {
    const values = new Map();
    const plain = [];
    let [withoutInput, raw] = [false, false];
    for (let at = 0; at < args.length; at++) {
        const arg = args[at] ?? '';
        if (arg === '--arg' || arg === '--argjson') {
            const value = args[at + 2] ?? '';
            values.set(args[at + 1] ?? '', arg === '--arg' ? JSON.stringify(value) : value);
            at += 2;
        }
        else if (/^-[a-zA-Z]+$/.test(arg)) {
            withoutInput ||= arg.includes('n');
            raw ||= /[rj]/.test(arg);
        }
        else if (arg === '--null-input')
            withoutInput = true;
        else if (arg === '--raw-output')
            raw = true;
        else if (!arg.startsWith('--'))
            plain.push(arg);
    }
    const [program, ...files] = plain;
    if (program === undefined || files.length > 0)
        return undefined;
    if (program.trim() === '.')
        return withoutInput ? undefined : input;
    if (!withoutInput && input === undefined)
        return undefined;
    const json = construct(program, values, unknowns);
    if (json === undefined)
        return undefined;
    const text = raw && typeof json === 'string' ? json : JSON.stringify(json);
    return `${text}\n`;
}
/** The value of a program that is JSON but for bare keys, `$name` and `\($name)`; undefined: it is something else. */
function construct(program, values, unknowns) {
    const token = /"(?:[^"\\]|\\(?!\().|\\\([^()]*\))*"|\$\w+|[A-Za-z_]\w*|[\s{}[\]:,]|-?\d+(?:\.\d+)?|./g;
    let json = '';
    for (const [part] of program.matchAll(token)) {
        const written = writeToken(part, values, unknowns);
        if (written === undefined)
            return undefined;
        json += written;
    }
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function writeToken(part, values, unknowns) {
    if (part.startsWith('$'))
        return values.get(part.slice(1));
    if (part.startsWith('"'))
        return fillText(part, values);
    if (/^[A-Za-z_]/.test(part))
        return /^(?:true|false|null)$/.test(part) ? part : JSON.stringify(part);
    const isUnknown = unknowns.get(part.charAt(0)) !== undefined;
    return /^[\s{}[\]:,\d-]/.test(part) || isUnknown ? part : undefined;
}
/** `"\($repository):\($tag)"` */
function fillText(text, values) {
    // One that is not known leaves its backslash, which is no JSON.
    const filled = text.replace(/\\\(\s*\$(\w+)\s*\)/g, (found, name) => values.get(name)?.replace(/^"|"$/g, '') ?? found);
    return filled.includes('\\(') ? undefined : filled;
}

;// CONCATENATED MODULE: ./lib/pipeline/buildspec-reader/output.js


/**
 * What a command prints, as far as buildspecs make values of it: `echo`, `printf`, `cut`, `head -c`, `awk`'s fields, `tr`, `dirname`, `basename`,
 * the account from STS, the repository's URI from ECR, the commit from Git, dates. undefined: nothing is known of it.
 */
function printOutput({ words, input, source, timeZone }, unknowns) {
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
        case 'jq':
            return runJq(args, input, unknowns);
        case 'sed':
            return input === undefined ? undefined : substitute(input, args);
        case 'tr':
            return input === undefined ? undefined : translate(input, args);
        case 'dirname':
            return isCertain(args[0], unknowns) ? (args[0] ?? '').replace(/\/[^/]*$/, '') : undefined;
        case 'basename':
            return isCertain(args[0], unknowns) ? (args[0] ?? '').replace(/^.*\//, '') : undefined;
        case 'date':
            return unknowns.put({ kind: 'computed', source, by: 'date', ...readDate(args, timeZone) });
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
/** `date -u +%Y%m%d` as a token, where one says it. */
function readDate(args, timeZone = '') {
    const [format, ...others] = args.filter(arg => !/^(?:-u|--utc|--universal)$/.test(arg));
    if (format?.startsWith('+') !== true || others.length > 0)
        return {};
    const isUtc = args.length > 1 || /^(?:|UTC|Etc\/UTC|GMT)$/.test(timeZone);
    if (!isUtc && !(0,tokens/* isTimeZone */.kQ)(timeZone))
        return {};
    const token = { kind: 'date', format: format.slice(1), zone: isUtc ? undefined : timeZone };
    return (0,tokens/* writeToken */.tK)(token) === undefined ? {} : { token };
}
function echo(args) {
    const options = args.findIndex(arg => !/^-[neE]+$/.test(arg));
    const flags = args.slice(0, options < 0 ? args.length : options).join('');
    const text = args.slice(options < 0 ? args.length : options).join(' ');
    return (flags.includes('e') ? output_unescape(text) : text) + (flags.includes('n') ? '' : '\n');
}
/** `printf`: the format is used again until all arguments are. */
function formatText([format = '', ...args]) {
    const rest = [...args];
    let text = '';
    do {
        const before = rest.length;
        text += output_unescape(format).replace(/%(?:%|-?\d*(?:\.\d+)?([sbdiuqc]))/g, (whole, kind) => {
            if (kind === undefined)
                return whole === '%%' ? '%' : whole;
            return rest.shift() ?? (/[diu]/.test(kind) ? '0' : '');
        });
        if (rest.length === before)
            break;
    } while (rest.length > 0);
    return text;
}
function output_unescape(text) {
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
    const part = only === undefined ? undefined : takePart(only, separator, field);
    if (part !== undefined)
        return unknowns.put(part);
    if (!isCertain(line, unknowns))
        return undefined;
    const parts = line.split(separator);
    return parts.length === 1 ? line : (parts[field - 1] ?? '');
}
/** A part of one of CodeBuild's own variables; undefined where no token says it. */
function takePart(whole, separator, number) {
    if (whole.kind !== 'computed' || whole.token?.kind !== 'variable' || whole.token.part !== undefined)
        return undefined;
    const { name } = whole.token;
    const token = { kind: 'variable', name, part: { separator, number } };
    if ((0,tokens/* writeToken */.tK)(token) === undefined)
        return undefined;
    return { kind: 'computed', source: `$(echo $${name} | cut -d${separator} -f${number})`, by: 'build', token };
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
/** `sed 's|TAG|1|g; s/A/B/'` on what comes in; undefined where it does more, or by more than a plain text. */
function substitute(input, args) {
    const options = args.filter(arg => arg.startsWith('-'));
    const scripts = args.filter(arg => !arg.startsWith('-'));
    if (options.some(option => !/^-(?:e|E|r)$/.test(option)) || scripts.length === 0)
        return undefined;
    let text = input;
    for (const command of scripts.flatMap(script => script.split(/\s*;\s*(?=s)/))) {
        const [, , from, to, flags] = /^s([^\w\s])((?:(?!\1).)*)\1((?:(?!\1).)*)\1(g?)$/.exec(command) ?? [];
        if (from === undefined || to === undefined || /[.*[\]\\^$+?(){}|]/.test(from) || /[&\\]/.test(to))
            return undefined;
        text = text
            .split('\n')
            .map(line => (flags === 'g' ? line.replaceAll(from, () => to) : line.replace(from, () => to)))
            .join('\n');
    }
    return text;
}
function translate(input, [from, to]) {
    if (from === '-d' && to !== undefined && /^(?:\\n|"|'| )+$/.test(to)) {
        const removed = output_unescape(to);
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
    if (args.join(' ') === 'rev-parse --show-toplevel')
        return unknowns.put({ kind: 'source-directory' });
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

/***/ 6470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ resolvePath),
/* harmony export */   v: () => (/* binding */ WorkingDirectory)
/* harmony export */ });
/** A path as seen from the source's root. A path that is not below it stays as it is, with its slash. */
function resolvePath(directory, path, unknowns) {
    const fromSource = unknowns.get(path.charAt(0))?.kind === 'source-directory';
    const rest = fromSource ? path.slice(1) : path;
    if (!fromSource && (path.startsWith('/') || path.startsWith('~')))
        return path;
    // What a command prints may be a whole path.
    if (unknowns.get(path.charAt(0))?.kind === 'computed')
        return path;
    const parts = [...(fromSource ? [] : directory.split('/')), ...rest.split('/')];
    const kept = directory.startsWith('/') && !fromSource ? [''] : [];
    for (const part of parts) {
        if (part === '' || part === '.')
            continue;
        const last = kept.at(-1);
        // What is above a folder that is not known is not known either.
        if (part === '..' && last !== undefined && last !== '..' && unknowns.listIn(last).length === 0)
            kept.pop();
        else
            kept.push(part);
    }
    return kept.join('/');
}
/** Where a shell is, and where it can go back to: `cd`, `cd -`, `pushd`, `popd`. Folders are seen from the source's root, which is empty. */
class WorkingDirectory {
    unknowns;
    current = '';
    previous;
    stack = [];
    constructor(unknowns) {
        this.unknowns = unknowns;
    }
    copy() {
        const copied = new WorkingDirectory(this.unknowns);
        copied.current = this.current;
        copied.previous = this.previous;
        copied.stack = this.stack;
        return copied;
    }
    /** Where `cd -` goes, as `$OLDPWD` has it; undefined where nothing is known of it. */
    get before() {
        return this.previous;
    }
    /** Nothing is known of where it is. */
    lose() {
        this.goTo(this.unknowns.put({ kind: 'computed', source: '$PWD', by: 'branches' }));
    }
    /** Runs `cd`, `pushd` or `popd`. */
    change([program = '', ...args]) {
        const targets = args.filter(arg => !/^-(?:[PLe@]+|-)$/.test(arg));
        const [target] = targets;
        if (args.includes('-n'))
            return;
        if (program === 'popd') {
            if (target !== undefined) {
                this.lose();
                return;
            }
            const [top, ...rest] = this.stack;
            this.stack = rest;
            if (top !== undefined)
                this.goTo(top);
            return;
        }
        if (program === 'pushd') {
            this.push(target);
            return;
        }
        if (target === '-') {
            if (this.previous !== undefined)
                this.goTo(this.previous);
        }
        else
            this.goTo(target === undefined ? '~' : resolvePath(this.current, target, this.unknowns));
    }
    push(target) {
        const { current } = this;
        if (target === undefined) {
            const [top, ...rest] = this.stack;
            if (top === undefined)
                return;
            this.stack = [current, ...rest];
            this.goTo(top);
        }
        else if (/^[+-]\d+$/.test(target))
            this.lose();
        else {
            this.stack = [current, ...this.stack];
            this.goTo(resolvePath(current, target, this.unknowns));
        }
    }
    goTo(directory) {
        this.previous = this.current;
        this.current = directory;
    }
}


/***/ }),

/***/ 4251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ isBuildspec),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   a4: () => (/* binding */ placeInCommand),
/* harmony export */   as: () => (/* binding */ readBuildspec),
/* harmony export */   m1: () => (/* binding */ BUILDSPEC_REFERENCE)
/* harmony export */ });
/* unused harmony export READER_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8006);
/* harmony import */ var _text_shape_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2564);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3808);
/* harmony import */ var _shell_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4916);





/** How AWS describes a buildspec. */
const BUILDSPEC_REFERENCE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html';
const READER_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const NO_BUILDSPEC = READER_RULES.add('no-buildspec', 'error', 'The file is not a buildspec: it has no phases.', BUILDSPEC_REFERENCE);
const COMMANDS_NOT_A_LIST = READER_RULES.add('commands-not-a-list', 'error', 'commands or finally is not a list.', BUILDSPEC_REFERENCE);
const COMMAND_NOT_A_TEXT = READER_RULES.add('command-not-a-text', 'error', 'A command is a list instead of a string.', BUILDSPEC_REFERENCE);
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
            const what = `This is not a buildspec: it has no phases, it is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .nameKind */ .uo)(value)}${(0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) ? ' without them' : ''}.`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleProblemsError */ .lj([{ code: NO_BUILDSPEC.name, place: this.document.place([]), what, next: '' }]);
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
            this.note(COMMANDS_NOT_A_LIST, path, `${list} is a text, expected a list.`, 'Write "- " before the command.');
            return [this.makeCommand(value, path, phase, list, false)];
        }
        if (!Array.isArray(value)) {
            this.note(COMMANDS_NOT_A_LIST, path, `${list} is ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .nameKind */ .uo)(value)}, expected a list of commands.`, '');
            return [];
        }
        return value.flatMap((item, index) => {
            const at = [...path, index];
            if (item === null)
                return [];
            if (Array.isArray(item)) {
                this.note(COMMAND_NOT_A_TEXT, at, 'The command is a list, expected a string.', 'Write it in quotes.');
                return [];
            }
            const wasMap = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(item);
            const scalar = typeof item === 'string' ? item : (this.document.source(at) ?? '');
            const text = wasMap ? joinMap(item) : scalar;
            return [this.makeCommand(text, at, phase, list, wasMap)];
        });
    }
    makeCommand(text, path, phase, list, wasMap) {
        const place = this.document.place(path);
        const { shell, trouble } = attemptShell(text);
        // A block's text starts at the start of a line; what stands beside its dash never does.
        const joinedLines = this.document.joinedLines(path);
        return { phase, list, text, place, wasMap, block: place.column === 1, joinedLines, shell, trouble };
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
            this.note(_text_shape_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .WRONG_TYPE */ .V$, path, `Expected a map (name: value), got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .nameKind */ .uo)(value)}.`, '');
        return {};
    }
    pairs(value, path) {
        return (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(this.record(value, path)).map(([name, item]) => {
            const at = [...path, name];
            if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(item) || Array.isArray(item))
                this.note(_text_shape_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .WRONG_TYPE */ .V$, at, `Expected a text, got ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .nameKind */ .uo)(item)}.`, 'Write it in quotes.');
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
    note(rule, path, what, next) {
        this.oddities.push({ rule, place: this.document.place(path), what, next });
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
        return { shell: (0,_shell_js__WEBPACK_IMPORTED_MODULE_4__/* .readShell */ .l)(text), trouble: undefined };
    }
    catch (error) {
        if (!(error instanceof _shell_js__WEBPACK_IMPORTED_MODULE_4__/* .ShellSyntaxError */ .M))
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

/***/ 4916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ ShellSyntaxError),
/* harmony export */   l: () => (/* binding */ readShell)
/* harmony export */ });
/* harmony import */ var unbash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8919);

/** The text is not valid shell syntax; `offset` is where the parser noticed, in UTF-16 code units. */
class ShellSyntaxError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
/**
 * Parses the text of a command as bash does, into the few shapes that the checks and the import need. Nothing is expanded.
 *
 * @throws ShellSyntaxError for the first syntax error, in nested commands too
 */
function readShell(text) {
    const source = text.replaceAll('\r\n', '\n');
    return new ScriptConverter(source, 0).convertScript((0,unbash__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(source));
}
/** Converts the nodes of one source text. A script in escaped backquotes has a text of its own. */
class ScriptConverter {
    source;
    /** Added to every position, so that offsets count from the start of the outermost text. */
    base;
    constructor(source, base) {
        this.source = source;
        this.base = base;
    }
    convertScript({ errors, commands }) {
        const [error] = errors ?? [];
        if (error !== undefined)
            throw new ShellSyntaxError(error.message, this.base + error.pos);
        return this.convertStatements(commands);
    }
    convertStatements(statements) {
        return statements.map(({ command, background }) => ({
            node: command.type === 'AndOr' ? this.convertChain(command) : this.convertPipeline(command),
            background: background === true
        }));
    }
    convertChain({ commands, operators }) {
        const links = commands.map((command, index) => ({
            operator: index === 0 ? undefined : operators[index - 1],
            node: this.convertPipeline(command)
        }));
        return { kind: 'chain', links };
    }
    convertPipeline(node) {
        if (node.type !== 'Pipeline')
            return this.convertCommand(node);
        const members = node.commands.map(command => this.convertCommand(command));
        const negated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
        const [first] = members;
        return members.length === 1 && !negated && first !== undefined ? first : { kind: 'pipeline', members, negated };
    }
    convertCommand(node) {
        const { offset, end } = this.spanOf(node);
        switch (node.type) {
            case 'Command':
                return this.convertSimple(node);
            case 'If': {
                const branches = [node, ...node.elif].map(branch => ({
                    condition: this.convertStatements(branch.clause.commands),
                    body: this.convertStatements(branch.then.commands)
                }));
                const otherwise = node.else === undefined ? undefined : this.convertStatements(node.else.commands);
                return { kind: 'if', branches, otherwise };
            }
            case 'For':
            case 'Select': {
                const body = this.convertStatements(node.body.commands);
                const words = node.wordlist?.map(word => this.convertWord(word));
                const loop = node.type === 'For' ? 'for' : 'select';
                return { kind: 'loop', loop, variable: node.name.value, words, head: [], body };
            }
            case 'ArithmeticFor': {
                const body = this.convertStatements(node.body.commands);
                return { kind: 'loop', loop: 'arithmetic', variable: '', words: undefined, head: [], body };
            }
            case 'While': {
                const head = this.convertStatements(node.clause.commands);
                const body = this.convertStatements(node.body.commands);
                return { kind: 'loop', loop: node.kind, variable: '', words: undefined, head, body };
            }
            case 'Case': {
                const items = node.items.map(({ pattern, body, terminator = ';;' }) => ({
                    patterns: pattern.map(word => this.convertWord(word)),
                    body: this.convertStatements(body.commands),
                    terminator
                }));
                return { kind: 'case', word: this.convertWord(node.word), items };
            }
            case 'Subshell':
            case 'BraceGroup': {
                const body = this.convertStatements(node.body.commands);
                return { kind: 'group', body, subshell: node.type === 'Subshell', redirects: [], offset, end };
            }
            case 'CompoundList': {
                const body = this.convertStatements(node.commands);
                return { kind: 'group', body, subshell: false, redirects: [], offset, end };
            }
            case 'Redirected': {
                const inner = this.convertCommand(node.command);
                const redirects = node.redirects.map(redirect => this.convertRedirect(redirect));
                const body = inner.kind === 'group' ? inner.body : [{ node: inner, background: false }];
                return { kind: 'group', body, subshell: inner.kind === 'group' && inner.subshell, redirects, offset, end };
            }
            case 'Function':
                return { kind: 'function', name: node.name.value, body: this.convertCommand(node.body) };
            case 'Coproc':
                return this.convertCommand(node.body);
            case 'TestCommand': {
                const words = [literal('[['), ...this.convertTest(node.expression), literal(']]')];
                return { kind: 'simple', assignments: [], words, redirects: [], offset, end };
            }
            case 'ArithmeticCommand': {
                const words = [this.opaqueWord(node)];
                return { kind: 'simple', assignments: [], words, redirects: [], offset, end };
            }
        }
    }
    convertSimple(node) {
        const assignments = node.prefix.flatMap(item => (item.type === 'Assignment' ? this.convertAssignment(item) : []));
        const named = node.name === undefined ? [] : [node.name];
        const words = [...named, ...node.args].map(argument => this.convertArgument(argument));
        const redirects = node.redirects.map(redirect => this.convertRedirect(redirect));
        return { kind: 'simple', assignments, words, redirects, ...this.spanOf(node) };
    }
    convertAssignment({ name, value, append, index }) {
        const isWhole = value.type !== 'Word' && index === undefined;
        return {
            name,
            value: value.type === 'Word' && index === undefined ? this.convertWord(value) : this.opaqueWord(value),
            append: append === true,
            elements: isWhole ? value.elements.map(element => this.convertWord(element)) : undefined
        };
    }
    /** `export A=$B` has assignments among its arguments; to the shell they are words too. */
    convertArgument(argument) {
        if (argument.type === 'Word')
            return this.convertWord(argument);
        const { value } = this.convertAssignment(argument);
        const before = this.source.slice(argument.pos, argument.value.pos);
        return { parts: [{ kind: 'text', text: before, quoted: false }, ...value.parts], source: argument.text };
    }
    /** `[[ … ]]` as the words that `[ … ]` would have. */
    convertTest(expression) {
        switch (expression.type) {
            case 'TestUnary':
                return [literal(expression.operator), this.convertWord(expression.operand)];
            case 'TestBinary':
                return [
                    this.convertWord(expression.left),
                    literal(expression.operator),
                    this.convertWord(expression.right)
                ].filter(({ source }) => source !== '');
            case 'TestLogical':
                return expression.operands.flatMap((operand, index) => [
                    ...(index === 0 ? [] : [literal(expression.operator)]),
                    ...this.convertTest(operand)
                ]);
            case 'TestNot':
                return [...expression.negations.map(() => literal('!')), ...this.convertTest(expression.operand)];
            case 'TestGroup':
                return [literal('('), ...this.convertTest(expression.expression), literal(')')];
        }
    }
    convertRedirect(redirect) {
        if (redirect.type === 'HereDoc')
            return this.convertHereDocument(redirect);
        const { descriptor, operator } = redirect;
        const target = redirect.target === undefined ? literal('') : this.convertWord(redirect.target);
        const both = /^&(>>?)$/.exec(operator)?.[1];
        if (both !== undefined)
            return { operator: both, descriptor: '&', target, body: undefined };
        const number = descriptor?.type === 'FileDescriptor' ? String(descriptor.value) : '';
        return { operator, descriptor: number, target, body: undefined };
    }
    convertHereDocument({ operator, delimiter, body }) {
        const source = body.text;
        const parts = body.parts?.flatMap(part => this.convertPart(part, true)) ?? [
            { kind: 'text', text: source, quoted: true }
        ];
        return {
            operator,
            descriptor: '',
            target: literal(delimiter?.value ?? ''),
            body: { parts: operator === '<<-' ? withoutTabs(parts) : parts, source }
        };
    }
    convertWord(word) {
        const parts = word.parts?.flatMap(part => this.convertPart(part, false)) ?? [
            { kind: 'text', text: word.value, quoted: word.value !== word.text }
        ];
        return { parts: joinTexts(parts), source: word.text };
    }
    convertPart(part, quoted) {
        switch (part.type) {
            case 'Literal':
                return [{ kind: 'text', text: part.value, quoted: quoted || part.value !== part.text }];
            case 'SingleQuoted':
            case 'AnsiCQuoted':
                return [{ kind: 'text', text: part.value, quoted: true }];
            case 'DoubleQuoted':
            case 'LocaleString': {
                const inner = this.convertQuoted(part.parts);
                // Empty quotes are a word too, but "$@" and "${A[@]}" without elements are none.
                return inner.length > 0 && inner.every(isList) ? inner : [{ kind: 'text', text: '', quoted: true }, ...inner];
            }
            case 'SimpleExpansion': {
                const name = part.text.slice(1);
                return [{ kind: 'variable', name, operator: '', operand: undefined, quoted, source: part.text }];
            }
            case 'ParameterExpansion':
                return [this.convertParameter(part, quoted)];
            case 'CommandExpansion':
                return [this.convertSubstitution(part, quoted)];
            case 'ArithmeticExpansion':
            case 'ProcessSubstitution':
                return [{ kind: 'opaque', source: part.text, quoted }];
            case 'Glob':
            case 'ExtendedGlob':
                return [{ kind: 'text', text: part.text, quoted }];
            case 'BraceExpansion':
                return this.convertBraces(part.text, part.parts ?? [], quoted);
        }
    }
    convertQuoted(parts) {
        return parts.flatMap(part => this.convertPart(part, true));
    }
    /** `{$A,b}`: the parser lists what is between the braces. */
    convertBraces(text, inner, quoted) {
        const plain = (braces) => ({ kind: 'text', text: braces, quoted });
        if (inner.length === 0)
            return [plain(text)];
        return [plain('{'), ...inner.flatMap(part => this.convertPart(part, quoted)), plain('}')];
    }
    convertSubstitution(part, quoted) {
        const { script, text: source } = part;
        if (script === undefined)
            return { kind: 'opaque', source, quoted };
        // Positions in escaped backquotes count in the text without the escapes: its start is the nearest that is known.
        const converter = script.source === undefined ? this : new ScriptConverter(script.source, this.base + part.pos + 1);
        return { kind: 'command', body: converter.convertScript(script), quoted, source };
    }
    convertParameter(part, quoted) {
        const { parameter: name, prefix, index, operation, text: source } = part;
        if (prefix === undefined && operation === undefined && /^[@*]$/.test(index?.value ?? ''))
            return { kind: 'elements', name, quoted, source };
        if (prefix === undefined && operation === undefined && index !== undefined) {
            const element = `${name}[${index.text}]`;
            return { kind: 'variable', name: element, operator: '', operand: undefined, quoted, source };
        }
        if (prefix !== undefined || index !== undefined || operation?.type === 'Names' || operation?.type === 'Unknown')
            return { kind: 'opaque', source, quoted };
        if (operation === undefined)
            return { kind: 'variable', name, operator: '', operand: undefined, quoted, source };
        return {
            kind: 'variable',
            name,
            operator: operation.operator,
            operand: this.convertOperand(operation),
            quoted,
            source
        };
    }
    convertOperand(operation) {
        switch (operation.type) {
            case 'Default':
            case 'Remove':
            case 'Transform':
                return this.convertWord(operation.operand);
            case 'CaseModification':
                return operation.operand === undefined ? undefined : this.convertWord(operation.operand);
            case 'Slice': {
                const { offset, length } = operation;
                const words = [
                    this.convertWord(offset),
                    ...(length === undefined ? [] : [literal(':'), this.convertWord(length)])
                ];
                return {
                    parts: joinTexts(words.flatMap(({ parts }) => parts)),
                    source: words.map(({ source }) => source).join('')
                };
            }
            default:
                return undefined;
        }
    }
    opaqueWord({ pos, end }) {
        const source = this.source.slice(pos, end);
        return { parts: [{ kind: 'opaque', source, quoted: true }], source };
    }
    spanOf({ pos, end }) {
        return { offset: this.base + pos, end: this.base + end };
    }
}
function literal(text) {
    return { parts: [{ kind: 'text', text, quoted: false }], source: text };
}
/** `<<-` takes the tabs at the start of each line away. */
function withoutTabs(parts) {
    return parts.map((part, index) => part.kind === 'text' ? { ...part, text: part.text.replace(index === 0 ? /^\t+/gm : /(?<=\n)\t+/g, '') } : part);
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
/** All the parameters, or all the elements of an array. */
function isList(part) {
    return part.kind === 'elements' || (part.kind === 'variable' && part.name === '@' && part.operator === '');
}


/***/ }),

/***/ 4290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ withoutPrivateUse),
/* harmony export */   Y: () => (/* binding */ Unknowns)
/* harmony export */ });
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


/***/ }),

/***/ 3649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ listCommandsOf),
/* harmony export */   FH: () => (/* binding */ listCommands),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/** Every simple command of a list in the order in which they are written: those in branches, functions and substitutions too. */
function listCommands(list) {
    return list.flatMap(({ node }) => listCommandsOf(node));
}
function listCommandsOf(node) {
    switch (node.kind) {
        case 'simple': {
            const words = [
                ...node.assignments.flatMap(({ value, elements = [] }) => [value, ...elements]),
                ...node.words,
                ...node.redirects.flatMap(({ target, body }) => (body === undefined ? [target] : [target, body]))
            ];
            return [...words.flatMap(listNested), node];
        }
        case 'pipeline':
            return node.members.flatMap(listCommandsOf);
        case 'chain':
            return node.links.flatMap(link => listCommandsOf(link.node));
        case 'if':
            return [
                ...node.branches.flatMap(({ condition, body }) => [...listCommands(condition), ...listCommands(body)]),
                ...listCommands(node.otherwise ?? [])
            ];
        case 'loop':
            return [...(node.words ?? []).flatMap(listNested), ...listCommands(node.head), ...listCommands(node.body)];
        case 'case':
            return [...listNested(node.word), ...node.items.flatMap(({ body }) => listCommands(body))];
        case 'group':
            return [...listCommands(node.body), ...node.redirects.flatMap(({ target }) => listNested(target))];
        case 'function':
            return listCommandsOf(node.body);
    }
}
function listNested(word) {
    return word.parts.flatMap(part => {
        if (part.kind === 'command')
            return listCommands(part.body);
        return part.kind === 'variable' && part.operand !== undefined ? listNested(part.operand) : [];
    });
}
/** The text of a word in which nothing is expanded; undefined if something is. */
function plainText(word) {
    if (word === undefined)
        return undefined;
    const texts = word.parts.map(part => (part.kind === 'text' ? part.text : undefined));
    return texts.includes(undefined) ? undefined : texts.join('');
}


/***/ })

};
