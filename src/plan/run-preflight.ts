import { shippedDefinition } from '../task-definition/index.js';
import type { Config, ImageConfig } from '../config/config.js';
import { addressOf, firstTag, locateTag, type ImagePlan } from '../image/image-plan.js';
import { hostOf, isTagImmutable, parseReference } from '../image/reference.js';
import { parseEcrHost } from '../text/ecr-host.js';
import type { PreparedRun } from '../steps/prepare.js';
import type { CheckedService, PreparedService } from '../steps/prepare-service.js';
import type { RunContext } from '../context.js';
import { checkCluster } from '../preflight/capacity.js';
import { checkImage, type ImageRequirement } from '../preflight/images.js';
import { checkNetwork } from '../preflight/network.js';
import { makeGroup, makeNode, ok, type CheckNode } from '../preflight/check-result.js';
import { findCaller } from '../preflight/pass-role.js';
import type { PreflightPorts } from '../preflight/ports.js';
import { memoizePort, overridePort } from '../memoize.js';
import { checkService } from '../preflight/service.js';
import { checkSigning } from '../preflight/signing.js';
import { checkTask } from '../preflight/task.js';
import { targetGroupConstraints, listRoles } from '../preflight/requirements.js';
import { accountOf } from '../text/arn.js';

/** The world with what only a preflight looks at. */
export interface PlanContext extends RunContext {
  readonly preflight: PreflightPorts;
}

/** A preflight that has begun. */
export interface Preflight {
  /** To plan with: what the plan and the preflight both look at is asked for once. */
  readonly context: PlanContext;
  /** The tree of all checks. Rejects for nothing that AWS says. */
  finish(plan: PreparedRun): Promise<CheckNode>;
}

const MEMOIZED = [
  'getRole',
  'simulatePrincipalPolicy',
  'getCaller',
  'describeSecret',
  'findParameters',
  'describeTargetGroups',
  'describeListener',
  'describeRulesOf',
  'describeRule',
  'describeSubnets',
  'describeSecurityGroups',
  'hasLogGroup',
  'findPullThroughRule',
  'listSigningProfiles',
  'readManifest',
  'readImageConfig'
] as const satisfies readonly (keyof PreflightPorts)[];

/**
 * Begins a preflight: what the files alone say is looked at from here on, while the plan is made, so that plan and preflight together
 * take no more round trips than the longer of the two.
 *
 * @param context its ECS port asks once for the same question (`prefetchingEcs`)
 */
export function openPreflight(config: Config, services: readonly CheckedService[], context: PlanContext): Preflight {
  const remembering: PlanContext = { ...context, preflight: memoizePort(context.preflight, MEMOIZED) };
  for (const look of prefetch(config, services, remembering)) look.catch(() => undefined);
  return { context: remembering, finish: plan => preflight(plan, config, remembering) };
}

/**
 * Looks at everything that a deployment needs to be there, all at the same time, and changes nothing.
 *
 * What is not permitted is skipped with the name of its action; an error of AWS that says nothing about the deployment is a warning.
 */
async function preflight(plan: PreparedRun, config: Config, context: PlanContext): Promise<CheckNode> {
  const services = plan.services.map(async service => {
    const nodes = await checkPreparedService(service, plan, config, context);
    return plan.services.length === 1 ? nodes : [makeGroup(nameOf(service), nodes)];
  });
  const nodes = await Promise.all([
    ...services,
    checkTaskNetwork(config, context),
    ...plan.images.map(image => checkSigningOf(image, config, context))
  ]);
  return makeGroup('preflight', [...plan.images.flatMap(checkRepository), ...nodes.flat()]);
}

