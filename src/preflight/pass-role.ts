import { RuleList } from '../errors.js';
import { arnOf, isArn, parseArn, resourceName, type ArnScope } from '../text/arn.js';
import { listNames } from '../text/format.js';
import { tryCall } from './probe.js';
import { makeNode, fail, ok, skip, warn, type CheckNode, type CheckDetails } from './check-result.js';
import type { Judgement, PreflightPorts } from './ports.js';

export const PASS_ROLE_RULES = new RuleList();
const PASS_ROLE = PASS_ROLE_RULES.add(
  'pass-role',
  'either',
  "The deploying role, or CodeDeploy's, may not pass the task definition's roles to ecs-tasks.amazonaws.com. A warning if a policy depends on a condition key that is unknown here; skipped for a role that only plans.",
  'SimulatePrincipalPolicy; ECS answers: “is not authorized to perform: iam:PassRole on resource”; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'
);

/** Who this run is, or why that is not known. */
export type DeployingRole =
  | {
      readonly arn: string;
      /** Its path could not be read, and it may have one. */
      readonly pathIsGuessed: boolean;
    }
  | { readonly details: CheckDetails };

type CallerPorts = Pick<PreflightPorts, 'getCaller' | 'getRole'>;
type Simulator = Pick<PreflightPorts, 'simulatePrincipalPolicy'>;

/** The service that the roles of a task are handed to. */
const PASSED_TO = 'ecs-tasks.amazonaws.com';

/**
 * Finds the user or the role behind the credentials. Rests on STS's GetCallerIdentity; a session's ARN has the role's name without its
 * path, and IAM's GetRole tells that (IAM user guide, "IAM identifiers").
 *
 * @param assumed the ARN of the role that is assumed by the settings, which needs no question
 */
export async function findCaller(assumed: string | undefined, ports: CallerPorts): Promise<DeployingRole> {
  if (assumed !== undefined) return { arn: assumed, pathIsGuessed: false };
  const result = await tryCall('sts:GetCallerIdentity', 'Asking who this run is', () => ports.getCaller());
  if ('details' in result) return result;
  const { answer } = result;
  const caller = parseArn(answer);
  if (caller?.service === 'iam' && caller.resource.startsWith('user/')) return { arn: answer, pathIsGuessed: false };
  const [, name] = /^assumed-role\/([^/]+)\//.exec(caller?.resource ?? '') ?? [];
  if (caller?.service !== 'sts' || name === undefined) {
    return { details: skip(`not looked at: IAM simulates users and roles, and this run is ${answer}`) };
  }
  const role = await ports.getRole(name).catch(() => undefined);
  if (role !== undefined) return { arn: role.arn, pathIsGuessed: false };
  return { arn: arnOf(caller, 'iam', `role/${name}`), pathIsGuessed: true };
}

/**
 * Looks whether this run may hand the roles of a task to ECS, which RegisterTaskDefinition wants. Rests on IAM's SimulatePrincipalPolicy:
 * the policies of user or role, its permissions boundary, and the organization's policies as far as they have no conditions. A denial there
 * is one at AWS too, since nothing else can allow iam:PassRole; but where a policy asks for a key that is not known here, it is in doubt.
 * Who may not register a task definition either only plans: it says nothing of the one who ships.
 *
 * @param roles as the task definition has them; those of another account are left out
 * @param family of the task definition, in this region
 */
export async function checkPassRole(
  roles: readonly string[],
  { family, region }: { readonly family: string; readonly region: string },
  caller: DeployingRole,
  ports: Simulator
): Promise<CheckNode | undefined> {
  if ('details' in caller) return makeNode('iam:PassRole', caller.details);
  const { arn: principal } = caller;
  const label = `iam:PassRole of ${resourceName(principal)}`;
  const scope = { ...scopeOf(principal), region };
  const resources = ownArns(roles, scope);
  if (resources.length === 0) return undefined;
  const revisions = arnOf(scope, 'ecs', `task-definition/${family}:*`);
  const [result, registering] = await Promise.all([
    simulatePassing(principal, resources, ports),
    ports
      .simulatePrincipalPolicy({
        principal,
        action: 'ecs:RegisterTaskDefinition',
        resources: [revisions],
        context: {}
      })
      .catch(() => undefined)
  ]);
  if ('details' in result) return makeNode(label, result.details);
  const judgements = result.answer;
  if (judgements === undefined) {
    const what = `not looked at: IAM knows no ${principal}`;
    return makeNode(
      label,
      caller.pathIsGuessed ? skip(`${what}, it may have a path`, 'Allow iam:GetRole.') : skip(what)
    );
  }
  const denied = judgements.filter(isDenied);
  const onlyPlans = registering?.some(judgement => isDenied(judgement) && judgement.missingKeys.length === 0) === true;
  if (denied.length > 0 && onlyPlans) {
    const what = 'not checked: this role cannot call ecs:RegisterTaskDefinition, so it is not the deploying role';
    return makeNode(label, skip(what, 'To look at that one, plan with it.'));
  }
  return makeNode(label, judge(resourceName(principal), judgements, 'ECS would refuse the task definition with'));
}

