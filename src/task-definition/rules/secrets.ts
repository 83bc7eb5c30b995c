import { RuleList } from '../../errors.js';
import { isArn, parseArn } from '../../text/arn.js';
import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Path } from '../../text/path.js';
import type { Container } from '../types.js';
import { findPlaceholder } from '../../text/templates.js';
import {
  GUIDE,
  REFERENCE,
  ecsAnswers,
  error,
  findRepeats,
  inContainer,
  recordsOf,
  textOf,
  type RuleFinding,
  warning
} from './finding.js';
import type { RuleContext } from './context.js';

export const SECRET_RULES = new RuleList();
const SECRET_NAME = SECRET_RULES.add(
  'secret-name',
  'error',
  'A name is in secrets twice, or in secrets and in environment.',
  ecsAnswers(
    "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'X'."
  )
);
const SECRET_VALUE_FROM = SECRET_RULES.add(
  'secret-value-from',
  'error',
  "valueFrom is neither an SSM parameter nor a secret's ARN, or the ARN has some but not all three suffixes (key, stage, version).",
  `${GUIDE}/secrets-envvar-secrets-manager.html; the agent stops the task: “unexpected ARN format with parameters when trying to retrieve ASM secret”`
);
const PARAMETER_NAME = SECRET_RULES.add(
  'parameter-name',
  'warning',
  "A parameter's name has characters other than letters, digits and . - _ /.",
  'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html (Name)'
);
const ENVIRONMENT_NAME = SECRET_RULES.add(
  'environment-name',
  'warning',
  `A variable's name contains "=" or is used twice.`,
  `${REFERENCE}/API_KeyValuePair.html`
);
const ENVIRONMENT_VALUE = SECRET_RULES.add(
  'environment-value',
  'warning',
  'A variable has no value; an empty one is allowed.',
  'ECS takes a variable without value and leaves it out of the revision: https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/224'
);
const ENVIRONMENT_FILES = SECRET_RULES.add(
  'environment-files',
  'error',
  'A container has more than 10 environment files.',
  ecsAnswers('The maximum number of environment files was exceeded. Specify ten or less and try again')
);
const ENVIRONMENT_FILE_FORM = SECRET_RULES.add(
  'environment-file-form',
  'warning',
  'An environment file is not the ARN of an S3 object that ends in .env.',
  `${REFERENCE}/API_EnvironmentFile.html`
);

const MAX_ENVIRONMENT_FILES = 10;

/** Environment, environment files and secrets of containers, and the secrets of their log drivers. */
export function checkSecrets({ containers }: RuleContext): readonly RuleFinding[] {
  return containers.flatMap(container => [
    ...checkNames(container),
    ...checkEnvironmentNames(container),
    ...checkEnvironmentValues(container),
    ...checkFiles(container),
    ...listSecrets(container).flatMap(({ secret, path }) => checkValueFrom(secret, path))
  ]);
}

/** The secrets of a container and of its log driver, each with its path. */
export function listSecrets(container: Container): readonly { readonly secret: JsonRecord; readonly path: Path }[] {
  const logging = own(container.record, 'logConfiguration');
  const ofLogs = isRecord(logging) ? recordsOf(logging, 'secretOptions') : [];
  return [
    ...recordsOf(container.record, 'secrets').map((secret, index) => ({
      secret,
      path: inContainer(container, 'secrets', index)
    })),
    ...ofLogs.map((secret, index) => ({
      secret,
      path: inContainer(container, 'logConfiguration', 'secretOptions', index)
    }))
  ];
}

/** A name is a variable or a secret, and a secret once. */
function checkNames(container: Container): readonly RuleFinding[] {
  const { record } = container;
  const secrets = recordsOf(record, 'secrets').map(secret => textOf(secret, 'name'));
  const variables = new Set(recordsOf(record, 'environment').map(variable => textOf(variable, 'name')));
  const repeats = new Set(findRepeats(secrets));
  return secrets.flatMap((name, index) => {
    if (name === undefined || !(variables.has(name) || repeats.has(index))) return [];
    const where = variables.has(name) ? 'both in environment and in secrets' : 'twice in secrets';
    const what = `${quote(name)} is ${where} of the container ${quote(container.name)}; ECS takes a name once.`;
    return [error(SECRET_NAME, inContainer(container, 'secrets', index, 'name'), what, 'Remove one of the two.')];
  });
}

function checkEnvironmentNames(container: Container): readonly RuleFinding[] {
  const names = recordsOf(container.record, 'environment').map(variable => textOf(variable, 'name'));
  const repeats = findRepeats(names).map(index =>
    warning(
      ENVIRONMENT_NAME,
      inContainer(container, 'environment', index, 'name'),
      `${quote(names[index] ?? '')} is twice in the environment of the container ${quote(container.name)}; which of them counts is not documented.`,
      'Remove one of the two.'
    )
  );
  const malformed = names.flatMap((name, index) => {
    if (name !== undefined && name !== '' && !name.includes('=')) return [];
    const what =
      name === undefined || name === ''
        ? 'The variable has no name.'
        : `The name of a variable cannot hold "=", got ${quote(name)}.`;
    return [warning(ENVIRONMENT_NAME, inContainer(container, 'environment', index), what, 'Correct or remove it.')];
  });
  return [...repeats, ...malformed];
}

