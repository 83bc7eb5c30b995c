import { it } from '@jest/globals';

import { expectAppspecKept, expectAppspecRefused } from '../appspec/appspec-properties.js';
import { describeCorpus, numberOf } from './corpus.js';

/** What is refused, each with the start of its sentence. */
const REFUSED: Readonly<Record<string, string>> = {
  // A shell variable for a port.
  '033':
    ':9:11 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: A port, a whole number from 1 to 65535, was expected, got "$APP_PORT".',
  // The input of CreateDeployment.
  '036': ':1:1: This is the input of CreateDeployment, not an AppSpec.',
  // Type and Properties are indented too little.
  '039': ':3:5 Resources[0]: "Type" and "Properties" stand beside the TargetService instead of inside it.'
};

describeCorpus('AppSpecs of public repositories', 'appspec', samples => {
  for (const sample of samples) {
    const start = REFUSED[numberOf(sample)];
    // All files of the corpus are written in the canonical case.
    if (start === undefined) it(`${sample.name} loses nothing`, () => expectAppspecKept(sample));
    else it(`${sample.name} is refused`, () => expectAppspecRefused(sample, start));
  }
});
