/** Which test executes a command of the README or of docs/command.md as it is written, or why none does. */
export type ReadmeCommand = { readonly line: string } & (
  | {
      /** `says` is how the test has it, where that is not the line itself. */
      readonly by: { readonly file: string; readonly says?: string };
      readonly why?: undefined;
    }
  | { readonly by?: undefined; readonly why: string }
);

/** __tests__/dist/readme.test.ts executes these, in this order, in a copy of the example `rolling` with the built-in AWS around it. */
export interface ProjectCommand {
  readonly line: string;
  readonly exitCode: number;
  /** What the output holds. */
  readonly says: string;
}

export const PROJECT_COMMANDS: readonly ProjectCommand[] = [
  { line: 'slipway check', exitCode: 0, says: '0 errors' },
  { line: 'slipway plan', exitCode: 0, says: 'Nothing was changed.' },
  { line: 'slipway diff', exitCode: 1, says: 'containerDefinitions[web].image' },
  { line: 'slipway render --image=nginx:1.29', exitCode: 0, says: 'slipway-artifacts/taskdefinition.json' },
  { line: 'slipway generate iam --github-repository=shop/web', exitCode: 0, says: 'iam/deploy-trust.json' },
  { line: 'slipway generate buildspec', exitCode: 0, says: 'buildspec.yml' },
  { line: 'slipway generate all', exitCode: 0, says: 'pipeline.yml' },
  { line: 'slipway generate all --check', exitCode: 0, says: 'buildspec.yml is up to date' },
  { line: 'slipway ship', exitCode: 0, says: 'outcome=succeeded' },
  { line: 'slipway status', exitCode: 0, says: '2 of 2 tasks running' },
  { line: 'slipway rollback', exitCode: 0, says: 'Going back from shop-web:2 to shop-web:1.' },
  { line: 'slipway rollback --to=shop-web:1', exitCode: 0, says: 'shop-web:1' },
  {
    line: 'slipway init --cluster=shop --service=web --region=ap-northeast-2 --output=from-aws',
    exitCode: 0,
    says: 'from-aws/slipway.yml'
  },
  { line: 'slipway import buildspec buildspec.yml', exitCode: 0, says: 'repository: shop/web' },
  { line: 'slipway help ship', exitCode: 0, says: '--on-failure' },
  // These two are in docs/command.md.
  { line: 'source <(slipway completion bash)', exitCode: 0, says: '' },
  { line: 'slipway version', exitCode: 0, says: 'slipway ' }
];

/** The same without anything around it, beside the bundle in the folder `dist`. */
export const FREE_COMMANDS: readonly ProjectCommand[] = [
  { line: 'node dist/cli/index.js rehearse', exitCode: 0, says: 'slipway rehearse .   the same with its slipway.yml' },
  { line: 'slipway rehearse .', exitCode: 0, says: 'succeeded: the step is green' },
  {
    line: 'slipway rehearse . --environment-variables=SLIPWAY_REHEARSAL=crash',
    exitCode: 1,
    says: 'rolled-back: the step is red'
  }
];

const README_TEST = { file: '__tests__/dist/readme.test.ts', says: 'PROJECT_COMMANDS' };
const project = (line: string): ReadmeCommand => {
  if (!PROJECT_COMMANDS.some(command => command.line === line)) throw new Error(`Nothing executes ${line}.`);
  return { line, by: README_TEST };
};
const free = (line: string): ReadmeCommand => {
  if (!FREE_COMMANDS.some(command => command.line === line)) throw new Error(`Nothing executes ${line}.`);
  return { line, by: { ...README_TEST, says: 'FREE_COMMANDS' } };
};

/** All of the README's commands, in its order. */
export const README_COMMANDS: readonly ReadmeCommand[] = [
  {
    line: 'git clone https://github.com/example/slipway && cd slipway',
    why: 'It needs the network, and the name of the owner.'
  },
  free('node dist/cli/index.js rehearse'),
  {
    line: 'alias slipway="node $PWD/dist/cli/index.js"',
    why: 'The tests have a program of that name on the path: a script takes no alias.'
  },
  free('slipway rehearse .'),
  free('slipway rehearse . --environment-variables=SLIPWAY_REHEARSAL=crash'),
  {
    line: 'slipway rehearse . --with-containers',
    by: { file: '__tests__/real/containers.test.ts', says: '--with-containers' }
  },
  { line: 'npm cit', why: 'It runs the tests, this one too; .ci/run does it in its two parts.' }
];

/** All commands of docs/command.md, in its order. */
export const COMMAND_PAGE_COMMANDS: readonly ReadmeCommand[] = [
  {
    line: 'git clone https://github.com/example/slipway',
    why: 'It needs the network, and the name of the owner.'
  },
  {
    line: 'alias slipway="node $PWD/slipway/dist/cli/index.js"',
    why: 'The tests have a program of that name on the path: a script takes no alias.'
  },
  { line: 'slipway help', by: { file: '__tests__/commands/help.test.ts', says: 'renderHelp' } },
  project('slipway check'),
  project('slipway plan'),
  project('slipway diff'),
  project('slipway render --image=nginx:1.29'),
  project('slipway ship'),
  { line: 'slipway deploy', by: { file: '__tests__/dist/deploy.test.ts', says: "'deploy'" } },
  project('slipway status'),
  { line: 'slipway status --watch', by: { file: '__tests__/real/watch.test.ts', says: "'status', '--watch'" } },
  project('slipway rollback'),
  project('slipway rollback --to=shop-web:1'),
  { line: 'slipway follow', by: { file: '__tests__/dist/command-follow.test.ts', says: "'follow'" } },
  { line: 'slipway continue', by: { file: '__tests__/dist/command-follow.test.ts', says: "'continue'" } },
  project('slipway init --cluster=shop --service=web --region=ap-northeast-2 --output=from-aws'),
  project('slipway import buildspec buildspec.yml'),
  project('slipway generate iam --github-repository=shop/web'),
  project('slipway generate buildspec'),
  project('slipway generate all'),
  project('slipway generate all --check'),
  {
    line: 'slipway cloud --port=4566',
    why: 'It serves until it is stopped, on a port that may be taken; __tests__/commands/cloud.test.ts and __tests__/real/act.test.ts do so on a free one.'
  },
  project('slipway help ship'),
  { line: 'slipway status --json', by: { file: '__tests__/dist/command-json.test.ts', says: "'status'" } },
  {
    line: 'slipway status --watch --json',
    by: { file: '__tests__/rollout/watch/watch.test.ts', says: "shows: 'json'" }
  },
  {
    line: 'slipway plan --json --environment=prod',
    by: { file: '__tests__/dist/plan.test.ts', says: "'--json'" }
  },
  project('source <(slipway completion bash)'),
  {
    line: 'source <(slipway completion zsh)',
    by: { file: '__tests__/real/completion.test.ts', says: 'zsh' }
  }
];
