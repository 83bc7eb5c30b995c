import type { PipelineOptions } from './flags.js';
import type { PipelineProject } from './project.js';

/** The environment of GitHub whose reviewers approve, where the settings name no other. */
const APPROVAL = 'approval';

/** Whether a person approves over two jobs: the first ends where the deployment waits. */
export function waitsForApproval({ config }: Pick<PipelineProject, 'config'>): boolean {
  return config.rollouts.some(({ rollout }) => rollout.waitFor === 'paused');
}

/** The environment of GitHub that the second job waits for. */
export function approvalEnvironment({ config }: Pick<PipelineProject, 'config'>): string {
  const { environment } = config.report.github;
  return environment === undefined ? APPROVAL : `${environment}-${APPROVAL}`;
}

interface ApprovalParts {
  readonly name: string;
  readonly runner: string;
  readonly minutes: number;
  /** The lines of `permissions` and `env`. */
  readonly head: readonly string[];
  /** The step that brings the settings file. */
  readonly checkout: readonly string[];
  /** The inputs of the first job, without those of the build. */
  readonly inputs: readonly string[];
}

/** Handed on by the first job. */
export const OUTPUTS_OF_FIRST = [
  'outputs:',
  '  outcome: ${{ steps.ship.outputs.outcome }}',
  '  deployment: ${{ steps.ship.outputs.deployment }}'
] as const;

/**
 * The second job of two: GitHub holds it until the reviewers of its environment have approved, without a runner that waits, and it then
 * continues the deployment. Nobody approves: the pause ends by itself, and AWS goes back.
 */
export function makeApprovalJob(
  project: PipelineProject,
  { uses }: PipelineOptions,
  { name, runner, minutes, head, checkout, inputs }: ApprovalParts
): readonly string[] {
  const isPinned = /@[0-9a-f]{40}$/.test(uses);
  return [
    'approve:',
    `  name: ${JSON.stringify(`${name}: continue`)}`,
    '  needs: deploy',
    "  if: needs.deploy.outputs.outcome == 'paused'",
    `  runs-on: ${runner}`,
    `  timeout-minutes: ${minutes}`,
    '  # Create this environment with required reviewers, and with the variables of the first job; the trust policy of slipway generate iam has it.',
    `  environment: ${JSON.stringify(approvalEnvironment(project))}`,
    ...head.map(line => `  ${line}`),
    '  steps:',
    ...checkout.map(line => `    ${line}`),
    '    - name: Continue',
    `      uses: ${uses}${isPinned ? '' : ' # zizmor: ignore[unpinned-uses]'}`,
    '      with:',
    '        deployment: ${{ needs.deploy.outputs.deployment }}',
    '        continue: continue',
    '        wait-for: stable',
    ...inputs.map(input => `        ${input}`)
  ];
}
