/** A deployment as the output `deployment` names it: without an account id, so that it crosses jobs. undefined where AWS has named none. */
export function nameDeployment({
  serviceDeploymentArn: arn,
  codedeployDeploymentId
}: {
  readonly serviceDeploymentArn?: string | undefined;
  readonly codedeployDeploymentId?: string | undefined;
}): string | undefined {
  return codedeployDeploymentId ?? arn?.split(':service-deployment/')[1];
}
