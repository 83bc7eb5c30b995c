import { expect, it } from '@jest/globals';

import { leaveJob } from '../../src/commands/rehearsal-setup.js';

it('leaves the job in which a rehearsal runs: its inputs, its files, its token', () => {
  const environment = {
    PATH: '/bin',
    DOCKER_HOST: 'tcp://docker:2375',
    AWS_REGION: 'eu-west-1',
    GITHUB_OUTPUT: '/runner/output',
    GITHUB_STEP_SUMMARY: '/runner/summary',
    RUNNER_TEMP: '/runner/temp',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example.com',
    INPUT_SERVICE: 'web',
    'INPUT_TASK-DEFINITION': 'td.json',
    STATE_leftovers: '[]'
  };
  expect(Object.keys(leaveJob(environment))).toEqual(['PATH', 'DOCKER_HOST', 'AWS_REGION']);
});
