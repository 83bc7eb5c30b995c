import { SlipwayError } from '../errors.js';
import type { Files, RouteResolver } from '../ports.js';
import { findProxy, listProxyPasswords, namesProxy } from './proxy-env.js';
import { memoize } from '../memoize.js';

/**
 * What the environment says of the way to AWS, as the AWS CLI takes it: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, and `AWS_CA_BUNDLE`, a PEM file of the
 * authorities that are trusted instead of Node's. Passwords of proxies are hidden in every log from here on.
 *
 * @returns undefined where nothing is said, so that nothing has to be loaded
 */
export function createRouteResolver(
  environment: Readonly<Record<string, string | undefined>>,
  files: Pick<Files, 'read'>,
  mask: (secret: string) => void
): RouteResolver | undefined {
  const bundle = environment['AWS_CA_BUNDLE'] ?? '';
  if (bundle === '' && !namesProxy(environment)) return undefined;
  listProxyPasswords(environment).forEach(mask);
  const open = memoize(async () => {
    const [{ makeAgents }, ca] = await Promise.all([import('./proxy-agents.js'), readBundle(bundle, files)]);
    return makeAgents(ca);
  });
  return async url => {
    const proxy = findProxy(url, environment);
    const agents = await open();
    return { agent: agents(url, proxy), proxy };
  };
}

async function readBundle(path: string, files: Pick<Files, 'read'>): Promise<string | undefined> {
  if (path === '') return undefined;
  const refuse = (why: string): SlipwayError =>
    new SlipwayError({
      code: 'no-ca-bundle',
      fault: 'user',
      what: `AWS_CA_BUNDLE names ${path}, and ${why}.`,
      next: 'Name a PEM file with the certificates of the authorities that you trust, or unset the variable.'
    });
  const bytes = await files.read(path).catch((error: unknown) => {
    throw refuse(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (bytes === undefined) throw refuse('there is no such file');
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw refuse('there is no certificate in it');
  return text;
}
