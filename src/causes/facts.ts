/** What a text names. Values are as written. */
export type FactName =
  | 'action'
  | 'code'
  | 'codes'
  | 'command'
  | 'container'
  | 'denial'
  | 'event'
  | 'file'
  | 'fileSystem'
  | 'host'
  | 'image'
  | 'instance'
  | 'key'
  | 'limit'
  | 'logGroup'
  | 'platform'
  | 'port'
  | 'resource'
  | 'role'
  | 'secret'
  | 'subnet'
  | 'targetGroup'
  | 'task'
  | 'volume';

export type Facts = Readonly<Partial<Record<FactName, string>>>;

const ARN = String.raw`arn:aws[\w-]*:[\w-]+:[^\s'",)]*`;
const NAME = String.raw`[^\s'",()]+`;

/** The first pattern that matches gives the fact; its first group is the value. */
const PATTERNS: readonly (readonly [FactName, RegExp])[] = [
  ['action', /(?:not authorized to perform:?|perform the action|allows the) ([a-z0-9-]+:[A-Za-z0-9*]+)/i],
  ['resource', new RegExp(String.raw`on resource: (\*|${ARN})`)],
  ['denial', /explicit deny/],
  ['denial', /permissions boundary/],
  ['denial', /service control policy/],
  ['denial', /resource control policy/],
  ['denial', /session policy/],
  ['denial', /VPC endpoint policy/],
  ['denial', /resource-based policy/],
  [
    'image',
    /(?:failed to resolve ref(?:erence)?|source metadata for|failed to push|invalid tag|image) "?([^\s",]+[:@][^\s",]*[^\s",:.])"?(?:[\s:",]|$)/
  ],
  [
    'image',
    /(?:pull access denied for|pulling from|repository|manifest for|no matching manifest for) "?'?([\w.-]*[\w./-]+\/[\w./:@-]*\w)/i
  ],
  ['image', /(?:pull access denied for|repository) "?'?([\w./:@-]*\w)'?"?(?:,| not found)/],
  ['image', /(?:failed to solve|failed to build): ([^\s:]+:[\w.-]+):/],
  ['image', /(\d{12}\.dkr\.ecr\.[^\s"',]+\/[^\s"',]*[\w])/],
  ['platform', /platform\(?s?\)?:? '?"?((?:linux|windows)\/[\w/]+)/i],
  ['key', new RegExp(`json key ["']?(${NAME})`)],
  ['secret', new RegExp(String.raw`(arn:aws[\w-]*:secretsmanager:[^\s'",)]*\w)`)],
  ['secret', new RegExp(String.raw`(arn:aws[\w-]*:ssm:[^\s'",)]*\w)`)],
  ['secret', /invalid (?:ssm )?parameters:? \[?([^\s\],]+)/],
  ['logGroup', /log-group:([^\s:'",]+)/],
  ['logGroup', /log group ['"]?(\/[^\s'",:]+)/],
  ['file', /"(\/[^"]+)": not found/],
  ['file', /\bopen ([^\s:]+): no such file/],
  ['fileSystem', /\b(fs-[0-9a-f]{8,17})\b/],
  ['subnet', /\b(subnet-[0-9a-f]{8,17})\b/],
  ['role', new RegExp(String.raw`\brole '?"?(arn:aws[\w-]*:iam::\d*:role\/[^\s'",)]*\w)`, 'i')],
  ['role', new RegExp(String.raw`iam:PassRole on resource: (${ARN}\w)`)],
  ['targetGroup', /target-?group(?:Arn)? (arn:aws[\w-]*:elasticloadbalancing:[^\s'",)]*\w)/i],
  ['port', /\(port (\d{1,5})\)|container port (\d{1,5})|\bport (\d{1,5})\b/],
  ['codes', /with these codes: \[([\d, ]+)\]/],
  ['command', /exec: "([^"]+)"/],
  ['command', /\bexec (\/[^\s:]+): /],
  ['command', /process "([^"]+)" did not complete/],
  ['limit', /Max allowed length is '?(\d+)/],
  ['instance', /\b(i-[0-9a-f]{8,17})\b/],
  ['instance', /container-instance ([0-9a-f-]{32,36})/],
  ['host', /(?:dial tcp: lookup|lookup) ([\w.-]+\w)/],
  ['host', /(?:Get|Head|Post|Put) "?https?:\/\/([\w.-]+)/],
  ['host', /dial tcp ([\d.[\]:a-f]+:\d+)/]
];

/** What a text names, in the words that its author has for it. Pure. */
export function readFacts(text: string): Facts {
  const facts: Partial<Record<FactName, string>> = {};
  for (const [name, pattern] of PATTERNS) {
    if (facts[name] !== undefined) continue;
    const found = pattern.exec(text);
    const value = found === null ? undefined : (found.slice(1).find(Boolean) ?? found[0]);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}
