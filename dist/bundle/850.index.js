export const id = 850;
export const ids = [850];
export const modules = {

/***/ 850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ readDocument)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/encoding.js
var text_encoding = __webpack_require__(806);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./lib/text/source-tree.js
/** Nesting deeper than this is refused: no file of AWS's or ours comes near, and a reader must not run out of stack. */
const MAX_DEPTH = 100;
/**
 * A document that stands for more values than this (YAML aliases multiply) is refused. The largest task definition that ECS takes, 65,536
 * bytes, has fewer; with each of them wrong, telling all of it stays below a second.
 */
const MAX_VALUES = 20_000;
/** Thrown inside the readers; `readDocument` turns it into a ProblemsError with line and column. */
class DocumentSyntaxError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(problem => problem.what).join('\n'));
        this.problems = problems;
    }
}
/** The same key twice in one map: which one counts differs from reader to reader, so neither is taken. */
function findDuplicateKeys(entries, lineOf) {
    const seen = new Map();
    const problems = [];
    for (const { key, keyOffset } of entries) {
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, keyOffset);
        else
            problems.push({
                code: 'duplicate-key',
                offset: keyOffset,
                what: `The key ${JSON.stringify(key)} is written twice in the same object, first in line ${lineOf(first)}.`,
                next: 'Keep one of the two.'
            });
    }
    return problems;
}
/** A number that JavaScript cannot hold exactly would be changed on its way. */
function findInexactNumber(value, source, offset) {
    const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    if (exact)
        return undefined;
    const what = `The number ${source.slice(0, 40)} is too large to be kept exactly.`;
    return { code: 'invalid-number', offset, what, next: 'Write it in quotes if it is a string.' };
}

// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
;// CONCATENATED MODULE: ./lib/text/json.js



