import { describe, expect, it } from '@jest/globals';

import { listSamples, listWritings } from '../samples.js';
import { listComplaints } from './workflow-properties.js';

/** What Slipway says to each official step of a file, in their order. */
const TOLD: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'blue-green.yml': [[], [], [], []],
  'commented-out.yml': [],
  'quoting.yml': [],
  'render-and-deploy.yml': [[], []],
  // No official action has the second either: GitHub only warns.
  'vague.yml': [
    [
      'task-definition-family: Unknown setting "task-definition-family". Write task-definition: survey.',
      'image: expected an image with its tag or digest such as public.ecr.aws/nginx/nginx:1.29, got "survey". Add the tag or the digest: survey:<tag>.'
    ],
    ['substitutions: Unknown setting "substitutions".']
  ]
};

describe('official steps of workflows as people write them', () => {
  // YAML that GitHub does not take either is not Slipway's to read.
  const samples = listSamples('workflow').filter(({ name }) => !name.startsWith('refused-'));

  it('has a row for every file', () => {
    expect(samples.map(({ name }) => name)).toEqual(Object.keys(TOLD).sort());
  });

  for (const sample of samples) {
    it.each(listWritings(sample))(
      `${sample.name} %s: they are taken as they are, or what is not is told by name`,
      (_writing, written) => {
        expect(listComplaints(written)).toEqual(TOLD[sample.name]);
      }
    );
  }
});
