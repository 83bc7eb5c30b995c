import { takeBack } from './image/docker-cleanup.js';
import type { World } from './job/world.js';
import type { DeploymentBoard, Leftover } from './ports.js';
import { closeEntry } from './report/board.js';
import { lastSegment } from './rollout/service.js';
import { undoTask, type TaskLeftover } from './rollout/undo-task.js';
import { isSettled, isTooLate, undoDeployment, type DeploymentLeftover } from './rollout/undo.js';

/** The order in which they are taken back after the deployments, which come first since they serve people: what needs Docker's folder before the folder. */
const ORDER: readonly Leftover['kind'][] = ['task', 'github-deployment', 'docker-builder', 'docker-login', 'directory'];

/**
 * Takes back what a run noted and did not settle, because it crashed or was killed: does with a deployment what `on-cancel` says, logs out,
 * removes builders and folders. Never rejects: what cannot be taken back is told, and the rest goes on.
 *
 * @param connect makes the AWS clients; called only where there is a deployment
 * @returns whether all is gone
 */
export async function takeBackLeftovers(
  leftovers: readonly Leftover[],
  world: Pick<World, 'processes' | 'files' | 'environment' | 'reporter' | 'clock'> & {
    readonly board?: DeploymentBoard | undefined;
    /**
     * Where the run was a process that is gone: ends its Docker commands, which still use this folder. A login that goes through after
     * the logout would bring folder and credentials back.
     */
    readonly endOrphans?: (directory: string) => Promise<void>;
  },
  connect: (
    region: string
  ) => Pick<World, 'ecs' | 'codedeploy' | 'logs'> | Promise<Pick<World, 'ecs' | 'codedeploy' | 'logs'>>
): Promise<boolean> {
  const attempt = async (leftover: Leftover): Promise<boolean> => {
    const problem = await takeBackOne(leftover, world, connect);
    if (problem !== undefined) world.reporter.warn(`Cleaning up (${leftover.kind}): ${problem}`);
    return problem === undefined;
  };
  // All services at once: a post step has little time, and one whose AWS does not answer must not keep the others waiting.
  const deployments = leftovers.filter(({ kind }) => kind === 'deployment');
  const done = await Promise.all(deployments.map(attempt));
  const rest = leftovers.filter(({ kind }) => kind !== 'deployment');
  for (const leftover of rest.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    done.push(await attempt(leftover));
  }
  return done.every(Boolean);
}

async function takeBackOne(
  leftover: Leftover,
  world: Parameters<typeof takeBackLeftovers>[1],
  connect: Parameters<typeof takeBackLeftovers>[2]
): Promise<string | undefined> {
  if (leftover.kind === 'deployment') return takeBackDeployment(leftover, world, connect);
  if (leftover.kind === 'github-deployment') return closeEntry(leftover, world.board, world.clock);
  if (leftover.kind === 'task') return takeBackTask(leftover, world, connect);
  await world.endOrphans?.(leftover.kind === 'directory' ? leftover.path : leftover.directory);
  return takeBack(leftover, world);
}

async function takeBackTask(
  leftover: TaskLeftover,
  world: Pick<World, 'reporter' | 'clock'>,
  connect: Parameters<typeof takeBackLeftovers>[2]
): Promise<string | undefined> {
  try {
    const { ecs } = await connect(leftover.region);
    const undone = await undoTask(leftover, ecs, world.clock);
    world.reporter.info(
      `The task${leftover.arn === '' ? '' : ` ${leftover.arn}`} before the rollout was left under way. ${undone}`
    );
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function takeBackDeployment(
  leftover: DeploymentLeftover,
  world: Pick<World, 'reporter' | 'clock'>,
  connect: Parameters<typeof takeBackLeftovers>[2]
): Promise<string | undefined> {
  const where = `${lastSegment(leftover.cluster)}/${leftover.service}`;
  try {
    const undone = await undoDeployment(leftover, await connect(leftover.region), world.clock);
    const name = `The deployment${leftover.id === '' ? '' : ` ${leftover.id}`} of ${where}`;
    if (!isSettled(undone, leftover.onCancel)) return `${name} runs on. ${undone.reason}${tellByHand(leftover)}`;
    const told = `${name} was left under way. ${undone.reason}`;
    if (isTooLate(undone) && leftover.onCancel !== 'leave') {
      world.reporter.warn(`${told} on-cancel (${leftover.onCancel}) came too late.`);
    } else world.reporter.info(told);
    return undefined;
  } catch (error) {
    return `${where}: ${error instanceof Error ? error.message : String(error)}${tellByHand(leftover)}`;
  }
}

/** The command that does what could not be done; none where it is not known which deployment is meant. */
function tellByHand(leftover: DeploymentLeftover): string {
  const { engine, region, cluster, service, id, serviceDeploymentArn: arn, onCancel } = leftover;
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
  const where = `--region=${region} --cluster=${lastSegment(cluster)} --service=${service}`;
  return back
    ? ` By hand: slipway rollback ${where}`
    : ` By hand: aws ecs list-service-deployments ${where.replaceAll('=', ' ')} --status IN_PROGRESS names it, and aws ecs stop-service-deployment stops it.`;
}
