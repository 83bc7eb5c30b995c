// Writes the files that come from the tables of settings and outputs (src/config): action.yml, the JSON schema, the
// README's tables; and the task definition's JSON schema, from AWS's service model (src/artifacts/model.ts).
// With --check it writes nothing and fails where one is not as the tables would make it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');

const stale = [];
const [{ renderGeneratedFiles }, { renderDefinitionSchema }] = await loadRooms([
  'config/generated.js',
  'artifacts/definition-schema.js'
]);
const generated = [
  ...renderGeneratedFiles(await readText(join(root, 'README.md'))),
  { path: 'schema/taskdefinition.schema.json', text: renderDefinitionSchema() }
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
      await writeFile(target, stripTypes(await readFile(join(root, 'src', path), 'utf8')));
    }
    return await Promise.all(modules.map(path => import(pathToFileURL(join(out, path)).href)));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function listSources() {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(join(root, 'src'), join(entry.parentPath, entry.name)))
    .filter(path => /^(?:artifacts|config|text)[\\/]|^errors\.ts$/.test(path));
}

function stripTypes(source) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