/** What jsonc-parser's error codes mean to a person; `got` is the text at the error. */
const SENTENCES = {
    1: got => `A JSON value was expected, got ${got}.`,
    2: got => `A number was expected, got ${got}.`,
    3: got => `A key in double quotes was expected, got ${got}.`,
    4: got => `A JSON value was expected, got ${got}.`,
    5: got => `A colon was expected after the key, got ${got}.`,
    6: got => `A comma was expected between two entries, got ${got}.`,
    7: got => `The object is not closed: "}" was expected, got ${got}.`,
    8: got => `The list is not closed: "]" was expected, got ${got}.`,
    9: got => `The JSON ends here, but there is more: ${got}.`,
    10: () => 'A comment is not allowed here.',
    11: () => 'The comment is not closed.',
    12: () => 'The string is not closed: a double quote was expected before the end of the line.',
    13: got => `The number is not complete: ${got}.`,
    14: () => 'The escape \\u must be followed by four hexadecimal digits.',
    15: () => 'The string holds a backslash that starts no JSON escape.',
    16: () => 'The string holds a control character, such as a tab.'
};
/** Token kinds of jsonc-parser's scanner (its `SyntaxKind` is a const enum, which does not exist at run time). */
const OPENERS = [1, 3];
const CLOSERS = [2, 4];
const END_OF_FILE = 17;
/** Reads JSON with comments and trailing commas. Throws DocumentSyntaxError with the first error, or with every key written twice. */
function parseJson(text, lineOf) {
    refuseDeepNesting(text);
    const open = [];
    const problems = [];
    let root;
    let size = 0;
    const add = (node) => {
        size += 1;
        if (size > MAX_VALUES) {
            const what = `The file holds more than ${MAX_VALUES} values.`;
            throw new DocumentSyntaxError([{ code: 'too-large', offset: node.offset, what, next: '' }]);
        }
        const parent = open.at(-1);
        if (parent === undefined)
            root ??= node;
        else if (parent.kind === 'list')
            parent.items.push(node);
        else if (parent.key !== undefined) {
            parent.entries.push({ ...parent.key, value: node });
            parent.key = undefined;
        }
    };
    const close = () => {
        const node = open.pop();
        if (node === undefined)
            return;
        if (node.kind === 'list')
            add({ kind: 'list', offset: node.offset, items: node.items });
        else {
            problems.push(...findDuplicateKeys(node.entries, lineOf));
            add({ kind: 'map', offset: node.offset, entries: node.entries });
        }
    };
    (0,main.visit)(text, {
        onObjectBegin: offset => void open.push({ kind: 'map', offset, entries: [], key: undefined }),
        onArrayBegin: offset => void open.push({ kind: 'list', offset, items: [] }),
        onObjectProperty: (key, offset) => {
            const parent = open.at(-1);
            if (parent?.kind === 'map')
                parent.key = { key, keyOffset: offset };
        },
        onLiteralValue: (value, offset, length) => {
            const source = typeof value === 'string' ? value : text.slice(offset, offset + length);
            const inexact = typeof value === 'number' ? findInexactNumber(value, source, offset) : undefined;
            if (inexact !== undefined)
                problems.push(inexact);
            add({ kind: 'scalar', offset, value, source });
        },
        onObjectEnd: close,
        onArrayEnd: close,
        onError: (code, offset, length) => {
            throw new DocumentSyntaxError([describeError(code, text, offset, length)]);
        }
    }, { allowTrailingComma: true });
    if (problems.length > 0)
        throw new DocumentSyntaxError(problems);
    if (root === undefined)
        throw new DocumentSyntaxError([describeError(4, text, text.length, 0)]);
    return root;
}
/** The parser calls itself for each level, so depth is counted before it runs. */
function refuseDeepNesting(text) {
    const scanner = (0,main.createScanner)(text, true);
    let depth = 0;
    for (let token = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
        if (CLOSERS.includes(token))
            depth--;
        if (OPENERS.includes(token) && ++depth > MAX_DEPTH) {
            const what = `Objects and lists are nested more than ${MAX_DEPTH} deep.`;
            throw new DocumentSyntaxError([{ code: 'too-deep', offset: scanner.getTokenOffset(), what, next: '' }]);
        }
    }
}
function describeError(code, text, offset, length) {
    const rest = text.slice(offset, offset + 200);
    const found = /^(?:"[^"\n\r]*"|[^\s,{}[\]"]+)/.exec(rest)?.[0] ?? rest.slice(0, Math.max(length, 1));
    const shown = found.startsWith('"') ? found : (0,format/* quote */.hD)(found);
    const got = rest.trim() === '' ? 'the end of the file' : shown;
    const sentence = SENTENCES[code] ?? (() => 'This is not JSON.');
    return { code: 'invalid-json', offset, what: sentence(got), next: adviseOn(found) };
}
function adviseOn(found) {
    if (/^[<$]/.test(found))
        return 'A placeholder must stand in double quotes, or be filled in before the file is read.';
    if (/^[A-Za-z_']/.test(found))
        return 'Keys and strings stand in double quotes.';
    return '';
}

// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./lib/text/yaml.js



const CORE_TAGS = 'tag:yaml.org,2002:';
const QUOTE_ADVICE = 'A value that starts with a special character, or holds ": " or " #", must stand in quotes.';
/**
 * Reads one YAML document after the core schema of YAML 1.2 (`yes` and dates are strings), with merge keys (`<<`). A plain
 * number with leading zeros, as an account id, stays a string: YAML 1.1 and 1.2 disagree on its value.
 * Throws DocumentSyntaxError with offsets.
 */
function parseYaml(text, lineOf) {
    return new TreeBuilder(text, readEvents(text), lineOf).build();
}
function readEvents(text) {
    try {
        return (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: MAX_DEPTH });
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        throw new DocumentSyntaxError([yaml_describeError(error, text)]);
    }
}
/** Turns js-yaml's flat events into nodes. Aliases are resolved here, so that what they multiply can be counted. */
class TreeBuilder {
    text;
    events;
    lineOf;
    anchors = new Map();
    duplicates = [];
    next = 0;
    size = 0;
    lastOffset = 0;
    constructor(text, events, lineOf) {
        this.text = text;
        this.events = events;
        this.lineOf = lineOf;
    }
    build() {
        if (this.events.length === 0)
            return undefined;
        this.next = 1;
        if (this.events[1]?.type === js_yaml/* EVENT_ID */.hy.POP)
            return undefined;
        const root = this.readNode();
        this.next++;
        if (this.events[this.next]?.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            const offset = this.text.indexOf('\n---', this.lastOffset) + 1;
            refuse('several-documents', offset, 'The file holds several YAML documents.', 'Keep one of them in this file.');
        }
        if (this.duplicates.length > 0)
            throw new DocumentSyntaxError(this.duplicates);
        return root;
    }
    readNode() {
        const event = this.events[this.next++];
        if (event === undefined || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT || event.type === js_yaml/* EVENT_ID */.hy.POP) {
            return refuse('invalid-yaml', this.lastOffset, 'A YAML value was expected.', '');
        }
        if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
            return this.readAlias(this.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
        const anchor = event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
        const before = this.size;
        if (anchor !== undefined)
            this.anchors.set(anchor, 'open');
        const node = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? this.readScalar(event) : this.readCollection(event);
        this.count(1, node.offset);
        if (anchor !== undefined)
            this.anchors.set(anchor, { node, size: this.size - before });
        return node;
    }
    readAlias(name, offset) {
        const anchor = this.anchors.get(name);
        if (anchor === undefined)
            return refuse('invalid-yaml', offset, `There is no anchor &${name} before this alias.`, QUOTE_ADVICE);
        if (anchor === 'open')
            return refuse('invalid-yaml', offset, `The alias *${name} stands inside its own anchor.`, '');
        this.count(anchor.size, offset);
        return anchor.node;
    }
    count(values, offset) {
        this.size += values;
        if (this.size > MAX_VALUES)
            refuse('too-large', offset, `The file stands for more than ${MAX_VALUES} values.`, 'Use fewer aliases.');
    }
    readCollection(event) {
        this.lastOffset = event.start;
        const tag = readTag(this.text, event);
        const wanted = event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE ? 'seq' : 'map';
        if (tag !== undefined && tag !== CORE_TAGS + wanted)
            refuseTag(tag, event.tagStart);
        if (event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE) {
            const items = [];
            while (this.events[this.next]?.type !== js_yaml/* EVENT_ID */.hy.POP)
                items.push(this.readNode());
            this.next++;
            return { kind: 'list', offset: event.start, items };
        }
        const entries = [];
        const merged = [];
        while (this.events[this.next]?.type !== js_yaml/* EVENT_ID */.hy.POP) {
            const keyEvent = this.events[this.next];
            const key = this.readKey();
            const value = this.readNode();
            if (key.text === '<<' && isPlain(keyEvent))
                merged.push(value);
            else
                entries.push({ key: key.text, keyOffset: key.offset, value });
        }
        this.next++;
        this.duplicates.push(...findDuplicateKeys(entries, this.lineOf));
        return { kind: 'map', offset: event.start, entries: mergeEntries(entries, merged) };
    }
    readKey() {
        const node = this.readNode();
        if (node.kind === 'scalar')
            return { text: node.source, offset: node.offset };
        const advice = 'A template placeholder such as {{ name }} must stand in quotes.';
        return refuse('invalid-yaml', node.offset, `${node.kind === 'map' ? 'An object' : 'A list'} cannot be a key.`, advice);
    }
    readScalar(event) {
        const offset = event.valueStart < 0 ? Math.max(event.tagStart, event.anchorStart, this.lastOffset) : event.valueStart;
        this.lastOffset = offset;
        const source = (0,js_yaml/* getScalarValue */.KE)(this.text, event);
        const tag = readTag(this.text, event);
        const untagged = isPlain(event) ? resolvePlain(source) : source;
        const value = tag === undefined ? untagged : resolveTagged(tag, source, event.tagStart);
        const inexact = typeof value === 'number' ? findInexactNumber(value, source, offset) : undefined;
        if (inexact !== undefined)
            throw new DocumentSyntaxError([inexact]);
        const quoted = event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED;
        return { kind: 'scalar', offset: quoted ? offset - 1 : offset, value, source };
    }
}
function isPlain(event) {
    return event?.type === js_yaml/* EVENT_ID */.hy.SCALAR && event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN;
}
/** `<<: *defaults` or a list of such: keys of the map itself come first, then those of the earlier merge. */
function mergeEntries(entries, merged) {
    const result = [...entries];
    const known = new Set(entries.map(entry => entry.key));
    for (const source of merged.flatMap(node => (node.kind === 'list' ? node.items : [node]))) {
        if (source.kind !== 'map')
            return refuse('invalid-yaml', source.offset, 'A merge key (<<) takes an object or a list of objects.', '');
        for (const entry of source.entries) {
            if (!known.has(entry.key))
                result.push(entry);
            known.add(entry.key);
        }
    }
    return result;
}
function readTag(text, event) {
    if (event.tagStart < 0)
        return undefined;
    const tag = text.slice(event.tagStart, event.tagEnd);
    if (tag.startsWith('!<'))
        return tag.slice(2, -1);
    return tag.startsWith('!!') ? CORE_TAGS + tag.slice(2) : tag;
}
function resolveTagged(tag, source, offset) {
    if (tag === '!' || tag === `${CORE_TAGS}str`)
        return source;
    const value = resolvePlain(source);
    const fits = {
        [`${CORE_TAGS}int`]: 'number',
        [`${CORE_TAGS}float`]: 'number',
        [`${CORE_TAGS}bool`]: 'boolean',
        [`${CORE_TAGS}null`]: 'null'
    };
    if (fits[tag] === undefined)
        return refuseTag(tag, offset);
    if (fits[tag] !== (value === null ? 'null' : typeof value))
        return refuse('invalid-yaml', offset, `${(0,format/* quote */.hD)(source)} is not what its tag says.`, 'Leave the tag out.');
    return value;
}
function refuseTag(tag, offset) {
    const written = tag.startsWith(CORE_TAGS) ? `!!${tag.slice(CORE_TAGS.length)}` : tag;
    const what = `The YAML tag ${written.slice(0, 60)} is not known here; CloudFormation's functions work in CloudFormation templates only.`;
    return refuse('unknown-tag', offset, what, 'Write the plain value.');
}
/** The core schema of YAML 1.2, section 10.3.2, without octal, infinity and not-a-number, which stay as written. */
function resolvePlain(source) {
    if (/^(?:~|null|Null|NULL|)$/.test(source))
        return null;
    if (/^(?:true|True|TRUE)$/.test(source))
        return true;
    if (/^(?:false|False|FALSE)$/.test(source))
        return false;
    if (/^[-+]?0\d/.test(source))
        return source;
    if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(source) || /^0x[\da-fA-F]+$/.test(source))
        return Number(source);
    return source;
}
function refuse(code, offset, what, next) {
    throw new DocumentSyntaxError([{ code, offset, what, next }]);
}
/** js-yaml's reasons are short and lower case; the likely cause is added where the text shows it. */
function yaml_describeError(error, text) {
    const offset = Math.min(error.mark?.position ?? 0, text.length);
    if (/nesting exceeded/.test(error.reason)) {
        return { code: 'too-deep', offset, what: `Objects and lists are nested more than ${MAX_DEPTH} deep.`, next: '' };
    }
    const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    const tab = /^ *\t/.exec(text.slice(lineStart, offset + 1));
    if (tab !== null) {
        const what = 'The line is indented with a tab, which YAML does not allow.';
        return { code: 'invalid-yaml', offset: lineStart + tab[0].length - 1, what, next: 'Indent with spaces.' };
    }
    const next = /indentation of a mapping entry|node content|document separator/.test(error.reason)
        ? `Check the indentation. ${QUOTE_ADVICE}`
        : '';
    return { code: 'invalid-yaml', offset, what: `This is not YAML: ${error.reason}.`, next };
}

;// CONCATENATED MODULE: ./lib/text/document.js







/**
 * Reads JSON, JSON with comments and trailing commas, or YAML: UTF-8 or UTF-16, with or without a byte order mark, any line ends.
 * A file named `.json` that starts like JSON must be JSON; any other may be either.
 *
 * @param file what messages call it, normally the path
 * @throws ProblemsError with line and column: not readable, empty, a key twice, nested too deep
 */
function readDocument(file, bytes) {
    const { text, encoding, badOffset } = (0,text_encoding/* decodeText */.g)(bytes);
    const lines = findLineStarts(text);
    const place = (offset) => ({ file, ...locate(lines, offset) });
    if (badOffset !== undefined) {
        const what = `The file holds bytes that are not ${encoding}.`;
        throw new errors/* ProblemsError */.FQ([{ code: 'invalid-encoding', place: place(badOffset), what, next: 'Save it as UTF-8.' }]);
    }
    try {
        const { format, root } = parse(file, text, offset => locate(lines, offset).line);
        return makeDocument(file, format, root, place);
    }
    catch (error) {
        if (!(error instanceof DocumentSyntaxError))
            throw error;
        throw new errors/* ProblemsError */.FQ(error.problems.map(problem => toProblem(problem, place)));
    }
}
function toProblem({ code, offset, what, next }, place) {
    return { code, place: place(offset), what, next };
}
function parse(file, text, lineOf) {
    const jsonName = /\.(?:json|jsonc|json5)$/i.test(file);
    // White space and comments of either language may come first.
    const looksLikeJson = /^(?:\s|\/\/[^\n\r]*|\/\*[^]*?\*\/)*[{[]/.test(text);
    if (looksLikeJson && jsonName)
        return { format: 'json', root: parseJson(text, lineOf) };
    if (looksLikeJson) {
        const json = attempt(() => parseJson(text, lineOf));
        if (json.root !== undefined)
            return { format: 'json', root: json.root };
        const yaml = attempt(() => parseYaml(text, lineOf));
        if (yaml.root !== undefined)
            return { format: 'yaml', root: yaml.root };
        throw (/\.ya?ml$/i.test(file) ? yaml.error : json.error) ?? json.error ?? makeEmptyError();
    }
    const { root, error } = attempt(() => parseYaml(text, lineOf));
    if (root === undefined && error === undefined)
        throw makeEmptyError();
    // What is named .json and is neither an object nor a list in YAML was meant as JSON, so JSON's error is the helpful one.
    if (jsonName && (root === undefined || root.kind === 'scalar'))
        return { format: 'json', root: parseJson(text, lineOf) };
    if (root === undefined)
        throw error ?? makeEmptyError();
    return { format: 'yaml', root };
}
function attempt(read) {
    try {
        return { root: read() };
    }
    catch (error) {
        if (error instanceof DocumentSyntaxError)
            return { error };
        throw error;
    }
}
function makeEmptyError() {
    return new DocumentSyntaxError([{ code: 'empty-file', offset: 0, what: 'The file is empty.', next: '' }]);
}
function makeDocument(file, format, root, place) {
    return {
        file,
        format,
        value: toValue(root),
        place: path => {
            const formatted = (0,text_path/* formatPath */.j)(path);
            return { ...place(find(root, path).offset), ...(formatted === '' ? {} : { path: formatted }) };
        },
        source: path => {
            const { node } = find(root, path);
            return node?.kind === 'scalar' ? node.source : undefined;
        }
    };
}
function toValue(node) {
    if (node.kind === 'scalar')
        return node.value;
    if (node.kind === 'list')
        return node.items.map(toValue);
    return (0,record/* makeRecord */.Uo)(node.entries.map(({ key, value }) => [key, toValue(value)]));
}
/** The node at a path, and the offset of the last part of the path that is there. */
function find(root, path) {
    let node = root;
    let { offset } = root;
    for (const part of path) {
        const step = typeof part === 'number' ? stepIntoList(node, part) : stepIntoMap(node, part);
        if (step === undefined)
            return { node: undefined, offset };
        ({ node, offset } = step);
    }
    return { node, offset };
}
function stepIntoList(node, index) {
    const item = node.kind === 'list' ? node.items[index] : undefined;
    return item === undefined ? undefined : { node: item, offset: item.offset };
}
/** Where each problem of a map with very many keys has its place asked for, a search from the start each time would never end. */
const entriesByKey = new WeakMap();
function indexEntries(node) {
    const known = entriesByKey.get(node);
    if (known !== undefined)
        return known;
    const index = new Map(node.entries.map(entry => [entry.key, entry]));
    entriesByKey.set(node, index);
    return index;
}
function stepIntoMap(node, key) {
    const entry = node.kind === 'map' ? indexEntries(node).get(key) : undefined;
    return entry === undefined ? undefined : { node: entry.value, offset: entry.keyOffset };
}
function findLineStarts(text) {
    return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), match => match.index + match[0].length)];
}
function locate(lines, offset) {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((lines[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}


/***/ }),

/***/ 806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/**
 * Reads UTF-8 and UTF-16, with or without a byte order mark. UTF-16 without one is known by its zero bytes: a document
 * that starts with an ASCII character has one in its first two bytes.
 */
function decodeText(bytes) {
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe)
        return decodeUtf16(bytes.subarray(2), 'UTF-16LE');
    if (first === 0xfe && second === 0xff)
        return decodeUtf16(bytes.subarray(2), 'UTF-16BE');
    if (first === 0xef && second === 0xbb && third === 0xbf)
        return decode(bytes.subarray(3), 'UTF-8');
    if (first !== undefined && first !== 0 && second === 0)
        return decodeUtf16(bytes, 'UTF-16LE');
    if (first === 0 && second !== undefined && second !== 0)
        return decodeUtf16(bytes, 'UTF-16BE');
    return decode(bytes, 'UTF-8');
}
function decodeUtf16(bytes, encoding) {
    if (encoding === 'UTF-16LE')
        return decode(bytes, encoding);
    // Node without full ICU knows no UTF-16BE, so the bytes are swapped.
    const swapped = new Uint8Array(bytes.length);
    bytes.forEach((byte, index) => (swapped[index % 2 === 0 && index + 1 < bytes.length ? index + 1 : index - (index % 2)] = byte));
    return { ...decode(swapped, 'UTF-16LE'), encoding };
}
function decode(bytes, encoding) {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    if (!text.includes('\uFFFD'))
        return { text, encoding, badOffset: undefined };
    try {
        return {
            text: new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes),
            encoding,
            badOffset: undefined
        };
    }
    catch {
        return { text, encoding, badOffset: text.indexOf('\uFFFD') };
    }
}


