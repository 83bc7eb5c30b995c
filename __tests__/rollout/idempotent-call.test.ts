import { describe, expect, it } from '@jest/globals';

import { registerTaskDefinition } from '../../src/rollout/register.js';
import { sendOnce } from '../../src/rollout/idempotent-call.js';
import { stopInterruptedDeployment, type PendingDeployment } from '../../src/rollout/rollback/stop-deployment.js';
import { poll } from '../../src/rollout/monitor/poll.js';
import { ARN, NEW_DEPLOYMENT, OLD_DEPLOYMENT } from './fake-ecs.js';
import { awsError, CLUSTER, fakeClock, fakePorts, NEW, OLD, START } from './fakes.js';

describe('a call that must not take effect twice', () => {
  /** Every entry is what one attempt meets; `found` what a look in between finds. */
  const rows: readonly (readonly [string, readonly string[], string | undefined, number, number])[] = [
    ['goes through', [], undefined, 1, 0],
    ['refused by throttling: nothing to look for', ['ThrottlingException', 'ThrottlingException'], 'other', 3, 0],
    ['broke, and had taken effect', ['ECONNRESET'], 'made', 1, 1],
    ['broke, and had not', ['ECONNRESET'], undefined, 2, 1],
    ['failed inside AWS, then throttled: still looked for', ['ServerException', 'ThrottlingException'], undefined, 3, 2]
  ];
  it.each(rows)('%s', async (_name, errors, found, sent, looked) => {
    const seen = { sent: 0, looked: 0 };
    const value = await sendOnce({
      clock: fakeClock(),
      send: async () => {
        const error = errors[seen.sent];
        seen.sent += 1;
        if (error !== undefined) throw awsError(error);
        return 'sent';
      },
      find: async () => {
        seen.looked += 1;
        return found;
      }
    });
    expect(value).toBe(looked > 0 && found !== undefined ? found : 'sent');
    expect(seen).toEqual({ sent, looked });
  });

  it('is sent again where another run registers a revision of the same family at this moment', async () => {
    const busy = 'Too many concurrent attempts to create a new revision of the specified family.';
    let sent = 0;
    const ports = fakePorts({
      ecs: {
        registerTaskDefinition: async () => {
          sent += 1;
          if (sent <= 2) throw Object.assign(awsError('ClientException', busy), { $fault: 'client' });
          return { taskDefinitionArn: NEW };
        }
      }
    });
    const registered = await registerTaskDefinition('{"family":"web"}', ports.ecs, fakeClock());
    expect(registered).toMatchObject({ arn: NEW, isOwn: true });
    // A refusal took no effect: there was nothing to look for.
    expect(ports.of('describeTaskDefinition')).toEqual([]);
    expect(sent).toBe(3);
  });

  it('a refusal that our own lost call caused is no error', async () => {
    const errors = ['ECONNRESET', 'DeploymentLimitExceededException'];
    const found = [undefined, 'd-1'];
    const value = await sendOnce({
      clock: fakeClock(),
      send: async () => Promise.reject(awsError(errors.shift() ?? 'none left')),
      find: async () => found.shift()
    });
    expect(value).toBe('d-1');
  });

  it('a look that fails does not hide our own lost call behind the refusal that it caused', async () => {
    const errors = ['ECONNRESET', 'DeploymentLimitExceededException'];
    const looks = [async () => undefined, () => Promise.reject(awsError('ThrottlingException')), async () => 'd-1'];
    const value = await sendOnce({
      clock: fakeClock(),
      send: async () => Promise.reject(awsError(errors.shift() ?? 'none left')),
      find: async () => looks.shift()?.()
    });
    expect(value).toBe('d-1');
  });

  it('outlives ten refusals in a row, as an account that is throttled hard gives them', async () => {
    let sent = 0;
    const value = await sendOnce({
      clock: fakeClock(),
      send: async () => ((sent += 1) > 10 ? 'sent' : Promise.reject(awsError('ThrottlingException'))),
      find: async () => undefined
    });
    expect([value, sent]).toEqual(['sent', 11]);
  });

  it('looks until it has seen before it sends again', async () => {
    const looks = [awsError('ThrottlingException'), awsError('ServerException'), awsError('ECONNRESET')];
    let sent = 0;
    const value = await sendOnce({
      clock: fakeClock(),
      send: async () => {
        sent += 1;
        return Promise.reject(awsError('ECONNRESET'));
      },
      find: async () => {
        const error = looks.shift();
        if (error !== undefined) throw error;
        return 'd-1';
      }
    });
    expect([value, sent]).toEqual(['d-1', 1]);
  });

  it('gives up at last, with the last error', async () => {
    const clock = fakeClock();
    const sending = sendOnce({
      clock,
      send: () => Promise.reject(awsError('ThrottlingException')),
      find: async () => undefined
    });
    await expect(sending).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(clock.elapsed).toBeGreaterThan(30);
  });
});

