/** A call of the built-in AWS that went wrong: AWS's error name and message. */
export class CallError extends Error {
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${message} (${code})`);
    this.name = 'CallError';
    this.code = code;
  }
}

export type Shape = Readonly<Record<string, unknown>>;

/** The services of the built-in AWS that speak AWS JSON 1.1, and what stands before the operation in `X-Amz-Target`. */
const TARGETS = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  codedeploy: 'CodeDeploy_20141006',
  logs: 'Logs_20140328',
  secretsmanager: 'secretsmanager',
  ssm: 'AmazonSSM'
} as const;

/** Those that speak the query protocol, and the version of each. */
const VERSIONS = {
  iam: '2010-05-08',
  ec2: '2016-11-15',
  elasticloadbalancing: '2015-12-01',
  sts: '2011-06-15'
} as const;

/** Calls one operation: `(service, operation, input) => output`. */
export interface Call {
  (service: keyof typeof TARGETS, operation: string, input: Shape): Promise<Shape>;
  /** For the services that speak the query protocol. */
  readonly ask: Ask;
}

/**
 * Calls one operation of the query protocol: `(service, action, form) => values`. The form's names are those of the wire, as
 * `Subnets.member.1`; of the answer it gives the text of each element without children, the first of a name.
 */
type Ask = (
  service: keyof typeof VERSIONS,
  action: string,
  form: Readonly<Record<string, string>>
) => Promise<Readonly<Record<string, string>>>;

/** Sends one request; gives the answer's text, and whether it is no error. */
type Send = (
  headers: Readonly<Record<string, string>>,
  body: string
) => Promise<{ readonly ok: boolean; readonly status: string; readonly text: string }>;

/**
 * A client of the built-in AWS for setting things up. It signs nothing (the built-in AWS does not check signatures), but names the region
 * where a signature would. Rejects with CallError.
 *
 * @param account 12 digits: whose account is meant; undefined: the cloud's own
 */
export function connectToCloud(endpoint: string, region: string, account?: string): Call {
  return makeClient({ region, account }, async (headers, body) => {
    const response = await fetch(endpoint, { method: 'POST', headers, body });
    return { ok: response.ok, status: response.statusText, text: await response.text() };
  });
}

/** What `openCloud` gives to those in the same process. */
type Answerer = (request: {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}) => { readonly status: number; readonly body: string } | undefined;

/** The same for a built-in AWS in this process. */
export function connectInProcess(answer: Answerer, region: string): Call {
  return makeClient({ region, account: undefined }, (headers, body) => {
    const { status = 0, body: text = '' } = answer({ headers, body: Buffer.from(body) }) ?? {};
    return Promise.resolve({ ok: status === 200, status: String(status), text });
  });
}

/** Where a signature says that a request belongs. */
interface Scope {
  readonly region: string;
  readonly account: string | undefined;
}

function makeClient(scope: Scope, send: Send): Call {
  const call = async (...[service, operation, input]: Parameters<Call>): Promise<Shape> => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${TARGETS[service]}.${operation}`,
      authorization: authorize(scope, service)
    };
    const { ok, status, text } = await send(headers, JSON.stringify(input));
    // Some operations answer with nothing at all.
    const output = (text === '' ? {} : JSON.parse(text)) as Shape;
    if (ok) return output;
    const type = typeof output['__type'] === 'string' ? output['__type'] : 'Unknown';
    const message = output['message'] ?? output['Message'];
    throw new CallError(operation, type.slice(type.indexOf('#') + 1), typeof message === 'string' ? message : status);
  };
  return Object.assign(call, { ask: makeQueries(scope, send) });
}

/** The same for the services that speak the query protocol. */
function makeQueries(scope: Scope, send: Send): Ask {
  return async (service, action, form) => {
    const body = new URLSearchParams({ Action: action, Version: VERSIONS[service], ...form });
    const headers = {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      authorization: authorize(scope, service)
    };
    const { ok, status, text } = await send(headers, body.toString());
    const leaves = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].reverse();
    const values = Object.fromEntries(leaves.map(([, name = '', leaf = '']) => [name, leaf]));
    if (ok) return values;
    throw new CallError(action, values['Code'] ?? 'Unknown', values['Message'] ?? status);
  };
}

function authorize({ region, account = 'STAGE' }: Scope, service: string): string {
  return `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`;
}
