import type { Listener, ListenerRule, RuleCondition } from './ports.js';
import { isPattern, matches, sampleOf } from './wildcards.js';

/** Where a listener rule is reached. */
export interface Address {
  /** Scheme, host, port, path and query. */
  readonly url: string;
  /** What the rule wants, besides. */
  readonly headers: Readonly<Record<string, string>>;
  /** The DNS name of the load balancer, which is connected to whatever the host of the URL is. */
  readonly dnsName: string;
  /** The patterns of which a path has to match one; empty: any path does. */
  readonly pathPatterns: readonly string[];
  /** GET where the rule takes it. */
  readonly method: string;
  /** Source addresses that the rule is limited to. */
  readonly sourceAddresses: readonly string[];
}

/** What every request of `gate-urls` has, besides. */
export const REQUEST_HEADERS = { 'User-Agent': 'slipway-gate', Accept: '*/*' } as const;

interface Place {
  readonly listener: Listener;
  readonly rule: ListenerRule;
  readonly dnsName: string;
  /** The host of `environment-url`. */
  readonly environmentHost: string | undefined;
}

const SCHEMES: Readonly<Record<string, 'http' | 'https'>> = {
  HTTP: 'http',
  HTTPS: 'https',
  TCP: 'http',
  TCP_UDP: 'http',
  TLS: 'https'
};
const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/**
 * The addresses at which a listener rule is reached, the best first: each meets all of its conditions, with a sample in the place of wildcards.
 * Pure. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 *
 * @returns a sentence where there is none
 */
export function findAddresses({ listener, rule, dnsName, environmentHost }: Place): readonly Address[] | string {
  const scheme = SCHEMES[listener.protocol ?? ''];
  if (scheme === undefined)
    return `Its protocol is ${listener.protocol ?? 'unknown'}, expected HTTP, HTTPS, TCP or TLS.`;
  const unresolved = rule.conditions.find(({ regexValues = [] }) => regexValues.length > 0);
  if (unresolved !== undefined) {
    return `Its ${unresolved.field} condition is a regular expression, from which no address can be made; expected values.`;
  }
  const hosts = listHosts(valuesOf(rule, 'host-header'), environmentHost);
  if (scheme === 'https' && hosts.length === 0 && environmentHost === undefined) {
    return 'It speaks https, whose certificate needs a name, and neither the rule has a host-header condition nor is there an environment-url.';
  }
  const pathPatterns = valuesOf(rule, 'path-pattern');
  const methods = valuesOf(rule, 'http-request-method');
  const port = listener.port ?? DEFAULT_PORTS[scheme];
  const suffix = port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  const shared = {
    dnsName,
    pathPatterns,
    method: methods.includes('GET') ? 'GET' : (methods[0] ?? 'GET'),
    sourceAddresses: valuesOf(rule, 'source-ip')
  };
  return combine([orNone(hosts), orNone(listPaths(pathPatterns))]).flatMap(([host, path = '']) => {
    const name = scheme === 'https' ? (host ?? environmentHost ?? dnsName) : dnsName;
    const own = scheme === 'http' && host !== undefined ? { Host: host } : {};
    return combine(listQueries(rule)).flatMap(pairs =>
      combine(listHeaders(rule)).map(headers => ({
        ...shared,
        url: `${scheme}://${name}${suffix}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
        headers: { ...own, ...Object.fromEntries(headers) }
      }))
    );
  });
}

/**
 * The URL of a path behind an address; a problem in one sentence where the rule does not take it. Pure.
 *
 * @param path begins with `/`; may have a query of its own
 */
export function urlBehind(
  { url, pathPatterns }: Address,
  path: string
): { readonly url: string } | { readonly problem: string } {
  const base = new URL(url);
  const [own = '', query = ''] = path.split(/\?(.*)/s);
  const queries = [base.search.slice(1), query].filter(part => part !== '');
  const search = queries.length === 0 ? '' : `?${queries.join('&')}`;
  const behind = new URL(`${base.origin}${base.pathname.replace(/\/$/, '')}${own}${search}`);
  behind.hash = '';
  const { pathname } = behind;
  if (pathPatterns.length > 0 && !pathPatterns.some(pattern => matches(pattern, pathname, { caseSensitive: true }))) {
    return {
      problem: `The rule takes the path ${pathPatterns.join(' or ')}, and ${path} behind GATE_URL is ${pathname}.`
    };
  }
  return { url: behind.href };
}

/** `http://…/health (Host: shop.example.com)`: an address, and the headers that lead there. */
export function describeAddress({ url, headers }: Pick<Address, 'url' | 'headers'>): string {
  const pairs = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return pairs.length === 0 ? url : `${url} (${pairs.join(', ')})`;
}

function listConditions({ conditions }: ListenerRule, field: string): readonly RuleCondition[] {
  return conditions.filter(condition => condition.field === field);
}

function valuesOf(rule: ListenerRule, field: string): readonly string[] {
  return listConditions(rule, field).flatMap(({ values }) => values);
}

/** What stands in the place of a wildcard: the first word, or where another rule takes that, the other one. */
const WORDS = ['gate', 'x-gate'] as const;

function samplesOf(pattern: string): readonly string[] {
  return [...new Set(WORDS.map(word => sampleOf(pattern, word)))];
}

/** The host of `environment-url` where it fits; then names that are one; then samples. */
function listHosts(patterns: readonly string[], environmentHost: string | undefined): readonly string[] {
  const fits =
    environmentHost !== undefined &&
    patterns.some(pattern => matches(pattern, environmentHost, { caseSensitive: false }));
  const sorted = sortBy(patterns, isPattern);
  return [...new Set([...(fits ? [environmentHost] : []), ...sorted.flatMap(samplesOf)])];
}

/** Whatever comes behind `/api/*` is left for the path that is asked for. */
function listPaths(patterns: readonly string[]): readonly string[] {
  const stems = patterns.map(pattern => pattern.replace(/\*+$/, ''));
  return sortBy(stems, isPattern)
    .flatMap(samplesOf)
    .map(sample => (sample.startsWith('/') ? sample : `/${sample}`));
}

/** Of each condition, what meets it: a header and its value. */
function listHeaders(rule: ListenerRule): readonly (readonly (readonly [string, string])[])[] {
  return listConditions(rule, 'http-header').flatMap(({ headerName, values }) =>
    headerName === undefined ? [] : [values.flatMap(samplesOf).map(value => [headerName, value] as const)]
  );
}

/** Of each condition, what meets it: a parameter as it is sent. */
function listQueries(rule: ListenerRule): readonly (readonly string[])[] {
  return listConditions(rule, 'query-string').map(({ pairs = [] }) =>
    pairs.map(({ key = 'gate', value }) =>
      [key, value].map(part => encodeURIComponent(sampleOf(part, WORDS[0]))).join('=')
    )
  );
}

/** Those first of which it does not hold. */
function sortBy(texts: readonly string[], holds: (text: string) => boolean): readonly string[] {
  return [...texts.filter(text => !holds(text)), ...texts.filter(holds)];
}

function orNone<T>(all: readonly T[]): readonly (T | undefined)[] {
  return all.length === 0 ? [undefined] : all;
}

/** One of each list, in every combination, with the first of each to begin with; a rule has few values. */
function combine<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (before, list) => before.flatMap(chosen => list.map(each => [...chosen, each])),
    [[]]
  );
}
