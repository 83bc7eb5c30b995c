import type { Shape } from '../../src/emulator/client.js';
import { seedServices, waitUntilSteady, type ServiceFixture } from '../../src/emulator/seed/service.js';
import { ACCOUNT, APPSPEC, CLUSTER, taskDefinition } from '../search/stages.js';
import { REGION } from '../simulation/machine.js';
import { Simulation } from '../simulation/simulation.js';

/** The settings of a service that its deployments' time follows from. Seconds, but for minutes that say so. */
export interface Settings {
  readonly strategy: 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY' | 'CODE_DEPLOY';
  readonly desired: number;
  readonly maximumPercent?: number;
  readonly minimumHealthyPercent?: number;
  /** undefined: no load balancer. */
  readonly target?: {
    readonly interval: number;
    readonly healthy: number;
    readonly unhealthy: number;
    readonly delay: number;
  };
  readonly grace?: number;
  readonly check?: { readonly interval: number; readonly retries: number; readonly startPeriod: number };
  readonly stopTimeout?: number;
  /** When the application answers its health checks, and how long it takes to end after SIGTERM. */
  readonly ready?: number;
  readonly stop?: number;
  readonly bakeMinutes?: number;
  readonly stepMinutes?: number;
  readonly stepPercent?: number;
  readonly terminationMinutes?: number;
  readonly configName?: string;
  readonly alarm?: boolean;
}

/** A piece of advice as a user reads it. */
interface Said {
  readonly seconds: number;
  /** And the commands below it. */
  readonly sentence: string;
}

/** What a deployment took, in seconds from its request to the end of the run, and what was advised. */
export interface Deployed {
  readonly seconds: number;
  readonly advice: readonly Said[];
  readonly lines: readonly string[];
}

const FAMILY = 'shop-web';

function definitionOf({ check, stopTimeout }: Settings, image: string): Shape {
  const definition = taskDefinition(FAMILY, image);
  const [container] = definition['containerDefinitions'] as readonly Shape[];
  const healthCheck = check === undefined ? undefined : { command: ['CMD-SHELL', 'exit 0'], ...check };
  return {
    ...definition,
    containerDefinitions: [
      {
        ...container,
        ...(healthCheck === undefined ? {} : { healthCheck }),
        ...(stopTimeout === undefined ? {} : { stopTimeout })
      }
    ]
  };
}

/** Deploys once to a service of the built-in AWS that runs with these settings, in virtual time. */
export async function deployWith(settings: Settings, folder: string, seed = 1): Promise<Deployed> {
  const simulation = await open(settings, folder, seed);
  const isCodeDeploy = settings.strategy === 'CODE_DEPLOY';
  const [run] = await simulation.run([
    {
      name: 'A',
      inputs: {
        cluster: CLUSTER,
        service: 'web',
        'task-definition': 'web.json',
        image: 'public.ecr.aws/docker/library/httpd:2.4.1',
        'artifacts-directory': '/artifacts',
        'wait-for-minutes': '240',
        ...(isCodeDeploy
          ? { appspec: 'appspec.yaml', 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'shop-web' }
          : {})
      },
      files: {
        'web.json': JSON.stringify(definitionOf(settings, '<IMAGE1_NAME>')),
        'appspec.yaml': APPSPEC
      }
    }
  ]);
  const lines = [...(run?.machine.reporter.lines ?? []), ...(run?.machine.reporter.warnings ?? [])];
  if (run?.answer?.exitCode !== 0) throw new Error(`${JSON.stringify(settings)}\n${lines.join('\n')}`);
  const begin = run.requests.find(({ action }) => /:(UpdateService|CreateDeployment)$/.test(action))?.time ?? 0;
  return { seconds: ((run.endedAt ?? 0) - begin) / 1_000, advice: readAdvice(lines.join('\n')), lines };
}

/** The pieces of advice as the log has them: a line each, commands indented below it. */
function readAdvice(log: string): readonly Said[] {
  return [...log.matchAll(/^Saves about (?:(\d+) min ?)?(?:(\d+) s)?: (.*(?:\n  aws .*)*)$/gm)].map(
    ([, minutes = '0', seconds = '0', sentence = '']) => ({ seconds: Number(minutes) * 60 + Number(seconds), sentence })
  );
}

async function open(settings: Settings, folder: string, seed: number): Promise<Simulation> {
  const simulation = await Simulation.open(seed, folder);
  const { call, cloud } = simulation;
  const pause = async (): Promise<void> => simulation.pass(5_000);
  const isCodeDeploy = settings.strategy === 'CODE_DEPLOY';
  const stopSeconds = settings.stop ?? 3;
  cloud.setScenarios({ tasks: [{ behaviour: 'good', stopSeconds }] });
  const stage: ServiceFixture = {
    cluster: CLUSTER,
    service: 'web',
    controller: isCodeDeploy ? 'CODE_DEPLOY' : 'ECS',
    desiredCount: settings.desired,
    taskDefinition: definitionOf(settings, 'public.ecr.aws/docker/library/httpd:2.4'),
    target: settings.target === undefined ? undefined : { containerName: 'web', containerPort: 8080 },
    network: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] },
    repositories: [],
    codedeploy: isCodeDeploy ? { application: 'shop', deploymentGroup: 'shop-web' } : undefined,
    terminationWaitMinutes: settings.terminationMinutes ?? 0,
    account: ACCOUNT,
    region: REGION
  };
  await seedServices([stage], call, pause);
  await configure(settings, simulation);
  await waitUntilSteady(CLUSTER, 'web', call, pause);
  cloud.setScenarios({ tasks: [{ behaviour: 'good', stopSeconds, readyAfterSeconds: settings.ready ?? 5 }] });
  return simulation;
}

