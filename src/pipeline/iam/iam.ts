import { ProblemsError } from '../../errors.js';
import { type ArnScope, arnOf, partitionOf } from '../../text/arn.js';
import { writeJson } from '../../text/record.js';
import { readsEcrPublic } from '../build-reads.js';
import { keepsReports } from '../buildspec/kept.js';
import type { PipelineOptions } from '../flags.js';
import { makeCrossAccountPolicies } from './cross-account.js';
import { allowDeployment } from './deploy.js';
import { allowImages } from './images.js';
import { makeRegistryPolicies } from './registry-policies.js';
import { allowPlan } from './plan-permissions.js';
import { mergeStatements, toPolicy, trustService, type Statement } from './policy.js';
import { allowDecryption, allowSources, checkKeys, listBuildSecrets, readsSecrets } from './secrets.js';
import type { GeneratedFile, PipelineProject } from '../project.js';
import { checkAccounts, inDirectory } from '../target.js';
import { approvalEnvironment, waitsForApproval } from '../workflow-approval.js';

/** What stands where a name is not known; `envsubst` or an editor puts it in. */
const ACCOUNT = '${ACCOUNT_ID}';
const BUCKET = '${ARTIFACT_BUCKET}';
const PROJECT = '${CODEBUILD_PROJECT}';
const OWNER = '${GITHUB_OWNER}';
const REPOSITORY = '${GITHUB_REPOSITORY_NAME}';
const IDS = ['${GITHUB_OWNER_ID}', '${GITHUB_REPOSITORY_ID}'] as const;

/** Who issues the tokens of github.com's jobs, where an enterprise has no issuer of its own. */
const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * The policies as JSON, ready for `aws iam create-role` and `put-role-policy`: for the role that the workflow assumes, and for the one that
 * CodeBuild works with where the pipeline's stack does not make it; each with its trust policy. A third one is for a role that plans only:
 * in a pull request, say, with the trust that its workflow needs. For repositories of other accounts, the policies that those must have.
 *
 * @throws ProblemsError what is wrong with the task definition and the settings for it
 */
export function renderIam(project: PipelineProject, options: PipelineOptions): readonly GeneratedFile[] {
  const problems = [...checkAccounts(project, options), ...checkKeys(project, options)];
  if (problems.length > 0) throw new ProblemsError(problems);
  const { region } = project.config;
  const names: ArnScope = { partition: partitionOf(region), region, account: options.account ?? ACCOUNT };
  const checksumIn = inDirectory(options, `iam/${project.prefix}checksums.txt`);
  const file = (name: string, content: object): GeneratedFile => ({
    path: inDirectory(options, `iam/${project.prefix}${name}.json`),
    text: writeJson(content),
    checksumIn
  });
  const allowAll = (allow: typeof allowDeployment): readonly Statement[] =>
    mergeStatements([project, ...project.others].flatMap(service => allow(service, names)));
  const secrets = listBuildSecrets(project, options);
  const places = {
    bucket: BUCKET,
    reports: keepsReports(options.present ?? '') ? `${PROJECT}-*` : undefined,
    logGroup: `/aws/codebuild/${PROJECT}`,
    secrets: [
      ...secrets.given.map(name => arnOf(names, 'secretsmanager', `secret:\${${name}_SECRET}`)),
      ...(secrets.givesDockerHub ? [arnOf(names, 'secretsmanager', `secret:\${DOCKER_HUB_SECRET}`)] : [])
    ]
  };
  return [
    file('deploy-policy', toPolicy(allowAll(allowDeployment))),
    file('deploy-trust', trustGithub(project, names, options)),
    file('plan-policy', toPolicy(allowAll(allowPlan))),
    file('codebuild-policy', toPolicy(allowBuild(project, names, options, places))),
    file('codebuild-trust', trustService('codebuild', names, region)),
    ...makeRegistryPolicies(project, names).map(([name, policy]) => file(name, policy)),
    ...(options.parts.includes('cross-account') ? makeCrossAccountPolicies(project, names) : []).map(([name, policy]) =>
      file(name, policy)
    )
  ];
}

/** What the build reads and writes, by names of the pipeline that is around it. */
export interface BuildPlaces {
  readonly bucket: string;
  readonly logGroup: string;
  /** The names of the groups of test reports; undefined: the buildspec has none. CodeBuild begins them with the project's name. */
  readonly reports: string | undefined;
  /** ARNs of the secrets that are variables of the build. */
  readonly secrets: readonly string[];
}

