import { RuleList } from '../../errors.js';
import { baseName } from '../../text/path.js';
import { isRecord } from '../../text/record.js';
import { listNames, quote, showValue } from '../../text/format.js';
import type { Report } from './finding.js';
import { readDocker } from '../buildspec-reader/docker.js';
import type { FlowFacts } from '../buildspec-flow/explore.js';
import type { BuildRun, Step } from '../buildspec-reader/interpret.js';
import { BUILDSPEC_REFERENCE, type BuildArtifacts, type Buildspec, type Placed } from '../buildspec-reader/reader.js';

const FILES_PAGE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html';

export const ARTIFACT_RULES = new RuleList();
const NO_ARTIFACTS = ARTIFACT_RULES.add(
  'no-artifacts',
  'either',
  'There are no artifacts for the deploy stage.',
  FILES_PAGE
);
const ARTIFACT_MISSING = ARTIFACT_RULES.add(
  'artifact-missing',
  'either',
  'A file that the deploy action reads is not among the artifacts.',
  FILES_PAGE
);
const ARTIFACT_NOT_WRITTEN = ARTIFACT_RULES.add(
  'artifact-not-written',
  'warning',
  'No command writes the artifact, and it is not in the repository.',
  'CodeBuild answers: “no matching artifact paths found”'
);
const ARTIFACT_ELSEWHERE = ARTIFACT_RULES.add(
  'artifact-elsewhere',
  'error',
  'A file is written outside of where the artifacts are taken from.',
  `${BUILDSPEC_REFERENCE} (base-directory)`
);
const FILE_NAME = ARTIFACT_RULES.add(
  'file-name',
  'either',
  'A file does not have the name that the deploy action looks for. A warning if the action may be given another name.',
  FILES_PAGE
);
const IMAGE_FILE = ARTIFACT_RULES.add(
  'image-file',
  'error',
  'imagedefinitions.json or imageDetail.json does not have the format that its action reads.',
  FILES_PAGE
);

/** CodePipeline's two deploy actions for ECS. */
export type DeployProvider = 'ECS' | 'CodeDeployToECS';

const DEFINITIONS = 'imagedefinitions.json';
const DETAIL = 'imageDetail.json';

/**
 * What the deploy stage will not find. File names:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html
 */
export function checkArtifacts(
  buildspec: Buildspec,
  run: BuildRun,
  facts: FlowFacts,
  provider: DeployProvider | undefined,
  report: Report
): void {
  const sets = [buildspec.artifacts, ...buildspec.secondaryArtifacts].filter(set => set !== undefined);
  checkImageFiles(run, report);
  checkNames(sets, provider, report);
  checkWritten(sets, facts, report);
  if (sets.length === 0) reportMissing(buildspec, run, provider, report);
  else {
    checkKept(sets, run, report);
    if (provider !== undefined) checkProvider(sets, provider, report);
  }
}

/** The two files by their content: CodePipeline reads them after the build, when it is too late. */
function checkImageFiles({ steps, unknowns }: BuildRun, report: Report): void {
  for (const [index, step] of steps.entries()) {
    const name = step.writes.map(baseName).find(file => file === DEFINITIONS || file === DETAIL);
    if (name === undefined || step.output === undefined || step.output.trim() === '') continue;
    const wrong =
      (name === DEFINITIONS ? findInDefinitions(step.output) : findInDetail(step.output)) ??
      findLiteral(step, name, steps.slice(index + 1));
    if (wrong === undefined) continue;
    const right = name === DEFINITIONS ? '[{"name":"<container>","imageUri":"<image>"}]' : '{"ImageURI":"<image>"}';
    const what = `${name} becomes ${quote(unknowns.show(step.output.trim()))}: ${wrong}.`;
    report('error', IMAGE_FILE, step.place, what, `It must be ${right}.`);
  }
}

function findInDefinitions(text: string): string | undefined {
  const value = parseJson(text);
  if (value === undefined) return 'that is no JSON';
  if (!Array.isArray(value)) return 'a list is expected';
  for (const entry of value as readonly unknown[]) {
    if (!isRecord(entry)) return `the entry ${showValue(entry)} is not an object`;
    for (const key of ['name', 'imageUri']) {
      const wrong = findInText(entry, key);
      if (wrong !== undefined) return wrong;
    }
  }
  return value.length === 0 ? 'the list is empty' : undefined;
}

