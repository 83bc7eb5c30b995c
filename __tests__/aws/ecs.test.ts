import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { compactJson, createEcsPort } from '../../src/aws/ecs.js';
import { withLoopback } from './loopback.js';

const WRITTEN = `{
  "family": "wéb",
  "futureMember": { "Nested": [1.50, 1e3, 12345678901234567890] },
  "containerDefinitions": [ { "name": "app", "image": "x", "environment": [], "command": ["a  b", "\\"q\\" \\\\ "],
    "dockerLabels": { "10": "b", "9": "a" } } ],
  "tags": [ { "Key": "mistyped" } ]
}
`;
const ON_THE_WIRE =
  '{"family":"wéb","futureMember":{"Nested":[1.50,1e3,12345678901234567890]},"containerDefinitions":[{"name":"app","image":"x","environment":[],' +
  '"command":["a  b","\\"q\\" \\\\ "],"dockerLabels":{"10":"b","9":"a"}}],"tags":[{"Key":"mistyped"}]}';

describe('RegisterTaskDefinition', () => {
  it('puts the text on the wire as written, with its own length and signature', () =>
    withLoopback(
      () => ({ body: { taskDefinition: { taskDefinitionArn: 'arn:1', revision: 1, registeredAt: 1_700_000_000 } } }),
      async ({ received, connection }) => {
        const answer = await createEcsPort(connection).registerTaskDefinition(WRITTEN);
        expect(answer.taskDefinitionArn).toBe('arn:1');
        expect(received).toHaveLength(1);
        const [request] = received;
        expect(request?.operation).toBe('RegisterTaskDefinition');
        expect(request?.body).toBe(ON_THE_WIRE);
        expect(request?.headers['content-length']).toBe(String(Buffer.byteLength(ON_THE_WIRE)));
        // What was signed is what was sent: SigV4 for these services hashes the body into this header.
        const signed = request?.headers['x-amz-content-sha256'];
        expect(signed ?? sha256(ON_THE_WIRE)).toBe(sha256(ON_THE_WIRE));
        expect(request?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*SignedHeaders=[^,]*content-length/);
      }
    ));

  it('is not repeated by the SDK when the connection breaks', () =>
    withLoopback(
      () => 'reset',
      async ({ received, connection }) => {
        await expect(createEcsPort(connection).registerTaskDefinition('{"family":"web"}')).rejects.toThrow(
          /socket hang up/
        );
        expect(received).toHaveLength(1);
      }
    ));
});

/** Pages of one task each. */
function pages(last: number) {
  let page = 0;
  return () => {
    page += 1;
    return { body: { taskArns: [`task/${page}`], ...(page === last ? {} : { nextToken: `page ${page}` }) } };
  };
}

describe('ListTasks for a service', () => {
  it.each([
    [1, 1],
    [3, 3],
    [99, 10]
  ])('of %d pages reads %d', (there, read) =>
    withLoopback(pages(there), async ({ received, connection }) => {
      const query = { cluster: 'shop', service: 'web', desiredStatus: 'STOPPED' } as const;
      expect(await createEcsPort(connection).listTasks(query)).toHaveLength(read);
      expect(JSON.parse(received.at(-1)?.body ?? '')).toEqual({
        cluster: 'shop',
        serviceName: 'web',
        desiredStatus: 'STOPPED',
        maxResults: 100,
        ...(read === 1 ? {} : { nextToken: `page ${read - 1}` })
      });
    })
  );
});

describe('ListTasks for a whole cluster', () => {
  it('reads all pages', () =>
    withLoopback(pages(3), async ({ received, connection }) => {
      const tasks = await createEcsPort(connection).listClusterTasks('shop', 'STOPPED');
      expect(tasks).toEqual(['task/1', 'task/2', 'task/3']);
      expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
        [undefined, 'page 1', 'page 2'].map(nextToken => ({
          cluster: 'shop',
          desiredStatus: 'STOPPED',
          maxResults: 100,
          ...(nextToken === undefined ? {} : { nextToken })
        }))
      );
    }));

  it('gives up after five', () =>
    withLoopback(pages(6), async ({ received, connection }) => {
      expect(await createEcsPort(connection).listClusterTasks('shop', 'RUNNING')).toBeUndefined();
      expect(received).toHaveLength(5);
    }));
});

