import type { Problem } from '../../errors.js';
import { arnOf, isArn, partitionOf, type ArnScope } from '../../text/arn.js';
import { listSecretVariables } from '../build-facts.js';
import { listVariableSources, type VariableSource } from '../buildspec/kept.js';
import type { PipelineOptions } from '../flags.js';
import type { PipelineProject } from '../project.js';
import type { Statement } from './policy.js';

/** A secret with the keys `username` and `accessToken`, as ECR's pull-through cache takes it for Docker Hub. */
export const DOCKER_HUB = {
  username: { variable: 'DOCKER_HUB_USERNAME', key: 'username' },
  token: { variable: 'DOCKER_HUB_TOKEN', key: 'accessToken' }
} as const;

/** Where the secrets of the builds come from. */
export interface BuildSecrets {
  /** What the buildspec names by itself, in `env.secrets-manager` and `env.parameter-store`. */
  readonly named: readonly VariableSource[];
  /** Variables that the CodeBuild project has to give. */
  readonly given: readonly string[];
  /** The CodeBuild project has to give the login for Docker Hub. */
  readonly givesDockerHub: boolean;
}

export function listBuildSecrets(project: PipelineProject, { parts, present }: PipelineOptions): BuildSecrets {
  const named = listVariableSources(present ?? '');
  const names = new Set(named.map(({ name }) => name));
  const login = Object.values(DOCKER_HUB).map(({ variable }) => variable);
  return {
    named,
    given: listSecretVariables(project).filter(name => !names.has(name)),
    givesDockerHub: parts.includes('docker-hub') && !login.every(name => names.has(name))
  };
}

/** A build that reads any of them needs the keys that they are encrypted with. */
export function readsSecrets({ named, given, givesDockerHub }: BuildSecrets): boolean {
  return named.length + given.length > 0 || givesDockerHub;
}

/** A key that nothing is decrypted with. */
export function checkKeys(project: PipelineProject, options: PipelineOptions): readonly Problem[] {
  const { kmsKeys = [] } = options;
  if (kmsKeys.length === 0 || readsSecrets(listBuildSecrets(project, options))) return [];
  const what = '--kms-key is for secrets of the build, and this build has none.';
  const next =
    'Leave it out, or add build-secrets, --with=docker-hub, or secrets-manager or parameter-store to env in the buildspec.';
  return [{ code: 'no-effect', place: {}, what, next }];
}

/** What reading these sources needs. https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.secrets-manager */
export function allowSources(sources: readonly VariableSource[], names: ArnScope): readonly Statement[] {
  const of = (store: VariableSource['store']): readonly string[] =>
    sources.filter(source => source.store === store).map(({ value }) => value);
  return [
    {
      sid: 'ReadSecretsOfTheBuildspec',
      actions: ['secretsmanager:GetSecretValue'],
      resources: of('secrets-manager').flatMap(value => exact(secretArn(value, names)))
    },
    {
      sid: 'ReadParametersOfTheBuildspec',
      actions: ['ssm:GetParameters'],
      resources: of('parameter-store').flatMap(value => exact(parameterArn(value, names)))
    }
  ];
}

/** The keys that the secrets are encrypted with, where those are not AWS's own: through these two services alone. */
export function allowDecryption(keys: readonly string[], names: ArnScope, region: string): readonly Statement[] {
  const domain = partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const services = ['secretsmanager', 'ssm'].map(service => `${service}.${names.region}.${domain}`);
  const conditions = { StringEquals: { 'kms:ViaService': services } };
  return [{ sid: 'DecryptBuildSecrets', actions: ['kms:Decrypt'], resources: keys, conditions }];
}

/** `secret-id:json-key:version-stage:version-id`, the id a name or an ARN. AWS adds a hyphen and six characters to a name. */
function secretArn(value: string, names: ArnScope): string {
  const parts = value.split(':');
  return isArn(value) ? parts.slice(0, 7).join(':') : arnOf(names, 'secretsmanager', `secret:${parts[0] ?? ''}-??????`);
}

function parameterArn(value: string, names: ArnScope): string {
  return isArn(value) ? value : arnOf(names, 'ssm', `parameter/${value.replace(/^\//, '')}`);
}

/** A pattern, or a variable that is to be put in, would name more than one. */
function exact(arn: string): readonly string[] {
  return /[*$]/.test(arn.replace(/\$\{[A-Za-z_:]+\}/g, '')) ? [] : [arn];
}
