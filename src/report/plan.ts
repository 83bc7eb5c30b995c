import type { Change } from '../task-definition/diff.js';
import type { ExpectedImage } from '../image/planned-image.js';
import type { CheckNode } from '../preflight/check-result.js';

/** What a run would do, in the order in which it would: read at AWS, nothing done. */
export interface Plan {
  readonly region: string;
  readonly images: readonly ExpectedImage[];
  /** One for each service, or a single one for a task definition that no service gets. */
  readonly services: readonly PlannedService[];
  /** The calls that would change something. */
  readonly calls: readonly PlannedCall[];
  /** What a deployment needs, as far as it was looked at. */
  readonly preflight?: CheckNode;
}

export interface PlannedService {
  /** `shop/web`; undefined: no service is rolled out. */
  readonly service: string | undefined;
  /** `ECS, ROLLING` or `CodeDeploy, application/group`. */
  readonly engine: string | undefined;
  readonly definition: PlannedTaskDefinition | undefined;
  readonly files: readonly PlannedFile[];
  /** The AppSpec's text with `<TASK_DEFINITION>` in the place of the revision; undefined: none is needed. */
  readonly appspec: string | undefined;
  /** Nothing of it would be registered or rolled out, since it runs already (skip-unchanged). */
  readonly unchanged: boolean;
  /** When its gate would run, what it runs and where the new version is reached; undefined: there is none. */
  readonly gate?: string | undefined;
}

export interface PlannedTaskDefinition {
  readonly family: string;
  /** What it is compared with: the ARN of the revision that runs, without a service the family's newest; undefined: there is none. */
  readonly comparedWith: string | undefined;
  readonly changes: readonly Change[];
  /** Whether a build may put another image under a reference that stays the same. */
  readonly rebuilt: boolean;
}

export interface PlannedFile {
  readonly path: string;
  /** Against the file that is there; `after-build`: the build decides on its content. */
  readonly state: 'new' | 'same' | 'different' | 'after-build';
}

export interface PlannedCall {
  /** As IAM writes it, `ecs:UpdateService`; `docker push` is Docker's. */
  readonly call: string;
  /** What it would be sent, secrets left out; for RegisterTaskDefinition no more than what it is about. */
  readonly input: unknown;
  /** The IAM actions that it needs. */
  readonly actions: readonly string[];
}

/** Stands for the ARN that RegisterTaskDefinition will answer. */
export const NEW_REVISION = '(the revision registered before)';

/** Whether something was found that a deployment would fail of. */
export function wouldFail({ preflight }: Plan): boolean {
  return preflight?.state === 'ng';
}

/** Whether a service would run another task definition than it does. */
export function hasChanges({ services }: Plan): boolean {
  return services.some(({ definition }) => definition !== undefined && definition.changes.length > 0);
}
