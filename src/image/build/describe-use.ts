import { SlipwayError } from '../../errors.js';
import type { BuildPlan, CacheResult } from '../image-plan.js';
import type { EcrRepository, ImagePorts } from '../ports.js';
import type { CacheUse } from './cache-log.js';

/**
 * What a build got out of its cache, told in the log too. Asks ECR how large a cache in a registry is (DescribeImages); what keeps it from
 * telling leaves that out.
 */
export async function describeUse(
  { cache, repository }: BuildPlan & { readonly repository: EcrRepository },
  use: CacheUse | undefined,
  { ecr, reporter }: Pick<ImagePorts, 'ecr' | 'reporter'>
): Promise<CacheResult | undefined> {
  if (cache === undefined || use === undefined) return undefined;
  const { hits, steps } = use;
  if (steps > 0) reporter.info(`The build cache had ${hits} of ${steps} steps.`);
  const counted = { kind: cache.kind, hits, steps };
  if (cache.kind === 'github') return counted;
  const { region, registryId, name } = cache.repository ?? repository;
  try {
    const image = await ecr.describeImage({ region, registryId, repository: name, tag: cache.tag });
    return { ...counted, bytes: image?.bytes };
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    return counted;
  }
}
