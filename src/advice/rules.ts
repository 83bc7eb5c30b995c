import type { AdviceFacts } from './facts.js';
import { shiftMinutes } from './read-model.js';
import type { RolloutModel } from './model.js';
import { resourceName, targetGroupName } from '../text/arn.js';
import { formatDuration } from '../text/time.js';

/** A change that a rule proposes. */
interface Proposal {
  /** The rollout as it would be with the change. */
  readonly model: RolloutModel;
  /** As Advice has them. */
  readonly sentence: string;
  readonly commands?: readonly string[];
}

/** One row of the table: a setting that may make a rollout slow. */
interface AdviceRule {
  readonly setting: string;
  /** For the page about it: which stretch becomes shorter, by what fact, and what it costs. */
  readonly stretch: string;
  readonly fact: string;
  readonly price: string;
  /** undefined: no fact speaks for the change. Gets the model as the pieces of advice before have left it. */
  readonly propose: (facts: AdviceFacts, model: RolloutModel) => Proposal | undefined;
}

/** The interval that the ECS Developer Guide names for services that start fast; also the least that is allowed. */
const FAST_INTERVAL = 5;
const FAST_THRESHOLD = 2;
/** The most failures in a row that a target group, and a container's health check, can ask for. */
const MOST_FAILURES = 10;
const SHORT_DELAY = 30;
const SHORT_STOP = 5;
/** What waits for a look that nothing takes is left a minute, for a person. */
const SHORT_WAIT = 60;
/** From here on AWS itself advises to load images lazily. */
const LARGE_IMAGE = 250e6;

/** A shorter interval with as many more failures that the verdict "unhealthy" takes as long as before: what is slow for a moment is not stopped for it. */
function shorten(interval: number, failures: number): { readonly interval: number; readonly failures: number } {
  const patience = interval * failures;
  const shorter = Math.max(FAST_INTERVAL, Math.ceil(patience / MOST_FAILURES));
  return { interval: shorter, failures: Math.ceil(patience / shorter) };
}

/** A task waits for the look after it is ready: one that is not much sooner may fall behind the look of today. */
function isMuchShorter(interval: number, before: number): boolean {
  return interval * 3 <= before;
}

/** The health check itself hides when the application was ready: what is promised holds for one that is ready by then. */
function explainReady({ ready }: RolloutModel): string {
  return `That counts on an application that answers ${Math.round(ready)} s after its start.`;
}

const targetCheck: AdviceRule = {
  setting: 'HealthCheckIntervalSeconds, HealthyThresholdCount',
  stretch: 'healthy, once for each batch',
  fact: 'the new tasks were healthy after as many intervals as the target group looks in',
  price:
    'more requests for the health check; the unhealthy threshold is raised with it, so that a slow moment ends no task sooner',
  propose: ({ targetGroups }, model) => {
    const [group] = targetGroups;
    if (group === undefined || model.targets.length === 0) return undefined;
    const { interval, failures } = shorten(group.interval, group.unhealthyThreshold);
    const healthyThreshold = Math.min(group.healthyThreshold, FAST_THRESHOLD);
    if (!isMuchShorter(interval, group.interval)) return undefined;
    const timeout = Math.min(group.timeout, interval - 1);
    const words = `--health-check-interval-seconds ${interval} --health-check-timeout-seconds ${timeout} --healthy-threshold-count ${healthyThreshold} --unhealthy-threshold-count ${failures}`;
    const names = targetGroups.map(({ arn }) => targetGroupName(arn)).join(' and ');
    return {
      model: { ...model, targets: [{ interval, healthyThreshold, unhealthyThreshold: failures }] },
      sentence:
        `look at the targets of ${names} every ${interval} s instead of ${group.interval} s, with ${healthyThreshold} instead of ${group.healthyThreshold} successes after a failure. ` +
        `An unhealthy target is still noticed after ${interval * failures} s; the price is more requests for the health check. ${explainReady(model)}`,
      commands: targetGroups.map(({ arn }) => `aws elbv2 modify-target-group --target-group-arn ${arn} ${words}`)
    };
  }
};

const containerCheck: AdviceRule = {
  setting: 'healthCheck.interval',
  stretch: 'healthy, once for each batch',
  fact: 'the new tasks were healthy after as many intervals of their own health check',
  price: 'the command runs more often; `retries` is raised with it, so that a slow moment ends no task sooner',
  propose: ({ taskDefinition }, model) => {
    if (model.containers.length === 0) return undefined;
    const changes = (taskDefinition.containerDefinitions ?? []).flatMap(({ name = '', healthCheck, essential }) => {
      if (healthCheck === undefined || essential === false) return [];
      const { interval = 30, retries = 3 } = healthCheck;
      return [{ name, before: interval, retries, ...shorten(interval, retries) }];
    });
    const changed = changes.filter(({ before, interval }) => isMuchShorter(interval, before));
    if (changed.length === 0) return undefined;
    const words = changed.map(
      ({ name, before, retries, interval, failures }) =>
        `of the container ${name} set healthCheck.interval to ${interval} instead of ${before} and healthCheck.retries to ${failures} instead of ${retries}`
    );
    return {
      model: {
        ...model,
        containers: changes.map(({ interval, before }) => (isMuchShorter(interval, before) ? interval : before))
      },
      sentence: `in the task definition, ${words.join(', ')}: Docker looks for the first time one interval after the start. The price is that the command runs more often. ${explainReady(model)}`
    };
  }
};

