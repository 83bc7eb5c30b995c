import type { Call, Shape } from '../../src/emulator/client.js';
import { waitUntilSteady } from '../../src/emulator/seed/service.js';
import { ACCOUNT, CLUSTER, setUp } from '../search/stages.js';

/** How a service is deployed that has a gate, and the pause at which it runs. */
export interface GatedStage {
  readonly strategy: 'rolling' | 'blue-green' | 'linear' | 'canary' | 'codedeploy';
  /** The lifecycle stage of the PAUSE hook; `Ready` of CodeDeploy; undefined: there is none. */
  readonly pause?: string | undefined;
  /** After so many minutes AWS ends the pause by itself. */
  readonly pauseMinutes?: number;
  /** Other hooks of the service. */
  readonly hooks?: readonly Shape[];
}

const STRATEGIES: Readonly<Record<string, Shape>> = {
  'blue-green': { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 2 },
  linear: {
    strategy: 'LINEAR',
    bakeTimeInMinutes: 2,
    linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 }
  },
  canary: {
    strategy: 'CANARY',
    bakeTimeInMinutes: 2,
    canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 1 }
  }
};

interface Site {
  readonly call: Call;
  readonly pass: (milliseconds: number) => void | Promise<void>;
}

/** The ARNs of the listeners of a stage. */
export interface GatedListeners {
  readonly production: string;
  readonly test: string;
}

/** The service `web` behind a production listener on port 80 and a test listener on port 9001, with the pause that it is to have. */
export async function setUpGated(site: Site, gated: GatedStage): Promise<GatedListeners> {
  const { call, pass } = site;
  await setUp(site, gated.strategy);
  const ask = async (action: string, form: Readonly<Record<string, string>>, leaf: string): Promise<string> =>
    (await call.ask('elasticloadbalancing', action, form))[leaf] ?? '';
  const balancer = await ask('DescribeLoadBalancers', { 'Names.member.1': 'web' }, 'LoadBalancerArn');
  const green = await ask('DescribeTargetGroups', { 'Names.member.1': 'web-green' }, 'TargetGroupArn');
  const production = await ask('DescribeListeners', { LoadBalancerArn: balancer }, 'ListenerArn');
  const forwardToGreen = { 'DefaultActions.member.1.Type': 'forward', 'DefaultActions.member.1.TargetGroupArn': green };
  const testForm = { LoadBalancerArn: balancer, Protocol: 'HTTP', Port: '9001', ...forwardToGreen };
  const test = await ask('CreateListener', testForm, 'ListenerArn');
  if (gated.strategy === 'codedeploy') {
    await configureGroup(call, gated, { production, test });
    return { production, test };
  }
  if (gated.strategy === 'rolling') return { production, test };
  const ruleOf = (listener: string): Promise<string> => ask('DescribeRules', { ListenerArn: listener }, 'RuleArn');
  const advancedConfiguration = {
    alternateTargetGroupArn: green,
    productionListenerRule: await ruleOf(production),
    testListenerRule: await ruleOf(test),
    roleArn: `arn:aws:iam::${ACCOUNT}:role/ecsInfrastructureRole`
  };
  const { services } = await call('ecs', 'DescribeServices', { cluster: CLUSTER, services: ['web'] });
  const [described] = services as readonly { readonly loadBalancers?: readonly Shape[] }[];
  const update = async (changes: Shape): Promise<void> => {
    await call('ecs', 'UpdateService', { cluster: CLUSTER, service: 'web', ...changes });
    await waitUntilSteady(CLUSTER, 'web', call, async () => pass(5_000));
  };
  // Other load balancers are a deployment, which the hooks would hold up.
  await update({
    loadBalancers: (described?.loadBalancers ?? []).map(each => ({ ...each, advancedConfiguration }))
  });
  const lifecycleHooks = [...pausesOf(gated), ...(gated.hooks ?? [])];
  await update({ deploymentConfiguration: { ...STRATEGIES[gated.strategy], lifecycleHooks } });
  return { production, test };
}

/** Adds a rule to a listener: it sends a path to a target group, whatever is deployed. */
export async function addRule(call: Call, listener: string, path: string, group: string): Promise<void> {
  const { TargetGroupArn = '' } = await call.ask('elasticloadbalancing', 'DescribeTargetGroups', {
    'Names.member.1': group
  });
  await call.ask('elasticloadbalancing', 'CreateRule', {
    ListenerArn: listener,
    Priority: '5',
    'Conditions.member.1.Field': 'path-pattern',
    'Conditions.member.1.Values.member.1': path,
    'Actions.member.1.Type': 'forward',
    'Actions.member.1.TargetGroupArn': TargetGroupArn
  });
}

function pausesOf({ pause, pauseMinutes = 60 }: GatedStage): readonly Shape[] {
  if (pause === undefined) return [];
  const timeoutConfiguration = { timeoutInMinutes: pauseMinutes, action: 'ROLLBACK' };
  return [{ targetType: 'PAUSE', lifecycleStages: [pause], timeoutConfiguration }];
}

async function configureGroup(
  call: Call,
  { pause, pauseMinutes = 60 }: GatedStage,
  listeners: GatedListeners
): Promise<void> {
  await call('codedeploy', 'UpdateDeploymentGroup', {
    applicationName: 'shop',
    currentDeploymentGroupName: 'shop-web',
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 2 },
      deploymentReadyOption:
        pause === undefined
          ? { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
          : { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: pauseMinutes }
    },
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
          prodTrafficRoute: { listenerArns: [listeners.production] },
          testTrafficRoute: { listenerArns: [listeners.test] }
        }
      ]
    }
  });
}
