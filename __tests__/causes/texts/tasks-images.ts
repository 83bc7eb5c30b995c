import type { Task } from '@aws-sdk/client-ecs';

import type { Sample } from './sample.js';
import { container, DIGEST, IMAGE, startFailed, stopped, USER } from './task-forms.js';

/** Stopped tasks whose images cannot be pulled, as DescribeTasks shows them: Fargate's form, the EC2 agent's, and containerd's words. */
export const TASKS_IMAGES: readonly Sample<Task>[] = [
  [
    'image-not-found',
    true,
    startFailed(
      `CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${IMAGE}: ${IMAGE}: not found`
    )
  ],
  [
    'image-not-found',
    true,
    startFailed(
      `CannotPullContainerError: The task cannot pull ${IMAGE} from the registry. Check whether the image exists. failed to resolve ref ${IMAGE}: not found`
    )
  ],
  [
    'image-not-found',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: manifest for ghcr.io/parcel/api:403 not found: manifest unknown: manifest unknown'
    )
  ],
  [
    'image-not-found',
    true,
    container(
      "CannotPullContainerError: Error response from daemon: pull access denied for parcel-500, repository does not exist or may require 'docker login'"
    )
  ],
  [
    'image-not-found',
    true,
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref quay.io/parcel/timeout-service:1: unexpected status from HEAD request to https://quay.io/v2/parcel/timeout-service/manifests/1: 404 Not Found'
    )
  ],
  [
    'image-not-found',
    true,
    container(
      `CannotPullECRContainerError: RepositoryNotFoundException: The repository with name 'parcel/secret-log' does not exist in the registry with id '210987654321'`
    )
  ],
  [
    'image-not-found',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: invalid reference format: repository name (Parcel/API) must be lowercase'
    )
  ],
  [
    'image-pull-auth',
    true,
    startFailed(
      `CannotPullContainerError: pull image manifest has been retried 2 time(s): failed to resolve ref ${IMAGE}: pulling from host 210987654321.dkr.ecr.eu-central-1.amazonaws.com failed with status code [manifests 2026.11.4]: 403 Forbidden`
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      `CannotPullContainerError: Error response from daemon: Head "https://210987654321.dkr.ecr.eu-central-1.amazonaws.com/v2/parcel/api/manifests/2026.11.4": no basic auth credentials`
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      `CannotPullContainerError: Error response from daemon: pull access denied for ${IMAGE}, repository does not exist or may require 'docker login': denied: User: ${USER} is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-central-1:210987654321:repository/parcel/api with an explicit deny in a resource-based policy`
    )
  ],
  [
    'image-pull-auth',
    true,
    startFailed(
      'CannotPullContainerError: failed to resolve ref ghcr.io/parcel/api:1.4: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aparcel%2Fapi%3Apull&service=ghcr.io: 401 Unauthorized'
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: Get "https://registry.parcel.example/v2/": unauthorized: authentication required'
    )
  ],
  [
    'image-pull-auth',
    false,
    container(
      'CannotPullContainerError: Error response from daemon: denied: Your authorization token has expired. Reauthenticate and try again.'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      `CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://prod-eu-central-1-starport-layer-bucket.s3.eu-central-1.amazonaws.com/4031f4/210987654321/${DIGEST}": dial tcp 10.0.40.3:443: i/o timeout`
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotPullContainerError: The task can’t pull the image. Check your network configuration. Error response from daemon: Get "https://210987654321.dkr.ecr.eu-central-1.amazonaws.com/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      `CannotPullContainerError: failed to resolve ref ${IMAGE}: failed to do request: Head "https://210987654321.dkr.ecr.eu-central-1.amazonaws.com/v2/parcel/api/manifests/2026.11.4": dial tcp: lookup 210987654321.dkr.ecr.eu-central-1.amazonaws.com on 10.4.0.2:53: no such host`
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotPullContainerError: Error response from daemon: Get "https://registry-1.docker.io/v2/": context deadline exceeded'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      `CannotPullContainerError: ref pull has been retried 3 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://quay.io/v2/parcel/api/blobs/${DIGEST}: 502 Bad Gateway`
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      `CannotPullContainerError: error pulling image configuration: download failed after attempts=6: read tcp 10.4.3.2:41234->52.219.0.1:443: read: connection reset by peer`
    )
  ],
  [
    'pull-rate-limit',
    false,
    container(
      'CannotPullContainerError: Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit'
    )
  ],
  [
    'pull-rate-limit',
    false,
    startFailed(
      'CannotPullContainerError: inspect image has been retried 5 time(s): httpReaderSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/redis/manifests/sha256:4031f4290bcd: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    container(
      'CannotPullECRContainerError: ThrottlingException: Rate exceeded\n\tstatus code: 400, request id: 0c1d2e3f-0000-4000-8000-000000000500'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    container(
      `CannotPullContainerError: failed to register layer: Error processing tar file(exit status 1): archive/tar: invalid tar header`
    )
  ],
  [
    'image-platform',
    true,
    startFailed(
      `CannotPullContainerError: pull image manifest has been retried 5 time(s): image Manifest does not contain descriptor matching platform 'linux/arm64'`
    )
  ],
  [
    'image-platform',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: no matching manifest for linux/arm64/v8 in the manifest list entries'
    )
  ],
  [
    'image-platform',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: no matching manifest for windows/amd64 10.0.20348 in the manifest list entries'
    )
  ],
  [
    'other',
    false,
    startFailed(
      `CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer ${DIGEST}: write /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/403/fs/usr/lib/x: no space left on device: unknown`
    )
  ],
  ['user/scale-in stop', false, stopped('UserInitiated', 'drop it: CannotPullContainerError OutOfMemoryError 403')],
  [
    'image-pull-auth',
    true,
    container(
      'CannotPullContainerAuthError: Fetching credentials for private registry failed: AccessDeniedException: User: arn:aws:sts::777788889999:assumed-role/edge-exec/abc is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:ap-southeast-2:777788889999:secret:dockerhub-Ab because no identity-based policy allows the secretsmanager:GetSecretValue action'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotPullECRContainerError: RequestError: send request failed caused by: Post "https://api.ecr.ap-southeast-2.amazonaws.com/": net/http: TLS handshake timeout'
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      'CannotPullECRContainerError: NoCredentialProviders: no valid providers in chain. Deprecated. For verbose messaging see aws.Config.CredentialsChainVerboseErrors'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotPullImageManifestError: Error response from daemon: Get https://registry-1.docker.io/v2/edge/gw/manifests/v7: EOF'
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      'CannotPullImageManifestError: Error response from daemon: errors: denied: requested access to the resource is denied unauthorized: authentication required'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: read tcp 10.2.3.4:50022->52.92.1.1:443: read: connection timed out'
    )
  ],
  [
    'image-pull-auth',
    true,
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref public.ecr.aws/edge/gw:v7: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://public.ecr.aws/token/?scope=repository%3Aedge: 403 Forbidden'
    )
  ],
  [
    'image-not-found',
    true,
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref mcr.microsoft.com/dotnet/aspnet:10.0-jammyy: mcr.microsoft.com/dotnet/aspnet:10.0-jammyy: not found'
    )
  ],
  [
    'image-not-found',
    true,
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): invalid ref edge/GW:v7: invalid reference format: repository name must be lowercase'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    startFailed(
      'CannotPullContainerError: ref pull has been retried 5 time(s): failed commit on ref "layer-sha256:403403": unexpected commit digest sha256:401401, expected sha256:403403: failed precondition'
    )
  ],
  [
    'image-pull-auth',
    true,
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 4 time(s): failed to resolve ref registry.gitlab.com/edge/gw:v7: unexpected status from HEAD request to https://registry.gitlab.com/v2/edge/gw/manifests/v7: 401 Unauthorized'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 4 time(s): failed to resolve ref harbor.edge.internal/gw:v7: failed to do request: Head "https://harbor.edge.internal/v2/gw/manifests/v7": tls: failed to verify certificate: x509: certificate signed by unknown authority'
    )
  ],
  [
    'pull-rate-limit',
    false,
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/edge/gw:v7: unexpected status from HEAD request to https://registry-1.docker.io/v2/edge/gw/manifests/v7: 429 Too Many Requests'
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: Get "https://ghcr.io/v2/lab/api/manifests/main": denied: denied'
    )
  ],
  [
    'image-pull-auth',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: Head "https://index.docker.io/v2/lab/api/manifests/1": unauthorized: incorrect username or password'
    )
  ],
  [
    'image-not-found',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: manifest for 111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/lab/api:404 not found: manifest unknown: Requested image not found'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotPullContainerError: API error (500): Get https://111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/v2/: net/http: request canceled while waiting for connection'
    )
  ],
  ['image-pull-network', 'unknown', container('CannotPullContainerError: API error (500): unexpected EOF')],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotPullContainerError: Error response from daemon: received unexpected HTTP status: 503 Service Unavailable'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    container(
      'CannotPullContainerError: failed to register layer: exit status 22: unpigz: abort: zlib version less than 1.2.3'
    )
  ],
  [
    'image-platform',
    true,
    container(
      'CannotPullContainerError: Error response from daemon: image operating system "windows" cannot be used on this platform'
    )
  ],
  [
    'other',
    false,
    container(
      'CannotPullContainerError: Error response from daemon: mkdir /var/lib/docker/overlay2/4031: no space left on device'
    )
  ],
  [
    'image-not-found',
    true,
    container(
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: content at https://111122223333.dkr.ecr.us-east-2.amazonaws.com/v2/lab/manifests/sha256:40310 not found: not found'
    )
  ],
  [
    'other',
    'unknown',
    startFailed(
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref lab-api:prod: failed to resolve reference "lab-api:prod": object required'
    )
  ]
];
