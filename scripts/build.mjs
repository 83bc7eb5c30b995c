// Builds dist/ from src/: tsc strips the types, ncc puts each entry into one file. Not minified, no maps: a reviewer can read what runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const out = process.argv[2] === undefined ? join(root, 'dist') : join(process.cwd(), process.argv[2]);

run(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.build.json']);
rmSync(out, { recursive: true, force: true });
bundle('index.js', out);
// It only says which step it is; the bundle is the same.
copyFileSync(join(root, 'lib', 'post.js'), join(out, 'post.js'));
bundle('cli.js', join(out, 'cli'));

function bundle(entry, folder) {
  mkdirSync(folder, { recursive: true });
  run(require.resolve('@vercel/ncc/dist/ncc/cli.js'), [
    'build',
    join('lib', entry),
    '-o',
    folder,
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
    '--target',
    'es2022'
  ]);
  for (const name of readdirSync(folder)) {
    // git keeps LF; a package's CRLF in the bundle would make every checkout differ.
    if (/\.(js|txt|json)$/.test(name)) {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
    }
  }
}

function run(program, args) {
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
