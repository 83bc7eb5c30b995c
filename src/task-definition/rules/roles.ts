import { RuleList } from '../../errors.js';
import { accountOf, isArn, parseArn } from '../../text/arn.js';
import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Container } from '../types.js';
import { findPlaceholder } from '../../text/templates.js';
import { ecsAnswers, error, inContainer, says, textOf, type RuleFinding, warning } from './finding.js';
import { isFromEcr, type RuleContext } from './context.js';
import { listSecrets } from './secrets.js';

export const ROLE_RULES = new RuleList();
const ROLE_FORM = ROLE_RULES.add(
  'role-form',
  'error',
  'A role is neither an ARN nor a name.',
  ecsAnswers('Role is not valid')
);
const EXECUTION_ROLE = ROLE_RULES.add(
  'execution-role',
  'either',
  'executionRoleArn is missing, but secrets, or on Fargate ECR images or the log driver awslogs, need it. For other needs, a warning.',
  "ECS answers: “When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.”; “Fargate requires task definition to have execution role ARN to support ECR images.”; “… log driver awslogs.”"
);
const ROLE_NAME = /^[\w+=,.@/-]{1,64}$/;

/** The two roles: how they are written, and where the execution role is needed. */
export function checkRoles(context: RuleContext): readonly RuleFinding[] {
  return [...['taskRoleArn', 'executionRoleArn'].flatMap(member => checkForm(context, member)), ...checkNeed(context)];
}

/** An ARN, or a role's name: ECS takes both. */
function checkForm({ definition }: RuleContext, member: string): readonly RuleFinding[] {
  const role = textOf(definition, member);
  if (role === undefined || findPlaceholder(role) !== undefined) return [];
  const arn = parseArn(role);
  const isOfIam = arn?.service === 'iam' && arn.region === '';
  const isRole = isOfIam && accountOf(role) !== undefined && /^role\/[\w+=,.@/-]+$/.test(arn.resource);
  if (isArn(role) ? isRole : ROLE_NAME.test(role)) return [];
  const account = isOfIam ? arn.account : undefined;
  const what =
    account !== undefined && !/^\d{12}$/.test(account)
      ? `${quote(role)} is not a valid role: an account id has twelve digits, got ${quote(account)}.`
      : `${quote(role)} is not a valid role.`;
  return [error(ROLE_FORM, [member], what, 'Write "arn:aws:iam::123456789012:role/NAME".')];
}

function checkNeed(context: RuleContext): readonly RuleFinding[] {
  if (textOf(context.definition, 'executionRoleArn') !== undefined) return [];
  const findings = context.containers.flatMap(container => findNeed(context, container));
  // One role serves all: the first need says enough, and an error says more than a doubt.
  return [findings.find(({ severity }) => severity === 'error') ?? findings[0]].flatMap(need => need ?? []);
}

function findNeed(context: RuleContext, container: Container): readonly RuleFinding[] {
  const { record } = container;
  const name = quote(container.name);
  const logging = own(record, 'logConfiguration');
  const driver = isRecord(logging) ? textOf(logging, 'logDriver') : undefined;
  const next = 'Set executionRoleArn to a role that ecs-tasks.amazonaws.com may assume (usually ecsTaskExecutionRole).';
  const need = (why: string): string => `There is no executionRoleArn, which ${why} needs.`;
  const findings: RuleFinding[] = [];
  const [secret] = listSecrets(container);
  if (says(record, 'secrets') && secret !== undefined)
    findings.push(
      error(EXECUTION_ROLE, inContainer(container, 'secrets'), need(`the container ${name} with its secrets`), next)
    );
  else if (secret !== undefined)
    findings.push(warning(EXECUTION_ROLE, secret.path, need(`the log driver of ${name} with its secrets`), next));
  if (context.isFargate && isFromEcr(context, container))
    findings.push(
      error(EXECUTION_ROLE, inContainer(container, 'image'), need(`Fargate for the image of ${name} in ECR`), next)
    );
  if (context.isFargate && driver === 'awslogs')
    findings.push(
      error(
        EXECUTION_ROLE,
        inContainer(container, 'logConfiguration'),
        need(`Fargate for the log driver awslogs of ${name}`),
        next
      )
    );
  for (const member of ['repositoryCredentials', 'environmentFiles'])
    if (says(record, member))
      findings.push(
        warning(EXECUTION_ROLE, inContainer(container, member), need(`the container ${name} with its ${member}`), next)
      );
  return findings;
}
