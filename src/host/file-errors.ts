import { getSystemErrorMap } from 'node:util';

import { SlipwayError } from '../errors.js';

const WRITE_ADVICE: Readonly<Record<string, string | undefined>> = {
  EISDIR: 'This is a folder: name a file.',
  ENOSPC: 'Make room on that disk, or name another path.',
  EDQUOT: "Make room within this user's quota, or name another path."
};

/** The system's own words for what it refused, without its code, the call and the path: `permission denied`. */
export function describeSystemError(error: unknown): string {
  const { errno } = error as NodeJS.ErrnoException;
  const [, words] = (errno === undefined ? undefined : getSystemErrorMap().get(errno)) ?? [];
  return words ?? (error instanceof Error ? error.message : String(error));
}

/** Why a file cannot be written, and what to do about it. */
export function explainWrite(path: string, cause: unknown): SlipwayError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  return new SlipwayError({
    code: 'cannot-write',
    fault: 'user',
    what: `${path} cannot be written: ${describeSystemError(cause)}.`,
    next: WRITE_ADVICE[code] ?? 'Name a path that this user may write.',
    cause
  });
}

/** Why it cannot be found out what a path leads to. */
export function explainLook(path: string, cause: unknown): SlipwayError {
  return new SlipwayError({
    code: 'unreadable-file',
    fault: 'user',
    what: `Whether ${path} is there cannot be found out: ${describeSystemError(cause)}.`,
    next: 'Name a path that this user may read.',
    cause
  });
}
