import { explainAwsError, isAccessDenied } from '../aws/errors.js';
import { RuleList } from '../errors.js';
import { skip, warn, type CheckDetails } from './check-result.js';

export const PROBE_RULES = new RuleList();
export const NOT_CHECKED = PROBE_RULES.add(
  'not-checked',
  'warning',
  'AWS did not answer the check.',
  'any other error of AWS'
);

/** A call's answer, or why there is none. */
export type CallResult<T> = { readonly answer: T } | { readonly details: CheckDetails };

/**
 * Makes a call of a check. What is not permitted is skipped, with the action to allow; any other error is a warning: the deployment may
 * well work. Never rejects.
 *
 * @param action the IAM action that the call needs, as `iam:GetRole`
 * @param doing what is being done and to what, as `Describing the secret db`
 */
export async function tryCall<T>(action: string, doing: string, call: () => Promise<T>): Promise<CallResult<T>> {
  try {
    return { answer: await call() };
  } catch (error) {
    if (isAccessDenied(error))
      return { details: skip(`not looked at: ${action} is not permitted`, `Allow ${action}.`) };
    const { what, next } = explainAwsError(error, doing);
    return { details: warn(NOT_CHECKED, what, next) };
  }
}

/** Makes a call and judges its answer. */
export async function checkCall<T>(
  action: string,
  doing: string,
  call: () => Promise<T>,
  toFound: (answer: T) => CheckDetails
): Promise<CheckDetails> {
  const result = await tryCall(action, doing, call);
  return 'details' in result ? result.details : toFound(result.answer);
}
