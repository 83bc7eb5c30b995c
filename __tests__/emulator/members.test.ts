import { describe, expect, it } from '@jest/globals';
import { openCloud } from '../../src/emulator/cloud.js';
import { openShapes, type ShapeFinder } from '../../src/emulator/models/model.js';
import { MODELS } from '../../src/emulator/models/shapes.js';
import { MODULES } from '../../src/emulator/modules.js';
import type { Operation, RequestContext } from '../../src/emulator/server/service.js';

/** Operations that a sample does not show to read all, with the reason. */
const WHOLE: Readonly<Record<string, string>> = {
  'ecs RegisterTaskDefinition': 'keeps the request as it stands, and shows it again; it refuses the sample before that'
};

const SAMPLES = { string: 'sample', integer: 1, double: 1, boolean: true, timestamp: 1, blob: 'AA==' } as const;

/** An input with every member that its shape has. Notes in `seen` the paths that are read, and in `all` all that there are. */
class Input {
  readonly all = new Set<string>();
  readonly seen = new Set<string>();
  readonly #shapes: ShapeFinder;

  constructor(shapes: ShapeFinder) {
    this.#shapes = shapes;
  }

  make(name: string, path: string, above: readonly string[] = []): unknown {
    const shape = this.#shapes(name);
    switch (shape.kind) {
      case 'structure': {
        const inner = shape.members.filter(member => !above.includes(member.shape));
        const members = Object.fromEntries(
          inner.map(member => {
            const at = path === '' ? member.name : `${path}.${member.name}`;
            this.all.add(at);
            return [member.name, this.make(member.shape, at, [...above, name])];
          })
        );
        const note = (key: string | symbol): void => {
          if (typeof key === 'string') this.seen.add(path === '' ? key : `${path}.${key}`);
        };
        return new Proxy(members, {
          get: (target, key) => {
            note(key);
            return Reflect.get(target, key) as unknown;
          },
          ownKeys: target => {
            Object.keys(target).forEach(note);
            return Reflect.ownKeys(target);
          }
        });
      }
      case 'list':
        return [this.make(shape.item, path, above)];
      case 'map':
        return { key: this.make(shape.value, path, above) };
      default:
        return shape.values?.[0] ?? SAMPLES[shape.kind];
    }
  }

  /** The paths that nobody read. What is in a structure of which nothing was read is kept as it stands: that one itself counts. */
  listUnread(): readonly string[] {
    const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));
    const opened = new Set([...this.seen].map(parentOf));
    return [...this.all].filter(path => !this.seen.has(path) && opened.has(parentOf(path)));
  }
}

/** Runs an operation for what it reads of its input; what it answers does not matter. */
function findUnread(shapes: ShapeFinder, shape: string, run: Operation, context: RequestContext): readonly string[] {
  const input = new Input(shapes);
  try {
    run(input.make(shape, ''), context);
  } catch {
    // The sample names nothing that is there.
  }
  return input.listUnread();
}

describe('the members that AWS knows', () => {
  it('are read by the operations of all services, and so have an effect, are kept or are refused', async () => {
    const { cloud } = await openCloud();
    const services = MODULES.flatMap(({ json = [], query = [] }) => [...json, ...query]);
    const unread = services.flatMap(({ name, operations }) => {
      const model = MODELS[name];
      if (model === undefined) throw new Error(`There is no model of ${name}.`);
      const shapes = openShapes(model);
      return Object.entries(operations).flatMap(([operation, run]) => {
        const context: RequestContext = {
          cloud,
          region: cloud.region('eu-west-1'),
          now: cloud.timeline.now(),
          requestId: 'sample',
          principal: 'arn:aws:iam::123456789012:user/sample',
          caller: '123456789012'
        };
        const shape = model.inputs[operation] ?? '';
        if (shape === '') return [];
        return findUnread(shapes, shape, run, context).map(path => `${name} ${operation} ${path}`);
      });
    });
    const isWhole = (each: string): boolean => Object.keys(WHOLE).some(known => each.startsWith(`${known} `));
    expect(unread.filter(each => !isWhole(each))).toEqual([]);
    expect(unread.filter(isWhole)).not.toEqual([]);
    await cloud.close();
  });
});
