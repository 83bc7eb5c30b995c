export const id = 4381;
export const ids = [4381,3411];
export const modules = {

/***/ 4381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHelp: () => (/* binding */ renderHelp)
});

// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/config/table/setting.js
var setting = __webpack_require__(2021);
// EXTERNAL MODULE: ./lib/config/table/settings-table.js
var settings_table = __webpack_require__(9537);
// EXTERNAL MODULE: ./lib/config/decode/values.js + 2 modules
var values = __webpack_require__(1718);
;// CONCATENATED MODULE: ./lib/config/docs/descriptions.js




/** The settings of each group in the table's order, groups in theirs. */
function groupOptions() {
    return Object.keys(setting/* GROUPS */.fd).map(group => ({
        title: setting/* GROUPS */.fd[group],
        options: settings_table/* SETTINGS */.yy.filter(option => option.group === group)
    }));
}
/** What a setting takes, in one sentence; empty for any text. */
function describeValues(option) {
    switch (option.kind) {
        case 'boolean':
            return '`true` or `false`.';
        case 'integer':
            return `${capitalize((0,values/* describeRange */.pC)(option))}.`;
        case 'enum':
            return `One of ${(0,format/* listNames */.Zv)(option.values.map(value => `\`${value}\``), 'or')}.`;
        case 'list':
            return option.separator === 'comma' ? 'One per line, or separated by commas.' : 'One per line.';
        case 'pairs':
            return '`NAME=value`, one per line.';
        case 'objects':
            return 'A YAML list.';
        case 'string':
        case 'words':
            return '';
    }
}
/** The default for people: `3600`, `what AWS does`; empty where there is none. */
function describeDefault(option) {
    if (option.defaultText !== undefined)
        return option.defaultText;
    const written = String(option.default ?? '');
    return written === '' ? '' : `\`${written}\``;
}
/** All that is to be said of a setting, on one line. */
function describeOption(option) {
    const byDefault = describeDefault(option);
    return [
        option.help,
        describeValues(option),
        option.env === undefined ? '' : `If not set, ${(0,format/* listNames */.Zv)(option.env, 'or')} is used.`,
        byDefault === '' ? '' : `Default: ${byDefault}.`
    ]
        .filter(sentence => sentence !== '')
        .join(' ');
}
/** `The same as appspec.`; for a name with values of its own what they mean. */
function describeAlias(option, alias) {
    if (alias.values === undefined)
        return `Same as \`${option.name}\`.`;
    return `\`true\` means \`${option.name}: ${alias.values.true}\`, \`false\` means \`${option.name}: ${alias.values.false}\`.`;
}
/** The other names that inputs and flags know. */
function commonAliases(option) {
    return (0,settings_table/* aliasesOf */.QI)(option).filter(alias => alias.only === undefined);
}
function capitalize(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/config/docs/help.js


/**
 * The settings as `--help` tells them: by group, one flag a paragraph, no line longer than `width` columns (a word that
 * is longer stays whole). Ends with a line feed.
 */
function renderSettingsHelp(width = 96) {
    return groupOptions()
        .map(({ title, options }) => `${title}\n\n${options.map(option => renderFlag(option, width)).join('\n')}\n`)
        .join('\n');
}
function renderFlag(option, width) {
    const aliases = commonAliases(option).flatMap(alias => [
        `  --${alias.name}${alias.values === undefined ? '' : ' true|false'}`,
        ...(0,format/* wrap */.LV)(describeAlias(option, alias), width, '      ')
    ]);
    return [
        `  --${option.name} ${placeholder(option)}`,
        ...(0,format/* wrap */.LV)(describeOption(option), width, '      '),
        ...aliases
    ].join('\n');
}
function placeholder(option) {
    switch (option.kind) {
        case 'boolean':
            return 'true|false';
        case 'integer':
            return `<${option.unit}>`;
        case 'enum':
            return option.values.length > 5 ? '<name>' : option.values.join('|');
        case 'list':
            return option.separator === 'comma' ? '<a,b,…>' : '<lines>';
        case 'words':
            return '<words>';
        case 'pairs':
            return '<NAME=value>';
        case 'objects':
            return '<YAML>';
        case 'string':
            return '<text>';
    }
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/commands/command.js
/** The groups of the overview, in its order. */
const COMMAND_GROUPS = ['Look first', 'Deploy', 'Start, or migrate', 'More'];

;// CONCATENATED MODULE: ./lib/commands/help.js




/** What fits on every terminal, and into half of a wide one. */
const WIDTH = 80;
/** What `slipway help` prints: the page of a command, or the overview of all. */
function renderHelp(command, commands) {
    return command === undefined ? renderOverview(commands) : renderPage(command);
}
function renderOverview(commands) {
    const groups = COMMAND_GROUPS.map(group => [
        group,
        ...commands
            .filter(command => command.group === group)
            .map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`)
    ].join('\n'));
    return `slipway ${version.VERSION}: builds, pushes and deploys containers to Amazon ECS, and
reports what actually happened.

${groups.join('\n\n')}

Start with     slipway rehearse
All settings   slipway help ship

Settings come from flags, then slipway.yml in this folder, then AWS's own
environment variables.
Exit codes: 0 success, 1 failed, 2 invalid use, 3 rolled back, 4 timed out,
5 superseded, 6 cancelled.
`;
}
function renderPage({ name, usage, description, positionals, flags, settings, examples, exitCodes }) {
    const words = (positionals.help ?? []).map(([word, help]) => renderEntry(word, help));
    return [
        `slipway ${name} ${usage}`.trim(),
        ...description.map(paragraph => (0,format/* wrap */.LV)(paragraph, WIDTH).join('\n')),
        renderExamples(examples),
        [...words, ...flags.map(flag => renderEntry(writeFlag(flag), flag.help))].join('\n'),
        exitCodes === undefined ? '' : (0,format/* wrap */.LV)(`Exit codes: ${exitCodes}`, WIDTH).join('\n'),
        settings === 'listed' || settings === 'none' ? '' : 'Settings are flags too: slipway help ship lists them.',
        settings === 'listed' ? renderSettingsHelp(WIDTH).trimEnd() : ''
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** Side by side where they fit; else what it is for stands above, as a comment. */
function renderExamples(examples) {
    const column = Math.max(...examples.map(([line]) => line.length)) + 3;
    const fit = examples.every(([, purpose]) => 2 + column + 2 + purpose.length <= WIDTH);
    return examples
        .map(([line, purpose]) => {
        if (purpose === '')
            return `  ${line}`;
        return fit ? `  ${line.padEnd(column)}# ${purpose}` : `  # ${purpose}\n  ${line}`;
    })
        .join('\n');
}
function writeFlag({ name, value }) {
    return value === undefined ? `--${name}` : `--${name}=${value}`;
}
function renderEntry(word, help) {
    return [`  ${word}`, ...(0,format/* wrap */.LV)(help, WIDTH, '      ')].join('\n');
}


/***/ }),

