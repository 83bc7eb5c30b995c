import { AwsFault } from '../server/protocol.js';
import type { Scalar, Shape, ShapeFinder } from './model.js';

/** A part of a form: what stands at its name, and what stands below it. */
interface Node {
  text?: string;
  readonly parts: Map<string, Node>;
}

/**
 * What a form says, typed by a shape of the service model: `Tags.member.1.Key` becomes the first of `Tags`. Names that the model does not know
 * are left out.
 *
 * @param broken the error code for a text that does not fit the type
 * @throws AwsFault that error
 */
export function readForm(shapes: ShapeFinder, form: URLSearchParams, shape: string, broken: string): unknown {
  const root: Node = { parts: new Map() };
  for (const [name, text] of form) place(root, name.split('.'), text);
  return read(root, shape, '');

  function read(node: Node, name: string, path: string): unknown {
    const of = shapes(name);
    switch (of.kind) {
      case 'structure':
        return Object.fromEntries(
          of.members.flatMap(member => {
            const part = node.parts.get(member.name);
            return part === undefined ? [] : [[member.name, read(part, member.shape, join(path, member.name))]];
          })
        );
      case 'list':
        return readItems(node, of).map((item, index) => read(item, of.item, `${path}.${index + 1}`));
      case 'map':
        return Object.fromEntries(
          numbered(node.parts.get('entry') ?? node).map(entry => [
            entry.parts.get('key')?.text ?? '',
            read(entry.parts.get('value') ?? EMPTY, of.value, path)
          ])
        );
      default:
        return readScalar(node.text ?? '', of, path);
    }
  }

  function readScalar(text: string, { kind }: Scalar, path: string): unknown {
    const value = convert(text, kind);
    if (value !== undefined) return value;
    throw new AwsFault(broken, `Invalid value '${text}' for ${path}: it is not of the type ${kind}`);
  }
}

const EMPTY: Node = { parts: new Map() };

function place(root: Node, names: readonly string[], text: string): void {
  let node = root;
  for (const name of names) {
    const next = node.parts.get(name) ?? { parts: new Map() };
    node.parts.set(name, next);
    node = next;
  }
  node.text = text;
}

/** A client may leave `member` out, and EC2's clients always do. */
function readItems(node: Node, { flat }: Shape & { kind: 'list' }): readonly Node[] {
  return numbered(flat ? node : (node.parts.get('member') ?? node));
}

/** The parts whose names are numbers, in the order of these. */
function numbered({ parts }: Node): readonly Node[] {
  return [...parts]
    .filter(([name]) => /^\d+$/.test(name))
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, part]) => part);
}

function convert(text: string, kind: Scalar['kind']): unknown {
  switch (kind) {
    case 'integer':
      return /^-?\d{1,19}$/.test(text) ? Number(text) : undefined;
    case 'double':
      return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
    case 'timestamp': {
      const time = Date.parse(text);
      return Number.isNaN(time) ? undefined : time / 1000;
    }
    default:
      return text;
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
