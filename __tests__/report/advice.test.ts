import { describe, expect, it } from '@jest/globals';

import type { Advice } from '../../src/advice/facts.js';
import { describeAdvice, renderAdvice } from '../../src/report/advice.js';
import type { ServiceReport } from '../../src/report/outputs.js';
import type { RolloutTarget } from '../../src/rollout/target.js';

const piece = (seconds: number): Advice => ({ setting: 'x', sentence: `change *${seconds}*.`, seconds });

function service(name: string, ...advice: readonly Advice[]): ServiceReport {
  const target = { clusterName: 'shop', serviceName: name } as RolloutTarget;
  return { artifacts: undefined, target, taskDefinitionArn: undefined, rollout: undefined, advice };
}

describe('advice in the log and in the summary', () => {
  it.each<[string, Parameters<typeof describeAdvice>[0], readonly string[]]>([
    ['none', {}, []],
    ['none of several services', { services: [service('web'), service('api')] }, []],
    [
      'of one service',
      { advice: [piece(270), piece(60)], services: [] },
      ['Saves about 4 min 30 s: change *270*.', 'Saves about 1 min: change *60*.']
    ],
    [
      'of several services, the three with the most seconds',
      // The run's own is that of its first service.
      { advice: [piece(20)], services: [service('web', piece(20), piece(15)), service('api', piece(30), piece(40))] },
      [
        'shop/api: saves about 40 s: change *40*.',
        'shop/api: saves about 30 s: change *30*.',
        'shop/web: saves about 20 s: change *20*.'
      ]
    ]
  ])('is %s', (_name, reached, lines) => {
    expect(describeAdvice(reached)).toEqual(lines);
  });

  it('is a list in Markdown, in which no sentence is markup', () => {
    expect(renderAdvice({ advice: [piece(30)] })).toBe('- Saves about 30 s: change \\*30\\*.');
    expect(renderAdvice({})).toBe('');
  });

  it('has the commands on lines of their own, to be copied', () => {
    const advice = [{ ...piece(30), commands: ['aws elbv2 one *', 'aws elbv2 two'] }, piece(20)];
    expect(describeAdvice({ advice })).toEqual([
      'Saves about 30 s: change *30*.',
      '  aws elbv2 one *',
      '  aws elbv2 two',
      'Saves about 20 s: change *20*.'
    ]);
    expect(renderAdvice({ advice })).toBe(
      [
        '- Saves about 30 s: change \\*30\\*.',
        '',
        '  ```sh',
        '  aws elbv2 one *',
        '  aws elbv2 two',
        '  ```',
        '- Saves about 20 s: change \\*20\\*.'
      ].join('\n')
    );
  });
});
