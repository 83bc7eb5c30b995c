import { describe, expect, it } from '@jest/globals';

import { CacheLog, type CacheUse } from '../../src/image/build/cache-log.js';

const LAYER = `sha256:${'3e'.repeat(32)}`;

function read(...lines: readonly string[]): CacheUse {
  const log = new CacheLog();
  for (const line of lines) log.read(line);
  return log.use;
}

describe('the log of a build', () => {
  it.each<[name: string, lines: readonly string[], hits: number, steps: number]>([
    ['no step', ['#1 [internal] load build definition from Dockerfile', '#1 DONE 0.0s'], 0, 0],
    ['steps that ran', ['#6 [1/2] COPY a /a', '#6 DONE 0.1s', '#7 [2/2] RUN make', '#7 0.1 done', '#7 DONE 1s'], 0, 2],
    ['steps that were cached', ['#6 [1/2] COPY a /a', '#6 CACHED', '#7 [2/2] RUN make', '#7 CACHED'], 2, 2],
    [
      'a cached step whose layers are fetched, told twice',
      ['#7 [2/4] RUN make', '#7 CACHED', '#7 [2/4] RUN make', `#7 ${LAYER} 156B / 156B 0.0s done`, '#7 DONE 0.2s'],
      1,
      1
    ],
    [
      'a cached step of which only the fetching is told',
      ['#7 [2/4] RUN make', `#7 ${LAYER} 164B / 164B done`, `#7 extracting ${LAYER} 0.1s done`, '#7 DONE 0.2s'],
      1,
      1
    ],
    ['a command that prints a digest', ['#7 [2/4] RUN sha256sum x', `#7 0.105 ${LAYER} x`, '#7 DONE 0.2s'], 0, 1],
    [
      'a base image, which is no step',
      [
        `#5 [1/2] FROM docker.io/library/node:24@${LAYER}`,
        `#5 extracting ${LAYER} 1s done`,
        '#5 CACHED',
        '#6 [2/2] RUN x'
      ],
      0,
      1
    ],
    [
      'several platforms and stages',
      [
        '#6 [linux/amd64 build 1/2] RUN x',
        '#6 CACHED',
        '#7 [linux/arm64 build 1/2] RUN x',
        '#8 [linux/arm64 stage-1 2/2] RUN x'
      ],
      1,
      3
    ]
  ])('tells %s', (_name, lines, hits, steps) => {
    expect(read(...lines)).toMatchObject({ hits, steps, troubles: [] });
  });

  it('tells a cache that cannot be read or written, and none that is not there yet', () => {
    const { troubles } = read(
      '#3 importing cache manifest from host/web:cache-x',
      '#3 ERROR: failed to configure registry cache importer: host/web:cache-x: not found',
      '#4 importing cache manifest from host/web:cache-main',
      '#4 ERROR: failed to configure registry cache importer: 403 Forbidden.',
      '#9 exporting to image',
      '#9 ERROR: no trouble of the cache',
      '#10 exporting cache to registry',
      '#10 ERROR: error writing layer blob: denied',
      '#11 exporting to GitHub Actions Cache',
      '#11 ERROR: 429 Too Many Requests'
    );
    expect(troubles).toEqual([
      'The build cache host/web:cache-main could not be read: failed to configure registry cache importer: 403 Forbidden.',
      'The build cache could not be written: error writing layer blob: denied.',
      'The build cache could not be written: 429 Too Many Requests.'
    ]);
  });

  it("tells how a request for GitHub's cache was answered", () => {
    const { troubles } = read(
      '#3 importing cache manifest from gha:123',
      '#3 ERROR: GET https://storage.example/blob',
      '--------------------------------------------------------------------------------',
      'RESPONSE 403: 403 Forbidden',
      'ERROR CODE: AuthenticationFailed'
    );
    expect(troubles).toEqual([
      'The build cache in GitHub could not be read: GET https://storage.example/blob answered 403: 403 Forbidden.'
    ]);
  });
});
