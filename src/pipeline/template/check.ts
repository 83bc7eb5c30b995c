import { namedSettings } from '../../task-definition/index.js';
import { ProblemsError, type Problem } from '../../errors.js';
import { listNames } from '../../text/format.js';
import type { PipelineOptions } from '../flags.js';
import { checkKeys } from '../iam/secrets.js';
import type { PipelineProject } from '../project.js';
import { MAX_MINUTES } from './deploy.js';
import { checkAccounts, deploymentTarget, findSeveralServices, type DeploymentTarget } from '../target.js';

/**
 * What CodePipeline's deploy actions cannot do, as far as it changes what runs in the end, and what they cannot do without.
 *
 * @throws ProblemsError with all of it
 */
export function checkPipeline(project: PipelineProject, options: PipelineOptions): DeploymentTarget {
  const several = findSeveralServices(project);
  if (several.length > 0) throw new ProblemsError(several);
  const target = deploymentTarget(project);
  const isOurs = options.deployer.kind === 'slipway';
  const problems = [
    ...checkAccounts(project, options),
    ...checkKeys(project, options),
    ...findMissing(project, target, isOurs),
    ...(isOurs ? [...findTooLong(project), ...findPaused(project)] : findUncarried(project, options))
  ];
  if (project.engine === 'ECS' && options.parts.includes('codedeploy')) {
    const what = '--with codedeploy is for a service that CodeDeploy deploys, and these settings deploy by ECS itself.';
    problems.push({ code: 'no-effect', place: {}, what, next: 'Leave it out, or give an appspec.' });
  }
  if (problems.length > 0 || target === undefined) throw new ProblemsError(problems);
  return target;
}

/** Settings that only change how a deployment is followed: the pipeline waits for its end in its own way. */
export function listFollowing({ config }: PipelineProject): readonly string[] {
  const { waitFor, onCancel, onConflict, failAfter, codedeployDeploymentDescription } = config.rollout;
  const given: readonly (readonly [string, boolean])[] = [
    ['wait-for', waitFor !== 'stable'],
    ['on-cancel', onCancel !== 'rollback'],
    ['on-conflict', onConflict !== undefined],
    ['fail-after', failAfter !== undefined],
    ['codedeploy-deployment-description', codedeployDeploymentDescription !== undefined]
  ];
  return given.filter(([, isSet]) => isSet).map(([name]) => name);
}

/** What a deployment by CodeBuild cannot do. */
function findTooLong({ settingsFile, config }: PipelineProject): readonly Problem[] {
  const { waitForMinutes } = config.rollout;
  if (waitForMinutes < MAX_MINUTES) return [];
  const what = `wait-for-minutes is ${waitForMinutes}, and a build of CodeBuild ends after ${MAX_MINUTES} minutes.`;
  const place = { file: settingsFile, path: 'wait-for-minutes' };
  return [{ code: 'not-in-codepipeline', place, what, next: 'Wait less, or use --deploy=aws.' }];
}

/** The action would end where the deployment waits, and the pipeline has nothing that continues it. */
function findPaused({ settingsFile, config }: PipelineProject): readonly Problem[] {
  if (config.rollout.waitFor !== 'paused') return [];
  const what = 'wait-for is paused, and nothing in the pipeline continues a deployment that waits.';
  const next =
    'Use wait-for: stable with a gate (gate-command, gate-urls), or have a person approve before the deployment: --with=approval.';
  return [{ code: 'not-in-codepipeline', place: { file: settingsFile, path: 'wait-for' }, what, next }];
}

function gateSettings({ gate }: PipelineProject['config']): readonly string[] {
  return [
    ...(gate.gateCommand === undefined ? [] : ['gate-command']),
    ...(gate.gateUrls.length === 0 ? [] : ['gate-urls'])
  ];
}

