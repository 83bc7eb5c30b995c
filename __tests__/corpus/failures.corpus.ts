import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { readFailure, type FailureSample } from '../causes/read-failure.js';

/** Real texts of failures, which belong to others: they are kept beside the project and not in it. */
const FILE = join(import.meta.dirname, '../../../shared/field/failures.jsonl');

const SAMPLES: readonly FailureSample[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line) as FailureSample)
  : [];

/** Of the groups whose texts come from the outside without a code that says it all, so many have to be right, in percent. */
const LEAST: Readonly<Record<string, number>> = { a: 90, b: 90, d: 90 };

/** Most refusals share the class `other`: which row of the table each is has to be said. */
const ROWS: Readonly<Record<string, string>> = {
  a26: 'image-disk-full',
  a80: 'image-file-system',
  a82: 'image-disk-full',
  b10: 'attribute-missing',
  b17: 'quota-reached',
  b25: 'deployment-percent',
  b27: 'rolling-back',
  b28: 'target-group-missing',
  c02: 'codedeploy-not-continued',
  c03: 'codedeploy-role-lambda',
  c04: 'codedeploy-hook-silent',
  c05: 'codedeploy-hook-failed',
  c07: 'container-port',
  c09: 'revision-invalid',
  c10: 'denied-pass-role',
  c11: 'task-sets-left',
  c13: 'codedeploy-role-missing',
  c18: 'codedeploy-internal',
  d04: 'manifest-forbidden',
  d21: 'docker-builder',
  d24: 'credential-store',
  d26: 'credential-helper-missing',
  d28: 'build-context',
  d29: 'dockerfile',
  d33: 'docker-disk-full',
  e01: 'role-invalid',
  e02: 'execution-role-needed',
  e03: 'execution-role-needed',
  e04: 'task-size',
  e05: 'task-size',
  e06: 'too-large',
  e08: 'denied-pass-role',
  e11: 'denied-explicitly',
  e12: 'controller-codedeploy',
  e13: 'controller-codedeploy',
  e14: 'target-group-unused',
  e17: 'infrastructure-role',
  e18: 'service-inactive',
  e20: 'deployment-active',
  e21: 'api-not-found',
  e24: 'network-configuration',
  e25: 'network-missing',
  e27: 'task-role-not-assumed',
  e28: 'account-blocked',
  e30: 'token-audience',
  e33: 'session-too-long',
  e35: 'denied',
  e37: 'credentials-expired',
  e38: 'credentials-invalid'
};

describe('real texts of failures', () => {
  if (SAMPLES.length === 0) {
    process.stderr.write('SKIPPED: real texts of failures: there are none in ../shared/field beside the project.\n');
    it.skip('are not there', () => undefined);
    return;
  }
  const read = SAMPLES.map(sample => ({ sample, reading: readFailure(sample) }));

  it.each(read)('$sample.id is read truly, or passed on', ({ sample, reading }) => {
    if (reading === undefined) return;
    expect(reading).toMatchObject({ cause: sample.truth.cause, deterministic: sample.truth.deterministic });
    const row = sample.truth.telling === false ? 'routine' : ROWS[sample.id];
    if (sample.truth.cause === 'other') expect(reading.id).toBe(row);
    if (sample.truth.telling !== undefined) expect(reading.telling).toBe(sample.truth.telling);
  });

  const groups = [...new Set(SAMPLES.map(({ group }) => group))].sort();
  it.each(groups)('group %s: enough are right', group => {
    const mine = read.filter(({ sample }) => sample.group === group);
    const passedOn = mine.filter(({ reading }) => reading === undefined).length;
    const right = mine.filter(
      ({ sample, reading }) =>
        reading?.cause === sample.truth.cause && reading.deterministic === sample.truth.deterministic
    ).length;
    process.stdout.write(
      `group ${group}: ${right} right, ${passedOn} passed on, ${mine.length - right - passedOn} wrong\n`
    );
    expect((100 * right) / mine.length).toBeGreaterThanOrEqual(LEAST[group] ?? 85);
  });
});
