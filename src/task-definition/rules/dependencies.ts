import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { nearestName } from '../../text/suggest.js';
import { listNames, quote } from '../../text/format.js';
import type { Path } from '../../text/path.js';
import type { Container } from '../types.js';
import { error, findCycle, inContainer, recordsOf, textOf, textsOf, type RuleFinding } from './finding.js';
import type { RuleContext } from './context.js';
import type { RuleName } from './table.js';

/** Containers that name other containers: dependsOn, links, volumesFrom. */
export function checkDependencies(look: RuleContext): readonly RuleFinding[] {
  return [...checkDependsOn(look), ...checkLinks(look), ...checkVolumesFrom(look)];
}

function checkDependsOn(look: RuleContext): readonly RuleFinding[] {
  const found = look.containers.flatMap(container =>
    recordsOf(container.record, 'dependsOn').flatMap((dependency, index) =>
      checkDependency(look, container, dependency, index)
    )
  );
  const edges = new Map(
    look.containers.map(({ name, record }) => [
      name,
      recordsOf(record, 'dependsOn').flatMap(entry => textOf(entry, 'containerName') ?? [])
    ])
  );
  return [...found, ...tellCycle('depends-on-cycle', look, edges, 'dependsOn', 'wait for each other')];
}

function checkDependency(
  look: RuleContext,
  container: Container,
  dependency: JsonRecord,
  index: number
): readonly RuleFinding[] {
  const name = textOf(dependency, 'containerName') ?? '';
  const path = inContainer(container, 'dependsOn', index);
  const target = look.containers.find(candidate => candidate.name === name);
  if (target === undefined)
    return [tellUnknown('depends-on-unknown', look, [...path, 'containerName'], container, name, 'waits for')];
  const condition = textOf(dependency, 'condition');
  if ((condition === 'SUCCESS' || condition === 'COMPLETE') && own(target.record, 'essential') !== false) {
    const what = `${quote(container.name)} waits for the end of ${quote(name)}, which is essential: its end is the end of the task.`;
    return [
      error(
        'depends-on-essential',
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
        'depends-on-health',
        path,
        what,
        `Give ${quote(name)} a healthCheck (one in its image does not count), or wait for START.`
      )
    ];
  }
  return [];
}

/** `name` or `name:alias`. */
function checkLinks(look: RuleContext): readonly RuleFinding[] {
  const linksOf = ({ record }: Container): readonly string[] =>
    textsOf(record, 'links').map(link => link.split(':')[0] ?? '');
  const found = look.containers.flatMap(container =>
    linksOf(container).flatMap((name, index) =>
      look.containers.some(candidate => candidate.name === name)
        ? []
        : [tellUnknown('links-unknown', look, inContainer(container, 'links', index), container, name, 'links to')]
    )
  );
  const edges = new Map(look.containers.map(container => [container.name, linksOf(container)]));
  return [...found, ...tellCycle('links-cycle', look, edges, 'links', 'link to each other')];
}

function checkVolumesFrom(look: RuleContext): readonly RuleFinding[] {
  return look.containers.flatMap(container =>
    recordsOf(container.record, 'volumesFrom').flatMap((source, index) => {
      const name = textOf(source, 'sourceContainer');
      if (name === undefined || look.containers.some(candidate => candidate.name === name)) return [];
      const path = inContainer(container, 'volumesFrom', index, 'sourceContainer');
      return [tellUnknown('volumes-from-unknown', look, path, container, name, 'takes its volumes from')];
    })
  );
}

function tellUnknown(
  code: RuleName,
  look: RuleContext,
  path: Path,
  container: Container,
  name: string,
  does: string
): RuleFinding {
  const names = look.containers.map(candidate => candidate.name).filter(candidate => candidate !== container.name);
  const nearest = nearestName(name, names);
  const what = `${quote(container.name)} ${does} the container ${quote(name)}, which is not there; beside it there is ${listNames(names)}.`;
  return error(
    code,
    path,
    what,
    nearest === undefined ? 'Correct the name, or remove it.' : `Did you mean ${quote(nearest)}?`
  );
}

function tellCycle(
  code: RuleName,
  look: RuleContext,
  edges: ReadonlyMap<string, readonly string[]>,
  member: string,
  does: string
): readonly RuleFinding[] {
  const cycle = findCycle(edges);
  const first = look.containers.find(({ name }) => name === cycle?.[0]);
  if (cycle === undefined || first === undefined) return [];
  const what =
    cycle.length === 2
      ? `The container ${quote(first.name)} is in its own ${member}.`
      : `The containers ${does} in a circle: ${cycle.join(' -> ')}.`;
  return [error(code, inContainer(first, member), what, 'Take one of them out.')];
}
