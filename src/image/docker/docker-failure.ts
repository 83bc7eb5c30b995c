import { fillFacts, faultOf } from '../../causes/cause.js';
import { causeOfDocker } from '../../causes/docker-output.js';
import { causeNamed } from '../../causes/find-cause.js';
import type { Stage } from '../../causes/stage.js';
import { SlipwayError } from '../../errors.js';
import type { RunResult } from '../../ports.js';

/** What a command of ours does, by the words that it is told with. */
const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/^docker login/i, 'docker-login'],
  [/^pushing/i, 'push'],
  [/^building/i, 'build']
];

/** Turns a failed Docker command into our error: what Docker said of the reason, and what to do. */
export function explainDockerFailure(doing: string, result: RunResult): SlipwayError {
  const output = result.stderr.trim() === '' ? result.stdout : result.stderr;
  const { message: said, found } = causeOfDocker(
    output,
    STAGES.find(([pattern]) => pattern.test(doing))?.[1] ?? 'docker'
  );
  return new SlipwayError({
    code: found?.cause.id ?? 'docker-failed',
    fault: found === undefined ? 'user' : faultOf(found.cause),
    what: `${doing} failed (exit code ${result.exitCode}): ${said === '' ? 'Docker gave no reason.' : said.replace(/([^.!?])$/, '$1.')}`,
    next: found === undefined ? undefined : fillFacts(found.cause.advice, found.facts)
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
  return error instanceof SlipwayError && causeNamed(error.code)?.retry !== undefined;
}
