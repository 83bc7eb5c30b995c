import { matchesWildcard } from '../text/wildcard.js';
import type { EcrRepository } from './ports.js';

/** An image reference, taken apart. Without a registry Docker means Docker Hub; without tag and digest it means the tag `latest`. */
export interface Reference {
  /** Host, with its port where it has one. */
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?';
const HOST = new RegExp(`^(?:\\[[0-9a-fA-F:]+\\]|${LABEL}(?:\\.${LABEL})*)(?::\\d+)?$`);

/**
 * Takes a reference apart by the grammar of the distribution project: `[host[:port]/]path[:tag][@sha256:…]`. The first component is a
 * host where it holds a dot or a port or is `localhost`. undefined: it is no reference.
 */
export function parseReference(text: string): Reference | undefined {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(':');
  const tagged = colon > named.lastIndexOf('/');
  const tag = tagged ? named.slice(colon + 1) : undefined;
  const { host, path } = splitHost(tagged ? named.slice(0, colon) : named);
  if (!REPOSITORY.test(path) || path.length > 255) return undefined;
  if (host !== undefined && !HOST.test(host)) return undefined;
  if (tag !== undefined && !TAG.test(tag)) return undefined;
  if (digest !== undefined && !DIGEST.test(digest)) return undefined;
  return { registry: host, repository: path, tag, digest };
}

export function formatReference(reference: Reference): string {
  const { registry, repository, tag, digest } = reference;
  const host = registry === undefined ? '' : `${registry}/`;
  return `${host}${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** The host of a `repositoryUri`, a `proxyEndpoint` or any other URL, with its port where it has one. */
export function hostOf(address: string): string {
  return address.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');
}

/** What Docker takes for a context (or a Dockerfile) that is not on this machine: a Git repository or an archive behind a URL. */
export function isRemote(context: string): boolean {
  return /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/.test(context);
}

/** The host is this machine's own, as seen from this machine. */
export function isLoopback(host: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/.test(host);
}

/** ECR's own rule: 2 to 256 characters, lower case, no host. */
export function isRepositoryName(text: string): boolean {
  return REPOSITORY.test(text) && text.length >= 2 && text.length <= 256;
}

export function isTag(text: string): boolean {
  return TAG.test(text);
}

/**
 * Once pushed, this tag can never name another image (ECR's `imageTagMutability`). With `IMMUTABLE_WITH_EXCLUSION` the tags that match
 * a filter are mutable, with `MUTABLE_WITH_EXCLUSION` they are the immutable ones; in a filter `*` stands for any number of characters.
 */
export function isTagImmutable(repository: Pick<EcrRepository, 'mutability' | 'exclusions'>, tag: string): boolean {
  const excluded = repository.exclusions.some(filter => matchesWildcard(filter, tag));
  switch (repository.mutability) {
    case 'IMMUTABLE':
      return true;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return !excluded;
    case 'MUTABLE_WITH_EXCLUSION':
      return excluded;
    default:
      return false;
  }
}

function splitHost(name: string): { host: string | undefined; path: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === 'localhost';
  return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name };
}