function findInDetail(text: string): string | undefined {
  const value = parseJson(text);
  if (value === undefined) return 'that is no JSON';
  return isRecord(value) ? findInText(value, 'ImageURI') : 'an object is expected';
}

function findInText(record: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = record[key];
  if (typeof value === 'string' && value !== '') return undefined;
  const other = Object.keys(record).find(name => name.toLowerCase() === key.toLowerCase() && name !== key);
  if (other !== undefined) return `the key is ${quote(other)}, and CodePipeline reads ${quote(key)}`;
  return value === undefined ? `${quote(key)} is missing` : `${quote(key)} is ${showValue(value)}`;
}

/** Programs that look at a file and leave it as it is. */
const READERS = /^(?:cat|ls|echo|printf|head|tail|wc|test|\[|\[\[|chmod|file|stat|jq)$/;

/** A variable that the shell did not put in, because of quotes, and that nothing puts in later. */
function findLiteral({ output = '' }: Step, name: string, later: readonly Step[]): string | undefined {
  const literal = /\$\{\w+\}|\$\([^)]*\)|\$[A-Za-z_]\w*/.exec(output)?.[0];
  const changes = ({ words, writes }: Step): boolean =>
    writes.some(path => baseName(path) === name) ||
    (!READERS.test(words[0] ?? '') && words.some(word => word.includes(name)));
  if (literal === undefined || later.some(changes)) return undefined;
  return `${quote(literal)} stays in it as it is: in single quotes, after a backslash and in <<'EOF' the shell puts nothing in`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a file is to be called whose name is that of an image file, or nearly. */
function findRightName(name: string): string | undefined {
  if (/^image[-_]?definitions?\.jso?n$/i.test(name)) return DEFINITIONS;
  return /^image[-_]?details?\.jso?n$/i.test(name) ? DETAIL : undefined;
}

/** Names that are nearly right. */
function checkNames(sets: readonly BuildArtifacts[], provider: DeployProvider | undefined, report: Report): void {
  for (const file of sets.flatMap(({ files }) => files)) {
    const name = baseName(file.value);
    const right = findRightName(name);
    if (right === undefined || right === name) continue;
    const certain = right === DETAIL || provider === 'ECS';
    const what =
      right === DETAIL
        ? `The file is called ${name}; CodeDeployToECS reads ${DETAIL} and nothing else.`
        : `The file is called ${name}; the ECS action reads ${DEFINITIONS} unless its FileName says otherwise.`;
    report(certain ? 'error' : 'warning', FILE_NAME, file.place, what, `Call it ${right}.`);
  }
}

/** Files that must come from the build, and that no command writes there. */
function checkWritten(sets: readonly BuildArtifacts[], facts: FlowFacts, report: Report): void {
  const files = [...facts.files];
  for (const set of sets) {
    const base = (set.baseDirectory ?? '').replace(/^\$\{?CODEBUILD_SRC_DIR\}?\/?/, '').replace(/^\.?\/+|\/$/g, '');
    for (const file of set.files) {
      const path = [base === '.' ? '' : base, file.value.replace(/^\.\//, '')].filter(part => part !== '').join('/');
      if (/[*?[$]/.test(path) || !/^image[-_]?(?:definitions?|details?)/i.test(baseName(path))) continue;
      // Where not every way was followed, a command that was not seen may write it.
      if (facts.files.has(path) || !facts.complete) continue;
      const same = files.filter(([other]) => baseName(other) === baseName(path));
      if (same.some(([, { known, settled }]) => !known || !settled)) continue;
      const [elsewhere] = same;
      if (elsewhere !== undefined) {
        const [where] = elsewhere;
        const what = `The file is written to ${where}, after a cd, and looked for at ${path}.`;
        const next = `Write it to "$CODEBUILD_SRC_DIR/${path}", or list ${where}.`;
        report('error', ARTIFACT_ELSEWHERE, file.place, what, next);
      } else if (!facts.opaque) {
        const what = `No command writes ${file.value}; where it is not in the repository, the build ends with "no matching artifact paths found".`;
        report('warning', ARTIFACT_NOT_WRITTEN, file.place, what, 'Write it in post_build, or leave it out.');
      }
    }
  }
}

/** Written for the deploy stage, and then left behind. */
function checkKept(sets: readonly BuildArtifacts[], { steps }: BuildRun, report: Report): void {
  const files = sets.flatMap(set => set.files);
  for (const name of [DEFINITIONS, DETAIL]) {
    const step = steps.find(({ writes }) => writes.some(path => baseName(path) === name));
    if (step === undefined || files.some(file => matches(file, name))) continue;
    const what = `${name} is written, and no artifact holds it: the deploy stage will not find it.`;
    report('warning', ARTIFACT_MISSING, step.place, what, `Add - ${name} to artifacts.files.`);
  }
}

function reportMissing(
  buildspec: Buildspec,
  { steps }: BuildRun,
  provider: DeployProvider | undefined,
  report: Report
): void {
  const pushes = steps.some(({ words }) => {
    const call = readDocker(words);
    return call?.kind === 'push' || (call?.kind === 'build' && call.push);
  });
  const writes = steps.some(step => step.writes.some(path => [DEFINITIONS, DETAIL].includes(baseName(path))));
  if (!pushes && !writes && provider === undefined) return;
  const what = 'There are no artifacts: a deploy stage of CodePipeline gets nothing from this build.';
  const files = provider === 'CodeDeployToECS' ? [DETAIL, 'taskdef.json', 'appspec.yaml'] : [DEFINITIONS];
  const next = `Add artifacts with files: ${listNames(files)}.`;
  const certain = writes || provider !== undefined;
  report(certain ? 'error' : 'warning', NO_ARTIFACTS, buildspec.document.place(['artifacts']), what, next);
}

function checkProvider(sets: readonly BuildArtifacts[], provider: DeployProvider, report: Report): void {
  const [first] = sets;
  if (first === undefined) return;
  const files = sets.flatMap(set => set.files);
  const has = (name: string): boolean => files.some(file => matches(file, name));
  const { place } = first;
  if (provider === 'ECS') {
    if (has(DEFINITIONS) || files.some(({ value }) => /^image[-_]?definitions?\.json$/i.test(baseName(value)))) return;
    const what = `The ECS action needs ${DEFINITIONS}, and no artifact holds it.`;
    const other = has(DETAIL) ? ` (${DETAIL} is for CodeDeployToECS)` : '';
    report('error', ARTIFACT_MISSING, place, `${what}${other}`, `Write it in post_build and add - ${DEFINITIONS}.`);
    return;
  }
  if (!has(DETAIL) && !files.some(({ value }) => /^image[-_]?details?\.json$/i.test(baseName(value)))) {
    const other = has(DEFINITIONS) ? ` (${DEFINITIONS} is for the ECS action)` : '';
    const what = `CodeDeployToECS needs ${DETAIL} to fill in the image, and no artifact holds it${other}.`;
    report('error', ARTIFACT_MISSING, place, what, `Write it in post_build and add - ${DETAIL}.`);
  }
  const templates = [
    { name: 'taskdef.json', setting: 'TaskDefinitionTemplatePath', like: /task.?def.*\.json$/i },
    { name: 'appspec.yaml', setting: 'AppSpecTemplatePath', like: /appspec.*\.(?:ya?ml|json)$/i }
  ];
  for (const { name, setting, like } of templates) {
    if (has(name)) continue;
    const near = files.find(({ value }) => like.test(value));
    if (near === undefined) {
      const what = `CodeDeployToECS looks for ${name}, and no artifact holds such a file.`;
      report('error', ARTIFACT_MISSING, place, what, `Add - ${name}.`);
    } else {
      const what = `CodeDeployToECS looks for ${name} unless ${setting} says otherwise.`;
      const next = `Call it ${name}, or set ${setting}: ${near.value}.`;
      report('warning', FILE_NAME, near.place, what, next);
    }
  }
}

/** Whether an entry of `artifacts.files` takes a file at the root, or anywhere. */
function matches({ value }: Placed, name: string): boolean {
  const last = baseName(value);
  const pattern = last
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${pattern}$`).test(name);
}
