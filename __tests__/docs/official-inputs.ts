/** The inputs of the official actions as their action.yml had them in August 2026: the releases that docs/coming-from-the-official-actions.md names. */
export const OFFICIAL_INPUTS: Readonly<Record<string, string>> = {
  'configure-aws-credentials': `aws-region role-to-assume aws-access-key-id aws-secret-access-key aws-session-token aws-profile
    overwrite-aws-profile web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds
    role-external-id role-session-name role-skip-session-tagging transitive-tag-keys inline-session-policy managed-session-policies
    output-credentials output-env-credentials unset-current-credentials disable-retry retry-max-attempts special-characters-workaround
    use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s custom-tags sts-endpoint`,
  'amazon-ecr-login': 'http-proxy mask-password registries registry-type skip-logout',
  'docker/build-push-action': `add-hosts allow annotations attests build-args build-contexts builder cache-from cache-to call cgroup-parent
    context file labels load network no-cache no-cache-filters outputs platforms provenance pull push sbom secrets secret-envs
    secret-files shm-size ssh tags target ulimit github-token`,
  'amazon-ecs-render-task-definition': `task-definition task-definition-arn task-definition-family task-definition-revision container-name
    image environment-variables secrets env-files log-configuration-log-driver log-configuration-options docker-labels command
    task-role-arn execution-role-arn`,
  'amazon-ecs-deploy-task-definition': `task-definition service cluster desired-count wait-for-service-stability wait-for-minutes
    wait-max-delay-seconds codedeploy-appspec codedeploy-application codedeploy-deployment-group codedeploy-deployment-description
    codedeploy-deployment-config force-new-deployment enable-ecs-managed-tags propagate-tags service-managed-ebs-volume-name
    service-managed-ebs-volume run-task run-task-container-overrides run-task-security-groups run-task-subnets
    run-task-assign-public-IP run-task-capacity-provider-strategy run-task-launch-type run-task-started-by run-task-tags
    run-task-managed-ebs-volume run-task-managed-ebs-volume-name wait-for-task-stopped keep-null-value-keys max-retries`
};

/** Their outputs, as action.yml has them; amazon-ecr-login's names for username and password end in the registry's. */
export const OFFICIAL_OUTPUTS: Readonly<Record<string, string>> = {
  'configure-aws-credentials':
    'aws-account-id aws-access-key-id aws-secret-access-key aws-session-token aws-expiration',
  'amazon-ecr-login': 'registry docker_username_<registry> docker_password_<registry>',
  'docker/build-push-action': 'imageid digest metadata',
  'amazon-ecs-render-task-definition': 'task-definition',
  'amazon-ecs-deploy-task-definition': 'task-definition-arn codedeploy-deployment-id run-task-arn'
};

/** The names of a text with spaces between them. */
export function namesIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
