import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { kindOf, YAML_BLOCKS } from '../docs/yaml-blocks.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-docs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What actionlint says of a workflow. Rejects where it is not there: a proof that is left out is none. */
async function lint(text: string, name: string): Promise<{ readonly status: number; readonly output: string }> {
  const file = join(folder, name, '.github', 'workflows', 'workflow.yml');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return new Promise((resolve, reject) => {
    execFile('actionlint', ['-no-color', file], (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(new Error(`actionlint: ${error.message}`));
      else resolve({ status: Number(error?.code ?? 0), output: `${stdout}${stderr}` });
    });
  });
}

/** Steps of a workflow as a workflow. */
function wrapSteps(steps: string): string {
  const indented = steps.replaceAll(/^(?=.)/gm, '      ');
  return `on: push\npermissions:\n  contents: read\n  id-token: write\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${indented}`;
}

const WORKFLOWS = YAML_BLOCKS.flatMap(({ block }) => {
  const kind = kindOf(block);
  if (kind === 'workflow') return [[block.at, block.text] as const];
  return kind === 'steps' ? [[block.at, wrapSteps(block.text)] as const] : [];
});

describe('actionlint', () => {
  it.each(WORKFLOWS)('finds nothing in %s', async (at, text) => {
    expect(await lint(text, at.replaceAll(/[/:]/g, '-'))).toEqual({ status: 0, output: '' });
  });

  it('can say no', async () => {
    const { status, output } = await lint(wrapSteps('- uses: actions/checkout@v7\n  whith: { ref: main }\n'), 'wrong');
    expect(status).toBe(1);
    expect(output).toContain('whith');
  });
});
