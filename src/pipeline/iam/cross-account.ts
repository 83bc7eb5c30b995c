import { DOCKER_PULL } from '../../aws/iam-actions.js';
import { arnOf, type ArnScope } from '../../text/arn.js';
import type { PipelineProject } from '../project.js';
import { accountOfCluster, deploymentTarget } from '../target.js';
import { allowDeployAction } from './deploy-action.js';
import { toPolicy } from './policy.js';

/** What CodePipeline and CodeBuild do with the key that artifacts are encrypted with. */
export const USE_ARTIFACT_KEY = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo'
] as const;

const DEPLOY_ACCOUNT = '${DEPLOY_ACCOUNT_ID}';
const STACK_NAME = '${PIPELINE_STACK}';
const BUCKET = '${ARTIFACT_BUCKET}';
const KEY = '${ARTIFACT_KEY_ID}';

/**
 * For a pipeline that deploys into another account: the role there (its policy and who may assume it), and the policy of the repositories in the
 * pipeline's account, from which the tasks there pull. By the names of their files. CodePipeline user guide, "Create a pipeline in CodePipeline
 * that uses resources from another AWS account".
 *
 * @param names where the pipeline is
 */
export function makeCrossAccountPolicies(
  project: PipelineProject,
  names: ArnScope
): readonly (readonly [string, object])[] {
  const target = deploymentTarget(project);
  if (target === undefined) return [];
  const account = accountOfCluster(project) ?? DEPLOY_ACCOUNT;
  const bucket = arnOf(names, 's3', BUCKET);
  const statements = [
    ...allowDeployAction(project, target, { ...names, account }),
    { sid: 'ReadArtifacts', actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [`${bucket}/*`] },
    { sid: 'LocateArtifacts', actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [bucket] },
    {
      sid: 'DecryptArtifacts',
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: [arnOf(names, 'kms', `key/${KEY}`)]
    }
  ];
  return [
    ['cross-account-policy', toPolicy(statements)],
    ['cross-account-trust', trustPipeline(names)],
    [
      'cross-account-repository-policy',
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'PullFromOtherAccount',
            Effect: 'Allow',
            Principal: { AWS: arnOf({ ...names, account }, 'iam', 'root') },
            Action: DOCKER_PULL
          }
        ]
      }
    ]
  ];
}

/** CloudFormation names the pipeline's role by the stack, its resource and something random; the role need not exist yet. */
function trustPipeline(names: ArnScope): object {
  const role = arnOf(names, 'iam', `role/${STACK_NAME}-PipelineRole-*`);
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: arnOf(names, 'iam', 'root') },
        Action: 'sts:AssumeRole',
        Condition: { ArnLike: { 'aws:PrincipalArn': role } }
      }
    ]
  };
}
