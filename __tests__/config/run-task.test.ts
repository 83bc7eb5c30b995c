import { describe, expect, it } from '@jest/globals';

import { BASE, complaintsOf, decode } from './decode-helpers.js';

const ASKED = { ...BASE, 'run-task': 'true' };

describe('run-task', () => {
  it('is nothing where it is not asked for', () => {
    expect(decode({ given: BASE }).runTask).toBeUndefined();
    expect(decode({ given: { ...BASE, 'run-task': 'false' } }).runTask).toBeUndefined();
  });

  it('leaves to the service what is not said, and waits', () => {
    expect(decode({ given: ASKED }).runTask).toEqual({
      containerOverrides: [],
      taskOverrides: {},
      placementConstraints: undefined,
      placementStrategy: undefined,
      capacityProviderStrategy: undefined,
      launchType: undefined,
      subnets: undefined,
      securityGroups: undefined,
      assignPublicIp: undefined,
      startedBy: undefined,
      tags: [],
      volume: undefined,
      waitForStopped: true
    });
  });

  it("takes the official action's settings as they are written there", () => {
    const given = {
      ...ASKED,
      'run-task-container-overrides':
        '[{"name":"app","command":["npm","run","migrate"],"environment":[{"name":"A","value":"b"}],"cpu":256}]',
      'run-task-overrides': '{"cpu":"1024","memory":"4096","ephemeralStorage":{"sizeInGiB":50}}',
      'run-task-placement-constraints': '[{"type":"memberOf","expression":"attribute:x == y"}]',
      'run-task-placement-strategy': '[{"type":"binpack","field":"memory"}]',
      'run-task-security-groups': 'sg-1, sg-2',
      'run-task-subnets': 'subnet-1, subnet-2',
      'run-task-assign-public-ip': 'DISABLED',
      'run-task-launch-type': 'FARGATE',
      'run-task-started-by': 'GitHub-Actions',
      'run-task-tags': '[{"key":"team","value":"payments"}]',
      'run-task-managed-ebs-volume-name': 'data',
      'run-task-managed-ebs-volume': '{"roleArn":"arn:aws:iam::123456789012:role/ebs","sizeInGiB":20,"encrypted":true}',
      'wait-for-task-stopped': 'false'
    };
    expect(decode({ given }).runTask).toEqual({
      containerOverrides: [
        { name: 'app', command: ['npm', 'run', 'migrate'], environment: [{ name: 'A', value: 'b' }], cpu: 256 }
      ],
      taskOverrides: { cpu: '1024', memory: '4096', ephemeralStorage: { sizeInGiB: 50 } },
      placementConstraints: [{ type: 'memberOf', expression: 'attribute:x == y' }],
      placementStrategy: [{ type: 'binpack', field: 'memory' }],
      capacityProviderStrategy: undefined,
      launchType: 'FARGATE',
      subnets: ['subnet-1', 'subnet-2'],
      securityGroups: ['sg-1', 'sg-2'],
      assignPublicIp: 'DISABLED',
      startedBy: 'GitHub-Actions',
      tags: [{ key: 'team', value: 'payments' }],
      volume: {
        name: 'data',
        managedEBSVolume: { roleArn: 'arn:aws:iam::123456789012:role/ebs', sizeInGiB: 20, encrypted: true }
      },
      waitForStopped: false
    });
  });

  it('is said in slipway.yml as lists', () => {
    const file = `region: eu-west-1
task-definition: a.json
service: web
run-task: true
run-task-container-overrides:
  - { name: app, command: [migrate], memory: null }
run-task-capacity-provider-strategy:
  - { capacityProvider: FARGATE_SPOT, weight: 1 }
`;
    expect(decode({ file }).runTask).toMatchObject({
      containerOverrides: [{ name: 'app', command: ['migrate'] }],
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
    });
    expect(decode({ file }).runTask?.containerOverrides[0]).not.toHaveProperty('memory');
  });

  it.each([
    ['run-task-tags', '[{"key":"AWS:team","value":"a"}]'],
    [
      'run-task-managed-ebs-volume',
      '{"roleArn":"arn:aws:iam::123456789012:role/ebs","tagSpecifications":[{"resourceType":"volume","tags":[{"key":"AWS:team"}]}]}'
    ]
  ])("takes no tag of AWS's own in %s: it is refused after the push", (name, value) => {
    const given = { ...ASKED, 'run-task-managed-ebs-volume-name': 'data', [name]: value };
    expect(complaintsOf({ given }).join('\n')).toContain(
      `expected a key that does not start with aws:, as only AWS's own do, got "AWS:team".`
    );
  });

  it.each<[string, string, string]>([
    [
      'run-task-container-overrides',
      '[{"name":"app","comand":["x"]}]',
      'run-task-container-overrides[0].comand: ContainerOverride has no member "comand"; it has name, command, environment, environmentFiles, cpu, memory, memoryReservation and resourceRequirements. Did you mean command?'
    ],
    [
      'run-task-container-overrides',
      '[{"name":"app","command":"migrate"}]',
      'run-task-container-overrides[0].command: expected a list, got "migrate".'
    ],
    [
      'run-task-container-overrides',
      '[{"name":"app","environment":[{"name":"A","value":1}]}]',
      'run-task-container-overrides[0].environment[0].value: expected a string, got 1.'
    ],
    [
      'run-task-container-overrides',
      '[{"command":["x"]}]',
      'run-task-container-overrides[0]: ContainerOverride needs name. Add name.'
    ],
    [
      'run-task-capacity-provider-strategy',
      '[{"capacityProvider":"FARGATE","weight":"1"}]',
      'run-task-capacity-provider-strategy[0].weight: expected a whole number, got "1".'
    ],
    [
      'run-task-tags',
      '[{"Key":"a"}]',
      'run-task-tags[0].Key: Tag has no member "Key"; it has key and value. Did you mean key?'
    ],
    [
      'run-task-started-by',
      'me and you',
      'run-task-started-by: expected up to 128 letters, digits or any of -_/, got "me and you".'
    ],
    [
      'run-task-managed-ebs-volume',
      '{"roleArn":"x"}',
      'run-task-managed-ebs-volume: run-task-managed-ebs-volume has no effect without run-task-managed-ebs-volume-name. Add run-task-managed-ebs-volume-name.'
    ],
    [
      'run-task-managed-ebs-volume-name',
      'data',
      'run-task-managed-ebs-volume-name: run-task-managed-ebs-volume-name has no effect without run-task-managed-ebs-volume. Add run-task-managed-ebs-volume.'
    ]
  ])('%s: %s is told', (name, text, expected) => {
    expect(complaintsOf({ given: { ...ASKED, [name]: text } })[0]).toBe(expected);
  });

  it('tells what is wrong with a volume', () => {
    const given = {
      ...ASKED,
      'run-task-managed-ebs-volume-name': 'data',
      'run-task-managed-ebs-volume': '{"sizeInGB": 20}'
    };
    expect(complaintsOf({ given })).toEqual([
      expect.stringMatching(
        /sizeInGB: TaskManagedEBSVolumeConfiguration has no member "sizeInGB".* Did you mean sizeInGiB\?$/
      ),
      expect.stringMatching(/TaskManagedEBSVolumeConfiguration needs roleArn\. Add roleArn\.$/)
    ]);
    expect(complaintsOf({ given: { ...given, 'run-task-managed-ebs-volume': '{' } })).toHaveLength(1);
  });

  it('has one launch type or capacity providers', () => {
    const given = {
      ...ASKED,
      'run-task-launch-type': 'EC2',
      'run-task-capacity-provider-strategy': '[{"capacityProvider":"FARGATE"}]'
    };
    expect(complaintsOf({ given })).toEqual([
      'run-task-launch-type: run-task-launch-type and run-task-capacity-provider-strategy contradict each other: ECS takes one of the two. Keep one of the two.'
    ]);
  });

  it('is what its settings are for', () => {
    expect(complaintsOf({ given: { ...BASE, 'run-task-subnets': 'subnet-1' } })).toEqual([
      'run-task-subnets: run-task-subnets has no effect without run-task. Add run-task: true, or leave it out.'
    ]);
    expect(complaintsOf({ given: { region: 'eu-west-1', repository: 'shop/api', 'run-task': 'true' } })).toEqual([
      'run-task: run-task has no effect without a task definition. Add task-definition.'
    ]);
  });
});
