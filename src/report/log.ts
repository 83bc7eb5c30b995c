import { ProblemsError, SlipwayError } from '../errors.js';
import { formatProblem } from '../errors.js';
import type { Reporter } from '../ports.js';
import { describeAdvice } from './advice.js';
import { listFindings } from './diagnosis.js';
import { listGateFindings } from './gates.js';
import { consoleUrl, type RunReport } from './outputs.js';
import { describeFailure } from './summary.js';
import { styleOf } from './outcome-style.js';
import { describeSize } from './image-size.js';
import { describeTimeline } from './timeline.js';

/** Tells how the run ended, and after a failure why: one error, then everything that was found out. */
export async function logOutcome(reached: RunReport, reporter: Reporter): Promise<void> {
  const { outcome, rollout, target } = reached;
  const { green, word } = styleOf(outcome);
  const diagnosis = rollout?.diagnosis;
  const failure = green ? '' : describeFailure(reached);
  const findings = [...listGateFindings(rollout), ...(diagnosis === undefined ? [] : listFindings(diagnosis))];
  if (findings.length > 0 && !green) {
    await reporter.group('Why it failed', async () => {
      for (const { title, lines, proof } of findings) {
        // The error follows, and nothing needs to be read twice.
        const isTold = lines.every(line => failure.includes(line));
        if (isTold && proof !== true) continue;
        reporter.info(isTold ? `${title}: see the error at the end.` : `${title}:`);
        if (!isTold) for (const line of lines) reporter.info(`  ${line}`);
      }
      if (diagnosis?.cause?.page !== undefined) reporter.info(`More about the likely cause: ${diagnosis.cause.page}`);
    });
  }
  logFigures(reached, reporter);
  const url = consoleUrl(reached);
  if (url !== undefined) reporter.info(url);
  if (!green) reporter.error(failure);
  else {
    const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
    reporter.info(`${word}${where}${rollout?.reason === undefined ? '.' : `: ${rollout.reason}`}`);
  }
}

/** Tells how large the images are, where the time went, and what would have saved some. */
export function logFigures(reached: RunReport, reporter: Reporter): void {
  for (const image of reached.images) {
    const size = describeSize(image);
    if (size !== undefined) reporter.info(`${image.uri}: ${size}`);
  }
  for (const line of [...describeTimeline(reached), ...describeAdvice(reached)]) reporter.info(line);
}

/** Tells an error, each problem by itself with its place, so that annotations land where the mistake is. */
export function logError(error: unknown, reporter: Reporter): void {
  if (error instanceof ProblemsError) {
    for (const { place, what, next } of error.problems) {
      const text = formatProblem({ code: '', place: { path: place.path }, what, next });
      reporter.error(text, place.file === undefined ? undefined : place);
    }
    return;
  }
  reporter.error(error instanceof Error ? error.message : String(error));
  if (!(error instanceof SlipwayError) && error instanceof Error && error.stack !== undefined)
    reporter.debug(error.stack);
  if (error instanceof SlipwayError && error.cause instanceof Error)
    reporter.debug(error.cause.stack ?? error.cause.message);
}
