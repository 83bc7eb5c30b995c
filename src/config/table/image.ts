import { SCAN_SEVERITIES } from '../../text/scan-severity.js';
import { defineSettings, PER_IMAGE, SHARED } from './setting.js';
import { IMAGE, REGISTRY, REPOSITORY, TAG } from './formats.js';

/** Where a built image is pushed, or which image is used as it is. */
export const IMAGE_SETTINGS = defineSettings({
  repository: {
    name: 'repository',
    group: 'image',
    kind: 'string',
    help: 'The name of the ECR repository, or its whole address if it is in another account or region (`210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/api`). If set, an image is built and pushed there.',
    example: 'shop/api',
    form: REPOSITORY,
    scopes: PER_IMAGE
  },
  createRepository: {
    name: 'create-repository',
    group: 'image',
    kind: 'boolean',
    help: 'Create the repository if it does not exist.',
    default: false,
    needs: 'build',
    scopes: PER_IMAGE
  },
  registries: {
    name: 'registries',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'Additional registries to log into, such as for base images: account ids, hosts of ECR registries in other regions, and `public` for ECR Public.',
    default: [],
    example: '123456789012, public',
    form: REGISTRY,
    scopes: SHARED
  },
  image: {
    name: 'image',
    group: 'image',
    kind: 'string',
    help: 'An existing image, with tag or digest. Nothing is built.',
    example: 'public.ecr.aws/nginx/nginx:1.29',
    form: IMAGE,
    scopes: PER_IMAGE
  }
});

/** What a built image is called, and what it has to pass. */
export const PUBLISH_SETTINGS = defineSettings({
  tags: {
    name: 'tags',
    group: 'image',
    kind: 'list',
    separator: 'comma',
    help: 'The tags to push. The files use the first one. `{sha}`, `{short-sha}` (7 characters) and `{sha:12}` (that many characters) stand for the commit, `{date:%Y%m%d%H%M%S}` for the time of the run in UTC (`{date:%Y%m%d@Asia/Seoul}` in that time zone; `%Y %y %m %d %H %M %S %j %s %F %T`), `{env:NAME}` for an environment variable of the run and `{env:NAME/:/2}` for its second part between colons.',
    default: ['{sha}'],
    defaultText: "the commit's full SHA",
    example: 'v1-{short-sha}',
    form: TAG,
    atLeastOne: true,
    needs: 'build',
    scopes: PER_IMAGE
  },
  reuseImage: {
    name: 'reuse-image',
    group: 'image',
    kind: 'boolean',
    help: 'Do not rebuild an image that is already in the repository under the first tag.',
    defaultText: 'true if the tag is immutable',
    needs: 'build',
    scopes: PER_IMAGE
  },
  reference: {
    name: 'image-reference',
    group: 'image',
    kind: 'enum',
    values: ['tag', 'digest'],
    help: 'Whether the files refer to the built image by tag or by digest.',
    default: 'tag',
    scopes: PER_IMAGE
  },
  scanGate: {
    name: 'scan-gate',
    group: 'image',
    kind: 'enum',
    values: SCAN_SEVERITIES,
    help: "Wait for ECR's image scan, and fail before anything is registered if it finds this severity or worse.",
    defaultText: 'no gate',
    example: 'HIGH',
    scopes: SHARED
  },
  maxParallelBuilds: {
    name: 'max-parallel-builds',
    group: 'image',
    kind: 'integer',
    min: 1,
    unit: 'images',
    help: 'How many of `images` to build at the same time, and to push.',
    defaultText: 'the number of processors',
    needs: 'build',
    scopes: SHARED
  }
});
