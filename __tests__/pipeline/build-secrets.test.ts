import { describe, expect, it } from '@jest/globals';

import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { readPipelineOptions, type PipelineOptions } from '../../src/pipeline/flags.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import { renderWorkflow } from '../../src/pipeline/workflow.js';
import { allows, type PolicyDocument } from './iam-evaluator.js';
import { makeStack, readTemplate, type Shape, type Stack } from './load-template.js';
import { makeProject, PLAIN_OPTIONS, ROLLING, taskDefinitionOf } from './projects.js';

const REGION = 'ap-northeast-2';
const SECRET = `arn:aws:secretsmanager:${REGION}:123456789012:secret:ci/npm-AbCdEf`;
const OTHERS = 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:ci/npm-AbCdEf';
const KEY = `arn:aws:kms:${REGION}:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`;
const READS = 'secretsmanager:GetSecretValue';
const READS_PARAMETERS = 'ssm:GetParameters';
const DOCKER_HUB: Partial<PipelineOptions> = { parts: ['docker-hub'] };

async function render(
  settings: object,
  changes: Partial<PipelineOptions> = {}
): Promise<{ template: string; policy: PolicyDocument; buildspec: string; workflow: string }> {
  const project = await makeProject({
    Dockerfile: 'FROM scratch',
    'taskdefinition.json': taskDefinitionOf(['web']),
    'slipway.yml': { ...ROLLING, ...settings }
  });
  const options = { ...PLAIN_OPTIONS, ...changes };
  const policy = renderIam(project, options).find(({ path }) => path === 'iam/codebuild-policy.json')?.text ?? '';
  return {
    template: renderPipelineTemplate(project, options)[0]?.text ?? '',
    policy: JSON.parse(policy) as PolicyDocument,
    buildspec: renderBuildspec(project, options)[0]?.text ?? '',
    workflow: renderWorkflow(project, options)[0]?.text ?? ''
  };
}

const NPM = { 'build-secrets': 'id=npm,env=NPM_TOKEN' };

function buildRole(stack: Stack): PolicyDocument {
  const { Policies } = stack.resources['BuildRole']?.properties as {
    Policies?: readonly [{ PolicyDocument: unknown }];
  };
  return Policies?.[0].PolicyDocument as PolicyDocument;
}

function variablesOf(stack: Stack): readonly Shape[] {
  const { Environment } = stack.resources['BuildProject']?.properties as {
    Environment?: { EnvironmentVariables?: readonly Shape[] };
  };
  return Environment?.EnvironmentVariables ?? [];
}

describe("a build's secret in the stack", () => {
  it.each<[string, string, string, string, string, readonly string[]]>([
    ['SecretArn', SECRET, 'SECRETS_MANAGER', READS, SECRET, [`${SECRET}2`, OTHERS]],
    ['SecretArn', `${SECRET}:token`, 'SECRETS_MANAGER', READS, SECRET, [`${SECRET}:token`, OTHERS]],
    ['SecretArn', `${SECRET}:token::`, 'SECRETS_MANAGER', READS, SECRET, [OTHERS]],
    ['SecretArn', `${OTHERS}:token:AWSCURRENT:`, 'SECRETS_MANAGER', READS, OTHERS, [SECRET]],
    ['SecretName', 'ci/npm', 'SECRETS_MANAGER', READS, SECRET, [SECRET.replace('-AbCdEf', '-prod-AbCdEf'), OTHERS]],
    ['SecretName', 'ci/npm:token::', 'SECRETS_MANAGER', READS, SECRET, [OTHERS]],
    [
      'Parameter',
      '/ci/npm',
      'PARAMETER_STORE',
      READS_PARAMETERS,
      `arn:aws:ssm:${REGION}:123456789012:parameter/ci/npm`,
      [`arn:aws:ssm:${REGION}:123456789012:parameter/ci/npm2`]
    ],
    [
      'Parameter',
      'npm',
      'PARAMETER_STORE',
      READS_PARAMETERS,
      `arn:aws:ssm:${REGION}:123456789012:parameter/npm`,
      [`arn:aws:ssm:${REGION}:123456789012:parameter/ci/npm`]
    ]
  ])('is a %s %s', async (NpmTokenKind, NpmTokenSecretArn, type, action, resource, others) => {
    const { template } = await render(NPM);
    const { AllowedPattern } = (readTemplate(template)['Parameters'] as Readonly<Record<string, Shape>>)[
      'NpmTokenSecretArn'
    ] ?? { AllowedPattern: '' };
    expect(NpmTokenSecretArn).toMatch(new RegExp(`^(?:${String(AllowedPattern)})$`));
    const stack = makeStack(template, { NpmTokenKind, NpmTokenSecretArn });
    expect(variablesOf(stack)).toEqual([{ Name: 'NPM_TOKEN', Type: type, Value: NpmTokenSecretArn }]);
    const policy = buildRole(stack);
    expect(allows(policy, { action, resource })).toBe(true);
    for (const other of others) expect([other, allows(policy, { action, resource: other })]).toEqual([other, false]);
    const otherAction = action === READS ? READS_PARAMETERS : READS;
    expect(allows(policy, { action: otherAction, resource })).toBe(false);
  });

  it.each(['', 'a b', 'arn:aws:iam::123456789012:role/x', 'x:a:b:c:d'])('is refused as %j', async value => {
    const parameters = readTemplate((await render(NPM)).template)['Parameters'] as Readonly<Record<string, Shape>>;
    expect(value).not.toMatch(new RegExp(`^(?:${String(parameters['NpmTokenSecretArn']?.['AllowedPattern'])})$`));
  });
});

