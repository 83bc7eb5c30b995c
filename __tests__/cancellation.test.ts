import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { cancelableClock, cancelableProcesses, orAborted } from '../src/cancellation.js';
import { Cancelled, Unanswered } from '../src/errors.js';
import { connectWorld, runShip, type Host } from '../src/run.js';
import { fakeClock, fakeLedger, fakeReporter } from './rollout/fakes.js';
import { NO_GATES } from './no-gates.js';

type Call = (...args: readonly unknown[]) => Promise<unknown>;

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/abc';
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/2';
const LOCATION = { repository: 'shop/web', tag: 'v1' };
const LOG = { region: 'eu-west-1', group: '/ecs/web', stream: 'ecs/web/1' };

/** Each method of each port, with arguments that it takes. */
const CALLS: Readonly<
  Record<'ecs' | 'codedeploy' | 'logs' | 'ecr' | 'preflight', Readonly<Record<string, unknown[]>>>
> = {
  ecs: {
    describeCluster: ['shop'],
    describeServices: ['shop', ['web']],
    listServices: ['shop'],
    describeTaskDefinition: ['web:1'],
    registerTaskDefinition: ['{"family":"web"}'],
    updateService: [{ cluster: 'shop', service: 'web' }],
    listServiceDeployments: [{ cluster: 'shop', service: 'web', createdAfter: new Date(0) }],
    describeServiceDeployments: [[ARN]],
    describeServiceRevisions: [[ARN]],
    stopServiceDeployment: [ARN, 'ROLLBACK'],
    continueServiceDeployment: [ARN, 'hook-1', 'CONTINUE'],
    listTasks: [{ cluster: 'shop', service: 'web', desiredStatus: 'RUNNING' }],
    listClusterTasks: ['shop', 'RUNNING'],
    describeTasks: ['shop', ['1']],
    runTask: [{ cluster: 'shop', taskDefinition: 'web:1', clientToken: 'x' }],
    stopTask: ['shop', '1', 'because']
  },
  codedeploy: {
    getDeploymentGroup: ['shop', 'web'],
    listApplications: [],
    listDeploymentGroups: ['shop'],
    getShiftMinutes: ['slow'],
    listDeployments: [{ application: 'shop', deploymentGroup: 'web', statuses: ['Created'] }],
    createDeployment: [{ applicationName: 'shop' }],
    getDeployment: ['d-1'],
    batchGetDeployments: [['d-1']],
    listDeploymentTargets: ['d-1'],
    batchGetDeploymentTargets: ['d-1', ['shop:web']],
    stopDeployment: ['d-1', true],
    continueDeployment: ['d-1', 'TERMINATION_WAIT'],
    getAppSpec: ['shop', 'abc']
  },
  logs: { readTail: [{ ...LOG, limit: 5 }], readOn: [{ ...LOG, after: undefined }] },
  ecr: {
    getAuthorization: [[]],
    getPublicAuthorization: [],
    describeRepository: ['shop/web'],
    createRepository: ['shop/web'],
    describeImage: [LOCATION],
    addTag: [
      { name: 'shop/web', uri: 'x/shop/web', registryId: '1', mutability: 'MUTABLE', exclusions: [] },
      'sha256:1',
      'v2'
    ],
    listPlatformImages: [LOCATION],
    readManifests: [{ repository: 'shop/web' }, [{ tag: 'v1' }]],
    describeScan: [LOCATION],
    startScan: [LOCATION],
    findPullThroughRule: [LOCATION],
    isReplicatedTo: [LOCATION],
    findCreationTemplate: ['shop/web'],
    listSigningProfiles: ['shop/web'],
    describeSignings: [LOCATION]
  },
  preflight: {
    getRole: ['deploy'],
    simulatePrincipalPolicy: [
      { principal: 'arn:aws:iam::1:role/a', action: 'iam:PassRole', resources: ['*'], context: {} }
    ],
    getCaller: [],
    describeSecret: ['eu-west-1', 'db'],
    findParameters: ['eu-west-1', ['/db']],
    describeTargetGroups: ['name', ['web']],
    describeListener: [LISTENER],
    describeRulesOf: [LISTENER],
    describeRule: [`${LISTENER}/3`],
    describeSubnets: [['subnet-1']],
    describeSecurityGroups: [['sg-1']],
    hasLogGroup: ['eu-west-1', '/ecs/web'],
    readManifest: [LOCATION],
    readImageConfig: [LOCATION, 'sha256:1'],
    findPullThroughRule: [LOCATION],
    listSigningProfiles: ['shop/web']
  }
};
type PortName = keyof typeof CALLS;

