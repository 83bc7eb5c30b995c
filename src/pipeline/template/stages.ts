import { ARTIFACT_NAMES } from '../../artifacts/artifact-paths.js';
import { listWatchedPaths } from '../build-facts.js';
import type { PipelineOptions } from '../flags.js';
import { allowDeployAction } from '../iam/deploy-action.js';
import { allowArtifacts } from '../iam/iam.js';
import { trustService, type Statement } from '../iam/policy.js';
import type { PipelineProject } from '../project.js';
import { inDirectory, type DeploymentTarget } from '../target.js';
import { listFollowing } from './check.js';
import { allowCrossAccount, ARTIFACT_KEY, DEPLOY_ROLE } from './cross-account.js';
import { BUCKET, bucketName, STACK, toStack, toStackPolicy } from './names.js';
import { comment, getAtt, ref, type Part, type Section } from './yaml.js';

const SOURCE = 'SourceOutput';
const BUILT = 'BuildOutput';
/** A filter of a trigger takes so many patterns. */
const MAX_PATTERNS = 8;
/** The ECS action waits so many minutes at most. */
const MAX_DEPLOYMENT_MINUTES = 60;

/** The pipeline and its role. */
export function makePipeline(project: PipelineProject, target: DeploymentTarget, options: PipelineOptions): Section {
  const deploy = project.engine === 'ECS' ? deployByEcs(project, target) : deployByCodeDeploy(target, options);
  const isCrossAccount = options.parts.includes('cross-account');
  const goesBack = project.engine === 'ECS' && project.config.rollout.onFailure === 'rollback';
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
          { Name: 'Source', Actions: [SOURCE_ACTION] },
          { Name: 'Build', Actions: [BUILD_ACTION] },
          ...(options.parts.includes('approval') ? [{ Name: 'Approve', Actions: [makeApproval(target)] }] : []),
          {
            Name: 'Deploy',
            ...(goesBack
              ? {
                  ...comment('on-failure: rollback: what was deployed before is deployed again.'),
                  OnFailure: { Result: 'ROLLBACK' }
                }
              : {}),
            Actions: [
              {
                Name: 'Deploy',
                ...parallelOrder(project),
                ...deploy,
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

const SOURCE_ACTION: Part = {
  Name: 'Source',
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
};

const BUILD_ACTION: Part = {
  Name: 'Build',
  ActionTypeId: action('Build', 'CodeBuild'),
  Configuration: { ProjectName: ref('BuildProject') },
  InputArtifacts: [{ Name: SOURCE }],
  OutputArtifacts: [{ Name: BUILT }]
};

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
      `What else changes in ${project.taskDefinition?.path ?? 'the task definition'} does not get there by it: register and deploy that once (slipway ship).`
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
      'It registers taskdefinition.json, puts its ARN into appspec.yml for <TASK_DEFINITION>, and has CodeDeploy deploy that.'
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
  options: PipelineOptions
): readonly Statement[] {
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
    { sid: 'Build', actions: ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], resources: ['${BuildProject.Arn}'] },
    ...(options.parts.includes('cross-account') ? allowCrossAccount() : allowDeployAction(project, target, STACK))
  ];
}
