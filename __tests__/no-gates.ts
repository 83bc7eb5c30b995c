import type { Shell, WebClient } from '../src/ports.js';

/** The ports of gates, where a test has none: to call them is an error. */
export const NO_GATES: { readonly shell: Shell; readonly web: WebClient } = {
  shell: { run: () => Promise.reject(new Error('No gate is part of this test.')) },
  web: { get: () => Promise.reject(new Error('No gate is part of this test.')) }
};
