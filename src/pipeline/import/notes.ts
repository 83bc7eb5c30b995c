import { quote } from '../../text/format.js';
import { readDocker } from '../buildspec-reader/docker.js';
import type { BuildRun, Step } from '../buildspec-reader/interpret.js';
import type { BuildCommand, Buildspec } from '../buildspec-reader/reader.js';
import type { ImportNote } from './values.js';

/** Commands that show something, set something up for others, or are part of what Slipway does by itself. */
const NOISE =
  /^(?:echo|printf|ls|ll|pwd|cat|date|env|printenv|set|export|unset|cd|pushd|popd|true|false|:|test|\[|\[\[|exit|return|sleep|whoami|uname|which|df|du|free|tree|source|\.|wait|declare|local|readonly|read|time|bc)$/;

interface Kind {
  readonly pattern: RegExp;
  readonly what: string;
  readonly next: string;
}

/** What the other commands of real buildspecs are, by their words. The first that fits counts. */
const KINDS: readonly Kind[] = [
  {
    pattern:
      /^docker (?:run|exec|compose)\b|^docker-compose\b|\b(?:pytest|jest|mocha|phpunit|rspec|tox|newman)\b|\s(?:run )?(?:test|check|verify|lint)(?:[:\s]|$)/,
    what: 'a test or a check',
    next: 'Run it before Slipway: in its own job or step.'
  },
  {
    pattern: /^(?:trivy|grype|dockle|snyk|hadolint|anchore|sonar\S*|semgrep|cosign)\b|^docker s(?:ave|bom|cout)\b/,
    what: 'a scan',
    next: 'Run it in its own step; it is not part of the deployment.'
  },
  {
    pattern:
      /^(?:mvn|\S*mvnw|gradle|\S*gradlew|sbt|ant|npm|npx|yarn|pnpm|make|go|cargo|dotnet|pip3?|poetry|composer|bundle|rake|ng|earthly|bazel|node|python3?|\S+\.sh|(?:ba)?sh|\.?\/\S+)\b/,
    what: 'a build step outside of docker build',
    next: 'Put it into the Dockerfile (in its own stage), or run it before Slipway: the image may need what it makes.'
  },
  {
    pattern: /^(?:sudo )?(?:apt|apt-get|yum|dnf|apk|rpm|dpkg|amazon-linux-extras|wget|curl -[A-Za-z]*[oOL])\b/,
    what: 'an installation on the build machine',
    next: 'It belongs to whatever needs the tool.'
  },
  {
    pattern: /^(?:kubectl|helm|eksctl)\b|^aws eks\b/,
    what: 'a deployment to Kubernetes',
    next: 'Slipway deploys to Amazon ECS only.'
  },
  {
    pattern:
      /^aws (?:lambda|cloudformation|elasticbeanstalk|batch|sam)\b|^(?:cdk|cdk-assets|sam|serverless|terraform)\b/,
    what: 'a deployment of something else',
    next: 'Keep it in its own step.'
  },
  {
    pattern: /^aws (?:ecs|deploy)\b/,
    what: 'a part of the deployment to ECS',
    next: 'Slipway registers the task definition and deploys by itself: set cluster and service.'
  },
  {
    pattern: /^aws (?:sns|ses|chatbot|events)\b|^curl\b|slack|hooks\./i,
    what: 'a notification',
    next: 'Send it from the workflow or the pipeline, after Slipway has reported the outcome.'
  },
  {
    pattern: /^aws (?:secretsmanager|ssm)\b/,
    what: 'a value from a store',
    next: 'A secret of the build goes into build-secrets, one of the container into secrets.'
  },
  {
    pattern: /^docker login\b/,
    what: 'a login to a registry that is not ECR',
    next: 'Log in before Slipway runs; it uses the existing logins.'
  },
  {
    pattern: /^docker (?:manifest|buildx imagetools)\b/,
    what: 'an index over several images',
    next: 'Use platforms: one build for all of them.'
  },
  { pattern: /^git\b/, what: 'a change in Git', next: 'Keep it in its own step.' },
  {
    pattern: /^(?:sed|envsubst|jq|yq|perl|awk|cp|mv|mkdir|chmod|chown|touch|tee|rm|unzip|tar|zip|ln)\b/,
    what: 'work on files',
    next: 'Run it before Slipway where the image or the files depend on it.'
  }
];

/** What a buildspec does beside building, pushing and telling the image: each item of `commands` once. */
export function listLeftOut(
  buildspec: Buildspec,
  { steps, unknowns }: BuildRun,
  used: ReadonlySet<Step>
): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  const left = steps.filter(step => !used.has(step) && !isNoise(step, unknowns.show(step.words.join(' '))));
  for (const same of groupSteps(left)) {
    const [first, ...others] = same;
    const line = toLine(first);
    const kind = findKind(line);
    const more = others.length === 0 ? '' : ` (and ${others.length} more of the kind in the same item)`;
    const what = `${quote(line)}${more} is ${kind?.what ?? 'a command that settings cannot say'}; it is not carried over.`;
    notes.push({ kind: 'left-out', place: first.place, what, next: kind?.next ?? 'Run it in a step of its own.' });
  }
  for (const phase of buildspec.phases) {
    for (const command of [...phase.commands, ...phase.finallyCommands]) {
      if (command.shell !== undefined) continue;
      const what = `${quote(command.text)} cannot be read (${command.trouble ?? ''}); it is not carried over.`;
      notes.push({ kind: 'left-out', place: command.place, what, next: '' });
    }
  }
  return notes;
}

/** Commands of one item and one kind are told together. */
function groupSteps(steps: readonly Step[]): readonly (readonly [Step, ...Step[]])[] {
  const groups = new Map<BuildCommand, Map<Kind | undefined, [Step, ...Step[]]>>();
  for (const step of steps) {
    const kinds = groups.get(step.command) ?? new Map<Kind | undefined, [Step, ...Step[]]>();
    groups.set(step.command, kinds);
    const kind = findKind(toLine(step));
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [step]);
    else if (!known.some(other => toLine(other) === toLine(step))) known.push(step);
  }
  return [...groups.values()].flatMap(kinds => [...kinds.values()]);
}

function toLine({ source }: Step): string {
  return source.replace(/\s+/g, ' ');
}

function findKind(line: string): Kind | undefined {
  return KINDS.find(({ pattern }) => pattern.test(line));
}

function isNoise({ words, writes, source, piped }: Step, shown: string): boolean {
  const [program = ''] = words;
  // It only shows a part of what another command says.
  if (piped && writes.length === 0 && /^(?:grep|head|tail|sort|uniq|wc|cut|awk|tr|less|more)$/.test(program))
    return true;
  if (/\becr(?:-public)? get-login/.test(source) || /^aws (?:--version|sts get-caller-identity|configure)/.test(shown))
    return true;
  if (/^(?:git|docker|node|npm|java|python3?|mvn|go) --?v(?:ersion)?$/.test(shown)) return true;
  const call = readDocker(words);
  if (call?.kind === 'pull') return true;
  if (call?.kind === 'other')
    return /^(?:images|image ls|info|version|--version|system|df|ps|image prune|history|inspect|image inspect)/.test(
      call.command
    );
  if (/(?:^|\/)dockerd$/.test(words.find(word => word.includes('dockerd')) ?? '') || /docker info/.test(shown))
    return true;
  if (/service docker start/.test(shown)) return true;
  return (NOISE.test(program) || /^[\uE000-\uF8FF]/.test(program)) && !writes.some(path => !path.startsWith('/'));
}
