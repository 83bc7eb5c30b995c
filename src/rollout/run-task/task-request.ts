import type { NetworkConfiguration, RunTaskRequest, Service, TaskDefinition } from '../../aws/types.js';
import type { RunTaskConfig } from '../../config/config.js';
import type { Problem } from '../../errors.js';
import { isReservedTagKey } from '../../text/tag-keys.js';
import { nearestName } from '../../text/suggest.js';
import { listNames, quote } from '../../text/format.js';
import type { ServiceTarget } from '../service.js';

/** How the task before the rollout is started, and by what it is judged. */
export interface TaskRequest {
  /** Name or ARN. */
  readonly cluster: string;
  /** What RunTask gets, beside the revision, the token and the mark. */
  readonly launch: Omit<RunTaskRequest, 'taskDefinition' | 'cluster' | 'clientToken' | 'startedBy'>;
  readonly startedBy: string | undefined;
  readonly waitForStopped: boolean;
  /** The containers whose exit code has to be 0. */
  readonly judged: readonly string[];
}

/** What a task is planned from. */
export interface TaskQuestion {
  readonly config: RunTaskConfig;
  readonly cluster: string;
  /** The service that it runs for; undefined: none, so nothing is inherited. */
  readonly target: ServiceTarget | undefined;
  readonly definition: TaskDefinition;
  /** The file or reference that messages name. */
  readonly file: string;
  readonly containerName: string | undefined;
  /** Whether the cluster has a default capacity provider strategy; only asked for without a service. */
  readonly hasDefaultCapacity?: boolean;
  /** What the run sets for the tasks of the service, and so for this one; undefined: as the service has it. */
  readonly enableEcsManagedTags?: boolean | undefined;
  readonly propagateTags?: 'TASK_DEFINITION' | 'SERVICE' | 'NONE' | undefined;
}

type Launch = Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy' | 'platformVersion'>;

/**
 * Plans the task before the rollout: what is not said for it, it has from the service: subnets, security groups and public address,
 * capacity providers or launch type, platform version, placement constraints and strategy, and how its tasks are tagged. Pure.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export function buildTaskRequest(question: TaskQuestion): TaskRequest {
  const { config, cluster } = question;
  const { containerOverrides, taskOverrides } = config;
  const overrides = {
    ...taskOverrides,
    ...(containerOverrides.length === 0 ? {} : { containerOverrides: [...containerOverrides] })
  };
  const network = planNetwork(question);
  return {
    cluster,
    launch: {
      ...planLaunch(question),
      ...(network === undefined ? {} : { networkConfiguration: network }),
      ...planPlacement(question),
      ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
      ...planTags(question),
      ...(config.volume === undefined ? {} : { volumeConfigurations: [config.volume] })
    },
    startedBy: config.startedBy,
    waitForStopped: config.waitForStopped,
    judged: listJudged(question)
  };
}

/**
 * What of it would be refused by RunTask, after the revision is registered and the image pushed: containers that are not there, a network
 * that does not fit, a launch type that the task definition is not for, a volume. Pure.
 */
export function checkTask(question: TaskQuestion): readonly Problem[] {
  return [...checkOverrides(question), ...checkNetwork(question), ...checkLaunch(question), ...checkVolume(question)];
}

function planLaunch({ config, target, definition, hasDefaultCapacity }: TaskQuestion): Launch {
  if (config.capacityProviderStrategy !== undefined) {
    return { capacityProviderStrategy: [...config.capacityProviderStrategy], ...platformOf(target, 'FARGATE', config) };
  }
  if (config.launchType !== undefined) {
    return { launchType: config.launchType, ...platformOf(target, config.launchType, config) };
  }
  if (target !== undefined) return launchOf(target.service);
  // RunTask's own default is EC2, where a task definition for Fargate alone cannot run.
  const required = definition.requiresCompatibilities ?? [];
  const onlyFargate = required.length === 1 && required[0] === 'FARGATE';
  return onlyFargate && hasDefaultCapacity !== true ? { launchType: 'FARGATE' } : {};
}

