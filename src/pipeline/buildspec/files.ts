import { renderAppspec } from '../../appspec/appspec.js';
import { ARTIFACT_NAMES } from '../../artifacts/artifact-paths.js';
import { listContainers } from '../../task-definition/types.js';
import { renderTaskDefinition, type TaskDefinitionFile } from '../../task-definition/index.js';
import type { FilesConfig } from '../../config/config.js';
import { quoteWord } from '../../text/shell.js';
import type { ShellImage } from './images.js';
import type { Step } from './yaml.js';
import type { GeneratedFile, GenerateOptions, PipelineProject, SourceFile } from '../project.js';
import { inDirectory } from '../target.js';

/** What the build writes for the deploy stage, and what it writes it from. */
export interface FilesPart {
  /** To be looked at before anything is built. */
  readonly checks: readonly Step[];
  readonly steps: readonly Step[];
  /** The names of what is written. */
  readonly names: readonly string[];
  /** Files that stand beside the buildspec. */
  readonly templates: readonly GeneratedFile[];
}

/** What stands in a task definition for an image, and what bash puts in its place. */
interface Placeholder {
  readonly text: string;
  readonly uri: string;
  readonly containers: readonly string[];
}

/** A text of the repository from which a file is made. */
interface Template {
  /** undefined: the project's own file is the template, so that an edit of it needs no new buildspec. */
  readonly text: string | undefined;
  readonly placeholders: readonly Placeholder[];
}

/** The four files, as far as there is something to write into them. */
export function makeFiles(
  project: PipelineProject,
  images: readonly ShellImage[],
  options: GenerateOptions & { readonly command: string }
): FilesPart {
  const parts = [
    makeImageDefinitions(project, images),
    makeImageDetail(project, images),
    makeAppspecPart(project, options),
    makeTaskDefinitionPart(project, images, options)
  ].filter(part => part !== undefined);
  const directory = quotePath(project.config.files.artifactsDirectory);
  const makeDirectory: Step = { comment: ['The files for the deploy stage.'], script: `mkdir -p ${directory}` };
  return {
    checks: parts.flatMap(({ checks }) => checks),
    steps: [...(parts.length === 0 ? [] : [makeDirectory]), ...parts.flatMap(({ steps }) => steps)],
    names: parts.flatMap(({ names }) => names),
    templates: parts.flatMap(({ templates }) => templates)
  };
}

function makeImageDefinitions(project: PipelineProject, images: readonly ShellImage[]): FilesPart | undefined {
  const entries = images.flatMap(({ containers, uri }) => containers.map(container => ({ container, uri })));
  if (entries.length === 0) return undefined;
  const entry = String.raw`  {\n    "name": "%s",\n    "imageUri": "%s"\n  }`;
  const path = artifactPath(project, 'imageDefinitions');
  const [first] = entries;
  const script =
    entries.length === 1 && first !== undefined
      ? `printf '[\\n${entry}\\n]\\n' ${first.container} "${first.uri}" > ${path}`
      : [
          '{',
          String.raw`  printf '[\n'`,
          ...entries.map(
            ({ container, uri }, index) =>
              `  printf '${entry}${index === entries.length - 1 ? '' : ','}\\n' ${container} "${uri}"`
          ),
          String.raw`  printf ']\n'`,
          `} > ${path}`
        ].join('\n');
  const comment =
    project.engine === 'ECS'
      ? 'The image of each container, for the deploy action "Amazon ECS".'
      : 'The image of each container; the deploy action "Amazon ECS (Blue/Green)" goes by the other files.';
  return written('imageDefinitions', { comment: [comment], script });
}

function makeImageDetail(project: PipelineProject, images: readonly ShellImage[]): FilesPart | undefined {
  const [first] = images;
  if (first === undefined) return undefined;
  return written('imageDetail', {
    comment: ['The image by its digest, for the deploy action "Amazon ECS (Blue/Green)".'],
    script: String.raw`printf '{\n  "ImageURI": "%s"\n}\n' "${first.digestUri}" > ${artifactPath(project, 'imageDetail')}`
  });
}

function makeAppspecPart(
  { appspec, ...project }: PipelineProject,
  options: GenerateOptions & { readonly command: string }
): FilesPart | undefined {
  if (appspec === undefined) return undefined;
  const text = renderAppspec(appspec.value);
  const template = { text: text === appspec.text ? undefined : text, placeholders: [] };
  const file = { source: appspec, name: `${project.prefix}appspec.template.yml`, artifact: 'appspec' } as const;
  return fromTemplate(project, file, template, options, 'The AppSpec for CodeDeploy.');
}

function makeTaskDefinitionPart(
  { taskDefinition, ...project }: PipelineProject,
  images: readonly ShellImage[],
  options: GenerateOptions & { readonly command: string }
): FilesPart | undefined {
  if (taskDefinition === undefined) return undefined;
  const template = chooseTemplate(taskDefinition, project.config.files, images);
  const file = {
    source: taskDefinition,
    name: `${project.prefix}taskdefinition.template.json`,
    artifact: 'taskDefinition'
  } as const;
  const placed = template.placeholders.length === 0 ? '' : ', with the images in the place of what stands for them';
  return fromTemplate(project, file, template, options, `The task definition${placed}.`);
}

/**
 * The project's own file, where Slipway would write it just so; then what is edited in it is shipped without a new buildspec. Else a text of our
 * own, with placeholders that stand nowhere else in it.
 */
