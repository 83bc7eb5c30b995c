import { inMemoryCleanupStore } from '../host/console.js';
import { runCleanups } from '../cleanup.js';
import type { PendingCleanup } from '../ports.js';
import { connectGithubDeployments, connectWorld, forTakingBack, readConfig, runShip, type Host } from '../run.js';
import type { Arguments } from './arguments.js';

/** `slipway ship`: the whole job, as the Action does it. Resolves with the exit code; prints the outputs as `name=value`, or as JSON. */
export async function shipFromCommand(
  { flags: { json, ...flags }, problems }: Pick<Arguments, 'flags' | 'problems'>,
  host: Omit<Host, 'cleanupStore'>,
  write: (text: string) => void
): Promise<number> {
  const left = new Map<string, PendingCleanup>();
  const own: Host = { ...host, cleanupStore: inMemoryCleanupStore(left) };
  const request = { given: flags, givenFrom: 'flag', problems } as const;
  const { exitCode, outputs } = await runShip(request, own);
  if (left.size > 0) {
    const config = await readConfig(request, own).catch(() => undefined);
    const githubDeployments = config === undefined ? undefined : connectGithubDeployments(config, own);
    const after = forTakingBack(own);
    await runCleanups([...left.values()], { ...after, githubDeployments }, region =>
      connectWorld({ region, role: config?.role }, after)
    );
  }
  // Of a run that came nowhere there is nothing to say but what was wrong.
  if (json === 'true' && Object.keys(outputs).length === 0) return exitCode;
  if (json === 'true') write(`${JSON.stringify(outputs, undefined, 2)}\n`);
  else for (const [name, value] of Object.entries(outputs)) write(`${name}=${value}\n`);
  return exitCode;
}