async function checkPreparedService(
  service: PreparedService,
  plan: PreparedRun,
  config: Config,
  context: PlanContext
): Promise<readonly CheckNode[]> {
  const { target, taskDefinition, asRegistered, appspec, config: own } = service;
  const { region } = config;
  const definition =
    taskDefinition === undefined
      ? undefined
      : shippedDefinition(taskDefinition, service.config.files, service.assignments);
  const account = target === undefined ? undefined : accountOf(target.serviceArn);
  const ports = overridePort(context.preflight, {
    getShiftMinutes: (name: string) => context.codedeploy.getShiftMinutes(name)
  });
  const fitting =
    definition === undefined ? { targetType: undefined, ports: undefined } : targetGroupConstraints(definition);
  const network = target?.controller === 'CODE_DEPLOY' ? appspec?.network : undefined;
  return Promise.all([
    ...(target === undefined && config.runTask === undefined ? [] : [checkClusterOf(service, config, context)]),
    ...(target === undefined
      ? []
      : [
          checkService(
            {
              target,
              region,
              network: network && { subnets: network.subnets ?? [], securityGroups: network.securityGroups ?? [] },
              deploymentConfig: own.rollout.codedeployDeploymentConfig,
              fitting,
              roles: listRoles(definition ?? {}).map(({ role }) => role)
            },
            ports
          )
        ]),
    ...(definition === undefined
      ? []
      : [
          checkTask(
            {
              definition,
              region,
              account,
              imageOf: imagesOf(service, plan.images),
              caller: asRegistered === undefined ? findCaller(config.role?.arn, context.preflight) : undefined
            },
            context.preflight
          )
        ])
  ]);
}

function checkClusterOf(
  { target, appspec, config: { rollout } }: PreparedService,
  { runTask }: Config,
  { ecs }: PlanContext
): Promise<CheckNode> {
  const service = target?.service;
  const strategies = [
    appspec?.capacityProviderStrategy ?? [],
    service?.capacityProviderStrategy ?? [],
    runTask?.capacityProviderStrategy ?? []
  ];
  return checkCluster(
    {
      cluster: rollout.cluster,
      capacityProviders: strategies.flat().flatMap(({ capacityProvider }) => capacityProvider ?? []),
      needsInstances: service?.launchType === 'EC2'
    },
    cluster => ecs.describeCluster(cluster)
  );
}

/** Where the task before the rollout runs, where that is said for it. */
async function checkTaskNetwork({ runTask }: Config, { preflight: ports }: PlanContext): Promise<readonly CheckNode[]> {
  const { subnets = [], securityGroups = [] } = runTask ?? {};
  if (subnets.length === 0 && securityGroups.length === 0) return [];
  const { nodes } = await checkNetwork({ subnets, securityGroups }, ports);
  return [makeGroup('task before the rollout', nodes)];
}

/** Only the own registry tells whether it signs. */
async function checkSigningOf(
  plan: ImagePlan,
  { role }: Config,
  { preflight: ports }: PlanContext
): Promise<readonly CheckNode[]> {
  if (plan.kind !== 'build' || plan.image.registry !== undefined) return [];
  const node = await checkSigning(plan.image.repository, await findCaller(role?.arn, ports), ports);
  return node === undefined ? [] : [node];
}

function checkRepository(plan: ImagePlan): readonly CheckNode[] {
  if (plan.kind === 'existing') return [];
  const { image, repository } = plan;
  const label = `repository ${addressOf(image)}`;
  if (repository === undefined) {
    const template = plan.kind === 'build' ? plan.template : undefined;
    const how =
      template?.createsOnPush !== true
        ? 'create-repository'
        : `by the push, as the creation template ${template.prefix} says`;
    return [makeNode(label, ok(`is created (${how})`))];
  }
  const tag = firstTag(image);
  const kind = isTagImmutable(repository, tag) ? 'immutable' : 'mutable';
  const then = plan.kind === 'reuse' ? 'is there already and is used' : 'is pushed';
  return [makeNode(label, ok(`the tag ${tag} is ${kind} and ${then}`))];
}

