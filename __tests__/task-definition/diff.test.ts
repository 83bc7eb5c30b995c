import { describe, expect, it } from '@jest/globals';

import { diffDefinitions, type Change } from '../../src/task-definition/diff.js';
import type { JsonRecord } from '../../src/text/record.js';

function container(members: object): JsonRecord {
  return { family: 'web', containerDefinitions: [{ name: 'web', image: 'web:1', ...members }] };
}

function environment(values: Readonly<Record<string, string>>): object {
  return { environment: Object.entries(values).map(([name, value]) => ({ name, value })) };
}

const at = (path: string): string => `containerDefinitions[web].${path}`;

describe('changes', () => {
  it.each<[string, object, object, readonly Change[]]>([
    ['of an image', {}, { image: 'web:2' }, [{ kind: 'changed', path: at('image'), from: 'web:1', to: 'web:2' }]],
    [
      'of variables, each by its name',
      environment({ A: '1', B: '2', C: '3' }),
      environment({ C: '3', B: '20', D: '4' }),
      [
        { kind: 'removed', path: at('environment[A]'), from: '1' },
        { kind: 'changed', path: at('environment[B]'), from: '2', to: '20' },
        { kind: 'added', path: at('environment[D]'), to: '4' }
      ]
    ],
    [
      'of where a secret comes from',
      { secrets: [{ name: 'DB_PASSWORD', valueFrom: '/dev/db' }] },
      { secrets: [{ name: 'DB_PASSWORD', valueFrom: '/prod/db' }] },
      [{ kind: 'changed', path: at('secrets[DB_PASSWORD]'), from: '/dev/db', to: '/prod/db' }]
    ],
    [
      'of a variable that becomes a secret',
      environment({ PORT: '1', TOKEN: 'hunter2' }),
      { ...environment({ PORT: '1' }), secrets: [{ name: 'TOKEN', valueFrom: '/token' }] },
      [
        { kind: 'removed', path: at('environment[TOKEN]'), hidden: true },
        { kind: 'added', path: at('secrets[TOKEN]'), to: '/token' }
      ]
    ],
    [
      'of a port',
      { portMappings: [{ containerPort: 80 }, { containerPort: 81, name: 'a' }] },
      { portMappings: [{ containerPort: 8080 }, { containerPort: 81, name: 'b' }] },
      [
        { kind: 'removed', path: at('portMappings[80]'), from: { containerPort: 80 } },
        { kind: 'changed', path: at('portMappings[81].name'), from: 'a', to: 'b' },
        { kind: 'added', path: at('portMappings[8080]'), to: { containerPort: 8080 } }
      ]
    ],
    [
      'of a mount',
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/data' }] },
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/data', readOnly: true }] },
      [{ kind: 'added', path: at('mountPoints[/data].readOnly'), to: true }]
    ],
    [
      'of a log driver, option by option',
      { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/a', mode: 'blocking' } } },
      { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/b', 'max.size': '1m' } } },
      [
        { kind: 'changed', path: at('logConfiguration.options.awslogs-group'), from: '/a', to: '/b' },
        { kind: 'removed', path: at('logConfiguration.options.mode'), from: 'blocking' },
        { kind: 'added', path: at('logConfiguration.options["max.size"]'), to: '1m' }
      ]
    ],
    [
      'of a set',
      { links: ['a', 'b'] },
      { links: ['b', 'c'] },
      [
        { kind: 'removed', path: at('links[a]') },
        { kind: 'added', path: at('links[c]') }
      ]
    ],
    [
      'of a command, as a whole',
      { command: ['serve', '--port', '80'] },
      { command: ['serve', '--port', '8080'] },
      [{ kind: 'changed', path: at('command'), from: ['serve', '--port', '80'], to: ['serve', '--port', '8080'] }]
    ]
  ])('%s', (_name, from, to, expected) => {
    expect(diffDefinitions(container(from), container(to))).toEqual(expected);
  });

  it('of containers and volumes are told member by member', () => {
    const from = { family: 'web', containerDefinitions: [{ name: 'web', image: 'web:1' }] };
    const to = {
      family: 'web',
      containerDefinitions: [
        { name: 'log', image: 'log:1', essential: false },
        { name: 'web', image: 'web:1' }
      ],
      volumes: [{ name: 'data' }, { name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }]
    };
    const changes: readonly Change[] = [
      { kind: 'added', path: 'containerDefinitions[log].image', to: 'log:1' },
      { kind: 'added', path: 'containerDefinitions[log].essential', to: false },
      { kind: 'added', path: 'volumes[data]' },
      { kind: 'added', path: 'volumes[files].efsVolumeConfiguration.fileSystemId', to: 'fs-1' }
    ];
    expect(diffDefinitions(from, to)).toEqual(changes);
    const back = diffDefinitions(to, from);
    expect(back.map(({ kind, path, from: was }) => ({ kind, path, to: was }))).toEqual(
      changes.map(change => ({ ...change, kind: 'removed', to: change.to }))
    );
  });

  it('from nothing are all that is there', () => {
    expect(diffDefinitions(undefined, container({}))).toEqual([
      { kind: 'added', path: 'family', to: 'web' },
      { kind: 'added', path: at('image'), to: 'web:1' }
    ]);
  });
});

/** What must not be read in a plan, each as a value that changes. */
const SECRETS: readonly (readonly [string, object, object])[] = [
  ['by the name of a variable', environment({ DB_PASSWORD: 'hunter2' }), environment({ DB_PASSWORD: 'hunter3' })],
  ['by a name in one word', environment({ dbpassword: 'hunter2' }), environment({ dbpassword: 'hunter3' })],
  ['by a name in camel case', environment({ stripeApiKey: 'hunter2' }), environment({ stripeApiKey: 'hunter3' })],
  [
    'in a URL',
    environment({ DATABASE: 'postgres://app:hunter2@db/shop' }),
    environment({ DATABASE: 'postgres://app:hunter3@db/shop' })
  ],
  [
    'in a URL, on one side only',
    environment({ DATABASE: 'postgres://db/hunter2' }),
    environment({ DATABASE: 'postgres://app:hunter3@db/shop' })
  ],
  [
    'in a connection string',
    environment({ DB: 'Server=db;User=a;Password=hunter2' }),
    environment({ DB: 'Server=db;User=a;Password=hunter3' })
  ],
  ['a key of AWS', environment({ ID: 'AKIAIOSFODNN7HUNTER2' }), environment({ ID: 'AKIAIOSFODNN7HUNTER3' })],
  [
    'long and random',
    environment({ X: 'hunter2b9Qf3Zk81LmN0pRsTuVw' }),
    environment({ X: 'hunter3b9Qf3Zk81LmN0pRsTuVw' })
  ],
  [
    'a label',
    { dockerLabels: { 'com.example.token': 'hunter2' } },
    { dockerLabels: { 'com.example.token': 'hunter3' } }
  ],
  [
    'an option of a log driver',
    { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'hunter2' } } },
    { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'hunter3' } } }
  ],
  ['a word of a command', { command: ['serve', '--password=hunter2'] }, { command: ['serve', '--password=hunter3'] }],
  ['the word after a flag', { command: ['serve', '--token', 'hunter2'] }, { command: ['serve', '--token', 'hunter3'] }],
  [
    'in a health check',
    { healthCheck: { command: ['CMD-SHELL', 'curl http://a:hunter2@localhost/'] } },
    { healthCheck: { command: ['CMD-SHELL', 'curl http://a:hunter3@localhost/'] } }
  ],
  ['a new variable', {}, environment({ SECRET: 'hunter2' })],
  ['a variable that goes', environment({ SECRET: 'hunter2' }), {}]
];

