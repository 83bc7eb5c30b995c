import type { PullThroughRule } from './ports.js';

/**
 * What is true of an image that a pull-through cache rule covers and nobody has pulled yet (ECR user guide, "Sync an upstream registry with an
 * Amazon ECR private registry", "Required IAM permissions").
 */
export function explainPullThrough({ prefix, upstream }: PullThroughRule): string {
  return `the first pull fetches it from ${upstream} by the pull-through cache rule ${prefix}, where it has not been looked for. The execution role of the task needs ecr:BatchImportUpstreamImage, and ecr:CreateRepository for a new repository.`;
}
