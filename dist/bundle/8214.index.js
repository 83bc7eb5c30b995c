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
    return [option.name, ...(0,_config_table_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasesOf */ .QI)(option).map(({ name }) => name)].map(name => ({
        name,
        kind: kindOf(option),
        isSetting: true
    }));
}
function kindOf({ kind }) {
    if (kind === 'boolean')
        return 'switch';
    return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
}


/***/ })

};
