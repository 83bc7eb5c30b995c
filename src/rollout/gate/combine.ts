import type { Ending, RolloutResult } from '../result.js';

/** The verdict of a deployment that had ended when its gate failed: what became of the way back. Pure. */
export function combineRedeployed(ending: Ending, back: RolloutResult | undefined): Ending {
  if (back === undefined) {
    const reason = `${ending.reason} Another deployment is in place by now, so nothing was deployed back.`;
    return { verdict: 'superseded', reason };
  }
  const said = back.reason === undefined ? '' : ` ${back.reason}`;
  if (back.verdict === 'succeeded' || back.verdict === 'unchanged') {
    return { verdict: 'rolled-back', reason: `${ending.reason} The last proven revision was deployed again.${said}` };
  }
  return { verdict: 'failed', reason: `${ending.reason} Going back ended as ${back.verdict}.${said}` };
}
