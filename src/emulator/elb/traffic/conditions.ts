import { BlockList, isIP } from 'node:net';

import { compileWildcards } from '../../server/wildcards.js';
import { listOf, partOf, textOf, type Document } from '../documents.js';
import type { RequestFacts } from './facts.js';

/**
 * Whether a request meets a rule's condition: one of its values. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 *
 * @param condition RuleCondition of the service model, as it was sent
 */
export function meetsCondition(condition: Document, request: RequestFacts): boolean {
  switch (textOf(condition['Field'])) {
    case 'host-header':
      return meetsOne(condition, 'HostHeaderConfig', [request.host], 'i');
    case 'path-pattern':
      return meetsOne(condition, 'PathPatternConfig', [request.path], '');
    case 'http-header': {
      const name = textOf(partOf(condition, 'HttpHeaderConfig')['HttpHeaderName']) ?? '';
      return meetsOne(condition, 'HttpHeaderConfig', request.headers.get(name.toLowerCase()) ?? [], 'i');
    }
    case 'http-request-method':
      return valuesOf(condition, 'HttpRequestMethodConfig', 'Values').includes(request.method);
    case 'query-string':
      return listOf(partOf(condition, 'QueryStringConfig')['Values']).some(pair =>
        meetsPair(pair as Document, request)
      );
    case 'source-ip':
      return valuesOf(condition, 'SourceIpConfig', 'Values').some(block => isInBlock(request.source, block));
    default:
      return false;
  }
}

function valuesOf(condition: Document, config: string, member: 'Values' | 'RegexValues'): readonly string[] {
  return [...listOf(condition[member]), ...listOf(partOf(condition, config)[member])].flatMap(
    value => textOf(value) ?? []
  );
}

function meetsOne(condition: Document, config: string, found: readonly string[], flags: 'i' | ''): boolean {
  const patterns = valuesOf(condition, config, 'Values').map(value => compileWildcards(value, flags));
  const expressions = valuesOf(condition, config, 'RegexValues').flatMap(value => compileRegex(value, flags) ?? []);
  return found.some(text => [...patterns, ...expressions].some(expression => expression.test(text)));
}

/** A pair without a key is met by any parameter of its value. A parameter counts as it was sent, and decoded. */
function meetsPair(pair: Document, { query }: RequestFacts): boolean {
  const key = textOf(pair['Key']);
  const wantedKey = key === undefined ? undefined : compileWildcards(key, 'i');
  const wantedValue = compileWildcards(textOf(pair['Value']) ?? '', 'i');
  return query.some(parameter => (wantedKey?.test(parameter.key) ?? true) && wantedValue.test(parameter.value));
}

/** undefined where it is no regular expression. */
function compileRegex(source: string, flags: 'i' | ''): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

function isInBlock(address: string, block: string): boolean {
  const [network = '', bits] = block.split('/');
  const version = isIP(network);
  if (version === 0 || isIP(address) !== version) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(network, Number(bits ?? (version === 6 ? 128 : 32)), family);
  return list.check(address, family);
}
