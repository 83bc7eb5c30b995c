import type { ServerResponse } from 'node:http';

/** What a load balancer answers by itself. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The names that Application Load Balancers give the statuses which they make themselves. */
const TITLES: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out'
};

/**
 * The page of an Application Load Balancer that has no answer of a target: 503 where there is none in service, 502 where it broke off, 504 where
 * it did not come in time.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
export function errorPage(status: number): PlainAnswer {
  const title = `${status} ${TITLES[status] ?? ''}`.trim();
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}

/** Sends an answer of the load balancer's own. */
export function sendPlain(response: ServerResponse, { status, headers, body }: PlainAnswer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { server: 'awselb/2.0', ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
