import { describe, expect, it } from '@jest/globals';

import { listSamples, listWritings } from '../samples.js';
import { readsAsJsYaml } from './yaml-properties.js';

/** No YAML, and a document with nothing in it. */
const REFUSED = ['refused-tab.yml', 'commented-out.yml'];

describe('YAML as people write it is read as js-yaml reads it', () => {
  for (const sample of [...listSamples('buildspec'), ...listSamples('workflow')]) {
    it.each(listWritings(sample))(`${sample.name} %s`, (_writing, written) => {
      expect(readsAsJsYaml(written)).toBe(!REFUSED.includes(sample.name));
    });
  }
});
