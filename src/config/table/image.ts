import { PER_IMAGE, SHARED, type SettingRow } from './setting.js';
import { BUILD_OPTION, BUILD_SECRET, IMAGE, PLATFORM, REGISTRY, REPOSITORY, TAG } from './formats.js';

/** What is built and where it is pushed, or which image is used as it is. */
export const IMAGE_OPTIONS = [
  {
    name: 'repository',
    group: 'image',
    kind: 'string',
    help: 'The name of the ECR repository. If set, an image is built and pushed there.',
    example: 'shop/api',
    form: REPOSITORY,
    scopes: PER_IMAGE
  },
  {
    name: 'create-repository',
    group: 'image',
    kind: 'boolean',
    help: 'Create the repository if it does not exist.',
    default: 'false',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'registries',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'Additional registries to log into, such as for base images: account ids, hosts of ECR registries in other regions, and `public` for ECR Public.',
    example: '123456789012, public',
    form: REGISTRY,
    scopes: SHARED
  },
  {
    name: 'image',
    group: 'image',
    kind: 'string',
    help: 'An existing image, with tag or digest. Nothing is built.',
    example: 'public.ecr.aws/nginx/nginx:1.29',
    form: IMAGE,
    scopes: PER_IMAGE
  },
  {
    name: 'context',
    group: 'image',
    kind: 'string',
    help: 'The build context: a folder, or a Git or HTTP URL.',
    default: '.',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'dockerfile',
    group: 'image',
    kind: 'string',
    help: 'The path of the Dockerfile, relative to the working directory.',
    defaultText: '`Dockerfile` in the context',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'target',
    group: 'image',
    kind: 'string',
    help: 'The Dockerfile stage to build.',
    defaultText: 'the last stage',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'build-args',
    group: 'image',
    kind: 'pairs',
    help: 'Build arguments. Anyone can read them from the image; use `build-secrets` for secrets.',
    example: 'VERSION=1.29',
    sensitive: true,
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'build-secrets',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Build secrets in the format of Docker's `--secret`. The value stays in an environment variable or a file.",
    example: 'id=npm,env=NPM_TOKEN',
    form: BUILD_SECRET,
    sensitive: true,
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'ssh',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "SSH agents or keys for the build, in the format of Docker's `--ssh`.",
    example: 'default',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'platforms',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'The platforms to build for.',
    defaultText: "the machine's platform",
    example: 'linux/arm64',
    form: PLATFORM,
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'labels',
    group: 'image',
    kind: 'pairs',
    help: 'Labels for the image.',
    example: 'org.opencontainers.image.vendor=Shop',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'cache-from',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Sources of the build cache, in the format of Docker's `--cache-from`.",
    example: 'type=gha',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'cache-to',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Destinations of the build cache, in the format of Docker's `--cache-to`.",
    example: 'type=gha,mode=max',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'build-options',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: 'Additional arguments for `docker build`, one per line, passed on unchanged.',
    example: '--network=host',
    form: BUILD_OPTION,
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'tags',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'The tags to push. The files use the first one. `{sha}`, `{short-sha}` (7 characters) and `{sha:12}` (that many characters) stand for the commit.',
    default: '{sha}',
    defaultText: "the commit's full SHA",
    example: 'v1-{short-sha}',
    form: TAG,
    atLeastOne: true,
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'reuse-image',
    group: 'image',
    kind: 'boolean',
    help: 'Do not rebuild an image that is already in the repository under the first tag.',
    defaultText: 'true if the tag is immutable',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'image-reference',
    group: 'image',
    kind: 'enum',
    values: ['tag', 'digest'],
    help: 'Whether the files refer to the built image by tag or by digest.',
    default: 'tag',
    scopes: PER_IMAGE
  },
  {
    name: 'scan-gate',
    group: 'image',
    kind: 'enum',
    values: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'],
    help: "Wait for ECR's image scan, and fail before anything is registered if it finds this severity or worse.",
    defaultText: 'no gate',
    example: 'HIGH',
    scopes: SHARED
  }
] as const satisfies readonly SettingRow[];
