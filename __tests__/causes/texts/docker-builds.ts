import type { Sample } from './sample.js';
import { build, HOST, step, type DockerSample } from './docker-forms.js';

/** Builds that failed: the engine, the old builder, BuildKit and buildx. */
export const DOCKER_BUILDS: readonly Sample<DockerSample>[] = [
  ['exit-code', true, step('npm error 403 Forbidden - GET https://npm.parcel.example/x', 'npm ci', 1)],
  ['exit-code', true, step('fatal: repository not found', 'git clone https://git.parcel.example/x', 128)],
  ['exit-code', true, build('Step 4/9 : RUN make', "The command '/bin/sh -c make' returned a non-zero code: 2")],
  ['exec-format', true, step('exec /bin/sh: exec format error', 'apk add curl', 255)],
  [
    'exec-format',
    true,
    build(
      'Step 2/3 : RUN true',
      'exec /bin/sh: exec format error',
      "The command '/bin/sh -c true' returned a non-zero code: 1"
    )
  ],
  ['out-of-memory', 'unknown', step('Killed', 'npm run build', 137)],
  ['other', false, step('write error: No space left on device', 'npm ci', 1)],
  [
    'other',
    false,
    build('ERROR: failed to solve: failed to register layer: write /usr/lib/libx.so: no space left on device')
  ],
  [
    'pull-rate-limit',
    false,
    build(
      'ERROR: failed to solve: python:3.13: failed to resolve source metadata for docker.io/library/python:3.13: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/python/manifests/3.13: 429 Too Many Requests'
    )
  ],
  [
    'pull-rate-limit',
    false,
    build(
      'Step 1/4 : FROM python:3.13',
      'toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading.'
    )
  ],
  [
    'image-not-found',
    true,
    build(
      'ERROR: failed to solve: ghcr.io/parcel/base:401: failed to resolve source metadata for ghcr.io/parcel/base:401: ghcr.io/parcel/base:401: not found'
    )
  ],
  [
    'image-not-found',
    true,
    build(
      'ERROR: failed to solve: parcel/denied:1: failed to resolve source metadata for docker.io/parcel/denied:1: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed'
    )
  ],
  [
    'image-not-found',
    true,
    build('Step 1/4 : FROM parcel/base:9', 'manifest for parcel/base:9 not found: manifest unknown: manifest unknown')
  ],
  ['image-not-found', true, build('invalid argument "parcel/api:1:2" for "-t, --tag" flag: invalid reference format')],
  [
    'image-platform',
    true,
    build(
      'ERROR: failed to solve: parcel/base:1: failed to resolve source metadata for docker.io/parcel/base:1: no match for platform in manifest: not found'
    )
  ],
  ['image-platform', true, build('no matching manifest for linux/arm64/v8 in the manifest list entries')],
  [
    'image-pull-auth',
    true,
    build(
      `ERROR: failed to solve: ${HOST}/base:1: failed to resolve source metadata for ${HOST}/base:1: unexpected status from HEAD request to https://${HOST}/v2/base/manifests/1: 401 Unauthorized`
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    build(
      'ERROR: failed to solve: node:24: failed to resolve source metadata for docker.io/library/node:24: failed to authorize: failed to fetch anonymous token: Get "https://auth.docker.io/token?scope=repository%3Alibrary%2Fnode%3Apull&service=registry.docker.io": dial tcp: lookup auth.docker.io on 127.0.0.53:53: server misbehaving'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    build(
      'ERROR: failed to solve: node:24: failed to resolve source metadata for docker.io/library/node:24: failed to do request: Head "https://registry-1.docker.io/v2/library/node/manifests/24": net/http: TLS handshake timeout'
    )
  ],
  [
    'other',
    true,
    build(
      'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref 4031::500: "/package-lock.json": not found'
    )
  ],
  [
    'other',
    true,
    build('ERROR: failed to solve: failed to read dockerfile: open Dockerfile.prod: no such file or directory')
  ],
  [
    'other',
    true,
    build('ERROR: failed to solve: dockerfile parse error on line 7: unknown instruction: RUNN (did you mean RUN?)')
  ],
  ['other', true, build('ERROR: failed to solve: target stage "release" could not be found')],
  [
    'other',
    true,
    build('Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?')
  ],
  [
    'other',
    true,
    build(
      'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/_ping": dial unix /var/run/docker.sock: connect: permission denied'
    )
  ],
  [
    'other',
    true,
    build(
      'ERROR: failed to solve: error getting credentials - err: exec: "docker-credential-gcloud": executable file not found in $PATH, out: ``'
    )
  ],
  [
    'other',
    true,
    build(
      'ERROR: failed to solve: failed to fetch oauth token: Post "https://registry.parcel.example/token": tls: failed to verify certificate: x509: certificate signed by unknown authority'
    )
  ],
  [
    'other',
    true,
    [
      'Building lab/api:1',
      'ERROR: failed to solve: failed to parse platform : "" is an invalid component of "": platform specifier component must match'
    ]
  ],
  [
    'other',
    true,
    [
      'Building lab/api:1',
      'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref k1::k2: failed to walk /var/lib/docker/tmp/buildkit-mount1/src: lstat /var/lib/docker/tmp/buildkit-mount1/src: no such file or directory'
    ]
  ],
  [
    'image-pull-auth',
    true,
    [
      'Building lab/api:1',
      'ERROR: failed to solve: ghcr.io/lab/base:1: failed to resolve source metadata for ghcr.io/lab/base:1: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository: 403 Forbidden'
    ]
  ],
  [
    'out-of-memory',
    'unknown',
    [
      'Building lab/api:1',
      'ERROR: failed to solve: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 137: context canceled: context canceled'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Building lab/api:1',
      'ERROR: failed to solve: DeadlineExceeded: DeadlineExceeded: DeadlineExceeded: mcr.microsoft.com/dotnet/sdk:10.0: failed to resolve source metadata for mcr.microsoft.com/dotnet/sdk:10.0: failed to do request: Head "https://mcr.microsoft.com/v2/dotnet/sdk/manifests/10.0": dial tcp 150.171.1.1:443: i/o timeout'
    ]
  ],
  [
    'other',
    false,
    [
      'Building lab/api:1',
      'ERROR: failed to solve: failed to prepare sha256:403 as k1: failed to create temp dir: mkdir /tmp/initialC2: no space left on device'
    ]
  ],
  [
    'other',
    true,
    [
      'Building lab/api:1',
      'Error: buildx failed with: ERROR: failed to solve: dockerfile parse error on line 12: FROM requires either one or three arguments'
    ]
  ],
  [
    'other',
    true,
    [
      'Building lab/api:1',
      'error during connect: Head "http://%2F%2F.%2Fpipe%2Fdocker_engine/_ping": open //./pipe/docker_engine: The system cannot find the file specified.'
    ]
  ],
  [
    'other',
    true,
    [
      'Building lab/api:1',
      'ERROR: failed to solve: failed to read dockerfile: failed to load cache key: invalid response status 404'
    ]
  ],
  [
    'other',
    true,
    [
      'Building lab/api:1',
      'ERROR: BuildKit is enabled but the buildx component is missing or broken.\n       Install the buildx component to build images with BuildKit:\n       https://docs.docker.com/go/buildx/'
    ]
  ]
];
