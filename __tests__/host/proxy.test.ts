import { describe, expect, it } from '@jest/globals';

import { findProxy, listProxyPasswords, namesProxy } from '../../src/host/proxy-env.js';
import { createRouteResolver } from '../../src/host/proxy.js';

const ECS = new URL('https://ecs.eu-west-1.amazonaws.com');
const P = 'http://proxy.example:3128';

describe('which proxy a request goes through', () => {
  it.each([
    ['nothing is set', ECS, {}, undefined],
    ['HTTPS_PROXY', ECS, { HTTPS_PROXY: P }, P],
    ['lower case', ECS, { https_proxy: P }, P],
    ['lower case goes first', ECS, { https_proxy: 'http://lower.example:1', HTTPS_PROXY: P }, 'http://lower.example:1'],
    ['empty in lower case switches it off', ECS, { https_proxy: '', HTTPS_PROXY: P }, undefined],
    ['HTTP_PROXY is not for https', ECS, { HTTP_PROXY: P }, undefined],
    ['HTTP_PROXY is for http', new URL('http://aws.example'), { HTTP_PROXY: P }, P],
    ['without a scheme', ECS, { HTTPS_PROXY: 'proxy.example:3128' }, P],
    ['a proxy that speaks TLS', ECS, { HTTPS_PROXY: 'https://proxy.example' }, 'https://proxy.example'],
    ['user and password are not in its URL', ECS, { HTTPS_PROXY: 'http://u:p@proxy.example:3128' }, P],
    ['this machine by name', new URL('http://localhost:4566'), { HTTP_PROXY: P }, undefined],
    ['this machine by address', new URL('http://127.0.0.1:4566'), { HTTP_PROXY: P }, undefined],
    ['this machine by its new address', new URL('http://[::1]:4566'), { HTTP_PROXY: P }, undefined]
  ] as const)('%s', (_, url, environment, proxy) => {
    expect(findProxy(url, environment)?.url).toBe(proxy);
  });

  it.each([
    ['amazonaws.com', true],
    ['.amazonaws.com', true],
    ['*.amazonaws.com', true],
    ['ecs.eu-west-1.amazonaws.com', true],
    ['ECS.EU-WEST-1.AMAZONAWS.COM', true],
    ['ecs.eu-west-1.amazonaws.com:443', true],
    ['ecs.eu-west-1.amazonaws.com:8443', false],
    ['intern.example, .amazonaws.com', true],
    ['intern.example .amazonaws.com', true],
    ['*', true],
    ['azonaws.com', false],
    ['eu-west-1', false],
    ['ecr.eu-west-1.amazonaws.com', false],
    [',', false],
    ['.', false],
    ['', false]
  ])('NO_PROXY=%s', (noProxy, isDirect) => {
    expect(findProxy(ECS, { HTTPS_PROXY: P, NO_PROXY: noProxy }) === undefined).toBe(isDirect);
    expect(findProxy(ECS, { HTTPS_PROXY: P, no_proxy: noProxy }) === undefined).toBe(isDirect);
  });

  it.each([
    ['10.0.0.0/8', true],
    ['10.1.2.3', true],
    ['10.1.2.3:4566', true],
    ['10.1.2.3:80', false],
    ['11.0.0.0/8', false],
    ['10.0.0.0/99', false],
    ['fd00::/8', false]
  ])('NO_PROXY=%s for an address', (noProxy, isDirect) => {
    const url = new URL('http://10.1.2.3:4566');
    expect(findProxy(url, { HTTP_PROXY: P, NO_PROXY: noProxy }) === undefined).toBe(isDirect);
  });

  it.each([
    ['http://ann:s%40cret@proxy.example:3128', 'ann:s@cret'],
    ['http://ann:100%@proxy.example:3128', 'ann:100%'],
    ['ann:secret@proxy.example:3128', 'ann:secret'],
    ['http://ann@proxy.example:3128', 'ann:']
  ])('tells %s who asks', (value, credentials) => {
    expect(findProxy(ECS, { HTTPS_PROXY: value })?.authorization).toBe(
      `Basic ${Buffer.from(credentials).toString('base64')}`
    );
  });

  it.each(['http://', 'http://ann:pass word@', 'socks5://ann:hunter2@proxy.example', 'proxy.example:none'])(
    'refuses %s, and does not repeat it',
    value => {
      const ask = (): unknown => findProxy(ECS, { HTTPS_PROXY: value });
      expect(ask).toThrow(/HTTPS_PROXY names no proxy that can be used.*http:\/\/proxy\.example:3128/s);
      expect(ask).not.toThrow(/hunter2|pass word/);
    }
  );

  it('lists the passwords, as written and as they are meant', () => {
    const environment = { HTTPS_PROXY: 'http://ann:s%40cret@a.example:1', http_proxy: 'bob:other@b.example:2' };
    expect(listProxyPasswords(environment)).toEqual(['s%40cret', 's@cret', 'other', 'other']);
    expect(listProxyPasswords({ HTTPS_PROXY: P, NO_PROXY: 'a:b@c' })).toEqual([]);
  });

  it('has nothing to say where nothing is set', () => {
    expect(namesProxy({ NO_PROXY: '*', HTTPS_PROXY: '' })).toBe(false);
    expect(createRouteResolver({ NO_PROXY: '*' }, { read: async () => undefined }, () => undefined)).toBeUndefined();
  });
});

describe('AWS_CA_BUNDLE', () => {
  it.each([
    ['is not there', undefined, /AWS_CA_BUNDLE names ca\.pem, and there is no such file/],
    ['holds no certificate', new TextEncoder().encode('hello'), /there is no certificate in it/]
  ])('says that it %s', async (_, bytes, says) => {
    const resolveRoute = createRouteResolver({ AWS_CA_BUNDLE: 'ca.pem' }, { read: async () => bytes }, () => undefined);
    await expect(resolveRoute?.(ECS)).rejects.toThrow(says);
  });
});
