import { join } from 'node:path';

import type { BuildConfig } from '../../config/config.js';
import { RuleList, type RuleProblem } from '../../errors.js';
import { readField } from '../docker/docker-args.js';
import type { ImagePorts } from '../ports.js';
import { isRemote } from '../reference.js';

export const BUILDX_BUILD = 'https://docs.docker.com/reference/cli/docker/buildx/build/';

export const BUILD_INPUT_RULES = new RuleList();
const MISSING_CONTEXT = BUILD_INPUT_RULES.add(
  'missing-context',
  'either',
  'The build context does not exist. With reuse-image: true, which may not need it, a warning.',
  BUILDX_BUILD
);
const MISSING_DOCKERFILE = BUILD_INPUT_RULES.add(
  'missing-dockerfile',
  'either',
  'The Dockerfile does not exist. With reuse-image: true, which may not need it, a warning.',
  BUILDX_BUILD
);
const BUILD_SECRET = BUILD_INPUT_RULES.add(
  'build-secret',
  'error',
  'A build secret has no id, or its variable or file does not exist (found during a run, where the secret is).',
  `${BUILDX_BUILD}#secret`
);
const BUILD_SSH = BUILD_INPUT_RULES.add(
  'build-ssh',
  'error',
  'The SSH agent for the build is not running (found during a run, where the agent is).',
  `${BUILDX_BUILD}#ssh; BuildKit answers: “invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set”`
);

/** What a build reads from this machine and is not there: context, Dockerfile, the sources of its secrets, the SSH agent. */
export async function checkBuildInputs(
  build: BuildConfig,
  path: (setting: string) => string,
  ports: Pick<ImagePorts, 'files' | 'environment'>
): Promise<RuleProblem[]> {
  const problems: RuleProblem[] = [];
  problems.push(...(await checkContext(build, path, ports)));
  for (const secret of build.buildSecrets) problems.push(...(await checkSecret(secret, path('build-secrets'), ports)));
  problems.push(...build.ssh.flatMap(agent => checkAgent(agent, path('ssh'), ports)));
  return problems;
}

/** An id without a path means the agent of this machine; BuildKit says "invalid empty ssh agent socket" where there is none. */
function checkAgent(agent: string, path: string, { environment }: Pick<ImagePorts, 'environment'>): RuleProblem[] {
  if (agent.includes('=') || (environment['SSH_AUTH_SOCK'] ?? '') !== '') return [];
  const what = `The SSH agent ${agent} is to be handed on, and none runs here: SSH_AUTH_SOCK is not set.`;
  const next = `Start one and add the key before this step, or name the key: ${agent}=<file>.`;
  return [{ code: BUILD_SSH.name, place: { path }, what, next }];
}

/** Whether the context and the Dockerfile of a build are there, where they are of this machine. */
export async function checkContext(
  build: BuildConfig,
  path: (setting: string) => string,
  ports: Pick<ImagePorts, 'files'>
): Promise<RuleProblem[]> {
  if (isRemote(build.context)) return [];
  if (!(await ports.files.isDirectory(build.context))) {
    const what = `There is no folder ${build.context} to build from.`;
    return [
      {
        code: MISSING_CONTEXT.name,
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
    {
      code: MISSING_DOCKERFILE.name,
      place: { path: path('dockerfile') },
      what: `There is no file ${dockerfile}.`,
      next
    }
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
): Promise<RuleProblem[]> {
  const id = readField(secret, 'id');
  const source = readField(secret, 'src', 'source');
  const variable = readField(secret, 'env') ?? (readField(secret, 'type') === 'env' ? source : undefined);
  const problem = (what: string, next: string): RuleProblem[] => [
    { code: BUILD_SECRET.name, place: { path }, what, next }
  ];
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
