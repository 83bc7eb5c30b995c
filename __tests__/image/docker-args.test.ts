import { describe, expect, it } from '@jest/globals';

import type { BuildConfig } from '../../src/config/config.js';
import {
  builderInOptions,
  buildxArgs,
  createBuilderArgs,
  exportedCaches,
  loginArgs,
  plainBuildArgs,
  readField,
  settingsWithoutPlainArgument
} from '../../src/image/docker/docker-args.js';
import { makeBuild } from './fakes.js';

const REFERENCE = 'host:5000/shop/app:1';
const ENGINE = { reference: REFERENCE, builder: undefined, to: 'engine', metadataFile: undefined } as const;

const EVERYTHING = makeBuild({
  context: 'app',
  dockerfile: 'docker/Dockerfile.prod',
  target: 'runtime',
  buildArgs: [
    { name: 'VERSION', value: '1.29' },
    { name: 'OPTIONS', value: 'a=b c' },
    { name: 'EMPTY', value: '' }
  ],
  buildSecrets: ['id=npm,env=NPM_TOKEN', 'id=npmrc,src=.npmrc'],
  ssh: ['default'],
  platforms: ['linux/amd64', 'linux/arm64'],
  labels: [{ name: 'org.opencontainers.image.revision', value: 'abc' }],
  cacheFrom: ['type=registry,ref=host/cache:main'],
  cacheTo: ['type=registry,ref=host/cache:main,mode=max,image-manifest=true'],
  buildOptions: ['--pull', '--add-host', 'db:10.0.0.1']
});

describe('buildxArgs', () => {
  it('gives every setting in a fixed order, the options last before the context', () => {
    expect(
      buildxArgs(EVERYTHING, { reference: REFERENCE, builder: 'mine', to: 'registry', metadataFile: '/tmp/m.json' })
    ).toEqual([
      ...['buildx', 'build', '--builder', 'mine'],
      ...['--file', 'docker/Dockerfile.prod'],
      ...['--target', 'runtime'],
      ...['--platform', 'linux/amd64,linux/arm64'],
      ...['--build-arg', 'VERSION=1.29', '--build-arg', 'OPTIONS=a=b c', '--build-arg', 'EMPTY='],
      ...['--secret', 'id=npm,env=NPM_TOKEN', '--secret', 'id=npmrc,src=.npmrc'],
      ...['--ssh', 'default'],
      ...['--label', 'org.opencontainers.image.revision=abc'],
      ...['--cache-from', 'type=registry,ref=host/cache:main'],
      ...['--cache-to', 'type=registry,ref=host/cache:main,mode=max,image-manifest=true'],
      ...['--metadata-file', '/tmp/m.json'],
      ...['--tag', REFERENCE, '--push'],
      ...['--pull', '--add-host', 'db:10.0.0.1'],
      'app'
    ]);
  });

  const single: [Partial<BuildConfig>, string[]][] = [
    [{}, []],
    [{ dockerfile: 'a/Dockerfile' }, ['--file', 'a/Dockerfile']],
    [{ target: 'x' }, ['--target', 'x']],
    [{ platforms: ['linux/arm64'] }, ['--platform', 'linux/arm64']],
    [{ buildArgs: [{ name: 'A', value: 'x y' }] }, ['--build-arg', 'A=x y']],
    [{ ssh: ['default', 'key=/k'] }, ['--ssh', 'default', '--ssh', 'key=/k']],
    [{ cacheFrom: ['host/a:1', 'type=gha'] }, ['--cache-from', 'host/a:1', '--cache-from', 'type=gha']],
    [{ cacheTo: ['type=inline'] }, ['--cache-to', 'type=inline']]
  ];
  it.each(single)('%j', (changes, expected) => {
    expect(buildxArgs(makeBuild(changes), ENGINE)).toEqual([
      'buildx',
      'build',
      ...expected,
      '--tag',
      REFERENCE,
      '--load',
      '.'
    ]);
  });
});

describe('plainBuildArgs', () => {
  it('names a registry cache by its reference and leaves out what plain Docker has no argument for', () => {
    expect(plainBuildArgs(EVERYTHING, REFERENCE)).toEqual([
      ...['build', '--file', 'docker/Dockerfile.prod'],
      ...['--target', 'runtime'],
      ...['--platform', 'linux/amd64'],
      ...['--build-arg', 'VERSION=1.29', '--build-arg', 'OPTIONS=a=b c', '--build-arg', 'EMPTY='],
      ...['--secret', 'id=npm,env=NPM_TOKEN', '--secret', 'id=npmrc,src=.npmrc'],
      ...['--ssh', 'default'],
      ...['--label', 'org.opencontainers.image.revision=abc'],
      ...['--cache-from', 'host/cache:main'],
      ...['--tag', REFERENCE],
      ...['--pull', '--add-host', 'db:10.0.0.1'],
      'app'
    ]);
  });

  it('is as short as can be for the defaults', () => {
    expect(plainBuildArgs(makeBuild(), REFERENCE)).toEqual(['build', '--tag', REFERENCE, '.']);
  });
});

describe('settingsWithoutPlainArgument', () => {
  it.each([
    [{}, false, []],
    [{ cacheFrom: ['host/a:1', 'type=registry,ref=host/a:2'] }, false, []],
    [{ cacheFrom: ['type=gha'] }, true, ['cache-from with this type']],
    [{ cacheTo: ['type=inline'] }, true, ['cache-to']],
    [{ platforms: ['linux/amd64'] }, false, []],
    [{ platforms: ['linux/amd64', 'linux/arm64'] }, true, ['several platforms']],
    [{ buildSecrets: ['id=a'], ssh: ['default'] }, true, []],
    [{ buildSecrets: ['id=a'], ssh: ['default'] }, false, ['build-secrets', 'ssh']]
  ])('%j with BuildKit %s: %j', (changes, buildkit, expected) => {
    expect(settingsWithoutPlainArgument(makeBuild(changes), buildkit)).toEqual(expected);
  });
});

describe('the small ones', () => {
  it('has no password among the arguments of a login', () => {
    expect(loginArgs('AWS', 'host:5000')).toEqual(['login', '--username', 'AWS', '--password-stdin', 'host:5000']);
  });

  it.each([
    [true, ['--driver-opt', 'network=host']],
    [false, []]
  ])('creates a builder; on the host network: %s', (onHostNetwork, options) => {
    expect(createBuilderArgs('slipway-1', onHostNetwork)).toEqual([
      ...['buildx', 'create', '--name', 'slipway-1', '--driver', 'docker-container'],
      ...options,
      '--bootstrap'
    ]);
  });

  it.each([
    [[], undefined],
    [['--builder', 'a'], 'a'],
    [['--pull', '--builder=b'], 'b']
  ])('finds the builder in %j', (options, expected) => {
    expect(builderInOptions(options)).toBe(expected);
  });

  it('tells caches that have to be exported from those that leave with the image', () => {
    const caches = ['type=inline', 'type=gha,mode=max', 'host/cache:1'];
    expect(exportedCaches(makeBuild({ cacheTo: caches }))).toEqual(['type=gha,mode=max', 'host/cache:1']);
  });

  it.each([
    ['id=npm,env=NPM', ['id'], 'npm'],
    ['id=a,source=/x=y', ['src', 'source'], '/x=y'],
    ['"id=a","src=b"', ['src'], 'b'],
    ['id=a', ['src'], undefined]
  ])('reads a field of %s', (setting, names, expected) => {
    expect(readField(setting, ...names)).toBe(expected);
  });
});
