// Stands for src/emulator/server/requests.ts where the answers are recorded: jest.config.js.
// The `.` keeps jest from putting this file in the place of that one here too.
import { MODULES } from '../../src/emulator/modules.js';
import { createAnswerer as createPlainAnswerer, type Answerer } from '../../src/emulator/server/./requests.js';
import { recordAnswer } from './recorder.mjs';

export { parseJson, renderError } from '../../src/emulator/server/./requests.js';
export type { Answer, Answerer } from '../../src/emulator/server/./requests.js';

/** The same, and every answer is written down. Services that a test makes up are none of AWS's. */
export function createAnswerer(...made: Parameters<typeof createPlainAnswerer>): Answerer {
  const [, modules] = made;
  const answer = createPlainAnswerer(...made);
  if (modules !== MODULES) return answer;
  return request => {
    const answered = answer(request);
    if (answered === undefined) return answered;
    const target = request.headers['x-amz-target'];
    const { status, body: text } = answered;
    recordAnswer(
      target === undefined ? { form: request.body.toString('utf8'), status, text } : { target, status, text }
    );
    return answered;
  };
}
