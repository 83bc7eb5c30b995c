import type { Config } from '../../src/config/config.js';
import { decodeSettings } from '../../src/config/decode/decode.js';
import { formatProblem, ProblemsError, type Problem } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';

export const SHA = '0123456789abcdef0123456789abcdef01234567';

export interface Asked {
  readonly given?: Readonly<Record<string, string>>;
  readonly from?: 'input' | 'flag';
  /** The text of slipway.yml. */
  readonly file?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** null: no commit is known. */
  readonly sha?: string | null;
  /** Milliseconds since the epoch. */
  readonly now?: number;
  readonly keepTokens?: boolean;
}

/** What is asked, decoded; throws ProblemsError. */
export function decode({ given = {}, from = 'input', file, env = {}, sha = SHA, now, keepTokens }: Asked): Config {
  const document = file === undefined ? undefined : readDocument('slipway.yml', new TextEncoder().encode(file));
  const source = { sha: sha ?? undefined, ...(keepTokens === undefined ? {} : { keepTokens }) };
  return decodeSettings({ given, givenFrom: from, file: document, env, source, now }).config;
}

/** The problems with what is asked; none where it is all right. */
export function problemsOf(asked: Asked): readonly Problem[] {
  try {
    decode(asked);
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** The same as people read them. */
export function complaintsOf(asked: Asked): readonly string[] {
  return problemsOf(asked).map(formatProblem);
}

/** Inputs with which nothing is wrong. */
export const BASE = { region: 'eu-west-1', repository: 'shop/api', 'task-definition': 'task.json', service: 'api' };

/** `slipway.yml` with which nothing is wrong. */
export const BASE_FILE = 'region: eu-west-1\nrepository: shop/api\ntask-definition: task.json\nservice: api\n';
