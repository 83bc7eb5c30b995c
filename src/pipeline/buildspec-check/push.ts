import { RuleList } from '../../errors.js';
import type { Report } from './finding.js';
import type { FlowFact, FlowFacts } from '../buildspec-flow/explore.js';
import { placeOf } from '../buildspec-flow/site.js';
import { explainUnseen } from './unseen.js';
import { readImageCall } from '../buildspec-reader/image-tools.js';
import { plainText } from '../buildspec-reader/visit.js';
import type { BuildCommand, Buildspec } from '../buildspec-reader/reader.js';

const PHASES_PAGE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html';

export const PUSH_RULES = new RuleList();
const PUSH_AFTER_FAILED_BUILD = PUSH_RULES.add(
  'push-after-failed-build',
  'either',
  'An image is pushed even if the build failed, because post_build runs then too. A warning where a script that is not in the buildspec may prevent it.',
  PHASES_PAGE
);
const UNSEEN_FAILURE = PUSH_RULES.add(
  'unseen-failure',
  'either',
  'A failed build or push does not fail the phase. A warning where a script that is not in the buildspec may do so.',
  PHASES_PAGE
);

const GUARD = 'test "$CODEBUILD_BUILD_SUCCEEDING" = 1';

/** A push that runs although the image was not built, and builds and pushes whose failure nobody sees. */
export function checkPushes(buildspec: Buildspec, facts: FlowFacts, report: Report): void {
  const order = new Map(
    buildspec.phases
      .flatMap(({ commands, finallyCommands }) => [...commands, ...finallyCommands])
      .map((command, index) => [command, index] as const)
  );
  const sorted = (some: readonly FlowFact[]): readonly FlowFact[] =>
    some.toSorted(
      ({ site: one }, { site: other }) =>
        (order.get(one.command) ?? 0) - (order.get(other.command) ?? 0) || one.node.offset - other.node.offset
    );
  const { afterFailedPhase, pushedAfter, unseen } = facts;
  const inFinally = ({ site }: FlowFact): boolean => site.command.phase === 'build';
  const pushes = sorted(afterFailedPhase);
  reportPushes(pushes.filter(inFinally), report);
  reportPushes(
    pushes.filter(fact => !inFinally(fact)),
    report
  );
  const pushed = new Set(pushedAfter.map(({ site }) => site.node));
  for (const fact of sorted(pushedAfter)) reportUnseen(fact, true, report);
  for (const fact of sorted(unseen)) if (!pushed.has(fact.site.node)) reportUnseen(fact, false, report);
}

/**
 * After a failed BUILD phase CodeBuild runs POST_BUILD all the same
 * (https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html), and `finally` after a failed command.
 */
function reportPushes(facts: readonly FlowFact[], report: Report): void {
  const certain = facts.filter(fact => fact.certain);
  const reported = certain.length > 0 ? certain : facts;
  const [first] = reported;
  if (first === undefined) return;
  const { phase } = first.site.command;
  const where = phase === 'build' ? 'finally of the build phase' : 'post_build';
  const more = reported.length === 1 ? '' : ` (and ${reported.length - 1} more)`;
  const unless = first.certain ? '' : `, unless a script before it, which is not in the buildspec, ends the phase`;
  const what = `The push${more} runs in ${where} also after the build phase failed${unless}: it may push an image that was not built or not tested, and it hides the cause.`;
  const next =
    phase === 'build'
      ? 'Move it to the end of commands.'
      : `Write as the first command of post_build: - ${GUARD}. Or push at the end of the build phase.`;
  report(first.certain ? 'error' : 'warning', PUSH_AFTER_FAILED_BUILD, placeOf(first.site), what, next);
}

function reportUnseen({ site, certain }: FlowFact, pushes: boolean, report: Report): void {
  const { command, node } = site;
  const { how, next } = explainUnseen(command, node);
  const shown = showCall(
    command,
    site.node.words.map(word => plainText(word) ?? word.source)
  );
  const unless = certain ? '' : ', unless a script that is not in the buildspec asks for it';
  const what = `If ${shown} fails, nobody sees it${unless}: it ${how}${pushes ? ', and a push comes all the same' : ''}.`;
  const rule = pushes ? PUSH_AFTER_FAILED_BUILD : UNSEEN_FAILURE;
  report(certain ? 'error' : 'warning', rule, placeOf(site), what, next);
}

function showCall(command: BuildCommand, words: readonly string[]): string {
  return readImageCall(words)?.shown ?? `the build or push that ${words[0] ?? command.text} runs`;
}
