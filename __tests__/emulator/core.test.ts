import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RequestLog } from '../../src/emulator/server/request-log.js';
import { Timeline } from '../../src/emulator/server/timeline.js';
import { AUTHORIZATION, items, member, openStage } from './core-support.js';
import type { Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

async function control(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${stage.cloud.endpoint}/_slipway/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
}

describe('timeline', () => {
  it('runs events in the order of virtual time, each at its own time, also those asked for on the way', () => {
    let real = 1_000;
    const timeline = new Timeline({ scale: 10, anchor: 1_000, now: () => real });
    const seen: string[] = [];
    const note = (name: string): void => void seen.push(`${name}@${timeline.now()}`);
    timeline.after(300, () => note('third'));
    timeline.after(100, () => {
      note('first');
      timeline.after(100, () => note('second'));
      timeline.after(10_000, () => note('far'));
    });
    timeline.after(300, () => note('fourth'));
    timeline.after(150, () => note('cancelled')).cancel();
    real += 40;
    timeline.advance();
    expect(seen).toEqual(['first@1100', 'second@1200', 'third@1300', 'fourth@1300']);
    expect(timeline.now()).toBe(1_400);
    expect(timeline.waiting).toBe(1);
  });

  it('does not run backwards with the real clock', () => {
    let real = 5_000;
    const timeline = new Timeline({ scale: 1, anchor: 0, now: () => real });
    timeline.advance();
    real = 4_000;
    expect(timeline.now()).toBe(5_000);
  });

  it('keeps its order with many events', () => {
    let real = 0;
    const timeline = new Timeline({ scale: 1, anchor: 0, now: () => real });
    const seen: number[] = [];
    const times = Array.from({ length: 500 }, (_, index) => (index * 7919) % 1009);
    for (const time of times) timeline.at(time, () => seen.push(time));
    real = 2_000;
    timeline.advance();
    expect(seen).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('protocol', () => {
  it.each([
    ['an unknown operation', 'ecs', 'ExplodeCluster', {}, {}, 'UnknownOperationException'],
    ['an unknown service', 'Nowhere_20200101', 'ListThings', {}, {}, 'UnknownOperationException'],
    ['an operation named like a member of every object', 'ecs', 'constructor', {}, {}, 'UnknownOperationException'],
    ['a body that is not JSON', 'ecs', 'ListClusters', '{"a":', {}, 'SerializationException'],
    ['a member of the wrong type', 'ecs', 'DescribeServices', { services: 'api' }, {}, 'SerializationException'],
    ['a number as text', 'ecs', 'CreateService', { desiredCount: '2' }, {}, 'SerializationException'],
    ['no signature', 'ecs', 'ListClusters', {}, { authorization: '' }, 'MissingAuthenticationTokenException']
  ])('answers %s with the error of the real service', async (_what, service, operation, input, headers, error) => {
    const answer = await stage.send(service, operation, input, headers);
    expect([answer.status, answer.error]).toEqual([400, error]);
  });

  it('reads a body in gzip', async () => {
    const response = await fetch(stage.cloud.endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': 'AmazonEC2ContainerServiceV20141113.CreateCluster',
        authorization: AUTHORIZATION,
        'content-encoding': 'gzip'
      },
      body: gzipSync(JSON.stringify({ clusterName: 'zipped' }))
    });
    expect(await response.json()).toMatchObject({ cluster: { clusterName: 'zipped' } });
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps a state for each region, which the signature names', async () => {
    await stage.ecs('CreateCluster', { clusterName: 'here' });
    const there = { authorization: AUTHORIZATION.replace('eu-west-1', 'cn-north-1') };
    expect((await stage.send('ecs', 'ListClusters', {}, there)).body).toEqual({ clusterArns: [] });
    const made = await stage.send('ecs', 'CreateCluster', { clusterName: 'there' }, there);
    expect(made.body).toMatchObject({
      cluster: { clusterArn: 'arn:aws-cn:ecs:cn-north-1:123456789012:cluster/there' }
    });
  });

  it('says what its control endpoint serves', async () => {
    const response = await control('GET', 'nonsense');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('PUT and GET /_slipway/faults');
    expect(await (await control('GET', 'time')).json()).toMatchObject({ scale: 1, now: Date.UTC(2026, 0, 1) });
  });
});

describe('faults', () => {
  it.each([
    [{ throttle: 1 }, 400, 'ThrottlingException'],
    [{ serverError: 1 }, 500, 'ServerException'],
    [{ expired: true }, 400, 'ExpiredTokenException'],
    [{ deny: ['ecs:Create*'] }, 400, 'AccessDeniedException']
  ])('%j', async (faults, status, error) => {
    expect((await control('PUT', 'faults', faults)).status).toBe(200);
    const answer = await stage.send('ecs', 'CreateCluster', { clusterName: 'one' });
    expect([answer.status, answer.error]).toEqual([status, error]);
    await control('PUT', 'faults', {});
    expect(await stage.ecs('ListClusters', {})).toEqual({ clusterArns: [] });
  });

  it('denies in the words of IAM', async () => {
    stage.cloud.setFaults({ deny: ['ecs:UpdateService'] });
    const answer = await stage.send('ecs', 'UpdateService', { cluster: 'shop', service: 'api' });
    expect(answer.body).toMatchObject({
      message:
        'User: arn:aws:iam::123456789012:user/rehearsal is not authorized to perform: ecs:UpdateService on resource: ' +
        'arn:aws:ecs:eu-west-1:123456789012:service/shop/api because no identity-based policy allows the ecs:UpdateService action'
    });
  });

  it.each([
    ['reset', 0],
    ['resetAfter', 1]
  ])('%s cuts the connection; %i cluster exists afterwards', async (fault, count) => {
    stage.cloud.setFaults({ [fault]: 1, times: 1 });
    await expect(stage.send('ecs', 'CreateCluster', { clusterName: 'one' })).rejects.toThrow();
    expect(items(member(await stage.ecs('ListClusters', {}), 'clusterArns'))).toHaveLength(count);
    expect(stage.cloud.requestLog.entries()[0]).toMatchObject({ status: 0, fault });
  });

  it('meets only the operations that it is meant for, and is the same for the same seed', async () => {
    const run = async (): Promise<readonly number[]> => {
      stage.cloud.setFaults({ throttle: 0.5, seed: 42, only: ['ecs:ListClusters'] });
      await stage.ecs('CreateCluster', { clusterName: 'one' });
      const statuses: number[] = [];
      for (let index = 0; index < 20; index++) statuses.push((await stage.send('ecs', 'ListClusters', {})).status);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 400]));
    expect(await run()).toEqual(first);
  });

  it('refuses faults and scenarios that it cannot read', async () => {
    expect((await control('PUT', 'faults', { throttle: 'often' })).status).toBe(400);
    const answer = await control('PUT', 'scenarios', { tasks: [{ behaviour: 'explode' }] });
    expect(await answer.text()).toContain('Known are: good, crash');
  });
});

describe('journal', () => {
  it('notes every request with its input and its error', async () => {
    await stage.send('ecs', 'DescribeClusters', { clusters: ['a'] });
    await stage.send('ecs', 'UpdateService', { cluster: 'none', service: 's' });
    expect(await (await control('GET', 'journal')).json()).toMatchObject([
      {
        sequence: 1,
        service: 'ecs',
        operation: 'DescribeClusters',
        region: 'eu-west-1',
        input: { clusters: ['a'] },
        status: 200
      },
      { sequence: 2, operation: 'UpdateService', status: 400, error: 'ClusterNotFoundException' }
    ]);
    expect(await (await control('GET', 'journal?after=1')).json()).toHaveLength(1);
  });

  it('is bounded and keeps no secrets', () => {
    const requestLog = new RequestLog();
    const entry = { time: '', service: 'sts', operation: 'AssumeRoleWithWebIdentity', region: '', status: 200 };
    for (let index = 0; index < 6_000; index++) requestLog.note({ ...entry, input: { WebIdentityToken: 'hush' } }, 10);
    expect(requestLog.entries()).toHaveLength(5_000);
    expect(JSON.stringify(requestLog.entries())).not.toContain('hush');
    for (let index = 0; index < 100; index++) requestLog.note({ ...entry, input: {} }, 1024 * 1024);
    expect(requestLog.entries().length).toBeLessThanOrEqual(32);
  });
});
