import { describe, expect, it } from '@jest/globals';

import { trimDefinition } from '../../src/task-definition/strip-defaults.js';

/** As DescribeTaskDefinition tells a container, with all that ECS fills in. */
const FILLED = {
  cpu: 0,
  portMappings: [],
  essential: true,
  environment: [],
  mountPoints: [],
  volumesFrom: [],
  systemControls: []
};

function trimmed(container: object, top: object = {}): unknown {
  const definition = { family: 'a', containerDefinitions: [{ name: 'app', ...container }], ...top };
  return trimDefinition(definition);
}

describe('a described task definition, trimmed', () => {
  it.each([
    ['what ECS fills in', FILLED, { essential: true }],
    [
      'defaults of a health check',
      { healthCheck: { command: ['a'], interval: 30, timeout: 5, retries: 3, startPeriod: 1 } },
      { healthCheck: { command: ['a'], startPeriod: 1 } }
    ],
    [
      'a health check of its own',
      { healthCheck: { command: ['a'], interval: 10 } },
      { healthCheck: { command: ['a'], interval: 10 } }
    ],
    [
      'any free port of a bridge',
      { portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }] },
      { portMappings: [{ containerPort: 80 }] }
    ],
    [
      'a port of the host',
      { portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'udp' }] },
      { portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'udp' }] }
    ],
    ['cpu that somebody said', { cpu: 128 }, { cpu: 128 }]
  ])('handles %s', (_what, container, expected) => {
    expect(trimmed(container)).toEqual({ family: 'a', containerDefinitions: [{ name: 'app', ...expected }] });
  });

  it('leaves out the host port of awsvpc, empty lists at the top and tags of AWS', () => {
    const mapping = { containerPort: 80, hostPort: 80, protocol: 'tcp' };
    const top = {
      networkMode: 'awsvpc',
      volumes: [],
      placementConstraints: [],
      tags: [
        { key: 'aws:cloudformation:stack-name', value: 'a' },
        { key: 'team', value: 'shop' }
      ]
    };
    expect(trimmed({ portMappings: [mapping] }, top)).toEqual({
      family: 'a',
      containerDefinitions: [{ name: 'app', portMappings: [{ containerPort: 80 }] }],
      networkMode: 'awsvpc',
      tags: [{ key: 'team', value: 'shop' }]
    });
  });

  it('keeps the order of keys', () => {
    const made = trimmed({ secrets: [], cpu: 0, image: 'a', environment: [] }, { cpu: '1', volumes: [], memory: '2' });
    expect(JSON.stringify(made)).toBe(
      '{"family":"a","containerDefinitions":[{"name":"app","secrets":[],"image":"a"}],"cpu":"1","memory":"2"}'
    );
  });
});