/**
 * Looks whether CodeDeploy's role may hand the roles of a task to ECS when it makes the task set: the managed policy
 * AWSCodeDeployRoleForECSLimited may so for roles of certain names alone.
 *
 * @param principal the ARN of the deployment group's role
 */
export async function checkPassRoleOfCodeDeploy(
  principal: string,
  roles: readonly string[],
  ports: Simulator
): Promise<CheckNode | undefined> {
  const resources = ownArns(roles, scopeOf(principal));
  if (resources.length === 0) return undefined;
  const label = `iam:PassRole of ${resourceName(principal)}`;
  const result = await simulatePassing(principal, resources, ports);
  if ('details' in result) return makeNode(label, result.details);
  // That the role is not there is told where it is looked for.
  if (result.answer === undefined) return undefined;
  return makeNode(label, judge(resourceName(principal), result.answer, 'the deployment would fail with'));
}

function simulatePassing(principal: string, resources: readonly string[], ports: Simulator) {
  const context = { 'iam:PassedToService': PASSED_TO };
  return tryCall('iam:SimulatePrincipalPolicy', `Simulating iam:PassRole for ${principal}`, () =>
    ports.simulatePrincipalPolicy({ principal, action: 'iam:PassRole', resources, context })
  );
}

/** Where a user or role of IAM is; empty parts where its ARN cannot be read. */
function scopeOf(principal: string): ArnScope {
  const { partition = '', account = '' } = parseArn(principal) ?? {};
  return { partition, region: '', account };
}

/** The ARNs of these roles; ECS takes a short name too, which is that of a role without a path. A role of another account cannot be passed, and is told elsewhere. */
function ownArns(roles: readonly string[], scope: ArnScope): readonly string[] {
  const arns = roles.map(role => (isArn(role) ? role : arnOf(scope, 'iam', `role/${role}`)));
  return [...new Set(arns)].filter(arn => arn.includes(`:iam::${scope.account}:role/`)).sort();
}

function judge(name: string, judgements: readonly Judgement[], then: string): CheckDetails {
  const denied = judgements.filter(isDenied);
  const [first] = denied;
  if (first === undefined) {
    return ok(`may pass ${listNames(judgements.map(({ resource }) => resourceName(resource)))} to ${PASSED_TO}`);
  }
  const roles = listNames(denied.map(({ resource }) => resourceName(resource)));
  const what = `${name} may not pass ${roles} to ${PASSED_TO}: ${reasonOf(first)}; ${then} "is not authorized to perform: iam:PassRole".`;
  const next = adviseOn(first, listNames(denied.map(({ resource }) => resource)));
  const keys = [...new Set(denied.flatMap(({ missingKeys }) => missingKeys))];
  if (keys.length === 0) return fail(PASS_ROLE, what, next);
  return warn(PASS_ROLE, `By IAM's simulation, which did not know ${listNames(keys)}, ${what}`, next);
}

function reasonOf({ decision, allowedByOrganization, allowedByBoundary }: Judgement): string {
  if (allowedByOrganization === false) return 'a policy of the organization does not allow it';
  if (allowedByBoundary === false) return 'its permissions boundary does not allow it';
  return decision === 'explicitDeny'
    ? 'a statement of its policies denies it'
    : 'no statement of its policies allows it';
}

function adviseOn({ decision, allowedByOrganization, allowedByBoundary }: Judgement, resources: string): string {
  if (allowedByOrganization === false)
    return `Ask those who keep the policies of the organization for iam:PassRole on ${resources}.`;
  if (allowedByBoundary === false) return `Allow iam:PassRole on ${resources} in its permissions boundary too.`;
  return decision === 'explicitDeny'
    ? `Take ${resources} out of the statement that denies iam:PassRole.`
    : `Allow iam:PassRole on ${resources}, with iam:PassedToService ${PASSED_TO}.`;
}

function isDenied({ decision }: Judgement): boolean {
  return decision === 'implicitDeny' || decision === 'explicitDeny';
}
