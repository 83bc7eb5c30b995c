import { describe, expect, it } from '@jest/globals';

import { fillFacts, keyOf } from '../../src/causes/cause.js';
import { causeNamed } from '../../src/causes/find-cause.js';
import { parseText } from '../../src/causes/parse-text.js';
import { CAUSES, CHAPTERS } from '../../src/causes/table.js';
import { causeOfTask } from '../../src/causes/stopped-task.js';

describe('status codes are read where a status code stands', () => {
  it.each([
    ['API error (404): repository x not found', [404]],
    ['https response error StatusCode: 403, RequestID: 500429401', [403]],
    ['status code: 400, request id: 5f798344-1a05-4031-ba39-500401429503', [400]],
    ['unexpected status from HEAD request to https://r.example:5000/v2/x/manifests/500: 401 Unauthorized', [401]],
    ['unexpected status code https://r.example/v2/x/manifests/sha256:429: 503 Service Unavailable', [503]],
    ['failed with status: 400 Bad Request', [400]],
    ['unexpected status from POST request to https://auth.example/token: 504 Gateway Timeout: error code: 504', [504]],
    ['received unexpected HTTP status: 500 Internal Server Error', [500]],
    ['(Service: AmazonECS; Status Code: 400; Error Code: ThrottlingException)', [400]],
    ['dial tcp 192.0.2.153:443: i/o timeout', []],
    ['403401500429.dkr.ecr.eu-west-1.amazonaws.com/web:500 not found', []],
    ['sha256:4034014295005034034014295005034034014295005034034014295005034034 not found', []],
    ['(port 500) is unhealthy', []],
    ['exit code: 137', []]
  ] as const)('%s', (text, statuses) => expect(parseText(text).statuses).toEqual(statuses));
});

describe('names of errors, the outermost first', () => {
  it.each([
    [
      'CannotPullECRContainerError: AccessDeniedException: User: x is not authorized',
      ['CannotPullECRContainerError', 'AccessDeniedException']
    ],
    ['Rate exceeded (ErrorCode: Throttling)', ['Throttling']],
    ['does not exist (ErrorCode: InvalidSubnetID.NotFound)', ['InvalidSubnetID.NotFound']],
    ['rpc error: code = Unavailable desc = error reading from server: EOF', ['Unavailable']],
    ['api error Forbidden: Forbidden', ['Forbidden']],
    ["in subnet 'subnet-1': InsufficientFreeAddressesInSubnet", ['InsufficientFreeAddressesInSubnet']]
  ] as const)('%s', (text, errors) => expect(parseText(text).errors).toEqual(errors));
});

describe("the author's own words", () => {
  it.each([
    'repository 123456789012.dkr.ecr.us-east-1.amazonaws.com/denied/timeout not found',
    'image denied-timeout:platform not found',
    "pull access denied for timeout-throttled, repository does not exist or may require 'docker login'",
    'failed to resolve ref ghcr.io/platform/secret-log:403: not found',
    'Fetching secret data from SSM Parameter Store in us-west-2: invalid parameters: /timeout/denied',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:throttled/denied-AbCdEf',
    '(service platform-timeout) has reached a steady state.',
    'No application found for name: denied-timeout',
    'exec: "/opt/timeout/denied": no such file or directory',
    'Get "https://denied.example/timeout?scope=repository:throttled": EOF'
  ])('hold no name that somebody chose: %s', text => {
    expect(parseText(text).words).not.toMatch(/timeout|platform|throttled|secret-log|denied[-.\/]/i);
  });

  it('keep what AWS puts into quotation marks as a sentence', () => {
    expect(parseText('encountered error "MemberOf placement constraint unsatisfied.".').words).toContain('MemberOf');
    expect(parseText('encountered error "RESOURCE:ENI".').words).toContain('RESOURCE:ENI');
  });
});