/** What CodePipeline's own action will not do with these settings, for whoever has not chosen who deploys; undefined: nothing that counts. */
export function adviseDeployer(project: PipelineProject): string | undefined {
  const following = listFollowing(project);
  const ignored = following.length === 0 ? '' : ` ${listNames(following)} will have no effect.`;
  const advice = '--deploy=slipway deploys as the Action does (docs/codepipeline.md).';
  if (project.engine === 'ECS') {
    return `CodePipeline's ECS action deploys images alone, says no reason and does not see a circuit breaker, a bake time or a canary.${ignored} ${advice}`;
  }
  return following.length === 0
    ? undefined
    : `CodePipeline's CodeDeployToECS action waits in its own way.${ignored} ${advice}`;
}

function findMissing(
  project: PipelineProject,
  target: DeploymentTarget | undefined,
  isOurs: boolean
): readonly Problem[] {
  const { engine, taskDefinition, appspec, config } = project;
  const missing = (setting: string, what: string, next: string): Problem => ({
    code: 'missing-setting',
    place: { file: project.settingsFile, path: setting },
    what,
    next
  });
  return [
    ...(target === undefined
      ? [missing('service', 'The deploy stage of a pipeline needs a service, and none is given.', 'Add service.')]
      : []),
    ...(taskDefinition === undefined
      ? [
          missing(
            'task-definition',
            'A pipeline works on the files of the repository, and the task definition is not one of them.',
            'Name a file.'
          )
        ]
      : []),
    ...(engine === 'ECS' && config.images.length === 0 && !isOurs
      ? [missing('repository', "CodePipeline's ECS action deploys images, and none is shipped.", 'Add repository.')]
      : []),
    ...(engine === 'CodeDeployToECS' && appspec === undefined
      ? [
          missing(
            'appspec',
            isOurs
              ? 'slipway deploy takes an AppSpec that the build has written, and it needs a file for that.'
              : "CodePipeline's CodeDeployToECS action needs an AppSpec that is a file.",
            'Write an appspec.yml.'
          )
        ]
      : [])
  ];
}

/**
 * The ECS action registers a copy of the revision that runs, with other images; CodeDeployToECS registers the whole file, but changes
 * nothing else of the service either.
 */
function findUncarried(project: PipelineProject, options: PipelineOptions): readonly Problem[] {
  const { engine, settingsFile, config } = project;
  const { rollout, files } = config;
  const refuse = (settings: readonly string[], why: string, next: string): readonly Problem[] =>
    settings.length === 0
      ? []
      : [
          {
            code: 'not-in-codepipeline',
            place: { file: settingsFile, path: settings[0] },
            what: `CodePipeline's ${engine} action cannot carry ${listNames(settings)}: ${why}.`,
            next: `${next} Or let Slipway deploy: --deploy=slipway.`
          }
        ];
  const ofService = [
    ['desired-count', rollout.desiredCount !== undefined],
    ['force-new-deployment', rollout.forceNewDeployment],
    ['propagate-tags', rollout.propagateTags !== undefined],
    ['enable-ecs-managed-tags', rollout.enableEcsManagedTags !== undefined]
  ] as const;
  const ofContainer = [
    ...namedSettings(files),
    ...(files.taskRoleArn === undefined ? [] : ['task-role-arn']),
    ...(files.executionRoleArn === undefined ? [] : ['execution-role-arn'])
  ];
  const ownConfig = rollout.codedeployDeploymentConfig !== undefined && !options.parts.includes('codedeploy');
  return [
    ...refuse(
      ofService.filter(([, isSet]) => isSet).map(([name]) => name),
      'it deploys and leaves the settings of the service alone',
      'Set it on the service itself and leave it out here.'
    ),
    ...refuse(gateSettings(config), 'it tests nothing before the new version gets its traffic', 'Leave it out here.'),
    ...refuse(
      config.runTask === undefined ? [] : ['run-task'],
      'it runs no task before the deployment',
      'Run it in a stage of its own (a CodeBuild action with aws ecs run-task), and leave it out here.'
    ),
    ...(engine === 'ECS'
      ? refuse(
          ofContainer,
          'it copies the revision that runs and changes the images alone',
          'Write it into the task definition, register and deploy that once (slipway ship), and leave it out here.'
        )
      : refuse(
          ownConfig ? ['codedeploy-deployment-config'] : [],
          "the deployment group's own configuration decides",
          'Set it on the deployment group, or have the group made too: --with codedeploy.'
        ))
  ];
}
