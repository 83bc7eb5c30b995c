import type { CauseClass } from '../../../src/causes/cause.js';

/** What is true of a text: its class, and whether trying the same version again cannot help. */
type Truth = readonly [CauseClass, boolean | 'unknown'];
/** A text with its truth. */
export type Sample<T> = readonly [...Truth, T];
