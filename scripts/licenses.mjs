// The packages of which a bundle holds something, and their licences.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * A module in webpack's statistics (https://webpack.js.org/api/stats/#module-object), as far as it is read here.
 *
 * @typedef {{ readonly chunks: readonly unknown[], readonly nameForCondition?: string | null, readonly modules?: readonly Module[] }} Module
 * @typedef {{ readonly name: string, readonly version: string | undefined, readonly license: string | undefined }} Manifest
 * @typedef {Manifest & { readonly folder: string }} Package
 */

/**
 * @param {{ readonly modules: readonly Module[] }} stats webpack's statistics of the build, as `ncc --stats-out` writes them
 * @returns {readonly Package[]} the packages that have a module in any chunk, each with its folder, sorted by name
 */
export function listPackages(stats) {
  const folders = new Set(stats.modules.filter(isInChunk).flatMap(listFiles).map(findPackage));
  const packages = [...folders]
    .filter(folder => folder !== undefined)
    .map(folder => ({ folder, ...readManifest(folder) }));
  return packages.sort((one, other) => compare(label(one), label(other)));
}

/**
 * The text of licenses.txt: packages with the same licence text are listed above it together. Throws if a package has no licence.
 *
 * @param {readonly Package[]} packages
 */
export function renderLicenses(packages) {
  /** @type {Map<string, Package[]>} */
  const byText = new Map();
  for (const entry of packages) {
    const text = readLicenses(entry);
    byText.set(text, [...(byText.get(text) ?? []), entry]);
  }
  const parts = [...byText].map(([text, under]) => {
    const names = under.map(entry => `${label(entry)} (${entry.license})`).join('\n');
    return `${names}\n\n${text}\n`;
  });
  const head = 'This folder holds parts of the packages named below, each above the text of its licence.\n';
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * The packages that a licenses.txt names, as `name@version`.
 *
 * @param {string} text
 */
export function readPackageNames(text) {
  return [...text.matchAll(/^((?:@[^\s@/]+\/)?[^\s@/]+@\d\S*) \(.+\)$/gm)].map(([, name = '']) => name);
}

/** @param {Manifest} manifest */
function label({ name, version }) {
  return `${name}@${version}`;
}

/** @param {Module} module */
function isInChunk({ chunks }) {
  return chunks.length > 0;
}

/**
 * The files of a module: webpack puts several into one where it can.
 *
 * @param {Module} module
 * @returns {readonly string[]}
 */
function listFiles({ modules, nameForCondition }) {
  if (modules !== undefined) return modules.flatMap(listFiles);
  return typeof nameForCondition === 'string' ? [nameForCondition] : [];
}

/**
 * The folder of a file's package; undefined for the project's own. A package.json without a version only says how to load a folder.
 *
 * @param {string} file
 */
function findPackage(file) {
  if (!file.includes(`${sep}node_modules${sep}`)) return undefined;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && readManifest(folder).version !== undefined) return folder;
    if (folder === dirname(folder)) throw new Error(`${file} belongs to no package.`);
  }
}

/**
 * @param {string} folder
 * @returns {Manifest}
 */
function readManifest(folder) {
  /** @type {unknown} */
  const written = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = /** @type {Manifest} */ (written);
  return { name, version, license };
}

/** @param {Package} entry */
function readLicenses({ folder, name, license }) {
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|notice|copying)([-.].*)?$/i.test(file));
  if (files.length > 0) {
    return files
      .sort(compare)
      .map(file => tidy(readFileSync(join(folder, file), 'utf8')))
      .join('\n\n');
  }
  if (typeof license !== 'string')
    throw new Error(`${name} says nothing of its licence: look it up before it is bundled.`);
  return `The package has no file of its licence; its package.json says ${license}.`;
}

/**
 * A text as git keeps it, without trailing blanks: texts that differ only in those are the same licence.
 *
 * @param {string} text
 */
function tidy(text) {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/**
 * The same order on every machine, whatever its locale.
 *
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
