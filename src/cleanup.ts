import { cleanUpDocker } from './image/docker/docker-cleanup.js';
import type { RunContext } from './context.js';
import type { GithubDeployments, PendingCleanup } from './ports.js';
import { closeInterruptedGithubDeployment } from './report/github-deployment.js';
import { stopInterruptedTask, type PendingTask } from './rollout/rollback/stop-task.js';
import {
  isComplete,
  isTooLate,
  stopInterruptedDeployment,
  type PendingDeployment
} from './rollout/rollback/stop-deployment.js';
import { resourceName } from './text/arn.js';

/** The order in which they are taken back after the deployments, which come first since they serve people: what needs Docker's folder before the folder. */
const CLEANUP_ORDER: readonly PendingCleanup['kind'][] = [
  'task',
  'github-deployment',
  'docker-builder',
  'docker-login',
  'directory'
];

/**
 * Takes back what a run noted and did not settle, because it crashed or was killed: does with a deployment what `on-cancel` says, logs out,
 * removes builders and folders. Never rejects: what cannot be taken back is told, and the rest goes on.
 *
 * @param connect makes the AWS clients; called only where there is a deployment
 * @returns whether all is gone
 */
export async function runCleanups(
  pendingCleanups: readonly PendingCleanup[],
  context: Pick<RunContext, 'processes' | 'files' | 'environment' | 'reporter' | 'clock'> & {
    readonly githubDeployments?: GithubDeployments | undefined;
    /**
     * Where the run was a process that is gone: ends its Docker commands, which still use this folder. A login that goes through after
     * the logout would bring folder and credentials back.
     */
    readonly endOrphans?: (directory: string) => Promise<void>;
  },
  connect: (
    region: string
  ) => Pick<RunContext, 'ecs' | 'codedeploy' | 'logs'> | Promise<Pick<RunContext, 'ecs' | 'codedeploy' | 'logs'>>
): Promise<boolean> {
  const attempt = async (pending: PendingCleanup): Promise<boolean> => {
    const problem = await takeBackOne(pending, context, connect);
    if (problem !== undefined) context.reporter.warn(`Cleaning up (${pending.kind}): ${problem}`);
    return problem === undefined;
  };
  // All services at once: a post step has little time, and one whose AWS does not answer must not keep the others waiting.
  const deployments = pendingCleanups.filter(({ kind }) => kind === 'deployment');
  const done = await Promise.all(deployments.map(attempt));
  const rest = pendingCleanups.filter(({ kind }) => kind !== 'deployment');
  for (const pending of rest.sort((a, b) => CLEANUP_ORDER.indexOf(a.kind) - CLEANUP_ORDER.indexOf(b.kind))) {
    done.push(await attempt(pending));
  }
  return done.every(Boolean);
}

async function takeBackOne(
  pending: PendingCleanup,
  context: Parameters<typeof runCleanups>[1],
  connect: Parameters<typeof runCleanups>[2]
): Promise<string | undefined> {
  if (pending.kind === 'deployment') return takeBackDeployment(pending, context, connect);
  if (pending.kind === 'github-deployment')
    return closeInterruptedGithubDeployment(pending, context.githubDeployments, context.clock);
  if (pending.kind === 'task') return takeBackTask(pending, context, connect);
  await context.endOrphans?.(pending.kind === 'directory' ? pending.path : pending.directory);
  return cleanUpDocker(pending, context);
}

async function takeBackTask(
  pending: PendingTask,
  context: Pick<RunContext, 'reporter' | 'clock'>,
  connect: Parameters<typeof runCleanups>[2]
): Promise<string | undefined> {
  try {
    const { ecs } = await connect(pending.region);
    const stopResult = await stopInterruptedTask(pending, ecs, context.clock);
    context.reporter.info(
      `The task${pending.arn === '' ? '' : ` ${pending.arn}`} before the rollout was still in progress. ${stopResult}`
    );
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function takeBackDeployment(
  pending: PendingDeployment,
  context: Pick<RunContext, 'reporter' | 'clock'>,
  connect: Parameters<typeof runCleanups>[2]
): Promise<string | undefined> {
  const where = `${resourceName(pending.cluster)}/${pending.service}`;
  try {
    const stopResult = await stopInterruptedDeployment(pending, await connect(pending.region), context.clock);
    const name = `The deployment${pending.id === '' ? '' : ` ${pending.id}`} of ${where}`;
    if (!isComplete(stopResult, pending.onCancel))
      return `${name} runs on. ${stopResult.reason}${manualCommand(pending)}`;
    const outcome = `${name} was still in progress. ${stopResult.reason}`;
    if (isTooLate(stopResult) && pending.onCancel !== 'leave') {
      context.reporter.warn(`${outcome} on-cancel (${pending.onCancel}) came too late.`);
    } else context.reporter.info(outcome);
    return undefined;
  } catch (error) {
    return `${where}: ${error instanceof Error ? error.message : String(error)}${manualCommand(pending)}`;
  }
}

/** The command that does what could not be done; none where it is not known which deployment is meant. */
function manualCommand(pending: PendingDeployment): string {
  const { engine, region, cluster, service, id, serviceDeploymentArn: arn, onCancel } = pending;
  if (id === '' || onCancel === 'leave') return '';
  const back = onCancel === 'rollback';
  if (engine === 'codedeploy') {
    const how = back ? '--auto-rollback-enabled' : '--no-auto-rollback-enabled';
    return ` By hand: aws deploy stop-deployment --region ${region} --deployment-id ${id} ${how}`;
  }
  if (arn !== undefined) {
    const how = back ? 'ROLLBACK' : 'ABORT';
    return ` By hand: aws ecs stop-service-deployment --region ${region} --service-deployment-arn ${arn} --stop-type ${how}`;
  }
  const where = `--region=${region} --cluster=${resourceName(cluster)} --service=${service}`;
  return back
    ? ` By hand: slipway rollback ${where}`
    : ` By hand: aws ecs list-service-deployments ${where.replaceAll('=', ' ')} --status IN_PROGRESS names it, and aws ecs stop-service-deployment stops it.`;
}
