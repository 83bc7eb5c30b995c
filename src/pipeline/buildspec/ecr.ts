import type { BuiltImage } from '../../config/config.js';
import { addressOf } from '../../image/image-plan.js';
import { parseEcrHost } from '../../text/ecr-host.js';
import { listCachePlaces } from '../build-facts.js';
import { listBuildReads, listReadHosts, readsEcrPublic } from '../build-reads.js';
import { DOCKER_HUB } from '../iam/secrets.js';
import type { PipelineProject } from '../project.js';
import { type ShellBuild, type ShellExisting, type ShellImage } from './images.js';
import { writeTag } from './tokens.js';
import type { Step } from './yaml.js';

/** Every kind of manifest; one that is not asked for may come back converted, with another digest. */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json'
];

/** The names of what is built: ECR says where its repositories are. */
export function nameInEcr(builds: readonly ShellBuild[]): readonly Step[] {
  return builds.flatMap(({ image, variables }, index) => {
    const lookup = describeRepository(image, 'repositories[0].repositoryUri');
    const create = `aws ecr create-repository ${nameRepository(image)} --image-scanning-configuration scanOnPush=true --query repository.repositoryUri --output text`;
    const assign = `${variables.repositoryUri}="$(${lookup})"`;
    return [
      {
        comment:
          index > 0
            ? []
            : [
                image.registry === undefined
                  ? 'The name of what is built. ECR says where its repository is: no account and no region is written here.'
                  : 'The name of what is built, in the registry of the account and region that the settings name.'
              ],
        script: `${variables.tag}=${writeTag(image.tags[0] ?? '')}`
      },
      {
        comment: [],
        script: image.createRepository ? `${assign} ||\n  ${variables.repositoryUri}="$(${create})"` : assign
      },
      ...keepWrittenHost(image, variables.repositoryUri),
      { comment: [], script: `${variables.image}="$${variables.repositoryUri}:$${variables.tag}"` }
    ];
  });
}

/** ECR's answer names one host of a registry, by IPv4 alone; a dual-stack or FIPS host that the settings name is kept. */
function keepWrittenHost({ registry, repository }: BuiltImage, variable: string): readonly Step[] {
  if (registry === undefined) return [];
  const answered = `${registry.account}.dkr.ecr.${registry.region}.`;
  if (registry.host.startsWith(answered)) return [];
  const script = `if [[ $${variable} == ${answered}* ]]; then ${variable}=${registry.host}/${repository}; fi`;
  return [{ comment: ['The registry has several hosts, and the settings name this one.'], script }];
}

/** The registries that are pushed to, those of further accounts, those that the builds read, ECR Public. */
export function logIn(builds: readonly ShellBuild[], project: PipelineProject, toDockerHub: boolean): readonly Step[] {
  if (builds.length === 0) return [];
  const { registries } = project.config;
  const login = 'aws ecr get-login-password | docker login --username AWS --password-stdin';
  const pushed = new Map(builds.map(build => [build.image.registry?.host ?? '', build]));
  const accounts = registries.filter(registry => /^\d+$/.test(registry));
  const hosts = [
    ...registries.map(host => ({ host, why: 'a login is good in one region.' })),
    ...listReadHosts(project).map(host => ({ host, why: 'base images or caches are there.' }))
  ];
  return [
    ...(toDockerHub ? [logIntoDockerHub()] : []),
    ...[...pushed.values()].map(({ image: { registry }, variables }) => {
      const inRegion =
        registry === undefined
          ? login
          : `aws ecr get-login-password --region ${registry.region} | docker login --username AWS --password-stdin`;
      return {
        comment: ['Docker logs in; the password goes through standard input and is written nowhere.'],
        script: `set -o pipefail\n${inRegion} "\${${variables.repositoryUri}%%/*}"`
      };
    }),
    ...accounts.map(account => ({
      comment: [`The registry of the account ${account}; where it is, ECR says.`],
      script: `set -o pipefail
REGISTRY="$(aws ecr get-authorization-token --registry-ids ${account} --query 'authorizationData[0].proxyEndpoint' --output text)" &&
  ${login} "\${REGISTRY#*://}"`
    })),
    ...hosts.flatMap(({ host, why }) => {
      const region = parseEcrHost(host)?.region;
      if (region === undefined) return [];
      const script = `set -o pipefail
aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}${
        isOfCachesAlone(host, project)
          ? ` ||
  echo "Not logged into ${host}: the build goes on without the cache there."`
          : ''
      }`;
      return [{ comment: [`The registry ${host}: ${why}`], script }];
    }),
    ...(registries.includes('public')
      ? [
          {
            comment: ['ECR Public, which has its logins in us-east-1 alone.'],
            script: `set -o pipefail\n${PUBLIC_LOGIN}`
          }
        ]
      : []),
    ...(readsEcrPublic(project)
      ? [
          {
            comment: [
              'Base images come from ECR Public: whoever is logged in may pull more, and without a login it works too.'
            ],
            script: `set -o pipefail
${PUBLIC_LOGIN} ||
  echo "Not logged into ECR Public; its images are pulled without a login."`
          }
        ]
      : [])
  ];
}

