import { RuleList, type Rule } from '../../errors.js';
import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { nearestName } from '../../text/suggest.js';
import { listNames, quote } from '../../text/format.js';
import type { Path } from '../../text/path.js';
import type { Container } from '../types.js';
import {
  error,
  findCycle,
  inContainer,
  recordsOf,
  textOf,
  textsOf,
  type RuleFinding,
  CONTAINER,
  REFERENCE,
  ecsAnswers
} from './finding.js';
import type { RuleContext } from './context.js';

export const DEPENDENCY_RULES = new RuleList();
const DEPENDS_ON_UNKNOWN = DEPENDENCY_RULES.add(
  'depends-on-unknown',
  'error',
  'dependsOn names a container that does not exist.',
  ecsAnswers("Cannot depend on container + 'x' because it does not exist")
);
const DEPENDS_ON_ESSENTIAL = DEPENDENCY_RULES.add(
  'depends-on-essential',
  'error',
  'A container waits for the end (SUCCESS, COMPLETE) of an essential container.',
  ecsAnswers('A dependency container with SUCCESS or COMPLETE condition cannot be an essential container')
);
const DEPENDS_ON_HEALTH = DEPENDENCY_RULES.add(
  'depends-on-health',
  'error',
  'A container waits for HEALTHY of a container without a healthCheck.',
  ecsAnswers('A dependency container with HEALTHY condition must have health check configured')
);
const DEPENDS_ON_CYCLE = DEPENDENCY_RULES.add(
  'depends-on-cycle',
  'error',
  'Containers wait for each other in a cycle.',
  `${REFERENCE}/API_ContainerDependency.html: none of them could ever start`
);
const LINKS_UNKNOWN = DEPENDENCY_RULES.add(
  'links-unknown',
  'error',
  'links names a container that does not exist.',
  `${CONTAINER} (links)`
);
const LINKS_CYCLE = DEPENDENCY_RULES.add(
  'links-cycle',
  'error',
  'Containers link to each other in a cycle.',
  `${CONTAINER} (links): none could start first`
);
const VOLUMES_FROM_UNKNOWN = DEPENDENCY_RULES.add(
  'volumes-from-unknown',
  'error',
  'volumesFrom names a container that does not exist.',
  ecsAnswers("Invalid 'volumesFrom' setting. Unknown container: 'x'")
);

/** Containers that name other containers: dependsOn, links, volumesFrom. */
export function checkDependencies(context: RuleContext): readonly RuleFinding[] {
  return [...checkDependsOn(context), ...checkLinks(context), ...checkVolumesFrom(context)];
}

function checkDependsOn(context: RuleContext): readonly RuleFinding[] {
  const findings = context.containers.flatMap(container =>
    recordsOf(container.record, 'dependsOn').flatMap((dependency, index) =>
      checkDependency(context, container, dependency, index)
    )
  );
  const edges = new Map(
    context.containers.map(({ name, record }) => [
      name,
      recordsOf(record, 'dependsOn').flatMap(entry => textOf(entry, 'containerName') ?? [])
    ])
  );
  return [...findings, ...reportCycle(DEPENDS_ON_CYCLE, context, edges, 'dependsOn', 'wait for each other')];
}

function checkDependency(
  context: RuleContext,
  container: Container,
  dependency: JsonRecord,
  index: number
): readonly RuleFinding[] {
  const name = textOf(dependency, 'containerName') ?? '';
  const path = inContainer(container, 'dependsOn', index);
  const target = context.containers.find(candidate => candidate.name === name);
  if (target === undefined)
    return [findUnknown(DEPENDS_ON_UNKNOWN, context, [...path, 'containerName'], container, name, 'waits for')];
  const condition = textOf(dependency, 'condition');
  if ((condition === 'SUCCESS' || condition === 'COMPLETE') && own(target.record, 'essential') !== false) {
    const what = `${quote(container.name)} waits for the end of ${quote(name)}, which is essential: its end is the end of the task.`;
    return [
      error(
        DEPENDS_ON_ESSENTIAL,
        path,
        what,
        `Set "essential": false for ${quote(name)}, or wait for START or HEALTHY.`
      )
    ];
  }
  if (condition === 'HEALTHY' && !isRecord(own(target.record, 'healthCheck'))) {
    const what = `${quote(container.name)} waits until ${quote(name)} is HEALTHY, which has no healthCheck in the task definition.`;
    return [
      error(
        DEPENDS_ON_HEALTH,
        path,
        what,
        `Give ${quote(name)} a healthCheck (one in its image does not count), or wait for START.`
      )
    ];
  }
  return [];
}

/** `name` or `name:alias`. */
function checkLinks(context: RuleContext): readonly RuleFinding[] {
  const linksOf = ({ record }: Container): readonly string[] =>
    textsOf(record, 'links').map(link => link.split(':')[0] ?? '');
  const findings = context.containers.flatMap(container =>
    linksOf(container).flatMap((name, index) =>
      context.containers.some(candidate => candidate.name === name)
        ? []
        : [findUnknown(LINKS_UNKNOWN, context, inContainer(container, 'links', index), container, name, 'links to')]
    )
  );
  const edges = new Map(context.containers.map(container => [container.name, linksOf(container)]));
  return [...findings, ...reportCycle(LINKS_CYCLE, context, edges, 'links', 'link to each other')];
}

function checkVolumesFrom(context: RuleContext): readonly RuleFinding[] {
  return context.containers.flatMap(container =>
    recordsOf(container.record, 'volumesFrom').flatMap((source, index) => {
      const name = textOf(source, 'sourceContainer');
      if (name === undefined || context.containers.some(candidate => candidate.name === name)) return [];
      const path = inContainer(container, 'volumesFrom', index, 'sourceContainer');
      return [findUnknown(VOLUMES_FROM_UNKNOWN, context, path, container, name, 'takes its volumes from')];
    })
  );
}

function findUnknown(
  rule: Rule<'error'>,
  context: RuleContext,
  path: Path,
  container: Container,
  name: string,
  does: string
): RuleFinding {
  const names = context.containers.map(candidate => candidate.name).filter(candidate => candidate !== container.name);
  const nearest = nearestName(name, names);
  const what = `${quote(container.name)} ${does} the container ${quote(name)}, which is not there; beside it there is ${listNames(names)}.`;
  return error(
    rule,
    path,
    what,
    nearest === undefined ? 'Correct the name, or remove it.' : `Did you mean ${quote(nearest)}?`
  );
}

function reportCycle(
  rule: Rule<'error'>,
  context: RuleContext,
  edges: ReadonlyMap<string, readonly string[]>,
  member: string,
  does: string
): readonly RuleFinding[] {
  const cycle = findCycle(edges);
  const first = context.containers.find(({ name }) => name === cycle?.[0]);
  if (cycle === undefined || first === undefined) return [];
  const what =
    cycle.length === 2
      ? `The container ${quote(first.name)} is in its own ${member}.`
      : `The containers ${does} in a circle: ${cycle.join(' -> ')}.`;
  return [error(rule, inContainer(first, member), what, 'Take one of them out.')];
}
