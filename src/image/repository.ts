import type { BuiltImage } from '../config/config.js';
import { parseEcrHost } from '../text/ecr-host.js';
import type { CreationTemplate, EcrPort, EcrRepository } from './ports.js';
import { hostOf } from './reference.js';

/** The repository that an image is pushed to; undefined: there is none. */
export async function describeRepositoryOf(
  image: BuiltImage,
  ecr: Pick<EcrPort, 'describeRepository'>
): Promise<EcrRepository | undefined> {
  const repository = await ecr.describeRepository(image.repository, image.registry);
  return repository === undefined ? undefined : atWrittenHost(repository, image);
}

/** Creates the repository that an image is pushed to, as a template for its name says. */
export async function createRepositoryOf(
  image: BuiltImage,
  template: CreationTemplate | undefined,
  ecr: Pick<EcrPort, 'createRepository'>
): Promise<EcrRepository> {
  return atWrittenHost(await ecr.createRepository(image.repository, image.registry, template), image);
}

/**
 * A registry has several hosts: by IPv4 alone, dual-stack, FIPS. ECR's answer names one; the one that the settings name counts, where both are
 * the same registry's. An AWS at a custom endpoint has hosts of its own, and its answer counts.
 */
export function atWrittenHost(repository: EcrRepository, { registry }: Pick<BuiltImage, 'registry'>): EcrRepository {
  const answered = parseEcrHost(hostOf(repository.uri));
  const isSame = answered?.account === registry?.account && answered?.region === registry?.region;
  return registry === undefined || !isSame ? repository : { ...repository, uri: `${registry.host}/${repository.name}` };
}
