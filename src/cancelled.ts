import { SlipwayError } from './errors.js';

/** Ends a run that was cut short; the message says by what. */
export class Cancelled extends SlipwayError {
  constructor(by: string) {
    super({ code: 'cancelled', fault: 'user', what: `Cancelled by ${by}.` });
    this.name = 'Cancelled';
  }
}
