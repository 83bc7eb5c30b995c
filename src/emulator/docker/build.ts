import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DockerError, readArguments, type Arguments, type FlagTable } from './flags.js';
import { hashContext, makeImage } from './image.js';
import { NOTICE, readInput, type Session } from './session.js';
import { formatName, readReference } from './store.js';

const FLAGS: FlagTable = {
  values: [
    'add-host',
    'build-arg',
    'cache-from',
    'cache-to',
    'cgroup-parent',
    'cpu-period',
    'cpu-quota',
    'cpu-shares',
    'cpuset-cpus',
    'cpuset-mems',
    'file',
    'iidfile',
    'isolation',
    'label',
    'memory',
    'memory-swap',
    'network',
    'output',
    'platform',
    'progress',
    'secret',
    'security-opt',
    'shm-size',
    'ssh',
    'tag',
    'target',
    'ulimit'
  ],
  switches: ['compress', 'disable-content-trust', 'force-rm', 'no-cache', 'pull', 'quiet', 'rm', 'squash'],
  short: { f: 'file', t: 'tag', q: 'quiet', m: 'memory', c: 'cpu-shares', o: 'output' }
};

const INSTRUCTIONS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' '
  )
);

/** `docker build`: looks at the Dockerfile, runs none of it, and keeps an image that stands in for the real one. */
export async function build(session: Session, argv: readonly string[]): Promise<void> {
  const args = readArguments('docker build', argv, FLAGS);
  const [context, ...more] = args.rest;
  if (context === undefined || more.length > 0) {
    throw new DockerError(`"docker build" requires exactly 1 argument.\nSee 'docker build --help'.`);
  }
  const isUrl = /^(https?:\/\/|git@|git:\/\/|github\.com\/)/.test(context);
  if (!isUrl && context !== '-') await checkContext(context, session.directory);
  const dockerfile = await readDockerfile(session, args, context, isUrl);
  const text = dockerfile.toString('utf8');
  if (!isUrl) checkDockerfile(text, args.last('target'));
  const image = makeImage({
    dockerfile,
    contextHash: isUrl || context === '-' ? context : await hashContext(resolve(session.directory, context)),
    labels: Object.fromEntries(args.all('label').map(splitPair)),
    buildArgs: args.all('build-arg'),
    target: args.last('target'),
    platform: args.last('platform')
  });
  await session.store.save(image);
  const steps = text.split('\n').filter(line => /^\s*[A-Za-z]+\s/.test(line)).length;
  const { out, error } = session.output;
  error(`${NOTICE}: the ${steps} instructions of the Dockerfile are not run, the image holds the Dockerfile only\n`);
  const names = args.all('tag').map(readReference);
  for (const name of names) await session.store.name(`${formatName(name)}:${name.tag ?? 'latest'}`, image.id);
  const idFile = args.last('iidfile');
  if (idFile !== undefined) await writeFile(resolve(session.directory, idFile), image.id);
  if (args.isOn('quiet')) {
    out(`${image.id}\n`);
    return;
  }
  out(`Successfully built ${image.id.slice(7, 19)}\n`);
  for (const name of names) out(`Successfully tagged ${formatName(name)}:${name.tag ?? 'latest'}\n`);
}

async function checkContext(context: string, directory: string): Promise<void> {
  const path = resolve(directory, context);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new DockerError(`unable to prepare context: path "${context}" not found`);
  if (!found.isDirectory()) {
    throw new DockerError(`unable to prepare context: context must be a directory: ${path}`);
  }
}

async function readDockerfile(session: Session, args: Arguments, context: string, isUrl: boolean): Promise<Buffer> {
  const file = args.last('file');
  if (file === '-' || (file === undefined && context === '-')) return Buffer.from(await readInput(session));
  // The stand-in fetches nothing: of a context elsewhere only its address is known.
  if (isUrl) return Buffer.from(`# ${context}\n`);
  const path = resolve(session.directory, file ?? join(context, 'Dockerfile'));
  try {
    return await readFile(path);
  } catch {
    throw new DockerError(
      `unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${path}: no such file or directory`
    );
  }
}

/** The first things that Docker's own parser refuses. */
function checkDockerfile(text: string, target: string | undefined): void {
  const fail = (message: string): never => {
    throw new DockerError(`Error response from daemon: ${message}`);
  };
  const stages: string[] = [];
  let continues = false;
  let heredoc: string | undefined;
  let count = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (heredoc !== undefined) {
      if (line.trim() === heredoc) heredoc = undefined;
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    const word = /^\s*(\S+)/.exec(line)?.[1]?.toUpperCase() ?? '';
    if (!continues) {
      if (!INSTRUCTIONS.has(word)) fail(`dockerfile parse error line ${index + 1}: unknown instruction: ${word}`);
      if (count === 0 && word !== 'FROM' && word !== 'ARG') fail('no build stage in current context');
      if (word !== 'ARG') count++;
      const name = /^\s*FROM\s+(?:--\S+\s+)*\S+\s+AS\s+(\S+)/i.exec(line)?.[1];
      if (word === 'FROM') stages.push((name ?? String(stages.length)).toLowerCase());
    }
    heredoc = /^\s*(?:RUN|COPY|ADD)\b.*<<-?["']?(\w+)["']?/i.exec(line)?.[1];
    continues = /\\\s*$/.test(line);
  }
  if (stages.length === 0) fail('the Dockerfile (Dockerfile) cannot be empty');
  const wanted = target?.toLowerCase();
  if (wanted === undefined || wanted === '' || stages.includes(wanted)) return;
  if (/^\d+$/.test(wanted) && Number(wanted) < stages.length) return;
  fail(`failed to reach build target ${target ?? ''} in Dockerfile`);
}

function splitPair(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
