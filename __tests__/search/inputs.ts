import type { RunInput } from '../simulation/simulation.js';
import type { Case } from './cases.js';
import { APPSPEC, CLUSTER, servicesOf, taskDefinition } from './stages.js';

/** What the runs of a case are given: ours, and where another runs beside it, that one's. */
export function inputsOf(test: Case): readonly RunInput[] {
  const first = inputOf(test, 'A', 0);
  return test.other === 'another-run' ? [first, inputOf(test, 'B', test.apart)] : [first];
}

function inputOf(test: Case, name: string, delay: number): RunInput {
  const services = servicesOf(test.strategy);
  const shipsFile = test.ships === 'new-revision';
  // The other run ships another version, which is good; with the registered revision both ship the same.
  const behaviour = name === 'A' && test.end === 'crash' ? 'crash' : undefined;
  const settings = services.map(({ name: service, controller }) => ({
    service,
    'task-definition': shipsFile ? `${service}.json` : `shop-${service}:1`,
    ...(controller === 'ECS'
      ? {}
      : { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': `shop-${service}` })
  }));
  const [only] = settings;
  const files = services.map(({ name: service }): [string, string] => [
    `${service}.json`,
    JSON.stringify(taskDefinition(`shop-${service}`, '<IMAGE1_NAME>', behaviour))
  ]);
  return {
    name,
    delay,
    inputs: {
      cluster: CLUSTER,
      ...(settings.length === 1 ? only : { services: JSON.stringify(settings) }),
      ...(shipsFile
        ? { image: `public.ecr.aws/docker/library/httpd:2.4.${name === 'A' ? 65 : 66}` }
        : { 'force-new-deployment': 'true' }),
      ...(test.strategy === 'run-task' ? { 'run-task': 'true' } : {}),
      ...(test.onConflict === undefined ? {} : { 'on-conflict': test.onConflict }),
      'on-cancel': test.onCancel,
      'on-failure': test.onFailure,
      'artifacts-directory': '/artifacts'
    },
    files: { 'appspec.yml': APPSPEC, ...Object.fromEntries(files) }
  };
}
