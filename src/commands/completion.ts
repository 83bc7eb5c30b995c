import { findSetting } from '../config/table/settings-table.js';
import { SlipwayError } from '../errors.js';
import { quote } from '../text/format.js';
import type { Command } from './command.js';
import { flagsOf } from './flags.js';

/**
 * What `slipway completion` prints: a script for the shell.
 *
 * @throws SlipwayError for a shell that it is not written for
 */
export function renderCompletion(shell: string | undefined, commands: readonly Command[]): string {
  if (shell !== 'bash' && shell !== 'zsh') {
    throw new SlipwayError({
      code: 'unknown-shell',
      fault: 'user',
      what: shell === undefined ? 'Which shell is it for?' : `${quote(shell)} is not a shell that completion supports.`,
      next: 'Write slipway completion bash, or slipway completion zsh.'
    });
  }
  const described = commands.map(describe);
  return shell === 'bash' ? renderBash(described) : renderZsh(described);
}

interface Described {
  readonly name: string;
  readonly words: readonly string[];
  readonly files: boolean;
  /** As they are to be typed: `--name=` where a value follows. */
  readonly flags: readonly string[];
  /** The flags that have a few values. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

function describe(command: Command): Described {
  const flags = flagsOf(command);
  const { values, thenFiles } = command.positionals;
  return {
    name: command.name,
    words: values === 'files' ? [] : values,
    files: values === 'files' || thenFiles === true,
    flags: [...flags.map(({ name, kind }) => (kind === 'switch' ? `--${name}` : `--${name}=`)), '--help'],
    values: Object.fromEntries(
      flags.flatMap(({ name }) => valuesOf(name).map(allowed => [`--${name}`, allowed] as const))
    )
  };
}

function valuesOf(name: string): readonly (readonly string[])[] {
  const option = findSetting(name)?.option;
  return option?.kind === 'enum' ? [option.values] : [];
}

function renderBash(commands: readonly Described[]): string {
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
function switchesOf(commands: readonly Described[]): readonly string[] {
  return [...new Set(commands.flatMap(({ flags }) => flags.filter(flag => !flag.endsWith('='))))];
}

function renderCommand(all: readonly Described[]): (command: Described) => string {
  return ({ name, words, files, flags }) => {
    const others = name === 'help' ? all.map(command => command.name) : words;
    const parts = [`flags="${flags.join(' ')}"`, `words="${others.join(' ')}"`, ...(files ? ['files=yes'] : [])];
    return `    ${name}) ${parts.join(' ')} ;;`;
  };
}

/** zsh keeps `--name=value` in one word: `compset -P` puts the name aside, and `compadd -S ''` leaves the cursor behind the =. */
function renderZsh(commands: readonly Described[]): string {
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

function renderZshCommand(all: readonly Described[]): (command: Described) => string {
  return ({ name, words, files, flags }) => {
    const others = name === 'help' ? all.map(command => command.name) : words;
    const parts = [`flags=(${flags.join(' ')})`, `list=(${others.join(' ')})`, ...(files ? ['files=yes'] : [])];
    return `    ${name}) ${parts.join('; ')} ;;`;
  };
}
