import { readDocker, stripPrefixes } from './docker.js';

/** What a command does with images, whichever tool it is. */
export interface ImageCall {
  readonly builds: boolean;
  readonly pushes: boolean;
  /** The tool and its command, as a person calls it: `docker build`, `crane push`. */
  readonly shown: string;
}

/** Tools beside Docker that build or push, by their words. */
const TOOLS: readonly (readonly [pattern: RegExp, builds: boolean, pushes: boolean])[] = [
  [/^(?:crane|gcrane) (?:push|copy|cp|append|mutate|tag)\b/, false, true],
  [/^skopeo (?:copy|sync)\b.* docker:\/\/\S+$/, false, true],
  [/^regctl image (?:copy|import|mod)\b/, false, true],
  [/^(?:oras|img|buildah|finch|wasm-to-oci) push\b/, false, true],
  [/^(?:buildah (?:bud|build)|img build|finch build)\b/, true, false],
  [/^pack build\b.* --publish\b/, true, true],
  [/^pack build\b/, true, false],
  [/^ko (?:build|publish|apply|resolve)\b(?!.* --(?:local|push=false)\b)/, true, true],
  [/^(?:\S*\/)?(?:kaniko\/)?executor\b.* --destination\b(?!.* --no-push\b)/, true, true],
  [/^buildctl(?:-daemonless\.sh)? build\b.*\bpush=true\b/, true, true],
  [/^buildctl(?:-daemonless\.sh)? build\b/, true, false],
  [/^(?:\S*\/)?(?:mvnw?|gradlew?)\b.*(?:\bjib:build\b|\sjib\b)/, true, true],
  [/^earthly\b.* --push\b/, true, true],
  [/^packer build\b/, true, false]
];

/** undefined: the command does nothing with images that is known here. */
export function readImageCall(words: readonly string[]): ImageCall | undefined {
  const plain = stripPrefixes(words);
  const call = readDocker(plain);
  if (call?.kind === 'build') return { builds: true, pushes: call.push, shown: 'docker build' };
  if (call?.kind === 'push') return { builds: false, pushes: true, shown: 'docker push' };
  const compose = readCompose(plain);
  if (compose !== undefined) return compose;
  if (call?.kind === 'other') return readOther(call.command, plain);
  const line = plain.join(' ').replace(/^\S*\/(?=\w+ )/, '');
  const tool = TOOLS.find(([pattern]) => pattern.test(line));
  if (tool === undefined) return undefined;
  const [, builds, pushes] = tool;
  return { builds, pushes, shown: plain.slice(0, 2).join(' ') };
}

/** `docker compose build`, `docker-compose push`: https://docs.docker.com/reference/cli/docker/compose/ */
function readCompose(words: readonly string[]): ImageCall | undefined {
  const program = (words[0] ?? '').replace(/^.*\//, '');
  const plugin = /^(?:docker|podman|nerdctl|finch)$/.test(program) && words.includes('compose');
  if (!plugin && !/^(?:docker|podman)-compose$/.test(program)) return undefined;
  const rest = words.slice(plugin ? words.indexOf('compose') + 1 : 1);
  const command = skipOptions(rest).at(0) ?? '';
  const shown = `${plugin ? `${program} compose` : program} ${command}`;
  if (command === 'push') return { builds: false, pushes: true, shown };
  return command === 'build' ? { builds: true, pushes: rest.includes('--push'), shown } : undefined;
}

function skipOptions(words: readonly string[]): readonly string[] {
  const takesValue =
    /^(?:-f|--file|-p|--project-name|--profile|--env-file|--project-directory|--ansi|--progress|--parallel)$/;
  let at = 0;
  while (words[at]?.startsWith('-') === true) at += takesValue.test(words[at] ?? '') ? 2 : 1;
  return words.slice(at);
}

function readOther(command: string, words: readonly string[]): ImageCall | undefined {
  if (command === 'buildx bake')
    return {
      builds: true,
      pushes: words.some(word => /^--push(?:=true)?$|push=true|type=registry/.test(word)),
      shown: 'docker buildx bake'
    };
  if (command === 'manifest' && words.includes('push'))
    return { builds: false, pushes: true, shown: 'docker manifest push' };
  if (command === 'buildx imagetools' && words.includes('create'))
    return { builds: false, pushes: true, shown: 'docker buildx imagetools create' };
  return undefined;
}
