import { RuleList } from '../errors.js';
import type { ImageLocation } from '../image/ports.js';
import { listNames } from '../text/format.js';
import { tryCall } from './probe.js';
import { makeNode, fail, ok, skip, warn, type CheckNode, type CheckDetails } from './check-result.js';
import { formatPlatform, isSamePlatform, parsePlatform, type Platform } from '../text/platform.js';
import { readConfig, readManifest } from './platforms.js';
import type { PreflightPorts } from './ports.js';

export const PREFLIGHT_IMAGE_RULES = new RuleList();
const IMAGE_NOT_FOUND = PREFLIGHT_IMAGE_RULES.add(
  'image-not-found',
  'error',
  'An image that is named is not in ECR.',
  'BatchGetImage'
);
const IMAGE_PULLED_THROUGH = PREFLIGHT_IMAGE_RULES.add(
  'image-pulled-through',
  'warning',
  'An image is not in ECR yet, and a pull-through cache rule fetches it with the first pull.',
  'BatchGetImage, DescribePullThroughCacheRules; https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html'
);
const IMAGE_ARCHITECTURE = PREFLIGHT_IMAGE_RULES.add(
  'image-architecture',
  'error',
  "An image is not built for the task definition's platform.",
  'BatchGetImage; a task says: “image Manifest does not contain descriptor matching platform”'
);

/** The image of a container, and how it comes there. */
export type ImageRequirement =
  /** Built by this run, for these platforms as Docker writes them; empty: for that of the machine that builds. */
  | { readonly kind: 'built'; readonly name: string; readonly platforms: readonly string[] }
  /** In ECR. */
  | { readonly kind: 'there'; readonly name: string; readonly location: ImageLocation }
  /** In a registry that is not asked. */
  | { readonly kind: 'elsewhere'; readonly name: string }
  /** The one that the service runs now. */
  | { readonly kind: 'running'; readonly name: string };

type Ports = Pick<PreflightPorts, 'readManifest' | 'readImageConfig' | 'findPullThroughRule'>;

/**
 * Looks whether an image is there and made for the platform that the task definition asks for. Rests on BatchGetImage and, where an image
 * has one platform alone, on its config (GetDownloadUrlForLayer).
 *
 * @param wanted undefined: the instances decide
 */
export async function checkImage(
  image: ImageRequirement,
  wanted: Platform | undefined,
  ports: Ports
): Promise<CheckNode> {
  return makeNode(`image ${image.name}`, await findOut(image, wanted, ports));
}

async function findOut(image: ImageRequirement, wanted: Platform | undefined, ports: Ports): Promise<CheckDetails> {
  switch (image.kind) {
    case 'built':
      return judgeBuild(image.platforms, wanted);
    case 'running':
      return ok('as it runs now');
    case 'elsewhere':
      return skip('not looked at: its registry is not ECR');
    case 'there':
      return judgeImage(image.name, image.location, wanted, ports);
  }
}

function judgeBuild(platforms: readonly string[], wanted: Platform | undefined): CheckDetails {
  if (platforms.length === 0) return ok('is built for the platform of the machine that builds');
  const made = platforms.map(parsePlatform);
  return judgePlatforms(made, wanted, `is built for ${platforms.join(', ')}`);
}

async function judgeImage(
  name: string,
  location: ImageLocation,
  wanted: Platform | undefined,
  ports: Ports
): Promise<CheckDetails> {
  const result = await tryCall('ecr:BatchGetImage', `Looking for the image ${name}`, () =>
    ports.readManifest(location)
  );
  if ('details' in result) return result.details;
  if (result.answer === undefined) {
    const ruled = await tryCall('ecr:DescribePullThroughCacheRules', `Looking for what fetches ${name}`, () =>
      ports.findPullThroughRule(location)
    );
    if ('answer' in ruled && ruled.answer !== undefined) {
      const { prefix, upstream } = ruled.answer;
      const what = `It is not in ECR yet: the first pull fetches it from ${upstream} by the pull-through cache rule ${prefix}, where it has not been looked for.`;
      const next =
        'The execution role needs ecr:BatchImportUpstreamImage, and ecr:CreateRepository for a new repository.';
      return warn(IMAGE_PULLED_THROUGH, what, next);
    }
    return fail(IMAGE_NOT_FOUND, `There is no image ${name} in ECR.`, 'Check repository, tag, account and region.');
  }
  const said = readManifest(result.answer.text);
  if (said.kind === 'unknown') return ok('is there; its manifest names no platform');
  if (said.kind === 'list') return judgePlatforms(said.platforms, wanted, describe(said.platforms));
  const { digest } = said;
  const config = await tryCall('ecr:GetDownloadUrlForLayer', `Reading the config of ${name}`, () =>
    ports.readImageConfig(location, digest)
  );
  if ('details' in config) return { ...config.details, detail: explainUnknownPlatform(config.details) };
  const platforms = readConfig(config.answer);
  return judgePlatforms(platforms, wanted, describe(platforms));
}

function explainUnknownPlatform({ detail = '' }: CheckDetails): string {
  return `is there; its platform is not known: ${detail.replace(/^not looked at: /, '')}`;
}

function judgePlatforms(made: readonly Platform[], wanted: Platform | undefined, detail: string): CheckDetails {
  if (wanted === undefined || made.length === 0 || made.some(platform => isSamePlatform(platform, wanted)))
    return ok(detail);
  const what = `It is for ${listNames(made.map(formatPlatform))}, but the task definition asks for ${formatPlatform(wanted)}; the task would say "image Manifest does not contain descriptor matching platform".`;
  const [one] = made.filter(({ os }) => os === wanted.os);
  const other =
    one === undefined
      ? ''
      : `, or set runtimePlatform.cpuArchitecture to ${one.architecture === 'arm64' ? 'ARM64' : 'X86_64'}`;
  const next = `Build it with platforms: ${formatPlatform(wanted)}${other}.`;
  return fail(IMAGE_ARCHITECTURE, what, next);
}

function describe(platforms: readonly Platform[]): string {
  return platforms.length === 0 ? 'is there' : platforms.map(formatPlatform).join(', ');
}