describe('what a text names', () => {
  it.each([
    [
      'pull image manifest has been retried 1 time(s): failed to resolve ref ghcr.io/a/b:1: not found',
      'image',
      'ghcr.io/a/b:1'
    ],
    ["descriptor matching platform 'linux/arm64'", 'platform', 'linux/arm64'],
    ['did not contain json key MY_SECRET', 'key', 'MY_SECRET'],
    ['x is not authorized to perform: ecr:BatchGetImage on resource: *', 'action', 'ecr:BatchGetImage'],
    ['because no permissions boundary allows the ecs:RunTask action', 'denial', 'permissions boundary'],
    ['on resource: arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/shop:log-stream:', 'logGroup', '/ecs/shop'],
    ['mounting fs-065b374f6a1a6b4c8.efs.eu-west-1.amazonaws.com:/', 'fileSystem', 'fs-065b374f6a1a6b4c8'],
    ["in subnet 'subnet-0a1b2c3d4e5f60718': x", 'subnet', 'subnet-0a1b2c3d4e5f60718'],
    ['(port 8080) is unhealthy', 'port', '8080'],
    ['Health checks failed with these codes: [404, 502]', 'codes', '404, 502'],
    ['exec: "/run.sh": permission denied', 'command', '/run.sh']
  ] as const)('%s', (text, fact, value) => expect(parseText(text).facts[fact]).toBe(value));
});

describe('the same cause', () => {
  const key = (stoppedReason: string, exitCode?: number) => {
    const container = { name: 'app', reason: '', exitCode };
    const found = causeOfTask({ stopCode: 'TaskFailedToStart', stoppedReason, container });
    return found === undefined ? undefined : keyOf(found);
  };
  const missing = (image: string) => `CannotPullContainerError: failed to resolve ref ${image}: ${image}: not found`;
  const denied = (task: string, secret: string) =>
    `Fetching secret data from SSM Parameter Store in eu-west-1: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/exec/${task} is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-west-1:123456789012:parameter/${secret} status code: 400, request id: ${task}`;

  it('has the same distinguishing facts', () => {
    expect(key(missing('ghcr.io/a/b:1'))).toBe(key(missing('ghcr.io/a/b:1')));
    expect(key(missing('ghcr.io/a/b:1'))).not.toBe(key(missing('ghcr.io/a/b:2')));
    expect(key(denied('0a1b2c', 'db'))).toBe(key(denied('1b2c3d', 'db')));
    expect(key(denied('0a1b2c', 'db'))).not.toBe(key(denied('0a1b2c', 'queue')));
  });

  it('is not told apart by the host that a task happens to be on', () => {
    const host = (instance: string) => `Host EC2 (instance ${instance}) terminated.`;
    expect(key(host('i-03dba81187d65ce7e'))).toBe(key(host('i-06aab15feb4568492')));
  });
});

describe('the table', () => {
  it('names each cause once', () => {
    expect(new Set(CAUSES.map(({ id }) => id)).size).toBe(CAUSES.length);
    for (const { id } of CAUSES) expect(causeNamed(id)?.id).toBe(id);
    expect(CHAPTERS.flatMap(({ causes }) => causes)).toEqual(CAUSES);
  });

  it.each(CAUSES)('$id says in whole sentences what it is and what to do', ({ what, advice, source, message }) => {
    for (const text of [fillFacts(what, {}), fillFacts(advice, {})]) {
      expect(text).not.toMatch(/[{}%]| {2}| \.(?![a-z])|undefined/);
      expect(text).toMatch(/^\S/);
    }
    expect(what).not.toMatch(/\.$/);
    expect(advice).toMatch(/\.$|\)\.?$/);
    expect(source).toMatch(/^https:\/\//);
    expect(message).not.toBe('');
  });

  it.each(CAUSES)('$id ends no deployment early where it may pass', ({ deterministic, retry }) => {
    if (retry !== undefined) expect(deterministic).toBe(false);
  });
});
