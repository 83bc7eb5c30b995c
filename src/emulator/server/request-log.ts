/** One request that was answered (or cut off), as `GET /_slipway/journal` shows it. */
export interface RequestLogEntry {
  readonly sequence: number;
  /** Virtual time, ISO 8601. */
  readonly time: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** The decoded body; secrets (tokens, passwords) are left out. */
  readonly input: unknown;
  /** HTTP status; 0 where the connection was cut before an answer. */
  readonly status: number;
  /** The error's name, where the answer was one. */
  readonly error?: string | undefined;
  readonly message?: string | undefined;
  /** What the stage did on purpose: `throttle`, `serverError`, `reset`, `resetAfter`, … */
  readonly fault?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The ARN of who asked; absent where nobody has to say, as to the registry's pings. */
  readonly principal?: string | undefined;
}

const MOST_ENTRIES = 5000;
const MOST_BYTES = 32 * 1024 * 1024;
const SECRET_MEMBERS =
  /^(webidentitytoken|samlassertion|secretaccesskey|sessiontoken|authorizationtoken|password|secretstring|secretbinary)$/i;

/** The newest requests, bounded in number and in bytes. */
export class RequestLog {
  readonly #entries: { readonly entry: RequestLogEntry; readonly bytes: number }[] = [];
  #sequence = 0;
  #bytes = 0;

  /** Notes a request; `bytes` is the size of its body, for the bound. */
  note(entry: Omit<RequestLogEntry, 'sequence'>, bytes: number): void {
    this.#sequence += 1;
    this.#entries.push({ entry: { sequence: this.#sequence, ...entry, input: withoutSecrets(entry.input) }, bytes });
    this.#bytes += bytes;
    while (this.#entries.length > MOST_ENTRIES || (this.#bytes > MOST_BYTES && this.#entries.length > 1)) {
      this.#bytes -= this.#entries.shift()?.bytes ?? 0;
    }
  }

  /** The entries after a sequence number (0: all that are kept), oldest first. */
  entries(after = 0): readonly RequestLogEntry[] {
    return this.#entries.map(({ entry }) => entry).filter(entry => entry.sequence > after);
  }

  clear(): void {
    this.#entries.length = 0;
    this.#bytes = 0;
  }
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET_MEMBERS.test(name) ? '(left out)' : withoutSecrets(member)
    ])
  );
}