/** ECS takes such an entry, and the revision that it answers with is without it. */
function checkEnvironmentValues(container: Container): readonly RuleFinding[] {
  return recordsOf(container.record, 'environment').flatMap((variable, index) => {
    const name = textOf(variable, 'name');
    if (name === undefined || name === '' || (own(variable, 'value') ?? null) !== null) return [];
    const what = `The variable ${quote(name)} has no value: ECS leaves it out, and the container does not get it.`;
    const path = inContainer(container, 'environment', index);
    return [warning(ENVIRONMENT_VALUE, path, what, 'Write "value": "" if it is to be empty, or remove it.')];
  });
}

function checkFiles(container: Container): readonly RuleFinding[] {
  const files = recordsOf(container.record, 'environmentFiles');
  const findings: RuleFinding[] = [];
  if (files.length > MAX_ENVIRONMENT_FILES) {
    const what = `The container ${quote(container.name)} has ${files.length} environment files; ECS takes at most ${MAX_ENVIRONMENT_FILES}.`;
    findings.push(error(ENVIRONMENT_FILES, inContainer(container, 'environmentFiles'), what, 'Join some of them.'));
  }
  const malformed = files.flatMap((file, index) => {
    const value = textOf(file, 'value') ?? '';
    const { service, region, account, resource = '' } = parseArn(value) ?? {};
    if (service === 's3' && region === '' && account === '' && /^.+\.env$/.test(resource)) return [];
    const what = `An environment file is the ARN of an object in S3 whose name ends in .env, got ${quote(value)}.`;
    const path = inContainer(container, 'environmentFiles', index, 'value');
    return [warning(ENVIRONMENT_FILE_FORM, path, what, 'Write "arn:aws:s3:::bucket/name.env".')];
  });
  return [...findings, ...malformed];
}

const SECRET_FORM = 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME[:json-key:version-stage:version-id]';
const PARAMETER_FORM = 'the name of a parameter or arn:aws:ssm:REGION:ACCOUNT:parameter/NAME';

/** `valueFrom`: a parameter's name or ARN, or a secret's ARN, behind which all three of key, stage and version are given or none. */
function checkValueFrom(secret: JsonRecord, path: Path): readonly RuleFinding[] {
  const value = textOf(secret, 'valueFrom');
  const at = [...path, 'valueFrom'];
  if (value === undefined || findPlaceholder(value) !== undefined) return [];
  const wrong = (what: string, next: string): readonly RuleFinding[] => [error(SECRET_VALUE_FROM, at, what, next)];
  if (value === '') return wrong('valueFrom is empty.', `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
  const arn = parseArn(value);
  if (arn === undefined) {
    if (isArn(value)) return wrong(`${quote(value)} is not an ARN.`, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`);
    return checkParameterName(value, at);
  }
  const { service, region, account, resource } = arn;
  if (region === '' || !/^\d{12}$/.test(account))
    return wrong(
      `The ARN ${quote(value)} needs a region and an account of twelve digits.`,
      'Copy it from the AWS console.'
    );
  if (service === 'ssm')
    return resource.startsWith('parameter/')
      ? []
      : wrong(`The ARN of a parameter ends in :parameter/NAME, got ${quote(value)}.`, `Write ${PARAMETER_FORM}.`);
  if (service === 'secretsmanager') return checkSecretArn(value, resource, at);
  return wrong(
    `Secrets come from SSM or Secrets Manager; the ARN ${quote(value)} is of ${service}.`,
    `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`
  );
}

function checkSecretArn(value: string, resource: string, path: Path): readonly RuleFinding[] {
  const [kind, name = '', ...behind] = resource.split(':');
  const wrong = (what: string, next: string): readonly RuleFinding[] => [error(SECRET_VALUE_FROM, path, what, next)];
  if (kind !== 'secret' || name === '')
    return wrong(`The ARN of a secret ends in :secret:NAME, got ${quote(value)}.`, `Write ${SECRET_FORM}.`);
  if (behind.length === 0) return [];
  const [key = '', stage = '', version = ''] = behind;
  if (behind.length !== 3) {
    const what = `Behind the secret's name come :json-key:version-stage:version-id, empty or not, but all three colons; got ${quote(`:${behind.join(':')}`)}.`;
    return wrong(what, `End the ARN in ${quote(`:${key}:${stage}:${behind.length > 3 ? '' : version}`)}.`);
  }
  if (stage !== '' && version !== '')
    return wrong(
      'A secret has a version stage or a version id, not both.',
      'Leave one of the two empty, with its colon.'
    );
  return [];
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html: letters, digits and . - _ /; `:` starts a version or label. */
function checkParameterName(value: string, path: Path): readonly RuleFinding[] {
  if (/^[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/.test(value)) return [];
  const what = `${quote(value)} is not a valid SSM parameter name: it may contain letters, digits and . - _ /.`;
  return [warning(PARAMETER_NAME, path, what, `Write ${PARAMETER_FORM}, or ${SECRET_FORM}.`)];
}
