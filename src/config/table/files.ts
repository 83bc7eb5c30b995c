import { defineSettings, PER_SERVICE, SHARED } from './setting.js';
import { ROLE } from './formats.js';

/** The files that come in, what is changed in them, and where they go. */
export const FILES_SETTINGS = defineSettings({
  taskDefinition: {
    name: 'task-definition',
    group: 'files',
    kind: 'string',
    help: 'The task definition: a path (contains `.` or `/`), `family`, `family:revision`, an ARN, or `service` for the one that the service runs now.',
    example: 'taskdefinition.json',
    scopes: PER_SERVICE
  },
  appspec: {
    name: 'appspec',
    group: 'files',
    kind: 'string',
    aliases: [{ name: 'codedeploy-appspec' }],
    help: 'The AppSpec for CodeDeploy.',
    defaultText:
      "`appspec.yml`, `.yaml` or `.json` if it exists, otherwise made from the service's load balancer and network",
    example: 'appspec.yml',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  containerName: {
    name: 'container-name',
    group: 'files',
    kind: 'string',
    aliases: [{ name: 'container', only: 'images' }],
    help: 'The container that gets the image and the changes below.',
    defaultText: 'the only container',
    example: 'app',
    form: {
      pattern: '^[A-Za-z0-9_-]{1,255}$',
      description: "a container's name (letters, digits, - and _)",
      // amazon-ecs-render-task-definition takes a list of names here.
      advise: text => (text.includes(',') ? 'For several containers write images, an entry for each.' : undefined)
    },
    scopes: ['file', 'environments', 'images', 'services']
  },
  images: {
    name: 'images',
    group: 'files',
    kind: 'objects',
    entries: 'images',
    help: 'Several containers. Each entry names its `container` and either an `image` or what to build, and inherits other settings of the same names.',
    example: '- { container: app, repository: shop/app, context: app }',
    scopes: SHARED
  },
  environmentVariables: {
    name: 'environment-variables',
    group: 'files',
    kind: 'pairs',
    help: "Environment variables of the container. They are added to the task definition's and replace those of the same name.",
    default: [],
    example: 'LOG_LEVEL=info',
    sensitive: true,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  secrets: {
    name: 'secrets',
    group: 'files',
    kind: 'pairs',
    valueRequired: true,
    help: 'Secrets of the container. The value is the ARN of a Secrets Manager secret, or the ARN or name of an SSM parameter.',
    default: [],
    example: 'DB_PASSWORD=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
    sensitive: true,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  dockerLabels: {
    name: 'docker-labels',
    group: 'files',
    kind: 'pairs',
    help: 'Docker labels of the container.',
    default: [],
    example: 'team=payments',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  logConfigurationLogDriver: {
    name: 'log-configuration-log-driver',
    group: 'files',
    kind: 'enum',
    values: ['awsfirelens', 'awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'splunk', 'syslog'],
    help: 'The log driver of the container.',
    defaultText: 'as in the task definition',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  logConfigurationOptions: {
    name: 'log-configuration-options',
    group: 'files',
    kind: 'pairs',
    help: 'Options of the log driver.',
    default: [],
    example: 'awslogs-group=/ecs/api',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  command: {
    name: 'command',
    group: 'files',
    kind: 'words',
    help: "The container's command: a list of words, or one line that is split as a shell splits it.",
    defaultText: 'as in the task definition',
    example: 'node server.js',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  taskRoleArn: {
    name: 'task-role-arn',
    group: 'files',
    kind: 'string',
    help: 'The IAM role of the containers.',
    defaultText: 'as in the task definition',
    example: 'arn:aws:iam::123456789012:role/api',
    form: ROLE,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  executionRoleArn: {
    name: 'execution-role-arn',
    group: 'files',
    kind: 'string',
    help: 'The IAM role that ECS uses to pull the image, read secrets and write logs.',
    defaultText: 'as in the task definition',
    example: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    form: ROLE,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  unknownFields: {
    name: 'unknown-fields',
    group: 'files',
    kind: 'enum',
    values: ['error', 'send'],
    help: 'What to do with task definition fields that this release does not know: report an error, or send them as written.',
    default: 'error',
    scopes: PER_SERVICE
  },
  artifactsDirectory: {
    name: 'artifacts-directory',
    group: 'files',
    kind: 'string',
    help: 'The folder for `imagedefinitions.json`, `imageDetail.json`, `taskdefinition.json` and `appspec.yml`.',
    default: 'slipway-artifacts',
    scopes: SHARED
  }
});
