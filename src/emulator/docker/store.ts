import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest, type StandInImage } from './image.js';

/** A reference as `docker tag` takes it, taken apart; `latest` where it has neither tag nor digest. */
export interface Reference {
  readonly host: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes `host:port/name:tag` apart. A first part without dot, colon or `localhost` is no host: then it is Docker Hub's. */
export function readReference(text: string): Reference {
  const [, name = text, tag, sha] = /^(.+?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(text) ?? [];
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const hasHost = first.includes('.') || first.includes(':') || first === 'localhost';
  return {
    host: hasHost ? first : 'docker.io',
    repository: hasHost ? name.slice(slash + 1) : name,
    tag: tag ?? (sha === undefined ? 'latest' : undefined),
    digest: sha
  };
}

/** `host/name`, as Docker prints it. */
export function formatName(reference: Reference): string {
  return reference.host === 'docker.io' ? reference.repository : `${reference.host}/${reference.repository}`;
}

/**
 * The images of the stand-in, kept in a folder between calls: `images/<id>/{config,layer,manifest}` and one file a name in `names`, so that
 * calls which run side by side do not get into each other's way.
 */
export class ImageStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async save(image: StandInImage): Promise<void> {
    const folder = this.#imageFolder(image.id);
    await mkdir(folder, { recursive: true });
    for (const part of ['config', 'layer', 'manifest'] as const) await writeFile(join(folder, part), image[part]);
  }

  /** Gives an image a name; another image loses it. */
  async name(name: string, id: string): Promise<void> {
    const folder = join(this.#folder, 'names');
    await mkdir(folder, { recursive: true });
    const temporary = join(this.#folder, `name-${randomUUID()}`);
    await writeFile(temporary, id);
    await rename(temporary, join(folder, encodeURIComponent(name)));
  }

  async forget(name: string): Promise<void> {
    await rm(join(this.#folder, 'names', encodeURIComponent(name)), { force: true });
  }

  /** The names of an image: `host/name:tag`, and `host/name@sha256:…` where it was pushed. */
  async namesOf(id: string): Promise<readonly string[]> {
    const names = await this.names();
    return names.filter(([, target]) => target === id).map(([name]) => name);
  }

  /** All names, with the ids behind them. */
  async names(): Promise<readonly (readonly [string, string])[]> {
    const folder = join(this.#folder, 'names');
    const files = await readdir(folder).catch(() => []);
    return Promise.all(
      files.sort().map(async file => [decodeURIComponent(file), await readFile(join(folder, file), 'utf8')] as const)
    );
  }

  /** Finds an image by name, id or the beginning of an id; undefined where there is none. */
  async find(text: string): Promise<StandInImage | undefined> {
    const reference = readReference(text);
    const name = `${formatName(reference)}${reference.digest === undefined ? `:${reference.tag ?? 'latest'}` : `@${reference.digest}`}`;
    const named = await readFile(join(this.#folder, 'names', encodeURIComponent(name)), 'utf8').catch(() => undefined);
    if (named !== undefined) return this.#read(named);
    const start = text.replace(/^sha256:/, '');
    if (!/^[0-9a-f]{4,64}$/.test(start)) return undefined;
    const folders = await readdir(join(this.#folder, 'images')).catch(() => []);
    const found = folders.find(folder => folder.startsWith(start));
    return found === undefined ? undefined : this.#read(`sha256:${found}`);
  }

  async #read(id: string): Promise<StandInImage> {
    const read = (part: string): Promise<Buffer> => readFile(join(this.#imageFolder(id), part));
    const [config, layer, manifest] = await Promise.all([read('config'), read('layer'), read('manifest')]);
    return { id: digest(config), config, layer, manifest };
  }

  #imageFolder(id: string): string {
    return join(this.#folder, 'images', id.replace('sha256:', ''));
  }
}
