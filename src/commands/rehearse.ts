import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';

import type { Outcome } from '../outcome.js';
import type { Processes } from '../ports.js';
import { startCloud } from '../emulator/cloud.js';
import { readCommandLine } from '../emulator/runner/workflow-commands.js';
import { runAction, type ActionResult } from '../emulator/runner/actions-runner.js';
import type { Cloud } from '../emulator/server/state.js';
import { checkContainers, runRealContainers, type ContainerOptions } from './container-tasks.js';
import {
  cloudVariables,
  describeSeed,
  examplesOf,
  findEngine,
  findProject,
  leaveJob,
  makeStandIn,
  seedProject,
  standInVariables
} from './rehearsal-setup.js';
import { formatDuration } from '../text/time.js';

export interface RehearsalSettings {
  /** An example's name or a folder with a `slipway.yml`; undefined: the three jobs that show what Slipway does. */
  readonly project: string | undefined;
  /** Further settings, as flags. */
  readonly given: Readonly<Record<string, string>>;
  /** Virtual seconds a second. */
  readonly scale: number;
  /** Whether the job's tasks are run as containers. */
  readonly containers: ContainerOptions;
  /** Where the files are left, one folder a job. */
  readonly output: string;
  /** This program, by its file: the Action's bundle and the examples are found from here. */
  readonly program: string;
  readonly processes: Processes;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly paint: (code: number, text: string) => string;
  readonly write: (text: string) => void;
  /** Fires when the rehearsal is to end; the job that runs hears of it by itself. */
  readonly signal: AbortSignal;
}

/** One job of a rehearsal. */
interface Job {
  readonly title: string;
  /** The folder's name under `output`. */
  readonly name: string;
  /** The project's folder. */
  readonly folder: string;
  readonly given: Readonly<Record<string, string>>;
  readonly expected: Outcome;
  /** On the service that the job before has left. */
  readonly sameStage?: boolean;
}

interface Theatre {
  readonly cloud: Cloud;
  /** Put before PATH: a `docker` that stands in; undefined where there is an engine. */
  readonly standIn: string | undefined;
  /** A folder for what the jobs need and nobody looks at. */
  readonly backstage: string;
}

/**
 * `slipway rehearse`: runs the very bundle of the Action, as GitHub runs it, against the built-in AWS. Resolves with the exit code: 0 where
 * every job ended as it should.
 *
 * @throws ProblemsError where the project's settings or files are wrong; SlipwayError where there is no such project;
 * the signal's reason when it fires
 */
export async function rehearse(settings: RehearsalSettings): Promise<number> {
  const started = Date.now();
  const jobs = await listJobs(settings);
  const anchor = Date.now();
  const backstage = await mkdtemp(join(tmpdir(), 'slipway-rehearsal-'));
  const cloud = await startCloud({ scale: settings.scale, anchor, secret: randomBytes(16).toString('hex') });
  try {
    const engine = await findEngine(settings.processes);
    const standIn = engine === undefined ? await makeStandIn(backstage, settings.program) : undefined;
    await runRealContainers(cloud, settings.containers, engine);
    settings.write(introduce(settings, engine));
    const setup: Theatre = { cloud, standIn, backstage };
    const wrong: string[] = [];
    for (const [index, job] of jobs.entries()) {
      settings.write(`\n${settings.paint(1, `${index + 1}/${jobs.length}  ${job.title}`)}\n\n`);
      const outcome = await runJob(job, settings, setup);
      settings.signal.throwIfAborted();
      if (!isExpected(job, outcome)) wrong.push(`${job.name} ended ${outcome}, and not ${job.expected}`);
    }
    settings.write(conclude(settings, jobs, wrong, Date.now() - started));
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await cloud.containers?.close();
    await removeImages(new URL(cloud.endpoint).host, settings.processes);
    await cloud.close();
    await rm(backstage, { recursive: true, force: true });
  }
}

/** The images that the engine has built for a registry that is gone now. */
async function removeImages(host: string, processes: Processes): Promise<void> {
  const list = ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'];
  const listed = await processes.run('docker', list).catch(() => undefined);
  const images = (listed?.stdout ?? '').split('\n').filter(image => image.startsWith(`${host}/`));
  if (images.length > 0) await processes.run('docker', ['image', 'rm', ...images]);
}

async function listJobs({ project, given, program }: RehearsalSettings): Promise<readonly Job[]> {
  const examples = examplesOf(program);
  if (project !== undefined) {
    const folder = await findProject(project, program);
    return [{ title: `Rehearsing ${project}`, name: basename(folder), folder, given, expected: 'succeeded' }];
  }
  const rolling = join(examples, 'rolling');
  return [
    { title: 'A rolling update', name: 'rolling', folder: rolling, given, expected: 'succeeded' },
    {
      title: 'A blue/green deployment with CodeDeploy',
      name: 'blue-green',
      folder: join(examples, 'blue-green'),
      given: { environment: 'dev', ...given },
      expected: 'succeeded'
    },
    {
      title: 'A version that crashes at start: this one has to end red, and say why',
      name: 'crash',
      folder: rolling,
      given: { ...given, 'environment-variables': 'SLIPWAY_REHEARSAL=crash' },
      expected: 'rolled-back',
      sameStage: true
    }
  ];
}

