import type { Listener, ListenerRule, RuleCondition } from './ports.js';

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
  /** Whether a GET request gets there. */
  readonly takesGet: boolean;
  /** Source addresses that the rule is limited to. */
  readonly sourceAddresses: readonly string[];
}

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
 * Where a listener rule is reached: what meets all of its conditions, with a sample in the place of wildcards. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 *
 * @returns a sentence where there is no such address
 */
export function findAddress({ listener, rule, dnsName, environmentHost }: Place): Address | string {
  const scheme = SCHEMES[listener.protocol ?? ''];
  if (scheme === undefined)
    return `Its protocol is ${listener.protocol ?? 'unknown'}, expected HTTP, HTTPS, TCP or TLS.`;
  const unresolved = rule.conditions.find(({ regexValues = [] }) => regexValues.length > 0);
  if (unresolved !== undefined) {
    return `Its ${unresolved.field} condition is a regular expression, from which no address can be made; expected values.`;
  }
  const wanted = valuesOf(rule, 'host-header');
  const host = wanted.length === 0 ? undefined : chooseHost(wanted, environmentHost);
  const name = host ?? environmentHost;
  if (scheme === 'https' && name === undefined) {
    return 'It speaks https, whose certificate needs a name, and neither the rule has a host-header condition nor is there an environment-url.';
  }
  const pathPatterns = valuesOf(rule, 'path-pattern');
  const methods = valuesOf(rule, 'http-request-method');
  const port = listener.port ?? DEFAULT_PORTS[scheme];
  const authority = `${scheme === 'https' ? (name ?? dnsName) : dnsName}${port === DEFAULT_PORTS[scheme] ? '' : `:${port}`}`;
  return {
    url: `${scheme}://${authority}${choosePath(pathPatterns)}${makeQuery(rule)}`,
    headers: { ...(scheme === 'http' && host !== undefined ? { Host: host } : {}), ...makeHeaders(rule) },
    dnsName,
    pathPatterns,
    takesGet: methods.length === 0 || methods.some(method => matches(method, 'GET')),
    sourceAddresses: valuesOf(rule, 'source-ip')
  };
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
  const whole = `${base.pathname.replace(/\/$/, '')}${own}`;
  if (pathPatterns.length > 0 && !pathPatterns.some(pattern => matches(pattern, whole))) {
    return {
      problem: `The rule takes the path ${pathPatterns.join(' or ')}, and ${path} behind GATE_URL is ${whole}.`
    };
  }
  const queries = [base.search.slice(1), query].filter(part => part !== '');
  const search = queries.length === 0 ? '' : `?${queries.join('&')}`;
  return { url: `${base.protocol}//${base.host}${whole}${search}` };
}

function listConditions({ conditions }: ListenerRule, field: string): readonly RuleCondition[] {
  return conditions.filter(condition => condition.field === field);
}

function valuesOf(rule: ListenerRule, field: string): readonly string[] {
  return listConditions(rule, field).flatMap(({ values }) => values);
}

/** A name that is one; else that of `environment-url` where it fits; else a sample. */
function chooseHost(patterns: readonly string[], environmentHost: string | undefined): string {
  const exact = patterns.find(pattern => !isPattern(pattern));
  const fits = environmentHost !== undefined && patterns.some(pattern => matches(pattern, environmentHost));
  if (fits) return environmentHost;
  return exact ?? sampleOf(patterns[0] ?? '', 'gate');
}

/** Whatever comes behind `/api/*` is left for the path that is asked for. */
function choosePath(patterns: readonly string[]): string {
  const chosen = patterns.find(pattern => !isPattern(pattern.replace(/\*+$/, ''))) ?? patterns[0];
  if (chosen === undefined) return '';
  const sample = sampleOf(chosen.replace(/\*+$/, ''), 'gate');
  return sample.startsWith('/') ? sample : `/${sample}`;
}

function makeHeaders(rule: ListenerRule): Readonly<Record<string, string>> {
  const headers = listConditions(rule, 'http-header').flatMap(({ headerName, values: [first] }) =>
    headerName === undefined || first === undefined ? [] : [[headerName, sampleOf(first, 'gate')] as const]
  );
  return Object.fromEntries(headers);
}

/** Of each condition one pair is enough. */
function makeQuery(rule: ListenerRule): string {
  const pairs = listConditions(rule, 'query-string').flatMap(({ pairs: [first] = [] }) => first ?? []);
  const parameters = pairs.map(({ key, value }) =>
    [sampleOf(key ?? 'gate', 'gate'), sampleOf(value, 'gate')].map(encodeURIComponent).join('=')
  );
  return parameters.length === 0 ? '' : `?${parameters.join('&')}`;
}

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** `*` stands for any characters, `?` for one; a backslash before either means the character itself. */
function sampleOf(pattern: string, word: string): string {
  return pattern.replace(
    /\\([*?\\])|\*+|\?/g,
    (found, literal: string | undefined) => literal ?? (found === '?' ? 'x' : word)
  );
}

function matches(pattern: string, text: string): boolean {
  const source = pattern.replace(/\\([*?\\])|\*|\?|[^*?\\]+|\\/g, (found, literal: string | undefined) => {
    if (literal !== undefined) return `\\${literal}`;
    if (found === '*') return '.*';
    return found === '?' ? '.' : found.replace(/[.+^${}()|[\]\\/]/g, String.raw`\$&`);
  });
  return new RegExp(`^(?:${source})$`, 'is').test(text);
}
