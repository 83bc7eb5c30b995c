import { describe, expect, it } from '@jest/globals';

import type { BuildConfig } from '../../src/config/config.js';
import { formatProblem } from '../../src/errors.js';
import { checkBuildArgs, checkDockerfile, type ContainerFacts } from '../../src/image/check/dockerfile-rules.js';
import { findStage, listBases, readDockerfile, type Dockerfile } from '../../src/image/build/dockerfile.js';
import { makeBuild } from './fakes.js';

const WEB: ContainerFacts = { name: 'web', file: 'td.json', ports: [{ from: 8080, to: 8080 }], architecture: 'amd64' };

function read(text: string): Dockerfile {
  return readDockerfile('Dockerfile', new TextEncoder().encode(text));
}

function check(text: string, build: Partial<BuildConfig> = {}, containers = [WEB]): readonly string[] {
  return checkDockerfile(read(text), makeBuild(build), setting => setting, containers).map(
    finding => `${finding.severity} ${finding.code} ${formatProblem(finding)}`
  );
}

describe('readDockerfile', () => {
  it('reads directives, comments, continued lines, here-documents and any case', () => {
    const { stages, args, secrets, isForeign } = read(`# syntax=docker/dockerfile:1
# a comment that ends in \\
ARG VERSION=22
from --platform=$BUILDPLATFORM node:\${VERSION} as Build

RUN <<EOF
FROM this-is-shell
EOF
RUN --mount=type=secret,id=npm,required \\
    # in between
    npm ci
EXPOSE 3000 \\
  3001/udp
FROM scratch
COPY --from=build <<-"END" /x
	EXPOSE 1
	END
expose 8000-8010
`);
    expect(isForeign).toBe(false);
    expect([...args]).toEqual(['VERSION']);
    expect(stages).toEqual([
      {
        line: 4,
        name: 'build',
        base: 'node:${VERSION}',
        platform: '$BUILDPLATFORM',
        ports: [
          { line: 12, text: '3000' },
          { line: 12, text: '3001/udp' }
        ],
        sources: []
      },
      {
        line: 14,
        name: undefined,
        base: 'scratch',
        platform: undefined,
        ports: [{ line: 18, text: '8000-8010' }],
        sources: [{ line: 15, from: 'build' }]
      }
    ]);
    expect(secrets).toEqual([{ line: 9, id: 'npm', required: true }]);
  });

  it('joins lines at the character that the file says, whatever its line ends', () => {
    expect(read('# escape=`\r\nFROM a `\r\n  AS b\r\nRUN dir c:\\\r\nEXPOSE 80\r\n').stages).toMatchObject([
      { name: 'b', ports: [{ line: 5, text: '80' }] }
    ]);
  });

  it('finds stages by name and number, and what they are from', () => {
    const file = read('FROM a AS base\nFROM base AS Mid\nFROM mid\n');
    expect(findStage(file, 'MID')?.line).toBe(2);
    expect(findStage(file, '0')?.line).toBe(1);
    expect(findStage(file, 'none')).toBeUndefined();
    const [, , last] = file.stages;
    expect(last === undefined ? [] : listBases(file, last).map(({ line }) => line)).toEqual([3, 2, 1]);
  });
});

describe('checkDockerfile', () => {
  it.each<readonly [string, string, Partial<BuildConfig>, readonly string[]]>([
    ['the port', 'FROM a\nEXPOSE 8080', {}, []],
    ['a port in a range', 'FROM a\nEXPOSE 8000-9000/tcp', {}, []],
    ['no port', 'FROM a\nRUN echo EXPOSE 3000', {}, []],
    ['a variable', 'FROM a\nEXPOSE $PORT 3000', {}, []],
    ['the port of the stage that it is from', 'FROM a AS b\nEXPOSE 8080\nFROM b\nEXPOSE 9', {}, []],
    [
      'another port',
      'FROM a AS b\nEXPOSE 8080\nFROM c\nEXPOSE 3000',
      {},
      [
        'warning exposed-port Dockerfile:4:1: The image exposes 3000, and the container "web" of td.json maps 8080. Correct containerPort there to the port that the program listens on, or EXPOSE here.'
      ]
    ],
    ['the port of the target', 'FROM a AS b\nEXPOSE 8080\nFROM c\nEXPOSE 3000', { target: 'b' }, []],
    [
      'a target that is not there',
      'FROM a AS build\nFROM b AS release',
      { target: 'realese' },
      [
        'error unknown-target target: There is no stage "realese" in Dockerfile; it has build and release. Did you mean release?'
      ]
    ],
    ['a target that an option may say', 'FROM a', { target: 'x', buildOptions: ['--target=0'] }, []],
    [
      'no stage at all',
      '# empty',
      {},
      ['error no-from Dockerfile:1:1: The Dockerfile has no FROM, so there is nothing to build. Start it with FROM.']
    ],
    ['another frontend', '# syntax=example/frontend:1\nhello', { target: 'x' }, []],
    [
      'an argument without ARG',
      'ARG VERSION\nFROM a:$VERSION',
      {
        buildArgs: [
          { name: 'VERSON', value: '1' },
          { name: 'HTTP_PROXY', value: 'x' },
          { name: 'VERSION', value: '1' }
        ]
      },
      [
        'warning unused-build-arg build-args: Dockerfile has no ARG VERSON, so the argument does nothing. Did you mean VERSION?'
      ]
    ],
    [
      'a secret that nothing mounts',
      'FROM a\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
      { buildSecrets: ['id=npm,env=NPM_TOKEN'] },
      [
        'warning unused-build-secret build-secrets: No RUN of Dockerfile mounts the secret npm. Read it with RUN --mount=type=secret,id=npm, or leave it out.'
      ]
    ],
    [
      'a secret that is missing',
      'FROM a\nRUN --mount=type=secret,id=npm,required=true npm ci',
      {},
      [
        'error missing-build-secret Dockerfile:2:1: The build needs the secret npm, and build-secrets has none of this id. Add id=npm,env=<VARIABLE> or id=npm,src=<file> to build-secrets.'
      ]
    ],
    [
      'a platform that is pinned to another',
      'FROM --platform=linux/amd64 a',
      { platforms: ['linux/arm64'] },
      [
        'warning from-platform Dockerfile:1:1: FROM is pinned to linux/amd64, and the image is to be built for linux/arm64. Leave --platform out of FROM, and say it in platforms.'
      ]
    ],
    [
      "a platform that is not the task's",
      'FROM --platform=linux/arm64/v8 a',
      {},
      [
        'warning from-platform Dockerfile:1:1: FROM is pinned to linux/arm64/v8, and the container "web" of td.json runs on amd64. Leave --platform out of FROM, and say it in platforms.'
      ]
    ],
    ['a platform of the machine', 'FROM --platform=$TARGETPLATFORM a', { platforms: ['linux/arm64'] }, []]
  ])('%s', (_name, text, build, expected) => {
    expect(check(text, build)).toEqual(expected);
  });

  it('tells of arguments that look like secrets, and not of their values', () => {
    const buildArgs = [
      { name: 'NPM_TOKEN', value: 'abc' },
      { name: 'TOKENIZER', value: 'x' },
      { name: 'DB_PASSWORD', value: '' }
    ];
    const findings = checkBuildArgs(makeBuild({ buildArgs }), setting => setting);
    expect(findings.map(formatProblem)).toEqual([
      'build-args: The build argument NPM_TOKEN looks like a secret, and build arguments can be read from the image. Pass it with build-secrets: id=npm_token,env=NPM_TOKEN, and read it with RUN --mount=type=secret.'
    ]);
  });
});
