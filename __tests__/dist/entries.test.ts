import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { DIST, REGION, SECRET_KEY, SHA, withSandbox, type Sandbox } from './sandbox.js';
import { slipway, slipwayKilled } from './run-command.js';
import { describeService, ROLLING, seed, taskDefinition, waitUntilSteady } from './seed.js';

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const CLI = join(DIST, 'cli', 'index.js');
const FLAGS = Object.entries({ ...ROLLING, image: 'public.ecr.aws/docker/library/httpd:2.4.62' })
  .filter(([name]) => name !== 'repository')
  .map(([name, value]) => `--${name}=${value}`);

/** Runs a line of `sh` in the workspace; `$NODE` is Node, `$CLI` and `$ACTION` are the bundles. */
function shell(sandbox: Sandbox, line: string): Promise<Ended> {
  return run(sandbox, ['sh', '-c', line], {});
}

/** Runs the Action's main step with the inputs of ROLLING, which a shell would not hand on: their names are none of its variables. */
function action(sandbox: Sandbox, changes: Readonly<Record<string, string>>): Promise<Ended> {
  const inputs = Object.entries(ROLLING).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  return run(sandbox, [process.execPath, join(DIST, 'index.js')], {
    GITHUB_ACTIONS: 'true',
    ...Object.fromEntries(inputs),
    ...changes
  });
}

