import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import type { Sandbox } from './sandbox.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition, waitUntilSteady } from './seed.js';

/** The strategies of ECS's own controller, and CodeDeploy. */
const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY', 'CodeDeploy'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** One line of the table: what happens to a rollout of a strategy, and how the run has to end. */
export interface OutcomeRow {
  readonly strategy: Strategy;
  readonly outcome: string;
  readonly verdict: string;
  readonly exitCode: number;
  /** What the last word of the run has to say: the error, or the last line where it ends green. */
  readonly says: RegExp;
  /** How the tasks of the new version behave, as `SLIPWAY_REHEARSAL` has it. */
  readonly behaviour?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What somebody else does meanwhile. */
  readonly meanwhile?: (sandbox: Sandbox, strategy: Strategy, signal: Signal) => Promise<void>;
  /** What the service's deploymentConfiguration says beside its strategy and circuit breaker. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** What the circuit breaker is set to beside `enable` and `rollback`. */
  readonly breaker?: Readonly<Record<string, unknown>>;
  /** The scenarios of the built-in AWS from then on. */
  readonly scenarios?: Readonly<Record<string, unknown>>;
}

/** Sends a signal to the run. */
export type Signal = (name: NodeJS.Signals) => void;

const ALARM = 'web-5xx';
/** ECS's own circuit breaker is to act, not ours, and the other way round. */
export const PATIENT = { 'fail-after': '1000' };
const SHORT = { 'wait-for-minutes': '3', 'fail-after': '1000' };
/** Our own count is to act: ECS's circuit breaker, which counts to three at least, is switched off. */
export const IMPATIENT = { 'fail-after': '2' };

type Ends = Pick<OutcomeRow, 'verdict' | 'exitCode' | 'says' | 'inputs'>;
const SUCCEEDED = { verdict: 'succeeded', exitCode: 0 };
const ROLLED_BACK = { verdict: 'rolled-back', exitCode: 3 };
const TIMED_OUT = { verdict: 'timed-out', exitCode: 4 };
const SUPERSEDED = { verdict: 'superseded', exitCode: 5 };

/** What happens, and how it ends with ECS's own controller and with CodeDeploy. */
const OUTCOMES: readonly (Pick<OutcomeRow, 'outcome' | 'behaviour' | 'inputs' | 'meanwhile'> & {
  readonly ecs: Ends;
  readonly codedeploy: Ends;
})[] = [
  {
    outcome: 'steady',
    ecs: { ...SUCCEEDED, says: /^Succeeded shop\/web: ECS reports the deployment SUCCESSFUL\.$/ },
    codedeploy: { ...SUCCEEDED, says: /^Succeeded shop\/web: CodeDeploy reports the deployment Succeeded\.$/ }
  },
  {
    outcome: 'crash',
    behaviour: 'crash',
    inputs: IMPATIENT,
    ecs: { ...ROLLED_BACK, says: /tasks of the new version died of the same cause \(container web, exit code 1\)/ },
    codedeploy: {
      ...ROLLED_BACK,
      says: /tasks of the new version died of the same cause \(container web, exit code 1\)/
    }
  },
  {
    outcome: 'cannot pull',
    behaviour: 'cannot-pull',
    inputs: IMPATIENT,
    ecs: { ...ROLLED_BACK, says: /died of the same cause \(container web\): CannotPullContainerError/ },
    codedeploy: { ...ROLLED_BACK, says: /died of the same cause \(container web\): CannotPullContainerError/ }
  },
  {
    outcome: 'no capacity',
    behaviour: 'no-capacity',
    ecs: { ...ROLLED_BACK, inputs: PATIENT, says: /circuit breaker was triggered/ },
    codedeploy: { ...TIMED_OUT, inputs: SHORT, says: /had not come to an end within 3 minutes/ }
  },
  {
    outcome: 'unhealthy',
    behaviour: 'unhealthy',
    inputs: IMPATIENT,
    ecs: { ...ROLLED_BACK, says: /Task failed ELB health checks/ },
    codedeploy: { ...ROLLED_BACK, says: /Task failed ELB health checks/ }
  },
  {
    outcome: 'hang',
    behaviour: 'hang',
    inputs: SHORT,
    ecs: { ...TIMED_OUT, says: /had not come to an end within 3 minutes.*The service is back on its previous/s },
    codedeploy: { ...TIMED_OUT, says: /had not come to an end within 3 minutes.*The traffic is back on the previous/s }
  },
  {
    outcome: 'alarm',
    inputs: PATIENT,
    ecs: { ...ROLLED_BACK, says: /Alarm web-5xx went off/ },
    codedeploy: { ...ROLLED_BACK, says: /ALARM_ACTIVE/ }
  },
  {
    outcome: 'superseded',
    behaviour: 'hang',
    meanwhile: supersede,
    ecs: { ...SUPERSEDED, says: /Another deployment took over: ecs-svc\/\d+ of other:1/ },
    codedeploy: { ...SUPERSEDED, says: /was stopped, and another deployment \(d-\w+\) took over/ }
  },
  {
    outcome: 'stopped by hand',
    behaviour: 'hang',
    meanwhile: stopByHand,
    ecs: { ...ROLLED_BACK, says: /a user requested it/ },
    codedeploy: { ...ROLLED_BACK, says: /CodeDeploy stopped the deployment/ }
  },
  {
    outcome: 'credentials expire midway',
    behaviour: 'hang',
    meanwhile: sandbox => onceFollowed(sandbox, () => sandbox.cloud.setFaults({ expired: true })),
    ecs: { verdict: 'failed', exitCode: 2, says: /The credentials have expired: get new ones, or set role-to-assume/ },
    codedeploy: {
      verdict: 'failed',
      exitCode: 2,
      says: /The credentials have expired: get new ones, or set role-to-assume/
    }
  },
  {
    outcome: 'throttled hard',
    meanwhile: sandbox => onceFollowed(sandbox, () => sandbox.cloud.setFaults({ throttle: 0.6, seed: 7 })),
    ecs: { ...SUCCEEDED, says: /ECS reports the deployment SUCCESSFUL/ },
    codedeploy: { ...SUCCEEDED, says: /CodeDeploy reports the deployment Succeeded/ }
  }
];