describe('registering', () => {
  const JSON_TEXT =
    '{"family":"web","containerDefinitions":[{"name":"app","image":"x:1","environment":[]}],"tags":[{"key":"a","value":"b"}]}';
  const told = {
    taskDefinitionArn: NEW,
    family: 'web',
    revision: 2,
    registeredAt: new Date(START),
    containerDefinitions: [{ name: 'app', image: 'x:1', environment: [], cpu: 0, mountPoints: [] }]
  };
  const lose = (newest: object | undefined) => {
    let sent = 0;
    return {
      sent: () => sent,
      ports: fakePorts({
        ecs: {
          registerTaskDefinition: async () => {
            sent += 1;
            if (sent === 1) throw awsError('ECONNRESET');
            return { ...told, taskDefinitionArn: `${NEW}0` };
          },
          describeTaskDefinition: async () => {
            if (newest === undefined) throw awsError('ClientException');
            return { taskDefinition: newest, tags: [], written: { taskDefinition: newest, tags: [] } };
          }
        }
      })
    };
  };
  it.each([
    ['is not repeated where the revision is there', told, 1, NEW],
    [
      'is repeated where the newest revision is another',
      { ...told, containerDefinitions: [{ name: 'app', image: 'x:0' }] },
      2,
      `${NEW}0`
    ],
    [
      'is repeated where the newest revision is old',
      { ...told, registeredAt: new Date(START - 600_000) },
      2,
      `${NEW}0`
    ],
    ['is repeated where there is no revision', undefined, 2, `${NEW}0`]
  ])('a lost answer: %s', async (_name, newest, sent, arn) => {
    const scene = lose(newest);
    const registered = await registerTaskDefinition(JSON_TEXT, scene.ports.ecs, fakeClock());
    expect(registered.arn).toBe(arn);
    expect(scene.sent()).toBe(sent);
  });

  it('a lost answer: is not repeated before a look went through', async () => {
    const scene = lose(told);
    const fails = [awsError('ThrottlingException'), awsError('ECONNRESET')];
    const { ecs } = fakePorts({
      ecs: {
        registerTaskDefinition: json => scene.ports.ecs.registerTaskDefinition(json),
        describeTaskDefinition: async reference => {
          const error = fails.shift();
          if (error !== undefined) throw error;
          return scene.ports.ecs.describeTaskDefinition(reference);
        }
      }
    });
    expect((await registerTaskDefinition(JSON_TEXT, ecs, fakeClock())).arn).toBe(NEW);
    expect(scene.sent()).toBe(1);
  });

  it('a lost answer: is not repeated where another run registered a newer revision meanwhile', async () => {
    const theirs = { ...told, taskDefinitionArn: NEW.replace(':2', ':3'), revision: 3, containerDefinitions: [] };
    const scene = lose(told);
    const { ecs } = fakePorts({
      ecs: {
        registerTaskDefinition: json => scene.ports.ecs.registerTaskDefinition(json),
        describeTaskDefinition: async reference => {
          const taskDefinition = reference === 'web' ? theirs : told;
          return { taskDefinition, tags: [], written: { taskDefinition, tags: [] } };
        }
      }
    });
    expect(await registerTaskDefinition(JSON_TEXT, ecs, fakeClock())).toMatchObject({ arn: NEW, isOwn: false });
    expect(scene.sent()).toBe(1);
  });

  it.each([
    ['this run’s session', 'Slipway-4711', true],
    ['another’s', 'Slipway-4712', false],
    ['one that many runs have', undefined, false]
  ])('a lost answer: the revision was registered in %s', async (_name, sessionName, isOwn) => {
    const scene = lose({ ...told, registeredBy: 'arn:aws:sts::123456789012:assumed-role/deploy/Slipway-4711' });
    expect(await registerTaskDefinition(JSON_TEXT, scene.ports.ecs, fakeClock(), sessionName)).toMatchObject({
      arn: NEW,
      isOwn
    });
  });

  it('is this run’s alone where the answer names it', async () => {
    const ports = fakePorts({ ecs: { registerTaskDefinition: async () => told } });
    expect(await registerTaskDefinition(JSON_TEXT, ports.ecs, fakeClock())).toMatchObject({ arn: NEW, isOwn: true });
  });

  it('explains a refusal', async () => {
    const ports = fakePorts({
      ecs: { registerTaskDefinition: () => Promise.reject(awsError('ClientException', 'Role is not valid')) }
    });
    await expect(registerTaskDefinition(JSON_TEXT, ports.ecs, fakeClock())).rejects.toThrow(
      'Registering the task definition web: Role is not valid'
    );
  });
});