function run(
  sandbox: Sandbox,
  [program, ...args]: readonly [string, ...string[]],
  variables: Readonly<Record<string, string | undefined>>
): Promise<Ended> {
  const { timeline, endpoint } = sandbox.cloud;
  const child = spawn(program, args, {
    cwd: sandbox.workspace,
    env: {
      PATH: `${join(dirname(sandbox.home), 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: sandbox.home,
      NODE: process.execPath,
      CLI,
      ACTION: join(DIST, 'index.js'),
      GITHUB_SHA: SHA,
      RUNNER_TEMP: sandbox.temporary,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: SECRET_KEY,
      SLIPWAY_CLOCK: `${timeline.scale}@${timeline.anchor}`,
      ...variables
    }
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => (stdout += String(chunk)));
  child.stderr.on('data', chunk => (stderr += String(chunk)));
  return new Promise(resolve => child.on('close', exitCode => resolve({ exitCode, stdout, stderr })));
}

/** What runs when nothing is under way any more. */
async function runningRevision(sandbox: Sandbox): Promise<string> {
  await waitUntilSteady(sandbox);
  return (await describeService(sandbox)).taskDefinition.replace(/^.*\//, '');
}

describe('whoever listens, or does not', () => {
  it.concurrent.each([
    ['standard output', '$NODE $CLI ship $FLAGS | true; echo', ''],
    ['both streams', '$NODE $CLI ship $FLAGS 2>&1 | true; echo', '']
  ])('follows a rollout to its end where nobody reads %s', (_, line) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const said = await shell(sandbox, line.replace('$FLAGS', FLAGS.join(' ')));
      expect(said.stderr).toBe('');
      expect(await runningRevision(sandbox)).toBe('shop-web:2');
      expect((await describeService(sandbox)).deployments).toHaveLength(1);
    })
  );

  it.concurrent('says that standard output is full, and does not end green', () =>
    withSandbox(async sandbox => {
      const said = await shell(sandbox, '$NODE $CLI help > /dev/full');
      expect(said.exitCode).toBe(1);
      expect(said.stderr).toMatch(/^error: Standard output cannot be written: ENOSPC[^\n]*\n$/);
    })
  );

  it.concurrent.each(['ship', 'plan', 'diff', 'status', 'rollback', 'check'])(
    'answers JSON and nothing else where %s fails',
    command =>
      withSandbox(async sandbox => {
        const said = await slipway(sandbox, command, '--json', '--regoin=eu-west-1');
        expect(said.exitCode).toBe(2);
        expect(JSON.parse(said.stdout)).toEqual({
          errors: expect.arrayContaining([
            expect.objectContaining({ message: 'There is no flag --regoin. Did you mean --region?' })
          ])
        });
      })
  );

  it.concurrent('answers JSON where AWS has no such service', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const said = await slipway(sandbox, 'status', '--json', '--cluster=shop', '--service=wbe');
      expect(said.exitCode).toBe(2);
      expect(JSON.parse(said.stdout)).toEqual({ errors: [{ message: expect.stringContaining('wbe') }] });
    })
  );
});

describe('signals', () => {
  it.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes %s for a cancelled run', signal =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const said = await slipwayKilled(sandbox, { operation: 'UpdateService', signal }, 'ship', ...FLAGS);
      expect(said.exitCode).toBe(6);
      expect(said.stdout).toContain('outcome=cancelled\n');
      // The command does not wait for ECS to have gone back.
      await waitUntilSteady(sandbox);
      expect(await runningRevision(sandbox)).toBe('shop-web:1');
    })
  );

  it.concurrent('ends at once at a second Ctrl-C, and says what that means', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const patience = {
        operation: 'UpdateService',
        signal: 'SIGINT',
        again: 1_500,
        // Slow enough for somebody to lose patience.
        and: () => {
          sandbox.cloud.setFaults({ latencyMs: 5_000 });
          return true;
        }
      } as const;
      const said = await slipwayKilled(sandbox, patience, 'ship', ...FLAGS);
      expect(said.exitCode).toBe(6);
      expect(said.stderr).toMatch(
        /^error: Aborted; cleanup was skipped\. slipway status shows the state of the service\.$/m
      );
      expect(said.stdout).not.toContain('outcome=');
    })
  );
});

describe('a machine that does not fit', () => {
  it.concurrent.each([
    ['the command', '$NODE $CLI status'],
    ['the Action', '$NODE $ACTION']
  ])('says that the working directory is gone: %s', (_, program) =>
    withSandbox(async sandbox => {
      await mkdir(join(sandbox.workspace, 'gone'));
      const said = await shell(sandbox, `cd gone && rmdir ../gone && exec ${program}`);
      expect(said.exitCode).toBe(2);
      expect((said.stdout + said.stderr).match(/The working directory is gone/g)).toHaveLength(1);
      expect(said.stdout + said.stderr).not.toContain('uv_cwd');
    })
  );

  it.concurrent.each([
    [
      'RUNNER_TEMP',
      '/dev/null/temp',
      2,
      /No temporary folder can be made in \/dev\/null\/temp: not a directory/,
      'shop-web:1'
    ],
    [
      'GITHUB_STATE',
      '/dev/full',
      2,
      /Cannot save cleanup state for the post step.*Look at the file that GITHUB_STATE names/,
      'shop-web:1'
    ],
    [
      'GITHUB_OUTPUT',
      '/dev/full',
      1,
      /The outputs cannot be handed to the steps that follow.*GITHUB_OUTPUT/,
      'shop-web:2'
    ],
    ['GITHUB_STEP_SUMMARY', '/dev/full', 0, /::warning::The job summary cannot be written: ENOSPC/, 'shop-web:2']
  ])('tells in one sentence that %s cannot be used', (variable, value, exitCode, says, revision) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const said = await action(sandbox, { [variable]: value });
      expect(said.stdout).toMatch(says);
      expect(said.stdout).not.toMatch(/^::error::.*%0A +at /m);
      expect(said.exitCode).toBe(exitCode);
      expect(await runningRevision(sandbox)).toBe(revision);
    })
  );
});

describe('a post step that is handed something else than the main step left', () => {
  it.concurrent('says so in one sentence', () =>
    withSandbox(async sandbox => {
      const said = await shell(sandbox, `STATE_leftovers='{"deployment:' exec $NODE '${join(DIST, 'post.js')}'`);
      expect(said.stdout).toMatch(
        /^::error::What the main step left to be taken back cannot be read: .*slipway status/m
      );
      expect(said.stdout + said.stderr).not.toMatch(/^::error::.*%0A +at |^ +at /m);
      expect(said.exitCode).toBe(1);
    })
  );
});

describe('a commit that git does not tell', () => {
  const PLAN = `$NODE $CLI plan --repository=shop/web --task-definition=taskdefinition.json`;
  it.concurrent.each([
    ['git is not there', 'true', 'PATH=/none', /git is not there, and GITHUB_SHA is not set/],
    ['there is no checkout', 'true', '', /this is not a Git checkout, and GITHUB_SHA is not set/],
    ['there is no commit yet', 'git init -q .', '', /this checkout has no commit yet, and GITHUB_SHA is not set/],
    [
      'it is of another user',
      'git init -q .',
      'GIT_TEST_ASSUME_DIFFERENT_OWNER=1',
      /this checkout is another user's, which git does not read \(git config --global --add safe\.directory \/.*\), and GITHUB_SHA/
    ]
  ])('says that %s', (_, before, variables, says) =>
    withSandbox(async sandbox => {
      await sandbox.write('taskdefinition.json', taskDefinition());
      const said = await shell(sandbox, `unset GITHUB_SHA; ${before}; ${variables} ${PLAN}`);
      expect(said.stderr).toMatch(says);
      expect(said.exitCode).toBe(2);
    })
  );
});

describe('credentials and endpoints that are half there', () => {
  const CONFIG = `[profile prod]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Admin
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[profile broken]
credential_process = /bin/false
`;
  const NONE = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_EC2_METADATA_DISABLED: 'true' };

  it.concurrent.each([
    [
      'a key without its secret',
      { ...NONE, AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' },
      /^error: AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not\. Set both, or neither\.\n$/
    ],
    [
      'a secret without its key',
      { ...NONE, AWS_SECRET_ACCESS_KEY: SECRET_KEY },
      /^error: AWS_SECRET_ACCESS_KEY is set, and AWS_ACCESS_KEY_ID is not\./
    ],
    [
      'a profile that is not there',
      { ...NONE, AWS_PROFILE: 'prdo' },
      /^error: AWS_PROFILE is prdo, and there is no such profile .*Did you mean prod\?\n$/
    ],
    [
      'an SSO session that has expired',
      { ...NONE, AWS_PROFILE: 'prod' },
      /^error: The SSO session of the profile prod \(AWS_PROFILE\) has expired\. Run aws sso login --profile prod\.\n$/
    ],
    [
      'a profile that gives nothing',
      { ...NONE, AWS_PROFILE: 'broken' },
      /^error: The profile broken \(AWS_PROFILE\) gives no credentials: .*aws sts get-caller-identity --profile broken tells more\.\n$/
    ],
    [
      'a token file that is not there',
      { ...NONE, AWS_WEB_IDENTITY_TOKEN_FILE: '/none', AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x' },
      /^error: AWS_WEB_IDENTITY_TOKEN_FILE names \/none, and there is no such file\./
    ],
    [
      'an endpoint without a scheme',
      { AWS_ENDPOINT_URL: 'localhost:4566' },
      /^error: AWS_ENDPOINT_URL is "localhost:4566", expected a URL/
    ],
    [
      'an endpoint that is none',
      { AWS_ENDPOINT_URL_ECS: 'nonsense' },
      /^error: AWS_ENDPOINT_URL_ECS is "nonsense", expected a URL/
    ]
  ])('says in one sentence that there is %s', (_, variables, says) =>
    withSandbox(async sandbox => {
      await mkdir(join(sandbox.home, '.aws'));
      await writeFile(join(sandbox.home, '.aws', 'config'), CONFIG);
      const said = await run(sandbox, [process.execPath, CLI, 'status', '--cluster=shop', '--service=web'], variables);
      expect(said.stderr).not.toContain(SECRET_KEY);
      expect(said.stderr).toMatch(says);
      expect(said).toMatchObject({ exitCode: 2, stdout: '' });
    })
  );
});
