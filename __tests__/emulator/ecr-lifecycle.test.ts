import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, type Answer, type Stage } from './core-support.js';
import { digestOf, logIn, makeManifest, type RegistryUser } from './registry-support.js';

let stage: Stage;
let user: RegistryUser;
const ecr = (operation: string, input: object = {}): Promise<Answer> =>
  stage.send('ecr', operation, { repositoryName: 'shop/app', ...input });

beforeEach(async () => {
  stage = await openStage();
  await ecr('CreateRepository');
  user = await logIn(stage);
});
afterEach(() => stage.close());

const policy = (...rules: readonly (readonly [priority: number, selection: object])[]): string =>
  JSON.stringify({
    rules: rules.map(([rulePriority, selection]) => ({ rulePriority, selection, action: { type: 'expire' } }))
  });
const more = (countNumber: number): object => ({ countType: 'imageCountMoreThan', countNumber });
const older = (countNumber: number): object => ({ countType: 'sinceImagePushed', countUnit: 'days', countNumber });

/** One image a day, newest last: `dev-1`, `dev-2`, `v1.0`, one without a tag, and `v1.1`. */
async function pushImages(): Promise<void> {
  for (const tag of ['dev-1', 'dev-2', 'v1.0', 'gone', 'v1.1']) {
    await user.pushImage('shop/app', tag, tag);
    stage.pass(24 * 60 * 60);
    // A password is good for twelve hours.
    user = await logIn(stage);
  }
  await user.pushImage('shop/app', 'gone', 'v1.1');
  await user.send('DELETE', '/v2/shop/app/manifests/gone');
}

async function preview(text: string): Promise<readonly (readonly [tags: string, priority: number])[]> {
  await ecr('StartLifecyclePolicyPreview', { lifecyclePolicyText: text });
  expect((await ecr('GetLifecyclePolicyPreview')).body).toMatchObject({ status: 'IN_PROGRESS' });
  stage.pass(5);
  const { body } = await ecr('GetLifecyclePolicyPreview');
  const { previewResults = [] } = body as unknown as {
    previewResults?: { imageTags: string[]; appliedRulePriority: number }[];
  };
  expect(body).toMatchObject({ status: 'COMPLETE', summary: { expiringImageTotalCount: previewResults.length } });
  return previewResults.map(({ imageTags, appliedRulePriority }) => [imageTags.join(), appliedRulePriority]);
}

describe('a lifecycle policy', () => {
  it('shows what it would expire, by its rules in their order', async () => {
    await pushImages();
    expect(await preview(policy([1, { tagStatus: 'any', ...more(2) }]))).toEqual([
      ['v1.0', 1],
      ['dev-2', 1],
      ['dev-1', 1]
    ]);
    expect(await preview(policy([1, { tagStatus: 'untagged', ...more(0) }]))).toEqual([['', 1]]);
    // The first rule keeps dev-2, whatever the second one says.
    const tagged = { tagStatus: 'tagged', tagPrefixList: ['dev-'] };
    expect(await preview(policy([2, { tagStatus: 'any', ...older(3) }], [1, { ...tagged, ...more(1) }]))).toEqual([
      ['dev-1', 1],
      ['v1.0', 2]
    ]);
    const patterned = { tagStatus: 'tagged', tagPatternList: ['v1.*'] };
    expect(await preview(policy([1, { ...patterned, ...older(2) }]))).toEqual([['v1.0', 1]]);
  });

  it('has one preview at a time, of its own text where none is given, and for a day', async () => {
    expect((await ecr('GetLifecyclePolicyPreview')).error).toBe('LifecyclePolicyPreviewNotFoundException');
    expect((await ecr('StartLifecyclePolicyPreview')).error).toBe('LifecyclePolicyNotFoundException');
    const lifecyclePolicyText = policy([1, { tagStatus: 'any', ...more(2), description: 'x'.repeat(100) }]);
    await ecr('PutLifecyclePolicy', { lifecyclePolicyText });
    expect((await ecr('StartLifecyclePolicyPreview')).body).toMatchObject({ lifecyclePolicyText });
    expect((await ecr('StartLifecyclePolicyPreview')).error).toBe('LifecyclePolicyPreviewInProgressException');
    stage.pass(2 * 24 * 60 * 60);
    expect((await ecr('GetLifecyclePolicyPreview')).error).toBe('LifecyclePolicyPreviewNotFoundException');
  });

  it('is refused where it is none', async () => {
    for (const lifecyclePolicyText of ['x'.repeat(100), `{"rules":[{"rulePriority":"${'1'.repeat(100)}"}]}`])
      expect((await ecr('PutLifecyclePolicy', { lifecyclePolicyText })).error).toBe('InvalidParameterException');
  });
});

