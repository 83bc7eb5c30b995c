import { ProblemsError, SlipwayError } from '../errors.js';
import { nearestName } from '../text/nearest.js';
import type { Arguments, Flag } from './arguments.js';
import type { Command } from './command.js';
import type { ContainersWish } from './real-containers.js';

const CONTAINER_FLAGS: readonly Flag[] = [
  { name: 'with-containers', kind: 'switch' },
  { name: 'container-env', kind: 'one' }
];
const REHEARSE_FLAGS: readonly Flag[] = [
  { name: 'output', kind: 'one' },
  { name: 'scale', kind: 'one' },
  ...CONTAINER_FLAGS
];
const CLOUD_FLAGS: readonly Flag[] = [
  { name: 'port', kind: 'one' },
  { name: 'scale', kind: 'one' },
  ...CONTAINER_FLAGS
];
const NO_FLAGS = (): Promise<readonly Flag[]> => Promise.resolve([]);

/** All commands, in the order of the overview. Each loads what it needs when it runs, and no more. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'ship',
    says: 'build, push, deploy and follow the deployment to its end',
    most: 0,
    takes: [],
    flags: async () => [...(await settings()), { name: 'json', kind: 'switch' }],
    run: async (given, { machine, write }) => {
      const { shipFromCommand } = await import('./ship.js');
      return shipFromCommand(given, await machine(), write);
    }
  },
  {
    name: 'plan',
    says: 'what ship would do; nothing is changed',
    most: 0,
    takes: [],
    flags: async () => (await import('./plan.js')).planFlags(),
    run: async (given, { machine, write, paint }) => {
      const { showPlan } = await import('./plan.js');
      return showPlan(given, { machine: await machine(), write, paint });
    }
  },
  {
    name: 'diff',
    says: "what differs between the task definition's file and what runs",
    most: 0,
    takes: [],
    flags: async () => (await import('./plan.js')).diffFlags(),
    run: async (given, { machine, write, paint }) => {
      const { showDiff } = await import('./plan.js');
      return showDiff(given, { machine: await machine(), write, paint });
    }
  },
  {
    name: 'status',
    says: 'what runs: deployments, tasks, last events',
    most: 0,
    takes: [],
    flags: async () => (await import('./services.js')).statusFlags(),
    run: async (given, { machine, write }) => {
      const { showStatus } = await import('./services.js');
      return showStatus(given, await machine(), write);
    }
  },
  {
    name: 'rollback',
    says: 'back to the version that was live before, followed to its end',
    most: 0,
    takes: [],
    flags: async () => (await import('./services.js')).rollbackFlags(),
    run: async (given, { machine, write }) => {
      const { goBack } = await import('./services.js');
      return goBack(given, await machine(), write);
    }
  },
  {
    name: 'rehearse',
    says: 'the whole job on an AWS that is built in: no account is needed',
    most: 1,
    takes: 'files',
    flags: async () => [...REHEARSE_FLAGS, ...(await settings())],
    run: async (given, context) => {
      refuse(given);
      const { rehearse } = await import('./rehearse.js');
      const { systemProcesses } = await import('../host/processes.js');
      const { output = 'slipway-rehearsal', scale, ...others } = given.flags;
      const { containers, given: own } = takeContainers(others);
      return rehearse({
        ...context,
        project: given.positionals[0],
        given: own,
        // Containers live in the world's time: they are not to be given up before they have come up.
        scale: readNumber('scale', scale, containers.wanted ? 4 : 20),
        containers,
        output,
        processes: systemProcesses()
      });
    }
  },
  {
    name: 'cloud',
    says: 'serve the built-in AWS, for the AWS CLI, act and tests',
    most: 1,
    takes: 'files',
    flags: async () => [...CLOUD_FLAGS, ...(await settings())],
    run: async (given, context, behind) => {
      refuse(given);
      const { serveCloud } = await import('./cloud.js');
      const { systemProcesses } = await import('../host/processes.js');
      const { port, scale, ...others } = given.flags;
      const { containers, given: own } = takeContainers(others);
      return serveCloud({
        ...context,
        // Beside a command nobody needs to know the port, and several may run at once.
        port: readNumber('port', port, behind.length > 0 ? 0 : 4566),
        scale: readNumber('scale', scale, 1),
        containers,
        project: given.positionals[0],
        given: own,
        command: behind,
        processes: systemProcesses()
      });
    }
  },
  {
    name: 'generate',
    says: 'buildspec, pipeline, workflow and policies from the same settings',
    most: 1,
    takes: ['buildspec', 'pipeline', 'workflow', 'iam', 'all'],
    flags: async () => (await import('./generate.js')).generateFlags(),
    run: async (given, context) => {
      const { generate } = await import('./generate.js');
      return generate({ ...context, arguments: given, warn: (text, place) => context.reporter.warn(text, place) });
    }
  },
  {
    name: 'check',
    says: 'mistakes in all files of the settings, offline, by line',
    most: Infinity,
    takes: 'files',
    flags: async () => (await import('./check.js')).checkFlags(),
    run: async (given, context) => {
      const { check } = await import('./check.js');
      return check({ ...given, ...context });
    }
  },
  {
    name: 'init',
    says: 'the files and the slipway.yml of a service that runs',
    most: 0,
    takes: [],
    flags: async () => (await import('./init.js')).INIT_FLAGS,
    run: async (given, { machine, write, writeError }) => {
      const { init } = await import('./init.js');
      return init({ ...given, machine: await machine(), write, writeError });
    }
  },
  {
    name: 'render',
    says: 'the four files as a run would write them, without building',
    most: 0,
    takes: [],
    flags: async () => (await import('./render.js')).renderFlags(),
    run: async (given, { machine, write }) => {
      const { render } = await import('./render.js');
      return render(given, await machine(), write);
    }
  },
  {
    name: 'import',
    says: 'the slipway.yml that a buildspec amounts to',
    most: 2,
    takes: ['buildspec'],
    flags: async () => (await import('./import.js')).IMPORT_FLAGS,
    run: async (given, context) => {
      refuse(given);
      const { importFile } = await import('./import.js');
      const { flags, positionals } = given;
      const { environment } = context;
      return importFile({
        ...context,
        positionals,
        output: flags['output'],
        variables: flags['variable'],
        region: flags['region'] ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'],
        force: flags['force'] === 'true'
      });
    }
  },
  {
    name: 'completion',
    says: 'commands, flags and values by the Tab key, for bash and zsh',
    most: 1,
    takes: ['bash', 'zsh'],
    flags: NO_FLAGS,
    run: async (given, { write }) => {
      refuse(given);
      const { renderCompletion } = await import('./completion.js');
      write(await renderCompletion(given.positionals[0], COMMANDS));
      return 0;
    }
  },
  {
    name: 'help',
    says: 'more about a command, with examples',
    most: 1,
    takes: [],
    flags: NO_FLAGS,
    run: async ({ positionals: [name] }, { write }) => {
      const { renderHelp } = await import('./help.js');
      write(renderHelp(name === undefined ? undefined : findCommand(name).name, COMMANDS));
      return 0;
    }
  },
  {
    name: 'version',
    says: 'its version, and that of Node',
    most: 0,
    takes: [],
    flags: NO_FLAGS,
    run: async (given, { write }) => {
      refuse(given);
      const { VERSION } = await import('../version.js');
      write(`slipway ${VERSION} (Node ${process.versions.node})\n`);
      return 0;
    }
  }
];

/** The command of this name. Throws SlipwayError with the nearest where there is none. */
export function findCommand(name: string): Command {
  const names = COMMANDS.map(command => command.name);
  const found = COMMANDS.find(command => command.name === name);
  if (found !== undefined) return found;
  const near = nearestName(name, names);
  throw new SlipwayError({
    code: 'unknown-command',
    fault: 'user',
    what: `There is no command "${name}".`,
    next: `${near === undefined ? '' : `Did you mean ${near}? `}There are ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}; slipway help tells more.`
  });
}

async function settings(): Promise<readonly Flag[]> {
  return (await import('./setting-flags.js')).settingFlags();
}

/** What is asked about containers, and the settings beside it. */
function takeContainers(flags: Arguments['flags']): { containers: ContainersWish; given: Arguments['flags'] } {
  const { 'with-containers': wanted, 'container-env': variables, ...given } = flags;
  return { containers: { wanted: wanted === 'true', variables }, given };
}

function refuse({ problems }: Arguments): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

function readNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new SlipwayError({ code: 'not-a-number', fault: 'user', what: `--${name} is "${text}", expected a number.` });
}
