import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

const stage = 'event';

/** What a service's events tell, beyond a task's own failure. */
export const EVENT_CAUSES: readonly Cause[] = [
  {
    id: 'target-unhealthy-timeout',
    class: 'health-check-elb',
    deterministic: 'unknown',
    what: "the load balancer's health check gets no answer from the new tasks in time{port: (port %)}",
    advice:
      'Check the port, the security groups between load balancer and tasks, and whether the application starts more slowly than healthCheckGracePeriodSeconds.',
    source: PAGES.health,
    message: 'is unhealthy in (target-group …) due to (reason Request timed out)',
    signs: [
      { stage, words: /unhealthy in \((?:target-group|elb).*(?:timed out|timeout|initial|in progress|connection)/i }
    ]
  },
  {
    id: 'target-unhealthy',
    class: 'health-check-elb',
    deterministic: true,
    what: "the new tasks fail the load balancer's health check{codes: (they answer %)}",
    advice:
      "Compare the target group's path, port and success codes with what the application answers there, and look at its log.",
    source: PAGES.health,
    message: 'is unhealthy in (target-group …) due to (reason Health checks failed with these codes: [502])',
    signs: [{ stage, words: /unhealthy in \((?:target-group|elb)|failed ELB health/i }]
  },
  {
    id: 'event-health-check-container',
    class: 'health-check-container',
    deterministic: true,
    what: 'a task fails the health check of its container',
    advice: "Run the container's healthCheck command in it by hand; startPeriod may be too short.",
    source: PAGES.containerHealth,
    message: 'failed container health checks',
    signs: [{ stage, words: /failed container health/i }]
  },
  {
    id: 'target-group-missing',
    class: 'other',
    deterministic: 'unknown',
    what: 'the target group {targetGroup|of the service} does not exist any more',
    advice: "Create it again, or correct the service's load balancers.",
    source: PAGES.events,
    message: 'due to TARGET GROUP IS NOT FOUND',
    signs: [{ stage, words: /target group (?:is )?not found|target-?group.*(?:not found|does not exist)/i }]
  },
  {
    id: 'elb-registration-failed',
    class: 'other',
    deterministic: 'unknown',
    what: 'ECS cannot register or deregister the tasks with the load balancer{targetGroup: %}',
    advice:
      "Check the target group, its VPC and target type, its quota of targets, and the rights of the service's role.",
    source: PAGES.events,
    message: 'failed to register targets in (target-group …)',
    signs: [{ stage, words: /(?:failed|unable) to (?:register|deregister) targets/i }]
  },
  {
    id: 'service-throttled',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'AWS throttles what ECS does for the service',
    advice: 'It passes by itself. Deploy fewer services at once where it comes back.',
    source: PAGES.events,
    message: 'operations are being throttled',
    signs: [{ stage, reason: 'throttled' }]
  },
  {
    id: 'deployment-percent',
    class: 'other',
    deterministic: true,
    what: 'ECS has no room to start or stop a task: minimumHealthyPercent and maximumPercent leave none',
    advice:
      'Lower minimumHealthyPercent or raise maximumPercent: with a desired count of 1, 100 and 200 or 0 and 100 work.',
    source: PAGES.events,
    message: 'was unable to stop or start tasks during a deployment because of the service deployment configuration',
    signs: [{ stage, words: /minimumHealthyPercent|maximumPercent|service deployment configuration/i }]
  },
  {
    id: 'protected-tasks',
    class: 'other',
    deterministic: 'unknown',
    what: 'old tasks are protected from scale-in, and ECS waits for them',
    advice: 'Wait until their protection ends, or take it off (UpdateTaskProtection).',
    source: PAGES.events,
    message: 'The number of protected tasks are more than the desired count of tasks',
    signs: [{ stage, words: /protected tasks|task protection|protection/i }]
  },
  {
    id: 'alarm-detected',
    class: 'other',
    deterministic: 'unknown',
    what: "an alarm of the service's deployment went off",
    advice: 'Check its metric at that time; the new version may be slower or fail requests.',
    source: PAGES.events,
    message: 'deployment failed: alarm detected',
    signs: [{ stage, words: /alarm/i }]
  },
  {
    id: 'tasks-keep-failing',
    class: 'other',
    deterministic: 'unknown',
    what: 'tasks of the service fail again and again',
    advice: 'Read the stopped tasks and the service events for the reason.',
    source: PAGES.events,
    message: 'is unable to consistently start tasks successfully',
    signs: [{ stage, words: /unable to consistently start|tasks? failed to start|circuit breaker/i }]
  },
  {
    id: 'rolling-back',
    class: 'other',
    deterministic: 'unknown',
    what: 'ECS rolls the service back',
    advice: 'Read the stopped tasks and the events before it for the reason.',
    source: PAGES.events,
    message: 'rolling back to deployment',
    signs: [{ stage, words: /roll(?:ing|ed)? ?back/i }]
  },
  {
    id: 'not-steady',
    class: 'other',
    deterministic: 'unknown',
    what: 'the service does not reach a steady state',
    advice: 'The reason in the event says what it waits for.',
    source: PAGES.events,
    message: 'was unable to reach steady state',
    signs: [{ stage, words: /unable to reach (?:a )?steady state|unable to scale in/i }]
  },
  {
    id: 'no-placement',
    class: 'no-capacity',
    deterministic: 'unknown',
    what: 'ECS finds no place for the new tasks',
    advice: 'The reason in the event says what is missing: room, an attribute, a port or a quota.',
    source: PAGES.events,
    message: 'was unable to place a task',
    signs: [{ stage: 'place' }]
  },
  {
    id: 'launch-failed',
    class: 'other',
    deterministic: 'unknown',
    what: 'ECS cannot launch the new tasks',
    advice: 'The error in the event says why.',
    source: PAGES.events,
    message: 'failed to launch a task with (error …)',
    signs: [{ stage: 'launch' }]
  },
  {
    id: 'routine',
    class: 'other',
    deterministic: false,
    routine: true,
    what: 'ECS tells of its usual work',
    advice: 'Nothing.',
    source: PAGES.events,
    message: 'has reached a steady state, has started 2 tasks',
    signs: [
      {
        stage,
        words:
          /steady state|(?:de)?registered \d+ (?:targets|instances)|draining|has (?:started|stopped|begun)|deployment (?:completed|in progress|started)|desired count|updated|running tasks/i
      }
    ]
  }
];
