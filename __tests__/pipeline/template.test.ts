import { describe, expect, it } from '@jest/globals';

import { ProblemsError } from '../../src/errors.js';
import { explainCache } from '../../src/pipeline/build-facts.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import type { PipelineOptions } from '../../src/pipeline/flags.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { findBrokenRules } from './codepipeline-rules.js';
import { allows, type PolicyDocument } from './iam-evaluator.js';
import { findResource, listActions, makeStack, type Shape, type Stack } from './load-template.js';
import {
  ALL_PARTS,
  APPSPEC,
  FROM_ARCHIVE,
  FROM_NPM,
  makeProject,
  PLAIN_OPTIONS,
  PROJECTS,
  readExample,
  ROLLING,
  taskDefinitionOf
} from './projects.js';

const PIPELINE = 'AWS::CodePipeline::Pipeline';
const files = { 'taskdefinition.json': taskDefinitionOf(['web']) };

function render(project: PipelineProject, options: Partial<PipelineOptions> = {}): string {
  const [file, ...others] = renderPipelineTemplate(project, { ...PLAIN_OPTIONS, ...options });
  expect(others).toEqual([]);
  return file?.text ?? '';
}

function stackOf(project: PipelineProject, options: Partial<PipelineOptions> = {}, parameters: Shape = {}): Stack {
  return makeStack(render(project, options), parameters);
}

async function stackFor(settings: object, options: Partial<PipelineOptions> = {}, appspec = false): Promise<Stack> {
  const project = await makeProject({
    ...files,
    ...(appspec ? { 'appspec.yml': APPSPEC } : {}),
    'slipway.yml': { ...ROLLING, ...settings }
  });
  return stackOf(project, options);
}

function deployOf(stack: Stack): ReturnType<typeof listActions>[number] | undefined {
  return listActions(findResource(stack, PIPELINE)).at(-1);
}

function problemsOf(project: PipelineProject, options: Partial<PipelineOptions> = {}): readonly string[] {
  try {
    render(project, options);
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ place, what }) => `${place.path ?? ''}: ${what}`);
    throw error;
  }
}

describe("CodePipeline's rules", () => {
  it.each(PROJECTS)('hold for $name', async ({ read, options }) => {
    const text = renderPipelineTemplate(await read(), options)[0]?.text ?? '';
    expect(findBrokenRules(findResource(makeStack(text), PIPELINE))).toEqual([]);
    expect(Buffer.byteLength(text)).toBeLessThan(51_200);
  });

  it('can be broken', async () => {
    const pipeline = structuredClone(findResource(stackOf(await readExample('blue-green', 'dev')), PIPELINE)) as {
      Stages: {
        Name: string;
        Actions: { Configuration: Record<string, string>; InputArtifacts: { Name: string }[] }[];
      }[];
    };
    const deploy = pipeline.Stages.at(-1)?.Actions[0];
    Object.assign(deploy?.Configuration ?? {}, {
      TaskDefinitionTemplateArtifact: 'Other',
      ImageContainerName: 'IMAGE1_NAME',
      AppSpecTemplatePath: 'x'.repeat(1001)
    });
    delete deploy?.Configuration['ApplicationName'];
    if (deploy !== undefined) deploy.InputArtifacts = [{ Name: 'not an artifact' }];
    const broken = findBrokenRules(pipeline).join('\n');
    for (const words of [
      "missing required configuration 'ApplicationName'",
      "knows no configuration 'ImageContainerName'",
      'AppSpecTemplatePath is no text',
      'not an artifact is no name',
      'which nothing before it makes',
      'none of its inputs'
    ]) {
      expect(broken).toContain(words);
    }
  });
});

