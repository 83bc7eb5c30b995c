import { RuleList } from '../errors.js';

const SCHEMA = 'schema/slipway.schema.json, from the table of settings';

/** What is said of flags, inputs and slipway.yml: most of it by the decoders of several kinds of settings. */
export const SETTING_RULES = new RuleList();
export const UNKNOWN_SETTING = SETTING_RULES.add('unknown-setting', 'error', 'Unknown setting name.', SCHEMA);
export const UNKNOWN_ENVIRONMENT = SETTING_RULES.add(
  'unknown-environment',
  'error',
  'The chosen environment is not in slipway.yml.',
  SCHEMA
);
export const MISPLACED_SETTING = SETTING_RULES.add(
  'misplaced-setting',
  'error',
  'A setting is not allowed here: at the top, in an environment, or in a list entry.',
  SCHEMA
);
export const MALFORMED = SETTING_RULES.add(
  'malformed',
  'error',
  'A string does not have the format that AWS, Docker or GitHub requires.',
  `${SCHEMA}; the page is named at the form`
);
export const OUT_OF_RANGE = SETTING_RULES.add('out-of-range', 'error', 'A number is out of range.', SCHEMA);
export const NOT_ALLOWED = SETTING_RULES.add(
  'not-allowed',
  'error',
  'A value is not one of the allowed values.',
  SCHEMA
);
export const MISSING_SETTING = SETTING_RULES.add(
  'missing-setting',
  'error',
  'A required setting is missing: something to ship, or the container of one of several images.',
  SCHEMA
);
export const CONFLICT = SETTING_RULES.add(
  'conflict',
  'error',
  'Two settings contradict each other, or something is given twice.',
  SCHEMA
);
export const NO_EFFECT = SETTING_RULES.add('no-effect', 'error', 'A flag or input has no effect.', SCHEMA);
export const NO_COMMIT = SETTING_RULES.add(
  'no-commit',
  'error',
  'A tag, build argument or label refers to the commit, but neither the build nor the checkout provides one.',
  SCHEMA
);
export const NO_VARIABLE = SETTING_RULES.add(
  'no-variable',
  'error',
  'A tag, build argument or label refers to an environment variable that is not set or is empty.',
  SCHEMA
);
