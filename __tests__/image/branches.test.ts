import { describe, expect, it } from '@jest/globals';

import { findBranches } from '../../src/image/build/branches.js';

const PULL = { pull_request: { number: 12 }, repository: { default_branch: 'trunk' } };
const REPOSITORY = { repository: { default_branch: 'trunk' } };

interface Case {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly event?: unknown;
  /** What `git symbolic-ref` answers, by reference. */
  readonly git?: Readonly<Record<string, string>>;
  readonly own: string;
  readonly others: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'a push', environment: { GITHUB_REF: 'refs/heads/a/b' }, event: REPOSITORY, own: 'a/b', others: ['trunk'] },
  {
    name: 'a push to the default branch',
    environment: { GITHUB_REF: 'refs/heads/trunk' },
    event: REPOSITORY,
    own: 'trunk',
    others: []
  },
  { name: 'a push of a tag', environment: { GITHUB_REF: 'refs/tags/v1' }, event: REPOSITORY, own: 'trunk', others: [] },
  {
    name: 'a pull request',
    environment: { GITHUB_REF: 'refs/pull/12/merge', GITHUB_BASE_REF: 'release', GITHUB_HEAD_REF: 'trunk' },
    event: PULL,
    own: 'pull/12',
    others: ['release', 'trunk']
  },
  {
    name: 'a pull_request_target, whose reference is its base',
    environment: { GITHUB_REF: 'refs/heads/trunk', GITHUB_BASE_REF: 'trunk', GITHUB_HEAD_REF: 'x' },
    event: PULL,
    own: 'pull/12',
    others: ['trunk']
  },
  {
    name: 'a merge group',
    environment: { GITHUB_REF: 'refs/heads/gh-readonly-queue/trunk/pr-12-abc' },
    event: REPOSITORY,
    own: 'gh-readonly-queue/trunk/pr-12-abc',
    others: ['trunk']
  },
  {
    name: 'an event that says nothing of the repository',
    environment: { GITHUB_REF: 'refs/heads/x' },
    event: {},
    own: 'x',
    others: ['main']
  },
  {
    name: 'an event that is no object',
    environment: { GITHUB_REF: 'refs/heads/x' },
    event: [null],
    own: 'x',
    others: ['main']
  },
  { name: 'no event', environment: { GITHUB_REF: 'refs/heads/x' }, own: 'x', others: ['main'] },
  {
    name: 'CodeBuild by a webhook',
    environment: {
      CODEBUILD_BUILD_ID: 'b:1',
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/a',
      CODEBUILD_SOURCE_VERSION: 'pr/3'
    },
    own: 'a',
    others: ['main']
  },
  {
    name: 'CodeBuild by a webhook for a pull request',
    environment: {
      CODEBUILD_BUILD_ID: 'b:1',
      CODEBUILD_WEBHOOK_TRIGGER: 'pr/3',
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/a'
    },
    own: 'pull/3',
    others: ['main']
  },
  {
    name: 'CodeBuild by a webhook for a pull request into another branch than the default one',
    environment: {
      CODEBUILD_BUILD_ID: 'b:1',
      CODEBUILD_WEBHOOK_TRIGGER: 'pr/3',
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/a',
      CODEBUILD_WEBHOOK_BASE_REF: 'refs/heads/release/2'
    },
    own: 'pull/3',
    others: ['release/2', 'main']
  },
  {
    name: 'CodeBuild for a branch',
    environment: { CODEBUILD_BUILD_ID: 'b:1', CODEBUILD_SOURCE_VERSION: 'a^{abc}' },
    own: 'a',
    others: ['main']
  },
  {
    name: 'CodeBuild for a commit',
    environment: { CODEBUILD_BUILD_ID: 'b:1', CODEBUILD_SOURCE_VERSION: 'a'.repeat(40) },
    own: 'main',
    others: []
  },
  {
    name: 'CodePipeline, which hands on its branch',
    environment: { CODEBUILD_BUILD_ID: 'b:1', BRANCH_NAME: 'release', CODEBUILD_SOURCE_VERSION: 'arn:aws:s3:::b/k' },
    own: 'release',
    others: ['main']
  },
  {
    name: 'a checkout',
    environment: {},
    git: { HEAD: 'a/b', 'refs/remotes/origin/HEAD': 'origin/trunk' },
    own: 'a/b',
    others: ['trunk']
  },
  {
    name: 'a checkout of no branch',
    environment: {},
    git: { 'refs/remotes/origin/HEAD': 'origin/trunk' },
    own: 'trunk',
    others: []
  },
  { name: 'no checkout', environment: {}, own: 'main', others: [] }
];

describe('the branches of a run', () => {
  it.each(CASES)('of $name', async ({ environment, event, git = {}, own, others }) => {
    const found = await findBranches({
      environment: { ...environment, ...(event === undefined ? {} : { GITHUB_EVENT_PATH: '/event.json' }) },
      files: { read: async () => new TextEncoder().encode(JSON.stringify(event)) },
      processes: {
        run: async (_command, args) => {
          const name = git[args.at(-1) ?? ''];
          return name === undefined
            ? { exitCode: 1, stdout: '', stderr: '' }
            : { exitCode: 0, stdout: `${name}\n`, stderr: '' };
        }
      }
    });
    expect(found).toEqual({ own, others });
  });
});