/** What CodeBuild's role needs: its log, the pipeline's artifacts, and what the buildspec does with the images. */
export function allowBuild(
  project: PipelineProject,
  names: ArnScope,
  options: PipelineOptions,
  { bucket, logGroup, reports, secrets }: BuildPlaces
): readonly Statement[] {
  const used = listBuildSecrets(project, options);
  const group = arnOf(names, 'logs', `log-group:${logGroup}`);
  return [
    {
      sid: 'WriteLog',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [group, `${group}:*`]
    },
    ...allowArtifacts(names, bucket, ['s3:GetBucketAcl', 's3:GetBucketLocation']),
    ...allowImages(project, names, readsEcrPublic(project)),
    {
      sid: 'WriteReports',
      actions: ['CreateReportGroup', 'CreateReport', 'UpdateReport', 'BatchPutTestCases', 'BatchPutCodeCoverages'].map(
        call => `codebuild:${call}`
      ),
      resources: reports === undefined ? [] : [arnOf(names, 'codebuild', `report-group/${reports}`)]
    },
    { sid: 'ReadBuildSecrets', actions: ['secretsmanager:GetSecretValue'], resources: secrets },
    ...allowSources(used.named, names),
    ...allowDecryption(readsSecrets(used) ? (options.kmsKeys ?? []) : [], names, project.config.region)
  ];
}

/** Reading and writing the artifacts of a pipeline, and what its bucket is asked for. */
export function allowArtifacts(names: ArnScope, bucket: string, ofBucket: readonly string[]): readonly Statement[] {
  const arn = arnOf(names, 's3', bucket);
  return [
    {
      sid: 'ReadAndWriteArtifacts',
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      resources: [`${arn}/*`]
    },
    { sid: 'LookAtArtifactBucket', actions: ofBucket, resources: [arn] }
  ];
}

/**
 * Who may assume the role: a workflow of this repository, for this environment or, where there is none, from this branch and these tags. The
 * environment is named as GitHub knows it. The subject has two forms, of which a repository sends one: the newer one has GitHub's numbers in it (repositories made since July 2026, or moved to it),
 * so that nobody gets in who takes over a name that was given up. GitHub, "OpenID Connect reference"; the audience is that of the region's STS.
 */
function trustGithub(project: PipelineProject, names: ArnScope, options: PipelineOptions): object {
  const [owner = OWNER, repository = REPOSITORY] = options.githubRepository?.split('/') ?? [];
  const [ownerId = IDS[0], repositoryId = IDS[1]] = options.githubIds?.split('/') ?? [];
  const repositories = [`${owner}/${repository}`, `${owner}@${ownerId}/${repository}@${repositoryId}`];
  const contexts = listContexts(project, options);
  const subjects = contexts.flatMap(context => repositories.map(name => `repo:${name}:${context}`));
  // IAM names a provider by its URL without the scheme.
  const provider = (options.oidcIssuer ?? ISSUER).replace(/^https:\/\//, '');
  const audience = { [`${provider}:aud`]: names.partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com' };
  const subject = { [`${provider}:sub`]: subjects };
  const isPattern = contexts.some(context => context.startsWith('ref:refs/tags/') && context.includes('*'));
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: arnOf(names, 'iam', `oidc-provider/${provider}`) },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: isPattern
          ? { StringEquals: audience, StringLike: subject }
          : { StringEquals: { ...audience, ...subject } }
      }
    ]
  };
}

/** What a subject ends in: that of the job that ships, and that of a second one that continues after an approval. */
function listContexts(
  project: PipelineProject,
  { branch, gitTags = [], tagsAlone }: PipelineOptions
): readonly string[] {
  const { environment } = project.config.report.github;
  const second = waitsForApproval(project) ? [contextOf(approvalEnvironment(project))] : [];
  if (environment !== undefined) return [contextOf(environment), ...second];
  const branches = tagsAlone === true ? [] : [`ref:refs/heads/${branch}`];
  return [...branches, ...gitTags.map(tag => `ref:refs/tags/${tag}`), ...second];
}

/** A colon of an environment's name is `%3A` in the subject (GitHub, "OpenID Connect reference"). */
function contextOf(environment: string): string {
  return `environment:${environment.replaceAll(':', '%3A')}`;
}
