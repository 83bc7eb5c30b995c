import { it } from '@jest/globals';

import { expectAppspecKept, expectAppspecRefused } from '../appspec/appspec-properties.js';
import { describeCorpus, numberOf } from './corpus.js';

/** What is refused, each with the start of its sentence. */
const REFUSED: Readonly<Record<string, string>> = {
  // Shell variables for a container and a port.
  '033':
    ':8:11 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerName: This is left: the placeholder "$CONTAINER_NAME".',
  // A placeholder for a container, which a script of that project fills in.
  '045':
    ':8:11 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerName: This is left: the placeholder "<IMAGE_NAME_WEB>".',
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
    else it(`${sample.name} is refused`, () => expectAppspecRefused(sample, start, numberOf(sample) === '033' ? 2 : 1));
  }
});
