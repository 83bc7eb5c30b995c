import { DOCKER_HUB, type BuildSecrets } from '../iam/secrets.js';
import { equals, ref, select, split, sub, subWith, when, type Part, type Section } from './yaml.js';

const SECRET_ARN = 'arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+';
/** `:json-key:version-stage:version-id`, each of which may be missing. */
const KEY = '(:[^:]*){0,3}';
const NAME = '[A-Za-z0-9/_+=.@-]+';
const DOCKER_HUB_SECRET = 'DockerHubSecretArn';

/** The parameters for the secrets of the builds: for each where it is, and what kind of place that is. */
export function makeSecretParameters({ given, givesDockerHub }: BuildSecrets): Section {
  const parameters = given.flatMap((variable): readonly (readonly [string, Part])[] => [
    [
      sourceOf(variable),
      {
        Type: 'String',
        Description: `What ${variable} is in the build: a secret's ARN or name, with :KEY behind it for a key of JSON, or a parameter's name`,
        AllowedPattern: `${SECRET_ARN}${KEY}|${NAME}${KEY}`
      }
    ],
    [
      kindOf(variable),
      {
        Type: 'String',
        Description: `Which of these ${variable} is: SecretArn and SecretName in Secrets Manager, Parameter in the SSM Parameter Store`,
        Default: 'SecretArn',
        AllowedValues: ['SecretArn', 'SecretName', 'Parameter']
      }
    ]
  ]);
  return {
    ...Object.fromEntries(parameters),
    ...(givesDockerHub
      ? {
          [DOCKER_HUB_SECRET]: {
            Type: 'String',
            Description: `The ARN of a secret in Secrets Manager with the keys ${DOCKER_HUB.username.key} and ${DOCKER_HUB.token.key} for Docker Hub`,
            AllowedPattern: SECRET_ARN
          }
        }
      : {})
  };
}

export function makeSecretConditions({ given }: BuildSecrets): Section {
  return Object.fromEntries(
    given.flatMap(variable => [
      [isParameter(variable), equals(ref(kindOf(variable)), 'Parameter')],
      [isName(variable), equals(ref(kindOf(variable)), 'SecretName')]
    ])
  );
}

/** The variables of the CodeBuild project; what is in them comes from where it is kept as the build begins. */
export function makeSecretVariables({ given, givesDockerHub }: BuildSecrets): readonly Part[] {
  return [
    ...given.map(variable => ({
      Name: variable,
      Type: when(isParameter(variable), 'PARAMETER_STORE', 'SECRETS_MANAGER'),
      Value: ref(sourceOf(variable))
    })),
    ...(givesDockerHub
      ? Object.values(DOCKER_HUB).map(({ variable, key }) => ({
          Name: variable,
          Type: 'SECRETS_MANAGER',
          Value: sub(`\${${DOCKER_HUB_SECRET}}:${key}`)
        }))
      : [])
  ];
}

/** Statements of a policy that let the build read them. */
export function allowSecretParameters({ given, givesDockerHub }: BuildSecrets): readonly Part[] {
  return [
    ...given.map(variable => ({
      Sid: `Read${camel(variable)}`,
      Effect: 'Allow',
      Action: [when(isParameter(variable), 'ssm:GetParameters', 'secretsmanager:GetSecretValue')],
      Resource: when(
        isParameter(variable),
        // The name begins with a slash or not; the ARN always has one.
        [parameterArn(variable, ''), parameterArn(variable, '/')],
        when(isName(variable), nameArn(variable), withoutKey(variable))
      )
    })),
    ...(givesDockerHub
      ? [
          {
            Sid: 'ReadDockerHubLogin',
            Effect: 'Allow',
            Action: ['secretsmanager:GetSecretValue'],
            Resource: ref(DOCKER_HUB_SECRET)
          }
        ]
      : [])
  ];
}

function parameterArn(variable: string, slash: '' | '/'): Part {
  return sub(
    `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter${slash}\${${sourceOf(variable)}}`
  );
}

/** AWS adds a hyphen and six characters to the name of a secret. */
function nameArn(variable: string): Part {
  return subWith('arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${Name}-??????', {
    Name: partOf(variable, 0)
  });
}

/** The ARN of a secret has seven parts; what is behind them is a key. */
function withoutKey(variable: string): Part {
  return subWith('arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${Name}', {
    Partition: partOf(variable, 1),
    Region: partOf(variable, 3),
    Account: partOf(variable, 4),
    Name: partOf(variable, 6)
  });
}

function partOf(variable: string, index: number): Part {
  return select(index, split(':', ref(sourceOf(variable))));
}

const sourceOf = (variable: string): string => `${camel(variable)}SecretArn`;
const kindOf = (variable: string): string => `${camel(variable)}Kind`;
const isParameter = (variable: string): string => `${camel(variable)}IsParameter`;
const isName = (variable: string): string => `${camel(variable)}IsName`;

function camel(variable: string): string {
  const words = variable.toLowerCase().split(/[^a-z0-9]+/);
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
