import { DockerError, readArguments, renderFormat } from './flags.js';
import { digest, MANIFEST_TYPE, type StandInImage } from './image.js';
import { NOTICE, type Session } from './session.js';
import { formatName, readReference, type Reference } from './store.js';

/** `docker push`: uploads what the registry has not got yet, then the manifest under its tag. */
export async function push(session: Session, argv: readonly string[]): Promise<void> {
  const flags = {
    values: [],
    switches: ['quiet', 'all-tags', 'disable-content-trust'],
    short: { q: 'quiet', a: 'all-tags' }
  };
  const args = readArguments('docker push', argv, flags);
  const [name] = args.rest;
  if (name === undefined || args.rest.length > 1) {
    throw new DockerError(`"docker push" requires exactly 1 argument.\nSee 'docker push --help'.`);
  }
  const { out } = session.output;
  const reference = readReference(name);
  const base = formatName(reference);
  if (!args.isOn('quiet')) out(`The push refers to repository [${base}]\n`);
  const tags = args.isOn('all-tags') ? await findTags(session, base) : [reference.tag ?? 'latest'];
  for (const each of tags) {
    const image = await session.store.find(`${base}:${each}`);
    if (image === undefined) throw new DockerError(`An image does not exist locally with the tag: ${base}`);
    const pushed = await pushImage(session, { ...reference, tag: each }, image, args.isOn('quiet'));
    await session.store.name(`${base}@${pushed}`, image.id);
    out(args.isOn('quiet') ? `${base}:${each}\n` : `${each}: digest: ${pushed} size: ${image.manifest.length}\n`);
  }
}

async function findTags(session: Session, base: string): Promise<readonly string[]> {
  const tags = (await session.store.names()).flatMap(([name]) =>
    name.startsWith(`${base}:`) ? [name.slice(base.length + 1)] : []
  );
  if (tags.length === 0) throw new DockerError(`An image does not exist locally with the tag: ${base}`);
  return tags;
}

async function pushImage(session: Session, reference: Reference, image: StandInImage, quiet: boolean): Promise<string> {
  const client = await session.connect(reference.host);
  const layer = digest(image.layer).slice(7, 19);
  const say = (text: string): void => (quiet ? undefined : session.output.out(`${layer}: ${text}\n`));
  say('Preparing');
  const isThere = await client.hasBlob(reference.repository, digest(image.layer));
  if (!isThere) await client.pushBlob(reference.repository, image.layer);
  say(isThere ? 'Layer already exists' : 'Pushed');
  if (!(await client.hasBlob(reference.repository, digest(image.config)))) {
    await client.pushBlob(reference.repository, image.config);
  }
  return client.pushManifest(reference, image, MANIFEST_TYPE);
}

/** `docker pull`: brings an image that a stand-in pushed back; a real one is only looked at. */
export async function pull(session: Session, argv: readonly string[]): Promise<void> {
  const flags = {
    values: ['platform'],
    switches: ['quiet', 'all-tags', 'disable-content-trust'],
    short: { q: 'quiet', a: 'all-tags' }
  };
  const args = readArguments('docker pull', argv, flags);
  const [name] = args.rest;
  if (name === undefined)
    throw new DockerError(`"docker pull" requires exactly 1 argument.\nSee 'docker pull --help'.`);
  const reference = readReference(name);
  const client = await session.connect(reference.host);
  const manifest = await client.readManifest(reference);
  const { config, layers } = JSON.parse(manifest.toString('utf8')) as {
    config?: { digest: string };
    layers?: { digest: string }[];
  };
  const [layer] = layers ?? [];
  if (config === undefined || layer === undefined || layers?.length !== 1) {
    throw new DockerError('stand-in docker: only images that it pushed itself can be pulled; this one is a real image');
  }
  const image = {
    id: config.digest,
    manifest,
    config: await client.readBlob(reference.repository, config.digest),
    layer: await client.readBlob(reference.repository, layer.digest)
  };
  const base = formatName(reference);
  await session.store.save(image);
  if (reference.tag !== undefined) await session.store.name(`${base}:${reference.tag}`, image.id);
  await session.store.name(`${base}@${digest(manifest)}`, image.id);
  session.output.out(`Digest: ${digest(manifest)}\nStatus: Downloaded newer image for ${name}\n${name}\n`);
}

