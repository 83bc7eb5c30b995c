import { dirname } from 'node:path';

import type { Config } from './config/config.js';
import { publishImages } from './image/publish.js';
import { passScanGate } from './image/scan/scan-gate.js';
import type { ShippedImage } from './image/published-image.js';
import { takeArtifacts } from './steps/read-artifacts.js';
import { measureImages } from './steps/measure-images.js';
import { writeArtifacts, type WrittenService } from './steps/write-artifacts.js';
import { checkAws, prepareRun, resolveConflicts, type PreparedRun } from './steps/prepare.js';
import {
  notStartedResult,
  registerAll,
  rollOutServices,
  runTaskBefore,
  type FinishedService,
  type RegisteredService
} from './steps/deploy.js';
import { findUnchanged, type Compared } from './steps/detect-unchanged.js';
import type { RunContext } from './context.js';
import { worstOf, type Outcome } from './outcome.js';
import type { GithubDeployment } from './report/github-deployment.js';
import type { RunReport, ServiceReport } from './report/outputs.js';
import type { RunProgress } from './report/run-progress.js';

/**
 * The whole job: check everything, build and push, write the files, register, run the task before the rollout, roll out, follow.
 *
 * Nothing is changed before everything that can be known has been checked: first the files (all problems at once), then what is at AWS.
 * What is known of a service is one record, to which each step adds. Where the settings name deployments that are under way, they are
 * followed, and nothing else is done.
 *
 * @param progress gets what the run has reached as soon as it is there to stay, so that a failure later on does not hide it; the outcome last
 * @param githubDeployment begins when something is registered
 * @throws ProblemsError what is wrong with settings and files; SlipwayError for all else; the signal's reason when it fires before the
 * rollout. A task or a rollout that ends badly is an outcome, not an error.
 */
export async function ship(
  config: Config,
  context: RunContext,
  progress: RunProgress,
  githubDeployment?: Pick<GithubDeployment, 'begin'>
): Promise<void> {
  if (config.deployments.length > 0) return follow(config, context, progress, githubDeployment);
  const { timeline } = progress;
  timeline.enter('check');
  const read = await prepareRun(config, context);
  const checked = await checkAws(config, read, context);
  context.signal.throwIfAborted();

  const published = await publishImages(checked.images, config, context, timeline);
  progress.add({ images: published });
  context.signal.throwIfAborted();
  if (config.scanGate !== undefined) timeline.enter('scan');
  const images = await passScanGate(published, config.scanGate, context);
  progress.add({ images });

  const plan = await makeWay(config, checked, context, progress);
  const written = await writeArtifacts(plan.services, images, context);
  await deployArtifacts(config, { ...plan, services: written, images }, context, progress, githubDeployment);
}

/**
 * The second half of the job alone, for files that the first half wrote somewhere else: check everything, register, run the task before the
 * rollout, roll out, follow. Nothing is built, pushed or written. Parameters and errors are those of `ship`.
 */
export async function deploy(
  config: Config,
  context: RunContext,
  progress: RunProgress,
  githubDeployment?: Pick<GithubDeployment, 'begin'>
): Promise<void> {
  const { timeline } = progress;
  timeline.enter('check');
  const read = await prepareRun(config, context);
  const checked = await checkAws(config, read, context, { withDocker: false });
  context.signal.throwIfAborted();
  const images = await publishImages(checked.images, config, context, timeline);
  progress.add({ images });

  const plan = await makeWay(config, checked, context, progress);
  const taken = await takeArtifacts(plan.services, images, context);
  await deployArtifacts(config, { ...plan, services: taken, images }, context, progress, githubDeployment);
}

/**
 * Follows the deployments that are under way, those that the settings name or that of each service, and does nothing else. Parameters and
 * errors are those of `ship`.
 */
export async function follow(
  config: Config,
  context: RunContext,
  progress: RunProgress,
  githubDeployment?: Pick<GithubDeployment, 'begin'>
): Promise<void> {
  const { timeline } = progress;
  timeline.enter('check');
  // Few runs only follow, and the first call to AWS waits for what is read before it.
  const { followDeployments } = await import('./steps/follow.js');
  const followed = await followDeployments(config, context, () => {
    githubDeployment?.begin();
    timeline.enter('deploy');
  });
  timeline.leave();
  const reports = followed.map(({ target, rollout }): ServiceReport => {
    return { artifacts: undefined, target, taskDefinitionArn: rollout.taskDefinitionArn, rollout };
  });
  progress.add(describeReports(worstOf(followed.map(({ rollout }) => rollout.verdict)), reports));
}

