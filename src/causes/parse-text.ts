import { readFacts, type Facts } from './facts.js';

/** A text of AWS, its agent, a container runtime or Docker, taken apart. */
export interface FailureText {
  /** As written. */
  readonly text: string;
  /** The author's own words: names of resources, digests, ids, addresses and what stands in quotation marks are replaced. */
  readonly words: string;
  /** Names of errors, the outermost first: `CannotPullContainerError`, `AccessDeniedException`, `InvalidSubnetID.NotFound`, `NotFound` of gRPC. */
  readonly errors: readonly string[];
  /** HTTP's, where a status code stands, and nowhere else. */
  readonly statuses: readonly number[];
  readonly facts: Facts;
}

const PHRASES =
  'Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Request Timeout|Conflict|Gone|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Time-?out';
/** Where a status code stands: of the SDK for Go (both), of the Docker engine, of containerd and BuildKit, of CodeDeploy, of HTTP itself. */
const STATUSES: readonly RegExp[] = [
  /\bstatus ?code(?: is)?[:=]? ?"?(\d{3})\b/gi,
  /\b(?:response|server returned) status[:=]? ?"?(\d{3})\b/gi,
  /\bAPI error \((\d{3})\)/gi,
  /\b(?:failed with|unexpected|received unexpected) (?:HTTP )?status(?: code)?(?: from [A-Z]+ request to \S+)?(?: https?:\/\/\S+)?:? (\d{3})\b/gi,
  /\berror code: (\d{3})\b/gi,
  /\bHTTP(?: status| code|\/\d(?:\.\d)?)? ?:?(\d{3})\b/gi,
  new RegExp(String.raw`(?<=^|[\s([])(\d{3}) (?:${PHRASES})\b`, 'g')
];

/** Where an error's name stands. */
const ERRORS: readonly RegExp[] = [
  /\b([A-Z][A-Za-z]+(?:Error|Exception|Fault|Failure)):/g,
  /\b(?:ErrorCode|Error Code|error code|api error):? ([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)*)/g,
  /\brpc error: code = ([A-Z][A-Za-z]+)/g,
  /(?:^|[:\s(])((?!ErrorCode\b)(?:[A-Z][a-z]+){2,}(?:\.[A-Z][A-Za-z]+)?)(?=:\s|\)|$)/g,
  /\b([A-Z][A-Za-z]+(?:Exception|Error))\b/g
];

/** What stands for a name, id or address. The first that matches takes it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bhttps?:\/\/[^\s"',)]*[^\s"',):.;]/g, '<url>'],
  [/\barn:aws[\w-]*:[^\s"',)]*[^\s"',):.;]/g, '<arn>'],
  [/\(service [^)]*\)/g, '(service)'],
  [/\((task ?set|taskSet|task|deployment|instance|elb|target-group|container-instance) [^\s)]+\)/gi, '($1)'],
  [/\belb [\w-]+/g, 'elb'],
  [/\b(repository|image) "?'?[^\s"',]+"?'?(?=,? (?:not found|does not exist))/gi, '$1 <name>'],
  [
    /\b(pull access denied for|for name:|json key|log group|invalid (?:ssm )?parameters:|named|find user|find group) ["'[]?(?!defined\b|does\b|or\b|in\b|for\b|and\b)[^\s"',\]]+/gi,
    '$1 <name>'
  ],
  [/\b((?:the )?container) [\w-]+(?= (?:did|does|is|has|failed to|could)\b)/gi, '$1 <name>'],
  [/"(?![A-Z]{4,}(?::[A-Z]+)?")[^\s"]*"|'[^\s']*'(?!\w)|`[^\s`]*`/g, '<name>'],
  [/\bsha256:[0-9a-f]{6,}/g, '<digest>'],
  [
    /(?<![\w.@~*/-])(?!i\/o\b|net\/http\b|and\/or\b|input\/output\b|CPU\/|10\.)[\w.@~*-]*(?:\/[\w.@~*<>:+-]+)+[\w>]/g,
    '<name>'
  ],
  [/(?<=^|\s)\/[\w.@~/-]*\w/g, '<name>'],
  [/(?<![\w.-])(?!\w*(?:Error|Exception):|[A-Z]+:[A-Z])[\w.-]+:(?=[\w])[\w.-]*\w/g, '<name>'],
  [/\b(?:subnet|eni|fs|fsap|fsmt|i|sg|vpc|vol|ami|d)-[0-9A-Fa-f]{8,}\b/g, '<id>'],
  [/\b[0-9a-f]{8}-[0-9a-f-]{27}\b|\b[0-9a-f]{12,}\b/gi, '<id>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<address>'],
  [/(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|io|aws|net|org|cn|dev|internal|local)\b/g, '<host>']
];

/** Takes a text apart. Pure. Only the first 4,000 characters are read. */
export function parseText(text: string): FailureText {
  const plain = text.replaceAll('’', "'").slice(0, LONGEST);
  const errors = ERRORS.flatMap(pattern =>
    [...plain.matchAll(pattern)].map(found => [found.index, found[1] ?? ''] as const)
  );
  const names = errors.sort(([one], [other]) => one - other).map(([, name]) => name);
  const statuses = STATUSES.flatMap(pattern => [...plain.matchAll(pattern)].map(found => Number(found[1])));
  return {
    text,
    words: NAMES.reduce((words, [pattern, mark]) => words.replace(pattern, mark), plain).replace(/\s+/g, ' '),
    errors: [...new Set(names)],
    statuses: [...new Set(statuses.filter(status => status >= 100 && status < 600))],
    facts: readFacts(plain)
  };
}

/** No text of AWS is longer than some thousand characters; what is, is somebody's output. */
const LONGEST = 4_000;
