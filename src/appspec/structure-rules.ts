import type { Finding } from '../errors.js';
import { isArn } from '../text/arn.js';
import { entriesOf, isRecord, type JsonRecord } from '../text/record.js';
import { listNames, nameKind, quote, showValue } from '../text/format.js';
import type { AppspecCapacityProvider, AppspecHook, AppspecNetwork } from './types.js';

/** What a rule says of a part of an AppSpec; the reader knows where the part stands. */
export type RuleViolation = Omit<Finding, 'place'>;

/** Text that another tool fills in before CodeDeploy sees it. */
const OPEN = /[<>{}$]/;
const LAMBDA =
  /^(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(?::(?:\$LATEST|[A-Za-z0-9_-]{1,128}))?$/;

/** CreateDeployment answers "Invalid revision number. Number: latest" and the like where it is no ARN with a revision. */
export function describeTaskDefinition(value: unknown): RuleViolation | undefined {
  if (value === undefined || (typeof value === 'string' && (value === '' || OPEN.test(value)))) return undefined;
  if (typeof value === 'string' && isArn(value) && !/:latest$/i.test(value)) return undefined;
  const what = `TaskDefinition is ${showValue(value)}; CodeDeploy takes only the ARN of a revision ("Invalid revision number").`;
  return warn('appspec-task-definition', what, 'Write <TASK_DEFINITION>: Slipway and CodePipeline put the ARN there.');
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
export function describePlatformVersion(version: string | undefined): RuleViolation | undefined {
  if (version === undefined || /^(?:LATEST|\d+\.\d+\.\d+)$/.test(version) || OPEN.test(version)) return undefined;
  const what = `PlatformVersion is ${quote(version)}, expected LATEST or a version such as 1.4.0.`;
  return warn('appspec-platform-version', what, 'Leave it out for LATEST.');
}

/** AwsVpcConfiguration in the API reference of ECS: at most 16 subnets and 5 security groups. */
export function describeNetwork(network: AppspecNetwork): readonly (RuleViolation & { readonly key: string })[] {
  const lists = [
    { key: 'Subnets', values: network.subnets, most: 16, prefix: 'subnet-' },
    { key: 'SecurityGroups', values: network.securityGroups, most: 5, prefix: 'sg-' }
  ];
  return lists.flatMap(({ key, values = [], most, prefix }) => {
    const strange = values.filter(value => !value.startsWith(prefix) && !OPEN.test(value));
    return [
      ...(values.length > most
        ? [{ key, ...refuse('appspec-network', `${key} has ${values.length} entries; ECS takes at most ${most}.`, '') }]
        : []),
      ...(strange.length > 0
        ? [{ key, ...warn('appspec-network', `${listNames(strange.map(quote))}: an id starts with ${prefix}.`, '') }]
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
      ? [
          refuse(
            'appspec-capacity',
            `Only one capacity provider may have a Base, and ${listNames(based)} have one.`,
            ''
          )
        ]
      : []),
    ...(isWeightless
      ? [warn('appspec-capacity', 'All weights are 0, so no task beyond the Base can be placed.', 'Give one a Weight.')]
      : [])
  ];
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html: a Lambda function's name or ARN. */
export function describeHook(event: string, lambda: string): RuleViolation | undefined {
  if (lambda === '') return warn('appspec-hook', `The hook ${event} names no Lambda function, so it is left out.`, '');
  if (LAMBDA.test(lambda) || OPEN.test(lambda)) return undefined;
  const what = `The hook ${event} is ${quote(lambda)}, expected the name or the ARN of a Lambda function.`;
  return warn('appspec-hook', what, '');
}

export function describeHooks(hooks: readonly AppspecHook[]): RuleViolation | undefined {
  const events = hooks.map(({ event }) => event);
  const twice = events.filter((event, index) => events.indexOf(event) !== index);
  if (twice.length === 0) return undefined;
  return warn(
    'appspec-hook',
    `${listNames([...new Set(twice)])} is there twice; which one counts is not documented.`,
    ''
  );
}

function warn(code: string, what: string, next: string): RuleViolation {
  return { severity: 'warning', code, what, next };
}

function refuse(code: string, what: string, next: string): RuleViolation {
  return { severity: 'error', code, what, next };
}

/** Files that are something else altogether: one sentence says what. */
export function detectOtherFormat(value: unknown): { what: string; next: string } | undefined {
  if (!isRecord(value))
    return { what: `An AppSpec is an object with "version" and "Resources", got ${nameKind(value)}.`, next: '' };
  if (hasKey(value, 'revision') || hasKey(value, 'appSpecContent')) {
    const next = 'Put what stands under "content" into a file of its own.';
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
