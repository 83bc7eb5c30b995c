import type { DeploymentLifecycleHook } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import type { CodeDeployPort } from './ports.js';
import { minutesOf } from './result.js';
import type { CodeDeployTarget, EcsTarget } from './target.js';

type Limited = Pick<RolloutConfig, 'waitForMinutes' | 'codedeployDeploymentConfig'>;

/** How long an ECS deployment may take, in milliseconds: wait-for-minutes, and what the service itself waits on purpose (bake time, the steps of a shift, hooks that pause it). */
export function ecsTimeout({ service }: EcsTarget, config: Limited): number {
  const {
    bakeTimeInMinutes,
    linearConfiguration: linear,
    canaryConfiguration: canary,
    lifecycleHooks = []
  } = service.deploymentConfiguration ?? {};
  const steps = linear?.stepPercent === undefined ? 0 : Math.ceil(100 / Math.max(linear.stepPercent, 1));
  const waits = [
    config.waitForMinutes,
    minutesOf(bakeTimeInMinutes),
    steps * minutesOf(linear?.stepBakeTimeInMinutes),
    minutesOf(canary?.canaryBakeTimeInMinutes),
    ...lifecycleHooks.filter(({ targetType }) => targetType === 'PAUSE').map(findPause)
  ];
  return waits.reduce((sum, minutes) => sum + minutes, 0) * 60_000;
}

/** A PAUSE hook without a timeout of its own waits for a day, at each of its stages. */
const PAUSE_MINUTES = 1_440;

function findPause({ timeoutConfiguration, lifecycleStages = [] }: DeploymentLifecycleHook): number {
  return (timeoutConfiguration?.timeoutInMinutes ?? PAUSE_MINUTES) * lifecycleStages.length;
}

/**
 * How long a CodeDeploy deployment may take, in milliseconds: wait-for-minutes, and what the deployment group waits on purpose. AWS leaves
 * out what was never set: that is none.
 */
export async function codeDeployTimeout(
  { group }: CodeDeployTarget,
  config: Limited,
  codedeploy: CodeDeployPort
): Promise<number> {
  const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } =
    group.blueGreenDeploymentConfiguration ?? {};
  const shift = await findShiftMinutes(config.codedeployDeploymentConfig ?? group.deploymentConfigName, name =>
    codedeploy.getShiftMinutes(name)
  );
  const own = minutesOf(ready?.waitTimeInMinutes) + minutesOf(blue?.terminationWaitTimeInMinutes) + minutesOf(shift);
  return (own + config.waitForMinutes) * 60_000;
}

/** AWS's own configurations say it in their names; others are asked for, and count as nothing where that is not permitted. */
async function findShiftMinutes(name: string | undefined, ask: (name: string) => Promise<number>): Promise<number> {
  if (name === undefined || name.endsWith('AllAtOnce')) return 0;
  const known = /^CodeDeployDefault\.ECS(Linear|Canary)(\d+)Percent(?:Every)?(\d+)Minutes$/.exec(name);
  if (known === null) return ask(name).catch(() => 0);
  const [percent, minutes] = [Number(known[2]), Number(known[3])];
  return known[1] === 'Canary' ? minutes : Math.ceil(100 / percent) * minutes;
}
