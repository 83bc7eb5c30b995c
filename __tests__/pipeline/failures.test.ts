import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';
import { dump } from 'js-yaml';

import { findTruth, writePrograms, type Truth } from './buildspec-truth.js';
import { check } from './check-cases.js';
import { FAILURE_CASES, LATER_CASES, type FailureCase } from './failure-cases.js';

function write(parts: FailureCase): string {
  const phase = (commands: readonly string[] | undefined, more: Record<string, unknown> = {}): unknown =>
    commands === undefined ? undefined : { ...more, commands };
  const phases = {
    install: phase(parts.install),
    pre_build: phase(parts.pre),
    build: phase(parts.build, {
      ...(parts.buildOnFailure === undefined ? {} : { 'on-failure': parts.buildOnFailure }),
      ...(parts.finallyBuild === undefined ? {} : { finally: parts.finallyBuild })
    }),
    post_build: phase(parts.post, parts.finallyPost === undefined ? {} : { finally: parts.finallyPost })
  };
  const base = parts.baseDirectory === undefined ? {} : { 'base-directory': parts.baseDirectory };
  const artifacts = { files: parts.artifacts ?? ['app/Dockerfile'], ...base };
  return dump({ version: '0.2', env: { shell: 'bash' }, phases, artifacts }, { skipInvalid: true, lineWidth: -1 });
}

/** What the check says of the same. Warnings are no claim. */
function claim(text: string): Truth {
  const found = check(text);
  const errors = found.filter(({ severity }) => severity === 'error').map(({ code }) => String(code));
  return {
    pushesAfterFailure: errors.includes('push-after-failed-build'),
    hidesFailure: errors.includes('unseen-failure'),
    hasArtifacts: !found.some(({ code }) => /^artifact-(?:elsewhere|not-written)$/.test(code))
  };
}

/** A push after a failed build is told once: that the failure is hidden too goes without saying. */
function told({ pushesAfterFailure, hidesFailure, hasArtifacts }: Truth): Truth {
  return { pushesAfterFailure, hidesFailure: hidesFailure && !pushesAfterFailure, hasArtifacts };
}

const programs = mkdtempSync(join(tmpdir(), 'slipway-programs-'));
writePrograms(programs);
afterAll(() => rmSync(programs, { recursive: true, force: true }));

describe('what the check says of a buildspec is what bash does with it', () => {
  it.each(Object.entries({ ...FAILURE_CASES, ...LATER_CASES }))('%s', (_, parts) => {
    const text = write(parts);
    expect(told(claim(text))).toEqual(told(findTruth(text, programs)));
  });
});
