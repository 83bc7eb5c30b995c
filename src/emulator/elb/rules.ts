import { createHash } from 'node:crypto';
import { listOf, partOf, textOf, type Document } from './documents.js';

interface Target {
  readonly arn: string;
  readonly weight: number | undefined;
}

export interface Rule {
  readonly arn: string;
  readonly priority: string;
  /** The target groups of its `forward` action, which CodeDeploy moves the traffic between; empty where it has none. */
  forwards: readonly Target[];
  /** As they were sent. */
  readonly actions: readonly Document[];
  readonly conditions: readonly Document[];
  readonly transforms: readonly Document[];
}

/** The 16 digits at the end of an ARN: of the names, so that a rehearsal is the same every time. */
export function idOf(...names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
}

export function makeRule(
  listenerArn: string,
  priority: string,
  actions: readonly Document[],
  { conditions = [], transforms = [] }: Partial<Pick<Rule, 'conditions' | 'transforms'>> = {}
): Rule {
  const arn = `${listenerArn.replace(':listener/', ':listener-rule/')}/${idOf(listenerArn, priority)}`;
  return { arn, priority, forwards: actions.flatMap(readTargets), actions, conditions, transforms };
}

function readTargets(action: Document): readonly Target[] {
  const groups = listOf(partOf(action, 'ForwardConfig')['TargetGroups']).map(group => {
    const { TargetGroupArn: arn, Weight: weight } = group as Document;
    return { arn: textOf(arn) ?? '', weight: weight === undefined ? undefined : Number(weight) };
  });
  const only = textOf(action['TargetGroupArn']);
  return groups.length > 0 || only === undefined ? groups : [{ arn: only, weight: undefined }];
}

/** What AWS fills in where a redirect leaves something as it was. */
const REDIRECT = {
  Protocol: '#{protocol}',
  Host: '#{host}',
  Port: '#{port}',
  Path: '/#{path}',
  Query: '#{query}'
};
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html; Cognito has the same. */
const LOGIN = {
  SessionCookieName: 'AWSELBAuthSessionCookie',
  Scope: 'openid',
  SessionTimeout: 604_800,
  OnUnauthenticatedRequest: 'authenticate'
};
/** Members of an action and what AWS fills in. */
const FILLED: Readonly<Record<string, Document>> = {
  RedirectConfig: REDIRECT,
  AuthenticateOidcConfig: LOGIN,
  AuthenticateCognitoConfig: LOGIN
};

/** A map of names to texts. */
const EXTRA_PARAMS = 'AuthenticationRequestExtraParams';

/** The actions of a rule as AWS shows them: as they were sent, the traffic as it is now, and no secret. */
export function describeActions(rule: Rule): readonly object[] {
  return rule.actions.map(action => {
    const type = textOf(action['Type']) ?? 'forward';
    if (type === 'forward') return { ...action, Type: type, ...describeForward(rule, action) };
    const filled = Object.entries(FILLED).flatMap(([name, defaults]) => {
      if (action[name] === undefined) return [];
      const sent = partOf(action, name);
      const params = sent[EXTRA_PARAMS] === undefined ? undefined : new Map(Object.entries(partOf(sent, EXTRA_PARAMS)));
      return [[name, { ...defaults, ...sent, [EXTRA_PARAMS]: params, ClientSecret: undefined }] as const];
    });
    return { ...action, ...Object.fromEntries(filled) };
  });
}

function describeForward({ forwards }: Rule, action: Document): object {
  return {
    TargetGroupArn: forwards.length === 1 ? forwards[0]?.arn : undefined,
    ForwardConfig: {
      TargetGroups: forwards.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight ?? 1 })),
      TargetGroupStickinessConfig: {
        Enabled: false,
        ...partOf(partOf(action, 'ForwardConfig'), 'TargetGroupStickinessConfig')
      }
    }
  };
}

/** The conditions that have values and nothing else: they show these twice, as they did before there were others. */
const PLAIN: Readonly<Record<string, string>> = {
  'path-pattern': 'PathPatternConfig',
  'host-header': 'HostHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'source-ip': 'SourceIpConfig'
};

export function describeRule(rule: Rule): object {
  return {
    RuleArn: rule.arn,
    Priority: rule.priority,
    Conditions: rule.conditions.map(describeCondition),
    Actions: describeActions(rule),
    IsDefault: rule.priority === 'default',
    Transforms: rule.transforms.length === 0 ? undefined : rule.transforms
  };
}

function describeCondition(condition: Document): object {
  const config = PLAIN[textOf(condition['Field']) ?? ''];
  if (config === undefined) return condition;
  const given = partOf(condition, config);
  const values = [...listOf(condition['Values']), ...listOf(given['Values'])];
  return { ...condition, Values: values, [config]: { ...given, Values: values } };
}