/** What only a rolling update comes to. */
const ROLLING_ROWS: readonly OutcomeRow[] = [
  {
    strategy: 'ROLLING',
    outcome: 'early success',
    ...SUCCEEDED,
    // How many of the two depends on when the run looks.
    says: /ECS reports the deployment SUCCESSFUL early, at 50 %: (?:1 old task still runs|2 old tasks still run)\.$/,
    inputs: { 'wait-for': 'live' },
    configuration: {
      minimumHealthyPercent: 50,
      earlySuccessCriteria: { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: 'DEFERRED' }
    },
    scenarios: {
      tasks: [{ behaviour: 'good', healthyAfterSeconds: 1200, times: 1 }],
      deployments: { cleanupAfterSeconds: 1200 }
    }
  },
  {
    strategy: 'ROLLING',
    outcome: 'threshold',
    behaviour: 'crash',
    ...ROLLED_BACK,
    inputs: PATIENT,
    breaker: { thresholdConfiguration: { type: 'COUNT', value: 5 } },
    says: /circuit breaker was triggered \([56] of 5 failures\)/
  },
  {
    strategy: 'ROLLING',
    outcome: 'failures set back',
    ...SUCCEEDED,
    inputs: PATIENT,
    breaker: { resetOnHealthyTask: true, thresholdConfiguration: { type: 'COUNT', value: 4 } },
    scenarios: { tasks: [{ behaviour: 'exit-later', afterSeconds: 21, exitCode: 1, times: 5 }] },
    says: /ECS reports the deployment SUCCESSFUL/
  },
  {
    strategy: 'ROLLING',
    outcome: 'workers finish',
    ...SUCCEEDED,
    says: /ECS reports the deployment SUCCESSFUL/,
    inputs: IMPATIENT,
    scenarios: { tasks: [{ behaviour: 'exit-later', afterSeconds: 10, times: 4 }] }
  }
];

/** AWS's pages disagree whether the circuit breaker acts with the native strategies; the rows above have it act. */
const NATIVE_ROWS: readonly OutcomeRow[] = (['BLUE_GREEN', 'LINEAR', 'CANARY'] as const).map(strategy => ({
  strategy,
  outcome: 'breaker without effect',
  behaviour: 'no-capacity',
  ...TIMED_OUT,
  inputs: SHORT,
  scenarios: { deployments: { breakerInNativeStrategies: false } },
  says: /had not come to an end within 3 minutes/
}));

