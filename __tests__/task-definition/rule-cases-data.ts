import { ec2, error, fargate, warning, type Fields, type RuleCase } from './rule-definitions.js';

const SECRET = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/db-AbCdEf';
const PARAMETER = 'arn:aws:ssm:eu-central-1:123456789012:parameter/shop/db';
const inFirst = (path: string) => `containerDefinitions[0].${path}`;
const ROLE = { executionRoleArn: 'ecsTaskExecutionRole' };
const secret = (valueFrom: string) => ec2(ROLE, { secrets: [{ name: 'DB', valueFrom }] });
const names = (secrets: readonly string[], environment: readonly string[]) =>
  ec2(ROLE, {
    secrets: secrets.map(name => ({ name, valueFrom: 'db' })),
    environment: environment.map(name => ({ name, value: 'x' }))
  });
const AT_SECRET = inFirst('secrets[0].valueFrom');
const files = (count: number, value = 'arn:aws:s3:::bucket/a.env') =>
  ec2(ROLE, { environmentFiles: Array.from({ length: count }, () => ({ type: 's3', value })) });
const volumes = (list: readonly Fields[], mounts: readonly Fields[] = []) =>
  ec2({ volumes: list }, { mountPoints: mounts });
const efs = (changes: Fields) => volumes([{ name: 'v', efsVolumeConfiguration: { fileSystemId: 'fs-1', ...changes } }]);
const withoutRole = (container: Fields) =>
  fargate({ executionRoleArn: undefined }, { logConfiguration: undefined, ...container });
const MOUNT = { sourceVolume: 'v', containerPath: '/data' };

