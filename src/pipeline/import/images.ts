import { baseName } from '../../text/path.js';
import { isRecord } from '../../text/record.js';
import { imageKey, readDocker, readImage, type DockerBuild, type DockerCall } from '../buildspec-reader/docker.js';
import type { BuildRun, Step } from '../buildspec-reader/interpret.js';

/** An image as a buildspec makes it. Values may hold unknown parts. */
export interface FoundImage {
  /** undefined: no `docker build` makes it; something else does. */
  readonly build: { readonly call: DockerBuild; readonly step: Step } | undefined;
  /** The registry's host; undefined where it is part of the repository's variable. */
  readonly registry: string | undefined;
  readonly repository: string;
  /** The repository is one variable that holds the registry too. */
  readonly wholeUri: boolean;
  /** The first is the one that the deploy stage gets. */
  readonly tags: readonly string[];
  /** The containers that imagedefinitions.json names it for. */
  readonly containers: readonly string[];
  /** imagedefinitions.json names it by its digest. */
  readonly byDigest: boolean;
  /** The steps that push it; none where only the deploy stage is named of it. */
  readonly pushes: readonly Step[];
  /** The first step that names it as it is pushed. */
  readonly step: Step;
}

export interface FoundImages {
  readonly images: readonly FoundImage[];
  /** The steps that say something of these images. */
  readonly used: ReadonlySet<Step>;
}

/** A step that gives images their names. */
interface Naming {
  readonly index: number;
  readonly step: Step;
  readonly call: Extract<DockerCall, { readonly kind: 'build' | 'tag' }>;
}

interface Reference {
  readonly image: string;
  readonly step: Step;
}

interface NamedImage {
  readonly container: string | undefined;
  readonly image: string;
  readonly byDigest: boolean;
}

/** Finds what is built, tagged and pushed, and what the deploy stage is named of it. */
export function findImages(run: BuildRun): FoundImages {
  return new ImageFinder(run).find();
}

class ImageFinder {
  private readonly run: BuildRun;
  private readonly used = new Set<Step>();
  private readonly calls: readonly (DockerCall | undefined)[];
  private readonly indexes: ReadonlyMap<Step, number>;
  /** By the name that is given, in the order of the steps. */
  private readonly namings = new Map<string, Naming[]>();
  private readonly groups = new Map<
    string,
    { build: FoundImage['build']; references: Reference[]; named: NamedImage[] }
  >();

  constructor(run: BuildRun) {
    this.run = run;
    this.calls = run.steps.map(({ words }) => readDocker(words));
    this.indexes = new Map(run.steps.map((step, index) => [step, index]));
    for (const [index, step] of run.steps.entries()) {
      const call = this.calls[index];
      if (call?.kind !== 'build' && call?.kind !== 'tag') continue;
      for (const name of call.kind === 'build' ? call.tags : [call.to]) {
        const key = imageKey(name, run.unknowns);
        this.namings.set(key, [...(this.namings.get(key) ?? []), { index, step, call }]);
      }
    }
  }

  private indexOf(step: Step): number {
    return this.indexes.get(step) ?? -1;
  }

  find(): FoundImages {
    for (const reference of this.listPushes()) this.add(reference);
    this.readImageFiles();
    const images = [...this.groups.values()].flatMap(group => this.makeImage(group));
    return { images, used: this.used };
  }

  private add(reference: Reference): void {
    const build = this.findBuild(imageKey(reference.image, this.run.unknowns), this.indexOf(reference.step));
    const { registry, repository } = readImage(reference.image, this.run.unknowns);
    const at = build === undefined ? '' : String(this.indexOf(build.step));
    const key = `${registry ?? ''}/${repository} ${at}`;
    const group = this.groups.get(key) ?? { build, references: [], named: [] };
    group.references.push(reference);
    this.groups.set(key, group);
    this.used.add(reference.step);
  }

