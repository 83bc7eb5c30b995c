import type { Finding } from '../../errors.js';
import { checkArtifacts, type DeployProvider } from './artifacts.js';
import { checkCommands } from './commands.js';
import type { Report } from './finding.js';
import { checkPushes } from './push.js';
import { checkStructure } from './structure.js';
import { interpretBuildspec } from '../buildspec-reader/interpret.js';
import { followFailures } from '../buildspec-flow/explore.js';
import type { Buildspec } from '../buildspec-reader/reader.js';

export interface CheckOptions {
  /** The provider of the pipeline's deploy action; without it only what is wrong with either is told. */
  readonly deployProvider?: DeployProvider | undefined;
}

/**
 * The known mistakes in a buildspec, by line, each with its rule (`code`), its place and its cure. An error stops the build or ships what
 * should not be shipped; a warning may be meant.
 */
export function checkBuildspec(buildspec: Buildspec, options: CheckOptions = {}): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (severity, rule, place, what, next) => {
    findings.push({ severity, code: rule.name, place, what, next });
  };
  const run = interpretBuildspec(buildspec);
  checkStructure(buildspec, report);
  const facts = followFailures(buildspec, run);
  checkPushes(buildspec, facts, report);
  checkCommands(buildspec, run, report);
  checkArtifacts(buildspec, run, facts, options.deployProvider, report);
  const position = ({ place }: Finding): number => (place.line ?? 0) * 1000 + (place.column ?? 0);
  return findings.toSorted((one, other) => position(one) - position(other));
}
