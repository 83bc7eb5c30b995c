import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { changes, count, withSandbox, type Sandbox } from './sandbox.js';
import { countRevisions, ROLLING, seed } from './seed.js';

const INPUTS = { ...ROLLING, 'scan-gate': 'HIGH' };
const FOUND = [
  { name: 'CVE-2024-0002', severity: 'HIGH', package: 'zlib', version: '1.2', fixedIn: '1.3' },
  { name: 'CVE-2024-0001', severity: 'CRITICAL', package: 'openssl', version: '3.0.1' },
  { name: 'CVE-2024-0003', severity: 'LOW', package: 'bash', version: '5' }
];

async function scanOnPush(sandbox: Sandbox): Promise<void> {
  await sandbox.call('ecr', 'PutImageScanningConfiguration', {
    repositoryName: 'shop/web',
    imageScanningConfiguration: { scanOnPush: true }
  });
}

describe('scan-gate', () => {
  it('lets an image pass in which nothing so bad was found, and says what was', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await scanOnPush(sandbox);
      sandbox.cloud.setScenarios({ findings: { MEDIUM: 2, LOW: 5 } });
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).toBe(0);
      expect(shipped.summary).toContain("<tr><td>ECR's scan</td><td>2 MEDIUM, 5 LOW</td></tr>");
      const order = shipped.requestLog.map(({ operation }) => operation);
      expect(order.lastIndexOf('DescribeImageScanFindings')).toBeLessThan(order.indexOf('RegisterTaskDefinition'));
      expect(count(shipped.requestLog, 'StartImageScan')).toBe(0);
    }));

  it('fails before anything is registered, and names the worst', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await scanOnPush(sandbox);
      sandbox.cloud.setScenarios({ vulnerabilities: FOUND });
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).not.toBe(0);
      for (const told of [shipped.errors, shipped.summary]) {
        expect(told).toContain("ECR's scan found 1 CRITICAL, 1 HIGH, 1 LOW, and scan-gate is HIGH:");
        expect(told).toContain('CRITICAL CVE-2024-0001 in openssl 3.0.1\nHIGH CVE-2024-0002 in zlib 1.2');
        expect(told).not.toContain('CVE-2024-0003');
      }
      expect(shipped.outputs['image-digest']).toMatch(/^sha256:/);
      expect(await countRevisions(sandbox)).toBe(1);
      expect(changes(shipped.requestLog)).not.toContain('UpdateService');
      expect(shipped.leftInTemporary).toEqual([]);
    }));

  it('asks for a scan where the repository has none on push', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).toBe(0);
      expect(count(shipped.requestLog, 'StartImageScan')).toBe(1);
      expect(shipped.log).toContain('a scan has been asked for');
    }));

  it("waits for Amazon Inspector's results, which come after it has called the scan ACTIVE", () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setScenarios({ scanner: { enhanced: true }, vulnerabilities: FOUND });
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).not.toBe(0);
      expect(shipped.errors).toContain('HIGH CVE-2024-0002 in zlib 1.2, fixed in 1.3');
      expect(await countRevisions(sandbox)).toBe(1);
    }));

  it('does not take a scan that failed for a good one', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await scanOnPush(sandbox);
      sandbox.cloud.setScenarios({ scanner: { status: 'UNSUPPORTED_IMAGE' } });
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).not.toBe(0);
      expect(shipped.errors).toContain(
        'cannot pass scan-gate: ECR cannot scan an image of this kind: UNSUPPORTED_IMAGE'
      );
      expect(await countRevisions(sandbox)).toBe(1);
    }));

  it('names the action that is missing', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setFaults({ deny: ['ecr:StartImageScan'] });
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).not.toBe(0);
      expect(shipped.errors).toContain('Allow ecr:StartImageScan');
      expect(shipped.errors).toContain('scan on push is off');
    }));

  it.concurrent('can be cancelled while it waits', () =>
    withSandbox(
      async sandbox => {
        await seed(sandbox, 'ECS');
        await scanOnPush(sandbox);
        const shipped = await sandbox.ship(INPUTS, {
          killAfter: { operation: 'DescribeImageScanFindings', signal: 'SIGINT' }
        });
        expect(shipped.outputs['outcome']).toBe('cancelled');
        expect(await countRevisions(sandbox)).toBe(1);
        expect(shipped.leftInTemporary).toEqual([]);
      },
      { scale: 10 }
    )
  );
});
