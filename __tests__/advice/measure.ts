import { deployWith, follow, type Settings } from './stage.js';

/** What following a deployment's advice has brought, in seconds. */
export interface Gain {
  readonly before: number;
  readonly promised: number;
  readonly saved: number;
}

/** Deploys, follows all advice by its own words, and deploys again; undefined: there was none. Rejects where a deployment fails. */
export async function measureGain(settings: Settings, folder: string): Promise<Gain | undefined> {
  const first = await deployWith(settings, folder);
  if (first.advice.length === 0) return undefined;
  const changed = first.advice.reduce((changing, { sentence }) => follow(changing, sentence), settings);
  const second = await deployWith(changed, folder);
  return {
    before: first.seconds,
    promised: first.advice.reduce((sum, { seconds }) => sum + seconds, 0),
    saved: first.seconds - second.seconds
  };
}

/** Whether what was saved is within 15 % of what was promised. */
export function isKept({ promised, saved }: Gain): boolean {
  return Math.abs(saved / promised - 1) <= 0.15;
}