/** `docker tag` */
export async function tag(session: Session, argv: readonly string[]): Promise<void> {
  const [source, target] = argv;
  if (source === undefined || target === undefined || argv.length > 2) {
    throw new DockerError(`"docker tag" requires exactly 2 arguments.\nSee 'docker tag --help'.`);
  }
  const image = await session.store.find(source);
  if (image === undefined) throw new DockerError(`Error response from daemon: No such image: ${source}`);
  const name = readReference(target);
  await session.store.name(`${formatName(name)}:${name.tag ?? 'latest'}`, image.id);
}

/** `docker image inspect` */
export async function inspect(session: Session, argv: readonly string[]): Promise<void> {
  const flags = { values: ['format', 'type', 'platform'], switches: ['size'], short: { f: 'format', s: 'size' } };
  const args = readArguments('docker image inspect', argv, flags);
  const format = args.last('format');
  const found: unknown[] = [];
  const missing: string[] = [];
  for (const name of args.rest) {
    const image = await session.store.find(name);
    if (image === undefined) missing.push(name);
    else found.push(await describe(session, image));
  }
  const { out } = session.output;
  if (format === undefined) out(`${JSON.stringify(found, undefined, 4)}\n`);
  else for (const image of found) out(`${renderFormat(format, image)}\n`);
  if (missing.length > 0) {
    throw new DockerError(missing.map(name => `Error response from daemon: No such image: ${name}`).join('\n'));
  }
}

async function describe(session: Session, image: StandInImage): Promise<Readonly<Record<string, unknown>>> {
  const names = await session.store.namesOf(image.id);
  const config = JSON.parse(image.config.toString('utf8')) as Record<string, unknown>;
  return {
    Id: image.id,
    RepoTags: names.filter(name => !name.includes('@')),
    RepoDigests: names.filter(name => name.includes('@')),
    Comment: NOTICE,
    Created: config['created'],
    Config: config['config'],
    Architecture: config['architecture'],
    Variant: config['variant'] ?? '',
    Os: config['os'],
    Size: image.layer.length,
    RootFS: { Type: 'layers', Layers: (config['rootfs'] as { diff_ids: string[] }).diff_ids }
  };
}

/** `docker images` and `docker image ls` */
export async function list(session: Session, argv: readonly string[]): Promise<void> {
  const flags = {
    values: ['filter', 'format'],
    switches: ['all', 'quiet', 'no-trunc', 'digests'],
    short: { a: 'all', q: 'quiet', f: 'filter' }
  };
  const args = readArguments('docker images', argv, flags);
  const [wanted] = args.rest;
  const names = (await session.store.names()).filter(([name]) => !name.includes('@'));
  const shown = names.filter(([name]) => wanted === undefined || name === wanted || name.startsWith(`${wanted}:`));
  if (args.isOn('quiet')) {
    session.output.out([...new Set(shown.map(([, id]) => `${id.slice(7, 19)}\n`))].join(''));
    return;
  }
  session.output.out('REPOSITORY:TAG   IMAGE ID\n');
  for (const [name, id] of shown) session.output.out(`${name}   ${id.slice(7, 19)}\n`);
}

/** `docker rmi` and `docker image rm` */
export async function remove(session: Session, argv: readonly string[]): Promise<void> {
  const flags = { values: [], switches: ['force', 'no-prune'], short: { f: 'force' } };
  for (const name of readArguments('docker rmi', argv, flags).rest) {
    const image = await session.store.find(name);
    if (image === undefined) throw new DockerError(`Error response from daemon: No such image: ${name}`);
    const reference = readReference(name);
    const full = `${formatName(reference)}${reference.digest === undefined ? `:${reference.tag ?? 'latest'}` : `@${reference.digest}`}`;
    const isId = /^(sha256:)?[0-9a-f]{4,64}$/.test(name);
    for (const each of isId ? await session.store.namesOf(image.id) : [full]) {
      await session.store.forget(each);
      session.output.out(`Untagged: ${each}\n`);
    }
  }
}

/** `docker manifest inspect` */
export async function inspectManifest(session: Session, argv: readonly string[]): Promise<void> {
  const flags = { values: [], switches: ['insecure', 'verbose'], short: { v: 'verbose' } };
  const [name] = readArguments('docker manifest inspect', argv, flags).rest;
  if (name === undefined) throw new DockerError('"docker manifest inspect" requires at least 1 argument.');
  const reference = readReference(name);
  const client = await session.connect(reference.host);
  try {
    session.output.out(`${(await client.readManifest(reference)).toString('utf8')}\n`);
  } catch (error) {
    if (!(error instanceof DockerError) || !error.message.startsWith('manifest unknown')) throw error;
    throw new DockerError(`no such manifest: ${name}`);
  }
}
