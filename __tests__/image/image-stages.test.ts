import { describe, expect, it } from '@jest/globals';

import { followImages } from '../../src/image/build/image-stages.js';
import { checkImages } from '../../src/image/check/check-images.js';
import { publishImages } from '../../src/image/publish.js';
import type { RunOptions, RunResult } from '../../src/ports.js';
import { createJobTimeline, type JobTimeline } from '../../src/timeline.js';
import { makeBuild, makeImage, makeSandbox } from './fakes.js';

/** A timeline by a clock that the test turns; in seconds. */
function turned() {
  const clock = { seconds: 0, now: () => clock.seconds * 1000 };
  const timeline = createJobTimeline(clock);
  const shown = (): readonly string[] =>
    timeline
      .read()
      .map(({ phase, image, startedAt, endedAt }) =>
        [phase, ...(image === undefined ? [] : [image]), `${startedAt / 1000}-${endedAt / 1000}`].join(' ')
      );
  return { clock, timeline, shown };
}

type Step = readonly [at: number, image: number, does: string];

/** What the stages of images come to, each step at its second; a line of a builder starts with `#`. */
function follow(names: readonly string[], steps: readonly Step[], end: number): readonly string[] {
  const { clock, timeline, shown } = turned();
  timeline.enter('build');
  const stages = followImages(names, timeline);
  for (const [at, image, does] of steps) {
    clock.seconds = at;
    const stage = stages[image];
    if (does === 'build' || does === 'push' || does === 'rest') stage?.[does]();
    else stage?.read(does);
  }
  clock.seconds = end;
  timeline.leave();
  return shown();
}

describe('when images are built and pushed', () => {
  const PUSHING = '#9 pushing layers';

  it.each<[name: string, names: readonly string[], steps: readonly Step[], end: number, shown: readonly string[]]>([
    [
      'a single image is the job itself, with the logins before',
      ['a'],
      [
        [1, 0, 'build'],
        [20, 0, 'rest'],
        [21, 0, 'push'],
        [30, 0, 'rest']
      ],
      31,
      ['build 0-21', 'push 21-31']
    ],
    [
      'two images that wait for one another have a gap between their own stretches, and the job has none',
      ['a', 'b'],
      [
        [1, 0, 'build'],
        [1, 1, 'build'],
        [5, 0, 'rest'],
        [9, 1, 'rest'],
        [9, 0, 'push'],
        [9, 1, 'push'],
        [11, 1, 'rest'],
        [12, 0, 'rest']
      ],
      13,
      ['build 0-9', 'build a 1-5', 'build b 1-9', 'push 9-13', 'push a 9-12', 'push b 9-11']
    ],
    [
      'one at a time: the second is waited for',
      ['a', 'b'],
      [
        [0, 0, 'build'],
        [4, 0, 'rest'],
        [4, 1, 'build'],
        [8, 1, 'rest'],
        [8, 0, 'push'],
        [9, 0, 'rest'],
        [9, 1, 'push'],
        [10, 1, 'rest']
      ],
      10,
      ['build 0-8', 'build a 0-4', 'build b 4-8', 'push 8-10', 'push a 8-9', 'push b 9-10']
    ],
    [
      'builders that push by themselves: the job pushes once the last one has built',
      ['a', 'b'],
      [
        [0, 0, 'build'],
        [0, 1, 'build'],
        [4, 0, '#7 pushing manifest for host/a:1'],
        [6, 0, 'rest'],
        [8, 1, PUSHING],
        [8, 1, PUSHING],
        [9, 1, 'rest']
      ],
      9,
      ['build 0-8', 'build a 0-4', 'build b 0-8', 'push a 4-6', 'push 8-9', 'push b 8-9']
    ],
    [
      'a builder that does not say when it pushes only builds',
      ['a'],
      [
        [0, 0, 'build'],
        [1, 0, '#7 RUN echo pushing layers'],
        [8, 0, 'rest']
      ],
      8,
      ['build 0-8']
    ],
    [
      'a push that failed in passing is built again',
      ['a'],
      [
        [0, 0, 'build'],
        [4, 0, PUSHING],
        [5, 0, 'build'],
        [6, 0, PUSHING],
        [7, 0, 'rest']
      ],
      7,
      ['build 0-4', 'push 4-5', 'build 5-6', 'push 6-7']
    ],
    [
      'one that fails while another pushes is no longer built',
      ['a', 'b'],
      [
        [0, 0, 'build'],
        [0, 1, 'build'],
        [3, 0, PUSHING],
        [5, 1, 'rest'],
        [9, 0, 'rest']
      ],
      9,
      ['build 0-5', 'build a 0-3', 'build b 0-5', 'push a 3-9', 'push 5-9']
    ],
    [
      'one that fails in the engine is the end, and the job never pushes',
      ['a', 'b'],
      [
        [0, 0, 'build'],
        [0, 1, 'build'],
        [3, 0, 'rest'],
        [5, 1, 'rest']
      ],
      5,
      ['build 0-5', 'build a 0-3', 'build b 0-5']
    ]
  ])('%s', (_name, names, steps, end, shown) => {
    expect(follow(names, steps, end)).toEqual(shown);
  });
});

