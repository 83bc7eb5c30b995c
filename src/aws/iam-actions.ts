/**
 * Every call that `src/aws` makes, and the IAM actions that AWS wants for it (Service Authorization Reference; for CreateDeployment also
 * CodeDeploy's user guide, "CodeDeploy permissions reference"). A test holds it against the imports there.
 */
export const CALLS = {
  ecs: {
    DescribeClusters: ['ecs:DescribeClusters'],
    ListClusters: ['ecs:ListClusters'],
    DescribeServices: ['ecs:DescribeServices'],
    ListServices: ['ecs:ListServices'],
    UpdateService: ['ecs:UpdateService'],
    DescribeTaskDefinition: ['ecs:DescribeTaskDefinition'],
    RegisterTaskDefinition: ['ecs:RegisterTaskDefinition'],
    ListServiceDeployments: ['ecs:ListServiceDeployments'],
    DescribeServiceDeployments: ['ecs:DescribeServiceDeployments'],
    DescribeServiceRevisions: ['ecs:DescribeServiceRevisions'],
    StopServiceDeployment: ['ecs:StopServiceDeployment'],
    ContinueServiceDeployment: ['ecs:ContinueServiceDeployment'],
    RunTask: ['ecs:RunTask'],
    StopTask: ['ecs:StopTask'],
    ListTasks: ['ecs:ListTasks'],
    DescribeTasks: ['ecs:DescribeTasks']
  },
  ecr: {
    GetAuthorizationToken: ['ecr:GetAuthorizationToken'],
    DescribeRegistry: ['ecr:DescribeRegistry'],
    DescribePullThroughCacheRules: ['ecr:DescribePullThroughCacheRules'],
    DescribeRepositoryCreationTemplates: ['ecr:DescribeRepositoryCreationTemplates'],
    GetSigningConfiguration: ['ecr:GetSigningConfiguration'],
    DescribeImageSigningStatus: ['ecr:DescribeImageSigningStatus'],
    DescribeRepositories: ['ecr:DescribeRepositories'],
    CreateRepository: ['ecr:CreateRepository'],
    DescribeImages: ['ecr:DescribeImages'],
    BatchGetImage: ['ecr:BatchGetImage'],
    PutImage: ['ecr:PutImage'],
    GetDownloadUrlForLayer: ['ecr:GetDownloadUrlForLayer'],
    // Where Amazon Inspector scans, ECR hands on what Inspector lets the caller see (ECR user guide, "IAM permissions required for enhanced scanning").
    DescribeImageScanFindings: ['ecr:DescribeImageScanFindings', 'inspector2:ListFindings', 'inspector2:ListCoverage'],
    StartImageScan: ['ecr:StartImageScan']
  },
  'ecr-public': {
    // The token is a bearer token of STS.
    GetAuthorizationToken: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken']
  },
  codedeploy: {
    GetDeploymentGroup: ['codedeploy:GetDeploymentGroup'],
    GetDeploymentConfig: ['codedeploy:GetDeploymentConfig'],
    ListApplications: ['codedeploy:ListApplications'],
    ListDeploymentGroups: ['codedeploy:ListDeploymentGroups'],
    ListDeployments: ['codedeploy:ListDeployments'],
    // The AppSpec in the request is registered as a revision of the application, and the group's configuration is looked up.
    CreateDeployment: [
      'codedeploy:CreateDeployment',
      'codedeploy:RegisterApplicationRevision',
      'codedeploy:GetApplicationRevision',
      'codedeploy:GetDeploymentConfig'
    ],
    GetDeployment: ['codedeploy:GetDeployment'],
    BatchGetDeployments: ['codedeploy:BatchGetDeployments'],
    GetApplicationRevision: ['codedeploy:GetApplicationRevision'],
    ListDeploymentTargets: ['codedeploy:ListDeploymentTargets'],
    BatchGetDeploymentTargets: ['codedeploy:BatchGetDeploymentTargets'],
    StopDeployment: ['codedeploy:StopDeployment'],
    ContinueDeployment: ['codedeploy:ContinueDeployment']
  },
  'cloudwatch-logs': {
    GetLogEvents: ['logs:GetLogEvents'],
    DescribeLogGroups: ['logs:DescribeLogGroups']
  },
  // What only a preflight looks at.
  iam: {
    GetRole: ['iam:GetRole'],
    SimulatePrincipalPolicy: ['iam:SimulatePrincipalPolicy']
  },
  sts: {
    // Nobody needs a permission for it, and no policy can deny it.
    GetCallerIdentity: []
  },
  'secrets-manager': {
    DescribeSecret: ['secretsmanager:DescribeSecret']
  },
  ssm: {
    DescribeParameters: ['ssm:DescribeParameters']
  },
  'elastic-load-balancing-v2': {
    DescribeTargetGroups: ['elasticloadbalancing:DescribeTargetGroups'],
    DescribeTargetGroupAttributes: ['elasticloadbalancing:DescribeTargetGroupAttributes'],
    DescribeListeners: ['elasticloadbalancing:DescribeListeners'],
    DescribeRules: ['elasticloadbalancing:DescribeRules'],
    DescribeLoadBalancers: ['elasticloadbalancing:DescribeLoadBalancers']
  },
  ec2: {
    DescribeSubnets: ['ec2:DescribeSubnets'],
    DescribeSecurityGroups: ['ec2:DescribeSecurityGroups']
  }
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What Docker asks a repository for when it pulls, and what it asks for besides when it pushes (ECR user guide, "Private repository policies"). */
export const DOCKER_PULL = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer'
] as const;
/** Managed signing signs as whoever pushes (ECR user guide, "Managed signing"). */
export const SIGN_PUSHED = ['signer:SignPayload'] as const;
export const DOCKER_PUSH = [
  ...DOCKER_PULL,
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage'
] as const;

export type CallService = keyof typeof CALLS;

/** The actions of these calls of one service that can be limited to the same kind of resource. */
export function actionsOf<S extends CallService>(service: S, ...calls: readonly (keyof (typeof CALLS)[S])[]): string[] {
  const table = CALLS[service] as Readonly<Record<keyof (typeof CALLS)[S], readonly string[]>>;
  return calls.flatMap(call => table[call]);
}
