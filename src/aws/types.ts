/** The service models' shapes as the SDK types them. Types only: other rooms may import from here, and no client comes along. */
export type {
  Cluster,
  Container,
  ContainerDefinition,
  DeploymentConfiguration,
  DeploymentLifecycleHook,
  DeploymentLifecycleHookDetail,
  Deployment as EcsDeployment,
  Failure,
  NetworkConfiguration,
  RunTaskRequest,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceEvent,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
  TaskSet,
  UpdateServiceRequest
} from '@aws-sdk/client-ecs';
export type {
  CreateDeploymentInput,
  DeploymentGroupInfo,
  DeploymentInfo,
  DeploymentTarget,
  ECSTaskSet,
  ECSTarget,
  LifecycleEvent
} from '@aws-sdk/client-codedeploy';
