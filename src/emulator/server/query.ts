import { renderXml, type AwsFault } from './protocol.js';
import type { QueryService } from './service.js';

/** The query protocol of this service is EC2's own dialect: other envelopes, other names of lists and of some errors. */
type Dialect = Pick<QueryService, 'name' | 'version' | 'dialect'>;

const STS: Dialect = { name: 'sts', version: '2011-06-15' };
/** What EC2 calls the errors that all services have. */
const NAMES_OF_EC2: Readonly<Record<string, string>> = {
  AccessDenied: 'UnauthorizedOperation',
  MissingAuthenticationToken: 'AuthFailure',
  Throttling: 'RequestLimitExceeded',
  ExpiredToken: 'RequestExpired',
  InternalFailure: 'InternalError'
};

/** The answer to an operation as XML. AWS query protocol, and "EC2 query protocol" of the Smithy specification. */
export function renderQueryAnswer(service: Dialect, operation: string, result: unknown, requestId: string): string {
  const { name, version } = service;
  if (service.dialect === 'ec2') {
    const body = renderXml({ requestId }) + renderXml(result, 'item');
    return `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/${version}/">${body}</${operation}Response>`;
  }
  const space = SPACES[name] ?? `https://${name}.amazonaws.com/doc/${version}/`;
  // An operation that answers with nothing has no element for it either.
  const body = result === undefined ? '' : `<${operation}Result>${renderXml(result)}</${operation}Result>`;
  return (
    `<${operation}Response xmlns="${space}">${body}` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`
  );
}

const SPACES: Readonly<Record<string, string>> = {
  elasticloadbalancing: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/'
};

/** An error as XML; without a service, where none was found for the request, as STS would. */
export function renderQueryError(service: Dialect | undefined, fault: AwsFault, requestId: string): string {
  const { name, version, dialect } = service ?? STS;
  if (dialect === 'ec2') {
    const code = NAMES_OF_EC2[fault.name] ?? fault.name;
    const inner = renderXml({ Errors: { Error: { Code: code, Message: fault.message } }, RequestID: requestId });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${inner}</Response>`;
  }
  const type = fault.status >= 500 ? 'Receiver' : 'Sender';
  const inner = renderXml({ Error: { Type: type, Code: fault.name, Message: fault.message }, RequestId: requestId });
  const space = SPACES[name] ?? `https://${name}.amazonaws.com/doc/${version}/`;
  return `<ErrorResponse xmlns="${space}">${inner}</ErrorResponse>`;
}

/** A list in a form: `Names.member.1`, `Names.member.2`, or `SubnetId.1` as EC2 and flattened lists have it. */
export function readList(form: URLSearchParams, name: string): readonly string[] {
  return readIndexes(form, name).flatMap(key => form.get(key) ?? []);
}

/** A list of structures in a form: each entry with the rest of its members as a form of its own. */
export function readStructures(form: URLSearchParams, name: string): readonly URLSearchParams[] {
  return readIndexes(form, name).map(
    key =>
      new URLSearchParams(
        [...form].flatMap(([member, value]) =>
          member.startsWith(`${key}.`) ? [[member.slice(key.length + 1), value] as [string, string]] : []
        )
      )
  );
}

/** `Names.member.1` …, in the order of their numbers. */
function readIndexes(form: URLSearchParams, name: string): readonly string[] {
  const keys = new Map<number, string>();
  for (const key of form.keys()) {
    const rest = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : '';
    const [, member = '', index] = /^(member\.)?(\d+)(?:\.|$)/.exec(rest) ?? [];
    if (index !== undefined) keys.set(Number(index), `${name}.${member}${index}`);
  }
  return [...keys].sort(([one], [other]) => one - other).map(([, key]) => key);
}