function chooseTemplate(
  { text, value }: SourceFile<TaskDefinitionFile>,
  files: FilesConfig,
  images: readonly ShellImage[]
): Template {
  const own = findPlaceholders(value, images);
  const rendered = own === undefined ? undefined : render(value, files, own);
  if (own !== undefined && rendered === text && standAlone(rendered, own)) {
    return { text: undefined, placeholders: listPlaceholders(own) };
  }
  for (let name = 'IMAGE'; ; name = `SLIPWAY_${name}`) {
    const ours = images.map((image, index) =>
      image.kind === 'existing' ? literal(image) : makePlaceholder(`<${name}${index + 1}_NAME>`, image)
    );
    const made = render(value, files, ours);
    if (standAlone(made, ours)) return { text: made, placeholders: listPlaceholders(ours) };
  }
}

/** For each image what stands for it in the file; undefined where that is not one placeholder of its own. */
function findPlaceholders(file: TaskDefinitionFile, images: readonly ShellImage[]): readonly Placeholder[] | undefined {
  const imageOf = new Map(listContainers(file.definition).map(({ name, image }) => [name, image]));
  const found = images.map((image): Placeholder | undefined => {
    const [first, ...others] = new Set(image.containers.map(name => imageOf.get(name)));
    if (first === undefined || others.length > 0) return undefined;
    if (/^<\w+>$/.test(first)) return makePlaceholder(first, image);
    return image.kind === 'existing' && first === image.uri ? literal(image) : undefined;
  });
  const all = found.filter(placeholder => placeholder !== undefined);
  const isEachOwn = new Set(all.map(({ text }) => text)).size === images.length;
  return all.length === images.length && isEachOwn ? all : undefined;
}

function literal(image: ShellImage): Placeholder {
  return makePlaceholder(image.uri, image);
}

function makePlaceholder(text: string, { uri, containers }: ShellImage): Placeholder {
  return { text, uri, containers };
}

function render(file: TaskDefinitionFile, files: FilesConfig, placeholders: readonly Placeholder[]): string {
  const shipped = placeholders.flatMap(({ text, containers }) =>
    containers.map(container => ({ container, uri: text }))
  );
  return renderTaskDefinition(file, { ...files, images: shipped });
}

/** Each placeholder stands where the image goes and nowhere else. */
function standAlone(text: string, placeholders: readonly Placeholder[]): boolean {
  return placeholders.every(
    ({ text: placeholder, uri, containers }) =>
      placeholder === uri || text.split(placeholder).length - 1 === containers.length
  );
}

function listPlaceholders(placeholders: readonly Placeholder[]): readonly Placeholder[] {
  return placeholders.filter(({ text, uri }) => text !== uri);
}

interface TemplatedFile {
  readonly source: SourceFile<unknown>;
  /** Of the template, where there has to be one. */
  readonly name: string;
  readonly artifact: 'appspec' | 'taskDefinition';
}

function fromTemplate(
  project: Pick<PipelineProject, 'config'>,
  { source, name, artifact }: TemplatedFile,
  { text, placeholders }: Template,
  options: GenerateOptions & { readonly command: string },
  comment: string
): FilesPart {
  const path = text === undefined ? source.path : inDirectory(options, name);
  const target = artifactPath(project, artifact);
  const edits = placeholders.map(placeholder => `-e "s|${placeholder.text}|${placeholder.uri}|g"`);
  const script =
    edits.length === 0
      ? `cp ${quotePath(path)} ${target}`
      : `sed ${edits.length === 1 ? (edits[0] ?? '').replace('-e ', '') : edits.join(' ')} ${quotePath(path)} > ${target}`;
  const checks =
    text === undefined
      ? placeholders.map(placeholder => checkPlaceholder(source.path, placeholder))
      : [checkSource(source, path, options.command)];
  return {
    checks,
    steps: [{ comment: [comment], script }],
    names: [ARTIFACT_NAMES[artifact]],
    templates: text === undefined ? [] : [{ path, text }]
  };
}

function checkPlaceholder(path: string, { text }: Placeholder): Step {
  const script = `grep -q '${text}' ${quotePath(path)} || {
  echo ${quote(`${path} has no ${text} any more, so the image could not be put in its place.`)}
  false
}`;
  return { comment: [`Edit ${quote(path)} as you like: only ${text} must stay where the image goes.`], script };
}

/** What was generated from a file is old when the file is another one. A Windows checkout may have other line ends. */
function checkSource({ path, text, sha256 }: SourceFile<unknown>, template: string, command: string): Step {
  const sum = text.includes('\r') ? `tr -d '\\r' < ${quotePath(path)} | sha256sum` : `sha256sum < ${quotePath(path)}`;
  const script = `[ "$(${sum})" = '${sha256}  -' ] || {
  echo ${quote(`${path} has changed since ${template} was made from it. Generate it again: ${command}`)}
  false
}`;
  return {
    comment: [`${quote(template)} was made from ${quote(path)}, and holds what the settings change in it.`],
    script
  };
}

function written(artifact: keyof typeof ARTIFACT_NAMES, step: Step): FilesPart {
  return { checks: [], steps: [step], names: [ARTIFACT_NAMES[artifact]], templates: [] };
}

function artifactPath({ config }: Pick<PipelineProject, 'config'>, artifact: keyof typeof ARTIFACT_NAMES): string {
  const { artifactsDirectory } = config.files;
  const folder = artifactsDirectory.replace(/\/+$/, '');
  return quotePath(
    folder === '.' || folder === '' ? ARTIFACT_NAMES[artifact] : `${folder}/${ARTIFACT_NAMES[artifact]}`
  );
}

/** A path that no program takes for an option. What cannot be quoted was refused before. */
function quotePath(path: string): string {
  return quote(path.startsWith('-') ? `./${path}` : path);
}

function quote(text: string): string {
  return quoteWord(text) ?? '';
}
