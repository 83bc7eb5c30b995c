import type { FoundCause } from './cause.js';
import { causeOfText } from './find-cause.js';

/** What AWS answered to a request. */
export interface ApiRefusal {
  /** As `InvalidParameterException`. */
  readonly name: string;
  readonly message: string;
  readonly httpStatus?: number | undefined;
}

/** Why AWS refused a request, by the error's name, status and message. Pure. */
export function causeOfRefusal({ name, message, httpStatus }: ApiRefusal): FoundCause | undefined {
  // 400 stands for nearly everything and says nothing by itself.
  const status = httpStatus === undefined || httpStatus === 400 ? '' : ` (status code: ${httpStatus})`;
  return causeOfText(`${name}: ${message}${status}`, () => 'api');
}
