import { defineSettings, PER_IMAGE } from './setting.js';
import { BUILD_OPTION, BUILD_SECRET, PLATFORM, REPOSITORY } from './formats.js';

/** What an image is built from, and how. */
export const BUILD_SETTINGS = defineSettings({
  context: {
    name: 'context',
    group: 'image',
    kind: 'string',
    help: 'The build context: a folder, or a Git or HTTP URL.',
    default: '.',
    needs: 'build',
    scopes: PER_IMAGE
  },
  dockerfile: {
    name: 'dockerfile',
    group: 'image',
    kind: 'string',
    help: 'The path of the Dockerfile, relative to the working directory.',
    defaultText: '`Dockerfile` in the context',
    needs: 'build',
    scopes: PER_IMAGE
  },
  target: {
    name: 'target',
    group: 'image',
    kind: 'string',
    help: 'The Dockerfile stage to build.',
    defaultText: 'the last stage',
    needs: 'build',
    scopes: PER_IMAGE
  },
  buildArgs: {
    name: 'build-args',
    group: 'image',
    kind: 'pairs',
    help: 'Build arguments. Anyone can read them from the image; use `build-secrets` for secrets. Values may contain the tokens of `tags`.',
    default: [],
    example: 'VERSION=1.29',
    sensitive: true,
    needs: 'build',
    scopes: PER_IMAGE
  },
  buildSecrets: {
    name: 'build-secrets',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Build secrets in the format of Docker's `--secret`. The value stays in an environment variable or a file.",
    default: [],
    example: 'id=npm,env=NPM_TOKEN',
    form: BUILD_SECRET,
    sensitive: true,
    needs: 'build',
    scopes: PER_IMAGE
  },
  ssh: {
    name: 'ssh',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "SSH agents or keys for the build, in the format of Docker's `--ssh`.",
    default: [],
    example: 'default',
    needs: 'build',
    scopes: PER_IMAGE
  },
  platforms: {
    name: 'platforms',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'The platforms to build for.',
    default: [],
    defaultText: "the machine's platform",
    example: 'linux/arm64',
    form: PLATFORM,
    needs: 'build',
    scopes: PER_IMAGE
  },
  labels: {
    name: 'labels',
    group: 'image',
    kind: 'pairs',
    help: 'Labels for the image. Values may contain the tokens of `tags`.',
    default: [],
    example: 'org.opencontainers.image.vendor=Shop',
    needs: 'build',
    scopes: PER_IMAGE
  },
  cacheFrom: {
    name: 'cache-from',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Sources of the build cache, in the format of Docker's `--cache-from`.",
    default: [],
    example: 'type=gha',
    needs: 'build',
    scopes: PER_IMAGE
  },
  cacheTo: {
    name: 'cache-to',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: "Destinations of the build cache, in the format of Docker's `--cache-to`.",
    default: [],
    example: 'type=gha,mode=max',
    needs: 'build',
    scopes: PER_IMAGE
  },
  cache: {
    name: 'cache',
    group: 'image',
    kind: 'enum',
    values: ['none', 'registry', 'github'],
    help: "Where the steps of the build are kept for the next one: in the image's ECR repository (`registry`), or in GitHub's cache (`github`). A build never fails because of it.",
    default: 'none',
    needs: 'build',
    scopes: PER_IMAGE
  },
  cacheRepository: {
    name: 'cache-repository',
    group: 'image',
    kind: 'string',
    help: 'The ECR repository that `cache: registry` uses, by name or whole address, such as one with tags that may move.',
    defaultText: "the image's own repository",
    example: 'shop/cache',
    form: REPOSITORY,
    needs: 'cache',
    scopes: PER_IMAGE
  },
  buildOptions: {
    name: 'build-options',
    group: 'image',
    kind: 'list',
    separator: 'line',
    help: 'Additional arguments for `docker build`, one per line, passed on unchanged.',
    default: [],
    example: '--network=host',
    form: BUILD_OPTION,
    needs: 'build',
    scopes: PER_IMAGE
  }
});
