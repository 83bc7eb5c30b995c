import { rule, type Rule } from '../errors.js';

const SCHEMA = 'schema/slipway.schema.json, from the table of settings';

/** What is said of flags, inputs and slipway.yml. */
export const SETTING_RULES: readonly Rule[] = [
  rule('unknown-setting', 'error', 'A setting has a name that there is.', SCHEMA),
  rule('unknown-environment', 'error', 'An environment that is chosen is one of slipway.yml.', SCHEMA),
  rule(
    'misplaced-setting',
    'error',
    'A setting stands where it may be said: at the top, in an environment, in an entry of a list.',
    SCHEMA
  ),
  rule(
    'wrong-type',
    'error',
    'A value is of the kind that is wanted: a text, a number, a list, an object.',
    `${SCHEMA}; the service model of ECS`
  ),
  rule(
    'malformed',
    'error',
    'A text has the form that AWS, Docker or GitHub want of it.',
    `${SCHEMA}; the page is named at the form`
  ),
  rule('out-of-range', 'error', 'A number is in its range.', SCHEMA),
  rule('not-allowed', 'error', 'A value is one of those that there are.', SCHEMA),
  rule(
    'missing-setting',
    'error',
    'What cannot be done without is there: something to ship, the container of each of several images.',
    SCHEMA
  ),
  rule('conflict', 'error', 'Two settings do not contradict each other, and nothing is said twice.', SCHEMA),
  rule('no-effect', 'error', 'A flag or input that is given has an effect.', SCHEMA),
  rule('no-commit', 'error', "A tag that stands for the commit has one: the build's, or the checkout's.", SCHEMA),
  rule(
    'would-overwrite',
    'error',
    'What is written does not take the place of a file that it is made from.',
    'artifacts-directory'
  )
];