const deregistration: AdviceRule = {
  setting: 'deregistration_delay.timeout_seconds',
  stretch: 'drain, where nothing else goes on meanwhile',
  fact: 'the old tasks took at least as long to go as the deregistration delay says',
  price: 'requests and connections that last longer than the new delay are cut',
  propose: ({ targetGroups }, model) => {
    const slow = targetGroups.filter(({ deregistrationDelay = 0 }) => deregistrationDelay > SHORT_DELAY);
    const [first] = slow;
    if (first === undefined || model.drain <= SHORT_DELAY) return undefined;
    return {
      model: { ...model, drain: SHORT_DELAY },
      sentence:
        `let targets of ${slow.map(({ arn }) => targetGroupName(arn)).join(' and ')} deregister within ${SHORT_DELAY} s instead of ${model.drain} s. ` +
        `The price: a request, download or WebSocket that lasts longer than ${SHORT_DELAY} s is cut, so choose the longest of yours.`,
      commands: slow.map(
        ({ arn }) =>
          `aws elbv2 modify-target-group-attributes --target-group-arn ${arn} --attributes Key=deregistration_delay.timeout_seconds,Value=${SHORT_DELAY}`
      )
    };
  }
};

const batches: AdviceRule = {
  setting: 'maximumPercent',
  stretch: 'replace: one batch instead of several',
  fact: 'the service runs on Fargate, which has room for a second set of tasks, and this rollout took several batches',
  price: 'twice as many tasks for a while: their cost, the quota of vCPUs, connections to the database',
  propose: ({ service }, model) => {
    if (model.batches === undefined || !isFargate(service)) return undefined;
    const { maximumPercent = 200 } = service.deploymentConfiguration ?? {};
    const { desired, most } = model.batches;
    if (most >= 2 * desired) return undefined;
    return {
      model: { ...model, batches: { ...model.batches, most: 2 * desired } },
      sentence:
        `set maximumPercent of the service's deploymentConfiguration to 200 instead of ${maximumPercent}, so that all ${desired} new tasks start at once. ` +
        `The price: ${2 * desired} tasks run for a while, with their cost and their connections to databases.`
    };
  }
};

function isFargate({ launchType, capacityProviderStrategy = [] }: AdviceFacts['service']): boolean {
  if (launchType === 'FARGATE') return true;
  const providers = capacityProviderStrategy.map(({ capacityProvider = '' }) => capacityProvider);
  return providers.length > 0 && providers.every(name => name.startsWith('FARGATE'));
}

const stopTimeout: AdviceRule = {
  setting: 'stopTimeout',
  stretch: 'drain: from SIGTERM to SIGKILL',
  fact: 'a container of the old tasks ended with exit code 137 after as long as its stopTimeout',
  price: 'what the container still does after SIGTERM ends sooner; better, let it end by itself on SIGTERM',
  propose: ({ oldTasks, taskDefinition }, model) => {
    const killed = new Set(
      oldTasks.flatMap(({ containers = [] }) =>
        containers.flatMap(({ name, exitCode }) => (exitCode === 137 && name !== undefined ? name : []))
      )
    );
    const found = (taskDefinition.containerDefinitions ?? []).filter(({ name }) => killed.has(name ?? ''));
    const longest = Math.max(0, ...found.map(each => each.stopTimeout ?? 30));
    if (found.length === 0 || longest <= SHORT_STOP || model.stop < longest) return undefined;
    const names = found.map(({ name }) => name).join(' and ');
    return {
      model: { ...model, stop: SHORT_STOP },
      sentence:
        `${names} ignored SIGTERM and was killed after ${longest} s (exit code 137). Let it end on SIGTERM, or in the task definition set stopTimeout of ${names} to ${SHORT_STOP} instead of ${longest}; ` +
        'it counts from the deployment after the next. The price: work that it does after SIGTERM is cut sooner.'
    };
  }
};

