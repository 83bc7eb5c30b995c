import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFilterPattern } from '../../src/emulator/logs/filter.js';
import { items, member, openStage, text } from './core-support.js';
import type { Answer, Stage } from './core-support.js';

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
    timestamp: 1000 + index,
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
    expect(messages(await logs('GetLogEvents', { ...STREAM, startTime: 1008 }))).toEqual(['line 8', 'line 9']);
  });

  it('filters over streams, page by page', async () => {
    await write(4);
    await logs('CreateLogStream', { logGroupName: '/ecs/api', logStreamName: 'ecs/web/2' });
    await logs('PutLogEvents', {
      ...STREAM,
      logStreamName: 'ecs/web/2',
      logEvents: [{ timestamp: 1001, message: 'ERROR line' }]
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
      const logEvents = Array.from({ length: 900 }, (_, index) => ({ timestamp: 1000 + index, message: line }));
      await logs('PutLogEvents', { logGroupName: '/ecs/api', logStreamName, logEvents });
    }
    const kept: number[] = [];
    for (const logStreamName of names) {
      kept.push(messages(await logs('GetLogEvents', { logGroupName: '/ecs/api', logStreamName })).length);
    }
    // 7.3 MB a stream, 32 MiB in all.
    expect(kept).toEqual([0, 0, 900, 900, 900, 900]);
    const huge = [{ timestamp: 5000, message: 'y'.repeat(12 * 1024 * 1024) }];
    for (let index = 0; index < 3; index += 1) await logs('PutLogEvents', { ...STREAM, logEvents: huge });
    const last = await logs('GetLogEvents', { ...STREAM, startFromHead: true });
    expect(messages(last).map(({ length }) => length)).toEqual([huge, huge].map(([one]) => one?.message.length));
    await logs('DeleteLogGroup', { logGroupName: '/ecs/api' });
    await logs('CreateLogGroup', { logGroupName: '/ecs/api' });
    await logs('CreateLogStream', { logGroupName: '/ecs/api', logStreamName: 'ecs/app/1' });
    await write(3);
    expect(messages(await logs('GetLogEvents', { ...STREAM }))).toHaveLength(3);
  });
});
