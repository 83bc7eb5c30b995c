// Builds dist/ from src/: tsc strips the types, ncc bundles both programs as one, so that what they share is in dist once. Not minified, no maps:
// a reviewer can read what runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { listPackages, renderLicenses } from './licenses.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const out = process.argv[2] === undefined ? join(root, 'dist') : join(process.cwd(), process.argv[2]);
const bundle = join(out, 'bundle');
const stats = join(root, 'lib', 'stats.json');

run(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.build.json']);
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'cli'), { recursive: true });
run(require.resolve('@vercel/ncc/dist/ncc/cli.js'), [
  'build',
  join('lib', 'bundle.js'),
  '-o',
  bundle,
  '--stats-out',
  stats,
  '--no-cache',
  '--quiet',
  '--target',
  'es2022'
]);
// dist has one for all that is in it.
rmSync(join(bundle, 'package.json'));
for (const name of readdirSync(bundle)) {
  // git keeps LF; a package's CRLF in the bundle would make every checkout differ.
  const path = join(bundle, name);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
}

writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type: 'module' }, undefined, 2)}\n`);
writeFileSync(join(out, 'licenses.txt'), renderLicenses(listPackages(readStats())));
rmSync(stats);
writeFileSync(join(out, 'index.js'), `import { startAction } from './bundle/index.js';\n\nawait startAction();\n`);
// It only says which step it is.
copyFileSync(join(root, 'lib', 'post.js'), join(out, 'post.js'));
writeFileSync(
  join(out, 'cli', 'index.js'),
  `#!/usr/bin/env node\nimport { startCommand } from '../bundle/index.js';\n\nawait startCommand();\n`,
  { mode: 0o755 }
);

/** @returns {Parameters<typeof listPackages>[0]} */
function readStats() {
  /** @type {unknown} */
  const written = JSON.parse(readFileSync(stats, 'utf8'));
  return /** @type {ReturnType<typeof readStats>} */ (written);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function run(program, args) {
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
