import { SlipwayError } from './errors.js';

/** Ends a run that was cut short; the message says by what. */
export class Cancelled extends SlipwayError {
  /** What cut it short, as `SIGINT`. */
  readonly by: string;

  constructor(by: string, more = '') {
    super({ code: 'cancelled', fault: 'user', what: `Cancelled by ${by}${more}.` });
    this.name = 'Cancelled';
    this.by = by;
  }
}

/** Ends a run that was cut short while AWS had not answered a request that changes something: it may have taken effect. */
export class Unanswered extends Cancelled {
  constructor(by: string) {
    super(by, ' while AWS had not answered: whether the request took effect is not known');
    this.name = 'Unanswered';
  }
}

/** What a call rejects with that is cut short while its request may have taken effect; any other reason than a cancellation as it is. */
export function unanswered(reason: unknown): unknown {
  return reason instanceof Cancelled ? new Unanswered(reason.by) : reason;
}
