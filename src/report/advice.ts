import type { Advice } from '../advice/facts.js';
import { formatDuration } from '../text/time.js';
import { escapeMarkdown, fence } from './markup.js';
import type { RunReport } from './outputs.js';

const MOST = 3;

type Advised = Pick<RunReport, 'advice' | 'services'>;

/** What a reader is told of one piece: `Saves about 4 min 30 s: let targets of …`; where there are several services, after the service's name. */
interface Told {
  readonly line: string;
  readonly commands: readonly string[];
}

/** Lines of text, those of at most three pieces: what to change, and indented below it the commands that do it. Pure. */
export function describeAdvice(reached: Advised): readonly string[] {
  return tell(reached).flatMap(({ line, commands }) => [line, ...commands.map(command => `  ${command}`)]);
}

/** The same as a list in Markdown, the commands to be copied; '' where there is none. Pure. */
export function renderAdvice(reached: Advised): string {
  return tell(reached)
    .map(({ line, commands }) => {
      const item = `- ${escapeMarkdown(line)}`;
      if (commands.length === 0) return item;
      const block = fence(commands, 'sh').split('\n');
      return `${item}\n\n${block.map(each => `  ${each}`).join('\n')}`;
    })
    .join('\n');
}

function tell(reached: Advised): readonly Told[] {
  return listAdvice(reached)
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, MOST)
    .map(({ service, sentence, seconds, commands = [] }) => ({
      line: `${service === undefined ? 'Saves' : `${service}: saves`} about ${formatDuration(seconds * 1_000)}: ${sentence}`,
      commands
    }));
}

function listAdvice({ advice = [], services = [] }: Advised): (Advice & { readonly service?: string })[] {
  if (services.length === 0) return [...advice];
  return services.flatMap(({ target, advice: own = [] }) => {
    const service = target === undefined ? '' : `${target.clusterName}/${target.serviceName}`;
    return own.map(piece => ({ ...piece, service }));
  });
}
