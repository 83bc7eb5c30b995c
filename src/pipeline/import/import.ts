import { ProblemsError, type SourceLocation } from '../../errors.js';
import { quote } from '../../text/format.js';
import { baseName } from '../../text/path.js';
import { readDocker, readImage } from '../buildspec-reader/docker.js';
import { readLongOption } from '../buildspec-reader/output.js';
import { interpretBuildspec, type BuildRun, type Step } from '../buildspec-reader/interpret.js';
import type { Buildspec } from '../buildspec-reader/reader.js';
import { findFiles, type FoundFile } from './files.js';
import { findImages, type FoundImage } from './images.js';
import { chooseImages } from './destinations.js';
import { listIdentities } from './identities.js';
import { listLeftOut } from './notes.js';
import { readRegistry } from './registry.js';
import { listUnsupported } from './unsupported.js';
import { renderSettings, type WrittenSetting } from './render.js';
import { SettingsWriter, writeDeployment, writeImage, type SettingsContext } from './settings.js';
import { ValueConverter, type ImportNote, type Placeholder } from './values.js';

export interface ImportOptions {
  /** Variables of the CodeBuild project, where they are known. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** The region where the buildspec does not say it. */
  readonly region?: string | undefined;
}

export interface ImportedSettings {
  /** The text of slipway.yml. */
  readonly text: string;
  /** What did not come through as it was, by line. */
  readonly notes: readonly ImportNote[];
  /** What stands for variables that the buildspec gets from outside. */
  readonly placeholders: readonly Placeholder[];
}

/** Where nothing says the region; a look is asked for. */
const REGION_PLACEHOLDER = 'us-east-1';
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

/**
 * The slipway.yml that a buildspec amounts to: what it builds, tags and pushes, and what it tells the deploy stage. What settings cannot
 * say is noted; what comes from outside gets a placeholder and a comment.
 *
 * @throws ProblemsError where it neither pushes an image nor tells the deploy stage of one
 */
export function importBuildspec(buildspec: Buildspec, options: ImportOptions = {}): ImportedSettings {
  const run = interpretBuildspec(buildspec, options.variables);
  const found = findImages(run);
  if (found.images.length === 0) {
    const what = 'The buildspec pushes no image, as far as reading can tell, and writes no imagedefinitions.json.';
    const next = 'Write slipway.yml by hand: region, repository and context are enough to build and push.';
    throw new ProblemsError([{ code: 'nothing-to-import', place: buildspec.document.place(['phases']), what, next }]);
  }
  const notes: ImportNote[] = [];
  const images = chooseImages(found, run, note => void notes.push(note));
  const carrier = new ValueConverter(run.unknowns);
  const region = findRegion(run, images, options.region);
  const home = { account: findAccount(images, run), region: region.name };
  const context: SettingsContext = { run, carrier, region: region.name, home, note: note => void notes.push(note) };
  const used = new Set(found.used);
  const several = images.length > 1;
  const written = images.map(image => writeImage(image, several, context));
  const settings: WrittenSetting[] = [
    { name: 'region', value: region.name, looks: region.looks },
    ...(several ? [] : (written[0] ?? [])),
    ...writeRegistries(images, used, context),
    ...writeFiles(buildspec, used, context),
    ...writeDeployment(used, context)
  ];
  noteAccounts(images, context);
  noteUnread(found.unread, context);
  for (const { place } of found.alternatives) {
    const what = 'The same image is built in another way here, by a condition or where a first attempt failed.';
    notes.push({
      kind: 'look',
      place,
      what,
      next: 'The settings say one way: check that it is the one that you want.'
    });
  }
  notes.push(
    ...listLeftOut(buildspec, run, used),
    ...listUnsupported(buildspec),
    ...listIdentities(buildspec),
    ...listConditional(images)
  );
  const sorted = notes.toSorted((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0));
  const text = renderSettings({
    source: buildspec.file,
    settings,
    images: several ? written : [],
    remarks: writeRemarks(settings, sorted)
  });
  return { text, notes: sorted, placeholders: carrier.list() };
}

