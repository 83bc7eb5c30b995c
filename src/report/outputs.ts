import type { Advice } from '../advice/facts.js';
import type { ArtifactPaths } from '../artifacts/artifact-paths.js';
import { codedeployConsoleUrl, ecsServiceConsoleUrl } from '../aws/console.js';
import type { OutputName } from '../config/outputs.js';
import type { PublishedImage } from '../image/published-image.js';
import type { Outcome } from '../outcome.js';
import type { RolloutResult } from '../rollout/result.js';
import type { RolloutTarget } from '../rollout/target.js';
import type { JobEntry } from '../timeline.js';
import { nameDeployment } from '../text/deployment-name.js';
import { formatPhases } from './phases.js';
import { hasChanges, type Plan } from './plan.js';

/** What a service of a run has reached, as far as it came. */
export interface ServiceReport {
  readonly artifacts: ArtifactPaths | undefined;
  readonly target: RolloutTarget | undefined;
  readonly taskDefinitionArn: string | undefined;
  readonly rollout: RolloutResult | undefined;
  /** What would have made its rollout shorter. */
  readonly advice?: readonly Advice[];
}

/** What a run has reached, as far as it came. As a service, it is the first of them. */
export interface RunReport extends ServiceReport {
  readonly region: string;
  readonly outcome: Outcome;
  readonly images: readonly PublishedImage[];
  /** Where the time of the job went, up to now; `deploy` is all that the rollouts took together, which have timelines of their own. */
  readonly phases: readonly JobEntry[];
  /** All of them, where there are several. */
  readonly services?: readonly ServiceReport[];
  /** The tasks that ran before the rollout. */
  readonly runTaskArns?: readonly string[];
  /** What would be done, where nothing was. */
  readonly plan?: Plan;
}

/** The Action's outputs; those that were not reached are left out. With several images or services they name the first. */
export function listOutputs(reached: RunReport): Readonly<Partial<Record<OutputName, string>>> {
  const { images, artifacts, rollout, taskDefinitionArn, runTaskArns = [] } = reached;
  const [image] = images;
  // A rollout knows what was last deployed with success; before it there is what runs.
  const before = rollout ?? { previousTaskDefinitionArn: reached.target?.runningTaskDefinitionArn };
  const previous = before.previousTaskDefinitionArn;
  const outputs: Record<string, string | undefined> = {
    outcome: reached.outcome,
    registry: image?.registry,
    repository: image?.repository,
    image: image?.uri,
    'image-tag': image?.tag,
    'image-digest': image?.digest,
    'artifacts-directory': artifacts?.directory,
    imagedefinitions: artifacts?.imageDefinitions,
    'image-detail': artifacts?.imageDetail,
    appspec: artifacts?.appspec,
    'task-definition': artifacts?.taskDefinition,
    'task-definition-arn': taskDefinitionArn,
    'previous-task-definition-arn': previous,
    'task-definition-changed': formatChanged(reached, previous),
    'service-deployment-arn': rollout?.serviceDeploymentArn,
    'codedeploy-deployment-id': rollout?.codedeployDeploymentId,
    deployment: listDeployments(reached),
    'run-task-arn': runTaskArns.length === 0 ? undefined : JSON.stringify(runTaskArns),
    phases: formatPhases(reached),
    'console-url': consoleUrl(reached)
  };
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}

/** Of several services each that has one, in their order. */
function listDeployments({ rollout, services = [] }: RunReport): string | undefined {
  const rollouts = services.length > 0 ? services.map(service => service.rollout) : [rollout];
  const names = rollouts.flatMap(each => (each === undefined ? [] : (nameDeployment(each) ?? [])));
  return names.length === 0 ? undefined : names.join('\n');
}

/** Without a registration what it would have changed; nothing where nobody knows. */
function formatChanged({ plan, taskDefinitionArn }: RunReport, previous: string | undefined): string | undefined {
  if (plan !== undefined) return String(hasChanges(plan));
  return taskDefinitionArn === undefined ? undefined : String(taskDefinitionArn !== previous);
}

/** Where the deployment can be seen; undefined where there is none. */
export function consoleUrl({
  region,
  target,
  rollout
}: Pick<RunReport, 'region' | 'target' | 'rollout'>): string | undefined {
  if (target === undefined) return undefined;
  if (rollout?.codedeployDeploymentId !== undefined)
    return codedeployConsoleUrl(region, rollout.codedeployDeploymentId);
  return ecsServiceConsoleUrl(region, target.clusterName, target.serviceName);
}
