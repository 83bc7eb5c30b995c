import { describe, expect, it } from '@jest/globals';

import { SlipwayError } from '../../src/errors.js';
import type { EcrScan, ScanFinding } from '../../src/image/ports.js';
import type { PublishedImage } from '../../src/image/published-image.js';
import { passScanGate } from '../../src/image/scan/scan-gate.js';
import { countStopping, describeCounts, listWorst, readScanState } from '../../src/image/scan/scan-findings.js';
import { SCAN_SEVERITIES } from '../../src/text/scan-severity.js';
import { digestOf, HOST, makeSandbox, type Sandbox } from './fakes.js';

const DIGEST = digestOf('a');

function image(changes: Partial<PublishedImage> = {}): PublishedImage {
  return {
    container: 'app',
    registry: HOST,
    repository: 'shop/app',
    tag: 'v1',
    digest: DIGEST,
    uri: `${HOST}/shop/app:v1`,
    digestUri: `${HOST}/shop/app@${DIGEST}`,
    built: true,
    location: { repository: changes.repository ?? 'shop/app', digest: changes.digest ?? DIGEST },
    ...changes
  };
}

function finding(severity: string, name: string, changes: Partial<ScanFinding> = {}): ScanFinding {
  return { name, severity, packages: ['openssl 3.0.1'], fixedIn: undefined, ...changes };
}

function scan(changes: Partial<EcrScan> = {}): EcrScan {
  return { status: 'COMPLETE', description: undefined, counts: {}, findings: [], completed: true, ...changes };
}

/** Time passes while the gate waits. */
function benchWith(looks: (EcrScan | SlipwayError | undefined)[], digest = DIGEST): Sandbox {
  const sandbox = makeSandbox();
  sandbox.ecr.scans.set(digest, looks);
  return sandbox;
}

function withClock(sandbox: Sandbox): Sandbox['ports'] {
  let now = 0;
  const sleep = async (milliseconds: number): Promise<void> => {
    sandbox.slept.push(milliseconds);
    now += milliseconds;
  };
  return { ...sandbox.ports, clock: { now: () => now, sleep, random: () => 0.5 } };
}

async function refusal(work: Promise<unknown>): Promise<SlipwayError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error
  );
  if (outcome instanceof SlipwayError) return outcome;
  throw new Error('It was not refused.');
}

