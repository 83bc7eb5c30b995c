import { ec2, error, fargate, logging, warning, type Fields, type RuleCase } from './rule-definitions.js';

const linux = (parameters: Fields) => ({ linuxParameters: parameters });
const inFirst = (path: string) => `containerDefinitions[0].${path}`;
const gpu = (value: string) => ec2({}, { resourceRequirements: [{ type: 'GPU', value }] });
const ulimit = (soft: number, hard: number) =>
  ec2({}, { ulimits: [{ name: 'nofile', softLimit: soft, hardLimit: hard }] });

const LOGS_TO_ROUTER = { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } };
const onFargate = (options: Fields) =>
  fargate({
    containerDefinitions: [
      { name: 'router', image: 'fluent-bit:4', firelensConfiguration: { type: 'fluentbit', options } },
      { ...LOGS_TO_ROUTER, image: 'nginx:1.29' }
    ]
  });

/** Rules of what containers have of the kernel, of devices and of log drivers. */
export const PART_CASES: readonly RuleCase[] = [
  error(
    'fargate-unsupported',
    fargate({}, { privileged: true }),
    inFirst('privileged'),
    'no privileged containers',
    fargate({}, { privileged: false })
  ),
  error(
    'fargate-unsupported',
    fargate({}, { dockerSecurityOptions: ['no-new-privileges'] }),
    inFirst('dockerSecurityOptions'),
    'no dockerSecurityOptions',
    ec2({}, { dockerSecurityOptions: ['no-new-privileges'] })
  ),
  error(
    'fargate-unsupported',
    fargate({}, { resourceRequirements: [{ type: 'GPU', value: '1' }] }),
    inFirst('resourceRequirements[0]'),
    'no GPUs',
    gpu('1')
  ),
  error(
    'fargate-unsupported',
    fargate({}, linux({ devices: [{ hostPath: '/dev/fuse' }] })),
    inFirst('linuxParameters.devices'),
    'no devices',
    fargate({}, linux({ devices: [] }))
  ),
  error(
    'fargate-unsupported',
    fargate({}, linux({ sharedMemorySize: 64 })),
    inFirst('linuxParameters.sharedMemorySize'),
    'no sharedMemorySize',
    ec2({}, linux({ sharedMemorySize: 64 }))
  ),
  error(
    'fargate-unsupported',
    fargate({}, linux({ maxSwap: 64 })),
    inFirst('linuxParameters.maxSwap'),
    'no maxSwap',
    fargate({}, linux({ initProcessEnabled: true }))
  ),
  error(
    'fargate-unsupported',
    fargate({}, linux({ capabilities: { add: ['SYS_PTRACE', 'NET_ADMIN'] } })),
    inFirst('linuxParameters.capabilities.add[1]'),
    'only SYS_PTRACE can be added, got "NET_ADMIN"',
    fargate({}, linux({ capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } }))
  ),
  error(
    'ulimit',
    ulimit(2048, 1024),
    inFirst('ulimits[0]'),
    'nofile is 2048, above the hard limit 1024',
    ulimit(1024, -1)
  ),
  warning(
    'ulimit-twice',
    ec2({}, { ulimits: [1, 2].map(limit => ({ name: 'core', softLimit: limit, hardLimit: 2 })) }),
    inFirst('ulimits[1]'),
    'core is listed twice',
    ulimit(1, 2)
  ),
  error(
    'swappiness',
    ec2({}, linux({ swappiness: 101 })),
    inFirst('linuxParameters.swappiness'),
    'from 0 to 100, got 101',
    ec2({}, linux({ swappiness: 100 }))
  ),
  warning('gpu-count', gpu('all'), inFirst('resourceRequirements[0]'), 'how many, got "all"', gpu('2')),
  warning(
    'inference-accelerator',
    ec2({}, { resourceRequirements: [{ type: 'InferenceAccelerator', value: 'd' }] }),
    inFirst('resourceRequirements[0]'),
    'has been discontinued',
    gpu('1')
  ),
  error(
    'fargate-log-driver',
    fargate({}, { logConfiguration: { logDriver: 'json-file' } }),
    inFirst('logConfiguration.logDriver'),
    'awslogs, splunk and awsfirelens, got json-file',
    ec2({}, { logConfiguration: { logDriver: 'json-file' } })
  ),
  error(
    'log-options',
    ec2({}, logging({ 'awslogs-group': undefined })),
    inFirst('logConfiguration.options'),
    'has no awslogs-group',
    ec2({}, logging({ 'awslogs-stream-prefix': undefined }))
  ),
  error(
    'log-options',
    fargate({}, logging({ 'awslogs-stream-prefix': undefined })),
    inFirst('logConfiguration.options'),
    'has no awslogs-stream-prefix',
    fargate({}, logging({ mode: 'non-blocking' }))
  ),
  error(
    'log-options',
    ec2({}, logging({ 'awslogs-endpoint': 'https://x' })),
    inFirst('logConfiguration.options.awslogs-endpoint'),
    'does not support the option',
    ec2({}, logging({ 'awslogs-create-group': 'true' }))
  ),
  error(
    'log-options',
    ec2({}, { logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://x' } } }),
    inFirst('logConfiguration.options'),
    'has no splunk-token',
    ec2(
      { executionRoleArn: 'role' },
      {
        logConfiguration: {
          logDriver: 'splunk',
          options: { 'splunk-url': 'https://x' },
          secretOptions: [{ name: 'splunk-token', valueFrom: 'token' }]
        }
      }
    )
  ),
  warning(
    'log-option-unknown',
    ec2({}, logging({ 'awslogs-grop': 'x' })),
    inFirst('logConfiguration.options.awslogs-grop'),
    'not documented to have an option "awslogs-grop"',
    ec2({}, logging({ 'max-buffer-size': '25m' }))
  ),
  warning(
    'log-option-value',
    ec2({}, logging({ mode: 'nonblocking' })),
    inFirst('logConfiguration.options.mode'),
    'blocking or non-blocking, got "nonblocking"',
    ec2({}, logging({ mode: 'blocking' }))
  ),
  warning(
    'log-option-value',
    ec2({}, logging({ 'awslogs-datetime-format': '%Y', 'awslogs-multiline-pattern': '^x' })),
    inFirst('logConfiguration.options.awslogs-multiline-pattern'),
    'cannot both be set',
    ec2({}, logging({ 'awslogs-datetime-format': '%Y' }))
  ),
  warning(
    'log-region',
    ec2({}, logging({ 'awslogs-region': 'frankfurt' })),
    inFirst('logConfiguration.options.awslogs-region'),
    '"frankfurt" does not look like a region',
    ec2({}, logging({ 'awslogs-region': 'eusc-de-east-1' }))
  ),
  warning(
    'placeholder-left',
    ec2({}, logging({ 'awslogs-region': '<REGION>' })),
    inFirst('logConfiguration.options.awslogs-region'),
    '"<REGION>" is left',
    ec2({}, logging({}))
  ),
  error(
    'firelens-router',
    ec2({}, { logConfiguration: { logDriver: 'awsfirelens' } }),
    inFirst('logConfiguration.logDriver'),
    'no container has a firelensConfiguration',
    ec2(
      {},
      { logConfiguration: { logDriver: 'awsfirelens' } },
      { name: 'router', firelensConfiguration: { type: 'fluentbit' } }
    )
  ),
  error(
    'firelens-unused',
    ec2({}, {}, { name: 'router', firelensConfiguration: { type: 'fluentbit' } }),
    'containerDefinitions[1].firelensConfiguration',
    'no container logs to awsfirelens',
    ec2(
      {},
      { logConfiguration: { logDriver: 'awsfirelens' } },
      { name: 'router', firelensConfiguration: { type: 'fluentbit' } }
    )
  ),
  error(
    'firelens-user',
    ec2(
      {},
      { logConfiguration: { logDriver: 'awsfirelens' } },
      { name: 'router', user: 'root', firelensConfiguration: { type: 'fluentbit' } }
    ),
    'containerDefinitions[1].user',
    'given by its number, got "root"',
    ec2(
      {},
      { user: 'root', logConfiguration: { logDriver: 'awsfirelens' } },
      { name: 'router', user: '1000:1000', firelensConfiguration: { type: 'fluentbit' } }
    )
  ),
  error(
    'firelens-file',
    ec2(
      {},
      {
        firelensConfiguration: {
          type: 'fluentbit',
          options: { 'config-file-type': 's3', 'config-file-value': 's3://b/x' }
        }
      },
      LOGS_TO_ROUTER
    ),
    inFirst('firelensConfiguration.options.config-file-value'),
    'given by its ARN, got "s3://b/x"',
    ec2(
      {},
      {
        firelensConfiguration: {
          type: 'fluentbit',
          options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/x' }
        }
      },
      LOGS_TO_ROUTER
    )
  ),
  warning(
    'firelens-file',
    onFargate({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/x' }),
    inFirst('firelensConfiguration.options.config-file-type'),
    'inside the image only',
    onFargate({ 'config-file-type': 'file', 'config-file-value': '/x' })
  )
];
