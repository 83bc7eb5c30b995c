import { load } from 'js-yaml';

import type { Action } from './load-template.js';

/** The files of an artifact by their paths in its ZIP. */
export type ArtifactFiles = Readonly<Record<string, string>>;
type Json = Readonly<Record<string, unknown>>;

/** A revision as DescribeTaskDefinition answers it. */
export interface RunningRevision {
  readonly taskDefinition: Json;
  readonly tags?: readonly unknown[];
}

const READ_ONLY = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt'
]);
const KB = 1024;

/**
 * What CodePipeline's ECS action does (user guide, "Amazon ECS deploy action reference", "Image definitions file reference"): a copy of the
 * revision that the service runs, with the images of the file put into the containers that it names.
 *
 * @returns RegisterTaskDefinition's input, and UpdateService's but for the new ARN
 */
export function runEcsAction(
  action: Action,
  artifacts: Readonly<Record<string, ArtifactFiles>>,
  running: RunningRevision
): { readonly register: Json; readonly update: Json } {
  if (action.provider !== 'ECS') throw new Error(`This is the action ${action.provider}.`);
  const { ClusterName, ServiceName, FileName = 'imagedefinitions.json' } = action.configuration;
  const text = artifacts[action.inputs[0] ?? '']?.[FileName];
  if (text === undefined) {
    throw new Error(`Did not find the image definition file ${FileName} in the input artifacts ZIP file.`);
  }
  if (Buffer.byteLength(text) > 100 * KB) throw new Error(`${FileName} is larger than 100 KB.`);
  const images = new Map<string, string>();
  for (const entry of JSON.parse(text) as readonly Json[]) {
    const { name, imageUri } = entry;
    if (typeof name !== 'string' || typeof imageUri !== 'string')
      throw new Error(`${FileName} is no image definitions file.`);
    images.set(name, imageUri);
  }
  const containers = running.taskDefinition['containerDefinitions'] as readonly Json[];
  for (const name of images.keys()) {
    if (!containers.some(container => container['name'] === name)) {
      throw new Error(`Invalid action configuration: The AWS ECS container ${name} does not exist`);
    }
  }
  const copied = Object.entries(running.taskDefinition).filter(([member]) => !READ_ONLY.has(member));
  return {
    register: {
      ...Object.fromEntries(copied),
      containerDefinitions: containers.map(container => ({
        ...container,
        image: images.get(String(container['name'])) ?? container['image']
      })),
      ...(running.tags === undefined || running.tags.length === 0 ? {} : { tags: running.tags })
    },
    update: { cluster: ClusterName, service: ServiceName }
  };
}

/**
 * What CodePipeline's CodeDeployToECS action does (user guide, "Amazon ECS and CodeDeploy blue-green deploy action reference"): image
 * placeholders are replaced by what imageDetail.json says, the task definition is registered, its ARN goes into the AppSpec.
 *
 * @returns RegisterTaskDefinition's input, and the AppSpec for a registered ARN
 */
export function runCodeDeployAction(
  action: Action,
  artifacts: Readonly<Record<string, ArtifactFiles>>
): { readonly register: Json; readonly target: Json; readonly fillAppSpec: (arn: string) => Json } {
  if (action.provider !== 'CodeDeployToECS') throw new Error(`This is the action ${action.provider}.`);
  const { configuration, inputs } = action;
  for (const name of inputs) {
    const size = Object.values(artifacts[name] ?? {}).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (size > 3 * KB * KB) throw new Error(`The artifact ${name} is larger than 3 MB.`);
  }
  const read = (what: string, artifact: string | undefined, path: string): string => {
    const text = inputs.includes(artifact ?? '') ? artifacts[artifact ?? '']?.[path] : undefined;
    if (text !== undefined) return text;
    throw new Error(`Exception while trying to read the ${what} artifact file from: ${artifact ?? ''}`);
  };
  const definition = read(
    'task definition',
    configuration['TaskDefinitionTemplateArtifact'],
    configuration['TaskDefinitionTemplatePath'] ?? 'taskdef.json'
  );
  const appspec = read(
    'appspec',
    configuration['AppSpecTemplateArtifact'],
    configuration['AppSpecTemplatePath'] ?? 'appspec.yaml'
  );
  let filled = definition;
  for (const number of [1, 2, 3, 4]) {
    const placeholder = configuration[`Image${number}ContainerName`];
    const artifact = configuration[`Image${number}ArtifactName`];
    if (placeholder === undefined || artifact === undefined) continue;
    const { ImageURI } = JSON.parse(read('image', artifact, 'imageDetail.json')) as { readonly ImageURI: string };
    filled = filled.replaceAll(`<${placeholder}>`, ImageURI);
  }
  const register = JSON.parse(filled) as Json;
  const open = (register['containerDefinitions'] as readonly Json[]).find(({ image }) => /[<>]/.test(String(image)));
  if (open !== undefined) throw new Error(`The image ${String(open['image'])} is left as it is.`);
  if (!/^\s*TaskDefinition: ["']?<TASK_DEFINITION>["']?\s*$/m.test(appspec)) {
    throw new Error('The AppSpec does not hold <TASK_DEFINITION>.');
  }
  return {
    register,
    target: {
      applicationName: configuration['ApplicationName'],
      deploymentGroupName: configuration['DeploymentGroupName']
    },
    fillAppSpec: arn => load(appspec.replaceAll('<TASK_DEFINITION>', arn)) as Json
  };
}
