import { toOneLine } from '../../text/one-line.js';
import { quote } from '../../text/format.js';
import { isRecord, own } from '../../text/record.js';
import { ProblemsError } from '../../errors.js';
import type { PipelineOptions } from '../flags.js';
import { explainUnknownReads } from '../build-reads.js';
import { listBuildSecrets } from '../iam/secrets.js';
import { makeBuild } from './build.js';
import { checkPipeline } from './check.js';
import { CODEDEPLOY_PARAMETERS, HAS_TEST_LISTENER, makeCodeDeploy } from './codedeploy.js';
import {
  ARTIFACT_KEY,
  CROSS_ACCOUNT_PARAMETERS,
  letOtherAccountPull,
  letOtherAccountRead,
  makeArtifactKey
} from './cross-account.js';
import { bucketName, MAKES_BUCKET } from './names.js';
import { makeDeploy, makeDeployParameters } from './deploy.js';
import { makeRepositories, makeRepositoryOutputs } from './repository.js';
import { makeSecretConditions, makeSecretParameters } from './secrets.js';
import { makePipeline } from './stages.js';
import { comment, dumpPart, dumpSection, equals, getAtt, not, ref, subWith, type Part, type Section } from './yaml.js';
import type { GeneratedFile, PipelineProject } from '../project.js';
import { inDirectory, type DeploymentTarget } from '../target.js';

/**
 * The pipeline as a CloudFormation template: source by a connection, CodeBuild with the generated buildspec, CodePipeline's own deploy action
 * for the service, and the roles for them; the repositories, CodeDeploy and an approval where they are asked for.
 *
 * @throws ProblemsError what CodePipeline cannot carry, or cannot do without
 */
export function renderPipelineTemplate(project: PipelineProject, options: PipelineOptions): readonly GeneratedFile[] {
  const target = checkPipeline(project, options);
  const path = inDirectory(options, `${project.prefix}pipeline.yml`);
  const makesCodeDeploy = options.parts.includes('codedeploy');
  const isCrossAccount = options.parts.includes('cross-account');
  const { deployer } = options;
  const makesRepositories = options.parts.includes('repository');
  const secrets = listBuildSecrets(project, options);
  const parameters = {
    ...makeParameters(options),
    ...makeSecretParameters(secrets),
    ...(makesCodeDeploy ? CODEDEPLOY_PARAMETERS : {}),
    ...(isCrossAccount ? CROSS_ACCOUNT_PARAMETERS : {}),
    ...(deployer.kind === 'slipway' ? makeDeployParameters(project) : {})
  };
  const sections = [
    dumpPart({
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `Builds and deploys the ECS service ${target.service} in the cluster ${target.cluster}`
    }),
    dumpSection('Parameters', parameters),
    dumpSection('Conditions', {
      [MAKES_BUCKET]: equals(ref('ArtifactBucket'), ''),
      ...makeSecretConditions(secrets),
      ...(makesCodeDeploy ? { [HAS_TEST_LISTENER]: not(equals(ref('TestListenerArn'), '')) } : {})
    }),
    dumpSection('Resources', {
      ...makeBucket(isCrossAccount),
      ...(isCrossAccount ? makeArtifactKey() : {}),
      ...(makesRepositories ? makeRepositories(project, isCrossAccount ? letOtherAccountPull() : undefined) : {}),
      ...makeBuild(project, options),
      ...(makesCodeDeploy ? makeCodeDeploy(project, target) : {}),
      ...(deployer.kind === 'slipway' ? makeDeploy(project, options, deployer) : {}),
      ...makePipeline(project, target, options)
    }),
    dumpSection('Outputs', {
      PipelineName: { Value: ref('Pipeline') },
      BuildRoleArn: { Description: 'For whoever lets builds pull base images', Value: getAtt('BuildRole', 'Arn') },
      ...(isCrossAccount
        ? {
            ArtifactBucketName: { Description: 'For the policy of the role in the other account', Value: bucketName() },
            ArtifactKeyId: { Description: 'For the same policy', Value: ref(ARTIFACT_KEY) }
          }
        : {}),
      ...(makesRepositories ? makeRepositoryOutputs(project) : {})
    })
  ];
  const header = makeHeader(project, options, target, path, Object.entries(parameters));
  const text = `${header}\n${sections.join('\n')}`;
  refuseReferences(text);
  return [{ path, text }];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html: nothing quotes them, and the template has none of its own. */
function refuseReferences(text: string): void {
  const [, reference] = /(\{\{resolve:[^}]*\}*)/.exec(text) ?? [];
  if (reference === undefined) return;
  const what = `${quote(reference)} appears in a setting, and CloudFormation would replace it with a value.`;
  throw new ProblemsError([{ code: 'malformed', place: {}, what, next: 'Choose another name.' }]);
}

function makeHeader(
  project: PipelineProject,
  options: PipelineOptions,
  target: DeploymentTarget,
  path: string,
  parameters: readonly (readonly [string, Part | null])[]
): string {
  const { config, settingsFile } = project;
  const unknown = explainUnknownReads(project);
  const needed = parameters.filter(([, parameter]) => !hasDefault(parameter)).map(([name]) => `${name}=...`);
  const stack = `${target.cluster}-${target.service}`
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 64);
  const lines = [
    `The pipeline for ${target.cluster}/${target.service}. Made from ${settingsFile ?? 'the settings'}; after a change there make it again:`,
    `  slipway generate pipeline${options.flags}`,
    '',
    'To set it up (the connection to GitHub is made once, in the console of CodePipeline, Settings, Connections):',
    `  aws cloudformation deploy --region ${config.region} --stack-name ${stack} --template-file ${path} \\`,
    `    --capabilities CAPABILITY_IAM --parameter-overrides ${needed.join(' ')}`,
    ...(unknown.length === 0 ? [] : ['', ...unknown])
  ];
  return lines.map(toComment).join('');
}

