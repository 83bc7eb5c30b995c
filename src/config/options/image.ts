import { PER_IMAGE, SHARED, type Option } from '../option.js';
import { BUILD_OPTION, BUILD_SECRET, IMAGE, PLATFORM, REGISTRY, REPOSITORY, TAG } from '../forms.js';

/** What is built and where it is pushed, or which image is used as it is. */
export const IMAGE_OPTIONS = [
  {
    name: 'repository',
    group: 'image',
    kind: 'string',
    help: "The ECR repository's name; with it, an image is built and pushed there.",
    example: 'shop/api',
    form: REPOSITORY,
    scopes: PER_IMAGE
  },
  {
    name: 'create-repository',
    group: 'image',
    kind: 'boolean',
    help: 'Create the repository where there is none.',
    default: 'false',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'registries',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'Further registries to log into (base images): ids of other accounts, hosts of ECR registries in other regions, and `public` for ECR Public.',
    example: '123456789012, public',
    form: REGISTRY,
    scopes: SHARED
  },
  {
    name: 'image',
    group: 'image',
    kind: 'string',
    help: 'An image that exists, with tag or digest: nothing is built.',
    example: 'public.ecr.aws/nginx/nginx:1.29',
    form: IMAGE,
    scopes: PER_IMAGE
  },
  {
    name: 'context',
    group: 'image',
    kind: 'string',
    help: "The build's context: a folder, or a Git or HTTP URL.",
    default: '.',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'dockerfile',
    group: 'image',
    kind: 'string',
    help: 'The Dockerfile, as a path from the working directory.',
    defaultText: '`Dockerfile` in the context',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'target',
    group: 'image',
    kind: 'string',
    help: 'The stage of the Dockerfile to build.',
    defaultText: 'the last stage',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'build-args',
    group: 'image',
    kind: 'pairs',
    help: 'Build arguments. They can be read from the image: secrets go into `build-secrets`.',
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
    help: "Secrets for the build as Docker's `--secret` takes them; the value stays in an environment variable or a file.",
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
    help: "SSH agents or keys for the build as Docker's `--ssh` takes them.",
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
    defaultText: 'that of the machine',
    example: 'linux/arm64',
    form: PLATFORM,
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'labels',
    group: 'image',
    kind: 'pairs',
    help: 'Labels of the image.',
    example: 'org.opencontainers.image.vendor=Shop',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'cache-from',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Where the build's cache is read from, as Docker's `--cache-from` takes it.",
    example: 'type=gha',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'cache-to',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Where the build's cache is written to, as Docker's `--cache-to` takes it.",
    example: 'type=gha,mode=max',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'build-options',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: 'Further arguments of `docker build`, one each, handed on as they are.',
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
    help: 'The tags to push; the first is the one that the files name. `{sha}`, `{short-sha}` (7 characters) and `{sha:12}` (as many as it says) stand for the commit.',
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
    help: 'Do not build again what is in the repository under the first tag.',
    defaultText: 'true where the tag is immutable',
    needs: 'build',
    scopes: PER_IMAGE
  },
  {
    name: 'image-reference',
    group: 'image',
    kind: 'enum',
    values: ['tag', 'digest'],
    help: 'Whether the files name the built image by its tag or by its digest.',
    default: 'tag',
    scopes: PER_IMAGE
  },
  {
    name: 'scan-gate',
    group: 'image',
    kind: 'enum',
    values: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'],
    help: "Wait for ECR's scan of the images, and fail before anything is registered when it finds something of this severity or worse.",
    defaultText: 'no gate',
    example: 'HIGH',
    scopes: SHARED
  }
] as const satisfies readonly Option[];
