import type { Finding } from '../errors.js';
import type { TaskDefinitionFile } from './types.js';
import { checkContainers } from './rules/containers.js';
import { checkDependencies } from './rules/dependencies.js';
import { checkFargate } from './rules/fargate.js';
import type { RuleFinding } from './rules/finding.js';
import { checkHealth } from './rules/health.js';
import { checkLimits } from './rules/limits.js';
import { checkLogging } from './rules/logging.js';
import { makeRuleContext, type DefinitionFacts, type RuleContext } from './rules/context.js';
import { checkManagedInstances } from './rules/managed-instances.js';
import { checkMemory } from './rules/memory.js';
import { checkNetwork, checkProxy } from './rules/network.js';
import { checkPlaceholders } from './rules/placeholders.js';
import { checkPlatform } from './rules/platform.js';
import { checkPorts } from './rules/ports.js';
import { checkResources } from './rules/resources.js';
import { checkRoles } from './rules/roles.js';
import { checkSecrets } from './rules/secrets.js';
import { checkSizes } from './rules/sizes.js';
import { checkVolumes } from './rules/volumes.js';

export type { DefinitionFacts, ImageFacts } from './rules/context.js';
export { RULES, type RuleName } from './rules/table.js';

const SUBJECTS: readonly ((look: RuleContext) => readonly RuleFinding[])[] = [
  checkSizes,
  checkMemory,
  checkNetwork,
  checkProxy,
  checkPorts,
  checkContainers,
  checkDependencies,
  checkHealth,
  checkSecrets,
  checkRoles,
  checkLogging,
  checkVolumes,
  checkPlatform,
  checkFargate,
  checkManagedInstances,
  checkResources,
  checkLimits,
  checkPlaceholders
];

/**
 * Finds in a task definition what ECS refuses, beyond its structure (`readTaskDefinition`): an error where AWS refuses to register it or
 * to start any task of it, a warning where AWS's documents leave that in doubt. What each rule rests on stands in `RULES`.
 *
 * @param facts what the settings and the service say beside the file; what is left out is not guessed
 */
export function checkDefinition(file: TaskDefinitionFile, facts: DefinitionFacts = {}): readonly Finding[] {
  const look = makeRuleContext(file, facts);
  return SUBJECTS.flatMap(check => check(look)).map(({ severity, code, path, what, next }) => ({
    severity,
    code,
    place: file.place(path),
    what,
    next
  }));
}
