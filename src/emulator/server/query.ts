import { AwsFault, renderXml, type Signature } from './protocol.js';
import type { QueryService } from './service.js';

/**
 * The query protocol of this service is EC2's own dialect: other envelopes, other names of lists and of some errors. `version` is the API
 * version that was asked for.
 */
type Dialect = Pick<QueryService, 'name' | 'dialect'> & { readonly version: string };

const STS: Dialect = { name: 'sts', version: '2011-06-15' };
/** What EC2 calls the errors that all services have. */
const NAMES_OF_EC2: Readonly<Record<string, string>> = {
  AccessDenied: 'UnauthorizedOperation',
  MissingAuthenticationToken: 'AuthFailure',
  Throttling: 'RequestLimitExceeded',
  ExpiredToken: 'RequestExpired',
  InternalFailure: 'InternalError'
};

/** The service that a request is for: the one that it was signed for, else one that has such an operation. */
export function findQueryService(
  services: readonly QueryService[],
  operation: string,
  signature: Signature | undefined
): QueryService | undefined {
  return (
    services.find(({ name }) => name === signature?.service) ??
    services.find(({ operations }) => Object.hasOwn(operations, operation))
  );
}

/**
 * The error for an operation that a service has not, or not in this API version; '' where the request names none. EC2's words are those of
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html and what it answers to requests meant for other services.
 */
export function refuseQuery(service: QueryService | undefined, operation: string, version: string): AwsFault {
  if (operation === '') {
    return new AwsFault('MissingAction', 'The request is missing an action or a required parameter.');
  }
  if (service?.dialect !== 'ec2') {
    const asked = version === '' ? 'NO_VERSION_SPECIFIED' : version;
    return new AwsFault('InvalidAction', `Could not find operation ${operation} for version ${asked}`);
  }
  if (version === '') {
    return new AwsFault('MissingParameter', 'The request must contain the parameter Version');
  }
  return service.versions.includes(version)
    ? new AwsFault('InvalidAction', `The action ${operation} is not valid for this web service.`)
    : new AwsFault('NoSuchVersion', `The requested version (${version}) of service AmazonEC2 does not exist`);
}

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
export function renderQueryError(service: QueryService | undefined, fault: AwsFault, requestId: string): string {
  const { name, version, dialect } = service === undefined ? STS : { ...service, version: service.versions[0] ?? '' };
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
