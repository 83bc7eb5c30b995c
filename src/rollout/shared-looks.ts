import type { Clock } from '../ports.js';
import type { DescribedServices, EcsPort } from './ports.js';

/** An ECS port behind which several rollouts look together. */
export interface SharedLooks {
  readonly ecs: EcsPort;
  /** One more follows from now on; call what it gives when it has ended. */
  enter(): () => void;
}

/** DescribeServices takes at most ten services, DescribeServiceDeployments twenty ARNs. */
const MOST_SERVICES = 10;
const MOST_DEPLOYMENTS = 20;
/** So long a look waits for others to come along, in milliseconds: as far as the jitter spreads those who looked together before. */
const GATHERING = 1_000;
/** A cancelled run has little time. */
const HURRY = 50;

/**
 * Lets those who follow deployments at the same time ask for several services in one DescribeServices, and for several deployments in one
 * DescribeServiceDeployments. Every answer is to a request that went out after it was asked for: nobody is told what was before.
 *
 * A request goes out when it is full, when all who follow wait for it, or after a second.
 */
export function shareLooks(ecs: EcsPort, clock: Clock, signal?: AbortSignal): SharedLooks {
  let following = 0;
  const patience = (): number => (signal?.aborted === true ? HURRY : GATHERING);
  const share = <Answer>(most: number, send: Batch<Answer>['send'], pick: Batch<Answer>['pick']) =>
    createBatch({ most, wanted: () => Math.min(most, following), patience, clock, send, pick });
  const clusters = new Map<string, (services: readonly string[]) => Promise<DescribedServices>>();
  const describeServices = (cluster: string) => {
    const known = clusters.get(cluster);
    if (known !== undefined) return known;
    const ask = share(MOST_SERVICES, services => ecs.describeServices(cluster, services), pickServices);
    clusters.set(cluster, ask);
    return ask;
  };
  const described = new Map<string, ReturnType<EcsPort['describeCluster']>>();
  const together: Partial<EcsPort> = {
    describeServices: (cluster, services) => describeServices(cluster)(services),
    describeServiceDeployments: share(
      MOST_DEPLOYMENTS,
      arns => ecs.describeServiceDeployments(arns),
      (answer, arns) => answer.filter(({ serviceDeploymentArn = '' }) => arns.includes(serviceDeploymentArn))
    ),
    describeCluster: cluster => {
      const asked = described.get(cluster) ?? ecs.describeCluster(cluster);
      described.set(cluster, asked);
      const forget = () => void described.delete(cluster);
      asked.then(forget, forget);
      return asked;
    }
  };
  return {
    // Whatever else a port can do stays as it is.
    ecs: Object.assign(Object.create(ecs) as EcsPort, together),
    enter: () => {
      following += 1;
      return () => {
        following -= 1;
      };
    }
  };
}

/** What of the answer is about these services, which are names or ARNs. */
function pickServices({ services, failures }: DescribedServices, asked: readonly string[]): DescribedServices {
  const isAsked = (arn: string, name: string): boolean => asked.includes(arn) || asked.includes(name);
  return {
    services: services.filter(({ serviceArn = '', serviceName = lastSegment(serviceArn) }) =>
      isAsked(serviceArn, serviceName)
    ),
    failures: failures.filter(({ arn = '' }) => isAsked(arn, lastSegment(arn)))
  };
}

function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

interface Batch<Answer> {
  readonly most: number;
  /** With so many waiting nobody else is to be waited for. */
  readonly wanted: () => number;
  /** Milliseconds. */
  readonly patience: () => number;
  readonly clock: Clock;
  readonly send: (keys: readonly string[]) => Promise<Answer>;
  readonly pick: (answer: Answer, keys: readonly string[]) => Answer;
}

interface Open<Answer> {
  readonly keys: Set<string>;
  callers: number;
  readonly answer: Promise<Answer>;
  readonly go: () => void;
}

function createBatch<Answer>(batch: Batch<Answer>): (keys: readonly string[]) => Promise<Answer> {
  let open: Open<Answer> | undefined;

  const begin = (): Open<Answer> => {
    const keys = new Set<string>();
    const leave = new AbortController();
    const send = async (): Promise<Answer> => {
      // Whoever fills it ends the wait.
      await batch.clock.sleep(batch.patience(), leave.signal).catch(() => undefined);
      if (open?.keys === keys) open = undefined;
      return batch.send([...keys]);
    };
    return { keys, callers: 0, answer: send(), go: () => leave.abort() };
  };

  return async keys => {
    if (keys.length > batch.most) return batch.send(keys);
    if (open !== undefined && open.keys.size + keys.length > batch.most) close();
    const mine = (open ??= begin());
    for (const key of keys) mine.keys.add(key);
    mine.callers += 1;
    if (mine.keys.size >= batch.most || mine.callers >= batch.wanted()) close();
    return batch.pick(await mine.answer, keys);
  };

  function close(): void {
    open?.go();
    open = undefined;
  }
}
