import { CODEDEPLOY, type DeploymentRecord as CodeDeployDeployment } from '../../src/emulator/codedeploy/state.js';
import { hasEnded, primaryOf } from '../../src/emulator/ecs/deployments.js';
import {
  ECS,
  type DeploymentRecord,
  type ServiceRecord,
  type TaskDefinitionRecord,
  type TaskRecord
} from '../../src/emulator/ecs/state.js';
import { shortName } from '../../src/emulator/server/arn.js';
import type { RegionState } from '../../src/emulator/server/state.js';
import type { Request, SimulatedRun } from '../simulation/simulation.js';
import { CLUSTER } from './stages.js';

/** A deployment and who asked for it, by the built-in AWS's own state: nothing of the product's code is in here. */
export type Made = { readonly by: string; readonly service: string; readonly order: number; readonly time: number } & (
  | { readonly engine: 'ecs'; readonly id: string; readonly deployment: DeploymentRecord }
  | { readonly engine: 'codedeploy'; readonly id: string; readonly deployment: CodeDeployDeployment }
);

/** What was in place when a run changed something. */
export interface Change {
  readonly request: Request;
  readonly order: number;
  readonly service: string;
  /** The PRIMARY deployment, and whether it was still under way. */
  readonly inPlace: Made | undefined;
  readonly wasUnderWay: boolean;
  /** The revision that was deployed with success last. */
  readonly proven: string | undefined;
  /** What the service ran. */
  readonly running: string | undefined;
  /** What the request made. */
  readonly made: readonly Made[];
  readonly tasks: readonly TaskRecord[];
  readonly revisions: readonly string[];
}

/** What one of a run's deployments was when the run ended. */
export interface Ended {
  readonly made: Made;
  readonly state: string;
  /** It had begun to go back, or tasks of it had failed: what comes after is no surprise. */
  readonly hadFailed: boolean;
  readonly replacedBy: Made | undefined;
}

const BEFORE = 'before';
const LOOKS_ONLY = /:(Describe|List|Get|BatchGet)/;

/** The AWS that is looked at, and its time. */
interface Site {
  readonly region: RegionState;
  readonly time: { now(): number };
}

/** Everything that anybody did to the services, in the order in which it reached AWS. */
export class History {
  readonly #site: Site;
  #order = 0;
  readonly made: Made[] = [];
  readonly changes: Change[] = [];
  /** All requests of the runs with their order. */
  readonly requests: { readonly request: Request; readonly order: number }[] = [];
  readonly moves: { readonly order: number; readonly refused: string | undefined }[] = [];
  readonly ended = new Map<SimulatedRun, readonly Ended[]>();
  /** What of a run went on by itself after it and its post step were over. */
  readonly left = new Map<SimulatedRun, readonly string[]>();
  /** Tasks that nobody's service owns, and who started them. */
  readonly tasks = new Map<TaskRecord, string>();
  readonly #known = new Set<object>();

