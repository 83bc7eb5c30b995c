// Prints the bill of materials of dist, in CycloneDX: npm's own (`npm sbom`) of all that package-lock.json holds, without what is not in the
// bundle. Slipway has development dependencies only, since the bundle brings all along; which of them it does, dist/licenses.txt says.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readPackageNames } from './licenses.mjs';

/**
 * @typedef {{ readonly name: string, readonly value: string }} Property
 * @typedef {{ readonly 'bom-ref': string, readonly name: string, readonly version: string, readonly properties: readonly Property[] }} Component
 * @typedef {{ readonly ref: string, readonly dependsOn: readonly string[] }} Dependency
 * @typedef {{ readonly metadata: { readonly component: Component }, readonly components: readonly Component[], readonly dependencies: readonly Dependency[] }} Bom
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** @type {unknown} */
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { name } = /** @type {{ readonly name: string }} */ (manifest);
const bundled = readPackageNames(readFileSync(join(root, 'dist', 'licenses.txt'), 'utf8'));
console.log(JSON.stringify(keepBundled(listLocked()), undefined, 2));

/** @returns {Bom} */
function listLocked() {
  const { error, status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--logs-max=0'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32'
    }
  );
  if (status !== 0) throw new Error(`npm sbom, which npm has from 9.5 on, failed: ${error?.message ?? stderr}`);
  /** @type {unknown} */
  const bom = JSON.parse(stdout);
  return /** @type {Bom} */ (bom);
}

/** @param {Bom} bom */
function keepBundled({ metadata, components, dependencies, ...rest }) {
  const own = metadata.component['bom-ref'];
  const kept = components.filter(component => bundled.includes(`${component.name}@${component.version}`));
  const missing = bundled.filter(label => !kept.some(component => `${component.name}@${component.version}` === label));
  if (missing.length > 0) {
    throw new Error(`dist holds what package-lock.json does not: ${missing.join(', ')}. Run npm ci and npm run build.`);
  }
  const refs = new Set(kept.map(component => component['bom-ref']));
  const edges = dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(to => refs.has(to)) }));
  const reached = new Set(edges.flatMap(({ dependsOn }) => dependsOn));
  const direct = dependencies.find(({ ref }) => ref === own)?.dependsOn ?? [];
  // What only a package needs that is not in the bundle itself is Slipway's.
  const ofOwn = [...refs].filter(ref => direct.includes(ref) || !reached.has(ref));
  return {
    ...rest,
    // npm takes the name of the folder.
    metadata: { ...metadata, component: { ...metadata.component, name, type: 'application' } },
    components: kept.map(asShipped),
    dependencies: [{ ref: own, dependsOn: ofOwn }, ...edges]
  };
}

/**
 * What is in the bundle runs on the user's machine, whatever it is for npm.
 *
 * @param {Component} component
 */
function asShipped({ properties, ...component }) {
  return {
    ...component,
    scope: 'required',
    properties: properties.filter(property => property.name !== 'cdx:npm:package:development')
  };
}
