/** What AWS's service model says of the requests of one service, as shapes.ts has it. */
export interface ServiceModel {
  /** The name of the input shape by operation; '' where the operation takes nothing. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, ShapeText>>;
}

/** A shape as it is written in shapes.ts. One that says nothing of its kind is a string. */
interface ShapeText {
  /** A structure: `name` is a string, `name:Shape` of another shape; `name!` is required. */
  readonly members?: string;
  /** A list: the shape of its items. */
  readonly item?: string;
  /** A list whose items are numbered right behind its name in a form. */
  readonly flat?: true;
  /** A map: the shapes of its keys and values. */
  readonly key?: string;
  readonly value?: string;
  /** A scalar that is no string. */
  readonly kind?: ScalarKind;
  /** An enum: its values, a space between. */
  readonly values?: string;
  /** Of a string's length, a number, a list's or map's size, or the bytes of a blob. */
  readonly min?: number;
  readonly max?: number;
  /** Holds for the whole text, as Java writes patterns. */
  readonly pattern?: string;
  /** Its value is not to be repeated in an error. */
  readonly sensitive?: true;
}

type ScalarKind = 'string' | 'integer' | 'double' | 'boolean' | 'timestamp' | 'blob';

interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly sensitive?: true | undefined;
}

interface Member {
  readonly name: string;
  readonly shape: string;
  readonly required: boolean;
}

export interface Scalar extends Limits {
  readonly kind: ScalarKind;
  readonly values: readonly string[] | undefined;
  readonly pattern: { readonly text: string; readonly whole: RegExp } | undefined;
}

export type Shape =
  | { readonly kind: 'structure'; readonly members: readonly Member[]; readonly sensitive?: true | undefined }
  | (Limits & { readonly kind: 'list'; readonly item: string; readonly flat: boolean })
  | (Limits & { readonly kind: 'map'; readonly key: string; readonly value: string })
  | Scalar;

/** Finds a shape by its name. */
export type ShapeFinder = (name: string) => Shape;

/** Reads the shapes of a service, each when it is first asked for. A name that is not in the table is that of a scalar kind. */
export function openShapes({ shapes }: ServiceModel): ShapeFinder {
  const read = new Map<string, Shape>();
  return name => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const shape = readShape(shapes[name] ?? { kind: name as ScalarKind });
    read.set(name, shape);
    return shape;
  };
}

function readShape(text: ShapeText): Shape {
  const { members, item, flat = false, key, value, kind = 'string', values, min, max, pattern, sensitive } = text;
  if (members !== undefined) return { kind: 'structure', members: readMembers(members), sensitive };
  if (item !== undefined) return { kind: 'list', item, flat, min, max, sensitive };
  if (key !== undefined && value !== undefined) return { kind: 'map', key, value, min, max, sensitive };
  return {
    kind,
    values: values?.split(' '),
    min,
    max,
    pattern: pattern === undefined ? undefined : { text: pattern, whole: readPattern(pattern) },
    sensitive
  };
}

function readMembers(members: string): readonly Member[] {
  return members
    .split(' ')
    .filter(word => word !== '')
    .map(word => {
      const [name = '', shape = 'string'] = word.split(':');
      return { name: name.replace('!', ''), shape, required: name.endsWith('!') };
    });
}

/** Some patterns escape what JavaScript's Unicode mode does not let be escaped; those with `\p` need it. */
function readPattern(pattern: string): RegExp {
  const whole = `^(?:${pattern})$`;
  try {
    return new RegExp(whole, 'u');
  } catch {
    return new RegExp(whole);
  }
}
