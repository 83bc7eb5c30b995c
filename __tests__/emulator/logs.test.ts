import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFilterPattern } from '../../src/emulator/logs/filter.js';
import { writeLogLines } from '../../src/emulator/logs/state.js';
import { items, member, openStage, text } from './core-support.js';
import type { Answer, Stage } from './core-support.js';

/** Where the time of a stage stands. */
const NOW = Date.UTC(2026, 0, 1);

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await logs('CreateLogGroup', { logGroupName: '/ecs/api' });
  await logs('CreateLogStream', { logGroupName: '/ecs/api', logStreamName: 'ecs/app/1' });
});
afterEach(() => stage.close());

function logs(operation: string, input: unknown): Promise<Answer> {
  return stage.send('logs', operation, input);
}

const STREAM = { logGroupName: '/ecs/api', logStreamName: 'ecs/app/1' };

function messages(answer: Answer): readonly string[] {
  return items(member(answer.body, 'events')).map(event => text(event['message']));
}

async function write(count: number): Promise<void> {
  const logEvents = Array.from({ length: count }, (_, index) => ({
    timestamp: NOW + index,
    message: `line ${index}`
  }));
  await logs('PutLogEvents', { ...STREAM, logEvents });
}

describe('CloudWatch Logs', () => {
  it('gives the last lines first and goes back and forth by token', async () => {
    await write(10);
    const last = await logs('GetLogEvents', { ...STREAM, limit: 3 });
    expect(messages(last)).toEqual(['line 7', 'line 8', 'line 9']);
    const before = await logs('GetLogEvents', {
      ...STREAM,
      limit: 3,
      nextToken: member(last.body, 'nextBackwardToken')
    });
    expect(messages(before)).toEqual(['line 4', 'line 5', 'line 6']);
    const nextToken = member(last.body, 'nextForwardToken');
    const end = await logs('GetLogEvents', { ...STREAM, nextToken });
    expect([messages(end), member(end.body, 'nextForwardToken')]).toEqual([[], nextToken]);
    expect(messages(await logs('GetLogEvents', { ...STREAM, startFromHead: true, limit: 2 }))).toEqual([
      'line 0',
      'line 1'
    ]);
    expect(messages(await logs('GetLogEvents', { ...STREAM, startTime: NOW + 8 }))).toEqual(['line 8', 'line 9']);
  });

  it('filters over streams, page by page', async () => {
    await write(4);
    await logs('CreateLogStream', { logGroupName: '/ecs/api', logStreamName: 'ecs/web/2' });
    await logs('PutLogEvents', {
      ...STREAM,
      logStreamName: 'ecs/web/2',
      logEvents: [{ timestamp: NOW + 1, message: 'ERROR line' }]
    });
    const found = await logs('FilterLogEvents', { logGroupName: '/ecs/api', filterPattern: 'line', limit: 3 });
    expect(messages(found)).toEqual(['line 0', 'line 1', 'ERROR line']);
    const more = await logs('FilterLogEvents', {
      logGroupName: '/ecs/api',
      nextToken: member(found.body, 'nextToken')
    });
    expect(messages(more)).toEqual(['line 2', 'line 3']);
    expect(
      messages(await logs('FilterLogEvents', { logGroupName: '/ecs/api', logStreamNamePrefix: 'ecs/web' }))
    ).toEqual(['ERROR line']);
  });

  it.each([
    ['', 'anything', true],
    ['ERROR', 'an ERROR here', true],
    ['ERROR', 'an error here', false],
    ['"not set" DB', 'DB is not set', true],
    ['ERROR -retry', 'ERROR, will retry', false],
    ['?one ?two', 'number two', true],
    ['?one ?two', 'number three', false]
  ])('pattern %j on %j: %s', (pattern, message, matches) => {
    expect(readFilterPattern(pattern)(message)).toBe(matches);
  });

  it.each([
    [
      'GetLogEvents',
      { ...STREAM, logGroupName: 'none' },
      'ResourceNotFoundException',
      'The specified log group does not exist.'
    ],
    [
      'GetLogEvents',
      { ...STREAM, logStreamName: 'none' },
      'ResourceNotFoundException',
      'The specified log stream does not exist.'
    ],
    [
      'CreateLogGroup',
      { logGroupName: '/ecs/api' },
      'ResourceAlreadyExistsException',
      'The specified log group already exists'
    ],
    ['CreateLogStream', STREAM, 'ResourceAlreadyExistsException', 'The specified log stream already exists'],
    ['FilterLogEvents', {}, 'InvalidParameterException', 'Member must not be null']
  ])('%s refuses %j', async (operation, input, error, message) => {
    const answer = await logs(operation, input);
    expect(answer.error).toBe(error);
    expect(member(answer.body, 'message')).toContain(message);
  });

  it('keeps a bounded number of lines', async () => {
    await write(2500);
    expect(messages(await logs('GetLogEvents', { ...STREAM, startFromHead: true })).length).toBe(2000);
  });

  it('forgets the events of the oldest streams when all together are too many bytes', async () => {
    const line = 'x'.repeat(8000);
    const names = Array.from({ length: 6 }, (_, index) => `ecs/app/${index + 1}`);
    for (const logStreamName of names) {
      await logs('CreateLogStream', { logGroupName: '/ecs/api', logStreamName });
      const logEvents = Array.from({ length: 100 }, (_, index) => ({ timestamp: NOW + index, message: line }));
      for (let batch = 0; batch < 9; batch += 1) {
        await logs('PutLogEvents', { logGroupName: '/ecs/api', logStreamName, logEvents });
      }
    }
    const kept: number[] = [];
    for (const logStreamName of names) {
      kept.push(messages(await logs('GetLogEvents', { logGroupName: '/ecs/api', logStreamName })).length);
    }
    // 7.3 MB a stream, 32 MiB in all.
    expect(kept).toEqual([0, 0, 900, 900, 900, 900]);
    // No client may send so much; a container may write it.
    const huge = 'y'.repeat(12 * 1024 * 1024);
    const region = stage.cloud.region('eu-west-1');
    for (let index = 0; index < 3; index += 1) writeLogLines(region, '/ecs/api', 'ecs/app/1', [huge]);
    const last = await logs('GetLogEvents', { ...STREAM, startFromHead: true });
    expect(messages(last).map(({ length }) => length)).toEqual([huge.length, huge.length]);
    await logs('DeleteLogGroup', { logGroupName: '/ecs/api' });
    await logs('CreateLogGroup', { logGroupName: '/ecs/api' });
    await logs('CreateLogStream', { logGroupName: '/ecs/api', logStreamName: 'ecs/app/1' });
    await write(3);
    expect(messages(await logs('GetLogEvents', { ...STREAM }))).toHaveLength(3);
  });
});

