// Writes the files that come from the tables of settings and outputs (src/config): action.yml, the JSON schema, the
// README's tables; the task definition's JSON schema, from AWS's service model (src/artifacts/model.ts); docs/rules.md from the tables of
// rules, and docs/mistakes.md from that of the tests.
// With --check it writes nothing and fails where one is not as the tables would make it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

import { renderMistakeDocs } from './mistakes.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');

const stale = [];
const [{ renderGeneratedFiles }, { renderDefinitionSchema }, { renderRuleDocs }, { MISTAKES }] = await loadRooms([
  'src/config/generated.js',
  'src/artifacts/definition-schema.js',
  'src/commands/rule-docs.js',
  '__tests__/check/mistake-table.js'
]);
const generated = [
  ...renderGeneratedFiles(await readText(join(root, 'README.md'))),
  { path: 'schema/taskdefinition.schema.json', text: renderDefinitionSchema() },
  { path: 'docs/rules.md', text: renderRuleDocs() },
  { path: 'docs/mistakes.md', text: renderMistakeDocs(MISTAKES) }
];
for (const { path, text } of generated) {
  const file = join(root, path);
  if ((await readText(file)) === text) continue;
  if (check) {
    stale.push(path);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`Wrote ${path}.`);
  }
}
if (stale.length > 0) {
  console.error(`Not as src would make it: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

async function readText(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the types off the few rooms that are needed, into a folder from which node_modules is still found. */
async function loadRooms(modules) {
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const out = await mkdtemp(join(cache, 'slipway-generate-'));
  try {
    await writeFile(join(out, 'package.json'), '{"type":"module"}');
    for (const path of await listSources()) {
      const target = join(out, path.replace(/\.ts$/, '.js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, stripTypes(await readFile(join(root, path), 'utf8')));
    }
    return await Promise.all(modules.map(path => import(pathToFileURL(join(out, path)).href)));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function listSources() {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(path => /^src[\\/](?:(?:artifacts|config|text)[\\/]|(?:errors|.*rule-(?:table|docs))\.ts$)/.test(path));
  return [...sources, join('__tests__', 'check', 'mistake-table.ts')];
}

function stripTypes(source) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
