import type { Config } from '../config/config.js';
import { type Finding, type Problem, ProblemsError, type RuleProblem, toFindings, uniqueProblems } from '../errors.js';
import type { Files } from '../ports.js';
import { UNKNOWN_CONTAINER } from '../task-definition/image-assignment.js';
import { listNames, quote } from '../text/format.js';
import { checkImageFiles } from './check-image-files.js';
import { checkServiceFiles, containersOf, type CheckedService, type RunSettings } from './prepare-service.js';
import { readServices } from './read-sources.js';

/** The files of a run, read, and all that is found in them without asking AWS. */
interface Offline {
  /** One for each of the config's `rollouts`, in their order. */
  readonly services: readonly CheckedService[];
  /** The Dockerfiles that were read. */
  readonly dockerfiles: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads and checks the files that the settings name: what a run does first, and what `slipway check` tells. */
export async function checkOffline(config: Config, files: Files): Promise<Offline> {
  const read = config.deploysArtifacts
    ? readServices(config.rollouts, files, false)
    : readServices(config.rollouts, files);
  const services = (await read).map(service => checkServiceFiles(service, config));
  const findings: Finding[] = services.flatMap(service => service.findings);
  const complete = services.every(({ sources }) => sources.taskDefinition !== undefined);
  if (complete && !findings.some(isError)) {
    findings.push(...toFindings(logUnused(config, services), 'error'));
  }
  const images = await checkImageFiles(config, services, files);
  findings.push(...images.findings);
  return { services, dockerfiles: images.dockerfiles, findings: uniqueProblems(findings) };
}

export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Throws what is wrong, if anything is. */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(uniqueProblems(problems));
}

/** An image whose container no service has would be built for nothing. A single service has told that itself. */
export function logUnused(
  { images, rollouts }: RunSettings,
  services: readonly Pick<CheckedService, 'assignments'>[]
): readonly RuleProblem[] {
  if (rollouts.length === 1) return [];
  return images.flatMap(image => {
    if (services.some(service => containersOf(service, image).length > 0)) return [];
    const { container } = image;
    const what = `No service has a container ${container === undefined ? 'for the image' : quote(container)}.`;
    const next = `Correct images, or the task definitions of ${listNames(rollouts.map(({ rollout }) => rollout.service ?? ''))}.`;
    return [{ code: UNKNOWN_CONTAINER.name, place: { path: 'images' }, what, next }];
  });
}
