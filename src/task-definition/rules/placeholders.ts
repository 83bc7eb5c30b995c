import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Path } from '../../text/path.js';
import { error, findPlaceholder, inContainer, recordsOf, textOf, warning, type RuleFinding } from './finding.js';
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
export function checkPlaceholders(look: RuleContext): readonly RuleFinding[] {
  const { definition, containers } = look;
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
  return [
    ...certain.flatMap(([path, text]) => tell(error, path, text)),
    ...doubtful.flatMap(([path, text]) => tell(warning, path, text))
  ];
}

function tell(as: typeof error | typeof warning, path: Path, text: string | undefined): readonly RuleFinding[] {
  const placeholder = text === undefined ? undefined : findPlaceholder(text);
  if (placeholder === undefined) return [];
  const what = `The placeholder ${quote(placeholder)} is left in ${quote(text ?? '')}: nothing fills it in.`;
  return [as(PLACEHOLDER_LEFT, path, what, 'Write the value, or fill it in before Slipway runs.')];
}
