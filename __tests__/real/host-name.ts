import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server's key and certificate, and the authority that signed it: PEM texts. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

const HOSTS = '/etc/hosts';
/** Where a Docker engine looks for the authorities that it trusts for one registry. */
const CERTS = '/etc/docker/certs.d';

/**
 * Runs `body` while a name leads to this machine, and Docker trusts who answers under it: a line of /etc/hosts, and a test authority in
 * /etc/docker/certs.d. Both are taken away afterwards. Needs root.
 */
export async function withHostName<T>(host: string, body: (identity: Identity) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-authority-'));
  const trust = join(CERTS, host);
  const line = `127.0.0.1 ${host} # a test's`;
  try {
    const identity = await issueIdentity(host, folder);
    await mkdir(trust, { recursive: true });
    await writeFile(join(trust, 'ca.crt'), identity.ca);
    const hosts = await readFile(HOSTS, 'utf8');
    await writeFile(HOSTS, `${hosts}${hosts.endsWith('\n') ? '' : '\n'}${line}\n`);
    return await body(identity);
  } finally {
    const hosts = await readFile(HOSTS, 'utf8');
    await writeFile(HOSTS, hosts.replace(`${line}\n`, ''));
    await rm(trust, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

async function issueIdentity(host: string, folder: string): Promise<Identity> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = ['-subj', '/CN=Test authority', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2'];
  openssl(folder, 'req', '-x509', ...key, ...authority);
  openssl(folder, 'req', ...key, '-subj', '/CN=registry', '-keyout', 'key.pem', '-out', 'request.pem');
  await writeFile(join(folder, 'extensions'), `subjectAltName=DNS:${host}\n`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'extensions', '-days', '2'];
  openssl(folder, 'x509', '-req', '-in', 'request.pem', '-out', 'cert.pem', ...signed);
  const [keyText, cert, ca] = await Promise.all(
    ['key.pem', 'cert.pem', 'ca.pem'].map(name => readFile(join(folder, name), 'utf8'))
  );
  return { key: keyText ?? '', cert: cert ?? '', ca: ca ?? '' };
}

function openssl(cwd: string, ...args: readonly string[]): void {
  const done = spawnSync('openssl', args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${done.error?.message ?? done.stderr}`);
}
