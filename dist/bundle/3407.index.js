export const id = 3407;
export const ids = [3407];
export const modules = {

/***/ 1270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ai: () => (/* binding */ MISSING_FILE),
  zH: () => (/* binding */ UNREADABLE_FILE),
  u0: () => (/* binding */ readDocument)
});

// UNUSED EXPORTS: DOCUMENT_RULES

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/encoding.js
var text_encoding = __webpack_require__(806);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
// EXTERNAL MODULE: ./lib/text/source-tree.js
var source_tree = __webpack_require__(3879);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/text/templates.js
var templates = __webpack_require__(2160);
;// CONCATENATED MODULE: ./lib/text/json.js





const JSON_RULES = new errors/* RuleList */.VZ();
const INVALID_JSON = JSON_RULES.add('invalid-json', 'error', 'Invalid JSON. Comments and trailing commas are accepted.', source_tree/* JSON_GRAMMAR */.z9);
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
        if (size > source_tree/* MAX_VALUES */.Ex) {
            const what = `The file holds more than ${source_tree/* MAX_VALUES */.Ex} values.`;
            throw new source_tree/* DocumentSyntaxError */.d$([{ code: source_tree/* TOO_LARGE */.PH.name, offset: node.offset, what, next: '' }]);
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
            problems.push(...(0,source_tree/* findDuplicateKeys */.ln)(node.entries, lineOf));
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
            const inexact = typeof value === 'number' ? (0,source_tree/* findInexactNumber */.J6)(value, source, offset) : undefined;
            if (inexact !== undefined)
                problems.push(inexact);
            add({ kind: 'scalar', offset, value, source });
        },
        onObjectEnd: close,
        onArrayEnd: close,
        onError: (code, offset, length) => {
            throw new source_tree/* DocumentSyntaxError */.d$([describeError(code, text, offset, length)]);
        }
    }, { allowTrailingComma: true });
    if (problems.length > 0)
        throw new source_tree/* DocumentSyntaxError */.d$(problems);
    if (root === undefined)
        throw new source_tree/* DocumentSyntaxError */.d$([describeError(4, text, text.length, 0)]);
    return root;
}
/** The parser calls itself for each level, so depth is counted before it runs. */
function refuseDeepNesting(text) {
    const scanner = (0,main.createScanner)(text, true);
    let depth = 0;
    for (let token = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
        if (CLOSERS.includes(token))
            depth--;
        if (OPENERS.includes(token) && ++depth > source_tree/* MAX_DEPTH */.lr) {
            const what = `Objects and lists are nested more than ${source_tree/* MAX_DEPTH */.lr} deep.`;
            throw new source_tree/* DocumentSyntaxError */.d$([{ code: source_tree/* TOO_DEEP */.gZ.name, offset: scanner.getTokenOffset(), what, next: '' }]);
        }
    }
}
function describeError(code, text, offset, length) {
    const placeholder = (0,templates/* findPlaceholderAt */.MK)(text, offset);
    const rest = text.slice(offset, offset + 200);
    const found = placeholder ?? /^(?:"[^"\n\r]*"|[^\s,{}[\]"]+)/.exec(rest)?.[0] ?? rest.slice(0, Math.max(length, 1));
    const shown = found.startsWith('"') ? found : (0,format/* quote */.hD)(found);
    const got = rest.trim() === '' ? 'the end of the file' : shown;
    const sentence = SENTENCES[code] ?? (() => 'This is not JSON.');
    const next = placeholder === undefined ? adviseOn(found) : (0,templates/* adviseBarePlaceholder */.mD)(placeholder);
    return { code: INVALID_JSON.name, offset, what: sentence(got), next };
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