/***/ 8631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ splitWords)
/* harmony export */ });
/**
 * Splits a command line into words as a POSIX shell does: white space separates, '…' keeps everything, "…" keeps all
 * but a backslash before " \ $ or `, a bare backslash keeps the next character. Nothing is expanded.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 *
 * @returns the words, or what is wrong with the line
 */
function splitWords(line) {
    const words = [];
    let word;
    let rest = line;
    while (rest !== '') {
        const piece = takePiece(rest);
        if (piece === undefined)
            return rest.startsWith('\\') ? 'a backslash with nothing after it' : 'a quote without its end';
        rest = rest.slice(piece.length);
        if (piece.text !== undefined)
            word = (word ?? '') + piece.text;
        else if (word !== undefined) {
            words.push(word);
            word = undefined;
        }
    }
    return word === undefined ? words : [...words, word];
}
/** What stands at the start: so many characters that mean this text, or white space (no text). */
function takePiece(rest) {
    const space = /^\s+/.exec(rest);
    if (space !== null)
        return { length: space[0].length, text: undefined };
    const plain = /^[^\s'"\\]+/.exec(rest) ?? /^\\(?<kept>[^])/.exec(rest) ?? /^'(?<kept>[^']*)'/.exec(rest);
    if (plain !== null)
        return { length: plain[0].length, text: plain.groups?.['kept'] ?? plain[0] };
    const double = /^"(?<kept>(?:[^"\\]|\\[^])*)"/.exec(rest);
    if (double === null)
        return undefined;
    return { length: double[0].length, text: (double.groups?.['kept'] ?? '').replace(/\\(["\\$`])/g, '$1') };
}


/***/ }),

/***/ 1718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J2: () => (/* binding */ decodeBoolean),
  wz: () => (/* binding */ decodeValue),
  pC: () => (/* binding */ describeRange)
});

