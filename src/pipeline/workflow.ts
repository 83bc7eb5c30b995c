import { posix } from 'node:path';

import { dump } from 'js-yaml';

import { ProblemsError } from '../errors.js';
import { listNames } from '../text/format.js';
import { isOneLine, toOneLine } from '../text/one-line.js';
import {
  buildArchitecture,
  installEmulators,
  listSecretVariables,
  listWatchedPaths,
  saysNoCache
} from './build-facts.js';
import { DOCKER_HUB } from './iam/secrets.js';
import { listReadHosts } from './build-reads.js';
import type { PipelineOptions } from './flags.js';
import type { GeneratedFile, PipelineProject } from './project.js';
import { deploymentTarget } from './target.js';
import { makeApprovalJob, OUTPUTS_OF_FIRST, waitsForApproval } from './workflow-approval.js';

/** The newest release of actions/checkout that this repository itself works with, by its commit. */
export const CHECKOUT = { sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' };

/** GitHub looks for workflows in this folder, and not below it. */
export const WORKFLOWS = '.github/workflows';

/** Building and pushing may take so long, beside what the deployment takes. */
const BUILD_MINUTES = 30;
/** What a deployment group waits by itself is not known here; this much of it is allowed for. */
const GROUP_MINUTES = 60;
/** GitHub ends a job after six hours. */
const MAX_MINUTES = 360;

/**
 * A GitHub workflow that ships by this Action on every push to the branch: OIDC, the least permissions, one deployment at a time.
 *
 * Where `uses` names a tag, zizmor's rule against references that are not pinned is switched off for that line, with the command beside it
 * that pins it: whoever has not chosen a commit yet gets a file that passes and says what is left to do. With a commit's SHA the rule stays on.
 *
 * @throws ProblemsError where GitHub would take a text for an expression
 */
export function renderWorkflow(
  project: PipelineProject,
  options: PipelineOptions & { readonly workflow?: string | undefined }
): readonly GeneratedFile[] {
  check(project, options);
  const path = options.workflow ?? `${WORKFLOWS}/${workflowName(project)}`;
  const name = ['Deploy', nameApplication(project), project.environment].filter(part => part !== undefined).join(' ');
  const text = [
    makeHeader(project, options),
    `name: ${scalar(name)}\n`,
    makeTrigger(project, options, path),
    '# Nothing that a job does not ask for.\npermissions: {}\n',
    makeConcurrency(project),
    `jobs:\n${indent(makeJobs(project, options, name), 2)}\n`
  ].join('\n');
  return [{ path, text }];
}

/** `deploy.yml`; with an environment `dev.deploy.yml`, with settings elsewhere than at the top `deploy-services-api.yml`. */
export function workflowName(project: PipelineProject): string {
  const application = nameApplication(project);
  return `${project.prefix}deploy${application === undefined ? '' : `-${application}`}.yml`;
}

/** An application of several in a repository is known by where its settings are: services/api/slipway.yml, deploy/web.yml. */
function nameApplication({ settingsFile }: PipelineProject): string | undefined {
  const path = posix.normalize(settingsFile ?? '').replace(/\.[^./]+$/, '');
  const name = path
    .replace(/(?:^|\/)slipway$/, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? undefined : name;
}

/** What a workflow cannot say as it is meant, by the settings that have it: GitHub takes `${{` for an expression wherever it stands. */
function check(project: PipelineProject, { settings }: PipelineOptions): void {
  const { environment, settingsFile, config } = project;
  const onGithub = { 'github-environment': config.report.github.environment };
  const given = Object.entries({ ...onGithub, environment, config: settingsFile, ...settings });
  const watched = (listWatchedPaths(project) ?? []).map(path => ['a path that is shipped', path] as const);
  const texts = [...given, ...watched, ['region', config.region] as const];
  const problems = texts.flatMap(([name, text = '']) => {
    const refuse = (what: string, next: string) => [
      { code: 'malformed', place: name in settings || name === 'environment' ? { path: name } : {}, what, next }
    ];
    if (text.includes('${{'))
      return refuse(
        `${name} holds "\${{", which GitHub takes for the beginning of an expression.`,
        name in settings ? 'Write it into slipway.yml.' : 'Choose another name.'
      );
    // An input may have several lines, as in a block of YAML.
    return name in settings || isOneLine(text) ? [] : refuse(`${name} is more than one line.`, 'Choose another name.');
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** `to main`, `of a tag v*`. */
function describePushes({
  branch,
  gitTags = [],
  tagsAlone
}: Pick<PipelineOptions, 'branch' | 'gitTags' | 'tagsAlone'>): string {
  const ofTags = gitTags.length === 0 ? [] : [`of a tag ${listNames(gitTags, 'or')}`];
  return [...(tagsAlone === true ? [] : [`to ${branch}`]), ...ofTags].join(' and ');
}

function makeHeader(
  { settingsFile, environment, config }: PipelineProject,
  { flags, ...options }: PipelineOptions
): string {
  const to = environment === undefined ? '' : ` to ${toOneLine(environment)}`;
  const role =
    config.role === undefined
      ? `# The role is the variable AWS_ROLE_TO_ASSUME of the ${environment === undefined ? 'repository' : 'environment'}; slipway generate iam writes its policies.\n`
      : '';
  return (
    `# Builds and deploys${to} on every push ${describePushes(options)}. Made from ${toOneLine(settingsFile ?? 'flags')}; make it again with:\n` +
    `#   slipway generate workflow${flags}\n${role}`
  );
}

function makeTrigger(
  project: PipelineProject,
  { branch, gitTags = [], tagsAlone }: PipelineOptions,
  path: string
): string {
  const watched = listWatchedPaths(project);
  const paths = watched === undefined ? [] : [...watched, path];
  const filter =
    paths.length === 0
      ? ''
      : `    # What is shipped is made of these; a push that touches none of them ships nothing.\n    paths:\n${paths.map(pattern => `      - ${scalar(pattern)}\n`).join('')}`;
  // A filter of paths is for branches: GitHub does not look at it where a tag is pushed.
  const branches = tagsAlone === true ? '' : `    branches: [${scalar(branch)}]\n`;
  const tags = gitTags.length === 0 ? '' : `    tags: [${gitTags.map(quoteScalar).join(', ')}]\n`;
  return `on:\n  push:\n${branches}${tags}${tagsAlone === true ? '' : filter}  workflow_dispatch:\n`;
}

function makeConcurrency(project: PipelineProject): string {
  const target = deploymentTarget(project);
  const what = target === undefined ? (nameApplication(project) ?? 'images') : `${target.cluster}-${target.service}`;
  const group = [project.environment, what].filter(part => part !== undefined).join('-');
  return `# One deployment at a time: the next one waits and cuts none short; of those that wait, the newest stays.
concurrency:
  group: ${scalar(`deploy-${group}`)}
  cancel-in-progress: false
`;
}

function makeJobs(project: PipelineProject, options: PipelineOptions, name: string): string {
  const { config } = project;
  const { environment } = config.report.github;
  const isPaused = waitsForApproval(project);
  const { waitForMinutes } = config.rollout;
  const group = [project, ...project.others].some(({ engine }) => engine === 'CodeDeployToECS') ? GROUP_MINUTES : 0;
  // What goes wrong at the very end still has to be undone, and that is followed as long.
  const minutes = Math.min(MAX_MINUTES, BUILD_MINUTES + 2 * waitForMinutes + group);
  const runner = buildArchitecture(project) === 'arm64' ? 'ubuntu-24.04-arm' : 'ubuntu-latest';
  const secrets = listSecretVariables(project);
  const head = [
    'permissions:',
    '  contents: read # to check out',
    "  id-token: write # to assume the role with GitHub's OIDC token",
    'env:',
    `  AWS_REGION: ${scalar(config.region)}`
  ];
  const lines = [
    `name: ${scalar(name)}`,
    `runs-on: ${runner}`,
    `timeout-minutes: ${minutes}`,
    ...(environment === undefined
      ? []
      : [
          '# Its protection rules, variables and secrets are in force, and its name is in the token that the role trusts.',
          `environment: ${scalar(environment)}`
        ]),
    ...(isPaused ? OUTPUTS_OF_FIRST : []),
    ...head,
    'steps:',
    ...indent(listSteps(project, options, secrets), 2).split('\n')
  ];
  const deploy = `deploy:\n${indent(lines.join('\n'), 2)}`;
  if (!isPaused) return deploy;
  const inputs = listInputs(project, options.settings);
  const approval = makeApprovalJob(project, options, {
    name,
    runner: 'ubuntu-latest',
    minutes,
    head,
    checkout: CHECK_OUT,
    inputs
  });
  return `${deploy}\n${approval.join('\n')}`;
}

const CHECK_OUT = [
  `- uses: actions/checkout@${CHECKOUT.sha} # ${CHECKOUT.version}`,
  '  with:',
  '    persist-credentials: false'
];

/** Slipway takes the logins over that Docker has. */
const DOCKER_HUB_LOGIN = [
  '- name: Log into Docker Hub',
  `  run: printf '%s' "$${DOCKER_HUB.token.variable}" | docker login --username "$${DOCKER_HUB.username.variable}" --password-stdin`,
  '  env:',
  ...Object.values(DOCKER_HUB).map(({ variable }) => `    ${variable}: \${{ secrets.${variable} }}`)
];

function listSteps(
  project: PipelineProject,
  { uses, settings, parts, oidcIssuer }: PipelineOptions,
  secrets: readonly string[]
): string {
  const emulators = installEmulators(project);
  const [action = '', at = ''] = uses.split('@');
  const isPinned = /^[0-9a-f]{40}$/.test(at);
  const repository = action.split('/').slice(0, 2).join('/');
  const inputs = [...proposeCache(project, oidcIssuer), ...listInputs(project, settings)];
  return [
    ...CHECK_OUT,
    ...(parts.includes('docker-hub') ? DOCKER_HUB_LOGIN : []),
    ...(emulators === undefined ? [] : ['- name: Let Docker build for other processors', `  run: ${emulators}`]),
    ...(isPinned
      ? []
      : [
          `# A tag can be moved. To pin it, put a commit in its place, and take zizmor's exception out:`,
          `#   gh api repos/${repository}/commits/${at} --jq .sha`
        ]),
    '- name: Ship',
    '  id: ship',
    `  uses: ${uses}${isPinned ? '' : ' # zizmor: ignore[unpinned-uses]'}`,
    ...(inputs.length === 0 ? [] : ['  with:', ...inputs.map(input => `    ${input}`)]),
    ...(secrets.length === 0 ? [] : ['  env:', ...secrets.map(name => `    ${name}: \${{ secrets.${name} }}`)])
  ].join('\n');
}

/**
 * The cache for builds of which the settings say none: every runner begins empty. GitHub's own needs no permission, and no tag in ECR that moves;
 * GitHub Enterprise Server has it only where it is set up.
 */
function proposeCache(project: PipelineProject, issuer: string | undefined): readonly string[] {
  if (!saysNoCache(project)) return [];
  const isHosted =
    issuer === undefined || /^https:\/\/token\.actions\.[^/]*(?:githubusercontent|ghe)\.com(?:\/|$)/.test(issuer);
  return isHosted
    ? [
        "# Steps of the build that did not change come from GitHub's cache. Another one, or none: cache in the settings.",
        'cache: github'
      ]
    : [
        '# Steps of the build that did not change come from a cache beside the image. Another one, or none: cache in the settings.',
        'cache: registry'
      ];
}

/** What the settings file does not say by itself. */
function listInputs(project: PipelineProject, settings: PipelineOptions['settings']): readonly string[] {
  const { environment, settingsFile, config } = project;
  const hosts = listReadHosts(project);
  const named = Object.entries({
    ...(settingsFile === undefined || settingsFile === 'slipway.yml' ? {} : { config: settingsFile }),
    ...(environment === undefined ? {} : { environment }),
    ...settings,
    // Base images and caches are in them, and Slipway logs into those that are named.
    ...(hosts.length === 0 ? {} : { registries: [...config.registries, ...hosts].join(',') })
  });
  return [
    ...named.flatMap(([name, value]) =>
      dump({ [name]: value }, { lineWidth: -1 })
        .trimEnd()
        .split('\n')
    ),
    ...(config.role === undefined ? ['role-to-assume: ${{ vars.AWS_ROLE_TO_ASSUME }}'] : [])
  ];
}

/** A text in quotes: in a list in brackets, `*` would begin an alias, and a comma another entry. */
function quoteScalar(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text as YAML, in quotes where it needs them. */
function scalar(text: string): string {
  return dump(text, { lineWidth: -1 }).trimEnd();
}

function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
