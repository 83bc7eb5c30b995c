import { evaluatePolicies, readPolicy, type IamRequest, type Verdict } from './policies.js';
import { findRoleByArn } from './roles.js';
import { cutTruncatedPage } from './pages.js';
import { document, integer, list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation } from '../server/service.js';
import type { Cloud } from '../server/state.js';
import { refuseUnsupported } from '../server/unsupported.js';

const SIMULATION = structure({
  PolicySourceArn: string,
  PolicyInputList: list(string),
  PermissionsBoundaryPolicyInputList: list(string),
  PolicyExclusionList: list(document),
  ActionNames: list(string),
  ResourceArns: list(string),
  ResourcePolicy: string,
  ResourceOwner: string,
  CallerArn: string,
  ContextEntries: list(structure({ ContextKeyName: string, ContextKeyValues: list(string), ContextKeyType: string })),
  ResourceHandlingOption: string,
  MaxItems: integer,
  Marker: string
});
type Entries = NonNullable<ReturnType<typeof SIMULATION>['ContextEntries']>;

/**
 * Each action on each resource, by the inline policies of a role and those of the request; the stage's own user may do everything. What the
 * faults deny is denied to all. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export const simulatePrincipalPolicy = operation(SIMULATION, (input, { cloud }) => {
  const {
    PolicySourceArn: source = '',
    PolicyInputList: given = [],
    PermissionsBoundaryPolicyInputList: boundary = [],
    ActionNames: actions = [],
    ResourceArns: resources = [],
    ContextEntries: entries = [],
    MaxItems,
    Marker,
    ...others
  } = input;
  refuseUnsupported('InvalidInput', others);
  const policies = [...policiesOf(source, cloud), ...given.map(readGiven)];
  if (boundary.length > 1) {
    throw new AwsFault(
      'InvalidInput',
      'Only one permissions boundary can be passed in PermissionsBoundaryPolicyInputList.'
    );
  }
  const limits = boundary.map(readGiven);
  const context = readContext(entries);
  const results = actions.flatMap(action =>
    (resources.length === 0 ? ['*'] : resources).map(resource => {
      const { decision, missingKeys, isWithin } = cloud.faults.denies(action)
        ? ({ decision: 'explicitDeny', missingKeys: [], isWithin: undefined } as const)
        : judge(policies, limits, { action, resource, context });
      return {
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: decision,
        MatchedStatements: [],
        MissingContextValues: missingKeys,
        PermissionsBoundaryDecisionDetail:
          isWithin === undefined ? undefined : { AllowedByPermissionsBoundary: isWithin }
      };
    })
  );
  const { items, ...rest } = cutTruncatedPage(results, 'results', MaxItems, Marker);
  return { EvaluationResults: items, ...rest };
});

/** The service model gives a simulation no MalformedPolicyDocument. */
function readGiven(text: string): string {
  return readPolicy(text, 'InvalidInput');
}

/** What policies say, within a boundary where there is one: both have to allow. */
function judge(
  policies: readonly string[],
  boundary: readonly string[],
  wish: IamRequest
): Verdict & { readonly isWithin: boolean | undefined } {
  const own = evaluatePolicies(policies, wish);
  if (boundary.length === 0) return { ...own, isWithin: undefined };
  const limit = evaluatePolicies(boundary, wish);
  const isWithin = limit.decision === 'allowed';
  const decision =
    limit.decision === 'explicitDeny' || (own.decision === 'allowed' && !isWithin) ? limit.decision : own.decision;
  return { decision, missingKeys: [...new Set([...own.missingKeys, ...limit.missingKeys])], isWithin };
}

function readContext(entries: Entries): IamRequest['context'] {
  return new Map(
    entries.map(({ ContextKeyName: name = '', ContextKeyValues: values = [], ContextKeyType: type = 'string' }) => {
      if (!type.startsWith('string')) {
        throw new AwsFault('InvalidInput', `The built-in AWS compares texts alone: ${name} has the type ${type}`);
      }
      return [name.toLowerCase(), values];
    })
  );
}

const EVERYTHING = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });

function policiesOf(source: string, cloud: Cloud): readonly string[] {
  const [, kind, path] = /^arn:[^:]+:iam::\d{12}:(user|role)\/(.+)$/.exec(source) ?? [];
  if (kind === undefined || path === undefined) throw new AwsFault('InvalidInput', `Invalid Entity Arn: ${source}`);
  if (kind === 'user' && path === 'rehearsal') return [EVERYTHING];
  const role = kind === 'role' ? findRoleByArn(cloud, source) : undefined;
  if (role === undefined) throw new AwsFault('NoSuchEntity', `The ${kind} with name ${path} cannot be found.`, 404);
  return [...role.policies.values()];
}
