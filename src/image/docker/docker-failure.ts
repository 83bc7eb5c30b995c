import { SlipwayError, type ErrorOrigin } from '../../errors.js';
import type { RunResult } from '../../ports.js';

interface KnownFailure {
  readonly pattern: RegExp;
  readonly code: string;
  readonly fault: ErrorOrigin;
  readonly next: string;
}

/** What Docker says, and what to do about it. The first that matches counts: the more telling ones stand first. */
const KNOWN: readonly KnownFailure[] = [
  {
    pattern: /cannot connect to the docker daemon|is the docker daemon running|error during connect/i,
    code: 'docker-daemon',
    fault: 'user',
    next: 'Start Docker; in CodeBuild, set the privileged mode of the project.'
  },
  {
    pattern: /permission denied while trying to connect/i,
    code: 'docker-permission',
    fault: 'user',
    next: "Let this user talk to Docker's socket, for example by the group docker."
  },
  {
    pattern: /no space left on device/i,
    code: 'docker-disk-full',
    fault: 'user',
    next: 'Free space on the machine that builds, for example with "docker system prune", or make the image smaller.'
  },
  {
    pattern: /s3 cache|operation error S3:/i,
    code: 'cache-denied',
    fault: 'user',
    next: "The build asks S3 for its cache with the credentials of this run: check the bucket and its region in cache-from and cache-to, and allow s3:ListBucket, s3:GetObject and s3:PutObject on it in the role's policy."
  },
  {
    pattern: /is immutable|imagetagalreadyexists/i,
    code: 'tag-immutable',
    fault: 'user',
    next: 'The tag names another image for good: ship under a new tag, or set reuse-image: true to ship the one that is there.'
  },
  {
    pattern: /unexpected status from PUT request to \S*\/manifests\/\S+ 400 Bad Request/i,
    code: 'manifest-refused',
    fault: 'user',
    next: 'ECR answers so where an immutable tag is taken, and to a cache without image-manifest=true,oci-mediatypes=true in cache-to.'
  },
  {
    pattern: /name unknown|repository with name .* does not exist/i,
    code: 'repository-missing',
    fault: 'user',
    next: 'Create the repository in ECR, or set create-repository: true.'
  },
  {
    pattern: /not authorized to perform: ecr/i,
    code: 'docker-denied',
    fault: 'user',
    next: 'Allow the action that is named in the policy of the role that this run uses.'
  },
  {
    pattern: /toomanyrequests|pull rate limit/i,
    code: 'pull-rate-limit',
    fault: 'user',
    next: 'Log into Docker Hub before this step, or take the base image from ECR Public (public.ecr.aws/docker/library/…).'
  },
  {
    pattern:
      /no basic auth credentials|unauthorized|authorization token has expired|403 forbidden|access denied|denied:/i,
    code: 'docker-denied',
    fault: 'user',
    next: 'Check that the role may use this repository; for a base image in another account or region, name its registry in registries.'
  },
  {
    pattern: /exec format error|no match for platform|does not match the (?:detected host|specified) platform/i,
    code: 'docker-platform',
    fault: 'user',
    next: 'Build for a platform that the base image has and this machine can run (platforms), with QEMU set up where they differ.'
  },
  {
    pattern:
      /failed to read dockerfile|cannot locate specified dockerfile|dockerfile parse error|unknown instruction|target stage .* could not be found|failed to reach build target/i,
    code: 'dockerfile',
    fault: 'user',
    next: 'Check the Dockerfile, and the settings dockerfile and target.'
  },
  {
    pattern: /copy failed|add failed|failed to (?:compute cache key|calculate checksum)/i,
    code: 'build-context',
    fault: 'user',
    next: 'Check that the file is in the build context and not left out by .dockerignore.'
  },
  {
    pattern:
      /i\/o timeout|tls handshake timeout|connection reset|connection refused|unexpected eof|: eof\b|temporary failure|no such host|50[0234] |service unavailable|context deadline exceeded/i,
    code: 'docker-network',
    fault: 'aws',
    next: 'This is usually temporary: run it again.'
  }
];

/** Turns a failed Docker command into our error: what Docker said last, and what to do. */
export function explainDockerFailure(doing: string, result: RunResult): SlipwayError {
  const said = lastWords(result);
  const known = KNOWN.find(({ pattern }) => pattern.test(said));
  return new SlipwayError({
    code: known?.code ?? 'docker-failed',
    fault: known?.fault ?? 'user',
    what: `${doing} failed (exit code ${result.exitCode}): ${said === '' ? 'Docker said nothing about it.' : said.replace(/([^.!?])$/, '$1.')}`,
    next: known?.next
  });
}

/**
 * The tag is taken by another image and cannot be moved: somebody else was faster. BuildKit hides what the registry said behind the
 * status, so a refused manifest counts where it is that of this very tag, and the registry has to be asked.
 */
export function isTagTaken(error: unknown, repository: string, tag: string): boolean {
  if (!(error instanceof SlipwayError)) return false;
  if (error.code === 'manifest-refused') return error.what.includes(`/${repository}/manifests/${tag}: `);
  return error.code === 'tag-immutable';
}

/** It may well work the next time. */
export function isTransientDockerError(error: unknown): boolean {
  return error instanceof SlipwayError && error.code === 'docker-network';
}

/**
 * The lines that say why: the last one that speaks of an error, else the last three. BuildKit ends with a drawing of the Dockerfile and
 * one line of error, the old builder with that line alone, `docker push` with what the registry answered.
 */
function lastWords(result: RunResult): string {
  const lines = meaningful(result.stderr);
  const words = lines.length > 0 ? lines : meaningful(result.stdout);
  const error = words.findLast(line => /^(?:error|denied|unauthorized|failed|name unknown|tag invalid)\b/i.test(line));
  return error ?? words.slice(-3).join(' ');
}

function meaningful(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(
      line =>
        line !== '' &&
        !/^(?:-+|\d+ \|.*|WARNING.*|DEPRECATED.*|Install the buildx component.*|See '.*|Run '.*|View build details.*|https:\/\/docs\.docker\.com\S*)$/.test(
          line
        )
    );
}