/** The region that the registry's host or the commands name. */
function findRegion(
  run: BuildRun,
  images: readonly FoundImage[],
  given: string | undefined
): { readonly name: string; readonly looks: readonly string[] } {
  const hosts = images.map(({ registry }) => /\.ecr(?:-fips)?\.([^.]+)\./.exec(registry ?? '')?.[1]);
  const options = run.steps
    .filter(({ source }) => /\b(?:ecr|ecs)\b/.test(source) && !/ecr-public/.test(source))
    .map(({ words }) => readLongOption(words, '--region'));
  const said = [...hosts, ...options].filter(region => region !== undefined);
  const known = said.find(region => REGION.test(region));
  if (known !== undefined) return { name: known, looks: [] };
  const variable =
    said.map(region => run.unknowns.show(region)).find(region => region.startsWith('${')) ?? '$AWS_REGION';
  if (given !== undefined) return { name: given, looks: [] };
  return {
    name: REGION_PLACEHOLDER,
    looks: [`the buildspec takes the region from ${variable}; put yours here (${REGION_PLACEHOLDER} is a placeholder).`]
  };
}

/** The account whose registry is the own one: the first that an image names. */
function findAccount(images: readonly FoundImage[], run: BuildRun): string | undefined {
  const registries = images.map(image => readRegistry(image, run));
  return registries.flatMap(registry => (registry.kind === 'ecr' ? (registry.account ?? []) : []))[0];
}

/** Logins to ECR Public, to other accounts and to other regions. Those to anything else are noted. */
function writeRegistries(
  images: readonly FoundImage[],
  used: Set<Step>,
  { run, home, note }: SettingsContext
): readonly WrittenSetting[] {
  const registries = new Set<string>();
  const own = new Set(images.flatMap(({ registry }) => (registry === undefined ? [] : [registry])));
  for (const step of run.steps) {
    const call = readDocker(step.words);
    if (call?.kind !== 'login' || call.registry === undefined) continue;
    const host = readImage(`${call.registry.replace(/^https?:\/\//, '')}/x`, run.unknowns).registry ?? call.registry;
    const registry = readRegistry({ registry: host, repository: 'x', wholeUri: false }, run);
    if (host === 'public.ecr.aws') registries.add('public');
    else if (registry.kind !== 'ecr') continue;
    used.add(step);
    if (registry.kind !== 'ecr' || own.has(host)) continue;
    const elsewhere = registry.region !== undefined && registry.region !== home.region;
    if (registry.account !== undefined) registries.add(elsewhere ? host : registry.account);
    else if (elsewhere) {
      const what = `The build also logs into ECR in ${registry.region}, in an account that is known at build time only.`;
      const next = 'Put the host of that registry into registries: <account>.dkr.ecr.<region>.amazonaws.com.';
      note({ kind: 'left-out', place: step.place, what, next });
    }
  }
  if (registries.size === 0) return [];
  return [{ name: 'registries', value: [...registries], looks: [] }];
}

function writeFiles(buildspec: Buildspec, used: Set<Step>, context: SettingsContext): readonly WrittenSetting[] {
  const writer = new SettingsWriter(context);
  const found = findFiles(buildspec, context.run);
  for (const step of found.used) used.add(step);
  const write = (name: string, file: FoundFile | undefined): void => {
    if (file === undefined) return;
    const [step] = context.run.steps;
    const text = step === undefined ? undefined : writer.text(name, file.path, step);
    if (text === undefined) return;
    for (const edit of file.edits) used.add(edit);
    writer.add(name, text, [file.path], describeEdits(name, file, context));
  };
  write('task-definition', found.taskDefinition);
  write('appspec', found.appspec);
  for (const step of found.makers) {
    used.add(step);
    const what = `${quote(step.source)} makes the task definition or the AppSpec at build time.`;
    const next = 'Put the file into the repository and name it in task-definition or appspec.';
    context.note({ kind: 'left-out', place: step.place, what, next });
  }
  return writer.settings;
}

