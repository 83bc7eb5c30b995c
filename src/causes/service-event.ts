import type { FoundCause } from './cause.js';
import { causeOfText } from './find-cause.js';
import { parseText } from './parse-text.js';
import { findTaskStage, type Stage } from './stage.js';

/** The start of an event says what ECS was doing; what follows is the reason. */
const FORMS: readonly (readonly [Stage, RegExp])[] = [
  ['launch', /\bfailed to launch (?:a )?tasks?(?: with)?\s*(?:\(error (?<reason>.*)\)|(?<rest>.*))/is],
  ['place', /\bunable to (?:place|start|launch) (?:a )?tasks?\b(?! during)(?<rest>.*)/is],
  ['place', /\bunable to reach steady state\. Reason: (?<reason>.*)/is]
];

/**
 * Why ECS says in a service event that something does not go; a cause that is `routine` where it tells of its usual work.
 *
 * @returns undefined where the event says nothing that is known. Pure.
 */
export function causeOfEvent(message: string): FoundCause | undefined {
  for (const [stage, form] of FORMS) {
    const found = form.exec(message)?.groups;
    const reason = found?.['reason'] ?? found?.['rest'];
    if (reason === undefined) continue;
    return causeOfPlacement(reason, stage);
  }
  return causeOfText(message, () => 'event');
}

/**
 * Why ECS could not place or launch a task, by its own reason: of a service event, or one of RunTask's failures, as `RESOURCE:MEMORY`. Pure.
 */
export function causeOfPlacement(reason: string, stage: Stage = 'place'): FoundCause | undefined {
  const own = reason.replace(/^\s*because no container instance met all of its requirements\.?|\bReason:\s*/gi, '');
  const text = own.replace(/For more information, see.*$/s, '').trim();
  const inner = findTaskStage(parseText(text));
  return (inner === 'task' ? undefined : causeOfText(text, () => inner)) ?? causeOfText(text, () => stage);
}
