import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { diffDefinitions } from '../../src/task-definition/diff.js';
import { normalise } from '../../src/task-definition/normalize.js';
import type { JsonRecord } from '../../src/text/record.js';
import { openStage, type Stage } from '../emulator/core-support.js';

/** A definition of one container `web` with these members. */
function container(members: object, top: object = {}): JsonRecord {
  return { family: 'web', ...top, containerDefinitions: [{ name: 'web', image: 'web:1', ...members }] };
}

describe('two that say the same', () => {
  const awsvpc = { networkMode: 'awsvpc' };
  const fargate = { requiresCompatibilities: ['FARGATE'] };
  it.each<[string, JsonRecord, JsonRecord]>([
    [
      'what ECS fills into a container',
      container({}),
      container({
        ...{ cpu: 0, essential: true, environment: [], mountPoints: [], volumesFrom: [], systemControls: [] },
        ...{ portMappings: [], secrets: [], ulimits: [], dependsOn: [], links: [], dockerLabels: {} }
      })
    ],
    [
      'what only describes a revision',
      container({}),
      container(
        {},
        {
          ...{ taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7', revision: 7 },
          ...{ status: 'ACTIVE', compatibilities: ['EC2'], requiresAttributes: [{ name: 'x' }] },
          ...{ registeredAt: 1700000000, registeredBy: 'someone', deleteRequestedAt: 1 }
        }
      )
    ],
    ['absent and null', container({ user: null, command: null }, { pidMode: null }), container({})],
    [
      'the user that ECS gives to a log router',
      container({ firelensConfiguration: { type: 'fluentbit' } }),
      container({ firelensConfiguration: { type: 'fluentbit' }, user: '0' })
    ],
    ['empty lists of the task', container({}), container({}, { volumes: [], placementConstraints: [], tags: [] })],
    [
      'a port in awsvpc',
      container({ portMappings: [{ containerPort: 80 }] }, awsvpc),
      container({ portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }] }, awsvpc)
    ],
    [
      'a port in awsvpc, with the host port 0',
      container({ portMappings: [{ containerPort: 80, hostPort: 0 }] }, awsvpc),
      container({ portMappings: [{ containerPort: 80, hostPort: 80 }] }, awsvpc)
    ],
    [
      'any port of a bridge',
      container({ portMappings: [{ containerPort: 80 }] }),
      container({ portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }] }, { networkMode: 'bridge' })
    ],
    [
      'a health check',
      container({ healthCheck: { command: ['CMD', 'true'] } }),
      container({ healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 } })
    ],
    [
      'sizes with units',
      container({}, { cpu: '.5 vCPU', memory: '1GB' }),
      container({}, { cpu: '512', memory: '1024' })
    ],
    [
      'the order of variables, secrets, ports, mounts, limits and tags',
      container(
        {
          environment: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' }
          ],
          secrets: [
            { name: 'C', valueFrom: '/c' },
            { name: 'D', valueFrom: '/d' }
          ],
          portMappings: [{ containerPort: 80 }, { containerPort: 443 }],
          mountPoints: [
            { sourceVolume: 'a', containerPath: '/a' },
            { sourceVolume: 'b', containerPath: '/b' }
          ],
          ulimits: [
            { name: 'core', softLimit: 1, hardLimit: 1 },
            { name: 'nofile', softLimit: 2, hardLimit: 2 }
          ],
          linuxParameters: { capabilities: { add: ['KILL', 'CHOWN'] } }
        },
        {
          tags: [
            { key: 'a', value: '1' },
            { key: 'b', value: '2' }
          ],
          requiresCompatibilities: ['EC2', 'FARGATE']
        }
      ),
      container(
        {
          environment: [
            { value: '2', name: 'B' },
            { value: '1', name: 'A' }
          ],
          secrets: [
            { name: 'D', valueFrom: '/d' },
            { name: 'C', valueFrom: '/c' }
          ],
          portMappings: [{ containerPort: 443 }, { containerPort: 80 }],
          mountPoints: [
            { sourceVolume: 'b', containerPath: '/b', readOnly: false },
            { sourceVolume: 'a', containerPath: '/a' }
          ],
          ulimits: [
            { name: 'nofile', softLimit: 2, hardLimit: 2 },
            { name: 'core', softLimit: 1, hardLimit: 1 }
          ],
          linuxParameters: { capabilities: { add: ['CHOWN', 'KILL'], drop: [] }, initProcessEnabled: false }
        },
        {
          tags: [
            { key: 'b', value: '2' },
            { key: 'aws:cloudformation:stack-name', value: 'x' },
            { key: 'a', value: '1' }
          ],
          requiresCompatibilities: ['FARGATE', 'EC2']
        }
      )
    ],
    [
      'the order of containers',
      { family: 'web', containerDefinitions: [{ name: 'a' }, { name: 'b' }] },
      { containerDefinitions: [{ name: 'b' }, { name: 'a' }], family: 'web' }
    ],
    [
      'volumes',
      container({}, { volumes: [{ name: 'a' }, { name: 'b', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] }),
      container(
        {},
        {
          volumes: [
            {
              name: 'b',
              efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/', transitEncryption: 'DISABLED' }
            },
            { name: 'a', host: {}, configuredAtLaunch: false }
          ]
        }
      )
    ],
    [
      'the platform of Fargate',
      container({}, fargate),
      container({}, { ...fargate, runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' } })
    ],
    [
      'a device',
      container({ linuxParameters: { devices: [{ hostPath: '/dev/fuse' }] } }),
      container({
        linuxParameters: {
          devices: [{ hostPath: '/dev/fuse', containerPath: '/dev/fuse', permissions: ['read', 'write', 'mknod'] }]
        }
      })
    ],
    [
      'an empty variable',
      container({ environment: [{ name: 'A' }] }),
      container({ environment: [{ name: 'A', value: '' }] })
    ]
  ])('%s', (_name, one, other) => {
    expect(diffDefinitions(one, other)).toEqual([]);
    expect(JSON.stringify(normalise(one))).toBe(JSON.stringify(normalise(other)));
  });
});