/**
 * Only container instances are chosen by constraints and strategies: Fargate refuses both. That each task of a service has an instance of its
 * own says nothing of a task that belongs to none.
 */
function planPlacement(question: TaskQuestion): Pick<RunTaskRequest, 'placementConstraints' | 'placementStrategy'> {
  const { config, target } = question;
  const service = isOnFargate(planLaunch(question)) ? undefined : target?.service;
  const constraints =
    config.placementConstraints ?? service?.placementConstraints?.filter(({ type }) => type !== 'distinctInstance');
  const strategy = config.placementStrategy ?? service?.placementStrategy;
  return {
    ...(constraints === undefined || constraints.length === 0 ? {} : { placementConstraints: [...constraints] }),
    ...(strategy === undefined || strategy.length === 0 ? {} : { placementStrategy: [...strategy] })
  };
}

function isOnFargate({ launchType, capacityProviderStrategy = [] }: Launch): boolean {
  if (capacityProviderStrategy.length === 0) return launchType === 'FARGATE';
  return capacityProviderStrategy.every(({ capacityProvider = '' }) => /^FARGATE(_SPOT)?$/.test(capacityProvider));
}

/**
 * The task's own tags, and those that the tasks of its service get. RunTask refuses to propagate those of a service, so they are sent as its
 * own; where both have a key, the task's counts.
 */
function planTags(question: TaskQuestion): Pick<RunTaskRequest, 'tags' | 'propagateTags' | 'enableECSManagedTags'> {
  const { config, target } = question;
  const propagated = question.propagateTags ?? target?.service.propagateTags;
  const managed = question.enableEcsManagedTags ?? (target?.service.enableECSManagedTags === true ? true : undefined);
  const own = new Set(config.tags.map(({ key }) => key));
  const ofService = propagated === 'SERVICE' ? (target?.service.tags ?? []) : [];
  const inherited = ofService.filter(({ key = '' }) => !own.has(key) && !isReservedTagKey(key));
  const tags = [...inherited, ...config.tags];
  return {
    ...(tags.length === 0 ? {} : { tags }),
    ...(propagated === 'TASK_DEFINITION' ? { propagateTags: propagated } : {}),
    ...(managed === undefined ? {} : { enableECSManagedTags: managed })
  };
}

/** With CodeDeploy the task sets say it, not the service. */
function launchOf(service: Service): Launch {
  const { capacityProviderStrategy, launchType, platformVersion } = primaryOf(service) ?? service;
  const platform = platformVersion === undefined ? {} : { platformVersion };
  if (capacityProviderStrategy !== undefined && capacityProviderStrategy.length > 0) {
    return { capacityProviderStrategy, ...platform };
  }
  return launchType === undefined ? platform : { launchType, ...platform };
}

/** The service's platform version, where both run on Fargate. */
function platformOf(target: ServiceTarget | undefined, launchType: string, config: RunTaskConfig): Launch {
  if (target === undefined || launchType !== 'FARGATE') return {};
  const providers = config.capacityProviderStrategy ?? [];
  if (!providers.every(({ capacityProvider }) => /^FARGATE(_SPOT)?$/.test(capacityProvider))) return {};
  const { platformVersion } = launchOf(target.service);
  return platformVersion === undefined ? {} : { platformVersion };
}

function primaryOf(service: Service) {
  return service.taskSets?.find(taskSet => taskSet.status === 'PRIMARY');
}

function planNetwork({ config, target, definition }: TaskQuestion): NetworkConfiguration | undefined {
  if (definition.networkMode !== 'awsvpc') return undefined;
  const own = target === undefined ? undefined : networkOf(target.service);
  const subnets = config.subnets ?? own?.subnets;
  if (subnets === undefined) return undefined;
  const securityGroups = config.securityGroups ?? own?.securityGroups;
  const assignPublicIp = config.assignPublicIp ?? own?.assignPublicIp;
  return {
    awsvpcConfiguration: {
      subnets: [...subnets],
      ...(securityGroups === undefined ? {} : { securityGroups: [...securityGroups] }),
      ...(assignPublicIp === undefined ? {} : { assignPublicIp })
    }
  };
}

