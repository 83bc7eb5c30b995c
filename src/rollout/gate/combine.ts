import { SlipwayError } from '../../errors.js';
import type { Ending, RolloutResult } from '../result.js';

/** Goes back from a deployment that had ended when its gate failed. What keeps it from going back must not hide that the gate failed. */
export async function redeployProven(
  ending: Ending,
  goBack: () => Promise<RolloutResult | undefined>
): Promise<Ending> {
  try {
    return combineRedeployed(ending, await goBack());
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    return { verdict: 'failed', reason: `${ending.reason} It was not possible to go back: ${error.message}` };
  }
}

/** The verdict: what became of the way back. Pure. */
function combineRedeployed(ending: Ending, back: RolloutResult | undefined): Ending {
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