async function runJob(job: Job, settings: RehearsalSettings, setup: Theatre): Promise<string> {
  const { cloud } = setup;
  const sha = createHash('sha1').update(job.name).digest('hex');
  if (job.sameStage !== true) {
    const stages = await seedProject({ ...job, backstage: setup.backstage, environment: settings.environment }, cloud);
    await checkContainers(cloud, stages, settings.containers);
    settings.write(describeSeed(stages));
  }
  const output = join(settings.output, job.name);
  const started = Date.now();
  const result = await runAction({
    bundle: resolve(dirname(settings.program), '..', 'index.js'),
    post: resolve(dirname(settings.program), '..', 'post.js'),
    inputs: { ...job.given, 'artifacts-directory': resolve(output) },
    env: {
      ...leaveJob(settings.environment),
      ...(setup.standIn === undefined ? {} : standInVariables(setup.standIn, settings.environment)),
      ...cloudVariables(cloud, settings.environment)
    },
    workspace: job.folder,
    sha,
    onLine: showLines(settings)
  });
  return reportResult(job, result, Date.now() - started, settings);
}

/** Prints the lines of a step as a person wants to read them: what is in a group stands under its title. */
function showLines({ write, paint }: RehearsalSettings): (line: string) => void {
  let indent = '';
  return line => {
    const { kind, text } = readCommandLine(line);
    const say = (mark: string, colour: number): void =>
      text.split('\n').forEach((each, index) => write(`${paint(colour, `${index === 0 ? mark : ' '} ${each}`)}\n`));
    if (kind === 'title') write(`${paint(1, `▸ ${text}`)}\n`);
    if (kind === 'title') indent = '  ';
    if (kind === 'end') indent = '';
    if (kind === 'error') say('✗', 31);
    if (kind === 'warning') say('!', 33);
    if (kind === 'text' && text.trim() !== '') write(`${indent}${text}\n`);
  };
}

function reportResult(job: Job, result: ActionResult, took: number, { write, paint }: RehearsalSettings): string {
  const outcome = result.outputs['outcome'] ?? 'failed';
  const right = isExpected(job, outcome) && result.postExitCode === 0;
  const colour = result.exitCode === 0 ? 'green' : 'red';
  const verdict = `${right ? '✓' : '✗'} ${outcome}: the step is ${colour}${right && colour === 'red' ? ', as it has to be' : ''}.`;
  write(`${paint(right ? 32 : 31, verdict)} It took ${formatDuration(took)}.\n`);
  if (outcome === 'paused') write(explainPause(result.outputs['deployment'] ?? ''));
  return result.postExitCode === 0 ? outcome : `${outcome} (and left something behind)`;
}

/** A run only ends as paused where its settings say `wait-for: paused`. */
function isExpected({ expected }: Job, outcome: string): boolean {
  return outcome === expected || (expected === 'succeeded' && outcome === 'paused');
}

function explainPause(deployments: string): string {
  const commands = deployments.split('\n').map(each => `  slipway continue ${each}\n`);
  return `It waits for approval (wait-for: paused). Against AWS, this lets it go on, and --rollback takes it back:
${commands.join('')}This rehearsal ends here. To continue it too, rehearse in a shell: slipway cloud . -- sh
`;
}

function introduce(settings: RehearsalSettings, engine: string | undefined): string {
  const docker =
    engine === undefined
      ? 'There is no Docker engine here: nothing is built, a stand-in image is pushed in place of yours.'
      : `Docker ${engine}: images are really built, and pushed to the registry of the built-in AWS.`;
  const tasks = settings.containers.wanted
    ? 'The tasks of what is shipped really run, as containers of that engine. What a secret holds is not read: it is "rehearsal", or what --container-env says.\n'
    : '';
  return `The AWS of this rehearsal is built in and needs no account; its time runs ${settings.scale} times as fast.\n${docker}\n${tasks}`;
}

function conclude(settings: RehearsalSettings, jobs: readonly Job[], wrong: readonly string[], took: number): string {
  const verdict =
    wrong.length === 0
      ? settings.paint(32, jobs.length === 1 ? 'It ended as expected' : `All ${jobs.length} ended as expected`)
      : settings.paint(31, `${wrong.join('; ')}: not as it should`);
  const folders = jobs.map(job => `  ${relative('.', join(settings.output, job.name)) || '.'}\n`).join('');
  const next = settings.project === undefined ? NEXT : '';
  return `\n${verdict}, in ${formatDuration(took)}. The files to look at are in:\n${folders}${next}`;
}

/** Behind the three jobs that show what Slipway does. */
const NEXT = `
Next, in the folder of your own project:
  slipway rehearse .   the same with its slipway.yml
  slipway init         writes that file, from a service that runs
`;
