import { formatProblem, type Finding, type Severity } from '../errors.js';

/** A file that was checked, and what was found in it. */
export interface CheckedFile {
  /** undefined: the flags and the environment, which are in no file. */
  readonly file: string | undefined;
  /** As people call it: `task definition`. */
  readonly kind: string;
  readonly findings: readonly Finding[];
}

/** For people and editors, a line each: `file:line:column: severity rule: path: what and cure`; then how many there are. */
export function renderFindings(checked: readonly CheckedFile[]): string {
  const lines = checked.flatMap(({ file, kind, findings }) => {
    if (findings.length === 0) return [`${file ?? kind}: nothing found.`];
    return findings.map(finding => {
      const { line, column } = finding.place;
      const position = [file ?? kind, line, column].filter(part => part !== undefined).join(':');
      return `${position}: ${finding.severity} ${finding.code}: ${logFinding(finding)}`;
    });
  });
  return `${lines.join('\n')}\n${count(checked, 'error')}, ${count(checked, 'warning')}.\n`;
}

/** What is wrong and what would be right, after the path in the file. */
export function logFinding({ code, place, what, next }: Finding): string {
  return formatProblem({ code, place: { path: place.path }, what, next });
}

function count(checked: readonly CheckedFile[], severity: Severity): string {
  const found = checked.flatMap(({ findings }) => findings).filter(finding => finding.severity === severity).length;
  return `${found} ${severity}${found === 1 ? '' : 's'}`;
}

/** The same for programs: `{"files": [{"file", "kind", "findings": [{"severity", "rule", "line", "column", "path", "what", "next"}]}]}`. */
export function renderFindingsJson(checked: readonly CheckedFile[]): string {
  const files = checked.map(({ file, kind, findings }) => ({
    file: file ?? null,
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
