import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { connectEcr } from '../../src/aws/ecr.js';
import { createCodeDeployPort } from '../../src/aws/codedeploy.js';
import { connect, type Connection } from '../../src/aws/connection.js';
import { shareSession } from '../../src/aws/credentials.js';
import { createEcsPort } from '../../src/aws/ecs.js';
import { isAccessDenied, isCredentialsError } from '../../src/aws/errors.js';
import { createLogsPort } from '../../src/aws/logs.js';
import { startCloud } from '../../src/emulator/cloud.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { MACHINE } from './machine.js';

const MINUTE = 60_000;

describe('one session for all who ask', () => {
  /** Sessions that are numbered and last for an hour, by a clock that the test turns. */
  function numbered() {
    const state = { now: 0, opened: 0, failing: false };
    const ask = shareSession(
      () => {
        state.opened += 1;
        if (state.failing) return Promise.reject(new Error(`no ${state.opened}`));
        return Promise.resolve({ id: state.opened, expiration: new Date(state.now + 60 * MINUTE) });
      },
      () => state.now
    );
    return { state, ask };
  }

  it('is opened once for those who ask at the same time, and for those who come after them', async () => {
    const { state, ask } = numbered();
    const sessions = await Promise.all([ask(), ask(), ask()]);
    expect([...sessions, await ask()].map(({ id }) => id)).toEqual([1, 1, 1, 1]);
    expect(state.opened).toBe(1);
  });

  it.each([
    [54.9, 1],
    [55.1, 2],
    [61, 2]
  ])('after %d minutes of 60 it is session %d', async (minutes, id) => {
    const { state, ask } = numbered();
    await ask();
    state.now = minutes * MINUTE;
    expect((await Promise.all([ask(), ask()])).map(session => session.id)).toEqual([id, id]);
    expect(state.opened).toBe(id);
  });

  it('serves to its end while no other can be had, and not beyond', async () => {
    const { state, ask } = numbered();
    await ask();
    state.failing = true;
    state.now = 56 * MINUTE;
    expect((await ask()).id).toBe(1);
    state.now = 60 * MINUTE + 1;
    await expect(ask()).rejects.toThrow('no 3');
    state.failing = false;
    expect((await ask()).id).toBe(4);
  });

  it('is asked for again after a failure, by the next', async () => {
    const { state, ask } = numbered();
    state.failing = true;
    const results = await Promise.allSettled([ask(), ask()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(state.opened).toBe(1);
    state.failing = false;
    expect((await ask()).id).toBe(2);
  });

  it('without an end is kept', async () => {
    let opened = 0;
    const ask = shareSession((): Promise<{ expiration?: Date }> =>
      Promise.resolve({ ...(opened++ > 9 && { expiration: new Date() }) })
    );
    await ask();
    await ask();
    expect(opened).toBe(1);
  });
});

describe('a role that is assumed by OIDC', () => {
  const before = { ...process.env };
  let cloud: Cloud;
  let tokens: string[];
  const role = { arn: 'arn:aws:iam::123456789012:role/deploy', sessionName: 'Slipway-1', durationSeconds: 3600 };
  const claims = Buffer.from('{"sub":"repo:example/shop:ref:refs/heads/main"}').toString('base64url');

  beforeEach(async () => {
    cloud = await startCloud({});
    tokens = [];
    process.env['AWS_ENDPOINT_URL'] = cloud.endpoint;
  });

  afterEach(async () => {
    process.env = { ...before };
    await cloud.close();
  });

  const connectRole = (region = 'eu-west-1') =>
    connect(region, role, 'test', {
      ...MACHINE,
      idToken: audience => {
        tokens.push(audience);
        return Promise.resolve(`x.${claims}.`);
      }
    });

  const askedSts = () =>
    cloud.requestLog.entries().flatMap(({ service, operation }) => (service === 'sts' ? operation : []));

  /** Asks by a client of each service, at the same time and once more. */
  async function askAll(connection: Connection): Promise<void> {
    const ecr = connectEcr(connection);
    await Promise.allSettled([
      createEcsPort(connection).describeCluster('shop'),
      createCodeDeployPort(connection).listApplications(),
      createLogsPort(connection).readTail({ region: 'eu-west-1', group: 'a', stream: 'b', limit: 1 }),
      ecr.describeRepository('shop/web'),
      ecr.describeImage({ region: 'us-west-2', repository: 'shop/web', tag: 'v1' }),
      ecr.getPublicAuthorization()
    ]);
    await createEcsPort(connection).describeCluster('shop');
    const asked = cloud.requestLog.entries().map(({ service }) => service);
    expect(new Set(asked)).toEqual(new Set(['sts', 'ecs', 'codedeploy', 'logs', 'ecr', 'ecr-public']));
  }

  it('is assumed once in a run, by all of its clients together', async () => {
    await askAll(connectRole());
    expect(askedSts()).toEqual(['AssumeRoleWithWebIdentity']);
    expect(tokens).toEqual(['sts.amazonaws.com']);
  });

  it('is assumed once where a profile says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-profile-'));
    const config = join(folder, 'config');
    await writeFile(
      config,
      `[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = example\n[profile deploy]\nrole_arn = ${role.arn}\nsource_profile = base\nregion = eu-west-1\n`
    );
    Object.assign(process.env, {
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
      AWS_PROFILE: 'deploy'
    });
    delete process.env['AWS_ACCESS_KEY_ID'];
    try {
      await askAll(connect('eu-west-1', undefined, 'test', MACHINE));
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(askedSts()).toEqual(['AssumeRole']);
  });

  it('is asked of the STS of China with its own audience', async () => {
    await createEcsPort(connectRole('cn-north-1')).describeCluster('shop');
    expect(tokens).toEqual(['sts.amazonaws.com.cn']);
  });

  it('that is refused is told in one sentence, and is no lack of permission for the call', async () => {
    cloud.setFaults({ deny: ['sts:AssumeRoleWithWebIdentity'] });
    const error = await createEcsPort(connectRole())
      .describeCluster('shop')
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'role-not-assumed', fault: 'user' });
    expect((error as Error).message).toMatch(
      /^Assuming the role arn:aws:iam::123456789012:role\/deploy \(role-to-assume\): .*AccessDenied.* Look at the trust policy/s
    );
    expect([isAccessDenied(error), isCredentialsError(error)]).toEqual([false, true]);
  });
});
