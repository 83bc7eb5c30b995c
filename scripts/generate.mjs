// Writes the files that come from the tables of settings and outputs (src/config): action.yml, the JSON schema,
// docs/settings.md; the task definition's JSON schema, from AWS's service model (src/artifacts/model.ts); docs/rules.md from the tables of
// rules, and docs/mistakes.md from that of the tests.
// With --check it writes nothing and fails where one is not as the tables would make it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { renderMistakeDocs } from './mistakes.mjs';
import { loadRooms, ROOT as root } from './rooms.mjs';

const check = process.argv.includes('--check');
const NEEDED = /^src\/(?:(?:artifacts|config|text)\/|(?:errors|.*rule-(?:table|docs))\.ts$)/;

const stale = [];
const [{ renderGeneratedFiles }, { renderDefinitionSchema }, { renderRuleDocs }, { MISTAKES }] = await loadRooms(
  [
    'src/config/generated.js',
    'src/artifacts/definition-schema.js',
    'src/commands/rule-docs.js',
    '__tests__/check/mistake-table.js'
  ],
  path => NEEDED.test(path),
  ['__tests__/check/mistake-table.ts']
);
const generated = [
  ...renderGeneratedFiles(),
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
