import { describe, expect, it } from '@jest/globals';

import { Cancelled, ProblemsError } from '../../src/errors.js';
import { OrderedLog } from '../../src/image/build/ordered-log.js';
import { checkImages } from '../../src/image/check/check-images.js';
import { publishImages } from '../../src/image/publish.js';
import type { RunOptions, RunResult } from '../../src/ports.js';
import { makeImage, makeSandbox } from './fakes.js';

const NAMES = ['api', 'web', 'jobs'];

/** A Docker command that runs until the test ends it. */
interface Running {
  readonly doing: string;
  readonly say: (line: string) => void;
  readonly end: (result?: Partial<RunResult>) => Promise<void>;
}

/** Lets everything go on that can go on without the test. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

async function begin(maxParallelBuilds: number | undefined, { processors = 1, buildx = true } = {}) {
  const sandbox = makeSandbox();
  sandbox.docker.buildx = buildx;
  for (const name of NAMES) sandbox.ecr.addRepository(`shop/${name}`);
  const running: Running[] = [];
  const hold = async (args: readonly string[], options: RunOptions): Promise<RunResult> => {
    const answer = sandbox.docker.run('docker', args, { ...options, onLine: undefined });
    options.signal?.throwIfAborted();
    const line = args.join(' ');
    const name = NAMES.find(each => line.includes(`shop/${each}:`)) ?? '';
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(options.signal?.reason as Error);
      options.signal?.addEventListener('abort', abort, { once: true });
      running.push({
        doing: `${args[0] === 'push' ? 'push' : 'build'} ${name}`,
        say: text => options.onLine?.(text, 'stdout'),
        end: async result => {
          resolve({ ...(await answer), ...result });
          await settle();
        }
      });
    });
  };
  const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> =>
    args[0] === 'push' || args.includes('build') || args.includes('--load')
      ? hold(args, options)
      : sandbox.docker.run(command, args, options);
  const stop = new AbortController();
  const ports = { ...sandbox.ports, processes: { run, processors }, signal: stop.signal };
  const images = NAMES.map(name => makeImage({ container: name, repository: `shop/${name}` }));
  const plans = await checkImages(images, ports);
  sandbox.log.length = 0;
  const published = publishImages(plans, { registries: [], maxParallelBuilds }, ports);
  published.catch(() => undefined);
  await settle();
  const find = (doing: string): Running => {
    const found = running.find(each => each.doing === doing);
    if (found === undefined)
      throw new Error(`${doing} is not running; running: ${running.map(each => each.doing).join(', ')}`);
    return found;
  };
  return { ...sandbox, published, stop, find, begun: () => running.map(({ doing }) => doing) };
}

describe('builds side by side', () => {
  it.each([
    [undefined, 1, ['build api']],
    [undefined, 2, ['build api', 'build web']],
    [undefined, 8, ['build api', 'build web', 'build jobs']],
    [2, 8, ['build api', 'build web']]
  ])(
    'are as many as max-parallel-builds says (%s), else as there are processors (%s)',
    async (max, processors, begun) => {
      const run = await begin(max, { processors });
      expect(run.begun()).toEqual(begun);
      await run.find('build api').end();
      expect(run.begun()).toHaveLength(Math.min(begun.length + 1, NAMES.length));
      run.stop.abort(new Cancelled('SIGINT'));
      await expect(run.published).rejects.toThrow('SIGINT');
    }
  );

  it.each([true, false])('push nothing before all stand, and push side by side (buildx: %s)', async buildx => {
    const run = await begin(3, { buildx });
    await run.find('build jobs').end();
    await run.find('build api').end();
    expect(run.begun().filter(doing => doing.startsWith('push'))).toEqual([]);
    await run.find('build web').end();
    expect(run.begun().slice(3)).toEqual(['push api', 'push web', 'push jobs']);
    for (const name of NAMES) await run.find(`push ${name}`).end();
    expect((await run.published).map(({ container }) => container)).toEqual(NAMES);
  });

  it('have a group of the log each, in the order of the settings, the first open one live', async () => {
    const run = await begin(3);
    const seen = (): readonly string[] => run.log.filter(line => /^Build image|^\w+ \d$/.test(line));
    run.find('build web').say('web 1');
    run.find('build api').say('api 1');
    expect(seen()).toEqual(['Build image shop/api:abc123', 'api 1']);
    await run.find('build web').end();
    run.find('build jobs').say('jobs 1');
    run.find('build api').say('api 2');
    expect(seen()).toEqual(['Build image shop/api:abc123', 'api 1', 'api 2']);
    await run.find('build api').end();
    expect(seen().slice(3)).toEqual(['Build image shop/web:abc123', 'web 1', 'Build image shop/jobs:abc123', 'jobs 1']);
    run.find('build jobs').say('jobs 2');
    expect(seen().at(-1)).toBe('jobs 2');
    run.stop.abort(new Cancelled('SIGINT'));
    await expect(run.published).rejects.toThrow('SIGINT');
  });

  it('tell every one that failed, after all have ended, and push nothing', async () => {
    const run = await begin(3);
    await run.find('build web').end({ exitCode: 1, stderr: 'ERROR: web is broken\n' });
    await run.find('build api').end();
    await run.find('build jobs').end({ exitCode: 1, stderr: 'ERROR: jobs is broken\n' });
    const error: unknown = await run.published.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemsError);
    expect((error as ProblemsError).problems.map(({ what }) => what)).toEqual([
      expect.stringMatching(/shop\/web:abc123 failed \(exit code 1\): .*web is broken/),
      expect.stringMatching(/shop\/jobs:abc123 failed \(exit code 1\): .*jobs is broken/)
    ]);
    expect(run.begun()).toHaveLength(3);
    expect(run.cleanupStore.size).toBe(0);
  });

  it('all end when the run is cancelled, and nothing is left', async () => {
    const run = await begin(2);
    run.stop.abort(new Cancelled('SIGTERM'));
    await expect(run.published).rejects.toBeInstanceOf(Cancelled);
    expect(run.begun()).toEqual(['build api', 'build web']);
    expect(run.files.removed).toEqual(['/tmp/slipway-docker-1']);
    expect(run.cleanupStore.size).toBe(0);
  });

  it('stand below the log of the open one where a person watches', async () => {
    const standing: (readonly string[])[] = [];
    const { reporter } = makeSandbox().ports;
    let now = 0;
    const log = new OrderedLog({ ...reporter, progress: (...lines) => void standing.push(lines) }, { now: () => now });
    const ends: (() => void)[] = [];
    const work = ['api', 'web'].map(name =>
      log.run(name, said => {
        said.info(`${name} begins`);
        return new Promise<void>(resolve => ends.push(resolve));
      })
    );
    await settle();
    now = 12_000;
    ends[1]?.();
    await settle();
    expect(standing.at(-1)).toEqual(['web: done after 12 s']);
    ends[0]?.();
    await Promise.all([...work, log.finish()]);
  });
});