/** Rules of secrets, variables, roles that they need, and volumes. */
export const DATA_CASES: readonly RuleCase[] = [
  error(
    'secret-name',
    names(['A'], ['A']),
    inFirst('secrets[0].name'),
    'both in environment and in secrets',
    names(['A'], ['B'])
  ),
  error('secret-name', names(['A', 'A'], []), inFirst('secrets[1].name'), 'twice in secrets', names(['A', 'a'], [])),
  error('secret-value-from', secret(''), AT_SECRET, 'is empty', secret('db')),
  error('secret-value-from', secret('arn:x'), AT_SECRET, '"arn:x" is not an ARN', secret('/shop/db')),
  error(
    'secret-value-from',
    secret('arn:aws:ssm:eu-central-1:123:parameter/x'),
    AT_SECRET,
    'account of twelve digits',
    secret(PARAMETER)
  ),
  error(
    'secret-value-from',
    secret('arn:aws:ssm:eu-central-1:123456789012:x'),
    AT_SECRET,
    'ends in :parameter/NAME',
    secret(`${PARAMETER}:3`)
  ),
  error('secret-value-from', secret('arn:aws:s3:eu-central-1:123456789012:x'), AT_SECRET, 'is of s3', secret(SECRET)),
  error(
    'secret-value-from',
    secret(SECRET.replace(':secret:', ':')),
    AT_SECRET,
    'ends in :secret:NAME',
    secret(`${SECRET}:::`)
  ),
  error(
    'secret-value-from',
    secret(`${SECRET}:password`),
    AT_SECRET,
    'got ":password". End the ARN in ":password::".',
    secret(`${SECRET}:password::`)
  ),
  error(
    'secret-value-from',
    secret(`${SECRET}:password:AWSCURRENT:abc`),
    AT_SECRET,
    'not both',
    secret(`${SECRET}:password:AWSPREVIOUS:`)
  ),
  warning(
    'parameter-name',
    secret('my secret'),
    AT_SECRET,
    '"my secret" is not a valid SSM parameter name',
    secret('my.secret_1:label')
  ),
  warning(
    'environment-name',
    names([], ['A', 'A']),
    inFirst('environment[1].name'),
    'twice in the environment',
    names([], ['A', 'B'])
  ),
  warning('environment-name', names([], ['A=B']), inFirst('environment[0]'), 'cannot hold "="', names([], ['A_B'])),
  warning(
    'environment-value',
    ec2({}, { environment: [{ name: 'A', value: 'x' }, { name: 'B' }] }),
    inFirst('environment[1]'),
    '"B" has no value: ECS leaves it out',
    ec2({}, { environment: [{ name: 'A', value: '' }] })
  ),
  error(
    'environment-files',
    files(11),
    inFirst('environmentFiles'),
    '11 environment files; ECS takes at most 10',
    files(10)
  ),
  warning(
    'environment-file-form',
    files(1, 's3://bucket/a.env'),
    inFirst('environmentFiles[0].value'),
    'got "s3://bucket/a.env"',
    files(1)
  ),
  error(
    'execution-role',
    ec2({}, { secrets: [{ name: 'A', valueFrom: 'a' }] }),
    inFirst('secrets'),
    'container "web" with its secrets needs',
    ec2(ROLE, { secrets: [{ name: 'A', valueFrom: 'a' }] })
  ),
  error(
    'execution-role',
    withoutRole({ image: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:1' }),
    inFirst('image'),
    'image of "web" in ECR needs',
    withoutRole({ image: 'public.ecr.aws/nginx/nginx:1' })
  ),
  error(
    'execution-role',
    withoutRole({ image: '<IMAGE1_NAME>' }),
    inFirst('image'),
    'in ECR needs',
    ec2({}, { image: '<IMAGE1_NAME>' }),
    { images: new Map([['web', { isInEcr: true, platforms: [] }]]) }
  ),
  error(
    'execution-role',
    fargate({ executionRoleArn: undefined }),
    inFirst('logConfiguration'),
    'log driver awslogs of "web" needs',
    fargate()
  ),
  warning(
    'execution-role',
    ec2({}, { repositoryCredentials: { credentialsParameter: SECRET } }),
    inFirst('repositoryCredentials'),
    'with its repositoryCredentials',
    ec2(ROLE, { repositoryCredentials: { credentialsParameter: SECRET } })
  ),
  error(
    'volume-unknown',
    volumes([{ name: 'data' }], [{ sourceVolume: 'date', containerPath: '/x' }]),
    inFirst('mountPoints[0].sourceVolume'),
    'the task definition has data. Did you mean "data"?',
    volumes([{ name: 'data' }], [{ sourceVolume: 'data', containerPath: '/x' }])
  ),
  warning(
    'mount-path',
    volumes([{ name: 'v' }], [MOUNT, MOUNT]),
    inFirst('mountPoints[1]'),
    'mounted at "/data"',
    volumes([{ name: 'v' }], [MOUNT, { ...MOUNT, containerPath: '/more' }])
  ),
  warning(
    'mount-path',
    volumes([{ name: 'v' }], [{ sourceVolume: 'v' }]),
    inFirst('mountPoints[0]'),
    'needs sourceVolume and containerPath',
    volumes([{ name: 'v' }], [MOUNT])
  ),
  warning(
    'volume-name',
    volumes([{ name: 'v' }, { name: 'v' }]),
    'volumes[1].name',
    'Two volumes are called "v"',
    volumes([{ name: 'v' }, { name: 'w' }])
  ),
  warning(
    'volume-name',
    volumes([{ name: 'my vol' }]),
    'volumes[0].name',
    'got "my vol"',
    volumes([{ name: 'my_vol-1' }])
  ),
  warning(
    'volume-kind',
    volumes([{ name: 'v', host: {}, dockerVolumeConfiguration: {} }]),
    'volumes[0]',
    'this has host and dockerVolumeConfiguration',
    volumes([{ name: 'v', host: {}, configuredAtLaunch: false }])
  ),
  error(
    'volume-at-launch',
    volumes([{ name: 'v', configuredAtLaunch: true }]),
    'volumes[0]',
    'No container mounts the volume "v"',
    volumes([{ name: 'v', configuredAtLaunch: true }], [MOUNT])
  ),
  error(
    'volume-at-launch',
    volumes(
      [
        { name: 'v', configuredAtLaunch: true },
        { name: 'w', configuredAtLaunch: true }
      ],
      [MOUNT, { sourceVolume: 'w', containerPath: '/w' }]
    ),
    'volumes[1]',
    'this is another',
    volumes([{ name: 'v', configuredAtLaunch: true }, { name: 'w' }], [MOUNT])
  ),
  warning(
    'volume-task-role',
    volumes([{ name: 'v', s3filesVolumeConfiguration: { fileSystemArn: 'arn:aws:s3files:x' } }]),
    'volumes[0]',
    'needs a taskRoleArn',
    ec2({
      taskRoleArn: 'role',
      volumes: [{ name: 'v', s3filesVolumeConfiguration: { fileSystemArn: 'arn:aws:s3files:x' } }]
    })
  ),
  error(
    'efs',
    efs({ authorizationConfig: { iam: 'ENABLED' } }),
    'volumes[0].efsVolumeConfiguration',
    'IAM authorisation of EFS needs transitEncryption',
    efs({ authorizationConfig: { iam: 'ENABLED' }, transitEncryption: 'ENABLED' })
  ),
  error(
    'efs',
    efs({ transitEncryptionPort: 2999 }),
    'volumes[0].efsVolumeConfiguration',
    'transitEncryptionPort of EFS needs',
    efs({ transitEncryptionPort: 2999, transitEncryption: 'ENABLED' })
  ),
  error(
    'efs',
    efs({ transitEncryption: 'ENABLED', rootDirectory: '/data', authorizationConfig: { accessPointId: 'fsap-1' } }),
    'volumes[0].efsVolumeConfiguration.rootDirectory',
    'got "/data"',
    efs({ transitEncryption: 'ENABLED', rootDirectory: '/', authorizationConfig: { accessPointId: 'fsap-1' } })
  ),
  error(
    'fargate-unsupported',
    fargate({ volumes: [{ name: 'v', host: { sourcePath: '/data' } }] }),
    'volumes[0].host.sourcePath',
    'no host whose folders',
    fargate({ volumes: [{ name: 'v', host: {} }] })
  ),
  error(
    'fargate-unsupported',
    fargate({ volumes: [{ name: 'v', dockerVolumeConfiguration: { scope: 'task' } }] }),
    'volumes[0].dockerVolumeConfiguration',
    'no Docker volumes',
    ec2({ volumes: [{ name: 'v', dockerVolumeConfiguration: { scope: 'task' } }] })
  )
];
