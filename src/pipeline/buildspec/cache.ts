import type { BuiltImage } from '../../config/config.js';
import {
  CACHE_TAG_PREFIX,
  cacheTagStart,
  LONGEST_BRANCH,
  placeOfCache,
  WRITTEN_AS
} from '../../image/build/registry-cache.js';
import { addressOf } from '../../image/image-plan.js';
import { quoteWord } from '../../text/shell.js';
import { describeRepository, immutableFunction } from './ecr.js';
import type { ShellBuild } from './images.js';
import type { Step } from './yaml.js';

/** The build's cache is in a registry. */
export function isCached({ image }: ShellBuild): boolean {
  return image.build.cache === 'registry';
}

/**
 * The branch, and the caches that its builds read and write: those that a run of the Action on the same branch does.
 *
 * @param defaultBranch whose cache is read where the branch has none yet
 */
export function findCaches(builds: readonly ShellBuild[], defaultBranch: string): readonly Step[] {
  const cached = builds.filter(isCached);
  return cached.length === 0 ? [] : [findBranch(defaultBranch), ...cached.map(findCache)];
}

/**
 * As a run finds it. What a commit, an object in S3 or a tag is called is no branch; a pull request has a cache of its own, so that nothing that is
 * not merged yet gets into that of a branch.
 */
function findBranch(defaultBranch: string): Step {
  const script = `DEFAULT_BRANCH=${quoteWord(defaultBranch) ?? ''}
BRANCH="\${BRANCH_NAME:-\${CODEBUILD_WEBHOOK_HEAD_REF:-\${CODEBUILD_SOURCE_VERSION:-}}}"
BASE_BRANCH=
if [[ -z "\${BRANCH_NAME:-}" && "\${CODEBUILD_WEBHOOK_TRIGGER:-}" == pr/* ]]; then
  BRANCH="pull/\${CODEBUILD_WEBHOOK_TRIGGER#pr/}"
  BASE_BRANCH="\${CODEBUILD_WEBHOOK_BASE_REF:-}"
  BASE_BRANCH="\${BASE_BRANCH#refs/heads/}"
fi
BRANCH="\${BRANCH#refs/heads/}"
BRANCH="\${BRANCH%%^*}"
if [[ -z "$BRANCH" || "$BRANCH" =~ ^([0-9a-f]{40}$|arn:|pr/|refs/) ]]; then BRANCH="$DEFAULT_BRANCH"; fi`;
  return {
    comment: [
      "The branch, whose cache the build uses: CodePipeline's variable BRANCH_NAME, or what CodeBuild was started for.",
      `Where neither names one, it is ${defaultBranch}.`
    ],
    script
  };
}

/** The cache has a tag that moves with every build; where it must not, the cache is read alone. */
function findCache(build: ShellBuild): Step {
  const { image } = build;
  const { from, base, otherwise, to, look } = nameVariables(build);
  const place = placeOfCache(image);
  const query = 'repositories[0].[repositoryUri,imageTagMutability,imageTagMutabilityExclusionFilters[].filter][]';
  const script = `${cacheTagFunction(image)}
${immutableFunction('mutability')}
${look}() {
  local answer uri mutability tag base_tag default_tag
  ${to}=
  ${from}=
  ${base}=
  ${otherwise}=
  if ! answer="$(${describeRepository(place, query)} 2>&1)"; then
    echo "$answer"
    echo "${image.repository} is built without its cache: nobody here knows where ${addressOf(place)} is."
    return
  fi
  read -r uri mutability <<< "$answer"
  tag="$(cache_tag "$BRANCH")"
  default_tag="$(cache_tag "$DEFAULT_BRANCH")"
  base_tag="$(cache_tag "\${BASE_BRANCH:-$DEFAULT_BRANCH}")"
  ${from}="type=registry,ref=$uri:$tag"
  if [ "$base_tag" != "$default_tag" ]; then ${base}="type=registry,ref=$uri:$base_tag"; fi
  if [ "$tag" != "$default_tag" ]; then ${otherwise}="type=registry,ref=$uri:$default_tag"; fi
  # An older AWS CLI shows no filters: then BuildKit finds out.
  if [ "$mutability" != IMMUTABLE_WITH_EXCLUSION ] && is_immutable "$tag"; then
    echo "The cache $tag of ${image.repository} is read and not written: tags of ${addressOf(place)} are immutable. Exclude ${CACHE_TAG_PREFIX}* from that, or set cache-repository."
  else
    ${to}="type=registry,ref=$uri:$tag,${WRITTEN_AS}"
  fi
}
${look}`;
  return {
    comment: [
      `The cache of ${image.repository}: that of the branch, and to read from also those of a pull request's base and of the default branch.`
    ],
    script
  };
}

/** `cacheTag` in bash; what comes before the branch is known here. */
function cacheTagFunction(image: BuiltImage): string {
  return `cache_tag() {
  local name
  name="$(printf '%s' "$1" | LC_ALL=C tr -c 'A-Za-z0-9_.-' '-' | head -c ${LONGEST_BRANCH})"
  if [ "$name" != "$1" ]; then name="$name-$(printf '%s' "$1" | sha256sum | head -c 8)"; fi
  echo "${cacheTagStart(image)}$name"
}`;
}

function nameVariables({
  variables: { number }
}: ShellBuild): Readonly<Record<'to' | 'from' | 'base' | 'otherwise' | 'look', string>> {
  return {
    to: `CACHE_TO${number}`,
    from: `CACHE_FROM${number}`,
    base: `CACHE_FROM_BASE${number}`,
    otherwise: `CACHE_FROM_DEFAULT${number}`,
    look: `look_for_cache${number}`
  };
}

/** The arguments of `docker buildx build` for the cache, as bash puts them in: none for what is empty. */
export function cacheArguments(build: ShellBuild, isWrittenAlone: boolean): readonly string[] {
  const { from, base, otherwise, to } = nameVariables(build);
  const read = isWrittenAlone ? [] : [from, base, otherwise].map(name => `\${${name}:+--cache-from "$${name}"}`);
  return [...read, `\${${to}:+--cache-to "$${to}"}`];
}
