import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Why a request is not answered: one sentence for whoever sent it. */
export type Refusal = string;

/**
 * Whether a request was meant for this machine. A page in a browser can send requests here: to its own name, once it has that lead to
 * 127.0.0.1 (DNS rebinding; the name stands in `Host`), or to 127.0.0.1 itself (the page's name stands in `Origin`; of an image or a link only
 * `Sec-Fetch-Site` tells, https://www.w3.org/TR/fetch-metadata/).
 *
 * @param origin where to go instead, for the message
 * @returns undefined where the request is to be answered
 */
export function checkCaller(headers: IncomingHttpHeaders, origin: string): Refusal | undefined {
  const { host, origin: page } = headers;
  if (host === undefined || !isLocalName(readHost(host))) {
    return `The built-in AWS answers on names of this machine only, and this request is for ${JSON.stringify(host ?? '')}. Send it to ${origin}.`;
  }
  const isForeign = page === undefined ? headers['sec-fetch-site'] === 'cross-site' : !isLocalName(readOrigin(page));
  if (!isForeign) return undefined;
  return `The built-in AWS answers no web page of another host, and this request is of ${page === undefined ? 'one' : JSON.stringify(page)}. Serve the page from localhost.`;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * What AWS itself names these services, for who has such a name lead to this machine. Nobody else can serve a page under one of them: hosts of
 * AWS at which others can (`s3-website`, `elb`, `lambda-url`, `compute`) are not among them.
 */
const AWS_SERVICE = new RegExp(
  '^(?:\\d{12}\\.dkr[.-]ecr|(?:api\\.)?ecr(?:-public)?|public\\.ecr|ecs|sts|iam|ec2|logs|codedeploy|ssm|secretsmanager|elasticloadbalancing' +
    '|application-autoscaling|autoscaling)(?:-fips)?(?:\\.[a-z]{2,3}(?:-[a-z]+)+-\\d)?\\.' +
    '(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|on\\.aws|api\\.aws|api\\.amazonwebservices\\.com\\.cn|aws)$'
);

/**
 * What is left of a request's target without the run's secret, which stands first in it where there is one: `/<secret>/_slipway/time`.
 *
 * @param prefix `/<secret>`; empty where there is none
 * @returns undefined where it is not there
 */
export function takeSecret(target: string, prefix: string): string | undefined {
  if (prefix === '') return target;
  if (!target.startsWith(prefix)) return undefined;
  const rest = target.slice(prefix.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : undefined;
}

/** `localhost` and the names below it lead here by RFC 6761, 6.3; `host.docker.internal` does where Docker runs the client. */
function isLocalName(name: string | undefined): boolean {
  if (name === undefined) return false;
  const family = isIP(name);
  if (family !== 0) return LOOPBACK.check(name, family === 4 ? 'ipv4' : 'ipv6');
  return /^(?:.+\.)?localhost$/.test(name) || name === 'host.docker.internal' || AWS_SERVICE.test(name);
}

/** The name or address in a `Host` header (RFC 9110, 7.2), in lower case; undefined where it is none. */
function readHost(host: string): string | undefined {
  const [, address, name] = /^(?:\[([\da-f:.]+)\]|([\w.-]+?)\.?)(?::\d{1,5})?$/i.exec(host) ?? [];
  return (address ?? name)?.toLowerCase();
}

/** The same of an `Origin`; the opaque one (`null`) has none. */
function readOrigin(origin: string): string | undefined {
  return readHost(/^https?:\/\/(.+)$/i.exec(origin)?.[1] ?? '');
}
