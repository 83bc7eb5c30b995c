import type { Cause } from '../cause.js';
import type { Stage } from '../stage.js';
import { PAGES } from './pages.js';

const STAGES: readonly Stage[] = ['task', 'place', 'launch', 'event', 'initialize', 'network', 'stop'];

/** Tasks that find no place: stopped reasons, RunTask's failures and service events share their words. */
export const CAPACITY_CAUSES: readonly Cause[] = [
  {
    id: 'agent-disconnected',
    class: 'ecs-agent-disconnected',
    deterministic: false,
    what: 'the ECS agent of the container instance{instance: %} is not connected',
    advice: 'Restart the agent, look at the instance role and its way to ECS, or replace the instance.',
    source: PAGES.events,
    message: "doesn't have the agent connected",
    signs: [
      {
        stage: STAGES,
        words:
          /\bagent (?:is )?(?:not |dis)connected|have the agent connected|^AGENT\b|agent disconnect|error "?AGENT\b/i
      }
    ]
  },
  {
    id: 'attribute-missing',
    class: 'other',
    deterministic: true,
    what: 'no container instance has an attribute that the task definition asks for',
    advice:
      "Compare the task definition's requiresAttributes with the instances': log driver, network mode, zone of the subnets, GPU, architecture, agent version. Change one of them.",
    source: PAGES.events,
    message: 'is missing an attribute required by your task',
    signs: [
      { stage: STAGES, words: /missing an attribute|^ATTRIBUTE\b|"ATTRIBUTE|required attribute|error ATTRIBUTE/i }
    ]
  },
  {
    id: 'placement-constraint',
    class: 'no-capacity',
    deterministic: true,
    what: 'no container instance fulfils the placement constraints of the task',
    advice:
      "Correct the constraint's expression, or start instances that fulfil it; distinctInstance needs an instance for each task.",
    source: PAGES.placement,
    message: 'MemberOf placement constraint unsatisfied',
    signs: [{ stage: STAGES, words: /placement constraint|MemberOf|distinctInstance/i }]
  },
  {
    id: 'quota-reached',
    class: 'other',
    deterministic: true,
    what: 'a quota of the account is reached, or the task asks for more than the account may have',
    advice: 'Ask for a higher quota in Service Quotas (Fargate: vCPUs that run at a time), or stop what is not needed.',
    source: PAGES.quotas,
    message: "You've reached the limit on the number of vCPUs, is above your limit",
    signs: [
      { stage: ['place', 'launch'], reason: 'limit' },
      { stage: STAGES, words: /limit on the number of|configuration is above your limit|vCPU limit/i }
    ]
  },
  {
    id: 'no-instances',
    class: 'no-capacity',
    deterministic: false,
    what: 'no container instance is registered with the cluster or the capacity provider',
    advice:
      "Start container instances: look at the capacity provider's Auto Scaling group, and whether its instances register with this cluster.",
    source: PAGES.events,
    message: 'No Container Instances were found in your cluster, EMPTY CAPACITY PROVIDER',
    signs: [{ stage: STAGES, words: /no container instances were found|EMPTY CAPACITY PROVIDER/i }]
  },
  {
    id: 'instance-port-in-use',
    class: 'no-capacity',
    deterministic: false,
    what: 'every container instance uses a port already that the task asks for',
    advice:
      'Use a dynamic host port (hostPort 0) or awsvpc, add instances, or let old tasks stop first (minimumHealthyPercent).',
    source: PAGES.events,
    message: 'is already using a port required by your task',
    signs: [
      { stage: STAGES, words: /already using a port/i },
      { stage: STAGES, words: /\bRESOURCE:PORTS/ }
    ]
  },
  {
    id: 'no-room-on-instances',
    class: 'no-capacity',
    deterministic: false,
    what: 'the container instances have too little CPU, memory, GPUs or network interfaces left for the task',
    advice:
      'Add container instances or make the task smaller; with managed scaling the capacity provider does so by itself.',
    source: PAGES.events,
    message: 'has insufficient CPU units available, RESOURCE:MEMORY',
    signs: [
      {
        stage: STAGES,
        words: /insufficient (?:cpu|memory|gpu|eni|resource)|HostResourcesUnavailable|host resources not available/i
      },
      { stage: STAGES, words: /\bRESOURCE:[A-Z]/ }
    ]
  },
  {
    id: 'no-capacity',
    class: 'no-capacity',
    deterministic: false,
    what: 'AWS has no capacity for the task at this time',
    advice:
      'Add subnets in other availability zones, add capacity or another capacity provider, make the task smaller, or try again later.',
    source: PAGES.capacity,
    message: 'Capacity is unavailable at this time',
    signs: [
      {
        stage: STAGES,
        words:
          /capacity is (?:currently )?(?:unavailable|not available)|insufficient ?(?:instance ?)?capacity|no (?:spot )?capacity|out of capacity|unable to provision capacity|CapacityNotAvailable/i
      }
    ]
  },
  {
    id: 'launch-role',
    class: 'log-driver/role',
    deterministic: true,
    what: 'ECS cannot assume the role {role|of the task}',
    advice:
      'Create the role, or let ecs-tasks.amazonaws.com assume it in its trust policy; a role made a moment ago takes some seconds.',
    source: PAGES.executionRole,
    message: 'ECS was unable to assume the role … that was provided for this task',
    signs: [
      {
        stage: ['task', 'launch', 'place', 'event', 'initialize', 'secrets', 'registry-login'],
        words: /unable to assume (?:the |a )?(?:\w+ )*role/i
      }
    ]
  },
  {
    id: 'capacity-provider',
    class: 'no-capacity',
    deterministic: 'unknown',
    what: "the service's capacity provider or Auto Scaling group cannot provide instances",
    advice:
      "Look at the capacity provider, the activity of its Auto Scaling group and the cluster's list of capacity providers.",
    source: PAGES.capacity,
    message: 'capacity provider … was unable to place a task',
    signs: [{ stage: ['place', 'launch'], words: /capacity provider|auto ?scaling/i }]
  }
];
