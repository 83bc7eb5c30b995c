import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { it } from '@jest/globals';

import type { Stage } from './core-support.js';

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
  return runBotocore('core-botocore.py', input)
    .split('\n')
    .filter(line => line !== '');
}

/** What a script beside this file writes, given this input; it is for tests that run where botocore is. */
export function runBotocore(script: string, input: string): string {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const run = spawnSync(PYTHON ?? 'python3', [path], { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`${script}: ${run.stderr}`);
  return run.stdout;
}
