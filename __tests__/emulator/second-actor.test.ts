import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import {
  describeDeployment,
  describeService,
  member,
  openService,
  openStage,
  updateTo,
  type Stage
} from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

describe('the second actor', () => {
  const place = { cluster: 'shop', service: 'api' };

  it('moves right before and right after the requests that the scenarios document names', async () => {
    await openService(stage);
    const mark = stage.cloud.requestLog.entries().at(-1)?.sequence ?? 0;
    stage.cloud.setScenarios({
      moves: [
        { ...place, move: 'scale', desiredCount: 5, before: 'ecs:DescribeServices', occurrence: 2 },
        {
          ...place,
          move: 'force-new-deployment',
          after: 'ecs:Describe*',
          occurrence: 2,
          principal: 'arn:aws:iam::123456789012:user/jo'
        }
      ]
    });
    expect(await describeService(stage)).toMatchObject({ desiredCount: 2 });
    expect(await describeService(stage)).toMatchObject({ desiredCount: 5, deployments: [{}] });
    expect(await describeService(stage)).toMatchObject({ deployments: [{ status: 'PRIMARY' }, { status: 'ACTIVE' }] });
    expect(
      stage.cloud.requestLog.entries(mark).map(({ operation, principal }) => [operation, principal?.split('/').at(-1)])
    ).toEqual([
      ['DescribeServices', 'rehearsal'],
      ['UpdateService', 'second-actor'],
      ['DescribeServices', 'rehearsal'],
      ['UpdateService', 'jo'],
      ['DescribeServices', 'rehearsal']
    ]);
  });

  it('stops what is under way, and leaves alone what is not', async () => {
    await openService(stage);
    const move = { ...place, move: 'stop-service-deployment', before: 'ecs:ListClusters' };
    stage.cloud.setScenarios({ moves: [move] });
    await stage.ecs('ListClusters', {});
    await updateTo(stage);
    stage.pass(5);
    stage.cloud.setScenarios({ moves: [move] });
    await stage.ecs('ListClusters', {});
    stage.pass(5);
    expect(member(await describeDeployment(stage), 'status')).toMatch(/^ROLLBACK_/);
  });

  it('meets no faults, which are those of the run under test', async () => {
    await openService(stage);
    stage.cloud.setFaults({ deny: ['ecs:UpdateService'] });
    stage.cloud.setScenarios({ moves: [{ ...place, move: 'scale', before: '*' }] });
    expect(await describeService(stage)).toMatchObject({ desiredCount: 3 });
  });

  it('does not know every word', () => {
    expect(() => stage.cloud.setScenarios({ moves: [{ move: 'dance' }] })).toThrow(
      "The move 'dance' is not known. Known are: deploy, deploy-same-revision"
    );
  });
});