describe('the pace of looking', () => {
  const looks = async (errors: (look: number) => string | undefined, seconds: number, isClosing = () => false) => {
    const clock = fakeClock();
    const at: number[] = [];
    await poll({
      clock,
      deadline: START + seconds * 1000,
      doing: 'Watching',
      look: async () => {
        at.push(clock.elapsed);
        const error = errors(at.length);
        if (error !== undefined) throw awsError(error);
      },
      isClosing,
      judge: () => undefined
    });
    return at.map((second, index) => Number((second - (at[index - 1] ?? 0)).toFixed(2)));
  };

  it('looks at once, then every 2 s growing to 5 s', async () => {
    expect(await looks(() => undefined, 30)).toEqual([0, 2, 2.5, 3.13, 3.91, 4.88, 5, 5, 3.59]);
  });

  it('looks every 3 s when the end is near', async () => {
    expect(
      await looks(
        () => undefined,
        12,
        () => true
      )
    ).toEqual([0, 2, 2.5, 3.13, 3.5, 0.88]);
  });

  it('doubles the pause while throttled, to at most 20 s, and recovers', async () => {
    const gaps = await looks(look => (look <= 5 ? 'ThrottlingException' : undefined), 100);
    expect(gaps.slice(0, 7)).toEqual([0, 4, 8, 16, 20, 20, 2]);
  });

  it('keeps its pace through 5xx and broken connections', async () => {
    expect(await looks(() => 'ECONNRESET', 10)).toEqual([0, 2, 2.5, 3.13, 2.38]);
  });

  it('stays within 30 calls a minute with two calls a look', async () => {
    const gaps = await looks(() => undefined, 240);
    expect((gaps.length * 2) / 4).toBeLessThanOrEqual(30);
  });

  it('does not wait for a look that hangs when the run is cancelled', async () => {
    const controller = new AbortController();
    const watching = poll({
      clock: fakeClock(),
      signal: controller.signal,
      deadline: START + 1_000,
      doing: 'Watching',
      look: () => new Promise<never>(() => undefined),
      judge: () => undefined
    });
    controller.abort();
    await expect(watching).resolves.toEqual({ kind: 'cancelled' });
  });

  it('ends at once, in words, when a permission is missing', async () => {
    await expect(looks(() => 'AccessDeniedException', 30)).rejects.toThrow(/^Watching: /);
  });
});

