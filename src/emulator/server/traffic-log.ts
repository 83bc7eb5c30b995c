/** One request to a listener of a load balancer, as `GET /_slipway/traffic` shows it. */
export interface TrafficLogEntry {
  readonly sequence: number;
  /** When it came: virtual time, ISO 8601. */
  readonly time: string;
  readonly region: string;
  /** The load balancer's name. */
  readonly loadBalancer: string;
  /** The listener's ARN. */
  readonly listener: string;
  readonly listenerPort: number;
  /** The ARN of the rule that took it. */
  readonly rule: string;
  readonly method: string;
  /** The Host header as it came. */
  readonly host: string;
  /** With the query. */
  readonly path: string;
  /** The target group's name; undefined where the rule forwards to none. */
  readonly targetGroup?: string | undefined;
  /** The ARN of the task that it was forwarded to; undefined where there was none. */
  readonly task?: string | undefined;
  /** `family:revision` of that task. */
  readonly taskDefinition?: string | undefined;
  /** What the client got; 460 where it did not wait, as Application Load Balancers log it; 0 as long as there is no answer. */
  readonly status: number;
}

/** Notes how a request was answered. */
type Finish = (status: number) => void;

const MOST_ENTRIES = 20_000;

/** The newest requests to the load balancers, bounded in number. They are noted when their target is chosen. */
export class TrafficLog {
  readonly #entries: TrafficLogEntry[] = [];
  #sequence = 0;

  note(request: Omit<TrafficLogEntry, 'sequence' | 'status'>): Finish {
    this.#sequence += 1;
    const entry: { -readonly [K in keyof TrafficLogEntry]: TrafficLogEntry[K] } = {
      sequence: this.#sequence,
      ...request,
      status: 0
    };
    this.#entries.push(entry);
    if (this.#entries.length > MOST_ENTRIES) this.#entries.shift();
    return status => void (entry.status = status);
  }

  /** The entries after a sequence number (0: all that are kept), oldest first. */
  entries(after = 0): readonly TrafficLogEntry[] {
    return this.#entries.filter(entry => entry.sequence > after);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
