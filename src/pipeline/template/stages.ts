import { ARTIFACT_NAMES } from '../../artifacts/artifact-paths.js';
import { listCachePlaces, listWatchedPaths } from '../build-facts.js';
import type { PipelineOptions } from '../flags.js';
import { allowDeployAction } from '../iam/deploy-action.js';
import { allowArtifacts } from '../iam/iam.js';
import { trustService, type Statement } from '../iam/policy.js';
import type { PipelineProject } from '../project.js';
import { inDirectory, type DeploymentTarget } from '../target.js';
import { listFollowing } from './check.js';
import { allowCrossAccount, ARTIFACT_KEY, DEPLOY_ROLE } from './cross-account.js';
import { BUILD_ARTIFACT, DEPLOY_STAGE, deployBySlipway, SOURCE_ARTIFACT } from './deploy.js';
import { BUCKET, bucketName, STACK, toStack, toStackPolicy } from './names.js';
import { comment, getAtt, ref, type Part, type Section } from './yaml.js';

const SOURCE = SOURCE_ARTIFACT;
const BUILT = BUILD_ARTIFACT;
/** A filter of a trigger takes so many patterns. */
const MAX_PATTERNS = 8;
/** The ECS action waits so many minutes at most. */
const MAX_DEPLOYMENT_MINUTES = 60;

/** The pipeline and its role. */
export function makePipeline(project: PipelineProject, target: DeploymentTarget, options: PipelineOptions): Section {
  const isOurs = options.deployer.kind === 'slipway';
  const isCrossAccount = options.parts.includes('cross-account');
  const isCached = listCachePlaces(project).length > 0;
  const goesBack = !isOurs && project.engine === 'ECS' && project.config.rollout.onFailure === 'rollback';
  return {
    PipelineRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: toStack(trustService('codepipeline', STACK, project.config.region)),
        Policies: [
          { PolicyName: 'run-the-pipeline', PolicyDocument: toStackPolicy(allowPipeline(project, target, options)) }
        ]
      }
    },
    Pipeline: {
      Type: 'AWS::CodePipeline::Pipeline',
      Properties: {
        Name: ref('AWS::StackName'),
        PipelineType: 'V2',
        ...comment('A newer commit takes the place of one that still waits for its stage.'),
        ExecutionMode: 'SUPERSEDED',
        RoleArn: getAtt('PipelineRole', 'Arn'),
        ArtifactStore: {
          Type: 'S3',
          Location: bucketName(),
          ...(isCrossAccount ? { EncryptionKey: { Type: 'KMS', Id: getAtt(ARTIFACT_KEY, 'Arn') } } : {})
        },
        Triggers: [makeTrigger(project, options)],
        Stages: [
          { Name: 'Source', Actions: [makeSourceAction(isCached)] },
          { Name: 'Build', Actions: [makeBuildAction(isCached)] },
          ...(options.parts.includes('approval') ? [{ Name: 'Approve', Actions: [makeApproval(target)] }] : []),
          {
            Name: DEPLOY_STAGE,
            ...(goesBack
              ? {
                  ...comment('on-failure: rollback: what was deployed before is deployed again.'),
                  OnFailure: { Result: 'ROLLBACK' }
                }
              : {}),
            Actions: [
              {
                Name: 'Deploy',
                ...makeDeployAction(project, target, options),
                ...(isCrossAccount ? { RoleArn: ref(DEPLOY_ROLE) } : {})
              }
            ]
          }
        ]
      }
    }
  };
}

const action = (category: string, provider: string): Part => ({
  Category: category,
  Owner: 'AWS',
  Provider: provider,
  Version: '1'
});

/** The source's variables, where the build asks for the branch. */
const NAMESPACE = 'SourceVariables';

const makeSourceAction = (isCached: boolean): Part => ({
  Name: 'Source',
  ...(isCached ? { Namespace: NAMESPACE } : {}),
  ActionTypeId: action('Source', 'CodeStarSourceConnection'),
  Configuration: {
    ConnectionArn: ref('ConnectionArn'),
    FullRepositoryId: ref('RepositoryId'),
    BranchName: ref('Branch'),
    ...comment('CODEBUILD_CLONE_REF would bring the history too, and CodeBuild would need the connection.'),
    OutputArtifactFormat: 'CODE_ZIP',
    ...comment('The trigger starts the pipeline.'),
    DetectChanges: 'false'
  },
  OutputArtifacts: [{ Name: SOURCE }]
});

/** The buildspec finds the cache by the branch, which CodeBuild does not know of a pipeline. */
const makeBuildAction = (isCached: boolean): Part => ({
  Name: 'Build',
  ActionTypeId: action('Build', 'CodeBuild'),
  Configuration: {
    ProjectName: ref('BuildProject'),
    ...(isCached ? { EnvironmentVariables: JSON.stringify([BRANCH]) } : {})
  },
  InputArtifacts: [{ Name: SOURCE }],
  OutputArtifacts: [{ Name: BUILT }]
});

const BRANCH = { name: 'BRANCH_NAME', value: `#{${NAMESPACE}.BranchName}`, type: 'PLAINTEXT' };

function makeApproval({ cluster, service }: DeploymentTarget): Part {
  return {
    Name: 'Approve',
    ActionTypeId: action('Approval', 'Manual'),
    Configuration: { CustomData: `Deploy what was built to the service ${service} in the cluster ${cluster}?` }
  };
}

