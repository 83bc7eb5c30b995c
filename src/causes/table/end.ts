import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

/** Tasks that ran: how their containers ended, and who else stopped them. */
export const END_CAUSES: readonly Cause[] = [
  {
    id: 'out-of-memory',
    class: 'out-of-memory',
    deterministic: true,
    what: '{container|a container} runs out of memory',
    advice: 'Raise memory of the task or container, or make it use less at start.',
    source: PAGES.oom,
    message: 'OutOfMemoryError: Container killed due to memory usage',
    signs: [{ stage: 'exit', words: /out ?of ?memory|OOMKilled|killed due to memory/i }]
  },
  {
    id: 'health-check-elb',
    class: 'health-check-elb',
    deterministic: true,
    what: 'the new tasks fail the health check of the load balancer',
    advice:
      "Check the target group's path, port and codes, the security groups, and healthCheckGracePeriodSeconds against the time the application needs to start.",
    source: PAGES.health,
    message: 'Task failed ELB health checks',
    signs: [
      {
        stage: 'stop',
        words:
          /failed (?:the )?(?:ELB|load balancer|target group)[\w ]* health checks?|unhealthy in \((?:target-group|elb)/i
      }
    ]
  },
  {
    id: 'health-check-container',
    class: 'health-check-container',
    deterministic: true,
    what: '{container|a container} fails its health check',
    advice: "Run the container's healthCheck command in it by hand; startPeriod may be too short.",
    source: PAGES.containerHealth,
    message: 'Task failed container health checks',
    signs: [{ stage: 'stop', words: /failed (?:container |cloud map )?health checks?|unhealthy container/i }]
  },
  {
    id: 'user-stop',
    class: 'user/scale-in stop',
    deterministic: false,
    what: 'somebody stopped the task',
    advice: 'Look for StopTask in CloudTrail.',
    source: PAGES.stoppedTasks,
    message: 'Task stopped by user',
    signs: [{ stage: 'stop', words: /stopped by (?:user|\(?user)|UserInitiated/i }]
  },
  {
    id: 'spot-interruption',
    class: 'spot-interruption',
    deterministic: false,
    what: 'the Spot capacity or the EC2 instance{instance: %} under the task was taken away',
    advice:
      'ECS starts another task. Where it happens often, add FARGATE or On-Demand as the base of the capacity provider strategy.',
    source: PAGES.spot,
    message: 'Your Spot Task was interrupted, Host EC2 (instance …) terminated',
    signs: [
      {
        stage: 'stop',
        words:
          /spot|Host EC2|instance (?:was |is |has been )?(?:terminat|stopp|drain|deregister|interrupt|rebalanc)|TerminationNotice|container instance/i
      }
    ]
  },
  {
    id: 'fargate-maintenance',
    class: 'fargate-maintenance',
    deterministic: false,
    what: 'AWS moved the task: it does maintenance, or retires the host or platform version',
    advice: 'ECS starts another task.',
    source: PAGES.maintenance,
    message: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
    signs: [{ stage: 'stop', words: /maintenance|retir|underlying infrastructure|patching|InfrastructureHealth/i }]
  },
  {
    id: 'scale-in',
    class: 'user/scale-in stop',
    deterministic: false,
    what: 'ECS stopped the task because it is no longer needed',
    advice: 'Nothing: a deployment or scaling replaces tasks.',
    source: PAGES.stoppedTasks,
    message: 'Scaling activity initiated by (deployment …)',
    routine: true,
    signs: [
      {
        stage: 'stop',
        words:
          /scaling activity|deployment|scal(?:e|ed|ing)[ -](?:in|down)|ServiceSchedulerInitiated|rebalanc|task set|deregister/i
      }
    ]
  },
  {
    id: 'essential-exited-0',
    class: 'essential-exited-0',
    deterministic: true,
    what: '{container|a container} exits with code 0',
    advice: 'A container of a service must keep running: this one finished its work and ended.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited, exit code 0',
    signs: [{ stage: 'exit', fact: ['code', /^0$/] }]
  },
  {
    id: 'exit-127',
    class: 'command-not-found/permission',
    deterministic: true,
    what: '{container|a container} exits with code 127',
    advice:
      'The shell did not find a command in the image: look at command, entryPoint, CMD and the script that starts it.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited, exit code 127',
    signs: [{ stage: 'exit', fact: ['code', /^127$/] }]
  },
  {
    id: 'exit-126',
    class: 'command-not-found/permission',
    deterministic: true,
    what: '{container|a container} exits with code 126',
    advice: 'The command cannot be executed: check its mode (chmod +x) and the architecture that it is built for.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited, exit code 126',
    signs: [{ stage: 'exit', fact: ['code', /^126$/] }]
  },
  {
    id: 'exit-137',
    class: 'exit-code',
    deterministic: true,
    what: '{container|a container} exits with code 137',
    advice: 'Code 137 is SIGKILL: often too little memory, or it did not stop within stopTimeout.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited, exit code 137',
    signs: [{ stage: 'exit', fact: ['code', /^137$/] }]
  },
  {
    id: 'exit-139',
    class: 'exit-code',
    deterministic: true,
    what: '{container|a container} exits with code 139',
    advice: 'Code 139 is a segmentation fault: look at native modules and the base image.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited, exit code 139',
    signs: [{ stage: 'exit', fact: ['code', /^139$/] }]
  },
  {
    id: 'exit-code',
    class: 'exit-code',
    deterministic: true,
    what: '{container|a container} exits with code {code|other than 0}',
    advice: 'Its last log lines say why; run the image locally with the same environment.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited',
    signs: [{ stage: 'exit', fact: 'code' }]
  },
  {
    id: 'container-exited',
    class: 'exit-code',
    deterministic: 'unknown',
    what: '{container|an essential container} exited, and ECS gives no exit code',
    advice: 'Its last log lines say why; run the image locally with the same environment.',
    source: PAGES.stoppedTasks,
    message: 'Essential container in task exited, no exit code',
    signs: [{ stage: 'exit', words: /^EssentialContainerExited$/ }]
  }
];
