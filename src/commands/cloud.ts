import { startCloud } from '../rehearsal/cloud.js';

export interface CloudSettings {
  readonly port: number;
  readonly scale: number;
  /** Told that it must end; resolves the command. */
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
}

/** `slipway cloud`: serves the built-in AWS until it is told to end. Resolves with the exit code. */
export async function serveCloud(settings: CloudSettings): Promise<number> {
  const anchor = Date.now();
  const cloud = await startCloud({ port: settings.port, scale: settings.scale, anchor });
  settings.write(`The built-in AWS listens on ${cloud.endpoint} (account ${cloud.account}, any region, any credentials).

  export AWS_ENDPOINT_URL=${cloud.endpoint} AWS_ACCESS_KEY_ID=rehearsal AWS_SECRET_ACCESS_KEY=rehearsal
${settings.scale === 1 ? '' : `  export SLIPWAY_CLOCK=${settings.scale}@${anchor}   # its time runs ${settings.scale} times as fast\n`}
Ctrl-C ends it; what it holds is gone then.
`);
  await new Promise<void>(resolve => {
    if (settings.signal.aborted) resolve();
    settings.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await cloud.close();
  return 0;
}
