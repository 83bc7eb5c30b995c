import { expect, it } from '@jest/globals';

import { ACCOUNT, testPlayed, type Case } from '../real/import-cases.js';
import { describeCorpus, numberOf } from './corpus.js';

const HOST = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`;

/** Every file that builds one image with docker and pushes it, found by reading all of them. */
const CASES: Readonly<Record<string, Case>> = {
  '003': {},
  '006': { region: 'ap-northeast-2' },
  '009': { account: '612843029448' },
  '012': { account: '447592754152' },
  '018': { known: { ECR_REPO_NAME: 'shop/factory', TASK_FAMILY: 'x', CONTAINER_NAME: 'x' } },
  '024': {
    project: { AWS_ID: ACCOUNT, REGION: 'us-east-1' },
    known: { AWS_ID: ACCOUNT, REGION: 'us-east-1', REPO: 'retail', TAG: 'v3' }
  },
  '027': { folder: 'trivia-backend', needs: 'sed -i' },
  '030': { folder: 'build-infrastructure' },
  '039': { account: '838356389450' },
  '045': {
    region: 'ap-southeast-2',
    known: {
      ECR_URI_PREFIX: `${ACCOUNT}.dkr.ecr.ap-southeast-2.amazonaws.com/galaxy`,
      ECR_REPO_NAME: 'galaxy',
      N_P_C_B_URL: 'https://api.example.com/?a=1&b=$2',
      CC_CONTAINER: 'web'
    }
  },
  '048': { differs: 'the tag stands in a file of the repository, and the push depends on it' },
  '051': {},
  '057': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'flask', IMAGE_TAG: '1.0' }
  },
  '060': {
    project: { AccountID: ACCOUNT, AWSRegion: 'us-east-1' },
    // Its seventh part between hyphens is there where the project's name has two of them.
    codebuild: { CODEBUILD_BUILD_ID: 'aws-batch-build:11111111-2222-3333-4444-555555555555' }
  },
  '063': { account: '503561418997' },
  '066': { account: '535376556962', region: 'eu-west-1', needs: 'mvn -B package' },
  '069': {},
  '072': { known: { REPOSITORY_URI: `${HOST}/docka`, STYLE: 'single' }, needs: 'sbt docker:stage' },
  '075': { account: '347904005096' },
  '081': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'slides/reveal' }
  },
  '084': { project: { REPOSITORY_URL: HOST }, needs: 'mvn -Dmaven.test.skip=true clean package' },
  '087': { project: { AWS_ACCOUNT_ID: ACCOUNT }, known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_URI: `${HOST}/any/where` } },
  '090': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, ECR_URI: `${HOST}/cvfl` },
    needs: 'cp -p .env.example .env'
  },
  '093': {},
  '096': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'scan', IMAGE_TAG: 'v9', APP_NAME: 'scan' }
  }
};

describeCorpus('imported buildspecs of public repositories, played in bash', 'buildspec', samples => {
  for (const sample of samples) {
    const expected = CASES[numberOf(sample)];
    if (expected !== undefined) testPlayed(sample, expected);
  }

  it('have a file for every row', () => {
    expect(samples.map(numberOf)).toEqual(expect.arrayContaining(Object.keys(CASES)));
  });

  it('are the same for all but one of those that build and push one image', () => {
    const cases = Object.values(CASES);
    const same = cases.filter(({ differs }) => differs === undefined);
    expect([same.length, cases.length]).toEqual([24, 25]);
    // Something before docker build that settings cannot say, and that a note tells.
    expect(same.filter(({ needs }) => needs !== undefined)).toHaveLength(5);
  });
});