const YAML_RULES = new errors/* RuleList */.VZ();
const INVALID_YAML = YAML_RULES.add('invalid-yaml', 'error', 'Invalid YAML, such as tabs for indentation or an alias without an earlier anchor.', source_tree/* YAML */.Wh);
const SEVERAL_DOCUMENTS = YAML_RULES.add('several-documents', 'error', 'A YAML file holds more than one document.', `${source_tree/* YAML */.Wh}#92-streams`);
const UNKNOWN_TAG = YAML_RULES.add('unknown-tag', 'error', "A YAML value has a tag that is not YAML's own; CloudFormation functions work only in CloudFormation.", `${source_tree/* YAML */.Wh}#24-tags`);
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
        return (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: source_tree/* MAX_DEPTH */.lr });
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        throw new source_tree/* DocumentSyntaxError */.d$([yaml_describeError(error, text)]);
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
            refuse(SEVERAL_DOCUMENTS, offset, 'The file holds several YAML documents.', 'Keep one of them in this file.');
        }
        if (this.duplicates.length > 0)
            throw new source_tree/* DocumentSyntaxError */.d$(this.duplicates);
        return root;
    }
    readNode() {
        const event = this.events[this.next++];
        if (event === undefined || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT || event.type === js_yaml/* EVENT_ID */.hy.POP) {
            return refuse(INVALID_YAML, this.lastOffset, 'A YAML value was expected.', '');
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
            return refuse(INVALID_YAML, offset, `There is no anchor &${name} before this alias.`, QUOTE_ADVICE);
        if (anchor === 'open')
            return refuse(INVALID_YAML, offset, `The alias *${name} is inside its own anchor.`, '');
        this.count(anchor.size, offset);
        return anchor.node;
    }
    count(values, offset) {
        this.size += values;
        if (this.size > source_tree/* MAX_VALUES */.Ex)
            refuse(source_tree/* TOO_LARGE */.PH, offset, `The file stands for more than ${source_tree/* MAX_VALUES */.Ex} values.`, 'Use fewer aliases.');
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
        this.duplicates.push(...(0,source_tree/* findDuplicateKeys */.ln)(entries, this.lineOf));
        return { kind: 'map', offset: event.start, entries: mergeEntries(entries, merged) };
    }
    readKey() {
        const node = this.readNode();
        if (node.kind === 'scalar')
            return { text: node.source, offset: node.offset };
        const advice = 'A template placeholder such as {{ name }} must stand in quotes.';
        return refuse(INVALID_YAML, node.offset, `${node.kind === 'map' ? 'An object' : 'A list'} cannot be a key.`, advice);
    }
    readScalar(event) {
        const offset = event.valueStart < 0 ? Math.max(event.tagStart, event.anchorStart, this.lastOffset) : event.valueStart;
        this.lastOffset = offset;
        const source = (0,js_yaml/* getScalarValue */.KE)(this.text, event);
        const tag = readTag(this.text, event);
        const untagged = isPlain(event) ? resolvePlain(source) : source;
        const value = tag === undefined ? untagged : resolveTagged(tag, source, event.tagStart);
        const inexact = typeof value === 'number' ? (0,source_tree/* findInexactNumber */.J6)(value, source, offset) : undefined;
        if (inexact !== undefined)
            throw new source_tree/* DocumentSyntaxError */.d$([inexact]);
        const quoted = event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED;
        const written = event.valueStart < 0 ? '' : this.text.slice(event.valueStart, event.valueEnd);
        const joins = event.style !== js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK && written.includes('\n');
        const at = quoted ? offset - 1 : offset;
        return { kind: 'scalar', offset: at, value, source, ...(joins ? { written } : {}) };
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
            return refuse(INVALID_YAML, source.offset, 'A merge key (<<) takes an object or a list of objects.', '');
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
        return refuse(INVALID_YAML, offset, `${(0,format/* quote */.hD)(source)} is not what its tag says.`, 'Leave the tag out.');
    return value;
}
function refuseTag(tag, offset) {
    const written = tag.startsWith(CORE_TAGS) ? `!!${tag.slice(CORE_TAGS.length)}` : tag;
    const what = `The YAML tag ${written.slice(0, 60)} is not known here; CloudFormation's functions work in CloudFormation templates only.`;
    return refuse(UNKNOWN_TAG, offset, what, 'Write the plain value.');
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
function refuse(rule, offset, what, next) {
    throw new source_tree/* DocumentSyntaxError */.d$([{ code: rule.name, offset, what, next }]);
}
/** js-yaml's reasons are short and lower case; the likely cause is added where the text shows it. */
function yaml_describeError(error, text) {
    const offset = Math.min(error.mark?.position ?? 0, text.length);
    if (/nesting exceeded/.test(error.reason)) {
        return { code: source_tree/* TOO_DEEP */.gZ.name, offset, what: `Objects and lists are nested more than ${source_tree/* MAX_DEPTH */.lr} deep.`, next: '' };
    }
    const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    const tab = /^ *\t/.exec(text.slice(lineStart, offset + 1));
    if (tab !== null) {
        const what = 'The line is indented with a tab, which YAML does not allow.';
        return { code: INVALID_YAML.name, offset: lineStart + tab[0].length - 1, what, next: 'Indent with spaces.' };
    }
    const placeholder = (0,templates/* findPlaceholderAt */.MK)(text, offset);
    if (placeholder !== undefined) {
        const what = `The placeholder ${(0,format/* quote */.hD)(placeholder)} of a template is not YAML: ${error.reason}.`;
        return { code: INVALID_YAML.name, offset, what, next: (0,templates/* adviseBarePlaceholder */.mD)(placeholder) };
    }
    const next = /indentation of a mapping entry|node content|document separator/.test(error.reason)
        ? `Check the indentation. ${QUOTE_ADVICE}`
        : '';
    return { code: INVALID_YAML.name, offset, what: `This is not YAML: ${error.reason}.`, next };
}

;// CONCATENATED MODULE: ./lib/text/document.js







const DOCUMENT_RULES = new errors/* RuleList */.VZ();
const MISSING_FILE = DOCUMENT_RULES.add('missing-file', 'error', 'A file that is named does not exist.', 'the file system');
const UNREADABLE_FILE = DOCUMENT_RULES.add('unreadable-file', 'error', 'A file that is named cannot be read.', 'the file system');
const EMPTY_FILE = DOCUMENT_RULES.add('empty-file', 'error', 'A file is empty.', source_tree/* JSON_GRAMMAR */.z9);
const INVALID_ENCODING = DOCUMENT_RULES.add('invalid-encoding', 'error', 'A file is not valid UTF-8 or UTF-16 throughout.', `${source_tree/* JSON_GRAMMAR */.z9}#section-8.1`);
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
        throw new errors/* RuleProblemsError */.lj([
            { code: INVALID_ENCODING.name, place: place(badOffset), what, next: 'Save it as UTF-8.' }
        ]);
    }
    try {
        const { format, root } = parse(file, text, offset => locate(lines, offset).line);
        return makeDocument(file, format, root, place);
    }
    catch (error) {
        if (!(error instanceof source_tree/* DocumentSyntaxError */.d$))
            throw error;
        throw new errors/* RuleProblemsError */.lj(error.problems.map(problem => toProblem(problem, place)));
    }
}
function toProblem({ code, offset, what, next }, place) {
    return { code, place: place(offset), what, next };
}
function parse(file, text, lineOf) {
    const jsonName = /\.(?:json|jsonc|json5)$/i.test(file);
    const looksLikeJson = startsLikeJson(text);
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
/** White space and comments of either language may come first; one at a time, as one expression for them all runs out of stack on some MB. */
function startsLikeJson(text) {
    const blank = /\s+|\/\/[^\n\r]*|\/\*[^]*?\*\//y;
    let start = 0;
    while (blank.test(text))
        start = blank.lastIndex;
    return /^[{[]/.test(text.slice(start, start + 1));
}
function attempt(read) {
    try {
        return { root: read() };
    }
    catch (error) {
        if (error instanceof source_tree/* DocumentSyntaxError */.d$)
            return { error };
        throw error;
    }
}
function makeEmptyError() {
    return new source_tree/* DocumentSyntaxError */.d$([{ code: EMPTY_FILE.name, offset: 0, what: 'The file is empty.', next: '' }]);
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
        },
        joinedLines: path => {
            const { node } = find(root, path);
            return node?.kind === 'scalar' ? node.written?.split(/\r?\n/).map(line => line.trim()) : undefined;
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

/***/ 8020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ baseName),
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
/** The name of a file, behind the last slash of its path; empty where the path ends in a slash. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ WRONG_TYPE),
/* harmony export */   Ws: () => (/* binding */ MISSING_FIELD),
/* harmony export */   qJ: () => (/* binding */ UNKNOWN_FIELD)
/* harmony export */ });
/* unused harmony exports FIELD_RULES, TYPE_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const MODEL = 'the service model of ECS, RegisterTaskDefinition';
/** What they say of the fields of an object. */
const FIELD_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const UNKNOWN_FIELD = FIELD_RULES.add('unknown-field', 'error', 'AWS does not know the field. unknown-fields: send passes on newer ones.', `${MODEL}; for an AppSpec https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html`);
const MISSING_FIELD = FIELD_RULES.add('missing-field', 'error', 'A field that ECS requires is missing.', MODEL);
/** What every reader may say of a value: of a setting, in a task definition, in a buildspec. */
const TYPE_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const WRONG_TYPE = TYPE_RULES.add('wrong-type', 'error', 'A value has the wrong type; expected a string, a number, a list or an object.', 'schema/slipway.schema.json, from the table of settings; the service model of ECS');


/***/ }),

