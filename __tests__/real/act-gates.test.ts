import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { connectToCloud } from '../../src/emulator/client.js';
import { REGION, ROOT } from '../dist/sandbox.js';
import { findNodes, openWorkshop, readJournal } from './act-parts.js';
import { startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

/** The gated example, where a person takes the place of the gate; its workflow is still to be generated. */
async function useApproval(workspace: string): Promise<void> {
  await cp(join(ROOT, 'examples', 'gated'), workspace, { recursive: true });
  await rm(join(workspace, '.github'), { recursive: true });
  const settings = join(workspace, 'slipway.yml');
  const lines = (await readFile(settings, 'utf8')).split('\n').filter(line => !line.startsWith('gate-'));
  await writeFile(settings, lines.join('\n'));
  await appendFile(settings, 'wait-for: paused\n');
}

/** What changes a service or its deployment. */
const CHANGES = /^(?:Create|Update|Delete|Stop|Continue)Service/;

describe.each(findNodes())('the generated workflow of two jobs under act on Node %s', (_major, node) => {
  it.each([
    ['continue', 0, 'succeeded', 2],
    ['rollback', 1, 'rolled-back', 1]
  ])(
    'ends the first green as paused, and the second answers: %s',
    async (answer, exitCode, outcome, revision) => {
      const workshop = await openWorkshop(node, engine, useApproval);
      try {
        const { endpoint, exports } = await workshop.openCloud('.', '--scale=20', '--port=0');
        const made = await workshop.run('slipway generate workflow --uses=example/slipway@v1 && git add --all');
        expect(made).toMatchObject({ exitCode: 0 });
        const workflow = join(workflowsOf(workshop), 'deploy.yml');
        const text = await readFile(workflow, 'utf8');
        expect(text).toContain('continue: continue\n');
        await writeFile(workflow, text.replace('continue: continue\n', `continue: ${answer}\n`));
        const run = await workshop.run('act push -P ubuntu-latest=-self-hosted', exports);
        expect(run).toMatchObject({ exitCode, log: expect.stringMatching(/::set-output:: outcome=paused\n/) });
        const [first = '', second = ''] = run.log.split('Job succeeded', 2);
        const paused = /::set-output:: deployment=(shop\/checkout\/[\w-]+)\n/.exec(first)?.[1] ?? '';
        expect(paused).not.toBe('');
        // The post step of the first job takes nothing back: the deployment is begun, and answered by the second job.
        expect(first).toContain('Nothing to clean up.');
        const requests = await readJournal(endpoint);
        const ofRuns = requests.filter(({ userAgent }) => userAgent?.includes('slipway') === true);
        expect(ofRuns.map(({ operation }) => operation).filter(name => CHANGES.test(name))).toEqual([
          'UpdateService',
          'ContinueServiceDeployment'
        ]);
        expect(second).toContain(`::set-output:: outcome=${outcome}`);
        expect(second).toContain(`::set-output:: deployment=${paused}`);
        const { services } = await connectToCloud(endpoint, REGION)('ecs', 'DescribeServices', {
          cluster: 'shop',
          services: ['checkout']
        });
        expect(services).toEqual([
          expect.objectContaining({
            taskDefinition: expect.stringMatching(new RegExp(`:task-definition/shop-checkout:${revision}$`))
          })
        ]);
      } finally {
        await workshop.close();
      }
    },
    180_000
  );
});

function workflowsOf({ workspace }: { readonly workspace: string }): string {
  return join(workspace, '.github', 'workflows');
}
