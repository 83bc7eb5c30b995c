import { listContainers, listRecords } from '../task-definition/types.js';
import type { TaskDefinitionFile } from '../task-definition/index.js';
import type { Config } from '../config/config.js';
import { hasGate } from '../config/decode/gates.js';
import { ProblemsError, SlipwayError } from '../errors.js';
import type { ReadService } from '../steps/read-sources.js';
import type { ServiceFixture } from '../emulator/seed/service.js';
import { resourceName } from '../text/arn.js';
import { makeRecord, entriesOf, own } from '../text/record.js';

/** What ran before: an image that needs no registry of ours. */
const EARLIER_IMAGE = 'public.ecr.aws/docker/library/busybox:stable';
const DEFAULT_SUBNETS = ['subnet-0a1b2c3d4e5f60718'];
const DEFAULT_SECURITY_GROUPS = ['sg-0a1b2c3d4e5f60718'];

/**
 * Plans the stage for a project from its own settings and files: for each of its services the cluster and the service with an earlier
 * version of its task definition, the repositories and, where it has an AppSpec, CodeDeploy's application and group. A service with a gate
 * has a load balancer, and pauses where the gate or a person is to answer. Pure.
 *
 * @param services as they were read from the config's `rollouts`
 * @throws ProblemsError what is wrong with the files; SlipwayError where there is no service to rehearse
 */
export function planSeed(config: Config, services: readonly ReadService[], account: string): readonly ServiceFixture[] {
  const problems = [...new Set(services.flatMap(({ sources }) => sources.problems))];
  if (problems.length > 0) throw new ProblemsError(problems);
  return services.map(service => planStage(config, service, account));
}

function planStage(
  config: Config,
  { config: { rollout, gate }, sources: { taskDefinition, appspec } }: ReadService,
  account: string
): ServiceFixture {
  const { service, cluster } = rollout;
  if (taskDefinition === undefined || service === undefined) {
    const what = service === undefined ? 'service' : 'task-definition';
    const whose = service === undefined || config.rollouts.length === 1 ? '' : ` for ${service}`;
    throw new SlipwayError({
      code: 'nothing-to-rehearse',
      fault: 'user',
      what: `A rehearsal needs a service and a task definition that is a file; ${what} is not set so${whose}.`,
      next: 'Set both in slipway.yml, or as flags.'
    });
  }
  const clusterName = resourceName(cluster);
  const serviceName = resourceName(service);
  const blueGreen = appspec !== undefined || rollout.codedeployApplication !== undefined;
  const isTested = hasGate(gate) && gate.gateAt !== 'live';
  const isApproved = rollout.waitFor === 'paused';
  const isBalanced = blueGreen || hasGate(gate) || isApproved;
  const names = `${clusterName.slice(0, 46)}-${serviceName.slice(0, 46)}`;
  return {
    region: config.region,
    account,
    cluster: clusterName,
    service: serviceName,
    controller: blueGreen ? 'CODE_DEPLOY' : 'ECS',
    desiredCount: rollout.desiredCount ?? 2,
    taskDefinition: makeEarlier(taskDefinition),
    target: appspec ?? (isBalanced ? findTarget(taskDefinition) : undefined),
    network: {
      subnets: appspec?.network?.subnets ?? DEFAULT_SUBNETS,
      securityGroups: appspec?.network?.securityGroups ?? DEFAULT_SECURITY_GROUPS
    },
    repositories: [
      ...new Set(
        config.images.flatMap(image =>
          image.kind === 'built' && image.registry === undefined && !image.createRepository ? [image.repository] : []
        )
      )
    ],
    images: listImages(config, taskDefinition),
    codedeploy: blueGreen
      ? {
          application: rollout.codedeployApplication ?? `AppECS-${names}`,
          deploymentGroup: rollout.codedeployDeploymentGroup ?? `DgpECS-${names}`
        }
      : undefined,
    isGated: isTested || isApproved,
    // The gate answers the first pause, and a person the second.
    pauseStages:
      isTested && isApproved
        ? ['POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT']
        : ['POST_TEST_TRAFFIC_SHIFT'],
    terminationWaitMinutes: 1
  };
}

/** The images that are shipped or run beside what is, and that the run does not push. */
function listImages(config: Config, { definition }: TaskDefinitionFile): readonly string[] {
  const pushed = config.images.flatMap(image => (image.kind === 'built' ? [`/${image.repository}`] : []));
  const shipped = config.images.flatMap(image => (image.kind === 'existing' ? [image.image] : []));
  const named = listContainers(definition).map(({ record }) => own(record, 'image'));
  return [...shipped, ...named]
    .filter(image => typeof image === 'string')
    .filter(image => !pushed.some(repository => image.replace(/[:@][^/]*$/, '').endsWith(repository)));
}

/** The same task definition with images that exist. */
function makeEarlier({ definition }: TaskDefinitionFile): ServiceFixture['taskDefinition'] {
  const containers = listContainers(definition).map(({ record }) =>
    makeRecord([...entriesOf(record).filter(([key]) => key !== 'image'), ['image', EARLIER_IMAGE]])
  );
  return makeRecord(
    entriesOf(definition).map(([key, value]) => (key === 'containerDefinitions' ? [key, containers] : [key, value]))
  );
}

/** The first port that a container maps. */
function findTarget({ definition }: TaskDefinitionFile): ServiceFixture['target'] {
  for (const { name, record } of listContainers(definition)) {
    for (const mapping of listRecords(own(record, 'portMappings'))) {
      const port = own(mapping, 'containerPort');
      if (typeof port === 'number') return { containerName: name, containerPort: port };
    }
  }
  return undefined;
}
