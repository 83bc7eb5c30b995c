import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { GeneratedFile } from '../../src/pipeline/project.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import { renderWorkflow } from '../../src/pipeline/workflow.js';
import { PLAIN_OPTIONS, PROJECTS, readExample } from '../pipeline/projects.js';

interface Told {
  readonly status: number;
  readonly output: string;
}

/** Runs a checker. Rejects where it is not there: a proof that is left out is none. */
function run(program: string, args: readonly string[]): Promise<Told> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(new Error(`${program}: ${error.message}`));
      else resolve({ status: Number(error?.code ?? 0), output: `${stdout}${stderr}` });
    });
  });
}

/** All of cfn-lint's rules, also those that only inform. */
const lintTemplates = (paths: readonly string[]): Promise<Told> =>
  run('cfn-lint', ['--format', 'parseable', '--include-checks', 'I', '--', ...paths]);
const lintWorkflows = (paths: readonly string[]): Promise<Told> => run('actionlint', paths);
const auditWorkflows = (paths: readonly string[]): Promise<Told> =>
  run('zizmor', ['--offline', '--pedantic', '--no-progress', ...paths]);

/**
 * A template whose only content is the policies, so that cfn-lint reads them: whether their actions exist, and can be limited to the
 * resources that they are limited to. What a person fills in is filled in.
 */
function wrapPolicies(files: readonly GeneratedFile[]): string {
  const resources = files.map(({ path, text }, index) => {
    const filled = text.replaceAll('${ACCOUNT_ID}', '123456789012').replace(/\$\{[A-Z_]+\}/g, 'name');
    const document: unknown = JSON.parse(filled);
    if (path.endsWith('repository-policy.json'))
      return [`Repository${index}`, { Type: 'AWS::ECR::Repository', Properties: { RepositoryPolicyText: document } }];
    return path.endsWith('-trust.json')
      ? [`Role${index}`, { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: document } }]
      : [`Policy${index}`, { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } }];
  });
  return JSON.stringify({ Resources: Object.fromEntries(resources) as object }, undefined, 2);
}

let folder = '';
const templates: string[] = [];
const policies: string[] = [];
const workflows: string[] = [];

async function write(path: string, text: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-generated-'));
  for (const [index, { read, options }] of PROJECTS.entries()) {
    const project = await read();
    for (const { path, text } of renderPipelineTemplate(project, options))
      templates.push(await write(`${index}/${path}`, text));
    for (const { path, text } of renderWorkflow(project, options))
      workflows.push(await write(`${index}/${path}`, text));
    policies.push(await write(`${index}/policies.json`, wrapPolicies(renderIam(project, options))));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('cfn-lint', () => {
  it('finds nothing in the templates', async () => {
    expect(templates).toHaveLength(PROJECTS.length);
    expect(await lintTemplates(templates)).toEqual({ status: 0, output: '' });
  }, 120_000);

  it('finds nothing in the policies', async () => {
    expect(await lintTemplates(policies)).toEqual({ status: 0, output: '' });
  }, 120_000);

  it('can say no', async () => {
    const policy = (actions: string, resource: string): GeneratedFile => ({
      path: 'policy.json',
      text: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: [actions], Resource: resource }]
      })
    });
    const cluster = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop';
    const wrong = await write(
      'wrong.json',
      wrapPolicies([policy('ecs:UpdateServices', '*'), policy('ecs:UpdateService', cluster)])
    );
    const { status, output } = await lintTemplates([wrong]);
    expect(status).not.toBe(0);
    expect(output).toMatch(/updateservices/i);
    expect(output).toMatch(/service/);
    expect(output.trim().split('\n')).toHaveLength(2);
  }, 60_000);
});

describe('actionlint and zizmor', () => {
  it('find nothing in the workflows', async () => {
    expect(workflows).toHaveLength(PROJECTS.length);
    expect(await lintWorkflows(workflows)).toEqual({ status: 0, output: '' });
    const { status, output } = await auditWorkflows(workflows);
    expect(output).toContain('No findings to report');
    expect(status).toBe(0);
  }, 60_000);

  it('can say no', async () => {
    const text = renderWorkflow(await readExample('rolling'), PLAIN_OPTIONS)[0]?.text;
    const unpinned = await write('unpinned/.github/workflows/deploy.yml', text?.replace(/ # zizmor: .*/, '') ?? '');
    const audited = await auditWorkflows([unpinned]);
    expect(audited.status).not.toBe(0);
    expect(audited.output).toContain('unpinned-uses');
    const mistyped = await write('mistyped/.github/workflows/deploy.yml', text?.replace('vars.AWS', 'var.AWS') ?? '');
    const linted = await lintWorkflows([mistyped]);
    expect(linted.status).not.toBe(0);
    expect(linted.output).toContain('undefined variable "var"');
  }, 60_000);
});
