import { listTokens } from '../../text/tokens.js';
import { baseName } from '../../text/path.js';
import { listNames, quote } from '../../text/format.js';
import { readLongOption } from '../buildspec-reader/output.js';
import type { BuildRun, Step } from '../buildspec-reader/interpret.js';
import type { Unknown } from '../buildspec-reader/values.js';
import type { FoundImage } from './images.js';
import { readOwnCache } from './own-cache.js';
import { readRegistry } from './registry.js';
import type { SettingValue, WrittenSetting } from './render.js';
import { toKebab, type ImportNote, type ValueConverter } from './values.js';

const WHENCE = {
  project: 'the CodeBuild project',
  'parameter-store': 'a parameter of SSM',
  'secrets-manager': 'Secrets Manager'
} as const;

/** What is needed to turn a found image into settings. */
export interface SettingsContext {
  readonly run: BuildRun;
  readonly carrier: ValueConverter;
  readonly region: string | undefined;
  /** The registry that the settings mean where they name none. */
  readonly home: { readonly account: string | undefined; readonly region: string };
  readonly note: (note: ImportNote) => void;
}

/** Collects the settings of one map, each with what to look at. */
export class SettingsWriter {
  readonly settings: WrittenSetting[] = [];
  private readonly context: SettingsContext;

  constructor(context: SettingsContext) {
    this.context = context;
  }

  /** Adds a setting; what of it comes from outside is told above it. */
  add(name: string, value: SettingValue, sources: readonly string[] = [], looks: readonly string[] = []): void {
    if (Array.isArray(value) && value.length === 0) return;
    const variables = new Set(sources.flatMap(source => this.context.carrier.variablesOf(source)));
    const notes = this.context.carrier
      .list()
      .filter(({ variable }) => variables.has(variable))
      .map(({ variable, from, value: placeholder, wholeUri }) => {
        const what = wholeUri
          ? `the name in ${variable}, the repository's URI, which comes`
          : `${variable}, which comes`;
        return `${placeholder} stands for ${what} from ${WHENCE[from]}.`;
      });
    this.settings.push({ name, value, looks: [...notes, ...looks] });
  }

  /** The text of a value, or undefined after a note that it is lost. */
  text(name: string, value: string, step: Step, as: 'text' | 'pair' | 'tag' = 'text'): string | undefined {
    const { carrier, run, region, note } = this.context;
    const carried = carrier.carry(value, { setting: name, as, region });
    if ('text' in carried) return carried.text;
    const what = `${name}: ${quote(run.unknowns.show(value))} cannot be carried over, as ${explainLost(carried.lost)}.`;
    // A lost tag has a token in its place, so nothing is left out.
    const kind = as === 'tag' ? 'look' : 'left-out';
    note({ kind, place: step.place, what, next: adviseLost(carried.lost, name) });
    return undefined;
  }

  addText(name: string, value: string | undefined, step: Step): void {
    const text = value === undefined ? undefined : this.text(name, value, step);
    if (text !== undefined && value !== undefined) this.add(name, text, [value]);
  }

  /** A list; entries that are lost are left out. */
  addList(name: string, values: readonly string[], step: Step): void {
    const kept = values.flatMap(value => this.text(name, value, step) ?? []);
    this.add(name, kept, values);
  }

  /** `NAME=value` entries as a map. */
  addPairs(name: string, values: readonly string[], step: Step): void {
    const pairs: Record<string, string> = {};
    const looks: string[] = [];
    for (const value of values) {
      const at = value.indexOf('=');
      if (at < 0) {
        // `--build-arg NAME` takes the environment's value.
        pairs[value] = this.context.carrier.hold(value, 'project', name, toKebab(value));
        looks.push(`${value} takes its value from the environment of the build; put it here.`);
        continue;
      }
      if (this.refuseToken(name, value, step)) continue;
      const text = this.text(name, value.slice(at + 1), step, 'pair');
      if (text === undefined) continue;
      pairs[value.slice(0, at)] = text;
      looks.push(...lookAtVariables(text));
    }
    if (Object.keys(pairs).length > 0) this.add(name, pairs, values, [...new Set(looks)]);
  }

  /** A text that would be taken for a token cannot be said. */
  private refuseToken(name: string, value: string, { place }: Step): boolean {
    if (listTokens(value).length === 0) return false;
    const what = `${name}: ${quote(value)} is a text in the buildspec, and would be a token in ${name}.`;
    this.context.note({ kind: 'left-out', place, what, next: 'Say it in build-options, which knows no tokens.' });
    return true;
  }
}