describe('publishing', () => {
  /** Docker's commands take these seconds; a builder says when it pushes. */
  const TAKES: readonly (readonly [command: RegExp, seconds: number])[] = [
    [/shop\/api.*--load/, 10],
    [/shop\/web.*--load/, 20],
    [/--push/, 30],
    [/^push/, 5]
  ];

  async function publish(
    names: readonly string[],
    { driver = 'docker', fails = /^$/ } = {}
  ): Promise<{ readonly shown: readonly string[]; readonly error: unknown }> {
    const sandbox = makeSandbox();
    sandbox.docker.driver = driver;
    for (const name of names) sandbox.ecr.addRepository(`shop/${name}`);
    const { clock, timeline, shown } = turned();
    const run = async (command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> => {
      const line = args.join(' ');
      const seconds = TAKES.find(([pattern]) => pattern.test(line))?.[1] ?? 0;
      clock.seconds += seconds / 2;
      if (line.includes('--push')) options.onLine?.('#8 pushing layers', 'stderr');
      clock.seconds += seconds / 2;
      if (fails.test(line)) return { exitCode: 1, stdout: '', stderr: 'ERROR: it is broken\n' };
      return sandbox.docker.run(command, args, options);
    };
    const ports = { ...sandbox.ports, processes: { run, processors: 1 } };
    const images = names.map(name => makeImage({ container: name, repository: `shop/${name}`, build: makeBuild() }));
    const plans = await checkImages(images, ports);
    timeline.enter('check');
    const error: unknown = await publishImages(plans, { registries: [], maxParallelBuilds: 1 }, ports, timeline).then(
      () => undefined,
      (thrown: unknown) => thrown
    );
    return { shown: shown(), error };
  }

  it('notes builds and pushes of the engine', async () => {
    const { shown } = await publish(['api', 'web']);
    expect(shown).toEqual([
      'check 0-0',
      'build 0-30',
      'build shop/api:abc123 0-10',
      'build shop/web:abc123 10-30',
      'push 30-40',
      'push shop/api:abc123 30-35',
      'push shop/web:abc123 35-40'
    ]);
  });

  it('notes where a builder begins to push by itself', async () => {
    const { shown } = await publish(['api', 'web'], { driver: 'docker-container' });
    expect(shown.slice(1)).toEqual([
      'build 0-45',
      'build shop/api:abc123 0-15',
      'push shop/api:abc123 15-30',
      'build shop/web:abc123 30-45',
      'push 45-60',
      'push shop/web:abc123 45-60'
    ]);
  });

  it.each([
    ['build', /shop\/web.*--load/, ['build 0-30', 'build shop/api:abc123 0-10', 'build shop/web:abc123 10-30']],
    ['push', /^push.*shop\/api/, ['push 30-40', 'push shop/api:abc123 30-35', 'push shop/web:abc123 35-40']]
  ])('loses nothing where a %s fails', async (_what, fails, last) => {
    const { shown, error } = await publish(['api', 'web'], { fails });
    expect(error).toBeInstanceOf(Error);
    expect(shown.slice(-3)).toEqual(last);
  });

  it('notes nothing where all images are there', async () => {
    const sandbox = makeSandbox();
    const digest = `sha256:${'a'.repeat(64)}`;
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').put('shop/app', 'abc123', digest);
    const { timeline, shown }: { timeline: JobTimeline; shown: () => readonly string[] } = turned();
    timeline.enter('check');
    const plans = await checkImages([makeImage()], sandbox.ports);
    await publishImages(plans, { registries: [], maxParallelBuilds: 1 }, sandbox.ports, timeline);
    expect(shown()).toEqual(['check 0-0']);
  });
});
