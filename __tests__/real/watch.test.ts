import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { DIST, REGION, withSandbox, type Sandbox } from '../dist/sandbox.js';
import { ROLLING, seed } from '../dist/seed.js';

const ENTER = '\u001b[?1049h\u001b[?25l';
const LEAVE = '\u001b[?25h\u001b[?1049l';

interface Session {
  /** What the terminal got so far. */
  readonly seen: () => string;
  readonly type: (keys: string) => void;
  readonly waitFor: (pattern: RegExp) => Promise<void>;
  /** What the shell behind it said of its exit code. */
  readonly end: Promise<string>;
}

/** The built command on a pseudo-terminal of util-linux's `script`, by a shell that tells its exit code and its process id. */
function onTerminal(sandbox: Sandbox, env: Readonly<Record<string, string>>, ...args: readonly string[]): Session {
  const { timeline, endpoint } = sandbox.cloud;
  const line = [process.execPath, join(DIST, 'cli', 'index.js'), ...args].map(word => `'${word}'`).join(' ');
  const shell = `stty cols 72 rows 12; (echo "pid $BASHPID"; exec ${line}); echo "exit code $?"`;
  const child = spawn('script', ['-qec', `bash -c ${JSON.stringify(shell).replaceAll('$', '\\$')}`, '/dev/null'], {
    cwd: sandbox.workspace,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: sandbox.home,
      TERM: 'xterm-256color',
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      AWS_EC2_METADATA_DISABLED: 'true',
      SLIPWAY_CLOCK: `${timeline.scale}@${timeline.anchor}`,
      ...env
    }
  });
  let seen = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (data: Buffer) => {
    seen += data.toString();
    for (const look of waiting) look();
  });
  const end = new Promise<string>(resolve => child.on('close', () => resolve(seen)));
  return {
    seen: () => seen,
    type: keys => void child.stdin.write(keys),
    waitFor: pattern =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(seen)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void end.then(() => reject(new Error(`It ended before ${pattern.source}:\n${seen}`)));
        look();
      }),
    end
  };
}

/** What stands on the terminal after the view has left its own screen. */
function afterwards(text: string): string {
  return text.slice(text.lastIndexOf(LEAVE) + LEAVE.length).replaceAll('\r', '');
}

it.concurrent('follows a deployment on a terminal in place, and Ctrl-C gives the terminal back with exit code 0', () =>
  withSandbox(async sandbox => {
    await seed(sandbox, 'ECS');
    const session = onTerminal(sandbox, {}, 'status', '--watch', '--cluster=shop', '--service=web');
    await session.waitFor(/Ctrl-C ends the view\./);
    const shipped = sandbox.ship(ROLLING);
    await session.waitFor(/\[replace/);
    await session.waitFor(/Succeeded after/);
    expect((await shipped).outputs['outcome']).toBe('succeeded');
    session.type('\u0003');
    const all = await session.end;
    expect(all.split(ENTER)).toHaveLength(2);
    expect(all.split(LEAVE)).toHaveLength(2);
    // Between the two there is no line break that could scroll: every frame goes from the top, and has 12 lines at most.
    const frames = all
      .slice(all.indexOf(ENTER) + ENTER.length, all.indexOf(LEAVE))
      .split('\u001b[H')
      .slice(1);
    expect(frames.length).toBeGreaterThan(3);
    expect(Math.max(...frames.map(frame => frame.split('\n').length))).toBeLessThanOrEqual(12);
    expect(afterwards(all)).toMatch(/^.*shop\/web \(ECS, ROLLING\): Succeeded after .*\n[^]*\nexit code 0\n$/);
  })
);

it.concurrent('gives the terminal back at SIGTERM, and has no colours where NO_COLOR is set', () =>
  withSandbox(async sandbox => {
    await seed(sandbox, 'ECS');
    const session = onTerminal(sandbox, { NO_COLOR: '1' }, 'status', '--watch', '--cluster=shop', '--service=web');
    await session.waitFor(/Ctrl-C ends the view\./);
    process.kill(Number(/pid (\d+)/.exec(session.seen())?.[1]), 'SIGTERM');
    const all = await session.end;
    expect(all.split(LEAVE)).toHaveLength(2);
    expect(afterwards(all)).toMatch(/exit code 0\n$/);
    const colours = all.match(/\u001b\[[\d;]*m/g) ?? [];
    expect(colours.filter(code => code !== '\u001b[0m')).toEqual([]);
  })
);

it.concurrent('gives the terminal back where it cannot go on, and says why', () =>
  withSandbox(async sandbox => {
    await seed(sandbox, 'ECS');
    const session = onTerminal(sandbox, {}, 'status', '--watch', '--cluster=shop', '--service=wep');
    const all = await session.end;
    expect(all.split(LEAVE)).toHaveLength(2);
    expect(afterwards(all)).toMatch(/There is no service wep in the cluster shop\. Did you mean web\?\nexit code 2\n$/);
  })
);

it.concurrent('adds lines in a CI job, terminal or not', () =>
  withSandbox(async sandbox => {
    await seed(sandbox, 'ECS');
    const session = onTerminal(sandbox, { CI: 'true' }, 'status', '--watch', '--cluster=shop', '--service=web');
    await session.waitFor(/shop\/web runs shop-web:1: 2 of 2 running/);
    session.type('\u0003');
    const all = await session.end;
    expect(all).not.toContain(ENTER);
    expect(all).toMatch(/exit code 0\r\n$/);
  })
);
