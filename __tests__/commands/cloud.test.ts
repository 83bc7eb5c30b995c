import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { serveCloud, type CloudSettings } from '../../src/commands/cloud.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-cloud-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a script of Node with the built-in AWS; what it gives to `say` comes back as `said`. */
async function serve(
  script: string,
  changes: Partial<CloudSettings> = {}
): Promise<{ readonly exitCode: number; readonly said: unknown; readonly written: string }> {
  const file = join(folder, 'said');
  // Under its name it is whole: a test may end the script as soon as it is there.
  const say = `const { renameSync, writeFileSync } = require('node:fs'); const say = value => { writeFileSync(${JSON.stringify(`${file}.part`)}, JSON.stringify(value)); renameSync(${JSON.stringify(`${file}.part`)}, ${JSON.stringify(file)}); };`;
  let written = '';
  const exitCode = await serveCloud({
    port: 0,
    scale: 600,
    containers: { wanted: false, variables: undefined },
    project: undefined,
    given: {},
    command: [process.execPath, '-e', `${say}${script}`],
    program: join(ROOT, 'dist', 'cli', 'index.js'),
    processes: { run: async () => ({ exitCode: 0, stdout: '28.0.0\n', stderr: '' }) },
    environment: { PATH: process.env['PATH'], AWS_PROFILE: 'mine', AWS_SESSION_TOKEN: 'mine' },
    signal: new AbortController().signal,
    write: text => void (written += text),
    ...changes
  });
  const said = JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as unknown;
  return { exitCode, said, written };
}

const DESCRIBE = `
fetch(process.env.AWS_ENDPOINT_URL, {
  method: 'POST',
  headers: {
    'x-amz-target': 'AmazonEC2ContainerServiceV20141113.DescribeServices',
    authorization: 'AWS4-HMAC-SHA256 Credential=REHEARSAL/20260101/ap-northeast-2/ecs/aws4_request, SignedHeaders=host, Signature=0'
  },
  body: JSON.stringify({ cluster: 'shop', services: ['web'] })
}).then(answer => answer.json()).then(say);
`;

describe('slipway cloud with a command', () => {
  it('ends with the exit code of the command', async () => {
    expect((await serve('process.exitCode = 7')).exitCode).toBe(7);
  });

  it('ends as a shell does where a signal ended the command', async () => {
    expect((await serve("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)")).exitCode).toBe(137);
  });

  it('says that another program uses the port', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(serve('', { port })).rejects.toMatchObject({
      code: 'no-port',
      message: `The built-in AWS cannot listen on port ${port} of 127.0.0.1: another program uses it. Name another one, or any free one with --port=0.`
    });
    other.close();
  });

  it('has nothing in it where no project is named, and the service of the project where one is', async () => {
    expect((await serve(DESCRIBE)).said).toMatchObject({ __type: 'ClusterNotFoundException' });
    const { said, written } = await serve(DESCRIBE, { project: join(ROOT, 'examples', 'rolling') });
    expect(said).toMatchObject({ services: [{ serviceName: 'web', runningCount: 2 }] });
    expect(written).toContain('Set up: the service shop/web in ap-northeast-2');
  });

  it("gives the command credentials of the stage in place of one's own, and the time of the stage", async () => {
    const { said } = await serve(
      'say([process.env.AWS_PROFILE, process.env.AWS_SESSION_TOKEN, process.env.AWS_ACCESS_KEY_ID, process.env.SLIPWAY_CLOCK])'
    );
    expect(said).toEqual([null, null, 'REHEARSAL', expect.stringMatching(/^600@\d+$/)]);
  });

  it('leads the command to no other AWS, whatever is set', async () => {
    const lead = {
      AWS_ENDPOINT_URL_ECS: 'http://127.0.0.1:9',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
      AWS_USE_FIPS_ENDPOINT: 'true',
      AWS_USE_DUALSTACK_ENDPOINT: 'true',
      AWS_CA_BUNDLE: '/not/there.pem'
    };
    const { said } = await serve("say(Object.keys(process.env).filter(name => name.startsWith('AWS_')).sort())", {
      environment: { PATH: process.env['PATH'], AWS_REGION: 'eu-west-1', ...lead }
    });
    expect(said).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_SECRET_ACCESS_KEY']);
  });

  it("gives the command a token as GitHub's, for the audience that it asks for", async () => {
    const { said } = await serve(`
      fetch(process.env.ACTIONS_ID_TOKEN_REQUEST_URL + '&audience=sts.amazonaws.com', {
        headers: { authorization: 'Bearer ' + process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN }
      }).then(answer => answer.json()).then(say);
    `);
    const { value } = said as { readonly value: string };
    const claims = JSON.parse(Buffer.from(value.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: 'repo:example/shop:ref:refs/heads/main'
    });
  });

  it('gives no token to one that does not ask with a token', async () => {
    const { said } = await serve('fetch(process.env.ACTIONS_ID_TOKEN_REQUEST_URL).then(answer => say(answer.status));');
    expect(said).toBe(401);
  });

  it('puts the stand-in before any Docker where no engine answers, and says so', async () => {
    const { said, written } = await serve("say(process.env.PATH.split(':')[0])", {
      processes: { run: async () => ({ exitCode: 1, stdout: '', stderr: 'Cannot connect' }) }
    });
    expect(said).toMatch(/slipway-cloud-.*\/bin$/);
    expect(written).toContain('There is no Docker engine here');
  });

  it('ends the command when it is told to end', async () => {
    const end = new AbortController();
    const running = serve('setInterval(() => {}, 1000); say(true);', { signal: end.signal });
    while (!existsSync(join(folder, 'said'))) await sleep(10);
    end.abort();
    expect((await running).exitCode).not.toBe(0);
    expect((await serve('setInterval(() => {}, 1000)', { signal: AbortSignal.abort() })).exitCode).not.toBe(0);
  });

  it('tells of a program that is not there, and of a folder that is no project', async () => {
    await expect(serve('', { command: ['no-such-program-here'] })).rejects.toMatchObject({ code: 'no-program' });
    await expect(serve('', { project: folder })).rejects.toMatchObject({ code: 'no-project' });
  });
});
