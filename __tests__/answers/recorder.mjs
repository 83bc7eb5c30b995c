// Writes down what the built-in AWS answers, for check_answers.py: `SLIPWAY_WRITE_ANSWERS=FOLDER npm test`. recorded-requests.ts calls it for what a test
// has in its own process; a process of the command that a test starts has this file as `node --import`, and then writes what it sends over HTTP.
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { join } from 'node:path';

const folder = process.env.SLIPWAY_WRITE_ANSWERS ?? '.';
const file = join(folder, `${randomUUID()}.jsonl`);
const seen = new Set();

/**
 * Appends an answer as a line of JSON, or an empty line where one came before that differs in nothing but numbers, those in ids and digests too.
 *
 * @param {object} answered see recorder.d.mts
 */
export function recordAnswer(answered) {
  const line = JSON.stringify(answered);
  const likeness = createHash('sha1')
    .update(line.replace(/[0-9a-f]{8,}|\d+/gi, '0'))
    .digest('base64');
  mkdirSync(folder, { recursive: true });
  appendFileSync(file, seen.has(likeness) ? '\n' : `${line}\n`);
  seen.add(likeness);
}

// The variable is set by who starts the process: a test's own is recorded at its source.
if (process.env.SLIPWAY_RECORD_HTTP === 'true') {
  const end = ServerResponse.prototype.end;
  ServerResponse.prototype.end = function (text, ...rest) {
    const target = this.req.headers['x-amz-target'];
    // An error of the query protocol does not say of which operation it is.
    const [, action, version] = /^<(?!Error)(\w+)Response xmlns="[^"]*\/(\d{4}-\d\d-\d\d)\/"/.exec(String(text)) ?? [];
    const answered = { status: this.statusCode, text: String(text ?? '') };
    if (target !== undefined) recordAnswer({ target, ...answered });
    else if (action !== undefined) recordAnswer({ form: `Action=${action}&Version=${version}`, ...answered });
    return end.call(this, text, ...rest);
  };
}
