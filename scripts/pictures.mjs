// Draws docs/pictures from real runs: the bundle (SLIPWAY_DIST or dist/) on the built-in AWS, its job summaries in a headless Chromium as GitHub
// shows them, and its words on a terminal. Needs Debian's chromium (CHROMIUM names another), fonts-liberation, fonts-noto-color-emoji and script.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const test = [
  '--config',
  'jest.real.config.js',
  '--testPathPatterns',
  'real/pictures.test.ts',
  '--testNamePattern',
  'drawn as GitHub'
];
const env = { ...process.env, SLIPWAY_WRITE_PICTURES: 'true' };
const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...test], {
  cwd: root,
  stdio: 'inherit',
  env
});
process.exit(status ?? 1);