/***/ }),

/***/ 3808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   uo: () => (/* binding */ nameKind),
/* harmony export */   vp: () => (/* binding */ showValue)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);

/** What kind of value it is, in a document's own words: `a string`, `a number`, `a list`, `an object`, `null` … */
function nameKind(value) {
    if (value === null)
        return 'null';
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return 'an object';
    return `a ${typeof value}`;
}
/** A value as a message shows it, on one line and cut to a readable length: `"80"`, `256`, `a list`. */
function showValue(value) {
    if (typeof value === 'string')
        return quote(value);
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return nameKind(value);
}
/** A text in quotes, on one line, cut at 80 characters. */
function quote(text) {
    const characters = Array.from(text);
    return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text);
}
/** `a, b and c`; the empty list is `none`. */
function listNames(names, conjunction = 'and') {
    if (names.length < 2)
        return names[0] ?? 'none';
    return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}
/** Words on lines no longer than `width` columns, each behind `indent`; a word that is longer stays whole. Pure. */
function wrap(text, width, indent = '') {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && indent.length + longer.length > width) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = longer;
    }
    return [...lines, indent + line];
}


/***/ }),

/***/ 8020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/**
 * Writes a path as people do: `containerDefinitions[0].image`. A key that is not a plain word is quoted:
 * `dockerLabels["com.example.team"]`. The root is the empty string.
 */
