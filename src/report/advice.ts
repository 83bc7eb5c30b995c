import type { Advice } from '../advice/facts.js';
import { formatDuration } from '../text/time.js';
import { escapeMarkdown } from './markup.js';

/** One line a piece: `Saves about 4 min 30 s: let targets of …`. Pure. */
export function describeAdvice(advice: readonly Advice[] = []): readonly string[] {
  return advice.map(({ sentence, seconds }) => `Saves about ${formatDuration(seconds * 1_000)}: ${sentence}`);
}

/** The same as a list in Markdown; '' where there is none. Pure. */
export function renderAdvice(advice: readonly Advice[] = []): string {
  return describeAdvice(advice)
    .map(line => `- ${escapeMarkdown(line)}`)
    .join('\n');
}
