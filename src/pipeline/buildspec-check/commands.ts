import { RuleList, type SourceLocation, type WarningRule } from '../../errors.js';
import { ARN_WITH_ACCOUNT } from '../../text/arn.js';
import { quote } from '../../text/format.js';
import type { Report } from './finding.js';
import { readDocker, readImage } from '../buildspec-reader/docker.js';
import type { BuildRun } from '../buildspec-reader/interpret.js';
import { listCommands, plainText } from '../buildspec-reader/visit.js';
import type { SimpleCommand, Word } from '../buildspec-reader/tree.js';
import { BUILDSPEC_REFERENCE, placeInCommand, type BuildCommand, type Buildspec } from '../buildspec-reader/reader.js';

export const COMMAND_RULES = new RuleList();
const LOST_BETWEEN_COMMANDS = COMMAND_RULES.add(
  'lost-between-commands',
  'error',
  'A command relies on a variable or the working directory of an earlier one, which version 0.1 loses after each command.',
  BUILDSPEC_REFERENCE
);
const NO_PIPEFAIL = COMMAND_RULES.add(
  'no-pipefail',
  'warning',
  'The first part of a pipe can fail unnoticed.',
  'https://www.gnu.org/software/bash/manual/html_node/Pipelines.html'
);
const NEEDS_BASH = COMMAND_RULES.add(
  'needs-bash',
  'warning',
  'The command needs bash, and the shell is not bash.',
  `${BUILDSPEC_REFERENCE} (env.shell)`
);
const GET_LOGIN = COMMAND_RULES.add(
  'get-login',
  'error',
  'aws ecr get-login does not exist in version 2 of the AWS CLI.',
  'https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html'
);
const PASSWORD_ARGUMENT = COMMAND_RULES.add(
  'password-argument',
  'warning',
  'docker login gets the password as an argument instead of through standard input.',
  'https://docs.docker.com/reference/cli/docker/login/'
);
const STARTS_DOCKER = COMMAND_RULES.add(
  'starts-docker',
  'warning',
  'The build starts the Docker daemon, which already runs in a privileged project.',
  'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-docker.html'
);
const ONLY_LATEST = COMMAND_RULES.add(
  'only-latest',
  'warning',
  'Only the tag latest is pushed.',
  'https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/container-image.html'
);
const HARD_CODED_ACCOUNT = COMMAND_RULES.add(
  'hard-coded-account',
  'warning',
  'A command contains an account id, so it works in that account only.',
  'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html (CODEBUILD_BUILD_ARN)'
);
const HARD_CODED_REGION = COMMAND_RULES.add(
  'hard-coded-region',
  'warning',
  'A command contains a region, so it works in that region only.',
  'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html (AWS_REGION)'
);