/** Every strategy with every outcome. */
export const ROWS: readonly OutcomeRow[] = STRATEGIES.flatMap(strategy => [
  ...OUTCOMES.map(({ ecs, codedeploy, ...row }) => ({
    ...row,
    strategy,
    ...(strategy === 'CodeDeploy' ? codedeploy : ecs)
  })),
  ...[...ROLLING_ROWS, ...NATIVE_ROWS].filter(row => row.strategy === strategy)
]);

/** How fast the built-in AWS runs for a row: slower where a time limit counts, which AWS has to keep on a busy machine too. */
export function scaleOf({ inputs }: OutcomeRow): number {
  return inputs?.['wait-for-minutes'] === undefined ? 60 : 20;
}

/** What a row's run came to, ids and times evened out. */
export interface RowRun {
  readonly exitCode: number | null;
  readonly verdict: string | undefined;
  /** The error, or the last line where it ends green. */
  readonly says: string;
  readonly log: string;
  readonly postExitCode: number | null;
  readonly leftInTemporary: readonly string[];
}

/** The image that the rows ship: nothing is built, as what they are about comes after that. */
export const ROW_IMAGE = 'public.ecr.aws/docker/library/httpd:2.4.65';

/** Sets the stage of a row, with its task definition in the workspace. @returns the settings that deploy to it */
export async function setUpRow(row: OutcomeRow, sandbox: Sandbox): Promise<Readonly<Record<string, string>>> {
  await setUp(row, sandbox);
  if (row.outcome === 'alarm') sandbox.cloud.setScenarios({ alarms: [{ alarm: ALARM, afterSeconds: 25 }] });
  if (row.scenarios !== undefined) sandbox.cloud.setScenarios(row.scenarios);
  await sandbox.write('taskdefinition.json', taskDefinition({}, row.behaviour));
  return { ...(row.strategy === 'CodeDeploy' ? BLUE_GREEN : ROLLING), repository: '', ...row.inputs };
}

/** Sets the stage of a row and runs the bundle on it. */
export async function runRow(row: OutcomeRow, sandbox: Sandbox): Promise<RowRun> {
  const inputs = await setUpRow(row, sandbox);
  let signal: Signal = () => undefined;
  const [run] = await Promise.all([
    sandbox.ship(
      { ...inputs, image: ROW_IMAGE },
      // Where the main step leaves nothing, one run of each strategy shows that the post step finds nothing.
      { withPost: row.outcome === 'steady', onStart: kill => (signal = kill) }
    ),
    row.meanwhile?.(sandbox, row.strategy, name => signal(name))
  ]);
  const lines = run.log
    .slice(0, run.log.length - run.postLog.length)
    .trimEnd()
    .split('\n');
  const says = run.errors === '' ? (lines.at(-1) ?? '') : run.errors;
  const { exitCode, postExitCode, log, leftInTemporary } = run;
  return { exitCode, verdict: run.outputs['outcome'], says: evenOut(says), log, postExitCode, leftInTemporary };
}

/** Ids that differ from run to run, made alike: the first one of a kind gets the first name. */
export function evenOut(text: string): string {
  const names = ['d-A1B2C3D4E', 'd-F5G6H7J8K', 'd-L9M0N1P2Q'];
  const ids = [...new Set(text.match(/\bd-[A-Z0-9]{9}\b/g) ?? [])];
  return text
    .replace(/ecs-svc\/\d+/g, 'ecs-svc/1234567890123456789')
    .replace(/\bd-[A-Z0-9]{9}\b/g, id => names[ids.indexOf(id)] ?? id);
}

async function setUp(
  { strategy, outcome, inputs, configuration, breaker }: OutcomeRow,
  sandbox: Sandbox
): Promise<void> {
  await seed(sandbox, strategy === 'CodeDeploy' ? 'CODE_DEPLOY' : 'ECS');
  const alarmed = outcome === 'alarm';
  if (strategy === 'CodeDeploy') {
    if (!alarmed) return;
    await sandbox.call('codedeploy', 'UpdateDeploymentGroup', {
      applicationName: 'shop',
      currentDeploymentGroupName: 'shop-web',
      alarmConfiguration: { enabled: true, alarms: [{ name: ALARM }] },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] }
    });
    return;
  }
  await sandbox.call('ecs', 'UpdateService', {
    cluster: 'shop',
    service: 'web',
    deploymentConfiguration: {
      ...configurationOf(strategy),
      ...configuration,
      deploymentCircuitBreaker: { enable: inputs !== IMPATIENT, rollback: inputs !== IMPATIENT, ...breaker },
      ...(alarmed ? { alarms: { enable: true, rollback: true, alarmNames: [ALARM] } } : {})
    },
    ...(strategy === 'ROLLING' ? {} : { loadBalancers: [BOTH_TARGET_GROUPS] })
  });
  await waitUntilSteady(sandbox);
}

