import { describe, expect, it } from '@jest/globals';
import { nearestName } from '../../src/text/suggest.js';
import { formatPath } from '../../src/text/path.js';
import { own } from '../../src/text/record.js';
import { listNames, quote } from '../../src/text/format.js';

describe('nearestName', () => {
  const fields = [
    'name',
    'image',
    'cpu',
    'memory',
    'memoryReservation',
    'portMappings',
    'essential',
    'environment',
    'environmentFiles',
    'task-definition'
  ];
  it.each([
    ['imge', 'image'],
    ['Image', 'image'],
    ['portMapping', 'portMappings'],
    ['enviroment', 'environment'],
    ['memoyr', 'memory'],
    ['taskDefinition', 'task-definition'],
    ['esential', 'essential'],
    ['xyz', undefined],
    ['', undefined],
    ['x', undefined],
    ['AWSEBDockerrunVersion', undefined]
  ])('%s: %s', (word, nearest) => {
    expect(nearestName(word, fields)).toBe(nearest);
  });
});

it.each([
  [[], ''],
  [['a', 0, 'b'], 'a[0].b'],
  [[0, 'a'], '[0].a'],
  [['labels', 'com.example.team'], 'labels["com.example.team"]'],
  [['task-definition'], 'task-definition'],
  [['10'], '["10"]']
])('formatPath %j', (path, text) => {
  expect(formatPath(path)).toBe(text);
});

it('own sees nothing inherited', () => {
  expect(own({}, 'constructor')).toBeUndefined();
});

it('words for messages', () => {
  expect(listNames([])).toBe('none');
  expect(listNames(['a'])).toBe('a');
  expect(listNames(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(quote('x\ny')).toBe('"x\\ny"');
  expect(quote('x'.repeat(200))).toHaveLength(82);
});
