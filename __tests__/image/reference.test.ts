import { describe, expect, it } from '@jest/globals';

import {
  formatReference,
  hostOf,
  isLoopback,
  isRepositoryName,
  isTag,
  isTagImmutable,
  parseReference
} from '../../src/image/reference.js';
import { parseEcrHost } from '../../src/text/ecr-host.js';
import { digestOf, HOST } from './fakes.js';

describe('parseReference', () => {
  const digest = digestOf('a');
  const cases: [string, string | undefined, string, string | undefined, string | undefined][] = [
    ['nginx', undefined, 'nginx', undefined, undefined],
    ['nginx:1.29', undefined, 'nginx', '1.29', undefined],
    ['library/nginx', undefined, 'library/nginx', undefined, undefined],
    ['localhost/app:x', 'localhost', 'app', 'x', undefined],
    ['127.0.0.1:5000/shop/app', '127.0.0.1:5000', 'shop/app', undefined, undefined],
    ['127.0.0.1:5000/shop/app:1', '127.0.0.1:5000', 'shop/app', '1', undefined],
    ['[::1]:5000/app:1', '[::1]:5000', 'app', '1', undefined],
    [`${HOST}/shop/app:abc`, HOST, 'shop/app', 'abc', undefined],
    [`${HOST}/shop/app@${digest}`, HOST, 'shop/app', undefined, digest],
    [`${HOST}/shop/app:abc@${digest}`, HOST, 'shop/app', 'abc', digest],
    ['public.ecr.aws/xray/aws-xray-daemon:3.3.14', 'public.ecr.aws', 'xray/aws-xray-daemon', '3.3.14', undefined],
    ['a__b/c-d---e.f', undefined, 'a__b/c-d---e.f', undefined, undefined]
  ];
  it.each(cases)('takes %s apart', (text, registry, repository, tag, digestPart) => {
    const reference = parseReference(text);
    expect(reference).toEqual({ registry, repository, tag, digest: digestPart });
    expect(reference && formatReference(reference)).toBe(text);
  });

  it.each([
    '',
    'Nginx',
    'nginx:',
    'nginx:-x',
    'nginx@sha256:abc',
    'a//b',
    'a..b/c',
    '-a',
    'https://host/a',
    'a b',
    'host.io/',
    '<IMAGE1_NAME>'
  ])('refuses "%s"', text => {
    expect(parseReference(text)).toBeUndefined();
  });
});

describe('parseEcrHost', () => {
  it.each([
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['123456789012.dkr-ecr.eu-west-1.on.aws', 'eu-west-1'],
    ['123456789012.dkr-ecr-fips.us-east-1.on.aws', 'us-east-1'],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
    ['123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1']
  ])('knows %s', (host, region) => {
    expect(parseEcrHost(host)).toEqual({ account: '123456789012', region });
  });

  it.each(['public.ecr.aws', 'docker.io', '12345.dkr.ecr.eu-west-1.amazonaws.com', `${HOST}.evil.example`, `x${HOST}`])(
    'does not take %s for one',
    host => {
      expect(parseEcrHost(host)).toBeUndefined();
    }
  );
});

describe('hosts and names', () => {
  it.each([
    [`https://${HOST}`, HOST],
    ['http://127.0.0.1:4566', '127.0.0.1:4566'],
    [`${HOST}/shop/app`, HOST],
    ['127.0.0.1:4566/shop/app', '127.0.0.1:4566']
  ])('takes the host of %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });

  it.each([
    ['127.0.0.1:5000', true],
    ['localhost:5000', true],
    ['[::1]:5000', true],
    ['127.example.com', false],
    [HOST, false]
  ])('loopback: %s is %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });

  it.each([
    ['shop/app', true],
    ['a', false],
    ['Shop', false],
    ['my.team/app', true],
    ['shop:1', false],
    ['shop/', false]
  ])('repository name: %s is %s', (name, expected) => {
    expect(isRepositoryName(name)).toBe(expected);
  });

  it.each([
    ['v1.2_3-x', true],
    ['_x', true],
    ['.x', false],
    ['x'.repeat(129), false],
    ['a/b', false]
  ])('tag: %s is %s', (tag, expected) => {
    expect(isTag(tag)).toBe(expected);
  });
});

describe('isTagImmutable', () => {
  it.each([
    ['MUTABLE', [], 'v1', false],
    ['IMMUTABLE', [], 'v1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'v1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'latest', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'dev-7', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest'], 'latest2', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*.*'], 'v1.2', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*.*'], 'v12', false],
    ['MUTABLE_WITH_EXCLUSION', ['*'], 'anything', true],
    ['MUTABLE_WITH_EXCLUSION', ['v1.2'], 'v1x2', false]
  ])('%s %j: %s is %s', (mutability, exclusions, tag, expected) => {
    expect(isTagImmutable({ mutability, exclusions }, tag)).toBe(expected);
  });
});
