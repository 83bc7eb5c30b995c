import { describe, expect, it } from '@jest/globals';

import type { AdviceFacts, TargetGroupTimes } from '../../src/advice/facts.js';
import { findAdvice } from '../../src/advice/find-advice.js';
import { rollingSeconds, targetSeconds } from '../../src/advice/model.js';
import type { Service, Task } from '../../src/aws/types.js';

const START = Date.parse('2026-03-01T10:00:00Z');
const at = (seconds: number): Date => new Date(START + seconds * 1_000);

const GROUP: TargetGroupTimes = {
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef',
  interval: 30,
  timeout: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  deregistrationDelay: 300
};

/** Two tasks replaced at once: 20 s up to RUNNING, 30 s to healthy, then the old ones go. */
function facts({ service = {}, ...changes }: Partial<AdviceFacts> = {}, fall = 303): AdviceFacts {
  const described: Service = { desiredCount: 2, runningCount: 2, launchType: 'FARGATE', ...service };
  const fresh: Task = { createdAt: at(2), pullStartedAt: at(10), pullStoppedAt: at(17), startedAt: at(22) };
  const old: Task = {
    stoppingAt: at(52),
    executionStoppedAt: at(52 + fall),
    stoppedAt: at(56 + fall),
    containers: [{ name: 'web', exitCode: 143 }]
  };
  const end = 60 + fall;
  return {
    timeline: [{ phase: 'replace', startedAt: START, endedAt: START + end * 1_000 }],
    desiredCount: 2,
    taskDefinition: { containerDefinitions: [{ name: 'web' }] },
    newTasks: [fresh, fresh],
    oldTasks: [old, old],
    targetGroups: [GROUP],
    ...changes,
    service: described
  };
}