const ECR_HOST = /\b(\d{12})\.dkr[.-]ecr(?:-fips)?(?:\.([a-z0-9-]+))?/g;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
const REGION_OPTION = /--region[= ]["']?([a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\b/g;

/** Known mistakes in what the commands say. */
export function checkCommands(buildspec: Buildspec, run: BuildRun, report: Report): void {
  const commands = buildspec.phases.flatMap(phase => [...phase.commands, ...phase.finallyCommands]);
  for (const command of commands) {
    reportRemovedLogin(command, report);
    reportPasswordArgument(command, report);
    reportStartedDocker(command, report);
  }
  reportBareLogin(commands, report);
  reportShellNeeds(buildspec, commands, report);
  reportLost(buildspec, commands, report);
  reportFixedPlaces(buildspec, commands, report);
  reportOnlyLatest(run, report);
}

function reportRemovedLogin(command: BuildCommand, report: Report): void {
  for (const { words, offset } of listCommands(command.shell ?? [])) {
    const texts = words.map(plainText);
    if (texts[0] !== 'aws' || !texts.includes('ecr') || !texts.includes('get-login')) continue;
    const what = "aws ecr get-login was removed: the AWS CLI 2, which CodeBuild's images have, does not know it.";
    const next =
      'Write aws ecr get-login-password | docker login --username AWS --password-stdin <account>.dkr.ecr.<region>.amazonaws.com.';
    report('error', GET_LOGIN, placeInCommand(command, offset), what, next);
  }
}

function reportPasswordArgument(command: BuildCommand, report: Report): void {
  for (const { words, offset } of listCommands(command.shell ?? [])) {
    const call = readDocker(words.map(textOrSource));
    if (call?.kind !== 'login' || !call.passwordAsArgument) continue;
    const what = 'docker login gets the password as an argument, where other processes and logs can see it.';
    report(
      'warning',
      PASSWORD_ARGUMENT,
      placeInCommand(command, offset),
      what,
      'Pipe it in: … | docker login --username <name> --password-stdin.'
    );
  }
}

function reportStartedDocker(command: BuildCommand, report: Report): void {
  for (const { words, offset } of listCommands(command.shell ?? [])) {
    const texts = words.map(word => plainText(word) ?? '');
    const starts = texts.some(text => /(?:^|\/)dockerd(?:-entrypoint\.sh)?$/.test(text)) && texts[0] !== 'echo';
    const service = /(?:^|\/)(?:service|systemctl)$/.test(texts[0] ?? '') && texts.includes('docker');
    if (!starts && !service) continue;
    const what = "The command starts Docker by hand; CodeBuild's own images start it where the project is privileged.";
    const next = 'Leave it out, and set privilegedMode: true in the environment of the project.';
    report('warning', STARTS_DOCKER, placeInCommand(command, offset), what, next);
  }
}

/** A pipe takes the status of its last command: the first login without pipefail stands for all. */
function reportBareLogin(commands: readonly BuildCommand[], report: Report): void {
  let pipefail = false;
  for (const command of commands) {
    for (const statement of command.shell ?? []) {
      const texts = statement.node.kind === 'simple' ? statement.node.words.map(plainText) : [];
      if (texts[0] === 'set' && texts.includes('pipefail')) pipefail = true;
      if (statement.node.kind !== 'pipeline' || pipefail) continue;
      const [first, ...rest] = statement.node.members;
      if (first?.kind !== 'simple' || !first.words.some(word => plainText(word) === 'get-login-password')) continue;
      if (
        !rest.some(member => member.kind === 'simple' && readDocker(member.words.map(textOrSource))?.kind === 'login')
      )
        continue;
      const what =
        'Without pipefail a failed get-login-password goes on to docker login, which then fails with "Cannot perform an interactive login from a non TTY device" and hides the reason.';
      const next = 'Write set -o pipefail before it (env: shell: bash).';
      report('warning', NO_PIPEFAIL, placeInCommand(command, first.offset), what, next);
      return;
    }
  }
}

/** CodeBuild's default shell is `sh`. */
function reportShellNeeds({ shell, phases }: Buildspec, commands: readonly BuildCommand[], report: Report): void {
  if (shell !== undefined && shell !== 'sh' && shell !== '/bin/sh') return;
  if (phases.length === 0) return;
  for (const command of commands) {
    const found = listCommands(command.shell ?? []).find(
      ({ words }) => words.some(usesBash) || (plainText(words[0]) === 'set' && words.some(isPipefail))
    );
    if (found === undefined) continue;
    const written = command.text.slice(found.offset, found.end);
    const what = `${quote(written)} needs bash, and the commands run in sh, which is not bash in every image.`;
    report('warning', NEEDS_BASH, placeInCommand(command, found.offset), what, 'Write env: shell: bash.');
    return;
  }
}

function usesBash(word: Word): boolean {
  if (plainText(word) === '[[' || word.source.startsWith('((')) return true;
  return word.parts.some(part => part.kind === 'variable' && /^(?::|\/\/?|\^\^?|,,?)$/.test(part.operator));
}

function isPipefail(word: Word): boolean {
  return plainText(word) === 'pipefail';
}

function reportLost({ version }: Buildspec, commands: readonly BuildCommand[], report: Report): void {
  if (version?.value !== '0.1') return;
  for (const command of commands) {
    const [statement] = command.shell ?? [];
    const node = command.shell?.length === 1 ? statement?.node : undefined;
    if (node?.kind !== 'simple') continue;
    const program = plainText(node.words[0]);
    const assigns = node.words.length === 0 && node.assignments.length > 0;
    if (!assigns && program !== 'cd' && program !== 'export') continue;
    const what = `In version 0.1 each command has a shell of its own, so ${assigns ? 'the variable' : (program ?? '')} is lost after it.`;
    report('error', LOST_BETWEEN_COMMANDS, command.place, what, 'Write version: 0.2.');
  }
}

interface Fixed {
  readonly text: string;
  readonly place: SourceLocation;
}

/** Accounts and regions that are written in: the buildspec then works in one place only. Each is told once. */
function reportFixedPlaces(buildspec: Buildspec, commands: readonly BuildCommand[], report: Report): void {
  const accounts: Fixed[] = [];
  const regions: Fixed[] = [];
  const look = (
    text: string,
    place: (offset: number) => SourceLocation,
    isMeant: (offset: number) => boolean = () => false
  ): void => {
    for (const match of text.matchAll(ECR_HOST)) {
      accounts.push({ text: match[1] ?? '', place: place(match.index) });
      if (REGION.test(match[2] ?? '')) regions.push({ text: match[2] ?? '', place: place(match.index) });
    }
    for (const match of text.matchAll(new RegExp(ARN_WITH_ACCOUNT, 'g')))
      accounts.push({ text: match[1] ?? '', place: place(match.index) });
    for (const match of text.matchAll(REGION_OPTION))
      if (!isMeant(match.index)) regions.push({ text: match[1] ?? '', place: place(match.index) });
    for (const match of text.matchAll(/\.ecr\.([a-z0-9-]+)\.amazonaws/g))
      if (REGION.test(match[1] ?? '')) regions.push({ text: match[1] ?? '', place: place(match.index) });
  };
  for (const { name, value, place } of buildspec.variables) {
    if (/^\d{12}$/.test(value) && /acc(?:oun)?t|aws_?id/i.test(name)) accounts.push({ text: value, place });
    if (REGION.test(value) && !isForGlobal(name, commands)) regions.push({ text: value, place });
    look(value, () => place);
  }
  for (const command of commands) {
    const spans = listCommands(command.shell ?? []).filter(isGlobal);
    look(
      command.text,
      offset => placeInCommand(command, offset),
      offset => spans.some(span => span.offset <= offset && offset < span.end)
    );
  }
  reportOnce(
    accounts,
    (text, more) => {
      const what = `The account ${text} is written in${more}; in another account the build pushes to the wrong place, or nowhere.`;
      const next =
        'Take it from the build: AWS_ACCOUNT_ID=$(echo "$CODEBUILD_BUILD_ARN" | cut -d: -f5), or the whole URI from aws ecr describe-repositories.';
      return [HARD_CODED_ACCOUNT, what, next];
    },
    report
  );
  reportOnce(
    regions,
    (text, more) => {
      const what = `The region ${text} is written in${more}.`;
      return [HARD_CODED_REGION, what, 'Write $AWS_REGION, which CodeBuild sets.'];
    },
    report
  );
}

/** Services of AWS that have one region, wherever they are used from. */
const GLOBAL_SERVICES = ['ecr-public', 'cloudfront', 'iam', 'organizations', 'route53', 'ce', 'budgets'];

function isGlobal({ words }: SimpleCommand): boolean {
  const texts = words.map(word => plainText(word) ?? '');
  return texts[0] === 'aws' && texts.some(text => GLOBAL_SERVICES.includes(text));
}

/** A variable that only such commands use. */
function isForGlobal(name: string, commands: readonly BuildCommand[]): boolean {
  const uses = commands
    .flatMap(({ shell }) => listCommands(shell ?? []))
    .filter(({ words }) => words.some(({ source }) => new RegExp(`\\$\\{?${name}\\b`).test(source)));
  return uses.length > 0 && uses.every(isGlobal);
}

function reportOnce(
  found: readonly Fixed[],
  say: (text: string, more: string) => readonly [rule: WarningRule, what: string, next: string],
  report: Report
): void {
  for (const text of new Set(found.map(fixed => fixed.text))) {
    const all = found.filter(fixed => fixed.text === text);
    const lines = new Set(all.map(({ place }) => place.line));
    const [first] = all;
    if (first === undefined) continue;
    const [rule, what, next] = say(text, lines.size < 2 ? '' : ` (in ${lines.size} lines)`);
    report('warning', rule, first.place, what, next);
  }
}

function reportOnlyLatest({ steps, unknowns }: BuildRun, report: Report): void {
  const pushes = steps.flatMap(({ words, place }) => {
    const call = readDocker(words);
    if (call?.kind === 'push' && !call.allTags) return [{ place, tag: readImage(call.image, unknowns).tag }];
    return call?.kind === 'build' && call.push
      ? call.tags.map(image => ({ place, tag: readImage(image, unknowns).tag }))
      : [];
  });
  const [first] = pushes;
  // ECR itself gives further tags.
  if (steps.some(({ words }) => words[0] === 'aws' && words.includes('put-image'))) return;
  if (first === undefined || pushes.some(({ tag }) => tag !== 'latest')) return;
  const what =
    'Only the tag latest is pushed: a running service cannot be told apart from the next one, and there is nothing to go back to.';
  report(
    'warning',
    ONLY_LATEST,
    first.place,
    what,
    'Push a tag of the commit too: $CODEBUILD_RESOLVED_SOURCE_VERSION.'
  );
}

function textOrSource(word: Word): string {
  return plainText(word) ?? word.source;
}
