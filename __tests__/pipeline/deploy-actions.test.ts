import { describe, expect, it } from '@jest/globals';

import { systemFiles } from '../../src/host/files.js';
import { readProject } from '../../src/steps/project.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { deploymentTarget } from '../../src/pipeline/target.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { withSandboxInProcess } from '../dist/in-process.js';
import { REGION, withSandbox, type Sandbox, type Shipped } from '../dist/sandbox.js';
import { appspec, seed, taskDefinition } from '../dist/seed.js';
import { runCodeDeployAction, runEcsAction, type RunningRevision } from './deploy-actions.js';
import { allows, type PolicyDocument } from './iam-evaluator.js';
import { wishesOf } from './journal-to-iam.js';
import { findResource, listActions, makeStack, type Action } from './load-template.js';
import { PLAIN_OPTIONS } from './projects.js';

const ACCOUNT = '123456789012';
const BUILT = 'BuildOutput';
type Json = Readonly<Record<string, unknown>>;

const SETTINGS = {
  region: REGION,
  repository: 'shop/web',
  cluster: 'shop',
  service: 'web',
  'task-definition': 'taskdefinition.json'
};
const BLUE_GREEN = {
  ...SETTINGS,
  appspec: 'appspec.yml',
  'codedeploy-application': 'shop',
  'codedeploy-deployment-group': 'shop-web'
};

/** Two containers, two images, and what a task definition is easily robbed of. */
const PAIR = taskDefinition({
  tags: [{ key: 'team', value: 'shop' }],
  containerDefinitions: [
    {
      name: 'web',
      image: '<IMAGE1_NAME>',
      portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
      environment: [{ name: 'GREETING', value: 'Grüße "<b>"' }],
      command: []
    },
    { name: 'proxy', image: '<IMAGE2_NAME>', essential: false }
  ]
});
const IMAGES = [
  { container: 'web', repository: 'shop/web', context: '.' },
  { container: 'proxy', repository: 'shop/proxy', context: '.', 'image-reference': 'digest' }
];

async function projectIn(sandbox: Sandbox): Promise<PipelineProject> {
  return readProject({ given: {}, problems: [], files: systemFiles(undefined, sandbox.workspace), environment: {} });
}

function deployActionOf(project: PipelineProject): Action {
  const text = renderPipelineTemplate(project, PLAIN_OPTIONS)[0]?.text ?? '';
  const deploy = listActions(findResource(makeStack(text), 'AWS::CodePipeline::Pipeline')).at(-1);
  if (deploy === undefined) throw new Error('The pipeline has no action.');
  return deploy;
}

/** The artifact of the build: what lies in the folder after the Action, which is what the buildspec writes too. */
async function artifactOf(sandbox: Sandbox): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const names = ['imagedefinitions.json', 'imageDetail.json', 'taskdefinition.json', 'appspec.yml'];
  const files = await Promise.all(
    names.map(async name => [name, await sandbox.read(`slipway-artifacts/${name}`).catch(() => undefined)] as const)
  );
  return { [BUILT]: Object.fromEntries(files.filter((file): file is [string, string] => file[1] !== undefined)) };
}

async function ship(sandbox: Sandbox, sha: string): Promise<Shipped> {
  const run = await sandbox.ship({}, { sha });
  expect(run.errors).toBe('');
  return run;
}

function inputOf(requestLog: readonly RequestLogEntry[], operation: string): Json {
  const entries = requestLog.filter(entry => entry.operation === operation && entry.status === 200);
  expect(entries).toHaveLength(1);
  return entries[0]?.input as Json;
}

const describeRevision = (sandbox: Sandbox, reference: string): Promise<RunningRevision> =>
  sandbox.call('ecs', 'DescribeTaskDefinition', {
    taskDefinition: reference,
    include: ['TAGS']
  }) as unknown as Promise<RunningRevision>;

/** All that tells two revisions apart in what they run. */
function contentOf({ taskDefinition: definition, tags }: RunningRevision): Json {
  const numbered = new Set(['taskDefinitionArn', 'revision', 'registeredAt', 'registeredBy']);
  return { ...Object.fromEntries(Object.entries(definition).filter(([member]) => !numbered.has(member))), tags };
}

