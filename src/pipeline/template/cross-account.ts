import { DOCKER_PULL } from '../../aws/iam-actions.js';
import { USE_ARTIFACT_KEY } from '../iam/cross-account.js';
import type { Statement } from '../iam/policy.js';
import { getAtt, ref, select, split, sub, subWith, type Part, type Section } from './yaml.js';

/** The parameter with the role of the other account, which the deploy action works with. */
export const DEPLOY_ROLE = 'DeployRoleArn';
/** AWS's own key for artifacts lets no other account in, so the stack makes one. */
export const ARTIFACT_KEY = 'ArtifactKey';

export const CROSS_ACCOUNT_PARAMETERS: Section = {
  [DEPLOY_ROLE]: {
    Type: 'String',
    Description: 'The role of the other account that deploys there; it has to exist before this stack',
    AllowedPattern: 'arn:aws[a-z-]*:iam::[0-9]{12}:role/.+'
  }
};

/** The key of the artifacts, which the role of the other account may decrypt with. */
export function makeArtifactKey(): Section {
  return {
    [ARTIFACT_KEY]: {
      Type: 'AWS::KMS::Key',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Description: sub('Artifacts of the pipeline ${AWS::StackName}'),
        EnableKeyRotation: true,
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'Administer',
              Effect: 'Allow',
              Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
              Action: 'kms:*',
              Resource: '*'
            },
            {
              Sid: 'DecryptFromOtherAccount',
              Effect: 'Allow',
              Principal: { AWS: ref(DEPLOY_ROLE) },
              Action: ['kms:Decrypt', 'kms:DescribeKey'],
              Resource: '*'
            }
          ]
        }
      }
    }
  };
}

/** For the policy of the bucket that the stack makes. */
export function letOtherAccountRead(bucket: string): readonly Part[] {
  return [
    {
      Sid: 'ReadFromOtherAccount',
      Effect: 'Allow',
      Principal: { AWS: ref(DEPLOY_ROLE) },
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: subWith('${Bucket}/*', { Bucket: getAtt(bucket, 'Arn') })
    },
    {
      Sid: 'LocateFromOtherAccount',
      Effect: 'Allow',
      Principal: { AWS: ref(DEPLOY_ROLE) },
      Action: ['s3:GetBucketLocation', 's3:ListBucket'],
      Resource: getAtt(bucket, 'Arn')
    }
  ];
}

/** For a repository of the stack: the tasks of the other account pull from it, as far as their own role allows it. */
export function letOtherAccountPull(): Part {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PullFromOtherAccount',
        Effect: 'Allow',
        Principal: {
          AWS: subWith('arn:${AWS::Partition}:iam::${Account}:root', {
            Account: select(4, split(':', ref(DEPLOY_ROLE)))
          })
        },
        Action: DOCKER_PULL
      }
    ]
  };
}

/** What the pipeline's role needs in the place of deploying by itself. */
export function allowCrossAccount(): readonly Statement[] {
  return [
    { sid: 'DeployInOtherAccount', actions: ['sts:AssumeRole'], resources: [`\${${DEPLOY_ROLE}}`] },
    allowArtifactKey()
  ];
}

export function allowArtifactKey(): Statement {
  return { sid: 'UseArtifactKey', actions: USE_ARTIFACT_KEY, resources: [`\${${ARTIFACT_KEY}.Arn}`] };
}
