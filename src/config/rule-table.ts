import type { Rule } from '../errors.js';

const SCHEMA = 'schema/slipway.schema.json, from the table of settings';

/** What is said of flags, inputs and slipway.yml. */
export const SETTING_RULES: readonly Rule[] = [
  row('unknown-setting', 'A setting has a name that there is.', SCHEMA),
  row('unknown-environment', 'An environment that is chosen is one of slipway.yml.', SCHEMA),
  row(
    'misplaced-setting',
    'A setting stands where it may be said: at the top, in an environment, in an entry of a list.',
    SCHEMA
  ),
  row(
    'wrong-type',
    'A value is of the kind that is wanted: a text, a number, a list, an object.',
    `${SCHEMA}; the service model of ECS`
  ),
  row(
    'malformed',
    'A text has the form that AWS, Docker or GitHub want of it.',
    `${SCHEMA}; the page is named at the form`
  ),
  row('out-of-range', 'A number is in its range.', SCHEMA),
  row('not-allowed', 'A value is one of those that there are.', SCHEMA),
  row(
    'missing-setting',
    'What cannot be done without is there: something to ship, the container of each of several images.',
    SCHEMA
  ),
  row('conflict', 'Two settings do not contradict each other, and nothing is said twice.', SCHEMA),
  row('no-effect', 'A flag or input that is given has an effect.', SCHEMA),
  row('no-commit', "A tag that stands for the commit has one: the build's, or the checkout's.", SCHEMA),
  row(
    'would-overwrite',
    'What is written does not take the place of a file that it is made from.',
    'artifacts-directory'
  )
];

function row(name: string, says: string, source: string): Rule {
  return { name, severity: 'error', says, source };
}
