import { describe, expect, it } from '@jest/globals';

import { listSamples, listWritings } from '../samples.js';
import { expectAppspecKept, expectAppspecRefused } from './appspec-properties.js';

const samples = listSamples('appspec');

/** What is refused, each with the start of its sentence. */
const REFUSED: Readonly<Record<string, string>> = {
  'refused-create-deployment.json': ':1:1: This is the input of CreateDeployment, not an AppSpec.',
  'refused-indentation.yml':
    ':3:5 Resources[0]: "Type" and "Properties" stand beside the TargetService instead of inside it.',
  'refused-port-variable.yml':
    ':9:11 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: A port, a whole number from 1 to 65535, was expected, got "$CONTAINER_PORT".'
};

describe('an AppSpec as people write it', () => {
  it('has a file for every row, and others', () => {
    const names = samples.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(REFUSED)));
    expect(names.length).toBeGreaterThan(Object.keys(REFUSED).length);
  });

  for (const sample of samples) {
    const start = REFUSED[sample.name];
    if (start === undefined) {
      it.each(listWritings(sample))(`${sample.name} %s loses nothing`, (_writing, written) => {
        expectAppspecKept(written);
      });
    } else {
      it.each(listWritings(sample))(`${sample.name} %s is refused`, (_writing, written) => {
        expectAppspecRefused(written, start);
      });
    }
  }
});
