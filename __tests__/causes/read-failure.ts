import type { Task } from '@aws-sdk/client-ecs';

import { causeOfRefusal } from '../../src/causes/api-error.js';
import type { FoundCause } from '../../src/causes/cause.js';
import { causeOfCodeDeploy } from '../../src/causes/codedeploy-failure.js';
import { causeNamed } from '../../src/causes/find-cause.js';
import { causeOfEvent } from '../../src/causes/service-event.js';
import { causeOfLogs } from '../../src/causes/stopped-task.js';
import { explainDockerFailure } from '../../src/image/docker/docker-failure.js';
import { classifyStop } from '../../src/rollout/monitor/stop-reasons.js';

/** A text as the API or the program gave it: of a stopped task, a service event, CodeDeploy, Docker, or an API that refused. */
export type FailureText =
  | { readonly group: 'a'; readonly text: Task & { readonly logs?: readonly string[] } }
  | { readonly group: 'b'; readonly text: { readonly message: string } }
  | {
      readonly group: 'c';
      readonly text: {
        readonly errorInformation: { readonly code: string; readonly message: string };
        readonly failedEvent: string | null;
      };
    }
  | {
      readonly group: 'd';
      readonly text: {
        readonly doing: string;
        readonly exitCode: number;
        readonly stderr: string;
        readonly stdout: string;
      };
    }
  | {
      readonly group: 'e';
      readonly text: { readonly name: string; readonly message: string; readonly httpStatus: number };
    };

export type FailureSample = FailureText & {
  readonly id: string;
  readonly truth: {
    readonly cause: string;
    readonly deterministic: boolean | 'unknown';
    readonly telling?: boolean;
    readonly advice: string;
  };
};

interface Reading {
  readonly id: string;
  readonly cause: string;
  readonly deterministic: boolean | 'unknown';
  readonly telling: boolean;
}

/** The cause that Slipway finds; undefined where it claims none. */
export function readFailure(sample: FailureText): Reading | undefined {
  const cause = findCause(sample);
  if (cause === undefined) return undefined;
  const { id, class: kind, deterministic, routine } = cause;
  return { id, cause: kind, deterministic, telling: routine !== true };
}

function findCause(sample: FailureText): FoundCause['cause'] | undefined {
  switch (sample.group) {
    case 'a': {
      const found = classifyStop(sample.text)?.found;
      return found === undefined ? undefined : causeOfLogs(found, sample.text.logs ?? []).cause;
    }
    case 'b':
      return causeOfEvent(sample.text.message)?.cause;
    case 'c': {
      const { errorInformation, failedEvent } = sample.text;
      const { code, message } = errorInformation;
      return causeOfCodeDeploy({ errorCode: code, message, failedEvent: failedEvent ?? undefined })?.cause;
    }
    case 'd':
      return causeNamed(explainDockerFailure(sample.text.doing, sample.text).code);
    case 'e':
      return causeOfRefusal(sample.text)?.cause;
  }
}
