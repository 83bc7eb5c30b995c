import { digest, type StandInImage } from './image.js';
import { DockerError } from './flags.js';
import type { Reference } from './store.js';

const MANIFEST_TYPES = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json'
].join(', ');

/** Docker speaks plain HTTP to registries on the machine's own addresses, HTTPS to all others. */
function registryUrl(host: string): string {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host) ? `http://${host}` : `https://${host}`;
}

/** A registry, as a client that may have logged in sees it. Errors come as Docker words them. */
export class RegistryClient {
  readonly #url: string;
  readonly #authorization: string | undefined;

  /** @param authorization the value of the HTTP header, undefined for none */
  constructor(host: string, authorization: string | undefined) {
    this.#url = registryUrl(host);
    this.#authorization = authorization;
  }

  /** Tries the login. @throws DockerError */
  async ping(): Promise<void> {
    const response = await this.#send('GET', '/v2/');
    if (response.ok) return;
    const status = `${response.status} ${response.statusText}`;
    throw new DockerError(
      `Error response from daemon: login attempt to ${this.#url}/v2/ failed with status: ${status}`
    );
  }

  async hasBlob(repository: string, blob: string): Promise<boolean> {
    return (await this.#send('HEAD', `/v2/${repository}/blobs/${blob}`)).ok;
  }

  /** Uploads a blob as Docker does: an upload is begun, the bytes follow, the digest ends it. */
  async pushBlob(repository: string, bytes: Buffer): Promise<void> {
    const begun = await this.#send('POST', `/v2/${repository}/blobs/uploads/`);
    if (begun.status !== 202) throw await explain(begun);
    const sent = await this.#send('PATCH', begun.headers.get('location') ?? '', bytes, 'application/octet-stream');
    if (sent.status !== 202) throw await explain(sent);
    const end = new URL(sent.headers.get('location') ?? '', this.#url);
    end.searchParams.set('digest', digest(bytes));
    const ended = await this.#send('PUT', end.href);
    if (ended.status !== 201) throw await explain(ended);
  }

  /** Puts the manifest under the tag; gives back the registry's digest of it. */
  async pushManifest(reference: Reference, image: StandInImage, type: string): Promise<string> {
    const path = `/v2/${reference.repository}/manifests/${reference.tag ?? 'latest'}`;
    const response = await this.#send('PUT', path, image.manifest, type);
    if (response.status !== 201) throw await explain(response);
    return response.headers.get('docker-content-digest') ?? digest(image.manifest);
  }

  /** A manifest's bytes. @throws DockerError when there is none */
  async readManifest(reference: Reference): Promise<Buffer> {
    return this.#read(`/v2/${reference.repository}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`);
  }

  async readBlob(repository: string, blob: string): Promise<Buffer> {
    return this.#read(`/v2/${repository}/blobs/${blob}`);
  }

  async #read(path: string): Promise<Buffer> {
    const response = await this.#send('GET', path);
    if (!response.ok) throw await explain(response);
    return Buffer.from(await response.arrayBuffer());
  }

  async #send(method: string, path: string, body?: Buffer, type?: string): Promise<Response> {
    const url = new URL(path, this.#url);
    const headers = {
      Accept: MANIFEST_TYPES,
      ...(this.#authorization === undefined ? {} : { Authorization: this.#authorization }),
      ...(type === undefined ? {} : { 'Content-Type': type })
    };
    try {
      return await fetch(url, { method, headers, ...(body === undefined ? {} : { body: new Uint8Array(body) }) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new DockerError(`Error response from daemon: ${method} "${url.href}": ${cause}`);
    }
  }
}

/** `tag invalid: The image tag …`: the code in lower case with spaces, then the message, as Docker prints it. */
async function explain(response: Response): Promise<DockerError> {
  if (response.status === 401) return new DockerError('no basic auth credentials');
  const text = await response.text();
  try {
    const { errors } = JSON.parse(text) as { errors: { code: string; message: string }[] };
    const lines = errors.map(({ code, message }) => `${code.toLowerCase().replaceAll('_', ' ')}: ${message}`);
    return new DockerError(lines.join('\n'));
  } catch {
    return new DockerError(`received unexpected HTTP status: ${response.status} ${response.statusText}`);
  }
}
