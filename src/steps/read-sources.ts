import { readAppspec, type Appspec } from '../appspec/appspec.js';
import { readTaskDefinition, type TaskDefinitionFile } from '../task-definition/index.js';
import type { FilesConfig, ServiceConfig } from '../config/config.js';
import { RuleProblemsError, type Problem, type ProblemsError, type RuleProblem } from '../errors.js';
import type { Files } from '../ports.js';
import { memoize } from '../memoize.js';
import { MISSING_FILE, UNREADABLE_FILE, readDocument, type TextDocument } from '../text/document.js';

/** The files that the user wrote, read; and what is wrong with them. */
export interface Sources {
  /** undefined where it does not come from a file, or could not be read. */
  readonly taskDefinition: TaskDefinitionFile | undefined;
  /** undefined where there is none, or it could not be read. */
  readonly appspec: Appspec | undefined;
  readonly problems: readonly RuleProblem[];
}

type SourcesConfig = Pick<FilesConfig, 'taskDefinition' | 'appspec' | 'unknownFields'>;

/** A service of a run, or a task definition without one, and the files that its settings name. The steps add to this record. */
export interface ReadService {
  readonly config: ServiceConfig;
  readonly sources: Sources;
}

/** The AppSpec's usual names, in the order in which they are looked for. */
const APPSPEC_NAMES = ['appspec.yml', 'appspec.yaml', 'appspec.json'] as const;

/**
 * Reads the files of all that is rolled out; what several share is read once. An AppSpec that nobody named counts where there is one
 * service: which of several it would be for cannot be told.
 *
 * @param findAppspec whether an AppSpec that is not named is looked for by its usual names
 */
export async function readServices(
  rollouts: readonly ServiceConfig[],
  files: Files,
  findAppspec = rollouts.length === 1
): Promise<readonly ReadService[]> {
  const readOnce = memoize((config: SourcesConfig) => readSources(config, files, findAppspec));
  return Promise.all(
    rollouts.map(async config => {
      const { taskDefinition, appspec, unknownFields } = config.files;
      return { config, sources: await readOnce({ taskDefinition, appspec, unknownFields }) };
    })
  );
}

/**
 * Reads the task definition and the AppSpec as far as they are files; collects the problems of both.
 *
 * @param findAppspec whether an AppSpec that is not named is looked for by its usual names
 */
async function readSources(config: SourcesConfig, files: Files, findAppspec = true): Promise<Sources> {
  const problems: RuleProblem[] = [];
  const source = config.taskDefinition;
  const taskDefinition =
    source?.kind === 'file'
      ? await collect(RuleProblemsError, problems, async () =>
          readTaskDefinition(await readFile(source.path, 'task-definition', files), {
            unknownFields: config.unknownFields
          })
        )
      : undefined;
  const appspecPath = config.appspec ?? (findAppspec ? await findFirst(APPSPEC_NAMES, files) : undefined);
  const appspec =
    appspecPath === undefined
      ? undefined
      : await collect(RuleProblemsError, problems, async () =>
          readAppspec(await readFile(appspecPath, 'appspec', files))
        );
  return { taskDefinition, appspec, problems };
}

/** Reads a settings file. Without a name it is `slipway.yml`, where it exists. Throws ProblemsError. */
export async function readSettingsFile(name: string | undefined, files: Files): Promise<TextDocument | undefined> {
  if (name === undefined || name === '')
    return (await files.isFile('slipway.yml')) ? readFile('slipway.yml', 'config', files) : undefined;
  return readFile(name, 'config', files);
}

/** Runs `read`; the problems of an error of this kind are added to the list and leave undefined. */
export async function collect<T, P extends Problem>(
  kind: new (problems: readonly P[]) => ProblemsError & { readonly problems: readonly P[] },
  problems: P[],
  read: () => T | Promise<T>
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

async function readFile(path: string, setting: string, files: Files): Promise<TextDocument> {
  const bytes = await files.read(path).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new RuleProblemsError([
      {
        code: UNREADABLE_FILE.name,
        place: { path: setting },
        what: `The file ${path} cannot be read: ${why}.`,
        next: 'Name a file that this run may read.'
      }
    ]);
  });
  if (bytes !== undefined) return readDocument(path, bytes);
  throw new RuleProblemsError([
    {
      code: MISSING_FILE.name,
      place: { path: setting },
      what: `There is no file ${path}.`,
      next: 'Check the path, which is taken from the working directory, or check out the repository first.'
    }
  ]);
}

async function findFirst(names: readonly string[], files: Files): Promise<string | undefined> {
  for (const name of names) {
    if (await files.isFile(name)) return name;
  }
  return undefined;
}
