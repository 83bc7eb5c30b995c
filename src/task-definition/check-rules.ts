import type { Finding, Rule } from '../errors.js';
import type { TaskDefinitionFile } from './types.js';
import { checkContainers, CONTAINER_RULES } from './rules/containers.js';
import { checkDependencies, DEPENDENCY_RULES } from './rules/dependencies.js';
import { checkFargate, FARGATE_RULES } from './rules/fargate.js';
import type { RuleFinding } from './rules/finding.js';
import { checkHealth, HEALTH_RULES } from './rules/health.js';
import { checkLimits, LIMIT_RULES } from './rules/limits.js';
import { checkLogging, LOGGING_RULES } from './rules/logging.js';
import { makeRuleContext, type DefinitionFacts, type RuleContext } from './rules/context.js';
import { checkManagedInstances, MANAGED_INSTANCES_RULES } from './rules/managed-instances.js';
import { checkMemory, MEMORY_RULES } from './rules/memory.js';
import { checkNetwork, checkProxy, NETWORK_RULES, PROXY_RULES } from './rules/network.js';
import { checkPlaceholders, PLACEHOLDER_RULES } from './rules/placeholders.js';
import { checkPlatform, PLATFORM_RULES } from './rules/platform.js';
import { checkPorts, PORT_RULES } from './rules/ports.js';
import { checkResources, RESOURCE_RULES } from './rules/resources.js';
import { checkRoles, ROLE_RULES } from './rules/roles.js';
import { checkSecrets, SECRET_RULES } from './rules/secrets.js';
import { checkSizes, SIZE_RULES } from './rules/sizes.js';
import { checkVolumes, VOLUME_RULES } from './rules/volumes.js';

export type { DefinitionFacts, ImageFacts } from './rules/context.js';

/** Every rule of `checkDefinition`, in the order of docs/rules.md. */
export const DEFINITION_RULES: readonly Rule[] = [
  SIZE_RULES,
  MEMORY_RULES,
  NETWORK_RULES,
  MANAGED_INSTANCES_RULES,
  PORT_RULES,
  PROXY_RULES,
  CONTAINER_RULES,
  HEALTH_RULES,
  DEPENDENCY_RULES,
  SECRET_RULES,
  ROLE_RULES,
  LOGGING_RULES,
  VOLUME_RULES,
  PLATFORM_RULES,
  FARGATE_RULES,
  RESOURCE_RULES,
  LIMIT_RULES,
  PLACEHOLDER_RULES
].flatMap(({ rules }) => rules);

const SUBJECTS: readonly ((context: RuleContext) => readonly RuleFinding[])[] = [
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
 * to start any task of it, a warning where AWS's documents leave that in doubt. What each rule rests on stands in `DEFINITION_RULES`.
 *
 * @param facts what the settings and the service say beside the file; what is left out is not guessed
 */
export function checkDefinition(file: TaskDefinitionFile, facts: DefinitionFacts = {}): readonly Finding[] {
  const context = makeRuleContext(file, facts);
  return SUBJECTS.flatMap(check => check(context)).map(({ severity, code, path, what, next }) => ({
    severity,
    code,
    place: file.place(path),
    what,
    next
  }));
}
