import { rule, type Rule } from '../../errors.js';

const SCHEMA = 'schema/slipway.schema.json, from the table of settings';

/** What is said of flags, inputs and slipway.yml. */
export const SETTING_RULES: readonly Rule[] = [
  rule('unknown-setting', 'error', 'Unknown setting name.', SCHEMA),
  rule('unknown-environment', 'error', 'The chosen environment is not in slipway.yml.', SCHEMA),
  rule(
    'misplaced-setting',
    'error',
    'A setting is not allowed here: at the top, in an environment, or in a list entry.',
    SCHEMA
  ),
  rule(
    'wrong-type',
    'error',
    'A value has the wrong type; expected a string, a number, a list or an object.',
    `${SCHEMA}; the service model of ECS`
  ),
  rule(
    'malformed',
    'error',
    'A string does not have the format that AWS, Docker or GitHub requires.',
    `${SCHEMA}; the page is named at the form`
  ),
  rule('out-of-range', 'error', 'A number is out of range.', SCHEMA),
  rule('not-allowed', 'error', 'A value is not one of the allowed values.', SCHEMA),
  rule(
    'missing-setting',
    'error',
    'A required setting is missing: something to ship, or the container of one of several images.',
    SCHEMA
  ),
  rule('conflict', 'error', 'Two settings contradict each other, or something is given twice.', SCHEMA),
  rule('no-effect', 'error', 'A flag or input has no effect.', SCHEMA),
  rule(
    'no-commit',
    'error',
    'A tag refers to the commit, but neither the build nor the checkout provides one.',
    SCHEMA
  ),
  rule('would-overwrite', 'error', 'An output file would overwrite a file that it is made from.', 'artifacts-directory')
];
