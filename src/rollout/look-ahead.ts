import type { Service } from '../aws/shapes.js';
import type { EcsPort } from './ports.js';

/** The revision that a service runs: that of its PRIMARY deployment or task set; undefined where nothing was deployed yet. */
export function findRunning({ deployments = [], taskSets = [], taskDefinition }: Service): string | undefined {
  const primary = [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY');
  return primary?.taskDefinition ?? taskDefinition;
}

/**
 * An ECS port for a plan: clusters and task definitions are asked for once, and the task definition that a service runs as soon as the
 * service is described, without waiting for what else is looked at meanwhile.
 */
export function lookAhead(ecs: EcsPort): EcsPort {
  const describeCluster = once((cluster: string) => ecs.describeCluster(cluster));
  const describeTaskDefinition = once((reference: string) => ecs.describeTaskDefinition(reference));
  const ahead: Partial<EcsPort> = {
    describeCluster,
    describeTaskDefinition,
    describeServices: async (cluster, services) => {
      const answer = await ecs.describeServices(cluster, services);
      for (const running of answer.services.map(findRunning)) {
        // Whoever needs it meets its error.
        if (running !== undefined) describeTaskDefinition(running).catch(() => undefined);
      }
      return answer;
    }
  };
  // Whatever else a port can do stays as it is.
  return Object.assign(Object.create(ecs) as EcsPort, ahead);
}

function once<T>(ask: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return question => {
    const answer = answers.get(question) ?? ask(question);
    answers.set(question, answer);
    return answer;
  };
}
