import { ProblemsError, SlipwayError } from '../errors.js';
import { readRunTask } from '../emulator/containers/definition.js';
import { runContainersIn } from '../emulator/containers/docker-engine.js';
import { findHostAccess } from '../emulator/containers/host-access.js';
import { PROCESSORS } from '../emulator/containers/processors.js';
import type { ServiceFixture } from '../emulator/seed/service.js';
import type { Cloud } from '../emulator/server/state.js';
import { systemFiles } from '../host/files.js';
import { isRecord, own } from '../text/record.js';
import { quote } from '../text/format.js';
import { readFileArgument } from './read-file.js';

/** Whether the tasks of the built-in AWS are run as containers, and with which values. */
export interface ContainerOptions {
  readonly wanted: boolean;
  /** A file of `NAME=value` lines as `docker run --env-file` takes it; undefined: none. */
  readonly variables: string | undefined;
  /** They may be privileged, and mount folders of this machine. */
  readonly allowHostAccess?: boolean;
}

/**
 * Has the tasks of a cloud run as containers, where that is wished. They are gone with the cloud.
 *
 * @param engine the version of the Docker engine; undefined where there is none
 * @throws SlipwayError without an engine; ProblemsError where the file is not there or a line of it is none
 */
export async function runRealContainers(
  cloud: Cloud,
  { wanted, variables, allowHostAccess = false }: ContainerOptions,
  engine: string | undefined
): Promise<void> {
  if (!wanted) {
    const [flag] = [variables !== undefined && 'container-env', allowHostAccess && 'allow-host-access'].filter(Boolean);
    if (typeof flag === 'string') refuse(flag, {}, `--${flag} is for --with-containers.`, 'Give both.');
    return;
  }
  if (engine === undefined) {
    throw new SlipwayError({
      code: 'no-engine',
      fault: 'user',
      what: '--with-containers needs a Docker engine, and none answers here.',
      next: 'Start one (docker version says whether it answers), or leave the flag out.'
    });
  }
  const given = variables === undefined ? new Map<string, string>() : await readVariables(variables);
  cloud.containers = await runContainersIn(cloud, given, allowHostAccess);
}

/**
 * Asks, before anything is built, whether the containers of these services can run here at all, and may.
 *
 * @throws SlipwayError where a task definition names a processor whose programs this machine does not run, or reaches into this machine
 * and that is not allowed
 */
export async function checkContainers(
  { containers }: Cloud,
  stages: readonly ServiceFixture[],
  { allowHostAccess = false }: ContainerOptions
): Promise<void> {
  for (const { service, taskDefinition } of stages) {
    if (containers !== undefined && !allowHostAccess) refuseHostAccess(service, taskDefinition);
    const platform = taskDefinition['runtimePlatform'];
    const named = isRecord(platform) ? own(platform, 'cpuArchitecture') : undefined;
    const architecture = PROCESSORS[String(named)];
    const obstacle = architecture === undefined ? undefined : await containers?.findObstacle(architecture);
    if (architecture === undefined || obstacle === undefined) continue;
    throw new SlipwayError({
      code: 'foreign-processor',
      fault: 'user',
      what: `The tasks of ${service} are for ${String(named)}; ${obstacle}. So --with-containers cannot run them; that says nothing about the image.`,
      next: `Install an emulation (docker run --privileged --rm tonistiigi/binfmt --install ${architecture}), rehearse on a machine of that kind, or leave the flag out.`
    });
  }
}

function refuseHostAccess(service: string, taskDefinition: ServiceFixture['taskDefinition']): void {
  const access = findHostAccess(readRunTask(taskDefinition, ''));
  if (access === undefined) return;
  throw new SlipwayError({
    code: 'host-access',
    fault: 'user',
    what: `The tasks of ${service} reach into this machine: ${access}.`,
    next: 'Add --allow-host-access where you trust what they run, or leave --with-containers out.'
  });
}

async function readVariables(file: string): Promise<ReadonlyMap<string, string>> {
  const text = new TextDecoder().decode(await readFileArgument(file, systemFiles()));
  const variables = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value] = /^\s*([^=\s]+)=(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      refuse('not-a-variable', { file, line: index + 1 }, `${quote(line)} is no NAME=value.`, 'Write one a line.');
    }
    variables.set(name, value);
  }
  return variables;
}

function refuse(code: string, place: { file?: string; line?: number }, what: string, next: string): never {
  throw new ProblemsError([{ code, place, what, next }]);
}
