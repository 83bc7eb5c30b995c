import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { SHA, withSandbox, type Sandbox } from './sandbox.js';
import { ROLLING, seed, taskDefinition } from './seed.js';

const TOKEN = 'ghs_notARealTokenOfAnyRepository';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** GitHub's API as far as a deployment goes: every request is noted; `answer` may refuse. */
async function withGithub(
  body: (url: string, asked: Asked[]) => Promise<void>,
  answer: (asked: Asked) => { readonly status: number; readonly body: unknown } | undefined = () => undefined
): Promise<void> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then(text => {
      const entry: Asked = {
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: JSON.parse(text === '' ? '{}' : text) as Asked['body']
      };
      asked.push(entry);
      const { status, body: json } = answer(entry) ?? { status: 201, body: { id: 4711 } };
      // It is made, and nobody hears of it.
      if (status === 0) return;
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await body(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const INPUTS = {
  ...ROLLING,
  'github-token': TOKEN,
  'github-environment': 'production/eu',
  'environment-url': 'https://shop.example.com'
};

function statesOf(asked: readonly Asked[]): readonly unknown[] {
  return asked.filter(({ path }) => path.endsWith('/statuses')).map(({ body }) => body['state']);
}

async function ship(sandbox: Sandbox, url: string, inputs: Readonly<Record<string, string>> = INPUTS) {
  return sandbox.ship(inputs, { env: { GITHUB_API_URL: url } });
}

describe('the bundle and deployments on GitHub', () => {
  it.concurrent('shows the commit, the environment and how it ended; the token is in no log', () =>
    withGithub(async (url, asked) =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        const run = await ship(sandbox, url);

        expect(run.outputs['outcome']).toBe('succeeded');
        expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
          'POST /repos/example/shop/deployments',
          'POST /repos/example/shop/deployments/4711/statuses',
          'POST /repos/example/shop/deployments/4711/statuses'
        ]);
        expect(asked.every(({ authorization }) => authorization === `token ${TOKEN}`)).toBe(true);
        expect(asked[0]?.body).toEqual({
          ref: SHA,
          environment: 'production/eu',
          description: 'Deployed by Slipway',
          payload: { slipway: expect.any(String) },
          auto_merge: false,
          required_contexts: []
        });
        expect(statesOf(asked)).toEqual(['in_progress', 'success']);
        expect(asked[2]?.body).toMatchObject({
          environment_url: 'https://shop.example.com',
          log_url: 'https://github.com/example/shop/actions/runs/1',
          description: expect.stringMatching(/^Succeeded: /)
        });
        const masks = run.log.split('\n').filter(line => line.startsWith('::add-mask::'));
        expect(masks.join('\n')).toContain(TOKEN);
        expect(run.log.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN);
        expect(run.summary).toMatch(/```mermaid\n(?:---\n.*\n---\n)?gantt\n/);
        expect(run.summary).toMatch(/section Tasks\n.* pull \(/s);
      })
    )
  );

  it.concurrent('is no success there when it is rolled back', () =>
    withGithub(async (url, asked) =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
        const run = await ship(sandbox, url, { ...INPUTS, environment: '' });

        expect(run.outputs['outcome']).toBe('rolled-back');
        expect(statesOf(asked)).toEqual(['in_progress', 'failure']);
        expect(asked.at(-1)?.body['description']).toMatch(/^Rolled back/);
      })
    )
  );

  it.concurrent('tells the end in the post step when the run is killed', () =>
    withGithub(async (url, asked) =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
        const run = await sandbox.ship(INPUTS, {
          env: { GITHUB_API_URL: url },
          killAfter: {
            operation: 'DescribeServiceDeployments',
            and: () => statesOf(asked).length > 0,
            signal: 'SIGKILL'
          }
        });

        expect(run.signal).toBe('SIGKILL');
        expect(run.postExitCode).toBe(0);
        expect(statesOf(asked)).toEqual(['in_progress', 'error']);
      })
    )
  );

  it.concurrent(
    'is closed by the post step when the run is killed before GitHub has answered, and nobody else is',
    () => {
      let made: unknown;
      return withGithub(
        async (url, asked) =>
          withSandbox(async sandbox => {
            await seed(sandbox, 'ECS');
            await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
            const run = await sandbox.ship(INPUTS, {
              env: { GITHUB_API_URL: url },
              killAfter: { operation: 'DescribeServiceDeployments', and: () => made !== undefined, signal: 'SIGKILL' }
            });

            expect(run.signal).toBe('SIGKILL');
            expect(run.postExitCode).toBe(0);
            const [look] = asked.filter(({ method }) => method === 'GET');
            expect(look?.path).toContain(`sha=${SHA}`);
            expect(look?.path).toContain('environment=production%2Feu');
            const told = asked.filter(({ path }) => path.endsWith('/statuses'));
            expect(told.map(({ path, body }) => [path, body['state']])).toEqual([
              ['/repos/example/shop/deployments/3/statuses', 'error']
            ]);
          }),
        ({ method, path, body }) => {
          if (method === 'GET') {
            const others = [
              { id: 1, payload: {} },
              { id: 2, payload: 'a text of somebody else' }
            ];
            return {
              status: 200,
              body: [...others, { id: 3, payload: JSON.stringify(made) }, { id: 4, payload: null }]
            };
          }
          if (!path.endsWith('/deployments')) return { status: 201, body: {} };
          made = body['payload'];
          return { status: 0, body: undefined };
        }
      );
    }
  );

  it.concurrent('goes on without it where GitHub refuses, with one warning that names the permission', () =>
    withGithub(
      async (url, asked) =>
        withSandbox(async sandbox => {
          await seed(sandbox, 'ECS');
          const run = await ship(sandbox, url);

          expect(run.exitCode).toBe(0);
          expect(asked).toHaveLength(1);
          expect(run.log.match(/::warning::.*deployments: write/g)).toHaveLength(1);
        }),
      () => ({ status: 403, body: { message: 'Resource not accessible by integration' } })
    )
  );

  it.concurrent.each([
    ['without a token', { 'github-token': '' }, {}],
    ['outside GitHub', {}, { GITHUB_ACTIONS: undefined, GITHUB_REPOSITORY: undefined }],
    ['where nothing is rolled out', { service: '', cluster: '' }, {}]
  ])('is left out %s', (_name, inputs, env) =>
    withGithub(async (url, asked) =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        const run = await sandbox.ship({ ...INPUTS, ...inputs }, { env: { GITHUB_API_URL: url, ...env } });

        expect(run.exitCode).toBe(0);
        expect(asked).toEqual([]);
        expect(run.log).not.toMatch(/GitHub/);
      })
    )
  );
});
