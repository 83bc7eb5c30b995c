import type { Cause } from '../cause.js';
import type { Stage } from '../stage.js';
import { PAGES } from './pages.js';

const ANY: readonly Stage[] = ['build-step', 'docker', 'push', 'context', 'base-image', 'docker-login', 'build'];
const BUILD: readonly Stage[] = ['base-image', 'build', 'context', 'docker'];

/** What a registry refuses, and what keeps Docker from it: logins, pushes and the pulls of a build. */
export const REGISTRY_CAUSES: readonly Cause[] = [
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