describe('secrets', () => {
  it.each(SECRETS)('%s are not told, only that they differ', (_name, from, to) => {
    const changes = diffDefinitions(container(from), container(to));
    expect(changes).toEqual([
      { kind: expect.stringMatching(/^(added|removed|changed)$/), path: expect.any(String), hidden: true }
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/hunter/i);
  });

  it('leave the rest of a command readable', () => {
    const from = { command: ['serve', '--port', '80', '--password=hunter2'] };
    const to = { command: ['serve', '--port', '81', '--password=hunter2'] };
    expect(diffDefinitions(container(from), container(to))).toEqual([
      {
        kind: 'changed',
        path: at('command'),
        from: ['serve', '--port', '80', '--password=(not shown)'],
        to: ['serve', '--port', '81', '--password=(not shown)']
      }
    ]);
  });

  it.each([
    ['LOG_LEVEL', 'debug', 'info'],
    ['GIT_SHA', '4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2', '0f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2'],
    ['URL', 'https://shop.example/a', 'https://shop.example/b'],
    ['ROLE', 'arn:aws:iam::123456789012:role/one', 'arn:aws:iam::123456789012:role/two'],
    ['PORT', '80', '8080']
  ])('are not seen in %s', (name, one, other) => {
    expect(diffDefinitions(container(environment({ [name]: one })), container(environment({ [name]: other })))).toEqual(
      [{ kind: 'changed', path: at(`environment[${name}]`), from: one, to: other }]
    );
  });
});
