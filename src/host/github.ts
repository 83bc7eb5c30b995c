import { SlipwayError } from '../errors.js';
import type { CleanupStore, PendingCleanup, Reporter } from '../ports.js';
import * as commands from './workflow-commands.js';

/** The Actions runner: commands on standard output, and the files that `GITHUB_OUTPUT`, `GITHUB_STATE` and `GITHUB_STEP_SUMMARY` name. */
export function githubReporter(): Reporter {
  let depth = 0;
  return {
    group: async (title, body) => {
      // The runner folds one level only: an inner group's title is a line of the outer one.
      if (depth > 0) commands.info(commands.escapeCommands(title));
      else commands.startGroup(title);
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
        if (depth === 0) commands.endGroup();
      }
    },
    info: line => commands.info(commands.escapeCommands(line)),
    warn: (message, place) => commands.warning(message, annotationOf(place)),
    error: (message, place) => commands.error(message, annotationOf(place)),
    debug: line => commands.debug(line),
    mask: secret => {
      if (secret !== '') commands.setSecret(secret);
    }
  };
}

function annotationOf(place: Parameters<Reporter['warn']>[1]): commands.AnnotationPlace {
  return { file: place?.file, line: place?.line, col: place?.column };
}

const PENDING_CLEANUPS = 'leftovers';
const POST = 'post';

/** A cleanupStore in the runner's state file: what is noted reaches the post step even if this process is killed the moment after. */
export function actionsStateStore(): CleanupStore {
  const entries = new Map<string, PendingCleanup>();
  const save = (): void => commands.saveState(PENDING_CLEANUPS, Object.fromEntries(entries));
  return {
    add: (name, pending) => {
      entries.set(name, pending);
      handOver('Cannot save cleanup state for the post step', 'GITHUB_STATE', save);
    },
    remove: name => {
      if (!entries.delete(name)) return;
      try {
        save();
      } catch {
        // It is gone or meant to stay, and the post step looks before it takes anything back: no run fails of this.
      }
    }
  };
}

/** What the main step noted and did not settle; read in the post step. Throws SlipwayError where the runner hands over something else. */
export function readPendingCleanups(): readonly PendingCleanup[] {
  const state = commands.getState(PENDING_CLEANUPS);
  if (state === '') return [];
  try {
    return Object.values(JSON.parse(state) as Record<string, PendingCleanup>);
  } catch (error) {
    throw new SlipwayError({
      code: 'runner-file',
      fault: 'user',
      what: `What the main step left to be taken back cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      next: "Check with slipway status whether its deployment is still in progress, and check the runner's disk.",
      cause: error
    });
  }
}

/** True in the post step: `post.ts` says so, as nothing does that the main step would have to leave behind. */
export function isPostStep(): boolean {
  return commands.getState(POST) !== '';
}

/** The settings of `with:` by name in lower case. The runner upper-cases names and turns spaces into underscores (`INPUT_TASK-DEFINITION`). */
export function readInputs(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const [variable, value] of Object.entries(env)) {
    if (variable.startsWith('INPUT_') && value !== undefined)
      inputs[variable.slice('INPUT_'.length).toLowerCase()] = value.trim();
  }
  return inputs;
}

/** Hands the outputs to the steps that follow. Throws SlipwayError where the runner's file cannot be written. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  handOver('The outputs cannot be handed to the steps that follow', 'GITHUB_OUTPUT', () => {
    for (const [name, value] of Object.entries(outputs)) commands.setOutput(name, value);
  });
}

function handOver(failure: string, variable: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new SlipwayError({
      code: 'runner-file',
      fault: 'user',
      what: `${failure}: ${error instanceof Error ? error.message : String(error)}.`,
      next: `Look at the file that ${variable} names, and at the disk of the runner.`,
      cause: error
    });
  }
}

/** GitHub's OIDC token for an audience. Rejects with a SlipwayError where the job may not have one, or GitHub does not give it. */
export async function requestIdToken(audience: string): Promise<string> {
  try {
    const { getIDToken } = await import('@actions/core');
    return await getIDToken(audience);
  } catch (error) {
    const said =
      error instanceof Error
        ? error.message
            .replace(/^Error message:/, '')
            .replace(/\s+/g, ' ')
            .trim()
        : '';
    const mayNotAsk =
      process.env['ACT'] === 'true'
        ? {
            what: "role-to-assume needs GitHub's OIDC token, and act has none, whatever the job's permissions are.",
            next: 'Run act in the built-in AWS, which gives one (slipway cloud . -- act push), or leave role-to-assume out under act and hand it credentials (act --secret).'
          }
        : {
            what: "role-to-assume needs GitHub's OIDC token, and this job may not ask for one.",
            next: 'Add "permissions: id-token: write" to the job; the pull request of a fork never has it.'
          };
    const refusal = said.includes('env variable')
      ? ({ fault: 'user', ...mayNotAsk } as const)
      : ({
          fault: 'aws',
          what: `role-to-assume needs GitHub's OIDC token, and GitHub gave none: ${said.replace(/[.\s]+$/, '')}.`,
          next: 'This is usually temporary: run it again.'
        } as const);
    throw new SlipwayError({ code: 'no-id-token', ...refusal, cause: error });
  }
}

/** Adds Markdown to the job summary; nothing happens where the runner has none. Where it cannot be written that is a warning: the run went as it went. */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return;
  try {
    await commands.appendSummary(markdown);
  } catch (error) {
    commands.warning(`The job summary cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Says why the step is red. The process goes on, so that what follows can still clean up; its exit code is the entry's. */
export function failStep(message: string): void {
  commands.error(message);
}
