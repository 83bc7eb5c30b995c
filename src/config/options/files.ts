import { PER_SERVICE, SHARED, type Option } from '../option.js';
import { ROLE } from '../forms.js';

/** The files that come in, what is changed in them, and where they go. */
export const FILES_OPTIONS = [
  {
    name: 'task-definition',
    group: 'files',
    kind: 'string',
    help: 'The task definition: a path (it has a `.` or a `/` in it), `family`, `family:revision`, an ARN, or `service` for the one that runs now.',
    example: 'taskdefinition.json',
    scopes: PER_SERVICE
  },
  {
    name: 'appspec',
    group: 'files',
    kind: 'string',
    aliases: [{ name: 'codedeploy-appspec' }],
    help: 'The AppSpec for CodeDeploy.',
    defaultText:
      "`appspec.yml`, `.yaml` or `.json` where it exists, else made from the service's load balancer and network",
    example: 'appspec.yml',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'container-name',
    group: 'files',
    kind: 'string',
    aliases: [{ name: 'container', only: 'images' }],
    help: 'The container that gets the image and the changes below.',
    defaultText: 'the only container',
    example: 'app',
    form: {
      pattern: '^[A-Za-z0-9_-]{1,255}$',
      says: "a container's name (letters, digits, - and _)",
      // amazon-ecs-render-task-definition takes a list of names here.
      advise: text => (text.includes(',') ? 'For several containers write images, an entry for each.' : undefined)
    },
    scopes: ['file', 'environments', 'images', 'services']
  },
  {
    name: 'images',
    group: 'files',
    kind: 'objects',
    entries: 'images',
    help: 'Several containers: each entry names its `container` and either `image` or what to build; what it does not say it takes from the settings of the same names.',
    example: '- { container: app, repository: shop/app, context: app }',
    scopes: SHARED
  },
  {
    name: 'environment-variables',
    group: 'files',
    kind: 'pairs',
    help: "Environment variables of the container, added to the task definition's or put in their place.",
    example: 'LOG_LEVEL=info',
    sensitive: true,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'secrets',
    group: 'files',
    kind: 'pairs',
    valueRequired: true,
    help: 'Secrets of the container: the value is the ARN of a Secrets Manager secret, or the ARN or name of an SSM parameter.',
    example: 'DB_PASSWORD=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
    sensitive: true,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'docker-labels',
    group: 'files',
    kind: 'pairs',
    help: 'Docker labels of the container.',
    example: 'team=payments',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'log-configuration-log-driver',
    group: 'files',
    kind: 'enum',
    values: ['awsfirelens', 'awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'splunk', 'syslog'],
    help: 'The log driver of the container.',
    defaultText: 'as in the task definition',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'log-configuration-options',
    group: 'files',
    kind: 'pairs',
    help: 'Options of the log driver.',
    example: 'awslogs-group=/ecs/api',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'command',
    group: 'files',
    kind: 'words',
    help: "The container's command: a list of words, or one line that is split as a shell splits it.",
    defaultText: 'as in the task definition',
    example: 'node server.js',
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
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
  {
    name: 'execution-role-arn',
    group: 'files',
    kind: 'string',
    help: 'The IAM role with which ECS pulls the image, reads the secrets and writes the logs.',
    defaultText: 'as in the task definition',
    example: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    form: ROLE,
    needs: 'task-definition',
    scopes: PER_SERVICE
  },
  {
    name: 'unknown-fields',
    group: 'files',
    kind: 'enum',
    values: ['error', 'send'],
    help: 'What happens with fields of the task definition that this release does not know: an error, or they are sent as written.',
    default: 'error',
    scopes: PER_SERVICE
  },
  {
    name: 'artifacts-directory',
    group: 'files',
    kind: 'string',
    help: 'Where `imagedefinitions.json`, `imageDetail.json`, `taskdefinition.json` and `appspec.yml` are written.',
    default: 'slipway-artifacts',
    scopes: SHARED
  }
] as const satisfies readonly Option[];
