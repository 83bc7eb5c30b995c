import { describe, expect, it } from '@jest/globals';

import type { BuildConfig } from '../../src/config/config.js';
import { listBaseImages } from '../../src/image/build/base-images.js';
import { readDockerfile } from '../../src/image/build/dockerfile.js';

const BUILD: BuildConfig = {
  context: '.',
  dockerfile: undefined,
  target: undefined,
  buildArgs: [],
  buildSecrets: [],
  ssh: [],
  platforms: [],
  labels: [],
  cacheFrom: [],
  cacheTo: [],
  cache: 'none',
  cacheRepository: undefined,
  buildOptions: []
};
const args = (...pairs: readonly string[]): Partial<BuildConfig> => ({
  buildArgs: pairs.map(pair => ({ name: pair.split('=')[0] ?? '', value: pair.split('=').slice(1).join('=') }))
});
const options = (...buildOptions: readonly string[]): Partial<BuildConfig> => ({ buildOptions });

/** The images by name; what is not known as `?` with the variables that have no value. */
function imagesOf(text: string, build: Partial<BuildConfig> = {}): readonly string[] {
  const file = readDockerfile('Dockerfile', new TextEncoder().encode(text));
  return listBaseImages(file, { ...BUILD, ...build }, 'linux/amd64').map(({ image, missing }) =>
    image === undefined ? `?${missing.join(',')}` : image
  );
}

describe('listBaseImages', () => {
  it.each<[string, string, Partial<BuildConfig>, readonly string[]]>([
    ['the base', 'FROM node:22\nRUN x', {}, ['node:22']],
    ['a base with a platform and a name', 'FROM --platform=$BUILDPLATFORM node:22 AS build', {}, ['node:22']],
    ['nothing from scratch', 'FROM scratch\nCOPY . /', {}, []],
    ['each image once', 'FROM a:1 AS x\nFROM a:1\nCOPY --from=x / /', {}, ['a:1']],
    [
      'stages, by name and number',
      'FROM a AS one\nFROM b\nFROM c\nCOPY --from=ONE / /\nCOPY --from=1 / /',
      {},
      ['c', 'b', 'a']
    ],
    ['no stage that the last one does not need', 'FROM a AS one\nFROM b AS two\nFROM one', {}, ['a']],
    ['the stages of the target', 'FROM a AS one\nFROM b AS two\n', { target: 'One' }, ['a']],
    ['the stages of the target among the options', 'FROM a AS one\nFROM b AS two\n', options('--target=one'), ['a']],
    [
      'an image of COPY --from',
      'FROM scratch\nCOPY --chown=1 --from=reg.example/tools:1 /a /b',
      {},
      ['reg.example/tools:1']
    ],
    ['no --from behind the flags', 'FROM a\nCOPY x --from=b /', {}, ['a']],
    [
      'an image of RUN --mount',
      'FROM a\nRUN --mount=type=bind,from=b:2,target=/x --mount=type=cache,target=/y make',
      {},
      ['a', 'b:2']
    ],
    ['a mount whose keys are in another order', 'FROM a\nRUN --mount=from=b:2,target=/x make', {}, ['a', 'b:2']],
    [
      'a stage of RUN --mount',
      'FROM b AS tools\nFROM a\nRUN --mount=type=bind,from=tools,target=/x make',
      {},
      ['a', 'b']
    ],
    ['instructions on several lines', 'FROM a\nCOPY \\\n  --from=b \\\n  /x /y', {}, ['a', 'b']],
    ['a default', 'ARG R=reg.example\nARG V="22"\nFROM $R/node:${V}', {}, ['reg.example/node:22']],
    ['several arguments of one ARG', "ARG R=reg.example V='22'\nFROM $R/node:$V", {}, ['reg.example/node:22']],
    ['a default made of another', 'ARG V=22\nARG BASE=node:${V}-slim\nFROM $BASE', {}, ['node:22-slim']],
    ['a build argument', 'ARG V=22\nFROM node:$V', args('V=24'), ['node:24']],
    ['a build argument among the options', 'ARG V=22\nFROM node:$V', options('--build-arg', 'V=24'), ['node:24']],
    ['one of the environment', 'ARG V=22\nFROM node:$V', options('--build-arg', 'V'), ['?V']],
    ['an argument without a value', 'ARG R\nFROM $R/node', {}, ['?R']],
    ['an argument that is declared too late', 'FROM a AS x\nARG R=y\nFROM $R/node', {}, ['?R']],
    ['one that no ARG declares', 'FROM $R/node', args('R=reg.example'), ['?R']],
    ['a word in place of it', 'ARG R\nFROM ${R:-reg.example}/node', {}, ['reg.example/node']],
    ['a word in place of an empty one', 'ARG R=\nFROM ${R:-reg.example}/node', {}, ['reg.example/node']],
    ['a suffix where it is set', 'ARG V=22 S=1\nFROM node:$V${S:+-slim}', {}, ['node:22-slim']],
    ['no suffix where it is not', 'ARG V=22 S\nFROM node:$V${S:+-slim}', {}, ['node:22']],
    ['a form that is not known', 'ARG V=v22\nFROM node:${V#v}', {}, ['?V']],
    ['the architecture', 'FROM base-$TARGETARCH', {}, ['base-amd64']],
    [
      'each architecture',
      'FROM base-${TARGETARCH}',
      { platforms: ['linux/amd64', 'linux/arm64'] },
      ['base-amd64', 'base-arm64']
    ],
    [
      'a stage that a variable names',
      'FROM a AS amd64\nFROM b AS arm64\nFROM $TARGETARCH',
      { platforms: ['linux/arm64'] },
      ['b']
    ],
    ['no variable of COPY --from', 'ARG T=b\nFROM a\nCOPY --from=$T / /', {}, ['a', '?$T']],
    [
      'a named context',
      'FROM alpine',
      options('--build-context', 'alpine=docker-image://reg.example/alpine:3'),
      ['reg.example/alpine:3']
    ],
    [
      'a named context by its long name',
      'FROM docker.io/library/alpine:latest',
      options('--build-context=alpine=docker-image://b'),
      ['b']
    ],
    ['a named context of a stage', 'FROM a AS one\nFROM one', options('--build-context=one=docker-image://b'), ['b']],
    [
      'a named context that is a folder',
      'FROM a\nCOPY --from=src / /',
      options('--build-context', 'src=../src'),
      ['a']
    ],
    ['no context that nothing names', 'FROM a', options('--build-context', 'src=docker-image://b'), ['a']],
    ['the frontend', '# syntax=reg.example/dockerfile:1\nFROM a', {}, ['reg.example/dockerfile:1', '?']],
    ["Docker's own frontend", '# syntax=docker/dockerfile:1\nFROM a', {}, ['docker/dockerfile:1', 'a']],
    ['no Dockerfile to speak of', '', {}, []]
  ])('has %s', (_, text, build, expected) => {
    expect(imagesOf(text, build)).toEqual(expected);
  });

  it('says where it stands', () => {
    const file = readDockerfile('Dockerfile', new TextEncoder().encode('# x\nARG R\nFROM $R/node AS build\n'));
    expect(listBaseImages(file, BUILD, 'linux/amd64')).toEqual([
      { written: 'FROM $R/node', line: 3, image: undefined, missing: ['R'] }
    ]);
  });
});