describe('advice', () => {
  it('names the deregistration delay with its seconds, the command and the price', () => {
    const [first, ...others] = findAdvice(facts());
    expect(first).toMatchObject({ setting: 'deregistration_delay.timeout_seconds', seconds: 270 });
    expect(first?.commands).toEqual([
      `aws elbv2 modify-target-group-attributes --target-group-arn ${GROUP.arn} --attributes Key=deregistration_delay.timeout_seconds,Value=30`
    ]);
    expect(first?.sentence).toContain('is cut');
    // From 30 s to 15 s at the health check would save 20 s: 5 % of the rollout, and 15 s, are more or less as much.
    expect(others.every(({ seconds }) => seconds >= 18)).toBe(true);
  });

  it.each<[string, number, Partial<AdviceFacts>]>([
    ['the old tasks went at once, whatever the delay says', 3, {}],
    ['target groups may not be read', 303, { targetGroups: [] }],
    ['the delay may not be read', 303, { targetGroups: [{ ...GROUP, deregistrationDelay: undefined }] }],
    [
      'the time is not what the settings explain',
      303,
      { timeline: [{ phase: 'replace', startedAt: START, endedAt: START + 2_000_000 }] }
    ],
    ['nothing was seen of the new tasks', 303, { newTasks: [] }],
    ['the service was scaled meanwhile', 303, { desiredCount: 5 }],
    ['it is a daemon', 303, { service: { schedulingStrategy: 'DAEMON' } }]
  ])('says nothing of the delay where %s', (_why, fall, changes) => {
    const settings = findAdvice(facts(changes, fall)).map(({ setting }) => setting);
    expect(settings).not.toContain('deregistration_delay.timeout_seconds');
  });

  it('takes a stopTimeout for a fact only where the container was killed', () => {
    const killed = facts({ targetGroups: [] }, 90);
    const taskDefinition = { containerDefinitions: [{ name: 'web', stopTimeout: 90 }] };
    expect(findAdvice({ ...killed, taskDefinition })).toEqual([]);
    const oldTasks = killed.oldTasks.map(task => ({ ...task, containers: [{ name: 'web', exitCode: 137 }] }));
    expect(findAdvice({ ...killed, taskDefinition, oldTasks })).toMatchObject([
      { setting: 'stopTimeout', seconds: 85 }
    ]);
  });

  it('gives at most three, the most seconds first, and promises no second twice', () => {
    const all = facts({
      service: { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 } },
      taskDefinition: { containerDefinitions: [{ name: 'web', stopTimeout: 120 }] },
      timeline: [
        { phase: 'start', startedAt: START, endedAt: START + 52_000 },
        { phase: 'bake', startedAt: START + 52_000, endedAt: START + 652_000 },
        { phase: 'drain', startedAt: START + 652_000, endedAt: START + 1_100_000 }
      ],
      imageBytes: 2e9
    });
    const found = findAdvice(all);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(found.map(({ seconds }) => seconds)).toEqual(found.map(({ seconds }) => seconds).toSorted((a, b) => b - a));
    expect(found.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThan(1_100);
  });

  it.each([
    [2e9, /make the image 250 MB instead of 2000 MB: its pull took 1 min 40 s a task/],
    [250e6, undefined],
    [undefined, undefined]
  ])('names the size of an image of %s bytes whose pull was slow', (imageBytes, sentence) => {
    const slow: Task = { createdAt: at(2), pullStartedAt: at(10), pullStoppedAt: at(110), startedAt: at(115) };
    const old: Task = { stoppingAt: at(145), executionStoppedAt: at(148), stoppedAt: at(152) };
    const timeline = [{ phase: 'replace', startedAt: START, endedAt: START + 155_000 }];
    const found = findAdvice(
      facts({ imageBytes, timeline, newTasks: [slow, slow], oldTasks: [old, old], targetGroups: [] })
    );
    const told = found.find(({ setting }) => setting === 'image size');
    if (sentence === undefined) expect(told).toBeUndefined();
    else expect(told?.sentence).toMatch(sentence);
  });

  it('leaves a bake time to the alarm that looks at it', () => {
    const timeline = [
      { phase: 'start', startedAt: START, endedAt: START + 52_000 },
      { phase: 'bake', startedAt: START + 52_000, endedAt: START + 652_000 }
    ];
    const withAlarm = (enable: boolean): readonly string[] => {
      const alarms = { alarmNames: ['5xx'], enable, rollback: true };
      const deploymentConfiguration = { strategy: 'BLUE_GREEN' as const, bakeTimeInMinutes: 10, alarms };
      return findAdvice(facts({ timeline, service: { deploymentConfiguration } })).map(({ setting }) => setting);
    };
    expect(withAlarm(false)).toContain('bakeTimeInMinutes');
    expect(withAlarm(true)).not.toContain('bakeTimeInMinutes');
  });

  it.each([
    ['nothing', false, {}, true],
    ['hooks of the AppSpec', true, {}, false],
    ['alarms', false, { alarmConfiguration: { enabled: true, alarms: [{ name: '5xx' }] } }, false],
    ['alarms that are off', false, { alarmConfiguration: { enabled: false, alarms: [{ name: '5xx' }] } }, true]
  ])(
    'proposes a shorter termination wait where what looks at the new version is: %s',
    (_name, hasHooks, more, told) => {
      const timeline = [
        { phase: 'start', startedAt: START, endedAt: START + 52_000 },
        { phase: 'drain', startedAt: START + 52_000, endedAt: START + 652_000 }
      ];
      const group = {
        deploymentGroupName: 'shop-web',
        blueGreenDeploymentConfiguration: {
          terminateBlueInstancesOnDeploymentSuccess: {
            action: 'TERMINATE' as const,
            terminationWaitTimeInMinutes: 10
          }
        },
        ...more
      };
      const codedeploy = { group, configName: 'CodeDeployDefault.ECSAllAtOnce', hasHooks };
      const found = findAdvice(facts({ timeline, codedeploy, targetGroups: [], oldTasks: [] }));
      expect(found.some(({ setting }) => setting === 'terminationWaitTimeInMinutes')).toBe(told);
    }
  );
});

describe('the model', () => {
  it.each([
    ['all at once', { desired: 4, most: 8, least: 4 }, 50 + 300],
    ['two batches, the last drain alone at the end', { desired: 4, most: 6, least: 4 }, 100 + 300],
    [
      'in place, by halves: the last old tasks drain beside the last new ones',
      { desired: 4, most: 4, least: 2 },
      50 + 300
    ],
    ['all away first: they drain beside the new ones', { desired: 4, most: 4, least: 0 }, 300]
  ])('replays a rolling update: %s', (_what, batches, seconds) => {
    expect(rollingSeconds(batches, 50, 300)).toBe(seconds);
  });

  it.each([
    [5, 30],
    [31, 60],
    // Twice unhealthy first: then five successes.
    [61, 210]
  ])('calls a target that answers after %d s healthy after %d s', (ready, seconds) => {
    expect(targetSeconds({ interval: 30, healthyThreshold: 5, unhealthyThreshold: 2 }, ready)).toBe(seconds);
  });
});
