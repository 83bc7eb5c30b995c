import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

/** What a task gets before its containers start: secrets, environment files, log groups, volumes. */
export const SETUP_CAUSES: readonly Cause[] = [
  {
    id: 'agent-without-credentials',
    class: 'other',
    deterministic: 'unknown',
    what: 'the ECS agent has not got the credentials of the execution role',
    advice:
      'Check executionRoleArn in the task definition and its trust policy; if both are correct, this is temporary.',
    source: PAGES.executionRole,
    message: 'unable to find execution role credentials',
    signs: [
      {
        stage: ['secrets', 'secrets-or-login', 'registry-login', 'env-file', 'logging', 'dependency', 'task'],
        words: /(?:find|get) execution role credentials|execution role credentials not available/i
      }
    ]
  },
  {
    id: 'secret-json-key',
    class: 'secret-json-key',
    deterministic: true,
    what: 'the secret {secret|of the task} has no JSON key {key|that the task definition asks for}, or is not JSON',
    advice:
      'Add the key to the secret, or correct the key in valueFrom, letter case included; a secret that is plain text is named without a key.',
    source: PAGES.secrets,
    message: 'did not contain json key, invalid character … looking for beginning of value',
    signs: [{ stage: ['secrets', 'secrets-or-login'], reason: 'json' }]
  },
  {
    id: 'secret-key-denied',
    class: 'secret-access-denied',
    deterministic: true,
    what: 'the secret {secret|of the task} cannot be decrypted: the execution role may not use its KMS key',
    advice: "Allow kms:Decrypt on the secret's key in the execution role's policy, and the role in the key's policy.",
    source: PAGES.secrets,
    message: 'Access to KMS is not allowed',
    signs: [{ stage: ['secrets', 'secrets-or-login'], words: /\bKMS\b|decrypt/i }]
  },
  {
    id: 'secret-access-denied',
    class: 'secret-access-denied',
    deterministic: true,
    what: 'the execution role may not read the secret or parameter {resource|of the task} ({action|access denied})',
    advice:
      "Allow {action|secretsmanager:GetSecretValue or ssm:GetParameters} on it in the execution role's policy, and kms:Decrypt where it has a key of its own; a secret of another account needs a resource policy as well.",
    source: PAGES.secrets,
    message: 'is not authorized to perform: secretsmanager:GetSecretValue, ssm:GetParameters',
    signs: [{ stage: ['secrets', 'secrets-or-login'], reason: ['denied', 'not-logged-in'] }]
  },
  {
    id: 'secret-missing',
    class: 'secret-missing',
    deterministic: true,
    what: 'there is no secret, parameter or version {secret|as the task definition names it}',
    advice:
      "Create it in the task's region, or correct valueFrom: name, ARN, and version id or stage (an ARN with a JSON key ends with ::).",
    source: PAGES.secrets,
    message: 'invalid parameters: …, ResourceNotFoundException: Secrets Manager',
    signs: [
      { stage: ['secrets', 'secrets-or-login'], reason: ['not-found', 'malformed'] },
      { stage: ['secrets', 'secrets-or-login'], words: /deletion|invalid ?(?:parameter|request|name)|invalid ssm/i },
      { stage: ['secrets', 'secrets-or-login'], error: /^(?:Validation|InvalidParameter|InvalidRequest)/ }
    ]
  },
  {
    id: 'env-file-denied',
    class: 'secret-access-denied',
    deterministic: true,
    what: 'the execution role may not read the environment file in S3',
    advice:
      "Allow s3:GetObject on the file and s3:GetBucketLocation on its bucket in the execution role's policy, or correct the ARN of environmentFiles.",
    source: PAGES.initialization,
    message: 'failed to download env files … Forbidden',
    signs: [{ stage: 'env-file', reason: ['denied', 'not-logged-in'] }]
  },
  {
    id: 'env-file-missing',
    class: 'secret-missing',
    deterministic: true,
    what: 'there is no such environment file in S3',
    advice: 'Put the file there, or correct the ARN of environmentFiles; its name ends with .env.',
    source: PAGES.initialization,
    message: 'failed to download env files … NoSuchKey, NotFound',
    signs: [{ stage: 'env-file', reason: ['not-found', 'malformed'] }]
  },
  {
    id: 'env-file-unreachable',
    class: 'image-pull-network',
    deterministic: 'unknown',
    what: 'the task cannot reach S3 for its environment file',
    advice: "Give the task's subnets a way to S3: a gateway endpoint or a NAT gateway.",
    source: PAGES.initialization,
    message: 'failed to download env files … context deadline exceeded',
    signs: [{ stage: 'env-file', reason: ['unreachable', 'broken-connection', 'certificate'] }]
  },
  {
    id: 'log-router-unreachable',
    class: 'log-driver/role',
    deterministic: 'unknown',
    what: 'the log driver of {container|a container} cannot reach its collector{host: %}',
    advice:
      'Check the address in logConfiguration, and that the collector (fluentd, Splunk, a FireLens container) runs and is healthy before this container starts.',
    source: PAGES.logs,
    message: 'failed to initialize logging driver: dial tcp … connection refused',
    signs: [{ stage: 'logging', reason: 'unreachable', words: /fluent|splunk|gelf|syslog|logstash|firelens/i }]
  },
  {
    id: 'logs-unreachable',
    class: 'image-pull-network',
    deterministic: 'unknown',
    what: 'the task cannot reach CloudWatch Logs',
    advice:
      "Give the task's subnets a way to it: a NAT gateway or the VPC endpoint com.amazonaws.REGION.logs, whose security group lets the task in on port 443; check awslogs-region.",
    source: PAGES.initialization,
    message: 'failed to validate logger args … signal: killed',
    signs: [{ stage: 'logging', reason: ['unreachable', 'broken-connection', 'certificate'] }]
  },
  {
    id: 'log-group-missing',
    class: 'log-group-missing',
    deterministic: true,
    what: 'there is no log group {logGroup|as the task definition names it}',
    advice:
      'Create it in the region of awslogs-region, or set awslogs-create-group to "true" and give the execution role logs:CreateLogGroup.',
    source: PAGES.logs,
    message: 'The specified log group does not exist',
    signs: [{ stage: 'logging', reason: 'not-found', words: /log (?:group|stream)/i }]
  },
  {
    id: 'log-access-denied',
    class: 'log-driver/role',
    deterministic: true,
    what: 'the role of the task may not write to CloudWatch Logs ({action|access denied})',
    advice:
      'Allow {action|logs:CreateLogStream and logs:PutLogEvents} for the execution role (on EC2 without one: the instance role), or create the log group beforehand.',
    source: PAGES.logs,
    message: 'is not authorized to perform: logs:CreateLogGroup, logs:CreateLogStream',
    signs: [{ stage: 'logging', reason: ['denied', 'not-logged-in'] }]
  },
  {
    id: 'log-driver-misconfigured',
    class: 'log-driver/role',
    deterministic: true,
    what: 'the log driver of {container|a container} does not take its logConfiguration',
    advice:
      'Correct logDriver and options in logConfiguration; the container instance must know the driver (ECS_AVAILABLE_LOGGING_DRIVERS).',
    source: PAGES.logs,
    message: 'unknown log opt, no log driver named',
    signs: [
      {
        stage: 'logging',
        words:
          /log opt|no log(?:ging)? driver|driver named|must (?:specify|be)|required|missing|invalid|unsupported|unknown option|NoCredentialProviders/i
      },
      { stage: 'logging', reason: ['not-found', 'malformed', 'refused'] }
    ]
  },
  {
    id: 'volume-provisioning-slow',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'AWS was too slow to provide storage for the task',
    advice: 'It passes by itself: ECS tries again.',
    source: PAGES.stoppedTasks,
    message: 'Timeout waiting for EphemeralStorage provisioning to complete',
    signs: [
      { stage: ['volume', 'storage'], words: /waiting for .*(?:provision|attach)|provisioning (?:to complete|timed)/i },
      { stage: 'storage' }
    ]
  },
  {
    id: 'efs-connection-reset',
    class: 'efs-mount',
    deterministic: false,
    what: 'the file system {fileSystem|of EFS} could not be mounted: the connection broke',
    advice: 'It passes by itself where the mount target is new; ECS tries again.',
    source: PAGES.efs,
    message: 'mount.nfs4: Connection reset by peer',
    signs: [{ stage: 'volume', reason: ['broken-connection', 'server-error', 'throttled'] }]
  },
  {
    id: 'efs-unreachable',
    class: 'efs-mount',
    deterministic: 'unknown',
    what: 'the file system {fileSystem|of EFS} cannot be reached',
    advice:
      "Let the task's security group in on port 2049 of the mount target, and give each of the task's zones a mount target.",
    source: PAGES.efs,
    message: 'mount.nfs4: Connection timed out',
    signs: [
      {
        stage: 'volume',
        words: /(?:EFS|mount\.nfs|mount\.efs|nfs).*(?:timed out|timeout|no route|refused|signal: killed|deadline)/i
      }
    ]
  },
  {
    id: 'efs-not-found',
    class: 'efs-mount',
    deterministic: true,
    what: 'the file system {fileSystem|of EFS} has no mount target that the task finds',
    advice:
      "Correct the file system's id and access point, give the VPC a mount target in each of the task's zones, and turn on DNS resolution and host names.",
    source: PAGES.efs,
    message: 'Failed to resolve "fs-….efs…", ensure that the VPC has an EFS mount target',
    signs: [
      {
        stage: 'volume',
        words:
          /(?:EFS|mount\.nfs|mount\.efs).*(?:failed to resolve|mount target|not found|does not exist|no such|not known)/i
      }
    ]
  },
  {
    id: 'efs-denied',
    class: 'efs-mount',
    deterministic: true,
    what: 'the task may not mount the file system {fileSystem|of EFS}',
    advice:
      "Allow elasticfilesystem:ClientMount for the task role in the file system's policy, turn on IAM authorization and transit encryption in the volume, and check the access point and its directory.",
    source: PAGES.efs,
    message: 'mount.nfs4: access denied by server while mounting',
    signs: [
      { stage: 'volume', reason: 'denied' },
      { stage: 'volume', words: /\bdenied\b|not permitted/i }
    ]
  },
  {
    id: 'efs-mount-failed',
    class: 'efs-mount',
    deterministic: 'unknown',
    what: 'the file system {fileSystem|of EFS} cannot be mounted',
    advice: "Check its mount targets, their security group (port 2049), its policy and the volume's settings.",
    source: PAGES.efs,
    message: 'failed to invoke EFS utils commands to set up EFS volumes',
    signs: [{ stage: 'volume', words: /\bEFS\b|mount\.nfs|mount\.efs/ }]
  },
  {
    id: 'volume-failed',
    class: 'other',
    deterministic: 'unknown',
    what: 'a volume of the task cannot be made or mounted',
    advice:
      "Check volumes and mountPoints in the task definition; a host path must exist on the container instance, and a volume's driver must be installed there.",
    source: PAGES.dependencies,
    message: 'CannotCreateVolumeError, bind source path does not exist',
    signs: [
      { stage: 'volume', reason: ['not-found', 'malformed', 'refused', 'limit', 'unreachable'] },
      { stage: 'volume', words: /mount/i }
    ]
  }
];