/** A line of a comment; a file's name may hold what would end it. */
function toComment(line: string): string {
  return line === '' ? '#\n' : `# ${toOneLine(line)}\n`;
}

function hasDefault(parameter: Part | null): boolean {
  return isRecord(parameter) && own(parameter, 'Default') !== undefined;
}

function makeParameters({ githubRepository, branch, tagsAlone }: PipelineOptions): Section {
  return {
    ConnectionArn: {
      Type: 'String',
      Description: 'The connection to GitHub (CodeConnections)',
      AllowedPattern: 'arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:[0-9]{12}:connection/.+'
    },
    RepositoryId: {
      Type: 'String',
      Description: 'The repository, owner/name',
      ...(githubRepository === undefined ? {} : { Default: githubRepository }),
      AllowedPattern: '[^/]+/.+'
    },
    Branch: {
      Type: 'String',
      Description:
        tagsAlone === true
          ? 'What a start by hand ships; pushes of tags start it by themselves'
          : 'A push to it is shipped',
      Default: branch
    },
    ArtifactBucket: {
      Type: 'String',
      Description: "A bucket for the pipeline's artifacts, in this region; empty to have one made",
      Default: ''
    },
    BuildComputeType: {
      Type: 'String',
      Description: 'The size of the build machine',
      Default: 'BUILD_GENERAL1_SMALL',
      AllowedValues: ['SMALL', 'MEDIUM', 'LARGE', 'XLARGE', '2XLARGE'].map(size => `BUILD_GENERAL1_${size}`)
    },
    LogRetentionInDays: {
      Type: 'Number',
      Description: 'How long the logs of the builds are kept',
      Default: 30,
      AllowedValues: [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
      ]
    }
  };
}

/** Artifacts are the way from one stage to the next; a month is enough to see what went through. */
function makeBucket(isCrossAccount: boolean): Section {
  return {
    MadeArtifactBucket: {
      Type: 'AWS::S3::Bucket',
      Condition: MAKES_BUCKET,
      ...comment('CloudFormation deletes no bucket that holds something.'),
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }]
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'expire',
              Status: 'Enabled',
              ExpirationInDays: 30,
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }
            }
          ]
        }
      }
    },
    ArtifactBucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Condition: MAKES_BUCKET,
      Properties: {
        Bucket: ref('MadeArtifactBucket'),
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'EncryptedConnectionsOnly',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [
                getAtt('MadeArtifactBucket', 'Arn'),
                subWith('${Bucket}/*', { Bucket: getAtt('MadeArtifactBucket', 'Arn') })
              ],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } }
            },
            ...(isCrossAccount ? letOtherAccountRead('MadeArtifactBucket') : [])
          ]
        }
      }
    }
  };
}
