import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { runStandInDocker } from '../../src/emulator/docker/docker.js';

/** The files of a Docker that notes how it is called. */
export interface DockerNotes {
  /** A line for each call: its arguments. */
  readonly calls: string;
  /** A line for each password that came on standard input. */
  readonly passwords: string;
  /** Where the stand-in keeps its images between calls. */
  readonly images: string;
}

/** A script that notes the call and becomes this Docker, a command line of the shell. */
export function dockerScript(docker: string, { calls, passwords, images }: DockerNotes): string {
  return `#!/bin/sh
export SLIPWAY_STAND_IN_STATE='${images}'
echo "$*" >> '${calls}'
case " $* " in
  *" login "*) password=$(cat); printf '%s\\n' "$password" >> '${passwords}'; exec ${docker} "$@" <<END
$password
END
  ;;
  *) exec ${docker} "$@" ;;
esac
`;
}

/** The stand-in for Docker in the test's own process: a call of its script costs no start of Node. */
export interface DockerServer {
  readonly script: string;
  close(): Promise<void>;
}

/**
 * Starts it on a free port. The script is of bash, which speaks TCP by itself; where there is no bash, or one that cannot
 * (`--enable-net-redirections`), Docker is `fallback`, a command line of the shell.
 *
 * A call that is killed is carried out all the same: a run that is to be killed needs the Docker that is a process.
 */
export async function startDocker(fallback: string, { calls, passwords, images }: DockerNotes): Promise<DockerServer> {
  const server = createServer(socket => void serve(socket, images));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // A machine with Node and git need not have it.
  if (spawnSync('bash', ['-c', ':']).status !== 0) {
    return { script: dockerScript(fallback, { calls, passwords, images }), close: () => stop(server) };
  }
  const script = `#!/usr/bin/env bash
export SLIPWAY_STAND_IN_STATE='${images}'
input=
if [[ " $* " = *" --password-stdin "* ]]; then
  IFS= read -r -d '' input
  printf '%s\\n' "\${input%$'\\n'}" >> '${passwords}'
fi
echo "$*" >> '${calls}'
if ! { exec 3<>/dev/tcp/127.0.0.1/${port}; } 2>/dev/null; then
  exec ${fallback} "$@" <<< "\${input%$'\\n'}"
fi
printf '%s\\0' "$PWD" "$HOME" "\${DOCKER_CONFIG-}" "$input" "$#" "$@" >&3
while IFS= read -r line <&3; do
  case $line in
    o*) printf '%s\\n' "\${line:1}" ;;
    e*) printf '%s\\n' "\${line:1}" >&2 ;;
    x*) exit "\${line:1}" ;;
  esac
done
echo 'The stand-in for Docker has gone.' >&2
exit 125
`;
  return { script, close: () => stop(server) };
}

/** Reads a call (folder, HOME, DOCKER_CONFIG, standard input, number of arguments, arguments; a NUL behind each), and answers line by line. */
async function serve(socket: Socket, images: string): Promise<void> {
  const lines = { o: '', e: '' };
  const say = (stream: 'o' | 'e', text: string): void => {
    const whole = (lines[stream] + text).split('\n');
    lines[stream] = whole.pop() ?? '';
    for (const line of whole) socket.write(`${stream}${line}\n`);
  };
  // A run that was ended does not wait for the answer.
  socket.on('error', () => undefined);
  const [directory = '', home, config, input = '', ...argv] = await readCall(socket);
  const env = {
    HOME: home,
    SLIPWAY_STAND_IN_STATE: images,
    ...(config === undefined || config === '' ? {} : { DOCKER_CONFIG: config })
  };
  const output = { out: (text: string) => say('o', text), error: (text: string) => say('e', text) };
  const exitCode = await runStandInDocker(argv, inputOf(input), env, output, directory).catch((error: unknown) => {
    say('e', `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 125;
  });
  socket.end(`x${exitCode}\n`);
}

function readCall(socket: Socket): Promise<readonly string[]> {
  return new Promise(resolve => {
    let text = '';
    socket.setEncoding('utf8').on('data', chunk => {
      text += String(chunk);
      const [directory = '', home = '', config = '', input = '', length, ...rest] = text.split('\0');
      if (length === undefined || rest.length <= Number(length)) return;
      resolve([directory, home, config, input, ...rest.slice(0, Number(length))]);
    });
  });
}

/** Standard input, as the stand-in reads it. */
export async function* inputOf(text: string): AsyncGenerator<string> {
  yield text;
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()));
}