describe('the scan gate', () => {
  it('asks nothing where none is wanted', async () => {
    const sandbox = makeSandbox();
    const images = [image()];
    expect(await passScanGate(images, undefined, sandbox.ports)).toBe(images);
    expect(sandbox.ecr.requestLog).toEqual([]);
  });

  it('waits until the scan has ended, and lets pass what is below it', async () => {
    const sandbox = benchWith([
      scan({ status: 'IN_PROGRESS', counts: undefined, completed: false }),
      scan({ status: 'PENDING', counts: undefined, completed: false }),
      scan({ counts: { MEDIUM: 2, LOW: 7 }, findings: [finding('MEDIUM', 'CVE-1')] })
    ]);
    const [passed] = await passScanGate([image()], 'HIGH', withClock(sandbox));
    expect(passed?.findings).toBe('2 MEDIUM, 7 LOW');
    expect(sandbox.slept).toEqual([2000, 3000]);
    expect(sandbox.log.at(-1)).toBe(`${HOST}/shop/app:v1: ECR's scan found 2 MEDIUM, 7 LOW.`);
  });

  it('takes no COMPLETE or ACTIVE for an end that comes without results', async () => {
    const early = { counts: undefined, completed: false };
    const sandbox = benchWith([
      scan({ status: 'COMPLETE', ...early }),
      scan({ status: 'ACTIVE', ...early }),
      scan({ status: 'ACTIVE', counts: { CRITICAL: 1 }, findings: [finding('CRITICAL', 'CVE-1')] })
    ]);
    const error = await refusal(passScanGate([image()], 'CRITICAL', withClock(sandbox)));
    expect(error.code).toBe('scan-findings');
    expect(sandbox.slept).toHaveLength(2);
  });

  it('names the worst, the counts and what to do', async () => {
    const findings = [
      finding('LOW', 'CVE-2024-9999'),
      finding('HIGH', 'CVE-2024-0002', { packages: ['zlib 1.2'], fixedIn: '1.3' }),
      finding('CRITICAL', 'CVE-2024-0001'),
      ...['3', '4', '5', '6'].map(number => finding('HIGH', `CVE-2024-000${number}`, { packages: [] }))
    ];
    const sandbox = benchWith([scan({ counts: { CRITICAL: 1, HIGH: 5, LOW: 1 }, findings })]);
    const error = await refusal(passScanGate([image()], 'HIGH', sandbox.ports));
    expect(error.fault).toBe('user');
    expect(error.message.split('\n')).toEqual([
      `${HOST}/shop/app:v1: ECR's scan found 1 CRITICAL, 5 HIGH, 1 LOW, and scan-gate is HIGH:`,
      'CRITICAL CVE-2024-0001 in openssl 3.0.1',
      'HIGH CVE-2024-0002 in zlib 1.2, fixed in 1.3',
      'HIGH CVE-2024-0003',
      'HIGH CVE-2024-0004',
      'HIGH CVE-2024-0005',
      '… and 1 more. Nothing was registered or deployed. Fix the listed packages, or raise scan-gate above HIGH if this may run.'
    ]);
  });

  it('looks at the image of each platform of an index', async () => {
    const sandbox = benchWith([scan({ counts: { LOW: 1 } })], digestOf('1'));
    sandbox.ecr.scans.set(digestOf('2'), [scan({ counts: { HIGH: 1 }, findings: [finding('HIGH', 'CVE-1')] })]);
    sandbox.ecr.indexes.set(DIGEST, [digestOf('1'), digestOf('2')]);
    const error = await refusal(passScanGate([image()], 'HIGH', sandbox.ports));
    expect(error.what).toContain('found 1 HIGH, 1 LOW in its 2 platforms, and scan-gate is HIGH:\nHIGH CVE-1');
  });

  it('looks at an image once, whoever has it, and at all before it refuses', async () => {
    const sandbox = benchWith([scan({ counts: { HIGH: 1 }, findings: [finding('HIGH', 'CVE-1')] })]);
    const other = { digest: digestOf('b'), uri: `${HOST}/shop/other:v1`, repository: 'shop/other' };
    sandbox.ecr.scans.set(other.digest, [scan({ counts: { HIGH: 2 }, findings: [finding('HIGH', 'CVE-2')] })]);
    const error = await refusal(
      passScanGate([image(), image({ container: 'b' }), image(other)], 'HIGH', sandbox.ports)
    );
    expect(sandbox.ecr.requestLog).toHaveLength(2);
    expect(error.what).toContain('HIGH CVE-1');
    expect(error.what).toContain('HIGH CVE-2');
  });

  it('asks for a scan, once, where there is none', async () => {
    const sandbox = benchWith([undefined, undefined, scan()]);
    await passScanGate([image()], 'LOW', withClock(sandbox));
    expect(sandbox.ecr.requestLog.filter(line => line.startsWith('Start'))).toEqual([
      `StartImageScan shop/app@${DIGEST}`
    ]);
    expect(sandbox.log.join('\n')).toContain('was not scanned when it was pushed: a scan has been asked for.');
  });

  it('waits where ECR takes no request for a scan, since one comes by itself', async () => {
    const sandbox = benchWith([undefined, scan()]);
    sandbox.ecr.startAnswer = 'by-itself';
    const [passed] = await passScanGate([image()], 'LOW', withClock(sandbox));
    expect(passed?.findings).toBe('nothing');
  });

  it('does not take an image that cannot be scanned for a good one', async () => {
    const sandbox = benchWith([undefined]);
    sandbox.ecr.startAnswer = 'unsupported';
    const error = await refusal(passScanGate([image()], 'LOW', withClock(sandbox)));
    expect(error.what).toContain('ECR cannot scan an image of this kind');
  });

  it.each([
    'FAILED',
    'UNSUPPORTED_IMAGE',
    'SCAN_ELIGIBILITY_EXPIRED',
    'FINDINGS_UNAVAILABLE',
    'LIMIT_EXCEEDED',
    'IMAGE_ARCHIVED'
  ])('stays shut at %s, with what AWS says', async status => {
    const sandbox = benchWith([scan({ status, description: 'Because.', counts: undefined, completed: false })]);
    const error = await refusal(passScanGate([image()], 'LOW', sandbox.ports));
    expect(error.code).toBe('scan-failed');
    expect(error.what).toMatch(new RegExp(`: ${status} \\(Because\\)\\.$`));
    expect(error.next).not.toBe('');
    expect(sandbox.slept).toEqual([]);
  });

  it.each([
    [undefined, 'ECR knows of no scan'],
    [scan({ status: 'ACTIVE', counts: undefined, completed: false }), 'ECR says ACTIVE and has no results'],
    [scan({ status: 'NEWER_THAN_THIS' }), 'ECR says NEWER_THAN_THIS and has no results']
  ])('gives up after ten minutes', async (look, stands) => {
    const sandbox = benchWith([look]);
    const error = await refusal(passScanGate([image()], 'LOW', withClock(sandbox)));
    expect(error.what).toBe(`${HOST}/shop/app:v1 cannot pass scan-gate: after 10 minutes ${stands}.`);
    const waited = sandbox.slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThan(9.5 * 60_000);
    expect(waited).toBeLessThanOrEqual(10 * 60_000);
  });

  it('stops waiting when the run is cancelled', async () => {
    const sandbox = benchWith([scan({ status: 'IN_PROGRESS' })]);
    const cancel = new AbortController();
    const ports = withClock(sandbox);
    const sleep = async (): Promise<void> => cancel.abort(new Error('cancelled'));
    const work = passScanGate([image()], 'LOW', { ...ports, clock: { ...ports.clock, sleep }, signal: cancel.signal });
    await expect(work).rejects.toThrow('cancelled');
    expect(sandbox.ecr.requestLog).toHaveLength(1);
  });

  it('says that an image of another registry is not looked at', async () => {
    const sandbox = makeSandbox();
    const uri = 'public.ecr.aws/xray/aws-xray-daemon:3';
    const outside: PublishedImage = { ...image({ uri, digestUri: uri, built: false }), location: undefined };
    const [passed] = await passScanGate([outside], 'LOW', sandbox.ports);
    expect(passed?.findings).toBeUndefined();
    expect(sandbox.log).toContain(`${uri} is not in a private registry of ECR: scan-gate does not look at it.`);
  });

  it("looks at another account's image where that is in ECR", async () => {
    const sandbox = benchWith([scan({ counts: { LOW: 1 } })]);
    const digestUri = `999999999999.dkr.ecr.eu-west-1.amazonaws.com/base/app@${DIGEST}`;
    const central: PublishedImage = { ...image({ uri: digestUri, digestUri }), location: undefined };
    const [passed] = await passScanGate([central], 'HIGH', sandbox.ports);
    expect(passed?.findings).toBe('1 LOW');
    expect(sandbox.ecr.requestLog).toEqual([`DescribeImageScanFindings base/app@${DIGEST}`]);
  });
});

