import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { systemClock } from '../../src/host/clock.js';
import { inMemoryCleanupStore } from '../../src/host/console.js';
import { systemFiles } from '../../src/host/files.js';
import { githubReporter } from '../../src/host/github.js';
import { startCloud } from '../../src/emulator/cloud.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { runShip } from '../../src/run.js';
import { SHA } from './decode-helpers.js';
import { NO_GATES } from '../no-gates.js';

const before = { ...process.env };
let cloud: Cloud;
let folder: string;

beforeEach(async () => {
  cloud = await startCloud({});
  folder = await mkdtemp(join(tmpdir(), 'slipway-annotations-'));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal'
  });
});

afterEach(async () => {
  process.env = { ...before };
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the runner gets to read as annotations when the Action ships with this settings file and these inputs. */
async function annotate(settings: string, given: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  await writeFile(join(folder, 'slipway.yml'), settings);
  const printed: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(text => printed.push(String(text)) > 0);
  try {
    const machine = {
      ...NO_GATES,
      files: systemFiles(folder, folder),
      processes: { run: () => Promise.reject(new Error('no program is run')) },
      clock: systemClock(undefined),
      reporter: githubReporter(),
      cleanupStore: inMemoryCleanupStore(new Map()),
      environment: { GITHUB_SHA: SHA },
      idToken: () => Promise.reject(new Error('no token')),
      signal: new AbortController().signal
    };
    await runShip({ given, givenFrom: 'input' }, machine);
  } finally {
    write.mockRestore();
  }
  return printed.flatMap(text => text.split('\n')).filter(line => /^::(?:error|warning)/.test(line));
}

const FILE = 'region: eu-west-1\nrepository: shop/web\n';

describe('in the Action', () => {
  it.each([
    ['a wrong value', 'wait-for: ever\n', '::error file=slipway.yml,line=3,col=1::wait-for: expected nothing'],
    ['an unknown key', 'clustr: shop\n', '::error file=slipway.yml,line=3,col=1::clustr: Unknown setting "clustr".'],
    [
      'a wrong value in an overlay',
      'environments:\n  prod:\n    fail-after: 0\n',
      '::error file=slipway.yml,line=5,col=5::environments.prod.fail-after: expected a whole number'
    ],
    [
      'a wrong value in a list',
      'services:\n  - service: web\n    wait-for: ever\n',
      '::error file=slipway.yml,line=5,col=5::services[0].wait-for: expected nothing'
    ],
    ['broken YAML', 'tags: [\n', '::error file=slipway.yml,line=4,col=1::'],
    [
      'a file that is not there',
      'wait-for: ever\ntask-definition: td.json\n',
      '::error file=slipway.yml,line=4,col=1::task-definition: There is no file td.json.'
    ],
    [
      'a folder that is not there',
      'environment: prod\nenvironments:\n  prod:\n    context: app\n',
      '::error file=slipway.yml,line=6,col=5::environments.prod.context: There is no folder app'
    ]
  ])('the annotation of %s stands at its line of slipway.yml', async (_, more, annotation) => {
    expect(await annotate(FILE + more)).toContainEqual(expect.stringContaining(annotation));
    expect(cloud.requestLog.entries()).toEqual([]);
  });

  it('so does what AWS is asked for, in an entry of a list too', async () => {
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
    const lines = await annotate(
      'region: eu-west-1\nimages:\n  - { container: a, repository: shop/a }\n  - container: b\n    repository: shop/b\n'
    );
    expect(lines).toEqual([
      expect.stringMatching(
        /^::error file=slipway\.yml,line=3,col=21::images\[0\]\.repository: There is no ECR repository shop\/a/
      ),
      expect.stringMatching(
        /^::error file=slipway\.yml,line=5,col=5::images\[1\]\.repository: There is no ECR repository shop\/b/
      )
    ]);
  });

  it('so does a warning', async () => {
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
    const lines = await annotate(`${FILE}build-args: { VERSION: "1" }\n`);
    expect(lines[0]).toMatch(/^::warning file=slipway\.yml,line=3,col=1::build-args: Dockerfile has no ARG VERSION/);
  });

  it.each([
    [{ 'wait-for': 'ever' }, '::error::wait-for: expected nothing'],
    [{ clustr: 'shop' }, '::error::clustr: Unknown setting "clustr".'],
    [{ context: 'app' }, '::error::context: There is no folder app'],
    [
      { 'codedeploy-appspec': 'x.yml', 'task-definition': 'td.json' },
      '::error::codedeploy-appspec: There is no file x.yml.'
    ]
  ])('what is wrong with an input names the input: %j', async (given, annotation) => {
    expect(await annotate(`${FILE}context: .\n`, given)).toContainEqual(expect.stringContaining(annotation));
  });
});
