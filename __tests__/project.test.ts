import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLES = readdirSync(join(ROOT, 'examples'));
const WORKFLOWS = readdirSync(join(ROOT, '.github', 'workflows')).map(name => join('.github', 'workflows', name));

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly needs?: readonly string[]; readonly permissions?: unknown; readonly steps: readonly Step[] }
    >
  >;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function stepsOf(workflow: Workflow): readonly Step[] {
  return Object.values(workflow.jobs).flatMap(job => job.steps);
}

describe("the project's own workflows", () => {
  it.each(WORKFLOWS)('%s grants nothing at the top, pins every action and keeps no credentials', path => {
    const workflow = load(read(path)) as Workflow;
    expect(workflow.permissions).toEqual({});
    const unpinned = [...read(path).matchAll(/uses: (.+)/g)].filter(
      ([, uses = '']) => !/^(\.\/$|[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d)/.test(uses)
    );
    expect(unpinned.map(([line]) => line)).toEqual([]);
    const checkouts = stepsOf(workflow).filter(step => step.uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.map(step => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
  });

  it('has one gate that waits for every other job', () => {
    const { jobs } = load(read('.github/workflows/ci.yml')) as Workflow;
    const others = Object.keys(jobs).filter(name => name !== 'ci-ok');
    expect([...(jobs['ci-ok']?.needs ?? [])].sort()).toEqual(others.sort());
  });
});

describe('a release', () => {
  const text = read('.github/workflows/release.yml');
  const described = JSON.parse(read('package.json')) as Readonly<Record<string, unknown>>;

  it('publishes a file: without ./ npm takes release/slipway-1.0.0.tgz for a repository on GitHub', () => {
    const published = [...text.matchAll(/npm publish .*? (\S*slipway-\S+)$/gm)].map(([, path]) => path);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatch(/^"?\.\//);
  });

  it('is of a package that names its repository, as a provenance wants it, and where to report faults', () => {
    expect(described).toMatchObject({
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:\/\/github\.com\/[\w-]+\/slipway\.git$/) },
      homepage: expect.stringContaining('/slipway#readme'),
      bugs: expect.stringContaining('/slipway/issues')
    });
    expect(text).toContain('.repository.url');
  });

  it('attests the package and every file of dist: where they were built, and what is in them', () => {
    const steps = stepsOf(load(text) as Workflow);
    const attested = steps.filter(({ uses }) => uses?.startsWith('actions/attest@') === true).map(step => step.with);
    expect(attested).toEqual([
      { 'subject-checksums': 'checksums.txt' },
      { 'subject-checksums': 'checksums.txt', 'sbom-path': 'release/slipway.cdx.json' }
    ]);
    expect(text).toMatch(/sha256sum slipway-\*\.tgz\) > checksums\.txt/);
    expect(text).toMatch(/find dist -type f .*sha256sum >> checksums\.txt/);
    expect(text).toContain('node scripts/sbom.mjs > slipway.cdx.json');
  });
});

describe('the examples', () => {
  it.each(EXAMPLES)('%s has a workflow with inputs that the Action knows', example => {
    const { inputs } = load(read('action.yml')) as { inputs: Readonly<Record<string, unknown>> };
    const workflow = load(read(join('examples', example, '.github', 'workflows', 'deploy.yml'))) as Workflow;
    const ours = stepsOf(workflow).filter(step => step.uses?.includes('/slipway@') === true);
    expect(ours).toHaveLength(1);
    expect(Object.keys(ours[0]?.with ?? {}).filter(name => !(name in inputs))).toEqual([]);
    expect(Object.values(workflow.jobs)[0]?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it.each(EXAMPLES)('%s builds with no registry in reach', example => {
    const folder = join(ROOT, 'examples', example);
    const dockerfiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
      path.endsWith('Dockerfile')
    );
    expect(dockerfiles.length).toBeGreaterThan(0);
    for (const path of dockerfiles) {
      expect(readFileSync(join(folder, path), 'utf8').match(/^FROM .*$/gm)).toEqual(['FROM scratch']);
    }
  });
});
