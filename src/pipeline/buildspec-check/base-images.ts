import { RuleList, type Finding } from '../../errors.js';
import { readDockerfile } from '../../image/build/dockerfile.js';
import { parseEcrHost } from '../../text/ecr-host.js';
import { decodeText } from '../../text/encoding.js';
import { quote } from '../../text/format.js';
import { readDocker, stripPrefixes, type DockerBuild } from '../buildspec-reader/docker.js';
import { interpretBuildspec, type BuildRun, type Step } from '../buildspec-reader/interpret.js';
import { resolvePath } from '../buildspec-reader/paths.js';
import type { Buildspec } from '../buildspec-reader/reader.js';
import { listCommands, plainText } from '../buildspec-reader/visit.js';

export const BASE_IMAGE_RULES = new RuleList();
const BASE_IMAGE_LOGIN = BASE_IMAGE_RULES.add(
  'base-image-login',
  'error',
  'The Dockerfile takes an image from a private registry of ECR that the build does not log into.',
  'Docker answers: “no basic auth credentials”'
);

/**
 * Base images from registries that nothing logs into before the build.
 *
 * @param read a file of the source by its path from the source's root; undefined where it is not there
 */
export async function checkBaseImages(
  buildspec: Buildspec,
  read: (path: string) => Promise<Uint8Array | undefined>
): Promise<readonly Finding[]> {
  const run = interpretBuildspec(buildspec);
  if (mayLogInUnseen(buildspec)) return [];
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const [index, step] of run.steps.entries()) {
    const call = readDocker(step.words);
    if (call?.kind !== 'build') continue;
    const path = findDockerfile(call, step, run);
    const bytes = path === undefined ? undefined : await read(path);
    if (path === undefined || bytes === undefined) continue;
    for (const { image, line } of listImages(path, bytes, call)) {
      const host = image.slice(0, Math.max(0, image.indexOf('/')));
      if (parseEcrHost(host) === undefined || told.has(host) || isLoggedIn(host, run, index)) continue;
      told.add(host);
      const what = `${path}:${line} takes ${quote(image)}, and no command before docker build logs into ${host}: Docker answers "no basic auth credentials".`;
      const region = parseEcrHost(host)?.region ?? '';
      const next = `Write before it: aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}.`;
      findings.push({ severity: 'error', code: BASE_IMAGE_LOGIN.name, place: step.place, what, next });
    }
  }
  return findings;
}

/** undefined: where it lies is known at build time only. */
function findDockerfile(call: DockerBuild, { directory }: Step, { unknowns }: BuildRun): string | undefined {
  const { file, context } = call;
  if (file === '-' || (file === undefined && (context === undefined || context === '-'))) return undefined;
  const path = resolvePath(directory, file ?? `${context ?? '.'}/Dockerfile`, unknowns);
  return unknowns.listIn(path).length > 0 || /^[/~]|:\/\//.test(path) ? undefined : path;
}

interface UsedImage {
  readonly image: string;
  readonly line: number;
}

/** The images that a Dockerfile takes: FROM, COPY --from, RUN --mount=from, with the build's arguments put in. */
function listImages(path: string, bytes: Uint8Array, { buildArgs }: DockerBuild): readonly UsedImage[] {
  const args = new Map(buildArgs.map(arg => [arg.split('=')[0] ?? '', arg.slice(arg.indexOf('=') + 1)]));
  const fill = (image: string): string =>
    image.replace(/\$\{?(\w+)\}?/g, (found, name: string) => args.get(name) ?? found);
  const bases = readDockerfile(path, bytes).stages.map(({ base, line }) => ({ image: fill(base), line }));
  const lines = decodeText(bytes).text.split(/\r?\n/);
  const copied = lines.flatMap((text, index) =>
    [...text.matchAll(/^\s*(?:COPY|ADD|RUN)\b.*?(?:--|,)from=([^\s,]+)/gi)].map(match => ({
      image: fill(match[1] ?? ''),
      line: index + 1
    }))
  );
  return [...bases, ...copied];
}

/** A login whose host is not known whole may be this one. */
function isLoggedIn(host: string, { steps, unknowns }: BuildRun, before: number): boolean {
  return steps.slice(0, before).some(({ words }) => {
    const call = readDocker(words);
    if (call?.kind !== 'login' || call.registry === undefined) return false;
    const named = call.registry.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    const pattern = Array.from(named, character =>
      unknowns.get(character) === undefined ? character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '.*'
    );
    return new RegExp(`^${pattern.join('')}$`).test(host);
  });
}

/** The old login, a helper for credentials, and scripts that cannot be read may log in anywhere. */
function mayLogInUnseen({ phases }: Buildspec): boolean {
  const commands = phases.flatMap(({ commands: items, finallyCommands }) =>
    [...items, ...finallyCommands].flatMap(({ shell }) => listCommands(shell ?? []))
  );
  return commands.some(({ words, redirects }) => {
    if (redirects.some(({ target }) => target.source.includes('.docker/config'))) return true;
    const texts = stripPrefixes(words.map(word => plainText(word) ?? word.source));
    const [program = '', ...args] = texts;
    if (/(?:get-login|credential)(?:-helper|-ecr-login)?$/.test(args.join(' ')) || args.includes('get-login'))
      return true;
    if (texts.some(text => /credHelpers|credential-ecr-login|credential-helper|\.docker\/config/.test(text)))
      return true;
    return /\.sh$|^\.{1,2}\/|^(?:make|source|\.|(?:ba)?sh)$/.test(program) && !/(?:gradlew|mvnw)$/.test(program);
  });
}
