import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { describeFailure, runBuild, type BuildOptions, type BuildResult } from './codebuild.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-codebuild-test-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

function run(text: string, changes: Partial<BuildOptions> = {}): Promise<BuildResult> {
  const environment = { PATH: '/usr/bin:/bin' };
  return runBuild(`version: 0.2\nenv:\n  shell: bash\n${text}`, {
    directory,
    environment,
    region: 'eu-west-1',
    commit: '4f2c1d0',
    ...changes
  });
}

/** AWS's own sample, in short: what is pushed stands in post_build, without a guard. */
const SAMPLE = `phases:
  pre_build:
    commands:
      - echo log in
  build:
    commands:
      - echo build && false
      - echo tag
  post_build:
    commands:
      - echo "push $CODEBUILD_BUILD_SUCCEEDING"
      - echo '[]' > imagedefinitions.json
artifacts:
  files: [imagedefinitions.json]
`;

describe('the stand-in for CodeBuild', () => {
  it.each(['one', 'each'] as const)(
    'goes on to post_build after a failed build, as CodeBuild does (%s)',
    async shell => {
      const built = await run(SAMPLE, { shell });
      expect(built.status).toBe('FAILED');
      expect(built.log).toBe('log in\nbuild\npush 0\n');
      expect([...built.artifacts.keys()]).toEqual(['imagedefinitions.json']);
    }
  );

  it('ends at on-failure: ABORT', async () => {
    const text = SAMPLE.replace('  build:\n', '  build:\n    on-failure: ABORT\n');
    const built = await run(text);
    expect(built.phases).toEqual(['pre_build SUCCEEDED', 'build FAILED', 'upload_artifacts FAILED']);
    expect((await run(text, { heedsAbort: false })).log).toContain('push 0');
  });

  it('ends where pre_build fails, but for what is in finally', async () => {
    const built = await run(SAMPLE.replace('- echo log in', '- exit 3\n    finally:\n      - echo tidy'), {
      shell: 'each'
    });
    expect(built.phases).toEqual(['pre_build FAILED', 'upload_artifacts FAILED']);
    expect(built.log).toBe('tidy\nCLIENT_ERROR Message: no matching artifact paths found: imagedefinitions.json\n');
  });

  it('keeps variables and the folder between commands; functions only where there is one shell', async () => {
    const text = `phases:
  pre_build:
    commands:
      - A="x  y"
      - mkdir folder && cd folder
      - say() { echo said; }
  build:
    commands:
      - echo "$A $CODEBUILD_SRC_DIR $(basename "$PWD")"
      - say
`;
    const one = await run(text);
    expect(one.log).toBe(`x  y ${directory} folder\nsaid\n`);
    expect(describeFailure(one)).toBe('');
    await rm(join(directory, 'folder'), { recursive: true });
    const each = await run(text, { shell: 'each' });
    expect(each.log).toContain(`x  y ${directory} folder\n`);
    expect(each.status).toBe('FAILED');
  });

  it('looks at the last status of a block, and takes a missing artifact for a failure', async () => {
    const built = await run(`phases:
  build:
    commands:
      - |
        false
        true
artifacts:
  base-directory: out
  files: [a.json]
`);
    expect(built.phases).toEqual(['build SUCCEEDED', 'upload_artifacts FAILED']);
    expect(built.status).toBe('FAILED');
  });

  it('gives an artifact by its path, or flat', async () => {
    const text = `phases:
  build:
    commands:
      - mkdir -p out/deep && echo 1 > out/deep/a.json
artifacts:
  base-directory: out
  files: [deep/a.json]
`;
    expect([...(await run(text)).artifacts]).toEqual([['deep/a.json', '1\n']]);
    expect([...(await run(`${text}  discard-paths: yes\n`.replace(': yes', ': "yes"'))).artifacts.keys()]).toEqual([
      'a.json'
    ]);
    expect(await readFile(join(directory, 'out', 'deep', 'a.json'), 'utf8')).toBe('1\n');
  });

  it('refuses what it does not know', async () => {
    await expect(run('phases:\n  build:\n    commands:\n      - echo: 1\n')).rejects.toThrow('Not known here');
    await expect(run('batch: {}\nphases: {}\n')).rejects.toThrow('batch');
  });
});
