import { quote } from '../../text/format.js';
import { baseName, type Path } from '../../text/path.js';
import { entriesOf, isRecord, keysOf, own } from '../../text/record.js';
import type { Buildspec } from '../buildspec-reader/reader.js';
import type { ImportNote } from './values.js';

/** Keys without a meaning for what is built and deployed, or that the import reads. */
const READ_KEYS = ['version', 'env', 'phases', 'artifacts', 'cache', 'reports', 'batch', 'environment_variables'];

const ADVICE: Readonly<Record<string, string>> = {
  proxy: 'Set HTTP_PROXY, HTTPS_PROXY and NO_PROXY where Slipway runs.',
  'run-as': 'Slipway runs as the user of its step.'
};

/** What stands beside the commands and has no setting. */
export function listUnsupported(buildspec: Buildspec): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  const { document } = buildspec;
  const addNote = (place: ImportNote['place'] | undefined, what: string, next: string): void => {
    if (place !== undefined) notes.push({ kind: 'left-out', place, what, next });
  };
  const kept = 'slipway generate buildspec keeps those of the buildspec that it writes over.';
  addNote(buildspec.cachePaths[0]?.place, "CodeBuild's cache has no setting.", kept);
  addNote(buildspec.reports[0]?.place, 'Test reports have no setting.', kept);
  addNote(
    buildspec.exportedVariables[0]?.place,
    'exported-variables are not carried over.',
    'The outputs of Slipway take their place: image, image-tag, image-digest.'
  );
  const value = isRecord(document.value) ? document.value : {};
  for (const key of keysOf(value).filter(name => !READ_KEYS.includes(name)))
    addNote(document.place([key]), `${key} has no setting.`, ADVICE[key] ?? 'Keep it where it is needed.');
  const env = own(value, 'env');
  if (isRecord(env) && Object.hasOwn(env, 'git-credential-helper'))
    addNote(
      document.place(['env', 'git-credential-helper']),
      'git-credential-helper has no setting.',
      'Give the build its credentials with build-secrets or ssh.'
    );
  listPhaseKeys(buildspec, addNote);
  listBatch(own(value, 'batch'), buildspec, addNote);
  listArtifacts(buildspec, addNote);
  return notes;
}

type AddNote = (place: ImportNote['place'], what: string, next: string) => void;

function listPhaseKeys({ document, phases }: Buildspec, addNote: AddNote): void {
  const written = isRecord(document.value) ? own(document.value, 'phases') : undefined;
  for (const { name, runtimes, onFailure } of phases) {
    const path: Path = ['phases', name];
    const [first] = runtimes;
    if (first !== undefined && runtimes.some(({ name: runtime }) => runtime !== 'docker')) {
      const shown = runtimes.map(runtime => `${runtime.name} ${runtime.value}`).join(', ');
      addNote(
        first.place,
        `The runtime versions of the build machine (${shown}) have no setting.`,
        'Name the version in the Dockerfile, or install it in the step that needs it.'
      );
    }
    if (onFailure?.value === 'CONTINUE')
      addNote(onFailure.place, 'on-failure: CONTINUE is not carried over: Slipway stops at the first failure.', '');
    const phase = isRecord(written) ? own(written, name) : undefined;
    if (isRecord(phase) && Object.hasOwn(phase, 'run-as'))
      addNote(document.place([...path, 'run-as']), 'run-as has no setting.', ADVICE['run-as'] ?? '');
  }
}

/** Each build of a batch runs the same commands with variables of its own: the settings hold one of them. */
function listBatch(batch: unknown, { document }: Buildspec, addNote: AddNote): void {
  if (!isRecord(batch)) return;
  const next = 'Add an entry of images for each image that it builds, or import with --variable for each build.';
  for (const kind of ['build-graph', 'build-list', 'build-matrix', 'build-fanout']) {
    const builds = own(batch, kind);
    if (builds === undefined) continue;
    if (!Array.isArray(builds)) {
      addNote(
        document.place(['batch', kind]),
        `The builds of the batch (${kind}) are not carried over; the settings say what the commands do without it.`,
        next
      );
      continue;
    }
    for (const [index, build] of builds.entries()) {
      const identifier = isRecord(build) ? own(build, 'identifier') : undefined;
      const shown = typeof identifier === 'string' ? quote(identifier) : String(index + 1);
      const own_ = describeBuild(build);
      addNote(
        document.place(['batch', kind, index]),
        `The build ${shown} of the batch is not carried over${own_ === '' ? '' : ` (${own_})`}; the settings say what the commands do without it.`,
        next
      );
    }
  }
}

/** The variables and the buildspec of a build. */
function describeBuild(build: unknown): string {
  if (!isRecord(build)) return '';
  const env = own(build, 'env');
  const variables = isRecord(env) ? own(env, 'variables') : undefined;
  const parts = isRecord(variables) ? entriesOf(variables).map(([name, value]) => `${name}=${String(value)}`) : [];
  const file = own(build, 'buildspec');
  return [...(typeof file === 'string' && !file.includes('\n') ? [file] : []), ...parts].join(', ');
}

const CARRIED =
  /^(?:image[-_]?(?:definitions?|details?)[^/]*\.json|image[^/]*\*[^/]*|[^/]*task[-_.]?def[^/]*|[^/]*appspec[^/]*)$/i;

/** Other files of the artifacts: Slipway leaves four files, and nothing else. */
function listArtifacts({ artifacts, secondaryArtifacts }: Buildspec, addNote: AddNote): void {
  for (const set of [artifacts, ...secondaryArtifacts]) {
    const others = (set?.files ?? []).filter(({ value }) => !CARRIED.test(baseName(value)));
    const [first] = others;
    if (first === undefined) continue;
    const shown = others.map(({ value }) => value).join(', ');
    const where = set?.identifier === undefined ? 'The artifacts' : `The artifacts ${quote(set.identifier)}`;
    addNote(
      first.place,
      `${where} hold files that Slipway does not write: ${shown}.`,
      'Keep them in the build that makes them; Slipway leaves imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml.'
    );
  }
}
