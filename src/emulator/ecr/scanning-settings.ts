import { list, string, structure } from '../server/decode.js';
import { matchesPattern } from '../server/faults.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { ECR, REGISTRY, type EcrRepository, type ScanningSettings } from './state.js';

const rules = list(
  structure({ scanFrequency: string, repositoryFilters: list(structure({ filter: string, filterType: string })) })
);

/** The registry's rule for scanning a repository: undefined where none is for it. */
function findRule({ rules: all }: ScanningSettings, name: string): ScanningSettings['rules'][number] | undefined {
  return all.find(({ repositoryFilters = [] }) =>
    repositoryFilters.some(({ filter = '' }) => matchesPattern(filter.includes('*') ? filter : `*${filter}*`, name))
  );
}

/** Whether a push to a repository has its image scanned: by its own setting, or by the registry's rule for it. */
export function isScannedOnPush(repository: EcrRepository, { region }: RequestContext): boolean {
  const rule = findRule(region.part(REGISTRY).scanning, repository.images.name);
  return repository.scanOnPush || rule?.scanFrequency === 'SCAN_ON_PUSH';
}

/** How a registry scans: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html. */
export const scanningSettingsOperations: Readonly<Record<string, Operation>> = {
  PutRegistryScanningConfiguration: operation(structure({ scanType: string, rules }), (input, { region }) => {
    const scanning = { scanType: input.scanType ?? 'BASIC', rules: input.rules ?? [] };
    region.part(REGISTRY).scanning = scanning;
    return { registryScanningConfiguration: scanning };
  }),

  GetRegistryScanningConfiguration: operation(structure({}), (_input, { region }) => ({
    registryId: region.account,
    scanningConfiguration: region.part(REGISTRY).scanning
  })),

  BatchGetRepositoryScanningConfiguration: operation(structure({ repositoryNames: list(string) }), (input, context) => {
    const { region } = context;
    const names = input.repositoryNames ?? [];
    const found = names.flatMap(name => region.part(ECR).get(name) ?? []);
    return {
      scanningConfigurations: found.map(repository => {
        const rule = findRule(region.part(REGISTRY).scanning, repository.images.name);
        const scanOnPush = isScannedOnPush(repository, context);
        return {
          repositoryArn: repository.arn,
          repositoryName: repository.images.name,
          scanOnPush,
          scanFrequency: rule?.scanFrequency ?? (scanOnPush ? 'SCAN_ON_PUSH' : 'MANUAL'),
          appliedScanFilters: rule?.repositoryFilters ?? []
        };
      }),
      failures: names
        .filter(name => !region.part(ECR).has(name))
        .map(repositoryName => ({
          repositoryName,
          failureCode: 'REPOSITORY_NOT_FOUND',
          failureReason: `Repository with name '${repositoryName}' does not exist`
        }))
    };
  })
};
