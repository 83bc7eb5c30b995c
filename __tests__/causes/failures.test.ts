import { describe, expect, it } from '@jest/globals';

import { causeOfRefusal } from '../../src/causes/api-error.js';
import type { Cause } from '../../src/causes/cause.js';
import { causeOfCodeDeploy } from '../../src/causes/codedeploy-failure.js';
import { causeNamed } from '../../src/causes/find-cause.js';
import { causeOfEvent } from '../../src/causes/service-event.js';
import { explainDockerFailure } from '../../src/image/docker/docker-failure.js';
import { classifyStop } from '../../src/rollout/monitor/stop-reasons.js';
import { CODEDEPLOY } from './texts/codedeploy.js';
import { DOCKER_BUILDS } from './texts/docker-builds.js';
import { DOCKER_PUSHES } from './texts/docker-pushes.js';
import { EVENTS } from './texts/events.js';
import { REFUSALS } from './texts/refusals.js';
import { REFUSALS_ACCESS } from './texts/refusals-access.js';
import { TASKS_ENDS } from './texts/tasks-ends.js';
import { TASKS_IMAGES } from './texts/tasks-images.js';
import { TASKS_SETUP } from './texts/tasks-setup.js';
import { TASKS_START } from './texts/tasks-start.js';

type Row = readonly [kind: string, deterministic: boolean | 'unknown', text: string, cause: Cause | undefined];

const ROWS: readonly Row[] = [
  ...[...TASKS_IMAGES, ...TASKS_SETUP, ...TASKS_START, ...TASKS_ENDS].map(([kind, deterministic, task]): Row => {
    const { stoppedReason = '', containers = [] } = task;
    const ends = containers.map(({ reason, exitCode }) => reason ?? exitCode ?? '');
    return [kind, deterministic, `${stoppedReason} ${ends.join(' ')}`, classifyStop(task)?.found?.cause];
  }),
  ...EVENTS.map(([kind, deterministic, event]): Row => [kind, deterministic, event, causeOfEvent(event)?.cause]),
  ...CODEDEPLOY.map(([kind, deterministic, error]): Row => {
    return [kind, deterministic, `${error.errorCode ?? ''}: ${error.message ?? ''}`, causeOfCodeDeploy(error)?.cause];
  }),
  ...[...DOCKER_BUILDS, ...DOCKER_PUSHES].map(([kind, deterministic, [doing, stderr]]): Row => {
    const { code } = explainDockerFailure(doing, { exitCode: 1, stdout: '', stderr });
    return [kind, deterministic, `${doing}: ${stderr}`, causeNamed(code)];
  }),
  ...[...REFUSALS_ACCESS, ...REFUSALS].map(([kind, deterministic, refusal]): Row => {
    return [kind, deterministic, `${refusal.name}: ${refusal.message}`, causeOfRefusal(refusal)?.cause];
  })
];

describe('the cause of', () => {
  it.each(ROWS)('%s (%s): %s', (kind, deterministic, _text, cause) => {
    expect({ id: cause?.id, class: cause?.class, deterministic: cause?.deterministic }).toEqual({
      id: cause?.id,
      class: kind,
      deterministic
    });
  });

  it.each([...REFUSALS_ACCESS, ...REFUSALS])('%s (%s): %p is %s', (_kind, _deterministic, refusal, id) => {
    expect(causeOfRefusal(refusal)?.cause.id).toBe(id);
  });
});
