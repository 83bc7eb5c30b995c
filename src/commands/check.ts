import { formatProblem, ProblemsError, type Finding, type Problem } from '../errors.js';
import { EXIT_WRONG_USE } from '../outcome.js';
import type { DeployProvider } from '../pipeline/buildspec-check-artifacts.js';
import { tellKind, type FileKind } from '../pipeline/buildspec-check-kind.js';
import { checkBuildspec } from '../pipeline/buildspec-check.js';
import { readBuildspec } from '../pipeline/buildspec-reader.js';
import type { Files } from '../ports.js';
import { listNames, quote } from '../text/words.js';
import { readNamedDocument } from './documents.js';
import type { Flag } from './arguments.js';

export interface CheckSettings {
  readonly paths: readonly string[];
  /** As it was written; undefined where it was not. */
  readonly deployProvider: string | undefined;
  readonly json: boolean;
  readonly files: Files;
  readonly write: (text: string) => void;
}

interface Checked {
  readonly file: string;
  readonly kind: FileKind;
  readonly findings: readonly Finding[];
}

export const CHECK_FLAGS: readonly Flag[] = [
  { name: 'deploy-provider', kind: 'one' },
  { name: 'json', kind: 'switch' }
];
const PROVIDERS: readonly DeployProvider[] = ['ECS', 'CodeDeployToECS'];

/**
 * `slipway check FILE…`: tells the known mistakes in buildspecs as `file:line:column: severity rule: what and cure`. Resolves with the exit
 * code: 2 where there is an error, 0 with warnings alone.
 */
export async function checkFiles(settings: CheckSettings): Promise<number> {
  const deployProvider = readProvider(settings.deployProvider);
  if (settings.paths.length === 0) {
    const next = 'Name one or more: slipway check buildspec.yml.';
    throw new ProblemsError([{ code: 'missing-argument', place: {}, what: 'There is no file to check.', next }]);
  }
  const checked: Checked[] = [];
  for (const path of settings.paths) checked.push(await checkFile(path, deployProvider, settings.files));
  const findings = checked.flatMap(file => file.findings);
  settings.write(settings.json ? renderJson(checked) : renderText(checked));
  return findings.some(({ severity }) => severity === 'error') ? EXIT_WRONG_USE : 0;
}

async function checkFile(file: string, deployProvider: DeployProvider | undefined, files: Files): Promise<Checked> {
  try {
    const document = await readNamedDocument(file, files);
    const kind = tellKind(document);
    if (kind === 'buildspec')
      return { file, kind, findings: checkBuildspec(readBuildspec(document), { deployProvider }) };
    const what =
      kind === 'unknown' ? 'This is no buildspec: it has no phases.' : `This is ${withArticle(kind)}, not a buildspec.`;
    const next = 'slipway check reads buildspecs; slipway ship checks the files that it deploys from.';
    return {
      file,
      kind,
      findings: [{ severity: 'error', code: 'no-buildspec', place: document.place([]), what, next }]
    };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const findings = error.problems.map((problem: Problem): Finding => ({ ...problem, severity: 'error' }));
    return { file, kind: 'unknown', findings };
  }
}

function readProvider(text: string | undefined): DeployProvider | undefined {
  if (text === undefined) return undefined;
  const provider = PROVIDERS.find(name => name.toLowerCase() === text.toLowerCase());
  if (provider !== undefined) return provider;
  const what = `--deploy-provider is ${quote(text)}, expected ${listNames(PROVIDERS, 'or')}.`;
  throw new ProblemsError([{ code: 'not-allowed', place: {}, what, next: '' }]);
}

function withArticle(kind: FileKind): string {
  if (/\.json$/.test(kind)) return kind;
  return `${/^[AEIOU]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}

function renderText(checked: readonly Checked[]): string {
  const lines = checked.flatMap(({ file, findings }) => {
    if (findings.length === 0) return [`${file}: nothing found.`];
    return findings.map(({ severity, code, place, what, next }) => {
      const { line, column } = place;
      const position = [file, line, column].filter(part => part !== undefined).join(':');
      return `${position}: ${severity} ${code}: ${formatProblem({ code, place: {}, what, next })}`;
    });
  });
  const findings = checked.flatMap(file => file.findings);
  const count = (severity: Finding['severity'], word: string): string => {
    const found = findings.filter(finding => finding.severity === severity).length;
    return `${found} ${word}${found === 1 ? '' : 's'}`;
  };
  return `${lines.join('\n')}\n${count('error', 'error')}, ${count('warning', 'warning')}.\n`;
}

function renderJson(checked: readonly Checked[]): string {
  const files = checked.map(({ file, kind, findings }) => ({
    file,
    kind,
    findings: findings.map(({ severity, code, place, what, next }) => ({
      severity,
      rule: code,
      line: place.line,
      column: place.column,
      path: place.path,
      what,
      next
    }))
  }));
  return `${JSON.stringify({ files }, undefined, 2)}\n`;
}
