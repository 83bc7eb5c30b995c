import type { Service } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import type { Problem } from '../errors.js';
import { listNames } from '../text/format.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from './target.js';

/**
 * What of the rollout's settings the service does not take, and what of the service's own lets no deployment end: told before anything is
 * changed, as ECS would refuse it after a revision was registered, or wait without end. Pure.
 */
export function checkSettings(target: RolloutTarget, rollout: RolloutConfig): Problem[] {
  return target.controller === 'CODE_DEPLOY'
    ? checkForCodeDeploy(target, rollout)
    : [...checkConflict(target, rollout), ...checkDesiredCount(target, rollout), ...checkRoom(target, rollout)];
}

/**
 * Settings that say nothing to a service, where whoever wrote them may take it for another one: those of CodeDeploy with a service that ECS
 * itself rolls out. One sentence each. Pure.
 *
 * @param hasAppspec whether the settings name an AppSpec; one that only lies there is no setting
 */
export function warnOfSettings(target: RolloutTarget, rollout: RolloutConfig, hasAppspec: boolean): readonly string[] {
  if (target.controller !== 'ECS') return [];
  const said = [
    ['codedeploy-application', rollout.codedeployApplication],
    ['codedeploy-deployment-group', rollout.codedeployDeploymentGroup],
    ['codedeploy-deployment-config', rollout.codedeployDeploymentConfig],
    ['codedeploy-deployment-description', rollout.codedeployDeploymentDescription],
    ['appspec', hasAppspec ? true : undefined]
  ].flatMap(([name, value]) => (value === undefined ? [] : [String(name)]));
  if (said.length === 0) return [];
  const [are, them] = said.length === 1 ? ['has', 'it'] : ['have', 'them'];
  return [
    `${listNames(said)} ${are} no effect: ${target.serviceName} has the deployment controller ECS (${target.strategy}), so ECS deploys it and not CodeDeploy. Leave ${them} out for this service.`
  ];
}

/**
 * CodeDeploy takes the new tasks' capacity providers from the AppSpec alone: where it names none, those of the service are lost, and the
 * tasks get a launch type. Pure.
 *
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
export function warnOfCapacity(
  target: RolloutTarget,
  appspec: { readonly capacityProviderStrategy: readonly unknown[] } | undefined
): readonly string[] {
  if (target.controller !== 'CODE_DEPLOY' || appspec === undefined) return [];
  const { capacityProviderStrategy: strategy = [] } = readCapacity(target.service);
  if (strategy.length === 0 || appspec.capacityProviderStrategy.length > 0) return [];
  const providers = strategy.map(({ capacityProvider = '', base = 0, weight = 0 }) => {
    const more = [...(base > 0 ? [`Base: ${base}`] : []), `CapacityProvider: ${capacityProvider}`, `Weight: ${weight}`];
    return `{ ${more.join(', ')} }`;
  });
  return [
    `The service ${target.serviceName} runs on the capacity ${strategy.length === 1 ? 'provider' : 'providers'} ${listNames(strategy.map(({ capacityProvider = '' }) => capacityProvider))}, and the AppSpec names none: CodeDeploy drops them, and the new tasks get a launch type. Add CapacityProviderStrategy: [${providers.join(', ')}] to its Properties.`
  ];
}

/** With CodeDeploy the task set that gets the traffic says it, where the service does not. */
function readCapacity(service: Service): Pick<Service, 'capacityProviderStrategy'> {
  const ofService = service.capacityProviderStrategy ?? [];
  return ofService.length > 0 ? service : (service.taskSets?.find(({ status }) => status === 'PRIMARY') ?? service);
}

function checkForCodeDeploy(target: CodeDeployTarget, rollout: RolloutConfig): Problem[] {
  if (!rollout.forceNewDeployment) return [];
  return [
    {
      code: 'not-for-codedeploy',
      place: { path: 'force-new-deployment' },
      what: `force-new-deployment is for services with the controller ECS; ${target.serviceName} has CODE_DEPLOY, where every run is a new deployment.`,
      next: 'Leave it out.'
    }
  ];
}

/** ECS replaces a deployment that is in progress, unless that is not wanted. CodeDeploy refuses by itself (see group.ts). */
function checkConflict({ primary, serviceName }: EcsTarget, rollout: RolloutConfig): Problem[] {
  if (rollout.onConflict !== 'fail' || primary?.rolloutState !== 'IN_PROGRESS') return [];
  return [
    {
      code: 'deployment-active',
      place: { path: 'on-conflict' },
      what: `The deployment ${primary.id ?? ''} of ${serviceName} is in progress, and on-conflict is fail.`,
      next: 'on-conflict: wait waits until it has ended; without on-conflict ECS replaces it.'
    }
  ];
}

/** UpdateService answers "The daemon scheduling strategy does not support a desired count for services." */
function checkDesiredCount({ service, serviceName }: EcsTarget, { desiredCount }: RolloutConfig): Problem[] {
  if (desiredCount === undefined || service.schedulingStrategy !== 'DAEMON') return [];
  return [
    {
      code: 'not-for-daemon',
      place: { path: 'desired-count' },
      what: `desired-count is for services with the scheduling strategy REPLICA; ${serviceName} is a DAEMON, which runs one task on each container instance.`,
      next: 'Leave it out for this service.'
    }
  ];
}

/**
 * A rolling update starts a new task where the tasks stay within maximumPercent (rounded down), and stops an old one where they do not fall
 * below minimumHealthyPercent (rounded up). Where all that are wanted run and neither is possible, it never begins.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function checkRoom({ service, serviceName, strategy }: EcsTarget, rollout: RolloutConfig): Problem[] {
  if (strategy !== 'ROLLING') return [];
  const isDaemon = service.schedulingStrategy === 'DAEMON';
  const { minimumHealthyPercent: minimum = isDaemon ? 0 : 100, maximumPercent: maximum = isDaemon ? 100 : 200 } =
    service.deploymentConfiguration ?? {};
  const wanted = rollout.desiredCount ?? service.desiredCount ?? 0;
  const running = service.runningCount ?? wanted;
  const max = Math.floor((wanted * maximum) / 100);
  const least = Math.ceil((wanted * minimum) / 100);
  if (wanted === 0 || running < wanted || max > wanted || least < wanted) return [];
  const rounding = minimum === 100 && maximum === 100 ? '' : ', as ECS rounds them,';
  return [
    {
      code: 'no-room-to-deploy',
      place: { path: 'service' },
      what: `${serviceName} can never deploy: of its ${wanted} ${wanted === 1 ? 'task' : 'tasks'}, minimumHealthyPercent ${minimum} lets ECS stop none and maximumPercent ${maximum} lets it start none beside them${rounding} so no task can be replaced.`,
      next: `Raise maximumPercent or lower minimumHealthyPercent: \`aws ecs update-service --service ${serviceName} --deployment-configuration maximumPercent=…,minimumHealthyPercent=…\`.`
    }
  ];
}