describe('DescribeTaskDefinition', () => {
  it('also gives the answer as it came, with members that the SDK does not know', () => {
    const taskDefinition = { family: 'web', revision: 3, registeredAt: 1_700_000_000, futureMember: { Nested: ['é'] } };
    return withLoopback(
      () => ({ body: { taskDefinition, tags: [{ key: 'a', value: 'b' }] } }),
      async ({ connection }) => {
        const answer = await createEcsPort(connection).describeTaskDefinition('web');
        expect(answer.taskDefinition).not.toHaveProperty('futureMember');
        expect(answer.taskDefinition.registeredAt).toEqual(new Date(1_700_000_000_000));
        expect(answer.written).toEqual({ taskDefinition, tags: [{ key: 'a', value: 'b' }] });
      }
    );
  });

  it("rejects with the service's own error", () =>
    withLoopback(
      () => ({ status: 400, error: 'ClientException' }),
      async ({ connection }) => {
        const described = createEcsPort(connection).describeTaskDefinition('none');
        await expect(described).rejects.toMatchObject({ name: 'ClientException', message: 'no' });
      }
    ));
});

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('compactJson', () => {
  it.each([
    ['{ "a" : [ 1 , 2 ] }', '{"a":[1,2]}'],
    ['{"a":"x \\" y  "}\r\n', '{"a":"x \\" y  "}'],
    ['{\n\t"a\\\\": "\\u00e9 \\\\"}', '{"a\\\\":"\\u00e9 \\\\"}']
  ])('%j', (text, compact) => {
    expect(compactJson(text)).toBe(compact);
    expect(JSON.parse(compact)).toEqual(JSON.parse(text));
  });
});

describe('UpdateService', () => {
  it('sends the members that were given, zero and false included, and no others', () =>
    withLoopback(
      () => ({ body: { service: { serviceName: 'web' } } }),
      async ({ received, connection }) => {
        await createEcsPort(connection).updateService({
          cluster: 'shop',
          service: 'web',
          taskDefinition: 'web:2',
          desiredCount: 0,
          enableECSManagedTags: false
        });
        expect(JSON.parse(received[0]?.body ?? '')).toEqual({
          cluster: 'shop',
          service: 'web',
          taskDefinition: 'web:2',
          desiredCount: 0,
          enableECSManagedTags: false
        });
      }
    ));

  it.each(['reset', { status: 500, error: 'ServerException' }] as const)('is not repeated by the SDK: %j', answer =>
    withLoopback(
      () => answer,
      async ({ received, connection }) => {
        await expect(createEcsPort(connection).updateService({ service: 'web' })).rejects.toThrow(/socket hang up|no/);
        expect(received).toHaveLength(1);
      }
    )
  );
});

describe('what only looks', () => {
  it('is repeated by the SDK', () =>
    withLoopback(
      (_received, index) => (index === 0 ? 'reset' : { body: { services: [{ serviceName: 'web' }] } }),
      async ({ received, connection }) => {
        const { services } = await createEcsPort(connection).describeServices('shop', ['web']);
        expect(services).toMatchObject([{ serviceName: 'web' }]);
        expect(received.map(request => request.operation)).toEqual(['DescribeServices', 'DescribeServices']);
      }
    ));

  it('reads all pages of services', () =>
    withLoopback(
      received =>
        received.body.includes('nextToken')
          ? { body: { serviceArns: ['b'] } }
          : { body: { serviceArns: ['a'], nextToken: '2' } },
      async ({ connection }) => {
        expect(await createEcsPort(connection).listServices('shop')).toEqual(['a', 'b']);
      }
    ));

  it('asks for the service deployments since a moment', () =>
    withLoopback(
      () => ({ body: { serviceDeployments: [{ serviceDeploymentArn: 'x', createdAt: 1_700_000_000 }] } }),
      async ({ received, connection }) => {
        const createdAfter = new Date(1_700_000_000_000);
        const query = { cluster: 'shop', service: 'web', createdAfter };
        const found = await createEcsPort(connection).listServiceDeployments(query);
        expect(found[0]?.createdAt).toEqual(createdAfter);
        expect(JSON.parse(received[0]?.body ?? '')).toEqual({
          cluster: 'shop',
          service: 'web',
          createdAt: { after: 1_700_000_000 },
          maxResults: 100
        });
      }
    ));

  it('gives undefined for a cluster that is not there', () =>
    withLoopback(
      () => ({ body: { clusters: [], failures: [{ arn: 'shop', reason: 'MISSING' }] } }),
      async ({ connection }) => {
        expect(await createEcsPort(connection).describeCluster('shop')).toBeUndefined();
      }
    ));
});