/** Only caches are there, which are no reason to fail. */
function isOfCachesAlone(host: string, project: PipelineProject): boolean {
  const { pulled, caches } = listBuildReads(project);
  const isRead = [...pulled, ...caches].some(place => place.host === host) || project.config.registries.includes(host);
  return !isRead && listCachePlaces(project).some(({ registry }) => registry?.host === host);
}

/** Before anything is pulled: emulators and BuildKit come from there too. */
function logIntoDockerHub(): Step {
  const { username, token } = DOCKER_HUB;
  const script = `[[ -n "\${${username.variable}-}" && -n "\${${token.variable}-}" ]] || {
  echo "The login for Docker Hub needs ${username.variable} and ${token.variable}, which this CodeBuild project does not set."
  false
} &&
  printf '%s' "$${token.variable}" | docker login --username "$${username.variable}" --password-stdin`;
  return {
    comment: ['Docker Hub, whose limits are higher for whoever is logged in; both variables come from a secret.'],
    script
  };
}

const PUBLIC_LOGIN =
  'aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws';

/** Images that exist have to be there. Where this build may not look, they are taken as they are named. */
export function describeExistingImages(images: readonly ShellImage[]): readonly Step[] {
  return images.flatMap((image, index) => (image.kind === 'existing' ? describeExistingImage(image, index === 0) : []));
}

/** The first image is named by its digest in a file. */
function describeExistingImage({ image, ecr, variable }: ShellExisting, isFirst: boolean): readonly Step[] {
  if (ecr === undefined) return [];
  const look = `FOUND="$(aws ecr describe-images --region ${ecr.region} --registry-id ${ecr.account} --repository-name ${ecr.repository} --image-ids ${ecr.id} --query 'imageDetails[0].imageDigest' --output text 2>&1)"`;
  const printFailure = '  echo "$FOUND"\n  [[ $FOUND == *AccessDenied* ]]\nfi';
  const script = isFirst
    ? `if ${look}; then\n  ${variable}="${ecr.name}@$FOUND"\nelse\n  ${variable}=${image.image}\n${printFailure}`
    : `if ! ${look}; then\n${printFailure}`;
  return [{ comment: ['An image that is used as it is: it must be there, as far as this build may look.'], script }];
}

/** What ECR has under the tags: whether the image is there already, and whether a tag is taken for good. */
export function findReusableImages(builds: readonly ShellBuild[]): readonly Step[] {
  return builds.map(findReusableImage);
}

function findReusableImage({ image, variables, reusable }: ShellBuild): Step {
  const { reuseImage } = image;
  const repository = addressOf(image);
  const { tag, digest, mutability } = variables;
  const further = image.tags.slice(1);
  const look = `look_for_image${variables.number}`;
  const asksRule = reuseImage !== true || further.length > 0;
  const rule = describeRepository(
    image,
    'repositories[0].[imageTagMutability,imageTagMutabilityExclusionFilters[].filter][]'
  );
  const body = [
    ...(asksRule ? [`${mutability}="$(${rule})" || return`] : []),
    ...(reusable
      ? whenImmutable(reuseImage === true, tag, [`${digest}="$(find_image "$${tag}")" || return`])
      : whenImmutable(false, tag, [
          `found="$(find_image "$${tag}")" || return`,
          'if [ -n "$found" ]; then',
          `  echo "${repository}:$${tag} is in the repository already, and the tag is immutable: ship under a new one."`,
          '  return 1',
          'fi'
        ])),
    ...(further.length === 0 ? [] : refuseTaken(repository, digest))
  ];
  const script = [
    findImageFunction(image),
    ...(asksRule ? [immutableFunction(mutability)] : []),
    [
      `${look}() {`,
      ...(body.some(line => line.includes('found=')) ? ['  local found'] : []),
      `  ${digest}=`,
      ...indent(body),
      '}'
    ].join('\n'),
    [look, ...further.map(writeTag)].join(' ')
  ].join('\n');
  return { comment: explainLook(image.reuseImage, repository), script };
}

function explainLook(reuse: boolean | undefined, repository: string): readonly string[] {
  if (reuse === false) return [`Is a tag immutable and taken? Then ${repository} could be built, but not pushed.`];
  const which = reuse === true ? 'An image that has the tag already' : 'An image that has an immutable tag already';
  return [`${which} is what this build would make: it is used, and ${repository} is not built again.`];
}

