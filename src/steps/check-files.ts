import type { Config } from '../config/config.js';
import { formatProblem, ProblemsError, SlipwayError, toFindings, type Finding, type Problem } from '../errors.js';
import type { Files } from '../ports.js';
import { listNames, quote } from '../text/format.js';
import { checkImageFiles } from './check-image-files.js';
import { checkServiceFiles, type ServicePlan, type Whose } from './service-plan.js';
import { readAllSources, type Sources } from './read-sources.js';

/** The files of a run, read, and all that is found in them without asking AWS. */
interface Offline {
  /** One for each of the config's `rollouts`, in their order. */
  readonly sources: readonly Sources[];
  /** The Dockerfiles that were read. */
  readonly dockerfiles: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads and checks the files that the settings name: what a run does first, and what `slipway check` tells. */
export async function checkOffline(config: Config, files: Files): Promise<Offline> {
  const sources = await readAllSources(config.rollouts, files);
  const checked = config.rollouts.map((_service, index) =>
    checkServiceFiles(settingsOf(config, index), elementAt(sources, index))
  );
  const findings: Finding[] = checked.flatMap(service => service.findings);
  const complete = sources.every(({ taskDefinition }) => taskDefinition !== undefined);
  if (complete && !findings.some(isError)) {
    findings.push(...toFindings(logUnused(config, checked), 'error'));
  }
  const uses = checked.map(({ containers }, index) => ({ containers, taskDefinition: sources[index]?.taskDefinition }));
  const images = await checkImageFiles(config, uses, files);
  findings.push(...images.findings);
  return { sources, dockerfiles: images.dockerfiles, findings: uniqueProblems(findings) };
}

export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Throws what is wrong, if anything is. */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(uniqueProblems(problems));
}

/** What several services or environments share is told once. */
export function uniqueProblems<P extends Problem>(problems: readonly P[]): readonly P[] {
  return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
}

/** An image whose container no service has would be built for nothing. A single service has told that itself. */
export function logUnused(
  { images, rollouts }: Config,
  services: readonly Pick<ServicePlan, 'containers'>[]
): readonly Problem[] {
  if (rollouts.length === 1) return [];
  return images.flatMap(({ container }, index) => {
    if (services.some(({ containers }) => (containers[index] ?? []).length > 0)) return [];
    const what = `No service has a container ${container === undefined ? 'for the image' : quote(container)}.`;
    const next = `Correct images, or the task definitions of ${listNames(rollouts.map(({ rollout }) => rollout.service ?? ''))}.`;
    return [{ code: 'unknown-container', place: { path: 'images' }, what, next }];
  });
}

export function settingsOf({ images, rollouts }: Config, index: number): Whose {
  return { ...elementAt(rollouts, index), images, rollouts };
}

export function elementAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item !== undefined) return item;
  throw new SlipwayError({
    code: 'bug',
    fault: 'slipway',
    what: `There is no service ${index + 1} of ${items.length}.`
  });
}