/***/ 3879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ MAX_VALUES),
/* harmony export */   J6: () => (/* binding */ findInexactNumber),
/* harmony export */   PH: () => (/* binding */ TOO_LARGE),
/* harmony export */   Wh: () => (/* binding */ YAML),
/* harmony export */   d$: () => (/* binding */ DocumentSyntaxError),
/* harmony export */   gZ: () => (/* binding */ TOO_DEEP),
/* harmony export */   ln: () => (/* binding */ findDuplicateKeys),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   s_: () => (/* binding */ DUPLICATE_KEY),
/* harmony export */   z9: () => (/* binding */ JSON_GRAMMAR)
/* harmony export */ });
/* unused harmony export SOURCE_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const YAML = 'https://yaml.org/spec/1.2.2/';
const JSON_GRAMMAR = 'https://www.rfc-editor.org/rfc/rfc8259';
const SOURCE_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const DUPLICATE_KEY = SOURCE_RULES.add('duplicate-key', 'error', 'An object has the same key twice; readers differ in which one counts.', `${YAML}#3213-node-comparison`);
const INVALID_NUMBER = SOURCE_RULES.add('invalid-number', 'error', 'A number cannot be represented exactly. Put it in quotes.', `${JSON_GRAMMAR}#section-6`);
const TOO_DEEP = SOURCE_RULES.add('too-deep', 'error', 'Objects and lists are nested more than 100 deep.', 'a limit of Slipway');
const TOO_LARGE = SOURCE_RULES.add('too-large', 'error', 'A file holds more than 20,000 values (aliases expanded), a task definition more than 65,536 bytes, or imagedefinitions.json more than 100 KB.', "a limit of Slipway; ECS answers: “Max allowed length is '65536' bytes.”; https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html");
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
                code: DUPLICATE_KEY.name,
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
    return { code: INVALID_NUMBER.name, offset, what, next: 'Write it in quotes if it is a string.' };
}


/***/ }),

