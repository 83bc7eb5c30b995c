import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { ROOT } from '../dist/sandbox.js';
import { openWorkshop } from './act-parts.js';
import { BUSYBOX, startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

/** A thousand requests through the test listener, one after the other; each has to be answered by the new version. */
const GATE = `
let good = 0;
for (let sent = 0; sent < 1000; sent += 1) {
  const response = await fetch(process.env.GATE_URL);
  if (response.status === 200 && (await response.text()).trim() === 'the new version') good += 1;
}
console.log(good + ' of 1000');
process.exit(good === Number(process.argv[2]) ? 0 : 1);
`;

const DOCKERFILE = `FROM scratch
COPY busybox /bin/busybox
COPY index.html /site/index.html
CMD ["/bin/busybox", "httpd", "-f", "-p", "8080", "-h", "/site"]
`;

/** The gated example, whose image is really built, and whose gate wants so many good answers. */
function useGate(wanted: number): (workspace: string) => Promise<void> {
  return async workspace => {
    await cp(join(ROOT, 'examples', 'gated'), workspace, { recursive: true });
    await copyFile(BUSYBOX, join(workspace, 'busybox'));
    await writeFile(join(workspace, 'index.html'), 'the new version\n');
    await writeFile(join(workspace, 'Dockerfile'), DOCKERFILE);
    await writeFile(join(workspace, 'gate.mjs'), GATE);
    const settings = join(workspace, 'slipway.yml');
    const lines = (await readFile(settings, 'utf8')).split('\n').filter(line => !line.startsWith('gate-'));
    await writeFile(settings, `${lines.join('\n')}\ngate-command: node gate.mjs ${wanted}\n`);
  };
}

interface Answered {
  readonly sequence: number;
  readonly listenerPort: number;
  readonly taskDefinition?: string;
}

const isNew = ({ taskDefinition = '' }: Answered): boolean => taskDefinition.endsWith(':2');

it.each([
  [1000, 0, 'succeeded'],
  // One more than there are requests: all are answered well, and the gate fails.
  [1001, 3, 'rolled-back']
])(
  'a gate of a thousand requests that wants %s good answers reaches the new version with each, and production none before it passed',
  async (wanted, exitCode, outcome) => {
    const workshop = await openWorkshop(process.execPath, engine, useGate(wanted));
    try {
      const { endpoint, exports } = await workshop.openCloud('.', '--with-containers', '--scale=20', '--port=0');
      const listeners = (await (await fetch(`${endpoint}/_slipway/listeners`)).json()) as readonly { url: string }[];
      const production = listeners.map(({ url }) => url).find(url => url.endsWith(':8080')) ?? '';
      const over = new AbortController();
      const visits = (async () => {
        while (!over.signal.aborted) {
          await (await fetch(production)).text();
          await sleep(10);
        }
      })();
      const { exitCode: ended, log } = await workshop.run('slipway ship', exports);
      over.abort();
      await visits;
      expect({ ended, log }).toMatchObject({ ended: exitCode, log: expect.stringContaining('1000 of 1000') });
      expect(log).toContain(outcome);
      const traffic = (await (await fetch(`${endpoint}/_slipway/traffic`)).json()) as readonly Answered[];
      const byGate = traffic.filter(({ listenerPort }) => listenerPort === 9001);
      expect([byGate.length, byGate.filter(isNew).length]).toEqual([1000, 1000]);
      const visited = traffic.filter(({ listenerPort }) => listenerPort === 8080);
      expect(visited.length).toBeGreaterThan(100);
      const passedAt = outcome === 'succeeded' ? (byGate.at(-1)?.sequence ?? 0) : Infinity;
      expect(visited.filter(answered => isNew(answered) && answered.sequence < passedAt)).toEqual([]);
      expect(visited.some(isNew)).toBe(outcome === 'succeeded');
    } finally {
      await workshop.close();
    }
  },
  180_000
);
