import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { requestIdToken } from '../../src/host/github.js';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** Asks where GitHub answers with this body. */
async function askOf(body: object): Promise<string> {
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...body, audience }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${port}/?v=1`;
  process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 'bearer';
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const token = await requestIdToken('sts.amazonaws.com');
    expect(write).toHaveBeenCalledWith(expect.stringContaining(`::add-mask::${token}`));
    return token;
  } finally {
    write.mockRestore();
    server.close();
    server.closeAllConnections();
  }
}

describe("GitHub's OIDC token", () => {
  it('is given, and masked', async () => {
    expect(await askOf({ value: 'a.b.c' })).toBe('a.b.c');
  });

  it('is not to be had without the permission: the sentence names it', async () => {
    delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    await expect(requestIdToken('sts.amazonaws.com')).rejects.toMatchObject({
      code: 'no-id-token',
      fault: 'user',
      message:
        'role-to-assume needs GitHub\'s OIDC token, and this job may not ask for one. Add "permissions: id-token: write" to the job; the pull request of a fork never has it.'
    });
  });

  it('is not to be had under act, whatever the job says', async () => {
    delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    process.env['ACT'] = 'true';
    const error: unknown = await requestIdToken('sts.amazonaws.com').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'no-id-token',
      fault: 'user',
      message: expect.stringContaining('act has none')
    });
    expect(String(error)).toContain('slipway cloud . -- act');
    expect(String(error)).not.toContain('id-token: write');
  });

  it('may fail to come from GitHub', async () => {
    await expect(askOf({})).rejects.toMatchObject({
      code: 'no-id-token',
      fault: 'aws',
      message: expect.stringMatching(/GitHub gave none: Response json body do not have ID Token field\. .*run it again/)
    });
  });
});
