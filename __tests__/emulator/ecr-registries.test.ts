import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, type Answer, type Stage } from './core-support.js';
import { makeManifest, readError } from './registry-support.js';
import { findShapeProblemsButEmpty, itByBotocore } from './shapes-support.js';

const OWN = '123456789012';
const OTHER = '210987654321';
const REGION = 'eu-west-1';
let stage: Stage;
const answers: Stage['answers'][number][] = [];

beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  answers.push(...stage.answers);
  await stage.close();
});

/** Asks as somebody of an account, in a region. */
function ask(account: string, operation: string, input: object, region = REGION): Promise<Answer> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/ecr/aws4_request, Signature=0`;
  return stage.send('ecr', operation, input, { authorization });
}

const own = (operation: string, input: object): Promise<Answer> => ask('AKIDEXAMPLE', operation, input);

function allow(actions: readonly string[], principal: unknown = { AWS: OWN }): object {
  const policyText = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: actions }]
  });
  return { repositoryName: 'shop/web', policyText };
}

interface Login {
  readonly endpoint: string;
  readonly header: string;
}

async function logIn(account: string, region = REGION): Promise<Login> {
  const { body } = await ask('AKIDEXAMPLE', 'GetAuthorizationToken', { registryIds: [account] }, region);
  const [data] = body['authorizationData'] as unknown as { authorizationToken: string; proxyEndpoint: string }[];
  return { endpoint: data?.proxyEndpoint ?? '', header: `Basic ${data?.authorizationToken ?? ''}` };
}

function push({ endpoint, header }: Login, name = 'shop/web'): Promise<Response> {
  return fetch(`${endpoint}/v2/${name}/blobs/uploads/`, { method: 'POST', headers: { authorization: header } });
}

const IN_OTHER = { registryId: OTHER, repositoryNames: ['shop/web'] };

describe("another account's registry", () => {
  beforeEach(async () => {
    await ask(OTHER, 'CreateRepository', { repositoryName: 'shop/web' });
  });

  it('has a host of its own, and repositories of its own', async () => {
    const { body } = await ask(OTHER, 'DescribeRepositories', { repositoryNames: ['shop/web'] });
    const host = new URL((await logIn(OTHER)).endpoint).host;
    expect(host).not.toBe(new URL(stage.cloud.endpoint).host);
    expect(body).toMatchObject({
      repositories: [
        {
          registryId: OTHER,
          repositoryArn: `arn:aws:ecr:eu-west-1:${OTHER}:repository/shop/web`,
          repositoryUri: `${host}/shop/web`
        }
      ]
    });
    expect((await own('DescribeRepositories', { repositoryNames: ['shop/web'] })).error).toBe(
      'RepositoryNotFoundException'
    );
    expect((await ask(OTHER, 'DescribeRepositories', IN_OTHER, 'us-east-1')).error).toBe('RepositoryNotFoundException');
  });

  it('opens to what the policy of the repository allows, and to nothing else', async () => {
    const denied = await own('DescribeRepositories', IN_OTHER);
    expect(denied.error).toBe('AccessDeniedException');
    expect(denied.body['message']).toBe(
      `User: arn:aws:iam::${OWN}:user/rehearsal is not authorized to perform: ecr:DescribeRepositories on resource: ` +
        `arn:aws:ecr:eu-west-1:${OTHER}:repository/shop/web because no resource-based policy allows the ecr:DescribeRepositories action`
    );
    await ask(OTHER, 'SetRepositoryPolicy', allow(['ecr:Describe*']));
    expect((await own('DescribeRepositories', IN_OTHER)).status).toBe(200);
    const put = { registryId: OTHER, repositoryName: 'shop/web', imageManifest: makeManifest('one') };
    expect((await own('PutImage', put)).error).toBe('AccessDeniedException');
    expect((await own('CreateRepository', { registryId: OTHER, repositoryName: 'shop/new' })).error).toBe(
      'AccessDeniedException'
    );
  });

  it.each<[unknown, boolean]>([
    ['*', true],
    [{ AWS: '*' }, true],
    [{ AWS: OWN }, true],
    [{ AWS: `arn:aws:iam::${OWN}:root` }, true],
    [{ AWS: [`arn:aws:iam::${OWN}:user/rehearsal`, OTHER] }, true],
    [{ AWS: `arn:aws:iam::${OWN}:user/other` }, false],
    [{ AWS: OTHER }, false],
    [{ Service: 'codebuild.amazonaws.com' }, false]
  ])('the principal %j lets this user in: %s', async (principal, expected) => {
    await ask(OTHER, 'SetRepositoryPolicy', allow(['ecr:*'], principal));
    expect((await own('DescribeRepositories', IN_OTHER)).status === 200).toBe(expected);
  });

  it('lets a role in whose session asks, by the ARN of the role', async () => {
    const form = new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${OWN}:role/ci/deploy`,
      RoleSessionName: 'GitHubActions'
    });
    const authorization = `AWS4-HMAC-SHA256 Credential=AKID/20260101/${REGION}/sts/aws4_request, Signature=0`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization };
    const assumed = await (await fetch(stage.cloud.endpoint, { method: 'POST', headers, body: form })).text();
    const [, key = ''] = /<AccessKeyId>(\w+)</.exec(assumed) ?? [];
    const look = (): Promise<Answer> => ask(key, 'DescribeRepositories', IN_OTHER);
    await ask(OTHER, 'SetRepositoryPolicy', allow(['ecr:*'], { AWS: `arn:aws:iam::${OWN}:role/ci/other` }));
    expect((await look()).body['message']).toContain(`User: arn:aws:sts::${OWN}:assumed-role/deploy/GitHubActions`);
    await ask(OTHER, 'SetRepositoryPolicy', allow(['ecr:*'], { AWS: `arn:aws:iam::${OWN}:role/ci/deploy` }));
    expect((await look()).status).toBe(200);
  });

  it('takes a push that the policy allows, by a login of its own region', async () => {
    const login = await logIn(OTHER);
    const denied = await push(login);
    expect(denied.status).toBe(403);
    expect(await readError(denied)).toContain(
      `DENIED User: arn:aws:iam::${OWN}:user/rehearsal is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:${OTHER}:repository/shop/web`
    );
    await ask(OTHER, 'SetRepositoryPolicy', allow(['ecr:InitiateLayerUpload']));
    expect((await push(login)).status).toBe(202);
    const { header } = await logIn(OTHER, 'us-east-1');
    expect((await push({ ...login, header })).status).toBe(401);
    expect((await push(login, 'shop/none')).status).toBe(404);
  });

  it("lets a repository be made where the registry's policy allows it", async () => {
    await ask(OTHER, 'PutRegistryPolicy', {
      policyText: JSON.stringify({
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: OWN },
            Action: 'ecr:CreateRepository',
            Resource: `arn:aws:ecr:eu-west-1:${OTHER}:repository/shop/*`
          }
        ]
      })
    });
    const made = await own('CreateRepository', { registryId: OTHER, repositoryName: 'shop/new' });
    expect(made.body).toMatchObject({ repository: { registryId: OTHER } });
    expect((await own('CreateRepository', { registryId: OTHER, repositoryName: 'team/new' })).error).toBe(
      'AccessDeniedException'
    );
  });
});

