import type { Task } from '@aws-sdk/client-ecs';

import type { Sample } from './sample.js';
import { container, exited, stopped } from './task-forms.js';

/** Stopped tasks that ended, as DescribeTasks shows them: Fargate's form, the EC2 agent's, and containerd's words. */
export const TASKS_ENDS: readonly Sample<Task>[] = [
  ['spot-interruption', false, stopped('SpotInterruption', 'Your Spot Task was interrupted.')],
  ['spot-interruption', false, stopped('TerminationNotice', 'Host EC2 (instance i-0fedcba9876543210) terminated.')],
  ['spot-interruption', false, stopped(undefined, 'Host EC2 (instance i-0fedcba9876543210) stopped.')],
  [
    'fargate-maintenance',
    false,
    stopped(
      'ServiceSchedulerInitiated',
      'ECS is performing maintenance on the underlying infrastructure hosting the task.'
    )
  ],
  [
    'user/scale-in stop',
    false,
    stopped('ServiceSchedulerInitiated', 'Scaling activity initiated by (deployment ecs-svc/4031234567890123456)')
  ],
  [
    'out-of-memory',
    true,
    {
      ...exited(137),
      containers: [{ name: 'api', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }]
    }
  ],
  [
    'out-of-memory',
    true,
    stopped('EssentialContainerExited', 'OutOfMemoryError: container killed due to memory usage')
  ],
  ['exit-code', true, exited(2)],
  ['exit-code', true, exited(139)],
  ['exit-code', true, exited(143, 1)],
  ['exit-code', true, exited(255)],
  ['essential-exited-0', true, exited(0)],
  ['essential-exited-0', true, exited(0, 143)],
  ['command-not-found/permission', true, exited(126)],
  ['command-not-found/permission', true, exited(127, 0)],
  ['health-check-container', true, stopped('ServiceSchedulerInitiated', 'Task failed container health checks')],
  [
    'health-check-elb',
    true,
    stopped(
      'ServiceSchedulerInitiated',
      'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-central-1:210987654321:targetgroup/parcel-timeout/4031234567890500)'
    )
  ],
  ['health-check-elb', true, stopped('ServiceSchedulerInitiated', 'Task failed ELB health checks in (elb parcel-403)')],
  [
    'out-of-memory',
    true,
    container('OutOfMemoryError: Container killed due to memory usage', {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        {
          name: 'edge',
          lastStatus: 'STOPPED',
          reason: 'OutOfMemoryError: Container killed due to memory usage',
          exitCode: 137
        }
      ]
    })
  ],
  [
    'spot-interruption',
    false,
    stopped(
      'ServiceSchedulerInitiated',
      'Task stopped because the container instance was drained: Amazon ECS managed instance draining'
    )
  ],
  [
    'fargate-maintenance',
    false,
    stopped('ServiceSchedulerInitiated', 'Task is scheduled for retirement: platform version patching')
  ],
  [
    'user/scale-in stop',
    false,
    stopped('ServiceSchedulerInitiated', 'Service web: deployment ecs-svc/777788889999 replaced by a newer deployment')
  ],
  [
    'health-check-elb',
    true,
    stopped(
      'ServiceSchedulerInitiated',
      'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:ap-southeast-2:777788889999:targetgroup/edge-denied/1)(port 443)'
    )
  ],
  ['health-check-container', true, stopped('ServiceSchedulerInitiated', 'Task failed Cloud Map health checks')],
  ['exit-code', true, exited(134)],
  [
    'user/scale-in stop',
    false,
    stopped('ServiceSchedulerInitiated', 'Task stopped by (deployment ecs-svc/1234567890123456789)')
  ],
  ['user/scale-in stop', false, stopped('ServiceSchedulerInitiated', 'Amazon ECS Service rebalancing')],
  ['spot-interruption', false, stopped('SpotInterruption', 'Your Spot Task was interrupted.')],
  [
    'fargate-maintenance',
    false,
    stopped('ServiceSchedulerInitiated', "The Fargate task's underlying host is being retired")
  ]
];
