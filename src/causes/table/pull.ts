import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

const stage = 'pull';

/** A task's image that cannot be pulled, and the registry's login before it. */
export const PULL_CAUSES: readonly Cause[] = [
  {
    id: 'image-platform',
    class: 'image-platform',
    deterministic: true,
    what: 'the image of {container|a container} cannot be pulled: it is not built for the platform of the task{platform: (%)}',
    advice:
      'Build it for that platform (platforms: linux/amd64 or linux/arm64), or set runtimePlatform.cpuArchitecture in the task definition to what the image is built for.',
    source: PAGES.architecture,
    message: "image Manifest does not contain descriptor matching platform 'linux/amd64'",
    signs: [
      { stage, reason: 'platform' },
      { stage: ['start', 'create'], reason: 'platform' }
    ]
  },
  {
    id: 'pull-throttled',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'the image of {container|a container} cannot be pulled: AWS throttles the requests',
    advice: 'It passes by itself, and ECS tries again; deploy fewer tasks at once where it comes back.',
    source: PAGES.pull,
    message: 'CannotPullContainerError … ThrottlingException: Rate exceeded',
    signs: [{ stage: ['pull', 'registry-login'], reason: 'throttled', error: /Throttl|RequestLimitExceeded/ }]
  },
  {
    id: 'image-pull-rate-limit',
    class: 'pull-rate-limit',
    deterministic: false,
    what: "the image of {container|a container} cannot be pulled: the registry's limit of pulls is reached",
    advice:
      'Give the container repositoryCredentials of Docker Hub, pull through a cache rule of ECR, or take the image from ECR Public or your own repository.',
    source: PAGES.pull,
    message: 'CannotPullContainerError … toomanyrequests',
    signs: [{ stage: ['pull', 'registry-login'], reason: 'throttled' }]
  },
  {
    id: 'image-disk-full',
    class: 'other',
    deterministic: false,
    what: 'the disk of the container instance or task is full',
    advice:
      'Free space or give the instance a larger volume; on Fargate raise ephemeralStorage in the task definition, or make the image smaller.',
    source: PAGES.pull,
    message: 'no space left on device',
    signs: [{ stage: [stage, 'create', 'start', 'initialize', 'volume', 'inspect', 'transition'], reason: 'disk-full' }]
  },
  {
    id: 'image-not-unpacked',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'the image of {container|a container} was pulled, and its layers cannot be unpacked on the host',
    advice: 'ECS tries again on another host. Where it comes back every time, build and push the image anew.',
    source: PAGES.pull,
    message: 'failed to unpack image, failed to register layer',
    signs: [
      {
        stage,
        words:
          /failed to (?:extract|unpack|register|apply) (?:layer|image)|mount callback failed|failed to register layer|layers? (?:from manifest )?(?:do|does)(?:n't| not) match|failed precondition/i
      }
    ]
  },
  {
    id: 'image-pull-login-expired',
    class: 'image-pull-auth',
    deterministic: false,
    what: "the image of {container|a container} cannot be pulled: the instance's login to the registry has expired",
    advice: 'The ECS agent logs in again by itself: update the agent where it comes back.',
    source: PAGES.pull,
    message: 'CannotPullContainerError … Your authorization token has expired',
    signs: [{ stage: ['pull', 'registry-login'], reason: 'expired' }]
  },
  {
    id: 'image-pull-denied-by-policy',
    class: 'image-pull-auth',
    deterministic: true,
    what: 'the image of {container|a container} cannot be pulled: the execution role may not perform {action|the action} ({denial|no policy allows it})',
    advice:
      "Allow {action|the ECR actions} in the execution role's policy (AmazonECSTaskExecutionRolePolicy has it). For a repository of another account, its repository policy must allow it too; where an explicit deny, a permissions boundary or a VPC endpoint policy is named, change that.",
    source: PAGES.executionRole,
    message: 'CannotPullContainerError … is not authorized to perform: ecr:BatchGetImage',
    signs: [
      { stage: ['pull', 'registry-login', 'secrets-or-login'], reason: 'denied', fact: ['action', /^ecr/] },
      { stage: 'registry-login', reason: ['denied', 'not-logged-in'] }
    ]
  },
  {
    id: 'image-pull-denied',
    class: 'image-pull-auth',
    deterministic: true,
    what: 'the image{image: %} of {container|a container} cannot be pulled: the registry refuses it to this role or login',
    advice:
      "Check that the execution role may pull (AmazonECSTaskExecutionRolePolicy), that a repository of another account allows it in its repository policy, and for a private registry the container's repositoryCredentials.",
    source: PAGES.pull,
    message: 'CannotPullContainerError … 403 Forbidden, no basic auth credentials',
    signs: [{ stage, reason: ['denied', 'not-logged-in'] }]
  },
  {
    id: 'image-reference-malformed',
    class: 'image-not-found',
    deterministic: true,
    what: 'the image of {container|a container} cannot be pulled: its reference is not valid',
    advice: 'Correct image in the task definition: registry/repository:tag, the repository in lower case.',
    source: PAGES.pull,
    message: 'CannotPullContainerError … invalid reference format',
    signs: [{ stage, reason: 'malformed' }]
  },
  {
    id: 'image-not-found',
    class: 'image-not-found',
    deterministic: true,
    what: 'the image{image: %} of {container|a container} cannot be pulled: there is no such image or tag',
    advice:
      'Push that tag, or correct the reference, region and account. A name without a registry means Docker Hub: write the full ECR URI. Look at the lifecycle policy of the repository where the tag was there before; a private image of another registry needs repositoryCredentials.',
    source: PAGES.pull,
    message: 'CannotPullContainerError … not found, manifest unknown, pull access denied',
    signs: [
      { stage, reason: 'not-found' },
      { stage: ['create', 'start'], words: /no such image/i }
    ]
  },
  {
    id: 'image-pull-unreachable',
    class: 'image-pull-network',
    deterministic: 'unknown',
    what: 'the image of {container|a container} cannot be pulled: the task cannot reach the registry{host: %}',
    advice:
      "Give the task a public IP address, a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr and s3; the security group and the subnets' routes must let it out to port 443.",
    source: PAGES.pull,
    message: 'CannotPullContainerError … i/o timeout, Client.Timeout exceeded',
    signs: [{ stage, reason: ['unreachable', 'certificate'] }]
  },
  {
    id: 'image-pull-registry-failed',
    class: 'image-pull-network',
    deterministic: 'unknown',
    what: 'the image of {container|a container} cannot be pulled: the registry answered with an error, or the connection broke',
    advice: 'It often passes, and ECS tries again. Where it stays, look at the state of the registry and at proxies.',
    source: PAGES.pull,
    message: 'CannotPullContainerError … 503 Service Unavailable, EOF',
    signs: [{ stage, reason: ['server-error', 'broken-connection'] }]
  },
  {
    id: 'image-pull-failed',
    class: 'other',
    deterministic: 'unknown',
    what: 'the image of {container|a container} cannot be pulled',
    advice:
      "Check the image reference, the execution role's rights and the way from the task's subnets to the registry; ECS's words above say more.",
    source: PAGES.pull,
    message: 'CannotPullContainerError',
    signs: [{ stage }]
  },
  {
    id: 'registry-unreachable',
    class: 'image-pull-network',
    deterministic: 'unknown',
    what: "the task cannot reach {host|ECR or Secrets Manager} for the registry's login or its secrets",
    advice:
      "Give the task's subnets a way out: a public IP address, a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, s3, secretsmanager and ssm, whose security group lets the task in on port 443.",
    source: PAGES.initialization,
    message: 'unable to pull secrets or registry auth … i/o timeout, signal: killed',
    signs: [
      {
        stage: ['registry-login', 'secrets', 'secrets-or-login'],
        reason: ['unreachable', 'certificate', 'broken-connection']
      }
    ]
  },
  {
    id: 'registry-login-failed',
    class: 'image-pull-auth',
    deterministic: 'unknown',
    what: "the task cannot get the registry's login",
    advice:
      "Check the execution role (ecr:GetAuthorizationToken) and the way from the task's subnets to ECR (ecr.api, ecr.dkr, s3).",
    source: PAGES.initialization,
    message: 'unable to retrieve ecr registry auth',
    signs: [{ stage: 'registry-login', reason: ['not-found', 'refused', 'malformed'] }]
  }
];
