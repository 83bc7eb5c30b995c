import { expect, it } from '@jest/globals';

import { readBuildspec, type Buildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { importBuildspec, type ImportedSettings } from '../../src/pipeline/import/import.js';
import { readDocument } from '../../src/text/document.js';
import { APPSPEC, makeProject, PLAIN_OPTIONS, taskDefinitionOf } from '../pipeline/projects.js';
import type { Sample } from '../samples.js';
import { play, type Played } from './import-bash.js';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
export const ACCOUNT = '123456789012';

/** How a buildspec that builds one image and pushes it is played beside what is generated from its import. */
export interface Case {
  /** The account that the file names. */
  readonly account?: string;
  readonly region?: string;
  /** Variables that CodeBuild itself sets, where they are not those of a project named shop. */
  readonly codebuild?: Readonly<Record<string, string>>;
  /** The folder of the repository that it goes into. */
  readonly folder?: string;
  /** What a project would give it, beside what the import has placeholders for. */
  readonly project?: Readonly<Record<string, string>>;
  /** The values of a project that is known whole; the import is then told them too. */
  readonly known?: Readonly<Record<string, string>>;
  /** Why it cannot be the same; absent: it is. */
  readonly differs?: string;
  /** Steps before docker build that the image needs and that settings cannot say. */
  readonly needs?: string;
}

function read({ bytes }: Sample): Buildspec {
  return readBuildspec(readDocument('buildspec.yml', bytes));
}

function listTexts(buildspec: Buildspec): readonly string[] {
  return buildspec.phases.flatMap(({ commands, finallyCommands }) =>
    // A folder that CodeBuild's machines have.
    [...commands, ...finallyCommands].map(({ text }) => text.replaceAll('/codebuild/output/tmp', '$HOME'))
  );
}

/** What the original does, and what the buildspec does that is generated from the imported settings. */
async function playBoth(
  buildspec: Buildspec,
  imported: ImportedSettings,
  { account = ACCOUNT, region = 'us-east-1', codebuild = {}, folder }: Case,
  variables: Readonly<Record<string, string>>
): Promise<{ readonly original: Played; readonly generated: Played }> {
  const sources: Record<string, string> = { 'slipway.yml': imported.text };
  const named = (setting: string): string | undefined => new RegExp(`^${setting}: (.*)$`, 'm').exec(imported.text)?.[1];
  const container = named('container-name') ?? 'web';
  const taskDefinition = named('task-definition');
  const appspec = named('appspec');
  if (taskDefinition !== undefined) sources[taskDefinition] = `${JSON.stringify(taskDefinitionOf([container]))}\n`;
  if (appspec !== undefined) sources[appspec] = APPSPEC.replace('web', container);
  if (folder !== undefined) sources[`${folder}/Dockerfile`] = 'FROM scratch\n';
  const project = await makeProject(sources);
  const [file, ...templates] = renderBuildspec(project, PLAIN_OPTIONS);
  const text = file?.text ?? '';
  const rendered = readBuildspec(readDocument('buildspec.yml', new TextEncoder().encode(text)));
  const common = { account, region, commit: COMMIT };
  const pairs = (buildspecRead: Buildspec): Record<string, string> =>
    Object.fromEntries(buildspecRead.variables.map(({ name, value }) => [name, value]));
  return {
    original: play({
      ...common,
      commands: listTexts(buildspec),
      variables: { ...codebuild, ...pairs(buildspec), ...variables },
      sources,
      artifacts: '.'
    }),
    generated: play({
      ...common,
      commands: listTexts(rendered),
      variables: { ...codebuild, ...pairs(rendered) },
      sources: { ...sources, ...Object.fromEntries(templates.map(template => [template.path, template.text])) },
      artifacts: 'slipway-artifacts'
    })
  };
}

/** What is the same must be all of it: builds, pushes, and what the deploy stage is told where both tell it. */
function compare({ original, generated }: { readonly original: Played; readonly generated: Played }): {
  readonly original: unknown;
  readonly generated: unknown;
} {
  const told = original.imagedefinitions !== undefined && Array.isArray(original.imagedefinitions);
  const part = ({ builds, pushed, imagedefinitions }: Played): unknown => ({
    builds,
    pushed,
    ...(told ? { imagedefinitions } : {})
  });
  return { original: part(original), generated: part(generated) };
}

function bindPlaceholders(
  imported: ImportedSettings,
  { account = ACCOUNT, region = 'us-east-1' }: Case
): Record<string, string> {
  return Object.fromEntries(
    imported.placeholders.map(({ variable, value, wholeUri }) => [
      variable,
      wholeUri ? `${account}.dkr.ecr.${region}.amazonaws.com/${value}` : value
    ])
  );
}

/** Two tests at most: the original and what is generated, as the file stands, and with the variables of its project said. */
export function testPlayed(sample: Sample, expected: Case): void {
  const verb = expected.differs === undefined ? 'builds, tags and pushes the same' : `differs: ${expected.differs}`;
  it(`${sample.name} ${verb}`, async () => {
    const buildspec = read(sample);
    const imported = importBuildspec(buildspec);
    const variables = { ...expected.project, ...bindPlaceholders(imported, expected) };
    const both = await playBoth(buildspec, imported, expected, variables);
    expect(both.original.builds).toHaveLength(1);
    expect(both.original.pushed.length).toBeGreaterThan(0);
    const { original, generated } = compare(both);
    const leftOut = imported.notes.filter(({ kind }) => kind === 'left-out').map(({ what }) => what);
    if (expected.needs !== undefined) expect(leftOut.join('\n')).toContain(expected.needs);
    if (expected.differs === undefined) expect(generated).toEqual(original);
    else {
      expect(generated).not.toEqual(original);
      // What is not the same is told.
      expect(imported.notes.some(({ kind }) => kind !== 'changed')).toBe(true);
    }
  });
  const { known } = expected;
  if (known === undefined || expected.differs !== undefined) return;
  it(`${sample.name} with the variables of its project said`, async () => {
    const buildspec = read(sample);
    const imported = importBuildspec(buildspec, { variables: known });
    const variables = { ...known, ...bindPlaceholders(imported, expected) };
    const { original, generated } = compare(await playBoth(buildspec, imported, expected, variables));
    expect(generated).toEqual(original);
  });
}