/** Variables of the build that a run elsewhere does not have. */
function lookAtVariables(text: string): readonly string[] {
  const names = new Set(listTokens(text).flatMap(token => (token.kind === 'variable' ? [token.name] : [])));
  return [...names].map(name => `${name} is set by CodeBuild; a run elsewhere, as in GitHub Actions, needs another.`);
}

/** The settings of one image, in the order of docs/settings.md. */
export function writeImage(image: FoundImage, several: boolean, context: SettingsContext): readonly WrittenSetting[] {
  const writer = new SettingsWriter(context);
  const [container] = image.containers;
  const { step } = image;
  const containerText = container === undefined ? undefined : writer.text('container-name', container, step);
  if (several) {
    const last = baseName(image.repository);
    const name = containerText ?? writer.text('container', last, step) ?? 'app';
    const looks = containerText === undefined ? [`no file names the container; ${name} is a guess.`] : [];
    writer.add('container', name, container === undefined ? [] : [container], looks);
  }
  if (image.existing !== undefined) {
    writer.add('image', image.existing);
    if (!several && containerText !== undefined) writer.add('container-name', containerText);
    return writer.settings;
  }
  writeRepository(image, step, writer, context);
  writeBuild(image, writer, context);
  writeTags(image, step, writer, context);
  if (image.byDigest) writer.add('image-reference', 'digest');
  if (!several && containerText !== undefined && container !== undefined)
    writer.add('container-name', containerText, [container]);
  return writer.settings;
}

function writeRepository(
  image: FoundImage,
  step: Step,
  writer: SettingsWriter,
  { run, carrier, home, note }: SettingsContext
): void {
  const only = run.unknowns.only(image.repository);
  if (image.wholeUri && only?.kind === 'outside')
    carrier.hold(only.name, only.from, 'repository', toKebab(only.name), true);
  const looks: string[] = [];
  let name = writer.text('repository', image.repository, step);
  if (name === undefined) {
    name = 'repository';
    looks.push(`the repository is ${run.unknowns.show(image.repository)}, which is made at build time.`);
  }
  const registry = readRegistry(image, run);
  const { account, region } = registry.kind === 'ecr' ? registry : { account: undefined, region: undefined };
  const isAway =
    (account !== undefined && account !== home.account) || (region !== undefined && region !== home.region);
  if (isAway && account !== undefined && region !== undefined && image.registry !== undefined)
    name = `${image.registry}/${name}`;
  else if (isAway) {
    const what = `The image is pushed to ${quote(run.unknowns.show(image.registry ?? ''))}, whose account or region is known at build time only.`;
    const next = 'Write the whole address of the repository: <account>.dkr.ecr.<region>.amazonaws.com/<name>.';
    note({ kind: 'look', place: step.place, what, next });
    looks.push('this repository is in another account or region; put the host of its registry before it.');
  }
  writer.add('repository', name, [image.repository], looks);
  const creates = run.steps.some(({ words }) => words[0] === 'aws' && words.includes('create-repository'));
  if (creates) writer.add('create-repository', true);
}

function writeBuild(image: FoundImage, writer: SettingsWriter, { run, note }: SettingsContext): void {
  const { build, step: named } = image;
  if (build === undefined) {
    const looks = ['no docker build makes this image in the buildspec; say here what is to be built.'];
    writer.add('context', '.', [], looks);
    const what = 'The image that is pushed is built by a command that settings cannot say.';
    note({ kind: 'look', place: named.place, what, next: 'Check context and dockerfile.' });
    return;
  }
  const { call, step } = build;
  const { directory } = step;
  if (call.context === undefined || call.context === '-') {
    const what = 'docker build reads its context from standard input.';
    note({ kind: 'look', place: step.place, what, next: 'Put the folder into context.' });
    writer.add('context', '.', [], ['docker build reads its context from standard input; set the folder.']);
  } else {
    const context = fromRoot(directory, call.context, run);
    writer.addText('context', context === '' ? '.' : context, step);
  }
  for (const other of call.others) {
    const what = `${quote(run.unknowns.show(other))} among the arguments of docker build is known at build time only; it is not carried over.`;
    const next = 'Say what it holds: cache-from, build-args, or another in build-options.';
    note({ kind: 'left-out', place: step.place, what, next });
  }
  const file = call.file === undefined ? undefined : fromRoot(directory, call.file, run);
  writer.addText('dockerfile', file, step);
  writer.addText('target', call.target, step);
  writer.addPairs('build-args', call.buildArgs, step);
  writer.addList('build-secrets', call.secrets, step);
  writer.addList('ssh', call.ssh, step);
  writer.addList('platforms', call.platforms, step);
  writer.addPairs('labels', call.labels, step);
  const cache = readOwnCache(image, call, run);
  if (cache === undefined) {
    writer.addList('cache-from', call.cacheFrom, step);
    writer.addList('cache-to', call.cacheTo, step);
    writer.addList('build-options', call.options, step);
    return;
  }
  writer.add('cache', 'registry');
  if (cache.repository !== undefined) writer.add('cache-repository', cache.repository);
  writer.addList(
    'build-options',
    call.options.filter(option => option !== '--builder=slipway'),
    step
  );
}

