import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { systemFiles } from '../../src/host/files.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { readProject } from '../../src/steps/project.js';
import { REGION } from '../dist/sandbox.js';
import { taskDefinition } from '../dist/seed.js';
import { allows, listAllowed, type PolicyDocument } from '../pipeline/iam-evaluator.js';
import { wishesOf } from '../pipeline/journal-to-iam.js';
import { PLAIN_OPTIONS } from '../pipeline/projects.js';
import { withShop, type Changes } from './buildspec-parts.js';
import { describeFailure } from './codebuild.js';
import { startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

const ACCOUNT = '123456789012';
const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const PLACE = { region: REGION, account: ACCOUNT, application: '', deploymentGroup: '' };

/** In the place of the host in Docker's arguments and in the Dockerfile the built-in registry. */
function reach(host: string): Changes {
  return {
    docker: `for word; do shift; case "$word" in ${HOST}*) word="${host}\${word#${HOST}}";; esac; set -- "$@" "$word"; done`,
    prepare: async source => {
      const path = join(source, 'Dockerfile');
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(HOST, host));
    }
  };
}

describe('a build in CodeBuild', () => {
  it(
    'is allowed by the generated policy all that it asks of AWS and pulls from the registry, and by none of less',
    () =>
      withShop(
        engine,
        {
          files: {
            'slipway.yml': { region: REGION, repository: 'shop/web', 'task-definition': 'taskdefinition.json' },
            'taskdefinition.json': taskDefinition(),
            'base.Dockerfile': 'FROM scratch\nCOPY base.Dockerfile /base\n',
            Dockerfile: `ARG BASE=${HOST}/base/site\nFROM \${BASE}:1\nCOPY Dockerfile /site\n`
          },
          repositories: [{ repositoryName: 'shop/web' }, { repositoryName: 'base/site' }]
        },
        async shop => {
          const { sandbox } = shop;
          const base = await shop.generate({ repository: 'base/site', tags: '1', dockerfile: 'base.Dockerfile' });
          expect(describeFailure(await shop.build(base))).toBe('');
          await shop.forget();

          const mark = sandbox.cloud.requestLog.entries().at(-1)?.sequence ?? 0;
          const buildspec = await shop.generate({ force: 'true' });
          const built = await shop.build(buildspec, reach(`127.0.0.1:${sandbox.cloud.port}`));
          expect(describeFailure(built)).toBe('');
          const wishes = sandbox.cloud.requestLog.entries(mark).flatMap(entry => wishesOf(entry, PLACE));
          const pulls = wishes.filter(({ resource }) => resource.endsWith(':repository/base/site'));
          expect(pulls.map(({ action }) => action)).toEqual(expect.arrayContaining(['ecr:BatchGetImage']));

          const files = systemFiles(undefined, sandbox.workspace);
          const project = await readProject({ given: {}, problems: [], files, environment: {} });
          const text = renderIam(project, PLAIN_OPTIONS).find(({ path }) => path === 'iam/codebuild-policy.json')?.text;
          const policy = JSON.parse(text ?? '') as PolicyDocument;
          expect(wishes.filter(wish => !allows(policy, wish))).toEqual([]);
          // Of another repository, and to the base image, it may do nothing more.
          expect(
            allows(policy, { action: 'ecr:BatchGetImage', resource: pulls[0]?.resource.replace('site', 'x') ?? '' })
          ).toBe(false);
          expect(allows(policy, { action: 'ecr:PutImage', resource: pulls[0]?.resource ?? '' })).toBe(false);
          const without = { Statement: policy.Statement.filter(({ Sid }) => Sid !== 'PullBaseImages') };
          expect(wishes.filter(wish => !allows(without, wish)).length).toBeGreaterThan(0);
          expect(listAllowed(policy).filter(action => /^(ecs|iam):/.test(action))).toEqual([]);
        }
      ),
    120_000
  );
});