describe('the deploy stage', () => {
  it("is ECS's action with imagedefinitions.json for a service of ECS's own", async () => {
    expect(deployOf(stackOf(await readExample('rolling')))).toEqual({
      stage: 'Deploy',
      name: 'Deploy',
      category: 'Deploy',
      provider: 'ECS',
      configuration: {
        ClusterName: 'shop',
        ServiceName: 'web',
        FileName: 'imagedefinitions.json',
        DeploymentTimeout: '30'
      },
      inputs: ['BuildOutput'],
      outputs: []
    });
  });

  it('is CodeDeployToECS with our file names, and without image placeholders, where there is an AppSpec', async () => {
    const { provider, configuration } = deployOf(stackOf(await readExample('blue-green', 'prod'))) ?? {};
    expect({ provider, configuration }).toEqual({
      provider: 'CodeDeployToECS',
      configuration: {
        ApplicationName: 'AppECS-kor-kordevtest-api',
        DeploymentGroupName: 'DgpECS-kor-kordevtest-api',
        TaskDefinitionTemplateArtifact: 'BuildOutput',
        TaskDefinitionTemplatePath: 'taskdefinition.json',
        AppSpecTemplateArtifact: 'BuildOutput',
        AppSpecTemplatePath: 'appspec.yml'
      }
    });
  });

  it('takes names out of ARNs, and an hour at most', async () => {
    const stack = await stackFor({
      cluster: 'arn:aws:ecs:ap-northeast-2:123456789012:cluster/shop',
      service: 'arn:aws:ecs:ap-northeast-2:123456789012:service/shop/web',
      'wait-for-minutes': 90
    });
    expect(deployOf(stack)?.configuration).toMatchObject({
      ClusterName: 'shop',
      ServiceName: 'web',
      DeploymentTimeout: '60'
    });
  });

  it.each([
    ['rollback', { Result: 'ROLLBACK' }],
    ['leave', undefined]
  ])('goes back by itself with on-failure: %s', async (policy, expected) => {
    const stages = findResource(await stackFor({ 'on-failure': policy }), PIPELINE)['Stages'] as readonly Shape[];
    expect(stages.at(-1)?.['OnFailure']).toEqual(expected);
  });

  it('leaves going back to CodeDeploy where it deploys', async () => {
    const stages = findResource(await stackFor({}, {}, true), PIPELINE)['Stages'] as readonly Shape[];
    expect(stages.at(-1)?.['OnFailure']).toBeUndefined();
  });
});