/** `sed -i` on the file: the image, and the AppSpec's task definition, are put in by Slipway itself; anything else must be in the file. */
function describeEdits(name: string, { path, edits }: FoundFile, { note, run }: SettingsContext): readonly string[] {
  const lines: number[] = [];
  const isAppspec = name === 'appspec';
  for (const { place, source, words } of edits) {
    const scripts = words.flatMap(word => [...word.matchAll(/s([|@!#/,])(.*?)\1(.*?)\1/g)]);
    const replaced = scripts.map(match => match[2] ?? '');
    const own = isAppspec
      ? replaced.every(text => /task[-_ ]?def/i.test(text))
      : scripts.every(match => isImagePart(match[3] ?? '', run));
    if (own && scripts.length > 0) {
      const what = `${quote(source)} puts the ${isAppspec ? 'task definition' : 'image'} into ${path}; Slipway does that by itself.`;
      const stand = isAppspec
        ? 'the task definition as <TASK_DEFINITION>, or any that'
        : 'the image as <IMAGE1_NAME>, or any image that';
      note({ kind: 'changed', place, what, next: `Write ${stand} exists; Slipway replaces it.` });
      continue;
    }
    const what = `${quote(source)} changes ${path} at build time${replaced.length === 0 ? '' : ` (${replaced.join(', ')})`}; Slipway takes the file as it is.`;
    const settings = isAppspec
      ? ''
      : ', or say them as settings (environment-variables, task-role-arn, execution-role-arn …)';
    note({ kind: 'left-out', place, what, next: `Write the values into ${path}${settings}.` });
    if (place.line !== undefined) lines.push(place.line);
  }
  if (lines.length === 0) return [];
  return [
    `the buildspec changes ${isAppspec ? 'the AppSpec' : 'this file'} at build time (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}).`
  ];
}

function isImagePart(value: string, { steps }: BuildRun): boolean {
  if (value === '') return false;
  return steps.some(({ words }) => {
    const call = readDocker(words);
    if (call?.kind !== 'push') return false;
    const tag = /:([^:/]*)$/.exec(call.image)?.[1];
    return value === call.image || value === tag || value === call.image.replace(/:[^:/]*$/, '');
  });
}

/** Slipway writes the file by itself: what it needs for that is the container's name. */
function noteUnread(steps: readonly Step[], { note }: SettingsContext): void {
  for (const { place, source, writes } of steps) {
    const file = writes.map(baseName)[0] ?? 'the file that names the image';
    const what = `${quote(source.replace(/\s+/g, ' '))} writes ${file}, and the container cannot be read from it.`;
    const next =
      'Leave the command out, as Slipway writes the file by itself, and set container-name to the name in the file.';
    note({ kind: 'look', place, what, next });
  }
}

function noteAccounts(images: readonly FoundImage[], { note, home }: SettingsContext): void {
  for (const { registry, pushes } of images) {
    const account = /^(\d{12})\./.exec(registry ?? '')?.[1];
    const [first] = pushes;
    if (account === undefined || account !== home.account || first === undefined) continue;
    const what = `The account ${account} is not written into the settings.`;
    note({ kind: 'changed', place: first.place, what, next: 'It comes from the credentials of the run.' });
  }
}

function listConditional(images: readonly FoundImage[]): readonly ImportNote[] {
  return images.flatMap(({ pushes }): readonly ImportNote[] => {
    const [first] = pushes;
    if (first === undefined || !pushes.every(({ conditional }) => conditional)) return [];
    const what = 'The push depends on a condition; Slipway pushes whenever it runs.';
    return [
      { kind: 'changed', place: first.place, what, next: 'Put the condition on the step or stage that runs Slipway.' }
    ];
  });
}

function writeRemarks(settings: readonly WrittenSetting[], notes: readonly ImportNote[]): readonly string[] {
  const has = (name: string): boolean => settings.some(setting => setting.name === name);
  const missing = ['cluster', 'service'].filter(name => !has(name));
  const left = notes.filter(({ kind }) => kind === 'left-out');
  return [
    ...(missing.length === 0
      ? []
      : [
          `To deploy with the Action or slipway ship, add ${missing.join(' and ')}: they stand in the deploy stage of the pipeline.`
        ]),
    ...(left.length === 0 ? [] : ['Not carried over:']),
    ...left.map(({ place, what, next }) => `- ${showLine(place)}${what} ${next}`.trim())
  ];
}

function showLine({ line }: SourceLocation): string {
  return line === undefined ? '' : `line ${line}: `;
}
