import type { Advice, AdviceFacts } from './facts.js';
import { durationOf } from './model.js';
import { readModel } from './read-model.js';
import { ADVICE_RULES } from './rules.js';

const MOST = 3;
/** Less than so many seconds, or than such a share of the rollout, is not worth a change. */
const LEAST = { seconds: 15, share: 0.05 };

/**
 * What would have made this rollout shorter, at most three pieces, those with the most seconds first. Pure.
 *
 * Each piece is replayed on a model of the rollout with the pieces before it followed already: what goes on beside something slower saves
 * nothing, and no two pieces promise the same seconds. Where the model cannot explain how long the run took, there is no advice.
 */
export function findAdvice(facts: AdviceFacts): readonly Advice[] {
  const read = readModel(facts);
  if (read === undefined) return [];
  const { measured } = read;
  const least = Math.max(LEAST.seconds, measured * LEAST.share);
  const found: Advice[] = [];
  let { model } = read;
  for (const rules = new Set(ADVICE_RULES); found.length < MOST;) {
    const [best] = [...rules]
      .flatMap(rule => {
        const proposal = rule.propose(facts, model);
        if (proposal === undefined) return [];
        return [{ rule, ...proposal, seconds: durationOf(model) - durationOf(proposal.model) }];
      })
      .sort((one, other) => other.seconds - one.seconds);
    if (best === undefined || best.seconds < least) break;
    const { rule, sentence, commands, seconds } = best;
    found.push({ setting: rule.setting, sentence, commands, seconds: Math.round(seconds) });
    rules.delete(best.rule);
    model = best.model;
  }
  return found.sort((one, other) => other.seconds - one.seconds);
}
