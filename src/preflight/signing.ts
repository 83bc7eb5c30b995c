import { RuleList } from '../errors.js';
import { resourceName } from '../text/arn.js';
import { listNames } from '../text/format.js';
import { makeNode, ok, skip, warn, type CheckNode } from './check-result.js';
import type { DeployingRole } from './pass-role.js';
import type { PreflightPorts } from './ports.js';
import { tryCall } from './probe.js';

export const SIGNING_RULES = new RuleList();
const SIGNING_PERMISSION = SIGNING_RULES.add(
  'signing-permission',
  'warning',
  'ECR signs the images of the repository as whoever pushes them, and this run may not sign: they would go unsigned.',
  'GetSigningConfiguration, SimulatePrincipalPolicy; https://docs.aws.amazon.com/AmazonECR/latest/userguide/managed-signing.html'
);

type Ports = Pick<PreflightPorts, 'listSigningProfiles' | 'simulatePrincipalPolicy'>;

/**
 * Looks whether ECR's managed signing covers a repository that is pushed to, and whether who pushes may sign: it signs as whoever pushes, and an
 * image that it may not sign goes unsigned. Rests on GetSigningConfiguration and IAM's SimulatePrincipalPolicy (ECR user guide, "Managed
 * signing"). undefined: nothing is signed.
 */
export async function checkSigning(
  repository: string,
  caller: DeployingRole,
  ports: Ports
): Promise<CheckNode | undefined> {
  const label = `signing of ${repository}`;
  const doing = 'Reading the signing configuration of ECR';
  const result = await tryCall('ecr:GetSigningConfiguration', doing, () => ports.listSigningProfiles(repository));
  if ('details' in result) return makeNode(label, result.details);
  const profiles = result.answer;
  if (profiles.length === 0) return undefined;
  const by = `ECR signs what is pushed by ${listNames(profiles.map(resourceName))}`;
  if ('details' in caller) return makeNode(label, skip(`${by}; whether this run may sign is not known`));
  const principal = caller.arn;
  const simulated = await tryCall('iam:SimulatePrincipalPolicy', `Simulating signer:SignPayload for ${principal}`, () =>
    ports.simulatePrincipalPolicy({ principal, action: 'signer:SignPayload', resources: profiles, context: {} })
  );
  if ('details' in simulated) return makeNode(label, simulated.details);
  const denied = (simulated.answer ?? []).filter(({ decision }) => decision !== 'allowed');
  if (denied.length === 0) return makeNode(label, ok(by));
  const what = `${by}, as whoever pushes, and ${resourceName(principal)} may not sign by ${listNames(denied.map(({ resource }) => resourceName(resource)))}: the image would go unsigned.`;
  const next = `Allow signer:SignPayload on ${listNames(denied.map(({ resource }) => resource))}.`;
  return makeNode(label, warn(SIGNING_PERMISSION, what, next));
}
