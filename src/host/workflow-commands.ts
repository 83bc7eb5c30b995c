import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { access, appendFile, constants } from 'node:fs/promises';
import { EOL } from 'node:os';

// The few workflow commands that Slipway gives, by its own hand: @actions/core brings an HTTP client along (undici, a quarter of what the Action
// would read before its first call to AWS), for the OIDC token alone. `github.ts` loads it when such a token is asked for.
// Source: GitHub's documentation, "Workflow commands for GitHub Actions"; ActionCommand.cs and FileCommandManager.cs of actions/runner.

/** Where an annotation is shown: a file of the repository, its line and column from 1. */
export interface AnnotationPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
}

/** A line of the step's log. */
export function info(line: string): void {
  process.stdout.write(line + EOL);
}

/** A line that is shown where the run is debugged (`ACTIONS_STEP_DEBUG`). */
export function debug(line: string): void {
  issue('debug', line);
}

export function warning(message: string, place: AnnotationPlace = {}): void {
  issue('warning', message, place);
}

export function error(message: string, place: AnnotationPlace = {}): void {
  issue('error', message, place);
}

/** Begins a group of lines that can be folded. */
export function startGroup(title: string): void {
  issue('group', title);
}

export function endGroup(): void {
  issue('endgroup');
}

/** From here on the runner shows `***` in the place of the value. */
export function setSecret(value: string): void {
  issue('add-mask', value);
}

/** Hands an output to the steps that follow. Throws where the file that `GITHUB_OUTPUT` names cannot be written. */
export function setOutput(name: string, value: string): void {
  handOver('OUTPUT', 'set-output', name, value);
}

/** Hands a value, as JSON, to this action's post step. Throws where the file that `GITHUB_STATE` names cannot be written. */
export function saveState(name: string, value: unknown): void {
  handOver('STATE', 'save-state', name, JSON.stringify(value));
}

/** What the main step saved under this name; empty where it saved nothing. */
export function getState(name: string): string {
  return process.env[`STATE_${name}`] ?? '';
}

/** Adds Markdown, and the end of a line, to the file that `GITHUB_STEP_SUMMARY` names. Rejects where it cannot be written. */
export async function appendSummary(markdown: string): Promise<void> {
  const path = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  // The runner made the file: one that is missing would be made anew in vain.
  await access(path, constants.R_OK | constants.W_OK);
  await appendFile(path, markdown + EOL);
}

/** A runner that names no file is an old one, or another program: it gets the command of that name. */
function handOver(file: 'OUTPUT' | 'STATE', command: string, name: string, value: string): void {
  const path = process.env[`GITHUB_${file}`] ?? '';
  if (path === '') {
    // What was printed before may not have ended its line.
    process.stdout.write(EOL);
    issue(command, value, { name });
    return;
  }
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  // Nobody can write a value that ends its own entry and begins another: the mark is not to be guessed.
  const mark = `ghadelimiter_${randomUUID()}`;
  appendFileSync(path, `${name}<<${mark}${EOL}${value}${EOL}${mark}${EOL}`);
}

/**
 * Text that the runner shows and does not obey: what a container logged or Docker printed may look like a workflow command. The runner takes
 * `::name::` at the start of a line, behind blanks of any kind too, and `##[name]` anywhere in it (ActionCommand.cs of actions/runner); a space
 * without width in between is not seen. Lines end in every way in which any program takes them to end.
 */
export function escapeCommands(text: string): string {
  return text
    .replace(/(^|[\r\n\v\f\u0085\u2028\u2029])((?:[^\S\r\n]|[\u0085\u200b\ufeff])*):(?=:)/g, `$1$2:${ZERO_WIDTH_SPACE}`)
    .replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`);
}

const ZERO_WIDTH_SPACE = '\u200b';

function issue(name: string, data = '', properties: AnnotationPlace | { readonly name: string } = {}): void {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const written = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  process.stdout.write(`::${name}${written === '' ? '' : ` ${written}`}::${escapeData(data)}${EOL}`);
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
