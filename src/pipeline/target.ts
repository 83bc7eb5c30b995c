import { ProblemsError, type Problem } from '../errors.js';
import { accountOf, parseArn, resourceName, type Arn, type ArnScope } from '../text/arn.js';
import { listNames, quote } from '../text/format.js';
import type { Config } from '../config/config.js';
import type { PipelineOptions } from './flags.js';
import type { GenerateOptions, PipelineProject } from './project.js';

/** What is deployed to, by names; where an ARN of the settings says the account, `placeOfCluster` has it. */
export interface DeploymentTarget {
  readonly cluster: string;
  readonly service: string;
  readonly application: string;
  readonly deploymentGroup: string;
}

const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const CODEDEPLOY_NAME = /^[\w.+=,@-]{1,100}$/;

/**
 * Cluster and service, and CodeDeploy's names for them: those of the settings, else those that the ECS console gives (`AppECS-…`,
 * `DgpECS-…`, each part cut to 46 characters). undefined: nothing is deployed.
 *
 * @throws ProblemsError for names that AWS would not take
 */
export function deploymentTarget({ config, engine, settingsFile }: PipelineProject): DeploymentTarget | undefined {
  const { rollout } = config;
  if (rollout.service === undefined) return undefined;
  const cluster = clusterName(config);
  const service = resourceName(rollout.service);
  const suffix = `${cluster.slice(0, 46)}-${service.slice(0, 46)}`;
  const target = {
    cluster,
    service,
    application: rollout.codedeployApplication ?? `AppECS-${suffix}`,
    deploymentGroup: rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`
  };
  const problems = [
    ...findBadNames(target, engine),
    ...findForeignArns(config).map(problem => ({ ...problem, place: { file: settingsFile, ...problem.place } }))
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  return target;
}

/**
 * Where the cluster and what is in it are: partition, region and account of the ARN that the settings have for it or for the service, so that
 * a policy names that very cluster; `names` where they have names alone.
 */
export function placeOfCluster({ config }: Pick<PipelineProject, 'config'>, names: ArnScope): ArnScope {
  const [arn] = listTargetArns(config);
  return arn === undefined ? names : { partition: arn.partition, region: arn.region, account: arn.account };
}

/** The account of the cluster, where an ARN says it. */
export function accountOfCluster({ config }: Pick<PipelineProject, 'config'>): string | undefined {
  return listTargetArns(config)[0]?.account;
}

/** Whether the account of the cluster and that of the pipeline and its roles are as the flags say. */
export function checkAccounts(
  project: PipelineProject,
  { account, parts, deployer }: Pick<PipelineOptions, 'account' | 'parts' | 'deployer'>
): readonly Problem[] {
  const there = accountOfCluster(project);
  const crosses = parts.includes('cross-account');
  const refuse = (code: string, what: string, next: string): readonly Problem[] => [{ code, place: {}, what, next }];
  if (crosses && deploymentTarget(project) === undefined) {
    return refuse('no-effect', '--with=cross-account is for a deployment, and no service is given.', 'Add service.');
  }
  if (crosses && parts.includes('codedeploy')) {
    const what =
      '--with=codedeploy makes the deployment group in the account of the pipeline, and with cross-account it has to be in the other one.';
    return refuse('conflict', what, 'Leave codedeploy out, and make the group in the other account.');
  }
  if (crosses && deployer.kind === 'slipway') {
    const what =
      "--deploy=slipway deploys with a role in the account of the pipeline, and with cross-account the deployment is another account's.";
    return refuse('conflict', what, 'Leave one of the two out.');
  }
  if (there === undefined || account === undefined || (there !== account) === crosses) return [];
  return crosses
    ? refuse(
        'no-effect',
        `--with=cross-account, and the cluster is in the account of the pipeline (${account}).`,
        'Leave it out.'
      )
    : refuse(
        'another-place',
        `The cluster is in the account ${there}, and --account is ${account}.`,
        `To deploy from ${account} into ${there}, add --with=cross-account; for a role or a pipeline in ${there}, write --account=${there}.`
      );
}

interface TargetArn extends Arn {
  readonly setting: 'cluster' | 'service';
}

function listTargetArns({ rollout }: Config): readonly TargetArn[] {
  return (['cluster', 'service'] as const).flatMap(setting => {
    const arn = parseArn(rollout[setting] ?? '');
    return arn === undefined ? [] : [{ ...arn, setting }];
  });
}

/** ARNs that do not say one place: a name cut out of them would be looked for elsewhere. */
function findForeignArns(config: Config): readonly Problem[] {
  const arns = listTargetArns(config);
  const [first] = arns;
  const refuse = (setting: string, what: string, next: string): Problem => ({
    code: 'another-place',
    place: { path: setting },
    what,
    next
  });
  const cluster = clusterName(config);
  const [, ofService] = /^service\/([^/]+)\/[^/]+$/.exec(parseArn(config.rollout.service ?? '')?.resource ?? '') ?? [];
  const role = accountOf(config.role?.arn ?? '');
  return [
    ...arns.flatMap(({ setting, service, resource, region }) => {
      if (service !== 'ecs' || !resource.startsWith(`${setting}/`)) {
        return [
          refuse(setting, `${setting} is an ARN, and not one of an ECS ${setting}.`, 'Correct it, or write the name.')
        ];
      }
      return region === config.region
        ? []
        : [refuse(setting, `${setting} is in ${region}, and region is ${config.region}.`, 'Make them the same.')];
    }),
    ...(ofService === undefined || ofService === cluster
      ? []
      : [
          refuse(
            'service',
            `service is in the cluster ${ofService}, and cluster is ${cluster}.`,
            `Write cluster: ${ofService}.`
          )
        ]),
    ...arns
      .slice(1)
      .flatMap(({ setting, account }) =>
        account === first?.account
          ? []
          : [
              refuse(
                setting,
                `${setting} is in the account ${account}, and ${first?.setting ?? ''} in ${first?.account ?? ''}.`,
                'Make them the same.'
              )
            ]
      ),
    ...(first === undefined || role === undefined || role === first.account
      ? []
      : [
          refuse(
            first.setting,
            `${first.setting} is in the account ${first.account}, and role-to-assume in ${role}.`,
            `Name a role of ${first.account}: Slipway deploys in the account of its role.`
          )
        ])
  ];
}

/** Names stand in ARNs and in other files' text here, where a `*` or a line break would mean something else. */
function findBadNames(target: DeploymentTarget, engine: PipelineProject['engine']): readonly Problem[] {
  const names = [
    ['cluster', target.cluster, ECS_NAME, 'ECS takes (up to 255 letters, digits, - and _)'],
    ['service', target.service, ECS_NAME, 'ECS takes (up to 255 letters, digits, - and _)'],
    [
      'codedeploy-application',
      target.application,
      CODEDEPLOY_NAME,
      'CodeDeploy takes (up to 100 letters, digits or any of _.+=,@-)'
    ],
    [
      'codedeploy-deployment-group',
      target.deploymentGroup,
      CODEDEPLOY_NAME,
      'CodeDeploy takes (up to 100 letters, digits or any of _.+=,@-)'
    ]
  ] as const;
  return names
    .slice(0, engine === 'ECS' ? 2 : names.length)
    .filter(([, name, form]) => !form.test(name))
    .map(([setting, name, , says]) => ({
      code: 'malformed',
      place: { path: setting },
      what: `${quote(name)} is not a name that ${says}.`,
      next: ''
    }));
}

/** Several services: their files would lie in folders of their own, and each has a deploy action and a pipeline. */
export function findSeveralServices({ config }: PipelineProject): readonly Problem[] {
  if (config.rollouts.length < 2) return [];
  const names = config.rollouts.flatMap(({ rollout }) => rollout.service ?? []);
  const what = `There are several services (${listNames(names)}), and a deploy action of CodePipeline deploys one.`;
  // Choosing a service leaves the images of the others without a container.
  const next =
    new Set(config.images.map(({ container }) => container)).size > 1
      ? 'Give each a settings file of its own, with its images: --config=api/slipway.yml, with --output for a folder of its own.'
      : `Choose one: --service=${names[0] ?? ''}, with --output for a folder of its own.`;
  return [{ code: 'not-for-codebuild', place: { path: 'services' }, what, next }];
}

/** The cluster's name, also where only a task is run in it. */
export function clusterName({ rollout }: Config): string {
  return resourceName(rollout.cluster);
}

/** The path of a generated file from the repository's root. */
export function inDirectory({ directory }: Pick<GenerateOptions, 'directory'>, path: string): string {
  return directory === '' ? path : `${directory.replace(/\/+$/, '')}/${path}`;
}