describe('what a scan says', () => {
  it.each(SCAN_SEVERITIES.map((gate, index) => [gate, index + 1] as const))(
    'a gate at %s counts %i of the five',
    (gate, stopping) => {
      const each = Object.fromEntries(SCAN_SEVERITIES.map(severity => [severity, 1]));
      expect(countStopping({ ...each, UNDEFINED: 4, UNTRIAGED: 3 }, gate)).toBe(stopping);
    }
  );

  it('tells what has no grade last', () => {
    expect(describeCounts({ UNTRIAGED: 3, LOW: 1, HIGH: 0, CRITICAL: 2 })).toBe('2 CRITICAL, 1 LOW, 3 UNTRIAGED');
    expect(describeCounts({ HIGH: 0 })).toBe('nothing');
  });

  it('names a finding once, and three of its packages', () => {
    const packages = ['a 1', 'b 1', 'c 1', 'd 1'];
    const twice = [finding('HIGH', 'CVE-1', { packages }), finding('HIGH', 'CVE-1', { packages })];
    expect(listWorst(twice, 'HIGH', 5)).toEqual(['HIGH CVE-1 in a 1, b 1, c 1']);
  });

  it('takes findings for results where ECR tells no counts', () => {
    const state = readScanState(scan({ counts: undefined, completed: false, findings: [finding('LOW', 'CVE-1')] }));
    expect(state).toEqual({ kind: 'done' });
  });
});