/** In a repository of many projects only what the build reads starts it; without a filter CodePipeline takes every push. */
function makeTrigger(project: PipelineProject, options: PipelineOptions): Part {
  const { gitTags = [], tagsAlone } = options;
  const watched = listWatchedPaths(project);
  const buildspec = ['buildspec.yml', '*.template.*'].map(name => inDirectory(options, `${project.prefix}${name}`));
  const paths = watched === undefined ? [] : [...watched, ...buildspec];
  const isFiltered = paths.length > 0 && paths.length <= MAX_PATTERNS;
  return {
    ProviderType: 'CodeStarSourceConnection',
    GitConfiguration: {
      SourceActionName: 'Source',
      Push: [
        ...(tagsAlone === true
          ? []
          : [
              {
                Branches: { Includes: [ref('Branch')] },
                ...(paths.length > MAX_PATTERNS
                  ? comment(`Every push starts it: a filter takes ${MAX_PATTERNS} paths, and the build reads more.`)
                  : {}),
                ...(isFiltered ? { FilePaths: { Includes: paths } } : {})
              }
            ]),
        // A filter is for branches or for tags; either starts the pipeline.
        ...(gitTags.length === 0 ? [] : [{ Tags: { Includes: gitTags } }])
      ]
    }
  };
}

function makeDeployAction(project: PipelineProject, target: DeploymentTarget, options: PipelineOptions): Section {
  if (options.deployer.kind === 'slipway') return deployBySlipway();
  const deploy = project.engine === 'ECS' ? deployByEcs(project, target) : deployByCodeDeploy(target, options);
  return { ...parallelOrder(project), ...deploy };
}

function parallelOrder(project: PipelineProject): Section {
  const settings = listFollowing(project);
  return settings.length === 0
    ? {}
    : comment(
        `CodePipeline waits for the end in its own way: ${settings.join(', ')} of the settings have no part in it.`
      );
}

function deployByEcs(project: PipelineProject, { cluster, service }: DeploymentTarget): Section {
  const { waitForMinutes } = project.config.rollout;
  return {
    ActionTypeId: action('Deploy', 'ECS'),
    ...comment(
      'It registers a copy of the revision that the service runs, with the images of imagedefinitions.json, and deploys that.',
      `What else changes in ${project.taskDefinition?.path ?? 'the task definition'} does not get there by it: register and deploy that once (slipway ship).`,
      'It says no reason, and does not look at the circuit breaker: what ECS rolled back may end green, or only at DeploymentTimeout.',
      '--deploy=slipway deploys the whole file, with the outcome and the reason of the Action.'
    ),
    Configuration: {
      ClusterName: cluster,
      ServiceName: service,
      FileName: ARTIFACT_NAMES.imageDefinitions,
      DeploymentTimeout: String(Math.min(waitForMinutes, MAX_DEPLOYMENT_MINUTES))
    },
    InputArtifacts: [{ Name: BUILT }]
  };
}

/**
 * No `Image1ArtifactName` and `Image1ContainerName`: with them the action would put the image of imageDetail.json in the place of
 * `<IMAGE1_NAME>`, and the buildspec leaves no such placeholder: it has put in every image, the second one too and by tag where
 * `image-reference` says so. They are optional (CodePipeline user guide, "Amazon ECS and CodeDeploy blue-green deploy action reference").
 */
function deployByCodeDeploy(target: DeploymentTarget, options: PipelineOptions): Section {
  const isMade = options.parts.includes('codedeploy');
  return {
    ActionTypeId: action('Deploy', 'CodeDeployToECS'),
    ...comment(
      'It registers taskdefinition.json, puts its ARN into appspec.yml for <TASK_DEFINITION>, and has CodeDeploy deploy that.',
      'It says no reason, and lets a version that cannot start fail by the timeouts of CodeDeploy: --deploy=slipway ends and explains it as the Action does.'
    ),
    Configuration: {
      ApplicationName: isMade ? ref('CodeDeployApplication') : target.application,
      DeploymentGroupName: isMade ? ref('DeploymentGroup') : target.deploymentGroup,
      TaskDefinitionTemplateArtifact: BUILT,
      TaskDefinitionTemplatePath: ARTIFACT_NAMES.taskDefinition,
      AppSpecTemplateArtifact: BUILT,
      AppSpecTemplatePath: ARTIFACT_NAMES.appspec,
      ...comment(
        'No Image1ArtifactName and Image1ContainerName: they would fill <IMAGE1_NAME> in, and the build has put in every image.'
      )
    },
    InputArtifacts: [{ Name: BUILT }]
  };
}

/** What the pipeline does itself: fetch, keep artifacts, start the build, and what its deploy action calls. */
function allowPipeline(
  project: PipelineProject,
  target: DeploymentTarget,
  { deployer, parts }: PipelineOptions
): readonly Statement[] {
  const projects = ['${BuildProject.Arn}', ...(deployer.kind === 'slipway' ? ['${DeployProject.Arn}'] : [])];
  const byAws = parts.includes('cross-account') ? allowCrossAccount() : allowDeployAction(project, target, STACK);
  return [
    {
      // A connection's ARN begins with either name; the repository is checked where AWS tells it.
      sid: 'FetchTheSource',
      actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'],
      resources: ['${ConnectionArn}'],
      conditions: {
        'ForAllValues:StringEquals': {
          'codeconnections:FullRepositoryId': '${RepositoryId}',
          'codestar-connections:FullRepositoryId': '${RepositoryId}'
        }
      }
    },
    ...allowArtifacts(STACK, BUCKET, ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning']),
    { sid: 'Build', actions: ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], resources: projects },
    ...(deployer.kind === 'slipway' ? [] : byAws)
  ];
}