/***/ 2160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ findPlaceholder),
/* harmony export */   Fm: () => (/* binding */ describePlaceholder),
/* harmony export */   MK: () => (/* binding */ findPlaceholderAt),
/* harmony export */   _j: () => (/* binding */ advisePlaceholder),
/* harmony export */   gz: () => (/* binding */ missingEnd),
/* harmony export */   ie: () => (/* binding */ isGithubExpression),
/* harmony export */   mD: () => (/* binding */ adviseBarePlaceholder)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3808);

/**
 * What templates leave for somebody to fill in: GitHub's `${{ name }}`, `{{ name }}` (Go, Jinja, Mustache), `{% if %}`, `<%= name %>`,
 * `#{name}#`, `<NAME>`, `${NAME}`, `$NAME`, `%NAME%`, `__NAME__` and `@NAME@`. Those of braces may lack some at their end.
 */
const BRACES = String.raw `\$?\{\{[^{}]*\}{0,2}|#?\{%[^%]*%\}|#\{[^{}]*\}#?|\$\{[^{}]*\}?`;
const ANYWHERE = new RegExp(String.raw `${BRACES}|<[^<>]*>|\$[A-Za-z_]\w*`);
/** Outside of strings of JSON and YAML, where the others would be names and signs of anybody's. */
const BARE = new RegExp(String.raw `${BRACES}|<%[^%]*%>|<[A-Za-z][^<>\n]*>|%\w+%|__\w+__|@{1,2}\w+@{1,2}|\$[A-Za-z_]\w*`, 'g');
/** As far as a placeholder reaches before what a reader stumbles over, and behind it. */
const WINDOW = 200;
/** The first placeholder of a text; undefined where there is none. */
function findPlaceholder(text) {
    return ANYWHERE.exec(text)?.[0];
}
/** The placeholder that a place of a file lies in, outside of strings; undefined where it lies in none. */
function findPlaceholderAt(text, offset) {
    const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - WINDOW);
    for (const { 0: found, index } of text.slice(start, offset + WINDOW).matchAll(BARE)) {
        if (start + index <= offset && offset < start + index + found.length)
            return found;
    }
    return undefined;
}
/** Whether it is an expression that GitHub fills in, in workflows alone, closed or not. */
function isGithubExpression(placeholder) {
    return placeholder.startsWith('${{');
}
/** What is missing at the end of a placeholder: `}` of `${{ name }`; undefined where it is whole. */
function missingEnd(placeholder) {
    const open = /^[$#]?(\{{1,2})(?!%)/.exec(placeholder)?.[1]?.length ?? 0;
    const closed = /(\}{0,2})#?$/.exec(placeholder)?.[1]?.length ?? 0;
    return open > closed ? '}'.repeat(open - closed) : undefined;
}
/** Names a placeholder in the middle of a sentence, and says what is wrong with it: `the placeholder "<ACCOUNT>"`. */
function describePlaceholder(placeholder) {
    const kind = isGithubExpression(placeholder) ? "GitHub's expression" : 'the placeholder';
    const missing = missingEnd(placeholder);
    return `${kind} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(placeholder)}${missing === undefined ? '' : ` (not closed: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(missing)} is missing)`}`;
}
/** What to do about one that is left. */
function advisePlaceholder(placeholder) {
    return isGithubExpression(placeholder)
        ? 'Write the value, or fill it in before Slipway runs: GitHub fills in expressions of workflows, and of no other file.'
        : 'Write the value, or fill it in before Slipway runs.';
}
/** What to do about one that stands where JSON or YAML has a value. Tags that steer a template cannot stand in quotes. */
function adviseBarePlaceholder(placeholder) {
    return /^(?:#?\{%|\{\{\s*[-#/^>!]|\{\{-?\s*(?:if|else|end|range|with|define|template|block)\b|<%(?![=-]))/.test(placeholder)
        ? 'Slipway fills in no templates: let the tool that does write the file first.'
        : 'A placeholder must stand in double quotes, or be filled in before the file is read.';
}


/***/ })

};
