import { RuleList } from '../errors.js';

const MODEL = 'the service model of ECS, RegisterTaskDefinition';

/** What they say of the fields of an object. */
export const FIELD_RULES = new RuleList();
export const UNKNOWN_FIELD = FIELD_RULES.add(
  'unknown-field',
  'error',
  'AWS does not know the field. unknown-fields: send passes on newer ones.',
  `${MODEL}; for an AppSpec https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html`
);
export const MISSING_FIELD = FIELD_RULES.add('missing-field', 'error', 'A field that ECS requires is missing.', MODEL);

/** What every reader may say of a value: of a setting, in a task definition, in a buildspec. */
export const TYPE_RULES = new RuleList();
export const WRONG_TYPE = TYPE_RULES.add(
  'wrong-type',
  'error',
  'A value has the wrong type; expected a string, a number, a list or an object.',
  'schema/slipway.schema.json, from the table of settings; the service model of ECS'
);