// EXTERNAL MODULE: ./lib/text/shape-rules.js
var shape_rules = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/config/setting-rules.js
var setting_rules = __webpack_require__(4112);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text/document.js + 2 modules
var text_document = __webpack_require__(1270);
// EXTERNAL MODULE: ./lib/text/path.js
var text_path = __webpack_require__(8020);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/config/sources/source-value.js
var source_value = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/config/decode/shell-words.js
var shell_words = __webpack_require__(8631);
;// CONCATENATED MODULE: ./lib/config/decode/strings.js



/** The problem of a value in a document that is no text where one is expected. */
function describeNotAString(value, source, place, sensitive) {
    const scalar = typeof value === 'number' || typeof value === 'boolean';
    const written = source ?? String(value);
    return {
        code: shape_rules/* WRONG_TYPE */.V$.name,
        place,
        what: `expected a string, got ${scalar && !sensitive ? `the ${typeof value} ${written}` : (0,format/* nameKind */.uo)(value)}.`,
        next: scalar ? `Put it in quotes${sensitive ? '' : `: ${(0,format/* quote */.hD)(written)}`}.` : ''
    };
}
/** Whether a text has the form; tells the problem where it has not. */
function matchesFormat(form, text, place, sensitive, report) {
    if (new RegExp(form.pattern, 'u').test(text))
        return true;
    report({
        code: setting_rules/* MALFORMED */.G7.name,
        place,
        what: `expected ${form.description}${sensitive ? '' : `, got ${(0,format/* quote */.hD)(text)}`}.`,
        next: sensitive ? '' : (form.advise?.(text) ?? '')
    });
    return false;
}

;// CONCATENATED MODULE: ./lib/config/decode/lists.js










