import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import { PAGES, readPage, ROOT, type Block } from './pages.js';
import { complaintsAbout, kindOf, ownSteps, YAML_BLOCKS, type Kind } from './yaml-blocks.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { inputs: INPUTS } = load(read('action.yml')) as { readonly inputs: Readonly<Record<string, unknown>> };
const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile(JSON.parse(read('schema/slipway.schema.json')) as object);

const blocksOf = (kind: Kind): readonly (readonly [string, Block])[] =>
  YAML_BLOCKS.filter(({ block }) => kindOf(block) === kind).map(({ block }) => [block.at, block] as const);
const STEPS = YAML_BLOCKS.flatMap(({ block, beside }) => ownSteps(block, beside));

/** What our schema and our decoder say against a settings file, under each of its environments. */
function judgeSettings(text: string): readonly string[] {
  const value = load(text) as Readonly<Record<string, unknown>>;
  const names = Object.keys(value['environments'] ?? {});
  const problems = (names.length === 0 ? [''] : names).flatMap(environment =>
    complaintsAbout({ environment }, text, {}, 'check')
  );
  return validate(value) === true ? problems : [...problems, ajv.errorsText(validate.errors)];
}

describe('the blocks of YAML', () => {
  it('are each known for what they are', () => {
    expect(blocksOf('unclear').map(([at]) => at)).toEqual([]);
    expect(blocksOf('workflow').length).toBeGreaterThan(10);
    expect(blocksOf('settings').length).toBeGreaterThan(10);
    expect(STEPS.length).toBeGreaterThan(20);
  });

  it.each(blocksOf('fragment'))('%s is YAML', (_, { text }) => {
    expect(() => load(text)).not.toThrow();
  });

  it.each(blocksOf('settings'))('%s is a settings file without mistakes', (_, { text }) => {
    expect(judgeSettings(text)).toEqual([]);
  });

  it.each(STEPS.map((step, index) => [step.at, index + 1, step] as const))(
    '%s has a step (%i) with inputs that are known and go together',
    (_, __, { inputs, env, file }) => {
      expect(Object.keys(inputs).filter(name => !(name in INPUTS))).toEqual([]);
      expect(complaintsAbout(inputs, file, env, 'rollout')).toEqual([]);
    }
  );

  it('would be found wrong', () => {
    expect(judgeSettings('regoin: eu-west-1\nrepository: shop/web\n')).toHaveLength(2);
    const [block] = readPage('x.md', '```yaml\n- uses: example/slipway@v1\n  with:\n    servce: web\n```\n').blocks;
    const [step] = ownSteps(block as Block, []);
    expect(complaintsAbout(step?.inputs ?? {}, undefined, {}, 'rollout').join()).toMatch(/Did you mean services?\?/);
  });
});

describe('the blocks of JSON', () => {
  const blocks = PAGES.flatMap(page => page.blocks.filter(({ language }) => language === 'json'));

  it.each(blocks.map(block => [block.at, block] as const))('%s can be read', (_, { text }) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});

describe('the languages of the blocks', () => {
  it('are those that something is done with, or text', () => {
    const known = ['yaml', 'json', 'sh', 'text', 'mermaid'];
    const others = PAGES.flatMap(page => page.blocks).filter(({ language }) => !known.includes(language));
    expect(others.map(({ at, language }) => `${at} ${language}`)).toEqual([]);
  });
});
