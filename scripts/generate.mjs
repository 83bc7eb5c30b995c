// Writes the files that come from the tables of settings and outputs (src/config): action.yml, the JSON schema,
// docs/settings.md; the task definition's JSON schema, from AWS's service model (src/task-definition/model.ts); docs/rules.md from the
// rules beside the checks, docs/mistakes.md from that of the tests, the tables of causes in docs/troubleshooting.md, docs/built-in-aws.md from
// the modules of the built-in AWS, docs/advice.md from the rules of src/advice, and llms.txt from the docs and the tables of settings, outputs and commands.
// With --check it writes nothing and fails where one is not as the tables would make it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { renderAdviceDocs } from './advice-docs.mjs';
import { putCauses } from './cause-tables.mjs';
import { renderLlms } from './llms.mjs';
import { renderMistakeDocs } from './mistakes.mjs';
import { putRoomGraph, renderRoomGraph } from './room-graph.mjs';
import { loadRooms, ROOT as root } from './rooms.mjs';
import { renderServedOperations } from './served-operations.mjs';

const check = process.argv.includes('--check');
const NEEDED = /^src\//;

/**
 * @typedef {[
 *   typeof import('../src/config/docs/generated-files.js'),
 *   typeof import('../src/task-definition/json-schema.js'),
 *   typeof import('../src/commands/rule-docs.js'),
 *   typeof import('../__tests__/check/mistake-table.js'),
 *   typeof import('../src/config/table/settings-table.js'),
 *   typeof import('../src/config/outputs.js'),
 *   typeof import('../src/commands/catalog/catalog.js'),
 *   typeof import('../__tests__/rooms.js'),
 *   typeof import('../src/causes/table.js'),
 *   typeof import('../src/causes/cause.js'),
 *   typeof import('../src/emulator/modules.js'),
 *   typeof import('../src/advice/rules.js')
 * ]} Modules
 */
const modules = await loadRooms(
  [
    'src/config/docs/generated-files.js',
    'src/task-definition/json-schema.js',
    'src/commands/rule-docs.js',
    '__tests__/check/mistake-table.js',
    'src/config/table/settings-table.js',
    'src/config/outputs.js',
    'src/commands/catalog/catalog.js',
    '__tests__/rooms.js',
    'src/causes/table.js',
    'src/causes/cause.js',
    'src/emulator/modules.js',
    'src/advice/rules.js'
  ],
  path => NEEDED.test(path),
  ['__tests__/check/mistake-table.ts', '__tests__/rooms.ts']
);
const [{ renderGeneratedFiles }, { renderDefinitionSchema }, { renderRuleDocs }, { MISTAKES }, ...tables] =
  /** @type {Modules} */ (modules);
const [
  { SETTINGS: options },
  { OUTPUTS: outputs },
  { COMMANDS: commands },
  rooms,
  { CHAPTERS },
  { fillFacts },
  emulator,
  { ADVICE_RULES }
] = tables;

/** @type {string[]} */
const stale = [];
for (const { path, text } of renderGeneratedFiles()) await update(path, text);
await update('schema/taskdefinition.schema.json', renderDefinitionSchema());
await update('docs/rules.md', renderRuleDocs());
await update('docs/mistakes.md', renderMistakeDocs(MISTAKES));
await update('docs/built-in-aws.md', renderServedOperations(emulator.MODULES));
await update('docs/advice.md', await formatMarkdown('docs/advice.md', renderAdviceDocs(ADVICE_RULES)));
await update(
  'CONTRIBUTING.md',
  putRoomGraph(await readFile(join(root, 'CONTRIBUTING.md'), 'utf8'), renderRoomGraph(rooms))
);
const troubleshooting = join(root, 'docs/troubleshooting.md');
await update(
  'docs/troubleshooting.md',
  await formatMarkdown(
    'docs/troubleshooting.md',
    putCauses(await readFile(troubleshooting, 'utf8'), { CHAPTERS, fillFacts })
  )
);
// It lists the docs: those above come first.
await update('llms.txt', renderLlms(root, { options, outputs, commands }));
if (stale.length > 0) {
  console.error(`Not as src would make it: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

/**
 * @param {string} path from the root
 * @param {string} text
 */
async function formatMarkdown(path, text) {
  return format(text, { ...(await resolveConfig(join(root, path))), parser: 'markdown' });
}

/**
 * Writes a file where it is not yet so; with --check it is noted instead.
 *
 * @param {string} path from the root
 * @param {string} text
 */
async function update(path, text) {
  const file = join(root, path);
  if ((await readText(file)) === text) return;
  if (check) {
    stale.push(path);
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`Wrote ${path}.`);
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} undefined where there is no such file
 */
async function readText(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
