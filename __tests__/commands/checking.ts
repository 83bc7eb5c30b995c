import { readArguments } from '../../src/commands/arguments.js';
import { CHECK } from '../../src/commands/catalog/check.js';
import { check } from '../../src/commands/check.js';
import { flagsOf } from '../../src/commands/flags.js';
import type { Files } from '../../src/ports.js';

/** Files of a folder, as a check reads them; what a check must not do, it cannot. */
function filesOf(contents: Readonly<Record<string, string>>): Files {
  const bytes = (path: string): Uint8Array | undefined =>
    contents[normal(path)] === undefined ? undefined : new TextEncoder().encode(contents[normal(path)]);
  const never = (): never => {
    throw new Error('A check reads and does no more.');
  };
  return {
    read: async path => bytes(path),
    isFile: async path => bytes(path) !== undefined,
    isDirectory: async path =>
      normal(path) === '' || Object.keys(contents).some(name => name.startsWith(`${normal(path)}/`)),
    write: never,
    makeTemporaryDirectory: never,
    remove: never,
    link: never
  };
}

function normal(path: string): string {
  return path
    .split('/')
    .filter(part => part !== '.' && part !== '')
    .join('/');
}

export interface Checked {
  readonly code: number;
  readonly out: string;
  readonly lines: readonly string[];
  readonly commands: string;
}

/** `slipway check …` in a folder with these files. */
export async function runCheck(
  contents: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {}
): Promise<Checked> {
  let out = '';
  let commands = '';
  const code = await check({
    ...readArguments(argv, flagsOf(CHECK)),
    files: filesOf(contents),
    environment,
    directory: '/repo/app',
    write: text => void (out += text),
    writeCommand: text => void (commands += text)
  });
  return { code, out, lines: out.trimEnd().split('\n'), commands };
}
