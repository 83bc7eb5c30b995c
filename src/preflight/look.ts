import { explainAwsError, isAccessDenied } from '../aws/errors.js';
import { skip, warn, type Found } from './node.js';

/** A call's answer, or why there is none. */
export type Looked<T> = { readonly answer: T } | { readonly found: Found };

/**
 * Makes a call of a check. What is not permitted is skipped, with the action to allow; any other error is a warning: the deployment may
 * well work. Never rejects.
 *
 * @param action the IAM action that the call needs, as `iam:GetRole`
 * @param doing what is being done and to what, as `Describing the secret db`
 */
export async function look<T>(action: string, doing: string, call: () => Promise<T>): Promise<Looked<T>> {
  try {
    return { answer: await call() };
  } catch (error) {
    if (isAccessDenied(error)) return { found: skip(`not looked at: ${action} is not permitted`, `Allow ${action}.`) };
    const { what, next } = explainAwsError(error, doing);
    return { found: warn('not-checked', what, next) };
  }
}

/** Makes a call and judges its answer. */
export async function judge<T>(
  action: string,
  doing: string,
  call: () => Promise<T>,
  toFound: (answer: T) => Found
): Promise<Found> {
  const looked = await look(action, doing, call);
  return 'found' in looked ? looked.found : toFound(looked.answer);
}
