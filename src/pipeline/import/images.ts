import { imageKey, readDocker, readImage, type DockerBuild, type DockerCall } from '../buildspec-reader/docker.js';
import type { BuildRun, Step } from '../buildspec-reader/interpret.js';
import { readImageFile, type NamedImage } from './image-files.js';
import { readRegistry } from './registry.js';

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
  /** Another image is tagged and pushed: nothing is built. */
  readonly copied: boolean;
  /** An image that exists: the deploy stage is told of it, and this buildspec does not push it. */
  readonly existing: string | undefined;
  /** Other names under which the same build is pushed, which the deploy stage is not told of. */
  readonly elsewhere: readonly PushedName[];
  /** The steps that push it; none where only the deploy stage is named of it. */
  readonly pushes: readonly Step[];
  /** The first step that names it as it is pushed. */
  readonly step: Step;
}

interface PushedName {
  /** With registry and tag. */
  readonly image: string;
  readonly step: Step;
}

export interface FoundImages {
  readonly images: readonly FoundImage[];
  /** The steps that say something of these images. */
  readonly used: ReadonlySet<Step>;
  /** Steps that write imagedefinitions.json or imageDetail.json in a way of which nothing can be read. */
  readonly unread: readonly Step[];
  /** Builds that make the same image as another one in their place: in another branch, or where that one failed. */
  readonly alternatives: readonly Step[];
}

/** A step that gives images their names. */
interface Naming {
  readonly index: number;
  readonly step: Step;
  readonly call: Extract<DockerCall, { readonly kind: 'build' | 'tag' }>;
}

interface ImageGroup {
  readonly build: FoundImage['build'];
  readonly references: PushedName[];
  readonly named: NamedImage[];
  readonly elsewhere: PushedName[];
}

/** Finds what is built, tagged and pushed, and what the deploy stage is named of it. */
export function findImages(run: BuildRun): FoundImages {
  return new ImageFinder(run).find();
}