describe('the post step', () => {
  const left: PendingDeployment = {
    kind: 'deployment',
    engine: 'ecs',
    region: 'eu-west-1',
    cluster: CLUSTER,
    service: 'web',
    id: 'ecs-svc/2',
    serviceDeploymentArn: ARN,
    taskDefinitionArn: NEW,
    previousTaskDefinitionArn: OLD,
    isOwnRevision: true,
    deploymentsBefore: ['ecs-svc/1'],
    askedAt: START,
    onCancel: 'rollback'
  };
  const scene = (primary: object, status: string) =>
    fakePorts({
      ecs: {
        describeServices: async () => ({ services: [{ deployments: [primary] }], failures: [] }),
        listServiceDeployments: async () => [
          { serviceDeploymentArn: ARN, targetServiceRevisionArn: 'r/2', createdAt: new Date(START) }
        ],
        describeServiceDeployments: async () => [{ status: status as 'IN_PROGRESS' }],
        stopServiceDeployment: async () => undefined,
        updateService: async () => ({ deployments: [{ ...OLD_DEPLOYMENT, id: 'ecs-svc/3' }] })
      }
    });
  const mine = NEW_DEPLOYMENT;
  const theirs = { ...NEW_DEPLOYMENT, id: 'ecs-svc/9', taskDefinition: OLD };
  const lost = { ...left, id: '', serviceDeploymentArn: undefined };

  it.each([
    ['rolls back what is under way', left, mine, 'IN_PROGRESS', 'stopping', ['ROLLBACK']],
    ['stops what is under way', { ...left, onCancel: 'stop' as const }, mine, 'IN_PROGRESS', 'stopping', ['ABORT']],
    ['leaves what shall be left', { ...left, onCancel: 'leave' as const }, mine, 'IN_PROGRESS', 'left', []],
    ['does nothing about what succeeded', left, mine, 'SUCCESSFUL', 'nothing', []],
    ['does nothing about what is rolled back already', left, mine, 'ROLLBACK_IN_PROGRESS', 'stopping', []],
    ['finds a deployment whose answer was never seen', lost, mine, 'IN_PROGRESS', 'stopping', ['ROLLBACK']],
    ['touches nobody else', { ...left, serviceDeploymentArn: undefined }, theirs, 'IN_PROGRESS', 'nothing', []],
    ['sees that the request never arrived', lost, { ...OLD_DEPLOYMENT }, 'IN_PROGRESS', 'nothing', []]
  ])('%s', async (_name, pending, primary, status, kind, stops) => {
    const ports = scene(primary, status);
    const stopResult = await stopInterruptedDeployment(pending, ports, fakeClock());
    expect(stopResult.kind).toBe(kind);
    expect(ports.of('stopServiceDeployment').map(([, stopType]) => stopType)).toEqual(stops);
    expect(ports.of('updateService')).toEqual([]);
  });

  it('goes back to the previous revision where the deployment stands STOPPED on the new one', async () => {
    const ports = scene({ ...mine, rolloutState: 'FAILED' }, 'STOPPED');
    const stopResult = await stopInterruptedDeployment(left, ports, fakeClock());
    expect(stopResult).toMatchObject({
      kind: 'redeployed',
      ref: { deploymentId: 'ecs-svc/3', taskDefinitionArn: OLD }
    });
    expect(ports.of('updateService')).toEqual([[{ cluster: CLUSTER, service: 'web', taskDefinition: OLD }]]);
  });

  const codedeploy = {
    ...left,
    engine: 'codedeploy' as const,
    application: 'a',
    deploymentGroup: 'g',
    mark: 'slipway-abc'
  };
  it.each([
    ['stops with a rollback', { ...codedeploy, id: 'd-1' }, 'InProgress', [['d-1', true]]],
    ['stops without', { ...codedeploy, id: 'd-1', onCancel: 'stop' as const }, 'InProgress', [['d-1', false]]],
    ['does nothing about what ended', { ...codedeploy, id: 'd-1' }, 'Succeeded', []],
    ['finds the lost one by its mark', { ...codedeploy, id: '' }, 'InProgress', [['d-1', true]]],
    ['touches nobody else', { ...codedeploy, id: '', mark: 'slipway-def' }, 'InProgress', []]
  ])('CodeDeploy: %s', async (_name, pending, status, stops) => {
    const ports = fakePorts({
      codedeploy: {
        getDeployment: async id => ({
          deploymentId: id,
          status: status as 'InProgress',
          creator: 'user',
          description: 'Ship it [slipway-abc]',
          revision: { appSpecContent: { sha256: 'abc' } }
        }),
        listDeployments: async () => ['d-1'],
        stopDeployment: async () => undefined
      }
    });
    await stopInterruptedDeployment(pending, ports, fakeClock());
    expect(ports.of('stopDeployment')).toEqual(stops);
  });
});
