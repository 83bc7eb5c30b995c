import { ProblemsError, type Problem } from '../errors.js';
import { resourceName } from '../text/arn.js';
import { listNames, quote } from '../text/format.js';
import type { Config } from '../config/config.js';
import type { GenerateOptions, PipelineProject } from './project.js';

/** What is deployed to, by names alone: ARNs in the settings are cut down to them. */
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
export function deploymentTarget({ config, engine }: PipelineProject): DeploymentTarget | undefined {
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
  const problems = findBadNames(target, engine);
  if (problems.length > 0) throw new ProblemsError(problems);
  return target;
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
