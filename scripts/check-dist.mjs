// Builds the bundles anew and compares them with dist/, byte for byte, in both directions; a file that git does not know counts as missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const fresh = join('lib', 'fresh-dist');

const build = spawnSync(process.execPath, [join('scripts', 'build.mjs'), fresh], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const built = readFiles(join(root, fresh));
const committed = readFiles(join(root, 'dist'));
const untracked = spawnSync('git', ['ls-files', '--others', '--', 'dist'], { cwd: root, encoding: 'utf8' }).stdout;
const problems = [
  ...[...built.keys()].filter(name => !committed.has(name)).map(name => `dist/${name} is missing`),
  ...[...committed.keys()].filter(name => !built.has(name)).map(name => `dist/${name} is not built from anything`),
  ...[...built]
    .filter(([name, bytes]) => committed.get(name)?.equals(bytes) === false)
    .map(([name]) => `dist/${name} differs from what the sources build`),
  ...untracked
    .split('\n')
    .filter(Boolean)
    .map(name => `${name} is not added to git`)
];
rmSync(join(root, fresh), { recursive: true, force: true });
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error('Run `npm run build` and commit dist.');
  process.exit(1);
}

/**
 * The files below a folder, by their path in it.
 *
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
function readFiles(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return new Map(
    entries
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)])
  );
}
