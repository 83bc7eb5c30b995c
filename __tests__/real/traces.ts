import type { Call } from '../../src/emulator/client.js';

export type Engine = 'ECS' | 'CODE_DEPLOY';

/** A deployment of the version that a run ships to the service of `seed`: revision 2, since revision 1 was there before. */
export interface Trace {
  /** In the words of the engine: `SUCCESSFUL` of ECS, `Succeeded` of CodeDeploy. */
  readonly status: string;
  /** When it ended, in the built-in AWS's time; undefined while it goes on, or while CodeDeploy's deployment that takes it back does. */
  readonly endedAt: number | undefined;
  /** AWS itself took it back: the deployment's own rollback, not another deployment. */
  readonly rolledBack: boolean;
}

/** What a run left at the built-in AWS. */
export interface Traces {
  /** Revisions that were registered beside the one that ran before. */
  readonly revisions: number;
  readonly deployments: readonly Trace[];
  /** What the service runs, or is on its way to: `shop-web:2`. */
  readonly runs: string;
}

const NEW_REVISION = ':2';
const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
const toMilliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

/** Reads from AWS's own answers what became of a service of the cluster `shop`. ECS lists a deployment some seconds late. */
export async function readTraces(engine: Engine, call: Call, name = 'web'): Promise<Traces> {
  const { taskDefinitionArns } = await call('ecs', 'ListTaskDefinitions', { familyPrefix: 'shop-web' });
  const { services } = await call('ecs', 'DescribeServices', { cluster: 'shop', services: [name] });
  const [service] = services as readonly ServiceShape[];
  return {
    revisions: (taskDefinitionArns as readonly string[]).length - 1,
    deployments: await (engine === 'ECS' ? readEcs(call, name) : readCodeDeploy(call, name)),
    runs: nameOf(
      engine === 'ECS'
        ? (service?.taskDefinition ?? '')
        : (service?.taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition ?? '')
    )
  };
}

interface ServiceShape {
  readonly taskDefinition: string;
  readonly taskSets: readonly { readonly status: string; readonly taskDefinition: string }[];
}

async function readEcs(call: Call, service: string): Promise<readonly Trace[]> {
  const { serviceDeployments } = await call('ecs', 'ListServiceDeployments', { cluster: 'shop', service });
  const listed = serviceDeployments as readonly {
    readonly status: string;
    readonly finishedAt?: number;
    readonly targetServiceRevisionArn: string;
  }[];
  const { serviceRevisions } = await call('ecs', 'DescribeServiceRevisions', {
    serviceRevisionArns: listed.map(each => each.targetServiceRevisionArn)
  });
  const revisions = serviceRevisions as readonly {
    readonly serviceRevisionArn: string;
    readonly taskDefinition: string;
  }[];
  const ours = revisions.filter(({ taskDefinition }) => taskDefinition.endsWith(NEW_REVISION));
  return listed
    .filter(each => ours.some(({ serviceRevisionArn }) => serviceRevisionArn === each.targetServiceRevisionArn))
    .map(({ status, finishedAt }) => ({
      status,
      endedAt: toMilliseconds(finishedAt),
      rolledBack: status.startsWith('ROLLBACK')
    }));
}

async function readCodeDeploy(call: Call, service: string): Promise<readonly Trace[]> {
  const { deployments } = await call('codedeploy', 'ListDeployments', {
    applicationName: 'shop',
    deploymentGroupName: `shop-${service}`
  });
  const infos = await Promise.all(
    (deployments as readonly string[]).map(async deploymentId => {
      const { deploymentInfo } = await call('codedeploy', 'GetDeployment', { deploymentId });
      return deploymentInfo as {
        readonly deploymentId: string;
        readonly status: string;
        readonly completeTime?: number;
        readonly creator: string;
        readonly rollbackInfo?: { readonly rollbackDeploymentId?: string };
      };
    })
  );
  const isUnderWay = (id: string | undefined): boolean =>
    infos.some(({ deploymentId, completeTime }) => deploymentId === id && completeTime === undefined);
  return infos
    .filter(({ creator }) => creator !== 'codeDeployRollback')
    .map(({ status, completeTime, rollbackInfo }) => ({
      status,
      endedAt: isUnderWay(rollbackInfo?.rollbackDeploymentId) ? undefined : toMilliseconds(completeTime),
      rolledBack: rollbackInfo?.rollbackDeploymentId !== undefined
    }));
}
