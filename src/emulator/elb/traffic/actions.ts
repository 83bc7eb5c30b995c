import { listOf, partOf, textOf, type Document } from '../documents.js';
import { describeActions, type Rule } from '../rules.js';
import { errorPage, type PlainAnswer } from './answers.js';
import type { RequestFacts } from './facts.js';
import { chooseShare } from './weights.js';

/** What a rule does with a request: forwards it to a target group, or answers it by itself. */
type Decision =
  | { readonly kind: 'forward'; readonly targetGroupArn: string }
  | { readonly kind: 'answer'; readonly answer: PlainAnswer };

interface Place {
  readonly scheme: 'http' | 'https';
  /** The listener's own. */
  readonly port: number;
}

/**
 * What the last action of a rule says, as https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html has it.
 * Every forward counts for the order of its weights.
 */
export function decide(rule: Rule, request: RequestFacts, place: Place): Decision {
  const answer = (value: PlainAnswer): Decision => ({ kind: 'answer', answer: value });
  const actions = describeActions(rule) as readonly Document[];
  const login = actions.map(({ Type }) => textOf(Type) ?? '').find(type => /^authenticate-|^jwt-/.test(type));
  if (login !== undefined) {
    const body = `The built-in AWS does not serve the action ${login}: it cannot tell who asks. Take the action out of the rule, or test with a rule without it.\n`;
    return answer({ status: 501, headers: { 'content-type': 'text/plain; charset=utf-8' }, body });
  }
  const action = actions.at(-1) ?? {};
  switch (textOf(action['Type'])) {
    case 'fixed-response':
      return answer(fixedResponse(partOf(action, 'FixedResponseConfig')));
    case 'redirect':
      return answer(redirect(partOf(action, 'RedirectConfig'), request, place));
    default: {
      const targetGroupArn = chooseShare(rule.forwards);
      return targetGroupArn === undefined ? answer(errorPage(503)) : { kind: 'forward', targetGroupArn };
    }
  }
}

function fixedResponse(config: Document): PlainAnswer {
  return {
    status: Number(textOf(config['StatusCode']) ?? 200),
    headers: { 'content-type': textOf(config['ContentType']) ?? 'text/plain; charset=utf-8' },
    body: textOf(config['MessageBody']) ?? ''
  };
}

function redirect(config: Document, request: RequestFacts, { scheme, port }: Place): PlainAnswer {
  const words: Readonly<Record<string, string>> = {
    protocol: scheme,
    host: request.host,
    port: String(port),
    path: request.path.replace(/^\//, ''),
    query: request.search
  };
  const fill = (member: string): string =>
    (textOf(config[member]) ?? '').replace(/#\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
  const query = fill('Query');
  const location = `${fill('Protocol').toLowerCase()}://${fill('Host')}:${fill('Port')}${fill('Path')}${query === '' ? '' : `?${query}`}`;
  const status = textOf(config['StatusCode']) === 'HTTP_301' ? 301 : 302;
  return { ...errorPage(status), headers: { 'content-type': 'text/html', location } };
}

/** A request's host and target as a rule's transforms rewrite them: RuleTransform of the service model. Pure. */
export function transform(
  { transforms }: Rule,
  request: RequestFacts,
  hostHeader: string
): { readonly host: string; readonly target: string } {
  let host = hostHeader;
  let target = `${request.path}${request.search === '' ? '' : `?${request.search}`}`;
  for (const each of transforms) {
    host = rewrite(partOf(each, 'HostHeaderRewriteConfig'), host);
    target = rewrite(partOf(each, 'UrlRewriteConfig'), target);
  }
  return { host, target };
}

function rewrite(config: Document, text: string): string {
  return listOf(config['Rewrites']).reduce<string>((before, each) => {
    const { Regex, Replace } = each as Document;
    try {
      return before.replace(new RegExp(textOf(Regex) ?? ''), textOf(Replace) ?? '');
    } catch {
      return before;
    }
  }, text);
}
