import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What Docker refused: what it said about it, in one line. */
export class DockerError extends Error {}

interface DockerOptions {
  readonly input?: Buffer;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The most that it may take, in milliseconds. */
  readonly timeout?: number;
}

/** Runs `docker` and resolves with what it printed, without white space around it. Rejects with DockerError. */
export async function docker(args: readonly string[], options: DockerOptions = {}): Promise<string> {
  const { exitCode, stdout, stderr } = await tryDocker(args, options);
  if (exitCode === 0) return stdout.trim();
  throw new DockerError(pickLine(stderr) ?? `docker ${args[0] ?? ''} ended with exit code ${exitCode}`);
}

/** The same, where another exit code than 0 is an answer too; -1 where it did not end in time or could not be started. */
export function tryDocker(
  args: readonly string[],
  { input, env = {}, timeout }: DockerOptions = {}
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise(resolve => {
    const child = spawn('docker', args, { env: { ...process.env, ...env }, stdio: 'pipe', timeout });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
    }
    child.on('error', error => resolve({ exitCode: -1, stdout: '', stderr: error.message }));
    child.on('close', exitCode => resolve({ exitCode: exitCode ?? -1, ...said }));
    // A program that ends without reading its input is no failure of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Runs `docker` and hands on what it prints by line, both streams; resolves when it has ended and all lines are handed on. */
export function followDocker(args: readonly string[], onLine: (line: string) => void): Promise<void> {
  return new Promise(resolve => {
    const child = spawn('docker', args, { env: { ...process.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
}

/** The engine's own word, where there is one; else the last line that is no advice. */
function pickLine(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !/^(Run|See) '?docker .* --help/.test(line));
  return lines.findLast(line => line.includes('Error response from daemon: ')) ?? lines.at(-1);
}
