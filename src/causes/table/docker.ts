import type { Cause } from '../cause.js';
import type { Stage } from '../stage.js';
import { PAGES } from './pages.js';

const ANY: readonly Stage[] = ['build-step', 'docker', 'push', 'context', 'base-image', 'docker-login', 'build'];
const BUILD: readonly Stage[] = ['base-image', 'build', 'context', 'docker'];

/** What Docker and BuildKit refuse, at the build, the push and the login. */
export const DOCKER_CAUSES: readonly Cause[] = [
  {
    id: 'docker-exec-format',
    class: 'exec-format',
    deterministic: true,
    what: 'a step of the build is for a processor that this machine cannot run (exec format error)',
    advice:
      'Set up QEMU before this step (docker/setup-qemu-action), or build for the platform of this machine (platforms).',
    source: PAGES.multiPlatform,
    message: 'exec format error',
    signs: [{ stage: ANY, reason: 'exec-format' }]
  },
  {
    id: 'docker-disk-full',
    class: 'other',
    deterministic: false,
    fault: 'user',
    what: 'the disk of the machine that builds is full',
    advice: 'Free space on it, for example with "docker system prune", or make the image smaller.',
    source: PAGES.dockerfile,
    message: 'no space left on device',
    signs: [{ stage: ANY, reason: 'disk-full' }]
  },
  {
    id: 'build-out-of-memory',
    class: 'out-of-memory',
    deterministic: 'unknown',
    fault: 'user',
    what: 'a step of the build was killed, as happens where the machine has too little memory',
    advice: 'Build on a larger machine, or make the step use less memory.',
    source: PAGES.dockerfile,
    message: 'did not complete successfully: exit code: 137',
    signs: [
      {
        stage: 'build-step',
        words: /(?:exit code: ?|non-zero code: )137\b|out of memory|signal: killed|cannot allocate memory/i
      },
      { stage: ANY, words: /cannot allocate memory|ResourceExhausted.*memory/i }
    ]
  },
  {
    id: 'build-step',
    class: 'exit-code',
    deterministic: true,
    what: 'a step of the Dockerfile failed: {command|a RUN}',
    advice: "Read the step's own output above.",
    source: PAGES.dockerfile,
    message: 'did not complete successfully: exit code: 1',
    signs: [{ stage: 'build-step' }]
  },
  {
    id: 'docker-permission',
    class: 'other',
    deterministic: true,
    what: "this user may not talk to Docker's socket",
    advice: "Let this user talk to Docker's socket, for example by the group docker.",
    source: PAGES.dockerInstall,
    message: 'permission denied while trying to connect',
    signs: [
      {
        stage: ANY,
        words:
          /permission denied while trying to connect|docker\.sock.*permission denied|permission denied.*docker\.sock/i
      }
    ]
  },
  {
    id: 'docker-daemon',
    class: 'other',
    deterministic: true,
    what: 'no Docker engine answers',
    advice: 'Start Docker; in CodeBuild, set the privileged mode of the project.',
    source: PAGES.dockerInstall,
    message: 'Cannot connect to the Docker daemon',
    signs: [
      {
        stage: ANY,
        words:
          /cannot connect to the docker daemon|is the docker daemon running|error during connect|failed to connect to the docker api/i
      }
    ]
  },
  {
    id: 'credential-helper-missing',
    class: 'other',
    deterministic: true,
    what: "a credential helper that Docker's config.json names is not installed",
    advice: "Take credsStore or credHelpers out of Docker's config.json, or install the helper (docker-credential-…).",
    source: PAGES.dockerLogin,
    message: 'error getting credentials … executable file not found in $PATH',
    signs: [{ stage: ANY, words: /credential.*(?:executable file not found|not found|no such file|not installed)/i }]
  },
  {
    id: 'credential-store',
    class: 'other',
    deterministic: true,
    what: "the credential helper of Docker's config.json cannot store or give the login",
    advice: "Take credsStore out of Docker's config.json, or use another helper.",
    source: PAGES.dockerLogin,
    message: 'Error saving credentials: error storing credentials',
    signs: [{ stage: ANY, words: /(?:storing|saving|getting|erasing) credentials|credential store|keychain/i }]
  },
  {
    id: 'docker-builder',
    class: 'other',
    deterministic: true,
    what: 'the builder in use cannot do what is asked for',
    advice:
      'Use a builder with the driver docker-container (docker/setup-buildx-action makes one), or turn on the containerd image store.',
    source: PAGES.multiPlatform,
    message: 'Multi-platform build is not supported for the docker driver',
    signs: [{ stage: ANY, words: /not supported for the docker driver|switch to a different driver|different driver/i }]
  },
  {
    id: 'builder-missing',
    class: 'other',
    deterministic: true,
    what: 'the builder or a flag that is named does not exist in this version of Docker',
    advice: 'Correct build-options, or install a newer Docker with buildx.',
    source: PAGES.multiPlatform,
    message: 'no builder "…" found, unknown flag',
    signs: [
      {
        stage: ANY,
        words: /no builder|unknown (?:shorthand )?flag|is not a docker command|buildx component is missing/i
      }
    ]
  },
  {
    id: 'tag-immutable',
    class: 'other',
    deterministic: true,
    what: 'the tag names another image for good',
    advice: 'Ship under a new tag, or set reuse-image: true to ship the existing one.',
    source: PAGES.ecr,
    message: 'is immutable, ImageTagAlreadyExists',
    signs: [{ stage: ANY, words: /is immutable|imagetagalreadyexists/i }]
  },
  {
    id: 'manifest-refused',
    class: 'other',
    deterministic: true,
    what: 'the registry refuses the manifest',
    advice:
      'ECR returns this if an immutable tag already exists, and for a cache without image-manifest=true,oci-mediatypes=true in cache-to.',
    source: PAGES.ecr,
    message: 'unexpected status from PUT request … 400 Bad Request',
    signs: [{ stage: ANY, words: /PUT request/i, status: 400 }]
  },
  {
    id: 'manifest-forbidden',
    class: 'other',
    deterministic: true,
    what: 'the registry takes the layers of the image and refuses its manifest',
    advice:
      "Allow ecr:PutImage for this run's role on the repository, and look whether the repository has reached its limit of images (its lifecycle policy removes old ones).",
    source: PAGES.ecrQuotas,
    message: 'unexpected status from PUT request … 403 Forbidden',
    signs: [{ stage: ANY, words: /PUT request/i, status: 403 }]
  },
  {
    id: 'image-quota',
    class: 'other',
    deterministic: true,
    what: 'a quota of the registry is reached: images of the repository, layers or size',
    advice: 'Let a lifecycle policy remove old images, make the image smaller, or ask for a higher quota.',
    source: PAGES.ecrQuotas,
    message: 'LimitExceededException … maximum number of images',
    signs: [{ stage: ANY, reason: 'limit' }]
  },
  {
    id: 'docker-login-expired',
    class: 'image-pull-auth',
    deterministic: false,
    what: "the login to the registry has expired: ECR's lasts twelve hours",
    advice: 'Run it again: each run logs in again.',
    source: PAGES.ecr,
    message: 'Your authorization token has expired',
    signs: [{ stage: ANY, reason: 'expired' }]
  },
  {
    id: 'image-reference-invalid',
    class: 'image-not-found',
    deterministic: true,
    what: "the image's reference is not valid",
    advice: 'Correct it: registry/repository:tag, the repository in lower case.',
    source: PAGES.ecr,
    message: 'invalid reference format, repository name must be lowercase',
    signs: [{ stage: ANY, reason: 'malformed', words: /reference|repository name|lowercase|invalid tag/i }]
  },
  {
    id: 'docker-denied-by-policy',
    class: 'image-pull-auth',
    deterministic: true,
    what: "this run's role may not perform {action|the action} in ECR",
    advice:
      'Allow {action|the action} in the policy of the role that this run uses, and in the repository policy where the repository is of another account.',
    source: PAGES.ecr,
    message: 'denied: User: … is not authorized to perform: ecr:InitiateLayerUpload',
    signs: [
      { stage: ANY, fact: 'action' },
      { stage: ANY, words: /not authorized to perform/i }
    ]
  },
  {
    id: 'docker-platform',
    class: 'image-platform',
    deterministic: true,
    what: 'the base image is not built for the platform that is asked for{platform: (%)}',
    advice:
      'Build for a platform that the base image has and this machine can run (platforms), with QEMU set up where they differ.',
    source: PAGES.multiPlatform,
    message: 'no match for platform in manifest',
    signs: [{ stage: ANY, reason: 'platform' }]
  },
  {
    id: 'push-throttled',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    retry: 'refused',
    what: 'the registry throttles the push',
    advice: 'This is usually temporary: run it again, with fewer builds at once.',
    source: PAGES.ecrQuotas,
    message: 'toomanyrequests: Rate exceeded',
    signs: [{ stage: ['push', 'docker-login'], reason: 'throttled' }]
  },
  {
    id: 'pull-rate-limit',
    class: 'pull-rate-limit',
    deterministic: false,
    fault: 'user',
    what: "the registry's limit of pulls is reached",
    advice:
      'Log into Docker Hub before this step (for ECR Public, registries: public), or take the base image from ECR Public (public.ecr.aws/docker/library/…).',
    source: PAGES.dockerHub,
    message: 'toomanyrequests',
    signs: [{ stage: ANY, reason: 'throttled' }]
  },
  {
    id: 'dockerfile',
    class: 'other',
    deterministic: true,
    what: 'the Dockerfile or its target cannot be read',
    advice: 'Check the Dockerfile, and the settings dockerfile and target.',
    source: PAGES.dockerfile,
    message: 'failed to read dockerfile, target stage … could not be found',
    signs: [
      {
        stage: ANY,
        words:
          /failed to read dockerfile|cannot locate specified dockerfile|dockerfile parse error|unknown instruction|target stage .*not be found|failed to reach build target|dockerfile cannot be empty|no build stage|failed to process|base name .* should not be blank|circular dependency/i
      }
    ]
  },
  {
    id: 'platform-invalid',
    class: 'other',
    deterministic: true,
    what: 'a platform is not written as os/arch',
    advice: 'Correct platforms, and --platform in the Dockerfile: linux/amd64 or linux/arm64.',
    source: PAGES.multiPlatform,
    message: 'failed to parse platform',
    signs: [
      { stage: ANY, words: /failed to parse platform|platform specifier|unknown operating system or architecture/i }
    ]
  },
  {
    id: 'build-context',
    class: 'other',
    deterministic: true,
    what: 'a file that the Dockerfile copies is not in the build context{file: (%)}',
    advice: 'Check that the file is in the build context and not left out by .dockerignore.',
    source: PAGES.buildContext,
    message: 'failed to compute cache key',
    signs: [
      { stage: 'context' },
      {
        stage: BUILD,
        words: /unable to prepare context|path <name> not found|lstat .*no such file|forbidden path outside/i
      }
    ]
  },
  {
    id: 'build-secret-missing',
    class: 'other',
    deterministic: true,
    what: 'the Dockerfile asks for a secret or SSH key that the build is not given',
    advice: 'Set build-secrets or ssh with that id.',
    source: PAGES.dockerfile,
    message: 'secret … not found, unset ssh forward key',
    signs: [{ stage: BUILD, words: /\bsecret .*not found|ssh forward|ssh-agent|invalid empty ssh/i }]
  },
  {
    id: 'repository-missing',
    class: 'image-not-found',
    deterministic: true,
    what: 'there is no such repository{image: (%)}',
    advice: 'Create the repository in ECR, or set create-repository: true.',
    source: PAGES.ecr,
    message: 'name unknown, repository with name … does not exist',
    signs: [
      {
        stage: ANY,
        words:
          /name unknown|name_unknown|repository (?:with name )?.*does not exist in the registry|repository .*not found/i
      }
    ]
  },
  {
    id: 'base-image-missing',
    class: 'image-not-found',
    deterministic: true,
    what: 'there is no such base image or tag{image: (%)}, or it is private',
    advice:
      'Correct FROM in the Dockerfile; for an image of another account or region, name its registry in registries.',
    source: PAGES.dockerfile,
    message: 'failed to resolve source metadata … not found, pull access denied',
    signs: [
      {
        stage: BUILD,
        reason: 'not-found',
        words:
          /source metadata|pull access denied|manifest (?:unknown|for|<name>)|failed to resolve|reference|insufficient_scope|failed to (?:solve|build): (?:<name>: )+not found/i
      },
      { stage: 'base-image', reason: 'not-found' }
    ]
  },
  {
    id: 'docker-login-refused',
    class: 'image-pull-auth',
    deterministic: 'unknown',
    fault: 'user',
    what: 'the registry does not take the login',
    advice:
      'ECR returns this for a wrong, empty or expired password, or a user other than AWS: check the region and account of the registry.',
    source: PAGES.dockerLogin,
    message: 'login attempt to … failed with status: 400 Bad Request',
    signs: [{ stage: 'docker-login', reason: ['refused', 'denied', 'not-logged-in', 'not-found'] }]
  },
  {
    id: 'cache-denied',
    class: 'other',
    deterministic: true,
    what: 'the cache of the build in S3 cannot be read or written',
    advice:
      "The build asks S3 with the credentials of this run: check the bucket and its region in cache-from and cache-to, and allow s3:ListBucket, s3:GetObject and s3:PutObject on it in the role's policy.",
    source: PAGES.dockerfile,
    message: 'failed to configure s3 cache importer, operation error S3',
    signs: [{ stage: ANY, words: /\bs3 cache\b|operation error S3:/i }]
  },
  {
    id: 'docker-denied',
    class: 'image-pull-auth',
    deterministic: true,
    what: 'the registry refuses it to this login',
    advice:
      'Check that the role may use this repository; for a base image in another account or region, name its registry in registries.',
    source: PAGES.ecr,
    message: 'no basic auth credentials, 403 Forbidden',
    signs: [
      { stage: ANY, reason: ['denied', 'not-logged-in'] },
      { stage: ANY, words: /\bdenied\b|access forbidden/i },
      { stage: ANY, status: 401 },
      { stage: ANY, status: 403 }
    ]
  },
  {
    id: 'docker-certificate',
    class: 'other',
    deterministic: true,
    what: "the registry's certificate is not trusted, or it speaks plain HTTP",
    advice: "Give Docker and the builder the certificate of your proxy or registry; look at the registry's address.",
    source: PAGES.dockerLogin,
    message: 'x509: certificate signed by unknown authority',
    signs: [{ stage: ANY, reason: 'certificate' }]
  },
  {
    id: 'docker-network',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    retry: 'unsure',
    what: 'the registry or the builder did not answer, or the connection broke',
    advice:
      'This is usually temporary: run it again. Where it stays, look at proxies, DNS and the memory of the builder.',
    source: PAGES.dockerLogin,
    message: 'i/o timeout, EOF, 503 Service Unavailable',
    signs: [{ stage: ANY, reason: ['unreachable', 'broken-connection', 'server-error'] }]
  },
  {
    id: 'push-repository-missing',
    class: 'image-not-found',
    deterministic: true,
    what: 'there is no such image or repository{image: (%)}',
    advice: 'Create the repository in ECR, or set create-repository: true.',
    source: PAGES.ecr,
    message: 'failed to push … 404 Not Found',
    signs: [{ stage: 'push', reason: 'not-found' }]
  }
];
