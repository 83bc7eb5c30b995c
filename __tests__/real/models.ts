import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Exchange, Query } from './wire.js';

/** What botocore's service models say against these exchanges; one text each. Throws where there is no Python with botocore. */
export function checkAgainstModels(exchanges: readonly (Exchange | Query)[]): readonly string[] {
  const script = fileURLToPath(new URL('check_models.py', import.meta.url));
  const result = spawnSync('python3', [script], {
    input: JSON.stringify(exchanges),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  });
  if (result.status !== 0)
    throw new Error(`python3 with botocore is needed: ${result.error?.message ?? result.stderr}`);
  return JSON.parse(result.stdout) as string[];
}
