import { describe, expect, it } from '@jest/globals';

import { complaintsOf, decode } from './decode-helpers.js';

const TOP = `region: eu-west-1
cluster: shop
task-definition: web.json
wait-for-minutes: 10
`;
const SEVERAL = `${TOP}services:
  - { service: web }
  - { service: worker, task-definition: worker.json, desired-count: 2, wait-for: live }
`;

describe('services', () => {
  it('take from the top what they do not say', () => {
    const { rollouts, maxParallel } = decode({ file: `${SEVERAL}max-parallel: 4\n` });
    expect(maxParallel).toBe(4);
    expect(rollouts).toMatchObject([
      {
        files: { taskDefinition: { kind: 'file', path: 'web.json' }, artifactsDirectory: 'slipway-artifacts/web' },
        rollout: { cluster: 'shop', service: 'web', desiredCount: undefined, waitFor: 'stable', waitForMinutes: 10 }
      },
      {
        files: {
          taskDefinition: { kind: 'file', path: 'worker.json' },
          artifactsDirectory: 'slipway-artifacts/worker'
        },
        rollout: { cluster: 'shop', service: 'worker', desiredCount: 2, waitFor: 'live', waitForMinutes: 10 }
      }
    ]);
  });

  it('may be an input: the same YAML in a block of text', () => {
    const given = { region: 'eu-west-1', 'task-definition': 'a.json', services: '- service: a\n- service: b\n' };
    expect(decode({ given }).rollouts.map(({ rollout }) => rollout.service)).toEqual(['a', 'b']);
  });

  it('are a single one without services, and the top is the first of them', () => {
    const one = decode({ file: `${TOP}service: web\n` });
    expect(one.rollouts).toEqual([{ files: one.files, rollout: one.rollout, gate: one.gate }]);
    expect(one.files.artifactsDirectory).toBe('slipway-artifacts');
    const several = decode({ file: SEVERAL });
    expect(several.rollouts[0]).toEqual({ files: several.files, rollout: several.rollout, gate: several.gate });
    expect(decode({ file: `${TOP}service: web\nservices: []\n` }).rollouts).toHaveLength(1);
  });

  it('have folders that differ where the same name is in two clusters', () => {
    const file = `${TOP}services: [{ service: web }, { service: web, cluster: backup }]\n`;
    expect(decode({ file }).rollouts.map(({ files }) => files.artifactsDirectory)).toEqual([
      'slipway-artifacts/shop-web',
      'slipway-artifacts/backup-web'
    ]);
  });

  it('are chosen from by a stronger service', () => {
    const chosen = decode({ given: { service: 'worker' }, from: 'flag', file: SEVERAL });
    expect(chosen.rollouts).toHaveLength(1);
    expect(chosen.rollout).toMatchObject({ service: 'worker', desiredCount: 2 });
    const other = decode({ given: { service: 'cron' }, from: 'flag', file: SEVERAL });
    expect(other.rollouts.map(({ rollout }) => rollout.service)).toEqual(['cron']);
  });

  it('take the place of a weaker service', () => {
    const file = `${TOP}service: web\nenvironments: { prod: { services: [{ service: a }, { service: b }] } }\n`;
    expect(decode({ given: { environment: 'prod' }, file }).rollouts).toHaveLength(2);
  });

  it.each<[string, string, string]>([
    [
      'both',
      `${SEVERAL}service: web\n`,
      'service (one) and services (several) contradict each other. Keep one of the two.'
    ],
    [
      'no name',
      `${TOP}services: [{ desired-count: 1 }]\n`,
      'expected a service: each entry names its own. Add service: <name>.'
    ],
    [
      'twice',
      `${TOP}services: [{ service: web }, { service: web }]\n`,
      'the service "shop/web" is listed twice. Keep one of the two.'
    ],
    [
      'no task definition',
      'region: eu-west-1\nrepository: shop/api\nservices: [{ service: web }]\n',
      'there is no task-definition, neither in this entry nor for all services. Add task-definition.'
    ],
    [
      'a setting of the whole run',
      `${TOP}services: [{ service: web, region: eu-west-1 }]\n`,
      '"region" is not allowed for one service. It is allowed at the top of the file, or as an input or a flag.'
    ]
  ])('%s is told', (_name, file, expected) => {
    expect(complaintsOf({ file })).toEqual([expect.stringContaining(expected)]);
  });

  it('tell a mistake at the top once', () => {
    const file = SEVERAL.replace('web.json', '"a b"').replace(', task-definition: worker.json', '');
    expect(complaintsOf({ file })).toHaveLength(1);
  });

  it('are what max-parallel is for', () => {
    const given = { region: 'eu-west-1', 'task-definition': 'a.json', service: 'a', 'max-parallel': '2' };
    expect(complaintsOf({ given })).toEqual([
      'max-parallel: max-parallel has no effect without services. Add services, or leave it out.'
    ]);
  });
});