/** A wait of the deployment that an alarm or a hook would use to turn back. */
function wait(
  row: Pick<AdviceRule, 'setting' | 'stretch'>,
  name: string,
  describe: (facts: AdviceFacts, seconds: number) => { readonly words: string; readonly seconds: number } | undefined
): AdviceRule {
  return {
    ...row,
    fact: 'the rollout waited that long, and no alarm, hook or gate looks at the new version meanwhile',
    price: 'the time in which a person can still go back at once',
    propose: (facts, model) => {
      const seconds = model.waits[name];
      if (seconds === undefined || isWatched(facts)) return undefined;
      const change = describe(facts, seconds);
      if (change === undefined || change.seconds >= seconds) return undefined;
      return {
        model: { ...model, waits: { ...model.waits, [name]: change.seconds } },
        sentence:
          `${change.words}: no alarm and no hook looks at the new version in these ${formatDuration(seconds * 1_000)}. ` +
          'The price: that much less time for a person to go back at once. If somebody does look, keep it, and add an alarm.'
      };
    }
  };
}

function isWatched({ service, codedeploy }: AdviceFacts): boolean {
  if (codedeploy !== undefined) {
    const { alarmConfiguration: alarms } = codedeploy.group;
    return codedeploy.hasHooks || (alarms?.enabled !== false && (alarms?.alarms ?? []).length > 0);
  }
  const { alarms, lifecycleHooks = [] } = service.deploymentConfiguration ?? {};
  return (alarms?.enable === true && (alarms.alarmNames ?? []).length > 0) || lifecycleHooks.length > 0;
}

const MINUTE = 60;

const bake = wait({ setting: 'bakeTimeInMinutes', stretch: 'bake' }, 'bake', (_facts, seconds) => ({
  words: `set bakeTimeInMinutes of the service's deploymentConfiguration to 1 instead of ${seconds / MINUTE}`,
  seconds: SHORT_WAIT
}));

const canary = wait(
  { setting: 'canaryConfiguration.canaryBakeTimeInMinutes', stretch: 'shift' },
  'canary',
  (_facts, seconds) => ({
    words: `set canaryConfiguration.canaryBakeTimeInMinutes of the service's deploymentConfiguration to 1 instead of ${seconds / MINUTE}`,
    seconds: SHORT_WAIT
  })
);

const linear = wait(
  { setting: 'linearConfiguration.stepBakeTimeInMinutes', stretch: 'shift' },
  'linear',
  ({ service }, seconds) => {
    const { stepBakeTimeInMinutes: step = 6 } = service.deploymentConfiguration?.linearConfiguration ?? {};
    return {
      words: `set linearConfiguration.stepBakeTimeInMinutes of the service's deploymentConfiguration to 1 instead of ${step}`,
      seconds: seconds / step
    };
  }
);

const termination = wait(
  { setting: 'terminationWaitTimeInMinutes', stretch: 'drain (CodeDeploy)' },
  'termination',
  ({ codedeploy }, seconds) => ({
    words: `set terminationWaitTimeInMinutes of the deployment group ${codedeploy?.group.deploymentGroupName ?? ''} (terminateBlueInstancesOnDeploymentSuccess) to 1 instead of ${seconds / MINUTE}`,
    seconds: SHORT_WAIT
  })
);

const shift = wait({ setting: 'deploymentConfigName', stretch: 'shift (CodeDeploy)' }, 'shift', ({ codedeploy }) => {
  const name = codedeploy?.configName ?? '';
  const faster = name
    .replace(/Every\d+Minutes$/, 'Every1Minutes')
    .replace(/(Canary\d+Percent)\d+Minutes$/, '$15Minutes');
  const minutes = shiftMinutes(faster);
  if (minutes === undefined) return undefined;
  return {
    words: `deploy with ${faster} instead of ${resourceName(name)} (deploymentConfigName)`,
    seconds: minutes * MINUTE
  };
});

const imageSize: AdviceRule = {
  setting: 'image size',
  stretch: 'pull, once for each batch',
  fact: 'the image has more than 250 MB, and Fargate, which keeps none, pulled it for as long as was measured',
  price: 'work on the Dockerfile: a smaller base image, a stage that leaves the build tools behind',
  propose: ({ imageBytes = 0, service }, model) => {
    if (imageBytes <= LARGE_IMAGE || !isFargate(service)) return undefined;
    const share = LARGE_IMAGE / imageBytes;
    return {
      model: { ...model, pull: model.pull * share },
      sentence: `make the image ${LARGE_IMAGE / 1e6} MB instead of ${Math.round(imageBytes / 1e6)} MB: its pull took ${formatDuration(model.pull * 1_000)} a task. Fargate pulls every layer anew; a smaller base image and a stage that leaves the build tools behind help most.`
    };
  }
};

/** All that advice is given on. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  targetCheck,
  containerCheck,
  deregistration,
  batches,
  stopTimeout,
  bake,
  canary,
  linear,
  termination,
  shift,
  imageSize
];