/** Every request of a run that the generated policy of the deploy role would refuse. */
function refusedIn(requestLog: readonly RequestLogEntry[], project: PipelineProject): readonly string[] {
  const policy = JSON.parse(renderIam(project, PLAIN_OPTIONS)[0]?.text ?? '') as PolicyDocument;
  const { application = '', deploymentGroup = '' } = deploymentTarget(project) ?? {};
  const place = { region: REGION, account: ACCOUNT, application, deploymentGroup };
  return requestLog
    .flatMap(entry => wishesOf(entry, place))
    .filter(requirement => !allows(policy, requirement))
    .map(({ action, resource }) => `${action} on ${resource}`);
}

const FIRST = '1'.repeat(40);
const SECOND = '2'.repeat(40);

describe("CodePipeline's ECS action", () => {
  it.each([
    ['one image', SETTINGS, taskDefinition(), []],
    ['two images, by tag and by digest', { ...SETTINGS, repository: '', images: IMAGES }, PAIR, ['shop/proxy']]
  ])('brings the service to the very revision that the Action registers: %s', (_, settings, definition, repositories) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS', { repositories: ['shop/web', ...repositories] });
      await sandbox.write('appspec.yml', '').then(() => systemFiles().remove(`${sandbox.workspace}/appspec.yml`));
      await sandbox.write('taskdefinition.json', definition);
      await sandbox.write('slipway.yml', settings);
      const project = await projectIn(sandbox);
      const first = await ship(sandbox, FIRST);
      const second = await ship(sandbox, SECOND);

      const running = await describeRevision(sandbox, first.outputs['task-definition-arn'] ?? '');
      const { register, update } = runEcsAction(deployActionOf(project), await artifactOf(sandbox), running);
      const copied = await sandbox.call('ecs', 'RegisterTaskDefinition', register);
      const { taskDefinitionArn } = copied['taskDefinition'] as { readonly taskDefinitionArn: string };
      const shipped = await describeRevision(sandbox, second.outputs['task-definition-arn'] ?? '');
      expect(contentOf(await describeRevision(sandbox, taskDefinitionArn))).toEqual(contentOf(shipped));
      expect(JSON.stringify(contentOf(shipped))).toContain(settings.repository === '' ? 'shop/proxy@sha256:' : SECOND);

      const asked = inputOf(second.requestLog, 'UpdateService');
      expect(update).toEqual({ cluster: 'shop', service: 'web' });
      expect(asked['cluster']).toMatch(/cluster\/shop$/);
      expect(asked['service']).toBe('web');
      expect(refusedIn([...first.requestLog, ...second.requestLog], project)).toEqual([]);
    })
  );

  // By a turned clock: on a busy machine ECS gives up by itself before the run looks.
  it('is allowed for a run that fails and is taken back', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await systemFiles().remove(`${sandbox.workspace}/appspec.yml`);
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      await sandbox.write('slipway.yml', { ...SETTINGS, 'fail-after': 1 });
      const run = await sandbox.ship({});
      expect(run.exitCode).not.toBe(0);
      expect(run.requestLog.map(({ operation }) => operation)).toEqual(
        expect.arrayContaining(['ListTasks', 'DescribeTasks', 'GetLogEvents', 'StopServiceDeployment'])
      );
      expect(refusedIn(run.requestLog, await projectIn(sandbox))).toEqual([]);
    }));
});

describe("CodePipeline's CodeDeployToECS action", () => {
  it.each([
    ['one image', BLUE_GREEN, taskDefinition(), []],
    ['two images, by tag and by digest', { ...BLUE_GREEN, repository: '', images: IMAGES }, PAIR, ['shop/proxy']],
    [
      'settings that change the container',
      { ...BLUE_GREEN, 'environment-variables': { LOG_LEVEL: 'info' }, command: ['serve', '--port=8080'] },
      taskDefinition(),
      []
    ]
  ])('registers and deploys what the Action does: %s', (_, settings, definition, repositories) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { repositories: ['shop/web', ...repositories] });
      await sandbox.write('taskdefinition.json', definition);
      await sandbox.write('appspec.yml', `${appspec()}Hooks:\n  - BeforeAllowTraffic: check-web\n`);
      await sandbox.write('slipway.yml', settings);
      const project = await projectIn(sandbox);
      const run = await ship(sandbox, FIRST);

      const { register, target, fillAppSpec } = runCodeDeployAction(deployActionOf(project), await artifactOf(sandbox));
      expect(register).toEqual(inputOf(run.requestLog, 'RegisterTaskDefinition'));
      const created = inputOf(run.requestLog, 'CreateDeployment');
      const { appSpecContent } = created['revision'] as { readonly appSpecContent: { readonly content: string } };
      expect(fillAppSpec(run.outputs['task-definition-arn'] ?? '')).toEqual(JSON.parse(appSpecContent.content));
      expect(created).toMatchObject(target);
      expect(refusedIn(run.requestLog, project)).toEqual([]);
    })
  );

  it('is allowed for a run that fails and is taken back', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      await sandbox.write('slipway.yml', BLUE_GREEN);
      const run = await sandbox.ship({});
      expect(run.exitCode).not.toBe(0);
      expect(refusedIn(run.requestLog, await projectIn(sandbox))).toEqual([]);
    }));
});