function networkOf(service: Service) {
  return (primaryOf(service)?.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration;
}

/** Those that are given a command; else `container-name`; else all that are essential. */
function listJudged({ config, definition, containerName }: TaskQuestion): readonly string[] {
  const commanded = config.containerOverrides.filter(({ command }) => command !== undefined).map(({ name }) => name);
  if (commanded.length > 0) return commanded;
  if (containerName !== undefined) return [containerName];
  return (definition.containerDefinitions ?? []).flatMap(({ name, essential }) =>
    name === undefined || essential === false ? [] : [name]
  );
}

function checkOverrides({ config, definition, file }: TaskQuestion): readonly Problem[] {
  const names = (definition.containerDefinitions ?? []).flatMap(({ name }) => name ?? []);
  return config.containerOverrides.flatMap(({ name }) => {
    if (names.includes(name)) return [];
    const nearest = nearestName(name, names);
    return [
      {
        code: 'unknown-container',
        place: { path: 'run-task-container-overrides' },
        what: `There is no container ${quote(name)} in ${file}; it has ${listNames(names)}.`,
        next: nearest === undefined ? '' : `Did you mean ${quote(nearest)}?`
      }
    ];
  });
}

function checkNetwork(question: TaskQuestion): readonly Problem[] {
  const { config, definition, file } = question;
  const mode = definition.networkMode ?? 'bridge (the default)';
  const said =
    config.subnets !== undefined || config.securityGroups !== undefined || config.assignPublicIp !== undefined;
  if (mode !== 'awsvpc' && said) {
    return [
      {
        code: 'network-mode',
        place: { path: config.subnets === undefined ? 'run-task-security-groups' : 'run-task-subnets' },
        what: `Subnets, security groups and a public address are for the network mode awsvpc; ${file} has ${mode}.`,
        next: 'Leave them out, or set networkMode to awsvpc.'
      }
    ];
  }
  if (mode !== 'awsvpc' || planNetwork(question) !== undefined) return [];
  return [
    {
      code: 'missing-setting',
      place: { path: 'run-task-subnets' },
      what: `The task before the rollout needs subnets (${file} has the network mode awsvpc), and there is no service to take them from.`,
      next: 'Set run-task-subnets.'
    }
  ];
}

function checkLaunch({ config, definition, file }: TaskQuestion): readonly Problem[] {
  const required = definition.requiresCompatibilities ?? [];
  const wanted = config.launchType;
  if (wanted === undefined || required.length === 0 || required.includes(wanted)) return [];
  return [
    {
      code: 'launch-type',
      place: { path: 'run-task-launch-type' },
      what: `The task is to run on ${wanted}, but ${file} is for ${listNames(required)} only.`,
      next: `Add ${wanted} to requiresCompatibilities, or correct run-task-launch-type.`
    }
  ];
}

function checkVolume({ config, definition, file }: TaskQuestion): readonly Problem[] {
  const configurable = (definition.volumes ?? []).flatMap(({ name, configuredAtLaunch }) =>
    configuredAtLaunch === true && name !== undefined ? [name] : []
  );
  const wanted = config.volume?.name;
  const place = { path: 'run-task-managed-ebs-volume-name' };
  if (wanted !== undefined && !configurable.includes(wanted)) {
    const what = `There is no volume ${quote(wanted)} with configuredAtLaunch in ${file}; it has ${listNames(configurable)}.`;
    return [{ code: 'unknown-volume', place, what, next: 'Correct the name, or add the volume there.' }];
  }
  if (wanted !== undefined || configurable.length === 0) return [];
  const what = `The volume ${listNames(configurable)} of ${file} is configured at launch, and nothing is said for the task before the rollout.`;
  const next = 'Set run-task-managed-ebs-volume-name and run-task-managed-ebs-volume.';
  return [{ code: 'missing-setting', place, what, next }];
}
