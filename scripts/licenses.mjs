// The packages of which a bundle holds something, and their licences.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * @param stats webpack's statistics of the build, as `ncc --stats-out` writes them
 * @returns the packages that have a module in any chunk, each with its folder, in the order of their names
 */
export function listPackages(stats) {
  const folders = new Set(stats.modules.filter(isInChunk).flatMap(listFiles).map(findPackage));
  const packages = [...folders]
    .filter(folder => folder !== undefined)
    .map(folder => ({ folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .map(({ folder, name, version, license }) => ({ folder, name, version, license }));
  return packages.sort((one, other) => compare(label(one), label(other)));
}

/** The text of licenses.txt: packages under the same text stand above it together. Throws where a package says nothing of its licence. */
export function renderLicenses(packages) {
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

/** The packages that a licenses.txt names, as `name@version`. */
export function readPackageNames(text) {
  return [...text.matchAll(/^((?:@[^\s@/]+\/)?[^\s@/]+@\d\S*) \(.+\)$/gm)].map(match => match[1]);
}

function label({ name, version }) {
  return `${name}@${version}`;
}

function isInChunk({ chunks }) {
  return chunks.length > 0;
}

/** The files of a module: webpack puts several into one where it can. */
function listFiles({ modules, nameForCondition }) {
  if (modules !== undefined) return modules.flatMap(listFiles);
  return typeof nameForCondition === 'string' ? [nameForCondition] : [];
}

/** The folder of the package that a file is of; undefined for the project's own. A package.json without a version only says how to load a folder. */
function findPackage(file) {
  if (!file.includes(`${sep}node_modules${sep}`)) return undefined;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).version !== undefined) return folder;
    if (folder === dirname(folder)) throw new Error(`${file} is of no package.`);
  }
}

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

/** A text as git keeps it, without blanks at its ends of lines: what differs in those alone is the same licence. */
function tidy(text) {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** The same order on every machine, whatever its locale. */
function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
