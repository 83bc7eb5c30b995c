// Sources that run without a build: their types are taken off, into a folder from which node_modules is still found.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Imports modules by their paths from the root (`src/errors.js`).
 *
 * @param {readonly string[]} modules
 * @param {(path: string) => boolean} wanted says of a source's path, with slashes, whether it is needed
 * @param {readonly string[]} others further sources, by their paths
 * @returns {Promise<unknown[]>} the modules, in the order of their paths
 */
export async function loadRooms(modules, wanted, others = []) {
  const out = await emitRooms(wanted, others);
  try {
    return await Promise.all(modules.map(path => importModule(join(out, path))));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @returns {Promise<unknown>}
 */
function importModule(path) {
  return import(pathToFileURL(path).href);
}

/**
 * Writes the sources without their types.
 *
 * @param {(path: string) => boolean} wanted
 * @param {readonly string[]} others
 * @returns {Promise<string>} the folder, which is the caller's to remove
 */
export async function emitRooms(wanted, others = []) {
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const out = await mkdtemp(join(cache, 'slipway-rooms-'));
  await writeFile(join(out, 'package.json'), '{"type":"module"}');
  const entries = await readdir(join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(wanted);
  for (const path of [...sources, ...others]) {
    const target = join(out, path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, stripTypes(await readFile(join(ROOT, path), 'utf8')));
  }
  return out;
}

/** @param {string} source */
function stripTypes(source) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
