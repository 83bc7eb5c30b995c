import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Shape } from '../../src/emulator/client.js';
import { CLUSTER } from '../search/stages.js';
import { ENVIRONMENT } from '../simulation/machine.js';
import { simulate } from './simulate.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'gated');
const folder = mkdtempSync(join(tmpdir(), 'slipway-gated-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the example gated', () => {
  it('has a service in whose pause its gate runs', async () => {
    const service = JSON.parse(readFileSync(join(EXAMPLE, 'service.json'), 'utf8')) as {
      readonly deploymentConfiguration: Shape;
    };
    const gated = await simulate(
      {
        stage: { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' },
        inputs: { 'gate-command': 'sh smoke-test.sh', 'gate-urls': '/' },
        prepare: async ({ call }) => {
          const { deploymentConfiguration } = service;
          await call('ecs', 'UpdateService', { cluster: CLUSTER, service: 'web', deploymentConfiguration });
        }
      },
      folder
    );
    expect({ outcome: gated.run.answer?.outputs.outcome, log: gated.log }).toMatchObject({ outcome: 'succeeded' });
    expect(gated.gates[0]?.stage).toBe('POST_TEST_TRAFFIC_SHIFT');
  });

  it.each([
    ['passes for its page', readFileSync(join(EXAMPLE, 'site', 'index.html'), 'utf8'), 200, true],
    ['fails for another', '<title>other</title>', 200, false],
    ['fails for an error', 'no', 500, false]
  ])('has a gate that %s', async (_name, page, status, passes) => {
    const server = createServer((_request, response) => response.writeHead(status).end(page));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { ...process.env, GATE_URL: url, GATE_TASK_DEFINITION: 'shop-checkout:2', no_proxy: '*' };
    const passed = await new Promise<boolean>(resolve =>
      execFile('sh', [join(EXAMPLE, 'smoke-test.sh')], { env }, error => resolve(error === null))
    );
    server.close();
    expect(passed).toBe(passes);
  });
});