function whenImmutable(always: boolean, tag: string, lines: readonly string[]): readonly string[] {
  return always ? lines : [`if is_immutable "$${tag}"; then`, ...indent(lines), 'fi'];
}

/** Of the further tags, which are the arguments. */
function refuseTaken(repository: string, digest: string): readonly string[] {
  return [
    'local tag',
    'for tag in "$@"; do',
    '  is_immutable "$tag" || continue',
    '  found="$(find_image "$tag")" || return',
    `  if [ -n "$found" ] && [ "$found" != "$${digest}" ]; then`,
    `    echo "${repository}:$tag names another image already, and the tag is immutable: leave it out, or choose another."`,
    '    return 1',
    '  fi',
    'done'
  ];
}

/** Prints the digest of the image that has the tag, and nothing where there is none; fails where ECR cannot be asked. */
function findImageFunction(image: BuiltImage): string {
  const repository = addressOf(image);
  return `find_image() {
  local found
  if ! found="$(${describeImage(image, '$1', 'imageDetails[0].[imageDigest,imageStatus]')} 2>&1)"; then
    if [[ $found == *ImageNotFoundException* ]]; then return 0; fi
    echo "$found" >&2
    return 1
  elif [[ $found == *ARCHIVED* ]]; then
    echo "${repository}:$1 is in ECR's archive, from where it cannot be pulled: restore it, or ship under a new tag." >&2
    return 1
  fi
  echo "\${found%%[[:space:]]*}"
}`;
}

/** The rule of the repository and its filters: for the tags that a filter matches, the opposite holds. */
export function immutableFunction(mutability: string): string {
  return `is_immutable() {
  local rule filter
  read -r -a rule <<< "$${mutability}"
  for filter in "\${rule[@]:1}"; do
    # shellcheck disable=SC2053 # A filter is a pattern.
    if [[ $1 == $filter ]]; then
      [ "\${rule[0]}" = MUTABLE_WITH_EXCLUSION ]
      return
    fi
  done
  [[ \${rule[0]} == IMMUTABLE* ]]
}`;
}

/** The digest comes from ECR: what the tag names now. Where Docker has the image too, that must be the one which was pushed. */
export function readDigest({ image, variables }: ShellBuild, pushedByDocker: boolean): string {
  const { tag, digest } = variables;
  const read = `${digest}="$(${describeImage(image, `$${tag}`, 'imageDetails[0].imageDigest')})"`;
  if (!pushedByDocker) return read;
  return `${read} &&
  if ! docker image inspect --format '{{.RepoDigests}}' "$${variables.image}" | grep -q -F "@$${digest}"; then
    echo "$${variables.image} names $${digest}, which was not pushed here: another build has pushed the same tag meanwhile."
    false
  fi`;
}

/** Further tags come from ECR itself: one manifest, so every tag names the very image that was pushed or found. */
export function addTags({ image, variables }: ShellBuild): readonly Step[] {
  const further = image.tags.slice(1);
  if (further.length === 0) return [];
  const { digest } = variables;
  const add = `tag_image${variables.number}`;
  const manifest = (field: string): string =>
    `aws ecr batch-get-image ${nameRepository(image)} --image-ids imageDigest="$${digest}" --accepted-media-types ${MANIFEST_TYPES.join(' ')} --query 'images[0].${field}' --output text`;
  const script = `${add}() {
  local manifest type tag
  manifest="$(${manifest('imageManifest')})" || return
  type="$(${manifest('imageManifestMediaType')})" || return
  for tag in "$@"; do
    if [ "$(${describeImage(image, '$tag', 'imageDetails[0].imageDigest')} 2> /dev/null)" != "$${digest}" ]; then
      aws ecr put-image ${nameRepository(image)} --image-tag "$tag" --image-digest "$${digest}" --image-manifest "$manifest" --image-manifest-media-type "$type" --query image.imageId --output text || return
    fi
  done
}
${[add, ...further.map(writeTag)].join(' ')}`;
  return [{ comment: ['The other tags name the very same image, so ECR gives them to it.'], script }];
}

export function describeRepository(image: Pick<BuiltImage, 'repository' | 'registry'>, query: string): string {
  return `aws ecr describe-repositories --repository-names ${image.repository}${nameRegistry(image)} --query '${query}' --output text`;
}

/** The repository as the AWS CLI takes it; its registry where the settings name that. */
export function nameRepository(image: BuiltImage): string {
  return `--repository-name ${image.repository}${nameRegistry(image)}`;
}

function nameRegistry({ registry }: Pick<BuiltImage, 'registry'>): string {
  return registry === undefined ? '' : ` --registry-id ${registry.account} --region ${registry.region}`;
}

function describeImage(image: BuiltImage, tag: string, query: string): string {
  return `aws ecr describe-images ${nameRepository(image)} --image-ids imageTag="${tag}" --query '${query}' --output text`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map(line => `  ${line}`);
}
