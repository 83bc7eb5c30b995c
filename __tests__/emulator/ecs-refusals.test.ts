import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../src/task-definition/check-rules.js';
import { readDefinition } from '../task-definition/parsing.js';
import { CONTAINER_CASES } from '../task-definition/rule-cases-container.js';
import { DATA_CASES } from '../task-definition/rule-cases-data.js';
import { NETWORK_CASES } from '../task-definition/rule-cases-network.js';
import { PART_CASES } from '../task-definition/rule-cases-parts.js';
import { TASK_CASES } from '../task-definition/rule-cases-task.js';
import { ec2, fargate, logging } from '../task-definition/rule-definitions.js';
import { member, openStage, type Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const CASES = [...TASK_CASES, ...NETWORK_CASES, ...CONTAINER_CASES, ...PART_CASES, ...DATA_CASES];
const linux = (linuxParameters: object) => fargate({}, { linuxParameters });

describe('RegisterTaskDefinition of the built-in AWS', () => {
  it.each<[string, object]>([
    [
      "Unsupported field 'inferenceAccelerators'",
      ec2({ inferenceAccelerators: [{ deviceName: 'd', deviceType: 't' }] })
    ],
    ['EphemeralStorage size should be at least 21', fargate({ ephemeralStorage: { sizeInGiB: 20 } })],
    ['EphemeralStorage size should be at most 200', fargate({ ephemeralStorage: { sizeInGiB: 201 } })],
    [
      'Fargate compatible task definitions do not support constraints',
      fargate({ placementConstraints: [{ type: 'memberOf' }] })
    ],
    ['Tasks using the Fargate launch type do not support ipcMode.', fargate({ ipcMode: 'task' })],
    ["do not support pidMode 'host'", fargate({ pidMode: 'host' })],
    ['hostname is not supported on container when networkMode=awsvpc', fargate({}, { hostname: 'a' })],
    ['DNS servers are not supported on container', fargate({}, { dnsServers: ['10.0.0.2'] })],
    [
      'Extra hosts are not supported on container',
      fargate({}, { extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] })
    ],
    ['Disable Networking is not supported on container', fargate({}, { disableNetworking: true })],
    [
      'the host ports and container ports in port mappings must match',
      fargate({}, { portMappings: [{ containerPort: 80, hostPort: 0 }] })
    ],
    ["Unknown volume 'v'", ec2({}, { mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }] })],
    [
      "the 'restartAttemptPeriod' setting for container 'web' must be between 60 and 1800",
      ec2({}, { restartPolicy: { enabled: true, restartAttemptPeriod: 30 } })
    ],
    [
      'Soft limit exceeds hard limit for ulimit nofile',
      ec2({}, { ulimits: [{ name: 'nofile', softLimit: 2, hardLimit: 1 }] })
    ],
    ['a firelens configuration object must be configured', ec2({}, { logConfiguration: { logDriver: 'awsfirelens' } })],
    [
      'json-file is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]',
      fargate({}, { logConfiguration: { logDriver: 'json-file' } })
    ],
    ['to include awslogs-stream-prefix', fargate({}, logging({ 'awslogs-stream-prefix': undefined }))],
    ['do not support devices', linux({ devices: [{ hostPath: '/dev/fuse' }] })],
    ['do not support sharedMemorySize', linux({ sharedMemorySize: 64 })],
    ['NET_ADMIN is not allowed on Fargate.', linux({ capabilities: { add: ['NET_ADMIN'] } })],
    ["Fargate requires that the 'privileged' setting be 'false'", fargate({}, { privileged: true })],
    ['do not support sourcePath', fargate({ volumes: [{ name: 'v', host: { sourcePath: '/v' } }] })],
    ['do not support dockerVolumeConfiguration', fargate({ volumes: [{ name: 'v', dockerVolumeConfiguration: {} }] })],
    [
      "Cannot depend on container + 'db' because it does not exist",
      ec2({}, { dependsOn: [{ containerName: 'db', condition: 'START' }] })
    ],
    [
      'A dependency container with HEALTHY condition must have health check configured',
      ec2({}, { dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] }, { name: 'db' })
    ]
  ])('answers: %s', async (message, input) => {
    const answer = await stage.send('ecs', 'RegisterTaskDefinition', input);
    expect(answer.error).toBe('ClientException');
    expect(member(answer.body, 'message')).toContain(message);
  });

  it('refuses what the offline rules call an error, but for what ECS itself finds out only when a task starts', async () => {
    const taken: string[] = [];
    for (const { rule, severity, bad } of CASES) {
      if (severity === 'warning') continue;
      const answer = await stage.send('ecs', 'RegisterTaskDefinition', bad);
      if (answer.error === undefined) taken.push(rule);
    }
    // Of secrets the agent's answer comes with the task, of the processor that of the registry; what runs on Fargate only its service knows.
    const late = ['fargate-network-mode', 'placeholder-left', 'platform', 'secret-value-from'];
    expect([...new Set(taken)].sort()).toEqual(late);
  });

  it('takes what the offline rules take, and what they only doubt', async () => {
    const taken = CASES.flatMap(({ rule, bad, good, facts }) =>
      [good, bad]
        .filter(definition =>
          checkDefinition(readDefinition(definition), facts).every(({ severity }) => severity === 'warning')
        )
        .map(definition => ({ rule, definition }))
    );
    const refused: string[] = [];
    for (const { rule, definition } of taken) {
      const answer = await stage.send('ecs', 'RegisterTaskDefinition', definition);
      if (answer.error !== undefined) refused.push(`${rule}: ${JSON.stringify(answer.body)}`);
    }
    // It knows the documented units only, and ECS may know more; and a placeholder is no image yet.
    expect(refused).toEqual([
      expect.stringMatching(/^task-size-form: .*Invalid 'memory' setting for task/),
      expect.stringMatching(/^execution-role: .*Container.image contains invalid characters/)
    ]);
  });
});