describe('the interpreter', () => {
  const ecs: Action = {
    stage: 'Deploy',
    name: 'Deploy',
    category: 'Deploy',
    provider: 'ECS',
    configuration: { ClusterName: 'shop', ServiceName: 'web' },
    inputs: [BUILT],
    outputs: []
  };
  const blueGreen: Action = {
    ...ecs,
    provider: 'CodeDeployToECS',
    configuration: {
      ApplicationName: 'shop',
      DeploymentGroupName: 'shop-web',
      TaskDefinitionTemplateArtifact: BUILT,
      AppSpecTemplateArtifact: BUILT,
      TaskDefinitionTemplatePath: 'taskdefinition.json',
      AppSpecTemplatePath: 'appspec.yml'
    }
  };
  const running = {
    taskDefinition: {
      family: 'web',
      revision: 3,
      containerDefinitions: [
        { name: 'web', image: 'web:1' },
        { name: 'proxy', image: 'proxy:1' }
      ]
    }
  };
  const images = (name: string): string => JSON.stringify([{ name, imageUri: 'web:2' }]);
  const files = {
    'taskdefinition.json': JSON.stringify(taskDefinition()),
    'appspec.yml': appspec(),
    'imageDetail.json': '{"ImageURI":"web@sha256:0"}'
  };

  it('swaps the images that are named, and nothing else', () => {
    expect(runEcsAction(ecs, { [BUILT]: { 'imagedefinitions.json': images('web') } }, running).register).toEqual({
      family: 'web',
      containerDefinitions: [
        { name: 'web', image: 'web:2' },
        { name: 'proxy', image: 'proxy:1' }
      ]
    });
  });

  it("fails as AWS's ECS action does", () => {
    const run = (contents: Readonly<Record<string, string>>) => () => runEcsAction(ecs, { [BUILT]: contents }, running);
    expect(run({})).toThrow(/Did not find the image definition file/);
    expect(run({ 'imagedefinitions.json': images('wep') })).toThrow(/container wep does not exist/);
    expect(run({ 'imagedefinitions.json': `${' '.repeat(100 * 1024)}[]` })).toThrow(/100 KB/);
  });

  it('fills placeholders in where the configuration names them, and leaves none', () => {
    const named = {
      ...blueGreen,
      configuration: { ...blueGreen.configuration, Image1ArtifactName: BUILT, Image1ContainerName: 'IMAGE1_NAME' }
    };
    expect(JSON.stringify(runCodeDeployAction(named, { [BUILT]: files }).register)).toContain('"image":"web@sha256:0"');
    expect(() => runCodeDeployAction(blueGreen, { [BUILT]: files })).toThrow(/<IMAGE1_NAME> is left/);
  });

  it("fails as AWS's CodeDeployToECS action does", () => {
    const other = {
      ...blueGreen,
      configuration: { ...blueGreen.configuration, TaskDefinitionTemplatePath: 'taskdef.json' }
    };
    expect(() => runCodeDeployAction(other, { [BUILT]: files })).toThrow(
      /read the task definition artifact file from: BuildOutput/
    );
    const filled = { ...files, 'taskdefinition.json': files['taskdefinition.json'].replace('<IMAGE1_NAME>', 'web:2') };
    const written = { ...filled, 'appspec.yml': appspec().replace('<TASK_DEFINITION>', 'arn') };
    expect(() => runCodeDeployAction(blueGreen, { [BUILT]: written })).toThrow(/<TASK_DEFINITION>/);
    const large = { ...filled, other: 'x'.repeat(3 * 1024 * 1024) };
    expect(() => runCodeDeployAction(blueGreen, { [BUILT]: large })).toThrow(/3 MB/);
  });
});
