import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import type { ParameterRecord } from './state.js';

/** What PutParameter is given, as far as the rules look at it. */
export interface PutInput {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
  readonly Type?: string | undefined;
  readonly KeyId?: string | undefined;
  readonly Overwrite?: boolean | undefined;
  readonly AllowedPattern?: string | undefined;
  readonly Tags?: readonly object[] | undefined;
  readonly Tier?: string | undefined;
  readonly Policies?: string | undefined;
  readonly DataType?: string | undefined;
}

const MOST_LEVELS = 15;
const STANDARD_BYTES = 4096;
const ADVANCED_BYTES = 8192;
const DATA_TYPES = ['text', 'aws:ec2:image', 'aws:ssm:integration'];
const POLICY_TYPES = ['Expiration', 'ExpirationNotification', 'NoChangeNotification'];

function refuse(message: string, name = 'ValidationException'): never {
  throw new AwsFault(name, message);
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, `Name` */
export function checkName(name: string): void {
  if (!/^[\w./-]{1,2048}$/.test(name)) refuse(`Parameter name: can't be ${name}`);
  // What is below /aws/ is AWS's own; on the stage somebody has to put it there.
  if (/^(\/?ssm|\/?aws(?!\/)|aws\/)/i.test(name)) {
    refuse(
      'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_'
    );
  }
  if (name.includes('/') && !name.startsWith('/')) refuse('Parameter name must be a fully qualified name.');
  if (name.split('/').length - 1 > MOST_LEVELS) {
    refuse(`A hierarchy can have a maximum of ${MOST_LEVELS} levels.`, 'HierarchyLevelLimitExceededException');
  }
}

/** The service model takes any text. */
function checkDataType(value: string | undefined): void {
  if (value === undefined || DATA_TYPES.includes(value)) return;
  refuse(
    `1 validation error detected: Value '${value}' at 'dataType' failed to satisfy constraint: Member must satisfy enum value set: [${DATA_TYPES.join(', ')}]`
  );
}

/** Throws what PutParameter answers to members that do not go together, or with the parameter that is there. */
export function checkPut(input: PutInput, before: ParameterRecord | undefined): void {
  const { Value: value = '', Type: type = before?.type } = input;
  if (value === '') {
    refuse("1 validation error detected: Value null at 'value' failed to satisfy constraint: Member must not be null");
  }
  checkDataType(input.DataType);
  if (type === undefined) refuse('A parameter type is required when you create a parameter.');
  if (before !== undefined && type !== before.type) {
    refuse(
      "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.",
      'HierarchyTypeMismatchException'
    );
  }
  if (input.Overwrite === true && (input.Tags ?? []).length > 0) {
    refuse(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource."
    );
  }
  if (input.KeyId !== undefined && type !== 'SecureString') {
    refuse('KeyId is only valid for parameters of type SecureString.');
  }
  checkPattern(value, input.AllowedPattern);
}

function checkPattern(value: string, pattern: string | undefined): void {
  if (pattern === undefined || pattern === '') return;
  let expression: RegExp;
  try {
    expression = new RegExp(`^(?:${pattern})$`);
  } catch {
    refuse(`The parameter pattern ${pattern} is not valid.`, 'InvalidAllowedPatternException');
  }
  if (!expression.test(value)) {
    refuse(
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
      'ParameterPatternMismatchException'
    );
  }
}

/** The tier that a parameter comes to have. Throws ValidationException where its value or its policies do not fit in. */
export function chooseTier(input: PutInput, before: ParameterRecord | undefined): string {
  const bytes = Buffer.byteLength(input.Value ?? '');
  const needsAdvanced = bytes > STANDARD_BYTES || input.Policies !== undefined;
  const asked = input.Tier ?? before?.tier ?? 'Standard';
  const stays = before?.tier === 'Advanced' || needsAdvanced ? 'Advanced' : 'Standard';
  const tier = asked === 'Intelligent-Tiering' ? stays : asked;
  if (tier === 'Standard' && before?.tier === 'Advanced') {
    refuse(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter."
    );
  }
  const most = tier === 'Standard' ? STANDARD_BYTES : ADVANCED_BYTES;
  if (bytes > most) {
    const more =
      tier === 'Standard'
        ? ' To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html'
        : '';
    refuse(`${tier} tier parameters support a maximum parameter value of ${most} characters.${more}`);
  }
  if (tier === 'Standard' && input.Policies !== undefined) {
    refuse('Parameter policies are only supported for parameters of the advanced tier.');
  }
  return tier;
}

/** The policies of a JSON list, each with its type. Throws InvalidPolicyTypeException. */
export function readPolicies(text: string | undefined): ParameterRecord['policies'] {
  if (text === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below.
  }
  const policies = Array.isArray(value) ? (value as unknown[]) : [undefined];
  return policies.map(policy => {
    const type = isStructure(policy) ? policy['Type'] : undefined;
    if (typeof type !== 'string' || !POLICY_TYPES.includes(type)) {
      refuse(
        `Policies must be a JSON list of policies of the types ${POLICY_TYPES.join(', ')}.`,
        'InvalidPolicyTypeException'
      );
    }
    return { text: JSON.stringify(policy), type };
  });
}