describe('what may be made beside the pipeline', () => {
  it('is nothing, unless asked for', async () => {
    const types = Object.values(stackOf(await readExample('blue-green', 'dev')).resources).map(({ type }) => type);
    expect(types.filter(type => /ECR|CodeDeploy/.test(type))).toEqual([]);
    expect(
      listActions(findResource(stackOf(await readExample('rolling')), PIPELINE)).map(({ category }) => category)
    ).not.toContain('Approval');
  });

  it('is an approval between build and deployment', async () => {
    const actions = listActions(findResource(stackOf(await readExample('rolling'), { parts: ['approval'] }), PIPELINE));
    expect(actions.map(({ category }) => category)).toEqual(['Source', 'Build', 'Approval', 'Deploy']);
  });

  it('is a repository for each that is pushed to', async () => {
    const { resources } = stackOf(await readExample('two-containers'), { parts: ['repository'] });
    const repositories = Object.values(resources).filter(({ type }) => type === 'AWS::ECR::Repository');
    expect(repositories.map(({ properties }) => properties['RepositoryName'])).toEqual(['shop/app', 'shop/nginx']);
    for (const { properties } of repositories) {
      expect(properties).toMatchObject({
        ImageScanningConfiguration: { ScanOnPush: true },
        ImageTagMutability: 'IMMUTABLE'
      });
      const { LifecyclePolicyText } = properties['LifecyclePolicy'] as { LifecyclePolicyText: string };
      const { rules } = JSON.parse(LifecyclePolicyText) as {
        rules: { rulePriority: number; selection: { tagStatus: string } }[];
      };
      // ECR takes a rule for any image as the last one only.
      expect(rules.map(({ selection }) => selection.tagStatus)).toEqual(['untagged', 'any']);
      expect(LifecyclePolicyText.length).toBeGreaterThanOrEqual(100);
    }
  });

  it.each([
    ['{sha}', { ImageTagMutability: 'IMMUTABLE' }, []],
    ['{sha},latest', { ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' }, ['latest']],
    ['a,b,c,d,e,f', { ImageTagMutability: 'MUTABLE' }, []]
  ])('is a repository in which %s can be pushed again and again', async (tags, mutability, moving) => {
    const repository = findResource(await stackFor({ tags }, { parts: ['repository'] }), 'AWS::ECR::Repository');
    expect(repository).toMatchObject(mutability);
    const filters = (repository['ImageTagMutabilityExclusionFilters'] ?? []) as readonly Shape[];
    expect(filters.map(filter => filter['ImageTagMutabilityExclusionFilterValue'])).toEqual(moving);
  });

  it("is CodeDeploy's application, group and role, with no wait for the old tasks", async () => {
    const stack = await stackFor(
      { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes' },
      { parts: ['codedeploy'] },
      true
    );
    expect(findResource(stack, 'AWS::CodeDeploy::Application')).toEqual({
      ApplicationName: 'AppECS-shop-web',
      ComputePlatform: 'ECS'
    });
    expect(findResource(stack, 'AWS::CodeDeploy::DeploymentGroup')).toMatchObject({
      DeploymentGroupName: 'DgpECS-shop-web',
      DeploymentConfigName: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
      ECSServices: [{ ClusterName: 'shop', ServiceName: 'web' }],
      AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
      BlueGreenDeploymentConfiguration: {
        TerminateBlueInstancesOnDeploymentSuccess: { Action: 'TERMINATE', TerminationWaitTimeInMinutes: 0 }
      }
    });
    expect(deployOf(stack)?.configuration).toMatchObject({
      ApplicationName: '<CodeDeployApplication>',
      DeploymentGroupName: '<DeploymentGroup>'
    });
  });

  it('lets CodeDeploy move the traffic on the listeners that are given, and on no other', async () => {
    const project = await makeProject({ ...files, 'appspec.yml': APPSPEC, 'slipway.yml': ROLLING });
    const listeners = (parameters: Shape): unknown => {
      const role = stackOf(project, { parts: ['codedeploy'] }, parameters).resources['CodeDeployRole']?.properties;
      return statementsOf(role).find(({ Sid }) => Sid === 'MoveTraffic')?.['Resource'];
    };
    const arn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012';
    const production = [`${arn}:listener/app/web/0123/4567`, `${arn}:listener-rule/app/web/0123/4567/*`];
    expect(listeners({})).toEqual(production);
    expect(listeners({ TestListenerArn: `${arn}:listener/app/web/0123/89ab` })).toEqual([
      ...production,
      `${arn}:listener/app/web/0123/89ab`,
      `${arn}:listener-rule/app/web/0123/89ab/*`
    ]);
  });
});

function statementsOf(role: Shape | undefined): readonly Readonly<Record<string, unknown>>[] {
  const policies = (role?.['Policies'] ?? []) as readonly {
    readonly PolicyDocument: { readonly Statement: readonly Shape[] };
  }[];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

describe('the deploy stage in which Slipway deploys', () => {
  const ours = { deployer: FROM_NPM };
  const buildspecOf = (stack: Stack): string =>
    String((findProject(stack, 'DeployProject')['Source'] as Shape)['BuildSpec']);

  it('is a CodeBuild project that gets source and artifacts by name, and has no second rollback', async () => {
    const stack = await stackFor({}, ours);
    expect(deployOf(stack)).toEqual({
      stage: 'Deploy',
      name: 'Deploy',
      category: 'Build',
      provider: 'CodeBuild',
      configuration: { ProjectName: '<DeployProject>', PrimarySource: 'SourceOutput' },
      inputs: ['SourceOutput', 'BuildOutput'],
      outputs: []
    });
    const stages = findResource(stack, PIPELINE)['Stages'] as readonly Shape[];
    expect(stages.at(-1)).not.toHaveProperty('OnFailure');
    expect(buildspecOf(stack)).toContain('deploy "$CODEBUILD_SRC_DIR_BuildOutput"');
  });

  it('comes after the approval', async () => {
    const stack = await stackFor({}, { ...ours, parts: ['approval'] });
    expect(listActions(findResource(stack, PIPELINE)).map(({ provider }) => provider)).toEqual([
      'CodeStarSourceConnection',
      'CodeBuild',
      'Manual',
      'CodeBuild'
    ]);
  });

  it('carries what no action of CodePipeline carries', async () => {
    const settings = { 'desired-count': 3, 'run-task': true, 'environment-variables': { A: '1' } };
    const project = await makeProject({ ...files, 'slipway.yml': { ...ROLLING, ...settings } });
    expect(problemsOf(project).join()).toMatch(/desired-count.*run-task.*environment-variables/s);
    expect(problemsOf(project, ours)).toEqual([]);
  });

  it.each([
    [{}, 135],
    [{ 'wait-for-minutes': 10 }, 95],
    [{ 'wait-for-minutes': 10, 'run-task': true, 'on-conflict': 'wait' }, 115],
    [{ 'wait-for-minutes': 10, 'gate-command': 'sh test.sh', 'gate-timeout-minutes': 20 }, 115],
    [{ 'wait-for-minutes': 400 }, 480]
  ])('waits longer than Slipway does: %j', async (settings, minutes) => {
    const stack = await stackFor(settings, ours);
    expect(findProject(stack, 'DeployProject')['TimeoutInMinutes']).toBe(minutes);
  });

  it('refuses a wait that is longer than any build', async () => {
    const project = await makeProject({ ...files, 'slipway.yml': { ...ROLLING, 'wait-for-minutes': 500 } });
    expect(problemsOf(project, ours)).toEqual([
      'wait-for-minutes: wait-for-minutes is 500, and a build of CodeBuild ends after 480 minutes.'
    ]);
  });

  it('is told the settings that were flags, but for those of the build, and none of them is obeyed by the shell', async () => {
    const settings = { tags: 'v1', 'wait-for': 'live', 'codedeploy-deployment-description': "it's $(id)" };
    const text = buildspecOf(await stackFor({}, { ...ours, settings }));
    expect(text.replace(/\s+/g, ' ')).toContain(
      String.raw`--wait-for=live \ --codedeploy-deployment-description='it'\''s $(id)' \ --cleanup-record`
    );
    expect(text).not.toContain('--tags');
  });

  it('may do nothing of the build, and the pipeline nothing of the deployment', async () => {
    const stack = await stackFor({ 'scan-gate': 'HIGH' }, ours);
    const actionsOf = (role: string): string =>
      statementsOf(stack.resources[role]?.properties)
        .flatMap(({ Action }) => Action as readonly string[])
        .join();
    expect(actionsOf('DeployRole')).not.toMatch(/ecr:(Put|Batch|Upload|Get|Initiate)|s3:Put|secretsmanager/);
    expect(actionsOf('PipelineRole')).not.toMatch(/ecs:|codedeploy:|iam:/);
  });

  it('names what a file names, even where that looks like a name of the stack', async () => {
    const logGroup = (
      taskDefinitionOf(['web']) as { containerDefinitions: readonly object[] }
    ).containerDefinitions.map(container => ({
      ...container,
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/ecs/${stage}',
          'awslogs-region': 'ap-northeast-2',
          'awslogs-stream-prefix': 'ecs'
        }
      }
    }));
    const project = await makeProject({
      'taskdefinition.json': taskDefinitionOf([], { containerDefinitions: logGroup }),
      'slipway.yml': ROLLING
    });
    const role = stackOf(project, ours).resources['DeployRole']?.properties;
    const logs = statementsOf(role).find(({ Sid }) => Sid === 'ReadLogsOfTasks');
    expect(logs?.['Resource']).toBe('arn:aws:logs:ap-northeast-2:123456789012:log-group:/ecs/${stage}:log-stream:*');
  });

  it.each([FROM_NPM, FROM_ARCHIVE])('runs nothing but the bytes of the hash: $archive.from', async deployer => {
    const text = buildspecOf(await stackFor({}, { deployer }));
    expect(text).toContain(`echo '${'hash' in deployer ? deployer.hash.hex : ''}  slipway.tgz'`);
    expect(text).not.toMatch(/@latest|npx|npm (install|i|ci) /);
  });
});

function findProject(stack: Stack, name: string): Shape {
  return stack.resources[name]?.properties ?? {};
}

describe('the roles', () => {
  it.each(PROJECTS)('are least ones for $name', async ({ read, options }) => {
    const stack = makeStack(renderPipelineTemplate(await read(), options)[0]?.text ?? '');
    const roles = Object.values(stack.resources).filter(({ type }) => type === 'AWS::IAM::Role');
    const { parts, deployer } = options;
    expect(roles.length).toBe(2 + Number(parts.includes('codedeploy')) + Number(deployer.kind === 'slipway'));
    // These cannot be limited to a resource (Service Authorization Reference).
    const unlimited =
      /^(ecr(-public)?:GetAuthorizationToken|sts:GetServiceBearerToken|ecs:DescribeTaskDefinition|elasticloadbalancing:Describe\w+|inspector2:List\w+|ecr:Describe(PullThroughCacheRules|Registry)|codedeploy:(List(Applications|DeploymentTargets)|BatchGetDeploymentTargets|(Stop|Continue)Deployment))$/;
    for (const { properties } of roles) {
      expect(JSON.stringify(properties['AssumeRolePolicyDocument'])).toContain('"aws:SourceAccount":"123456789012"');
      for (const { Action, Resource, Condition, Effect } of statementsOf(properties)) {
        const actions = Action as readonly string[];
        expect(Effect).toBe('Allow');
        expect(actions.join()).not.toContain('*');
        if (Resource === '*' && Condition === undefined)
          expect(actions.filter(action => !unlimited.test(action))).toEqual([]);
        if (actions.includes('iam:PassRole'))
          expect(Condition).toMatchObject({
            StringEquals: { 'iam:PassedToService': expect.arrayContaining(['ecs-tasks.amazonaws.com']) }
          });
      }
    }
  });

  it("pass on the task's roles and no other, by name or ARN", async () => {
    const stack = await stackFor({});
    const pass = statementsOf(stack.resources['PipelineRole']?.properties).find(
      ({ Sid }) => Sid === 'PassTheRolesOfTheTask'
    );
    expect(pass?.['Resource']).toEqual([
      'arn:aws:iam::123456789012:role/web-task',
      'arn:aws:iam::123456789012:role/ecsTaskExecutionRole'
    ]);
  });

  it('name the bucket that is given, else the one that is made', async () => {
    const project = await readExample('rolling');
    const bucketOf = (parameters: Shape): unknown =>
      statementsOf(stackOf(project, {}, parameters).resources['BuildRole']?.properties).find(
        ({ Sid }) => Sid === 'LookAtArtifactBucket'
      )?.['Resource'];
    expect(bucketOf({})).toBe('arn:aws:s3:::<MadeArtifactBucket>');
    expect(bucketOf({ ArtifactBucket: 'artifacts' })).toBe('arn:aws:s3:::artifacts');
    expect(Object.keys(stackOf(project, {}, { ArtifactBucket: 'artifacts' }).resources)).not.toContain(
      'MadeArtifactBucket'
    );
  });

  it("let CodeBuild read the builds' secrets, which are parameters", async () => {
    const stack = await stackFor({ 'build-secrets': ['id=npm,env=NPM_TOKEN', 'id=rc,src=.npmrc'] });
    const project = findResource(stack, 'AWS::CodeBuild::Project');
    expect(project['Environment']).toMatchObject({
      PrivilegedMode: true,
      EnvironmentVariables: [{ Name: 'NPM_TOKEN', Type: 'SECRETS_MANAGER', Value: 'the-NpmTokenSecretArn' }]
    });
  });
});

describe('several services', () => {
  it('are refused: the pipeline would deploy the first of them alone', async () => {
    const services = ['web', 'worker'].map(service => ({ service }));
    await expect(stackFor({ service: undefined, services })).rejects.toThrow(
      /There are several services \(web and worker\), and a deploy action of CodePipeline deploys one\. Choose one: --service=web/
    );
  });
});

describe('the build', () => {
  it('reads the buildspec of its environment, where that was written to', async () => {
    const source = (stack: Stack): unknown => findResource(stack, 'AWS::CodeBuild::Project')['Source'];
    expect(source(stackOf(await readExample('rolling')))).toEqual({ Type: 'CODEPIPELINE', BuildSpec: 'buildspec.yml' });
    expect(source(stackOf(await readExample('blue-green', 'dev'), { directory: 'deploy/' }))).toEqual({
      Type: 'CODEPIPELINE',
      BuildSpec: 'deploy/dev.buildspec.yml'
    });
  });

  it.each([
    ['the tasks', { runtimePlatform: { cpuArchitecture: 'ARM64' } }, {}, 'ARM_CONTAINER'],
    ['the platforms', { requiresCompatibilities: ['EC2'] }, { platforms: 'linux/arm64' }, 'ARM_CONTAINER'],
    ['one of two platforms', {}, { platforms: 'linux/amd64,linux/arm64' }, 'LINUX_CONTAINER'],
    ['nothing', {}, {}, 'LINUX_CONTAINER']
  ])('runs on the processor that %s is for', async (_, definition, settings, type) => {
    const project = await makeProject({
      'taskdefinition.json': taskDefinitionOf(['web'], definition),
      'slipway.yml': { ...ROLLING, ...settings }
    });
    expect(findResource(stackOf(project), 'AWS::CodeBuild::Project')['Environment']).toMatchObject({ Type: type });
  });

  it('may keep the cache of the buildspec, and write its reports where it has them', async () => {
    const project = await readExample('rolling');
    const written = (present?: string): unknown => {
      const stack = stackOf(project, { present });
      const { Modes } = findResource(stack, 'AWS::CodeBuild::Project')['Cache'] as { Modes: unknown };
      expect(Modes).toEqual(['LOCAL_DOCKER_LAYER_CACHE', 'LOCAL_CUSTOM_CACHE']);
      const roles = Object.values(stack.resources).filter(({ type }) => type === 'AWS::IAM::Role');
      return roles.flatMap(({ properties }) => statementsOf(properties)).find(({ Sid }) => Sid === 'WriteReports');
    };
    expect(written()).toBeUndefined();
    expect(written('version: 0.2\ncache: {paths: [a]}\n')).toBeUndefined();
    expect(written('version: 0.2\nreports:\n  unit:\n    files: ["**/*.xml"]\n')).toMatchObject({
      Action: expect.arrayContaining(['codebuild:CreateReportGroup', 'codebuild:BatchPutTestCases']),
      Resource: 'arn:aws:codebuild:ap-northeast-2:123456789012:report-group/BuildProject-*'
    });
  });

  it('is started by a push to the branch, in a repository of many projects only by one that touches this one', async () => {
    const filter = (stack: Stack): unknown => {
      const [trigger] = findResource(stack, PIPELINE)['Triggers'] as readonly {
        GitConfiguration: { Push: unknown[] };
      }[];
      return trigger?.GitConfiguration.Push;
    };
    expect(filter(stackOf(await readExample('rolling'), { branch: 'release/1' }))).toEqual([
      { Branches: { Includes: ['release/1'] } }
    ]);
    const tags = { gitTags: ['v*'] };
    const rolling = await readExample('rolling');
    expect(filter(stackOf(rolling, { ...tags, tagsAlone: true }))).toEqual([{ Tags: { Includes: ['v*'] } }]);
    expect(filter(stackOf(rolling, { ...tags, tagsAlone: false }))).toEqual([
      { Branches: { Includes: ['main'] } },
      { Tags: { Includes: ['v*'] } }
    ]);
    expect(filter(await stackFor({ context: './services/web/', dockerfile: 'docker/web.Dockerfile' }))).toEqual([
      {
        Branches: { Includes: ['main'] },
        FilePaths: {
          Includes: [
            'services/web/**',
            'docker/web.Dockerfile',
            'taskdefinition.json',
            'slipway.yml',
            'buildspec.yml',
            '*.template.*'
          ]
        }
      }
    ]);
    const many = Array.from({ length: 8 }, (_, index) => ({
      container: 'web',
      repository: `shop/web${index}`,
      context: `services/${index}`
    }));
    const wide = await makeProject({
      'taskdefinition.json': taskDefinitionOf(many.map((_, index) => `c${index}`)),
      'slipway.yml': {
        ...ROLLING,
        repository: undefined,
        images: many.map((image, index) => ({ ...image, container: `c${index}` }))
      }
    });
    expect(filter(stackOf(wide))).toEqual([{ Branches: { Includes: ['main'] } }]);
    expect(renderPipelineTemplate(wide, PLAIN_OPTIONS)[0]?.text).toContain(
      '# Every push starts it: a filter takes 8 paths, and the build reads more.\n'
    );
    for (const settings of [
      { context: '../web' },
      { context: 'https://example.com/web.git' },
      { context: 'web', 'build-options': ['--build-context=shared=shared'] }
    ]) {
      expect(filter(await stackFor(settings))).toEqual([{ Branches: { Includes: ['main'] } }]);
    }
  });
});

describe('the cache of a build', () => {
  const policyOf = (stack: Stack): PolicyDocument => {
    const { Policies } = stack.resources['BuildRole']?.properties as { Policies: [{ PolicyDocument: PolicyDocument }] };
    return Policies[0].PolicyDocument;
  };

  it('is found by the branch, which the source tells the build; without one nothing is handed on', async () => {
    const actionsOf = async (cache: string): Promise<readonly [Shape, Shape]> => {
      const { Stages } = findResource(await stackFor({ cache }), PIPELINE) as { Stages: { Actions: [Shape] }[] };
      const [source, build] = Stages.map(({ Actions }) => Actions[0]);
      return [source ?? {}, (build?.['Configuration'] ?? {}) as Shape];
    };
    const [source, build] = await actionsOf('registry');
    expect(source).toMatchObject({ Name: 'Source', Namespace: 'SourceVariables' });
    expect(JSON.parse(String(build['EnvironmentVariables']))).toEqual([
      { name: 'BRANCH_NAME', value: '#{SourceVariables.BranchName}', type: 'PLAINTEXT' }
    ]);
    for (const cache of ['none', 'github']) {
      const [plain, configuration] = await actionsOf(cache);
      expect(plain).not.toHaveProperty('Namespace');
      expect(configuration).not.toHaveProperty('EnvironmentVariables');
    }
  });

  it.each([
    ['shop/web', {}, ['Repository']],
    ['shop/cache', { 'cache-repository': 'shop/cache' }, ['Repository1', 'Repository2']]
  ])(
    'is in %s, whose tags for caches may move and expire, and the build may push there',
    async (name, settings, made) => {
      const stack = await stackFor({ cache: 'registry', ...settings }, { parts: ['repository'] });
      expect(Object.keys(stack.resources).filter(key => /^Repository/.test(key))).toEqual(made);
      const { properties } = stack.resources[made.at(-1) ?? ''] ?? {};
      expect(properties).toMatchObject({
        RepositoryName: name,
        ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        ImageTagMutabilityExclusionFilters: [
          { ImageTagMutabilityExclusionFilterType: 'WILDCARD', ImageTagMutabilityExclusionFilterValue: 'cache-*' }
        ]
      });
      const { LifecyclePolicyText: text } = properties?.['LifecyclePolicy'] as { LifecyclePolicyText: string };
      const { rules } = JSON.parse(text) as { rules: readonly { rulePriority: number; selection: object }[] };
      expect(rules.map(({ rulePriority }) => rulePriority)).toEqual([1, 2, 3]);
      expect(rules[0]?.selection).toMatchObject({ tagStatus: 'tagged', tagPrefixList: ['cache-'] });
      const resource = `arn:aws:ecr:ap-northeast-2:123456789012:repository/${name}`;
      for (const action of ['ecr:DescribeRepositories', 'ecr:GetDownloadUrlForLayer', 'ecr:PutImage'])
        expect([action, allows(policyOf(stack), { action, resource })]).toEqual([action, true]);
    }
  );

  it('in a registry of another account is logged into, and has its policy', async () => {
    const host = '444455556666.dkr.ecr.ap-northeast-2.amazonaws.com';
    const settings = { ...ROLLING, cache: 'registry', 'cache-repository': `${host}/shop/cache` };
    const project = await makeProject({ ...files, 'slipway.yml': settings });
    const buildspec = renderBuildspec(project, PLAIN_OPTIONS)[0]?.text ?? '';
    // A cache is no reason to fail.
    expect(buildspec).toContain(`docker login --username AWS --password-stdin ${host} ||\n`);
    expect(buildspec).toContain('--repository-names shop/cache --registry-id 444455556666 --region ap-northeast-2');
    const policies = renderIam(project, PLAIN_OPTIONS);
    expect(policies.map(({ path }) => path)).toContain('iam/repository-policy.json');
    const policy = JSON.parse(
      policies.find(({ path }) => path === 'iam/codebuild-policy.json')?.text ?? ''
    ) as PolicyDocument;
    const resource = 'arn:aws:ecr:ap-northeast-2:444455556666:repository/shop/cache';
    expect(allows(policy, { action: 'ecr:PutImage', resource })).toBe(true);
  });

  it("is none in CodeBuild where it is GitHub's, which the buildspec, its log and the command say", async () => {
    const project = await makeProject({ ...files, 'slipway.yml': { ...ROLLING, cache: 'github' } });
    const sentence =
      'cache is github, which is there in GitHub Actions alone: CodeBuild builds without it. cache: registry serves both.';
    const buildspec = renderBuildspec(project, PLAIN_OPTIONS)[0]?.text ?? '';
    expect(buildspec).toContain(`# ${sentence}`);
    expect(buildspec).toContain(`echo '${sentence}'`);
    expect(buildspec).not.toMatch(/--cache-|buildx/);
    expect(explainCache(project)).toEqual([sentence]);
  });
});

describe('what CodePipeline cannot carry', () => {
  const problemsFor = async (
    settings: object,
    more: object = {},
    options: Partial<PipelineOptions> = {}
  ): Promise<readonly string[]> =>
    problemsOf(await makeProject({ ...files, ...more, 'slipway.yml': { ...ROLLING, ...settings } }), options);

  it.each<[string, object, object, RegExp]>([
    ['no service', { service: '' }, {}, /^service: .*needs a service/],
    ['a task definition that is no file', { 'task-definition': 'shop-web' }, {}, /^task-definition: /],
    [
      "no image for ECS's action",
      { repository: '' },
      {
        'taskdefinition.json': taskDefinitionOf(['web'], {
          containerDefinitions: [{ name: 'web', image: 'httpd:2.4' }]
        })
      },
      /^repository: .*none is shipped/
    ],
    ['CodeDeploy without an AppSpec', { 'codedeploy-application': 'shop' }, {}, /^appspec: /],
    ['desired-count', { 'desired-count': 2 }, {}, /^desired-count: .*ECS action cannot carry desired-count/],
    [
      'tags of the tasks',
      { 'propagate-tags': 'SERVICE', 'enable-ecs-managed-tags': true },
      { 'appspec.yml': APPSPEC },
      /CodeDeployToECS action cannot carry propagate-tags and enable-ecs-managed-tags/
    ],
    [
      'a gate',
      { 'gate-command': 'sh test.sh', 'gate-urls': ['/health'] },
      {},
      /^gate-command: .*cannot carry gate-command and gate-urls: it tests nothing/
    ],
    ['a task before the rollout', { 'run-task': true }, {}, /^run-task: .*cannot carry run-task: it runs no task/],
    [
      'changes of the container',
      { 'environment-variables': { A: 'b' }, 'task-role-arn': 'web' },
      {},
      /cannot carry environment-variables and task-role-arn: it copies the revision/
    ],
    [
      'a deployment config of its own',
      { 'codedeploy-deployment-config': 'Slow' },
      { 'appspec.yml': APPSPEC },
      /cannot carry codedeploy-deployment-config: the deployment group's own/
    ]
  ])('is refused: %s', async (_, settings, more, expected) => {
    const problems = await problemsFor(settings, more);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('is refused of Slipway too where the deployment would wait for a word that nobody gives', async () => {
    const deployer = { deployer: FROM_NPM };
    expect(await problemsFor({ 'gate-command': 'sh test.sh' }, {}, deployer)).toEqual([]);
    expect(await problemsFor({ 'wait-for': 'paused' }, {}, deployer)).toEqual([
      expect.stringMatching(/^wait-for: .*nothing in the pipeline continues/)
    ]);
  });

  it('is not refused where CodeDeployToECS registers the whole file, or the group is made here', async () => {
    expect(await problemsFor({ 'environment-variables': { A: 'b' } }, { 'appspec.yml': APPSPEC })).toEqual([]);
    expect(
      await problemsFor({ 'codedeploy-deployment-config': 'Slow' }, { 'appspec.yml': APPSPEC }, { parts: ALL_PARTS })
    ).toEqual([]);
  });

  it('is told in the template where it changes only how the deployment is followed', async () => {
    const project = await makeProject({ ...files, 'slipway.yml': { ...ROLLING, 'wait-for': 'live', 'fail-after': 1 } });
    expect(render(project)).toMatch(/# CodePipeline waits for the end in its own way: wait-for, fail-after/);
    expect(render(await readExample('rolling'))).not.toContain('in its own way');
  });

  it("is CodeDeploy for a service of ECS's own", async () => {
    expect(problemsOf(await readExample('rolling'), { parts: ['codedeploy'] })).toEqual([
      expect.stringContaining('--with codedeploy is for a service that CodeDeploy deploys')
    ]);
  });
});

describe('the file', () => {
  it('says how it is made again and set up, and holds neither account nor region', async () => {
    const [file] = renderPipelineTemplate(await readExample('blue-green', 'dev'), {
      ...PLAIN_OPTIONS,
      flags: ' --environment dev'
    });
    expect(file?.path).toBe('dev.pipeline.yml');
    const [header = '', body = ''] = file?.text.split('AWSTemplateFormatVersion') ?? [];
    expect(header).toContain('#   slipway generate pipeline --environment dev\n');
    expect(header).toContain(
      '--region ap-northeast-2 --stack-name kordevtest-kordevtest-api --template-file dev.pipeline.yml'
    );
    expect(header).toContain('ConnectionArn=...');
    expect(body).not.toContain('ap-northeast-2');
    // The roles' ARNs stand in the task definition as they are.
    expect(body.replace(/arn:aws:iam::123456789012:role\/\S+/g, '')).not.toMatch(/\d{12}/);
    expect(file?.text.endsWith('\n')).toBe(true);
  });

  it('is the same every time', async () => {
    const project = await readExample('two-containers');
    expect(render(project, { parts: ALL_PARTS.slice(0, 1) })).toBe(render(project, { parts: ALL_PARTS.slice(0, 1) }));
  });
});
