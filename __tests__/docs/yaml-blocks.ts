import { load } from 'js-yaml';

import { decodeAll } from '../../src/config/decode/decode.js';
import { formatProblem } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';
import { SHA } from '../config/decode-helpers.js';
import { PAGES, type Block } from './pages.js';

interface Step {
  readonly uses?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/**
 * What a block of YAML is: a whole workflow, the steps of one, a settings file (its first line is a comment with its path), or of another
 * program (marked `fragment`).
 */
export type Kind = 'workflow' | 'steps' | 'settings' | 'fragment' | 'unclear';

export function kindOf({ mark, text }: Block): Kind {
  if (mark === 'fragment') return 'fragment';
  if (settingsPath(text) !== undefined) return 'settings';
  const value = load(text);
  if (Array.isArray(value)) return 'steps';
  return typeof value === 'object' && value !== null && 'on' in value && 'jobs' in value ? 'workflow' : 'unclear';
}

/** The path in the first line of a settings file. */
export function settingsPath(text: string): string | undefined {
  return /^# (\S*slipway\.yml)$/m.exec(text.split('\n')[0] ?? '')?.[1];
}

/** What GitHub would put in. One that is not here is not known to be right. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  'vars.AWS_ROLE_TO_ASSUME': 'arn:aws:iam::123456789012:role/deploy',
  'vars.AWS_ROLE_TO_PLAN': 'arn:aws:iam::123456789012:role/plan',
  'github.token': 'ghs_0123456789',
  "github.ref_name == 'main' && 'prod' || 'dev'": 'prod',
  'matrix.app': 'api',
  'needs.deploy.outputs.deployment': 'shop/checkout/Xk2Qm9bT3rLw8sYc'
};

function fillIn(text: string): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (all, expression: string) => {
    const value = EXPRESSIONS[expression];
    if (value === undefined) throw new Error(`No value is known for ${all}.`);
    return value;
  });
}

/** A step with this Action, and what stands around it. */
export interface OwnStep {
  readonly at: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The text of the settings file that it goes by: the one of that path in the same chapter, else on the page. */
  readonly file: string | undefined;
}

interface Workflow {
  readonly env?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<
    Record<string, { readonly env?: Readonly<Record<string, unknown>>; readonly steps?: readonly Step[] }>
  >;
}

function textsOf(values: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(String(value))]));
}

/** All steps with this Action in a block. */
export function ownSteps(block: Block, beside: readonly Block[]): readonly OwnStep[] {
  const kind = kindOf(block);
  if (kind !== 'workflow' && kind !== 'steps') return [];
  const value = load(block.text) as Workflow | readonly Step[];
  const jobs = 'jobs' in value ? Object.values(value.jobs) : [{ steps: value }];
  const around = 'jobs' in value ? value.env : {};
  return jobs.flatMap(({ env, steps = [] }: Workflow['jobs'][string]) =>
    steps
      .filter(step => step.uses?.includes('/slipway@') === true)
      .map(step => {
        const inputs = textsOf(step.with);
        return {
          at: block.at,
          inputs,
          env: textsOf({ ...around, ...env, ...step.env }),
          file: findSettings(inputs['config'] ?? 'slipway.yml', block, beside)
        };
      })
  );
}

function findSettings(path: string, { chapter }: Block, beside: readonly Block[]): string | undefined {
  const files = beside.filter(({ text }) => settingsPath(text) === path);
  return (files.find(file => file.chapter === chapter) ?? files[0])?.text;
}

/** What Slipway says against the settings. */
export function complaintsAbout(
  given: Readonly<Record<string, string>>,
  file: string | undefined,
  env: Readonly<Record<string, string>>,
  purpose: 'rollout' | 'check'
): readonly string[] {
  const document = file === undefined ? undefined : readDocument('slipway.yml', new TextEncoder().encode(file));
  const { problems } = decodeAll({
    given,
    givenFrom: 'input',
    file: document,
    env,
    purpose,
    source: { sha: SHA }
  });
  return problems.map(formatProblem);
}

/** The blocks of YAML of all pages, with those of the same page. */
export const YAML_BLOCKS: readonly { readonly block: Block; readonly beside: readonly Block[] }[] = PAGES.flatMap(
  ({ blocks }) => {
    const beside = blocks.filter(({ language }) => language === 'yaml');
    return beside.map(block => ({ block, beside }));
  }
);