describe('a repository creation template', () => {
  it.each<[string, string[], string, boolean]>([
    ['shop', ['CREATE_ON_PUSH'], 'shop/web', true],
    ['shop/', ['CREATE_ON_PUSH'], 'shop/web', true],
    ['web__shop--eu', ['CREATE_ON_PUSH'], 'web__shop--eu/web', true],
    ['shop/web', ['CREATE_ON_PUSH'], 'shop/web', false],
    ['sho', ['CREATE_ON_PUSH'], 'shop/web', false],
    ['ROOT', ['CREATE_ON_PUSH', 'REPLICATION'], 'shop/web', true],
    ['shop', ['PULL_THROUGH_CACHE'], 'shop/web', false]
  ])('for %s and %j makes %s when it is pushed: %s', async (prefix, appliedFor, name, expected) => {
    const template = { prefix, appliedFor, imageTagMutability: 'IMMUTABLE' };
    expect((await own('CreateRepositoryCreationTemplate', template)).status).toBe(200);
    const pushed = await push(await logIn(OWN), name);
    expect(pushed.status).toBe(expected ? 202 : 404);
    const { body, error } = await own('DescribeRepositories', { repositoryNames: [name] });
    if (expected) expect(body).toMatchObject({ repositories: [{ imageTagMutability: 'IMMUTABLE' }] });
    else expect(error).toBe('RepositoryNotFoundException');
  });

  it('is described', async () => {
    await own('CreateRepositoryCreationTemplate', { prefix: 'shop', appliedFor: ['CREATE_ON_PUSH'] });
    expect((await own('DescribeRepositoryCreationTemplates', {})).body).toMatchObject({
      registryId: OWN,
      repositoryCreationTemplates: [{ prefix: 'shop', appliedFor: ['CREATE_ON_PUSH'], imageTagMutability: 'MUTABLE' }]
    });
    // API_DescribeRepositoryCreationTemplates has no error for it.
    const { body } = await own('DescribeRepositoryCreationTemplates', { prefixes: ['team', 'shop'] });
    expect(body).toMatchObject({ repositoryCreationTemplates: [{ prefix: 'shop' }] });
  });
});

