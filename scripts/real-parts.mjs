// Tells for each real part its version and what was run through it: `node scripts/real-parts.mjs RESULTS`, where RESULTS is what jest wrote for
// `npm run test:real` with --json. The exit code is 1 where a part is missing, or where nothing that uses it has passed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * @typedef {readonly [program: string, ...args: string[]]} Command
 * @typedef {{ readonly name: string, readonly assertionResults: readonly { readonly status: string }[] }} SuiteResult
 */

/** @type {(name: string) => Command} */
const pip = name => ['python3', '-c', `import importlib.metadata as m; print(m.version('${name}'))`];
/** @type {(program: string) => Command} */
const go = program => ['sh', '-c', `go version -m "$(command -v ${program})"`];
const nodes = (process.env.SLIPWAY_NODES ?? '').split(':').filter(path => path !== '');

/**
 * What it is called, how it tells its version, and the suites of __tests__/real that it is used in.
 *
 * @type {readonly (readonly [part: string, command: Command, suites: readonly string[]])[]}
 */
const PARTS = [
  [
    'Docker engine',
    ['/usr/bin/docker', '--version'],
    [
      'docker',
      'containers',
      'balancer',
      'gates',
      'buildspec',
      'build-cache',
      'buildspec-cache',
      'buildspec-failures',
      'two-roads',
      'act',
      'act-gates',
      'buildx'
    ]
  ],
  ['BuildKit', ['buildkitd', '--version'], ['build-cache', 'buildx', 'buildspec-cache', 'github-cache']],
  ['buildx', go('buildx'), ['build-cache', 'buildx', 'buildspec-cache', 'github-cache']],
  ['QEMU (arm64)', ['qemu-aarch64-static', '--version'], ['buildx']],
  ["Debian's docker-registry", ['docker-registry', '--version'], ['docker']],
  ['OCI distribution conformance suite', go('conformance'), ['oci-conformance']],
  ['crane', go('crane'), ['registry-clients']],
  ['oras', go('oras'), ['registry-clients']],
  ['regctl', go('regctl'), ['registry-clients']],
  ['skopeo', ['skopeo', '--version'], ['registry-clients']],
  ['act', go('act'), ['act', 'act-gates', 'github-cache']],
  ...nodes.map(nodeUnderAct),
  [
    'AWS CLI, version 2',
    ['/usr/bin/aws', '--version'],
    ['buildspec', 'buildspec-cache', 'buildspec-failures', 'import', 'two-roads']
  ],
  ['npm', ['npm', '--version'], ['two-roads', 'package']],
  ['AWS CLI, version 1', ['aws', '--version'], ['aws-cli', 'aws-clients', 'conformance']],
  ['boto3', pip('boto3'), ['aws-clients', 'conformance']],
  ["botocore's service models", pip('botocore'), ['models', 'aws-cli', 'conformance']],
  ['moto_server', pip('moto'), ['conformance']],
  ['ecs-deploy', pip('ecs-deploy'), ['ecs-deploy']],
  ['cfn-lint', pip('cfn-lint'), ['generated']],
  ['actionlint', go('actionlint'), ['generated']],
  ['zizmor', pip('zizmor'), ['generated']],
  ['shellcheck', ['shellcheck', '--version'], ['buildspec-bash']],
  ['Chromium', [process.env.CHROMIUM ?? 'chromium', '--version'], ['pictures']],
  ['Mermaid', ['node', '-p', "require('@mermaid-js/tiny/package.json').version"], ['pictures']]
];

const [, , resultsFile] = process.argv;
if (resultsFile === undefined) {
  console.error('Name the file that jest wrote: node scripts/real-parts.mjs RESULTS');
  process.exit(2);
}
/** @type {unknown} */
const written = JSON.parse(readFileSync(resultsFile, 'utf8'));
const { testResults: results } = /** @type {{ readonly testResults: readonly SuiteResult[] }} */ (written);
/** How many tests of a suite have passed. */
const passed = new Map(
  results.map(({ name, assertionResults }) => [
    basename(name, '.test.ts'),
    assertionResults.filter(({ status }) => status === 'passed').length
  ])
);
const rows = PARTS.map(([part, command, suites]) => ({ part, version: readVersion(command), suites }));
const used = new Set(PARTS.flatMap(([, , suites]) => suites));
const alone = [...passed.keys()].filter(suite => !used.has(suite)).sort();
if (alone.length > 0) rows.push({ part: 'the rest, each with what it names itself', version: '-', suites: alone });

/** @typedef {readonly [part: string, version: string, suites: string]} Row */
/** @type {readonly Row[]} */
const table = rows.map(({ part, version, suites }) => [
  part,
  version ?? 'MISSING',
  suites.map(suite => `${suite} (${passed.get(suite) ?? 0})`).join(', ')
]);
/** @type {Row} */
const head = ['real part', 'version', 'run through it: suites of __tests__/real, and how many of their tests passed'];
const lines = [head, ...table];
const partWidth = Math.max(...lines.map(([part]) => part.length));
const versionWidth = Math.max(...lines.map(([, version]) => version.length));
for (const [part, version, suites] of lines) {
  console.log(`${part.padEnd(partWidth)}  ${version.padEnd(versionWidth)}  ${suites}`);
}

const missing = rows.filter(
  ({ version, suites }) => version === undefined || !suites.every(suite => (passed.get(suite) ?? 0) > 0)
);
if (missing.length > 0) {
  console.error(`Missing, or nothing passed: ${missing.map(({ part }) => part).join(', ')}`);
  process.exitCode = 1;
}

/**
 * @param {string} node
 * @returns {readonly [string, Command, readonly string[]]}
 */
function nodeUnderAct(node) {
  return ['Node under act', [node, '--version'], ['act']];
}

/**
 * The first thing in a program's answer that looks like a version; of a Go program the version of its module.
 *
 * @param {Command} command
 */
function readVersion([program, ...args]) {
  const said = spawnSync(program, args, { encoding: 'utf8' });
  if (said.status !== 0) return undefined;
  const module = /^\s*mod\s+\S+\s+v(\S+)/m.exec(said.stdout)?.[1];
  return module ?? /\d+\.\d+[\w.+~-]*/.exec(said.stdout)?.[0];
}
