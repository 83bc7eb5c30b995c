import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { readBuildspec, type Buildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { importBuildspec, type ImportedSettings } from '../../src/pipeline/import/import.js';
import { readDocument } from '../../src/text/document.js';
import { APPSPEC, makeProject, PLAIN_OPTIONS, taskDefinitionOf } from '../pipeline/projects.js';
import { play, type Played } from './import-bash.js';

/** Real buildspecs from public repositories, kept beside the project and not in it; without them there is nothing to play. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus/buildspec');
const files = existsSync(CORPUS) ? readdirSync(CORPUS) : [];
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

interface Case {
  /** The account that the file names. */
  readonly account?: string;
  readonly region?: string;
  /** What a project would give it, beside what the import has placeholders for. */
  readonly project?: Readonly<Record<string, string>>;
  /** The values of a project that is known whole; the import is then told them too. */
  readonly known?: Readonly<Record<string, string>>;
  /** Why it cannot be the same; absent: it is. */
  readonly differs?: string;
  /** Steps before docker build that the image needs and that settings cannot say. */
  readonly needs?: string;
}

const ACCOUNT = '123456789012';
const HOST = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`;

/** Every file that builds one image with docker and pushes it, found by reading all 32. */
const CASES: Readonly<Record<string, Case>> = {
  '003': { differs: 'the tag holds the time' },
  '006': { region: 'ap-northeast-2' },
  '009': { account: '612843029448' },
  '012': { account: '447592754152' },
  '018': { known: { ECR_REPO_NAME: 'shop/factory', TASK_FAMILY: 'x', CONTAINER_NAME: 'x' } },
  '024': {
    project: { AWS_ID: ACCOUNT, REGION: 'us-east-1' },
    known: { AWS_ID: ACCOUNT, REGION: 'us-east-1', REPO: 'retail', TAG: 'v3' }
  },
  '027': { differs: 'the tag holds the id of the build' },
  '030': { differs: 'a tag and a build argument hold the date' },
  '039': { account: '838356389450' },
  '045': {
    region: 'ap-southeast-2',
    known: {
      ECR_URI_PREFIX: `${ACCOUNT}.dkr.ecr.ap-southeast-2.amazonaws.com/galaxy`,
      ECR_REPO_NAME: 'galaxy',
      N_P_C_B_URL: 'https://api.example.com/?a=1&b=$2',
      CC_CONTAINER: 'web'
    }
  },
  '048': { differs: 'the tag stands in a file of the repository, and the push depends on it' },
  '051': {},
  '057': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'flask', IMAGE_TAG: '1.0' }
  },
  '060': { differs: 'the tag holds the id of the build' },
  '063': { account: '503561418997' },
  '066': { account: '535376556962', region: 'eu-west-1', needs: 'mvn -B package' },
  '069': { differs: 'a build argument holds the commit' },
  '072': { known: { REPOSITORY_URI: `${HOST}/docka`, STYLE: 'single' }, needs: 'sbt docker:stage' },
  '075': { differs: 'the tag holds the id of the build' },
  '081': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'slides/reveal' }
  },
  '084': { differs: 'the tag holds the number of the build' },
  '087': { project: { AWS_ACCOUNT_ID: ACCOUNT }, known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_URI: `${HOST}/any/where` } },
  '090': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, ECR_URI: `${HOST}/cvfl` },
    needs: 'cp -p .env.example .env'
  },
  '093': {},
  '096': {
    project: { AWS_ACCOUNT_ID: ACCOUNT },
    known: { AWS_ACCOUNT_ID: ACCOUNT, IMAGE_REPO_NAME: 'scan', IMAGE_TAG: 'v9', APP_NAME: 'scan' }
  }
};

function read(file: string): Buildspec {
  return readBuildspec(readDocument('buildspec.yml', readFileSync(join(CORPUS, file))));
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
  { account = ACCOUNT, region = 'us-east-1' }: Case,
  variables: Readonly<Record<string, string>>
): Promise<{ readonly original: Played; readonly generated: Played }> {
  const sources: Record<string, string> = { 'slipway.yml': imported.text };
  const named = (setting: string): string | undefined => new RegExp(`^${setting}: (.*)$`, 'm').exec(imported.text)?.[1];
  const container = named('container-name') ?? 'web';
  const taskDefinition = named('task-definition');
  const appspec = named('appspec');
  if (taskDefinition !== undefined) sources[taskDefinition] = `${JSON.stringify(taskDefinitionOf([container]))}\n`;
  if (appspec !== undefined) sources[appspec] = APPSPEC.replace('web', container);
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
      variables: { ...pairs(buildspec), ...variables },
      sources,
      artifacts: '.'
    }),
    generated: play({
      ...common,
      commands: listTexts(rendered),
      variables: pairs(rendered),
      sources: { ...sources, ...Object.fromEntries(templates.map(template => [template.path, template.text])) },
      artifacts: 'slipway-artifacts'
    })
  };
}

/** What is the same must be all of it: builds, pushes, and what the deploy stage is told where both tell it. */
function compare({ original, generated }: { original: Played; generated: Played }): unknown {
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

describe('imported buildspecs of public repositories, played in bash beside what is generated from them', () => {
  it('is told apart from a corpus that moved', () => {
    expect(files.length === 0).toBe(!existsSync(CORPUS));
  });

  for (const [number, expected] of files.length === 0 ? [] : Object.entries(CASES)) {
    const file = files.find(name => name.startsWith(number)) ?? '';
    const verb = expected.differs === undefined ? 'builds, tags and pushes the same' : `differs: ${expected.differs}`;
    it(`${file} ${verb}`, async () => {
      const buildspec = read(file);
      const imported = importBuildspec(buildspec);
      const variables = { ...expected.project, ...bindPlaceholders(imported, expected) };
      const both = await playBoth(buildspec, imported, expected, variables);
      expect(both.original.builds).toHaveLength(1);
      expect(both.original.pushed.length).toBeGreaterThan(0);
      const { original, generated } = compare(both) as { original: unknown; generated: unknown };
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
    if (known === undefined || expected.differs !== undefined) continue;
    it(`${file} with the variables of its project said`, async () => {
      const buildspec = read(file);
      const imported = importBuildspec(buildspec, { variables: known });
      const variables = { ...known, ...bindPlaceholders(imported, expected) };
      const { original, generated } = compare(await playBoth(buildspec, imported, expected, variables)) as {
        original: unknown;
        generated: unknown;
      };
      expect(generated).toEqual(original);
    });
  }

  it('is the same for at least 60 % of those that build and push one image', () => {
    const cases = Object.values(CASES);
    const same = cases.filter(({ differs }) => differs === undefined);
    // 17 of 25, of which 3 need something before docker build that settings cannot say.
    expect(same.length / cases.length).toBeGreaterThanOrEqual(0.6);
    expect(same.filter(({ needs }) => needs !== undefined).length).toBeLessThan(4);
  });
});