describe('the settings of a registry', () => {
  it('scan what is pushed, by its rules', async () => {
    const rules = [
      { scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: 'shop/*', filterType: 'WILDCARD' }] }
    ];
    expect((await stage.send('ecr', 'GetRegistryScanningConfiguration', {})).body).toMatchObject({
      scanningConfiguration: { scanType: 'BASIC', rules: [] }
    });
    await stage.send('ecr', 'PutRegistryScanningConfiguration', { scanType: 'BASIC', rules });
    const asked = { repositoryNames: ['shop/app', 'none'] };
    expect((await stage.send('ecr', 'BatchGetRepositoryScanningConfiguration', asked)).body).toMatchObject({
      scanningConfigurations: [{ repositoryName: 'shop/app', scanOnPush: true, scanFrequency: 'SCAN_ON_PUSH' }],
      failures: [{ repositoryName: 'none', failureCode: 'REPOSITORY_NOT_FOUND' }]
    });
    await user.pushImage('shop/app', 'v1', 'v1');
    stage.pass(20);
    const imageId = { imageTag: 'v1' };
    expect((await ecr('DescribeImageScanFindings', { imageId })).body).toMatchObject({
      imageScanStatus: { status: 'COMPLETE' }
    });
    await stage.send('ecr', 'PutRegistryScanningConfiguration', { scanType: 'ENHANCED' });
    expect((await ecr('DescribeImageScanFindings', { imageId })).body).toMatchObject({
      imageScanStatus: { status: 'ACTIVE' }
    });
  });

  it('tell where an image has been replicated', async () => {
    const destinations = [{ region: 'us-east-1', registryId: '123456789012' }];
    await stage.send('ecr', 'PutReplicationConfiguration', { replicationConfiguration: { rules: [{ destinations }] } });
    await user.pushImage('shop/app', 'v1', 'v1');
    const imageId = { imageTag: 'v1' };
    for (const status of ['IN_PROGRESS', 'COMPLETE']) {
      const { body } = await ecr('DescribeImageReplicationStatus', { imageId });
      expect(body).toMatchObject({ replicationStatuses: [{ ...destinations[0], status }] });
      stage.pass(15);
    }
  });

  it('are deleted, and then are not there', async () => {
    const prefix = { ecrRepositoryPrefix: 'hub' };
    await stage.send('ecr', 'CreatePullThroughCacheRule', { ...prefix, upstreamRegistryUrl: 'public.ecr.aws' });
    await stage.send('ecr', 'CreateRepositoryCreationTemplate', { prefix: 'shop', appliedFor: ['CREATE_ON_PUSH'] });
    const signingProfileArn = 'arn:aws:signer:eu-west-1:123456789012:/signing-profiles/shop';
    await stage.send('ecr', 'PutSigningConfiguration', { signingConfiguration: { rules: [{ signingProfileArn }] } });
    const deletions = [
      ['DeletePullThroughCacheRule', prefix, 'PullThroughCacheRuleNotFoundException'],
      ['DeleteRepositoryCreationTemplate', { prefix: 'shop' }, 'TemplateNotFoundException'],
      ['DeleteSigningConfiguration', {}, 'SigningConfigurationNotFoundException']
    ] as const;
    for (const [operation, input, error] of deletions) {
      expect((await stage.send('ecr', operation, input)).status).toBe(200);
      expect((await stage.send('ecr', operation, input)).error).toBe(error);
    }
  });

  it('list what refers to an image', async () => {
    const imageDigest = digestOf(await user.pushImage('shop/app', 'v1', 'v1'));
    const manifest = JSON.parse(makeManifest('v1')) as object;
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const subject = { mediaType: 'application/vnd.docker.distribution.manifest.v2+json', digest: imageDigest, size: 1 };
    const text = JSON.stringify({ ...manifest, mediaType: type, artifactType: 'application/sbom', subject });
    const path = `/v2/shop/app/manifests/${digestOf(text)}`;
    expect((await user.send('PUT', path, text, { 'content-type': type })).status).toBe(201);
    const subjectId = { imageDigest };
    expect((await ecr('ListImageReferrers', { subjectId })).body).toMatchObject({
      referrers: [{ digest: digestOf(text), artifactType: 'application/sbom', size: text.length }]
    });
    const filter = { artifactTypes: ['application/signature'] };
    expect((await ecr('ListImageReferrers', { subjectId, filter })).body).toEqual({ referrers: [] });
  });
});
