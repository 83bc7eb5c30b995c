import { load } from 'js-yaml';

import { describe, expect, it } from '@jest/globals';

import { ProblemsError, SlipwayError } from '../../src/errors.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import type { GeneratedFile, PipelineProject } from '../../src/pipeline/project.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import { renderWorkflow } from '../../src/pipeline/workflow.js';
import { makeStack, readTemplate } from './load-template.js';
import { ALL_PARTS, APPSPEC, FROM_NPM, makeProject, PLAIN_OPTIONS, taskDefinitionOf } from './projects.js';

/** What one or the other reader of a generated file would take for more than a letter. */
const HOSTILE = [
  'x\u2028evil: true',
  'x\u2029evil',
  'x\u0085evil: true',
  'x\nevil: true',
  'x\revil: true',
  'x # evil',
  'x: evil',
  "x'evil",
  'x"evil',
  'x\\nevil',
  'x`touch evil`',
  'x$(touch evil)',
  'x${evil}',
  'x${{ secrets.EVIL }}',
  'x{{resolve:ssm:evil}}',
  'x${AWS::AccountId}',
  'x*evil',
  '!evil',
  '&evil',
  '- evil',
  '\ufeffevil',
  'x\u001b[31mevil',
  '{evil}',
  '[evil]',
  '%evil',
  '@evil',
  'x;touch evil'
];
/** In the place of a hostile text: what is generated with it has to have the same parts. */
const HARMLESS = 'harmless';

type Settings = Record<string, unknown>;
interface Case {
  readonly what: string;
  readonly settings?: (text: string) => Settings;
  /** Names of files. */
  readonly taskDefinition?: (text: string) => string;
  readonly appspec?: (text: string) => string;
  readonly config?: (text: string) => string;
  readonly environment?: (text: string) => string;
}

const CASES: readonly Case[] = [
  ...[
    'context',
    'dockerfile',
    'target',
    'artifacts-directory',
    'build-options',
    'build-args',
    'build-secrets',
    'ssh',
    'labels',
    'tags',
    'cache-from',
    'cache-to',
    'cluster',
    'service',
    'repository',
    'container-name',
    'region',
    'registries',
    'role-to-assume',
    'codedeploy-application',
    'codedeploy-deployment-group',
    'codedeploy-deployment-config'
  ].map(name => ({ what: name, settings: (text: string) => ({ [name]: text }) })),
  { what: 'build-args', settings: text => ({ 'build-args': { [text]: text } }) },
  { what: 'build-secrets', settings: text => ({ 'build-secrets': [`id=npm,env=${text}`] }) },
  { what: 'build-secrets, source', settings: text => ({ 'build-secrets': [`id=npm,src=${text}`] }) },
  { what: 'a label', settings: text => ({ labels: { team: text } }) },
  { what: 'a folder of the context', settings: text => ({ context: `services/${text}/app` }) },
  { what: 'a tag', settings: text => ({ tags: `v-${text}` }) },
  { what: "the task definition's name", taskDefinition: text => `${text}.json` },
  { what: "the AppSpec's name", appspec: text => `deploy/${text}.yml` },
  { what: "the settings file's name", config: text => `${text}.yml` },
  { what: 'the environment', environment: text => text }
];

async function read(each: Case, text: string): Promise<PipelineProject> {
  const taskDefinition = each.taskDefinition?.(text) ?? 'taskdefinition.json';
  const appspec = each.appspec?.(text) ?? 'appspec.yml';
  const config = each.config?.(text) ?? 'slipway.yml';
  const environment = each.environment?.(text);
  const settings = {
    region: 'ap-northeast-2',
    repository: 'shop/web',
    cluster: 'shop',
    service: 'web',
    context: 'services/web',
    'task-definition': taskDefinition,
    appspec,
    ...each.settings?.(text),
    ...(environment === undefined ? {} : { environments: { [environment]: { 'desired-count': null } } })
  };
  const files = { [taskDefinition]: taskDefinitionOf(['web']), [appspec]: APPSPEC, [config]: settings };
  return makeProject(files, { config, ...(environment === undefined ? {} : { environment }) });
}

const GENERATORS: Readonly<Record<string, (project: PipelineProject) => readonly GeneratedFile[]>> = {
  buildspec: project => renderBuildspec(project, PLAIN_OPTIONS),
  workflow: project => renderWorkflow(project, PLAIN_OPTIONS),
  pipeline: project => renderPipelineTemplate(project, { ...PLAIN_OPTIONS, parts: ALL_PARTS }),
  'deploy project': project =>
    renderPipelineTemplate(project, { ...PLAIN_OPTIONS, deployer: FROM_NPM }).map(file => ({
      path: file.path,
      text: deployBuildspecOf(file.text)
    })),
  iam: project => renderIam(project, PLAIN_OPTIONS)
};

/** The buildspec that stands in the template. */
function deployBuildspecOf(template: string): string {
  const source = makeStack(template).resources['DeployProject']?.properties['Source'];
  return (source as { readonly BuildSpec: string }).BuildSpec;
}

/** By generator the files, or undefined where the text is refused with a problem that says so. */
async function makeAll(each: Case, text: string): Promise<ReadonlyMap<string, readonly GeneratedFile[] | undefined>> {
  const project = await orRefused(() => read(each, text));
  const made = Object.entries(GENERATORS).map(
    async ([name, generate]) => [name, await orRefused(() => project && generate(project))] as const
  );
  return new Map(await Promise.all(made));
}

async function orRefused<T>(make: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ProblemsError || error instanceof SlipwayError) return undefined;
    throw error;
  }
}

/** The same with every text that holds the marked one told apart by nothing but its place. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value)
    .map(([key, member]) => [/evil|harmless/.test(key) ? '' : key, shapeOf(member)])
    .sort(([one], [other]) => String(one).localeCompare(String(other)));
}

function parse({ path, text }: GeneratedFile): unknown {
  if (path.endsWith('.json')) return JSON.parse(text);
  return text.includes('AWSTemplateFormatVersion') ? readTemplate(text) : load(text);
}

/** What readers of YAML 1.1 take for an end of a line, and what no editor shows. */
const FRAGILE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/u;

describe.each(CASES.map(each => [each.what, each] as const))(
  'what is generated with a hostile text in %s',
  (_what, each) => {
    const harmless = makeAll(each, HARMLESS);

    it.each(HOSTILE.map(text => [JSON.stringify(text), text] as const))(
      'is the same with %s, or is not made',
      async (_shown, text) => {
        for (const [name, files] of await makeAll(each, text)) {
          for (const [index, file] of (files ?? []).entries()) {
            const { path } = file;
            if (!path.endsWith('.json')) expect(file.text).not.toMatch(FRAGILE);
            const other = (await harmless).get(name)?.[index];
            if (other !== undefined)
              expect({ path, shape: shapeOf(parse(file)) }).toEqual({ path, shape: shapeOf(parse(other)) });
            if (name === 'workflow')
              expect(file.text.replaceAll(/\$\{\{ (?:vars|secrets)\.[A-Z_]+ \}\}/g, '')).not.toContain(
                '${{ secrets.EVIL'
              );
            if (name === 'workflow' || name === 'buildspec' || name === 'deploy project')
              for (const line of file.text.split('\n')) if (/^\s*#/.test(line)) expect(line).not.toMatch(/^\s*evil/);
            if (name === 'pipeline') expect(file.text).not.toContain('{{resolve:');
          }
        }
      }
    );
  }
);
