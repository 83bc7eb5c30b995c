import type { Sample } from './sample.js';
import { both, DIGEST, HOST, login, push, type DockerSample } from './docker-forms.js';

/** Pushes and logins that failed: the engine, BuildKit and buildx. */
export const DOCKER_PUSHES: readonly Sample<DockerSample>[] = [
  [
    'image-not-found',
    true,
    push("name unknown: The repository with name 'parcel/api' does not exist in the registry with id '210987654321'")
  ],
  [
    'image-not-found',
    true,
    both(`ERROR: failed to build: invalid tag "${HOST}/Parcel/API:1": repository name must be lowercase`)
  ],
  ['image-pull-auth', true, push('no basic auth credentials')],
  [
    'image-pull-auth',
    true,
    push(
      'denied: User: arn:aws:sts::210987654321:assumed-role/parcel-ci/run is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-central-1:210987654321:repository/parcel/api because no identity-based policy allows the ecr:InitiateLayerUpload action'
    )
  ],
  ['image-pull-auth', false, push('denied: Your authorization token has expired. Reauthenticate and try again.')],
  [
    'image-pull-auth',
    'unknown',
    login(`Error response from daemon: login attempt to https://${HOST}/v2/ failed with status: 401 Unauthorized`)
  ],
  [
    'image-pull-auth',
    'unknown',
    login(`Error response from daemon: login attempt to https://${HOST}/v2/ failed with status: 400 Bad Request`)
  ],
  ['eni-or-capacity-transient', false, push('toomanyrequests: Rate exceeded')],
  ['eni-or-capacity-transient', false, push('2a3b4c5d6e7f: Retrying in 5 seconds', 'EOF')],
  [
    'eni-or-capacity-transient',
    false,
    push(
      `Get "https://${HOST}/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`
    )
  ],
  ['eni-or-capacity-transient', false, push('received unexpected HTTP status: 500 Internal Server Error')],
  ['eni-or-capacity-transient', false, both('ERROR: failed to solve: Unavailable: error reading from server: EOF')],
  [
    'eni-or-capacity-transient',
    false,
    both(
      'ERROR: failed to solve: rpc error: code = Unavailable desc = closing transport due to: connection error: desc = "error reading from server: EOF", received prior goaway: code: NO_ERROR'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    login(`Error response from daemon: Get "https://${HOST}/v2/": dial tcp: lookup ${HOST}: no such host`)
  ],
  [
    'other',
    true,
    both(
      `ERROR: failed to push ${HOST}/parcel/api:1: failed commit on ref "manifest-${DIGEST}": unexpected status from PUT request to https://${HOST}/v2/parcel/api/manifests/${DIGEST}: 403 Forbidden`
    )
  ],
  [
    'other',
    true,
    both(
      `ERROR: failed to solve: failed to push ${HOST}/parcel/api:1: unexpected status from PUT request to https://${HOST}/v2/parcel/api/manifests/1: 400 Bad Request`
    )
  ],
  [
    'other',
    true,
    push(
      "tag invalid: The image tag '1' already exists in the 'parcel/api' repository and cannot be overwritten because the tag is immutable."
    )
  ],
  [
    'other',
    true,
    both(
      'ERROR: failed to build: Cache export is not supported for the docker driver.',
      'Switch to a different driver, or turn on the containerd image store, and try again.',
      'Learn more at https://docs.docker.com/go/build-cache-backends/'
    )
  ],
  [
    'other',
    true,
    login(
      'Error saving credentials: error storing credentials - err: exit status 1, out: `The user name or passphrase you entered is not correct.`'
    )
  ],
  [
    'image-not-found',
    true,
    [
      'Building edge/gw:v7',
      'ERROR: failed to solve: alpine:3.99: failed to resolve source metadata for docker.io/library/alpine:3.99: docker.io/library/alpine:3.99: not found'
    ]
  ],
  [
    'image-pull-auth',
    true,
    [
      'Building edge/gw:v7',
      'Dockerfile:1\n--------------------\n   1 | >>> FROM edge-private/base:1\n--------------------\nERROR: failed to solve: edge-private/base:1: failed to resolve source metadata for docker.io/edge-private/base:1: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://auth.docker.io/token: 401 Unauthorized'
    ]
  ],
  [
    'other',
    true,
    ['Building edge/gw:v7', 'ERROR: failed to solve: lstat /tmp/buildkit-mount/dist: no such file or directory']
  ],
  [
    'other',
    true,
    [
      'Building edge/gw:v7',
      'COPY failed: file not found in build context or excluded by .dockerignore: stat dist: file does not exist'
    ]
  ],
  ['other', true, ['Building edge/gw:v7', 'unable to prepare context: path "app" not found']],
  [
    'exit-code',
    true,
    [
      'Building edge/gw:v7',
      'ERROR: failed to solve: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1'
    ]
  ],
  ['other', true, ['Building edge/gw:v7', 'ERROR: failed to solve: secret npm_token: not found']],
  [
    'other',
    true,
    [
      'Building edge/gw:v7',
      'ERROR: failed to solve: rpc error: code = Unknown desc = failed to solve with frontend dockerfile.v0: failed to read dockerfile: open /var/lib/docker/tmp/buildkit-mount1/Dockerfile: no such file or directory'
    ]
  ],
  [
    'out-of-memory',
    'unknown',
    [
      'Building edge/gw:v7',
      'ERROR: failed to solve: ResourceExhausted: process "/bin/sh -c mvn package" did not complete successfully: cannot allocate memory'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Building edge/gw:v7',
      'ERROR: failed to build: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF'
    ]
  ],
  ['other', true, ['Building edge/gw:v7', 'ERROR: failed to build: no builder "edge" found']],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Building edge/gw:v7',
      'ERROR: failed to solve: failed to load cache key: failed to do request: Head "https://registry-1.docker.io/v2/library/golang/manifests/1.27": dial tcp 34.1.1.1:443: i/o timeout'
    ]
  ],
  [
    'other',
    true,
    ['Building edge/gw:v7', 'Error response from daemon: dockerfile parse error line 3: unknown instruction: COPPY']
  ],
  [
    'image-pull-auth',
    true,
    ['Pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7', 'unauthorized: authentication required']
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'Get "https://777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/v2/": dial tcp: lookup 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com on 10.0.0.2:53: read udp 10.0.0.9:40000->10.0.0.2:53: i/o timeout'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'write tcp 10.0.0.9:50000->52.1.1.1:443: write: broken pipe'
    ]
  ],
  [
    'image-pull-auth',
    true,
    [
      'Pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'error parsing HTTP 403 response body: unexpected end of JSON input: ""'
    ]
  ],
  [
    'image-not-found',
    true,
    [
      'Pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'An image does not exist locally with the tag: edge/gw'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'received unexpected HTTP status: 503 Service Unavailable'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Building and pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'ERROR: failed to push 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/token: 500 Internal Server Error'
    ]
  ],
  [
    'image-not-found',
    true,
    [
      'Building and pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'ERROR: failed to push 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7: unexpected status from POST request to https://777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/v2/edge/gw/blobs/uploads/: 404 Not Found'
    ]
  ],
  [
    'image-pull-auth',
    true,
    [
      'Building and pushing 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7',
      'ERROR: failed to push 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/edge/gw:v7: unexpected status from POST request to https://777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/v2/edge/gw/blobs/uploads/: 403 Forbidden'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Docker login to 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com',
      'Error response from daemon: Get "https://777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/v2/": net/http: TLS handshake timeout'
    ]
  ],
  [
    'image-pull-auth',
    'unknown',
    [
      'Docker login to 777788889999.dkr.ecr.ap-southeast-2.amazonaws.com',
      'Error response from daemon: login attempt to https://777788889999.dkr.ecr.ap-southeast-2.amazonaws.com/v2/ failed with status: 403 Forbidden'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1',
      'unknown: unexpected status from HEAD request to https://111122223333.dkr.ecr.us-east-2.amazonaws.com/v2/lab/api/blobs/sha256:403: 500 Internal Server Error'
    ]
  ],
  [
    'image-not-found',
    true,
    ['Pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1', 'tag does not exist: lab/api:1']
  ],
  [
    'image-not-found',
    true,
    [
      'Pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1',
      "error from registry: The repository with name 'lab/api' does not exist in the registry with id '111122223333'"
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    ['Pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1', 'use of closed network connection']
  ],
  [
    'image-pull-auth',
    false,
    [
      'Pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1',
      'denied: The security token included in the request is expired.'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Building and pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1',
      'ERROR: failed to build: failed to solve: failed to push 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1: failed to do request: Put "https://111122223333.dkr.ecr.us-east-2.amazonaws.com/v2/lab/api/blobs/uploads/1": http2: client connection lost'
    ]
  ],
  [
    'eni-or-capacity-transient',
    false,
    [
      'Building and pushing 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1',
      'ERROR: failed to push 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1: unexpected status from POST request to https://111122223333.dkr.ecr.us-east-2.amazonaws.com/v2/lab/api/blobs/uploads/: 429 Too Many Requests'
    ]
  ],
  [
    'other',
    true,
    [
      'Docker login to 111122223333.dkr.ecr.us-east-2.amazonaws.com',
      'Error response from daemon: Get "https://111122223333.dkr.ecr.us-east-2.amazonaws.com/v2/": x509: certificate has expired or is not yet valid'
    ]
  ],
  [
    'other',
    true,
    [
      'Docker login to 111122223333.dkr.ecr.us-east-2.amazonaws.com',
      'error storing credentials - err: exit status 1, out: `Cannot autolaunch D-Bus without X11 $DISPLAY`'
    ]
  ]
];
