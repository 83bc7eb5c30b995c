import type { Files, Processes } from '../../ports.js';
import { isRecord, own } from '../../text/record.js';

/** The branches whose build caches a run uses. */
export interface Branches {
  /** Whose cache it reads and writes; a pull request's is `pull/NUMBER`. */
  readonly own: string;
  /** Whose caches it reads besides, the nearest first. */
  readonly others: readonly string[];
}

interface Place {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: Pick<Files, 'read'>;
  readonly processes: Pick<Processes, 'run'>;
}

/** Where nothing says what the default branch is. */
const USUAL_DEFAULT = 'main';

/**
 * The branches of a run: by GitHub's variables and event, by CodeBuild's variables, else by Git. A tag, and what is on no branch, counts as the
 * default branch. A pull request has a cache of its own, so that nothing that is not merged yet gets into that of a branch.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
 */
export async function findBranches(place: Place): Promise<Branches> {
  const { environment } = place;
  if (isSet(environment['GITHUB_REF'])) return branchesOfGithub(place);
  if (isSet(environment['CODEBUILD_BUILD_ID'])) return branchesOfCodeBuild(environment);
  const [branch, remote] = await Promise.all([askGit(place, 'HEAD'), askGit(place, 'refs/remotes/origin/HEAD')]);
  return order(branch, [remote?.replace(/^origin\//, '') ?? USUAL_DEFAULT]);
}

function order(first: string | undefined, others: readonly (string | undefined)[]): Branches {
  const [branch = USUAL_DEFAULT, ...rest] = new Set([first, ...others].filter(isSet));
  return { own: branch, others: rest };
}

async function branchesOfGithub({ environment, files }: Place): Promise<Branches> {
  const event = await readEvent(environment['GITHUB_EVENT_PATH'], files);
  const name = read(event, 'repository', 'default_branch');
  const standard = typeof name === 'string' && name !== '' ? name : USUAL_DEFAULT;
  const number = read(event, 'pull_request', 'number');
  const merged = /^refs\/pull\/(\d+)\//.exec(environment['GITHUB_REF'] ?? '')?.[1];
  const pull = merged ?? (typeof number === 'number' ? String(number) : undefined);
  if (pull !== undefined) return order(`pull/${pull}`, [environment['GITHUB_BASE_REF'], standard]);
  const branch = /^refs\/heads\/(.+)$/.exec(environment['GITHUB_REF'] ?? '')?.[1];
  return order(branch, [standard]);
}

async function readEvent(path: string | undefined, files: Place['files']): Promise<unknown> {
  if (!isSet(path)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(await files.read(path)));
  } catch {
    // Without it, the branch alone is known.
    return undefined;
  }
}

function read(value: unknown, ...[key, ...rest]: readonly [string, ...string[]]): unknown {
  const found = isRecord(value) ? own(value, key) : undefined;
  const [next, ...others] = rest;
  return next === undefined ? found : read(found, next, ...others);
}

/** CodePipeline's variable where it is handed on as BRANCH_NAME; else what CodeBuild was started for, unless that is a commit, an object in S3, or a tag. */
function branchesOfCodeBuild(environment: Place['environment']): Branches {
  // A webhook for a pull request says its number, the branch that it comes from, and the one that it is to be merged into.
  const pull = /^pr\/(\d+)$/.exec(environment['CODEBUILD_WEBHOOK_TRIGGER'] ?? '')?.[1];
  if (pull !== undefined && !isSet(environment['BRANCH_NAME'])) {
    const base = environment['CODEBUILD_WEBHOOK_BASE_REF']?.replace(/^refs\/heads\//, '');
    return order(`pull/${pull}`, [base, USUAL_DEFAULT]);
  }
  const said = ['BRANCH_NAME', 'CODEBUILD_WEBHOOK_HEAD_REF', 'CODEBUILD_SOURCE_VERSION'].map(name => environment[name]);
  const branch = said
    .find(isSet)
    ?.replace(/^refs\/heads\//, '')
    .replace(/\^.*$/, '');
  const isNone = branch === undefined || /^(?:[0-9a-f]{40}$|arn:|pr\/|refs\/)/.test(branch);
  return order(isNone ? undefined : branch, [USUAL_DEFAULT]);
}

async function askGit({ processes }: Place, ref: string): Promise<string | undefined> {
  const answer = await processes.run('git', ['symbolic-ref', '--quiet', '--short', ref]).catch(() => undefined);
  const name = answer?.exitCode === 0 ? answer.stdout.trim() : '';
  return isSet(name) ? name : undefined;
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
