export const id = 8214;
export const ids = [8214,3197];
export const modules = {

/***/ 8214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCompletion: () => (/* binding */ renderCompletion)
/* harmony export */ });
/* harmony import */ var _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3808);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3197);




/**
 * What `slipway completion` prints: a script for the shell.
 *
 * @throws SlipwayError for a shell that it is not written for
 */
function renderCompletion(shell, commands) {
    if (shell !== 'bash' && shell !== 'zsh') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ({
            code: 'unknown-shell',
            fault: 'user',
            what: shell === undefined ? 'Which shell is it for?' : `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(shell)} is not a shell that completion supports.`,
            next: 'Write slipway completion bash, or slipway completion zsh.'
        });
    }
    const described = commands.map(describe);
    return shell === 'bash' ? renderBash(described) : renderZsh(described);
}
function describe(command) {
    const flags = (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__.flagsOf)(command);
    const { values, thenFiles } = command.positionals;
    return {
        name: command.name,
        words: values === 'files' ? [] : values,
        files: values === 'files' || thenFiles === true,
        flags: [...flags.map(({ name, kind }) => (kind === 'switch' ? `--${name}` : `--${name}=`)), '--help'],
        values: Object.fromEntries(flags.flatMap(({ name }) => valuesOf(name).map(allowed => [`--${name}`, allowed])))
    };
}
function valuesOf(name) {
    const option = (0,_config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .findSetting */ .SP)(name)?.option;
    return option?.kind === 'enum' ? [option.values] : [];
}
function renderBash(commands) {
    const values = new Map(commands.flatMap(command => Object.entries(command.values)));
    return `# slipway: completion of commands, flags and values.
_slipway() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" words="" files="" flag="" flags=""
  COMPREPLY=()
  # Bash takes the = of --name=value for a word of its own.
  if [ "$current" = "=" ]; then flag="$before" current=""
  elif [ "$before" = "=" ]; then flag="\${COMP_WORDS[COMP_CWORD - 2]}"
  elif [[ "$current" == --*=* ]]; then flag="\${current%%=*}" current="\${current#*=}"
  elif [[ "$before" == --* ]]; then flag="$before"
  fi
  case "$flag" in
${[...values].map(([flag, list]) => `    ${flag}) words="${list.join(' ')}" ;;`).join('\n')}
    ${switchesOf(commands).join('|')}) flag="" ;;
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [ -n "$flag" ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(renderCommand(commands)).join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
    [[ "\${COMPREPLY[0]-}" == *= ]] && compopt -o nospace 2>/dev/null
    return 0
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$files" ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -F _slipway slipway
`;
}
/** Flags that take no value: the word behind them is not theirs. */
function switchesOf(commands) {
    return [...new Set(commands.flatMap(({ flags }) => flags.filter(flag => !flag.endsWith('='))))];
}
function renderCommand(all) {
    return ({ name, words, files, flags }) => {
        const others = name === 'help' ? all.map(command => command.name) : words;
        const parts = [`flags="${flags.join(' ')}"`, `words="${others.join(' ')}"`, ...(files ? ['files=yes'] : [])];
        return `    ${name}) ${parts.join(' ')} ;;`;
    };
}
/** zsh keeps `--name=value` in one word: `compset -P` puts the name aside, and `compadd -S ''` leaves the cursor behind the =. */
function renderZsh(commands) {
    const values = new Map(commands.flatMap(command => Object.entries(command.values)));
    return `# slipway: completion of commands, flags and values.
_slipway() {
  local current="\${words[CURRENT]}" before="\${words[CURRENT-1]}" flag="" files=""
  local -a list flags
  if [[ "$current" == --*=* ]]; then flag="\${current%%=*}"; compset -P '*='
  elif [[ "$before" == --* && "$before" != *=* ]]; then flag="$before"
  fi
  case "$flag" in
${[...values].map(([flag, list]) => `    ${flag}) list=(${list.join(' ')}) ;;`).join('\n')}
    ${switchesOf(commands).join('|')}) flag="" ;;
  esac
  if (( \${#list} )); then compadd -a list; return; fi
  if [[ -n "$flag" ]]; then _files; return; fi
  if (( CURRENT == 2 )); then compadd ${commands.map(({ name }) => name).join(' ')}; return; fi
  case "\${words[2]}" in
${commands.map(renderZshCommand(commands)).join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    compadd -S '' -- \${(M)flags:#*=}
    compadd -- \${flags:#*=}
    return
  fi
  compadd -a list
  if [[ -n "$files" ]]; then _files; fi
}
(( \$+functions[compdef] )) || { autoload -U compinit && compinit -i }
compdef _slipway slipway
`;
}
function renderZshCommand(all) {
    return ({ name, words, files, flags }) => {
        const others = name === 'help' ? all.map(command => command.name) : words;
        const parts = [`flags=(${flags.join(' ')})`, `list=(${others.join(' ')})`, ...(files ? ['files=yes'] : [])];
        return `    ${name}) ${parts.join('; ')} ;;`;
    };
}


/***/ }),

/***/ 3197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   flagsOf: () => (/* binding */ flagsOf)
/* harmony export */ });
/* harmony import */ var _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);

/** Every flag of a command: its own, then the settings that it takes, under each of their names. */
function flagsOf({ flags, settings }) {
    if (settings === 'none')
        return flags;
    const accepts = typeof settings === 'function' ? settings : () => true;
    const accepted = _config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy.filter(({ name, group }) => accepts(name, group));
    return [...flags, ...accepted.flatMap(settingFlags)];
}
function settingFlags(option) {
    return [option.name, ...(0,_config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasesOf */ .QI)(option).map(({ name }) => name)].map(name => ({ name, kind: kindOf(option) }));
}
function kindOf({ kind }) {
    if (kind === 'boolean')
        return 'switch';
    return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
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
