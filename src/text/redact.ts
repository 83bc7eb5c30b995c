import { isRecord, keysOf, own } from './record.js';

/** Words in a name that say that its value is nobody's business. */
const SECRET_WORDS = new Set([
  ...['password', 'passwd', 'passphrase', 'pass', 'pwd', 'pw', 'pin', 'secret', 'secrets', 'token', 'tokens'],
  ...['key', 'keys', 'apikey', 'credential', 'credentials', 'creds', 'auth', 'authorization', 'bearer', 'jwt', 'pat'],
  ...['cookie', 'salt', 'pepper', 'dsn', 'webhook', 'sas', 'pem', 'otp']
]);
/** The same without a gap between the words: `DBPASSWORD`, `authtoken`. */
const SECRET_PARTS =
  /passw(or)?d|passphrase|secret|api_?key|access_?key|private_?key|token|credential|connection_?string/i;
/** Names whose values are long and random, and public. */
const PUBLIC_WORDS = /sha|commit|revision|version|digest|hash|build|trace/i;

/** How secrets are written: with a known beginning, inside a URL or a connection string, or as a key file. */
const SECRET_FORMS: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /[?&;,\s](password|passwd|pwd|token|secret|sig|signature|key|auth|accountkey|sharedaccesskey)=[^\s&;]/i,
  /^(password|passwd|pwd|token|secret|accountkey|sharedaccesskey)=/i,
  /-----BEGIN /,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|npm_|pypi-|shpat_|dop_v1_|hvs\.)[\w-]{10}/,
  /\b[sr]k[_-](live|test|proj|ant)[\w-]{8}/,
  /\bAIza[\w-]{30}/,
  /\bSG\.[\w-]{16}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8}/,
  /hooks\.slack\.com\/(services|workflows)\//i,
  /\b(Basic|Bearer)\s+[\w+/.=-]{8}/
];
const HEXADECIMAL = /^[0-9a-f]{32,}$/i;
const BASE64 = /^[\w+/-]{24,}={0,2}$/;

/**
 * Whether a value is better not shown, by its name or by the way it is written. It errs on the safe side: what is hidden in vain is told
 * to have changed all the same. An empty value is no secret.
 */
export function looksSecret(name: string, value: string): boolean {
  return value !== '' && (isSecretName(name) || isSecretValue(value, name));
}

/** `DB_PASSWORD`, `apiKey`, `X-Auth-Token`. */
function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return SECRET_PARTS.test(name) || words.some(word => SECRET_WORDS.has(word));
}

/** @param name what the value is called; some random values are public, as that of GIT_SHA */
function isSecretValue(value: string, name = ''): boolean {
  if (SECRET_FORMS.some(form => form.test(value))) return true;
  if (PUBLIC_WORDS.test(name)) return false;
  if (HEXADECIMAL.test(value)) return true;
  return BASE64.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}

/** Stands for what is not told. */
export const NOT_SHOWN = '(not shown)';
/** These name where something is kept, and are no secrets. */
const REFERENCES = new Set(['valueFrom', 'credentialsParameter', 'image']);

/**
 * A value as it may be told: without what looks like a secret, by its name (that of a member, or of an entry that is a name and a value)
 * or by the way it is written; in a list of words also what follows `--password`.
 *
 * @param name what the value is called
 * @param member the member that holds it, where that is something else
 */
export function hideSecrets(value: unknown, name = '', member = name): unknown {
  if (typeof value === 'string') {
    const isReference = REFERENCES.has(member) || /Arns?$/.test(member);
    return !isReference && looksSecret(name, value) ? NOT_SHOWN : value;
  }
  if (Array.isArray(value)) return hideWords(value, name);
  if (!isRecord(value)) return value;
  const called = own(value, 'name') ?? own(value, 'key');
  return Object.fromEntries(
    keysOf(value).map(key => {
      const ownName = key === 'key' ? '' : key;
      const isNamed = key === 'value' && typeof called === 'string';
      return [key, hideSecrets(value[key], isNamed ? called : ownName, key)];
    })
  );
}

/** The words of a command line: `--password=x`, `PASSWORD=x` and what follows `--password` are kept back. */
function hideWords(words: readonly unknown[], name: string): readonly unknown[] {
  return words.map((word, index) => {
    if (typeof word !== 'string') return hideSecrets(word, name);
    const before: unknown = words[index - 1];
    if (typeof before === 'string' && /^--?[\w-]+$/.test(before) && isSecretName(before) && !word.startsWith('-')) {
      return NOT_SHOWN;
    }
    const [, flag] = /^((?:--?)?[\w-]+=)./.exec(word) ?? [];
    if (flag !== undefined && isSecretName(flag)) return `${flag}${NOT_SHOWN}`;
    return [word, ...word.split(/\s+/)].some(part => isSecretValue(part)) ? NOT_SHOWN : word;
  });
}