function formatPath(path) {
    return path.reduce((text, part) => text + formatPart(part, text === ''), '');
}
function formatPart(part, first) {
    if (typeof part === 'number')
        return `[${part}]`;
    if (!/^[A-Za-z_$][\w$-]*$/.test(part))
        return `[${JSON.stringify(part)}]`;
    return first ? part : `.${part}`;
}


/***/ }),

/***/ 8006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ writeJson),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Uo: () => (/* binding */ makeRecord),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
const KEY_ORDER = Symbol('key order');
/**
 * A plain object of these entries, in this order. `__proto__` and `constructor` become ordinary keys. JavaScript sorts
 * keys that look like indexes (`"10"`) before all others; for such objects the order is noted beside, see `keysOf`.
 */
function makeRecord(entries) {
    const record = Object.fromEntries(entries);
    const keys = entries.map(([key]) => key);
    if (keys.some(key => /^\d+$/.test(key)))
        Object.defineProperty(record, KEY_ORDER, { value: keys });
    return record;
}
/** The keys of an object in the order in which `makeRecord` got them; of any other object as JavaScript lists them. */
function keysOf(record) {
    const noted = record[KEY_ORDER];
    const keys = Object.keys(record);
    if (noted === undefined)
        return keys;
    const kept = noted.filter(key => Object.hasOwn(record, key));
    return [...new Set([...kept, ...keys])];
}
/** The entries of an object in the order of `keysOf`. */
function entriesOf(record) {
    return keysOf(record).map(key => [key, record[key]]);
}
/** True for an object that is neither null nor a list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An object's own value under a key; what it inherits (`constructor`, `toString`) does not count. */
function own(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
}
/** JSON, two spaces, LF, one final newline, keys in the order of `keysOf`. `undefined` members are left out. */
function writeJson(value) {
    return `${write(value, '')}\n`;
}
function write(value, indent) {
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        if (value.length === 0)
            return '[]';
        return `[\n${value.map(item => inner + write(item, inner)).join(',\n')}\n${indent}]`;
    }
    if (!isRecord(value))
        return JSON.stringify(value ?? null);
    const members = entriesOf(value).filter(([, member]) => member !== undefined);
    if (members.length === 0)
        return '{}';
    return `{\n${members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`).join(',\n')}\n${indent}}`;
}


/***/ })

};
