import { RuleList } from '../../errors.js';
import { entriesOf, isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import { formatPath, type Path } from '../../text/path.js';
import { advisePlaceholder, describePlaceholder, findPlaceholder, isGithubExpression } from '../../text/templates.js';
import { error, inContainer, recordsOf, textOf, warning, type RuleFinding } from './finding.js';
import type { RuleContext } from './context.js';
import { listSecrets } from './secrets.js';

export const PLACEHOLDER_RULES = new RuleList();
export const PLACEHOLDER_LEFT = PLACEHOLDER_RULES.add(
  'placeholder-left',
  'either',
  "A template's placeholder is left in an image, a role, a size or a secret. In log options and file systems, a warning.",
  "ECS answers: “Role is not valid”, “Invalid 'cpu' setting for task.”; names of images and parameters hold no < > { } $"
);

/**
 * What a template left open, where AWS takes no such characters. Images, family and containers' names are looked at where images are
 * assigned and names are read; commands and the environment may hold anything.
 */
export function checkPlaceholders(context: RuleContext): readonly RuleFinding[] {
  const { definition, containers } = context;
  const certain: readonly (readonly [Path, string | undefined])[] = [
    ...['taskRoleArn', 'executionRoleArn', 'cpu', 'memory'].map(
      member => [[member], textOf(definition, member)] as const
    ),
    ...containers.flatMap(container =>
      listSecrets(container).map(({ secret, path }) => [[...path, 'valueFrom'], textOf(secret, 'valueFrom')] as const)
    )
  ];
  const doubtful: readonly (readonly [Path, string | undefined])[] = [
    ...containers.flatMap(container => {
      const logging = own(container.record, 'logConfiguration');
      const options = isRecord(logging) ? own(logging, 'options') : undefined;
      if (!isRecord(options)) return [];
      return ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'].map(
        name => [inContainer(container, 'logConfiguration', 'options', name), textOf(options, name)] as const
      );
    }),
    ...recordsOf(definition, 'volumes').flatMap((volume, index) => {
      const efs = own(volume, 'efsVolumeConfiguration');
      return isRecord(efs)
        ? [[['volumes', index, 'efsVolumeConfiguration', 'fileSystemId'], textOf(efs, 'fileSystemId')] as const]
        : [];
    })
  ];
  const told = new Set([...certain, ...doubtful].map(([path]) => formatPath(path)));
  const others = listTexts(definition, []).filter(([path]) => !told.has(formatPath(path)) && !isName(path));
  return [
    ...certain.flatMap(([path, text]) => report(error, path, text)),
    ...doubtful.flatMap(([path, text]) => report(warning, path, text)),
    ...others.flatMap(([path, text]) =>
      isGithubExpression(findExpression(text) ?? '') ? report(warning, path, text) : []
    )
  ];
}

/** GitHub's expressions are no text that somebody means, wherever they stand. */
function findExpression(text: string): string | undefined {
  return /\$\{\{[^{}]*\}{0,2}/.exec(text)?.[0];
}

/** Images, family and containers' names: they are looked at elsewhere. */
function isName(path: Path): boolean {
  return path[0] === 'family' || (path[0] === 'containerDefinitions' && (path[2] === 'image' || path[2] === 'name'));
}

/** Every text in a value, with its path. */
function listTexts(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => listTexts(item, [...path, index]));
  return isRecord(value) ? entriesOf(value).flatMap(([key, item]) => listTexts(item, [...path, key])) : [];
}

function report(as: typeof error | typeof warning, path: Path, text: string | undefined): readonly RuleFinding[] {
  const placeholder = text === undefined ? undefined : (findExpression(text) ?? findPlaceholder(text));
  if (text === undefined || placeholder === undefined) return [];
  const where = text === placeholder ? '' : ` in ${quote(text)}`;
  const what = `${capitalize(describePlaceholder(placeholder))} is left${where}: nothing fills it in.`;
  return [as(PLACEHOLDER_LEFT, path, what, advisePlaceholder(placeholder))];
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
