import { createHash } from 'node:crypto';
import type { Stage } from './core-support.js';

export const IMAGE_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

export function digestOf(bytes: string | Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A client of the registry with the login of a region. */
export interface RegistryUser {
  /** The value of the Authorization header. */
  readonly authorization: string;
  send(method: string, path: string, body?: string | Buffer, headers?: Record<string, string>): Promise<Response>;
  pushBlob(repository: string, bytes: string | Buffer): Promise<string>;
  /** Pushes an image of one layer under a tag; gives back its manifest. */
  pushImage(repository: string, tag: string, content: string): Promise<string>;
}

export async function logIn(stage: Stage, region = 'eu-west-1'): Promise<RegistryUser> {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/${region}/ecr/aws4_request, Signature=0`;
  const answer = await stage.send('ecr', 'GetAuthorizationToken', {}, { authorization });
  const { authorizationData } = answer.body as unknown as { authorizationData: { authorizationToken: string }[] };
  const login = `Basic ${authorizationData[0]?.authorizationToken ?? ''}`;
  const user: RegistryUser = {
    authorization: login,
    send: (method, path, body, headers = {}) =>
      fetch(new URL(path, stage.cloud.endpoint), {
        method,
        headers: { authorization: login, ...headers },
        ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) })
      }),
    async pushBlob(repository, bytes) {
      const digest = digestOf(bytes);
      const response = await user.send('POST', `/v2/${repository}/blobs/uploads/?digest=${digest}`, bytes);
      if (response.status !== 201) throw new Error(await response.text());
      return digest;
    },
    async pushImage(repository, tag, content) {
      const manifest = makeManifest(content);
      await user.pushBlob(repository, makeConfig(content));
      await user.pushBlob(repository, content);
      const path = `/v2/${repository}/manifests/${tag}`;
      const response = await user.send('PUT', path, manifest, { 'content-type': IMAGE_TYPE });
      if (response.status !== 201) throw new Error(await response.text());
      return manifest;
    }
  };
  return user;
}

/** The first error of an answer: `CODE message`. */
export async function readError(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { errors: { code: string; message: string }[] };
  return `${errors[0]?.code ?? ''} ${errors[0]?.message ?? ''}`;
}

/** The manifest of an image whose one layer is this content. */
export function makeManifest(content: string): string {
  const config = makeConfig(content);
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: IMAGE_TYPE,
    config: {
      mediaType: 'application/vnd.docker.container.image.v1+json',
      size: config.length,
      digest: digestOf(config)
    },
    layers: [
      {
        mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
        size: content.length,
        digest: digestOf(content)
      }
    ]
  });
}

function makeConfig(content: string): string {
  return JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [digestOf(content)] }
  });
}
