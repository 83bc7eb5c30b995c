// Runs jest with what follows as its arguments, away from what the machine that it runs on is set to: `node scripts/test.mjs [ARGUMENT …]`. A profile in
// ~/.aws, a login in ~/.docker, a proxy, the variables of a job that it runs in: no test may pass or fail by them. The exit code is jest's.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What the code under test, or a program that it starts, does otherwise for. */
const SETTINGS =
  /^(?:(?:AWS|GITHUB|ACTIONS|RUNNER|INPUT|STATE|CODEBUILD|DOCKER|BUILDX|BUILDKIT|COMPOSE|NODE|SLIPWAY|ECS_CONTAINER)_.*|(?:HTTPS?|ALL|NO)_PROXY|CI|NO_COLOR|FORCE_COLOR|SSH_AUTH_SOCK|SSL_CERT_\w+)$/i;
/** What the tests themselves are told: another bundle than that of dist, a Python with botocore, which cases to search, and to write down what they see. */
const OURS = /^SLIPWAY_(?:DIST|BOTOCORE|WRITE_\w+|SEARCH_\w+)$/;

const root = dirname(import.meta.dirname);
const home = mkdtempSync(join(tmpdir(), 'slipway-home-'));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => OURS.test(name) || !SETTINGS.test(name)));
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const argv = ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)];
const child = spawn(process.execPath, argv, { stdio: 'inherit', env: { ...env, HOME: home, USERPROFILE: home } });
// Jest ends what it started first.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('close', code => {
  rmSync(home, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
