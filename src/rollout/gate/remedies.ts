/**
 * What makes a service fit for a gate: the command of the AWS CLI, and the lines of CloudFormation. UpdateService takes the whole
 * deploymentConfiguration and UpdateDeploymentGroup the whole blueGreenDeploymentConfiguration, so that what is there is said again.
 */
import type { CodeDeployTarget, EcsTarget } from '../target.js';
import { regionOf } from '../../text/arn.js';

/** How long what is added here waits, in minutes. */
const WAIT_MINUTES = 60;

/** Adds a PAUSE hook at a stage, or replaces what pauses there. */
export function addPauseHook(target: EcsTarget, stage: string): string {
  const { lifecycleHooks: hooks = [], ...rest } = target.service.deploymentConfiguration ?? {};
  const others = hooks.filter(
    ({ targetType, lifecycleStages = [] }) => targetType !== 'PAUSE' || lifecycleStages.every(each => each !== stage)
  );
  const configuration = { ...rest, lifecycleHooks: [...others, pauseHook(stage)] };
  return `${updateService(target, configuration)} In CloudFormation, under DeploymentConfiguration of the service:\n${hookLines(stage)}`;
}

/** Makes a rolling service blue/green; its load balancer needs a second target group and a test listener for that. */
export function changeStrategy(target: EcsTarget): string {
  const stage = 'POST_TEST_TRAFFIC_SHIFT';
  // ECS takes it with ROLLING alone.
  const kept = Object.entries(target.service.deploymentConfiguration ?? {}).filter(
    ([name]) => name !== 'earlySuccessCriteria'
  );
  const native = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, lifecycleHooks: [pauseHook(stage)] };
  const configuration = { ...Object.fromEntries(kept), ...native };
  return (
    `make it blue/green, with advancedConfiguration (alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn) in its ` +
    `loadBalancers (docs/native-strategies.md): ${updateService(target, configuration)} In CloudFormation, under DeploymentConfiguration of ` +
    `the service:\n    Strategy: BLUE_GREEN\n    BakeTimeInMinutes: 5\n${hookLines(stage)}`
  );
}

export function keepOnePause(stage: string): string {
  return `Keep one PAUSE hook at ${stage} in lifecycleHooks of the service's deploymentConfiguration (aws ecs update-service).`;
}

/** Lets the deployments of a group wait for ContinueDeployment before the traffic moves. */
export function addCodeDeployWait({ application, deploymentGroup, group, serviceArn }: CodeDeployTarget): string {
  const configuration = {
    ...group.blueGreenDeploymentConfiguration,
    deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: WAIT_MINUTES }
  };
  const command = [
    'aws deploy update-deployment-group',
    `--region ${regionOf(serviceArn)}`,
    `--application-name ${application}`,
    `--current-deployment-group-name ${deploymentGroup}`,
    `--blue-green-deployment-configuration '${JSON.stringify(configuration)}'`
  ].join(' ');
  return (
    `${command} In CloudFormation, under BlueGreenDeploymentConfiguration of the deployment group:\n` +
    `    DeploymentReadyOption:\n      ActionOnTimeout: STOP_DEPLOYMENT\n      WaitTimeInMinutes: ${WAIT_MINUTES}`
  );
}

/** Shape DeploymentLifecycleHook. */
function pauseHook(stage: string): object {
  const timeoutConfiguration = { timeoutInMinutes: WAIT_MINUTES, action: 'ROLLBACK' };
  return { targetType: 'PAUSE', lifecycleStages: [stage], timeoutConfiguration };
}

function updateService({ clusterName, serviceName, serviceArn }: EcsTarget, configuration: object): string {
  const where = `--region ${regionOf(serviceArn)} --cluster ${clusterName} --service ${serviceName}`;
  return `aws ecs update-service ${where} --deployment-configuration '${JSON.stringify(configuration)}'`;
}

function hookLines(stage: string): string {
  return [
    'LifecycleHooks:',
    '  - TargetType: PAUSE',
    `    LifecycleStages: [${stage}]`,
    `    TimeoutConfiguration: { TimeoutInMinutes: ${WAIT_MINUTES}, Action: ROLLBACK }`
  ]
    .map(line => `    ${line}`)
    .join('\n');
}
