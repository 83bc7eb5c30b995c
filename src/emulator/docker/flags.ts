/** What Docker prints for wrong use, and the exit code that goes with it. */
export class DockerError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'DockerError';
    this.exitCode = exitCode;
  }
}

/** The flags that a command takes: `value` ones are followed by a value, `switch` ones stand alone. Short names map to long ones. */
export interface FlagTable {
  readonly values: readonly string[];
  readonly switches: readonly string[];
  readonly short: Readonly<Record<string, string>>;
}

export interface Arguments {
  /** Every value that a flag was given, in order. */
  all(name: string): readonly string[];
  /** The last value of a flag. */
  last(name: string): string | undefined;
  isOn(name: string): boolean;
  readonly rest: readonly string[];
}

/**
 * Reads arguments as Docker does: flags before, between and after the others, `--name value`, `--name=value`, `-n value`, and `--` to end them.
 *
 * @param command for the message, as `docker build`
 * @throws DockerError with Docker's own sentence for an unknown flag (exit code 125)
 */
export function readArguments(command: string, argv: readonly string[], table: FlagTable): Arguments {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  const note = (name: string, value: string): void => void given.set(name, [...(given.get(name) ?? []), value]);
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
    } else if (table.values.includes(name)) {
      const value = hasInline ? inline : argv[++index];
      if (value === undefined)
        throw new DockerError(`flag needs an argument: ${written}\nSee '${command} --help'.`, 125);
      note(name, value);
    } else {
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
export function renderFormat(format: string, value: unknown): string {
  if (format === 'json') return JSON.stringify(value);
  return format.replace(/\{\{-?\s*([^}]*?)\s*-?\}\}/g, (_whole, expression: string) => {
    const [, name, path = '', index] =
      /^(?:(json|index|len)\s+)?(\.[\w.]*)(?:\s+"?([\w.-]+)"?)?$/.exec(expression) ?? [];
    if (path === '')
      throw new DockerError(`template parsing error: the stand-in docker does not know '{{${expression}}}'`, 64);
    const found = path
      .split('.')
      .filter(part => part !== '')
      .reduce<unknown>((inner, part) => readMember(inner, part), value);
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

function readMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return '<no value>';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
