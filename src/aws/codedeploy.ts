import type { CodeDeployClient, DeploymentConfigInfo } from '@aws-sdk/client-codedeploy';
import type { CodeDeployPort } from '../rollout/ports.js';
import type { Connection } from './connection.js';
import { required } from './errors.js';

type Sdk = typeof import('@aws-sdk/client-codedeploy');
interface Clients {
  readonly sdk: Sdk;
  readonly client: CodeDeployClient;
  /** For CreateDeployment: the SDK repeats a request whose answer got lost, and the second one is refused because of the first. */
  readonly once: CodeDeployClient;
  /** For what a watch asks again and again: the SDK's own back-off reaches 20 s. */
  readonly glance: CodeDeployClient;
}

/** AWS CodeDeploy by the SDK. The client is loaded at the first call: a service with ECS's own controller never needs it. */
export function createCodeDeployPort(connection: Connection): CodeDeployPort {
  let clients: Promise<Clients> | undefined;
  const open = (): Promise<Clients> => (clients ??= load(connection));
  return {
    getDeploymentGroup: async (application, deploymentGroup) => {
      const { sdk, client } = await open();
      const input = { applicationName: application, deploymentGroupName: deploymentGroup };
      const answer = await client.send(new sdk.GetDeploymentGroupCommand(input));
      return required(answer.deploymentGroupInfo, 'GetDeploymentGroup', 'deploymentGroupInfo');
    },
    listApplications: async () => {
      const { sdk, client } = await open();
      const names: string[] = [];
      for await (const page of sdk.paginateListApplications({ client }, {})) names.push(...(page.applications ?? []));
      return names;
    },
    listDeploymentGroups: async application => {
      const { sdk, client } = await open();
      const names: string[] = [];
      const pages = sdk.paginateListDeploymentGroups({ client }, { applicationName: application });
      for await (const page of pages) names.push(...(page.deploymentGroups ?? []));
      return names;
    },
    getShiftMinutes: async deploymentConfig => {
      const { sdk, client } = await open();
      const answer = await client.send(new sdk.GetDeploymentConfigCommand({ deploymentConfigName: deploymentConfig }));
      return readShiftMinutes(answer.deploymentConfigInfo);
    },
    listDeployments: async ({ application, deploymentGroup, statuses, createdAfter }) => {
      const { sdk, client } = await open();
      const input = {
        applicationName: application,
        deploymentGroupName: deploymentGroup,
        includeOnlyStatuses: [...statuses],
        ...(createdAfter === undefined ? {} : { createTimeRange: { start: createdAfter } })
      };
      const ids: string[] = [];
      for await (const page of sdk.paginateListDeployments({ client }, input)) ids.push(...(page.deployments ?? []));
      return ids;
    },
    createDeployment: async input => {
      const { sdk, once } = await open();
      const answer = await once.send(new sdk.CreateDeploymentCommand(input));
      return required(answer.deploymentId, 'CreateDeployment', 'deploymentId');
    },
    getDeployment: async id => {
      const { sdk, glance } = await open();
      const answer = await glance.send(new sdk.GetDeploymentCommand({ deploymentId: id }));
      return required(answer.deploymentInfo, 'GetDeployment', 'deploymentInfo');
    },
    batchGetDeployments: async ids => {
      const { sdk, glance } = await open();
      const answer = await glance.send(new sdk.BatchGetDeploymentsCommand({ deploymentIds: [...ids] }));
      return answer.deploymentsInfo ?? [];
    },
    listDeploymentTargets: async id => {
      const { sdk, glance } = await open();
      const answer = await glance.send(new sdk.ListDeploymentTargetsCommand({ deploymentId: id }));
      return answer.targetIds ?? [];
    },
    batchGetDeploymentTargets: async (id, targets) => {
      const { sdk, glance } = await open();
      const input = { deploymentId: id, targetIds: [...targets] };
      const answer = await glance.send(new sdk.BatchGetDeploymentTargetsCommand(input));
      return answer.deploymentTargets ?? [];
    },
    stopDeployment: async (id, autoRollback) => {
      const { sdk, client } = await open();
      await client.send(new sdk.StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: autoRollback }));
    },
    continueDeployment: async (id, wait) => {
      const { sdk, client } = await open();
      await client.send(new sdk.ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: wait }));
    },
    getAppSpec: async (application, sha256) => {
      const { sdk, client } = await open();
      const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { sha256 } };
      const answer = await client.send(
        new sdk.GetApplicationRevisionCommand({ applicationName: application, revision })
      );
      return answer.revision?.appSpecContent?.content;
    }
  };
}

async function load({ clientConfig }: Connection): Promise<Clients> {
  const sdk = await import('@aws-sdk/client-codedeploy');
  return {
    sdk,
    client: new sdk.CodeDeployClient(clientConfig),
    once: new sdk.CodeDeployClient({ ...clientConfig, maxAttempts: 1 }),
    glance: new sdk.CodeDeployClient({ ...clientConfig, maxAttempts: 2 })
  };
}

/** A canary waits once; a linear shift waits between its steps, the last of which reaches 100 %. */
function readShiftMinutes(config: DeploymentConfigInfo | undefined): number {
  const { timeBasedCanary, timeBasedLinear } = config?.trafficRoutingConfig ?? {};
  if (timeBasedCanary?.canaryInterval !== undefined) return timeBasedCanary.canaryInterval;
  const { linearPercentage, linearInterval } = timeBasedLinear ?? {};
  if (linearPercentage === undefined || linearInterval === undefined || linearPercentage <= 0) return 0;
  return Math.ceil(100 / linearPercentage) * linearInterval;
}
