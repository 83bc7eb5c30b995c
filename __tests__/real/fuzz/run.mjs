// Checks made-up files in one process: node run.mjs SOURCES SEED CASES FOLDER … with good files. Prints `{ cases, slowest, peak, failures }` as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { makeCase } from './cases.mjs';
import { seeded } from './random.mjs';

const [sources = '', seed = '1', count = '1000', ...folders] = process.argv.slice(2);
const load = path => import(pathToFileURL(join(sources, 'src', path)).href);
const { checkNamedFiles } = await load('commands/check-named.js');
const { checkProject } = await load('commands/check-project.js');
const { renderFindings, renderFindingsJson } = await load('report/findings.js');

const seeds = folders.flatMap(listSeeds);
const GOOD = Object.fromEntries(
  ['slipway.yml', 'taskdefinition.json', 'appspec.yml', 'buildspec.yml', 'Dockerfile'].map(name => [
    name,
    seeds.find(file => file.name === name)?.bytes ?? new Uint8Array()
  ])
);
GOOD['slipway.yml'] = new TextEncoder().encode(
  'repository: a/b\ntask-definition: taskdefinition.json\nappspec: appspec.yml\n'
);

const random = seeded(Number(seed));
const failures = [];
let slowest = { milliseconds: 0, index: -1 };
let peak = 0;
for (let index = 0; index < Number(count); index += 1) {
  const file = makeCase(random, seeds);
  const before = process.cpuUsage();
  try {
    await check(file, index);
  } catch (error) {
    failures.push({
      index,
      name: file.name,
      error: String(error?.stack ?? error).slice(0, 800),
      text: Buffer.from(file.bytes).toString('base64').slice(0, 2000)
    });
    if (failures.length >= 20) break;
  }
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > slowest.milliseconds)
    slowest = { milliseconds, index, name: file.name, start: Buffer.from(file.bytes.subarray(0, 80)).toString() };
  if (index % 64 === 0) peak = Math.max(peak, process.memoryUsage.rss());
}
console.log(JSON.stringify({ cases: Number(count), slowest, peak, failures }));

async function check({ name, bytes }, index) {
  const options = {
    deployProvider: index % 3 === 0 ? 'ECS' : undefined,
    unknownFields: index % 5 === 0 ? 'send' : 'error'
  };
  const contents = { ...GOOD, [name]: bytes };
  const files = inMemory(contents);
  const checked =
    index % 2 === 0
      ? await checkNamedFiles(name === 'taskdefinition.json' ? [name] : [name, 'taskdefinition.json'], options, files)
      : await checkProject({ given: {}, deployProvider: undefined, files, environment: {} });
  // What was found must be told, too.
  renderFindings(checked);
  JSON.parse(renderFindingsJson(checked));
}

function inMemory(contents) {
  const find = path =>
    Object.hasOwn(contents, path.replace(/^\.\//, '')) ? contents[path.replace(/^\.\//, '')] : undefined;
  return {
    read: async path => find(path),
    isFile: async path => find(path) !== undefined,
    isDirectory: async path => path === '.'
  };
}

/** Files of a folder, under the names by which a check knows them. */
function listSeeds(folder) {
  let entries = [];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return entries.flatMap(entry => {
    const name = nameOf(join(entry.parentPath, entry.name));
    return name === undefined
      ? []
      : [{ name, bytes: new Uint8Array(readFileSync(join(entry.parentPath, entry.name))) }];
  });
}

function nameOf(path) {
  const name = basename(path);
  if (/Dockerfile/.test(name)) return 'Dockerfile';
  if (/slipway\.ya?ml$/.test(name)) return 'slipway.yml';
  if (/appspec/i.test(path)) return 'appspec.yml';
  if (/buildspec/i.test(path)) return 'buildspec.yml';
  return /task-?_?def/i.test(path) && /json$/.test(path) ? 'taskdefinition.json' : undefined;
}