it('a pull-through cache rule is described', async () => {
  const rule = { ecrRepositoryPrefix: 'docker-hub', upstreamRegistryUrl: 'registry-1.docker.io' };
  await own('CreatePullThroughCacheRule', rule);
  expect((await own('DescribePullThroughCacheRules', {})).body).toMatchObject({ pullThroughCacheRules: [rule] });
  const missing = await own('DescribePullThroughCacheRules', { ecrRepositoryPrefixes: ['quay'] });
  expect(missing.error).toBe('PullThroughCacheRuleNotFoundException');
});

async function putImage(repositoryName: string): Promise<void> {
  await own('CreateRepository', { repositoryName });
  const { endpoint, header } = await logIn(OWN);
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: []
  });
  const headers = { authorization: header, 'content-type': 'application/vnd.oci.image.index.v1+json' };
  await fetch(`${endpoint}/v2/${repositoryName}/manifests/v1`, { method: 'PUT', headers, body: manifest });
}

describe('managed signing', () => {
  const PROFILE = `arn:aws:signer:eu-west-1:${OWN}:/signing-profiles/shop`;
  const status = async (): Promise<unknown> =>
    (await own('DescribeImageSigningStatus', { repositoryName: 'shop/web', imageId: { imageTag: 'v1' } })).body[
      'signingStatuses'
    ];

  it('signs what is pushed, as who pushes it', async () => {
    expect((await own('GetSigningConfiguration', {})).error).toBe('SigningConfigurationNotFoundException');
    await own('PutSigningConfiguration', {
      signingConfiguration: {
        rules: [{ signingProfileArn: PROFILE, repositoryFilters: [{ filter: 'shop/*', filterType: 'WILDCARD_MATCH' }] }]
      }
    });
    expect((await own('GetSigningConfiguration', {})).body).toMatchObject({
      signingConfiguration: { rules: [{ signingProfileArn: PROFILE }] }
    });
    await putImage('shop/web');
    expect(await status()).toEqual([{ signingProfileArn: PROFILE, status: 'IN_PROGRESS' }]);
    stage.pass(10);
    expect(await status()).toEqual([{ signingProfileArn: PROFILE, status: 'COMPLETE' }]);
    stage.cloud.setFaults({ deny: ['signer:SignPayload'] });
    expect(await status()).toMatchObject([{ status: 'FAILED', failureCode: 'AccessDeniedException' }]);
  });
});

describe('replication', () => {
  it('brings an image to the destination after a while', async () => {
    const rules = [{ destinations: [{ region: 'us-east-1', registryId: OWN }] }];
    await own('PutReplicationConfiguration', { replicationConfiguration: { rules } });
    expect((await own('DescribeRegistry', {})).body).toEqual({
      registryId: OWN,
      replicationConfiguration: { rules }
    });
    await putImage('shop/web');
    const look = (): Promise<Answer> =>
      ask('AKIDEXAMPLE', 'DescribeImages', { repositoryName: 'shop/web', imageIds: [{ imageTag: 'v1' }] }, 'us-east-1');
    expect((await look()).error).toBe('RepositoryNotFoundException');
    stage.pass(30);
    expect((await look()).status).toBe(200);
  });
});

describe('all answers above', () => {
  itByBotocore('fit the service model', () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(findShapeProblemsButEmpty(answers)).toEqual([]);
  });
});
