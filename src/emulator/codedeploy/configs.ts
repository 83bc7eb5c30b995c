import { document, integer, string, structure } from '../server/decode.js';
import { AwsFault, newUuid, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { TrafficRouting } from './config-records.js';
import { checkName, CODEDEPLOY, getConfig, refuseToken } from './state.js';

const readRouting = structure({
  type: string,
  timeBasedCanary: structure({ canaryPercentage: integer, canaryInterval: integer }),
  timeBasedLinear: structure({ linearPercentage: integer, linearInterval: integer })
});

/** CodeDeploy takes shares of 1 to 99 per cent, and steps of at least a minute. */
function isStep(percentage: number | undefined, interval: number | undefined): boolean {
  return percentage !== undefined && percentage >= 1 && percentage <= 99 && interval !== undefined && interval >= 1;
}

function decodeRouting(input: ReturnType<typeof readRouting> | undefined): TrafficRouting {
  const { type = 'AllAtOnce', timeBasedCanary, timeBasedLinear } = input ?? {};
  if (type === 'AllAtOnce') return { type };
  const { canaryPercentage = 0, canaryInterval = 0 } = timeBasedCanary ?? {};
  if (type === 'TimeBasedCanary' && isStep(canaryPercentage, canaryInterval)) {
    return { type, timeBasedCanary: { canaryPercentage, canaryInterval } };
  }
  const { linearPercentage = 0, linearInterval = 0 } = timeBasedLinear ?? {};
  if (type === 'TimeBasedLinear' && isStep(linearPercentage, linearInterval)) {
    return { type, timeBasedLinear: { linearPercentage, linearInterval } };
  }
  throw new AwsFault(
    'InvalidTrafficRoutingConfigurationException',
    `The traffic routing configuration of type '${type}' needs a percentage of 1 to 99 and an interval of at least 1 minute`
  );
}

/** The operations on deployment configurations; only those for ECS are known. */
export const configOperations: Readonly<Record<string, Operation>> = {
  CreateDeploymentConfig: operation(
    structure({
      deploymentConfigName: string,
      computePlatform: string,
      trafficRoutingConfig: readRouting,
      minimumHealthyHosts: document,
      zonalConfig: document
    }),
    (input, context) => {
      const name = checkName('DeploymentConfig', input.deploymentConfigName);
      const { configs } = context.region.part(CODEDEPLOY);
      if (name.startsWith('CodeDeployDefault.')) {
        throw new AwsFault('InvalidDeploymentConfigNameException', 'The prefix CodeDeployDefault. is reserved');
      }
      if (input.computePlatform !== 'ECS') {
        throw new AwsFault('InvalidComputePlatformException', 'The built-in AWS takes the compute platform ECS only');
      }
      if (input.minimumHealthyHosts !== undefined) {
        throw new AwsFault(
          'InvalidMinimumHealthyHostValueException',
          'The minimum healthy hosts can not be specified for the compute platform ECS'
        );
      }
      if (input.zonalConfig !== undefined) {
        throw new AwsFault(
          'InvalidZonalDeploymentConfigurationException',
          'The zonal configuration can not be specified for the compute platform ECS'
        );
      }
      if (configs.has(name)) {
        throw new AwsFault(
          'DeploymentConfigAlreadyExistsException',
          `Deployment Configuration already exists: ${name}`
        );
      }
      const id = newUuid();
      configs.set(name, { id, name, createTime: context.now, routing: decodeRouting(input.trafficRoutingConfig) });
      return { deploymentConfigId: id };
    }
  ),

  GetDeploymentConfig: operation(structure({ deploymentConfigName: string }), (input, context) => {
    const { id, name, createTime, routing } = getConfig(context.region, input.deploymentConfigName);
    return {
      deploymentConfigInfo: {
        deploymentConfigId: id,
        deploymentConfigName: name,
        createTime: createTime === undefined ? undefined : toEpochSeconds(createTime),
        computePlatform: 'ECS',
        trafficRoutingConfig: routing
      }
    };
  }),

  ListDeploymentConfigs: operation(structure({ nextToken: string }), (input, context) => {
    refuseToken(input.nextToken);
    return { deploymentConfigsList: [...context.region.part(CODEDEPLOY).configs.keys()] };
  }),

  DeleteDeploymentConfig: operation(structure({ deploymentConfigName: string }), (input, context) => {
    const name = checkName('DeploymentConfig', input.deploymentConfigName);
    if (name.startsWith('CodeDeployDefault.')) {
      throw new AwsFault('InvalidOperationException', 'A predefined deployment configuration cannot be deleted');
    }
    const { applications, configs } = context.region.part(CODEDEPLOY);
    const groups = [...applications.values()].flatMap(application => [...application.groups.values()]);
    if (groups.some(group => group.settings.deploymentConfigName === name)) {
      throw new AwsFault('DeploymentConfigInUseException', `The deployment configuration ${name} is in use`);
    }
    configs.delete(name);
    return undefined;
  })
};
