import { ProblemsError } from '../src/errors.js';

/** What was thrown, where it must be problems of files. */
export function catchProblems(run: () => unknown): ProblemsError {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemsError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}
