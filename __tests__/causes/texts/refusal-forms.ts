import type { ApiRefusal } from '../../../src/causes/api-error.js';
import type { Sample } from './sample.js';

/** A refusal with the row of the table, since most have no class of their own. */
export type RefusalSample = readonly [...Sample<ApiRefusal>, string];

export const refusal = (name: string, message: string, httpStatus = 400): ApiRefusal => ({ name, message, httpStatus });

export const denied = (action: string, why: string): ApiRefusal =>
  refusal(
    'AccessDeniedException',
    `User: arn:aws:sts::210987654321:assumed-role/parcel-ci/run-403 is not authorized to perform: ${action} on resource: arn:aws:ecs:eu-central-1:210987654321:service/prod/parcel ${why}`
  );
