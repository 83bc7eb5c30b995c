import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { it } from '@jest/globals';

import type { Stage } from './core-support.js';

const SCRIPT = fileURLToPath(new URL('core-botocore.py', import.meta.url));
/** A Python that has the botocore of the models that the built-in AWS is held to: `.ci/run` installs it. One that is here by chance may be of any age. */
const PYTHON = process.env['SLIPWAY_BOTOCORE'];

/** A test that is nothing without botocore: skipped where there is none. */
export const itByBotocore = PYTHON === undefined ? it.skip : it;

/** What in the answers does not fit botocore's output shapes, a line each; nothing is checked where there is no botocore. */
export function findShapeProblems(answers: Stage['answers']): readonly string[] {
  return askBotocore(JSON.stringify(answers));
}

/** The same, but for two things that CodeDeploy and ECR do themselves: null for absent, and empty lists where the model wants one entry at least. */
export function findShapeProblemsButEmpty(answers: Stage['answers']): readonly string[] {
  const input = JSON.stringify(answers, (_key, value: unknown) => (value === null ? undefined : value));
  return askBotocore(input).filter(line => !line.includes('Invalid length'));
}

function askBotocore(input: string): readonly string[] {
  if (PYTHON === undefined) return [];
  const run = spawnSync(PYTHON, [SCRIPT], { input, encoding: 'utf8' });
  if (run.error !== undefined) throw run.error;
  return `${run.stdout}${run.stderr}`.split('\n').filter(line => line !== '');
}
