import type { DockerBuild } from '../buildspec-reader/docker.js';
import type { BuildRun } from '../buildspec-reader/interpret.js';
import type { FoundImage } from './images.js';

/** What the generated buildspec makes the tag of a cache with. */
const OWN_CACHE = '$(cache_tag "$BRANCH")';

/**
 * The cache of a buildspec that Slipway generated with `cache: registry`: its reference is made by the very rule. Any other cache, such as one under
 * a fixed tag, is not the same and stays as it is written.
 */
export function readOwnCache(
  image: FoundImage,
  { cacheFrom }: DockerBuild,
  run: BuildRun
): { readonly repository: string | undefined } | undefined {
  if (!cacheFrom.some(cache => run.unknowns.show(cache).endsWith(`:${OWN_CACHE}`))) return undefined;
  const own = run.unknowns.show(image.repository);
  const look = run.steps.find(
    ({ command: { text } }) => text.includes(OWN_CACHE) && text.includes(`${own} is built without`)
  );
  const [, repository, account, region = ''] =
    /--repository-names (\S+)(?: --registry-id (\d+) --region (\S+))? /.exec(look?.command.text ?? '') ?? [];
  if (repository === undefined) return undefined;
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const place = account === undefined ? repository : `${account}.dkr.ecr.${region}.${domain}/${repository}`;
  return { repository: repository === own ? undefined : place };
}
