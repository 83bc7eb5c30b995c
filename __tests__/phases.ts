/** An entry of the output `phases`. */
export interface Phase {
  readonly phase: string;
  readonly 'started-at': string;
  readonly seconds: number;
  readonly image?: string;
  readonly service?: string;
  readonly tasks?: true;
}

export function readPhases(output: string | undefined): readonly Phase[] {
  return output === undefined ? [] : (JSON.parse(output) as readonly Phase[]);
}

/** Those that follow one another: the job's own, with the deployment's where there is one. */
export function sequenceOf(phases: readonly Phase[]): readonly Phase[] {
  return phases.filter(({ image, service, tasks }) => image === undefined && service === undefined && tasks !== true);
}

/** The names alone. */
export function namesOf(phases: readonly Phase[]): readonly string[] {
  return phases.map(({ phase, image, service }) => [phase, image, service].filter(Boolean).join(' '));
}

/** Seconds are rounded to the millisecond, each by itself. */
const ROUNDING = 2;

/**
 * What is wrong with the phases of a run: those that follow one another have a gap or overlap, begin before the run or end after it, or one of
 * an image is outside of the job's build and push. The times of a run are milliseconds.
 */
export function findWrongPhases(
  phases: readonly Phase[],
  run: { readonly startedAt: number; readonly endedAt: number }
): readonly string[] {
  const spans = phases.map(each => {
    const startedAt = Date.parse(each['started-at']);
    return { ...each, startedAt, endedAt: startedAt + each.seconds * 1000 };
  });
  const wrong: string[] = [];
  const name = (phase: Phase): string => `${namesOf([phase]).join('')} at ${phase['started-at']}`;
  spans.forEach((span, index) => {
    if (!(span.seconds >= 0)) wrong.push(`${name(span)} has ${span.seconds} seconds`);
    if (index > 0 && span.startedAt < (spans[index - 1]?.startedAt ?? 0)) wrong.push(`${name(span)} is out of order`);
    if (span.endedAt > run.endedAt + ROUNDING) wrong.push(`${name(span)} ends after the run`);
  });
  const own = spans.filter(span => sequenceOf([span]).length > 0);
  own.forEach((span, index) => {
    const before = own[index - 1];
    const gap = before === undefined ? 0 : span.startedAt - before.endedAt;
    if (Math.abs(gap) > ROUNDING) wrong.push(`${gap} ms between ${before?.phase ?? ''} and ${name(span)}`);
  });
  const first = own.find(({ phase }) => phase !== 'before');
  if (first !== undefined && first.startedAt < run.startedAt) wrong.push(`${name(first)} begins before the run`);
  const works = own.filter(({ phase }) => phase === 'build' || phase === 'push');
  const [from, to] = [works[0]?.startedAt ?? Infinity, (works.at(-1)?.endedAt ?? 0) + ROUNDING];
  for (const span of spans) {
    if (span.image !== undefined && (span.startedAt < from || span.endedAt > to))
      wrong.push(`${name(span)} is not within`);
  }
  return wrong;
}