/** The image of each container: what this run builds or uses, else what the task definition says. */
function imagesOf(service: Pick<PreparedService, 'assignments' | 'config'>, plans: readonly ImagePlan[]) {
  const hosts = plans.flatMap(plan => {
    const uri = plan.kind === 'existing' ? undefined : plan.repository?.uri;
    return uri === undefined ? [] : [hostOf(uri)];
  });
  const isRunning = service.config.files.taskDefinition?.kind === 'service';
  return (container: string, image: string): ImageRequirement | undefined => {
    const assigned = service.assignments.find(({ containers }) => containers.includes(container));
    const plan = plans.find(candidate => candidate.image === assigned?.image);
    if (plan === undefined) return isRunning ? { kind: 'running', name: image } : locate(image, hosts);
    if (plan.kind === 'existing') return locate(plan.image.image, hosts);
    const name = `${addressOf(plan.image)}:${firstTag(plan.image)}`;
    if (plan.kind === 'build') return { kind: 'built', name, platforms: plan.image.build.platforms };
    return { kind: 'there', name, location: locateTag(plan.image, firstTag(plan.image)) };
  };
}

/** Where an image is, if that is ECR; a host with a port may be that of an AWS at a custom endpoint, if ECR has named it. */
function locate(image: string, hosts: readonly string[]): ImageRequirement | undefined {
  const reference = parseReference(image);
  if (reference === undefined) return undefined;
  const { registry, repository, tag, digest } = reference;
  const host = parseEcrHost(registry ?? '');
  if (host !== undefined) {
    const location = { region: host.region, registryId: host.account, repository, tag, digest };
    return { kind: 'there', name: image, location };
  }
  if (registry !== undefined && hosts.includes(registry)) {
    return { kind: 'there', name: image, location: { repository, tag, digest } };
  }
  return { kind: 'elsewhere', name: image };
}

/** The looks that need no answer of AWS before them. What is wrong with the files is told by the plan. */
function prefetch(
  config: Config,
  services: readonly CheckedService[],
  context: PlanContext
): readonly Promise<unknown>[] {
  const ports = context.preflight;
  const registers = config.rollouts.some(({ files }) => files.taskDefinition !== undefined);
  const caller = registers ? findCaller(config.role?.arn, ports) : undefined;
  const ofServices = services.flatMap(service => {
    const { files, rollout } = service.config;
    const { taskDefinition } = service.sources;
    const looks: Promise<unknown>[] = [];
    if (rollout.service !== undefined) looks.push(context.ecs.describeCluster(rollout.cluster));
    if (files.taskDefinition?.kind === 'registered') {
      looks.push(context.ecs.describeTaskDefinition(files.taskDefinition.reference));
    }
    if (taskDefinition === undefined) return looks;
    const definition = shippedDefinition(taskDefinition, service.config.files, service.assignments);
    const imageOf = imagesOf(service, []);
    const isShipped = (name: string): boolean =>
      service.assignments.some(({ containers }) => containers.includes(name));
    const ofFile = (name: string, image: string) => (isShipped(name) ? undefined : imageOf(name, image));
    const requirement = { definition, region: config.region, account: undefined, imageOf: ofFile, caller };
    return [...looks, checkTask(requirement, ports)];
  });
  const ofImages = config.images.flatMap(image => {
    const requirement = wishFor(image);
    return requirement === undefined ? [] : [checkImage(requirement, undefined, ports)];
  });
  return [...ofServices, ...ofImages, checkTaskNetwork(config, context)];
}

/** Where the image must be before the build is known; undefined for one that is built in any case. */
function wishFor(image: ImageConfig): ImageRequirement | undefined {
  if (image.kind === 'existing') return locate(image.image, []);
  if (image.reuseImage === false) return undefined;
  return { kind: 'there', name: addressOf(image), location: locateTag(image, firstTag(image)) };
}

function nameOf({ target, config }: PreparedService): string {
  return target === undefined
    ? (config.rollout.service ?? 'task definition')
    : `${target.clusterName}/${target.serviceName}`;
}
