import { findConfigFolder, findLogin } from './credentials.js';
import { DockerError } from './flags.js';
import { RegistryClient } from './registry-client.js';
import { ImageStore } from './store.js';

/** Where the stand-in writes to. */
export interface StandInOutput {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** One call of the stand-in, as its commands see it. */
export interface Session {
  readonly store: ImageStore;
  readonly output: StandInOutput;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly configFolder: string;
  /** The working directory: what relative paths are taken from. */
  readonly directory: string;
  /** A client with the login that is stored for a host. */
  connect(host: string): Promise<RegistryClient>;
}

/** Said with every build, so that nobody takes the image for a real one. */
export const NOTICE = 'stand-in docker: no image is built';

/** @throws DockerError when SLIPWAY_STAND_IN_STATE is not set */
export function openSession(
  stdin: AsyncIterable<string | Uint8Array>,
  env: Readonly<Record<string, string | undefined>>,
  configFlag: string | undefined,
  output: StandInOutput,
  directory: string
): Session {
  const folder = env['SLIPWAY_STAND_IN_STATE'];
  if (folder === undefined || folder === '') {
    throw new DockerError(
      'stand-in docker: SLIPWAY_STAND_IN_STATE is not set. Set it to a folder that lasts between calls.'
    );
  }
  const configFolder = findConfigFolder(env, configFlag);
  return {
    store: new ImageStore(folder),
    output,
    stdin,
    configFolder,
    directory,
    connect: async host => new RegistryClient(host, await findLogin(configFolder, host))
  };
}

/** Everything on standard input, as text. */
export async function readInput(session: Session): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of session.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
