import { hasGate } from '../../config/decode/gates.js';
import { actionsOf } from '../../aws/iam-actions.js';
import { arnOf } from '../../text/arn.js';
import type { SlipwayDeployer } from '../deployer.js';
import type { PipelineOptions } from '../flags.js';
import { allowDeployment } from '../iam/deploy.js';
import { listBuiltAndExisting } from '../iam/images.js';
import { trustService, type Statement } from '../iam/policy.js';
import type { PipelineProject } from '../project.js';
import { renderDeployBuildspec } from './deploy-buildspec.js';
import { BUCKET, STACK, toStack, toStackPolicy } from './names.js';
import { comment, getAtt, ref, sub, type Section } from './yaml.js';

/** The stage that deploys, and the artifacts that its project reads. */
export const DEPLOY_STAGE = 'Deploy';
export const SOURCE_ARTIFACT = 'SourceOutput';
export const BUILD_ARTIFACT = 'BuildOutput';

const LOG_GROUP = '/aws/codebuild/${AWS::StackName}-deploy';
/** To start, to check, and to tell how it ended. */
const OTHER_MINUTES = 15;
/** What the service or its deployment group waits by itself is not known here; this much of it is allowed for. */
const OWN_WAITS_MINUTES = 60;
/** CodeBuild's limit for a build that nothing else is said of (8 hours): what may take longer is no wait of a build. */
export const MAX_MINUTES = 480;

const DEPLOY_TIMEOUT = 'DeployTimeoutInMinutes';

/** How long the deployment may take. Slipway ends by itself: CodeBuild's limit is for what hangs, and must not come first. */
export function makeDeployParameters({ config }: PipelineProject): Section {
  const { waitForMinutes, onConflict } = config.rollout;
  // What goes wrong at the very end is undone, and that is followed as long; the task before it has as much time, and so has a wait for others.
  const waits = 2 + (config.runTask === undefined ? 0 : 1) + (onConflict === 'wait' ? 1 : 0);
  const gate = hasGate(config.gate) ? config.gate.gateTimeoutMinutes : 0;
  return {
    [DEPLOY_TIMEOUT]: {
      Type: 'Number',
      Description:
        'When CodeBuild ends a deployment that hangs; more than wait-for-minutes and what the service or its deployment group waits by itself (bake time, termination wait)',
      Default: Math.min(MAX_MINUTES, OTHER_MINUTES + OWN_WAITS_MINUTES + gate + waits * waitForMinutes),
      MinValue: 5,
      MaxValue: MAX_MINUTES
    }
  };
}

/** The CodeBuild project that deploys as the Action does, its log and its role. */
export function makeDeploy(project: PipelineProject, options: PipelineOptions, deployer: SlipwayDeployer): Section {
  return {
    DeployLog: {
      Type: 'AWS::Logs::LogGroup',
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
      Properties: { LogGroupName: sub(LOG_GROUP), RetentionInDays: ref('LogRetentionInDays') }
    },
    DeployRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: toStack(trustService('codebuild', STACK, project.config.region)),
        Policies: [{ PolicyName: 'deploy', PolicyDocument: toStackPolicy(allowDeployProject(project)) }]
      }
    },
    DeployProject: {
      Type: 'AWS::CodeBuild::Project',
      Properties: {
        ServiceRole: getAtt('DeployRole', 'Arn'),
        Source: {
          Type: 'CODEPIPELINE',
          BuildSpec: renderDeployBuildspec(project, options, deployer, {
            stage: DEPLOY_STAGE,
            artifact: BUILD_ARTIFACT
          })
        },
        Artifacts: { Type: 'CODEPIPELINE' },
        Environment: {
          Type: 'LINUX_CONTAINER',
          ComputeType: 'BUILD_GENERAL1_SMALL',
          Image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0'
        },
        LogsConfig: { CloudWatchLogs: { Status: 'ENABLED', GroupName: ref('DeployLog') } },
        TimeoutInMinutes: ref(DEPLOY_TIMEOUT),
        QueuedTimeoutInMinutes: 480
      }
    }
  };
}

/** The action of the deploy stage. */
export function deployBySlipway(): Section {
  return {
    ActionTypeId: { Category: 'Build', Owner: 'AWS', Provider: 'CodeBuild', Version: '1' },
    ...comment(
      'It runs slipway deploy, which registers taskdefinition.json, deploys, follows, says why, and does on-failure itself.',
      'Its variables: #{Deploy.OUTCOME}, #{Deploy.REASON} and others. The stage has no OnFailure: a second rollback would be one too many.'
    ),
    Namespace: DEPLOY_STAGE,
    Configuration: {
      ProjectName: ref('DeployProject'),
      ...comment('The settings are those of the source, the files those of the build.'),
      PrimarySource: SOURCE_ARTIFACT
    },
    InputArtifacts: [{ Name: SOURCE_ARTIFACT }, { Name: BUILD_ARTIFACT }]
  };
}

/** What the deployment calls, and what CodeBuild itself needs for it. Nothing is built, so the images are only looked at. */
function allowDeployProject(project: PipelineProject): readonly Statement[] {
  const { config } = project;
  const group = arnOf(STACK, 'logs', `log-group:${LOG_GROUP}`);
  const bucket = arnOf(STACK, 's3', BUCKET);
  const images = config.images.filter(({ kind }) => kind === 'existing');
  const deployed = { ...project, config: { ...config, images, registries: [], scanGate: undefined } };
  return [
    { sid: 'WriteLog', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] },
    { sid: 'ReadArtifacts', actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [`${bucket}/*`] },
    { sid: 'LookAtArtifactBucket', actions: ['s3:GetBucketAcl', 's3:GetBucketLocation'], resources: [bucket] },
    {
      sid: 'LookAtExecution',
      actions: ['codepipeline:GetPipelineState'],
      resources: [arnOf(STACK, 'codepipeline', '${AWS::StackName}')]
    },
    ...allowDeployment(deployed, STACK)
      .filter(({ sid }) => sid !== 'LookAtImages')
      .map(statement => ({ ...statement, resources: statement.resources.map(escapeNames) })),
    {
      sid: 'LookAtImages',
      actions: actionsOf('ecr', 'DescribeImages'),
      resources: listBuiltAndExisting(project, STACK)
    }
  ];
}

/** What files and settings name may hold `${`, which in a template's Sub is a name of the stack: `${!` is the text itself. */
function escapeNames(resource: string): string {
  return resource.replace(/\$\{(?!AWS::)/g, '${!');
}
