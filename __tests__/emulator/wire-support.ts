import type { Answerer } from '../../src/emulator/server/requests.js';

/** A request as it goes over the wire: of the JSON protocol where there is a target, else of the query protocol. */
export interface Wire {
  readonly target: string | null;
  readonly body: string;
}

/** Sends it without a port; the answer comes without the request's id, which is another each time. */
export function sendWire(
  answer: Answerer,
  service: string,
  { target, body }: Wire
): { readonly status: number; readonly text: string } {
  const scope = `AKIDEXAMPLE/20260101/eu-west-1/${service}/aws4_request`;
  const headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    ...(target === null ? {} : { 'x-amz-target': target })
  };
  const sent = answer({ headers, body: Buffer.from(body) });
  return { status: sent?.status ?? 0, text: (sent?.body ?? '').replace(/<RequestI[dD]>.*?<\/RequestI[dD]>/, '') };
}

const TARGETS: Readonly<Record<string, string>> = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  codedeploy: 'CodeDeploy_20141006',
  logs: 'Logs_20140328',
  secretsmanager: 'secretsmanager',
  ssm: 'AmazonSSM',
  'application-autoscaling': 'AnyScaleFrontendService'
};

/** Status, error and message; the last two are '' where there is no error. */
type Told = readonly [status: number, error: string, message: string];

/** Sends a request of the JSON protocol. */
export function askJson(answer: Answerer, service: string, operation: string, input: object): Told {
  const { status, text } = sendWire(answer, service, {
    target: `${TARGETS[service] ?? ''}.${operation}`,
    body: JSON.stringify(input)
  });
  const { __type: error = '', message = '' } = JSON.parse(text || '{}') as { __type?: string; message?: string };
  return [status, error, message];
}

/** The API versions of the services of the query protocol. */
const VERSIONS: Readonly<Record<string, string>> = {
  ec2: '2016-11-15',
  elasticloadbalancing: '2015-12-01',
  iam: '2010-05-08',
  sts: '2011-06-15'
};

/** Sends a request of the query protocol, and gives the answer's XML. */
export function sendForm(
  answer: Answerer,
  service: string,
  operation: string,
  form: Readonly<Record<string, string>> = {}
): { readonly status: number; readonly text: string } {
  const body = new URLSearchParams({ Action: operation, Version: VERSIONS[service] ?? '', ...form }).toString();
  return sendWire(answer, service, { target: null, body });
}

/** As sendForm, for what is told of an error. */
export function askForm(
  answer: Answerer,
  service: string,
  operation: string,
  form: Readonly<Record<string, string>>
): Told {
  const { status, text } = sendForm(answer, service, operation, form);
  const part = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text)?.[1] ?? '';
  return [status, part('Code'), part('Message').replaceAll('&gt;', '>').replaceAll('&lt;', '<')];
}

/** What AWS's common layer says of a value, up to the constraint. */
export function describeWrong(value: string, path: string): string {
  return `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: Member must `;
}

/** What it says of a member that is missing. */
export function describeMissing(path: string): string {
  return `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`;
}
