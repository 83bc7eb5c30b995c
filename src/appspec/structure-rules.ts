import { RuleList, type ErrorRule, type Finding, type WarningRule } from '../errors.js';
import { entriesOf, isRecord, type JsonRecord } from '../text/record.js';
import { listNames, nameKind, quote, showValue } from '../text/format.js';
import type { AppspecCapacityProvider, AppspecHook, AppspecNetwork } from './types.js';

export const APPSPEC_STRUCTURE_RULES = new RuleList();
const APPSPEC_TASK_DEFINITION = APPSPEC_STRUCTURE_RULES.add(
  'appspec-task-definition',
  'warning',
  "TaskDefinition is neither <TASK_DEFINITION> nor a revision's ARN. A run inserts the ARN that it registered.",
  'CodeDeploy answers: “Invalid revision number. Number: latest”'
);
export const APPSPEC_PLATFORM_VERSION = APPSPEC_STRUCTURE_RULES.add(
  'appspec-platform-version',
  'warning',
  'PlatformVersion is neither LATEST nor a version, or the task is not for Fargate.',
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'
);
export const APPSPEC_NETWORK = APPSPEC_STRUCTURE_RULES.add(
  'appspec-network',
  'either',
  'Subnets, SecurityGroups and AssignPublicIp are incomplete or not ids. More than 16 subnets or 5 security groups are an error.',
  'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html'
);
const APPSPEC_CAPACITY = APPSPEC_STRUCTURE_RULES.add(
  'appspec-capacity',
  'either',
  'More than one capacity provider has a Base. If all weights are 0, a warning.',
  'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html'
);
const APPSPEC_HOOK = APPSPEC_STRUCTURE_RULES.add(
  'appspec-hook',
  'warning',
  'A hook does not name a Lambda function by name or ARN, or an event is listed twice.',
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html'
);

/** What a rule says of a part of an AppSpec; the reader knows where the part stands. */
export type RuleViolation = Omit<Finding, 'place'>;

/** Text that another tool fills in before CodeDeploy sees it. */
const OPEN = /[<>{}$]/;
const LAMBDA =
  /^(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(?::(?:\$LATEST|[A-Za-z0-9_-]{1,128}))?$/;

/** CreateDeployment answers "Invalid revision number. Number: latest" and the like where it is no ARN with a revision. */
export function describeTaskDefinition(value: unknown): RuleViolation | undefined {
  if (value === undefined || (typeof value === 'string' && (value === '' || OPEN.test(value)))) return undefined;
  if (typeof value === 'string' && /^arn:.*:task-definition\/[^:]+:\d+$/.test(value)) return undefined;
  const what = `TaskDefinition is ${showValue(value)}; CodeDeploy takes only the ARN of a revision ("Invalid revision number").`;
  return warn(APPSPEC_TASK_DEFINITION, what, 'Write <TASK_DEFINITION>: Slipway and CodePipeline put the ARN there.');
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
export function describePlatformVersion(version: string | undefined): RuleViolation | undefined {
  if (version === undefined || /^(?:LATEST|\d+\.\d+\.\d+)$/.test(version) || OPEN.test(version)) return undefined;
  const what = `PlatformVersion is ${quote(version)}, expected LATEST or a version such as 1.4.0.`;
  return warn(APPSPEC_PLATFORM_VERSION, what, 'Leave it out for LATEST.');
}

/** AwsVpcConfiguration in the API reference of ECS: at most 16 subnets and 5 security groups. */
export function describeNetwork(network: AppspecNetwork): readonly (RuleViolation & { readonly key: string })[] {
  const lists = [
    { key: 'Subnets', values: network.subnets, max: 16, prefix: 'subnet-' },
    { key: 'SecurityGroups', values: network.securityGroups, max: 5, prefix: 'sg-' }
  ];
  return lists.flatMap(({ key, values = [], max, prefix }) => {
    const strange = values.filter(value => !value.startsWith(prefix) && !OPEN.test(value));
    return [
      ...(values.length > max
        ? [{ key, ...refuse(APPSPEC_NETWORK, `${key} has ${values.length} entries; ECS takes at most ${max}.`, '') }]
        : []),
      ...(strange.length > 0
        ? [{ key, ...warn(APPSPEC_NETWORK, `${listNames(strange.map(quote))}: an id starts with ${prefix}.`, '') }]
        : [])
    ];
  });
}

/** CapacityProviderStrategyItem in the API reference of ECS: one base only, and tasks go nowhere where all weights are 0. */
export function describeStrategy(strategy: readonly AppspecCapacityProvider[]): readonly RuleViolation[] {
  const based = strategy.filter(({ base = 0 }) => base > 0).map(({ capacityProvider }) => capacityProvider);
  const isWeightless = strategy.length > 0 && strategy.every(({ weight }) => weight === 0);
  return [
    ...(based.length > 1
      ? [refuse(APPSPEC_CAPACITY, `Only one capacity provider may have a Base, and ${listNames(based)} have one.`, '')]
      : []),
    ...(isWeightless
      ? [warn(APPSPEC_CAPACITY, 'All weights are 0, so no task beyond the Base can be placed.', 'Give one a Weight.')]
      : [])
  ];
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html: a Lambda function's name or ARN. */
export function describeHook(event: string, lambda: string): RuleViolation | undefined {
  if (lambda === '') return warn(APPSPEC_HOOK, `The hook ${event} names no Lambda function, so it is left out.`, '');
  if (LAMBDA.test(lambda) || OPEN.test(lambda)) return undefined;
  const what = `The hook ${event} is ${quote(lambda)}, expected the name or the ARN of a Lambda function.`;
  return warn(APPSPEC_HOOK, what, '');
}

export function describeHooks(hooks: readonly AppspecHook[]): RuleViolation | undefined {
  const events = hooks.map(({ event }) => event);
  const twice = events.filter((event, index) => events.indexOf(event) !== index);
  if (twice.length === 0) return undefined;
  return warn(
    APPSPEC_HOOK,
    `${listNames([...new Set(twice)])} is there twice; which one counts is not documented.`,
    ''
  );
}

function warn(rule: WarningRule, what: string, next: string): RuleViolation {
  return { severity: 'warning', code: rule.name, what, next };
}

function refuse(rule: ErrorRule, what: string, next: string): RuleViolation {
  return { severity: 'error', code: rule.name, what, next };
}

/** Files that are something else altogether: one sentence says what. */
export function detectOtherFormat(value: unknown): { what: string; next: string } | undefined {
  if (!isRecord(value))
    return { what: `An AppSpec is an object with "version" and "Resources", got ${nameKind(value)}.`, next: '' };
  if (hasKey(value, 'revision') || hasKey(value, 'appSpecContent')) {
    const next = 'Move what is under "content" into its own file.';
    return { what: 'This is the input of CreateDeployment, not an AppSpec.', next };
  }
  if (hasKey(value, 'files') || hasKey(value, 'os')) {
    return {
      what: 'This is an AppSpec for servers (EC2 or on-premises), not for Amazon ECS.',
      next: 'Write one with a TargetService under "Resources".'
    };
  }
  return undefined;
}

export function hasKey(value: JsonRecord, name: string): boolean {
  return entriesOf(value).some(([key]) => key.toLowerCase() === name.toLowerCase());
}
