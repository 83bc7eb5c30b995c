import type { Deployment, Service, ServiceDeployment } from '@aws-sdk/client-ecs';

import type { EcsPort } from '../../src/rollout/ports.js';
import type { EcsTarget } from '../../src/rollout/target.js';
import { TARGET } from './fake-ecs.js';
import { awsError, NEW, OLD, SERVICE, type FakeClock } from './fakes.js';

interface Made {
  readonly deployment: Deployment;
  readonly revisionArn: string;
  readonly serviceDeployment: ServiceDeployment & { readonly serviceDeploymentArn: string };
}

/** What happens right before (or after) the so manieth call of a name reaches ECS; an error is the call's answer. */
export interface Moment {
  readonly call: keyof EcsPort;
  readonly number?: number;
  readonly before?: () => unknown;
  readonly after?: () => unknown;
}

/**
 * A service that several principals deploy to, in memory. As with ECS, an UpdateService that changes nothing starts no deployment, a newer
 * deployment stops the one before, and nothing but the service revision ties a service deployment to its deployment.
 */
export class SharedService {
  readonly made: Made[] = [];
  readonly #clock: FakeClock;

  /** With `web:1`, which was deployed with success. */
  constructor(clock: FakeClock) {
    this.#clock = clock;
    this.deploy(OLD);
    this.complete();
  }

  get primary(): Deployment {
    const [newest] = this.made;
    if (newest === undefined) throw new Error('nothing was deployed');
    return newest.deployment;
  }

  /** As UpdateService with forceNewDeployment. @returns the deployment's id */
  deploy(taskDefinition: string): string {
    const number = this.made.length + 1;
    const createdAt = new Date(this.#clock.now() - (number === 1 ? 86_400_000 : 0));
    for (const each of this.made) {
      Object.assign(each.deployment, { status: 'ACTIVE' });
      if (each.serviceDeployment.status === 'IN_PROGRESS') Object.assign(each.serviceDeployment, { status: 'STOPPED' });
    }
    const revisionArn = `arn:aws:ecs:eu-west-1:123456789012:service-revision/shop/web/${900 + number}`;
    const counts = { desiredCount: 2, runningCount: 0, pendingCount: 2, failedTasks: 0 };
    this.made.unshift({
      deployment: {
        id: `ecs-svc/${number}`,
        status: 'PRIMARY',
        taskDefinition,
        createdAt,
        updatedAt: createdAt,
        rolloutState: 'IN_PROGRESS',
        ...counts
      },
      revisionArn,
      serviceDeployment: {
        serviceDeploymentArn: SERVICE.replace(':service/', ':service-deployment/') + `/sd-${number}`,
        status: 'IN_PROGRESS',
        createdAt,
        targetServiceRevision: { arn: revisionArn }
      }
    });
    return `ecs-svc/${number}`;
  }

  /** The PRIMARY deployment comes to a good end. */
  complete(): void {
    const [newest] = this.made;
    if (newest === undefined) return;
    const counts = { runningCount: 2, pendingCount: 0 };
    Object.assign(newest.deployment, { rolloutState: 'COMPLETED', ...counts });
    Object.assign(newest.serviceDeployment, { status: 'SUCCESSFUL', finishedAt: new Date(this.#clock.now()) });
  }

  /** Somebody stops the PRIMARY deployment, and ECS goes back: it is no longer listed, its service deployment is. */
  rollBack(): void {
    const newest = this.made.shift();
    if (newest === undefined) return;
    Object.assign(newest.deployment, { status: 'INACTIVE' });
    Object.assign(newest.serviceDeployment, { status: 'ROLLBACK_SUCCESSFUL' });
    Object.assign(this.primary, { status: 'PRIMARY' });
    this.made.push(newest);
  }

  /** The service deployment of a deployment. */
  arnOf(id: string): string {
    return this.made.find(({ deployment }) => deployment.id === id)?.serviceDeployment.serviceDeploymentArn ?? '';
  }

  /** The target as a check sees it now. */
  get target(): EcsTarget {
    const { primary } = this;
    return { ...TARGET, service: this.#describe(), primary, runningTaskDefinitionArn: primary.taskDefinition };
  }

  #describe(): Service {
    const shown = this.made.filter(
      ({ deployment }, index) =>
        deployment.status !== 'INACTIVE' &&
        (index === 0 || deployment.rolloutState !== 'COMPLETED' || !this.#isSteady())
    );
    return {
      status: 'ACTIVE',
      desiredCount: 2,
      deployments: shown.map(({ deployment }) => ({ ...deployment })),
      currentServiceDeployment: this.made[0]?.serviceDeployment.serviceDeploymentArn,
      currentServiceRevisions: shown.map(({ revisionArn }) => ({ arn: revisionArn })),
      events: []
    };
  }

  #isSteady(): boolean {
    return this.primary.rolloutState === 'COMPLETED';
  }

  /** ECS for one principal. */
  ports(moments: readonly Moment[] = []): Partial<EcsPort> {
    const counts = new Map<string, number>();
    const port: Partial<EcsPort> = {
      describeServices: async () => ({ services: [this.#describe()], failures: [] }),
      updateService: async ({ taskDefinition = '', forceNewDeployment }) => {
        const runs = this.primary.taskDefinition === taskDefinition;
        if (forceNewDeployment === true || !runs) this.deploy(taskDefinition);
        return this.#describe();
      },
      listServiceDeployments: async () =>
        this.made.map(({ serviceDeployment, revisionArn }) => ({
          ...serviceDeployment,
          targetServiceRevisionArn: revisionArn
        })),
      describeServiceDeployments: async arns =>
        this.made.map(each => ({ ...each.serviceDeployment })).filter(each => arns.includes(each.serviceDeploymentArn)),
      describeServiceRevisions: async arns =>
        this.made
          .filter(({ revisionArn }) => arns.includes(revisionArn))
          .map(({ revisionArn, deployment }) => ({
            serviceRevisionArn: revisionArn,
            taskDefinition: deployment.taskDefinition
          })),
      stopServiceDeployment: async arn => {
        const stopped = this.made.find(each => each.serviceDeployment.serviceDeploymentArn === arn);
        if (stopped !== undefined) Object.assign(stopped.serviceDeployment, { status: 'ROLLBACK_SUCCESSFUL' });
      },
      listTasks: async () => [],
      describeTasks: async () => [],
      describeTaskDefinition: async reference => {
        const taskDefinition = { taskDefinitionArn: reference, status: 'ACTIVE' as const, containerDefinitions: [] };
        return { taskDefinition, tags: [], written: { taskDefinition, tags: [] } };
      }
    };
    return Object.fromEntries(
      Object.entries(port).map(([name, method]) => [
        name,
        async (...args: unknown[]) => {
          const number = (counts.get(name) ?? 0) + 1;
          counts.set(name, number);
          const due = moments.filter(each => each.call === name && (each.number ?? 1) === number);
          for (const { before } of due) throwAny(before?.());
          const answer = await (method as (...given: unknown[]) => Promise<unknown>)(...args);
          for (const { after } of due) throwAny(after?.());
          return answer;
        }
      ])
    );
  }
}

function throwAny(error: unknown): void {
  if (error instanceof Error) throw error;
}

export const THROTTLED = (): Error => awsError('ThrottlingException');
export const RESET = (): Error => awsError('ECONNRESET');
export const THIRD = NEW.replace(':2', ':3');