describe('CloudWatch Logs as strict as it is', () => {
  const HOUR = 3_600_000;
  const event = (hours: number, message = 'x'): object => ({ timestamp: NOW + hours * HOUR, message });

  it('stores what is neither too old nor too new, and says what is', async () => {
    const logEvents = [event(-400), event(-337), event(-1, 'old'), event(1, 'new'), event(3)];
    const answer = await logs('PutLogEvents', { ...STREAM, logEvents });
    expect(answer.body['rejectedLogEventsInfo']).toEqual({ tooOldLogEventEndIndex: 2, tooNewLogEventStartIndex: 4 });
    expect(messages(await logs('GetLogEvents', { ...STREAM, startFromHead: true }))).toEqual(['old', 'new']);
  });

  it('stores nothing that is older than the log group keeps', async () => {
    await logs('PutRetentionPolicy', { logGroupName: '/ecs/api', retentionInDays: 1 });
    const answer = await logs('PutLogEvents', { ...STREAM, logEvents: [event(-25), event(-1, 'kept')] });
    expect(answer.body['rejectedLogEventsInfo']).toEqual({ expiredLogEventEndIndex: 1 });
    expect(messages(await logs('GetLogEvents', STREAM))).toEqual(['kept']);
    await logs('DeleteRetentionPolicy', { logGroupName: '/ecs/api' });
    const again = await logs('PutLogEvents', { ...STREAM, logEvents: [event(-25)] });
    expect(again.body).not.toHaveProperty('rejectedLogEventsInfo');
  });

  it.each([
    [[], 'Member must have length greater than or equal to 1'],
    [[event(0), event(-1)], 'Log events in a single PutLogEvents request must be in chronological order.'],
    [[event(0, '')], "Value '' at 'logEvents.1.member.message'"],
    [[{ message: 'x' }], "Value null at 'logEvents.1.member.timestamp'"],
    [
      [event(-30), event(0)],
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.'
    ],
    [[event(0, 'x'.repeat(1_048_551))], 'Upload too large: 1048577 bytes exceeds limit of 1048576']
  ])('refuses a batch (%#)', async (logEvents, message) => {
    const answer = await logs('PutLogEvents', { ...STREAM, logEvents });
    expect(answer.error).toBe('InvalidParameterException');
    expect(answer.body['message']).toEqual(expect.stringContaining(message));
    expect(messages(await logs('GetLogEvents', STREAM))).toEqual([]);
  });

  const group = { logGroupName: '/ecs/api' };
  const arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/api';
  it.each([
    ['GetLogEvents', { ...STREAM, nextToken: 'anything' }, 'The specified nextToken is invalid.'],
    ['GetLogEvents', { logGroupIdentifier: `${arn}:*`, logStreamName: 'ecs/app/1' }, "at 'logGroupIdentifier'"],
    ['GetLogEvents', { ...STREAM, logGroupIdentifier: arn }, 'mutually exclusive'],
    ['FilterLogEvents', { ...group, logStreamNames: ['a'], logStreamNamePrefix: 'a' }, 'mutually exclusive'],
    [
      'DescribeLogStreams',
      { ...group, orderBy: 'LastEventTime', logStreamNamePrefix: 'ecs' },
      'Cannot order by LastEventTime'
    ],
    ['DescribeLogStreams', { ...group, orderBy: 'Time' }, 'Member must satisfy enum value set'],
    ['PutRetentionPolicy', { ...group, retentionInDays: 8 }, "Value '8' at 'retentionInDays'"],
    ['PutRetentionPolicy', group, "Value null at 'retentionInDays'"],
    ['CreateLogGroup', { logGroupName: '/ecs/a pi' }, 'Member must satisfy regular expression pattern'],
    ['CreateLogGroup', { logGroupName: 'x'.repeat(513) }, 'Member must have length less than or equal to 512'],
    ['CreateLogGroup', { logGroupName: 'aws/ecs' }, 'reserved for AWS'],
    ['CreateLogGroup', { logGroupName: 'a', logGroupClass: 'CHEAP' }, "at 'logGroupClass'"],
    ['CreateLogStream', { ...group, logStreamName: 'a:b' }, "at 'logStreamName'"],
    ['DescribeLogGroups', { logGroupNamePrefix: 'a', logGroupNamePattern: 'a' }, 'mutually exclusive'],
    ['DescribeLogGroups', { logGroupNamePrefix: 'a', logGroupIdentifiers: ['a'] }, 'only be combined']
  ])('%s refuses %j', async (operation, input, message) => {
    const answer = await logs(operation, input);
    expect(answer.error).toBe('InvalidParameterException');
    expect(answer.body['message']).toEqual(expect.stringContaining(message));
  });

  it('keeps what a log group was made with, and finds groups by all filters', async () => {
    const made = {
      logGroupName: '/Audit',
      kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1',
      logGroupClass: 'INFREQUENT_ACCESS',
      deletionProtectionEnabled: true
    };
    await logs('CreateLogGroup', { ...made, tags: { team: 'shop' } });
    const find = async (input: object): Promise<unknown> => (await logs('DescribeLogGroups', input)).body['logGroups'];
    expect(await find({ logGroupClass: 'INFREQUENT_ACCESS' })).toMatchObject([made]);
    expect(await find({ logGroupIdentifiers: ['/Audit', 'none'] })).toMatchObject([made]);
    expect(await find({ logGroupNamePattern: 'audit' })).toEqual([]);
    expect(await find({ logGroupNamePattern: 'udit' })).toEqual([
      { logGroupName: '/Audit', creationTime: NOW, arn: expect.stringMatching(/:log-group:\/Audit:\*$/) }
    ]);
    expect(await find({ includeLinkedAccounts: true, accountIdentifiers: ['111122223333'] })).toEqual([]);
    const resourceArn = arn.replace('/ecs/api', '/Audit');
    await logs('TagResource', { resourceArn, tags: { a: 'b' } });
    await logs('UntagResource', { resourceArn, tagKeys: ['team'] });
    expect((await logs('ListTagsForResource', { resourceArn })).body).toEqual({ tags: { a: 'b' } });
    expect((await logs('DeleteLogGroup', { logGroupName: '/Audit' })).error).toBe('ValidationException');
  });

  it('deletes a stream', async () => {
    await logs('DeleteLogStream', STREAM);
    expect((await logs('DeleteLogStream', STREAM)).error).toBe('ResourceNotFoundException');
  });
});