describe('two that say something else', () => {
  it.each<[string, JsonRecord, JsonRecord]>([
    [
      'a log router of another user',
      container({ firelensConfiguration: { type: 'fluentbit' } }),
      container({ firelensConfiguration: { type: 'fluentbit' }, user: '1000' })
    ],
    ['the user 0 of a container that routes no logs', container({}), container({ user: '0' })],
    ['the order of a command', container({ command: ['a', 'b'] }), container({ command: ['b', 'a'] })],
    ['the order of an entry point', container({ entryPoint: ['a', 'b'] }), container({ entryPoint: ['b', 'a'] })],
    [
      'the order of files of variables',
      container({
        environmentFiles: [
          { type: 's3', value: 'a' },
          { type: 's3', value: 'b' }
        ]
      }),
      container({
        environmentFiles: [
          { type: 's3', value: 'b' },
          { type: 's3', value: 'a' }
        ]
      })
    ],
    [
      'which of two variables of one name comes last',
      container({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' }
        ]
      }),
      container({
        environment: [
          { name: 'A', value: '2' },
          { name: 'A', value: '1' }
        ]
      })
    ],
    ['not essential', container({}), container({ essential: false })],
    [
      'a fixed port of the host',
      container({ portMappings: [{ containerPort: 80 }] }),
      container({ portMappings: [{ containerPort: 80, hostPort: 80 }] })
    ],
    [
      'UDP',
      container({ portMappings: [{ containerPort: 53 }] }),
      container({ portMappings: [{ containerPort: 53, protocol: 'udp' }] })
    ],
    ['a platform on EC2', container({}), container({}, { runtimePlatform: { cpuArchitecture: 'X86_64' } })],
    [
      'ARM on Fargate',
      container({}, { requiresCompatibilities: ['FARGATE'] }),
      container({}, { requiresCompatibilities: ['FARGATE'], runtimePlatform: { cpuArchitecture: 'ARM64' } })
    ],
    ['no swap', container({}), container({ linuxParameters: { maxSwap: 0 } })],
    ['an empty variable', container({}), container({ environment: [{ name: 'A', value: '' }] })],
    ['a member newer than the model', container({ brandNew: 1 }), container({ brandNew: 2 })],
    ['the family', container({}, { family: 'a' }), container({}, { family: 'b' })],
    ['a size', container({}, { memory: '1GB' }), container({}, { memory: '1000' })],
    ['a volume', container({}), container({}, { volumes: [{ name: 'data' }] })]
  ])('%s', (_name, one, other) => {
    expect(diffDefinitions(one, other)).not.toEqual([]);
    expect(JSON.stringify(normalise(one))).not.toBe(JSON.stringify(normalise(other)));
  });
});

describe('what the built-in AWS answers after registering', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('can be told from another', async () => {
    const definition = container({ memory: 64, environment: [{ name: 'A', value: '1' }] });
    await stage.ecs('RegisterTaskDefinition', definition);
    const { taskDefinition } = (await stage.ecs('DescribeTaskDefinition', { taskDefinition: 'web' })) as unknown as {
      taskDefinition: JsonRecord;
    };
    expect(diffDefinitions(taskDefinition, definition)).toEqual([]);
    expect(diffDefinitions(taskDefinition, container({ memory: 65 }))).toHaveLength(2);
  });
});
