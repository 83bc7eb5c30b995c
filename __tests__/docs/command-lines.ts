import { readArguments, type Flag } from '../../src/commands/arguments.js';
import { COMMANDS } from '../../src/commands/catalog/catalog.js';
import { flagsOf } from '../../src/commands/flags.js';
import { readGiven } from '../../src/config/sources/sources.js';
import { aliasesOf, SETTINGS } from '../../src/config/table/settings-table.js';
import { splitWords } from '../../src/config/decode/shell-words.js';
import { formatProblem, type Problem } from '../../src/errors.js';
import { PAGES } from './pages.js';

export interface CommandLine {
  readonly at: string;
  /** From `slipway` on, or from the bundle's path; the comment behind it is gone. */
  readonly line: string;
}

/** The lines of a block of shell: without comments, those that go on after a backslash as one. */
export function shellLines(text: string): readonly string[] {
  return text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map(line => line.replace(/(?:^|\s+)#\s.*$/, '').trim())
    .filter(line => line !== '');
}

/** The calls of Slipway in a line of shell. */
function callsIn(line: string): readonly string[] {
  return line
    .split(/\s*(?:&&|\|\||;|\|)\s*|<\(|\)$/)
    .map(part => part.trim())
    .filter(part => /^(?:slipway|node \S*dist\/cli\/index\.js)(?: |$)/.test(part));
}

/** All calls that the pages show, in blocks of shell and between backticks. */
export const CALLS: readonly CommandLine[] = PAGES.flatMap(({ blocks, codes }) => [
  ...blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ at, text }) =>
      shellLines(text)
        .flatMap(callsIn)
        .map(line => ({ at, line }))
    ),
  ...codes.filter(({ target }) => /^slipway [a-z]/.test(target)).map(({ at, target }) => ({ at, line: target }))
]);

/** What the command line would be told, before anything is done. */
export async function complaintsAboutCall(line: string): Promise<readonly string[]> {
  const words = splitWords(line.replace(/^(?:slipway|node \S+)/, ''));
  if (typeof words === 'string') return [words];
  const [name = 'help', ...rest] = words;
  const command = COMMANDS.find(candidate => candidate.name === name);
  if (command === undefined) return [`There is no command ${name}.`];
  if (rest.includes('--help')) return [];
  const end = command.runsProgram === true && rest.includes('--') ? rest.indexOf('--') : rest.length;
  const flags = flagsOf(command);
  const { positionals, problems, flags: given } = readArguments(rest.slice(0, end), flags);
  const { values: takes, max: most } = command.positionals;
  const wrong =
    takes === 'files' ? [] : positionals.slice(0, 1).filter(word => takes.length > 0 && !takes.includes(word));
  return [
    ...problems.map(formatProblem),
    ...wrong.map(word => `${name} does not take ${word}.`),
    ...positionals.slice(most).map(word => `${name} does not take one more: ${word}.`),
    ...complaintsAboutSettings(given, flags)
  ];
}

/** Flags that are settings must hold what those take. */
function complaintsAboutSettings(given: Readonly<Record<string, string>>, flags: readonly Flag[]): readonly string[] {
  const names = new Set(SETTINGS.flatMap(option => [option.name, ...aliasesOf(option).map(alias => alias.name)]));
  const settings = Object.entries(given).filter(([name]) => names.has(name) && flags.some(flag => flag.name === name));
  const problems: Problem[] = [];
  readGiven(Object.fromEntries(settings), 'flag', problem => void problems.push(problem));
  return problems.map(formatProblem);
}