describe('a secret that the buildspec names by itself', () => {
  const present = `version: 0.2
env:
  secrets-manager:
    NPM_TOKEN: ci/npm:token
    OTHER: '${OTHERS}:key::'
    BAD: ci/*
  parameter-store:
    KEY: /shop/key
`;

  it('needs no parameter, and is allowed by its name in the stack and in the policy', async () => {
    const { template, policy, buildspec } = await render(NPM, { present });
    expect(template).not.toContain('NpmTokenSecretArn');
    expect(buildspec).toContain('    NPM_TOKEN: ci/npm:token\n');
    for (const one of [policy, buildRole(makeStack(template))]) {
      expect(allows(one, { action: READS, resource: SECRET })).toBe(true);
      expect(allows(one, { action: READS, resource: OTHERS })).toBe(true);
      expect(allows(one, { action: READS, resource: SECRET.replace('npm', 'npm-x') })).toBe(false);
      const parameter = `arn:aws:ssm:${REGION}:123456789012:parameter/shop/key`;
      expect(allows(one, { action: READS_PARAMETERS, resource: parameter })).toBe(true);
      expect(allows(one, { action: READS_PARAMETERS, resource: `${parameter}2` })).toBe(false);
    }
  });
});

describe('--kms-key', () => {
  const through = (service: string) => ({ context: { 'kms:ViaService': `${service}.${REGION}.amazonaws.com` } });

  it('is decrypted with through the services that keep the secrets, where there is a secret', async () => {
    const { template, policy } = await render(NPM, { kmsKeys: [KEY] });
    for (const one of [policy, buildRole(makeStack(template))]) {
      const decrypts = { action: 'kms:Decrypt', resource: KEY };
      expect(allows(one, { ...decrypts, ...through('secretsmanager') })).toBe(true);
      expect(allows(one, { ...decrypts, ...through('ssm') })).toBe(true);
      expect(allows(one, { ...decrypts, ...through('s3') })).toBe(false);
      expect(allows(one, { ...decrypts, resource: `${KEY}0`, ...through('ssm') })).toBe(false);
    }
  });

  it('has no effect without a secret: policies and stack refuse it in the same sentence', async () => {
    const project = await makeProject({
      Dockerfile: 'FROM scratch',
      'taskdefinition.json': taskDefinitionOf(['web']),
      'slipway.yml': ROLLING
    });
    const options = { ...PLAIN_OPTIONS, kmsKeys: [KEY] };
    const sentence = /^--kms-key is for secrets of the build, and this build has none\. Leave it out, or add .*\.$/;
    expect(() => renderIam(project, options)).toThrow(sentence);
    expect(() => renderPipelineTemplate(project, options)).toThrow(sentence);
    const buildspec = 'version: 0.2\nenv:\n  parameter-store:\n    NPM_TOKEN: ci-npm\n';
    for (const given of [{ parts: ['docker-hub'] as const }, { present: buildspec }]) {
      expect(
        renderIam(project, { ...options, ...given })
          .map(({ text }) => text)
          .join('')
      ).toContain('kms:Decrypt');
    }
  });

  it.each([
    ['arn:aws:kms:eu-west-1:123456789012:alias/secrets', /Name the key itself/],
    ['0a1b2c3d', /expected a key's ARN/]
  ])('is refused as %s', (key, expected) => {
    expect(() => readPipelineOptions({ 'kms-key': key }, { directory: '', flags: '' })).toThrow(expected);
  });
});

describe('--with=docker-hub', () => {
  it('logs in before anything is pulled, in the buildspec and in the workflow', async () => {
    const { buildspec, workflow } = await render({ platforms: 'linux/amd64,linux/arm64' }, DOCKER_HUB);
    const login = `printf '%s' "$DOCKER_HUB_TOKEN" | docker login --username "$DOCKER_HUB_USERNAME" --password-stdin`;
    for (const text of [buildspec, workflow]) {
      expect(text).toContain(login);
      expect(text.indexOf(login)).toBeLessThan(text.indexOf('docker run '));
    }
    expect(workflow).toContain('DOCKER_HUB_TOKEN: ${{ secrets.DOCKER_HUB_TOKEN }}');
    const plain = await render({});
    expect(plain.buildspec + plain.workflow + plain.template).not.toContain('DOCKER_HUB');
  });

  it('reads user and token from one secret', async () => {
    const { template, policy } = await render({}, DOCKER_HUB);
    const stack = makeStack(template, { DockerHubSecretArn: SECRET });
    expect(variablesOf(stack)).toEqual([
      { Name: 'DOCKER_HUB_USERNAME', Type: 'SECRETS_MANAGER', Value: `${SECRET}:username` },
      { Name: 'DOCKER_HUB_TOKEN', Type: 'SECRETS_MANAGER', Value: `${SECRET}:accessToken` }
    ]);
    expect(allows(buildRole(stack), { action: READS, resource: SECRET })).toBe(true);
    expect(allows(buildRole(stack), { action: READS, resource: OTHERS })).toBe(false);
    expect(JSON.stringify(policy)).toContain(':secret:${DOCKER_HUB_SECRET}"');
  });

  it('takes the secret that the buildspec names', async () => {
    const present =
      'version: 0.2\nenv:\n  secrets-manager:\n    DOCKER_HUB_USERNAME: hub:username\n    DOCKER_HUB_TOKEN: hub:accessToken\n';
    const { template, policy } = await render({}, { ...DOCKER_HUB, present });
    expect(template).not.toContain('DockerHubSecretArn');
    expect(allows(policy, { action: READS, resource: SECRET.replace('ci/npm', 'hub') })).toBe(true);
  });
});
