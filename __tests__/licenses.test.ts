import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';

import { DIST, ROOT } from './dist/sandbox.js';

const SOURCE = join(ROOT, 'src');

/** A package of which the bundle holds a file. */
interface Bundled {
  /** `name@version`. */
  readonly label: string;
  /** Its folder, absolute. */
  readonly folder: string;
}

let folder: string;
let bundled: readonly Bundled[];
let licenses: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-licenses-'));
  bundled = readPackages(buildWithMaps());
  licenses = readFileSync(join(DIST, 'licenses.txt'), 'utf8');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bundles the sources with maps, and gives the paths of all files that the maps name: what is in the bundle, whatever made licenses.txt. */
function buildWithMaps(): readonly string[] {
  const lib = join(folder, 'lib');
  for (const path of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    const to = join(lib, path);
    mkdirSync(dirname(to), { recursive: true });
    if (path.endsWith('.json')) cpSync(join(SOURCE, path), to);
    if (!path.endsWith('.ts')) continue;
    const options = {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' }
    } as const;
    writeFileSync(to.replace(/\.ts$/, '.js'), transformFileSync(join(SOURCE, path), options).code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const out = join(folder, 'out');
  const ncc = join(ROOT, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  const flags = ['--source-map', '--no-source-map-register', '--no-cache', '--quiet', '--target', 'es2022'];
  const { status, stderr } = spawnSync(process.execPath, [ncc, 'build', join(lib, 'bundle.js'), '-o', out, ...flags], {
    cwd: folder,
    encoding: 'utf8'
  });
  if (status !== 0) throw new Error(`ncc cannot bundle the sources: ${stderr}`);
  return readdirSync(out)
    .filter(name => name.endsWith('.map'))
    .flatMap(name => (JSON.parse(readFileSync(join(out, name), 'utf8')) as { sources: readonly string[] }).sources);
}

function readPackages(sources: readonly string[]): readonly Bundled[] {
  const paths = sources.map(source => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.[0]);
  return [...new Set(paths.filter(path => path !== undefined))].map(path => {
    const { name, version } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    return { label: `${name}@${version}`, folder: join(ROOT, path) };
  });
}

function labels(): readonly string[] {
  return [...new Set(bundled.map(({ label }) => label))].sort();
}

/** A text's words, one blank between them. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('licenses.txt of dist', () => {
  it('names the packages that are in the bundle, with their versions, and no other', () => {
    expect(labels().length).toBeGreaterThan(50);
    const named = licenses.split('\n').flatMap(line => /^(\S+@\d\S*) \(\S.*\)$/.exec(line)?.[1] ?? []);
    expect([...named].sort()).toEqual(labels());
  });

  it('holds the text of each of their licence files', () => {
    const all = squeeze(licenses);
    const missing = bundled.flatMap(({ label, folder: home }) =>
      readdirSync(home)
        .filter(name => /^(licen[cs]e|notice|copying)/i.test(name))
        .filter(name => !all.includes(squeeze(readFileSync(join(home, name), 'utf8'))))
        .map(name => `${label}: ${name}`)
    );
    expect(missing).toEqual([]);
  });
});

describe('the bill of materials that a release is attested with', () => {
  it('is CycloneDX, and of the packages that are in the bundle', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'sbom.mjs')], {
      encoding: 'utf8'
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const sbom = JSON.parse(stdout) as {
      readonly metadata: { readonly component: Readonly<Record<string, unknown>> };
      readonly components: readonly (Readonly<Record<string, unknown>> & {
        readonly name: string;
        readonly version: string;
      })[];
      readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
    };
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.\d$/) });
    expect(sbom.metadata.component).toMatchObject({
      name: 'slipway',
      purl: expect.stringMatching(/^pkg:npm\/slipway@\d/)
    });
    const named = sbom.components.map(({ name, version }) => `${name}@${version}`);
    expect([...new Set(named)].sort()).toEqual(labels());
    for (const component of sbom.components) {
      expect(component).toMatchObject({
        scope: 'required',
        purl: expect.stringContaining('pkg:npm/'),
        licenses: expect.any(Array)
      });
    }
    // Each is used by Slipway or by another one, and nothing is used that is not there.
    const refs = sbom.components.map(component => component['bom-ref']);
    expect([...new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn))].sort()).toEqual([...refs].sort());
  });
});
