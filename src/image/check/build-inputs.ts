import { join } from 'node:path';

import type { BuildConfig } from '../../config/config.js';
import type { Problem } from '../../errors.js';
import { readField } from '../docker/docker-args.js';
import type { ImagePorts } from '../ports.js';
import { isRemote } from '../reference.js';

/** What a build reads from this machine and is not there: context, Dockerfile, the sources of its secrets, the SSH agent. */
export async function checkBuildInputs(
  build: BuildConfig,
  path: (setting: string) => string,
  ports: Pick<ImagePorts, 'files' | 'environment'>
): Promise<Problem[]> {
  const problems: Problem[] = [];
  problems.push(...(await checkContext(build, path, ports)));
  for (const secret of build.buildSecrets) problems.push(...(await checkSecret(secret, path('build-secrets'), ports)));
  problems.push(...build.ssh.flatMap(agent => checkAgent(agent, path('ssh'), ports)));
  return problems;
}

/** An id without a path means the agent of this machine; BuildKit says "invalid empty ssh agent socket" where there is none. */
function checkAgent(agent: string, path: string, { environment }: Pick<ImagePorts, 'environment'>): Problem[] {
  if (agent.includes('=') || (environment['SSH_AUTH_SOCK'] ?? '') !== '') return [];
  const what = `The SSH agent ${agent} is to be handed on, and none runs here: SSH_AUTH_SOCK is not set.`;
  const next = `Start one and add the key before this step, or name the key: ${agent}=<file>.`;
  return [{ code: 'build-ssh', place: { path }, what, next }];
}

/** Whether the context and the Dockerfile of a build are there, where they are of this machine. */
export async function checkContext(
  build: BuildConfig,
  path: (setting: string) => string,
  ports: Pick<ImagePorts, 'files'>
): Promise<Problem[]> {
  if (isRemote(build.context)) return [];
  if (!(await ports.files.isDirectory(build.context))) {
    const what = `There is no folder ${build.context} to build from.`;
    return [
      {
        code: 'missing-context',
        place: { path: path('context') },
        what,
        next: 'Check the path; it is taken from the working directory.'
      }
    ];
  }
  const dockerfile = dockerfileOf(build);
  if (isRemote(dockerfile) || (await ports.files.isFile(dockerfile))) return [];
  const next = 'Check the path; it is taken from the working directory, not from the context.';
  return [
    { code: 'missing-dockerfile', place: { path: path('dockerfile') }, what: `There is no file ${dockerfile}.`, next }
  ];
}

/** The Dockerfile's path, or its address. */
export function dockerfileOf({ context, dockerfile }: BuildConfig): string {
  return dockerfile ?? join(context, 'Dockerfile');
}

async function checkSecret(
  secret: string,
  path: string,
  ports: Pick<ImagePorts, 'files' | 'environment'>
): Promise<Problem[]> {
  const id = readField(secret, 'id');
  const source = readField(secret, 'src', 'source');
  const variable = readField(secret, 'env') ?? (readField(secret, 'type') === 'env' ? source : undefined);
  const problem = (what: string, next: string): Problem[] => [{ code: 'build-secret', place: { path }, what, next }];
  if (id === undefined) {
    // The setting is not repeated here: who wrote it wrongly may have put the secret itself into it.
    return problem('An entry has no id.', 'Write id=npm,env=NPM_TOKEN or id=npmrc,src=.npmrc.');
  }
  if (variable !== undefined) {
    const isSet = ports.environment[variable] !== undefined;
    return isSet
      ? []
      : problem(
          `The secret ${id} is to come from the variable ${variable}, which is not set.`,
          `Set ${variable} in the environment.`
        );
  }
  if (source === undefined || (await ports.files.isFile(source))) return [];
  return problem(
    `The secret ${id} is to come from the file ${source}, which is not there.`,
    source.startsWith('~') ? 'Write the whole path: nothing expands ~ here.' : 'Check the path.'
  );
}
