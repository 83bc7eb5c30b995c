import type { Config } from '../config/config.js';
import type { RunContext } from '../context.js';
import { describeAddress } from '../rollout/gate/address.js';
import { describeGate, type Gate } from '../rollout/gate/gate.js';
import { prepareGate } from '../rollout/gate/prepare-gate.js';
import type { LocatedService } from './prepare-service.js';

/** A gate, and what of it is worth a warning. */
export interface FoundGate {
  readonly gate: Gate | undefined;
  readonly warnings: readonly string[];
}

/**
 * The gate of a service, checked against the service, and what is worth a warning; without a gate, and without a service, nothing of both.
 * Throws as prepareGate does.
 */
export async function gateOf(
  { config, target }: Pick<LocatedService, 'config' | 'target'>,
  { report }: Pick<Config, 'report'>,
  { ecs, clock, gates }: Pick<RunContext, 'ecs' | 'clock' | 'gates'>
): Promise<FoundGate> {
  if (target === undefined) return { gate: undefined, warnings: [] };
  const { environmentUrl } = report.github;
  const { gate, rollout } = config;
  const prepared = await prepareGate({
    target,
    gate,
    waitFor: rollout.waitFor,
    environmentUrl,
    ports: { ecs, clock, gates }
  });
  return prepared ?? { gate: undefined, warnings: [] };
}

/** At which stage a gate runs, and where it reaches the new version; on one line. */
export function describePlannedGate(gate: Gate): string {
  const { stage, at, address, timeoutMinutes } = gate;
  const when = at === 'live' ? 'when the new version is live' : `at ${stage}`;
  const where = address === undefined ? 'by the addresses of its tasks alone' : `at ${describeAddress(address)}`;
  return `Gate ${when}, at most ${timeoutMinutes} min: ${describeGate(gate)}. The new version is reached ${where}.`;
}
