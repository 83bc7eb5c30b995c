/**
 * The value of a shell's arithmetic expression, `1 + A`, as bash computes it
 * (https://www.gnu.org/software/bash/manual/html_node/Shell-Arithmetic.html); undefined where a part is not known, or is not read here
 * (assignments, arrays, bases).
 *
 * @param text what stands between `((` and `))`
 * @param lookUp the value of a variable; undefined where it is not known
 */
export function evaluateArithmetic(text: string, lookUp: (name: string) => string | undefined): number | undefined {
  const tokens = text.match(/\d+|[A-Za-z_]\w*|\$\{?[A-Za-z_]\w*\}?|\$\?|&&|\|\||[=!<>]=|\S/g) ?? [];
  const reader = new ArithmeticReader(tokens, lookUp);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}

class NotKnown extends Error {}

type Operation = (left: number, right: number) => number;

/** From the weakest to the strongest. */
const LEVELS: readonly Readonly<Record<string, Operation>>[] = [
  { '||': (left, right) => Number(left !== 0 || right !== 0) },
  { '&&': (left, right) => Number(left !== 0 && right !== 0) },
  { '==': (left, right) => Number(left === right), '!=': (left, right) => Number(left !== right) },
  {
    '<': (left, right) => Number(left < right),
    '>': (left, right) => Number(left > right),
    '<=': (left, right) => Number(left <= right),
    '>=': (left, right) => Number(left >= right)
  },
  { '+': (left, right) => left + right, '-': (left, right) => left - right },
  {
    '*': (left, right) => left * right,
    '/': (left, right) => divide(left, right, Math.trunc(left / right)),
    '%': (left, right) => divide(left, right, left % right)
  }
];

function divide(_left: number, right: number, result: number): number {
  if (right === 0) throw new NotKnown();
  return result;
}

class ArithmeticReader {
  private readonly tokens: readonly string[];
  private readonly lookUp: (name: string) => string | undefined;
  private at = 0;

  constructor(tokens: readonly string[], lookUp: (name: string) => string | undefined) {
    this.tokens = tokens;
    this.lookUp = lookUp;
  }

  read(): number {
    // `(( ))` is 0.
    if (this.tokens.length === 0) return 0;
    const value = this.readChoice();
    if (this.at < this.tokens.length) throw new NotKnown();
    return value;
  }

  private readChoice(): number {
    const condition = this.readLevel(0);
    if (this.tokens[this.at] !== '?') return condition;
    this.at++;
    const yes = this.readChoice();
    this.expect(':');
    const no = this.readChoice();
    return condition === 0 ? no : yes;
  }

  private readLevel(level: number): number {
    const operations = LEVELS[level];
    if (operations === undefined) return this.readUnary();
    let left = this.readLevel(level + 1);
    for (;;) {
      const operation = Object.hasOwn(operations, this.tokens[this.at] ?? '')
        ? operations[this.tokens[this.at] ?? '']
        : undefined;
      if (operation === undefined) return left;
      this.at++;
      left = operation(left, this.readLevel(level + 1));
    }
  }

  private readUnary(): number {
    const token = this.tokens[this.at++];
    if (token === '!') return Number(this.readUnary() === 0);
    if (token === '-') return -this.readUnary();
    if (token === '+') return this.readUnary();
    if (token === '(') {
      const value = this.readChoice();
      this.expect(')');
      return value;
    }
    if (token === undefined) throw new NotKnown();
    if (/^\d+$/.test(token)) return Number(token);
    if (!/^(?:\$\{?)?(?:[A-Za-z_]\w*|\?)\}?$/.test(token)) throw new NotKnown();
    const value = this.lookUp(token.replace(/[${}]/g, ''));
    if (value === undefined || !/^\s*-?\d*\s*$/.test(value)) throw new NotKnown();
    return Number(value);
  }

  private expect(token: string): void {
    if (this.tokens[this.at++] !== token) throw new NotKnown();
  }
}