async function configure(settings: Settings, simulation: Simulation): Promise<void> {
  const { call } = simulation;
  const { target, strategy } = settings;
  const groups: string[] = [];
  for (const name of target === undefined ? [] : ['web-blue', 'web-green']) {
    const { TargetGroupArn = '' } = await call.ask('elasticloadbalancing', 'DescribeTargetGroups', {
      'Names.member.1': name
    });
    groups.push(TargetGroupArn);
    await call.ask('elasticloadbalancing', 'ModifyTargetGroup', {
      TargetGroupArn,
      HealthCheckIntervalSeconds: String(target?.interval),
      HealthCheckTimeoutSeconds: String(Math.min(5, (target?.interval ?? 30) - 1)),
      HealthyThresholdCount: String(target?.healthy),
      UnhealthyThresholdCount: String(target?.unhealthy)
    });
    await call.ask('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
      TargetGroupArn,
      'Attributes.member.1.Key': 'deregistration_delay.timeout_seconds',
      'Attributes.member.1.Value': String(target?.delay)
    });
  }
  const grace = target === undefined ? {} : { healthCheckGracePeriodSeconds: settings.grace ?? 0 };
  const alarms = { alarmNames: ['too-many-5xx'], enable: settings.alarm === true, rollback: settings.alarm === true };
  if (strategy === 'CODE_DEPLOY') {
    await call('ecs', 'UpdateService', { cluster: CLUSTER, service: 'web', ...grace });
    await call('codedeploy', 'UpdateDeploymentGroup', {
      applicationName: 'shop',
      currentDeploymentGroupName: 'shop-web',
      deploymentConfigName: settings.configName ?? 'CodeDeployDefault.ECSAllAtOnce',
      ...(settings.alarm === true ? { alarmConfiguration: { enabled: true, alarms: [{ name: 'too-many-5xx' }] } } : {})
    });
    return;
  }
  const native: Readonly<Record<string, Shape>> = {
    ROLLING: {
      maximumPercent: settings.maximumPercent ?? 200,
      minimumHealthyPercent: settings.minimumHealthyPercent ?? 100
    },
    BLUE_GREEN: { strategy, bakeTimeInMinutes: settings.bakeMinutes ?? 0 },
    LINEAR: {
      strategy,
      bakeTimeInMinutes: settings.bakeMinutes ?? 0,
      linearConfiguration: {
        stepPercent: settings.stepPercent ?? 25,
        stepBakeTimeInMinutes: settings.stepMinutes ?? 0
      }
    },
    CANARY: {
      strategy,
      bakeTimeInMinutes: settings.bakeMinutes ?? 0,
      canaryConfiguration: {
        canaryPercent: settings.stepPercent ?? 20,
        canaryBakeTimeInMinutes: settings.stepMinutes ?? 0
      }
    }
  };
  const rule = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:listener-rule/app/web/1/2/3`;
  const advancedConfiguration = {
    alternateTargetGroupArn: groups[1],
    productionListenerRule: rule,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/ecsInfrastructureRole`
  };
  const balancer = { targetGroupArn: groups[0], containerName: 'web', containerPort: 8080, advancedConfiguration };
  await call('ecs', 'UpdateService', {
    cluster: CLUSTER,
    service: 'web',
    ...grace,
    deploymentConfiguration: { alarms, ...native[strategy] },
    ...(strategy === 'ROLLING' ? {} : { loadBalancers: [balancer] })
  });
}

/** The settings after a piece of advice was followed: what its sentence says is read from it, and nothing else. */
export function follow(settings: Settings, sentence: string): Settings {
  const number = (pattern: RegExp): number | undefined => {
    const found = pattern.exec(sentence)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const { target, check } = settings;
  const delay = number(/Key=deregistration_delay\.timeout_seconds,Value=(\d+)/);
  const interval = number(/--health-check-interval-seconds (\d+)/);
  const next: Settings = {
    ...settings,
    ...(target !== undefined && delay !== undefined ? { target: { ...target, delay } } : {}),
    ...(target !== undefined && interval !== undefined
      ? {
          target: {
            ...target,
            interval,
            healthy: number(/--healthy-threshold-count (\d+)/) ?? target.healthy,
            unhealthy: number(/--unhealthy-threshold-count (\d+)/) ?? target.unhealthy
          }
        }
      : {}),
    ...pick('maximumPercent', number(/set maximumPercent .* to (\d+) instead/)),
    ...pick('stopTimeout', number(/set stopTimeout of .* to (\d+) instead/)),
    ...pick('bakeMinutes', number(/set bakeTimeInMinutes .* to (\d+) instead/)),
    ...pick('stepMinutes', number(/set \w+Configuration\.\w+BakeTimeInMinutes .* to (\d+) instead/)),
    ...pick('terminationMinutes', number(/set terminationWaitTimeInMinutes .* to (\d+) instead/)),
    ...pick('configName', /deploy with (CodeDeployDefault\.\w+) instead/.exec(sentence)?.[1])
  };
  const checkInterval = number(/healthCheck\.interval to (\d+) instead/);
  return check === undefined || checkInterval === undefined
    ? next
    : {
        ...next,
        check: { ...check, interval: checkInterval, retries: number(/healthCheck\.retries to (\d+)/) ?? check.retries }
      };
}

function pick<T>(name: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [name]: value };
}
