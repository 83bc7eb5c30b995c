import type { ServerResponse } from 'node:http';

import type { Timeline } from '../../server/timeline.js';
import { errorPage, sendPlain } from './answers.js';
import { IDLE_TIMEOUT } from './forward.js';
import type { Target } from '../../server/target.js';

interface Played {
  readonly target: Target;
  /** The target group's name. */
  readonly targetGroup: string;
  /** How many requests the task got before this one. */
  readonly earlier: number;
  readonly timeline: Timeline;
}

/** Answers for a task that is played, as its behaviour says: it names itself, in headers and as JSON. */
export function playAnswer(response: ServerResponse, { target, targetGroup, earlier, timeline }: Played): void {
  const { behaviour, task, taskDefinition } = target;
  const status = /^answers-(\d{3})$/.exec(behaviour)?.[1];
  switch (behaviour) {
    case 'answers-nothing':
      waitOut(response, timeline);
      return;
    case 'answers-reset':
      sendPlain(response, errorPage(502));
      return;
    default: {
      const isOff = behaviour === 'answers-on-and-off' && earlier % 2 === 1;
      const headers = {
        'content-type': 'application/json',
        'x-slipway-task-definition': taskDefinition,
        'x-slipway-target-group': targetGroup,
        'x-slipway-task': task
      };
      const body = Buffer.from(`${JSON.stringify({ taskDefinition, targetGroup, task })}\n`);
      response.writeHead(isOff ? 500 : Number(status ?? 200), { ...headers, 'content-length': body.length });
      response.end(body);
    }
  }
}

/** The load balancer waits for its idle timeout, in virtual time; a client may be gone before. */
function waitOut(response: ServerResponse, timeline: Timeline): void {
  const due = timeline.after(IDLE_TIMEOUT, () => sendPlain(response, errorPage(504)));
  // Virtual time passes only where somebody looks at it.
  const alarm = setTimeout(() => timeline.advance(), IDLE_TIMEOUT / timeline.scale + 1);
  response.once('close', () => {
    due.cancel();
    clearTimeout(alarm);
  });
}
