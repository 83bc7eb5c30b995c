import { shortName } from '../server/arn.js';
import { integer, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { operation, type Operation } from '../server/service.js';
import { ECS, type ServiceRecord } from './state.js';

/** The namespace that a service connects to others in: its own, else its cluster's default; undefined where it does not use Service Connect. */
function namespaceOf({ settings, cluster }: ServiceRecord): string | undefined {
  const { enabled, namespace } = settings.serviceConnectConfiguration ?? {};
  if (enabled !== true) return undefined;
  const name = namespace ?? cluster.serviceConnectDefaults?.['namespace'];
  return typeof name === 'string' ? shortName(name) : undefined;
}

export const namespaceOperations: Readonly<Record<string, Operation>> = {
  ListServicesByNamespace: operation(
    structure({ namespace: string, nextToken: string, maxResults: integer }),
    (input, { region }) => {
      const wanted = shortName(input.namespace ?? '');
      const arns = [...region.part(ECS).clusters.values()]
        .flatMap(({ services }) => [...services.values()])
        .filter(service => service.status !== 'INACTIVE' && namespaceOf(service) === wanted)
        .map(({ arn }) => arn);
      const { items, nextToken } = cutPage(arns, input.maxResults ?? 10, input.nextToken);
      return { serviceArns: items, nextToken };
    }
  )
};