function writeTags(image: FoundImage, step: Step, writer: SettingsWriter, { run, note }: SettingsContext): void {
  const looks: string[] = [];
  const tags = image.tags.map(tag => {
    const text = writer.text('tags', tag, step, 'tag');
    if (text !== undefined) {
      looks.push(...lookAtVariables(text));
      return text;
    }
    looks.push(`{sha} stands for ${run.unknowns.show(tag)}, which cannot be said in a setting.`);
    return '{sha}';
  });
  const unique = [...new Set(tags)];
  if (unique.length < new Set(image.tags).size && !looks.some(look => look.startsWith('{sha}')))
    note({ kind: 'changed', place: step.place, what: 'Two tags became one.', next: 'Check tags.' });
  writer.add('tags', unique, image.tags, [...new Set(looks)]);
}

/** A path as it is seen from the root of the source. URLs stay as they are. */
function fromRoot(directory: string, path: string, { unknowns }: BuildRun): string {
  if (/^[a-z+]+:\/\/|^git@/.test(path)) return path;
  const inSource = unknowns.get(path.charAt(0))?.kind === 'source-directory';
  const plain = inSource ? path.slice(1).replace(/^\//, '') : path;
  if (plain.startsWith('/')) return plain;
  const parts: string[] = [];
  for (const part of [...(inSource ? [] : directory.split('/')), ...plain.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Cluster, service and the like, where the buildspec deploys by itself. */
export function writeDeployment(used: Set<Step>, context: SettingsContext): readonly WrittenSetting[] {
  const writer = new SettingsWriter(context);
  const { steps } = context.run;
  const take = (step: Step, option: string, setting: string): void => {
    if (writer.settings.some(({ name }) => name === setting)) return;
    writer.addText(setting, readLongOption(step.words, option), step);
  };
  for (const step of steps) {
    const line = step.words.slice(0, 3).join(' ');
    if (line === 'aws ecs update-service' || line === 'aws ecs deploy') {
      used.add(step);
      take(step, '--cluster', 'cluster');
      take(step, '--service', 'service');
      take(step, '--codedeploy-application', 'codedeploy-application');
      take(step, '--codedeploy-deployment-group', 'codedeploy-deployment-group');
    } else if (line === 'aws deploy create-deployment') {
      used.add(step);
      take(step, '--application-name', 'codedeploy-application');
      take(step, '--deployment-group-name', 'codedeploy-deployment-group');
      take(step, '--deployment-config-name', 'codedeploy-deployment-config');
    } else if (line === 'aws ecs register-task-definition') used.add(step);
  }
  return writer.settings;
}

const WHY: Readonly<Record<string, string>> = {
  commit: 'the commit can be said in tags, build-args and labels only',
  account: 'the account is known at build time only',
  region: 'the region is known at build time only',
  'source-directory': 'it names a folder of the build machine',
  digest: 'the digest is known after the push only',
  date: 'it holds the time of the build',
  build: 'it holds the number or id of the build',
  command: 'a command makes it at build time',
  branches: 'it depends on a condition',
  loop: 'a loop gives it'
};

function explainLost(lost: readonly Unknown[]): string {
  return listNames([...new Set(lost.map(explainUnknown))]);
}

function explainUnknown(unknown: Unknown): string {
  if (unknown.kind !== 'computed') return WHY[unknown.kind] ?? '';
  return WHY[/CODEBUILD_BUILD_(?:ID|NUMBER)/.test(unknown.source) ? 'build' : unknown.by] ?? '';
}

function adviseLost(lost: readonly Unknown[], setting: string): string {
  if (setting === 'tags') return 'Take the commit: {sha} or {short-sha}, so that an image can be traced to its source.';
  if (lost.some(({ kind }) => kind === 'account')) return `Write the whole reference into ${setting}.`;
  return `Give ${setting} as an input or a flag of the run that knows it.`;
}
