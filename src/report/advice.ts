import type { Advice } from '../advice/facts.js';
import { formatDuration } from '../text/time.js';
import { escapeMarkdown } from './markup.js';
import type { RunReport } from './outputs.js';

const MOST = 3;

/** One line a piece, at most three: `Saves about 4 min 30 s: let targets of …`; where there are several services, after the service's name. Pure. */
export function describeAdvice(reached: Pick<RunReport, 'advice' | 'services'>): readonly string[] {
  return listAdvice(reached)
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, MOST)
    .map(
      ({ service, sentence, seconds }) =>
        `${service === undefined ? 'Saves' : `${service}: saves`} about ${formatDuration(seconds * 1_000)}: ${sentence}`
    );
}

function listAdvice({
  advice = [],
  services = []
}: Pick<RunReport, 'advice' | 'services'>): (Advice & { readonly service?: string })[] {
  if (services.length === 0) return [...advice];
  return services.flatMap(({ target, advice: own = [] }) => {
    const service = target === undefined ? '' : `${target.clusterName}/${target.serviceName}`;
    return own.map(piece => ({ ...piece, service }));
  });
}

/** The same as a list in Markdown; '' where there is none. Pure. */
export function renderAdvice(reached: Pick<RunReport, 'advice' | 'services'>): string {
  return describeAdvice(reached)
    .map(line => `- ${escapeMarkdown(line)}`)
    .join('\n');
}
