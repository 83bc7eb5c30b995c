import type { Cause, FoundCause, Sign } from './cause.js';
import type { Facts } from './facts.js';
import { parseText, type FailureText } from './parse-text.js';
import { findReason, type Reason } from './reason.js';
import type { Stage } from './stage.js';
import { CAUSES } from './table.js';

/** A text with what it says of the work that failed. */
interface Reading {
  readonly text: FailureText;
  readonly stage: Stage | undefined;
  readonly reason: Reason | undefined;
  readonly facts: Facts;
}

/** The first row of the table that a text fulfils; undefined where none is true of it. Pure. */
export function findCause(text: FailureText, stage: Stage | undefined, more: Facts = {}): FoundCause | undefined {
  const facts = { ...text.facts, ...more };
  const reading = { text, stage, reason: findReason(text), facts };
  const cause = CAUSES.find(({ signs }) => signs.some(sign => isSign(sign, reading)));
  return cause === undefined ? undefined : { cause, facts };
}

/** A row of the table by its id. Pure. */
export function causeNamed(id: string): Cause | undefined {
  return CAUSES.find(cause => cause.id === id);
}

function isSign({ stage, reason, error, words, status, fact }: Sign, reading: Reading): boolean {
  const { text } = reading;
  return (
    (stage === undefined || includes(stage, reading.stage)) &&
    (reason === undefined || includes(reason, reading.reason)) &&
    (error === undefined || text.errors.some(name => error.test(name))) &&
    (words === undefined || words.test(text.words)) &&
    (status === undefined || text.statuses.includes(status)) &&
    (fact === undefined || hasFact(reading.facts, fact))
  );
}

function includes<T extends string>(wanted: T | readonly T[], found: T | undefined): boolean {
  return typeof wanted === 'string' ? wanted === found : found !== undefined && wanted.includes(found);
}

function hasFact(facts: Facts, fact: NonNullable<Sign['fact']>): boolean {
  if (typeof fact === 'string') return facts[fact] !== undefined;
  const [name, pattern] = fact;
  return pattern.test(facts[name] ?? '');
}

/** Takes a text apart and finds its cause. Pure. */
export function causeOfText(text: string, stageOf: (parsed: FailureText) => Stage | undefined): FoundCause | undefined {
  const parsed = parseText(text);
  return findCause(parsed, stageOf(parsed));
}
