import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { SECRET_KEY, type Sandbox, type Shipped } from './sandbox.js';

/** The text of all files in a folder, those of its folders too. */
export async function readAll(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile());
  return (await Promise.all(files.map(entry => readFile(join(entry.parentPath, entry.name), 'utf8')))).join('\n');
}

/** The places of a run and its machine that hold a secret of it: a registry's password, as it was or as Docker writes it, or AWS's key. */
export async function findSecrets(sandbox: Sandbox, run: Shipped): Promise<readonly string[]> {
  const places = {
    // The runner takes these lines for commands and shows none of them.
    log: run.log
      .split('\n')
      .filter(line => !line.startsWith('::add-mask::'))
      .join('\n'),
    outputs: JSON.stringify(run.outputs),
    state: JSON.stringify(run.state),
    summary: run.summary,
    "docker's arguments": run.docker.join('\n'),
    workspace: await readAll(sandbox.workspace),
    home: await readAll(sandbox.home),
    'temporary folder': await readAll(sandbox.temporary)
  };
  const passwords = await sandbox.readPasswords();
  const encoded = passwords.map(password => Buffer.from(`AWS:${password}`).toString('base64'));
  const secrets = [...passwords, ...encoded, SECRET_KEY];
  return Object.entries(places).flatMap(([name, text]) =>
    secrets.some(secret => text.includes(secret)) ? [name] : []
  );
}
