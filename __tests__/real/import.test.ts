import { describe, expect, it } from '@jest/globals';

import { listSamples } from '../samples.js';
import { ACCOUNT, testPlayed, type Case } from './import-cases.js';

/** Those that build one image with docker and push it. */
const CASES: Readonly<Record<string, Case>> = {
  'all-in-post-build.yml': { region: 'eu-west-1', project: { AWS_ACCOUNT_ID: ACCOUNT }, needs: 'npm ci' },
  'commit-tag.yml': {},
  'dated-tag.yml': { account: '567890123456', region: 'ap-southeast-1' },
  'get-login.yml': { account: '345678901234' },
  'guarded.yml': {
    known: { REGISTRY: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com` },
    project: { REGISTRY: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com` }
  },
  'project-variables.yml': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'flask', IMAGE_TAG: '1.0' },
    needs: 'mvn -B package'
  },
  'push-in-build.yml': {
    project: { ECR_HOST: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com` },
    differs: 'the tag holds the id of the build'
  }
};
const OTHERS: Readonly<Record<string, string>> = {
  'make.yml': 'make builds the image',
  'two-images.yml': 'two images'
};

describe('imported buildspecs, played in bash beside what is generated from them', () => {
  const samples = listSamples('buildspec');

  it('have a row each', () => {
    expect(samples.map(({ name }) => name)).toEqual([...Object.keys(CASES), ...Object.keys(OTHERS)].sort());
  });

  for (const sample of samples) {
    const expected = CASES[sample.name];
    if (expected !== undefined) testPlayed(sample, expected);
  }
});