class ImageFinder {
  private readonly run: BuildRun;
  private readonly used = new Set<Step>();
  private readonly unread: Step[] = [];
  private readonly alternatives: Step[] = [];
  private readonly calls: readonly (DockerCall | undefined)[];
  private readonly indexes: ReadonlyMap<Step, number>;
  /** By the name that is given, in the order of the steps. */
  private readonly namings = new Map<string, Naming[]>();
  private readonly groups = new Map<string, ImageGroup>();

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
    this.joinSame();
    this.joinAlternatives();
    const images = [...this.groups.values()].flatMap(group => this.makeImage(group));
    return { images, used: this.used, unread: this.unread, alternatives: this.alternatives };
  }

  private add(reference: PushedName): void {
    const build = this.findBuild(imageKey(reference.image, this.run.unknowns), this.indexOf(reference.step));
    const { registry, repository } = readImage(reference.image, this.run.unknowns);
    const at = build === undefined ? '' : String(this.indexOf(build.step));
    const key = `${registry ?? ''}/${repository} ${at}`;
    const group = this.groups.get(key) ?? { build, references: [], named: [], elsewhere: [] };
    group.references.push(reference);
    this.groups.set(key, group);
    this.used.add(reference.step);
  }

  private listPushes(): readonly PushedName[] {
    const { steps, unknowns } = this.run;
    return steps.flatMap((step, index): readonly PushedName[] => {
      const call = this.calls[index];
      if (call?.kind === 'build' && call.push) return call.tags.map(image => ({ image, step }));
      // A push without a name fails.
      if (call?.kind !== 'push' || call.image === '') return [];
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
      const named = readImageFile(step, this.run);
      if (named === undefined) continue;
      this.used.add(step);
      if (named.length === 0) this.unread.push(step);
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
    const groups = [...this.groups.values()];
    // A variable that the shell did not put in, because of its quotes, is not the name of an image.
    const isLiteral = named.image === '' || /\$\{?\w/.test(named.image);
    const only = groups.length === 1 ? groups[0] : undefined;
    const group = isLiteral
      ? only
      : groups.find(({ references }) =>
          references.some(({ image }) => {
            const other = readImage(image, unknowns);
            return other.repository === repository && other.registry === registry;
          })
        );
    if (group !== undefined) group.named.push(named);
    else if (repository !== '' && !isLiteral)
      this.groups.set(`${registry ?? ''}/${repository} named`, {
        build: undefined,
        references: [{ image: named.image, step }],
        named: [named],
        elsewhere: []
      });
  }

  /** One build that is pushed to several places is one image: the place that the deploy stage is told of, or the first in ECR. */
  private joinSame(): void {
    const builds = new Map<Step, [string, ImageGroup][]>();
    for (const [key, group] of this.groups) {
      if (group.build === undefined) continue;
      builds.set(group.build.step, [...(builds.get(group.build.step) ?? []), [key, group]]);
    }
    for (const same of builds.values()) {
      const isNamed = ([, { named }]: [string, ImageGroup]): boolean => named.length > 0;
      const main = same.find(isNamed) ?? same.find(([, group]) => this.isInEcr(group)) ?? same[0];
      for (const [key, group] of same) {
        if (main === undefined || group === main[1] || group.named.length > 0) continue;
        main[1].elsewhere.push(...group.references);
        this.groups.delete(key);
      }
    }
  }

  /** Of builds that push the same names, one is done: the one that depends on nothing, else the one that says the most. */
  private joinAlternatives(): void {
    const byNames = new Map<string, [string, ImageGroup][]>();
    for (const [key, group] of this.groups) {
      if (group.build === undefined) continue;
      const names = group.references.map(({ image }) => imageKey(image, this.run.unknowns)).sort();
      byNames.set(names.join(' '), [...(byNames.get(names.join(' ')) ?? []), [key, group]]);
    }
    for (const same of byNames.values()) {
      const isPlain = ([, { build }]: [string, ImageGroup]): boolean => build?.step.conditional === false;
      const ranked = same.toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one));
      const main = ranked.find(isPlain) ?? ranked[0];
      for (const [key, group] of same) {
        if (group === main?.[1] || group.build?.step.conditional !== true) continue;
        main?.[1].named.push(...group.named);
        this.alternatives.push(group.build.step);
        this.groups.delete(key);
      }
    }
  }

  private isInEcr({ references: [first] }: ImageGroup): boolean {
    if (first === undefined) return false;
    const { registry, repository, whole: wholeUri } = readImage(first.image, this.run.unknowns);
    return readRegistry({ registry, repository, wholeUri }, this.run).kind === 'ecr';
  }

  /** Whether what is pushed was pulled, and only gets another name. */
  private isCopied(image: string, before: number, depth = 0): boolean {
    const key = imageKey(image, this.run.unknowns);
    const pulled = this.calls
      .slice(0, before)
      .some(call => call?.kind === 'pull' && imageKey(call.image, this.run.unknowns) === key);
    const naming = this.namings.get(key)?.findLast(({ index }) => index < before);
    if (naming?.call.kind !== 'tag' || depth > 8) return pulled && naming === undefined && depth > 0;
    return this.isCopied(naming.call.from, naming.index, depth + 1);
  }

  private makeImage({ build, references, named, elsewhere }: ImageGroup): readonly FoundImage[] {
    const { unknowns } = this.run;
    const [first] = references;
    if (first === undefined) return [];
    const { registry, repository, whole } = readImage(first.image, unknowns);
    const tags = references.map(({ image }) => readImage(image, unknowns).tag);
    const wanted = named.map(({ image }) => readImage(image, unknowns).tag).find(tag => tags.includes(tag));
    const ofCommit = tags.find(tag => unknowns.listIn(tag).some(({ kind }) => kind === 'commit'));
    // What is told apart from the next one is what is deployed, where the buildspec does not say.
    const leading = wanted ?? ofCommit ?? tags.find(tag => tag !== 'latest');
    const isPushed = references.some(({ step }) => readDocker(step.words) !== undefined);
    const exists = !isPushed && this.groups.size > 1 && unknowns.listIn(first.image).length === 0;
    return [
      {
        build,
        registry,
        repository,
        wholeUri: whole,
        tags: [...new Set([...(leading === undefined ? [] : [leading]), ...tags])],
        containers: [...new Set(named.flatMap(({ container }) => container ?? []))],
        byDigest: named.some(({ byDigest, container }) => byDigest && container !== undefined),
        copied: build === undefined && this.isCopied(first.image, this.indexOf(first.step)),
        existing: exists ? first.image : undefined,
        elsewhere,
        pushes: [...new Set(references.map(({ step }) => step))].filter(({ words }) => readDocker(words) !== undefined),
        step: first.step
      }
    ];
  }
}

function sizeOf({ build }: ImageGroup): number {
  return build?.step.words.length ?? 0;
}

/** The images that a call of Docker's gives a name to. */
function listNamed(call: DockerCall | undefined): readonly string[] {
  if (call?.kind === 'build') return call.tags;
  return call?.kind === 'tag' ? [call.to] : [];
}
