import type { ArnScope } from '../../text/arn.js';
import { toPolicy, type Statement } from '../iam/policy.js';
import { getAtt, ref, sub, subWith, when, type Part, type Section } from './yaml.js';

/** The stack's own account and region: nothing of them is written into the template. */
export const STACK: ArnScope = {
  partition: '${AWS::Partition}',
  region: '${AWS::Region}',
  account: '${AWS::AccountId}'
};

/** The bucket of the artifacts: the one that is given, else the one that the stack makes. */
export const BUCKET = '${ArtifactStore}';
export const MAKES_BUCKET = 'MakesArtifactBucket';
export const bucketName = (): Part => when(MAKES_BUCKET, ref('MadeArtifactBucket'), ref('ArtifactBucket'));

/**
 * A policy with the stack's names in it; `resources` has those, by statement, that are more than a text, and `further` what can be said in a
 * template alone.
 */
export function toStackPolicy(
  statements: readonly Statement[],
  resources: Readonly<Record<string, Part>> = {},
  further: readonly Part[] = []
): Part {
  const policy = toPolicy(statements);
  const own = policy.Statement.map(statement => ({
    ...(toStack(statement) as Section),
    ...(resources[statement.Sid] === undefined ? {} : { Resource: resources[statement.Sid] ?? '' })
  }));
  return { Version: policy.Version, Statement: [...own, ...further] };
}

/** The same value for a template: a text with a name of the stack in it becomes a function that puts the name in. */
export function toStack(value: unknown): Part {
  if (Array.isArray(value)) return value.map(toStack);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toStack(member)]));
  }
  const text = String(value);
  if (text.includes(BUCKET)) return subWith(text, { ArtifactStore: bucketName() });
  const [, resource, attribute] = /^\$\{([A-Za-z0-9:]+)(?:\.([A-Za-z]+))?\}$/.exec(text) ?? [];
  if (resource !== undefined) return attribute === undefined ? ref(resource) : getAtt(resource, attribute);
  return text.includes('${') ? sub(text) : text;
}
