import { diffDefinitions, type Change } from '../task-definition/diff.js';
import { listContainers } from '../task-definition/types.js';
import type { Task } from '../aws/types.js';
import type { ShippedImage } from '../image/published-image.js';
import { parseReference } from '../image/reference.js';
import { whyNotSteady, readServiceSnapshot } from '../rollout/steady-state.js';
import type { RolloutTarget } from '../rollout/target.js';
import { parseTaskDefinitionName } from '../text/arn.js';
import type { JsonRecord } from '../text/record.js';
import { readRevision, type Revision } from './revision.js';
import { containersOf } from './prepare-service.js';
import type { RenderedService } from './write-artifacts.js';
import type { RunContext } from '../context.js';

type ReadOnlyContext = Pick<RunContext, 'ecs' | 'codedeploy' | 'clock' | 'reporter'>;
type Image = Pick<ShippedImage, 'config' | 'uri' | 'digest'>;

/** What a comparison with what runs adds to a service. */
export interface Compared {
  /** The revision that runs and stays; undefined: the service is to be deployed. */
  readonly unchanged: Revision | undefined;
}

/**
 * Finds the services that run already what is to be deployed (skip-unchanged): their task definition says the same once AWS's defaults
 * and orders are left out, the images of this run have the digests of those that run, the revision is the newest of its family or says
 * the same as that, and the service is steady. Whatever is in doubt counts as changed. Says for each service why.
 *
 * @returns the services, in their order
 */
export async function findUnchanged<S extends RenderedService>(
  services: readonly S[],
  images: readonly Image[],
  context: ReadOnlyContext
): Promise<readonly (S & Compared)[]> {
  if (!services.some(({ config }) => config.rollout.skipUnchanged)) {
    return services.map(service => ({ ...service, unchanged: undefined }));
  }
  return context.reporter.group('Unchanged?', () =>
    Promise.all(
      services.map(async service => ({ ...service, unchanged: await findKeptRevision(service, images, context) }))
    )
  );
}

async function findKeptRevision(
  service: RenderedService,
  images: readonly Image[],
  context: ReadOnlyContext
): Promise<Revision | undefined> {
  const { target, config, texts } = service;
  const text = texts.taskDefinition;
  if (!config.rollout.skipUnchanged || target === undefined || text === undefined) return undefined;
  const own = listOwn(service, images);
  const { revision, why } = await compareWithRunning(service, target, text, own, context);
  const name = `${target.clusterName}/${target.serviceName}`;
  context.reporter.info(
    revision === undefined ? `${name} is deployed: ${why}.` : `${name} stays as it is: it runs ${revision.arn}.`
  );
  return revision;
}

/** Container and image of what this run ships. */
function listOwn(service: RenderedService, images: readonly Image[]): ReadonlyMap<string, Image> {
  return new Map(images.flatMap(image => containersOf(service, image.config).map(name => [name, image] as const)));
}

type Comparison =
  { readonly revision: Revision; readonly why?: never } | { readonly revision?: never; readonly why: string };

async function compareWithRunning(
  { config }: RenderedService,
  target: RolloutTarget,
  text: string,
  own: ReadonlyMap<string, Image>,
  context: ReadOnlyContext
): Promise<Comparison> {
  const running = target.runningTaskDefinitionArn;
  if (running === undefined) return { why: 'nothing runs yet' };
  const wanted = JSON.parse(text) as JsonRecord;
  const { family } = parseTaskDefinitionName(running);
  const [there, newest, look] = await Promise.all([
    readRevision(running, false, context),
    readRevision(family, true, context),
    readServiceSnapshot(target, context)
  ]);
  const unrest = whyNotSteady(target, look, config.rollout);
  if (unrest !== undefined) return { why: unrest };
  if (there === undefined) return { why: `${running} cannot be read` };
  const changes = diffDefinitions(there.definition, wanted).filter(change => !isOtherTag(change, own));
  if (changes.length > 0) return { why: `the task definition differs (${changes.map(({ path }) => path).join(', ')})` };
  if (
    newest?.arn !== there.arn &&
    (newest === undefined || diffDefinitions(newest.definition, there.definition).length > 0)
  ) {
    return { why: `the newest revision of ${family} says something else than the one that runs` };
  }
  const images = new Map(listContainers(there.definition).map(({ name, image }) => [name, image]));
  for (const [name, image] of own) {
    const why = findOtherImage(name, image, images.get(name), look.tasks);
    if (why !== undefined) return { why };
  }
  return { revision: { arn: there.arn, isOwn: false, definition: JSON.parse(text) as Revision['definition'] } };
}

/** Another tag, or a digest in place of one, in the same repository: the digests decide. */
function isOtherTag({ kind, path, from, to }: Change, own: ReadonlyMap<string, Image>): boolean {
  const [, name] = /^containerDefinitions\[([^\]]+)\]\.image$/.exec(path) ?? [];
  if (kind !== 'changed' || name === undefined || !own.has(name)) return false;
  const [before, after] = [from, to].map(uri => (typeof uri === 'string' ? parseReference(uri) : undefined));
  return before !== undefined && before.registry === after?.registry && before.repository === after?.repository;
}

/** Why the image that runs may be another one than that of this run. */
function findOtherImage(
  container: string,
  { uri, digest }: Image,
  running: string | undefined,
  tasks: readonly Task[]
): string | undefined {
  const wanted = digest ?? parseReference(uri)?.digest;
  if (wanted === undefined) return `the digest of ${uri} is not known`;
  if (running !== undefined && parseReference(running)?.digest === wanted) return undefined;
  const digests = tasks.map(({ containers = [] }) => containers.find(({ name }) => name === container)?.imageDigest);
  const other = digests.find(found => found !== wanted);
  if (other !== undefined) return `the container ${container} runs ${other}, and the image is ${wanted}`;
  return digests.includes(undefined) ? `which image the container ${container} runs is not known` : undefined;
}
