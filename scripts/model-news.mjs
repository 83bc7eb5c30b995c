// Tells what the service model of ECS has that src/task-definition/model.ts has not: `node scripts/model-news.mjs`, with the newest botocore that
// `python3` can import (`pip install --upgrade botocore`). The exit code is 1 where there is something; service-model.mjs writes it down then.
import { readEcsModel } from './botocore.mjs';
import { loadRooms } from './rooms.mjs';

/** @typedef {import('../src/task-definition/model.js').Shape} Shape */

const [ours] = /** @type {[typeof import('../src/task-definition/model.js')]} */ (
  await loadRooms(['src/task-definition/model.js'], path => path === 'src/task-definition/model.ts')
);
const theirs = readEcsModel();
const known = new Map(Object.entries(ours.SHAPES));
const news = [
  ...compareShapes(theirs.shapes, known).map(line => `new: ${line}`),
  ...theirs.readOnly
    .filter(member => !ours.READ_ONLY_MEMBERS.includes(member))
    .map(member => `new: TaskDefinition.${member}, which is described and not taken`),
  ...compareShapes(known, theirs.shapes).map(line => `gone: ${line}`)
];
console.log(`Ours is of ${ours.MODEL_SOURCE}, the newest is botocore ${theirs.version}.`);
for (const line of news) console.log(line);
if (news.length === 0) {
  console.log('Nothing is new.');
} else {
  console.log('Run `node scripts/service-model.mjs`, then see what the checks in src/artifacts have to know of it.');
  process.exitCode = 1;
}

/**
 * What one table has and the other has not.
 *
 * @param {ReadonlyMap<string, Shape>} one
 * @param {ReadonlyMap<string, Shape>} other
 */
function compareShapes(one, other) {
  return [...one].flatMap(([name, shape]) => {
    const counterpart = other.get(name);
    if (counterpart === undefined) return [`${name}, ${describe(shape)}`];
    const there = new Set(partsOf(counterpart));
    return partsOf(shape)
      .filter(part => !there.has(part))
      .map(part => `${name}.${part}`);
  });
}

/**
 * What a shape is made of, each part as it is told.
 *
 * @param {Shape} shape
 * @returns {readonly string[]}
 */
function partsOf(shape) {
  switch (shape.kind) {
    case 'structure':
      return Object.entries(shape.members).map(
        ([member, of]) => `${member} (${of}${shape.required.includes(member) ? ', required' : ''})`
      );
    case 'list':
      return [`items (${shape.member})`];
    case 'map':
      return [`values (${shape.value})`];
    case 'enum':
      return shape.values.map(value => `value ${value}`);
  }
}

/** @param {Shape} shape */
function describe(shape) {
  return `${shape.kind === 'enum' ? 'an' : 'a'} ${shape.kind} of ${partsOf(shape).join(', ')}`;
}
