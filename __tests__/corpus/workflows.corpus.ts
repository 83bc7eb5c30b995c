import { expect, it } from '@jest/globals';

import { listComplaints } from '../config/workflow-properties.js';
import { readsAsJsYaml } from '../text/yaml-properties.js';
import { describeCorpus } from './corpus.js';

/** What an official step may say that is not taken yet, has another name here, or is too vague. */
const TOLD = [
  // No official action has it either: GitHub only warned.
  /Unknown setting "substitutions"\.$/,
  /Unknown setting "task-definition-family"\. (?:Leave it out: task-definition is \S+, and only one of the two can count\. |Write task-definition: \S+\.)/,
  /got "testimage"\. Add the tag or the digest: testimage:<tag>\.$/
];

describeCorpus('workflows of public repositories', 'workflow', samples => {
  it('have official steps that are taken as they are, or what is not is told by name', () => {
    const complaints = samples.flatMap(sample =>
      listComplaints(sample)
        .flat()
        .map(complaint => `${sample.name}: ${complaint}`)
    );
    expect(complaints.filter(complaint => !TOLD.some(pattern => pattern.test(complaint)))).toEqual([]);
  });

  for (const sample of samples) it(`${sample.name} is read as js-yaml reads it`, () => void readsAsJsYaml(sample));
});
