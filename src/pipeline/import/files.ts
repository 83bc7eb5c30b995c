import type { BuildRun, Step } from '../buildspec-reader/interpret.js';
import { readLongOption } from '../buildspec-reader/output.js';
import type { Buildspec } from '../buildspec-reader/reader.js';
import { baseName } from '../../text/path.js';

export interface FoundFile {
  readonly path: string;
  /** Commands that change it before it is used. */
  readonly edits: readonly Step[];
}

export interface FoundFiles {
  readonly taskDefinition: FoundFile | undefined;
  readonly appspec: FoundFile | undefined;
  /** Commands that write or fetch one of the two, so that it is not a file of the repository. */
  readonly makers: readonly Step[];
  readonly used: ReadonlySet<Step>;
}

const TASK_DEFINITION = /(?:^|\/)[^/]*task[-_.]?def[^/]*\.(?:json|ya?ml)$/i;
const APPSPEC = /(?:^|\/)[^/]*appspec[^/]*\.(?:ya?ml|json)$/i;

/** The task definition and the AppSpec that a buildspec hands on: the files of the repository that they come from. */
export function findFiles(buildspec: Buildspec, run: BuildRun): FoundFiles {
  const used = new Set<Step>();
  const makers: Step[] = [];
  const find = (like: RegExp): FoundFile | undefined => {
    const named = [...listArtifactFiles(buildspec), ...run.steps.flatMap(listNamedFiles)];
    const path = named.find(file => like.test(file));
    if (path === undefined) return undefined;
    const source = followCopies(path, run, used, makers);
    if (source === undefined) return undefined;
    const edits = run.steps.filter(step => editsFile(step, [source, path]));
    return { path: source, edits };
  };
  return { taskDefinition: find(TASK_DEFINITION), appspec: find(APPSPEC), makers, used };
}

function listArtifactFiles({ artifacts, secondaryArtifacts }: Buildspec): readonly string[] {
  const sets = [artifacts, ...secondaryArtifacts].filter(set => set !== undefined);
  return sets.flatMap(({ files, baseDirectory }) => {
    const base = (baseDirectory ?? '').replace(/^\$\{?CODEBUILD_SRC_DIR\}?\/?/, '').replace(/^\.?\/|\/$/g, '');
    return files
      .map(({ value }) => [base, value.replace(/^\.\//, '')].filter(part => part !== '').join('/'))
      .filter(path => !/[*?[$]/.test(path));
  });
}

/** `--cli-input-json file://taskdef.json`, `--codedeploy-appspec appspec.yml`. */
function listNamedFiles({ words, directory }: Step): readonly string[] {
  if (words[0] !== 'aws') return [];
  const input = readLongOption(words, '--cli-input-json')?.replace(/^file:\/\//, '');
  const deployed = words.includes('deploy') ? readLongOption(words, '--task-definition') : undefined;
  const appspec = readLongOption(words, '--codedeploy-appspec');
  return [input, deployed, appspec].flatMap(path =>
    path === undefined ? [] : [directory === '' ? path.replace(/^\.\//, '') : `${directory}/${path}`]
  );
}

/** Where a file comes from: through `cp`, or an editor that reads another file. undefined: a command makes it from nothing. */
function followCopies(
  path: string,
  { steps, unknowns }: BuildRun,
  used: Set<Step>,
  makers: Step[]
): string | undefined {
  let current = path;
  for (const step of steps.toReversed()) {
    const { words, writes, directory } = step;
    const [program, ...args] = words;
    const below = (file: string): string => {
      const plain = file.replace(/^\.\//, '');
      return directory === '' ? plain : `${directory}/${plain}`;
    };
    if (program === 'cp' || program === 'mv') {
      const [from = '', to = ''] = args.filter(arg => !arg.startsWith('-')).map(below);
      const name = baseName(from);
      const target = to === '' || /(?:^|\/)\.?$/.test(to) ? `${to.replace(/\.?\/?$/, '')}${name}` : to;
      if (target !== current || unknowns.listIn(from).length > 0) continue;
      used.add(step);
      current = from;
    } else if (writes.includes(current)) {
      const source = /^(?:sed|envsubst|jq|cat)$/.test(program ?? '')
        ? args.map(below).findLast(arg => (TASK_DEFINITION.test(arg) || APPSPEC.test(arg)) && !/^s(.).*\1/.test(arg))
        : undefined;
      if (source === undefined || source === current) {
        makers.push(step);
        return undefined;
      }
      current = source;
    }
  }
  const fetched = steps.find(({ words }) => words[0] === 'aws' && words.includes('describe-task-definition'));
  if (fetched !== undefined && TASK_DEFINITION.test(current)) {
    makers.push(fetched);
    return undefined;
  }
  return current;
}

function editsFile({ words, writes }: Step, paths: readonly string[]): boolean {
  const [program = '', ...args] = words;
  if (!/^(?:sed|perl|envsubst|yq|jq)$/.test(program)) return false;
  const named = args.map(arg => arg.replace(/^\.\//, ''));
  return named.some(arg => paths.includes(arg)) || writes.some(path => paths.includes(path));
}
