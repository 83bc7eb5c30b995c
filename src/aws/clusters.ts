import { ECSClient, paginateListClusters } from '@aws-sdk/client-ecs';

import type { Connection } from './connection.js';

/** The ARNs of all clusters of the region (ListClusters). Rejects with the service's own error. */
export function createClusterList(connection: Connection): () => Promise<readonly string[]> {
  const client = new ECSClient(connection.clientConfig);
  return async () => {
    const arns: string[] = [];
    for await (const page of paginateListClusters({ client, pageSize: 100 }, {}))
      arns.push(...(page.clusterArns ?? []));
    return arns;
  };
}
