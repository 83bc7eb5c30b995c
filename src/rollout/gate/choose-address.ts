import { parseArn } from '../../text/arn.js';
import { describeAddress, findAddresses, REQUEST_HEADERS, urlBehind, type Address } from './address.js';
import { findRoute, listUndecided, type RuleRequest } from './listener-rules.js';
import type { Listener, ListenerRule } from './ports.js';
import type { Obstacle } from './stage.js';

/** A listener rule that leads to the new version. */
export interface Candidate {
  readonly listener: Listener;
  readonly rule: ListenerRule;
  readonly dnsName: string;
  /** All rules of the listener. */
  readonly rules: readonly ListenerRule[];
  /** Those of them that lead to the new version, this one among them. */
  readonly leading: readonly ListenerRule[];
}

/** What a gate asks for behind an address. */
export interface Asked {
  readonly command: string | undefined;
  readonly urls: readonly string[];
  /** The host of `environment-url`. */
  readonly environmentHost: string | undefined;
}

/** An address, and what becomes of the requests that the gate sends there. */
interface Chosen {
  readonly address: Address;
  /** By the setting that asks. */
  readonly problems: readonly (Obstacle & { readonly setting: 'gate-command' | 'gate-urls' })[];
  readonly warnings: readonly string[];
}

/**
 * Chooses the address at which every request of a gate reaches the new version; where other rules of the listener take some of them away at
 * each address, the one that loses fewest, with what is lost. Pure.
 *
 * @param candidates the best first
 * @returns a sentence where no way has an address
 */
export function chooseAddress(candidates: readonly Candidate[], asked: Asked): Chosen | string {
  let best: Chosen | undefined;
  let reason = '';
  for (const candidate of candidates) {
    const addresses = findAddresses({ ...candidate, environmentHost: asked.environmentHost });
    if (typeof addresses === 'string') {
      reason ||= addresses;
      continue;
    }
    for (const address of addresses) {
      const judged = judge(address, candidate, asked);
      if (best === undefined || costOf(judged) < costOf(best)) best = judged;
      if (costOf(best) === 0) return best;
    }
  }
  return best ?? reason;
}

/** A request that is lost weighs more than any number of those that may be. */
function costOf({ problems, warnings }: Chosen): number {
  return problems.length * 1_000 + warnings.length;
}

function judge(address: Address, candidate: Candidate, { command, urls }: Asked): Chosen {
  const relative = [...new Set(urls)].filter(url => url.startsWith('/'));
  const judged = [
    ...relative.map(path => judgePath(path, 'gate-urls', address, candidate)),
    ...(command === undefined ? [] : judgeCommand(command, address, candidate))
  ];
  return {
    address,
    problems: judged.flatMap(({ problem }) => problem ?? []),
    warnings: [...new Set(judged.flatMap(({ warnings }) => warnings))]
  };
}

interface Judged {
  readonly problem?: Chosen['problems'][number];
  readonly warnings: readonly string[];
}

/** What a command asks for is not known, but for GATE_URL and for what its line writes behind it, such as `curl "$GATE_URL/health"`. */
function judgeCommand(command: string, address: Address, candidate: Candidate): readonly Judged[] {
  const paths = listWritten(command, address).map(path => judgePath(path, 'gate-command', address, candidate));
  // A rule may take GATE_URL itself, such as `/` alone, and leave what is behind it, which is what commands ask for.
  if (paths.length > 0) return paths;
  const base = judgeUrl(address.url, 'gate-command', address, candidate);
  const behind = urlBehind(address, '/gate');
  const deeper = 'url' in behind ? judgeUrl(behind.url, 'gate-command', address, candidate) : base;
  if (base.problem === undefined || deeper.problem !== undefined) return [base];
  return [{ warnings: [`${base.problem.what} Other paths behind GATE_URL do.`] }];
}

/** The paths that a command writes behind GATE_URL, without variables; a path cannot stand behind a query. */
function listWritten(command: string, { url }: Address): readonly string[] {
  if (url.includes('?')) return [];
  const written = command.matchAll(/\$(?:GATE_URL\b|\{GATE_URL\})["']?(\/[^\s"'`;|&<>()]*)/g);
  const paths = [...written].map(([, path = '']) => path).filter(path => /^[\w./~%@+,:=?-]*$/.test(path));
  return [...new Set(paths)];
}

function judgePath(
  path: string,
  setting: 'gate-command' | 'gate-urls',
  address: Address,
  candidate: Candidate
): Judged {
  const behind = urlBehind(address, path);
  if ('problem' in behind) {
    const next = 'Correct the path, or the rule.';
    return { problem: { setting, what: behind.problem, next }, warnings: [] };
  }
  if (setting === 'gate-command' || address.method === 'GET') return judgeUrl(behind.url, setting, address, candidate);
  const what = `The rule of the listener takes no GET (http-request-method), with which ${path} is requested.`;
  return { problem: { setting, what, next: 'Use gate-command, or let the rule take GET.' }, warnings: [] };
}

function judgeUrl(url: string, setting: 'gate-command' | 'gate-urls', address: Address, candidate: Candidate): Judged {
  const request = requestOf(url, address, setting);
  const { caughtBy, perhapsBy } = findRoute(request, candidate);
  const asked = `${address.method} ${describeAddress({ ...address, url })}`;
  const warnings = perhapsBy.map(
    rule =>
      `Whether ${asked} reaches the new version cannot be told: ${describeRule(rule)} comes first, and takes requests of ${listUndecided(rule, request).join(' and ')}.`
  );
  if (caughtBy === undefined) return { warnings };
  const what = `${asked} does not reach the new version: ${describeRule(caughtBy)} takes it before ${describePriority(candidate.rule)}, which leads there.`;
  return { problem: { setting, what, next: adviseOn(caughtBy, candidate) }, warnings };
}

function describeRule(rule: ListenerRule): string {
  return `${describePriority(rule)} of the listener (${rule.arn})`;
}

function describePriority({ priority }: ListenerRule): string {
  return Number.isFinite(priority) ? `the rule of priority ${priority}` : 'the default rule';
}

/** What moves the way of the new version to the front, where a number is free. */
function adviseOn(caughtBy: ListenerRule, { rule, rules }: Candidate): string {
  const other = 'Ask for a path that the rule does not take, or change its conditions';
  if (!Number.isFinite(rule.priority)) return `${other}.`;
  const used = new Set(rules.map(({ priority }) => priority));
  let free = caughtBy.priority - 1;
  while (used.has(free)) free -= 1;
  if (free < 1) return `${other}, or give the rule of the new version a lower priority number than it has.`;
  const region = parseArn(rule.arn)?.region ?? '';
  return `${other}, or try the rule of the new version first: aws elbv2 set-rule-priorities --region ${region} --rule-priorities RuleArn=${rule.arn},Priority=${free}`;
}

/** A request as it is sent; what else a command sends is not known. */
function requestOf(url: string, address: Address, setting: 'gate-command' | 'gate-urls'): RuleRequest {
  const { hostname, pathname, search } = new URL(url);
  const headers = { ...(setting === 'gate-urls' ? REQUEST_HEADERS : {}), ...address.headers };
  return {
    method: address.method,
    host: address.headers['Host'] ?? hostname,
    path: pathname,
    query: search.slice(1),
    headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  };
}
