import { fileCleanupStore, readCleanupFile } from '../host/cleanup-file.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { SlipwayError, type Problem } from '../errors.js';
import { EXIT_CODES } from '../outcome.js';
import { logError } from '../report/log.js';
import type { RunOutcome, Host, RunRequest } from '../run.js';
import { quote } from '../text/format.js';
import { toOneLine } from '../text/one-line.js';
import { quoteWord } from '../text/shell.js';
import type { Arguments } from './arguments.js';
import { cleanUp, runAndCleanUp, writeOutputs } from './ship.js';

/** A variable of CodePipeline is shown on one line, and in a message that has to be read at a glance. */
const MAX_REASON = 1_000;

/**
 * `slipway deploy [DIRECTORY]`: deploys the four files of a folder as the Action deploys those that it wrote. Resolves with the exit code;
 * prints the outputs as `slipway ship` does.
 *
 * @throws SlipwayError where a file that a flag names cannot be read or written
 */
export async function deployFromCommand(
  { flags, positionals, problems }: Arguments,
  host: Omit<Host, 'cleanupStore'>,
  write: (text: string) => void
): Promise<number> {
  const { json, export: variables, 'summary-file': summaryFile, 'cleanup-record': record, ...rest } = flags;
  const { 'clean-up': cleansUp, ...settings } = rest;
  const [directory] = positionals;
  const request: RunRequest = {
    given: directory === undefined ? settings : { ...settings, 'artifacts-directory': directory },
    givenFrom: 'flag',
    problems: [...problems, ...findConflict(directory, settings['artifacts-directory'])],
    purpose: 'artifacts'
  };
  if (cleansUp === 'true') return cleanUpRecord(record, request, host);
  const named = [variables, summaryFile].filter(path => path !== undefined);
  // What cannot be written is told before anything changes, and of a run that is killed nothing is left of an earlier one.
  for (const path of named) await host.files.write(path, '');
  const outcome = await runAndCleanUp(request, host, entries =>
    record === undefined ? inMemoryCleanupStore(entries) : fileCleanupStore(record, entries)
  );
  writeOutputs(outcome, json === 'true', write);
  const texts = new Map([
    [variables, renderVariables(outcome)],
    [summaryFile, outcome.summary]
  ]);
  const isWritten = await writeAll(texts, host);
  return isWritten ? outcome.exitCode : outcome.exitCode || EXIT_CODES.failed;
}

/** Writes what there is for the files that are named. @returns whether all were written; the deployment went as it went */
async function writeAll(
  texts: ReadonlyMap<string | undefined, string | undefined>,
  { files, reporter }: Pick<Host, 'files' | 'reporter'>
): Promise<boolean> {
  let isWritten = true;
  for (const [path, text] of texts) {
    if (path === undefined || text === undefined) continue;
    await files.write(path, text).catch((error: unknown) => {
      isWritten = false;
      logError(error, reporter);
    });
  }
  return isWritten;
}

function findConflict(directory: string | undefined, given: string | undefined): readonly Problem[] {
  if (directory === undefined || given === undefined || directory === given) return [];
  const what = `The folder is ${quote(directory)} as the argument, and ${quote(given)} by --artifacts-directory.`;
  return [{ code: 'conflict', place: {}, what, next: 'Keep one of the two.' }];
}

/** What a post step does after the Action: takes back what a run left that was killed. */
async function cleanUpRecord(
  record: string | undefined,
  request: RunRequest,
  host: Omit<Host, 'cleanupStore'>
): Promise<number> {
  if (record === undefined) {
    throw new SlipwayError({
      code: 'missing-flag',
      fault: 'user',
      what: '--clean-up takes back what an interrupted run noted, and no record is named.',
      next: 'Add --cleanup-record=FILE, as for that run.'
    });
  }
  const noted = readCleanupFile(record);
  if (noted.length === 0) {
    host.reporter.info('Nothing to clean up.');
    return 0;
  }
  const entries = new Map(noted.map((pending, index) => [String(index), pending]));
  const cleanupStore = fileCleanupStore(record, entries);
  if (!(await cleanUp(noted, request, { ...host, cleanupStore }))) {
    host.reporter.error('Cleanup was incomplete; see the warnings above.');
    return EXIT_CODES.failed;
  }
  for (const name of [...entries.keys()]) cleanupStore.remove(name);
  return 0;
}

/** The outputs and the reason as a shell reads them: `TASK_DEFINITION_ARN=arn:…`, one a line. */
function renderVariables({ outputs, reason }: RunOutcome): string {
  const named = { ...outputs, outcome: outputs.outcome ?? 'failed', reason: shorten(toOneLine(reason ?? '')) };
  return Object.entries(named)
    .map(([name, value]) => `${name.toUpperCase().replaceAll('-', '_')}=${quoteWord(value) ?? "''"}\n`)
    .join('');
}

function shorten(text: string): string {
  return text.length <= MAX_REASON ? text : `${text.slice(0, MAX_REASON - 1).trimEnd()}…`;
}
