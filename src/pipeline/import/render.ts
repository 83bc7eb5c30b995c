import { dump } from 'js-yaml';

import { toOneLine } from '../../text/one-line.js';
import { quoteWord } from '../../text/shell.js';

export type SettingValue = string | boolean | readonly string[] | Readonly<Record<string, string>>;

/** A setting as it is written into slipway.yml. */
export interface WrittenSetting {
  readonly name: string;
  readonly value: SettingValue;
  /** What to look at: written above it. */
  readonly looks: readonly string[];
}

export interface WrittenSettings {
  readonly source: string;
  readonly settings: readonly WrittenSetting[];
  /** Entries of `images`; empty where the image is said at the top. */
  readonly images: readonly (readonly WrittenSetting[])[];
  /** Comments at the end. */
  readonly remarks: readonly string[];
}

const WIDTH = 116;

/** The text of slipway.yml: every line that needs a look says so in a comment above it. */
export function renderSettings({ source, settings, images, remarks }: WrittenSettings): string {
  const head = [
    toOneLine(`# Made from ${source} by: slipway import buildspec ${quoteWord(source) ?? source}`),
    ...(hasLooks(settings, images) ? ['# Every "Look" below needs a person; take it out when it is settled.'] : [])
  ];
  const parts = [
    head.join('\n'),
    settings.map(setting => renderSetting(setting)).join('\n'),
    ...(images.length === 0 ? [] : [`images:\n${images.map(renderEntry).join('\n')}`]),
    ...(remarks.length === 0 ? [] : [remarks.flatMap(remark => wrap(remark, '# ')).join('\n')])
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function hasLooks(settings: readonly WrittenSetting[], images: WrittenSettings['images']): boolean {
  return [...settings, ...images.flat()].some(({ looks }) => looks.length > 0);
}

function renderSetting({ name, value, looks }: WrittenSetting): string {
  const text = dump({ [name]: value }, { lineWidth: -1, noRefs: true }).trimEnd();
  return [...looks.flatMap(look => wrap(`Look: ${look}`, '# ')), text].join('\n');
}

/** An entry of a list: the first line gets the dash, comments stand where they belong. */
function renderEntry(entry: readonly WrittenSetting[]): string {
  const lines = entry.map(renderSetting).join('\n').split('\n');
  const first = lines.findIndex(line => !line.startsWith('#'));
  return lines.map((line, index) => `${index === first ? '  - ' : '    '}${line}`).join('\n');
}

function wrap(text: string, prefix: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of toOneLine(text).replace(/ +/g, ' ').trim().split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map(part => `${prefix}${part}`);
}
