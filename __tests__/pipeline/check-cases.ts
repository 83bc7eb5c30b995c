import { checkBuildspec, type CheckOptions } from '../../src/pipeline/buildspec-check/check.js';
import type { Finding } from '../../src/errors.js';
import { readBuildspec, type Buildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { readDocument } from '../../src/text/document.js';

export function read(text: string, file = 'buildspec.yml'): Buildspec {
  return readBuildspec(readDocument(file, new TextEncoder().encode(text)));
}

export function check(text: string, options: CheckOptions = {}): readonly Finding[] {
  return checkBuildspec(read(text), options);
}

/** `error push-after-failed-build 12:9` */
export function checkShort(text: string, options: CheckOptions = {}): readonly string[] {
  return check(text, options).map(
    ({ severity, code, place }) => `${severity} ${code} ${place.line ?? 0}:${place.column ?? 0}`
  );
}

/** A buildspec that nothing is wrong with, around these commands. */
export function around(parts: {
  readonly pre?: readonly string[];
  readonly build?: readonly string[];
  readonly post?: readonly string[];
  readonly buildKeys?: string;
}): string {
  const list = (items: readonly string[]): string =>
    items
      .map(item =>
        item.includes('\n')
          ? `      - |\n${item.replace(/^/gm, '        ')}\n`
          : `      - ${/^[[{]/.test(item) ? quote(item) : item}\n`
      )
      .join('');
  return `version: 0.2
env:
  shell: bash
phases:
  pre_build:
    commands:
${list(['set -o pipefail', ...(parts.pre ?? [])])}  build:
${parts.buildKeys ?? ''}    commands:
${list(parts.build ?? ['docker build -t "$URI:$TAG" .'])}  post_build:
    commands:
${list(parts.post ?? ['test "$CODEBUILD_BUILD_SUCCEEDING" = 1', 'docker push "$URI:$TAG"'])}artifacts:
  files:
    - appspec.yml
`;
}

/** A command that YAML would take for a list or a map must stand in quotes. */
function quote(item: string): string {
  return `'${item.replaceAll("'", "''")}'`;
}