function configurationOf(strategy: Strategy): Readonly<Record<string, unknown>> {
  switch (strategy) {
    case 'LINEAR':
      return { strategy, linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 }, bakeTimeInMinutes: 1 };
    case 'CANARY':
      return { strategy, canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 }, bakeTimeInMinutes: 1 };
    case 'BLUE_GREEN':
      return { strategy, bakeTimeInMinutes: 1 };
    default:
      return { strategy: 'ROLLING' };
  }
}

const BALANCING = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012';
export const BOTH_TARGET_GROUPS = {
  targetGroupArn: `${BALANCING}:targetgroup/web-blue/0123456789abcdef`,
  containerName: 'web',
  containerPort: 8080,
  advancedConfiguration: {
    alternateTargetGroupArn: `${BALANCING}:targetgroup/web-green/0123456789abcdef`,
    productionListenerRule: `${BALANCING}:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef`,
    roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'
  }
};

/** Does something once the bundle follows its deployment. */
async function onceFollowed(sandbox: Sandbox, act: (requestLog: readonly RequestLogEntry[]) => unknown): Promise<void> {
  for (let attempt = 0; attempt < 60_000; attempt += 1) {
    const requestLog = sandbox.cloud.requestLog.entries();
    const ours = requestLog.filter(entry => entry.userAgent?.includes('slipway') === true && entry.status === 200);
    const follows = ['DescribeServiceDeployments', 'BatchGetDeploymentTargets'].some(name =>
      ours.some(entry => entry.operation === name)
    );
    if (follows) {
      await act(requestLog);
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('The bundle followed no deployment.');
}

async function supersede(sandbox: Sandbox, strategy: Strategy, signal: Signal): Promise<void> {
  await onceFollowed(sandbox, async requestLog => {
    const containers = (taskDefinition()['containerDefinitions'] as readonly object[]).map(container => ({
      ...container,
      image: 'public.ecr.aws/docker/library/httpd:2.4'
    }));
    await sandbox.call(
      'ecs',
      'RegisterTaskDefinition',
      taskDefinition({ family: 'other', containerDefinitions: containers })
    );
    if (strategy !== 'CodeDeploy') {
      await sandbox.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: 'other:1' });
      return;
    }
    const made = requestLog.find(entry => entry.operation === 'CreateDeployment')?.input as {
      revision: { revisionType: string; appSpecContent: { content: string } };
    };
    const content = made.revision.appSpecContent.content.replace(/shop-web:2/, 'shop-web:1');
    const deploymentId = await activeDeployment(sandbox);
    // A look at the moment when there is neither the one nor the other would tell of a deployment that was stopped.
    signal('SIGSTOP');
    await sandbox.call('codedeploy', 'StopDeployment', {
      deploymentId,
      autoRollbackEnabled: false
    });
    for (let attempt = 0; attempt < 60_000; attempt += 1) {
      const done = await sandbox
        .call('codedeploy', 'CreateDeployment', {
          applicationName: 'shop',
          deploymentGroupName: 'shop-web',
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content } }
        })
        .then(
          () => true,
          () => false
        );
      if (done) {
        signal('SIGCONT');
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    throw new Error('The other deployment was not taken.');
  });
}

async function stopByHand(sandbox: Sandbox, strategy: Strategy): Promise<void> {
  await onceFollowed(sandbox, async () => {
    if (strategy === 'CodeDeploy') {
      await sandbox.call('codedeploy', 'StopDeployment', {
        deploymentId: await activeDeployment(sandbox),
        autoRollbackEnabled: true
      });
      return;
    }
    const { serviceDeployments } = await sandbox.call('ecs', 'ListServiceDeployments', {
      cluster: 'shop',
      service: 'web'
    });
    const [{ serviceDeploymentArn } = { serviceDeploymentArn: '' }] = serviceDeployments as readonly {
      readonly serviceDeploymentArn: string;
    }[];
    await sandbox.call('ecs', 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
  });
}

async function activeDeployment(sandbox: Sandbox): Promise<string> {
  const { deployments } = await sandbox.call('codedeploy', 'ListDeployments', {
    applicationName: 'shop',
    deploymentGroupName: 'shop-web',
    includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Ready']
  });
  return (deployments as readonly string[])[0] ?? '';
}
