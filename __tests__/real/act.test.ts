import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { connectToCloud, type Shape } from '../../src/emulator/client.js';
import { REGION, ROOT } from '../dist/sandbox.js';
import { askVersion, findNodes, openWorkshop, readJournal, type Workshop } from './act-parts.js';
import { startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

/** The blocks of shell in docs/act.md, as a person would copy them. */
async function readRecipes(): Promise<readonly string[]> {
  const page = await readFile(join(ROOT, 'docs', 'act.md'), 'utf8');
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

/** Puts an example there as its README says: copied, with the owner's name in the workflow. */
function useExample(name: string): (workspace: string) => Promise<void> {
  return async workspace => {
    await cp(join(ROOT, 'examples', name), workspace, { recursive: true });
    const workflow = join(workspace, '.github', 'workflows', 'deploy.yml');
    await writeFile(workflow, (await readFile(workflow, 'utf8')).replace('<owner>', 'example'));
  };
}

/** A repository that has the Action itself: `uses: ./`, and a version of the shop that crashes. */
async function useCheckout(workspace: string, slipway: string): Promise<void> {
  await cp(slipway, workspace, { recursive: true });
  await mkdir(join(workspace, '.github', 'workflows'), { recursive: true });
  await writeFile(
    join(workspace, '.github', 'workflows', 'crash.yml'),
    `on: push
jobs:
  crash:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./
        with:
          config: examples/rolling/slipway.yml
          context: examples/rolling
          task-definition: examples/rolling/taskdefinition.json
          environment-variables: SLIPWAY_REHEARSAL=crash
`
  );
}

async function withWorkshop(
  body: (workshop: Workshop) => Promise<void>,
  ...opened: Parameters<typeof openWorkshop>
): Promise<void> {
  const workshop = await openWorkshop(...opened);
  try {
    await body(workshop);
  } finally {
    await workshop.close();
  }
}

/** Main and post have run, both to their end. */
function expectBothSteps(log: string, main: 'Success' | 'Failure', action: string): void {
  expect(log).toContain(`${main} - Main ${action}`);
  expect(log).toMatch(new RegExp(`\\| Nothing to clean up\\.\\n.*Success - Post ${action}`));
  expect(log).not.toContain('stand-in docker');
}

/** The Node that asked AWS is the one on the path: act takes no heed of what the Action asks for. */
async function expectNode(endpoint: string, major: string): Promise<void> {
  const entries = await readJournal(endpoint);
  const versions = entries.flatMap(({ userAgent }) => /\bmd\/nodejs#(\d+)\./.exec(userAgent ?? '')?.[1] ?? []);
  expect(versions.length).toBeGreaterThan(5);
  expect(new Set(versions)).toEqual(new Set([major]));
}

const ACT = 'act push -P ubuntu-latest=-self-hosted';

describe('act', () => {
  it('is the one that docs/act.md and .ci/run install', async () => {
    const [recipe = ''] = await readRecipes();
    const [, pinned] = /^go install (github\.com\/nektos\/act@v[\d.]+)$/m.exec(recipe) ?? [];
    expect(pinned).toMatch(/@v\d/);
    expect(await readFile(join(ROOT, '.ci', 'run'), 'utf8')).toContain(` ${pinned ?? ''}\n`);
    expect(askVersion('act', '--version')).toContain((pinned ?? '').split('@v')[1]);
  });
});

describe.each(findNodes())('the workflow under act on Node %s', (major, node) => {
  it('rolls out, by the recipe of docs/act.md as it is written', async () => {
    const [recipe = ''] = await readRecipes();
    const [install = '', command = '', ...more] = recipe.trim().split('\n');
    expect([install.startsWith('go install '), more]).toEqual([true, []]);
    await withWorkshop(
      async workshop => {
        const { exitCode, log } = await workshop.run(command);
        expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') });
        expect(log).toContain('::set-output:: outcome=succeeded');
        expectBothSteps(log, 'Success', 'example/slipway@v1');
        const image = /::set-output:: image=(.+)/.exec(log)?.[1] ?? '';
        expect(await engine.docker(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', image])).toBe(`${image}\n`);
        // The host runner works on a copy: the folder is as it was.
        expect((await workshop.run('git status --porcelain')).log).toBe('');
      },
      node,
      engine,
      useExample('rolling')
    );
  }, 180_000);

  it('goes blue/green with CodeDeploy, by the recipe for an environment', async () => {
    const [, recipe = ''] = await readRecipes();
    const [switched = '', command = ''] = recipe.trim().split('\n');
    expect(switched).toBe('git switch develop');
    const [serve = '', act = ''] = command.split(' -- ');
    expect(act).toBe(ACT);
    await withWorkshop(
      async workshop => {
        // The two sides of `--` by themselves, so that AWS can be asked afterwards.
        const { endpoint, exports } = await workshop.openCloud(...serve.split(' ').slice(2), '--port=0');
        const { exitCode, log } = await workshop.run(act, exports);
        expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') });
        expectBothSteps(log, 'Success', 'example/slipway@v1');
        await expectNode(endpoint, major);
        const call = connectToCloud(endpoint, REGION);
        const { services } = await call('ecs', 'DescribeServices', {
          cluster: 'kordevtest',
          services: ['kordevtest-api']
        });
        const [service] = services as readonly Shape[];
        expect(service?.['taskSets']).toEqual([
          expect.objectContaining({ status: 'PRIMARY', taskDefinition: expect.stringMatching(/:2$/) })
        ]);
        const digest = /::set-output:: image-digest=(sha256:[0-9a-f]{64})/.exec(log)?.[1];
        const { imageDetails } = await call('ecr', 'DescribeImages', { repositoryName: 'kordevtest-api' });
        expect(imageDetails).toEqual([expect.objectContaining({ imageDigest: digest })]);
      },
      node,
      engine,
      useExample('blue-green'),
      'develop'
    );
  }, 180_000);

  it('is red where the new version crashes, says why, and has the earlier one run again', async () => {
    await withWorkshop(
      async workshop => {
        const { endpoint, exports } = await workshop.openCloud('examples/rolling', '--scale=20', '--port=0');
        const { exitCode, log } = await workshop.run(ACT, exports);
        expect({ exitCode, log }).toMatchObject({ exitCode: 1, log: expect.stringContaining('Job failed') });
        expect(log).toContain('::set-output:: outcome=rolled-back');
        expect(log).toMatch(/::error.*exit(ed)? (with )?code 1/i);
        expectBothSteps(log, 'Failure', './');
        await expectNode(endpoint, major);
        const call = connectToCloud(endpoint, REGION);
        const { services } = await call('ecs', 'DescribeServices', { cluster: 'shop', services: ['web'] });
        expect(services).toEqual([
          expect.objectContaining({
            taskDefinition: expect.stringMatching(/:task-definition\/shop-web:1$/),
            runningCount: 2
          })
        ]);
      },
      node,
      engine,
      useCheckout
    );
  }, 180_000);
});