/** What an empty value comes from as a rule. */
const UNSET = 'The variable that it comes from may not be set.';
/** Texts: a list in a document; a text (anywhere) is split at line ends, and at commas where the setting has short values. */
function decodeList(option, raw, report) {
    const separator = option.separator === 'comma' ? /[,\n]/ : /\n/;
    const items = readItems(raw, separator, 'a list of texts', option.sensitive === true, report);
    if (items === undefined)
        return undefined;
    const { form } = option;
    const good = items.filter(({ text, place }) => form === undefined || matchesFormat(form, text, place, option.sensitive === true, report));
    if (good.length < items.length)
        return undefined;
    if (option.atLeastOne === true && good.length === 0) {
        report({
            code: setting_rules/* MALFORMED */.G7.name,
            place: (0,source_value/* placeOf */.$t)(raw),
            what: 'expected at least one, got none.',
            next: raw.form === 'text' ? UNSET : ''
        });
        return undefined;
    }
    return good.map(({ text }) => text);
}
function readItems(raw, separator, expected, sensitive, report) {
    if (raw.form === 'text')
        return splitText(raw.text, separator, raw.place);
    const { value } = raw.data;
    if (typeof value === 'string')
        return splitText(value, separator, raw.data.place([]));
    if (!Array.isArray(value)) {
        report(describeKind(value, expected, raw.data));
        return undefined;
    }
    const items = value.map((item, index) => {
        const part = (0,source_value/* partOf */.BU)(raw.data, index, item);
        if (typeof item === 'string')
            return { text: item.trim(), place: part.place([]) };
        report(describeNotAString(item, part.source([]), part.place([]), sensitive));
        return undefined;
    });
    const good = items.filter(item => item !== undefined);
    return good.length === items.length ? good.filter(({ text }) => text !== '') : undefined;
}
function splitText(text, separator, place) {
    return text
        .split(separator)
        .map((part, index) => ({ text: part.trim(), place, line: index + 1 }))
        .filter(item => item.text !== '');
}
function describeKind(value, expected, data) {
    const scalar = typeof value === 'number' || typeof value === 'boolean';
    const got = scalar ? `the ${typeof value} ${data.source([]) ?? String(value)}` : (0,format/* nameKind */.uo)(value);
    return { code: shape_rules/* WRONG_TYPE */.V$.name, place: data.place([]), what: `expected ${expected}, got ${got}.`, next: '' };
}
/** A command: a list of words as they are, or a text: a JSON list of texts, else split as a shell splits it. */
function decodeWords(raw, report) {
    if (raw.form === 'data' && Array.isArray(raw.data.value))
        return readWords(raw.data, raw.data.value, report);
    const text = raw.form === 'text' ? raw.text : raw.data.value;
    if (typeof text !== 'string') {
        if (raw.form === 'data')
            report(describeKind(text, 'a list of words or one line', raw.data));
        return undefined;
    }
    if (looksListed(text)) {
        const listed = readJsonWords(text);
        if (listed !== undefined)
            return listed;
        const what = `expected a JSON list of texts, or one line as in a shell, got ${(0,format/* quote */.hD)(text.trim())}.`;
        report({ code: setting_rules/* MALFORMED */.G7.name, place: (0,source_value/* placeOf */.$t)(raw), what, next: 'Write it as ["node", "server.js"].' });
        return undefined;
    }
    const words = (0,shell_words/* splitWords */.y)(text);
    if (typeof words !== 'string')
        return words;
    report({ code: setting_rules/* MALFORMED */.G7.name, place: (0,source_value/* placeOf */.$t)(raw), what: `${words} in ${(0,format/* quote */.hD)(text.trim())}.`, next: 'Close it.' });
    return undefined;
}
function readWords(data, list, report) {
    const words = list.map((word, index) => {
        if (typeof word === 'string')
            return word;
        report(describeNotAString(word, data.source([index]), data.place([index]), false));
        return undefined;
    });
    const good = words.filter(word => word !== undefined);
    return good.length === words.length ? good : undefined;
}
/** A list as a Dockerfile's exec form has it, and not the shell's `[`, which is a command of its own: a blank follows that one. */
function looksListed(text) {
    return /^\s*\[(?!\s+[^\s"\]])/.test(text);
}
/** `["node", "server.js"]`; undefined where it is no list of texts. */
function readJsonWords(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every(word => typeof word === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Names and values: lines `NAME=value` (split at the first `=`, quotes stay as they are), in a document also a map or
 * a list of such lines. A bare number or boolean in a map counts as it is written: `VERSION: 1.10` is `1.10`.
 */
function decodePairs(option, raw, report) {
    const read = raw.form === 'data' && (0,record/* isRecord */.u4)(raw.data.value) ? readMap(raw.data, report) : readLines(option, raw, report);
    if (read === undefined)
        return undefined;
    const pairs = checkPairs(option, read, report);
    return pairs.length === read.length ? pairs : undefined;
}
function readMap(data, report) {
    const entries = (0,record/* isRecord */.u4)(data.value) ? (0,record/* entriesOf */.Mc)(data.value) : [];
    const pairs = entries.map(([name, value]) => {
        const part = (0,source_value/* partOf */.BU)(data, name, value);
        const place = part.place([]);
        if (typeof value === 'string')
            return { name, value, place };
        if (typeof value === 'number' || typeof value === 'boolean') {
            return { name, value: part.source([]) ?? String(value), place };
        }
        const next = value === null ? 'For an empty value write "".' : '';
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place, what: `expected a string, got ${(0,format/* nameKind */.uo)(value)}.`, next });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function readLines(option, raw, report) {
    const items = readItems(raw, /\n/, 'a map, or lines NAME=value', option.sensitive === true, report);
    if (items === undefined)
        return undefined;
    const pairs = items.map(({ text, place, line }) => {
        const at = text.indexOf('=');
        if (at > 0)
            return { name: text.slice(0, at).trim(), value: text.slice(at + 1), place };
        const which = line === undefined ? '' : `line ${line}: `;
        const got = option.sensitive === true ? `a line without ${at === 0 ? 'a name' : '='}` : (0,format/* quote */.hD)(text);
        report({ code: setting_rules/* MALFORMED */.G7.name, place, what: `${which}expected NAME=value, got ${got}.`, next: adviseLine(text) });
        return undefined;
    });
    const good = pairs.filter(pair => pair !== undefined);
    return good.length === pairs.length ? good : undefined;
}
function adviseLine(text) {
    if (/^[A-Za-z_]\w*:\s/.test(text))
        return 'Write = in place of the colon.';
    return '';
}
function checkPairs(option, pairs, report) {
    const names = new Set();
    return pairs
        .filter(({ name, value, place }) => {
        const twice = names.has(name);
        names.add(name);
        const empty = option.valueRequired === true && value.trim() === '';
        if (twice)
            report({ code: setting_rules/* CONFLICT */.p9.name, place, what: `${(0,format/* quote */.hD)(name)} is given twice.`, next: 'Keep one of the two.' });
        else if (empty) {
            report({ code: setting_rules/* MALFORMED */.G7.name, place, what: `expected a value for ${(0,format/* quote */.hD)(name)}, got none.`, next: UNSET });
        }
        return !twice && !empty;
    })
        .map(({ name, value }) => ({ name, value }));
}
/** The entries of a list of maps. As a text it is YAML (or JSON); its places then name the way into it. */
function decodeObjects(option, raw, report) {
    const data = raw.form === 'data' ? raw.data : readYamlText(option.name, raw.text, raw.place, report);
    if (data === undefined)
        return undefined;
    if (!Array.isArray(data.value)) {
        const got = (0,format/* showValue */.vp)(data.value);
        const next = (0,record/* isRecord */.u4)(data.value) ? 'Write "- " before each entry.' : '';
        report({ code: shape_rules/* WRONG_TYPE */.V$.name, place: data.place([]), what: `expected a list of entries, got ${got}.`, next });
        return undefined;
    }
    const parts = data.value.map((value, index) => (0,source_value/* partOf */.BU)(data, index, value));
    const good = parts.filter(part => {
        if ((0,record/* isRecord */.u4)(part.value))
            return true;
        report(describeKind(part.value, 'an entry with settings (name: value)', part));
        return false;
    });
    return good.length === parts.length ? good : undefined;
}
function readYamlText(name, text, place, report) {
    try {
        const document = (0,text_document/* readDocument */.u0)(name, new TextEncoder().encode(text));
        return {
            value: document.value,
            place: path => (path.length === 0 ? place : { path: (0,text_path/* formatPath */.j)([name, ...path]) }),
            source: path => document.source(path)
        };
    }
    catch (error) {
        if (!(error instanceof errors/* RuleProblemsError */.lj))
            throw error;
        for (const problem of error.problems) {
            const { line, column } = problem.place;
            const position = line === undefined ? '' : `line ${line}, column ${column ?? 1} of the text: `;
            report({ ...problem, place, what: position + problem.what });
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/config/decode/values.js







/** One decoder for each kind of setting. */
const DECODERS = {
    string: decodeString,
    boolean: (_row, raw, report) => decodeBoolean(raw, report),
    integer: decodeInteger,
    enum: decodeEnum,
    list: decodeList,
    words: (_row, raw, report) => decodeWords(raw, report),
    pairs: decodePairs,
    objects: decodeObjects
};
/**
 * Decodes what was said for a setting by the setting's kind.
 *
 * Texts (inputs, flags, variables) spell everything; documents have real booleans, numbers, lists and maps, and a
 * quoted number or boolean is told as a mistake, as is a bare number where a text is meant: `1.10` would become `1.1`.
 *
 * @param raw something that is set (`isSet`)
 * @returns the value, of an enum one of its `values`; undefined after a problem was told
 */
function decodeValue(row, raw, report) {
    return DECODERS[row.kind](row, raw, report);
}
function decodeString(option, raw, report) {
    const text = readText(raw, option.sensitive === true, report);
    if (text === undefined)
        return undefined;
    return option.form === undefined || matchesFormat(option.form, text, (0,source_value/* placeOf */.$t)(raw), option.sensitive === true, report)
        ? text
        : undefined;
}
/** A scalar that is meant as a text, trimmed. */
function readText(raw, sensitive, report) {
    if (raw.form === 'text')
        return raw.text.trim();
    const { value } = raw.data;
    if (typeof value === 'string')
        return value.trim();
    report(describeNotAString(value, raw.data.source([]), raw.data.place([]), sensitive));
    return undefined;
}
function decodeBoolean(raw, report) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (raw.form === 'text' ? got === 'true' || got === 'false' : typeof got === 'boolean')
        return got === true || got === 'true';
    const quoted = got === 'true' || got === 'false';
    report({
        code: shape_rules/* WRONG_TYPE */.V$.name,
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected true or false, got ${quoted ? `the string ${(0,format/* quote */.hD)(got)}` : (0,format/* showValue */.vp)(got)}.`,
        next: quoted ? 'Write it without quotes.' : adviseBoolean(got)
    });
    return undefined;
}
/** What other programs, and YAML 1.1, take for one. */
function adviseBoolean(got) {
    const text = String(got).toLowerCase();
    if (['yes', 'y', 'on', '1', 'true'].includes(text))
        return 'Write true.';
    return ['no', 'n', 'off', '0', 'false'].includes(text) ? 'Write false.' : '';
}
function decodeInteger(option, raw, report) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    const number = raw.form === 'text' && /^[0-9]+$/.test(raw.text.trim()) ? Number(got) : got;
    const { min, max = Number.MAX_SAFE_INTEGER } = option;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= min && number <= max)
        return number;
    const quoted = raw.form === 'data' && typeof got === 'string' && /^[0-9]+$/.test(got);
    report({
        code: typeof number === 'number' ? setting_rules/* OUT_OF_RANGE */.TS.name : shape_rules/* WRONG_TYPE */.V$.name,
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected ${describeRange(option)}, got ${quoted ? 'the string ' : ''}${(0,format/* showValue */.vp)(got)}.`,
        next: quoted ? 'Write it without quotes.' : ''
    });
    return undefined;
}
/** `a whole number of seconds from 900 to 43200`. */
function describeRange({ min, max, unit }) {
    return `a whole number of ${unit}${max === undefined ? `, ${min} or more` : ` from ${min} to ${max}`}`;
}
function decodeEnum(option, raw, report) {
    const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
    if (typeof got === 'string' && option.values.includes(got))
        return got;
    const near = typeof got === 'string' ? (0,suggest/* nearestName */.q)(got, option.values) : undefined;
    report({
        code: setting_rules/* NOT_ALLOWED */.fX.name,
        place: (0,source_value/* placeOf */.$t)(raw),
        what: `expected ${(0,format/* listNames */.Zv)(option.values, 'or')}, got ${(0,format/* showValue */.vp)(got)}.`,
        next: near === undefined ? '' : `Did you mean ${near}?`
    });
    return undefined;
}


/***/ }),

/***/ 4112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ MALFORMED),
/* harmony export */   IC: () => (/* binding */ UNKNOWN_SETTING),
/* harmony export */   TS: () => (/* binding */ OUT_OF_RANGE),
/* harmony export */   U2: () => (/* binding */ NO_COMMIT),
/* harmony export */   Zz: () => (/* binding */ NO_VARIABLE),
/* harmony export */   cc: () => (/* binding */ MISPLACED_SETTING),
/* harmony export */   fX: () => (/* binding */ NOT_ALLOWED),
/* harmony export */   kE: () => (/* binding */ NO_EFFECT),
/* harmony export */   p9: () => (/* binding */ CONFLICT),
/* harmony export */   wz: () => (/* binding */ MISSING_SETTING),
/* harmony export */   z_: () => (/* binding */ UNKNOWN_ENVIRONMENT)
/* harmony export */ });
/* unused harmony export SETTING_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const SCHEMA = 'schema/slipway.schema.json, from the table of settings';
/** What is said of flags, inputs and slipway.yml: most of it by the decoders of several kinds of settings. */
const SETTING_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const UNKNOWN_SETTING = SETTING_RULES.add('unknown-setting', 'error', 'Unknown setting name.', SCHEMA);
const UNKNOWN_ENVIRONMENT = SETTING_RULES.add('unknown-environment', 'error', 'The chosen environment is not in slipway.yml.', SCHEMA);
const MISPLACED_SETTING = SETTING_RULES.add('misplaced-setting', 'error', 'A setting is not allowed here: at the top, in an environment, or in a list entry.', SCHEMA);
const MALFORMED = SETTING_RULES.add('malformed', 'error', 'A string does not have the format that AWS, Docker or GitHub requires.', `${SCHEMA}; the page is named at the form`);
const OUT_OF_RANGE = SETTING_RULES.add('out-of-range', 'error', 'A number is out of range.', SCHEMA);
const NOT_ALLOWED = SETTING_RULES.add('not-allowed', 'error', 'A value is not one of the allowed values.', SCHEMA);
const MISSING_SETTING = SETTING_RULES.add('missing-setting', 'error', 'A required setting is missing: something to ship, or the container of one of several images.', SCHEMA);
const CONFLICT = SETTING_RULES.add('conflict', 'error', 'Two settings contradict each other, or something is given twice.', SCHEMA);
const NO_EFFECT = SETTING_RULES.add('no-effect', 'error', 'A flag or input has no effect.', SCHEMA);
const NO_COMMIT = SETTING_RULES.add('no-commit', 'error', 'A tag, build argument or label refers to the commit, but neither the build nor the checkout provides one.', SCHEMA);
const NO_VARIABLE = SETTING_RULES.add('no-variable', 'error', 'A tag, build argument or label refers to an environment variable that is not set or is empty.', SCHEMA);


/***/ }),

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   vM: () => (/* binding */ isSet)
/* harmony export */ });
function dataOf(document) {
    return {
        value: document.value,
        place: path => document.place(path),
        source: path => document.source(path)
    };
}
/** The part of a part under a key or index; `value` is what is there. */
function partOf(data, key, value) {
    return { value, place: path => data.place([key, ...path]), source: path => data.source([key, ...path]) };
}
/** An empty string is not set, and null means absent. */
function isSet(raw) {
    if (raw.form === 'text')
        return raw.text.trim() !== '';
    const { value } = raw.data;
    return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}
function placeOf(raw) {
    return raw.form === 'text' ? raw.place : raw.data.place([]);
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** As in package.json; a test holds the two together. */
const VERSION = '0.1.0';


/***/ })

};
