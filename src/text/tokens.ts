/** What a token in a tag, a build argument or a label stands for. */
export type Token =
  /** `{sha}`, `{short-sha}` and `{sha:12}`; length undefined: all of the SHA. */
  | { readonly kind: 'commit'; readonly length: number | undefined }
  /** `{date:%Y%m%d@Asia/Seoul}`: the time of the run in UTC, or in a zone of the tz database. */
  | { readonly kind: 'date'; readonly format: string; readonly zone: string | undefined }
  /** `{env:NAME}`, or `{env:NAME/:/2}`: the second of the parts between colons. */
  | { readonly kind: 'variable'; readonly name: string; readonly part: VariablePart | undefined };

export type VariableToken = Extract<Token, { readonly kind: 'variable' }>;
type DateToken = Extract<Token, { readonly kind: 'date' }>;

interface VariablePart {
  /** One character. */
  readonly separator: string;
  /** From 1. */
  readonly number: number;
}

const CONVERSION = '%[YymdHMSjsFT]';
const DATE_TEXT = '[A-Za-z0-9 _.:/+-]*';
const ZONE = '[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*';
const SHA_LENGTH = '[4-9]|[123][0-9]|40';
const DATE_FORMAT = `(?:${DATE_TEXT}${CONVERSION})+${DATE_TEXT}`;
const NAME = '[A-Za-z_][A-Za-z0-9_]*';
const SEPARATOR = '[-_.:/@+]';

/** Every token, as the pattern of a form has it: without groups that capture. */
export const TOKEN_PATTERN = `\\{(?:sha|short-sha|sha:(?:${SHA_LENGTH})|date:${DATE_FORMAT}(?:@${ZONE})?|env:${NAME}(?:/${SEPARATOR}/[1-9][0-9]?)?)\\}`;

// `${env:NAME}` and `{{sha}}` belong to other languages: those of log formats, of shells and of templates.
const TOKEN = new RegExp(`(?<![$\\{])${TOKEN_PATTERN}(?!\\})`, 'g');
const PARTS = new RegExp(
  `^\\{(?:(?<short>short-)?sha(?::(?<length>\\d+))?|date:(?<format>${DATE_FORMAT})(?:@(?<zone>${ZONE}))?|env:(?<name>${NAME})(?:/(?<separator>${SEPARATOR})/(?<number>\\d+))?)\\}$`
);

/** The tokens of a text, in their order. What only looks like one is text. */
export function listTokens(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(([token]) => readToken(token));
}

/**
 * A text with something in place of its tokens.
 *
 * @param writeText what becomes of the text between them; absent: it stays
 */
export function replaceTokens(
  text: string,
  write: (token: Token) => string,
  writeText: (between: string) => string = between => between
): string {
  let written = '';
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) written += writeText(text.slice(end, match.index));
    written += write(readToken(match[0]));
    end = match.index + match[0].length;
  }
  return end < text.length || text === '' ? written + writeText(text.slice(end)) : written;
}

function readToken(text: string): Token {
  const { short, length, format, zone, name, separator, number } = PARTS.exec(text)?.groups ?? {};
  if (format !== undefined) return { kind: 'date', format, zone };
  if (name !== undefined) {
    const part = separator === undefined ? undefined : { separator, number: Number(number) };
    return { kind: 'variable', name, part };
  }
  if (short !== undefined) return { kind: 'commit', length: 7 };
  return { kind: 'commit', length: length === undefined ? undefined : Number(length) };
}

/** The token as it is written; undefined where there is none that says it. */
export function writeToken(token: Token): string | undefined {
  const text = spellToken(token);
  const [only] = listTokens(text);
  return only !== undefined && spellToken(only) === text ? text : undefined;
}

function spellToken(token: Token): string {
  switch (token.kind) {
    case 'commit':
      if (token.length === undefined) return '{sha}';
      return token.length === 7 ? '{short-sha}' : `{sha:${token.length}}`;
    case 'date':
      return `{date:${token.format}${token.zone === undefined ? '' : `@${token.zone}`}}`;
    case 'variable':
      return `{env:${token.name}${token.part === undefined ? '' : `/${token.part.separator}/${token.part.number}`}}`;
  }
}

/** Whether the tz database, as Node has it, knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * A time as `date +FORMAT` prints it, for the conversions that a token may have.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/date.html
 *
 * @param now milliseconds since the epoch
 */
export function formatDate({ format, zone = 'UTC' }: DateToken, now: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(now);
  const of = (name: Intl.DateTimeFormatPartTypes): string => parts.find(({ type }) => type === name)?.value ?? '';
  const [year, month, day] = [of('year'), of('month'), of('day')];
  const [hour, minute, second] = [of('hour'), of('minute'), of('second')];
  const dayOfYear =
    (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 0)) / 86_400_000;
  const values: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(-2),
    m: month,
    d: day,
    H: hour,
    M: minute,
    S: second,
    j: String(dayOfYear).padStart(3, '0'),
    s: String(Math.floor(now / 1000)),
    F: `${year}-${month}-${day}`,
    T: `${hour}:${minute}:${second}`
  };
  return format.replace(/%([A-Za-z])/g, (_, conversion: string) => values[conversion] ?? '');
}

/**
 * What a variable of the environment gives a token: its value, or the part of it that is meant.
 *
 * @returns undefined where it is not set, empty, or not one line
 */
export function readVariable(
  { name, part }: VariableToken,
  env: Readonly<Record<string, string | undefined>>
): string | undefined {
  const value = env[name] ?? '';
  if (value.includes('\n')) return undefined;
  const meant = part === undefined ? value : (value.split(part.separator)[part.number - 1] ?? '');
  return meant === '' ? undefined : meant;
}
