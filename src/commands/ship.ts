import { inMemoryCleanupStore } from '../host/console.js';
import { runCleanups } from '../cleanup.js';
import type { CleanupStore, PendingCleanup } from '../ports.js';
import {
  connectGithubDeployments,
  connectWorld,
  forTakingBack,
  readConfig,
  runShip,
  type Host,
  type RunOutcome,
  type RunRequest
} from '../run.js';
import type { Arguments } from './arguments.js';

/** `slipway ship`: the whole job, as the Action does it. Resolves with the exit code; prints the outputs as `name=value`, or as JSON. */
export async function shipFromCommand(
  { flags: { json, ...flags }, problems }: Pick<Arguments, 'flags' | 'problems'>,
  host: Omit<Host, 'cleanupStore'>,
  write: (text: string) => void
): Promise<number> {
  const request = { given: flags, givenFrom: 'flag', problems } as const;
  const outcome = await runAndCleanUp(request, host, inMemoryCleanupStore);
  writeOutputs(outcome, json === 'true', write);
  return outcome.exitCode;
}

/** Runs, and takes back at the end what the run did not settle itself. @param makeStore makes the store that keeps its entries in the map */
export async function runAndCleanUp(
  request: RunRequest,
  host: Omit<Host, 'cleanupStore'>,
  makeStore: (entries: Map<string, PendingCleanup>) => CleanupStore
): Promise<RunOutcome> {
  const left = new Map<string, PendingCleanup>();
  const own: Host = { ...host, cleanupStore: makeStore(left) };
  const outcome = await runShip(request, own);
  if (left.size > 0 && (await cleanUp([...left.values()], request, own))) {
    for (const name of [...left.keys()]) own.cleanupStore.remove(name);
  }
  return outcome;
}

/** Takes back what a run left. @returns whether all is gone */
export async function cleanUp(noted: readonly PendingCleanup[], request: RunRequest, host: Host): Promise<boolean> {
  const config = await readConfig(request, host).catch(() => undefined);
  const githubDeployments = config === undefined ? undefined : connectGithubDeployments(config, host);
  const after = forTakingBack(host);
  return runCleanups(noted, { ...after, githubDeployments }, region =>
    connectWorld({ region, role: config?.role }, after)
  );
}

/** Prints the outputs. Of a run that came nowhere there is nothing to say but what was wrong. */
export function writeOutputs({ outputs }: RunOutcome, json: boolean, write: (text: string) => void): void {
  if (json && Object.keys(outputs).length === 0) return;
  if (json) write(`${JSON.stringify(outputs, undefined, 2)}\n`);
  else for (const [name, value] of Object.entries(outputs)) write(`${name}=${value}\n`);
}