/** What changes something that a run has to know of: the answer is waited for a moment. */
const CHANGES: Readonly<Partial<Record<PortName, readonly string[]>>> = {
  ecs: [
    'registerTaskDefinition',
    'updateService',
    'stopServiceDeployment',
    'continueServiceDeployment',
    'runTask',
    'stopTask'
  ],
  codedeploy: ['createDeployment', 'stopDeployment', 'continueDeployment']
};
const ALL = (Object.keys(CALLS) as PortName[]).flatMap(port =>
  Object.keys(CALLS[port]).map((name): [PortName, string] => [port, name])
);
const isChange = (port: PortName, name: string): boolean => CHANGES[port]?.includes(name) === true;

const AWS_VARIABLES = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_EC2_METADATA_DISABLED: 'true' };
const before = { ...process.env };
let server: Server;
let requests = 0;
let answer: (response: ServerResponse) => void = () => undefined;
let onRequest: () => void = () => undefined;
let cancel: AbortController;
let answers: AbortController;
let undo: AbortController;
let machine: Host;

beforeEach(async () => {
  requests = 0;
  answer = () => undefined;
  onRequest = () => undefined;
  server = createServer((request, response) => {
    request.resume();
    requests += 1;
    answer(response);
    onRequest();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, AWS_VARIABLES, { AWS_ENDPOINT_URL: url });
  [cancel, answers, undo] = [new AbortController(), new AbortController(), new AbortController()];
  machine = {
    files: {} as Host['files'],
    ...NO_GATES,
    processes: { run: () => new Promise(() => undefined) },
    clock: fakeClock(),
    reporter: fakeReporter(),
    cleanupStore: fakeLedger(),
    environment: {},
    idToken: () => new Promise(() => undefined),
    signal: cancel.signal,
    deadlines: { answers: answers.signal, undo: undo.signal, report: undo.signal }
  };
});

afterEach(async () => {
  // What was left alone by a call that was cut short ends with these.
  for (const controller of [cancel, answers, undo]) controller.abort(new Cancelled('the end of the test'));
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

function ask(port: PortName, name: string, of: object): Promise<unknown> {
  const call = (of as Readonly<Record<PortName, Readonly<Record<string, Call>>>>)[port][name];
  return (call as Call)(...(CALLS[port][name] ?? []));
}

/** Asks, and resolves when the request has arrived; what becomes of it is in `ended`. */
async function begin(port: PortName, name: string, of: object): Promise<{ readonly ended: Promise<unknown> }> {
  const arrived = new Promise<void>(resolve => (onRequest = resolve));
  const ended = ask(port, name, of).then(
    () => 'answered',
    (error: unknown) => error
  );
  await arrived;
  return { ended };
}

function connectIt(role?: Parameters<typeof connectWorld>[0]['role']) {
  return connectWorld({ region: 'eu-west-1', role }, machine);
}

describe('a cancellation is heard by every call', () => {
  it('of every port', () => {
    const context = connectIt();
    for (const port of Object.keys(CALLS) as PortName[])
      expect(Object.keys(context[port]).sort()).toEqual(Object.keys(CALLS[port]).sort());
  });

  it.each(ALL)('%s.%s, whose request hangs', async (port, name) => {
    const { ended } = await begin(port, name, connectIt());
    cancel.abort(new Cancelled('SIGINT'));
    if (isChange(port, name)) {
      expect(await Promise.race([ended, new Promise(resolve => setImmediate(resolve, 'waiting'))])).toBe('waiting');
      answers.abort();
      expect(await ended).toBeInstanceOf(Unanswered);
    } else expect(await ended).toBe(cancel.signal.reason);
  });

  it.each(ALL)('%s.%s, of whose answer only the head comes', async (port, name) => {
    answer = response => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).write('{');
    const { ended } = await begin(port, name, connectIt());
    cancel.abort(new Cancelled('SIGINT'));
    answers.abort();
    expect(await ended).toBeInstanceOf(Cancelled);
  });

  it.each(ALL)('%s.%s, which is throttled: no request is sent any more', async (port, name) => {
    answer = response =>
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end('{"__type":"ThrottlingException"}');
    const { ended } = await begin(port, name, connectIt());
    cancel.abort(new Cancelled('SIGINT'));
    // One that is not repeated says so itself.
    const error = await ended;
    if (!(error instanceof Cancelled)) expect(isChange(port, name) ? error : undefined).toBeInstanceOf(Error);
    expect(requests).toBe(1);
  });

  it.each(ALL)('%s.%s, which does not begin any more', async (port, name) => {
    const context = connectIt();
    cancel.abort(new Cancelled('SIGINT'));
    await expect(ask(port, name, context)).rejects.toBe(cancel.signal.reason);
    expect(requests).toBe(0);
  });

  it('while it waits for GitHub to give a token', async () => {
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>(resolve => (asked = resolve));
    machine = { ...machine, idToken: () => new Promise(() => asked()) };
    const role = { arn: 'arn:aws:iam::123456789012:role/deploy', sessionName: 'x', durationSeconds: 900 };
    const call = ask('ecs', 'describeServices', connectIt(role));
    await isAsked;
    cancel.abort(new Cancelled('SIGINT'));
    await expect(call).rejects.toBe(cancel.signal.reason);
  });

  it('while STS does not answer', async () => {
    machine = { ...machine, idToken: async () => 'token' };
    const role = { arn: 'arn:aws:iam::123456789012:role/deploy', sessionName: 'x', durationSeconds: 900 };
    const { ended } = await begin('ecs', 'describeServices', connectIt(role));
    cancel.abort(new Cancelled('SIGINT'));
    expect(await ended).toBe(cancel.signal.reason);
  });
});

describe('what is taken back after a cancellation', () => {
  const UNDOING = ALL.filter(([port]) => port === 'ecs' || port === 'codedeploy');

  it.each(UNDOING)('%s.%s is asked for all the same, and ends with the time for it', async (port, name) => {
    const { undoing } = connectIt();
    cancel.abort(new Cancelled('SIGINT'));
    answers.abort();
    const { ended } = await begin(port, name, undoing?.ports ?? {});
    expect(await Promise.race([ended, new Promise(resolve => setImmediate(resolve, 'waiting'))])).toBe('waiting');
    const over = new Error('no more time');
    undo.abort(over);
    expect(await ended).toBe(over);
  });
});

describe('waits and child processes', () => {
  it('end with the signal, and with what their caller gives them', async () => {
    const forEver = {
      ...fakeClock(),
      sleep: (_time: number, own?: AbortSignal) => orAborted(new Promise<void>(() => undefined), own)
    };
    const given: (AbortSignal | undefined)[] = [];
    const processes = cancelableProcesses(
      {
        run: async (_command, _args, options) => (given.push(options?.signal), { exitCode: 0, stdout: '', stderr: '' })
      },
      cancel.signal
    );
    const own = new AbortController();
    await processes.run('docker', []);
    await processes.run('docker', [], { signal: own.signal });
    const clock = cancelableClock(forEver, cancel.signal);
    const sleeping = [clock.sleep(1), clock.sleep(1, cancel.signal), clock.sleep(1, new AbortController().signal)];
    const leaving = clock.sleep(1, own.signal);
    own.abort(new Error('own'));
    await expect(leaving).rejects.toThrow('own');
    expect(given.map(signal => signal?.aborted)).toEqual([false, true]);
    cancel.abort(new Cancelled('SIGINT'));
    for (const sleep of sleeping) await expect(sleep).rejects.toBe(cancel.signal.reason);
    expect(given.map(signal => signal?.aborted)).toEqual([true, true]);
  });
});

describe('a run whose time is over', () => {
  it('hands out what it has, whatever still hangs', async () => {
    const asked: string[] = [];
    const hanging: Host['files'] = new Proxy({} as Host['files'], {
      get: (_target, name) => () => {
        asked.push(String(name));
        cancel.abort(new Cancelled('SIGINT'));
        undo.abort(new Error('no more time'));
        return new Promise(() => undefined);
      }
    });
    const given = { config: 'slipway.yml' };
    const ran = await runShip({ given, givenFrom: 'input' }, { ...machine, files: hanging });
    expect(asked).not.toEqual([]);
    expect(ran).toMatchObject({ exitCode: 6, outputs: { outcome: 'cancelled' } });
  });
});
