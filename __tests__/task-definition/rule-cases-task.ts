import { ec2, error, fargate, warning, type RuleCase } from './rule-definitions.js';

const WINDOWS = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' } };
const PROXY = {
  type: 'APPMESH',
  containerName: 'web',
  properties: ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'EgressIgnoredIPs', 'IgnoredUID'].map(name => ({
    name,
    value: '1'
  }))
};
const mesh = (changes: object) => ec2({ networkMode: 'awsvpc', proxyConfiguration: { ...PROXY, ...changes } });
const tags = (count: number) => ({
  tags: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: 'v' }))
});
const platforms = (...built: string[]) => ({ images: new Map([['web', { isInEcr: true, platforms: built }]]) });

/** Rules of the task as a whole: sizes, network mode, platform, roles, limits. */
export const TASK_CASES: readonly RuleCase[] = [
  error(
    'task-size-form',
    fargate({ cpu: 'one' }),
    'cpu',
    '"one" is no cpu of a task',
    fargate({ cpu: '.25 vCPU', memory: '0.5GB' })
  ),
  error(
    'task-size-form',
    ec2({ memory: '1.5' }),
    'memory',
    'ECS takes MiB ("1024") or GB ("1 GB")',
    ec2({ memory: '1.5 GB' })
  ),
  warning(
    'task-size-form',
    ec2({ memory: '512MB' }),
    'memory',
    '"512MB" is no memory of a task',
    ec2({ memory: '512' })
  ),
  error('task-cpu-range', ec2({ cpu: '64' }), 'cpu', 'from 128 to 196608 CPU units, got 64', ec2({ cpu: '128' })),
  error('fargate-size-missing', fargate({ cpu: undefined }), 'cpu', 'needs cpu; there is none', fargate()),
  error('fargate-size-missing', fargate({ memory: undefined }), 'memory', 'Add "memory": "512"', fargate()),
  error(
    'fargate-size',
    fargate({ cpu: '300' }),
    'cpu',
    'no task with 300 CPU units',
    fargate({ cpu: '0.5 vcpu', memory: '1 GB' })
  ),
  error(
    'fargate-size',
    fargate({ memory: '4096' }),
    'memory',
    'takes 512, 1024 or 2048 MiB of memory, got 4096. Set memory to "2048", or cpu to "512".',
    fargate({ memory: '2048' })
  ),
  error(
    'fargate-size',
    fargate({ cpu: '2048', memory: '5000' }),
    'memory',
    '4096 to 16384 in steps of 1024 MiB of memory, got 5000. Set memory to "5120".',
    fargate({ cpu: '2 vCPU', memory: '5GB' })
  ),
  error(
    'fargate-size',
    fargate({ cpu: '8192', memory: '17408' }),
    'memory',
    'steps of 4096',
    fargate({ cpu: '8 vCPU', memory: '20GB' })
  ),
  error(
    'fargate-size',
    fargate({ cpu: '16384', memory: '36864' }),
    'memory',
    'steps of 8192',
    fargate({ cpu: '16 vCPU', memory: '120 GB' })
  ),
  error(
    'fargate-size',
    fargate({ ...WINDOWS, cpu: '512', memory: '1024' }),
    'cpu',
    'at least 1024 CPU units, got 512',
    fargate({ ...WINDOWS, cpu: '1024', memory: '2048' })
  ),
  warning(
    'fargate-size-disputed',
    fargate({ cpu: '32 vCPU', memory: '120GB' }),
    'cpu',
    '32 vCPU on Fargate in one place only',
    fargate({ cpu: '16 vCPU', memory: '32GB' })
  ),
  warning(
    'fargate-size-disputed',
    fargate({ ...WINDOWS, cpu: '8192', memory: '16384' }),
    'cpu',
    'for Linux only',
    fargate({ ...WINDOWS, cpu: '4096', memory: '8192' })
  ),
  error(
    'ephemeral-storage',
    fargate({ ephemeralStorage: { sizeInGiB: 20 } }),
    'ephemeralStorage.sizeInGiB',
    'from 21 to 200 GiB, got 20',
    fargate({ ephemeralStorage: { sizeInGiB: 21 } })
  ),
  error(
    'ephemeral-storage',
    ec2({ requiresCompatibilities: ['EC2'], ephemeralStorage: { sizeInGiB: 21 } }),
    'ephemeralStorage',
    'this task is for EC2',
    ec2({ ephemeralStorage: { sizeInGiB: 200 } })
  ),
  error(
    'fargate-network-mode',
    fargate({ networkMode: undefined }),
    'networkMode',
    'no networkMode, which means bridge',
    fargate()
  ),
  error(
    'fargate-network-mode',
    fargate({ networkMode: 'bridge' }),
    'networkMode',
    'Set "networkMode": "awsvpc"',
    fargate()
  ),
  error(
    'fargate-network-mode',
    fargate({ networkMode: 'host', requiresCompatibilities: undefined }),
    'networkMode',
    'awsvpc only',
    fargate({ requiresCompatibilities: undefined }),
    { launchTypes: ['FARGATE'] }
  ),
  warning(
    'external-network-mode',
    ec2({ requiresCompatibilities: ['EXTERNAL'], networkMode: 'awsvpc' }),
    'networkMode',
    'bridge, host or none',
    ec2({ requiresCompatibilities: ['EXTERNAL'] })
  ),
  error('proxy', ec2({ proxyConfiguration: PROXY }), 'proxyConfiguration', 'needs the network mode awsvpc', mesh({})),
  error(
    'proxy',
    mesh({ containerName: 'envoy' }),
    'proxyConfiguration.containerName',
    '"envoy", which the task definition does not have',
    mesh({})
  ),
  error(
    'proxy',
    mesh({ properties: PROXY.properties.slice(1) }),
    'proxyConfiguration.properties',
    'no ProxyIngressPort',
    mesh({})
  ),
  warning(
    'proxy-ignored-user',
    mesh({ properties: PROXY.properties.slice(0, 4) }),
    'proxyConfiguration.properties',
    'neither IgnoredUID nor IgnoredGID',
    mesh({})
  ),
  error(
    'role-form',
    fargate({ executionRoleArn: 'arn:aws:iam::12345:role/x' }),
    'executionRoleArn',
    'twelve digits, got "12345"',
    fargate({ executionRoleArn: 'ecsTaskExecutionRole' })
  ),
  error(
    'role-form',
    ec2({ taskRoleArn: 'my role' }),
    'taskRoleArn',
    '"my role" is not a valid role',
    ec2({ taskRoleArn: 'arn:aws-us-gov:iam::123456789012:role/path/to/role' })
  ),
  error(
    'platform',
    fargate(),
    'runtimePlatform.cpuArchitecture',
    'built for linux/arm64; the task has no runtimePlatform, which means X86_64. Set platforms to linux/amd64, or cpuArchitecture to ARM64',
    fargate({ runtimePlatform: { cpuArchitecture: 'ARM64' } }),
    platforms('linux/arm64')
  ),
  error(
    'platform',
    ec2({ runtimePlatform: { cpuArchitecture: 'ARM64' } }),
    'runtimePlatform.cpuArchitecture',
    'built for linux/amd64; the task is for ARM64',
    ec2(),
    platforms('linux/amd64')
  ),
  warning(
    'windows',
    ec2(WINDOWS, { user: 'app' }),
    'containerDefinitions[0].user',
    'not supported for Windows containers',
    ec2({}, { user: 'app' })
  ),
  warning(
    'windows',
    ec2({ runtimePlatform: { ...WINDOWS.runtimePlatform, cpuArchitecture: 'ARM64' } }),
    'runtimePlatform.cpuArchitecture',
    'ARM64 for Linux only',
    ec2(WINDOWS)
  ),
  error(
    'fargate-unsupported',
    fargate({ ipcMode: 'task' }),
    'ipcMode',
    'Fargate has no ipcMode',
    ec2({ ipcMode: 'task' })
  ),
  error(
    'fargate-unsupported',
    fargate({ pidMode: 'host' }),
    'pidMode',
    'pidMode task only, got host',
    fargate({ pidMode: 'task' })
  ),
  error(
    'fargate-unsupported',
    fargate({ placementConstraints: [{ type: 'memberOf', expression: 'x' }] }),
    'placementConstraints',
    'no placement constraints',
    fargate({ placementConstraints: [] })
  ),
  error(
    'inference-accelerator',
    ec2({ inferenceAccelerators: [{ deviceName: 'd', deviceType: 'eia1.medium' }] }),
    'inferenceAccelerators',
    'has been discontinued',
    ec2({ inferenceAccelerators: [] })
  ),
  error('tags', ec2(tags(51)), 'tags', '51 tags; AWS takes at most 50', ec2(tags(50))),
  error(
    'tags',
    ec2({ tags: [{ key: 'a' }, { key: 'a' }] }),
    'tags[1].key',
    '"a" is listed twice',
    ec2({ tags: [{ key: 'a' }, { key: 'A' }] })
  ),
  error('tags', ec2({ tags: [{ value: 'v' }] }), 'tags[0]', 'has no key', ec2({ tags: [{ key: 'a', value: '' }] })),
  error(
    'tags',
    ec2({ tags: [{ key: 'k'.repeat(129) }] }),
    'tags[0]',
    'at most 128 characters, got 129',
    ec2({ tags: [{ key: 'k'.repeat(128) }] })
  ),
  error(
    'tags',
    ec2({ tags: [{ key: 'a', value: 'v'.repeat(257) }] }),
    'tags[0]',
    'at most 256 characters, got 257',
    ec2({ tags: [{ key: 'a', value: 'v'.repeat(256) }] })
  ),
  error(
    'placement-constraints',
    ec2({ placementConstraints: Array.from({ length: 11 }, () => ({ type: 'memberOf', expression: 'x' })) }),
    'placementConstraints',
    '11 placement constraints',
    ec2({ placementConstraints: [{ type: 'memberOf', expression: 'x' }] })
  ),
  error(
    'placeholder-left',
    fargate({ executionRoleArn: 'arn:aws:iam::<ACCOUNT>:role/x' }),
    'executionRoleArn',
    '"<ACCOUNT>" is left',
    fargate()
  ),
  error('placeholder-left', fargate({ cpu: '${CPU}' }), 'cpu', '"${CPU}" is left', fargate()),
  error(
    'placeholder-left',
    fargate({}, { secrets: [{ name: 'A', valueFrom: '/{{ stage }}/a' }] }),
    'containerDefinitions[0].secrets[0].valueFrom',
    '"{{ stage }}" is left',
    fargate({}, { environment: [{ name: 'A', value: '{{ stage }}' }], command: ['echo', '$HOME', '<x>'] })
  ),
  warning(
    'placeholder-left',
    ec2({ volumes: [{ name: 'v', efsVolumeConfiguration: { fileSystemId: '$FS_ID' } }] }),
    'volumes[0].efsVolumeConfiguration.fileSystemId',
    '"$FS_ID" is left',
    ec2({ volumes: [{ name: 'v', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] })
  )
];
