import type { Sample } from './sample.js';

const END = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';
const INSTANCE = '4f0e9d8c7b6a5948372615f0e9d8c7b6';
const GROUP = 'arn:aws:elasticloadbalancing:eu-central-1:210987654321:targetgroup/parcel-timeout/4031234567890500';
const closest = (reason: string): string =>
  `(service parcel-log) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${INSTANCE}) ${reason} ${END}`;
const because = (reason: string): string => `(service parcel-log) was unable to place a task. Reason: ${reason} ${END}`;

/** Events of a service, as DescribeServices shows them. */
export const EVENTS: readonly Sample<string>[] = [
  ['other', false, '(service parcel-denied) has reached a steady state.'],
  [
    'other',
    false,
    '(service parcel-403) has started 2 tasks: (task 4f0e9d8c7b6a5948372615f0e9d8c7b6) (task 5f0e9d8c7b6a5948372615f0e9d8c7b6).'
  ],
  ['other', false, '(service parcel) has begun draining connections on 1 tasks.'],
  ['other', false, `(service parcel) deregistered 2 targets in (target-group ${GROUP})`],
  ['other', false, '(service parcel) (deployment ecs-svc/4031234567890123456) deployment completed.'],
  ['no-capacity', false, closest('has insufficient memory available.')],
  ['no-capacity', false, closest('has insufficient CPU units available.')],
  ['no-capacity', false, closest('is already using a port required by your task.')],
  ['ecs-agent-disconnected', false, closest("doesn't have the agent connected.")],
  ['ecs-agent-disconnected', false, closest('encountered error "AGENT".')],
  ['other', true, closest('is missing an attribute required by your task.')],
  ['no-capacity', false, closest('encountered error "RESOURCE:ENI".')],
  ['no-capacity', true, closest('encountered error "MemberOf placement constraint unsatisfied.".')],
  [
    'no-capacity',
    false,
    because('Capacity is unavailable at this time. Please try again later or in a different availability zone.')
  ],
  ['no-capacity', false, because('No Container Instances were found in your cluster.')],
  ['no-capacity', false, because('No Container Instances were found in your capacity provider.')],
  ['no-capacity', false, because('EMPTY CAPACITY PROVIDER.')],
  ['other', true, because("You've reached the limit on the number of tasks you can run concurrently.")],
  ['other', true, because('The requested CPU configuration is above your limit.')],
  ['other', true, because('The requested MEMORY configuration is above your limit.')],
  ['eni-or-capacity-transient', false, because('Internal error.')],
  [
    'log-driver/role',
    true,
    "(service parcel) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::210987654321:role/parcel-exec' that was provided for this task.)."
  ],
  ['eni-or-capacity-transient', false, '(service parcel) failed to launch a task with (error Rate exceeded).'],
  [
    'health-check-elb',
    true,
    `(service parcel) (task ${INSTANCE}) (port 8080) is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed with these codes: [404]).`
  ],
  [
    'health-check-elb',
    'unknown',
    `(service parcel) (instance i-0fedcba9876543210) (port 32768) is unhealthy in (target-group ${GROUP}) due to (reason Request timed out)`
  ],
  [
    'health-check-elb',
    true,
    '(service parcel) (instance i-0fedcba9876543210) is unhealthy in (elb parcel-lb) due to (reason Instance has failed at least the UnhealthyThreshold number of health checks consecutively.)'
  ],
  [
    'health-check-elb',
    true,
    `(service parcel) (port 80) is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed).`
  ],
  ['health-check-container', true, `(service parcel) (task ${INSTANCE}) failed container health checks.`],
  ['eni-or-capacity-transient', false, '(service parcel) operations are being throttled on elb. Will try again later.'],
  ['eni-or-capacity-transient', false, '(service parcel) operations are being throttled. Will try again later.'],
  [
    'other',
    true,
    '(service parcel) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.'
  ],
  ['other', 'unknown', '(service parcel) rolling back to deployment ecs-svc/4031234567890123456.'],
  [
    'other',
    'unknown',
    '(service parcel) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'
  ],
  [
    'other',
    'unknown',
    '(service parcel) (deployment ecs-svc/4031234567890123456) deployment failed: tasks failed to start.'
  ],
  ['other', 'unknown', '(service parcel) (deployment ecs-svc/4031234567890123456) deployment failed: alarm detected.'],
  [
    'other',
    'unknown',
    '(service parcel) was unable to reach steady state because task set (ecs-svc/4031234567890123456) was unable to scale in. Reason: The number of protected tasks are more than the desired count of tasks.'
  ],
  [
    'other',
    'unknown',
    `(service parcel) (task set ecs-svc/4031234567890123456) is not healthy in (target-group ${GROUP}) due to TARGET GROUP IS NOT FOUND.`
  ],
  [
    'no-capacity',
    false,
    '(service edge-not-found) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 4f0e9d8c7b6a5948372615f0e9d8c7b6) has insufficient GPU resource available.'
  ],
  [
    'no-capacity',
    'unknown',
    '(service edge-not-found) was unable to place a task because the resources could not be found.'
  ],
  [
    'other',
    true,
    "(service edge-not-found) was unable to place a task. Reason: Fargate On-Demand vCPU limit reached. You've reached the limit on the number of vCPUs you can run concurrently."
  ],
  [
    'no-capacity',
    false,
    '(service edge-not-found) failed to launch a task with (error Capacity is unavailable at this time. Please try again later or in a different availability zone).'
  ],
  [
    'other',
    true,
    "(service edge-not-found) failed to launch a task with (error The subnet ID 'subnet-0aa11bb22cc33dd44' does not exist)."
  ],
  [
    'other',
    true,
    '(service edge-not-found) failed to launch a task with (error You are not authorized to perform this operation. User: arn:aws:sts::777788889999:assumed-role/AWSServiceRoleForECS/ecs-service-scheduler is not authorized to perform: ec2:CreateNetworkInterface on resource: arn:aws:ec2:ap-southeast-2:777788889999:subnet/subnet-0aa).'
  ],
  [
    'other',
    'unknown',
    '(service edge-not-found) failed to register targets in (target-group arn:aws:elasticloadbalancing:ap-southeast-2:777788889999:targetgroup/edge/1) with (error The target group is full).'
  ],
  [
    'health-check-elb',
    true,
    '(service edge-not-found) (task 4f0e9d8c7b6a5948372615f0e9d8c7b6) (port 9090) is unhealthy in (target-group arn:aws:elasticloadbalancing:ap-southeast-2:777788889999:targetgroup/edge/1) due to (reason Health checks failed with these codes: [403]).'
  ],
  [
    'health-check-container',
    true,
    '(service edge-not-found) (task 4f0e9d8c7b6a5948372615f0e9d8c7b6) failed container health checks.'
  ],
  [
    'other',
    false,
    '(service edge-not-found) has started 1 tasks: (task 4f0e9d8c7b6a5948372615f0e9d8c7b6). Amazon ECS replaced 1 tasks due to an unhealthy status.'
  ],
  ['other', false, '(service edge-not-found) has stopped 2 running tasks: (task 4f0e) (task 5f0e).'],
  ['other', false, '(service edge-not-found) updated computedDesiredCount to 4.'],
  ['other', false, '(service edge-not-found) (deployment ecs-svc/777) deployment in progress.'],
  [
    'log-driver/role',
    true,
    "(service lab) was unable to place a task. Reason: ECS was unable to assume the role 'arn:aws:iam::111122223333:role/lab' that was provided for this task."
  ],
  [
    'no-capacity',
    true,
    '(service lab) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 00000000deadbeef) encountered error "DistinctInstance placement constraint unsatisfied.".'
  ],
  [
    'health-check-elb',
    true,
    '(service lab) (task 00000000deadbeef) failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/lab/1).'
  ],
  ['other', 'unknown', '(service lab) (deployment ecs-svc/1) deployment failed: tasks failed to start.'],
  ['other', false, '(service lab) deregistered 1 instances in (elb lab-lb)'],
  [
    'other',
    false,
    '(service lab, taskSet ecs-svc/1) registered 2 targets in (target-group arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/lab/1)'
  ],
  [
    'image-not-found',
    true,
    '(service lab) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref lab:1: not found'
  ],
  [
    'health-check-elb',
    true,
    '(service lab) (instance i-00000000deadbeef0) (port 49153) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/lab/1) due to (reason Health checks failed with these codes: [502, 503])'
  ],
  ['other', 'unknown', '(service lab) is unable to consistently start tasks successfully.']
];
