import type { SourceLocation } from '../../errors.js';
import { accountOf, isArn, parseArn } from '../../text/arn.js';
import { quote } from '../../text/format.js';
import type { TaskDefinitionSource } from '../config.js';
import { MALFORMED } from '../setting-rules.js';
import type { ReportProblem } from '../sources/source-value.js';

const FAMILY = /^[A-Za-z0-9_-]{1,255}(?::[1-9][0-9]*)?$/;

/**
 * Tells by its form alone what `task-definition` names: `service` is the one that the service runs; what starts with
 * `arn:` is an ARN; what has a `.`, a `/` or a `\` in it is a path, as a family has none of them
 * (RegisterTaskDefinition: letters, digits, - and _); the rest is `family` or `family:revision`. A file without a
 * suffix is named `./file`.
 */
export function readTaskDefinitionSource(
  text: string,
  place: SourceLocation,
  report: ReportProblem
): TaskDefinitionSource | undefined {
  if (text === 'service') return { kind: 'service' };
  if (isArn(text)) {
    if (isTaskDefinitionArn(text)) return { kind: 'registered', reference: text };
    const what = `expected a task definition's ARN such as arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7, got ${quote(text)}.`;
    report({ code: MALFORMED.name, place, what, next: '' });
    return undefined;
  }
  if (/[./\\]/.test(text)) return { kind: 'file', path: text };
  const family = text.replace(/:[^:]*$/, '');
  if (FAMILY.test(text)) return { kind: 'registered', reference: text };
  report({
    code: MALFORMED.name,
    place,
    what: `expected a path, family, family:revision (a number), an ARN, or service, got ${quote(text)}.`,
    next: FAMILY.test(family) && text !== family ? `For the newest revision write ${family}.` : ''
  });
  return undefined;
}

function isTaskDefinitionArn(text: string): boolean {
  const { service, region = '', resource = '' } = parseArn(text) ?? {};
  return (
    service === 'ecs' &&
    /^[a-z0-9-]+$/.test(region) &&
    accountOf(text) !== undefined &&
    /^task-definition\/[A-Za-z0-9_-]{1,255}(?::[0-9]+)?$/.test(resource)
  );
}
