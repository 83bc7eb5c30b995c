import { ec2, error, fargate, warning, type Fields, type RuleCase } from './rule-definitions.js';

const CHECK = { healthCheck: { command: ['CMD-SHELL', 'true'] } };
const health = (changes: Fields) => ec2({}, { healthCheck: { ...CHECK.healthCheck, ...changes } });
const waits = (condition: string, other: Fields) =>
  ec2({}, { dependsOn: [{ containerName: 'db', condition }] }, { name: 'db', ...other });
const restart = (changes: Fields) => ec2({}, { restartPolicy: { enabled: true, ...changes } });
const inFirst = (path: string) => `containerDefinitions[0].${path}`;
const many = (count: number) => Array.from({ length: count - 1 }, (_, index) => ({ name: `c${index}` }));

/** Rules of containers and of what they say of each other. */
export const CONTAINER_CASES: readonly RuleCase[] = [
  error(
    'memory-missing',
    ec2({}, { memory: undefined }),
    'containerDefinitions[0]',
    'neither memory nor memoryReservation',
    ec2({}, { memory: undefined, memoryReservation: 64 })
  ),
  error(
    'memory-missing',
    ec2({}, { memory: 0 }),
    'containerDefinitions[0]',
    'neither memory',
    ec2({ memory: '512' }, { memory: undefined })
  ),
  error(
    'memory-reservation',
    ec2({}, { memoryReservation: 512 }),
    inFirst('memoryReservation'),
    'reserves 512 MiB and may use only 256',
    ec2({}, { memoryReservation: 128 })
  ),
  error(
    'memory-over-task',
    fargate({ memory: '1 GB' }, { memory: 2048, memoryReservation: 512 }),
    inFirst('memory'),
    'has 2048 MiB of memory, the whole task 1024',
    fargate({ memory: '1 GB' }, { memory: 1024 })
  ),
  warning(
    'memory-sum-over-task',
    ec2({ memory: '300' }, {}, { name: 'b' }),
    'memory',
    'reserve 320 MiB of memory in all, the task has 300',
    ec2({ memory: '320' }, {}, { name: 'b' })
  ),
  warning(
    'memory-least',
    ec2({}, { memory: 1 }),
    inFirst('memory'),
    'has 1 MiB of memory; Docker needs 6',
    ec2({}, { memory: 6 })
  ),
  error(
    'cpu-over-task',
    fargate({}, { cpu: 512 }),
    'cpu',
    'have 512 CPU units in all, the task has 256',
    fargate({}, { cpu: 256 })
  ),
  warning(
    'cpu-over-task',
    ec2({ cpu: '128' }, { cpu: 64 }, { name: 'b', cpu: 65 }),
    'cpu',
    '129 CPU units',
    ec2({ cpu: '128' }, { cpu: 64 }, { name: 'b', cpu: 64 })
  ),
  error(
    'too-many-containers',
    ec2({}, {}, ...many(11)),
    'containerDefinitions',
    '11 containers; ECS takes at most 10',
    ec2({}, {}, ...many(10))
  ),
  error(
    'no-essential-container',
    ec2({}, { essential: false }),
    'containerDefinitions',
    'No container is essential',
    ec2({}, { essential: false }, { name: 'b' })
  ),
  error(
    'image-name',
    ec2({}, { image: 'nginx latest' }),
    inFirst('image'),
    'holds " "',
    ec2({}, { image: 'localhost:5000/a/nginx:1.29_x' })
  ),
  error(
    'image-name',
    ec2({}, { image: `a/${'b'.repeat(254)}` }),
    inFirst('image'),
    '256 characters; ECS takes at most 255',
    ec2({}, { image: `${'b'.repeat(255)}@sha256:${'0'.repeat(64)}` })
  ),
  error(
    'image-name',
    ec2({}, { image: 'nginx@sha256:123' }),
    inFirst('image'),
    '"sha256:123" is not a valid digest',
    ec2({}, { image: `nginx@sha256:${'a'.repeat(64)}` })
  ),
  error(
    'restart-policy',
    restart({ restartAttemptPeriod: 30 }),
    inFirst('restartPolicy.restartAttemptPeriod'),
    'from 60 to 1800 seconds, got 30',
    restart({ restartAttemptPeriod: 60 })
  ),
  error(
    'restart-policy',
    restart({ ignoredExitCodes: Array.from({ length: 51 }, () => 1) }),
    inFirst('restartPolicy.ignoredExitCodes'),
    '51 codes; ECS takes at most 50',
    restart({ ignoredExitCodes: [0, 1] })
  ),
  error(
    'timeout-range',
    fargate({}, { stopTimeout: 121 }),
    inFirst('stopTimeout'),
    'from 2 to 120 seconds, got 121',
    ec2({}, { stopTimeout: 121 })
  ),
  error(
    'timeout-range',
    fargate({}, { startTimeout: 1 }),
    inFirst('startTimeout'),
    'got 1',
    fargate({}, { startTimeout: 2 })
  ),
  error(
    'credential-spec',
    ec2({}, { credentialSpecs: ['credentialspec:a', 'credentialspec:b'] }),
    inFirst('credentialSpecs'),
    '2 entries; ECS takes one',
    ec2({}, { credentialSpecs: ['credentialspec:a'] })
  ),
  warning(
    'credential-spec',
    ec2({}, { credentialSpecs: ['arn:aws:ssm:x'] }),
    inFirst('credentialSpecs'),
    'neither credentialspec: nor',
    ec2({}, { credentialSpecs: ['credentialspecdomainless:arn:aws:ssm:x'] })
  ),
  error(
    'health-check-range',
    health({ interval: 1 }),
    inFirst('healthCheck.interval'),
    'from 5 to 300, got 1',
    health({ interval: 5 })
  ),
  error(
    'health-check-range',
    health({ timeout: 61 }),
    inFirst('healthCheck.timeout'),
    'from 2 to 60, got 61',
    health({ timeout: 60 })
  ),
  error(
    'health-check-range',
    health({ retries: 0 }),
    inFirst('healthCheck.retries'),
    'from 1 to 10, got 0',
    health({ retries: 10 })
  ),
  error(
    'health-check-range',
    health({ startPeriod: 301 }),
    inFirst('healthCheck.startPeriod'),
    'from 0 to 300, got 301',
    health({ startPeriod: 0 })
  ),
  error(
    'health-check-command',
    health({ command: [] }),
    inFirst('healthCheck.command'),
    'has no command',
    health({ command: ['NONE'] })
  ),
  warning(
    'health-check-command',
    health({ command: ['curl', 'x'] }),
    inFirst('healthCheck.command'),
    'Write ["CMD", "curl", "x"], or ["CMD-SHELL", "curl x"].',
    health({ command: ['CMD', 'curl', 'x'] })
  ),
  warning(
    'health-check-command',
    health({ command: ['curl -f http://localhost/ || exit 1'] }),
    inFirst('healthCheck.command'),
    'Write ["CMD-SHELL", "curl -f http://localhost/ || exit 1"].',
    health({ command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] })
  ),
  warning(
    'health-check-command',
    health({ command: ['curl', '-f', 'http://localhost/', '||', 'exit', '1'] }),
    inFirst('healthCheck.command'),
    'Write ["CMD-SHELL", "curl -f http://localhost/ || exit 1"].',
    health({ command: ['CMD', 'curl', '-f', 'http://localhost/'] })
  ),
  warning(
    'health-check-command',
    health({ command: ['CMD', 'curl -f http://localhost/'] }),
    inFirst('healthCheck.command'),
    'Docker runs a program called "curl -f http://localhost/", which there is not',
    health({ command: ['CMD', '/bin/healthy'] })
  ),
  warning(
    'health-check-command',
    health({ command: ['CMD-SHELL', 'curl', 'x'] }),
    inFirst('healthCheck.command'),
    'takes one text, got 2',
    health({ command: ['CMD-SHELL', 'curl x'] })
  ),
  error(
    'depends-on-unknown',
    ec2({}, { dependsOn: [{ containerName: 'bd', condition: 'START' }] }, { name: 'db' }),
    inFirst('dependsOn[0].containerName'),
    '"web" waits for the container "bd", which is not there; beside it there is db. Did you mean "db"?',
    waits('START', {})
  ),
  error(
    'depends-on-essential',
    waits('SUCCESS', {}),
    inFirst('dependsOn[0]'),
    'which is essential',
    waits('COMPLETE', { essential: false })
  ),
  error(
    'depends-on-health',
    waits('HEALTHY', {}),
    inFirst('dependsOn[0]'),
    'has no healthCheck',
    waits('HEALTHY', CHECK)
  ),
  error(
    'depends-on-cycle',
    waits('START', { dependsOn: [{ containerName: 'web', condition: 'START' }] }),
    inFirst('dependsOn'),
    'in a circle: web -> db -> web',
    waits('START', {})
  ),
  error(
    'links-unknown',
    ec2({}, { links: ['cache:c'] }),
    inFirst('links[0]'),
    '"cache", which is not there; beside it there is none',
    ec2({}, { links: ['db:c'] }, { name: 'db' })
  ),
  error(
    'links-cycle',
    ec2({}, { links: ['web'] }),
    inFirst('links'),
    '"web" is in its own links',
    ec2({}, { links: [] })
  ),
  error(
    'volumes-from-unknown',
    ec2({}, { volumesFrom: [{ sourceContainer: 'data' }] }),
    inFirst('volumesFrom[0].sourceContainer'),
    'takes its volumes from the container "data"',
    ec2({}, { volumesFrom: [{ sourceContainer: 'data' }] }, { name: 'data' })
  )
];
