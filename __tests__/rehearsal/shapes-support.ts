import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Stage } from './core-support.js';

const SCRIPT = fileURLToPath(new URL('core-botocore.py', import.meta.url));

/** What in the answers does not fit botocore's output shapes; nothing is checked where there is no botocore. */
export function findShapeProblems(answers: Stage['answers']): readonly string[] {
  if (spawnSync('python3', ['-c', 'import botocore']).status !== 0) return [];
  // botocore reads null as absent.
  const input = JSON.stringify(answers, (_key, value: unknown) => (value === null ? undefined : value));
  const run = spawnSync('python3', [SCRIPT], { input, encoding: 'utf8' });
  // ECR itself answers with empty lists where the model wants one entry at least.
  return `${run.stdout}${run.stderr}`.split('\n').filter(line => line !== '' && !line.includes('Invalid length'));
}