  private listPushes(): readonly Reference[] {
    const { steps, unknowns } = this.run;
    return steps.flatMap((step, index): readonly Reference[] => {
      const call = this.calls[index];
      if (call?.kind === 'build' && call.push) return call.tags.map(image => ({ image, step }));
      if (call?.kind !== 'push') return [];
      if (!call.allTags) return [{ image: call.image, step }];
      const { registry, repository } = readImage(call.image, unknowns);
      return this.calls
        .slice(0, index)
        .flatMap(listNamed)
        .filter(image => {
          const other = readImage(image, unknowns);
          return other.registry === registry && other.repository === repository;
        })
        .map(image => ({ image, step }));
    });
  }

  /** The last build before a step that gives the image this name, by itself or through `docker tag`. */
  private findBuild(key: string, before: number, depth = 0): FoundImage['build'] {
    const naming = this.namings.get(key)?.findLast(({ index }) => index <= before);
    if (naming === undefined || depth > 8) return undefined;
    const { index, step, call } = naming;
    this.used.add(step);
    return call.kind === 'build'
      ? { call, step }
      : this.findBuild(imageKey(call.from, this.run.unknowns), index - 1, depth + 1);
  }

  /** What imagedefinitions.json and imageDetail.json name. */
  private readImageFiles(): void {
    for (const step of this.run.steps) {
      const named = readImageFile(step);
      if (named === undefined) continue;
      this.used.add(step);
      for (const entry of named) this.addNamed(this.resolveDigest(entry), step);
    }
  }

  private resolveDigest(named: NamedImage): NamedImage {
    const only = this.run.unknowns.only(named.image);
    return only?.kind === 'digest' ? { ...named, image: only.image, byDigest: true } : named;
  }

  private addNamed(named: NamedImage, step: Step): void {
    const { unknowns } = this.run;
    const { registry, repository } = readImage(named.image, unknowns);
    const group = [...this.groups.values()].find(({ references }) =>
      references.some(({ image }) => {
        const other = readImage(image, unknowns);
        return other.repository === repository && other.registry === registry;
      })
    );
    if (group !== undefined) group.named.push(named);
    else if (repository !== '')
      this.groups.set(`${registry ?? ''}/${repository} named`, {
        build: undefined,
        references: [{ image: named.image, step }],
        named: [named]
      });
  }

  private makeImage(group: {
    readonly build: FoundImage['build'];
    readonly references: readonly Reference[];
    readonly named: readonly NamedImage[];
  }): readonly FoundImage[] {
    const { unknowns } = this.run;
    const { build, references, named } = group;
    const [first] = references;
    if (first === undefined) return [];
    const { registry, repository, whole } = readImage(first.image, unknowns);
    const tags = references.map(({ image }) => readImage(image, unknowns).tag);
    const wanted = named.map(({ image }) => readImage(image, unknowns).tag).find(tag => tags.includes(tag));
    const ofCommit = tags.find(tag => unknowns.listIn(tag).some(({ kind }) => kind === 'commit'));
    const leading = wanted ?? ofCommit;
    return [
      {
        build,
        registry,
        repository,
        wholeUri: whole,
        tags: [...new Set([...(leading === undefined ? [] : [leading]), ...tags])],
        containers: [...new Set(named.flatMap(({ container }) => container ?? []))],
        byDigest: named.some(({ byDigest, container }) => byDigest && container !== undefined),
        pushes: [...new Set(references.map(({ step }) => step))].filter(({ words }) => readDocker(words) !== undefined),
        step: first.step
      }
    ];
  }
}

/** The images that a step writes into one of the two files; undefined where it writes neither. */
function readImageFile({ writes, output }: Step): readonly NamedImage[] | undefined {
  const name = writes.map(baseName).find(file => /^image.*\.json$/i.test(file));
  if (name === undefined || output === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    return [];
  }
  // A mistake in the file does not hide which image is meant.
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.filter(isRecord).flatMap(entry => {
    const image = Object.entries(entry).find(([key]) => key.toLowerCase() === 'imageuri')?.[1];
    const container = entry['name'];
    if (typeof image !== 'string') return [];
    return [{ container: typeof container === 'string' ? container : undefined, image, byDigest: false }];
  });
}

/** The images that a call of Docker's gives a name to. */
function listNamed(call: DockerCall | undefined): readonly string[] {
  if (call?.kind === 'build') return call.tags;
  return call?.kind === 'tag' ? [call.to] : [];
}
