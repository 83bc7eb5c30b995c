import type { Action, Shape } from './load-template.js';
import { listActions } from './load-template.js';

interface Contract {
  readonly category: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly inputs: readonly [number, number];
  readonly outputs: readonly [number, number];
  /** What is wrong with the values. */
  readonly check?: (configuration: Readonly<Record<string, string>>) => readonly string[];
}

const images = [1, 2, 3, 4].flatMap(number => [`Image${number}ArtifactName`, `Image${number}ContainerName`]);

/** The actions that the generator uses, by CodePipeline's action structure reference. */
const CONTRACTS: Readonly<Record<string, Contract>> = {
  CodeStarSourceConnection: {
    category: 'Source',
    required: ['ConnectionArn', 'FullRepositoryId', 'BranchName'],
    optional: ['OutputArtifactFormat', 'DetectChanges'],
    inputs: [0, 0],
    outputs: [1, 1],
    check: ({ OutputArtifactFormat = 'CODE_ZIP', DetectChanges = 'true' }) => [
      ...(/^(CODE_ZIP|CODEBUILD_CLONE_REF)$/.test(OutputArtifactFormat) ? [] : ['OutputArtifactFormat']),
      ...(/^(true|false)$/.test(DetectChanges) ? [] : ['DetectChanges'])
    ]
  },
  CodeBuild: {
    category: 'Build',
    required: ['ProjectName'],
    optional: ['PrimarySource', 'BatchEnabled', 'CombineArtifacts', 'BuildspecOverride', 'EnvironmentVariables'],
    inputs: [1, 5],
    outputs: [0, 5]
  },
  Manual: {
    category: 'Approval',
    required: [],
    optional: ['CustomData', 'ExternalEntityLink', 'NotificationArn'],
    inputs: [0, 0],
    outputs: [0, 0]
  },
  ECS: {
    category: 'Deploy',
    required: ['ClusterName', 'ServiceName'],
    optional: ['FileName', 'DeploymentTimeout'],
    inputs: [1, 1],
    outputs: [0, 0],
    check: ({ DeploymentTimeout = '60' }) =>
      /^\d+$/.test(DeploymentTimeout) && Number(DeploymentTimeout) >= 1 && Number(DeploymentTimeout) <= 60
        ? []
        : [`DeploymentTimeout is ${DeploymentTimeout}, expected 1 to 60 minutes`]
  },
  CodeDeployToECS: {
    category: 'Deploy',
    required: ['ApplicationName', 'DeploymentGroupName', 'TaskDefinitionTemplateArtifact', 'AppSpecTemplateArtifact'],
    optional: ['TaskDefinitionTemplatePath', 'AppSpecTemplatePath', ...images],
    inputs: [1, 5],
    outputs: [0, 0]
  }
};

/** Everything in a pipeline (its properties in the template) that breaks CodePipeline's rules, one sentence each. */
export function findBrokenRules(pipeline: Shape): readonly string[] {
  const actions = listActions(pipeline);
  const stages = pipeline['Stages'] as readonly Shape[];
  const made = new Set<string>();
  const broken: string[] = [];
  if (pipeline['PipelineType'] !== 'V2') broken.push('Triggers are for V2 pipelines.');
  if (stages.length < 2) broken.push('A pipeline has two stages at least.');
  for (const name of [...stages.map(stage => String(stage['Name'])), ...actions.map(action => action.name)]) {
    if (!/^[A-Za-z0-9.@_-]{1,100}$/.test(name)) broken.push(`${name} is no name of a stage or action.`);
  }
  if (new Set(stages.map(stage => stage['Name'])).size < stages.length) broken.push('Two stages have one name.');
  for (const action of actions) {
    broken.push(...checkAction(action).map(what => `${action.stage}/${action.name}: ${what}`));
    for (const input of action.inputs.filter(each => !made.has(each)))
      broken.push(`${action.name} reads ${input}, which nothing before it makes.`);
    for (const output of action.outputs) {
      if (made.has(output)) broken.push(`${output} is made twice.`);
      made.add(output);
    }
  }
  const [source, ...others] = actions;
  if (source?.category !== 'Source' || others.some(({ category }) => category === 'Source')) {
    broken.push('Sources stand in the first stage, and nothing else does.');
  }
  return [...broken, ...checkTriggers(pipeline, source?.name)];
}

function checkAction(action: Action): readonly string[] {
  const contract = CONTRACTS[action.provider];
  if (contract === undefined) return [`There is no provider ${action.provider}.`];
  const { configuration, inputs, outputs } = action;
  const keys = Object.keys(configuration);
  const known = [...contract.required, ...contract.optional];
  const counts = [
    ['inputs', inputs, contract.inputs],
    ['outputs', outputs, contract.outputs]
  ] as const;
  return [
    ...(action.category === contract.category ? [] : [`is in the category ${action.category}`]),
    ...contract.required.filter(key => !keys.includes(key)).map(key => `is missing required configuration '${key}'`),
    ...keys.filter(key => !known.includes(key)).map(key => `knows no configuration '${key}'`),
    ...keys.filter(key => key.length > 50).map(key => `${key} is longer than 50 characters`),
    ...Object.entries(configuration)
      .filter(([, value]) => typeof value !== 'string' || value.length < 1 || value.length > 1000)
      .map(([key]) => `${key} is no text of 1 to 1000 characters`),
    ...[...inputs, ...outputs]
      .filter(name => !/^[a-zA-Z0-9_-]{1,100}$/.test(name))
      .map(name => `${name} is no name of an artifact`),
    ...counts.flatMap(([kind, list, [least, most]]) =>
      list.length < least || list.length > most ? [`has ${list.length} ${kind}`] : []
    ),
    ...Object.entries(configuration)
      .filter(([key, value]) => /Artifact(Name)?$/.test(key) && !inputs.includes(value))
      .map(([key, value]) => `${key} is ${value}, which is none of its inputs`),
    ...(contract.check?.(configuration) ?? [])
  ];
}

function checkTriggers(pipeline: Shape, source: string | undefined): readonly string[] {
  const triggers = (pipeline['Triggers'] ?? []) as readonly Shape[];
  return triggers.flatMap(trigger => {
    const git = trigger['GitConfiguration'] as Shape;
    const filters = git['Push'] as readonly Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>[];
    const lists = filters.flatMap(filter => Object.values(filter).flatMap(criteria => Object.values(criteria)));
    return [
      ...(trigger['ProviderType'] === 'CodeStarSourceConnection' ? [] : ['A trigger is for connections alone.']),
      ...(git['SourceActionName'] === source ? [] : ['The trigger names another source.']),
      ...(filters.length <= 3 ? [] : ['A trigger has three filters at most.']),
      ...lists.filter(({ length }) => length < 1 || length > 8).map(() => 'A filter has 1 to 8 patterns.'),
      ...lists
        .flat()
        .filter(pattern => typeof pattern !== 'string' || pattern.length < 1 || pattern.length > 255)
        .map(pattern => `${String(pattern)} is no pattern.`)
    ];
  });
}
