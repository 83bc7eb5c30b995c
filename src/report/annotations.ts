import type { Finding } from '../errors.js';
import { logFinding } from './findings.js';

/**
 * A finding as a workflow command, which GitHub shows on the file's line: `::error file=…,line=…,col=…,title=…::…`
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions).
 *
 * @param folder the working directory, from the root of the repository, from where GitHub takes paths; empty where it is the root
 */
export function renderAnnotation(finding: Finding, folder: string): string {
  const { file, line, column } = finding.place;
  const properties = [
    ['file', file === undefined || folder === '' || file.startsWith('/') ? file : `${folder}/${file}`],
    ['line', line],
    ['col', column],
    ['title', finding.code]
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${String(name)}=${escapeProperty(String(value))}`]));
  return `::${finding.severity} ${properties.join(',')}::${escapeData(logFinding(finding))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