/** The way is made free where `on-conflict` says so. */
async function makeWay(
  config: Config,
  checked: PreparedRun,
  context: RunContext,
  { timeline }: RunProgress
): Promise<PreparedRun> {
  const policies = config.rollouts.map(({ rollout }) => rollout.onConflict);
  if (policies.some(policy => policy === 'wait' || policy === 'replace')) timeline.enter('on-conflict');
  return resolveConflicts(config, checked, context);
}

/** The files of all services, and what is deployed with them. */
interface Deployment extends Pick<PreparedRun, 'task'> {
  readonly services: readonly WrittenService[];
  readonly images: readonly ShippedImage[];
}

/** What follows once the files are there: compare with what runs, register, run the task, roll out. */
async function deployArtifacts(
  config: Config,
  { services: written, images, task }: Deployment,
  context: RunContext,
  progress: RunProgress,
  githubDeployment: Pick<GithubDeployment, 'begin'> | undefined
): Promise<void> {
  const { timeline } = progress;
  progress.add({ artifacts: describeArtifacts(written) });
  // Nothing waits for it before the end.
  const measuring = measureImages(written, images, context).then(measured => {
    progress.add({ images: measured });
    return measured;
  });
  if (written.some(service => service.config.rollout.skipUnchanged)) timeline.enter('check');
  const compared = await findUnchanged(written, images, context);
  if (compared.some(isToRegister)) timeline.enter('register');
  const services = await registerAll(config, compared, context);
  const revision = services.find(service => service.revision !== undefined)?.revision;
  if (revision === undefined) {
    await measuring;
    progress.add(describeEnd('pushed', services));
    return;
  }

  if (services.some(({ unchanged }) => unchanged === undefined)) {
    progress.add({ taskDefinitionArn: revision.arn });
    githubDeployment?.begin();
    if (task !== undefined) timeline.enter('run-task');
    const ran = await runTaskBefore(config, task, revision, context);
    if (ran !== undefined) {
      progress.add({ runTaskArns: ran.taskArns });
      if (ran.verdict !== 'succeeded' && ran.verdict !== 'started') {
        await measuring;
        const rollout = notStartedResult(ran, services, revision);
        progress.add({ ...describeEnd(ran.verdict, services), rollout, services: [] });
        return;
      }
    }
  }

  if (services.some(({ target, unchanged }) => target !== undefined && unchanged === undefined))
    timeline.enter('deploy');
  const rolledOut = await rollOutServices(config, services, context);
  timeline.leave();
  // Read in only now, so that no run waits for it before its first call.
  const { adviseOnAll } = await import('./steps/advise.js');
  const finished = await adviseOnAll(rolledOut, await measuring, config.maxParallel, context);
  const verdicts = finished.flatMap(({ rollout }) => rollout?.verdict ?? []);
  progress.add(describeEnd(verdicts.length === 0 ? 'registered' : worstOf(verdicts), finished));
}

function isToRegister({ texts, unchanged }: WrittenService & Compared): boolean {
  return texts.taskDefinition !== undefined && unchanged === undefined;
}

/** With several services, the folder that holds theirs. */
function describeArtifacts(services: readonly WrittenService[]): ServiceReport['artifacts'] {
  const [first] = services;
  if (first === undefined || services.length === 1) return first?.artifacts;
  return { ...first.artifacts, directory: dirname(first.artifacts.directory) };
}

/** The end of a run: that of its first service, and all of them where there are several. */
function describeEnd(
  outcome: Outcome,
  services: readonly (RegisteredService & Partial<FinishedService> & Pick<ServiceReport, 'advice'>)[]
): Partial<RunReport> {
  const reports = services.map(({ artifacts, target, revision, rollout, advice = [] }): ServiceReport => {
    return { artifacts, target, taskDefinitionArn: revision?.arn, rollout, advice };
  });
  return describeReports(outcome, reports);
}

function describeReports(outcome: Outcome, reports: readonly ServiceReport[]): Partial<RunReport> {
  const [first] = reports;
  return {
    outcome,
    target: first?.target,
    taskDefinitionArn: first?.taskDefinitionArn,
    rollout: first?.rollout,
    ...(first?.advice === undefined ? {} : { advice: first.advice }),
    services: reports.length > 1 ? reports : []
  };
}