  constructor(site: Site) {
    this.#site = site;
    for (const made of this.#find(BEFORE)) this.made.push(made);
    for (const task of this.#findTasks()) this.tasks.set(task, BEFORE);
  }

  get services(): readonly ServiceRecord[] {
    return [...(this.#site.region.part(ECS).clusters.get(CLUSTER)?.services.values() ?? [])];
  }

  /** Whether a service is there, and not on its way out. */
  isThere(service: string): boolean {
    return this.services.some(({ name, status }) => name === service && status === 'ACTIVE');
  }

  /** Somebody else does something. */
  move(by: string, make: () => string | undefined): void {
    this.#order += 1;
    const refused = make();
    this.moves.push({ order: this.#order, refused });
    this.made.push(...this.#find(by));
    for (const task of this.#findTasks()) this.tasks.set(task, by);
  }

  /** Told right before a request of a run takes effect; call what it gives right after. */
  around(request: Request): () => void {
    this.#order += 1;
    const order = this.#order;
    this.requests.push({ request, order });
    if (LOOKS_ONLY.test(request.action)) return () => undefined;
    const service = serviceOf(request) ?? '';
    const record = this.services.find(({ name }) => name === service);
    const primary = record === undefined ? undefined : primaryOf(record);
    const inPlace = this.made.find(({ deployment }) => deployment === primary);
    const before = {
      inPlace,
      wasUnderWay: inPlace !== undefined && isUnderWay(inPlace),
      proven: this.#findProven(record),
      running: (record?.taskDefinition ?? record?.taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition)
        ?.arn
    };
    const revisionsBefore = new Set(this.listRevisions());
    return () => {
      const made = this.#find(request.run.name);
      const tasks = this.#findTasks();
      this.made.push(...made);
      for (const task of tasks) this.tasks.set(task, request.run.name);
      const revisions = this.listRevisions().filter(arn => !revisionsBefore.has(arn));
      this.changes.push({ request, order, service, ...before, made, tasks, revisions });
    };
  }

  /** A run's main step is over: what its deployments are at this moment. */
  end(run: SimulatedRun): void {
    this.ended.set(
      run,
      this.madeBy(run).map(made => ({
        made,
        state: stateOf(made),
        hadFailed: hasFailed(made),
        replacedBy: this.made.find(other => other.order > made.order && other.service === made.service)
      }))
    );
  }

  madeBy({ name }: SimulatedRun): readonly Made[] {
    return this.made.filter(({ by }) => by === name);
  }

  /** Deployments that nobody has seen before. CodeDeploy's own rollbacks are nobody's request. */
  #find(by: string): readonly Made[] {
    const base = { by, order: this.#order, time: this.#site.time.now() };
    const ecs = this.services.flatMap(service =>
      service.deployments
        .filter(deployment => this.#isNew(deployment))
        .map(deployment => ({ ...base, service: service.name, engine: 'ecs' as const, id: deployment.id, deployment }))
    );
    const codedeploy = [...this.#site.region.part(CODEDEPLOY).deployments.values()]
      .filter(deployment => deployment.creator === 'user' && this.#isNew(deployment))
      .map(deployment => ({
        ...base,
        service: deployment.settings.ecsServices?.[0]?.serviceName ?? '',
        engine: 'codedeploy' as const,
        id: deployment.id,
        deployment
      }));
    return [...ecs, ...codedeploy];
  }

  #isNew(thing: object): boolean {
    const isNew = !this.#known.has(thing);
    this.#known.add(thing);
    return isNew;
  }

  #findTasks(): readonly TaskRecord[] {
    const tasks = this.#site.region.part(ECS).clusters.get(CLUSTER)?.tasks.values() ?? [];
    return [...tasks].filter(task => !task.group.startsWith('service:') && this.#isNew(task));
  }

  /** The ARNs of all revisions. */
  listRevisions(): readonly string[] {
    return this.#revisions.map(({ arn }) => arn);
  }

  /** Whether a revision is registered, and was not deregistered since. */
  isActive(revision: string): boolean {
    return this.#revisions.some(({ arn, status }) => arn === revision && status === 'ACTIVE');
  }

  get #revisions(): readonly TaskDefinitionRecord[] {
    return [...this.#site.region.part(ECS).families.values()].flat();
  }

  #findProven(service: ServiceRecord | undefined): string | undefined {
    return service?.lastCompleted?.taskDefinition.arn;
  }
}

/** The service that a request names, by its own name or in an ARN. */
function serviceOf({ input }: Request): string | undefined {
  const { service, serviceDeploymentArn, deploymentGroupName } = input;
  if (typeof service === 'string') return shortName(service);
  if (typeof serviceDeploymentArn === 'string') return serviceDeploymentArn.split('/').at(-2);
  if (typeof deploymentGroupName === 'string') return deploymentGroupName.replace(/^shop-/, '');
  return undefined;
}

/** Whether a request looks at this service, or at one of its deployments. */
export function looksAt({ action, input }: Request, service: string): boolean {
  if (action === 'ecs:DescribeServices') {
    return ((input['services'] ?? []) as readonly string[]).some(name => shortName(name) === service);
  }
  return false;
}

/** Whether a request has to do with a service at all. */
export function concerns(request: Request, service: string): boolean {
  return JSON.stringify(request.input).includes(service);
}

export function isUnderWay({ engine, deployment }: Made): boolean {
  if (engine === 'codedeploy') return !/^(Succeeded|Failed|Stopped)$/.test(deployment.status);
  return !hasEnded(deployment.serviceDeployment);
}

/** By AWS's word: the service deployment's status, or CodeDeploy's, with that of its rollback. */
export function stateOf({ engine, deployment }: Made): string {
  if (engine === 'ecs') return deployment.serviceDeployment.status;
  const id = deployment.rollback?.rollbackDeploymentId;
  const rollback = id === undefined ? undefined : deployment.region.part(CODEDEPLOY).deployments.get(id);
  return rollback === undefined ? deployment.status : `${deployment.status}, rollback ${rollback.status}`;
}

function hasFailed({ engine, deployment }: Made): boolean {
  if (engine === 'codedeploy') return deployment.error !== undefined;
  const { serviceDeployment } = deployment;
  return (
    deployment.failedTasks > 0 ||
    deployment.rolloutState === 'FAILED' ||
    serviceDeployment.rollback !== undefined ||
    serviceDeployment.circuitBreaker.status === 'TRIGGERED' ||
    serviceDeployment.triggeredAlarms.length > 0
  );
}
