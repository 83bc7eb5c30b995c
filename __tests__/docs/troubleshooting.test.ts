import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CHAPTERS } from '../../src/causes/table.js';
import { pageOf, ROOT } from './pages.js';

/** Said by others, and nowhere in our sources: where it is from. */
const SAID_BY_OTHERS: Readonly<Record<string, string>> = {
  'Could not load credentials from any providers': 'the AWS SDK for JavaScript, @aws-sdk/credential-provider-node'
};

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join(ROOT, 'src', path), 'utf8'))
  .join('\n')
  .replaceAll('\\', '')
  .toLowerCase();

/** The words of a text that are always the same: what stands between its places for names. */
function fixedParts(text: string): readonly string[] {
  return text
    .split(/…/)
    .map(part => part.trim())
    .filter(part => part.length > 3);
}

describe('docs/troubleshooting.md', () => {
  const chapters = [
    'Before anything changes',
    'Credentials',
    'During the deployment',
    ...CHAPTERS.map(({ title }) => title)
  ];
  const texts = pageOf('docs/troubleshooting.md')
    .rows.filter(({ heading, cells }) => chapters.includes(heading) && cells[0] !== 'Message')
    .flatMap(({ at, cells }) =>
      [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => [at, text] as const)
    );

  it('has many', () => {
    expect(texts.length).toBeGreaterThan(40);
  });

  it.each(texts)('%s: "%s" is said by us, by the built-in AWS, or by somebody who is named', (_, text) => {
    if (text in SAID_BY_OTHERS) return;
    for (const part of fixedParts(text)) expect(SOURCES.includes(part.toLowerCase()) ? '' : part).toBe('');
  });

  it('excuses nothing that we say ourselves', () => {
    const ours = Object.keys(SAID_BY_OTHERS).filter(text =>
      fixedParts(text).every(part => SOURCES.includes(part.toLowerCase()))
    );
    expect(ours).toEqual([]);
    expect(Object.keys(SAID_BY_OTHERS).filter(text => !texts.some(([, shown]) => shown === text))).toEqual([]);
  });
});
