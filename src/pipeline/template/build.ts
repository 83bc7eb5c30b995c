import { buildArchitecture } from '../build-facts.js';
import { keepsReports } from '../buildspec/kept.js';
import { allowBuild } from '../iam/iam.js';
import { trustService } from '../iam/policy.js';
import { listBuildSecrets, type BuildSecrets } from '../iam/secrets.js';
import type { PipelineOptions } from '../flags.js';
import type { PipelineProject } from '../project.js';
import { inDirectory } from '../target.js';
import { allowArtifactKey, ARTIFACT_KEY } from './cross-account.js';
import { BUCKET, STACK, toStack, toStackPolicy } from './names.js';
import { allowSecretParameters, makeSecretVariables } from './secrets.js';
import { comment, getAtt, ref, sub, type Part, type Section } from './yaml.js';

/** The project's resource in the template. */
const PROJECT = 'BuildProject';

const LOG_GROUP = '/aws/codebuild/${AWS::StackName}';

/** AWS's newest images of their kind: bash, Docker and the AWS CLI v2 are in them. */
const MACHINES = {
  x86_64: { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0' },
  arm64: { Type: 'ARM_CONTAINER', Image: 'aws/codebuild/amazonlinux-aarch64-standard:3.0' }
} as const;

/** CodeBuild's project, its log and its role. */
export function makeBuild(project: PipelineProject, options: PipelineOptions): Section {
  const secrets = listBuildSecrets(project, options);
  const isCrossAccount = options.parts.includes('cross-account');
  const statements = allowBuild(project, STACK, options, {
    bucket: BUCKET,
    logGroup: LOG_GROUP,
    // CloudFormation names the project by its resource and something random.
    reports: keepsReports(options.present ?? '') ? `${PROJECT}-*` : undefined,
    secrets: []
  });
  return {
    BuildLog: {
      Type: 'AWS::Logs::LogGroup',
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
      Properties: { LogGroupName: sub(LOG_GROUP), RetentionInDays: ref('LogRetentionInDays') }
    },
    BuildRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: toStack(trustService('codebuild', STACK, project.config.region)),
        Policies: [
          {
            PolicyName: 'build-and-push',
            PolicyDocument: toStackPolicy(
              [...statements, ...(isCrossAccount ? [allowArtifactKey()] : [])].map(statement =>
                // The stack makes the log group.
                statement.sid === 'WriteLog'
                  ? { ...statement, actions: statement.actions.filter(action => action !== 'logs:CreateLogGroup') }
                  : statement
              ),
              {},
              allowSecretParameters(secrets)
            )
          }
        ]
      }
    },
    [PROJECT]: makeProject(project, options, secrets)
  };
}

function makeProject(project: PipelineProject, options: PipelineOptions, secrets: BuildSecrets): Part {
  const variables = makeSecretVariables(secrets);
  const { Type, Image } = MACHINES[buildArchitecture(project)];
  return {
    Type: 'AWS::CodeBuild::Project',
    Properties: {
      ServiceRole: getAtt('BuildRole', 'Arn'),
      Source: { Type: 'CODEPIPELINE', BuildSpec: inDirectory(options, `${project.prefix}buildspec.yml`) },
      Artifacts: { Type: 'CODEPIPELINE' },
      ...(options.parts.includes('cross-account') ? { EncryptionKey: getAtt(ARTIFACT_KEY, 'Arn') } : {}),
      Environment: {
        Type,
        ComputeType: ref('BuildComputeType'),
        Image,
        ...comment('The Docker daemon in the build needs it.'),
        PrivilegedMode: true,
        ...(variables.length === 0 ? {} : { EnvironmentVariables: variables })
      },
      ...comment(
        "Docker's layers, and the buildspec's own cache, stay on the build machine as long as that is there; a miss costs time alone."
      ),
      Cache: { Type: 'LOCAL', Modes: ['LOCAL_DOCKER_LAYER_CACHE', 'LOCAL_CUSTOM_CACHE'] },
      LogsConfig: { CloudWatchLogs: { Status: 'ENABLED', GroupName: ref('BuildLog') } },
      TimeoutInMinutes: 60,
      QueuedTimeoutInMinutes: 60
    }
  };
}
